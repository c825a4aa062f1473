//! Long work off the paint thread: comparing and reading of files.
//!
//! Two named threads. `collation` turns the newest revision of a document into a sheet; a job that is
//! overtaken is stopped and its answer dropped. `reader` reads files one after the other, in order.
//! Neither knows a window: whoever started the worker is woken when there is something to
//! [`poll`](Worker::poll).
//!
//! A panic of the engine or of a reader becomes an answer with a sentence, and the thread works on.

mod collating;
mod desk;
mod engine;
mod reading;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use collation::ruling::Ruling;
use collation::sheet::Sheet;
use collation::{Control, Options, Vocabulary, Witness};

use crate::intake::{Found, IntakeError, ReadOptions};
use desk::Desk;
use engine::Engine;

/// Called from a worker thread when an answer or progress is there. It must not block.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// A revision of a document that is to become a sheet.
#[derive(Clone, Debug)]
pub struct Job {
    /// Comes back with the answer.
    pub revision: u64,
    /// In column order.
    pub witnesses: Vec<Arc<Witness>>,
    pub rulings: Arc<[Ruling]>,
    pub options: Options,
    /// The reader's own verbs and names ([`Settings::vocabulary`](crate::settings::Settings::vocabulary)).
    /// Articles are made ready anew when it changes.
    pub vocabulary: Arc<Vocabulary>,
}

/// What the worker has found out.
#[derive(Debug)]
pub enum Answer {
    /// One file, or one piece from the clipboard, was read or not.
    Read { path: String, result: Result<Found, Unread> },
    /// All of one call of [`Worker::read`], [`Worker::read_bytes`] or [`Worker::read_all_bytes`] was answered or stopped.
    ReadingDone,
    /// The sheet of the newest job.
    Collated { revision: u64, sheet: Arc<Sheet> },
    /// The newest job came to nothing, because the engine broke.
    Failed { revision: u64, reason: String },
}

/// Why there is nothing of a file.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// Its reader panicked.
    #[error("The file broke its reader ({reason}); save the article as text or HTML and open that: {path}")]
    Broke { path: String, reason: String },
}

/// How far the work is.
#[derive(Clone, Debug)]
pub struct Progress {
    /// In words: `Reading a.html`, `aligning`.
    pub stage: String,
    /// 0 to 1.
    pub done: f32,
    /// When the work began that this is the progress of.
    pub since: Instant,
}

/// What is to be read.
#[derive(Clone, Debug)]
enum Source {
    File { path: PathBuf, options: Arc<ReadOptions> },
    Bytes { name: String, bytes: Arc<[u8]>, options: Arc<ReadOptions> },
}

/// One answer a source; shared, because a reader that hangs is left behind and another one begins.
type ReadSource = Arc<dyn Fn(&Source) -> Result<Found, Unread> + Send + Sync>;
/// Turns a job into a sheet.
type CollateJob = Box<dyn FnMut(&Job, &dyn Control) -> Sheet + Send>;

/// Owns the threads. Dropped, it stops them.
pub struct Worker {
    desk: Arc<Desk>,
    read_source: ReadSource,
    threads: Vec<JoinHandle<()>>,
}

/// How long a dropped worker waits for its threads before it leaves them behind.
const PATIENCE: Duration = Duration::from_millis(500);

impl Worker {
    /// Starts the threads.
    pub fn start(wake: Wake) -> Self {
        let mut engine = Engine::default();
        Self::start_with(wake, Box::new(move |job, control| engine.sheet(job, control)), Arc::new(reading::read_source))
    }

    fn start_with(wake: Wake, collate: CollateJob, read_source: ReadSource) -> Self {
        let desk = Arc::new(Desk::new(wake));
        let threads = [
            spawn("collation", {
                let desk = Arc::clone(&desk);
                move || collating::run(&desk, collate)
            }),
            reading::spawn_reader(&desk, &read_source),
        ];
        Self { desk, read_source, threads: threads.into_iter().flatten().collect() }
    }

    /// Asks for the sheet of `job`. An earlier job is stopped, and its answer will not come.
    pub fn collate(&self, job: Job) {
        self.desk.put_job(job);
    }

    /// Reads files, one answer a file, in order; then [`Answer::ReadingDone`].
    pub fn read(&self, paths: Vec<PathBuf>) {
        self.read_with(paths, ReadOptions::default());
    }

    /// As [`Worker::read`], as `options` say. A data set in which no column holds the text comes back
    /// without articles and with its [`Found::columns`].
    pub fn read_with(&self, paths: Vec<PathBuf>, options: ReadOptions) {
        let options = Arc::new(options);
        self.desk.put_sources(paths.into_iter().map(|path| Source::File { path, options: Arc::clone(&options) }));
    }

    /// Reads what came from a clipboard entry or the like called `name`.
    pub fn read_bytes(&self, name: String, bytes: Vec<u8>) {
        self.read_bytes_with(name, bytes, ReadOptions::default());
    }

    /// As [`Worker::read_bytes`] for several, one answer each, in order; then one [`Answer::ReadingDone`].
    pub fn read_all_bytes(&self, sources: impl IntoIterator<Item = (String, Vec<u8>)>) {
        let options = Arc::new(ReadOptions::default());
        let source = |(name, bytes): (String, Vec<u8>)| Source::Bytes {
            name,
            bytes: bytes.into(),
            options: Arc::clone(&options),
        };
        self.desk.put_sources(sources.into_iter().map(source));
    }

    /// As [`Worker::read_bytes`], as `options` say.
    pub fn read_bytes_with(&self, name: String, bytes: Vec<u8>, options: ReadOptions) {
        self.desk.put_sources([Source::Bytes { name, bytes: bytes.into(), options: Arc::new(options) }]);
    }

    /// Stops everything that runs or waits. What was answered already stays; for a reading that is
    /// cut short [`Answer::ReadingDone`] comes at once.
    pub fn stop_all(&self) {
        self.stop_comparing();
        self.stop_reading();
    }

    /// Stops the job that runs or waits; its answer will not come. Reading goes on.
    pub fn stop_comparing(&self) {
        self.desk.stop_job();
    }

    /// Stops reading, as [`Worker::stop_all`] does. Comparing goes on.
    pub fn stop_reading(&self) {
        let is_reading = self.desk.stop_reading();
        if is_reading {
            // The old reader may hang in a file; it ends by itself when it finds that nobody waits.
            drop(reading::spawn_reader(&self.desk, &self.read_source));
        }
    }

    /// Answers since the last call, in order. Never waits for work.
    pub fn poll(&self) -> Vec<Answer> {
        self.desk.take_answers()
    }

    /// How far the work is; `None` where nothing runs. Reading comes before comparing.
    pub fn progress(&self) -> Option<Progress> {
        self.desk.progress()
    }

    /// True while files are read or wait to be read.
    pub fn is_reading(&self) -> bool {
        self.desk.is_reading()
    }

    /// True while anything runs or waits.
    pub fn is_busy(&self) -> bool {
        self.desk.is_busy()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.desk.close();
        let until = Instant::now() + PATIENCE;
        for thread in self.threads.drain(..) {
            while !thread.is_finished() && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(2));
            }
            if thread.is_finished() {
                // A panic outside the guarded work has been printed by the hook; there is no more to do with it.
                thread.join().ok();
            }
        }
    }
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker").field("is_busy", &self.is_busy()).finish_non_exhaustive()
    }
}

/// The sheet of `job`, derived at once on the calling thread.
pub fn sheet_once(job: &Job, control: &dyn Control) -> Sheet {
    Engine::default().sheet(job, control)
}

/// A thread with room for deep recursion. `None` where the system has no thread left: the work then
/// stays in its queue.
fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Option<JoinHandle<()>> {
    std::thread::Builder::new().name(name.to_owned()).stack_size(8 << 20).spawn(run).ok()
}

/// What a panic said, where it said anything.
fn reason_of_panic(payload: &(dyn std::any::Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no reason given")
}
