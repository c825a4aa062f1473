//! Small questions about a statement: why a passage does not belong to it, and what it is called.

use collation::ruling::{Anchor, RejectReason};
use egui::Ui;

use super::parts::{buttons, cancel, choice_saying, field};
use crate::command::Intent;
use crate::messages::sentence;
use crate::panels::Inbox;
use crate::say;
use crate::terms;
use crate::widgets::select_all;

pub(super) fn reject_ui(ui: &mut Ui, row: Anchor, column: usize, inbox: &mut Inbox) -> bool {
    let mut done = false;
    for reason in [
        RejectReason::OtherSpeaker,
        RejectReason::OtherEvent,
        RejectReason::OnlyTheTopic,
        RejectReason::Clutter,
        RejectReason::Other,
    ] {
        if choice_saying(ui, &sentence(terms::reason(reason)), terms::reason_remark(reason)) {
            inbox.push(Intent::RejectCell { row, column, reason });
            done = true;
        }
    }
    ui.add_space(8.0);
    done | cancel(ui)
}

pub(super) fn rename_ui(ui: &mut Ui, row: Anchor, title: &mut String, inbox: &mut Inbox) -> bool {
    let response = field(ui, say!("title"), title, say!("rename-hint"));
    if response.gained_focus() {
        select_all(ui.ctx(), response.id, title);
    }
    let (done, cancelled) = buttons(ui, say!("rename-do"), true);
    if done {
        inbox.push(Intent::SetTitle { row, title: title.clone() });
    }
    done || cancelled
}
