//! Work of a fraction of a second that is neither reading of articles nor comparing: each errand has
//! a thread of its own, and its answer is taken before the next frame.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::messages;

/// Answers of errands, and how many are still out.
#[derive(Debug)]
pub struct Errands<T> {
    answers: (Sender<Option<T>>, Receiver<Option<T>>),
    out: usize,
}

impl<T> Default for Errands<T> {
    fn default() -> Self {
        Self { answers: channel(), out: 0 }
    }
}

impl<T: Send + 'static> Errands<T> {
    /// Has `work` done on a thread called `name`. An errand that breaks has no answer.
    pub fn send(&mut self, ctx: &egui::Context, name: &str, work: impl FnOnce() -> T + Send + 'static) {
        let (sender, ctx) = (self.answers.0.clone(), ctx.clone());
        let language = messages::language();
        let started = std::thread::Builder::new().name(name.to_owned()).stack_size(8 << 20).spawn(move || {
            messages::speak(language);
            let answer = catch_unwind(AssertUnwindSafe(work)).ok();
            // The window may be gone by now.
            sender.send(answer).ok();
            ctx.request_repaint();
        });
        // Where the system has no thread left, the reader asks again.
        self.out += usize::from(started.is_ok());
    }

    /// What was done since the last call.
    pub fn take(&mut self) -> Vec<T> {
        let done: Vec<Option<T>> = self.answers.1.try_iter().collect();
        self.out = self.out.saturating_sub(done.len());
        done.into_iter().flatten().collect()
    }

    /// True while an errand is out.
    pub fn is_busy(&self) -> bool {
        self.out > 0
    }
}
