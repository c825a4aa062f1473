//! Paragraphs out of the lines of all pages: lines joined that belong together, also where a column or a
//! page ends between them. Knows sizes and places, no words.

use std::collections::BTreeMap;

use super::hyphens::Hyphens;
use super::lines::{Line, PageLines};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Heading,
    Text,
}

#[derive(Debug, PartialEq)]
pub(super) struct Paragraph {
    pub kind: Kind,
    pub text: String,
    /// Of its letters, in points.
    pub size: f64,
}

/// A line and the number of its page.
type Placed = (usize, Line);

/// The paragraphs of `pages`.
pub(super) fn of(pages: Vec<PageLines>) -> Vec<Paragraph> {
    let on_page = |(page, lines): (usize, PageLines)| lines.lines.into_iter().map(move |line| (page, line));
    let lines: Vec<Placed> = pages.into_iter().enumerate().flat_map(on_page).collect();
    let Some(measure) = Measure::of(&lines) else { return Vec::new() };
    let hyphens = Hyphens::of(lines.iter().map(|(_, line)| line.text.as_str()));
    let mut paragraphs = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let more = std::iter::once(first).chain(after).zip(after).take_while(|(a, b)| measure.goes_on(a, b)).count();
        let (same, next) = after.split_at_checked(more).unwrap_or((after, &[]));
        let mut text = first.1.text.clone();
        for (_, line) in same {
            hyphens.join(&mut text, &line.text);
        }
        let text = text.replace('\u{ad}', "");
        let is_bold = first.1.is_bold && same.iter().all(|(_, line)| line.is_bold);
        let kind = measure.kind(&text, first.1.size, is_bold);
        paragraphs.push(Paragraph { kind, text, size: first.1.size });
        rest = next;
    }
    paragraphs
}

/// The common sizes of the text.
struct Measure {
    size: f64,
    leading: f64,
    /// Left and right edge of each column of each page.
    edges: BTreeMap<(usize, usize), (f64, f64)>,
    /// True where paragraphs are told by their first line's indent.
    indents: bool,
    /// True where lines reach the right edge exactly, but for the last of each paragraph.
    justified: bool,
    /// True where most of the text is bold, so that bold says nothing.
    all_bold: bool,
}

impl Measure {
    fn of(lines: &[Placed]) -> Option<Self> {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        for (_, line) in lines {
            *sizes.entry((line.size * 4.0).round() as i64).or_default() += line.text.len();
        }
        let size = sizes.into_iter().max_by_key(|(_, letters)| *letters)?.0 as f64 / 4.0;
        let is_body = |line: &Line| (line.size - size).abs() <= size * 0.08;
        let mut gaps: Vec<f64> = lines
            .iter()
            .zip(lines.iter().skip(1))
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
        // A column's lines may all be short, as a byline's are: it reaches as far as any text does before
        // the next column begins.
        let mut ends: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for (page, line) in lines.iter().filter(|(_, line)| is_body(line)) {
            ends.entry(*page).or_default().push(line.right);
        }
        let mut limits: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for (page, line) in lines {
            limits.insert((*page, line.column), line.limit);
        }
        for (key, edge) in &mut edges {
            let limit = limits.get(key).copied().unwrap_or(f64::INFINITY);
            let on_page = ends.get(&key.0).into_iter().flatten().copied();
            edge.1 = on_page.filter(|end| *end <= limit).fold(edge.1, f64::max);
        }
        let letters = |only_bold: bool| -> usize {
            lines.iter().filter(|(_, line)| line.is_bold || !only_bold).map(|(_, line)| line.text.len()).sum()
        };
        let all_bold = letters(true) * 2 > letters(false);
        let at_edge = |(page, line): &&Placed| {
            edges.get(&(*page, line.column)).is_some_and(|edge| edge.1 - line.right < size * 0.1)
        };
        let (body, full) =
            (lines.iter().filter(|(_, line)| is_body(line)), lines.iter().filter(|(_, line)| is_body(line)));
        let justified = full.filter(at_edge).count() * 10 > body.count() * 6;
        let mut measure = Self { size, leading, edges, indents: false, justified, all_bold };
        let indented = lines.iter().filter(|(page, line)| is_body(line) && measure.is_indented(*page, line)).count();
        let apart = gaps.iter().filter(|gap| **gap > leading * 1.25).count();
        measure.indents = indented >= 3 && indented > apart;
        Some(measure)
    }

    fn kind(&self, text: &str, size: f64, is_bold: bool) -> Kind {
        let is_large = size > self.size * 1.12;
        let is_strong = is_bold && !self.all_bold && text.chars().count() < 120 && !text.ends_with(['.', ',']);
        if is_large || is_strong { Kind::Heading } else { Kind::Text }
    }

    fn is_indented(&self, page: usize, line: &Line) -> bool {
        let left = self.edges.get(&(page, line.column)).map_or(line.left, |edge| edge.0);
        (self.size * 0.6..self.size * 4.0).contains(&(line.left - left))
    }

    /// True where `line` belongs to the paragraph of the line `before` it.
    fn goes_on(&self, before: &Placed, line: &Placed) -> bool {
        let ((page, a), (next_page, b)) = (before, line);
        if (a.size - b.size).abs() > self.size * 0.08 {
            return false;
        }
        let is_same_column = page == next_page && a.column == b.column;
        if a.size > self.size * 1.12 {
            return is_same_column && b.y - a.y < a.size * 1.9;
        }
        let ends = a.text.trim_end_matches(['”', '"', '’', '\'', '»', '“', ')']).ends_with(['.', '!', '?', '…', ':']);
        let (left, right) = self.edges.get(&(*page, a.column)).copied().unwrap_or((a.left, a.right));
        // A line ends early only where the paragraph does: otherwise the next word would stand in it.
        let room = right - a.right;
        let is_full = room < if self.justified { self.size * 0.15 } else { b.first_word + self.size * 0.2 };
        let starts_small = b.text.chars().next().is_some_and(char::is_lowercase);
        if a.is_bold != b.is_bold && (ends || !is_full) {
            return false;
        }
        if !is_same_column {
            let is_new = self.indents && self.is_indented(*next_page, b);
            return !ends && (starts_small || is_full) || is_full && !is_new;
        }
        // Some layouts part paragraphs by a hair; a letter from another font can lower a line as much, but
        // hardly where a sentence ends.
        let gap = if ends { 1.06 } else { 1.25 };
        if b.y - a.y > self.leading * gap || b.y < a.y - self.size {
            return false;
        }
        if self.indents {
            return !self.is_indented(*next_page, b) || self.is_indented(*page, a) && !ends;
        }
        is_full || !ends && starts_small || !ends && room < (right - left) * 0.3
    }
}

#[cfg(test)]
mod tests {
    use super::super::margins;
    use super::*;

    fn line(text: &str, left: f64, y: f64, size: f64) -> Line {
        let width = |text: &str| text.chars().count() as f64 * size / 2.0;
        let first = text.split(' ').next().unwrap_or_default();
        Line {
            text: text.to_owned(),
            left,
            right: left + width(text),
            y,
            size,
            is_bold: false,
            first_word: width(first),
            column: 0,
            limit: f64::INFINITY,
        }
    }

    #[track_caller]
    fn check(pages: &[&[(&str, f64, f64)]], expected: &[&str]) {
        let page = |rows: &&[(&str, f64, f64)]| {
            let lines = rows.iter().map(|(text, left, y)| line(text, *left, *y, 10.0)).collect();
            PageLines { lines, height: 800.0 }
        };
        let mut pages: Vec<PageLines> = pages.iter().map(page).collect();
        margins::take(&mut pages);
        let read = of(pages);
        let found: Vec<&str> = read.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn paragraphs_are_found_by_gaps_and_by_short_lines() {
        check(
            &[&[
                ("The council put off its vote on amend-", 50.0, 100.0),
                ("ments and went home at midnight.", 50.0, 112.0),
                ("It will meet again in the well-", 50.0, 136.0),
                ("known hall on Tuesday evening to", 50.0, 148.0),
                ("vote.", 50.0, 160.0),
                ("Nobody left the room before midnight.", 50.0, 172.0),
            ]],
            &[
                "The council put off its vote on amendments and went home at midnight.",
                "It will meet again in the well-known hall on Tuesday evening to vote.",
                "Nobody left the room before midnight.",
            ],
        );
    }

    #[test]
    fn heads_and_feet_of_pages_do_not_part_a_paragraph() {
        check(
            &[
                &[
                    ("The Weekly — 3 March", 50.0, 30.0),
                    ("The council put off the vote on the", 50.0, 400.0),
                    ("Page 1", 50.0, 780.0),
                ],
                &[("The Weekly — 3 March", 50.0, 30.0), ("barrage.", 50.0, 100.0), ("Page 2", 50.0, 780.0)],
            ],
            &["The council put off the vote on the barrage."],
        );
    }
}
