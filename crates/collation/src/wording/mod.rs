//! Which word of one wording answers which word of another.
//!
//! Knows two wordings at a time and the lexicon, no articles and no table. A word may answer several
//! ("give up" and "abandon"), in free order.

mod form;
mod grid;
mod plain;
mod word;

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::segment::Token;

pub use word::Words;

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
    plain::align(a, b)
}

/// Share of each wording's content, weighted by rarity, that the other answers: 0 to 1 for each side.
pub fn coverage(a: &[Token], b: &[Token], lexicon: &Lexicon) -> (f32, f32) {
    coverage_of_words(&Words::new(a, lexicon), &Words::new(b, lexicon))
}

/// [`coverage`] for wordings that were prepared before.
pub fn coverage_of_words(a: &Words, b: &Words) -> (f32, f32) {
    let links = align_words(a, b);
    let share = |words: &Words, certainty_of: &dyn Fn(usize) -> f32| {
        let (mut covered, mut total) = (0.0, 0.0);
        for (at, word) in words.words.iter().enumerate().filter(|(_, word)| word.is_content()) {
            total += word.idf;
            covered += word.idf * certainty_of(at);
        }
        if total > 0.0 { covered / total } else { 0.0 }
    };
    let best = |certainties: &mut dyn Iterator<Item = f32>| certainties.fold(0.0_f32, f32::max);
    (
        share(a, &|at| best(&mut links.iter().filter(|link| link.a == at).map(|link| link.certainty))),
        share(b, &|at| best(&mut links.iter().filter(|link| link.b == at).map(|link| link.certainty))),
    )
}
