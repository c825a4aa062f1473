//! The app: owns document, view, worker and services. `logic` takes answers and keys, `ui` paints
//! and then handles the intents that the panels returned.

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
mod grouping;
mod handling;
mod keys;
mod letters;
mod likeness;
mod linking;
mod masking;
mod modal;
mod opening;
mod palette;
mod preferences;
mod properties;
mod readers;
mod searching;
mod settling;
mod tagging;
mod words;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use collation::Options;
use collation::sheet::Sheet;
use egui::{CentralPanel, Frame, Panel, Ui};
use workbench::history::Document;
use workbench::project::{Code, Project};
use workbench::recent::Recent;
use workbench::settings::{ClassMode, Settings};
use workbench::store::Keeper;
use workbench::watch::Watcher;
use workbench::worker::{Answer, Job, Worker};

use crate::clipboard::Clipboard;
use crate::command::Situation;
use crate::panels::grid::{GridCache, grid_ui};
use crate::panels::reading::ReadCache;
use crate::panels::{
    Inbox, ProgressItem, Shown, articles, banner, coverage, empty, filter_bar, inspector, reading, status, strip,
    top_bar,
};
use crate::picker::{Picked, Picker};
use crate::theme::{self, SourceText, metrics};
use crate::toasts::Toasts;
use crate::view::{View, Which};
use changed::OnDisk;
pub use changed::{Banner, ReadAnew};
use choosing::Choosing;
pub use choosing::Pile;
pub use correcting::sentence;
use current::CurrentCache;
use derived::Derived;
pub use derived::date_words;
use dialogs::{Around, Dialogs};
pub use dialogs::{PasteForm, PropertiesForm};
use elsewhere::Compared;
pub use elsewhere::Elsewhere;
use errands::Errands;
pub use filing::Answered;
use filing::Filing;
use letters::Letters;
use likeness::{Likeness, Likenesses};
pub use masking::Mask;
use opening::Incoming;
use palette::Palette;
pub use preferences::Preferences;
pub use readers::{Item as ReadersItem, Readers, Second as ReadersResult};
use searching::Finder;
use settling::setting_of;
pub use workbench::export::Format as ExportFormat;

/// Work that takes longer than this shows how far it is.
const LONG: Duration = Duration::from_millis(400);

/// Everything the window needs from outside. Tests bring their own.
pub struct Services {
    pub picker: Box<dyn Picker>,
    pub clipboard: Box<dyn Clipboard>,
    pub folders: Folders,
}

/// Where the window keeps what outlives it; what has no folder is forgotten.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    pub settings: Option<PathBuf>,
    /// The list of recent projects.
    pub recent: Option<PathBuf>,
    /// Changes that are not saved, safe from a crash.
    pub journals: Option<PathBuf>,
}

impl Folders {
    /// Those of the reader's account.
    pub fn of_the_system() -> Self {
        Self {
            settings: workbench::settings::settings_folder(),
            recent: workbench::recent::recent_folder(),
            journals: workbench::store::journal_folder(),
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

/// What an errand has found out.
enum Errand {
    /// A file was read anew with another encoding; `None` where its text is the same.
    ReadAnew {
        form: Box<PropertiesForm>,
        result: Result<Option<Box<collation::Witness>>, String>,
    },
    Ledgers {
        books: crate::ledger::Books,
    },
    /// Files were read anew because they changed.
    Changed(Vec<(collation::WitnessKey, Result<Box<collation::Witness>, String>)>),
    Likenesses(Likenesses),
    /// Another reader's project was compared.
    Reader(Result<Box<ReadersResult>, String>),
    /// The tables before and after a correction were compared.
    Compared(Compared),
    /// Files with many articles were looked through.
    Listed {
        piles: Vec<Pile>,
        entries: Vec<workbench::intake::Entry>,
    },
}

/// The whole app.
pub struct App {
    document: Document,
    view: View,
    worker: Worker,
    services: Services,
    preferences: Preferences,
    sheet: Arc<Sheet>,
    sheet_revision: u64,
    /// Revision of the document that was last sent to the worker, and the one `sheet` shows.
    asked: u64,
    answered: u64,
    derived: Derived,
    current: CurrentCache,
    finder: Finder,
    elsewhere: Elsewhere,
    grid: GridCache,
    read: ReadCache,
    toasts: Toasts,
    dialogs: Dialogs,
    palette: Palette,
    incoming: Incoming,
    choosing: Choosing,
    letters: Letters,
    likeness: Likeness,
    readers: Readers,
    on_disk: OnDisk,
    picked: Answers<(Asked, Picked)>,
    written: Answers<Result<PathBuf, String>>,
    /// Tag lists that were read from files.
    codes: Answers<Result<Vec<Code>, String>>,
    errands: Errands<Errand>,
    keeper: Keeper,
    filing: Filing,
    progress: Option<ProgressItem>,
    /// Where a range selected with Shift begins.
    range_from: Option<collation::ruling::Anchor>,
    /// A passage whose row is to be selected once the table has come.
    wanted: Option<collation::ruling::Anchor>,
    /// An article whose event is to be shown once the table has come.
    follow: Option<collation::WitnessKey>,
}

impl App {
    /// An app with `paths` to open at once.
    pub fn new(ctx: &egui::Context, services: Services, paths: Vec<PathBuf>) -> Self {
        theme::install(ctx);
        let preferences = Preferences::load(services.folders.settings.clone());
        let wake = |ctx: &egui::Context| -> workbench::worker::Wake {
            let waker = ctx.clone();
            Arc::new(move || waker.request_repaint())
        };
        let recent = services.folders.recent.as_deref().map(Recent::load).unwrap_or_default();
        let (projects, paths): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| is_project(path));
        let keeper = Keeper::start(wake(ctx), services.folders.journals.clone());
        let mut app = Self {
            document: Document::new(Project::default()),
            view: View::default(),
            worker: Worker::start(wake(ctx)),
            services,
            preferences,
            sheet: Arc::default(),
            sheet_revision: 0,
            asked: 0,
            answered: 0,
            derived: Derived::default(),
            current: CurrentCache::default(),
            finder: Finder::default(),
            elsewhere: Elsewhere::default(),
            grid: GridCache::default(),
            read: ReadCache::default(),
            toasts: Toasts::default(),
            dialogs: Dialogs::default(),
            palette: Palette::default(),
            incoming: Incoming::default(),
            choosing: Choosing::default(),
            letters: Letters::default(),
            likeness: Likeness::default(),
            readers: Readers::default(),
            on_disk: OnDisk::new(Watcher::start(wake(ctx))),
            picked: channel(),
            written: channel(),
            codes: channel(),
            errands: Errands::default(),
            keeper,
            filing: Filing::new(recent),
            progress: None,
            range_from: None,
            wanted: None,
            follow: None,
        };
        if app.preferences.settings != Settings::default() {
            app.apply_settings(ctx);
        }
        if paths.is_empty() && projects.is_empty() {
            app.offer_session();
        }
        if !paths.is_empty() {
            // Relative paths would mean nothing at the next start.
            let absolute = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
            app.read_files(paths.into_iter().map(absolute).collect());
        }
        if let Some(project) = projects.into_iter().next() {
            app.keeper.open(project);
        }
        app
    }

    /// True while anything is read or compared, for tests that wait.
    pub fn is_busy(&self) -> bool {
        self.worker.is_busy()
            || self.keeper.is_busy()
            || self.finder.is_busy()
            || self.search_is_due()
            || self.errands.is_busy()
            || self.preferences.has_words_due()
            || self.asked != self.answered
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

    /// Sends the document to the worker whenever its table has to be derived anew.
    fn ask_for_table(&mut self) {
        let revision = self.document.table_revision();
        if revision == self.asked {
            return;
        }
        self.asked = revision;
        let project = self.document.project();
        self.worker.collate(Job {
            revision,
            witnesses: project.witnesses(),
            rulings: project.rulings().into(),
            options: Options::default(),
            vocabulary: self.preferences.vocabulary(),
        });
    }

    fn take_answers(&mut self, ctx: &egui::Context) {
        for answer in self.worker.poll() {
            match answer {
                Answer::Read { path, result } => self.take_read(&path, result),
                Answer::ReadingDone => {
                    self.piles_are_read();
                    self.add_incoming();
                }
                Answer::Collated { revision, sheet } if revision == self.asked => {
                    self.answered = revision;
                    self.show_sheet(ctx, sheet);
                }
                Answer::Failed { revision, message } if revision == self.asked => {
                    self.answered = revision;
                    self.toasts.problem(message);
                }
                // Answers to questions that are no longer asked.
                Answer::Collated { .. } | Answer::Failed { .. } => {}
            }
        }
        while let Ok((asked, picked)) = self.picked.1.try_recv() {
            match asked {
                Asked::Articles => self.take_picked(picked),
                Asked::Project => self.take_project_choice(ctx, picked, false),
                Asked::SaveProject => self.take_project_choice(ctx, picked, true),
                Asked::Export(format) => self.take_export_choice(ctx, format, picked),
                Asked::Tags => self.take_tags_choice(ctx, picked),
                Asked::Reader => self.take_reader_choice(ctx, picked),
            }
        }
        self.take_written();
        self.take_codes();
        self.take_errands();
        self.list_piles(ctx);
        self.take_kept(ctx);
        self.progress = self.worker.progress().map(|progress| ProgressItem {
            is_long: progress.since.elapsed() > LONG,
            stage: progress.stage,
            done: progress.done,
        });
    }

    /// Shows a new table; what was selected stays selected where it still is.
    fn show_sheet(&mut self, ctx: &egui::Context, sheet: Arc<Sheet>) {
        let shown_before = self.sheet.events.get(self.view.event).and_then(|event| event.members.first()).copied();
        let key = shown_before.and_then(|member| Some(self.sheet.articles.get(member)?.witness.key));
        if let Some(work) = self.elsewhere.due(&sheet) {
            self.errands.send(ctx, "changed elsewhere", move || Errand::Compared(work()));
        }
        self.sheet = sheet;
        self.sheet_revision += 1;
        self.look_for_fonts(ctx);
        let holds = |member: &usize| self.sheet.articles.get(*member).map(|article| article.witness.key) == key;
        let event = self.sheet.events.iter().position(|event| event.members.iter().any(holds));
        self.view.event = event.unwrap_or(0);
        self.view.lit = None;
        let event = self.sheet.events.get(self.view.event);
        let is_there = |anchor: &collation::ruling::Anchor| {
            event.is_some_and(|event| event.rows.iter().any(|row| row.anchor == *anchor))
        };
        self.view.selection.rows.retain(&is_there);
        if self.view.selection.current.is_none_or(|current| !is_there(&current)) {
            self.view.selection.current = None;
        }
        self.take_followed();
        if let Some(passage) = self.wanted.take() {
            self.go_to_passage(passage);
        }
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
        if title.trim().is_empty() { file.unwrap_or("Untitled comparison") } else { title }
    }

    /// Shows another document; how it is looked at begins anew.
    fn show_document(&mut self, document: Document) {
        self.worker.stop_all();
        self.document = document;
        self.sheet = Arc::default();
        self.sheet_revision += 1;
        self.derived = Derived::default();
        self.elsewhere.forget();
        self.letters.forget();
        self.on_disk.forget();
        self.readers = Readers::default();
        self.view = View {
            marks: self.view.marks,
            density: self.view.density,
            rail_open: self.view.rail_open,
            inspector_open: self.view.inspector_open,
            copy_marks: self.view.copy_marks,
            class_mode: self.view.class_mode,
            ..View::default()
        };
        // Revisions of different documents must not be mistaken for each other.
        self.asked = u64::MAX;
        self.answered = u64::MAX;
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
            can_undo: self.document.undo_name().is_some(),
            can_redo: self.document.redo_name().is_some(),
            has_text: self.view.picked.is_some(),
            is_linking: self.view.linking.is_some(),
            has_elsewhere: self.elsewhere.rows > 0,
            has_hits: !self.finder.hits.list.is_empty(),
            is_class_mode: self.view.class_mode != ClassMode::Off,
        }
    }

    fn panels_ui(&mut self, ui: &mut Ui) -> Inbox {
        let mut inbox = Inbox::new();
        let mut grid = std::mem::take(&mut self.grid);
        let mut read = std::mem::take(&mut self.read);
        let undo = self.document.undo_name().map(|name| self.derived.mask.words(name));
        let redo = self.document.redo_name().map(|name| self.derived.mask.words(name));
        {
            let shown = Shown {
                sheet: &self.sheet,
                sheet_revision: self.sheet_revision,
                event: self.sheet.events.get(self.view.event),
                view: &self.view,
                text: self.source_text(),
                articles: &self.derived.articles,
                rows: &self.derived.rows,
                columns: &self.derived.columns,
                counts: &self.derived.counts,
                situation: self.situation(),
                title: self.title(),
                is_unsaved: self.document.is_unsaved(),
                is_stale: self.asked != self.answered,
                progress: self.progress.as_ref(),
                recent: &self.filing.recent.projects,
                current: &self.current.current,
                tags: &self.derived.tags,
                codes: self.document.project().codes(),
                set_aside: &self.derived.set_aside,
                hits: &self.finder.hits,
                elsewhere: &self.elsewhere,
                banner: self.on_disk.banner(),
                mask: &self.derived.mask,
                undo: undo.as_deref(),
                redo: redo.as_deref(),
            };
            lay_out(ui, &shown, &mut grid, &mut read, &mut inbox);
        }
        self.grid = grid;
        self.read = read;
        inbox
    }
}

/// True for a file that holds a project, by its name.
fn is_project(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("parallax"))
}

/// Divides the window among the panels.
fn lay_out(ui: &mut Ui, shown: &Shown<'_>, grid: &mut GridCache, read: &mut ReadCache, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let width = ui.max_rect().width();
    let frame = Frame::new().fill(tokens.panel);
    let bare =
        |panel: Panel, size: f32| panel.exact_size(size).resizable(false).show_separator_line(false).frame(frame);
    bare(Panel::top("top bar"), metrics::TOP_BAR).show(ui, |ui| {
        let rect = ui.max_rect();
        top_bar::top_bar_ui(ui, shown, inbox);
        crate::paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
    });
    if let Some(height) = banner::height(shown) {
        bare(Panel::top("banner"), height).show(ui, |ui| {
            let rect = ui.max_rect();
            banner::banner_ui(ui, shown, inbox);
            crate::paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
        });
    }
    bare(Panel::bottom("status"), status::height(ui, shown, width)).show(ui, |ui| {
        let rect = ui.max_rect();
        status::status_ui(ui, shown, inbox);
        crate::paint::hline(ui.painter(), rect.left(), rect.right(), rect.top(), tokens.line);
    });
    if let Some(height) = strip::height(shown) {
        bare(Panel::bottom("strip"), height).show(ui, |ui| {
            let rect = ui.max_rect();
            strip::strip_ui(ui, shown, inbox);
            crate::paint::hline(ui.painter(), rect.left(), rect.right(), rect.top(), tokens.line);
        });
    }
    let rail_open = shown.view.rail_open.unwrap_or(width >= metrics::NARROW_WINDOW || shown.articles.is_empty());
    let rail = match (rail_open, width >= metrics::WIDE_WINDOW) {
        (false, _) => metrics::RAIL_COLLAPSED,
        (true, false) => metrics::RAIL,
        (true, true) => metrics::RAIL_WIDE,
    };
    bare(Panel::left("articles"), rail).show(ui, |ui| {
        let rect = ui.max_rect();
        if rail_open {
            articles::articles_ui(ui, shown, inbox);
        } else {
            articles::letters_ui(ui, shown, inbox);
        }
        crate::paint::vline(ui.painter(), rect.right() - 1.0, rect.top(), rect.bottom(), tokens.line);
    });
    let has_table = !shown.articles.is_empty();
    if has_table && shown.view.inspector_open && width >= metrics::NARROWEST_WITH_INSPECTOR {
        let size = if width >= metrics::WIDE_WINDOW { metrics::INSPECTOR_WIDE } else { metrics::INSPECTOR };
        bare(Panel::right("inspector"), size).show(ui, |ui| {
            let rect = ui.max_rect();
            inspector::inspector_ui(ui, shown, inbox);
            crate::paint::vline(ui.painter(), rect.left(), rect.top(), rect.bottom(), tokens.line);
        });
    }
    if has_table {
        bare(Panel::top("filters"), metrics::FILTER_BAR).show(ui, |ui| {
            let rect = ui.max_rect();
            match shown.view.which {
                Which::Grid | Which::Coverage => filter_bar::filter_bar_ui(ui, shown, inbox),
                Which::Read => reading::reading_bar_ui(ui, shown, inbox),
            }
            crate::paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
        });
    }
    CentralPanel::default().frame(Frame::new().fill(tokens.window)).show(ui, |ui| {
        if !has_table {
            return empty::empty_ui(ui, shown, inbox);
        }
        match shown.view.which {
            Which::Grid => grid_ui(ui, shown, grid, inbox),
            Which::Read => reading::reading_ui(ui, shown, read, inbox),
            Which::Coverage => coverage::coverage_ui(ui, shown, inbox),
        }
    });
}

impl Drop for App {
    fn drop(&mut self) {
        self.note_session();
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.tick(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame_ui(ui);
    }
}

impl App {
    /// What happens before a frame, for eframe and for tests alike: answers are taken.
    pub fn tick(&mut self, ctx: &egui::Context) {
        self.take_answers(ctx);
        self.guard_closing(ctx);
        self.keep_searching(ctx);
        self.ask_for_table();
        self.look_for_twins(ctx);
        self.watch_files(ctx);
        if self.is_busy() {
            // Progress is polled; a few times a second is enough for the eye.
            ctx.request_repaint_after(Duration::from_millis(100));
        }
    }

    /// One frame, for eframe and for tests alike.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.derived.refresh(
            &self.document,
            &self.sheet,
            self.sheet_revision,
            &self.view,
            &self.finder,
            &self.likeness,
        );
        self.toasts.mask.clone_from(&self.derived.mask);
        self.current.refresh(&self.document, &self.sheet, self.sheet_revision, &self.view, &self.derived.mask);
        let mut inbox = self.keys(&ctx);
        self.take_dropped(&ctx);
        inbox.extend(self.panels_ui(ui));
        let foot = metrics::STATUS;
        self.toasts.show(&ctx, foot);
        self.palette.show(&ctx, self.situation(), &mut inbox);
        let mut dialogs = std::mem::take(&mut self.dialogs);
        let around = Around { settings: &self.preferences.settings, readers: &self.readers, mask: &self.derived.mask };
        dialogs.show(&ctx, around, &mut inbox);
        self.dialogs = dialogs;
        for intent in inbox {
            self.handle(&ctx, intent);
        }
        self.note_settings(&ctx);
        self.ask_for_table();
    }
}
