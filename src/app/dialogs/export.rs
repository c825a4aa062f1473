//! The choice of a format to export.

use egui::{RichText, ScrollArea, Ui};

use super::parts::{cancel, choice_saying, list_height, section};
use crate::app::ExportFormat;
use crate::command::Intent;
use crate::messages;
use crate::panels::Inbox;
use crate::say;
use crate::terms;
use crate::theme;
use crate::widgets::chip;

/// What the formats are for: the message of the title, and the formats.
const GROUPS: [(&str, [ExportFormat; 4]); 3] = [
    ("export-readers", [ExportFormat::Html, ExportFormat::Docx, ExportFormat::Markdown, ExportFormat::Text]),
    ("export-tables", [ExportFormat::Xlsx, ExportFormat::CsvStatements, ExportFormat::Csv, ExportFormat::Tsv]),
    ("export-research", [ExportFormat::Qdpx, ExportFormat::Qdc, ExportFormat::Ris, ExportFormat::Json]),
];

/// Where there are several events, `all` says whether each is exported or the shown one alone.
pub(super) fn export_ui(ui: &mut Ui, events: usize, all: &mut bool, inbox: &mut Inbox) -> bool {
    let tokens = theme::tokens(ui.ctx());
    if events > 1 {
        ui.horizontal(|ui| {
            for (label, whole) in
                [(say!("export-this-event"), false), (&*say!("export-all-events", count = events), true)]
            {
                if chip(ui, label, None, *all == whole, None).clicked() && *all != whole {
                    *all = whole;
                    inbox.push(Intent::ExportAllEvents(whole));
                }
            }
        });
        ui.add_space(8.0);
    }
    ui.label(RichText::new(say!("export-hint")).color(tokens.ink2));
    let mut done = false;
    let height = list_height(ui, if events > 1 { 200.0 } else { 160.0 });
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (title, formats) in GROUPS {
            section(ui, messages::plain(title));
            for format in formats {
                if choice_saying(ui, terms::export_format(format), terms::export_remark(format)) {
                    inbox.push(Intent::ExportAs(format));
                    done = true;
                }
            }
        }
    });
    ui.add_space(8.0);
    done | cancel(ui)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_can_be_chosen() {
        for format in ExportFormat::ALL {
            assert!(GROUPS.iter().any(|(_, formats)| formats.contains(&format)), "{format:?}");
        }
    }
}
