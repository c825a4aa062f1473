//! Wordings too long for a look at every pair of words: the plain word difference links them.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::word::Words;
use super::{Link, LinkHow};

/// Pairs of words from which on two wordings count as long.
pub(super) const MOST_PAIRS: usize = 160_000;

/// Links between equal words in the same order.
pub(super) fn align(a: &Words, b: &Words) -> Vec<Link> {
    let norms = |words: &Words| words.words.iter().map(|word| word.norm).collect::<Vec<_>>();
    let mut links = Vec::new();
    for op in capture_diff_slices(Algorithm::Histogram, &norms(a), &norms(b)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            links.extend((0..len).map(|k| Link {
                a: old_index + k,
                b: new_index + k,
                how: LinkHow::SameForm,
                certainty: 1.0,
            }));
        }
    }
    links
}
