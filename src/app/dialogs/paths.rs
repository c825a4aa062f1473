//! A field for paths, where the desktop offers no file dialog.

use std::path::PathBuf;

use egui::{TextEdit, Ui, vec2};

use super::parts::{buttons, field};
use crate::app::Asked;
use crate::app::modal::claim_focus;
use crate::command::Intent;
use crate::panels::Inbox;

pub(super) fn paths_ui(ui: &mut Ui, text: &mut String, inbox: &mut Inbox) -> bool {
    ui.label("This desktop offers no file dialog. Type the paths of the article files, one a line.");
    ui.add_space(6.0);
    let edit =
        TextEdit::multiline(text).hint_text("/home/me/article.html").desired_rows(5).desired_width(f32::INFINITY);
    claim_focus(&ui.add(edit.margin(vec2(8.0, 6.0))).accessible_name("Paths of article files"));
    let paths: Vec<PathBuf> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from).collect();
    let (done, cancelled) = buttons(ui, "Open", !paths.is_empty());
    if done {
        inbox.push(Intent::OpenPaths(paths));
    }
    done || cancelled
}

/// One path: a project to open, or a file to write.
pub(super) fn path_ui(ui: &mut Ui, asked: Asked, text: &mut String, inbox: &mut Inbox) -> bool {
    ui.label("This desktop offers no file dialog. Type the path of the file.");
    ui.add_space(6.0);
    field(ui, "Path of the file", text, "/home/me/comparison.parallax");
    let action = match asked {
        Asked::Articles | Asked::Project | Asked::Tags | Asked::Reader => "Open",
        Asked::SaveProject => "Save",
        Asked::Export(_) => "Export",
    };
    let (done, cancelled) = buttons(ui, action, !text.trim().is_empty());
    if done {
        inbox.push(Intent::TypedPath { asked, path: PathBuf::from(text.trim()) });
    }
    done || cancelled
}
