//! Ways of looking: search, the palette, class mode, words and their variants, the original statement.

use egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;
use parallax::view::Which;

use super::corrections::{choose, event, shared_row};
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
    assert!(window.has("Class mode: outlets hidden · R shows them"), "as long as they are hidden");
    assert!(window.app().messages().iter().any(|message| message.contains("hidden")));
    window.key(Modifiers::NONE, Key::R);
    assert!(window.has(&column));
    assert_eq!(window.app().messages(), Vec::<&str>::new(), "nothing is hidden any more");
    assert!(!window.has("outlets hidden") && window.has("Class mode: shown for now · R hides them again"));
    window.key(Modifiers::COMMAND, Key::Comma);
    assert!(window.has("shown for now; R hides them again"), "the settings know of it");
    window.click("Close");
    window.click("Class mode: shown for now");
    assert!(!window.has(&column), "a click on the sign does what R does");
    window.key(Modifiers::NONE, Key::R);
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    assert!(window.has(&column), "names are back when only marks are hidden");
    assert!(!window.app().view().shown_marks().has(parallax::marks::Mark::Reworded));
}

#[test]
fn class_mode_hides_what_only_one_article_has_in_read_too() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num2);
    let only = parallax::theme::tokens(&window.harness.ctx).m_only;
    let says = |window: &Window| window.texts().iter().any(|text| text.words == "only here" && text.rect.top() < 90.0);
    assert!(says(&window) && window.rects(only).iter().any(|bar| bar.left() > 230.0));
    (0..2).for_each(|_| window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H));
    assert!(!says(&window), "the key to the bars");
    assert!(!window.rects(only).iter().any(|bar| bar.left() > 230.0), "the bars");
}

#[test]
fn the_keys_of_a_field_work_in_the_field_and_not_on_the_table() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::P);
    let rulings = window.app().project().rulings().len();
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in all articles").type_text("bridge");
    window.settle();
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.app().project().rulings().len(), rulings, "what was pinned stays pinned");
    window.harness.get_by_label("Find in all articles").type_text("bridge");
    window.settle();
    window.key(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label("Find in all articles").type_text("x");
    window.settle();
    assert_eq!(window.app().view().search, "x", "Ctrl+A marks what stands in the field");
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
    assert!(second != first);
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
fn a_search_that_hides_statements_says_so() {
    let mut window = Window::opening(sample("halden-bridge"));
    let all = window.app().sheet().events[0].rows.len();
    assert!(!window.has("match “"));
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in all articles").type_text("engineers");
    window.settle();
    let said = window.names(&format!("of {all} statements match “engineers”"));
    assert_eq!(said.len(), 1, "the status line says how many are left");
    assert!(!said[0].starts_with(&format!("{all} of")), "{said:?}");
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in all articles").type_text("zeppelin");
    window.settle();
    assert!(window.has("Nothing found for “zeppelin”"));
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.has(&format!("{all} statements")) && !window.has("Nothing found"));
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
    // The cell whose passage was split off is empty now.
    let (row, column, _) = shared_row(&window, 0);
    assert_eq!(column, 0);
    choose(&mut window, &row, column);
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

/// Everything a screen reader can get hold of: names and values of all nodes.
fn all_words(window: &Window) -> Vec<String> {
    let nodes = window.harness.query_all_by(|_| true);
    nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]).flatten().collect()
}

#[test]
fn class_mode_hides_outlets_inside_source_words_and_titles_too() {
    let folder = tempfile::tempdir().unwrap();
    let articles = [
        (
            "post.txt",
            "Harbour Post",
            "The old mill opens again on Monday, HARBOUR POST reporters learned. Read www.harbourpost.example for more on the mill. Mayor Ida Brandt told the Hill Courier that nobody will lose a day of pay.",
        ),
        (
            "courier.txt",
            "Hill Courier",
            "The old mill opens again on Monday, the Harbour\nPost reported. Mayor Ida Brandt told the Hill Courier that nobody would lose a day of pay.",
        ),
    ];
    let paths = articles.map(|(file, outlet, body)| {
        let path = folder.path().join(file);
        let head = format!(
            "Old mill opens on Monday - {outlet}\n\nOld mill opens on Monday\n\n{outlet}, Sunday 3 May 2026\n\n"
        );
        std::fs::write(&path, format!("{head}{body}\n")).unwrap();
        path
    });
    let mut window = Window::opening(paths.to_vec());
    let outlets: Vec<String> =
        window.app().sheet().articles.iter().map(|article| article.witness.name().to_owned()).collect();
    assert_eq!(outlets, ["Harbour Post", "Hill Courier"]);
    let leaks = |window: &Window| {
        let is_leak = |words: &String| {
            let words = words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
            ["harbour post", "hill courier", "harbourpost"].iter().any(|name| words.contains(name))
        };
        all_words(window).into_iter().filter(is_leak).collect::<Vec<_>>()
    };
    assert!(!leaks(&window).is_empty());
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    assert!(all_words(&window).iter().any(|words| words.contains("(hidden name)")), "said aloud as hidden");
    let rows = window.app().sheet().events[0].rows.len();
    for view in [Key::Num1, Key::Num2, Key::Num3] {
        window.key(Modifiers::NONE, view);
        window.key(Modifiers::NONE, Key::ArrowDown);
        window.key(Modifiers::NONE, Key::Home);
        for _ in 0..rows {
            for _ in 0..2 {
                window.key(Modifiers::NONE, Key::ArrowRight);
                assert_eq!(leaks(&window), Vec::<String>::new(), "{view:?}");
            }
            window.key(Modifiers::NONE, Key::ArrowDown);
        }
    }
    window.key(Modifiers::NONE, Key::Num1);
    window.key(Modifiers::NONE, Key::F2);
    assert_eq!(leaks(&window), Vec::<String>::new(), "renaming");
    window.key(Modifiers::NONE, Key::Enter);
    assert!(window.app().project().rulings().is_empty(), "a hidden name is no new title");
    window.key(Modifiers::COMMAND, Key::L);
    assert_eq!(leaks(&window), Vec::<String>::new(), "ledgers");
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::COMMAND, Key::A);
    window.copy(true);
    let copied = window.clipboard.copied().plain;
    assert!(copied.contains("told the Hill Courier that nobody"), "passages are verbatim: {copied}");
    assert!(window.has_said("passages are verbatim, and some name an outlet"), "{:?}", window.app().messages());
    window.key(Modifiers::NONE, Key::R);
    assert!(!leaks(&window).is_empty(), "revealed");
}

#[test]
fn class_mode_is_one_setting_for_key_and_dialog_and_ends_with_the_session() {
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
    assert!(!window.has("Article B, column B"), "nothing is hidden at the next start");
    assert!(!window.app().view().hides_marks());
}

#[test]
fn hidden_marks_are_not_given_away_by_counts_filters_or_what_is_left_of_the_text() {
    let listed = |window: &Window| window.app().view().rows(&window.app().sheet().events[0]).len();
    let mut window = Window::opening(sample("halden-bridge"));
    let texts = |window: &Window| window.texts().into_iter().map(|text| text.words).collect::<Vec<_>>();
    window.click("Differences");
    window.key(Modifiers::NONE, Key::D);
    let few = listed(&window);
    (0..2).for_each(|_| window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H));
    assert!(window.app().view().hides_marks());
    assert!(listed(&window) > few, "no filter is in force");
    let words = texts(&window);
    for gone in ["Differences", "Cut", "Only one outlet", "Needs a look"] {
        assert!(!words.iter().any(|word| word == gone), "{gone} is shown");
    }
    let switch = window.rect("Mark reworded");
    // The numbers of statements begin right of it.
    let beside = egui::Rect::from_min_max(switch.min - egui::vec2(60.0, 2.0), switch.max + egui::vec2(4.0, 2.0));
    assert!(!window.painted(beside).iter().any(|text| text.words.parse::<usize>().is_ok()), "the count");
    assert!(words.iter().any(|word| word == "Full text"), "all of the text is there");
    window.key(Modifiers::NONE, Key::D);
    assert!(window.has_said("Marks are hidden; R shows them"), "{:?}", window.app().messages());
    window.key(Modifiers::NONE, Key::Num3);
    let only = parallax::theme::tokens(&window.harness.ctx).m_only;
    assert!(!window.rects(only).iter().any(|rect| rect.left() > 230.0), "no squares in the order of telling");
    window.key(Modifiers::NONE, Key::R);
    assert!(window.rects(only).iter().any(|rect| rect.left() > 230.0), "they are back");
    assert_eq!(listed(&window), few);
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
    let legend = "the darker the ground, the more outlets kept them";
    assert!(window.has(legend), "the legend says what the grounds mean");
    window.key(Modifiers::NONE, Key::Num2);
    let in_read = words(&window);
    assert!(in_read.len() > 20, "whole articles are shaded too: {in_read:?}");
    // Another one than the word that is lit already.
    window.click(in_read.iter().rfind(|name| name.contains(": kept by all ")).expect("a word that all kept"));
    assert!(window.app().view().lit.as_ref().is_some_and(|lit| lit.1.len() > 1), "its variants are lit");
    window.key(Modifiers::NONE, Key::O);
    assert!(words(&window).is_empty() && !window.has(legend));
    window.key(Modifiers::NONE, Key::O);
    window.key(Modifiers::NONE, Key::Num1);
    let lost = words(&window).into_iter().find(|name| name.contains(": kept by none of ")).unwrap();
    window.click(&lost);
    assert!(window.app().view().lit.is_some());
}

#[test]
fn a_window_that_changes_its_size_stays_at_its_statement() {
    let mut window = Window::opening(sample("halden-bridge"));
    (0..12).for_each(|_| window.key(Modifiers::NONE, Key::ArrowDown));
    let rows = window.app().sheet().events[0].rows.len();
    let at_the_top = |window: &Window| (1..=rows).find(|number| window.has(&format!("Statement {number}: ")));
    let before = at_the_top(&window).expect("a row is in sight");
    assert!(before > 1, "rows above it may push it away");
    // Narrower and wider again, faster than rows are measured.
    for step in (0..20).chain((0..20).rev()).cycle().take(160) {
        window.harness.set_size(vec2(1440.0 - 20.0 * step as f32, 900.0));
        window.step();
    }
    window.harness.set_size(vec2(1440.0, 900.0));
    window.settle();
    let after = at_the_top(&window).expect("a row is in sight");
    assert!(after.abs_diff(before) <= 1, "from statement {before} to {after}");
}

#[test]
fn a_hollow_cell_leads_to_the_statement_that_has_its_passage() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let rows = &window.app().sheet().events[0].rows;
    let mut hollow =
        rows.iter().flat_map(|row| row.elsewhere.iter().enumerate().map(move |(column, at)| (row, column, *at)));
    let (row, column, number) = hollow.find(|(.., at)| at.is_some()).expect("a statement in two rows");
    let row = row.clone();
    let target = rows[number.unwrap() - 1].anchor;
    let name = window.app().sheet().articles[column].witness.name().to_owned();
    choose(&mut window, &row, column);
    window.click(&format!("{name}: see statement {}", number.unwrap()));
    let chosen = |window: &Window| {
        let selection = &window.app().view().selection;
        (selection.current, selection.column)
    };
    assert_eq!(chosen(&window), (Some(target), Some(column)));
    window.key(Modifiers::NONE, Key::Num3);
    choose(&mut window, &row, column);
    let leads = format!("not found here; see statement {}", number.unwrap());
    window.click(&leads);
    assert_eq!(chosen(&window).0, Some(target), "in Coverage too");
}

#[test]
fn a_hollow_cell_leads_to_well_matched_statements_with_the_words_of_its_own_alone() {
    use std::collections::BTreeSet;
    let mut told = 0;
    for name in ["halden-bridge", "lindmoor-fares"] {
        let window = Window::opening(sample(name));
        let rows = event(&window).rows.clone();
        let words = |row: &collation::sheet::SheetRow, column: usize| -> BTreeSet<String> {
            let article = &window.app().sheet().articles[event(&window).members[column]];
            let text = row.cells[column].as_ref().map(|cell| cell.text(article)).unwrap_or_default().to_lowercase();
            text.split(|it: char| !it.is_alphanumeric()).filter(|word| word.len() > 1).map(str::to_owned).collect()
        };
        for row in &rows {
            for (column, other) in row.elsewhere.iter().enumerate().filter_map(|(at, other)| Some((at, (*other)?))) {
                let other = &rows[other - 1];
                let what = format!("“{}” is said to stand in “{}”", row.title, other.title);
                assert!(row.cells[column].is_none() && other.cells[column].is_some(), "{what}");
                let own: BTreeSet<String> = (0..row.cells.len()).flat_map(|at| words(row, at)).collect();
                let common = words(other, column).intersection(&own).count();
                // A row that is only possible has to have most words of what both hold there.
                let least = if other.certainty == collation::table::Certainty::Possible { 4 } else { 1 };
                assert!(common >= least, "{what}, with {common} words in common");
                told += 1;
            }
        }
    }
    assert!(told > 3, "{told} are told");
}

#[test]
fn a_cell_of_many_passages_folds_those_below_its_first_lines() {
    // Where boxes tell of most passages nothing is folded, so the first seven rows that have few are looked for.
    let joined = |first: usize| {
        let (files, size) = (sample("halden-bridge"), [1440.0, 2400.0]);
        let mut window = Window::with(Picked::Cancelled, Pasted::default(), files, size, Theme::Light);
        window.click(&format!("Statement {first}: "));
        for _ in 0..6 {
            window.key(Modifiers::SHIFT, Key::ArrowDown);
        }
        window.key(Modifiers::NONE, Key::J);
        let selection = &window.app().view().selection;
        assert_eq!(selection.rows.len(), 1, "seven rows are one now");
        let row = event(&window).rows.iter().find(|row| Some(row.anchor) == selection.current)?.clone();
        let is_folded = |&column: &usize| {
            let name = window.app().sheet().articles[event(&window).members[column]].witness.name();
            window.has(&format!("more passages, {name}, statement {}", row.number))
        };
        let folded: Vec<usize> = (0..row.cells.len()).filter(is_folded).collect();
        (!folded.is_empty()).then_some((window, row, folded))
    };
    let (mut window, row, folded) = (1..5).find_map(joined).expect("a row with a folded cell");
    let column = folded
        .into_iter()
        .max_by_key(|&column| row.cells[column].as_ref().map_or(0, |cell| cell.passages.len()))
        .expect("a folded cell");
    let cell = row.cells[column].as_ref().unwrap();
    let article = &window.app().sheet().articles[event(&window).members[column]];
    let words = |span| article.witness.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    // What matters most is shown, wherever it stands.
    let shown = window.texts();
    let mut behind = cell.passages.iter().rev().map(|passage| words(passage.span));
    let last = behind.find(|words| !shown.iter().any(|text| text.words.contains(words))).expect("a folded passage");
    assert!(cell.passages.len() >= 5, "{}", cell.passages.len());
    let name = article.witness.name().to_owned();
    let more = |words: &str| format!("{words}, {name}, statement {}", row.number);
    let (fewer, folded) = (more("fewer passages"), more("more passages"));
    let height = |window: &Window| {
        let found = window.harness.query_all_by(|node| node.value().is_some_and(|value| value.contains(&last))).next();
        found.expect("its whole text is told, folded or not").rect().height()
    };
    let is_painted = |window: &Window| window.texts().iter().any(|text| text.words.contains(&last));
    let before = height(&window);
    assert!(!is_painted(&window), "{last}");
    assert!(window.has(&folded) && !window.has(&fewer), "{folded}: {:?}", window.names("more passages"));
    for (column, cell) in row.cells.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?))) {
        let article = &window.app().sheet().articles[event(&window).members[column]];
        let main = article.witness.text.slice(cell.passages[cell.main].span);
        let begins: String = main.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
        assert!(window.texts().iter().any(|text| text.words.contains(&begins)), "what matters is shown: {begins}");
    }
    let link = window.names(&folded).remove(0);
    window.harness.get_by_label(&link).focus();
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().view().which, Which::Grid);
    assert!(is_painted(&window) && window.has(&fewer), "Enter unfolds it");
    assert!(height(&window) > before + 15.0, "by a line at least");
    window.click(&fewer);
    assert!(!is_painted(&window) && (height(&window) - before).abs() < 1.0, "as before");
    window.click(&folded);
    assert!(is_painted(&window));
}

#[test]
fn the_bar_of_the_palette_leaves_its_keys_alone() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
    let field = window.rect("Find a command");
    let list = egui::Rect::from_min_max(field.left_bottom(), egui::pos2(field.right(), 800.0));
    let keys: Vec<_> = window.painted(list).into_iter().filter(|one| one.words.starts_with("Ctrl ")).collect();
    assert!(keys.len() > 2, "{keys:?}");
    assert!(keys.iter().all(|one| one.rect.right() <= field.right() - 18.0), "{keys:?} in {field:?}");
}

#[test]
fn what_is_typed_right_behind_its_key_goes_to_the_palette() {
    let mut window = Window::opening(sample("halden-bridge"));
    let density = window.app().view().density;
    let key = |key, modifiers| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    // All of it in one frame, as on a slow machine.
    window.harness.event(key(Key::P, Modifiers { shift: true, ..Modifiers::COMMAND }));
    window.harness.event(key(Key::D, Modifiers::NONE));
    window.harness.event(egui::Event::Text("d".to_owned()));
    window.harness.step();
    window.harness.event(egui::Event::Text("ark theme".to_owned()));
    window.settle();
    assert_eq!(window.app().view().density, density, "letters are no keys of the window");
    window.key(Modifiers::NONE, Key::Enter);
    assert!(!window.has("Find a command"));
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn few_columns_have_long_lines_and_no_bar_lies_on_a_cell() {
    for (folder, number) in [("rask-lighthouse", 1), ("halden-bridge", 4)] {
        let window = super::fitting::opening(folder, [1440.0, 900.0]);
        let event = event(&window);
        assert_eq!(event.members.len(), number);
        let row = event.rows.iter().find(|row| row.readings() == number).expect("a row").clone();
        let article = &window.app().sheet().articles[event.members[number - 1]];
        let text = article.witness.text.slice(row.cells[number - 1].as_ref().unwrap().passages[0].span);
        let cell = window.texts().into_iter().find(|one| one.words.starts_with(text)).expect("the passage is painted");
        let longest = cell.lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        assert_eq!(longest > 66, number == 1, "{cell:?}");
        // The inspector begins at 1152.
        let name = window.names(&format!("{}, ", article.witness.name()));
        let right =
            name.iter().map(|name| window.rect(name).right()).filter(|right| *right < 1153.0).fold(0.0, f32::max);
        assert!(right <= 1152.0 - 10.0, "{right}");
    }
}
