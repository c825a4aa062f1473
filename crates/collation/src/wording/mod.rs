//! Which word of one wording answers which word of another.
//!
//! Knows two wordings at a time and the lexicon, no articles and no table. A word may answer several
//! ("give up" and "abandon"), in free order.

mod around;
mod features;
mod form;
mod grid;
mod learned;
mod long;
mod look;
mod network;
mod plain;
#[doc(hidden)]
pub mod training;
mod word;

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::segment::Token;

pub use word::{Dictionary, Words};

/// Word `a` of one wording answers word `b` of the other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub a: usize,
    pub b: usize,
    pub how: LinkHow,
    /// How sure the aligner is, 0 to 1.
    pub certainty: f32,
}

/// The rule behind a link; shown to the reader on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkHow {
    SameForm,
    SameStem,
    /// The same number or name in another form: "one in three" = "1 in 3", "Kiev" = "Kyiv".
    SameNumberOrName,
    /// Near in meaning by the word model.
    NearInMeaning,
    /// By its place between other links.
    Position,
}

/// Links between two wordings, sorted by `(a, b)`; a word may have several.
pub fn align(a: &[Token], b: &[Token], lexicon: &Lexicon) -> Vec<Link> {
    align_words(&Words::new(a, lexicon), &Words::new(b, lexicon))
}

/// [`align`] for wordings that were prepared before: much cheaper where one meets many others.
pub fn align_words(a: &Words, b: &Words) -> Vec<Link> {
    if a.len().saturating_mul(b.len()) > long::MOST_PAIRS {
        return long::align(a, b);
    }
    learned::align(a, b).unwrap_or_else(|| align_words_by_form(a, b))
}

/// Links without learned weights or word vectors: by form, neighbours and place.
pub fn align_words_by_form(a: &Words, b: &Words) -> Vec<Link> {
    plain::align(a, b)
}

/// Share of each wording's content, weighted by rarity, that the other answers: 0 to 1 for each side.
pub fn coverage(a: &[Token], b: &[Token], lexicon: &Lexicon) -> (f32, f32) {
    coverage_of_words(&Words::new(a, lexicon), &Words::new(b, lexicon))
}

/// [`coverage`] for wordings that were prepared before.
pub fn coverage_of_words(a: &Words, b: &Words) -> (f32, f32) {
    let mut best = [vec![0.0_f32; a.len()], vec![0.0_f32; b.len()]];
    for link in align_words(a, b) {
        for (best, at) in best.iter_mut().zip([link.a, link.b]) {
            if let Some(slot) = best.get_mut(at) {
                *slot = slot.max(link.certainty);
            }
        }
    }
    let share = |words: &Words, best: &[f32]| {
        let (mut covered, mut total) = (0.0, 0.0);
        for (word, certainty) in words.words.iter().zip(best).filter(|(word, _)| word.is_content()) {
            total += word.idf;
            covered += word.idf * certainty;
        }
        if total > 0.0 { covered / total } else { 0.0 }
    };
    let [best_a, best_b] = &best;
    (share(a, best_a), share(b, best_b))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests;
