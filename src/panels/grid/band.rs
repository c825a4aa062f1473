//! The band above a row's cells: number, title, speaker, signs of its contrasts, coverage.

use collation::contrast::ContrastKind;
use collation::sheet::SheetRow;
use collation::table::Certainty;
use egui::{Painter, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::command::Intent;
use crate::icons::{self, Icon};
use crate::marks::Mark;
use crate::paint;
use crate::panels::tips::{self, Meaning};
use crate::panels::whole_title::with_whole_title;
use crate::panels::{Inbox, Shown, menus};
use crate::say;
use crate::theme;
use crate::theme::Tokens;
use crate::theme::fonts::{medium, sans, semibold};
use crate::widgets::Sign;

/// Between the parts of a band.
const GAP: f32 = 10.0;
/// Room for the pin or the diamond, with the gap behind it.
const MARK: f32 = 12.0 + GAP;

/// Draws the band of `row` into `rect`.
pub fn band_ui(ui: &mut Ui, shown: &Shown<'_>, row: &SheetRow, rect: Rect, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let is_selected = shown.view.selection.holds(row.anchor);
    let id = super::control_id(row.anchor, None);
    let response = super::control(ui, rect, ui.clip_rect(), id);
    response.dnd_set_drag_payload(super::Dragged::Row(row.anchor));
    super::take_drop(ui, shown, &response, row.anchor, inbox);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, is_selected, accessible_name(shown, row)));
    let fill = if is_selected {
        tokens.sel
    } else if response.hovered() {
        tokens.hover
    } else {
        tokens.band
    };
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 0.0, fill);
    if !shown.view.is_folded(row) {
        paint::hline(&painter, rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
    }
    let y = rect.center().y;
    paint::line_right(&painter, pos2(rect.left() + 32.0, y), &row.number.to_string(), medium(12.0), tokens.ink3);
    fold_ui(ui, shown, row, pos2(rect.left() + 44.0, y), inbox);
    let right = coverage(&painter, tokens, shown, row, pos2(rect.right() - 12.0, y));
    let strip = |from: f32, to: f32| Rect::from_x_y_ranges(from..=to, rect.y_range());
    let mut parts = vec![(strip(right + 4.0, rect.right()), Part::Coverage)];
    let title_left = rect.left() + 56.0;
    let title_width = paint::width(&painter, &row.title, semibold(13.0));
    let tags = tags(shown, row);
    let with_words: f32 =
        tags.iter().map(|(sign, label)| sign.width() + 16.0 + paint::width(&painter, label, sans(11.5))).sum();
    // What has no sign keeps its word.
    let in_brief = |sign: Sign, label: &str| match sign {
        Sign::Verb => 16.0 + paint::width(&painter, label, sans(11.5)),
        _ => sign.width() + 12.0,
    };
    let signs_only: f32 = tags.iter().map(|(sign, label)| in_brief(*sign, label)).sum();
    let room = right - title_left - 16.0;
    let mark = if row.pinned || row.needs_look() { MARK } else { 0.0 };
    let speaker = row.speaker.as_ref().map_or(0.0, |speaker| paint::width(&painter, speaker, sans(12.0)) + GAP);
    // What is dropped first when the band is narrow: the tags' words, then the speaker, then the end of the title.
    let choices = [(with_words, speaker), (signs_only, speaker), (with_words, 0.0)];
    let chosen = choices.into_iter().find(|(tags, speaker)| title_width + mark + speaker + tags <= room);
    let (tag_width, speaker) = chosen.unwrap_or((signs_only, 0.0));
    let left = room - mark - speaker;
    let (title, is_cut) =
        paint::title_line(&painter, pos2(title_left, y), &row.title, &semibold(13.0), tokens.ink, left - tag_width);
    // A title is cut between words, which may leave the tags room for theirs.
    let tag_width = if with_words <= left - title.width() { with_words } else { tag_width };
    let show_words = tag_width == with_words;
    let mut x = right - tag_width;
    for (sign, label) in &tags {
        let from = x;
        sign.paint(&painter, tokens, pos2(x, y));
        x += sign.width() + 4.0;
        if show_words || *sign == Sign::Verb {
            x = paint::line(&painter, pos2(x, y), label, sans(11.5), tokens.ink2, 200.0).right() + 12.0;
        } else {
            x += 8.0;
        }
        parts.push((strip(from - 4.0, x - 4.0), Part::Sign(*sign)));
    }
    let mut x = title.right() + GAP;
    if let Some(speaker) = row.speaker.as_ref().filter(|_| speaker > 0.0) {
        x = paint::line(&painter, pos2(x, y), speaker, sans(12.0), tokens.ink3, f32::INFINITY).right() + GAP;
    }
    if row.pinned {
        icons::paint(&painter, Icon::Pin, pos2(x + 6.0, y), 12.0, tokens.accent);
        parts.push((strip(x - 2.0, x + 14.0), Part::Pin));
    } else if row.needs_look() {
        paint::diamond(&painter, pos2(x + 5.0, y), tokens.warn);
        parts.push((strip(x - 2.0, x + 14.0), Part::Sign(Sign::Diamond)));
    }
    if response.has_focus() {
        paint::focus_ring(ui, rect.shrink(2.0), 3.0);
    }
    let pointed_at = response.hover_pos().and_then(|at| parts.into_iter().find(|(place, _)| place.contains(at)));
    let response = match pointed_at {
        Some((place, part)) => {
            if let Some(meaning) = part.meaning(shown, row) {
                tips::above(&response, place, &meaning);
            }
            response
        }
        None => with_whole_title(response, shown, row, is_cut),
    };
    let modifiers = ui.input(|input| input.modifiers);
    if response.clicked() {
        inbox.push(Intent::SelectRow { row: row.anchor, extend: modifiers.shift, toggle: modifiers.command });
    }
    if response.double_clicked() {
        inbox.push(Intent::FoldRow(row.anchor));
    }
    if response.secondary_clicked() && !is_selected {
        inbox.push(Intent::SelectRow { row: row.anchor, extend: false, toggle: false });
    }
    // A folded row has no cells that could have the key.
    let is_chosen = shown.view.selection.current == Some(row.anchor)
        && (shown.view.selection.column.is_none() || shown.view.is_folded(row));
    menus::context_menu(&response, is_chosen, |ui| super::cell::row_menu(ui, row, shown, inbox));
}

/// A sign on the band that says what it means.
#[derive(Clone, Copy)]
enum Part {
    Sign(Sign),
    Pin,
    /// The dots and their number.
    Coverage,
}

impl Part {
    fn meaning(self, shown: &Shown<'_>, row: &SheetRow) -> Option<Meaning> {
        match self {
            Self::Sign(sign) => Some(tips::of_sign_in(shown, row, sign)),
            Self::Pin => Some((String::new(), say!("meaning-pinned").to_owned())),
            Self::Coverage if shown.is_alone() => None,
            Self::Coverage => Some(tips::of_coverage(shown, row)),
        }
    }
}

/// The triangle that folds a row.
fn fold_ui(ui: &mut Ui, shown: &Shown<'_>, row: &SheetRow, center: egui::Pos2, inbox: &mut Inbox) {
    let rect = Rect::from_center_size(center, vec2(20.0, 22.0)).intersect(ui.clip_rect());
    if !rect.is_positive() {
        return;
    }
    let response = ui.interact(rect, super::control_id(row.anchor, None).with("fold"), Sense::click());
    let is_folded = shown.view.is_folded(row);
    let name = if is_folded {
        say!("unfold-statement", number = row.number)
    } else {
        say!("fold-statement", number = row.number)
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let tokens = theme::tokens(ui.ctx());
    let ink = if response.hovered() { tokens.ink } else { tokens.ink3 };
    icons::paint(ui.painter(), if is_folded { Icon::Right } else { Icon::Down }, center, 13.0, ink);
    if response.has_focus() {
        paint::focus_ring(ui, rect, 3.0);
    }
    if response.clicked() {
        inbox.push(Intent::FoldRow(row.anchor));
    }
}

/// Dots and "3 of 4" at the right end; returns where they begin.
fn coverage(painter: &Painter, tokens: &Tokens, shown: &Shown<'_>, row: &SheetRow, end: egui::Pos2) -> f32 {
    let all = row.cells.len();
    if shown.is_alone() {
        return end.x;
    }
    let words = if shown.view.is_folded(row) && !row.is_lone() && !row.differs() {
        say!("same-words", number = row.readings(), all = all)
    } else {
        say!("number-of", number = row.readings(), all = all)
    };
    let text = paint::line_right(painter, end, &words, sans(12.0), tokens.ink3);
    let mut x = text.left() - 6.0;
    if all > 12 {
        return x - 8.0;
    }
    for cell in row.cells.iter().rev() {
        let center = pos2(x - 3.5, end.y);
        if cell.is_some() {
            painter.circle_filled(center, 3.5, tokens.ink3);
        } else {
            painter.circle_stroke(center, 3.0, Stroke::new(1.0, tokens.ctl_line));
        }
        x -= 10.0;
    }
    x - 8.0
}

/// The signs of what differs in a row, with their words, for kinds that are switched on.
fn tags(shown: &Shown<'_>, row: &SheetRow) -> Vec<(Sign, &'static str)> {
    if shown.is_alone() {
        return Vec::new();
    }
    if row.is_lone() {
        return vec![(Sign::Hollow, say!("only-one-outlet"))];
    }
    let mut tags = Vec::new();
    for (kind, sign, label) in [
        (ContrastKind::Cut, Sign::Cut, say!("tag-cut")),
        (ContrastKind::Voice, Sign::Voice, say!("tag-voice")),
        (ContrastKind::Force, Sign::Force, say!("tag-force")),
        (ContrastKind::Fact, Sign::Fact, say!("tag-fact")),
        (ContrastKind::Name, Sign::Name, say!("tag-name")),
        (ContrastKind::Place, Sign::Place, say!("tag-place")),
    ] {
        if row.has(kind) && shown.view.shown_marks().has(Mark::of(kind)) {
            tags.push((sign, label));
        }
    }
    if row.has(ContrastKind::Cue) && shown.view.shown_marks().has(Mark::Cue) {
        tags.push((Sign::Verb, say!("tag-verb")));
    }
    tags
}

fn accessible_name(shown: &Shown<'_>, row: &SheetRow) -> String {
    let mut name = say!("statement-titled", number = row.number, title = &row.title);
    if let Some(speaker) = &row.speaker {
        name += &format!(", {speaker}");
    }
    if !shown.is_alone() {
        name += &format!(", {}", say!("in-articles", number = row.readings(), all = row.cells.len()));
    }
    if row.pinned {
        name += &format!(", {}", say!("spoken-pinned"));
    } else if row.certainty == Certainty::Possible && !row.is_lone() {
        name += &format!(", {}", say!("spoken-possible"));
    }
    for (_, label) in tags(shown, row) {
        name += &format!(", {label}");
    }
    name
}
