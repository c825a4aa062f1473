//! Small questions about a statement: why a passage does not belong to it, and what it is called.

use collation::ruling::{Anchor, RejectReason};
use egui::Ui;

use super::parts::{buttons, cancel, choice, field};
use crate::command::Intent;
use crate::panels::Inbox;

pub(super) fn reject_ui(ui: &mut Ui, row: Anchor, column: usize, inbox: &mut Inbox) -> bool {
    let mut done = false;
    for (label, reason) in [
        ("Other speaker", RejectReason::OtherSpeaker),
        ("Other event", RejectReason::OtherEvent),
        ("Only the same topic", RejectReason::OnlyTheTopic),
        ("Not article text", RejectReason::Clutter),
        ("Something else", RejectReason::Other),
    ] {
        if choice(ui, label) {
            inbox.push(Intent::RejectCell { row, column, reason });
            done = true;
        }
    }
    ui.add_space(8.0);
    done | cancel(ui)
}

pub(super) fn rename_ui(ui: &mut Ui, row: Anchor, title: &mut String, inbox: &mut Inbox) -> bool {
    field(ui, "Title", title, "Empty for the source’s own words");
    let (done, cancelled) = buttons(ui, "Rename", true);
    if done {
        inbox.push(Intent::SetTitle { row, title: title.clone() });
    }
    done || cancelled
}
