//! The scorer's figures written out for training, so that training and use share one reckoning.

use super::features::{self, Padded};
use super::word::Words;

/// Figures of a pair of words in the first pass: word of a, word of b, whole, pair; pairs row by row.
pub fn first_pass(a: &Words, b: &Words) -> Vec<Vec<f32>> {
    let first = features::first(a, b);
    let mut pairs = first.pairs.iter();
    let mut all = Vec::with_capacity(first.pairs.len());
    for row in &first.rows {
        for (column, pair) in first.columns.iter().zip(pairs.by_ref().take(b.len())) {
            all.push([row.as_slice(), column, &first.whole, pair].concat());
        }
    }
    all
}

/// Further figures of the second pass, from the first one's chances, row by row.
pub fn second_pass(rows: usize, columns: usize, chances: &[f32]) -> Vec<Vec<f32>> {
    let mut grid = Padded::new(rows, columns);
    for (at, &chance) in chances.iter().take(rows * columns).enumerate() {
        grid.set(at / columns, at % columns, chance);
    }
    features::second(&grid).iter().map(|figures| figures.to_vec()).collect()
}
