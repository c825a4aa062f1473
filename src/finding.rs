//! Where words stand in texts, in any case. Knows nothing of the window.

use std::collections::BTreeMap;

use collation::ruling::Anchor;
use collation::sheet::Sheet;
use collation::span::Span;
use collation::{Text, WitnessKey};

/// Most places that are kept for one search.
const MOST: usize = 20_000;

/// One place that holds the words searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub event: usize,
    /// Column in its event.
    pub column: usize,
    pub place: Anchor,
    /// The row whose passage holds it; clutter, headlines and bylines may stand in none.
    pub row: Option<Anchor>,
}

/// All places that hold the words, by event, article and place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    pub words: String,
    pub list: Vec<Hit>,
    by_article: BTreeMap<WitnessKey, Vec<Span>>,
    by_row: BTreeMap<Anchor, usize>,
}

impl Hits {
    /// Where the words stand in an article, in order, as far as they are in the list.
    pub fn in_article(&self, article: WitnessKey) -> &[Span] {
        self.by_article.get(&article).map(Vec::as_slice).unwrap_or_default()
    }

    /// How often a row holds the words.
    pub fn in_row(&self, row: Anchor) -> usize {
        self.by_row.get(&row).copied().unwrap_or_default()
    }
}

/// Every place in the articles of `sheet` that holds `words`. Takes time linear in their length.
pub fn find(sheet: &Sheet, words: &str) -> Hits {
    let mut hits = Hits { words: words.to_owned(), ..Hits::default() };
    let wanted = lower(words.trim());
    if wanted.is_empty() {
        return hits;
    }
    for (number, event) in sheet.events.iter().enumerate() {
        for (column, &member) in event.members.iter().enumerate() {
            let Some(article) = sheet.articles.get(member) else { continue };
            let key = article.witness.key;
            let mut spans = places_in(article.witness.text.as_str(), 0, &wanted);
            let mut rows: Vec<Option<Anchor>> = vec![None; spans.len()];
            for row in &event.rows {
                let cell = row.cells.get(column).and_then(Option::as_ref);
                for passage in cell.into_iter().flat_map(|cell| &cell.passages) {
                    let from = spans.partition_point(|span| span.end <= passage.span.start);
                    let to = spans.partition_point(|span| span.start < passage.span.end);
                    if to > from {
                        *hits.by_row.entry(row.anchor).or_default() += to - from;
                    }
                    for slot in rows.iter_mut().take(to).skip(from) {
                        slot.get_or_insert(row.anchor);
                    }
                }
            }
            let found = spans.iter().zip(rows).map(|(&span, row)| Hit {
                event: number,
                column,
                place: Anchor { article: key, span },
                row,
            });
            let room = MOST.saturating_sub(hits.list.len());
            hits.list.extend(found.take(room));
            spans.truncate(room);
            if !spans.is_empty() {
                hits.by_article.insert(key, spans);
            }
        }
    }
    hits
}

/// Where `words` stand in `passage` of a text.
pub fn places(text: &Text, passage: Span, words: &str) -> Vec<Span> {
    places_in(text.slice(passage), passage.start, &lower(words.trim()))
}

fn lower(words: &str) -> Vec<char> {
    words.chars().flat_map(char::to_lowercase).collect()
}

/// Places without overlap; `start` is the number of the first character of `text`.
///
/// Lower case may be longer than the letter itself, so characters are compared one by one.
fn places_in(text: &str, start: usize, wanted: &[char]) -> Vec<Span> {
    let Some(&first) = wanted.first() else { return Vec::new() };
    let mut places: Vec<Span> = Vec::new();
    let mut free = 0;
    for (at, (byte, letter)) in text.char_indices().enumerate() {
        if at >= free
            && letter.to_lowercase().next() == Some(first)
            && let Some(length) = text.get(byte..).and_then(|tail| prefix(tail, wanted))
        {
            places.push(Span::new(start + at, start + at + length));
            free = at + length;
        }
    }
    places
}

/// How many characters of `text` make up `wanted` at its beginning. Any white space is as good as a
/// space.
fn prefix(text: &str, wanted: &[char]) -> Option<usize> {
    let mut rest = wanted;
    for (number, letter) in text.chars().enumerate() {
        for lower in letter.to_lowercase() {
            let (&next, others) = rest.split_first()?;
            if next != lower && !(next == ' ' && lower.is_whitespace()) {
                return None;
            }
            rest = others;
        }
        if rest.is_empty() {
            return Some(number + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        type Case = (&'static str, &'static str, &'static [(usize, usize)]);
        let cases: [Case; 7] = [
            ("Bridge, bridge", "bridge", &[(10, 16), (18, 24)]),
            ("İstanbul", "stan", &[(11, 15)]),
            ("Bridge", "bridges", &[]),
            ("the old\nbridge", "old bridge", &[(14, 24)]),
            ("aaaa", "aa", &[(10, 12), (12, 14)]),
            ("STRASSE Straße", "straße", &[(18, 24)]),
            ("x", "", &[]),
        ];
        for (text, words, expected) in cases {
            let found: Vec<(usize, usize)> =
                places_in(text, 10, &lower(words)).iter().map(|span| (span.start, span.end)).collect();
            assert_eq!(found, expected, "{words} in {text}");
        }
    }
}
