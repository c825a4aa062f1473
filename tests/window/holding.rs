//! What the reader has chosen stays chosen and in sight through corrections, undo and redo.

use collation::WitnessKey;
use collation::sheet::SheetRow;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::corrections::{choose, event, passage, row_with, rulings, shared_row};
use super::harness::{Window, sample};

const REDO: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// The chosen row, of which the band must be in sight, and the article of the chosen column.
fn chosen(window: &Window) -> (SheetRow, Option<WitnessKey>) {
    let selection = &window.app().view().selection;
    let row = event(window).rows.iter().find(|row| Some(row.anchor) == selection.current).expect("a row is chosen");
    assert!(selection.rows.contains(&row.anchor));
    let band = window.rect(&format!("Statement {}: ", row.number));
    assert!(band.height() > 10.0 && band.top() > 100.0 && band.bottom() < 870.0, "{} lies at {band:?}", row.number);
    let article =
        selection.column.map(|column| window.app().sheet().articles[event(window).members[column]].witness.key);
    (row.clone(), article)
}

/// Undoes and redoes what was done to `row`: each time it or what became of it is chosen.
fn and_back(window: &mut Window, row: &SheetRow, article: Option<WitnessKey>) {
    window.key(Modifiers::COMMAND, Key::Z);
    let (now, of) = chosen(window);
    assert_eq!((now.anchor, of), (row.anchor, article), "undone, the same cell is chosen");
    window.key(REDO, Key::Z);
    assert_eq!(chosen(window).1, article, "done again, the same article is");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(chosen(window).0.anchor, row.anchor);
}

#[test]
fn a_split_a_rejection_and_a_new_row_leave_the_row_chosen_and_say_where_the_passage_went() {
    for key in [(Modifiers::NONE, Key::S), (Modifiers::SHIFT, Key::S), (Modifiers::NONE, Key::X)] {
        for last in [false, true] {
            let mut window = Window::opening(sample("halden-bridge"));
            let (row, first, second) = shared_row(&window, 5);
            let column = if last { second } else { first };
            let text = passage(&window, &row, column);
            choose(&mut window, &row, column);
            let (_, article) = chosen(&window);
            window.key(key.0, key.1);
            if key.1 == Key::X {
                window.harness.get_by_label("Only the same topic").click();
                window.settle();
            }
            let (now, of) = chosen(&window);
            let stays = |at: usize| {
                let here = |cell: &collation::sheet::SheetCell| cell.passages[0].span;
                row.cells[at].as_ref().map(here) == now.cells[at].as_ref().map(here)
            };
            assert!((0..row.cells.len()).any(|at| row.cells[at].is_some() && stays(at)), "{key:?}");
            assert_eq!(of, article, "{key:?}");
            let number = row_with(&window, column, &text).expect("the passage is still there").number;
            assert!(window.has_said(&format!("is in statement {number} now")), "{:?}", window.app().messages());
            and_back(&mut window, &row, article);
        }
    }
}

#[test]
fn after_a_split_the_chosen_cell_is_unfolded_and_both_rows_have_their_numbers() {
    // Kiosk24 prints what the agency sent: without the Lantern a row of the three is word for word the same, and folds.
    let files = ["westland-press.md", "kiosk24.txt", "daily-lantern.txt"];
    let files = files.map(|name| sample("lindmoor-fares").into_iter().find(|file| file.ends_with(name)).unwrap());
    let mut window = Window::opening(files.to_vec());
    let (mut folds, mut renumbered) = (0, 0);
    let rows = event(&window).rows.clone().into_iter().filter(|row| row.readings() > 2).take(5);
    for (before, column) in rows.flat_map(|row| [(row.clone(), 2), (row, 0)]) {
        choose(&mut window, &before, column);
        window.key(Modifiers::NONE, Key::S);
        let (now, _) = chosen(&window);
        if now.number != before.number {
            let words = format!("; the rest of statement {} is statement ", before.number);
            assert!(window.has_said(&words), "{:?}", window.app().messages());
            renumbered += 1;
        }
        if !now.differs() && !now.is_lone() {
            assert!(!window.app().view().is_folded(&now), "its chosen cell is in sight");
            folds += 1;
        }
        window.key(Modifiers::COMMAND, Key::Z);
    }
    assert!(folds > 0 && renumbered > 0, "{folds} rows that fold by themselves, {renumbered} with another number");
}

#[test]
fn joined_rows_stay_chosen_and_their_undo_chooses_both() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (first, ..) = shared_row(&window, 1);
    let (second, ..) = shared_row(&window, 2);
    window.click(&format!("Statement {}: ", first.number));
    window.click_with(&format!("Statement {}: ", second.number), Modifiers::COMMAND);
    let before = window.app().view().selection.clone();
    window.key(Modifiers::NONE, Key::J);
    let (joined, _) = chosen(&window);
    assert!(joined.cells.iter().flatten().count() >= second.readings().max(first.readings()));
    assert!(!window.has("Choose a statement"), "the inspector shows it");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.app().view().selection, before);
    window.key(REDO, Key::Z);
    assert_eq!(chosen(&window).0.anchor, joined.anchor);
}

#[test]
fn a_nearest_passage_is_linked_and_its_cell_stays_chosen() {
    let mut window = Window::opening(sample("halden-bridge"));
    let rows = event(&window).rows.clone();
    let hollow = rows.iter().filter(|row| row.readings() >= 2).flat_map(|row| {
        (0..row.cells.len()).filter(|&column| row.cells[column].is_none()).map(move |column| (row, column))
    });
    let mut linked = 0;
    for (row, column) in hollow {
        choose(&mut window, row, column);
        let (_, article) = chosen(&window);
        let Some(name) = window.names("Link the nearest passage of ").into_iter().next() else { continue };
        window.click(&name);
        if rulings(&window).is_empty() {
            continue;
        }
        linked += 1;
        let (now, of) = chosen(&window);
        assert_eq!(of, article);
        assert!(now.cells[column].is_some(), "the linked passage stands in the chosen cell");
        and_back(&mut window, row, article);
        if linked == 4 {
            return;
        }
    }
    assert!(linked > 0, "nothing was linked");
}

#[test]
fn another_base_and_a_closed_article_leave_the_passage_chosen() {
    let mut window = Window::opening(sample("halden-bridge"));
    for at in [0, 3, 6] {
        let (row, first, column) = shared_row(&window, at);
        let text = passage(&window, &row, column);
        choose(&mut window, &row, column);
        let (_, article) = chosen(&window);
        window.key(Modifiers::NONE, Key::B);
        let (now, of) = chosen(&window);
        assert_eq!(of, article);
        assert_eq!(passage(&window, &now, column), text);
        and_back(&mut window, &row, article);
        choose(&mut window, &row, first);
        window.key(Modifiers::COMMAND, Key::W);
        let now = window.app().view().selection.current;
        assert!(row.readings() == 2 || now.is_some());
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(chosen(&window).0.anchor, row.anchor);
    }
}

#[test]
fn a_row_that_a_step_takes_out_of_the_list_makes_room_for_the_next() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.click("Needs a look");
    let listed = |window: &Window| -> Vec<SheetRow> {
        event(window).rows.iter().filter(|row| row.needs_look()).cloned().collect()
    };
    let before = listed(&window);
    for (at, next) in [(1, 2), (before.len() - 2, before.len() - 1)] {
        window.key(Modifiers::NONE, Key::Home);
        for _ in 0..at {
            window.key(Modifiers::NONE, Key::ArrowDown);
        }
        let (row, _) = chosen(&window);
        let rows = listed(&window);
        let wanted = rows.get(at + 1).or(rows.get(at - 1)).unwrap().anchor;
        window.key(Modifiers::NONE, Key::P);
        assert!(window.has_said(&format!("Statement {} is not in this list any more", row.number)), "{next}");
        assert_eq!(chosen(&window).0.anchor, wanted);
    }
}

#[test]
fn a_step_and_its_undo_leave_the_rows_above_the_chosen_one_in_sight() {
    for name in ["halden-bridge", "lindmoor-fares"] {
        let mut window = Window::opening(sample(name));
        for from in 0..4 {
            let (row, column, _) = shared_row(&window, from);
            choose(&mut window, &row, column);
            let top = |window: &Window, number: usize| {
                let band = window.rect(&format!("Statement {number}: "));
                if band.height() > 5.0 { band.top() } else { f32::NAN }
            };
            let before = [top(&window, row.number), top(&window, row.number.max(2) - 1)];
            window.key(Modifiers::NONE, Key::S);
            window.key(Modifiers::COMMAND, Key::Z);
            (0..20).for_each(|_| window.step());
            let after = [top(&window, row.number), top(&window, row.number.max(2) - 1)];
            let is_same = before.iter().zip(after).all(|(before, after)| (before - after).abs() < 3.0);
            assert!(
                is_same || before.iter().any(|top| top.is_nan()),
                "{name}, row {}: {before:?}, {after:?}",
                row.number
            );
        }
    }
}

#[test]
fn a_step_and_its_undo_leave_the_table_where_it_was_when_the_chosen_row_is_at_the_foot_of_the_view() {
    let mut seen = 0;
    for name in ["halden-bridge", "lindmoor-fares"] {
        for height in [700.0, 760.0, 820.0, 880.0] {
            let (picked, size) = (Picked::Cancelled, [1440.0, height]);
            let mut window = Window::with(picked, Pasted::default(), sample(name), size, egui::Theme::Light);
            window.key(Modifiers::NONE, Key::PageDown);
            window.key(Modifiers::NONE, Key::Escape);
            window.settle();
            // The last row of which the band and a cell are in sight, cut by the foot or not.
            let band = |window: &Window, row: &SheetRow| {
                let names = window.names(&format!("Statement {}: ", row.number));
                names.first().map(|name| window.rect(name)).filter(|rect| rect.height() > 20.0)
            };
            let rows = event(&window).rows.clone();
            let in_sight = |row: &&SheetRow| {
                band(&window, row).is_some_and(|band| band.top() > 180.0 && band.bottom() < height - 70.0)
            };
            let Some(row) = rows.iter().filter(in_sight).filter(|row| row.readings() > 1).last().cloned() else {
                continue;
            };
            let column = (0..row.cells.len()).find(|&column| row.cells[column].is_some()).unwrap();
            let article = &window.app().sheet().articles[event(&window).members[column]].witness;
            let head = window.rect(&format!("{}, column ", article.name()));
            let at = egui::pos2(head.center().x, band(&window, &row).unwrap().bottom() + 14.0);
            window.click_at(at);
            if window.app().view().selection.current != Some(row.anchor) {
                continue;
            }
            let tops = |window: &Window| -> Vec<Option<i32>> {
                rows.iter().map(|row| band(window, row).map(|band| band.top().round() as i32)).collect()
            };
            let before = tops(&window);
            let held = |window: &Window| window.app().view().selection.current;
            window.key(Modifiers::NONE, Key::S);
            assert!(held(&window).is_some());
            window.key(Modifiers::COMMAND, Key::Z);
            (0..20).for_each(|_| window.step());
            // What a step has changed elsewhere is told in a strip that lies over the last lines.
            let strip = (height - 100.0) as i32;
            for ((other, before), after) in rows.iter().zip(before).zip(tops(&window)) {
                let is_same = before == after || before.is_none_or(|top| top > strip);
                assert!(
                    is_same,
                    "{name}, {height} high, {} chosen, {}: {before:?} {after:?}",
                    row.number, other.number
                );
            }
            seen += 1;
        }
    }
    assert!(seen > 3, "{seen}");
}
