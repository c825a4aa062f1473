//! An article as it came in: its text, what is known about it, and which part of the text is what.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::span::{Span, Text};

/// Names one article for as long as its project lives; rulings, notes and tags hang on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WitnessKey(pub u32);

/// One article in the comparison. On screen: "article".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    pub key: WitnessKey,
    /// Where it came from, as the reader named it.
    pub path: String,
    /// `txt`, `html`, `docx` …
    pub format: String,
    /// The encoding the bytes were read with, where that was a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    pub meta: Metadata,
    /// Verbatim text; see the command line contract for what that means for each format.
    pub text: Text,
    /// In the order of the text, without overlap. What no block holds is white space.
    pub blocks: Vec<Block>,
}

impl Witness {
    /// What the reader calls it: outlet, else title, else the file's name.
    pub fn name(&self) -> &str {
        [&self.meta.outlet, &self.meta.title]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .find(|name| !name.trim().is_empty())
            .unwrap_or_else(|| self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path))
    }

    /// The title, where the reader does not call the article by it already.
    pub fn title_beside_name(&self) -> Option<&str> {
        self.meta.title.as_deref().filter(|title| *title != self.name())
    }

    /// Number of words in the article proper.
    pub fn words(&self) -> usize {
        self.blocks
            .iter()
            .filter(|block| block.role.is_body())
            .map(|block| self.text.slice(block.span).split_whitespace().count())
            .sum()
    }

    /// Number of lines that are labelled as clutter.
    pub fn hidden_lines(&self) -> usize {
        self.blocks
            .iter()
            .filter(|block| block.role == Role::Clutter)
            .map(|block| self.text.slice(block.span).lines().filter(|line| !line.trim().is_empty()).count())
            .sum()
    }
}

/// What is known about an article. Unknown is `None`, never a guess without its name in `guessed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub outlet: Option<String>,
    pub agency: Option<String>,
    /// ISO 8601: `2024-04-04` or `2024-04-04T09:30:00+02:00`.
    pub published: Option<String>,
    /// ISO 639-1 where there is one.
    pub language: Option<String>,
    pub url: Option<String>,
    /// Fields above that were guessed from the text: `outlet`, `published` ….
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guessed: Vec<String>,
}

/// A stretch of the text with one part to play in the article, in most cases a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub role: Role,
    #[serde(flatten)]
    pub span: Span,
    /// Why it has this role, in words for the reader: `comment form`, `possibly not article text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Block {
    pub fn new(role: Role, span: Span) -> Self {
        Self { role, span, reason: None }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Headline,
    Subheading,
    Dateline,
    Byline,
    Body,
    List,
    Quote,
    Caption,
    Clutter,
}

impl Role {
    /// True for the article proper.
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Body | Self::Subheading | Self::List | Self::Quote)
    }

    /// True where a passage that reports something can stand.
    pub const fn is_reported(self) -> bool {
        self.is_body() || matches!(self, Self::Headline | Self::Caption)
    }
}

/// The letter of a column: A … Z, AA, AB ….
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sigil(pub usize);

impl fmt::Display for Sigil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.0 + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + (rest % 26) as u8));
            rest /= 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(f, "{letter}"))
    }
}

impl Sigil {
    /// Reads `A`, `b`, `AA`; `None` where the word is not a sigil.
    pub fn parse(word: &str) -> Option<Self> {
        if word.is_empty() || word.len() > 4 {
            return None;
        }
        let mut number = 0;
        for letter in word.chars() {
            let letter = letter.to_ascii_uppercase();
            if !letter.is_ascii_uppercase() {
                return None;
            }
            number = number * 26 + (letter as usize - 'A' as usize) + 1;
        }
        Some(Self(number - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigils_run_from_a_through_aa() {
        let names: Vec<String> = [0, 25, 26, 27, 701, 702].map(|n| Sigil(n).to_string()).to_vec();
        assert_eq!(names, ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
        for n in 0..2000 {
            assert_eq!(Sigil::parse(&Sigil(n).to_string()), Some(Sigil(n)));
        }
        assert_eq!(Sigil::parse("3"), None);
    }
}
