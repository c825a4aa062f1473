//! The quoted words of one reading and of what stands around it in the article.

use std::ops::Range;

use super::super::{Evidence, EvidencePart, Side};
use super::quoted::{Form, QuotedWord, stream};
use crate::attribution::QuotationFlag;
use crate::span::Span;
use crate::witness::Role;

/// Characters of the article around a reading in which its quotation may go on.
const REACH: usize = 6_000;
/// Sentences of a reading that are compared, and words of a sentence: bounds for hostile texts.
const MOST_SENTENCES: usize = 40;
pub(super) const MOST_WORDS: usize = 200;
/// Words of the other stream that a sentence is looked for in.
const WINDOW: usize = 600;

pub(super) struct Stream<'a> {
    pub side: Side<'a>,
    pub words: Vec<QuotedWord>,
    /// True for the words that stand in the reading itself.
    in_reading: Vec<bool>,
}

impl<'a> Stream<'a> {
    pub fn new(side: Side<'a>) -> Self {
        let passages = &side.reading.passages;
        let reach = passages.iter().copied().reduce(Span::join).unwrap_or_default();
        let reach = Span::new(reach.start.saturating_sub(REACH), reach.end + REACH);
        let words = stream(side.article, reach);
        let in_reading = words.iter().map(|word| passages.iter().any(|passage| passage.overlaps(word.span))).collect();
        Self { side, words, in_reading }
    }

    /// True where the reading has quoted words.
    pub fn quotes(&self) -> bool {
        self.in_reading.contains(&true)
    }

    /// True where one of these words stands in the reading.
    pub fn reads(&self, range: Range<usize>) -> bool {
        self.in_reading.get(range).is_some_and(|words| words.contains(&true))
    }

    /// How many words its quoted sentences have.
    pub fn extent(&self) -> usize {
        self.sentences().into_iter().map(|sentence| sentence.len()).sum()
    }

    pub fn slice(&self, range: Range<usize>) -> &[QuotedWord] {
        self.words.get(range).unwrap_or_default()
    }

    /// The sentences that the reading has a part of, as ranges of words.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut sentences: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for chunk in self.words.chunk_by(|a, b| a.sentence == b.sentence) {
            let range = start..start + chunk.len();
            start = range.end;
            if self.reads(range.clone()) {
                sentences.push(range.start..range.end.min(range.start + MOST_WORDS));
            }
        }
        sentences.truncate(MOST_SENTENCES);
        sentences
    }

    /// The words in which a sentence of another reading is looked for: the reading's own sentences
    /// with two before and behind.
    pub fn window(&self) -> Range<usize> {
        let first = self.in_reading.iter().position(|&inside| inside).unwrap_or(0);
        let last = self.in_reading.iter().rposition(|&inside| inside).unwrap_or(0);
        let sentence = |at: usize| self.words.get(at).map_or(0, |word| word.sentence);
        let (from, to) = (sentence(first).saturating_sub(2), sentence(last) + 2);
        let start = self.words.partition_point(|word| word.sentence < from);
        let end = self.words.partition_point(|word| word.sentence <= to);
        start..end.min(start + WINDOW)
    }

    /// The whole sentence that the word at `at` stands in.
    pub fn sentence_of(&self, at: usize) -> Range<usize> {
        let number = self.words.get(at).map_or(0, |word| word.sentence);
        let start = self.words.partition_point(|word| word.sentence < number);
        start..self.words.partition_point(|word| word.sentence <= number)
    }

    /// True where the words are all that stands in their pair of marks.
    pub fn is_whole_piece(&self, range: Range<usize>) -> bool {
        let piece = |at: Option<usize>| at.and_then(|at| self.words.get(at)).map(|word| word.piece);
        let (first, last) = (piece(Some(range.start)), piece(range.end.checked_sub(1)));
        piece(range.start.checked_sub(1)) != first && piece(Some(range.end)) != last
    }

    pub fn speaker(&self, at: usize) -> Option<&str> {
        let quotation = self.side.article.quotations.get(self.words.get(at)?.quotation)?;
        quotation.speaker.as_deref()
    }

    /// Number of words as they are printed: a contraction is one, and so is a word with a hyphen.
    pub fn printed(&self, range: Range<usize>) -> usize {
        let text = &self.side.article.witness.text;
        let joined = |a: Span, b: Span| a == b || (a.end < b.start && is_hyphen(text.slice(Span::new(a.end, b.start))));
        let words = self.slice(range).chunk_by(|a, b| joined(a.span, b.span));
        words.filter(|word| word.iter().any(QuotedWord::is_word)).count()
    }

    /// The mark of omission that stands inside the same marks before the word at `at`.
    pub fn omission_before(&self, at: usize) -> Option<&QuotedWord> {
        let mark = self.words.get(at.checked_sub(1)?)?;
        let piece = self.words.get(at).map(|word| word.piece);
        (mark.form == Form::Omission && piece == Some(mark.piece)).then_some(mark)
    }

    /// True where the word begins small behind its opening mark: the outlet's own sentence goes on in the quotation.
    pub fn goes_on_from_outside(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let is_first = at.checked_sub(1).is_none_or(|before| self.breaks(before, at));
        is_first && self.side.article.witness.text.slice(word.span).chars().next().is_some_and(char::is_lowercase)
    }

    /// True where the word stands in a headline, which has capitals of its own.
    pub fn is_headline(&self, at: usize) -> bool {
        let passage = self.words.get(at).and_then(|word| self.side.article.segmented.passage_of(word.span));
        passage.is_some_and(|passage| passage.role == Role::Headline)
    }

    /// True for the last word of a quotation that the file does not close: what would follow is not known.
    pub fn breaks_off(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let quotation = self.side.article.quotations.get(word.quotation);
        self.breaks(at, at + 1) && quotation.is_some_and(|it| it.flags.contains(&QuotationFlag::Unclosed))
    }

    /// The words of `range`, one piece of evidence for each pair of marks.
    pub fn evidence(&self, range: Range<usize>, part: EvidencePart) -> Vec<Evidence> {
        let pieces = self.slice(range).chunk_by(|a, b| a.piece == b.piece);
        let spans = pieces.filter_map(|piece| Some(piece.first()?.span.join(piece.last()?.span)));
        spans.map(|span| self.side.evidence(span, part)).collect()
    }

    /// The place between two words, beside the one that stands in the reading.
    pub fn between(&self, before: usize, behind: usize) -> Evidence {
        let in_reading = self.reads(before..before + 1) || !self.reads(behind..behind + 1);
        if in_reading { self.behind(before) } else { self.before(behind) }
    }

    /// True where two words stand in different pairs of marks.
    pub fn breaks(&self, from: usize, to: usize) -> bool {
        let piece = |at: usize| self.words.get(at).map(|word| word.piece);
        piece(from) != piece(to)
    }

    /// The place in front of the word at `at`, inside the marks.
    pub fn before(&self, at: usize) -> Evidence {
        let start = self.words.get(at).map_or(0, |word| word.span.start);
        self.side.evidence(Span::new(start, start), EvidencePart::Missing)
    }

    /// The place behind the word at `at`, inside the marks.
    pub fn behind(&self, at: usize) -> Evidence {
        let end = self.words.get(at).map_or(0, |word| word.span.end);
        self.side.evidence(Span::new(end, end), EvidencePart::Missing)
    }
}

fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "\u{2010}" | "\u{2011}")
}
