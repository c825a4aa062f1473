//! Asking the system for files. Replaceable, so that tests choose files without a dialog.

use crate::messages;
use crate::say;
use std::path::PathBuf;
use std::thread;

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
    /// Opens the dialog for several article files and returns at once.
    fn pick_articles(&self, reply: Reply);

    /// Opens the dialog for one project file and returns at once.
    fn pick_project(&self, reply: Reply);

    /// Opens the dialog for a file with a list of tags and returns at once.
    fn pick_tags(&self, reply: Reply);

    /// Asks where to write a file called `name` at first, and returns at once.
    fn pick_saving(&self, title: &str, name: &str, extensions: &[&str], reply: Reply);
}

/// The file dialog of the desktop.
#[derive(Debug, Default)]
pub struct SystemPicker;

impl Picker for SystemPicker {
    fn pick_articles(&self, reply: Reply) {
        in_thread(reply, || {
            let endings: Vec<&str> = intake::endings().collect();
            let dialog = rfd::FileDialog::new().set_title(say!("pick-articles"));
            let dialog = dialog.add_filter(say!("files-articles"), &endings);
            dialog.add_filter(say!("files-all"), &["*"]).pick_files()
        });
    }

    fn pick_project(&self, reply: Reply) {
        in_thread(reply, || {
            let dialog = rfd::FileDialog::new().set_title(say!("pick-project"));
            let dialog = dialog.add_filter(say!("files-projects"), &["parallax"]);
            dialog.pick_file().map(|file| vec![file])
        });
    }

    fn pick_tags(&self, reply: Reply) {
        in_thread(reply, || {
            let dialog = rfd::FileDialog::new().set_title(say!("pick-tags"));
            let dialog = dialog.add_filter(say!("files-tags"), &["txt", "csv", "tsv", "qdc"]);
            let dialog = dialog.add_filter(say!("files-all"), &["*"]);
            dialog.pick_file().map(|file| vec![file])
        });
    }

    fn pick_saving(&self, title: &str, name: &str, extensions: &[&str], reply: Reply) {
        let (title, name) = (title.to_owned(), name.to_owned());
        let extensions: Vec<String> = extensions.iter().map(|&extension| extension.to_owned()).collect();
        in_thread(reply, move || {
            let dialog = rfd::FileDialog::new().set_title(title).set_file_name(name);
            let dialog = dialog.add_filter(say!("files-any"), &extensions);
            dialog.save_file().map(|file| vec![file])
        });
    }
}

/// A dialog blocks its thread until the reader has chosen; the window goes on.
fn in_thread(reply: Reply, dialog: impl FnOnce() -> Option<Vec<PathBuf>> + Send + 'static) {
    let language = messages::language();
    let started = thread::Builder::new().name("file dialog".into()).spawn(move || {
        messages::speak(language);
        reply(match dialog() {
            None => Picked::NoPicker,
            Some(files) if files.iter().all(|file| file.as_os_str().is_empty()) => Picked::Cancelled,
            Some(files) => Picked::Files(files),
        });
    });
    // Where not even a thread can be had, the next try may go better; nothing is lost.
    drop(started);
}
