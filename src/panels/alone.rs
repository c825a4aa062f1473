//! The line above the table of a single article: what is shown already, and what a second one would add.

use egui::{Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Inbox, Shown};
use crate::command::Command;
use crate::icons::Icon;
use crate::paint;
use crate::say;
use crate::theme;
use crate::theme::fonts::medium;
use crate::widgets::{Look, Press};

const LINE: f32 = 40.0;

/// Height of the line; `None` where articles are compared.
pub fn height(shown: &Shown<'_>) -> Option<f32> {
    shown.is_alone().then_some(LINE)
}

/// Draws the line into the whole of `ui`.
pub fn alone_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, tokens.sel);
    let words = if shown.articles.len() > 1 { say!("alone-in-event") } else { say!("alone") };
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let right = Rect::from_min_max(pos2(rect.center().x, rect.top()), pos2(rect.right() - 12.0, rect.bottom()));
    let mut child = ui.new_child(UiBuilder::new().max_rect(right).layout(layout).id_salt("alone-tools"));
    let open = Press::new(Command::OpenArticles.label()).icon(Icon::Open).look(Look::Outlined);
    super::top_bar::command_button(&mut child, shown, Command::OpenArticles, open, inbox);
    let room = child.min_rect().left() - rect.left() - 28.0;
    let drawn = paint::line(ui.painter(), rect.left_center() + vec2(16.0, 0.0), words, medium(12.0), tokens.ink, room);
    let response = ui.interact(drawn, ui.scope_id().with("alone"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, words));
    response.on_hover_text(words);
}
