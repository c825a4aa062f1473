//! The one lock of the worker: what waits, what runs, what is answered.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Answer, Job, Progress, Source, Wake};

/// Shortest time between two wakings for progress.
const WAKE_EVERY: Duration = Duration::from_millis(33);

/// Shared by the worker's owner and its threads.
pub(super) struct Desk {
    wake: Wake,
    trays: Mutex<Trays>,
    changed: Condvar,
}

#[derive(Default)]
struct Trays {
    answers: Vec<Answer>,
    is_closed: bool,
    /// The newest job, until the thread takes it.
    job: Option<Job>,
    /// Stop flag of the newest job; a new job brings a new flag.
    stop: Arc<AtomicBool>,
    collating: Option<Progress>,
    woken: Option<Instant>,
    /// What is to be read; `None` ends the batch of one call.
    sources: VecDeque<Option<Source>>,
    /// Files of the batches in the queue, and how many of them were answered.
    files: usize,
    files_done: usize,
    reading: Option<Progress>,
    /// Goes up when reading is stopped: a reader of an earlier round has nobody who waits for it.
    round: u64,
}

/// A job that was taken, and the flag that stops it.
pub(super) struct Taken {
    pub job: Job,
    pub stop: Arc<AtomicBool>,
}

impl Desk {
    pub fn new(wake: Wake) -> Self {
        Self { wake, trays: Mutex::default(), changed: Condvar::new() }
    }

    fn trays(&self) -> MutexGuard<'_, Trays> {
        // No code that can panic runs under the lock, so what a poisoned lock holds is whole.
        self.trays.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn wake(&self) {
        (self.wake)();
    }

    pub fn put_job(&self, job: Job) {
        let mut trays = self.trays();
        trays.stop.store(true, Ordering::Relaxed);
        trays.stop = Arc::default();
        trays.answers.retain(|answer| !matches!(answer, Answer::Collated { .. } | Answer::Failed { .. }));
        let since = Instant::now();
        trays.collating = Some(Progress { stage: "waiting".to_owned(), done: 0.0, since });
        trays.job = Some(job);
        self.changed.notify_all();
    }

    /// Waits for a job; `None` once the desk is closed.
    pub fn take_job(&self) -> Option<Taken> {
        let mut trays = self.trays();
        loop {
            if trays.is_closed {
                return None;
            }
            if let Some(job) = trays.job.take() {
                return Some(Taken { job, stop: Arc::clone(&trays.stop) });
            }
            trays = self.changed.wait(trays).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Hands in the answer to the job with the flag `stop`, unless that was stopped meanwhile.
    pub fn put_answer_to(&self, stop: &AtomicBool, answer: Answer) {
        let mut trays = self.trays();
        if stop.load(Ordering::Relaxed) {
            return;
        }
        trays.collating = None;
        trays.answers.push(answer);
        drop(trays);
        self.wake();
    }

    /// Takes note of the progress of the job with the flag `stop`; passed over where the desk is taken.
    pub fn put_progress_of(&self, stop: &AtomicBool, stage: &str, done: f32) {
        let Ok(mut trays) = self.trays.try_lock() else { return };
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let Some(progress) = &mut trays.collating else { return };
        if progress.stage != stage {
            stage.clone_into(&mut progress.stage);
        }
        progress.done = done.clamp(0.0, 1.0);
        let now = Instant::now();
        if trays.woken.is_some_and(|woken| now.duration_since(woken) < WAKE_EVERY) {
            return;
        }
        trays.woken = Some(now);
        drop(trays);
        self.wake();
    }

    pub fn put_sources(&self, sources: impl IntoIterator<Item = Source>) {
        let mut trays = self.trays();
        let before = trays.sources.len();
        trays.sources.extend(sources.into_iter().map(Some));
        trays.files += trays.sources.len() - before;
        trays.sources.push_back(None);
        if trays.reading.is_none() {
            let since = Instant::now();
            trays.reading = Some(Progress { stage: "Reading".to_owned(), done: 0.0, since });
        }
        self.changed.notify_all();
    }

    pub fn round(&self) -> u64 {
        self.trays().round
    }

    /// Waits for something to read; `None` once the desk is closed or `round` is over. Ends of
    /// batches on the way are answered.
    pub fn take_source(&self, round: u64) -> Option<Source> {
        let mut trays = self.trays();
        loop {
            if trays.is_closed || trays.round != round {
                return None;
            }
            match trays.sources.pop_front() {
                Some(Some(source)) => {
                    let done = trays.files_done as f32 / trays.files.max(1) as f32;
                    if let Some(progress) = &mut trays.reading {
                        progress.stage = format!("Reading {}", source.name());
                        progress.done = done;
                    }
                    drop(trays);
                    self.wake();
                    return Some(source);
                }
                Some(None) => {
                    trays.answers.push(Answer::ReadingDone);
                    if trays.sources.is_empty() {
                        trays.reading = None;
                        trays.files = 0;
                        trays.files_done = 0;
                    }
                    drop(trays);
                    self.wake();
                    trays = self.trays();
                }
                None => trays = self.changed.wait(trays).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    /// Puts `sources` in the place of the one that a reader of `round` took last.
    pub fn put_instead(&self, round: u64, sources: Vec<Source>) {
        let mut trays = self.trays();
        if trays.round == round {
            trays.files = (trays.files + sources.len()).saturating_sub(1);
            for source in sources.into_iter().rev() {
                trays.sources.push_front(Some(source));
            }
        }
    }

    /// Hands in what is to be said about a source that is no file.
    pub fn put_aside(&self, round: u64, answer: Answer) {
        let mut trays = self.trays();
        if trays.round == round {
            trays.answers.push(answer);
        }
    }

    /// Hands in what a reader of `round` found, unless reading was stopped meanwhile.
    pub fn put_read(&self, round: u64, answer: Answer) {
        let mut trays = self.trays();
        if trays.round == round {
            trays.files_done += 1;
            trays.answers.push(answer);
        }
    }

    /// Stops the job that runs or waits.
    pub fn stop_job(&self) {
        let mut trays = self.trays();
        trays.stop.store(true, Ordering::Relaxed);
        trays.job = None;
        trays.collating = None;
        drop(trays);
        self.changed.notify_all();
        self.wake();
    }

    /// Stops reading, and forgets what waits to be read. True where files were being read.
    pub fn stop_reading(&self) -> bool {
        let mut trays = self.trays();
        let is_reading = trays.reading.take().is_some();
        if is_reading {
            let batches = trays.sources.iter().filter(|source| source.is_none()).count();
            trays.sources.clear();
            trays.files = 0;
            trays.files_done = 0;
            trays.round += 1;
            trays.answers.extend((0..batches).map(|_| Answer::ReadingDone));
        }
        self.changed.notify_all();
        drop(trays);
        self.wake();
        is_reading
    }

    pub fn close(&self) {
        let mut trays = self.trays();
        trays.is_closed = true;
        trays.stop.store(true, Ordering::Relaxed);
        self.changed.notify_all();
    }

    pub fn take_answers(&self) -> Vec<Answer> {
        std::mem::take(&mut self.trays().answers)
    }

    pub fn progress(&self) -> Option<Progress> {
        let trays = self.trays();
        trays.reading.clone().or_else(|| trays.collating.clone())
    }

    pub fn is_reading(&self) -> bool {
        self.trays().reading.is_some()
    }

    pub fn is_busy(&self) -> bool {
        let trays = self.trays();
        trays.reading.is_some() || trays.collating.is_some()
    }
}
