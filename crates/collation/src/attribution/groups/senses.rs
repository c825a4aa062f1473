//! Reporting words in another sense: "found a way", "called the other", "welcomed guests", "which means".
//!
//! Knows the words around the verb group; what the sense is stands in the object or the complement.

use super::super::english::Tags;
use super::super::units::Unit;
use super::{Group, Voice};

/// Words behind the verb that are looked at for what it is about.
const OBJECT: usize = 6;

/// What somebody finds that is no finding.
const MEANS: [&str; 14] = [
    "way", "ways", "means", "time", "room", "place", "places", "home", "homes", "ground", "work", "job", "jobs",
    "shelter",
];

/// What somebody calls together.
const GATHERINGS: [&str; 10] = [
    "meeting",
    "meetings",
    "session",
    "hearing",
    "election",
    "elections",
    "vote",
    "strike",
    "referendum",
    "conference",
];

/// What somebody runs for against another.
const CONTESTS: [&str; 10] =
    ["race", "primary", "primaries", "election", "elections", "contest", "runoff", "seat", "nomination", "ballot"];

/// Who is welcomed.
const GUESTS: [&str; 6] = ["guests", "visitors", "guest", "visitor", "crowd", "crowds"];

/// What something does that nobody threatens to do.
const BEFALLS: [&str; 15] = [
    "become",
    "derail",
    "overshadow",
    "overwhelm",
    "unravel",
    "upend",
    "engulf",
    "spill",
    "swamp",
    "eclipse",
    "consume",
    "destabilise",
    "destabilize",
    "undo",
    "spoil",
];

/// What the law gives, and what is invoked without a word.
const RIGHTS: [&str; 8] = ["amendment", "privilege", "right", "rights", "clause", "immunity", "powers", "act"];

/// True where the verb of `group` reports nothing because of what stands beside it.
pub(in super::super) fn is_other(units: &[Unit], group: &Group) -> bool {
    let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
    let before = group.units.start.checked_sub(1).and_then(|at| units.get(at));
    let end = group.units.end;
    let next = units.get(end);
    let object = object(units, end);
    let holds = |list: &[&str]| object.iter().any(|unit| list.contains(&unit.lower.as_str()));
    let particle = end.checked_sub(1).and_then(|at| units.get(at)).is_some_and(|unit| unit.verb.is_none());
    if is_expected(units, group) {
        return true;
    }
    match group.verb.lemma {
        "mean" => group.voice != Voice::Coordinated && !before.is_some_and(means),
        "find" => {
            let reflexive = word(end).ends_with("self") || word(end).ends_with("selves");
            let searches = group.units.clone().any(|at| word(at) == "to") && !is_clause(units, end);
            reflexive || searches || holds(&MEANS)
        }
        "call" if !particle => {
            let alone = units.get(end + 2).is_none_or(|unit| !unit.is_word());
            let rings = word(end) == "into"
                || word(end) == "in" && word(end + 1) == "to"
                || word(end) == "the" && word(end + 1) == "other" && alone;
            rings || gathers(object, units.get(end + object.len()))
        }
        "welcome" => receives(units, end) || holds(&GUESTS),
        "challenge" => next.is_some_and(is_person) && behind(units, end, &["in", "for"], &CONTESTS),
        "back" => {
            let aside = ["off", "away", "down", "out", "into"].contains(&word(end));
            let returns = before.is_some_and(|unit| {
                unit.is(Tags::OBJECT) && !unit.is(Tags::SUBJECT)
                    || ["it", "give", "gives", "gave", "bring", "brings", "brought", "get", "take"]
                        .contains(&unit.lower.as_str())
            });
            aside || group.verb.form.base && returns
        }
        "threaten" => word(end) == "to" && BEFALLS.contains(&word(end + 1)),
        "show" | "demonstrate" => {
            let own = matches!(word(end), "his" | "her" | "its" | "their");
            own && !object.iter().any(|unit| unit.is(Tags::AUXILIARY.or(Tags::VERB)) || unit.is_quote())
        }
        "invoke" => holds(&RIGHTS) && !object.iter().any(Unit::is_quote),
        _ => false,
    }
}

/// True for "is expected to announce it": nothing has been said, unless its words are there.
fn is_expected(units: &[Unit], group: &Group) -> bool {
    let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
    let cue = group.units.clone();
    let waits = |at: usize| matches!(word(at), "expected" | "likely") && word(at + 1) == "to" && at + 1 < cue.end;
    let waits = cue.clone().any(waits);
    let be = units.get(cue.clone()).unwrap_or_default().iter().any(|unit| unit.is(Tags::BE));
    let quote = |at: usize| units.get(at).is_some_and(Unit::is_quote);
    let mark = units.get(cue.end).is_some_and(|unit| unit.is_mark(",:"));
    waits && be && !quote(cue.end) && !(mark && quote(cue.end + 1))
}

/// True for what is called together: "a meeting", "the hearing because …", but not "the hearing a sham".
fn gathers(object: &[Unit], behind: Option<&Unit>) -> bool {
    let Some((last, first)) = object.last().zip(object.first()) else { return false };
    let fresh = matches!(first.lower.as_str(), "a" | "an" | "another");
    let purpose = behind.is_some_and(|unit| matches!(unit.lower.as_str(), "to" | "because" | "after"));
    GATHERINGS.contains(&last.lower.as_str()) && (fresh || purpose)
}

/// True for whom "mean" tells what they have in mind: "I mean", not "which means".
fn means(unit: &Unit) -> bool {
    unit.is_name() || matches!(unit.lower.as_str(), "i" | "he" | "she" | "we" | "they" | "you" | "who")
}

/// The words behind a verb up to a mark or a clause.
fn object(units: &[Unit], at: usize) -> &[Unit] {
    let all = units.get(at..units.len().min(at + OBJECT)).unwrap_or_default();
    let wall = Tags::SUBORDINATOR.or(Tags::PREPOSITION).or(Tags::COORDINATOR);
    let len = all.iter().position(|unit| unit.mark().is_some() || unit.is(wall)).unwrap_or(all.len());
    all.get(..len).unwrap_or_default()
}

fn is_clause(units: &[Unit], at: usize) -> bool {
    units.get(at).is_some_and(|unit| unit.is_quote() || unit.is(Tags::SUBORDINATOR.or(Tags::SUBJECT)))
}

fn is_person(unit: &Unit) -> bool {
    !unit.possessive && (unit.is(Tags::TITLE.or(Tags::OBJECT)) || unit.is_name())
}

/// True where somebody stands at `at` whom the verb receives somewhere: "welcomed Carl Ode of Velm to the harbour".
fn receives(units: &[Unit], at: usize) -> bool {
    const PERSON: usize = 9;
    let is_part = |unit: &&Unit| {
        (unit.is_name() || unit.is(Tags::TITLE.or(Tags::OBJECT)) || unit.lower == "of") && !unit.possessive
    };
    let rest = units.get(at..).unwrap_or_default();
    let person = rest.iter().take(PERSON).take_while(is_part).count();
    person > 0
        && rest.get(person).is_some_and(|unit| matches!(unit.lower.as_str(), "to" | "at" | "into" | "aboard" | "home"))
}

/// True where one of `joints` follows near, and one of `list` behind it.
fn behind(units: &[Unit], at: usize, joints: &[&str], list: &[&str]) -> bool {
    const NEAR: usize = 8;
    let near = units.get(at..units.len().min(at + NEAR)).unwrap_or_default();
    let joint = near.iter().position(|unit| joints.contains(&unit.lower.as_str()));
    let phrase = joint.and_then(|joint| near.get(joint + 1..)).unwrap_or_default();
    phrase.iter().take_while(|unit| unit.is_word()).any(|unit| list.contains(&unit.lower.as_str()))
}
