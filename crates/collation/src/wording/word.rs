//! What the aligner needs to know of a word by itself, worked out once and used for many pairs.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::{Canon, Lexicon, Meaning, Use, Vector, WordClass, canon_of, class_of};
use crate::segment::{Token, TokenKind};

/// A word that so large a share of passages holds counts half in the meaning of the whole.
const COMMON: f32 = 0.0125;

/// The words of one wording, ready to be aligned with others.
#[derive(Clone, Debug, Default)]
pub struct Words {
    pub(super) words: Vec<Arc<Word>>,
    /// What the words mean where they stand, in the accurate mode.
    read: Option<Arc<Meaning>>,
}

/// A form as a number, so that two forms are compared at once (FNV-1a; 0 stands for none).
pub(super) type Key = u64;

#[derive(Clone, Debug)]
pub(super) struct Word {
    pub norm: Key,
    pub stem: Key,
    /// Number or chosen spelling that the word stands for.
    pub canon: Key,
    pub is_mark: bool,
    pub is_number: bool,
    pub class: WordClass,
    /// Parts of a compound with a hyphen: stem and value of each.
    pub parts: Vec<Part>,
    /// The letters of the normal form, for a look at how words begin.
    pub letters: Vec<u32>,
    /// Pairs of neighbouring letters, sorted; empty for short words and what is not letters.
    pub bigrams: Vec<u32>,
    /// One bit for each of `bigrams`: words that share no bit share no pair.
    pub bigram_bits: u128,
    pub idf: f32,
    /// For a comparison with another word.
    pub vector: Option<Vector>,
    /// What it adds to the meaning of a passage.
    pub addend: Option<Vector>,
}

#[derive(Clone, Debug)]
pub(super) struct Part {
    pub stem: Key,
    pub canon: Key,
}

impl Words {
    /// Prepares `tokens`. One wording prepared once can be aligned with any number of others.
    pub fn new(tokens: &[Token], lexicon: &Lexicon) -> Self {
        let mut known = HashMap::new();
        let word = |token| known.entry(identity(token)).or_insert_with(|| Arc::new(Word::new(token, lexicon))).clone();
        Self { words: tokens.iter().map(word).collect(), read: lexicon.meaning(tokens) }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// What the words mean together as a language model has read them; `None` without one.
    pub fn meaning_as_read(&self) -> Option<Vector> {
        self.read.as_ref()?.whole.clone()
    }

    /// True where a language model has read the words in their sentence.
    pub fn are_read(&self) -> bool {
        self.read.is_some()
    }

    /// The direction of each word's meaning: in its sentence as a language model has read it, or by itself.
    pub(super) fn vectors(&self, as_read: bool) -> Vec<Option<&Vector>> {
        match &self.read {
            Some(read) if as_read => read.words.iter().map(Option::as_ref).collect(),
            _ => self.words.iter().map(|word| word.vector.as_ref()).collect(),
        }
    }

    /// The direction in which the words point together, common ones less than rare ones (smooth inverse
    /// frequency: Arora, Liang and Ma, 2017).
    pub fn meaning(&self) -> Option<Vector> {
        let words = self.words.iter().filter_map(|word| word.addend.as_ref().map(|addend| (addend, word.idf)));
        Vector::mean(words.map(|(addend, idf)| (addend, COMMON / (COMMON + (-idf).exp()))))
    }
}

/// What makes two tokens one word to the aligner.
fn identity(token: &Token) -> (&str, &str, bool) {
    (&token.norm, &token.stem, token.kind == TokenKind::Mark)
}

/// The words of many wordings, each distinct one prepared once.
#[derive(Debug)]
pub struct Dictionary<'t> {
    pub lexicon: &'t Lexicon,
    known: HashMap<(&'t str, &'t str, bool), Arc<Word>>,
}

impl<'t> Dictionary<'t> {
    pub fn new(tokens: impl Iterator<Item = &'t Token>, lexicon: &'t Lexicon) -> Self {
        let mut known = HashMap::new();
        for token in tokens {
            known.entry(identity(token)).or_insert(token);
        }
        let known = known.into_par_iter().map(|(key, token)| (key, Arc::new(Word::new(token, lexicon)))).collect();
        Self { lexicon, known }
    }

    /// The words of `tokens`; those that the dictionary was not made for are prepared now.
    pub fn words<'k, T>(&self, tokens: T) -> Words
    where
        T: IntoIterator<Item = &'k Token, IntoIter: Clone>,
    {
        let known: &HashMap<(&str, &str, bool), Arc<Word>> = &self.known;
        let word = |token: &Token| match known.get(&identity(token)) {
            Some(word) => Arc::clone(word),
            None => Arc::new(Word::new(token, self.lexicon)),
        };
        let tokens = tokens.into_iter();
        Words { words: tokens.clone().map(word).collect(), read: self.lexicon.meaning(tokens) }
    }
}

impl Word {
    fn new(token: &Token, lexicon: &Lexicon) -> Self {
        let norm = token.norm.as_str();
        let is_mark = token.kind == TokenKind::Mark || !norm.chars().any(char::is_alphanumeric);
        let canon = canon_of(norm);
        let bigrams = if norm.chars().all(char::is_alphabetic) { bigrams_of(norm) } else { Vec::new() };
        Self {
            norm: key_of(norm.as_bytes()),
            stem: key_of(token.stem.as_bytes()),
            is_mark,
            is_number: matches!(canon, Some(Canon::Number(_))),
            canon: canon_key(canon.as_ref()),
            class: class_of(norm),
            parts: parts_of(norm),
            letters: norm.chars().map(u32::from).collect(),
            bigram_bits: bigrams.iter().fold(0, |bits, pair| bits | 1 << (pair.wrapping_mul(0x9e37_79b1) >> 25)),
            bigrams,
            idf: if is_mark { 0.0 } else { lexicon.idf(&token.stem) },
            vector: if is_mark { None } else { lexicon.vector(norm, Use::Comparing) },
            addend: if is_mark { None } else { lexicon.vector(norm, Use::Adding) },
        }
    }

    /// True for words that carry what is reported.
    pub fn is_content(&self) -> bool {
        !self.is_mark && matches!(self.class, WordClass::Content | WordClass::Reporting | WordClass::Negation)
    }

    /// True for function words.
    pub fn is_stop(&self) -> bool {
        !self.is_mark && !matches!(self.class, WordClass::Content | WordClass::Reporting)
    }
}

fn key_of(bytes: &[u8]) -> Key {
    let hash = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, hash).max(1)
}

fn canon_key(canon: Option<&Canon>) -> Key {
    match canon {
        None => 0,
        Some(Canon::Number(value)) => key_of(&value.to_le_bytes()),
        Some(Canon::Name(name)) => key_of(name.as_bytes()),
    }
}

fn parts_of(norm: &str) -> Vec<Part> {
    if !norm.contains('-') || norm.len() > 60 {
        return Vec::new();
    }
    let stemmer = Stemmer::create(Algorithm::English);
    norm.split('-')
        .filter(|part| part.chars().count() > 1 || part.chars().all(|c| c.is_ascii_digit()))
        .filter(|part| !part.is_empty())
        .map(|part| Part { stem: key_of(stemmer.stem(part).as_bytes()), canon: canon_key(canon_of(part).as_ref()) })
        .collect()
}

fn bigrams_of(norm: &str) -> Vec<u32> {
    let letters: Vec<u32> = norm.chars().take(60).map(u32::from).collect();
    if letters.len() < 3 {
        return Vec::new();
    }
    // Letters of most scripts fit in 16 bits; where they don't, a clash costs nothing but a fuzzy match.
    let pairs = letters.iter().zip(letters.iter().skip(1));
    let mut bigrams: Vec<u32> = pairs.map(|(one, next)| (one << 16) ^ next).collect();
    bigrams.sort_unstable();
    bigrams.dedup();
    bigrams
}

/// Share of letter pairs that two words have in common, 0 to 1.
#[inline]
pub(super) fn dice(a: &Word, b: &Word) -> f32 {
    if a.bigram_bits & b.bigram_bits == 0 {
        return 0.0;
    }
    let total = a.bigrams.len() + b.bigrams.len();
    let mut shared = 0;
    let mut rest = b.bigrams.as_slice();
    for pair in &a.bigrams {
        while let Some((first, after)) = rest.split_first()
            && first < pair
        {
            rest = after;
        }
        shared += usize::from(rest.first() == Some(pair));
    }
    if shared == 0 { 0.0 } else { 2.0 * shared as f32 / total as f32 }
}
