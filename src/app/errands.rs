//! Work that is neither reading of articles nor comparing: each errand has a thread of its own, and its
//! answer is taken before the next frame. What may take longer than a moment shows how far it is and
//! can be stopped; a stopped errand has no answer. What an errand says of a document is dropped once another one is shown.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use crate::messages;
use collation::Control;

/// An answer that may mean the document for which it was asked.
pub trait Told {
    /// False where it is welcome whatever is shown by then.
    fn is_of_document(&self) -> bool;
}

/// Answers of errands, and those that are still out.
#[derive(Debug)]
pub struct Errands<T> {
    answers: (Sender<Done<T>>, Receiver<Done<T>>),
    out: usize,
    long: Vec<Arc<Watch>>,
    /// Goes up with every document that is shown.
    document: u64,
}

#[derive(Debug)]
struct Done<T> {
    document: u64,
    /// `None` where the errand broke.
    answer: Option<T>,
    watch: Option<Arc<Watch>>,
}

/// A long errand as whoever waits for it sees it.
#[derive(Debug)]
pub struct Watch {
    /// `Comparing with anna.parallax`.
    pub stage: String,
    pub since: Instant,
    is_of_document: bool,
    is_stopped: AtomicBool,
    /// Bits of a share; no number while nobody knows.
    done: AtomicU32,
}

impl Watch {
    fn new(stage: String, is_of_document: bool) -> Self {
        let done = AtomicU32::new(f32::NAN.to_bits());
        Self { stage, since: Instant::now(), is_of_document, is_stopped: AtomicBool::new(false), done }
    }

    /// 0 to 1; `None` where the work can't tell.
    pub fn done(&self) -> Option<f32> {
        let done = f32::from_bits(self.done.load(Ordering::Relaxed));
        (!done.is_nan()).then_some(done)
    }

    /// Nobody waits for the answer any more.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }
}

impl Control for Watch {
    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    fn progress(&self, _stage: &'static str, done: f32) {
        self.done.store(done.clamp(0.0, 1.0).to_bits(), Ordering::Relaxed);
    }
}

impl<T> Default for Errands<T> {
    fn default() -> Self {
        Self { answers: channel(), out: 0, long: Vec::new(), document: 0 }
    }
}

impl<T: Told + Send + 'static> Errands<T> {
    /// Another document is shown: what is out for the one before is stopped, or its answer dropped.
    pub fn leave_document(&mut self) {
        self.document += 1;
        self.long.iter().filter(|watch| watch.is_of_document).for_each(|watch| watch.stop());
    }

    /// Has `work` done on a thread called `name`. An errand that breaks has no answer.
    pub fn send(&mut self, ctx: &egui::Context, name: &str, work: impl FnOnce() -> T + Send + 'static) {
        // Where the system has no thread left, the reader asks again.
        self.start(ctx, name, None, None, || catch_unwind(AssertUnwindSafe(work)).ok());
    }

    /// Has `work` done that may take long. Where it breaks, or can't begin, `broken` is the answer.
    pub fn send_long(
        &mut self,
        ctx: &egui::Context,
        name: &str,
        stage: String,
        broken: T,
        work: impl FnOnce(&Arc<Watch>) -> T + Send + 'static,
    ) -> Arc<Watch> {
        let watch = Arc::new(Watch::new(stage, broken.is_of_document()));
        let theirs = Arc::clone(&watch);
        let begins = Some(Arc::clone(&watch));
        let work = move || catch_unwind(AssertUnwindSafe(|| work(&theirs))).ok();
        self.long.push(Arc::clone(&watch));
        self.start(ctx, name, begins, Some(broken), work);
        watch
    }

    fn start(
        &mut self,
        ctx: &egui::Context,
        name: &str,
        watch: Option<Arc<Watch>>,
        broken: Option<T>,
        work: impl FnOnce() -> Option<T> + Send + 'static,
    ) {
        let (sender, ctx) = (self.answers.0.clone(), ctx.clone());
        let (language, document) = (messages::language(), self.document);
        // Both the thread and the failure to begin one need it.
        let broken = Arc::new(Mutex::new(broken));
        let (theirs, of_thread) = (Arc::clone(&broken), watch.clone());
        let put_broken = |broken: &Mutex<Option<T>>| broken.lock().unwrap_or_else(PoisonError::into_inner).take();
        let started = std::thread::Builder::new().name(name.to_owned()).stack_size(8 << 20).spawn(move || {
            messages::speak(language);
            let answer = work().or_else(|| put_broken(&theirs));
            // The window may be gone by now.
            sender.send(Done { document, answer, watch: of_thread }).ok();
            ctx.request_repaint();
        });
        if started.is_err() {
            self.answers.0.send(Done { document, answer: put_broken(&broken), watch }).ok();
        }
        self.out += 1;
    }

    /// What was done since the last call.
    pub fn take(&mut self) -> Vec<T> {
        let done: Vec<Done<T>> = self.answers.1.try_iter().collect();
        self.out = self.out.saturating_sub(done.len());
        let mut answers = Vec::new();
        for Done { document, answer, watch } in done {
            if let Some(watch) = &watch {
                self.long.retain(|other| !Arc::ptr_eq(other, watch));
            }
            let is_left = document != self.document;
            if watch.is_none_or(|watch| !watch.is_stopped()) {
                answers.extend(answer.filter(|answer| !(is_left && answer.is_of_document())));
            }
        }
        answers
    }

    /// The long errand that has been out for the longest time, unless it was stopped.
    pub fn longest(&self) -> Option<&Arc<Watch>> {
        self.long.iter().find(|watch| !watch.is_stopped())
    }

    /// True while an errand is out that somebody waits for.
    pub fn is_busy(&self) -> bool {
        self.out > self.long.iter().filter(|watch| watch.is_stopped()).count()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    impl Told for u32 {
        fn is_of_document(&self) -> bool {
            *self < 10
        }
    }

    /// Takes answers until nothing is out any more.
    fn all(errands: &mut Errands<u32>) -> Vec<u32> {
        let mut answers = Vec::new();
        while errands.is_busy() {
            std::thread::sleep(Duration::from_millis(1));
            answers.extend(errands.take());
        }
        answers
    }

    #[test]
    fn long_errands_tell_how_far_they_are_and_answer_even_when_they_break() {
        let ctx = egui::Context::default();
        let mut errands = Errands::default();
        let (sender, receiver) = channel::<()>();
        let watch = errands.send_long(&ctx, "a", "Writing".to_owned(), 0, move |watch| {
            watch.progress("", 0.5);
            receiver.recv().ok();
            7
        });
        while watch.done() != Some(0.5) {
            std::thread::sleep(Duration::from_millis(1));
        }
        assert_eq!(errands.longest().map(|watch| watch.stage.as_str()), Some("Writing"));
        sender.send(()).unwrap();
        assert_eq!(all(&mut errands), [7]);
        assert!(errands.longest().is_none());
        errands.send_long(&ctx, "b", String::new(), 3, |_| panic!("on purpose"));
        errands.send(&ctx, "c", || panic!("on purpose"));
        assert_eq!(all(&mut errands), [3]);
    }

    #[test]
    fn a_stopped_errand_is_waited_for_no_more_and_has_no_answer() {
        let ctx = egui::Context::default();
        let mut errands = Errands::default();
        let (sender, receiver) = channel::<()>();
        let (done, is_done) = channel::<bool>();
        let watch = errands.send_long(&ctx, "a", String::new(), 0, move |watch| {
            receiver.recv().ok();
            done.send(watch.is_stopped()).ok();
            7
        });
        assert!(errands.is_busy());
        watch.stop();
        assert!(!errands.is_busy() && errands.longest().is_none());
        sender.send(()).unwrap();
        assert_eq!(is_done.recv(), Ok(true), "the work hears of it");
        errands.send(&ctx, "b", || 8);
        assert_eq!(all(&mut errands), [8]);
    }

    #[test]
    fn what_is_said_of_a_document_goes_with_it() {
        let ctx = egui::Context::default();
        let mut errands = Errands::default();
        errands.send(&ctx, "a", || 1);
        errands.send(&ctx, "b", || 10);
        let of_document = errands.send_long(&ctx, "c", String::new(), 2, |_| 2);
        let of_window = errands.send_long(&ctx, "d", String::new(), 20, |_| 20);
        errands.leave_document();
        assert!(of_document.is_stopped() && !of_window.is_stopped());
        errands.send(&ctx, "e", || 3);
        let mut answers = all(&mut errands);
        answers.sort_unstable();
        assert_eq!(answers, [3, 10, 20]);
    }
}
