//! Reporting clauses that stand behind or inside what they report: "…," Berg said; S, said Berg.

use std::ops::Range;

use super::super::english::Tags;
use super::super::groups::Group;
use super::super::lead::{Lead, holds_finite, is_finite, lead};
use super::super::names;
use super::super::sources;
use super::super::units::{Kind, Unit};
use super::{Frame, trim};

/// "…," Caddell said[, "…"] and "S, he said[, S]": content before the clause, and perhaps behind it.
pub(super) fn backward(
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
    // "Ferries sail from noon": many a verb in the present looks like a noun.
    let clausal = finite && (from.len() >= 3 || first.is_quote())
        || from.len() >= 6 && !first.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR));
    match lead {
        Lead::End if clausal => frame(vec![from], true),
        // "S, he assured them: S"
        Lead::Bare(at) if clausal && finite && units.get(at - 1).is_some_and(|unit| unit.is_mark(":")) => {
            frame(vec![from, trim(units, at..end)], true)
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
            if clausal && !predicate && (aside || finite && !holds_finite(units, rest.clone())) {
                // "S, he said, but “…”"
                let joined = matches!(next.lower.as_str(), "but" | "and").then(|| quoted_rest(units, rest)).flatten();
                return frame(std::iter::once(from).chain(joined).collect(), true);
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

/// "Moscow's position", but not "Moscow's envoy", "Moscow's ministry" or "Moscow's Ivan Orlov".
fn is_owned_thing(units: &[Unit], source: &Range<usize>) -> bool {
    let Some([owner, thing]) = units.get(source.clone()) else { return false };
    let tells = names::is_role_word(&thing.lower) || names::is_body_word(&thing.lower) || thing.is(Tags::MEDIUM);
    owner.possessive && !tells
}

/// "…," said Caddell[, who …, "…"] and "S, said Caddell".
pub(super) fn inverted(units: &[Unit], group: &Group, end: usize, before: &[Frame]) -> Option<Frame> {
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
    let source = sources::right_with_name(units, cue.end, units.len())?;
    // "said her captain" names a source, "told her" does not.
    let owned = source.len() > 1;
    if units
        .get(source.start)
        .is_some_and(|unit| unit.is(Tags::OBJECT) && !unit.is(Tags::SUBJECT) && !(owned && unit.lower == "her"))
    {
        return None;
    }
    // "Antonov Criticizes US, Asserts Moscow's Position", a headline in title case: the position is what is asserted.
    let in_title_case = units.get(cue.start).is_some_and(|unit| unit.capital);
    if in_title_case && !after_quote && is_owned_thing(units, &source) {
        return None;
    }
    let from = trim(units, left_content(units, cue.start, before));
    // "Caddell, who is …, said the polls …": what stands before is the subject.
    let subject =
        !after_quote && sources::left(units, from.start, cue.start).is_some_and(|subject| subject.start == from.start);
    if subject && matches!(lead(units, group, end), Lead::Bare(_) | Lead::Clause(_) | Lead::Quote(_)) {
        return None;
    }
    // "Her comments, said Berg, are …", "Her comments, said Berg, the mayor of Halden, are …": the verb comes behind.
    let comma = |at: usize| units.get(at).is_some_and(|unit| unit.is_mark(","));
    let apposed = comma(source.end) && units.get(source.end + 1).is_some_and(|unit| unit.is(Tags::DETERMINER));
    let far = (source.end + 1..end).find(|&at| apposed && (comma(at) || units.get(at).is_some_and(is_finite)));
    let resumed = far.filter(|&at| comma(at)).unwrap_or(source.end);
    let is_subject = sources::left(units, from.start, from.end).is_some_and(|subject| subject == from);
    let is_split = is_subject && comma(resumed) && units.get(resumed + 1).is_some_and(is_finite) && resumed + 1 < end;
    let solid = after_quote || is_split || holds_finite(units, from.clone()) && from.len() >= 3;
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
    } else if is_split {
        content.push(trim(units, resumed + 1..end));
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
