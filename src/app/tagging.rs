//! Notes and tags of statements. They hang on a stretch of an article, so that they stay with its words
//! whichever row these come to stand in.

use std::collections::BTreeMap;
use std::path::PathBuf;

use collation::ruling::Anchor;
use collation::sheet::{SheetEvent, SheetRow};
use workbench::intake::read_codes;
use workbench::project::{Code, Edit, Project, Remark};

use super::filing::file_name_of;
use super::{App, Errand};
use crate::picker::Picked;
use crate::say;
use crate::terms;

/// The remarks on the passages of a row, in order of article and place.
pub fn remarks_on<'p>(
    project: &'p Project,
    sheet: &collation::sheet::Sheet,
    event: &SheetEvent,
    row: &SheetRow,
) -> Vec<(Anchor, &'p Remark)> {
    if project.remarks().is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(Anchor, &Remark)> = Vec::new();
    for (cell, &member) in row.cells.iter().zip(&event.members) {
        let (Some(cell), Some(article)) = (cell, sheet.articles.get(member)) else { continue };
        for passage in &cell.passages {
            for (&anchor, remark) in project.remarks_within(article.witness.key, passage.span) {
                if !found.iter().any(|(other, _)| *other == anchor) {
                    found.push((anchor, remark));
                }
            }
        }
    }
    found
}

/// The tags of every row of an event that has some.
pub fn tags_of_rows(
    project: &Project,
    sheet: &collation::sheet::Sheet,
    event: &SheetEvent,
) -> BTreeMap<Anchor, Vec<String>> {
    if project.remarks().is_empty() {
        return BTreeMap::new();
    }
    let tagged = event.rows.iter().map(|row| {
        let mut tags: Vec<String> = Vec::new();
        for tag in remarks_on(project, sheet, event, row).iter().flat_map(|(_, remark)| &remark.tags) {
            if !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
        (row.anchor, tags)
    });
    tagged.filter(|(_, tags)| !tags.is_empty()).collect()
}

impl App {
    /// The remarks on a row of the shown event.
    fn remarks_of(&self, row: Anchor) -> Vec<(Anchor, Remark)> {
        let Some(event) = self.sheet.events.get(self.view.event) else { return Vec::new() };
        let Some(row) = event.rows.iter().find(|other| other.anchor == row) else { return Vec::new() };
        let found = remarks_on(self.document.project(), &self.sheet, event, row);
        found.into_iter().map(|(anchor, remark)| (anchor, remark.clone())).collect()
    }

    /// The note of a row with the place where it hangs; one that is still to be written hangs on the row's first passage.
    pub(super) fn note_of(&self, row: Anchor) -> (Anchor, String) {
        let mut found = self.remarks_of(row).into_iter();
        let note = found.find(|(_, remark)| !remark.note.is_empty());
        note.map_or_else(|| (row, String::new()), |(place, remark)| (place, remark.note))
    }

    pub(super) fn set_tag(&mut self, row: Anchor, tag: &str, on: bool) {
        let words: Vec<&str> = tag.split_whitespace().collect();
        let tag = words.join(" ");
        if tag.is_empty() {
            return;
        }
        let found = self.remarks_of(row);
        if !on {
            for (anchor, remark) in found.into_iter().filter(|(_, remark)| remark.tags.contains(&tag)) {
                let tags = remark.tags.into_iter().filter(|other| *other != tag).collect();
                self.edit(Edit::SetTags { anchor, tags });
            }
            return;
        }
        if found.iter().any(|(_, remark)| remark.tags.contains(&tag)) {
            return;
        }
        let (anchor, mut tags) = found.into_iter().next().map_or((row, Vec::new()), |(anchor, it)| (anchor, it.tags));
        tags.push(tag);
        self.edit(Edit::SetTags { anchor, tags });
    }

    pub(super) fn set_tag_colour(&mut self, tag: &str, colour: Option<String>) {
        let mut codes = self.document.project().codes().to_vec();
        if let Some(code) = codes.iter_mut().find(|code| code.name == tag) {
            code.colour = colour;
            self.edit(Edit::SetCodes { codes });
        }
    }

    /// Takes a tag out of the list and off every statement that bears it.
    pub(super) fn remove_tag(&mut self, tag: &str) {
        self.edit(Edit::RemoveTag { name: tag.to_owned() });
        if self.view.tag.as_deref() == Some(tag) {
            self.view.tag = None;
        }
    }

    /// Asks for a file with a list of tags.
    pub(super) fn ask_for_tags(&mut self, ctx: &egui::Context) {
        let reply = self.reply(ctx, super::Asked::Tags);
        self.services.picker.pick_tags(self.filing.folder.clone(), reply);
    }

    /// Reads the chosen list on a thread of its own.
    pub(super) fn take_tags_choice(&mut self, ctx: &egui::Context, picked: Picked) {
        let path: Option<PathBuf> = match picked {
            Picked::Files(paths) => paths.into_iter().next(),
            Picked::Cancelled => None,
            Picked::NoPicker => {
                self.dialogs.ask_for_path(super::Asked::Tags, String::new());
                None
            }
        };
        let Some(path) = path else { return };
        let broken = Err(say!("tags-failed").to_owned());
        let stage = say!("stage-reading-file", name = file_name_of(&path));
        self.errands.send_long(ctx, "tag list", stage, Errand::Codes(broken), move |_| {
            Errand::Codes(read_codes(&path).map_err(|error| terms::intake(&error)))
        });
    }

    /// Adds the tags that were read to the list; those it has keep their colour.
    pub(super) fn take_codes(&mut self, read: Result<Vec<Code>, String>) {
        let found = match read {
            Ok(found) => found,
            Err(message) => return self.toasts.problem(message),
        };
        let mut codes = self.document.project().codes().to_vec();
        let before = codes.len();
        for code in found {
            if !codes.iter().any(|other| other.name == code.name) {
                codes.push(code);
            }
        }
        let new = codes.len() - before;
        if new > 0 {
            self.edit(Edit::SetCodes { codes });
        }
        self.toasts.note(say!("tags-added", count = new));
    }
}
