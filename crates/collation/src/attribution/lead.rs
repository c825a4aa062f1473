//! What follows a reporting word: a clause, a quotation, an infinitive, an object, or nothing.
//!
//! Reads over who was told, when and where ("told reporters on Monday in Ohio that …") to where the
//! content begins.

use super::cues::Verb;
use super::english::Tags;
use super::groups::Group;
use super::units::{Kind, Unit};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// A clause with `that` or a question word.
    Clause(usize),
    /// A quotation, behind a comma, a colon or nothing.
    Quote(usize),
    /// A clause without `that`.
    Bare(usize),
    Infinitive(usize),
    Object(usize),
    /// `:` at the end: the content comes in the next paragraph.
    Announced,
    /// A comma, then more: an insertion, or the clause stands in the midst of its content.
    Comma(usize),
    End,
}

/// Most units that are read over.
const REACH: usize = 40;

/// Reads on from the cue of `group` to where the content begins, up to `end`.
pub(super) fn lead(units: &[Unit], group: &Group, end: usize) -> Lead {
    let verb = group.verb;
    // "asked for help": what stands behind the particle is no hearer.
    let particle = group.units.end.checked_sub(1).and_then(|at| units.get(at)).is_some_and(|unit| unit.verb.is_none());
    let tells = !particle
        && matches!(
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
    let mut at = group.units.end;
    let mut adjunct = false;
    // The last thing read over was a phrase with a preposition.
    let mut phrase = false;
    for step in 0..REACH {
        let Some(unit) = units.get(at) else { return Lead::End };
        let next = units.get(at + 1);
        if at >= end {
            return if unit.is_mark(":") && at + 1 >= units.len() { Lead::Announced } else { Lead::End };
        }
        let word = unit.lower.as_str();
        if unit.is_quote() {
            // "told “Morning Joe” on Friday that …"
            let that = |at: usize| units.get(at).is_some_and(|unit| unit.lower == "that");
            if !unit.speech && tells && (at + 1..end.min(at + 5)).any(that) {
                adjunct = true;
                at += 1;
                continue;
            }
            return Lead::Quote(at);
        }
        if unit.is_mark(":") {
            let quote = next.is_some_and(Unit::is_quote);
            return match (at + 1 < end, quote) {
                (false, _) => Lead::Announced,
                (true, true) => Lead::Quote(at + 1),
                (true, false) => Lead::Bare(at + 1),
            };
        }
        if unit.is_mark(",") {
            return if next.is_some_and(Unit::is_quote) { Lead::Quote(at + 1) } else { Lead::Comma(at + 1) };
        }
        if unit.mark().is_some() && !unit.is_mark("(") {
            return Lead::End;
        }
        let before_quote = next.is_some_and(|next| next.is_mark(",")) && units.get(at + 2).is_some_and(Unit::is_quote);
        if word == "that" && (!next.is_some_and(|next| next.is_mark(".,")) || before_quote) {
            return Lead::Clause(at);
        }
        // "tweeted to the mayor to “cancel the trip”"
        let quoted = verb.clause && next.is_some_and(|next| next.is_quote() && !next.capital);
        if word == "to" && (verb.infinitive || quoted) && next.is_some_and(is_infinitive) {
            return Lead::Infinitive(at);
        }
        // "told them never to speak of it"
        let denied = matches!(word, "not" | "never") && next.is_some_and(|next| next.lower == "to");
        if denied && verb.infinitive && units.get(at + 2).is_some_and(is_infinitive) {
            return Lead::Infinitive(at);
        }
        if matches!(word, "why" | "how" | "whether" | "what" | "if") && (step == 0 || adjunct)
            || word == "who" && step == 0
        {
            return Lead::Clause(at);
        }
        // "argued over which road was shorter"
        let asks = matches!(word, "over" | "about" | "on" | "as")
            && next.is_some_and(|next| {
                matches!(next.lower.as_str(), "which" | "whose" | "whether" | "how" | "what" | "who")
            });
        if asks && step == 0 && verb.clause {
            return Lead::Clause(at);
        }
        // "an explosion that the mayor described as “…”"
        if word == "as" && step == 0 && verb.object && at + 1 < end {
            return Lead::Object(at + 1);
        }
        // "have not said when they would meet"
        let negated = units.get(group.units.clone()).unwrap_or_default().iter().any(|unit| unit.is(Tags::NEGATION));
        if negated && step == 0 && matches!(word, "when" | "where") {
            return Lead::Clause(at);
        }
        if is_subordinator(word) && !(tells && step == 0) {
            let after = unit.is(Tags::PREPOSITION) && !subordinate(units, at + 1, end);
            if after {
                adjunct = true;
                at = phrase_end(units, at + 1, end);
                continue;
            }
            return Lead::End;
        }
        if matches!(word, "last" | "this" | "late" | "early" | "next") && next.is_some_and(|next| next.is(Tags::TIME)) {
            adjunct = true;
            at += 2;
            continue;
        }
        // "warned of long delays": the thing's trait.
        let is_trait = matches!(word, "long" | "far" | "back" | "right" | "first" | "last" | "only")
            && at == group.units.end
            && at.checked_sub(1).and_then(|at| units.get(at)).is_some_and(|unit| unit.is(Tags::PREPOSITION));
        if unit.is(Tags::TIME) || is_plain_adverb(unit) && !is_trait {
            let measure =
                matches!(word, "too" | "almost" | "nearly" | "only" | "even" | "maybe" | "perhaps" | "much" | "once");
            if measure && verb.clause && has_clause(units, at + 1, end) {
                return Lead::Bare(at);
            }
            adjunct |= unit.is(Tags::TIME);
            at += 1;
            continue;
        }
        // "claimed during the strike of 2024"
        if word == "of" && phrase && verb.object {
            at = phrase_end(units, at + 1, end);
            continue;
        }
        // "says of Vale, “…”"
        if word == "of" || word == "about" {
            let behind = phrase_end(units, at + 1, end);
            let mut rest = units.get(behind..end).unwrap_or_default().iter().skip_while(|unit| unit.is_mark(",:"));
            if verb.clause && rest.next().is_some_and(|unit| unit.is_quote() && unit.speech) {
                (adjunct, at) = (true, behind);
                continue;
            }
            return if verb.object || tells && adjunct { Lead::Object(at) } else { Lead::End };
        }
        if unit.is(Tags::PREPOSITION) && !(word == "like" || word == "for" && step == 0 && verb.object) {
            let place = matches!(word, "on" | "in" | "at" | "during" | "via" | "through" | "to" | "from");
            if step == 0 && !verb.clause && verb.object && !place {
                return Lead::Object(at);
            }
            (adjunct, phrase) = (true, true);
            at = phrase_end(units, at + 1, end);
            continue;
        }
        phrase = false;
        // "told lawyers about the bridge": the lawyers were told.
        let is_told =
            |at: usize| units.get(at).is_some_and(|unit| matches!(unit.lower.as_str(), "about" | "of" | "that"));
        let thing = unit.is(Tags::DETERMINER) && verb.lemma == "notify" && is_told(at + 2);
        let is_clause =
            || !thing && !is_told(at + 1) && clause_begins(units, at, end) && !has_two_subjects(units, at, end);
        if tells && (step == 0 || !adjunct && step < 2) && !is_clause() {
            let hearer = hearer_end(verb, units, at, end);
            if hearer > at {
                let clause = units.get(hearer).is_some_and(|unit| unit.is(Tags::SUBJECT.or(Tags::DETERMINER)));
                if hearer < end && clause && verb.clause {
                    return Lead::Bare(hearer);
                }
                adjunct = true;
                at = hearer;
                continue;
            }
        }
        let vague = matches!(word, "something" | "anything" | "nothing" | "little" | "goodbye" | "yes" | "no");
        if verb.clause && (clause_begins(units, at, end) || verb.lemma == "say" && !adjunct && at + 2 < end && !vague) {
            return Lead::Bare(at);
        }
        if verb.object || asks_somebody(verb, units, at, end) {
            return Lead::Object(at);
        }
        return if verb.clause && has_clause(units, at, end) { Lead::Bare(at) } else { Lead::End };
    }
    Lead::End
}

/// Verbs of asking that have somebody and an infinitive behind them, and no object of another kind.
const ASKING: [&str; 12] = [
    "beg", "command", "convince", "direct", "exhort", "implore", "instruct", "invite", "order", "persuade", "petition",
    "request",
];

/// True where somebody stands between a verb that asks and what they are asked: "exhorted | the members to vote".
fn asks_somebody(verb: Verb, units: &[Unit], at: usize, end: usize) -> bool {
    const LONGEST: usize = 10;
    // "directed Berg to lie", but "directed money to the port".
    let somebody = |unit: &Unit| {
        verb.lemma != "direct" || unit.is_name() || unit.is(Tags::OBJECT.or(Tags::HEARER).or(Tags::TITLE))
    };
    if !ASKING.contains(&verb.lemma) || !units.get(at).is_some_and(somebody) {
        return false;
    }
    let asked = units.get(at..end.min(at + LONGEST)).unwrap_or_default().iter();
    let to = asked.take_while(|unit| unit.is_word() && !is_finite(unit)).position(|unit| unit.lower == "to");
    to.is_some_and(|to| to > 0 && units.get(at + to + 1).is_some_and(is_infinitive))
}

fn is_infinitive(next: &Unit) -> bool {
    let nominal = Tags::DETERMINER.or(Tags::OBJECT).or(Tags::PREPOSITION).or(Tags::HEARER);
    next.is_quote() || next.kind == Kind::Word && !next.capital && !next.is(nominal)
}

fn is_subordinator(word: &str) -> bool {
    matches!(
        word,
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
    )
}

fn is_plain_adverb(unit: &Unit) -> bool {
    unit.kind == Kind::Word && unit.is(Tags::ADVERB) && !unit.is(Tags::DETERMINER) && unit.lower != "there"
}

/// True where a clause of its own begins behind "after", not a phrase: "after he left".
fn subordinate(units: &[Unit], at: usize, end: usize) -> bool {
    for (step, at) in (at..end.min(at + 14)).enumerate() {
        let Some(unit) = units.get(at) else { break };
        if unit.is_mark(",;:") || unit.lower == "that" {
            return false;
        }
        if unit.is(Tags::SUBJECT) && !unit.is(Tags::OBJECT) {
            return step == 0;
        }
        if is_finite(unit) && step > 0 {
            return true;
        }
    }
    false
}

/// True where a second subject begins before any verb, so that the first words name who is told: "the council she would
/// resign", "lawmakers the bill would".
pub(super) fn has_two_subjects(units: &[Unit], at: usize, end: usize) -> bool {
    let mut before = units.get(at);
    for unit in units.get(at + 1..end.min(at + 18)).unwrap_or_default() {
        if unit.is_mark(",;:") || unit.is_dash() || is_finite(unit) {
            return false;
        }
        let begins =
            unit.is(Tags::SUBJECT) && !unit.is(Tags::OBJECT) || unit.is(Tags::DETERMINER) && !unit.is(Tags::ADVERB);
        let inner = Tags::DETERMINER.or(Tags::PREPOSITION).or(Tags::COORDINATOR).or(Tags::ADVERB);
        if begins && !before.is_some_and(|before| before.is(inner)) {
            return true;
        }
        before = Some(unit);
    }
    false
}

/// The end of the hearer that begins at `at`: "told NBC's Chuck Todd".
fn hearer_end(verb: Verb, units: &[Unit], at: usize, end: usize) -> usize {
    // "notified Congress of the report", but "told the head of the office".
    let has_of =
        matches!(verb.lemma, "notify" | "inform" | "remind" | "warn" | "assure" | "reassure" | "convince" | "advise");
    let mut to = at;
    while to < end {
        let Some(unit) = units.get(to) else { break };
        let next = units.get(to + 1);
        if to == at && unit.is(Tags::OBJECT) {
            let owner = unit.lower == "her"
                && next.is_some_and(|next| {
                    next.is_word() && !next.is(Tags::SUBJECT.or(Tags::PREPOSITION).or(Tags::SUBORDINATOR))
                });
            if !owner {
                return to + 1;
            }
        }
        let before = to.checked_sub(1).and_then(|at| units.get(at));
        let governed = before.is_some_and(|before| before.is(Tags::PREPOSITION.or(Tags::DETERMINER)));
        let stop = unit.is_quote()
            || unit.mark().is_some()
            || unit.is(Tags::SUBORDINATOR.or(Tags::SUBJECT).or(Tags::AUXILIARY))
            || matches!(unit.lower.as_str(), "not" | "never")
            || unit.is(Tags::TIME)
            || unit.is(Tags::PREPOSITION) && (has_of || !matches!(unit.lower.as_str(), "of" | "for"))
            || to > at && unit.is(Tags::DETERMINER) && !governed;
        if stop {
            break;
        }
        to += 1;
        if unit.is(Tags::HEARER)
            && !unit.is(Tags::OBJECT)
            && !next.is_some_and(|next| next.is_name() || next.is(Tags::PREPOSITION))
        {
            break;
        }
    }
    to
}

/// The end of the phrase behind a preposition.
fn phrase_end(units: &[Unit], at: usize, end: usize) -> usize {
    let mut to = at;
    let wall = Tags::PREPOSITION.or(Tags::TIME).or(Tags::SUBORDINATOR).or(Tags::AUXILIARY);
    while to < end {
        let Some(unit) = units.get(to) else { break };
        let before = to.checked_sub(1).and_then(|at| units.get(at));
        let stop = unit.is_mark(",:;(")
            || unit.is_dash()
            || unit.lower == "that"
            || to > at && (unit.is_quote() || unit.is(wall) || unit.is(Tags::SUBJECT) && !unit.is(Tags::OBJECT))
            || to > at + 1 && unit.is(Tags::DETERMINER) && !before.is_some_and(|before| before.is(Tags::DETERMINER));
        if stop {
            break;
        }
        to += 1;
    }
    to.max(at)
}

/// True for words that are finite verbs by their look.
pub(super) fn is_finite(unit: &Unit) -> bool {
    unit.is(Tags::AUXILIARY)
        || !unit.capital && (unit.is(Tags::VERB) || unit.is_word() && looks_finite(&unit.lower, unit.verb))
}

/// The same for a word in lower case with what it reports as a verb, apart from the common verbs that report nothing.
pub(super) fn looks_finite(lower: &str, verb: Option<Verb>) -> bool {
    verb.is_some_and(|verb| verb.form.past || verb.form.third) || lower.ends_with("ed") && lower.len() > 4
}

/// True where any of `range` is a finite verb or a quotation.
pub(super) fn holds_finite(units: &[Unit], range: std::ops::Range<usize>) -> bool {
    units.get(range).unwrap_or_default().iter().any(|unit| is_finite(unit) || unit.is_quote())
}

/// True where a finite verb follows before the next strong mark.
fn has_clause(units: &[Unit], at: usize, end: usize) -> bool {
    let limit = end.min(at + 16);
    let mark = (at..limit).find(|&at| units.get(at).is_some_and(|unit| unit.is_mark(",;:")));
    holds_finite(units, at..mark.unwrap_or(limit))
}

/// True where a subject and a finite verb begin right at `at`.
fn clause_begins(units: &[Unit], at: usize, end: usize) -> bool {
    let Some(unit) = units.get(at).filter(|_| at < end) else { return false };
    let next = units.get(at + 1);
    let word = unit.lower.as_str();
    if unit.is(Tags::SUBJECT) && !unit.is(Tags::OBJECT) || word == "there" || contracted_subject(unit) {
        return true;
    }
    if matches!(word, "it" | "you" | "this" | "these" | "those" | "that")
        && next.is_some_and(|next| {
            is_finite(next)
                || next.is(Tags::ADVERB) && !next.is(Tags::DETERMINER)
                || next.lower.ends_with('s') && !next.capital && next.is_word()
        })
    {
        return true;
    }
    if unit.is(Tags::OBJECT) {
        return false;
    }
    // A noun phrase, then a finite verb.
    let mut noun = false;
    let mut before: Option<&Unit> = None;
    for unit in units.get(at..end.min(at + 18)).unwrap_or_default() {
        if unit.is_mark(",;:") || unit.is_dash() {
            return false;
        }
        let modifies =
            before.is_some_and(|before| before.is(Tags::DETERMINER.or(Tags::PREPOSITION)) || before.possessive);
        // "denied | the report even before the port spoke"
        if noun && unit.lower == "even" {
            return false;
        }
        let noun_form = unit.verb.is_some_and(|verb| verb.form.third && !verb.form.past)
            && super::cues::is_reporting_noun(&unit.lower);
        if noun && is_finite(unit) && !modifies && !noun_form {
            return true;
        }
        if unit.is(Tags::SUBORDINATOR) && !unit.is(Tags::PREPOSITION) && unit.lower != "who" {
            return false;
        }
        noun |= unit.is_word() && !unit.is(Tags::DETERMINER.or(Tags::PREPOSITION)) || unit.is_quote();
        before = Some(unit);
    }
    false
}

/// True for "he's", "there'll", "that's".
pub(super) fn contracted_subject(unit: &Unit) -> bool {
    let left = unit.lower.split_once('\'').map(|(left, _)| left);
    unit.is(Tags::AUXILIARY)
        && left.is_some_and(|left| matches!(left, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "there" | "that"))
}
