//! What an article prints of a sentence around its quotation marks: a letter in full with marks of its
//! own inside, a headline's few quoted words that the reading gives in their sentence.

use std::ops::Range;

use super::quoted::{Form, QuotedWord, printed_words};
use super::stream::Stream;
use crate::span::Span;

/// Words that must stand beside the marks, in their order and most of those that are missing, for the
/// article to print the longer sentence itself. Of what it reports around the marks in its own voice all must stand there:
/// "there was “no risk” that it falls" leaves nothing out, and that it is partly quoted is told by its voice.
const BESIDE: usize = 3;
/// Words of the quotation by which its other places in the reading are found.
const CORE: usize = 3;

/// Which edges of a quotation the article prints beyond its marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    pub before: bool,
    pub behind: bool,
}

/// Whether the reading prints the words `before` and `behind`, which another article quotes, in front of
/// the words of `core` and behind them.
pub(super) fn extent(stream: &Stream, core: Range<usize>, before: &[QuotedWord], behind: &[QuotedWord]) -> Extent {
    let own = stream.slice(core);
    let place = |word: Option<&QuotedWord>| word.map(|word| word.span);
    let forms = |words: &[QuotedWord]| words.iter().map(|word| word.form.clone()).collect::<Vec<Form>>();
    let first = forms(own.get(..CORE.min(own.len())).unwrap_or_default());
    let last = forms(own.get(own.len().saturating_sub(CORE)..).unwrap_or_default());
    let (before, behind): (Vec<Form>, Vec<Form>) = (forms(before).into_iter().rev().collect(), forms(behind));
    let quotation = own.first().and_then(|word| stream.side.article.quotations.get(word.quotation));
    let text = &stream.side.article.witness.text;
    // "I" is whoever wrote the letter, not the outlet that prints it.
    let is_own = |source: &Span| {
        let words: String = text.slice(*source).to_lowercase();
        matches!(words.split(['\'', '’', ' ']).next(), Some("i" | "we"))
    };
    let is_reported = |span: Span| {
        quotation.is_some_and(|quotation| {
            let by_outlet = !quotation.cue.is_empty() && !quotation.source.iter().any(is_own);
            by_outlet && quotation.content.iter().any(|content| content.overlaps(span))
        })
    };
    // Words beside the marks themselves, and whether all of them stand beside the same words elsewhere.
    let (mut here, mut elsewhere) = ((0, 0), Extent::default());
    let is_most = |count: usize, missing: &[Form]| count * 2 > missing.len();
    let is_enough = |count: usize, missing: &[Form], core: &[Form]| {
        count >= BESIDE && is_most(count, missing)
            || (count == missing.len() && count > 0 && count + core.len() > BESIDE)
    };
    for &passage in &stream.side.reading.passages {
        let words = printed_words(stream.side.article, passage);
        let form = |at: usize| words.get(at).map(|(_, form)| form);
        let is_at = |at: usize, core: &[Form]| core.iter().enumerate().all(|(i, word)| form(at + i) == Some(word));
        for at in 0..words.len() {
            let span = words.get(at).map(|(span, _)| *span);
            if !before.is_empty() && is_at(at, &first) {
                let count = before
                    .iter()
                    .enumerate()
                    .take_while(|(i, word)| at.checked_sub(i + 1).is_some_and(|at| form(at) == Some(word)));
                let count = count.count();
                if span == place(own.first()) {
                    let reported =
                        at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| is_reported(word.0));
                    here.0 = if reported && count < before.len() { 0 } else { count };
                } else {
                    elsewhere.before |= is_enough(count, &before, &first);
                }
            }
            if !behind.is_empty() && is_at(at, &last) {
                let end = at + last.len();
                let count = behind.iter().enumerate().take_while(|(i, word)| form(end + i) == Some(word)).count();
                if words.get(end.saturating_sub(1)).map(|(span, _)| *span) == place(own.last()) {
                    let reported = words.get(end).is_some_and(|word| is_reported(word.0));
                    here.1 = if reported && count < behind.len() { 0 } else { count };
                } else {
                    elsewhere.behind |= is_enough(count, &behind, &last);
                }
            }
        }
    }
    let beside = here.0 + here.1 >= BESIDE;
    let is_printed = |count: usize, missing: &[Form]| {
        !missing.is_empty() && (count == missing.len() || beside && is_most(count, missing))
    };
    Extent {
        before: elsewhere.before || is_printed(here.0, &before),
        behind: elsewhere.behind || is_printed(here.1, &behind),
    }
}
