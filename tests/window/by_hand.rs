//! What the inspector says of rows that the reader had a hand in, or had better have.

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::corrections::{choose, event, passage, row_with, shared_row};
use super::harness::{Window, sample};

fn says(window: &Window, words: &str) -> bool {
    window.texts().iter().any(|one| one.words.contains(words))
}

#[test]
fn a_passage_that_was_dragged_is_told_of_in_the_row_it_left_and_in_the_row_it_came_to() {
    let (picked, size) = (Picked::Cancelled, [1440.0, 2600.0]);
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light);
    // Columns of both rows hold a passage each, so that the row that is left is still there.
    let (target, ..) = shared_row(&window, 1);
    let rows = event(&window).rows.iter().filter(|row| row.anchor != target.anchor && row.readings() > 2);
    let old = rows.min_by_key(|row| row.number).expect("a row to take from").clone();
    let column = old.cells.iter().rposition(Option::is_some).unwrap();
    let text = passage(&window, &old, column);
    let cell = window.harness.query_all_by(|node| node.value().as_deref() == Some(text.as_str())).next();
    let from = cell.expect("the cell is shown").rect().center();
    let to = window.rect(&format!("Statement {}: ", target.number)).left_top() + vec2(300.0, 14.0);
    window.drag(from, to);
    let now = row_with(&window, column, &text).expect("it is somewhere");
    choose(&mut window, &now, column);
    assert!(says(&window, "moved here by hand") && !says(&window, "split off by hand"), "statement {}", now.number);
    let left = event(&window).rows.iter().find(|row| row.anchor == old.anchor).expect("the row it left").clone();
    let column = left.cells.iter().position(Option::is_some).unwrap();
    choose(&mut window, &left, column);
    assert!(says(&window, "moved away by hand") && !says(&window, "split off by hand"), "statement {}", left.number);
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(!says(&window, "by hand"));
}

#[test]
fn a_possible_row_says_that_it_shows_less_until_it_is_pinned() {
    let mut window = Window::opening(sample("halden-bridge"));
    let is_possible = |row: &&collation::sheet::SheetRow| row.certainty == collation::table::Certainty::Possible;
    let rows = event(&window).rows.clone();
    let possible = rows.iter().filter(is_possible).find(|row| !row.is_lone()).expect("a possible row");
    let likely = rows.iter().find(|row| !is_possible(row) && !row.is_lone()).expect("a likely row");
    let words = "Fewer kinds of marks until pinned";
    choose(&mut window, likely, likely.cells.iter().position(Option::is_some).unwrap());
    assert!(!says(&window, words));
    choose(&mut window, possible, possible.cells.iter().position(Option::is_some).unwrap());
    assert!(says(&window, words));
    window.key(Modifiers::NONE, Key::P);
    assert!(!says(&window, words), "pinned it has them all");
}

#[test]
fn another_place_is_told_once_with_the_outlet_that_has_it() {
    let mut window = Window::opening(sample("halden-bridge"));
    let is_placed = |row: &&collation::sheet::SheetRow| row.has(collation::contrast::ContrastKind::Place);
    let row = event(&window).rows.iter().find(is_placed).expect("a row with another place").clone();
    choose(&mut window, &row, row.cells.iter().position(Option::is_some).unwrap());
    let texts = window.texts();
    let told: Vec<&str> =
        texts.iter().map(|one| one.words.as_str()).filter(|words| words.contains(" here, ")).collect();
    let told: Vec<&&str> = told.iter().filter(|words| words.starts_with("In ")).collect();
    assert!(!told.is_empty() && told.iter().all(|words| words.ends_with(" in A")), "{told:?}");
    assert!(!texts.iter().any(|one| one.words.starts_with("A ¶")), "the places are listed below");
}
