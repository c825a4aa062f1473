//! What the window shows before there are articles.

use egui::{Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::{Inbox, Shown};
use crate::command::{Command, Intent};
use crate::icons::Icon;
use crate::paint;
use crate::say;
use crate::theme::fonts::{medium, sans, semibold, serif};
use crate::theme::{self, Tokens};
use crate::widgets::{Look, Press};

/// Width of the block in the middle.
const WIDTH: f32 = 640.0;
/// Its height, of which the picture above its title has so much.
const HEIGHT: f32 = 530.0;
const PICTURE: f32 = 112.0;

/// Draws the empty state into the whole of `ui`.
pub fn empty_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0.0, tokens.surface);
    // What went wrong is said at the foot, over nothing that is read here.
    let room = area.height() - shown.problems_height;
    let has_picture = HEIGHT + 24.0 <= room || shown.problems_height == 0.0;
    let height = if has_picture { HEIGHT } else { HEIGHT - PICTURE };
    egui::ScrollArea::vertical().auto_shrink(false).max_height(room).show(ui, |ui| {
        let width = WIDTH.min(area.width() - 48.0);
        let left = area.left() + ((area.width() - width) / 2.0).max(24.0);
        let top = ui.cursor().top() + ((room - height) / 2.0 - 12.0).max(24.0);
        let rect = Rect::from_min_size(pos2(left.round(), top.round()), vec2(width, height));
        ui.advance_cursor_after_rect(rect.expand2(vec2(0.0, 12.0)));
        if has_picture {
            motif(ui, tokens, rect.left_top() + vec2(4.0, 0.0));
        }
        block(ui, shown, tokens, rect.with_min_y(rect.bottom() - HEIGHT + PICTURE), inbox);
    });
}

/// All but the picture.
fn block(ui: &mut Ui, shown: &Shown<'_>, tokens: &Tokens, rect: Rect, inbox: &mut Inbox) {
    let painter = ui.painter().clone();
    let left = rect.left();
    painter.text(rect.left_top(), egui::Align2::LEFT_TOP, say!("empty-title"), semibold(24.0), tokens.ink);
    let lead = say!("empty-lead");
    let galley = paint::galley(&painter, lead, sans(15.0), tokens.ink2, 24.0, rect.width().min(560.0), 4);
    let lead_height = galley.size().y;
    painter.galley(pos2(left, rect.top() + 40.0), galley, tokens.ink2);
    let mut y = rect.top() + 40.0 + lead_height + 24.0;

    if let Some(name) = shown.redo {
        y = redo_ui(ui, name, Rect::from_min_size(pos2(left, y), vec2(rect.width(), 40.0)), inbox);
    }
    let row = Rect::from_min_size(pos2(left, y), vec2(rect.width(), 40.0));
    let mut child = ui.new_child(
        UiBuilder::new().max_rect(row).layout(egui::Layout::left_to_right(egui::Align::Center).with_main_wrap(true)),
    );
    child.spacing_mut().item_spacing = vec2(8.0, 8.0);
    for (command, icon, look) in [
        (Command::OpenArticles, Icon::Open, Look::Primary),
        (Command::Paste, Icon::Paste, Look::Outlined),
        (Command::TrySample, Icon::Sample, Look::Outlined),
    ] {
        let keys = command.keys(child.ctx());
        let name = say!("to-begin", command = command.label());
        let mut press = Press::new(command.label()).icon(icon).look(look).height(40.0).name(&name);
        if let Some(keys) = &keys {
            press = press.keys(keys);
        }
        if press.show(&mut child).on_hover_text(command.tooltip()).clicked() {
            inbox.push(Intent::Run(command));
        }
    }
    y += child.min_rect().height().max(40.0) + 16.0;

    let drop = Rect::from_min_size(pos2(left, y), vec2(rect.width(), 66.0));
    let corners = [drop.left_top(), drop.right_top(), drop.right_bottom(), drop.left_bottom(), drop.left_top()];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(1.0, tokens.ctl_line), 4.0, 3.0));
    paint::line(
        &painter,
        pos2(left + 16.0, y + 22.0),
        say!("drop-files"),
        sans(13.0),
        tokens.ink2,
        drop.width() - 32.0,
    );
    let formats = say!("formats");
    paint::line(&painter, pos2(left + 16.0, y + 44.0), formats, sans(12.0), tokens.ink3, drop.width() - 32.0);
    let below = Rect::from_min_size(pos2(left, y + 98.0), vec2(rect.width(), 160.0));
    if shown.recent.is_empty() {
        return how_to_read(&painter, tokens, below.with_max_x(below.left() + 420.0));
    }
    let middle = below.center().x;
    recent(ui, shown, tokens, below.with_max_x(middle - 24.0), inbox);
    how_to_read(&painter, tokens, below.with_min_x(middle + 24.0));
}

/// Says that an undo has emptied the window, with the way back; returns where it ends.
fn redo_ui(ui: &mut Ui, name: &str, rect: Rect, inbox: &mut Inbox) -> f32 {
    let mut child = ui.new_child(
        UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center).with_main_wrap(true)),
    );
    child.spacing_mut().item_spacing = vec2(12.0, 8.0);
    let ink = theme::tokens(child.ctx()).ink2;
    child.label(egui::RichText::new(say!("empty-redo")).font(sans(13.0)).color(ink));
    let words = say!("redo-named", name = name);
    let keys = Command::Redo.keys(child.ctx()).unwrap_or_default();
    if Press::new(&words).keys(&keys).look(Look::Outlined).show(&mut child).clicked() {
        inbox.push(Intent::Run(Command::Redo));
    }
    rect.top() + child.min_rect().height().max(28.0) + 16.0
}

/// Projects that were open lately.
fn recent(ui: &mut Ui, shown: &Shown<'_>, tokens: &Tokens, rect: Rect, inbox: &mut Inbox) {
    paint::line(ui.painter(), rect.left_top(), say!("recent"), semibold(12.0), tokens.ink2, 200.0);
    for (at, project) in shown.recent.iter().take(3).enumerate() {
        let place = Rect::from_min_size(
            pos2(rect.left() - 8.0, rect.top() + 16.0 + at as f32 * 48.0),
            vec2(rect.width() + 16.0, 48.0),
        );
        let response = ui.interact(place, egui::Id::unique(("recent", at)), egui::Sense::click());
        let name = project.name();
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, true, say!("open-project-named", name = &name))
        });
        if response.hovered() {
            ui.painter().rect_filled(place, 6.0, tokens.hover);
        }
        let left = rect.left();
        paint::line(ui.painter(), pos2(left, place.top() + 15.0), &name, medium(13.0), tokens.ink, rect.width());
        let articles = say!("articles-counted", count = project.articles);
        paint::line(ui.painter(), pos2(left, place.top() + 33.0), &articles, sans(12.0), tokens.ink3, rect.width());
        if response.has_focus() {
            paint::focus_ring(ui, place, 6.0);
        }
        if response.on_hover_text(project.path.display().to_string()).clicked() {
            inbox.push(Intent::OpenProjectAt(project.path.clone()));
        }
    }
}

/// Four sheets of paper with the same line at four heights.
fn motif(ui: &Ui, tokens: &Tokens, at: egui::Pos2) {
    let painter = ui.painter();
    let lines = [3, 1, 5, 2];
    let mut ends: Vec<(egui::Pos2, egui::Pos2)> = Vec::new();
    for (page, &marked) in lines.iter().enumerate() {
        let rect = Rect::from_min_size(at + vec2(page as f32 * 46.0, 0.0), vec2(37.0, 87.0));
        painter.rect(rect, 3.0, tokens.panel, Stroke::new(1.0, tokens.line2), StrokeKind::Inside);
        for line in 0..8 {
            let y = rect.top() + 12.0 + line as f32 * 9.0;
            let is_marked = line == marked;
            let width = if line % 4 == 1 { 18.0 } else { 26.0 };
            let width = if is_marked { 26.0 } else { width };
            let thick = if is_marked { 3.0 } else { 1.5 };
            let color = if is_marked { tokens.accent } else { tokens.line2 };
            let bar = Rect::from_min_size(pos2(rect.left() + 5.5, y), vec2(width, thick));
            painter.rect_filled(bar, 1.0, color);
            if is_marked {
                ends.push((bar.left_center(), bar.right_center()));
            }
        }
    }
    for (from, to) in ends.iter().zip(ends.iter().skip(1)) {
        painter.extend(Shape::dashed_line(&[from.1, to.0], Stroke::new(1.0, tokens.accent), 2.0, 2.0));
    }
}

/// The marks in one example each.
fn how_to_read(painter: &egui::Painter, tokens: &Tokens, rect: Rect) {
    let (left, right) = (rect.left(), rect.right());
    // Where they are read from the samples without a jump.
    let meanings = left + (rect.width() / 2.0).min(192.0);
    paint::line(painter, pos2(left, rect.top()), say!("how-to-read"), semibold(12.0), tokens.ink2, 300.0);
    let rows = [
        (say!("example-shared"), say!("meaning-brief-shared")),
        (say!("example-reworded"), say!("meaning-brief-reworded")),
        (say!("example-only-here"), say!("meaning-brief-only-here")),
        (say!("example-cut-begins"), say!("meaning-brief-cut")),
    ];
    for (at, (sample, meaning)) in rows.into_iter().enumerate() {
        let y = rect.top() + 32.0 + at as f32 * 32.0;
        let width = paint::width(painter, sample, serif(15.0));
        let base = y + 5.0;
        if at == 1 {
            let tint = Rect::from_min_max(pos2(left, base - 14.0), pos2(left + width, base + 4.0));
            painter.rect_filled(paint::snap(painter, tint), 2.0, tokens.t_rew);
            paint::hline(painter, left, left + width, base + 4.0, tokens.m_rew);
        }
        if at == 2 {
            paint::hline(painter, left, left + width, base + 3.0, tokens.m_only);
            paint::hline(painter, left, left + width, base + 6.0, tokens.m_only);
        }
        if at == 3 {
            let open = paint::line(painter, pos2(left, y), sample, serif(15.0), tokens.ink, 200.0);
            let chip = paint::snap(painter, Rect::from_min_size(pos2(open.right() + 5.0, y - 8.0), vec2(27.0, 16.0)));
            painter.rect(chip, 3.0, tokens.t_cut, Stroke::new(1.0, tokens.m_cut), StrokeKind::Inside);
            painter.text(chip.center(), egui::Align2::CENTER_CENTER, "⟨…⟩", medium(11.0), tokens.m_cut);
            paint::line(painter, pos2(chip.right() + 2.0, y), say!("example-cut-ends"), serif(15.0), tokens.ink, 20.0);
        } else {
            paint::line(painter, pos2(left, y), sample, serif(15.0), tokens.ink, 200.0);
        }
        paint::line(painter, pos2(meanings, y), meaning, sans(12.0), tokens.ink2, right - meanings);
    }
}

#[cfg(test)]
mod tests {
    use crate::messages::{self, Language};
    use crate::say;

    #[test]
    fn the_welcome_calls_marks_as_the_legend_does() {
        for language in Language::ALL {
            messages::speak(language);
            for (here, legend) in [
                (say!("meaning-brief-reworded"), say!("sample-reworded")),
                (say!("meaning-brief-only-here"), say!("sample-only-here")),
                (say!("meaning-brief-cut"), say!("legend-cut")),
            ] {
                assert_eq!(here, legend);
            }
        }
    }
}
