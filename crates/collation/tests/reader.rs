//! What the window asks of a sheet beyond its rows: kept words, the fullest quotation as base, and the
//! nearest passage for a hollow cell.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::sync::Arc;

use collation::kept::{answers_to_word, kept_words};
use collation::nearest::{Why, nearest_to};
use collation::ruling::{Anchor, Ruling};
use collation::sheet::{Sheet, SheetRow, lay_out};
use collation::{Block, Grouping, Options, Role, Span, Text, Unattended, Witness, WitnessKey, collate, prepare};

const ARTICLES: [&str; 3] = [
    "Mayor Ada Vale said: “Nobody was in danger at any time, and the bridge will open again in June.”\n\n\
     Repairs will cost 12 million crowns, the harbour office said.\n\n\
     Fishermen welcomed the quiet on the river.",
    "“Nobody was in danger at any time,” mayor Ada Vale told reporters.\n\n\
     The harbour office puts the cost of the repairs at 12 million crowns.",
    "Ada Vale, the mayor, said nobody was in danger.\n\n\
     The ferry company hired twenty sailors for the river.",
];

fn paragraphs(text: &str) -> Vec<Block> {
    let mut at = 0;
    let mut blocks = Vec::new();
    for paragraph in text.split("\n\n") {
        let length = paragraph.chars().count();
        blocks.push(Block::new(Role::Body, Span::new(at, at + length)));
        at += length + 2;
    }
    blocks
}

fn sheet_of(rulings: &[Ruling]) -> Sheet {
    let articles = ARTICLES.iter().enumerate().map(|(at, text)| {
        let key = WitnessKey(at as u32);
        Arc::new(prepare(Arc::new(Witness {
            key,
            text: Text::new(*text),
            blocks: paragraphs(text),
            ..Witness::default()
        })))
    });
    let options = Options { grouping: Grouping::One, ..Options::default() };
    lay_out(&collate(articles.collect(), rulings, options, &Unattended), rulings)
}

/// The rulings that put the three sentences of the mayor into one row.
fn linked() -> Vec<Ruling> {
    let passages = [0, 1, 2].map(|article: u32| {
        let text = Text::new(ARTICLES[article as usize]);
        let end = text.as_str().split("\n\n").next().unwrap().chars().count();
        Anchor { article: WitnessKey(article), span: Span::new(0, end) }
    });
    vec![Ruling::Link { passages: passages.to_vec() }]
}

#[test]
fn each_word_of_the_base_knows_how_many_kept_it() {
    let sheet = sheet_of(&linked());
    let event = &sheet.events[0];
    let row = event.rows.iter().find(|row| row.readings() == 3).expect("the mayor's row");
    assert!(row.is_linked() && event.rows.iter().filter(|row| row.is_linked()).count() == 1);
    let kept = kept_words(event, row, 0, &sheet.articles);
    let by = |word: &str| {
        let text = &sheet.articles[0].witness.text;
        kept.iter().find(|kept| text.slice(kept.span) == word).unwrap_or_else(|| panic!("{word}")).by
    };
    assert_eq!((by("danger"), by("time"), by("June")), (2, 1, 0));
}

#[test]
fn a_word_of_the_base_is_answered_by_a_word_by_other_words_or_by_nothing() {
    let sheet = sheet_of(&linked());
    let event = &sheet.events[0];
    let row = event.rows.iter().find(|row| row.readings() == 3).expect("the mayor's row");
    let words = kept_words(event, row, 0, &sheet.articles);
    let answers = |word: &str| -> Vec<Vec<String>> {
        let text = |column: usize| &sheet.articles[event.members[column]].witness.text;
        let word = words.iter().find(|kept| text(0).slice(kept.span) == word).expect("a word of the base").span;
        let found = answers_to_word(event, row, 0, word, &sheet.articles);
        found
            .into_iter()
            .map(|(at, spans)| spans.iter().map(|span| text(at).slice(*span).to_owned()).collect())
            .collect()
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(answers("danger"), [["danger"], ["danger"]]);
    assert_eq!(answers("time"), [vec!["time".to_owned()], none.clone()]);
    assert_eq!(answers("June"), [none.clone(), none]);
}

#[test]
fn the_fullest_quotation_serves_as_base_until_another_is_chosen() {
    let mut rulings = linked();
    rulings.push(Ruling::Base { article: WitnessKey(1) });
    let of = |rulings: &[Ruling]| {
        let sheet = sheet_of(rulings);
        let event = &sheet.events[0];
        let row = event.rows.iter().find(|row| row.readings() == 3).expect("the mayor's row").clone();
        (event.base, row.compared_with(event.base))
    };
    assert_eq!(of(&rulings), (1, Some(1)));
    rulings.push(Ruling::Fullest { article: WitnessKey(2) });
    assert_eq!(of(&rulings), (1, Some(0)), "article 0 quotes most");
    rulings.push(Ruling::Base { article: WitnessKey(2) });
    assert_eq!(of(&rulings), (2, Some(2)));
}

#[test]
fn a_hollow_cell_has_a_nearest_passage_with_its_reason() {
    let last = |article: u32| {
        let text = ARTICLES[article as usize];
        let sentence = text.split("\n\n").last().unwrap();
        let end = text.chars().count();
        Anchor { article: WitnessKey(article), span: Span::new(end - sentence.chars().count(), end) }
    };
    let mut rulings = linked();
    rulings.push(Ruling::Part { passages: vec![last(0)], others: vec![last(2)] });
    let sheet = sheet_of(&rulings);
    let event = &sheet.events[0];
    let words = |at: usize, span: Span| sheet.articles[at].witness.text.slice(span).to_owned();
    let holds = |row: &&SheetRow, words_wanted: &str| {
        let first = row.cells[0].iter().flat_map(|cell| &cell.passages);
        first.map(|passage| words(0, passage.span)).any(|text| text.contains(words_wanted))
    };
    let row = event.rows.iter().find(|row| holds(row, "Fishermen") && row.cells[2].is_none()).expect("a lone row");
    let near = nearest_to(event, row, 2, &sheet.articles).expect("the river is in both");
    assert!(words(2, near.span).starts_with("The ferry company"), "{}", words(2, near.span));
    assert!(near.words.contains(&"river".to_owned()), "{:?}", near.words);
    assert!(
        nearest_to(event, row, 1, &sheet.articles)
            .is_none_or(|near| near.because != Why::FewWords || !near.words.is_empty())
    );
    rulings.push(Ruling::SetAside { passage: last(2) });
    let without = sheet_of(&rulings);
    let event_without = &without.events[0];
    let row = event_without.rows.iter().find(|row| holds(row, "Fishermen")).expect("a lone row");
    assert!(nearest_to(event_without, row, 2, &without.articles).is_none(), "what is set aside is not offered");
    let mayors = event.rows.iter().find(|row| row.readings() == 3).expect("the mayor's row");
    let costs = event.rows.iter().find(|row| holds(row, "12 million")).expect("the costs");
    assert!(nearest_to(event, costs, 2, &sheet.articles).is_none(), "nothing of it in the third article");
    assert!(mayors.number > 0);
}

#[test]
fn a_row_names_the_row_that_has_what_it_lacks() {
    let linked = linked();
    let [Ruling::Link { passages }] = linked.as_slice() else { panic!("one link") };
    let pin = |places: [usize; 2]| Ruling::Pin { passages: places.map(|at| passages[at]).to_vec() };
    let sheet = sheet_of(&[pin([0, 1]), pin([0, 2])]);
    let rows: Vec<&SheetRow> = sheet.events[0].rows.iter().filter(|row| row.pinned).collect();
    let [with_second, with_third] = rows.as_slice() else { panic!("{} rows", rows.len()) };
    assert_eq!(with_second.elsewhere, [None, None, Some(with_third.number)]);
    assert_eq!(with_third.elsewhere, [None, Some(with_second.number), None]);
    let others = sheet.events[0].rows.iter().filter(|row| !row.pinned);
    assert!(others.flat_map(|row| &row.elsewhere).all(Option::is_none), "they share no passage");
}
