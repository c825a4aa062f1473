//! Unsaved changes, kept so that a crash costs a few seconds at most.
//!
//! Each window has one journal in the user's data folder: the project as a whole, written anew
//! atomically, beside a lock that lives as long as the window. A journal without a living lock was
//! left by a crash and is offered to the reader.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::StoreError;
use super::disk::{error_of_save, name_of, write_whole};
use super::format::{self, Read};
use super::lock::{Taking, take_file};
use crate::project::Project;

/// Where journals are kept; `None` where the system names no folder for the user's data.
pub fn journal_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "parallax").map(|dirs| dirs.data_local_dir().join("unsaved"))
}

/// The journal of one window. Dropped without [`Journal::clear`], it leaves what it holds for the
/// next start.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    lock_path: PathBuf,
    _lock: File,
}

/// What a crash left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recoverable {
    pub journal: PathBuf,
    /// The project file it belongs to, where it had one.
    pub of: Option<PathBuf>,
    pub written: SystemTime,
    pub title: String,
    /// Headline of its first article.
    pub first: String,
    pub articles: usize,
}

/// First line of a journal; the project follows as its file would hold it.
#[derive(Serialize, Deserialize)]
struct Head {
    journal_of: Option<PathBuf>,
    title: String,
    #[serde(default)]
    first: String,
    articles: usize,
}

impl Journal {
    /// A new, empty journal in `folder`.
    ///
    /// # Errors
    /// [`StoreError`] where the folder can't be made or written.
    pub fn begin(folder: &Path) -> Result<Self, StoreError> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        fs::create_dir_all(folder).map_err(|error| error_of_save(folder, &error))?;
        let since_1970 =
            SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_millis()).unwrap_or_default();
        loop {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!("{since_1970}-{}-{count}", std::process::id());
            let path = folder.join(format!("{name}.journal"));
            if path.exists() {
                continue;
            }
            let lock_path = folder.join(format!("{name}.lock"));
            return match take_file(&lock_path) {
                Taking::Took(lock) => Ok(Self { path, lock_path, _lock: lock }),
                Taking::Held(_) | Taking::Unlockable => Err(StoreError::NotAllowed { path: name_of(folder) }),
            };
        }
    }

    /// Writes `project`, whose file is `of`, in the place of what the journal held.
    ///
    /// # Errors
    /// [`StoreError`] where that can't be written; the journal then holds what it held.
    pub fn write(&self, of: Option<&Path>, project: &Project) -> Result<(), StoreError> {
        let first = project.articles().first();
        let head = Head {
            journal_of: of.map(Path::to_owned),
            title: project.title().to_owned(),
            first: first.and_then(|article| article.witness.meta.title.clone()).unwrap_or_default(),
            articles: project.articles().len(),
        };
        let head = serde_json::to_string(&head).unwrap_or_default();
        let bytes = format!("{head}\n{}", format::write(project));
        write_whole(&self.path, bytes.as_bytes()).map_err(|error| error_of_save(&self.path, &error))
    }

    /// Forgets what it holds: the project was saved, or its reader let it go.
    pub fn clear(&self) {
        fs::remove_file(&self.path).ok();
    }

    pub fn is_empty(&self) -> bool {
        !self.path.exists()
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        fs::remove_file(&self.lock_path).ok();
    }
}

/// What crashed windows left in `folder`, the newest first. Journals that can't be understood are
/// passed over and stay.
pub fn find(folder: &Path) -> Vec<Recoverable> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let with_ending = |ending: &'static str| {
        paths.iter().filter(move |path| path.extension().is_some_and(|extension| extension == ending))
    };
    let mut found: Vec<Recoverable> = with_ending("journal").cloned().filter_map(recoverable).collect();
    for lock in with_ending("lock") {
        // A window that crashed when it had nothing unsaved.
        if !lock.with_extension("journal").exists() && !is_alive(lock) {
            fs::remove_file(lock).ok();
        }
    }
    found.sort_by(|a, b| b.written.cmp(&a.written).then_with(|| a.journal.cmp(&b.journal)));
    found
}

fn recoverable(journal: PathBuf) -> Option<Recoverable> {
    if is_alive(&journal) {
        return None;
    }
    let bytes = fs::read(&journal).ok()?;
    let line = bytes.split(|&byte| byte == b'\n').next()?;
    let head: Head = serde_json::from_slice(line).ok()?;
    let written = fs::metadata(&journal).and_then(|about| about.modified()).unwrap_or(UNIX_EPOCH);
    let Head { journal_of, title, first, articles } = head;
    Some(Recoverable { journal, of: journal_of, written, title, first, articles })
}

/// The project file that a journal belongs to.
pub fn file_of(journal: &Path) -> Option<PathBuf> {
    recoverable(journal.to_owned())?.of
}

/// True while the window that writes the journal runs.
fn is_alive(journal: &Path) -> bool {
    let Ok(lock) = File::options().write(true).open(journal.with_extension("lock")) else { return false };
    lock.try_lock().is_err()
}

/// The project in a journal. The journal stays until [`discard`].
///
/// # Errors
/// [`StoreError`] where it can't be read.
pub fn recover(journal: &Path) -> Result<Read, StoreError> {
    let name = name_of(journal);
    let bytes =
        fs::read(journal).map_err(|error| StoreError::Unreadable { path: name.clone(), reason: error.to_string() })?;
    let start = bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| at + 1);
    format::read(&name, bytes.get(start..).unwrap_or_default())
}

/// Deletes a journal whose project the reader has saved or let go.
pub fn discard(journal: &Path) {
    fs::remove_file(journal).ok();
    fs::remove_file(journal.with_extension("lock")).ok();
}
