//! Articles whose files changed on disk, while they are open or before the project was opened: offered
//! to be read anew. Decisions and notes stay where their words do, and what has no place any more is
//! said. Files are read, and places found, on threads of their own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use collation::{Control, Text, Witness, WitnessKey};
use workbench::intake::{ReadOptions, read_path_with};
use workbench::project::{Edit, Project, Step, fit_of, work_out};
use workbench::watch::{Watcher, reread};

use super::elsewhere::first_words;
use super::errands::Watch;
use super::{App, Errand};
use crate::messages::names_in_brief;
use crate::say;
use crate::terms;

/// What is known about the files of the articles.
#[derive(Debug)]
pub struct OnDisk {
    watcher: Watcher,
    /// Revision of the document whose files are watched.
    watched: Option<u64>,
    /// The project was just opened: its files may have changed since it was saved.
    is_unchecked: bool,
    banner: Banner,
}

/// What the banner shows.
#[derive(Debug, Default)]
pub struct Banner {
    /// Articles whose files hold another text now, with that text.
    pub changed: Vec<(WitnessKey, Arc<Witness>)>,
    /// Their new texts are being taken over.
    under_way: Option<Arc<Watch>>,
    pub read_anew: Option<ReadAnew>,
}

/// What became of an article that was read anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadAnew {
    /// `Northline was read anew; 4 places with decisions or notes kept, 1 dropped`.
    pub words: String,
    /// The words of each place that was dropped, with its article.
    pub dropped: Vec<String>,
    /// The articles with the texts that they had before.
    before: Vec<(WitnessKey, Text)>,
}

/// Changed articles with their decisions and notes in place, worked out for one revision of the document.
#[derive(Debug)]
pub struct Reloaded {
    revision: u64,
    changed: Vec<(WitnessKey, Arc<Witness>)>,
    steps: Vec<Step>,
    names: Vec<String>,
    kept: usize,
    dropped: Vec<String>,
}

/// What a file that changed holds now of each article that came from it.
pub type Changes = Vec<(WitnessKey, Result<Box<Witness>, String>)>;

impl OnDisk {
    pub fn new(watcher: Watcher) -> Self {
        Self { watcher, watched: None, is_unchecked: false, banner: Banner::default() }
    }

    /// True for a file of an article that was there when it was last looked at.
    pub fn is_there(&self, path: &Path) -> bool {
        self.watcher.is_there(path)
    }

    pub fn banner(&self) -> &Banner {
        &self.banner
    }

    /// Another document is shown.
    pub fn forget(&mut self) {
        self.banner = Banner::default();
        self.watched = None;
        self.is_unchecked = false;
    }
}

impl Banner {
    /// True while the new texts are being taken over.
    pub fn is_reloading(&self) -> bool {
        self.under_way.as_ref().is_some_and(|watch| !watch.is_stopped())
    }
}

impl App {
    /// A project was opened: its files may hold other texts than it does.
    pub(super) fn check_files(&mut self) {
        self.on_disk.is_unchecked = true;
    }

    /// Keeps watching the files of the articles, and takes what has changed.
    pub(super) fn watch_files(&mut self, ctx: &egui::Context) {
        let revision = self.document.table_revision();
        if self.on_disk.watched != Some(revision) {
            self.on_disk.watched = Some(revision);
            let paths: Vec<PathBuf> = self.articles_by_file().into_keys().collect();
            self.on_disk.watcher.watch(paths);
            let project = self.document.project();
            self.on_disk.banner.changed.retain(|(key, _)| project.article(*key).is_some());
            // What was read anew and undone is over.
            let is_now = |(key, before): &(WitnessKey, Text)| {
                project.article(*key).is_some_and(|article| article.witness.text != *before)
            };
            self.on_disk.banner.read_anew.take_if(|read| !read.before.iter().any(is_now));
        }
        if std::mem::take(&mut self.on_disk.is_unchecked) {
            self.look_at_all_files(ctx);
        }
        // The reader comes back from another program, which may have written a file.
        if ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::WindowFocused(true)))) {
            self.on_disk.watcher.look_now();
        }
        for path in self.on_disk.watcher.poll() {
            let of = self.articles_by_file().remove(&path).unwrap_or_default();
            let options = self.read_options();
            self.errands.send(ctx, "changed file", move || Errand::Changed(look_again(&path, &of, &options)));
        }
    }

    /// The articles that came from files, by file.
    fn articles_by_file(&self) -> BTreeMap<PathBuf, Vec<Arc<Witness>>> {
        let mut files: BTreeMap<PathBuf, Vec<Arc<Witness>>> = BTreeMap::new();
        for article in self.document.project().articles() {
            let path = PathBuf::from(&article.witness.path);
            if path.is_absolute() {
                files.entry(path).or_default().push(Arc::clone(&article.witness));
            }
        }
        files
    }

    /// Compares what the project holds with what its files hold. A file that is away, or no longer has the
    /// article, is no news for a project that was saved with all it needs.
    fn look_at_all_files(&mut self, ctx: &egui::Context) {
        let files = self.articles_by_file();
        if files.is_empty() {
            return;
        }
        let options = self.read_options();
        let stage = say!("stage-looking").to_owned();
        self.errands.send_long(ctx, "changed files", stage, Errand::Changed(Vec::new()), move |watch| {
            let mut changes = Vec::new();
            let number = files.len();
            for (at, (path, of)) in files.into_iter().enumerate() {
                if watch.is_stopped() {
                    break;
                }
                watch.progress("", at as f32 / number as f32);
                changes.extend(look_again(&path, &of, &options).into_iter().filter(|(_, answer)| answer.is_ok()));
            }
            Errand::Changed(changes)
        });
    }

    pub(super) fn take_changed(&mut self, changes: Changes) {
        for (key, answer) in changes {
            if self.document.project().article(key).is_none() {
                continue;
            }
            self.on_disk.banner.changed.retain(|(other, _)| *other != key);
            match answer {
                Ok(witness) => self.on_disk.banner.changed.push((key, Arc::from(witness))),
                Err(message) => self.toasts.problem(message),
            }
        }
    }

    /// Takes the texts that the changed files hold now.
    pub(super) fn reload_changed(&mut self, ctx: &egui::Context) {
        // It finds its place in the new texts as all notes do.
        self.keep_typed();
        let (project, revision) = (self.document.project().clone(), self.document.revision());
        let changed: Vec<(WitnessKey, Arc<Witness>, String)> = self
            .on_disk
            .banner
            .changed
            .iter()
            .map(|(key, witness)| (*key, Arc::clone(witness), self.name_of(*key)))
            .collect();
        let stage = say!("stage-reloading").to_owned();
        let broken = Errand::Reloaded(Err(say!("reload-failed").to_owned()));
        let watch = self.errands.send_long(ctx, "reload", stage, broken, move |watch| {
            Errand::Reloaded(Ok(Box::new(reloaded(project, revision, changed, watch))))
        });
        self.on_disk.banner.under_way = Some(watch);
    }

    pub(super) fn take_reloaded(&mut self, ctx: &egui::Context, reloaded: Result<Box<Reloaded>, String>) {
        self.on_disk.banner.under_way = None;
        self.leave_note();
        let reloaded = match reloaded {
            Ok(reloaded) => *reloaded,
            Err(message) => return self.toasts.problem(message),
        };
        if reloaded.revision != self.document.revision() {
            // The reader decided something meanwhile, which has to find its place too.
            return self.reload_changed(ctx);
        }
        let text = |key: &WitnessKey| Some((*key, self.document.project().article(*key)?.witness.text.clone()));
        let before = reloaded.changed.iter().filter_map(|(key, _)| text(key)).collect();
        self.telling_elsewhere(|app| {
            for step in reloaded.steps {
                if let Err(refused) = app.document.make(step) {
                    app.toasts.note(terms::refused(refused));
                }
            }
            None
        });
        // Files may have changed once more while the first change was read.
        let is_taken = |entry: &(WitnessKey, Arc<Witness>)| {
            reloaded.changed.iter().any(|(key, witness)| *key == entry.0 && Arc::ptr_eq(witness, &entry.1))
        };
        self.on_disk.banner.changed.retain(|entry| !is_taken(entry));
        if reloaded.names.is_empty() || self.document.is_read_only() {
            return;
        }
        let who = names_in_brief(&reloaded.names, 3);
        let places = match (reloaded.kept, reloaded.dropped.len()) {
            (0, 0) => say!("bore-nothing").to_owned(),
            (kept, lost) => {
                let lost = if lost > 0 { format!(", {}", say!("places-dropped", count = lost)) } else { String::new() };
                format!("{}{lost}", say!("places-kept", count = kept))
            }
        };
        self.on_disk.banner.read_anew = Some(ReadAnew {
            words: say!("read-anew", names = who, places = places),
            dropped: reloaded.dropped,
            before,
        });
    }

    /// The banner goes; files that change again bring it back.
    pub(super) fn dismiss_banner(&mut self) {
        if let Some(watch) = &self.on_disk.banner.under_way {
            watch.stop();
        }
        self.on_disk.banner = Banner::default();
    }
}

/// What the file at `path` holds now of the articles `of` that came from it, where that is another text.
fn look_again(path: &Path, of: &[Arc<Witness>], options: &ReadOptions) -> Changes {
    let mut options = options.clone();
    // An old encoding stays what it was; anything newer tells itself.
    let encoding = of.first().and_then(|witness| witness.encoding.clone());
    options.encoding = encoding.filter(|encoding| !encoding.to_ascii_uppercase().starts_with("UTF"));
    let found = match read_path_with(path, options) {
        Ok(found) => found,
        Err(error) => return of.iter().map(|old| (old.key, Err(terms::intake(&error)))).collect(),
    };
    let changed = of.iter().filter(|old| !found.articles.iter().any(|article| article.witness.text == old.text));
    let now = changed.map(|old| {
        let gone = || say!("not-in-file", path = &old.path);
        (old.key, reread(old, &found).map(Box::new).ok_or_else(gone))
    });
    now.collect()
}

/// Works out, in a copy of the project, what becomes of decisions and notes in the new texts.
fn reloaded(
    mut project: Project,
    revision: u64,
    changed: Vec<(WitnessKey, Arc<Witness>, String)>,
    watch: &Watch,
) -> Reloaded {
    let mut done = Reloaded {
        revision,
        changed: changed.iter().map(|(key, witness, _)| (*key, Arc::clone(witness))).collect(),
        steps: Vec::new(),
        names: Vec::new(),
        kept: 0,
        dropped: Vec::new(),
    };
    let number = changed.len();
    for (at, (key, witness, name)) in changed.into_iter().enumerate() {
        if watch.is_stopped() {
            break;
        }
        watch.progress("", at as f32 / number.max(1) as f32);
        let Some(old) = project.article(key) else { continue };
        // What the reader knows about the article may have changed since its file was read.
        let witness = Witness { meta: old.witness.meta.clone(), ..Witness::clone(&witness) };
        let fit = fit_of(&project, key, &witness.text);
        let lost = fit.lost.iter().map(|place| first_words(project.text_at(*place), 12));
        let lost: Vec<String> = lost.map(|words| say!("lost-place", name = &name, words = words)).collect();
        let edit = Edit::ReplaceArticle { article: key, witness };
        let step_name = terms::step(&project, &edit);
        if let Ok(mut step) = work_out(&mut project, edit) {
            if let Some(name) = step_name {
                step.name = name;
            }
            done.steps.push(step);
            done.names.push(name);
            done.kept += fit.kept;
            done.dropped.extend(lost);
        }
    }
    done
}
