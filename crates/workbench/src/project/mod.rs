//! The document: articles, the reader's rulings, notes and tags. The table is derived from it and
//! never stored.
//!
//! A project changes only through [`apply`], which gives the step that takes the change back. What
//! the project does not know: files, the window, and which rows its rulings lead to.

mod change;
mod edit;
mod ruled;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use collation::ruling::{Anchor, Ruling};
use collation::{Span, Witness, WitnessKey};
use serde::{Deserialize, Serialize};

pub use change::Step;
pub use edit::{Edit, Refused, apply, apply_step};

/// A comparison that a reader works on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Project {
    title: String,
    articles: Vec<Article>,
    rulings: Vec<Ruling>,
    #[serde(with = "remarks_as_list")]
    remarks: BTreeMap<Anchor, Remark>,
    codes: Vec<Code>,
    /// Where the reader was last. No part of undo.
    pub view: View,
    /// Above every key that was ever given in this session, so that no two articles share one.
    #[serde(skip)]
    next_key: u32,
}

/// One article with what the reader chose about its column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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

/// JSON has no keys made of an article and a range, so remarks are written as a list in order.
mod remarks_as_list {
    use std::collections::BTreeMap;

    use collation::ruling::Anchor;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Remark;

    #[derive(Serialize, Deserialize)]
    struct Line<R> {
        #[serde(flatten)]
        anchor: Anchor,
        #[serde(flatten)]
        remark: R,
    }

    pub fn serialize<S: Serializer>(remarks: &BTreeMap<Anchor, Remark>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(remarks.iter().map(|(&anchor, remark)| Line { anchor, remark }))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Anchor, Remark>, D::Error> {
        let lines = Vec::<Line<Remark>>::deserialize(deserializer)?;
        Ok(lines.into_iter().map(|line| (line.anchor, line.remark)).collect())
    }
}
