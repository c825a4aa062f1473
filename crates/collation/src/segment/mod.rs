//! Passages (sentence-sized spans) and tokens (words with their normal forms) of one article.
//!
//! Knows text, blocks and a language code. What a word means, who speaks and which passages belong
//! together is not its affair.

mod abbreviations;
mod normal;
mod sentences;
mod stops;
mod tokens;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::span::{Span, Text};
use crate::witness::{Block, Role};

pub(crate) use normal::primary_language;
pub use normal::{Language, normal_form};
use stops::Stops;
pub use tokens::tokens_from_words;

/// A sentence-sized span of one article: what a cell of the table shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    pub span: Span,
    /// Index of the block that it stands in.
    pub block: usize,
    pub role: Role,
    /// Number of the paragraph among the article's body paragraphs, from 1; 0 for a headline,
    /// subheading or caption.
    pub paragraph: usize,
    /// Its tokens in [`Segmented::tokens`].
    pub tokens: Range<usize>,
}

/// Where a passage stands, in words: `¶3`, or what it is where it has no number.
pub fn place_words(role: Role, paragraph: usize) -> String {
    match role {
        Role::Headline => "headline".to_owned(),
        Role::Caption => "caption".to_owned(),
        _ if paragraph == 0 => "subheading".to_owned(),
        _ => format!("¶{paragraph}"),
    }
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

    /// The passage that holds most of `span`; the later one of two that hold as much.
    pub fn passage_of(&self, span: Span) -> Option<&Passage> {
        let from = self.passages.partition_point(|passage| passage.span.end <= span.start);
        let to = self.passages.partition_point(|passage| passage.span.start < span.end);
        self.passages.get(from..to)?.iter().max_by_key(|passage| passage.span.overlap(span))
    }

    /// The tokens that lie wholly inside `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let from = self.tokens.partition_point(|token| token.span.start < span.start);
        let to = self.tokens.partition_point(|token| token.span.end <= span.end);
        self.tokens.get(from..to).unwrap_or_default()
    }
}

/// Splits what an article reports into passages and tokens. Blocks of other roles are passed over.
///
/// Without any block every line of the text is taken for a body paragraph. Takes time linear in the
/// length of the text; a sentence of more than a few hundred words is cut where a clause ends.
pub fn segment(text: &Text, blocks: &[Block], language: Option<&str>) -> Segmented {
    segment_in_steps(text, blocks, language, &|_| true).unwrap_or_default()
}

/// Characters after which the caller of [`segment_in_steps`] is told.
const STEP: usize = 100_000;

/// As [`segment`]; `step` takes the share of the text that each step read, and says whether to go on.
/// `None` where it says no.
pub(crate) fn segment_in_steps(
    text: &Text,
    blocks: &[Block],
    language: Option<&str>,
    step: &dyn Fn(f32) -> bool,
) -> Option<Segmented> {
    let stops = Stops::of_language(language);
    let language = Language::from_code(language);
    let lines;
    let blocks = if blocks.is_empty() {
        lines = body_lines(text);
        lines.as_slice()
    } else {
        blocks
    };
    let mut segmented = Segmented::default();
    let mut told = 0;
    for (index, block) in blocks.iter().enumerate() {
        if block.span.start >= told + STEP {
            let part = (block.span.start - told) as f32 / text.len().max(1) as f32;
            told = block.span.start;
            if !step(part) {
                return None;
            }
        }
        if !block.role.is_reported() {
            continue;
        }
        let is_paragraph = block.role.is_body() && block.role != Role::Subheading;
        segmented.paragraphs += usize::from(is_paragraph);
        let chars: Vec<char> = text.slice(block.span).chars().collect();
        for sentence in sentences::sentences(&chars, stops) {
            let words = chars.get(sentence.clone()).unwrap_or_default();
            let at = block.span.start + sentence.start;
            let from = segmented.tokens.len();
            tokens::push_tokens(words, at, language, &mut segmented.tokens);
            segmented.passages.push(Passage {
                span: Span::new(at, block.span.start + sentence.end),
                block: index,
                role: block.role,
                paragraph: if is_paragraph { segmented.paragraphs } else { 0 },
                tokens: from..segmented.tokens.len(),
            });
        }
    }
    step(text.len().saturating_sub(told) as f32 / text.len().max(1) as f32).then_some(segmented)
}

/// Normal forms of the words and numbers of a short text by itself: a name, a term.
pub fn normal_words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    tokens::push_tokens(&chars, 0, Language::from_code(None), &mut tokens);
    tokens.into_iter().filter(|token| token.kind != TokenKind::Mark).map(|token| token.norm).collect()
}

/// Every line with something on it as a body block.
fn body_lines(text: &Text) -> Vec<Block> {
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.as_str().split('\n') {
        let length = line.chars().count();
        if !line.trim().is_empty() {
            blocks.push(Block::new(Role::Body, Span::new(at, at + length)));
        }
        at += length + 1;
    }
    blocks
}

#[cfg(test)]
mod tests;
