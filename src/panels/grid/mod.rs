//! The grid: statements down, articles across, each cell with its marks. Rows are laid out when they
//! come into sight; the heights of the others are estimates that are refined a few a frame.

mod band;
mod bar;
mod cell;
mod cell_layout;
mod cells;
mod columns;
mod folding;
mod hollow;
mod sight;

use std::collections::BTreeSet;

use collation::ruling::Anchor;
use egui::{Id, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

pub use cell::{command_item, place_aloud, place_words, row_menu};
pub use cells::GridCache;
pub use columns::{DraggedArticle, article_menu};

use crate::command::Intent;
use crate::panels::{Inbox, Shown, dropped};
use crate::say;
use crate::theme::{self, metrics};
use columns::Columns;

/// Draws the column heads and the rows of the current event.
pub fn grid_ui(ui: &mut Ui, shown: &Shown<'_>, cache: &mut GridCache, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let area = ui.available_rect_before_wrap();
    // Bars lie beside the words, in strips of their own.
    let columns = Columns::new(shown, area.width() - cache.bar.width());
    ui.painter().rect_filled(area, 0.0, tokens.window);
    let heads = Rect::from_min_size(area.min, vec2(area.width(), metrics::COLUMN_HEAD));
    let body = Rect::from_min_max(pos2(area.left(), heads.bottom()), area.max);

    cache.refresh(ui, shown, &columns);
    let id = Id::unique(("grid", shown.view.event));
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt(id));
    child.set_clip_rect(body.intersect(ui.clip_rect()));
    super::dim_what_is_stale(&mut child, shown);
    child.spacing_mut().scroll.floating_allocated_width = metrics::SCROLL_BAR;
    let mut scroll = ScrollArea::both().id_salt(id).auto_shrink(false).animated(false);
    if let Some(offset) = cache.take_sideways(shown, &columns) {
        scroll = scroll.horizontal_scroll_offset(offset);
    }
    if let Some(offset) = cache.take_offset(ui, shown, body.height()) {
        scroll = scroll.vertical_scroll_offset(offset);
    }
    let output = scroll.show_viewport(&mut child, |ui, viewport| {
        ui.set_min_size(vec2(columns.total(), cache.total_height()));
        let origin = ui.max_rect().min;
        let place = Placing {
            origin,
            left: origin.x + viewport.left(),
            width: columns.shown_width(),
            scrolled: viewport.left(),
        };
        let in_sight = columns.in_sight(viewport.left());
        cache.measure_visible(ui, shown, &columns, viewport.y_range(), &in_sight);
        rows_ui(ui, shown, cache, &columns, place, viewport, inbox);
    });
    let offset = output.state.clamped_offset();
    cache.measure_more(ui, shown, &columns, offset.y);
    columns::heads_ui(ui, shown, &columns, heads, offset.x, inbox);
    let wanted = columns::beyond_ui(ui, shown, &columns, heads, offset.x);
    let foot = if columns.overflows() { metrics::SCROLL_BAR } else { 0.0 };
    // What a search or a filter leaves keeps the columns of the whole table where they are.
    let is_whole = !shown.view.is_filtered() && shown.view.search.trim().is_empty();
    if cache.bar.settle(
        is_whole,
        (shown.view.event, shown.rows),
        cache.measured_height(),
        body.size() - vec2(0.0, foot),
    ) {
        ui.ctx().request_repaint();
    }
    cache.scrolled_sideways(shown.view.event, columns, offset.x, wanted);
    drag_ui(ui, shown, body, inbox);
    ui.advance_cursor_after_rect(area);
}

/// Where the content lies on screen in this frame.
#[derive(Clone, Copy)]
struct Placing {
    /// Screen position of the content's top left corner; moves when scrolled.
    origin: egui::Pos2,
    /// Left edge of what is visible.
    left: f32,
    /// Visible width.
    width: f32,
    /// How far the columns are scrolled sideways.
    scrolled: f32,
}

fn rows_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    cache: &GridCache,
    columns: &Columns,
    place: Placing,
    viewport: Rect,
    inbox: &mut Inbox,
) {
    if shown.rows.is_empty() {
        super::nothing_ui(ui, shown, pos2(place.left, place.origin.y));
        return;
    }
    let tokens = theme::tokens(ui.ctx());
    let mut places: Places = Vec::new();
    let mut bottom = place.origin.y;
    for (at, top, height) in cache.visible(viewport.y_range()) {
        bottom = place.origin.y + top + height;
        let Some(row) = shown.rows.get(at).and_then(|&index| shown.row(index)) else { continue };
        let rect = Rect::from_min_size(pos2(place.left, place.origin.y + top), vec2(place.width, height));
        places.push((row.anchor, rect));
        let band = Rect::from_min_size(rect.min, vec2(rect.width(), metrics::BAND));
        if !shown.view.is_folded(row) {
            let cells = Rect::from_min_max(band.left_bottom(), rect.max);
            for position in 0..columns.len() {
                let Some((cell_rect, clip)) = columns.place(position, cells, place.scrolled) else { continue };
                cell::cell_ui(ui, shown, cache, at, row, columns.column(position), cell_rect, clip, inbox);
            }
        }
        band::band_ui(ui, shown, row, band, inbox);
        crate::paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line2);
        if shown.view.selection.holds(row.anchor) {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, height));
            ui.painter().rect_filled(bar, 0.0, tokens.accent);
        }
    }
    let rest = ui.clip_rect().with_min_y(bottom);
    if rest.is_positive() {
        ui.painter().rect_filled(rest, 0.0, tokens.window);
    }
    ui.data_mut(|data| data.insert_temp(places_id(shown.view.event), places));
}

/// Id of a row's or cell's control: the same whatever stands around it.
fn control_id(row: Anchor, column: Option<usize>) -> Id {
    Id::unique(("grid-control", row.article, row.span.start, row.span.end, column))
}

/// Registers a control at `rect`, kept inside `clip`.
fn control(ui: &Ui, rect: Rect, clip: Rect, id: Id) -> egui::Response {
    let visible = rect.intersect(clip).intersect(ui.clip_rect());
    let rect = if visible.is_positive() { visible } else { Rect::from_min_size(rect.min, Vec2::ZERO) };
    let response = ui.interact(rect, id, Sense::click_and_drag());
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(Id::unique(FOCUS), id));
    }
    response
}

/// Where the control is noted that had the keyboard last.
const FOCUS: &str = "grid-focus";

/// Where a row or cell has the keyboard, the one that is chosen by key gets it: else two would be framed.
pub fn focus_follows(ctx: &egui::Context, row: Anchor, column: Option<usize>) {
    let noted = ctx.data(|data| data.get_temp::<Id>(Id::unique(FOCUS)));
    if noted.is_some() && ctx.memory(egui::Memory::focused) == noted {
        ctx.memory_mut(|memory| {
            memory.request_focus(control_id(row, column));
            // Else the arrow would take it on from there.
            memory.move_focus(egui::FocusDirection::None);
        });
    }
}

/// What is being dragged in the grid.
#[derive(Clone, Copy, Debug)]
pub enum Dragged {
    /// A cell, or the passage of it in which this character stands, to another row or out of its own.
    Cell { row: Anchor, column: usize, at: Option<usize> },
    /// A whole row, onto another one.
    Row(Anchor),
}

/// How near the edge between two rows a drop counts as between them.
const BETWEEN: f32 = 4.0;

/// The rows in sight and where they lie, written down as they are drawn.
type Places = Vec<(Anchor, Rect)>;

fn places_id(event: usize) -> Id {
    Id::unique(("row places", event))
}

/// Where those of `rows` lie that are in sight, as they were drawn last.
pub fn places_of(ctx: &egui::Context, event: usize, rows: &BTreeSet<Anchor>) -> Vec<Rect> {
    let places = ctx.data(|data| data.get_temp::<Places>(places_id(event))).unwrap_or_default();
    places.into_iter().filter(|(row, _)| rows.contains(row)).map(|(_, place)| place).collect()
}

/// Where a drop lands.
#[derive(Clone, Copy)]
enum Target {
    /// On the edge between two rows.
    Between(f32),
    Row(Anchor, Rect),
}

fn target_at(shown: &Shown<'_>, ui: &Ui, pointer: egui::Pos2) -> Option<Target> {
    let places = ui.data(|data| data.get_temp::<Places>(places_id(shown.view.event)))?;
    let is_edge = |rect: &Rect| (rect.bottom() - pointer.y).abs() <= BETWEEN;
    let edge = places.iter().find(|(_, rect)| is_edge(rect)).map(|(_, rect)| Target::Between(rect.bottom()));
    let row = || places.iter().find(|(_, rect)| rect.contains(pointer)).map(|&(row, rect)| Target::Row(row, rect));
    edge.or_else(row)
}

/// A drop on something that belongs to `row`.
fn take_drop(ui: &Ui, shown: &Shown<'_>, response: &egui::Response, row: Anchor, inbox: &mut Inbox) {
    if !egui::DragAndDrop::has_payload_of_type::<Dragged>(ui.ctx()) {
        return;
    }
    // The edge between two rows belongs to neither.
    let pointer = ui.ctx().pointer_latest_pos();
    if pointer.is_some_and(|pointer| matches!(target_at(shown, ui, pointer), Some(Target::Between(_)))) {
        return;
    }
    let Some(dragged) = dropped::<Dragged>(response) else { return };
    match *dragged {
        Dragged::Cell { row: from, column, at } if from != row => {
            inbox.push(Intent::select(from, column, at));
            inbox.push(Intent::LinkCell { from, column, to: row });
        }
        Dragged::Row(from) if from != row => {
            inbox.push(Intent::SelectRow { row: from, extend: false, toggle: false });
            inbox.push(Intent::JoinRows { a: from, b: row });
        }
        Dragged::Cell { .. } | Dragged::Row(_) => {}
    }
}

/// What is dragged, beside the pointer; dropped on nothing, a passage leaves its row.
fn drag_ui(ui: &Ui, shown: &Shown<'_>, area: Rect, inbox: &mut Inbox) {
    let Some(dragged) = egui::DragAndDrop::payload::<Dragged>(ui.ctx()) else { return };
    let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
    let number = |anchor: Anchor| {
        shown.event.and_then(|event| event.rows.iter().find(|row| row.anchor == anchor)).map_or(0, |row| row.number)
    };
    let words = match *dragged {
        Dragged::Cell { row, column, .. } => {
            let name = shown.article(column).map(|article| article.name.clone()).unwrap_or_default();
            say!("drag-passage", name = name, number = number(row))
        }
        Dragged::Row(row) => say!("drag-row", number = number(row)),
    };
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, Id::unique("dragged")));
    let galley = crate::paint::galley(&painter, &words, theme::fonts::sans(12.0), tokens.surface, 18.0, 320.0, 3);
    let size = galley.size() + vec2(20.0, 12.0);
    // Beside the pointer, and wholly in the window.
    let most = ui.ctx().content_rect().max - size - vec2(4.0, 4.0);
    let rect = Rect::from_min_size((pointer + vec2(14.0, 12.0)).min(most), size);
    painter.rect_filled(rect, 6.0, tokens.ink);
    painter.galley(rect.min + vec2(10.0, 6.0), galley, tokens.surface);
    // Beside the table there is nothing to land on.
    let target = if area.contains(pointer) { target_at(shown, ui, pointer) } else { None };
    target_ui(ui, area, *dragged, target);
    if ui.input(|input| input.pointer.any_released()) {
        if let Dragged::Cell { row, column, at } = *dragged {
            inbox.push(Intent::select(row, column, at));
            inbox.push(match target {
                Some(Target::Between(_)) => Intent::NewRow { row, column },
                _ => Intent::Run(crate::command::Command::Unlink),
            });
        }
        egui::DragAndDrop::clear_payload(ui.ctx());
    }
}

/// Shows where a drop would land: a ring around the row, or a line between two.
fn target_ui(ui: &Ui, area: Rect, dragged: Dragged, target: Option<Target>) {
    let accent = theme::tokens(ui.ctx()).accent;
    let layer = egui::LayerId::new(egui::Order::Foreground, Id::unique("drop target"));
    let painter = ui.ctx().layer_painter(layer).with_clip_rect(area);
    match (target, dragged) {
        (Some(Target::Between(y)), Dragged::Cell { .. }) => {
            let line = Rect::from_min_max(pos2(area.left(), y - 1.5), pos2(area.right(), y + 1.5));
            painter.rect_filled(line, 0.0, accent);
        }
        (Some(Target::Row(row, rect)), Dragged::Cell { row: from, .. } | Dragged::Row(from)) if row != from => {
            let ring = rect.intersect(area).shrink(1.0);
            painter.rect_filled(ring, 4.0, accent.gamma_multiply(0.08));
            painter.rect_stroke(ring, 4.0, egui::Stroke::new(2.0, accent), egui::StrokeKind::Inside);
        }
        _ => {}
    }
}
