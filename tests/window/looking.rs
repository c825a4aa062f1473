//! Ways of looking: search, the palette, class mode, words and their variants, the original statement.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::view::Which;

use super::harness::{Window, sample};

#[test]
fn the_palette_runs_what_was_typed() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
    window.harness.run_steps(2);
    window.harness.get_by_label("Find a command").type_text("coverage");
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().view().which, Which::Coverage);
    assert!(!window.has("Find a command"), "the palette is closed");
}

#[test]
fn class_mode_hides_names_until_a_key_reveals_them() {
    let mut window = Window::opening(sample("halden-bridge"));
    let name = window.app().sheet().articles[1].witness.name().to_owned();
    let column = format!("{name}, column B");
    assert!(window.has(&column));
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    assert!(!window.has(&column) && window.has("Article B, column B"));
    window.key(Modifiers::NONE, Key::R);
    assert!(window.has(&column));
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    assert!(window.has(&column), "names are back when only marks are hidden");
    assert!(!window.app().view().shown_marks().has(parallax::marks::Mark::Reworded));
}

#[test]
fn search_steps_through_its_hits_in_every_view() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in all articles").type_text("bridge");
    window.settle();
    window.key(Modifiers::NONE, Key::F3);
    let first = window.app().view().hit.expect("a hit is current");
    window.key(Modifiers::NONE, Key::F3);
    let second = window.app().view().hit.expect("a hit is current");
    assert!(second > first);
    window.key(Modifiers::SHIFT, Key::F3);
    assert_eq!(window.app().view().hit, Some(first));
    assert!(window.app().view().selection.current.is_some(), "the statement of the hit is selected");
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in all articles").type_text("minister");
    window.settle();
    assert_eq!(window.app().view().search, "minister", "what was searched for before is written over");
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.app().view().search, "", "Esc lets go of it");
}

#[test]
fn keys_light_up_the_variants_of_words() {
    let mut window = Window::opening(sample("halden-bridge"));
    let has_variant = |cell: &Option<collation::sheet::SheetCell>| {
        cell.iter()
            .flat_map(|cell| &cell.runs)
            .any(|run| run.kind != collation::variation::RunKind::Shared && !run.mates.is_empty())
    };
    let event = &window.app().sheet().events[0];
    let number = event.rows.iter().position(|row| row.cells.iter().any(has_variant)).expect("a row with variants");
    for _ in 0..=number {
        window.key(Modifiers::NONE, Key::ArrowDown);
    }
    let row = window.app().sheet().events[0].rows[number].clone();
    let column = row.cells.iter().position(has_variant).expect("words with a variant");
    for _ in 0..=column {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    window.key(Modifiers::NONE, Key::W);
    let lit = window.app().view().lit.clone().expect("words are lit");
    assert!(lit.1.len() >= 2);
    assert!(window.has("Variant in "), "the inspector lists them");
}

#[test]
fn the_original_statement_becomes_the_base() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    for _ in 0..3 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    let column = window.app().view().selection.column.expect("a column");
    window.key(Modifiers::NONE, Key::O);
    assert_eq!(window.app().sheet().events[0].base, column);
    assert!(window.app().project().articles()[window.app().sheet().events[0].members[column]].is_original);
    window.key(Modifiers::SHIFT, Key::B);
    assert!(window.app().sheet().events[0].rows.iter().any(|row| row.base.is_some()), "fullest quotations serve");
}

#[test]
fn class_mode_keeps_outlets_out_of_copies_history_bylines_and_names_of_steps() {
    let mut window = Window::opening(sample("halden-bridge"));
    let outlets: Vec<String> =
        window.app().sheet().articles.iter().map(|article| article.witness.name().to_owned()).collect();
    let names_one = |words: &str| outlets.iter().find(|outlet| words.contains(outlet.as_str())).cloned();
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::S);
    let in_history = |window: &Window| window.names("Take back: ");
    window.key(Modifiers::NONE, Key::Num2);
    let bylines = |window: &Window| window.names(", byline").len();
    assert!(bylines(&window) > 0);
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    assert_eq!(bylines(&window), 0, "bylines are not shown");
    window.key(Modifiers::NONE, Key::Num1);
    let history = in_history(&window);
    assert!(!history.is_empty() && history.iter().all(|words| names_one(words).is_none()), "{history:?}");
    window.click("Menu");
    let steps = window.names("Undo split off");
    assert!(steps.iter().any(|words| words.contains("Article A")), "{steps:?}");
    window.key(Modifiers::NONE, Key::Escape);
    window.copy(false);
    let copied = window.clipboard.copied();
    assert!(copied.plain.contains("Article A"), "{}", copied.plain);
    assert_eq!(names_one(&copied.plain), None);
    window.key(Modifiers::COMMAND, Key::A);
    window.copy(true);
    let head: String = window.clipboard.copied().html.split("</tr>").next().unwrap().to_owned();
    assert!(head.contains("Article B") && names_one(&head).is_none(), "{head}");
    window.key(Modifiers::NONE, Key::R);
    window.copy(true);
    let head: String = window.clipboard.copied().html.split("</tr>").next().unwrap().to_owned();
    assert!(names_one(&head).is_some(), "revealed, the names are there: {head}");
}

#[test]
fn class_mode_is_one_setting_for_key_dialog_and_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let open = |folder: &std::path::Path| {
        let folders = parallax::app::Folders { settings: Some(folder.to_owned()), ..Default::default() };
        Window::in_folders(
            folders,
            parallax::picker::Picked::Cancelled,
            parallax::clipboard::Pasted::default(),
            sample("halden-bridge"),
            [1440.0, 900.0],
            egui::Theme::Light,
        )
    };
    let mut window = open(folder.path());
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    assert_eq!(window.app().settings().class_mode, workbench::settings::ClassMode::HideOutlets);
    window.key(Modifiers::COMMAND, Key::Comma);
    window.click("Both");
    window.click("Close");
    assert!(window.app().view().hides_outlets() && window.app().view().hides_marks());
    drop(window);
    let window = open(folder.path());
    assert!(window.has("Article B, column B"), "hidden at the next start");
}

#[test]
fn words_of_the_original_statement_say_how_many_kept_them_and_show_every_variant() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let is_word = |name: &String| name.contains(": kept by ");
    let words = |window: &Window| window.names(": kept by ").into_iter().filter(is_word).collect::<Vec<_>>();
    assert!(words(&window).is_empty(), "only an original statement is asked word by word");
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::O);
    let found = words(&window);
    assert!(found.len() > 20, "{found:?}");
    assert!(found.iter().any(|name| name.contains(": kept by all ")), "{found:?}");
    assert!(found.iter().any(|name| name.contains(": kept by none of ")), "{found:?}");
    let some = found.iter().find(|name| name.contains(": kept by all ")).expect("a word that all kept").clone();
    window.click(&some);
    let (row, places) = window.app().view().lit.clone().expect("the word is lit");
    let event = &window.app().sheet().events[0];
    let readings = event.rows.iter().find(|other| other.anchor == row).unwrap().readings();
    assert_eq!(places.len(), readings, "each outlet's word: {places:?}");
    let word = some.split(": ").next().unwrap().to_lowercase();
    for (column, span) in &places {
        let text = &window.app().sheet().articles[event.members[*column]].witness.text;
        assert_eq!(text.slice(*span).to_lowercase(), word);
    }
    assert_eq!(window.names("Variant in ").len(), readings);
    let lost = found.iter().find(|name| name.contains(": kept by none of ")).unwrap().clone();
    window.click(&lost);
    assert!(window.app().view().lit.is_some());
}
