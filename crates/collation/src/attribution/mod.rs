//! Who is reported to have said what: quotations, their cue words, sources and speakers.
//!
//! Knows text and blocks only. Matching between articles is not its affair.

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

/// All attributions of an article, in the order of their content. Clutter is passed over.
///
/// Total: any text gives a result, in time linear in its length.
pub fn attribute(_text: &Text, _blocks: &[Block]) -> Vec<Quotation> {
    Vec::new()
}
