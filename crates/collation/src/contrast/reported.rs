//! What a reading reports of somebody's words: its share of the article's quotations.

use crate::attribution::{Quotation, QuotationFlag, QuotationKind};
use crate::prepare::Prepared;
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
    article.quotations.iter().filter(move |quotation| {
        !quotation.flags.contains(&QuotationFlag::Scare)
            && quotation.content.iter().any(|content| passages.iter().any(|passage| passage.overlaps(*content)))
    })
}

/// What both lists hold, in the order of `spans`.
pub(super) fn meet(spans: &[Span], within: &[Span]) -> Vec<Span> {
    spans.iter().flat_map(|span| within.iter().filter_map(|other| span.meet(*other))).collect()
}

/// Overlapping and touching spans joined, in text order.
pub(super) fn merged(mut spans: Vec<Span>) -> Vec<Span> {
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
pub(super) fn without(spans: &[Span], holes: &[Span]) -> Vec<Span> {
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

/// Number of words, counted by the white space between them; lone marks don't count.
pub(super) fn words(text: &Text, spans: &[Span]) -> usize {
    spans
        .iter()
        .map(|&span| text.slice(span).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count())
        .sum()
}
