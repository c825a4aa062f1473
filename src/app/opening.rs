//! How articles come in: picker, command line, drop, paste, sample. Files are read by the worker;
//! what could be read is added in one step, what could not is said.

use std::path::{Path, PathBuf};

use collation::Witness;
use workbench::intake::{Article, Found, IntakeError};
use workbench::project::Edit;
use workbench::worker::Unread;

use super::App;
use super::choosing::{Pile, is_pile};
use super::filing::Waiting;
use super::languages::several_said;
use crate::picker::Picked;
use crate::say;
use crate::terms;
use crate::toasts::Kind;

/// The made-up articles that come with the app.
pub(super) const SAMPLE: [(&str, &[u8]); 10] = [
    (
        "sample_data/halden-bridge/maren-courier.txt",
        include_bytes!("../../sample_data/halden-bridge/maren-courier.txt"),
    ),
    ("sample_data/halden-bridge/northline.md", include_bytes!("../../sample_data/halden-bridge/northline.md")),
    (
        "sample_data/halden-bridge/capital-ledger.html",
        include_bytes!("../../sample_data/halden-bridge/capital-ledger.html"),
    ),
    ("sample_data/halden-bridge/sundvakten.docx", include_bytes!("../../sample_data/halden-bridge/sundvakten.docx")),
    (
        "sample_data/lindmoor-fares/daily-lantern.txt",
        include_bytes!("../../sample_data/lindmoor-fares/daily-lantern.txt"),
    ),
    (
        "sample_data/lindmoor-fares/evening-post.html",
        include_bytes!("../../sample_data/lindmoor-fares/evening-post.html"),
    ),
    (
        "sample_data/lindmoor-fares/westland-press.md",
        include_bytes!("../../sample_data/lindmoor-fares/westland-press.md"),
    ),
    (
        "sample_data/lindmoor-fares/assembly-review.docx",
        include_bytes!("../../sample_data/lindmoor-fares/assembly-review.docx"),
    ),
    ("sample_data/lindmoor-fares/kiosk24.txt", include_bytes!("../../sample_data/lindmoor-fares/kiosk24.txt")),
    (
        "sample_data/rask-lighthouse/coastal-gazette.txt",
        include_bytes!("../../sample_data/rask-lighthouse/coastal-gazette.txt"),
    ),
];

/// Notices about files that are said at once; the others are counted. All of them stand with their article.
const MOST_NOTICES: usize = 3;

/// Articles that were read and wait for the rest of their call.
#[derive(Debug, Default)]
pub struct Incoming {
    witnesses: Vec<Witness>,
    /// What the reader should know about them.
    notices: Vec<String>,
    already_open: usize,
    /// Projects among the files.
    projects: Vec<String>,
    /// What the reader typed about a pasted article that is being read.
    typed: Option<Typed>,
}

/// Outlet and date of a pasted article, under the name that it is read by.
#[derive(Debug)]
struct Typed {
    name: String,
    outlet: String,
    date: String,
}

/// What is said of articles that were added; more of it may be found out later.
#[derive(Debug, Default)]
pub struct Added {
    /// `3 articles added`, where they are in another event with that.
    pub counted: String,
    more: Vec<String>,
    /// Which of them are much like others.
    pub alike: Option<String>,
    /// What the reader should know of their files, each on a line.
    lines: Vec<String>,
    /// Whether they are like others has been looked at.
    pub is_compared: bool,
}

impl Added {
    /// All of it.
    pub fn words(&self) -> String {
        let alike = self.alike.iter();
        let sentences = [&self.counted].into_iter().chain(&self.more).chain(alike).filter(|words| !words.is_empty());
        let first = sentences.map(String::as_str).collect::<Vec<_>>().join(". ");
        let lines = [&first].into_iter().chain(&self.lines).filter(|line| !line.is_empty());
        lines.map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

impl Incoming {
    pub fn is_empty(&self) -> bool {
        self.witnesses.is_empty()
    }
}

impl App {
    /// Opens the file dialog.
    pub(super) fn open_picker(&mut self, ctx: &egui::Context) {
        let reply = self.reply(ctx, super::Asked::Articles);
        self.services.picker.pick_articles(self.filing.folder.clone(), reply);
    }

    pub(super) fn take_picked(&mut self, picked: Picked) {
        match picked {
            Picked::Files(paths) => self.read_files(paths),
            Picked::Cancelled => {}
            Picked::NoPicker => self.dialogs.ask_for_paths(),
        }
    }

    pub(super) fn open_paths(&mut self, paths: Vec<PathBuf>) {
        self.read_files(paths);
    }

    pub(super) fn open_sample(&mut self) {
        self.worker.read_all_bytes(SAMPLE.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
    }

    /// Reads files that were dropped on the window.
    pub(super) fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        let paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_path_buf()).collect();
        if !paths.is_empty() {
            self.read_files(paths);
        }
    }

    /// Takes note of what the reader typed about the article that will be read as `name`.
    pub(super) fn expect_paste(&mut self, name: String, outlet: String, date: String) {
        self.incoming.typed = Some(Typed { name, outlet, date });
    }

    pub(super) fn take_read(&mut self, path: &str, mut result: Result<Found, Unread>) {
        if let (Ok(found), Some(typed)) = (&mut result, self.incoming.typed.take_if(|typed| typed.name == path)) {
            for meta in found.articles.iter_mut().map(|article| &mut article.witness.meta) {
                for (words, slot) in [(&typed.outlet, &mut meta.outlet), (&typed.date, &mut meta.published)] {
                    if !words.trim().is_empty() {
                        *slot = Some(words.trim().to_owned());
                    }
                }
            }
        }
        match result {
            Err(Unread::Intake(IntakeError::Project { path })) => self.incoming.projects.push(path),
            Err(error) => self.toasts.problem(terms::unread(&error)),
            Ok(found) if is_pile(&found) => self.choosing.waiting.push(Pile { path: path.to_owned(), found }),
            Ok(found) => {
                self.incoming.notices.extend(found.notices.iter().map(terms::file_notice));
                for article in found.articles {
                    self.take_article(path, article);
                }
            }
        }
    }

    /// Takes an article in, unless it is open already.
    pub(super) fn take_article(&mut self, path: &str, article: Article) {
        self.incoming
            .notices
            .extend(article.notices.iter().map(|notice| format!("{}: {path}", terms::intake_notice(notice))));
        let is_same = |other: &Witness| other.path == article.witness.path && other.text == article.witness.text;
        let is_open = self.document.project().articles().iter().any(|other| is_same(&other.witness))
            || self.incoming.witnesses.iter().any(is_same);
        if is_open {
            self.incoming.already_open += 1;
        } else {
            self.incoming.witnesses.push(article.witness);
        }
    }

    /// A project that was chosen as an article is opened as what it is, where it is the only thing that was chosen.
    pub(super) fn open_project_read(&mut self, ctx: &egui::Context) {
        let projects = std::mem::take(&mut self.incoming.projects);
        let others = self.incoming.is_empty() && self.choosing.waiting.is_empty();
        match projects.as_slice() {
            [project] if others && Path::new(project).is_file() => {
                self.leave_for(ctx, Waiting::Open(PathBuf::from(project)));
            }
            _ => {
                for path in projects {
                    self.toasts.problem(terms::intake(&IntakeError::Project { path }));
                }
            }
        }
    }

    /// Adds what was read, as one step.
    pub(super) fn add_incoming(&mut self) {
        let Incoming { witnesses, notices, already_open, projects, typed } = std::mem::take(&mut self.incoming);
        // Another call may have ended while a pasted article waits for its turn.
        (self.incoming.typed, self.incoming.projects) = (typed, projects);
        let number = witnesses.len();
        if number > 0 {
            let is_first = self.document.project().articles().is_empty() && self.document.undo_name().is_none();
            match self.make(Edit::AddArticles { at: None, witnesses }) {
                Ok(()) => {
                    // Who undoes a step wants no empty window.
                    if is_first {
                        self.document.begin_here();
                    }
                    self.expect_arrival(number);
                }
                Err(refused) => self.toasts.problem(terms::refused(refused)),
            }
        }
        let mut said = Added::default();
        if number > 0 {
            // What a correction changed is told of a table that is none any more.
            self.elsewhere.forget();
            said.counted = say!("articles-added", count = number);
            let articles = self.document.project().articles().iter().map(|article| &*article.witness);
            said.more.extend(several_said(articles));
        }
        if already_open > 0 {
            said.more.push(say!("already-open", count = already_open));
        }
        let more = notices.len().saturating_sub(MOST_NOTICES);
        said.lines.extend(notices.into_iter().take(MOST_NOTICES));
        if more > 0 {
            said.lines.push(say!("and-more", count = more));
        }
        let words = said.words();
        if !words.is_empty() {
            self.toasts.note(words);
        }
        if number > 0 {
            self.toasts.is_of(Kind::Added);
            self.added = Some(said);
        }
    }
}
