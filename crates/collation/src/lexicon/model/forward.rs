//! One way of a passage through the model.
//!
//! Products are whole numbers (8-bit weights, 12-bit figures), whose sum is the same in any order; all else is
//! plain arithmetic in a fixed order.
#![allow(clippy::indexing_slicing)] // Rows are as wide as the arrays that hold them.
#![allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]

use fearless_simd::{Level, dispatch};

use super::file::{HEADS, INNER, LAYERS, Linear, Norm, WIDTH, Weights};
use crate::arithmetic::exp;

/// Units of a head.
const HEAD: usize = WIDTH / HEADS;

/// Layers whose mean is the vector of a word: those where words of one meaning are nearest to each other
/// in the development of the aligner.
const WORD_LAYERS: std::ops::Range<usize> = 2..LAYERS;

/// Largest figure of a row while it is a whole number; 1536 products with signed bytes still fit in 32 bits.
const LARGEST: f32 = 2047.0;

type Row = [f32; WIDTH];

/// What the model makes of each piece.
pub(super) struct Hidden {
    /// Sum of the layers that tell words apart.
    pub words: Vec<Row>,
    /// The last layer, whose mean is what the passage means.
    pub last: Vec<Row>,
}

/// Reads the pieces, as many as the model has positions for.
pub(super) fn run(weights: &Weights, pieces: &[usize]) -> Hidden {
    dispatch!(Level::new(), simd => {
        let _ = simd;
        layers(weights, pieces)
    })
}

/// The sum of rows; `None` for no row.
pub(super) fn sum(rows: &[Row]) -> Option<Row> {
    let (first, rest) = rows.split_first()?;
    let mut sum = *first;
    for row in rest {
        add(&mut sum, row);
    }
    Some(sum)
}

#[inline(always)]
fn layers(weights: &Weights, pieces: &[usize]) -> Hidden {
    let mut rows: Vec<Row> = Vec::with_capacity(pieces.len());
    for (&piece, position) in pieces.iter().zip(&weights.positions) {
        let mut row = weights.piece(piece);
        add(&mut row, position);
        normalise(&mut row, &weights.first_norm);
        rows.push(row);
    }
    let mut words = vec![[0.0; WIDTH]; rows.len()];
    let mut scratch = Scratch::default();
    let (mut attend, mut inner) = (Vec::new(), Vec::new());
    for (at, layer) in weights.layers.iter().enumerate() {
        linear::<WIDTH>(weights, &layer.attend, rows.as_flattened(), &mut attend, &mut scratch);
        let mixed = attention(&attend, rows.len());
        linear::<WIDTH>(weights, &layer.attended, mixed.as_flattened(), &mut inner, &mut scratch);
        add_and_normalise(&mut rows, &inner, &layer.attended_norm);
        linear::<WIDTH>(weights, &layer.inner, rows.as_flattened(), &mut inner, &mut scratch);
        for value in &mut inner {
            *value = gelu(*value);
        }
        linear::<INNER>(weights, &layer.back, &inner, &mut attend, &mut scratch);
        add_and_normalise(&mut rows, &attend, &layer.back_norm);
        if WORD_LAYERS.contains(&at) {
            for (sum, row) in words.iter_mut().zip(&rows) {
                add(sum, row);
            }
        }
    }
    Hidden { words, last: rows }
}

/// Figures as whole numbers, kept between steps so that their room is asked for once.
#[derive(Default)]
struct Scratch {
    whole: Vec<i16>,
    scales: Vec<f32>,
}

/// `out` becomes what the units of `linear` make of every row of `figures`, a row `N` wide.
#[inline(always)]
fn linear<const N: usize>(
    weights: &Weights,
    linear: &Linear,
    figures: &[f32],
    out: &mut Vec<f32>,
    scratch: &mut Scratch,
) {
    scratch.whole.clear();
    scratch.scales.clear();
    for row in figures.as_chunks::<N>().0 {
        let most = row.iter().fold(0.0_f32, |most, figure| most.max(figure.abs())).max(f32::MIN_POSITIVE);
        let (scale, inverse) = (most / LARGEST, LARGEST / most);
        scratch.scales.push(scale);
        scratch.whole.extend(row.iter().map(|figure| (figure * inverse).round_ties_even() as i16));
    }
    let width = linear.bias.len();
    out.clear();
    out.resize(scratch.scales.len() * width, 0.0);
    let mut wide = [0_i16; N];
    for (unit, (scale, row, bias)) in weights.rows(linear).enumerate() {
        for (slot, &byte) in wide.iter_mut().zip(row) {
            *slot = i16::from(byte as i8);
        }
        let rows = scratch.whole.as_chunks::<N>().0.iter().zip(&scratch.scales);
        for ((figures, own), out) in rows.zip(out.chunks_exact_mut(width)) {
            let sum: i32 = figures.iter().zip(&wide).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum();
            out[unit] = sum as f32 * (scale * own) + bias;
        }
    }
}

/// What each piece takes from the others, by head; `attend` has query, key and value of each piece.
#[inline(always)]
fn attention(attend: &[f32], count: usize) -> Vec<Row> {
    let part = |piece: usize, which: usize, head: usize| -> &[f32] {
        let start = (3 * piece + which) * WIDTH + HEAD * head;
        &attend[start..start + HEAD]
    };
    let mut mixed = vec![[0.0; WIDTH]; count];
    let mut shares = vec![0.0_f32; count];
    let root = (HEAD as f32).sqrt();
    for head in 0..HEADS {
        for (piece, row) in mixed.iter_mut().enumerate() {
            let query = part(piece, 0, head);
            let mut most = f32::MIN;
            for (other, share) in shares.iter_mut().enumerate() {
                *share = dot(query, part(other, 1, head)) / root;
                most = most.max(*share);
            }
            let mut all = 0.0;
            for share in &mut shares {
                *share = exp(*share - most);
                all += *share;
            }
            let own = &mut row[HEAD * head..HEAD * (head + 1)];
            for (other, share) in shares.iter().enumerate() {
                let share = share / all;
                for (slot, value) in own.iter_mut().zip(part(other, 2, head)) {
                    *slot += share * value;
                }
            }
        }
    }
    mixed
}

/// The sum of products, in as many sums beside each other as a head has quarters.
#[inline(always)]
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for (a, b) in a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    lanes.iter().sum()
}

#[inline(always)]
fn add(sum: &mut Row, row: &Row) {
    for (slot, value) in sum.iter_mut().zip(row) {
        *slot += value;
    }
}

#[inline(always)]
fn add_and_normalise(rows: &mut [Row], more: &[f32], norm: &Norm) {
    for (row, more) in rows.iter_mut().zip(more.as_chunks::<WIDTH>().0) {
        add(row, more);
        normalise(row, norm);
    }
}

/// Mean 0 and spread 1, then the norm's own (layer normalisation).
#[inline(always)]
fn normalise(row: &mut Row, norm: &Norm) {
    let mean = row.iter().sum::<f32>() / WIDTH as f32;
    let spread = row.iter().map(|value| (value - mean) * (value - mean)).sum::<f32>() / WIDTH as f32;
    let inverse = 1.0 / (spread + 1e-12).sqrt();
    for ((value, weight), bias) in row.iter_mut().zip(&norm.weights).zip(&norm.bias) {
        *value = (*value - mean) * inverse * weight + bias;
    }
}

/// x times the share of the normal distribution below x; the error function by Abramowitz and Stegun 7.1.26.
#[inline(always)]
fn gelu(x: f32) -> f32 {
    let away = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * away);
    let series = t * (0.254_829_6 + t * (-0.284_496_74 + t * (1.421_413_7 + t * (-1.453_152 + t * 1.061_405_4))));
    let erf = 1.0 - series * exp(-away * away);
    0.5 * x * (1.0 + if x < 0.0 { -erf } else { erf })
}
