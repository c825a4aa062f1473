//! What an outlet's own sentence brings around its marks: words that the marks lack and that are said beside them are
//! reported, and nothing is cut.

use std::ops::Range;

use super::super::reported::{is_function, words_between};
use super::quoted::QuotedWord;
use super::stream::Stream;
use crate::lexicon::is_negation;
use crate::prepare::Prepared;
use crate::segment::TokenKind;
use crate::span::Span;

/// Words at the beginning of a sentence that an outlet's own may stand for.
const MOST_REPLACED: usize = 4;
/// Words of a beginning that its subject stands for: "the savings his ad attacks" is "the savings, she said,".
const MOST_OF_SUBJECT: usize = 10;
/// Words between two pieces that an outlet's own may stand for.
const MOST_BETWEEN: usize = 4;
/// Letters of a stem with which another may go on: "partisan", "partisanship".
const STEM: usize = 5;

/// True where the first words of a sentence, which `to` lacks before its word at `at`, are brought by its own sentence,
/// others stand there in their stead, or they only open the sentence. What stands within `core` is the quotation's own.
pub(super) fn begins(from: &Stream, lacks: Range<usize>, to: &Stream, core: Range<usize>, at: usize) -> bool {
    let missing = from.slice(lacks.clone());
    is_opening(missing)
        || (to.goes_on_from_outside(at) || to.is_headline(at)) && is_replaced(missing)
        || to.goes_on_from_outside(at) && names_subject(from, lacks.clone(), to, at)
        || is_quoted_before(missing, to, at)
        || ends(from, lacks, to, core, at)
}

/// True where the sentence of `to` around its word at `at` brings the words that it lacks behind `core`.
pub(super) fn ends(from: &Stream, lacks: Range<usize>, to: &Stream, core: Range<usize>, at: usize) -> bool {
    let core = to.slice(core);
    let core = core.first().zip(core.last()).map_or(Span::default(), |(first, last)| first.span.join(last.span));
    says(from, lacks, to, at, core)
}

/// True where the sentence in which `to` quotes around the words that it lacks, behind its word at `at`, brings them, be it
/// in other marks; or has a few of its own there that begin alike: “abused” by lawmakers “to beat us”.
pub(super) fn joins(from: &Stream, lacks: Range<usize>, to: &Stream, at: usize) -> bool {
    says(from, lacks.clone(), to, at, Span::default()) || fills(from.slice(lacks), to, at)
}

fn fills(missing: &[QuotedWord], to: &Stream, at: usize) -> bool {
    let (Some(before), Some(behind)) = (to.words.get(at), to.words.get(at + 1)) else { return false };
    let own = words_between(to.side.article, Span::new(before.span.end, behind.span.start.max(before.span.end)));
    let (Some(first), Some(opening)) = (own.first(), missing.first()) else { return false };
    missing.len() <= MOST_BETWEEN
        && own.len() <= MOST_BETWEEN
        && opening.word() == Some(first.norm)
        && own.iter().any(|word| !is_function(word.norm))
}

/// True where the outlet's sentence names what the missing beginning is about: its first word that has a meaning.
fn names_subject(from: &Stream, lacks: Range<usize>, to: &Stream, at: usize) -> bool {
    let missing = from.slice(lacks);
    let Some(subject) = missing.iter().find(|word| word.is_content()) else { return false };
    let Some((place, sentence)) = sentence_around(to, at) else { return false };
    let mut subject = stems(from.side.article, subject.span, Span::default());
    let ahead = Span::new(sentence.start.min(place.start), place.start);
    missing.len() <= MOST_OF_SUBJECT
        && !denies(missing)
        && subject
            .next()
            .is_some_and(|word| stems(to.side.article, ahead, Span::default()).any(|own| own.stem == word.stem))
}

/// True where one of the words denies; "not only" doesn't.
pub(super) fn denies(words: &[QuotedWord]) -> bool {
    let is_only = |at: usize| words.get(at).is_some_and(|word| word.word() == Some("only"));
    words.iter().enumerate().any(|(at, word)| word.word().is_some_and(is_negation) && !is_only(at + 1))
}

/// True where all that has a meaning of the missing words stands in marks shortly before.
fn is_quoted_before(missing: &[QuotedWord], to: &Stream, at: usize) -> bool {
    let quoted = to.slice(to.window().start..at);
    let mut content = missing.iter().filter(|word| word.is_content()).peekable();
    content.peek().is_some() && content.all(|word| quoted.iter().any(|other| other.form == word.form))
}

/// True where half of the missing words that have a meaning, or more, stand in the sentence around the word at `at`, in any
/// form of theirs, outside of `but`; and none of them denies what that sentence does not.
fn says(from: &Stream, lacks: Range<usize>, to: &Stream, at: usize, but: Span) -> bool {
    let Some((_, sentence)) = sentence_around(to, at) else { return false };
    let pieces = from.slice(lacks).chunk_by(|a, b| a.piece == b.piece);
    let pieces = pieces.filter_map(|piece| Some(piece.first()?.span.join(piece.last()?.span)));
    let missing: Vec<Stem> = pieces.flat_map(|piece| stems(from.side.article, piece, Span::default())).collect();
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

/// The word at `at` and its sentence.
fn sentence_around(to: &Stream, at: usize) -> Option<(Span, Span)> {
    let place = to.words.get(at)?.span;
    Some((place, to.side.article.segmented.passage_of(place).map_or(place, |passage| passage.span)))
}

struct Stem<'a> {
    stem: &'a str,
    denies: bool,
}

/// Prepositions that are no function words where passages are matched.
const PREPOSITIONS: [&str; 10] =
    ["against", "among", "between", "concerning", "during", "regarding", "since", "through", "toward", "under"];

/// The words of `span` that have a meaning of their own or deny, but for those within `but`.
fn stems(article: &Prepared, span: Span, but: Span) -> impl Iterator<Item = Stem<'_>> {
    let words = article.segmented.tokens_in(span).iter();
    let words = words.filter(move |token| token.kind != TokenKind::Mark && !token.span.overlaps(but));
    let words = words.map(|token| (token, is_negation(&token.norm)));
    let tells = |norm: &str| !is_function(norm) && !PREPOSITIONS.contains(&norm) && norm.chars().count() > 1;
    words
        .filter(move |(token, denies)| *denies || tells(&token.norm))
        .map(|(token, denies)| Stem { stem: &token.stem, denies })
}

/// Words at the beginning of a sentence for which an outlet that goes on in its own sentence has its own: "We have closed"
/// is “closed” behind "the minister said they had".
fn is_replaced(words: &[QuotedWord]) -> bool {
    const REPLACED: [&str; 37] = [
        "in", "might", "may", "think", "a", "an", "the", "this", "these", "i", "we", "you", "he", "she", "it", "they",
        "there", "that", "as", "if", "and", "but", "or", "so", "well", "do", "does", "did", "am", "is", "are", "was",
        "were", "have", "has", "had", "been",
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
