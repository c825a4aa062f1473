//! Files behind the open articles: they are dropped on the window, that they changed is said, and that one repeats
//! another.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use collation::ruling::Ruling;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::Window;

const COURIER: &str = "Brandt: mill must reopen on Monday after a week of repairs - Hill Courier\n\nBrandt: mill must reopen on Monday after a week of repairs\n\nBy Ann Other\nHill Courier, Sunday 3 May 2026, 17:42\n\n“The mill must reopen on Monday, and nobody will lose a day of pay,” mayor Ida Brandt said.\n\nAbout 120 people work at the mill.\n\nThe river bridge stays shut until June.\n";
const POST: &str = "Mayor promises that the old mill will start on Monday - Valley Post\n\nMayor promises that the old mill will start on Monday\n\nBy Ben Other\nValley Post, Sunday 3 May 2026, 18:05\n\nAbout 140 people work at the mill.\n\n“The mill should reopen on Monday,” mayor Ida Brandt promised.\n\nThe owners gave no answer.\n";

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Frames until the window says it, as a reader who comes back to it sees them.
fn wait_for(window: &mut Window, words: &str) {
    let began = Instant::now();
    while !window.has(words) {
        assert!(began.elapsed() < Duration::from_secs(20), "the window never says {words:?}");
        window.harness.event(Event::WindowFocused(true));
        window.harness.step();
        std::thread::sleep(Duration::from_millis(10));
    }
    window.settle();
}

#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the app reads files by itself".to_owned())
    }
}

#[test]
fn files_and_folders_are_dropped_on_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("event");
    std::fs::create_dir_all(inner.join("page_files")).unwrap();
    write(&inner, "a.txt", COURIER);
    write(&inner, "page.html", &format!("<html><body><p>{}</p></body></html>", POST.replace("\n\n", "</p><p>")));
    write(&inner, "page_files/advert.html", "<html><body><p>Buy a boat from us today, it is cheap.</p></body></html>");
    write(&inner, "notes.bin", "no article");
    let empty = folder.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    let single =
        write(folder.path(), "single.txt", "A ferry ran aground off the cape on Monday, the coast guard said.\n");
    let mut window = Window::opening(Vec::new());
    for path in [inner, single, empty] {
        window.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
    }
    window.settle();
    let paths: Vec<String> = window
        .app()
        .project()
        .articles()
        .iter()
        .map(|article| article.witness.path.rsplit('/').next().unwrap().to_owned())
        .collect();
    assert_eq!(paths, ["a.txt", "page.html", "single.txt"]);
    let messages = window.app().messages().join(" ");
    assert!(messages.contains("The folder holds no file with the ending of an article"), "{messages}");
}

#[test]
fn a_changed_file_is_reloaded_decisions_stay_and_what_is_dropped_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let courier = write(folder.path(), "courier.txt", COURIER);
    let mut window = Window::opening(vec![courier.clone(), write(folder.path(), "post.txt", POST)]);
    let event = &window.app().sheet().events[0];
    let of = |words: &str| {
        let at = event.rows.iter().position(|row| {
            row.cells[0].iter().flat_map(|cell| &cell.passages).any(|passage| {
                window.app().sheet().articles[event.members[0]].witness.text.slice(passage.span).contains(words)
            })
        });
        at.unwrap_or_else(|| panic!("no row of the first article holds {words}"))
    };
    let rows = [of("must reopen"), of("stays shut")];
    for (row, tag) in rows.into_iter().zip(["Kept", "Lost"]) {
        window.key(Modifiers::NONE, Key::ArrowDown);
        window.key(Modifiers::NONE, Key::Home);
        for _ in 0..row {
            window.key(Modifiers::NONE, Key::ArrowDown);
        }
        if tag == "Kept" {
            window.key(Modifiers::NONE, Key::P);
        }
        window.key(Modifiers::NONE, Key::T);
        window.harness.get_by_label("Add a tag").type_text(tag);
        window.harness.run_steps(2);
        window.key(Modifiers::NONE, Key::Enter);
        window.key(Modifiers::NONE, Key::Escape);
    }
    assert_eq!(window.app().project().remarks().len(), 2);
    // The watcher has to have seen the file before it changes.
    for _ in 0..20 {
        window.harness.event(Event::WindowFocused(true));
        window.harness.step();
        std::thread::sleep(Duration::from_millis(5));
    }
    let new = COURIER.replace("The river bridge stays shut until June.\n", "Nothing was said of ferries.\n");
    std::fs::write(&courier, format!("Corrected.\n\n{new}")).unwrap();
    wait_for(&mut window, "Hill Courier changed on disk");
    let text = |window: &Window| window.app().project().articles()[0].witness.text.as_str().to_owned();
    assert!(text(&window).contains("stays shut"), "nothing is read anew unasked");
    window.click("Reload changed articles");
    assert!(text(&window).starts_with("Corrected."));
    assert!(matches!(window.app().project().rulings(), [Ruling::Pin { .. }]), "the pin is kept");
    let remarks: Vec<&str> = window.app().project().remarks().values().map(|it| it.tags[0].as_str()).collect();
    assert_eq!(remarks, ["Kept"]);
    assert!(
        window.has("Hill Courier read anew; 2 places with decisions or notes kept, 1 dropped"),
        "{:?}",
        window.names("read anew")
    );
    assert!(window.has("Dropped: Hill Courier: “The river bridge stays shut until June.”"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(text(&window).contains("stays shut"));
    assert!(!window.has("read anew;"), "what was undone is told no more");
    assert_eq!(window.app().project().remarks().len(), 2);
}

#[test]
fn a_file_that_changed_before_its_project_was_opened_is_told_too() {
    let folder = tempfile::tempdir().unwrap();
    let paths = vec![write(folder.path(), "courier.txt", COURIER), write(folder.path(), "post.txt", POST)];
    let project = folder.path().join("mill.parallax");
    let picked = Picked::Files(vec![project.clone()]);
    let mut window = Window::with(picked, Pasted::default(), paths.clone(), [1440.0, 900.0], egui::Theme::Light);
    window.key(Modifiers::COMMAND, Key::S);
    assert!(project.exists(), "{:?}", window.app().messages());
    drop(window);
    let window = Window::opening(vec![project.clone()]);
    assert!(!window.has("changed on disk"), "nothing has changed yet");
    drop(window);
    std::fs::write(&paths[0], COURIER.replace("About 120", "About 130")).unwrap();
    // A file that is away is no news: the project has its text.
    std::fs::remove_file(&paths[1]).unwrap();
    let mut window = Window::opening(vec![project]);
    wait_for(&mut window, "Hill Courier changed on disk");
    assert!(window.app().messages().is_empty(), "{:?}", window.app().messages());
    window.click("Reload changed articles");
    assert!(window.app().project().articles()[0].witness.text.as_str().contains("About 130"));
    assert!(window.has("Hill Courier read anew; it bore no decisions or notes"), "{:?}", window.names("read anew"));
}

#[test]
fn an_article_that_repeats_another_says_so_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let long: String =
        (0..12).map(|n| format!("On day {n} the owners of mill {n} told {n} people to wait.\n\n")).collect();
    let first = write(folder.path(), "courier.txt", &format!("{COURIER}\n{long}"));
    let second = write(folder.path(), "copy.txt", &format!("{}\n{long}", COURIER.replace("Hill Courier", "Wire Desk")));
    let third = write(folder.path(), "post.txt", POST);
    let mut window = Window::opening(vec![first, second, third]);
    let said = window.names("Article B, Wire Desk");
    assert!(said.iter().any(|name| name.contains("the same text as Hill Courier")), "{said:?}");
    assert!(!window.names("Article C, ").iter().any(|name| name.contains("same text")));
    let messages = window.app().messages().join(" ");
    assert!(
        messages.starts_with("3 articles added. Wire Desk: ") && messages.contains("the same text as Hill Courier"),
        "{messages}"
    );
    assert_eq!(window.app().sheet().articles.len(), 3, "said, not hidden");
    window.harness.get_by_label_contains("Article B, ").focus();
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    assert!(
        window.names("same text as Hill Courier").iter().any(|name| !name.starts_with("Article ")),
        "in the properties too"
    );
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    assert!(window.has("the same text as Article A"), "class mode names no outlet");
}
