//! Articles and rulings out of any bytes: the first line says what the reader decided, each article follows a
//! line of `=`.

use std::sync::Arc;

use collation::ruling::{Anchor, RejectReason, Ruling};
use collation::{Collation, Options, Span, Text, Unattended, Witness, WitnessKey, clean, collate, prepare};

/// Most articles, and most characters of each: the time of a comparison grows with both.
const MOST_ARTICLES: usize = 4;
const MOST_CHARS: usize = 3_000;

pub fn from(input: &str) -> (Collation, Vec<Ruling>) {
    let (first, rest) = input.split_once('\n').unwrap_or(("", input));
    let articles: Vec<_> = rest
        .split("\n=\n")
        .take(MOST_ARTICLES)
        .enumerate()
        .map(|(at, text)| {
            let text = Text::new(text.chars().take(MOST_CHARS).collect::<String>());
            let blocks = clean::label(&text).blocks;
            let key = WitnessKey(at as u32);
            Arc::new(prepare(Arc::new(Witness { key, text, blocks, ..Witness::default() })))
        })
        .collect();
    let passages: Vec<Anchor> = articles
        .iter()
        .flat_map(|article| {
            let key = article.witness.key;
            article.segmented.passages.iter().map(move |passage| Anchor { article: key, span: passage.span })
        })
        .collect();
    // Four bytes a ruling: which kind, two passages, and one more thing.
    let rulings: Vec<Ruling> =
        first.as_bytes().chunks_exact(4).take(24).filter_map(|bytes| ruling(bytes, &passages)).collect();
    (collate(articles, &rulings, Options::default(), &Unattended), rulings)
}

fn ruling(bytes: &[u8], all: &[Anchor]) -> Option<Ruling> {
    let &[kind, a, b, c] = bytes else { return None };
    let at = |byte: u8| all.get(usize::from(byte) % all.len().max(1)).copied();
    let (a, b) = (at(a)?, at(b)?);
    let cut = Span::new(a.span.start.saturating_add(usize::from(c) / 4), a.span.end.saturating_sub(usize::from(c) % 4));
    Some(match kind % 11 {
        0 => Ruling::Link { passages: vec![a, b] },
        1 => Ruling::Part { passages: vec![a], others: vec![b] },
        2 => Ruling::Pin { passages: vec![a, b] },
        3 => Ruling::Reject { passages: vec![a], others: vec![b], reason: RejectReason::Other },
        4 => Ruling::Trim { from: a, to: cut },
        5 => Ruling::SetAside { passage: Anchor { span: cut, ..a } },
        6 => Ruling::BringBack { passage: a },
        7 => Ruling::Move { article: a.article, with: (c % 2 == 0).then_some(b.article) },
        8 => Ruling::Base { article: a.article },
        9 => Ruling::Fullest { article: a.article },
        _ => Ruling::Title { passage: a, title: format!("Title {c}") },
    })
}
