//! A lock beside a project that tells a second window that the first one is there.
//!
//! The operating system holds it, so it ends with the process however that ends.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::StoreError;
use super::disk::name_of;

/// Held as long as it lives.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Closing it gives the lock back.
    _file: File,
}

impl Lock {
    /// Takes the lock of `project`. `None` where no lock can be made there, as in a folder that is
    /// read only: then no other window can overwrite the project either.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where another window holds it.
    pub fn take(project: &Path) -> Result<Option<Self>, StoreError> {
        let project = fs::canonicalize(project).unwrap_or_else(|_| project.to_owned());
        let Some(name) = project.file_name() else { return Ok(None) };
        let path = project.with_file_name(format!(".{}.lock", name.to_string_lossy()));
        match take_file(&path) {
            Taking::Took(file) => Ok(Some(Self { path, _file: file })),
            Taking::Held(by) => Err(StoreError::Taken { path: name_of(&project), by }),
            Taking::Unlockable => Ok(None),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Gone before it is given back; whoever opened it before sees in `is_still_there` that it went.
        fs::remove_file(&self.path).ok();
    }
}

/// What came of taking a lock file.
pub(super) enum Taking {
    Took(File),
    /// Somebody else has it, who left this about himself.
    Held(String),
    Unlockable,
}

/// Tries often enough to get past a holder that gives back right now.
const TRIES: usize = 8;

pub(super) fn take_file(path: &Path) -> Taking {
    for _ in 0..TRIES {
        let opened = File::options().read(true).write(true).create(true).truncate(false).open(path);
        let Ok(mut file) = opened else { return Taking::Unlockable };
        match file.try_lock() {
            Ok(()) => {
                let mark = mark();
                let written = file.set_len(0).and_then(|()| file.write_all(mark.as_bytes()));
                if written.is_err() {
                    return Taking::Unlockable;
                }
                if is_still_there(path, &mark) {
                    return Taking::Took(file);
                }
            }
            Err(TryLockError::WouldBlock) => {
                let mut by = String::new();
                // Some systems don't let anybody read what is locked.
                file.read_to_string(&mut by).ok();
                let by = by.split(';').next().unwrap_or_default().trim();
                return Taking::Held(if by.is_empty() { "another process".to_owned() } else { by.to_owned() });
            }
            Err(TryLockError::Error(_)) => return Taking::Unlockable,
        }
    }
    Taking::Unlockable
}

/// False where the holder before removed the file between our opening and locking it.
fn is_still_there(path: &Path, mark: &str) -> bool {
    match fs::read_to_string(path) {
        Ok(found) => found == mark,
        Err(error) => error.kind() != ErrorKind::NotFound,
    }
}

/// Says who holds a lock; no two are the same.
fn mark() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("process {}; {}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}
