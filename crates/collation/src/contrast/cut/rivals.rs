//! Short quotations that merely sound alike: what somebody says again and again, or one word between
//! marks, belongs to the sentence of the event's articles that it fits best.

use std::sync::OnceLock;

use super::Class;
use super::differences::Difference;
use super::local;
use super::mates::{Mates, SHORT, differ, numbered};
use super::quoted::{QuotedWord, stream};
use super::stream::{MOST_WORDS, Stream};
use crate::prepare::Prepared;
use crate::span::Span;

/// Characters of an article whose quotations are looked at: a bound for hostile texts.
const REACH: usize = 60_000;

/// The quoted sentences of the event's articles, read when a row first asks for them.
pub(in super::super) struct Rivals<'a> {
    articles: Vec<&'a Prepared>,
    quoted: OnceLock<Vec<Vec<Quoted<'a>>>>,
}

/// A quoted sentence with its speaker, where that is known.
struct Quoted<'a> {
    words: Vec<QuotedWord>,
    speaker: Option<&'a str>,
}

impl<'a> Rivals<'a> {
    pub fn new(articles: Vec<&'a Prepared>) -> Self {
        Self { articles, quoted: OnceLock::new() }
    }

    fn quoted(&self) -> &[Vec<Quoted<'a>>] {
        self.quoted.get_or_init(|| {
            let quoted = |article: &'a Prepared| {
                let words = stream(article, Span::new(0, REACH));
                let sentences = words.chunk_by(|a, b| a.sentence == b.sentence);
                sentences
                    .map(|words| Quoted {
                        words: words.iter().filter(|word| word.is_word()).cloned().collect(),
                        speaker: words
                            .first()
                            .and_then(|word| article.quotations.get(word.quotation)?.speaker.as_deref()),
                    })
                    .collect()
            };
            self.articles.iter().copied().map(quoted).collect()
        })
    }

    /// True where the mates are one word between marks that another sentence fits better.
    pub(super) fn fit_better(&self, base: &Stream, other: &Stream, mates: &Mates) -> bool {
        let Some((own, others)) = sentences(base, other, mates) else { return false };
        let first = mates.first().copied().unwrap_or_default();
        match (own.as_slice(), others.as_slice()) {
            (_, [one]) if own.len() > 1 => self.fits_another(one, &own, other.speaker(first.1)),
            ([one], _) if others.len() > 1 => self.fits_another(one, &others, base.speaker(first.0)),
            _ => false,
        }
    }

    /// True where the mates are two short statements, of which `told` would tell other words.
    pub(super) fn are_two(&self, base: &Stream, other: &Stream, mates: &Mates, told: &[Difference]) -> bool {
        if !told.iter().any(|(class, _)| *class == Class::WordsDiffer) {
            return false;
        }
        let is_short = |stream: &Stream, first: usize, last: usize| {
            stream.printed(stream.sentence_of(first).start..stream.sentence_of(last).end) <= SHORT
        };
        let (Some(first), Some(last)) = (mates.first(), mates.last()) else { return false };
        (is_short(base, first.0, last.0) || is_short(other, first.1, last.1))
            && sentences(base, other, mates).is_some_and(|(own, others)| self.stand_apart(&own, &others))
    }

    /// True where one article quotes both wordings: then they are two sentences.
    fn stand_apart(&self, a: &[QuotedWord], b: &[QuotedWord]) -> bool {
        self.quoted().iter().any(|article| {
            let with = |words: &[QuotedWord], but: &[QuotedWord]| {
                article.iter().any(|quoted| holds(&quoted.words, words) && !holds(&quoted.words, but))
            };
            with(a, b) && with(b, a)
        })
    }

    /// True where another sentence than `sentence` has the word, too, and no more words around it.
    pub(super) fn fits_another(&self, word: &QuotedWord, sentence: &[QuotedWord], speaker: Option<&str>) -> bool {
        self.quoted().iter().flatten().any(|quoted| {
            quoted.words.len() > 1
                && quoted.words.len() <= sentence.len()
                && holds(&quoted.words, std::slice::from_ref(word))
                && !differ(quoted.speaker, speaker)
                && !is_alike(&quoted.words, sentence)
        })
    }
}

/// The words of the sentences that the mates are of.
fn sentences(base: &Stream, other: &Stream, mates: &Mates) -> Option<(Vec<QuotedWord>, Vec<QuotedWord>)> {
    let (first, last) = (mates.first()?, mates.last()?);
    let words = |stream: &Stream, first: usize, last: usize| {
        let range = stream.sentence_of(first).start..stream.sentence_of(last).end;
        stream.slice(range).iter().filter(|word| word.is_word()).cloned().collect()
    };
    Some((words(base, first.0, last.0), words(other, first.1, last.1)))
}

/// True where `words` has `part` in a row.
pub(super) fn holds(words: &[QuotedWord], part: &[QuotedWord]) -> bool {
    words.windows(part.len().max(1)).any(|window| window.iter().zip(part).all(|(a, b)| a.form == b.form))
}

/// True where most of the shorter one stands in the other: two printings of one sentence.
fn is_alike(a: &[QuotedWord], b: &[QuotedWord]) -> bool {
    let (a, b) = (a.get(..MOST_WORDS).unwrap_or(a), b.get(..MOST_WORDS).unwrap_or(b));
    let (one, other) = numbered(a, b);
    local::align(&one, &other).len() * 5 >= a.len().min(b.len()) * 3
}
