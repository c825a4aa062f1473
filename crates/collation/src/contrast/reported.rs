//! What a reading reports of somebody's words: its share of the article's quotations; and its words.

use std::collections::BTreeSet;

use super::Side;
use crate::attribution::{Quotation, QuotationKind};
use crate::prepare::Prepared;
use crate::segment::TokenKind;
use crate::span::{Span, Text};

/// The attribution that most of a reading belongs to; direct before mixed before indirect at a tie.
pub fn quotation_of<'a>(article: &'a Prepared, passages: &[Span]) -> Option<&'a Quotation> {
    quotations_in(article, passages).max_by_key(|quotation| {
        let shared: usize = meet(&quotation.content, passages).iter().map(|span| span.len()).sum();
        (shared, quotation.kind != QuotationKind::Indirect, !quotation.cue.is_empty())
    })
}

/// The attributions that have content in `passages`; marks around a single name or word are none.
pub(super) fn quotations_in<'a, 'p>(
    article: &'a Prepared,
    passages: &'p [Span],
) -> impl Iterator<Item = &'a Quotation> + use<'a, 'p> {
    article.quotations_near(passages).iter().filter(move |quotation| {
        quotation.is_statement()
            && quotation.content.iter().any(|content| passages.iter().any(|passage| passage.overlaps(*content)))
    })
}

/// What both lists hold, in the order of `spans`.
pub(super) fn meet(spans: &[Span], within: &[Span]) -> Vec<Span> {
    spans.iter().flat_map(|span| within.iter().filter_map(|other| span.meet(*other))).collect()
}

/// Passages of an article in which what a reading has is looked for again: a bound for hostile texts.
const MOST_PASSAGES: usize = 400;

/// The passages of a whole article, as a reading has some of them.
pub(super) fn whole(article: &Prepared) -> Vec<Span> {
    article.segmented.passages.iter().take(MOST_PASSAGES).map(|passage| passage.span).collect()
}

/// Overlapping and touching spans joined, in text order.
pub(crate) fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => *last = last.join(span),
            _ => joined.push(span),
        }
    }
    joined
}

/// What remains of `spans` without `holes`; both merged and in order.
pub(crate) fn without(spans: &[Span], holes: &[Span]) -> Vec<Span> {
    let mut rest = Vec::new();
    for span in spans {
        let mut start = span.start;
        for hole in holes.iter().filter(|hole| hole.overlaps(*span)) {
            if hole.start > start {
                rest.push(Span::new(start, hole.start));
            }
            start = start.max(hole.end);
        }
        if start < span.end {
            rest.push(Span::new(start, span.end));
        }
    }
    rest
}

pub(super) const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The days of the week that a reading names.
pub(super) fn days<'a>(side: &Side<'a>) -> BTreeSet<&'a str> {
    let tokens = side.reading.passages.iter().flat_map(|&passage| side.article.segmented.tokens_in(passage));
    tokens.map(|token| token.norm.as_str()).filter(|norm| WEEKDAYS.contains(norm)).collect()
}

/// Number of words, counted by the white space between them; lone marks don't count.
pub(super) fn words(text: &Text, spans: &[Span]) -> usize {
    spans
        .iter()
        .map(|&span| text.slice(span).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count())
        .sum()
}

/// A word or mark of a reading, as the rooms that compare words see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub span: Span,
    pub norm: &'a str,
    pub stem: &'a str,
    pub is_capital: bool,
    /// Begins the reading, a passage, or follows a mark that ends a clause.
    pub after_break: bool,
}

/// The words and numbers of a reading, in text order.
pub(super) fn words_of<'a>(side: &Side<'a>) -> Vec<Word<'a>> {
    side.reading.passages.iter().flat_map(|&passage| words_between(side.article, passage)).collect()
}

/// The words and numbers of an article that lie in `span`, in text order.
pub(super) fn words_between(article: &Prepared, span: Span) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut after_break = true;
    for token in article.segmented.tokens_in(span) {
        if token.kind == TokenKind::Mark {
            after_break |= matches!(token.norm.as_str(), "." | "," | ";" | ":" | "?" | "!" | "..." | "(" | ")" | "-");
            continue;
        }
        let is_capital = article.witness.text.slice(token.span).starts_with(char::is_uppercase);
        words.push(Word { span: token.span, norm: &token.norm, stem: &token.stem, is_capital, after_break });
        after_break = false;
    }
    words
}

/// True for words that hold sentences together: two of them in a row say nothing of where they stand.
pub(super) fn is_function(norm: &str) -> bool {
    FUNCTION_WORDS.binary_search(&norm).is_ok()
}

/// Sorted.
const FUNCTION_WORDS: &[&str] = &[
    "'ll", "'re", "'s", "'ve", "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "before", "being", "but", "by", "can", "could", "did", "didn't", "do", "does", "doesn't",
    "don't", "for", "from", "get", "go", "going", "had", "has", "have", "he", "he's", "her", "here", "him", "his",
    "how", "i", "i'm", "if", "in", "into", "is", "isn't", "it", "it's", "its", "just", "like", "may", "me", "more",
    "much", "my", "n't", "no", "not", "now", "of", "on", "one", "only", "or", "our", "out", "over", "s", "said", "say",
    "says", "she", "she's", "should", "so", "some", "such", "than", "that", "that's", "the", "their", "them", "then",
    "there", "these", "they", "they're", "this", "those", "to", "told", "up", "us", "very", "was", "wasn't", "we",
    "we're", "were", "what", "when", "where", "which", "who", "will", "with", "would", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted_so_that_they_are_found() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(is_function("the") && !is_function("bridge"));
    }

    #[test]
    fn spans_are_cut_out_of_spans() {
        let spans = |list: &[(usize, usize)]| list.iter().map(|&(a, b)| Span::new(a, b)).collect::<Vec<_>>();
        assert_eq!(
            without(&spans(&[(0, 10), (20, 30)]), &spans(&[(2, 4), (8, 22)])),
            spans(&[(0, 2), (4, 8), (22, 30)])
        );
        assert_eq!(merged(spans(&[(5, 9), (0, 5), (12, 14)])), spans(&[(0, 9), (12, 14)]));
    }
}
