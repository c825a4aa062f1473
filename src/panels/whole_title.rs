//! The whole of a title: what has no room where it stands, and the sentence that it was shortened from.

use collation::sheet::SheetRow;
use egui::Response;

use super::Shown;
use crate::terms;
use crate::theme::fonts::{sans, semibold, serif};

/// Most characters of a passage that are shown.
const MOST: usize = 1200;

/// The passage that a title was shortened from.
pub struct Source {
    /// `Northline · ¶4`
    pub place: String,
    pub words: String,
}

/// The passage that the title of a row was shortened from; `None` where the title is whole.
pub fn source_of_title(shown: &Shown<'_>, row: &SheetRow) -> Option<Source> {
    let (column, span) = row.titled.filter(|_| row.title.contains('…'))?;
    let cell = row.cells.get(column)?.as_ref()?;
    let passage = cell.passages.iter().find(|passage| passage.span.overlaps(span))?;
    let article = shown.prepared(column)?;
    let words: Vec<&str> = article.witness.text.slice(passage.span).split_whitespace().collect();
    let words: String = words.join(" ").chars().take(MOST).collect();
    let is_told = words == row.title;
    let name = shown.article(column).map(|article| article.name.clone()).unwrap_or_default();
    let place = format!("{name} · {}", terms::place(passage.role, passage.paragraph));
    (!is_told).then_some(Source { place, words })
}

/// What shows a title says on request how it goes on: the title where it `is_cut`, and below it the sentence that it was
/// shortened from. A title that is seen whole has nothing to add.
pub fn with_whole_title(response: Response, shown: &Shown<'_>, row: &SheetRow, is_cut: bool) -> Response {
    if !response.hovered() {
        return response;
    }
    let source = source_of_title(shown, row);
    if !is_cut && source.is_none() {
        return response;
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        if is_cut {
            ui.label(egui::RichText::new(&row.title).font(semibold(13.0)));
        }
        if let Some(Source { place, words }) = source {
            ui.label(egui::RichText::new(words).font(serif(13.5)));
            ui.label(egui::RichText::new(place).font(sans(12.0)).weak());
        }
    })
}
