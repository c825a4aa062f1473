//! Even gaps and steady places: what stands below each other is as far apart everywhere, nothing lies over words, and
//! nothing jumps when something else is turned.

use egui::{Key, Modifiers, Rect, pos2};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::corrections::{choose, event};
use super::fitting::opening;
use super::harness::{Painted, Window, sample};
use super::small::sized;

/// What the inspector of a window of 1440 points paints, from its top on.
fn inspector(window: &Window) -> Vec<Painted> {
    let mut painted = window.painted(Rect::from_min_max(pos2(1153.0, 48.0), pos2(1440.0, 830.0)));
    painted.sort_by(|one, other| one.rect.top().total_cmp(&other.rect.top()));
    painted
}

#[test]
fn titles_of_the_inspector_have_one_face_and_even_gaps() {
    let mut seen = [0; 2];
    for folder in ["lindmoor-fares", "halden-bridge"] {
        let mut window = Window::opening(sample(folder));
        for row in event(&window).rows.clone().into_iter().take(24) {
            window.key(Modifiers::NONE, Key::ArrowDown);
            let painted = inspector(&window);
            let head = painted.iter().position(|one| one.words == format!("Statement {}", row.number)).unwrap();
            let below: Vec<&Painted> = painted[head + 1..].iter().collect();
            let title = below[0];
            let line = title.rect.height() / title.lines.len() as f32;
            assert!((line - 22.0).abs() < 0.5, "another face: {title:?}");
            assert!((title.rect.top() - 88.0).abs() < 1.0, "another gap above: {title:?}");
            let last = below.iter().position(|one| one.words.contains(" of ") && one.words.contains("in ")).unwrap();
            for pair in below[..=last].windows(2) {
                let gap = pair[1].rect.top() - pair[0].rect.bottom();
                assert!((3.5..=6.5).contains(&gap), "a gap of {gap} between {pair:?}");
            }
            seen[usize::from(last > 1)] += 1;
        }
    }
    assert!(seen.iter().all(|seen| *seen > 0), "{seen:?}");
}

#[test]
fn articles_of_the_list_are_evenly_apart_however_long_their_headlines_are() {
    let folder = tempfile::tempdir().unwrap();
    let titles =
        ["Bridge shut", "Harbour authority shuts the old bridge for weeks", "Shut", "No date for the bridge yet"];
    let mut paths = Vec::new();
    for (at, title) in titles.iter().enumerate() {
        let path = folder.path().join(format!("{at}.txt"));
        std::fs::write(&path, format!("{title}\n\nThe old bridge was closed on Tuesday, the authority said.\n"))
            .unwrap();
        paths.push(path);
    }
    let window = Window::opening(paths);
    let mut painted = window.painted(Rect::from_min_max(pos2(40.0, 84.0), pos2(224.0, 540.0)));
    painted.sort_by(|one, other| one.rect.top().total_cmp(&other.rect.top()));
    let names = painted.iter().enumerate().filter(|(at, one)| *at > 0 && one.words.starts_with("Article "));
    let gaps: Vec<f32> = names.map(|(at, one)| one.rect.top() - painted[at - 1].rect.bottom()).collect();
    assert_eq!(gaps.len(), 3, "{painted:?}");
    assert!(gaps.iter().all(|gap| (gap - gaps[0]).abs() < 1.0), "{gaps:?}");
}

#[test]
fn headings_of_the_keys_are_evenly_apart() {
    let mut window = opening("halden-bridge", [1440.0, 1400.0]);
    window.key(Modifiers::NONE, Key::F1);
    let dialog = window.painted(Rect::from_min_max(pos2(260.0, 220.0), pos2(1180.0, 1390.0)));
    let headings = ["Correcting", "Articles and projects", "What is shown", "Window and help"];
    let heading = |one: &&Painted| headings.contains(&one.words.as_str());
    let mut gaps = Vec::new();
    for one in dialog.iter().filter(heading) {
        // Keys, and what they do behind them.
        let is_at = |other: &Painted, indent: f32| (other.rect.left() - one.rect.left() - indent).abs() < 1.0;
        let column = dialog.iter().filter(|other| is_at(other, 0.0) || is_at(other, 140.0));
        let (above, below): (Vec<&Painted>, Vec<&Painted>) =
            column.filter(|other| other.words != one.words).partition(|other| other.rect.top() < one.rect.top());
        let above = above.iter().map(|other| one.rect.top() - other.rect.bottom()).fold(f32::INFINITY, f32::min);
        let below = below
            .iter()
            .filter(|other| is_at(other, 0.0))
            .map(|other| other.rect.top() - one.rect.bottom())
            .fold(f32::INFINITY, f32::min);
        if above < 200.0 {
            gaps.push((one.words.clone(), above, below));
        }
    }
    assert!(gaps.len() > 1, "{gaps:?}");
    let even = |gap: &(String, f32, f32)| (gap.1 - gaps[0].1).abs() < 1.0 && (gap.2 - gaps[0].2).abs() < 1.0;
    assert!(gaps.iter().all(even), "{gaps:?}");
    let first = dialog.iter().find(|one| one.words == "Going about").map(|one| one.rect).unwrap();
    let is_key = |one: &&Painted| one.rect.top() > first.top() && (one.rect.left() - first.left()).abs() < 1.0;
    let line = dialog.iter().filter(is_key).map(|one| one.rect.top());
    let below = line.fold(f32::INFINITY, f32::min) - first.bottom();
    assert!((below - gaps[0].2).abs() < 1.0, "{below} and {gaps:?}");
}

#[test]
fn what_went_wrong_lies_over_nothing_of_the_first_screen() {
    let paths = (1..4).map(|at| format!("/nowhere/{at}.txt").into()).collect();
    let size = [1024.0, 700.0];
    let window = Window::with(Picked::Cancelled, Pasted::default(), paths, size, egui::Theme::Light);
    let head = window.texts().into_iter().find(|one| one.words == "3 things did not work").expect("the box").rect;
    let meanings = ["How to read the marks", "shared", "reworded", "only here", "quote altered"];
    for meaning in meanings {
        let found = window.texts().into_iter().find(|one| one.words == meaning);
        let rect = found.unwrap_or_else(|| panic!("{meaning} is gone")).rect;
        assert!(rect.bottom() < head.top() - 8.0, "{meaning} lies under it: {rect:?} {head:?}");
    }
}

#[test]
fn the_bar_above_the_table_keeps_its_places_whatever_text_is_shown() {
    for (size, tools) in [([1440.0, 900.0], true), ([1280.0, 800.0], false), ([1024.0, 768.0], true)] {
        let mut window = Window::with(Picked::Cancelled, Pasted::default(), Vec::new(), size, egui::Theme::Light);
        window.click("Try the sample to begin");
        if !tools {
            window.key(Modifiers::COMMAND, Key::B);
        }
        let mut places = Vec::new();
        for density in ["Full text", "Differences", "Swaps only"] {
            let bar = window.painted(Rect::from_min_max(pos2(40.0, 49.0), pos2(size[0], 87.0)));
            let words: Vec<&str> = bar.iter().map(|one| one.words.as_str()).collect();
            let names = words.iter().filter(|words| **words == density).count();
            assert_eq!(names, if density == "Differences" { 2 } else { 1 }, "the button has its word: {words:?}");
            let all = ["All", "Differences", "Cut", "Only one outlet", "Needs a look", "Quoted", "Numbers differ"];
            let chips = all.map(|name| words.contains(&name) && window.harness.query_by_label(name).is_some());
            let left_out = event(&window).rows.iter().any(|row| row.has(collation::contrast::ContrastKind::Voice));
            if left_out && !chips[5] {
                assert!(words.iter().any(|words| words.starts_with('+')), "what is left out is counted: {words:?}");
            }
            let others = bar.iter().filter(|one| one.rect.right() < window.rect("Text shown in cells").left());
            places.push(others.map(|one| (one.words.clone(), one.rect)).collect::<Vec<_>>());
            window.key(Modifiers::NONE, Key::D);
        }
        assert!(places.iter().all(|place| *place == places[0]), "something jumps at {size:?}: {places:#?}");
    }
}

#[test]
fn differences_cut_every_passage_of_a_compared_row_alike() {
    use collation::variation::RunKind;
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::D);
    let mut seen = 0;
    for row in event(&window).rows.clone().into_iter().filter(|row| row.readings() > 1 && row.contrasts.is_empty()) {
        for (column, cell) in row.cells.iter().enumerate() {
            let Some(cell) = cell.as_ref().filter(|cell| cell.passages.len() == 1) else { continue };
            if cell.runs.iter().any(|run| run.kind != RunKind::Shared) {
                continue;
            }
            choose(&mut window, &row, column);
            if window.app().view().is_folded(&row) {
                window.key(Modifiers::NONE, Key::Space);
            }
            let text = super::corrections::passage(&window, &row, column);
            let words: Vec<&str> = text.split_whitespace().collect();
            if words.len() < 8 {
                continue;
            }
            let (whole, begin) = (words.join(" "), words[..4].join(" "));
            let is_it = |one: &Painted, words: &str| one.words.starts_with(words) && one.words.contains('…');
            let band = |one: &Painted| one.rect.height() < 22.0 && one.words.starts_with(&row.title);
            let texts = window.texts();
            assert!(texts.iter().all(|one| !one.words.contains(&whole) || band(one)), "{whole} is whole");
            assert!(texts.iter().any(|one| is_it(one, &begin)), "its first words stand for it: {begin}");
            seen += 1;
        }
    }
    assert!(seen > 1, "{seen}");
}

#[test]
fn the_head_of_the_last_column_in_sight_is_read_beside_the_button_for_the_next() {
    for (folder, size) in [("lindmoor-fares", [1440.0, 900.0]), ("halden-bridge", [720.0, 450.0])] {
        let window = opening(folder, size);
        let button = window.rect(" more →: ");
        let head = Rect::from_min_max(pos2(button.right() - 150.0, 88.0), pos2(button.right(), 140.0));
        let below = window.texts().into_iter().filter(|one| one.rect.intersects(head) && one.words.contains("2026"));
        let below: Vec<Painted> = below.collect();
        assert!(!below.is_empty(), "the date is gone at {size:?}");
        for one in below {
            assert!(!one.is_cut && !one.rect.intersects(button), "{one:?} {button:?}");
        }
    }
}

#[test]
fn totals_and_counts_of_coverage_are_reached_in_a_low_window() {
    let mut window = sized([720.0, 450.0]);
    window.key(Modifiers::NONE, Key::Num3);
    window.key(Modifiers::NONE, Key::End);
    let painted = window.texts();
    let heads = ["Capital Ledger", "Maren Courier", "Northline", "Sundvakten"];
    let whole = |name: &&str| painted.iter().any(|one| one.words == **name && !one.is_cut);
    assert!(heads.iter().all(whole), "names of outlets are cut");
    let all = event(&window).rows.len();
    let totals = painted.iter().filter(|one| one.words.ends_with(&format!(" of {all}")) && !one.is_cut).count();
    assert!(totals >= 4, "{totals} totals");
    let counts = painted.iter().filter(|one| one.words.ends_with(" of 4")).count();
    assert!(counts > 2, "{counts} counts");
}

#[test]
fn arrows_take_the_keyboard_with_them() {
    let mut window = Window::opening(sample("halden-bridge"));
    let accent = parallax::theme::tokens(&window.harness.ctx).accent;
    for _ in 0..60 {
        window.key(Modifiers::NONE, Key::Tab);
        if window.focused().contains("statement 2") {
            break;
        }
    }
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowRight, Key::ArrowRight] {
        window.key(Modifiers::NONE, key);
    }
    let table = Rect::from_min_max(pos2(226.0, 140.0), pos2(1140.0, 860.0));
    let frames = window.rects(accent).into_iter().filter(|rect| table.contains_rect(*rect) && rect.height() > 20.0);
    let frames: Vec<Rect> = frames.filter(|rect| rect.width() > 60.0).collect();
    assert_eq!(frames.len(), 1, "one frame says what a key acts on: {frames:?}");
}
