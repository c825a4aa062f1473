//! Whose words a passage reports, and whether two passages may report the same person's.

use super::features::longest_run;
use super::terms::is_stop_word;
use super::units::{Place, Unit};
use crate::attribution::{Quotation, SpeakerHow};
use crate::prepare::Prepared;
use crate::span::Span;

/// Someone whose words are reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words of the name in their normal form.
    pub name: Vec<String>,
    /// True where the text names the speaker: by name, by a role that it ties to a name, or by "he" or
    /// "she", which are read wrongly about once in twenty-five times.
    pub is_named: bool,
    /// True where others may have the same words from somebody else: a newspaper that reports, or one who is quoted
    /// by somebody unknown.
    pub is_carrier: bool,
}

impl Speaker {
    /// A speaker is known by any word of the name: "Vale" may be "Ada Vale".
    pub fn may_be(&self, other: &Self) -> bool {
        self.name.iter().any(|word| other.name.contains(word))
    }
}

/// What stands before a name and is no part of it.
const TITLES: &[&str] = &[
    "ambassador",
    "chairman",
    "col",
    "congressman",
    "congresswoman",
    "director",
    "dr",
    "gen",
    "gov",
    "governor",
    "judge",
    "justice",
    "king",
    "lord",
    "minister",
    "mr",
    "mrs",
    "ms",
    "pope",
    "president",
    "prince",
    "prof",
    "professor",
    "queen",
    "rep",
    "representative",
    "secretary",
    "sen",
    "senator",
    "sgt",
    "sir",
    "speaker",
    "spokesman",
    "spokeswoman",
    "the",
];

/// Notes who speaks in `unit` and which of it stands inside marks.
pub(super) fn attribute(article: &Prepared, unit: &mut Unit) {
    let mut attributed = 0;
    let shared =
        |quotation: &Quotation| -> usize { quotation.content.iter().map(|content| content.overlap(unit.span)).sum() };
    let near = article.quotations_near(&[unit.span]).iter();
    let quotations: Vec<(&Quotation, usize)> = near
        .filter(|quotation| quotation.is_statement())
        .map(|quotation| (quotation, shared(quotation)))
        .filter(|&(_, shared)| shared > 0)
        .collect();
    for &(quotation, shared) in &quotations {
        unit.quoted.extend(quotation.quoted.iter().filter_map(|quoted| quoted.meet(unit.span)));
        if unit.place == Place::Headline && is_capital(article, quotation) {
            continue;
        }
        attributed += shared;
        let Some(speaker) = &quotation.speaker else { continue };
        let name = name_words(speaker);
        let said = quotation.chain.first().map(|first| first.to_lowercase());
        let is_person = matches!(said.as_deref(), Some("he" | "she"));
        let is_named = match quotation.speaker_how {
            SpeakerHow::Named | SpeakerHow::Role => true,
            SpeakerHow::Anaphor => is_person,
            SpeakerHow::Inferred | SpeakerHow::None => false,
        };
        // "They said the White House insisted that": whose words the passage reports is open.
        let is_inside = quotations.iter().any(|(outer, _)| outer.speaker.is_none() && holds(outer, quotation));
        let is_carrier = is_inside || is_press(&name);
        if quotation.speaker_how == SpeakerHow::None || name.is_empty() {
            continue;
        }
        match unit.speakers.iter_mut().find(|speaker| speaker.name == name) {
            Some(speaker) => {
                speaker.is_named |= is_named;
                speaker.is_carrier &= is_carrier;
            }
            None => unit.speakers.push(Speaker { name, is_named, is_carrier }),
        }
    }
    unit.quoted.sort_unstable();
    unit.quoted.dedup();
    unit.attributed = (attributed as f32 / unit.span.len().max(1) as f32).min(1.0);
}

/// True where the reporting verb has a capital, as all words of its headline: "Board Member Says" names nobody.
fn is_capital(article: &Prepared, quotation: &Quotation) -> bool {
    quotation.cue.iter().any(|&cue| article.witness.text.slice(cue).starts_with(char::is_uppercase))
}

/// True where `outer` reports all of `inner` and more.
fn holds(outer: &Quotation, inner: &Quotation) -> bool {
    let length = |quotation: &Quotation| quotation.content.iter().map(|content| content.len()).sum::<usize>();
    let is_held = |part: &Span| outer.content.iter().any(|content| content.covers(*part));
    length(outer) > length(inner) && inner.content.iter().all(is_held)
}

/// True for a name of the press. What "the Times" reported, others have from the people that it speaks of.
fn is_press(name: &[String]) -> bool {
    name.last().is_some_and(|word| PRESS.contains(&word.as_str()))
}

/// Last words of the names of newspapers, agencies and broadcasters.
const PRESS: &[&str] = &[
    "abc",
    "ap",
    "axios",
    "bbc",
    "bloomberg",
    "buzzfeed",
    "cbs",
    "chronicle",
    "cnn",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "journal",
    "magazine",
    "msnbc",
    "nbc",
    "news",
    "newspaper",
    "npr",
    "observer",
    "outlet",
    "politico",
    "post",
    "press",
    "reuters",
    "telegraph",
    "times",
    "tribune",
];

/// The words of a name in their normal form, titles and particles of grammar left out.
fn name_words(name: &str) -> Vec<String> {
    name.split_whitespace()
        .map(|word| crate::segment::normal_form(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.')))
        .map(|word| word.strip_suffix("'s").map(str::to_owned).unwrap_or(word))
        .filter(|word| !word.is_empty() && !TITLES.contains(&word.as_str()) && !is_stop_word(word))
        .collect()
}

/// True where both passages report words of speakers, and none of one can be one of the other.
pub fn speakers_seem_to_differ(a: &Unit, b: &Unit) -> bool {
    !a.speakers.is_empty()
        && !b.speakers.is_empty()
        && !a.speakers.iter().any(|x| b.speakers.iter().any(|y| x.may_be(y)))
}

/// True where both passages name their speakers, and none of one can be one of the other.
pub fn speakers_differ(a: &Unit, b: &Unit) -> bool {
    let is_named = |unit: &Unit| unit.speakers.iter().any(|speaker| speaker.is_named);
    is_named(a) && is_named(b) && speakers_seem_to_differ(a, b)
}

/// Words that two passages have to share in one stretch before the same words say more of who spoke than a
/// pronoun does.
const UNMISTAKABLE: usize = 8;

/// True where two passages must not share a row because of who speaks: both speakers are named and differ,
/// or both are quoted, a pronoun gives another speaker, and the words they share are few enough to have been
/// said twice.
pub fn speakers_part(a: &Unit, b: &Unit) -> bool {
    speakers_differ(a, b)
        || !a.quoted.is_empty()
            && !b.quoted.is_empty()
            && speakers_seem_to_differ(a, b)
            && longest_run(a, b).words < UNMISTAKABLE
}

/// True where all that one of the passages reports comes by way of a carrier.
pub fn is_carried(a: &Unit, b: &Unit) -> bool {
    [a, b].iter().any(|unit| unit.speakers.iter().all(|speaker| speaker.is_carrier))
}

/// True where both passages report words of one speaker.
pub fn speaker_is_shared(a: &Unit, b: &Unit) -> bool {
    a.speakers.iter().any(|x| b.speakers.iter().any(|y| x.may_be(y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(TITLES.is_sorted());
    }

    #[test]
    fn a_name_is_its_words_without_title() {
        for (name, want) in
            [("Mr. Brandt", "brandt"), ("Sen. Ada Vale", "ada vale"), ("the harbour board’s", "harbour board")]
        {
            assert_eq!(name_words(name).join(" "), want);
        }
    }
}
