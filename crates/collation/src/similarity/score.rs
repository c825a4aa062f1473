//! The score of a pair: features through a small network, as trained by `tools/train-matching.py`.
//!
//! The weights stand in `assets/matching/pair-score.txt`, plain numbers with a note of their origin.

use std::sync::LazyLock;

use rayon::prelude::*;

use super::features::{FEATURES, Features, features};
use super::screen::{Candidate, Screen};
use super::units::Units;
use crate::control::Control;

/// From this score on two passages report one statement.
pub const POSSIBLE: f32 = 0.5;

/// From this score on the link needs no look.
pub const SURE: f32 = 0.75;

/// The scores of the pairs of one event.
#[derive(Debug)]
pub struct Scorer<'u, 'a> {
    units: &'u Units<'a>,
    screen: Screen,
    /// Pairs that were looked at closely, sorted, with their scores.
    pub pairs: Vec<(Candidate, f32)>,
}

impl<'u, 'a> Scorer<'u, 'a> {
    /// Looks at every pair of `units`, closely where it is worth it.
    pub fn new(units: &'u Units<'a>, control: &dyn Control) -> Self {
        let screen = Screen::new(units, control);
        let candidates = screen.candidates(units);
        let mut scorer = Self { units, screen, pairs: Vec::new() };
        scorer.pairs = candidates
            .into_par_iter()
            .map(|pair| if control.is_stopped() { (pair, 0.0) } else { (pair, scorer.look(pair)) })
            .collect();
        scorer
    }

    /// The features of every pair that is looked at closely: what the score is trained on.
    pub fn features(units: &Units, control: &dyn Control) -> Vec<(Candidate, Features)> {
        let screen = Screen::new(units, control);
        let candidates = screen.candidates(units);
        candidates.into_par_iter().map(|pair| (pair, features(units, &screen, pair))).collect()
    }

    /// The score of two units; pairs that the screen held back are looked at now.
    pub fn score(&self, a: usize, b: usize) -> f32 {
        let (a, b) = if a < b { (a, b) } else { (b, a) };
        match self.pairs.binary_search_by_key(&(a, b), |(pair, _)| (pair.a, pair.b)) {
            Ok(at) => self.pairs.get(at).map_or(0.0, |&(_, score)| score),
            Err(_) => match self.screen.score(a, b) {
                0.0 => 0.0,
                screen => self.look(Candidate { a, b, screen }),
            },
        }
    }

    fn look(&self, pair: Candidate) -> f32 {
        WEIGHTS.score(&features(self.units, &self.screen, pair))
    }
}

/// A network with one hidden layer over standardised features.
#[derive(Debug, Default)]
struct Network {
    means: Vec<f32>,
    scales: Vec<f32>,
    /// One row of weights and a bias for each hidden unit; none for a linear score.
    hidden: Vec<(Vec<f32>, f32)>,
    /// Weights of the standardised features, then of the hidden units, then the bias.
    linear: Vec<f32>,
    out: Vec<f32>,
    bias: f32,
}

static WEIGHTS: LazyLock<Network> =
    LazyLock::new(|| Network::parse(include_str!("../../../../assets/matching/pair-score.txt")));

impl Network {
    /// Reads `name number number …` lines; `#` starts a comment.
    fn parse(text: &str) -> Self {
        let mut network = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap_or_default();
            let numbers: Vec<f32> = words.filter_map(|word| word.parse().ok()).collect();
            match name {
                "means" => network.means = numbers,
                "scales" => network.scales = numbers,
                "linear" => network.linear = numbers,
                "out" => network.out = numbers,
                "bias" => network.bias = numbers.first().copied().unwrap_or_default(),
                "hidden" => {
                    if let Some((bias, weights)) = numbers.split_last() {
                        network.hidden.push((weights.to_vec(), *bias));
                    }
                }
                _ => {}
            }
        }
        network
    }

    fn score(&self, features: &Features) -> f32 {
        let mut inputs = [0.0_f32; FEATURES.len()];
        for (at, input) in inputs.iter_mut().enumerate() {
            let raw = features.get(at).copied().unwrap_or_default();
            let mean = self.means.get(at).copied().unwrap_or_default();
            let scale = self.scales.get(at).copied().unwrap_or(1.0);
            // A feature far outside of what training saw must not carry the score away.
            *input = ((raw - mean) / scale).clamp(-5.0, 5.0);
        }
        let dot = |weights: &[f32]| -> f32 { weights.iter().zip(&inputs).map(|(weight, input)| weight * input).sum() };
        let mut sum = self.bias + dot(&self.linear);
        for ((weights, bias), out) in self.hidden.iter().zip(&self.out) {
            sum += out * (dot(weights) + bias).tanh();
        }
        1.0 / (1.0 + (-sum).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_weights_fit_the_features() {
        assert_eq!(WEIGHTS.means.len(), FEATURES.len());
        assert_eq!(WEIGHTS.scales.len(), FEATURES.len());
        assert_eq!(WEIGHTS.linear.len(), FEATURES.len());
        assert_eq!(WEIGHTS.hidden.len(), WEIGHTS.out.len());
        assert!(WEIGHTS.hidden.iter().all(|(weights, _)| weights.len() == FEATURES.len()));
        assert!(WEIGHTS.scales.iter().all(|&scale| scale > 0.0));
    }
}
