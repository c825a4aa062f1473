//! Swaps that are none: half a name against another, a preposition among other words, verbs that report different things.
//!
//! Knows two readings and their marks. What it takes back stands in one reading only.

use super::RunKind;
use super::pair::{Compared, Mark};
use super::side::{Side, Weight};
use crate::lexicon::{WordClass, class_of};
use crate::segment::Token;

/// Words with a meaning that both verbs report, at least, before one answers the other; in a short report one will do.
const LEAST_REPORTED: usize = 2;
const SHORT_REPORT: usize = 3;

/// Words between the parts of one name.
const NEAR: usize = 3;

/// Takes back the links between words that answer each other by their form or place and not by what they do there.
pub(super) fn drop_odd(base: &Side, other: &Side, compared: &mut Compared, near_verbatim: bool) {
    let mut gone = Vec::new();
    for (at, mark) in compared.other.iter().enumerate().filter(|(_, mark)| mark.kind == RunKind::Reworded) {
        for &mate in &mark.mates {
            let pair = Pair { base, other, compared, at, mate };
            if pair.is_half_a_name()
                || !near_verbatim && pair.joins_others()
                || report_the_same(base, other, compared, at, mate) == Some(false)
            {
                gone.push((at, mate));
            }
        }
    }
    for (at, mate) in gone {
        unlink(&mut compared.other, at, mate);
        unlink(&mut compared.base, mate, at);
    }
}

fn unlink(marks: &mut [Mark], at: usize, mate: usize) {
    let Some(mark) = marks.get_mut(at) else { return };
    mark.mates.retain(|&own| own != mate);
    if mark.mates.is_empty() {
        *mark = Mark::alone();
    }
}

/// A word of each reading, linked.
struct Pair<'a> {
    base: &'a Side,
    other: &'a Side,
    compared: &'a Compared,
    at: usize,
    mate: usize,
}

impl Pair<'_> {
    /// True where a name goes on beside one of the words, and that part has its answer elsewhere or nowhere:
    /// "he" and "Mr. | Berg", "the port" and "New | Velm".
    fn is_half_a_name(&self) -> bool {
        let half = |side: &Side, at: usize, marks: &[Mark], there: &Side, mate: usize| {
            // "Liz Berg" and "Elizabeth A. Berg" are one name; "Liz" and "Berg" are two parts of it.
            let same = |mark: &Mark| {
                !mark.mates.contains(&mate) && mark.mates.iter().any(|beside| beside.abs_diff(mate) <= NEAR)
            };
            // What stands behind decides: "Velm's Representative | Liz Berg".
            let goes_on = |next: &usize| is_capital(side, at) && is_capital(side, *next);
            let initial = side.tokens.get(at + 1).is_some_and(|token| token.norm.trim_end_matches('.').len() == 1);
            let behind = at + 1 + usize::from(initial);
            let rest = Some(behind).filter(goes_on).or_else(|| at.checked_sub(1).filter(goes_on));
            let rest = rest.and_then(|next| marks.get(next)).filter(|mark| mark.kind != RunKind::Reworded);
            rest.is_some_and(|mark| !same(mark)) && !is_whole(there, mate, side, at)
        };
        half(self.other, self.at, &self.compared.other, self.base, self.mate)
            || half(self.base, self.mate, &self.compared.base, self.other, self.at)
    }

    /// True for a preposition or a conjunction that answers another one although the words beside them don't.
    fn joins_others(&self) -> bool {
        let joins = |side: &Side, at: usize| {
            let class = side.tokens.get(at).map(|token| class_of(&token.norm));
            matches!(class, Some(WordClass::Preposition | WordClass::Conjunction))
        };
        let same = |one: Option<usize>, two: Option<usize>| {
            let mark = one.and_then(|one| self.compared.other.get(one));
            mark.zip(two).is_some_and(|(mark, two)| mark.mates.contains(&two))
        };
        let (before, behind) = (word_before(self.other, self.at), word_behind(self.other, self.at));
        let (left, right) = (word_before(self.base, self.mate), word_behind(self.base, self.mate));
        joins(self.other, self.at) && joins(self.base, self.mate) && !(same(before, left) && same(behind, right))
    }
}

/// Whether two verbs report the same: `None` where one of them reports nothing in its reading.
pub(super) fn report_the_same(base: &Side, other: &Side, compared: &Compared, at: usize, mate: usize) -> Option<bool> {
    let of = |side: &'_ Side, at: usize| -> Vec<Vec<usize>> {
        let own = side.reports.iter().filter(|(cue, content)| cue.contains(&at) && !content.is_empty());
        own.map(|(_, content)| content.clone()).collect()
    };
    let (own, theirs) = (of(other, at), of(base, mate));
    let same = |own: &[usize], theirs: &[usize]| {
        let answered = |at: &&usize| {
            let mark = compared.other.get(**at).filter(|mark| mark.kind != RunKind::Reworded);
            mark.is_some_and(|mark| mark.mates.iter().any(|mate| theirs.contains(mate)))
        };
        let short = own.len().min(theirs.len()) <= SHORT_REPORT;
        own.iter().filter(answered).count() >= if short { 1 } else { LEAST_REPORTED }
    };
    let known = !own.is_empty() && !theirs.is_empty();
    known.then(|| own.iter().any(|own| theirs.iter().any(|theirs| same(own, theirs))))
}

fn is_capital(side: &Side, at: usize) -> bool {
    side.capital.get(at) == Some(&true)
}

/// True where the words are forms of one word, whatever stands beside them.
fn is_whole(there: &Side, mate: usize, side: &Side, at: usize) -> bool {
    there.tokens.get(mate).zip(side.tokens.get(at)).is_some_and(|(one, two)| are_alike(one, two))
}

/// Letters that two forms of one word begin or end with, at least.
const STEM: usize = 5;

/// True for forms of one word: "conspired" and "conspiracy", "migrants" and "immigrants".
pub(super) fn are_alike(one: &Token, two: &Token) -> bool {
    let (short, long) = if one.norm.len() <= two.norm.len() { (one, two) } else { (two, one) };
    let begin = short.norm.chars().zip(long.norm.chars()).take_while(|(a, b)| a == b).count();
    let all = short.norm.chars().count();
    one.stem == two.stem || begin >= STEM && begin * 3 >= all * 2 || all > STEM && long.norm.ends_with(&short.norm)
}

fn word_before(side: &Side, at: usize) -> Option<usize> {
    (0..at).rev().find(|&at| side.weights.get(at).is_some_and(|weight| *weight > Weight::Mark))
}

fn word_behind(side: &Side, at: usize) -> Option<usize> {
    (at + 1..side.tokens.len()).find(|&at| side.weights.get(at).is_some_and(|weight| *weight > Weight::Mark))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::super::tests::article;
    use super::*;
    use crate::table::Reading;

    fn linked(kind: RunKind, mates: &[usize]) -> Mark {
        Mark { kind, mates: mates.to_vec(), by_model: false, by_place: false, chance: 0.0 }
    }

    #[test]
    fn a_first_name_beside_the_same_last_name_is_no_other_wording() {
        let texts =
            ["The old Varga spoke on Monday about ferries.", "The old Ilse Varga spoke on Monday about ferries."];
        let articles = texts.map(article);
        let [base, other] = articles
            .each_ref()
            .map(|article| Side::new(article, &Reading { passages: vec![article.witness.text.span()] }));
        let alone = |side: &Side| vec![Mark::alone(); side.tokens.len()];
        let mut compared = Compared { base: alone(&base), other: alone(&other), near_verbatim: true };
        compared.other[2] = linked(RunKind::Reworded, &[2]);
        compared.other[3] = linked(RunKind::Shared, &[2]);
        compared.base[2] = linked(RunKind::Shared, &[2, 3]);
        drop_odd(&base, &other, &mut compared, true);
        assert_eq!(compared.other[2], Mark::alone());
        assert_eq!(compared.other[3], linked(RunKind::Shared, &[2]));
        assert_eq!(compared.base[2], linked(RunKind::Shared, &[3]));
    }

    #[test]
    fn forms_of_one_word_are_alike() {
        let words = article("conspired conspiracy migrants immigrants sent told representative rep order favor");
        let word = |at: usize| &words.segmented.tokens[at];
        assert!(are_alike(word(0), word(1)) && are_alike(word(2), word(3)));
        assert!(!are_alike(word(4), word(5)) && !are_alike(word(6), word(7)) && !are_alike(word(8), word(9)));
    }
}
