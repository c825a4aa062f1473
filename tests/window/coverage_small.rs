//! Coverage in small windows: its columns are whole and within reach, and the order of telling is there.

use egui::{Key, Modifiers, Rect};
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::fitting::opening;
use super::harness::{Window, sample};
use super::small::{outline, sized};

#[test]
fn words_of_many_columns_of_coverage_are_neither_cut_nor_over_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let again = folder.path().join("observer.txt");
    let mut paths = sample("lindmoor-fares");
    std::fs::copy(paths.iter().find(|path| path.ends_with("daily-lantern.txt")).unwrap(), &again).unwrap();
    paths.push(again);
    for language in ["en", "de"] {
        std::fs::write(folder.path().join("settings.json"), format!("{{\"language\": \"{language}\"}}")).unwrap();
        let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
        let size = [1440.0, 900.0];
        let (picked, theme) = (Picked::Cancelled, egui::Theme::Light);
        let mut window = Window::in_folders(folders, picked, Pasted::default(), paths.clone(), size, theme);
        window.key(Modifiers::NONE, Key::Num3);
        for size in [[1440.0, 900.0], [1280.0, 800.0], [900.0, 600.0]] {
            window.harness.set_size(size.into());
            window.settle();
            let first = window.names(if language == "de" { "Aussage 1: " } else { "Statement 1: " });
            let left = window.rect(&first[0]).left();
            let table = Rect::from_min_max(egui::pos2(left, 92.0), egui::pos2(size[0] - 300.0, size[1] - 60.0));
            let mut painted = window.painted(table);
            let messages = window.app().messages().join(" ");
            painted.retain(|painted| !messages.contains(&painted.words));
            assert!(painted.len() > 60, "{} words at {size:?}", painted.len());
            for one in &painted {
                let is_whole = one.rect.left() >= one.clip.left() - 0.5 && one.rect.right() <= one.clip.right() + 0.5;
                assert!(is_whole, "{language} at {size:?}: {one:?}");
            }
            for (at, one) in painted.iter().enumerate() {
                let inner = one.rect.shrink2(egui::vec2(0.5, 4.0));
                let over = painted
                    .iter()
                    .skip(at + 1)
                    .find(|other| inner.intersects(other.rect.shrink2(egui::vec2(0.5, 4.0))));
                assert!(over.is_none(), "{language} at {size:?}: {one:?} and {over:?}");
            }
        }
    }
}

#[test]
fn coverage_of_one_article_has_no_column_for_how_many_have_a_statement() {
    let heads = |paths| {
        let mut window = Window::opening(paths);
        window.key(Modifiers::NONE, Key::Num3);
        let everywhere = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1440.0, 900.0));
        window.painted(everywhere).iter().filter(|painted| painted.words == "in").count()
    };
    assert_eq!(heads(sample("halden-bridge")), 1);
    assert_eq!(heads(sample("rask-lighthouse")), 0);
}

#[test]
fn columns_of_coverage_begin_whole_when_the_table_gets_another_width() {
    let mut window = opening("lindmoor-fares", [880.0, 600.0]);
    window.key(Modifiers::NONE, Key::Num3);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::I);
    // To the last column, and back to the second one, which then comes first.
    for (key, times) in [(Key::ArrowRight, 5), (Key::ArrowLeft, 3)] {
        (0..times).for_each(|_| window.key(Modifiers::NONE, key));
    }
    let accent = parallax::theme::tokens(&window.harness.ctx).accent;
    for _ in 0..2 {
        window.key(Modifiers::COMMAND, Key::B);
        (0..3).for_each(|_| window.step());
        let outlines = window.whole_rects(accent);
        let is_whole = outlines.iter().any(|rect| rect.width() > 60.0 && rect.height() > 28.0);
        assert!(is_whole, "the chosen cell is cut: {:?}", window.names("more"));
    }
}

#[test]
fn a_low_window_has_the_order_of_telling_when_it_is_asked_for() {
    let mut window = sized([1200.0, 520.0]);
    window.key(Modifiers::NONE, Key::Num3);
    let chart = "Order of telling: where each article has each statement";
    assert!(!window.has(chart), "the table has the room");
    window.click("Order of telling");
    assert!(window.has(chart) && window.has("Statement 1: "), "beside the first rows");
    window.click("Hide order of telling");
    assert!(!window.has(chart));
}

#[test]
fn the_order_of_telling_is_there_in_the_lowest_window_too() {
    let mut window = sized([640.0, 360.0]);
    window.key(Modifiers::NONE, Key::Num3);
    let chart = "Order of telling: where each article has each statement";
    window.click("Order of telling");
    assert!(window.rect(chart).height() > 80.0, "{:?}", window.rect(chart));
    window.click("Hide order of telling");
    assert!(!window.has(chart) && window.has("Statement 1: "));
}

#[test]
fn how_many_have_a_statement_stays_beside_the_columns_that_go() {
    let mut window = sized([1024.0, 768.0]);
    window.key(Modifiers::NONE, Key::Num3);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::I);
    // With the list of articles and without it.
    for (key, columns) in [(Key::ArrowRight, [0, 1, 2, 3].as_slice()), (Key::ArrowLeft, &[2, 1, 0])] {
        window.key(Modifiers::COMMAND, Key::B);
        (0..3).for_each(|_| window.step());
        for &column in columns {
            window.key(Modifiers::NONE, key);
            assert_eq!(window.app().view().selection.column, Some(column));
            let cell = outline(&window);
            let table = Rect::from_min_max(egui::pos2(cell.left(), 48.0), egui::pos2(1024.0 - 288.0, 768.0));
            let painted = window.painted(table);
            let head = painted.iter().find(|painted| painted.words == "in").expect("the column is gone");
            assert!(head.rect.left() > cell.right() && head.rect.right() < head.clip.right(), "{head:?} {cell:?}");
            let counts = painted.iter().filter(|one| one.words.ends_with(" of 4") && one.rect.left() > cell.right());
            assert!(counts.count() > 0, "beside column {column}: {painted:#?}");
        }
    }
}

#[test]
fn beside_the_inspector_every_column_of_coverage_is_reached_and_the_chosen_cell_is_whole() {
    for (size, hidden) in [([1024.0, 768.0], 0), ([900.0, 600.0], 1), ([640.0, 480.0], 3)] {
        let mut window = sized(size);
        window.key(Modifiers::NONE, Key::Num3);
        window.key(Modifiers::NONE, Key::ArrowDown);
        window.key(Modifiers::NONE, Key::I);
        assert_eq!(window.has(&format!("{hidden} more →: ")), hidden > 0, "{:?} at {size:?}", window.names("more"));
        for column in 0..4 {
            window.key(Modifiers::NONE, Key::ArrowRight);
            assert_eq!(window.app().view().selection.column, Some(column));
            let (cell, inspector) = (outline(&window), window.rect("Close inspector"));
            assert!(cell.width() > 90.0, "column {column} at {size:?}: {cell:?}");
            assert!(cell.right() < inspector.right() + 9.0 - 288.0_f32.min((size[0] - 58.0) / 2.0), "{cell:?}");
        }
        if hidden > 0 {
            while window.has("← ") {
                window.click("← ");
            }
            window.click(" more →: ");
            assert!(window.has("← 1 more: Capital Ledger"), "{:?}", window.names("more"));
        }
    }
}
