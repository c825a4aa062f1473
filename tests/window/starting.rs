//! What the window finds when it starts: the last session, what a crash left, a project that is open
//! elsewhere or made by a newer version.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

fn window_in(folder: &Path, picked: Picked, paths: Vec<PathBuf>) -> Window {
    let folders = Folders {
        settings: Some(folder.join("settings")),
        recent: Some(folder.join("data")),
        journals: Some(folder.join("journals")),
        model: None,
    };
    Window::in_folders(folders, picked, Pasted::default(), paths, [1440.0, 900.0], egui::Theme::Light)
}

#[test]
fn the_last_session_is_offered_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    drop(window_in(folder.path(), Picked::Cancelled, sample("halden-bridge")));
    let mut window = window_in(folder.path(), Picked::Cancelled, Vec::new());
    assert!(window.has("4 articles were open when you left"));
    window.harness.get_by_label("Go on").click();
    window.settle();
    assert_eq!(window.app().sheet().articles.len(), 4);
}

#[test]
fn a_project_open_elsewhere_is_opened_for_reading_only_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let picked = Picked::Files(vec![project.clone()]);
    let mut first = window_in(folder.path(), picked, sample("halden-bridge"));
    first.key(egui::Modifiers::COMMAND, egui::Key::S);
    assert!(project.exists(), "{:?}", first.app().messages());
    let mut second = window_in(folder.path(), Picked::Cancelled, vec![project]);
    second.settle();
    let messages = second.app().messages().join(" ");
    assert!(messages.contains("open in another window") && messages.contains("reading only"), "{messages}");
    assert_eq!(second.app().sheet().articles.len(), 4);
}

#[test]
fn a_project_of_a_newer_version_is_opened_for_reading_only() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let mut window = window_in(folder.path(), Picked::Files(vec![project.clone()]), sample("halden-bridge"));
    window.key(egui::Modifiers::COMMAND, egui::Key::S);
    drop(window);
    let text = std::fs::read_to_string(&project).unwrap();
    let version = format!("\"version\": {}", workbench::store::VERSION);
    assert!(text.contains(&version), "{}", text.chars().take(200).collect::<String>());
    std::fs::write(&project, text.replace(&version, "\"version\": 999")).unwrap();
    let window = window_in(folder.path(), Picked::Cancelled, vec![project]);
    let messages = window.app().messages().join(" ");
    assert!(messages.to_lowercase().contains("newer"), "{messages}");
    assert_eq!(window.app().sheet().articles.len(), 4);
}

#[test]
fn without_a_file_dialog_a_project_is_saved_by_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("typed.parallax");
    let mut window = window_in(folder.path(), Picked::NoPicker, sample("halden-bridge"));
    window.key(egui::Modifiers { shift: true, ..egui::Modifiers::COMMAND }, egui::Key::S);
    window.harness.get_by_label("Path of the file").focus();
    window.harness.run_steps(2);
    window.key(egui::Modifiers::COMMAND, egui::Key::A);
    window.harness.get_by_label("Path of the file").type_text(&project.display().to_string());
    window.settle();
    window.harness.get_by_label("Save").click();
    window.settle();
    assert!(project.exists(), "{:?}", window.app().messages());
}

#[test]
fn after_a_crash_the_journal_and_the_last_session_are_both_offered() {
    let folder = tempfile::tempdir().unwrap();
    drop(window_in(folder.path(), Picked::Cancelled, sample("halden-bridge")));
    // What a window leaves that was killed: a journal that nobody holds.
    let mut document = workbench::history::Document::new(workbench::project::Project::default());
    document.edit(workbench::project::Edit::RenameProject { title: "Lost comparison".to_owned() }).unwrap();
    let journals = folder.path().join("journals");
    let journal = workbench::store::Journal::begin(&journals).unwrap();
    journal.write(None, document.project()).unwrap();
    drop(journal);
    let open = || window_in(folder.path(), Picked::Cancelled, Vec::new());
    let mut window = open();
    assert!(window.has("Lost comparison"), "the journal comes first");
    window.click("Later");
    assert!(window.has("4 articles were open when you left"), "then the session");
    window.click("Begin anew");
    drop(window);
    let mut window = open();
    window.harness.get_by_label("Bring back").click();
    window.settle();
    assert_eq!(window.app().project().title(), "Lost comparison");
    assert!(!window.has("were open when you left"), "another document is open");
}

#[test]
fn unsaved_work_is_offered_with_its_title_and_its_time() {
    let folder = tempfile::tempdir().unwrap();
    let journals = folder.path().join("unsaved");
    let project = {
        let window = Window::opening(sample("halden-bridge"));
        window.app().project().clone()
    };
    let title = project.articles()[0].witness.meta.title.clone().unwrap();
    // A window that crashed lets go of its lock and leaves its journal.
    let journal = workbench::store::Journal::begin(&journals).unwrap();
    journal.write(None, &project).unwrap();
    drop(journal);
    let folders = Folders { journals: Some(journals), ..Folders::default() };
    let (picked, size) = (Picked::Cancelled, [1440.0, 900.0]);
    let mut window = Window::in_folders(folders, picked, Pasted::default(), Vec::new(), size, egui::Theme::Light);
    assert!(window.has("Bring back unsaved work?"));
    assert!(window.has(&title), "the first headline stands for a title: {:?}", window.names(""));
    assert!(window.has("4 articles · a moment ago"));
    window.harness.get_by_label("Bring back").click();
    window.settle();
    assert_eq!(window.app().project().articles().len(), 4);
    assert!(window.has_said("The unsaved work is back"));
}

#[test]
fn files_that_were_just_opened_come_to_the_work_that_is_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let journals = folder.path().join("unsaved");
    let project = {
        let window = Window::opening(sample("halden-bridge"));
        window.app().project().clone()
    };
    let journal = workbench::store::Journal::begin(&journals).unwrap();
    journal.write(None, &project).unwrap();
    drop(journal);
    let folders = Folders { journals: Some(journals), ..Folders::default() };
    let (picked, size) = (Picked::Cancelled, [1440.0, 900.0]);
    let mut paths = sample("lindmoor-fares");
    let others = paths.len();
    // One that comes back anyway is not there twice.
    paths.push(sample("halden-bridge")[0].clone());
    let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
    assert!(window.has("Bring back unsaved work?"));
    // The thread that watches files has had its first look by the time that anybody has read the question.
    std::thread::sleep(std::time::Duration::from_millis(300));
    window.harness.get_by_label("Bring back").click();
    window.settle();
    assert!(window.has_said("The unsaved work is back"), "{:?}", window.app().messages());
    assert_eq!(window.app().project().articles().len(), 4 + others);
}

#[test]
fn unsaved_work_is_deleted_only_after_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let journals = folder.path().join("unsaved");
    let project = Window::opening(sample("halden-bridge")).app().project().clone();
    let journal = workbench::store::Journal::begin(&journals).unwrap();
    journal.write(None, &project).unwrap();
    drop(journal);
    let open = || {
        let folders = Folders { journals: Some(journals.clone()), ..Folders::default() };
        let size = [1440.0, 900.0];
        Window::in_folders(folders, Picked::Cancelled, Pasted::default(), Vec::new(), size, egui::Theme::Light)
    };
    let mut window = open();
    let delete = window.harness.get_by_label("Delete").rect();
    let bring = window.harness.get_by_label("Bring back").rect();
    assert!(bring.left() - delete.right() > 12.0, "{bring:?} {delete:?}");
    // A second click on the same place keeps it.
    window.click_at(delete.center());
    let sure = window.harness.get_by_label("Delete for good").rect();
    assert!(!sure.contains(delete.center()));
    window.harness.get_by_label("Keep").click();
    window.settle();
    window.click("Later");
    drop(window);
    let mut window = open();
    assert!(window.has("Bring back unsaved work?"), "it is offered again");
    window.harness.get_by_label("Delete").click();
    window.settle();
    window.harness.get_by_label("Delete for good").click();
    window.settle();
    assert!(!window.has("Bring back unsaved work?"));
    drop(window);
    assert!(!open().has("Bring back unsaved work?"), "it is gone");
}

#[test]
fn an_undo_that_empties_the_window_offers_the_way_back() {
    let picked = parallax::picker::Picked::Files(sample("halden-bridge"));
    let first = sample("rask-lighthouse");
    let mut window = Window::with(picked, Pasted::default(), first, [1440.0, 900.0], egui::Theme::Light);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::COMMAND, Key::W);
    assert!(window.app().project().is_empty());
    window.key(Modifiers::COMMAND, Key::O);
    assert_eq!(window.app().project().articles().len(), 4);
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.app().project().is_empty());
    assert!(window.has("Redo brings it back") && !window.has_said("Redo brings it back"), "said once");
    window.click("Redo add 4 articles");
    assert_eq!(window.app().project().articles().len(), 4);
    assert!(!window.has("Undo has taken everything out"));
}

#[test]
fn the_sample_is_where_undo_begins() {
    let mut window = Window::opening(Vec::new());
    window.click("Try the sample to begin");
    assert_eq!(window.app().project().articles().len(), 10);
    assert!(window.has_said("10 articles added"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.app().project().articles().len(), 10, "undo does not empty the window");
}
