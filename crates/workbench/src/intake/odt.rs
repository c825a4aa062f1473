//! OpenDocument texts: paragraphs and headings with the roles that their styles tell. Notes,
//! comments and deleted text are left out.

use std::collections::BTreeMap;

use collation::Role;

use super::Article;
use super::archive::Archive;
use super::draft::Draft;
use super::error::Fault;
use super::xml::{self, Attributes, Step};

/// The article of the document in `bytes`.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Article, Fault> {
    let mut archive = Archive::open(bytes)?;
    if archive
        .member("META-INF/manifest.xml")?
        .is_some_and(|manifest| String::from_utf8_lossy(&manifest).contains("encryption-data"))
    {
        return Err(Fault::NoArticle("The document is protected by a password".to_owned()));
    }
    let content = archive.needed("content.xml")?;
    let mut writer = Writer::default();
    xml::walk(&content, |step| writer.step(step))?;
    if let Some(about) = archive.member("meta.xml")? {
        let mut fields = BTreeMap::new();
        xml::texts(&about, &["title"], &mut fields);
        writer.draft.fallback.title = fields.remove("title");
    }
    if writer.draft.is_empty() {
        return Err(Fault::NoArticle("This document holds no text; it may be a picture of a page".to_owned()));
    }
    Ok(writer.draft.finish(name, "odt"))
}

#[derive(Default)]
struct Writer {
    draft: Draft,
    /// The named style behind each style that the document made for itself.
    parents: BTreeMap<String, String>,
    open: Vec<(Role, String)>,
    items: usize,
    skipped: usize,
    has_headline: bool,
}

impl Writer {
    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Open("note" | "annotation" | "tracked-changes" | "table-of-content" | "sequence-decls", _) => {
                self.skipped += 1;
            }
            Step::Close("note" | "annotation" | "tracked-changes" | "table-of-content" | "sequence-decls") => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            Step::Open("style", attributes) => {
                if let (Some(name), Some(parent)) = (attributes.get("name"), attributes.get("parent-style-name")) {
                    self.parents.insert(name, parent);
                }
            }
            Step::Open("list-item", _) => self.items += 1,
            Step::Close("list-item") => self.items = self.items.saturating_sub(1),
            Step::Open("h", attributes) => {
                let level = attributes.get("outline-level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
                let is_headline = level == 1 && !self.has_headline && self.draft.body_chars() == 0;
                self.open.push((if is_headline { Role::Headline } else { Role::Subheading }, String::new()));
            }
            Step::Open("p", attributes) => {
                let role = self.role(&attributes);
                self.open.push((role, String::new()));
            }
            Step::Close("h" | "p") => self.close(),
            Step::Open("s", attributes) => {
                let count = attributes.get("c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                self.write(&" ".repeat(count.min(200)));
            }
            Step::Open("tab", _) => self.write("\t"),
            Step::Open("line-break", _) => self.write("\n"),
            Step::Text(text) => self.write_collapsed(text),
            _ => {}
        }
    }

    fn role(&self, attributes: &Attributes<'_>) -> Role {
        let style = attributes.get("style-name").unwrap_or_default();
        let named = self.parents.get(&style).unwrap_or(&style).replace("_20_", " ").to_lowercase();
        match named.as_str() {
            "title" if !self.has_headline => Role::Headline,
            "title" | "subtitle" => Role::Subheading,
            "quotations" | "quote" => Role::Quote,
            _ if self.items > 0 => Role::List,
            _ if named.contains("caption") || named == "illustration" => Role::Caption,
            _ => Role::Body,
        }
    }

    fn write(&mut self, text: &str) {
        if let Some((_, open)) = self.open.last_mut() {
            open.push_str(text);
        }
    }

    /// Runs of white space in the file stand for one space.
    fn write_collapsed(&mut self, text: &str) {
        let Some((_, open)) = self.open.last_mut() else { return };
        for c in text.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r') {
                open.push(c);
            } else if !open.ends_with([' ', '\n', '\t']) && !open.is_empty() {
                open.push(' ');
            }
        }
    }

    fn close(&mut self) {
        let Some((role, text)) = self.open.pop() else { return };
        self.has_headline |= role == Role::Headline && !text.trim().is_empty();
        self.draft.push_lines(role, &text);
    }
}
