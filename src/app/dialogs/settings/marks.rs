//! The switches of the marks.

use egui::Ui;
use workbench::settings::Settings;

use super::super::parts::{hint, switch_line};
use crate::app::setting_of;
use crate::marks::Mark;
use crate::paint;
use crate::panels::legend::{explanation, sample_ui};
use crate::say;
use crate::theme;

/// Room for a sample before the words of its mark.
const SAMPLE: f32 = 136.0;

pub(super) fn marks_ui(ui: &mut Ui, settings: &mut Settings) {
    hint(ui, say!("settings-marks-hint"));
    ui.add_space(8.0);
    for mark in Mark::ALL {
        let setting = setting_of(mark);
        let is_on = settings.marks.is_on(setting);
        let spoken = say!("mark-switch", mark = mark.name().to_lowercase());
        let (rect, is_turned) = switch_line(ui, SAMPLE, mark.name(), explanation(mark), is_on, &spoken);
        let tokens = theme::tokens(ui.ctx());
        paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
        sample_ui(ui.painter(), tokens, mark, rect.left_center());
        if is_turned {
            settings.marks.switch(setting, !is_on);
        }
    }
}
