//! Who a source is: names, surnames, roles and pronouns resolved to one name each.
//!
//! Knows what the text itself says. A wrong name costs more than none, so where two persons fit
//! equally well the speaker stays open.

use std::collections::BTreeMap;
use std::ops::Range;

use super::SpeakerHow;
use super::english::Tags;
use super::names::{self, Gender, Named};
use super::statements::Draft;
use super::units::{Kind, Units};

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
}

/// Sentences that a pronoun looks back over.
const REACH: usize = 5;

pub(super) struct Cast<'a> {
    units: &'a Units,
    named: Vec<Named>,
    /// Names by their last word, and by all words joined.
    by_last: BTreeMap<String, Vec<usize>>,
    by_name: BTreeMap<String, usize>,
    /// Unit → person, mentions and resolved pronouns alike.
    seen: BTreeMap<usize, usize>,
    by_role: BTreeMap<String, Vec<usize>>,
}

impl<'a> Cast<'a> {
    pub(super) fn new(units: &'a Units, written: impl Fn(&Range<usize>) -> String) -> Self {
        let named = names::named(&units.all, written);
        let mut cast = Self {
            units,
            named,
            by_last: BTreeMap::new(),
            by_name: BTreeMap::new(),
            seen: BTreeMap::new(),
            by_role: BTreeMap::new(),
        };
        for (index, named) in cast.named.iter().enumerate() {
            if let Some(last) = named.words.last() {
                cast.by_last.entry(last.clone()).or_default().push(index);
            }
            cast.by_name.insert(named.words.join(" "), index);
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
                None => inferred(draft, previous),
            };
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
            while start > 0 && all.get(start - 1).is_some_and(|unit| unit.is_name() && unit.kind == Kind::Word) {
                start -= 1;
            }
            let name = (start < end).then(|| self.name_of_run(start, end, written)).flatten();
            return match name {
                Some((name, _)) => {
                    Speaker { chain: vec![said, name.clone()], name: Some(name), how: SpeakerHow::Anaphor }
                }
                None => Speaker::none(),
            };
        }
        self.of_phrase(source, written)
    }

    fn is_person_source(&self, source: &Range<usize>) -> bool {
        source.clone().any(|at| self.seen.contains_key(&at))
    }

    /// The speaker of a noun phrase with a name or a role in it.
    fn of_phrase(&mut self, source: &Range<usize>, written: &impl Fn(&Range<usize>) -> String) -> Speaker {
        let units = self.units;
        let all = &units.all;
        // The head ends at the first comma, bracket, dash or relative clause.
        let mut head = source.clone();
        for at in source.clone() {
            let Some(unit) = all.get(at) else { break };
            if at > source.start
                && (unit.mark().is_some_and(|c| !"&/.".contains(c))
                    || matches!(unit.lower.as_str(), "who" | "which" | "that"))
            {
                head.end = at;
                break;
            }
        }
        let appositions = head.end..source.end;
        if all.get(head.clone()).is_some_and(|head| head.iter().any(|unit| unit.lower == "and")) {
            return Speaker::none();
        }
        let said = written(&head);
        // The last name that no preposition governs: "White House spokesman Josh Earnest".
        let mut best: Option<Range<usize>> = None;
        let mut at = head.start;
        while at < head.end {
            let Some(run) = names::run(all, at, head.end) else {
                at += 1;
                continue;
            };
            let governed = run.from > head.start
                && all
                    .get(run.from - 1)
                    .is_some_and(|unit| unit.is(Tags::PREPOSITION) || unit.lower == "the" && run.from - 1 > head.start);
            let possessive =
                run.units.end.checked_sub(1).and_then(|at| all.get(at)).is_some_and(|unit| unit.possessive)
                    && run.units.end < source.end;
            if !governed && !possessive
                || best.is_none()
                    && run.units.end == head.end
                    && governed
                    && all.get(head.start).is_some_and(|unit| unit.lower == "the")
                    && run.from == head.start + 1
            {
                best = Some(run.from..run.units.end);
            }
            at = run.units.end;
        }
        if let Some(run) = best.clone() {
            let ends_head = run.end >= head.end || all.get(run.end).is_some_and(|unit| unit.is(Tags::PREPOSITION));
            if ends_head && let Some((name, person)) = self.name_of_run(run.start, run.end, written) {
                if let Some(person) = person {
                    self.seen.insert(run.start, person);
                }
                return Speaker {
                    chain: if name == said { vec![name.clone()] } else { vec![said, name.clone()] },
                    name: Some(name),
                    how: SpeakerHow::Named,
                };
            }
            // "the Clinton campaign": a body named after a person or place.
            let noun = head.end.checked_sub(1).and_then(|at| all.get(at));
            if noun.is_some_and(|noun| {
                matches!(
                    noun.lower.as_str(),
                    "campaign"
                        | "administration"
                        | "government"
                        | "team"
                        | "camp"
                        | "organization"
                        | "organisation"
                        | "poll"
                        | "survey"
                        | "foundation"
                        | "committee"
                        | "party"
                        | "ministry"
                        | "department"
                        | "court"
                        | "police"
                        | "army"
                        | "military"
                        | "embassy"
                        | "university"
                        | "group"
                        | "report"
                        | "ad"
                )
            }) {
                let from = if all.get(head.start).is_some_and(|unit| unit.is(Tags::DETERMINER)) {
                    head.start + 1
                } else {
                    head.start
                };
                let name = written(&(from..head.end));
                return Speaker { chain: vec![name.clone()], name: Some(name), how: SpeakerHow::Named };
            }
        }
        // A name in the apposition: "the ambassador, Anatoly Antonov,".
        let mut at = appositions.start;
        while at < appositions.end {
            if all.get(at).is_some_and(|unit| unit.mark().is_some())
                && let Some(run) = names::run(all, at + 1, appositions.end)
                && run.units.len() >= 2
                && all.get(run.units.end).is_none_or(|unit| unit.mark().is_some() || run.units.end >= source.end)
                && let Some((name, Some(person))) = self.name_of_run(run.from, run.units.end, written)
            {
                self.seen.insert(run.units.start, person);
                return Speaker { chain: vec![said, name.clone()], name: Some(name), how: SpeakerHow::Named };
            }
            at += 1;
        }
        let definite = all.get(head.start).is_some_and(|unit| unit.lower == "the");
        if definite && let Some(person) = self.by_role(&head, source.start) {
            self.seen.insert(source.start, person);
            if let Some(named) = self.named.get(person) {
                return Speaker {
                    name: Some(named.name.clone()),
                    how: SpeakerHow::Role,
                    chain: vec![said, named.name.clone()],
                };
            }
        }
        Speaker::none()
    }

    /// The fullest form of the name at these units, and who it is where it is a known person.
    fn name_of_run(
        &self,
        start: usize,
        end: usize,
        written: &impl Fn(&Range<usize>) -> String,
    ) -> Option<(String, Option<usize>)> {
        let all = &self.units.all;
        let run = names::run(all, start, end)?;
        let words = names::words_of(all, &run.units);
        let last = words.last()?;
        if run.units.len() == 1 && (names::is_role_word(last) && !names::is_body_word(last)) && run.title.is_none() {
            return None;
        }
        if let Some(&index) = self.by_name.get(&words.join(" ")) {
            return self.named.get(index).map(|named| (named.name.clone(), named.is_person.then_some(index)));
        }
        let own = names::name_of(&written(&run.units));
        let candidates: Vec<usize> = self
            .by_last
            .get(last)
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .copied()
            .filter(|&index| {
                self.named.get(index).is_some_and(|named| {
                    named.is_person
                        && words.iter().all(|word| named.words.contains(word))
                        && agrees(named.gender, run.title.as_deref())
                })
            })
            .collect();
        match candidates.as_slice() {
            [index] => self.named.get(*index).map(|named| (named.name.clone(), Some(*index))),
            _ => Some((own, None)),
        }
    }

    /// The person that a pronoun at `unit` stands for.
    fn antecedent(&self, unit: usize, sentence: usize, gender: Gender) -> Option<usize> {
        let sentences = &self.units.sentences;
        let mut number = sentence;
        for _ in 0..=REACH {
            let range = sentences.get(number)?.units.clone();
            let range = range.start..range.end.min(unit);
            let mut unknown = None;
            if range.start < range.end {
                for (_, &person) in self.seen.range(range) {
                    let Some(named) = self.named.get(person) else { continue };
                    if named.gender == gender {
                        return Some(person);
                    }
                    if named.gender == Gender::Unknown {
                        unknown = unknown.or(Some(person));
                    }
                }
            }
            if unknown.is_some() {
                return unknown;
            }
            number = number.checked_sub(1)?;
        }
        None
    }

    /// The one person whom the text describes by the role in `head`.
    fn by_role(&self, head: &Range<usize>, before: usize) -> Option<usize> {
        let words: Vec<String> = names::words_of(&self.units.all, head);
        let noun = words.last()?;
        let mut scores: BTreeMap<usize, usize> = BTreeMap::new();
        for alike in alike(noun) {
            for &person in self.by_role.get(alike).map(Vec::as_slice).unwrap_or_default() {
                scores.entry(person).or_insert(1);
            }
        }
        for (person, score) in &mut scores {
            let roles = self.named.get(*person).map(|named| named.roles.as_slice()).unwrap_or_default();
            *score += words.iter().filter(|word| *word != noun && roles.contains(word)).count();
        }
        let best = scores.values().copied().max()?;
        let mut fitting = scores.iter().filter(|(_, score)| **score == best).map(|(&person, _)| person);
        let first = fitting.next()?;
        let known = self.named.get(first)?.mentions.first().is_some_and(|&at| at < before + 12);
        (fitting.next().is_none() && known).then_some(first)
    }
}

/// Nouns that may name the same office.
fn alike(noun: &str) -> Vec<&str> {
    const GROUPS: &[&[&str]] = &[
        &["ambassador", "envoy", "diplomat"],
        &["spokesman", "spokeswoman", "spokesperson", "representative"],
        &["nominee", "candidate", "contender", "hopeful"],
        &["senator", "lawmaker", "sen."],
        &["congressman", "congresswoman", "representative", "lawmaker", "rep."],
        &["governor", "gov."],
        &["lawyer", "attorney"],
        &["businessman", "mogul", "tycoon", "billionaire"],
        &["minister", "secretary"],
        &["chief", "head", "director", "boss"],
        &["professor", "scholar", "academic"],
        &["general", "gen.", "commander"],
    ];
    let mut found = vec![noun];
    for group in GROUPS {
        if group.contains(&noun) {
            found.extend(group.iter().copied().filter(|&other| other != noun));
        }
    }
    found
}

fn agrees(gender: Gender, title: Option<&str>) -> bool {
    match title {
        Some("mr." | "mr") => gender != Gender::Female,
        Some("mrs." | "ms." | "mrs" | "ms" | "miss") => gender != Gender::Male,
        _ => true,
    }
}

/// The speaker of a quotation without a source: whoever spoke right before it.
fn inferred(draft: &Draft, previous: Option<(&Draft, &Speaker)>) -> Speaker {
    let near = previous.filter(|(before, _)| draft.paragraph - before.paragraph.min(draft.paragraph) <= 1);
    match near.and_then(|(_, speaker)| speaker.name.clone()) {
        Some(name) => Speaker { chain: vec![name.clone()], name: Some(name), how: SpeakerHow::Inferred },
        None => Speaker::none(),
    }
}

/// True where two resolved names can be one speaker: `Clinton` and `Hillary Clinton`, not `Bill` and
/// `Hillary Clinton`.
pub fn may_be_same(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.split(|c: char| c.is_whitespace() || c == '-')
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
            .filter(|word| !word.is_empty() && word != "the")
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.is_empty() {
        return false;
    }
    let held = short.iter().all(|word| {
        long.iter().any(|other| word == other || word.chars().count() == 1 && other.starts_with(word.as_str()))
    });
    held && (short.last() == long.last() || short.len() > 1 || short.first() == long.first())
}
