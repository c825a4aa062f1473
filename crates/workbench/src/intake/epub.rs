//! E-books, such as a reader's daily paper: every chapter with enough text is an article.

use super::Article;
use super::archive::Archive;
use super::decode;
use super::draft::Draft;
use super::error::Fault;
use super::exports::MOST_ARTICLES;
use super::html;
use super::xml::{self, Step};

/// Fewest characters of a chapter that counts as an article where there are several.
const LEAST: usize = 400;

/// The articles of the book in `bytes`, in the order of reading.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Vec<Article>, Fault> {
    let mut archive = Archive::open(bytes)?;
    if archive.member("META-INF/encryption.xml")?.is_some_and(|list| String::from_utf8_lossy(&list).contains(".xhtml"))
    {
        return Err(Fault::NoArticle("The book is protected against copying".to_owned()));
    }
    let mut package = None;
    xml::walk(&archive.needed("META-INF/container.xml")?, |step| {
        if let Step::Open("rootfile", attributes) = step {
            package = package.take().or(attributes.get("full-path"));
        }
    })?;
    let package = package.ok_or_else(|| Fault::Damaged("its list of contents is missing".to_owned()))?;
    let (mut items, mut order, mut title, mut in_title) = (Vec::new(), Vec::new(), None, false);
    xml::walk(&archive.needed(&package)?, |step| match step {
        Step::Open("item", attributes) => items.extend(attributes.get("id").zip(attributes.get("href"))),
        Step::Open("itemref", attributes) => order.extend(attributes.get("idref")),
        Step::Open("title", _) => in_title = true,
        Step::Close("title") => in_title = false,
        Step::Text(text) if in_title && title.is_none() => title = Some(text.trim().to_owned()),
        _ => {}
    })?;
    let folder = package.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let mut drafts = Vec::new();
    for id in order.iter().take(MOST_ARTICLES) {
        let Some((_, href)) = items.iter().find(|(item, _)| item == id) else { continue };
        let Some(chapter) = archive.member(&format!("{folder}{}", unescaped(href)))? else { continue };
        let chapter = decode::decode(&chapter, None, None)?.text;
        let mut draft = html::chapter(&chapter);
        // A chapter may name the outlet that it was taken from.
        draft.fallback.outlet = title.clone().filter(|title| !title.is_empty());
        drafts.push(draft);
    }
    if drafts.iter().filter(|draft| draft.body_chars() >= LEAST).count() > 1 {
        drafts.retain(|draft| draft.body_chars() >= LEAST);
    }
    drafts.retain(|draft: &Draft| draft.body_chars() > 0);
    if drafts.is_empty() {
        return Err(Fault::NoArticle("This book holds no text".to_owned()));
    }
    Ok(drafts.into_iter().map(|draft| draft.finish(name, "epub")).collect())
}

/// `%20` and its like as characters.
fn unescaped(href: &str) -> String {
    let href = href.split('#').next().unwrap_or(href);
    let mut bytes = Vec::new();
    let mut rest = href.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (byte, hex) {
            (b'%', Some(value)) => {
                bytes.push(value);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
