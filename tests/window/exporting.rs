//! Files and copies of the table, in every form, by the names of the controls alone.

use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use parallax::app::ExportFormat;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::corrections::{choose, event, shared_row};
use super::harness::{Window, sample};

#[test]
fn every_format_is_written_where_the_reader_says_and_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for format in ExportFormat::ALL {
        let path = folder.path().join(format!("table-{format:?}.{}", format.extension()));
        let picked = Picked::Files(vec![path.clone()]);
        let size = [1440.0, 900.0];
        let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light);
        window.key(Modifiers::COMMAND, Key::E);
        window.click(format.label());
        let bytes = std::fs::read(&path).unwrap_or_default();
        // A code book without tags is short; everything else has the articles in it.
        assert!(bytes.len() > if format == ExportFormat::Qdc { 40 } else { 200 }, "{}", format.label());
        let words = String::from_utf8_lossy(&bytes);
        assert!(!words.contains(env!("CARGO_MANIFEST_DIR")), "{} names folders", format.label());
        let told = format!("Exported {}", path.file_name().unwrap().to_string_lossy());
        assert!(window.has_said(&told), "{:?}", window.app().messages());
        // Marks, and kinds of differences where a format can tell no more of them, go when they are switched off.
        window.click("Copy menu");
        window.click("With difference marks");
        window.key(Modifiers::NONE, Key::Escape);
        window.key(Modifiers::COMMAND, Key::E);
        window.harness.get_by_label(format.label()).click();
        window.settle();
        let bore_marks = std::fs::read(&path).unwrap() != bytes;
        let is_without =
            matches!(format, ExportFormat::CsvStatements | ExportFormat::Tsv | ExportFormat::Json | ExportFormat::Ris);
        assert_eq!(bore_marks, !is_without, "{}", format.label());
    }
}

#[test]
fn exports_and_copies_bear_the_marks_that_the_window_draws() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.html");
    let picked = Picked::Files(vec![path.clone()]);
    let size = [1440.0, 900.0];
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::A);
    let told = |window: &mut Window| {
        window.key(Modifiers::COMMAND, Key::E);
        window.click("HTML report");
        window.copy(true);
        (std::fs::read_to_string(&path).unwrap(), window.clipboard.copied().html)
    };
    let has = |page: &str, class: &str| page.contains(&format!("<span class=\"{class}\">"));
    let (page, first) = told(&mut window);
    assert!(["reworded", "only-here", "cut"].iter().all(|class| has(&page, class)) && !has(&page, "name"));
    window.click("Mark reworded");
    window.click("Mark name");
    let (page, second) = told(&mut window);
    assert!(has(&page, "only-here") && has(&page, "name") && !has(&page, "reworded"));
    assert_ne!(first, second, "copies have the same");
    window.click("Mark name");
    window.click("Mark reworded");
    // Class mode: outlets, then marks.
    for _ in 0..2 {
        window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    }
    let (page, third) = told(&mut window);
    assert!(["reworded", "only-here", "cut", "name"].iter().all(|class| !has(&page, class)), "{page}");
    assert_ne!(first, third);
}

#[test]
fn an_export_in_class_mode_says_where_passages_name_an_outlet() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.html");
    let picked = Picked::Files(vec![path.clone()]);
    let size = [1440.0, 900.0];
    let mut window = Window::with(picked, Pasted::default(), sample("lindmoor-fares"), size, egui::Theme::Light);
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    window.key(Modifiers::COMMAND, Key::E);
    window.click("HTML report");
    assert!(
        window.has_said("Exported table.html; passages are verbatim, and some name an outlet"),
        "{:?}",
        window.app().messages()
    );
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("Article B") && !page.contains("Daily Lantern"), "heads and titles say letters");
}

#[test]
fn what_can_not_be_written_is_told_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").unwrap();
    let picked = Picked::Files(vec![file.join("table.html")]);
    let size = [1440.0, 900.0];
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::E);
    window.click("HTML report");
    let told = window.app().messages().join(" ");
    assert!(!told.contains("Exported") && told.contains("table.html"), "{told}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "no folder");
}

#[test]
fn an_export_that_is_cancelled_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("long.txt");
    let story: String = (1..100_000).map(|day| format!("The quay was painted on day {day}.\n\n")).collect();
    std::fs::write(&article, story).unwrap();
    let target = folder.path().join("table.docx");
    let picked = Picked::Files(vec![target.clone()]);
    let size = [1440.0, 900.0];
    let mut window = Window::with(picked, Pasted::default(), vec![article], size, egui::Theme::Light);
    let begin = |window: &mut Window| {
        window.key(Modifiers::COMMAND, Key::E);
        window.harness.get_by_label(ExportFormat::Docx.label()).click();
        // The click, and the answer of the picker.
        (0..3).for_each(|_| window.step());
        Instant::now()
    };
    let began = begin(&mut window);
    window.settle();
    assert!(window.has_said("Exported table.docx") && target.exists(), "{:?}", window.app().messages());
    let whole = began.elapsed();
    std::fs::remove_file(&target).unwrap();
    let began = begin(&mut window);
    while !window.has("Cancel the work in progress") {
        assert!(
            window.app().is_busy() && began.elapsed() < Duration::from_mins(1),
            "nothing to cancel after {whole:?}"
        );
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
    window.harness.get_by_label("Cancel the work in progress").click();
    (0..3).for_each(|_| window.step());
    assert!(window.has_said("Stopped") && !window.app().is_busy());
    // The writing thread hears of it only when it has the bytes.
    std::thread::sleep(whole * 2);
    window.step();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["long.txt"]);
}

#[test]
fn a_table_whose_comparison_was_cancelled_says_so_and_is_compared_on_request() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("table.txt");
    let long = folder.path().join("long.txt");
    let story: String =
        (1..20_000).map(|day| format!("“The quay was painted on day {day},” the mayor said.\n\n")).collect();
    std::fs::write(&long, story).unwrap();
    let size = [1440.0, 900.0];
    let picked = Picked::Files(vec![target.clone()]);
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light);
    let rows = event(&window).rows.len();
    window.harness.input_mut().dropped_files.push(std::sync::Arc::new(super::files::Dropped(long)));
    let began = Instant::now();
    while window.app().project().articles().len() == 4 || !window.has("Cancel the work in progress") {
        assert!(began.elapsed() < Duration::from_mins(1), "nothing to cancel");
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
    window.click("Cancel the work in progress");
    assert!(window.has("Out of date") && window.has("The comparison was stopped"), "{:?}", window.app().messages());
    assert_eq!((event(&window).rows.len(), window.app().sheet().articles.len()), (rows, 4));
    window.key(Modifiers::COMMAND, Key::E);
    window.click(ExportFormat::Text.label());
    assert!(std::fs::read_to_string(&target).unwrap().contains("out of date, without what was changed last"));
    window.key(Modifiers::COMMAND, Key::A);
    window.copy(true);
    assert!(window.clipboard.copied().plain.contains("out of date"));
    let table = egui::Rect::from_min_max(egui::pos2(300.0, 320.0), egui::pos2(1000.0, 700.0));
    for view in [Key::Num3, Key::Num2, Key::Num1] {
        window.key(Modifiers::NONE, view);
        let opacity = window.opacity(table);
        assert!((0.5..0.7).contains(&opacity), "{view:?} is dimmed: {opacity}");
    }
    window.harness.get_by_label("Compare").click();
    window.settle();
    for view in [Key::Num3, Key::Num2, Key::Num1] {
        window.key(Modifiers::NONE, view);
        assert!(window.opacity(table) > 0.99, "{view:?} is not");
    }
    assert_eq!(window.app().sheet().articles.len(), 5);
    assert!(!window.has("Out of date") && !window.has("The comparison was stopped"));
}

#[test]
fn rows_are_copied_as_markdown_for_spreadsheets_and_as_citations() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, column, _) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    let mut copied = |entry: &str| {
        window.click("Copy menu");
        window.click(entry);
        let clip = window.clipboard.copied();
        (clip.plain, clip.html, window.app().messages().join(" "))
    };
    let (markdown, html, told) = copied("Copy rows as Markdown");
    assert!(markdown.contains("\n|") && html.is_empty() && told.contains("Copied 1 statement"), "{markdown} {told}");
    let (tsv, _, _) = copied("Copy rows for a spreadsheet");
    assert!(tsv.lines().any(|line| line.matches('\t').count() >= 4), "{tsv}");
    let (citations, _, told) = copied("Copy citations");
    assert_eq!(citations.lines().count(), 4, "{citations}");
    assert!(told.contains("Copied 4 citations"), "{told}");
    let (whole, html, told) = copied("Copy whole table");
    assert!(html.contains("<table") && told.contains(" statements of 4 articles"), "{told}");
    assert!(whole.len() > tsv.len());
    let (_, marked, _) = copied("Copy rows as a table");
    window.click("Copy menu");
    window.click("With difference marks");
    window.key(Modifiers::NONE, Key::Escape);
    window.click("Copy menu");
    window.click("Copy rows as a table");
    let plain = window.clipboard.copied().html;
    assert!(marked.len() > plain.len(), "marks are in the table until they are switched off: {marked}");
}

#[test]
fn copies_name_the_filter_and_the_columns_that_are_hidden() {
    let mut window = Window::opening(sample("halden-bridge"));
    let hidden = window.app().sheet().articles[event(&window).members[3]].witness.name().to_owned();
    window.harness.get_by_label_contains("Article D, ").focus();
    window.harness.run_steps(2);
    window.right_click("Article D, ");
    window.click("Hide column");
    window.click("Filter menu");
    window.click("Quoted · ");
    window.key(Modifiers::COMMAND, Key::A);
    window.copy(true);
    let copied = window.clipboard.copied();
    assert!(copied.plain.contains("Quoted"), "{}", copied.plain);
    assert!(copied.plain.contains(&hidden), "the hidden column is named: {}", copied.plain);
}

use egui_kittest::kittest::Queryable;

#[test]
fn an_export_has_the_shown_event_or_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.txt");
    let picked = Picked::Files(vec![path.clone()]);
    let mut window = Window::with(picked, Pasted::default(), Vec::new(), [1440.0, 900.0], egui::Theme::Light);
    window.click("Try the sample to begin");
    let outlets = |window: &Window| -> Vec<String> {
        window.app().sheet().articles.iter().map(|article| article.witness.name().to_owned()).collect()
    };
    for (choice, all) in [("This event", false), ("All 3 events", true)] {
        window.key(Modifiers::COMMAND, Key::E);
        window.click(choice);
        window.click(ExportFormat::Text.label());
        let text = std::fs::read_to_string(&path).unwrap();
        let named = outlets(&window).into_iter().filter(|outlet| text.contains(outlet.as_str())).count();
        let here = event(&window).members.len();
        assert_eq!(named, if all { outlets(&window).len() } else { here }, "{choice}");
    }
}
