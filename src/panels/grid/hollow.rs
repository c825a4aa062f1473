//! What a cell without a passage says, in a low box at its top: that the statement was not found there, or which other
//! statement has it. The rest of the cell is plain, so that a row is as calm as it has little to read.

use collation::sheet::SheetRow;
use egui::{Rect, Response, Ui, pos2, vec2};

use super::cell::is_link_clicked;
use crate::command::Intent;
use crate::paint;
use crate::panels::{ArticleItem, Inbox, Shown, tips};
use crate::say;
use crate::theme::fonts::sans;
use crate::theme::{self, metrics};

/// Between the sign and the words, and between the words and the link.
const GAP: f32 = 8.0;
/// Width of the sign.
const SIGN: f32 = 16.0;
/// From one line to the next.
const LINE: f32 = 18.0;
/// How far the box goes beyond the inside of its cell at either side.
const AROUND: f32 = 6.0;

/// Draws what the cell at `rect`, of which `clip` may be seen, says instead of a passage; under the
/// pointer the box alone is tinted, which is all there is to act on.
#[expect(clippy::too_many_arguments, reason = "the same meeting point as a full cell")]
pub(super) fn hollow_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    row: &SheetRow,
    column: usize,
    article: &ArticleItem,
    (response, is_pointed_at): (&Response, bool),
    rect: Rect,
    clip: Rect,
    inbox: &mut Inbox,
) {
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    let other = shown.elsewhere(row, column);
    let inside = rect.x_range().shrink(metrics::CELL_SIDE);
    let words_left = inside.min + SIGN + GAP;
    let room = inside.max - words_left;
    // The column's head has the article's name.
    let (words, link) = match other {
        Some(other) => ("", say!("elsewhere", number = other.number)),
        None => (say!("not-found"), say!("nearest-passage").to_owned()),
    };
    let width = |words: &str| paint::width(&painter, words, sans(12.0));
    let before = if words.is_empty() { 0.0 } else { width(words) + GAP };
    // Where they do not stand side by side, the link comes below the words.
    let is_low = before + width(&link) <= room;
    let link_at = if is_low { vec2(before, 0.0) } else { vec2(0.0, LINE) };
    let height = if is_low { metrics::HOLLOW } else { metrics::HOLLOW + LINE };
    let top = rect.top() + metrics::HOLLOW_TOP;
    let around = Rect::from_x_y_ranges(inside.expand(AROUND), top..=top + height);
    let ground = if is_pointed_at { tokens.hover } else { tokens.window };
    painter.rect_filled(paint::snap(&painter, around), 4.0, ground);
    let words_at = pos2(words_left, around.top() + metrics::HOLLOW / 2.0);
    paint::hollow_box(&painter, pos2(inside.min + SIGN / 2.0, words_at.y), tokens.ctl_line);
    let said = paint::line(&painter, words_at, words, sans(12.0), tokens.ink3, room);
    let sign = said.with_min_x(inside.min).with_max_x(said.right().max(words_left)).expand2(vec2(0.0, 2.0));
    if response.hover_pos().is_some_and(|at| sign.contains(at)) {
        tips::above(response, sign, &tips::of_absence(shown, row, column));
    }
    let place = Rect::from_min_size(words_at + link_at - vec2(0.0, 9.0), vec2(room - link_at.x, 18.0));
    let id = super::control_id(row.anchor, Some(column)).with("nearest");
    let name = match other {
        Some(other) => say!("elsewhere-in", name = &article.name, number = other.number),
        None => say!("nearest-named", name = &article.name, number = row.number),
    };
    if !is_link_clicked(ui, place, clip, id, &link, &name) {
        return;
    }
    match other {
        Some(other) => {
            inbox.push(Intent::SelectCell { row: other.anchor, column });
            inbox.push(Intent::Reveal(other.anchor));
        }
        None => inbox.push(Intent::ShowNearest { row: row.anchor, column }),
    }
}
