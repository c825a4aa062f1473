//! From words to phrases: short unlinked stretches that stand in the same place answer each other,
//! and function words follow the words around them.

use std::collections::BTreeMap;

use super::RunKind;
use super::odd::{are_alike, report_the_same};
use super::pair::{Compared, Mark};
use super::side::{Side, Weight};
use crate::lexicon::{WordClass, class_of};
use crate::segment::{Token, TokenKind};

/// Most words with content in a stretch that is matched by its place alone, in two printings of one text …
const LONGEST_SWAP: usize = 4;
/// … the same where the stretch stands at the beginning of the reading, or at its end, and only one neighbour vouches for it …
const LONGEST_AT_START: usize = 2;
const LONGEST_AT_END: usize = 1;
/// … and in other readings, which must have a neighbour on both sides, and so large a share of either reading's words
/// with content in common. Of 434 swaps by place that readers judged 17 % (in possible rows 31 %) were nonsense, of those
/// that these limits leave 10 % (21 %); of those that go 46 % (40 %) were fair.
const LONGEST_OTHERWISE: usize = 2;
const LEAST_IN_COMMON: f32 = 0.25;

/// Links stretches that no word link touches to the untouched stretch in the same place, as a word
/// difference does with what it calls a replacement.
pub(super) fn fill_gaps(base: &Side, other: &Side, compared: &mut Compared, near_verbatim: bool) {
    let words: Vec<usize> = (0..other.tokens.len()).filter(|&at| other.is_word(at)).collect();
    // A swap changes neither: its words are not the same.
    let (of_other, of_base) = (InCommon::of(other, &compared.other), InCommon::of(base, &compared.base));
    let is_open = |marks: &[Mark], at: usize| marks.get(at).is_some_and(|mark| mark.mates.is_empty());
    let mut from = 0;
    while from < words.len() {
        let len = words.iter().skip(from).take_while(|&&at| is_open(&compared.other, at)).count();
        if len == 0 {
            from += 1;
            continue;
        }
        let gap: Vec<usize> = words.iter().skip(from).take(len).copied().collect();
        let before = from.checked_sub(1).and_then(|k| words.get(k)).copied();
        let after = words.get(from + len).copied();
        from += len;
        let mates_of = |at: usize| compared.other.get(at).map(|mark| mark.mates.as_slice()).unwrap_or_default();
        let start = before.and_then(|at| mates_of(at).last().map(|mate| mate + 1));
        let end = after.and_then(|at| mates_of(at).first().copied());
        let (start, end) = (start.unwrap_or(0), end.unwrap_or(base.tokens.len()));
        if start >= end || before.is_none() && after.is_none() {
            continue;
        }
        let answer: Vec<usize> = (start..end).filter(|&at| base.is_word(at)).collect();
        let longest = match (before, after) {
            (Some(_), Some(_)) if near_verbatim => LONGEST_SWAP,
            (Some(_), Some(_)) => LONGEST_OTHERWISE,
            (None, _) if near_verbatim => LONGEST_AT_START,
            (_, None) if near_verbatim => LONGEST_AT_END,
            _ => continue,
        };
        let common = of_other.beside(content(other, &gap)).min(of_base.beside(content(base, &answer)));
        if !near_verbatim && common < LEAST_IN_COMMON {
            continue;
        }
        let fits = |side: &Side, stretch: &[usize]| {
            !stretch.is_empty() && content(side, stretch) <= longest && stretch.len() <= 2 * longest
        };
        let open = answer.iter().all(|&at| is_open(&compared.base, at));
        let reports = |side: &Side, stretch: &[usize]| stretch.iter().any(|&at| side.cue.get(at) == Some(&true));
        if reports(base, &answer) != reports(other, &gap) {
            continue;
        }
        // "'s" is no word for "a free seat on", whatever stands around both.
        let uneven = (content(base, &answer) == 0) != (content(other, &gap) == 0);
        if uneven && (all_join(base, &answer) || all_join(other, &gap)) {
            continue;
        }
        // A name has a name in its place, or a word that stands for one.
        let holds = |side: &Side, stretch: &[usize]| stretch.iter().any(|&at| side.named.get(at) == Some(&true));
        let refers = |side: &Side, stretch: &[usize]| {
            let mut tokens = stretch.iter().filter_map(|&at| side.tokens.get(at));
            tokens.any(|token| matches!(class_of(&token.norm), WordClass::Pronoun | WordClass::Determiner))
        };
        let (named, answered) = (holds(other, &gap), holds(base, &answer));
        if named && !answered && !refers(base, &answer) || answered && !named && !refers(other, &gap) {
            continue;
        }
        if !open || !fits(base, &answer) || !fits(other, &gap) {
            continue;
        }
        for &at in &gap {
            swap(&mut compared.other, at, &answer);
        }
        for &at in &answer {
            swap(&mut compared.base, at, &gap);
        }
    }
}

/// Of a reading's words with content, how many there are and how many the other reading has as they are.
struct InCommon {
    all: usize,
    same: usize,
}

impl InCommon {
    fn of(side: &Side, marks: &[Mark]) -> Self {
        let content = side.weights.iter().zip(marks).filter(|(weight, _)| **weight == Weight::Content);
        let same = content.clone().filter(|(_, mark)| !mark.mates.is_empty() && mark.kind != RunKind::Reworded);
        Self { all: content.count(), same: same.count() }
    }

    /// Their share beside a stretch of so many words with content that nothing answers.
    fn beside(&self, open: usize) -> f32 {
        self.same as f32 / self.all.saturating_sub(open).max(1) as f32
    }
}

/// Words to either side in which a swap that its place alone speaks for must have a word with content that both have.
const AROUND: usize = 3;

/// How sure the aligner has to be of one of a swap's words, where it links any: below, half of what it links is nonsense
/// to a reader, though such links help to tell whether two passages report the same.
const LEAST_CHANCE: f32 = 0.5;

/// How sure it has to be of two forms of one word that no neighbour speaks for: "Russian lawyer" and "Russia inquiry".
const SURE_FORM: f32 = 0.75;

/// Takes back what is known by its place alone where nothing speaks for the place: no word with content near it that
/// answers a word near its mate; and a number that would answer other words.
pub(super) fn drop_unsupported(base: &Side, other: &Side, compared: &mut Compared) {
    // What a word model or the place alone links needs a neighbour.
    let is_weak = |mark: &Mark| mark.kind == RunKind::Reworded && (mark.by_place || mark.by_model);
    let is_other_word = |mark: &Mark| mark.kind == RunKind::Reworded;
    let supported = |at: usize, mark: &Mark| {
        let near = |side: &Side, place: usize| {
            let words = |step: &dyn Fn(usize) -> Option<usize>| -> Vec<usize> {
                let mut found = Vec::new();
                let mut at = place;
                while let Some(next) = step(at).filter(|&next| next < side.tokens.len() && found.len() < AROUND) {
                    at = next;
                    if side.is_word(at) {
                        found.push(at);
                    }
                }
                found
            };
            [words(&|at| at.checked_sub(1)), words(&|at| at.checked_add(1))].concat()
        };
        let around_mates: Vec<usize> = mark.mates.iter().flat_map(|&mate| near(base, mate)).collect();
        near(other, at).into_iter().any(|neighbour| {
            let is_content = other.weights.get(neighbour) == Some(&Weight::Content);
            let found = compared.other.get(neighbour).filter(|found| is_content && !is_weak(found));
            found.is_some_and(|found| found.mates.iter().any(|mate| around_mates.contains(mate)))
        })
    };
    let is_number = |side: &Side, at: usize| side.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    // Forms of one word speak for themselves; verbs that report are compared by what they report.
    let is_known = |at: usize, mark: &Mark| {
        let alike = |mate| other.tokens.get(at).zip(base.tokens.get(mate)).is_some_and(|(a, b)| are_alike(a, b));
        let reports = |mate| !mark.by_place && report_the_same(base, other, compared, at, mate) == Some(true);
        let mut mates = mark.mates.iter();
        mates.any(|&mate| mark.chance >= SURE_FORM && alike(mate) || reports(mate))
    };
    let fits = |at: usize, mark: &Mark| {
        is_known(at, mark)
            || is_number(other, at) == mark.mates.iter().any(|&mate| is_number(base, mate)) && supported(at, mark)
    };
    // A swap is kept whole where one of its words is supported.
    let mut kept: BTreeMap<&[usize], (bool, f32)> = BTreeMap::new();
    for (at, mark) in compared.other.iter().enumerate().filter(|(_, mark)| is_other_word(mark)) {
        let (any, chance) = kept.entry(&mark.mates).or_default();
        *any |= fits(at, mark);
        *chance = chance.max(mark.chance);
    }
    let is_kept = |&(any, chance): &(bool, f32)| any && (chance == 0.0 || chance >= LEAST_CHANCE);
    let is_gone = |mark: &Mark| is_other_word(mark) && !kept.get(mark.mates.as_slice()).is_none_or(is_kept);
    let gone: Vec<usize> =
        compared.other.iter().enumerate().filter(|(_, mark)| is_gone(mark)).map(|(at, _)| at).collect();
    for at in gone {
        let mates = compared.other.get_mut(at).map(|mark| std::mem::replace(mark, Mark::alone()).mates);
        for mate in mates.into_iter().flatten() {
            let Some(mark) = compared.base.get_mut(mate) else { continue };
            mark.mates.retain(|&own| own != at);
            if mark.mates.is_empty() {
                *mark = Mark::alone();
            }
        }
    }
}

const JOINING: [&str; 13] = ["'s", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// True for a word that only holds others together.
pub(super) fn joins(token: &Token) -> bool {
    JOINING.contains(&token.norm.as_str())
}

fn all_join(side: &Side, indices: &[usize]) -> bool {
    let mut tokens = indices.iter().filter_map(|&at| side.tokens.get(at));
    tokens.all(joins)
}

fn swap(marks: &mut [Mark], at: usize, mates: &[usize]) {
    if let Some(mark) = marks.get_mut(at) {
        *mark = Mark { kind: RunKind::Reworded, mates: mates.to_vec(), by_model: false, by_place: true, chance: 0.0 };
    }
}

fn content(side: &Side, indices: &[usize]) -> usize {
    indices.iter().filter(|&&at| side.weights.get(at) == Some(&Weight::Content)).count()
}

/// Gives function words between words of one kind that kind, so that phrases stay whole.
///
/// In two printings of one text every word counts, and nothing is smoothed.
pub(super) fn smooth(side: &Side, marks: &mut [Mark], near_verbatim: bool) {
    if near_verbatim {
        return;
    }
    let words: Vec<usize> = (0..side.tokens.len()).filter(|&at| side.is_word(at)).collect();
    let kind_at = |marks: &[Mark], at: usize| marks.get(at).map(|mark| mark.kind);
    let is_content = |at: usize| side.weights.get(at) == Some(&Weight::Content);
    let mut from = 0;
    while from < words.len() {
        let len = words.iter().skip(from).take_while(|&&at| !is_content(at)).count();
        if len == 0 {
            from += 1;
            continue;
        }
        let left = from.checked_sub(1).and_then(|k| words.get(k)).and_then(|&at| kind_at(marks, at));
        let right = words.get(from + len).and_then(|&at| kind_at(marks, at));
        for &at in words.iter().skip(from).take(len) {
            let Some(mark) = marks.get_mut(at) else { continue };
            let kind = follow(mark.kind, left.or(right), right.or(left));
            if kind == RunKind::OnlyHere {
                *mark = Mark::alone();
            }
            mark.kind = kind;
        }
        from += len;
    }
}

/// The kind of a function word of kind `own` between words with content.
fn follow(own: RunKind, left: Option<RunKind>, right: Option<RunKind>) -> RunKind {
    use RunKind::{Moved, OnlyHere, Reworded, Shared};
    let (Some(left), Some(right)) = (left, right) else { return own };
    match (own, left, right) {
        _ if left == right && !(own == Reworded && left == Shared) => left,
        (Shared | Reworded, Shared, _) | (Shared | Reworded, _, Shared) => own,
        (OnlyHere, OnlyHere, Reworded) | (OnlyHere, Reworded, OnlyHere) => OnlyHere,
        (_, Reworded, _) | (_, _, Reworded) => Reworded,
        (Moved, _, _) => Moved,
        (OnlyHere, OnlyHere, _) | (OnlyHere, _, OnlyHere) => OnlyHere,
        _ => left,
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::super::tests::article;
    use super::*;
    use crate::table::Reading;

    #[test]
    fn a_function_word_follows_its_surroundings() {
        use RunKind::{Moved, OnlyHere, Reworded, Shared};
        for (own, left, right, wanted) in [
            (Shared, Some(OnlyHere), Some(OnlyHere), OnlyHere),
            (Shared, Some(Shared), Some(OnlyHere), Shared),
            (OnlyHere, Some(Reworded), Some(Reworded), Reworded),
            (OnlyHere, Some(Shared), Some(Shared), Shared),
            (Reworded, Some(Shared), Some(Shared), Reworded),
            (Moved, Some(Moved), Some(Moved), Moved),
            (OnlyHere, None, None, OnlyHere),
        ] {
            assert_eq!(follow(own, left, right), wanted, "{own:?} between {left:?} and {right:?}");
        }
    }

    #[test]
    fn what_stands_in_the_same_place_is_a_swap_between_neighbours_of_readings_with_much_in_common() {
        let swapped = |one: &str, two: &str, near_verbatim: bool| {
            let articles = [one, two].map(article);
            let [base, other] = articles
                .each_ref()
                .map(|article| Side::new(article, &Reading { passages: vec![article.witness.text.span()] }));
            let alone = |side: &Side| vec![Mark::alone(); side.tokens.len()];
            let mut compared = Compared { base: alone(&base), other: alone(&other), near_verbatim };
            for (at, token) in other.tokens.iter().enumerate() {
                let Some(mate) = base.tokens.iter().position(|mate| mate.norm == token.norm) else { continue };
                let same = |mate| Mark {
                    kind: RunKind::Shared,
                    mates: vec![mate],
                    by_model: false,
                    by_place: false,
                    chance: 1.0,
                };
                (compared.other[at], compared.base[mate]) = (same(mate), same(at));
            }
            fill_gaps(&base, &other, &mut compared, near_verbatim);
            let found = compared.other.iter().zip(&other.tokens).filter(|(mark, _)| mark.by_place);
            found.map(|(_, token)| token.norm.clone()).collect::<Vec<_>>().join(" ")
        };
        let between = ["Cars use the old bridge today", "Cars use the rusty bridge today"];
        assert_eq!(swapped(between[0], between[1], false), "rusty");
        let at_start = ["Tired cars use the bridge today", "Some cars use the bridge today"];
        assert_eq!(swapped(at_start[0], at_start[1], false), "");
        assert_eq!(swapped(at_start[0], at_start[1], true), "some");
        let long = ["Cars use the old iron rope bridge today", "Cars use the wide stone arch bridge today"];
        assert_eq!(swapped(long[0], long[1], false), "");
        assert_eq!(swapped(long[0], long[1], true), "wide stone arch");
        let little =
            ["The old bridge", "The rusty bridge that nobody who lives here would ever dare to cross by night"];
        assert_eq!(swapped(little[0], little[1], false), "");
    }

    #[test]
    fn a_doubtful_link_is_no_swap_nor_are_forms_of_a_word_without_a_neighbour() {
        let texts = ["The board closed the ferry on Monday.", "The council shut a tunnel. Closing it pleased nobody."];
        let articles = texts.map(article);
        let [base, other] = articles
            .each_ref()
            .map(|article| Side::new(article, &Reading { passages: vec![article.witness.text.span()] }));
        let alone = |side: &Side| vec![Mark::alone(); side.tokens.len()];
        let shared =
            |mate| Mark { kind: RunKind::Shared, mates: vec![mate], by_model: false, by_place: false, chance: 1.0 };
        let kept = |at: usize, mate: usize, by_model: bool, chance: f32| {
            let mut compared = Compared { base: alone(&base), other: alone(&other), near_verbatim: false };
            let known = |mate| Mark { kind: RunKind::Reworded, mates: vec![mate], by_model, by_place: false, chance };
            // "Board" and "council" answer each other for sure, so they speak for what stands beside them.
            (compared.base[1], compared.other[1]) = (shared(1), shared(1));
            (compared.base[mate], compared.other[at]) = (known(at), known(mate));
            drop_unsupported(&base, &other, &mut compared);
            compared.other[at] != Mark::alone()
        };
        assert!(kept(2, 2, true, 0.6) && !kept(2, 2, true, 0.4));
        assert!(kept(6, 2, false, 0.9) && !kept(6, 2, false, 0.6));
    }
}
