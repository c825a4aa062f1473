//! Columns of the grid: how wide, where on screen, and their frozen heads. When they do not all fit,
//! the base stays at the left and the others scroll sideways behind it; where one alone fits, it scrolls too.

use egui::{Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::command::{Command, Intent};
use crate::icons::{self, Icon};
use crate::paint;
use crate::panels::sideways::{self, Sideways};
use crate::panels::{Inbox, Shown, dropped, menus};
use crate::say;
use crate::theme::fonts::{sans, semibold};
use crate::theme::{self, metrics};
use crate::widgets;

/// The shown columns of the current event and their places.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// Columns of the event, in the order they are drawn.
    order: Vec<usize>,
    width: f32,
    shown_width: f32,
    /// True where the columns do not all fit.
    overflows: bool,
    /// How many columns stay at the left: the base, where another one fits beside it.
    frozen: usize,
}

impl Columns {
    pub fn new(shown: &Shown<'_>, shown_width: f32) -> Self {
        let mut columns = shown.columns.to_vec();
        let number = columns.len().max(1) as f32;
        let width = (shown_width / number).floor().max(metrics::MIN_COLUMN);
        let overflows = width * number > shown_width + number;
        // As many whole columns as fit.
        let fit = (shown_width / metrics::MIN_COLUMN).floor().max(1.0);
        let width = if overflows { (shown_width / fit).floor() } else { width };
        let frozen = usize::from(overflows && fit > 1.0);
        if overflows
            && let Some(at) = columns.iter().position(|&column| shown.event.is_some_and(|event| event.base == column))
        {
            let base = columns.remove(at);
            columns.insert(0, base);
        }
        Self { order: columns, width, shown_width, overflows, frozen }
    }

    pub fn len(&self) -> usize {
        self.order.len()
    }

    pub fn column(&self, position: usize) -> usize {
        self.order.get(position).copied().unwrap_or_default()
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.order.iter().copied()
    }

    pub const fn width(&self) -> f32 {
        self.width
    }

    pub const fn shown_width(&self) -> f32 {
        self.shown_width
    }

    /// Width of all columns together.
    pub fn total(&self) -> f32 {
        if self.overflows { self.sideways().total() } else { self.shown_width }
    }

    /// True where the columns do not all fit.
    pub const fn overflows(&self) -> bool {
        self.overflows
    }

    /// The columns that scroll, and how far.
    fn sideways(&self) -> Sideways {
        let fixed = self.frozen as f32 * self.width;
        let number = self.len() - self.frozen;
        // What whole columns leave over comes behind the last one, so that the farthest place is one of whole columns too.
        let tail = self.shown_width - (self.shown_width / self.width).floor() * self.width;
        Sideways { fixed, column: self.width, number, tail, shown: self.shown_width }
    }

    /// What the buttons that scroll take of the lower line of a head: of the last one in sight, and of that which stays.
    fn reserved(&self, ui: &Ui, position: usize, is_last: bool, scrolled: f32) -> f32 {
        if !self.overflows {
            return 0.0;
        }
        let sideways = self.sideways();
        let [behind, beyond] = sideways.hidden(scrolled);
        let width = |count: usize, is_left: bool| sideways::width(ui, sideways, count, is_left) + 12.0;
        let room = |count: usize, is_left: bool| if count > 0 { width(count, is_left) } else { 0.0 };
        let has_left = if self.frozen > 0 { position == 0 } else { is_last };
        (if has_left { room(behind, true) } else { 0.0 }) + if is_last { room(beyond, false) } else { 0.0 }
    }

    /// How far the columns have to be scrolled for the first one behind the base to be the one it was when they were laid
    /// out as `before` and scrolled so far: in another width the same way ends in the middle of a column.
    pub fn scrolled_as(&self, before: &Self, scrolled: f32) -> Option<f32> {
        if !self.overflows {
            return None;
        }
        let first = before.sideways().first(scrolled);
        let same = before.order.get(before.frozen + first).filter(|_| first > 0);
        let at = same.and_then(|same| self.iter().position(|column| column == *same)).unwrap_or_default();
        Some(self.sideways().scrolled_from(at.saturating_sub(self.frozen)))
    }

    /// How far the columns have to be scrolled to show this one; `None` where it is in sight.
    pub fn scrolled_to(&self, column: usize, scrolled: f32) -> Option<f32> {
        let position = self.iter().position(|other| other == column)?.checked_sub(self.frozen)?;
        self.overflows.then(|| self.sideways().scrolled_to(position, scrolled))?
    }

    /// Widest line of text in a cell: beside few others, as wide as reads well.
    pub fn text_width(&self) -> f32 {
        let most = if self.len() < metrics::MANY_COLUMNS { metrics::MEASURE } else { metrics::MAX_CELL_TEXT };
        (self.width - 2.0 * metrics::CELL_SIDE).min(most)
    }

    /// The places of the columns that are in sight when the others are scrolled so far.
    pub fn in_sight(&self, scrolled: f32) -> Vec<usize> {
        let strip = Rect::from_min_size(egui::Pos2::ZERO, vec2(self.shown_width, 1.0));
        (0..self.order.len()).filter(|&position| self.place(position, strip, scrolled).is_some()).collect()
    }

    /// Where the cell at `position` lies in the strip `row`, and what of it may be seen.
    pub fn place(&self, position: usize, row: Rect, scrolled: f32) -> Option<(Rect, Rect)> {
        let last = position + 1 == self.order.len();
        let (left, clip) = if self.overflows && position >= self.frozen {
            let left = row.left() + position as f32 * self.width - scrolled;
            (left, row.with_min_x(row.left() + self.frozen as f32 * self.width))
        } else {
            (row.left() + position as f32 * self.width, row)
        };
        let right = if last && !self.overflows { row.right() } else { left + self.width };
        let rect = Rect::from_min_max(pos2(left, row.top()), pos2(right, row.bottom()));
        // Columns that only touch the edge would leave a line there.
        rect.intersect(clip).is_positive().then_some((rect, clip))
    }
}

/// The article being dragged to another place.
#[derive(Clone, Copy)]
pub struct DraggedArticle(pub collation::WitnessKey);

/// The frozen strip of column heads.
pub fn heads_ui(ui: &mut Ui, shown: &Shown<'_>, columns: &Columns, strip: Rect, scrolled: f32, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    ui.painter().rect_filled(strip, 0.0, tokens.panel);
    let inner = Rect::from_min_size(strip.min, vec2(columns.shown_width(), strip.height()));
    for position in 0..columns.len() {
        let Some((rect, clip)) = columns.place(position, inner, scrolled) else { continue };
        let reserved = columns.reserved(ui, position, rect.right() >= inner.right() - columns.width / 2.0, scrolled);
        head_ui(ui, shown, columns.column(position), rect, clip, reserved, inbox);
        // A column that lies partly behind the base begins at its edge.
        if position > 0 {
            let edge = rect.left().max(clip.left());
            paint::vline(ui.painter(), edge, strip.top(), strip.bottom(), tokens.line);
        }
    }
    paint::hline(ui.painter(), strip.left(), strip.right(), strip.bottom() - 1.0, tokens.line2);
}

/// Says in the heads how many articles are still to be scrolled to; returns how far when the reader wants them.
pub fn beyond_ui(ui: &mut Ui, shown: &Shown<'_>, columns: &Columns, heads: Rect, scrolled: f32) -> Option<f32> {
    let hidden = columns.order.get(columns.frozen..).filter(|_| columns.overflows)?;
    let sideways = columns.sideways();
    let y = heads.top() + LOWER_LINE;
    let right = pos2(heads.left() + columns.shown_width - 8.0, y);
    // At the edge behind which they are hidden; where nothing stays at the left, beside the other.
    let left = if columns.frozen > 0 {
        pos2(heads.left() + sideways.fixed - 8.0, y)
    } else {
        right - vec2(sideways::width(ui, sideways, sideways.hidden(scrolled)[1], false) + 6.0, 0.0)
    };
    sideways::beyond_ui(ui, shown, sideways, hidden, [left, right], scrolled)
}

/// How far below the top of a head the middle of its lower line is.
const LOWER_LINE: f32 = 33.0;

/// `reserved` is what something else takes at the end of its lower line.
fn head_ui(ui: &mut Ui, shown: &Shown<'_>, column: usize, rect: Rect, clip: Rect, reserved: f32, inbox: &mut Inbox) {
    let Some(article) = shown.article(column) else { return };
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    let id = Id::unique(("column-head", article.key));
    let response = ui.interact(rect.intersect(clip), id, Sense::click_and_drag());
    let mut name = say!("column-named", name = &article.name, sigil = &article.sigil);
    if article.is_base {
        name += &format!(", {}", say!("base"));
    }
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, &name));
    response.dnd_set_drag_payload(DraggedArticle(article.key));
    if let Some(dragged) = dropped::<DraggedArticle>(&response) {
        inbox.push(Intent::MoveArticle { article: dragged.0, to: article.key });
    }
    let is_target = response.dnd_hover_payload::<DraggedArticle>().is_some_and(|dragged| dragged.0 != article.key);
    if is_target {
        painter.rect_filled(rect, 0.0, tokens.sel);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, tokens.hover);
    }
    let left = rect.left() + metrics::CELL_SIDE;
    widgets::sigil(&painter, tokens, pos2(left + 10.0, rect.center().y), &article.sigil, article.is_base, 20.0);
    let text_left = left + 30.0;
    let room = rect.right() - text_left - 36.0;
    let outlet =
        paint::line(&painter, pos2(text_left, rect.top() + 16.0), &article.name, semibold(13.0), tokens.ink, room);
    if article.is_base {
        paint::line(
            &painter,
            pos2(outlet.right() + 8.0, rect.top() + 16.5),
            say!("base"),
            sans(11.0),
            tokens.ink3,
            40.0,
        );
    }
    let below =
        Rect::from_min_max(pos2(text_left, rect.top() + 24.0), pos2(rect.right() - 8.0 - reserved, rect.top() + 42.0));
    // The list beside the table asks for the name already.
    let asks = !shown.has_rail(ui.ctx().content_rect().width());
    crate::panels::articles::about_ui(ui, article, asks, below, clip, "grid", inbox);
    if response.has_focus() {
        paint::focus_ring(ui, rect.shrink(3.0), 4.0);
    }
    let star = Rect::from_center_size(pos2(rect.right() - 18.0, rect.top() + 16.0), vec2(22.0, 22.0));
    if (response.hovered() || response.has_focus()) && !article.is_base && clip.contains_rect(star) {
        icons::paint(&painter, Icon::Star, star.center(), 14.0, tokens.ink3);
        let star_response = ui.interact(star, id.with("star"), Sense::click());
        star_response.widget_info(|| {
            WidgetInfo::labeled(egui::Role::Button, true, say!("make-base-named", name = &article.name))
        });
        if star_response.on_hover_text(say!("make-base-hint")).clicked() {
            inbox.push(Intent::SetBase(article.key));
        }
    }
    menus::context_menu(&response, false, |ui| article_menu(ui, shown, article, inbox));
}

/// What can be done with an article; the same in rail and column head.
pub fn article_menu(ui: &mut Ui, shown: &Shown<'_>, article: &crate::panels::ArticleItem, inbox: &mut Inbox) {
    let at = shown.articles.iter().position(|other| other.key == article.key);
    let same_event = |other: &&crate::panels::ArticleItem| other.event == article.event;
    let before = at.and_then(|at| shown.articles.get(..at)?.iter().rev().find(same_event));
    let after = at.and_then(|at| shown.articles.get(at + 1..)?.iter().find(same_event));
    if ui.add_enabled(!article.is_base, egui::Button::new(say!("make-base-short"))).clicked() {
        inbox.push(Intent::SetBase(article.key));
    }
    for (label, target) in [(say!("move-left"), before), (say!("move-right"), after)] {
        if ui.add_enabled(target.is_some(), egui::Button::new(label)).clicked()
            && let Some(target) = target
        {
            inbox.push(Intent::MoveArticle { article: article.key, to: target.key });
        }
    }
    let label = if article.is_hidden { say!("show-column") } else { say!("hide-column") };
    if ui.button(label).clicked() {
        inbox.push(Intent::SetHidden { article: article.key, hidden: !article.is_hidden });
    }
    let label = if article.is_original { say!("original-off") } else { say!("original-on") };
    if ui.button(label).on_hover_text(Command::MarkOriginal.tooltip()).clicked() {
        inbox.push(Intent::SetOriginal { article: article.key, is_original: !article.is_original });
        ui.close();
    }
    ui.menu_button(say!("move-to-event-menu"), |ui| {
        for event in (0..shown.sheet.events.len()).filter(|&event| event != article.event) {
            let with = shown.articles.iter().rfind(|other| other.event == event);
            let title = crate::panels::filter_bar::event_title(shown, event);
            let words = say!("event-titled", number = event + 1, title = title);
            if ui.button(words).clicked() {
                inbox.push(Intent::MoveToEvent { article: article.key, with: with.map(|with| with.key) });
                ui.close();
            }
        }
        if ui.button(say!("event-own")).clicked() {
            inbox.push(Intent::MoveToEvent { article: article.key, with: None });
            ui.close();
        }
    });
    ui.separator();
    if ui.button(say!("properties")).clicked() {
        inbox.push(Intent::OpenProperties(article.key));
    }
    if ui.button(Command::CloseArticle.label()).clicked() {
        inbox.push(Intent::RemoveArticle(article.key));
    }
}
