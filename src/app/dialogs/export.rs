//! The choice of a format to export.

use egui::{RichText, Ui};

use super::parts::{cancel, choice};
use crate::app::ExportFormat;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::say;
use crate::terms;
use crate::theme;

pub(super) fn export_ui(ui: &mut Ui, inbox: &mut Inbox) -> bool {
    let tokens = theme::tokens(ui.ctx());
    ui.label(RichText::new(say!("export-hint")).color(tokens.ink2));
    ui.add_space(8.0);
    let mut done = false;
    for format in ExportFormat::ALL {
        if choice(ui, terms::export_format(format)) {
            inbox.push(Intent::ExportAs(format));
            done = true;
        }
    }
    ui.add_space(8.0);
    done | cancel(ui)
}
