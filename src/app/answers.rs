//! Answers of worker, keeper, pickers and errands, taken before a frame.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use collation::sheet::Sheet;
use workbench::project::Code;
use workbench::worker::Answer;

use super::changed::{Changes, Reloaded};
use super::choosing::Pile;
use super::elsewhere::Compared;
use super::errands::Told;
use super::letters::Unusual;
use super::likeness::Likenesses;
use super::readers::Second;
use super::{App, Asked, PropertiesForm};
use crate::clipboard::{Pasted, Unpasted};
use crate::panels::ProgressItem;
use crate::picker::Reply;
use crate::say;

/// Work that takes longer than this shows how far it is.
const LONG: Duration = Duration::from_millis(400);

/// What an errand has found out.
pub enum Errand {
    /// A file was read anew with another encoding; `None` where its text is the same.
    ReadAnew {
        form: Box<PropertiesForm>,
        result: Result<Option<Box<collation::Witness>>, String>,
    },
    Ledgers {
        books: crate::ledger::Books,
    },
    /// The clipboard was read, for a field or for an article.
    Clipboard {
        field: Option<egui::Id>,
        result: Result<Pasted, Unpasted>,
    },
    /// The words of a page on the clipboard.
    Pasted(String),
    /// Files were read anew because they changed.
    Changed(Changes),
    /// Decisions and notes have their places in the texts of changed files.
    Reloaded(Result<Box<Reloaded>, String>),
    /// The language model was read.
    Model(Result<Arc<collation::lexicon::Model>, String>),
    /// A table was written to a file.
    Exported(Result<PathBuf, String>),
    /// A tag list was read.
    Codes(Result<Vec<Code>, String>),
    Likenesses(Likenesses),
    /// Articles were looked through for letters that fonts may lack.
    Letters(Unusual),
    /// Another reader's project was compared.
    Reader(Result<Box<Second>, String>),
    /// The tables before and after a correction were compared.
    Compared(Compared),
    /// Files with many articles were looked through.
    Listed {
        piles: Vec<Pile>,
        entries: Vec<workbench::intake::Entry>,
    },
}

impl Told for Errand {
    fn is_of_document(&self) -> bool {
        match self {
            Self::Clipboard { .. } | Self::Pasted(_) | Self::Model(_) | Self::Exported(_) => false,
            Self::ReadAnew { .. }
            | Self::Ledgers { .. }
            | Self::Changed(_)
            | Self::Reloaded(_)
            | Self::Codes(_)
            | Self::Likenesses(_)
            | Self::Letters(_)
            | Self::Reader(_)
            | Self::Compared(_)
            | Self::Listed { .. } => true,
        }
    }
}

impl Told for Asked {
    fn is_of_document(&self) -> bool {
        match self {
            Self::Articles | Self::Project => false,
            Self::SaveProject | Self::Export(_) | Self::Tags | Self::Reader => true,
        }
    }
}

impl App {
    /// What a file dialog says once the reader has chosen. The app may be gone by then, or show another document.
    pub(super) fn reply(&self, ctx: &egui::Context, asked: Asked) -> Reply {
        let (sender, ctx, document) = (self.picked.0.clone(), ctx.clone(), self.view.opened);
        Box::new(move |picked| {
            sender.send((document, asked, picked)).ok();
            ctx.request_repaint();
        })
    }

    pub(super) fn take_answers(&mut self, ctx: &egui::Context) {
        for answer in self.worker.poll() {
            match answer {
                Answer::Read { path, result } => self.take_read(&path, result),
                Answer::ReadingDone => {
                    self.piles_are_read();
                    self.open_project_read(ctx);
                    self.add_incoming();
                }
                Answer::Collated { revision, sheet } if revision == self.asked => {
                    self.answered = revision;
                    self.show_sheet(ctx, sheet);
                }
                Answer::Failed { revision, reason } if revision == self.asked => {
                    // The table stays as it was.
                    self.is_halted = true;
                    self.toasts.problem(say!("comparison-broke", reason = reason));
                }
                // Answers to questions that are no longer asked.
                Answer::Collated { .. } | Answer::Failed { .. } => {}
            }
        }
        while let Ok((document, asked, picked)) = self.picked.1.try_recv() {
            if document != self.view.opened && asked.is_of_document() {
                continue;
            }
            match asked {
                Asked::Articles => self.take_picked(picked),
                Asked::Project => self.take_project_choice(ctx, picked, false),
                Asked::SaveProject => self.take_project_choice(ctx, picked, true),
                Asked::Export(format) => self.take_export_choice(ctx, format, picked),
                Asked::Tags => self.take_tags_choice(ctx, picked),
                Asked::Reader => self.take_reader_choice(ctx, picked),
            }
        }
        self.take_errands(ctx);
        self.list_piles(ctx);
        self.take_kept(ctx);
        self.progress = self.progress_now();
    }

    /// The long work under way; what the table waits for goes before errands.
    fn progress_now(&self) -> Option<ProgressItem> {
        let is_long = |since: Instant| since.elapsed() > LONG;
        let of_worker = self.worker.progress().map(|progress| ProgressItem {
            is_long: is_long(progress.since),
            stage: progress.stage,
            done: Some(progress.done),
        });
        of_worker.or_else(|| {
            let watch = self.errands.longest()?;
            Some(ProgressItem { is_long: is_long(watch.since), stage: watch.stage.clone(), done: watch.done() })
        })
    }

    /// Stops the work whose progress is shown.
    pub(super) fn cancel_work(&mut self) {
        if self.worker.is_reading() {
            self.worker.stop_reading();
        } else if self.worker.is_busy() {
            self.worker.stop_comparing();
            self.is_halted = true;
        } else if let Some(watch) = self.errands.longest() {
            watch.stop();
            let is_reader = self.readers.under_way.as_ref().is_some_and(|other| Arc::ptr_eq(other, watch));
            if is_reader {
                self.stop_reader();
            }
        }
        self.toasts.note(say!("stopped"));
    }

    /// Shows a new table; what was selected stays selected where it still is.
    fn show_sheet(&mut self, ctx: &egui::Context, sheet: Arc<Sheet>) {
        let key = self.name_of_event(self.view.event);
        if let Some(work) = self.elsewhere.due(&sheet) {
            self.errands.send(ctx, "changed elsewhere", move || Errand::Compared(work()));
        }
        let led = self.led.take();
        let stood = led.as_ref().and_then(|led| self.row_beside(led, !led.is_back));
        self.hold();
        self.sheet = sheet;
        self.sheet_revision += 1;
        self.look_for_fonts(ctx);
        let holds = |member: &usize| self.sheet.articles.get(*member).map(|article| article.witness.key) == key;
        let event = self.sheet.events.iter().position(|event| event.members.iter().any(holds));
        self.view.event = event.unwrap_or(0);
        self.view.lit = None;
        self.take_followed();
        let stands = led.as_ref().and_then(|led| self.row_beside(led, led.is_back));
        self.view.stands = stood.zip(stands).map(|(before, now)| [before, now]);
        self.choose_held(led);
        self.take_left_at();
    }

    fn take_errands(&mut self, ctx: &egui::Context) {
        for errand in self.errands.take() {
            match errand {
                Errand::ReadAnew { form, result } => match result {
                    Ok(read) => self.keep_properties(&form, read.map(|witness| *witness)),
                    Err(message) => self.toasts.problem(message),
                },
                Errand::Compared(compared) => self.elsewhere.take(compared),
                Errand::Reader(compared) => self.take_reader(compared),
                Errand::Changed(changes) => self.take_changed(changes),
                Errand::Reloaded(reloaded) => self.take_reloaded(ctx, reloaded),
                Errand::Exported(exported) => self.take_exported(exported),
                Errand::Codes(read) => self.take_codes(read),
                Errand::Likenesses(likenesses) => self.take_likenesses(likenesses),
                Errand::Model(read) => self.take_model(read),
                Errand::Letters(found) => self.take_letters(ctx, found),
                Errand::Listed { piles, entries } => self.show_piles(piles, entries),
                Errand::Clipboard { field, result } => self.take_clipboard(ctx, field, result),
                Errand::Pasted(words) => self.dialogs.show_pasted(words),
                Errand::Ledgers { books } => self.dialogs.show_books(books),
            }
        }
    }
}
