//! Two readers of the same articles: a colleague's project is opened beside one's own, how far both
//! agree is told, and where they differ the reader takes one's word or the other's, one by one.

use std::path::PathBuf;
use std::sync::Arc;

use collation::Control;
use collation::ruling::Anchor;
use collation::sheet::Sheet;
use workbench::agreement::{Agreement, Choice, Dispute, Reader, compare, passages_of, settle};
use workbench::project::Project;
use workbench::store;
use workbench::worker::{Job, sheet_once};

use super::elsewhere::{first_words, passage_words};
use super::errands::Watch;
use super::filing::file_name_of;
use super::{App, Asked, Errand};
use crate::picker::Picked;
use crate::say;
use crate::terms;

/// Words of a passage that are shown where one is named.
const WORDS: usize = 14;

/// The comparison with another reader, as long as the window is open.
#[derive(Debug, Default)]
pub struct Readers {
    /// The other project's file, while it is being compared and after that.
    pub file: Option<String>,
    pub second: Option<Second>,
    /// The comparison under way.
    pub under_way: Option<Arc<Watch>>,
}

/// What came of comparing.
#[derive(Debug, Default)]
pub struct Second {
    pub links: Agreement,
    pub tags: Agreement,
    pub by_tag: Vec<(String, Agreement)>,
    /// Articles that only one of the two has.
    pub only_mine: usize,
    pub only_theirs: usize,
    pub shared: usize,
    pub items: Vec<Item>,
    pub notices: Vec<String>,
}

/// One thing on which the readers differ.
#[derive(Debug)]
pub struct Item {
    dispute: Dispute,
    /// `Linked by you alone`.
    pub title: String,
    /// What either says, a line each.
    pub lines: Vec<String>,
    /// Where to look.
    pub passage: Option<Anchor>,
    /// Whose word was taken, and how many steps could be taken back then.
    settled: Option<(Choice, usize)>,
}

impl Item {
    pub fn choice(&self) -> Option<Choice> {
        self.settled.map(|(choice, _)| choice)
    }
}

impl App {
    /// Shows the comparison that is there, or asks for the other reader's project.
    pub(super) fn open_readers(&mut self, ctx: &egui::Context) {
        if self.readers.second.is_some() {
            self.dialogs.open_readers();
        } else {
            self.ask_reader(ctx);
        }
    }

    pub(super) fn ask_reader(&mut self, ctx: &egui::Context) {
        let reply = self.reply(ctx, Asked::Reader);
        self.services.picker.pick_project(self.filing.folder.clone(), reply);
    }

    /// Reads the other project, derives its table and compares, on a thread of its own.
    pub(super) fn take_reader_choice(&mut self, ctx: &egui::Context, picked: Picked) {
        let path: Option<PathBuf> = match picked {
            Picked::Files(paths) => paths.into_iter().next(),
            Picked::Cancelled => None,
            Picked::NoPicker => {
                self.dialogs.ask_for_path(Asked::Reader, String::new());
                None
            }
        };
        let Some(path) = path else { return };
        self.stop_reader();
        let file = file_name_of(&path);
        let stage = say!("stage-comparing", name = &file);
        let broken = Err(say!("readers-broke", path = path.display().to_string()));
        self.readers.file = Some(file);
        self.dialogs.open_readers();
        let (mine, sheet) = (self.document.project().clone(), Arc::clone(&self.sheet));
        let (vocabulary, options) = (self.preferences.vocabulary(), self.options());
        let watch = self.errands.send_long(ctx, "second reader", stage, Errand::Reader(broken), move |watch| {
            let compared = store::open(&path).map_err(|error| terms::store(&error)).and_then(|opened| {
                let theirs = opened.project;
                let job = Job {
                    revision: 0,
                    witnesses: theirs.witnesses(),
                    rulings: theirs.rulings().into(),
                    options,
                    vocabulary,
                };
                let their_sheet = sheet_once(&job, &**watch);
                if watch.is_stopped() {
                    return Err(String::new());
                }
                let notices = opened.notices.iter().map(terms::store_notice).collect();
                let second = second(&mine, &sheet, &theirs, &their_sheet, notices);
                if second.shared == 0 {
                    return Err(say!("readers-nothing-shared", path = path.display().to_string()));
                }
                Ok(Box::new(second))
            });
            Errand::Reader(compared)
        });
        self.readers.under_way = Some(watch);
    }

    /// Forgets the comparison, and stops the one under way.
    pub(super) fn stop_reader(&mut self) {
        let readers = std::mem::take(&mut self.readers);
        if let Some(watch) = readers.under_way {
            watch.stop();
            self.dialogs.close_readers();
        }
    }

    pub(super) fn take_reader(&mut self, compared: Result<Box<Second>, String>) {
        self.readers.under_way = None;
        match compared {
            Ok(second) => self.readers.second = Some(*second),
            Err(message) => {
                self.readers = Readers::default();
                self.dialogs.close_readers();
                self.toasts.problem(message);
            }
        }
    }

    /// Makes the document say what was chosen.
    pub(super) fn settle_dispute(&mut self, at: usize, choice: Choice) {
        let Some(item) = self.readers.second.as_ref().and_then(|second| second.items.get(at)) else { return };
        for edit in settle(self.document.project(), &item.dispute, choice) {
            self.edit(edit);
        }
        let steps = self.document.steps().count();
        if let Some(item) = self.readers.second.as_mut().and_then(|second| second.items.get_mut(at)) {
            item.settled = Some((choice, steps));
        }
    }

    /// Steps were taken back: what they settled is open again.
    pub(super) fn unsettle(&mut self) {
        let steps = self.document.steps().count();
        for item in self.readers.second.iter_mut().flat_map(|second| &mut second.items) {
            // What needed no step, for it was so already, stays settled.
            item.settled.take_if(|(choice, then)| *choice != Choice::Mine && *then > steps);
        }
    }
}

fn second(mine: &Project, sheet: &Sheet, theirs: &Project, their_sheet: &Sheet, notices: Vec<String>) -> Second {
    let found = compare(Reader { project: mine, sheet }, Reader { project: theirs, sheet: their_sheet });
    Second {
        links: found.links,
        tags: found.tags,
        by_tag: found.by_tag,
        only_mine: found.articles.only_mine.len(),
        only_theirs: found.articles.only_theirs.len(),
        shared: found.articles.same.len(),
        items: found.disputes.into_iter().map(|dispute| item(sheet, dispute)).collect(),
        notices,
    }
}

fn item(sheet: &Sheet, dispute: Dispute) -> Item {
    let passage = passages_of(&dispute).into_iter().next();
    let named = |anchor: Anchor| passage_words(sheet, anchor, WORDS);
    let (title, lines) = match &dispute {
        Dispute::Links { only_mine, only_theirs } => {
            let title = match (only_mine.is_empty(), only_theirs.is_empty()) {
                (false, true) => say!("readers-linked-mine"),
                (true, _) => say!("readers-linked-theirs"),
                (false, false) => say!("readers-linked-otherwise"),
            };
            let mine = only_mine.iter().map(|pair| say!("readers-pair-mine", a = named(pair.0), b = named(pair.1)));
            let theirs =
                only_theirs.iter().map(|pair| say!("readers-pair-theirs", a = named(pair.0), b = named(pair.1)));
            (title.to_owned(), mine.chain(theirs).collect())
        }
        Dispute::Tag { passage, tag, is_mine } => {
            let title = if *is_mine {
                say!("readers-tagged-mine", tag = tag)
            } else {
                say!("readers-tagged-theirs", tag = tag)
            };
            (title, vec![named(*passage)])
        }
        Dispute::Note { passage, mine, theirs } => {
            let words = |note: &str| {
                if note.is_empty() { say!("readers-no-note").to_owned() } else { first_words(note, 40) }
            };
            let mine = say!("readers-note-mine", note = words(mine));
            let theirs = say!("readers-note-theirs", note = words(theirs));
            (say!("readers-notes").to_owned(), vec![named(*passage), mine, theirs])
        }
    };
    Item { dispute, title, lines, passage, settled: None }
}
