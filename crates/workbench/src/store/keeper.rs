//! The thread that opens, saves and journals, so that no disk is waited for while painting.
//!
//! It holds the lock of the project that is open and knows how its file stood last. Tasks are done
//! in order; dropped, it first finishes what was asked for.

mod room;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use collation::ruling::Anchor;

use super::journal::Recoverable;
use super::{StoreError, StoreNotice, disk};
use crate::history::Document;
use crate::project::{Edit, Project, apply};
use crate::worker::Wake;
use room::Room;

/// What the thread has done.
#[derive(Debug)]
pub enum Kept {
    /// Crashed windows left these; asked for once, at the start, and not sent where there are none.
    Recoverable(Vec<Recoverable>),
    /// Open for work, or, where `is_read_only`, for reading only.
    Opened {
        path: PathBuf,
        project: Box<Project>,
        is_read_only: bool,
        notices: Vec<StoreNotice>,
    },
    NotOpened {
        path: PathBuf,
        error: StoreError,
    },
    /// The state of the document is on disk. Where it `is_left`, another document is open by now.
    Saved {
        path: PathBuf,
        project: Box<Project>,
        state: u64,
        is_left: bool,
    },
    NotSaved {
        path: PathBuf,
        error: StoreError,
        is_left: bool,
    },
    /// What a crash left in the journal is open, and unsaved. `of` is its project file where that could be locked.
    Recovered {
        journal: PathBuf,
        of: Option<PathBuf>,
        project: Box<Project>,
        notices: Vec<StoreNotice>,
    },
    NotRecovered {
        error: StoreError,
    },
    /// Changes since the last save can't be kept safe from a crash. Sent once until it works again.
    NotJournaled {
        error: StoreError,
    },
}

/// A task, and the document that it is for: the open one, or the one that it opens.
struct Order {
    task: Task,
    document: u64,
}

enum Task {
    FindRecoverable,
    Open { path: PathBuf, is_read_only: bool },
    Save { path: PathBuf, project: Box<Project>, state: u64 },
    Journal { project: Box<Project> },
    ClearJournal,
    Recover { journal: PathBuf },
    Discard { journal: PathBuf },
    LeaveProject,
    GoBack,
}

impl Task {
    /// What is answered where the work itself breaks.
    fn failure(&self) -> Option<Kept> {
        let reason = "an error in Parallax".to_owned();
        let unreadable = |path: &Path| StoreError::Unreadable { path: disk::name_of(path), reason: reason.clone() };
        let not_saved = |path: &Path| StoreError::NotSaved { path: disk::name_of(path), reason: reason.clone() };
        match self {
            Self::Open { path, .. } => Some(Kept::NotOpened { path: path.clone(), error: unreadable(path) }),
            Self::Save { path, .. } => {
                Some(Kept::NotSaved { path: path.clone(), error: not_saved(path), is_left: false })
            }
            Self::Recover { journal } => Some(Kept::NotRecovered { error: unreadable(journal) }),
            Self::Journal { .. } => Some(Kept::NotJournaled { error: not_saved(Path::new("")).of_journal() }),
            Self::FindRecoverable | Self::ClearJournal | Self::Discard { .. } | Self::LeaveProject | Self::GoBack => {
                None
            }
        }
    }
}

/// How long a change waits before it goes to the journal.
const JOURNAL_EVERY: Duration = Duration::from_secs(3);
/// Writing of journals takes at most one part in this many of the time.
const JOURNAL_SHARE: u32 = 20;

/// Owns the thread.
pub struct Keeper {
    desk: Arc<Desk>,
    thread: Option<JoinHandle<()>>,
    autosave: Autosave,
    /// The open document.
    document: u64,
    /// The document that was asked for last. Each has a number of its own, so that what comes late, from the thread or to
    /// it, is never taken for another's.
    newest: u64,
}

struct Desk {
    wake: Wake,
    trays: Mutex<Trays>,
    changed: Condvar,
}

#[derive(Default)]
struct Trays {
    tasks: VecDeque<Order>,
    is_working: bool,
    is_closed: bool,
    /// With the document that each is about.
    done: Vec<(u64, Kept)>,
    /// How long the last journal took to write.
    journal_took: Duration,
}

/// When the document goes to the journal.
#[derive(Default)]
struct Autosave {
    /// The state that was sent to the journal last, with what was being typed.
    sent: Option<(u64, Option<String>)>,
    /// When a state that is not in the journal was seen first.
    since: Option<Instant>,
}

impl Keeper {
    /// Starts the thread. `folder` holds the journals, see [`super::journal_folder`]; without one,
    /// there are none.
    pub fn start(wake: Wake, folder: Option<PathBuf>) -> Self {
        let desk = Arc::new(Desk { wake, trays: Mutex::default(), changed: Condvar::new() });
        let shared = Arc::clone(&desk);
        let thread = std::thread::Builder::new().name("store".to_owned()).spawn(move || {
            let mut room = Room::new(folder);
            while let Some(order) = shared.take() {
                let (failure, document) = (order.task.failure(), order.document);
                // What the room holds is put there whole, after the work that can fail.
                let kept = catch_unwind(AssertUnwindSafe(|| room.work(order, &shared)));
                shared.finish(document, kept.unwrap_or(failure));
            }
        });
        let keeper = Self { desk, thread: thread.ok(), autosave: Autosave::default(), document: 0, newest: 0 };
        keeper.put(Task::FindRecoverable);
        keeper
    }

    /// Has something done for the open document.
    fn put(&self, task: Task) {
        self.desk.put(Order { task, document: self.document });
    }

    /// Has another document opened.
    fn put_next(&mut self, task: Task) {
        self.newest += 1;
        self.desk.put(Order { task, document: self.newest });
    }

    /// Opens the project at `path` and takes its lock.
    pub fn open(&mut self, path: PathBuf) {
        self.put_next(Task::Open { path, is_read_only: false });
    }

    /// Opens the project at `path` for reading only, whoever has its lock.
    pub fn open_read_only(&mut self, path: PathBuf) {
        self.put_next(Task::Open { path, is_read_only: true });
    }

    /// Saves the document as it stands. With a path that is not the open project's it is "Save as".
    pub fn save(&self, path: PathBuf, document: &Document) {
        let project = Box::new(document.project().clone());
        self.put(Task::Save { path, project, state: document.state() });
    }

    /// Opens what a crash left. It stays there until the document is journaled anew or saved.
    pub fn recover(&mut self, journal: PathBuf) {
        self.put_next(Task::Recover { journal });
    }

    /// Deletes what a crash left: the reader does not want it.
    pub fn discard(&self, journal: PathBuf) {
        self.put(Task::Discard { journal });
    }

    /// The document before is the open one again: what was opened is not wanted yet.
    pub fn go_back(&mut self) {
        self.autosave = Autosave::default();
        self.put_next(Task::GoBack);
        self.document = self.newest;
    }

    /// Gives back the lock and forgets the journal: a new project begins, or the reader closes the
    /// window and lets unsaved changes go.
    pub fn leave_project(&mut self) {
        self.autosave = Autosave::default();
        self.put_next(Task::LeaveProject);
        self.document = self.newest;
    }

    /// Sends the document to the journal when that is due, with the note that is being `typed` and is no step yet. Call it
    /// with every frame; it costs nothing while nothing changes. `Some` says after which time to call again at the latest.
    pub fn tick(&mut self, document: &Document, typed: Option<(Anchor, &str)>) -> Option<Duration> {
        if !document.is_unsaved() && typed.is_none() || document.is_read_only() {
            self.autosave.since = None;
            if self.autosave.sent.take().is_some() {
                self.put(Task::ClearJournal);
            }
            return None;
        }
        let words = typed.map(|(_, words)| words);
        if self.autosave.sent.as_ref().is_some_and(|sent| (sent.0, sent.1.as_deref()) == (document.state(), words)) {
            return None;
        }
        let pause = JOURNAL_EVERY.max(self.desk.trays().journal_took * JOURNAL_SHARE);
        let waited = self.autosave.since.get_or_insert_with(Instant::now).elapsed();
        let left = pause.saturating_sub(waited);
        if left.is_zero() {
            self.journal_now(document, typed);
            return None;
        }
        Some(left)
    }

    /// Sends the document to the journal at once, with the note that is being `typed`.
    pub fn journal_now(&mut self, document: &Document, typed: Option<(Anchor, &str)>) {
        let sent = (document.state(), typed.map(|(_, words)| words.to_owned()));
        self.autosave = Autosave { sent: Some(sent), since: None };
        let mut project = document.project().clone();
        if let Some((anchor, words)) = typed {
            // A note that the project does not take is none in the journal either.
            apply(&mut project, Edit::SetNote { anchor, note: words.trim().to_owned() }).ok();
        }
        self.put(Task::Journal { project: Box::new(project) });
    }

    /// What was done since the last call, in order. Never waits. Projects that were asked for before the reader began a
    /// new one are passed over.
    pub fn poll(&mut self) -> Vec<Kept> {
        let done = std::mem::take(&mut self.desk.trays().done);
        done.into_iter().filter_map(|(document, kept)| self.take(document, kept)).collect()
    }

    fn take(&mut self, document: u64, mut kept: Kept) -> Option<Kept> {
        match &mut kept {
            Kept::Opened { .. } | Kept::Recovered { .. } => {
                if document < self.document {
                    return None;
                }
                self.document = document;
                // Another document takes the place of the one whose states these are.
                self.autosave = Autosave::default();
            }
            Kept::NotOpened { .. } | Kept::NotRecovered { .. } if document < self.document => return None,
            Kept::Saved { is_left, .. } | Kept::NotSaved { is_left, .. } => *is_left = document != self.document,
            Kept::Recoverable(_) | Kept::NotOpened { .. } | Kept::NotRecovered { .. } | Kept::NotJournaled { .. } => {}
        }
        Some(kept)
    }

    /// True while something is opened, saved or journaled.
    pub fn is_busy(&self) -> bool {
        let trays = self.desk.trays();
        trays.is_working || !trays.tasks.is_empty()
    }

    /// True where an outcome waits to be taken.
    pub fn has_news(&self) -> bool {
        !self.desk.trays().done.is_empty()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.desk.trays().is_closed = true;
        self.desk.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // What was asked to be saved is saved, however long the disk takes.
            thread.join().ok();
        }
    }
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keeper").field("is_busy", &self.is_busy()).finish_non_exhaustive()
    }
}

impl Desk {
    fn trays(&self) -> MutexGuard<'_, Trays> {
        self.trays.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, order: Order) {
        let mut trays = self.trays();
        let is_journal = |task: &Task| matches!(task, Task::Journal { .. } | Task::ClearJournal);
        if is_journal(&order.task) {
            // Only the newest state of the journal matters.
            trays.tasks.retain(|waiting| !is_journal(&waiting.task) || waiting.document != order.document);
        }
        trays.tasks.push_back(order);
        self.changed.notify_all();
    }

    /// Waits for a task; `None` once the desk is closed and empty.
    fn take(&self) -> Option<Order> {
        let mut trays = self.trays();
        loop {
            if let Some(order) = trays.tasks.pop_front() {
                trays.is_working = true;
                return Some(order);
            }
            if trays.is_closed {
                return None;
            }
            trays = self.changed.wait(trays).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn finish(&self, document: u64, kept: Option<Kept>) {
        let mut trays = self.trays();
        trays.is_working = false;
        trays.done.extend(kept.map(|kept| (document, kept)));
        drop(trays);
        (self.wake)();
    }
}
