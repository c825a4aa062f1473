//! What is being typed when the window is to close, or when another project comes.

use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

const SIZE: [f32; 2] = [1440.0, 900.0];

/// The desktop asks the window to close.
fn close(window: &mut Window) {
    let root = egui::ViewportId::ROOT;
    window.harness.input_mut().viewports.entry(root).or_default().events.push(egui::ViewportEvent::Close);
    window.settle();
}

#[test]
fn the_window_asks_before_it_closes_on_words_in_a_dialog() {
    let pasted = Pasted { html: None, text: Some("The bridge is shut.".to_owned()) };
    let mut window = Window::with(Picked::Cancelled, pasted, Vec::new(), SIZE, egui::Theme::Light);
    close(&mut window);
    assert!(!window.has("Close without what you typed?"), "nothing would be lost");
    window.click("Paste… to begin");
    window.type_into("Outlet", "Evening Post");
    close(&mut window);
    assert!(window.has("Close without what you typed?"));
    close(&mut window);
    window.click("Go back");
    let outlet = |window: &Window| window.harness.get_by_label("Outlet").accesskit_node().value().unwrap();
    assert_eq!(outlet(&window), "Evening Post", "the dialog is as it was");
    close(&mut window);
    window.click("Close the window");
    assert!(!window.has("Evening Post") && !window.has("Close without what you typed?"));
}

#[test]
fn words_that_were_typed_before_the_question_are_not_lost_by_a_click_beside_the_dialog_after_it() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::F2);
    window.harness.get_by_label("Title").type_text("The bridge again");
    window.settle();
    close(&mut window);
    window.click("Go back");
    window.click_at(egui::pos2(20.0, 450.0));
    assert!(window.has("Rename statement"));
}

#[test]
fn a_name_that_stands_alone_in_a_list_is_asked_about_and_whole_lines_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
    let mut window =
        Window::in_folders(folders, Picked::Cancelled, Pasted::default(), Vec::new(), SIZE, egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Comparing");
    window.click("Add names");
    window.type_into("Names 1", "Kyiv");
    close(&mut window);
    assert!(window.has("Close without what you typed?"));
    window.click("Go back");
    window.type_into("Names 1", ", Kiev");
    close(&mut window);
    assert!(!window.has("Close without what you typed?"), "what is whole is kept");
    drop(window);
    let kept = std::fs::read_to_string(folder.path().join("settings.json")).unwrap();
    assert!(kept.contains("Kyiv") && kept.contains("Kiev"), "{kept}");
}

#[test]
fn a_note_that_is_being_typed_is_safe_from_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let journals = folder.path().join("journals");
    let folders = Folders { journals: Some(journals.clone()), ..Folders::default() };
    let picked = Picked::Files(vec![project]);
    let paths = sample("halden-bridge");
    let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, SIZE, egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::S);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.type_into("Note", "Ask the mayor");
    let journaled = || {
        let files = std::fs::read_dir(&journals).into_iter().flatten().flatten().map(|file| file.path());
        let written = files.filter(|file| file.extension().is_some_and(|ending| ending == "journal"));
        written.filter_map(|file| std::fs::read_to_string(file).ok()).any(|text| text.contains("Ask the mayor"))
    };
    let began = Instant::now();
    while !journaled() && began.elapsed() < Duration::from_secs(10) {
        window.step();
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(journaled());
    assert_eq!(window.focused(), "Note", "typing goes on");
    assert!(window.app().project().remarks().is_empty(), "and is no step yet");
}

#[test]
fn what_is_changed_while_another_project_is_opened_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("bridge.parallax"), folder.path().join("other.parallax"));
    let picked = Picked::Files(vec![first.clone()]);
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), SIZE, egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::S);
    drop(window);
    std::fs::write(&second, std::fs::read(&first).unwrap()).unwrap();
    let picked = Picked::Files(vec![second.clone()]);
    let mut window = Window::with(picked, Pasted::default(), vec![first.clone()], SIZE, egui::Theme::Light);
    let before = std::fs::read(&first).unwrap();
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    let ask = |window: &mut Window| {
        let press = |modifiers, key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        let (open, pin) = (Modifiers { shift: true, ..Modifiers::COMMAND }, Modifiers::NONE);
        window.harness.input_mut().events.push(press(open, Key::O));
        window.step();
        // The file is chosen by now; the frame in which its project is asked for comes before the one that has it.
        window.harness.input_mut().events.push(press(pin, Key::P));
        window.settle();
    };
    ask(&mut window);
    let said = window.app().messages().join(" ");
    assert!(window.has("Going on without saving loses them"), "{:?} {said}", window.app().project().rulings());
    window.harness.get_by_label("Cancel").click();
    window.settle();
    assert_eq!(window.app().project().rulings().len(), 1);
    // It is the project that it was.
    window.key(Modifiers::COMMAND, Key::S);
    assert!(window.has_said("Saved bridge.parallax"), "{:?}", window.app().messages());
    assert_ne!(std::fs::read(&first).unwrap(), before);
    ask(&mut window);
    window.harness.get_by_label("Save").click();
    window.settle();
    assert!(window.app().project().rulings().is_empty(), "the other project is open");
    assert_eq!(std::fs::read(&second).unwrap(), before);
}
