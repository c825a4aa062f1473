//! The reader's settings while the window is open: read once at the start, written by a thread of
//! their own a moment after they changed, and when the window closes.

use crate::say;
use crate::terms;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use collation::Vocabulary;
use workbench::settings::{OwnVerb, Settings, SettingsNotice};
use workbench::store::StoreError;

/// How long settings have to stay as they are before they are written.
const PAUSE: Duration = Duration::from_millis(500);

/// How long words have to stay as they are before tables are derived with them while they are typed.
const TYPING_PAUSE: Duration = Duration::from_millis(1200);

/// Whether the vocabulary is another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewed {
    Yes,
    No,
    /// Not yet; look again after this time.
    After(Duration),
}

/// Settings and where they are kept.
#[derive(Debug, Default)]
pub struct Preferences {
    pub settings: Settings,
    /// As they were last written or read.
    written: Settings,
    /// The reader's own verbs and names as the engine takes them.
    vocabulary: Arc<Vocabulary>,
    /// Verbs and names that the vocabulary was made from.
    in_force: (Vec<OwnVerb>, Vec<Vec<String>>),
    /// Those that wait for the end of typing, and since when.
    typed: Option<(Vec<OwnVerb>, Vec<Vec<String>>, Instant)>,
    folder: Option<PathBuf>,
    /// What was wrong with the file, for the reader.
    notice: Option<SettingsNotice>,
    /// The settings that wait to be written, and since when.
    waiting: Option<(Settings, Instant)>,
    writer: Option<Writer>,
}

/// The thread that writes.
#[derive(Debug)]
struct Writer {
    jobs: Option<Sender<Settings>>,
    problems: Receiver<StoreError>,
    thread: Option<JoinHandle<()>>,
}

impl Preferences {
    /// The settings in `folder`; without one, those at first, which are never written.
    pub fn load(folder: Option<PathBuf>) -> Self {
        let (settings, notice) = folder.as_deref().map(Settings::load).unwrap_or_default();
        let written = settings.clone();
        let vocabulary = Arc::new(settings.vocabulary());
        let in_force = (settings.own_verbs.clone(), settings.own_names.clone());
        Self { settings, written, vocabulary, in_force, typed: None, folder, notice, waiting: None, writer: None }
    }

    /// The reader's own verbs and names as the engine takes them.
    pub fn vocabulary(&self) -> Arc<Vocabulary> {
        Arc::clone(&self.vocabulary)
    }

    /// Takes over the verbs and names of the settings, once the field they are typed in is left or
    /// they have stayed so for a moment: each takes a table derived anew.
    pub fn renew_vocabulary(&mut self, is_typing: bool) -> Renewed {
        let words = (&self.settings.own_verbs, &self.settings.own_names);
        if (&self.in_force.0, &self.in_force.1) == words {
            self.typed = None;
            return Renewed::No;
        }
        let is_same = self.typed.as_ref().is_some_and(|(verbs, names, _)| (verbs, names) == words);
        if !is_same {
            self.typed = Some((words.0.clone(), words.1.clone(), Instant::now()));
        }
        let waited = self.typed.as_ref().map(|(.., since)| since.elapsed()).unwrap_or_default();
        let left = TYPING_PAUSE.saturating_sub(waited);
        if is_typing && !left.is_zero() {
            return Renewed::After(left);
        }
        self.typed = None;
        self.in_force = (self.settings.own_verbs.clone(), self.settings.own_names.clone());
        let vocabulary = self.settings.vocabulary();
        if vocabulary == *self.vocabulary {
            return Renewed::No;
        }
        self.vocabulary = Arc::new(vocabulary);
        Renewed::Yes
    }

    /// True while words are typed that are not in force yet.
    pub fn has_words_due(&self) -> bool {
        (&self.in_force.0, &self.in_force.1) != (&self.settings.own_verbs, &self.settings.own_names)
    }

    /// What went wrong since the last call.
    pub fn problems(&mut self) -> Vec<String> {
        let written = self.writer.iter().flat_map(|writer| writer.problems.try_iter());
        let written = written.map(|error| say!("settings-not-kept", error = terms::store(&error)));
        let read = self.notice.take().map(|notice| terms::settings_notice(&notice));
        read.into_iter().chain(written).collect()
    }

    /// Writes what has changed, once it has stayed so for a moment. `Some` says after which time to
    /// call again at the latest.
    pub fn tick(&mut self) -> Option<Duration> {
        if self.settings == self.written || self.folder.is_none() {
            self.waiting = None;
            return None;
        }
        let is_same = self.waiting.as_ref().is_some_and(|(waiting, _)| *waiting == self.settings);
        if !is_same {
            self.waiting = Some((self.settings.clone(), Instant::now()));
        }
        let waited = self.waiting.as_ref().map(|(_, since)| since.elapsed()).unwrap_or_default();
        let left = PAUSE.saturating_sub(waited);
        if left.is_zero() {
            self.write();
            return None;
        }
        Some(left)
    }

    fn write(&mut self) {
        let Some(folder) = self.folder.clone() else { return };
        self.waiting = None;
        self.written = self.settings.clone();
        let writer = self.writer.get_or_insert_with(|| Writer::start(folder));
        if let Some(jobs) = &writer.jobs {
            // The thread ends only when this end is dropped.
            jobs.send(self.settings.clone()).ok();
        }
    }
}

impl Drop for Preferences {
    fn drop(&mut self) {
        if self.settings != self.written {
            self.write();
        }
        if let Some(mut writer) = self.writer.take() {
            writer.jobs = None;
            if let Some(thread) = writer.thread.take() {
                // The file is small; the window is gone already.
                thread.join().ok();
            }
        }
    }
}

impl Writer {
    fn start(folder: PathBuf) -> Self {
        let (jobs, waiting) = channel::<Settings>();
        let (told, problems) = channel();
        let thread = std::thread::Builder::new().name("settings".into()).spawn(move || {
            while let Ok(first) = waiting.recv() {
                // Only the newest matters.
                let newest = waiting.try_iter().last().unwrap_or(first);
                if let Err(error) = newest.save(&folder) {
                    told.send(error).ok();
                }
            }
        });
        Self { jobs: Some(jobs), problems, thread: thread.ok() }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use workbench::settings::Theme;

    use super::*;

    #[test]
    fn what_was_changed_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("parallax");
        let mut preferences = Preferences::load(Some(path.clone()));
        assert_eq!(preferences.tick(), None, "nothing has changed");
        preferences.settings.theme = Theme::Dark;
        assert!(preferences.tick().is_some_and(|wait| wait <= PAUSE));
        drop(preferences);
        assert_eq!(Preferences::load(Some(path)).settings.theme, Theme::Dark);
    }

    #[test]
    fn words_come_into_force_when_their_field_is_left_or_after_a_pause() {
        let mut preferences = Preferences::load(None);
        let first = preferences.vocabulary();
        let names = |last: &str| vec![vec!["Kyiv".to_owned(), last.to_owned()]];
        for typed in ["K", "Ki", "Kie"] {
            preferences.settings.own_names = names(typed);
            assert!(matches!(preferences.renew_vocabulary(true), Renewed::After(_)), "{typed}");
        }
        assert_eq!(preferences.vocabulary(), first, "nothing while letters come");
        preferences.settings.own_names = names("Kiev");
        assert_eq!(preferences.renew_vocabulary(false), Renewed::Yes, "the field was left");
        assert_eq!(preferences.renew_vocabulary(false), Renewed::No);
        preferences.settings.own_names = names("Kyjiw");
        let begun = Instant::now();
        while let Renewed::After(left) = preferences.renew_vocabulary(true) {
            assert!(left <= TYPING_PAUSE && begun.elapsed() < TYPING_PAUSE * 3);
            std::thread::sleep(left);
        }
        assert!(!preferences.has_words_due() && preferences.vocabulary() != first);
    }

    #[test]
    fn without_a_folder_nothing_is_written_and_a_folder_that_cannot_be_written_is_told() {
        let mut preferences = Preferences::load(None);
        preferences.settings.theme = Theme::Dark;
        assert_eq!(preferences.tick(), None);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        let mut preferences = Preferences::load(Some(file.join("parallax")));
        preferences.problems();
        preferences.settings.theme = Theme::Dark;
        preferences.write();
        let begun = Instant::now();
        let mut problems = Vec::new();
        while problems.is_empty() && begun.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(2));
            problems = preferences.problems();
        }
        assert!(problems.iter().any(|problem| problem.starts_with("Settings were not kept")), "{problems:?}");
    }
}
