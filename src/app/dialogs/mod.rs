//! Dialogs over the window: which one is open, with what was typed into it. Each dialog has a file
//! of its own; all return intents and change nothing themselves.

mod about;
pub mod choices;
mod columns;
mod export;
mod found;
mod help;
mod keeping;
mod ledgers;
mod parts;
mod paste;
mod paths;
mod properties;
mod readers;
mod rows;
mod settings;

use std::collections::VecDeque;

use collation::WitnessKey;
use collation::ruling::Anchor;
use workbench::project::Article;
use workbench::recent::Session;
use workbench::settings::Settings;
use workbench::store::Recoverable;

use super::errands::Told as _;
use super::modal::{holds_work, would_lose};
use super::{Accuracy, Answered, Asked, Mask, Readers};
use crate::clipboard::Pasted;
use crate::command::Intent;
use crate::ledger::Books;
use crate::panels::Inbox;
use crate::say;
use choices::EventChoice;
pub use choices::{Trimming, Trims};
pub use columns::ColumnsForm;
pub use found::FoundForm;
use ledgers::LedgerForm;
use parts::{MEDIUM, NARROW, WIDE, WIDEST, modal};
pub use paste::{MOST_IN_FIELD, PasteForm};
pub use properties::PropertiesForm;
use settings::SettingsForm;

/// What dialogs may look at.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub settings: &'a Settings,
    pub accuracy: &'a Accuracy,
    pub readers: &'a Readers,
    pub mask: &'a Mask,
    /// What class mode hides is shown for now.
    pub is_revealed: bool,
}

/// Which dialog is open, with what was typed into it.
#[derive(Debug, Default)]
pub struct Dialogs {
    open: Open,
    /// What came by itself while another dialog was open; each has its turn.
    waiting: VecDeque<Open>,
    /// The reader came back to the one that is open, and it holds what was typed before.
    is_resumed: bool,
}

#[derive(Debug, Default)]
enum Open {
    #[default]
    Nothing,
    Paste(PasteForm),
    Paths(String),
    Path(Asked, String),
    Help(help::Sheet),
    About,
    Settings(SettingsForm),
    Properties(Box<PropertiesForm>),
    Ledgers(LedgerForm),
    /// How many events there are, and whether all of them are exported.
    Export(usize, bool),
    /// Whether it is about quitting.
    Unsaved(bool),
    /// The window is to close, and what was typed into a dialog would be lost.
    Unfinished,
    Reject(Anchor, usize),
    Rename(Anchor, String),
    Recovery(keeping::RecoveryForm),
    Trim(Trims),
    /// An article, what it is called, and the events it may go to.
    Event(WitnessKey, String, Vec<EventChoice>),
    /// The shown event and the others.
    Join(usize, Vec<(String, usize)>),
    LastSession(Session),
    Found(Box<FoundForm>),
    Columns(Box<ColumnsForm>),
    Readers,
}

impl Open {
    fn is_of_document(&self) -> bool {
        match self {
            Self::Nothing
            | Self::Paste(_)
            | Self::Paths(_)
            | Self::Help(_)
            | Self::About
            | Self::Settings(_)
            | Self::Recovery(_)
            | Self::LastSession(_)
            | Self::Unfinished => false,
            Self::Path(asked, _) => asked.is_of_document(),
            Self::Properties(_)
            | Self::Ledgers(_)
            | Self::Export(..)
            | Self::Unsaved(_)
            | Self::Reject(..)
            | Self::Rename(..)
            | Self::Trim(_)
            | Self::Event(..)
            | Self::Join(..)
            | Self::Found(_)
            | Self::Columns(_)
            | Self::Readers => true,
        }
    }
}

impl Dialogs {
    pub fn is_open(&self) -> bool {
        !matches!(self.open, Open::Nothing)
    }

    pub fn open_paste(&mut self, pasted: Pasted) {
        self.offer(Open::Paste(PasteForm::new(pasted)));
    }

    /// Shows the words of the page that was pasted, unless the reader has typed others.
    pub fn show_pasted(&mut self, words: String) {
        if let Open::Paste(form) = &mut self.open
            && form.html.is_some()
            && form.text.is_empty()
        {
            form.show(words);
        }
    }

    /// Takes a text that no field can hold where it is the article that is pasted; else gives it back.
    pub fn take_long(&mut self, text: String) -> Result<(), String> {
        match &mut self.open {
            Open::Paste(form) if text.len() > MOST_IN_FIELD && form.text.trim().is_empty() => {
                form.show(text);
                Ok(())
            }
            _ => Err(text),
        }
    }

    pub fn ask_for_paths(&mut self) {
        self.open = Open::Paths(String::new());
    }

    pub fn ask_for_path(&mut self, asked: Asked, name: String) {
        self.open = Open::Path(asked, name);
    }

    pub fn toggle_keys(&mut self) {
        self.open = match self.open {
            Open::Help(_) => Open::Nothing,
            _ => Open::Help(help::Sheet::default()),
        };
    }

    pub fn open_about(&mut self) {
        self.open = Open::About;
    }

    pub fn open_settings(&mut self, settings: &Settings) {
        self.open = Open::Settings(SettingsForm::new(settings));
    }

    /// `twin` says which other article it repeats.
    pub fn open_properties(&mut self, article: &Article, twin: Option<String>) {
        self.open = Open::Properties(Box::new(PropertiesForm::new(article, twin)));
    }

    pub fn open_ledgers(&mut self) {
        self.open = Open::Ledgers(LedgerForm::default());
    }

    /// The ledgers that the dialog waits for are counted.
    pub fn show_books(&mut self, books: Books) {
        if let Open::Ledgers(form) = &mut self.open {
            form.books = Some(books);
        }
    }

    pub fn open_export(&mut self, events: usize, all: bool) {
        self.open = Open::Export(events, all);
    }

    pub fn ask_about_unsaved(&mut self, is_quitting: bool) {
        self.ask_first(Open::Unsaved(is_quitting));
    }

    /// True where the open dialog holds words that would be lost with the window, or asks about them.
    pub fn holds_words(&self, ctx: &egui::Context) -> bool {
        match &self.open {
            Open::Unfinished => true,
            Open::Paste(_) | Open::Paths(_) | Open::Path(..) | Open::Properties(_) | Open::Rename(..) => {
                would_lose(ctx)
            }
            // What is complete in it is in force already.
            Open::Settings(form) => form.is_unfinished(),
            _ => false,
        }
    }

    pub fn ask_about_unfinished(&mut self) {
        if !matches!(self.open, Open::Unfinished) {
            self.ask_first(Open::Unfinished);
        }
    }

    /// The reader lets go of what was typed.
    pub fn drop_unfinished(&mut self) {
        self.open = self.waiting.pop_front().unwrap_or_default();
    }

    /// Asks something that cannot wait; the open dialog comes back after it.
    fn ask_first(&mut self, question: Open) {
        let before = std::mem::replace(&mut self.open, question);
        if !matches!(before, Open::Nothing | Open::Unsaved(_)) {
            self.waiting.push_front(before);
        }
    }

    pub fn ask_reject(&mut self, row: Anchor, column: usize) {
        self.open = Open::Reject(row, column);
    }

    pub fn rename(&mut self, row: Anchor, title: String) {
        self.open = Open::Rename(row, title);
    }

    /// Opens a dialog that nobody asked for: at once, or when the one that is open is closed.
    fn offer(&mut self, dialog: Open) {
        if self.is_open() {
            self.waiting.push_back(dialog);
        } else {
            self.open = dialog;
        }
    }

    pub fn offer_session(&mut self, session: Session) {
        self.offer(Open::LastSession(session));
    }

    /// What a crash left goes before the offer of the last session.
    pub fn offer_recovery(&mut self, found: Vec<Recoverable>) {
        if matches!(self.open, Open::LastSession(_)) {
            let session = std::mem::take(&mut self.open);
            self.waiting.push_front(session);
        }
        self.offer(Open::Recovery(keeping::RecoveryForm::new(found)));
    }

    /// Another document is open: the offer of the last one has no use any more.
    pub fn forget_session(&mut self) {
        self.waiting.retain(|dialog| !matches!(dialog, Open::LastSession(_)));
        if matches!(self.open, Open::LastSession(_)) {
            self.open = self.waiting.pop_front().unwrap_or_default();
        }
    }

    /// Another document is shown: what was asked about articles and rows of the one before has no use any more.
    pub fn leave_document(&mut self) {
        self.waiting.retain(|dialog| !dialog.is_of_document());
        if self.open.is_of_document() {
            self.open = self.waiting.pop_front().unwrap_or_default();
        }
    }

    pub fn offer_found(&mut self, form: FoundForm) {
        self.offer(Open::Found(Box::new(form)));
    }

    pub fn open_readers(&mut self) {
        self.open = Open::Readers;
    }

    pub fn close_readers(&mut self) {
        if matches!(self.open, Open::Readers) {
            self.open = self.waiting.pop_front().unwrap_or_default();
        }
    }

    pub fn ask_columns(&mut self, form: ColumnsForm) {
        self.offer(Open::Columns(Box::new(form)));
    }

    pub fn ask_trim(&mut self, trims: Trims) {
        self.open = Open::Trim(trims);
    }

    pub fn ask_event(&mut self, article: WitnessKey, name: String, choices: Vec<EventChoice>) {
        self.open = Open::Event(article, name, choices);
    }

    pub fn ask_join(&mut self, here: usize, choices: Vec<(String, usize)>) {
        self.open = Open::Join(here, choices);
    }

    /// Draws the open dialog, if any.
    pub fn show(&mut self, ctx: &egui::Context, around: Around<'_>, inbox: &mut Inbox) {
        let mut close = false;
        if self.is_resumed {
            holds_work(ctx);
        }
        match &mut self.open {
            Open::Nothing => return,
            Open::Unfinished => {
                let title = say!("dialog-unfinished");
                close |= modal(ctx, title, NARROW, |ui| keeping::unfinished_ui(ui, inbox));
            }
            Open::Paste(form) => {
                close |= modal(ctx, say!("dialog-paste"), NARROW, |ui| paste::paste_ui(ui, form, inbox));
            }
            Open::Paths(text) => {
                close |= modal(ctx, say!("pick-articles"), NARROW, |ui| paths::paths_ui(ui, text, inbox));
            }
            Open::Path(asked, text) => {
                close |= modal(ctx, say!("dialog-path"), NARROW, |ui| paths::path_ui(ui, *asked, text, inbox));
            }
            Open::Help(sheet) => close |= modal(ctx, say!("cheat-sheet"), WIDE, |ui| help::help_ui(ui, sheet)),
            Open::About => close |= modal(ctx, say!("about"), NARROW, about::about_ui),
            Open::Settings(form) => {
                close |=
                    modal(ctx, say!("dialog-settings"), MEDIUM, |ui| settings::settings_ui(ui, form, around, inbox));
            }
            Open::Properties(form) => {
                close |= modal(ctx, say!("dialog-properties"), NARROW, |ui| properties::properties_ui(ui, form, inbox));
            }
            Open::Ledgers(form) => {
                close |= modal(ctx, say!("dialog-ledgers"), WIDEST, |ui| ledgers::ledgers_ui(ui, form, inbox));
            }
            Open::Export(events, all) => {
                close |= modal(ctx, say!("dialog-export"), MEDIUM, |ui| export::export_ui(ui, *events, all, inbox));
            }
            Open::Unsaved(is_quitting) => {
                let before = inbox.len();
                close |= modal(ctx, say!("dialog-unsaved"), NARROW, |ui| keeping::unsaved_ui(ui, *is_quitting, inbox));
                if close && inbox.len() == before {
                    inbox.push(Intent::Unsaved(Answered::Cancel));
                }
            }
            Open::Reject(row, column) => {
                close |= modal(ctx, say!("dialog-reject"), MEDIUM, |ui| rows::reject_ui(ui, *row, *column, inbox));
            }
            Open::Rename(row, title) => {
                close |= modal(ctx, say!("dialog-rename"), NARROW, |ui| rows::rename_ui(ui, *row, title, inbox));
            }
            Open::Trim(trims) => {
                close |= modal(ctx, say!("dialog-trim"), NARROW, |ui| choices::trims_ui(ui, trims, inbox));
            }
            Open::Event(article, name, choices) => {
                let title = say!("dialog-event", name = &*name);
                close |= modal(ctx, &title, NARROW, |ui| choices::event_ui(ui, *article, choices, inbox));
            }
            Open::Join(here, choices) => {
                close |= modal(ctx, say!("dialog-join"), NARROW, |ui| choices::join_ui(ui, *here, choices, inbox));
            }
            Open::LastSession(session) => {
                close |= modal(ctx, say!("dialog-session"), NARROW, |ui| keeping::session_ui(ui, session, inbox));
            }
            Open::Recovery(form) => {
                close |= modal(ctx, say!("dialog-recovery"), NARROW, |ui| keeping::recovery_ui(ui, form, inbox));
            }
            Open::Readers => {
                close |= modal(ctx, say!("dialog-readers"), WIDE, |ui| {
                    readers::readers_ui(ui, around.readers, around.mask, inbox)
                });
                // Nobody waits for the comparison once its dialog is closed.
                if close && around.readers.under_way.is_some() {
                    inbox.push(Intent::StopReader);
                }
            }
            Open::Found(form) => {
                let before = inbox.len();
                close |= modal(ctx, say!("dialog-found"), WIDE, |ui| found::found_ui(ui, form, inbox));
                if close && inbox.len() == before {
                    inbox.push(Intent::LeaveFound);
                }
            }
            Open::Columns(form) => {
                let before = inbox.len();
                close |= modal(ctx, say!("dialog-columns"), MEDIUM, |ui| columns::columns_ui(ui, form, inbox));
                if close && inbox.len() == before {
                    inbox.push(Intent::LeaveColumns);
                }
            }
        }
        if close {
            self.is_resumed = matches!(self.open, Open::Unfinished);
            self.open = self.waiting.pop_front().unwrap_or_default();
        }
    }
}
