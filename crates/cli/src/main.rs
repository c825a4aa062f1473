//! `parallax-cli`: the engine without a window. See `--help`.
//!
//! Exit codes: 0 done; 1 done, but some input could not be read; 2 nothing done.

mod articles;
mod compare;
mod languages;
mod lists;
mod model;
mod output;
mod progress;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};

/// Compares how several articles word the same statements, and prints what it finds
#[derive(Parser)]
#[command(name = "parallax-cli", version, about, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Number of threads; the result is the same with any
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
    /// Reporting verbs and names of your own for quotes and compare: the window's settings file, or
    /// JSON with its fields own_verbs (verb, class) and own_names (lists of names of one thing)
    #[arg(long, global = true, value_name = "FILE")]
    own_lists: Option<PathBuf>,
    /// Encoding of text files, web pages and tables, where the guess is wrong: a label as web pages have it (windows-1252)
    #[arg(long, global = true, value_name = "LABEL")]
    encoding: Option<String>,
    /// How closely compare and words read: quickly, or with a language model that tools/get-model fetches
    #[arg(long, global = true, value_enum, default_value = "standard")]
    model: model::Choice,
    /// The language model of --model accurate, where it is not where the window looks for it
    #[arg(long, global = true, value_name = "FILE")]
    model_file: Option<PathBuf>,
}

const EXIT_CODES: &str = "Exit codes: 0 done; 1 done, but some input could not be read; 2 nothing done";

#[derive(Subcommand)]
enum Command {
    /// Prints each article's text, blocks and metadata, one JSON object a line
    Read {
        /// Article files, or - for standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Prints each article's quotations with cue, source and speaker, one JSON object a line
    Quotes {
        /// Article files, or - for standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Prints the statements that the articles share, side by side
    Compare(compare::Arguments),
    /// Links the words of pairs: reads {"id","a":[…],"b":[…]} lines from standard input
    Words,
}

/// How much of the work was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    All,
    /// Some input could not be read; it was named on standard error.
    Some,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse_from(asked(std::env::args_os()));
    match run(arguments) {
        Ok(Done::All) => ExitCode::SUCCESS,
        Ok(Done::Some) => ExitCode::from(1),
        // A closed pipe is the reader's wish, not a failure.
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::say(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// The arguments; who asks for the help of `help` gets help.
fn asked(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.collect();
    if arguments.get(1).is_some_and(|command| command == "help") {
        arguments.retain(|argument| argument != "--help" && argument != "-h");
    }
    arguments
}

fn run(arguments: Arguments) -> anyhow::Result<Done> {
    if let Some(threads) = arguments.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads));
        pool.build_global().context("the threads could not be started")?;
    }
    let lists = lists::read(arguments.own_lists.as_deref())?;
    let model = || model::open(arguments.model, arguments.model_file.as_deref());
    let encoding = arguments.encoding.as_deref();
    match arguments.command {
        Command::Read { files } => articles::print(&files, encoding, articles::read_lines),
        Command::Quotes { files } => articles::print(&files, encoding, |found| articles::quotes_lines(found, &lists)),
        Command::Compare(compared) => compare::run(&compared, encoding, &lists, model()?),
        Command::Words => words::run(model()?),
    }
}
