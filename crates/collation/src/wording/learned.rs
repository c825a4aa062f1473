//! The aligner with learned weights: a small network scores every pair of words, and two more judge again
//! those that have a chance, each with a look at the chances that the one before gave to the words around.
//! A word may get several links.
#![allow(clippy::indexing_slicing)] // Lists of a row or column are as long as the wordings are.

use std::sync::LazyLock;

use super::around::Around;
use super::features::{First, PAIR};
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

    /// The sums of a pair, without what stands around it.
    fn with(&self, network: &Network, pair: &Pair) -> Sums {
        let mut sums = self.of(pair.i, pair.j);
        network.add(&mut sums, OF_PAIR, &pair.figures);
        sums
    }
}

/// Nearness in meaning from which on it is the reason for a link without likeness of form.
const NEAR: f32 = 0.3;

/// Chance below which a pair is not judged again: far below any link's threshold.
const HOPELESS: f32 = 0.003;

/// Links by the learned scorer; `None` where its weights cannot be read.
pub(super) fn align(a: &Words, b: &Words) -> Option<Vec<Link>> {
    let weights = WEIGHTS.as_ref()?;
    let [one, two, three] = &weights.passes;
    let look = Look::new(a, b);
    let first = First::new(a, b, &look);
    let bases = [one, two, three].map(|network| Base::new(network, &first));
    let mut chances = Grid::new(a.len(), b.len());
    let mut hopeful = Vec::new();
    for i in 0..a.len() {
        for j in 0..b.len() {
            let pair = Pair { i, j, figures: first.pair(i, j) };
            let chance = one.chance(&bases[0].with(one, &pair));
            chances.row_mut(i)[j] = chance;
            if chance >= HOPELESS {
                hopeful.push(pair);
            }
        }
    }
    for (network, base) in [two, three].into_iter().zip(&bases[1..]) {
        let around = Around::new(&chances, a, b);
        let judge = |pair: &Pair| {
            let mut sums = base.with(network, pair);
            network.add(&mut sums, OF_AROUND, &around.pair(pair.i, pair.j));
            network.chance(&sums)
        };
        let judged: Vec<f32> = hopeful.iter().map(judge).collect();
        chances = Grid::new(a.len(), b.len());
        for (pair, &chance) in hopeful.iter().zip(&judged) {
            chances.row_mut(pair.i)[pair.j] = chance;
        }
        hopeful.retain(|pair| chances.at(pair.i, pair.j) >= HOPELESS);
    }
    let sure = hopeful.iter().map(|pair| (pair, chances.at(pair.i, pair.j)));
    let sure = sure.filter(|&(_, certainty)| certainty >= weights.threshold);
    let links = sure.map(|(&Pair { i, j, .. }, certainty)| {
        let is_near = look.meaning.at(i, j) >= NEAR;
        let unlike = if is_near { LinkHow::NearInMeaning } else { LinkHow::Position };
        Link { a: i, b: j, how: look.how[i * b.len() + j].unwrap_or(unlike), certainty }
    });
    Some(links.collect())
}

/// A pair of words and its figures of the first pass.
struct Pair {
    i: usize,
    j: usize,
    figures: [f32; PAIR],
}
