//! A table of figures, one a pair of words, with cheap looks at neighbours.

/// Rows are the words of one wording, columns those of the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    columns: usize,
    cells: Vec<f32>,
}

impl Grid {
    pub fn from_fn(rows: usize, columns: usize, mut cell: impl FnMut(usize, usize) -> f32) -> Self {
        let mut grid = Self { columns, cells: Vec::with_capacity(rows * columns) };
        for row in 0..rows {
            for column in 0..columns {
                grid.cells.push(cell(row, column));
            }
        }
        grid
    }

    /// The figure at a place; 0 outside.
    pub fn at(&self, row: usize, column: usize) -> f32 {
        if column >= self.columns {
            return 0.0;
        }
        self.cells.get(row * self.columns + column).copied().unwrap_or(0.0)
    }

    /// The figure `down` rows and `right` columns from a place; 0 outside.
    pub fn near(&self, row: usize, column: usize, down: isize, right: isize) -> f32 {
        match (row.checked_add_signed(down), column.checked_add_signed(right)) {
            (Some(row), Some(column)) => self.at(row, column),
            _ => 0.0,
        }
    }
}
