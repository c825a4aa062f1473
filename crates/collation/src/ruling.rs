//! The reader's decisions. They name articles and ranges of characters, never row numbers, so they
//! still hold when the table is derived anew around them.

use serde::{Deserialize, Serialize};

use crate::span::Span;
use crate::witness::WitnessKey;

/// A stretch of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Anchor {
    pub article: WitnessKey,
    #[serde(flatten)]
    pub span: Span,
}

/// Why the reader says that two passages do not report the same statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectReason {
    OtherSpeaker,
    OtherEvent,
    OnlyTheTopic,
    Clutter,
    Other,
}

/// One decision of the reader about the alignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ruling", rename_all = "snake_case")]
pub enum Ruling {
    /// All these passages report one statement: link, join of rows, drag onto a row.
    Link { passages: Vec<Anchor> },
    /// No passage of `passages` stands in a row with one of `others`: unlink, split, drag out of a row.
    Part { passages: Vec<Anchor>, others: Vec<Anchor> },
    /// These passages are exactly one row, whatever the matcher thinks.
    Pin { passages: Vec<Anchor> },
    /// The two do not report the same statement, and why.
    Reject { passages: Vec<Anchor>, others: Vec<Anchor>, reason: RejectReason },
    /// In its row the passage `from` is cut or extended to `to`.
    Trim { from: Anchor, to: Span },
    /// The text is clutter after all.
    SetAside { passage: Anchor },
    /// The text is part of the article after all.
    BringBack { passage: Anchor },
    /// The article reports the same event as `with`, or, without it, an event of its own.
    Move { article: WitnessKey, with: Option<WitnessKey> },
    /// The article is the base of its event.
    Base { article: WitnessKey },
    /// The row that holds `passage` bears this title.
    Title { passage: Anchor, title: String },
}
