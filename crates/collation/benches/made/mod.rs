//! Made-up articles for benches: sentences of the project's own sample, drawn, shuffled and reworded by
//! fixed rules, so that every machine compares the same ones.

#![allow(dead_code, reason = "no bench uses all of it")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use collation::{
    Grouping, Options, Prepared, Text, Unattended, Witness, WitnessKey, clean, collate, prepare, segment, sheet,
};

/// The project's own made-up news, as plain text.
const SAMPLE: [&str; 4] = [
    include_str!("../../../../sample_data/halden-bridge/maren-courier.txt"),
    include_str!("../../../../sample_data/lindmoor-fares/daily-lantern.txt"),
    include_str!("../../../../sample_data/lindmoor-fares/kiosk24.txt"),
    include_str!("../../../../sample_data/rask-lighthouse/coastal-gazette.txt"),
];

/// Words that another outlet may choose instead.
const SWAPS: [(&str, &str); 16] = [
    ("bridge", "span"),
    ("closed", "shut"),
    ("said", "stated"),
    ("road", "route"),
    ("safe", "sound"),
    ("Tuesday", "yesterday"),
    ("engineers", "inspectors"),
    ("reported", "noted"),
    ("fares", "prices"),
    ("minister", "secretary"),
    ("traffic", "vehicles"),
    ("people", "residents"),
    ("began", "started"),
    ("day", "morning"),
    ("hospital", "clinic"),
    ("three", "3"),
];

/// Median time of `times` runs.
pub fn median<T>(times: usize, mut work: impl FnMut() -> T) -> Duration {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let began = Instant::now();
            black_box(work());
            began.elapsed()
        })
        .collect();
    taken.sort();
    taken[times / 2]
}

/// The sample's sentences, clutter aside.
pub fn sentences() -> Vec<String> {
    let mut all = Vec::new();
    for sample in SAMPLE {
        let text = Text::new(sample.to_owned());
        let labelled = clean::label(&text);
        let segmented = segment::segment(&text, &labelled.blocks, Some("en"));
        all.extend(segmented.passages.iter().map(|passage| text.slice(passage.span).replace('\n', " ")));
    }
    all
}

/// Numbers that look random and are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// `events` times `each` articles of `length` sentences. Every event has its own names.
pub fn articles(sentences: &[String], events: usize, each: usize, length: usize) -> Vec<Arc<Prepared>> {
    witnesses(sentences, events, each, length).into_iter().map(|witness| Arc::new(prepare(witness))).collect()
}

/// The same before they are read.
pub fn witnesses(sentences: &[String], events: usize, each: usize, length: usize) -> Vec<Arc<Witness>> {
    let mut dice = Dice(7);
    let mut all = Vec::new();
    for event in 0..events {
        for _ in 0..each {
            let mut text = String::new();
            for _ in 0..length {
                let sentence = &sentences[dice.below(sentences.len())];
                text += &reworded(sentence, event, &mut dice);
                text += "\n\n";
            }
            let text = Text::new(text);
            let labelled = clean::label(&text);
            let key = WitnessKey(all.len() as u32);
            let witness = Witness { key, meta: labelled.meta, blocks: labelled.blocks, text, ..Witness::default() };
            all.push(Arc::new(witness));
        }
    }
    all
}

/// The sentence as another outlet may print it: words left out or swapped; long words belong to the event.
fn reworded(sentence: &str, event: usize, dice: &mut Dice) -> String {
    let mut words = Vec::new();
    for word in sentence.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let swap = SWAPS.iter().find(|(from, _)| *from == bare).filter(|_| dice.below(2) == 0);
        if dice.below(12) == 0 && swap.is_none() && word == bare {
            continue;
        }
        words.push(match swap {
            Some((from, to)) => word.replace(from, to),
            None if event > 0 && bare.len() > 6 => word.replace(bare, &format!("{bare}{}", name_of(event))),
            None => word.to_owned(),
        });
    }
    words.join(" ")
}

/// Two letters for each event.
fn name_of(event: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    format!("{}{}", letter(event), letter(event / 26 + 7))
}

/// Number of rows of a whole comparison, the sheet laid out.
pub fn compare(articles: Vec<Arc<Prepared>>, grouping: Grouping) -> usize {
    let collation = collate(articles, &[], Options { grouping, ..Options::default() }, &Unattended);
    sheet::lay_out(&collation, &[]).events.iter().map(|event| event.rows.len()).sum()
}
