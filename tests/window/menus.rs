//! Menus: all of the main menu is in sight and reached by keys, Esc closes a menu and nothing else, and what is
//! typed over an open menu does not reach what lies under it.

use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample, words_of};

/// A window with the bridge in it.
fn sized(size: [f32; 2]) -> Window {
    Window::with(Picked::Cancelled, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light)
}

/// Menus in the main menu, with an entry of each.
const SUBMENUS: [(&str, &str); 4] = [
    ("View", "Show or hide inspector"),
    ("Theme and size", "Dark theme"),
    ("Tools", "Compare with another reader…"),
    ("Help", "About Parallax"),
];

/// Clicks the control that is called exactly so, as a screen reader does.
fn press(window: &mut Window, name: &str) {
    window.harness.get_by_label(name).click_accesskit();
    window.settle();
}

#[test]
fn all_of_the_main_menu_is_inside_a_small_window() {
    for size in [[900.0, 600.0], [1440.0, 900.0]] {
        let mut window = sized(size);
        let inside = Rect::from_min_size(egui::Pos2::ZERO, size.into());
        press(&mut window, "Menu");
        for name in ["New comparison", "Save as…", "Settings…", "Quit"] {
            assert!(inside.contains_rect(window.rect(name)), "{name} at {:?} in {size:?}", window.rect(name));
        }
        for (menu, entry) in SUBMENUS {
            press(&mut window, menu);
            assert!(inside.contains_rect(window.rect(entry)), "{entry} at {:?} in {size:?}", window.rect(entry));
        }
    }
    // Too low for any menu: its last entry is reached by scrolling, which the keyboard does.
    let mut window = sized([900.0, 380.0]);
    press(&mut window, "Menu");
    window.harness.get_by_label_contains("Quit").focus();
    window.settle();
    assert!(window.rect("Quit").bottom() <= 380.0, "{:?}", window.rect("Quit"));
}

#[test]
fn a_menu_of_a_row_has_nothing_for_cells_and_a_clicked_article_has_its_own() {
    let mut window = sized([1440.0, 900.0]);
    window.click("Statement 3: ");
    window.key(Modifiers::SHIFT, Key::F10);
    assert!(window.has("Rename statement") && !window.has("Copy passage"), "{:?}", window.names("Copy"));
    assert!(!window.has("Split passage off") && !window.has("Set aside"), "nothing that needs a cell");
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::SHIFT, Key::F10);
    assert!(window.has("Copy passage") && window.has("Split passage off"), "{:?}", window.names("Copy"));
    window.key(Modifiers::NONE, Key::Escape);
    window.click("Article B, ");
    window.key(Modifiers::SHIFT, Key::F10);
    assert!(window.has("Properties…") && !window.has("Copy passage"));
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::SHIFT, Key::F10);
    assert!(window.has("Copy passage"), "what was chosen since");
}

#[test]
fn arrows_go_through_the_menu_and_leave_the_table_alone() {
    let mut window = sized([1440.0, 900.0]);
    window.key(Modifiers::NONE, Key::ArrowDown);
    let selected = window.app().view().selection.clone();
    window.harness.get_by_label("Menu").focus();
    window.settle();
    window.key(Modifiers::NONE, Key::Enter);
    let mut reached = Vec::new();
    for _ in 0..16 {
        window.key(Modifiers::NONE, Key::ArrowDown);
        reached.push(window.focused());
    }
    for name in ["Open articles…", "View", "Help", "Quit"] {
        assert!(reached.iter().any(|one| one.starts_with(name)), "{name} is not among {reached:?}");
    }
    assert_eq!(window.app().view().selection, selected);
}

#[test]
fn escape_closes_the_menu_and_nothing_else_and_letters_stay_in_it() {
    let mut window = sized([1440.0, 900.0]);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    let rows = window.app().view().selection.rows.clone();
    assert_eq!(rows.len(), 2);
    for (opens, entry) in [("Menu", "Quit"), ("Copy menu", "With difference marks"), ("Filter", "Quoted")] {
        let count = |window: &Window| window.harness.query_all_by(|node| words_of(node).starts_with(entry)).count();
        let before = count(&window);
        let menu = window.names(opens).into_iter().next().expect("the menu has a button");
        press(&mut window, &menu);
        assert!(count(&window) > before, "{opens} opens");
        let (density, project) = (window.app().view().density, window.app().project().clone());
        for key in [Key::D, Key::P, Key::S, Key::Num2, Key::N] {
            window.key(Modifiers::NONE, key);
        }
        assert_eq!(window.app().view().density, density, "D under {opens}");
        assert_eq!(*window.app().project(), project, "P and S under {opens}");
        assert_eq!(window.app().view().which, parallax::view::Which::Grid, "2 under {opens}");
        assert_eq!(window.app().view().selection.rows, rows, "N under {opens}");
        window.key(Modifiers::NONE, Key::Escape);
        assert_eq!(count(&window), before, "Esc closes {opens}");
        assert_eq!(window.app().view().selection.rows, rows, "and nothing else");
    }
    let band = window.names("Statement 3: ").into_iter().next().expect("a third statement");
    window.right_click(&band);
    assert!(window.has("Rename statement"), "its menu is open");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.has("Rename statement"));
    // A key with Ctrl still works, and the menu makes way.
    press(&mut window, "Menu");
    window.key(Modifiers::COMMAND, Key::Comma);
    assert!(!window.has("Quit") && window.has("Settings"));
}

#[test]
fn all_of_the_menu_of_a_statement_is_reached_in_a_low_window() {
    // 1280 × 720 at 200 %, and the smallest window.
    for size in [[640.0, 360.0], [640.0, 420.0]] {
        for (view, name) in [(Key::Num1, "Statement 1: "), (Key::Num3, "Statement 1: "), (Key::Num1, ", column ")] {
            let mut window = sized(size);
            window.key(Modifiers::NONE, view);
            window.right_click(name);
            let last = if name.starts_with("Statement") { "Select all" } else { "Close article" };
            let has = |window: &Window| window.harness.query_by_label_contains(last).is_some();
            assert!(has(&window), "{last} is in the menu of {name}");
            let entry = window.rect(last);
            if entry.bottom() > size[1] {
                window.harness.event(egui::Event::PointerMoved(egui::pos2(entry.center().x, size[1] / 2.0)));
                window.harness.event(egui::Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Point,
                    delta: egui::vec2(0.0, -2000.0),
                    phase: egui::TouchPhase::Move,
                    source: egui::MouseWheelSource::Wheel,
                    modifiers: Modifiers::NONE,
                });
                (0..60).for_each(|_| window.step());
            }
            let entry = window.rect(last);
            assert!(entry.top() > 0.0 && entry.bottom() <= size[1], "{last} at {entry:?} in {size:?}");
        }
    }
}

#[test]
fn keys_open_the_menu_of_the_chosen_statement_and_the_main_menu() {
    let mut window = sized([1440.0, 900.0]);
    window.key(Modifiers::NONE, Key::Menu);
    assert!(window.has_said("Choose a statement first"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    let opens = |window: &mut Window, modifiers, key, entry: &str| {
        window.key(modifiers, key);
        let entries: Vec<_> = window.harness.query_all_by(|node| words_of(node).starts_with(entry)).collect();
        assert!(!entries.is_empty(), "{key:?} opens no menu with {entry}");
        let at = entries[0].rect();
        drop(entries);
        window.key(Modifiers::NONE, Key::ArrowDown);
        assert!(!window.focused().is_empty(), "the arrows go through it");
        window.key(Modifiers::NONE, Key::Escape);
        let left = window.harness.query_all_by(|node| words_of(node).starts_with(entry)).count();
        assert_eq!(left, 0, "Esc closes it");
        at
    };
    // The row, a cell, a folded row and the other views.
    let (keys, rename) = ([(Modifiers::NONE, Key::Menu), (Modifiers::SHIFT, Key::F10)], "Rename statement");
    for (modifiers, key) in keys {
        opens(&mut window, modifiers, key, rename);
    }
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::ArrowRight);
    let cell = window.rect(", column B");
    let menu = opens(&mut window, Modifiers::NONE, Key::Menu, rename);
    assert!(menu.left() > cell.left(), "beside its cell: {menu:?}");
    window.key(Modifiers::NONE, Key::Space);
    opens(&mut window, Modifiers::NONE, Key::Menu, rename);
    for view in [Key::Num2, Key::Num3] {
        window.key(Modifiers::NONE, view);
        opens(&mut window, Modifiers::SHIFT, Key::F10, rename);
    }
    window.key(Modifiers::NONE, Key::Num1);
    window.harness.get_by_label_contains("Article B, ").focus();
    window.settle();
    opens(&mut window, Modifiers::NONE, Key::Menu, "Close article");
    opens(&mut window, Modifiers::NONE, Key::F10, "Quit");
    window.key(Modifiers::NONE, Key::F10);
    window.key(Modifiers::NONE, Key::F10);
    assert!(!window.has("Quit"), "the key that opened it closes it");
}

#[test]
fn the_chosen_entry_of_a_menu_has_the_ground_of_what_is_chosen() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.click("Order of rows");
    let tokens = parallax::theme::tokens(&window.harness.ctx);
    let entries: Vec<_> = window.texts().into_iter().filter(|one| one.words == "Base order").collect();
    let grounds = window.rects(tokens.sel);
    let is_held =
        |ground: &egui::Rect| entries.iter().any(|one| ground.contains_rect(one.rect) && ground.width() < 400.0);
    assert!(grounds.iter().any(is_held), "{entries:?} {grounds:?}");
}
