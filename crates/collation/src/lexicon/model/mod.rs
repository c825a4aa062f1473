//! The language model of the accurate mode: the meaning of words in their sentence, and of the sentence as a
//! whole.
//!
//! all-MiniLM-L6-v2 (Wang et al., 2020; sentence-transformers), six layers of 384 units with 8-bit weights, run
//! by the plain arithmetic of `forward`: the same words have the same vectors on every machine. A reader who
//! wants it fetches the file with `tools/get-model`; nothing here asks for it.

mod file;
mod forward;
#[cfg(test)]
mod made;
#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::vectors::Vector;
use crate::segment::Token;

pub use file::ModelError;

/// Words that are read for one comparison: 90 MB of vectors, and about 20 seconds on two cores. Twice as many are kept
/// for the next, as rows ask for parts of passages, too.
const MOST_WORDS: usize = 120_000;

/// A language model, and the passages it has read so far.
pub struct Model {
    weights: file::Weights,
    read: Mutex<Read>,
}

/// Passages that were read, by their words.
#[derive(Debug, Default)]
struct Read {
    passages: HashMap<Vec<String>, Arc<Meaning>>,
    words: usize,
}

/// What a passage means, word by word and as a whole.
#[derive(Debug, Default, PartialEq)]
pub struct Meaning {
    /// One for each token; `None` behind the 510th piece of a passage, which is as far as the model reads.
    pub words: Vec<Option<Vector>>,
    pub whole: Option<Vector>,
}

impl Model {
    /// A model out of the bytes that `tools/get-model` writes.
    ///
    /// # Errors
    /// Where the bytes are something else or not all of them.
    pub fn read(bytes: Vec<u8>) -> Result<Self, ModelError> {
        Ok(Self { weights: file::Weights::read(bytes)?, read: Mutex::default() })
    }

    /// True where a comparison of so many words is not too long for the model.
    pub fn can_read(words: usize) -> bool {
        words <= MOST_WORDS
    }

    /// The meaning of a passage or a part of one: read now, or remembered from when it was.
    pub fn meaning<'k>(&self, tokens: impl IntoIterator<Item = &'k Token>) -> Arc<Meaning> {
        let words: Vec<String> = tokens.into_iter().map(|token| token.norm.clone()).collect();
        if let Some(known) = self.read.lock().ok().as_ref().and_then(|read| read.passages.get(&words)) {
            return Arc::clone(known);
        }
        let meaning = Arc::new(self.read_words(&words));
        if let Ok(mut read) = self.read.lock() {
            if read.words > 2 * MOST_WORDS {
                *read = Read::default();
            }
            read.words += words.len();
            read.passages.insert(words, Arc::clone(&meaning));
        }
        meaning
    }

    fn read_words(&self, words: &[String]) -> Meaning {
        let mut pieces = vec![self.weights.start];
        let mut ends = Vec::with_capacity(words.len());
        for word in words {
            if pieces.len() < self.weights.most_pieces() {
                self.weights.push_word(word, &mut pieces);
            }
            ends.push(pieces.len());
        }
        pieces.truncate(self.weights.most_pieces() - 1);
        let read = pieces.len();
        pieces.push(self.weights.end);
        let hidden = forward::run(&self.weights, &pieces);
        let mut from = 1;
        let words = ends.into_iter().map(|end| {
            let own = from..end.min(read);
            from = end;
            forward::sum(hidden.words.get(own)?)
        });
        let words = words.map(|sum| Vector::from_sum(&sum?)).collect();
        Meaning { words, whole: forward::sum(&hidden.last).and_then(|sum| Vector::from_sum(&sum)) }
    }
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Model").field("pieces", &self.weights.count()).finish_non_exhaustive()
    }
}

/// Two models are one where they are the same bytes in memory: what a comparison was made with.
impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Model {}
