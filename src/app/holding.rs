//! What the reader had chosen, held through corrections, undo and redo: rows are named by passages, and
//! these may come to stand in other rows.

use std::collections::{BTreeMap, BTreeSet};

use collation::WitnessKey;
use collation::ruling::Anchor;
use collation::sheet::SheetRow;
use collation::span::Span;

use super::App;
use super::correcting::numbered;
use crate::say;
use crate::toasts::Offer;
use crate::view::{Selection, Which};

/// Indices of the rows in which each passage stands.
type Standing = BTreeMap<Anchor, Vec<usize>>;

/// The reader's choice, in terms that outlive a table.
#[derive(Debug, Default)]
pub struct Held {
    /// The selection that stands for it in the table now; another one is a new choice of the reader.
    selection: Selection,
    /// The selected rows with their passages.
    rows: BTreeMap<Anchor, Vec<Anchor>>,
    row: Option<Anchor>,
    /// The passages of the row, those of the chosen cell first.
    passages: Vec<Anchor>,
    article: Option<WitnessKey>,
    /// The step that the next table comes from.
    step: Option<Step>,
    /// Where the chosen row stood in the list before that step.
    place: Option<usize>,
}

/// Passages that a step has moved to others.
#[derive(Clone, Debug)]
pub struct Led {
    pub moved: Vec<Anchor>,
    /// The passages that they stand beside now.
    pub beside: Vec<Anchor>,
    /// The step is undone: they go back to where they were.
    pub is_back: bool,
}

#[derive(Debug)]
struct Step {
    name: Option<String>,
    /// What is chosen of the row: one passage, or those of the cell; the row's number; and the other passages in it.
    before: Option<(Vec<Anchor>, usize, Vec<Anchor>)>,
}

impl App {
    /// A step was made, undone or done again: its table is on the way.
    pub(super) fn expect_step(&mut self, name: Option<String>) {
        self.held.step = Some(Step { name, before: None });
    }

    /// Another document is shown, in which nothing is chosen yet.
    pub(super) fn let_go(&mut self) {
        self.held = Held::default();
        self.led = None;
        self.moves.clear();
        self.hidden = None;
        self.left.clear();
    }

    /// Takes down what is chosen, before another table takes the place of this one.
    pub(super) fn hold(&mut self) {
        let selection = &self.view.selection;
        let row = selection.current.and_then(|row| self.row_of(row));
        let passages: Vec<Anchor> = row.map(|row| self.passages_from(row, selection.column)).unwrap_or_default();
        let number = row.map_or(0, |row| row.number);
        let chosen = row.map(|row| self.chosen_of(row)).filter(|chosen| !chosen.is_empty());
        let chosen: Vec<Anchor> = chosen.unwrap_or_else(|| passages.first().copied().into_iter().collect());
        if *selection != self.held.selection {
            let step = self.held.step.take();
            let rows = selection.rows.iter().filter_map(|&row| Some((row, self.all_passages(self.row_of(row)?))));
            let (rows, article) = (rows.collect(), self.current_article());
            let (selection, row) = (selection.clone(), selection.current);
            self.held = Held { selection, rows, row, passages: passages.clone(), article, step, place: None };
        }
        self.held.place = self.held.step.as_ref().and(self.place_in_list());
        if let Some(step) = &mut self.held.step {
            let others = passages.iter().copied().filter(|other| !chosen.contains(other)).collect();
            step.before = (!chosen.is_empty()).then_some((chosen, number, others));
        }
    }

    /// Chooses in the new table what was chosen: the row that most of the passages of the chosen one stand in, in the same
    /// article, or what the step has moved.
    pub(super) fn choose_held(&mut self, led: Option<Led>) {
        let held = &self.held;
        let standing = self.standing();
        let current = held.row.and_then(|row| self.heir(&standing, row, &held.passages));
        let column = held.article.and_then(|article| self.column_of(article));
        let rows = held
            .rows
            .iter()
            .filter_map(|(&row, passages)| self.heir(&standing, row, passages))
            .chain(current)
            .collect();
        let passage = held.selection.passage;
        self.view.selection = Selection { current, column, passage: None, rows };
        self.view.selection.passage = passage.and_then(|passage| self.passage_as_it_stands(passage));
        self.range_from = current;
        let ends = led.as_ref().and_then(|led| Some((*led.moved.first()?, *led.beside.first()?, led)));
        if let Some((moved, target, led)) = ends.filter(|(_, _, led)| !led.is_back) {
            let both = |row: &SheetRow| [moved, target].iter().all(|&passage| self.stands_in(row, passage));
            let rows = self.sheet.events.get(self.view.event).map(|event| event.rows.as_slice()).unwrap_or_default();
            let is_there = current.and_then(|row| self.row_of(row)).is_some_and(both);
            let home = rows.iter().find(|row| both(row)).map(|row| row.anchor).filter(|_| !is_there);
            if let Some(row) = home {
                let column = self.column_of(moved.article);
                self.view.selection = Selection { current: Some(row), column, passage: None, rows: [row].into() };
                self.range_from = Some(row);
            }
            // Who chose neither of the two finds the one that was moved when this is undone.
            if ![moved, target].iter().any(|passage| self.held.passages.contains(passage)) {
                self.held.row = Some(moved);
                self.held.rows = [(moved, vec![moved])].into();
                self.held.passages = vec![moved];
                self.held.article = Some(moved.article);
            }
            self.view.brought = Some(moved);
            self.choose_moved(led);
        } else if let Some((_, _, led)) = ends {
            self.view.brought = None;
            self.choose_moved(led);
        }
        self.held.selection = self.view.selection.clone();
        let step = self.held.step.take();
        if let Some(row) = self.view.selection.current {
            if step.is_some() {
                self.unfold_for(row);
            }
            self.view.show_row(row);
        }
        if let Some(step) = step {
            let is_named = step.name.is_some();
            self.tell_where(step);
            // What was linked with the chosen passage came to it.
            let moved = led.filter(|_| is_named).map(|led| led.moved).unwrap_or_default();
            let first = moved.first().copied();
            let now = first.and_then(|first| Some((first, self.row_holding(first)?.number)));
            if let (Some((first, number)), None) = (now, self.toasts.since()) {
                let (count, name) = (moved.len(), self.name_of(first.article));
                let words = say!("done-now-in", count = count, name = name, number = number);
                self.toasts.note_with(words, Offer::Row { passage: first, number });
            }
        }
    }

    /// Chooses the one passage that a step has moved, where it stands in the chosen cell among others.
    fn choose_moved(&mut self, led: &Led) {
        let [moved] = led.moved.as_slice() else { return };
        if self.view.selection.column.is_some() && self.view.selection.column == self.column_of(moved.article) {
            self.view.selection.passage = self.passage_as_it_stands(*moved);
        }
    }

    /// The row that a step moves passages to, in the shown table: one from before the step, or one with them in it.
    pub(super) fn row_beside(&self, led: &Led, is_before: bool) -> Option<Anchor> {
        let moved = led.moved.iter().filter(|_| !is_before);
        let passages: Vec<Anchor> = led.beside.iter().chain(moved).copied().collect();
        self.heir(&self.standing(), *led.beside.first()?, &passages)
    }

    /// Chooses the row that has taken the place of the chosen one in the list, where a step has made it leave the list: it
    /// passes the filter no more.
    pub(super) fn follow_list(&mut self) {
        let Some(place) = self.held.place.take() else { return };
        if self.view.selection.current.is_none() || self.place_in_list().is_some() {
            return;
        }
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let left = self.view.selection.current.and_then(|row| self.row_of(row)).map(|row| row.number);
        let last = self.derived.rows.len().saturating_sub(1);
        let next = self.derived.rows.get(place.min(last)).and_then(|&row| event.rows.get(row)).map(|row| row.anchor);
        if let Some(number) = left {
            self.toasts.note_too(say!("left-the-list", number = number));
        }
        self.view.selection.current = next;
        self.view.selection.rows = next.into_iter().collect();
        self.range_from = next;
        if let Some(row) = next {
            self.view.show_row(row);
        }
    }

    /// Where a filter, a search or another order has put other rows into the list: brings the chosen one into sight, or
    /// the first. One that is listed no more is left for the nearest that is, and chosen again once it is there again.
    pub(super) fn keep_in_sight(&mut self) {
        // Whole articles stay as they are.
        if self.view.which == Which::Read {
            return;
        }
        let is_sorted_anew = std::mem::take(&mut self.is_sorted_anew);
        let now = (self.view.event, self.derived.list);
        let before = std::mem::replace(&mut self.listed, now);
        // Another event is where the reader left it, but for a choice that is not listed any more.
        let is_at_home = self.view.selection.current.is_none_or(|row| self.is_listed(row));
        if before == now || before.0 != now.0 && is_at_home {
            return;
        }
        let hidden =
            self.hidden.take().filter(|[_, stand_in]| *stand_in == self.view.selection).map(|[hidden, _]| hidden);
        let chosen = hidden.unwrap_or_else(|| self.view.selection.clone());
        self.view.selection = match chosen.current {
            Some(row) if !self.is_listed(row) => {
                let nearest = self.nearest_listed(row);
                let stand_in = Selection {
                    current: nearest,
                    column: chosen.column.filter(|_| nearest.is_some()),
                    passage: None,
                    rows: nearest.into_iter().collect(),
                };
                self.hidden = Some([chosen, stand_in.clone()]);
                stand_in
            }
            _ => chosen,
        };
        self.range_from = self.view.selection.current;
        // Who asks for another order wants to see what comes first in it; what was chosen stays chosen.
        if let Some(row) = self
            .view
            .selection
            .current
            .filter(|_| !is_sorted_anew)
            .or_else(|| self.listed_rows().next().map(|(_, row)| row))
        {
            self.view.show_row(row);
        }
    }

    /// The row that the reader chose, while another stands in for it because it is not listed.
    pub(super) fn chosen_but_unlisted(&self) -> Option<Anchor> {
        let [hidden, stand_in] = self.hidden.as_ref()?;
        hidden.current.filter(|_| *stand_in == self.view.selection)
    }

    /// The rows of the list, each with its place in the table.
    pub(super) fn listed_rows(&self) -> impl Iterator<Item = (usize, Anchor)> {
        let event = self.sheet.events.get(self.view.event);
        self.derived.rows.iter().filter_map(move |&at| Some((at, event?.rows.get(at)?.anchor)))
    }

    pub(super) fn is_listed(&self, row: Anchor) -> bool {
        self.listed_rows().any(|(_, listed)| listed == row)
    }

    /// The listed row that stands nearest to this one in the table.
    fn nearest_listed(&self, row: Anchor) -> Option<Anchor> {
        let at = self.sheet.events.get(self.view.event)?.rows.iter().position(|other| other.anchor == row)?;
        self.listed_rows().min_by_key(|(other, _)| other.abs_diff(at)).map(|(_, row)| row)
    }

    /// Where the chosen row stands in the list.
    fn place_in_list(&self) -> Option<usize> {
        let current = self.view.selection.current?;
        self.listed_rows().position(|(_, row)| row == current)
    }

    /// Says what was done where the chosen passage stands elsewhere now, unless something was said of the step.
    fn tell_where(&mut self, step: Step) {
        let (Some(_), Some((chosen, number, others))) = (step.name, step.before) else { return };
        if self.toasts.since().is_some() {
            return;
        }
        let selected = self.view.selection.current.and_then(|row| self.row_of(row));
        let row_now =
            |passage: Anchor| selected.filter(|row| self.stands_in(row, passage)).or_else(|| self.row_holding(passage));
        let now: Vec<&SheetRow> = chosen.iter().filter_map(|&passage| row_now(passage)).collect();
        let numbers: BTreeSet<usize> = now.iter().map(|row| row.number).collect();
        let Some(&first) = numbers.first() else { return };
        let holds_others = |row: &&SheetRow| others.iter().any(|&other| self.stands_in(row, other));
        let is_left = !others.is_empty() && !now.iter().any(holds_others);
        if numbers != BTreeSet::from([number]) || is_left {
            // The step names rows by the numbers that they had before: beside those of now they would only confuse.
            let name = chosen.first().map(|passage| self.name_of(passage.article)).unwrap_or_default();
            let is_one_row = numbers.len() == 1;
            let mut words = if is_one_row {
                say!("done-now-in", count = chosen.len(), name = name, number = first)
            } else {
                say!("done-now-in-several", name = name, rows = numbered(numbers))
            };
            let held = selected.filter(holds_others);
            let left = held.or_else(|| others.first().and_then(|&other| self.row_holding(other)));
            if let Some(left) = left.filter(|left| is_left && left.number != number) {
                words += &say!("and-left-is", before = number, now = left.number);
            }
            match chosen.first() {
                Some(&passage) if is_one_row => self.toasts.note_with(words, Offer::Row { passage, number: first }),
                _ => self.toasts.note(words),
            }
        }
    }

    /// Unfolds a row whose cell is chosen.
    fn unfold_for(&mut self, row: Anchor) {
        let has_cell = self.view.selection.column.is_some();
        if has_cell && self.row_of(row).is_some_and(|row| self.view.is_folded(row)) && !self.view.turned.remove(&row) {
            self.view.turned.insert(row);
        }
    }

    /// The passages of a row, the chosen ones first, then the others in `column`.
    fn passages_from(&self, row: &SheetRow, column: Option<usize>) -> Vec<Anchor> {
        let mut passages = self.chosen_of(row);
        let cell = column.map(|column| self.passages_of(row, column)).unwrap_or_default();
        if cell.is_empty() {
            passages.push(row.anchor);
        }
        for other in cell.into_iter().chain(self.all_passages(row)) {
            if !passages.contains(&other) {
                passages.push(other);
            }
        }
        passages
    }

    /// The rows of the shown event in which each passage stands.
    fn standing(&self) -> Standing {
        let mut standing = Standing::new();
        let rows = self.sheet.events.get(self.view.event).map(|event| event.rows.as_slice()).unwrap_or_default();
        for (at, row) in rows.iter().enumerate() {
            for passage in self.all_passages(row) {
                standing.entry(passage).or_default().push(at);
            }
        }
        standing
    }

    /// The row that holds most of `passages`; of equals the one that is named so, else the one with the first passage.
    fn heir(&self, standing: &Standing, named: Anchor, passages: &[Anchor]) -> Option<Anchor> {
        let rows = &self.sheet.events.get(self.view.event)?.rows;
        let mut held: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
        for (at, &passage) in passages.iter().enumerate() {
            // A passage that was trimmed or grew overlaps the one that it was.
            let begins = Anchor { span: Span::new(0, 0), ..passage };
            let before = Anchor { span: Span::new(passage.span.end, passage.span.end), ..passage };
            let overlapping = || standing.range(begins..before).filter(|(other, _)| other.span.overlaps(passage.span));
            let found: BTreeSet<usize> = match standing.get(&passage) {
                Some(rows) => rows.iter().copied().collect(),
                None => overlapping().flat_map(|(_, rows)| rows).copied().collect(),
            };
            for row in found {
                let (count, has_first) = held.entry(row).or_default();
                *count += 1;
                *has_first |= at == 0;
            }
        }
        let rank = |(at, (count, has_first)): (usize, (usize, bool))| {
            let row = rows.get(at)?;
            Some(((count, row.anchor == named, has_first), row.anchor))
        };
        held.into_iter().rev().filter_map(rank).max_by_key(|(rank, _)| *rank).map(|(_, anchor)| anchor)
    }

    /// The first row of the shown event in which a passage stands.
    pub(super) fn row_holding(&self, passage: Anchor) -> Option<&SheetRow> {
        self.sheet.events.get(self.view.event)?.rows.iter().find(|row| self.stands_in(row, passage))
    }

    /// True where a passage stands in a row, be it trimmed.
    fn stands_in(&self, row: &SheetRow, passage: Anchor) -> bool {
        let column = self.column_of(passage.article);
        let passages = column.map(|column| self.passages_of(row, column)).unwrap_or_default();
        passages.iter().any(|other| other.span.overlaps(passage.span))
    }

    /// The column of an article in the shown event.
    pub(super) fn column_of(&self, article: WitnessKey) -> Option<usize> {
        let is_it = |member: &usize| self.sheet.articles.get(*member).is_some_and(|it| it.witness.key == article);
        self.sheet.events.get(self.view.event)?.members.iter().position(is_it)
    }
}
