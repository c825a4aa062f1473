//! The chart below the table: in what order each outlet tells. It is drawn anew only where it would be another one.

use collation::sheet::{SheetEvent, SheetRow};
use egui::util::hash;
use egui::{Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{CoverageCache, Places, positions};
use crate::command::Intent;
use crate::paint;
use crate::panels::kept::Kept;
use crate::panels::{Inbox, Shown, tips};
use crate::say;
use crate::theme;
use crate::theme::fonts::{sans, semibold};

/// What was drawn last.
#[derive(Debug, Default)]
pub(super) struct Telling {
    drawn: Kept,
    numbers: Vec<Number>,
}

/// The number of a statement beside the first or the last bar.
#[derive(Debug)]
struct Number {
    at: Pos2,
    /// `at` is its end, not its beginning.
    ends_there: bool,
    words: String,
    is_selected: bool,
}

/// One bar an article from headline to last paragraph, with lines between the same statements.
pub(super) fn order_of_telling(
    ui: &mut Ui,
    shown: &Shown<'_>,
    event: &SheetEvent,
    places: Places,
    rect: Rect,
    cache: &mut CoverageCache,
    inbox: &mut Inbox,
) {
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let left = rect.left() + 16.0;
    let y = rect.top() + 24.0;
    paint::line(&painter, pos2(left, y), say!("order-of-telling"), semibold(13.0), tokens.ink, 200.0);
    let words = say!("order-explained");
    let galley = paint::galley(&painter, words, sans(12.0), tokens.ink3, 17.0, places.titles - 32.0, 4);
    let below = y + 12.0 + galley.size().y + 14.0;
    painter.galley(pos2(left, y + 12.0), galley, tokens.ink3);
    let current = shown.current_row();
    let selected =
        current.map_or_else(|| say!("selected-statement").to_owned(), |row| format!("{} {}", row.number, row.title));
    let (same, lone) = (say!("same-statement"), say!("only-one-outlet"));
    let keys = [(selected.as_str(), tokens.accent), (same, tokens.ctl_line), (lone, tokens.m_only)];
    // With one article there is nothing that could be the same or lone.
    let number = match () {
        () if shown.is_alone() => 1,
        () if shown.view.hides_marks() => 2,
        () => keys.len(),
    };
    for (at, (label, ink)) in keys.into_iter().take(number).enumerate() {
        let y = below + at as f32 * 22.0;
        if at < 2 {
            painter
                .line_segment([pos2(left, y), pos2(left + 20.0, y)], Stroke::new(if at == 0 { 2.0 } else { 1.0 }, ink));
        } else {
            painter.rect_stroke(
                Rect::from_center_size(pos2(left + 10.0, y), vec2(6.0, 6.0)),
                0.0,
                Stroke::new(1.5, ink),
                StrokeKind::Inside,
            );
        }
        paint::line(&painter, pos2(left + 28.0, y), label, sans(12.0), tokens.ink2, places.titles - 60.0);
    }
    let (top, bottom) = (rect.top() + 14.0, rect.bottom() - 14.0);
    // The bars scroll behind the words beside them.
    let painter = painter.with_clip_rect(places.sight(painter.clip_rect()));
    // Lines join neighbours, so of many columns those in sight and one beyond are enough.
    let sight = ui.clip_rect().x_range().expand(places.column(0, rect).width());
    let bars: Vec<(usize, f32)> = shown
        .columns
        .iter()
        .enumerate()
        .map(|(at, &column)| (column, places.column(at, rect).center().x))
        .filter(|(_, x)| sight.contains(*x))
        .collect();
    let height = |share: f32| top + 6.0 + share * (bottom - top - 12.0);
    let key = hash((cache.key_of(&painter, shown, rect), bars.iter().map(|(_, x)| x.to_bits()).collect::<Vec<_>>()));
    let Telling { numbers, drawn } = &mut cache.telling;
    drawn.paint(&painter, key, || {
        let (shapes, of_rows) = drawing(&painter, shown, &bars, [top, bottom], &height);
        *numbers = of_rows;
        shapes
    });
    for number in numbers.iter() {
        let font = if number.is_selected { semibold(10.5) } else { sans(10.5) };
        let ink = if number.is_selected { tokens.accent } else { tokens.ink3 };
        if number.ends_there {
            paint::line_right(&painter, number.at, &number.words, font, ink);
        } else {
            paint::line(&painter, number.at, &number.words, font, ink, 40.0);
        }
    }
    let response = ui.interact(rect.intersect(ui.clip_rect()), ui.scope_id().with("order"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, say!("order-named")));
    let nearest = |pointer: Pos2| {
        let rows = shown.rows.iter().filter_map(|&row| event.rows.get(row)).filter_map(|row| {
            let places = bars.iter().flat_map(|&(column, x)| {
                positions(shown, row, column).map(move |share| (column, pos2(x, height(share))))
            });
            places.map(|(column, at)| (row, column, at, at.distance(pointer))).min_by(|a, b| a.3.total_cmp(&b.3))
        });
        rows.min_by(|a, b| a.3.total_cmp(&b.3)).filter(|(.., distance)| *distance < NEAR)
    };
    if let Some((row, column, ..)) = response.interact_pointer_pos().filter(|_| response.clicked()).and_then(nearest) {
        inbox.push(Intent::SelectCell { row: row.anchor, column });
    }
    // What a click would choose.
    if let Some((row, _, at, _)) = response.hover_pos().and_then(nearest) {
        let name = say!("statement-titled", number = row.number, title = &row.title);
        let meaning = (name, tips::of_coverage(shown, row).1);
        tips::above(&response, Rect::from_center_size(at, vec2(12.0, 12.0)), &meaning);
    }
}

/// How near a place of a statement the pointer is that means it.
const NEAR: f32 = 16.0;

/// Bars, ticks and lines, and where the numbers go. `height` is where a share of an article lies between the
/// two `ends`.
fn drawing(
    painter: &Painter,
    shown: &Shown<'_>,
    bars: &[(usize, f32)],
    ends: [f32; 2],
    height: &dyn Fn(f32) -> f32,
) -> (Vec<Shape>, Vec<Number>) {
    let tokens = theme::tokens(painter.ctx());
    let (mut shapes, mut numbers) = (Vec::new(), Vec::new());
    let [top, bottom] = ends;
    for &(_, x) in bars {
        let bar = Rect::from_min_max(pos2(x - 6.0, top), pos2(x + 6.0, bottom));
        shapes.push(Shape::rect_filled(bar, 3.0, tokens.press));
    }
    let current = shown.view.selection.current;
    let rows = shown.rows.iter().filter_map(|&row| shown.row(row));
    let (selected, others): (Vec<&SheetRow>, Vec<&SheetRow>) = rows.partition(|row| Some(row.anchor) == current);
    let mut left_numbers: Vec<f32> = Vec::new();
    let mut right_numbers: Vec<f32> = Vec::new();
    // The chosen one's number stands at both ends of its line, and the others give way to it.
    for row in &selected {
        let ends = bars.iter().filter_map(|&(column, x)| Some((x, positions(shown, row, column).next().map(height)?)));
        let ends: Vec<(f32, f32)> = ends.collect();
        let Some((&first, &last)) = ends.first().zip(ends.last()) else { continue };
        let beyond = |from: (f32, f32), side: Option<&(usize, f32)>| side.is_some_and(|&(_, x)| x == from.0);
        if beyond(first, bars.first()) {
            left_numbers.push(first.1);
        }
        if beyond(last, bars.last()) {
            right_numbers.push(last.1);
        }
        let mut number = |at: Pos2, ends_there: bool| {
            numbers.push(Number { at, ends_there, words: row.number.to_string(), is_selected: true });
        };
        number(pos2(first.0 - 12.0, first.1), true);
        if bars.len() > 1 {
            number(pos2(last.0 + 20.0, last.1), false);
        }
    }
    for (row, is_selected) in
        others.into_iter().map(|row| (row, false)).chain(selected.into_iter().map(|row| (row, true)))
    {
        let places: Vec<Option<f32>> =
            bars.iter().map(|&(column, _)| positions(shown, row, column).next().map(height)).collect();
        let is_lone = row.is_lone() && !shown.is_alone() && !shown.view.hides_marks();
        let (ink, width) = if is_selected { (tokens.accent, 2.0) } else { (tokens.ctl_line, 1.0) };
        let mut before: Option<(usize, Pos2)> = None;
        for (at, (&(_, x), y)) in bars.iter().zip(&places).enumerate() {
            let Some(y) = *y else { continue };
            if let Some((last, from)) = before.replace((at, pos2(x + 6.0, y))) {
                let (ends, stroke) = ([from, pos2(x - 6.0, y)], Stroke::new(width, ink));
                if last + 1 == at {
                    shapes.push(Shape::line_segment(ends, stroke));
                } else if is_selected {
                    // Past the articles between, which don't have it.
                    shapes.extend(Shape::dashed_line(&ends, stroke, 6.0, 4.0));
                }
            }
        }
        for (&(_, x), y) in bars.iter().zip(&places) {
            let Some(y) = *y else { continue };
            let ink = if is_selected {
                tokens.accent
            } else if is_lone {
                tokens.m_only
            } else {
                tokens.ink3
            };
            let tick = Rect::from_min_max(pos2(x - 6.0, y - 1.0), pos2(x + 6.0, y + 1.0));
            shapes.push(Shape::rect_filled(paint::snap(painter, tick), 0.0, ink));
            if is_lone {
                let square = Rect::from_center_size(pos2(x + 11.0, y), vec2(6.0, 6.0));
                shapes.push(Shape::rect_stroke(square, 0.0, Stroke::new(1.5, ink), StrokeKind::Inside));
            }
        }
        if is_selected {
            continue;
        }
        // Where numbers would lie on each other the later ones are left out.
        let is_free = |taken: &mut Vec<f32>, y: f32| {
            let free = taken.iter().all(|other| (other - y).abs() >= 11.0);
            if free {
                taken.push(y);
            }
            free
        };
        let number =
            |at: Pos2, ends_there: bool| Number { at, ends_there, words: row.number.to_string(), is_selected: false };
        if let (Some((_, x)), Some(Some(y))) = (bars.first(), places.first())
            && is_free(&mut left_numbers, *y)
        {
            numbers.push(number(pos2(x - 12.0, *y), true));
        }
        if bars.len() > 1
            && let (Some((_, x)), Some(Some(y))) = (bars.last(), places.last())
            && is_free(&mut right_numbers, *y)
        {
            // Behind the squares of statements of one outlet, whether this row has one or not.
            numbers.push(number(pos2(x + 20.0, *y), false));
        }
    }
    (shapes, numbers)
}
