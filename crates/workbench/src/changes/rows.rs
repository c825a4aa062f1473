//! What an edit changed of rows as wholes: their titles, their order, rows that came and rows that went. Knows which row
//! goes on as which by the passages alone that the edit did not name.

use std::collections::BTreeMap;

use collation::WitnessKey;
use collation::ruling::{Anchor, Ruling};
use collation::sheet::{Sheet, SheetEvent, SheetRow};
use collation::span::Span;

use super::{heirs_of, is_in, named_by};

/// A change of a row. Rows are named by event and index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowChange {
    /// It holds passages that stood in no row that goes on as it.
    Added {
        now: (usize, usize),
    },
    /// No row goes on as it.
    Gone {
        was: (usize, usize),
    },
    Renamed {
        was: (usize, usize),
        now: (usize, usize),
    },
    /// It stands before a row that it stood behind, or behind one that it stood before.
    Reordered {
        was: (usize, usize),
        now: (usize, usize),
    },
}

impl RowChange {
    /// The same the other way round.
    #[must_use]
    pub fn back(self) -> Self {
        match self {
            Self::Added { now } => Self::Gone { was: now },
            Self::Gone { was } => Self::Added { now: was },
            Self::Renamed { was, now } => Self::Renamed { was: now, now: was },
            Self::Reordered { was, now } => Self::Reordered { was: now, now: was },
        }
    }
}

/// A row as far as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    at: (usize, usize),
    title: String,
    passages: Vec<Anchor>,
}

/// What became of the rows between two sheets of the same articles, without those that the `rulings` that make the
/// difference are about, and without the titles that these give.
pub fn rows_changed(before: &Sheet, after: &Sheet, rulings: &[Ruling]) -> Vec<RowChange> {
    compare(&lines(before), &lines(after), rulings)
}

/// The passages of a row, column by column.
pub fn passages_of(sheet: &Sheet, event: &SheetEvent, row: &SheetRow) -> Vec<Anchor> {
    let columns = row.cells.iter().zip(&event.members);
    let cells = columns.filter_map(|(cell, &member)| Some((cell.as_ref()?, sheet.articles.get(member)?)));
    let passages = cells.flat_map(|(cell, article)| {
        let article = article.witness.key;
        cell.passages.iter().map(move |passage| Anchor { article, span: passage.span })
    });
    passages.collect()
}

fn lines(sheet: &Sheet) -> Vec<Line> {
    let events = sheet.events.iter().enumerate();
    let rows = events.flat_map(|(number, event)| event.rows.iter().enumerate().map(move |row| (number, event, row)));
    let line = |(number, event, (at, row))| {
        let row: &SheetRow = row;
        Line { at: (number, at), title: row.title.clone(), passages: passages_of(sheet, event, row) }
    };
    rows.map(line).collect()
}

fn compare(before: &[Line], after: &[Line], rulings: &[Ruling]) -> Vec<RowChange> {
    let (named, _) = named_by(rulings);
    let unnamed = |lines: &[Line]| -> Vec<Vec<Anchor>> {
        let of = |line: &Line| line.passages.iter().filter(|&&passage| !is_in(&named, passage)).copied().collect();
        lines.iter().map(of).collect()
    };
    let (was, is) = (unnamed(before), unnamed(after));
    let mut shared = shared(&was, &is);
    for (&(old, new), count) in &mut shared {
        // A sentence may stand in two rows: the one with the same title is the same.
        *count += usize::from(before.get(old).map(|line| &line.title) == after.get(new).map(|line| &line.title));
    }
    let heirs = heirs_of(shared, &was, &is);
    let has_any = |rows: &[Vec<Anchor>], at: usize| rows.get(at).is_some_and(|row| !row.is_empty());
    let is_given = |title: &str| {
        rulings.iter().any(|ruling| matches!(ruling, Ruling::Title { title: given, .. } if given == title))
    };
    let is_corrected = |line: &Line| rulings.iter().any(|ruling| corrects(ruling, &line.passages));
    let mut changes = Vec::new();
    for (at, line) in after.iter().enumerate() {
        if has_any(&is, at) && !is_corrected(line) && !heirs.values().any(|&heir| heir == at) {
            changes.push(RowChange::Added { now: line.at });
        }
    }
    for (at, line) in before.iter().enumerate() {
        if has_any(&was, at) && !is_corrected(line) && !heirs.contains_key(&at) {
            changes.push(RowChange::Gone { was: line.at });
        }
    }
    let pairs = heirs.iter().filter_map(|(&old, &new)| Some((before.get(old)?, after.get(new)?)));
    for (old, new) in pairs.clone() {
        if old.title != new.title
            && !is_corrected(old)
            && !is_corrected(new)
            && !is_given(&old.title)
            && !is_given(&new.title)
        {
            changes.push(RowChange::Renamed { was: old.at, now: new.at });
        }
    }
    let order: Vec<_> = pairs.map(|(old, new)| (old.at, new.at)).collect();
    let corrected = |lines: &[Line], at| lines.iter().any(|line| line.at == at && is_corrected(line));
    let moved =
        out_of_order(&order).into_iter().filter(|(was, now)| !corrected(before, *was) && !corrected(after, *now));
    changes.extend(moved.map(|(was, now)| RowChange::Reordered { was, now }));
    changes
}

/// True where a ruling is about the row with these passages: what it takes out of rows stood or stands there, or at least
/// half of what it keeps together does, a sentence being free to stand in two rows.
fn corrects(ruling: &Ruling, passages: &[Anchor]) -> bool {
    let (named, _) = named_by(std::slice::from_ref(ruling));
    let held = named.iter().filter(|&&named| is_in(passages, named)).count();
    match ruling {
        Ruling::Part { .. } | Ruling::Reject { .. } => held > 0,
        _ => held > 0 && 2 * held >= named.len(),
    }
}

/// How many passages each row of `before` has in common with each of `after`. A passage that was trimmed, or cut in two,
/// is the one that it overlaps.
fn shared(before: &[Vec<Anchor>], after: &[Vec<Anchor>]) -> BTreeMap<(usize, usize), usize> {
    let mut places: BTreeMap<WitnessKey, Vec<(Span, usize)>> = BTreeMap::new();
    for (row, passages) in before.iter().enumerate() {
        for passage in passages {
            places.entry(passage.article).or_default().push((passage.span, row));
        }
    }
    for places in places.values_mut() {
        places.sort_unstable();
    }
    let mut shared = BTreeMap::new();
    for (row, passages) in after.iter().enumerate() {
        for passage in passages {
            let stood = places.get(&passage.article).map(Vec::as_slice).unwrap_or_default();
            let before_end = stood.get(..stood.partition_point(|(span, _)| span.start < passage.span.end));
            for (_, home) in before_end.into_iter().flatten().filter(|(span, _)| span.overlaps(passage.span)) {
                *shared.entry((*home, row)).or_default() += 1;
            }
        }
    }
    shared
}

/// The pairs that stand outside of the longest part of the list that keeps its order. They come in their old order.
fn out_of_order<T: Ord + Copy>(pairs: &[(T, T)]) -> Vec<(T, T)> {
    // For each pair the length of the longest rising part that ends with it, and the pair before it there.
    let mut ends: Vec<(usize, Option<usize>)> = Vec::new();
    for (_, now) in pairs {
        let before = ends.iter().zip(pairs).enumerate().filter(|(_, (_, (_, other)))| other < now);
        let longest = before.map(|(other, ((length, _), _))| (*length, std::cmp::Reverse(other))).max();
        ends.push(longest.map_or((1, None), |(length, other)| (length + 1, Some(other.0))));
    }
    let mut keeps = vec![false; pairs.len()];
    let last = ends.iter().enumerate().max_by_key(|(at, (length, _))| (*length, std::cmp::Reverse(*at)));
    let mut next = last.map(|(at, _)| at);
    while let Some(at) = next {
        if let Some(slot) = keeps.get_mut(at) {
            *slot = true;
        }
        next = ends.get(at).and_then(|(_, before)| *before);
    }
    pairs.iter().zip(keeps).filter(|(_, keeps)| !keeps).map(|(pair, _)| *pair).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::anchor;
    use super::*;

    /// `title: A1 B1|other: A2`
    fn table(text: &str) -> Vec<Line> {
        let line = |(at, row): (usize, &str)| {
            let (title, passages) = row.split_once(':').unwrap();
            let passages = passages.split_whitespace().map(anchor).collect();
            Line { at: (0, at), title: title.to_owned(), passages }
        };
        text.split('|').enumerate().map(line).collect()
    }

    #[test]
    fn rows_that_came_went_or_changed_their_title_or_order_are_told() {
        let split = |passages: &str, others: &str| {
            let anchors = |names: &str| names.split_whitespace().map(anchor).collect();
            Ruling::Part { passages: anchors(passages), others: anchors(others) }
        };
        let title = |title: &str| Ruling::Title { passage: anchor("A1"), title: title.to_owned() };
        let onto = Ruling::Link { passages: ["B1", "A2", "B2"].map(anchor).to_vec() };
        let (s, none) = (split("B1", "A1 C1"), split("B9", "A9"));
        let cases = [
            ("x:A1 B1|y:A2 B2", "x:A1 B1|y:A2 B2", &none, ""),
            ("x:A1 B1|y:A2 B2", "x:A1 B1|z:A2 B2", &none, "renamed 2 2"),
            ("x:A1 B1|y:A2 B2|z:A3 B3", "z:A3 B3|x:A1 B1|y:A2 B2", &none, "reordered 3 1"),
            ("x:A1 B1|y:A2 B2", "x:A1|y:A2 B2|z:B1", &none, "added 3"),
            ("x:A1 B1|y:A2 B2", "x:A1 B1 A2 B2", &none, "gone 2"),
            // What was asked for is not told, what came with it is.
            ("x:A1 B1 C1|y:A2 B2", "x:A1 C1|y:A2 B2|z:B1", &s, ""),
            ("x:A1 B1 C1|y:A2 B2", "y:A2 B2|u:A1|v:C1|z:B1", &s, "added 3, reordered 2 1"),
            // The row that was corrected is not elsewhere, nor is the one that was dropped on.
            ("x:A1 B1 C1|y:A2 B2", "w:A1 C1|y:A2 B2|z:B1", &s, ""),
            ("x:A1 B1 C1|y:A2 B2|z:A3 C3", "x:A1 C1|y:A2 B2 B1 C3|v:A3", &onto, "added 3"),
            // A title that the reader gives is no news.
            ("x:A1 B1|y:A2 B2", "z:A1 B1|y:A2 B2", &title("z"), ""),
            ("z:A1 B1|y:A2 B2", "x:A1 B1|y:A2 B2", &title("z"), ""),
        ];
        for (before, after, ruling, expected) in cases {
            let shown = compare(&table(before), &table(after), std::slice::from_ref(ruling)).into_iter();
            let shown: Vec<String> = shown
                .map(|change| match change {
                    RowChange::Added { now } => format!("added {}", now.1 + 1),
                    RowChange::Gone { was } => format!("gone {}", was.1 + 1),
                    RowChange::Renamed { was, now } => format!("renamed {} {}", was.1 + 1, now.1 + 1),
                    RowChange::Reordered { was, now } => format!("reordered {} {}", was.1 + 1, now.1 + 1),
                })
                .collect();
            assert_eq!(shown.join(", "), expected, "{before} → {after}");
        }
    }

    #[test]
    fn a_passage_that_was_trimmed_is_still_the_same() {
        let mut after = table("x:A1|y:B2");
        after[0].passages[0].span.end -= 3;
        assert_eq!(compare(&table("x:A1|y:B2"), &after, &[]), []);
    }
}
