//! What the thread holds between tasks, and how each is done: the file of the open project with its lock, and the journal.

use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use super::{Desk, Kept, Order, Task};
use crate::project::Project;
use crate::store::journal::{self, Journal};
use crate::store::{Lock, Stamp, StoreError, StoreNotice, disk};

/// What the thread holds between tasks.
#[derive(Default)]
pub(super) struct Room {
    folder: Option<PathBuf>,
    /// The document whose file and journal these are.
    document: u64,
    place: Option<Place>,
    /// The file of the document before, and what it held.
    left: Option<(PathBuf, Option<Stamp>)>,
    journal: Option<Journal>,
    /// A crash's journal whose project is open now.
    adopted: Option<PathBuf>,
    journal_failed: bool,
}

/// The file of the open project.
struct Place {
    path: PathBuf,
    stamp: Option<Stamp>,
    /// Held, not read: it ends with the place.
    lock: Option<Lock>,
}

impl Room {
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    pub fn work(&mut self, order: Order, desk: &Desk) -> Option<Kept> {
        let Order { task, document } = order;
        match task {
            Task::FindRecoverable => {
                let found = self.folder.as_deref().map(journal::find).unwrap_or_default();
                (!found.is_empty()).then_some(Kept::Recoverable(found))
            }
            Task::Open { path, is_read_only } => {
                let kept = self.open(path, is_read_only);
                if matches!(kept, Kept::Opened { .. }) {
                    self.document = document;
                }
                Some(kept)
            }
            Task::Save { path, project, state } => {
                let is_left = document != self.document;
                let saved = if is_left { self.save_left(&path, &project) } else { self.save(&path, &project) };
                Some(match saved {
                    Ok(()) => Kept::Saved { path, project, state, is_left: false },
                    Err(error) => Kept::NotSaved { path, error, is_left: false },
                })
            }
            // The document was left while this waited: the journal is another one's.
            Task::Journal { .. } | Task::ClearJournal if document != self.document => None,
            Task::Journal { project } => {
                let begun = Instant::now();
                let written = self.write_journal(&project);
                desk.trays().journal_took = begun.elapsed();
                let failed_before = std::mem::replace(&mut self.journal_failed, written.is_err());
                written.err().filter(|_| !failed_before).map(|error| Kept::NotJournaled { error: error.of_journal() })
            }
            Task::ClearJournal => {
                self.clear_journal();
                None
            }
            Task::Recover { journal } => {
                let kept = self.recover(journal);
                if matches!(kept, Kept::Recovered { .. }) {
                    self.document = document;
                }
                Some(kept)
            }
            Task::Discard { journal } => {
                journal::discard(&journal);
                None
            }
            Task::GoBack => {
                self.document = document;
                // What a crash left stays there.
                self.adopted = None;
                // Its own lock, where that is the same file.
                self.place = None;
                let left = self.left.take();
                self.place = left.and_then(|(path, stamp)| Some(Place { lock: Lock::take(&path).ok()?, path, stamp }));
                None
            }
            Task::LeaveProject => {
                self.document = document;
                self.place = None;
                self.clear_journal();
                None
            }
        }
    }

    fn open(&mut self, path: PathBuf, is_read_only: bool) -> Kept {
        // The window that holds the lock may open its own project again.
        let is_own = self.place.as_ref().is_some_and(|place| place.path == path);
        let lock = if is_read_only || is_own { Ok(None) } else { Lock::take(&path) };
        let opened = lock.and_then(|lock| Ok((lock, disk::open(&path)?)));
        let (lock, opened) = match opened {
            Ok(opened) => opened,
            Err(error) => return Kept::NotOpened { path, error },
        };
        self.leave();
        let lock = if is_own { self.place.take().and_then(|place| place.lock) } else { lock };
        let is_read_only = is_read_only || opened.is_newer;
        self.clear_journal();
        // What is open for reading only has no place: the next save asks for one.
        self.place = (!is_read_only).then(|| Place { path: path.clone(), stamp: Some(opened.stamp), lock });
        Kept::Opened { path, project: Box::new(opened.project), is_read_only, notices: opened.notices }
    }

    fn save(&mut self, path: &Path, project: &Project) -> Result<(), StoreError> {
        if let Some(place) = self.place.as_mut().filter(|place| place.path == path) {
            place.stamp = Some(disk::save(path, project, place.stamp)?);
        } else {
            let lock = Lock::take(path)?;
            let stamp = Some(disk::save(path, project, None)?);
            self.place = Some(Place { path: path.to_owned(), stamp, lock });
        }
        self.clear_journal();
        Ok(())
    }

    /// Another document takes the place.
    fn leave(&mut self) {
        self.left = self.place.as_ref().map(|place| (place.path.clone(), place.stamp));
    }

    /// Saves a document that was left before its turn came; the place is another one's.
    fn save_left(&self, path: &Path, project: &Project) -> Result<(), StoreError> {
        let _lock = Lock::take(path)?;
        let stamp = self.left.as_ref().filter(|left| left.0 == path).and_then(|left| left.1);
        disk::save(path, project, stamp).map(|_| ())
    }

    fn write_journal(&mut self, project: &Project) -> Result<(), StoreError> {
        let folder = self.folder.as_deref().ok_or(StoreError::NoJournalFolder)?;
        if self.journal.is_none() {
            self.journal = Some(Journal::begin(folder)?);
        }
        if let Some(journal) = &self.journal {
            journal.write(self.place.as_ref().map(|place| place.path.as_path()), project)?;
        }
        self.drop_adopted();
        Ok(())
    }

    fn clear_journal(&mut self) {
        if let Some(journal) = &self.journal {
            journal.clear();
        }
        self.drop_adopted();
    }

    fn drop_adopted(&mut self) {
        if let Some(adopted) = self.adopted.take() {
            journal::discard(&adopted);
        }
    }

    fn recover(&mut self, journal: PathBuf) -> Kept {
        let mut read = match journal::recover(&journal) {
            Ok(read) => read,
            Err(error) => return Kept::NotRecovered { error },
        };
        self.clear_journal();
        self.leave();
        let of = journal::file_of(&journal);
        let lock = of.as_deref().map(Lock::take);
        self.place = match (of, lock) {
            (Some(path), Some(Ok(lock))) => {
                let stamp = Stamp::of(&path);
                if modified(&path) > modified(&journal) {
                    read.notices.push(StoreNotice::SavedSince);
                }
                Some(Place { path, stamp, lock })
            }
            _ => None,
        };
        self.adopted = Some(journal.clone());
        let of = self.place.as_ref().map(|place| place.path.clone());
        Kept::Recovered { journal, of, project: Box::new(read.project), notices: read.notices }
    }
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|about| about.modified()).ok()
}
