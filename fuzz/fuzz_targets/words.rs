//! Any two wordings, parted by a line end: links between words that are there, each pair once.

#![no_main]

use std::collections::BTreeSet;

use collation::lexicon::Lexicon;
use collation::{segment, wording};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pair: &str| {
    let (a, b) = pair.split_once('\n').unwrap_or((pair, pair));
    let words = |text: &str| text.split_whitespace().take(120).map(str::to_owned).collect::<Vec<_>>();
    let [a, b] = [words(a), words(b)].map(|words| segment::tokens_from_words(&words));
    let links = wording::align(&a, &b, &Lexicon::new(&[]));
    let pairs: BTreeSet<(usize, usize)> = links.iter().map(|link| (link.a, link.b)).collect();
    assert_eq!(pairs.len(), links.len());
    assert!(pairs.iter().all(|&(i, j)| i < a.len() && j < b.len()));
});
