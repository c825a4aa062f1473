//! Copying: what is selected goes to the clipboard as rich text and plain text together, and a
//! message says what was copied.

use std::sync::Arc;

use collation::export::Marks;
use collation::export::clip::{self, Clip};
use collation::sheet::Sheet;

use super::App;
use super::masking::MaskedFor;
use crate::marks::Mark;
use crate::say;
use crate::terms::WORDING;

/// The forms in which rows are copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Rich,
    Markdown,
    Tsv,
}

impl App {
    /// Copies the current cell, or what is chosen of it; without one, the selected rows.
    pub(super) fn copy_cell(&mut self) {
        let Some(row) = self.current_index() else { return };
        let Some(column) = self.view.selection.column else { return self.copy_rows(Form::Rich) };
        let (sheet, event, marks) = (self.sheet_to_tell(), self.view.event, self.marks_to_tell());
        let clip = match self.view.selection.passage {
            Some(passage) => clip::passage(&sheet, event, (row, column), passage.span, marks, WORDING),
            None => clip::cell(&sheet, event, row, column, marks, WORDING),
        };
        if clip.is_empty() {
            self.toasts.note(say!("nothing-to-copy-cell"));
            return;
        }
        let name = self.column_name(column);
        self.put(&clip, say!("copied-passage", name = name));
    }

    /// Copies the selected rows, in the order of the grid.
    pub(super) fn copy_rows(&mut self, form: Form) {
        let rows: Vec<usize> = self.derived.rows.iter().copied().filter(|&row| self.is_selected(row)).collect();
        self.copy_table(&rows, form);
    }

    /// Copies every row that the grid shows.
    pub(super) fn copy_shown(&mut self) {
        let rows = self.derived.rows.clone();
        self.copy_table(&rows, Form::Rich);
    }

    fn copy_table(&mut self, rows: &[usize], form: Form) {
        let columns = &self.derived.columns;
        let filters = self.filters_and_state();
        let event = self.view.event;
        let (sheet, marks) = (self.sheet_to_tell(), self.marks_to_tell());
        let clip = match form {
            Form::Rich => clip::rows(&sheet, event, rows, columns, &filters, marks, WORDING),
            Form::Markdown => Clip {
                plain: clip::rows_markdown(&sheet, event, rows, columns, &filters, marks, WORDING),
                html: String::new(),
            },
            Form::Tsv => {
                Clip { plain: clip::rows_tsv(&sheet, event, rows, columns, &filters, WORDING), html: String::new() }
            }
        };
        if clip.is_empty() {
            self.toasts.note(say!("nothing-to-copy"));
            return;
        }
        let hidden = self.sheet.events.get(event).map_or(0, |event| event.members.len()).saturating_sub(columns.len());
        let statements = say!("statements-counted", count = rows.len());
        let mut words =
            say!("copied-rows", statements = statements, articles = say!("articles-counted", count = columns.len()));
        if hidden > 0 {
            words += &format!(", {}", say!("copied-without", count = hidden));
        }
        self.put(&clip, words);
    }

    /// Copies one citation line a shown article.
    pub(super) fn copy_citations(&mut self) {
        let members: Vec<usize> = self
            .sheet
            .events
            .get(self.view.event)
            .map(|event| self.derived.columns.iter().filter_map(|&column| event.members.get(column).copied()).collect())
            .unwrap_or_default();
        let sheet = self.sheet_to_tell();
        let lines: Vec<String> = members.iter().map(|&member| clip::citation(&sheet, member, WORDING)).collect();
        let clip = Clip { plain: lines.join("\n"), html: String::new() };
        self.put(&clip, say!("copied-citations", count = lines.len()));
    }

    /// The sheet as it leaves the window: without the names that class mode hides.
    pub(super) fn sheet_to_tell(&self) -> Arc<Sheet> {
        self.derived.mask.sheet(&self.sheet, MaskedFor::Copies)
    }

    /// The marks that copies and exports bear: those that the window draws, unless the reader wants none there.
    pub(super) fn marks_to_tell(&self) -> Marks {
        if !self.view.copy_marks {
            return Marks::NONE;
        }
        let shown = self.view.shown_marks();
        Mark::ALL.into_iter().filter(|mark| shown.has(*mark)).map(Mark::of_exports).fold(Marks::NONE, Marks::with)
    }

    pub(super) fn put(&mut self, clip: &Clip, mut done: String) {
        if self.derived.mask.is_named_in(&clip.plain) {
            done += "; ";
            done += say!("copied-names-outlet");
        }
        match self.services.clipboard.set(clip) {
            Ok(()) => self.toasts.note(done),
            Err(message) => self.toasts.problem(message),
        }
    }

    fn is_selected(&self, row: usize) -> bool {
        let row = self.sheet.events.get(self.view.event).and_then(|event| event.rows.get(row));
        row.is_some_and(|row| self.view.selection.holds(row.anchor))
    }

    /// Index of the current row in its event.
    pub(super) fn current_index(&self) -> Option<usize> {
        let current = self.view.selection.current?;
        self.sheet.events.get(self.view.event)?.rows.iter().position(|row| row.anchor == current)
    }

    /// Name of the article in a column of the current event.
    pub(super) fn column_name(&self, column: usize) -> String {
        let member = self.sheet.events.get(self.view.event).and_then(|event| event.members.get(column));
        let article = member.and_then(|&member| Some((member, self.sheet.articles.get(member)?)));
        article.map(|(at, article)| crate::terms::article(&article.witness, at)).unwrap_or_default()
    }
}
