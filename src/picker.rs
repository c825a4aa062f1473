//! Asking the system for files. Replaceable, so that tests choose files without a dialog.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::thread;

use crate::messages;
use crate::say;

use workbench::intake;

/// What the reader did in the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Files(Vec<PathBuf>),
    Cancelled,
    /// The system offers no file dialog: a path field takes over.
    NoPicker,
}

/// Gets the answer, on whatever thread it comes.
pub type Reply = Box<dyn FnOnce(Picked) + Send>;

/// Something that lets the reader choose files.
pub trait Picker {
    /// Opens the dialog for several article files and returns at once. `folder` is where it begins; `None` leaves that to
    /// the desktop.
    fn pick_articles(&self, folder: Option<PathBuf>, reply: Reply);

    /// Opens the dialog for one project file and returns at once.
    fn pick_project(&self, folder: Option<PathBuf>, reply: Reply);

    /// Opens the dialog for a file with a list of tags and returns at once.
    fn pick_tags(&self, folder: Option<PathBuf>, reply: Reply);

    /// Asks where to write a file with this title above it, and returns at once.
    fn pick_saving(&self, title: &str, proposed: Proposed, reply: Reply);
}

/// The file that a dialog for saving proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// With its ending.
    pub name: String,
    /// Where the dialog begins; `None` leaves it to the desktop.
    pub folder: Option<PathBuf>,
}

/// The file dialog of the desktop.
#[derive(Debug)]
pub struct SystemPicker(());

impl SystemPicker {
    /// Listens to the library of the dialogs from now on: it tells in its log alone that there is no dialog.
    pub fn new() -> Self {
        // A second one listens with the ears of the first.
        if log::set_logger(&LISTENER).is_ok() {
            log::set_max_level(log::LevelFilter::Warn);
        }
        Self(())
    }
}

impl Default for SystemPicker {
    fn default() -> Self {
        Self::new()
    }
}

static LISTENER: Listener = Listener;

thread_local! {
    /// True where the last that the library said in this thread is an error: after the desktop's portal it tries
    /// `zenity`, and says so; a dialog that was cancelled leaves it at that.
    static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
}

struct Listener;

impl log::Log for Listener {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.target().starts_with("rfd")
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            HAS_FAILED.set(record.level() == log::Level::Error);
        }
    }

    fn flush(&self) {}
}

impl Picker for SystemPicker {
    fn pick_articles(&self, folder: Option<PathBuf>, reply: Reply) {
        in_thread(reply, move || {
            let endings: Vec<&str> = intake::endings().collect();
            let dialog = dialog_in(folder).set_title(say!("pick-articles"));
            let dialog = dialog.add_filter(say!("files-articles"), &endings);
            dialog.add_filter(say!("files-all"), &["*"]).pick_files()
        });
    }

    fn pick_project(&self, folder: Option<PathBuf>, reply: Reply) {
        in_thread(reply, move || {
            let dialog = dialog_in(folder).set_title(say!("pick-project"));
            let dialog = dialog.add_filter(say!("files-projects"), &["parallax"]);
            dialog.pick_file().map(|file| vec![file])
        });
    }

    fn pick_tags(&self, folder: Option<PathBuf>, reply: Reply) {
        in_thread(reply, move || {
            let dialog = dialog_in(folder).set_title(say!("pick-tags"));
            let dialog = dialog.add_filter(say!("files-tags"), &["txt", "csv", "tsv", "qdc"]);
            let dialog = dialog.add_filter(say!("files-all"), &["*"]);
            dialog.pick_file().map(|file| vec![file])
        });
    }

    fn pick_saving(&self, title: &str, proposed: Proposed, reply: Reply) {
        let title = title.to_owned();
        in_thread(reply, move || {
            let mut dialog = dialog_in(proposed.folder).set_title(title);
            if let Some(ending) = Path::new(&proposed.name).extension().and_then(|ending| ending.to_str()) {
                dialog = dialog.add_filter(say!("files-any"), &[ending]);
            }
            dialog.set_file_name(proposed.name).save_file().map(|file| vec![file])
        });
    }
}

/// A dialog that begins in this folder, if it is still there.
fn dialog_in(folder: Option<PathBuf>) -> rfd::FileDialog {
    let dialog = rfd::FileDialog::new();
    match folder.filter(|folder| folder.is_dir()) {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

/// A dialog blocks its thread until the reader has chosen; the window goes on.
fn in_thread(reply: Reply, dialog: impl FnOnce() -> Option<Vec<PathBuf>> + Send + 'static) {
    let language = messages::language();
    let started = thread::Builder::new().name("file dialog".into()).spawn(move || {
        messages::speak(language);
        HAS_FAILED.set(false);
        reply(match dialog() {
            None if HAS_FAILED.get() => Picked::NoPicker,
            None => Picked::Cancelled,
            Some(files) if files.iter().all(|file| file.as_os_str().is_empty()) => Picked::Cancelled,
            Some(files) => Picked::Files(files),
        });
    });
    // Where not even a thread can be had, the next try may go better; nothing is lost.
    drop(started);
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn answer(dialog: impl FnOnce() -> Option<Vec<PathBuf>> + Send + 'static) -> Picked {
        let _picker = SystemPicker::new();
        let (sender, receiver) = mpsc::channel();
        in_thread(Box::new(move |picked| sender.send(picked).unwrap()), dialog);
        receiver.recv().unwrap()
    }

    #[test]
    fn a_dialog_that_was_cancelled_is_not_taken_for_one_that_is_missing() {
        assert_eq!(answer(|| None), Picked::Cancelled);
        assert_eq!(answer(|| Some(Vec::new())), Picked::Cancelled);
        let no_portal = || {
            log::error!(target: "rfd::backend", "Failed to connect to session bus");
            log::warn!(target: "rfd::backend", "Using zenity fallback");
        };
        let cancelled = answer(move || {
            no_portal();
            None
        });
        assert_eq!(cancelled, Picked::Cancelled);
        let missing = answer(move || {
            no_portal();
            log::error!(target: "rfd::backend", "Failed to save file with zenity: No such file or directory");
            None
        });
        assert_eq!(missing, Picked::NoPicker);
        assert_eq!(answer(|| None), Picked::Cancelled, "another dialog begins anew");
        assert_eq!(answer(|| Some(vec!["a.txt".into()])), Picked::Files(vec!["a.txt".into()]));
    }
}
