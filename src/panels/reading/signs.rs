//! Signs beside and under the text of a page: lines, ticks, numbers, folded clutter, and its menu.

use collation::ruling::Anchor;
use egui::{Id, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::block_text::{TILE, TILE_SIDE};
use super::items::{Fold, Mention};
use super::measure;
use super::page::TEXT_LEFT;
use crate::command::{Command, Intent};
use crate::icons::{self, Icon};
use crate::marks::{Place, places};
use crate::messages;
use crate::paint;
use crate::panels::{ArticleItem, Inbox, Shown};
use crate::say;
use crate::theme::fonts::{sans, semibold};
use crate::theme::{self, Tokens};

/// What can be done with the text under the pointer.
pub(super) fn text_menu(ui: &mut Ui, shown: &Shown<'_>, block: Anchor, is_clutter: bool, inbox: &mut Inbox) {
    use crate::panels::grid::command_item;
    if is_clutter {
        if ui.button(say!("bring-paragraph-back")).clicked() {
            inbox.push(Intent::BringBack(block));
            ui.close();
        }
        command_item(ui, shown, Command::BringBack, inbox);
        return;
    }
    for command in [Command::LinkByHand, Command::Trim, Command::SetAside] {
        command_item(ui, shown, command, inbox);
    }
    if ui.button(say!("set-paragraph-aside")).clicked() {
        inbox.push(Intent::SetAside(block));
        ui.close();
    }
    command_item(ui, shown, Command::BringBack, inbox);
    ui.separator();
    for command in [
        Command::Unlink,
        Command::NewRow,
        Command::Pin,
        Command::PinAbove,
        Command::Reject,
        Command::RenameRow,
        Command::TagRow,
        Command::Copy,
    ] {
        command_item(ui, shown, command, inbox);
    }
}

pub(super) fn underline(painter: &Painter, tokens: &Tokens, at: Pos2, place: Place, is_current: bool, is_lone: bool) {
    let y = at.y + place.base + 5.0;
    let (left, right) = (at.x + place.left, at.x + place.right);
    if is_current {
        let line = Rect::from_min_max(pos2(left, y), pos2(right, y + 2.0));
        painter.rect_filled(paint::snap(painter, line), 0.0, tokens.accent);
    } else if !is_lone {
        paint::hline(painter, left, right, y, tokens.ctl_line);
    }
}

/// What lone passages and the others take up of one line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Shares {
    lone: f32,
    matched: f32,
}

/// Share of a passage that is enough for a bar beside its line, whatever else stands in that.
const ENOUGH: f32 = 0.3;

/// The bars left of the passages that no other outlet reports, each a range of glyphs. A line that they share
/// with `matched` passages has a bar only where most of it is theirs, or it has a good part of one of them; each has one
/// somewhere.
pub(super) fn lone_bars(
    painter: &Painter,
    tokens: &Tokens,
    rows: &[crate::marks::Line<'_>],
    lone: &[(usize, usize)],
    matched: &[(usize, usize)],
    at: Pos2,
) {
    if lone.is_empty() {
        return;
    }
    let mut shares = vec![Shares::default(); rows.len()];
    for (ranges, is_lone) in [(lone, true), (matched, false)] {
        for place in ranges.iter().flat_map(|&(from, to)| places(rows, from, to)) {
            let width = place.right - place.left;
            if let Some(line) = shares.get_mut(place.line) {
                *(if is_lone { &mut line.lone } else { &mut line.matched }) += width;
            }
        }
    }
    let is_theirs = |line: usize| shares.get(line).is_some_and(|line| line.lone >= line.matched);
    for &(from, to) in lone {
        let own: Vec<Place> = places(rows, from, to).collect();
        let whole: f32 = own.iter().map(|place| place.right - place.left).sum();
        let has_enough = |place: &&Place| is_theirs(place.line) || place.right - place.left >= ENOUGH * whole;
        let mut bases: Vec<f32> = own.iter().filter(has_enough).map(|place| place.base).collect();
        if bases.is_empty() {
            let widest = own.iter().max_by(|a, b| (a.right - a.left).total_cmp(&(b.right - b.left)));
            bases.extend(widest.map(|place| place.base));
        }
        // A passage's own lines follow each other but for one at either end.
        if let (Some(first), Some(last)) = (bases.first(), bases.last()) {
            let (top, bottom) = (first - 15.0, last + 6.0);
            let bar = Rect::from_min_max(pos2(at.x - 10.0, at.y + top), pos2(at.x - 7.0, at.y + bottom));
            painter.rect_filled(paint::snap(painter, bar), 1.0, tokens.m_only);
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "a tile is a control of its own")]
pub(super) fn tile_ui(
    ui: &mut Ui,
    tokens: &Tokens,
    at: Pos2,
    place: Place,
    mention: &Mention,
    article: &ArticleItem,
    is_current: bool,
    inbox: &mut Inbox,
    column: usize,
) {
    let rect = Rect::from_min_max(
        at + vec2(place.left - TILE_SIDE, place.base - 11.0),
        at + vec2(place.right + TILE_SIDE, place.base + 4.0),
    );
    let rect = paint::snap(ui.painter(), Rect::from_center_size(rect.center(), vec2(rect.width().max(TILE), TILE)));
    // One that begins a line stands where the text does, apart from the bar beside it.
    let rect = rect.translate(vec2((at.x - rect.left()).max(0.0), 0.0));
    let visible = rect.intersect(ui.clip_rect());
    if !visible.is_positive() {
        return;
    }
    let id = Id::unique(("read-tile", article.key, mention.span.start, mention.number));
    let response = ui.interact(visible, id, Sense::click());
    let name = say!("statement-in", number = mention.number, name = &article.name);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_current, &name));
    let (fill, border, ink) = if is_current {
        (tokens.accent, tokens.accent, tokens.accent_ink)
    } else {
        (tokens.panel, tokens.ctl_line, tokens.ink2)
    };
    ui.painter().rect(rect, 3.0, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, mention.number.to_string(), semibold(10.0), ink);
    if response.has_focus() {
        paint::focus_ring(ui, rect, 3.0);
    }
    if response.clicked() {
        inbox.push(Intent::select(mention.row, column, Some(mention.span.start)));
        inbox.push(Intent::Reveal(mention.row));
    }
}

/// The line beside clutter that is shown: it is there, and it is not counted as the article.
pub(super) fn aside_rule(painter: &Painter, tokens: &Tokens, at: Pos2, height: f32) {
    let x = at.x - 8.5;
    let ends = [pos2(x, at.y - 6.0), pos2(x, at.y + height - 8.0)];
    painter.extend(Shape::dashed_line(&ends, Stroke::new(1.0, tokens.ctl_line), 3.0, 2.0));
}

/// The bar above a run of clutter, with what can be done about it.
pub(super) fn fold_ui(ui: &mut Ui, article: &ArticleItem, fold: &Fold, corner: Pos2, width: f32, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let rect = Rect::from_min_size(pos2(corner.x + TEXT_LEFT - 8.0, corner.y), vec2(measure(width) + 16.0, 28.0));
    let visible = rect.intersect(ui.clip_rect());
    if !visible.is_positive() {
        return;
    }
    let words = match (fold.is_open, fold.reason.is_empty()) {
        (true, true) => say!("lines-counted", count = fold.lines),
        (true, false) => say!("lines-because", count = fold.lines, reason = &fold.reason),
        (false, true) => say!("lines-hidden", count = fold.lines),
        (false, false) => say!("lines-hidden-because", count = fold.lines, reason = &fold.reason),
    };
    let action = if fold.is_open { say!("fold-hide") } else { say!("fold-show") };
    let id = Id::unique(("read-fold", article.key, fold.first));
    let response = ui.interact(visible, id, Sense::click());
    let name = format!("{}, {words}, {action}", article.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let painter = ui.painter().clone();
    if response.hovered() {
        painter.rect_filled(rect, 4.0, tokens.hover);
    }
    paint::dashed_rect(&painter, rect, tokens.ctl_line);
    let y = rect.center().y;
    let icon = if fold.is_open { Icon::Down } else { Icon::Right };
    icons::paint(&painter, icon, pos2(rect.left() + 15.0, y), 13.0, tokens.ink3);
    let mut right = paint::line_right(&painter, pos2(rect.right() - 10.0, y), action, sans(12.0), tokens.accent).left();
    if fold.is_open {
        let back = say!("fold-bring-back");
        let place = Rect::from_min_max(
            pos2(right - 24.0 - paint::width(&painter, back, sans(12.0)), rect.top() + 4.0),
            pos2(right - 8.0, rect.bottom() - 4.0),
        );
        let link =
            crate::widgets::link(ui, place, id.with("back"), back, &format!("{}, {words}, {back}", article.name));
        if link.on_hover_text(messages::tip("fold-bring-back")).clicked() {
            inbox.push(Intent::BringBack(Anchor { article: article.key, span: fold.span }));
        }
        right = place.left();
    }
    paint::line(&painter, pos2(rect.left() + 28.0, y), &words, sans(12.0), tokens.ink3, right - rect.left() - 36.0);
    if response.has_focus() {
        paint::focus_ring(ui, rect, 4.0);
    }
    if response.clicked() {
        inbox.push(Intent::TurnFold { article: article.key, block: fold.first });
    }
}
