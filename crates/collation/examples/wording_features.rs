//! Writes what the word aligner's scorer looks at, as raw f32, for `tools/train-wording.py`.
//!
//! usage: wording_features [--model FILE] PAIRS.jsonl [CHANCES.f32] > figures.f32
//! Without CHANCES the figures of the first pass; with them (one f32 a pair of words) those of a later
//! pass.

#![allow(clippy::disallowed_methods, reason = "a tool for training reads files; the engine does not")]

use std::io::{self, BufWriter, Write};
use std::sync::Arc;

use collation::lexicon::{Lexicon, Model};
use collation::segment::tokens_from_words;
use collation::wording::{Words, training};

fn main() -> io::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut lexicon = Lexicon::new(&[]);
    if arguments.first().is_some_and(|argument| argument == "--model") {
        let [_, path, ..] = arguments.as_slice() else { return Err(io::Error::other("which model?")) };
        lexicon = lexicon.with_model(Arc::new(Model::read(std::fs::read(path)?).map_err(io::Error::other)?));
        arguments.drain(..2);
    }
    let mut arguments = arguments.into_iter();
    let pairs = std::fs::read_to_string(arguments.next().ok_or_else(|| io::Error::other("which pairs?"))?)?;
    let chances = arguments.next().map(std::fs::read).transpose()?;
    let mut chances = chances
        .as_deref()
        .map(|bytes| bytes.chunks_exact(4).filter_map(|four| four.try_into().ok()).map(f32::from_le_bytes));
    let mut out = BufWriter::new(io::stdout().lock());
    for line in pairs.lines() {
        let pair: serde_json::Value = serde_json::from_str(line)?;
        let words = |side: &str| -> Vec<String> {
            let words = pair.get(side).and_then(serde_json::Value::as_array);
            words.into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect()
        };
        let [a, b] = [words("a"), words("b")].map(|words| Words::new(&tokens_from_words(&words), &lexicon));
        let figures = match &mut chances {
            None => training::first_pass(&a, &b),
            Some(chances) => {
                let own: Vec<f32> = chances.by_ref().take(a.len() * b.len()).collect();
                training::later_pass(&a, &b, &own)
            }
        };
        for figure in figures.iter().flatten() {
            out.write_all(&figure.to_le_bytes())?;
        }
    }
    out.flush()
}
