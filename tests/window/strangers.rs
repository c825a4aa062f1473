//! What is chosen or pasted as an article and is none: projects, web addresses; and what the paste dialog holds.

use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable;
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

const SIZE: [f32; 2] = [1440.0, 900.0];

fn pasting(text: &str) -> Window {
    let pasted = Pasted { html: None, text: Some(text.to_owned()) };
    let mut window = Window::with(Picked::Cancelled, pasted, Vec::new(), SIZE, egui::Theme::Light);
    window.click("Paste… to begin");
    window
}

#[test]
fn a_project_chosen_as_an_article_is_opened_as_a_project() {
    let folder = tempfile::tempdir().unwrap();
    // What a file is, is seen from its content.
    for name in ["bridge.parallax", "bridge.txt"] {
        let project = folder.path().join(name);
        let picked = Picked::Files(vec![project.clone()]);
        let mut window =
            Window::with(picked.clone(), Pasted::default(), sample("halden-bridge"), SIZE, egui::Theme::Light);
        window.key(Modifiers::COMMAND, Key::S);
        window.key(Modifiers::COMMAND, Key::N);
        window.key(Modifiers::COMMAND, Key::O);
        assert_eq!(window.app().project().articles().len(), 4, "{name}: {:?}", window.app().messages());
        drop(window);
        // Unsaved work is asked about first.
        let mut window = Window::with(picked, Pasted::default(), sample("rask-lighthouse"), SIZE, egui::Theme::Light);
        for key in [Key::ArrowDown, Key::ArrowRight, Key::A] {
            window.key(Modifiers::NONE, key);
        }
        window.key(Modifiers::COMMAND, Key::O);
        let asked = window.has("Discard") || window.has("save");
        assert!(asked && window.app().project().articles().len() == 1, "{name}: {:?}", window.app().messages());
    }
}

#[test]
fn a_project_among_articles_is_named_and_the_articles_open() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("ours.json");
    std::fs::write(&project, workbench::store::write(&workbench::project::Project::default())).unwrap();
    let mut files = sample("rask-lighthouse");
    files.push(project);
    let window = Window::opening(files);
    assert_eq!(window.app().project().articles().len(), 1);
    assert!(window.has_said("This is a Parallax project, no article"), "{:?}", window.app().messages());
}

#[test]
fn a_pasted_address_adds_nothing_and_says_what_to_do() {
    for (text, said) in [
        ("https://www.daily.example/2026/bridge-shut\n", "Parallax fetches nothing; save the page in the browser"),
        (" www.daily.example ", "Parallax fetches nothing"),
        ("— … —", "There is no word in it; nothing was added"),
    ] {
        let mut window = pasting(text);
        window.harness.get_by_label("Add article").click();
        window.settle();
        window.settle();
        assert!(window.app().project().is_empty());
        assert!(window.has_said(said), "{:?}", window.app().messages());
    }
}

#[test]
fn an_address_on_the_command_line_is_told_as_one() {
    let window = Window::opening(vec!["https://www.daily.example/story".into()]);
    assert!(window.has_said("This is a web address"), "{:?}", window.app().messages());
    assert!(window.has_said(": https://www.daily.example/story"), "{:?}", window.app().messages());
}

#[test]
fn the_paste_dialog_keeps_its_text_and_its_box_has_room() {
    for text in ["", "A short line", "Many lines\n\nof it\n"] {
        let mut window = pasting(text);
        let (field, add) =
            (window.harness.get_by_label("Article").rect(), window.harness.get_by_label("Add article").rect());
        assert!(field.height() > 270.0 && field.bottom() <= add.top(), "{field:?} over {add:?} with {text:?}");
        window.click_at(Pos2::new(20.0, 450.0));
        let is_open = |window: &Window| window.harness.query_by_label("Add article").is_some();
        assert_eq!(is_open(&window), !text.is_empty(), "a click beside it loses no text: {text:?}");
        window.key(Modifiers::NONE, Key::Escape);
        assert!(!is_open(&window));
    }
}

#[test]
fn json_has_what_the_filter_leaves_and_names_it_and_files_bear_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let (json, html) = (folder.path().join("table.json"), folder.path().join("table.html"));
    let shared = |filter: Option<&str>| {
        let picked = Picked::Files(vec![json.clone()]);
        let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), SIZE, egui::Theme::Light);
        if let Some(filter) = filter {
            window.click(filter);
        }
        window.key(Modifiers::COMMAND, Key::E);
        window.click("JSON");
        let written = std::fs::read_to_string(&json).unwrap();
        let count = written.matches("\"because\":[").count();
        (count, written)
    };
    let (all, whole) = shared(None);
    assert!(!whole.contains("\"filters\""));
    let (some, filtered) = shared(Some("Only one outlet"));
    assert!(some < all && filtered.contains("\"filters\":["), "{some} of {all}");
    let picked = Picked::Files(vec![html.clone()]);
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), SIZE, egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::E);
    window.click("HTML report");
    let page = std::fs::read_to_string(&html).unwrap();
    let year = page.split("Exported ").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
    assert!(year.contains("20"), "{year}");
}

#[test]
fn a_project_that_can_only_be_read_says_so_beside_its_title() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let picked = Picked::Files(vec![project.clone()]);
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), SIZE, egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::S);
    assert!(!window.has("read only"));
    drop(window);
    let text = std::fs::read_to_string(&project).unwrap();
    std::fs::write(&project, text.replacen("\"version\": 1", "\"version\": 9, \"weather\": 1", 1)).unwrap();
    let folders = Folders { recent: Some(folder.path().join("data")), ..Folders::default() };
    let mut window =
        Window::in_folders(folders, Picked::Cancelled, Pasted::default(), vec![project], SIZE, egui::Theme::Light);
    assert!(window.has("read only"));
    assert!(window.has_said("1 entry of the file means nothing to this Parallax"), "{:?}", window.app().messages());
    window.key(Modifiers::COMMAND, Key::S);
    let proposed = window.asked.proposed.lock().unwrap().take().expect("a dialog for saving");
    assert_eq!(proposed.name, "bridge (copy).parallax", "the newer file is not written over");
}
