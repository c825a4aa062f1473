//! Pictures where words don't do: how marks, cells and the empty window look, in both themes.
//! The articles are short and made for this, so that a picture changes only when the look does.
//!
//! To accept a new look: `UPDATE_SNAPSHOTS=true cargo test --features snapshots snapshots::`, then look at each picture.

use std::path::PathBuf;

use egui::{Key, Modifiers, Theme};
use egui_kittest::{SnapshotOptions, SnapshotResults};
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::Window;

const COURIER: &str = "Mill reopens\n\nHill Courier\n\n3 May 2026\n\n“The mill must reopen on Monday, and nobody will lose a day of pay,” mayor Ida Brandt said.\n\nAbout 120 people work at the mill.\n";
const POST: &str = "Mayor promises Monday start\n\nValley Post\n\n3 May 2026\n\nAbout 140 people work at the mill.\n\n“The mill should reopen on Monday,” mayor Ida Brandt promised.\n\nThe owners gave no answer.\n";

fn articles(folder: &std::path::Path) -> Vec<PathBuf> {
    [("courier.txt", COURIER), ("post.txt", POST)]
        .into_iter()
        .map(|(name, text)| {
            let path = folder.join(name);
            std::fs::write(&path, text).unwrap();
            path
        })
        .collect()
}

#[test]
fn the_window_looks_as_it_should() {
    let folder = tempfile::tempdir().unwrap();
    let mut results = SnapshotResults::new();
    // Renderers of other machines round some edges of letters another way.
    let options = SnapshotOptions::new().max_failed_pixels(300_usize);
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        // Without folders of its own the window would say that changes can't be kept.
        let desk = tempfile::tempdir().unwrap();
        let open = |paths| {
            let kept = |name: &str| Some(desk.path().join(name));
            let folders =
                Folders { settings: kept("settings"), recent: kept("recent"), journals: kept("journals"), model: None };
            Window::in_folders(folders, Picked::Cancelled, Pasted::default(), paths, [1280.0, 800.0], theme)
        };
        let mut empty = open(Vec::new());
        results.add(empty.harness.try_snapshot_options(format!("empty-{name}"), &options));
        let mut window = open(articles(folder.path()));
        // The toast that counts the articles has a life of its own.
        window.wait_for_toasts();
        window.key(Modifiers::NONE, Key::ArrowDown);
        for (key, view) in [(Key::Num1, "grid"), (Key::Num2, "read"), (Key::Num3, "coverage")] {
            window.key(Modifiers::NONE, key);
            results.add(window.harness.try_snapshot_options(format!("{view}-{name}"), &options));
        }
    }
}
