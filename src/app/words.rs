//! Words and their variants: a click or a key lights up what every outlet has for the same words.

use collation::ruling::Anchor;
use collation::span::Span;
use collation::variation::RunKind;
use workbench::settings::ClassMode;

use super::App;

impl App {
    /// Lights up every outlet's variant of the word at `at`.
    pub(super) fn ask_word(&mut self, row: Anchor, column: usize, at: usize) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let Some(row) = event.rows.iter().find(|other| other.anchor == row) else { return };
        let Some(cell) = row.cells.get(column).and_then(Option::as_ref) else { return };
        let Some(run) = cell.runs.iter().find(|run| run.span.contains(at)) else { return };
        let mut places: Vec<(usize, Span)> = vec![(column, run.span)];
        places.extend(run.mates.iter().copied());
        // What stands against the same words of the base is a variant as well.
        for (other, cell) in row.cells.iter().enumerate() {
            for run in cell.iter().flat_map(|cell| &cell.runs) {
                let answers = run
                    .mates
                    .iter()
                    .any(|mate| places.iter().any(|(column, span)| *column == mate.0 && span.overlaps(mate.1)));
                if answers && !places.contains(&(other, run.span)) {
                    places.push((other, run.span));
                }
            }
        }
        let lit = (row.anchor, places);
        let is_off = lit.1.len() < 2 || self.view.lit.as_ref() == Some(&lit);
        self.view.lit = (!is_off).then_some(lit);
    }
    /// Lights up the variants of the next differing words of the current cell, or of those before.
    pub(super) fn step_word(&mut self, step: isize) {
        let (Some(anchor), Some(column)) = (self.view.selection.current, self.view.selection.column) else { return };
        let Some(cell) = self.row_of(anchor).and_then(|row| row.cells.get(column)?.as_ref()) else { return };
        let words: Vec<usize> = cell
            .runs
            .iter()
            .filter(|run| run.kind != RunKind::Shared && !run.mates.is_empty())
            .map(|run| run.span.start)
            .collect();
        let number = words.len() as isize;
        if number == 0 {
            self.toasts.note("No words of this passage have a variant elsewhere");
            return;
        }
        let lit = self.view.lit.as_ref().filter(|(row, _)| *row == anchor);
        let here = lit.and_then(|(_, places)| places.iter().find(|place| place.0 == column)).map(|place| place.1.start);
        let at = here.and_then(|start| words.iter().position(|&word| word == start)).map(|at| at as isize);
        let next = at.map_or(if step > 0 { 0 } else { number - 1 }, |at| (at + step).rem_euclid(number));
        if let Some(&start) = words.get(next as usize) {
            self.view.lit = None;
            self.ask_word(anchor, column, start);
        }
    }

    /// Hides outlets, then marks, then both, then nothing.
    pub(super) fn next_class_mode(&mut self) {
        let (mode, words) = match self.view.class_mode {
            ClassMode::Off => (ClassMode::HideOutlets, "Names of outlets are hidden; R reveals them"),
            ClassMode::HideOutlets => (ClassMode::HideMarks, "Marks are hidden; R reveals them"),
            ClassMode::HideMarks => (ClassMode::HideBoth, "Names of outlets and marks are hidden; R reveals them"),
            ClassMode::HideBoth => (ClassMode::Off, "Nothing is hidden any more"),
        };
        self.view.class_mode = mode;
        self.view.is_revealed = false;
        self.toasts.note(words);
    }
}
