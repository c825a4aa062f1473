//! Projects on disk: the file, its lock, the journal of unsaved changes, and the thread that keeps
//! them.
//!
//! A save is atomic: at every moment the path holds the project as it was before or as it is after.
//! Nothing here deletes or overwrites a file that it could not read.

mod disk;
mod format;
mod journal;
mod keeper;
mod lock;
mod notice;
#[cfg(test)]
mod tests;

pub use disk::write_file;
pub use disk::{Opened, Stamp, open, save};
pub use format::{Read, VERSION, begins_like_project, read, write};
pub use journal::{Journal, Recoverable, journal_folder};
pub use keeper::{Keeper, Kept};
pub use lock::Lock;
pub use notice::StoreNotice;

/// Ending of project files.
pub const EXTENSION: &str = "parallax";

/// Why a project could not be opened or saved. Each says what happened, what was kept and what to
/// do; the path comes last.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("The project is not there any more; it may have been moved or renamed: {path}")]
    Missing { path: String },
    #[error("The project could not be read ({reason}); nothing was changed: {path}")]
    Unreadable { path: String, reason: String },
    #[error("This file is no Parallax project; to compare an article use Open articles: {path}")]
    NoProject { path: String },
    #[error("The project file is damaged ({reason}); it was left as it is, restore it from a copy: {path}")]
    Damaged { path: String, reason: String },
    #[error("The project was made by a newer Parallax that this one can't read; update Parallax and try again: {path}")]
    TooNew { path: String },
    #[error("The project is larger than 2 GiB; nothing was changed: {path}")]
    TooLarge { path: String },
    #[error("The project is open in another window ({by}); close it there, or open it for reading only: {path}")]
    Taken { path: String, by: String },
    #[error(
        "The file was changed by another program since you opened it; nothing was overwritten, save under another \
         name: {path}"
    )]
    ChangedOnDisk { path: String },
    #[error("The disk is full; the last saved version is untouched, free some space or save elsewhere: {path}")]
    DiskFull { path: String },
    #[error("You may not write in this folder; the last saved version is untouched, save elsewhere: {path}")]
    NotAllowed { path: String },
    #[error("The folder is not there any more; your work is still open, save it elsewhere: {path}")]
    NoFolder { path: String },
    #[error(
        "The project could not be saved ({reason}); the last saved version is untouched, try again or save elsewhere: {path}"
    )]
    NotSaved { path: String, reason: String },
    #[error(
        "The system names no folder for your data, so a crash would cost what is not saved; your work is open and \
         whole, save the project to keep it safe"
    )]
    NoJournalFolder,
    #[error(
        "A crash would cost what is not saved, because it could not be written down as you work ({reason}); your work \
         is open and whole, save the project to keep it safe: {path}"
    )]
    NotJournaled { path: String, reason: String },
}

impl StoreError {
    /// What it means where unsaved changes were to be kept in a journal: no saved version is concerned.
    pub(crate) fn of_journal(self) -> Self {
        let (path, reason) = match self {
            Self::DiskFull { path } => (path, "the disk is full".to_owned()),
            Self::NotAllowed { path } => (path, "you may not write in this folder".to_owned()),
            Self::NoFolder { path } => (path, "the folder can't be made".to_owned()),
            Self::NotSaved { path, reason } => (path, reason),
            other => return other,
        };
        Self::NotJournaled { path, reason }
    }
}
