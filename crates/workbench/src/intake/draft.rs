//! An article on its way from its format to a [`Witness`]: blocks one after another, then metadata.

use collation::clean;
use collation::{Block, Metadata, Role, Span, Text, Witness};

use super::Article;
use super::byline;
use super::notice::IntakeNotice;

/// The blocks of an article in the order of reading, each with the role that its format tells.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    chars: usize,
    blocks: Vec<Block>,
    pub meta: Metadata,
    /// What is guessed where neither the format nor the text tells.
    pub fallback: Metadata,
    pub notices: Vec<IntakeNotice>,
    pub encoding: Option<String>,
}

impl Draft {
    /// Adds a block; a blank line parts it from the one before. Text without words to see is left out.
    pub fn push(&mut self, role: Role, text: &str, reason: Option<&str>) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
            self.chars += 2;
        }
        let start = self.chars;
        self.text.push_str(text);
        self.chars += text.chars().count();
        let reason = reason.map(str::to_owned);
        self.blocks.push(Block { role, span: Span::new(start, self.chars), reason });
    }

    /// As [`Draft::push`]; a blank line, or two line breaks, inside the text begin a new block.
    pub fn push_lines(&mut self, role: Role, text: &str) {
        let text: String = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')).collect();
        for part in text.split("\n\n") {
            self.push(role, part, None);
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Characters of the article proper so far.
    pub fn body_chars(&self) -> usize {
        self.blocks.iter().filter(|block| block.role.is_body()).map(|block| block.span.len()).sum()
    }

    /// The article, with roles and metadata completed from its text.
    pub fn finish(self, name: &str, format: &str) -> Article {
        let text = Text::new(self.text);
        let mut labelled = clean::label_parts(&text, self.blocks);
        let told = self.meta.byline.as_ref().or(self.fallback.byline.as_ref());
        let lone = byline::lone(&text, &mut labelled.blocks, told.map(String::as_str));
        labelled.meta.byline = labelled.meta.byline.or(lone);
        let meta = complete(complete(self.meta, labelled.meta), self.fallback);
        let witness = Witness {
            path: name.to_owned(),
            format: format.to_owned(),
            encoding: self.encoding,
            meta,
            text,
            blocks: labelled.blocks,
            ..Witness::default()
        };
        Article { witness, notices: self.notices }
    }
}

/// What the format told, and where it told nothing, what the text tells: a guess, and named as one.
pub(super) fn complete(told: Metadata, text: Metadata) -> Metadata {
    let mut guessed = told.guessed.clone();
    let mut pick = |name: &str, told: Option<String>, found: Option<String>| {
        let told = told.filter(|value| !value.trim().is_empty());
        if told.is_none() && found.is_some() {
            guessed.push(name.to_owned());
        }
        told.or(found)
    };
    let meta = Metadata {
        title: pick("title", told.title, text.title),
        byline: pick("byline", told.byline, text.byline),
        outlet: pick("outlet", told.outlet, text.outlet),
        agency: pick("agency", told.agency, text.agency),
        published: pick("published", told.published, text.published),
        language: pick("language", told.language, text.language),
        url: pick("url", told.url, text.url),
        guessed: Vec::new(),
    };
    Metadata { guessed, ..meta }
}
