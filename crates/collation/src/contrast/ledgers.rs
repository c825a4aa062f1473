//! Ledgers of an event: which verbs each article reports with, whom it quotes and how, and by which
//! names it calls the same person or thing. Plain counts with their places; no totals that judge.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Voice;
use super::cue::{is_left_open, verb_of};
use super::further::add_further;
use super::mentions::mentions;
use super::name::{holds_name, label_words, last_name, thing_name, variants_in};
use super::reported::{is_function, merged, words, words_between};
use super::voice::voice_of;
use crate::attribution::{CueClass, Quotation, SpeakerHow};
use crate::prepare::Prepared;
use crate::span::Span;

/// The three ledgers of one event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ledgers {
    /// By column, class and verb.
    pub verbs: Vec<VerbEntry>,
    /// By speaker (most quoted words first) and column.
    pub speakers: Vec<SpeakerEntry>,
    /// By what is named, column and label.
    pub labels: Vec<LabelEntry>,
}

/// A form of a reporting verb in one article. Where it is denied ("did not answer") nothing is reported with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerbEntry {
    pub column: usize,
    pub class: CueClass,
    /// In lower case, as the article has it.
    pub verb: String,
    /// The verb that it is a form of, with its particle: `say` for `said`, `call for` for `called for`.
    pub base: String,
    pub places: Vec<Span>,
}

/// What one article has of one speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SpeakerEntry {
    /// The fullest form of the name that any article of the event has.
    pub speaker: String,
    pub column: usize,
    /// Words inside quotation marks.
    pub quoted_words: usize,
    /// Statements that stand inside marks, each from its first word to its last: what "he said" cuts in two is one.
    pub quoted: Vec<Span>,
    pub partly: Vec<Span>,
    pub paraphrased: Vec<Span>,
}

/// Words of a label, at most: "the most senior of the ministers who had come to Elm" describes and names nobody.
const MOST_LABEL: usize = 6;

/// A name that one article gives to a person or thing that has several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LabelEntry {
    /// The speaker, or the first of the list's names.
    pub named: String,
    pub column: usize,
    /// In lower case.
    pub label: String,
    pub places: Vec<Span>,
}

/// The ledgers of the articles `members` (indices into `articles`), which are the columns in order.
pub fn ledgers(articles: &[&Prepared], members: &[usize]) -> Ledgers {
    let columns: Vec<(usize, &Prepared)> =
        members.iter().enumerate().filter_map(|(column, &member)| Some((column, *articles.get(member)?))).collect();
    let names = full_names(&columns);
    Ledgers { verbs: verbs(&columns), speakers: speakers(&columns, &names), labels: labels(&columns, &names) }
}

/// For each speaker of the articles `members`, the name under which the ledger of speakers has them.
pub fn speaker_names(articles: &[&Prepared], members: &[usize]) -> BTreeMap<String, String> {
    let columns: Vec<(usize, &Prepared)> =
        members.iter().enumerate().filter_map(|(column, &member)| Some((column, *articles.get(member)?))).collect();
    full_names(&columns)
}

fn reported(article: &Prepared) -> impl Iterator<Item = &Quotation> {
    article.quotations.iter().filter(|quotation| quotation.is_statement())
}

fn verbs(columns: &[(usize, &Prepared)]) -> Vec<VerbEntry> {
    let mut places: BTreeMap<(usize, CueClass, String), Vec<Span>> = BTreeMap::new();
    for &(column, article) in columns {
        let told = reported(article).filter_map(|quotation| verb_of(article, quotation));
        for verb in told.filter(|verb| !is_left_open(article, verb)) {
            places.entry((column, verb.class, verb.word)).or_default().push(verb.span);
        }
    }
    let entry = |((column, class, verb), mut places): ((usize, CueClass, String), Vec<Span>)| {
        places.sort_unstable();
        places.dedup();
        let vocabulary = columns.iter().find(|(at, _)| *at == column).map(|(_, article)| &article.vocabulary);
        let (form, particle) = verb.split_once(' ').map_or((verb.as_str(), ""), |(form, rest)| (form, rest));
        let base = vocabulary.and_then(|vocabulary| vocabulary.base_of(form)).unwrap_or(form);
        let base = if particle.is_empty() { base.to_owned() } else { format!("{base} {particle}") };
        VerbEntry { column, class, verb, base, places }
    };
    places.into_iter().map(entry).collect()
}

/// For each speaker's name, the fullest name of the same person in the event. A last name alone goes
/// to the person with that last name, where there is only one.
fn full_names(columns: &[(usize, &Prepared)]) -> BTreeMap<String, String> {
    let mut by_last: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for &(_, article) in columns {
        for name in reported(article).filter_map(|quotation| quotation.speaker.as_deref()) {
            by_last.entry(last_name(name)).or_default().push(name);
        }
    }
    let mut full = BTreeMap::new();
    for mut names in by_last.into_values() {
        names.sort_unstable();
        names.dedup();
        let word_count = |name: &str| name.split_whitespace().count();
        for &name in &names {
            let mut fuller: Vec<&str> = names.iter().filter(|other| holds_name(other, name)).copied().collect();
            fuller.sort_by_key(|other| std::cmp::Reverse((word_count(other), other.len())));
            // Two persons of one last name: which of them the bare name means is not known.
            let most = fuller.first().copied().unwrap_or(name);
            let one_person = fuller.iter().all(|other| holds_name(most, other));
            full.insert(name.to_owned(), if one_person { most } else { name }.to_owned());
        }
    }
    full
}

fn speakers(columns: &[(usize, &Prepared)], names: &BTreeMap<String, String>) -> Vec<SpeakerEntry> {
    let mut entries: BTreeMap<(&str, usize), SpeakerEntry> = BTreeMap::new();
    for &(column, article) in columns {
        for quotation in reported(article) {
            let Some(speaker) = quotation.speaker.as_ref().and_then(|name| names.get(name)) else { continue };
            let entry = entries.entry((speaker, column)).or_insert_with(|| SpeakerEntry {
                speaker: speaker.clone(),
                column,
                quoted_words: 0,
                quoted: Vec::new(),
                partly: Vec::new(),
                paraphrased: Vec::new(),
            });
            entry.quoted_words += words(&article.witness.text, &merged(quotation.quoted.clone()));
            let list = match voice_of(article, quotation) {
                Voice::Quoted => &mut entry.quoted,
                Voice::Partly => &mut entry.partly,
                Voice::Paraphrased => &mut entry.paraphrased,
            };
            list.extend(quotation.content.iter().copied().reduce(Span::join));
        }
    }
    let mut entries: Vec<SpeakerEntry> = entries.into_values().collect();
    let mut totals: BTreeMap<String, usize> = BTreeMap::new();
    for entry in &entries {
        *totals.entry(entry.speaker.clone()).or_default() += entry.quoted_words;
    }
    entries.sort_by_key(|entry| {
        (std::cmp::Reverse(totals.get(&entry.speaker).copied()), entry.speaker.clone(), entry.column)
    });
    entries
}

fn labels(columns: &[(usize, &Prepared)], names: &BTreeMap<String, String>) -> Vec<LabelEntry> {
    let mut places: BTreeMap<(String, usize, String), Vec<Span>> = BTreeMap::new();
    // A last name that two persons have is nobody's where it stands alone.
    let all: BTreeSet<&String> = names.values().collect();
    let last_names: Vec<String> = all.iter().map(|name| last_name(name)).collect();
    let alone = |name: &&&String| last_names.iter().filter(|last| **last == last_name(name)).count() == 1;
    let persons: Vec<&String> = all.iter().filter(alone).copied().collect();
    // Things of the lists, and whether one of their names in the event is more than a common word.
    let mut things: BTreeMap<String, bool> = BTreeMap::new();
    for &(column, article) in columns {
        let mentioned: BTreeMap<&String, Vec<Span>> =
            persons.iter().map(|&named| (named, mentions(article, named))).collect();
        for quotation in reported(article) {
            let Some(named) = quotation.speaker.as_ref().and_then(|name| names.get(name)) else { continue };
            for &source in &quotation.source {
                // What holds the name is counted as the mention that it is.
                let is_mention = mentioned.get(named).into_iter().flatten().any(|mention| mention.overlaps(source));
                let label = label_words(article, source);
                let is_label = label.len() <= MOST_LABEL && label.iter().any(|word| !is_function(word));
                if is_label && !is_mention && matches!(quotation.speaker_how, SpeakerHow::Named | SpeakerHow::Role) {
                    places.entry((named.clone(), column, label.join(" "))).or_default().push(source);
                }
            }
        }
        for (named, span) in mentioned.iter().flat_map(|(named, spans)| spans.iter().map(move |&span| (named, span))) {
            let label = label_words(article, span).join(" ");
            places.entry(((*named).clone(), column, label)).or_default().push(span);
        }
        let own = article.vocabulary.names();
        for block in article.witness.blocks.iter().filter(|block| block.role.is_reported()) {
            let found = words_between(article, block.span);
            for variant in variants_in(&found, own) {
                let named = thing_name(variant.thing, own).to_owned();
                let words = label_words(article, variant.span);
                let is_capital = article.witness.text.slice(variant.span).starts_with(char::is_uppercase);
                let is_sure = variant.thing < own.len() || words.len() > 1 || is_capital;
                *things.entry(named.clone()).or_default() |= is_sure;
                places.entry((named, column, words.join(" "))).or_default().push(variant.span);
            }
        }
    }
    // "Invasion" here and "war" there may be two matters; "illegal immigrants" and "undocumented immigrants" are one.
    places.retain(|(named, ..), _| things.get(named) != Some(&false));
    add_further(&mut places, columns);
    // What has one name in the whole event tells nothing.
    let mut several: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (named, _, label) in places.keys() {
        several.entry(named).or_default().push(label);
    }
    let told: Vec<String> = several
        .into_iter()
        .filter(|(_, labels)| labels.iter().any(|label| Some(label) != labels.first()))
        .map(|(named, _)| named.to_owned())
        .collect();
    let entry = |((named, column, label), mut places): ((String, usize, String), Vec<Span>)| {
        places.sort_unstable();
        places.dedup();
        LabelEntry { named, column, label, places }
    };
    places.into_iter().filter(|((named, _, _), _)| told.contains(named)).map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::article;
    use super::*;

    fn event() -> Vec<Prepared> {
        vec![
            article(
                "Ilse Varga> {“We closed the bridge,”} ⟪Ilse Varga⟫ ⟦said⟧.\n\
                 Ilse Varga> ⟪The minister⟫ ⟦insisted⟧ {it was “a precaution” for all}.\n\
                 Then Minister Ilse Varga left.",
            ),
            article("Varga> {The bridge had to close}, ⟪Varga⟫ ⟦said⟧.\nTalks in Kiev went on."),
            article("Talks in Kyiv went on."),
        ]
    }

    #[test]
    fn ledgers_count_verbs_speakers_and_labels() {
        let event = event();
        let articles: Vec<&Prepared> = event.iter().collect();
        let ledgers = ledgers(&articles, &[0, 1, 2]);
        let verbs: Vec<String> = ledgers
            .verbs
            .iter()
            .map(|entry| format!("{} {} {}", entry.column, entry.verb, entry.places.len()))
            .collect();
        assert_eq!(verbs, ["0 said 1", "0 insisted 1", "1 said 1"]);
        let bases: Vec<&str> = ledgers.verbs.iter().map(|entry| entry.base.as_str()).collect();
        assert_eq!(bases, ["say", "insist", "say"]);
        let speakers: Vec<String> = ledgers
            .speakers
            .iter()
            .map(|entry| {
                let counts = (entry.quoted.len(), entry.partly.len(), entry.paraphrased.len());
                format!("{} {} {} words {counts:?}", entry.speaker, entry.column, entry.quoted_words)
            })
            .collect();
        assert_eq!(speakers, ["Ilse Varga 0 6 words (1, 1, 0)", "Ilse Varga 1 0 words (0, 0, 1)"]);
        let labels: Vec<String> =
            ledgers.labels.iter().map(|entry| format!("{}: {} {}", entry.named, entry.column, entry.label)).collect();
        assert_eq!(
            labels,
            [
                "Ilse Varga: 0 ilse varga",
                "Ilse Varga: 0 minister ilse varga",
                "Ilse Varga: 0 the minister",
                "Ilse Varga: 1 varga",
                "kyiv: 1 kiev",
                "kyiv: 2 kyiv"
            ]
        );
    }

    #[test]
    fn a_denied_verb_reports_nothing_and_forms_have_their_base() {
        let event = [article(
            "⟪Her office⟫ did not ⟦answer⟧ {questions about the two reports}.\n\
             Ilse Varga ⟦called⟧ on Sunday for {an end to the ferries}.\n\
             ⟦According to⟧ Varga, {the bridge is shut}.",
        )];
        let ledgers = ledgers(&event.iter().collect::<Vec<_>>(), &[0]);
        let found = ledgers.verbs.iter().map(|entry| (entry.verb.as_str(), entry.base.as_str()));
        assert_eq!(found.collect::<Vec<_>>(), [("according to", "according to"), ("called", "call")]);
    }

    #[test]
    fn a_statement_that_its_verb_cuts_in_two_is_one() {
        let event = [article("Ilse Varga> {The bridge}, ⟪Varga⟫ ⟦said⟧, {had to close}.")];
        let ledgers = ledgers(&event.iter().collect::<Vec<_>>(), &[0]);
        let places: Vec<&str> = ledgers
            .speakers
            .iter()
            .flat_map(|entry| &entry.paraphrased)
            .map(|&span| event[0].witness.text.slice(span))
            .collect();
        assert_eq!(places, ["The bridge, Varga said, had to close"]);
    }

    #[test]
    fn common_words_that_may_name_two_matters_are_no_labels() {
        let labels = |texts: [&str; 2]| {
            let event = texts.map(article);
            let ledgers = ledgers(&event.iter().collect::<Vec<_>>(), &[0, 1]);
            ledgers.labels.into_iter().map(|entry| entry.label).collect::<Vec<_>>()
        };
        assert!(labels(["He spoke of an invasion of toads.", "The war on toads went on."]).is_empty());
        let told = labels(["They fear a special operation of toads.", "The war on toads went on."]);
        assert_eq!(told, ["special operation", "war"]);
    }

    #[test]
    fn a_speaker_is_labelled_by_names_and_roles_not_by_whoever_speaks_for_them() {
        let event = [
            "Ilse Varga> {The bridge is shut}, ⟪a spokesman for the minister Ilse Varga⟫ ⟦said⟧. Mr. Varga left.",
            "Ilse Varga> {It is shut}, ⟪Ilse Varga⟫ ⟦said⟧. The Varga family left.",
        ]
        .map(article);
        let ledgers = ledgers(&event.iter().collect::<Vec<_>>(), &[0, 1]);
        let labels: Vec<(usize, &str)> =
            ledgers.labels.iter().map(|entry| (entry.column, entry.label.as_str())).collect();
        assert_eq!(labels, [(0, "minister ilse varga"), (0, "mr varga"), (1, "ilse varga")]);
    }

    #[test]
    fn two_persons_of_one_last_name_stay_apart() {
        let texts = ["Ilse Varga> {“Yes,”} she ⟦said⟧.\nTom Varga> {“No,”} he ⟦said⟧.\nVarga> {“So,”} Varga ⟦said⟧."];
        let event: Vec<Prepared> = texts.iter().map(|text| article(text)).collect();
        let ledgers = ledgers(&event.iter().collect::<Vec<_>>(), &[0]);
        let speakers: Vec<&str> = ledgers.speakers.iter().map(|entry| entry.speaker.as_str()).collect();
        assert_eq!(speakers, ["Ilse Varga", "Tom Varga", "Varga"]);
    }

    #[test]
    fn a_short_first_name_is_the_same_person() {
        let texts = [
            "Dick Varga> {“Yes,”} he ⟦said⟧.",
            "Richard J. Varga> {“No,”} he ⟦said⟧.",
            "Tom Varga> {“So,”} he ⟦said⟧.",
        ];
        let event: Vec<Prepared> = texts.iter().map(|text| article(text)).collect();
        let names = speaker_names(&event.iter().collect::<Vec<_>>(), &[0, 1, 2]);
        assert_eq!(names.get("Dick Varga").map(String::as_str), Some("Richard J. Varga"));
        assert_eq!(names.get("Tom Varga").map(String::as_str), Some("Tom Varga"));
    }
}
