//! What the learned aligner looks at: figures of a word, of a pair of words, and of the two wordings
//! as a whole. Training reads the same figures through [`super::training`].
#![allow(clippy::indexing_slicing)] // Lists of a row or column are as long as the grid is.
#![allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]

use super::LinkHow;
use super::form::SAME_STEM;
use super::grid::{AROUND, Grid, Tops, sum_of};
use super::look::{Look, flag};
use super::network::{LANES, Lanes};
use super::word::{Word, Words};
use crate::arithmetic::exp;
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

/// A figure of a pair that is another one under a second number: distance measured from the other ends.
pub(super) const TWICE: [usize; 2] = [8, 41];

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
    blocks: Vec<Block>,
}

/// What the figures ask of the words of as many columns as are judged side by side.
struct Block {
    classes: [WordClass; LANES],
    stops: Lanes,
    marks: Lanes,
    numbers: Lanes,
    /// Number of the word, and its place from 0 to 1.
    at: Lanes,
    place: Lanes,
    /// The largest likeness by form and nearness in meaning, and the second largest.
    form: [Lanes; 2],
    meaning: [Lanes; 2],
}

impl Block {
    fn new(words: &Words, form: &Tops, meaning: &Tops, from: usize) -> Self {
        let lanes = |figure: &dyn Fn(usize) -> f32| {
            let mut lanes = [0.0; LANES];
            for (at, lane) in (from..words.len()).zip(&mut lanes) {
                *lane = figure(at);
            }
            lanes
        };
        let word = |at: usize| &words.words[at];
        let mut classes = [WordClass::Content; LANES];
        for (class, word) in classes.iter_mut().zip(words.words.iter().skip(from)) {
            *class = word.class;
        }
        Self {
            classes,
            stops: lanes(&|at| flag(word(at).is_stop())),
            marks: lanes(&|at| flag(word(at).is_mark)),
            numbers: lanes(&|at| flag(word(at).is_number)),
            at: lanes(&|at| at as f32),
            place: lanes(&|at| at as f32 / words.len() as f32),
            form: [lanes(&|at| form.first[at]), lanes(&|at| form.second[at])],
            meaning: [lanes(&|at| meaning.first[at]), lanes(&|at| meaning.second[at])],
        }
    }
}

impl<'w> First<'w> {
    #[inline(always)]
    pub fn new(a: &'w Words, b: &'w Words, look: &'w Look) -> Self {
        let figures = |words: &Words, form: &Tops, meaning: &Tops| -> Vec<[f32; WORD]> {
            let tops = form.first.iter().zip(&meaning.first);
            words.words.iter().zip(tops).map(|(word, (&form, &near))| word_figures(word, form, near)).collect()
        };
        let rows = figures(a, &look.row_form, &look.row_meaning);
        let columns = figures(b, &look.column_form, &look.column_meaning);
        let whole = whole_figures(a, b, &rows, &columns);
        let (form, meaning) = (Shares::new(&look.likeness), Shares::new(&look.meaning));
        let blocks = (0..b.len()).step_by(LANES);
        let blocks = blocks.map(|from| Block::new(b, &look.column_form, &look.column_meaning, from)).collect();
        Self { a, b, look, rows, columns, whole, form, meaning, blocks }
    }

    /// The figures of the pairs of word `i` with the words of a block of columns.
    #[inline(always)]
    pub fn pairs(&self, i: usize, block: usize, out: &mut [Lanes; PAIR]) {
        let (look, word, columns) = (self.look, &self.a.words[i], &self.blocks[block]);
        let (n, m) = (self.a.len(), self.b.len());
        let from = block * LANES;
        for figure in [0, 1, 2, 5, 6, 7, 40] {
            out[figure] = [0.0; LANES];
        }
        let likeness = look.likeness.lanes(i, block, 0, 0);
        for (lane, rule) in look.how[i * m..(i + 1) * m].iter().skip(from).take(LANES).enumerate() {
            let is = |which| flag(*rule == Some(which));
            out[0][lane] = is(LinkHow::SameForm);
            out[1][lane] = is(LinkHow::SameNumberOrName);
            out[2][lane] = is(LinkHow::SameStem) * flag(likeness[lane] == SAME_STEM);
        }
        out[3] = look.letters.lanes(i, block, 0, 0);
        out[4] = look.prefix.lanes(i, block, 0, 0);
        if word.is_number {
            for (lane, out) in out[5].iter_mut().enumerate() {
                *out = columns.numbers[lane] * flag(likeness[lane] == 0.0);
            }
        }
        if word.class != WordClass::Content {
            for (out, class) in out[6].iter_mut().zip(&columns.classes) {
                *out = flag(word.class == *class);
            }
        }
        if word.is_mark {
            out[7] = columns.marks.map(|is_mark| -is_mark);
        } else if word.is_stop() {
            out[7] = columns.stops;
        }
        let place = i as f32 / n as f32;
        out[8] = columns.place.map(|other| (place - other).abs());
        out[9] = columns.at.map(|other| (i as f32 - other).abs() / 20.0);
        out[10] = likeness;
        rivals(likeness, [look.row_form.first[i], look.row_form.second[i]], &columns.form, &mut out[11..13]);
        for (out, &(down, right)) in out[13..21].iter_mut().zip(&AROUND) {
            *out = look.weighted.lanes(i, block, down, right);
        }
        out[21] = look.weighted_diagonal.lanes(i, block, 0, 0);
        self.form.write(i, block, &mut out[22..25]);
        let meaning = look.meaning.lanes(i, block, 0, 0);
        out[25] = meaning;
        rivals(meaning, [look.row_meaning.first[i], look.row_meaning.second[i]], &columns.meaning, &mut out[26..28]);
        for (out, &(down, right)) in out[28..36].iter_mut().zip(&AROUND) {
            *out = look.meaning.lanes(i, block, down, right);
        }
        out[36] = look.meaning_diagonal.lanes(i, block, 0, 0);
        self.meaning.write(i, block, &mut out[37..40]);
        if i == 0 && block == 0 {
            out[40][0] = 1.0;
        }
        if i + 1 == n
            && let Some(last) = out[40].get_mut((m - 1).wrapping_sub(from))
        {
            *last = 1.0;
        }
        out[TWICE[1]] = out[TWICE[0]];
    }

    /// What most pairs of a row have in common, as number of the figure and its value.
    pub fn usual_of_row(&self, i: usize) -> [(usize, f32); 3] {
        let look = self.look;
        [(11, look.row_form.first[i]), (22, unlike() * self.form.rows[i]), (26, look.row_meaning.first[i])]
    }

    /// The same for a column.
    pub fn usual_of_column(&self, j: usize) -> [(usize, f32); 3] {
        let look = self.look;
        let share = unlike() * self.form.columns[j / LANES][j % LANES];
        [(12, look.column_form.first[j]), (23, share), (27, look.column_meaning.first[j])]
    }

    /// [`Self::pairs`] without what is usual in the row and in the columns, which leaves most of them empty,
    /// and without the figure that is another one under a second number.
    #[inline(always)]
    pub fn unusual_pairs(&self, i: usize, block: usize, out: &mut [Lanes; PAIR]) {
        self.pairs(i, block, out);
        for (at, usual) in self.usual_of_row(i) {
            out[at] = out[at].map(|figure| figure - usual);
        }
        let columns = &self.blocks[block];
        let shares = self.form.columns[block].map(|share| unlike() * share);
        for (at, usual) in [(12, &columns.form[0]), (23, &shares), (27, &columns.meaning[0])] {
            for (figure, usual) in out[at].iter_mut().zip(usual) {
                *figure -= usual;
            }
        }
        out[TWICE[1]] = [0.0; LANES];
    }
}

/// The best rivals of pairs with these figures in their row and in their columns.
#[inline(always)]
fn rivals(figures: Lanes, row: [f32; 2], columns: &[Lanes; 2], out: &mut [Lanes]) {
    for (lane, figure) in figures.into_iter().enumerate() {
        out[0][lane] = if figure >= row[0] { row[1] } else { row[0] };
        out[1][lane] = if figure >= columns[0][lane] { columns[1][lane] } else { columns[0][lane] };
    }
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
    powers: Grid,
    /// One divided by the sum of each row and of each column.
    rows: Vec<f32>,
    columns: Vec<Lanes>,
}

impl Shares {
    #[inline(always)]
    fn new(grid: &Grid) -> Self {
        let mut powers = Grid::new(grid.rows, grid.columns);
        let mut columns = vec![[1e-6_f32; LANES]; grid.columns.div_ceil(LANES)];
        let mut rows = Vec::with_capacity(grid.rows);
        for row in 0..grid.rows {
            let own = powers.row_mut(row);
            for (power, value) in own.iter_mut().zip(grid.row(row)) {
                *power = power_of(*value);
            }
            for (sums, own) in columns.iter_mut().zip(own.chunks(LANES)) {
                for (sum, power) in sums.iter_mut().zip(own) {
                    *sum += power;
                }
            }
            rows.push(1.0 / (1e-6 + sum_of(own)));
        }
        for sum in columns.iter_mut().flatten() {
            *sum = 1.0 / *sum;
        }
        Self { powers, rows, columns }
    }

    #[inline(always)]
    fn write(&self, i: usize, block: usize, out: &mut [Lanes]) {
        let (row, columns) = (self.rows[i], &self.columns[block]);
        for (lane, power) in self.powers.lanes(i, block, 0, 0).into_iter().enumerate() {
            out[0][lane] = power * row;
            out[1][lane] = power * columns[lane];
            out[2][lane] = (out[0][lane] * out[1][lane]).sqrt();
        }
    }
}

/// What a figure counts in its share.
#[inline(always)]
fn power_of(value: f32) -> f32 {
    exp(SHARPNESS * (value - 1.0))
}

/// [`power_of`] two words with nothing in common.
#[inline(always)]
fn unlike() -> f32 {
    power_of(0.0)
}
