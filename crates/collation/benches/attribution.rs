//! What an article costs before it is compared: quotations with their speakers, and all of `prepare`.
//!
//! `cargo bench -p collation --bench attribution` prints the median for 1,000 words on one core, and the time
//! for a megabyte of marks beside that for half of it. Times are for reading side by side, never for a test.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_methods)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use collation::attribution::attribute;
use collation::{Text, Vocabulary, Witness, prepare};

/// Made-up paragraphs with what slows attribution down: names, pronouns, roles, nested reports, marks.
const PARAGRAPHS: [&str; 6] = [
    "Harbour Minister Ilse Varga said on Tuesday that the old bridge at Elm Point would stay shut until the spring, \
     adding that engineers of the road office had found cracks in two of its forty hangers.",
    "“We closed it because nobody could tell us that it was safe,” she told reporters outside the town hall. “When \
     the report comes, people will see why we did not wait for another winter.”",
    "Carl Ode, the leader of the opposition in the council, accused the ministry of hiding a report that, according \
     to two officials, had been ready since February. The ministry denied that there was such a report.",
    "“They knew,” Ode said, “and they said nothing.” He called the closure “a failure of duty” and demanded that the \
     minister explain who had seen the figures, which the Elm Courier first published on Monday.",
    "The ferries carried 12,400 people on the first day, the harbour authority said, three times as many as a year \
     ago. Lena Holt, a baker from the eastern bank, said she had lost half of her customers: “It is as if the river \
     had grown wider overnight.”",
    "In a statement the road office acknowledged that its inspectors had asked for new hangers in 2019, but insisted \
     that the request had not been urgent. A spokesman declined to say whether anyone would be dismissed.",
];

fn main() {
    let article: Vec<&str> = PARAGRAPHS.iter().copied().cycle().take(24).collect();
    let text = Text::new(article.join("\n\n"));
    let words = text.as_str().split_whitespace().count();
    let per_thousand = |time: Duration| time.mul_f64(1000.0 / words as f64);
    let vocabulary = Vocabulary::default();
    let witness = Arc::new(Witness { text: text.clone(), ..Witness::default() });
    println!("an article of {words} words, per 1,000 words");
    println!("quotations and speakers {:>10.1?}", per_thousand(median(|| attribute(&text, &[], &vocabulary))));
    println!("all of prepare          {:>10.1?}", per_thousand(median(|| prepare(Arc::clone(&witness)))));
    for pattern in ["\"", "“", "' ", "“a” "] {
        let [half, whole] = [500_000, 1_000_000].map(|length| {
            let marks = Text::new(pattern.repeat(length / pattern.len()));
            let begun = Instant::now();
            black_box(attribute(&marks, &[], &vocabulary));
            begun.elapsed()
        });
        println!("a megabyte of {pattern:<10} {whole:>10.1?}, half of it {half:.1?}");
    }
}

fn median<T>(mut work: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..41)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}
