use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::control::Unattended;
use crate::prepare::prepare;
use crate::ruling::{Anchor, RejectReason};
use crate::span::Text;
use crate::witness::{Witness, WitnessKey};

const GAZETTE: &str = "Engineers closed the Orla bridge on Monday after inspectors found cracks in two girders.\n\n\
    “Nobody was in danger at any time,” mayor Ada Vale told reporters.\n\n\
    Repairs will cost 12 million crowns, the harbour office said.\n\n\
    Fishermen welcomed the quiet.";
const HERALD: &str = "The harbour office puts the cost of the repairs at 12 million crowns.\n\n\
    Cracks in two girders, found by inspectors, forced engineers to close the Orla bridge on Monday.\n\n\
    The ferry company hired twenty sailors.\n\n\
    Mayor Ada Vale said “nobody was in danger at any time”.";
const POST: &str = "Ice cream sales broke records in Lund.\n\n\
    On Monday engineers closed the Orla bridge because inspectors had found cracks in its girders.";

fn prepared(texts: &[&str]) -> Vec<Prepared> {
    let article = |(at, text): (usize, &&str)| {
        let key = WitnessKey(at as u32);
        prepare(Arc::new(Witness { key, text: Text::new(*text), ..Witness::default() }))
    };
    texts.iter().enumerate().map(article).collect()
}

fn table(articles: &[Prepared], order: &[usize], rulings: &[Ruling]) -> AlignmentTable {
    let borrowed: Vec<&Prepared> = articles.iter().collect();
    let lexicon = Lexicon::new(&borrowed.iter().map(|article| &article.segmented).collect::<Vec<_>>());
    tabulate(&borrowed, order, &lexicon, rulings, &Unattended)
}

/// The anchor of the first passage of an article that holds `words`.
fn anchor(articles: &[Prepared], article: usize, words: &str) -> Anchor {
    let one = &articles[article];
    let passages = &one.segmented.passages;
    let found = passages.iter().find(|passage| one.witness.text.slice(passage.span).contains(words));
    Anchor { article: one.witness.key, span: found.expect(words).span }
}

/// One line a row: for each column the first words of its passages.
fn shown(articles: &[Prepared], table: &AlignmentTable) -> Vec<String> {
    let start = |column: usize, span: Span| {
        let text = articles[table.members[column]].witness.text.slice(span);
        text.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
    };
    let cell = |(column, reading): (usize, &Option<Reading>)| {
        let passages = reading.iter().flat_map(|reading| &reading.passages);
        passages.map(|&span| start(column, span)).collect::<Vec<_>>().join(" + ")
    };
    table.rows.iter().map(|row| row.cells.iter().enumerate().map(cell).collect::<Vec<_>>().join(" | ")).collect()
}

fn check(articles: &[Prepared], rulings: &[Ruling], want: &[&str]) {
    let order: Vec<usize> = (0..articles.len()).collect();
    assert_eq!(shown(articles, &table(articles, &order, rulings)), want);
}

#[test]
fn statements_stand_side_by_side_in_free_order() {
    let articles = prepared(&[GAZETTE, HERALD, POST]);
    check(
        &articles,
        &[],
        &[
            "Engineers closed the | Cracks in two | On Monday engineers",
            "“Nobody was in | Mayor Ada Vale | ",
            "Repairs will cost | The harbour office | ",
        ],
    );
    let table = table(&articles, &[0, 1, 2], &[]);
    let alone: Vec<usize> = table.unmatched.iter().map(|unmatched| unmatched.column).collect();
    assert_eq!(alone, [0, 1, 2]);
}

#[test]
fn the_order_of_articles_permutes_columns_only() {
    let articles = prepared(&[GAZETTE, HERALD, POST]);
    let cells = |order: &[usize]| {
        let table = table(&articles, order, &[]);
        let mut rows: Vec<String> = table
            .rows
            .iter()
            .map(|row| {
                let mut cells: Vec<_> = table.members.iter().zip(&row.cells).collect();
                cells.sort_by_key(|(member, _)| **member);
                let mut line = String::new();
                write!(line, "{cells:?} {:?} {} {:?}", row.certainty, row.score, row.because)
                    .expect("a string takes all");
                line
            })
            .collect();
        rows.sort();
        rows
    };
    let want = cells(&[0, 1, 2]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(cells(&order), want);
    }
}

#[test]
fn rulings_have_the_last_word() {
    let articles = prepared(&[GAZETTE, HERALD, POST]);
    let at = |article, words| anchor(&articles, article, words);
    let closed = || vec![at(0, "closed"), at(1, "Cracks")];
    let fish = || vec![at(0, "Fishermen"), at(1, "ferry"), at(2, "Ice")];
    check(
        &articles,
        &[Ruling::Link { passages: fish() }, Ruling::Part { passages: vec![at(2, "Monday")], others: closed() }],
        &[
            "Engineers closed the | Cracks in two | ",
            "“Nobody was in | Mayor Ada Vale | ",
            "Repairs will cost | The harbour office | ",
            "Fishermen welcomed the | The ferry company | Ice cream sales",
        ],
    );
    // A pinned row takes its passages out of the others, and what is left is aligned anew.
    check(
        &articles,
        &[Ruling::Pin { passages: vec![at(0, "closed"), at(1, "ferry")] }],
        &[
            "Engineers closed the | The ferry company | ",
            "“Nobody was in | Mayor Ada Vale | ",
            "Repairs will cost | The harbour office | ",
            " | Cracks in two | On Monday engineers",
        ],
    );
    let reason = RejectReason::OnlyTheTopic;
    let reject = Ruling::Reject { passages: vec![at(0, "Repairs")], others: vec![at(1, "harbour")], reason };
    let table = table(&articles, &[0, 1, 2], &[reject]);
    assert_eq!(table.rows.len(), 2);
    let because: Vec<&str> = table
        .unmatched
        .iter()
        .filter_map(|unmatched| unmatched.nearest.as_ref())
        .map(|near| near.because.as_str())
        .collect();
    assert!(because.contains(&"rejected: only the topic"), "{because:?}");
}

#[test]
fn a_trimmed_passage_shows_what_the_reader_chose() {
    let articles = prepared(&[GAZETTE, HERALD]);
    let from = anchor(&articles, 0, "Nobody");
    let to = Span::new(from.span.start, from.span.start + 33);
    let table = table(&articles, &[0, 1], &[Ruling::Trim { from, to }]);
    assert!(table.rows.iter().any(|row| row.cells[0].as_ref().is_some_and(|reading| reading.passages == [to])));
}

#[test]
fn a_title_printed_twice_counts_once() {
    let twice =
        format!("Orla bridge closed over cracks in girders\n\nOrla bridge closed over cracks in girders\n\n{GAZETTE}");
    let articles =
        prepared(&[&twice, "Cracks in girders: Orla bridge closed\n\nThe sun shone on the harbour all day."]);
    let table = table(&articles, &[0, 1], &[]);
    let title = "Orla bridge closed over cracks in girders";
    let spans = table.rows.iter().flat_map(|row| &row.cells[0]).flat_map(|reading| &reading.passages);
    let alone = table.unmatched.iter().filter(|unmatched| unmatched.column == 0).map(|unmatched| &unmatched.span);
    let places = spans.chain(alone).filter(|&&span| articles[0].witness.text.slice(span) == title).count();
    assert_eq!(places, 1, "{:?}", shown(&articles, &table));
}
