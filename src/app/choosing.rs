//! Files that hold many articles: what they hold is listed, the reader says which are opened, and,
//! where the file is a data set, which of its columns holds what.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use collation::Witness;
use workbench::intake::{self, Columns, Entry, Field, Found, Mapping, ReadOptions};

use super::dialogs::{ColumnsForm, FoundForm};
use super::{App, Errand};
use crate::say;

/// A file that was read and waits for the reader's choice.
#[derive(Debug)]
pub struct Pile {
    pub path: String,
    pub found: Found,
}

impl Pile {
    /// The file's name, for the reader.
    pub fn name(&self) -> String {
        self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path).to_owned()
    }

    /// True for a data set that can be read anew with other columns.
    pub fn has_columns(&self) -> bool {
        self.found.columns.is_some() && Path::new(&self.path).is_absolute()
    }

    /// The columns, where none of them is known to hold the text.
    pub fn without_text(&self) -> Option<&Columns> {
        let columns = self.found.columns.as_ref().filter(|_| self.found.articles.is_empty());
        columns.filter(|columns| columns.used.column(Field::Text).is_none())
    }

    /// True where the reader can say which column holds the text.
    fn is_unread(&self) -> bool {
        self.without_text().is_some() && self.has_columns()
    }
}

/// Piles that came, and those whose choice is under way.
#[derive(Debug, Default)]
pub struct Choosing {
    /// They came while another choice was under way, or just now.
    pub waiting: Vec<Pile>,
    /// Listed in the dialog.
    listed: Vec<Pile>,
    /// Being looked through for duplicates.
    is_listing: bool,
    /// Nothing more is being read that belongs into the same list.
    is_due: bool,
}

impl Choosing {
    fn is_free(&self) -> bool {
        self.listed.is_empty() && !self.is_listing
    }
}

/// True where the reader has to be asked which articles of a file are wanted.
pub fn is_pile(found: &Found) -> bool {
    found.articles.len() > 1 || found.columns.is_some()
}

impl App {
    /// Looks through the piles that have come, once no other choice is under way.
    pub(super) fn list_piles(&mut self, ctx: &egui::Context) {
        if self.choosing.waiting.is_empty() || !self.choosing.is_free() || !self.choosing.is_due {
            return;
        }
        self.choosing.is_due = false;
        let piles = std::mem::take(&mut self.choosing.waiting);
        self.choosing.is_listing = true;
        let open: Vec<Arc<Witness>> = self.document.project().witnesses();
        self.errands.send(ctx, "articles found", move || {
            let mut whole = Found::default();
            let mut sizes = Vec::new();
            let mut piles = piles;
            // One list over all files, so that copies in different files are found.
            for pile in &mut piles {
                sizes.push(pile.found.articles.len());
                whole.articles.append(&mut pile.found.articles);
            }
            let open: Vec<&Witness> = open.iter().map(AsRef::as_ref).collect();
            let entries = intake::list(&whole, &open);
            let mut articles = whole.articles.into_iter();
            for (pile, size) in piles.iter_mut().zip(sizes) {
                pile.found.articles.extend(articles.by_ref().take(size));
            }
            Errand::Listed { piles, entries }
        });
    }

    /// The list is there: it is shown, or first the columns of a data set that could not be read.
    pub(super) fn show_piles(&mut self, piles: Vec<Pile>, entries: Vec<Entry>) {
        self.choosing.is_listing = false;
        self.choosing.listed = piles;
        match self.choosing.listed.iter().position(Pile::is_unread) {
            Some(at) => self.ask_columns(at),
            None => self.dialogs.offer_found(FoundForm::new(&self.choosing.listed, entries)),
        }
    }

    pub(super) fn ask_columns(&mut self, pile: usize) {
        let Some(found) = self.choosing.listed.get(pile) else { return };
        let Some(columns) = found.found.columns.clone() else { return };
        self.dialogs.ask_columns(ColumnsForm::new(pile, found.name(), columns));
    }

    /// Remembers which column holds what, and reads the file with it.
    pub(super) fn read_columns(&mut self, pile: usize, signature: String, mapping: Mapping) {
        self.preferences.settings.column_mappings.insert(signature, mapping.clone());
        if pile >= self.choosing.listed.len() {
            return;
        }
        let path = PathBuf::from(self.choosing.listed.remove(pile).path);
        // The others are listed again together with it.
        self.choosing.waiting.append(&mut self.choosing.listed);
        self.choosing.is_due = false;
        let options = ReadOptions { mapping: Some(mapping), ..self.read_options() };
        self.worker.read_with(vec![path], options);
    }

    /// The reader leaves the columns as they were: what could be read is listed again.
    pub(super) fn leave_columns(&mut self) {
        let piles = std::mem::take(&mut self.choosing.listed);
        let (unread, read): (Vec<Pile>, Vec<Pile>) = piles.into_iter().partition(Pile::is_unread);
        if let Some(pile) = unread.first() {
            self.toasts.note(say!("opened-nothing-from", name = pile.name()));
        }
        self.choosing.waiting.extend(read);
        self.choosing.is_due = true;
    }

    /// Opens the chosen articles, by their places in the list.
    pub(super) fn open_found(&mut self, chosen: &BTreeSet<usize>) {
        let piles = std::mem::take(&mut self.choosing.listed);
        let mut at = 0;
        for pile in piles {
            for article in pile.found.articles {
                if chosen.contains(&at) {
                    self.take_article(&pile.path, article);
                }
                at += 1;
            }
        }
        self.add_incoming();
    }

    /// The list was left without a choice.
    pub(super) fn leave_found(&mut self) {
        if !self.choosing.listed.is_empty() {
            self.choosing.listed.clear();
            self.toasts.note(say!("opened-nothing"));
        }
    }

    /// A call of the reader has ended: what belongs into one list is there.
    pub(super) fn piles_are_read(&mut self) {
        self.choosing.is_due = true;
    }

    /// How files are read: data sets as the reader said before.
    pub(super) fn read_options(&self) -> ReadOptions {
        ReadOptions { remembered: self.preferences.settings.column_mappings.clone(), ..ReadOptions::default() }
    }

    /// Reads files as the reader has set it.
    pub(super) fn read_files(&mut self, paths: Vec<PathBuf>) {
        if let Some(last) = paths.last() {
            self.filing.opened(last);
        }
        let options = self.read_options();
        self.worker.read_with(paths, options);
    }
}
