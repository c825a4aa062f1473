//! PDF: the letters of each page with their places, put together to lines, columns and paragraphs.
//! What stands at the head or foot of page after page is kept, as clutter, behind the article.

mod bombs;
mod capitals;
mod glyphs;
mod hyphens;
mod lines;
mod margins;
mod packings;
mod paragraphs;
mod title;

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use collation::Role;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::draft::Draft;
use super::error::{CUT_SHORT, Fault};
use super::notice::IntakeNotice;
use glyphs::Pages;
use paragraphs::Kind;

/// Most pages that are read.
const MOST_PAGES: usize = 2_000;
/// Most letters of a document.
const MOST_LETTERS: usize = 20_000_000;
/// How long a page, and all pages together, may take.
const PAGE_SECONDS: u64 = 10;
const ALL_SECONDS: u64 = 40;
/// A page with fewer letters has no text of its own.
const FEW_LETTERS: usize = 20;

/// The paragraphs of the document, before its text is labelled.
pub(super) fn draft(bytes: &Arc<[u8]>) -> Result<Draft, Fault> {
    let is_cut = is_cut_short(bytes);
    match whole(bytes) {
        // What is missing tells nothing of why it is.
        Err(Fault::Damaged(_) | Fault::NoArticle(_)) if is_cut => Err(Fault::damaged(CUT_SHORT)),
        Ok(mut draft) if is_cut => {
            draft.notices.push(IntakeNotice::CutShort);
            Ok(draft)
        }
        other => other,
    }
}

/// Bytes at the end of a document among which its mark of the end stands.
const TAIL: usize = 2048;

/// True for a document without its end.
fn is_cut_short(bytes: &[u8]) -> bool {
    let holds = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    !holds(tail, b"%%EOF") && holds(bytes, b" obj")
}

fn whole(bytes: &Arc<[u8]>) -> Result<Draft, Fault> {
    let pdf = match bombs::defused(bytes)? {
        Cow::Borrowed(_) => Pdf::new(Arc::new(Arc::clone(bytes))),
        Cow::Owned(defused) => Pdf::new(defused),
    };
    let pdf = pdf.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Fault::NoArticle(
            "This PDF is protected by a password; save it without one in the program that opens it".to_owned(),
        ),
        LoadPdfError::Decryption(_) => {
            Fault::NoArticle("This PDF is encrypted in a way that Parallax does not know".to_owned())
        }
        LoadPdfError::Invalid => Fault::damaged("its list of pages cannot be read"),
    })?;
    let Drawn { mut pages, pictures, letters, unknown, notices } = drawn(&pdf);
    if unknown * 3 > letters {
        return Err(Fault::NoArticle(
            "The fonts of this PDF do not say which letters they draw, so its text cannot be read".to_owned(),
        ));
    }
    let mut draft = Draft::default();
    draft.notices = notices;
    let margins = margins::take(&mut pages);
    let letters_of = |page: &lines::PageLines| page.lines.iter().map(|line| line.text.len()).sum::<usize>();
    let has_text: Vec<bool> = pages.iter().map(|page| letters_of(page) >= FEW_LETTERS).collect();
    let scanned = pictures.iter().zip(&has_text).filter(|(count, has_text)| **count > 0 && !**has_text).count();
    if scanned > 0 && !has_text.contains(&true) {
        return Err(Fault::NoArticle(
            "This PDF holds pictures of pages, no text; run it through text recognition (OCR) first".to_owned(),
        ));
    }
    if scanned > 0 {
        draft.notices.push(IntakeNotice::PicturePages { pages: scanned, all: pages.len() });
    }
    let paragraphs = paragraphs::of(pages);
    let stated = title::stated(&pdf);
    let headline = title::headline(&paragraphs, stated.as_deref());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let role = match paragraph.kind {
            Kind::Heading if Some(at) == headline => Role::Headline,
            Kind::Heading => Role::Subheading,
            Kind::Text => Role::Body,
        };
        draft.push(role, &paragraph.text, None);
    }
    if draft.is_empty() {
        return Err(Fault::NoArticle("This PDF holds no text".to_owned()));
    }
    draft.fallback.title = stated.filter(|_| headline.is_none());
    let mut words = margins.iter().flat_map(|line| line.split_whitespace());
    draft.fallback.url = words.find(|word| word.starts_with("http")).map(str::to_owned);
    for line in &margins {
        draft.push(Role::Clutter, line, Some("head or foot of a page"));
    }
    if unknown > 0 {
        draft.notices.push(IntakeNotice::UnknownLetters { count: unknown });
    }
    Ok(draft)
}

/// What all pages draw.
#[derive(Default)]
struct Drawn {
    pages: Vec<lines::PageLines>,
    /// Pictures of each page.
    pictures: Vec<usize>,
    letters: usize,
    unknown: usize,
    notices: Vec<IntakeNotice>,
}

fn drawn(pdf: &Pdf) -> Drawn {
    let end = Instant::now() + Duration::from_secs(ALL_SECONDS);
    let count = pdf.pages().len();
    let mut reader = Pages::new(pdf);
    let mut drawn = Drawn::default();
    let mut broken = Vec::new();
    for at in 0..count.min(MOST_PAGES) {
        let deadline = end.min(Instant::now() + Duration::from_secs(PAGE_SECONDS));
        let Some(page) = reader.read(at, deadline).filter(|_| drawn.letters < MOST_LETTERS) else { break };
        if page.lost.is_some() {
            broken.push(at + 1);
        }
        drawn.letters += page.glyphs.len();
        drawn.unknown += page.glyphs.iter().filter(|glyph| glyph.text.contains('\u{fffd}')).count();
        drawn.pictures.push(page.pictures);
        drawn.pages.push(lines::of(page.glyphs, page.height));
        if Instant::now() > end {
            break;
        }
    }
    if !broken.is_empty() {
        drawn.notices.push(IntakeNotice::BrokenPages { pages: broken });
    }
    if drawn.pages.len() < count {
        drawn.notices.push(IntakeNotice::FirstPages { all: count, read: drawn.pages.len() });
    }
    drawn
}
