//! Why a file gave no article.

use super::columns::Columns;

/// Each message says what happened and what to do; the path comes last.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    #[error("The file could not be read ({reason}); nothing was added: {path}")]
    Unreadable { path: String, reason: String },
    #[error("There is no such file; it may have been moved or renamed: {path}")]
    Missing { path: String },
    #[error("This is a folder, not a file; open the files in it: {path}")]
    Folder { path: String },
    #[error("This is a device or a pipe, not a file; nothing was read: {path}")]
    NoFile { path: String },
    #[error("The file is empty; nothing was added: {path}")]
    Empty { path: String },
    #[error("The file is larger than 256 MiB; split it or save the article by itself: {path}")]
    TooLarge { path: String },
    #[error("This file holds no text that Parallax can read; save the article as text, HTML or DOCX: {path}")]
    NotText { path: String },
    #[error("This is {what}, which Parallax does not read; {advice}: {path}")]
    Foreign { path: String, what: &'static str, advice: &'static str },
    #[error(
        "This is a web address, and Parallax fetches nothing; save the page in the browser and open that file: {path}"
    )]
    Address { path: String },
    #[error(
        "This is a Parallax project, no article; open it alone with Open project, or give it to parallax-cli compare: {path}"
    )]
    Project { path: String },
    #[error("{what}; nothing was added: {path}")]
    NoArticle { path: String, what: String },
    #[error("The column {column} holds no text; nothing was added: {path}")]
    EmptyColumn { path: String, column: String },
    #[error("The archive holds {count} files, more than {most}; nothing was added: {path}")]
    ManyParts { path: String, count: usize, most: usize },
    #[error("Its part {part} unpacks to more than 64 MiB, which no article needs; nothing was added: {path}")]
    LargePart { path: String, part: String },
    #[error(
        "The {format} file is damaged ({reason}); nothing was added, open it in its own program and save it again: {path}"
    )]
    Damaged { path: String, format: &'static str, reason: String },
    #[error(
        "Reading this {format} file took longer than {seconds} seconds and was given up; save the article as text or HTML: {path}"
    )]
    TooSlow { path: String, format: &'static str, seconds: u64 },
    #[error(
        "No column holds an article's text (found: {}); call it text, body or content; nothing was added: {path}",
        columns.names.iter().take(12).map(String::as_str).collect::<Vec<_>>().join(", ")
    )]
    NoTextColumn { path: String, columns: Box<Columns> },
    #[error("There is no encoding called {encoding}; choose one of the list: {path}")]
    NoEncoding { path: String, encoding: String },
}

/// Why a file without its end cannot be read, and why one that is no archive.
pub(super) const CUT_SHORT: &str = "it ends too soon, as a file does that was not loaded or copied to its end";
pub(super) const OTHER_BYTES: &str = "it does not hold what a file with this ending holds";

/// What a format's room reports; the path is added by [`super::read_bytes_with`].
#[derive(Debug)]
pub(super) enum Fault {
    /// The file breaks the rules of its format, in words.
    Damaged(String),
    /// The file is whole but gives no article, as a sentence without its full stop.
    NoArticle(String),
    EmptyColumn(String),
    /// Files in an archive, and how many are read at most.
    ManyParts(usize, usize),
    LargePart(String),
    /// Nothing but web addresses.
    Address,
    /// A data set without a column for the text.
    NoTextColumn(Box<Columns>),
    NotText,
}

impl Fault {
    pub fn damaged(reason: impl std::fmt::Display) -> Self {
        Self::Damaged(reason.to_string())
    }

    pub fn at(self, path: &str, format: &'static str) -> IntakeError {
        let path = path.to_owned();
        match self {
            Self::Damaged(reason) => IntakeError::Damaged { path, format, reason },
            Self::NoArticle(what) => IntakeError::NoArticle { path, what },
            Self::EmptyColumn(column) => IntakeError::EmptyColumn { path, column },
            Self::ManyParts(count, most) => IntakeError::ManyParts { path, count, most },
            Self::LargePart(part) => IntakeError::LargePart { path, part },
            Self::NoTextColumn(columns) => IntakeError::NoTextColumn { path, columns },
            Self::Address => IntakeError::Address { path },
            Self::NotText => IntakeError::NotText { path },
        }
    }
}
