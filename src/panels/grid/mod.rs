//! The grid: statements down, articles across, each cell with its marks. Rows are laid out when they
//! come into sight; the heights of the others are estimates that are refined a few a frame.

mod band;
mod cell;
mod cells;
mod columns;

use collation::ruling::Anchor;
use egui::{Id, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

pub use cell::{command_item, place_words, voice_sign};
pub use cells::GridCache;
pub use columns::{DraggedArticle, article_menu};

use crate::panels::{Inbox, Shown};
use crate::theme::{self, metrics};
use columns::Columns;

/// Draws the column heads and the rows of the current event.
pub fn grid_ui(ui: &mut Ui, shown: &Shown<'_>, cache: &mut GridCache, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, tokens.window);
    let bar =
        ui.spacing().scroll.bar_width + ui.spacing().scroll.bar_outer_margin + ui.spacing().scroll.bar_inner_margin;
    let columns = Columns::new(shown, area.width() - bar);
    let heads = Rect::from_min_size(area.min, vec2(area.width(), metrics::COLUMN_HEAD));
    let body = Rect::from_min_max(pos2(area.left(), heads.bottom()), area.max);

    cache.refresh(ui, shown, &columns);
    let id = Id::unique(("grid", shown.view.event));
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt(id));
    child.set_clip_rect(body.intersect(ui.clip_rect()));
    if shown.is_stale {
        child.multiply_opacity(0.6);
    }
    let mut scroll = ScrollArea::both().id_salt(id).auto_shrink(false).animated(false);
    if let Some(offset) = cache.take_offset(shown, body.height()) {
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
        cache.measure_visible(ui, shown, &columns, viewport.y_range());
        rows_ui(ui, shown, cache, &columns, place, viewport, inbox);
    });
    let offset = output.state.clamped_offset();
    cache.measure_more(ui, shown, &columns, offset.y);
    columns::heads_ui(ui, shown, &columns, heads, offset.x, inbox);
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
    let tokens = theme::tokens(ui.ctx());
    if shown.rows.is_empty() {
        let rect = Rect::from_min_size(pos2(place.left, place.origin.y + 24.0), vec2(place.width, 20.0));
        let message =
            if shown.counts.statements == 0 { "No statements yet" } else { "No statement passes this filter" };
        crate::paint::line(
            ui.painter(),
            rect.left_center() + vec2(16.0, 0.0),
            message,
            theme::fonts::sans(13.0),
            tokens.ink3,
            rect.width(),
        );
        return;
    }
    for (at, top, height) in cache.visible(viewport.y_range()) {
        let Some(row) = shown.rows.get(at).and_then(|&index| shown.row(index)) else { continue };
        let rect = Rect::from_min_size(pos2(place.left, place.origin.y + top), vec2(place.width, height));
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
}

/// Id of a row's or cell's control: the same whatever stands around it.
fn control_id(row: Anchor, column: Option<usize>) -> Id {
    Id::unique(("grid-control", row.article, row.span.start, row.span.end, column))
}

/// Registers a control at `rect`, kept inside `clip`.
fn control(ui: &Ui, rect: Rect, clip: Rect, id: Id) -> egui::Response {
    let visible = rect.intersect(clip).intersect(ui.clip_rect());
    let rect = if visible.is_positive() { visible } else { Rect::from_min_size(rect.min, Vec2::ZERO) };
    ui.interact(rect, id, Sense::click())
}
