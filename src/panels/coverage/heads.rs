//! The heads of the columns: which article, how long it is, and where in it each shown statement stands.

use std::collections::BTreeSet;

use egui::{Id, Painter, Rect, Sense, Shape, Ui, WidgetInfo, pos2, vec2};

use super::places::HEAD_AROUND;
use super::{CoverageCache, Places, positions};
use crate::messages::grouped;
use crate::paint;
use crate::panels::filter_bar::voice_signs;
use crate::panels::{ArticleItem, Shown, articles};
use crate::say;
use crate::theme::fonts::{sans, semibold, serif_semibold};
use crate::theme::{self, Tokens, metrics};
use crate::widgets;

/// Draws the heads into `head`; with `is_titled` the titles have a head too, else a link is in its place.
pub(super) fn heads(
    ui: &mut Ui,
    shown: &Shown<'_>,
    places: Places,
    head: Rect,
    is_titled: bool,
    cache: &mut CoverageCache,
) {
    let tokens = theme::tokens(ui.ctx());
    let painter = &ui.painter().clone();
    painter.rect_filled(head, 0.0, tokens.panel);
    if !metrics::is_low(ui.ctx()) {
        let at = pos2(head.left() + 16.0, head.bottom() - 18.0);
        if is_titled {
            paint::line(painter, at, say!("statement"), sans(12.0), tokens.ink3, places.titles - 24.0);
        }
        let above = Rect::from_min_size(head.min + vec2(16.0, 6.0), vec2(places.titles - 24.0, head.height() - 32.0));
        key_ui(ui, above);
    }
    let clip = ui.clip_rect();
    ui.set_clip_rect(places.sight(clip));
    let painter = &ui.painter().clone();
    let is_long = |article: &ArticleItem| paint::width(painter, &article.name, semibold(12.5)) > places.name_room();
    let breaks = shown.columns.iter().filter_map(|&column| shown.article(column)).any(is_long);
    for (at, &column) in shown.columns.iter().enumerate() {
        let rect = places.column(at, head);
        if !painter.clip_rect().intersects(rect) {
            continue;
        }
        paint::vline(painter, rect.left(), rect.top(), rect.bottom(), tokens.line);
        if let Some(article) = shown.article(column) {
            // At the end of the last one's lowest line stands what scrolls to the next.
            let is_shared = places.overflows && rect.right() >= places.edge() - 1.0;
            column_head(ui, shown, (article, column), rect, [breaks, is_shared], cache);
        }
    }
    ui.set_clip_rect(clip);
    let (painter, last) = (ui.painter(), places.last(head));
    paint::vline(painter, last.left(), last.top(), last.bottom(), tokens.line);
    if places.last > 0.0 {
        painter.text(
            pos2(last.center().x, head.bottom() - 18.0),
            egui::Align2::CENTER_CENTER,
            say!("coverage-in"),
            sans(12.0),
            tokens.ink3,
        );
    }
    paint::hline(ui.painter(), head.left(), head.right(), head.bottom() - 1.0, tokens.line2);
}

/// Between the signs of a line.
const SIGN_GAP: f32 = 14.0;
/// Most from one line of signs to the next.
const SIGN_LINE: f32 = 18.0;

/// What the signs of the cells mean, in as many lines as they need.
fn key_ui(ui: &Ui, rect: Rect) {
    let (painter, tokens) = (ui.painter(), theme::tokens(ui.ctx()));
    let mut lines: Vec<Vec<(f32, f32, [&str; 3])>> = vec![Vec::new()];
    let mut x = 0.0;
    for (glyph, words, meaning) in voice_signs() {
        let sign = paint::width(painter, glyph, serif_semibold(15.0)) + 5.0;
        let width = sign + paint::width(painter, words, sans(12.0));
        if x > 0.0 && x + width > rect.width() {
            lines.push(Vec::new());
            x = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            line.push((x, sign, [glyph, words, meaning]));
        }
        x += width + SIGN_GAP;
    }
    let step = (rect.height() / lines.len() as f32).min(SIGN_LINE);
    for (at, line) in lines.into_iter().enumerate() {
        let y = rect.top() + step * (at as f32 + 0.5);
        for (x, sign, [glyph, words, meaning]) in line {
            let glyph_at = pos2(rect.left() + x, y);
            let drawn = paint::line(painter, glyph_at, glyph, serif_semibold(15.0), tokens.ink, f32::INFINITY);
            let room = rect.width() - x - sign;
            let words_at = glyph_at + vec2(sign, 0.0);
            let drawn = drawn.union(paint::line(painter, words_at, words, sans(12.0), tokens.ink2, room));
            let response = ui.interact(drawn, Id::unique(("voice key", words)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{glyph} {words}")));
            response.on_hover_text(meaning);
        }
    }
}

/// What a name in two lines has of the margin behind it.
const BREAKING: f32 = 6.0;

/// Head of one column; with `breaks` names have two smaller lines, and with `is_shared` something else stands at the end of
/// the lowest line.
fn column_head(
    ui: &Ui,
    shown: &Shown<'_>,
    (article, column): (&ArticleItem, usize),
    rect: Rect,
    [breaks, is_shared]: [bool; 2],
    cache: &mut CoverageCache,
) {
    let (painter, tokens) = (ui.painter(), theme::tokens(ui.ctx()));
    let left = rect.left() + 10.0;
    let right = rect.right() - 12.0;
    let y = rect.top() + if is_shared && metrics::is_low(ui.ctx()) { 13.0 } else { 20.0 };
    widgets::sigil(painter, tokens, pos2(left + 8.0, y), &article.sigil, article.is_base, 16.0);
    // Where a name is too long for one line all are smaller, in two; what is cut then is in the tooltip.
    let (name_at, room) = (pos2(left + 22.0, y), rect.width() - HEAD_AROUND);
    if breaks {
        let room = room + BREAKING;
        let fits =
            |size: &f32| article.name.split(' ').all(|word| paint::width(painter, word, semibold(*size)) <= room);
        let size = [11.0, 10.0].into_iter().find(fits);
        let (font, rows) = (semibold(size.unwrap_or(11.0)), if size.is_some() { 2 } else { 1 });
        let name = paint::galley(painter, &article.name, font, tokens.ink, 13.0, room, rows);
        painter.galley(name_at - vec2(0.0, name.size().y / 2.0), name, tokens.ink);
    } else {
        paint::line(painter, name_at, &article.name, semibold(12.5), tokens.ink, room);
    }
    let head = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + 36.0)).intersect(ui.clip_rect());
    let hover = ui.interact(head, Id::unique(("coverage-head", column)), Sense::hover());
    hover.on_hover_text(articles::about(article));
    if metrics::is_low(ui.ctx()) {
        return;
    }
    let place = Rect::from_min_max(pos2(left, rect.top() + 38.0), pos2(right, rect.top() + 48.0));
    let key = cache.key_of(painter, shown, place);
    cache
        .strips
        .entry(column)
        .or_default()
        .paint(painter, key, || strip(painter, tokens, shown, article, column, place));
    let bar = place.expand2(vec2(0.0, 3.0)).intersect(ui.clip_rect());
    ui.interact(bar, Id::unique(("coverage-strip", column)), Sense::hover()).on_hover_text(say!("strip-meaning"));
    paint::line(painter, pos2(left, rect.top() + 56.0), say!("lead"), sans(10.5), tokens.ink2, 56.0);
    if !is_shared {
        let paragraphs = format!("¶{}", grouped(article.paragraphs));
        paint::line_right(painter, pos2(right, rect.top() + 56.0), &paragraphs, sans(10.5), tokens.ink2);
    }
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
