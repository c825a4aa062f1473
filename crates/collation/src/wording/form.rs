//! How alike two words are by their form alone, and by which rule.

use super::LinkHow;
use super::word::{Part, Word, dice};

/// Likeness by form: 1 for the same word, 0 for nothing in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Form {
    pub score: f32,
    pub how: Option<LinkHow>,
}

/// Likeness of two words with one stem; nothing else is exactly as alike.
pub(super) const SAME_STEM: f32 = 0.95;

/// Letter pairs in common above which two words count as forms of one.
const FUZZY: f32 = 0.6;

/// Likeness of two words by form.
pub(super) fn form(a: &Word, b: &Word) -> Form {
    form_with(a, b, dice(a, b))
}

/// [`form`] where the share of letter pairs in common is known.
#[inline]
pub(super) fn form_with(a: &Word, b: &Word, dice: f32) -> Form {
    let found = |score, how| Form { score, how: Some(how) };
    if a.norm == b.norm {
        return found(1.0, LinkHow::SameForm);
    }
    if a.canon != 0 && a.canon == b.canon {
        return found(0.98, LinkHow::SameNumberOrName);
    }
    if a.is_mark || b.is_mark {
        return Form::default();
    }
    if a.stem == b.stem {
        return found(SAME_STEM, LinkHow::SameStem);
    }
    if a.is_number && b.is_number {
        return Form::default();
    }
    if (!a.parts.is_empty() || !b.parts.is_empty())
        && let Some(how) = shared_part(a, b)
    {
        return found(0.8, how);
    }
    if dice > FUZZY && a.letters.len() > 3 && b.letters.len() > 3 {
        return found(0.3 + 0.6 * dice, LinkHow::SameStem);
    }
    Form::default()
}

/// "two-year" answers "two", "2" and "years"; "war-torn" answers "post-war".
fn shared_part(a: &Word, b: &Word) -> Option<LinkHow> {
    let meets = |part: &Part, word: &Word| {
        if part.canon != 0 && part.canon == word.canon {
            Some(LinkHow::SameNumberOrName)
        } else {
            (part.stem == word.stem).then_some(LinkHow::SameStem)
        }
    };
    if b.parts.is_empty() {
        return a.parts.iter().find_map(|part| meets(part, b));
    }
    if a.parts.is_empty() {
        return b.parts.iter().find_map(|part| meets(part, a));
    }
    let same = |one: &Part, other: &Part| one.stem == other.stem || (one.canon != 0 && one.canon == other.canon);
    a.parts.iter().any(|one| b.parts.iter().any(|other| same(one, other))).then_some(LinkHow::SameStem)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::Lexicon;
    use crate::segment::tokens_from_words;
    use crate::wording::Words;

    proptest! {
        /// The short cut never hides letter pairs that two words share, and neither word is the first.
        #[test]
        fn letter_pairs_in_common_are_counted(a in "[a-dé]{0,12}", b in "[a-dé]{0,12}") {
            let words = Words::new(&tokens_from_words(&[a, b]), &Lexicon::new(&[]));
            if let [one, two] = words.words.as_slice() {
                let shared = one.bigrams.iter().filter(|pair| two.bigrams.contains(pair)).count();
                let all = (one.bigrams.len() + two.bigrams.len()).max(1);
                prop_assert_eq!(dice(one, two), 2.0 * shared as f32 / all as f32);
                prop_assert_eq!(form(one, two), form(two, one));
            }
        }
    }
}
