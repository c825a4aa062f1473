//! `words`: pairs of wordings in, the links between their words out.
//!
//! Lines are taken in batches, as many as have arrived, linked on all cores and printed in their order. A line that is no
//! pair is named and passed over.

use std::io::{BufRead, BufReader, Read};
use std::sync::Arc;

use collation::lexicon::{Lexicon, Model};
use collation::{segment, wording};
use rayon::prelude::*;
use serde::Deserialize;

use crate::{Done, output};

/// Bytes that are taken in at a time.
const BATCH_BYTES: usize = 1024 * 1024;

#[derive(Deserialize)]
struct Pair {
    id: serde_json::Value,
    a: Vec<String>,
    b: Vec<String>,
}

/// # Errors
/// Where standard input cannot be read or holds no pair at all, or standard output is closed.
pub fn run(model: Option<Arc<Model>>) -> anyhow::Result<Done> {
    let mut lexicon = Lexicon::new(&[]);
    if let Some(model) = model {
        lexicon = lexicon.with_model(model);
    }
    let mut input = BufReader::with_capacity(BATCH_BYTES, std::io::stdin().lock());
    let (mut lines_before, mut linked, mut refused) = (0, 0, 0);
    loop {
        let batch = next_batch(&mut input)?;
        if batch.is_empty() {
            break;
        }
        let results: Vec<Option<Result<String, serde_json::Error>>> =
            batch.par_iter().map(|line| link_line(line, &lexicon)).collect();
        let mut out = String::new();
        for (at, result) in results.into_iter().enumerate() {
            match result {
                None => {}
                Some(Ok(line)) => {
                    linked += 1;
                    out.push_str(&line);
                    out.push('\n');
                }
                Some(Err(error)) => {
                    refused += 1;
                    output::say(&format!(
                        "line {} is no pair of words and was passed over: {error}",
                        lines_before + at + 1
                    ));
                }
            }
        }
        output::print(out.as_bytes())?;
        lines_before += batch.len();
    }
    anyhow::ensure!(linked > 0 || refused == 0, "no line was a pair of words; nothing was done");
    Ok(if refused == 0 { Done::All } else { Done::Some })
}

/// The lines of `input` that have arrived, at least one; none at its end.
fn next_batch(input: &mut BufReader<impl Read>) -> std::io::Result<Vec<Vec<u8>>> {
    let mut batch = Vec::new();
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(batch);
        }
        batch.push(line);
        // Whoever waits for an answer before the next question must not wait for a full batch.
        if input.buffer().is_empty() {
            return Ok(batch);
        }
    }
}

/// `None` for an empty line.
fn link_line(line: &[u8], lexicon: &Lexicon) -> Option<Result<String, serde_json::Error>> {
    if line.trim_ascii().is_empty() {
        return None;
    }
    Some(serde_json::from_slice(line).map(|pair: Pair| {
        let [a, b] = [pair.a, pair.b].map(|words| segment::tokens_from_words(&words));
        let links: Vec<[usize; 2]> = wording::align(&a, &b, lexicon).iter().map(|link| [link.a, link.b]).collect();
        serde_json::json!({ "id": pair.id, "links": links }).to_string()
    }))
}
