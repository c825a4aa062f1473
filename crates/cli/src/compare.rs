//! `compare`: article files in, the sheet out, in any format that it can be written in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use clap::{Args, ValueEnum};
use collation::export::{Choice, html, json, markdown, text, tsv};
use collation::ruling::Ruling;
use collation::sheet::{self, Sheet};
use collation::{Grouping, Notice, Options, Sigil, Witness, prepare};

use crate::progress::Bar;
use crate::{Done, articles, output};

#[derive(Args)]
pub struct Arguments {
    /// Article files, or - for standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
    /// Group the articles by the event they report, or take them all as reports of one
    #[arg(long, value_enum, default_value = "auto")]
    events: Events,
    /// Letter of the article that the others are compared with
    #[arg(long, value_name = "SIGIL")]
    base: Option<String>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The sheet as one object, for programs
    Json,
    /// A section a statement
    Markdown,
    /// A report for browsers and printers
    Html,
    /// Statements × articles, tab-separated
    Tsv,
    /// Plain text
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Events {
    Auto,
    One,
}

/// Reads, compares and writes.
///
/// # Errors
/// Where no file could be read, an argument is wrong, or the result could not be written.
pub fn run(arguments: &Arguments) -> anyhow::Result<Done> {
    if let Some(path) = &arguments.output {
        refuse_input(path, &arguments.files)?;
    }
    let bar = Bar::new();
    let opened = articles::open_all(&arguments.files, &bar);
    let done = articles::done(opened.read, arguments.files.len())?;
    let base = arguments.base.as_deref().map(|sigil| base_ruling(sigil, &opened.witnesses)).transpose()?;
    let rulings: Vec<Ruling> = base.into_iter().collect();
    let grouping = match arguments.events {
        Events::Auto => Grouping::Auto,
        Events::One => Grouping::One,
    };
    let prepared = prepare::prepare_all(opened.witnesses.into_iter().map(Arc::new).collect(), &bar);
    let collation = collation::collate(prepared, &rulings, Options { grouping }, &bar);
    let sheet = sheet::lay_out(&collation, &rulings);
    let written = write(&sheet, &opened.notices, arguments.format)?;
    bar.clear();
    match &arguments.output {
        Some(path) => output::save(path, &written)?,
        None => output::print(&written)?,
    }
    Ok(done)
}

fn write(sheet: &Sheet, notices: &[Notice], format: Format) -> anyhow::Result<Vec<u8>> {
    let choice = Choice::default();
    Ok(match format {
        Format::Json => json::write(sheet, notices)?.into_bytes(),
        Format::Markdown => markdown::write(sheet, notices, &choice).into_bytes(),
        Format::Html => html::write(sheet, notices, &choice).into_bytes(),
        Format::Tsv => tsv::write(sheet, &choice).into_bytes(),
        Format::Text => text::write(sheet, notices, &choice).into_bytes(),
    })
}

fn base_ruling(sigil: &str, witnesses: &[Witness]) -> anyhow::Result<Ruling> {
    let witness = Sigil::parse(sigil).and_then(|sigil| witnesses.get(sigil.0));
    let last = Sigil(witnesses.len().saturating_sub(1));
    let witness =
        witness.with_context(|| format!("--base {sigil}: no article has this letter; they run from A to {last}"))?;
    Ok(Ruling::Base { article: witness.key })
}

/// An article must not be overwritten by the comparison that it goes into.
fn refuse_input(output: &Path, files: &[PathBuf]) -> anyhow::Result<()> {
    let Ok(output) = output.canonicalize() else { return Ok(()) };
    let same = files.iter().find(|file| file.canonicalize().is_ok_and(|file| file == output));
    anyhow::ensure!(same.is_none(), "-o names one of the articles; nothing was done: {}", output.display());
    Ok(())
}
