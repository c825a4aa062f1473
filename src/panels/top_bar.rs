//! The bar on top: menu, opening and pasting, name of the comparison, copying.

use egui::{Align, Layout, Ui, UiBuilder, pos2};

use super::grid::command_item;
use crate::command::{Command, Intent};
use crate::icons::Icon;
use crate::paint;
use crate::panels::{Inbox, Shown};
use crate::theme::fonts::{sans, semibold};
use crate::theme::{self, metrics};
use crate::widgets::Press;

/// Draws the top bar over the full width of `ui`.
pub fn top_bar_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let rect = ui.max_rect();
    let inner = rect.shrink2(egui::vec2(12.0, (metrics::TOP_BAR - metrics::BUTTON) / 2.0));
    let mut right = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)));
    right.spacing_mut().item_spacing.x = 4.0;
    right_side(&mut right, shown, inbox);
    let room = right.min_rect().left();
    let mut left = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = 4.0;
    left_side(&mut left, shown, room, inbox);
}

fn left_side(ui: &mut Ui, shown: &Shown<'_>, room: f32, inbox: &mut Inbox) {
    let menu = Press::icon_only(Icon::Menu, "Menu").show(ui);
    egui::Popup::menu(&menu).show(|ui| main_menu(ui, shown, inbox));
    command_button(ui, shown, Command::ToggleRail, Press::icon_only(Icon::Rail, "Articles"), inbox);
    let words = room - ui.cursor().left() > 420.0;
    for (command, icon, label) in
        [(Command::OpenArticles, Icon::Open, "Open articles…"), (Command::Paste, Icon::Paste, "Paste…")]
    {
        let press = if words { Press::new(label).icon(icon) } else { Press::icon_only(icon, label) };
        command_button(ui, shown, command, press, inbox);
    }
    ui.add_space(4.0);
    let tokens = theme::tokens(ui.ctx());
    let cursor = ui.cursor();
    let y = ui.max_rect().center().y;
    paint::vline(ui.painter(), cursor.left(), y - 10.0, y + 10.0, tokens.line2);
    let left = cursor.left() + 13.0;
    let title = paint::line(
        ui.painter(),
        pos2(left, y),
        shown.title,
        semibold(13.0),
        tokens.ink,
        (room - left - 90.0).max(0.0),
    );
    if shown.is_unsaved && title.right() + 90.0 < room {
        ui.painter().circle_filled(pos2(title.right() + 13.0, y + 0.5), 3.0, tokens.ink3);
        paint::line(ui.painter(), pos2(title.right() + 22.0, y), "unsaved", sans(12.0), tokens.ink3, 60.0);
    }
}

fn right_side(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    command_button(ui, shown, Command::CheatSheet, Press::new("?").name("Keys and marks"), inbox);
    ui.add_enabled_ui(shown.situation.has_rows, |ui| {
        let copy = Press::new("Copy").icon(Icon::Copy).menu().name("Copy menu").show(ui);
        egui::Popup::menu(&copy).show(|ui| copy_menu(ui, shown, inbox));
    });
}

/// A button that runs a command, with its tooltip and shortcut.
pub fn command_button(ui: &mut Ui, shown: &Shown<'_>, command: Command, press: Press<'_>, inbox: &mut Inbox) {
    let enabled = command.is_enabled(shown.situation);
    let hint = command.hint(ui.ctx());
    let response = ui.add_enabled_ui(enabled, |ui| press.show(ui)).inner;
    if response.on_hover_text(hint).clicked() {
        inbox.push(Intent::Run(command));
    }
}

fn copy_menu(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    for command in [
        Command::Copy,
        Command::CopyRows,
        Command::CopyMarkdown,
        Command::CopyTsv,
        Command::CopyTable,
        Command::CopyCitations,
    ] {
        command_item(ui, shown, command, inbox);
    }
    ui.separator();
    let mut marks = shown.view.copy_marks;
    if ui.checkbox(&mut marks, "With difference marks").changed() {
        inbox.push(Intent::CopyWithMarks(marks));
    }
}

fn main_menu(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    for command in [Command::CloseAll, Command::OpenArticles, Command::Paste, Command::TrySample] {
        command_item(ui, shown, command, inbox);
    }
    ui.separator();
    for command in [Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark] {
        command_item(ui, shown, command, inbox);
    }
    ui.separator();
    for command in [
        Command::ZoomIn,
        Command::ZoomOut,
        Command::ZoomReset,
        Command::FullScreen,
        Command::ToggleRail,
        Command::ToggleInspector,
    ] {
        command_item(ui, shown, command, inbox);
    }
    ui.separator();
    for command in [Command::CheatSheet, Command::About, Command::Quit] {
        command_item(ui, shown, command, inbox);
    }
}
