//! Article files in, one JSON line an article out; files are read on all cores, printed in order.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use collation::export::json::{QuotesJson, ReadJson};
use collation::{Notice, Vocabulary, Witness, WitnessKey};
use rayon::prelude::*;
use serde::Serialize;
use workbench::intake::{self, Article, Found, IntakeError, MOST_BYTES, ReadOptions};

use crate::progress::Bar;
use crate::{Done, output};

/// Files that are read at a time: enough for all cores, few enough to hold in memory.
const BATCH: usize = 64;

/// Prints what `lines` makes of the articles in each of `files`.
///
/// # Errors
/// Where none of the files could be read, or standard output is closed.
pub fn print(
    files: &[PathBuf],
    encoding: Option<&str>,
    lines: impl Fn(&[Article]) -> anyhow::Result<Vec<u8>> + Sync,
) -> anyhow::Result<Done> {
    let bar = Bar::new();
    let mut read = 0;
    for (at, batch) in files.chunks(BATCH).enumerate() {
        let results: Vec<_> = batch
            .par_iter()
            .map(|file| open(file, encoding).map(|found| (lines(&found.articles), found.notices)))
            .collect();
        for result in results {
            match result {
                Ok((bytes, notices)) => {
                    read += 1;
                    for notice in &notices {
                        output::say(&notice.to_string());
                    }
                    output::print(&bytes?)?;
                }
                Err(error) => output::say(&error.to_string()),
            }
        }
        bar.show("reading", ((at + 1) * BATCH) as f32 / files.len() as f32);
    }
    done(read, files.len())
}

/// # Errors
/// Where none of the files could be read.
pub fn done(read: usize, files: usize) -> anyhow::Result<Done> {
    anyhow::ensure!(
        read > 0,
        "{}",
        if files == 1 {
            "the file could not be read; nothing was done".to_owned()
        } else {
            format!("none of the {files} files could be read; nothing was done")
        }
    );
    Ok(if read == files { Done::All } else { Done::Some })
}

/// The articles of the file at `path`, whose text is in `encoding` where that is known; `-` is standard input.
///
/// # Errors
/// As [`intake::read_path`].
pub fn open(path: &Path, encoding: Option<&str>) -> Result<Found, IntakeError> {
    let options = ReadOptions { encoding: encoding.map(str::to_owned), ..ReadOptions::default() };
    if path.as_os_str() != "-" {
        return intake::read_path_with(path, options);
    }
    let mut bytes = Vec::new();
    let input = std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes);
    let path = "-".to_owned();
    match input {
        Err(error) => Err(IntakeError::Unreadable { path, reason: error.to_string() }),
        Ok(_) if bytes.len() as u64 > MOST_BYTES => Err(IntakeError::TooLarge { path }),
        Ok(_) => intake::read_bytes_with(&path, &bytes, options),
    }
}

/// One line an article, as `read` prints it.
///
/// # Errors
/// Only where JSON cannot be written, which these types rule out.
pub fn read_lines(articles: &[Article]) -> anyhow::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for article in articles {
        let key = article.witness.key;
        let notices: Vec<Notice> =
            article.notices.iter().map(|notice| Notice::about(key, notice.to_string())).collect();
        push_line(&mut lines, &ReadJson::new(&article.witness, &notices))?;
    }
    Ok(lines)
}

/// One line an article, as `quotes` prints it.
///
/// # Errors
/// Only where JSON cannot be written, which these types rule out.
pub fn quotes_lines(articles: &[Article], lists: &Arc<Vocabulary>) -> anyhow::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for article in articles {
        let prepared = collation::prepare_with(Arc::new(article.witness.clone()), Arc::clone(lists));
        push_line(&mut lines, &QuotesJson::new(&prepared))?;
    }
    Ok(lines)
}

fn push_line(lines: &mut Vec<u8>, value: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *lines, value)?;
    lines.push(b'\n');
    Ok(())
}

/// The articles of several files, with keys in order, and what is to be known about them.
#[derive(Default)]
pub struct Opened {
    pub witnesses: Vec<Witness>,
    pub notices: Vec<Notice>,
    /// Number of files that could be read.
    pub read: usize,
}

/// Reads `files` on all cores; names those that could not be read on standard error.
pub fn open_all(files: &[PathBuf], encoding: Option<&str>, bar: &Bar) -> Opened {
    bar.show("reading", 0.0);
    let found: Vec<Result<Found, IntakeError>> = files.par_iter().map(|file| open(file, encoding)).collect();
    let mut opened = Opened::default();
    for found in found {
        match found {
            Ok(found) => {
                opened.read += 1;
                opened.notices.extend(found.notices.iter().map(|notice| Notice::new(notice.to_string())));
                for article in found.articles {
                    let key = WitnessKey(opened.witnesses.len() as u32);
                    opened.notices.extend(article.notices.iter().map(|notice| Notice::about(key, notice.to_string())));
                    opened.witnesses.push(Witness { key, ..article.witness });
                }
            }
            Err(error) => output::say(&error.to_string()),
        }
    }
    opened
}
