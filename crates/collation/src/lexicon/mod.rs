//! What is known about words before any two passages meet: stop words, numbers and names in their
//! normal forms, how common a word is, and static word vectors.

use crate::segment::Segmented;

/// Word knowledge for one comparison: general figures mixed with those of the loaded articles.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lexicon for these articles. With none, the general figures alone.
    pub fn new(_articles: &[&Segmented]) -> Self {
        Self {}
    }
}
