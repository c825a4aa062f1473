//! Reporting words: which words report, in which class, and what may follow them.
//!
//! The lists stand in `assets/reporting-verbs/`, one file a class, its definition in the first line.
//! Knows single words; whether one reports where it stands is for `clauses` to say.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// How a reporting word presents what it reports. The definitions stand in the class's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CueClass {
    /// Reports the act only: say, add, note.
    Say,
    /// The speaker puts it forward, the outlet keeps its distance: claim, insist.
    Assert,
    /// Presupposes it or sets it before the reader as given: admit, reveal.
    Factive,
    /// A hostile or rejecting act: accuse, deny.
    Negative,
    /// Asks others to act: urge, demand.
    Directive,
    /// A supporting act: praise, defend.
    Positive,
    /// An inner state or a finding, not speech: believe, want.
    Cognition,
}

impl CueClass {
    pub const ALL: [Self; 7] =
        [Self::Say, Self::Assert, Self::Factive, Self::Negative, Self::Directive, Self::Positive, Self::Cognition];

    /// The list of its words: a comment with the definition, then a line for each verb with its forms.
    const fn list(self) -> &'static str {
        match self {
            Self::Say => include_str!("../../../../assets/reporting-verbs/say.txt"),
            Self::Assert => include_str!("../../../../assets/reporting-verbs/assert.txt"),
            Self::Factive => include_str!("../../../../assets/reporting-verbs/factive.txt"),
            Self::Negative => include_str!("../../../../assets/reporting-verbs/negative.txt"),
            Self::Directive => include_str!("../../../../assets/reporting-verbs/directive.txt"),
            Self::Positive => include_str!("../../../../assets/reporting-verbs/positive.txt"),
            Self::Cognition => include_str!("../../../../assets/reporting-verbs/cognition.txt"),
        }
    }

    /// Its name in files, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Say => "say",
            Self::Assert => "assert",
            Self::Factive => "factive",
            Self::Negative => "negative",
            Self::Directive => "directive",
            Self::Positive => "positive",
            Self::Cognition => "cognition",
        }
    }

    /// The class of that name, in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name().eq_ignore_ascii_case(name.trim()))
    }

    /// What the class means, in words for the reader.
    pub fn definition(self) -> &'static str {
        let first = self.list().lines().next().unwrap_or_default();
        first.split_once(": ").map_or(first, |(_, definition)| definition)
    }
}

/// A form of a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub(super) class: CueClass,
    pub(super) lemma: &'static str,
    pub(super) form: Form,
    /// A clause without `that` may follow.
    pub(super) clause: bool,
    /// An infinitive may follow: `vowed to leave`, `urged them to leave`.
    pub(super) infinitive: bool,
    /// A noun phrase may say what is reported: `criticized the plan`.
    pub(super) object: bool,
}

/// What a form can be; `hit` is base and past.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "a form can be several at once")]
pub(super) struct Form {
    pub(super) base: bool,
    pub(super) third: bool,
    pub(super) past: bool,
    pub(super) ing: bool,
}

impl Form {
    /// All that either can be.
    pub(super) const fn or(self, other: Self) -> Self {
        Self {
            base: self.base || other.base,
            third: self.third || other.third,
            past: self.past || other.past,
            ing: self.ing || other.ing,
        }
    }
}

/// The built-in reporting verb that `lower`, a word in lower case, is a form of.
pub(super) fn verb(lower: &str) -> Option<Verb> {
    LEXICON.verbs.get(lower).copied()
}

/// True for nouns of which a clause may say the content: `the claim that …`, singular or plural.
pub(super) fn is_reporting_noun(lower: &str) -> bool {
    let nouns = &LEXICON.nouns;
    nouns.contains(lower) || lower.strip_suffix('s').is_some_and(|singular| nouns.contains(singular))
}

/// True for nouns that an infinitive follows: `the decision to leave`.
pub(super) fn is_noun_of_will(lower: &str) -> bool {
    LEXICON.will.contains(lower)
}

/// True for nouns that tell of words about something: `remarks on the bridge`, singular or plural.
pub(super) fn is_noun_of_speech(lower: &str) -> bool {
    let nouns = &LEXICON.speech;
    nouns.contains(lower) || lower.strip_suffix('s').is_some_and(|singular| nouns.contains(singular))
}

/// True for nouns before whose colon somebody's words are announced: `her message: “…”`.
pub(super) fn is_noun_of_message(lower: &str) -> bool {
    LEXICON.message.contains(lower)
}

struct Lexicon {
    verbs: HashMap<&'static str, Verb>,
    nouns: HashSet<&'static str>,
    will: HashSet<&'static str>,
    speech: HashSet<&'static str>,
    message: HashSet<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let patterns = include_str!("../../../../assets/reporting-verbs/patterns.txt");
    let listed = |name: &str| -> HashSet<&'static str> {
        let line = patterns.lines().filter_map(|line| line.split_once(": ")).find(|(key, _)| *key == name);
        line.map(|(_, words)| words.split_whitespace().collect()).unwrap_or_default()
    };
    let (clause, infinitive, object) = (listed("clause"), listed("infinitive"), listed("object"));
    let mut verbs = HashMap::new();
    for class in CueClass::ALL {
        for line in class.list().lines().filter(|line| !line.starts_with('#')) {
            let Some(lemma) = line.split_whitespace().next() else { continue };
            for (number, form) in line.split_whitespace().enumerate() {
                let entry = verbs.entry(form).or_insert(Verb {
                    class,
                    lemma,
                    form: Form::default(),
                    clause: clause.contains(lemma),
                    infinitive: infinitive.contains(lemma),
                    object: object.contains(lemma),
                });
                match number {
                    0 => entry.form.base = true,
                    1 => entry.form.third = true,
                    _ if form.ends_with("ing") => entry.form.ing = true,
                    _ => entry.form.past = true,
                }
            }
        }
    }
    Lexicon { verbs, nouns: listed("noun"), will: listed("will"), speech: listed("speech"), message: listed("message") }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_verbs_in_their_forms() {
        use CueClass::*;
        let cases = [
            ("said", Some(Say)),
            ("says", Some(Say)),
            ("insisting", Some(Assert)),
            ("admitted", Some(Factive)),
            ("blasts", Some(Negative)),
            ("urged", Some(Directive)),
            ("hailed", Some(Positive)),
            ("thought", Some(Cognition)),
            ("table", None),
            ("", None),
        ];
        for (word, class) in cases {
            assert_eq!(verb(word).map(|verb| verb.class), class, "{word}");
        }
    }

    #[test]
    fn every_class_has_a_definition_and_no_verb_stands_in_two() {
        let mut seen = std::collections::BTreeMap::new();
        for class in CueClass::ALL {
            assert!(class.list().starts_with(&format!("# {}: ", class.name())) && !class.definition().is_empty());
            assert_eq!(CueClass::from_name(class.name()), Some(class));
            for lemma in class.list().lines().skip(1).filter_map(|line| line.split_whitespace().next()) {
                assert_eq!(seen.insert(lemma, class), None, "{lemma}");
            }
        }
    }
}
