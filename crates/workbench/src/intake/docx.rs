//! Word documents: paragraphs with the roles that their styles tell. Text that was deleted under
//! tracked changes, hidden text, field codes, notes, headers and footers are left out.

use std::collections::BTreeMap;

use collation::{Metadata, Role, clean};

use super::archive::Archive;
use super::draft::Draft;
use super::error::Fault;
use super::xml::{self, Step};

/// The paragraphs of the document, before its text is labelled.
pub(super) fn draft(bytes: &[u8]) -> Result<Draft, Fault> {
    let mut archive = Archive::open(bytes)?;
    let styles = match archive.member("word/styles.xml")? {
        Some(bytes) => styles(&bytes).unwrap_or_default(),
        None => BTreeMap::new(),
    };
    let document = archive.needed("word/document.xml")?;
    let mut writer = Writer { styles, ..Writer::default() };
    xml::walk(&document, |step| writer.step(step))?;
    let mut draft = writer.finish();
    if draft.is_empty() {
        return Err(Fault::NoArticle("This Word document holds no text; it may be a picture of a page".to_owned()));
    }
    draft.fallback = fallback(&mut archive);
    Ok(draft)
}

/// What the document's properties and links tell where its text tells nothing. Damage there costs a guess.
fn fallback(archive: &mut Archive<'_>) -> Metadata {
    let mut about = Metadata::default();
    if let Ok(Some(core)) = archive.member("docProps/core.xml") {
        let mut fields = BTreeMap::new();
        xml::texts(&core, &["title", "creator"], &mut fields);
        about.title = fields.remove("title");
        about.byline = fields.remove("creator").filter(|name| is_writer(name));
    }
    if let Ok(Some(app)) = archive.member("docProps/app.xml") {
        let mut fields = BTreeMap::new();
        xml::texts(&app, &["Company"], &mut fields);
        about.outlet = fields.remove("Company");
    }
    if let Ok(Some(links)) = archive.member("word/_rels/document.xml.rels") {
        let mut addresses = Vec::new();
        // What can't be read has no links to tell.
        let _ = xml::walk(&links, |step| {
            if let Step::Open("Relationship", attributes) = step
                && attributes.get("Type").is_some_and(|kind| kind.ends_with("/hyperlink"))
            {
                addresses.extend(attributes.get("Target"));
            }
        });
        about.outlet = links_to_one_house(&addresses).or(about.outlet);
    }
    about
}

/// Names that programs put in for a writer.
fn is_writer(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_program = ["microsoft", "office", "user", "python-docx", "admin", "docx", "unknown", "author", "windows"]
        .iter()
        .any(|word| lower.contains(word));
    !is_program && (2..=5).contains(&name.split_whitespace().count())
}

/// The host that most of an article's links lead to: pages link to themselves, and the links stay when they are
/// pasted into a document.
fn links_to_one_house(addresses: &[String]) -> Option<String> {
    let mut hosts: BTreeMap<&str, usize> = BTreeMap::new();
    for address in addresses {
        let host = address.split("//").nth(1).and_then(|rest| rest.split(['/', '?', ':']).next());
        *hosts.entry(host.unwrap_or_default().trim_start_matches("www.")).or_default() += 1;
    }
    let (host, count) = hosts.into_iter().max_by_key(|(_, count)| *count)?;
    (!host.is_empty() && count >= 2 && count * 3 >= addresses.len() * 2).then(|| host.to_owned())
}

/// Roles by style: what the style is called in English, whatever its identifier.
fn styles(bytes: &[u8]) -> Result<BTreeMap<String, Style>, Fault> {
    let mut styles = BTreeMap::new();
    let mut open: Option<String> = None;
    xml::walk(bytes, |step| match step {
        Step::Open("style", attributes) => open = attributes.get("styleId"),
        Step::Open("name", attributes) => {
            if let (Some(id), Some(name)) = (&open, attributes.get("val")) {
                styles.insert(id.clone(), Style::named(&name));
            }
        }
        Step::Close("style") => open = None,
        _ => {}
    })?;
    Ok(styles)
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Style {
    #[default]
    Plain,
    Title,
    Subtitle,
    Heading(u8),
    Quote,
    Caption,
    List,
    Byline,
}

impl Style {
    fn named(name: &str) -> Self {
        let name = name.to_lowercase();
        match name.as_str() {
            "title" => Self::Title,
            "subtitle" => Self::Subtitle,
            "quote" | "intense quote" | "block text" | "quotations" => Self::Quote,
            "caption" => Self::Caption,
            "byline" | "by-line" | "author" | "authors" => Self::Byline,
            _ if name.starts_with("list ") => Self::List,
            _ => name.strip_prefix("heading ").and_then(|level| level.parse().ok()).map_or(Self::Plain, Self::Heading),
        }
    }
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Style,
    is_item: bool,
}

#[derive(Default)]
struct Writer {
    draft: Draft,
    styles: BTreeMap<String, Style>,
    /// Text boxes put paragraphs inside paragraphs.
    open: Vec<Paragraph>,
    /// Inside elements whose text is not the document's.
    skipped: usize,
    in_run: bool,
    in_text: bool,
    hidden: bool,
    has_headline: bool,
}

impl Writer {
    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Open("Fallback" | "moveFrom" | "del", _) => self.skipped += 1,
            Step::Close("Fallback" | "moveFrom" | "del") => self.skipped = self.skipped.saturating_sub(1),
            _ if self.skipped > 0 => {}
            Step::Open("p", _) => self.open.push(Paragraph::default()),
            Step::Close("p") => self.close(),
            Step::Open("pStyle", attributes) => {
                let style =
                    attributes.get("val").map(|id| self.styles.get(&id).copied().unwrap_or_else(|| by_identifier(&id)));
                if let (Some(paragraph), Some(style)) = (self.open.last_mut(), style) {
                    paragraph.style = style;
                }
            }
            Step::Open("numPr", _) => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.is_item = true;
                }
            }
            Step::Open("outlineLvl", attributes) => {
                let level = attributes.get("val").and_then(|level| level.parse::<u8>().ok()).filter(|level| *level < 9);
                if let (Some(paragraph), Some(level)) = (self.open.last_mut(), level)
                    && paragraph.style == Style::Plain
                {
                    paragraph.style = Style::Heading(level + 1);
                }
            }
            Step::Open("r", _) => (self.in_run, self.hidden) = (true, false),
            Step::Close("r") => (self.in_run, self.hidden) = (false, false),
            Step::Open("vanish", attributes) if self.in_run => self.hidden = attributes.is_on(),
            Step::Open("t", _) => self.in_text = true,
            Step::Close("t") => self.in_text = false,
            Step::Text(text) if self.in_text => self.write(text),
            Step::Open("tab", _) if self.in_run => self.write("\t"),
            Step::Open("br" | "cr", _) if self.in_run => self.write("\n"),
            Step::Open("noBreakHyphen", _) => self.write("\u{2011}"),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut().filter(|_| !self.hidden) {
            paragraph.text.push_str(text);
        }
    }

    fn close(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let at_start = !self.has_headline && self.draft.body_chars() == 0;
        let role = match paragraph.style {
            Style::Title if !self.has_headline => Role::Headline,
            Style::Heading(1) if at_start => Role::Headline,
            Style::Title | Style::Subtitle | Style::Heading(_) => Role::Subheading,
            Style::Quote => Role::Quote,
            Style::Caption => Role::Caption,
            Style::List => Role::List,
            Style::Byline => Role::Byline,
            Style::Plain if paragraph.is_item => Role::List,
            Style::Plain => Role::Body,
        };
        let names = paragraph.text.trim();
        if role == Role::Byline && !names.is_empty() && self.draft.meta.byline.is_none() {
            self.draft.meta.byline = Some(clean::byline(names).unwrap_or(names).to_owned());
        }
        self.has_headline |= role == Role::Headline && !paragraph.text.trim().is_empty();
        self.draft.push_lines(role, &paragraph.text);
    }

    fn finish(mut self) -> Draft {
        while !self.open.is_empty() {
            self.close();
        }
        self.draft
    }
}

/// Identifiers that Word itself gives, for documents without a list of styles.
fn by_identifier(id: &str) -> Style {
    let spaced = id
        .replace("Heading", "heading ")
        .replace("IntenseQuote", "intense quote")
        .replace("ListParagraph", "list paragraph");
    Style::named(&spaced)
}
