//! The scorer's figures written out for training, so that training and use share one reckoning.

use super::features::{First, Second};
use super::grid::Grid;
use super::look::Look;
use super::word::Words;

/// Figures of a pair of words in the first pass: word of a, word of b, whole, pair; pairs row by row.
pub fn first_pass(a: &Words, b: &Words) -> Vec<Vec<f32>> {
    let look = Look::new(a, b);
    let first = First::new(a, b, &look);
    let mut all = Vec::with_capacity(a.len() * b.len());
    for (i, row) in first.rows.iter().enumerate() {
        for (j, column) in first.columns.iter().enumerate() {
            all.push([row.as_slice(), column, &first.whole, &first.pair(i, j)].concat());
        }
    }
    all
}

/// Further figures of the second pass, from the first one's chances, row by row.
pub fn second_pass(rows: usize, columns: usize, chances: &[f32]) -> Vec<Vec<f32>> {
    let mut grid = Grid::new(rows, columns);
    for (row, chances) in chances.chunks(columns.max(1)).take(rows).enumerate() {
        for (slot, &chance) in grid.row_mut(row).iter_mut().zip(chances) {
            *slot = chance;
        }
    }
    let second = Second::new(&grid);
    (0..rows).flat_map(|i| (0..columns).map(move |j| (i, j))).map(|(i, j)| second.pair(i, j).to_vec()).collect()
}
