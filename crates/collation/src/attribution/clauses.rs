//! Patterns of reporting clauses: which words of a sentence are cue, source and content.
//!
//! Knows one sentence at a time. Patterns read a sentence as units, so they see where a quotation
//! stands but not into it. They are English; other languages don't come here. Here are the clauses in
//! front of their content; `behind`, `others`, `nouns` and `labels` know the rest, `borders` says
//! where one clause takes over from another, `ends` where the content ends, and `undone` what reports nothing because
//! nobody has done it.

mod behind;
mod borders;
mod ends;
mod labels;
mod nouns;
mod others;
mod undone;

use std::ops::Range;

use super::cues::CueClass;
use super::english::Tags;
use super::groups::{Group, Voice, group, is_other};
use super::lead::{Lead, is_finite, lead};
use super::sources;
use super::units::{Kind, Unit, are_titled};
use ends::{clause_end, curtail, insertion_end, main_clause, name_end};
use undone::{is_denied, is_possible};

/// A reporting clause. Ranges count the units of its sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "five independent traits that are read one by one")]
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
    /// Its verb reports nothing here; it only shows where others end.
    pub(super) void: bool,
}

/// The reporting clauses of a sentence, in the order of their cues. In a `headline` every word may
/// begin with a capital.
pub(super) fn frames(units: &[Unit], headline: bool) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    let end = content_end(units);
    // "Varga: bridge stays shut until engineers say so": the label has the whole headline.
    if headline && let Some(label) = labels::label(units, end, true) {
        return vec![label];
    }
    let title = headline && are_titled(units);
    let lowered = if title { without_capitals(units) } else { Vec::new() };
    let units = if title { lowered.as_slice() } else { units };
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        let according_to = unit.lower == "according" && units.get(at + 1).is_some_and(|next| next.lower == "to");
        let plain = title || at == 0 || !unit.capital;
        let frame = if according_to {
            others::according(units, at, end)
        } else if plain && unit.verb.is_some() {
            group(units, at).and_then(|group| clause(units, &group, end, &found, title))
        } else {
            None
        };
        let frame = frame
            .or_else(|| nouns::noun_cue(units, at, end))
            .or_else(|| nouns::introduced(units, at, end, &found))
            .or_else(|| nouns::words_used(units, at));
        at += 1;
        if let Some(frame) = frame {
            at = frame.cue.end.max(at);
            found.push(frame);
            borders::share(units, &mut found);
        }
    }
    found.retain(|frame| !frame.void);
    if found.is_empty() {
        // A headline's label was looked for above.
        let label = if headline { None } else { labels::label(units, end, false) };
        found.extend(label.or_else(|| labels::signed(units, end)));
    }
    found
}

/// Verbs whose third person is a noun as well: "Jobless Claims Fall", but "Berg Claims the Bridge".
const NOUNS: [&str; 29] = [
    "answer",
    "attack",
    "call",
    "challenge",
    "charge",
    "claim",
    "comment",
    "concern",
    "demand",
    "estimate",
    "fear",
    "forecast",
    "hint",
    "hope",
    "joke",
    "note",
    "offer",
    "order",
    "plan",
    "pledge",
    "point",
    "promise",
    "project",
    "question",
    "remark",
    "report",
    "request",
    "signal",
    "tweet",
];

/// A headline with its first verb in the third person, and verbs behind "To", as a sentence would write them.
fn without_capitals(units: &[Unit]) -> Vec<Unit> {
    let mut all = units.to_vec();
    let is_verb = |at: &usize| {
        let (Some(unit), next) = (units.get(*at), units.get(at + 1)) else { return false };
        let Some(verb) = unit.verb.filter(|verb| verb.form.third) else { return false };
        let takes = |next: &Unit| {
            next.is_quote()
                || next.possessive
                || matches!(next.lower.as_str(), "to" | "on" | "for" | "of" | "that")
                || next.is(Tags::DETERMINER.or(Tags::SUBJECT))
        };
        !NOUNS.contains(&verb.lemma) || next.is_some_and(takes)
    };
    // Another finite verb before it makes it part of something else: "Plan That Cuts Taxes".
    let first = (1..units.len()).find(|&at| {
        units.get(at).is_some_and(|unit| unit.is(Tags::AUXILIARY) || unit.verb.is_some_and(|verb| verb.form.third))
    });
    let behind_to = (1..units.len()).filter(|&at| {
        units.get(at - 1).is_some_and(|unit| unit.lower == "to") && units.get(at).is_some_and(|unit| !unit.shouted)
    });
    for at in first.filter(is_verb).into_iter().chain(behind_to) {
        if let Some(unit) = all.get_mut(at) {
            unit.capital = false;
        }
    }
    all
}

/// Where content ends at the latest: before the sentence's last full stop.
fn content_end(units: &[Unit]) -> usize {
    let trailing = units.iter().rev().take_while(|unit| unit.is_mark(".!?…:;,)]")).count();
    let end = units.len() - trailing;
    if end == 0 { units.len() } else { end }
}

fn clause(units: &[Unit], group: &Group, end: usize, before: &[Frame], title: bool) -> Option<Frame> {
    let frame = reported(units, group, end, before, title)?;
    let source = frame.source.as_ref();
    let possible = is_possible(units, group, source, before);
    // "They should go and might say why": all of it is what they should do.
    if possible && group.voice == Voice::Coordinated {
        return None;
    }
    let void = possible || is_other(units, group) || source.is_some_and(|source| is_denied(units, group, source));
    Some(Frame { void, ..frame })
}

fn reported(units: &[Unit], group: &Group, end: usize, before: &[Frame], title: bool) -> Option<Frame> {
    let cue = group.units.clone();
    // A relative clause lies inside the subject: "Berg, who does not answer letters, said".
    let barrier = before.iter().rev().find(|frame| !is_relative(units, frame)).map_or(0, |frame| frame.cue.end);
    match group.voice {
        Voice::Passive | Voice::Reduced => return others::passive(units, group, end, barrier),
        Voice::Participle if cue.start == 0 || cue.start == 1 && units.first().is_some_and(begins_participle) => {
            return others::opening_participle(units, group, end);
        }
        Voice::Coordinated | Voice::Participle => {
            let source = inherited(units, cue.start, before, group.voice)?;
            return forward(units, group, end, source, true);
        }
        Voice::Finite => {}
    }
    if cue.start == 0 {
        return others::opening_verb(units, group, end);
    }
    if let Some(frame) = behind::inverted(units, group, end, before) {
        return Some(frame);
    }
    let from = subject_from(units, cue.start, barrier);
    let near = sources::left(units, from, subject_end(units, cue.start));
    let source = near.or_else(|| sources::left(units, from, cue.start))?;
    if let Some(frame) = behind::backward(units, group, end, &source, before, title) {
        return Some(Frame { source: Some(head_of(units, source)), ..frame });
    }
    forward(units, group, end, head_of(units, source), false)
}

/// True for a clause that "who" or "which" opens behind a comma.
fn is_relative(units: &[Unit], frame: &Frame) -> bool {
    let comma = |at: usize| at.checked_sub(1).and_then(|at| units.get(at)).is_some_and(|unit| unit.is_mark(","));
    let relative = |at: usize| units.get(at).is_some_and(|unit| matches!(unit.lower.as_str(), "who" | "which"));
    frame.source.as_ref().is_some_and(|source| source.len() == 1 && relative(source.start) && comma(source.start))
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

/// Where a subject ends that "this week" or "all" parts from its verb: "Berg this week said", "the three all said".
fn subject_end(units: &[Unit], cue: usize) -> usize {
    let unit = |back: usize| cue.checked_sub(back).and_then(|at| units.get(at));
    let time = |back: usize| unit(back).is_some_and(|unit| unit.is(Tags::TIME) && !unit.is_name() || is_year(unit));
    let noun = |back: usize| {
        unit(back).is_some_and(|unit| unit.kind == Kind::Word && !unit.is(Tags::PREPOSITION) || unit.is_mark(")"))
    };
    let word = |back: usize| unit(back).map_or("", |unit| unit.lower.as_str());
    if time(1) && matches!(word(2), "on" | "in" | "this" | "last" | "late" | "early") && noun(3) {
        return cue - 2;
    }
    let all = matches!(word(1), "all" | "both" | "each")
        && unit(2)
            .is_some_and(|unit| unit.is_name() || unit.is_mark(")") || matches!(unit.lower.as_str(), "they" | "we"));
    if all { cue - 1 } else { cue }
}

fn is_year(unit: &Unit) -> bool {
    unit.kind == Kind::Number && unit.lower.len() == 4 && unit.lower.starts_with(['1', '2'])
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
            let quoted = units.get(that).is_some_and(Unit::is_quote);
            if !((group.verb.clause || quoted) && led) {
                return None;
            }
            (Some(that), false)
        }
        Lead::End => return None,
    };
    // "Could see the boats through the fence": with the eyes.
    let views = |unit: &Unit| unit.lower == "as" || unit.is_quote();
    if matches!(group.verb.lemma, "see" | "hear" | "watch")
        && matches!(lead, Lead::Object(_))
        && !units.get(group.units.end..end).unwrap_or_default().iter().any(views)
    {
        return None;
    }
    // "what he called “…”": the name that somebody gives, not the rest of the sentence.
    let naming = source.start > 0 && units.get(source.start - 1).is_some_and(|unit| unit.lower == "what");
    let end = match lead {
        Lead::Quote(at) if naming => at + 1,
        Lead::Object(at) if NAMES.contains(&group.verb.lemma) => name_end(units, at, end),
        _ => end,
    };
    let end = insertion_end(units, &source, group.units.end, end);
    let end = main_clause(units, &source, end)
        .or_else(|| clause_end(units, &source, group, end))
        .filter(|&comma| from.is_none_or(|at| at + 1 < comma))
        .unwrap_or(end);
    // "complained about “…,” but the suit …": what stands behind a particle is an object, too.
    let particle = group.units.end.checked_sub(1).and_then(|at| units.get(at)).is_some_and(|unit| unit.verb.is_none());
    let object = matches!(lead, Lead::Object(_)) || particle && matches!(lead, Lead::Bare(_) | Lead::Quote(_));
    let content = from.map(|at| curtail(units, at..end, object));
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

/// Verbs that give a name to what they are about: "called the plan “a trap”".
const NAMES: [&str; 10] =
    ["brand", "call", "characterise", "characterize", "deem", "describe", "dub", "label", "portray", "term"];

/// True for what stands before a participle: "After saying S, Berg …", "Despite admitting that S, …".
fn begins_participle(unit: &Unit) -> bool {
    matches!(unit.lower.as_str(), "after" | "before" | "while" | "by" | "in" | "when" | "despite" | "without")
}

/// The subject of the clause that a participle or a coordinated verb belongs to.
fn inherited(units: &[Unit], cue: usize, before: &[Frame], voice: Voice) -> Option<Range<usize>> {
    let gap = units.get(cue.checked_sub(1)?)?;
    let parted = gap.mark().is_some()
        || gap.is_quote()
        || gap.is(Tags::COORDINATOR.or(Tags::PREPOSITION))
        || gap.lower == "while";
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
    // "mocked Berg for asking why": who is mocked asked.
    if voice == Voice::Participle
        && gap.lower == "for"
        && let Some(source) = doer(units, cue, before)
    {
        return Some(source);
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
    // "…, when Berg sent a letter warning them": the participle goes with the clause it stands in.
    subject_before(units, cue, !parted)
}

/// Whom the last clause before "for" praises, blames or calls on.
fn doer(units: &[Unit], cue: usize, before: &[Frame]) -> Option<Range<usize>> {
    let last = before.last()?;
    let verb = units.get(last.cue.clone())?.iter().find_map(|unit| unit.verb)?;
    let acts = matches!(verb.class, CueClass::Negative | CueClass::Positive | CueClass::Directive);
    let at = last.content.first().filter(|content| acts && content.contains(&cue))?.start;
    let whom = sources::right(units, at, units.len())?;
    (whom.end < cue && units.get(whom.start).is_some_and(|unit| unit.is_name() || unit.is(Tags::TITLE))).then_some(whom)
}

/// Verbs whose subject is looked for, so that a sentence of verbs costs no more.
const TRIED: usize = 8;

/// The subject of the first finite verb before `end` that has one; of the last one with `nearest`.
fn subject_before(units: &[Unit], end: usize, nearest: bool) -> Option<Range<usize>> {
    let subject = |mut verb: usize| {
        while verb > 1 && units.get(verb - 1).is_some_and(|unit| unit.is(Tags::ADVERB) && !unit.is(Tags::DETERMINER)) {
            verb -= 1;
        }
        sources::left(units, 0, verb)
    };
    let verbs = (0..end).filter(|&at| units.get(at).is_some_and(is_finite));
    // "The talks came as Berg left, saying …": the clause that "as" opens and no comma ends has the participle.
    let opener =
        (0..end).rev().find(|&at| units.get(at).is_some_and(|unit| matches!(unit.lower.as_str(), "as" | "when")));
    let inner = opener.filter(|&at| {
        let clause = units.get(at + 1..end.saturating_sub(1)).unwrap_or_default();
        at > 1
            && !units.get(at - 1).is_some_and(|unit| unit.is_mark(","))
            && !clause.iter().any(|unit| unit.is_mark(",;") || unit.is_quote())
            && clause.iter().any(is_finite)
    });
    let found = match inner {
        Some(at) => verbs.filter(|&verb| verb > at).take(TRIED).find_map(|verb| sources::left(units, at + 1, verb)),
        None if nearest => verbs.rev().take(TRIED).find_map(subject),
        None => verbs.take(TRIED).find_map(subject),
    };
    found.map(|source| head_of(units, source))
}

/// True where `inner` is part of what `outer` reports.
fn holds(outer: &Frame, inner: &Frame) -> bool {
    outer.cue.start < inner.cue.start && outer.content.iter().any(|content| content.contains(&inner.cue.start))
}
