//! The line at the foot: what is shown, in words, and what the marks are and are not.

use egui::text::{LayoutJob, TextFormat};
use egui::{Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use workbench::settings::ClassMode;

use crate::command::{Command, Intent};
use crate::messages::grouped;
use crate::paint;
use crate::panels::{Inbox, Shown};
use crate::say;
use crate::terms;
use crate::theme::fonts::sans;
use crate::theme::{self, metrics};
use crate::widgets;

/// The line that is always visible.
pub fn principle() -> &'static str {
    say!("principle")
}

/// From this width on the line is one, whatever it says: the table keeps its place when the state grows.
const ONE_LINE: f32 = 900.0;

/// What is shown of it: in short where the line is one and has no room for it, and in a low window, where it would take
/// lines from the table.
fn shown_principle(ui: &Ui, shown: &Shown<'_>, width: f32) -> &'static str {
    let may_be_brief = metrics::is_low(ui.ctx()) || width >= ONE_LINE;
    let is_brief = may_be_brief && !fits_beside(ui, shown, width, principle());
    if is_brief { say!("principle-brief") } else { principle() }
}

/// Height of the status line: more lines where the principle does not fit beside the state.
pub fn height(ui: &Ui, shown: &Shown<'_>, width: f32) -> f32 {
    if fits(ui, shown, width) {
        return metrics::STATUS;
    }
    if let Some(words) = behind(ui, shown, width) {
        return metrics::STATUS - LINE + words.size().y;
    }
    // The sign of class mode is higher than words.
    let second = if class_sign(shown).is_some() { 22.0 } else { 18.0 };
    metrics::STATUS + second + below(ui, shown, width, 0.0).size().y - LINE
}

/// Height of a line of the principle where it stands below the state.
const LINE: f32 = 16.0;

/// The principle below the state, whole in as many lines as it needs; the first begins so far from the left.
fn below(ui: &Ui, shown: &Shown<'_>, width: f32, first: f32) -> std::sync::Arc<egui::Galley> {
    let ink = theme::tokens(ui.ctx()).ink2;
    let format = TextFormat { line_height: Some(LINE), ..TextFormat::simple(sans(12.0), ink) };
    let mut job = LayoutJob::default();
    job.append(shown_principle(ui, shown, width), first, format);
    job.wrap.max_width = width - 32.0;
    ui.painter().layout_job(job)
}

/// The principle from behind the state on, where that saves a line and nothing else stands there.
fn behind(ui: &Ui, shown: &Shown<'_>, width: f32) -> Option<std::sync::Arc<egui::Galley>> {
    let first = paint::width(ui.painter(), &state(shown), sans(12.0)) + 16.0;
    let is_free = class_sign(shown).is_none() && !shown.progress.is_some_and(|progress| progress.is_long);
    let words = (is_free && first < (width - 32.0) * 0.7).then(|| below(ui, shown, width, first))?;
    (words.rows.len() <= below(ui, shown, width, 0.0).rows.len()).then_some(words)
}

fn fits(ui: &Ui, shown: &Shown<'_>, width: f32) -> bool {
    width >= ONE_LINE || fits_beside(ui, shown, width, shown_principle(ui, shown, width))
}

/// Whether `principle` has room beside the state.
fn fits_beside(ui: &Ui, shown: &Shown<'_>, width: f32, principle: &str) -> bool {
    let words =
        paint::width(ui.painter(), principle, sans(12.0)) + paint::width(ui.painter(), &state(shown), sans(12.0));
    let sign = class_sign(shown).map_or(0.0, |(sign, _)| sign_width(ui, sign) + 16.0);
    words + sign + 32.0 + 40.0 + progress_width(shown) <= width
}

/// Room for the bar of long work and the way to stop it.
fn progress_width(shown: &Shown<'_>) -> f32 {
    if shown.progress.is_some_and(|progress| progress.is_long) { 260.0 } else { 0.0 }
}

/// Draws the status line into the whole of `ui`.
pub fn status_ui(ui: &mut Ui, shown: &Shown<'_>, inbox: &mut Inbox) {
    let tokens = theme::tokens(ui.ctx());
    let rect = ui.max_rect();
    let one_line = fits(ui, shown, rect.width());
    let y = rect.top() + metrics::STATUS / 2.0;
    let words = state(shown);
    // What class mode hides is never cut; the state beside it is.
    let beside = class_sign(shown).map_or(0.0, |(sign, _)| sign_width(ui, sign) + 16.0);
    let behind_it = if one_line {
        paint::width(ui.painter(), shown_principle(ui, shown, rect.width()), sans(12.0)) + 16.0
    } else {
        0.0
    };
    let room = rect.width() - 32.0 - beside - behind_it - progress_width(shown);
    let drawn = paint::line(ui.painter(), pos2(rect.left() + 16.0, y), &words, sans(12.0), tokens.ink2, room);
    let response = announce(ui, drawn, "status", &words);
    if paint::width(ui.painter(), &words, sans(12.0)) > room {
        response.on_hover_text(&words);
    }
    let mut right = drawn.right() + 16.0;
    if let Some(progress) = shown.progress.filter(|progress| progress.is_long) {
        right = progress_ui(ui, progress, pos2(right, y), inbox) + 16.0;
    }
    if let Some((sign, hides)) = class_sign(shown) {
        let most = rect.right() - 16.0 - behind_it - right;
        let place = Rect::from_min_size(pos2(right, y - 12.0), vec2(most, 24.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt("class mode"));
        let hint = Command::Reveal.hint(ui.ctx());
        if widgets::chip_within(&mut child, sign, None, hides, None, most).on_hover_text(hint).clicked() {
            inbox.push(Intent::Run(Command::Reveal));
        }
    }
    let drawn = if one_line {
        let words = shown_principle(ui, shown, rect.width());
        paint::line_right(ui.painter(), pos2(rect.right() - 16.0, y), words, sans(12.0), tokens.ink2)
    } else {
        let words = behind(ui, shown, rect.width()).unwrap_or_else(|| below(ui, shown, rect.width(), 0.0));
        let at = pos2(rect.left() + 16.0, rect.bottom() - 6.0 - words.size().y);
        let drawn = Rect::from_min_size(at, words.size());
        ui.painter().galley(at, words, tokens.ink2);
        drawn
    };
    let response = announce(ui, drawn, "principle", principle());
    if shown_principle(ui, shown, rect.width()) != principle() {
        response.on_hover_text(principle());
    }
}

/// What class mode hides or has revealed, as long as it is on, and whether it hides it now.
fn class_sign(shown: &Shown<'_>) -> Option<(&'static str, bool)> {
    let hides = !shown.view.is_revealed;
    let words = match shown.view.class_mode {
        ClassMode::Off => return None,
        _ if !hides => say!("class-sign-revealed"),
        ClassMode::HideOutlets => say!("class-sign-outlets"),
        ClassMode::HideMarks => say!("class-sign-marks"),
        ClassMode::HideBoth => say!("class-sign-both"),
    };
    Some((words, hides))
}

fn sign_width(ui: &Ui, sign: &str) -> f32 {
    widgets::chip_width(ui.painter(), sign, None, None)
}

fn announce(ui: &Ui, rect: Rect, salt: &str, words: &str) -> egui::Response {
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
    response
}

/// How far long work is, and a way to stop it; returns where it ends.
fn progress_ui(ui: &mut Ui, progress: &crate::panels::ProgressItem, at: egui::Pos2, inbox: &mut Inbox) -> f32 {
    let tokens = theme::tokens(ui.ctx());
    let bar = Rect::from_min_size(at - vec2(0.0, 3.0), vec2(120.0, 6.0));
    widgets::progress_bar(ui, bar, progress.done);
    let percent = progress.done.map(|done| format!("{} %", (done * 100.0).round())).unwrap_or_default();
    let text = paint::line(ui.painter(), pos2(bar.right() + 8.0, at.y), &percent, sans(12.0), tokens.ink2, 60.0);
    let width = paint::width(ui.painter(), say!("cancel"), sans(12.0)).max(44.0);
    let link = Rect::from_min_size(pos2(text.right() + 12.0, at.y - 9.0), vec2(width, 18.0));
    let id = ui.scope_id().with("cancel");
    if widgets::link(ui, link, id, say!("cancel"), say!("cancel-work")).clicked() {
        inbox.push(Intent::CancelWork);
    }
    link.right()
}

/// `12 statements · 2 need a look · 3 only in one outlet`.
fn state(shown: &Shown<'_>) -> String {
    if let Some(progress) = shown.progress.filter(|progress| progress.is_long) {
        return terms::stage(&progress.stage);
    }
    if shown.is_halted {
        return say!("out-of-date").into();
    }
    if shown.is_stale {
        return say!("updating").into();
    }
    if shown.articles.is_empty() {
        return say!("no-articles").into();
    }
    let counts = shown.counts;
    let all = say!("statements-counted", count = counts.statements);
    let (words, is_filtered) = (&shown.hits.words, shown.view.is_filtered());
    // While a search or a filter hides statements, their number alone would tell of a smaller event.
    let mut parts = match (words.is_empty(), is_filtered) {
        (true, false) => vec![all],
        (true, true) => vec![say!("number-of", number = grouped(counts.listed), all = all)],
        (false, false) => vec![say!("statements-match", count = shown.rows.len(), all = all, words = words)],
        (false, true) => {
            let listed = say!("statements-listed", count = counts.listed);
            let found = say!("statements-match", count = shown.rows.len(), all = listed, words = words);
            vec![found, say!("statements-in-all", count = counts.statements)]
        }
    };
    if shown.view.hit.is_some() && shown.view.hit_wrap != 0 {
        let is_forth = shown.view.hit_wrap > 0;
        parts.push(if is_forth { say!("search-from-first") } else { say!("search-from-last") }.to_owned());
    }
    // These are of the whole event, and beside the number of those that match they would be read as of them.
    let is_whole = words.is_empty() && !is_filtered;
    if counts.need_look > 0 && is_whole {
        parts.push(say!("need-look", count = counts.need_look));
    }
    if counts.only_one > 0 && is_whole && !shown.view.hides_marks() {
        parts.push(say!("only-one-counted", count = counts.only_one));
    }
    if shown.sheet.is_accurate {
        parts.push(say!("read-closely").into());
    } else if shown.is_too_long_for_model {
        parts.push(say!("too-long-for-model").into());
    }
    if shown.view.selection.rows.len() > 1 {
        parts.push(say!("selected-counted", count = shown.view.selection.rows.len()));
    }
    parts.join(" · ")
}
