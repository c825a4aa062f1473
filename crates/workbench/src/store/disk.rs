//! Opening and atomic saving.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::time::SystemTime;

use atomic_write_file::AtomicWriteFile;

use super::format::{self, Read};
use super::{StoreError, StoreNotice};
use crate::project::Project;

/// Largest project file that is read, in bytes.
const MOST_BYTES: u64 = 2 << 30;

/// A project out of a file.
#[derive(Debug)]
pub struct Opened {
    pub project: Project,
    /// The file is of a newer version: open it for reading only.
    pub is_newer: bool,
    pub notices: Vec<StoreNotice>,
    /// How the file stood when it was read.
    pub stamp: Stamp,
}

/// How a file stood, to tell whether somebody else wrote it since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// `None` where there is no file.
    pub fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok()?;
        Some(Self { bytes: about.len(), modified: about.modified().ok() })
    }
}

/// Reads the project at `path`.
///
/// # Errors
/// [`StoreError`] where it is missing, unreadable, no project, damaged or too new.
pub fn open(path: &Path) -> Result<Opened, StoreError> {
    let name = name_of(path);
    let unreadable = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => StoreError::Missing { path: name.clone() },
        _ => StoreError::Unreadable { path: name.clone(), reason: error.to_string() },
    };
    let about = fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(StoreError::NoProject { path: name });
    }
    if about.len() > MOST_BYTES {
        return Err(StoreError::TooLarge { path: name });
    }
    let stamp = Stamp { bytes: about.len(), modified: about.modified().ok() };
    let bytes = fs::read(path).map_err(unreadable)?;
    let Read { project, is_newer, notices } = format::read(&name, &bytes)?;
    Ok(Opened { project, is_newer, notices, stamp })
}

/// Writes the project to `path`, wholly or not at all. Where `expected` is given and the file stands
/// otherwise now, nothing is written.
///
/// # Errors
/// [`StoreError`] where the file changed meanwhile or could not be written; it is then as it was.
pub fn save(path: &Path, project: &Project, expected: Option<Stamp>) -> Result<Stamp, StoreError> {
    // A link stays a link: what it names is written.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let now = Stamp::of(&target);
    if expected.is_some() && now.is_some() && now != expected {
        return Err(StoreError::ChangedOnDisk { path: name_of(path) });
    }
    write_whole(&target, format::write(project).as_bytes()).map_err(|error| error_of_save(path, &error))?;
    Stamp::of(&target).ok_or_else(|| StoreError::NotSaved {
        path: name_of(path),
        reason: "the file is gone right after it was written".to_owned(),
    })
}

/// Writes a file so that at every moment its path holds the old bytes or the new ones.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()?;
    // The new name itself reaches the disk with its folder. Where a system can't do that it is no loss
    // of what was written before.
    if let Some(folder) = path.parent().and_then(|folder| File::open(folder).ok()) {
        folder.sync_all().ok();
    }
    Ok(())
}

/// Writes a file that takes its place only when it is whole, and its folder where that is missing.
///
/// # Errors
/// [`StoreError`] with what was kept and what to do; an older file is then untouched.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| write_whole(path, bytes)).map_err(|error| error_of_save(path, &error))
}

pub(super) fn error_of_save(path: &Path, error: &io::Error) -> StoreError {
    let path_name = name_of(path);
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull { path: path_name },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::NotAllowed { path: path_name },
        ErrorKind::NotFound | ErrorKind::NotADirectory => StoreError::NoFolder { path: path_name },
        _ => StoreError::NotSaved { path: path_name, reason: error.to_string() },
    }
}

pub(super) fn name_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
