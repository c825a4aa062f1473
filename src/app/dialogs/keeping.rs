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
    ui.add_space(6.0);
    let mut done = false;
    let asked = &mut form.asked;
    form.found.retain(|left| {
        let mut keep = true;
        let is_asked = asked.as_ref() == Some(&left.journal);
        ui.horizontal(|ui| {
            let room = ui.available_width();
            // What deletes for good is not where the first click was.
            let presses = if is_asked {
                [Press::new(say!("recovery-delete-sure")), Press::new(say!("recovery-keep"))]
            } else {
                [Press::new(say!("recovery-bring-back")).look(Look::Primary), Press::new(say!("recovery-delete"))]
            };
            let [first, second] =
                presses.map(|press| if press.look == Look::Primary { press } else { press.look(Look::Outlined) });
            let between = ui.spacing().item_spacing.x;
            let tools = first.width(ui.painter()) + second.width(ui.painter()) + APART + 2.0 * between;
            ui.vertical(|ui| {
                ui.set_width(room - tools);
                ui.add(egui::Label::new(RichText::new(title_of(left)).font(medium(13.0))).truncate());
                let articles = say!("articles-counted", count = left.articles);
                let about = format!("{articles} · {}", ago(left.written));
                hint(ui, if is_asked { say!("recovery-delete-ask") } else { &about });
            });
            let first = first.show(ui);
            claim_focus(&first);
            ui.add_space(APART);
            let second = second.show(ui);
            match (is_asked, first.clicked(), second.clicked()) {
                (false, true, _) => {
                    inbox.push(Intent::Recover(left.journal.clone()));
                    done = true;
                }
                (false, _, true) => *asked = Some(left.journal.clone()),
                (true, true, _) => {
                    inbox.push(Intent::DiscardRecovery(left.journal.clone()));
                    keep = false;
                }
                (true, _, true) => *asked = None,
                _ => {}
            }
        });
        keep
    });
    ui.add_space(8.0);
    let later = ui
        .with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            Press::new(say!("recovery-later")).look(Look::Outlined).show(ui).clicked()
        })
        .inner;
    done || later || form.found.is_empty()
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
