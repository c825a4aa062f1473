//! Verb groups: whether a reporting word is a verb where it stands, and which words go with it.
//!
//! "has repeatedly said", "went on to say", "was quoted as saying" are one cue each.

use std::ops::Range;

use super::cues::Verb;
use super::english::Tags;
use super::units::{Kind, Unit};

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
    ("speak", "of about out"),
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
    ("scoff sneer rail protest jab hint bristle", "at against"),
    ("put", "it"),
];

/// Verbs that carry an infinitive without reporting themselves: "went on to say".
const CARRIERS: &str = " went goes go gone going continued continues continue continuing sought seeks tried tries trying \
 attempted attempts began begins begun started starts used came took takes refused refuses managed appeared appears seemed seems hesitated \
 needs need had has have expected set ready likely able rushed moved moves ";

fn is_carrier(unit: &Unit) -> bool {
    !unit.lower.is_empty() && CARRIERS.contains(&format!(" {} ", unit.lower))
}

/// The group of the reporting verb at `at`, where it is a verb there.
pub(super) fn group(units: &[Unit], at: usize) -> Option<Group> {
    let unit = units.get(at)?;
    let verb = unit.verb?;
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
    {
        start -= 1;
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
        let carrier = (start - 1).checked_sub(1).and_then(|at| units.get(at))?;
        let direct = is_carrier(carrier) && !carrier.is(Tags::HAVE);
        // "took to the radio to blast"
        let far = (start.saturating_sub(8)..start.saturating_sub(3)).rev().find(|&at| {
            matches!(units.get(at).map_or("", |unit| unit.lower.as_str()), "took" | "takes" | "take")
                && units.get(at + 1).is_some_and(|unit| unit.lower == "to")
        });
        let first = if direct { start - 2 } else { far? };
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
                    "by" | "in" | "after" | "before" | "while" | "without" | "of" | "from" | "for"
                );
        return (!noun).then(|| finish(units, start, at, verb, voice)).flatten();
    }
    if before.is(Tags::SUBJECT) || before.lower == "which" || before.lower == "that" && !form.base {
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
    let common = !before.is_name();
    if form.base && !form.past {
        let plural = before.lower.ends_with('s') && !before.lower.ends_with("ss")
            || matches!(before.lower.as_str(), "people" | "police" | "men" | "women" | "media" | "democrats" | "who");
        let joined = before.is_name()
            && (start.saturating_sub(6)..start).any(|at| units.get(at).is_some_and(|unit| unit.lower == "and"));
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
    if form.past && next.is_some_and(|next| next.lower == "by") && common {
        return finish(units, start, at, verb, Voice::Reduced);
    }
    finish(units, start, at, verb, Voice::Finite)
}

/// True where the phrase that ends before `end` has a plural noun: "observers in the country say".
fn heads_plural(units: &[Unit], end: usize) -> bool {
    let phrase = units.get(end.saturating_sub(10)..end).unwrap_or_default();
    let clause = |unit: &&Unit| {
        unit.kind == Kind::Word
            && !unit.is(Tags::AUXILIARY.or(Tags::SUBJECT).or(Tags::VERB))
            && !unit.verb.is_some_and(|verb| verb.form.past)
    };
    phrase.iter().rev().take_while(clause).any(|unit| {
        unit.lower.ends_with('s')
            && !unit.lower.ends_with("ss")
            && !unit.possessive
            && !unit.is_name()
            && unit.lower.len() > 3
            && unit.tags == Tags::NONE
    })
}

fn has_pronoun(unit: &Unit) -> bool {
    unit.lower.split_once('\'').is_some_and(|(left, _)| {
        matches!(left, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "that" | "there" | "who" | "what")
    })
}

/// True where what follows a form like `claims` says that it is a noun.
fn noun_follows(units: &[Unit], at: usize) -> bool {
    units.get(at + 1).is_none_or(|next| next.is(Tags::BE.or(Tags::MODAL)) && !has_pronoun(next) || next.lower == "of")
}

/// "campaign claims about", "tax plans": a plural noun behind a common noun rather than a verb.
fn plural_noun_likely(units: &[Unit], at: usize, verb: Verb) -> bool {
    let noun_like = super::cues::is_reporting_noun(verb.lemma)
        || matches!(
            verb.lemma,
            "state"
                | "point"
                | "note"
                | "offer"
                | "support"
                | "post"
                | "release"
                | "show"
                | "hit"
                | "mean"
                | "reason"
                | "document"
                | "list"
                | "book"
                | "rate"
                | "rank"
                | "label"
                | "brand"
                | "detail"
                | "reference"
                | "process"
                | "project"
                | "dream"
                | "guess"
                | "judge"
                | "aim"
                | "sense"
                | "signal"
                | "wish"
                | "regret"
                | "doubt"
                | "protest"
                | "object"
                | "fault"
                | "dispute"
                | "challenge"
                | "favor"
                | "favour"
                | "back"
                | "cheer"
                | "echo"
                | "order"
                | "counsel"
                | "command"
                | "appeal"
                | "advocate"
                | "tweet"
                | "text"
                | "email"
                | "quote"
                | "remark"
                | "comment"
                | "chat"
                | "address"
                | "hint"
                | "promise"
                | "forecast"
                | "fear"
                | "hope"
                | "worry"
                | "vow"
                | "insult"
                | "attack"
                | "blast"
                | "hammer"
                | "fire"
                | "portray"
                | "welcome"
                | "voice"
                | "experience"
                | "outline"
                | "answer"
                | "boast"
                | "view"
                | "feel"
                | "find"
                | "boss"
        );
    noun_like
        && units.get(at + 1).is_none_or(|next| {
            next.mark().is_some_and(|c| c != ':')
                || next.is(Tags::BE.or(Tags::MODAL).or(Tags::HAVE).or(Tags::COORDINATOR).or(Tags::VERB))
                || next.is(Tags::PREPOSITION) && next.lower != "to" && !next.is(Tags::SUBORDINATOR)
                || next.verb.is_some_and(|verb| verb.form.past || verb.form.third) && !next.capital
        })
}

/// True where "not to be named" follows: what a source asks for itself reports nothing.
fn stays_unnamed(units: &[Unit], from: usize) -> bool {
    let word = |at: usize| units.get(at).map_or("", |unit| unit.lower.as_str());
    let to = from + usize::from(word(from) == "not");
    word(to) == "to" && word(to + 1) == "be" && matches!(word(to + 2), "named" | "identified" | "quoted" | "cited")
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
    // "the mailbox was read": nobody says it, where a letter or a sign reads "…".
    let is_done_to = verb.lemma == "read" && matches!(voice, Voice::Passive | Voice::Reduced);
    if is_done_to || stays_unnamed(units, end) || verb.lemma == "assume" && takes_office(units, end) {
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
    (!needs || quote || end > at + 1).then_some(Group { units: start..end, verb, voice })
}
