//! Articles whose files changed on disk while they are open: offered to be read anew. Decisions and
//! notes stay where their words do, and what has no place any more is said.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use collation::{Witness, WitnessKey};
use workbench::intake::read_path_with;
use workbench::project::{Edit, fit_of};
use workbench::watch::{Watcher, reread};

use super::elsewhere::first_words;
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
    banner: Banner,
}

/// What the banner shows.
#[derive(Debug, Default)]
pub struct Banner {
    /// Articles whose files hold another text now, with that text.
    pub changed: Vec<(WitnessKey, Witness)>,
    pub read_anew: Option<ReadAnew>,
}

/// What became of an article that was read anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadAnew {
    /// `Northline was read anew; 4 places with decisions or notes kept, 1 dropped`.
    pub words: String,
    /// The words of each place that was dropped, with its article.
    pub dropped: Vec<String>,
}

impl OnDisk {
    pub fn new(watcher: Watcher) -> Self {
        Self { watcher, watched: None, banner: Banner::default() }
    }

    pub fn banner(&self) -> &Banner {
        &self.banner
    }

    /// Another document is shown.
    pub fn forget(&mut self) {
        self.banner = Banner::default();
        self.watched = None;
    }
}

impl App {
    /// Keeps watching the files of the articles, and takes what has changed.
    pub(super) fn watch_files(&mut self, ctx: &egui::Context) {
        let revision = self.document.table_revision();
        if self.on_disk.watched != Some(revision) {
            self.on_disk.watched = Some(revision);
            let articles = self.document.project().articles().iter();
            let paths = articles.map(|article| PathBuf::from(&article.witness.path)).filter(|path| path.is_absolute());
            self.on_disk.watcher.watch(paths);
            let project = self.document.project();
            self.on_disk.banner.changed.retain(|(key, _)| project.article(*key).is_some());
        }
        // The reader comes back from another program, which may have written a file.
        if ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::WindowFocused(true)))) {
            self.on_disk.watcher.look_now();
        }
        for path in self.on_disk.watcher.poll() {
            let articles = self.document.project().articles().iter();
            let of: Vec<Arc<Witness>> = articles
                .filter(|article| Path::new(&article.witness.path) == path)
                .map(|article| Arc::clone(&article.witness))
                .collect();
            let mut options = self.read_options();
            // An old encoding stays what it was; anything newer tells itself.
            let encoding = of.first().and_then(|witness| witness.encoding.clone());
            options.encoding = encoding.filter(|encoding| !encoding.to_ascii_uppercase().starts_with("UTF"));
            self.errands.send(ctx, "changed file", move || {
                let changes = of.into_iter().filter_map(|old| {
                    let answer = match read_path_with(&path, options.clone()) {
                        Err(error) => Err(terms::intake(&error)),
                        Ok(found) => {
                            let is_same = found.articles.iter().any(|article| article.witness.text == old.text);
                            if is_same {
                                return None;
                            }
                            reread(&old, found).map(Box::new).ok_or_else(|| say!("not-in-file", path = &old.path))
                        }
                    };
                    Some((old.key, answer))
                });
                Errand::Changed(changes.collect())
            });
        }
    }

    pub(super) fn take_changed(&mut self, changes: Vec<(WitnessKey, Result<Box<Witness>, String>)>) {
        for (key, answer) in changes {
            if self.document.project().article(key).is_none() {
                continue;
            }
            self.on_disk.banner.changed.retain(|(other, _)| *other != key);
            match answer {
                Ok(witness) => self.on_disk.banner.changed.push((key, *witness)),
                Err(message) => self.toasts.problem(message),
            }
        }
    }

    /// Takes the texts that the changed files hold now.
    pub(super) fn reload_changed(&mut self) {
        let changed = std::mem::take(&mut self.on_disk.banner.changed);
        let mut names = Vec::new();
        let (mut kept, mut dropped) = (0, Vec::new());
        for (key, witness) in changed {
            let name = self.name_of(key);
            let fit = fit_of(self.document.project(), key, &witness.text);
            let lost = fit.lost.iter().map(|place| first_words(self.document.project().text_at(*place), 12));
            let lost: Vec<String> = lost.map(|words| say!("lost-place", name = &name, words = words)).collect();
            let before = self.document.revision();
            // What the reader knows about the article may have changed since its file was read.
            let meta = self.document.project().article(key).map(|article| article.witness.meta.clone());
            let witness = Witness { meta: meta.unwrap_or_default(), ..witness };
            self.edit(Edit::ReplaceArticle { article: key, witness });
            if self.document.revision() != before {
                names.push(name);
                kept += fit.kept;
                dropped.extend(lost);
            }
        }
        if names.is_empty() {
            return;
        }
        let who = names_in_brief(&names, 3);
        let places = match (kept, dropped.len()) {
            (0, 0) => say!("bore-nothing").to_owned(),
            (kept, lost) => {
                let lost = if lost > 0 { format!(", {}", say!("places-dropped", count = lost)) } else { String::new() };
                format!("{}{lost}", say!("places-kept", count = kept))
            }
        };
        self.on_disk.banner.read_anew =
            Some(ReadAnew { words: say!("read-anew", names = who, places = places), dropped });
    }

    /// The banner goes; files that change again bring it back.
    pub(super) fn dismiss_banner(&mut self) {
        self.on_disk.banner = Banner::default();
    }
}
