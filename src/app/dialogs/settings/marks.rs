//! The switches of the marks.

use egui::{Sense, Ui, pos2, vec2};
use workbench::settings::Settings;

use super::super::parts::hint;
use crate::app::setting_of;
use crate::marks::Mark;
use crate::paint;
use crate::panels::legend::{explanation, sample_ui};
use crate::say;
use crate::theme;
use crate::theme::fonts::{medium, sans};
use crate::widgets;

pub(super) fn marks_ui(ui: &mut Ui, settings: &mut Settings) {
    hint(ui, say!("settings-marks-hint"));
    ui.add_space(8.0);
    for mark in Mark::ALL {
        let setting = setting_of(mark);
        let is_on = settings.marks.is_on(setting);
        let tokens = theme::tokens(ui.ctx());
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
        paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
        let y = rect.center().y;
        sample_ui(ui.painter(), tokens, mark, pos2(rect.left(), y));
        let left = rect.left() + 96.0;
        let room = rect.right() - 48.0 - left;
        let name = paint::line(ui.painter(), pos2(left, y - 9.0), mark.name(), medium(13.0), tokens.ink, room);
        paint::line(ui.painter(), pos2(name.left(), y + 9.0), explanation(mark), sans(12.0), tokens.ink3, room);
        let switch = egui::Rect::from_min_size(pos2(rect.right() - 30.0, y - 6.0), vec2(22.0, 12.0));
        if widgets::switch(ui, switch, is_on, &say!("mark-switch", mark = mark.name().to_lowercase())).clicked() {
            settings.marks.switch(setting, !is_on);
        }
    }
}
