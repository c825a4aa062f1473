//! Small windows: the inspector comes over the table when it is asked for, the main filters and tools stay.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
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

#[test]
fn the_main_filters_and_the_tool_for_linking_stay() {
    for (size, main) in [([1440.0, 900.0], 5), ([1280.0, 800.0], 5), ([900.0, 600.0], 5), ([853.0, 533.0], 4)] {
        let mut window = sized(size);
        for view in [Key::Num1, Key::Num3] {
            window.key(Modifiers::NONE, view);
            let chips = ["All", "Differences", "Cut", "Only one outlet", "Needs a look", "Quoted"];
            let shown = chips.map(|name| window.harness.query_by_label(name).is_some());
            let kept = shown.iter().take_while(|shown| **shown).count();
            assert!(kept >= main, "{kept} chips at {size:?} in {view:?}");
            assert!(shown.iter().skip(kept).all(|shown| !shown), "one is left out before a lesser: {shown:?}");
            window.click("Filter");
            for name in chips {
                assert!(window.has(&format!("{name} · ")), "{name} is in the menu");
            }
            window.key(Modifiers::NONE, Key::Escape);
        }
        window.key(Modifiers::NONE, Key::Num2);
        let tool = window.rect("Link by hand");
        assert!(tool.right() <= size[0] && tool.width() > 20.0, "{tool:?} at {size:?}");
    }
}

#[test]
fn columns_out_of_sight_are_counted_at_their_side_and_a_click_or_a_key_brings_them() {
    let mut window = sized([900.0, 600.0]);
    let head = |window: &Window, sigil: &str| window.rect(&format!(", column {sigil}"));
    let (more, before) = (" more →: ", "← ");
    assert!(window.has(&format!("1{more}Sundvakten")) && !window.has(before), "{:?}", window.names("more"));
    assert!(window.rect(more).bottom() <= head(&window, "A").top(), "no head lies under it");
    window.click(more);
    assert!(!window.has(more) && window.has("← 1 more: Maren Courier"), "{:?}", window.names("more"));
    let last = head(&window, "D");
    assert!(last.width() > 200.0 && last.right() <= 900.0, "{last:?}");
    window.click(before);
    assert!(window.has(more) && !window.has(before), "{:?}", window.names("more"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    for _ in 0..4 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    assert!(head(&window, "D").width() > 200.0, "the chosen cell is in sight");
    for _ in 0..2 {
        window.key(Modifiers::NONE, Key::ArrowLeft);
    }
    assert!(head(&window, "B").width() > 200.0);
}
