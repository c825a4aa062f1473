//! The weights of the learned aligner and the arithmetic of its networks.
//!
//! The weights stand in `assets/wording/weights.txt`, made by `tools/train-wording.py`. Pairs are judged side
//! by side, [`LANES`] at a time. Every lane is reckoned in the same order whatever the processor has to offer,
//! so that every machine gets the same bits.
#![allow(clippy::indexing_slicing)] // Widths are checked once, when the weights are read.
#![allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16};

use super::around::AROUND;
use super::features::{PAIR, TWICE, WHOLE, WORD};
use crate::arithmetic::exp;

/// Hidden units of a network.
pub(super) const HIDDEN: usize = 24;

/// Sums of the hidden units.
pub(super) type Sums = [f32; HIDDEN];

/// Pairs that are judged side by side.
pub(super) const LANES: usize = 16;

/// One figure of as many pairs.
pub(super) type Lanes = [f32; LANES];

/// Sums of the hidden units of as many pairs.
pub(super) type LaneSums = [Lanes; HIDDEN];

/// What the hidden units of pairs side by side have before the pairs' own figures: a part of their own and
/// one that all of them share.
#[derive(Clone, Copy)]
pub(super) struct Start<'s> {
    pub own: &'s LaneSums,
    pub shared: &'s Sums,
}

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
        let mut first = (0..inputs).map(|_| row()).collect::<Option<Vec<_>>>()?;
        // A figure under two numbers is looked at once, with both weights.
        let [once, again] = TWICE.map(|figure| OF_PAIR + figure);
        let weights = std::mem::take(&mut first[again]);
        for (sum, weight) in first[once].iter_mut().zip(weights) {
            *sum += weight;
        }
        let (bias, out) = (row()?, row()?);
        Some(Self { first, bias, out, out_bias: numbers.next()? })
    }

    pub fn bias(&self) -> Sums {
        self.bias
    }

    /// Adds the share of `figures`, whose weights begin at row `from`.
    #[inline(always)]
    pub fn add(&self, sums: &mut Sums, from: usize, figures: &[f32]) {
        let mut own = *sums;
        for (figure, weights) in figures.iter().zip(&self.first[from..from + figures.len()]) {
            for (sum, weight) in own.iter_mut().zip(weights) {
                *sum += figure * weight;
            }
        }
        *sums = own;
    }

    /// The chances of pairs side by side, from their figures, the first of which is that of [`OF_PAIR`].
    #[inline(always)]
    pub fn chances<S: Simd>(&self, simd: S, start: Start, figures: &[Lanes]) -> Lanes {
        let mut telling = [0_u8; PAIR + AROUND];
        let mut count = 0;
        for (at, lanes) in figures.iter().enumerate() {
            telling[count] = at as u8;
            count += usize::from(is_any(lanes));
        }
        let telling = &telling[..count];
        let mut logits = f32x16::splat(simd, self.out_bias);
        // As many units at a time as fit beside each other in the registers.
        match S::f32s::LEN {
            0..=4 => self.add_units::<S, 3>(simd, start, figures, telling, &mut logits),
            5..=8 => self.add_units::<S, 6>(simd, start, figures, telling, &mut logits),
            _ => self.add_units::<S, 12>(simd, start, figures, telling, &mut logits),
        }
        let mut chances = [0.0; LANES];
        logits.store_slice(&mut chances);
        for chance in &mut chances {
            *chance = 1.0 / (1.0 + exp(-*chance));
        }
        chances
    }

    /// Adds what the hidden units say, `UNITS` at a time.
    #[inline(always)]
    fn add_units<S: Simd, const UNITS: usize>(
        &self,
        simd: S,
        start: Start,
        figures: &[Lanes],
        telling: &[u8],
        logits: &mut f32x16<S>,
    ) {
        let weights = &self.first[OF_PAIR..OF_PAIR + figures.len()];
        for from in (0..HIDDEN).step_by(UNITS) {
            let mut units = [f32x16::splat(simd, 0.0); UNITS];
            let starts = start.own[from..from + UNITS].iter().zip(&start.shared[from..from + UNITS]);
            for (unit, (own, &shared)) in units.iter_mut().zip(starts) {
                *unit = f32x16::from_slice(simd, own) + shared;
            }
            for &at in telling {
                let figure = f32x16::from_slice(simd, &figures[usize::from(at)]);
                for (unit, &weight) in units.iter_mut().zip(&weights[usize::from(at)][from..from + UNITS]) {
                    *unit += figure * weight;
                }
            }
            for (unit, &weight) in units.iter().zip(&self.out[from..from + UNITS]) {
                *logits += unit.max(f32x16::splat(simd, 0.0)) * weight;
            }
        }
    }
}

/// True where a figure of any of the pairs is not 0.
#[inline(always)]
fn is_any(lanes: &Lanes) -> bool {
    let mut bits = 0;
    for figure in lanes {
        bits |= figure.to_bits();
    }
    bits << 1 != 0
}
