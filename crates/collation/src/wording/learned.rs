//! The aligner with learned weights: a small network scores every pair of words, and a second one again
//! those that have a chance, with a look at the first one's chances around them. A word may get several
//! links.
#![allow(clippy::indexing_slicing)] // Lists of a row or column are as long as the wordings are.

use std::sync::LazyLock;

use super::features::{First, Second};
use super::grid::Grid;
use super::look::Look;
use super::network::{Network, OF_A, OF_AROUND, OF_B, OF_PAIR, OF_WHOLE, Sums, Weights};
use super::word::Words;
use super::{Link, LinkHow};

static WEIGHTS: LazyLock<Option<Weights>> =
    LazyLock::new(|| Weights::read(include_str!("../../../../assets/wording/weights.txt")));

/// What belongs to a row, a column or the whole, summed once.
struct Base {
    rows: Vec<Sums>,
    columns: Vec<Sums>,
}

impl Base {
    fn new(network: &Network, first: &First) -> Self {
        let mut whole = network.bias();
        network.add(&mut whole, OF_WHOLE, &first.whole);
        let sums = |start: Sums, from: usize, figures: &[f32]| {
            let mut sums = start;
            network.add(&mut sums, from, figures);
            sums
        };
        Self {
            rows: first.rows.iter().map(|figures| sums(whole, OF_A, figures)).collect(),
            columns: first.columns.iter().map(|figures| sums(Sums::default(), OF_B, figures)).collect(),
        }
    }

    fn of(&self, i: usize, j: usize) -> Sums {
        let mut sums = self.rows[i];
        for (sum, column) in sums.iter_mut().zip(&self.columns[j]) {
            *sum += column;
        }
        sums
    }
}

/// Nearness in meaning from which on it is the reason for a link without likeness of form.
const NEAR: f32 = 0.3;

/// Chance in the first pass below which a pair is not judged again: far below any link's threshold.
const HOPELESS: f32 = 0.003;

/// Links by the learned scorer; `None` where its weights cannot be read.
pub(super) fn align(a: &Words, b: &Words) -> Option<Vec<Link>> {
    let weights = WEIGHTS.as_ref()?;
    let [one, two] = &weights.passes;
    let look = Look::new(a, b);
    let first = First::new(a, b, &look);
    let (base_one, base_two) = (Base::new(one, &first), Base::new(two, &first));
    let mut chances = Grid::new(a.len(), b.len());
    // The second network's share of the first pass's figures is summed while they are at hand.
    let mut hopeful = Vec::new();
    for i in 0..a.len() {
        for j in 0..b.len() {
            let figures = first.pair(i, j);
            let mut sums = base_one.of(i, j);
            one.add(&mut sums, OF_PAIR, &figures);
            let chance = one.chance(&sums);
            chances.row_mut(i)[j] = chance;
            if chance >= HOPELESS {
                let mut sums = base_two.of(i, j);
                two.add(&mut sums, OF_PAIR, &figures);
                hopeful.push((i, j, sums));
            }
        }
    }
    let second = Second::new(&chances);
    let mut links = Vec::new();
    for (i, j, mut sums) in hopeful {
        two.add(&mut sums, OF_AROUND, &second.pair(i, j));
        let certainty = two.chance(&sums);
        if certainty >= weights.threshold {
            let how = look.how[i * b.len() + j].unwrap_or(if look.meaning.at(i, j) >= NEAR {
                LinkHow::NearInMeaning
            } else {
                LinkHow::Position
            });
            links.push(Link { a: i, b: j, how, certainty });
        }
    }
    Some(links)
}
