//! What an edit changed elsewhere: passages that stand in another row than before though the edit did
//! not name them.
//!
//! Rows have no names that outlive a table, so a row goes on as the one it shares most passages with.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use collation::ruling::{Anchor, Ruling};
use collation::sheet::Sheet;

use crate::project::anchors_of;

pub use rows::{RowChange, passages_of, rows_changed};

/// A passage that went from one row to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    pub passage: Anchor,
    /// The first passage of the row it stood in; `None` where it stood alone.
    pub from: Option<Anchor>,
    /// The first passage of the row it stands in; `None` where it stands alone.
    pub to: Option<Anchor>,
}

impl Moved {
    /// The same the other way round.
    #[must_use]
    pub fn back(self) -> Self {
        Self { from: self.to, to: self.from, ..self }
    }
}

/// Passages that moved between two sheets of the same articles, in order of article and place, without what the
/// `rulings` that make the difference ask for themselves: passages that they name, and the row-mates that a split leaves
/// behind, unless these went on to another row.
pub fn changed_elsewhere(before: &Sheet, after: &Sheet, rulings: &[Ruling]) -> Vec<Moved> {
    unasked(moved_between(&rows_of_several(before), &rows_of_several(after)), rulings)
}

/// The passages of each row that has more than one, be they of one article: neighbours that only one article reports
/// stand together too.
fn rows_of_several(sheet: &Sheet) -> Vec<Vec<Anchor>> {
    let rows = sheet.events.iter().flat_map(|event| event.rows.iter().map(move |row| passages_of(sheet, event, row)));
    rows.filter(|passages| passages.len() > 1).collect()
}

/// What `rulings` do not ask for by themselves.
fn unasked(mut moved: Vec<Moved>, rulings: &[Ruling]) -> Vec<Moved> {
    let (named, left_behind) = named_by(rulings);
    moved.retain(|moved| {
        let went_on = moved.from.is_some() && moved.to.is_some();
        !is_in(&named, moved.passage) && (went_on || !is_in(&left_behind, moved.passage))
    });
    moved
}

/// The passages that rulings are about, and the row-mates that they leave behind.
fn named_by(rulings: &[Ruling]) -> (Vec<Anchor>, Vec<Anchor>) {
    let (mut named, mut left_behind) = (Vec::new(), Vec::new());
    for ruling in rulings {
        match ruling {
            Ruling::Part { passages, others } | Ruling::Reject { passages, others, .. } => {
                named.extend(passages);
                left_behind.extend(others);
            }
            other => named.extend(anchors_of(other)),
        }
    }
    (named, left_behind)
}

fn is_in(passages: &[Anchor], passage: Anchor) -> bool {
    passages.iter().any(|other| other.article == passage.article && other.span.overlaps(passage.span))
}

/// The passages of each row that more than one article reports, the row's first passage first.
pub(crate) fn rows_of(sheet: &Sheet) -> Vec<Vec<Anchor>> {
    let mut rows = Vec::new();
    for event in &sheet.events {
        rows.extend(event.rows.iter().filter(|row| !row.is_lone()).map(|row| passages_of(sheet, event, row)));
    }
    rows
}

fn moved_between(before: &[Vec<Anchor>], after: &[Vec<Anchor>]) -> Vec<Moved> {
    let (homes_before, homes_after) = (homes(before), homes(after));
    let goes_on_as = heirs(before, after, &homes_before);
    let none = BTreeSet::new();
    let passages: BTreeSet<Anchor> = homes_before.keys().chain(homes_after.keys()).copied().collect();
    let mut moved = Vec::new();
    for passage in passages {
        let was = homes_before.get(&passage).unwrap_or(&none);
        let is = homes_after.get(&passage).unwrap_or(&none);
        let should: BTreeSet<usize> = was.iter().filter_map(|row| goes_on_as.get(row).copied()).collect();
        let left = was.iter().find(|row| goes_on_as.get(row).is_none_or(|heir| !is.contains(heir)));
        let joined = is.iter().find(|row| !should.contains(row));
        if left.is_some() || joined.is_some() {
            let first = |rows: &[Vec<Anchor>], row: &usize| rows.get(*row).and_then(|row| row.first()).copied();
            moved.push(Moved {
                passage,
                from: left.and_then(|row| first(before, row)),
                to: joined.and_then(|row| first(after, row)),
            });
        }
    }
    moved
}

/// The rows in which each passage stands.
fn homes(rows: &[Vec<Anchor>]) -> BTreeMap<Anchor, BTreeSet<usize>> {
    let mut homes: BTreeMap<Anchor, BTreeSet<usize>> = BTreeMap::new();
    for (row, passages) in rows.iter().enumerate() {
        for &passage in passages {
            homes.entry(passage).or_default().insert(row);
        }
    }
    homes
}

/// For each row of `before` the row of `after` that it goes on as: pairs that share most passages
/// first, each row once.
fn heirs(
    before: &[Vec<Anchor>],
    after: &[Vec<Anchor>],
    homes_before: &BTreeMap<Anchor, BTreeSet<usize>>,
) -> BTreeMap<usize, usize> {
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (row, passages) in after.iter().enumerate() {
        for home in passages.iter().filter_map(|passage| homes_before.get(passage)).flatten() {
            *shared.entry((*home, row)).or_default() += 1;
        }
    }
    heirs_of(shared, before, after)
}

/// The same where it is known how many passages each pair of rows shares.
fn heirs_of(
    shared: BTreeMap<(usize, usize), usize>,
    before: &[Vec<Anchor>],
    after: &[Vec<Anchor>],
) -> BTreeMap<usize, usize> {
    let mut pairs: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    // Of pairs that share as many the ones that are nearest in size, then in order.
    let size_gap = |&(old, new): &(usize, usize)| {
        let size = |rows: &[Vec<Anchor>], row: usize| rows.get(row).map_or(0, Vec::len);
        size(before, old).abs_diff(size(after, new))
    };
    pairs.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), size_gap(pair), *pair));
    let (mut heirs, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for ((old, new), _) in pairs {
        if !heirs.contains_key(&old) && taken.insert(new) {
            heirs.insert(old, new);
        }
    }
    heirs
}

#[cfg(test)]
mod tests {
    use collation::{Span, WitnessKey};
    use proptest::prelude::*;

    use super::*;

    /// `A1` is the first passage of article A.
    pub(super) fn anchor(name: &str) -> Anchor {
        let (article, place) = name.split_at(1);
        let start = place.parse::<usize>().unwrap() * 10;
        Anchor { article: WitnessKey(u32::from(article.as_bytes()[0] - b'A')), span: Span::new(start, start + 9) }
    }

    fn rows(text: &str) -> Vec<Vec<Anchor>> {
        text.split('|').map(|row| row.split_whitespace().map(anchor).collect()).collect()
    }

    fn name(anchor: Anchor) -> String {
        format!("{}{}", char::from(b'A' + anchor.article.0 as u8), anchor.span.start / 10)
    }

    #[test]
    fn passages_that_moved_are_named() {
        let cases = [
            ("A1 B1|A2 B2", "A2 B2|A1 B1", ""),
            ("A1 B1|A2 B2", "A1 B1 C1|A2 B2", "C1 - A1"),
            ("A1 B1 C1|A2 B2", "A1 B1|A2 B2", "C1 A1 -"),
            ("A1 B1 C1|A2 B2", "A1 B1|A2 B2 C1", "C1 A1 A2"),
            // Two rows became one: the smaller joined the larger.
            ("A1 B1 C1|A2 B2", "A1 B1 C1 A2 B2", "A2 A2 A1, B2 A2 A1"),
            ("A1 B1 A2 B2 C2", "A1 B1|A2 B2 C2", "A1 A1 A1, B1 A1 A1"),
            ("A1 B1", "", "A1 A1 -, B1 A1 -"),
            // A sentence may stand in two rows.
            ("A1 B1|A1 B2", "A1 B1|B2 C1", "A1 A1 -, C1 - B2"),
        ];
        for (before, after, expected) in cases {
            let shown: Vec<String> = moved_between(&rows(before), &rows(after))
                .iter()
                .map(|moved| {
                    let [from, to] = [moved.from, moved.to].map(|row| row.map_or_else(|| "-".to_owned(), name));
                    format!("{} {from} {to}", name(moved.passage))
                })
                .collect();
            assert_eq!(shown.join(", "), expected, "{before} → {after}");
        }
    }

    #[test]
    fn row_mates_that_a_split_leaves_behind_are_told_where_they_go_on() {
        let part = |passages: &str, others: &str| {
            let anchors = |names: &str| names.split_whitespace().map(anchor).collect();
            Ruling::Part { passages: anchors(passages), others: anchors(others) }
        };
        let told = |before: &str, after: &str, rulings: &[Ruling]| {
            let moved = unasked(moved_between(&rows(before), &rows(after)), rulings);
            moved.iter().map(|moved| name(moved.passage)).collect::<Vec<_>>().join(" ")
        };
        let split = [part("B1", "A1 C1")];
        assert_eq!(told("A1 B1 C1|A2 C2", "A1 C1|A2 C2", &split), "", "what was asked for");
        assert_eq!(told("A1 B1|A2 C2", "A2 C2", &[part("B1", "A1")]), "", "the mate stands alone");
        assert_eq!(told("A1 B1 C1|A2 C2", "A1 C1 A2 C2", &split), "A2 C2", "two rows became one");
        assert_eq!(told("A1 B1 C1|A2 B2", "A2 B2 C1", &split), "C1", "a mate joined another row");
    }

    proptest! {
        #[test]
        fn the_order_of_rows_is_no_change(
            lengths in prop::collection::vec(2usize..5, 0..6), turn in 0usize..6
        ) {
            let mut next = 0;
            let before: Vec<Vec<Anchor>> = lengths
                .iter()
                .map(|&length| (0..length).map(|_| { next += 1; anchor(&format!("A{next}")) }).collect())
                .collect();
            let mut after = before.clone();
            if !after.is_empty() {
                let turn = turn % after.len();
                after.rotate_left(turn);
            }
            prop_assert_eq!(moved_between(&before, &after), vec![]);
        }
    }
}
