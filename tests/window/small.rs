//! Small windows: the inspector comes over the table when it is asked for.

use egui::{Key, Modifiers};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

/// A window with the bridge in it.
fn sized(size: [f32; 2]) -> Window {
    Window::with(Picked::Cancelled, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light)
}

#[test]
fn a_narrow_window_shows_the_inspector_over_the_table_when_asked() {
    let mut window = sized([900.0, 600.0]);
    let is_shown = |window: &Window| window.has("Close inspector");
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert!(!is_shown(&window), "a selection alone does not cover the table");
    window.key(Modifiers::NONE, Key::I);
    assert!(is_shown(&window));
    let close = window.rect("Close inspector");
    assert!(close.right() <= 900.0 && close.left() > 600.0, "{close:?}");
    let (selection, button) = (window.app().view().selection.clone(), close.center());
    window.click_at(button + egui::vec2(-120.0, 200.0));
    assert_eq!(window.app().view().selection, selection, "what lies under it is not clicked");
    window.click_at(button);
    assert!(!is_shown(&window), "its button closes it");
    window.key(Modifiers::NONE, Key::I);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!is_shown(&window), "so does Esc");
    window.click("Nearest passage in");
    assert!(is_shown(&window), "the nearest passage is in it");
    window.key(Modifiers::NONE, Key::I);
    window.key(Modifiers::NONE, Key::T);
    assert!(is_shown(&window), "so are tags");
}

#[test]
fn a_narrow_window_leaves_the_choice_for_wide_ones_alone() {
    let mut window = sized([900.0, 600.0]);
    let beside = window.app().view().inspector_open;
    window.key(Modifiers::NONE, Key::I);
    assert_eq!(window.app().view().inspector_open, beside);
}
