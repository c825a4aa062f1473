//! The differences inside a row: which part of a reading is shared, reworded, only here or moved.
//!
//! Knows a row, its articles and which words answer each other. How a run is drawn, and what a
//! difference means, is not its affair.

mod join;
mod pair;
mod phrase;
mod side;

use serde::{Deserialize, Serialize};

use crate::prepare::Prepared;
use crate::span::Span;
use crate::table::Row;
use crate::wording::Dictionary;

use pair::{Mark, compare};
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
/// anew. The base's own runs carry *shared*, *reworded* and *only here* against all others.
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
    let mut against_others: Vec<(usize, Vec<Mark>)> = Vec::new();
    let mut found: Vec<Vec<Run>> = sides
        .iter()
        .enumerate()
        .map(|(column, side)| match side {
            Some(side) if column != base => {
                let compared = compare(base_side, side, words);
                against_others.push((column, compared.base));
                join::runs_of(side, &compared.other, &[(base, base_side, &compared.other)])
            }
            _ => Vec::new(),
        })
        .collect();
    if let Some(slot) = found.get_mut(base) {
        let marks = pair::against_all(base_side, &against_others);
        let others: Vec<(usize, &Side, &[Mark])> = against_others
            .iter()
            .filter_map(|(column, marks)| Some((*column, sides.get(*column)?.as_ref()?, marks.as_slice())))
            .collect();
        *slot = join::runs_of(base_side, &marks, &others);
    }
    found
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests;
