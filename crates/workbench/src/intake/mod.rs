//! Bytes and a name in, articles and notices out. Type by content first, name second.
//!
//! Each format is a room of its own behind [`read_bytes`]. Nothing here reaches the network.

use std::path::Path;

use collation::clean;
use collation::{Text, Witness};

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

/// Why a file gave no article. Each message says what happened and what to do; the path comes last.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    #[error("The file could not be read ({reason}): {path}")]
    Unreadable { path: String, reason: String },
    #[error("This is a folder, not a file; open the files in it: {path}")]
    Folder { path: String },
    #[error("The file is empty; nothing was added: {path}")]
    Empty { path: String },
    #[error("The file is larger than 256 MiB; split it or save the article by itself: {path}")]
    TooLarge { path: String },
    #[error("This file holds no text that Parallax can read; save the article as text, HTML or DOCX: {path}")]
    NotText { path: String },
}

/// Reads the file at `path`.
///
/// # Errors
/// [`IntakeError`] where the file is missing, a folder, empty, too large, or holds no text.
pub fn read_path(path: &Path) -> Result<Found, IntakeError> {
    let name = path.to_string_lossy().into_owned();
    let unreadable = |error: std::io::Error| IntakeError::Unreadable { path: name.clone(), reason: error.to_string() };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(IntakeError::Folder { path: name });
    }
    if about.len() > MOST_BYTES {
        return Err(IntakeError::TooLarge { path: name });
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    read_bytes(&name, &bytes)
}

/// Reads the articles in `bytes`, which came from a file or clipboard entry called `name`.
///
/// # Errors
/// [`IntakeError`] where the bytes are empty or hold no text.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Found, IntakeError> {
    if bytes.is_empty() {
        return Err(IntakeError::Empty { path: name.to_owned() });
    }
    let string = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let text = Text::new(string);
    let labelled = clean::label(&text);
    let witness = Witness {
        path: name.to_owned(),
        format: "txt".to_owned(),
        meta: labelled.meta,
        blocks: labelled.blocks,
        text,
        ..Witness::default()
    };
    let notices = labelled.notices.into_iter().map(|notice| notice.text).collect();
    Ok(Found { articles: vec![Article { witness, notices }], notices: Vec::new() })
}
