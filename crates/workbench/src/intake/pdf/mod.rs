//! PDF: the letters of each page with their places, put together to lines, columns and paragraphs.
//! What stands at the head or foot of page after page is kept, as clutter, behind the article.

mod glyphs;
mod hyphens;
mod lines;
mod margins;
mod paragraphs;

use std::sync::Arc;

use collation::Role;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};

use super::draft::Draft;
use super::error::Fault;
use paragraphs::Kind;

/// Most pages that are read.
const MOST_PAGES: usize = 2_000;

/// The paragraphs of the document, before its text is labelled.
pub(super) fn draft(bytes: &Arc<[u8]>) -> Result<Draft, Fault> {
    let pdf = Pdf::new(Arc::new(Arc::clone(bytes))).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Fault::NoArticle("This PDF is protected by a password".to_owned()),
        LoadPdfError::Invalid => Fault::Damaged("its list of pages cannot be read".to_owned()),
    })?;
    let pages = glyphs::pages(&pdf, MOST_PAGES);
    let letters: usize = pages.iter().map(|page| page.glyphs.len()).sum();
    if letters < 20 * pages.len().min(5) && pages.iter().any(|page| page.pictures > 0) {
        return Err(Fault::NoArticle(
            "This PDF holds pictures of pages, no text; run it through text recognition (OCR) first".to_owned(),
        ));
    }
    if letters == 0 {
        return Err(Fault::NoArticle("This PDF holds no text".to_owned()));
    }
    let unknown = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| glyph.text.contains('\u{fffd}')).count();
    if unknown * 3 > letters {
        return Err(Fault::NoArticle(
            "The fonts of this PDF do not say which letters they draw, so its text cannot be read".to_owned(),
        ));
    }
    let mut draft = Draft::default();
    let mut pages: Vec<_> = pages.into_iter().map(|page| lines::of(page.glyphs, page.height)).collect();
    let margins = margins::take(&mut pages);
    let paragraphs = paragraphs::of(pages);
    let headline = paragraphs.iter().position(|paragraph| paragraph.kind == Kind::Heading);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let role = match paragraph.kind {
            Kind::Heading if Some(at) == headline && draft.body_chars() < 300 => Role::Headline,
            Kind::Heading => Role::Subheading,
            Kind::Text => Role::Body,
        };
        draft.push(role, &paragraph.text, None);
    }
    if draft.is_empty() {
        return Err(Fault::NoArticle("This PDF holds no text".to_owned()));
    }
    let mut words = margins.iter().flat_map(|line| line.split_whitespace());
    draft.fallback.url = words.find(|word| word.starts_with("http")).map(str::to_owned);
    for line in &margins {
        draft.push(Role::Clutter, line, Some("head or foot of a page"));
    }
    if unknown > 0 {
        draft.notices.push(format!("{unknown} letters of this PDF cannot be told and stand as �"));
    }
    let count = pdf.pages().len();
    if count > MOST_PAGES {
        draft.notices.push(format!("This PDF has {count} pages; the first {MOST_PAGES} were read"));
    }
    Ok(draft)
}
