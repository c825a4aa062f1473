//! The banner under the top bar: files that changed on disk, and what became of decisions and notes
//! when they were read anew.

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Inbox, Shown};
use crate::command::Intent;
use crate::icons::Icon;
use crate::messages::{self, names_in_brief};
use crate::paint;
use crate::say;
use crate::theme;
use crate::theme::fonts::{medium, sans, serif};
use crate::widgets::{Look, Press};

const LINE: f32 = 40.0;
const ITEM: f32 = 22.0;
/// Most dropped places in sight at once; more scroll.
const MOST_IN_SIGHT: usize = 5;

/// Height of the banner; `None` where there is nothing to say.
pub fn height(shown: &Shown<'_>) -> Option<f32> {
    if !shown.banner.changed.is_empty() {
        return Some(LINE);
    }
    let items = shown.banner.read_anew.as_ref()?.dropped.len().min(MOST_IN_SIGHT);
    Some(LINE + items as f32 * ITEM + if items > 0 { 8.0 } else { 0.0 })
}

/// Draws the banner into the whole of `ui`.
pub fn banner_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let rect = ui.max_rect();
    let tokens = theme::tokens(ui.ctx());
    ui.painter().rect_filled(rect, 0.0, tokens.sel);
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), LINE));
    if shown.banner.changed.is_empty() {
        if let Some(read) = &shown.banner.read_anew {
            line_ui(ui, line, &shown.mask.words(&read.words), false, inbox);
            dropped_ui(ui, shown, Rect::from_min_max(line.left_bottom(), rect.max), &read.dropped);
        }
        return;
    }
    let names: Vec<String> = shown
        .banner
        .changed
        .iter()
        .filter_map(|(key, _)| Some(shown.articles.iter().find(|article| article.key == *key)?.name.clone()))
        .collect();
    let is_reloading = shown.banner.is_reloading();
    let names = names_in_brief(&names, 3);
    let words =
        if is_reloading { say!("banner-reloading", names = names) } else { say!("changed-on-disk", names = names) };
    line_ui(ui, line, &words, !is_reloading, inbox);
}

/// The words with what can be done.
fn line_ui(ui: &mut Ui, line: Rect, words: &str, can_reload: bool, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let right = Rect::from_min_max(pos2(line.right() - 200.0, line.top()), pos2(line.right() - 8.0, line.bottom()));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(right).layout(layout).id_salt("banner-tools"));
    let close = Press::icon_only(Icon::Close, say!("banner-close")).show(&mut child);
    if close.on_hover_text(messages::tip("banner-close")).clicked() {
        inbox.push(Intent::DismissBanner);
    }
    if can_reload {
        let hint = messages::tip("reload");
        let reload = Press::new(say!("reload")).look(Look::Outlined).name(say!("reload-named")).show(&mut child);
        if reload.on_hover_text(hint).clicked() {
            inbox.push(Intent::ReloadChanged);
        }
    }
    let room = child.min_rect().left() - line.left() - 28.0;
    paint::line(ui.painter(), line.left_center() + vec2(16.0, 0.0), words, medium(12.0), tokens.ink, room);
    let response = ui.interact(line, ui.scope_id().with("banner"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, words));
}

/// The words that decisions and notes hung on and that are gone.
fn dropped_ui(ui: &mut Ui, shown: &Shown<'_>, list: Rect, dropped: &[String]) {
    if dropped.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui.ctx());
    let mut child = ui.new_child(UiBuilder::new().max_rect(list).id_salt("banner-list"));
    child.set_clip_rect(list.intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt("banner-list").auto_shrink(false).show_rows(
        &mut child,
        ITEM,
        dropped.len(),
        |ui, range| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            for words in dropped.get(range).unwrap_or_default() {
                let words = shown.mask.words(words);
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ITEM), Sense::hover());
                response.widget_info(|| {
                    WidgetInfo::labeled(egui::Role::ListItem, true, say!("dropped-named", words = &words))
                });
                let label = paint::line(
                    ui.painter(),
                    rect.left_center() + vec2(16.0, 0.0),
                    say!("dropped"),
                    sans(12.0),
                    tokens.ink3,
                    80.0,
                );
                let at = pos2(label.right() + 10.0, rect.center().y);
                paint::line(ui.painter(), at, &words, serif(13.5), tokens.ink, rect.right() - at.x - 16.0);
            }
        },
    );
}
