//! Markdown, as the text that it renders to. Fields in its front matter become metadata.

use collation::{Metadata, Role};
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::Article;
use super::decode::Decoded;
use super::draft::Draft;
use super::error::Fault;
use super::moment;
use super::txt::{about_encoding, one_line_end};

/// The article of a Markdown text.
pub(super) fn read(name: &str, decoded: Decoded) -> Result<Article, Fault> {
    let Decoded { text, encoding, guessed, broken } = decoded;
    let text = one_line_end(text);
    let mut writer = Writer::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    Parser::new_ext(&text, options).for_each(|event| writer.event(event));
    let mut draft = writer.draft;
    if draft.is_empty() {
        return Err(Fault::NoArticle("The file holds no text".to_owned()));
    }
    draft.notices.extend(about_encoding(&encoding, guessed, broken));
    draft.encoding = Some(encoding);
    Ok(draft.finish(name, "md"))
}

#[derive(Default)]
struct Writer {
    draft: Draft,
    open: String,
    heading: bool,
    first_level: bool,
    quotes: usize,
    items: usize,
    /// Inside a footnote, an image's description, or the front matter.
    skipped: usize,
    in_front_matter: bool,
    has_headline: bool,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle)) => {
                self.in_front_matter = true;
            }
            Event::End(TagEnd::MetadataBlock(_)) => {
                self.in_front_matter = false;
                let matter = std::mem::take(&mut self.open);
                front_matter(&matter, &mut self.draft.meta);
            }
            Event::Start(Tag::Image { .. } | Tag::FootnoteDefinition(_)) => self.skipped += 1,
            Event::End(TagEnd::Image | TagEnd::FootnoteDefinition) => self.skipped = self.skipped.saturating_sub(1),
            _ if self.skipped > 0 => {}
            Event::Start(Tag::Heading { level, .. }) => {
                self.flush();
                self.heading = true;
                self.first_level = level == pulldown_cmark::HeadingLevel::H1;
            }
            Event::End(TagEnd::Heading(_)) => {
                self.flush();
                self.heading = false;
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.flush();
                self.quotes += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            Event::Start(Tag::Item) => {
                self.flush();
                self.items += 1;
            }
            Event::End(TagEnd::Item) => {
                self.flush();
                self.items = self.items.saturating_sub(1);
            }
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::TableRow | Tag::TableHead)
            | Event::End(
                TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::TableRow | TagEnd::TableHead,
            )
            | Event::Rule => self.flush(),
            Event::End(TagEnd::TableCell) => self.open.push('\t'),
            Event::Text(text) | Event::Code(text) => self.open.push_str(&text),
            // A line end inside a paragraph is a space in what is rendered.
            Event::SoftBreak => self.open.push(' '),
            Event::HardBreak => self.open.push('\n'),
            _ => {}
        }
    }

    fn flush(&mut self) {
        if self.in_front_matter {
            return;
        }
        let text = std::mem::take(&mut self.open);
        if text.trim().is_empty() {
            return;
        }
        let is_headline = self.heading && self.first_level && !self.has_headline && self.draft.body_chars() == 0;
        self.has_headline |= is_headline;
        let role = match () {
            () if is_headline => Role::Headline,
            () if self.heading => Role::Subheading,
            () if self.quotes > 0 => Role::Quote,
            () if self.items > 0 => Role::List,
            () => Role::Body,
        };
        self.draft.push(role, &text, None);
    }
}

/// `title: …` lines, as site generators and clippers write them.
fn front_matter(matter: &str, meta: &mut Metadata) {
    for (name, value) in matter.lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim().trim_matches(['"', '\'']).trim();
        if value.is_empty() {
            continue;
        }
        match name.trim().to_lowercase().as_str() {
            "title" | "headline" => meta.title = Some(value.to_owned()),
            "author" | "authors" | "byline" => meta.byline = Some(value.trim_matches(['[', ']']).to_owned()),
            "outlet" | "publisher" | "site" | "publication" => meta.outlet = Some(value.to_owned()),
            "date" | "published" | "created" => meta.published = moment::iso(value),
            "url" | "source" | "link" if value.starts_with("http") => meta.url = Some(value.to_owned()),
            "source" => meta.outlet = Some(value.to_owned()),
            "language" | "lang" => meta.language = Some(value.to_lowercase()),
            _ => {}
        }
    }
}
