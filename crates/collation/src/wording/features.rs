//! What the learned aligner looks at: figures of a word, of a pair of words, and of the two wordings
//! as a whole. Training reads the same figures through [`super::training`].
#![allow(clippy::indexing_slicing)] // Lists of a row or column are as long as the grid is.

use super::LinkHow;
use super::grid::{Grid, Top};
use super::look::{Look, flag};
use super::word::{Word, Words, dice};
use crate::lexicon::WordClass;

/// Figures of a word of either side.
pub(super) const WORD: usize = 9;
/// Figures of the two wordings together.
pub(super) const WHOLE: usize = 10;
/// Figures of a pair of words in the first pass.
pub(super) const PAIR: usize = 42;

/// Places of the last two figures of a word: its best likeness by form and in meaning.
const BEST_FORM: usize = WORD - 2;
const BEST_MEANING: usize = WORD - 1;

/// All figures of the first pass but those of the pairs.
pub(super) struct First<'w> {
    a: &'w Words,
    b: &'w Words,
    look: &'w Look,
    pub rows: Vec<[f32; WORD]>,
    pub columns: Vec<[f32; WORD]>,
    pub whole: [f32; WHOLE],
    form: Shares,
    meaning: Shares,
}

impl<'w> First<'w> {
    pub fn new(a: &'w Words, b: &'w Words, look: &'w Look) -> Self {
        let figures = |words: &Words, form: &[Top], meaning: &[Top]| -> Vec<[f32; WORD]> {
            let tops = form.iter().zip(meaning);
            words
                .words
                .iter()
                .zip(tops)
                .map(|(word, (form, near))| word_figures(word, form.first, near.first))
                .collect()
        };
        let rows = figures(a, &look.row_form, &look.row_meaning);
        let columns = figures(b, &look.column_form, &look.column_meaning);
        let whole = whole_figures(a, b, &rows, &columns);
        let (form, meaning) = (Shares::new(&look.likeness), Shares::new(&look.meaning));
        Self { a, b, look, rows, columns, whole, form, meaning }
    }

    /// The figures of a pair of words.
    pub fn pair(&self, i: usize, j: usize) -> [f32; PAIR] {
        let (one, two) = (&self.a.words[i], &self.b.words[j]);
        let (n, m) = (self.a.len(), self.b.len());
        let look = self.look;
        let rule = look.how[i * m + j];
        let is_same = rule == Some(LinkHow::SameForm);
        let mut out = [0.0; PAIR];
        out[0] = flag(is_same);
        out[1] = flag(rule == Some(LinkHow::SameNumberOrName));
        out[2] = flag(rule == Some(LinkHow::SameStem) && one.stem == two.stem);
        out[3] = if is_same { 1.0 } else { dice(one, two) };
        out[4] = prefix(one, two);
        out[5] = flag(one.is_number && two.is_number && rule.is_none());
        out[6] = flag(one.class != WordClass::Content && one.class == two.class);
        out[7] = flag(one.is_stop() && two.is_stop()) - flag(one.is_mark && two.is_mark);
        out[8] = (i as f32 / n as f32 - j as f32 / m as f32).abs();
        out[9] = i.abs_diff(j) as f32 / 20.0;
        let value = look.likeness.at(i, j);
        out[10] = value;
        out[11] = look.row_form[i].rival(value);
        out[12] = look.column_form[j].rival(value);
        look.weighted.around(i, j, &mut out[13..21]);
        out[21] = look.weighted_diagonal.at(i, j);
        self.form.write(i, j, &mut out[22..25]);
        let value = look.meaning.at(i, j);
        out[25] = value;
        out[26] = look.row_meaning[i].rival(value);
        out[27] = look.column_meaning[j].rival(value);
        look.meaning.around(i, j, &mut out[28..36]);
        out[36] = look.meaning_diagonal.at(i, j);
        self.meaning.write(i, j, &mut out[37..40]);
        out[40] = flag(i == 0 && j == 0 || i + 1 == n && j + 1 == m);
        out[41] = ((n - i) as f32 / n as f32 - (m - j) as f32 / m as f32).abs();
        out
    }
}

/// Share of the longer word that both begin with.
fn prefix(one: &Word, two: &Word) -> f32 {
    if one.is_mark || two.is_mark {
        return 0.0;
    }
    let same = one.letters.iter().zip(&two.letters).take_while(|(a, b)| a == b).count();
    same as f32 / one.letters.len().max(two.letters.len()).max(1) as f32
}

fn word_figures(word: &Word, best_form: f32, best_meaning: f32) -> [f32; WORD] {
    let is = |class| flag(word.class == class);
    [
        flag(word.is_mark),
        flag(word.is_stop()),
        flag(word.is_number),
        word.idf / 10.0,
        word.letters.len().min(12) as f32 / 12.0,
        is(WordClass::Negation),
        is(WordClass::Determiner),
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
    let (form_a, form_b) = (share(a, rows, BEST_FORM), share(b, columns, BEST_FORM));
    let (near_a, near_b) = (share(a, rows, BEST_MEANING), share(b, columns, BEST_MEANING));
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
        flag(n < m),
        n.min(m) / n.max(m).max(1.0),
    ]
}

/// Sharpness of the shares below.
const SHARPNESS: f32 = 10.0;

/// A pair's share of its row, of its column, and of both (softmax).
struct Shares {
    columns: usize,
    powers: Vec<f32>,
    row_sums: Vec<f32>,
    column_sums: Vec<f32>,
}

impl Shares {
    fn new(grid: &Grid) -> Self {
        let mut powers = Vec::with_capacity(grid.rows * grid.columns);
        let mut column_sums = vec![1e-6; grid.columns];
        let mut row_sums = Vec::with_capacity(grid.rows);
        for row in 0..grid.rows {
            let from = powers.len();
            powers.extend(grid.row(row).iter().map(|value| exp(SHARPNESS * (value - 1.0))));
            let own = &powers[from..];
            for (sum, power) in column_sums.iter_mut().zip(own) {
                *sum += power;
            }
            row_sums.push(own.iter().fold(1e-6, |sum, power| sum + power));
        }
        Self { columns: grid.columns, powers, row_sums, column_sums }
    }

    fn write(&self, i: usize, j: usize, out: &mut [f32]) {
        let own = self.powers[i * self.columns + j];
        out[0] = own / self.row_sums[i];
        out[1] = own / self.column_sums[j];
        out[2] = (out[0] * out[1]).sqrt();
    }
}

/// e^x by plain arithmetic, so that every machine gets the same bits; off by less than 2e-5 of it.
pub(super) fn exp(x: f32) -> f32 {
    /// Adding and taking away this number rounds to a whole one.
    const ROUNDER: f32 = 12_582_912.0;
    let x = x.clamp(-80.0, 80.0);
    let whole = (x * std::f32::consts::LOG2_E + ROUNDER) - ROUNDER;
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
