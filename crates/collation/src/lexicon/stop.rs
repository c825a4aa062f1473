//! Function words of English, by class, and the words that deny.
//!
//! A function word carries little of what is reported. Two of one class often answer each other
//! ("in" and "at"), two of different classes hardly ever.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a function word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordClass {
    Determiner,
    Preposition,
    Auxiliary,
    Modal,
    Conjunction,
    Negation,
    Pronoun,
    Reporting,
    /// Other words without content of their own: "also", "just".
    Particle,
    /// Everything else.
    Content,
}

const CLASSES: &[(WordClass, &str)] = &[
    (
        WordClass::Determiner,
        "a an the this these those its his her their our my your some any all both each such other",
    ),
    (
        WordClass::Preposition,
        "of in on at by for with from to into over under about after before during through against among between upon \
         toward towards within onto per via amid amongst across around near off out up down",
    ),
    (WordClass::Auxiliary, "is are was were be been being am has have had having do does did doing 's 're 've 'm 'd"),
    (WordClass::Modal, "will would can could may might shall should must 'll ought"),
    (WordClass::Conjunction, "and or but nor so yet because while although though if when where since as than whether"),
    (WordClass::Negation, "not no n't never none neither nothing nobody without cannot nowhere"),
    (
        WordClass::Pronoun,
        "he she they we you it i him them us me who which what that there himself herself itself themselves whom whose",
    ),
    (
        WordClass::Reporting,
        "said say says saying told tell tells stated states added adds noted announced indicated declared explained \
         stressed",
    ),
    (WordClass::Particle, "also just only very too then how why more most now here again even still already s t"),
];

/// Class of each word of [`CLASSES`]; a word that stands in two lists has the first one's.
static CLASS_OF: LazyLock<HashMap<&str, WordClass>> = LazyLock::new(|| {
    let mut class_of = HashMap::new();
    for &(class, words) in CLASSES {
        for word in words.split_ascii_whitespace() {
            class_of.entry(word).or_insert(class);
        }
    }
    class_of
});

/// The class of a word in normal form.
pub fn class_of(norm: &str) -> WordClass {
    if norm.ends_with("n't") {
        return WordClass::Negation;
    }
    CLASS_OF.get(norm).copied().unwrap_or(WordClass::Content)
}

/// True for words without content of their own. Words that report count as content.
pub fn is_stop(norm: &str) -> bool {
    !matches!(class_of(norm), WordClass::Content | WordClass::Reporting)
}

/// True for words that deny: "not", "isn't", "without".
pub fn is_negation(norm: &str) -> bool {
    class_of(norm) == WordClass::Negation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_class() {
        for (word, class) in [
            ("the", WordClass::Determiner),
            ("isn't", WordClass::Negation),
            ("cannot", WordClass::Negation),
            ("should", WordClass::Modal),
            ("told", WordClass::Reporting),
            ("harbour", WordClass::Content),
            ("", WordClass::Content),
        ] {
            assert_eq!(class_of(word), class, "{word}");
        }
        assert!(is_stop("of") && !is_stop("said") && !is_stop("ferry"));
    }
}
