//! The networks of the score: one hidden layer over standardised features.

use crate::arithmetic::exp;

/// A network with one hidden layer over standardised features.
#[derive(Debug, Default)]
pub(super) struct Network {
    pub means: Vec<f32>,
    pub scales: Vec<f32>,
    /// One row of weights and a bias for each hidden unit; none for a linear score.
    pub hidden: Vec<(Vec<f32>, f32)>,
    /// Weights of the standardised features, then of the hidden units, then the bias.
    pub linear: Vec<f32>,
    pub out: Vec<f32>,
    bias: f32,
}

impl Network {
    /// Reads `name number number …` lines; `#` starts a comment, `means` a network.
    pub fn parse_all(text: &str) -> Vec<Self> {
        let mut networks: Vec<Self> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap_or_default();
            let numbers: Vec<f32> = words.filter_map(|word| word.parse().ok()).collect();
            if name == "means" {
                networks.push(Self { means: numbers, ..Self::default() });
                continue;
            }
            let Some(network) = networks.last_mut() else { continue };
            match name {
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
        networks
    }

    /// The logarithm of the odds that features speak for.
    pub fn logit(&self, features: &[f32]) -> f32 {
        let figures = features.iter().zip(&self.means).zip(&self.scales);
        // A feature far outside of what training saw must not carry the score away.
        let inputs: Vec<f32> = figures.map(|((raw, mean), scale)| ((raw - mean) / scale).clamp(-5.0, 5.0)).collect();
        let dot = |weights: &[f32]| dot(weights, &inputs);
        let mut sum = self.bias + dot(&self.linear);
        for ((weights, bias), out) in self.hidden.iter().zip(&self.out) {
            sum += out * tanh(dot(weights) + bias);
        }
        sum
    }
}

/// The sum of products, in eight sums beside each other: quick, and always in the same order.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0; 8];
    for (a, b) in a.chunks(8).zip(b.chunks(8)) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    lanes.iter().sum()
}

/// The hyperbolic tangent, off by less than .0001, with the same bits on every machine.
fn tanh(x: f32) -> f32 {
    1.0 - 2.0 / (1.0 + exp(2.0 * x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tanh_is_tanh() {
        for step in -200..200 {
            let x = step as f32 * 0.1;
            assert!((tanh(x) - x.tanh()).abs() < 1e-4, "{x}");
        }
    }

    #[test]
    fn a_sum_of_products_takes_every_one() {
        let (a, b): (Vec<f32>, Vec<f32>) = (1..=31).map(|n| (n as f32, 1.0)).unzip();
        assert_eq!(dot(&a, &b), 496.0);
    }
}
