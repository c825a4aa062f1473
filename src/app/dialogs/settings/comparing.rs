//! How closely passages are read.

use egui::Ui;
use workbench::settings::{Precision, Settings};

use super::super::parts::{hint, label, section, setting};
use crate::app::Accuracy;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::say;
use crate::widgets::{Look, Press, chip};

pub(super) fn comparing_ui(ui: &mut Ui, settings: &mut Settings, accuracy: &Accuracy, inbox: &mut Inbox) {
    section(ui, say!("settings-precision"));
    setting(ui, say!("settings-reading"), |ui| {
        for (precision, words) in
            [(Precision::Standard, say!("precision-standard")), (Precision::Accurate, say!("precision-accurate"))]
        {
            if chip(ui, words, None, settings.precision == precision, None).clicked() {
                settings.precision = precision;
            }
        }
    });
    ui.add_space(4.0);
    hint(ui, say!("precision-hint"));
    ui.add_space(8.0);
    match accuracy {
        Accuracy::Off => {}
        Accuracy::Coming => {
            label(ui, say!("stage-model"));
        }
        Accuracy::On(_) => {
            label(ui, say!("model-on"));
        }
        Accuracy::Missing(why) => {
            label(ui, why);
            ui.add_space(8.0);
            if Press::new(say!("model-look-again")).look(Look::Outlined).show(ui).clicked() {
                inbox.push(Intent::ReadModel);
            }
        }
    }
}
