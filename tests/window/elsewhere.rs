//! The list of what a correction changed elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use collation::ruling::Anchor;
use collation::sheet::SheetRow;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
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

#[test]
fn what_changed_elsewhere_is_told_after_a_correction_its_undo_and_its_redo() {
    let mut window = Window::opening(sample("halden-bridge"));
    let rows: Vec<SheetRow> = event(&window).rows.iter().filter(|row| row.readings() >= 2).cloned().collect();
    let cells = rows.iter().flat_map(|row| {
        (0..row.cells.len()).filter(|&column| row.cells[column].is_some()).map(move |column| (row.clone(), column))
    });
    let told = cells.into_iter().any(|(row, column)| {
        choose(&mut window, &row, column);
        window.key(Modifiers::NONE, Key::S);
        let told = window.has(": 1 change elsewhere") || window.has(" changes elsewhere");
        if !told {
            window.key(Modifiers::COMMAND, Key::Z);
            assert!(rulings(&window).is_empty());
        }
        told
    });
    assert!(told, "no split of the sample changes anything elsewhere");
    window.key(Modifiers::NONE, Key::F4);
    let changes = [" left “", " joined statement ", " is called “", " is new", " has another place in the order"];
    assert!(changes.iter().any(|words| window.has(words)), "the list says what moved");
    window.key(Modifiers::NONE, Key::F4);
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.has("Undone: split off "), "{:?}", window.names("elsewhere"));
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Z);
    assert!(window.has("Done again: split off "), "{:?}", window.names("elsewhere"));
    window.copy(false);
    let note = window.app().messages()[0].to_owned();
    let (note, strip) = (
        window.rect(&note),
        window.rect(if window.has(" changes elsewhere") { " changes elsewhere" } else { " change elsewhere" }),
    );
    assert!(note.bottom() < strip.top(), "a message covers the strip: {note:?} and {strip:?}");
    window.key(Modifiers::COMMAND, Key::W);
    assert!(
        !window.has("changes elsewhere") && !window.has("change elsewhere"),
        "closing an article is no correction of its statements"
    );
}

#[test]
fn rows_that_a_correction_adds_renames_or_moves_elsewhere_are_listed() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let before = event(&window).rows.clone();
    let rows = before.iter().filter(|row| row.readings() >= 2);
    let cells = rows.flat_map(|row| (0..row.cells.len()).map(move |column| (row, column)));
    let [mut has_titles, mut has_moves] = [false; 2];
    for (row, column) in cells.filter(|(row, column)| row.cells[*column].is_some()) {
        choose(&mut window, row, column);
        window.key(Modifiers::NONE, Key::S);
        let after = event(&window).rows.clone();
        let listed: Vec<&str> = window.app().elsewhere().changes.iter().map(|change| change.words.as_str()).collect();
        let is_listed = |words: String| listed.iter().any(|line| line.contains(&words));
        let spans = |row: &SheetRow, at: usize| -> Vec<_> {
            row.cells[at].iter().flat_map(|cell| cell.passages.iter().map(|passage| passage.span)).collect()
        };
        // What was split off, and the row that it left, are not elsewhere.
        let split = |new: &SheetRow| {
            new.is_lone() && new.cells[column].is_some()
                || (0..row.cells.len()).any(|at| spans(row, at).iter().any(|span| spans(new, at).contains(span)))
        };
        for new in after.iter().filter(|new| !split(new) && before.iter().all(|old| old.title != new.title)) {
            let words = format!("Statement {} ", new.number);
            assert!(is_listed(words), "the title of {} {} is new: {listed:#?}", new.number, new.title);
            has_titles = true;
        }
        // A title may go over to another row: the same one has a passage of it.
        let is_one = |old: &SheetRow, new: &SheetRow| {
            new.title == old.title
                && (0..old.cells.len()).any(|at| spans(old, at).iter().any(|span| spans(new, at).contains(span)))
        };
        let standing = before.iter().filter_map(|old| Some((old, after.iter().find(|new| is_one(old, new))?)));
        let standing: Vec<_> = standing.filter(|(_, new)| !split(new)).collect();
        for pair in standing.windows(2).filter(|pair| pair[0].1.number > pair[1].1.number) {
            // Rows that share passages may hand a title on: then it is told whose it is now.
            let told_of = |title: &str| {
                let other_place = format!("“{title}” has another place in the order");
                [other_place, format!("“{title}” is new"), format!("is called “{title}”")].into_iter().any(is_listed)
            };
            let told = pair.iter().any(|(_, new)| told_of(&new.title));
            assert!(told, "{} stands behind {}: {listed:#?}", pair[0].1.title, pair[1].1.title);
            has_moves = true;
        }
        if has_titles || has_moves {
            window.key(Modifiers::NONE, Key::F4);
            assert!(window.has("Statement ") && window.has("Hide what changed"));
            return;
        }
        window.key(Modifiers::COMMAND, Key::Z);
    }
    panic!("no split of the sample renames or moves rows elsewhere");
}

#[test]
fn the_legend_keeps_its_place_when_something_changed_elsewhere() {
    let mut window = Window::opening(sample("halden-bridge"));
    let place = |window: &Window| window.texts().into_iter().find(|one| one.words == "Marks").expect("the legend").rect;
    let before = place(&window);
    let rows: Vec<SheetRow> = event(&window).rows.iter().filter(|row| row.readings() >= 2).cloned().collect();
    for row in rows {
        let column = row.cells.iter().position(Option::is_some).unwrap();
        choose(&mut window, &row, column);
        window.key(Modifiers::NONE, Key::S);
        if window.has(" changes elsewhere") {
            let strip = window.rect(" changes elsewhere");
            assert!(strip.left() >= 224.0 && strip.right() <= 1152.0, "{strip:?}");
            assert_eq!(place(&window), before);
            let painted = window.painted(strip);
            assert!(!painted.iter().any(|one| one.words.contains("plit off")), "said twice: {painted:?}");
            return;
        }
        window.key(Modifiers::COMMAND, Key::Z);
    }
    panic!("no split changes anything elsewhere");
}

#[test]
fn a_title_given_to_a_row_stays_when_the_passage_that_it_was_known_by_is_set_aside() {
    let mut window = Window::opening(sample("halden-bridge"));
    let is_it = |row: &&SheetRow| {
        row.readings() >= 3 && row.cells[0].as_ref().is_some_and(|cell| cell.passages.len() == 1) && row.number > 1
    };
    let row = event(&window).rows.iter().find(is_it).expect("a row of three with one passage of the base").clone();
    choose(&mut window, &row, 0);
    window.key(Modifiers::NONE, Key::F2);
    window.harness.get_by_label("Title").type_text("What was in the way");
    window.harness.run_steps(2);
    window.harness.get_by_label("Rename").click();
    window.settle();
    let readings = |window: &Window| {
        let named = event(window).rows.iter().find(|row| row.title == "What was in the way");
        named.map(SheetRow::readings)
    };
    assert_eq!(readings(&window), Some(row.readings()));
    choose(&mut window, &row, 0);
    window.key(Modifiers::NONE, Key::A);
    assert_eq!(readings(&window), Some(row.readings() - 1));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(readings(&window), Some(row.readings()));
    assert_eq!(rulings(&window).len(), 1, "one step");
}
