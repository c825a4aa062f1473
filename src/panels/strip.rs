//! The strip above the status line: a passage that waits for its mate, or what the last correction
//! changed beside what it named.

use std::sync::Arc;

use egui::{Galley, Painter, Rect, RectAlign, ScrollArea, Sense, Tooltip, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Inbox, Shown};
use crate::app::Change;
use crate::command::{Command, Intent};
use crate::icons::{self, Icon};
use crate::paint;
use crate::say;
use crate::shorten;
use crate::theme;
use crate::theme::fonts::{medium, sans, semibold};
use crate::widgets::{self, Press};

/// Height of the strip while its changes are not listed.
pub const LINE: f32 = 36.0;
const ITEM: f32 = 26.0;
/// Height of a change where one of them needs two lines, and from one of these to the next.
const LONG_ITEM: f32 = 42.0;
const ITEM_LINE: f32 = 16.0;
/// Before and behind a change.
const ITEM_LEFT: f32 = 16.0;
const ITEM_RIGHT: f32 = 12.0;
/// Room for so many changes in sight at once; more scroll.
const MOST_IN_SIGHT: usize = 6;

/// Height of the strip in a column of this width; `None` where there is nothing to say.
pub fn height(painter: &Painter, shown: &Shown<'_>, width: f32) -> Option<f32> {
    if shown.view.linking.is_some() {
        return Some(LINE);
    }
    let changes = shown.elsewhere.changes.len();
    if changes == 0 {
        return None;
    }
    if !shown.view.lists_elsewhere {
        return Some(LINE);
    }
    let item = item_height(painter, shown, width);
    let most = (MOST_IN_SIGHT as f32 * ITEM / item).round();
    Some(LINE + (changes as f32).min(most) * item + 6.0)
}

/// Height of each change in a list of this width: of all alike, one line or two.
fn item_height(painter: &Painter, shown: &Shown<'_>, width: f32) -> f32 {
    let room = width - ITEM_LEFT - ITEM_RIGHT;
    let is_long = |words: &str| paint::width(painter, &shown.mask.words(words), sans(12.0)) > room;
    if shown.elsewhere.changes.iter().any(|change| is_long(&change.words)) { LONG_ITEM } else { ITEM }
}

/// A change in at most two lines, and whether it is told whole: long titles lose words in their middle, so that what became
/// of them can be read.
fn fitting(painter: &Painter, shown: &Shown<'_>, change: &Change, width: f32) -> (Arc<Galley>, bool) {
    let ink = theme::tokens(painter.ctx()).ink;
    let lay_out = |words: &str| paint::galley(painter, words, sans(12.0), ink, ITEM_LINE, width, 2);
    let said = |most: usize| {
        let shorter = |words: String, title: &String| words.replacen(title, &shorten::in_the_middle(title, most), 1);
        shown.mask.words(&change.titles.iter().fold(change.words.clone(), shorter))
    };
    let whole = lay_out(&shown.mask.words(&change.words));
    if !whole.elided {
        return (whole, true);
    }
    let longest = change.titles.iter().map(|title| title.split_whitespace().count()).max().unwrap_or_default();
    let most = shorten::most(longest, |most| !lay_out(&said(most)).elided).max(2);
    (lay_out(&said(most)), false)
}

/// Draws the strip into the whole of `ui`.
pub fn strip_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let rect = ui.max_rect();
    let tokens = theme::tokens(ui.ctx());
    ui.painter().rect_filled(rect, 0.0, tokens.sel);
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), LINE));
    if shown.view.linking.is_some() {
        linking_ui(ui, shown, line, inbox);
        return;
    }
    elsewhere_ui(ui, shown, line, inbox);
    if shown.view.lists_elsewhere {
        let list = Rect::from_min_max(line.left_bottom(), rect.max);
        list_ui(ui, shown, list, inbox);
    }
}

fn announce(ui: &Ui, rect: Rect, id: &str, words: &str) {
    let response = ui.interact(rect, ui.scope_id().with(id), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, words));
    response.on_hover_text(words);
}

fn linking_ui(ui: &mut Ui, shown: &Shown<'_>, line: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let y = line.center().y;
    icons::paint(ui.painter(), Icon::Link, pos2(line.left() + 24.0, y), 16.0, tokens.accent);
    let source = shown.view.linking.iter().flatten().next().copied();
    let name = source.and_then(|source| shown.articles.iter().find(|article| article.key == source.article));
    let name = name.map(|article| article.name.clone()).unwrap_or_default();
    let words = say!("linking", name = name);
    let cancel = Press::new(say!("cancel")).keys(say!("key-esc"));
    // The button is as wide as its word asks.
    let button = 58.0 + paint::width(ui.painter(), say!("cancel"), medium(13.0)).max(46.0);
    let left = line.left() + 40.0;
    paint::line(ui.painter(), pos2(left, y), &words, medium(12.0), tokens.ink, line.right() - left - button - 26.0);
    announce(ui, line, "linking", &words);
    let button = Rect::from_min_size(pos2(line.right() - button - 12.0, y - 14.0), vec2(button, 28.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(button).id_salt("stop-linking"));
    if cancel.show(&mut child).clicked() {
        inbox.push(Intent::StopLinking);
    }
}

fn elsewhere_ui(ui: &mut Ui, shown: &Shown<'_>, line: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let y = line.center().y;
    let words = say!("changed-elsewhere", count = shown.elsewhere.changes.len());
    let name = format!("{}: ", shown.mask.words(&shown.elsewhere.name));
    // What was done is said by the message above it, and on request.
    let room = (line.width() - 190.0).max(60.0);
    paint::line(ui.painter(), pos2(line.left() + 16.0, y), &words, semibold(12.0), tokens.ink, room);
    announce(ui, line, "elsewhere", &format!("{name}{words}"));
    let right = Rect::from_min_max(pos2(line.right() - 160.0, y - 14.0), pos2(line.right() - 8.0, y + 14.0));
    widgets::at_right(ui, right, "changes", |ui| {
        let open = shown.view.lists_elsewhere;
        let hint = Command::ShowElsewhere.hint(ui.ctx());
        let label = if open { say!("changes-hide") } else { say!("changes-show") };
        let name = if open { say!("changes-hide-named") } else { say!("changes-show-named") };
        let show = Press::new(label).keys("F4").name(name);
        if show.show(ui).on_hover_text(hint).clicked() {
            inbox.push(Intent::ListElsewhere(!open));
        }
        if Press::icon_only(Icon::Close, say!("changes-close")).show(ui).clicked() {
            inbox.push(Intent::DismissElsewhere);
        }
    });
}

fn list_ui(ui: &mut Ui, shown: &Shown<'_>, list: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let mut child = ui.new_child(UiBuilder::new().max_rect(list).id_salt("elsewhere-list"));
    child.set_clip_rect(list.intersect(ui.clip_rect()));
    let item = item_height(ui.painter(), shown, list.width());
    ScrollArea::vertical().id_salt("elsewhere-list").auto_shrink(false).show_rows(
        &mut child,
        item,
        shown.elsewhere.changes.len(),
        |ui, range| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            for at in range {
                let Some(change) = shown.elsewhere.changes.get(at) else { continue };
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), item), Sense::click());
                let said = shown.mask.words(&change.words);
                response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &said));
                if response.hovered() {
                    ui.painter().rect_filled(rect, 0.0, tokens.hover);
                }
                let room = rect.width() - ITEM_LEFT - ITEM_RIGHT;
                let (words, is_whole) = fitting(ui.painter(), shown, change, room);
                let place = pos2(rect.left() + ITEM_LEFT, rect.center().y - words.size().y / 2.0);
                ui.painter().galley(place, words, tokens.ink);
                if response.has_focus() {
                    paint::focus_ring(ui, rect.shrink(2.0), 3.0);
                }
                let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
                if !is_whole {
                    // Above the whole list, which it would hide.
                    let mut tooltip = Tooltip::for_enabled(&response);
                    tooltip.popup =
                        tooltip.popup.anchor(list.with_min_y(list.top() - LINE)).align(RectAlign::TOP_START);
                    tooltip.show(|ui| ui.label(&*said));
                }
                if response.clicked() {
                    inbox.push(Intent::GoTo(change.passage));
                }
            }
        },
    );
}
