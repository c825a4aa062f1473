//! The reader's corrections of the table: each becomes a ruling that names articles and passages.

use std::collections::BTreeSet;

use collation::ruling::{Anchor, RejectReason, Ruling};
use collation::sheet::SheetRow;
use workbench::project::Edit;

use super::App;
use super::holding::Led;
use crate::say;

impl App {
    pub(super) fn row_of(&self, anchor: Anchor) -> Option<&SheetRow> {
        self.sheet.events.get(self.view.event)?.rows.iter().find(|row| row.anchor == anchor)
    }

    /// The passages of one cell.
    pub(super) fn passages_of(&self, row: &SheetRow, column: usize) -> Vec<Anchor> {
        let member = self.sheet.events.get(self.view.event).and_then(|event| event.members.get(column));
        let Some(article) = member.and_then(|&member| self.sheet.articles.get(member)) else { return Vec::new() };
        let cell = row.cells.get(column).and_then(Option::as_ref);
        let passages = cell.into_iter().flat_map(|cell| &cell.passages);
        passages.map(|passage| Anchor { article: article.witness.key, span: passage.span }).collect()
    }

    pub(super) fn all_passages(&self, row: &SheetRow) -> Vec<Anchor> {
        (0..row.cells.len()).flat_map(|column| self.passages_of(row, column)).collect()
    }

    /// The passages of a row outside one column.
    fn passages_beside(&self, row: &SheetRow, column: usize) -> Vec<Anchor> {
        (0..row.cells.len()).filter(|&other| other != column).flat_map(|other| self.passages_of(row, other)).collect()
    }

    /// Makes rulings as one step.
    pub(super) fn rule(&mut self, name: String, rulings: Vec<Ruling>) {
        self.edit(Edit::AddRulings { name: Some(name), rulings });
    }

    /// Pins the selected rows, or takes their pins away where all are pinned.
    pub(super) fn pin(&mut self) {
        let rows: Vec<SheetRow> =
            self.view.selection.rows.iter().filter_map(|&row| self.row_of(row)).cloned().collect();
        let numbers = row_numbers(&rows);
        if !rows.is_empty() && rows.iter().all(|row| row.pinned) {
            let rows: Vec<Vec<Anchor>> = rows.iter().map(|row| self.all_passages(row)).collect();
            let rulings = self.document.project().rulings().iter().enumerate();
            let at = rulings.filter_map(|(at, ruling)| match ruling {
                Ruling::Pin { passages } if rows.iter().any(|row| is_one_row(row, passages)) => Some(at),
                _ => None,
            });
            let at = at.collect();
            return self.edit(Edit::RemoveRulings { name: Some(say!("step-unpin", rows = numbers)), at });
        }
        let rulings: Vec<Ruling> = rows
            .iter()
            .filter(|row| !row.pinned && !row.is_lone())
            .map(|row| Ruling::Pin { passages: self.all_passages(row) })
            .collect();
        if rulings.is_empty() {
            self.toasts.note(say!("nothing-to-pin"));
            return;
        }
        self.rule(say!("step-pin", rows = numbers), rulings);
    }

    /// Joins the selected rows into one.
    pub(super) fn join_selected(&mut self) {
        let rows: Vec<SheetRow> =
            self.view.selection.rows.iter().filter_map(|&row| self.row_of(row)).cloned().collect();
        self.join(&rows);
    }

    pub(super) fn join_two(&mut self, a: Anchor, b: Anchor) {
        let rows: Vec<SheetRow> = [a, b].into_iter().filter_map(|row| self.row_of(row)).cloned().collect();
        self.join(&rows);
    }

    fn join(&mut self, rows: &[SheetRow]) {
        if rows.len() < 2 {
            return;
        }
        let passages: Vec<Anchor> = rows.iter().flat_map(|row| self.all_passages(row)).collect();
        // A row is what outlets have in common: one outlet's passages alone are no row that a ruling could make.
        if let Some(first) = passages.first()
            && passages.iter().all(|passage| passage.article == first.article)
        {
            self.toasts.note(say!("join-one-outlet", name = self.name_of(first.article)));
            return;
        }
        self.rule(say!("step-join", rows = row_numbers(rows)), vec![Ruling::Link { passages }]);
    }

    /// Takes what is chosen of the current cell out of its row.
    pub(super) fn unlink_current(&mut self) {
        let (Some(row), Some(column)) = (self.view.selection.current, self.view.selection.column) else { return };
        let name = |count, name, number| say!("step-split-off", count = count, name = name, number = number);
        self.part(row, column, name, |passages, others| Ruling::Part { passages, others });
    }

    /// Says that what is chosen of a cell does not belong to its row, and why.
    pub(super) fn reject(&mut self, row: Anchor, column: usize, reason: RejectReason) {
        let name = |count, name, number| say!("step-reject", count = count, name = name, number = number);
        self.part(row, column, name, |passages, others| Ruling::Reject { passages, others, reason });
    }

    fn part(
        &mut self,
        row: Anchor,
        column: usize,
        name: impl FnOnce(usize, String, usize) -> String,
        ruling: impl FnOnce(Vec<Anchor>, Vec<Anchor>) -> Ruling,
    ) {
        let Some(row) = self.row_of(row) else { return };
        let passages = self.passages_chosen(row, column);
        let others = self.passages_beside(row, column);
        if passages.is_empty() || others.is_empty() {
            self.toasts.note(say!("stands-alone"));
            return;
        }
        let name = name(passages.len(), self.column_name(column), row.number);
        self.rule(name, vec![ruling(passages, others)]);
    }

    /// Moves what is chosen of a cell to another row: it leaves the old one and joins the new one.
    pub(super) fn link_cell(&mut self, from: Anchor, column: usize, to: Anchor) {
        let (Some(old), Some(new)) = (self.row_of(from), self.row_of(to)) else { return };
        if from == to {
            return;
        }
        let (mine, theirs) = (self.passages_chosen(old, column), self.all_passages(new));
        let name = say!("step-move", count = mine.len(), name = self.column_name(column), number = new.number);
        self.join_passages(name, mine, theirs, Some(from));
    }

    /// Links `mine` with `theirs`. What stood in another row with others leaves it first, and in any case the row `from`
    /// that it was taken out of: that one may share a passage with the new row, and a pin would keep it whole.
    pub(super) fn join_passages(&mut self, name: String, mine: Vec<Anchor>, theirs: Vec<Anchor>, from: Option<Anchor>) {
        if mine.is_empty() || theirs.is_empty() {
            return;
        }
        let rows = self.sheet.events.get(self.view.event).map(|event| event.rows.as_slice()).unwrap_or_default();
        let is_left = |row: &SheetRow, passages: &[Anchor]| {
            Some(row.anchor) == from || !passages.iter().any(|passage| theirs.contains(passage))
        };
        let mut others: Vec<Anchor> = rows
            .iter()
            .map(|row| (row, self.all_passages(row)))
            .filter(|(row, passages)| is_left(row, passages) && passages.iter().any(|passage| mine.contains(passage)))
            .flat_map(|(_, passages)| passages)
            .filter(|passage| !mine.contains(passage) && !theirs.contains(passage))
            .collect();
        others.sort_unstable();
        others.dedup();
        let mut rulings = Vec::new();
        if !others.is_empty() {
            rulings.push(Ruling::Part { passages: mine.clone(), others });
        }
        let led = Led { moved: mine.clone(), beside: theirs.clone(), is_back: false };
        rulings.push(Ruling::Link { passages: mine.into_iter().chain(theirs).collect() });
        self.leading(led, |app| app.rule(name, rulings));
    }

    /// Makes a step that moves passages, and has them chosen once its table has come.
    fn leading(&mut self, led: Led, make: impl FnOnce(&mut Self)) {
        let before = self.document.state();
        make(self);
        let state = self.document.state();
        if state != before {
            self.moves.insert(state, led.clone());
            self.led = Some(led);
        }
    }

    /// Takes back the rulings that one step has made.
    pub(super) fn take_back(&mut self, at: Vec<usize>) {
        let [first, last] = at.as_slice() else { return self.edit(Edit::RemoveRulings { name: None, at }) };
        let rulings = self.document.project().rulings();
        let whole = rulings.get(*first).zip(rulings.get(*last)).and_then(|(first, last)| one_step(first, last));
        let name = match whole {
            Some(OneStep::NewRow(_)) => say!("ruling-new-row"),
            Some(OneStep::Move { .. }) | None => say!("ruling-move"),
        };
        let led = match whole {
            Some(OneStep::Move { moved, beside }) => {
                Some(Led { moved: moved.to_vec(), beside: beside.to_vec(), is_back: true })
            }
            _ => None,
        };
        let edit = Edit::RemoveRulings { name: Some(say!("step-take-back", ruling = name)), at };
        match led {
            Some(led) => self.leading(led, |app| app.edit(edit)),
            None => self.edit(edit),
        }
    }

    /// Gives what is chosen of a cell a row of its own, which nothing joins by itself.
    pub(super) fn new_row(&mut self, row: Anchor, column: usize) {
        let Some(row) = self.row_of(row) else { return };
        let passages = self.passages_chosen(row, column);
        let others = self.passages_beside(row, column);
        if passages.is_empty() || others.is_empty() {
            self.toasts.note(say!("has-own-row"));
            return;
        }
        let count = passages.len();
        let name = say!("step-new-row", count = count, name = self.column_name(column), number = row.number);
        self.rule(name, vec![Ruling::Part { passages: passages.clone(), others }, Ruling::Pin { passages }]);
    }

    /// Pins the current row and every shown one above it.
    pub(super) fn pin_above(&mut self) {
        let Some(current) = self.view.selection.current else { return };
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let shown = self.derived.rows.iter().filter_map(|&row| event.rows.get(row));
        let mut rows: Vec<&SheetRow> = Vec::new();
        for row in shown {
            rows.push(row);
            if row.anchor == current {
                break;
            }
        }
        let rows: Vec<SheetRow> = rows.into_iter().filter(|row| !row.pinned && !row.is_lone()).cloned().collect();
        if rows.is_empty() {
            self.toasts.note(say!("all-above-pinned"));
            return;
        }
        let rulings = rows.iter().map(|row| Ruling::Pin { passages: self.all_passages(row) }).collect();
        let (name, done) = match rows.as_slice() {
            [_] => {
                let numbers = row_numbers(&rows);
                (say!("step-pin", rows = &numbers), say!("done-pin", rows = numbers))
            }
            many => (say!("step-pin-many", count = many.len()), say!("done-pin-many", count = many.len())),
        };
        self.toasts.note(done);
        self.rule(name, rulings);
    }

    pub(super) fn undo(&mut self) {
        // What was begun last is the link.
        if self.view.linking.take().is_some() {
            return self.toasts.note(say!("link-stopped"));
        }
        self.step(say!("nothing-to-undo"), |app| {
            let state = app.document.state();
            let words = app.document.undo().map(|name| say!("undone", name = name))?;
            app.led = app.moves.get(&state).map(|led| Led { is_back: !led.is_back, ..led.clone() });
            Some(words)
        });
    }

    pub(super) fn redo(&mut self) {
        self.step(say!("nothing-to-redo"), |app| {
            let words = app.document.redo().map(|name| say!("redone", name = name))?;
            app.led = app.moves.get(&app.document.state()).cloned();
            Some(words)
        });
    }

    /// Goes one step back or forth and says so.
    fn step(&mut self, nothing: &str, go: impl FnOnce(&mut Self) -> Option<String>) {
        self.telling_elsewhere(|app| {
            app.view.linking = None;
            let words = go(app);
            app.unsettle();
            app.toasts.note(words.clone().unwrap_or_else(|| nothing.to_owned()));
            words
        });
    }
}

/// A step of the reader that is two rulings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OneStep<'r> {
    /// Passages have left their row for another one.
    Move { moved: &'r [Anchor], beside: &'r [Anchor] },
    /// Passages have got a row of their own.
    NewRow(&'r [Anchor]),
}

/// The step that made two rulings of which one follows the other; `None` where these are two steps.
pub(super) fn one_step<'r>(first: &'r Ruling, next: &'r Ruling) -> Option<OneStep<'r>> {
    let Ruling::Part { passages: moved, .. } = first else { return None };
    match next {
        Ruling::Link { passages } => Some(OneStep::Move { moved, beside: passages.strip_prefix(moved.as_slice())? }),
        Ruling::Pin { passages } if passages == moved => Some(OneStep::NewRow(moved)),
        _ => None,
    }
}

/// True where a pin with these passages made the row, be it that the row has grown, shrunk or been trimmed since. Rows
/// that only share passages are two.
fn is_one_row(row: &[Anchor], pinned: &[Anchor]) -> bool {
    let all_in = |some: &[Anchor], others: &[Anchor]| {
        some.iter().all(|one| others.iter().any(|other| one.article == other.article && one.span.overlaps(other.span)))
    };
    all_in(row, pinned) || all_in(pinned, row)
}

/// `statement 3`, `statements 3 and 5`, `statements 3, 5 and 8`.
fn row_numbers(rows: &[SheetRow]) -> String {
    numbered(rows.iter().map(|row| row.number).collect())
}

/// The same of the rows with these numbers.
pub fn numbered(numbers: BTreeSet<usize>) -> String {
    let numbers: Vec<usize> = numbers.into_iter().collect();
    match numbers.as_slice() {
        [] => say!("rows-none").to_owned(),
        [one] => say!("rows-one", number = *one),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(usize::to_string).collect();
            say!("rows-many", first = first.join(", "), last = *last)
        }
    }
}
