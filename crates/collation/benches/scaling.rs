//! How the cost of a comparison grows: 50 to 800 articles, three of each event, from texts to the sheet.
//!
//! `cargo bench -p collation --bench scaling` prints the time of each number and the exponent of growth from
//! the number before it: 1 is linear, 2 quadratic. Times are for reading side by side, never for a test.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]

mod made;

use std::sync::Arc;
use std::time::Duration;

use collation::{Grouping, Unattended, prepare};
use made::{compare, median, sentences, witnesses};

/// Articles of one event, and sentences of one article.
const EACH: usize = 3;
const LENGTH: usize = 25;

fn main() {
    let sentences = sentences();
    let all: Vec<(usize, Duration)> =
        [50, 100, 200, 400, 800].map(|articles| (articles, time(&sentences, articles))).into();
    let exponent = |(few, short): (usize, Duration), (many, long): (usize, Duration)| {
        (long.as_secs_f64() / short.as_secs_f64()).ln() / (many as f64 / few as f64).ln()
    };
    println!("{:>8} {:>10} {:>8}", "articles", "time", "growth");
    for (at, &(articles, time)) in all.iter().enumerate() {
        let growth = at.checked_sub(1).map(|before| format!("n^{:.2}", exponent(all[before], all[at])));
        println!("{articles:>8} {:>8.2} s {:>8}", time.as_secs_f64(), growth.unwrap_or_default());
    }
    println!("from first to last n^{:.2}", exponent(all[0], all[all.len() - 1]));
}

/// Median time from texts to sheet.
fn time(sentences: &[String], articles: usize) -> Duration {
    let mut texts = witnesses(sentences, articles.div_ceil(EACH), EACH, LENGTH);
    texts.truncate(articles);
    median(3, || {
        let prepared = prepare::prepare_all(texts.clone(), &Arc::default(), &Unattended);
        compare(prepared, Grouping::Auto)
    })
}
