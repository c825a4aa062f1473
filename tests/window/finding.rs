//! Search: its hits come in the order in which the view shows them, and the chosen statement stays in sight.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

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

#[test]
fn a_doubtful_statement_is_wholly_in_sight_when_a_key_goes_to_it() {
    let mut window = Window::opening(Vec::new());
    window.click("Try the sample to begin");
    window.key(Modifiers::COMMAND, Key::PageDown);
    for _ in 0..6 {
        window.key(Modifiers::NONE, Key::N);
        let view = window.app().view();
        let rows = &window.app().sheet().events[view.event].rows;
        let row = rows.iter().find(|row| Some(row.anchor) == view.selection.current).expect("one is chosen");
        let band = window.rect(&format!("Statement {}: ", row.number));
        let cells =
            window.texts().into_iter().filter(|painted| painted.rect.left() > 224.0 && painted.rect.right() < 1142.0);
        let below =
            cells.filter(|painted| painted.rect.top() > band.bottom() && painted.rect.top() < band.bottom() + 60.0);
        let cut: Vec<_> = below.filter(|painted| painted.rect.bottom() > painted.clip.bottom()).collect();
        let is_higher_than_the_grid = band.top() < 180.0;
        assert!(cut.is_empty() || is_higher_than_the_grid, "statement {}: {cut:?}", row.number);
    }
}

#[test]
fn the_last_statement_is_read_where_its_only_passage_is_in_a_column_that_was_scrolled_away() {
    let size = [1200.0, 800.0];
    let mut paths = sample("lindmoor-fares");
    paths.sort();
    let mut window = Window::with(Picked::Cancelled, Pasted::default(), paths, size, egui::Theme::Light);
    let rows = window.app().sheet().events[0].rows.clone();
    let last = rows.last().unwrap();
    let column = last.cells.iter().position(Option::is_some).unwrap();
    let article = std::sync::Arc::clone(&window.app().sheet().articles[column]);
    window.key(Modifiers::NONE, Key::End);
    let words = article.witness.text.slice(last.cells[column].as_ref().unwrap().passages[0].span).to_owned();
    let first: String = words.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    let is_read = window
        .texts()
        .iter()
        .any(|one| one.rect.left() > 224.0 && one.rect.right() < 920.0 && one.words.starts_with(&first));
    assert!(last.is_lone() && is_read, "{first} in column {column} is out of sight");
}
