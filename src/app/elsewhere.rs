//! What the last correction changed beside what it named: the table as it was is kept until the new
//! one has come, then the two are compared.

use std::collections::BTreeSet;
use std::sync::Arc;

use collation::ruling::Anchor;
use collation::segment::place_words;
use collation::sheet::{Sheet, SheetRow};
use workbench::changes::{Moved, changed_elsewhere};

use super::correcting::sentence;

/// One passage that stands in another row than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `Northline ¶4 “It will be weeks” left statement 3 and joined statement 7`.
    pub words: String,
    /// Where to look.
    pub passage: Anchor,
}

/// A correction that waits for its table.
#[derive(Debug)]
struct Expected {
    name: String,
    before: Arc<Sheet>,
    named: Vec<Anchor>,
}

/// What the last correction changed elsewhere.
#[derive(Debug, Default)]
pub struct Elsewhere {
    expected: Option<Expected>,
    /// The correction, as a sentence: `Join statements 3 and 5`.
    pub name: String,
    /// Statements that changed though the correction did not name them.
    pub rows: usize,
    pub changes: Vec<Change>,
}

impl Elsewhere {
    /// A correction was made; its table is on the way.
    pub fn expect(&mut self, name: String, before: Arc<Sheet>, named: Vec<Anchor>) {
        *self = Self { expected: Some(Expected { name, before, named }), ..Self::default() };
    }

    /// The table has come.
    pub fn take(&mut self, after: &Sheet) {
        let Some(Expected { name, before, named }) = self.expected.take() else { return };
        let moved = changed_elsewhere(&before, after, &named);
        let rows: BTreeSet<Anchor> =
            moved.iter().map(|moved| moved.to.or(moved.from).unwrap_or(moved.passage)).collect();
        self.name = sentence(&name);
        self.rows = rows.len();
        self.changes = moved.iter().map(|moved| change(&before, after, moved)).collect();
    }
}

fn change(before: &Sheet, after: &Sheet, moved: &Moved) -> Change {
    let left = moved.from.and_then(|from| row_that_holds(before, &[from, moved.passage]));
    let joined = moved.to.and_then(|to| row_that_holds(after, &[to, moved.passage]));
    let alone = row_that_holds(after, &[moved.passage]);
    let what = passage_words(after, moved.passage);
    let words = match (left, joined) {
        (Some(left), Some(joined)) => {
            format!("{what} left “{}” and joined statement {}", left.title, joined.number)
        }
        (None, Some(joined)) => format!("{what} joined statement {}", joined.number),
        (Some(left), None) => match alone {
            Some(alone) => format!("{what} left “{}” and is now in statement {}", left.title, alone.number),
            None => format!("{what} left “{}”", left.title),
        },
        (None, None) => what,
    };
    Change { words, passage: moved.passage }
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

/// `Northline ¶4 “It will be weeks, not…”`.
fn passage_words(sheet: &Sheet, passage: Anchor) -> String {
    let article = sheet.articles.iter().find(|article| article.witness.key == passage.article);
    let Some(article) = article else { return "A passage".to_owned() };
    let paragraph = article.segmented.passages.iter().find(|other| other.span.overlaps(passage.span));
    let place = paragraph.map(|passage| place_words(passage.role, passage.paragraph)).unwrap_or_default();
    format!("{} {place} “{}”", article.witness.name(), first_words(article.witness.text.slice(passage.span), 6))
}

/// The first words of a text, `…` where there are more.
pub(super) fn first_words(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(most).collect();
    let more = if words.next().is_some() { "…" } else { "" };
    let line = first.join(" ");
    format!("{}{more}", line.trim_matches(['“', '”', '"', '„', '«', '»']))
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn long_passages_are_named_by_their_first_words() {
        assert_eq!(first_words("“It will be weeks, not months,” she said.", 4), "It will be weeks,…");
        assert_eq!(first_words("It will be", 4), "It will be");
    }
}
