//! Verb groups: whether a reporting word is a verb where it stands, and which words go with it.
//!
//! "has repeatedly said", "went on to say", "was quoted as saying" are one cue each.

mod nominal;
mod senses;

use std::ops::Range;

use super::cues::Verb;
use super::english::Tags;
use super::units::{Kind, Unit};
use nominal::{counts_several, heads_plural, is_compound, is_noun, is_singular, noun_follows, plural_noun_likely};
pub(super) use senses::is_other;

#[derive(Clone, Debug)]
pub(super) struct Group {
    /// All words of the cue.
    pub(super) units: Range<usize>,
    pub(super) verb: Verb,
    pub(super) voice: Voice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Has a subject of its own.
    Finite,
    /// `and vowed`: shares the subject of a verb before it.
    Coordinated,
    /// `, adding`: shares the subject of the clause.
    Participle,
    /// `was accused of`, `is expected to`: the source stands behind `by`, if at all.
    Passive,
    /// `the penalty imposed by`.
    Reduced,
}

/// Particles that belong to a reporting verb, by verbs.
const PARTICLES: &[(&str, &str)] = &[
    ("call", "for on upon out"),
    ("point", "to out"),
    ("speak talk", "of about out"),
    ("rule", "against out"),
    ("refer object allude", "to"),
    ("warn complain brag boast joke dream", "of about against"),
    ("lash", "out"),
    ("own", "up"),
    ("go", "on"),
    ("agree disagree", "with on"),
    ("decide", "against on"),
    ("fire hit shoot snipe", "back"),
    ("elaborate reflect muse insist comment remark", "on"),
    ("appeal push plead beg ask advocate", "for"),
    ("testify think know worry wonder hear learn", "about of"),
    ("marvel scoff sneer rail protest jab hint bristle", "at against"),
    ("put", "it"),
];

/// Verbs that carry an infinitive without reporting themselves: "went on to say".
const CARRIERS: &str = " went goes go gone going continued continues continue continuing sought seeks tried tries trying \
 attempted attempts began begins begun started starts used came took takes refused refuses managed appeared appears seemed seems hesitated \
 needs need yet had has have expected set ready likely able rushed moved moves ";

/// Verbs that carry one with "on".
const GOES: [&str; 6] = ["went", "goes", "go", "gone", "going", "moved"];

fn is_carrier(unit: &Unit) -> bool {
    !unit.lower.is_empty() && CARRIERS.contains(&format!(" {} ", unit.lower))
}

/// The group of the reporting verb at `at`, where it is a verb there.
pub(super) fn group(units: &[Unit], at: usize) -> Option<Group> {
    let unit = units.get(at)?;
    let verb = unit.verb.filter(|&verb| !is_noun(units, at, verb))?;
    let next = units.get(at + 1);
    if unit.capital
        && at > 0
        && verb.form.base | verb.form.third
        && units.get(at - 1).is_some_and(Unit::is_name)
        && next.is_some_and(Unit::is_name)
    {
        return None;
    }
    // "the backing of the Senate"
    let of = matches!(
        verb.lemma,
        "accuse" | "warn" | "complain" | "speak" | "dream" | "boast" | "hear" | "learn" | "think" | "approve" | "know"
    );
    if verb.form.ing && !of && next.is_some_and(|next| next.lower == "of") {
        return None;
    }
    let mut start = at;
    while start > 0
        && units.get(start - 1).is_some_and(|unit| {
            unit.is(Tags::ADVERB)
                && !unit.is(Tags::DETERMINER.or(Tags::COORDINATOR))
                && unit.lower != "there"
                && unit.kind == Kind::Word
        })
        // "a man at the back asked": a noun.
        && !(start > 1 && units.get(start - 2).is_some_and(|unit| matches!(unit.lower.as_str(), "the" | "a" | "an")))
    {
        start -= 1;
    }
    // "A very welcoming town"
    let is_graded = |unit: &Unit| matches!(unit.lower.as_str(), "very" | "too" | "quite");
    if at.checked_sub(1).and_then(|at| units.get(at)).is_some_and(is_graded) {
        return None;
    }
    let before = start.checked_sub(1).and_then(|at| units.get(at));
    let Some(before) = before else {
        // A sentence begins with it: inverted ("Said Obama"), a participle or an imperative.
        if verb.form.ing {
            return finish(units, start, at, verb, Voice::Participle);
        }
        return (verb.form.past || verb.form.third).then(|| finish(units, start, at, verb, Voice::Finite)).flatten();
    };
    let form = verb.form;
    let end_noun = next.is_some_and(|next| {
        next.is(Tags::BE.or(Tags::MODAL).or(Tags::HAVE))
            && !matches!(next.lower.as_str(), "he'd" | "she'd" | "they'd" | "i'd" | "we'd" | "it'd")
            && !has_pronoun(next)
    });
    if before.is(Tags::BE) {
        let voice = if form.ing {
            Voice::Finite
        } else if form.past {
            Voice::Passive
        } else {
            return None;
        };
        return finish(units, auxiliaries(units, start), at, verb, voice);
    }
    if before.is(Tags::HAVE) && form.past || before.is(Tags::MODAL.or(Tags::DO)) && form.base {
        let from = auxiliaries(units, start);
        // "and has said": coordinated.
        let left = from.checked_sub(1).and_then(|at| units.get(at));
        let voice =
            if left.is_some_and(|left| left.is(Tags::COORDINATOR)) { Voice::Coordinated } else { Voice::Finite };
        return finish(units, from, at, verb, voice);
    }
    if before.lower == "to" && form.base {
        let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
        // "went on to say"
        let went = start > 2 && word(start - 2) == "on" && GOES.contains(&word(start - 3));
        let carries = start.checked_sub(2 + usize::from(went))?;
        let carrier = units.get(carries)?;
        let direct = is_carrier(carrier) && !carrier.is(Tags::HAVE);
        // "took to the radio to blast"
        let far = (start.saturating_sub(8)..start.saturating_sub(3)).rev().find(|&at| {
            matches!(units.get(at).map_or("", |unit| unit.lower.as_str()), "took" | "takes" | "take")
                && units.get(at + 1).is_some_and(|unit| unit.lower == "to")
        });
        let first = if direct { carries } else { far? };
        let from = auxiliaries(units, first);
        let left = from.checked_sub(1).and_then(|at| units.get(at));
        let voice =
            if left.is_some_and(|left| left.is(Tags::COORDINATOR)) { Voice::Coordinated } else { Voice::Finite };
        return finish(units, from, at, verb, voice);
    }
    if before.is(Tags::COORDINATOR) {
        let voice = if form.ing { Voice::Participle } else { Voice::Coordinated };
        return (form.past || form.third || form.ing)
            .then(|| finish(units, start, at, verb, voice))
            .flatten()
            .filter(|_| !end_noun);
    }
    if before.is_mark(",") || before.is_dash() || before.is_quote() || before.mark().is_some() {
        // "…, considering his age" tells of nobody's thoughts.
        if form.ing && verb.lemma == "consider" {
            return None;
        }
        if form.ing {
            return finish(units, start, at, verb, Voice::Participle);
        }
        let closes = before.is_mark(",)") || before.is_dash() || before.is_quote() || before.is_mark("”\"");
        return (closes && (form.past || form.third || form.base && before.is_mark(",)")))
            .then(|| finish(units, start, at, verb, Voice::Finite))
            .flatten()
            .filter(|_| !end_noun);
    }
    if form.ing {
        // "spoke on Monday, repeatedly saying"; "by saying"; "Trump saying".
        let voice = if before.is(Tags::OBJECT) { Voice::Finite } else { Voice::Participle };
        let noun = before.is(Tags::DETERMINER)
            || before.possessive
            || before.is(Tags::PREPOSITION)
                && !matches!(
                    before.lower.as_str(),
                    "by" | "in" | "after" | "before" | "while" | "without" | "of" | "from" | "for" | "despite"
                );
        return (!noun).then(|| finish(units, start, at, verb, voice)).flatten();
    }
    if before.is(Tags::SUBJECT)
        || matches!(before.lower.as_str(), "which" | "whom")
        || before.lower == "that" && !form.base
    {
        return finish(units, start, at, verb, Voice::Finite);
    }
    if before.is(Tags::DETERMINER) {
        let singular = matches!(before.lower.as_str(), "this" | "that" | "one" | "another" | "each");
        let plural = matches!(
            before.lower.as_str(),
            "these" | "those" | "some" | "many" | "most" | "several" | "both" | "few" | "all" | "two" | "three"
        );
        let verbal = singular && form.third
            || plural
                && form.base
                && matches!(
                    verb.lemma,
                    "say"
                        | "believe"
                        | "think"
                        | "argue"
                        | "see"
                        | "want"
                        | "hope"
                        | "suggest"
                        | "agree"
                        | "wonder"
                        | "know"
                        | "fear"
                )
            || plural && form.past;
        return verbal.then(|| finish(units, start, at, verb, Voice::Finite)).flatten();
    }
    if before.possessive || end_noun && !form.past {
        return None;
    }
    if before.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR).or(Tags::HAVE).or(Tags::MODAL).or(Tags::DO)) {
        return None;
    }
    if form.third && !form.past && counts_several(units, start) || form.base && !form.past && is_singular(units, start)
    {
        return None;
    }
    // "data from the harbour show that": no noun has "that" behind it but those of statements.
    if form.base
        && !form.past
        && next.is_some_and(|next| next.lower == "that")
        && !super::cues::is_reporting_noun(verb.lemma)
        && !units.get(at + 2).is_some_and(|next| next.is(Tags::AUXILIARY) && !has_pronoun(next))
    {
        return finish(units, start, at, verb, Voice::Finite);
    }
    let common = !before.is_name();
    if form.base && !form.past {
        let plural = before.lower.ends_with('s') && !before.lower.ends_with("ss")
            || matches!(before.lower.as_str(), "people" | "police" | "men" | "women" | "media" | "democrats" | "who");
        let joined = before.is_name()
            && (start.saturating_sub(6)..start).any(|at| units.get(at).is_some_and(|unit| unit.lower == "and"))
            && !is_compound(units, at, verb);
        let says = matches!(
            verb.lemma,
            "say" | "believe" | "argue" | "insist" | "contend" | "maintain" | "acknowledge" | "think"
        );
        let headed = says && heads_plural(units, start);
        return ((plural || joined || headed) && !noun_follows(units, at))
            .then(|| finish(units, start, at, verb, Voice::Finite))
            .flatten();
    }
    if form.third && common && plural_noun_likely(units, at, verb) {
        return None;
    }
    // "officers accused of hiding it": nobody in particular accuses them.
    if verb.lemma == "accuse" && form.past && common && next.is_some_and(|next| next.lower == "of") {
        return finish(units, start, at, verb, Voice::Reduced);
    }
    let participle = matches!(unit.lower.as_str(), "seen" | "known" | "shown" | "proven" | "written" | "sworn");
    let by = next.is_some_and(|next| next.lower == "by");
    if participle && !by {
        return None;
    }
    if form.past && by && (common || participle) {
        // "documents seen by the council" were read; "seen by many as a trap" tells what they think.
        let as_behind = |at: usize| units.get(at).is_some_and(|unit| unit.lower == "as");
        if matches!(verb.lemma, "see" | "view") && !(at + 2..at + 9).any(as_behind) {
            return None;
        }
        return finish(units, start, at, verb, Voice::Reduced);
    }
    finish(units, start, at, verb, Voice::Finite)
}

fn has_pronoun(unit: &Unit) -> bool {
    unit.lower.split_once('\'').is_some_and(|(left, _)| {
        matches!(left, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "that" | "there" | "who" | "what")
    })
}

/// True where "not to be named" follows: what a source asks for itself reports nothing.
fn stays_unnamed(units: &[Unit], from: usize) -> bool {
    let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
    let to = from + usize::from(word(from) == "not");
    word(to) == "to" && word(to + 1) == "be" && matches!(word(to + 2), "named" | "identified" | "quoted" | "cited")
}

/// True where an amount follows that somebody gives: "put the cost at €3 million", "put it at “a third”".
fn puts_at(units: &[Unit], from: usize) -> bool {
    let object = |at: &usize| units.get(*at).is_some_and(|unit| unit.is_word() && !unit.is(Tags::AUXILIARY));
    let at = (from..from + 10).take_while(object).find(|&at| units.get(at).is_some_and(|unit| unit.lower == "at"));
    at.and_then(|at| units.get(at + 1)).is_some_and(|next| next.is_quote() || next.kind == Kind::Number)
}

/// What somebody assumes by taking it over.
const OFFICES: &str = " office chair chairmanship presidency premiership governorship leadership command control power powers duty duties \
 role roles responsibility responsibilities post position title seat throne mantle helm risk risks debt debts liability ownership custody \
 name identity burden cost costs ";

/// True for "assumed the presidency", not for "assumed the post was vacant".
fn takes_office(units: &[Unit], from: usize) -> bool {
    let clause = Tags::AUXILIARY.or(Tags::VERB).or(Tags::SUBORDINATOR).or(Tags::SUBJECT);
    let phrase = units.iter().enumerate().skip(from).take(6);
    let mut phrase = phrase.take_while(|(_, unit)| unit.kind == Kind::Word && !unit.is(clause));
    let office = phrase.find(|(_, unit)| OFFICES.contains(&format!(" {} ", unit.lower)));
    office.is_some_and(|(at, _)| units.get(at + 1).is_none_or(|next| !next.is(Tags::AUXILIARY.or(Tags::VERB))))
}

/// The start of the auxiliaries and adverbs that end right before `end`.
fn auxiliaries(units: &[Unit], end: usize) -> usize {
    let mut start = end;
    while start > 0
        && units.get(start - 1).is_some_and(|unit| {
            (unit.is(Tags::AUXILIARY) && !(has_pronoun(unit)) || unit.is(Tags::ADVERB) && !unit.is(Tags::DETERMINER))
                && !(unit.lower == "may" && unit.capital)
                && !unit.is(Tags::COORDINATOR)
        })
    {
        start -= 1;
    }
    // "he's saying": the pronoun is its own unit's first half; the cue then begins with it.
    start
}

fn finish(units: &[Unit], start: usize, at: usize, verb: Verb, voice: Voice) -> Option<Group> {
    let mut end = at + 1;
    let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
    // "It goes without saying that S."
    if verb.lemma == "say" && verb.form.ing && start.checked_sub(1).is_some_and(|before| word(before) == "without") {
        return None;
    }
    // "the mailbox was read": nobody says it, where a letter or a sign reads "…".
    let is_done_to = verb.lemma == "read" && matches!(voice, Voice::Passive | Voice::Reduced);
    if is_done_to || stays_unnamed(units, end) || verb.lemma == "assume" && takes_office(units, end) {
        return None;
    }
    // "went on to the next point", "continue to push for it": another verb is the cue, or none.
    let goes = verb.lemma == "go" && word(end) == "on" && word(end + 1) == "to";
    if goes || verb.lemma == "continue" && word(end) == "to" {
        return None;
    }
    // A particle belongs to the cue: "called for", "pointed out", "lashed out at".
    let listed = |list: &str, word: &str| !word.is_empty() && list.split(' ').any(|listed| listed == word);
    let takes = PARTICLES.iter().find(|(verbs, particles)| listed(verbs, verb.lemma) && listed(particles, word(end)));
    if takes.is_some() {
        end += 1;
        if matches!(verb.lemma, "lash" | "speak" | "hit" | "fire" | "shoot" | "go" | "point")
            && matches!(word(end), "at" | "about" | "against" | "for")
        {
            end += 1;
        }
    }
    // These report only with a particle or a quotation: "pointed out", not "pointed the way".
    let needs = matches!(
        verb.lemma,
        "point"
            | "speak"
            | "talk"
            | "rule"
            | "go"
            | "refer"
            | "lash"
            | "own"
            | "fire"
            | "hit"
            | "shoot"
            | "rail"
            | "object"
            | "put"
            | "jab"
            | "aim"
            | "appeal"
            | "elaborate"
    );
    let quote = units.get(end).is_some_and(|unit| unit.is_quote() || unit.is_mark(":,.") || unit.lower == "that");
    let sets = verb.lemma == "put" && end == at + 1 && puts_at(units, end);
    // What stands behind a particle is the object: "warned of chaos".
    let verb = Verb {
        object: verb.object || sets || takes.is_some_and(|(_, particles)| *particles != "on" || verb.lemma != "go"),
        ..verb
    };
    let quote = quote && !(verb.lemma == "rule" && units.get(end).is_some_and(|unit| unit.is_mark(",.")));
    (!needs || quote || sets || end > at + 1).then_some(Group { units: start..end, verb, voice })
}
