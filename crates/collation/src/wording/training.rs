//! The scorer's figures written out for training, so that training and use share one reckoning.

use super::around::{Around, heads};
use super::features::{First, PAIR};
use super::grid::Grid;
use super::look::Look;
use super::network::LANES;
use super::word::Words;

/// Figures of a pair of words in the first pass: word of a, word of b, whole, pair; pairs row by row.
pub fn first_pass(a: &Words, b: &Words) -> Vec<Vec<f32>> {
    let look = Look::new(a, b);
    let first = First::new(a, b, &look);
    let mut all = Vec::with_capacity(a.len() * b.len());
    for (i, row) in first.rows.iter().enumerate() {
        for (block, columns) in first.columns.chunks(LANES).enumerate() {
            let mut figures = [[0.0; LANES]; PAIR];
            first.pairs(i, block, &mut figures);
            for (lane, column) in columns.iter().enumerate() {
                let pair: Vec<f32> = figures.iter().filter_map(|lanes| lanes.get(lane)).copied().collect();
                all.push([row.as_slice(), column, &first.whole, &pair].concat());
            }
        }
    }
    all
}

/// Further figures of a later pass, from the chances of the one before, row by row.
pub fn later_pass(a: &Words, b: &Words, chances: &[f32]) -> Vec<Vec<f32>> {
    let (rows, columns) = (a.len(), b.len());
    let mut grid = Grid::new(rows, columns);
    for (row, chances) in chances.chunks(columns.max(1)).take(rows).enumerate() {
        for (slot, &chance) in grid.row_mut(row).iter_mut().zip(chances) {
            *slot = chance;
        }
    }
    let heads = [heads(a), heads(b)];
    let around = Around::new(&grid, heads.each_ref());
    (0..rows).flat_map(|i| (0..columns).map(move |j| (i, j))).map(|(i, j)| around.pair(i, j).to_vec()).collect()
}
