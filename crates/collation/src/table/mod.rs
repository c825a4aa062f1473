//! The alignment table of one event: statements × articles, in free order, m:n, under rulings.
//!
//! Knows who reports the same statement; what differs inside a row is not its affair.

mod decisions;
mod groups;
mod reasons;

use std::cmp::Reverse;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::control::Control;
use crate::lexicon::Lexicon;
use crate::prepare::Prepared;
use crate::ruling::Ruling;
use crate::similarity::{Scorer, Units};
use crate::span::{Placed, Span};
use crate::witness::WitnessKey;
use decisions::Decisions;
use groups::{Group, group};

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
///
/// The order of the articles decides the order of columns and rows, never which passages share a
/// row: inside, the articles are taken in the order of their texts.
pub fn tabulate(
    articles: &[&Prepared],
    members: &[usize],
    lexicon: &Lexicon,
    rulings: &[Ruling],
    control: &dyn Control,
) -> AlignmentTable {
    let present = |column: usize| members.get(column).and_then(|&member| articles.get(member)).copied();
    let mut columns: Vec<usize> = (0..members.len()).filter(|&column| present(column).is_some()).collect();
    columns.sort_by_key(|&column| present(column).map(|article| (article.witness.text.as_str(), article.witness.key)));
    let ordered: Vec<&Prepared> = columns.iter().filter_map(|&column| present(column)).collect();
    let decisions = Decisions::new(&ordered, rulings);
    let units = Units::new(ordered, &decisions.extra, |article, span| decisions.is_set_aside(article, span), lexicon);
    let decisions = decisions.of_units(&units);
    let scorer = Scorer::new(&units, control);
    let groups = group(&units, &scorer, &decisions, control);

    let layout = Layout { columns: &columns, width: members.len(), units: &units, decisions: &decisions };
    let mut rows: Vec<Row> = groups.par_iter().filter_map(|group| layout.row(group, &scorer)).collect();
    let base = base_column(articles, members, rulings);
    rows.sort_by_cached_key(|row| row_order(row, base));
    let mut unmatched = layout.unmatched(&groups, &rows, &scorer);
    unmatched.sort_by_key(|unmatched| (unmatched.column, unmatched.span));
    AlignmentTable { members: members.to_vec(), rows, unmatched }
}

/// The column that a ruling made the base, else the first.
pub fn base_column(articles: &[&Prepared], members: &[usize], rulings: &[Ruling]) -> usize {
    let column_of = |key: WitnessKey| {
        members.iter().position(|&member| articles.get(member).is_some_and(|article| article.witness.key == key))
    };
    rulings
        .iter()
        .rev()
        .find_map(|ruling| match ruling {
            Ruling::Base { article } => column_of(*article),
            _ => None,
        })
        .unwrap_or(0)
}

/// By place in the base; rows that it doesn't have stand last, by the first article that has them. Of rows that begin
/// with the same passages the one that more articles report comes first.
fn row_order(row: &Row, base: usize) -> impl Ord + use<> {
    let passages = |column: usize| row.cells.get(column)?.as_ref().map(|reading| reading.passages.clone());
    let mut present =
        std::iter::once(base).chain(0..row.cells.len()).filter_map(|column| Some((column, passages(column)?)));
    let (column, spans) = present.next().unwrap_or_default();
    let readings = row.cells.iter().flatten().count();
    (column != base, column, spans, Reverse(readings), present.collect::<Vec<_>>())
}

/// From units and groups to columns and spans.
struct Layout<'l, 'a> {
    /// Column of each article of `units`.
    columns: &'l [usize],
    width: usize,
    units: &'l Units<'a>,
    decisions: &'l decisions::UnitDecisions,
}

impl Layout<'_, '_> {
    fn column_of(&self, unit: usize) -> Option<usize> {
        self.units.get(unit).and_then(|unit| self.columns.get(unit.article)).copied()
    }

    /// The row of a group; `None` where only one article is left in it.
    fn row(&self, group: &Group, scorer: &Scorer) -> Option<Row> {
        let mut cells: Vec<Option<Reading>> = vec![None; self.width];
        for &unit in &group.members {
            let span = self.decisions.shown(unit, self.units)?;
            let cell = cells.get_mut(self.column_of(unit)?)?;
            cell.get_or_insert_with(|| Reading { passages: Vec::new() }).passages.push(span);
        }
        for reading in cells.iter_mut().flatten() {
            reading.passages = without_overlap(std::mem::take(&mut reading.passages));
        }
        if cells.iter().flatten().count() < 2 {
            return None;
        }
        let score = reasons::row_score(self.units, scorer, group);
        Some(Row {
            cells,
            certainty: reasons::certainty(self.units, scorer, group),
            score,
            because: reasons::because(self.units, group),
            pinned: group.pinned,
        })
    }

    /// What stands in no row.
    fn unmatched(&self, groups: &[Group], rows: &[Row], scorer: &Scorer) -> Vec<Unmatched> {
        let mut rowed = vec![false; self.units.all.len()];
        for &unit in
            groups.iter().filter(|group| self.units.span_articles(&group.members)).flat_map(|group| &group.members)
        {
            if let Some(slot) = rowed.get_mut(unit) {
                *slot = true;
            }
        }
        let nearest = reasons::nearest(self.units, scorer, self.decisions);
        let passages_of = |column: usize| {
            let readings = rows.iter().filter_map(move |row| row.cells.get(column)?.as_ref());
            readings.flat_map(|reading| &reading.passages).map(|&passage| (passage, ()))
        };
        let in_rows: Vec<Placed<()>> = (0..self.width).map(|column| passages_of(column).collect()).collect();
        let shown = |column: usize, span: Span| {
            let mut beside = in_rows.get(column).into_iter().flat_map(|placed| placed.at(span));
            beside.any(|(passage, ())| 2 * passage.overlap(span) > span.len())
        };
        rowed
            .iter()
            .enumerate()
            .filter(|&(unit, &in_row)| !in_row && !self.units.is_part(unit))
            .filter_map(|(unit, _)| {
                let column = self.column_of(unit)?;
                let span = self.decisions.shown(unit, self.units)?;
                if shown(column, span) {
                    return None;
                }
                let nearest = nearest.get(unit).cloned().flatten().and_then(|near| {
                    Some(Nearest {
                        column: self.column_of(near.unit)?,
                        span: self.decisions.shown(near.unit, self.units)?,
                        score: near.score,
                        because: near.because.to_owned(),
                    })
                });
                Some(Unmatched { column, span, nearest })
            })
            .collect()
    }
}

/// Sorted, with what overlaps joined.
fn without_overlap(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.join(span),
            _ => apart.push(span),
        }
    }
    apart
}

#[cfg(test)]
mod tests;
