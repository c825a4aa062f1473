//! Search: its hits come in the order in which the view shows them, and the chosen statement stays in sight.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::harness::{Window, sample};

fn search(window: &mut Window, words: &str) {
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in all articles").type_text(words);
    window.settle();
}

/// Row and column of the chosen cell.
fn chosen(window: &Window) -> (usize, usize) {
    let selection = &window.app().view().selection;
    let rows = &window.app().sheet().events[window.app().view().event].rows;
    let row = rows.iter().position(|row| Some(row.anchor) == selection.current).expect("a row is chosen");
    (row, selection.column.expect("a column is chosen"))
}

#[test]
fn hits_come_in_the_order_of_the_rows_and_begin_at_the_chosen_one() {
    for view in [Key::Num1, Key::Num3] {
        let mut window = Window::opening(sample("halden-bridge"));
        window.key(Modifiers::NONE, view);
        search(&mut window, "bridge");
        let mut found = Vec::new();
        for step in 1..=12 {
            window.key(Modifiers::NONE, Key::F3);
            found.push(chosen(&window));
            let all = window.texts();
            let said = format!("{step} of ");
            assert!(all.iter().any(|one| one.words.starts_with(&said)), "the field does not say {said}");
        }
        assert!(found.is_sorted(), "the table jumps: {found:?}");
        assert!(found.first() != found.last());
        window.key(Modifiers::SHIFT, Key::F3);
        assert_eq!(chosen(&window), found[10]);
        window.key(Modifiers::NONE, Key::Escape);
        window.key(Modifiers::NONE, Key::Home);
        (0..8).for_each(|_| window.key(Modifiers::NONE, Key::ArrowDown));
        let (from, _) = chosen(&window);
        search(&mut window, "bridge");
        window.key(Modifiers::NONE, Key::F3);
        assert!(chosen(&window).0 >= from, "it begins at row {from}: {:?}", chosen(&window));
        window.key(Modifiers::SHIFT, Key::F3);
        assert!(chosen(&window).0 <= from.max(1), "and goes back from there: {:?}", chosen(&window));
    }
}

#[test]
fn the_chosen_statement_stays_in_sight_after_a_search_and_in_another_order() {
    let mut window = Window::opening(sample("halden-bridge"));
    search(&mut window, "bridge");
    window.key(Modifiers::SHIFT, Key::F3);
    let number = chosen(&window).0 + 1;
    let name = format!("Statement {number}: ");
    assert!(number > 20, "far down: {number}");
    let in_sight = |window: &Window| window.has(&name) && window.rect(&name).bottom() < 870.0;
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.app().view().search.is_empty() && in_sight(&window), "after the search");
    for order in ["Biggest difference", "Base order"] {
        window.click("Order of rows");
        window.harness.get_by_label(order).click();
        window.settle();
        assert!(in_sight(&window), "in the order {order}");
    }
    window.key(Modifiers::NONE, Key::Num3);
    search(&mut window, "bridge");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(in_sight(&window), "in Coverage");
}
