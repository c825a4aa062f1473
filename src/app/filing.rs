//! Projects: new, open, save, recent ones, and what a crash left. The disk is the keeper's affair;
//! this asks it, takes its answers, and asks the reader before anything unsaved is lost.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use egui::ViewportCommand;
use workbench::history::Document;
use workbench::project::Project;
use workbench::recent::{Recent, Session};
use workbench::store::{Kept, StoreError, StoreNotice};

use super::App;
use super::opening::SAMPLE;
use crate::picker::{Picked, Proposed};
use crate::say;
use crate::terms;

/// What waits until the reader has said what to do with unsaved changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    New,
    Open(PathBuf),
    ChooseProject,
    Recover(PathBuf),
    Quit,
}

/// What the reader says about unsaved changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Save,
    Discard,
    Cancel,
}

/// The open project's file, and what is under way with it.
#[derive(Debug, Default)]
pub struct Filing {
    pub path: Option<PathBuf>,
    pub recent: Recent,
    /// Where files were opened last: the next dialog begins there.
    pub folder: Option<PathBuf>,
    waiting: Option<Waiting>,
    /// Go on with what waits once the save has been done.
    go_on: bool,
    /// The state of the document that was sent to be saved last.
    sent: Option<u64>,
    /// Articles to read once the project is open that the window was started with.
    then_read: Vec<PathBuf>,
    /// What was said of saves that failed, until one is done.
    unsaved_because: Vec<String>,
    /// The state of the document that the reader left for the project that is being opened.
    left: Option<u64>,
    is_quitting: bool,
}

impl Filing {
    pub fn new(recent: Recent) -> Self {
        let last = match &recent.last_session {
            Some(Session::Project(path)) => Some(path),
            Some(Session::Articles(paths)) => paths.last(),
            None => recent.projects.first().map(|project| &project.path),
        };
        let folder = last.and_then(|file| folder_of(file));
        Self { recent, folder, ..Self::default() }
    }

    /// Takes note that this file was opened.
    pub fn opened(&mut self, file: &Path) {
        self.folder = folder_of(file).or_else(|| self.folder.take());
    }

    /// Another document is shown: nothing waits for the one before.
    pub fn leave_document(&mut self) {
        (self.waiting, self.go_on, self.sent, self.left) = (None, false, None, None);
        self.unsaved_because.clear();
    }
}

fn folder_of(file: &Path) -> Option<PathBuf> {
    std::path::absolute(file).ok()?.parent().map(Path::to_owned)
}

impl App {
    /// Does `waiting` at once, or asks first where something would be lost.
    pub(super) fn leave_for(&mut self, ctx: &egui::Context, waiting: Waiting) {
        self.keep_typed();
        if self.would_lose() {
            self.dialogs.ask_about_unsaved(waiting == Waiting::Quit);
            self.filing.waiting = Some(waiting);
        } else {
            self.go(ctx, waiting);
        }
    }

    pub(super) fn answer_unsaved(&mut self, ctx: &egui::Context, answer: Answered) {
        match answer {
            Answered::Cancel => self.filing.waiting = None,
            Answered::Discard => {
                if let Some(waiting) = self.filing.waiting.take() {
                    self.go(ctx, waiting);
                }
            }
            Answered::Save => {
                self.filing.go_on = true;
                self.save(ctx);
            }
        }
    }

    fn go(&mut self, ctx: &egui::Context, waiting: Waiting) {
        match waiting {
            Waiting::New => {
                self.keeper.leave_project();
                self.filing.path = None;
                self.show_document(ctx, Document::new(Project::default()));
            }
            Waiting::Open(path) => {
                self.filing.left = Some(self.document.state());
                self.keeper.open(path);
            }
            Waiting::ChooseProject => {
                let reply = self.reply(ctx, super::Asked::Project);
                self.services.picker.pick_project(self.filing.folder.clone(), reply);
            }
            Waiting::Recover(journal) => {
                self.filing.left = Some(self.document.state());
                // Files that the window was started with, or that were opened since, come to what is brought back.
                let is_loose = self.filing.path.is_none() && !self.would_lose();
                self.filing.then_read = if is_loose { self.files_open() } else { Vec::new() };
                self.keeper.recover(journal);
            }
            Waiting::Quit => {
                self.filing.is_quitting = true;
                self.keeper.leave_project();
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// The window was asked to close: unsaved changes hold it until the reader has answered.
    pub(super) fn guard_closing(&mut self, ctx: &egui::Context) {
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        if !is_asked || self.filing.is_quitting {
            return;
        }
        self.keep_typed();
        if self.dialogs.holds_words(ctx) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.dialogs.ask_about_unfinished();
        } else if self.would_lose() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leave_for(ctx, Waiting::Quit);
        } else if self.document.is_unsaved() {
            // Nothing to bring back at the next start either.
            self.filing.is_quitting = true;
            self.keeper.leave_project();
        }
    }

    /// The window closes without what was typed into a dialog.
    pub(super) fn close_unfinished(&mut self, ctx: &egui::Context) {
        self.dialogs.drop_unfinished();
        self.leave_for(ctx, Waiting::Quit);
    }

    /// True where the reader would lose anything by leaving what is open: files that were opened, and nothing more, are
    /// where they were.
    fn would_lose(&self) -> bool {
        let project = self.document.project();
        // The sample can be tried again.
        let is_sample = |path: &Path| SAMPLE.iter().any(|(name, _)| path == Path::new(name));
        // The thread that watches them has asked the disk.
        let is_there = |path: &Path| path.is_absolute() && self.on_disk.is_there(path) || is_sample(path);
        let is_work = || {
            self.filing.path.is_some()
                || self.document.has_work()
                || !project.articles().iter().all(|article| is_there(Path::new(&article.witness.path)))
        };
        self.document.is_unsaved() && !project.is_empty() && is_work()
    }

    /// The files that articles are from, each once.
    fn files_open(&self) -> Vec<PathBuf> {
        let articles = self.document.project().articles().iter();
        let mut files: Vec<PathBuf> = articles.map(|article| PathBuf::from(&article.witness.path)).collect();
        let mut seen = std::collections::BTreeSet::new();
        files.retain(|path| path.is_absolute() && seen.insert(path.clone()));
        files
    }

    pub(super) fn save(&mut self, ctx: &egui::Context) {
        match self.filing.path.clone() {
            Some(path) if !self.document.is_read_only() => {
                self.save_at(path);
            }
            _ => self.save_as(ctx),
        }
    }

    fn save_at(&mut self, path: PathBuf) {
        self.keep_typed();
        self.note_place();
        self.filing.sent = Some(self.document.state());
        self.keeper.save(path, &self.document);
    }

    pub(super) fn save_as(&mut self, ctx: &egui::Context) {
        let proposed = self.proposed_project();
        let reply = self.reply(ctx, super::Asked::SaveProject);
        self.services.picker.pick_saving(say!("pick-save"), proposed, reply);
    }

    /// The file of a project; one that can only be read is not to be written over.
    fn proposed_project(&self) -> Proposed {
        let proposed = self.proposed("parallax");
        if !self.document.is_read_only() {
            return proposed;
        }
        let name = proposed.name.strip_suffix(".parallax").unwrap_or(&proposed.name);
        Proposed { name: format!("{}.parallax", say!("copy-name", name = name)), ..proposed }
    }

    /// A file to write: called like the project, or like what is shown while that has no name; beside the project's
    /// file, or beside the first article's.
    pub(super) fn proposed(&self, extension: &str) -> Proposed {
        let project = self.document.project();
        let is_named = !project.title().trim().is_empty() || self.filing.path.is_some();
        let event = self.sheet.events.get(self.view.event);
        let base = event.and_then(|event| self.sheet.articles.get(*event.members.get(event.base)?));
        let headline = base.and_then(|base| base.witness.meta.title.as_deref());
        let headline = headline.filter(|_| !is_named && !self.view.hides_outlets());
        let title = headline.unwrap_or_else(|| self.title());
        let article = project.articles().first().map(|article| Path::new(&article.witness.path));
        let beside = self.filing.path.as_deref().or(article.filter(|file| file.is_file()));
        let folder = beside.and_then(folder_of);
        Proposed { name: format!("{}.{extension}", file_name(title)), folder }
    }

    pub(super) fn take_project_choice(&mut self, ctx: &egui::Context, picked: Picked, is_saving: bool) {
        match picked {
            Picked::Files(paths) => {
                let Some(path) = paths.into_iter().next() else { return };
                if is_saving {
                    let path = if path.extension().is_none() { path.with_extension("parallax") } else { path };
                    self.save_at(path);
                } else {
                    self.leave_for(ctx, Waiting::Open(path));
                }
            }
            Picked::Cancelled => self.filing.go_on = false,
            Picked::NoPicker => {
                self.filing.go_on = false;
                let (asked, name) = if is_saving {
                    (super::Asked::SaveProject, self.proposed_project().name)
                } else {
                    (super::Asked::Project, String::new())
                };
                self.dialogs.ask_for_path(asked, name);
            }
        }
    }

    /// A path was typed where the desktop has no file dialog.
    pub(super) fn take_typed_path(&mut self, ctx: &egui::Context, asked: super::Asked, path: PathBuf) {
        let picked = Picked::Files(vec![path]);
        match asked {
            super::Asked::Articles => self.take_picked(picked),
            super::Asked::Project => self.take_project_choice(ctx, picked, false),
            super::Asked::SaveProject => self.take_project_choice(ctx, picked, true),
            super::Asked::Export(format) => self.take_export_choice(ctx, format, picked),
            super::Asked::Tags => self.take_tags_choice(ctx, picked),
            super::Asked::Reader => self.take_reader_choice(ctx, picked),
        }
    }

    /// Takes what the keeper has done.
    pub(super) fn take_kept(&mut self, ctx: &egui::Context) {
        for kept in self.keeper.poll() {
            match kept {
                Kept::Recoverable(found) => self.dialogs.offer_recovery(found),
                Kept::Opened { path, .. } if self.has_changed_since() => self.stay_for(ctx, Waiting::Open(path)),
                Kept::Opened { path, project, is_read_only, notices } => {
                    let document = if is_read_only { Document::read_only(*project) } else { Document::new(*project) };
                    self.note_recent(&path, document.project());
                    self.dialogs.forget_session();
                    self.filing.opened(&path);
                    self.filing.path = Some(path);
                    self.show_document(ctx, document);
                    self.go_to_place();
                    self.check_files();
                    self.say(&notices);
                    self.read_what_came_with_it();
                }
                Kept::NotOpened { path, error: error @ StoreError::Taken { .. } } => {
                    self.toasts.problem(say!("opened-read-only", error = terms::store(&error)));
                    self.keeper.open_read_only(path);
                }
                Kept::NotOpened { error, .. } => {
                    self.toasts.problem(terms::store(&error));
                    self.read_what_came_with_it();
                }
                Kept::NotRecovered { error } => {
                    self.filing.then_read.clear();
                    self.toasts.problem(terms::store(&error));
                }
                Kept::NotJournaled { error } => {
                    self.toasts.problem(terms::store(&error));
                }
                Kept::Saved { path, project, state, is_left } => {
                    self.note_recent(&path, &project);
                    self.toasts.note(say!("saved", name = file_name_of(&path)));
                    if !is_left {
                        self.take_saved(ctx, path, state);
                    }
                }
                Kept::NotSaved { error, is_left: true, .. } => self.toasts.problem(terms::store(&error)),
                Kept::NotSaved { error, .. } => {
                    self.filing.go_on = false;
                    self.filing.waiting = None;
                    let problem = terms::store(&error);
                    self.toasts.problem(problem.clone());
                    self.filing.unsaved_because.push(problem);
                }
                Kept::Recovered { journal, .. } if self.has_changed_since() => {
                    self.stay_for(ctx, Waiting::Recover(journal));
                }
                Kept::Recovered { of, project, notices, .. } => {
                    self.dialogs.forget_session();
                    self.filing.path = of;
                    self.show_document(ctx, Document::recovered(*project));
                    self.go_to_place();
                    self.check_files();
                    self.toasts.note(say!("recovered"));
                    self.say(&notices);
                    let there = self.files_open();
                    self.filing.then_read.retain(|path| !there.contains(path));
                    self.read_what_came_with_it();
                }
            }
        }
        if self.document.is_unsaved() {
            self.note_place();
        }
        let typed = self.view.typed.as_ref().filter(|typed| typed.is_new());
        let typed = typed.map(|typed| (typed.place, typed.words.as_str()));
        if let Some(wait) = self.keeper.tick(&self.document, typed) {
            ctx.request_repaint_after(wait);
        }
    }

    /// True where the document was changed after the reader left it for another that was being opened.
    fn has_changed_since(&mut self) -> bool {
        self.keep_typed();
        let is_left = self.filing.left == Some(self.document.state());
        self.document.is_unsaved() && !is_left && !self.document.project().is_empty()
    }

    /// Keeps what is shown, though what it was left for has come, and asks about what was changed meanwhile.
    fn stay_for(&mut self, ctx: &egui::Context, waiting: Waiting) {
        self.keeper.go_back();
        self.leave_for(ctx, waiting);
    }

    /// Opens what the window was started with: a project, and then the articles that are to be added to it.
    pub(super) fn open_at_start(&mut self, paths: Vec<PathBuf>) {
        let (mut projects, paths): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| is_project(path));
        // Relative paths would mean nothing at the next start.
        self.filing.then_read = paths.into_iter().map(|path| std::path::absolute(&path).unwrap_or(path)).collect();
        let others = projects.split_off(projects.len().min(1));
        if !others.is_empty() {
            let names: Vec<String> = others.iter().map(|path| path.display().to_string()).collect();
            self.toasts.problem(say!("one-project", names = names.join(", ")));
        }
        match projects.pop() {
            Some(project) => self.keeper.open(project),
            None if self.filing.then_read.is_empty() => self.offer_session(),
            None => self.read_what_came_with_it(),
        }
    }

    fn read_what_came_with_it(&mut self) {
        let paths = std::mem::take(&mut self.filing.then_read);
        if !paths.is_empty() {
            self.read_files(paths);
        }
    }

    /// The open document is on disk, as it was in this state.
    fn take_saved(&mut self, ctx: &egui::Context, path: PathBuf, state: u64) {
        self.document.saved(state);
        for problem in std::mem::take(&mut self.filing.unsaved_because) {
            self.toasts.solved(&problem);
        }
        self.filing.path = Some(path);
        // An earlier save says nothing of the one that is waited for, and what came after that one is asked about.
        if self.filing.sent == Some(state)
            && std::mem::take(&mut self.filing.go_on)
            && let Some(waiting) = self.filing.waiting.take()
        {
            self.leave_for(ctx, waiting);
        }
    }

    /// Takes note of what is open, for the next start.
    pub(super) fn note_session(&mut self) {
        let Some(folder) = self.services.folders.recent.clone() else { return };
        let articles = self.document.project().articles().iter().map(|article| PathBuf::from(&article.witness.path));
        let mut articles: Vec<PathBuf> = articles.filter(|path| path.is_absolute() && path.exists()).collect();
        // A file with many articles is named once.
        let mut seen = std::collections::BTreeSet::new();
        articles.retain(|path| seen.insert(path.clone()));
        let session = match &self.filing.path {
            Some(path) => Some(Session::Project(path.clone())),
            None => (!articles.is_empty()).then_some(Session::Articles(articles)),
        };
        // Another window may have written the list since.
        let mut recent = Recent::load(&folder);
        recent.last_session = session;
        if recent.last_session != self.filing.recent.last_session {
            // A convenience: where it can't be written nothing else suffers.
            recent.save(&folder).ok();
        }
    }

    /// Offers what was open when the window was last closed.
    pub(super) fn offer_session(&mut self) {
        if self.preferences.settings.offer_last_session
            && let Some(session) = self.filing.recent.last_session.clone()
        {
            self.dialogs.offer_session(session);
        }
    }

    pub(super) fn go_on_with(&mut self, ctx: &egui::Context, session: Session) {
        match session {
            Session::Project(path) => self.leave_for(ctx, Waiting::Open(path)),
            Session::Articles(paths) => self.open_paths(paths),
        }
    }

    fn say(&mut self, notices: &[StoreNotice]) {
        for notice in notices {
            self.toasts.problem(terms::store_notice(notice));
        }
    }

    fn note_recent(&mut self, path: &Path, project: &Project) {
        self.filing.recent.note(path, project.title(), project.articles().len(), SystemTime::now());
        if let Some(folder) = self.services.folders.recent.clone() {
            // The disk is not waited for while painting, and the list is a convenience: where it can't
            // be written, nothing else suffers.
            let recent = self.filing.recent.clone();
            drop(std::thread::Builder::new().name("recent".into()).spawn(move || drop(recent.save(&folder))));
        }
    }
}

/// True for a file that holds a project, by its name.
fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("parallax"))
}

/// The name of a file in its folder, for messages.
pub(super) fn file_name_of(path: &std::path::Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A title as a file name: what no system allows is replaced.
pub(super) fn file_name(title: &str) -> String {
    let is_refused = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let name: String = title.chars().map(|c| if is_refused(c) { '-' } else { c }).collect();
    let name = name.trim().trim_matches('.').to_owned();
    if name.is_empty() { say!("file-name").to_owned() } else { name.chars().take(80).collect() }
}
