//! What a comparison costs: words of two passages, the sheet of one large event, many small events.
//!
//! `cargo bench -p collation --bench alignment` prints the median of each; with `--profile dev` the
//! engine runs as it does all day. Times are for reading side by side, never for a test.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]

mod made;

use std::time::Duration;

use collation::Grouping;
use collation::lexicon::Lexicon;
use collation::segment::{Token, tokens_from_words};
use collation::wording::{Words, align_words};
use made::{articles, compare, median, sentences};

fn main() {
    let sentences = sentences();
    let words = wordings(&sentences);
    let one = words_of_pair(&words);
    println!("words of two passages of 25 words   {one:>10.2?}");
    let event = articles(&sentences, 1, 20, 40);
    println!("sheet of 20 articles × 40 sentences {:>10.0?}", median(3, || compare(event.clone(), Grouping::One)));
    let events = articles(&sentences, 50, 3, 25);
    println!("150 articles of 50 events           {:>10.0?}", median(3, || compare(events.clone(), Grouping::Auto)));
}

/// Time of one alignment, over all pairs of wordings.
fn words_of_pair(words: &[Words]) -> Duration {
    let all = || words.iter().map(|a| words.iter().map(|b| align_words(a, b).len()).sum::<usize>()).sum::<usize>();
    median(5, all) / (words.len() * words.len()) as u32
}

/// Passages of 25 words each.
fn wordings(sentences: &[String]) -> Vec<Words> {
    let words: Vec<String> = sentences.join(" ").split_whitespace().map(str::to_owned).collect();
    let tokens: Vec<Vec<Token>> = words.chunks_exact(25).map(tokens_from_words).collect();
    tokens.iter().map(|tokens| Words::new(tokens, &Lexicon::new(&[]))).collect()
}
