//! How alike two words are by their form alone, and by which rule.

use super::LinkHow;
use super::word::{Word, dice};

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
    if a.canon.is_some() && a.canon == b.canon {
        return found(0.98, LinkHow::SameNumberOrName);
    }
    if a.is_mark || b.is_mark {
        return Form::default();
    }
    if a.stem == b.stem {
        return found(0.95, LinkHow::SameStem);
    }
    if a.is_number() && b.is_number() {
        return Form::default();
    }
    if (!a.parts.is_empty() || !b.parts.is_empty())
        && let Some(how) = shared_part(a, b)
    {
        return found(0.8, how);
    }
    let dice = dice(a, b);
    if dice > FUZZY && a.letters > 3 && b.letters > 3 {
        return found(0.3 + 0.6 * dice, LinkHow::SameStem);
    }
    Form::default()
}

/// "two-year" answers "two", "2" and "years"; "war-torn" answers "post-war".
fn shared_part(a: &Word, b: &Word) -> Option<LinkHow> {
    let meets = |part: &super::word::Part, word: &Word| {
        if part.canon.is_some() && part.canon == word.canon {
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
    let same = |one: &super::word::Part, other: &super::word::Part| {
        one.stem == other.stem || (one.canon.is_some() && one.canon == other.canon)
    };
    a.parts.iter().any(|one| b.parts.iter().any(|other| same(one, other))).then_some(LinkHow::SameStem)
}
