//! Cells with several passages: one of them is chosen by a click or by keys, and corrections are about it alone.

use collation::contrast::Voice;
use collation::ruling::{Anchor, Ruling};
use collation::sheet::SheetRow;
use egui::{Key, Modifiers, Pos2, pos2};

use super::corrections::{choose, event, row_with, rulings};
use super::harness::{Window, sample};

/// Three articles of which some cells hold more than one passage.
fn opened() -> Window {
    let files = sample("lindmoor-fares");
    let named = |name: &str| files.iter().find(|file| file.ends_with(name)).expect("a sample").clone();
    Window::opening(vec![named("westland-press.md"), named("kiosk24.txt"), named("daily-lantern.txt")])
}

/// The cells with several passages, in rows that other articles have too.
fn cells_of_several(window: &Window) -> Vec<(SheetRow, usize)> {
    let rows = event(window).rows.iter().filter(|row| !row.is_lone() || row.is_linked());
    let cells = rows.flat_map(|row| row.cells.iter().enumerate().map(move |(column, cell)| (row, column, cell)));
    let several = cells.filter(|(.., cell)| cell.as_ref().is_some_and(|cell| cell.passages.len() > 1));
    several.map(|(row, column, _)| (row.clone(), column)).collect()
}

fn passages(window: &Window, row: &SheetRow, column: usize) -> Vec<(Anchor, String)> {
    let article = &window.app().sheet().articles[event(window).members[column]];
    let spans = row.cells[column].iter().flat_map(|cell| &cell.passages).map(|passage| passage.span);
    spans
        .map(|span| (Anchor { article: article.witness.key, span }, article.witness.text.slice(span).to_owned()))
        .collect()
}

fn chosen(window: &Window) -> Option<Anchor> {
    window.app().view().selection.passage
}

/// A place on the first line of the second passage of the chosen cell.
fn on_second_passage(window: &Window, second: &str) -> Pos2 {
    let texts = window.texts();
    let start: String = second.chars().take(6).collect();
    let begins = |line: &str| line.trim_start().starts_with(['¶', 'h']) && line.contains(&start);
    let (text, at) = texts
        .iter()
        .find_map(|text| Some((text, text.lines.iter().position(|line| begins(line))?)))
        .expect("the second passage is painted");
    let line = text.rect.height() / text.lines.len() as f32;
    pos2(text.rect.left() + 60.0, text.rect.top() + (at as f32 + 0.5) * line)
}

#[test]
fn keys_choose_one_of_several_passages_and_corrections_are_about_it_alone() {
    for (modifiers, key) in [(Modifiers::NONE, Key::S), (Modifiers::SHIFT, Key::S)] {
        let mut window = opened();
        let (row, column) = cells_of_several(&window)[0].clone();
        let both = passages(&window, &row, column);
        choose(&mut window, &row, column);
        assert_eq!(chosen(&window), None, "the cell as a whole");
        window.key(Modifiers::ALT, Key::ArrowDown);
        assert_eq!(chosen(&window), Some(both[0].0));
        assert!(window.has(&format!("passage 1 of {} chosen", both.len())), "a screen reader says so");
        window.key(modifiers, key);
        assert!(
            rulings(&window).iter().all(|ruling| match ruling {
                Ruling::Part { passages, others } => passages == &[both[0].0] && !others.contains(&both[1].0),
                Ruling::Pin { passages } => passages == &[both[0].0],
                _ => false,
            }),
            "{:?}",
            rulings(&window)
        );
        let stays = row_with(&window, column, &both[1].1).expect("it stands somewhere");
        let others =
            |row: &SheetRow| (0..row.cells.len()).filter(|&other| row.cells[other].is_some()).collect::<Vec<_>>();
        assert_eq!(others(&stays), others(&row), "the other passage stays where it was");
        let left = row_with(&window, column, &both[0].1).expect("it has gone somewhere");
        assert_ne!(left.anchor, stays.anchor);
        window.key(Modifiers::COMMAND, Key::Z);
        assert!(rulings(&window).is_empty(), "one step");
    }
}

#[test]
fn a_click_on_a_passage_chooses_it_and_one_beside_the_text_the_whole_cell() {
    let mut window = opened();
    let (row, column) = cells_of_several(&window)[0].clone();
    let both = passages(&window, &row, column);
    choose(&mut window, &row, column);
    let place = on_second_passage(&window, &both[1].1);
    window.click_at(place);
    assert_eq!(chosen(&window), Some(both[1].0));
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(chosen(&window), None);
    window.click_at(place);
    let meta =
        window.rect(&format!("{}, ", window.app().sheet().articles[event(&window).members[column]].witness.name()));
    assert!(meta.is_positive());
    window.key(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(chosen(&window), Some(both[0].0), "the one before");
    window.key(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(chosen(&window), None, "the cell as a whole");
}

#[test]
fn a_passage_is_dragged_out_of_its_cell_and_a_rejection_names_it_alone() {
    let mut window = opened();
    let (row, column) = cells_of_several(&window)[0].clone();
    let both = passages(&window, &row, column);
    let target = event(&window).rows.iter().find(|other| other.number == row.number + 1).expect("a row").clone();
    window.key(Modifiers::NONE, Key::ArrowDown);
    let from = on_second_passage(&window, &both[1].1);
    let to = window.rect(&format!("Statement {}: ", target.number)).center();
    window.drag(from, to);
    let [Ruling::Part { passages, .. }, Ruling::Link { passages: linked }] = rulings(&window) else {
        panic!("{:?}", rulings(&window))
    };
    assert_eq!(passages, &[both[1].0]);
    assert!(linked.contains(&both[1].0) && !linked.contains(&both[0].0));
    window.key(Modifiers::COMMAND, Key::Z);
    choose(&mut window, &row, column);
    window.key(Modifiers::ALT, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::X);
    window.click("Other speaker");
    let [Ruling::Reject { passages, .. }] = rulings(&window) else { panic!("{:?}", rulings(&window)) };
    assert_eq!(passages, &[both[0].0]);
}

#[test]
fn the_message_names_every_row_that_the_passages_of_a_cell_have_gone_to() {
    let mut window = opened();
    let mut parted = 0;
    for (row, column) in cells_of_several(&window) {
        let both = passages(&window, &row, column);
        choose(&mut window, &row, column);
        window.key(Modifiers::NONE, Key::S);
        let numbers: std::collections::BTreeSet<usize> =
            both.iter().filter_map(|(_, text)| Some(row_with(&window, column, text)?.number)).collect();
        if let [one, other] = numbers.into_iter().collect::<Vec<_>>()[..] {
            let words = format!("are in statements {one} and {other} now");
            assert!(window.has_said(&words), "{words}: {:?}", window.app().messages());
            parted += 1;
        }
        window.key(Modifiers::COMMAND, Key::Z);
    }
    assert!(parted > 0, "no cell to try it with");
}

#[test]
fn the_line_above_the_words_and_every_further_passage_tell_of_their_own_voice() {
    let mut window = opened();
    // A quotation is put beside the outlet's own words.
    let voice = |row: &SheetRow| row.cells[0].as_ref().map(|cell| cell.passages[0].voice);
    let of = |wanted: Voice| event(&window).rows.iter().find(|row| voice(row) == Some(wanted)).expect("a row").number;
    let [own, quoted] = [Voice::Paraphrased, Voice::Quoted].map(of);
    window.click(&format!("Statement {own}: "));
    window.click_with(&format!("Statement {quoted}: "), Modifiers::COMMAND);
    window.key(Modifiers::NONE, Key::J);
    let mut differing = 0;
    for (row, column) in cells_of_several(&window) {
        choose(&mut window, &row, column);
        let cell = row.cells[column].as_ref().expect("a reading");
        let outlet = window.app().sheet().articles[event(&window).members[column]].witness.name().to_owned();
        let said = |voice| match voice {
            Voice::Quoted => ("quoted", "“ ”"),
            Voice::Partly => ("partly quoted", "‹“›"),
            Voice::Paraphrased => ("paraphrased", "~"),
        };
        let names = window.names(&format!("{outlet}, "));
        let places = cell.passages.iter().map(|passage| match passage.paragraph {
            0 => "headline".to_owned(),
            number => format!("paragraph {number}"),
        });
        let told: Vec<(&str, String)> = cell.passages.iter().map(|passage| said(passage.voice).0).zip(places).collect();
        let tells = |name: &String| {
            let mut rest = name.as_str();
            told.iter().all(|(voice, place)| {
                let behind = rest.split_once(voice).and_then(|(_, behind)| behind.split_once(place.as_str()));
                rest = behind.map_or("", |(_, behind)| behind);
                behind.is_some()
            })
        };
        assert!(names.iter().any(tells), "{told:?}: {names:?}");
        let name = names.iter().find(|name| tells(name)).expect("a cell").clone();
        let place = window.rect(&name);
        let painted = window.painted(place);
        let meta: Vec<&str> =
            painted.iter().filter(|one| one.rect.top() < place.top() + 20.0).map(|one| one.words.as_str()).collect();
        let first = cell.passages.iter().find(|passage| meta.iter().any(|words| words.starts_with(&passage.place())));
        let Some(first) = first else { continue };
        assert!(meta.contains(&said(first.voice).1), "{meta:?} {first:?}");
        let words = painted.iter().map(|one| one.words.as_str()).collect::<String>();
        for passage in cell.passages.iter().filter(|passage| passage.span > first.span) {
            let sign = format!("{}  {}", passage.place(), said(passage.voice).1);
            assert!(!words.contains(&format!("\n{}", passage.place())) || words.contains(&sign), "{sign}: {words}");
        }
        differing += usize::from(first.voice != cell.voice);
    }
    assert!(differing > 0, "no cell to try it with");
}
