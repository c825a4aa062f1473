//! `parallax-cli`: the engine without a window. See `--help`.

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::{Parser, Subcommand, ValueEnum};
use collation::export::json::{self, QuotesJson, ReadJson};
use collation::lexicon::Lexicon;
use collation::ruling::Ruling;
use collation::{Grouping, Notice, Options, Prepared, Sigil, Unattended, Witness, WitnessKey};
use serde::Deserialize;

/// Compares how several articles word the same statements, and prints what it finds
#[derive(Parser)]
#[command(name = "parallax-cli", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints each article's text, blocks and metadata, one JSON object a line
    Read { files: Vec<PathBuf> },
    /// Prints each article's quotations with cue, source and speaker, one JSON object a line
    Quotes { files: Vec<PathBuf> },
    /// Prints the statements that the articles share, side by side
    Compare {
        files: Vec<PathBuf>,
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
    },
    /// Links the words of pairs: reads {"id","a":[…],"b":[…]} lines from standard input
    Words,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Events {
    Auto,
    One,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments.command) {
        Ok(code) => code,
        // A closed pipe is the reader's wish, not a failure.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("parallax-cli: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Read { files } => {
            let opened = open(&files)?;
            let mut out = std::io::stdout().lock();
            for witness in &opened.witnesses {
                serde_json::to_writer(&mut out, &ReadJson::new(witness, &opened.notices))?;
                writeln!(out)?;
            }
            Ok(opened.code)
        }
        Command::Quotes { files } => {
            let opened = open(&files)?;
            let mut out = std::io::stdout().lock();
            for article in prepare_all(opened.witnesses) {
                serde_json::to_writer(&mut out, &QuotesJson::new(&article))?;
                writeln!(out)?;
            }
            Ok(opened.code)
        }
        Command::Compare { files, format, events, base, output } => {
            let opened = open(&files)?;
            let rulings: Vec<Ruling> =
                base.map(|sigil| base_ruling(&sigil, &opened.witnesses)).transpose()?.into_iter().collect();
            let grouping = match events {
                Events::Auto => Grouping::Auto,
                Events::One => Grouping::One,
            };
            let collation =
                collation::collate(prepare_all(opened.witnesses), &rulings, Options { grouping }, &Unattended);
            let sheet = collation::sheet::lay_out(&collation, &rulings);
            let written = match format {
                Format::Json => json::write(&sheet, &opened.notices)?,
            };
            match output {
                Some(path) => {
                    std::fs::write(&path, written).with_context(|| format!("could not write {}", path.display()))?
                }
                None => std::io::stdout().lock().write_all(written.as_bytes())?,
            }
            Ok(opened.code)
        }
        Command::Words => {
            link_words()?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The articles of the files that could be read.
struct Opened {
    witnesses: Vec<Witness>,
    notices: Vec<Notice>,
    code: ExitCode,
}

fn open(files: &[PathBuf]) -> anyhow::Result<Opened> {
    let mut opened = Opened { witnesses: Vec::new(), notices: Vec::new(), code: ExitCode::SUCCESS };
    for file in files {
        match workbench::intake::read_path(file) {
            Ok(found) => {
                opened.notices.extend(found.notices.into_iter().map(Notice::new));
                for article in found.articles {
                    let key = WitnessKey(opened.witnesses.len() as u32);
                    opened.notices.extend(article.notices.into_iter().map(|text| Notice::about(key, text)));
                    opened.witnesses.push(Witness { key, ..article.witness });
                }
            }
            Err(error) => {
                eprintln!("parallax-cli: {error}");
                opened.code = ExitCode::from(1);
            }
        }
    }
    anyhow::ensure!(!opened.witnesses.is_empty(), "none of the {} files could be read; nothing was done", files.len());
    Ok(opened)
}

fn prepare_all(witnesses: Vec<Witness>) -> Vec<Arc<Prepared>> {
    collation::prepare::prepare_all(witnesses.into_iter().map(Arc::new).collect(), &Unattended)
}

fn base_ruling(sigil: &str, witnesses: &[Witness]) -> anyhow::Result<Ruling> {
    let witness = Sigil::parse(sigil).and_then(|sigil| witnesses.get(sigil.0));
    let witness = witness.with_context(|| format!("--base {sigil}: there is no article with this letter"))?;
    Ok(Ruling::Base { article: witness.key })
}

#[derive(Deserialize)]
struct Pair {
    id: serde_json::Value,
    a: Vec<String>,
    b: Vec<String>,
}

fn link_words() -> anyhow::Result<()> {
    let lexicon = Lexicon::new(&[]);
    let mut out = std::io::stdout().lock();
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let pair: Pair =
            serde_json::from_str(&line).with_context(|| format!("line {} is no pair of words", number + 1))?;
        let [a, b] = [pair.a, pair.b].map(|words| collation::segment::tokens_from_words(&words));
        let links: Vec<[usize; 2]> =
            collation::wording::align(&a, &b, &lexicon).iter().map(|link| [link.a, link.b]).collect();
        writeln!(out, "{}", serde_json::json!({ "id": pair.id, "links": links }))?;
    }
    Ok(())
}
