//! What a reader waits for between a click and the document's answer: edits, undo, saving, opening.
//!
//! `cargo bench -p workbench --bench document` prints the median of each. Times are for reading side
//! by side, never for a test.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use collation::ruling::{Anchor, Ruling};
use collation::{Block, Role, Span, Text, Witness, WitnessKey};
use workbench::history::Document;
use workbench::project::{Edit, fit_of};
use workbench::store;

const ARTICLES: u32 = 200;
const RULINGS: usize = 1000;

fn main() {
    let empty = document();
    let edited = median(|| document_with_rulings(empty.clone()));
    let filled = document_with_rulings(empty);
    let written = store::write(filled.project());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parallax");
    let corrected = Text::new(format!("Corrected. {}", text(0)));

    println!("{ARTICLES} articles of 800 words, {RULINGS} rulings: {} KB", written.len() / 1000);
    println!("one ruling added      {:>10.1?}", edited / RULINGS as u32);
    println!("all of them undone    {:>10.1?}", median(|| undone(filled.clone())));
    println!("copied for the worker {:>10.1?}", median(|| filled.project().clone()));
    println!("written as JSON       {:>10.1?}", median(|| store::write(filled.project())));
    println!("saved to disk         {:>10.1?}", median(|| store::save(&path, filled.project(), None).unwrap()));
    println!("opened from disk      {:>10.1?}", median(|| store::open(&path).unwrap()));
    println!("one article re-read   {:>10.1?}", median(|| fit_of(filled.project(), WitnessKey(1), &corrected)));
}

fn median<T>(mut work: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..11)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn text(number: u32) -> String {
    let sentence = |n: u32| format!("Sentence {n} of article {number} says that the bridge stays shut until spring. ");
    (0..60).map(sentence).collect::<Vec<_>>().concat()
}

fn document() -> Document {
    let witnesses = (0..ARTICLES)
        .map(|number| {
            let text = Text::new(text(number));
            Witness { blocks: vec![Block::new(Role::Body, text.span())], text, ..Witness::default() }
        })
        .collect();
    let mut document = Document::default();
    document.edit(Edit::AddArticles { at: None, witnesses }).unwrap();
    document
}

fn document_with_rulings(mut document: Document) -> Document {
    for number in 0..RULINGS {
        let anchor = |article: u32| Anchor {
            article: WitnessKey(1 + article % ARTICLES),
            span: Span::new(number % 50 * 70, number % 50 * 70 + 60),
        };
        let link = Ruling::Link { passages: vec![anchor(number as u32), anchor(number as u32 + 1)] };
        document.edit(Edit::AddRulings { name: None, rulings: vec![link] }).unwrap();
    }
    document
}

fn undone(mut document: Document) -> Document {
    while document.undo_name() != Some("add 200 articles") {
        document.undo();
    }
    document
}
