//! The differences inside a row: which part of a reading is shared, reworded, only here or moved.
//!
//! Knows a row, its articles and which words answer each other. How a run is drawn, and what a
//! difference means, is not its affair.

mod join;
mod odd;
mod pair;
mod phrase;
mod side;
mod third;

use serde::{Deserialize, Serialize};

use crate::prepare::Prepared;
use crate::span::Span;
use crate::table::Row;
use crate::wording::Dictionary;

use pair::{Compared, Mark, compare};
use side::Side;
use third::{Against, Third};

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
    let third = Third::new(&sides, &compared);
    let runs = |column: usize, marks: &[Mark], against: &Against| {
        let side = sides.get(column)?.as_ref()?;
        let others = against.iter();
        let others = others.filter_map(|(&other, marks)| Some((other, sides.get(other)?.as_ref()?, marks.as_slice())));
        Some(join::runs_of(side, marks, &others.collect::<Vec<_>>()))
    };
    let mut found: Vec<Vec<Run>> = (0..sides.len())
        .map(|column| {
            let (Some(Some(side)), Some(Some(own))) = (sides.get(column), compared.get(column)) else {
                return Vec::new();
            };
            let mut against = Against::new();
            third.share(column, &mut against);
            let mut marks = own.other.clone();
            for found in against.values() {
                for (mark, found) in marks.iter_mut().zip(found).filter(|(_, found)| !found.mates.is_empty()) {
                    mark.kind = found.kind;
                }
            }
            if !against.is_empty() {
                phrase::smooth(side, &mut marks, own.near_verbatim);
            }
            against.insert(base, own.other.clone());
            third.find(column, &mut marks, &mut against);
            runs(column, &marks, &against).unwrap_or_default()
        })
        .collect();
    let of_base = compared.iter().enumerate().filter_map(|(column, own)| Some((column, own.as_ref()?.base.clone())));
    let mut against: Against = of_base.collect();
    let mut marks = pair::against_all(base_side, against.values());
    third.find(base, &mut marks, &mut against);
    if let Some(slot) = found.get_mut(base) {
        *slot = runs(base, &marks, &against).unwrap_or_default();
    }
    found
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests;
