//! The bar on top: menu, opening and pasting, name of the comparison, copying.

use egui::{Align, Layout, Ui, UiBuilder, pos2};

use super::grid::command_item;
use crate::command::{Command, Intent};
use crate::icons::Icon;
use crate::messages::grouped;
use crate::paint;
use crate::panels::{Inbox, Shown};
use crate::say;
use crate::theme::fonts::{medium, sans, semibold};
use crate::theme::{self, metrics};
use crate::view::Which;
use crate::widgets::{self, Look, Press};

/// Draws the top bar over the full width of `ui`.
pub fn top_bar_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let rect = ui.max_rect();
    let inner = rect.shrink2(egui::vec2(12.0, (metrics::TOP_BAR - metrics::BUTTON) / 2.0));
    let switch = switch_rect(ui, widgets::start_of_right(ui, inner, "top-bar"));
    let mut left = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = 4.0;
    left_side(&mut left, shown, switch.left(), inbox);
    view_switch(ui, shown, switch, inbox);
    widgets::at_right(ui, inner, "top-bar", |ui| right_side(ui, shown, inbox));
}

fn left_side(ui: &mut Ui, shown: &Shown<'_>, room: f32, inbox: &mut Inbox) {
    let menu = Press::icon_only(Icon::Menu, say!("menu")).show(ui);
    egui::Popup::menu(&menu).show(|ui| {
        // Enlarged, the window may still be too low for it.
        let most = ui.ctx().content_rect().height() - metrics::MENU_MARGIN;
        ui.spacing_mut().scroll.floating_allocated_width = metrics::SCROLL_BAR;
        let scroll = egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most);
        scroll.show(ui, |ui| {
            main_menu(ui, shown, inbox);
            // What the keyboard reaches comes into sight.
            let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
            if let Some(entry) = focused.filter(|entry| entry.gained_focus() && entry.layer_id == ui.layer_id()) {
                ui.scroll_to_rect(entry.rect, None);
            }
        });
    });
    command_button(ui, shown, Command::ToggleRail, Press::icon_only(Icon::Rail, say!("articles")), inbox);
    let words = room - ui.cursor().left() > 420.0;
    for (command, icon) in [(Command::OpenArticles, Icon::Open), (Command::Paste, Icon::Paste)] {
        let label = command.label();
        let press = if words { Press::new(label).icon(icon) } else { Press::icon_only(icon, label) };
        command_button(ui, shown, command, press, inbox);
    }
    ui.add_space(4.0);
    let tokens = theme::tokens(ui.ctx());
    let cursor = ui.cursor();
    let y = ui.max_rect().center().y;
    paint::vline(ui.painter(), cursor.left(), y - 10.0, y + 10.0, tokens.line2);
    let left = cursor.left() + 13.0;
    // The dot always shows; its word gives way to the title.
    let dot = if shown.is_unsaved { 26.0 } else { 8.0 };
    let most = (room - left - dot).max(0.0);
    let title = paint::line(ui.painter(), pos2(left, y), shown.title, semibold(13.0), tokens.ink, most);
    if shown.is_unsaved {
        ui.painter().circle_filled(pos2(title.right() + 13.0, y + 0.5), 3.0, tokens.ink3);
        let width = paint::width(ui.painter(), say!("unsaved"), sans(12.0));
        if title.right() + 22.0 + width.max(50.0) + 8.0 < room {
            let at = pos2(title.right() + 22.0, y);
            paint::line(ui.painter(), at, say!("unsaved"), sans(12.0), tokens.ink3, width + 1.0);
        }
    }
}

/// How wide the switch of each view is.
fn switch_widths(ui: &Ui) -> [f32; 3] {
    Which::ALL.map(|which| paint::width(ui.painter(), which.label(), semibold(13.0)) + 40.0)
}

/// Where the views are switched: in the middle of the bar, left of `room`.
fn switch_rect(ui: &Ui, room: f32) -> egui::Rect {
    let bar = ui.max_rect();
    let width = switch_widths(ui).iter().sum::<f32>() + 8.0;
    let left = (bar.center().x - width / 2.0).min(room - width - 12.0).round();
    egui::Rect::from_min_size(pos2(left, bar.center().y - 15.0), egui::vec2(width, 30.0))
}

/// The three views as one switch.
fn view_switch(ui: &mut Ui, shown: &Shown<'_>, track: egui::Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let enabled = Command::ViewRead.is_enabled(shown.situation);
    let mut painter = ui.painter().clone();
    if !enabled {
        painter.set_opacity(0.5);
    }
    let dark = ui.visuals().dark_mode;
    painter.rect_filled(track, 8.0, if dark { tokens.window } else { tokens.press });
    let mut x = track.left() + 2.0;
    for (at, (which, width)) in Which::ALL.into_iter().zip(switch_widths(ui)).enumerate() {
        let rect = egui::Rect::from_min_size(pos2(x, track.top() + 2.0), egui::vec2(width, 26.0));
        x += width + 2.0;
        let is_on = shown.view.which == which;
        let sense = if enabled { egui::Sense::click() } else { egui::Sense::hover() };
        let response = ui.interact(rect, egui::Id::unique(("view", which)), sense);
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::Tab, enabled, is_on, say!("view-named", view = which.label()))
        });
        if is_on {
            let fill = if dark { tokens.press } else { tokens.surface };
            painter.rect(rect, 6.0, fill, egui::Stroke::new(1.0, tokens.line2), egui::StrokeKind::Inside);
        } else if response.hovered() && enabled {
            painter.rect_filled(rect, 6.0, tokens.hover);
        }
        let (font, ink) = if is_on { (semibold(13.0), tokens.ink) } else { (medium(13.0), tokens.ink2) };
        let label = paint::line(&painter, pos2(rect.left() + 12.0, rect.center().y), which.label(), font, ink, width);
        paint::line(
            &painter,
            pos2(label.right() + 8.0, rect.center().y),
            &(at + 1).to_string(),
            sans(11.0),
            tokens.ink2,
            20.0,
        );
        if response.has_focus() {
            paint::focus_ring(ui, rect, 6.0);
        }
        if response.clicked() {
            inbox.push(Intent::Show(which));
        }
    }
}

fn right_side(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    search_ui(ui, shown, inbox);
    ui.add_enabled_ui(shown.situation.has_rows, |ui| {
        let copy = Press::new(say!("copy-short")).icon(Icon::Copy).menu().name(say!("copy-menu")).show(ui);
        egui::Popup::menu(&copy).show(|ui| copy_menu(ui, shown, inbox));
    });
    command_button(ui, shown, Command::Export, Press::new(say!("export-short")).icon(Icon::Export), inbox);
    ui.add_space(2.0);
    command_button(ui, shown, Command::CheatSheet, Press::new("?").name(Command::CheatSheet.label()), inbox);
}

/// The search field; in a narrow window a button stands for it until it is used.
fn search_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let id = egui::Id::unique("search");
    let asked = ui.ctx().data(|data| data.get_temp::<u64>(id)).unwrap_or_default();
    let is_asked = asked != shown.view.finds;
    let is_wide = ui.ctx().content_rect().width() >= metrics::NARROW_WINDOW;
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    if !is_wide && shown.view.search.is_empty() && !is_asked && !has_focus {
        command_button(
            ui,
            shown,
            Command::Find,
            Press::icon_only(Icon::Search, Command::Find.label()).look(Look::Outlined),
            inbox,
        );
        return;
    }
    let tokens = theme::tokens(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(egui::vec2(208.0, metrics::BUTTON), egui::Sense::hover());
    ui.painter().rect(rect, 6.0, tokens.surface, egui::Stroke::new(1.0, tokens.ctl_line), egui::StrokeKind::Inside);
    crate::icons::paint(ui.painter(), Icon::Search, pos2(rect.left() + 16.0, rect.center().y), 14.0, tokens.ink2);
    let mut words = shown.view.search.clone();
    // As high as the bar's buttons: a lower field would put its words under the middle.
    let field =
        egui::Rect::from_min_max(pos2(rect.left() + 30.0, rect.top()), pos2(rect.right() - 52.0, rect.bottom()));
    let edit = egui::TextEdit::singleline(&mut words)
        .id(id)
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::ZERO)
        .hint_text(egui::RichText::new(say!("find-in-all")).font(sans(13.0)).color(tokens.ink3))
        .font(sans(13.0))
        .align(egui::Align2::LEFT_CENTER);
    let response = ui.add_enabled_ui(shown.situation.has_articles, |ui| ui.put(field, edit)).inner;
    let response = response.accessible_name(say!("find-in-all"));
    if is_asked {
        // What was searched for before is written over.
        if let Some(mut state) = egui::text_edit::TextEditState::load(ui.ctx(), id) {
            let all = egui::text::CCursorRange::two(
                egui::text::CCursor::new(0),
                egui::text::CCursor::new(words.chars().count()),
            );
            state.cursor.set_char_range(Some(all));
            state.store(ui.ctx(), id);
        }
        response.request_focus();
        ui.ctx().data_mut(|data| data.insert_temp(id, shown.view.finds));
    }
    if response.has_focus() {
        paint::focus_ring(ui, rect, 6.0);
    }
    if words.is_empty() {
        if let Some(keys) = Command::Find.keys(ui.ctx()) {
            paint::line_right(ui.painter(), pos2(rect.right() - 8.0, rect.center().y), &keys, sans(11.0), tokens.ink3);
        }
    } else {
        let all = grouped(shown.hits.list.len());
        let found = match shown.view.hit {
            Some(at) => say!("number-of", number = grouped(at + 1), all = all),
            None => all,
        };
        paint::line_right(ui.painter(), pos2(rect.right() - 8.0, rect.center().y), &found, sans(11.0), tokens.ink3);
    }
    let (enter, shift) = ui.input(|input| (input.key_pressed(egui::Key::Enter), input.modifiers.shift));
    if response.lost_focus() && enter && !words.is_empty() {
        inbox.push(Intent::Run(if shift { Command::FindPrevious } else { Command::FindNext }));
        response.request_focus();
    }
    if words != shown.view.search {
        inbox.push(Intent::SetSearch(words));
    }
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
    // Menus draw controls without an outline, and an empty box would not be seen.
    let outline = egui::Stroke::new(1.0, theme::tokens(ui.ctx()).ctl_line);
    let looks = &mut ui.visuals_mut().widgets;
    for look in [&mut looks.inactive, &mut looks.hovered, &mut looks.active] {
        look.bg_stroke = outline;
    }
    if ui.checkbox(&mut marks, say!("copy-with-marks")).changed() {
        inbox.push(Intent::CopyWithMarks(marks));
    }
}

/// The main menu: what is used daily at once, the rest in menus of its own, so that all of it fits a small window.
fn main_menu(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let files = [Command::CloseAll, Command::OpenArticles, Command::Paste, Command::OpenProject];
    commands(ui, shown, &files, inbox);
    ui.add_enabled_ui(!shown.recent.is_empty(), |ui| {
        ui.menu_button(say!("recent"), |ui| {
            for recent in shown.recent.iter().take(10) {
                let words = format!("{} · {}", recent.name(), say!("articles-counted", count = recent.articles));
                if ui.button(words).on_hover_text(recent.path.display().to_string()).clicked() {
                    inbox.push(Intent::OpenProjectAt(recent.path.clone()));
                    ui.close();
                }
            }
        });
    });
    commands(ui, shown, &[Command::Save, Command::SaveAs, Command::Export], inbox);
    ui.separator();
    let undo = shown.undo.map(|name| say!("undo-named", name = name));
    let redo = shown.redo.map(|name| say!("redo-named", name = name));
    for (command, name) in [(Command::Undo, undo), (Command::Redo, redo)] {
        let (has_name, label) = (name.is_some(), name.unwrap_or_else(|| command.label().to_owned()));
        let mut button = egui::Button::new(label);
        if let Some(keys) = command.keys(ui.ctx()) {
            button = button.shortcut_text(keys);
        }
        if ui.add_enabled(has_name, button).clicked() {
            inbox.push(Intent::Run(command));
            ui.close();
        }
    }
    ui.separator();
    for (name, groups) in submenus() {
        ui.menu_button(name, |ui| {
            for (at, group) in groups.iter().enumerate() {
                if at > 0 {
                    ui.separator();
                }
                commands(ui, shown, group, inbox);
            }
        });
    }
    ui.separator();
    commands(ui, shown, &[Command::Settings, Command::Quit], inbox);
}

/// The menus in the main menu: name, and groups of commands with a line between them.
fn submenus() -> [(&'static str, Vec<Vec<Command>>); 4] {
    [
        (
            say!("menu-view"),
            vec![
                vec![Command::ViewGrid, Command::ViewRead, Command::ViewCoverage],
                vec![Command::ToggleRail, Command::ToggleInspector, Command::FullScreen],
                vec![Command::ClassMode, Command::Reveal],
            ],
        ),
        (
            say!("menu-look"),
            vec![
                vec![Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark],
                vec![Command::ZoomIn, Command::ZoomOut, Command::ZoomReset],
            ],
        ),
        (say!("menu-tools"), vec![vec![Command::Palette, Command::Ledgers, Command::FullestBase, Command::Readers]]),
        (say!("menu-help"), vec![vec![Command::CheatSheet, Command::TrySample, Command::About]]),
    ]
}

fn commands(ui: &mut Ui, shown: &Shown<'_>, commands: &[Command], inbox: &mut Inbox) {
    for &command in commands {
        command_item(ui, shown, command, inbox);
    }
}
