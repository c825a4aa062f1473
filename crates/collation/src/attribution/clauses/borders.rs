//! Where the content of one reporting clause ends because the next one takes over.

use super::super::english::Tags;
use super::super::units::Unit;
use super::Frame;

/// Where the last reporting clause takes over, the content of earlier ones ends.
pub(super) fn share(units: &[Unit], found: &mut [Frame]) {
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
    // "Berg asks: “…?” Vale responds: “…”"
    let answers = !next.inherits
        && next.source.is_some()
        && border == begin
        && border.checked_sub(1).and_then(|at| units.get(at)).is_some_and(|unit| unit.is_quote() && unit.speech);
    let parted = answers || joints.iter().any(|unit| unit.is_mark(",;") || unit.is_dash());
    let coordinated = joints.iter().any(|unit| unit.is(Tags::COORDINATOR));
    let joined = coordinated || joints.iter().any(|unit| unit.is(Tags::SUBORDINATOR));
    let pronoun =
        next.source.as_ref().and_then(|source| units.get(source.start)).is_some_and(|unit| unit.is(Tags::SUBJECT));
    let takes_over =
        answers || if next.inherits { parted || joined } else { parted && joined && !(pronoun && coordinated) };
    // "expressed “great hope”, Vale said it would work": what has an object alone ends before another's clause.
    let listed = border.checked_sub(1).and_then(|at| units.get(at)).is_some_and(Unit::is_name);
    let begins = parted && next.speech && !next.inherits && !pronoun && !listed;
    for frame in earlier.iter_mut().filter(|frame| takes_over || begins && !frame.speech) {
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
