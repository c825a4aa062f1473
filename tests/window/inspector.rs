//! The inspector: why passages are one row, what comes nearest in an article without one, notes, and what
//! filters and orders leave of the rows.

use collation::ruling::Ruling;
use collation::sheet::SheetRow;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::marks::Density;
use parallax::picker::Picked;
use parallax::view::{Filter, Sort};

use super::corrections::{choose, event, passage, row_with, rulings, shared_row};
use super::harness::{Painted, Window, sample, words_of};
use egui_kittest::kittest::NodeT;

#[test]
fn a_row_says_its_certainty_differences_and_swaps() {
    let mut window = Window::opening(sample("halden-bridge"));
    let rows = event(&window).rows.clone();
    let with_swaps = |row: &collation::sheet::SheetRow| {
        let base = row.compared_with(event(&window).base);
        !row.is_lone()
            && row.cells.iter().enumerate().any(|(column, cell)| {
                Some(column) != base
                    && cell.iter().flat_map(|cell| &cell.runs).any(|run| {
                        run.kind == collation::variation::RunKind::Reworded
                            && run.mates.iter().any(|mate| Some(mate.0) == base)
                    })
            })
    };
    let row = rows.iter().find(|row| with_swaps(row)).expect("a row with swaps").clone();
    let column = row.cells.iter().position(Option::is_some).unwrap();
    choose(&mut window, &row, column);
    assert!(!window.names("Swap").is_empty());
    let swap = window.names("Swap").into_iter().find(|name| name.contains(" → ")).expect("words against words");
    window.click(&swap);
    let lit = window.app().view().lit.clone().expect("both words light up");
    assert_eq!(lit.0, row.anchor);
    let contrast = rows.iter().find(|row| !row.is_lone() && !row.contrasts.is_empty()).expect("a difference").clone();
    let column = contrast.cells.iter().position(Option::is_some).unwrap();
    choose(&mut window, &contrast, column);
    assert!(window.has("Difference 1: "), "{:?}", window.names("Difference"));
}

#[test]
fn a_hollow_cell_names_its_nearest_passage_and_links_it() {
    let mut window = Window::opening(sample("halden-bridge"));
    let linked = (0..event(&window).rows.len()).find_map(|at| {
        let row = event(&window).rows[at].clone();
        let column = row.cells.iter().position(Option::is_none)?;
        choose(&mut window, &row, column);
        let link = window.names("Link the nearest passage of ").pop()?;
        Some((row, column, link))
    });
    let (row, column, link) = linked.expect("some hollow cell has a passage that comes near");
    window.click(&link);
    assert!(!rulings(&window).is_empty(), "linked");
    let now = event(&window).rows.iter().find(|other| {
        other.cells.iter().flatten().flat_map(|cell| &cell.passages).any(|passage| passage.span == row.anchor.span)
            && other.cells[column].is_some()
    });
    assert!(now.is_some(), "the statement has a reading there now");
}

#[test]
fn a_note_is_kept_with_its_statement_and_undone() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, column, _) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    window.type_into("Note", "Ask the authority");
    window.key(Modifiers::NONE, Key::Escape);
    window.settle();
    let notes = |window: &Window| {
        window.app().project().remarks().values().map(|remark| remark.note.clone()).collect::<Vec<_>>()
    };
    assert_eq!(notes(&window), ["Ask the authority"]);
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(notes(&window).is_empty());
}

#[test]
fn a_note_is_kept_whatever_is_done_while_it_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("bridge.parallax");
    let picked = Picked::Files(vec![project.clone()]);
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), [1440.0, 900.0], Theme::Light);
    let notes = |window: &Window| {
        window.app().project().remarks().values().map(|remark| remark.note.clone()).collect::<Vec<_>>()
    };
    let (row, column, _) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    // Saved with it, and typing goes on.
    window.type_into("Note", "Ask the ");
    window.key(Modifiers::COMMAND, Key::S);
    assert!(std::fs::read_to_string(&project).unwrap().contains("Ask the"));
    assert_eq!(window.focused(), "Note");
    window.harness.get_by_label("Note").type_text("mayor");
    window.settle();
    assert!(window.texts().iter().any(|text| text.words == "unsaved"), "what is typed is not saved yet");
    window.key(Modifiers::COMMAND, Key::N);
    assert!(window.has("Going on without saving loses them"));
    window.harness.get_by_label("Cancel").click();
    window.settle();
    assert_eq!(notes(&window), ["Ask the mayor"]);
    window.key(Modifiers::COMMAND, Key::S);
    // Closing the window asks.
    window.type_into("Note", " twice");
    let root = egui::ViewportId::ROOT;
    window.harness.input_mut().viewports.entry(root).or_default().events.push(egui::ViewportEvent::Close);
    window.settle();
    assert!(window.has("Don’t save"));
    window.harness.get_by_label("Cancel").click();
    window.settle();
    // Another row, by a key that works in fields too.
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in all articles").type_text("bridge");
    window.settle();
    window.key(Modifiers::NONE, Key::F3);
    let here = window.app().view().selection.current;
    window.type_into("Note", "Which one?");
    // Several hits may stand in one row.
    let stays = |window: &Window| window.app().view().selection.current == here;
    for _ in 0..20 {
        if stays(&window) {
            window.key(Modifiers::NONE, Key::F3);
        }
    }
    assert!(!stays(&window));
    let notes = notes(&window);
    assert!(notes.iter().any(|note| note.starts_with("Ask the mayor twice")), "{notes:?}");
    assert!(notes.iter().any(|note| note.ends_with("Which one?")), "{notes:?}");
}

#[test]
fn every_filter_keeps_the_rows_it_names_and_every_order_has_them_all() {
    let mut window = Window::opening(sample("halden-bridge"));
    let shown = |window: &Window| {
        let rows = window.harness.query_all_by(|node| node.role() == egui::Role::Row);
        rows.filter(|node| words_of(&node.accesskit_node()).starts_with("Statement ")).count()
    };
    // Coverage has all its rows in sight at once.
    window.key(Modifiers::NONE, Key::Num3);
    for filter in Filter::ALL.into_iter().skip(1) {
        let wanted = event(&window).rows.iter().filter(|row| filter.keeps(row)).count();
        window.click("Filter menu");
        window.click(&format!("{} · {wanted}", filter.label()));
        assert_eq!(window.app().view().filter, filter);
        if wanted < 10 {
            assert_eq!(shown(&window), wanted, "{}", filter.label());
        }
        window.click("Filter menu");
        window.click("All · ");
    }
    window.key(Modifiers::NONE, Key::Num1);
    for sort in Sort::ALL {
        window.click("Order of rows");
        window.harness.get_by_label(sort.label()).click();
        window.settle();
        assert_eq!(window.app().view().sort, sort);
    }
}

#[test]
fn n_goes_to_the_next_statement_that_needs_a_look() {
    let mut window = Window::opening(sample("halden-bridge"));
    let doubtful: Vec<_> = event(&window).rows.iter().filter(|row| row.needs_look()).map(|row| row.anchor).collect();
    assert!(doubtful.len() >= 2, "the sample has some");
    window.key(Modifiers::NONE, Key::N);
    assert_eq!(window.app().view().selection.current, Some(doubtful[0]));
    window.key(Modifiers::NONE, Key::N);
    assert_eq!(window.app().view().selection.current, Some(doubtful[1]));
    window.key(Modifiers::SHIFT, Key::N);
    assert_eq!(window.app().view().selection.current, Some(doubtful[0]));
}

#[test]
fn counts_have_commas_between_their_thousands() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.txt");
    let paragraph =
        |at: usize| format!("Pillar {at} of the old bridge was measured on Monday by the harbour office.\n\n");
    std::fs::write(&path, (0..1234).map(paragraph).collect::<String>()).unwrap();
    let mut window = Window::opening(vec![path]);
    assert!(window.has("1,234 statements"), "{:?}", window.names("statements"));
    window.click("Filter menu");
    assert!(window.has("All · 1,234"), "{:?}", window.names("All · "));
}

#[test]
fn one_person_is_one_entry_of_the_filter_menu_and_keeps_all_of_their_statements() {
    let mut window = Window::opening(sample("halden-bridge"));
    let speaks = |names: &[&str], window: &Window| {
        let rows = &window.app().sheet().events[0].rows;
        rows.iter().filter(|row| names.iter().any(|name| row.speakers().contains(name))).count()
    };
    let (full, bare) = (speaks(&["Ilse Varga"], &window), speaks(&["Varga"], &window));
    assert!(full > 0 && bare > 0, "both names stand in the sheet: {full} and {bare}");
    let all = speaks(&["Ilse Varga", "Varga"], &window);
    window.click("Filter menu");
    let entry = format!("Speaker: Ilse Varga · {all}");
    assert!(!window.has("Speaker: Varga"), "{:?}", window.names("Speaker: "));
    window.click(&entry);
    window.key(Modifiers::COMMAND, Key::A);
    assert_eq!(window.app().view().selection.rows.len(), all);
    let chip = window.rect("Speaker: Ilse Varga");
    assert!(chip.right() < window.rect("Filter menu").left(), "the chip is whole: {chip:?}");
    window.click("Speaker: Ilse Varga");
    assert_eq!(window.app().view().speaker, None);
}

#[test]
fn the_buttons_at_the_foot_keep_their_icons_when_the_row_is_pinned() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, column, _) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    let inside = |button: egui::Rect| button.left() > 1140.0 && button.right() <= 1424.0 && button.bottom() < 870.0;
    for pin in ["Pin", "Unpin"] {
        let place = |name: &str| window.harness.get_by_label(name).rect();
        let places = [place("Copy row"), place(pin), place("Reject…")];
        assert!(places.iter().all(|place| inside(*place) && place.top() == places[0].top()), "{places:?}");
        // 16 points for the icon, 6 behind it, 8 at both sides.
        let labels = window.texts();
        for (button, name) in places.iter().zip(["Copy row", pin, "Reject…"]) {
            let is_its = |label: &&Painted| label.words == name && button.contains_rect(label.rect);
            let label = labels.iter().find(is_its).expect(name).rect;
            assert!(label.left() - button.left() > 28.0, "{name} has no icon: {label:?} in {button:?}");
        }
        window.key(Modifiers::NONE, Key::P);
    }
}

#[test]
fn where_words_are_missing_stands_among_the_words_around_in_every_density() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.click("Cut");
    window.key(Modifiers::NONE, Key::D);
    let mut seen = 0;
    for column in 0..event(&window).members.len() {
        let row = event(&window).rows.iter().find(|row| row.has(collation::contrast::ContrastKind::Cut)).cloned();
        window.key(Modifiers::NONE, Key::Escape);
        window.key(Modifiers::NONE, Key::Home);
        assert!(row.is_some());
        for _ in 0..9 {
            window.key(Modifiers::NONE, Key::ArrowLeft);
        }
        for _ in 0..column {
            window.key(Modifiers::NONE, Key::ArrowRight);
        }
        window.key(Modifiers::NONE, Key::B);
        let texts = window.texts().into_iter().map(|text| text.words);
        for text in texts.filter(|text| text.len() > 20 && text.contains("⟨…⟩")) {
            seen += 1;
            assert!(!text.contains(" … ⟨…⟩"), "words before it are left out: {text}");
        }
    }
    assert!(seen > 2, "{seen}");
}

#[test]
fn short_cells_show_words_that_have_others_elsewhere_and_swaps_only_no_words_that_have_none() {
    use collation::variation::{Run, RunKind};
    let mut window = Window::opening(sample("halden-bridge"));
    let mut seen = [0; 2];
    let rows = event(&window).rows.clone();
    let compared = || rows.iter().filter(|row| row.readings() > 1 && row.contrasts.is_empty());
    let densities = [Density::Differences, Density::Swaps];
    for (density, row) in densities.into_iter().flat_map(|density| compared().map(move |row| (density, row))) {
        if window.app().view().density != density {
            window.key(Modifiers::NONE, Key::D);
        }
        assert_eq!(window.app().view().density, density);
        let base = row.compared_with(event(&window).base);
        let column = row.cells.iter().position(Option::is_some).unwrap();
        choose(&mut window, row, column);
        let texts = window.texts();
        for (column, cell) in row.cells.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?))) {
            let article = &window.app().sheet().articles[event(&window).members[column]];
            let words = |run: &&Run| article.witness.text.slice(run.span).split_whitespace().count() > 1;
            let text = |run: &Run| article.witness.text.slice(run.span).trim_matches(|it: char| !it.is_alphanumeric());
            let of = |kind| cell.runs.iter().filter(move |run| run.kind == kind).filter(words);
            let [swaps, alone] =
                [RunKind::Reworded, RunKind::OnlyHere].map(|kind| of(kind).map(text).collect::<Vec<_>>());
            let has_swap = cell.runs.iter().any(|run| run.kind == RunKind::Reworded);
            let cells: Vec<&str> = texts.iter().map(|one| one.words.as_str()).collect();
            for swap in swaps.iter().filter(|_| cell.passages.len() == 1) {
                assert!(cells.iter().any(|words| words.contains(swap)), "{swap} in column {column}: {cells:?}");
                seen[0] += 1;
            }
            let shown: Vec<&&str> = cells.iter().filter(|words| words.contains(" … ")).collect();
            let is_short = has_swap && density == Density::Swaps;
            for words in alone.iter().filter(|_| is_short && cell.passages.len() == 1 && Some(column) != base) {
                assert!(!shown.iter().any(|shown| shown.contains(words)), "{words} in column {column}: {shown:?}");
                seen[1] += 1;
            }
        }
    }
    assert!(seen.iter().all(|seen| *seen > 2), "{seen:?}");
}

#[test]
fn swaps_only_leaves_out_passages_that_have_none_but_for_words_that_are_searched() {
    use collation::variation::RunKind;
    use parallax::marks::Mark;
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::D);
    window.key(Modifiers::NONE, Key::D);
    assert_eq!(window.app().view().density, Density::Swaps);
    let rows = event(&window).rows.clone();
    let is_plain = |row: &&SheetRow| {
        let column = row.cells.iter().position(Option::is_some).unwrap();
        // Longer than what a band can say of it.
        row.contrasts.is_empty()
            && passage(&window, row, column).len() > 90
            && row.cells.iter().flatten().all(|cell| cell.runs.iter().all(|run| run.kind != RunKind::Reworded))
    };
    let found = [true, false].map(|is_lone| {
        rows.iter().filter(is_plain).find(|row| row.is_lone() == is_lone).expect("a row without swaps").clone()
    });
    for row in found {
        let column = row.cells.iter().position(Option::is_some).unwrap();
        choose(&mut window, &row, column);
        if window.app().view().is_folded(&row) {
            window.key(Modifiers::NONE, Key::Space);
        }
        let text = passage(&window, &row, column);
        let is_painted = |window: &Window, words: &str| window.texts().iter().any(|one| one.words.contains(words));
        assert!(is_painted(&window, "no swaps"));
        assert!(!is_painted(&window, &text), "{text}");
        let word = text.split(|it: char| !it.is_alphabetic()).max_by_key(|word| word.len()).unwrap().to_owned();
        window.key(Modifiers::COMMAND, Key::F);
        window.harness.get_by_label("Find in all articles").type_text(&word);
        window.settle();
        let shown = window.texts().into_iter().filter(|one| one.words.contains(" … ") && one.words.contains(&word));
        assert!(shown.count() > 0, "{word} is searched");
        window.key(Modifiers::NONE, Key::Escape);
        window.key(Modifiers::NONE, Key::Escape);
    }
    assert!(window.app().view().marks.has(Mark::Reworded));
}

#[test]
fn the_sign_of_numbers_that_differ_never_begins_a_line() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let mut seen = 0;
    for width in (900..1500).step_by(37) {
        window.harness.set_size(egui::vec2(width as f32, 900.0));
        window.settle();
        for painted in window.texts().iter().filter(|painted| painted.lines.len() > 1) {
            seen += painted.words.matches('≠').count();
            assert!(!painted.lines.iter().any(|line| line.trim().starts_with('≠')), "{:?}", painted.lines);
        }
    }
    assert!(seen > 20, "only {seen} numbers differ");
}

#[test]
fn the_inspector_gives_the_reason_of_every_diamond() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let rows = event(&window).rows.clone();
    let is_for_numbers = |row: &&collation::sheet::SheetRow| {
        row.needs_look() && row.certainty != collation::table::Certainty::Possible && !row.is_linked()
    };
    let row = rows.iter().find(is_for_numbers).expect("a row with a diamond for its numbers");
    let column = row.cells.iter().position(Option::is_some).unwrap();
    choose(&mut window, row, column);
    let says = |window: &Window, words: &str| window.texts().iter().any(|painted| painted.words == words);
    assert!(says(&window, "matched by rule · check number") || says(&window, "exact · check number"));
    window.key(Modifiers::NONE, Key::P);
    assert!(says(&window, "pinned") && !window.texts().iter().any(|one| one.words.ends_with("· check number")));
}

#[test]
fn a_split_is_told_and_taken_back_at_both_rows() {
    for name in ["halden-bridge", "lindmoor-fares"] {
        let mut window = Window::opening(sample(name));
        let (row, _, column) = shared_row(&window, 1);
        let text = passage(&window, &row, column);
        let others: Vec<usize> = (0..row.cells.len()).filter(|&at| at != column && row.cells[at].is_some()).collect();
        choose(&mut window, &row, column);
        window.key(Modifiers::NONE, Key::S);
        let [Ruling::Part { .. }] = rulings(&window) else { panic!("{:?}", rulings(&window)) };
        let is_painted = |window: &Window, words: &str| window.texts().iter().any(|one| one.words.contains(words));
        // The row that was left says it of the passage that it lacks.
        assert!(!is_painted(&window, "split off by hand"), "it is still the other row");
        if event(&window).rows.iter().any(|now| now.anchor == row.anchor && now.cells[column].is_none()) {
            assert!(is_painted(&window, "you split it off this statement"));
        }
        assert!(window.has("Take back: split off "));
        let now = row_with(&window, column, &text).expect("it has a row");
        choose(&mut window, &now, column);
        assert!(is_painted(&window, "split off by hand"), "statement {}", now.number);
        let back = window.rect("Take back: split off ");
        let tags = window.rect("Add a tag");
        assert!(back.bottom() < tags.top() && back.height() > 10.0, "above what the reader types: {back:?} {tags:?}");
        window.click("Take back: split off ");
        assert!(rulings(&window).is_empty());
        let again = row_with(&window, column, &text).expect("it stands somewhere");
        assert!(others.iter().all(|&at| again.cells[at].is_some()), "where it stood");
        choose(&mut window, &again, column);
        assert!(!is_painted(&window, "split off by hand"));
        assert!(!window.texts().iter().any(|one| one.words == "take back"), "nothing is left to take back");
    }
}

#[test]
fn variants_of_a_word_have_each_word_as_often_as_the_cell_has_it() {
    let mut seen = 0;
    for name in ["halden-bridge", "lindmoor-fares"] {
        let mut window = Window::opening(sample(name));
        let rows: Vec<_> = event(&window).rows.iter().filter(|row| row.readings() > 1).take(8).cloned().collect();
        for row in rows {
            for column in (0..row.cells.len()).filter(|&column| row.cells[column].is_some()).take(2) {
                choose(&mut window, &row, column);
                for _ in 0..8 {
                    window.key(Modifiers::NONE, Key::W);
                    for (other, cell) in row.cells.iter().enumerate() {
                        let Some(cell) = cell else { continue };
                        let article = &window.app().sheet().articles[event(&window).members[other]];
                        let text = cell.text(article).to_lowercase();
                        let starts = format!("Variant in {}: ", article.witness.name());
                        for line in window.names(&starts) {
                            let line = line.split_once(": ").expect("words").1.to_lowercase();
                            assert!(!line.starts_with([',', '.', ';', ':']), "{line:?}");
                            let words = |text: &str| -> Vec<String> {
                                let words =
                                    text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
                                words.map(str::to_owned).collect()
                            };
                            let (here, there) = (words(&line), words(&text));
                            for word in &here {
                                let count = |list: &[String]| list.iter().filter(|other| *other == word).count();
                                assert!(count(&here) <= count(&there), "{word:?} of {line:?}: {text}");
                            }
                            seen += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 30, "{seen}");
}

#[test]
fn words_that_a_quotation_leaves_out_are_called_so() {
    use collation::contrast::{ContrastKind, EvidencePart};
    let mut window = Window::opening(sample("halden-bridge"));
    let mut seen = 0;
    for row in event(&window).rows.clone() {
        let cuts = row.contrasts.iter().enumerate().filter(|(_, contrast)| contrast.kind == ContrastKind::Cut);
        let cuts: Vec<_> =
            cuts.filter(|(_, cut)| cut.evidence.iter().all(|it| it.part != EvidencePart::Words)).collect();
        if cuts.is_empty() {
            continue;
        }
        choose(&mut window, &row, row.cells.iter().position(Option::is_some).unwrap());
        for (at, _) in cuts {
            let name = window.names(&format!("Difference {}: ", at + 1)).remove(0);
            assert!(name.contains(" left out: "), "{name}");
            seen += 1;
        }
    }
    assert!(seen > 2, "{seen}");
}

#[test]
fn a_click_on_a_word_lights_it_and_its_partners_alone() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let mut clicked = 0;
    for row in super::corrections::event(&window).rows.clone().into_iter().filter(|row| row.readings() > 2).take(4) {
        for column in (0..row.cells.len()).filter(|&column| row.cells[column].is_some()) {
            let name = format!("Statement {}: ", row.number);
            if window.names(&name).is_empty() || window.rect(&name).height() < 20.0 {
                continue;
            }
            let text = super::corrections::passage(&window, &row, column);
            let found = window.harness.query_all_by(|node| node.value().as_deref() == Some(&text)).next();
            let Some(rect) = found.map(|node| node.rect()) else { continue };
            window.click_at(rect.left_top() + egui::vec2(60.0, 44.0));
            let Some((lit_row, places)) = window.app().view().lit.clone() else { continue };
            clicked += 1;
            // A passage may stand in two rows.
            let row = super::corrections::event(&window).rows.iter().find(|row| row.anchor == lit_row).unwrap().clone();
            let column = places[0].0;
            let kind = |column: usize, span: collation::span::Span| {
                let runs = row.cells[column].iter().flat_map(|cell| &cell.runs);
                runs.filter(|run| run.span.overlaps(span)).map(|run| run.kind).next()
            };
            let lit: usize = places.iter().map(|(_, span)| span.len()).sum();
            let all: usize = row.cells.iter().flatten().flat_map(|cell| &cell.passages).map(|it| it.span.len()).sum();
            if kind(column, places[0].1) == Some(collation::variation::RunKind::Shared) {
                assert!(lit * 2 < all, "{lit} of {all} characters of statement {} are lit", row.number);
                let events = super::corrections::event(&window);
                let article = &window.app().sheet().articles[events.members[column]];
                let words = article.witness.text.slice(places[0].1);
                assert!(!words.trim().contains(' '), "more than the word under the pointer: {words}");
            }
            window.key(Modifiers::NONE, Key::Escape);
        }
    }
    assert!(clicked > 3, "{clicked} words");
}

#[test]
fn each_place_of_a_statement_is_told_once_with_the_outlet_that_it_is_compared_with() {
    use collation::contrast::ContrastKind;
    let (picked, pasted, size) =
        (parallax::picker::Picked::Cancelled, parallax::clipboard::Pasted::default(), [1440.0, 2400.0]);
    let mut window = Window::with(picked, pasted, sample("lindmoor-fares"), size, egui::Theme::Light);
    let mut seen = 0;
    for row in event(&window).rows.clone() {
        window.key(Modifiers::NONE, Key::ArrowDown);
        let places = row.contrasts.iter().filter(|contrast| contrast.kind == ContrastKind::Place).count();
        if places < 2 {
            continue;
        }
        let inspector = egui::Rect::from_min_max(egui::pos2(1152.0, 48.0), egui::pos2(1440.0, 2400.0));
        let lines = window.painted(inspector).into_iter().filter(|one| one.words.contains(" here, "));
        let ends = |one: &Painted| one.words.ends_with(|end: char| end.is_ascii_uppercase());
        assert_eq!(lines.filter(ends).count(), places, "statement {}", row.number);
        seen += 1;
    }
    assert!(seen > 0, "no statement with two places of its own");
}

#[test]
fn a_figure_that_several_agree_on_is_told_once() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    for _ in 0..event(&window).rows.len() {
        window.key(Modifiers::NONE, Key::ArrowDown);
        let told = window.names("Vote differs, check");
        if let Some(told) = told.first() {
            assert!(told.ends_with("27 to 24 → 27 to 23"), "{told}");
            return;
        }
    }
    panic!("no votes differ");
}
