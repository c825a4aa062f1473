//! What all dialogs have in common: a name and a role for a screen reader, a control that has the
//! keyboard first, Enter for the default button, Esc for none of it.

use collation::ruling::{RejectReason, Ruling};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::harness::{Window, sample, words_of};

/// Names of the dialogs that are open.
fn dialogs(window: &Window) -> Vec<String> {
    let found = window.harness.query_all_by(|node| node.role() == egui::Role::Dialog);
    found.map(|node| words_of(&node.accesskit_node())).collect()
}

const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Keys that open a dialog, its name, and what has the keyboard in it.
const DIALOGS: [(Modifiers, Key, &str, &str); 10] = [
    (Modifiers::NONE, Key::F1, "Keys and marks", "Close"),
    (Modifiers::COMMAND, Key::Comma, "Settings", "Close"),
    (Modifiers::COMMAND, Key::L, "Ledgers", "Close"),
    (Modifiers::COMMAND, Key::E, "Export the table", "HTML report"),
    (Modifiers::NONE, Key::X, "Why does the passage not belong here?", "Other speaker"),
    (Modifiers::NONE, Key::F2, "Rename statement", "Title"),
    (Modifiers::NONE, Key::E, "Trim or extend passage", ""),
    (Modifiers::NONE, Key::M, "Which event does ", "An event of its own"),
    (CTRL_SHIFT, Key::P, "Command palette", "Find a command"),
    (Modifiers::COMMAND, Key::Q, "Save your work?", "Save"),
];

#[test]
fn dialogs_say_what_they_are_have_the_keyboard_and_close_with_escape() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    (0..2).for_each(|_| window.key(Modifiers::NONE, Key::ArrowRight));
    // Files that were opened, and nothing more, are left unasked.
    window.key(Modifiers::NONE, Key::B);
    let rulings = window.app().project().rulings().len();
    for (modifiers, key, name, first) in DIALOGS {
        window.key(modifiers, key);
        let open = dialogs(&window);
        assert!(open.len() == 1 && open[0].starts_with(name), "{key:?} opens {open:?}");
        assert_eq!(window.focused(), first, "{name}");
        window.key(Modifiers::NONE, Key::Escape);
        assert!(dialogs(&window).is_empty(), "{name} closes with Esc");
    }
    assert_eq!(window.app().project().rulings().len(), rulings, "Esc decides nothing");
}

#[test]
fn enter_is_the_default_button_in_fields_of_one_line_too() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::F2);
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label("Title").type_text("The bridge again");
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    assert!(dialogs(&window).is_empty());
    assert!(window.has("Statement 1: The bridge again"), "{:?}", window.names("Statement 1: "));
    window.key(Modifiers::NONE, Key::F1);
    window.key(Modifiers::NONE, Key::Enter);
    assert!(dialogs(&window).is_empty(), "Enter closes what has nothing to confirm");
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Comparing");
    window.click("Add names");
    window.type_into("Names 1", "Varga, the minister");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(dialogs(&window), ["Settings"], "Enter finishes the field, not the dialog");
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::X);
    window.key(Modifiers::NONE, Key::Tab);
    window.key(Modifiers::NONE, Key::Enter);
    let rulings = window.app().project().rulings();
    let is_other_event = |ruling: &Ruling| matches!(ruling, Ruling::Reject { reason: RejectReason::OtherEvent, .. });
    assert!(rulings.iter().any(is_other_event), "the second answer: {rulings:?}");
}

#[test]
fn a_click_beside_a_dialog_closes_it_unless_something_was_typed() {
    let mut window = Window::opening(sample("halden-bridge"));
    let beside = egui::pos2(20.0, 450.0);
    window.click("Paste");
    assert_eq!(dialogs(&window).len(), 1);
    window.click_at(beside);
    assert!(dialogs(&window).is_empty(), "nothing was typed");
    window.click("Paste");
    window.harness.get_by_label("Outlet").focus();
    window.settle();
    window.harness.get_by_label("Outlet").type_text("Evening Post");
    window.settle();
    window.click_at(beside);
    assert_eq!(dialogs(&window).len(), 1, "what was typed stays");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(dialogs(&window).is_empty());
}

#[test]
fn no_tooltip_of_what_lies_below_stays_over_a_dialog() {
    let mut window = Window::opening(sample("halden-bridge"));
    let export = window.rect("Export").center();
    for at in [export - egui::vec2(1.0, 0.0), export] {
        window.harness.event(egui::Event::PointerMoved(at));
        window.step();
    }
    let hint = parallax::command::Command::Export.tooltip();
    let is_told = |window: &Window| window.texts().iter().any(|one| one.words.starts_with(hint));
    (0..90).for_each(|_| window.step());
    assert!(is_told(&window), "the pointer rests on a button");
    for (modifiers, key) in
        [(Modifiers::COMMAND, Key::Comma), (Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P)]
    {
        window.key(modifiers, key);
        (0..90).for_each(|_| window.step());
        assert!(!dialogs(&window).is_empty() && !is_told(&window), "nothing lies over the dialog");
        window.key(Modifiers::NONE, Key::Escape);
    }
}
