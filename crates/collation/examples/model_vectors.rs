//! Prints what the language model makes of sentences, for `tools/check-model.py`: for each line of standard input,
//! words with a space between, the cosine with the first sentence, and of each word with the first word. The time a
//! sentence takes goes to standard error.

#![allow(clippy::disallowed_methods, reason = "a tool reads files and clocks; the engine does not")]

use std::io::{self, BufRead};
use std::sync::Arc;
use std::time::Instant;

use collation::lexicon::{Model, Vector};
use collation::segment::tokens_from_words;

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).ok_or_else(|| io::Error::other("which model?"))?;
    let model = Model::read(std::fs::read(path)?).map_err(io::Error::other)?;
    let lines = io::stdin().lock().lines().collect::<io::Result<Vec<String>>>()?;
    let start = Instant::now();
    let mut first = None;
    for line in &lines {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let meaning = model.meaning(&tokens_from_words(&words));
        let first = first.get_or_insert_with(|| Arc::clone(&meaning));
        let first_word = first.words.first().and_then(Option::as_ref);
        let cosines = meaning.words.iter().map(|word| format!("{:.4}", cosine(first_word, word.as_ref())));
        let cosines: Vec<String> = cosines.collect();
        println!("{:.4} {}", cosine(first.whole.as_ref(), meaning.whole.as_ref()), cosines.join(" "));
    }
    eprintln!("{:?} a sentence", start.elapsed() / lines.len().max(1) as u32);
    Ok(())
}

fn cosine(one: Option<&Vector>, two: Option<&Vector>) -> f32 {
    one.zip(two).map_or(0.0, |(one, two)| one.cosine(two))
}
