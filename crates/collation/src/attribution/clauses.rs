//! Patterns of reporting clauses: which words of a sentence are cue, source and content.
//!
//! Knows one sentence at a time. Patterns read a sentence as units, so they see where a quotation
//! stands but not into it. They are English; other languages don't come here.

use std::ops::Range;

use super::cues;
use super::english::Tags;
use super::groups::{Group, Voice, group};
use super::lead::{Lead, contracted_subject, holds_finite, is_finite, lead};
use super::sources;
use super::units::{Kind, Unit};

/// A reporting clause. Ranges count the units of its sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "four independent traits that are read one by one")]
pub(super) struct Frame {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    pub(super) content: Vec<Range<usize>>,
    /// Its source is taken over from another clause.
    pub(super) inherits: bool,
    /// Content may go on in further quotations.
    pub(super) speech: bool,
    /// The colon at the end of the paragraph promises content in the next.
    pub(super) announces: bool,
    /// Its content stands before it, at least in part.
    pub(super) backward: bool,
}

/// The reporting clauses of a sentence, in the order of their cues. In a `headline` every word may
/// begin with a capital.
pub(super) fn frames(units: &[Unit], headline: bool) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    let end = content_end(units);
    let title = headline && is_title(units);
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        let according_to = unit.lower == "according" && units.get(at + 1).is_some_and(|next| next.lower == "to");
        let plain = title || at == 0 || !unit.capital;
        let frame = if according_to {
            according(units, at, end)
        } else if plain && unit.verb.is_some() {
            group(units, at).and_then(|group| clause(units, &group, end, &found, title))
        } else {
            None
        };
        let frame = frame.or_else(|| noun_cue(units, at, end));
        at += 1;
        if let Some(frame) = frame {
            at = frame.cue.end.max(at);
            found.push(frame);
            share(units, &mut found);
        }
    }
    if found.is_empty() {
        found.extend(label(units, end, headline).or_else(|| signed(units, end)));
    }
    found
}

/// True where most words begin with a capital, as in headlines.
fn is_title(units: &[Unit]) -> bool {
    let words = units.iter().filter(|unit| unit.kind == Kind::Word && unit.lower.len() > 3);
    let (all, capital) = words.fold((0, 0), |(all, capital), unit| (all + 1, capital + usize::from(unit.capital)));
    all >= 3 && capital * 10 >= all * 7
}

/// Where content ends at the latest: before the sentence's last full stop.
fn content_end(units: &[Unit]) -> usize {
    let trailing = units.iter().rev().take_while(|unit| unit.is_mark(".!?…:;,)]")).count();
    let end = units.len() - trailing;
    if end == 0 { units.len() } else { end }
}

fn clause(units: &[Unit], group: &Group, end: usize, before: &[Frame], title: bool) -> Option<Frame> {
    let cue = group.units.clone();
    let barrier = before.last().map_or(0, |frame| frame.cue.end);
    match group.voice {
        Voice::Passive | Voice::Reduced => return passive(units, group, end, barrier),
        Voice::Participle if cue.start == 0 => return opening_participle(units, group, end),
        Voice::Coordinated | Voice::Participle => {
            let source = inherited(units, cue.start, before, group.voice)?;
            return forward(units, group, end, source, true);
        }
        Voice::Finite => {}
    }
    if cue.start == 0 {
        return opening_verb(units, group, end);
    }
    if let Some(frame) = inverted(units, group, end, before) {
        return Some(frame);
    }
    let source = sources::left(units, subject_from(units, cue.start, barrier), cue.start)?;
    if let Some(frame) = backward(units, group, end, &source, before, title) {
        return Some(Frame { source: Some(head_of(units, source)), ..frame });
    }
    forward(units, group, end, head_of(units, source), false)
}

/// "Said Ellis: …"
fn opening_verb(units: &[Unit], group: &Group, end: usize) -> Option<Frame> {
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
fn opening_participle(units: &[Unit], group: &Group, end: usize) -> Option<Frame> {
    let comma = (group.units.end..end).find(|&at| {
        let begins = Tags::SUBJECT.or(Tags::DETERMINER).or(Tags::TITLE);
        let next = units.get(at + 1).is_some_and(|next| next.is_name() || next.is(begins));
        next && units.get(at).is_some_and(|unit| unit.is_mark(",") || unit.is_quote() && unit.speech)
    })?;
    let source = sources::right(units, comma + 1, units.len())?;
    let last = comma + usize::from(units.get(comma).is_some_and(Unit::is_quote));
    forward(units, group, last, source, false).map(|frame| Frame { speech: false, ..frame })
}

/// A source without what only says what its bearer was doing: "Trump, speaking to veterans,".
fn head_of(units: &[Unit], source: Range<usize>) -> Range<usize> {
    let cut = source.clone().skip(1).find(|&at| {
        let doing =
            units.get(at + 1).is_some_and(|next| next.lower.ends_with("ing") && next.lower.len() > 5 && !next.capital);
        let passing = units.get(at + 1).is_some_and(|next| {
            next.is(Tags::ADVERB) && !next.is(Tags::DETERMINER) && !next.is_name()
                || matches!(next.lower.as_str(), "in" | "at" | "on" | "during" | "after" | "before" | "through")
                    && !next.capital
                || next.lower == "for"
                    && units
                        .get(at + 2)
                        .is_some_and(|next| matches!(next.lower.as_str(), "his" | "her" | "its" | "their"))
        });
        units.get(at).is_some_and(|unit| unit.is_dash() && !unit.glued || unit.is_mark(",") && (doing || passing))
    });
    let mut end = cut.unwrap_or(source.end);
    // "The White House on Wednesday said"
    let day = |at: usize| units.get(at).is_some_and(|unit| unit.is(Tags::TIME) && !unit.is_name());
    if end > source.start + 2
        && day(end - 1)
        && units.get(end - 2).is_some_and(|unit| matches!(unit.lower.as_str(), "on" | "last" | "this"))
    {
        end -= 2;
    }
    source.start..end
}

/// "…," Caddell said[, "…"] and "S, he said[, S]": content before the clause, and perhaps behind it.
fn backward(
    units: &[Unit],
    group: &Group,
    end: usize,
    source: &Range<usize>,
    before: &[Frame],
    title: bool,
) -> Option<Frame> {
    let frame = |content: Vec<Range<usize>>, backward: bool| {
        Some(Frame { cue: group.units.clone(), content, speech: true, backward, ..Frame::default() })
    };
    // "…, as an adviser put it"
    let compared = source.start > 0 && units.get(source.start - 1).is_some_and(|unit| unit.lower == "as");
    let edge = source.start - usize::from(compared);
    let reports = group.verb.clause || group.verb.lemma == "put";
    let lead = lead(units, group, end);
    if edge == 0 {
        // "As many experts say, S"
        return match lead {
            Lead::Quote(at) if compared => frame(vec![trim(units, at..end)], false),
            Lead::Comma(at) if compared && reports && holds_finite(units, at..end) => {
                frame(vec![trim(units, at..end)], false)
            }
            _ => None,
        };
    }
    let gap = units.get(edge - 1)?;
    if !(gap.is_mark(",") || gap.is_dash() || gap.is_quote()) || !reports && !gap.is_quote() {
        return None;
    }
    if compared
        && !gap.is_quote()
        && let Lead::Quote(at) = lead
    {
        return frame(vec![trim(units, at..end)], false);
    }
    let from = trim(units, left_content(units, edge, before));
    let first = units.get(from.start).filter(|_| !from.is_empty())?;
    let last = units.get(from.end - 1)?;
    let quoted = first.is_quote() && last.is_quote()
        || gap.is_quote() && gap.speech && !first.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR));
    if quoted {
        let rest = match lead {
            Lead::Comma(at) | Lead::Quote(at) => quoted_rest(units, at..end),
            _ => None,
        };
        return frame(std::iter::once(from).chain(rest).collect(), true);
    }
    let finite = holds_finite(units, from.clone()) || title && from.len() >= 4;
    match lead {
        Lead::End
            if finite && from.len() >= 3 || from.len() >= 6 && !first.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR)) =>
        {
            frame(vec![from], true)
        }
        Lead::Comma(at) => {
            let rest = at..end;
            let next = units.get(at).filter(|_| at < end)?;
            let dependent = first.is(Tags::SUBORDINATOR) && !first.is(Tags::DETERMINER);
            let aside = !dependent && next.lower.ends_with("ing") && next.lower.len() > 4
                || matches!(
                    next.lower.as_str(),
                    "who"
                        | "which"
                        | "when"
                        | "while"
                        | "as"
                        | "and"
                        | "but"
                        | "after"
                        | "before"
                        | "although"
                        | "though"
                        | "because"
                );
            let predicate = is_finite(next) || next.is(Tags::ADVERB) && holds_finite(units, rest.clone());
            if finite && from.len() >= 3 && !predicate && (aside || !holds_finite(units, rest.clone())) {
                return frame(vec![from], true);
            }
            let simple = !finite
                && !first.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR).or(Tags::ADVERB).or(Tags::COORDINATOR))
                && from.len() <= 8;
            let predicate = predicate
                || simple
                    && !aside
                    && next.kind == Kind::Word
                    && !next.capital
                    && !next.is(Tags::DETERMINER.or(Tags::SUBJECT).or(Tags::PREPOSITION));
            let opens = first.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR).or(Tags::ADVERB).or(Tags::COORDINATOR));
            let medial = predicate || (finite || opens) && !aside && holds_finite(units, rest.clone());
            if medial { frame(vec![from, trim(units, rest)], true) } else { None }
        }
        _ => None,
    }
}

/// Where a quotation goes on behind "he said,", with "but" and "and" before it.
fn quoted_rest(units: &[Unit], rest: Range<usize>) -> Option<Range<usize>> {
    let quote = rest.clone().find(|&at| units.get(at).is_some_and(Unit::is_quote))?;
    let joint = units.get(rest.start)?;
    // "he said, adding later, “…”": the participle reports that one.
    if joint.verb.is_some_and(|verb| verb.form.ing && verb.clause) {
        return None;
    }
    if matches!(joint.lower.as_str(), "but" | "and" | "or" | "because" | "so") && quote - rest.start <= 6 {
        return Some(trim(units, rest));
    }
    let fresh = units.get(quote.checked_sub(1)?).is_some_and(|unit| unit.is_mark(",") || unit.is_dash());
    let speech = units.get(quote).is_some_and(|unit| unit.speech);
    (quote == rest.start || fresh && speech).then(|| trim(units, quote..rest.end))
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

/// The clause that ends before a reporting clause: back to the sentence's begin, or to what an
/// earlier clause of the same kind has already taken.
fn left_content(units: &[Unit], end: usize, before: &[Frame]) -> Range<usize> {
    let mut start = 0;
    if let Some(taken) = before.iter().rev().find(|frame| frame.backward) {
        let border =
            |at: &usize| units.get(*at).is_some_and(|unit| unit.is_mark(",;:") || unit.is_quote() || unit.is_dash());
        start = (taken.cue.end..end).find(border).unwrap_or(end);
    }
    let semicolon = (start..end).rev().find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(";")));
    start = semicolon.map_or(start, |at| at + 1);
    let joint = units.get(start).is_some_and(|unit| unit.is(Tags::COORDINATOR));
    if joint && units.get(start + 1).is_some_and(|unit| unit.is_quote() || unit.is_mark(",")) {
        start += 1;
    }
    start.min(end)..end
}

/// First unit that a subject before `cue` may hold.
fn subject_from(units: &[Unit], cue: usize, barrier: usize) -> usize {
    let wall = (barrier..cue).rev().find(|&at| {
        let utterance =
            at + 1 < cue && units.get(at).is_some_and(|unit| unit.is_quote() && (unit.speech || unit.span.len() > 40));
        utterance || units.get(at).is_some_and(|unit| unit.is_mark(";:"))
    });
    wall.map_or(barrier, |at| at + 1)
}

/// "…," said Caddell[, who …, "…"] and "S, said Caddell".
fn inverted(units: &[Unit], group: &Group, end: usize, before: &[Frame]) -> Option<Frame> {
    let cue = group.units.clone();
    let verb = group.verb;
    if !(verb.form.past || verb.form.third) {
        return None;
    }
    let gap = units.get(cue.start.checked_sub(1)?)?;
    let beyond = cue.start.checked_sub(2).and_then(|at| units.get(at));
    let after_quote = gap.is_quote() || (gap.is_mark(",") || gap.is_dash()) && beyond.is_some_and(Unit::is_quote);
    let tells = matches!(verb.lemma, "tell" | "ask" | "remind" | "inform" | "assure" | "warn");
    if !(after_quote || gap.is_mark(",") && verb.clause && !tells) {
        return None;
    }
    let source = sources::right(units, cue.end, units.len())?;
    if units.get(source.start).is_some_and(|unit| unit.is(Tags::OBJECT) && !unit.is(Tags::SUBJECT)) {
        return None;
    }
    let from = trim(units, left_content(units, cue.start, before));
    // "Caddell, who is …, said the polls …": what stands before is the subject.
    let subject =
        !after_quote && sources::left(units, from.start, cue.start).is_some_and(|subject| subject.start == from.start);
    if subject && matches!(lead(units, group, end), Lead::Bare(_) | Lead::Clause(_) | Lead::Quote(_)) {
        return None;
    }
    let solid = after_quote || holds_finite(units, from.clone()) && from.len() >= 3;
    if from.is_empty() || !solid {
        return None;
    }
    let next = units.get(source.end);
    let adjunct = Tags::PREPOSITION.or(Tags::TIME).or(Tags::SUBORDINATOR).or(Tags::ADVERB).or(Tags::COORDINATOR);
    let closes = next.is_none_or(|next| {
        next.mark().is_some() || next.is_quote() || next.is(adjunct) || next.verb.is_some_and(|verb| verb.form.ing)
    });
    if !closes {
        return None;
    }
    let mut content = vec![from];
    if after_quote {
        let quote = (source.end..end).find(|&at| units.get(at).is_some_and(Unit::is_quote));
        let fresh = |at: &usize| units.get(at - 1).is_some_and(|unit| unit.is_mark(",:") || unit.is_dash());
        content.extend(quote.filter(fresh).map(|at| at..at + 1));
    } else if next.is_some_and(|next| next.is_mark(",")) {
        let more = units
            .get(source.end + 1)
            .is_some_and(|unit| is_finite(unit) || unit.is(Tags::SUBJECT) && unit.lower != "who");
        if more && source.end + 1 < end {
            content.push(trim(units, source.end + 1..end));
        }
    }
    Some(Frame { source: Some(source), cue, content, speech: true, backward: true, ..Frame::default() })
}

/// A frame whose content follows the cue.
fn forward(units: &[Unit], group: &Group, end: usize, source: Range<usize>, inherits: bool) -> Option<Frame> {
    let lead = lead(units, group, end);
    let (from, announces) = match lead {
        Lead::Clause(at) | Lead::Bare(at) | Lead::Infinitive(at) | Lead::Quote(at) | Lead::Object(at) => {
            (Some(at), false)
        }
        Lead::Announced => (None, true),
        Lead::Comma(at) => {
            // "said, if elected, that …" and "told reporters, as he left, “…”".
            let begins = |at: &usize| units.get(*at).is_some_and(|unit| unit.is_quote() || unit.lower == "that");
            let that = (at..end.min(at + 24)).find(begins)?;
            let led = units.get(that - 1).is_some_and(|unit| unit.is_mark(",:") || unit.is_quote());
            if !(group.verb.clause && led) {
                return None;
            }
            (Some(that), false)
        }
        Lead::End => return None,
    };
    // "what he called “…”": the name that somebody gives, not the rest of the sentence.
    let naming = source.start > 0 && units.get(source.start - 1).is_some_and(|unit| unit.lower == "what");
    let end = match lead {
        Lead::Quote(at) if naming => at + 1,
        _ => end,
    };
    let end = main_clause(units, &source, end).filter(|&comma| from.is_none_or(|at| at + 1 < comma)).unwrap_or(end);
    let content = from.map(|at| curtail(units, at..end, matches!(lead, Lead::Object(_))));
    if let Some(range) = &content {
        let held = units.get(range.clone()).unwrap_or_default();
        let words = held.iter().filter(|unit| unit.is_word()).count();
        if words < 2 && !held.iter().any(Unit::is_quote) {
            return None;
        }
    }
    let content = content.into_iter().collect();
    Some(Frame {
        source: Some(source),
        cue: group.units.clone(),
        content,
        inherits,
        speech: group.verb.clause,
        announces,
        ..Frame::default()
    })
}

/// Where the main clause begins in "While his aides say S, he …": the comma before it.
fn main_clause(units: &[Unit], source: &Range<usize>, end: usize) -> Option<usize> {
    let opener = units.first().filter(|_| source.start <= 3)?;
    let dependent = matches!(
        opener.lower.as_str(),
        "while"
            | "although"
            | "though"
            | "when"
            | "if"
            | "since"
            | "because"
            | "after"
            | "before"
            | "contrary"
            | "despite"
    );
    let begins = |at: usize| {
        let head = Tags::SUBJECT.or(Tags::DETERMINER).or(Tags::TITLE);
        units.get(at).is_some_and(|unit| unit.is(head) || unit.is_name() || unit.lower == "there")
            && holds_finite(units, at..end)
    };
    (source.end..end)
        .filter(|_| dependent)
        .find(|&at| {
            units.get(at).is_some_and(|unit| unit.is_mark(",") || unit.is_quote() && unit.speech) && begins(at + 1)
        })
        .map(|at| at + usize::from(units.get(at).is_some_and(Unit::is_quote)))
}

/// Takes off what the outlet adds: a non-restrictive clause, a further main clause.
fn curtail(units: &[Unit], range: Range<usize>, object: bool) -> Range<usize> {
    let cut = range.clone().skip(2).find(|&at| {
        let (Some(unit), Some(next)) = (units.get(at), units.get(at + 1)) else { return false };
        let aside = unit.is_mark(",") && matches!(next.lower.as_str(), "but" | "who" | "while");
        unit.is_mark(";") || unit.is_mark(",") && next.lower == "which" || object && (unit.lower == "during" || aside)
    });
    trim(units, range.start..cut.unwrap_or(range.end))
}

/// The subject of the clause that a participle or a coordinated verb belongs to.
fn inherited(units: &[Unit], cue: usize, before: &[Frame], voice: Voice) -> Option<Range<usize>> {
    let gap = units.get(cue.checked_sub(1)?)?;
    let parted = gap.mark().is_some() || gap.is_quote() || gap.is(Tags::COORDINATOR.or(Tags::PREPOSITION));
    if voice == Voice::Participle && !parted {
        // "a statement announcing …", "footage of Trump saying …", but "spoke in Ohio saying …".
        let near = sources::nearest(units, cue);
        let before = near.as_ref().and_then(|near| near.start.checked_sub(1)).and_then(|at| units.get(at));
        if !before.is_some_and(|before| {
            matches!(before.lower.as_str(), "for" | "in" | "at" | "on" | "to" | "from" | "during" | "near")
        }) {
            return near;
        }
    }
    // "I laughed and said": a pronoun with a verb of its own right before.
    if voice == Voice::Coordinated
        && let Some(at) = cue.checked_sub(3)
        && units.get(at).is_some_and(|unit| unit.is(Tags::SUBJECT) && !unit.is(Tags::OBJECT))
        && before.last().is_none_or(|frame| frame.cue.end < at)
    {
        return Some(at..at + 1);
    }
    // Up through the clauses that hold the last one, to the outermost.
    if let Some(mut inner) = before.last() {
        while let Some(outer) = before.iter().find(|outer| holds(outer, inner)) {
            inner = outer;
        }
        if let Some(source) = &inner.source {
            return Some(source.clone());
        }
    }
    // The sentence's own subject: the first noun phrase before a finite verb.
    let mut verb = (0..cue).find(|&at| units.get(at).is_some_and(is_finite))?;
    while verb > 1 && units.get(verb - 1).is_some_and(|unit| unit.is(Tags::ADVERB) && !unit.is(Tags::DETERMINER)) {
        verb -= 1;
    }
    sources::left(units, 0, verb).map(|source| head_of(units, source))
}

/// True where `inner` is part of what `outer` reports.
fn holds(outer: &Frame, inner: &Frame) -> bool {
    outer.cue.start < inner.cue.start && outer.content.iter().any(|content| content.contains(&inner.cue.start))
}

fn passive(units: &[Unit], group: &Group, end: usize, barrier: usize) -> Option<Frame> {
    let cue = group.units.clone();
    let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
    let subject = || sources::left(units, subject_from(units, cue.start, barrier), cue.start);
    if let Some(by) = (cue.end..end.min(cue.end + 4)).find(|&at| word(at) == "by") {
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
    None
}

/// "According to NP, S" and "S, according to NP[, S]".
fn according(units: &[Unit], at: usize, end: usize) -> Option<Frame> {
    let source = sources::right(units, at + 2, units.len())?;
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

/// "Blinken's comment that …", "their fear that …".
fn noun_cue(units: &[Unit], at: usize, end: usize) -> Option<Frame> {
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

/// Labels that say what a line is, not who speaks.
const RUBRICS: &[&str] = &[
    "correction",
    "photo",
    "photos",
    "update",
    "updated",
    "related",
    "watch",
    "read",
    "more",
    "note",
    "video",
    "live",
    "source",
    "by",
    "editor's",
    "breaking",
    "exclusive",
    "opinion",
    "analysis",
    "image",
    "credit",
    "caption",
    "tags",
    "share",
    "review",
    "click",
];

/// "Poll: Wealthy voters leave", "WALLACE: Let's start": a label with a colon at the sentence's head.
fn label(units: &[Unit], end: usize, headline: bool) -> Option<Frame> {
    let colon = (1..units.len().min(8)).find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(":")))?;
    let head = units.get(0..colon)?;
    let names = head.iter().all(|unit| unit.kind == Kind::Word && (unit.capital || unit.lower == "of"));
    let shouted = head.iter().all(|unit| unit.shouted || unit.is(Tags::TITLE));
    let rubric = head.first().is_some_and(|unit| RUBRICS.contains(&unit.lower.as_str()));
    let speaks = names && (headline || shouted) && !rubric && colon + 2 < end && sources::is_source(units, &(0..colon));
    speaks.then(|| Frame {
        source: Some(0..colon),
        cue: colon..colon + 1,
        content: vec![trim(units, colon + 1..end)],
        speech: true,
        ..Frame::default()
    })
}

/// "“…,” Mr. Antonov": a quotation and a name, the verb being lost; "“…” — Anna Berg".
fn signed(units: &[Unit], end: usize) -> Option<Frame> {
    let quote = units.iter().take_while(|unit| unit.is_quote()).count();
    let speech = units.get(quote.checked_sub(1)?).is_some_and(|unit| unit.speech);
    let from = quote + units.get(quote..)?.iter().take_while(|unit| unit.is_mark(",") || unit.is_dash()).count();
    let source = sources::right(units, from, units.len())?;
    let names = units.get(source.clone())?.iter().all(|unit| unit.is_name() || unit.is(Tags::TITLE));
    (speech && names && source.end >= end).then(|| Frame {
        source: Some(source),
        cue: from..from,
        content: std::iter::once(0..quote).collect(),
        speech: true,
        backward: true,
        ..Frame::default()
    })
}

/// Where the last reporting clause takes over, the content of earlier ones ends.
fn share(units: &[Unit], found: &mut [Frame]) {
    let Some((next, earlier)) = found.split_last_mut() else { return };
    if next.backward {
        // "X called for S, sources said": the inner content ends where the outer's does.
        let border = next.content.first().map_or(0, |content| content.end);
        for content in earlier.iter_mut().flat_map(|frame| &mut frame.content) {
            if content.start < border && border < content.end {
                content.end = border;
            }
        }
        return;
    }
    let begin = match &next.source {
        Some(source) if !next.inherits => source.start.min(next.cue.start),
        _ => next.cue.start,
    };
    let mut border = begin;
    while border > 0 && units.get(border - 1).is_some_and(joins_clauses) {
        border -= 1;
    }
    let joints = units.get(border..begin).unwrap_or_default();
    let parted = joints.iter().any(|unit| unit.is_mark(",;") || unit.is_dash());
    let coordinated = joints.iter().any(|unit| unit.is(Tags::COORDINATOR));
    let joined = coordinated || joints.iter().any(|unit| unit.is(Tags::SUBORDINATOR));
    let pronoun =
        next.source.as_ref().and_then(|source| units.get(source.start)).is_some_and(|unit| unit.is(Tags::SUBJECT));
    let takes_over = if next.inherits { parted || joined } else { parted && joined && !(pronoun && coordinated) };
    if !takes_over {
        return;
    }
    for frame in earlier {
        let after = frame.cue.end;
        for content in &mut frame.content {
            if after <= content.start && content.start < border && border < content.end {
                content.end = border;
            }
        }
    }
}

/// True for what stands between two clauses.
fn joins_clauses(unit: &Unit) -> bool {
    unit.is(Tags::COORDINATOR)
        || matches!(unit.lower.as_str(), "though" | "although" | "while" | "as" | "when" | "then" | "after" | "before")
        || unit.is_mark(",;")
        || unit.is_dash()
        || unit.is(Tags::ADVERB) && unit.lower.ends_with("ly")
}
