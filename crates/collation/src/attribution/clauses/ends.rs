//! Where the content of a reporting clause ends: before what tells when and why, before a main clause, and where the
//! outlet goes on in its own words.

use std::ops::Range;

use super::super::english::Tags;
use super::super::groups::{Group, Voice};
use super::super::lead::{contracted_subject, holds_finite, is_finite};
use super::super::units::{Kind, Unit};
use super::{is_year, trim};

/// Where the name in quotation marks ends that somebody gives, before what tells when or why: "called it “a trap” two
/// months before the vote".
pub(super) fn name_end(units: &[Unit], from: usize, end: usize) -> usize {
    let adjunct = |at: usize| {
        units.get(at).is_some_and(|unit| {
            unit.is_mark(",;")
                || unit.is(Tags::COORDINATOR) && units.get(at + 1).is_some_and(is_finite)
                || unit.is(Tags::COORDINATOR)
                    && units.get(at - 1).is_some_and(|quote| quote.speech)
                    && units.get(at + 1).is_some_and(|next| next.is(Tags::PREPOSITION))
                || unit.is(Tags::DETERMINER.or(Tags::TIME).or(Tags::SUBORDINATOR))
                || unit.kind == Kind::Number
        })
    };
    let quotes = (from..end).filter(|&at| units.get(at).is_some_and(Unit::is_quote));
    let last = quotes
        .take_while(|&at| units.get(from..at).is_none_or(|before| !before.iter().any(|unit| unit.is_mark(",;"))))
        .last();
    last.map(|at| at + 1).filter(|&at| at < end && adjunct(at)).unwrap_or(end)
}

/// Where a clause between dashes ends: "Asked about it — Ode had vowed to leave — Berg said no."
pub(super) fn insertion_end(units: &[Unit], source: &Range<usize>, from: usize, end: usize) -> usize {
    let dash = |at: usize| units.get(at).is_some_and(Unit::is_dash);
    let inserted = source.start.checked_sub(1).is_some_and(dash);
    (from..end).find(|&at| inserted && dash(at)).unwrap_or(end)
}

/// Where the main clause begins in "While his aides say S, he …": the comma before it.
pub(super) fn main_clause(units: &[Unit], source: &Range<usize>, end: usize) -> Option<usize> {
    let opener = units.first().filter(|_| source.start <= 3)?;
    let dependent = opens_dependent(opener) || matches!(opener.lower.as_str(), "contrary" | "despite");
    let begins = |at: usize| {
        let head = Tags::SUBJECT.or(Tags::DETERMINER).or(Tags::TITLE);
        units
            .get(at)
            .is_some_and(|unit| unit.is(head) || unit.is_name() || unit.lower == "there" || contracted_subject(unit))
            && holds_finite(units, at..end)
    };
    (source.end..end)
        .filter(|_| dependent)
        .find(|&at| {
            units.get(at).is_some_and(|unit| unit.is_mark(",") || unit.is_quote() && unit.speech) && begins(at + 1)
        })
        .map(|at| at + usize::from(units.get(at).is_some_and(Unit::is_quote)))
}

/// Where a clause ends that a conjunction opens in the midst of its sentence: "Later, when Berg called it a trap, he left",
/// "Many, after railing against the plan, voted for it".
pub(super) fn clause_end(units: &[Unit], source: &Range<usize>, group: &Group, end: usize) -> Option<usize> {
    let opener = |at: usize| at.checked_sub(1).and_then(|at| units.get(at)).is_some_and(opens_dependent);
    let participle = group.voice == Voice::Participle && opener(group.units.start);
    // "The other, that he wants a ferry, is true": what a noun means.
    let unit = |back: usize| source.start.checked_sub(back).and_then(|at| units.get(at));
    let relative = units.get(source.start).is_some_and(|unit| matches!(unit.lower.as_str(), "who" | "which"));
    let whom = units.get(source.end - 1).is_some_and(|unit| unit.lower == "whom");
    let comma = |back: usize| unit(back).is_some_and(|unit| unit.is_mark(","));
    let apposed = unit(1).is_some_and(|unit| unit.lower == "that") && comma(2)
        || (relative && source.len() == 1 || whom) && comma(1);
    if !participle && !apposed && !opener(source.start) {
        return None;
    }
    (group.units.end..end).find(|&at| {
        let next = units.get(at + 1);
        units.get(at).is_some_and(|unit| unit.is_mark(","))
            && next.is_some_and(|next| {
                (next.is(Tags::SUBJECT) || contracted_subject(next)) && next.lower != "who" && !apposed
                    || !apposed && begins_main(units, at + 1, end)
                    || (participle || apposed) && is_finite(next) && !contracted_subject(next)
            })
    })
}

/// True where a name or a determiner begins at `at` and a finite verb follows before the next mark.
fn begins_main(units: &[Unit], at: usize, end: usize) -> bool {
    let begins = units.get(at).is_some_and(|unit| unit.is_name() || unit.is(Tags::DETERMINER.or(Tags::TITLE)));
    let mark = (at..end).find(|&at| units.get(at).is_some_and(|unit| unit.mark().is_some() || unit.is_quote()));
    begins && holds_finite(units, at + 1..mark.unwrap_or(end))
}

/// True for conjunctions that open a clause which depends on another.
fn opens_dependent(unit: &Unit) -> bool {
    matches!(
        unit.lower.as_str(),
        "while" | "although" | "though" | "when" | "if" | "since" | "because" | "after" | "before"
    )
}

/// Takes off what the outlet adds: a non-restrictive clause, a further main clause.
pub(super) fn curtail(units: &[Unit], range: Range<usize>, object: bool) -> Range<usize> {
    let cut = range.clone().skip(2).find(|&at| {
        let (Some(unit), Some(next)) = (units.get(at), units.get(at + 1)) else { return false };
        let aside = unit.is_mark(",") && matches!(next.lower.as_str(), "but" | "nor" | "who" | "while");
        // "denied the report even before the office spoke": when it was denied.
        let dashes = units.get(range.start..at).unwrap_or_default().iter().filter(|unit| unit.is_dash()).count();
        let adjunct = unit.lower == "during" && dashes % 2 == 0
            || unit.lower == "even" && matches!(next.lower.as_str(), "before" | "after" | "when");
        // "…, comments that have been condemned"
        let comment = matches!(next.lower.as_str(), "comments" | "remarks" | "words")
            && units.get(at + 2).is_some_and(|unit| matches!(unit.lower.as_str(), "that" | "which"));
        // "opposed the plan in 2010 but …": when it was opposed.
        let year = unit.lower == "in"
            && is_year(next)
            && units.get(at + 2).is_none_or(|unit| !unit.is_word() || unit.is(Tags::COORDINATOR));
        let adjunct = adjunct || year;
        let quote = unit.is_quote() && unit.speech;
        unit.is_mark(";")
            || unit.is_mark(",") && next.lower == "which"
            || (unit.is_mark(",") || quote) && comment
            || object && (adjunct || aside || goes_on(units, range.start, at))
    });
    let cut = cut.map(|at| at + usize::from(units.get(at).is_some_and(Unit::is_quote)));
    // "complained about “…,” but the suit says": the comma stands inside the marks.
    let quoted = range.clone().find(|&at| {
        let quote = units.get(at).is_some_and(|unit| unit.is_quote() && unit.speech);
        object && quote && units.get(at + 1).is_some_and(|next| next.lower == "but")
    });
    let cut = cut.into_iter().chain(quoted.map(|at| at + 1)).min();
    trim(units, range.start..cut.unwrap_or(range.end))
}

/// True where the subject goes on at `at` with something else it did: "notified the port of the crack and left it open".
fn goes_on(units: &[Unit], from: usize, at: usize) -> bool {
    let and = units.get(at).is_some_and(|unit| matches!(unit.lower.as_str(), "and" | "but"));
    let behind = units.get(at + 1..).unwrap_or_default();
    let adverbs = behind.iter().take_while(|unit| unit.is(Tags::ADVERB) && !unit.is(Tags::DETERMINER)).count();
    let (verb, next) = (behind.get(adverbs), behind.get(adverbs + 1));
    let past = |unit: &Unit| {
        !unit.capital
            && unit.kind == Kind::Word
            && unit.lower.len() > 4
            && unit.lower.ends_with("ed")
            && !unit.is(Tags::DETERMINER)
    };
    let takes = Tags::DETERMINER.or(Tags::OBJECT).or(Tags::PREPOSITION).or(Tags::SUBORDINATOR);
    let clause = units.get(from..at).unwrap_or_default();
    let verbal = |unit: &Unit| {
        is_finite(unit)
            || unit.is_quote()
            || unit.is(Tags::SUBORDINATOR) && !unit.is(Tags::PREPOSITION)
            || unit.lower == "to"
    };
    and && verb.is_some_and(past) && next.is_some_and(|next| next.is(takes)) && !clause.iter().any(verbal)
}
