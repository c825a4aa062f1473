//! Heads and feet of pages: lines that stand at the edge of page after page, page numbers, and what browsers
//! print around a page. Takes them out of the text and keeps them.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Line, PageLines};

/// Share of a page's height that is its head, and as much its foot.
const MARGIN: f64 = 0.12;
/// Fewest pages that have the same line at the same place.
const PAGES: usize = 2;

/// Takes out what is the head or foot of a page; each different line once, in the order of the pages.
pub(super) fn take(pages: &mut [PageLines]) -> Vec<String> {
    let in_margin = |line: &Line, height: f64| line.y < height * MARGIN || line.y > height * (1.0 - MARGIN);
    let mut seen: BTreeMap<(String, i64), usize> = BTreeMap::new();
    for page in pages.iter() {
        let keys: BTreeSet<(String, i64)> = page
            .lines
            .iter()
            .filter(|line| in_margin(line, page.height))
            .map(|line| (shape(&line.text), place(line)))
            .collect();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    let repeats = |line: &Line| {
        let shape = shape(&line.text);
        let count = |step: i64| seen.get(&(shape.clone(), place(line) + step)).copied().unwrap_or_default();
        count(-1) + count(0) + count(1) >= PAGES
    };
    let mut taken = Vec::new();
    let mut known = BTreeSet::new();
    for page in pages {
        let height = page.height;
        page.lines.retain(|line| {
            let goes =
                in_margin(line, height) && (repeats(line) || is_page_number(&line.text) || is_printer_line(&line.text));
            if goes && known.insert(line.text.clone()) {
                taken.push(line.text.clone());
            }
            !goes
        });
    }
    taken
}

/// The line with each number as one sign, so that `Page 3` is like `Page 4`.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars() {
        match c {
            c if c.is_ascii_digit() && shape.ends_with('#') => {}
            c if c.is_ascii_digit() => shape.push('#'),
            c => shape.extend(c.to_lowercase()),
        }
    }
    shape
}

fn place(line: &Line) -> i64 {
    (line.y / 3.0).round() as i64
}

/// `3`, `- 3 -`, `3/4`, `Page 3 of 4`.
fn is_page_number(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_joint = |word: &str| matches!(word.to_lowercase().as_str(), "page" | "of" | "seite" | "von" | "p" | "sur");
    !words.is_empty()
        && words.len() <= 4
        && words.iter().any(|word| is_number(word))
        && words.iter().all(|word| is_number(word) || is_joint(word))
}

/// What browsers print around a page: its address, or the moment and its title.
fn is_printer_line(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (first, last) = (words.next().unwrap_or_default(), text.split_whitespace().next_back().unwrap_or_default());
    let is_address = |word: &str| ["http://", "https://", "file://"].iter().any(|scheme| word.starts_with(scheme));
    let is_day = |word: &str| {
        let parts: Vec<&str> =
            word.trim_end_matches(',').split(['/', '.', '-']).filter(|part| !part.is_empty()).collect();
        parts.len() == 3 && parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_time = |word: &str| {
        word.split_once(':').is_some_and(|(hours, minutes)| {
            hours.len() <= 2
                && hours.parse::<u8>().is_ok()
                && minutes.get(..2).is_some_and(|two| two.parse::<u8>().is_ok())
        })
    };
    let is_moment = is_day(first) && words.next().is_some_and(is_time);
    let ends_in_moment = || {
        let from_end: Vec<&str> = text.split_whitespace().rev().take(3).collect();
        match from_end.as_slice() {
            [time, day, ..] if is_day(day) && is_time(time) => true,
            [_, time, day] => is_day(day) && is_time(time),
            _ => false,
        }
    };
    is_address(first) || is_address(last) || is_moment || ends_in_moment()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_told_from_text() {
        for (text, expected) in [
            ("3", true),
            ("- 3 -", true),
            ("Page 3 of 4", true),
            ("3/4", true),
            ("3 dead", false),
            ("1914", true),
            ("", false),
        ] {
            assert_eq!(is_page_number(text), expected, "for {text:?}");
        }
    }

    #[test]
    fn lines_of_browsers_are_told_from_text() {
        for (text, expected) in [
            ("11/25/26, 11:09 AM Island council", true),
            ("25.11.26, 11:09 Inselrat", true),
            ("https://a.example/b 1/3", true),
            ("Island council https://a.example/b", true),
            ("1 of 3 25/11/2026, 14:22", true),
            ("The vote: 3/4 were for it", false),
            ("He came on 25/11/2026 and left", false),
        ] {
            assert_eq!(is_printer_line(text), expected, "for {text:?}");
        }
    }
}
