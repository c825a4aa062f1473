//! What comes in: files with many articles, data sets and their columns, the clipboard.

use std::path::PathBuf;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::app::Folders;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample, words_of};

/// An article of about a hundred words that shares none of its telling words with one of another town.
fn story(town: &str) -> String {
    (0..9)
        .map(|number| {
            format!("The council of {town} told {town} readers on page {number} that plan {number} would stand. ")
        })
        .collect()
}

fn table(folder: &std::path::Path, head: &str) -> PathBuf {
    let rows = [
        ("Mill to close", "Daily", story("Avel")),
        ("Ferry is late", "Post", story("Brum")),
        ("Mill closes", "Wire", story("Avel")),
        ("Rain expected", "Post", story("Corr")),
    ];
    let rows: String =
        rows.iter().map(|(title, outlet, text)| format!("{title},{outlet},2026-04-04,{text}\n")).collect();
    let path = folder.join("set.csv");
    std::fs::write(&path, format!("{head}\n{rows}")).unwrap();
    path
}

fn titles(window: &Window) -> Vec<String> {
    let articles = window.app().project().articles().iter();
    articles.map(|article| article.witness.meta.title.clone().unwrap_or_default()).collect()
}

#[test]
fn articles_without_an_outlet_are_told_as_the_same_by_their_letters() {
    let folder = tempfile::tempdir().unwrap();
    let files = ["one.txt", "two.txt"].map(|name| folder.path().join(name));
    for file in &files {
        std::fs::write(file, format!("Mill to close\n\n{}\n", story("Avel"))).unwrap();
    }
    let window = Window::opening(files.to_vec());
    assert_eq!(titles(&window), ["Mill to close", "Mill to close"]);
    assert!(window.has_said("Article B: the same text as Article A"), "{:?}", window.app().messages());
}

/// Names of the lines of the list with whether they are ticked.
fn lines(window: &Window) -> Vec<(String, bool)> {
    use egui::accesskit::Toggled;
    use egui_kittest::kittest::NodeT;
    window
        .harness
        .query_all_by(|node| node.role() == egui::Role::CheckBox)
        .map(|node| (words_of(&node.accesskit_node()), node.accesskit_node().toggled() == Some(Toggled::True)))
        .collect()
}

#[test]
fn only_the_chosen_articles_of_a_file_with_many_are_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::opening(vec![table(folder.path(), "title,outlet,date,text")]);
    assert!(titles(&window).is_empty(), "nothing opens unasked");
    assert!(window.has("Found 4 of 4 articles in set.csv"));
    let ticked: Vec<bool> = lines(&window).iter().map(|line| line.1).collect();
    assert_eq!(ticked, [true, true, false, true], "a copy is not ticked: {:?}", lines(&window));
    assert!(window.has("Mill closes, Wire · Sat 4 Apr 2026 · "));
    assert!(window.has(", the same text as Daily"), "duplicates are marked");
    window.click("Choose none");
    window.type_into("Search the articles found", "post");
    assert_eq!(lines(&window).len(), 2, "{:?}", lines(&window));
    window.click("Choose all");
    window.click("Ferry is late, ");
    window.click("Open 1 article");
    assert_eq!(titles(&window), ["Rain expected"]);
}

#[test]
fn a_list_that_is_left_opens_nothing_and_one_of_several_files_finds_copies_across_them() {
    let folder = tempfile::tempdir().unwrap();
    let first = table(folder.path(), "title,outlet,date,text");
    let second = folder.path().join("again.csv");
    std::fs::copy(&first, &second).unwrap();
    let mut window = Window::opening(vec![first, second]);
    assert!(window.has("Found 8 of 8 articles in 2 files"));
    let ticked = lines(&window).iter().filter(|line| line.1).count();
    assert_eq!(ticked, 3, "{:?}", lines(&window));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.has("Found 8 of 8") && titles(&window).is_empty());
    assert_eq!(window.app().messages(), ["Nothing was opened"]);
}

#[test]
fn the_columns_of_a_data_set_are_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = table(folder.path(), "kop,krant,dag,verhaal");
    let folders = Folders { settings: Some(folder.path().join("settings")), ..Folders::default() };
    let open = |picked| {
        Window::in_folders(
            folders.clone(),
            picked,
            Pasted::default(),
            vec![path.clone()],
            [1440.0, 900.0],
            egui::Theme::Light,
        )
    };
    let mut window = open(Picked::Cancelled);
    assert!(window.has("Found 4 of 4"), "the text is known by its length");
    assert!(!window.has("Mill to close, Daily"), "the outlet is not");
    window.click("Columns of set.csv");
    for (field, column) in [("title", "kop"), ("outlet", "krant"), ("date", "dag")] {
        window.click(&format!("Column of {field}: none"));
        window.harness.get_by_label(column).click();
        window.settle();
    }
    window.click("Read with these columns");
    assert!(window.has("Mill to close, Daily · Sat 4 Apr 2026"), "{:?}", lines(&window));
    window.click("Open 3 articles");
    assert_eq!(window.app().project().articles().len(), 3);
    drop(window);
    let window = open(Picked::Cancelled);
    assert!(window.has("Mill to close, Daily · Sat 4 Apr 2026"), "remembered: {:?}", lines(&window));
}

#[test]
fn a_data_set_without_a_known_text_asks_for_it_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("short.csv");
    std::fs::write(&path, "a,b\nOne,The bridge is shut.\nTwo,The ferry runs.\n").unwrap();
    let mut window = Window::opening(vec![path]);
    assert!(window.has("Say which column holds the text of the articles"));
    window.click("Column of text: none");
    window.harness.get_by_label("b").click();
    window.settle();
    window.click("Read with these columns");
    window.click("Open 2 articles");
    assert_eq!(window.app().project().articles().len(), 2);
}

#[test]
fn a_paste_without_plain_text_opens_the_dialog_when_the_key_is_released() {
    let mut window = Window::opening(sample("halden-bridge"));
    let release =
        |modifiers| egui::Event::Key { key: Key::V, physical_key: None, pressed: false, repeat: false, modifiers };
    window.key(Modifiers::NONE, Key::V);
    assert!(!window.has("Paste an article"), "the letter alone pastes nothing");
    window.harness.event(egui::Event::Paste("Some words".to_owned()));
    window.harness.event(release(Modifiers::COMMAND));
    window.settle();
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.has("Paste an article"), "one paste opens one dialog");
    window.harness.event(release(Modifiers::NONE));
    window.settle();
    assert!(window.has("Paste an article"), "the press was the desktop's paste, without an event");
}

#[test]
fn a_desktop_without_a_clipboard_is_told_and_nothing_is_lost() {
    let mut window = Window::without_clipboard(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.copy(false);
    assert!(window.app().messages().contains(&"There is no clipboard"), "{:?}", window.app().messages());
    window.key(Modifiers::NONE, Key::Escape);
    let told = window.app().messages();
    assert!(!told.contains(&"There is no clipboard"), "Esc closes what went wrong: {told:?}");
    window.harness.event(egui::Event::Paste(String::new()));
    window.settle();
    assert!(window.has("Paste an article"), "the article can be typed all the same");
}

#[test]
fn columns_of_one_outlet_are_told_apart_by_their_titles() {
    let folder = tempfile::tempdir().unwrap();
    let said = "The old bridge was closed on Tuesday, the harbour authority said.";
    let mut files = Vec::new();
    for (name, title, outlet) in [
        ("a.txt", "Old bridge is shut", "Hill Courier"),
        ("b.txt", "Bridge stays shut for weeks", "Hill Courier"),
        ("c.txt", "Old bridge shut at once", "Valley Post"),
    ] {
        let path = folder.path().join(name);
        let more = format!("Two ferries will sail from the northern pier, {name} was told on Monday.");
        std::fs::write(&path, format!("{title} - {outlet}\n\n{title}\n\n{said}\n\n{more}\n")).unwrap();
        files.push(path);
    }
    let mut window = Window::opening(files);
    assert_eq!(window.app().sheet().events.len(), 1);
    for (view, bottom) in [(Key::Num1, 140.0), (Key::Num2, 140.0)] {
        window.key(Modifiers::NONE, view);
        let heads = egui::Rect::from_min_max(egui::pos2(224.0, 88.0), egui::pos2(1440.0, bottom));
        let told: Vec<String> = window.painted(heads).into_iter().map(|one| one.words).collect();
        for title in ["Old bridge is shut", "Bridge stays shut for weeks"] {
            assert!(told.iter().any(|words| words == title), "{title}: {told:?}");
        }
        assert!(!told.iter().any(|words| words == "Old bridge shut at once"), "its name tells it: {told:?}");
    }
}

#[test]
fn articles_that_come_to_another_event_say_which_and_offer_to_show_it() {
    let fares = sample("lindmoor-fares");
    let is_added = |window: &Window| window.app().sheet().events.len() == 2 && window.app().view().event == 0;
    let open = |paths: Vec<PathBuf>, more: Vec<PathBuf>| {
        let picked = Picked::Files(more);
        let mut window = Window::with(picked, Pasted::default(), paths, [1440.0, 900.0], egui::Theme::Light);
        window.key(Modifiers::COMMAND, Key::O);
        assert!(is_added(&window), "the reader stays where they were");
        window
    };
    let mut window = open(sample("halden-bridge"), fares[..1].to_vec());
    let title = window.app().sheet().articles[4].witness.meta.title.clone().unwrap();
    let begins: String = title.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    assert!(window.has_said(&format!("1 article added, in event 2: {begins}")), "{:?}", window.app().messages());
    window.click("Show event 2");
    assert_eq!(window.app().view().event, 1);
    assert!(!window.has("Show event") && window.app().messages().is_empty(), "{:?}", window.app().messages());
    window.click("Open articles");
    assert!(!window.has("Show event"), "of the event that is shown nothing needs to be said");

    // Of several events each is named, and one that is not shown is offered.
    let halden = sample("halden-bridge");
    let mut window = open(halden[..3].to_vec(), vec![fares[0].clone(), halden[3].clone()]);
    assert!(window.has_said("2 articles added, in events 1 and 2"), "{:?}", window.app().messages());
    window.click("Event 2: ");
    assert_eq!(window.app().view().event, 1);
    assert!(!window.has("Show event"), "it is shown by another way");

    let mut window = Window::with(
        Picked::Files(halden[3..].to_vec()),
        Pasted::default(),
        halden[..3].to_vec(),
        [1440.0, 900.0],
        egui::Theme::Light,
    );
    window.key(Modifiers::COMMAND, Key::O);
    assert!(window.has_said("1 article added") && !window.has_said(", in event"), "{:?}", window.app().messages());
}

#[test]
fn undo_does_not_take_away_the_first_articles_but_those_that_were_added_to_them() {
    let all = sample("halden-bridge");
    let mut window = Window::opening(all[..2].to_vec());
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.app().project().articles().len(), 2, "{:?}", window.app().messages());
    assert!(window.has_said("There is nothing to undo"), "{:?}", window.app().messages());
    let mut window = Window::with(
        parallax::picker::Picked::Files(all[2..3].to_vec()),
        parallax::clipboard::Pasted::default(),
        all[..2].to_vec(),
        [1440.0, 900.0],
        egui::Theme::Light,
    );
    window.key(Modifiers::COMMAND, Key::O);
    assert_eq!(window.app().project().articles().len(), 3);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.app().project().articles().len(), 2, "adding to articles is a step");
}
