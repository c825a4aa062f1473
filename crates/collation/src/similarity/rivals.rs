//! How a pair stands among the other pairs of its two passages, once each has a first score: a passage
//! seldom has many mates in one article, and a look-alike is known by the better pair beside it.

use super::screen::Candidate;
use super::units::Units;

/// Names of the figures, in their order.
pub const RIVALRY: [&str; 7] =
    ["first", "lead_least", "lead_most", "rival_most", "rival_least", "others_least", "others_most"];

/// The figures of a pair.
pub type Rivalry = [f32; RIVALRY.len()];

/// First score (logarithm of the odds) of a pair that nobody looked at.
const NONE: f32 = -8.0;

/// Scores below this one say nothing more.
const LEAST: f32 = -6.0;

/// What a passage finds in an article.
#[derive(Clone, Copy, Debug)]
struct Finds {
    best: f32,
    best_unit: usize,
    second: f32,
    /// Sum of the chances of all its pairs there.
    sum: f32,
}

impl Default for Finds {
    fn default() -> Self {
        Self { best: NONE, best_unit: usize::MAX, second: NONE, sum: 0.0 }
    }
}

impl Finds {
    fn take(&mut self, unit: usize, score: f32) {
        self.sum += chance(score);
        if score > self.best {
            (self.second, self.best, self.best_unit) = (self.best, score, unit);
        } else {
            self.second = self.second.max(score);
        }
    }
}

/// The first scores of an event, found by unit and article.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    finds: Vec<Vec<Finds>>,
}

impl Rivals {
    pub(super) fn new(units: &Units, pairs: impl Iterator<Item = (Candidate, f32)>) -> Self {
        let mut finds = vec![vec![Finds::default(); units.articles.len()]; units.all.len()];
        for (pair, score) in pairs {
            for (unit, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                let article = units.get(other).map_or(usize::MAX, |other| other.article);
                if let Some(finds) = finds.get_mut(unit).and_then(|finds| finds.get_mut(article)) {
                    finds.take(other, score);
                }
            }
        }
        Self { finds }
    }

    /// The figures of a pair with first score `score`; `counted` where it is among the pairs given.
    pub(super) fn figures(&self, units: &Units, pair: Candidate, score: f32, counted: bool) -> Rivalry {
        let side = |unit: usize, other: usize| {
            let article = units.get(other).map_or(usize::MAX, |other| other.article);
            let finds = self.finds.get(unit).and_then(|finds| finds.get(article)).copied().unwrap_or_default();
            let rival = if finds.best_unit == other { finds.second } else { finds.best };
            let own = if counted { chance(score) } else { 0.0 };
            (rival, (finds.sum - own).max(0.0))
        };
        let ((rival_a, others_a), (rival_b, others_b)) = (side(pair.a, pair.b), side(pair.b, pair.a));
        [
            score,
            (score - rival_a.max(rival_b)).max(LEAST),
            (score - rival_a.min(rival_b)).max(LEAST),
            rival_a.max(rival_b).max(LEAST),
            rival_a.min(rival_b).max(LEAST),
            others_a.min(others_b),
            others_a.max(others_b),
        ]
    }
}

/// The chance that the logarithm of odds stands for.
pub(super) fn chance(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}
