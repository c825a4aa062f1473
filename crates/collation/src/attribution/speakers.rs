//! Who a source is: names, surnames, roles and pronouns resolved to one name each.
//!
//! Knows what the text itself says. A wrong name costs more than none, so where two persons fit
//! equally well the speaker stays open.

use std::collections::BTreeMap;
use std::ops::Range;

use super::english::Tags;
use super::names::{self, Gender, Named};
use super::statements::Draft;
use super::units::{Kind, Units};
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
    /// Sentence → the person who was first found to speak in it.
    spoke: BTreeMap<usize, usize>,
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
            spoke: BTreeMap::new(),
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
                None => inferred(draft, drafts.get(..number).unwrap_or_default(), &speakers),
            };
            let name = speaker.name.as_ref().filter(|_| draft.source.is_some());
            if let Some(person) = name.and_then(|name| self.person_called(name)) {
                self.spoke.entry(draft.sentence).or_insert(person);
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
            let speaker =
                if start < end { self.of_phrase(&(start..end), draft, previous, written) } else { Speaker::none() };
            return match speaker.name {
                Some(name) => Speaker { chain: vec![said, name.clone()], name: Some(name), how: SpeakerHow::Anaphor },
                None => Speaker::none(),
            };
        }
        self.of_phrase(source, draft, previous, written)
    }

    fn person_called(&self, name: &str) -> Option<usize> {
        let index = self.by_name.get(&name.to_lowercase().replace('’', "'")).copied();
        index.filter(|&index| self.named.get(index).is_some_and(|named| named.is_person))
    }

    fn is_person_source(&self, source: &Range<usize>) -> bool {
        source.clone().any(|at| self.seen.contains_key(&at))
    }

    /// The speaker of a noun phrase with a name or a role in it.
    fn of_phrase(
        &mut self,
        source: &Range<usize>,
        draft: &Draft,
        previous: Option<(&Draft, &Speaker)>,
        written: &impl Fn(&Range<usize>) -> String,
    ) -> Speaker {
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
            let introduced = run.from < run.units.start;
            let governed = !introduced
                && run.from > head.start
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
        let apposed = self.apposed(&appositions, source.end, written);
        let place = best.as_ref().is_some_and(|run| {
            self.name_of_run(run.start, run.end, written).is_none_or(|(_, person)| person.is_none())
        });
        if let Some(run) = best.clone().filter(|_| !place || apposed.is_none()) {
            let ends_head = run.end >= head.end || all.get(run.end).is_some_and(|unit| unit.is(Tags::PREPOSITION));
            // "the Department of Defense"
            let more = all.get(run.end).is_some_and(|unit| unit.lower == "of")
                && all.get(run.end - 1).is_some_and(|unit| names::is_body_word(&unit.lower));
            if more && let Some(rest) = names::run(all, run.end + 1, head.end) {
                let name = written(&(run.start..rest.units.end));
                return Speaker { chain: vec![name.clone()], name: Some(name), how: SpeakerHow::Named };
            }
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
        if let Some((name, person)) = apposed {
            self.seen.insert(source.start, person);
            return Speaker { chain: vec![said, name.clone()], name: Some(name), how: SpeakerHow::Named };
        }
        let words = names::words_of(all, &head);
        let body = match words.as_slice() {
            [the, noun] if the == "the" => self.body(noun),
            _ => None,
        };
        if let Some(name) = body {
            return Speaker { chain: vec![said, name.clone()], name: Some(name), how: SpeakerHow::Role };
        }
        let owned = all
            .get(head.clone())
            .unwrap_or_default()
            .iter()
            .any(|unit| unit.possessive || matches!(unit.lower.as_str(), "his" | "her" | "their" | "its"));
        let definite = all
            .get(head.start)
            .is_some_and(|unit| unit.lower == "the" || owned || !unit.is(Tags::DETERMINER) && unit.kind == Kind::Word);
        let the = all.get(head.start).is_some_and(|unit| unit.lower == "the");
        let person = if definite {
            self.by_role(&head, source.start).or_else(|| self.described(&head, draft, previous).filter(|_| the))
        } else {
            None
        };
        if let Some(person) = person {
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

    /// A person in the apposition: "the ambassador, Anatoly Antonov," "South Bend, Ind., Mayor Pete Buttigieg".
    fn apposed(
        &self,
        range: &Range<usize>,
        end: usize,
        written: &impl Fn(&Range<usize>) -> String,
    ) -> Option<(String, usize)> {
        let all = &self.units.all;
        range.clone().filter(|&at| all.get(at).is_some_and(|unit| unit.is_mark(","))).find_map(|comma| {
            let run = names::run(all, comma + 1, range.end)?;
            let closed = run.units.end >= end
                || all.get(run.units.end).is_none_or(|unit| unit.mark().is_some() || unit.lower == "of");
            let (name, person) = self.name_of_run(run.from, run.units.end, written)?;
            Some((name, person?)).filter(|_| closed && run.units.len() >= 2)
        })
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
        // A crowd is nobody in particular.
        if names::is_crowd(last) {
            return None;
        }
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
            // "The Times" for the New York Times.
            [] => Some((self.body(last).unwrap_or(own), None)),
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
            let fits = |person: &usize| {
                self.named
                    .get(*person)
                    .is_some_and(|named| matches!(named.gender, Gender::Unknown) || named.gender == gender)
            };
            // Who spoke last goes on speaking; else the first who is named is the subject.
            let spoke = self.spoke.get(&number).copied().filter(|person| fits(person));
            let named = || {
                (range.start < range.end)
                    .then(|| self.seen.range(range.clone()).map(|(_, &person)| person).find(fits))
                    .flatten()
            };
            if let Some(person) = spoke.or_else(named) {
                return Some(person);
            }
            number = number.checked_sub(1)?;
        }
        None
    }

    /// The one body whose name ends in `noun`: "the ministry".
    fn body(&self, noun: &str) -> Option<String> {
        if !names::is_body_word(noun) {
            return None;
        }
        let mut bodies =
            self.by_last.get(noun)?.iter().filter_map(|&index| self.named.get(index)).filter(|named| !named.is_person);
        let first = bodies.next()?;
        bodies.next().is_none().then(|| first.name.clone())
    }

    /// The one person whom the text describes by the role in `head`.
    fn by_role(&self, head: &Range<usize>, before: usize) -> Option<usize> {
        // "the ambassador to Washington": the office stands before the preposition.
        let end =
            head.clone().skip(1).find(|&at| self.units.all.get(at).is_some_and(|unit| unit.is(Tags::PREPOSITION)));
        let words: Vec<String> = names::words_of(&self.units.all, &(head.start..end.unwrap_or(head.end)));
        let noun = words.last()?;
        let mut scores: BTreeMap<usize, usize> = BTreeMap::new();
        for (nearness, alike) in alike(noun) {
            for &person in self.by_role.get(alike).map(Vec::as_slice).unwrap_or_default() {
                let score = scores.entry(person).or_insert(nearness);
                *score = nearness.max(*score);
            }
        }
        for (person, score) in &mut scores {
            let roles = self.named.get(*person).map(|named| named.roles.as_slice()).unwrap_or_default();
            *score += 2 * words.iter().filter(|word| *word != noun && roles.contains(word)).count();
        }
        let best = scores.values().copied().max()?;
        let fitting: Vec<usize> =
            scores.iter().filter(|(_, score)| **score == best).map(|(&person, _)| person).collect();
        let first = match fitting.as_slice() {
            [only] => *only,
            _ => self.latest(&fitting, before)?,
        };
        let known = self.named.get(first)?.mentions.first().is_some_and(|&at| at < before + 12);
        (known || best > 3).then_some(first)
    }

    /// The one of `persons` that was named or meant shortly before, where only one was.
    fn latest(&self, persons: &[usize], before: usize) -> Option<usize> {
        let near = before.saturating_sub(NEAR)..before;
        let mut recent = self.seen.range(near).map(|(_, &person)| person).filter(|person| persons.contains(person));
        let first = recent.next()?;
        recent.all(|person| person == first).then_some(first)
    }

    /// A description that fits nobody's known role, right behind the words of one person of whom the
    /// text gives no role: most likely the same.
    fn described(&self, head: &Range<usize>, draft: &Draft, previous: Option<(&Draft, &Speaker)>) -> Option<usize> {
        let noun = names::words_of(&self.units.all, head).pop()?;
        if alike(&noun).len() < 2 {
            return None;
        }
        let (before, speaker) = previous?;
        let name = speaker.name.as_ref().filter(|_| draft.paragraph <= before.paragraph + 2)?;
        let (index, named) = self.named.iter().enumerate().find(|(_, named)| named.is_person && named.name == *name)?;
        let offices = named.roles.iter().any(|role| alike(role).len() > 1);
        (!offices).then_some(index)
    }
}

/// Units that count as "shortly before": two or three sentences.
const NEAR: usize = 60;

/// Nouns that may name the same office, each with how surely (the noun itself 3).
fn alike(noun: &str) -> Vec<(usize, &str)> {
    const GROUPS: &[&[&str]] = &[
        &["ambassador", "envoy"],
        &["spokesman", "spokeswoman", "spokesperson", "press"],
        &["nominee", "candidate", "contender", "hopeful"],
        &["senator", "sen."],
        &["congressman", "congresswoman", "representative", "rep."],
        &["governor", "gov."],
        &["lawyer", "attorney"],
        &["businessman", "businesswoman", "mogul", "tycoon", "billionaire"],
        &["chief", "head", "director", "boss"],
        &["professor", "scholar", "academic"],
        &["general", "gen.", "commander"],
        &["president", "leader"],
        &["minister"],
        &["secretary"],
        &["mayor"],
        &["judge", "justice"],
    ];
    const WIDER: &[(&str, &[&str])] = &[
        ("diplomat", &["ambassador", "envoy", "minister", "secretary", "consul"]),
        ("lawmaker", &["senator", "congressman", "congresswoman", "representative", "sen.", "rep."]),
        ("politician", &["senator", "congressman", "governor", "mayor", "minister", "president"]),
        ("official", &["spokesman", "spokeswoman", "minister", "secretary", "director"]),
        ("representative", &["spokesman", "spokeswoman", "ambassador"]),
    ];
    let mut found = vec![(3, noun)];
    for group in GROUPS.iter().filter(|group| group.contains(&noun)) {
        found.extend(group.iter().filter(|&&other| other != noun).map(|&other| (2, other)));
    }
    for (wide, narrow) in WIDER {
        if *wide == noun {
            found.extend(narrow.iter().map(|&other| (1, other)));
        } else if narrow.contains(&noun) {
            found.push((1, wide));
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

/// The speaker of a quotation without a source that stands by itself: whoever spoke right before it.
fn inferred(draft: &Draft, before: &[Draft], speakers: &[Speaker]) -> Speaker {
    if !draft.alone {
        return Speaker::none();
    }
    for (at, earlier) in before.iter().enumerate().rev().take(6) {
        if earlier.paragraph + 2 < draft.paragraph {
            break;
        }
        let inside =
            |outer: &Draft| earlier.cue.is_some_and(|cue| outer.content.iter().any(|content| content.covers(cue)));
        if before.get(at.saturating_sub(6)..at).unwrap_or_default().iter().any(inside) {
            continue;
        }
        let name = speakers.get(at).and_then(|speaker| speaker.name.clone());
        return name.map_or_else(Speaker::none, |name| Speaker {
            chain: vec![name.clone()],
            name: Some(name),
            how: SpeakerHow::Inferred,
        });
    }
    Speaker::none()
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
        long.iter().any(|other| {
            word == other
                || word.chars().count() == 1 && other.starts_with(word.as_str())
                || other.chars().count() == 1 && word.starts_with(other.as_str())
        })
    });
    held && (short.last() == long.last() || short.len() > 1 || short.first() == long.first())
}
