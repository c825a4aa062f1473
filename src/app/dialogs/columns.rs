//! Which column of a data set holds what. The answer is remembered for files with the same columns.

use egui::{RichText, ScrollArea, Sense, Ui, vec2};
use workbench::intake::{Columns, Field, Mapping};

use super::parts::{buttons, hint, list_height};
use crate::command::Intent;
use crate::messages::{self, Language};
use crate::panels::Inbox;
use crate::say;
use crate::terms;
use crate::theme;
use crate::theme::fonts::{sans, serif};
use crate::widgets::drop_down;

const NAMES: f32 = 96.0;

/// The columns of a file as the dialog holds them.
#[derive(Debug)]
pub struct ColumnsForm {
    /// Place of the file among those that wait for a choice.
    pub pile: usize,
    pub file: String,
    columns: Columns,
    mapping: Mapping,
}

impl ColumnsForm {
    pub fn new(pile: usize, file: String, columns: Columns) -> Self {
        let mapping = columns.used.clone();
        Self { pile, file, columns, mapping }
    }

    /// The first value of a column that is no white space.
    fn sample(&self, column: &str) -> Option<&str> {
        let at = self.columns.names.iter().position(|name| name == column)?;
        let values = self.columns.samples.iter().filter_map(|record| record.get(at));
        values.map(String::as_str).find(|value| !value.trim().is_empty())
    }
}

/// The name of the control that chooses a column: within a sentence English writes the field small.
fn column_of(field: Field) -> String {
    match messages::language() {
        Language::English => say!("columns-of", field = terms::field(field).to_lowercase()),
        Language::German => say!("columns-of", field = terms::field(field)),
    }
}

pub(super) fn columns_ui(ui: &mut Ui, form: &mut ColumnsForm, inbox: &mut Inbox) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let records = say!("records-counted", count = form.columns.records);
    ui.label(say!("columns-held", file = &form.file, records = records, columns = form.columns.names.len()));
    if form.mapping.column(Field::Text).is_none() {
        ui.label(RichText::new(say!("columns-no-text")).color(tokens.warn));
    }
    ui.add_space(8.0);
    let names: Vec<&str> =
        std::iter::once(say!("columns-none")).chain(form.columns.names.iter().map(String::as_str)).collect();
    let mut chosen: Vec<(Field, Option<String>)> = Vec::new();
    let height = list_height(ui, 300.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for field in Field::ALL {
            ui.horizontal(|ui| {
                ui.set_min_height(34.0);
                let (rect, _) = ui.allocate_exact_size(vec2(NAMES, 28.0), Sense::hover());
                crate::paint::line(
                    ui.painter(),
                    rect.left_center(),
                    terms::field(field),
                    sans(13.0),
                    tokens.ink,
                    NAMES - 8.0,
                );
                let used = form.mapping.column(field);
                let at =
                    used.and_then(|used| names.iter().skip(1).position(|name| *name == used)).map_or(0, |at| at + 1);
                if let Some(choice) = drop_down(ui, &column_of(field), &names, at) {
                    let name = names.get(choice).filter(|_| choice > 0);
                    chosen.push((field, name.map(|name| (*name).to_owned())));
                }
                if let Some(sample) = used.and_then(|used| form.sample(used)) {
                    let room = ui.available_width();
                    let (rect, _) = ui.allocate_exact_size(vec2(room, 28.0), Sense::hover());
                    crate::paint::line(ui.painter(), rect.left_center(), sample, serif(13.0), tokens.ink2, room);
                }
            });
        }
    });
    for (field, column) in chosen {
        form.mapping.set(field, column);
    }
    ui.add_space(6.0);
    hint(ui, say!("columns-hint"));
    let (done, cancelled) = buttons(ui, say!("columns-read"), form.mapping.column(Field::Text).is_some());
    if done {
        let signature = form.columns.signature();
        inbox.push(Intent::ReadColumns { pile: form.pile, signature, mapping: form.mapping.clone() });
    }
    done || cancelled
}
