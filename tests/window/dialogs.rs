//! Dialogs about articles and the event: properties and ledgers.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

#[test]
fn properties_are_corrected_in_one_step_and_undone() {
    let mut window = Window::opening(sample("halden-bridge"));
    let articles = |window: &Window| -> Vec<(Option<String>, Option<String>)> {
        let metas = window.app().sheet().articles.iter().map(|article| &article.witness.meta);
        metas.map(|meta| (meta.outlet.clone(), meta.byline.clone())).collect()
    };
    let before = articles(&window);
    window.harness.get_by_label_contains("Article B, ").focus();
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.has("Original statement"), "Enter opens the properties");
    window.type_into("Byline", " and Ada Holm");
    window.click("Original statement");
    window.click("Save");
    let after = articles(&window);
    let changed: Vec<usize> = (0..after.len()).filter(|&at| after[at] != before[at]).collect();
    assert_eq!(changed, [1], "one article is another: {after:?}");
    assert!(after[1].1.as_deref().unwrap().ends_with(" and Ada Holm"));
    let base = |window: &Window| {
        let event = &window.app().sheet().events[0];
        event.members[event.base]
    };
    assert_eq!(base(&window), 1, "an original statement becomes the base");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!((articles(&window), base(&window)), (before, 0), "one undo takes all of it back");
}

#[test]
fn a_date_and_a_language_that_cannot_be_read_are_not_taken() {
    let mut window = Window::opening(sample("halden-bridge"));
    let meta = |window: &Window| window.app().sheet().articles[1].witness.meta.clone();
    let (before, events) = (meta(&window), window.app().sheet().events.len());
    window.harness.get_by_label_contains("Article B, ").focus();
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    window.harness.get_by_label("Date").focus();
    window.key(Modifiers::COMMAND, Key::A);
    window.type_into("Date", "yesterday");
    window.type_into("Language", "klingon");
    assert!(window.has("No date that can be read") && window.has("No code of a language"));
    window.click("Save");
    assert_eq!(meta(&window), before, "the button waits until both can be read");
    for _ in 0..7 {
        window.harness.get_by_label("Language").focus();
        window.key(Modifiers::NONE, Key::Backspace);
    }
    window.harness.get_by_label("Date").focus();
    window.key(Modifiers::COMMAND, Key::A);
    window.type_into("Date", "15 October 2026");
    window.click("Save");
    assert_eq!(meta(&window).published.as_deref(), Some("2026-10-15"));
    assert_eq!(window.app().sheet().events.len(), events);
}

#[test]
fn an_article_is_read_anew_with_another_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    let text = "Bridge shut\n\nThe caf\u{e9} by the bridge stays open, the harbour authority said on Tuesday.\n";
    let bytes: Vec<u8> = text.chars().map(|c| c as u8).collect();
    std::fs::write(&path, bytes).unwrap();
    let mut window = Window::opening(vec![path]);
    let of = |window: &Window| {
        let witness = std::sync::Arc::clone(&window.app().sheet().articles[0].witness);
        (witness.text.as_str().to_owned(), witness.encoding.clone().unwrap_or_default())
    };
    let (before, encoding) = of(&window);
    assert!(before.contains("caf\u{e9}"), "{before}");
    window.harness.get_by_label_contains("Article A, Bridge shut").focus();
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    window.click(&format!("Encoding: {encoding}"));
    window.harness.get_by_label("windows-1251").click();
    window.settle();
    window.click("Save");
    let (after, encoding) = of(&window);
    assert_eq!(encoding, "windows-1251");
    assert!(after.contains("caf\u{439}"), "{after}");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(of(&window).0, before);
}

#[test]
fn ledgers_count_by_outlet_lead_to_the_passage_and_are_copied() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::COMMAND, Key::L);
    let outlet = window.app().sheet().articles[0].witness.name().to_owned();
    let said = format!("say: said, {outlet}: ");
    assert!(window.has(&said), "no count of {said}");
    window.click("Copy as table");
    let copied = window.clipboard.copied();
    assert!(copied.plain.starts_with("Class\tVerb\tA "), "{}", copied.plain);
    assert!(copied.html.starts_with("<table"));
    window.click("Speakers");
    assert!(window.has(" quoted words, "));
    window.click("Names and labels");
    window.click("Reporting verbs");
    window.click(&said);
    window.click("Go to “");
    assert!(!window.has("Copy as table"), "the dialog is closed");
    let view = window.app().view();
    assert_eq!(view.selection.column, Some(0));
    let (row, places) = view.lit.clone().expect("the place is lit");
    assert_eq!(Some(row), view.selection.current);
    let text = &window.app().sheet().articles[0].witness.text;
    assert_eq!(text.slice(places[0].1), "said");
}

#[test]
fn help_has_every_command_and_every_mark() {
    let mut window =
        Window::with(Picked::Cancelled, Pasted::default(), Vec::new(), [1440.0, 900.0], egui::Theme::Light);
    window.key(Modifiers::NONE, Key::F1);
    let ctx = window.harness.ctx.clone();
    for command in parallax::command::Command::ALL {
        if let Some(keys) = command.all_keys(&ctx) {
            assert!(window.has(&format!("{keys}: {}", command.tooltip())), "{command:?} is missing");
        }
    }
    window.click("Marks and their rules");
    let rule = parallax::method::account(parallax::marks::Mark::Reworded).rule;
    for mark in parallax::marks::Mark::ALL {
        assert!(window.has(parallax::panels::legend::explanation(mark)), "{mark:?} is missing");
        assert!(window.has(&format!("Details of “{}”", mark.name())), "{mark:?} has no details");
    }
    assert!(!window.has(&rule), "two sentences at first");
    window.click("Details of “Reworded”");
    assert!(window.has(&rule));
    window.key(Modifiers::NONE, Key::F1);
    assert!(!window.has("Marks and their rules"), "the same key closes it");
}

#[test]
fn an_article_without_an_outlet_is_called_by_its_letter_and_asks_for_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, headline: &str, words: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, format!("{headline}\n\n{words}\n")).unwrap();
        path
    };
    let said = "The old bridge was closed on Tuesday, the harbour authority said.";
    let first = write("a.txt", "Bridge shut", said);
    let second = write("b.txt", "Ferries wait", &format!("{said} Two ferries will sail from the northern pier."));
    let mut window = Window::opening(vec![first, second]);
    assert!(window.has("Article A, column A") && window.has("Article B, column B"), "{:?}", window.names("column"));
    assert!(window.has("Article A, statement 2: not found") || window.has("Article A, statement 3: not found"));
    window.click("Name the outlet of Bridge shut");
    window.harness.run_steps(2);
    window.harness.get_by_label("Outlet").type_text("Hill Courier");
    window.settle();
    window.click("Save");
    assert!(window.has("Hill Courier, column A"), "{:?}", window.names("column"));
    assert!(!window.has("Name the outlet of Bridge shut") && window.has("Name the outlet of Ferries wait"));
}

#[test]
fn the_ledgers_keep_their_place_and_size_whatever_is_chosen_in_them() {
    for (size, least) in [([1440.0, 900.0], 400.0), ([640.0, 480.0], 170.0), ([480.0, 300.0], 40.0)] {
        let paths = sample("lindmoor-fares");
        let mut window = Window::with(Picked::Cancelled, Pasted::default(), paths, size, egui::Theme::Light);
        window.key(Modifiers::COMMAND, Key::L);
        window.settle();
        let outlet = window.app().sheet().articles[0].witness.name().to_owned();
        let said = format!("say, {outlet}: ");
        // The words of the chosen tab are bolder, by which the others move a hair.
        let places = |window: &Window| {
            let names = ["Reporting verbs", "Names and labels", "Close"];
            names.map(|name| window.harness.get_by_label(name).rect().min.to_vec2().floor().to_pos2())
        };
        let is_same = |a: [egui::Pos2; 3], b: [egui::Pos2; 3]| a.iter().zip(b).all(|(a, b)| a.distance(b) < 4.0);
        let (before, cell) = (places(&window), window.rect(&said));
        let table = window.rect("Choose a figure").top() - window.rect("Reporting verbs").bottom();
        assert!(table > least, "room for the table at {size:?}: {table}");
        window.click(&said);
        assert!(window.has("Go to “"), "its places are listed at {size:?}");
        assert_eq!((places(&window), window.rect(&said)), (before, cell), "nothing moves at {size:?}");
        for tab in ["Speakers", "Names and labels", "Reporting verbs"] {
            window.click(tab);
            assert!(is_same(places(&window), before), "{tab} at {size:?}: {:?} and {before:?}", places(&window));
        }
        for place in before {
            assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, size.into()).contains(place), "{place:?}");
        }
    }
}

#[test]
fn the_table_of_a_ledger_has_the_height_of_the_window_until_a_figure_is_chosen_and_that_stays_in_sight() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    window.key(Modifiers::COMMAND, Key::L);
    window.settle();
    let tabs = window.harness.get_by_label("Reporting verbs").rect();
    let (hint, close) = (window.rect("Choose a figure"), window.harness.get_by_label("Close").rect());
    assert!(close.top() - hint.bottom() < 40.0, "room is left blank between {hint:?} and {close:?}");
    // The lowest figure that is in sight.
    let outlets: Vec<String> =
        window.app().sheet().articles.iter().map(|article| format!(", {}: ", article.witness.name())).collect();
    let cells = window.names(", ").into_iter().filter(|name| outlets.iter().any(|outlet| name.contains(outlet)));
    let in_sight =
        cells.filter(|name| window.rect(name).bottom() < hint.top() && window.rect(name).top() > tabs.bottom());
    let lowest = in_sight.max_by(|a, b| window.rect(a).top().total_cmp(&window.rect(b).top())).expect("figures");
    let before = window.rect(&lowest);
    assert!(before.bottom() > 600.0, "{lowest}: {before:?}");
    window.click_at(before.center());
    (0..60).for_each(|_| window.step());
    let places = window.rect("Go to “");
    let now = window.rect(&lowest);
    assert!(now.top() > tabs.bottom() && now.bottom() < places.top(), "{lowest} at {now:?}, its places at {places:?}");
}

/// Turns the wheel at a place.
fn wheel(window: &mut Window, at: egui::Pos2, delta: egui::Vec2) {
    window.harness.event(egui::Event::PointerMoved(at));
    window.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    (0..60).for_each(|_| window.step());
}

#[test]
fn outlets_stay_above_the_figures_and_places_have_the_room_that_a_short_table_leaves() {
    for size in [[1440.0, 900.0], [640.0, 420.0], [640.0, 360.0]] {
        let paths = sample("lindmoor-fares");
        let mut window = Window::with(Picked::Cancelled, Pasted::default(), paths, size, egui::Theme::Light);
        window.key(Modifiers::COMMAND, Key::L);
        window.settle();
        let name = window.app().sheet().articles[0].witness.name().to_owned();
        let top = window.harness.get_by_label("Reporting verbs").rect().bottom();
        let table = egui::Rect::from_min_max(egui::pos2(20.0, top), egui::pos2(size[0] - 20.0, top + 80.0));
        let head = |window: &Window| {
            let painted = window.painted(table);
            painted.iter().find(|one| one.words == name).unwrap_or_else(|| panic!("{name} at {size:?}")).rect
        };
        let (before, verb) = (head(&window), window.rect(&format!("say: said, say, {name}: ")));
        wheel(&mut window, before.center() + egui::vec2(0.0, 40.0), egui::vec2(0.0, -200.0));
        assert_eq!(head(&window), before, "at {size:?}");
        assert!(
            window.rect(&format!("say: said, say, {name}: ")).top() < verb.top(),
            "the lines are scrolled at {size:?}"
        );
        window.click("Speakers");
        let hint = window.rect("Choose a figure");
        let cells = window.names(", ").into_iter().filter(|words| words.contains(&name) && words.contains(": "));
        let lowest = cells.map(|cell| window.rect(&cell).bottom()).fold(0.0, f32::max);
        assert!(size[1] < 800.0 || hint.top() - lowest < 160.0, "{hint:?} far below {lowest}");
    }
}

#[test]
fn the_ledgers_of_many_outlets_take_the_width_of_the_window_and_go_on_sideways() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    window.key(Modifiers::COMMAND, Key::L);
    window.settle();
    let close = window.harness.get_by_label("Close").rect();
    assert!(close.right() > 1350.0, "a wide window is used: {close:?}");
    window.harness.set_size(egui::vec2(700.0, 600.0));
    window.settle();
    window.click("Speakers");
    let (tabs, close) = (window.harness.get_by_label("Speakers").rect(), window.harness.get_by_label("Close").rect());
    let inside = egui::Rect::from_min_max(egui::pos2(0.0, tabs.top()), close.max);
    let last = window.app().sheet().articles.last().unwrap().witness.name().to_owned();
    let shows = |window: &Window| window.painted(inside).iter().any(|one| one.words == last && !one.is_cut);
    assert!(!shows(&window), "there is no room for {last}");
    let label =
        |window: &Window| window.painted(inside).iter().find(|one| one.words == "Dara Quill").map(|one| one.rect);
    let before = label(&window).expect("the first column is there");
    wheel(&mut window, inside.center() - egui::vec2(0.0, 80.0), egui::vec2(-3000.0, 0.0));
    assert!(shows(&window), "{last} is reached");
    assert_eq!(label(&window), Some(before), "who is quoted stays beside it");
}

#[test]
fn the_lines_of_a_ledger_are_as_long_as_that_of_its_head_and_no_german_figure_is_cut() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.json"), "{\"language\": \"de\"}").unwrap();
    for (size, sample_of) in [([1440.0, 900.0], "halden-bridge"), ([1280.0, 800.0], "lindmoor-fares")] {
        let folders = Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
        let (picked, paths) = (Picked::Cancelled, sample(sample_of));
        let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
        window.key(Modifiers::COMMAND, Key::L);
        window.settle();
        let tab = window.harness.get_by_label("Sprecher").rect();
        let line = parallax::theme::tokens(&window.harness.ctx).line;
        let lines: Vec<egui::Rect> = window
            .rects(line)
            .into_iter()
            .filter(|rect| rect.height() < 2.0 && rect.width() > 600.0 && rect.top() > tab.bottom())
            .collect();
        // The head's is drawn last; what lies under the dialog begins elsewhere.
        let head = lines.last().expect("the head has a line");
        let others = lines.iter().filter(|rect| (rect.left() - head.left()).abs() < 1.0);
        assert!(others.clone().count() > 3, "{lines:?}");
        assert!(others.into_iter().all(|rect| (rect.right() - head.right()).abs() < 1.0), "{lines:?}");
        window.click("Sprecher");
        let figures: Vec<_> = window.texts().into_iter().filter(|one| one.words.ends_with(" Wörter")).collect();
        let counts: Vec<_> = figures.iter().filter(|one| one.words.contains("zitiert")).collect();
        assert!(!counts.is_empty());
        for one in counts {
            assert!(!one.is_cut && one.rect.right() <= one.clip.right(), "{one:?} in {:?}", one.clip);
        }
    }
}

#[test]
fn a_moment_is_shown_as_it_is_typed_and_stays_exact() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.html");
    let page = "<html><head><title>Bridge shut</title><meta property=\"article:published_time\" content=\"2026-10-13T19:20:07+02:00\">\
        </head><body><article><h1>Bridge shut</h1><p>The old bridge was closed on Tuesday, the harbour authority said.</p>\
        <p>Two ferries will sail from the northern pier until the bridge can be used again.</p></article></body></html>";
    std::fs::write(&path, page).unwrap();
    let mut window = Window::opening(vec![path]);
    let published = |window: &Window| window.app().sheet().articles[0].witness.meta.published.clone();
    let exact = Some("2026-10-13T19:20:07+02:00".to_owned());
    assert_eq!(published(&window), exact);
    let open = |window: &mut Window| {
        window.harness.get_by_label_contains("Article A, Bridge shut").focus();
        window.harness.run_steps(2);
        window.key(Modifiers::NONE, Key::Enter);
    };
    open(&mut window);
    let shown = window.texts().iter().any(|one| one.words == "2026-10-13 19:20 +02:00");
    assert!(shown, "{:?}", window.texts().iter().map(|one| one.words.clone()).collect::<Vec<_>>());
    window.type_into("Byline", "Ada Holm");
    window.click("Save");
    assert_eq!(published(&window), exact, "what was not touched is as exact as before");
    open(&mut window);
    window.harness.get_by_label("Date").focus();
    window.key(Modifiers::COMMAND, Key::A);
    window.type_into("Date", "2026-10-14 08:05 +02:00");
    window.click("Save");
    assert_eq!(published(&window).as_deref(), Some("2026-10-14T08:05:00+02:00"));
}
