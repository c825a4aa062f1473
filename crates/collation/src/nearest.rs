//! The passage of an article that comes nearest to a row it is not in, for the reader who asks why a
//! cell is hollow. Where the matcher looked at a pair closely, its own answer is better; this one goes
//! by shared words alone, so that every hollow cell has an answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::contrast::is_one_person;
use crate::prepare::Prepared;
use crate::segment::{Passage, Token};
use crate::sheet::{SheetEvent, SheetRow, is_telling, quotation_of, stems_of_row};
use crate::span::Span;

/// A passage and why it does not stand in the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    pub span: Span,
    /// Words that it shares with the row, as it has them.
    pub words: Vec<String>,
    pub because: Why,
}

/// Why the nearest passage was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It stands in the row with this number.
    InRow(usize),
    /// Somebody else says it.
    OtherSpeaker { here: String, there: String },
    /// In the matcher's own words, where it looked at the pair closely.
    Matcher(String),
    /// The shared words are too few.
    FewWords,
}

/// What of the article in `column` comes nearest to `row`; `None` where no passage shares a telling
/// word with it. Takes time linear in the length of the event's articles.
pub fn nearest_to<A: AsRef<Prepared>>(
    event: &SheetEvent,
    row: &SheetRow,
    column: usize,
    articles: &[A],
) -> Option<Near> {
    let article_of =
        |column: usize| event.members.get(column).and_then(|&member| articles.get(member)).map(AsRef::as_ref);
    let article = article_of(column)?;
    let wanted = stems_of_row(row, &article_of);
    if let Some(known) = row.nearest.get(column).and_then(Option::as_ref) {
        let words = shared(article, article.segmented.tokens_in(known.span), &wanted).1;
        return Some(Near { span: known.span, words, because: Why::Matcher(known.because.clone()) });
    }
    let rarity = rarity(event, &article_of);
    let weight = |words: &[&str]| words.iter().map(|word| rarity.get(word).copied().unwrap_or_default()).sum::<f32>();
    let mut best: Option<(f32, &Passage, Vec<String>)> = None;
    let mut stands = places(event, column).into_iter().peekable();
    for passage in &article.segmented.passages {
        // Both are in the order of the text.
        while stands.next_if(|span| span.end <= passage.span.start).is_some() {}
        if !stands.peek().is_some_and(|span| span.overlaps(passage.span)) {
            continue;
        }
        let tokens = article.segmented.tokens_of(passage);
        let (stems, words) = shared(article, tokens, &wanted);
        // Long passages share more words by chance.
        let score = weight(&stems) / (8.0 + tokens.len() as f32).sqrt();
        if score > 0.0 && best.as_ref().is_none_or(|(top, ..)| score > *top) {
            best = Some((score, passage, words));
        }
    }
    let (_, passage, words) = best?;
    Some(Near { span: passage.span, words, because: why(event, row, column, article, passage.span) })
}

/// Where the passages of a column stand that are compared, in rows and alone, sorted. What was set aside is not among
/// them.
fn places(event: &SheetEvent, column: usize) -> Vec<Span> {
    let cells = event.rows.iter().filter_map(|row| row.cells.get(column)?.as_ref());
    let rowed = cells.flat_map(|cell| &cell.passages).map(|passage| passage.span);
    let alone = event.unmatched.iter().filter(|unmatched| unmatched.column == column).map(|unmatched| unmatched.span);
    let mut places: Vec<Span> = rowed.chain(alone).collect();
    places.sort_unstable();
    places
}

fn why(event: &SheetEvent, row: &SheetRow, column: usize, article: &Prepared, span: Span) -> Why {
    let told = row.elsewhere.get(column).copied().flatten();
    let first = told.and_then(|number| event.rows.get(number.checked_sub(1)?));
    let other = first.into_iter().chain(&event.rows).find(|other| {
        !other.is_lone()
            && other.anchor != row.anchor
            && other.cells.get(column).and_then(Option::as_ref).is_some_and(|cell| {
                cell.passages.iter().any(|passage| 2 * passage.span.overlap(span) > span.len().min(passage.span.len()))
            })
    });
    if let Some(other) = other {
        return Why::InRow(other.number);
    }
    let there = quotation_of(article, &[span]).and_then(|quotation| quotation.speaker.clone());
    match (row.speaker.clone(), there) {
        (Some(here), Some(there)) if !is_one_person(&here, &there) => Why::OtherSpeaker { here, there },
        _ => Why::FewWords,
    }
}

/// Stems of `tokens` that stand in the row, each once, and their words as the article has them.
fn shared<'a>(article: &Prepared, tokens: &'a [Token], wanted: &BTreeSet<&str>) -> (Vec<&'a str>, Vec<String>) {
    let mut stems: Vec<&str> = Vec::new();
    let mut words = Vec::new();
    for token in tokens.iter().filter(|token| is_telling(token) && wanted.contains(token.stem.as_str())) {
        if !stems.contains(&token.stem.as_str()) {
            stems.push(&token.stem);
            words.push(article.witness.text.slice(token.span).to_owned());
        }
    }
    (stems, words)
}

/// How rare each stem is among the event's passages.
fn rarity<'a>(event: &SheetEvent, article_of: &impl Fn(usize) -> Option<&'a Prepared>) -> BTreeMap<&'a str, f32> {
    let mut seen: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut number = 0;
    for article in (0..event.members.len()).filter_map(article_of) {
        for passage in &article.segmented.passages {
            number += 1;
            for token in article.segmented.tokens_of(passage).iter().filter(|token| is_telling(token)) {
                let (count, last) = seen.entry(token.stem.as_str()).or_default();
                if *last != number {
                    (*count, *last) = (*count + 1, number);
                }
            }
        }
    }
    seen.into_iter().map(|(stem, (count, _))| (stem, (1.0 + number as f32 / count.max(1) as f32).ln())).collect()
}
