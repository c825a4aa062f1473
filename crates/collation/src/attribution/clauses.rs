//! Patterns of reporting clauses: which words of a sentence are cue, source and content.
//!
//! Knows one sentence at a time. Patterns read a sentence as units, so they see where a quotation
//! stands but not into it. They are English; other languages don't come here.

use std::ops::Range;

use super::cues;
use super::english::Tags;
use super::groups::{Group, Voice, group};
use super::sources;
use super::units::{Kind, Unit};

/// A reporting clause. Ranges count the units of its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    pub(super) content: Vec<Range<usize>>,
    /// Its source is taken over from another clause.
    pub(super) inherits: bool,
    /// Content may go on in further quotations.
    pub(super) speech: bool,
    /// The colon or comma at the end of the paragraph promises content in the next.
    pub(super) announces: bool,
}

/// The reporting clauses of a sentence, in the order of their cues.
pub(super) fn frames(units: &[Unit]) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    let end = content_end(units);
    let mut at = 0;
    while at < units.len() {
        let Some(unit) = units.get(at) else { break };
        if unit.lower == "according" && units.get(at + 1).is_some_and(|next| next.lower == "to") {
            if let Some(frame) = according(units, at, end) {
                found.push(frame);
            }
            at += 2;
            continue;
        }
        let frame = group(units, at).and_then(|group| clause(units, &group, end, &found));
        match frame {
            Some(frame) => {
                at = frame.cue.end.max(at + 1);
                found.push(frame);
            }
            None => {
                if let Some(frame) = noun_cue(units, at, end) {
                    found.push(frame);
                }
                at += 1;
            }
        }
    }
    if found.is_empty() {
        found.extend(label(units, end));
    }
    share(units, &mut found);
    found
}

/// Where content ends at the latest: before the sentence's last full stop.
fn content_end(units: &[Unit]) -> usize {
    let mut end = units.len();
    while end > 0 && units.get(end - 1).is_some_and(|unit| unit.is_mark(".!?…:;,)]")) {
        end -= 1;
    }
    if end == 0 { units.len() } else { end }
}

/// What follows a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// A clause with `that` or a question word.
    Clause(usize),
    /// A quotation, behind a comma, a colon or nothing.
    Quote(usize),
    /// A clause without `that`.
    Bare(usize),
    Infinitive(usize),
    Object(usize),
    /// `:` at the end, content comes in the next paragraph.
    Announced,
    /// A comma, then more: the clause is in the midst of its content.
    Comma(usize),
    End,
}

fn clause(units: &[Unit], group: &Group, end: usize, before: &[Frame]) -> Option<Frame> {
    let cue = group.units.clone();
    let verb = group.verb;
    let barrier = before.last().map_or(0, |frame| frame.cue.end);
    match group.voice {
        Voice::Passive | Voice::Reduced => return passive(units, group, end, barrier),
        Voice::Coordinated => {
            let source = inherited(units, cue.start, before)?;
            return forward(units, group, end, Some(source), true);
        }
        Voice::Participle => {
            let source = inherited(units, cue.start, before)?;
            return forward(units, group, end, Some(source), true);
        }
        Voice::Finite => {}
    }
    // "…," said Caddell
    if let Some(frame) = inverted(units, group, end, barrier) {
        return Some(frame);
    }
    let source = sources::left(units, barrier_before(units, cue.start, barrier), cue.start)?;
    let lead = lead(units, group, end);
    // "…," Caddell said[, "…"]
    let gap = source.start.checked_sub(1).and_then(|at| units.get(at));
    let before_comma = gap.is_some_and(|unit| unit.is_mark(",") || unit.is_dash()) && source.start > 1;
    let after_quote =
        gap.is_some_and(Unit::is_quote) || before_comma && units.get(source.start - 2).is_some_and(Unit::is_quote);
    let backward = verb.clause || after_quote;
    if backward && (after_quote || before_comma) && !matches!(lead, Lead::Clause(_) | Lead::Announced) {
        let from = left_content(units, source.start, barrier);
        let words =
            from.clone().filter(|&at| units.get(at).is_some_and(|unit| unit.is_word() || unit.is_quote())).count();
        let solid = after_quote || words >= 3 && holds_finite(units, &from);
        let ends = matches!(lead, Lead::End);
        let goes_on = match lead {
            Lead::Comma(at) => Some(at),
            Lead::Quote(at) if after_quote => Some(at),
            _ => None,
        };
        if solid
            && (ends
                || goes_on.is_some()
                || after_quote && matches!(lead, Lead::Object(_) | Lead::Bare(_) | Lead::Infinitive(_)))
        {
            let mut content = vec![trim(units, from)];
            if let Some(at) = goes_on.filter(|&at| continues(units, at, end, after_quote)) {
                content.push(trim(units, at..end));
            }
            return Some(Frame { source: Some(source), cue, content, inherits: false, speech: true, announces: false });
        }
    }
    forward(units, group, end, Some(source), false)
}

/// True where what follows the comma behind "she said," carries the content on.
fn continues(units: &[Unit], at: usize, end: usize, quoted: bool) -> bool {
    let Some(unit) = units.get(at) else { return false };
    if unit.is_quote() {
        return true;
    }
    !quoted
        && at + 2 < end
        && !unit.verb.is_some_and(|verb| verb.form.ing)
        && !matches!(unit.lower.as_str(), "who" | "which" | "when" | "while" | "as" | "and" | "after")
}

fn trim(units: &[Unit], range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    while start < end && units.get(start).is_some_and(|unit| unit.is_mark(",;:.") || unit.is_dash()) {
        start += 1;
    }
    while end > start && units.get(end - 1).is_some_and(|unit| unit.is_mark(",;:") || unit.is_dash()) {
        end -= 1;
    }
    start..end
}

/// The clause that ends before a reporting clause, back to the sentence's or the last cue's border.
fn left_content(units: &[Unit], end: usize, barrier: usize) -> Range<usize> {
    let mut start = barrier;
    if barrier > 0 {
        // Behind another reporting clause: from the next comma or quotation on.
        start = (barrier..end)
            .find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(",;:") || unit.is_quote() || unit.is_dash()))
            .unwrap_or(end);
    }
    if units.get(start).is_some_and(|unit| unit.is(Tags::COORDINATOR))
        && units.get(start + 1).is_some_and(|unit| unit.is_quote() || unit.is_mark(","))
    {
        start += 1;
    }
    start..end
}

fn holds_finite(units: &[Unit], range: &Range<usize>) -> bool {
    range.clone().any(|at| {
        units.get(at).is_some_and(|unit| {
            unit.is(Tags::AUXILIARY.or(Tags::VERB))
                || unit.is_quote()
                || unit.verb.is_some_and(|verb| verb.form.past || verb.form.third) && !unit.capital
                || unit.is_word() && !unit.capital && unit.lower.ends_with("ed") && unit.lower.len() > 4
        })
    })
}

/// First unit that a subject before `cue` may hold.
fn barrier_before(units: &[Unit], cue: usize, barrier: usize) -> usize {
    let wall = (barrier..cue).rev().find(|&at| {
        units
            .get(at)
            .is_some_and(|unit| unit.is_mark(";:") || unit.is_quote() && at + 1 < cue && is_utterance(units, at))
    });
    wall.map_or(barrier, |at| at + 1)
}

/// True where a quotation is speech by its looks: a comma or stop goes with it.
fn is_utterance(units: &[Unit], at: usize) -> bool {
    units.get(at).is_some_and(|unit| unit.speech || unit.span.len() > 40)
        || units.get(at + 1).is_some_and(|next| next.is_mark(","))
}

fn inverted(units: &[Unit], group: &Group, end: usize, barrier: usize) -> Option<Frame> {
    let cue = group.units.clone();
    let form = group.verb.form;
    if !(form.past || form.third) || cue.start == 0 {
        return None;
    }
    let before = units.get(cue.start - 1)?;
    let after_quote = before.is_quote()
        || before.is_mark(",") && cue.start > 1 && units.get(cue.start - 2).is_some_and(Unit::is_quote)
        || before.is_dash() && cue.start > 1 && units.get(cue.start - 2).is_some_and(Unit::is_quote);
    let after_clause = before.is_mark(",") && group.verb.clause;
    if !after_quote && !after_clause {
        return None;
    }
    let source = sources::right(units, cue.end, units.len())?;
    let from = left_content(units, cue.start, barrier);
    if !after_quote && !(holds_finite(units, &from) && from.len() >= 4) {
        return None;
    }
    let next = units.get(source.end);
    let closes = next.is_none_or(|next| {
        next.mark().is_some()
            || next.is_quote()
            || next.is(Tags::PREPOSITION.or(Tags::TIME).or(Tags::SUBORDINATOR).or(Tags::ADVERB).or(Tags::COORDINATOR))
            || next.verb.is_some_and(|verb| verb.form.ing)
    });
    if !closes {
        return None;
    }
    let mut content = vec![trim(units, from)];
    // "…," said Obama, who …, "…"
    let rest = (source.end..units.len()).find(|&at| units.get(at).is_some_and(Unit::is_quote));
    if let Some(at) = rest.filter(|&at| {
        after_quote && at > 0 && units.get(at - 1).is_some_and(|unit| unit.is_mark(",:") || unit.is_dash())
    }) {
        content.push(trim(units, at..at + 1));
    } else if !after_quote
        && next.is_some_and(|next| next.is_mark(","))
        && continues(units, source.end + 1, end, false)
        && holds_finite(units, &(source.end + 1..end))
    {
        content.push(trim(units, source.end + 1..end));
    }
    Some(Frame { source: Some(source), cue, content, inherits: false, speech: true, announces: false })
}

/// Reads on from the cue to where the content begins.
fn lead(units: &[Unit], group: &Group, end: usize) -> Lead {
    let mut at = group.units.end;
    let verb = group.verb;
    let tells = matches!(
        verb.lemma,
        "tell"
            | "ask"
            | "remind"
            | "inform"
            | "assure"
            | "reassure"
            | "warn"
            | "advise"
            | "notify"
            | "convince"
            | "persuade"
            | "promise"
            | "show"
    );
    let mut adjunct = false;
    for step in 0..40 {
        let Some(unit) = units.get(at).filter(|_| at <= end) else { return Lead::End };
        if at >= end {
            return if unit.is_mark(":") && at + 1 >= units.len() { Lead::Announced } else { Lead::End };
        }
        let next = units.get(at + 1);
        if unit.is_quote() {
            return Lead::Quote(at);
        }
        if unit.is_mark(":") {
            return if at + 1 < end { lead_after_mark(units, at + 1) } else { Lead::Announced };
        }
        if unit.is_mark(",") {
            if next.is_some_and(Unit::is_quote) {
                return Lead::Quote(at + 1);
            }
            // "said, if elected, he'd": "that" or a quotation may stand behind an insertion.
            return Lead::Comma(at + 1);
        }
        if unit.mark().is_some() && !unit.is_mark("(") && !unit.is_dash() {
            return Lead::End;
        }
        if unit.is_dash() && !adjunct && step == 0 {
            return Lead::End;
        }
        if unit.lower == "that" && !next.is_some_and(|next| next.is_mark(".,")) {
            return Lead::Clause(at);
        }
        if unit.lower == "to"
            && verb.infinitive
            && next.is_some_and(|next| {
                next.kind == Kind::Word
                    && !next.capital
                    && !next.is(Tags::DETERMINER.or(Tags::OBJECT).or(Tags::PREPOSITION))
                    && !next.is(Tags::HEARER)
            })
        {
            return Lead::Infinitive(at);
        }
        if step == 0 && unit.is(Tags::QUESTION) && !matches!(unit.lower.as_str(), "when" | "which" | "whom" | "where")
            || adjunct && matches!(unit.lower.as_str(), "why" | "how" | "whether" | "what" | "if")
        {
            return Lead::Clause(at);
        }
        if matches!(
            unit.lower.as_str(),
            "when"
                | "while"
                | "because"
                | "after"
                | "before"
                | "as"
                | "although"
                | "though"
                | "since"
                | "which"
                | "who"
                | "where"
                | "until"
                | "unless"
        ) && !(tells && step == 0)
        {
            if step == 0
                && !unit.is(Tags::PREPOSITION)
                && !matches!(unit.lower.as_str(), "when" | "while" | "because")
                && verb.object
            {
                return Lead::Object(at);
            }
            if unit.is(Tags::PREPOSITION) && !has_clause(units, at + 1, end) {
                adjunct = true;
                at = phrase_end(units, at + 1, end);
                continue;
            }
            return Lead::End;
        }
        if unit.is(Tags::TIME)
            || unit.is(Tags::ADVERB) && !unit.is(Tags::DETERMINER) && unit.lower != "there" && unit.kind == Kind::Word
        {
            adjunct |= unit.is(Tags::TIME);
            at += 1;
            continue;
        }
        if matches!(unit.lower.as_str(), "last" | "this" | "late" | "early" | "next")
            && next.is_some_and(|next| next.is(Tags::TIME))
        {
            adjunct = true;
            at += 2;
            continue;
        }
        if unit.lower == "of" || unit.lower == "about" {
            return if verb.object || verb.clause && step > 0 {
                Lead::Object(at)
            } else if step == 0 && verb.clause {
                Lead::Object(at)
            } else {
                Lead::End
            };
        }
        if unit.is(Tags::PREPOSITION) && !(unit.lower == "like" || unit.lower == "for" && step == 0 && verb.object) {
            if step == 0
                && !verb.clause
                && verb.object
                && !matches!(
                    unit.lower.as_str(),
                    "on" | "in" | "at" | "during" | "via" | "through" | "to" | "from" | "after" | "before"
                )
            {
                return Lead::Object(at);
            }
            adjunct = true;
            at = phrase_end(units, at + 1, end);
            continue;
        }
        if tells && (step == 0 || !adjunct && step < 2) && !clause_begins(units, at, end) {
            // The hearer: "told reporters", "told NBC's Chuck Todd".
            let hearer = hearer_end(units, at, end);
            if hearer > at {
                if hearer < end
                    && (units.get(hearer).is_some_and(|unit| unit.is(Tags::SUBJECT.or(Tags::DETERMINER))))
                    && step == 0
                {
                    return Lead::Bare(hearer);
                }
                adjunct = true;
                at = hearer;
                continue;
            }
        }
        if verb.clause && (clause_begins(units, at, end) || !verb.object && !adjunct && at + 2 < end) {
            return Lead::Bare(at);
        }
        if verb.object {
            return Lead::Object(at);
        }
        if verb.clause {
            return if has_clause(units, at, end) { Lead::Bare(at) } else { Lead::End };
        }
        return Lead::End;
    }
    Lead::End
}

fn lead_after_mark(units: &[Unit], at: usize) -> Lead {
    if units.get(at).is_some_and(Unit::is_quote) { Lead::Quote(at) } else { Lead::Bare(at) }
}

/// The end of the hearer that begins at `at`.
fn hearer_end(units: &[Unit], at: usize, end: usize) -> usize {
    let mut to = at;
    while to < end {
        let Some(unit) = units.get(to) else { break };
        if to == at
            && unit.is(Tags::OBJECT)
            && !(unit.lower == "her"
                && units.get(to + 1).is_some_and(|next| {
                    !next.is(Tags::SUBJECT.or(Tags::PREPOSITION).or(Tags::SUBORDINATOR)) && next.is_word()
                }))
        {
            return to + 1;
        }
        let stop = unit.is_quote()
            || unit.mark().is_some()
            || unit.is(Tags::SUBORDINATOR)
            || unit.is(Tags::SUBJECT)
            || unit.is(Tags::PREPOSITION) && unit.lower != "of" && unit.lower != "for"
            || unit.is(Tags::TIME)
            || to > at
                && unit.is(Tags::DETERMINER)
                && !units.get(to - 1).is_some_and(|before| before.is(Tags::PREPOSITION.or(Tags::DETERMINER)))
            || unit.is(Tags::AUXILIARY);
        if stop {
            break;
        }
        to += 1;
        if to > at
            && unit.is(Tags::HEARER)
            && !units.get(to).is_some_and(|next| next.is_name() || next.is(Tags::PREPOSITION))
        {
            break;
        }
    }
    to
}

/// The end of the phrase behind a preposition.
fn phrase_end(units: &[Unit], at: usize, end: usize) -> usize {
    let mut to = at;
    while to < end {
        let Some(unit) = units.get(to) else { break };
        let stop = unit.is_quote() && to > at
            || unit.is_mark(",:;(")
            || unit.is_dash()
            || unit.lower == "that"
            || to > at
                && (unit.is(Tags::SUBJECT) && !unit.is(Tags::OBJECT)
                    || unit.is(Tags::PREPOSITION)
                    || unit.is(Tags::TIME)
                    || unit.is(Tags::SUBORDINATOR)
                    || unit.is(Tags::AUXILIARY))
            || to > at + 1
                && unit.is(Tags::DETERMINER)
                && !units.get(to - 1).is_some_and(|before| before.is(Tags::DETERMINER));
        if stop {
            break;
        }
        to += 1;
    }
    to.max(at)
}

/// True where a finite verb follows before the next strong mark.
fn has_clause(units: &[Unit], at: usize, end: usize) -> bool {
    let limit = (at..end.min(at + 16))
        .find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(",;:")))
        .unwrap_or(end.min(at + 16));
    holds_finite(units, &(at..limit))
}

/// True where a subject and a finite verb begin right here.
fn clause_begins(units: &[Unit], at: usize, end: usize) -> bool {
    let Some(unit) = units.get(at).filter(|_| at < end) else { return false };
    let next = units.get(at + 1);
    if unit.is(Tags::SUBJECT) && !(unit.lower == "it" || unit.lower == "you")
        || unit.lower == "there"
        || unit.is(Tags::BE.or(Tags::MODAL)) && has_subject(unit)
    {
        return true;
    }
    if matches!(unit.lower.as_str(), "it" | "you" | "this" | "these" | "those" | "that")
        && next.is_some_and(|next| {
            next.is(Tags::AUXILIARY.or(Tags::VERB))
                || next.verb.is_some()
                || next.lower.ends_with("ed")
                || next.lower.ends_with('s') && !next.capital
        })
    {
        return true;
    }
    if unit.is(Tags::SUBJECT) {
        return has_clause(units, at + 1, end);
    }
    // A noun phrase, then a finite verb without a preposition's phrase of its own between.
    let mut seen_noun = false;
    for at in at..end.min(at + 18) {
        let Some(unit) = units.get(at) else { break };
        if unit.is_mark(",;:") || unit.is_dash() {
            return false;
        }
        if seen_noun && (unit.is(Tags::AUXILIARY) || unit.is(Tags::VERB) && !unit.capital) {
            return true;
        }
        if seen_noun
            && unit
                .verb
                .is_some_and(|verb| verb.form.past || verb.form.third && !super::cues::is_reporting_noun(&unit.lower))
            && !unit.capital
            && !units
                .get(at - 1)
                .is_some_and(|before| before.is(Tags::DETERMINER.or(Tags::PREPOSITION)) || before.possessive)
        {
            return true;
        }
        if unit.is(Tags::SUBORDINATOR) && !unit.is(Tags::PREPOSITION) && unit.lower != "who" {
            return false;
        }
        if unit.is_word() && !unit.is(Tags::DETERMINER.or(Tags::PREPOSITION)) || unit.is_quote() {
            seen_noun = true;
        }
    }
    false
}

fn has_subject(unit: &Unit) -> bool {
    unit.lower
        .split_once('\'')
        .is_some_and(|(left, _)| matches!(left, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "there" | "that"))
}

/// A frame whose content follows the cue.
fn forward(units: &[Unit], group: &Group, end: usize, source: Option<Range<usize>>, inherits: bool) -> Option<Frame> {
    let lead = lead(units, group, end);
    let mut announces = false;
    let content = match lead {
        Lead::Clause(at) | Lead::Bare(at) | Lead::Infinitive(at) | Lead::Quote(at) => vec![trim(units, at..end)],
        Lead::Object(at) => vec![trim(units, at..end)],
        Lead::Announced => {
            announces = true;
            Vec::new()
        }
        Lead::Comma(at) => {
            // "said, if elected, he would" and "told reporters, as he left, that".
            let that = (at..end.min(at + 24))
                .find(|&at| units.get(at).is_some_and(|unit| unit.is_quote() || unit.lower == "that"));
            match that {
                Some(that)
                    if group.verb.clause
                        && units.get(that - 1).is_some_and(|unit| unit.is_mark(",:") || unit.is_quote()) =>
                {
                    vec![trim(units, that..end)]
                }
                _ => return None,
            }
        }
        Lead::End => return None,
    };
    if let Some(first) = content.first() {
        let words =
            first.clone().filter(|&at| units.get(at).is_some_and(|unit| unit.is_word() || unit.is_quote())).count();
        let quoted = first.clone().any(|at| units.get(at).is_some_and(Unit::is_quote));
        if words < 2 && !quoted {
            return None;
        }
    }
    Some(Frame { source, cue: group.units.clone(), content, inherits, speech: group.verb.clause, announces })
}

/// The subject of the clause that a participle or a coordinated verb belongs to.
fn inherited(units: &[Unit], cue: usize, before: &[Frame]) -> Option<Range<usize>> {
    if let Some(frame) = before.last()
        && let Some(source) = &frame.source
    {
        return Some(source.clone());
    }
    // The sentence's own subject: the first noun phrase before a finite verb.
    let verb = (0..cue).find(|&at| {
        units.get(at).is_some_and(|unit| {
            unit.is(Tags::AUXILIARY.or(Tags::VERB)) && !unit.capital
                || unit.verb.is_some_and(|verb| verb.form.past || verb.form.third) && !unit.capital
                || unit.is_word() && !unit.capital && unit.lower.ends_with("ed") && unit.lower.len() > 4
        })
    })?;
    sources::left(units, 0, verb)
}

fn passive(units: &[Unit], group: &Group, end: usize, barrier: usize) -> Option<Frame> {
    let cue = group.units.clone();
    // "was quoted as saying", "is said to": the subject is reported.
    let by = (cue.end..end.min(cue.end + 4)).find(|&at| units.get(at).is_some_and(|unit| unit.lower == "by"));
    if let Some(by) = by {
        let source = sources::right(units, by + 1, units.len())?;
        let subject = sources::left(units, barrier_before(units, cue.start, barrier), cue.start)?;
        return Some(Frame {
            source: Some(source),
            cue: cue.start..by + 1,
            content: vec![trim(units, subject)],
            inherits: false,
            speech: false,
            announces: false,
        });
    }
    if units.get(cue.end).is_some_and(|unit| unit.lower == "as")
        && units.get(cue.end + 1).is_some_and(|unit| unit.lower == "saying")
    {
        let source = sources::left(units, barrier_before(units, cue.start, barrier), cue.start)?;
        let at = cue.end + 2;
        let at = if units.get(at).is_some_and(|unit| unit.is_mark(",:")) { at + 1 } else { at };
        return (at < end).then(|| Frame {
            source: Some(source),
            cue: cue.start..cue.end + 2,
            content: vec![trim(units, at..end)],
            inherits: false,
            speech: true,
            announces: false,
        });
    }
    None
}

/// "According to NP, S" and "S, according to NP[, S]".
fn according(units: &[Unit], at: usize, end: usize) -> Option<Frame> {
    let source = sources::right(units, at + 2, units.len())?;
    let cue = at..at + 2;
    let mut start = at;
    while start > 0
        && units.get(start - 1).is_some_and(|unit| unit.is(Tags::ADVERB.or(Tags::COORDINATOR)) && !unit.is_mark(","))
    {
        start -= 1;
    }
    let mut content = Vec::new();
    let comma = (source.end..end).find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(",")));
    if start == 0 {
        let from = comma? + 1;
        content.push(trim(units, from..end));
    } else {
        let from =
            (0..start).rev().find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(";"))).map_or(0, |at| at + 1);
        content.push(trim(units, from..start));
        if let Some(comma) = comma.filter(|&comma| comma == source.end && holds_finite(units, &(comma + 1..end))) {
            content.push(trim(units, comma + 1..end));
        }
    }
    Some(Frame { source: Some(source), cue, content, inherits: false, speech: true, announces: false })
}

/// "Blinken's comment that …", "the claim by Trump that …".
fn noun_cue(units: &[Unit], at: usize, end: usize) -> Option<Frame> {
    let unit = units.get(at)?;
    if unit.capital && at > 0 || !cues::is_reporting_noun(&unit.lower) || unit.possessive {
        return None;
    }
    let that = units.get(at + 1).filter(|next| next.lower == "that")?;
    let _ = that;
    let next = units.get(at + 2)?;
    // "the report that prompted": a relative clause, no content.
    if next.is(Tags::AUXILIARY.or(Tags::VERB)) && !has_subject(next)
        || next.verb.is_some_and(|verb| verb.form.past || verb.form.third) && !next.is_name()
    {
        return None;
    }
    let owner = owner(units, at)?;
    Some(Frame {
        source: Some(owner.clone()),
        cue: owner.end..at + 1,
        content: vec![trim(units, at + 1..end)],
        inherits: false,
        speech: false,
        announces: false,
    })
}

/// Whose statement the noun at `at` is: "Trump's repeated claim", "their fear".
fn owner(units: &[Unit], at: usize) -> Option<Range<usize>> {
    for back in 1..=3 {
        let place = at.checked_sub(back)?;
        let unit = units.get(place)?;
        if unit.possessive {
            let mut start = place;
            while start > 0
                && units
                    .get(start - 1)
                    .is_some_and(|unit| unit.is_name() || unit.is(Tags::TITLE) || unit.is(Tags::DETERMINER))
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

/// "Poll: Wealthy voters leave", "WALLACE: Let's start": a label with a colon at the sentence's head.
fn label(units: &[Unit], end: usize) -> Option<Frame> {
    let colon = (1..units.len().min(8)).find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(":")))?;
    let head = 0..colon;
    let names = head
        .clone()
        .all(|at| units.get(at).is_some_and(|unit| unit.kind == Kind::Word && (unit.capital || unit.lower == "of")));
    (names && colon + 2 < end && sources::is_source(units, &head)).then(|| Frame {
        source: Some(head),
        cue: colon..colon + 1,
        content: vec![trim(units, colon + 1..end)],
        inherits: false,
        speech: true,
        announces: false,
    })
}

/// Where a later reporting clause takes over, the content of the earlier one ends.
fn share(units: &[Unit], found: &mut [Frame]) {
    for later in 1..found.len() {
        let Some(next) = found.get(later) else { break };
        let (cue, inherits) = (next.cue.start, next.inherits);
        let begin = if inherits { cue } else { next.source.as_ref().map_or(cue, |source| source.start.min(cue)) };
        let mut border = begin;
        while border > 0
            && units.get(border - 1).is_some_and(|unit| {
                unit.is(Tags::COORDINATOR)
                    || matches!(
                        unit.lower.as_str(),
                        "though" | "although" | "while" | "as" | "when" | "then" | "after" | "before"
                    )
                    || unit.is_mark(",;")
                    || unit.is_dash()
                    || unit.is(Tags::ADVERB) && unit.lower.ends_with("ly")
            })
        {
            border -= 1;
        }
        let parted = (border..begin).any(|at| units.get(at).is_some_and(|unit| unit.is_mark(",;") || unit.is_dash()));
        let joined = (border..begin)
            .any(|at| units.get(at).is_some_and(|unit| unit.is(Tags::COORDINATOR.or(Tags::SUBORDINATOR))));
        let pronoun =
            next.source.as_ref().and_then(|source| units.get(source.start)).is_some_and(|unit| unit.is(Tags::SUBJECT));
        let coordinated = (border..begin).any(|at| units.get(at).is_some_and(|unit| unit.is(Tags::COORDINATOR)));
        let takes_over = inherits && (parted || joined) || !inherits && parted && joined && !(pronoun && coordinated);
        if !takes_over {
            continue;
        }
        for frame in found.iter_mut().take(later) {
            for content in &mut frame.content {
                if content.start < border && border < content.end && frame.cue.end <= content.start {
                    content.end = border;
                }
            }
        }
    }
}
