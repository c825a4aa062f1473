//! The clipboard: it is read while the window goes on.

use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

fn holding(text: &str) -> Window {
    let pasted = Pasted { html: None, text: Some(text.to_owned()) };
    Window::with(Picked::Cancelled, pasted, sample("halden-bridge"), [1440.0, 900.0], egui::Theme::Light)
}

/// Frames for so long, whether or not the window is busy.
fn go_on(window: &mut Window, millis: u64) {
    let began = Instant::now();
    while began.elapsed() < Duration::from_millis(millis) {
        window.step();
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn the_window_goes_on_while_the_clipboard_is_read_and_says_so() {
    let mut window = holding("The bridge is shut.");
    *window.clipboard.is_slow.lock().unwrap() = true;
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::V);
    go_on(&mut window, 600);
    assert!(window.has("Reading the clipboard"), "what is long is told");
    window.harness.key_press_modifiers(Modifiers::NONE, Key::Num3);
    go_on(&mut window, 100);
    assert_eq!(window.app().view().which, parallax::view::Which::Coverage, "keys work meanwhile");
    *window.clipboard.is_slow.lock().unwrap() = false;
    window.settle();
    assert!(window.has("Paste an article"));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.has("Paste an article"), "one key opens one dialog");
}

#[test]
fn what_does_not_come_is_told_with_what_to_do_and_can_be_stopped() {
    let mut window = holding("The bridge is shut.");
    *window.clipboard.stuck.lock().unwrap() = Some("It stopped".to_owned());
    window.key(Modifiers::COMMAND, Key::V);
    assert!(window.app().messages().contains(&"It stopped"), "{:?}", window.app().messages());
    assert!(!window.has("Paste an article"), "the message is not covered");
    *window.clipboard.is_slow.lock().unwrap() = true;
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::V);
    go_on(&mut window, 600);
    window.click("Cancel");
    assert!(!window.has("Paste an article") && !window.has("Reading the clipboard"));
}

#[test]
fn keys_of_the_clipboard_work_fields_too() {
    let mut window = holding("ferry\r\nferry");
    window.harness.get_by_label("Find in all articles").focus();
    window.settle();
    window.key(Modifiers::COMMAND, Key::V);
    window.settle();
    assert!(window.app().view().search.contains("ferry"), "{:?}", window.app().view().search);
    assert!(!window.has("Paste an article"), "a field takes it");
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::COMMAND, Key::C);
    assert!(!window.clipboard.copied().plain.is_empty());
}

#[test]
fn of_a_long_text_the_beginning_is_shown_and_all_is_added() {
    let text = "The bridge is shut, the harbour authority said on Tuesday.\n\n".repeat(5_000);
    let mut window = holding(&text);
    window.key(Modifiers::COMMAND, Key::V);
    assert!(window.has("all of it is added"));
    let shown = window.harness.get_by_label("Article").accesskit_node().value().unwrap();
    assert!(shown.len() < 250_000, "{}", shown.len());
    window.harness.get_by_label("Add article").click();
    window.settle();
    window.settle();
    let articles = window.app().project().articles();
    let added = articles.last().unwrap().witness.text.as_str();
    assert!(added.trim_end() == text.trim_end(), "{} of {} bytes", added.len(), text.len());
}
