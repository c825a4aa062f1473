//! Which word of one wording answers which word of another.

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::segment::Token;

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
pub fn align(_a: &[Token], _b: &[Token], _lexicon: &Lexicon) -> Vec<Link> {
    Vec::new()
}
