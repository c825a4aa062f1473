//! Paragraphs out of the lines of all pages: heads and feet of pages taken out, words joined that a line
//! end parted, paragraphs joined that a column or page end parted.

use std::collections::{BTreeMap, BTreeSet};

use collation::lexicon::vectors;

use super::lines::{Line, PageLines};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Heading,
    Text,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub kind: Kind,
    pub text: String,
}

/// What the pages hold.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub paragraphs: Vec<Paragraph>,
    /// Heads and feet of pages, each once.
    pub margins: Vec<String>,
}

/// The paragraphs of `pages`.
pub(super) fn of(mut pages: Vec<PageLines>) -> Read {
    let margins = take_margins(&mut pages);
    let lines: Vec<(usize, Line)> =
        pages.into_iter().enumerate().flat_map(|(page, lines)| lines.lines.into_iter().map(move |line| (page, line))).collect();
    let Some(measure) = Measure::of(&lines) else { return Read { margins, ..Read::default() } };
    let known: BTreeSet<String> = lines.iter().flat_map(|(_, line)| words(&line.text)).collect();
    let mut read = Read { margins, ..Read::default() };
    let mut open: Option<(Kind, String)> = None;
    let mut before: Option<&(usize, Line)> = None;
    for line in &lines {
        let kind = measure.kind(&line.1);
        let goes_on = before.is_some_and(|before| measure.goes_on(before, line));
        match &mut open {
            Some((of, text)) if *of == kind && goes_on => join(text, &line.1.text, &known),
            _ => {
                close(&mut read, open.take());
                open = Some((kind, line.1.text.clone()));
            }
        }
        before = Some(line);
    }
    close(&mut read, open);
    read
}

fn close(read: &mut Read, open: Option<(Kind, String)>) {
    if let Some((kind, text)) = open {
        let text = text.replace('\u{ad}', "");
        read.paragraphs.push(Paragraph { kind, text });
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

/// Adds a line to a paragraph. A hyphen at the line's end goes where it only marked the break.
fn join(text: &mut String, line: &str, known: &BTreeSet<String>) {
    const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];
    let follows_small = line.chars().next().is_some_and(char::is_lowercase);
    let Some(hyphen) = text.chars().last().filter(|c| HYPHENS.contains(c) && follows_small) else {
        if !text.ends_with(['—', '-', '/']) || text.ends_with(" —") || text.ends_with(" -") {
            text.push(' ');
        }
        text.push_str(line);
        return;
    };
    let head = text.rsplit(char::is_whitespace).next().unwrap_or_default().trim_end_matches(HYPHENS);
    let head = head.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let tail = words(line).next().unwrap_or_default();
    let (joined, hyphened) = (format!("{head}{tail}"), format!("{head}-{tail}"));
    let is_word = |word: &str| vectors::vector_of(word).is_some();
    let is_compound = known.contains(&hyphened)
        || !known.contains(&joined) && !is_word(&joined) && is_word(head.rsplit('-').next().unwrap_or_default()) && is_word(&tail);
    if hyphen == '\u{ad}' || hyphen == '\u{2010}' || !is_compound {
        text.pop();
    }
    text.push_str(line);
}

/// The common sizes of the text.
struct Measure {
    size: f64,
    leading: f64,
    /// Left and right edge of each column of each page.
    edges: BTreeMap<(usize, usize), (f64, f64)>,
    indents: bool,
}

impl Measure {
    fn of(lines: &[(usize, Line)]) -> Option<Self> {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        for (_, line) in lines {
            *sizes.entry((line.size * 4.0).round() as i64).or_default() += line.text.len();
        }
        let size = sizes.into_iter().max_by_key(|(_, letters)| *letters)?.0 as f64 / 4.0;
        let is_body = |line: &Line| (line.size - size).abs() <= size * 0.08;
        let mut gaps: Vec<f64> = pairs(lines)
            .filter(|(a, b)| a.0 == b.0 && a.1.column == b.1.column && is_body(&a.1) && is_body(&b.1))
            .map(|(a, b)| b.1.y - a.1.y)
            .filter(|gap| *gap > size * 0.5)
            .collect();
        gaps.sort_by(f64::total_cmp);
        // Most lines go on, so the lower third is the leading even where paragraphs are short.
        let leading = gaps.get(gaps.len() / 3).copied().unwrap_or(size * 1.3);
        let mut edges: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
        for (page, line) in lines.iter().filter(|(_, line)| is_body(line)) {
            let edge = edges.entry((*page, line.column)).or_insert((line.left, line.right));
            *edge = (edge.0.min(line.left), edge.1.max(line.right));
        }
        let mut measure = Self { size, leading, edges, indents: false };
        let indented = lines.iter().filter(|(page, line)| is_body(line) && measure.is_indented(*page, line)).count();
        let apart = gaps.iter().filter(|gap| **gap > leading * 1.25).count();
        measure.indents = indented >= 3 && indented > apart;
        Some(measure)
    }

    fn kind(&self, line: &Line) -> Kind {
        let is_large = line.size > self.size * 1.12;
        let is_strong = line.is_bold && line.text.chars().count() < 120 && !line.text.ends_with(['.', ',']);
        if is_large || is_strong { Kind::Heading } else { Kind::Text }
    }

    fn is_indented(&self, page: usize, line: &Line) -> bool {
        let left = self.edges.get(&(page, line.column)).map_or(line.left, |edge| edge.0);
        (self.size * 0.6..self.size * 4.0).contains(&(line.left - left))
    }

    /// True where `line` belongs to the paragraph of the line `before` it.
    fn goes_on(&self, before: &(usize, Line), line: &(usize, Line)) -> bool {
        let ((page, a), (next_page, b)) = (before, line);
        if (a.size - b.size).abs() > self.size * 0.08 {
            return false;
        }
        if self.kind(a) == Kind::Heading {
            return page == next_page && a.column == b.column && b.y - a.y < a.size * 1.9;
        }
        let ends = a.text.trim_end_matches(['”', '"', '’', '\'', '»', '“', ')']).ends_with(['.', '!', '?', '…', ':']);
        let (left, right) = self.edges.get(&(*page, a.column)).copied().unwrap_or((a.left, a.right));
        // A line ends early only where the paragraph does: otherwise the next word would stand in it.
        let room = right - a.right;
        let is_full = room < b.first_word + self.size * 0.2;
        let starts_small = b.text.chars().next().is_some_and(char::is_lowercase);
        if page != next_page || a.column != b.column {
            return starts_small || !ends || is_full && !(self.indents && self.is_indented(*next_page, b));
        }
        if b.y - a.y > self.leading * 1.25 || b.y < a.y - self.size {
            return false;
        }
        if self.indents {
            return !self.is_indented(*next_page, b) || self.is_indented(*page, a) && !ends;
        }
        is_full || !ends && starts_small || !ends && room < (right - left) * 0.3
    }
}

fn pairs<T>(all: &[T]) -> impl Iterator<Item = (&T, &T)> {
    all.iter().zip(all.iter().skip(1))
}

/// Share of a page's height that is its head, and as much its foot.
const MARGIN: f64 = 0.12;

/// Takes out what stands at the head or foot of several pages, and what can only be a page number.
fn take_margins(pages: &mut [PageLines]) -> Vec<String> {
    let shape = |line: &Line| -> String {
        let mut shape = String::new();
        for c in line.text.chars() {
            match c {
                c if c.is_ascii_digit() && shape.ends_with('#') => {}
                c if c.is_ascii_digit() => shape.push('#'),
                c => shape.extend(c.to_lowercase()),
            }
        }
        shape
    };
    let place = |line: &Line| (line.y / 3.0).round() as i64;
    let in_margin = |line: &Line, height: f64| line.y < height * MARGIN || line.y > height * (1.0 - MARGIN);
    let mut seen: BTreeMap<(String, i64), usize> = BTreeMap::new();
    for page in pages.iter() {
        for line in page.lines.iter().filter(|line| in_margin(line, page.height)) {
            *seen.entry((shape(line), place(line))).or_default() += 1;
        }
    }
    let twice: BTreeSet<(String, i64)> = seen.into_iter().filter(|(_, count)| *count > 1).map(|(key, _)| key).collect();
    let mut taken: Vec<String> = Vec::new();
    for page in pages {
        let height = page.height;
        let repeats = |line: &Line| (-1..=1).any(|step| twice.contains(&(shape(line), place(line) + step)));
        page.lines.retain(|line| {
            let goes = in_margin(line, height) && (repeats(line) || is_page_number(&line.text) || is_printer_line(&line.text));
            if goes && !taken.contains(&line.text) && !is_page_number(&line.text) {
                taken.push(line.text.clone());
            }
            !goes
        });
    }
    taken
}

/// `3`, `- 3 -`, `3/4`, `Page 3 of 4`.
fn is_page_number(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_joint = |word: &str| matches!(word.to_lowercase().as_str(), "page" | "of" | "seite" | "von" | "p");
    !words.is_empty()
        && words.len() <= 4
        && words.iter().any(|word| is_number(word))
        && words.iter().all(|word| is_number(word) || is_joint(word))
}

/// What browsers print around a page: its address, or the moment and its title.
fn is_printer_line(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_address = ["http://", "https://", "file://"].iter().any(|scheme| first.starts_with(scheme));
    let is_moment = first.split(['/', '.']).count() == 3
        && first.trim_end_matches(',').split(['/', '.']).all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
        && text.contains(':');
    is_address || is_moment
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, left: f64, y: f64, size: f64) -> Line {
        let width = |text: &str| text.chars().count() as f64 * size / 2.0;
        let first = text.split(' ').next().unwrap_or_default();
        Line { text: text.to_owned(), left, right: left + width(text), y, size, is_bold: false, first_word: width(first), column: 0 }
    }

    #[track_caller]
    fn check(pages: &[&[(&str, f64, f64)]], expected: &[&str]) {
        let page = |rows: &&[(&str, f64, f64)]| {
            let lines = rows.iter().map(|(text, left, y)| line(text, *left, *y, 10.0)).collect();
            PageLines { lines, height: 800.0 }
        };
        let read = of(pages.iter().map(page).collect());
        let found: Vec<&str> = read.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn paragraphs_are_found_by_gaps_and_by_short_lines() {
        check(
            &[&[
                ("The council put off the vote on the bar-", 50.0, 100.0),
                ("rage and went home at midnight.", 50.0, 112.0),
                ("It will meet again in the well-", 50.0, 136.0),
                ("known hall on Tuesday evening to", 50.0, 148.0),
                ("vote.", 50.0, 160.0),
                ("Nobody left the room before midnight.", 50.0, 172.0),
            ]],
            &[
                "The council put off the vote on the barrage and went home at midnight.",
                "It will meet again in the well-known hall on Tuesday evening to vote.",
                "Nobody left the room before midnight.",
            ],
        );
    }

    #[test]
    fn heads_and_feet_of_pages_do_not_part_a_paragraph() {
        check(
            &[
                &[("The Weekly — 3 March", 50.0, 30.0), ("The council put off the vote on the", 50.0, 400.0), ("Page 1", 50.0, 780.0)],
                &[("The Weekly — 3 March", 50.0, 30.0), ("barrage.", 50.0, 100.0), ("Page 2", 50.0, 780.0)],
            ],
            &["The council put off the vote on the barrage."],
        );
    }

    #[test]
    fn numbers_of_pages_are_told_from_text() {
        for (text, expected) in
            [("3", true), ("- 3 -", true), ("Page 3 of 4", true), ("3/4", true), ("3 dead", false), ("1914", true), ("", false)]
        {
            assert_eq!(is_page_number(text), expected, "for {text:?}");
        }
        assert!(is_printer_line("11/25/26, 11:09 AM Island council") && is_printer_line("https://a.example/b 1/3"));
        assert!(!is_printer_line("The vote: 3/4 were for it"));
    }
}
