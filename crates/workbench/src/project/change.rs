//! The few ways in which a project changes, each with its exact opposite.

use std::sync::Arc;

use collation::Witness;
use collation::ruling::{Anchor, Ruling};

use super::{Article, Code, Project, Remark};

/// Changes that are made, undone and redone as one, under the name that the menu shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// As it follows "Undo" and "Redo": `join rows 3 and 5`.
    pub name: String,
    pub(super) changes: Vec<Change>,
}

/// Each holds what will stand there once it is applied.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    Title(String),
    /// From `at`, `take` articles make room for `put`.
    Articles {
        at: usize,
        take: usize,
        put: Vec<Article>,
    },
    Hidden {
        at: usize,
        is_hidden: bool,
    },
    Original {
        at: usize,
        is_original: bool,
    },
    Witness {
        at: usize,
        witness: Arc<Witness>,
    },
    Rulings {
        at: usize,
        take: usize,
        put: Vec<Ruling>,
    },
    Remark {
        anchor: Anchor,
        remark: Remark,
    },
    Codes(Vec<Code>),
}

impl Step {
    /// True where the table has to be derived anew.
    pub fn touches_table(&self) -> bool {
        self.changes
            .iter()
            .any(|change| matches!(change, Change::Articles { .. } | Change::Witness { .. } | Change::Rulings { .. }))
    }

    /// True where all it does is to take articles away: the step that it takes back has added them.
    pub(crate) fn only_takes_articles(&self) -> bool {
        self.changes.iter().all(|change| matches!(change, Change::Articles { put, .. } if put.is_empty()))
    }

    /// Makes the changes and gives the step that takes them back.
    pub(super) fn make(self, project: &mut Project) -> Self {
        let mut back: Vec<Change> = self.changes.into_iter().map(|change| change.make(project)).collect();
        back.reverse();
        Self { name: self.name, changes: back }
    }
}

impl Change {
    /// Makes the change and gives its opposite. What lies beyond the project's lists is left alone.
    fn make(self, project: &mut Project) -> Self {
        match self {
            Self::Title(title) => Self::Title(std::mem::replace(&mut project.title, title)),
            Self::Articles { at, take, put } => {
                let (at, take, put) = splice(&mut project.articles, at, take, put);
                Self::Articles { at, take, put }
            }
            Self::Hidden { at, is_hidden } => {
                let article = project.articles.get_mut(at);
                let is_hidden = article.map_or(is_hidden, |it| std::mem::replace(&mut it.is_hidden, is_hidden));
                Self::Hidden { at, is_hidden }
            }
            Self::Original { at, is_original } => {
                let article = project.articles.get_mut(at);
                let is_original = article.map_or(is_original, |it| std::mem::replace(&mut it.is_original, is_original));
                Self::Original { at, is_original }
            }
            Self::Witness { at, witness } => match project.articles.get_mut(at) {
                Some(article) => Self::Witness { at, witness: std::mem::replace(&mut article.witness, witness) },
                None => Self::Witness { at, witness },
            },
            Self::Rulings { at, take, put } => {
                let (at, take, put) = splice(&mut project.rulings, at, take, put);
                Self::Rulings { at, take, put }
            }
            Self::Remark { anchor, remark } => {
                let before = if remark.is_empty() {
                    project.remarks.remove(&anchor)
                } else {
                    project.remarks.insert(anchor, remark)
                };
                Self::Remark { anchor, remark: before.unwrap_or_default() }
            }
            Self::Codes(codes) => Self::Codes(std::mem::replace(&mut project.codes, codes)),
        }
    }
}

/// Puts `put` in the place of `take` items from `at`, and gives the splice that takes it back.
fn splice<T>(list: &mut Vec<T>, at: usize, take: usize, put: Vec<T>) -> (usize, usize, Vec<T>) {
    let at = at.min(list.len());
    let end = at.saturating_add(take).min(list.len());
    let placed = put.len();
    let taken = list.splice(at..end, put).collect();
    (at, placed, taken)
}
