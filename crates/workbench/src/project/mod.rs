//! The document: articles, the reader's rulings, notes and tags. The table is derived from it and
//! never stored.
//!
//! A project changes only through [`apply`], which gives the step that takes the change back. What
//! the project does not know: files, the window, and which rows its rulings lead to.

mod change;
mod edit;
mod reanchor;
mod ruled;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use collation::ruling::{Anchor, Ruling};
use collation::{Span, Witness, WitnessKey};
use serde::{Deserialize, Serialize};

pub use change::Step;
pub use edit::{Edit, Fit, Refused, apply, apply_step, fit_of, work_out};
pub use reanchor::Reanchor;
pub use ruled::{anchors_of, name_of};

/// A comparison that a reader works on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    title: String,
    articles: Vec<Article>,
    rulings: Vec<Ruling>,
    remarks: BTreeMap<Anchor, Remark>,
    codes: Vec<Code>,
    /// Where the reader was last. No part of undo.
    pub view: View,
    /// Above every key that was ever given in this session, so that no two articles share one.
    next_key: u32,
}

/// One article with what the reader chose about its column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The column is not shown; the article takes part in the comparison all the same.
    pub is_hidden: bool,
    /// A transcript or the like, which every outlet is compared with.
    pub is_original: bool,
    pub witness: Arc<Witness>,
}

/// What the reader wrote about a stretch of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remark {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Names of [`Code`]s, in the order they were given, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl Remark {
    /// Adds what `other` has and this one does not.
    fn take_in(&mut self, other: &Self) {
        if !self.note.contains(&other.note) {
            self.note =
                if self.note.is_empty() { other.note.clone() } else { format!("{}\n{}", self.note, other.note) };
        }
        let new: Vec<String> = other.tags.iter().filter(|tag| !self.tags.contains(tag)).cloned().collect();
        self.tags.extend(new);
    }

    fn is_empty(&self) -> bool {
        self.note.is_empty() && self.tags.is_empty()
    }
}

/// One tag of the reader's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Code {
    pub name: String,
    /// `#rrggbb`.
    pub colour: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
}

/// Where the reader was, so that an opened project looks as it was left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    pub centre: Centre,
    pub density: Density,
    pub sort: Sort,
    /// An article of the event that was shown.
    pub event: Option<WitnessKey>,
    pub selection: Option<Anchor>,
    /// The article of the cell that was chosen in that row.
    pub article: Option<WitnessKey>,
    /// Names of the filters in force.
    pub filters: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Centre {
    #[default]
    Grid,
    Read,
    Coverage,
}

/// How much of a reading a cell of the grid shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    #[default]
    FullText,
    Differences,
    SwapsOnly,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    #[default]
    BaseOrder,
    Coverage,
    BiggestDifference,
    NeedsALook,
}

impl Project {
    /// A project made of its parts. What hangs on an article that is not there, or lies outside its
    /// text, is left out; their number comes with the project.
    pub(crate) fn from_parts(
        title: String,
        articles: Vec<Article>,
        rulings: Vec<Ruling>,
        remarks: Vec<(Anchor, Remark)>,
        codes: Vec<Code>,
        view: View,
    ) -> (Self, usize) {
        let all = rulings.len() + remarks.len();
        let mut project = Self { title, articles, codes, view, ..Self::default() };
        let length_of = |key| project.article(key).map(|article| article.witness.text.len());
        let rulings = rulings.into_iter().filter(|ruling| ruled::check(ruling, &length_of).is_ok()).collect();
        let holds = |anchor: &Anchor| {
            !anchor.span.is_empty() && length_of(anchor.article).is_some_and(|length| anchor.span.end <= length)
        };
        let remarks = remarks.into_iter().filter(|(anchor, remark)| holds(anchor) && !remark.is_empty()).collect();
        project.rulings = rulings;
        project.remarks = remarks;
        let left_out = all - project.rulings.len() - project.remarks.len();
        (project, left_out)
    }

    /// What the reader calls it; empty until it has a name.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// In column order.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    pub fn article(&self, key: WitnessKey) -> Option<&Article> {
        self.articles.iter().find(|article| article.witness.key == key)
    }

    /// Index of the article's column.
    pub fn position(&self, key: WitnessKey) -> Option<usize> {
        self.articles.iter().position(|article| article.witness.key == key)
    }

    /// The articles in column order, as the worker takes them.
    pub fn witnesses(&self) -> Vec<Arc<Witness>> {
        self.articles.iter().map(|article| Arc::clone(&article.witness)).collect()
    }

    /// In the order they were made; where two disagree the later one holds.
    pub fn rulings(&self) -> &[Ruling] {
        &self.rulings
    }

    /// Indices of the rulings that name anything in these passages: the history of a row.
    pub fn rulings_about(&self, passages: &[Anchor]) -> Vec<usize> {
        let is_about = |ruling: &Ruling| {
            ruled::anchors_of(ruling).iter().any(|anchor| {
                passages.iter().any(|passage| passage.article == anchor.article && passage.span.overlaps(anchor.span))
            })
        };
        self.rulings.iter().enumerate().filter(|(_, ruling)| is_about(ruling)).map(|(at, _)| at).collect()
    }

    /// In the order of articles' keys and places.
    pub fn remarks(&self) -> &BTreeMap<Anchor, Remark> {
        &self.remarks
    }

    /// Remarks on anything inside `span` of the article.
    pub fn remarks_within(&self, article: WitnessKey, span: Span) -> impl Iterator<Item = (&Anchor, &Remark)> {
        self.remarks.iter().filter(move |(anchor, _)| anchor.article == article && anchor.span.overlaps(span))
    }

    /// The reader's tag list.
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// True where there is nothing in it that could be lost.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty()
            && self.articles.is_empty()
            && self.rulings.is_empty()
            && self.remarks.is_empty()
            && self.codes.is_empty()
    }

    /// The stretch's words, or nothing where the article is not there.
    pub fn text_at(&self, anchor: Anchor) -> &str {
        self.article(anchor.article).map_or("", |article| article.witness.text.slice(anchor.span))
    }

    fn fresh_key(&mut self) -> WitnessKey {
        let above = self.articles.iter().map(|article| article.witness.key.0 + 1).max().unwrap_or(1);
        let key = self.next_key.max(above);
        self.next_key = key + 1;
        WitnessKey(key)
    }
}
