//! What every reader is held to: an answer in time, no panic of our own, and blocks that stand in order inside
//! the text.
//!
//! A panic inside a library becomes a message for the reader and ends nothing; it is printed once, with its
//! place, and the input is kept beside the corpus. A panic in our own code ends the run.

use std::collections::BTreeSet;
use std::panic;
use std::sync::Mutex;

use workbench::intake::{self, IntakeError};

static PLACE: Mutex<String> = Mutex::new(String::new());
static KNOWN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Keeps the place of each panic. Called once, before the first input.
pub fn watch_panics() {
    // The guard sets its own hook with the first file it reads; ours has to stand around it.
    let _ = intake::read_bytes("a.txt", b"Words.");
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |about| {
        *PLACE.lock().unwrap() = about.location().map(ToString::to_string).unwrap_or_default();
        before(about);
    }));
}

pub fn read(name: &str, bytes: &[u8]) {
    let found = match intake::read_bytes(name, bytes) {
        Ok(found) => found,
        Err(IntakeError::Damaged { reason, .. }) if reason.contains("its reader failed") => {
            let place = PLACE.lock().unwrap().clone();
            assert!(place.contains("/registry/"), "a panic of our own at {place}: {name}");
            let mut known = KNOWN.lock().unwrap();
            if known.insert(place.clone()) {
                eprintln!("CONTAINED: {place}");
                let _ = std::fs::write(format!("contained-{}-{name}", known.len()), bytes);
            }
            return;
        }
        Err(error) => {
            assert!(!matches!(error, IntakeError::TooSlow { .. }), "{error}");
            return;
        }
    };
    for article in found.articles {
        let mut at = 0;
        for block in &article.witness.blocks {
            assert!(block.span.start >= at && block.span.end <= article.witness.text.len());
            at = block.span.end;
        }
    }
}
