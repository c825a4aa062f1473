//! Who is reported to have said what: quotations, their cue words, sources and speakers.
//!
//! Knows text and blocks only. Matching between articles is not its affair. The rooms: [`marks`]
//! pairs quotation marks, `units` reads words and sentences around them, [`cues`] knows reporting
//! words, `groups` and `sources` find verb and subject, `clauses` the patterns of reporting
//! clauses, `statements` joins them with the quotations, `names` and [`speakers`] say who speaks.
//! [`Vocabulary`] is what the reader adds to the lists.

mod clauses;
pub mod cues;
mod english;
mod groups;
mod lead;
mod marks;
mod names;
mod sources;
pub mod speakers;
mod standing;
mod statements;
mod units;
mod vocabulary;

pub use cues::CueClass;
pub(crate) use names::{is_body_word, is_honorific, is_role_word, is_same_name};
pub(crate) use vocabulary::{NameFound, NameList};
pub use vocabulary::{Vocabulary, verb_forms};

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::span::{Span, Text};
use crate::witness::Block;

/// One attribution found in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    pub kind: QuotationKind,
    /// All that is attributed, quotation marks included; for mixed ones the whole clause.
    pub content: Vec<Span>,
    /// The parts inside quotation marks, with their marks.
    pub quoted: Vec<Span>,
    /// The words that report: `said`, `according to`, `took to Twitter to blast`.
    pub cue: Vec<Span>,
    /// The words that name who is reported.
    pub source: Vec<Span>,
    /// The resolved name, as the article has it in its fullest form.
    pub speaker: Option<String>,
    pub speaker_how: SpeakerHow,
    pub flags: Vec<QuotationFlag>,
    /// From the source's own words to the name: "he", "Anatoly Antonov". Empty without a speaker.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<String>,
    /// True where the content says by itself what is reported: it begins as a clause, and nothing before it in its
    /// sentence denies it, asks about it or puts it under a condition.
    #[serde(skip)]
    pub stands: bool,
}

impl Quotation {
    /// False for marks around a term, a title or a word that the outlet distances itself from:
    /// nobody is reported to have said it.
    pub fn is_statement(&self) -> bool {
        !self.flags.contains(&QuotationFlag::Scare)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuotationKind {
    /// All that is reported stands inside quotation marks.
    Direct,
    /// Part of the reported clause stands inside quotation marks.
    Mixed,
    /// Paraphrase, without marks.
    Indirect,
}

/// How the speaker's name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerHow {
    /// The source names the speaker.
    Named,
    /// The source is a role that the article gives a name to: "the ambassador".
    Role,
    /// The source is a pronoun.
    Anaphor,
    /// No source stands there; the text around tells.
    Inferred,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotationFlag {
    /// The opening mark has no closing mate in this file.
    Unclosed,
    /// Quotation marks without a reporting word.
    NoCue,
    /// Marks around a word or name, not speech: scare quotes, titles.
    Scare,
}

/// All attributions of an article, in the order of their content, and among them the marked words that
/// are none ([`Quotation::is_statement`]). Clutter is passed over.
///
/// Without blocks the whole text is read, a line a paragraph. `vocabulary` is what the reader has
/// added to the lists. Total: any text gives a result, in time linear in its length.
pub fn attribute(text: &Text, blocks: &[Block], vocabulary: &Vocabulary) -> Vec<Quotation> {
    attribute_in_steps(text, blocks, vocabulary, &|_| true).unwrap_or_default()
}

/// As [`attribute`]; `step` takes the share of the work that each step did, and says whether to go on.
/// `None` where it says no.
pub(crate) fn attribute_in_steps(
    text: &Text,
    blocks: &[Block],
    vocabulary: &Vocabulary,
    step: &dyn Fn(f32) -> bool,
) -> Option<Vec<Quotation>> {
    const STEPS: f32 = 4.0;
    let next = || step(1.0 / STEPS).then_some(());
    let chars: Vec<char> = text.as_str().chars().collect();
    let paragraphs = paragraphs(&chars, blocks);
    let quotes = marks::find(&chars, &paragraphs);
    next()?;
    let units = units::units(&chars, &paragraphs, &quotes, vocabulary);
    next()?;
    let english = english::is_english(units.all.iter().filter(|unit| unit.is_word()).map(|unit| unit.lower.as_str()));
    let (mut drafts, terms) = statements::drafts(&chars, &units, &quotes, english);
    drafts.sort_by_key(|draft| {
        (draft.source.as_ref().map_or(usize::MAX, |source| source.start))
            .min(units.first_from(draft.content.first().map_or(0, |span| span.start)))
    });
    let written = |range: &Range<usize>| -> String {
        let (Some(first), Some(last)) =
            (units.all.get(range.start), range.end.checked_sub(1).and_then(|at| units.all.get(at)))
        else {
            return String::new();
        };
        chars.get(first.span.start..last.span.end).unwrap_or_default().iter().collect()
    };
    next()?;
    let mut speakers =
        if english { speakers::Cast::new(&units, written).resolve(&drafts, written) } else { Vec::new() };
    for (speaker, draft) in speakers.iter_mut().zip(&drafts) {
        speaker.rename(draft.source.as_ref().map(written).as_deref(), vocabulary);
    }
    let mut speakers = speakers.into_iter();
    let mut quotations: Vec<Quotation> = drafts
        .into_iter()
        .map(|draft| {
            let source = draft.source.as_ref().and_then(|range| {
                let (first, last) = (units.all.get(range.start)?, units.all.get(range.end.checked_sub(1)?)?);
                Some(Span::new(first.span.start, last.span.end))
            });
            let speaker = speakers.next();
            let stands = standing::stands(&chars, &units, &draft);
            let mut content = draft.content;
            content.sort_unstable();
            let mut quoted = draft.quoted;
            quoted.sort_unstable();
            quoted.dedup();
            Quotation {
                kind: draft.kind,
                content,
                quoted,
                cue: draft.cue.into_iter().collect(),
                source: source.into_iter().collect(),
                speaker_how: speaker.as_ref().map_or(SpeakerHow::None, |speaker| speaker.how),
                chain: speaker.as_ref().map(|speaker| speaker.chain.clone()).unwrap_or_default(),
                speaker: speaker.and_then(|speaker| speaker.name),
                flags: draft.flags,
                stands,
            }
        })
        .collect();
    quotations.extend(terms.into_iter().map(|span| Quotation {
        kind: QuotationKind::Direct,
        content: vec![span],
        quoted: vec![span],
        cue: Vec::new(),
        source: Vec::new(),
        speaker: None,
        speaker_how: SpeakerHow::None,
        flags: vec![QuotationFlag::NoCue, QuotationFlag::Scare],
        chain: Vec::new(),
        stands: false,
    }));
    quotations.sort_by_key(|quotation| quotation.content.first().copied());
    next()?;
    Some(quotations)
}

/// The paragraphs that are read: blocks that report, or else lines.
fn paragraphs(chars: &[char], blocks: &[Block]) -> Vec<Span> {
    if !blocks.is_empty() {
        return blocks
            .iter()
            .filter(|block| block.role.is_reported() && !block.span.is_empty())
            .map(|block| block.span)
            .collect();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for (at, &c) in chars.iter().enumerate().chain(std::iter::once((chars.len(), &'\n'))) {
        if c == '\n' {
            if chars.get(start..at).is_some_and(|line| line.iter().any(|c| !c.is_whitespace())) {
                found.push(Span::new(start, at));
            }
            start = at + 1;
        }
    }
    found
}

#[cfg(test)]
mod tests;
