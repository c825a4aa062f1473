//! Asking the system for files. Replaceable, so that tests choose files without a dialog.

use std::path::PathBuf;
use std::thread;

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
}

/// The file dialog of the desktop.
#[derive(Debug, Default)]
pub struct SystemPicker;

/// Extensions of files that hold articles.
pub const ARTICLE_EXTENSIONS: [&str; 18] = [
    "txt", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "docx", "odt", "rtf", "epub", "pdf", "eml", "csv",
    "tsv", "json", "jsonl",
];

impl Picker for SystemPicker {
    fn pick_articles(&self, reply: Reply) {
        // The dialog blocks its thread until the reader has chosen; the window goes on.
        let dialog = thread::Builder::new().name("file dialog".into()).spawn(move || {
            let dialog = rfd::FileDialog::new()
                .set_title("Open articles")
                .add_filter("Articles", &ARTICLE_EXTENSIONS)
                .add_filter("All files", &["*"]);
            reply(match dialog.pick_files() {
                None => Picked::NoPicker,
                Some(files) if files.is_empty() || files.iter().all(|file| file.as_os_str().is_empty()) => {
                    Picked::Cancelled
                }
                Some(files) => Picked::Files(files),
            });
        });
        // Where not even a thread can be had, the next try may go better; nothing is lost.
        drop(dialog);
    }
}
