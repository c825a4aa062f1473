//! Opening, selecting, copying: the main job from picked files to the clipboard.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

/// Name of the first cell that holds a passage of `outlet`.
fn first_cell(window: &Window, outlet: &str) -> String {
    let names = window.names(&format!("{outlet}, "));
    let is_cell = |name: &&String| ["quoted", "paraphrased"].iter().any(|voice| name.contains(voice));
    names.iter().find(is_cell).unwrap_or_else(|| panic!("no cell of {outlet} among {names:?}")).clone()
}

#[test]
fn picked_files_become_rows_and_a_cell_is_copied_verbatim() {
    let picked = Picked::Files(sample("halden-bridge"));
    let mut window = Window::with(picked, Pasted::default(), Vec::new(), [1440.0, 900.0], egui::Theme::Light);
    assert!(window.has("No articles yet"));
    window.click("Open articles… to begin");
    assert!(window.has("Article A, "), "the rail lists the articles");
    let shared = window.app().sheet().events[0].rows.iter().filter(|row| !row.is_lone()).count();
    assert!(shared >= 3, "only {shared} statements are shared");
    let outlet = window.app().sheet().articles[0].witness.name().to_owned();
    let cell = first_cell(&window, &outlet);
    window.click(&cell);
    window.copy(false);
    let copied = window.clipboard.copied();
    let selection = &window.app().view().selection;
    let event = &window.app().sheet().events[0];
    let row = event.rows.iter().find(|row| Some(row.anchor) == selection.current).expect("a row is current");
    let article = &window.app().sheet().articles[event.members[selection.column.unwrap()]];
    let passage = row.cells[selection.column.unwrap()].as_ref().unwrap().passages[0];
    let words = article.witness.text.slice(passage.span).trim_matches(['“', '”', '"']).trim();
    assert!(copied.plain.contains(words), "{} does not hold {words}", copied.plain);
    assert!(copied.plain.contains(&outlet), "{} does not name {outlet}", copied.plain);
    assert!(window.app().messages().iter().any(|message| message.starts_with("Copied the passage of")));
}

#[test]
fn selected_rows_are_copied_as_a_table_of_the_shown_columns() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.click("Statement 1:");
    window.click_with("Statement 2:", Modifiers::SHIFT);
    assert_eq!(window.app().view().selection.rows.len(), 2);
    window.copy(true);
    let copied = window.clipboard.copied();
    assert!(copied.html.contains("<table"), "{}", copied.html);
    for article in &window.app().sheet().articles {
        assert!(copied.html.contains(article.witness.name()), "{} is missing", article.witness.name());
    }
    let hidden = window.app().sheet().articles[1].witness.name().to_owned();
    window.harness.get_by_label_contains(&format!("Article B, {hidden}")).hover();
    window.harness.run_steps(2);
    window.click(&format!("Hide column {hidden}"));
    window.copy(true);
    let copied = window.clipboard.copied();
    assert!(
        copied.plain.to_lowercase().contains("hidden") || copied.plain.to_lowercase().contains("left out"),
        "hidden columns are named: {}",
        copied.plain
    );
}

#[test]
fn keys_alone_select_copy_and_change_the_base() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::ArrowRight);
    let selection = window.app().view().selection.clone();
    assert!(selection.current.is_some());
    assert_eq!(selection.column, Some(1));
    assert_eq!(window.app().sheet().events[0].base, 0);
    window.key(Modifiers::NONE, Key::B);
    assert_eq!(window.app().sheet().events[0].base, 1, "B makes the article of the cell the base");
    window.key(Modifiers::COMMAND, Key::A);
    window.copy(true);
    let rows = window.app().sheet().events[0].rows.len();
    assert_eq!(window.app().view().selection.rows.len(), rows);
    assert!(window.clipboard.copied().html.matches("<tr").count() > rows, "every row is in the table");
}

#[test]
fn the_sample_opens_as_three_events_with_a_switcher() {
    let mut window = Window::opening(Vec::new());
    window.click("Try the sample to begin");
    assert_eq!(
        window.app().sheet().events.len(),
        3,
        "{:?}",
        window.app().sheet().events.iter().map(|event| &event.members).collect::<Vec<_>>()
    );
    assert!(window.has("Event 1 of 3"));
    window.key(Modifiers::COMMAND, Key::PageDown);
    assert!(window.has("Event 2 of 3"));
    assert_eq!(window.app().view().event, 1);
}

#[test]
fn both_themes_and_all_sizes_paint() {
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        for size in [[640.0, 420.0], [1280.0, 800.0], [2560.0, 1440.0]] {
            let window = Window::with(Picked::Cancelled, Pasted::default(), sample("halden-bridge"), size, theme);
            assert!(window.has("They do not say who is right or why."), "the principle is missing at {size:?}");
            assert!(window.has("Statement 1:"), "no row at {size:?}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_opens() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let good = file("good.txt", b"Bridge closed\n\nThe harbour authority closed the bridge on Tuesday, it said.\n");
    let empty = file("empty.txt", b"");
    let binary = file("binary.txt", &[0u8, 159, 1, 2, 255, 0, 3, 7, 0, 200].repeat(60));
    let missing = folder.path().join("missing.txt");
    let paths = vec![empty.clone(), good, missing.clone(), binary.clone(), folder.path().to_path_buf()];
    let window = Window::opening(paths);
    assert_eq!(window.app().sheet().articles.len(), 1, "the good file is open");
    let messages = window.app().messages().join("\n");
    for path in [&empty, &missing, &binary] {
        assert!(messages.contains(&path.display().to_string()), "{} is not named in {messages}", path.display());
    }
    assert!(window.has("did not work"), "the messages are on screen");
}

#[test]
fn files_that_vanish_while_they_are_read_are_named_and_the_rest_opens() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<std::path::PathBuf> = (0..40)
        .map(|number| {
            let path = folder.path().join(format!("article-{number:02}.txt"));
            let words = format!("Bridge {number} closed\n\nThe harbour authority closed bridge {number}, it said.\n");
            std::fs::write(&path, words.repeat(if number == 0 { 1 } else { 400 })).unwrap();
            path
        })
        .collect();
    // The last files go while the first ones are read; the very last is gone for sure.
    let going: Vec<_> = paths.iter().skip(1).rev().cloned().collect();
    std::fs::remove_file(&going[0]).unwrap();
    let removing =
        std::thread::spawn(move || going.iter().skip(1).for_each(|path| std::fs::remove_file(path).unwrap()));
    let window = Window::opening(paths.clone());
    removing.join().unwrap();
    let messages = window.app().messages().join("\n");
    let open = &window.app().sheet().articles;
    for path in &paths {
        let words = path.display().to_string();
        let is_open = open.iter().any(|article| article.witness.path == words);
        assert!(is_open != messages.contains(&words), "{words}: open {is_open}, messages {messages}");
    }
    assert!(!open.is_empty() && open.len() < paths.len(), "{} of {} are open", open.len(), paths.len());
}

#[test]
fn without_a_file_dialog_paths_can_be_typed() {
    let mut window = Window::with(Picked::NoPicker, Pasted::default(), Vec::new(), [1440.0, 900.0], egui::Theme::Light);
    window.click("Open articles… to begin");
    let path = &sample("halden-bridge")[0];
    window.harness.get_by_label("Paths of article files").focus();
    window.harness.run_steps(2);
    window.harness.get_by_label("Paths of article files").type_text(&path.display().to_string());
    window.harness.run_steps(2);
    window.harness.get_by_label("Open").click();
    window.settle();
    window.settle();
    assert_eq!(window.app().sheet().articles.len(), 1);
}

#[test]
fn a_page_without_plain_text_is_shown_before_it_is_added() {
    let html = "<html><head><title>Ferry stops</title></head><body><h1>Ferry stops</h1>\
        <p>The ferry to Sund stopped on Monday after the engine failed twice.</p>\
        <p>It runs again on Friday, the harbour master said in the evening.</p></body></html>";
    let pasted = Pasted { html: Some(html.to_owned()), text: None };
    let size = [1440.0, 900.0];
    let mut window = Window::with(Picked::Cancelled, pasted, Vec::new(), size, egui::Theme::Light);
    window.harness.event(egui::Event::Paste(String::new()));
    window.settle();
    let shown = window.harness.get_by_label("Article").accesskit_node().value().unwrap();
    assert_eq!(shown.matches("The ferry to Sund").count(), 1, "{shown}");
    assert!(shown.contains("Ferry stops") && shown.contains("\n\nIt runs again on Friday"), "{shown}");
    window.harness.get_by_label("Add article").click();
    window.settle();
    let article = &window.app().project().articles()[0].witness;
    assert_eq!(article.meta.title.as_deref(), Some("Ferry stops"), "the page itself is read");
}

#[test]
fn pasted_text_becomes_an_article_with_outlet_and_date() {
    let text = "Ferry strike ends\n\nThe ferry crews will go back to work on Monday, their union said.\n";
    let pasted = Pasted { html: None, text: Some(text.to_owned()) };
    let mut window = Window::with(Picked::Cancelled, pasted, Vec::new(), [1440.0, 900.0], egui::Theme::Light);
    window.click("Paste… to begin");
    window.harness.get_by_label("Outlet").focus();
    window.harness.run_steps(2);
    window.harness.get_by_label("Outlet").type_text("Harbour Mail");
    window.harness.run_steps(2);
    window.harness.get_by_label("Add article").click();
    window.settle();
    window.settle();
    let article = &window.app().sheet().articles[0];
    assert_eq!(article.witness.meta.outlet.as_deref(), Some("Harbour Mail"));
    assert_eq!(article.witness.text.as_str().trim_end(), text.trim_end(), "pasted text stays verbatim");
}

#[test]
fn pasted_text_whose_headline_is_marked_as_in_markdown_has_it_without_the_mark() {
    let text = "# Ferry strike ends\n\nThe ferry crews will go back to work on Monday, their union said.\n";
    let pasted = Pasted { html: None, text: Some(text.to_owned()) };
    let mut window = Window::with(Picked::Cancelled, pasted, Vec::new(), [1440.0, 900.0], egui::Theme::Light);
    window.click("Paste… to begin");
    window.harness.get_by_label("Add article").click();
    window.settle();
    window.settle();
    let article = &window.app().sheet().articles[0];
    assert_eq!(article.witness.meta.title.as_deref(), Some("Ferry strike ends"));
    let called = window.texts().iter().any(|one| one.words == "Article A");
    assert!(called, "without an outlet it has its letter");
}

#[test]
fn a_switched_off_mark_is_off_and_a_filter_hides_rows() {
    let mut window = Window::opening(sample("halden-bridge"));
    let marks = window.app().view().marks;
    window.click("Mark reworded");
    assert_ne!(window.app().view().marks, marks);
    window.click("Only one outlet");
    let rows = window.names("Statement ");
    assert!(!rows.is_empty() && rows.iter().all(|row| !row.contains(": ") || row.contains("in 1 of")), "{rows:?}");
    let event = &window.app().sheet().events[0];
    assert!(
        event.rows.iter().any(collation::sheet::SheetRow::is_lone),
        "the sample has statements of one outlet alone"
    );
}
