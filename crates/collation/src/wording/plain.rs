//! The aligner without learned weights: likeness by form, raised where neighbours are alike too,
//! lowered by distance, and linked one to one from the best pair down (competitive linking,
//! Melamed 2000).

use std::sync::Arc;

use super::form::form;
use super::grid::Grid;
use super::word::{Word, Words};
use super::{Link, LinkHow};

/// Weight of the neighbours' likeness.
const NEIGHBOURS: f32 = 0.8;
/// Weight of the distance between the two places, each taken relative to its wording's length.
const DISTANCE: f32 = 0.2;
/// Least score of a link.
const THRESHOLD: f32 = 0.3;

/// Links by form, neighbours and place alone.
pub(super) fn align(a: &Words, b: &Words) -> Vec<Link> {
    let (rows, columns) = (a.len(), b.len());
    let mut how: Vec<Option<LinkHow>> = Vec::with_capacity(rows * columns);
    let mut likeness = Grid::new(rows, columns);
    for (row, one) in a.words.iter().enumerate() {
        for (cell, other) in likeness.row_mut(row).iter_mut().zip(&b.words) {
            let found = form(one, other);
            how.push(found.how);
            *cell = found.score;
        }
    }
    let mut scored: Vec<(f32, usize, usize)> = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let place = (row as f32 / rows as f32 - column as f32 / columns as f32).abs();
            let mark = marks_differ(a.words.get(row).zip(b.words.get(column)), likeness.at(row, column));
            let score = likeness.at(row, column) + NEIGHBOURS * neighbours(&likeness, row, column) - DISTANCE * place;
            if score >= THRESHOLD && !mark {
                scored.push((score, row, column));
            }
        }
    }
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)).then(one.2.cmp(&other.2)));
    let mut taken_rows = vec![false; rows];
    let mut taken_columns = vec![false; columns];
    let mut links = Vec::new();
    for (score, row, column) in scored {
        let (Some(row_taken), Some(column_taken)) = (taken_rows.get_mut(row), taken_columns.get_mut(column)) else {
            continue;
        };
        if *row_taken || *column_taken {
            continue;
        }
        (*row_taken, *column_taken) = (true, true);
        let how = how.get(row * columns + column).copied().flatten().unwrap_or(LinkHow::Position);
        links.push(Link { a: row, b: column, how, certainty: score.clamp(0.0, 1.0) });
    }
    links.sort_by_key(|link| (link.a, link.b));
    links
}

/// Marks answer marks of their kind only.
fn marks_differ(pair: Option<(&Arc<Word>, &Arc<Word>)>, likeness: f32) -> bool {
    pair.is_none_or(|(a, b)| (a.is_mark || b.is_mark) && likeness < 0.9)
}

/// How alike the pairs on the same diagonal are, one and two words away.
fn neighbours(likeness: &Grid, row: usize, column: usize) -> f32 {
    let near = likeness.near(row, column, -1, -1) + likeness.near(row, column, 1, 1);
    let far = likeness.near(row, column, -2, -2) + likeness.near(row, column, 2, 2);
    (near + 0.5 * far) / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::segment::tokens_from_words;

    /// Pairs of words that the plain aligner links, as "one=other".
    fn linked(a: &str, b: &str) -> Vec<String> {
        let [one, other] = [a, b].map(|text| text.split(' ').map(str::to_owned).collect::<Vec<_>>());
        let lexicon = Lexicon::new(&[]);
        let words = |words: &[String]| Words::new(&tokens_from_words(words), &lexicon);
        align(&words(&one), &words(&other))
            .iter()
            .filter_map(|link| Some(format!("{}={}", one.get(link.a)?, other.get(link.b)?)))
            .collect()
    }

    #[test]
    fn same_words_numbers_and_names_are_linked_wherever_they_stand() {
        for (a, b, wanted) in [
            ("the ferry sank", "the ferry sank", &["the=the", "ferry=ferry", "sank=sank"][..]),
            ("one in three", "1 in 3", &["one=1", "in=in", "three=3"]),
            ("talks in Kiev", "Kyiv hosts talks", &["talks=talks", "Kiev=Kyiv"]),
            ("a two-year ban", "a ban of two years", &["a=a", "two-year=two", "ban=ban"]),
            ("", "anything", &[]),
        ] {
            let found = linked(a, b);
            for pair in wanted {
                assert!(found.iter().any(|link| link == pair), "{a} / {b}: {pair} not in {found:?}");
            }
        }
        assert!(linked("ferry", "mayor").is_empty());
    }
}
