//! The loop of the thread that compares.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use collation::Control;

use super::desk::{Desk, Taken};
use super::{Answer, CollateJob, reason_of_panic};

/// Answers jobs until the desk is closed.
pub(super) fn run(desk: &Desk, mut collate: CollateJob) {
    while let Some(Taken { job, stop }) = desk.take_job() {
        let revision = job.revision;
        let watch = Watch { desk, stop: &stop };
        // The engine keeps nothing between jobs but articles that are ready, each put away whole.
        let answer = match catch_unwind(AssertUnwindSafe(|| collate(&job, &watch))) {
            Ok(sheet) => Answer::Collated { revision, sheet: Arc::new(sheet) },
            Err(payload) => Answer::Failed { revision, reason: reason_of_panic(payload.as_ref()).to_owned() },
        };
        desk.put_answer_to(&stop, answer);
    }
}

/// The engine's view of whoever waits for a job.
struct Watch<'a> {
    desk: &'a Desk,
    stop: &'a AtomicBool,
}

impl Control for Watch<'_> {
    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn progress(&self, stage: &'static str, done: f32) {
        self.desk.put_progress_of(self.stop, stage, done);
    }
}
