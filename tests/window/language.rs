//! The language of the interface: chosen in the settings, in force at once, remembered, and never that
//! of an article.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::app::{ExportFormat, Folders};
use parallax::clipboard::Pasted;
use parallax::marks::Mark;
use parallax::picker::Picked;

use super::harness::{Window, sample, words_of};

/// A window that opens the sample and keeps its settings in `folder`.
fn window_with(folder: &Path) -> Window {
    let folders = Folders { settings: Some(folder.to_owned()), ..Folders::default() };
    let paths = sample("halden-bridge");
    Window::in_folders(folders, Picked::Cancelled, Pasted::default(), paths, [1440.0, 900.0], egui::Theme::Light)
}

fn german_in(folder: &Path) -> Window {
    std::fs::write(folder.join("settings.json"), "{\"language\": \"de\"}").unwrap();
    window_with(folder)
}

#[test]
fn another_language_is_in_force_at_once_and_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_with(folder.path());
    assert!(window.has("Copy menu") && !window.has("Kopiermenü"));
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Language of the interface: As the desktop");
    window.click("Deutsch");
    assert!(window.has("Sprache der Oberfläche: Deutsch"), "the dialog itself speaks it");
    window.click("Schließen");
    assert!(window.has("Kopiermenü") && !window.has("Copy menu"));
    drop(window);

    let mut window = window_with(folder.path());
    assert_eq!(window.app().settings().language, "de");
    assert!(window.has("Kopiermenü"));
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Sprache der Oberfläche: Deutsch");
    window.click("English");
    window.click("Close");
    assert!(window.has("Copy menu") && !window.has("Kopiermenü"));
}

#[test]
fn the_main_job_is_done_in_german_and_sources_stay_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = german_in(folder.path());
    assert!(window.has_said("4 Artikel hinzugefügt"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::P);
    assert!(window.has(", fixiert"), "{:?}", window.names("Aussage"));
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.has_said("Rückgängig gemacht: "));
    window.copy(true);
    assert!(window.has_said(" kopiert"));
    let plain = window.clipboard.copied().plain;
    assert!(plain.contains("Oktober 2026") && !plain.contains("October"), "copies are German: {plain}");
    window.key(Modifiers::COMMAND, Key::A);
    window.copy(true);
    let clip = window.clipboard.copied();
    assert!(clip.plain.contains("nicht gefunden in ") && !clip.plain.contains("not found in"), "{}", clip.plain);
    for german in ["Aussage", "teilweise zitiert · ", "nicht gefunden in "] {
        assert!(clip.html.contains(german), "{german}: {}", clip.html);
    }
    assert!(window.has("Maren Courier, "), "outlets keep their names");
}

#[test]
fn what_is_to_be_known_about_files_and_projects_is_said_in_german() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let story: String =
        (0..9).map(|n| format!("The council told readers of page {n} that plan {n} would stand. ")).collect();
    // A file in an encoding that nothing names, with a letter that UTF-8 has otherwise.
    let guessed = write("guessed.txt", &[story.as_bytes(), b"Caf\xe9."].concat());
    let line = |(outlet, text): (&str, &str)| format!("{{\"outlet\": \"{outlet}\", \"text\": \"{text}\"}}");
    let lines = [("Daily", story.as_str()), ("Wire", story.as_str()), ("Empty", "")].map(line);
    let set = write("set.jsonl", format!("{}\nno record\n", lines.join("\n")).as_bytes());
    std::fs::write(folder.path().join("settings.json"), "{\"language\": \"de\"}").unwrap();
    let folders = || Folders { settings: Some(folder.path().to_owned()), ..Folders::default() };
    let open = |paths: Vec<PathBuf>| {
        let size = [1440.0, 900.0];
        Window::in_folders(folders(), Picked::Cancelled, Pasted::default(), paths, size, egui::Theme::Light)
    };
    let window = open(vec![guessed]);
    assert!(window.has_said("was nur vermutet ist; "), "{:?}", window.app().messages());
    let window = open(vec![set]);
    assert!(window.has("1 Datensatz ohne Text wurde ausgelassen: "), "{:?}", window.names("set.jsonl"));
    assert!(window.has("1 Zeile ist kein JSON und wurde ausgelassen: Zeile 4: "));
    assert!(window.has(", derselbe Text wie Daily"));

    let other = tempfile::tempdir().unwrap();
    std::fs::create_dir(other.path().join("empty")).unwrap();
    std::fs::write(other.path().join("settings.json"), "{\"language\": \"de\"}").unwrap();
    let folders_of = Folders { settings: Some(other.path().to_owned()), ..Folders::default() };
    let paths = vec![other.path().join("empty")];
    let size = [1440.0, 900.0];
    let window = Window::in_folders(folders_of, Picked::Cancelled, Pasted::default(), paths, size, egui::Theme::Light);
    assert!(window.has_said("Der Ordner enthält keine Datei mit der Endung"), "{:?}", window.app().messages());

    let newer = "{\"format\": \"parallax-project\", \"version\": 99, \"articles\": []}";
    let window = open(vec![write("newer.parallax", newer.as_bytes())]);
    assert!(window.has_said("Dieses Projekt stammt von einem neueren Parallax"), "{:?}", window.app().messages());
}

#[test]
fn the_inspector_says_in_german_what_differs() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = german_in(folder.path());
    let mut said: Vec<String> = Vec::new();
    let rows = window.app().sheet().events[0].rows.len();
    for _ in 0..rows {
        window.key(Modifiers::NONE, Key::ArrowDown);
        said.extend(window.names("Unterschied "));
    }
    for german in [
        "Zitat endet früher",
        "Hier sinngemäß, anderswo teilweise zitiert",
        "Redeverb: hier „promised“",
        "Hier in Absatz ",
    ] {
        assert!(said.iter().any(|words| words.contains(german)), "nothing is said to be {german:?}: {said:#?}");
    }
    // The engine's own words, before any word of a source.
    let english =
        ["Quotation", "quoted", "Reporting verb", "In paragraph", "In the headline", "differs", "inside the marks"];
    let left: Vec<&String> = said
        .iter()
        .filter(|words| {
            let note = words.split_once(": ").map_or(words.as_str(), |(_, note)| note);
            english.iter().any(|begins| note.starts_with(begins)) || note.contains(" elsewhere ")
        })
        .collect();
    assert!(left.is_empty(), "{left:#?}");
}

/// Reports for readers are German; what programs read is the same in every language.
#[test]
fn exports_for_readers_are_german_and_those_for_programs_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let written = |language: &str, format: ExportFormat| -> Vec<u8> {
        let own = folder.path().join(language);
        std::fs::create_dir_all(&own).unwrap();
        std::fs::write(own.join("settings.json"), format!("{{\"language\": \"{language}\"}}")).unwrap();
        let path = own.join(format!("table-{format:?}.{}", format.extension()));
        let (picked, size) = (Picked::Files(vec![path.clone()]), [1440.0, 900.0]);
        let folders = Folders { settings: Some(own), ..Folders::default() };
        let paths = sample("halden-bridge");
        let mut window = Window::in_folders(folders, picked, Pasted::default(), paths, size, egui::Theme::Light);
        window.key(Modifiers::COMMAND, Key::E);
        // The window has set the language of this thread.
        window.click(parallax::terms::export_format(format));
        std::fs::read(path).unwrap_or_else(|error| panic!("{language} {format:?}: {error}"))
    };
    for format in [ExportFormat::Html, ExportFormat::Markdown, ExportFormat::Text] {
        let text = String::from_utf8(written("de", format)).unwrap();
        for german in ["Zitat verändert", "nicht gefunden in ", "13. Oktober 2026", "Hier in Absatz "] {
            assert!(text.contains(german), "{format:?} has no {german:?}");
        }
        for english in ["not found in", "October 2026", "elsewhere:", "Differences", "matched by rule", "words missing"]
        {
            assert!(!text.contains(english), "{format:?} has {english:?}");
        }
    }
    // A file in a file: its parts are packed.
    for format in [ExportFormat::Docx, ExportFormat::Xlsx] {
        assert_ne!(written("de", format), written("en", format), "{format:?}");
    }
    for format in ExportFormat::ALL.into_iter().filter(|format| !format.is_for_readers()) {
        assert!(written("de", format) == written("en", format), "{format:?}");
    }
}

#[test]
fn a_mark_has_one_name_in_legend_settings_and_exports() {
    let folder = tempfile::tempdir().unwrap();
    let window = german_in(folder.path());
    let marks =
        [Mark::Reworded, Mark::OnlyHere, Mark::Moved, Mark::Cut, Mark::Cue, Mark::Force, Mark::Fact, Mark::Name];
    let in_legend = window.names("Markierung ").join("\n").to_lowercase();
    for mark in marks {
        let name = mark.name().to_lowercase();
        assert!(in_legend.contains(&format!("markierung {name}")), "{name} is called otherwise: {in_legend}");
    }
}

#[test]
fn no_word_of_the_german_legend_touches_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let window = german_in(folder.path());
    let top = window.rect("Legende einklappen").top();
    let legend = Rect::from_min_max(egui::pos2(0.0, top), egui::pos2(224.0, 870.0));
    let mut painted = window.painted(legend);
    // The sign of a fact stands close to its number on purpose.
    painted.retain(|painted| painted.words != "≠");
    assert!(painted.iter().any(|painted| painted.words == "nicht gefunden"), "{painted:?}");
    for one in &painted {
        let right = painted.iter().filter(|other| {
            (other.rect.center().y - one.rect.center().y).abs() < 6.0 && other.rect.left() > one.rect.left()
        });
        for other in right {
            assert!(other.rect.left() - one.rect.right() >= 6.0, "{} and {}", one.words, other.words);
        }
    }
}

#[test]
fn dialogs_show_all_their_words_in_german() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = german_in(folder.path());
    for size in [[1440.0, 900.0], [1280.0, 800.0], [900.0, 600.0], [690.0, 460.0]] {
        window.harness.set_size(size.into());
        window.settle();
        for (key, title, tabs) in [
            (Key::E, "Tabelle exportieren", &["Tabelle exportieren"][..]),
            (Key::L, "Zählungen", &["Redeverben", "Sprecher"]),
            (Key::Comma, "Einstellungen", &["Aussehen und Start", "Vergleich", "Markierungen"]),
        ] {
            window.key(Modifiers::COMMAND, key);
            for tab in tabs {
                window.harness.query_all_by_label(tab).last().unwrap().click();
                window.settle();
                // What is behind the dialog is painted before its title.
                let whole = Rect::from_min_size(egui::Pos2::ZERO, size.into());
                let mut painted = window.painted(whole).into_iter().skip_while(|painted| painted.words != title);
                assert!(painted.next().is_some(), "{title} is not there");
                let cut: Vec<String> = painted.filter(|painted| painted.is_cut).map(|painted| painted.words).collect();
                assert!(cut.is_empty(), "{title}, {tab} at {size:?}: {cut:?}");
            }
            window.key(Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn every_view_and_dialog_speaks_german() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = german_in(folder.path());
    // Words of the window that no German word begins with.
    let english = ["Statement", "Article ", "Close", "Cancel", "paragraph ", "quoted", "Show ", "Open ", "Copy "];
    let mut found = Vec::new();
    let mut look = |window: &Window, place: &str| {
        for node in window.harness.query_all_by(|_| true) {
            let words = words_of(&node.accesskit_node());
            // Sources and the method's pages, which are English, are longer than any control's name.
            if words.len() < 60 && english.iter().any(|begins| words.starts_with(begins)) {
                found.push(format!("{place}: {words}"));
            }
        }
    };
    window.key(Modifiers::NONE, Key::ArrowDown);
    for (key, place) in [(Key::Num1, "grid"), (Key::Num2, "read"), (Key::Num3, "coverage")] {
        window.key(Modifiers::NONE, key);
        look(&window, place);
    }
    for (modifiers, key, place) in [
        (Modifiers::COMMAND, Key::Comma, "settings"),
        (Modifiers::NONE, Key::F1, "keys"),
        (Modifiers::COMMAND, Key::L, "ledgers"),
        (Modifiers::COMMAND, Key::E, "export"),
        (Modifiers::COMMAND, Key::V, "paste"),
        (Modifiers::NONE, Key::F2, "rename"),
    ] {
        window.key(modifiers, key);
        look(&window, place);
        window.key(Modifiers::NONE, Key::Escape);
    }
    window.key(Modifiers::NONE, Key::F1);
    window.click("Markierungen und ihre Regeln");
    let reworded = parallax::marks::Mark::Reworded;
    window.click(&format!("Einzelheiten zu „{}“", reworded.name()));
    look(&window, "marks");
    let rule = parallax::method::account(reworded).rule;
    assert!(window.has(&rule) && rule.contains(" der "), "the rules of marks are German: {rule}");
    for english in ["It fails", "What still fails", "Runs (", "retranslated"] {
        assert!(!window.has(english), "{:?}", window.names(english));
    }
    window.key(Modifiers::NONE, Key::Escape);
    window.click("Menü");
    look(&window, "menu");
    assert!(found.is_empty(), "{found:#?}");
}
