//! Mails, and pages that browsers save as one (MHTML): the page or text among the parts.

use collation::{Block, Role};
use mail_parser::{HeaderValue, MessageParser, MimeHeaders, PartType};

use super::Article;
use super::decode::Decoded;
use super::error::Fault;
use super::{html, moment, txt};

/// The page that is saved in `bytes`.
pub(super) fn read_page(name: &str, bytes: &[u8]) -> Result<Article, Fault> {
    let message =
        MessageParser::default().parse(bytes).ok_or_else(|| Fault::Damaged("its header cannot be read".to_owned()))?;
    let page = message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(page) => Some(page.to_string()),
        PartType::Text(text) if part.content_type().is_some_and(|kind| kind.subtype() == Some("xhtml+xml")) => {
            Some(text.to_string())
        }
        PartType::Binary(bytes)
            if part.content_type().is_some_and(|kind| kind.subtype().is_some_and(|kind| kind.contains("html"))) =>
        {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        _ => None,
    });
    let page =
        page.ok_or_else(|| Fault::NoArticle("This saved page holds no HTML; it may have been cut short".to_owned()))?;
    let mut article = html::read_decoded(
        name,
        "mhtml",
        Decoded { text: page, encoding: "UTF-8".to_owned(), guessed: false, broken: false },
    )?;
    article.witness.encoding = None;
    let meta = &mut article.witness.meta;
    let place = |header: &str| match message.header(header) {
        Some(HeaderValue::Text(text)) if text.starts_with("http") => Some(text.to_string()),
        _ => None,
    };
    if meta.url.is_none() {
        meta.url = place("Snapshot-Content-Location").or_else(|| place("Content-Location"));
    }
    if meta.title.is_none() {
        meta.title = message.subject().map(str::to_owned);
    }
    Ok(article)
}

/// The text of the mail in `bytes`: a newsletter, an alert, an article that was sent on.
pub(super) fn read_mail(name: &str, bytes: &[u8]) -> Result<Article, Fault> {
    let message =
        MessageParser::default().parse(bytes).ok_or_else(|| Fault::Damaged("its header cannot be read".to_owned()))?;
    let decoded = |text: String| Decoded { text, encoding: "UTF-8".to_owned(), guessed: false, broken: false };
    let subject = message.subject().map(headline_of).filter(|subject| !subject.is_empty());
    let has_page = message.html_bodies().any(|part| matches!(part.body, PartType::Html(_)));
    let page = message.body_html(0).filter(|_| has_page).and_then(|page| html::read_mail(name, &page, subject).ok());
    let mut article = match page {
        Some(article) => article,
        None => {
            let text = message.body_text(0).ok_or_else(|| Fault::NoArticle("This mail holds no text".to_owned()))?;
            let mut article = txt::read(name, decoded(under(subject, &text)))?;
            article.witness.format = "eml".to_owned();
            let blocks = &mut article.witness.blocks;
            let has_headline = blocks.iter().any(|block| block.role == Role::Headline);
            if let Some(first) = blocks.first_mut().filter(|_| subject.is_some() && !has_headline) {
                *first = Block::new(Role::Headline, first.span);
            }
            article
        }
    };
    article.witness.encoding = None;
    let meta = &mut article.witness.meta;
    let mut tell = |field: &str, value: Option<String>, into: fn(&mut collation::Metadata) -> &mut Option<String>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            *into(meta) = Some(value);
            meta.guessed.retain(|guessed| guessed != field);
        }
    };
    tell("title", subject.map(str::to_owned), |meta| &mut meta.title);
    tell("published", message.date().and_then(|date| moment::iso(&date.to_rfc3339())), |meta| &mut meta.published);
    let sender = message
        .from()
        .and_then(|from| from.first())
        .and_then(|from| from.name().or_else(|| from.address()).map(str::to_owned));
    if meta.outlet.is_none() && sender.is_some() {
        meta.outlet = sender;
        meta.guessed.push("outlet".to_owned());
    }
    Ok(article)
}

/// A subject without what mail programs put before it when a mail is answered or sent on.
fn headline_of(subject: &str) -> &str {
    const BEFORE: [&str; 5] = ["re:", "fw:", "fwd:", "aw:", "wg:"];
    let mut rest = subject.trim();
    while let Some(after) = BEFORE.iter().find_map(|before| {
        let head = rest.get(..before.len()).filter(|head| head.eq_ignore_ascii_case(before))?;
        rest.get(head.len()..)
    }) {
        rest = after.trim_start();
    }
    rest
}

/// Lines in which a text may print its title itself.
const HEAD_LINES: usize = 6;

/// A mail's text below its subject, unless one of its first lines says the same.
fn under(subject: Option<&str>, text: &str) -> String {
    let folded = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(HEAD_LINES);
    match subject {
        Some(subject) if !lines.any(|line| folded(line) == folded(subject)) => format!("{subject}\n\n{text}"),
        _ => text.to_owned(),
    }
}
