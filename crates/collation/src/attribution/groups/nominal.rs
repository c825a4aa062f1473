//! Whether a form that can be a verb is a noun where it stands: "27 states", "campaign claims", "a Times report".
//!
//! Knows the words around it; what the form reports is for `groups` to say.

use super::super::cues::{self, Verb};
use super::super::english::Tags;
use super::super::units::{Kind, Unit};
use super::has_pronoun;

/// True where the phrase that ends before `end` has a plural noun: "observers in the country say".
pub(super) fn heads_plural(units: &[Unit], end: usize) -> bool {
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
            || matches!(unit.lower.as_str(), "those" | "these")
    })
}

/// Determiners of several.
const SEVERAL: &str = " these those many most several few both all two three four five six seven eight nine ten dozens hundreds thousands ";

/// The determiner of the phrase that ends before `end`, where only plain words and names stand between.
fn determiner(units: &[Unit], end: usize) -> Option<&Unit> {
    let mut phrase = units.get(end.saturating_sub(5)..end)?.iter().rev();
    let first = phrase.find(|unit| unit.kind != Kind::Word || unit.tags != Tags::NONE || unit.possessive)?;
    first.is(Tags::DETERMINER).then_some(first)
}

/// True where a number or "many" goes with what stands before `end`: "27 states", "many harbour claims" are nouns.
pub(super) fn counts_several(units: &[Unit], end: usize) -> bool {
    let number = end.checked_sub(1).and_then(|at| units.get(at)).is_some_and(|unit| {
        const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        let spelled = TENS.iter().any(|ten| unit.lower.starts_with(ten));
        spelled || unit.kind == Kind::Number && unit.lower.chars().all(|c| c.is_ascii_digit() || c == ',')
    });
    number || determiner(units, end).is_some_and(|unit| SEVERAL.contains(&format!(" {} ", unit.lower)))
}

/// True where "a" or "an" begins the phrase before `end`: "a Velm Times report" is a noun.
pub(super) fn is_singular(units: &[Unit], end: usize) -> bool {
    determiner(units, end).is_some_and(|unit| matches!(unit.lower.as_str(), "a" | "an" | "another" | "every"))
}

/// True where what follows a form like `claims` says that it is a noun.
pub(super) fn noun_follows(units: &[Unit], at: usize) -> bool {
    units.get(at + 1).is_none_or(|next| next.is(Tags::BE.or(Tags::MODAL)) && !has_pronoun(next) || next.lower == "of")
}

/// True where a form that is as often a noun has a plain word behind it: "the Berg and Roth email probes".
pub(super) fn is_compound(units: &[Unit], at: usize, verb: Verb) -> bool {
    let is_plain = |next: &Unit| next.kind == Kind::Word && next.tags == Tags::NONE && !next.capital;
    is_noun_like(verb) && units.get(at + 1).is_some_and(is_plain)
}

/// True for verbs whose forms are as often nouns.
fn is_noun_like(verb: Verb) -> bool {
    cues::is_reporting_noun(verb.lemma)
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
        )
}

/// True for a noun by what follows: "the states need it", "harbour emails leaked on Monday", "a warning to Velm".
pub(super) fn is_noun(units: &[Unit], at: usize, verb: Verb) -> bool {
    let (Some(next), behind) = (units.get(at + 1), units.get(at + 2)) else { return false };
    let form = verb.form;
    if verb.lemma == "state" && form.third {
        let stated = Tags::SUBJECT.or(Tags::DETERMINER).or(Tags::PREPOSITION).or(Tags::SUBORDINATOR).or(Tags::ADVERB);
        return next.kind == Kind::Word && !next.capital && !next.possessive && !next.is(stated);
    }
    if verb.lemma == "warn" && form.ing {
        let named = |unit: &Unit| unit.is_name() || unit.is(Tags::DETERMINER);
        return next.lower == "to" && behind.is_some_and(named);
    }
    // "to uncover emails that …"
    let word = |back: usize| at.checked_sub(back).and_then(|at| units.get(at));
    let plain = word(1).is_some_and(|unit| unit.kind == Kind::Word && !unit.capital && unit.tags == Tags::NONE);
    let close = word(3).is_some_and(|unit| unit.lower == "close");
    if form.third && is_noun_like(verb) && plain && !close && word(2).is_some_and(|unit| unit.lower == "to") {
        return true;
    }
    let acts = !next.capital && (next.is(Tags::VERB) || next.lower.len() > 4 && next.lower.ends_with("ed"));
    let closed = Tags::PREPOSITION.or(Tags::TIME).or(Tags::ADVERB);
    let ends = |unit: &Unit| unit.mark().is_some() || unit.is(closed) && !unit.is(Tags::DETERMINER);
    form.third && !form.past && is_noun_like(verb) && acts && behind.is_none_or(ends)
}

/// "campaign claims about", "tax plans": a plural noun behind a common noun rather than a verb.
pub(super) fn plural_noun_likely(units: &[Unit], at: usize, verb: Verb) -> bool {
    let noun_like = is_noun_like(verb);
    // "harbour claims that have no ground"
    let relative = units.get(at + 1).is_some_and(|next| next.lower == "that")
        && units.get(at + 2).is_some_and(|next| {
            (next.is(Tags::AUXILIARY) || next.verb.is_some_and(|verb| verb.form.base && !verb.form.past))
                && !has_pronoun(next)
        });
    if relative && (noun_like || verb.lemma == "rule") {
        return true;
    }
    noun_like
        && units.get(at + 1).is_none_or(|next| {
            next.mark().is_some_and(|c| c != ':')
                || next.is(Tags::BE.or(Tags::MODAL).or(Tags::HAVE).or(Tags::COORDINATOR).or(Tags::VERB))
                || next.is(Tags::PREPOSITION) && next.lower != "to" && !next.is(Tags::SUBORDINATOR)
                || next.verb.is_some_and(|verb| verb.form.past || verb.form.third) && !next.capital
        })
}
