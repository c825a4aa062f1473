//! Small windows: the inspector comes over the table when it is asked for, the main filters and tools stay.

use egui::{Key, Modifiers, Rect, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::fitting::opening;
use super::harness::{Window, sample, words_of};

/// A window with the bridge in it.
pub fn sized(size: [f32; 2]) -> Window {
    Window::with(Picked::Cancelled, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light)
}

#[test]
fn a_narrow_window_shows_the_inspector_over_the_table_when_asked() {
    let mut window = sized([900.0, 600.0]);
    let is_shown = |window: &Window| window.has("Close inspector");
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert!(!is_shown(&window), "a selection alone does not cover the table");
    window.key(Modifiers::NONE, Key::I);
    assert!(is_shown(&window));
    let close = window.rect("Close inspector");
    assert!(close.right() <= 900.0 && close.left() > 600.0, "{close:?}");
    let (selection, button) = (window.app().view().selection.clone(), close.center());
    window.click_at(button + egui::vec2(-120.0, 200.0));
    assert_eq!(window.app().view().selection, selection, "what lies under it is not clicked");
    window.click_at(button);
    assert!(!is_shown(&window), "its button closes it");
    window.key(Modifiers::NONE, Key::I);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!is_shown(&window), "so does Esc");
    for _ in 0..20 {
        if !window.has("Nearest passage in") {
            window.key(Modifiers::NONE, Key::ArrowDown);
        }
    }
    window.click("Nearest passage in");
    assert!(is_shown(&window), "the nearest passage is in it");
    window.key(Modifiers::NONE, Key::I);
    window.key(Modifiers::NONE, Key::T);
    assert!(is_shown(&window), "so are tags");
}

#[test]
fn a_narrow_window_leaves_the_choice_for_wide_ones_alone() {
    let mut window = sized([900.0, 600.0]);
    let beside = window.app().view().inspector_open;
    window.key(Modifiers::NONE, Key::I);
    assert_eq!(window.app().view().inspector_open, beside);
}

/// The controls of the bar on top, from left to right.
fn bar(window: &Window) -> Vec<(String, Rect)> {
    let is_control = |role| matches!(role, Role::Button | Role::Tab | Role::TextInput);
    let nodes = window.harness.query_all_by(|node| is_control(node.role()));
    let mut found: Vec<(String, Rect)> = nodes
        .map(|node| (words_of(&node.accesskit_node()), node.rect()))
        .filter(|(_, rect)| rect.top() < 40.0)
        .collect();
    found.sort_by(|a, b| a.1.left().total_cmp(&b.1.left()));
    found
}

#[test]
fn no_two_controls_of_the_top_bar_lie_over_each_other_at_any_size() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["en", "de"] {
        std::fs::write(folder.path().join("settings.json"), format!("{{\"language\": \"{language}\"}}")).unwrap();
        let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
        let (picked, paths) = (Picked::Cancelled, sample("halden-bridge"));
        let size = [1440.0, 900.0];
        let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
        for is_searching in [false, true] {
            if is_searching {
                window.key(Modifiers::COMMAND, Key::F);
                let field = if language == "de" { "In Artikeln suchen" } else { "Find in all articles" };
                window.harness.get_by_label(field).type_text("bridge");
                window.settle();
            }
            for [width, height] in [[900.0, 600.0], [1024.0, 768.0], [1280.0, 800.0], [1440.0, 900.0], [1920.0, 1080.0]]
            {
                for zoom in [0.5, 0.8, 1.0, 1.1, 1.2, 1.3, 1.5, 1.7, 2.0, 2.5, 3.0] {
                    // Enlarged, a window has so many points less.
                    let size = egui::vec2(width / zoom, height / zoom);
                    window.harness.set_size(size);
                    (0..3).for_each(|_| window.step());
                    let bar = bar(&window);
                    let what = format!("{language}, {width} × {height} at {zoom}, searching: {is_searching}: {bar:#?}");
                    assert!(bar.len() >= 3, "{what}");
                    assert!(bar[0].1.left() >= 0.0 && bar.last().unwrap().1.right() <= size.x, "{what}");
                    for pair in bar.windows(2) {
                        assert!(pair[0].1.right() <= pair[1].1.left(), "{} and {}: {what}", pair[0].0, pair[1].0);
                    }
                }
            }
        }
    }
}

#[test]
fn what_the_top_bar_has_no_room_for_is_in_the_menu() {
    let mut window = sized([300.0, 200.0]);
    for name in ["Copy menu", "Export", "Open articles"] {
        assert!(!window.has(name), "{:?}", bar(&window));
    }
    window.click("Menu");
    for name in ["Open articles", "Paste", "Export", "Copy"] {
        assert!(window.has(name), "{name} is nowhere");
    }
    window.key(Modifiers::NONE, Key::Escape);
    window.click("View: Grid");
    window.click("Coverage");
    assert!(window.has("View: Coverage"));
}

#[test]
fn a_low_rail_leaves_its_room_to_the_articles() {
    let folder = tempfile::tempdir().unwrap();
    let paths = (0..40).map(|at| {
        let path = folder.path().join(format!("{at}.txt"));
        let told =
            format!("Bridge {at} shut\n\nThe bridge was closed on Tuesday, the harbour authority of pier {at} said.\n");
        std::fs::write(&path, told).unwrap();
        path
    });
    let (picked, paths, size) = (Picked::Cancelled, paths.collect(), [900.0, 600.0]);
    let mut window = Window::with(picked, Pasted::default(), paths, size, egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::B);
    let unfold = window.rect("Unfold the legend");
    assert!(unfold.bottom() <= 600.0 && unfold.top() > 400.0, "{unfold:?}");
    assert!(!window.has("Mark name differs"));
    window.click("Unfold the legend");
    let title = window.rect("Fold the legend");
    assert!(window.has("Mark reworded") && title.top() > 200.0, "the articles keep their share: {title:?}");
    window.click("Fold the legend");
    assert!(!window.has("Mark reworded"));
    window.harness.set_size(egui::vec2(1440.0, 900.0));
    window.settle();
    window.click("Unfold the legend");
    assert!(window.has("Mark name differs"), "where there is room it is whole");
}

#[test]
fn the_main_filters_and_the_tool_for_linking_stay() {
    for (size, main) in [([1440.0, 900.0], 5), ([1280.0, 800.0], 5), ([900.0, 600.0], 5), ([853.0, 533.0], 4)] {
        let mut window = sized(size);
        for view in [Key::Num1, Key::Num3] {
            window.key(Modifiers::NONE, view);
            let chips = ["All", "Differences", "Cut", "Only one outlet", "Needs a look", "Quoted"];
            let shown = chips.map(|name| window.harness.query_by_label(name).is_some());
            let kept = shown.iter().take_while(|shown| **shown).count();
            assert!(kept >= main, "{kept} chips at {size:?} in {view:?}");
            assert!(shown.iter().skip(kept).all(|shown| !shown), "one is left out before a lesser: {shown:?}");
            window.click("Filter");
            for name in chips {
                assert!(window.has(&format!("{name} · ")), "{name} is in the menu");
            }
            window.key(Modifiers::NONE, Key::Escape);
        }
        window.key(Modifiers::NONE, Key::Num2);
        let tool = window.rect("Link by hand");
        assert!(tool.right() <= size[0] && tool.width() > 20.0, "{tool:?} at {size:?}");
    }
}

#[test]
fn columns_out_of_sight_are_counted_at_their_side_and_a_click_or_a_key_brings_them() {
    let mut window = sized([900.0, 600.0]);
    let head = |window: &Window, sigil: &str| window.rect(&format!(", column {sigil}"));
    let (more, before) = (" more →: ", "← ");
    assert!(window.has(&format!("1{more}Sundvakten")) && !window.has(before), "{:?}", window.names("more"));
    let button = window.rect(more).shrink(1.0);
    let under: Vec<String> =
        window.texts().into_iter().filter(|text| text.rect.intersects(button)).map(|text| text.words).collect();
    assert_eq!(under, ["1 more →"], "no words lie under it");
    window.click(more);
    assert!(!window.has(more) && window.has("← 1 more: Maren Courier"), "{:?}", window.names("more"));
    let last = head(&window, "D");
    assert!(last.width() > 200.0 && last.right() <= 900.0, "{last:?}");
    window.click(before);
    assert!(window.has(more) && !window.has(before), "{:?}", window.names("more"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    for _ in 0..4 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    assert!(head(&window, "D").width() > 200.0, "the chosen cell is in sight");
    for _ in 0..2 {
        window.key(Modifiers::NONE, Key::ArrowLeft);
    }
    assert!(head(&window, "B").width() > 200.0);
}

#[test]
fn columns_begin_and_end_whole_when_the_table_gets_another_width() {
    let size = [1024.0, 768.0];
    let mut window = opening("lindmoor-fares", size);
    window.click(" more →: ");
    // The list of articles comes and goes.
    for _ in 0..2 {
        window.key(Modifiers::COMMAND, Key::B);
        (0..3).for_each(|_| window.step());
        assert!(window.has("← "), "what was scrolled to is still first: {:?}", window.names("more"));
        let heads: Vec<Rect> = window.names(", column ").iter().map(|name| window.rect(name)).collect();
        // Whole columns may leave a point or two over.
        let heads: Vec<Rect> = heads.into_iter().filter(|head| head.width() > 3.0).collect();
        let is_whole = |head: &Rect| (head.width() - heads[0].width()).abs() < 3.0 && head.right() <= size[0];
        assert!(heads.len() > 2 && heads.iter().all(is_whole), "{heads:?}");
    }
}

/// Scrolls what lies in the middle of the window sideways.
fn scroll_sideways(window: &mut Window, by: f32) {
    let middle = window.harness.ctx.content_rect().center();
    window.harness.event(egui::Event::PointerMoved(middle));
    window.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(-by, 0.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    (0..30).for_each(|_| window.step());
}

#[test]
fn a_column_that_lies_partly_behind_the_base_begins_at_an_edge() {
    let mut window = opening("lindmoor-fares", [1024.0, 768.0]);
    scroll_sideways(&mut window, 60.0);
    let base = window.rect(", column A");
    let behind = window.rect(", column B");
    assert!(behind.left() >= base.right() && behind.width() < base.width() - 30.0, "{base:?} {behind:?}");
    let line = parallax::theme::tokens(&window.harness.ctx).line;
    let edges = window.rects(line).into_iter().filter(|rect| rect.width() < 2.0 && rect.height() > 30.0);
    let edges: Vec<Rect> = edges.filter(|edge| (edge.left() - base.right()).abs() < 1.5).collect();
    assert!(edges.iter().any(|edge| edge.top() < base.bottom()), "in the heads: {edges:?}");
    assert!(edges.iter().any(|edge| edge.top() > base.bottom()), "in the rows: {edges:?}");
}

#[test]
fn what_the_marks_are_and_are_not_is_whole_in_every_window() {
    let folder = tempfile::tempdir().unwrap();
    for (language, end, brief) in [
        ("en", "They do not say who is right or why.", "Found by rules; no verdict"),
        ("de", "wer recht hat oder warum.", "Durch Regeln gefunden, kein Urteil"),
    ] {
        std::fs::write(folder.path().join("settings.json"), format!("{{\"language\": \"{language}\"}}")).unwrap();
        let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
        let (picked, paths, size) = (Picked::Cancelled, sample("halden-bridge"), [1440.0, 900.0]);
        let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
        // A low window has it in short, in one line where that fits; a screen reader has it whole.
        for (size, end) in [
            ([1440.0, 900.0], end),
            ([640.0, 480.0], end),
            ([753.0, 423.0], brief),
            ([640.0, 360.0], brief),
            ([427.0, 240.0], brief),
        ] {
            window.harness.set_size(size.into());
            window.settle();
            let words = window.texts().into_iter().find(|one| one.words.ends_with(end));
            let words = words.unwrap_or_else(|| panic!("{language} at {size:?}"));
            assert!(!words.is_cut && words.clip.expand(0.5).contains_rect(words.rect), "{words:?} at {size:?}");
            assert!(size[0] < 600.0 || end != brief || words.rect.top() > size[1] - 28.0, "{words:?} at {size:?}");
        }
    }
}

#[test]
fn a_low_window_gives_its_room_to_statements() {
    for (size, least) in [([753.0, 423.0], 6), ([640.0, 360.0], 4)] {
        let mut window = opening("lindmoor-fares", size);
        window.key(Modifiers::NONE, Key::Num3);
        let rows: Vec<Rect> = (1..20)
            .map(|number| format!("Statement {number}: "))
            .filter(|name| window.has(name))
            .map(|name| window.rect(&name))
            .filter(|rect| rect.height() > 30.0)
            .collect();
        assert!(rows.len() >= least, "{} at {size:?}", rows.len());
        let titles = window.painted(Rect::from_min_max(egui::pos2(90.0, 130.0), egui::pos2(270.0, size[1] - 30.0)));
        assert!(titles.iter().any(|title| title.lines.len() == 2), "long titles have two lines");
        window.key(Modifiers::NONE, Key::Num2);
        let letters = window.painted(Rect::from_min_max(egui::pos2(170.0, 50.0), egui::pos2(size[0], 88.0)));
        assert!(letters.iter().all(|one| !one.words.contains('…') && !one.is_cut), "{letters:?}");
        assert!(window.has("+  The Daily Lantern") || window.has("B  The Daily Lantern"), "names are told");
    }
}

#[test]
fn the_rail_follows_to_the_event_that_is_shown() {
    for size in [[1440.0, 600.0], [900.0, 300.0]] {
        let mut window = Window::opening(Vec::new());
        window.click("Try the sample to begin");
        window.harness.set_size(size.into());
        window.settle();
        let rail = Rect::from_min_max(egui::pos2(0.0, 48.0), egui::pos2(300.0, size[1] - 24.0));
        for event in [1, 2, 0] {
            window.key(Modifiers::COMMAND, if event == 0 { Key::PageUp } else { Key::PageDown });
            if event == 0 {
                window.key(Modifiers::COMMAND, Key::PageUp);
            }
            (0..30).for_each(|_| window.step());
            let sheet = window.app().sheet();
            let first = sheet.events[event].members[0];
            let name = format!("Article {}, ", collation::Sigil(first));
            let item = window.rect(&name);
            let is_open = size[0] > 1000.0;
            let middle = egui::pos2(10.0, if is_open { item.top() + 20.0 } else { item.center().y });
            assert!(rail.contains(middle), "{name} at {item:?} of event {event} in {size:?}");
        }
    }
}

#[test]
fn the_inspector_leaves_the_chosen_cell_in_sight() {
    for (size, column) in
        [([900.0, 600.0], 3), ([900.0, 600.0], 0), ([640.0, 480.0], 1), ([640.0, 480.0], 0), ([562.0, 375.0], 2)]
    {
        let mut window = sized(size);
        window.key(Modifiers::NONE, Key::ArrowDown);
        for _ in 0..=column {
            window.key(Modifiers::NONE, Key::ArrowRight);
        }
        window.key(Modifiers::NONE, Key::I);
        (0..5).for_each(|_| window.step());
        let close = window.rect("Close inspector");
        let inspector = Rect::from_min_max(
            egui::pos2(close.right() + 8.0 - 288.0_f32.min((size[0] - 58.0) / 2.0), 100.0),
            egui::pos2(close.right() + 8.0, size[1]),
        );
        let accent = parallax::theme::tokens(&window.harness.ctx).accent;
        let mut outlines = window.rects(accent).into_iter().filter(|rect| rect.width() > 60.0 && rect.height() > 40.0);
        let cell = outlines.next().unwrap_or_else(|| panic!("the chosen cell is out of sight at {size:?}"));
        assert!(cell.width() > 200.0, "{cell:?} at {size:?}");
        let over = cell.intersect(inspector);
        assert!(!over.is_positive() || over.width() < 2.0, "{inspector:?} covers {cell:?} at {size:?}");
    }
}

/// The outline of the chosen cell, as far as it is in sight.
pub fn outline(window: &Window) -> Rect {
    let accent = parallax::theme::tokens(&window.harness.ctx).accent;
    let mut outlines = window.rects(accent).into_iter().filter(|rect| rect.width() > 60.0 && rect.height() > 28.0);
    outlines.next().expect("the chosen cell is out of sight")
}

#[test]
fn filters_have_their_numbers_in_the_grid_as_in_coverage() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.json"), r#"{"language": "de"}"#).unwrap();
    let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
    let (picked, theme) = (Picked::Cancelled, egui::Theme::Light);
    let paths = sample("halden-bridge");
    let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, [1024.0, 768.0], theme);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::I);
    window.settle();
    let bar = Rect::from_min_max(egui::pos2(49.0, 50.0), egui::pos2(1024.0, 88.0));
    let chips = |window: &Window| {
        let painted = window.painted(bar).into_iter().map(|painted| painted.words);
        painted.take_while(|words| words != "Filter" && !words.starts_with('+')).collect::<Vec<_>>()
    };
    let in_grid = chips(&window);
    window.key(Modifiers::NONE, Key::Num3);
    let in_coverage = chips(&window);
    assert!(in_grid.iter().filter(|words| words.parse::<usize>().is_ok()).count() >= 5, "{in_grid:?}");
    assert_eq!(in_grid, in_coverage.get(..in_grid.len()).unwrap_or_default());
}

#[test]
fn the_inspector_has_its_side_whichever_cell_is_chosen() {
    let mut window = sized([640.0, 420.0]);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::I);
    let before = window.rect("Close inspector");
    for view in [Key::Num1, Key::Num3, Key::Num2] {
        window.key(Modifiers::NONE, view);
        for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::ArrowLeft] {
            window.key(Modifiers::NONE, key);
            assert_eq!(window.rect("Close inspector"), before, "{view:?}");
        }
    }
}

#[test]
fn the_chosen_cell_stays_whole_when_the_inspector_comes_and_goes() {
    for row in 3..8 {
        let mut window = sized([1024.0, 768.0]);
        (0..row).for_each(|_| window.key(Modifiers::NONE, Key::ArrowDown));
        window.key(Modifiers::NONE, Key::ArrowRight);
        for _ in 0..2 {
            window.key(Modifiers::NONE, Key::I);
            let cell = outline(&window);
            let texts = window.texts().into_iter().filter(|one| cell.x_range().contains(one.rect.left()));
            let cut: Vec<_> = texts
                .filter(|one| one.rect.top() >= cell.top() && one.rect.top() < cell.bottom())
                .filter(|one| one.rect.bottom() > one.clip.bottom() + 0.5)
                .collect();
            assert!(cell.height() > 50.0 && cut.is_empty(), "statement {row}: {cell:?} {cut:?}");
        }
    }
}

#[test]
fn keys_and_what_they_do_are_whole_in_a_small_window() {
    let mut window = sized([640.0, 420.0]);
    window.key(Modifiers::NONE, Key::F1);
    let inside = Rect::from_min_max(egui::pos2(40.0, 80.0), egui::pos2(600.0, 400.0));
    let painted = window.painted(inside);
    assert!(painted.len() > 8 && painted.iter().all(|one| !one.is_cut), "{painted:#?}");
}

#[test]
fn the_paste_dialog_is_whole_in_a_small_window() {
    for size in [[640.0, 420.0], [640.0, 360.0]] {
        let mut window = sized(size);
        window.key(Modifiers::COMMAND, Key::Comma);
        window.key(Modifiers::NONE, Key::Escape);
        window.harness.event(egui::Event::Paste("A text".to_owned()));
        window.settle();
        let add = window.harness.get_by_label("Cancel").rect();
        let outlet = window.harness.get_by_label("Outlet").rect();
        assert!(outlet.top() > 40.0 && add.bottom() <= size[1] - 20.0, "{outlet:?} {add:?} at {size:?}");
    }
}

#[test]
fn copies_and_exports_stay_in_the_bar_of_the_largest_zoom() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.json"), "{\"language\": \"de\"}").unwrap();
    let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
    let (picked, paths) = (Picked::Cancelled, sample("halden-bridge"));
    // 1440 × 900 at 300 %.
    let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, [480.0, 300.0], egui::Theme::Light);
    window.settle();
    let names: Vec<String> = bar(&window).into_iter().map(|(name, _)| name).collect();
    for wanted in ["Tabelle", "Kopiermenü", "Exportieren"] {
        assert!(names.iter().any(|name| name.contains(wanted)), "{wanted} is not among {names:?}");
    }
}

#[test]
fn the_chosen_statement_stays_in_sight_when_everything_grows() {
    let size = [1024.0, 768.0];
    for steps in [3, 6] {
        let paths = sample("halden-bridge");
        let mut window = Window::with(Picked::Cancelled, Pasted::default(), paths, size, egui::Theme::Light);
        (0..steps).for_each(|_| window.key(Modifiers::NONE, Key::ArrowDown));
        window.key(Modifiers::NONE, Key::I);
        for _ in 0..5 {
            window.key(Modifiers::COMMAND, Key::Plus);
            (0..8).for_each(|_| window.step());
            let zoom = window.harness.ctx.zoom_factor();
            let band = window.rect(&format!("Statement {steps}: "));
            let foot = window.texts().into_iter().find(|one| one.words.contains(" statements · ")).unwrap().rect.top();
            assert!(band.height() > 20.0 && band.bottom() < foot, "{band:?} at {zoom}, above {foot}");
        }
    }
}
