//! The reader's own words beside the built-in lists: reporting verbs with their class, and names
//! that mean the same.
//!
//! Knows words alone. What a verb reports where it stands is for `clauses`, whether two readings
//! name a thing differently is for the contrasts.

use std::collections::{BTreeMap, HashMap};

use super::cues::{self, CueClass, Form, Verb};
use super::english::{Tags, tags};
use super::lead::looks_finite;
use crate::segment::normal_words;

/// Reporting verbs and names of the reader's own. The default has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// By form, in lower case.
    verbs: HashMap<String, Verb>,
    /// The base form of each of them.
    bases: HashMap<String, String>,
    names: NameList,
}

impl Vocabulary {
    /// `verbs`: each in its base form (`reckon`), or with all its forms as the built-in lists have
    /// them (`forego foregoes forewent foregone foregoing`: base, third person, then the others). A
    /// verb that is built in goes over to the class given here. `names`: lists of names of one thing,
    /// the first of each being the one that is shown. What holds no word is passed over; where a
    /// form or a name stands twice the first one counts.
    pub fn new(verbs: &[(String, CueClass)], names: &[Vec<String>]) -> Self {
        let mut own: HashMap<String, Verb> = HashMap::new();
        let mut bases: HashMap<String, String> = HashMap::new();
        for (written, class) in verbs {
            let mut fresh: BTreeMap<String, Verb> = BTreeMap::new();
            let base = classed_forms(written).into_iter().next().map(|(base, _)| base).unwrap_or_default();
            for (form, kind) in classed_forms(written) {
                let built_in = cues::verb(&form).map(|verb| Verb { class: *class, ..verb });
                let verb = fresh.entry(form).or_insert(built_in.unwrap_or_else(|| own_verb(*class)));
                verb.form = verb.form.or(kind);
            }
            for (form, verb) in fresh {
                bases.entry(form.clone()).or_insert_with(|| base.clone());
                own.entry(form).or_insert(verb);
            }
        }
        let lines = names.iter().map(|line| line.iter().map(|name| vec![name.as_str()]).collect());
        Self { verbs: own, bases, names: NameList::new(lines) }
    }

    /// The class of a reporting verb in any of its forms, in any case, the reader's own before the
    /// built-in ones; `None` where it reports nothing.
    pub fn class_of(&self, word: &str) -> Option<CueClass> {
        self.verb(&word.to_lowercase()).map(|verb| verb.class)
    }

    /// True for a word in lower case that looks like a finite verb.
    pub(crate) fn looks_finite(&self, word: &str) -> bool {
        tags(word).any(Tags::AUXILIARY.or(Tags::VERB)) || looks_finite(word, self.verb(word))
    }

    /// The base form of a reporting verb in any of its forms, in lower case: `say` for `said`; `None`
    /// where it reports nothing.
    pub fn base_of(&self, word: &str) -> Option<&str> {
        let own = self.bases.get(word).map(String::as_str);
        own.or_else(|| cues::verb(word).map(|verb| verb.lemma)).filter(|base| !base.is_empty())
    }

    pub(super) fn verb(&self, lower: &str) -> Option<Verb> {
        self.verbs.get(lower).copied().or_else(|| cues::verb(lower))
    }

    /// The reader's lists of names.
    pub(crate) fn names(&self) -> &NameList {
        &self.names
    }

    /// The name that the reader has put first among those that mean what `name` means.
    pub(super) fn first_name(&self, name: &str) -> Option<&str> {
        if self.names.is_empty() {
            return None;
        }
        let words = normal_words(name);
        let words = match words.first() {
            Some(the) if the == "the" && words.len() > 1 => words.get(1..)?,
            _ => words.as_slice(),
        };
        let found = self.names.at(|at| words.get(at).map(String::as_str))?;
        (found.length == words.len()).then(|| self.names.shown(found.thing)).flatten()
    }
}

/// The forms by which a verb of the reader's own is recognised, as a reader may want to see them:
/// `reckon`, `reckons`, `reckoned`, `reckoning`. Empty where `written` holds no word.
pub fn verb_forms(written: &str) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for (form, _) in classed_forms(written) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// A verb that no pattern knows by name: anything may follow it, but only a hostile, supporting or
/// asking act has a noun phrase for what it reports.
fn own_verb(class: CueClass) -> Verb {
    let object = matches!(class, CueClass::Negative | CueClass::Positive | CueClass::Directive);
    Verb { class, lemma: "", form: Form::default(), clause: true, infinitive: class == CueClass::Directive, object }
}

fn classed_forms(written: &str) -> Vec<(String, Form)> {
    let words: Vec<String> = written
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'"))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let none = Form::default();
    let (base, third) = (Form { base: true, ..none }, Form { third: true, ..none });
    let (past, ing) = (Form { past: true, ..none }, Form { ing: true, ..none });
    match words.as_slice() {
        [] => Vec::new(),
        [verb] => {
            let mut forms = vec![(verb.clone(), base), (third_person(verb), third)];
            for stem in past_stems(verb) {
                forms.push((format!("{stem}ed"), past));
                forms.push((format!("{}ing", ing_stem(verb, &stem)), ing));
            }
            forms
        }
        listed => listed
            .iter()
            .enumerate()
            .map(|(number, form)| {
                let kind = match number {
                    0 => base,
                    1 => third,
                    _ if form.ends_with("ing") => ing,
                    _ => past,
                };
                (form.clone(), kind)
            })
            .collect(),
    }
}

fn third_person(verb: &str) -> String {
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end));
    match verb.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if hisses => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

/// What stands before `-ed`; two where the last consonant may be doubled: `jab`, `jabb`.
fn past_stems(verb: &str) -> Vec<String> {
    if let Some(stem) = verb.strip_suffix('e') {
        return vec![stem.to_owned()];
    }
    if let Some(stem) = verb.strip_suffix('y').filter(|stem| !ends_in_vowel(stem)) {
        return vec![format!("{stem}i")];
    }
    let letters: Vec<char> = verb.chars().rev().take(3).collect();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let doubles = matches!(letters.as_slice(), [last, middle, before]
        if !vowel(*last) && !matches!(last, 'w' | 'x' | 'y') && vowel(*middle) && !vowel(*before));
    // A verb of several syllables doubles where the last one is stressed, which no rule tells, or, in
    // British spelling, where it ends in -l.
    let syllables = verb.split(|c| !vowel(c)).filter(|vowels| !vowels.is_empty()).count();
    let mut stems = vec![verb.to_owned()];
    if let Some(last) = letters.first().filter(|_| doubles && (syllables == 1 || verb.ends_with('l'))) {
        stems.push(format!("{verb}{last}"));
    }
    stems
}

/// What stands before `-ing`, given what stands before `-ed`.
fn ing_stem(verb: &str, past: &str) -> String {
    let keeps = verb.ends_with('y') || verb.ends_with("ee") || verb.ends_with("oe") || verb.ends_with("ye");
    if keeps { verb.to_owned() } else { past.to_owned() }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// Lists of names that mean one thing, found word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameList {
    /// By the first word, the longest expressions first.
    by_first: BTreeMap<String, Vec<Listed>>,
    /// For each thing the first of its names, as it was written.
    shown: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    words: Vec<String>,
    thing: usize,
    name: usize,
}

/// A name of a list where it was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameFound {
    /// Number of the list.
    pub(crate) thing: usize,
    /// Number of the name in its list.
    pub(crate) name: usize,
    /// Number of its words.
    pub(crate) length: usize,
}

impl NameList {
    /// Each line is one thing: names that differ, each in one form or several.
    pub(crate) fn new<'a>(lines: impl Iterator<Item = Vec<Vec<&'a str>>>) -> Self {
        let mut list = Self::default();
        for (thing, line) in lines.enumerate() {
            let first = line.first().and_then(|forms| forms.first()).copied().unwrap_or_default();
            list.shown.push(first.split_whitespace().collect::<Vec<_>>().join(" "));
            for (name, form) in
                line.iter().enumerate().flat_map(|(name, forms)| forms.iter().map(move |form| (name, form)))
            {
                let mut words = normal_words(form);
                if words.len() > 1 && words.first().is_some_and(|word| word == "the") {
                    words.remove(0);
                }
                let Some(first) = words.first().cloned() else { continue };
                let entries = list.by_first.entry(first).or_default();
                if entries.iter().all(|entry| entry.words != words) {
                    entries.push(Listed { words, thing, name });
                }
            }
        }
        for entries in list.by_first.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
        }
        list
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// The longest name that begins at word 0 of `word`, which gives normal forms.
    pub(crate) fn at<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> Option<NameFound> {
        let entries = self.by_first.get(word(0)?)?;
        let fits = |entry: &&Listed| entry.words.iter().enumerate().all(|(at, own)| word(at) == Some(own.as_str()));
        let entry = entries.iter().find(fits)?;
        Some(NameFound { thing: entry.thing, name: entry.name, length: entry.words.len() })
    }

    /// The name that is shown for a thing.
    pub(crate) fn shown(&self, thing: usize) -> Option<&str> {
        self.shown.get(thing).map(String::as_str)
    }

    /// Number of things.
    pub(crate) fn len(&self) -> usize {
        self.shown.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_verb_are_made_or_taken_as_written() {
        for (written, forms) in [
            ("reckon", "reckon reckons reckoned reckoning"),
            ("Enthuse", "enthuse enthuses enthused enthusing"),
            ("parry", "parry parries parried parrying"),
            ("jab", "jab jabs jabed jabing jabbed jabbing"),
            ("decree", "decree decrees decreed decreeing"),
            ("hiss", "hiss hisses hissed hissing"),
            ("  forego, foregoes forewent foregone foregoing", "forego foregoes forewent foregone foregoing"),
            ("...", ""),
        ] {
            assert_eq!(verb_forms(written).join(" "), forms, "{written}");
        }
    }

    #[test]
    fn own_verbs_come_before_the_built_in_ones() {
        let own = [("reckon".to_owned(), CueClass::Assert), ("yodel".to_owned(), CueClass::Say)];
        let vocabulary = Vocabulary::new(&own, &[]);
        for (word, class) in [
            ("Yodelled", Some(CueClass::Say)),
            ("yodeled", Some(CueClass::Say)),
            ("reckons", Some(CueClass::Assert)),
            ("said", Some(CueClass::Say)),
            ("table", None),
        ] {
            assert_eq!(vocabulary.class_of(word), class, "{word}");
        }
        let built_in = vocabulary.verb("reckoned").unwrap();
        assert!(built_in.form.past && built_in.lemma == "reckon");
    }

    #[test]
    fn the_first_of_a_list_of_names_is_shown() {
        let line = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let names =
            [line(&["Volod Marsh", "Wolod Marsh", "the Elm envoy"]), line(&[""]), line(&["Elmstadt", "Elmburg"])];
        let vocabulary = Vocabulary::new(&[], &names);
        for (name, first) in [
            ("wolod  marsh", Some("Volod Marsh")),
            ("the Elm envoy", Some("Volod Marsh")),
            ("Elmburg", Some("Elmstadt")),
            ("Marsh", None),
            ("Elmburg Road", None),
        ] {
            assert_eq!(vocabulary.first_name(name), first, "{name}");
        }
    }
}
