//! Which passages of a long cell are shown at first.

use std::ops::Range;

/// In a cell of more than so many lines, passages that have no room in so few beside the one that matters most are folded
/// away at first.
pub(super) const LONG_CELL: usize = 12;
const MOST_LINES: usize = 6;

/// The passages that are shown of a long cell, each with so many lines: those that matter most, and those beside them
/// that stand with them in [`MOST_LINES`] lines, those behind them first.
pub(super) fn part_around(lines: &[usize], core: Range<usize>) -> Range<usize> {
    let start = core.start.min(lines.len().saturating_sub(1));
    let mut part = start..core.end.max(start + 1).min(lines.len());
    let fits = |part: &Range<usize>| lines.get(part.clone()).unwrap_or_default().iter().sum::<usize>() <= MOST_LINES;
    while part.end < lines.len() && fits(&(part.start..part.end + 1)) {
        part.end += 1;
    }
    while part.start > 0 && fits(&(part.start - 1..part.end)) {
        part.start -= 1;
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_cell_the_passage_that_matters_is_shown_with_those_beside_it() {
        for (lines, core, part) in [
            (vec![3, 2, 9], 0..1, 0..2),
            (vec![3, 2, 9], 2..3, 2..3),
            (vec![2, 3, 4, 1, 8], 2..3, 2..4),
            (vec![5, 1, 4, 8, 8], 2..3, 1..3),
            (vec![9, 9], 7..8, 1..2),
            (vec![4, 9, 9, 2], 1..3, 1..3),
            (vec![], 0..1, 0..0),
        ] {
            assert_eq!(part_around(&lines, core.clone()), part, "{lines:?}, {core:?}");
        }
    }
}
