//! Saved web pages. Two extractors vote line by line on what is the article; metadata comes from
//! what the page says of itself. Nothing that a page points to is fetched.

mod meta;
mod page;
mod printed;
mod vote;

use std::panic::{AssertUnwindSafe, catch_unwind};

use collation::Role;
use dom_smoothie::Readability;
use trafilatura::dom::{Document, NodeId};
use trafilatura::{ExtractionFocus, Options};

use super::Article;
use super::decode::{self, Decoded};
use super::draft::Draft;
use super::error::Fault;
use super::notice::IntakeNotice;
use super::txt::about_encoding;
use page::Line;
use vote::{Taken, Vote};

/// What a line that only one of the two readers of pages took for the article is labelled with.
pub const ONE_READER: &str = "possibly not article text";

/// The characters of the page in `bytes`.
pub(super) fn decoded(bytes: &[u8], encoding: Option<&str>) -> Result<Decoded, Fault> {
    decode::decode(bytes, declared(bytes).as_deref(), encoding)
}

/// The texts of the lines below one element, in order.
pub(super) fn texts_below(document: &Document, id: NodeId) -> Vec<String> {
    page::lines_below(document, id).into_iter().map(|line| line.text).collect()
}

/// All that a page shows, a paragraph a line; for pages that are lists of articles.
pub(super) fn text(document: &Document) -> String {
    page::lines(document).into_iter().map(|line| line.text + "\n\n").collect()
}

/// The article of a page that is characters already.
pub(super) fn read_decoded(name: &str, format: &str, decoded: Decoded) -> Result<Article, Fault> {
    let mut draft = draft(&decoded.text, None)?;
    draft.notices.extend(about_encoding(&decoded.encoding, decoded.guessed, decoded.broken));
    draft.encoding = Some(decoded.encoding);
    Ok(draft.finish(name, format))
}

/// The article of a mail that is a page, under the mail's subject.
pub(super) fn read_mail(name: &str, html: &str, subject: Option<&str>) -> Result<Article, Fault> {
    Ok(draft(html, subject)?.finish(name, "eml"))
}

/// The article of the page `html`, before its text is labelled; `called` is its title where something else than the page
/// tells it.
fn draft(html: &str, called: Option<&str>) -> Result<Draft, Fault> {
    let document = Document::parse(html);
    let lines = page::lines(&document);
    if lines.is_empty() {
        return Err(Fault::NoArticle(
            "This page shows no text; it may load it from the network when a browser opens it".to_owned(),
        ));
    }
    let about = meta::read(&document, &lines, html);
    let chosen = choose(&document, &lines, html);
    let mut draft = Draft::default();
    draft.meta = about.meta;
    if let Some(title) = called {
        draft.meta.title = Some(title.to_owned());
    }
    let title = draft.meta.title.clone();
    let title_at = title.as_deref().and_then(|title| headline(&lines, &chosen.votes, title));
    if title_at.is_none()
        && let Some(title) = &title
    {
        draft.push(Role::Headline, title, Some("title of the page"));
    }
    let repeated = vote::repeated(&lines, &chosen.votes);
    let first = chosen.votes.iter().position(|vote| *vote == Vote::Both);
    let last = chosen.votes.iter().rposition(|vote| *vote == Vote::Both);
    for (at, (line, vote)) in lines.iter().zip(&chosen.votes).enumerate() {
        // A picture may stand right above or below the text.
        let inside = first.is_some_and(|first| first <= at + 2) && last.is_some_and(|last| at <= last + 2);
        if Some(at) == title_at {
            draft.push(Role::Headline, &line.text, None);
        } else if repeated.contains(&at) {
            draft.push(Role::Clutter, &line.text, Some("printed twice on the page"));
        } else if *vote == Vote::Both
            && line.is_link
            && matches!(line.role, Role::Body | Role::List)
            && line.text.split_whitespace().count() > 2
        {
            draft.push(Role::Clutter, &line.text, Some("nothing but a link"));
        } else if *vote == Vote::Both {
            draft.push(line.role, &line.text, None);
        } else if line.role == Role::Caption && inside {
            draft.push(Role::Caption, &line.text, None);
        } else if *vote == Vote::One {
            draft.push(Role::Clutter, &line.text, Some(ONE_READER));
        }
    }
    draft.notices.extend(chosen.notice);
    Ok(draft)
}

/// A piece of a page that the reader chose: all of its lines, unless the two extractors agree that
/// most of it is not the article, as when a whole page was selected.
pub(super) fn pasted(html: &str) -> Draft {
    let document = Document::parse(html);
    let lines = page::lines(&document);
    let chosen = choose(&document, &lines, html);
    let weigh = |wanted: bool| -> usize {
        let of = lines.iter().zip(&chosen.votes).filter(|(_, vote)| (**vote == Vote::Both) == wanted);
        of.map(|(line, _)| line.text.len()).sum()
    };
    let is_whole_page = chosen.notice.is_none() && weigh(false) > weigh(true);
    let mut draft = Draft::default();
    for (at, (line, vote)) in lines.iter().zip(&chosen.votes).enumerate() {
        if line.heading == 1 && !lines.iter().take(at).any(|line| line.heading == 1) {
            draft.push(Role::Headline, &line.text, None);
        } else if is_whole_page && *vote != Vote::Both {
            draft.push(Role::Clutter, &line.text, Some(ONE_READER));
        } else {
            draft.push(line.role, &line.text, None);
        }
    }
    draft
}

/// All lines of a chapter, its first heading as its headline.
pub(super) fn chapter(html: &str) -> Draft {
    let mut draft = Draft::default();
    for line in page::lines_of(html) {
        let opens = line.heading > 0 && draft.is_empty();
        draft.push(if opens { Role::Headline } else { line.role }, &line.text, None);
    }
    draft
}

/// Which lines to take, and what to tell about it.
struct Chosen {
    votes: Vec<Vote>,
    notice: Option<IntakeNotice>,
}

/// Fewest bytes of text that make an article.
const LEAST: usize = 200;

fn choose(document: &Document, lines: &[Line], html: &str) -> Chosen {
    // The extractors need time that grows with the square of the nesting; no article is nested so.
    if page::depth(document) > page::DEEPEST {
        let notice = Some(IntakeNotice::TooDeep);
        return Chosen { votes: vec![Vote::Both; lines.len()], notice };
    }
    let one = quietly(|| with_trafilatura(html, ExtractionFocus::FavorPrecision)).unwrap_or_default();
    let other = quietly(|| with_readability(html)).unwrap_or_default();
    let votes = vote::votes(lines, &one, &other);
    let agreed: usize =
        lines.iter().zip(&votes).filter(|(_, vote)| **vote == Vote::Both).map(|(line, _)| line.text.len()).sum();
    if agreed >= LEAST && agreed * 4 >= one.chars.min(other.chars) {
        return Chosen { votes, notice: None };
    }
    // The two took different parts of the page. What one took is better than nothing.
    let alone = if one.chars >= LEAST { &one } else { &other };
    if alone.chars >= LEAST {
        let votes = lines.iter().map(|line| if alone.has(&line.text) { Vote::Both } else { Vote::None }).collect();
        return Chosen { votes, notice: Some(IntakeNotice::ReadersDisagree) };
    }
    Chosen { votes: vec![Vote::Both; lines.len()], notice: Some(IntakeNotice::NoArticleSeen) }
}

/// A panic in one extractor leaves the other; the whole runs on a guarded thread besides.
fn quietly<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok().flatten()
}

fn with_trafilatura(html: &str, focus: ExtractionFocus) -> Option<Taken> {
    let options = Options::default().with_focus(focus).with_exclude_comments(true).with_fallback(true);
    let result = trafilatura::extract(html, &options).ok()?;
    Some(Taken::new(&page::lines_of(&result.content_html)))
}

fn with_readability(html: &str) -> Option<Taken> {
    let article = Readability::new(html, None, None).ok()?.parse().ok()?;
    Some(Taken::new(&page::lines_of(&article.content)))
}

/// Where the page prints its title: the first heading that says the same, before the article's end.
fn headline(lines: &[Line], votes: &[Vote], title: &str) -> Option<usize> {
    let fold =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let title = fold(title);
    if title.is_empty() {
        return None;
    }
    let last = votes.iter().rposition(|vote| *vote == Vote::Both).unwrap_or(lines.len());
    let says_title = |line: &Line| {
        let text = fold(&line.text);
        text == title
            || text.len() >= 15 && title.starts_with(&text)
            || title.len() >= 15 && text.starts_with(&title) && text.len() < title.len() * 2
    };
    let headings =
        |most: u8| lines.iter().take(last + 1).position(|line| (1..=most).contains(&line.heading) && says_title(line));
    headings(1).or_else(|| headings(3))
}

/// The encoding that the page declares in its first bytes.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..8192).unwrap_or(bytes)).to_ascii_lowercase();
    let at = head.find("charset=").map(|at| at + 8).or_else(|| head.find("encoding=").map(|at| at + 9))?;
    let label: String = head
        .get(at..)?
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
        .collect();
    (!label.is_empty()).then_some(label)
}
