//! The coverage view: which outlet has which statement in which voice, where it stands, and in what
//! order each outlet tells.

mod telling;

use std::collections::{BTreeMap, BTreeSet};

use collation::contrast::Voice;
use collation::sheet::{SheetEvent, SheetPassage, SheetRow};
use collation::witness::Role;
use egui::util::hash;
use egui::{Id, Painter, Rect, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::grid::{place_aloud, voice_sign};
use super::kept::Kept;
use super::{ArticleItem, Inbox, Shown};
use crate::command::Intent;
use crate::messages::grouped;
use crate::paint;
use crate::say;
use crate::terms;
use crate::theme::fonts::{medium, sans, semibold, serif_semibold};
use crate::theme::{self, Tokens};
use crate::widgets;
use telling::Telling;

const ROW: f32 = 34.0;
const HEAD: f32 = 76.0;
const TOTALS: f32 = 44.0;
const TITLES: f32 = 296.0;
const WIDEST_TITLES: f32 = 640.0;
const IN_COLUMN: f32 = 96.0;
/// Least height of the chart below the table; where it does not fit it is left out.
const CHART: f32 = 200.0;

/// Where the columns of the table lie.
#[derive(Clone, Copy)]
struct Places {
    left: f32,
    titles: f32,
    column: f32,
    number: usize,
    right: f32,
}

impl Places {
    fn new(area: Rect, number: usize) -> Self {
        let titles = if area.width() < 900.0 { 220.0 } else { TITLES };
        let room = area.width() - titles - IN_COLUMN;
        let widest = if area.width() > 1600.0 { 200.0 } else { 132.0 };
        let column = (room / number.max(1) as f32).clamp(88.0, widest);
        // What the columns leave over goes to the titles, as far as a line reads well.
        let titles = titles + (room - column * number as f32).clamp(0.0, WIDEST_TITLES - titles);
        let right = area.right().max(area.left() + titles + column * number as f32 + IN_COLUMN);
        Self { left: area.left(), titles, column, number, right }
    }

    fn column(&self, at: usize, row: Rect) -> Rect {
        let left = self.left + self.titles + at as f32 * self.column;
        Rect::from_min_size(pos2(left, row.top()), vec2(self.column, row.height()))
    }

    fn last(&self, row: Rect) -> Rect {
        let left = self.left + self.titles + self.number as f32 * self.column;
        Rect::from_min_size(pos2(left, row.top()), vec2(IN_COLUMN, row.height()))
    }
}

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
}

impl CoverageCache {
    /// To be called before a frame.
    fn refresh(&mut self, shown: &Shown<'_>) {
        let key = hash((shown.sheet_revision, shown.view.event, shown.rows, shown.columns));
        if self.key != key {
            *self = Self { key, ..Self::default() };
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
    let needed = TITLES + IN_COLUMN + 88.0 * shown.columns.len() as f32;
    if needed > area.width() && area.width() < 900.0 + needed {
        ScrollArea::horizontal().id_salt("coverage sideways").auto_shrink(false).show(ui, |ui| {
            let wide = Rect::from_min_size(ui.max_rect().min, vec2(needed.max(area.width()), area.height()));
            ui.set_min_size(wide.size());
            table_and_chart(ui, shown, event, Rect::from_min_size(ui.min_rect().min, wide.size()), cache, inbox);
        });
    } else {
        table_and_chart(ui, shown, event, area, cache, inbox);
    }
}

fn table_and_chart(
    ui: &mut Ui,
    shown: &Shown<'_>,
    event: &SheetEvent,
    area: Rect,
    cache: &mut CoverageCache,
    inbox: &mut Inbox,
) {
    let places = Places::new(area, shown.columns.len());
    let head = Rect::from_min_size(area.min, vec2(area.width(), HEAD));
    heads(ui, shown, places, head, cache);
    let rows_height = shown.rows.len() as f32 * ROW;
    let room = area.height() - HEAD - TOTALS;
    let chart =
        if room - rows_height.min(room * 0.6) >= CHART { (room - rows_height).max(room * 0.4).max(CHART) } else { 0.0 };
    // Whole rows only: what the last one would leave over goes to the chart, or stays free above the totals.
    let in_sight = ((room - chart) / ROW).floor().max(1.0) * ROW;
    let body = Rect::from_min_size(head.left_bottom(), vec2(area.width(), in_sight.min(rows_height)));
    rows(ui, shown, places, body, inbox);
    let totals_rect = Rect::from_min_size(body.left_bottom(), vec2(area.width(), TOTALS));
    totals(ui.painter(), shown, places, totals_rect, cache);
    if chart > 0.0 {
        let rect = Rect::from_min_max(totals_rect.left_bottom(), area.max);
        telling::order_of_telling(ui, shown, event, places, rect, cache, inbox);
    }
}

fn heads(ui: &Ui, shown: &Shown<'_>, places: Places, head: Rect, cache: &mut CoverageCache) {
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.painter();
    painter.rect_filled(head, 0.0, tokens.panel);
    paint::line(
        painter,
        pos2(head.left() + 16.0, head.bottom() - 18.0),
        say!("statement"),
        sans(12.0),
        tokens.ink3,
        200.0,
    );
    for (at, &column) in shown.columns.iter().enumerate() {
        let rect = places.column(at, head);
        if !painter.clip_rect().intersects(rect) {
            continue;
        }
        paint::vline(painter, rect.left(), rect.top(), rect.bottom(), tokens.line);
        if let Some(article) = shown.article(column) {
            column_head(painter, tokens, shown, article, column, rect, cache);
        }
    }
    let last = places.last(head);
    paint::vline(painter, last.left(), last.top(), last.bottom(), tokens.line);
    painter.text(
        pos2(last.center().x, head.bottom() - 18.0),
        egui::Align2::CENTER_CENTER,
        say!("coverage-in"),
        sans(12.0),
        tokens.ink3,
    );
    paint::hline(painter, head.left(), head.right(), head.bottom() - 1.0, tokens.line2);
}

fn column_head(
    painter: &Painter,
    tokens: &Tokens,
    shown: &Shown<'_>,
    article: &ArticleItem,
    column: usize,
    rect: Rect,
    cache: &mut CoverageCache,
) {
    let left = rect.left() + 10.0;
    let right = rect.right() - 12.0;
    let y = rect.top() + 20.0;
    widgets::sigil(painter, tokens, pos2(left + 8.0, y), &article.sigil, article.is_base, 16.0);
    paint::line(painter, pos2(left + 22.0, y), &article.name, semibold(12.5), tokens.ink, right - left - 22.0);
    let place = Rect::from_min_max(pos2(left, rect.top() + 38.0), pos2(right, rect.top() + 48.0));
    let key = cache.key_of(painter, shown, place);
    cache
        .strips
        .entry(column)
        .or_default()
        .paint(painter, key, || strip(painter, tokens, shown, article, column, place));
    paint::line(painter, pos2(left, rect.top() + 56.0), say!("lead"), sans(10.5), tokens.ink2, 56.0);
    paint::line_right(
        painter,
        pos2(right, rect.top() + 56.0),
        &format!("¶{}", grouped(article.paragraphs)),
        sans(10.5),
        tokens.ink2,
    );
}

/// The article as a strip with a tick where each shown statement stands.
fn strip(
    painter: &Painter,
    tokens: &Tokens,
    shown: &Shown<'_>,
    article: &ArticleItem,
    column: usize,
    rect: Rect,
) -> Vec<Shape> {
    let mut shapes = vec![Shape::rect_filled(rect, 2.0, tokens.press)];
    let paragraphs = article.paragraphs.max(1) as f32;
    let lead = Rect::from_min_size(rect.min, vec2(rect.width() * (2.0 / paragraphs).min(1.0), rect.height()));
    shapes.push(Shape::rect_filled(lead, 2.0, tokens.line2));
    let current = shown.view.selection.current;
    // A long article has more statements than the strip has pixels, and a tick on a tick is not seen.
    let mut drawn = BTreeSet::new();
    for (is_current, row) in
        shown.rows.iter().filter_map(|&row| shown.row(row)).map(|row| (Some(row.anchor) == current, row))
    {
        for at in positions(shown, row, column) {
            let x = rect.left() + at * (rect.width() - 3.0);
            let tick = if is_current {
                Rect::from_min_size(pos2(x, rect.top() - 3.0), vec2(3.0, rect.height() + 6.0))
            } else {
                Rect::from_min_size(pos2(x, rect.top()), vec2(2.0, rect.height()))
            };
            let tick = paint::snap(painter, tick);
            if !is_current && !drawn.insert((tick.left() * painter.pixels_per_point()).round() as i32) {
                continue;
            }
            shapes.push(Shape::rect_filled(tick, 0.0, if is_current { tokens.accent } else { tokens.ink3 }));
        }
    }
    shapes
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

fn rows(ui: &mut Ui, shown: &Shown<'_>, places: Places, body: Rect, inbox: &mut Inbox) {
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
        ui.set_height(shown.rows.len() as f32 * ROW);
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
    let font = if is_selected { semibold(13.0) } else { medium(13.0) };
    let room = places.titles - 54.0 - look;
    let is_cut = paint::width(&painter, &row.title, font.clone()) > room;
    paint::line(&painter, pos2(rect.left() + 42.0, y), &row.title, font, tokens.ink, room);
    if row.needs_look() {
        paint::diamond(&painter, pos2(rect.left() + places.titles - 18.0, y), tokens.warn);
    }
    for (at, &column) in shown.columns.iter().enumerate() {
        let place = places.column(at, rect);
        if ui.clip_rect().intersects(place) {
            cell_ui(ui, shown, row, column, place, inbox);
        }
    }
    let last = places.last(rect);
    paint::vline(&painter, last.left(), last.top(), last.bottom(), tokens.line);
    let words = say!("number-of", number = row.readings(), all = row.cells.len());
    let (font, ink) = if row.is_lone() { (semibold(12.0), tokens.ink) } else { (sans(12.0), tokens.ink2) };
    if !shown.is_alone() {
        painter.text(last.center(), egui::Align2::CENTER_CENTER, words, font, ink);
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
    response.context_menu(|ui| super::grid::row_menu(ui, row, shown, inbox));
    let response = if is_cut { response.on_hover_text(&row.title) } else { response };
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
            let place = cell.passages.first().map(place_aloud).unwrap_or_default();
            let voice = terms::voice(cell.voice);
            say!("coverage-cell", name = &article.name, number = row.number, voice = voice, place = place)
        }
    };
    response.widget_info(|| WidgetInfo::selected(egui::Role::Cell, true, is_current, &name));
    let painter = ui.painter().with_clip_rect(visible);
    let is_selected = shown.view.selection.holds(row.anchor);
    match cell {
        None => {
            if !is_selected && !response.hovered() {
                painter.rect_filled(rect, 0.0, tokens.window);
            }
            let other = shown.elsewhere(row, column).map(|other| format!("→ {}", other.number));
            let sign = other.as_deref().unwrap_or("∅");
            painter.text(rect.center(), egui::Align2::CENTER_CENTER, sign, sans(13.0), tokens.ink3);
        }
        Some(cell) => {
            let (glyph, size, drop) = match cell.voice {
                Voice::Paraphrased => ("~", 20.0, 0.0),
                voice => (voice_sign(voice).0, 15.0, 3.0),
            };
            painter.text(
                rect.center() + vec2(0.0, drop),
                egui::Align2::CENTER_CENTER,
                glyph,
                serif_semibold(size),
                tokens.ink,
            );
            let words = cell.passages.first().map(place_in_brief).unwrap_or_default();
            paint::line(
                &painter,
                pos2(rect.center().x + 15.0 + 6.0, rect.center().y),
                &words,
                sans(11.5),
                tokens.ink3,
                60.0,
            );
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
    if response.double_clicked() {
        inbox.push(Intent::Show(crate::view::Which::Read));
    }
    if response.clicked() || (response.secondary_clicked() && !is_current) {
        inbox.push(Intent::SelectCell { row: row.anchor, column });
    }
    response.context_menu(|ui| super::grid::row_menu(ui, row, shown, inbox));
}

/// Per column how many of the shown statements it has, and in which voice.
fn totals(painter: &Painter, shown: &Shown<'_>, places: Places, rect: Rect, cache: &mut CoverageCache) {
    let tokens = theme::tokens(painter.ctx());
    painter.rect_filled(rect, 0.0, tokens.panel);
    paint::hline(painter, rect.left(), rect.right(), rect.top(), tokens.line2);
    paint::line(
        painter,
        pos2(rect.left() + 42.0, rect.center().y),
        say!("statements-found"),
        sans(12.0),
        tokens.ink2,
        200.0,
    );
    for (at, &column) in shown.columns.iter().enumerate() {
        let place = places.column(at, rect);
        if !painter.clip_rect().intersects(place) {
            continue;
        }
        paint::vline(painter, place.left(), place.top(), place.bottom(), tokens.line);
        let by_voice = *cache.voices.entry(column).or_insert_with(|| voices(shown, column));
        let [quoted, partly, paraphrased] = by_voice;
        let found = quoted + partly + paraphrased;
        let center = place.center();
        let words = say!("number-of", number = grouped(found), all = grouped(shown.rows.len()));
        painter.text(center - vec2(0.0, 9.0), egui::Align2::CENTER_CENTER, words, semibold(13.0), tokens.ink);
        let mut x = center.x - 46.0;
        for (number, glyph) in [(quoted, "“ ”"), (partly, "‹“›"), (paraphrased, "~")] {
            let text = paint::line(painter, pos2(x, center.y + 10.0), &grouped(number), sans(11.0), tokens.ink2, 40.0);
            let sign = paint::line(
                painter,
                pos2(text.right() + 3.0, center.y + 11.0),
                glyph,
                serif_semibold(12.0),
                tokens.ink2,
                30.0,
            );
            x = sign.right() + 7.0;
        }
    }
    paint::hline(painter, rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line2);
}

/// How many of the shown statements a column has in each voice.
fn voices(shown: &Shown<'_>, column: usize) -> [usize; 3] {
    let mut by_voice = [0; 3];
    let cells = shown.rows.iter().filter_map(|&row| shown.row(row)?.cells.get(column)?.as_ref());
    for cell in cells {
        let slot = match cell.voice {
            Voice::Quoted => 0,
            Voice::Partly => 1,
            Voice::Paraphrased => 2,
        };
        if let Some(number) = by_voice.get_mut(slot) {
            *number += 1;
        }
    }
    by_voice
}
