//! How alike two words are by their form alone, and by which rule.

use super::LinkHow;
use super::word::{Part, Word, dice, dice_stays_below};

/// Likeness by form: 1 for the same word, 0 for nothing in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Form {
    pub score: f32,
    pub how: Option<LinkHow>,
}

/// Letter pairs in common above which two words count as forms of one.
const FUZZY: f32 = 0.6;

pub(super) fn form(a: &Word, b: &Word) -> Form {
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
        return found(0.95, LinkHow::SameStem);
    }
    if a.is_number && b.is_number {
        return Form::default();
    }
    if (!a.parts.is_empty() || !b.parts.is_empty())
        && let Some(how) = shared_part(a, b)
    {
        return found(0.8, how);
    }
    if a.letters.len() > 3 && b.letters.len() > 3 && !dice_stays_below(a, b, FUZZY) {
        let dice = dice(a, b);
        if dice > FUZZY {
            return found(0.3 + 0.6 * dice, LinkHow::SameStem);
        }
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
        /// The short cut never hides two words that are alike.
        #[test]
        fn the_bound_on_letter_pairs_holds(a in "[a-dé]{0,12}", b in "[a-dé]{0,12}", least in 0.0_f32..1.0) {
            let words = Words::new(&tokens_from_words(&[a, b]), &Lexicon::new(&[]));
            if let [one, two] = words.words.as_slice() {
                prop_assert!(!dice_stays_below(one, two, least) || dice(one, two) <= least);
                prop_assert_eq!(form(one, two), form(two, one));
            }
        }
    }
}
