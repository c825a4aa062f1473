//! A field for paths, where the desktop offers no file dialog.

use std::path::PathBuf;

use egui::{TextEdit, Ui, vec2};

use super::parts::buttons;
use crate::command::Intent;
use crate::panels::Inbox;

pub(super) fn paths_ui(ui: &mut Ui, text: &mut String, inbox: &mut Inbox) -> bool {
    ui.label("This desktop offers no file dialog. Type the paths of the article files, one a line.");
    ui.add_space(6.0);
    let edit =
        TextEdit::multiline(text).hint_text("/home/me/article.html").desired_rows(5).desired_width(f32::INFINITY);
    ui.add(edit.margin(vec2(8.0, 6.0))).accessible_name("Paths of article files");
    let paths: Vec<PathBuf> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from).collect();
    let (done, cancelled) = buttons(ui, "Open", !paths.is_empty());
    if done {
        inbox.push(Intent::OpenPaths(paths));
    }
    done || cancelled
}
