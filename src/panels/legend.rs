//! The marks with a sample of each, how often they stand in this event, and their switches.

use egui::{Painter, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::command::Intent;
use crate::icons::{self, Icon};
use crate::marks::{Mark, zigzag};
use crate::messages::{self, grouped};
use crate::paint;
use crate::panels::{Inbox, Shown, shading, tips};
use crate::say;
use crate::theme::fonts::{medium, sans, semibold, serif};
use crate::theme::{self, Tokens, metrics};
use crate::widgets;

/// One line of the legend.
struct Line {
    /// `None`: hollow cells, which are always on.
    mark: Option<Mark>,
    sample: &'static str,
    /// Empty where the sample says it.
    label: &'static str,
}

/// Marks as the legend lists them. Voice and place are always shown and have their words in the grid.
fn lines() -> [Line; LINES] {
    let line = |mark, sample, label| Line { mark: Some(mark), sample, label };
    [
        line(Mark::Reworded, say!("sample-reworded"), ""),
        line(Mark::OnlyHere, say!("sample-only-here"), ""),
        line(Mark::Moved, say!("sample-moved"), ""),
        line(Mark::Cut, "⟨…⟩", say!("legend-cut")),
        Line { mark: None, sample: "", label: say!("not-found") },
        line(Mark::Cue, say!("sample-cue"), say!("legend-cue")),
        line(Mark::Force, say!("sample-force"), say!("legend-force")),
        line(Mark::Fact, "40", say!("legend-fact")),
        line(Mark::Name, "Varga", say!("legend-name")),
    ]
}

const LINES: usize = 9;
/// Height of its title.
const TITLE: f32 = 40.0;
/// Free below its last line.
const FOOT: f32 = 8.0;
/// Most of the rail that it takes, as a share.
const MOST: f32 = 0.6;
/// Room for a sample before its label.
const SAMPLE: f32 = 54.0;

/// Height of the lines below the title.
fn lines_height(shown: &Shown<'_>) -> f32 {
    let lines = LINES + usize::from(shading::is_in_use(shown));
    lines as f32 * metrics::LEGEND_ROW + 4.0
}

/// Whether the reader folded or unfolded it; where not, it is open as long as two articles fit above it.
fn is_open(ui: &Ui, shown: &Shown<'_>, room: f32) -> bool {
    let chosen = ui.ctx().data(|data| data.get_temp::<bool>(fold_id()));
    chosen.unwrap_or_else(|| room - TITLE - lines_height(shown) - FOOT >= 2.0 * metrics::RAIL_ITEM)
}

fn fold_id() -> egui::Id {
    egui::Id::unique("legend unfolded")
}

/// Height of the legend at the foot of `room`: its title alone where it is folded, and never so much that the articles
/// have less than their share.
pub fn height(ui: &Ui, shown: &Shown<'_>, room: f32) -> f32 {
    let lines = if is_open(ui, shown, room) { lines_height(shown) + FOOT } else { 0.0 };
    TITLE + lines.min(room * MOST - TITLE).max(0.0)
}

/// Draws the legend into `rect`, which is the foot of `room`.
pub fn legend_ui(ui: &mut Ui, shown: &Shown<'_>, rect: Rect, room: f32, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let (left, right, y) = (rect.left() + 16.0, rect.right() - 12.0, rect.top() + TITLE / 2.0);
    let open = is_open(ui, shown, room);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), TITLE));
    let response = ui.interact(head, fold_id().with("title"), Sense::click());
    let name = if open { say!("legend-fold") } else { say!("legend-unfold") };
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, open, name));
    let title = paint::line(ui.painter(), pos2(left, y), say!("legend-title"), semibold(13.0), tokens.ink, 80.0);
    let sign = if open { Icon::Down } else { Icon::Right };
    icons::paint(ui.painter(), sign, pos2(title.right() + 12.0, y), 12.0, tokens.ink3);
    let words_left = title.right() + 24.0;
    if right - paint::width(ui.painter(), say!("plain-is-shared"), sans(12.0)) >= words_left {
        paint::line_right(ui.painter(), pos2(right, y), say!("plain-is-shared"), sans(12.0), tokens.ink3);
    }
    if response.has_focus() {
        paint::focus_ring(ui, head.shrink(3.0), 4.0);
    }
    if response.clicked() {
        ui.ctx().data_mut(|data| data.insert_temp(fold_id(), !open));
    }
    if !open {
        return;
    }
    let below = Rect::from_min_max(pos2(rect.left(), head.bottom()), rect.max);
    if below.height() >= lines_height(shown) {
        lines_ui(ui, shown, below, inbox);
        return;
    }
    let mut child = ui.new_child(UiBuilder::new().max_rect(below).id_salt("legend"));
    child.set_clip_rect(below.intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt("legend").auto_shrink(false).show(&mut child, |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), lines_height(shown)), Sense::hover());
        lines_ui(ui, shown, rect, inbox);
    });
}

fn lines_ui(ui: &mut Ui, shown: &Shown<'_>, rect: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let (left, right) = (rect.left() + 16.0, rect.right() - 12.0);
    for (at, line) in lines().iter().enumerate() {
        let y = rect.top() + (at as f32 + 0.5) * metrics::LEGEND_ROW;
        let on = line.mark.is_none_or(|mark| shown.view.marks.has(mark));
        let ink = if on { tokens.ink2 } else { tokens.ink3 };
        sample(ui.painter(), tokens, line, pos2(left, y));
        let number = line
            .mark
            .map_or(shown.counts.not_found, |mark| shown.counts.marks.get(mark as usize).copied().unwrap_or_default());
        let switch = Rect::from_min_size(pos2(right - 22.0, y - 6.0), vec2(22.0, 12.0));
        // How often each kind stands there is what class mode hides.
        let is_hidden = shown.view.hides_marks();
        let number = if is_hidden { String::new() } else { grouped(number) };
        let label_left = left + SAMPLE;
        let label_right = label_left + paint::width(ui.painter(), line.label, sans(12.0));
        let number_width = paint::width(ui.painter(), &number, sans(12.0));
        // Without a switch there is room behind the column of numbers.
        let is_narrow = label_right + 10.0 + number_width > switch.left() - 8.0;
        let end = if line.mark.is_none() && is_narrow { right } else { switch.left() - 8.0 };
        paint::line_right(ui.painter(), pos2(end, y), &number, sans(12.0), tokens.ink3);
        if !line.label.is_empty() {
            let room = end - number_width - 8.0 - label_left;
            paint::line(ui.painter(), pos2(label_left, y), line.label, sans(12.0), ink, room);
        }
        let whole = Rect::from_x_y_ranges(left..=right, y - 12.0..=y + 12.0);
        let response = ui.interact(whole, ui.scope_id().with(("line", at)), Sense::hover());
        let meaning = line.mark.map_or_else(
            || (say!("meaning-not-found").to_owned(), say!("not-found-meaning").to_owned()),
            tips::of_mark,
        );
        tips::beside(response, &meaning);
        if let Some(mark) = line.mark {
            let name = if line.label.is_empty() { line.sample } else { line.label };
            let mut own = ui.new_child(UiBuilder::new().max_rect(switch).id_salt(("switch", at)));
            if is_hidden {
                own.disable();
            }
            let response = widgets::switch(&mut own, switch, on && !is_hidden, &say!("mark-switch", mark = name));
            let response = response.on_disabled_hover_text(say!("need-marks"));
            if tips::beside(response, &meaning).clicked() {
                inbox.push(Intent::SetMark { mark, on: !on });
            }
        }
    }
    if shading::is_in_use(shown) {
        shading_ui(ui, left, right, rect.top() + (LINES as f32 + 0.5) * metrics::LEGEND_ROW);
    }
}

/// What the grounds of words mean: from none that all kept to all of them.
fn shading_ui(ui: &Ui, left: f32, right: f32, y: f32) {
    let tokens = theme::tokens(ui.ctx());
    let mut x = left;
    for share in [0, 50, 100] {
        let ground = Rect::from_min_size(pos2(x, y - 8.0), vec2(16.0, 16.0));
        let ground = paint::snap(ui.painter(), ground);
        ui.painter().rect_filled(ground, 2.0, shading::tint(tokens, share));
        ui.painter().text(ground.center(), egui::Align2::CENTER_CENTER, "a", serif(14.0), tokens.ink);
        x += 18.0;
    }
    let words = paint::line(ui.painter(), pos2(x + 2.0, y), say!("legend-kept"), sans(12.0), tokens.ink2, right - x);
    let line = Rect::from_min_max(pos2(left, y - 12.0), pos2(words.right().max(right), y + 12.0));
    let response = ui.interact(line, ui.scope_id().with("shading"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, messages::tip("legend-kept")));
    response.on_hover_text(messages::tip("legend-kept"));
}

/// What a mark means and by which rule it stands there.
pub fn explanation(mark: Mark) -> &'static str {
    match mark {
        Mark::Reworded => say!("meaning-reworded"),
        Mark::OnlyHere => say!("meaning-only-here"),
        Mark::Moved => say!("meaning-moved"),
        Mark::Cut => say!("meaning-cut"),
        Mark::Voice => say!("meaning-voice"),
        Mark::Cue => say!("meaning-cue"),
        Mark::Force => say!("meaning-force"),
        Mark::Fact => say!("meaning-fact"),
        Mark::Name => say!("meaning-name"),
        Mark::Place => say!("meaning-place"),
    }
}

/// Draws a sample of `mark` with its left end and vertical centre at `at`.
pub fn sample_ui(painter: &Painter, tokens: &Tokens, mark: Mark, at: egui::Pos2) {
    match mark {
        Mark::Voice => widgets::Sign::Voice.paint(painter, tokens, at),
        Mark::Place => widgets::Sign::Place.paint(painter, tokens, at),
        _ => {
            if let Some(line) = lines().iter().find(|line| line.mark == Some(mark)) {
                sample(painter, tokens, line, at);
            }
        }
    }
}

fn sample(painter: &Painter, tokens: &Tokens, line: &Line, at: egui::Pos2) {
    let Some(mark) = line.mark else {
        paint::hollow_box(painter, at + vec2(8.0, 0.0), tokens.ctl_line);
        return;
    };
    if mark == Mark::Cut {
        let width = paint::width(painter, line.sample, medium(11.0));
        let rect = paint::snap(painter, Rect::from_min_size(at - vec2(0.0, 8.0), vec2(width + 8.0, 16.0)));
        painter.rect(rect, 3.0, tokens.t_cut, Stroke::new(1.0, tokens.m_cut), StrokeKind::Inside);
        paint::line(painter, at + vec2(4.0, 0.0), line.sample, medium(11.0), tokens.m_cut, 60.0);
        return;
    }
    if mark == Mark::Cue {
        paint::line(painter, at, line.sample, serif(11.0), tokens.ink2, 60.0);
        return;
    }
    let inset = if mark == Mark::Fact { 4.0 } else { 0.0 };
    let width = paint::width(painter, line.sample, serif(14.0));
    let (left, right, base) = (at.x, at.x + width, at.y + 5.0);
    if mark == Mark::Reworded {
        let rect = Rect::from_min_max(pos2(left, base - 14.0), pos2(right, base + 4.0));
        painter.rect_filled(paint::snap(painter, rect), 2.0, tokens.t_rew);
    }
    paint::line(painter, at + vec2(inset, 0.0), line.sample, serif(14.0), tokens.ink, f32::INFINITY);
    match mark {
        Mark::Reworded => paint::hline(painter, left, right, base + 4.0, tokens.m_rew),
        Mark::OnlyHere => {
            paint::hline(painter, left, right, base + 3.0, tokens.m_only);
            paint::hline(painter, left, right, base + 6.0, tokens.m_only);
        }
        Mark::Moved => {
            let path = [pos2(left, base + 4.0), pos2(right, base + 4.0)];
            painter.extend(egui::Shape::dotted_line(&path, tokens.m_moved, 3.0, 0.75));
        }
        Mark::Force => zigzag(painter, left, right, base + 4.0, tokens.m_force),
        Mark::Name => {
            let path = [pos2(left, base + 4.5), pos2(right, base + 4.5)];
            painter.extend(egui::Shape::dashed_line(&path, Stroke::new(1.0, tokens.m_name), 4.0, 3.0));
        }
        Mark::Fact => {
            let sign =
                paint::line(painter, pos2(left + inset + width + 3.0, at.y), "≠", semibold(11.0), tokens.m_fact, 20.0);
            let rect = Rect::from_min_max(pos2(left, base - 14.0), pos2(sign.right() + 4.0, base + 4.0));
            painter.rect_stroke(paint::snap(painter, rect), 2.0, Stroke::new(1.0, tokens.m_fact), StrokeKind::Inside);
        }
        Mark::Cut | Mark::Voice | Mark::Cue | Mark::Place => {}
    }
}
