//! Without a pointer: the main job from picking files to the clipboard, and a way to every control.

use std::collections::BTreeSet;

use egui::{Key, Modifiers, ViewportCommand, ViewportId};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;
use parallax::view::Which;

use super::harness::{Window, sample, words_of};

#[test]
fn the_main_job_needs_no_pointer() {
    let picked = Picked::Files(sample("halden-bridge"));
    let mut window = Window::with(picked, Pasted::default(), Vec::new(), [1440.0, 900.0], egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::O);
    window.settle();
    assert_eq!(window.app().sheet().articles.len(), 4);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(window.app().view().selection.rows.len(), 2);
    window.copy(true);
    let copied = window.clipboard.copied();
    assert!(copied.html.contains("<table") && copied.plain.lines().count() >= 6, "{}", copied.plain);
    for (key, view) in [(Key::Num2, Which::Read), (Key::Num3, Which::Coverage), (Key::Num1, Which::Grid)] {
        window.key(Modifiers::NONE, key);
        assert_eq!(window.app().view().which, view);
        assert_eq!(window.app().view().selection.rows.len(), 2, "the selection is kept in {view:?}");
    }
}

/// Names of the controls on screen that do something and are not switched off.
fn controls(window: &Window) -> BTreeSet<String> {
    let acts = [egui::accesskit::Action::Click, egui::accesskit::Action::Focus];
    let nodes = window.harness.query_all_by(|node| acts.iter().any(|&act| node.data().supports_action(act)));
    // What a scroll bar does, the arrow and page keys do.
    let nodes = nodes.filter(|node| node.accesskit_node().role() != egui::accesskit::Role::ScrollBar);
    nodes.filter(|node| !node.accesskit_node().is_disabled()).map(|node| words_of(&node.accesskit_node())).collect()
}

#[test]
fn tab_reaches_every_control_and_comes_back() {
    let mut window = Window::opening(sample("halden-bridge"));
    for view in [Key::Num1, Key::Num2, Key::Num3] {
        window.key(Modifiers::NONE, view);
        let wanted = controls(&window);
        assert!(wanted.len() > 30, "only {} controls: {wanted:?}", wanted.len());
        let mut reached = BTreeSet::new();
        for _ in 0..600 {
            window.harness.key_press(Key::Tab);
            window.harness.run_steps(2);
            reached.insert(window.focused());
            if reached.is_superset(&wanted) {
                break;
            }
        }
        let missed: Vec<&String> = wanted.difference(&reached).collect();
        assert!(missed.is_empty(), "Tab does not reach {missed:?}");
        window.key(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn home_and_end_go_to_the_first_and_last_statement_whatever_is_selected() {
    let mut window = Window::opening(sample("halden-bridge"));
    let rows = &window.app().sheet().events[0].rows;
    let (first, last) = (rows[0].anchor, rows[rows.len() - 1].anchor);
    for (key, row) in [(Key::End, last), (Key::Home, first), (Key::End, last)] {
        window.key(Modifiers::NONE, key);
        assert_eq!(window.app().view().selection.current, Some(row), "{key:?}");
    }
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Home);
    assert_eq!(window.app().view().selection.current, Some(first));
}

#[test]
fn f11_fills_the_screen_and_comes_back() {
    let mut window = Window::opening(sample("halden-bridge"));
    for is_full in [false, true] {
        window.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().fullscreen = Some(is_full);
        window.harness.key_down(Key::F11);
        window.step();
        let asked = &window.harness.output().viewport_output[&ViewportId::ROOT].commands;
        assert!(asked.contains(&ViewportCommand::Fullscreen(!is_full)), "{asked:?}");
    }
    // The letters of a field are its own, this key is not.
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.key_down(Key::F11);
    window.step();
    let asked = &window.harness.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(asked.contains(&ViewportCommand::Fullscreen(false)), "{asked:?}");
}

#[test]
fn tab_goes_through_the_window_as_it_is_read() {
    let mut window = Window::opening(sample("halden-bridge"));
    let mut reached: Vec<String> = Vec::new();
    for _ in 0..150 {
        window.harness.key_press(Key::Tab);
        window.harness.run_steps(2);
        reached.push(window.focused());
    }
    let order = [
        "Menu",
        "Open articles",
        "Paste",
        "View Grid",
        "View Coverage",
        "Find in all",
        "Copy menu",
        "Export",
        "Keys",
        "All",
        "Differences",
        "Filter menu",
        "Order of rows",
        "Text shown in cells",
        "Add articles",
        "Article A",
        "Article D",
        "Statement 1: ",
        "column A",
        "Close inspector",
    ];
    let mut at = 0;
    for name in order {
        let found = reached[at..].iter().position(|reached| reached.contains(name));
        at += found.unwrap_or_else(|| panic!("{name} does not follow: {reached:?}")) + 1;
    }
}

#[test]
fn a_key_that_moves_takes_the_message_off_the_last_rows_even_at_the_end() {
    let mut window = Window::opening(sample("halden-bridge"));
    for key in [Key::End, Key::PageDown, Key::ArrowDown] {
        window.key(Modifiers::NONE, Key::End);
        window.key(Modifiers::NONE, Key::ArrowRight);
        window.copy(false);
        assert!(!window.app().messages().is_empty());
        window.key(Modifiers::NONE, key);
        assert!(window.app().messages().is_empty(), "{key:?}: {:?}", window.app().messages());
    }
}
