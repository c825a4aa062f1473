//! Messages over the table: what they tell of stays in sight, and they stay where they are.

use egui::{Key, Modifiers, Rect};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::corrections::choose;
use super::harness::{Window, sample};

/// Where the message lies: the dark frame.
fn message(window: &Window) -> Option<Rect> {
    let ink = parallax::theme::tokens(&window.harness.ctx).ink;
    window.rects(ink).into_iter().find(|rect| rect.width() > 160.0 && rect.height() > 24.0)
}

#[test]
fn a_message_covers_neither_the_row_that_it_is_about_nor_moves_when_changes_are_listed() {
    let mut seen = 0;
    for folder in ["halden-bridge", "lindmoor-fares"] {
        let size = [1024.0, 700.0];
        let open = || Window::with(Picked::Cancelled, Pasted::default(), sample(folder), size, egui::Theme::Light);
        let rows = open().app().sheet().events[0].rows.clone();
        for row in rows.iter().filter(|row| row.readings() > 1).take(5) {
            let mut window = open();
            let column = row.cells.iter().rposition(Option::is_some).unwrap();
            choose(&mut window, row, column);
            window.key(Modifiers::NONE, Key::S);
            (0..6).for_each(|_| window.step());
            let Some(place) = message(&window) else { continue };
            let current = window.app().view().selection.current.unwrap();
            let rows = &window.app().sheet().events[0].rows;
            let number = rows.iter().find(|row| row.anchor == current).unwrap().number;
            let band = window.rect(&format!("Statement {number}: "));
            assert!(!place.intersects(band), "{place:?} lies on the title {band:?} of {folder}");
            let next = window.names(&format!("Statement {}: ", number + 1));
            let foot = next.first().map_or(size[1], |name| window.rect(name).top());
            let whole = band.with_max_y(if foot > band.top() { foot } else { size[1] });
            if whole.height() < 250.0 {
                assert!(!place.intersects(whole), "{place:?} lies on the row {whole:?} of {folder}");
            }
            seen += 1;
            (0..10).for_each(|_| window.step());
            if let Some(now) = message(&window) {
                assert_eq!(now, place, "it stays where it was");
            }
        }
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn what_was_changed_elsewhere_is_not_told_of_a_step_that_never_was() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::F4);
    assert!(window.has_said("Nothing corrected yet") && !window.has_said("last step"), "{:?}", window.app().messages());
}

#[test]
fn the_main_button_of_a_dialog_can_be_read_while_it_does_nothing() {
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        let size = [1440.0, 900.0];
        let mut window = Window::with(Picked::Cancelled, Pasted::default(), sample("halden-bridge"), size, theme);
        let row = window.app().sheet().events[0].rows[0].clone();
        let column = row.cells.iter().position(Option::is_some).unwrap();
        choose(&mut window, &row, column);
        window.key(Modifiers::NONE, Key::E);
        let button = window.rect("Use this passage");
        let (ink, ground) = window.ink_and_ground(button);
        let strength = |color: egui::Color32| {
            let [r, g, b, _] = egui::Rgba::from(color).to_array();
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (one, other) = (strength(ink), strength(ground));
        let contrast = one.max(other) / one.min(other);
        assert!(contrast > 2.5, "{contrast}: {ink:?} on {ground:?} in {theme:?}");
    }
}
