//! An event's table is its own: articles on other events change nothing in it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::sync::Arc;

use collation::{Options, Text, Unattended, Witness, WitnessKey, collate, prepare};

const BRIDGE: [&str; 2] = [
    "Engineers closed the Orla bridge on Monday after inspectors found cracks in two girders.\n\n\
     “It will be weeks before the bridge can open again,” mayor Ada Vale said.\n\n\
     The ferry carries lorries across the sound until the girders are replaced.\n\n\
     The port lost a million in a day, the chamber said.",
    "The Orla bridge was closed by engineers on Monday: inspectors had found cracks in its girders.\n\n\
     Ada Vale, the mayor, said that weeks would pass before the bridge opened again.\n\n\
     Lorries cross the sound by ferry until new girders come.\n\n\
     A million was lost in a day at the port.",
];

const FILM: [&str; 2] = [
    "The film festival of Tarn gave its golden ferry to Lena Roth on Saturday evening.\n\n\
     “I wrote the port scenes in a week,” the director said when she took the prize.\n\n\
     The jury saw forty films in ten days; a bridge of light hung over the market square.",
    "Lena Roth won the golden ferry of the film festival in Tarn on Saturday.\n\n\
     The director said she had written the port scenes within a week.\n\n\
     Forty films were shown to the jury in ten days, and light hung over the market square.",
];

#[test]
fn articles_on_other_events_change_nothing() {
    let collation = |texts: &[&str]| {
        let article = |(at, text): (usize, &&str)| {
            Arc::new(prepare(Arc::new(Witness {
                key: WitnessKey(at as u32),
                text: Text::new(*text),
                ..Witness::default()
            })))
        };
        collate(texts.iter().enumerate().map(article).collect(), &[], Options::default(), &Unattended)
    };
    let (alone, beside) = (collation(&BRIDGE), collation(&[BRIDGE, FILM].concat()));
    assert_eq!([alone.events.len(), beside.events.len()], [1, 2]);
    let own = &beside.events.iter().find(|event| event.table.members == [0, 1]).unwrap().table;
    assert!(own.rows.iter().filter(|row| row.cells.iter().all(Option::is_some)).count() > 2);
    assert_eq!(own.rows, alone.events[0].table.rows);
}
