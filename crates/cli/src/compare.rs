//! `compare`: article files or one project in, the sheet out, in any format that it can be written in.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use clap::{Args, ValueEnum};
use collation::export::Choice;
use collation::lexicon::Model;
use collation::ruling::{Ruling, relabelled};
use collation::{Grouping, Notice, Options, Sigil, Vocabulary, Witness, prepare, sheet};
use workbench::project::Project;
use workbench::{export, store};

use crate::progress::Bar;
use crate::{Done, articles, languages, output};

#[derive(Args)]
pub struct Arguments {
    /// Article files, - for standard input, or one project
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
    /// One line a passage
    Csv,
    /// Statements × articles, comma-separated
    CsvStatements,
    /// Statements × articles, tab-separated
    Tsv,
    /// Plain text
    Text,
    /// Workbook; needs -o
    Xlsx,
    /// Word document; needs -o
    Docx,
    /// REFI-QDA project; needs -o
    Qdpx,
    /// REFI-QDA code book
    Qdc,
    /// The articles for a reference manager
    Ris,
}

impl From<Format> for export::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => Self::Json,
            Format::Markdown => Self::Markdown,
            Format::Html => Self::Html,
            Format::Csv => Self::Csv,
            Format::CsvStatements => Self::CsvStatements,
            Format::Tsv => Self::Tsv,
            Format::Text => Self::Text,
            Format::Xlsx => Self::Xlsx,
            Format::Docx => Self::Docx,
            Format::Qdpx => Self::Qdpx,
            Format::Qdc => Self::Qdc,
            Format::Ris => Self::Ris,
        }
    }
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
pub fn run(
    arguments: &Arguments,
    encoding: Option<&str>,
    lists: &Arc<Vocabulary>,
    model: Option<Arc<Model>>,
) -> anyhow::Result<Done> {
    let format = export::Format::from(arguments.format);
    match &arguments.output {
        Some(path) => refuse_input(path, &arguments.files)?,
        None if format.is_binary() => {
            anyhow::bail!("--format {0} is no text; name a file with -o FILE.{0}", format.extension())
        }
        None => {}
    }
    let bar = Bar::new();
    let mut input = read(&arguments.files, encoding, &bar)?;
    if let Some(words) = languages::several_said(&input.witnesses) {
        output::say(&words);
        input.notices.push(Notice::new(words));
    }
    if let Some(sigil) = &arguments.base {
        input.rulings.push(base_ruling(sigil, &input.witnesses)?);
    }
    let grouping = match arguments.events {
        Events::Auto => Grouping::Auto,
        Events::One => Grouping::One,
    };
    let witnesses = input.witnesses.iter().map(|witness| relabelled(witness, &input.rulings)).collect();
    let prepared = prepare::prepare_all(witnesses, lists, &bar);
    let asked = model.is_some();
    let collation = collation::collate(prepared, &input.rulings, Options { grouping, model }, &bar);
    if asked && !collation.is_accurate {
        output::say("the articles are too long for the language model; they were compared without it");
    }
    let sheet = sheet::lay_out(&collation, &input.rulings);
    let choice = input.project.map(|project| export::choice_from_project(&project, &sheet)).unwrap_or_default();
    let choice = Choice { with_folders: true, ..choice };
    let written = export::write(format, &sheet, &input.notices, &choice)?;
    bar.clear();
    match &arguments.output {
        Some(path) => output::save(path, &written)?,
        None => output::print(&written)?,
    }
    Ok(input.done)
}

/// What is compared.
struct Input {
    witnesses: Vec<Arc<Witness>>,
    rulings: Vec<Ruling>,
    notices: Vec<Notice>,
    project: Option<Project>,
    done: Done,
}

fn read(files: &[PathBuf], encoding: Option<&str>, bar: &Bar) -> anyhow::Result<Input> {
    let projects: Vec<&PathBuf> = files.iter().filter(|path| is_project(path)).collect();
    let Some(path) = projects.first() else {
        let files = once(files);
        let opened = articles::open_all(&files, encoding, bar);
        let done = articles::done(opened.read, files.len())?;
        let witnesses = opened.witnesses.into_iter().map(Arc::new).collect();
        return Ok(Input { witnesses, rulings: Vec::new(), notices: opened.notices, project: None, done });
    };
    anyhow::ensure!(files.len() == 1, "a project is compared by itself; nothing was done: {}", path.display());
    anyhow::ensure!(
        encoding.is_none(),
        "a project holds its articles as they were read, --encoding changes nothing; nothing was done: {}",
        path.display()
    );
    let opened = store::open(path)?;
    anyhow::ensure!(
        !opened.project.articles().is_empty(),
        "the project has no articles; open it in Parallax and add some; nothing was done: {}",
        path.display()
    );
    for notice in &opened.notices {
        output::say(&format!("{notice}: {}", path.display()));
    }
    Ok(Input {
        witnesses: opened.project.witnesses(),
        rulings: opened.project.rulings().to_vec(),
        notices: opened.notices.iter().map(|notice| Notice::new(notice.to_string())).collect(),
        project: Some(opened.project),
        done: Done::All,
    })
}

/// True for a project, by its name or by how it begins.
fn is_project(path: &Path) -> bool {
    if path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case(store::EXTENSION)) {
        return true;
    }
    // A pipe or a device is not looked into: what was read of it would be lost.
    let file = path.is_file().then(|| File::open(path).ok()).flatten();
    let mut start = Vec::new();
    file.is_some_and(|file| file.take(200).read_to_end(&mut start).is_ok() && store::begins_like_project(&start))
}

/// `files` without those that were named before, which are told on standard error.
fn once(files: &[PathBuf]) -> Vec<PathBuf> {
    let mut seen = BTreeSet::new();
    let is_new = |path: &&PathBuf| {
        let is_new = seen.insert(path.canonicalize().unwrap_or_else(|_| (*path).clone()));
        if !is_new {
            output::say(&format!("This file was named twice and is compared once: {}", path.display()));
        }
        is_new
    };
    files.iter().filter(is_new).cloned().collect()
}

fn base_ruling(sigil: &str, witnesses: &[Arc<Witness>]) -> anyhow::Result<Ruling> {
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
