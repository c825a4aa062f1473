//! Work that is not saved: before it would be lost, and after a crash.

use std::path::Path;

use egui::{RichText, Ui};
use workbench::recent::Session;
use workbench::store::Recoverable;

use super::parts::{at_right, default_button, hint};
use crate::say;

use crate::app::Answered;
use crate::app::modal::claim_focus;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::theme;
use crate::theme::fonts::medium;
use crate::widgets::{Look, Press};

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

pub(super) fn recovery_ui(ui: &mut Ui, found: &mut Vec<Recoverable>, inbox: &mut Inbox) -> bool {
    ui.label(say!("recovery"));
    ui.add_space(6.0);
    let mut done = false;
    found.retain(|left| {
        let title = if left.title.is_empty() { say!("untitled") } else { &left.title };
        let mut keep = true;
        ui.horizontal(|ui| {
            ui.label(RichText::new(title).font(medium(13.0)));
            ui.label(
                RichText::new(say!("articles-counted", count = left.articles)).color(theme::tokens(ui.ctx()).ink3),
            );
            let bring_back = Press::new(say!("recovery-bring-back")).look(Look::Primary).show(ui);
            claim_focus(&bring_back);
            if bring_back.clicked() {
                inbox.push(Intent::Recover(left.journal.clone()));
                done = true;
            }
            if Press::new(say!("recovery-delete")).look(Look::Outlined).show(ui).clicked() {
                inbox.push(Intent::DiscardRecovery(left.journal.clone()));
                keep = false;
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
    done || later || found.is_empty()
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
