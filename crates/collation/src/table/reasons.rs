//! Why passages share a row, how sure that is, and why the nearest other was not taken.

use std::collections::BTreeMap;

use super::decisions::UnitDecisions;
use super::groups::{Group, least};
use super::{Because, Certainty};
use crate::lexicon::number_of;
use crate::segment::{Token, TokenKind};
use crate::similarity::speakers::{Speaker, speakers_part};
use crate::similarity::units::Bond;
use crate::similarity::{POSSIBLE, Place, SURE, Scorer, Unit, Units};
use crate::span::Span;

/// Most words, names or numbers that the reader is shown.
const MOST_SHOWN: usize = 8;

/// Shortest word that is shown of a language other than English, in letters.
const LEAST_LETTERS: usize = 4;

/// Shortest verbatim stretch worth telling, in words.
const LEAST_VERBATIM: usize = 4;

/// Pairs of a row that are looked at for its verbatim stretch; a row of fifty articles has more
/// than anyone needs.
const MOST_PAIRS: usize = 200;

/// Mean of the scores of the row's pairs of articles, the best pair of passages for each.
pub(super) fn row_score(units: &Units, scorer: &Scorer, group: &Group) -> f32 {
    if group.ruled {
        return 1.0;
    }
    let mut best: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for (a, b) in pairs(units, group) {
        let (Some(x), Some(y)) = (units.get(a), units.get(b)) else { continue };
        let slot = best.entry((x.article.min(y.article), x.article.max(y.article))).or_default();
        *slot = slot.max(scorer.score(a, b));
    }
    best.values().sum::<f32>() / best.len().max(1) as f32
}

/// Score from which on a pair is sure by itself, ...
const SURE_ALONE: f32 = 0.95;

/// ... and words that both have in a row from which on it is so by [`SURE`], as where one speaker says both.
const SURE_VERBATIM: usize = 8;

/// True where a member of a row surely answers one of another article: by its score, which one speaker, words in a
/// row or a count of one thing have to bear out where it is not very high.
fn is_sure(units: &Units, scorer: &Scorer, group: &Group, member: usize) -> bool {
    let Some(unit) = units.get(member) else { return false };
    group.members.iter().any(|&other| {
        let Some(its) = units.get(other).filter(|its| its.article != unit.article) else { return false };
        // Names alone, or who speaks, bear out nothing.
        let is_headline = |unit: &Unit| unit.place == Place::Headline;
        if units.weak_bond(member, other).is_some() && !(is_headline(unit) && is_headline(its)) {
            return false;
        }
        let score = scorer.score(member, other);
        let same_speaker = || unit.speakers.iter().any(|own| its.speakers.iter().any(|other| other.may_be(own)));
        score >= SURE_ALONE
            || score >= SURE
                && (same_speaker()
                    || crate::similarity::longest_run(unit, its).words >= SURE_VERBATIM
                    || share_a_count(units, unit, its))
    })
}

/// True where both have the same number of the same thing ("94 kilometres") and don't both tell other numbers: "eight of
/// the 96 hangers" and "three of the 96 hangers" are two counts.
pub(super) fn share_a_count(units: &Units, one: &Unit, other: &Unit) -> bool {
    let counts = |unit: &Unit| -> Vec<(&str, &str)> {
        let pairs = units.tokens_of(unit).windows(2).filter_map(|pair| <&[Token; 2]>::try_from(pair).ok());
        pairs
            .filter(|[number, thing]| number.kind == TokenKind::Number && thing.kind == TokenKind::Word)
            .filter(|[_, thing]| units.weight_of(thing) > 0.0)
            .map(|[number, thing]| (number.norm.as_str(), thing.stem.as_str()))
            .collect()
    };
    let values =
        |unit: &Unit| -> Vec<f64> { units.tokens_of(unit).iter().filter_map(|token| number_of(&token.norm)).collect() };
    let (own, its) = (values(one), values(other));
    if own.iter().any(|value| !its.contains(value)) && its.iter().any(|value| !own.contains(value)) {
        return false;
    }
    let theirs = counts(other);
    !theirs.is_empty() && counts(one).iter().any(|own| theirs.contains(own))
}

/// Pairs of members from different articles.
fn pairs<'g>(units: &'g Units, group: &'g Group) -> impl Iterator<Item = (usize, usize)> + 'g {
    group.members.iter().enumerate().flat_map(move |(at, &a)| {
        let others = group.members.get(at + 1..).unwrap_or_default();
        let article = units.get(a).map(|unit| unit.article);
        others.iter().filter(move |&&b| units.get(b).map(|unit| unit.article) != article).map(move |&b| (a, b))
    })
}

/// How sure a row is, in three words. It is as sure as its weakest passage: one that answers none of the others makes
/// the whole row a doubtful one, however well the others agree.
pub(super) fn certainty(units: &Units, scorer: &Scorer, group: &Group) -> Certainty {
    if group.ruled {
        return Certainty::Exact;
    }
    // The same words: each passage repeats most of the first one, or the other way round.
    let same_words = |(a, b): (usize, usize)| {
        let (Some(x), Some(y)) = (units.get(a), units.get(b)) else { return false };
        let longer = x.words.len().max(y.words.len());
        longer >= 4 && 10 * crate::similarity::longest_run(x, y).words >= 9 * longer
    };
    let first = group.members.first().and_then(|&unit| units.get(unit)).map(|unit| unit.article);
    let mut against_first = pairs(units, group)
        .filter(|&(a, _)| units.get(a).map(|unit| unit.article) == first)
        .take(MOST_PAIRS)
        .peekable();
    if against_first.peek().is_some() && against_first.all(same_words) {
        Certainty::Exact
    } else if group.members.iter().all(|&unit| is_sure(units, scorer, group, unit)) {
        Certainty::Rule
    } else {
        Certainty::Possible
    }
}

/// What speaks for the row.
pub(super) fn because(units: &Units, group: &Group) -> Vec<Because> {
    let mut found = Vec::new();
    if group.ruled {
        found.push(Because::Ruling);
    }
    found.extend(speaker(units, group));
    let (mut words, mut names, mut numbers) = (Tally::default(), Tally::default(), Tally::default());
    for &member in &group.members {
        let Some(unit) = units.get(member) else { continue };
        for token in units.tokens_of(unit) {
            tally(units, unit, token, &mut words, &mut names, &mut numbers);
        }
    }
    let names = names.shared();
    if !names.is_empty() {
        found.push(Because::Names { names });
    }
    let numbers = numbers.shared();
    if !numbers.is_empty() {
        found.push(Because::Numbers { numbers });
    }
    let words = words.shared();
    if !words.is_empty() {
        found.push(Because::Words { words });
    }
    let verbatim = pairs(units, group)
        .take(MOST_PAIRS)
        .filter_map(|(a, b)| Some(crate::similarity::longest_run(units.get(a)?, units.get(b)?).words))
        .max()
        .unwrap_or_default();
    if verbatim >= LEAST_VERBATIM {
        found.push(Because::Verbatim { words: verbatim });
    }
    let headlines = group.members.iter().filter_map(|&unit| units.get(unit));
    if headlines.filter(|unit| unit.place == Place::Headline).count() >= 2 {
        found.push(Because::Headlines);
    }
    found
}

/// The speaker whom most readings name, in the fullest form of the name.
fn speaker(units: &Units, group: &Group) -> Option<Because> {
    let members: Vec<&Unit> = group.members.iter().filter_map(|&unit| units.get(unit)).collect();
    let mut best: Option<(usize, &Speaker, &Unit)> = None;
    for unit in &members {
        for speaker in &unit.speakers {
            let mut articles: Vec<usize> = members
                .iter()
                .filter(|other| other.speakers.iter().any(|its| its.may_be(speaker)))
                .map(|other| other.article)
                .collect();
            articles.sort_unstable();
            articles.dedup();
            let rank = (articles.len(), speaker.name.len());
            if best.is_none_or(|(count, known, _)| rank > (count, known.name.len())) {
                best = Some((articles.len(), speaker, unit));
            }
        }
    }
    let (readings, speaker, unit) = best.filter(|&(count, ..)| count >= 2)?;
    Some(Because::Speaker { name: units.name_as_printed(unit, &speaker.name)?, readings })
}

/// Counts in how many articles a word stands.
#[derive(Debug, Default)]
struct Tally {
    /// By term: the word as it is shown first, its weight, and the articles that have it.
    seen: BTreeMap<String, (String, f32, Vec<usize>)>,
}

impl Tally {
    fn add(&mut self, key: &str, shown: &str, weight: f32, article: usize) {
        let (known, _, articles) =
            self.seen.entry(key.to_owned()).or_insert_with(|| (shown.to_owned(), weight, Vec::new()));
        if known.starts_with(char::is_uppercase) && shown.starts_with(char::is_lowercase) {
            shown.clone_into(known);
        }
        if articles.last() != Some(&article) {
            articles.push(article);
        }
    }

    /// Those that two articles or more have, the most telling first.
    fn shared(self) -> Vec<(String, usize)> {
        let mut shared: Vec<(String, f32, usize)> = self
            .seen
            .into_values()
            .map(|(shown, weight, articles)| (shown, weight, articles.len()))
            .filter(|&(_, _, count)| count >= 2)
            .collect();
        shared.sort_by(|x, y| y.2.cmp(&x.2).then(y.1.total_cmp(&x.1)).then_with(|| x.0.cmp(&y.0)));
        shared.into_iter().take(MOST_SHOWN).map(|(shown, _, count)| (shown, count)).collect()
    }
}

fn tally(units: &Units, unit: &Unit, token: &Token, words: &mut Tally, names: &mut Tally, numbers: &mut Tally) {
    let weight = units.weight_of(token);
    let Some(article) = units.article_of(unit).filter(|_| weight > 0.0) else { return };
    let shown = article.witness.text.slice(token.span);
    if token.kind == TokenKind::Number {
        numbers.add(&token.norm, shown, weight, unit.article);
    } else if units.is_name(unit, token) {
        names.add(&token.stem, shown, weight, unit.article);
    } else {
        // A word that begins a sentence somewhere is shown as it stands inside others; small words of languages whose stop
        // words are not known tell nothing.
        let is_english =
            article.witness.meta.language.as_deref().is_none_or(|code| code.to_lowercase().starts_with("en"));
        if is_english || shown.chars().count() >= LEAST_LETTERS {
            words.add(&token.stem, shown, weight, unit.article);
        }
    }
}

/// The other passage that comes nearest to a unit.
#[derive(Clone, Debug)]
pub(super) struct Near {
    pub unit: usize,
    pub score: f32,
    pub because: &'static str,
}

/// For each unit the best of all pairs that were looked at closely.
pub(super) fn nearest(units: &Units, scorer: &Scorer, decisions: &UnitDecisions) -> Vec<Option<Near>> {
    let mut best: Vec<Option<(f32, f32, usize)>> = vec![None; units.all.len()];
    for &(pair, score) in &scorer.pairs {
        for (own, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
            if units.is_part(other) {
                continue;
            }
            if let Some(slot) = best.get_mut(own)
                && slot.is_none_or(|(top, screen, _)| (score, pair.screen) > (top, screen))
            {
                *slot = Some((score, pair.screen, other));
            }
        }
    }
    best.into_iter()
        .enumerate()
        .map(|(own, found)| {
            let (score, _, unit) = found?;
            Some(Near { unit, score, because: why_not(units, decisions, own, unit, score)? })
        })
        .collect()
}

/// Why two units don't share a row, in words for the reader.
fn why_not(units: &Units, decisions: &UnitDecisions, a: usize, b: usize, score: f32) -> Option<&'static str> {
    let (x, y) = (units.get(a)?, units.get(b)?);
    Some(if let Some(because) = decisions.apart_because(a, b) {
        because
    } else if speakers_part(x, y) {
        "other speaker"
    } else if score >= least(units, a, b) {
        "the other passages of its row report something else"
    } else if score >= 0.5 * POSSIBLE && !matches!(units.weak_bond(a, b), Some(Bond::Names | Bond::Label)) {
        "below the threshold"
    } else {
        "only the topic"
    })
}

impl Units<'_> {
    /// The words of a normalised name as the article of `unit` prints them.
    fn name_as_printed(&self, unit: &Unit, name: &[String]) -> Option<String> {
        let article = self.article_of(unit)?;
        let speakers = article
            .quotations
            .iter()
            .filter(|quotation| quotation.content.iter().any(|content: &Span| content.overlaps(unit.span)));
        let names = speakers.filter_map(|quotation| quotation.speaker.as_deref());
        names
            .max_by_key(|printed| {
                let normal = crate::segment::normal_form(printed);
                name.iter().filter(|word| normal.contains(word.as_str())).count()
            })
            .map(str::to_owned)
    }
}
