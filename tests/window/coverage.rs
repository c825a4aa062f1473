//! Coverage: the order of telling.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

#[test]
fn filters_have_their_numbers_and_the_signs_are_told_in_the_head() {
    for size in [[1440.0, 900.0], [1024.0, 768.0]] {
        let mut window = super::fitting::opening("halden-bridge", size);
        let filters = |window: &Window| -> Vec<String> {
            let bar = egui::Rect::from_min_max(egui::pos2(48.0, 48.0), egui::pos2(size[0], 88.0));
            let texts = window.painted(bar).into_iter().map(|one| one.words);
            texts.filter(|words| words.parse::<usize>().is_ok()).collect()
        };
        let in_grid = filters(&window);
        assert!(in_grid.len() >= 5, "{in_grid:?}");
        window.key(Modifiers::NONE, Key::Num3);
        assert!(filters(&window).starts_with(&in_grid[..5]), "{size:?}: {:?}", filters(&window));
        let heads = egui::Rect::from_min_max(egui::pos2(48.0, 88.0), egui::pos2(size[0] * 0.55, 166.0));
        let told = window.painted(heads);
        for words in ["quoted", "partly quoted", "paraphrased", "not found", "Statement"] {
            let one = told.iter().find(|one| one.words == words).unwrap_or_else(|| panic!("{words}: {told:?}"));
            assert!(!one.is_cut, "{one:?}");
            let over =
                told.iter().find(|other| other.words != one.words && other.rect.shrink(2.0).intersects(one.rect));
            assert!(over.is_none(), "{one:?} under {over:?}");
        }
    }
}

#[test]
fn the_signs_of_a_column_stand_below_each_other() {
    for size in [[1024.0, 768.0], [1440.0, 900.0]] {
        let (picked, paths) = (Picked::Cancelled, sample("lindmoor-fares"));
        let mut window = Window::with(picked, Pasted::default(), paths, size, egui::Theme::Light);
        window.key(Modifiers::NONE, Key::Num3);
        let mut columns: BTreeMap<i32, BTreeSet<i32>> = BTreeMap::new();
        let is_sign = |words: &str| ["“ ”", "‹“›", "~", "∅"].contains(&words);
        let cells = window.harness.query_all_by(|node| node.role() == egui::Role::Cell);
        let cells: Vec<egui::Rect> = cells.map(|cell| cell.rect()).collect();
        for sign in window.texts().into_iter().filter(|one| is_sign(&one.words)) {
            let Some(cell) = cells.iter().find(|cell| cell.contains(sign.rect.center())) else { continue };
            columns.entry(cell.left() as i32).or_default().insert(sign.rect.center().x.round() as i32);
        }
        assert!(
            columns.len() > 2
                && columns.values().all(|places| { places.last().unwrap() - places.first().unwrap() <= 1 }),
            "{columns:?} at {size:?}"
        );
    }
}

#[test]
fn the_number_of_the_chosen_statement_stands_at_both_ends_of_its_line() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num3);
    let readings: Vec<usize> =
        window.app().sheet().events[0].rows.iter().map(collation::sheet::SheetRow::readings).collect();
    for (at, _) in readings.iter().enumerate().take(9).filter(|(_, readings)| **readings > 1) {
        let number = (at + 1).to_string();
        window.click(&format!("Statement {number}: "));
        let chart = window.rect("Order of telling: where each article has each statement");
        let found: Vec<_> = window.painted(chart).into_iter().filter(|one| one.words == number).collect();
        assert_eq!(found.len(), 2, "{number}: {found:?}");
        assert!((found[0].rect.center().x - found[1].rect.center().x).abs() > 60.0, "{number}: {found:?}");
        let others = window.painted(chart).into_iter().filter(|one| one.words.parse::<usize>().is_ok());
        let others: Vec<_> = others.filter(|one| one.words != number).collect();
        for mine in &found {
            let over = others.iter().find(|other| other.rect.shrink(2.5).intersects(mine.rect.shrink(2.5)));
            assert!(over.is_none(), "{mine:?} under {over:?}");
        }
    }
}

#[test]
fn the_line_of_the_chosen_statement_goes_past_outlets_that_lack_it_in_dashes() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num3);
    let rows = window.app().sheet().events[0].rows.clone();
    let accent = parallax::theme::LIGHT.accent;
    let mut seen = [0, 0];
    for row in rows.iter().take(9).filter(|row| row.readings() > 1) {
        window.click(&format!("Statement {}: ", row.number));
        let chart = window.rect("Order of telling: where each article has each statement");
        let has: Vec<usize> = (0..row.cells.len()).filter(|&column| row.cells[column].is_some()).collect();
        let has_gap = has.windows(2).any(|pair| pair[1] > pair[0] + 1);
        let mut corners: Vec<f32> =
            window.corners(accent).into_iter().filter(|at| chart.contains(*at)).map(|at| at.x).collect();
        corners.sort_by(f32::total_cmp);
        // The ends of ticks and lines lie at both edges of a bar, those of dashes between the bars.
        let places = 1 + corners.windows(2).filter(|pair| pair[1] - pair[0] > 3.0).count();
        if has_gap {
            assert!(places > 2 * has.len() + 6, "{}: {places} {corners:?}", row.number);
        } else {
            assert_eq!(places, 2 * has.len(), "{}: {corners:?}", row.number);
        }
        seen[usize::from(has_gap)] += 1;
    }
    assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
}

#[test]
fn long_titles_have_two_lines_beside_many_articles() {
    let mut window = super::fitting::opening("lindmoor-fares", [1440.0, 900.0]);
    window.key(Modifiers::NONE, Key::Num3);
    let rows = window.app().sheet().events[0].rows.clone();
    let long = rows.iter().take(8).filter(|row| row.title.chars().count() > 34).count();
    let painted = window.texts();
    let titles: Vec<_> = painted.iter().filter(|one| one.rect.left() > 224.0 && one.lines.len() == 2).collect();
    let told = |one: &&&super::harness::Painted| {
        let words = one.words.trim_end_matches('…');
        rows.iter().any(|row| row.title.starts_with(words))
    };
    assert!(long > 2 && titles.iter().filter(told).count() >= long, "{long}: {titles:?}");
}

#[test]
fn a_button_in_the_heads_is_there_only_where_articles_are_hidden_and_moves_none_of_them() {
    let mut lines = [0, 0];
    for width in (560..900).step_by(20) {
        let size = [width as f32, 700.0];
        let mut window = super::fitting::opening("lindmoor-fares", size);
        window.key(Modifiers::NONE, Key::Num3);
        let articles = &window.app().sheet().articles;
        let names: Vec<&str> = articles.iter().map(|article| article.witness.name()).collect();
        let heads = window.painted(egui::Rect::from_min_max(egui::pos2(200.0, 88.0), egui::pos2(size[0], 190.0)));
        let first = heads.iter().filter(|one| names.contains(&one.words.as_str()));
        let top = first.map(|one| one.rect.center().y).fold(f32::INFINITY, f32::min);
        assert!(top < 88.0 + 28.0, "{width}: no line above the heads: {heads:?}");
        let says = heads.iter().any(|one| one.words.ends_with(" →"));
        lines[usize::from(says)] += 1;
        let right = heads.iter().filter(|one| names.contains(&one.words.as_str())).count();
        assert!(says || right == names.len(), "{width}: every article is in sight");
    }
    assert!(lines.iter().all(|count| *count > 2), "{lines:?}");
}

#[test]
fn a_cell_under_the_pointer_shows_it_be_it_found_or_not() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num3);
    let hover = parallax::theme::LIGHT.hover;
    for words in [", statement 1, ", ", statement 5: not found"] {
        let rect = window.names(words).first().map(|name| window.rect(name)).unwrap();
        window.harness.event(egui::Event::PointerMoved(rect.center()));
        (0..3).for_each(|_| window.step());
        let is_shown = window.rects(hover).iter().any(|shown| shown.contains_rect(rect.shrink(2.0)));
        assert!(is_shown && window.rects(hover).iter().all(|shown| shown.width() < 200.0), "{words}: {rect:?}");
    }
}
