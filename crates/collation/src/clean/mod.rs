//! Labels the parts of an article's text: headline, dateline, body, clutter. Deletes nothing.
//!
//! [`label`] takes a plain text, [`label_parts`] a text whose format already told some roles. Both
//! err towards body: what is called clutter by mistake hides a statement, what is called body by
//! mistake costs a glance. Knows no files and no formats.

mod clutter;
mod credit;
mod dateline;
pub mod dates;
mod head;
mod layout;
mod outlet;
mod promo;
mod tongue;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use clutter::reason as clutter_reason;
pub use credit::{agency, byline};
pub use tongue::language;

use crate::span::Text;
use crate::witness::{Block, Metadata, Role};

/// What the labelling of a text found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labelled {
    pub blocks: Vec<Block>,
    pub meta: Metadata,
}

/// Blocks, and what the text tells about title, byline, outlet, date and language.
///
/// Blocks stand in the order of the text, do not overlap, and hold all that is not white space.
pub fn label(text: &Text) -> Labelled {
    let parts = layout::paragraphs(text.as_str())
        .into_iter()
        .map(|paragraph| Part { apart: paragraph.apart, ..Part::new(paragraph.bytes, Role::Body, None) })
        .collect();
    label_all(text, parts)
}

/// As [`label`], for a text whose format told where its blocks are. Blocks that are not
/// [`Role::Body`] keep their role; body blocks are looked at as the paragraphs of a plain text are.
pub fn label_parts(text: &Text, blocks: Vec<Block>) -> Labelled {
    let parts = blocks.into_iter().map(|block| Part::new(text.bytes(block.span), block.role, block.reason)).collect();
    label_all(text, parts)
}

/// A paragraph on its way to its role. `Body` means: nothing else was found yet.
#[derive(Clone, Debug)]
struct Part {
    bytes: Range<usize>,
    role: Role,
    reason: Option<String>,
    /// A blank line stands on both sides.
    apart: bool,
}

impl Part {
    fn new(bytes: Range<usize>, role: Role, reason: Option<String>) -> Self {
        Self { bytes, role, reason, apart: true }
    }

    fn is_open(&self) -> bool {
        self.role == Role::Body
    }

    fn set(&mut self, role: Role, reason: &str) {
        self.role = role;
        self.reason = Some(reason.to_owned());
    }
}

/// A paragraph from this length on, in characters, is prose by its length alone.
const PROSE: usize = 160;

fn label_all(text: &Text, mut parts: Vec<Part>) -> Labelled {
    let string = text.as_str();
    let of = |part: &Part| string.get(part.bytes.clone()).unwrap_or_default();
    let mut meta = Metadata::default();

    for part in parts.iter_mut().filter(|part| part.is_open()) {
        if let Some(reason) = clutter::reason(of(part)) {
            part.set(Role::Clutter, reason);
        } else if credit::is_caption(of(part)) {
            part.set(Role::Caption, "names who took the picture");
        }
    }
    captions_of_missing_pictures(&mut parts, &of);
    buttons_of_notices(&mut parts, &of);
    lines_between_addresses(&mut parts, &of, &mut meta);
    let headline = head::headline(&mut parts, &of);
    let bare_title = head::site_in_title(&mut parts, headline, &of, &mut meta);
    head::head(&mut parts, headline, &of, &mut meta);
    repeats(&mut parts, headline, &of);
    tail(&mut parts, &of, &mut meta);
    inner(&mut parts, headline, &of);
    let parts = datelines(parts, string, &mut meta);

    addresses(&parts, &of, &mut meta);
    // The line of the copyright is the last to be asked: it names the house rather than the paper.
    let owners = parts.iter().filter(|part| part.reason.as_deref() == Some("copyright line"));
    meta.outlet =
        meta.outlet.take().or_else(|| owners.filter_map(|part| outlet::owner(of(part))).next_back().map(one_line));
    let printed_title = headline
        .and_then(|at| parts.iter().find(|part| part.role == Role::Headline).filter(|_| at < parts.len()))
        .map(|part| one_line(of(part)));
    meta.title = bare_title.or(printed_title);
    let first_body = parts.iter().find(|part| part.role.is_body()).map_or(0, |part| part.bytes.start);
    meta.language = language(string.get(first_body..).unwrap_or_default()).map(str::to_owned);
    meta.guessed = guessed(&meta);
    let blocks = parts.into_iter().map(|part| Block {
        role: part.role,
        span: text.span_of_bytes(part.bytes),
        reason: part.reason,
    });
    Labelled { blocks: blocks.collect(), meta }
}

fn guessed(meta: &Metadata) -> Vec<String> {
    [
        ("title", &meta.title),
        ("byline", &meta.byline),
        ("outlet", &meta.outlet),
        ("agency", &meta.agency),
        ("published", &meta.published),
        ("language", &meta.language),
        ("url", &meta.url),
    ]
    .into_iter()
    .filter(|(_, value)| value.is_some())
    .map(|(name, _)| name.to_owned())
    .collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn chars_up_to(text: &str, most: usize) -> usize {
    text.chars().take(most).count()
}

/// True for text that reads as part of a story: a finished sentence of some length, or a long paragraph.
fn is_prose(text: &str) -> bool {
    let chars = chars_up_to(text, PROSE);
    chars >= PROSE || chars >= 60 && layout::ends_sentence(text)
}

/// What stands under a picture that did not load is its caption, if it is no sentence.
fn captions_of_missing_pictures<'a>(parts: &mut [Part], of: &impl Fn(&Part) -> &'a str) {
    let mut after_picture = false;
    for part in parts {
        let line = of(part);
        if part.is_open()
            && after_picture
            && chars_up_to(line, 161) <= 160
            && !layout::ends_sentence(line)
            && !line.contains('\n')
        {
            part.set(Role::Caption, "stands under a picture");
        }
        after_picture = part.reason.as_deref() == Some("placeholder of a picture");
    }
}

/// What stands under a notice of cookies and is no sentence are its buttons: "Accept all", "Only what is needed".
fn buttons_of_notices<'a>(parts: &mut [Part], of: &impl Fn(&Part) -> &'a str) {
    let mut after_notice = false;
    for part in parts {
        let line = of(part);
        let is_short = line.split_whitespace().count() <= 5 && !layout::ends_sentence(line);
        if after_notice && part.is_open() && is_short {
            part.set(Role::Clutter, "site navigation");
        }
        let is_notice = line.to_lowercase().contains("cookie");
        after_notice = part.role == Role::Clutter && (is_notice || after_notice && is_short);
    }
}

/// Short names between two bare addresses belong to them: a site's name and its logo.
fn lines_between_addresses<'a>(parts: &mut [Part], of: &impl Fn(&Part) -> &'a str, meta: &mut Metadata) {
    let bare: Vec<bool> = parts.iter().map(|part| part.reason.as_deref() == Some("bare address")).collect();
    let neighbours = bare.iter().zip(bare.iter().skip(2)).map(|(&before, &after)| before && after);
    for (part, between) in parts.iter_mut().skip(1).zip(neighbours) {
        let line = of(part);
        if between && part.is_open() && line.split_whitespace().count() <= 5 && !layout::ends_sentence(line) {
            part.set(Role::Clutter, "stands between bare addresses");
            meta.outlet.get_or_insert_with(|| one_line(line));
        }
    }
}

/// A paragraph printed before is clutter the second time; nothing is lost with it.
fn repeats<'a>(parts: &mut [Part], headline: Option<usize>, of: &impl Fn(&Part) -> &'a str) {
    let title = headline.and_then(|at| parts.get(at)).map(|part| clutter::fold(of(part)));
    // What comes back more than once is a refrain of the article: the question of an interview, say.
    let mut printings: BTreeMap<&str, usize> = BTreeMap::new();
    for part in parts.iter().filter(|part| part.is_open()) {
        *printings.entry(of(part)).or_default() += 1;
    }
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (at, part) in parts.iter_mut().enumerate() {
        if !part.is_open() && part.role != Role::Subheading {
            continue;
        }
        let line = of(part);
        if Some(at) > headline && title.as_deref().is_some_and(|title| repeats_title(line, title)) {
            part.set(Role::Clutter, "title repeated");
        } else if chars_up_to(line, 100) >= 100 && printings.get(line) == Some(&2) && !seen.insert(line) {
            part.set(Role::Clutter, "printed before");
        }
    }
}

/// True for the title again, with a counter or the site's name behind it at most.
fn repeats_title(line: &str, title: &str) -> bool {
    if line.len() > title.len() + 80 || title.chars().count() < 8 {
        return false;
    }
    let folded = clutter::fold(line);
    let Some(rest) = folded.strip_prefix(title) else { return false };
    let rest = rest.trim_start();
    rest.chars().all(|c| c.is_ascii_digit())
        || rest.starts_with(['|', '-', '–', '—', '·', '»']) && rest.chars().count() <= 40
}

/// Labels what follows the article: forms and menus, contributors, the outlet's signature.
fn tail<'a>(parts: &mut [Part], of: &impl Fn(&Part) -> &'a str, meta: &mut Metadata) {
    let weights: Vec<usize> =
        parts.iter().map(|part| if part.is_open() && is_prose(of(part)) { part.bytes.len() } else { 0 }).collect();
    let whole: usize = weights.iter().sum();
    let mut before = 0;
    let mut end = None;
    for (at, (part, weight)) in parts.iter().zip(&weights).enumerate() {
        let reason = part.reason.as_deref().filter(|_| part.role == Role::Clutter);
        if let Some(reason) =
            reason.filter(|reason| clutter::ends_article(reason) && before * 5 >= whole * 4 && before > 0)
        {
            end = Some((at, reason.to_owned()));
            break;
        }
        before += weight;
    }
    if let Some((at, reason)) = end {
        let after = format!("stands after a {reason}");
        for part in parts.iter_mut().skip(at).filter(|part| matches!(part.role, Role::Body | Role::Subheading)) {
            if chars_up_to(of(part), PROSE) < PROSE {
                part.set(Role::Clutter, &after);
            }
        }
    }
    let body: Vec<usize> = parts.iter().enumerate().filter(|(_, part)| part.is_open()).map(|(at, _)| at).collect();
    for &at in body.iter().rev().take(3) {
        let Some(part) = parts.get_mut(at) else { continue };
        if credit::is_contribution(of(part)) {
            part.set(Role::Byline, "names who contributed");
        } else if promo::is_imprint(of(part)) {
            part.set(Role::Clutter, "about the outlet");
        }
    }
    let (Some(&last), Some(before)) = (body.last(), body.len().checked_sub(2).and_then(|at| body.get(at))) else {
        return;
    };
    let prose_before = parts.get(*before).is_some_and(|part| is_prose(of(part)));
    if let Some(part) = parts.get_mut(last).filter(|part| part.is_open() && prose_before && part.apart)
        && is_signature(of(part))
    {
        meta.outlet.get_or_insert_with(|| one_line(of(part)));
        part.set(Role::Byline, "signature at the end");
    }
}

/// A last line such as `Radio Example`: a few names, no full stop.
fn is_signature(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && line.ends_with(char::is_alphabetic)
        && words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || "-.'’&".contains(c)))
        && words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// Labels lists, quoted paragraphs and the subheadings between paragraphs of the story.
fn inner<'a>(parts: &mut [Part], headline: Option<usize>, of: &impl Fn(&Part) -> &'a str) {
    let prose: Vec<bool> = parts.iter().map(|part| part.is_open() && is_prose(of(part))).collect();
    let follows = |at: usize| prose.get(at + 1).copied().unwrap_or(false);
    let any_before: Vec<bool> =
        prose.iter().scan(false, |seen, &prose| Some(std::mem::replace(seen, *seen || prose))).collect();
    for (at, part) in parts.iter_mut().enumerate() {
        if !part.is_open() || Some(at) == headline {
            continue;
        }
        let line = of(part);
        if layout::starts_item(line) {
            part.role = Role::List;
        } else if line.starts_with("> ") {
            part.role = Role::Quote;
        } else if part.apart && any_before.get(at) == Some(&true) && follows(at) && is_subheading(line) {
            part.role = Role::Subheading;
        }
    }
}

fn is_subheading(line: &str) -> bool {
    let words = line.split_whitespace().count();
    (1..=12).contains(&words)
        && chars_up_to(line, 91) <= 90
        && !line.contains('\n')
        && line.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "\"'‘“".contains(c))
        && line.ends_with(|c: char| c.is_alphanumeric() || "?!\"'’”)".contains(c))
        && !layout::ends_sentence(line.trim_end_matches(['?', '!']))
        // `“No,” he said` opens with the marks that a heading can only enclose.
        && (!line.starts_with(['"', '“', '‘']) || line.ends_with(['"', '”', '’', '?', '!']))
}

/// Splits the dateline off the paragraphs that open with one.
fn datelines(parts: Vec<Part>, string: &str, meta: &mut Metadata) -> Vec<Part> {
    let mut split = Vec::with_capacity(parts.len() + 1);
    // Only the opening of the story has one; liveblogs and round-ups have many, each after a heading.
    let mut paragraphs = 0;
    for part in parts {
        if part.role != Role::Body || paragraphs >= 3 {
            split.push(part);
            continue;
        }
        paragraphs += 1;
        let paragraph = string.get(part.bytes.clone()).unwrap_or_default();
        let Some(line) = dateline::find(paragraph) else {
            split.push(part);
            continue;
        };
        paragraphs = 3;
        meta.agency = meta.agency.take().or(line.agency.map(str::to_owned));
        meta.outlet = meta.outlet.take().or(line.outlet.map(str::to_owned));
        meta.published = meta.published.take().or(line.day.and_then(dates::Day::iso));
        let rest = paragraph.get(line.bytes..).unwrap_or_default();
        let gap = rest.len() - rest.trim_start().len();
        let end = part.bytes.start + line.bytes;
        split.push(Part {
            bytes: part.bytes.start..end,
            role: Role::Dateline,
            reason: Some("place and date".to_owned()),
            apart: false,
        });
        if !rest.trim().is_empty() {
            split.push(Part { bytes: end + gap..part.bytes.end, ..part });
        }
    }
    split
}

/// Takes address, outlet and day from a bare address of the article, if the text prints one.
fn addresses<'a>(parts: &[Part], of: &impl Fn(&Part) -> &'a str, meta: &mut Metadata) {
    let pages = parts.iter().filter(|part| part.reason.as_deref() == Some("bare address")).map(of).filter(|address| {
        let lower = address.to_ascii_lowercase();
        let file =
            [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".css", ".js"].iter().any(|end| lower.ends_with(end));
        lower.starts_with("http") && !file && lower.trim_end_matches('/').matches('/').count() >= 3
    });
    let mut by_host: BTreeMap<&str, usize> = BTreeMap::new();
    let pages: Vec<&str> = pages.collect();
    for page in &pages {
        *by_host.entry(page.split('/').nth(2).unwrap_or_default()).or_default() += 1;
    }
    // Several addresses of one article's sources tell nothing; one, or one host, does.
    let (Some(&page), 1) = (pages.first(), by_host.len()) else { return };
    if pages.len() > 1 {
        return;
    }
    meta.url = Some(page.to_owned());
    meta.published = meta.published.take().or_else(|| dates::find_in_address(page).and_then(dates::Day::iso));
    meta.outlet =
        meta.outlet.take().or_else(|| by_host.keys().next().map(|host| host.trim_start_matches("www.").to_owned()));
}

#[cfg(test)]
mod tests;
