//! Noun phrases beside a reporting word: who is reported.
//!
//! Knows the units of one sentence. A phrase is found by its borders, since no list holds all nouns.

use std::ops::Range;

use super::english::Tags;
use super::units::{Kind, Unit};

/// Longest phrase that is taken for a source, in units.
const LONGEST: usize = 40;

/// Characters of a quotation that may be a name inside a phrase, at most.
const LONGEST_NAME: usize = 40;

/// Words before which a subject cannot go on to the left.
const CLAUSE_WALL: Tags = Tags::SUBORDINATOR.or(Tags::AUXILIARY);

/// The subject that ends right before `end`, in a sentence's units. `from` is the first unit that
/// it may hold.
pub(super) fn left(units: &[Unit], from: usize, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|&last| last >= from)?;
    let unit = units.get(last)?;
    if unit.is(Tags::SUBJECT) && unit.lower != "others" && unit.lower != "themselves" {
        return Some(last..end);
    }
    if is_contracted(unit) {
        return Some(last..end);
    }
    if unit.lower == "whom" {
        // "many of whom say"
        let start = last.saturating_sub(2);
        return units.get(start).is_some_and(Unit::is_word).then_some(start..end);
    }
    if matches!(unit.lower.as_str(), "that" | "which") {
        // A relative clause: "the states that oppose …".
        let before = last.checked_sub(1).and_then(|at| units.get(at));
        return before
            .is_some_and(|before| before.is_word() || before.is_mark(",") || before.is_dash())
            .then_some(last..end);
    }
    if unit.is_mark(",") {
        return apposed(units, from, last);
    }
    if unit.is_dash() {
        let open = (from..last).rev().find(|&at| units.get(at).is_some_and(Unit::is_dash))?;
        return plain(units, from, open).map(|phrase| phrase.start..last);
    }
    plain(units, from, end)
}

/// True for "he's" and the like, the pronoun being the subject.
fn is_contracted(unit: &Unit) -> bool {
    let Some((left, right)) = unit.lower.split_once('\'') else { return false };
    matches!(left, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "who") && right.len() <= 2
}

/// The noun phrase that ends right before `end` and begins with its nearest determiner or name.
pub(super) fn nearest(units: &[Unit], end: usize) -> Option<Range<usize>> {
    let wall = Tags::PREPOSITION.or(Tags::AUXILIARY).or(Tags::COORDINATOR).or(Tags::VERB).or(Tags::SUBORDINATOR);
    let mut start = end;
    while start > 0 && end - start < 8 {
        let unit = units.get(start - 1)?;
        let verb = unit.verb.is_some_and(|verb| verb.form.past) && !unit.capital;
        if !unit.is_word() || unit.is(wall) && !unit.is_name() || verb {
            break;
        }
        start -= 1;
        if unit.is(Tags::DETERMINER.or(Tags::SUBJECT)) {
            break;
        }
    }
    let phrase = start..end;
    (start < end && is_source(units, &phrase)).then_some(phrase)
}

/// A subject with an apposition or relative clause between commas, the latter at `comma`.
fn apposed(units: &[Unit], from: usize, comma: usize) -> Option<Range<usize>> {
    let wall = (from..comma)
        .rev()
        .take_while(|&at| comma - at < LONGEST)
        .find(|&at| {
            // "Marcia “Cia” Price": a name in marks is part of it.
            let is_quote = |unit: &Unit| unit.is_quote() && (unit.speech || unit.span.len() > LONGEST_NAME);
            units.get(at).is_some_and(|unit| unit.is_mark(";:") || unit.is_dash() || is_quote(unit))
        })
        .map_or(from, |at| at + 1);
    let commas: Vec<usize> = (wall..comma).filter(|&at| units.get(at).is_some_and(|unit| unit.is_mark(","))).collect();
    let mut best = None;
    for &at in commas.iter().rev() {
        let Some(phrase) = plain(units, wall, at) else { continue };
        let head = units.get(phrase.start)?;
        let next = units.get(at + 1)?;
        // "Speaking in Ohio, Mayor Vale, who …, said": what goes before is no name.
        let behind = units.get(phrase.start + 1);
        let participle = head.lower.ends_with("ing")
            && behind.is_some_and(|next| next.is(Tags::PREPOSITION.or(Tags::DETERMINER).or(Tags::ADVERB)));
        let inserted = head.is_name() && !participle || head.is(Tags::DETERMINER);
        let fits = inserted && !(next.is(Tags::SUBJECT) && next.lower != "who") && !next.is(Tags::COORDINATOR);
        let near_name = best.is_none() || head.is_name() || phrase.start == wall;
        if fits && near_name {
            best = Some(phrase.start..comma);
        }
    }
    best
}

/// A noun phrase without apposition that ends right before `end`.
fn plain(units: &[Unit], from: usize, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    let mut depth = 0usize;
    while start > from && end - start < LONGEST {
        let unit = units.get(start - 1)?;
        let inside = depth > 0;
        match unit.kind {
            Kind::Mark(')' | ']') => depth += 1,
            Kind::Mark('(' | '[') if inside => depth -= 1,
            // "Jon Tester, Sherrod Brown and David Vitter said"
            Kind::Mark(',') if !inside && lists_on(units, from, start - 1, end) => {}
            Kind::Mark('/' | '&' | '+' | '%') => {}
            Kind::Mark(_) if !inside => break,
            Kind::Quote(_) if !inside && (start == end || unit.speech || unit.span.len() > LONGEST_NAME) => break,
            Kind::Word | Kind::Number if !inside => {
                if unit.is(CLAUSE_WALL) && !unit.is(Tags::PREPOSITION) && !(unit.lower == "may" && unit.capital) {
                    // "Democrats who now control the House say": the subject is whom the clause tells of.
                    let told = (unit.lower == "who" && start < end).then(|| plain(units, from, start - 1)).flatten();
                    if let Some(told) = told {
                        return Some(told.start..end);
                    }
                    break;
                }
                if unit.is(Tags::SUBORDINATOR)
                    && matches!(unit.lower.as_str(), "as" | "after" | "before" | "since" | "than" | "until")
                {
                    break;
                }
                if unit.is(Tags::VERB) && !unit.capital {
                    break;
                }
                if let Some(verb) = unit.verb
                    && start < end
                    && !unit.capital
                    && (verb.form.past || verb.form.third)
                    && is_finite_here(units, start - 1)
                    && !is_reduced(units, start - 1)
                {
                    break;
                }
                if unit.is(Tags::SUBJECT) && !unit.is(Tags::OBJECT) && start < end {
                    // "the jobs | he and Berg say the plan would bring"
                    let joined = units.get(start).is_some_and(|next| next.is(Tags::COORDINATOR));
                    if joined && start > from + 1 && units.get(start - 2).is_some_and(Unit::is_word) {
                        start -= 1;
                        break;
                    }
                    // "all the experts I interviewed"
                    let border = Tags::PREPOSITION.or(Tags::COORDINATOR).or(Tags::SUBORDINATOR);
                    let noun = |before: &Unit| before.kind == Kind::Word && !before.is(border);
                    if !(end - start <= 2 && start >= from + 2 && units.get(start - 2).is_some_and(noun)) {
                        break;
                    }
                }
            }
            _ => {}
        }
        start -= 1;
    }
    let start = strip(units, start, end)?;
    let phrase = start..end;
    is_source(units, &phrase).then_some(phrase)
}

/// True where the verb form at `at` looks finite: no determiner, possessive or preposition before it.
fn is_finite_here(units: &[Unit], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| units.get(at)) else { return false };
    let Some(unit) = units.get(at) else { return false };
    if before.possessive || before.is(Tags::DETERMINER) && !before.is(Tags::OBJECT) || before.is(Tags::PREPOSITION) {
        return false;
    }
    let next = units.get(at + 1);
    if unit.verb.is_some_and(|verb| verb.form.third) {
        // Plural nouns: "the campaign's plans", "health claims by".
        return before.is(Tags::SUBJECT)
            || before.is_name() && next.is_some_and(|next| next.is(Tags::SUBORDINATOR.or(Tags::DETERMINER)));
    }
    true
}

/// True for a participle beside its noun: "documents seen by the council".
fn is_reduced(units: &[Unit], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| units.get(at));
    let by = units.get(at + 1).is_some_and(|next| next.lower == "by");
    by && before.is_some_and(|before| before.kind == Kind::Word && before.tags == Tags::NONE)
}

/// True where the comma at `at` stands in a list of names that ends in "and Name" before `end`.
fn lists_on(units: &[Unit], from: usize, at: usize, end: usize) -> bool {
    let name = |at: usize| units.get(at).is_some_and(|unit| unit.is_name() || unit.is_mark(")"));
    at > from
        && name(at - 1)
        && units.get(at + 1).is_some_and(|unit| unit.is_name() || unit.is(Tags::COORDINATOR))
        && (at + 1..end.min(at + 12)).any(|at| units.get(at).is_some_and(|unit| unit.lower == "and"))
        && units.get(end - 1).is_some_and(|unit| unit.is_name() || unit.is_mark(")"))
}

/// Takes what opens a clause but is no part of its subject off the front.
fn strip(units: &[Unit], mut start: usize, end: usize) -> Option<usize> {
    loop {
        let unit = units.get(start).filter(|_| start < end)?;
        let next = units.get(start + 1).filter(|_| start + 1 < end);
        let opener = unit.is(Tags::COORDINATOR)
            || unit.is(Tags::SUBORDINATOR) && !unit.is(Tags::DETERMINER) && unit.lower != "who"
            || unit.is(Tags::ADVERB)
                && !unit.is(Tags::DETERMINER)
                && unit.kind == Kind::Word
                && next.is_some()
                && !(unit.capital && next.is_some_and(Unit::is_name) && start > 0)
            || unit.is_mark(",)/&")
            || unit.is(Tags::TIME) && !unit.is_name();
        if opener {
            start += 1;
            continue;
        }
        // "last week Stumpf", "this year the bank"
        if (unit.is(Tags::DETERMINER) || matches!(unit.lower.as_str(), "last" | "next" | "earlier" | "late" | "early"))
            && next.is_some_and(|next| next.is(Tags::TIME) && !next.possessive && !next.is_name())
            && start + 2 < end
        {
            start += 2;
            continue;
        }
        break;
    }
    let first = units.get(start)?;
    if !first.is(Tags::PREPOSITION) {
        return Some(coordinated(units, start, end));
    }
    // "In Ohio on Monday Clinton": the last phrase that no preposition governs.
    let mut found = None;
    for at in start + 1..end {
        let (Some(unit), Some(before)) = (units.get(at), units.get(at - 1)) else { break };
        let begins = unit.is(Tags::DETERMINER) && !before.is(Tags::DETERMINER)
            || unit.is_name() && !before.is_name() && !before.is(Tags::DETERMINER) && !before.is(Tags::TITLE)
            || before.is(Tags::TIME)
                && unit.is_word()
                && !unit.is(Tags::PREPOSITION.or(Tags::TIME))
                && unit.kind != Kind::Number;
        if begins && !before.is(Tags::PREPOSITION) && !before.possessive && !before.is(Tags::COORDINATOR) {
            found = Some(at);
        }
    }
    found
}

/// Cuts "… the rally and Clinton" to "Clinton" where the part before `and` can't be a subject too.
fn coordinated(units: &[Unit], start: usize, end: usize) -> usize {
    let and = (start..end)
        .rev()
        .find(|&at| units.get(at).is_some_and(|unit| matches!(unit.lower.as_str(), "and" | "but" | "or")));
    let Some(and) = and else { return start };
    let clause_before = (start..and).any(|at| {
        units.get(at).is_some_and(|unit| {
            unit.is(Tags::AUXILIARY.or(Tags::VERB)) || unit.verb.is_some_and(|verb| verb.form.past) && !unit.capital
        })
    });
    if units.get(and).is_some_and(|unit| unit.lower == "but") || clause_before { and + 1 } else { start }
}

/// Nouns that stand for people who speak, without an article.
const BARE_NOUNS: &str = " one ";

/// True where the phrase can be somebody who is reported.
pub(super) fn is_source(units: &[Unit], phrase: &Range<usize>) -> bool {
    let Some(words) = units.get(phrase.clone()) else { return false };
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    if words.len() == 1 {
        if first.is(Tags::SUBJECT) {
            return true;
        }
        if first.is(Tags::DETERMINER) {
            return matches!(
                first.lower.as_str(),
                "some"
                    | "many"
                    | "most"
                    | "several"
                    | "all"
                    | "both"
                    | "few"
                    | "another"
                    | "others"
                    | "one"
                    | "this"
                    | "that"
                    | "these"
                    | "those"
            );
        }
        if first.kind != Kind::Word || first.possessive || BARE_NOUNS.contains(first.lower.as_str()) {
            return false;
        }
        let closed = Tags::ADVERB
            .or(Tags::PREPOSITION)
            .or(Tags::SUBORDINATOR)
            .or(Tags::COORDINATOR)
            .or(Tags::AUXILIARY)
            .or(Tags::TIME)
            .or(Tags::OBJECT);
        return (first.is_name() || first.lower.ends_with('s') && first.lower.len() > 3 || first.capital)
            && (!first.is(closed) || first.is_name())
            || matches!(first.lower.as_str(), "people" | "police" | "prosecutors" | "women" | "men" | "media");
    }
    if last.possessive || last.is(Tags::PREPOSITION.or(Tags::DETERMINER).or(Tags::COORDINATOR)) {
        return false;
    }
    first.is_name()
        || first.is(Tags::DETERMINER)
        || words.iter().any(|unit| unit.is_name() || unit.lower.ends_with('s') && unit.is_word())
        || first.kind == Kind::Number
}

/// The noun phrase that begins at `at`, with the name that explains it: "said the spokesman, Tom Reyd", "said Berg's
/// predecessor, Tom Reyd".
pub(super) fn right_with_name(units: &[Unit], at: usize, limit: usize) -> Option<Range<usize>> {
    let phrase = right(units, at, limit)?;
    let described = units.get(phrase.clone()).unwrap_or_default();
    let owned = described.iter().any(|unit| unit.possessive)
        || described.first().is_some_and(|unit| matches!(unit.lower.as_str(), "his" | "her" | "their" | "its"));
    let role = (owned || described.first().is_some_and(|unit| unit.is(Tags::DETERMINER) && !unit.capital))
        && described.last().is_some_and(|unit| {
            super::names::is_role_word(&unit.lower)
                || owned && unit.kind == Kind::Word && !unit.capital && !unit.lower.ends_with('s')
        });
    let comma = units.get(phrase.end).filter(|_| phrase.end < limit).is_some_and(|unit| unit.is_mark(","));
    let name = super::names::run(units, phrase.end + 1, limit).filter(|_| role && comma);
    let closes =
        |end: usize| units.get(end).filter(|_| end < limit).is_none_or(|unit| unit.is_mark(",.;") || unit.is_dash());
    let name = name.filter(|name| name.units.len() >= 2 && closes(name.units.end));
    Some(name.map_or(phrase.clone(), |name| phrase.start..name.units.end))
}

/// The noun phrase that begins at `at`: "said Scott Pruitt, the attorney general".
pub(super) fn right(units: &[Unit], at: usize, limit: usize) -> Option<Range<usize>> {
    let mut end = at;
    while end < limit && end - at < LONGEST {
        let unit = units.get(end)?;
        let next = units.get(end + 1).filter(|_| end + 1 < limit);
        let goes_on = match unit.kind {
            Kind::Mark('(') if end > at => {
                let close = (end..limit.min(end + 8)).find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(")")));
                let Some(close) = close else { break };
                end = close + 1;
                continue;
            }
            Kind::Mark('&' | '/') => true,
            Kind::Mark(_) | Kind::Quote(_) => false,
            Kind::Number => end == at || !units.get(end - 1).is_some_and(|before| before.is(Tags::TIME)),
            Kind::Word => {
                if end == at && unit.is(Tags::SUBJECT.or(Tags::OBJECT)) && unit.lower != "her" {
                    return Some(at..at + 1);
                }
                if unit.lower == "of" || unit.lower == "for" && end > at {
                    end > at
                        && next.is_some_and(|next| next.is_name() || next.is(Tags::DETERMINER) || unit.lower == "of")
                } else if matches!(unit.lower.as_str(), "with" | "at" | "from" | "in") && end > at + 1 {
                    // "a professor at Yale", not "Trump in Ohio".
                    next.is_some_and(|next| next.is_name() || next.lower == "the")
                        && units.get(at).is_some_and(|first| first.is(Tags::DETERMINER))
                        && units.get(end - 1).is_some_and(|before| !before.is_name())
                } else if matches!(unit.lower.as_str(), "and" | "&") {
                    end > at
                        && next.is_some_and(|next| next.is_name() || next.is(Tags::DETERMINER))
                        && !next.is_some_and(|next| next.verb.is_some() && !next.capital)
                } else if !unit.capital
                    && (unit.is(Tags::VERB)
                        || end > at
                            && unit.verb.is_some_and(|verb| verb.form.past || verb.form.third)
                            && !units.get(end - 1).is_some_and(|before| before.is(Tags::DETERMINER)))
                {
                    false
                } else if unit.is_name() && end > at {
                    // "according to a memo Comey wrote": no role, so another phrase begins.
                    let described = units.get(at).is_some_and(|first| first.is(Tags::DETERMINER));
                    let common = units.get(end - 1).is_some_and(|before| {
                        !before.is_name()
                            && before.kind == Kind::Word
                            && !before.is(Tags::DETERMINER.or(Tags::PREPOSITION).or(Tags::COORDINATOR))
                    });
                    !(described
                        && common
                        && !units.get(end - 1).is_some_and(|before| {
                            let one = before.lower.strip_suffix('s').unwrap_or(&before.lower);
                            super::names::is_role_word(&before.lower) || super::names::is_role_word(one)
                        }))
                } else if unit.is_name() {
                    true
                } else {
                    let closed = Tags::PREPOSITION
                        .or(Tags::SUBORDINATOR)
                        .or(Tags::COORDINATOR)
                        .or(Tags::AUXILIARY)
                        .or(Tags::SUBJECT)
                        .or(Tags::OBJECT);
                    let late = end > at
                        && unit.is(Tags::DETERMINER)
                        && !units.get(end - 1).is_some_and(|before| {
                            before.is(Tags::DETERMINER)
                                || before.lower == "of"
                                || before.lower == "for"
                                || before.lower == "and"
                                || before.lower == "at"
                        });
                    let open = unit.is(Tags::DETERMINER) || !unit.is(closed.or(Tags::ADVERB));
                    open && !late && !unit.is(Tags::TIME)
                }
            }
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    while end > at
        && units.get(end - 1).is_some_and(|unit| unit.is(Tags::PREPOSITION.or(Tags::COORDINATOR)) && !unit.is_name())
    {
        end -= 1;
    }
    let phrase = at..end;
    (end > at && is_source(units, &phrase)).then_some(phrase)
}
