//! A note while it is typed. It becomes one step of the project when its field is left, and before anything that would go
//! on without it: saving, closing, another row, another project.

use collation::ruling::Anchor;
use workbench::project::Edit;

use super::App;
use crate::view::TypedNote;

impl App {
    /// The words in the field of the row's note are these now.
    pub(super) fn type_note(&mut self, row: Anchor, words: String) {
        if let Some(typed) = self.view.typed.as_mut().filter(|typed| typed.row == row) {
            typed.words = words;
            return;
        }
        self.leave_note();
        let (place, kept) = self.note_of(row);
        self.view.typed = Some(TypedNote { row, place, kept, words });
    }

    /// What is typed becomes part of the project; the reader may go on typing.
    pub(super) fn keep_typed(&mut self) {
        let Some(typed) = self.view.typed.as_mut().filter(|typed| typed.is_new()) else { return };
        typed.words.trim().clone_into(&mut typed.kept);
        let (anchor, note) = (typed.place, typed.kept.clone());
        self.edit(Edit::SetNote { anchor, note });
    }

    /// The field is left.
    pub(super) fn leave_note(&mut self) {
        self.keep_typed();
        self.view.typed = None;
    }

    /// Keeps what was typed for a row that is not chosen any more: its field is gone.
    pub(super) fn leave_note_of_another_row(&mut self) {
        if self.view.typed.as_ref().is_some_and(|typed| Some(typed.row) != self.view.selection.current) {
            self.leave_note();
        }
    }

    /// True where something would be lost: a step, or what is being typed.
    pub(super) fn is_unsaved(&self) -> bool {
        self.document.is_unsaved() || self.view.typed.as_ref().is_some_and(TypedNote::is_new)
    }
}
