//! The differences inside a row: which part of a reading is shared, reworded, only here or moved.
//!
//! Knows a row, its articles and which words answer each other. How a run is drawn, and what a
//! difference means, is not its affair.

mod join;
mod pair;
mod phrase;
mod side;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::prepare::Prepared;
use crate::span::Span;
use crate::table::Row;
use crate::wording::Dictionary;

use pair::{Compared, Mark, compare};
use side::Side;

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
/// first reading. `words` holds the words of the event's passages ready for the aligner; what it lacks is made ready
/// anew. The base's own runs carry *shared*, *reworded* and *only here* against all others; words of another reading that
/// the base lacks are *shared* where a third one has them.
pub fn runs(articles: &[&Prepared], members: &[usize], row: &Row, base: usize, words: &Dictionary) -> Vec<Vec<Run>> {
    let sides: Vec<Option<Side>> = (0..members.len())
        .map(|column| {
            let article = articles.get(*members.get(column)?)?;
            Some(Side::new(article, row.cells.get(column)?.as_ref()?))
        })
        .collect();
    let has_reading = |column: usize| sides.get(column).is_some_and(Option::is_some);
    let Some(base) = [base].into_iter().chain(0..sides.len()).find(|&column| has_reading(column)) else {
        return vec![Vec::new(); members.len()];
    };
    let Some(Some(base_side)) = sides.get(base) else { return vec![Vec::new(); members.len()] };
    let compared: Vec<Option<Compared>> = (sides.iter().enumerate())
        .map(|(column, side)| Some(compare(base_side, side.as_ref().filter(|_| column != base)?, words)))
        .collect();
    let mut found: Vec<Vec<Run>> =
        (0..sides.len()).map(|column| runs_beside(&sides, &compared, base, column)).collect();
    let against_others: Vec<(usize, Vec<Mark>)> =
        compared.into_iter().enumerate().filter_map(|(column, compared)| Some((column, compared?.base))).collect();
    if let Some(slot) = found.get_mut(base) {
        let mut marks = pair::against_all(base_side, &against_others);
        let others = against_others.into_iter();
        let mut others: Vec<(usize, &Side, Vec<Mark>)> =
            others.filter_map(|(column, marks)| Some((column, sides.get(column)?.as_ref()?, marks))).collect();
        pair::find_elsewhere(base_side, &mut marks, &mut others);
        *slot = join::runs_of(base_side, &marks, &others);
    }
    found
}

/// The runs of the reading in `column`: what it has and the base lacks is *only here* where no third reading has it.
fn runs_beside(sides: &[Option<Side>], compared: &[Option<Compared>], base: usize, column: usize) -> Vec<Run> {
    let side_at = |column: usize| sides.get(column)?.as_ref();
    let marks_at = |column: usize| compared.get(column)?.as_ref();
    let (Some(side), Some(own), Some(base_side)) = (side_at(column), marks_at(column), side_at(base)) else {
        return Vec::new();
    };
    let third = (0..sides.len()).filter(|&other| other != column && other != base);
    let beside: Vec<(usize, &Side, Vec<Mark>)> = third
        .filter_map(|other| {
            let marks = pair::beside_the_base(side, &own.other, side_at(other)?, &marks_at(other)?.other);
            marks.iter().any(|mark| !mark.mates.is_empty()).then_some((other, side_at(other)?, marks))
        })
        .collect();
    let mut marks = own.other.clone();
    for (_, _, found) in &beside {
        for (mark, found) in marks.iter_mut().zip(found).filter(|(_, found)| !found.mates.is_empty()) {
            mark.kind = found.kind;
        }
    }
    if !beside.is_empty() {
        phrase::smooth(side, &mut marks, own.near_verbatim);
    }
    let found: BTreeMap<usize, Vec<Mark>> = beside.into_iter().map(|(other, _, marks)| (other, marks)).collect();
    let mut others = vec![(base, base_side, own.other.clone())];
    for other in (0..sides.len()).filter(|&other| other != column && other != base) {
        let Some(third) = side_at(other) else { continue };
        let marks = found.get(&other).cloned();
        others.push((other, third, marks.unwrap_or_else(|| vec![Mark::alone(); side.tokens.len()])));
    }
    pair::find_elsewhere(side, &mut marks, &mut others);
    join::runs_of(side, &marks, &others)
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests;
