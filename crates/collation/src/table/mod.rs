//! The alignment table of one event: statements × articles, in free order, m:n, under rulings.

use serde::{Deserialize, Serialize};

use crate::control::Control;
use crate::lexicon::Lexicon;
use crate::prepare::Prepared;
use crate::ruling::Ruling;
use crate::span::Span;

/// Statements × articles of one event. Derived, never stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlignmentTable {
    /// The articles of the event, as indices into all articles; the columns in their order.
    pub members: Vec<usize>,
    /// Rows with readings from two articles or more.
    pub rows: Vec<Row>,
    /// Passages that no other article reports, in order of article and place.
    pub unmatched: Vec<Unmatched>,
}

/// One statement and what each article has of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One cell a column; `None` where the article does not report the statement.
    pub cells: Vec<Option<Reading>>,
    pub certainty: Certainty,
    /// 0 to 1.
    pub score: f32,
    pub because: Vec<Because>,
    pub pinned: bool,
}

/// What one article has in a row: one or more passages, or parts of passages, in text order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub passages: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The same words, or the reader's own link.
    Exact,
    /// Well above the threshold.
    Rule,
    /// Near the threshold: worth a look.
    Possible,
}

/// Why passages stand in one row, in the inspector's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The same resolved speaker in this many readings.
    Speaker {
        name: String,
        readings: usize,
    },
    /// Shared words with the number of readings that have them.
    Words {
        words: Vec<(String, usize)>,
    },
    Names {
        names: Vec<(String, usize)>,
    },
    Numbers {
        numbers: Vec<(String, usize)>,
    },
    /// A verbatim stretch shared by readings.
    Verbatim {
        words: usize,
    },
    /// The reader's ruling.
    Ruling,
    Headlines,
}

/// A passage that stands alone, with its nearest other and why that was not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmatched {
    /// Column, not index into all articles.
    pub column: usize,
    pub span: Span,
    pub nearest: Option<Nearest>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    pub column: usize,
    pub span: Span,
    pub score: f32,
    /// In words: `other speaker`, `only the topic`, `below the threshold`.
    pub because: String,
}

/// The table of the articles `members` (indices into `articles`), the first of which is the base
/// for the order of rows unless a ruling says otherwise.
pub fn tabulate(
    _articles: &[&Prepared],
    members: &[usize],
    _lexicon: &Lexicon,
    _rulings: &[Ruling],
    _control: &dyn Control,
) -> AlignmentTable {
    AlignmentTable { members: members.to_vec(), ..AlignmentTable::default() }
}
