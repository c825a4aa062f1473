//! The project file as text: one JSON object, versioned, keys always in the same order.
//!
//! Knows nothing of disks. Version 1 is described in `docs/file-formats.md`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use collation::ruling::{Anchor, Ruling};
use collation::{Block, Text, Witness, clean};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{StoreError, StoreNotice};
use crate::project::{Article, Code, Project, Remark, View};

/// The version that is written, and the newest that is understood in full.
pub const VERSION: u32 = 1;

/// What every project file says about itself.
const FORMAT: &str = "parallax-project";

/// A project as it was read.
#[derive(Debug)]
pub struct Read {
    pub project: Project,
    /// The file is of a newer version: it may hold more than was understood.
    pub is_newer: bool,
    pub notices: Vec<StoreNotice>,
}

#[derive(Serialize)]
struct FileOut<'a> {
    format: &'static str,
    version: u32,
    title: &'a str,
    articles: Vec<ArticleOut<'a>>,
    rulings: &'a [Ruling],
    remarks: Vec<RemarkLine<&'a Remark>>,
    codes: &'a [Code],
    view: &'a View,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    is_hidden: bool,
    is_original: bool,
    text_sha256: String,
    #[serde(flatten)]
    witness: &'a Witness,
}

/// Enough to tell what a file is.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FileIn {
    title: String,
    articles: Vec<ArticleIn>,
    rulings: Vec<serde_json::Value>,
    remarks: Vec<RemarkLine<Remark>>,
    codes: Vec<Code>,
    view: serde_json::Value,
}

#[derive(Deserialize)]
struct ArticleIn {
    #[serde(default)]
    is_hidden: bool,
    #[serde(default)]
    is_original: bool,
    #[serde(default)]
    text_sha256: String,
    #[serde(flatten)]
    witness: Witness,
}

#[derive(Serialize, Deserialize)]
struct RemarkLine<R> {
    #[serde(flatten)]
    anchor: Anchor,
    #[serde(flatten)]
    remark: R,
}

/// The project as its file holds it, ended by a line feed.
pub fn write(project: &Project) -> String {
    let file = FileOut {
        format: FORMAT,
        version: VERSION,
        title: project.title(),
        articles: project
            .articles()
            .iter()
            .map(|article| ArticleOut {
                is_hidden: article.is_hidden,
                is_original: article.is_original,
                text_sha256: sha256(article.witness.text.as_str()),
                witness: &article.witness,
            })
            .collect(),
        rulings: project.rulings(),
        remarks: project.remarks().iter().map(|(&anchor, remark)| RemarkLine { anchor, remark }).collect(),
        codes: project.codes(),
        view: &project.view,
    };
    // No map of the file has keys that are not strings, and nothing in it fails to serialize.
    serde_json::to_string_pretty(&file).map(|json| json + "\n").unwrap_or_default()
}

/// Reads what [`write`] wrote. `path` is for the messages.
///
/// # Errors
/// [`StoreError`] where the bytes are no project, damaged, or of a version that cannot be read.
pub fn read(path: &str, bytes: &[u8]) -> Result<Read, StoreError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let damaged = |reason: String| StoreError::Damaged { path: path.to_owned(), reason };
    let head: Head = match serde_json::from_slice(bytes) {
        Ok(head) => head,
        // A file that was cut short still begins like a project.
        Err(error) if begins_like_project(bytes) => return Err(damaged(error.to_string())),
        Err(_) => return Err(StoreError::NoProject { path: path.to_owned() }),
    };
    if head.format != FORMAT {
        return Err(StoreError::NoProject { path: path.to_owned() });
    }
    let is_newer = head.version > VERSION;
    let file: FileIn = serde_json::from_slice(bytes).map_err(|error| {
        if is_newer { StoreError::TooNew { path: path.to_owned() } } else { damaged(error.to_string()) }
    })?;
    let mut notices = Vec::new();
    if is_newer {
        notices.push(StoreNotice::Newer);
    }
    let articles = articles_from_file(file.articles, &mut notices).map_err(damaged)?;
    let mut unknown = 0;
    let mut rulings = Vec::new();
    for ruling in file.rulings {
        match serde_json::from_value(ruling) {
            Ok(ruling) => rulings.push(ruling),
            Err(_) if is_newer => unknown += 1,
            Err(error) => return Err(damaged(format!("a decision can't be read, {error}"))),
        }
    }
    // Where the reader was is not worth an error.
    let view = serde_json::from_value(file.view).unwrap_or_default();
    let remarks = file.remarks.into_iter().map(|line| (line.anchor, line.remark)).collect();
    let (project, left_out) = Project::from_parts(file.title, articles, rulings, remarks, file.codes, view);
    if left_out > 0 {
        notices.push(StoreNotice::LeftOut { count: left_out });
    }
    if unknown > 0 {
        notices.push(StoreNotice::UnknownDecisions { count: unknown });
    }
    let fields = if is_newer { unknown_fields(bytes, &project) } else { 0 };
    if fields > 0 {
        notices.push(StoreNotice::UnknownFields { count: fields });
    }
    Ok(Read { project, is_newer, notices })
}

/// True where the first of some bytes are those of a project, damaged or not.
pub fn begins_like_project(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let start = String::from_utf8_lossy(start);
    start.trim_start().starts_with('{') && start.contains(FORMAT)
}

/// How many fields of the file and of its articles would not be written again.
fn unknown_fields(bytes: &[u8], project: &Project) -> usize {
    let value = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_default();
    let (there, known) = (value(bytes), value(write(project).as_bytes()));
    let new_in = |there: &serde_json::Value, known: &serde_json::Value| {
        let fields = there.as_object().into_iter().flatten();
        fields.filter(|(name, value)| !value.is_null() && known.get(name.as_str()).is_none()).count()
    };
    let articles = |file: &serde_json::Value| {
        file.get("articles").and_then(serde_json::Value::as_array).cloned().unwrap_or_default()
    };
    let in_articles =
        articles(&there).iter().zip(&articles(&known)).map(|(there, known)| new_in(there, known)).sum::<usize>();
    new_in(&there, &known) + in_articles
}

fn articles_from_file(files: Vec<ArticleIn>, notices: &mut Vec<StoreNotice>) -> Result<Vec<Article>, String> {
    let mut seen = BTreeSet::new();
    let mut articles = Vec::with_capacity(files.len());
    for file in files {
        let mut witness = file.witness;
        if !seen.insert(witness.key) {
            return Err(format!("two articles have the number {}", witness.key.0));
        }
        if !file.text_sha256.is_empty() && file.text_sha256 != sha256(witness.text.as_str()) {
            notices.push(StoreNotice::ChangedText { article: witness.name().to_owned() });
        }
        if !blocks_fit(&witness.blocks, &witness.text) {
            witness.blocks = clean::label(&witness.text).blocks;
            notices.push(StoreNotice::NewBlocks { article: witness.name().to_owned() });
        }
        let (is_hidden, is_original) = (file.is_hidden, file.is_original);
        articles.push(Article { is_hidden, is_original, witness: Arc::new(witness) });
    }
    Ok(articles)
}

/// In order, without overlap, inside the text: what the engine takes for granted.
fn blocks_fit(blocks: &[Block], text: &Text) -> bool {
    let mut end = 0;
    blocks.iter().all(|block| {
        let fits = end <= block.span.start && block.span.start <= block.span.end && block.span.end <= text.len();
        end = block.span.end;
        fits
    })
}

/// In lower-case hexadecimal digits.
pub(crate) fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string does not fail.
        write!(hex, "{byte:02x}").ok();
        hex
    })
}
