//! Ranges of characters, and text that finds them quickly.
//!
//! Every offset that leaves the engine counts Unicode scalar values ("characters") from the start
//! of one article's text. Bytes are an affair of [`Text`] alone.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A half-open range `[start, end)` of characters in one article's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// The range from `start` to `end`; empty at `start` where `end` lies before it.
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// Number of characters.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Number of characters that both ranges hold.
    pub fn overlap(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.overlap(other) > 0
    }

    /// True where the ranges overlap or one begins where the other ends.
    pub const fn touches(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    pub const fn contains(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// What both ranges hold, if that is anything.
    pub fn meet(self, other: Self) -> Option<Self> {
        let both = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (both.start < both.end).then_some(both)
    }
}

/// Things by where they stand in one text, for finding those at a place without looking at all.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    /// By their starts; of equal ones in the order that they came in.
    things: Vec<(Span, T)>,
    longest: usize,
}

impl<T> FromIterator<(Span, T)> for Placed<T> {
    fn from_iter<I: IntoIterator<Item = (Span, T)>>(things: I) -> Self {
        let mut things: Vec<(Span, T)> = things.into_iter().collect();
        things.sort_by_key(|(span, _)| span.start);
        let longest = things.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        Self { things, longest }
    }
}

impl<T> Placed<T> {
    /// What overlaps `place`, by its start.
    pub fn at(&self, place: Span) -> impl Iterator<Item = &(Span, T)> {
        let from = self.things.partition_point(|(span, _)| span.start + self.longest <= place.start);
        let near = self.things.get(from..).unwrap_or_default().iter();
        near.take_while(move |(span, _)| span.start < place.end).filter(move |(span, _)| span.overlaps(place))
    }
}

/// A text with fast ways between characters and bytes.
///
/// Cloning is cheap: the characters are shared. Serialized as a plain string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    string: Arc<str>,
    /// Byte offset of every [`STEP`]th character; empty where every character is one byte.
    steps: Arc<[u32]>,
    chars: usize,
}

/// Characters between two remembered byte offsets.
const STEP: usize = 64;

impl Text {
    pub fn new(string: impl Into<Arc<str>>) -> Self {
        let string: Arc<str> = string.into();
        if string.is_ascii() {
            let chars = string.len();
            return Self { string, steps: Arc::default(), chars };
        }
        let mut steps = Vec::new();
        let mut chars = 0;
        for (byte, _) in string.char_indices() {
            if chars % STEP == 0 {
                steps.push(byte as u32);
            }
            chars += 1;
        }
        Self { string, steps: steps.into(), chars }
    }

    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Number of characters.
    pub fn len(&self) -> usize {
        self.chars
    }

    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// The whole text as a range.
    pub fn span(&self) -> Span {
        Span::new(0, self.chars)
    }

    /// The characters of `span`; what lies outside the text is left out.
    pub fn slice(&self, span: Span) -> &str {
        self.string.get(self.bytes(span)).unwrap_or_default()
    }

    /// `span` without white space at its ends; empty at its start where it holds nothing else.
    pub fn trimmed(&self, span: Span) -> Span {
        let slice = self.slice(span);
        let rest = slice.trim_start();
        if rest.is_empty() {
            return Span::new(span.start, span.start);
        }
        let start = span.start + slice.chars().take_while(|c| c.is_whitespace()).count();
        Span::new(start, start + rest.trim_end().chars().count())
    }

    /// The byte range of `span`, kept inside the text.
    pub fn bytes(&self, span: Span) -> Range<usize> {
        let start = self.byte_of_char(span.start);
        start..self.byte_of_char(span.end).max(start)
    }

    /// The range of characters that a byte range covers; bytes inside a character count as its start.
    pub fn span_of_bytes(&self, bytes: Range<usize>) -> Span {
        Span::new(self.char_of_byte(bytes.start), self.char_of_byte(bytes.end))
    }

    /// Byte offset of the character at `at`, the text's length beyond its end.
    pub fn byte_of_char(&self, at: usize) -> usize {
        if at >= self.chars {
            return self.string.len();
        }
        if self.steps.is_empty() {
            return at;
        }
        let from = self.steps.get(at / STEP).map_or(0, |&byte| byte as usize);
        let rest = self.string.get(from..).unwrap_or_default();
        from + rest.char_indices().nth(at % STEP).map_or(rest.len(), |(byte, _)| byte)
    }

    /// Index of the character that starts at, or holds, the byte `at`.
    pub fn char_of_byte(&self, at: usize) -> usize {
        if at >= self.string.len() {
            return self.chars;
        }
        if self.steps.is_empty() {
            return at;
        }
        let step = self.steps.partition_point(|&byte| byte as usize <= at).saturating_sub(1);
        let from = self.steps.get(step).map_or(0, |&byte| byte as usize);
        let rest = self.string.get(from..).unwrap_or_default();
        let within = rest.char_indices().take_while(|&(byte, _)| from + byte <= at).count();
        (step * STEP + within).saturating_sub(1)
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new("")
    }
}

impl Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.string)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::new(String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn trimming_counts_characters() {
        let text = Text::new(" \u{a0}é“a b”\n x");
        assert_eq!(text.trimmed(text.span()), Span::new(2, 11));
        assert_eq!(text.trimmed(Span::new(1, 9)), Span::new(2, 8));
        assert_eq!(text.trimmed(Span::new(0, 2)), Span::new(0, 0));
    }

    proptest! {
        #[test]
        fn what_overlaps_a_place_is_found(
            spans in prop::collection::vec((0_usize..60, 0_usize..12), 0..20),
            (start, length) in (0_usize..60, 0_usize..12),
        ) {
            let spans: Vec<Span> = spans.into_iter().map(|(start, length)| Span::new(start, start + length)).collect();
            let place = Span::new(start, start + length);
            let placed: Placed<usize> = spans.iter().copied().zip(0..).collect();
            let mut found: Vec<usize> = placed.at(place).map(|&(_, at)| at).collect();
            found.sort_unstable();
            let all: Vec<usize> = (0..spans.len()).filter(|&at| spans[at].overlaps(place)).collect();
            prop_assert_eq!(found, all);
        }

        #[test]
        fn characters_and_bytes_answer_each_other(string in "[a-zé“漢😀 ]{0,300}") {
            let text = Text::new(string.as_str());
            let bytes: Vec<usize> = string.char_indices().map(|(byte, _)| byte).collect();
            prop_assert_eq!(text.len(), bytes.len());
            for (at, &byte) in bytes.iter().enumerate() {
                prop_assert_eq!(text.byte_of_char(at), byte);
                prop_assert_eq!(text.char_of_byte(byte), at);
            }
            prop_assert_eq!(text.byte_of_char(bytes.len() + 5), string.len());
        }

        #[test]
        fn a_slice_is_the_characters_of_its_range(string in "[aé漢 ]{0,200}", a in 0usize..220, b in 0usize..220) {
            let text = Text::new(string.as_str());
            let span = Span::new(a, b);
            let want: String = string.chars().skip(span.start).take(span.len()).collect();
            prop_assert_eq!(text.slice(span), want);
        }
    }
}
