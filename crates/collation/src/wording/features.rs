//! What the learned aligner looks at: figures of a word, of a pair of words, and of the two wordings
//! as a whole. Training reads the same figures through [`super::training`].
//!
//! Grids carry a border of [`BORDER`] empty cells, so that every look at a neighbour up to that far
//! away stays inside: the one invariant that the indices below rest on.
#![allow(clippy::indexing_slicing)]

use super::LinkHow;
use super::form::{Form, form};
use super::word::{Word, Words, dice};
use crate::lexicon::WordClass;

/// Figures of a word of either side.
pub(super) const WORD: usize = 9;
/// Figures of the two wordings together.
pub(super) const WHOLE: usize = 10;
/// Figures of a pair of words in the first pass.
pub(super) const PAIR: usize = 42;
/// Further figures of a pair of words in the second pass.
pub(super) const AROUND: usize = 26;

const BORDER: usize = 3;

/// A table of figures with an empty border.
#[derive(Clone, Debug)]
pub(super) struct Padded {
    rows: usize,
    columns: usize,
    width: usize,
    cells: Vec<f32>,
}

impl Padded {
    pub fn new(rows: usize, columns: usize) -> Self {
        let width = columns + 2 * BORDER;
        Self { rows, columns, width, cells: vec![0.0; width * (rows + 2 * BORDER)] }
    }

    pub fn index(&self, row: usize, column: usize) -> usize {
        (row + BORDER) * self.width + column + BORDER
    }

    pub fn at(&self, row: usize, column: usize) -> f32 {
        self.cells[self.index(row, column)]
    }

    pub fn set(&mut self, row: usize, column: usize, value: f32) {
        let index = self.index(row, column);
        self.cells[index] = value;
    }

    /// The cell `down` rows and `right` columns from `index`, each at most [`BORDER`].
    fn near(&self, index: usize, down: isize, right: isize) -> f32 {
        self.cells[index.wrapping_add_signed(down * self.width as isize + right)]
    }

    /// Largest and second largest of every row and of every column.
    fn tops(&self) -> (Vec<Top>, Vec<Top>) {
        let mut rows = vec![Top::default(); self.rows];
        let mut columns = vec![Top::default(); self.columns];
        for (row, top) in rows.iter_mut().enumerate() {
            for (column, column_top) in columns.iter_mut().enumerate() {
                let value = self.at(row, column);
                top.take(value);
                column_top.take(value);
            }
        }
        (rows, columns)
    }

    /// Nine looks around a cell: next on the diagonal, beside, and further along it.
    fn around(&self, index: usize, out: &mut [f32]) {
        let looks = [(-1, -1), (1, 1), (-1, 0), (1, 0), (0, -1), (0, 1), (-2, -2), (2, 2)];
        for (slot, (down, right)) in out.iter_mut().zip(looks) {
            *slot = self.near(index, down, right);
        }
        let off = self.near(index, -1, -2) + self.near(index, -2, -1) + self.near(index, 1, 2) + self.near(index, 2, 1);
        let diagonal = self.near(index, -1, -1) + self.near(index, 1, 1);
        let second = self.near(index, -2, -2) + self.near(index, 2, 2);
        let third = self.near(index, -3, -3) + self.near(index, 3, 3);
        out[8] = 0.67 * diagonal + 0.5 * second + 0.4 * third + 0.33 * off;
    }
}

/// The two largest figures of a row or column.
#[derive(Clone, Copy, Debug)]
struct Top {
    first: f32,
    second: f32,
    sum: f32,
}

impl Default for Top {
    fn default() -> Self {
        Self { first: -1.0, second: -1.0, sum: 0.0 }
    }
}

impl Top {
    fn take(&mut self, value: f32) {
        self.sum += value;
        if value > self.first {
            (self.first, self.second) = (value, self.first);
        } else if value > self.second {
            self.second = value;
        }
    }

    /// The largest figure beside `value`.
    fn rival(&self, value: f32) -> f32 {
        if value >= self.first { self.second } else { self.first }
    }
}

/// All figures of the first pass.
pub(super) struct First {
    pub rows: Vec<[f32; WORD]>,
    pub columns: Vec<[f32; WORD]>,
    pub whole: [f32; WHOLE],
    /// Row by row.
    pub pairs: Vec<[f32; PAIR]>,
    /// By which rule two words are alike, where they are by form.
    pub how: Vec<Option<LinkHow>>,
    /// Nearness in meaning.
    pub meaning: Padded,
}

/// Looks at every pair of words of two wordings.
pub(super) fn first(a: &Words, b: &Words) -> First {
    let (n, m) = (a.len(), b.len());
    let flag = |is: bool| f32::from(u8::from(is));
    let mut likeness = Padded::new(n, m);
    let mut weighted = Padded::new(n, m);
    let mut meaning = Padded::new(n, m);
    let mut how = Vec::with_capacity(n * m);
    let mut pairs = vec![[0.0; PAIR]; n * m];
    for (i, one) in a.words.iter().enumerate() {
        for (j, two) in b.words.iter().enumerate() {
            let Form { score, how: rule } = form(one, two);
            let cosine = match (&one.vector, &two.vector) {
                _ if rule == Some(LinkHow::SameForm) => 1.0,
                (Some(one), Some(two)) => one.cosine(two),
                _ => 0.0,
            };
            let content = 1.0 - 0.6 * flag(one.is_stop() || two.is_stop()) - 0.3 * flag(one.is_mark || two.is_mark);
            likeness.set(i, j, score);
            weighted.set(i, j, score * content);
            meaning.set(i, j, cosine.max(score * 0.8));
            how.push(rule);
            own_figures(one, two, rule, &mut pairs[i * m + j]);
        }
    }
    let (row_form, column_form) = likeness.tops();
    let (row_meaning, column_meaning) = meaning.tops();
    let (row_soft, column_soft) = soft_sums(&likeness);
    let (row_near, column_near) = soft_sums(&meaning);
    for i in 0..n {
        for j in 0..m {
            let out = &mut pairs[i * m + j];
            let index = likeness.index(i, j);
            out[8] = (i as f32 / n as f32 - j as f32 / m as f32).abs();
            out[9] = i.abs_diff(j) as f32 / 20.0;
            let value = likeness.at(i, j);
            out[10] = value;
            out[11] = row_form[i].rival(value);
            out[12] = column_form[j].rival(value);
            weighted.around(index, &mut out[13..22]);
            shares(value, row_soft[i], column_soft[j], &mut out[22..25]);
            let value = meaning.at(i, j);
            out[25] = value;
            out[26] = row_meaning[i].rival(value);
            out[27] = column_meaning[j].rival(value);
            meaning.around(index, &mut out[28..37]);
            shares(value, row_near[i], column_near[j], &mut out[37..40]);
            out[40] = f32::from(u8::from(i == 0 && j == 0 || i + 1 == n && j + 1 == m));
            out[41] = ((n - i) as f32 / n as f32 - (m - j) as f32 / m as f32).abs();
        }
    }
    let rows = a
        .words
        .iter()
        .zip(row_form.iter().zip(&row_meaning))
        .map(|(word, (f, v))| word_figures(word, f.first, v.first));
    let columns = b
        .words
        .iter()
        .zip(column_form.iter().zip(&column_meaning))
        .map(|(word, (f, v))| word_figures(word, f.first, v.first));
    let rows: Vec<[f32; WORD]> = rows.collect();
    let columns: Vec<[f32; WORD]> = columns.collect();
    let whole = whole_figures(a, b, &rows, &columns);
    First { rows, columns, whole, pairs, how, meaning }
}

fn own_figures(one: &Word, two: &Word, rule: Option<LinkHow>, out: &mut [f32; PAIR]) {
    let flag = |is: bool| f32::from(u8::from(is));
    out[0] = flag(rule == Some(LinkHow::SameForm));
    out[1] = flag(rule == Some(LinkHow::SameNumberOrName));
    out[2] = flag(rule == Some(LinkHow::SameStem) && one.stem == two.stem);
    out[3] = if out[0] > 0.0 { 1.0 } else { dice(one, two) };
    out[4] = prefix(one, two);
    out[5] = flag(one.is_number() && two.is_number() && rule.is_none());
    out[6] = flag(one.class != WordClass::Content && one.class == two.class);
    out[7] = flag(one.is_stop() && two.is_stop()) - flag(one.is_mark && two.is_mark);
}

/// Share of the longer word that both begin with.
fn prefix(one: &Word, two: &Word) -> f32 {
    if one.is_mark || two.is_mark {
        return 0.0;
    }
    let same = one.norm.bytes().zip(two.norm.bytes()).take_while(|(a, b)| a == b).count();
    same as f32 / one.norm.len().max(two.norm.len()).max(1) as f32
}

fn word_figures(word: &Word, best_form: f32, best_meaning: f32) -> [f32; WORD] {
    let flag = |is: bool| f32::from(u8::from(is));
    [
        flag(word.is_mark),
        flag(word.is_stop()),
        flag(word.is_number()),
        word.idf / 10.0,
        word.letters.min(12) as f32 / 12.0,
        flag(word.class == WordClass::Negation),
        flag(word.class == WordClass::Determiner),
        best_form.max(0.0),
        best_meaning.max(0.0),
    ]
}

/// How comparable the two wordings are: lets one scorer follow loose and close pairs alike.
fn whole_figures(a: &Words, b: &Words, rows: &[[f32; WORD]], columns: &[[f32; WORD]]) -> [f32; WHOLE] {
    let share = |words: &Words, figures: &[[f32; WORD]], which: usize| {
        let (mut covered, mut total) = (0.0, 1e-6);
        for (word, figure) in words.words.iter().zip(figures) {
            let weight = if word.is_mark || word.is_stop() { 0.2 } else { 1.0 };
            covered += weight * figure[which];
            total += weight;
        }
        covered / total
    };
    let (form_a, form_b) = (share(a, rows, 7), share(b, columns, 7));
    let (near_a, near_b) = (share(a, rows, 8), share(b, columns, 8));
    let (n, m) = (a.len() as f32, b.len() as f32);
    [
        form_a,
        form_b,
        form_a.min(form_b),
        near_a,
        near_b,
        near_a.min(near_b),
        n.min(80.0) / 40.0,
        m.min(80.0) / 40.0,
        f32::from(u8::from(n < m)),
        n.min(m) / n.max(m).max(1.0),
    ]
}

/// Sharpness of the shares below.
const SHARPNESS: f32 = 10.0;

fn soft_sums(grid: &Padded) -> (Vec<f32>, Vec<f32>) {
    let mut rows = vec![1e-6; grid.rows];
    let mut columns = vec![1e-6; grid.columns];
    for (row, row_sum) in rows.iter_mut().enumerate() {
        for (column, column_sum) in columns.iter_mut().enumerate() {
            let value = exp(SHARPNESS * (grid.at(row, column) - 1.0));
            *row_sum += value;
            *column_sum += value;
        }
    }
    (rows, columns)
}

/// The pair's share of its row, of its column, and of both (softmax).
fn shares(value: f32, row_sum: f32, column_sum: f32, out: &mut [f32]) {
    let own = exp(SHARPNESS * (value - 1.0));
    out[0] = own / row_sum;
    out[1] = own / column_sum;
    out[2] = (out[0] * out[1]).sqrt();
}

/// Looks at the first pass's probabilities around every pair.
pub(super) fn second(chance: &Padded) -> Vec<[f32; AROUND]> {
    let (n, m) = (chance.rows, chance.columns);
    let (rows, columns) = chance.tops();
    let best = |count: usize, other: usize, at: &dyn Fn(usize, usize) -> f32| -> Vec<Option<usize>> {
        (0..count)
            .map(|k| {
                let top = (0..other).max_by(|x, y| at(k, *x).total_cmp(&at(k, *y)).then(y.cmp(x)))?;
                (at(k, top) > 0.5).then_some(top)
            })
            .collect()
    };
    let row_best = best(n, m, &|i, j| chance.at(i, j));
    let column_best = best(m, n, &|j, i| chance.at(i, j));
    let [row_before, row_after] = anchors(&row_best);
    let [column_before, column_after] = anchors(&column_best);
    let mut out = vec![[0.0; AROUND]; n * m];
    for i in 0..n {
        for j in 0..m {
            let slot = &mut out[i * m + j];
            let index = chance.index(i, j);
            let value = chance.at(i, j);
            slot[0] = value;
            slot[1] = value.max(1e-4).sqrt().sqrt();
            slot[2] = rows[i].rival(value);
            slot[3] = columns[j].rival(value);
            slot[4] = rows[i].sum.min(4.0);
            slot[5] = columns[j].sum.min(4.0);
            chance.around(index, &mut slot[6..15]);
            let shift = |anchor: Option<(usize, usize)>, own: usize, across: usize| -> f32 {
                let Some((at, mate)) = anchor else { return 1.0 };
                let want = own as isize - at as isize;
                let have = across as isize - mate as isize;
                (want - have).unsigned_abs().min(6) as f32 / 6.0
            };
            slot[15] = shift(row_before[i], i, j);
            slot[16] = shift(row_after[i], i, j);
            slot[17] = shift(column_before[j], j, i);
            slot[18] = shift(column_after[j], j, i);
            slot[19] = slot[15].min(slot[16]).min(slot[17]).min(slot[18]);
            for (k, (down, right)) in [(-1, 1), (1, -1), (-2, -1), (-1, -2), (1, 2), (2, 1)].into_iter().enumerate() {
                slot[20 + k] = chance.near(index, down, right);
            }
        }
    }
    out
}

/// For every word the nearest sure link before it and the nearest after it, at most four words away.
fn anchors(best: &[Option<usize>]) -> [Vec<Option<(usize, usize)>>; 2] {
    let look = |at: usize, step: isize| {
        (1..=4).find_map(|far| {
            let place = at.checked_add_signed(step * far)?;
            best.get(place).copied().flatten().map(|mate| (place, mate))
        })
    };
    [(0..best.len()).map(|at| look(at, -1)).collect(), (0..best.len()).map(|at| look(at, 1)).collect()]
}

/// e^x by plain arithmetic, so that every machine gets the same bits; off by less than 1e-6 of it.
pub(super) fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0);
    let whole = (x * std::f32::consts::LOG2_E).round();
    let rest = x - whole * std::f32::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0)))));
    series * f32::from_bits(((whole as i32 + 127) << 23) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_exp() {
        for step in -200..200 {
            let x = step as f32 * 0.3;
            assert!((exp(x) / x.exp() - 1.0).abs() < 2e-5, "{x}");
        }
    }
}
