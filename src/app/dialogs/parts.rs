//! What dialogs are made of: fields, choices and the buttons at their foot. Their frame is in
//! [`crate::app::modal`].

use egui::{Response, RichText, Sense, TextEdit, Ui, pos2, vec2};

pub(super) use crate::app::modal::titled as modal;
use crate::app::modal::{claim_focus, is_closed_by_enter, is_confirmed};
use crate::icons::{self, Icon};
use crate::say;
use crate::theme::fonts::{medium, sans, semibold};
use crate::theme::{self, metrics};
use crate::widgets::{Look, Press};
use workbench::intake::date_iso;

/// Width of a dialog that asks one thing.
pub(super) const NARROW: f32 = 560.0;
/// Width of a dialog with names and values beside each other.
pub(super) const MEDIUM: f32 = 680.0;
/// Width of a dialog that shows lists.
pub(super) const WIDE: f32 = 860.0;
/// Width of a dialog that shows a column an article, as far as the window has it.
pub(super) const WIDEST: f32 = 1560.0;

/// Height of an answer that is chosen by a click.
const CHOICE: f32 = 30.0;
/// Room for the words of an answer before its remark.
const CHOICE_LABEL: f32 = 210.0;

/// Room for a list in a dialog, so that the dialog stays inside the window.
pub(super) fn list_height(ui: &Ui, other: f32) -> f32 {
    (ui.ctx().content_rect().height() - other).max(120.0)
}

/// The row of buttons at a dialog's foot; Enter means the action. Returns (done, cancelled).
pub(super) fn buttons(ui: &mut Ui, action: &str, enabled: bool) -> (bool, bool) {
    ui.add_space(12.0);
    at_right(ui, |ui| {
        let done = default_button(ui, action, enabled);
        let cancelled = Press::new(say!("cancel")).look(Look::Outlined).show(ui).clicked();
        (done, cancelled)
    })
}

/// The button that Enter means.
pub(super) fn default_button(ui: &mut Ui, action: &str, enabled: bool) -> bool {
    let response = ui.add_enabled_ui(enabled, |ui| Press::new(action).look(Look::Primary).show(ui)).inner;
    claim_focus(&response);
    response.clicked() || (enabled && is_confirmed(ui))
}

/// One of several answers, on a line of its own as wide as the dialog.
pub(super) fn choice(ui: &mut Ui, label: &str) -> bool {
    choice_saying(ui, label, "")
}

/// As [`choice`], with a remark at the right of its words that says what one gets.
pub(super) fn choice_saying(ui: &mut Ui, label: &str, remark: &str) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let width = ui.available_width();
    let room = width - 10.0 - CHOICE_LABEL - 10.0;
    let said = crate::paint::galley(ui.painter(), remark, sans(12.0), tokens.ink2, 16.0, room, usize::MAX);
    // Its words are whole: titles of articles tell one answer from the next.
    let room = if remark.is_empty() { width - 44.0 } else { CHOICE_LABEL - 12.0 };
    let words = crate::paint::galley(ui.painter(), label, medium(13.0), tokens.ink, 17.0, room, 3);
    let height = CHOICE.max(said.size().y.max(words.size().y) + 12.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), label));
    claim_focus(&response);
    if !remark.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(remark));
    }
    if response.hovered() || response.is_pointer_button_down_on() {
        let fill = if response.is_pointer_button_down_on() { tokens.press } else { tokens.hover };
        ui.painter().rect_filled(rect, 6.0, fill);
    }
    let (left, y) = (rect.left() + 10.0, rect.center().y);
    ui.painter().galley(pos2(left, y - words.size().y / 2.0), words, tokens.ink);
    if remark.is_empty() {
        // It leads on; with the frame of the keyboard alone it would look like a field.
        icons::paint(ui.painter(), Icon::Right, pos2(rect.right() - 16.0, y), 13.0, tokens.ink3);
    }
    let at = pos2(left + CHOICE_LABEL, y - said.size().y / 2.0);
    ui.painter().galley(at, said, tokens.ink2);
    if response.has_focus() {
        crate::paint::focus_ring(ui, rect.shrink(1.0), 6.0);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
    }
    response.clicked()
}

/// A lone Cancel at the foot of a dialog.
pub(super) fn cancel(ui: &mut Ui) -> bool {
    at_right(ui, |ui| Press::new(say!("cancel")).look(Look::Outlined).show(ui).clicked())
}

/// A lone Close at the foot of a dialog; Enter means it.
pub(super) fn close(ui: &mut Ui) -> bool {
    ui.add_space(12.0);
    at_right(ui, close_button)
}

/// The Close of a dialog that has nothing to confirm.
pub(super) fn close_button(ui: &mut Ui) -> bool {
    let response = Press::new(say!("close")).look(Look::Outlined).show(ui);
    claim_focus(&response);
    response.clicked() || is_closed_by_enter(ui)
}

/// Lays controls out from the right.
pub(super) fn at_right<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    // One line high: a layout alone would take all that the dialog was high before.
    let line = vec2(ui.available_width(), metrics::BUTTON);
    ui.allocate_ui_with_layout(line, egui::Layout::right_to_left(egui::Align::Center), content).inner
}

/// The name of a field, above it.
pub(super) fn label(ui: &mut Ui, words: &str) -> Response {
    ui.label(RichText::new(words).font(medium(12.0)).color(theme::tokens(ui.ctx()).ink2))
}

/// A remark under or beside something, in small.
pub(super) fn hint(ui: &mut Ui, words: &str) -> Response {
    ui.label(RichText::new(words).font(sans(12.0)).color(theme::tokens(ui.ctx()).ink3))
}

/// A field of one line under its name.
pub(super) fn field(ui: &mut Ui, name: &str, text: &mut String, hint: &str) -> Response {
    let name = label(ui, name);
    let edit = TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY).margin(vec2(8.0, 6.0));
    let response = ui.add(edit).labelled_by(name.id);
    claim_focus(&response);
    ui.add_space(4.0);
    response
}

/// A sentence below a field whose value can't be read.
pub(super) fn complaint(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(sans(12.0)).color(theme::tokens(ui.ctx()).warn));
    ui.add_space(4.0);
}

/// A typed date as it is kept: ISO 8601, to the day, or the year and month alone. `Err` holds what to say.
pub(super) fn read_date(typed: &str) -> Result<String, &'static str> {
    let typed = typed.trim();
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_partial = match typed.split_once('-') {
        None => typed.is_empty() || digits(typed, 4),
        Some((year, month)) => digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month),
    };
    if is_partial { Ok(typed.to_owned()) } else { date_iso(typed).ok_or(say!("date-unread")) }
}

/// The title of a group of settings or fields.
pub(super) fn section(ui: &mut Ui, words: &str) {
    ui.add_space(8.0);
    ui.label(RichText::new(words).font(semibold(12.0)).color(theme::tokens(ui.ctx()).ink2));
    ui.add_space(2.0);
}

/// Width of the names of settings.
const NAMES: f32 = 132.0;

/// A setting with its name at the left and its controls at the right of it.
pub(super) fn setting(ui: &mut Ui, name: &str, controls: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(32.0);
        let (rect, _) = ui.allocate_exact_size(vec2(NAMES, 28.0), Sense::hover());
        let ink = theme::tokens(ui.ctx()).ink;
        crate::paint::line(ui.painter(), rect.left_center(), name, sans(13.0), ink, NAMES - 8.0);
        ui.horizontal_wrapped(controls);
    });
}

/// A value between a smaller and a larger button; returns −1 or 1 where one was pressed.
pub(super) fn stepper(ui: &mut Ui, name: &str, value: &str) -> Option<f32> {
    let mut step = None;
    if Press::new("−").look(Look::Outlined).name(&say!("smaller", name = name)).show(ui).clicked() {
        step = Some(-1.0);
    }
    let (rect, response) = ui.allocate_exact_size(vec2(56.0, 28.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, value));
    let ink = theme::tokens(ui.ctx()).ink;
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, value, sans(13.0), ink);
    if Press::new("+").look(Look::Outlined).name(&say!("larger", name = name)).show(ui).clicked() {
        step = Some(1.0);
    }
    step
}

/// A switch with its name and a remark at the left.
pub(super) fn switch_row(ui: &mut Ui, name: &str, remark: &str, is_on: &mut bool) {
    if switch_line(ui, 0.0, name, remark, *is_on, name).1 {
        *is_on = !*is_on;
    }
}

/// The line of a switch that a screen reader calls `spoken`; the words begin `inset` points from its left. Gives what it
/// covers, and whether the switch was turned.
pub(super) fn switch_line(
    ui: &mut Ui,
    inset: f32,
    name: &str,
    remark: &str,
    is_on: bool,
    spoken: &str,
) -> (egui::Rect, bool) {
    let tokens = theme::tokens(ui.ctx());
    let width = ui.available_width();
    let room = width - inset - 60.0;
    let said = crate::paint::galley(ui.painter(), remark, sans(12.0), tokens.ink3, 16.0, room, usize::MAX);
    let (rect, _) = ui.allocate_exact_size(vec2(width, said.size().y + 28.0), Sense::hover());
    let left = rect.left() + inset;
    crate::paint::line(ui.painter(), pos2(left, rect.top() + 13.0), name, sans(13.0), tokens.ink, room);
    ui.painter().galley(pos2(left, rect.top() + 23.0), said, tokens.ink3);
    let switch = egui::Rect::from_min_size(pos2(rect.right() - 30.0, rect.center().y - 6.0), vec2(22.0, 12.0));
    (rect, crate::widgets::switch(ui, switch, is_on, spoken).clicked())
}
