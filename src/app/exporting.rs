//! Files of the table: the reader chooses format and place, a thread writes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use collation::export::{Choice, Part};
use collation::sheet::SheetEvent;
use collation::{Asker, Control};
use workbench::export::{self, Format as ExportFormat};

use super::derived::rows_to_list;
use super::filing::file_name_of;
use super::tagging::tags_of_rows;
use super::{App, Errand};
use crate::messages::{self, Language};
use crate::picker::Picked;
use crate::say;
use crate::terms;
use crate::view::Filter;

impl App {
    /// Asks where to write.
    pub(super) fn ask_export_place(&mut self, ctx: &egui::Context, format: ExportFormat) {
        let proposed = self.proposed(format.extension());
        let reply = self.reply(ctx, super::Asked::Export(format));
        self.services.picker.pick_saving(say!("pick-export"), proposed, reply);
    }

    /// Writes the current event, or all of them, as they are shown, on a thread of its own.
    pub(super) fn take_export_choice(&mut self, ctx: &egui::Context, format: ExportFormat, picked: Picked) {
        let path = match picked {
            Picked::Files(paths) => paths.into_iter().next(),
            Picked::Cancelled => None,
            Picked::NoPicker => {
                let name = self.proposed(format.extension()).name;
                self.dialogs.ask_for_path(super::Asked::Export(format), name);
                None
            }
        };
        let Some(path) = path else { return };
        let path = if path.extension().is_none() { path.with_extension(format.extension()) } else { path };
        // What programs read is English, as its file is in every other respect.
        let language = if format.is_for_readers() { messages::language() } else { Language::English };
        let choice = messages::spoken_in(language, || self.export_choice());
        let sheet = self.sheet_to_tell();
        let broken = Err(say!("export-broke").to_owned());
        let stage = say!("stage-writing", name = file_name_of(&path));
        self.errands.send_long(ctx, "export", stage, Errand::Exported(broken), move |watch| {
            let asker: Arc<dyn Control + Send> = Arc::clone(watch) as _;
            let choice = Choice { asker: Asker::new(asker), ..choice };
            let bytes = export::write(format, &sheet, &[], &choice)
                .map_err(|error| say!("export-failed", reason = error.reason));
            // Whoever stopped it wants no file.
            let written = bytes.and_then(|bytes| if watch.is_stopped() { Ok(()) } else { write(&path, &bytes) });
            Errand::Exported(written.map(|()| path))
        });
    }

    fn export_choice(&self) -> Choice {
        let is_all = self.filters_in_force().is_empty();
        let part = |(at, event): (usize, &SheetEvent)| Part {
            event: at,
            rows: (!is_all).then(|| {
                let tags = tags_of_rows(self.document.project(), &self.sheet, event);
                rows_to_list(&self.view, event, &tags, &self.finder).1
            }),
            columns: Some(self.derived.shown_columns(&self.sheet, event)),
        };
        let events = self.sheet.events.iter().enumerate();
        let parts = events.filter(|(at, _)| self.view.exports_all || *at == self.view.event).map(part).collect();
        let of_project = export::choice_from_project(self.document.project(), &self.sheet);
        Choice {
            title: Some(self.title().to_owned()),
            made: Some(today()),
            parts,
            filters: self.filters_and_masks(),
            marks: self.marks_to_tell(),
            wording: terms::WORDING,
            ..of_project
        }
    }

    /// Filter and search, in words.
    pub(super) fn filters_in_force(&self) -> Vec<String> {
        let mut filters = Vec::new();
        if self.view.shown_filter() != Filter::All {
            filters.push(self.view.shown_filter().label().to_owned());
        }
        filters.extend(self.view.speaker.iter().map(|speaker| say!("export-filter-speaker", name = speaker)));
        filters.extend(self.view.tag.iter().map(|tag| say!("export-filter-tag", name = tag)));
        if !self.view.search.trim().is_empty() {
            filters.push(say!("export-filter-words", words = self.view.search.trim()));
        }
        filters
    }

    /// As above, and that the table is out of date where it is.
    pub(super) fn filters_and_state(&self) -> Vec<String> {
        let mut filters = self.filters_in_force();
        if self.is_stale() {
            filters.push(say!("export-out-of-date").to_owned());
        }
        filters
    }

    /// As above, with what class mode hides: a file without names says that it is so on purpose.
    fn filters_and_masks(&self) -> Vec<String> {
        let mut filters = self.filters_and_state();
        if self.view.hides_outlets() {
            filters.push(say!("export-filter-class").to_owned());
        }
        filters
    }

    pub(super) fn take_exported(&mut self, exported: Result<PathBuf, String>) {
        match exported {
            Ok(path) => {
                let done = say!("exported", name = file_name_of(&path));
                let names_outlet = || {
                    let mut texts = self.sheet.articles.iter().map(|article| article.witness.text.as_str());
                    texts.any(|text| self.derived.mask.is_named_in(text))
                };
                if self.view.hides_outlets() && names_outlet() {
                    self.toasts.note(format!("{done}; {}", say!("copied-names-outlet")));
                } else {
                    self.toasts.note(done);
                }
            }
            Err(message) => self.toasts.problem(message),
        }
    }
}

/// The day that the reader's clock shows.
fn today() -> String {
    chrono::Local::now().date_naive().to_string()
}

/// Writes a file beside its old version and then takes its place.
fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    workbench::store::write_file(path, bytes).map_err(|error| terms::store(&error))
}
