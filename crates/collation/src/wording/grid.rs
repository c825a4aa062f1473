//! A table of figures, one a pair of words, with an empty border, so that a look at a neighbour up to
//! [`BORDER`] cells away stays inside. That is the one invariant that the indices below rest on.
#![allow(clippy::indexing_slicing)]

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
    pub fn new(rows: usize, columns: usize) -> Self {
        let width = columns + 2 * BORDER;
        Self { rows, columns, width, cells: vec![0.0; width * (rows + 2 * BORDER)] }
    }

    #[inline]
    pub fn at(&self, row: usize, column: usize) -> f32 {
        self.cells[self.index(row, column)]
    }

    /// The figures of a row.
    pub fn row(&self, row: usize) -> &[f32] {
        let start = self.index(row, 0);
        &self.cells[start..start + self.columns]
    }

    pub fn row_mut(&mut self, row: usize) -> &mut [f32] {
        let start = self.index(row, 0);
        &mut self.cells[start..start + self.columns]
    }

    #[inline]
    fn index(&self, row: usize, column: usize) -> usize {
        (row + BORDER) * self.width + column + BORDER
    }

    /// The cell `down` rows and `right` columns from a place, each at most [`BORDER`]; 0 outside.
    #[inline]
    pub fn near(&self, row: usize, column: usize, down: isize, right: isize) -> f32 {
        self.cells[self.index(row, column).wrapping_add_signed(down * self.width as isize + right)]
    }

    /// Largest and second largest of every row and of every column, and their sums.
    pub fn tops(&self) -> (Vec<Top>, Vec<Top>) {
        let mut columns = vec![Top::default(); self.columns];
        let rows = (0..self.rows)
            .map(|row| {
                let mut top = Top::default();
                for (&value, column) in self.row(row).iter().zip(&mut columns) {
                    top.take(value);
                    column.take(value);
                }
                top
            })
            .collect();
        (rows, columns)
    }

    /// For every cell what its neighbours along the diagonal hold, the nearest counting most.
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
    pub fn around(&self, row: usize, column: usize, out: &mut [f32]) {
        for (slot, (down, right)) in out.iter_mut().zip(AROUND) {
            *slot = self.near(row, column, down, right);
        }
    }
}

const AROUND: [(isize, isize); 8] = [(-1, -1), (1, 1), (-1, 0), (1, 0), (0, -1), (0, 1), (-2, -2), (2, 2)];

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

/// The two largest figures of a row or column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Top {
    pub first: f32,
    pub second: f32,
    pub sum: f32,
}

impl Default for Top {
    fn default() -> Self {
        Self { first: -1.0, second: -1.0, sum: 0.0 }
    }
}

impl Top {
    fn take(&mut self, value: f32) {
        self.sum += value;
        let lower = if value > self.first { self.first } else { value };
        self.first = if value > self.first { value } else { self.first };
        self.second = if lower > self.second { lower } else { self.second };
    }

    /// The largest figure beside `value`.
    pub fn rival(&self, value: f32) -> f32 {
        if value >= self.first { self.second } else { self.first }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// No look leaves the table, the border stays empty, and the fast sums are the plain ones.
        #[test]
        fn looks_stay_inside(rows in 0_usize..7, columns in 0_usize..7, seed in 0_u32..1000) {
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
            for (row, row_top) in row_tops.iter().enumerate() {
                for (column, column_top) in column_tops.iter().enumerate() {
                    let at = |(down, right)| plain(row as isize + down, column as isize + right);
                    let mut around = [0.0; 8];
                    grid.around(row, column, &mut around);
                    prop_assert_eq!(around, AROUND.map(at));
                    let sum: f32 = DIAGONAL.iter().map(|&(down, right, weight)| weight * at((down, right))).sum();
                    prop_assert!((sums.at(row, column) - sum).abs() < 1e-4);
                    for (top, line) in [
                        (row_top, (0..columns).map(|k| grid.at(row, k)).collect::<Vec<_>>()),
                        (column_top, (0..rows).map(|k| grid.at(k, column)).collect()),
                    ] {
                        let mut line = line;
                        line.sort_by(|x, y| y.total_cmp(x));
                        prop_assert_eq!(top.first, line[0]);
                        prop_assert_eq!(top.second, line.get(1).copied().unwrap_or(-1.0));
                    }
                }
            }
        }
    }
}
