//! What the aligner needs to know of a word by itself, worked out once and used for many pairs.

use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::{Canon, Lexicon, Vector, WordClass, canon_of, class_of};
use crate::segment::{Token, TokenKind};

/// The words of one wording, ready to be aligned with others.
#[derive(Clone, Debug, Default)]
pub struct Words {
    pub(super) words: Vec<Word>,
}

#[derive(Clone, Debug)]
pub(super) struct Word {
    pub norm: String,
    pub stem: String,
    pub is_mark: bool,
    pub class: WordClass,
    pub canon: Option<Canon>,
    /// Parts of a compound with a hyphen: stem and value of each.
    pub parts: Vec<Part>,
    /// Pairs of neighbouring letters, sorted; empty for short words and what is not letters.
    pub bigrams: Vec<u32>,
    pub letters: usize,
    pub idf: f32,
    pub vector: Option<Vector>,
}

#[derive(Clone, Debug)]
pub(super) struct Part {
    pub stem: String,
    pub canon: Option<Canon>,
}

impl Words {
    /// Prepares `tokens`. One wording prepared once can be aligned with any number of others.
    pub fn new(tokens: &[Token], lexicon: &Lexicon) -> Self {
        Self { words: tokens.iter().map(|token| Word::new(token, lexicon)).collect() }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl Word {
    fn new(token: &Token, lexicon: &Lexicon) -> Self {
        let norm = token.norm.clone();
        let is_mark = token.kind == TokenKind::Mark || !norm.chars().any(char::is_alphanumeric);
        let alphabetic = norm.chars().all(char::is_alphabetic);
        Self {
            is_mark,
            class: class_of(&norm),
            canon: canon_of(&norm),
            parts: parts_of(&norm),
            bigrams: if alphabetic { bigrams_of(&norm) } else { Vec::new() },
            letters: norm.chars().count(),
            idf: if is_mark { 0.0 } else { lexicon.idf(&token.stem) },
            vector: if is_mark { None } else { lexicon.vector(&norm) },
            stem: token.stem.clone(),
            norm,
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

    pub fn is_number(&self) -> bool {
        matches!(self.canon, Some(Canon::Number(_)))
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
        .map(|part| Part { stem: stemmer.stem(part).into_owned(), canon: canon_of(part) })
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
pub(super) fn dice(a: &Word, b: &Word) -> f32 {
    let total = a.bigrams.len() + b.bigrams.len();
    if a.bigrams.is_empty() || b.bigrams.is_empty() {
        return 0.0;
    }
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
    2.0 * shared as f32 / total as f32
}
