//! What a comparison costs: words of two passages, the table of one large event, many small events.
//!
//! `cargo bench -p collation --bench alignment` prints the median of each; with `--profile dev` the
//! engine runs as it does all day. The articles are made from the project's own sample: sentences
//! drawn, shuffled and reworded by fixed rules. Times are for reading side by side, never for a test.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use collation::lexicon::Lexicon;
use collation::segment::{Token, tokens_from_words};
use collation::wording::{Words, align_words};
use collation::{Grouping, Options, Prepared, Text, Unattended, Witness, WitnessKey, clean, collate, prepare, segment};

/// The project's own made-up news, as plain text.
const SAMPLE: [&str; 4] = [
    include_str!("../../../sample_data/halden-bridge/maren-courier.txt"),
    include_str!("../../../sample_data/lindmoor-fares/daily-lantern.txt"),
    include_str!("../../../sample_data/lindmoor-fares/kiosk24.txt"),
    include_str!("../../../sample_data/rask-lighthouse/coastal-gazette.txt"),
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

fn main() {
    let sentences = sentences();
    let words = wordings(&sentences);
    let one = words_of_pair(&words);
    println!("words of two passages of 25 words   {one:>10.2?}");
    let event = articles(&sentences, 1, 20, 40);
    println!("table of 20 articles × 40 sentences {:>10.0?}", median(3, || compare(event.clone(), Grouping::One)));
    let events = articles(&sentences, 50, 3, 25);
    println!("150 articles of 50 events           {:>10.0?}", median(3, || compare(events.clone(), Grouping::Auto)));
}

fn median<T>(times: usize, mut work: impl FnMut() -> T) -> Duration {
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

/// Time of one alignment, over all pairs of wordings.
fn words_of_pair(words: &[Words]) -> Duration {
    let all = || words.iter().map(|a| words.iter().map(|b| align_words(a, b).len()).sum::<usize>()).sum::<usize>();
    median(5, all) / (words.len() * words.len()) as u32
}

/// The sample's sentences, clutter aside.
fn sentences() -> Vec<String> {
    let mut all = Vec::new();
    for sample in SAMPLE {
        let text = Text::new(sample.to_owned());
        let labelled = clean::label(&text);
        let segmented = segment::segment(&text, &labelled.blocks, Some("en"));
        all.extend(segmented.passages.iter().map(|passage| text.slice(passage.span).replace('\n', " ")));
    }
    all
}

/// Passages of 25 words each.
fn wordings(sentences: &[String]) -> Vec<Words> {
    let words: Vec<String> = sentences.join(" ").split_whitespace().map(str::to_owned).collect();
    let tokens: Vec<Vec<Token>> = words.chunks_exact(25).map(tokens_from_words).collect();
    tokens.iter().map(|tokens| Words::new(tokens, &Lexicon::new(&[]))).collect()
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
fn articles(sentences: &[String], events: usize, each: usize, length: usize) -> Vec<Arc<Prepared>> {
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
            all.push(Arc::new(prepare(Arc::new(witness))));
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

fn compare(articles: Vec<Arc<Prepared>>, grouping: Grouping) -> usize {
    let collation = collate(articles, &[], Options { grouping }, &Unattended);
    collation.tables.iter().map(|table| table.rows.len()).sum()
}
