//! A comparison with a language model that is stopped while the model reads.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use collation::lexicon::Model;
use collation::{Control, Grouping, Options, Text, Witness, collate, prepare};

#[path = "../src/lexicon/model/made.rs"]
mod made;

/// Says stop once the model has read `most` passages.
#[derive(Default)]
struct Stops {
    most: usize,
    read: AtomicUsize,
    has_stopped: AtomicBool,
}

impl Control for Stops {
    fn is_stopped(&self) -> bool {
        self.has_stopped.load(Ordering::Relaxed)
    }

    fn progress(&self, stage: &'static str, _: f32) {
        if stage == "reading the passages closely" && self.read.fetch_add(1, Ordering::Relaxed) >= self.most {
            self.has_stopped.store(true, Ordering::Relaxed);
        }
    }
}

#[test]
fn what_is_stopped_reads_no_further() {
    let text = |n: usize| (0..40).map(|k| format!("The bridge was closed on day {k} of {n}. ")).collect::<String>();
    let articles = || {
        let article = |n| Arc::new(prepare(Arc::new(Witness { text: Text::new(text(n)), ..Witness::default() })));
        vec![article(1), article(2)]
    };
    let model = Arc::new(Model::read(made::made_up_model()).unwrap());
    let options = || Options { grouping: Grouping::One, model: Some(Arc::clone(&model)) };
    let stops = Stops { most: 3, ..Stops::default() };
    let stopped = collate(articles(), &[], options(), &stops);
    assert!(!stopped.is_accurate, "nothing later asks the model");
    assert!(stops.read.load(Ordering::Relaxed) < 20, "{}", stops.read.load(Ordering::Relaxed));
    let whole = collate(articles(), &[], options(), &Stops { most: usize::MAX, ..Stops::default() });
    assert!(whole.is_accurate);
}
