//! A comparison written to bytes, in every format that Parallax exports.
//!
//! What stands in a file is decided by `collation::export`; here it is packed where a format is made
//! of several entries. No file is opened and no clock is read into the result: the same choice gives
//! the same bytes.

mod pack;
mod xlsx;

use collation::Notice;
use collation::export::{Annotation, Choice, Part, csv, docx, html, json, markdown, qda, ris, text, tsv};
use collation::sheet::Sheet;

use crate::project::Project;

/// A format that a comparison can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    Html,
    Docx,
    Xlsx,
    /// One line a passage.
    Csv,
    /// One line a statement, one column an article.
    CsvStatements,
    Tsv,
    Markdown,
    Text,
    Json,
    /// REFI-QDA project.
    Qdpx,
    /// REFI-QDA code book.
    Qdc,
    /// The articles for a reference manager.
    Ris,
}

impl Format {
    /// All formats, in the order of a menu.
    pub const ALL: [Self; 12] = [
        Self::Html,
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
        Self::CsvStatements,
        Self::Tsv,
        Self::Markdown,
        Self::Text,
        Self::Json,
        Self::Qdpx,
        Self::Qdc,
        Self::Ris,
    ];

    /// True for what people read, in their language; the others are read by programs, in English.
    pub const fn is_for_readers(self) -> bool {
        match self {
            Self::Html | Self::Docx | Self::Xlsx | Self::Markdown | Self::Text => true,
            Self::Csv | Self::CsvStatements | Self::Tsv | Self::Json | Self::Qdpx | Self::Qdc | Self::Ris => false,
        }
    }

    /// Its name in a menu.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Html => "HTML report",
            Self::Docx => "Word document (DOCX)",
            Self::Xlsx => "Workbook (XLSX)",
            Self::Csv => "CSV, one line a passage",
            Self::CsvStatements => "CSV, statements × articles",
            Self::Tsv => "TSV, statements × articles",
            Self::Markdown => "Markdown",
            Self::Text => "Plain text",
            Self::Json => "JSON",
            Self::Qdpx => "REFI-QDA project (QDPX)",
            Self::Qdc => "REFI-QDA code book (QDC)",
            Self::Ris => "Sources as RIS",
        }
    }

    /// Ending of its files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv | Self::CsvStatements => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Json => "json",
            Self::Qdpx => "qdpx",
            Self::Qdc => "qdc",
            Self::Ris => "ris",
        }
    }

    /// True where the file is no text, so that it makes no sense on a terminal.
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Docx | Self::Xlsx | Self::Qdpx)
    }
}

/// Why a comparison could not be written to bytes.
#[derive(Debug, thiserror::Error)]
#[error("The export could not be built ({reason}); nothing was written")]
pub struct ExportError {
    pub reason: String,
}

impl ExportError {
    fn new(reason: impl std::fmt::Display) -> Self {
        Self { reason: reason.to_string() }
    }
}

/// The chosen part of `sheet` in `format`.
///
/// # Errors
/// Where a format has no room for the comparison, such as a workbook for more than a million lines, and where whoever
/// asked for it has stopped it.
pub fn write(format: Format, sheet: &Sheet, notices: &[Notice], choice: &Choice) -> Result<Vec<u8>, ExportError> {
    let bytes = match format {
        Format::Html => html::write(sheet, notices, choice).into_bytes(),
        Format::Docx => pack::pack(&docx::entries(sheet, notices, choice))?,
        Format::Xlsx => xlsx::write(sheet, notices, choice)?,
        Format::Csv => csv::write_passages(sheet, choice).into_bytes(),
        Format::CsvStatements => csv::write_statements(sheet, choice).into_bytes(),
        Format::Tsv => tsv::write(sheet, choice).into_bytes(),
        Format::Markdown => markdown::write(sheet, notices, choice).into_bytes(),
        Format::Text => text::write(sheet, notices, choice).into_bytes(),
        Format::Json => json::write(sheet, notices, choice).map_err(ExportError::new)?.into_bytes(),
        Format::Qdpx => pack::pack(&qda::project_entries(sheet, choice))?,
        Format::Qdc => qda::codebook(sheet, choice),
        Format::Ris => ris::write(sheet, choice).into_bytes(),
    };
    if choice.asker.is_stopped() { Err(ExportError::new("it was stopped")) } else { Ok(bytes) }
}

/// `project` as a choice for its `sheet`: the columns that are not hidden, its title, notes, tags and
/// list of codes.
pub fn choice_from_project(project: &Project, sheet: &Sheet) -> Choice {
    let annotations = project.remarks().iter().map(|(&anchor, remark)| Annotation {
        anchor,
        tags: remark.tags.clone(),
        note: remark.note.clone(),
    });
    let codes = project.codes().iter().map(|code| qda::Code {
        name: code.name.clone(),
        colour: code.colour.clone(),
        description: code.description.clone(),
    });
    let is_shown = |member: usize| {
        let key = sheet.articles.get(member).map(|article| article.witness.key);
        !key.and_then(|key| project.article(key)).is_some_and(|article| article.is_hidden)
    };
    let parts = sheet.events.iter().enumerate().map(|(at, event)| {
        let columns =
            (0..event.members.len()).filter(|&column| event.members.get(column).is_some_and(|&m| is_shown(m)));
        Part { event: at, rows: None, columns: Some(columns.collect()) }
    });
    Choice {
        title: Some(project.title()).filter(|title| !title.trim().is_empty()).map(str::to_owned),
        parts: parts.collect(),
        annotations: annotations.collect(),
        codes: codes.collect(),
        ..Choice::default()
    }
}
