//! Tells when the files that articles came from change on disk, and what to make of a file read anew.
//!
//! A thread looks at each file's size and time every two seconds. That costs a few microseconds a
//! file, needs nothing of the system, and works alike on network folders and for programs that
//! replace a file instead of writing it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use collation::Witness;

use crate::intake::Found;
use crate::store::Stamp;
use crate::worker::Wake;

/// Time between two looks.
const EVERY: Duration = Duration::from_secs(2);

/// Watches files until it is dropped.
pub struct Watcher {
    shared: Arc<Shared>,
}

struct Shared {
    wake: Wake,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    is_closed: bool,
    look_now: bool,
    files: BTreeSet<PathBuf>,
    /// How each file stood when it was reported last, or at the first look; `None` while it is away.
    known: BTreeMap<PathBuf, Option<Stamp>>,
    /// How each file stood at the last look.
    seen: BTreeMap<PathBuf, Option<Stamp>>,
    found: BTreeSet<PathBuf>,
}

impl Watcher {
    /// Starts the thread; it watches nothing yet.
    pub fn start(wake: Wake) -> Self {
        let shared = Arc::new(Shared { wake, state: Mutex::default(), changed: Condvar::new() });
        let for_thread = Arc::clone(&shared);
        // Where the system has no thread left, changes go unnoticed; nothing else is lost. The thread is
        // not joined: it may hang in a network folder, and ends by itself when it finds nobody there.
        std::thread::Builder::new().name("watch".to_owned()).spawn(move || for_thread.run()).ok();
        Self { shared }
    }

    /// Watches these files and no others. How a new one stands at the next look, which is at once, is
    /// the measure of its changes.
    pub fn watch(&self, paths: impl IntoIterator<Item = PathBuf>) {
        let mut guard = self.shared.state();
        let state = &mut *guard;
        state.files = paths.into_iter().collect();
        state.known.retain(|path, _| state.files.contains(path));
        state.seen.retain(|path, _| state.files.contains(path));
        state.found.retain(|path| state.files.contains(path));
        state.look_now = true;
        self.shared.changed.notify_all();
    }

    /// Looks at once: the window has the reader's attention again.
    pub fn look_now(&self) {
        self.shared.state().look_now = true;
        self.shared.changed.notify_all();
    }

    /// True for a watched file that was there at the last look. Asks no disk; one that was not looked at yet counts as away.
    pub fn is_there(&self, path: &Path) -> bool {
        self.shared.state().seen.get(path).is_some_and(Option::is_some)
    }

    /// Files that changed since the last call. One that is gone is no change, one that comes back may be.
    pub fn poll(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.shared.state().found).into_iter().collect()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.shared.state().is_closed = true;
        self.shared.changed.notify_all();
    }
}

impl std::fmt::Debug for Watcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watcher").field("files", &self.shared.state().files.len()).finish_non_exhaustive()
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self) {
        loop {
            let state = self.state();
            let is_idle = |state: &mut State| !state.is_closed && !state.look_now;
            let waited = self.changed.wait_timeout_while(state, EVERY, is_idle);
            let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
            if state.is_closed {
                return;
            }
            state.look_now = false;
            let paths: Vec<PathBuf> = state.files.iter().cloned().collect();
            drop(state);
            // The lock is not held while the disk answers.
            let stamps: Vec<(PathBuf, Option<Stamp>)> = paths
                .into_iter()
                .map(|path| {
                    let stamp = Stamp::of(&path);
                    (path, stamp)
                })
                .collect();
            if self.state().take_note(stamps) {
                (self.wake)();
            }
        }
    }
}

impl State {
    /// True where a file changed. A file that still grows from look to look is left for the next one.
    fn take_note(&mut self, stamps: Vec<(PathBuf, Option<Stamp>)>) -> bool {
        let before = self.found.len();
        for (path, stamp) in stamps {
            if !self.files.contains(&path) {
                continue;
            }
            let known = self.known.entry(path.clone()).or_insert(stamp);
            let settled = self.seen.insert(path.clone(), stamp) == Some(stamp);
            if stamp.is_some() && *known != stamp && settled {
                *known = stamp;
                self.found.insert(path);
            }
        }
        self.found.len() > before
    }
}

/// The article `old` out of its file read anew: its text and parts are new, what the reader knows
/// about it stays. `None` where the file has no such article any more, or the same text as before.
pub fn reread(old: &Witness, found: &Found) -> Option<Witness> {
    let mut candidates: Vec<&Witness> = found.articles.iter().map(|article| &article.witness).collect();
    if candidates.iter().any(|candidate| candidate.text == old.text) {
        return None;
    }
    if candidates.len() > 1 {
        candidates.retain(|candidate| {
            candidate.meta.title == old.meta.title || begins_alike(candidate.text.as_str(), old.text.as_str())
        });
    }
    let new = candidates.into_iter().next()?.clone();
    Some(Witness { key: old.key, path: old.path.clone(), meta: old.meta.clone(), ..new })
}

/// True where two texts have their first hundred characters in common.
fn begins_alike(a: &str, b: &str) -> bool {
    !a.trim().is_empty() && a.trim_start().chars().take(100).eq(b.trim_start().chars().take(100))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Instant;

    use collation::{Metadata, Text, WitnessKey};

    use super::*;
    use crate::intake::Article;

    fn changes(watcher: &Watcher) -> Vec<PathBuf> {
        let begun = Instant::now();
        let mut found = Vec::new();
        while found.is_empty() && begun.elapsed() < Duration::from_secs(5) {
            watcher.look_now();
            std::thread::sleep(Duration::from_millis(5));
            found = watcher.poll();
        }
        found
    }

    #[test]
    fn a_changed_or_replaced_file_is_told_once_and_a_lost_one_not() {
        let folder = tempfile::tempdir().unwrap();
        let [a, b, c] = ["a.txt", "b.txt", "c.txt"].map(|name| folder.path().join(name));
        for path in [&a, &b, &c] {
            fs::write(path, "The bridge is shut.").unwrap();
        }
        let woken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&woken);
        let watcher = Watcher::start(Arc::new(move || {
            count.fetch_add(1, Ordering::SeqCst);
        }));
        watcher.watch([a.clone(), b.clone()]);
        let begun = Instant::now();
        while watcher.shared.state().seen.len() < 2 && begun.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(1));
        }
        fs::write(&c, "Nobody watches this one.").unwrap();
        fs::remove_file(&b).unwrap();
        fs::write(&a, "The bridge is open.\n").unwrap();
        assert_eq!(changes(&watcher), std::slice::from_ref(&a));
        fs::write(&b, "The bridge is back.").unwrap();
        assert_eq!(changes(&watcher), std::slice::from_ref(&b));
        let aside = folder.path().join("aside");
        fs::write(&aside, "Written elsewhere, then moved here.").unwrap();
        fs::rename(&aside, &a).unwrap();
        assert_eq!(changes(&watcher), [a]);
        assert_eq!(woken.load(Ordering::SeqCst), 3);
        watcher.watch([]);
        fs::write(&b, "Again.").unwrap();
        for _ in 0..5 {
            watcher.look_now();
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(watcher.poll().is_empty());
    }

    #[test]
    fn what_the_reader_knows_about_an_article_outlives_its_file() {
        let article = |title: &str, text: &str| {
            let meta = Metadata { title: Some(title.to_owned()), ..Metadata::default() };
            let witness = Witness { text: Text::new(text), meta, path: "/new".to_owned(), ..Witness::default() };
            Article { witness, ..Article::default() }
        };
        let found = |articles: Vec<Article>| Found { articles, ..Found::default() };
        let mut old = article("Bridge", "The bridge is shut.").witness;
        old.key = WitnessKey(7);
        old.path = "/old".to_owned();
        old.meta.outlet = Some("Harbour Post".to_owned());

        let new = reread(&old, &found(vec![article("BRIDGE!", "The bridge is open.")])).unwrap();
        assert_eq!((new.key, new.path.as_str(), new.text.as_str()), (WitnessKey(7), "/old", "The bridge is open."));
        assert_eq!(new.meta, old.meta);
        assert_eq!(reread(&old, &found(vec![article("Bridge", "The bridge is shut.")])), None);
        let many = vec![article("Ferry", "The ferry runs."), article("Bridge", "The bridge is open.")];
        assert_eq!(reread(&old, &found(many)).unwrap().text.as_str(), "The bridge is open.");
        assert_eq!(reread(&old, &found(vec![article("Ferry", "It runs."), article("Rain", "It rains.")])), None);
    }
}
