//! The controls of the house: buttons, chips, toggles, letters of columns. Each has an accessible
//! name, a visible focus and a fixed height. Knows no data.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::icons::{self, Icon};
use crate::messages::grouped;
use crate::paint;
use crate::theme::fonts::{medium, sans, semibold};
use crate::theme::{self, metrics};

/// What a button looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// No outline until the pointer comes.
    Plain,
    /// Outlined.
    Outlined,
    /// The one main action of a place.
    Primary,
}

/// A button with optional icon, label and shortcut.
#[derive(Clone, Copy)]
pub struct Press<'a> {
    pub icon: Option<Icon>,
    pub label: &'a str,
    /// Shown behind the label, small.
    pub keys: Option<&'a str>,
    pub look: Look,
    /// A triangle at the end: the button opens a menu.
    pub opens_menu: bool,
    pub height: f32,
    /// Accessible name; the label where empty.
    pub name: &'a str,
    /// Width at least, so that nothing moves when the label is another one.
    pub least: f32,
}

impl<'a> Press<'a> {
    pub fn new(label: &'a str) -> Self {
        Self {
            icon: None,
            label,
            keys: None,
            look: Look::Plain,
            opens_menu: false,
            height: metrics::BUTTON,
            name: "",
            least: 0.0,
        }
    }

    /// A square button that shows an icon alone.
    pub fn icon_only(icon: Icon, name: &'a str) -> Self {
        Self { icon: Some(icon), name, ..Self::new("") }
    }

    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    pub fn keys(mut self, keys: &'a str) -> Self {
        self.keys = Some(keys);
        self
    }

    pub fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    pub fn menu(mut self) -> Self {
        self.opens_menu = true;
        self
    }

    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    pub fn name(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    pub fn at_least(mut self, width: f32) -> Self {
        self.least = width;
        self
    }

    const fn is_big(self) -> bool {
        self.height >= 36.0
    }

    const fn padding(self) -> f32 {
        if self.is_big() { 16.0 } else { 8.0 }
    }

    fn font(self) -> egui::FontId {
        match self.look {
            _ if self.is_big() => medium(14.0),
            Look::Outlined => medium(12.0),
            Look::Plain | Look::Primary => medium(13.0),
        }
    }

    fn icon_width(self) -> f32 {
        self.icon.map_or(0.0, |_| if self.label.is_empty() { 16.0 } else { 22.0 })
    }

    /// How wide the button is.
    pub fn width(self, painter: &egui::Painter) -> f32 {
        let menu_width = if self.opens_menu { 16.0 } else { 0.0 };
        if self.label.is_empty() {
            return metrics::BUTTON + menu_width;
        }
        let label_width = paint::width(painter, self.label, self.font());
        let keys_width = self.keys.map_or(0.0, |keys| paint::width(painter, keys, sans(11.0)) + 14.0);
        (self.icon_width() + label_width + keys_width + menu_width + 2.0 * self.padding()).max(self.least)
    }

    /// Adds the button to `ui`.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (big, padding, font, icon_width) = (self.is_big(), self.padding(), self.font(), self.icon_width());
        let painter = ui.painter().clone();
        let (rect, response) = ui.allocate_exact_size(vec2(self.width(&painter), self.height), Sense::click());
        let name = if self.name.is_empty() { self.label } else { self.name };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let tokens = theme::tokens(ui.ctx());
        let radius = if big { 8.0 } else { 6.0 };
        // Dimmed, words and ground of the main button would be one colour.
        let look = if self.look == Look::Primary && !ui.is_enabled() { Look::Outlined } else { self.look };
        let (ink, icon_ink, fill, border) = match look {
            Look::Primary => (tokens.accent_ink, tokens.accent_ink, Some(tokens.accent), tokens.accent),
            Look::Outlined => (tokens.ink, tokens.ink2, Some(tokens.surface), tokens.line2),
            Look::Plain => (tokens.ink, tokens.ink2, None, Color32::TRANSPARENT),
        };
        let pressed = response.is_pointer_button_down_on();
        let fill = match look {
            Look::Primary if response.hovered() || pressed => Some(tokens.accent.gamma_multiply(0.9)),
            _ if pressed => Some(tokens.press),
            _ if response.hovered() => Some(tokens.hover),
            _ => fill,
        };
        if let Some(fill) = fill {
            painter.rect_filled(rect, radius, fill);
        }
        if self.look != Look::Plain {
            painter.rect_stroke(rect, radius, Stroke::new(1.0, border), StrokeKind::Inside);
        }
        let y = rect.center().y;
        let mut x = if self.label.is_empty() { rect.left() + 6.0 } else { rect.left() + padding };
        if let Some(icon) = self.icon {
            icons::paint(&painter, icon, pos2(x + 8.0, y), 16.0, icon_ink);
            x += icon_width;
        }
        if !self.label.is_empty() {
            paint::line(&painter, pos2(x, y), self.label, font, ink, f32::INFINITY);
        }
        if let Some(keys) = self.keys {
            let ink = if self.look == Look::Primary { tokens.accent_ink } else { tokens.ink3 };
            paint::line_right(&painter, pos2(rect.right() - padding, y), keys, sans(11.0), ink);
        }
        if self.opens_menu {
            icons::paint(&painter, Icon::Down, pos2(rect.right() - padding - 5.0, y), 13.0, tokens.ink3);
        }
        if response.has_focus() {
            paint::focus_ring(ui, rect, radius);
        }
        response
    }
}

/// Where the group `salt` begins that stands at the right end of `rect`. Its width is known once it was drawn.
pub fn start_of_right(ui: &Ui, rect: Rect, salt: &str) -> f32 {
    rect.right() - ui.data(|data| data.get_temp(egui::Id::unique(("right group", salt)))).unwrap_or(0.0)
}

/// Draws the group `salt` at the right end of `rect`, from its left to its right as Tab goes through it.
pub fn at_right(ui: &mut Ui, rect: Rect, salt: &'static str, add: impl FnOnce(&mut Ui)) {
    let from = start_of_right(ui, rect, salt);
    let place = egui::UiBuilder::new().max_rect(rect.with_min_x(from)).id_salt(salt);
    let mut child = ui.new_child(place.layout(egui::Layout::left_to_right(egui::Align::Center)));
    child.spacing_mut().item_spacing.x = 4.0;
    add(&mut child);
    let width = child.min_rect().right() - from;
    if (from + width - rect.right()).abs() > 0.1 {
        ui.data_mut(|data| data.insert_temp(egui::Id::unique(("right group", salt)), width));
        ui.ctx().request_discard(salt);
    }
}

/// A pill that is on or off, with an optional count. `before` paints a sign and returns its width.
pub fn chip(ui: &mut Ui, label: &str, count: Option<usize>, on: bool, sign: Option<Sign>) -> Response {
    chip_within(ui, label, count, on, sign, f32::INFINITY)
}

/// [`chip`] of at most `most` pixels: a longer label ends in `…` and is whole in the tooltip.
pub fn chip_within(
    ui: &mut Ui,
    label: &str,
    count: Option<usize>,
    on: bool,
    sign: Option<Sign>,
    most: f32,
) -> Response {
    chip_ending(ui, label, count.map(grouped).as_deref(), on, sign, most)
}

/// What stands at the end of a chip that lets go of something.
pub const LETS_GO: &str = "×";

/// [`chip_within`] with any words at its end, which are never cut.
pub fn chip_ending(ui: &mut Ui, label: &str, end: Option<&str>, on: bool, sign: Option<Sign>, most: f32) -> Response {
    let painter = ui.painter().clone();
    let font = chip_font(on);
    let sign_width = sign.map_or(0.0, |sign| sign.width() + 6.0);
    let whole = ending_width(&painter, label, end, sign);
    let size = vec2(whole.min(most), 24.0);
    let widest = paint::width(&painter, label, chip_font(true));
    let room = if whole > most { widest - (whole - most) } else { f32::INFINITY };
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, label));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let tokens = theme::tokens(ui.ctx());
    let (fill, border, ink, faint) = if on {
        (tokens.sel, tokens.accent, tokens.accent, tokens.accent)
    } else if response.hovered() {
        (tokens.hover, tokens.line2, tokens.ink2, tokens.ink3)
    } else {
        (tokens.surface, tokens.line2, tokens.ink2, tokens.ink3)
    };
    painter.rect(rect, 12.0, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    let y = rect.center().y;
    // In the middle of the room that it has when it is on, so that nothing moves when it is turned.
    let spare = if whole > most { 0.0 } else { widest - paint::width(&painter, label, font.clone()) };
    let mut x = rect.left() + 10.0 + (spare / 2.0).floor();
    if let Some(sign) = sign {
        sign.paint(&painter, tokens, pos2(x, y));
        x += sign_width;
    }
    let label_rect = paint::line(&painter, pos2(x, y), label, font, ink, room);
    if let Some(end) = end {
        paint::line(&painter, pos2(label_rect.right() + 6.0, y), end, sans(12.0), faint, f32::INFINITY);
    }
    if response.has_focus() {
        paint::focus_ring(ui, rect, 12.0);
    }
    if whole > most { response.on_hover_text(label) } else { response }
}

/// How far work is; where it can't tell, a part of the bar goes along it to show that it goes on.
pub fn progress_bar(ui: &Ui, bar: Rect, done: Option<f32>) {
    let tokens = theme::tokens(ui.ctx());
    ui.painter().rect_filled(bar, bar.height() / 2.0, tokens.press);
    let (from, to) = match done {
        Some(done) => (0.0, done.clamp(0.02, 1.0)),
        None if theme::is_motion_reduced(ui.ctx()) => (0.0, 1.0),
        None => {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(33));
            // Once along in two seconds.
            let at = (ui.input(|input| input.time) / 2.0).fract() as f32 * 1.3 - 0.3;
            (at.max(0.0), (at + 0.3).min(1.0))
        }
    };
    let x = |share: f32| bar.left() + bar.width() * share;
    let filled = Rect::from_min_max(pos2(x(from), bar.top()), pos2(x(to), bar.bottom()));
    ui.painter().rect_filled(filled, bar.height() / 2.0, tokens.accent);
}

fn chip_font(on: bool) -> egui::FontId {
    if on { semibold(12.0) } else { sans(12.0) }
}

/// How wide [`chip`] is with the same words, be it on or off.
pub fn chip_width(painter: &egui::Painter, label: &str, count: Option<usize>, sign: Option<Sign>) -> f32 {
    ending_width(painter, label, count.map(grouped).as_deref(), sign)
}

/// How wide [`chip_ending`] is with the same words.
pub fn ending_width(painter: &egui::Painter, label: &str, end: Option<&str>, sign: Option<Sign>) -> f32 {
    let sign = sign.map_or(0.0, |sign| sign.width() + 6.0);
    let end = end.map_or(0.0, |end| paint::width(painter, end, sans(12.0)) + 6.0);
    20.0 + sign + paint::width(painter, label, chip_font(true)) + end
}

/// The small signs of contrasts, as chips, tags and lists show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Cut,
    Voice,
    Hollow,
    Diamond,
    Force,
    Fact,
    Place,
    Name,
    /// Reporting verb: words alone.
    Verb,
}

impl Sign {
    pub const fn width(self) -> f32 {
        match self {
            Self::Cut | Self::Diamond => 10.0,
            Self::Voice | Self::Force => 14.0,
            Self::Hollow => 16.0,
            Self::Fact => 8.0,
            Self::Place | Self::Name => 13.0,
            Self::Verb => 0.0,
        }
    }

    /// Draws the sign with its left end and vertical centre at `at`.
    pub fn paint(self, painter: &egui::Painter, tokens: &theme::Tokens, at: egui::Pos2) {
        let center = at + vec2(self.width() / 2.0, 0.0);
        match self {
            Self::Cut => {
                paint::line(painter, at, "⟨⟩", semibold(11.0), tokens.m_cut, f32::INFINITY);
            }
            Self::Voice => {
                let font = theme::fonts::serif_semibold(13.0);
                paint::line(painter, at + vec2(0.0, 2.0), "“ ”", font, tokens.ink2, f32::INFINITY);
            }
            Self::Hollow => paint::hollow_box(painter, center, tokens.ctl_line),
            Self::Diamond => paint::diamond(painter, center, tokens.warn),
            Self::Force => {
                crate::marks::zigzag(painter, at.x, at.x + self.width(), at.y + 1.0, tokens.m_force);
            }
            Self::Fact => {
                paint::line(painter, at, "≠", semibold(11.0), tokens.m_fact, f32::INFINITY);
            }
            Self::Place => {
                let stroke = Stroke::new(1.2, tokens.ink2);
                painter.line_segment([at, at + vec2(self.width(), 0.0)], stroke);
                painter.line_segment([at + vec2(4.0, -3.5), at + vec2(4.0, 3.5)], stroke);
            }
            Self::Verb => {}
            Self::Name => {
                let stroke = Stroke::new(1.2, tokens.m_name);
                painter.extend(egui::Shape::dashed_line(&[at, at + vec2(self.width(), 0.0)], stroke, 4.0, 3.0));
            }
        }
    }
}

/// An entry of a menu of which one is chosen; returns its response.
pub fn menu_choice(ui: &mut Ui, is_chosen: bool, words: impl Into<egui::WidgetText>) -> Response {
    let before = ui.visuals().selection.bg_fill;
    // Selected words in a field have the stronger ground.
    ui.visuals_mut().selection.bg_fill = theme::tokens(ui.ctx()).sel;
    let response = ui.selectable_label(is_chosen, words.into());
    ui.visuals_mut().selection.bg_fill = before;
    response
}

/// A button that shows the chosen one of `names` and lets another be chosen; returns its index.
pub fn drop_down(ui: &mut Ui, name: &str, names: &[&str], chosen: usize) -> Option<usize> {
    let label = names.get(chosen).copied().unwrap_or_default();
    let spoken = format!("{name}: {label}");
    let button = Press::new(label).look(Look::Outlined).menu().name(&spoken).show(ui);
    let mut choice = None;
    egui::Popup::menu(&button).show(|ui| {
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (at, name) in names.iter().enumerate() {
                if menu_choice(ui, at == chosen, *name).clicked() {
                    choice = Some(at);
                    ui.close();
                }
            }
        });
    });
    choice.filter(|choice| *choice != chosen)
}

/// A switch with a track of 22 × 12. Returns the response; the caller turns the value.
pub fn switch(ui: &mut Ui, rect: Rect, on: bool, name: &str) -> Response {
    let id = ui.scope_id().with(("switch", name));
    let response = ui.interact(rect.expand2(vec2(4.0, 6.0)), id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), on, name));
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.painter();
    let (fill, border, knob, x) = if on {
        (tokens.accent, tokens.accent, tokens.accent_ink, rect.right() - 6.0)
    } else {
        (tokens.surface, tokens.ctl_line, tokens.ctl_line, rect.left() + 6.0)
    };
    painter.rect(rect, 6.0, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    painter.circle_filled(pos2(x, rect.center().y), 4.0, knob);
    if response.has_focus() {
        paint::focus_ring(ui, rect, 6.0);
    }
    response
}

/// The letter of a column in its box; filled for the base.
pub fn sigil(
    painter: &egui::Painter,
    tokens: &theme::Tokens,
    center: egui::Pos2,
    letter: &str,
    is_base: bool,
    size: f32,
) {
    let rect = paint::snap(painter, Rect::from_center_size(center, Vec2::splat(size)));
    let (fill, border, ink) =
        if is_base { (tokens.ink2, tokens.ink2, tokens.panel) } else { (tokens.surface, tokens.ctl_line, tokens.ink2) };
    painter.rect(rect, if size > 18.0 { 4.0 } else { 3.0 }, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    let font = semibold(if letter.len() > 1 { size * 0.48 } else { size * 0.55 });
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, letter, font, ink);
}

/// Selects all of a field's text, so that what is typed next replaces it.
pub fn select_all(ctx: &egui::Context, field: egui::Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    if let Some(mut state) = egui::text_edit::TextEditState::load(ctx, field) {
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ctx, field);
    }
}

/// Words that act like a link.
pub fn link(ui: &mut Ui, rect: Rect, id: egui::Id, label: &str, name: &str) -> Response {
    let ink = theme::tokens(ui.ctx()).accent;
    link_in(ui, rect, id, label, name, ink)
}

/// The same for what is offered many times over: no stronger than what stands beside it until it is pointed at.
pub fn quiet_link(ui: &mut Ui, rect: Rect, id: egui::Id, label: &str, name: &str) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let is_pointed_at = ui.rect_contains_pointer(rect);
    link_in(ui, rect, id, label, name, if is_pointed_at { tokens.accent } else { tokens.ink3 })
}

fn link_in(ui: &mut Ui, rect: Rect, id: egui::Id, label: &str, name: &str, ink: Color32) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    let drawn = paint::line(ui.painter(), rect.left_center(), label, sans(12.0), ink, rect.width());
    if response.hovered() {
        paint::hline(ui.painter(), drawn.left(), drawn.right(), drawn.bottom() - 2.0, ink);
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if response.has_focus() {
        paint::focus_ring(ui, drawn, 3.0);
    }
    response
}
