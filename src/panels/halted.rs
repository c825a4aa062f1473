//! The line above a table that does not answer to the articles and decisions any more, because its comparison was stopped
//! or broke: what it lacks is said, and comparing begins anew from here.

use egui::{Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Inbox, Shown};
use crate::command::Intent;
use crate::messages;
use crate::paint;
use crate::say;
use crate::theme;
use crate::theme::fonts::medium;
use crate::widgets::{Look, Press};

const LINE: f32 = 40.0;

/// Height of the line; `None` where the table is current or on its way.
pub fn height(shown: &Shown<'_>) -> Option<f32> {
    shown.is_halted.then_some(LINE)
}

/// Draws the line into the whole of `ui`.
pub fn halted_ui(ui: &mut Ui, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, tokens.sel);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let right = Rect::from_min_max(pos2(rect.center().x, rect.top()), pos2(rect.right() - 12.0, rect.bottom()));
    let mut child = ui.new_child(UiBuilder::new().max_rect(right).layout(layout).id_salt("halted-tools"));
    let compare = Press::new(say!("compare")).look(Look::Outlined).show(&mut child);
    if compare.on_hover_text(messages::tip("compare")).clicked() {
        inbox.push(Intent::Compare);
    }
    let room = child.min_rect().left() - rect.left() - 28.0;
    let words = say!("halted");
    let drawn = paint::line(ui.painter(), rect.left_center() + vec2(16.0, 0.0), words, medium(12.0), tokens.ink, room);
    let response = ui.interact(drawn, ui.scope_id().with("halted"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, words));
    response.on_hover_text(words);
}
