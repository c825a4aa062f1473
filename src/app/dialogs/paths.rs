//! A field for paths, where the desktop offers no file dialog.

use std::path::PathBuf;

use egui::{TextEdit, Ui, vec2};

use super::parts::{buttons, field};
use crate::app::Asked;
use crate::app::modal::claim_focus;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::say;

pub(super) fn paths_ui(ui: &mut Ui, text: &mut String, inbox: &mut Inbox) -> bool {
    ui.label(say!("paths-no-picker"));
    ui.add_space(6.0);
    let edit = TextEdit::multiline(text).hint_text(say!("paths-hint")).desired_rows(5).desired_width(f32::INFINITY);
    claim_focus(&ui.add(edit.margin(vec2(8.0, 6.0))).accessible_name(say!("paths-named")));
    let paths: Vec<PathBuf> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from).collect();
    let (done, cancelled) = buttons(ui, say!("action-open"), !paths.is_empty());
    if done {
        inbox.push(Intent::OpenPaths(paths));
    }
    done || cancelled
}

/// One path: a project to open, or a file to write.
pub(super) fn path_ui(ui: &mut Ui, asked: Asked, text: &mut String, inbox: &mut Inbox) -> bool {
    ui.label(say!("path-no-picker"));
    ui.add_space(6.0);
    field(ui, say!("path-named"), text, say!("path-hint"));
    let action = match asked {
        Asked::Articles | Asked::Project | Asked::Tags | Asked::Reader => say!("action-open"),
        Asked::SaveProject => say!("save"),
        Asked::Export(_) => say!("export-short"),
    };
    let (done, cancelled) = buttons(ui, action, !text.trim().is_empty());
    if done {
        inbox.push(Intent::TypedPath { asked, path: PathBuf::from(text.trim()) });
    }
    done || cancelled
}
