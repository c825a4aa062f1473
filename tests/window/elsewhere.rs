//! The list of what a correction changed elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use collation::ruling::Anchor;
use collation::sheet::SheetRow;
use egui::{Key, Modifiers, Theme};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;
use workbench::changes::passages_of;

use super::corrections::{choose, event, rulings};
use super::harness::{Window, sample};

/// Splits passages off, one after the other, each undone again, until `is_it` says that this is the split looked for.
fn split_until(window: &mut Window, is_it: impl Fn(&mut Window, &SheetRow) -> bool) {
    let rows: Vec<SheetRow> = event(window).rows.iter().filter(|row| row.readings() >= 2).cloned().collect();
    for row in rows {
        for column in (0..row.cells.len()).filter(|&column| row.cells[column].is_some()) {
            choose(window, &row, column);
            window.key(Modifiers::NONE, Key::S);
            if is_it(window, &row) {
                return;
            }
            window.key(Modifiers::COMMAND, Key::Z);
            assert!(rulings(window).is_empty());
        }
    }
    panic!("no such split in the sample");
}

fn lines(window: &Window) -> Vec<String> {
    window.app().elsewhere().changes.iter().map(|change| change.words.clone()).collect()
}

#[test]
fn the_number_of_changes_is_that_of_the_lines_and_the_same_when_it_is_undone() {
    let mut seen = 0;
    let mut window = Window::opening(sample("lindmoor-fares"));
    let rows: Vec<SheetRow> = event(&window).rows.iter().filter(|row| row.readings() >= 2).cloned().collect();
    for row in rows.iter().take(7) {
        let column = row.cells.iter().rposition(Option::is_some).unwrap();
        choose(&mut window, row, column);
        window.key(Modifiers::NONE, Key::S);
        let done = lines(&window);
        let counted = |window: &Window, number: usize| {
            let words =
                if number == 1 { "1 change elsewhere".to_owned() } else { format!("{number} changes elsewhere") };
            number == 0 || window.has(&format!(": {words}"))
        };
        assert!(counted(&window, done.len()), "{done:#?}");
        // The row that was corrected is not elsewhere.
        let selected = window.app().view().selection.current;
        let now = event(&window).rows.iter().find(|row| Some(row.anchor) == selected).expect("a row");
        let own = [format!("Statement {} “{}” is new", now.number, now.title), format!("; before “{}”", row.title)];
        assert!(!done.iter().any(|line| own.iter().any(|own| line.contains(own))), "{own:?} in {done:#?}");
        window.key(Modifiers::COMMAND, Key::Z);
        let undone = lines(&window);
        assert_eq!(undone.len(), done.len(), "{done:#?} {undone:#?}");
        assert!(counted(&window, undone.len()));
        seen += usize::from(!done.is_empty());
    }
    assert!(seen > 1, "hardly anything changed elsewhere");
}

#[test]
fn what_a_statement_was_called_before_is_read_in_a_narrow_window_too() {
    for size in [[1024.0, 768.0], [1440.0, 900.0]] {
        let (picked, pasted) = (Picked::Cancelled, Pasted::default());
        let mut window = Window::with(picked, pasted, sample("lindmoor-fares"), size, Theme::Light);
        if size[0] < 1100.0 {
            window.key(Modifiers::COMMAND, Key::B);
            window.key(Modifiers::NONE, Key::I);
        }
        split_until(&mut window, |window, _| {
            lines(window).iter().any(|line| line.contains("; before “") && line.chars().count() > 100)
        });
        window.key(Modifiers::NONE, Key::F4);
        let long = lines(&window).into_iter().find(|line| line.contains("; before “")).unwrap();
        let rect = window.rect(&long);
        let painted = window.painted(rect);
        let words: Vec<&str> = painted.iter().map(|text| text.words.as_str()).collect();
        let [shown] = painted.as_slice() else { panic!("{words:?}") };
        assert!(!shown.is_cut && shown.lines.len() <= 2 && shown.words.contains("; before “"), "{words:?}");
        assert!(shown.words.ends_with('”') && rect.contains_rect(shown.rect), "{words:?}");
    }
}

#[test]
fn what_a_step_says_names_a_passage_and_offers_to_show_a_statement_out_of_sight() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let rows: Vec<SheetRow> = event(&window).rows.iter().filter(|row| row.readings() >= 3).cloned().collect();
    let mut shown = 0;
    for row in rows {
        let column = row.cells.iter().rposition(Option::is_some).unwrap();
        choose(&mut window, &row, column);
        let count = row.cells[column].as_ref().unwrap().passages.len();
        window.key(Modifiers::NONE, Key::S);
        let said = window.app().messages().first().map(|words| (*words).to_owned()).unwrap_or_default();
        let Some(button) = window.names("Show statement ").into_iter().next() else {
            window.key(Modifiers::COMMAND, Key::Z);
            continue;
        };
        assert!(
            said.starts_with(if count == 1 { "Done: the passage of " } else { "Done: the passages of " }),
            "{said}"
        );
        window.click(&button);
        let number: usize = button.rsplit(' ').next().unwrap().parse().unwrap();
        let now = event(&window).rows[number - 1].clone();
        assert_eq!(window.app().view().selection.current, Some(now.anchor), "it is shown");
        assert!(!window.app().messages().contains(&said.as_str()), "{:?}", window.app().messages());
        window.key(Modifiers::COMMAND, Key::Z);
        let undone = window.app().messages().first().map(|words| (*words).to_owned()).unwrap_or_default();
        let what = if count == 1 { "Undone: split off a passage of " } else { "Undone: split off " };
        assert!(undone.starts_with(what) && undone.contains(" passage"), "{undone}");
        shown += 1;
        if shown == 2 {
            return;
        }
    }
    panic!("no passage goes out of sight");
}

#[test]
fn messages_stand_in_the_column_of_the_table_and_go_when_the_reader_goes_on_by_key() {
    for size in [[1024.0, 768.0], [1440.0, 900.0]] {
        let (picked, pasted) = (Picked::Cancelled, Pasted::default());
        let mut window = Window::with(picked, pasted, sample("lindmoor-fares"), size, Theme::Light);
        let is_narrow = size[0] < 1100.0;
        if is_narrow {
            window.key(Modifiers::COMMAND, Key::B);
            window.key(Modifiers::NONE, Key::I);
        }
        let row = event(&window).rows[1].clone();
        let column = row.cells.iter().position(Option::is_some).unwrap();
        choose(&mut window, &row, column);
        window.copy(true);
        let said = window.app().messages().first().map(|words| (*words).to_owned()).expect("what was copied is said");
        let note = window.rect(&said);
        let copy = window.rect("Copy row");
        assert!(note.left() >= 224.0 && note.right() < copy.left(), "{note:?} over {copy:?}");
        window.key(Modifiers::NONE, Key::ArrowDown);
        assert!(window.app().messages().is_empty(), "{:?}", window.app().messages());
    }
}

/// With which other passages each stands in a row.
fn mates(window: &Window) -> BTreeMap<Anchor, BTreeSet<Anchor>> {
    let (event, sheet) = (event(window), window.app().sheet());
    let mut mates: BTreeMap<Anchor, BTreeSet<Anchor>> = BTreeMap::new();
    for row in &event.rows {
        let passages = passages_of(sheet, event, row);
        for &passage in &passages {
            mates.entry(passage).or_default().extend(passages.iter().copied().filter(|other| *other != passage));
        }
    }
    mates
}

#[test]
fn a_passage_that_joins_the_row_of_one_that_was_split_off_is_listed() {
    let mut seen = 0;
    for name in ["lindmoor-fares", "halden-bridge"] {
        let mut window = Window::opening(sample(name));
        let rows: Vec<SheetRow> = event(&window).rows.iter().filter(|row| row.readings() >= 2).cloned().collect();
        for row in rows.iter().take(5) {
            for column in (0..row.cells.len()).filter(|&column| row.cells[column].is_some()) {
                let before = mates(&window);
                let asked_about = passages_of(window.app().sheet(), event(&window), row);
                choose(&mut window, row, column);
                window.key(Modifiers::NONE, Key::S);
                let after = mates(&window);
                let told: Vec<Anchor> = window.app().elsewhere().changes.iter().map(|change| change.passage).collect();
                for (passage, mates) in before.iter().filter(|(passage, _)| !asked_about.contains(passage)) {
                    let is_alone = |mates: Option<&BTreeSet<Anchor>>| mates.is_none_or(BTreeSet::is_empty);
                    if is_alone(Some(mates)) != is_alone(after.get(passage)) {
                        assert!(told.contains(passage), "{passage:?} of {name} is not in {:#?}", lines(&window));
                        seen += 1;
                    }
                }
                window.key(Modifiers::COMMAND, Key::Z);
            }
        }
    }
    assert!(seen > 0, "no passage joined or left a row");
}
