//! What an outlet's own sentence brings around its marks: words that the marks lack and that are said beside them are
//! reported, and nothing is cut.

use std::ops::Range;

use super::super::reported::is_function;
use super::quoted::QuotedWord;
use super::stream::Stream;
use crate::lexicon::is_negation;
use crate::prepare::Prepared;
use crate::segment::TokenKind;
use crate::span::Span;

/// Words at the beginning of a sentence that an outlet's own may stand for.
const MOST_REPLACED: usize = 3;
/// Letters of a stem with which another may go on: "partisan", "partisanship".
const STEM: usize = 5;

/// True where the first words of a sentence, which `to` lacks before its word at `at`, are brought by its own sentence,
/// others stand there in their stead, or they only open the sentence. What stands within `core` is the quotation's own.
pub(super) fn begins(from: &Stream, lacks: Range<usize>, to: &Stream, core: Range<usize>, at: usize) -> bool {
    let missing = from.slice(lacks.clone());
    is_opening(missing) || to.goes_on_from_outside(at) && is_replaced(missing) || ends(from, lacks, to, core, at)
}

/// True where the sentence of `to` around its word at `at` brings the words that it lacks behind `core`.
pub(super) fn ends(from: &Stream, lacks: Range<usize>, to: &Stream, core: Range<usize>, at: usize) -> bool {
    let core = to.slice(core);
    let core = core.first().zip(core.last()).map_or(Span::default(), |(first, last)| first.span.join(last.span));
    says(from, lacks, to, at, core)
}

/// True where the sentence in which `to` quotes around the words that it lacks brings them, be it in other marks.
pub(super) fn joins(from: &Stream, lacks: Range<usize>, to: &Stream, at: usize) -> bool {
    says(from, lacks, to, at, Span::default())
}

/// True where half of the missing words that have a meaning, or more, stand in the sentence around the word at `at`, in any
/// form of theirs, outside of `but`; and none of them denies what that sentence does not.
fn says(from: &Stream, lacks: Range<usize>, to: &Stream, at: usize, but: Span) -> bool {
    let Some(place) = to.words.get(at) else { return false };
    let pieces = from.slice(lacks).chunk_by(|a, b| a.piece == b.piece);
    let pieces = pieces.filter_map(|piece| Some(piece.first()?.span.join(piece.last()?.span)));
    let missing: Vec<Stem> = pieces.flat_map(|piece| stems(from.side.article, piece, Span::default())).collect();
    let sentence = to.side.article.segmented.passage_of(place.span).map_or(place.span, |passage| passage.span);
    let said: Vec<Stem> = stems(to.side.article, sentence, but).collect();
    let denies = |words: &[Stem]| words.iter().any(|word| word.denies);
    if denies(&missing) && !denies(&said) {
        return false;
    }
    let is_same = |a: &str, b: &str| a == b || a.len().min(b.len()) >= STEM && (a.starts_with(b) || b.starts_with(a));
    let has_meaning = || missing.iter().filter(|word| !word.denies);
    let brought = has_meaning().filter(|word| said.iter().any(|own| is_same(word.stem, own.stem))).count();
    brought > 0 && brought * 2 >= has_meaning().count()
}

struct Stem<'a> {
    stem: &'a str,
    denies: bool,
}

/// The words of `span` that have a meaning of their own or deny, but for those within `but`.
fn stems(article: &Prepared, span: Span, but: Span) -> impl Iterator<Item = Stem<'_>> {
    let words = article.segmented.tokens_in(span).iter();
    let words = words.filter(move |token| token.kind != TokenKind::Mark && !token.span.overlaps(but));
    let words = words.map(|token| (token, is_negation(&token.norm)));
    let tells = |norm: &str| !is_function(norm) && norm.chars().count() > 1;
    words
        .filter(move |(token, denies)| *denies || tells(&token.norm))
        .map(|(token, denies)| Stem { stem: &token.stem, denies })
}

/// Words at the beginning of a sentence for which an outlet that goes on in its own sentence has its own: "We have closed"
/// is “closed” behind "the minister said they had".
fn is_replaced(words: &[QuotedWord]) -> bool {
    const REPLACED: [&str; 33] = [
        "a", "an", "the", "this", "these", "i", "we", "you", "he", "she", "it", "they", "there", "that", "as", "if",
        "and", "but", "or", "so", "well", "do", "does", "did", "am", "is", "are", "was", "were", "have", "has", "had",
        "been",
    ];
    words.len() <= MOST_REPLACED && words.iter().all(|word| word.word().is_some_and(|word| REPLACED.contains(&word)))
}

/// Words that open a sentence and say nothing of it: "But", "You know".
fn is_opening(words: &[QuotedWord]) -> bool {
    const OPENINGS: [&str; 21] = [
        "and",
        "but",
        "so",
        "well",
        "now",
        "then",
        "look",
        "listen",
        "yes",
        "however",
        "therefore",
        "and so",
        "and then",
        "but look",
        "but now",
        "you know",
        "i mean",
        "of course",
        "in fact",
        "in any event",
        "but in any event",
    ];
    let all: Vec<&str> = words.iter().filter_map(QuotedWord::word).collect();
    OPENINGS.contains(&all.join(" ").as_str())
}
