//! The aligner with learned weights: a small network scores every pair of words, and two more judge again
//! those that have a chance, each with a look at the chances that the one before gave to the words around.
//! A word may get several links.
#![allow(clippy::indexing_slicing)] // Lists of a row or column are as long as the wordings are.
#![allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]

use std::sync::LazyLock;

use fearless_simd::{Level, Simd, dispatch};

use super::around::{AROUND, Around, heads};
use super::features::{First, PAIR};
use super::grid::Grid;
use super::look::Look;
use super::network::{HIDDEN, LANES, LaneSums, Lanes, Network, OF_A, OF_B, OF_PAIR, OF_WHOLE, Start, Sums, Weights};
use super::word::Words;
use super::{Link, LinkHow};

static WEIGHTS: LazyLock<Option<Weights>> =
    LazyLock::new(|| Weights::read(include_str!("../../../../assets/wording/weights.txt")));

/// The same for words that a language model has read in their sentences.
static WEIGHTS_OF_READ: LazyLock<Option<Weights>> =
    LazyLock::new(|| Weights::read(include_str!("../../../../assets/wording/weights-accurate.txt")));

/// Nearness in meaning from which on it is the reason for a link without likeness of form.
const NEAR: f32 = 0.3;

/// Chance below which a pair is not judged again: far below any link's threshold.
const HOPELESS: f32 = 0.02;

/// Links by the learned scorer; `None` where its weights cannot be read.
pub(super) fn align(a: &Words, b: &Words) -> Option<Vec<Link>> {
    align_with(Level::new(), a, b)
}

/// [`align`] with these instructions of the processor, which change the time and nothing else.
pub(super) fn align_with(level: Level, a: &Words, b: &Words) -> Option<Vec<Link>> {
    let weights = if a.are_read() && b.are_read() { &WEIGHTS_OF_READ } else { &WEIGHTS }.as_ref()?;
    Some(dispatch!(level, simd => links(simd, weights, a, b)))
}

#[inline(always)]
fn links<S: Simd>(simd: S, weights: &Weights, a: &Words, b: &Words) -> Vec<Link> {
    let [one, two, three] = &weights.passes;
    let look = Look::new(a, b);
    let first = First::new(a, b, &look);
    let bases = [one, two, three].map(|network| Base::new(network, &first));
    let mut chances = Grid::new(a.len(), b.len());
    let mut hopeful = Pairs::default();
    let mut figures = [[0.0; LANES]; PAIR];
    for i in 0..a.len() {
        for (block, columns) in chances.row_mut(i).chunks_mut(LANES).enumerate() {
            first.unusual_pairs(i, block, &mut figures);
            let found = one.chances(simd, bases[0].of_block(i, block), &figures);
            columns.copy_from_slice(&found[..columns.len()]);
            for (lane, &chance) in found[..columns.len()].iter().enumerate() {
                if chance >= HOPELESS {
                    hopeful.push((i, block * LANES + lane), &figures, lane);
                }
            }
        }
    }
    let heads = [heads(a), heads(b)];
    for (network, base) in [two, three].into_iter().zip(&bases[1..]) {
        let around = Around::new(&chances, heads.each_ref());
        let mut judged = Grid::new(a.len(), b.len());
        let mut rest = Pairs::default();
        let mut sums = [[0.0; LANES]; HIDDEN];
        for (places, figures) in hopeful.places.chunks(LANES).zip(&mut hopeful.figures) {
            for (lane, &(i, j)) in places.iter().enumerate() {
                for (out, figure) in figures[PAIR..].iter_mut().zip(around.pair(i, j)) {
                    out[lane] = figure;
                }
            }
            base.of_places(places, &mut sums);
            let found = network.chances(simd, Start { own: &sums, shared: &[0.0; HIDDEN] }, figures);
            for (lane, (&place, &chance)) in places.iter().zip(&found).enumerate() {
                judged.row_mut(place.0)[place.1] = chance;
                if chance >= HOPELESS {
                    rest.push(place, figures, lane);
                }
            }
        }
        (chances, hopeful) = (judged, rest);
    }
    let sure = hopeful.places.iter().map(|&(i, j)| (i, j, chances.at(i, j)));
    let sure = sure.filter(|&(_, _, certainty)| certainty >= weights.threshold);
    let links = sure.map(|(i, j, certainty)| {
        let is_near = look.meaning.at(i, j) >= NEAR;
        let unlike = if is_near { LinkHow::NearInMeaning } else { LinkHow::Position };
        Link { a: i, b: j, how: look.how[i * b.len() + j].unwrap_or(unlike), certainty }
    });
    links.collect()
}

/// Pairs of words, as many side by side as are judged at once, with the figures of the first pass and room
/// for those of a later one.
#[derive(Default)]
struct Pairs {
    places: Vec<(usize, usize)>,
    figures: Vec<[Lanes; PAIR + AROUND]>,
}

impl Pairs {
    /// Adds a pair that had its figures of the first pass in this lane.
    #[inline(always)]
    fn push(&mut self, place: (usize, usize), figures: &[Lanes], lane: usize) {
        let own = self.places.len() % LANES;
        if own == 0 {
            self.figures.push([[0.0; LANES]; PAIR + AROUND]);
        }
        self.places.push(place);
        if let Some(last) = self.figures.last_mut() {
            for (own_lanes, lanes) in last.iter_mut().zip(&figures[..PAIR]) {
                own_lanes[own] = lanes[lane];
            }
        }
    }
}

/// Adds the figures of a word and what is usual of its pairs.
#[inline(always)]
fn add_word(network: &Network, sums: &mut Sums, from: usize, figures: &[f32], usual: [(usize, f32); 3]) {
    network.add(sums, from, figures);
    for (at, figure) in usual {
        network.add(sums, OF_PAIR + at, &[figure]);
    }
}

/// What belongs to a row, a column or the whole, summed once, and what is usual there.
struct Base {
    rows: Vec<Sums>,
    columns: Vec<LaneSums>,
}

impl Base {
    #[inline(always)]
    fn new(network: &Network, first: &First) -> Self {
        let mut whole = network.bias();
        network.add(&mut whole, OF_WHOLE, &first.whole);
        let mut rows = vec![whole; first.rows.len()];
        for (i, (sums, figures)) in rows.iter_mut().zip(&first.rows).enumerate() {
            add_word(network, sums, OF_A, figures, first.usual_of_row(i));
        }
        let mut columns = vec![[[0.0; LANES]; HIDDEN]; first.columns.len().div_ceil(LANES)];
        for (j, figures) in first.columns.iter().enumerate() {
            let mut own = Sums::default();
            add_word(network, &mut own, OF_B, figures, first.usual_of_column(j));
            for (lanes, sum) in columns[j / LANES].iter_mut().zip(own) {
                lanes[j % LANES] = sum;
            }
        }
        Self { rows, columns }
    }

    /// The start of word `i` with the words of a block of columns.
    #[inline(always)]
    fn of_block(&self, i: usize, block: usize) -> Start<'_> {
        Start { own: &self.columns[block], shared: &self.rows[i] }
    }

    /// The sums of pairs from anywhere.
    #[inline(always)]
    fn of_places(&self, places: &[(usize, usize)], sums: &mut LaneSums) {
        for (lane, &(i, j)) in places.iter().enumerate() {
            let (row, columns) = (&self.rows[i], &self.columns[j / LANES]);
            for ((lanes, row), column) in sums.iter_mut().zip(row).zip(columns) {
                lanes[lane] = row + column[j % LANES];
            }
        }
    }
}
