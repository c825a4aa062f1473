//! The weights of the learned aligner and the arithmetic of its networks.
//!
//! The weights stand in `assets/wording/weights.txt`, made by `tools/train-wording.py`.
#![allow(clippy::indexing_slicing)] // Widths are checked once, when the weights are read.

use super::around::AROUND;
use super::features::{PAIR, WHOLE, WORD, exp};

/// Hidden units of a network.
const HIDDEN: usize = 24;

/// Sums of the hidden units.
pub(super) type Sums = [f32; HIDDEN];

pub(super) struct Weights {
    /// Least chance of a link.
    pub threshold: f32,
    pub passes: [Network; 3],
}

/// One hidden layer. The rows of the first layer are the figures in this order: word of a, word of b,
/// whole, pair, around.
pub(super) struct Network {
    first: Vec<Sums>,
    bias: Sums,
    out: Sums,
    out_bias: f32,
}

/// Where the figures of each kind begin in the first layer.
pub(super) const OF_A: usize = 0;
pub(super) const OF_B: usize = WORD;
pub(super) const OF_WHOLE: usize = 2 * WORD;
pub(super) const OF_PAIR: usize = OF_WHOLE + WHOLE;
pub(super) const OF_AROUND: usize = OF_PAIR + PAIR;

impl Weights {
    /// Reads plain numbers; lines that begin with `#` are notes. `None` where their number is wrong.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_ascii_whitespace)
            .map_while(|number| number.parse::<f32>().ok());
        let threshold = numbers.next()?;
        let first = Network::read(OF_AROUND, &mut numbers)?;
        let mut later = || Network::read(OF_AROUND + AROUND, &mut numbers);
        let passes = [first, later()?, later()?];
        numbers.next().is_none().then_some(Self { threshold, passes })
    }
}

impl Network {
    fn read(inputs: usize, numbers: &mut impl Iterator<Item = f32>) -> Option<Self> {
        let mut row = || -> Option<Sums> {
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

    pub fn bias(&self) -> Sums {
        self.bias
    }

    /// Adds the share of `figures`, whose weights begin at row `from`.
    pub fn add(&self, sums: &mut Sums, from: usize, figures: &[f32]) {
        let mut own = *sums;
        for (figure, weights) in figures.iter().zip(&self.first[from..from + figures.len()]) {
            for (sum, weight) in own.iter_mut().zip(weights) {
                *sum += figure * weight;
            }
        }
        *sums = own;
    }

    /// The chance that follows from the sums of the hidden units.
    pub fn chance(&self, sums: &Sums) -> f32 {
        // Eight sums beside each other, in a fixed order: quick, and the same on every machine.
        let mut lanes = [0.0_f32; 8];
        for (sums, weights) in sums.chunks_exact(8).zip(self.out.chunks_exact(8)) {
            for ((lane, sum), weight) in lanes.iter_mut().zip(sums).zip(weights) {
                *lane += if *sum > 0.0 { *sum } else { 0.0 } * weight;
            }
        }
        let [a, b, c, d, e, f, g, h] = lanes;
        let logit = self.out_bias + ((a + b) + (c + d)) + ((e + f) + (g + h));
        1.0 / (1.0 + exp(-logit))
    }
}
