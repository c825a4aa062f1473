//! What the last correction, undo or redo changed beside what it named: the table as it was is kept
//! until the new one has come, then the two are compared by a thread of their own.

use std::sync::Arc;

use collation::ruling::{Anchor, Ruling};
use collation::sheet::{Sheet, SheetRow};
use workbench::changes::{Moved, RowChange, changed_elsewhere, passages_of, rows_changed};
use workbench::project::anchors_of;

use super::App;
use crate::messages::sentence;
use crate::say;
use crate::terms;

/// A passage that stands in another row than before, or a row that came, went, or has another title or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `Northline ¶4 “It will be weeks” left statement 3 and joined statement 7`.
    pub words: String,
    /// The titles in it, which may be shortened where it is too long.
    pub titles: Vec<String>,
    /// Where to look.
    pub passage: Anchor,
}

/// A correction that waits for its table.
#[derive(Debug)]
struct Expected {
    name: String,
    before: Arc<Sheet>,
    /// The rulings that make the difference.
    rulings: Vec<Ruling>,
    /// They are taken back: what changed is what changed when they were made, the other way round.
    is_back: bool,
}

/// What the last correction changed elsewhere.
#[derive(Debug, Default)]
pub struct Elsewhere {
    expected: Option<Expected>,
    /// Goes up with every correction: a comparison for an earlier one comes too late.
    serial: u64,
    /// The correction, as a sentence: `Join statements 3 and 5`.
    pub name: String,
    pub changes: Vec<Change>,
}

/// What a comparison has found out.
#[derive(Debug)]
pub struct Compared {
    serial: u64,
    name: String,
    changes: Vec<Change>,
}

impl Elsewhere {
    /// Nothing is told any more; what is being compared comes too late.
    pub fn forget(&mut self) {
        *self = Self { serial: self.serial + 1, ..Self::default() };
    }

    /// A correction was made; its table is on the way.
    fn expect(&mut self, expected: Expected) {
        self.forget();
        self.expected = Some(expected);
    }

    /// The table has come: the work that compares the two, for a thread of its own.
    pub fn due(&mut self, after: &Arc<Sheet>) -> Option<impl FnOnce() -> Compared + Send + 'static> {
        let Expected { name, before, rulings, is_back } = self.expected.take()?;
        let (serial, after) = (self.serial, Arc::clone(after));
        Some(move || {
            let [without, with] = if is_back { [&after, &before] } else { [&before, &after] };
            let moved = changed_elsewhere(without, with, &rulings).into_iter();
            let moved = moved.map(|moved| if is_back { moved.back() } else { moved });
            let rows = rows_changed(without, with, &rulings).into_iter();
            let rows = rows.map(|changed| if is_back { changed.back() } else { changed });
            let moved = moved.map(|moved| change(&before, &after, &moved));
            let changes = moved.chain(rows.filter_map(|changed| row_change(&before, &after, changed))).collect();
            Compared { serial, name: sentence(&name), changes }
        })
    }

    /// Takes what was found, unless another correction was made since.
    pub fn take(&mut self, compared: Compared) {
        if compared.serial == self.serial {
            self.name = compared.name;
            self.changes = compared.changes;
        }
    }
}

impl App {
    /// Does something that may change rulings, and remembers the table as it was, so that what
    /// changes elsewhere can be told. `act` gives its name, where it did anything.
    pub(super) fn telling_elsewhere(&mut self, act: impl FnOnce(&mut Self) -> Option<String>) {
        let project = self.document.project();
        let (rulings, articles) = (project.rulings().to_vec(), project.witnesses());
        let revision = self.document.table_revision();
        let name = act(self);
        if self.document.table_revision() == revision {
            return;
        }
        self.expect_step(name.clone());
        let project = self.document.project();
        let now = project.articles();
        let is_same = now.len() == articles.len()
            && now.iter().all(|article| articles.iter().any(|before| Arc::ptr_eq(before, &article.witness)));
        let changed: Vec<Ruling> = differing(&rulings, project.rulings()).into_iter().cloned().collect();
        let names_any = changed.iter().any(|ruling| !anchors_of(ruling).is_empty());
        match name.filter(|_| is_same && names_any) {
            Some(name) => {
                let is_back = project.rulings().len() < rulings.len();
                let before = Arc::clone(&self.sheet);
                self.elsewhere.expect(Expected { name, before, rulings: changed, is_back });
            }
            // Other articles or another base make another table altogether.
            None => self.elsewhere.forget(),
        }
    }
}

/// Rulings that stand in only one of the two lists.
fn differing<'r>(before: &'r [Ruling], after: &'r [Ruling]) -> Vec<&'r Ruling> {
    let without = |list: &'r [Ruling], other: &[Ruling]| {
        let mut left: Vec<&Ruling> = other.iter().collect();
        let lone = list.iter().filter(move |ruling| match left.iter().position(|other| other == ruling) {
            Some(at) => {
                left.swap_remove(at);
                false
            }
            None => true,
        });
        lone.collect::<Vec<_>>()
    };
    without(before, after).into_iter().chain(without(after, before)).collect()
}

fn change(before: &Sheet, after: &Sheet, moved: &Moved) -> Change {
    let left = moved.from.and_then(|from| row_that_holds(before, &[from, moved.passage]));
    let joined = moved.to.and_then(|to| row_that_holds(after, &[to, moved.passage]));
    let alone = row_that_holds(after, &[moved.passage]);
    let what = passage_words(after, moved.passage, 6);
    let words = match (left, joined) {
        (Some(left), Some(joined)) => {
            say!("changed-moved", passage = what, title = &left.title, number = joined.number)
        }
        (None, Some(joined)) => say!("changed-joined", passage = what, number = joined.number),
        (Some(left), None) => match alone {
            Some(alone) => say!("changed-alone", passage = what, title = &left.title, number = alone.number),
            None => say!("changed-left", passage = what, title = &left.title),
        },
        (None, None) => what,
    };
    let titles = left.map(|left| left.title.clone()).into_iter().collect();
    Change { words, titles, passage: moved.passage }
}

/// Names the row by its first passage.
fn row_change(before: &Sheet, after: &Sheet, changed: RowChange) -> Option<Change> {
    let row = |sheet: &Sheet, (event, at): (usize, usize)| {
        let event = sheet.events.get(event)?;
        let row = event.rows.get(at)?;
        Some((row.number, row.title.clone(), *passages_of(sheet, event, row).first()?))
    };
    let (words, titles, passage) = match changed {
        RowChange::Added { now } => {
            let (number, title, passage) = row(after, now)?;
            (say!("changed-added", number = number, title = &title), vec![title], passage)
        }
        RowChange::Gone { was } => {
            let (number, title, passage) = row(before, was)?;
            (say!("changed-gone", number = number, title = &title), vec![title], passage)
        }
        RowChange::Renamed { was, now } => {
            let (_, before, _) = row(before, was)?;
            let (number, title, passage) = row(after, now)?;
            (say!("changed-renamed", number = number, title = &title, before = &before), vec![title, before], passage)
        }
        RowChange::Reordered { was, now } => {
            let (before, _, _) = row(before, was)?;
            let (number, title, passage) = row(after, now)?;
            (say!("changed-order", title = &title, before = before, number = number), vec![title], passage)
        }
    };
    Some(Change { words, titles, passage })
}

/// The row in which all of `passages` stand.
fn row_that_holds<'s>(sheet: &'s Sheet, passages: &[Anchor]) -> Option<&'s SheetRow> {
    sheet.events.iter().find_map(|event| {
        event.rows.iter().find(|row| {
            passages.iter().all(|passage| {
                let columns = row.cells.iter().zip(&event.members);
                columns.into_iter().any(|(cell, &member)| {
                    sheet.articles.get(member).is_some_and(|article| article.witness.key == passage.article)
                        && cell.iter().flat_map(|cell| &cell.passages).any(|other| other.span == passage.span)
                })
            })
        })
    })
}

/// `Northline ¶4 “It will be weeks, not…”`, with so many of its words at most.
pub(super) fn passage_words(sheet: &Sheet, passage: Anchor, most: usize) -> String {
    let found = sheet.articles.iter().enumerate().find(|(_, article)| article.witness.key == passage.article);
    let Some((at, article)) = found else { return say!("passage-unknown").to_owned() };
    let paragraph = article.segmented.passages.iter().find(|other| other.span.overlaps(passage.span));
    let place = paragraph.map(|passage| terms::place(passage.role, passage.paragraph)).unwrap_or_default();
    let words = first_words(article.witness.text.slice(passage.span), most);
    say!("passage-named", name = terms::article(&article.witness, at), place = place, words = words)
}

/// The first words of a text, `…` where there are more.
pub fn first_words(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(most).collect();
    let more = if words.next().is_some() { "…" } else { "" };
    let line = first.join(" ");
    format!("{}{more}", line.trim_matches(['“', '”', '"', '„', '«', '»']))
}

#[cfg(test)]
mod tests {
    use collation::WitnessKey;
    use collation::span::Span;

    use super::*;

    #[test]
    fn rulings_of_one_list_alone_are_found_each_as_often_as_it_stands_there() {
        let pin = |start: usize| Ruling::Pin {
            passages: vec![Anchor { article: WitnessKey(1), span: Span::new(start, start + 1) }],
        };
        let (before, after) = ([pin(1), pin(2), pin(2)], [pin(2), pin(3)]);
        assert_eq!(differing(&before, &after), [&pin(1), &pin(2), &pin(3)]);
        assert!(differing(&before, &before).is_empty());
    }

    #[test]
    fn long_passages_are_named_by_their_first_words() {
        assert_eq!(first_words("“It will be weeks, not months,” she said.", 4), "It will be weeks,…");
        assert_eq!(first_words("It will be", 4), "It will be");
    }
}
