//! Statements that a noun reports: "Berg's claim that …", "their fear that …", "used the phrase “…”".

use std::ops::Range;

use super::super::cues;
use super::super::english::Tags;
use super::super::lead::{contracted_subject, is_finite};
use super::super::sources;
use super::super::units::{Kind, Unit};
use super::{Frame, main_clause, subject_before, subject_from, trim};

/// "Blinken's comment that …", "their fear that …".
pub(super) fn noun_cue(units: &[Unit], at: usize, end: usize) -> Option<Frame> {
    let unit = units.get(at)?;
    if unit.capital && at > 0
        || unit.possessive
        || !(cues::is_reporting_noun(&unit.lower)
            || cues::is_noun_of_will(&unit.lower)
            || cues::is_noun_of_speech(&unit.lower))
    {
        return None;
    }
    let joint = units.get(at + 1)?;
    let next = units.get(at + 2)?;
    let word = joint.lower.as_str();
    let reports = match word {
        // "the report that prompted": a relative clause, no content.
        "that" => cues::is_reporting_noun(&unit.lower) && (!is_finite(next) || contracted_subject(next)),
        "to" => {
            cues::is_noun_of_will(&unit.lower) && next.kind == Kind::Word && next.tags == Tags::NONE && !next.capital
        }
        "about" | "on" => cues::is_noun_of_speech(&unit.lower) && !next.is(Tags::TIME),
        _ => false,
    };
    if !reports {
        return None;
    }
    let owner = owner(units, at)?;
    if word == "about" || word == "on" {
        let end = phrase_end(units, at + 2, end);
        let cue = owner.end..at + 2;
        let content = vec![trim(units, at + 2..end)];
        return (end > at + 2).then(|| Frame { source: Some(owner), cue, content, ..Frame::default() });
    }
    let end = main_clause(units, &owner, end).unwrap_or(end).max(at + 3);
    let end = if word == "to" { infinitive_end(units, at + 3, end) } else { end };
    let cue = owner.end..at + 1;
    Some(Frame { source: Some(owner), cue, content: vec![trim(units, at + 1..end)], ..Frame::default() })
}

/// "Berg made the following comment: “…”", "sent a message: “…”": what was said stands behind the colon,
/// where none of the clauses `found` has it: "said in a statement: “…”".
pub(super) fn introduced(units: &[Unit], at: usize, end: usize, found: &[Frame]) -> Option<Frame> {
    let noun = units.get(at).filter(|unit| cues::is_noun_of_message(&unit.lower) && !unit.capital)?;
    let colon = units.get(at + 1).filter(|unit| unit.is_mark(":"))?;
    let announces = at + 2 >= units.len();
    let quoted = units.get(at + 2).is_some_and(Unit::is_quote);
    let is_had = found.iter().any(|frame| frame.content.iter().any(|content| content.contains(&(at + 2))));
    if noun.verb.is_some() && !is_noun(units, at) || !announces && !quoted || colon.opens || is_had {
        return None;
    }
    let source = owner(units, at).or_else(|| subject_before(units, at, true))?;
    let somebody = units
        .get(source.start)
        .is_some_and(|unit| !matches!(unit.lower.as_str(), "there" | "it" | "who" | "which" | "that"));
    let content = if announces { Vec::new() } else { vec![trim(units, at + 2..end)] };
    somebody.then(|| Frame {
        source: Some(source),
        cue: at..at + 1,
        content,
        speech: true,
        announces,
        ..Frame::default()
    })
}

/// True where a determiner or an adjective stands before the word at `at`.
fn is_noun(units: &[Unit], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| units.get(at));
    (1..=4)
        .map_while(|back| before(back).filter(|unit| unit.is_word() && !is_finite(unit)))
        .any(|unit| unit.is(Tags::DETERMINER) || unit.possessive)
}

/// "Berg has used the phrase “X”", "the words “X” and “Y”": what was said stands between the marks.
pub(super) fn words_used(units: &[Unit], at: usize) -> Option<Frame> {
    let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
    if !matches!(word(at), "use" | "uses" | "used") {
        return None;
    }
    let names_words =
        |&at: &usize| matches!(word(at), "expression" | "phrase" | "phrases" | "term" | "terms" | "word" | "words");
    let noun = (at + 1..at + 4).take_while(|&at| units.get(at).is_some_and(Unit::is_word)).find(names_words)?;
    let is_quote = |at: usize| units.get(at).is_some_and(Unit::is_quote);
    let joins = |at: usize| matches!(word(at), "and" | "or") || units.get(at).is_some_and(|unit| unit.is_mark(","));
    if !is_quote(noun + 1) {
        return None;
    }
    let mut end = noun + 2;
    while joins(end) && is_quote(end + 1) {
        end += 2;
    }
    let is_auxiliary = |at: usize| {
        units.get(at).is_some_and(|unit| matches!(word(at), "has" | "have" | "had") || unit.is(Tags::ADVERB))
    };
    let start = (1..=at).rev().find(|&start| !is_auxiliary(start - 1)).unwrap_or(0);
    let source = sources::left(units, subject_from(units, start, 0), start)?;
    let said = noun + 1..end;
    Some(Frame { source: Some(source), cue: start..noun + 1, content: vec![said], ..Frame::default() })
}

/// Where the infinitive behind a noun ends: "her refusal to answer | was noted".
fn infinitive_end(units: &[Unit], from: usize, end: usize) -> usize {
    let ends = |unit: &Unit| unit.is_mark(",;:") || unit.is_dash();
    let opens = |unit: &Unit| unit.is(Tags::SUBORDINATOR) && !unit.is(Tags::PREPOSITION) || unit.is(Tags::SUBJECT);
    let mut dependent = false;
    for at in from..end {
        let Some(unit) = units.get(at) else { break };
        let attribute = units.get(at - 1).is_some_and(|before| before.is(Tags::DETERMINER) || before.possessive);
        if ends(unit) || is_finite(unit) && !dependent && !attribute {
            return at;
        }
        dependent |= opens(unit);
    }
    end
}

/// Where a noun phrase ends that begins at `at`: before a verb, a mark or a clause.
fn phrase_end(units: &[Unit], at: usize, end: usize) -> usize {
    let wall = Tags::AUXILIARY.or(Tags::SUBORDINATOR).or(Tags::SUBJECT);
    (at..end)
        .find(|&at| {
            units.get(at).is_some_and(|unit| {
                unit.is_mark(",;:") || unit.is_dash() || unit.is(wall) && !unit.is(Tags::PREPOSITION) || is_finite(unit)
            })
        })
        .unwrap_or(end)
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
