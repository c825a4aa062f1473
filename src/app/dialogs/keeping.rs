//! Work that is not saved: before it would be lost, and after a crash.

use std::path::Path;

use egui::{RichText, Ui};
use workbench::recent::Session;
use workbench::store::Recoverable;

use super::parts::{at_right, default_button, hint};

use crate::app::Answered;
use crate::app::modal::claim_focus;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::theme;
use crate::theme::fonts::medium;
use crate::widgets::{Look, Press};

pub(super) fn unsaved_ui(ui: &mut Ui, is_quitting: bool, inbox: &mut Inbox) -> bool {
    let words = if is_quitting {
        "There are changes since the last save. Closing without saving loses them."
    } else {
        "There are changes since the last save. Going on without saving loses them."
    };
    ui.label(words);
    ui.add_space(12.0);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let mut done = false;
        if default_button(ui, "Save", true) {
            inbox.push(Intent::Unsaved(Answered::Save));
            done = true;
        }
        for (label, answer) in [("Don’t save", Answered::Discard), ("Cancel", Answered::Cancel)] {
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
    ui.label("Parallax was closed before this work was saved.");
    ui.add_space(6.0);
    let mut done = false;
    found.retain(|left| {
        let title = if left.title.is_empty() { "Untitled comparison" } else { &left.title };
        let mut keep = true;
        ui.horizontal(|ui| {
            ui.label(RichText::new(title).font(medium(13.0)));
            ui.label(
                RichText::new(crate::panels::count(left.articles, "article", "articles"))
                    .color(theme::tokens(ui.ctx()).ink3),
            );
            let bring_back = Press::new("Bring back").look(Look::Primary).show(ui);
            claim_focus(&bring_back);
            if bring_back.clicked() {
                inbox.push(Intent::Recover(left.journal.clone()));
                done = true;
            }
            if Press::new("Delete").look(Look::Outlined).show(ui).clicked() {
                inbox.push(Intent::DiscardRecovery(left.journal.clone()));
                keep = false;
            }
        });
        keep
    });
    ui.add_space(8.0);
    let later = ui
        .with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            Press::new("Later").look(Look::Outlined).show(ui).clicked()
        })
        .inner;
    done || later || found.is_empty()
}

/// What was open when the window was closed.
pub(super) fn session_ui(ui: &mut Ui, session: &Session, inbox: &mut Inbox) -> bool {
    let name = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match session {
        Session::Project(path) => {
            ui.label(format!("The project {} was open when you left.", name(path)));
        }
        Session::Articles(paths) => {
            let number = crate::panels::count(paths.len(), "article was", "articles were");
            ui.label(format!("{number} open when you left, without a project file."));
            let names: Vec<String> = paths.iter().take(6).map(|path| name(path)).collect();
            let more = if paths.len() > 6 { format!(" and {} more", paths.len() - 6) } else { String::new() };
            hint(ui, &format!("{}{more}", names.join(", ")));
        }
    }
    ui.add_space(12.0);
    at_right(ui, |ui| {
        let goes_on = default_button(ui, "Go on", true);
        let begins_anew = Press::new("Begin anew").look(Look::Outlined).show(ui).clicked();
        if goes_on {
            inbox.push(Intent::GoOnWith(session.clone()));
        }
        goes_on || begins_anew
    })
}
