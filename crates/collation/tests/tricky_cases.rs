//! What `docs/tricky-cases.md` says of its examples holds: a case that is mended leaves the page.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::sync::Arc;

use collation::table::Certainty;
use collation::{Grouping, Options, Span, Text, Unattended, Witness, WitnessKey, collate, prepare};

/// What stands around the sentences, so that they are parts of two reports of one event.
const AROUND: [[&str; 2]; 2] = [
    [
        "Bridge in Halden shut after inspectors find cracks\n\nEngineers shut the Halden bridge on Monday after inspectors found cracks in two girders.",
        "A ferry carries lorries across the sound until the girders are replaced.",
    ],
    [
        "Halden wakes without its bridge\n\nThe bridge of Halden has been shut since Monday, when cracks were found in its girders.",
        "The port lost a million crowns in a day, the chamber of trade reckons.",
    ],
];

/// How sure the row is in which `a` of one article and `b` of another stand; `None` where there is no such row.
fn shared(a: &str, b: &str) -> Option<Certainty> {
    let texts = [a, b].into_iter().zip(AROUND).map(|(own, [before, behind])| format!("{before}\n\n{own}\n\n{behind}"));
    let articles = texts.enumerate().map(|(at, text)| {
        let witness = Witness { key: WitnessKey(at as u32), text: Text::new(text), ..Witness::default() };
        Arc::new(prepare(Arc::new(witness)))
    });
    let options = Options { grouping: Grouping::One, ..Options::default() };
    let collation = collate(articles.collect(), &[], options, &Unattended);
    let table = &collation.events[0].table;
    let place = |column: usize, words: &str| {
        let text = &collation.articles[table.members[column]].witness.text;
        let at = text.as_str().find(words).expect("the words stand in their article");
        text.span_of_bytes(at..at + words.len())
    };
    let places: [Span; 2] = [place(0, a), place(1, b)];
    let row = table.rows.iter().find(|row| {
        row.cells.iter().zip(places).all(|(cell, place)| {
            cell.as_ref().is_some_and(|reading| reading.passages.iter().any(|passage| passage.overlaps(place)))
        })
    });
    row.map(|row| row.certainty)
}

#[test]
fn the_page_tells_what_becomes_of_its_examples() {
    let page = include_str!("../../../docs/tricky-cases.md");
    let (rule, possible) = (Some(Certainty::Rule), Some(Certainty::Possible));
    for (heading, a, b, expected) in [
        ("The same event in words that share nothing", "The minister steps down.", "Vale quits the cabinet.", None),
        (
            "Figures of the same thing",
            "Eight of the 96 hangers could fail, Reyd said.",
            "Reyd said at least three of the 96 hangers would be replaced.",
            rule,
        ),
        (
            "Thanks in reported form",
            "She thanked her crew.",
            "“I want to thank every sailor of my crew for these hard weeks,” she said.",
            possible,
        ),
        (
            "Another step of the same affair",
            "The council voted to close the bridge.",
            "The council voted to open the bridge.",
            rule,
        ),
        (
            "One person, two days",
            "He said on Monday it could be done very quickly.",
            "On Friday he said it could take long, or be quick.",
            possible,
        ),
        (
            "An office and the person who holds it",
            "The harbour office said the bridge would stay shut for weeks.",
            "Ada Vale said the bridge would stay shut for weeks.",
            rule,
        ),
        (
            "An office and the person who holds it",
            "The Harbour Office said the bridge would stay shut for weeks.",
            "Ada Vale said the bridge would stay shut for weeks.",
            None,
        ),
        (
            "Neighbours in a statement",
            "“The subpoenas concern the closure,” Reyd said.",
            "“We received subpoenas over the closure,” Reyd said.",
            rule,
        ),
    ] {
        assert_eq!(shared(a, b), expected, "{heading}: {a} / {b}");
        assert!(page.contains(&format!("**{heading}.**")), "the page has {heading}");
    }
}
