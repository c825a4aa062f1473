//! What a reading has and its base lacks may stand in a third reading, or elsewhere in one: then it is not only here.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::RunKind;
use super::pair::{Compared, Mark};
use super::side::{Side, Weight};
use crate::lexicon::{WordClass, class_of};
use crate::segment::{Token, TokenKind};

/// Most places of one word in a reading that are shown as its mates, and most readings that are shown so.
const MOST_PLACES: usize = 4;
const MOST_READINGS: usize = 8;

/// By column: a reading's marks against the reading there.
pub(super) type Against = BTreeMap<usize, Vec<Mark>>;

/// The words with a meaning of all readings of a row, with the columns and places where they stand.
pub(super) struct Third<'s> {
    sides: &'s [Option<Side>],
    compared: &'s [Option<Compared>],
    /// By stem: all.
    all: HashMap<&'s str, Vec<(usize, usize)>>,
    /// By normal form: those that nothing in the base answers.
    lone: HashMap<&'s str, Vec<(usize, usize)>>,
}

impl<'s> Third<'s> {
    /// `compared` holds what each reading but the base's is to that one.
    pub fn new(sides: &'s [Option<Side>], compared: &'s [Option<Compared>]) -> Self {
        let (mut all, mut lone) = (HashMap::new(), HashMap::new());
        for (column, side) in sides.iter().enumerate().filter_map(|(column, side)| Some((column, side.as_ref()?))) {
            let marks = compared.get(column).and_then(Option::as_ref);
            for (at, token) in side.tokens.iter().enumerate().filter(|(_, token)| tells(token)) {
                add(all.entry(token.stem.as_str()).or_default(), (column, at));
                if marks.is_some_and(|marks| is_lone(&marks.other, at)) {
                    add(lone.entry(token.norm.as_str()).or_default(), (column, at));
                }
            }
        }
        Self { sides, compared, all, lone }
    }

    /// Adds to `against` the words that the reading in `column` and a third one have, and the base in neither; small words
    /// around them come along.
    pub fn share(&self, column: usize, against: &mut Against) {
        let Some((side, marks)) = self.reading(column) else { return };
        for (at, token) in side.tokens.iter().enumerate().filter(|(at, token)| tells(token) && is_lone(marks, *at)) {
            for (other, mate) in places(self.lone.get(token.norm.as_str()), column) {
                let Some((third, its)) = self.reading(other) else { continue };
                let own = against.entry(other).or_insert_with(|| vec![Mark::alone(); side.tokens.len()]);
                link(own, at, mate);
                let small = |&(at, mate): &(usize, usize)| {
                    let same = side.tokens.get(at).zip(third.tokens.get(mate));
                    // Also "not", which stands in the same words there.
                    side.is_word(at)
                        && !side.tokens.get(at).is_some_and(tells)
                        && same.is_some_and(|(one, two)| one.norm == two.norm)
                        && is_lone(marks, at)
                        && is_lone(its, mate)
                };
                let before = (1..).map_while(|step| Some((at.checked_sub(step)?, mate.checked_sub(step)?)));
                let behind = (1..).map(|step| (at + step, mate + step));
                for (at, mate) in before.take_while(small).chain(behind.take_while(small)) {
                    link(own, at, mate);
                }
            }
        }
    }

    fn reading(&self, column: usize) -> Option<(&'s Side, &'s [Mark])> {
        Some((self.sides.get(column)?.as_ref()?, &self.compared.get(column)?.as_ref()?.other))
    }

    /// Takes back *only here* from each stretch of the reading in `column` of which half the words with a meaning or more
    /// stand anywhere in other readings: these become its mates. Nothing that denies or obliges is taken back.
    pub fn find(&self, column: usize, marks: &mut [Mark], against: &mut Against) {
        let Some(side) = self.sides.get(column).and_then(Option::as_ref) else { return };
        let elsewhere = |token: &Token| places(self.all.get(token.stem.as_str()), column);
        for stretch in only_here(side, marks) {
            let tokens = || stretch.clone().filter_map(|at| Some((at, side.tokens.get(at)?)));
            let telling: Vec<(usize, &Token)> = tokens().filter(|(_, token)| tells(token)).collect();
            let denies = tokens().any(|(at, token)| side.weights.get(at) == Some(&Weight::Content) && !tells(token));
            let found = telling.iter().filter(|(_, token)| elsewhere(token).next().is_some()).count();
            let is_found = match telling.len() {
                0 => self.has_words(column, &tokens().map(|(_, token)| token).collect::<Vec<_>>()),
                all => 2 * found >= all,
            };
            if denies || !is_found {
                continue;
            }
            for mark in marks.get_mut(stretch).into_iter().flatten() {
                mark.kind = RunKind::Shared;
            }
            for (at, token) in telling {
                for (other, mate) in elsewhere(token) {
                    link(against.entry(other).or_insert_with(|| vec![Mark::alone(); side.tokens.len()]), at, mate);
                }
            }
        }
    }

    /// True where another reading has these words in a row: "I am", "of the".
    fn has_words(&self, column: usize, words: &[&Token]) -> bool {
        let words: Vec<&str> =
            words.iter().filter(|token| token.kind != TokenKind::Mark).map(|token| token.norm.as_str()).collect();
        let others =
            self.sides.iter().enumerate().filter(|&(other, _)| other != column).filter_map(|(_, side)| side.as_ref());
        let mut others = others.take(MOST_SOUGHT);
        !words.is_empty()
            && others.any(|side| {
                let mut windows = side.tokens.windows(words.len()).take(MOST_WORDS);
                windows.any(|window| window.iter().zip(&words).all(|(token, word)| token.norm == *word))
            })
    }
}

/// Readings that are looked through for words without a meaning of their own, at most.
const MOST_SOUGHT: usize = 4;
/// Words of each that are looked through: a reading is a few sentences.
const MOST_WORDS: usize = 1000;

/// True for a word with a meaning that neither denies nor obliges.
fn tells(token: &Token) -> bool {
    token.kind != TokenKind::Mark && matches!(class_of(&token.norm), WordClass::Content | WordClass::Reporting)
}

fn is_lone(marks: &[Mark], at: usize) -> bool {
    marks.get(at).is_some_and(|mark| mark.mates.is_empty())
}

/// Adds a place to those of a word, where its reading has few enough.
fn add(places: &mut Vec<(usize, usize)>, place: (usize, usize)) {
    let of_reading = places.iter().rev().take(MOST_PLACES).filter(|(column, _)| *column == place.0);
    if of_reading.count() < MOST_PLACES {
        places.push(place);
    }
}

/// Those of `places` that stand in other columns, of the first few.
fn places(places: Option<&Vec<(usize, usize)>>, column: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut others = places.into_iter().flatten().copied().filter(move |&(other, _)| other != column);
    let (mut readings, mut last) = (0, None);
    std::iter::from_fn(move || {
        let (other, at) = others.next()?;
        readings += usize::from(last != Some(other));
        last = Some(other);
        (readings <= MOST_READINGS).then_some((other, at))
    })
}

fn link(marks: &mut [Mark], at: usize, mate: usize) {
    let Some(mark) = marks.get_mut(at) else { return };
    mark.kind = RunKind::Shared;
    if let Err(place) = mark.mates.binary_search(&mate) {
        mark.mates.insert(place, mate);
    }
}

/// The stretches of a reading that are only here, each inside one passage.
fn only_here(side: &Side, marks: &[Mark]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for passage in &side.passages {
        let inside = side.tokens.iter().skip(from).take_while(|token| passage.covers(token.span)).count();
        let is_open =
            |&at: &usize| marks.get(at).is_some_and(|mark| mark.kind == RunKind::OnlyHere) || !side.is_word(at);
        let mut at = from;
        while at < from + inside {
            let length = (at..from + inside).take_while(is_open).count();
            if length > 0 {
                found.push(at..at + length);
            }
            at += length + 1;
        }
        from += inside;
    }
    found
}
