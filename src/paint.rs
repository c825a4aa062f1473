//! Small drawing helpers that every panel shares: elided text, rings, dashes. Knows no data.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2};

use crate::shorten;
use crate::theme;

/// Lays out one paragraph of at most `rows` lines, `…` where it is cut.
pub fn galley(
    painter: &Painter,
    text: &str,
    font: FontId,
    color: Color32,
    line_height: f32,
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.append(text, 0.0, TextFormat { line_height: Some(line_height), ..TextFormat::simple(font, color) });
    job.wrap = TextWrapping {
        max_width: width.max(0.0),
        max_rows: rows,
        break_anywhere: rows == 1,
        overflow_character: Some('…'),
    };
    painter.layout_job(job)
}

/// Lays out a title in at most `rows` lines, cut between words where it has no room. Says whether it is cut.
pub fn title(
    painter: &Painter,
    words: &str,
    font: &FontId,
    color: Color32,
    line_height: f32,
    width: f32,
    rows: usize,
) -> (Arc<Galley>, bool) {
    let lay_out = |words: &str| galley(painter, words, font.clone(), color, line_height, width, rows);
    let whole = lay_out(words);
    if !whole.elided {
        return (whole, false);
    }
    let cut = shorten::at_end(words, |words| !lay_out(words).elided);
    (lay_out(&cut), true)
}

/// A title in one line at `pos` (its left, vertical centre). Returns what it covers, and whether it is cut.
pub fn title_line(
    painter: &Painter,
    pos: Pos2,
    words: &str,
    font: &FontId,
    color: Color32,
    width: f32,
) -> (Rect, bool) {
    let (galley, is_cut) = title(painter, words, font, color, font.size * 1.4, width, 1);
    let rect = Align2::LEFT_CENTER.anchor_size(pos, galley.size());
    painter.galley(rect.min, galley, color);
    (rect, is_cut)
}

/// One line at `pos` (its left, vertical centre), cut with `…` at `width`. Returns what it covers.
pub fn line(painter: &Painter, pos: Pos2, text: &str, font: FontId, color: Color32, width: f32) -> Rect {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    let galley = painter.layout_job(job);
    let rect = Align2::LEFT_CENTER.anchor_size(pos, galley.size());
    painter.galley(rect.min, galley, color);
    rect
}

/// One line that ends at `pos` (its right, vertical centre). Returns what it covers.
pub fn line_right(painter: &Painter, pos: Pos2, text: &str, font: FontId, color: Color32) -> Rect {
    painter.text(pos, Align2::RIGHT_CENTER, text, font, color)
}

/// Width of one line.
pub fn width(painter: &Painter, text: &str, font: FontId) -> f32 {
    painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// `rect` with edges on whole pixels.
pub fn snap(painter: &Painter, rect: Rect) -> Rect {
    let scale = painter.pixels_per_point();
    let round = |v: f32| (v * scale).round() / scale;
    Rect::from_min_max(pos2(round(rect.min.x), round(rect.min.y)), pos2(round(rect.max.x), round(rect.max.y)))
}

/// A horizontal hairline.
pub fn hline(painter: &Painter, left: f32, right: f32, y: f32, color: Color32) {
    let rect = snap(painter, Rect::from_min_max(pos2(left, y), pos2(right, y + 1.0)));
    painter.rect_filled(rect, 0.0, color);
}

/// A vertical hairline.
pub fn vline(painter: &Painter, x: f32, top: f32, bottom: f32, color: Color32) {
    let rect = snap(painter, Rect::from_min_max(pos2(x, top), pos2(x + 1.0, bottom)));
    painter.rect_filled(rect, 0.0, color);
}

/// A dashed outline with rounded corners left square: 3 on, 2 off.
pub fn dashed_rect(painter: &Painter, rect: Rect, color: Color32) {
    let rect = snap(painter, rect).shrink(0.5);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(1.0, color), 3.0, 2.0));
}

/// The ring of keyboard focus, one point outside `rect`.
pub fn focus_ring(ui: &Ui, rect: Rect, radius: f32) {
    let accent = theme::tokens(ui.ctx()).accent;
    ui.painter().rect_stroke(rect.expand(1.0), radius + 1.0, Stroke::new(2.0, accent), StrokeKind::Outside);
}

/// The hollow diamond of "needs a look".
pub fn diamond(painter: &Painter, center: Pos2, color: Color32) {
    let r = 4.6;
    let points = vec![
        center - egui::vec2(0.0, r),
        center + egui::vec2(r, 0.0),
        center + egui::vec2(0.0, r),
        center - egui::vec2(r, 0.0),
    ];
    painter.add(Shape::closed_line(points, Stroke::new(1.5, color)));
}

/// The dashed box of "not found".
pub fn hollow_box(painter: &Painter, center: Pos2, color: Color32) {
    dashed_rect(painter, Rect::from_center_size(center, egui::vec2(16.0, 12.0)), color);
}
