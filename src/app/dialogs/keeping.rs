//! Work that is not saved: before it would be lost, and after a crash.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use egui::{RichText, Ui};
use workbench::recent::Session;
use workbench::store::Recoverable;

use super::parts::{at_right, default_button, hint};
use crate::say;

use crate::app::Answered;
use crate::app::modal::claim_focus;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::theme::fonts::medium;
use crate::widgets::{Look, Press};

/// Room between a button and one that deletes.
const APART: f32 = 12.0;

pub(super) fn unsaved_ui(ui: &mut Ui, is_quitting: bool, inbox: &mut Inbox) -> bool {
    let words = if is_quitting { say!("unsaved-closing") } else { say!("unsaved-going-on") };
    ui.label(words);
    ui.add_space(12.0);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let mut done = false;
        if default_button(ui, say!("save"), true) {
            inbox.push(Intent::Unsaved(Answered::Save));
            done = true;
        }
        for (label, answer) in [(say!("unsaved-discard"), Answered::Discard), (say!("cancel"), Answered::Cancel)] {
            if Press::new(label).look(Look::Outlined).show(ui).clicked() {
                inbox.push(Intent::Unsaved(answer));
                done = true;
            }
        }
        done
    })
    .inner
}

pub(super) fn unfinished_ui(ui: &mut Ui, inbox: &mut Inbox) -> bool {
    ui.label(say!("unfinished-closing"));
    ui.add_space(12.0);
    at_right(ui, |ui| {
        let back = default_button(ui, say!("unfinished-back"), true);
        let closes = Press::new(say!("unfinished-close")).look(Look::Outlined).show(ui).clicked();
        if closes {
            inbox.push(Intent::CloseUnfinished);
        }
        back || closes
    })
}

/// Unsaved work that is offered.
#[derive(Debug)]
pub(super) struct RecoveryForm {
    pub found: Vec<Recoverable>,
    /// The one of which the reader is asked whether it shall be deleted.
    asked: Option<PathBuf>,
}

impl RecoveryForm {
    pub fn new(found: Vec<Recoverable>) -> Self {
        Self { found, asked: None }
    }
}

pub(super) fn recovery_ui(ui: &mut Ui, form: &mut RecoveryForm, inbox: &mut Inbox) -> bool {
    ui.label(say!("recovery"));
    let mut done = false;
    let asked = &mut form.asked;
    // Beside a single one there is room for what leaves all of them for later.
    let is_single = form.found.len() == 1;
    form.found.retain(|left| {
        let mut keep = true;
        let is_asked = asked.as_ref() == Some(&left.journal);
        ui.add_space(12.0);
        ui.add(egui::Label::new(RichText::new(title_of(left)).font(medium(13.0))).wrap());
        let articles = say!("articles-counted", count = left.articles);
        let about = format!("{articles} · {}", ago(left.written));
        hint(ui, if is_asked { say!("recovery-delete-ask") } else { &about });
        ui.add_space(4.0);
        at_right(ui, |ui| {
            // What is meant by Enter is the last, as in every dialog, and what deletes stands apart at the other end; what
            // deletes for good is not where the first click was.
            let first = if is_asked { say!("recovery-keep") } else { say!("recovery-bring-back") };
            let first = Press::new(first).look(if is_asked { Look::Outlined } else { Look::Primary }).show(ui);
            claim_focus(&first);
            done |= is_single && later_ui(ui);
            let second = if is_asked { say!("recovery-delete-sure") } else { say!("recovery-delete") };
            let second = Press::new(second).look(Look::Outlined);
            let place = if is_asked { APART } else { ui.available_width() - second.width(ui.painter()) };
            ui.add_space(place.max(APART) - ui.spacing().item_spacing.x);
            match (is_asked, first.clicked(), second.show(ui).clicked()) {
                (false, true, _) => {
                    inbox.push(Intent::Recover(left.journal.clone()));
                    done = true;
                }
                (false, _, true) => *asked = Some(left.journal.clone()),
                (true, true, _) => *asked = None,
                (true, _, true) => {
                    inbox.push(Intent::DiscardRecovery(left.journal.clone()));
                    keep = false;
                }
                _ => {}
            }
        });
        keep
    });
    if !is_single {
        ui.add_space(12.0);
        done |= at_right(ui, later_ui);
    }
    done || form.found.is_empty()
}

/// Leaves it as it is, to be offered again at the next start.
fn later_ui(ui: &mut Ui) -> bool {
    Press::new(say!("recovery-later")).look(Look::Outlined).show(ui).clicked()
}

/// What unsaved work is called: its title, else its file, else its first article.
fn title_of(left: &Recoverable) -> String {
    let file = || Some(left.of.as_deref()?.file_stem()?.to_string_lossy().into_owned());
    let title = [Some(left.title.clone()), file(), Some(left.first.clone())].into_iter().flatten();
    title
        .map(|title| title.trim().to_owned())
        .find(|title| !title.is_empty())
        .unwrap_or_else(|| say!("untitled").into())
}

/// How long ago a moment was, in the largest measure that fits.
fn ago(written: SystemTime) -> String {
    let minutes = written.elapsed().map_or(0, |since| usize::try_from(since.as_secs() / 60).unwrap_or(usize::MAX));
    match minutes {
        0 => say!("recovery-ago-now").to_owned(),
        1..60 => say!("recovery-ago-minutes", count = minutes),
        60..1440 => say!("recovery-ago-hours", count = minutes / 60),
        _ => say!("recovery-ago-days", count = minutes / 1440),
    }
}

/// What was open when the window was closed.
pub(super) fn session_ui(ui: &mut Ui, session: &Session, inbox: &mut Inbox) -> bool {
    let name = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match session {
        Session::Project(path) => {
            ui.label(say!("session-project", name = name(path)));
        }
        Session::Articles(paths) => {
            ui.label(say!("session-articles", count = paths.len()));
            let names: Vec<String> = paths.iter().take(6).map(|path| name(path)).collect();
            let names = names.join(", ");
            let more = paths.len().saturating_sub(6);
            hint(ui, &if more > 0 { say!("session-more", names = names, count = more) } else { names });
        }
    }
    ui.add_space(12.0);
    at_right(ui, |ui| {
        let goes_on = default_button(ui, say!("session-go-on"), true);
        let begins_anew = Press::new(say!("session-anew")).look(Look::Outlined).show(ui).clicked();
        if goes_on {
            inbox.push(Intent::GoOnWith(session.clone()));
        }
        goes_on || begins_anew
    })
}
