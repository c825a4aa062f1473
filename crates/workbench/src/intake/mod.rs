//! Bytes and a name in, articles and notices out. Type by content first, name second.
//!
//! Each format is a room of its own behind [`read_bytes`]; each runs on a guarded thread, so that a
//! file which breaks or stalls a library becomes a message. Nothing here reaches the network.

mod archive;
mod byline;
mod codes;
mod columns;
mod decode;
mod docx;
mod draft;
mod epub;
mod error;
mod exports;
mod factiva;
mod folder;
mod guard;
mod html;
mod kind;
mod list;
mod mail;
mod md;
mod moment;
mod notice;
mod odt;
mod paste;
mod pdf;
mod recode;
mod rtf;
mod several;
mod table;
mod twins;
mod txt;
mod xml;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use collation::Witness;

pub use codes::{codes_from_bytes, read_codes};
pub use columns::{Columns, Field, Mapping};
use decode::Decoded;
pub use decode::ENCODINGS;
use draft::Draft;
use error::Fault;
pub use error::IntakeError;
pub use folder::{FolderFiles, files_in};
use guard::Stopped;
pub use html::ONE_READER;
use kind::Kind;
pub use kind::endings;
pub use list::{Entry, EntryTwin, TwinOf, list};
pub use moment::iso as date_iso;
pub use notice::{FileNotice, IntakeNotice};
pub use paste::article_from_paste;
pub use recode::in_encoding;
use table::Table;
use trafilatura::dom::Document;
pub use twins::{Likeness, Twin, TwinName, TwinStatement, earlier_twins, near_duplicate};

/// Largest file that is read, in bytes.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// What one file holds.
#[derive(Debug, Default)]
pub struct Found {
    pub articles: Vec<Article>,
    /// About the file as a whole.
    pub notices: Vec<FileNotice>,
    /// How many articles the file itself says that it holds.
    pub stated: Option<usize>,
    /// The columns, where the file is a data set. Where none holds the text there are no articles, and the
    /// reader is to be asked.
    pub columns: Option<Columns>,
}

/// One article of a file. Its key is still to be given by the project.
#[derive(Debug, Default)]
pub struct Article {
    pub witness: Witness,
    pub notices: Vec<IntakeNotice>,
}

/// What the reader decides about how a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// One of [`ENCODINGS`]; found out from the bytes where there is none.
    pub encoding: Option<String>,
    /// Which column of a data set holds what.
    pub mapping: Option<Mapping>,
    /// Mappings of earlier data sets by [`Columns::signature`]; the one that fits is used where `mapping` is none.
    pub remembered: BTreeMap<String, Mapping>,
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
    let failed = |error: std::io::Error| match (kind::address_in(path), error.kind()) {
        (Some(address), _) => IntakeError::Address { path: address },
        (None, std::io::ErrorKind::NotFound) => IntakeError::Missing { path: name.clone() },
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
    if crate::store::begins_like_project(&bytes) {
        return Err(IntakeError::Project { path: name });
    }
    if kind::is_shortcut(&name, &bytes) {
        return Err(IntakeError::Address { path: name });
    }
    let kind =
        kind::of(&name, &bytes).map_err(|(what, advice)| IntakeError::Foreign { path: name.clone(), what, advice })?;
    let limit = kind.limit();
    let guarded = {
        let name = name.clone();
        guard::run(limit, move || read_kind(kind, &name, &bytes, &options).and_then(with_words))
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

/// A file with one article that has no word, or is only a web address, gives none.
fn with_words(found: Found) -> Result<Found, Fault> {
    let [article] = found.articles.as_slice() else { return Ok(found) };
    let text = article.witness.text.as_str();
    if kind::is_address(text) {
        return Err(Fault::Address);
    }
    if found.columns.is_none() && !text.contains(char::is_alphanumeric) {
        return Err(Fault::NoArticle("There is no word in it".to_owned()));
    }
    Ok(found)
}

fn read_kind(kind: Kind, name: &str, bytes: &Arc<[u8]>, options: &ReadOptions) -> Result<Found, Fault> {
    let encoding = options.encoding.as_deref();
    let one = |article: Article| Found { articles: vec![article], ..Found::default() };
    match kind {
        Kind::Text => {
            let decoded = decode::decode(bytes, None, encoding)?;
            let text = txt::one_line_end(decoded.text.clone());
            match exported(&text, name, "txt", Some(&decoded.encoding)) {
                Some(found) => Ok(found),
                None => match several::read(name, &decoded, &text) {
                    Some(articles) => Ok(counted(articles)),
                    None => txt::read(name, decoded).map(one),
                },
            }
        }
        Kind::Markdown => md::read(name, decode::decode(bytes, None, encoding)?).map(one),
        Kind::Html => {
            let decoded = html::decoded(bytes, encoding)?;
            match exported_page(&decoded, name) {
                Some(found) => Ok(found),
                None => html::read_decoded(name, "html", decoded).map(one),
            }
        }
        Kind::Factiva => factiva::from_xml(bytes).map(|drafts| many(drafts, name, "xml")),
        Kind::Mhtml => mail::read_page(name, bytes).map(one),
        Kind::Mail => mail::read_mail(name, bytes).map(one),
        Kind::Docx => Ok(one_or_many(docx::draft(bytes)?, name, "docx")),
        Kind::Odt => odt::read(name, bytes).map(one),
        Kind::Rtf => Ok(one_or_many(rtf::draft(bytes)?, name, "rtf")),
        Kind::Pdf => Ok(one_or_many(pdf::draft(bytes)?, name, "pdf")),
        Kind::Epub => epub::read(name, bytes).map(counted),
        Kind::Json => {
            let decoded = decode::decode(bytes, None, encoding)?;
            let table =
                table::json(&decoded.text).ok_or_else(|| Fault::damaged("it is neither JSON nor JSON lines"))?;
            data_set(table, &decoded, name, "json", options)
        }
        Kind::Csv | Kind::Tsv => {
            let decoded = decode::decode(bytes, None, encoding)?;
            let (mark, format) = if kind == Kind::Csv { (',', "csv") } else { ('\t', "tsv") };
            data_set(table::cells(&decoded.text, mark), &decoded, name, format, options)
        }
    }
}

fn data_set(table: Table, decoded: &Decoded, name: &str, format: &str, options: &ReadOptions) -> Result<Found, Fault> {
    let columns = columns::of(&table.records, options.mapping.as_ref(), &options.remembered);
    if columns.used.column(Field::Text).is_none() {
        return Err(Fault::NoTextColumn(Box::new(columns)));
    }
    let mut drafts = table::articles(&table.records, &columns);
    if drafts.is_empty() {
        let column = columns.used.column(Field::Text).unwrap_or_default();
        return Err(Fault::EmptyColumn(column.to_owned()));
    }
    for draft in &mut drafts {
        draft.encoding = Some(decoded.encoding.clone());
    }
    let mut found = many(drafts, name, format);
    let mut notices = table.notices;
    notices.extend(txt::about_encoding(&decoded.encoding, decoded.guessed, decoded.broken));
    let empty = table.records.len().saturating_sub(found.articles.len());
    if empty > 0 && found.articles.len() < exports::MOST_ARTICLES {
        notices.push(IntakeNotice::EmptyRecords { count: empty });
    }
    found.notices.extend(notices.into_iter().map(|notice| FileNotice::new(notice, name)));
    found.stated = Some(table.records.len());
    found.columns = Some(columns);
    Ok(found)
}

/// One article, unless its text is an export of a news database.
fn one_or_many(draft: Draft, name: &str, format: &str) -> Found {
    exported(draft.text(), name, format, None)
        .unwrap_or_else(|| Found { articles: vec![draft.finish(name, format)], ..Found::default() })
}

/// The articles of `text`, if it is an export of a news database.
fn exported(text: &str, name: &str, format: &str, encoding: Option<&str>) -> Option<Found> {
    let mut drafts = exports::split(text)?;
    for draft in &mut drafts {
        draft.encoding = encoding.map(str::to_owned);
    }
    let mut found = many(drafts, name, format);
    found.stated = exports::stated(text);
    let read = found.articles.len();
    if let Some(stated) = found.stated.filter(|stated| *stated > read) {
        found.notices.push(FileNotice::new(IntakeNotice::FewerThanStated { stated, read }, name));
    }
    Some(found)
}

/// The articles of a page, if it is an export of a news database.
fn exported_page(decoded: &Decoded, name: &str) -> Option<Found> {
    // Their own words first, for a page is parsed only once it may be one.
    let html = &decoded.text;
    if html.contains("articleParagraph") || html.contains("Factiva") {
        let mut drafts = factiva::from_page(&Document::parse(html))?;
        for draft in &mut drafts {
            draft.encoding = Some(decoded.encoding.clone());
        }
        return Some(many(drafts, name, "html"));
    }
    let may_be_one =
        html.contains(" DOCUMENTS") || html.contains("End of Document") || html.contains("ProQuest document ID");
    may_be_one.then(|| exported(&html::text(&Document::parse(html)), name, "html", Some(&decoded.encoding))).flatten()
}

fn many(drafts: Vec<Draft>, name: &str, format: &str) -> Found {
    counted(drafts.into_iter().map(|draft| draft.finish(name, format)).collect())
}

fn counted(articles: Vec<Article>) -> Found {
    let notice = match articles.len() {
        0 | 1 => None,
        count if count >= exports::MOST_ARTICLES => Some(IntakeNotice::FirstArticles { count }),
        count => Some(IntakeNotice::Found { count }),
    };
    let notices = notice.map(|notice| FileNotice::new(notice, first_path(&articles))).into_iter().collect();
    Found { articles, notices, ..Found::default() }
}

fn first_path(articles: &[Article]) -> &str {
    articles.first().map_or("", |article| article.witness.path.as_str())
}

impl Kind {
    /// How long a file may take.
    fn limit(self) -> Duration {
        Duration::from_secs(match self {
            Self::Text | Self::Markdown | Self::Json | Self::Csv | Self::Tsv => 60,
            Self::Html | Self::Mhtml | Self::Mail | Self::Docx | Self::Odt | Self::Rtf | Self::Epub => 30,
            Self::Pdf | Self::Factiva => 60,
        })
    }
}
