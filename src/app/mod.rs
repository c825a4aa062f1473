//! The app: owns document, view, worker and services. Before a frame it takes answers, in it the panels
//! are painted, after it the intents that they returned are handled.

mod accuracy;
mod answers;
mod arriving;
mod changed;
mod choosing;
mod copying;
mod correcting;
mod current;
mod derived;
mod dialogs;
mod elsewhere;
mod errands;
mod exporting;
mod filing;
mod frame;
mod grouping;
mod handling;
mod holding;
mod keys;
mod languages;
mod letters;
mod likeness;
mod linking;
mod masking;
mod modal;
mod opening;
mod palette;
mod passages;
mod pasting;
mod placing;
mod preferences;
mod properties;
mod readers;
mod searching;
mod settling;
mod tagging;
mod tips;
mod typing;
mod words;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use collation::sheet::Sheet;
use workbench::history::Document;
use workbench::project::Project;
use workbench::recent::Recent;
use workbench::settings::{ClassMode, Settings};
use workbench::store::Keeper;
use workbench::watch::Watcher;
use workbench::worker::{Job, Worker};

use crate::clipboard::Clipboard;
use crate::command::Situation;
use crate::messages::{self, Language};
use crate::panels::ProgressItem;
use crate::panels::coverage::CoverageCache;
use crate::panels::grid::GridCache;
use crate::panels::reading::ReadCache;
use crate::picker::{Picked, Picker};
use crate::say;
use crate::theme::{self, SourceText};
use crate::toasts::Toasts;
use crate::view::{Selection, View};
pub use accuracy::Accuracy;
use answers::Errand;
use changed::OnDisk;
pub use changed::{Banner, ReadAnew};
use choosing::Choosing;
pub use choosing::Pile;
use current::CurrentCache;
use derived::Derived;
pub use derived::date_words;
use dialogs::Dialogs;
pub use dialogs::{PasteForm, PropertiesForm};
pub use elsewhere::{Change, Elsewhere};
use errands::Errands;
pub use filing::Answered;
use filing::Filing;
use holding::{Held, Led};
use keys::PasteKey;
use letters::Letters;
use likeness::Likeness;
pub use masking::{Mask, aloud};
use opening::{Added, Incoming};
use palette::Palette;
use placing::Left;
pub use preferences::Preferences;
pub use readers::{Item as ReadersItem, Readers, Second as ReadersResult};
use searching::Finder;
use settling::setting_of;
pub use workbench::export::Format as ExportFormat;

/// Everything the window needs from outside. Tests bring their own.
pub struct Services {
    pub picker: Box<dyn Picker>,
    pub clipboard: Box<dyn Clipboard>,
    pub folders: Folders,
    /// Codes of the desktop's languages in the order of its user's liking.
    pub languages: Vec<String>,
}

/// Where the window keeps what outlives it; what has no folder is forgotten.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    pub settings: Option<PathBuf>,
    /// The list of recent projects.
    pub recent: Option<PathBuf>,
    /// Changes that are not saved, safe from a crash.
    pub journals: Option<PathBuf>,
    /// The file of the language model for the accurate mode.
    pub model: Option<PathBuf>,
}

impl Folders {
    /// Those of the reader's account.
    pub fn of_the_system() -> Self {
        Self {
            settings: workbench::settings::settings_folder(),
            recent: workbench::recent::recent_folder(),
            journals: workbench::store::journal_folder(),
            model: workbench::model::default_path(),
        }
    }
}

/// Answers from a thread: where it puts them and where they are taken.
type Answers<T> = (Sender<T>, Receiver<T>);

/// What a file dialog was opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Articles,
    Project,
    SaveProject,
    Export(ExportFormat),
    Tags,
    /// Another reader's project.
    Reader,
}

/// The whole app.
pub struct App {
    document: Document,
    view: View,
    worker: Worker,
    services: Services,
    preferences: Preferences,
    accuracy: Accuracy,
    sheet: Arc<Sheet>,
    sheet_revision: u64,
    /// Revision of the document that was last sent to the worker, and the one `sheet` shows.
    asked: u64,
    answered: u64,
    /// What was asked for last will not be answered: it was stopped, or it broke.
    is_halted: bool,
    derived: Derived,
    current: CurrentCache,
    finder: Finder,
    elsewhere: Elsewhere,
    grid: GridCache,
    read: ReadCache,
    coverage: CoverageCache,
    toasts: Toasts,
    dialogs: Dialogs,
    palette: Palette,
    paste_key: PasteKey,
    /// The clipboard that is being read.
    reading: Option<Arc<errands::Watch>>,
    incoming: Incoming,
    choosing: Choosing,
    letters: Letters,
    likeness: Likeness,
    readers: Readers,
    on_disk: OnDisk,
    /// With the number of the project that was shown when the dialog opened.
    picked: Answers<(u64, Asked, Picked)>,
    errands: Errands<Errand>,
    keeper: Keeper,
    filing: Filing,
    progress: Option<ProgressItem>,
    /// Where a range selected with Shift begins.
    range_from: Option<collation::ruling::Anchor>,
    /// The reader has just asked for another order of the rows.
    is_sorted_anew: bool,
    tips: tips::Tips,
    /// The event and the list of rows in which the chosen one was last brought into sight.
    listed: (usize, u64),
    /// What stays chosen when another table comes.
    held: Held,
    /// The choice that the list hides, and the one that stands in for it.
    hidden: Option<[Selection; 2]>,
    /// What stays chosen in the events that are not shown.
    left: Left,
    /// What the last step has moved: it is chosen once the table has come.
    led: Option<Led>,
    /// What steps have moved, by the state of the document that each led to.
    moves: BTreeMap<u64, Led>,
    /// The statement that was selected when the project was left.
    left_at: Option<(collation::ruling::Anchor, Option<collation::WitnessKey>)>,
    /// An article whose event is to be shown once the table has come.
    follow: Option<collation::WitnessKey>,
    /// Articles that were added while an event was shown, until their table has come.
    arrived: Vec<collation::WitnessKey>,
    /// What was said of the articles that were added last.
    added: Option<Added>,
    /// The passages that each step of this session has set aside.
    aside: Vec<Vec<collation::ruling::Anchor>>,
}

impl App {
    /// An app with `paths` to open at once.
    pub fn new(ctx: &egui::Context, services: Services, paths: Vec<PathBuf>) -> Self {
        theme::install(ctx);
        let preferences = Preferences::load(services.folders.settings.clone());
        messages::speak(Language::chosen(&preferences.settings.language, &services.languages));
        let wake = |ctx: &egui::Context| -> workbench::worker::Wake {
            let waker = ctx.clone();
            Arc::new(move || waker.request_repaint())
        };
        let recent = services.folders.recent.as_deref().map(Recent::load).unwrap_or_default();
        let keeper = Keeper::start(wake(ctx), services.folders.journals.clone());
        let mut app = Self {
            document: Document::new(Project::default()),
            view: View::default(),
            worker: Worker::start(wake(ctx)),
            services,
            preferences,
            accuracy: Accuracy::default(),
            sheet: Arc::default(),
            sheet_revision: 0,
            asked: 0,
            answered: 0,
            is_halted: false,
            derived: Derived::default(),
            current: CurrentCache::default(),
            finder: Finder::default(),
            elsewhere: Elsewhere::default(),
            grid: GridCache::default(),
            read: ReadCache::default(),
            coverage: CoverageCache::default(),
            toasts: Toasts::default(),
            dialogs: Dialogs::default(),
            palette: Palette::default(),
            paste_key: PasteKey::default(),
            reading: None,
            incoming: Incoming::default(),
            choosing: Choosing::default(),
            letters: Letters::default(),
            likeness: Likeness::default(),
            readers: Readers::default(),
            on_disk: OnDisk::new(Watcher::start(wake(ctx))),
            picked: channel(),
            errands: Errands::default(),
            keeper,
            filing: Filing::new(recent),
            progress: None,
            range_from: None,
            is_sorted_anew: false,
            tips: tips::Tips::default(),
            listed: (0, 0),
            held: Held::default(),
            hidden: None,
            left: Left::default(),
            led: None,
            moves: BTreeMap::new(),
            left_at: None,
            follow: None,
            arrived: Vec::new(),
            added: None,
            aside: Vec::new(),
        };
        if app.preferences.settings != Settings::default() {
            app.apply_settings(ctx);
        }
        app.open_at_start(paths);
        app
    }

    /// True while anything is read or compared, for tests that wait.
    pub fn is_busy(&self) -> bool {
        self.worker.is_busy()
            || self.keeper.is_busy()
            || self.keeper.has_news()
            || self.finder.is_busy()
            || self.search_is_due()
            || self.errands.is_busy()
            || self.preferences.has_words_due()
            || self.is_stale() && !self.is_halted
            || !self.incoming.is_empty()
    }

    /// The messages on screen, for tests.
    pub fn messages(&self) -> Vec<&str> {
        self.toasts.texts()
    }

    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    pub fn project(&self) -> &Project {
        self.document.project()
    }

    /// The reader's settings, for tests.
    pub fn settings(&self) -> &Settings {
        &self.preferences.settings
    }

    pub fn view(&self) -> &View {
        &self.view
    }

    /// What the last correction changed beside what it named.
    pub fn elsewhere(&self) -> &Elsewhere {
        &self.elsewhere
    }

    /// True where the table does not answer to the document: a newer one is on its way, or was stopped.
    fn is_stale(&self) -> bool {
        self.asked != self.answered
    }

    /// Sends the document to the worker whenever its table has to be derived anew.
    fn ask_for_table(&mut self) {
        let revision = self.document.table_revision();
        // A table without the model would be thrown away as soon as it is there.
        if revision == self.asked || self.accuracy.is_coming() {
            return;
        }
        (self.asked, self.is_halted) = (revision, false);
        let options = self.options();
        let project = self.document.project();
        self.worker.collate(Job {
            revision,
            witnesses: project.witnesses(),
            rulings: project.rulings().into(),
            options,
            vocabulary: self.preferences.vocabulary(),
        });
    }

    fn current_cell_is_full(&self) -> bool {
        let row = self.current_index().and_then(|row| self.sheet.events.get(self.view.event)?.rows.get(row));
        let column = self.view.selection.column;
        row.zip(column).is_some_and(|(row, column)| row.cells.get(column).is_some_and(Option::is_some))
    }

    /// The project's name: its title, else its file's name.
    fn title(&self) -> &str {
        let title = self.document.project().title();
        let file = self.filing.path.as_deref().and_then(|path| path.file_stem()).and_then(|name| name.to_str());
        if title.trim().is_empty() { file.unwrap_or(say!("untitled")) } else { title }
    }

    /// Shows another document; how it is looked at begins anew.
    fn show_document(&mut self, ctx: &egui::Context, document: Document) {
        // Keys are for the document, not for a field that had the keyboard in the one before.
        ctx.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        // What is still out for the document before, or waits to be taken, says nothing of this one.
        self.worker.stop_all();
        drop(self.worker.poll());
        self.incoming = Incoming::default();
        self.choosing = Choosing::default();
        self.errands.leave_document();
        self.dialogs.leave_document();
        self.filing.leave_document();
        self.document = document;
        self.sheet = Arc::default();
        self.sheet_revision += 1;
        self.derived = Derived::default();
        self.elsewhere.forget();
        self.letters.forget();
        self.likeness.forget();
        (self.added, self.follow, self.left_at) = (None, None, None);
        self.arrived.clear();
        self.aside.clear();
        self.on_disk.forget();
        self.stop_reader();
        self.let_go();
        self.view = View {
            marks: self.view.marks,
            density: self.view.density,
            rail_open: self.view.rail_open,
            inspector_open: self.view.inspector_open,
            copy_marks: self.view.copy_marks,
            exports_all: self.view.exports_all,
            class_mode: self.view.class_mode,
            // A count that began anew would be taken for another wish of the reader.
            finds: self.view.finds,
            reveals: self.view.reveals,
            tag_asks: self.view.tag_asks,
            opened: self.view.opened + 1,
            ..View::default()
        };
        // Revisions of different documents must not be mistaken for each other.
        (self.asked, self.answered, self.is_halted) = (u64::MAX, u64::MAX, false);
        self.ask_for_table();
    }

    fn source_text(&self) -> SourceText {
        let settings = &self.preferences.settings;
        SourceText { size: settings.font_size, line: settings.line_height }
    }

    fn situation(&self) -> Situation {
        Situation {
            has_articles: !self.document.project().is_empty(),
            has_rows: !self.derived.rows.is_empty(),
            has_selection: !self.view.selection.is_empty(),
            several_events: self.sheet.events.len() > 1,
            has_cell: self.current_cell_is_full(),
            has_several: self.view.selection.rows.len() > 1,
            // What was begun last is the link.
            can_undo: self.document.undo_name().is_some() || self.view.linking.is_some(),
            can_redo: self.document.redo_name().is_some(),
            has_text: self.view.picked.is_some(),
            is_linking: self.view.linking.is_some(),
            has_elsewhere: !self.elsewhere.changes.is_empty(),
            has_corrected: !self.document.project().rulings().is_empty() || self.document.redo_name().is_some(),
            has_hits: !self.finder.hits.list.is_empty() || self.view.search.is_empty() && self.view.has_words(),
            is_class_mode: self.view.class_mode != ClassMode::Off,
            hides_marks: self.view.hides_marks(),
        }
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.note_session();
    }
}
