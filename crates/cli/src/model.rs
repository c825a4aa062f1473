//! The language model of the accurate mode, where it was asked for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;
use collation::lexicon::Model;
use workbench::model;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Choice {
    /// Word vectors of the program itself: quick
    Standard,
    /// A language model reads every passage: slower, and right more often
    Accurate,
}

/// The model in `file`, or in the place where the window looks for it; `None` where none was asked for.
///
/// # Errors
/// Where one was asked for and is not there, or is no model.
pub fn open(choice: Choice, file: Option<&Path>) -> anyhow::Result<Option<Arc<Model>>> {
    if choice == Choice::Standard {
        anyhow::ensure!(file.is_none(), "--model-file asks for --model accurate; nothing was done");
        return Ok(None);
    }
    let place = file.map(Path::to_owned).or_else(model::default_path).unwrap_or_else(|| PathBuf::from(model::FILE));
    Ok(Some(Arc::new(model::open(&place)?)))
}
