//! One passage of a cell that has several: chosen by a click on it or by keys. Corrections are about it alone; with the cell
//! as a whole chosen they are about all of its passages.

use collation::ruling::Anchor;
use collation::sheet::SheetRow;

use super::App;
use crate::say;
use crate::view::Which;

impl App {
    /// What corrections of a cell are about: the chosen passage, else all of the cell.
    pub(super) fn passages_chosen(&self, row: &SheetRow, column: usize) -> Vec<Anchor> {
        let all = self.passages_of(row, column);
        let selection = &self.view.selection;
        let is_current = selection.current == Some(row.anchor) && selection.column == Some(column);
        match selection.passage.filter(|passage| is_current && all.contains(passage)) {
            Some(passage) => vec![passage],
            None => all,
        }
    }

    /// The same of the chosen cell of a row; nothing where no cell is chosen.
    pub(super) fn chosen_of(&self, row: &SheetRow) -> Vec<Anchor> {
        self.view.selection.column.map(|column| self.passages_chosen(row, column)).unwrap_or_default()
    }

    /// A passage of the chosen cell, among others in it, in the extent that it has now; `None` where it is not there.
    pub(super) fn passage_as_it_stands(&self, passage: Anchor) -> Option<Anchor> {
        let row = self.row_of(self.view.selection.current?)?;
        let all = self.passages_of(row, self.view.selection.column?);
        let is_it = |other: &&Anchor| other.article == passage.article && other.span.overlaps(passage.span);
        all.iter().find(is_it).copied().filter(|_| all.len() > 1)
    }

    /// Chooses the passage of the current cell in which a character stands; an only passage is the cell as a whole.
    pub(super) fn choose_passage(&mut self, row: Anchor, column: usize, at: usize) {
        let passages = self.row_of(row).map(|row| self.passages_of(row, column)).unwrap_or_default();
        let passage = passages.iter().find(|passage| passage.span.contains(at)).copied();
        self.view.selection.passage = passage.filter(|_| passages.len() > 1);
        if self.view.which != Which::Grid {
            self.unfold_passages(&passages);
        }
    }

    /// Goes from the cell as a whole to its first passage, on to the next, and behind the last to the whole again.
    pub(super) fn step_passage(&mut self, step: isize) {
        let (Some(current), Some(column)) = (self.view.selection.current, self.view.selection.column) else { return };
        let passages = self.row_of(current).map(|row| self.passages_of(row, column)).unwrap_or_default();
        if passages.len() < 2 {
            self.toasts.note(say!("only-passage"));
            return;
        }
        // The whole counts as one place more, in front.
        let chosen = self.view.selection.passage;
        let here = chosen.and_then(|chosen| passages.iter().position(|&other| other == chosen)).map_or(0, |at| at + 1);
        let next = (here as isize + step).rem_euclid(passages.len() as isize + 1) as usize;
        self.view.selection.passage = next.checked_sub(1).and_then(|at| passages.get(at)).copied();
        self.unfold_passages(&passages);
        self.view.show_row(current);
    }

    /// Has a long cell show all of its passages.
    fn unfold_passages(&mut self, passages: &[Anchor]) {
        if self.view.selection.passage.is_some() {
            self.view.unfolded.extend(passages.first());
        }
    }
}
