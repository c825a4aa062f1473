//! The left rail: articles grouped by event, and under them the legend. Collapsed it shows letters.

use egui::{Id, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::filter_bar::event_title;
use super::grid::{DraggedArticle, article_menu};
use super::{ArticleItem, Inbox, Shown, dropped, legend, menus};
use crate::command::{Command, Intent};
use crate::icons::{self, Icon};
use crate::messages::grouped;
use crate::paint;
use crate::say;
use crate::theme::fonts::{sans, semibold, serif};
use crate::theme::{self, metrics};
use crate::widgets::{self, Press};

/// Draws the open rail into the whole of `ui`.
pub fn articles_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    head(ui, shown, Rect::from_min_size(rect.min, vec2(rect.width(), 40.0)), inbox);
    let below = Rect::from_min_max(pos2(rect.left(), rect.top() + 40.0), rect.max);
    if shown.articles.is_empty() {
        paint::line(
            ui.painter(),
            below.left_top() + vec2(16.0, 14.0),
            say!("no-articles"),
            sans(12.0),
            tokens.ink3,
            180.0,
        );
        return;
    }
    let foot = legend::height(ui, shown, below.height());
    let list = Rect::from_min_max(below.min, pos2(below.right(), below.bottom() - foot));
    let mut child = ui.new_child(UiBuilder::new().max_rect(list).id_salt("articles"));
    child.set_clip_rect(list.intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt("articles").auto_shrink(false).show(&mut child, |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        let several = shown.sheet.events.len() > 1;
        let is_wanted = is_other_event(ui, shown);
        let mut last_event = None;
        for article in sorted(shown) {
            if several && last_event != Some(article.event) {
                let head = event_head(ui, shown, article.event, inbox);
                if is_wanted && article.event == shown.view.event {
                    show_event(ui, head, metrics::RAIL_ITEM);
                }
                last_event = Some(article.event);
            }
            item(ui, shown, article, inbox);
        }
    });
    let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - foot), rect.max);
    legend::legend_ui(ui, shown, foot, below.height(), inbox);
}

/// True in the first frame that shows another event.
fn is_other_event(ui: &Ui, shown: &Shown<'_>) -> bool {
    let last = Id::unique("event of the rail");
    let now = shown.view.event;
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<usize>(last);
        data.insert_temp(last, now);
        before
    });
    before.is_some_and(|before| before != now)
}

/// Brings the event that begins with `head` into sight, unless its first article, `below` points high, is already.
fn show_event(ui: &Ui, head: Rect, below: f32) {
    let first = head.with_max_y(head.bottom() + below);
    if !ui.clip_rect().y_range().contains(first.top()) || !ui.clip_rect().y_range().contains(first.bottom()) {
        ui.scroll_to_rect(first, Some(egui::Align::Min));
    }
}

/// Articles with those of one event together, in column order.
fn sorted<'a>(shown: &Shown<'a>) -> Vec<&'a ArticleItem> {
    let mut articles: Vec<&ArticleItem> = shown.articles.iter().collect();
    articles.sort_by_key(|article| article.event);
    articles
}

fn head(ui: &mut Ui, shown: &Shown<'_>, rect: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let y = rect.center().y;
    let title =
        paint::line(ui.painter(), pos2(rect.left() + 16.0, y), say!("articles"), semibold(13.0), tokens.ink, 100.0);
    if !shown.articles.is_empty() {
        paint::line(
            ui.painter(),
            pos2(title.right() + 8.0, y),
            &grouped(shown.articles.len()),
            sans(13.0),
            tokens.ink3,
            60.0,
        );
    }
    let button = Rect::from_center_size(pos2(rect.right() - 22.0, y), vec2(28.0, 28.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(button).id_salt("add"));
    let hint = Command::OpenArticles.hint(ui.ctx());
    if Press::icon_only(Icon::Plus, say!("add-articles")).show(&mut child).on_hover_text(hint).clicked() {
        inbox.push(Intent::Run(Command::OpenArticles));
    }
}

fn event_head(ui: &mut Ui, shown: &Shown<'_>, event: usize, inbox: &mut Inbox) -> Rect {
    let tokens = theme::tokens(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click_and_drag());
    take_event_drop(shown, event, &response, inbox);
    let is_shown = shown.view.event == event;
    let title = event_title(shown, event);
    response.widget_info(|| {
        WidgetInfo::selected(
            egui::Role::Button,
            true,
            is_shown,
            say!("event-titled", number = event + 1, title = &title),
        )
    });
    let fill = if is_shown {
        tokens.sel
    } else if response.hovered() {
        tokens.hover
    } else {
        tokens.band
    };
    ui.painter().rect_filled(rect, 0.0, fill);
    paint::hline(ui.painter(), rect.left(), rect.right(), rect.top(), tokens.line);
    let y = rect.center().y;
    let ink = if is_shown { tokens.accent } else { tokens.ink2 };
    let number = paint::line(
        ui.painter(),
        pos2(rect.left() + 16.0, y),
        &say!("event-number", number = event + 1),
        semibold(12.0),
        ink,
        80.0,
    );
    let room = rect.right() - number.right() - 20.0;
    let (_, is_cut) =
        paint::title_line(ui.painter(), pos2(number.right() + 8.0, y), &title, &sans(12.0), tokens.ink3, room);
    if response.has_focus() {
        paint::focus_ring(ui, rect.shrink(2.0), 3.0);
    }
    menus::context_menu(&response, false, |ui| {
        for other in (0..shown.sheet.events.len()).filter(|&other| other != event) {
            let words = say!("join-with-event", number = other + 1, title = event_title(shown, other));
            if ui.button(words).clicked() {
                inbox.push(Intent::JoinEvents { a: event, b: other });
                ui.close();
            }
        }
    });
    let response = if is_cut { response.on_hover_text(&title) } else { response };
    if response.clicked() {
        inbox.push(Intent::ShowEvent(event));
    }
    rect
}

/// The event that is being dragged onto another one.
#[derive(Clone, Copy)]
struct DraggedEvent(usize);

/// An article dropped on an event reports it; an event dropped on another one is the same.
fn take_event_drop(shown: &Shown<'_>, event: usize, response: &egui::Response, inbox: &mut Inbox) {
    response.dnd_set_drag_payload(DraggedEvent(event));
    if let Some(dragged) = dropped::<DraggedArticle>(response) {
        let with = shown.articles.iter().rfind(|article| article.event == event && article.key != dragged.0);
        if let Some(with) = with {
            inbox.push(Intent::MoveToEvent { article: dragged.0, with: Some(with.key) });
        }
    } else if let Some(dragged) = dropped::<DraggedEvent>(response)
        && dragged.0 != event
    {
        inbox.push(Intent::JoinEvents { a: event, b: dragged.0 });
    }
}

fn item(ui: &mut Ui, shown: &Shown<'_>, article: &ArticleItem, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let width = ui.available_width();
    let left = 46.0;
    let title = if article.title.is_empty() { &article.name } else { &article.title };
    let (galley, _) = paint::title(ui.painter(), title, &serif(13.5), tokens.ink, 18.0, width - left - 12.0, 2);
    let lines = 1.0
        + [article.is_nameless, article.hidden_lines > 0, article.twin.is_some(), article.stranger.is_some()]
            .map(|has| if has { 1.0 } else { 0.0 })
            .iter()
            .sum::<f32>();
    let height = 8.0 + 20.0 + 1.0 + galley.size().y + 3.0 + lines * 16.0 + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click_and_drag());
    response.widget_info(|| {
        let mut name = say!("article-named", sigil = &article.sigil, name = spoken_name(article));
        for (is_so, words) in [(article.is_base, say!("base")), (article.is_hidden, say!("spoken-hidden"))] {
            if is_so {
                name += &format!(", {words}");
            }
        }
        let about = [Some(&article.meta_line()), article.twin.as_ref(), article.stranger.as_ref()];
        for words in about.into_iter().flatten() {
            name += &format!(", {words}");
        }
        WidgetInfo::labeled(egui::Role::ListItem, true, name)
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    // Of many articles only those in sight cost anything.
    if !ui.is_rect_visible(rect) {
        return;
    }
    response.dnd_set_drag_payload(DraggedArticle(article.key));
    if let Some(dragged) = dropped::<DraggedArticle>(&response) {
        let event = shown.articles.iter().find(|other| other.key == dragged.0).map(|other| other.event);
        inbox.push(if event == Some(article.event) {
            Intent::MoveArticle { article: dragged.0, to: article.key }
        } else {
            Intent::MoveToEvent { article: dragged.0, with: Some(article.key) }
        });
    }
    let is_target = response.dnd_hover_payload::<DraggedArticle>().is_some_and(|dragged| dragged.0 != article.key);
    let hovered = response.contains_pointer();
    if is_target {
        ui.painter().rect_filled(rect, 0.0, tokens.sel);
    } else if hovered {
        ui.painter().rect_filled(rect, 0.0, tokens.hover);
    }
    let mut painter = ui.painter().clone();
    if article.is_hidden {
        painter.set_opacity(0.5);
    }
    widgets::sigil(
        &painter,
        tokens,
        pos2(rect.left() + 26.0, rect.top() + 18.0),
        &article.sigil,
        article.is_base,
        20.0,
    );
    let shows_tools = hovered || response.has_focus() || article.is_hidden;
    let tool_room = if shows_tools {
        52.0
    } else if article.is_base {
        34.0
    } else {
        8.0
    };
    let name_at = pos2(rect.left() + left, rect.top() + 18.0);
    paint::line(&painter, name_at, &article.name, semibold(13.0), tokens.ink, width - left - tool_room);
    painter.galley(pos2(rect.left() + left, rect.top() + 29.0), galley.clone(), tokens.ink);
    let mut y = rect.top() + 29.0 + galley.size().y + 3.0 + 8.0;
    // Clear of the scroll bar.
    let room = width - left - metrics::SCROLL_BAR - 4.0;
    let line = article.meta_line_within(&painter, sans(11.5), room);
    paint::line(&painter, pos2(rect.left() + left, y), &line, sans(11.5), tokens.ink3, room);
    if article.is_nameless {
        y += 16.0;
        name_link(ui, article, pos2(rect.left() + left, y), room, ui.clip_rect(), "rail", inbox);
    }
    if article.hidden_lines > 0 {
        y += 16.0;
        let words = say!("lines-hidden", count = article.hidden_lines);
        paint::line(&painter, pos2(rect.left() + left, y), &words, sans(11.5), tokens.ink2, room);
    }
    for words in article.twin.iter().chain(&article.stranger) {
        y += 16.0;
        paint::line(&painter, pos2(rect.left() + left, y), words, sans(11.5), tokens.ink2, room);
    }
    tools(ui, article, rect, shows_tools, inbox);
    if response.has_focus() {
        paint::focus_ring(ui, rect.shrink(3.0), 4.0);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        inbox.push(Intent::OpenProperties(article.key));
    } else if response.clicked() {
        inbox.push(Intent::ClickArticle(article.key));
    }
    if response.double_clicked() {
        inbox.push(Intent::OpenArticle(article.key));
    }
    let is_clicked = shown.view.clicked == Some(article.key);
    menus::context_menu(&response, is_clicked, |ui| article_menu(ui, shown, article, inbox));
    response.on_hover_text(about(article));
}

/// Date and length of an article under its name, or its title where others bear the name too, and where its outlet is
/// not known and the list beside the table does not ask for it, a way to say it. Of what it draws `clip` may be seen.
pub fn about_ui(
    ui: &mut Ui,
    article: &ArticleItem,
    has_link: bool,
    rect: Rect,
    clip: Rect,
    salt: &str,
    inbox: &mut Inbox,
) {
    let tokens = theme::tokens(ui.ctx());
    let clip = clip.intersect(ui.clip_rect());
    let painter = ui.painter().with_clip_rect(clip);
    let has_link = has_link && article.is_nameless;
    let link = if has_link { paint::width(&painter, say!("name-outlet"), sans(12.0)) + 12.0 } else { 0.0 };
    let (at, room) = (rect.left_center(), rect.width() - link);
    let line = article.line_below_name(&painter, sans(11.5), room);
    let drawn = paint::line(&painter, at, &line, sans(11.5), tokens.ink3, room);
    if has_link {
        let at = pos2(drawn.right() + 12.0, rect.center().y);
        name_link(ui, article, at, rect.right() - at.x, clip, salt, inbox);
    }
}

/// "Name the outlet…", which opens the properties of the article.
fn name_link(ui: &mut Ui, article: &ArticleItem, at: egui::Pos2, room: f32, clip: Rect, salt: &str, inbox: &mut Inbox) {
    let words = say!("name-outlet");
    let width = paint::width(ui.painter(), words, sans(12.0)).min(room);
    let rect = Rect::from_center_size(at + vec2(width / 2.0, 0.0), vec2(width, 16.0));
    if !rect.intersect(clip).is_positive() {
        return;
    }
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("name outlet", salt, article.key)));
    child.set_clip_rect(clip);
    let name = say!("name-outlet-of", name = spoken_name(article));
    let id = Id::unique(("name-outlet", salt, article.key));
    if widgets::quiet_link(&mut child, rect, id, words, &name).clicked() {
        inbox.push(Intent::OpenProperties(article.key));
    }
}

/// An article as it is said: its headline tells more than its letter does.
fn spoken_name(article: &ArticleItem) -> &str {
    if article.is_nameless && !article.title.is_empty() { &article.title } else { &article.name }
}

/// All that the rail has to say about an article, where its lines may be cut.
pub fn about(article: &ArticleItem) -> String {
    let parts = [
        Some(article.name.clone()),
        Some(article.title.clone()),
        Some(article.meta_line()),
        article.twin.clone(),
        article.stranger.clone(),
    ];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Star and eye at the right of an article's name.
fn tools(ui: &mut Ui, article: &ArticleItem, rect: Rect, shows_all: bool, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let y = rect.top() + 18.0;
    let eye = Rect::from_center_size(pos2(rect.right() - 20.0, y), vec2(22.0, 22.0));
    let star = if shows_all { eye.translate(vec2(-23.0, 0.0)) } else { eye };
    if article.is_base {
        icons::paint_filled(ui.painter(), Icon::Star, star.center(), 14.0, tokens.ink2);
    }
    if !shows_all {
        return;
    }
    let tool = |ui: &mut Ui, rect: Rect, salt: &str, name: String| {
        let response = ui.interact(rect, Id::unique(("article-tool", article.key, salt)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.has_focus() {
            paint::focus_ring(ui, rect, 4.0);
        }
        response.on_hover_text(name)
    };
    if !article.is_base {
        icons::paint(ui.painter(), Icon::Star, star.center(), 14.0, tokens.ink3);
        if tool(ui, star, "star", say!("make-base-named", name = &article.name)).clicked() {
            inbox.push(Intent::SetBase(article.key));
        }
    }
    let (icon, name) = if article.is_hidden {
        (Icon::EyeOff, say!("show-column-named", name = &article.name))
    } else {
        (Icon::Eye, say!("hide-column-named", name = &article.name))
    };
    icons::paint(ui.painter(), icon, eye.center(), 16.0, tokens.ink2);
    if tool(ui, eye, "eye", name).clicked() {
        inbox.push(Intent::SetHidden { article: article.key, hidden: !article.is_hidden });
    }
}

/// Draws the collapsed rail: the letters of the articles alone.
pub fn letters_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("letters"));
    ScrollArea::vertical()
        .id_salt("letters")
        .auto_shrink(false)
        .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            ui.add_space(4.0);
            let mut is_wanted = is_other_event(ui, shown);
            for article in sorted(shown) {
                let (rect, response) = ui.allocate_exact_size(vec2(metrics::RAIL_COLLAPSED, 36.0), Sense::click());
                if is_wanted && article.event == shown.view.event {
                    show_event(ui, rect, 0.0);
                    is_wanted = false;
                }
                let name = say!("article-named", sigil = &article.sigil, name = &article.name);
                response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &name));
                if response.hovered() {
                    ui.painter().rect_filled(rect.shrink2(vec2(8.0, 2.0)), 6.0, tokens.hover);
                }
                let mut painter = ui.painter().clone();
                if article.is_hidden || article.event != shown.view.event {
                    painter.set_opacity(0.5);
                }
                widgets::sigil(&painter, tokens, rect.center(), &article.sigil, article.is_base, 20.0);
                if response.has_focus() {
                    paint::focus_ring(ui, rect.shrink(8.0), 4.0);
                }
                let response = response.on_hover_text(about(article));
                if response.clicked() {
                    inbox.push(Intent::ClickArticle(article.key));
                }
                let is_clicked = shown.view.clicked == Some(article.key);
                menus::context_menu(&response, is_clicked, |ui| article_menu(ui, shown, article, inbox));
            }
            let (rect, response) = ui.allocate_exact_size(vec2(metrics::RAIL_COLLAPSED, 36.0), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, say!("add-articles")));
            if response.hovered() {
                ui.painter().rect_filled(rect.shrink2(vec2(8.0, 2.0)), 6.0, tokens.hover);
            }
            icons::paint(ui.painter(), Icon::Plus, rect.center(), 16.0, tokens.ink2);
            if response.on_hover_text(Command::OpenArticles.hint(ui.ctx())).clicked() {
                inbox.push(Intent::Run(Command::OpenArticles));
            }
        });
}
