//! The bar on top: menu, opening and pasting, name of the comparison, copying.

use egui::{Align, Layout, Ui, UiBuilder, pos2};

use super::grid::command_item;
use crate::command::{Command, Intent};
use crate::icons::Icon;
use crate::messages::grouped;
use crate::paint;
use crate::panels::{Inbox, Shown, menus};
use crate::say;
use crate::theme::fonts::{medium, sans, semibold};
use crate::theme::{self, metrics};
use crate::view::Which;
use crate::widgets::{Look, Press, drop_down, select_all};

/// What the bar does without where it has not room for all, the least needed first: each comes on top of those before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Spared {
    Nothing,
    WordsOfOpening,
    WordsOfSharing,
    KeysOfViews,
    /// From here on the menu alone has what is left out.
    Opening,
    Help,
    Sharing,
    Rail,
    /// The views become a menu.
    Views,
}

/// Between the parts of the bar.
const GAP: f32 = 12.0;
/// Between buttons.
const BETWEEN: f32 = 4.0;
/// In front of the title, with the line before it.
const BEFORE_TITLE: f32 = 17.0;
const SEARCH_FIELD: f32 = 208.0;
const NARROWEST_SEARCH_FIELD: f32 = 100.0;

impl Spared {
    const ALL: [Self; 9] = [
        Self::Nothing,
        Self::WordsOfOpening,
        Self::WordsOfSharing,
        Self::KeysOfViews,
        Self::Opening,
        Self::Help,
        Self::Sharing,
        Self::Rail,
        Self::Views,
    ];

    /// The least of them with which the bar fits `width`.
    fn within(ui: &Ui, shown: &Shown<'_>, width: f32) -> Self {
        let fits = |spared: &Self| {
            let search = if shows_field(ui, shown) { SEARCH_FIELD } else { metrics::BUTTON };
            let title = spared.least_title(ui, shown);
            spared.left(ui) + title + GAP + spared.views(ui, shown) + GAP + spared.right(ui, search) <= width
        };
        Self::ALL.into_iter().find(fits).unwrap_or(Self::Views)
    }

    fn press_of_opening(self, command: Command, icon: Icon) -> Press<'static> {
        let label = command.label();
        if self < Self::WordsOfOpening { Press::new(label).icon(icon) } else { Press::icon_only(icon, label) }
    }

    fn press_of_sharing(self, label: &'static str, icon: Icon) -> Press<'static> {
        if self < Self::WordsOfSharing { Press::new(label).icon(icon) } else { Press::icon_only(icon, label) }
    }

    fn export(self) -> Press<'static> {
        self.press_of_sharing(say!("export-short"), Icon::Export)
    }

    fn copy(self) -> Press<'static> {
        self.press_of_sharing(say!("copy-short"), Icon::Copy).menu().name(say!("copy-menu"))
    }

    /// Width of the buttons at the left.
    fn left(self, ui: &Ui) -> f32 {
        let opening = if self < Self::Opening { OPENING.as_slice() } else { &[] };
        let opening = opening.iter().map(|&(command, icon)| self.press_of_opening(command, icon).width(ui.painter()));
        let square = [true, self < Self::Rail].into_iter().filter(|is_there| *is_there).map(|_| metrics::BUTTON);
        square.chain(opening).map(|width| width + BETWEEN).sum()
    }

    /// Room that the title is to have at least, with what is around it.
    fn least_title(self, ui: &Ui, shown: &Shown<'_>) -> f32 {
        let most = match self {
            Self::Nothing => 200.0,
            _ if self < Self::Opening => 72.0,
            _ => return 0.0,
        };
        BEFORE_TITLE + paint::width(ui.painter(), shown.title, semibold(13.0)).min(most) + tag_room(ui, shown)
    }

    /// Width of the views.
    fn views(self, ui: &Ui, shown: &Shown<'_>) -> f32 {
        if self < Self::Views {
            Which::ALL.iter().map(|&which| self.view(ui, which) + 2.0).sum::<f32>() + 2.0
        } else {
            Press::new(shown.view.which.label()).look(Look::Outlined).menu().width(ui.painter())
        }
    }

    /// Width of one view in the switch.
    fn view(self, ui: &Ui, which: Which) -> f32 {
        let key = if self < Self::KeysOfViews { 16.0 } else { 0.0 };
        (paint::width(ui.painter(), which.label(), semibold(13.0)) + 24.0 + key).ceil()
    }

    /// Width of what stands at the right, with a search of `search`.
    fn right(self, ui: &Ui, search: f32) -> f32 {
        let mut tools = if self < Self::Sharing { vec![self.copy(), self.export()] } else { Vec::new() };
        tools.extend((self < Self::Help).then(help));
        search + tools.iter().map(|press| press.width(ui.painter()) + BETWEEN).sum::<f32>()
    }
}

const OPENING: [(Command, Icon); 2] = [(Command::OpenArticles, Icon::Open), (Command::Paste, Icon::Paste)];

fn help() -> Press<'static> {
    Press::new("?").name(Command::CheatSheet.label())
}

/// What stands behind the title takes: that the project can only be read, or the dot of unsaved work.
fn tag_room(ui: &Ui, shown: &Shown<'_>) -> f32 {
    match (shown.is_read_only, shown.is_unsaved) {
        (true, _) => paint::width(ui.painter(), say!("read-only-tag"), sans(12.0)) + 20.0,
        (false, true) => 26.0,
        (false, false) => 8.0,
    }
}

/// Draws the top bar over the full width of `ui`.
pub fn top_bar_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let bar = ui.max_rect();
    let inner = bar.shrink2(egui::vec2(12.0, (metrics::TOP_BAR - metrics::BUTTON) / 2.0));
    let spared = Spared::within(ui, shown, inner.width());
    let left = inner.left() + spared.left(ui);
    let views = spared.views(ui, shown);
    let search = if shows_field(ui, shown) {
        let room = inner.right() - left - views - 2.0 * GAP - spared.right(ui, 0.0);
        room.clamp(NARROWEST_SEARCH_FIELD, SEARCH_FIELD)
    } else {
        metrics::BUTTON
    };
    let right = inner.right() - spared.right(ui, search);
    // In the middle of the window, unless what stands beside it needs more.
    let first = left + spared.least_title(ui, shown) + GAP;
    let views_left = (bar.center().x - views / 2.0).max(first).min(right - GAP - views).round();
    let part = |ui: &mut Ui, from: f32, to: f32| {
        let rect = egui::Rect::from_min_max(pos2(from, inner.top()), pos2(to, inner.bottom()));
        let mut part = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
        part.spacing_mut().item_spacing.x = BETWEEN;
        part
    };
    left_side(&mut part(ui, inner.left(), views_left - GAP), shown, spared, inbox);
    if spared < Spared::Views {
        view_switch(ui, shown, spared, views_left, inbox);
    } else {
        view_menu(&mut part(ui, views_left, right - GAP), shown, inbox);
    }
    right_side(&mut part(ui, right, inner.right()), shown, spared, search, inbox);
}

fn left_side(ui: &mut Ui, shown: &Shown<'_>, spared: Spared, inbox: &mut Inbox) {
    let menu = Press::icon_only(Icon::Menu, say!("menu")).show(ui);
    if menus::takes_main(ui.ctx()) {
        menu.request_focus();
        egui::Popup::open_id(ui.ctx(), egui::Popup::default_response_id(&menu));
    }
    egui::Popup::menu(&menu).show(|ui| menus::scrolled(ui, |ui| main_menu(ui, shown, spared, inbox)));
    if spared < Spared::Rail {
        command_button(ui, shown, Command::ToggleRail, Press::icon_only(Icon::Rail, say!("articles")), inbox);
    }
    if spared < Spared::Opening {
        for (command, icon) in OPENING {
            command_button(ui, shown, command, spared.press_of_opening(command, icon), inbox);
        }
    }
    title_ui(ui, shown);
}

/// The name of the comparison, where there is room for some of it.
fn title_ui(ui: &Ui, shown: &Shown<'_>) {
    let tokens = theme::tokens(ui.ctx());
    let (room, y) = (ui.max_rect().right(), ui.max_rect().center().y);
    let line = ui.cursor().left() + 4.0;
    let left = line + BEFORE_TITLE - 4.0;
    // The dot always shows; its word gives way to the title.
    let most = room - left - tag_room(ui, shown);
    if most < 32.0 {
        return;
    }
    paint::vline(ui.painter(), line, y - 10.0, y + 10.0, tokens.line2);
    let title = paint::line(ui.painter(), pos2(left, y), shown.title, semibold(13.0), tokens.ink, most);
    if shown.is_read_only {
        let width = paint::width(ui.painter(), say!("read-only-tag"), sans(12.0));
        let at = pos2(title.right() + 12.0, y);
        paint::line(ui.painter(), at, say!("read-only-tag"), sans(12.0), tokens.warn, width + 1.0);
        let rect = egui::Rect::from_center_size(pos2(at.x + width / 2.0, y), egui::vec2(width, 20.0));
        let response = ui.interact(rect, egui::Id::unique("read only"), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, say!("read-only-tag")));
        response.on_hover_text(say!("refused-read-only"));
        return;
    }
    if shown.is_unsaved {
        ui.painter().circle_filled(pos2(title.right() + 13.0, y + 0.5), 3.0, tokens.ink3);
        let width = paint::width(ui.painter(), say!("unsaved"), sans(12.0));
        if title.right() + 22.0 + width.max(50.0) + 8.0 < room {
            let at = pos2(title.right() + 22.0, y);
            paint::line(ui.painter(), at, say!("unsaved"), sans(12.0), tokens.ink3, width + 1.0);
        }
    }
}

/// The three views as one switch that begins at `left`.
fn view_switch(ui: &mut Ui, shown: &Shown<'_>, spared: Spared, left: f32, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let enabled = Command::ViewRead.is_enabled(shown.situation);
    let mut painter = ui.painter().clone();
    if !enabled {
        painter.set_opacity(0.5);
    }
    let bar = ui.max_rect();
    let size = egui::vec2(spared.views(ui, shown), 30.0);
    let track = egui::Rect::from_min_size(pos2(left, bar.center().y - 15.0), size);
    let dark = ui.visuals().dark_mode;
    painter.rect_filled(track, 8.0, if dark { tokens.window } else { tokens.press });
    let mut x = track.left() + 2.0;
    for (at, which) in Which::ALL.into_iter().enumerate() {
        let width = spared.view(ui, which);
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
        if spared < Spared::KeysOfViews {
            let place = pos2(label.right() + 8.0, rect.center().y);
            paint::line(&painter, place, &(at + 1).to_string(), sans(11.0), tokens.ink2, 20.0);
        }
        if response.has_focus() {
            paint::focus_ring(ui, rect, 6.0);
        }
        if response.clicked() {
            inbox.push(Intent::Show(which));
        }
    }
}

/// The three views as a menu.
fn view_menu(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let chosen = Which::ALL.iter().position(|&which| which == shown.view.which).unwrap_or_default();
    ui.add_enabled_ui(Command::ViewRead.is_enabled(shown.situation), |ui| {
        let chosen = drop_down(ui, say!("menu-view"), &Which::ALL.map(Which::label), chosen);
        inbox.extend(chosen.and_then(|at| Which::ALL.get(at)).map(|&which| Intent::Show(which)));
    });
}

fn right_side(ui: &mut Ui, shown: &Shown<'_>, spared: Spared, search: f32, inbox: &mut Inbox) {
    search_ui(ui, shown, search, inbox);
    if spared >= Spared::Sharing {
        return;
    }
    ui.add_enabled_ui(shown.situation.has_rows, |ui| {
        let copy = spared.copy().show(ui);
        let copy = if spared < Spared::WordsOfSharing { copy } else { copy.on_hover_text(say!("copy-menu")) };
        egui::Popup::menu(&copy).show(|ui| menus::scrolled(ui, |ui| copy_menu(ui, shown, inbox)));
    });
    command_button(ui, shown, Command::Export, spared.export(), inbox);
    if spared < Spared::Help {
        command_button(ui, shown, Command::CheatSheet, help(), inbox);
    }
}

/// Whether the search has a field: in a narrow window a button stands for it until it is used.
fn shows_field(ui: &Ui, shown: &Shown<'_>) -> bool {
    let is_wide = ui.ctx().content_rect().width() >= metrics::NARROW_WINDOW;
    let has_focus = ui.memory(|memory| memory.has_focus(search_id()));
    is_wide || !shown.view.search.is_empty() || is_search_asked(ui, shown) || has_focus
}

fn search_id() -> egui::Id {
    egui::Id::unique("search")
}

/// Whether the reader asked for the search and has not got it yet.
fn is_search_asked(ui: &Ui, shown: &Shown<'_>) -> bool {
    ui.ctx().data(|data| data.get_temp::<u64>(search_id())).unwrap_or_default() != shown.view.finds
}

/// The search field of this width, or the button that stands for it.
fn search_ui(ui: &mut Ui, shown: &Shown<'_>, width: f32, inbox: &mut Inbox) {
    let (id, is_asked) = (search_id(), is_search_asked(ui, shown));
    if !shows_field(ui, shown) {
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
    let (rect, _) = ui.allocate_exact_size(egui::vec2(width, metrics::BUTTON), egui::Sense::hover());
    let line = if shown.situation.has_articles { tokens.ctl_line } else { tokens.line2 };
    ui.painter().rect(rect, 6.0, tokens.surface, egui::Stroke::new(1.0, line), egui::StrokeKind::Inside);
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
        select_all(ui.ctx(), id, &words);
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
        // Those that F3 goes to: the table has no headline that stands in no row.
        let is_read = shown.view.which == Which::Read;
        let all = grouped(shown.hits.list.iter().filter(|hit| is_read || hit.row.is_some()).count());
        let found = match shown.view.hit {
            Some(_) => say!("number-of", number = grouped(shown.view.hit_rank + 1), all = all),
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
fn main_menu(ui: &mut Ui, shown: &Shown<'_>, spared: Spared, inbox: &mut Inbox) {
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
    if spared >= Spared::Sharing {
        ui.add_enabled_ui(shown.situation.has_rows, |ui| {
            ui.menu_button(say!("copy-short"), |ui| copy_menu(ui, shown, inbox));
        });
    }
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
