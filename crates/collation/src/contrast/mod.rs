//! Typed framing differences inside a row, each with its evidence. They describe, they never judge.

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::prepare::Prepared;
use crate::span::Span;
use crate::table::{Certainty, Row};

/// One difference between readings of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contrast {
    pub kind: ContrastKind,
    pub certainty: Certainty,
    /// In words for the reader: `Quotation ends earlier`.
    pub note: String,
    pub evidence: Vec<Evidence>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContrastKind {
    /// Same quotation, other words or other extent inside the marks.
    Cut,
    /// Quoted here, partly quoted or paraphrased there.
    Voice,
    /// The class of the reporting verb differs.
    Cue,
    /// Modal, hedge or degree differs.
    Force,
    /// One person, group or event named differently.
    Name,
    /// Number, date, place or source disagree.
    Fact,
    /// Headline here, deep in the text there.
    Place,
}

/// The characters that a contrast rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Column of the article.
    pub column: usize,
    pub span: Span,
    /// How the mark is drawn there.
    pub part: EvidencePart,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidencePart {
    /// These words differ, or stand here and not there.
    Words,
    /// Words that stand elsewhere are missing at this (possibly empty) place.
    Missing,
    /// The other side of the difference: no mark of its own.
    Counterpart,
}

/// Whether a reading is quoted, partly quoted or paraphrased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    Quoted,
    Partly,
    Paraphrased,
}

/// All contrasts of a row against column `base` (or, where that is empty, the first reading).
pub fn contrasts(
    _articles: &[&Prepared],
    _members: &[usize],
    _row: &Row,
    _base: usize,
    _lexicon: &Lexicon,
) -> Vec<Contrast> {
    Vec::new()
}

/// The voice of a reading: how its passages stand to the quotations of the article.
pub fn voice(_article: &Prepared, _passages: &[Span]) -> Voice {
    Voice::Paraphrased
}
