//! Finds a stretch of one text in a later version of it, by its words.
//!
//! White space and the style of quotation marks may differ; anything else may not. Where the words
//! stand more than once, the place whose surroundings fit best is taken. Knows no rulings.

use collation::{Span, Text};

/// Two versions of one text.
#[derive(Debug)]
pub struct Reanchor {
    old: Folded,
    new: Folded,
}

/// A text without white space and with plain quotation marks, and the way back.
#[derive(Debug)]
struct Folded {
    text: Text,
    /// Place in the text proper of each character that is left.
    places: Vec<u32>,
}

/// Characters on either side that tell two places with the same words apart.
const SURROUNDINGS: usize = 80;

/// Characters on either side that are looked for together with the words at first.
const NEIGHBOURS: usize = 20;

/// Most places with the same words that are looked at.
const MOST_PLACES: usize = 200;

impl Reanchor {
    pub fn new(old: &Text, new: &Text) -> Self {
        Self { old: Folded::new(old), new: Folded::new(new) }
    }

    /// Where the words of `span` stand in the new text; `None` where they are gone.
    pub fn find(&self, span: Span) -> Option<Span> {
        let wanted = self.old.folded(span);
        if wanted.is_empty() {
            return None;
        }
        let wide = Span::new(wanted.start.saturating_sub(NEIGHBOURS), wanted.end + NEIGHBOURS);
        let mut found = self.places_of(wide, wanted);
        if found.is_empty() {
            found = self.places_of(wanted, wanted);
        }
        let best = found.into_iter().max_by_key(|&found| {
            // Of places that fit equally well the one nearest to the old share of the text.
            let share = |text: &Text, at: usize| at as f64 / text.len().max(1) as f64;
            let off = (share(&self.new.text, found.start) - share(&self.old.text, wanted.start)).abs();
            (self.fit(wanted, found), u64::MAX - (off * 1e9) as u64)
        })?;
        self.new.unfolded(best)
    }

    /// Where the old text's `needle` stands in the new one, as the places of `wanted` in it.
    fn places_of(&self, needle: Span, wanted: Span) -> Vec<Span> {
        let words = self.old.text.slice(needle);
        let before = wanted.start - needle.start;
        let mut places = Vec::new();
        let mut from = 0;
        // Places may overlap, as those of "aa" in "aaa".
        while let Some(byte) = self.new.text.as_str().get(from..).and_then(|rest| rest.find(words)) {
            let start = self.new.text.char_of_byte(from + byte);
            places.push(Span::new(start + before, start + before + wanted.len()));
            from = self.new.text.byte_of_char(start + 1);
            if places.len() == MOST_PLACES {
                break;
            }
        }
        places
    }

    /// Number of characters around the two places that agree.
    fn fit(&self, old: Span, new: Span) -> usize {
        let before = |text: &Text, span: Span| -> Vec<char> {
            text.slice(Span::new(span.start.saturating_sub(SURROUNDINGS), span.start)).chars().rev().collect()
        };
        let after = |text: &Text, span: Span| -> Vec<char> {
            text.slice(Span::new(span.end, span.end + SURROUNDINGS)).chars().collect()
        };
        let agree = |a: Vec<char>, b: Vec<char>| a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        agree(before(&self.old.text, old), before(&self.new.text, new))
            + agree(after(&self.old.text, old), after(&self.new.text, new))
    }
}

impl Folded {
    fn new(text: &Text) -> Self {
        let mut folded = String::with_capacity(text.as_str().len());
        let mut places = Vec::new();
        for (place, c) in text.as_str().chars().enumerate() {
            if !c.is_whitespace() {
                folded.push(plain(c));
                places.push(place as u32);
            }
        }
        Self { text: Text::new(folded), places }
    }

    /// The characters that are left of `span`.
    fn folded(&self, span: Span) -> Span {
        let index = |at: usize| self.places.partition_point(|&place| (place as usize) < at);
        Span::new(index(span.start), index(span.end))
    }

    /// The stretch of the text proper from the first to the last of the folded characters.
    fn unfolded(&self, span: Span) -> Option<Span> {
        let first = *self.places.get(span.start)?;
        let last = *self.places.get(span.end.checked_sub(1)?)?;
        Some(Span::new(first as usize, last as usize + 1))
    }
}

fn plain(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '‹' | '›' => '\'',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn find(old: &str, words: &str, new: &str) -> Option<String> {
        let (old, new) = (Text::new(old), Text::new(new));
        let start = old.as_str().find(words).map(|byte| old.char_of_byte(byte)).unwrap();
        let found = Reanchor::new(&old, &new).find(Span::new(start, start + words.chars().count()))?;
        Some(format!("{}: {}", found.start, new.slice(found)))
    }

    #[test]
    fn words_are_found_where_they_went() {
        let old = "The bridge is shut. It opens in May. Ferries run. It opens in May.";
        let cases = [
            ("Ferries run.", "Ferries run. The bridge is shut.", Some("0: Ferries run.")),
            ("The bridge", "Update:\n\nThe   bridge stays.", Some("9: The   bridge")),
            ("The bridge", "A bridge", None),
            // The one after "Ferries run.", though the other stands where it stood.
            (
                "run. It opens in May.",
                "It opens in May. Much later Ferries run. It opens in May.",
                Some("36: run. It opens in May."),
            ),
            (
                "It opens in May",
                "Ferries run. It opens in May. The bridge is shut. It opens in May.",
                Some("50: It opens in May"),
            ),
        ];
        for (words, new, expected) in cases {
            assert_eq!(find(old, words, new).as_deref(), expected, "{words}");
        }
        assert_eq!(find("He said “no”.", "“no”", "He said \"no\"").as_deref(), Some("8: \"no\""));
    }

    proptest! {
        #[test]
        fn a_text_that_did_not_change_keeps_every_place(text in "[ab “é]{0,60}", a in 0usize..60, b in 0usize..60) {
            let text = Text::new(text.as_str());
            let span = text.trimmed(Span::new(a, b).meet(text.span()).unwrap_or_default());
            let found = Reanchor::new(&text, &text).find(span);
            prop_assert_eq!(found, (!span.is_empty()).then_some(span));
        }

        #[test]
        fn what_is_put_before_moves_every_place(text in "[a-d]{1,40}", before in "[x-z]{0,20}", a in 0usize..40, b in 0usize..40) {
            let (old, new) = (Text::new(text.as_str()), Text::new(format!("{before}\n{text}")));
            if let Some(span) = Span::new(a, b).meet(old.span()) {
                let shift = before.len() + 1;
                let moved = Span::new(span.start + shift, span.end + shift);
                prop_assert_eq!(Reanchor::new(&old, &new).find(span), Some(moved));
            }
        }
    }
}
