//! Statements without a verb: "WALLACE: Let's start", "“…” — Anna Berg".

use super::super::english::Tags;
use super::super::sources;
use super::super::units::{Kind, Unit};
use super::{Frame, trim};

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
pub(super) fn label(units: &[Unit], end: usize, headline: bool) -> Option<Frame> {
    let colon = (1..units.len().min(8)).find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(":")))?;
    let head = units.get(0..colon)?;
    let names = head
        .iter()
        .all(|unit| unit.kind == Kind::Word && (unit.capital && !unit.is(Tags::PREPOSITION) || unit.lower == "of"));
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
pub(super) fn signed(units: &[Unit], end: usize) -> Option<Frame> {
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
