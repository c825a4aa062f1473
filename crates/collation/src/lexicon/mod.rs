//! What is known about words before any two passages meet: stop words, numbers and names in their
//! normal forms, how common a word is, and static word vectors.
//!
//! Knows words only, one at a time. Which word answers which is the affair of `wording`.

pub mod canon;
mod counting;
mod model;
mod names;
pub mod stop;
pub mod vectors;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::segment::{Segmented, Token, TokenKind};

pub use canon::{Canon, canon_of, number_of};
pub use counting::counted;
pub use model::{Meaning, Model, ModelError};
pub use stop::{WordClass, class_of, is_negation};
pub use vectors::{Use, Vector};

/// Share of passages that a word of which nothing is known stands in.
const UNKNOWN_SHARE: f32 = 5e-5;
/// How much the loaded articles count beside the general figures.
const LOCAL_WEIGHT: f32 = 0.25;

/// Word knowledge for one comparison: general figures mixed with those of the loaded articles.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Number of passages of the loaded articles.
    passages: u32,
    /// Passages that hold the stem.
    holding: BTreeMap<String, u32>,
    /// What reads words in their sentence, in the accurate mode.
    model: Option<Arc<Model>>,
}

impl Lexicon {
    /// The lexicon for these articles. With none, the general figures alone.
    pub fn new(articles: &[&Segmented]) -> Self {
        let mut lexicon = Self::default();
        for article in articles {
            for passage in &article.passages {
                lexicon.passages += 1;
                let words = article.tokens_of(passage).iter().filter(|token| token.kind != TokenKind::Mark);
                for stem in words.map(|token| token.stem.as_str()).collect::<BTreeSet<_>>() {
                    match lexicon.holding.get_mut(stem) {
                        Some(count) => *count += 1,
                        None => {
                            lexicon.holding.insert(stem.to_owned(), 1);
                        }
                    }
                }
            }
        }
        lexicon
    }

    /// The same, with a language model to read every passage, which makes the comparison accurate and slow.
    #[must_use]
    pub fn with_model(self, model: Arc<Model>) -> Self {
        Self { model: Some(model), ..self }
    }

    /// True with a language model.
    pub fn is_accurate(&self) -> bool {
        self.model.is_some()
    }

    /// What a passage or a part of one means; `None` without a language model.
    pub fn meaning<'k>(&self, tokens: impl IntoIterator<Item = &'k Token>) -> Option<Arc<Meaning>> {
        self.model.as_ref().map(|model| model.meaning(tokens))
    }

    /// How rare passages with this stem are, in nats: about 1 for "the", 4 for a common word, 9 for
    /// a rare one. General figures and those of the loaded articles count together, so that what
    /// every passage at hand mentions weighs less.
    pub fn idf(&self, stem: &str) -> f32 {
        let general = vectors::share_of(stem).unwrap_or(UNKNOWN_SHARE);
        let local = self.holding.get(stem).map_or(0.0, |&count| count as f32 / (self.passages + 1) as f32);
        -(0.5 * general + 0.5 * LOCAL_WEIGHT * local + 1e-5).ln()
    }

    /// The direction of a word's meaning for this use, by its normal form.
    pub fn vector(&self, norm: &str, wanted: Use) -> Option<Vector> {
        vectors::vector_of(norm, wanted)
    }

    /// True for words without content of their own: "the", "of", "also".
    pub fn is_stop(&self, norm: &str) -> bool {
        stop::is_stop(norm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more() {
        let lexicon = Lexicon::new(&[]);
        assert!(lexicon.idf("the") < 3.0);
        assert!(lexicon.idf("the") < lexicon.idf("ferri"));
    }
}
