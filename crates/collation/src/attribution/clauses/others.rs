//! Clauses in another order or voice: "Said Berg: …", "Claiming that S, Berg …", "was quoted as saying",
//! "according to".

use super::super::english::Tags;
use super::super::groups::{Group, Voice};
use super::super::lead::holds_finite;
use super::super::sources;
use super::super::units::{Kind, Unit};
use super::{Frame, curtail, forward, main_clause, subject_from, trim};

/// "Said Ellis: …"
pub(super) fn opening_verb(units: &[Unit], group: &Group, end: usize) -> Option<Frame> {
    let source = sources::right(units, group.units.end, units.len())?;
    let mark = units.get(source.end).filter(|unit| unit.is_mark(":,"))?;
    let content = trim(units, source.end + 1..end.max(source.end + 1));
    let announces = content.is_empty() && mark.is_mark(":");
    let content = if content.is_empty() { Vec::new() } else { vec![content] };
    (announces || !content.is_empty()).then(|| Frame {
        source: Some(source),
        cue: group.units.clone(),
        content,
        speech: true,
        announces,
        ..Frame::default()
    })
}

/// "Claiming that S, NP …": the subject stands behind the comma.
pub(super) fn opening_participle(units: &[Unit], group: &Group, end: usize) -> Option<Frame> {
    let comma = (group.units.end..end).find(|&at| {
        let begins = Tags::SUBJECT.or(Tags::DETERMINER).or(Tags::TITLE);
        let next = units.get(at + 1).is_some_and(|next| next.is_name() || next.is(begins));
        next && units.get(at).is_some_and(|unit| unit.is_mark(",") || unit.is_quote() && unit.speech)
    })?;
    let source = sources::right(units, comma + 1, units.len())?;
    let last = comma + usize::from(units.get(comma).is_some_and(Unit::is_quote));
    forward(units, group, last, source, false).map(|frame| Frame { speech: false, ..frame })
}

pub(super) fn passive(units: &[Unit], group: &Group, end: usize, barrier: usize) -> Option<Frame> {
    let cue = group.units.clone();
    let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
    let subject = || sources::left(units, subject_from(units, cue.start, barrier), cue.start);
    // "was supposed to be led by Berg": Berg leads and supposes nothing.
    let by = (cue.end..end.min(cue.end + 4)).find(|&at| word(at) == "by").filter(|_| word(cue.end) != "to");
    // "was labeled “X” by NP": what was said stands between the marks, the subject is whom it was said of.
    if units.get(cue.end).is_some_and(Unit::is_quote) {
        let said = cue.end..cue.end + 1;
        let source = by.and_then(|by| sources::right(units, by + 1, units.len()));
        return Some(Frame { source, cue: cue.clone(), content: vec![said], ..Frame::default() });
    }
    if let Some(by) = by {
        let source = sources::right(units, by + 1, units.len())?;
        let content = vec![trim(units, subject()?)];
        return Some(Frame { source: Some(source), cue: cue.start..by + 1, content, ..Frame::default() });
    }
    // "was quoted as saying": the subject is the source.
    if word(cue.end) == "as" && word(cue.end + 1) == "saying" {
        let at = cue.end + 2;
        let at = at + usize::from(units.get(at).is_some_and(|unit| unit.is_mark(",:")));
        let source = subject()?;
        return (at < end).then(|| Frame {
            source: Some(source),
            cue: cue.start..cue.end + 2,
            content: vec![trim(units, at..end)],
            speech: true,
            ..Frame::default()
        });
    }
    // "was accused of hiding it", "is expected to last": by nobody in particular.
    let charged =
        matches!(group.verb.lemma, "accuse" | "blame" | "criticize" | "criticise" | "condemn" | "praise" | "suspect")
            && matches!(word(cue.end), "of" | "for" | "over");
    let held = matches!(
        group.verb.lemma,
        "say" | "believe" | "think" | "expect" | "report" | "allege" | "understand" | "consider"
    ) && word(cue.end) == "to"
        && units.get(cue.end + 1).is_some_and(|next| next.kind == Kind::Word && next.verb.is_none());
    // "officers accused of hiding it": whom it is said of stands in another clause.
    if charged && group.voice == Voice::Reduced {
        let rest = curtail(units, cue.end..end.max(cue.end), true);
        return (!rest.is_empty()).then(|| Frame { cue, content: vec![rest], ..Frame::default() });
    }
    if charged || held {
        let subject = subject().filter(|subject| {
            !units.get(subject.start).is_some_and(|unit| matches!(unit.lower.as_str(), "who" | "which" | "that"))
        })?;
        let end = main_clause(units, &subject, end).unwrap_or(end);
        let rest = curtail(units, cue.end + usize::from(charged)..end.max(cue.end), true);
        let cue = cue.start..cue.end + usize::from(charged);
        return (!rest.is_empty()).then(|| Frame { cue, content: vec![subject, rest], ..Frame::default() });
    }
    None
}

/// "According to NP, S" and "S, according to NP[, S]".
pub(super) fn according(units: &[Unit], at: usize, end: usize) -> Option<Frame> {
    let source = sources::right_with_name(units, at + 2, units.len())?;
    let mut start = at;
    while start > 0 && units.get(start - 1).is_some_and(|unit| unit.is(Tags::ADVERB.or(Tags::COORDINATOR))) {
        start -= 1;
    }
    let comma = (source.end..end).find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(",")));
    let mut content = Vec::new();
    if start == 0 {
        content.push(trim(units, comma? + 1..end));
    } else {
        let semicolon = (0..start).rev().find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(";")));
        content.push(trim(units, semicolon.map_or(0, |at| at + 1)..start));
        if let Some(comma) = comma.filter(|&comma| comma == source.end && holds_finite(units, comma + 1..end)) {
            content.push(trim(units, comma + 1..end));
        }
    }
    content.retain(|content| !content.is_empty());
    let backward = start > 0;
    (!content.is_empty()).then(|| Frame {
        source: Some(source),
        cue: at..at + 2,
        content,
        speech: true,
        backward,
        ..Frame::default()
    })
}
