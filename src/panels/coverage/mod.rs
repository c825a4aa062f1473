//! The coverage view: which outlet has which statement in which voice, where it stands, and in what
//! order each outlet tells.

mod heads;
mod places;
mod telling;
mod totals;

use std::collections::BTreeMap;

use collation::contrast::Voice;
use collation::sheet::{SheetCell, SheetEvent, SheetPassage, SheetRow};
use collation::witness::Role;
use egui::util::hash;
use egui::{Id, Painter, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::grid::place_aloud;
use super::kept::Kept;
use super::sideways::beyond_ui;
use super::whole_title::with_whole_title;
use super::{Inbox, Shown, menus, tips};
use crate::command::Intent;
use crate::paint;
use crate::say;
use crate::terms;
use crate::theme::fonts::{medium, sans, semibold, serif_semibold};
use crate::theme::{self, metrics};
use crate::widgets::{self, Sign};
use heads::heads;
use places::{Places, Scroll};
use telling::Telling;
use totals::totals;

const ROW: f32 = 40.0;
/// Height of a line of a title; a row has room for two.
const TITLE_LINE: f32 = 16.0;
/// Between what stands in a cell and the line of its column.
const SIDE: f32 = 8.0;
const HEAD: f32 = 76.0;
const TOTALS: f32 = 44.0;
/// Height of the heads in a low window, where they are names alone, and the totals stand below the last row.
const LOW_HEAD: f32 = 44.0;
/// Room for the place beside the glyph of a cell.
const PLACE: f32 = 34.0;
/// Least height of the chart below the table. Where it does not fit beside most of the rows it is there when asked for,
/// beside the least number of them.
const CHART: f32 = 200.0;
const LEAST_ROWS: f32 = 2.0;

/// What is drawn of all statements at once, kept from one frame to the next.
#[derive(Debug, Default)]
pub struct CoverageCache {
    /// Says which statements of which articles are shown.
    key: u64,
    /// By column of the table.
    strips: BTreeMap<usize, Kept>,
    /// How many statements a column has in each voice.
    voices: BTreeMap<usize, [usize; 3]>,
    telling: Telling,
    scroll: Scroll,
}

impl CoverageCache {
    /// To be called before a frame.
    fn refresh(&mut self, shown: &Shown<'_>) {
        let view = shown.view;
        let key = hash((shown.sheet_revision, view.event, view.hides_marks(), shown.rows, shown.columns));
        if self.key != key {
            *self = Self { key, scroll: self.scroll, ..Self::default() };
        }
    }

    /// Another number whenever what is drawn of all statements into `rect` may be another.
    fn key_of(&self, painter: &Painter, shown: &Shown<'_>, rect: Rect) -> u64 {
        let Rect { min, max } = rect;
        let place = [min.x, min.y, max.x, max.y, painter.pixels_per_point()].map(f32::to_bits);
        let current = shown.view.selection.current.map(|row| (row.article, row.span.start, row.span.end));
        let tokens = theme::tokens(painter.ctx());
        let colours = [tokens.press, tokens.accent, tokens.ink3, tokens.ctl_line, tokens.m_only, tokens.line2];
        hash((self.key, place, current, colours))
    }
}

/// Draws the view into the whole of `ui`.
pub fn coverage_ui(ui: &mut Ui, shown: &Shown<'_>, cache: &mut CoverageCache, inbox: &mut Inbox) {
    cache.refresh(shown);
    let tokens = theme::tokens(ui.ctx());
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0.0, tokens.surface);
    let Some(event) = shown.event.filter(|_| !shown.rows.is_empty()) else {
        super::nothing_ui(ui, shown, area.min);
        return;
    };
    super::dim_what_is_stale(ui, shown);
    let places = Places::new(ui.painter(), shown, area);
    if !places.overflows {
        cache.scroll = Scroll { reveals_done: shown.view.reveals, ..Scroll::default() };
        table_and_chart(ui, shown, event, places, area, cache, inbox);
        return;
    }
    let below = Rect::from_min_max(area.min, area.max - vec2(0.0, metrics::SCROLL_BAR));
    let sideways = places.sideways();
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt("sideways"));
    let mut scroll = ScrollArea::horizontal().id_salt("coverage sideways").auto_shrink(false).animated(false);
    if let Some(offset) = cache.scroll.take(shown, sideways) {
        scroll = scroll.horizontal_scroll_offset(offset);
    }
    let output = scroll.show_viewport(&mut child, |ui, viewport| {
        ui.set_min_size(vec2(area.width() + sideways.total() - sideways.shown, below.height().max(0.0)));
        let places = Places { scrolled: viewport.left(), ..places };
        table_and_chart(ui, shown, event, places, below, cache, inbox);
    });
    cache.scroll.scrolled = output.state.clamped_offset().x;
    // In the corner of the table, where the edge is behind which columns are hidden, and in the line of the heads that has
    // the scale of the last one.
    let is_brief = metrics::is_low(ui.ctx());
    let y = area.top() + if is_brief { LOW_HEAD - 12.0 } else { HEAD - 14.0 };
    let scrolled = cache.scroll.scrolled;
    let ends = [pos2(area.left() + places.titles - 8.0, y), pos2(places.edge() - 6.0, y)];
    cache.scroll.wanted = beyond_ui(ui, shown, sideways, shown.columns, ends, scrolled);
}

fn table_and_chart(
    ui: &mut Ui,
    shown: &Shown<'_>,
    event: &SheetEvent,
    places: Places,
    area: Rect,
    cache: &mut CoverageCache,
    inbox: &mut Inbox,
) {
    let is_brief = metrics::is_low(ui.ctx());
    let (head_height, totals_height) = if is_brief { (LOW_HEAD, 0.0) } else { (HEAD, TOTALS) };
    let below_rows = TOTALS - totals_height;
    let head = Rect::from_min_size(area.min, vec2(area.width(), head_height));
    let rows_height = shown.rows.len() as f32 * ROW + below_rows;
    let room = area.height() - head_height - totals_height;
    let fits = room - rows_height.min(room * 0.6) >= CHART;
    heads(ui, shown, places, head, fits, cache);
    // Too low for both: the chart takes the place of the rows.
    let is_low = room < CHART / 2.0 + LEAST_ROWS * ROW;
    let chart = match shown.view.tells_order {
        _ if fits => (room - rows_height).max(room * 0.4).max(CHART),
        true => CHART.min(room - LEAST_ROWS * ROW).max(0.0),
        false => 0.0,
    };
    if !fits {
        order_link(ui, shown, head, places.titles, inbox);
    }
    if is_low && shown.view.tells_order && !fits {
        let rect = Rect::from_min_max(head.left_bottom(), area.max);
        telling::order_of_telling(ui, shown, event, places, rect, cache, inbox);
        return;
    }
    // Whole rows only: what the last one would leave over goes to the chart, or stays free above the totals.
    let whole = ((room - chart) / ROW).floor().max(1.0) * ROW;
    let in_sight = if is_brief { (room - chart).max(whole) } else { whole };
    let body = Rect::from_min_size(head.left_bottom(), vec2(area.width(), in_sight.min(rows_height)));
    rows(ui, shown, places, body, below_rows, cache, inbox);
    let totals_rect = Rect::from_min_size(body.left_bottom(), vec2(area.width(), totals_height));
    if !is_brief {
        totals(ui, shown, places, totals_rect, cache);
    }
    if chart > 0.0 {
        let rect = Rect::from_min_max(totals_rect.left_bottom(), area.max);
        telling::order_of_telling(ui, shown, event, places, rect, cache, inbox);
    }
}

/// In the corner of the table: shows the order of telling or leaves it out.
fn order_link(ui: &mut Ui, shown: &Shown<'_>, head: Rect, width: f32, inbox: &mut Inbox) {
    let on = shown.view.tells_order;
    let words = if on { say!("order-hide") } else { say!("order-of-telling") };
    let size = vec2(paint::width(ui.painter(), words, sans(12.0)).min(width - 32.0), 18.0);
    // Where the word above the titles would stand, below what the signs mean.
    let above = if metrics::is_low(ui.ctx()) { 10.0 } else { head.height() - 27.0 };
    let rect = Rect::from_min_size(head.min + vec2(16.0, above), size);
    if widgets::link(ui, rect, Id::unique("order link"), words, words).clicked() {
        inbox.push(Intent::TellOrder(!on));
    }
}

/// Where a row's passages stand in the article of a column, 0 (its first character) to 1.
fn positions<'a>(shown: &Shown<'_>, row: &'a SheetRow, column: usize) -> impl Iterator<Item = f32> + use<'a> {
    let member = shown.event.and_then(|event| event.members.get(column));
    let article = member.and_then(|&member| shown.sheet.articles.get(member));
    let passages = article.map(|article| article.segmented.passages.as_slice()).unwrap_or_default();
    let start = passages.first().map_or(0, |passage| passage.span.start);
    let end = passages.last().map_or(start + 1, |passage| passage.span.end).max(start + 1);
    let share = move |at: usize| at.saturating_sub(start) as f32 / (end - start) as f32;
    let cell = row.cells.get(column).and_then(Option::as_ref).filter(|_| article.is_some());
    cell.into_iter().flat_map(|cell| &cell.passages).map(move |passage| share(passage.span.start).clamp(0.0, 1.0))
}

/// The rows and, where `below` leaves room for them, the totals behind the last one.
fn rows(
    ui: &mut Ui,
    shown: &Shown<'_>,
    places: Places,
    body: Rect,
    below: f32,
    cache: &mut CoverageCache,
    inbox: &mut Inbox,
) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt(("coverage", shown.view.event)));
    child.set_clip_rect(body.intersect(ui.clip_rect()));
    let mut area = ScrollArea::vertical().id_salt("coverage rows").auto_shrink(false);
    let done = Id::unique("coverage reveal");
    let seen = child.ctx().data(|data| data.get_temp::<u64>(done)).unwrap_or_default();
    if seen != shown.view.reveals {
        child.ctx().data_mut(|data| data.insert_temp(done, shown.view.reveals));
        let at = shown.rows.iter().position(|&row| shown.row(row).map(|row| row.anchor) == shown.view.reveal);
        if let Some(at) = at.filter(|_| body.height() < shown.rows.len() as f32 * ROW) {
            area = area.vertical_scroll_offset((at as f32 * ROW - body.height() / 2.0).max(0.0));
        }
    }
    area.show_viewport(&mut child, |ui, viewport| {
        let height = shown.rows.len() as f32 * ROW;
        ui.set_height(height + below);
        let top = ui.max_rect().top();
        let first = (viewport.top() / ROW).floor().max(0.0) as usize;
        let last = ((viewport.bottom() / ROW).ceil() as usize).min(shown.rows.len());
        for at in first..last {
            let rect =
                Rect::from_min_size(pos2(places.left, top + at as f32 * ROW), vec2(places.right - places.left, ROW));
            if let Some(row) = shown.rows.get(at).and_then(|&row| shown.row(row)) {
                row_ui(ui, shown, row, places, rect, inbox);
            }
        }
        if below > 0.0 && viewport.bottom() > height {
            let left_top = pos2(places.left, top + height);
            totals(ui, shown, places, Rect::from_min_size(left_top, vec2(places.right - places.left, below)), cache);
        }
    });
}

fn row_ui(ui: &mut Ui, shown: &Shown<'_>, row: &SheetRow, places: Places, rect: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let is_selected = shown.view.selection.holds(row.anchor);
    let id = Id::unique(("coverage-row", row.anchor.article, row.anchor.span.start));
    let titles = Rect::from_min_size(rect.min, vec2(places.titles, ROW));
    let visible = titles.intersect(ui.clip_rect());
    if !visible.is_positive() {
        return;
    }
    let response = ui.interact(visible, id, Sense::click());
    let (number, title) = (row.number, &row.title);
    let name = if shown.is_alone() {
        say!("statement-titled", number = number, title = title)
    } else {
        say!("coverage-row", number = number, title = title, readings = row.readings(), all = row.cells.len())
    };
    response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, is_selected, &name));
    let painter = ui.painter().clone();
    if is_selected || response.hovered() {
        painter.rect_filled(rect, 0.0, if is_selected { tokens.sel } else { tokens.hover });
    }
    let y = rect.center().y;
    paint::line_right(&painter, pos2(rect.left() + 32.0, y), &row.number.to_string(), medium(12.0), tokens.ink3);
    let look = if row.needs_look() { 20.0 } else { 0.0 };
    let font = medium(13.0);
    let room = places.titles - 54.0 - look;
    // Two lines of a title say what one would not.
    let (title, is_cut) = paint::title(&painter, &row.title, &font, tokens.ink, TITLE_LINE, room, 2);
    painter.galley(pos2(rect.left() + 42.0, y - title.size().y / 2.0), title, tokens.ink);
    let mut said = None;
    if row.needs_look() {
        let at = pos2(rect.left() + places.titles - 18.0, y);
        paint::diamond(&painter, at, tokens.warn);
        let sign = Rect::from_center_size(at, vec2(16.0, 24.0));
        said = response.hover_pos().filter(|at| sign.contains(*at)).map(|_| (sign, tips::of_sign(Sign::Diamond)));
    }
    let clip = ui.clip_rect();
    ui.set_clip_rect(places.sight(clip));
    for (at, &column) in shown.columns.iter().enumerate() {
        let place = places.column(at, rect);
        if ui.clip_rect().intersect(place).is_positive() {
            cell_ui(ui, shown, row, column, place, inbox);
        }
    }
    ui.set_clip_rect(clip);
    let painter = ui.painter().clone();
    let last = places.last(rect);
    paint::vline(&painter, last.left(), last.top(), last.bottom(), tokens.line);
    let words = say!("number-of", number = row.readings(), all = row.cells.len());
    let (font, ink) = if row.is_lone() { (semibold(12.0), tokens.ink) } else { (sans(12.0), tokens.ink2) };
    if places.last > 0.0 {
        painter.text(last.center(), egui::Align2::CENTER_CENTER, words, font, ink);
        let place = last.intersect(ui.clip_rect());
        let hover = ui.interact(place, id.with("in"), Sense::hover());
        tips::above(&hover, place, &tips::of_coverage(shown, row));
    }
    paint::hline(&painter, rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
    if is_selected {
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 0.0, tokens.accent);
    }
    if response.has_focus() {
        paint::focus_ring(ui, titles.shrink(3.0), 3.0);
    }
    let modifiers = ui.input(|input| input.modifiers);
    if response.secondary_clicked() && !is_selected {
        inbox.push(Intent::SelectRow { row: row.anchor, extend: false, toggle: false });
    }
    let is_chosen = shown.view.selection.current == Some(row.anchor) && shown.view.selection.column.is_none();
    menus::context_menu(&response, is_chosen, |ui| super::grid::row_menu(ui, row, shown, inbox));
    let response = match said {
        Some((sign, meaning)) => {
            tips::above(&response, sign, &meaning);
            response
        }
        None => with_whole_title(response, shown, row, is_cut),
    };
    if response.clicked() {
        inbox.push(Intent::SelectRow { row: row.anchor, extend: modifiers.shift, toggle: modifiers.command });
    }
}

/// The place in as few letters as a column has room for.
fn place_in_brief(passage: &SheetPassage) -> String {
    match passage.role {
        Role::Headline => say!("place-head").to_owned(),
        Role::Subheading => say!("place-deck").to_owned(),
        _ => terms::place(passage.role, passage.paragraph),
    }
}

/// The first passage that is given as its reading is, so that sign and place are of one passage; of a reading that is
/// partly quoted as a whole alone, the first that is quoted.
fn telling(cell: &SheetCell) -> Option<&SheetPassage> {
    let own = cell.passages.iter().find(|passage| passage.voice == cell.voice);
    let quoted = || cell.passages.iter().find(|passage| passage.voice != Voice::Paraphrased);
    own.or_else(quoted).or_else(|| cell.passages.first())
}

fn cell_ui(ui: &mut Ui, shown: &Shown<'_>, row: &SheetRow, column: usize, rect: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let Some(article) = shown.article(column) else { return };
    let cell = row.cells.get(column).and_then(Option::as_ref);
    let visible = rect.intersect(ui.clip_rect());
    let id = Id::unique(("coverage-cell", row.anchor.article, row.anchor.span.start, column));
    let response = ui.interact(visible, id, Sense::click());
    let is_current = shown.view.selection.current == Some(row.anchor) && shown.view.selection.column == Some(column);
    let name = match cell {
        None => terms::absent(&article.name, row, column),
        Some(cell) => {
            let place = telling(cell).map(place_aloud).unwrap_or_default();
            let voice = terms::voice(cell.voice);
            say!("coverage-cell", name = &article.name, number = row.number, voice = voice, place = place)
        }
    };
    response.widget_info(|| WidgetInfo::selected(egui::Role::Cell, true, is_current, &name));
    let painter = ui.painter().with_clip_rect(visible);
    let is_selected = shown.view.selection.holds(row.anchor);
    // In the middle, unless the place beside it needs the room.
    let beside = 21.0;
    // In full where the column has room for it.
    let long = cell.and_then(telling).map(|passage| terms::place(passage.role, passage.paragraph)).unwrap_or_default();
    // The signs of a column stand below each other, whatever place stands beside them.
    let widest = [say!("place-head"), say!("place-deck")].map(|words| paint::width(&painter, words, sans(11.5)));
    let place = widest.into_iter().fold(PLACE, f32::max);
    let at = pos2(rect.center().x.min(rect.right() - SIDE - place - beside).max(rect.left() + 14.0), rect.center().y);
    let fits = paint::width(&painter, &long, sans(11.5)) <= rect.right() - SIDE - at.x - beside;
    let words = if fits { long } else { cell.and_then(telling).map(place_in_brief).unwrap_or_default() };
    if !is_selected && (cell.is_none() || response.hovered()) {
        painter.rect_filled(rect, 0.0, if response.hovered() { tokens.hover } else { tokens.window });
    }
    match cell {
        None => {
            let other = shown.elsewhere(row, column).map(|other| format!("→ {}", other.number));
            let sign = other.as_deref().unwrap_or("∅");
            // A number with its arrow may be too wide for the place of a sign.
            let half = paint::width(&painter, sign, sans(13.0)) / 2.0;
            let at = pos2(at.x.max(rect.left() + half + 4.0), at.y);
            painter.text(at, egui::Align2::CENTER_CENTER, sign, sans(13.0), tokens.ink3);
        }
        Some(cell) => {
            let (size, drop) = match cell.voice {
                Voice::Paraphrased => (20.0, 0.0),
                // The brackets hang lower than the marks alone.
                Voice::Partly => (15.0, 0.0),
                Voice::Quoted => (15.0, 3.0),
            };
            let glyph = terms::voice_glyph(cell.voice);
            painter.text(at + vec2(0.0, drop), egui::Align2::CENTER_CENTER, glyph, serif_semibold(size), tokens.ink);
            let room = rect.right() - SIDE - at.x - beside;
            paint::line(&painter, at + vec2(beside, 0.0), &words, sans(11.5), tokens.ink3, room);
        }
    }
    paint::vline(&painter, rect.left(), rect.top(), rect.bottom(), tokens.line);
    if is_current {
        painter.rect_stroke(
            paint::snap(&painter, rect.shrink(1.0)),
            4.0,
            Stroke::new(2.0, tokens.accent),
            StrokeKind::Inside,
        );
    }
    if response.has_focus() && !is_current {
        paint::focus_ring(ui, rect.shrink(3.0), 4.0);
    }
    // The sign of another statement leads there.
    let other = shown.elsewhere(row, column).filter(|_| cell.is_none());
    if let Some(other) = other.filter(|_| response.clicked()) {
        inbox.push(Intent::SelectCell { row: other.anchor, column });
        inbox.push(Intent::Reveal(other.anchor));
        return;
    }
    if response.double_clicked() {
        inbox.push(Intent::Show(crate::view::Which::Read));
    }
    let mate = shown.mate_in(row, column, None).filter(|_| response.clicked());
    if let Some(mate) = mate {
        inbox.push(Intent::LinkWith(mate));
    } else if response.clicked() || (response.secondary_clicked() && !is_current) {
        inbox.push(Intent::SelectCell { row: row.anchor, column });
    }
    menus::context_menu(&response, is_current, |ui| super::grid::row_menu(ui, row, shown, inbox));
    if response.hovered() {
        response.on_hover_text(name);
    }
}
