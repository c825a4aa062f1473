//! Settings: changed in the dialog or anywhere else, and still so at the next start.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::marks::Mark;
use parallax::picker::Picked;
use workbench::settings::{self, Palette, Settings};

use super::harness::{Window, sample};

#[path = "../../crates/collation/src/lexicon/model/made.rs"]
mod made;

fn window_with(folder: &Path, articles: &str) -> Window {
    let folders = Folders { settings: Some(folder.to_owned()), ..Folders::default() };
    let paths = if articles.is_empty() { Vec::new() } else { sample(articles) };
    Window::in_folders(folders, Picked::Cancelled, Pasted::default(), paths, [1440.0, 900.0], egui::Theme::Light)
}

#[test]
fn what_is_set_in_the_dialog_is_in_force_at_once_and_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_with(folder.path(), "halden-bridge");
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Dark");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.click("Larger text size");
    window.click("One colour");
    window.click("Nothing moves by itself");
    let before = Settings::default().font_size;
    assert_eq!(window.app().settings().font_size, before + 0.5);
    let tokens = parallax::theme::tokens(&window.harness.ctx);
    assert_eq!(tokens.m_rew, tokens.m_cut, "marks differ by shape alone");
    assert_eq!(window.harness.ctx.global_style().animation_time, 0.0);
    window.click("Close");
    assert!(!window.has("Larger text size"), "the dialog is closed");
    drop(window);

    let window = window_with(folder.path(), "halden-bridge");
    let settings = window.app().settings();
    assert_eq!((settings.theme, settings.palette), (settings::Theme::Dark, Palette::OneColour));
    assert_eq!((settings.font_size, settings.reduce_motion), (before + 0.5, true));
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn the_dialog_and_its_tabs_stay_where_they_are_whatever_is_in_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_with(folder.path(), "");
    window.key(Modifiers::COMMAND, Key::Comma);
    let places = |window: &Window| {
        let top = |name| window.harness.query_all_by_label(name).last().unwrap().rect().top();
        ["Look and start", "Comparing", "Close"].map(top)
    };
    let before = places(&window);
    for tab in ["Comparing", "Marks", "Look and start"] {
        window.harness.query_all_by_label(tab).last().unwrap().click();
        window.settle();
        assert_eq!(places(&window), before, "{tab}");
    }
}

#[test]
fn a_verb_that_is_added_has_the_keyboard_and_leaves_the_chosen_statement_in_sight() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_with(folder.path(), "lindmoor-fares");
    (0..12).for_each(|_| window.key(Modifiers::NONE, Key::ArrowDown));
    let chosen = window.app().view().selection.current;
    let number = |window: &Window| {
        window.app().sheet().events[0].rows.iter().find(|row| Some(row.anchor) == chosen).expect("it stays").number
    };
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Comparing");
    window.click("Add a verb");
    assert!(window.focused().contains('1'), "{}", window.focused());
    window.harness.event(egui::Event::Text("blustered".to_owned()));
    window.settle();
    window.key(Modifiers::NONE, Key::Escape);
    window.settle();
    std::thread::sleep(std::time::Duration::from_millis(1500));
    window.settle();
    assert_eq!(window.app().view().selection.current, chosen);
    let band = window.rect(&format!("Statement {}: ", number(&window)));
    assert!(band.top() > 100.0 && band.bottom() < 870.0, "{band:?}");
}

#[test]
fn what_is_switched_elsewhere_is_remembered_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_with(folder.path(), "halden-bridge");
    window.click("Mark name differs");
    window.click("Mark force");
    window.key(Modifiers::COMMAND, Key::B);
    window.key(Modifiers::NONE, Key::I);
    window.click("Menu");
    window.click("Theme and size");
    window.click("Dark theme");
    drop(window);

    let window = window_with(folder.path(), "halden-bridge");
    let view = window.app().view();
    assert!(view.marks.has(Mark::Name) && !view.marks.has(Mark::Force));
    assert_eq!((view.rail_open, view.inspector_open), (Some(false), false));
    assert_eq!(window.app().settings().theme, settings::Theme::Dark);
}

#[test]
fn verbs_and_names_of_ones_own_are_kept_once_they_are_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_with(folder.path(), "");
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Comparing");
    window.click("Add a verb");
    window.type_into("Reporting verb 1", "Reckon");
    window.click("Class of verb 1: say");
    window.click("claim");
    window.click("Add a verb");
    window.click("Add names");
    window.type_into("Names 1", "Lindmoor, Lindmoor Regis");
    let settings = window.app().settings().clone();
    let verbs: Vec<(&str, &str)> =
        settings.own_verbs.iter().map(|own| (own.verb.as_str(), own.class.as_str())).collect();
    assert_eq!(verbs, [("reckon", "assert")], "the empty line is no verb");
    assert_eq!(settings.own_names, [["Lindmoor", "Lindmoor Regis"]]);
    drop(window);
    assert_eq!(Settings::load(folder.path()).0.own_names, settings.own_names);
}

#[test]
fn damaged_settings_are_told_and_the_window_opens_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.json"), "{").unwrap();
    let window = window_with(folder.path(), "");
    assert!(window.app().messages().iter().any(|message| message.starts_with("Settings were damaged")));
    assert!(window.harness.query_by_label_contains("Settings were damaged").is_some());
}

#[test]
fn the_accurate_mode_is_chosen_and_says_where_its_model_should_be() {
    let folder = tempfile::tempdir().unwrap();
    let model = folder.path().join("accurate.model");
    let articles: Vec<_> = ["The bridge was closed. Ferries run.", "They closed the bridge. Nobody was hurt."]
        .into_iter()
        .enumerate()
        .map(|(at, text)| {
            let path = folder.path().join(format!("{at}.txt"));
            std::fs::write(&path, text).unwrap();
            path
        })
        .collect();
    let open = || {
        let settings = Some(folder.path().join("settings"));
        let folders = Folders { settings, model: Some(model.clone()), ..Folders::default() };
        let size = [1440.0, 900.0];
        Window::in_folders(folders, Picked::Cancelled, Pasted::default(), articles.clone(), size, egui::Theme::Light)
    };
    let mut window = open();
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Comparing");
    window.click("Accurate");
    assert!(window.has_said("Compared without the accurate mode. The language model is not there; tools/get-model"));
    assert!(window.has("The language model is not there"), "the dialog says it as long as it is so");
    assert!(!window.app().sheet().is_accurate && window.app().sheet().events.len() == 1);

    std::fs::write(&model, &made::made_up_model()[1..]).unwrap();
    window.click("Look again");
    assert!(window.has("This is no language model that Parallax can use"));
    std::fs::write(&model, made::made_up_model()).unwrap();
    window.click("Look again");
    assert!(window.has("The language model is there"));
    assert!(window.app().sheet().is_accurate);
    window.click("Close");
    assert!(window.has("read closely"), "{:?}", window.names("statement"));
    drop(window);

    let mut window = open();
    assert!(window.app().sheet().is_accurate, "and so it is at the next start");
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Comparing");
    window.click("Standard");
    window.click("Close");
    assert!(!window.app().sheet().is_accurate && !window.has("read closely"));
}
