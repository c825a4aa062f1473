//! A project with its past: undo and redo without limit, the revision, and whether it is saved.

use crate::project::{Edit, Project, Refused, Step, View, apply, apply_step};

/// A project that remembers its steps.
#[derive(Clone, Debug, Default)]
pub struct Document {
    project: Project,
    is_read_only: bool,
    revision: u64,
    table_revision: u64,
    undo: Vec<Past>,
    redo: Vec<Past>,
    /// Name of the state the project is in: an edit makes a new one, undo goes back to an old one.
    state: u64,
    newest_state: u64,
    saved_state: u64,
    /// Before the first step that can be taken back something else was done than to add articles.
    had_work: bool,
}

#[derive(Clone, Debug)]
struct Past {
    step: Step,
    /// The state the step leads to.
    state: u64,
}

impl Document {
    /// A document whose project is saved as it stands.
    pub fn new(project: Project) -> Self {
        Self { project, ..Self::default() }
    }

    /// A document that refuses every edit: the file is of a newer version.
    pub fn read_only(project: Project) -> Self {
        Self { project, is_read_only: true, ..Self::default() }
    }

    /// A document that holds more than its file: brought back after a crash.
    pub fn recovered(project: Project) -> Self {
        Self { project, state: 1, newest_state: 1, had_work: true, ..Self::default() }
    }

    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Where the reader is. No edit: neither undone nor counted as unsaved.
    pub fn view_mut(&mut self) -> &mut View {
        &mut self.project.view
    }

    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Goes up with every edit, undo and redo; a cache that bears it is never out of date.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The revision in which articles or rulings changed last: the one that a sheet answers to.
    pub fn table_revision(&self) -> u64 {
        self.table_revision
    }

    /// Makes an edit as one step.
    ///
    /// # Errors
    /// [`Refused`] where it makes no sense or the document is read only; nothing has changed then.
    pub fn edit(&mut self, edit: Edit) -> Result<(), Refused> {
        if self.is_read_only {
            return Err(Refused::ReadOnly);
        }
        let back = apply(&mut self.project, edit)?;
        self.take_note(back);
        Ok(())
    }

    /// Makes a step that was worked out in a copy of this very project, see
    /// [`work_out`](crate::project::work_out).
    ///
    /// # Errors
    /// [`Refused`] where the document is read only; nothing has changed then.
    pub fn make(&mut self, step: Step) -> Result<(), Refused> {
        if self.is_read_only {
            return Err(Refused::ReadOnly);
        }
        let back = apply_step(&mut self.project, step);
        self.take_note(back);
        Ok(())
    }

    /// A new step was made, and `step` takes it back.
    fn take_note(&mut self, step: Step) {
        self.undo.push(Past { step, state: self.state });
        self.redo.clear();
        self.newest_state += 1;
        self.state = self.newest_state;
        self.changed(self.undo.last().is_some_and(|past| past.step.touches_table()));
    }

    /// Calls the step that was made last `name`: who shows steps may have words of their own for them.
    pub fn call_last_step(&mut self, name: String) {
        if let Some(past) = self.undo.last_mut() {
            past.step.name = name;
        }
    }

    /// Makes what was done so far the beginning: undo goes back to it and no further. It is as unsaved as it was.
    pub fn begin_here(&mut self) {
        self.had_work = self.has_work();
        self.undo.clear();
        self.redo.clear();
    }

    /// Takes the last step back and gives its name; `None` where there is none.
    pub fn undo(&mut self) -> Option<&str> {
        let past = self.undo.pop()?;
        let past = self.go(past);
        self.redo.push(past);
        self.redo.last().map(|past| past.step.name.as_str())
    }

    /// Makes the step again that was taken back last and gives its name; `None` where there is none.
    pub fn redo(&mut self) -> Option<&str> {
        let past = self.redo.pop()?;
        let past = self.go(past);
        self.undo.push(past);
        self.undo.last().map(|past| past.step.name.as_str())
    }

    fn go(&mut self, past: Past) -> Past {
        let touches_table = past.step.touches_table();
        let back = apply_step(&mut self.project, past.step);
        let here = std::mem::replace(&mut self.state, past.state);
        self.changed(touches_table);
        Past { step: back, state: here }
    }

    fn changed(&mut self, touches_table: bool) {
        self.revision += 1;
        if touches_table {
            self.table_revision = self.revision;
        }
    }

    /// What undo would take back.
    pub fn undo_name(&self) -> Option<&str> {
        self.undo.last().map(|past| past.step.name.as_str())
    }

    /// What redo would make again.
    pub fn redo_name(&self) -> Option<&str> {
        self.redo.last().map(|past| past.step.name.as_str())
    }

    /// Names of the steps that can be taken back, the newest first.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.undo.iter().rev().map(|past| past.step.name.as_str())
    }

    /// True where the project holds more than what was saved last.
    pub fn is_unsaved(&self) -> bool {
        self.state != self.saved_state
    }

    /// True where anything else was done than to add articles.
    pub fn has_work(&self) -> bool {
        self.had_work || self.undo.iter().any(|past| !past.step.only_takes_articles())
    }

    /// Names the present state; hand it to [`Document::saved`] once a save of it is through.
    pub fn state(&self) -> u64 {
        self.state
    }

    /// Takes note that `state` was saved, whatever was edited since.
    pub fn saved(&mut self, state: u64) {
        self.saved_state = state;
        self.is_read_only = false;
    }
}
