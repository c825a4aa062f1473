//! Clauses whose verb nobody has done, or only may do: they report nothing.

use std::ops::Range;

use super::super::english::Tags;
use super::super::groups::{Group, Voice};
use super::super::units::Unit;
use super::Frame;

/// True for what somebody might say, where somebody else is reported to say so, and for "we must demand it".
pub(super) fn is_possible(units: &[Unit], group: &Group, source: Option<&Range<usize>>, before: &[Frame]) -> bool {
    let cue = units.get(group.units.clone()).unwrap_or_default();
    let has = |words: &[&str]| cue.iter().any(|unit| words.contains(&unit.lower.as_str()) && !unit.capital);
    // "could not confirm it": that much was told.
    let denied = cue.iter().any(|unit| unit.is(Tags::NEGATION));
    let inside =
        |frame: &Frame| !frame.void && frame.content.iter().any(|content| content.contains(&group.units.start));
    let open = has(&["could", "may", "might"]) && before.iter().any(inside);
    let subject = source.and_then(|source| units.get(source.start));
    !denied && (open || has(&["must", "should"]) && subject.is_some_and(|unit| unit.lower == "we"))
}

/// True where nobody did what the verb says: "nor did she admit it", "mocked for not answering", "but don't expect it".
pub(super) fn is_denied(units: &[Unit], group: &Group, source: &Range<usize>) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| units.get(at)).map_or("", |unit| unit.lower.as_str());
    let cue = group.units.start;
    let inverted = source.end <= cue
        && matches!(word(source.start.checked_sub(2)), "nor" | "neither")
        && source.start.checked_sub(1).and_then(|at| units.get(at)).is_some_and(|unit| unit.is(Tags::AUXILIARY));
    let undone = group.voice == Voice::Participle && word(Some(cue)) == "not" && word(cue.checked_sub(1)) == "for";
    // Behind what one alone did it tells the reader what to do.
    let held = units.get(source.clone()).unwrap_or_default();
    let several = held.iter().any(|unit| matches!(unit.lower.as_str(), "and" | "they" | "we" | "you" | "i" | "who"));
    let alone = |unit: &Unit| unit.is_name() || matches!(unit.lower.as_str(), "he" | "she" | "it");
    let imperative = group.voice == Voice::Coordinated
        && matches!(word(Some(cue)), "don't" | "do")
        && !several
        && held.last().is_some_and(alone);
    inverted || undone || imperative
}
