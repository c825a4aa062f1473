//! Bytes and a name in, articles and notices out. Type by content first, name second.
//!
//! Each format is a room of its own behind [`read_bytes`]; each runs on a guarded thread, so that a
//! file which breaks or stalls a library becomes a message. Nothing here reaches the network.

mod decode;
mod draft;
mod error;
mod guard;
mod html;
mod kind;
mod moment;
mod txt;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use collation::Witness;

pub use decode::ENCODINGS;
use error::Fault;
pub use error::IntakeError;
use guard::Stopped;
use kind::Kind;

/// Largest file that is read, in bytes.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// What one file holds.
#[derive(Debug, Default)]
pub struct Found {
    pub articles: Vec<Article>,
    /// About the file as a whole.
    pub notices: Vec<String>,
}

/// One article of a file. Its key is still to be given by the project.
#[derive(Debug, Default)]
pub struct Article {
    pub witness: Witness,
    pub notices: Vec<String>,
}

/// What the reader decides about how a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// One of [`ENCODINGS`]; found out from the bytes where there is none.
    pub encoding: Option<String>,
}

/// Reads the file at `path`.
///
/// # Errors
/// [`IntakeError`] where the file is missing, a folder, a device, empty, too large, damaged, or holds no text.
pub fn read_path(path: &Path) -> Result<Found, IntakeError> {
    read_path_with(path, ReadOptions::default())
}

/// Reads the file at `path` as `options` say.
///
/// # Errors
/// As [`read_path`].
pub fn read_path_with(path: &Path, options: ReadOptions) -> Result<Found, IntakeError> {
    let name = path.to_string_lossy().into_owned();
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => IntakeError::Missing { path: name.clone() },
        _ => IntakeError::Unreadable { path: name.clone(), reason: error.to_string() },
    };
    // Looked at before it is opened: opening a pipe would wait for its other end.
    let about = std::fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(IntakeError::Folder { path: name });
    }
    if !about.is_file() {
        return Err(IntakeError::NoFile { path: name });
    }
    if about.len() > MOST_BYTES {
        return Err(IntakeError::TooLarge { path: name });
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    read_owned(name, bytes.into(), options)
}

/// Reads the articles in `bytes`, which came from a file or clipboard entry called `name`.
///
/// # Errors
/// [`IntakeError`] where the bytes are empty, damaged, or hold no text.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Found, IntakeError> {
    read_bytes_with(name, bytes, ReadOptions::default())
}

/// As [`read_bytes`], as `options` say.
///
/// # Errors
/// As [`read_bytes`].
pub fn read_bytes_with(name: &str, bytes: &[u8], options: ReadOptions) -> Result<Found, IntakeError> {
    read_owned(name.to_owned(), bytes.into(), options)
}

fn read_owned(name: String, bytes: Arc<[u8]>, options: ReadOptions) -> Result<Found, IntakeError> {
    if bytes.is_empty() {
        return Err(IntakeError::Empty { path: name });
    }
    if bytes.len() as u64 > MOST_BYTES {
        return Err(IntakeError::TooLarge { path: name });
    }
    if let Some(encoding) = options.encoding.clone().filter(|encoding| !decode::is_known(encoding)) {
        return Err(IntakeError::NoEncoding { path: name, encoding });
    }
    let kind =
        kind::of(&name, &bytes).map_err(|(what, advice)| IntakeError::Foreign { path: name.clone(), what, advice })?;
    let limit = kind.limit();
    let guarded = {
        let name = name.clone();
        guard::run(limit, move || read_kind(kind, &name, &bytes, &options))
    };
    match guarded {
        Ok(read) => read.map_err(|fault| fault.at(&name, kind.title())),
        Err(Stopped::TooSlow) => {
            Err(IntakeError::TooSlow { path: name, format: kind.title(), seconds: limit.as_secs() })
        }
        Err(Stopped::Broke) => {
            Err(IntakeError::Damaged { path: name, format: kind.title(), reason: "its reader failed on it".to_owned() })
        }
    }
}

fn read_kind(kind: Kind, name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Found, Fault> {
    let encoding = options.encoding.as_deref();
    let one = |article: Article| Found { articles: vec![article], notices: Vec::new() };
    match kind {
        Kind::Text => txt::read(name, decode::decode(bytes, None, encoding)?).map(one),
        Kind::Html => html::read(name, bytes, encoding).map(one),
    }
}

impl Kind {
    /// How long a file may take.
    fn limit(self) -> Duration {
        Duration::from_secs(match self {
            Self::Text => 60,
            Self::Html => 30,
        })
    }
}
