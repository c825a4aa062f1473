//! Statements that a noun reports: "Berg's claim that …", "their fear that …".

use std::ops::Range;

use super::super::cues;
use super::super::english::Tags;
use super::super::lead::{contracted_subject, is_finite};
use super::super::units::Unit;
use super::{Frame, main_clause, trim};

/// "Blinken's comment that …", "their fear that …".
pub(super) fn noun_cue(units: &[Unit], at: usize, end: usize) -> Option<Frame> {
    let unit = units.get(at)?;
    if unit.capital && at > 0 || unit.possessive || !cues::is_reporting_noun(&unit.lower) {
        return None;
    }
    units.get(at + 1).filter(|next| next.lower == "that")?;
    let next = units.get(at + 2)?;
    // "the report that prompted": a relative clause, no content.
    if is_finite(next) && !contracted_subject(next) {
        return None;
    }
    let owner = owner(units, at)?;
    let end = main_clause(units, &owner, end).unwrap_or(end).max(at + 3);
    let cue = owner.end..at + 1;
    Some(Frame { source: Some(owner), cue, content: vec![trim(units, at + 1..end)], ..Frame::default() })
}

/// Whose statement the noun at `at` is: "Trump's repeated claim", "their fear".
fn owner(units: &[Unit], at: usize) -> Option<Range<usize>> {
    for back in 1..=3 {
        let place = at.checked_sub(back)?;
        let unit = units.get(place)?;
        if unit.possessive {
            let mut start = place;
            while start > 0
                && units.get(start - 1).is_some_and(|unit| {
                    unit.is_name()
                        || unit.is(Tags::TITLE.or(Tags::DETERMINER))
                        || unit.lower == "of" && start > 1 && units.get(start - 2).is_some_and(Unit::is_name)
                })
            {
                start -= 1;
            }
            return Some(start..place + 1);
        }
        if matches!(unit.lower.as_str(), "his" | "her" | "their" | "my" | "our" | "its") {
            return Some(place..place + 1);
        }
        if !unit.is_word() || unit.is(Tags::DETERMINER.or(Tags::PREPOSITION)) {
            return None;
        }
    }
    None
}
