//! Projects by the window's own controls: saving, opening again, asking before anything is lost.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::corrections::{choose, rulings, shared_row};
use super::harness::{Window, sample};

fn window_at(project: &Path, folder: &Path) -> Window {
    let (recent, journals) = (Some(folder.join("data")), Some(folder.join("journals")));
    let folders = Folders { recent, journals, ..Folders::default() };
    let picked = Picked::Files(vec![project.to_owned()]);
    let size = [1440.0, 900.0];
    Window::in_folders(folders, picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light)
}

#[test]
fn a_saved_project_comes_back_with_its_decisions_and_is_written_alike() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let mut window = window_at(&project, folder.path());
    let (row, column, _) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::P);
    window.key(Modifiers::COMMAND, Key::S);
    let first = std::fs::read(&project).unwrap();
    assert!(window.has_said("Saved bridge.parallax"));
    window.key(Modifiers::COMMAND, Key::N);
    assert!(window.app().project().is_empty(), "nothing was unsaved, so nothing is asked");
    window.click("Menu");
    window.click("Recent");
    window.click("bridge · 4 articles");
    assert_eq!(window.app().project().articles().len(), 4);
    assert_eq!(rulings(&window).len(), 1);
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::S);
    assert_eq!(std::fs::read(&project).unwrap(), first, "save, load, save");
}

#[test]
fn a_project_that_is_opened_again_begins_without_a_field_and_at_the_top_of_the_inspector() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let (recent, journals) = (Some(folder.path().join("data")), Some(folder.path().join("journals")));
    let folders = Folders { recent, journals, ..Folders::default() };
    // So low that the inspector scrolls to the field for tags.
    let (picked, size) = (Picked::Files(vec![project]), [1440.0, 600.0]);
    let mut window =
        Window::in_folders(folders, picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light);
    let (row, column, _) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    let top = window.rect("Close inspector").bottom();
    // The title's lines are painted as one, below the head while nothing is scrolled.
    let title_is_whole = |window: &Window| {
        let texts = window.texts();
        texts.iter().any(|text| text.words == row.title && text.rect.left() > 1100.0 && text.rect.top() >= top)
    };
    assert!(title_is_whole(&window));
    window.key(Modifiers::NONE, Key::T);
    window.harness.get_by_label("Add a tag").type_text("Framing");
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    window.harness.get_by_label("Add a tag").type_text("half a ta");
    window.settle();
    assert!(!title_is_whole(&window) && window.focused() == "Add a tag");
    window.key(Modifiers::COMMAND, Key::S);
    window.key(Modifiers::COMMAND, Key::N);
    assert!(window.app().project().is_empty());
    window.click("Menu");
    window.click("Recent");
    window.click("bridge · 4 articles");
    assert_eq!(window.app().view().selection.current, Some(row.anchor), "the statement is chosen as it was left");
    assert!(title_is_whole(&window), "the inspector begins at its top");
    assert_ne!(window.focused(), "Add a tag");
    assert!(!window.texts().iter().any(|text| text.words.contains("half a ta")), "words of the project before");
    window.key(Modifiers::NONE, Key::Num2);
    assert_eq!(window.app().view().which, parallax::view::Which::Read, "keys are for the project");
}

#[test]
fn a_new_project_is_proposed_beside_its_articles_under_their_headline() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let mut window = window_at(&project, folder.path());
    let proposed = |window: &Window| window.asked.proposed.lock().unwrap().take().expect("a dialog for saving");
    window.key(Modifiers::COMMAND, Key::S);
    let first = proposed(&window);
    let headline = window.app().sheet().articles[0].witness.meta.title.clone().unwrap();
    assert_eq!(first.name, format!("{}.parallax", headline.replace([':', '?'], "-")));
    assert!(first.folder.unwrap().ends_with("sample_data/halden-bridge"));
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::S);
    let second = proposed(&window);
    assert_eq!((second.name.as_str(), second.folder.as_deref()), ("bridge.parallax", Some(folder.path())));
}

#[test]
fn files_are_looked_for_where_the_last_ones_were_opened_at_the_next_start_too() {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders { recent: Some(folder.path().join("data")), ..Folders::default() };
    let start = |paths| {
        let (picked, size) = (Picked::Cancelled, [1440.0, 900.0]);
        Window::in_folders(folders.clone(), picked, Pasted::default(), paths, size, egui::Theme::Light)
    };
    let asks = |window: &mut Window| {
        window.key(Modifiers::COMMAND, Key::O);
        window.asked.folder.lock().unwrap().take()
    };
    let mut window = start(Vec::new());
    assert_eq!(asks(&mut window), None, "the desktop knows best");
    drop(window);
    let mut window = start(sample("lindmoor-fares"));
    assert!(asks(&mut window).is_some_and(|folder| folder.ends_with("sample_data/lindmoor-fares")));
    drop(window);
    let mut window = start(Vec::new());
    window.key(Modifiers::NONE, Key::Escape);
    assert!(asks(&mut window).is_some_and(|folder| folder.ends_with("sample_data/lindmoor-fares")));
}

#[test]
fn what_kept_a_save_from_being_done_is_gone_once_it_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("later").join("bridge.parallax");
    let mut window = window_at(&project, folder.path());
    window.key(Modifiers::COMMAND, Key::S);
    assert!(window.has("Close"), "the problem is shown: {:?}", window.app().messages());
    let problems = window.app().messages().len();
    std::fs::create_dir(project.parent().unwrap()).unwrap();
    window.key(Modifiers::COMMAND, Key::S);
    assert!(window.has_said("Saved bridge.parallax"));
    assert!(problems > 0 && window.app().messages().iter().all(|words| words.contains("Saved")));
}

#[test]
fn nothing_unsaved_is_left_behind_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let mut window = window_at(&project, folder.path());
    let pin_one = |window: &mut Window| {
        let (row, column, _) = shared_row(window, 0);
        choose(window, &row, column);
        window.key(Modifiers::NONE, Key::P);
    };
    window.key(Modifiers::COMMAND, Key::N);
    assert!(window.app().project().is_empty(), "files that were opened, and nothing more, are where they were");
    let mut window = window_at(&project, folder.path());
    pin_one(&mut window);
    window.key(Modifiers::COMMAND, Key::N);
    assert!(window.has("Going on without saving loses them"));
    window.harness.get_by_label("Cancel").click();
    window.settle();
    assert_eq!(window.app().project().articles().len(), 4);
    window.key(Modifiers::COMMAND, Key::N);
    window.harness.get_by_label("Save").click();
    window.settle();
    assert!(project.exists(), "{:?}", window.app().messages());
    assert!(window.app().project().is_empty(), "and then goes on");
    let mut window = window_at(&project, folder.path());
    pin_one(&mut window);
    window.key(Modifiers::COMMAND, Key::N);
    window.click("Don’t save");
    assert!(window.app().project().is_empty());
}

#[test]
fn a_save_that_is_done_late_is_told_and_leaves_the_next_project_without_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let mut window = window_at(&project, folder.path());
    window.key(Modifiers::COMMAND, Key::S);
    assert!(window.texts().iter().any(|text| text.words == "bridge"));
    // The place is chosen in one frame and the project left in the next, before the disk has done its work.
    window.harness.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::S);
    window.step();
    window.key(Modifiers::COMMAND, Key::N);
    assert!(window.app().project().is_empty());
    let texts: Vec<String> = window.texts().into_iter().map(|text| text.words).collect();
    assert!(texts.iter().any(|words| words == "Untitled comparison"), "{texts:?}");
}

#[test]
fn files_that_are_being_read_do_not_come_into_the_project_that_is_opened_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_at(&folder.path().join("bridge.parallax"), folder.path());
    window.key(Modifiers::COMMAND, Key::S);
    let sizes = [20, 30_000, 30_000, 30_000, 30_000];
    for (number, lines) in sizes.into_iter().enumerate() {
        let path = folder.path().join(format!("{number}.txt"));
        let story: String = (0..lines).map(|day| format!("The quay was painted on day {day}, it said.\n\n")).collect();
        std::fs::write(&path, story).unwrap();
        window.harness.input_mut().dropped_files.push(std::sync::Arc::new(super::files::Dropped(path)));
    }
    window.step();
    std::thread::sleep(std::time::Duration::from_millis(20));
    window.step();
    assert!(window.app().is_busy() && window.app().project().articles().len() == 4, "they are being read");
    window.key(Modifiers::COMMAND, Key::N);
    assert!(window.app().project().is_empty(), "{:?}", window.app().messages());
}

#[test]
fn a_project_and_articles_for_it_can_be_named_at_the_start_and_a_second_project_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let mut window = window_at(&project, folder.path());
    window.key(Modifiers::COMMAND, Key::S);
    drop(window);
    let mut paths = vec![project, folder.path().join("other.parallax")];
    paths.extend(sample("rask-lighthouse"));
    let window = Window::opening(paths);
    assert_eq!(window.app().project().articles().len(), 4 + sample("rask-lighthouse").len());
    assert!(window.has_said("A window shows one project; not opened: ") && window.has_said("other.parallax"));
}

#[test]
fn a_project_opens_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let mut window = window_at(&project, folder.path());
    let (row, column, _) = shared_row(&window, 2);
    choose(&mut window, &row, column);
    window.click("Filter menu");
    window.click("Differences · ");
    window.click("Order of rows");
    window.click("Biggest difference");
    window.key(Modifiers::NONE, Key::D);
    window.key(Modifiers::NONE, Key::Num3);
    let left = window.app().view().clone();
    window.key(Modifiers::COMMAND, Key::S);
    drop(window);
    let window = Window::opening(vec![project]);
    let view = window.app().view();
    assert_eq!((view.which, view.filter, view.sort, view.density), (left.which, left.filter, left.sort, left.density));
    assert_eq!((view.selection.current, view.selection.column), (Some(row.anchor), Some(column)));
    assert!(!window.texts().iter().any(|text| text.words == "unsaved"), "looking is no change");
}

#[test]
fn articles_in_two_languages_are_said_to_be_beyond_matching() {
    let folder = tempfile::tempdir().unwrap();
    let english = "The old bridge over the river stays closed until the end of June, the mayor of the town said on \
                   Monday. Engineers have found cracks in two of its cables and want to look at all the others first.";
    let german = "Die alte Brücke über den Fluss bleibt bis Ende Juni gesperrt, sagte die Bürgermeisterin der Stadt am \
                  Montag. Fachleute haben Risse in zwei Seilen gefunden und wollen zuerst alle anderen ansehen.";
    let paths = [("en.txt", english), ("de.txt", german)].map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    });
    let window = Window::opening(paths.to_vec());
    assert!(window.has_said("The articles are in English and German; across languages few"));
    assert!(window.names("Article B, ")[0].contains("in German, hardly matched with English"));
}
