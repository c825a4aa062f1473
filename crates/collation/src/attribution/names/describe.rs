//! By which words a text describes somebody: "the mayor, Tom Reyd", "Reyd, a lawyer,".

use std::ops::Range;

use super::super::english::Tags;
use super::super::units::{Kind, Unit};
use super::{Named, Run, is_bearer, is_role_word};

/// True for a name with which the words before a sentence's subject end: "In a speech at Elm Hall, the senator said".
fn ends_introduction(all: &[Unit], name: &Range<usize>) -> bool {
    let mut start = name.start;
    while start > 0 && all.get(start).is_some_and(|unit| !unit.opens) {
        let before = all.get(start - 1);
        if before.is_some_and(|unit| unit.is_mark(",")) {
            return false;
        }
        if before.is_some_and(|unit| unit.mark().is_some() || unit.is_quote()) {
            break;
        }
        start -= 1;
    }
    let opens = start < name.start && all.get(start).is_some_and(|first| first.capital && first.is(Tags::PREPOSITION));
    // What stands beside a name ends in a comma of its own.
    let behind = all.get(name.end + 1..).unwrap_or_default().iter();
    opens
        && behind
            .take(16)
            .find(|unit| unit.mark().is_some() || unit.verb.is_some())
            .is_some_and(|unit| unit.verb.is_some())
}

/// Adds the words that describe a person at one mention: before the name and in its apposition.
pub(super) fn describe(all: &[Unit], run: &Run, named: &mut Named) {
    let mut add = |unit: &Unit| {
        let closed = Tags::DETERMINER
            .or(Tags::PREPOSITION)
            .or(Tags::ADVERB)
            .or(Tags::AUXILIARY)
            .or(Tags::SUBORDINATOR)
            .or(Tags::COORDINATOR)
            .or(Tags::SUBJECT)
            .or(Tags::OBJECT)
            .or(Tags::TIME);
        let describes = unit.kind == Kind::Word && !unit.is(closed) && unit.lower.len() > 2;
        if describes || unit.kind == Kind::Number {
            named.roles.push(unit.lower.clone());
        }
    };
    // "Russian Ambassador to the US Anatoly Antonov", "spokesman Josh Earnest"
    let mut at = run.units.start;
    let from = at.saturating_sub(8);
    while at > from {
        let Some(unit) = all.get(at - 1) else { break };
        let role = unit.kind == Kind::Word
            && !unit.is(Tags::AUXILIARY
                .or(Tags::SUBORDINATOR)
                .or(Tags::COORDINATOR)
                .or(Tags::SUBJECT)
                .or(Tags::VERB)
                .or(Tags::ADVERB))
            && unit.verb.is_none_or(|_| unit.capital)
            && !unit.possessive
            || matches!(unit.lower.as_str(), "to" | "of" | "for");
        if !role || unit.is(Tags::PREPOSITION) && !matches!(unit.lower.as_str(), "to" | "of" | "for") {
            break;
        }
        // "A spokesperson for Sole", "daughter of former President Sole": what stands before is somebody else.
        let between = all.get(at..run.units.start).unwrap_or_default();
        if unit.is(Tags::PREPOSITION) && (between.is_empty() || between.iter().any(|unit| is_bearer(&unit.lower))) {
            break;
        }
        at -= 1;
        let governed = at
            .checked_sub(1)
            .and_then(|at| all.get(at))
            .is_some_and(|before| matches!(before.lower.as_str(), "to" | "of" | "for"));
        if unit.is(Tags::DETERMINER) && !governed {
            break;
        }
    }
    // Only where a role noun stands there, so that "told Trump" describes nobody.
    if all.get(at..run.units.start).unwrap_or_default().iter().any(|unit| is_role_word(&unit.lower)) {
        all.get(at..run.units.start).unwrap_or_default().iter().for_each(&mut add);
    }
    // "the Russian ambassador to Washington, Anatoly Antonov", "their teacher, Jens Olmo"
    let points = |unit: &Unit| matches!(unit.lower.as_str(), "the" | "their" | "his" | "her" | "our");
    let comma = run.from.checked_sub(1).filter(|&at| all.get(at).is_some_and(|unit| unit.is_mark(",")));
    if let Some(comma) = comma {
        let the = (comma.saturating_sub(8)..comma).rev().find(|&at| {
            all.get(at).is_some_and(|unit| {
                unit.mark().is_some()
                    || points(unit)
                        && !all
                            .get(at.saturating_sub(1))
                            .is_some_and(|before| before.is(Tags::PREPOSITION) && at + 4 > comma)
            })
        });
        let role = the.filter(|&at| all.get(at).is_some_and(points));
        if let Some(words) =
            role.and_then(|at| all.get(at..comma)).filter(|words| words.iter().any(|unit| is_role_word(&unit.lower)))
        {
            words.iter().for_each(&mut add);
        }
    }
    // "Antonov, the ambassador to Washington,"; "Antonov, 67,"
    if all.get(run.units.end).is_some_and(|unit| unit.is_mark(",")) {
        let first = all.get(run.units.end + 1);
        let apposes = first.is_some_and(|unit| {
            matches!(unit.lower.as_str(), "the" | "a" | "an" | "former" | "one")
                || unit.lower == "who"
                    && all.get(run.units.end + 2).is_some_and(|verb| matches!(verb.lower.as_str(), "is" | "was"))
                || is_role_word(&unit.lower)
                || unit.kind == Kind::Number
        });
        if apposes && !ends_introduction(all, &(run.from..run.units.end)) {
            for unit in all.get(run.units.end + 1..all.len().min(run.units.end + 10)).unwrap_or_default() {
                if unit.mark().is_some() || unit.is_quote() || unit.verb.is_some() && !unit.capital {
                    break;
                }
                add(unit);
            }
        }
    } else if all.get(run.units.end).is_some_and(|unit| matches!(unit.lower.as_str(), "is" | "was")) {
        let apposes = all.get(run.units.end + 1).is_some_and(|unit| matches!(unit.lower.as_str(), "the" | "a" | "an"));
        if apposes {
            for unit in all.get(run.units.end + 2..all.len().min(run.units.end + 6)).unwrap_or_default() {
                if unit.mark().is_some() || unit.is_quote() || unit.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR)) {
                    break;
                }
                add(unit);
            }
        }
    }
}
