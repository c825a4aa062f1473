//! Words that fit their places: what gives way first where there is little room, and what never does.

use std::collections::BTreeSet;

use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample, words_of};

pub fn opening(folder: &str, size: [f32; 2]) -> Window {
    Window::with(Picked::Cancelled, Pasted::default(), sample(folder), size, egui::Theme::Light)
}

#[test]
fn german_words_of_the_inspector_and_the_filters_keep_their_line_and_their_numbers() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.json"), "{\"language\": \"de\"}").unwrap();
    let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
    let (picked, paths, size) = (Picked::Cancelled, sample("lindmoor-fares"), [1440.0, 900.0]);
    let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    let rejects = window.texts().into_iter().find(|one| one.words == "Ablehnen…").unwrap().rect;
    let pins = window.texts().into_iter().find(|one| one.words == "Fixieren").unwrap().rect;
    assert!((rejects.center().y - pins.center().y).abs() < 1.0 && rejects.right() < 1440.0, "{pins:?} {rejects:?}");
    let bar = Rect::from_min_max(egui::pos2(224.0, 48.0), egui::pos2(1152.0, 88.0));
    let numbers = window.painted(bar).iter().filter(|one| one.words.parse::<usize>().is_ok()).count();
    assert!(numbers >= 5, "{:?}", window.painted(bar));
}

#[test]
fn the_sign_of_class_mode_is_whole_in_a_small_window_and_the_state_beside_it_gives_way() {
    let folder = tempfile::tempdir().unwrap();
    let settings = "{\"language\": \"de\"}";
    std::fs::write(folder.path().join("settings.json"), settings).unwrap();
    let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
    // 1024 × 768 pixels, enlarged to 175 %.
    let (picked, paths, size) = (Picked::Cancelled, sample("lindmoor-fares"), [585.0, 439.0]);
    let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
    (0..3).for_each(|_| window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H));
    let texts = window.texts();
    let begins =
        |words: &str| texts.iter().find(|one| one.words.starts_with(words)).unwrap_or_else(|| panic!("{words}"));
    let sign = begins("Unterrichtsmodus: ");
    assert!(!sign.is_cut && sign.rect.right() <= size[0] - 16.0, "{sign:?}");
    let count = window.app().sheet().events[0].rows.len();
    let state = begins(&format!("{count} Aussagen"));
    assert!(state.rect.right() < sign.rect.left(), "{state:?} {sign:?}");
}

#[test]
fn a_narrow_band_shortens_its_signs_before_it_leaves_out_the_speaker() {
    let mut window = opening("lindmoor-fares", [900.0, 600.0]);
    let rows = window.app().sheet().events[0].rows.clone();
    let mut seen = [0, 0];
    for row in &rows {
        window.key(Modifiers::NONE, Key::ArrowDown);
        let band = window.painted(window.rect(&format!("Statement {}: ", row.number)));
        let is_said = |words: &str| band.iter().any(|one| one.words == words);
        let Some(speaker) = &row.speaker else { continue };
        let has_words = ["cut", "voice", "verb", "placed differently"].iter().any(|words| is_said(words));
        let is_title_cut = !is_said(&row.title);
        assert!(!is_said(speaker) || !is_title_cut, "statement {}: {band:?}", row.number);
        seen[0] += usize::from(is_said(speaker) && !has_words && !row.is_lone());
        seen[1] += usize::from(!is_said(speaker) && has_words && !is_title_cut);
    }
    assert!(seen[0] > 0, "some have their speaker beside bare signs");
    assert!(seen[0] > seen[1], "{seen:?}");
}

#[test]
fn heads_of_coverage_have_one_size() {
    for size in [[1440.0, 900.0], [1024.0, 768.0], [900.0, 600.0]] {
        let mut window = opening("lindmoor-fares", size);
        window.key(Modifiers::NONE, Key::Num3);
        let articles = &window.app().sheet().articles;
        let names: Vec<&str> = articles.iter().map(|article| article.witness.name()).collect();
        let heads = Rect::from_min_max(egui::pos2(260.0, 88.0), egui::pos2(size[0], 180.0));
        let heads = window.painted(heads).into_iter().filter(|one| names.contains(&one.words.as_str()));
        let lines: Vec<i32> = heads.map(|one| (one.rect.height() / one.lines.len() as f32).round() as i32).collect();
        assert!(lines.len() >= 3 && lines.windows(2).all(|pair| pair[0] == pair[1]), "{lines:?} at {size:?}");
    }
}

#[test]
fn state_and_principle_take_two_lines_of_a_narrow_window() {
    let window = opening("halden-bridge", [640.0, 490.0]);
    let state = window.texts().into_iter().find(|one| one.words.contains(" statements · ")).unwrap();
    let principle = window.texts().into_iter().find(|one| one.words.ends_with("right or why.")).unwrap();
    assert!(principle.lines.len() == 2 && principle.rect.top() < state.rect.center().y, "{principle:?} {state:?}");
    assert!(state.rect.bottom() > 450.0 && principle.rect.bottom() <= 490.0);
}

#[test]
fn the_status_takes_one_line_of_a_wide_window_whatever_it_says() {
    for (language, brief) in [("en", "no verdict"), ("de", "kein Urteil")] {
        for size in [[1024.0, 700.0], [1440.0, 900.0]] {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("settings.json"), format!("{{\"language\": \"{language}\"}}")).unwrap();
            let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
            let (picked, paths) = (Picked::Cancelled, sample("halden-bridge"));
            let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
            let line = |window: &Window| {
                let foot = Rect::from_min_max(egui::pos2(0.0, size[1] - 29.0), egui::pos2(size[0], size[1]));
                let said = window.painted(foot);
                assert!(said.iter().all(|one| one.lines.len() == 1 && !one.is_cut), "{said:?}");
                let end = said.iter().find(|one| one.words.contains(brief) || one.words.ends_with('.'));
                let end = end.unwrap_or_else(|| panic!("the principle is missing: {said:?}"));
                assert!(said.iter().filter(|one| one.words != end.words).all(|one| one.rect.right() < end.rect.left()));
            };
            line(&window);
            let name = window.app().sheet().articles[0].witness.name().to_owned();
            let top = |window: &Window| window.rect(&format!("{name}, ")).top();
            let before = top(&window);
            window.key(Modifiers::NONE, Key::ArrowDown);
            window.key(Modifiers::SHIFT, Key::ArrowDown);
            assert_eq!(window.app().view().selection.rows.len(), 2);
            line(&window);
            assert_eq!(top(&window), before, "{language} at {size:?}");
        }
    }
}

#[test]
fn verbs_of_cells_are_whole_in_the_grid_and_places_in_coverage() {
    let mut told = 0;
    for folder in ["halden-bridge", "lindmoor-fares"] {
        let size = [1440.0, 900.0];
        let mut window = opening(folder, size);
        let grid = Rect::from_min_max(egui::pos2(224.0, 140.0), egui::pos2(1152.0, 870.0));
        for _ in 0..5 {
            let painted = window.painted(grid);
            for one in &painted {
                let is_verb = one.words.chars().all(|letter| letter.is_uppercase() || letter == ' ');
                assert!(!(is_verb && one.is_cut), "{one:?}");
            }
            // A voice keeps its word where it is enough that the place beside it gives up its total.
            for sign in painted.iter().filter(|one| ["~", "“ ”", "‹“›"].contains(&one.words.as_str())) {
                let line = painted.iter().filter(|one| (one.rect.center().y - sign.rect.center().y).abs() < 6.0);
                let line: Vec<_> = line.filter(|one| one.rect.left() >= sign.rect.left()).collect();
                let place = line.iter().filter(|one| one.words.starts_with('¶') || one.words == "headline");
                let Some(place) = place.min_by(|a, b| a.rect.left().total_cmp(&b.rect.left())) else { continue };
                let has_word = line.iter().any(|one| {
                    ["paraphrased", "quoted", "partly"].contains(&one.words.as_str())
                        && one.rect.right() < place.rect.left()
                });
                told += usize::from(has_word && !place.words.contains(" of "));
            }
            window.key(Modifiers::NONE, Key::PageDown);
        }
        window.key(Modifiers::NONE, Key::Num3);
        window.key(Modifiers::NONE, Key::Home);
        let cells = window.painted(Rect::from_min_max(egui::pos2(560.0, 170.0), egui::pos2(1152.0, 600.0)));
        assert!(cells.iter().all(|one| !one.is_cut), "{:?}", cells.iter().find(|one| one.is_cut));
    }
    assert!(told > 0, "no place gives up its total");
}

#[test]
fn reasons_stand_on_one_line_with_what_they_are() {
    let mut window = opening("lindmoor-fares", [1440.0, 900.0]);
    let labels = ["speaker", "words", "names", "numbers", "verbatim"];
    let mut seen = 0;
    for _ in 0..8 {
        window.key(Modifiers::NONE, Key::ArrowDown);
        let inspector = window.painted(Rect::from_min_max(egui::pos2(1152.0, 80.0), egui::pos2(1440.0, 820.0)));
        for label in inspector.iter().filter(|one| labels.contains(&one.words.as_str())) {
            let line = |one: &&super::harness::Painted| {
                one.rect.left() > label.rect.right() && (one.rect.top() - label.rect.top()).abs() < 8.0
            };
            let value = inspector.iter().find(line).unwrap_or_else(|| panic!("nothing beside {label:?}"));
            let height = value.rect.height() / value.lines.len() as f32;
            assert_eq!((label.rect.top(), label.rect.height()), (value.rect.top(), height), "{label:?} {value:?}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn what_the_rail_says_of_an_article_stays_clear_of_its_bar() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for number in 0..9 {
        let said = format!("The old bridge was closed on Tuesday, officer {number} of the harbour authority said. ");
        let text = format!(
            "Outlet: Wrangel Wednesday Post\nDate: 2026-09-2{number}\n\nThe bridge is shut\n\n{}",
            said.repeat(100)
        );
        let path = folder.path().join(format!("{number}.txt"));
        std::fs::write(&path, text).unwrap();
        paths.push(path);
    }
    let window = Window::with(Picked::Cancelled, Pasted::default(), paths, [1440.0, 900.0], egui::Theme::Light);
    let lines = window.painted(Rect::from_min_max(egui::pos2(0.0, 80.0), egui::pos2(224.0, 900.0)));
    let lines: Vec<_> = lines.iter().filter(|one| one.words.ends_with(" words")).collect();
    assert!(lines.len() > 2, "{lines:?}");
    for one in lines {
        assert!(one.rect.right() < 212.0 && !one.is_cut && one.words.contains(" 2026 · 1,"), "{one:?}");
    }
}

#[test]
fn the_box_of_a_pasted_article_is_whole_however_long_the_text_is() {
    let pasted = Pasted { html: None, text: Some("The bridge is shut.\n".repeat(80)) };
    let mut window = Window::with(Picked::Cancelled, pasted, Vec::new(), [1440.0, 900.0], egui::Theme::Light);
    window.click("Paste…");
    let border = parallax::theme::tokens(&window.harness.ctx).ctl_line;
    let (label, add) = (window.rect("Article"), window.harness.get_by_label("Add article").rect());
    let boxes = window.whole_rects(border);
    let is_whole =
        |rect: &&Rect| rect.top() >= label.bottom() - 2.0 && rect.bottom() < add.top() && rect.height() > 200.0;
    assert!(boxes.iter().any(|rect| is_whole(&rect)), "{boxes:?} between {label:?} and {add:?}");
}

/// The hollow cells in sight with their names: none at the foot, where a message may lie over the rows.
fn hollow_cells(window: &Window) -> Vec<(String, Rect)> {
    let is_hollow = |words: &str| words.contains("not found") || words.contains("nicht gefunden");
    let cells = window.harness.query_all_by(|node| node.role() == egui::Role::Cell && is_hollow(&words_of(node)));
    let cells = cells.map(|node| (words_of(&node.accesskit_node()), node.rect()));
    let foot = window.harness.ctx.content_rect().bottom() - 110.0;
    cells.filter(|(_, rect)| rect.height() > 46.0 && rect.top() + 46.0 < foot).collect()
}

/// The boxes that are filled in a cell.
fn boxes_in(window: &Window, cell: Rect) -> Vec<Rect> {
    let ground = parallax::theme::tokens(&window.harness.ctx).window;
    window.whole_rects(ground).into_iter().filter(|rect| cell.contains_rect(*rect)).collect()
}

#[test]
fn a_hollow_cell_says_one_thing_in_a_low_box_as_wide_as_its_inside() {
    for language in ["en", "de"] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.json"), format!("{{\"language\": \"{language}\"}}")).unwrap();
        for (size, name) in [([1440.0, 900.0], "halden-bridge"), ([1024.0, 768.0], "lindmoor-fares")] {
            let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
            let (picked, paths) = (Picked::Cancelled, sample(name));
            let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
            let (mut seen, mut heights) = (0, BTreeSet::new());
            for _ in 0..3 {
                window.key(Modifiers::NONE, Key::PageDown);
                for (name, cell) in hollow_cells(&window) {
                    let [around] = boxes_in(&window, cell)[..] else { continue };
                    seen += 1;
                    let inside = cell.x_range().shrink(6.0);
                    let is_wide = (around.left() - inside.min).abs() < 1.1 && (around.right() - inside.max).abs() < 1.1;
                    assert!(is_wide, "{name}: {around:?} in {cell:?}");
                    let mut said = window.painted(around);
                    said.retain(|one| !one.words.is_empty());
                    for one in &said {
                        assert!(!one.is_cut && around.contains_rect(one.rect.shrink(1.0)), "{one:?} in {around:?}");
                    }
                    let words: Vec<&str> = said.iter().map(|one| one.words.as_str()).collect();
                    let leads =
                        words.concat().starts_with(if language == "en" { "see statement " } else { "siehe Aussage " });
                    let is_one = match language {
                        "en" => words == ["not found", "nearest passage…"],
                        _ => words == ["nicht gefunden", "nächstliegende Textstelle…"],
                    };
                    assert!(is_one || leads && words.len() == 1, "{name}: {words:?}");
                    // Two lines are for words that have no room in one.
                    let wanted = said.iter().map(|one| one.rect.width()).sum::<f32>()
                        + 8.0 * said.len().saturating_sub(1) as f32;
                    let lines = if wanted <= cell.width() - 48.0 { 1 } else { 2 };
                    assert!((around.height() - (6.0 + 18.0 * lines as f32)).abs() < 1.1, "{words:?} in {around:?}");
                    if is_one {
                        heights.insert(lines);
                    }
                }
            }
            assert!(seen > 4 && heights.len() == 1, "{seen} in {language}, {name}, of {heights:?} lines");
            let nearest = if language == "en" { "Nearest passage in " } else { "Nächstliegende Textstelle in " };
            let names = window.app().sheet().articles.iter().map(|article| article.witness.name().to_owned());
            assert!(names.filter(|name| window.has(&format!("{nearest}{name} "))).count() > 0, "links have the name");
        }
    }
}

#[test]
fn a_hollow_cell_keeps_its_box_where_it_is_chosen_and_tints_it_alone_under_the_pointer() {
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        let (picked, paths) = (Picked::Cancelled, sample("lindmoor-fares"));
        let mut window = Window::with(picked, Pasted::default(), paths, [1440.0, 900.0], theme);
        let point = |window: &mut Window, to: egui::Pos2| {
            window.harness.event(egui::Event::PointerMoved(to));
            window.settle();
        };
        let has_box = |window: &Window, cell: Rect| !boxes_in(window, cell).is_empty();
        let tinted = |window: &Window, cell: Rect| {
            let hover = parallax::theme::tokens(&window.harness.ctx).hover;
            let tints = window.rects(hover).into_iter().filter(|rect| cell.contains_rect(*rect)).collect::<Vec<_>>();
            !tints.is_empty() && tints.iter().all(|tint| tint.height() < 50.0)
        };
        let cells = hollow_cells(&window);
        let (name, cell) = cells.iter().find(|(name, _)| !name.contains("; ")).cloned().expect("one without a passage");
        let mates: Vec<Rect> =
            cells.iter().map(|it| it.1).filter(|it| it.top() == cell.top() && it.left() != cell.left()).collect();
        assert!(has_box(&window, cell), "{name} at rest");
        point(&mut window, cell.center_bottom() - egui::vec2(0.0, 8.0));
        assert!(tinted(&window, cell), "{name} under the pointer");
        assert!(mates.iter().all(|&mate| has_box(&window, mate)), "others in its row");
        let link = window.painted(cell).into_iter().find(|one| one.words == "nearest passage…").expect("its link").rect;
        point(&mut window, link.center());
        assert!(tinted(&window, cell), "{name} with the pointer on its link");
        point(&mut window, egui::pos2(600.0, 20.0));
        assert!(has_box(&window, cell), "{name} at rest again");
        window.click(&name);
        point(&mut window, egui::pos2(600.0, 20.0));
        let row = hollow_cells(&window).into_iter().map(|it| it.1);
        let row: Vec<Rect> = row.filter(|it| it.top() == window.rect(&name).top()).collect();
        let is_told = |cell: &Rect| window.painted(*cell).iter().any(|one| one.words == "not found");
        assert!(!row.is_empty() && row.iter().all(|&cell| has_box(&window, cell)), "{name}, chosen");
        assert!(row.iter().all(is_told), "the words stay");
        assert!(hollow_cells(&window).iter().any(|it| has_box(&window, it.1)), "other rows keep theirs");
    }
}

#[test]
fn a_table_that_fits_has_no_strip_for_a_scroll_bar() {
    let mut window = opening("halden-bridge", [1440.0, 1200.0]);
    let right = |window: &Window| {
        let heads = window.app().sheet().articles.iter().map(|article| article.witness.name().to_owned());
        let rects = heads.map(|name| window.rect(&format!("{name}, column ")).right());
        rects.fold(0.0, f32::max)
    };
    let edge = 1440.0 - 288.0;
    assert!((right(&window) - (edge - 10.0)).abs() < 1.0, "a long table has one: {}", right(&window));
    for chip in ["Cut", "All"] {
        window.click(chip);
        assert!((right(&window) - (edge - 10.0)).abs() < 1.0, "a filter moves no column: {}", right(&window));
    }
    let mut window = opening("halden-bridge", [1440.0, 20000.0]);
    for _ in 0..8 {
        assert!((right(&window) - edge).abs() < 1.0, "a short one has none: {}", right(&window));
        window.step();
    }
}

#[test]
fn a_chip_that_is_turned_moves_no_other() {
    for size in [[1440.0, 900.0], [1024.0, 768.0]] {
        let mut window = opening("halden-bridge", size);
        let chips = ["All", "Differences", "Cut", "Only one outlet", "Needs a look"];
        let places = |window: &Window| chips.map(|name| window.harness.get_by_label(name).rect());
        let before = places(&window);
        for name in ["Differences", "Needs a look", "All"] {
            window.harness.get_by_label(name).click();
            window.settle();
            assert_eq!(places(&window), before, "{name} at {size:?}");
        }
    }
}

#[test]
fn titles_are_cut_between_words_and_their_whole_is_told_on_request() {
    let mut cut = 0;
    for (folder, size) in [("lindmoor-fares", [1440.0, 900.0]), ("halden-bridge", [1024.0, 768.0])] {
        let mut window = opening(folder, size);
        for view in [Key::Num1, Key::Num3] {
            window.key(Modifiers::NONE, view);
            let rows = window.app().sheet().events[0].rows.clone();
            for row in rows {
                let begin = format!("Statement {}: ", row.number);
                let Some(name) = window.names(&begin).into_iter().next() else { continue };
                let rect = window.rect(&name);
                if rect.height() < 20.0 {
                    continue;
                }
                let first = row.title.split(' ').next().unwrap().to_owned();
                let texts = window.painted(rect);
                let Some(title) = texts.iter().find(|one| one.words.starts_with(&first)) else { continue };
                assert!(!title.is_cut, "{title:?}");
                if title.words == row.title {
                    continue;
                }
                cut += 1;
                let kept = title.words.strip_suffix('…').expect("the dots stand behind the last word");
                let rest = row.title.strip_prefix(kept).expect("the first words of the title");
                assert!(!kept.ends_with(' ') && !rest.starts_with(char::is_alphanumeric), "{kept:?} {rest:?}");
                let at = rect.left_center() + egui::vec2(120.0, 0.0);
                window.harness.event(egui::Event::PointerMoved(at));
                (0..4).for_each(|_| window.step());
                std::thread::sleep(std::time::Duration::from_millis(600));
                (0..4).for_each(|_| window.step());
                let told: Vec<String> = window.texts().into_iter().map(|one| one.words).collect();
                assert!(told.contains(&row.title), "{} in {told:?}", row.title);
                break;
            }
        }
    }
    assert!(cut > 0, "no title is cut");
}

#[test]
fn the_sentence_that_a_title_was_shortened_from_stands_in_the_inspector() {
    let mut seen = 0;
    for folder in ["lindmoor-fares", "halden-bridge"] {
        let mut window = opening(folder, [1440.0, 2000.0]);
        let rows = window.app().sheet().events[0].rows.clone();
        for row in rows {
            window.key(Modifiers::NONE, Key::ArrowDown);
            let Some((column, span)) = row.titled.filter(|_| row.title.ends_with('…')) else { continue };
            let article = &window.app().sheet().articles[window.app().sheet().events[0].members[column]];
            let cell = row.cells[column].as_ref().unwrap();
            let passage = cell.passages.iter().find(|passage| passage.span.overlaps(span)).unwrap();
            let words: Vec<&str> = article.witness.text.slice(passage.span).split_whitespace().collect();
            let words = words.join(" ");
            let inspector = Rect::from_min_max(egui::pos2(1152.0, 48.0), egui::pos2(1440.0, 2000.0));
            let is_there = window.painted(inspector).iter().any(|one| one.words == words);
            assert!(is_there, "{words} in {:?}", window.painted(inspector));
            seen += 1;
        }
    }
    assert!(seen > 0, "no title of the sample is shortened");
}
