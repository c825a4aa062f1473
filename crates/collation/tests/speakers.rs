//! The speaker gate: the same words by two known speakers never share a row, and stand beside each
//! other as "similar words, other speaker".

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::sync::Arc;

use collation::sheet::{SheetRow, lay_out};
use collation::{
    Collation, Grouping, Options, Prepared, Span, Text, Unattended, Witness, WitnessKey, collate, prepare,
};

/// What both articles tell, so that they are reports of one event.
const COMMON: &str = "Engineers closed the Orla bridge on Monday after inspectors found cracks in two girders.\n\n";
const WORDS: &str = "It will be weeks before the bridge can open again";

fn compared(articles: [&str; 2]) -> Collation {
    let prepared = |(at, text): (usize, &&str)| {
        let text = Text::new(format!("{COMMON}{text}"));
        Arc::new(prepare(Arc::new(Witness { key: WitnessKey(at as u32), text, ..Witness::default() })))
    };
    let articles = articles.iter().enumerate().map(prepared).collect();
    collate(articles, &[], Options { grouping: Grouping::One, ..Options::default() }, &Unattended)
}

/// The passage of an article that holds the words of both.
fn passage(article: &Prepared) -> Span {
    let holds = |span: Span| article.witness.text.slice(span).to_lowercase().contains(&WORDS.to_lowercase());
    let passages = &article.segmented.passages;
    passages.iter().map(|passage| passage.span).find(|&span| holds(span)).expect("the words stand in the article")
}

fn share_a_row(collation: &Collation) -> bool {
    let table = &collation.events[0].table;
    let spans: Vec<Span> = table.members.iter().map(|&member| passage(&collation.articles[member])).collect();
    table.rows.iter().any(|row| {
        row.cells.iter().zip(&spans).all(|(cell, span)| {
            cell.as_ref().is_some_and(|reading| reading.passages.iter().any(|passage| passage.overlaps(*span)))
        })
    })
}

#[test]
fn the_same_words_by_two_speakers_never_share_a_row() {
    for articles in [
        [
            "“It will be weeks before the bridge can open again,” mayor Ada Vale said.",
            "“It will be weeks before the bridge can open again,” captain Tom Reyd said.",
        ],
        [
            "Ada Vale said it will be weeks before the bridge can open again.",
            "Tom Reyd said it will be weeks before the bridge can open again.",
        ],
        [
            "Mayor Ada Vale met the press. “It will be weeks before the bridge can open again,” she said.",
            "Captain Tom Reyd met the press. “It will be weeks before the bridge can open again,” he said.",
        ],
        [
            "The mayor, Ada Vale, met the press. “It will be weeks before the bridge can open again,” the mayor said.",
            "It will be weeks before the bridge can open again, according to Tom Reyd, a captain.",
        ],
    ] {
        let collation = compared(articles);
        assert!(!share_a_row(&collation), "{articles:#?}");
        let table = &collation.events[0].table;
        for (column, &member) in table.members.iter().enumerate() {
            let span = passage(&collation.articles[member]);
            let alone = table.unmatched.iter().find(|alone| alone.column == column && alone.span.overlaps(span));
            let nearest = alone.and_then(|alone| alone.nearest.as_ref()).expect("the other's words are the nearest");
            assert_eq!(nearest.because, "other speaker", "{articles:#?}");
        }
    }
}

#[test]
fn the_same_words_by_one_speaker_share_a_row() {
    for articles in [
        [
            "“It will be weeks before the bridge can open again,” mayor Ada Vale said.",
            "Ada Vale is the mayor. It will be weeks before the bridge can open again, she said.",
        ],
        [
            "“It will be weeks before the bridge can open again,” mayor Ada Vale said.",
            "“It will be weeks before the bridge can open again,” Vale told reporters.",
        ],
    ] {
        assert!(share_a_row(&compared(articles)), "{articles:#?}");
    }
}

/// The row of both articles that hold `words`, with its title and speaker.
fn head_of(articles: [&str; 2], words: &str) -> (String, Option<String>) {
    let sheet = lay_out(&compared(articles), &[]);
    let holds = |row: &SheetRow| {
        row.readings() == 2
            && row.cells.iter().flatten().zip(&sheet.articles).all(|(cell, article)| {
                cell.passages.iter().any(|passage| article.witness.text.slice(passage.span).contains(words))
            })
    };
    let row = sheet.events[0].rows.iter().find(|row| holds(row)).expect("both share a row");
    (row.title.clone(), row.speaker.clone())
}

#[test]
fn a_row_names_the_speaker_of_its_title_and_nobody_where_the_title_has_none() {
    let said = "Ada Vale said the bridge needs two new girders before the first frost.";
    let told = "The bridge needs two new girders before the first frost.";
    let title = "The bridge needs two new girders before the first frost".to_owned();
    assert_eq!(head_of([said, told], "girders before"), (title.clone(), Some("Ada Vale".to_owned())));
    assert_eq!(head_of([told, said], "girders before"), (title, None));
    // The same quotation, where only one article says whose it is.
    let bare = "One sentence will stay. “The bridge needs two new girders before the first frost.”";
    let quoted = "“The bridge needs two new girders before the first frost,” Ada Vale said.";
    assert_eq!(head_of([bare, quoted], "girders before").1.as_deref(), Some("Ada Vale"));
}

#[test]
fn a_title_is_what_the_readings_share() {
    let long = "The ferry captains of the island waved their caps at noon, and the harbour company will need 22 more boats by the autumn.";
    let short = "The harbour company will need 22 more boats by the autumn.";
    assert_eq!(head_of([long, short], "22 more boats").0, "The harbour company will need 22 more boats by the autumn");
    let thanked = "Ada Vale thanked the harbour company for 22 more boats in the autumn.";
    let also = "Vale thanked the harbour company for 22 more boats in the autumn on Monday.";
    assert_eq!(
        head_of([thanked, also], "22 more boats").0,
        "Ada Vale thanked the harbour company for 22 more boats in the autumn"
    );
}

#[test]
fn who_speaks_and_where_is_no_statement() {
    let told = "“It will be weeks before the bridge can open again,” Transport Minister Ada Vale told reporters.";
    assert!(share_a_row(&compared([told, told])), "the same words do");
    let collation = compared([told, "Transport Minister Ada Vale came to the ferry at nine."]);
    let rows = &collation.events[0].table.rows;
    assert!(rows.iter().all(|row| row.cells.iter().flatten().all(|cell| cell.passages[0].start == 0)), "{rows:#?}");
}
