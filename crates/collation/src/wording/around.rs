//! What the later passes of the learned aligner look at: the chances that the pass before gave to the
//! words around a pair, and whether the pair is part of two phrases that answer each other.
#![allow(clippy::indexing_slicing)] // Lists of a row or column are as long as the grid is.
#![allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]

use super::grid::{Grid, Tops};
use super::look::flag;
use super::word::Words;

/// Further figures of a pair of words in the second and third pass.
pub(super) const AROUND: usize = 43;

/// What the chances of the pass before look like around a pair.
pub(super) struct Around<'c> {
    chance: &'c Grid,
    rows: Tops,
    columns: Tops,
    /// The nearest sure link before and behind every row and every column.
    row_anchors: [Vec<Anchor>; 2],
    column_anchors: [Vec<Anchor>; 2],
    /// The next content word behind and before every row and every column.
    row_heads: &'c Heads,
    column_heads: &'c Heads,
    row_gaps: Vec<Gap>,
    column_gaps: Vec<Gap>,
}

/// For every word the nearest content word behind it and the nearest before it, at most three words away.
pub(super) type Heads = [Vec<Option<usize>>; 2];

/// A word and its sure mate.
type Anchor = Option<(usize, usize)>;

impl<'c> Around<'c> {
    /// `chance` of every word of one wording and every word of the other, whose heads are `heads`.
    #[inline(always)]
    pub fn new(chance: &'c Grid, heads: [&'c Heads; 2]) -> Self {
        let (n, m) = (chance.rows, chance.columns);
        let (rows, columns) = chance.tops();
        let best = |count: usize, other: usize, tops: &Tops, at: &dyn Fn(usize, usize) -> f32| -> Vec<Option<usize>> {
            let first = |k: usize| (0..other).find(|&x| at(k, x) == tops.first[k]);
            (0..count).map(|k| if tops.first[k] > 0.5 { first(k) } else { None }).collect()
        };
        let of_rows = best(n, m, &rows, &|i, j| chance.at(i, j));
        let of_columns = best(m, n, &columns, &|j, i| chance.at(i, j));
        let mutual = |own: &[Option<usize>], other: &[Option<usize>]| -> Vec<Option<usize>> {
            own.iter().enumerate().map(|(k, mate)| mate.filter(|&mate| other[mate] == Some(k))).collect()
        };
        Self {
            chance,
            rows,
            columns,
            row_anchors: anchors(&of_rows),
            column_anchors: anchors(&of_columns),
            row_heads: heads[0],
            column_heads: heads[1],
            row_gaps: gaps(&mutual(&of_rows, &of_columns), m),
            column_gaps: gaps(&mutual(&of_columns, &of_rows), n),
        }
    }

    #[inline(always)]
    pub fn pair(&self, i: usize, j: usize) -> [f32; AROUND] {
        let chance = self.chance;
        let value = chance.at(i, j);
        let mut out = [0.0; AROUND];
        out[0] = value;
        out[1] = value.max(1e-4).sqrt().sqrt();
        out[2] = self.rows.rival(i, value);
        out[3] = self.columns.rival(j, value);
        out[4] = self.rows.sum[i].min(4.0);
        out[5] = self.columns.sum[j].min(4.0);
        chance.around(i, j, &mut out[6..14]);
        let near = |down, right| chance.near(i, j, down, right);
        let off = [near(-1, 1), near(1, -1), near(-2, -1), near(-1, -2), near(1, 2), near(2, 1)];
        out[14] = 0.67 * (out[6] + out[7])
            + 0.5 * (out[12] + out[13])
            + 0.4 * (near(-3, -3) + near(3, 3))
            + 0.33 * (off[2] + off[3] + off[4] + off[5]);
        let shift = |anchor: Anchor, own: usize, across: usize| -> f32 {
            let Some((at, mate)) = anchor else { return 1.0 };
            let want = own as isize - at as isize;
            let have = across as isize - mate as isize;
            (want - have).unsigned_abs().min(6) as f32 / 6.0
        };
        out[15] = shift(self.row_anchors[0][i], i, j);
        out[16] = shift(self.row_anchors[1][i], i, j);
        out[17] = shift(self.column_anchors[0][j], j, i);
        out[18] = shift(self.column_anchors[1][j], j, i);
        out[19] = out[15].min(out[16]).min(out[17]).min(out[18]);
        out[20..26].copy_from_slice(&off);
        self.phrase(i, j, value, &mut out[26..]);
        out
    }

    /// Whether the pair is part of two phrases that answer each other, word by word or only as a whole.
    #[inline(always)]
    fn phrase(&self, i: usize, j: usize, value: f32, out: &mut [f32]) {
        let chance = self.chance;
        let at = |row: Option<usize>, column: Option<usize>| {
            row.zip(column).map_or(0.0, |(row, column)| chance.at(row, column))
        };
        let ([i_behind, i_before], [j_behind, j_before]) =
            ([0, 1].map(|side| self.row_heads[side][i]), [0, 1].map(|side| self.column_heads[side][j]));
        out[0] = at(i_behind, Some(j));
        out[1] = at(i_before, Some(j));
        out[2] = at(Some(i), j_behind);
        out[3] = at(Some(i), j_before);
        out[4] = at(i_behind, j_behind);
        out[5] = at(i_before, j_before);
        let steps = [-3, -2, -1, 1, 2, 3];
        out[6] = steps.iter().map(|&step| chance.near(i, j, 0, step)).sum();
        out[7] = steps.iter().map(|&step| chance.near(i, j, step, 0)).sum();
        out[8] = (self.rows.sum[i] - value - out[6]).min(3.0);
        out[9] = (self.columns.sum[j] - value - out[7]).min(3.0);
        let (row, column) = (&self.row_gaps[i], &self.column_gaps[j]);
        let (in_row, in_column) = (row.holds(j), column.holds(i));
        out[10] = flag(in_row);
        out[11] = flag(in_column);
        out[12] = flag(in_row && in_column && !row.is_anchored && !column.is_anchored);
        out[13] = (row.own as f32 / 6.0).min(2.0);
        out[14] = (column.own as f32 / 6.0).min(2.0);
        out[15] = row.across() as f32 / 6.0;
        out[16] = column.across() as f32 / 6.0;
    }
}

/// The stretch between the nearest sure links before and behind a word.
struct Gap {
    /// Number of words between the two on the word's own side.
    own: usize,
    /// Mates of the two, the lower one first; one before the first word and the number of words stand
    /// for the ends.
    low: isize,
    high: isize,
    is_anchored: bool,
}

impl Gap {
    fn holds(&self, mate: usize) -> bool {
        (self.low + 1..self.high).contains(&(mate as isize))
    }

    /// Number of words between the two mates, 12 at most.
    fn across(&self) -> isize {
        (self.high - self.low - 1).min(12)
    }
}

/// The gap of every word, from the words' mates; `other` is the number of words on the other side.
fn gaps(mates: &[Option<usize>], other: usize) -> Vec<Gap> {
    let count = mates.len() as isize;
    let mut before = (-1, -1);
    let mut all: Vec<Gap> = Vec::with_capacity(mates.len());
    let mut starts = Vec::with_capacity(mates.len());
    for (at, mate) in mates.iter().enumerate() {
        starts.push(before);
        if let Some(mate) = mate {
            before = (at as isize, *mate as isize);
        }
    }
    let mut behind = (count, other as isize);
    for (at, (mate, &(start, low))) in mates.iter().zip(&starts).enumerate().rev() {
        let (end, high) = behind;
        all.push(Gap {
            own: (end - start - 1).unsigned_abs(),
            low: low.min(high),
            high: low.max(high),
            is_anchored: mate.is_some(),
        });
        if let Some(mate) = mate {
            behind = (at as isize, *mate as isize);
        }
    }
    all.reverse();
    all
}

/// The heads of a wording.
pub(super) fn heads(words: &Words) -> Heads {
    let is_content = |at: usize| words.words.get(at).is_some_and(|word| !word.is_mark && !word.is_stop());
    let look = |at: usize, step: isize| {
        (1..=3).find_map(|far| at.checked_add_signed(step * far).filter(|&place| is_content(place)))
    };
    [(0..words.len()).map(|at| look(at, 1)).collect(), (0..words.len()).map(|at| look(at, -1)).collect()]
}

/// For every word the nearest sure link before it and the nearest after it, at most four words away.
fn anchors(best: &[Option<usize>]) -> [Vec<Anchor>; 2] {
    let look = |at: usize, step: isize| {
        (1..=4).find_map(|far| {
            let place = at.checked_add_signed(step * far)?;
            best.get(place).copied().flatten().map(|mate| (place, mate))
        })
    };
    [(0..best.len()).map(|at| look(at, -1)).collect(), (0..best.len()).map(|at| look(at, 1)).collect()]
}
