//! Who a source is: names, surnames, roles and pronouns resolved to one name each.
//!
//! Knows what the text itself says. A wrong name costs more than none, so where two persons fit
//! equally well the speaker stays open. `phrase` reads noun phrases, `roles` finds who holds an
//! office, `pronouns` whom "he" and "she" mean.

mod phrase;
mod pronouns;
mod roles;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use super::english::Tags;
use super::names::{self, Gender, Named};
use super::statements::Draft;
use super::units::{Unit, Units};
use super::{SpeakerHow, Vocabulary};

/// A speaker with how the name was found.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    pub(super) name: Option<String>,
    pub(super) how: SpeakerHow,
    /// From the source's words to the name.
    pub(super) chain: Vec<String>,
}

impl Speaker {
    fn none() -> Self {
        Self { name: None, how: SpeakerHow::None, chain: Vec::new() }
    }

    /// Gives the speaker the name that the reader has put first among names that mean the same. What
    /// the reader says of the source's own words goes before what the text was taken to say of them.
    pub(super) fn rename(&mut self, source: Option<&str>, vocabulary: &Vocabulary) {
        let first_of = |called: &str| vocabulary.first_name(called);
        let by_source = source.and_then(|source| Some((source.to_owned(), first_of(source)?)));
        if let Some((source, _)) = &by_source {
            self.chain = vec![source.clone()];
            if self.name.is_none() {
                self.how = SpeakerHow::Role;
            }
        }
        let by_name = || self.name.as_ref().and_then(|name| Some((name.clone(), first_of(name)?)));
        let Some((called, first)) = by_source.or_else(by_name) else { return };
        let how = self.how;
        if self.chain.is_empty() {
            self.chain.push(called);
        }
        if self.chain.last().is_none_or(|last| last != first) {
            self.chain.push(first.to_owned());
        }
        let how = if self.chain.len() == 1 { SpeakerHow::Named } else { how };
        (self.name, self.how) = (Some(first.to_owned()), how);
    }
}

pub(super) struct Cast<'a> {
    units: &'a Units,
    named: Vec<Named>,
    /// Names by their last word, by the first names of persons, and by all words joined.
    by_last: BTreeMap<String, Vec<usize>>,
    by_first: BTreeMap<String, Vec<usize>>,
    by_name: BTreeMap<String, usize>,
    /// Unit → person, mentions and resolved pronouns alike.
    seen: BTreeMap<usize, usize>,
    by_role: BTreeMap<String, Vec<usize>>,
    /// Sentence → the person who speaks in it last, as far as it was read.
    spoke: BTreeMap<usize, usize>,
}

impl<'a> Cast<'a> {
    pub(super) fn new(units: &'a Units, written: impl Fn(&Range<usize>) -> String) -> Self {
        let named = names::named(&units.all, written);
        let mut cast = Self {
            units,
            named,
            by_last: BTreeMap::new(),
            by_first: BTreeMap::new(),
            by_name: BTreeMap::new(),
            seen: BTreeMap::new(),
            by_role: BTreeMap::new(),
            spoke: BTreeMap::new(),
        };
        for (index, named) in cast.named.iter().enumerate() {
            cast.by_name.insert(named.words.join(" "), index);
            match named.words.as_slice() {
                // A surname that several share names nobody else.
                [_] if named.is_shared => {}
                [first, ..] if named.words.len() > 1 => {
                    let last = names::surname(&named.words).unwrap_or_default();
                    cast.by_last.entry(last.to_owned()).or_default().push(index);
                    if names::is_called_by_first(named) {
                        cast.by_first.entry(first.clone()).or_default().push(index);
                    }
                }
                [only, ..] => cast.by_last.entry(only.clone()).or_default().push(index),
                [] => {}
            }
            // "the Chamber" for the Chamber of Trade
            let joint = named.words.iter().position(|word| matches!(word.as_str(), "of" | "on" | "for"));
            if let Some(noun) = joint.and_then(|at| named.words.get(at.checked_sub(1)?)) {
                cast.by_last.entry(noun.clone()).or_default().push(index);
            }
            if named.is_person {
                cast.seen.extend(named.mentions.iter().map(|&at| (at, index)));
                for role in &named.roles {
                    cast.by_role.entry(role.clone()).or_default().push(index);
                }
            }
        }
        cast
    }

    /// The speakers of `drafts`, which are in the order of the text.
    pub(super) fn resolve(mut self, drafts: &[Draft], written: impl Fn(&Range<usize>) -> String) -> Vec<Speaker> {
        let mut speakers: Vec<Speaker> = Vec::with_capacity(drafts.len());
        for (number, draft) in drafts.iter().enumerate() {
            let previous = number.checked_sub(1).and_then(|at| drafts.get(at).zip(speakers.get(at)));
            let speaker = match &draft.source {
                Some(source) => self.of_source(source, draft, previous, &written),
                None => self.inferred(draft, drafts.get(..number).unwrap_or_default(), &speakers),
            };
            let name = speaker.name.as_ref().filter(|_| draft.source.is_some());
            if let Some(person) = name.and_then(|name| self.person_called(name)) {
                // The last who speaks, but nobody whose words another one only reports.
                if is_outermost(draft, drafts.get(..number).unwrap_or_default()) {
                    self.spoke.insert(draft.sentence, person);
                } else {
                    self.spoke.entry(draft.sentence).or_insert(person);
                }
            }
            speakers.push(speaker);
        }
        speakers
    }

    fn of_source(
        &mut self,
        source: &Range<usize>,
        draft: &Draft,
        previous: Option<(&Draft, &Speaker)>,
        written: &impl Fn(&Range<usize>) -> String,
    ) -> Speaker {
        let all = &self.units.all;
        let Some(first) = all.get(source.start) else { return Speaker::none() };
        let single = source.len() == 1;
        let said = written(source);
        if single && matches!(first.lower.as_str(), "he" | "she" | "his" | "her" | "him") {
            let gender = if matches!(first.lower.as_str(), "she" | "her") { Gender::Female } else { Gender::Male };
            let Some(person) = self.antecedent(source.start, draft.sentence, gender) else { return Speaker::none() };
            self.seen.insert(source.start, person);
            let Some(named) = self.named.get_mut(person) else { return Speaker::none() };
            if named.gender == Gender::Unknown {
                named.gender = gender;
            }
            return Speaker {
                name: Some(named.name.clone()),
                how: SpeakerHow::Anaphor,
                chain: vec![said, named.name.clone()],
            };
        }
        if self.is_mere_headline(source) || self.is_kicker(source) {
            return Speaker::none();
        }
        if single && matches!(first.lower.as_str(), "they" | "their" | "it" | "its" | "we" | "i" | "you") {
            // A body or a group that was just reported.
            let group = previous.filter(|(before, _)| {
                draft.sentence - before.sentence.min(draft.sentence) <= 2
                    && matches!(first.lower.as_str(), "they" | "it")
                    && before.source.as_ref().is_some_and(|source| !self.is_person_source(source))
            });
            let name = group.and_then(|(_, speaker)| speaker.name.clone());
            return match name {
                Some(name) => Speaker { chain: vec![said, name.clone()], name: Some(name), how: SpeakerHow::Anaphor },
                None => Speaker::none(),
            };
        }
        if single && matches!(first.lower.as_str(), "who" | "that" | "which") {
            let mut end = source.start;
            while end > 0 && all.get(end - 1).is_some_and(|unit| unit.is_mark(",")) {
                end -= 1;
            }
            let mut start = end;
            while start > 0
                && all.get(start - 1).is_some_and(|unit| {
                    unit.is_name() || unit.is(Tags::TITLE) || unit.lower == "of" || unit.is_mark("()")
                })
            {
                start -= 1;
            }
            let speaker = if start < end { self.of_phrase(&(start..end), draft, written) } else { Speaker::none() };
            return match speaker.name {
                Some(name) => Speaker { chain: vec![said, name.clone()], name: Some(name), how: SpeakerHow::Anaphor },
                None => Speaker::none(),
            };
        }
        self.of_phrase(source, draft, written)
    }

    /// True for what stands before the colon of a headline and nowhere in the text: "Harbour Showdown: Vale enters the race".
    fn is_kicker(&self, source: &Range<usize>) -> bool {
        let all = &self.units.all;
        // At the head of the text alone, so that it is looked through once.
        let is_label = source.start == 0 && all.get(source.end).is_some_and(|unit| unit.is_mark(":"));
        let last = source.end.checked_sub(1).filter(|_| is_label).and_then(|last| all.get(last));
        let body = self.units.sentences.iter().find(|sentence| sentence.paragraph > 0);
        let body = body.and_then(|first| all.get(first.units.start..));
        last.zip(body).is_some_and(|(last, body)| !body.iter().any(|unit| unit.lower == last.lower))
    }

    /// True for a run of capitals in a headline that holds the surname of somebody in the text and goes on behind
    /// it: "Ada Berg Harbour: Mayor Names an Heir" names no speaker.
    fn is_mere_headline(&self, source: &Range<usize>) -> bool {
        let words = names::words_of(&self.units.all, source);
        let [inner @ .., last] = words.as_slice() else { return false };
        inner.len() >= 2
            && source.end <= names::headline(&self.units.all)
            && source.clone().all(|at| self.units.all.get(at).is_some_and(Unit::is_name))
            && !self.by_last.contains_key(last)
            && inner.iter().skip(1).any(|word| self.by_last.contains_key(word))
    }

    fn person_called(&self, name: &str) -> Option<usize> {
        let index = self.by_name.get(&name.to_lowercase().replace('’', "'")).copied();
        index.filter(|&index| self.named.get(index).is_some_and(|named| named.is_person))
    }

    fn is_person_source(&self, source: &Range<usize>) -> bool {
        source.clone().any(|at| self.seen.contains_key(&at))
    }
}

/// True where no clause shortly before holds the reporting words of `draft` in what it reports.
fn is_outermost(draft: &Draft, before: &[Draft]) -> bool {
    let holds = |outer: &Draft| draft.cue.is_some_and(|cue| outer.content.iter().any(|content| content.covers(cue)));
    !before.iter().rev().take(NESTED).any(holds)
}

/// Clauses before one that may hold it.
const NESTED: usize = 6;
