//! The reading view: up to four whole articles side by side. What the grid calls a row is underlined
//! and numbered here; a click brings its mates in the other articles into sight.

mod block_text;
mod block_ui;
mod items;
mod page;
mod signs;

use collation::WitnessKey;
use collation::ruling::Anchor;
use egui::util::hash;
use egui::{Align, Id, Layout, Rect, ScrollArea, Sense, Shape, Ui, UiBuilder, WidgetInfo, pos2, vec2};

pub use page::ReadCache;
use page::{Page, TEXT_LEFT};

use super::{ArticleItem, Inbox, Shown};
use crate::command::{Command, Intent};
use crate::icons::Icon;
use crate::paint;
use crate::say;
use crate::theme::fonts::{medium, sans, semibold};
use crate::theme::{self, metrics};
use crate::widgets::{self, Press};

/// Narrowest column in which an article is pleasant to read.
const MIN_COLUMN: f32 = 304.0;
/// Most articles side by side.
const MOST: usize = 4;

/// Columns of the event that are read now, in column order: those the reader chose, else those that have the
/// selected statement and then the others, as many as fit.
fn columns(ui: &Ui, shown: &Shown<'_>, width: f32) -> Vec<usize> {
    let fit = ((width / MIN_COLUMN).floor() as usize).clamp(1, MOST);
    let key = |column: usize| shown.article(column).map(|article| article.key);
    let mut wanted = shown.columns.to_vec();
    if let Some(keys) = &shown.view.reading {
        wanted.retain(|&column| key(column).is_some_and(|key| keys.contains(&key)));
    } else {
        let row = shown.current_row();
        let has_it = |column: usize| row.is_some_and(|row| row.cells.get(column).is_some_and(Option::is_some));
        // Of the others those that were read before stay, so that a click on a lone sentence moves nothing.
        let before: Vec<usize> = ui.data(|data| data.get_temp(read_before(shown))).unwrap_or_default();
        wanted.sort_by_key(|&column| (!has_it(column), !before.contains(&column)));
    }
    let mut columns: Vec<usize> = wanted.into_iter().take(fit).collect();
    if columns.is_empty() {
        columns.extend(shown.columns.first());
    }
    // What is selected in another view is there to be read.
    if let Some(column) = shown.view.selection.column.filter(|column| shown.columns.contains(column))
        && !columns.contains(&column)
    {
        columns.pop();
        columns.push(column);
    }
    columns.sort_unstable();
    columns
}

/// Where the columns of the last frame are written down.
fn read_before(shown: &Shown<'_>) -> Id {
    Id::unique(("read before", shown.view.event))
}

/// Articles are called by their letters where a chip has less room.
const BRIEF: f32 = 110.0;

/// Draws the bar with the articles to choose from, into the whole of `ui`; they are read in a view of this width.
pub fn reading_bar_ui(ui: &mut Ui, shown: &Shown<'_>, width: f32, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let inner = ui.max_rect().shrink2(vec2(12.0, (metrics::FILTER_BAR - metrics::BUTTON) / 2.0));
    let columns = columns(ui, shown, width);
    // The tool and what the line at the edge means have their places first; the tool as an icon, and the other not at all,
    // where the letters of the articles would not fit beside their words.
    let words = Command::LinkByHand.label();
    let tool = 140.0 + (paint::width(ui.painter(), words, medium(13.0)) - 78.0).max(0.0);
    let key = if shown.is_alone() || shown.view.hides_marks() { 0.0 } else { key_width(ui) };
    let has_room = letters_width(ui, shown, columns.len()) + tool + key + 12.0 <= inner.width();
    let tool = if has_room { tool } else { metrics::BUTTON };
    let names = inner.with_max_x(inner.right() - tool - if has_room { key + 12.0 } else { 8.0 });
    let mut child = ui.new_child(UiBuilder::new().max_rect(names).layout(Layout::left_to_right(Align::Center)));
    child.set_clip_rect(names.expand(3.0).intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing.x = 6.0;
    super::filter_bar::event_switcher(&mut child, shown, inbox);
    // A single article leaves nothing to choose.
    let choices: &[usize] = if shown.columns.len() > 1 { shown.columns } else { &[] };
    if !choices.is_empty() {
        let label = say!("articles-of", number = columns.len(), all = choices.len());
        if widgets::chip(&mut child, &label, None, true, None).on_hover_text(say!("as-many-as-fit")).clicked() {
            inbox.push(Intent::ReadArticles(None));
        }
    }
    let keys = |columns: &[usize]| -> Vec<WitnessKey> {
        columns.iter().filter_map(|&column| Some(shown.article(column)?.key)).collect()
    };
    // Names share the room that is left, so that the last article can be chosen too.
    let share = (names.right() - child.cursor().left()) / choices.len().max(1) as f32 - 6.0;
    let most = share.max(64.0);
    let names = |article: &ArticleItem, is_read: bool| {
        if is_read { article.lettered() } else { format!("+  {}", article.name) }
    };
    let is_cut = |&column: &usize| {
        let name = shown.article(column).map(|article| names(article, columns.contains(&column))).unwrap_or_default();
        widgets::chip_width(ui.painter(), &name, None, None) > most
    };
    // So little of a name tells less than the letter that its article has everywhere.
    let is_brief = share < BRIEF && choices.iter().any(is_cut);
    for &column in choices {
        let Some(article) = shown.article(column) else { continue };
        let is_read = columns.contains(&column);
        let name = names(article, is_read);
        let chosen = if is_brief {
            let label = if is_read { article.sigil.clone() } else { format!("+  {}", article.sigil) };
            let chip = widgets::chip(&mut child, &label, None, false, None);
            chip.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            chip.on_hover_text(&article.name)
        } else {
            widgets::chip_within(&mut child, &name, None, false, None, most)
        };
        if chosen.clicked() {
            let mut read = keys(&columns);
            if is_read && read.len() > 1 {
                read.retain(|key| *key != article.key);
            } else if !is_read {
                let fit = ((width / MIN_COLUMN).floor() as usize).clamp(1, MOST);
                if read.len() >= fit {
                    read.pop();
                }
                read.push(article.key);
            }
            inbox.push(Intent::ReadArticles(Some(read)));
        }
    }
    let button =
        if has_room { Press::new(words).icon(Icon::Link).keys("L") } else { Press::icon_only(Icon::Link, words) };
    let place = inner.with_min_x(inner.right() - tool);
    let layout = Layout::right_to_left(Align::Center);
    let mut tools = ui.new_child(UiBuilder::new().max_rect(place).layout(layout).id_salt("read-tools"));
    super::top_bar::command_button(&mut tools, shown, Command::LinkByHand, button, inbox);
    if has_room && key > 0.0 {
        let at = pos2(place.left() - 12.0, inner.center().y);
        let text = paint::line_right(ui.painter(), at, say!("only-here"), sans(12.0), tokens.ink2);
        let bar = Rect::from_center_size(pos2(text.left() - 9.0, inner.center().y), vec2(3.0, 14.0));
        ui.painter().rect_filled(bar, 1.0, tokens.m_only);
    }
}

/// Room for what the line at the edge of an article means.
fn key_width(ui: &Ui) -> f32 {
    paint::width(ui.painter(), say!("only-here"), sans(12.0)) + 24.0
}

/// How wide the choice of articles is where they are called by their letters, the switcher of events included.
fn letters_width(ui: &Ui, shown: &Shown<'_>, read: usize) -> f32 {
    let all = shown.columns.len();
    let events = super::filter_bar::events_width(ui, shown);
    if all < 2 {
        return events;
    }
    let chip = |label: &str| widgets::chip_width(ui.painter(), label, None, None) + 6.0;
    let letters = shown.columns.iter().filter_map(|&column| shown.article(column));
    let letters: f32 = letters.map(|article| chip(&format!("+  {}", article.sigil))).sum();
    events + chip(&say!("articles-of", number = read, all = all)) + letters
}

/// Draws the articles into the whole of `ui`.
pub fn reading_ui(ui: &mut Ui, shown: &Shown<'_>, cache: &mut ReadCache, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0.0, tokens.surface);
    if shown.event.is_none() {
        super::nothing_ui(ui, shown, area.min);
        return;
    }
    let columns = columns(ui, shown, area.width());
    // Those that the reader chose are let go of with the choice.
    let before = if shown.view.reading.is_none() { columns.clone() } else { Vec::new() };
    ui.data_mut(|data| data.insert_temp(read_before(shown), before));
    let width = area.width() / columns.len().max(1) as f32;
    cache.begin(ui, shown, &columns, width);
    for (at, &column) in columns.iter().enumerate() {
        let left = (area.left() + at as f32 * width).round();
        let rect = Rect::from_min_max(pos2(left, area.top()), pos2((left + width).min(area.right()), area.bottom()));
        column_ui(ui, shown, cache, column, rect, inbox);
        if at > 0 {
            paint::vline(ui.painter(), rect.left(), rect.top(), rect.bottom(), tokens.line2);
        }
    }
}

fn column_ui(ui: &mut Ui, shown: &Shown<'_>, cache: &mut ReadCache, column: usize, rect: Rect, inbox: &mut Inbox) {
    let Some(article) = shown.article(column) else { return };
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), metrics::COLUMN_HEAD));
    head_ui(ui, shown, article, head, shown.view.selection.column == Some(column), inbox);
    let body = Rect::from_min_max(head.left_bottom(), rect.max);
    let Some(page) = cache.page(column) else { return };
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt(("read", article.key)));
    child.set_clip_rect(body.intersect(ui.clip_rect()));
    super::dim_what_is_stale(&mut child, shown);
    let mut scroll = ScrollArea::vertical()
        .id_salt(("read", article.key))
        .auto_shrink(false)
        .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
    if let Some(offset) = page.take_offset(&child, shown, body.height()) {
        scroll = scroll.vertical_scroll_offset(offset);
    }
    let output = scroll.show_viewport(&mut child, |ui, viewport| {
        ui.set_height(page.total_height());
        page.show(ui, shown, article, viewport, inbox);
    });
    let offset = output.state.clamped_offset().y;
    let strip = Rect::from_min_max(
        pos2(rect.right() - 20.0, body.top() + 24.0),
        pos2(rect.right() - 12.0, body.bottom() - 16.0),
    );
    strip_ui(ui, shown, page, article, strip, offset, body.height());
}

/// The head of an article; of the one that arrow keys and corrections are about it has a ground and a line below.
fn head_ui(ui: &mut Ui, shown: &Shown<'_>, article: &ArticleItem, rect: Rect, is_chosen: bool, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let painter = &ui.painter().clone();
    painter.rect_filled(rect, 0.0, if is_chosen { tokens.sel } else { tokens.panel });
    let response = ui.interact(rect, Id::unique(("read-head", article.key)), Sense::hover());
    response.widget_info(|| {
        let name = say!("column-named", name = &article.name, sigil = &article.sigil);
        WidgetInfo::selected(egui::Role::ColumnHeader, true, is_chosen, &name)
    });
    let left = rect.left() + 16.0;
    widgets::sigil(painter, tokens, pos2(left + 10.0, rect.center().y), &article.sigil, article.is_base, 20.0);
    let room = rect.right() - left - 80.0;
    let name =
        paint::line(painter, pos2(left + 30.0, rect.top() + 16.0), &article.name, semibold(13.0), tokens.ink, room);
    if article.is_base {
        paint::line(painter, pos2(name.right() + 8.0, rect.top() + 16.5), say!("base"), sans(11.0), tokens.ink3, 40.0);
    }
    let below = Rect::from_min_max(pos2(left + 30.0, rect.top() + 24.0), pos2(rect.right() - 8.0, rect.top() + 42.0));
    let asks = !shown.has_rail(ui.ctx().content_rect().width());
    super::articles::about_ui(ui, article, asks, below, rect, "read", inbox);
    if is_chosen {
        painter.rect_filled(paint::snap(painter, rect.with_min_y(rect.bottom() - 3.0)), 0.0, tokens.accent);
    } else {
        paint::hline(painter, rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line2);
    }
}

/// The article as a strip: what is in sight, and where each statement stands. A click goes there.
fn strip_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    page: &mut Page,
    article: &ArticleItem,
    rect: Rect,
    offset: f32,
    height: f32,
) {
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.painter();
    let total = page.total_height().max(height).max(1.0);
    painter.rect_filled(rect, 3.0, tokens.hover);
    let at = |y: f32| rect.top() + y / total * rect.height();
    let current = shown.view.selection.current;
    let place = [rect.left(), rect.top(), rect.bottom(), total, painter.pixels_per_point()].map(f32::to_bits);
    let selected = current.map(|row| (row.article, row.span.start, row.span.end));
    let key = hash((page.stood(), place, selected, tokens.accent, tokens.ctl_line));
    let mut strip = std::mem::take(&mut page.strip);
    strip.paint(painter, key, || {
        let tick = |(row, y): (Anchor, f32)| {
            let is_current = current == Some(row);
            let tick = if is_current {
                Rect::from_min_size(pos2(rect.left() - 3.0, at(y)), vec2(14.0, 3.0))
            } else {
                Rect::from_min_size(pos2(rect.left(), at(y)), vec2(8.0, 2.0))
            };
            let ink = if is_current { tokens.accent } else { tokens.ctl_line };
            Shape::rect_filled(paint::snap(painter, tick), 0.0, ink)
        };
        page.marks(shown).into_iter().map(tick).collect()
    });
    page.strip = strip;
    let view = Rect::from_min_max(
        pos2(rect.left() - 2.0, at(offset)),
        pos2(rect.right() + 2.0, at(offset + height).min(rect.bottom())),
    );
    painter.rect_stroke(view, 4.0, egui::Stroke::new(1.0, tokens.line2), egui::StrokeKind::Inside);
    let response =
        ui.interact(rect.expand2(vec2(6.0, 0.0)), Id::unique(("read-strip", article.key)), Sense::click_and_drag());
    let name = say!("position-in", name = &article.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ScrollBar, true, &name));
    if (response.clicked() || response.dragged())
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let share = ((pointer.y - rect.top()) / rect.height()).clamp(0.0, 1.0);
        page.scroll_to((share * total - height / 2.0).max(0.0));
        ui.ctx().request_repaint();
    }
}

/// Widest text column for a page `width` points wide.
fn measure(width: f32) -> f32 {
    (width - TEXT_LEFT - 40.0).clamp(120.0, metrics::MEASURE)
}
