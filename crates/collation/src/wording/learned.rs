//! The aligner with learned weights: every pair of words is scored twice by a small network (24
//! hidden units), the second time with a look at the first one's chances around it. A word may get
//! several links.
//!
//! The weights stand in `assets/wording/weights.txt`, made by `tools/train-wording.py`.
#![allow(clippy::indexing_slicing)] // Widths are checked once, when the weights are read.

use std::sync::LazyLock;

use super::features::{self, AROUND, First, PAIR, Padded, WHOLE, WORD};
use super::word::Words;
use super::{Link, LinkHow};

const HIDDEN: usize = 24;

static WEIGHTS: LazyLock<Option<Weights>> =
    LazyLock::new(|| Weights::read(include_str!("../../../../assets/wording/weights.txt")));

struct Weights {
    passes: [Network; 2],
    threshold: f32,
}

/// One hidden layer. The first layer's rows are the figures in this order: word of a, word of b,
/// whole, pair, around.
struct Network {
    first: Vec<[f32; HIDDEN]>,
    bias: [f32; HIDDEN],
    out: [f32; HIDDEN],
    out_bias: f32,
}

impl Weights {
    fn read(text: &str) -> Option<Self> {
        let mut numbers = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_ascii_whitespace)
            .map_while(|number| number.parse::<f32>().ok());
        let threshold = numbers.next()?;
        let inputs = 2 * WORD + WHOLE + PAIR;
        let first = Network::read(inputs, &mut numbers)?;
        let second = Network::read(inputs + AROUND, &mut numbers)?;
        numbers.next().is_none().then_some(Self { passes: [first, second], threshold })
    }
}

impl Network {
    fn read(inputs: usize, numbers: &mut impl Iterator<Item = f32>) -> Option<Self> {
        let mut row = || -> Option<[f32; HIDDEN]> {
            let mut row = [0.0; HIDDEN];
            for slot in &mut row {
                *slot = numbers.next()?;
            }
            Some(row)
        };
        let first = (0..inputs).map(|_| row()).collect::<Option<Vec<_>>>()?;
        let (bias, out) = (row()?, row()?);
        Some(Self { first, bias, out, out_bias: numbers.next()? })
    }

    /// Adds the share of `figures`, whose weights begin at row `from`.
    fn add(&self, sum: &mut [f32; HIDDEN], from: usize, figures: &[f32]) {
        for (figure, weights) in figures.iter().zip(&self.first[from..]) {
            for (slot, weight) in sum.iter_mut().zip(weights) {
                *slot += figure * weight;
            }
        }
    }

    fn chance(&self, sum: &[f32; HIDDEN]) -> f32 {
        let logit =
            sum.iter().zip(&self.out).fold(self.out_bias, |logit, (unit, weight)| logit + unit.max(0.0) * weight);
        1.0 / (1.0 + features::exp(-logit))
    }

    /// The chance of every pair. What belongs to a row, a column or the whole is summed once.
    fn chances(&self, first: &First, around: Option<&[[f32; AROUND]]>) -> Padded {
        let (n, m) = (first.rows.len(), first.columns.len());
        let mut base = self.bias;
        self.add(&mut base, 2 * WORD, &first.whole);
        let columns: Vec<[f32; HIDDEN]> = first
            .columns
            .iter()
            .map(|figures| {
                let mut sum = [0.0; HIDDEN];
                self.add(&mut sum, WORD, figures);
                sum
            })
            .collect();
        let mut chances = Padded::new(n, m);
        for (i, figures) in first.rows.iter().enumerate() {
            let mut row = base;
            self.add(&mut row, 0, figures);
            for (j, column) in columns.iter().enumerate() {
                let mut sum = row;
                for (slot, value) in sum.iter_mut().zip(column) {
                    *slot += value;
                }
                self.add(&mut sum, 2 * WORD + WHOLE, &first.pairs[i * m + j]);
                if let Some(around) = around {
                    self.add(&mut sum, 2 * WORD + WHOLE + PAIR, &around[i * m + j]);
                }
                chances.set(i, j, self.chance(&sum));
            }
        }
        chances
    }
}

/// Nearness in meaning from which on it is the reason for a link without likeness of form.
const NEAR: f32 = 0.3;

/// Links by the learned scorer; `None` where its weights cannot be read.
pub(super) fn align(a: &Words, b: &Words) -> Option<Vec<Link>> {
    let weights = WEIGHTS.as_ref()?;
    let first = features::first(a, b);
    let [one, two] = &weights.passes;
    let chances = one.chances(&first, None);
    let chances = two.chances(&first, Some(&features::second(&chances)));
    let mut links = Vec::new();
    for i in 0..a.len() {
        for j in 0..b.len() {
            let chance = chances.at(i, j);
            if chance >= weights.threshold {
                let how = first.how[i * b.len() + j].unwrap_or(if first.meaning.at(i, j) >= NEAR {
                    LinkHow::NearInMeaning
                } else {
                    LinkHow::Position
                });
                links.push(Link { a: i, b: j, how, certainty: chance });
            }
        }
    }
    Some(links)
}
