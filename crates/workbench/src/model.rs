//! The file of the language model that the accurate mode reads: where it lies, and what is wrong where it can't be
//! read.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use collation::lexicon::{Model, ModelError};

/// Name of the file that `tools/get-model` writes.
pub const FILE: &str = "accurate.model";

/// No model is longer; a wrong file is not read to its end.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Why there is no accurate mode.
#[derive(Debug, thiserror::Error)]
pub enum OpenModelError {
    #[error("The language model is not there; tools/get-model fetches it: {}", .path.display())]
    Missing { path: PathBuf },
    #[error("The language model could not be read ({reason}): {}", .path.display())]
    Unread { path: PathBuf, reason: std::io::Error },
    #[error("The language model could not be used ({reason}); tools/get-model fetches it anew: {}", .path.display())]
    Wrong { path: PathBuf, reason: ModelError },
}

/// Where the model is looked for; `None` where the system names no folder for the user's data.
pub fn default_path() -> Option<PathBuf> {
    crate::recent::recent_folder().map(|folder| folder.join(FILE))
}

/// The model in the file at `path`.
///
/// # Errors
/// Where there is no file, it cannot be read, or it is no model.
pub fn open(path: &Path) -> Result<Model, OpenModelError> {
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes)) {
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(OpenModelError::Missing { path: path.to_owned() });
        }
        Err(reason) => return Err(OpenModelError::Unread { path: path.to_owned(), reason }),
    }
    Model::read(bytes).map_err(|reason| OpenModelError::Wrong { path: path.to_owned(), reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_model_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        assert!(matches!(open(&path), Err(OpenModelError::Missing { .. })));
        std::fs::write(&path, "no model").unwrap();
        let wrong = open(&path).unwrap_err();
        assert!(matches!(wrong, OpenModelError::Wrong { reason: ModelError::NoModel, .. }), "{wrong}");
        assert!(wrong.to_string().contains("tools/get-model"), "{wrong}");
        assert!(matches!(open(folder.path()), Err(OpenModelError::Unread { .. })));
    }
}
