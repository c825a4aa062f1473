//! A table of figures, one a pair of words, with an empty border, so that a look at a neighbour up to
//! [`BORDER`] cells away stays inside, and rows filled up with empty cells to whole [`LANES`]. Those are the
//! two invariants that the indices below rest on.
#![allow(clippy::indexing_slicing)]
#![allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]

use super::network::{LANES, Lanes};

/// How many cells away the farthest look goes.
pub(super) const BORDER: usize = 3;

/// Rows are the words of one wording, columns those of the other.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    pub rows: usize,
    pub columns: usize,
    width: usize,
    cells: Vec<f32>,
}

impl Grid {
    #[inline(always)]
    pub fn new(rows: usize, columns: usize) -> Self {
        let width = columns.next_multiple_of(LANES) + 2 * BORDER;
        Self { rows, columns, width, cells: vec![0.0; width * (rows + 2 * BORDER)] }
    }

    #[inline(always)]
    pub fn at(&self, row: usize, column: usize) -> f32 {
        self.cells[self.index(row, column)]
    }

    /// The figures of a row.
    #[inline(always)]
    pub fn row(&self, row: usize) -> &[f32] {
        let start = self.index(row, 0);
        &self.cells[start..start + self.columns]
    }

    #[inline(always)]
    pub fn row_mut(&mut self, row: usize) -> &mut [f32] {
        let start = self.index(row, 0);
        &mut self.cells[start..start + self.columns]
    }

    /// The cells `down` rows and `right` columns from those of a block of a row, each at most [`BORDER`].
    #[inline(always)]
    pub fn lanes(&self, row: usize, block: usize, down: isize, right: isize) -> Lanes {
        let start = self.index(row, block * LANES).wrapping_add_signed(down * self.width as isize + right);
        let mut lanes = [0.0; LANES];
        lanes.copy_from_slice(&self.cells[start..start + LANES]);
        lanes
    }

    #[inline(always)]
    fn index(&self, row: usize, column: usize) -> usize {
        (row + BORDER) * self.width + column + BORDER
    }

    /// The cell `down` rows and `right` columns from a place, each at most [`BORDER`]; 0 outside.
    #[inline(always)]
    pub fn near(&self, row: usize, column: usize, down: isize, right: isize) -> f32 {
        self.cells[self.index(row, column).wrapping_add_signed(down * self.width as isize + right)]
    }

    /// Largest and second largest of every row and of every column, and their sums.
    #[inline(always)]
    pub fn tops(&self) -> (Tops, Tops) {
        let (mut rows, mut columns) = (Tops::new(self.rows), Tops::new(self.columns));
        for row in 0..self.rows {
            let own = self.row(row);
            let mut top = TopLanes::default();
            for chunk in own.chunks(LANES) {
                // Where a row ends, no figure is as low as what stands in for one.
                let mut lanes = [NO_TOP; LANES];
                lanes[..chunk.len()].copy_from_slice(chunk);
                top.take(&lanes);
            }
            (rows.first[row], rows.second[row]) = top.both();
            rows.sum[row] = sum_of(own);
            columns.take(own);
        }
        (rows, columns)
    }

    /// For every cell what its neighbours along the diagonal hold, the nearest counting most.
    #[inline(always)]
    pub fn diagonals(&self) -> Self {
        let mut sums = Self::new(self.rows, self.columns);
        for row in 0..self.rows {
            let from = self.index(row, 0);
            for (down, right, weight) in DIAGONAL {
                let start = from.wrapping_add_signed(down * self.width as isize + right);
                let source = &self.cells[start..start + self.columns];
                let target = &mut sums.cells[from..from + self.columns];
                for (sum, value) in target.iter_mut().zip(source) {
                    *sum += weight * value;
                }
            }
        }
        sums
    }

    /// The eight cells next to a place and further along its diagonal.
    #[inline(always)]
    pub fn around(&self, row: usize, column: usize, out: &mut [f32]) {
        for (slot, (down, right)) in out.iter_mut().zip(AROUND) {
            *slot = self.near(row, column, down, right);
        }
    }
}

/// Steps to the eight cells next to a place and further along its diagonal.
pub(super) const AROUND: [(isize, isize); 8] = [(-1, -1), (1, 1), (-1, 0), (1, 0), (0, -1), (0, 1), (-2, -2), (2, 2)];

/// Steps to the cells that [`Grid::diagonals`] adds up, with their weights.
const DIAGONAL: [(isize, isize, f32); 10] = [
    (-1, -1, 0.67),
    (1, 1, 0.67),
    (-2, -2, 0.5),
    (2, 2, 0.5),
    (-3, -3, 0.4),
    (3, 3, 0.4),
    (-1, -2, 0.33),
    (-2, -1, 0.33),
    (1, 2, 0.33),
    (2, 1, 0.33),
];

/// What is less than any figure.
const NO_TOP: f32 = -1.0;

/// The two largest figures of every row or column, and their sum.
#[derive(Clone, Debug)]
pub(super) struct Tops {
    pub first: Vec<f32>,
    pub second: Vec<f32>,
    pub sum: Vec<f32>,
}

impl Tops {
    fn new(count: usize) -> Self {
        Self { first: vec![NO_TOP; count], second: vec![NO_TOP; count], sum: vec![0.0; count] }
    }

    /// Takes one more figure for each.
    #[inline(always)]
    fn take(&mut self, figures: &[f32]) {
        let tops = self.first.iter_mut().zip(&mut self.second).zip(&mut self.sum);
        for (&figure, ((first, second), sum)) in figures.iter().zip(tops) {
            *sum += figure;
            (*first, *second) = two_largest(*first, *second, figure, NO_TOP);
        }
    }

    /// The largest figure beside `value`.
    #[inline(always)]
    pub fn rival(&self, at: usize, value: f32) -> f32 {
        if value >= self.first[at] { self.second[at] } else { self.first[at] }
    }
}

/// The two largest of four figures, where `first` is at least `second`, and `other` at least `next`.
#[inline(always)]
fn two_largest(first: f32, second: f32, other: f32, next: f32) -> (f32, f32) {
    let (high, low) = if other > first { (other, first) } else { (first, other) };
    let rest = if next > second { next } else { second };
    (high, if low > rest { low } else { rest })
}

/// The two largest of every lane.
struct TopLanes {
    first: Lanes,
    second: Lanes,
}

impl Default for TopLanes {
    fn default() -> Self {
        Self { first: [NO_TOP; LANES], second: [NO_TOP; LANES] }
    }
}

impl TopLanes {
    #[inline(always)]
    fn take(&mut self, lanes: &Lanes) {
        for ((first, second), &figure) in self.first.iter_mut().zip(&mut self.second).zip(lanes) {
            (*first, *second) = two_largest(*first, *second, figure, NO_TOP);
        }
    }

    /// The two largest of all lanes.
    #[inline(always)]
    fn both(&self) -> (f32, f32) {
        let (mut first, mut second) = (self.first, self.second);
        let mut half = LANES / 2;
        while half > 0 {
            for lane in 0..half {
                let other = lane + half;
                (first[lane], second[lane]) = two_largest(first[lane], second[lane], first[other], second[other]);
            }
            half /= 2;
        }
        (first[0], second[0])
    }
}

/// The sum of figures, always added up in the same order.
#[inline(always)]
pub(super) fn sum_of(figures: &[f32]) -> f32 {
    let mut lanes = [0.0; LANES];
    for chunk in figures.chunks(LANES) {
        for (lane, figure) in lanes.iter_mut().zip(chunk) {
            *lane += figure;
        }
    }
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            lanes[lane] += lanes[lane + half];
        }
        half /= 2;
    }
    lanes[0]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// No look leaves the table, the border stays empty, and the fast sums are the plain ones.
        #[test]
        fn looks_stay_inside(rows in 0_usize..7, columns in 0_usize..40, seed in 0_u32..1000) {
            let mut grid = Grid::new(rows, columns);
            for row in 0..rows {
                for (column, cell) in grid.row_mut(row).iter_mut().enumerate() {
                    *cell = ((seed + 1) * (row as u32 + 3) * (column as u32 + 7) % 101) as f32 / 101.0;
                }
            }
            let plain = |row: isize, column: isize| {
                let inside = (0..rows as isize).contains(&row) && (0..columns as isize).contains(&column);
                if inside { grid.at(row as usize, column as usize) } else { 0.0 }
            };
            let sums = grid.diagonals();
            let (row_tops, column_tops) = grid.tops();
            let top_of = |tops: &Tops, at: usize| (tops.first[at], tops.second[at], tops.sum[at]);
            for row in 0..rows {
                for column in 0..columns {
                    let (row_top, column_top) = (top_of(&row_tops, row), top_of(&column_tops, column));
                    let at = |(down, right)| plain(row as isize + down, column as isize + right);
                    let mut around = [0.0; 8];
                    grid.around(row, column, &mut around);
                    prop_assert_eq!(around, AROUND.map(at));
                    let lane = |(down, right)| grid.lanes(row, column / LANES, down, right)[column % LANES];
                    prop_assert_eq!(around, AROUND.map(lane));
                    let sum: f32 = DIAGONAL.iter().map(|&(down, right, weight)| weight * at((down, right))).sum();
                    prop_assert!((sums.at(row, column) - sum).abs() < 1e-4);
                    for (top, line) in [
                        (row_top, (0..columns).map(|k| grid.at(row, k)).collect::<Vec<_>>()),
                        (column_top, (0..rows).map(|k| grid.at(k, column)).collect()),
                    ] {
                        let mut line = line;
                        line.sort_by(|x, y| y.total_cmp(x));
                        prop_assert_eq!(top.0, line[0]);
                        prop_assert_eq!(top.1, line.get(1).copied().unwrap_or(NO_TOP));
                        prop_assert!((top.2 - line.iter().sum::<f32>()).abs() < 1e-4);
                    }
                }
            }
        }
    }
}
