//! The score of a pair: features through a small network, then again beside the scores of its rivals, as
//! trained by `tools/train-matching.py`.
//!
//! The weights stand in `assets/matching/pair-score.txt`, plain numbers with a note of their origin.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use rayon::prelude::*;

use super::features::{Coverage, FEATURES, Features, STANDARD, coverage, features, rough_features, with_coverage};
use super::network::Network;
use super::rivals::{Rivalry, Rivals, chance};
use super::screen::{Candidate, Screen};
use super::units::Units;
use crate::control::Control;

/// From this score on two passages report one statement.
pub const POSSIBLE: f32 = 0.5;

/// A row whose passages all have a mate of this score needs no look.
pub const SURE: f32 = 0.85;

/// First score (logarithm of the odds) by an estimate of coverage below which two passages are not aligned
/// word by word. Down to -2.75 no figure of the development data moves; at -2.25 statements lose .007.
const HOPELESS: f32 = -2.75;

/// The scores of the pairs of one event.
#[derive(Debug)]
pub struct Scorer<'u, 'a> {
    units: &'u Units<'a>,
    screen: Screen,
    rivals: Rivals,
    /// Pairs that were looked at closely, sorted, with their scores.
    pub pairs: Vec<(Candidate, f32)>,
    covers: Covers,
    weights: &'static [Network],
    /// Scores of other pairs that somebody asked for: rows ask for the same ones again and again.
    late: Mutex<HashMap<(usize, usize), f32>>,
}

impl<'u, 'a> Scorer<'u, 'a> {
    /// Looks at every pair of `units`, closely where it is worth it.
    pub fn new(units: &'u Units<'a>, control: &dyn Control) -> Self {
        let screen = Screen::new(units, control);
        let covers = Covers::default();
        let weights: &[Network] = if units.are_read() { &WEIGHTS_OF_READ } else { &WEIGHTS };
        let look = |pair: Candidate| {
            if control.is_stopped() {
                return (pair, [0.0; FEATURES.len()], 0.0);
            }
            let (features, first) = covers.closely(units, &screen, pair, weights);
            (pair, features, first)
        };
        let looked: Vec<(Candidate, Features, f32)> = screen.candidates(units).into_par_iter().map(look).collect();
        let rivals = Rivals::new(units, looked.iter().map(|&(pair, _, first)| (pair, first)));
        let mut scorer = Self { units, screen, rivals, pairs: Vec::new(), covers, weights, late: Mutex::default() };
        scorer.pairs = looked
            .into_iter()
            .map(|(pair, features, first)| (pair, scorer.second_score(pair, &features, first, true)))
            .collect();
        scorer
    }

    /// The features of every pair that is looked at closely: what the first score is trained on.
    pub fn features(units: &Units, control: &dyn Control) -> Vec<(Candidate, Features)> {
        let screen = Screen::new(units, control);
        let candidates = screen.candidates(units);
        candidates.into_par_iter().map(|pair| (pair, features(units, &screen, pair))).collect()
    }

    /// How each of these pairs stands among the others by a first score: what the second score is
    /// trained on besides.
    pub fn rivalry(units: &Units, pairs: &[(Candidate, f32)]) -> Vec<Rivalry> {
        let rivals = Rivals::new(units, pairs.iter().copied());
        pairs.iter().map(|&(pair, first)| rivals.figures(units, pair, first, true)).collect()
    }

    /// The score of two units; pairs that the screen held back are looked at now.
    pub fn score(&self, a: usize, b: usize) -> f32 {
        let (a, b) = if a < b { (a, b) } else { (b, a) };
        match self.pairs.binary_search_by_key(&(a, b), |(pair, _)| (pair.a, pair.b)) {
            Ok(at) => self.pairs.get(at).map_or(0.0, |&(_, score)| score),
            Err(_) => match self.screen.score(a, b) {
                0.0 => 0.0,
                screen => self.late_score(Candidate { a, b, screen }),
            },
        }
    }

    fn late_score(&self, pair: Candidate) -> f32 {
        let key = (pair.a, pair.b);
        if let Some(&known) = self.late.lock().ok().as_ref().and_then(|late| late.get(&key)) {
            return known;
        }
        let (features, first) = self.covers.closely(self.units, &self.screen, pair, self.weights);
        let score = self.second_score(pair, &features, first, false);
        if let Ok(mut late) = self.late.lock() {
            late.insert(key, score);
        }
        score
    }

    fn second_score(&self, pair: Candidate, features: &Features, first: f32, counted: bool) -> f32 {
        let rivalry = self.rivals.figures(self.units, pair, first, counted);
        let own = features.get(..width(self.units)).unwrap_or_default();
        let all: Vec<f32> = own.iter().chain(&rivalry).copied().collect();
        self.weights.get(1).map_or(0.0, |network| chance(network.logit(&all)))
    }
}

/// The networks of the first and of the second pass.
static WEIGHTS: LazyLock<Vec<Network>> =
    LazyLock::new(|| Network::parse_all(include_str!("../../../../assets/matching/pair-score.txt")));

/// The same for passages that a language model has read.
static WEIGHTS_OF_READ: LazyLock<Vec<Network>> =
    LazyLock::new(|| Network::parse_all(include_str!("../../../../assets/matching/pair-score-accurate.txt")));

/// The coverage of pairs that were aligned, by their twins, so that the same words are aligned once.
#[derive(Debug, Default)]
struct Covers {
    known: Mutex<HashMap<(u32, u32), Coverage>>,
}

impl Covers {
    /// The features of a pair and its first score; words are aligned where there is hope.
    fn closely(&self, units: &Units, screen: &Screen, pair: Candidate, weights: &[Network]) -> (Features, f32) {
        let rough = rough_features(units, screen, pair);
        let first = first_score(weights, &rough);
        if first < HOPELESS {
            return (rough, first);
        }
        let features = with_coverage(rough, self.of(units, pair));
        (features, first_score(weights, &features))
    }

    fn of(&self, units: &Units, pair: Candidate) -> Coverage {
        let twin = |unit: usize| units.get(unit).map_or(u32::MAX, |unit| unit.twin);
        let key = (twin(pair.a), twin(pair.b));
        if let Some(&known) = self.known.lock().ok().as_ref().and_then(|known| known.get(&key)) {
            return known;
        }
        let found = coverage(units, pair);
        if let Ok(mut known) = self.known.lock() {
            known.insert(key, found);
        }
        found
    }
}

/// How many features count.
fn width(units: &Units) -> usize {
    if units.are_read() { FEATURES.len() } else { STANDARD }
}

fn first_score(weights: &[Network], features: &Features) -> f32 {
    weights.first().map_or(0.0, |network| network.logit(features))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::rivals::RIVALRY;
    use super::*;
    use crate::control::Unattended;
    use crate::lexicon::Lexicon;
    use crate::prepare::prepare;
    use crate::span::Text;
    use crate::witness::Witness;

    /// Two or three articles of a few sentences that share words, names, numbers and a quotation.
    fn texts() -> impl Strategy<Value = Vec<String>> {
        let word = prop::sample::select(vec![
            "the",
            "bridge",
            "Halden",
            "closed",
            "41,000",
            "Ada Vale",
            "said",
            "“a precaution”",
            "engineers",
            "cracks",
            "old",
            "was",
            "reopened",
            "not",
            "mayor",
        ]);
        let sentence = prop::collection::vec(word, 3..9).prop_map(|words| format!("The {}.", words.join(" ")));
        prop::collection::vec(prop::collection::vec(sentence, 1..4).prop_map(|all| all.join("\n\n")), 2..4)
    }

    proptest! {
        #[test]
        fn scores_are_bounded_and_do_not_ask_who_is_first(texts in texts()) {
            let article = |text: &String| prepare(Arc::new(Witness { text: Text::new(text.as_str()), ..Witness::default() }));
            let articles: Vec<_> = texts.iter().map(article).collect();
            let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
            let units = Units::new(articles.iter().collect(), &[], |_, _| false, &lexicon);
            let scorer = Scorer::new(&units, &Unattended);
            for a in 0..units.all.len() {
                for b in (0..units.all.len()).filter(|&b| b != a) {
                    let score = scorer.score(a, b);
                    prop_assert!((0.0..=1.0).contains(&score), "{score}");
                    prop_assert_eq!(score.to_bits(), scorer.score(b, a).to_bits());
                }
            }
        }
    }

    #[test]
    fn the_stored_weights_fit_the_features() {
        for (weights, width) in [(&WEIGHTS, STANDARD), (&WEIGHTS_OF_READ, FEATURES.len())] {
            let widths: Vec<usize> = weights.iter().map(|network| network.means.len()).collect();
            assert_eq!(widths, [width, width + RIVALRY.len()]);
        }
        for network in WEIGHTS.iter().chain(WEIGHTS_OF_READ.iter()) {
            let width = network.means.len();
            assert_eq!(network.scales.len(), width);
            assert_eq!(network.linear.len(), width);
            assert_eq!(network.hidden.len(), network.out.len());
            assert!(network.hidden.iter().all(|(weights, _)| weights.len() == width));
            assert!(network.scales.iter().all(|&scale| scale > 0.0));
        }
    }
}
