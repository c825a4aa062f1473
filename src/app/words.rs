//! Words and their variants: a click or a key lights up what every outlet has for the same words.

use collation::kept::answers_to_word;
use collation::ruling::Anchor;
use collation::sheet::SheetRow;
use collation::span::Span;
use collation::variation::RunKind;
use workbench::settings::ClassMode;

use super::App;
use crate::say;

impl App {
    /// Lights up every outlet's variant of the word at `at`.
    pub(super) fn ask_word(&mut self, row: Anchor, column: usize, at: usize) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let Some(row) = event.rows.iter().find(|other| other.anchor == row) else { return };
        let Some(cell) = row.cells.get(column).and_then(Option::as_ref) else { return };
        if row.compared_with(event.base) == Some(column) && !row.is_lone() && self.is_original(column, row) {
            return self.ask_original(row.anchor, column, at);
        }
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

    /// True where the reading of a column is the statement itself, or the fullest quotation of it.
    fn is_original(&self, column: usize, row: &SheetRow) -> bool {
        let event = self.sheet.events.get(self.view.event);
        let member = event.and_then(|event| event.members.get(column));
        let article = member.and_then(|&member| self.sheet.articles.get(member));
        let article = article.and_then(|article| self.document.project().article(article.witness.key));
        row.base.is_some() || article.is_some_and(|article| article.is_original)
    }

    /// Lights up what every outlet has for one word of the original statement.
    fn ask_original(&mut self, anchor: Anchor, column: usize, at: usize) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let Some(row) = event.rows.iter().find(|other| other.anchor == anchor) else { return };
        let member = event.members.get(column).and_then(|&member| self.sheet.articles.get(member));
        let Some(article) = member else { return };
        let tokens = &article.segmented.tokens;
        let token = tokens.get(tokens.partition_point(|token| token.span.end <= at));
        let Some(word) = token.map(|token| token.span).filter(|word| word.contains(at)) else { return };
        let mut places = vec![(column, word)];
        for (other, spans) in answers_to_word(event, row, column, word, &self.sheet.articles) {
            places.extend(spans.into_iter().map(|span| (other, span)));
        }
        let lit = Some((anchor, places));
        self.view.lit = if self.view.lit == lit { None } else { lit };
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
            self.toasts.note(say!("no-variants"));
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
            ClassMode::Off => (ClassMode::HideOutlets, say!("class-outlets")),
            ClassMode::HideOutlets => (ClassMode::HideMarks, say!("class-marks")),
            ClassMode::HideMarks => (ClassMode::HideBoth, say!("class-both")),
            ClassMode::HideBoth => (ClassMode::Off, say!("class-off")),
        };
        self.view.class_mode = mode;
        self.view.is_revealed = false;
        self.toasts.note(words);
    }
}
