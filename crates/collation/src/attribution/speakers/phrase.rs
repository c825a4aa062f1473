//! Who a noun phrase means: "White House spokesman Josh Earnest", "the Clinton campaign", "the envoy".

use std::ops::Range;

use super::super::SpeakerHow;
use super::super::english::Tags;
use super::super::names;
use super::super::statements::Draft;
use super::super::units::{Kind, Unit};
use super::{Cast, Speaker};

impl Cast<'_> {
    /// The speaker of a noun phrase with a name or a role in it.
    pub(super) fn of_phrase(
        &mut self,
        source: &Range<usize>,
        draft: &Draft,
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
                    || matches!(unit.lower.as_str(), "who" | "which" | "that" | "himself" | "herself" | "itself"))
            {
                head.end = at;
                break;
            }
        }
        let appositions = head.end..source.end;
        if head.clone().any(|at| all.get(at).is_some_and(|unit| unit.lower == "and") && !self.joins_office(at)) {
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
            let governed = self.is_governed(run.from, head.start, introduced);
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
        let person = if definite { self.by_role(&head, source.start) } else { None };
        // "Berg released a statement calling …": her statement.
        let author = |message: &String| {
            let released = self.author(source.start, draft.sentence);
            released.or_else(|| self.writer(message, &words, draft.sentence))
        };
        let (person, how) = match person {
            Some(person) => (Some(person), SpeakerHow::Role),
            None => (words.last().filter(|noun| is_message(noun)).and_then(author), SpeakerHow::Inferred),
        };
        if let Some(person) = person {
            self.seen.insert(source.start, person);
            if let Some(named) = self.named.get(person) {
                return Speaker { name: Some(named.name.clone()), how, chain: vec![said, named.name.clone()] };
            }
        }
        Speaker::none()
    }

    /// True where a preposition stands before the name at `from`, in a phrase that begins at `start`: "an editor at the
    /// Velm Review". An office may be one "to" or "of" a country and have its bearer behind it.
    fn is_governed(&self, from: usize, start: usize, introduced: bool) -> bool {
        let all = &self.units.all;
        let before = |at: usize| at.checked_sub(1).filter(|&at| at >= start).and_then(|at| all.get(at));
        let Some(unit) = before(from) else { return false };
        let the = unit.lower == "the" && from > start + 1;
        if !introduced {
            return the || unit.is(Tags::PREPOSITION);
        }
        let preposition = if the { before(from - 1) } else { Some(unit) };
        preposition
            .is_some_and(|unit| unit.is(Tags::PREPOSITION) && !matches!(unit.lower.as_str(), "to" | "of" | "for"))
    }

    /// Who is the subject of the sentence in which the message at `unit` is written or sent.
    fn author(&self, unit: usize, sentence: usize) -> Option<usize> {
        let act = unit.checked_sub(1).and_then(|at| self.units.all.get(at))?;
        let acts = ["released", "issued", "sent", "wrote", "posted", "published", "gave", "made", "delivered"];
        if !acts.contains(&act.lower.as_str()) {
            return None;
        }
        let range = self.units.sentences.get(sentence)?.units.clone();
        self.subject_of(range.start..unit.min(range.end))
    }

    /// Who spoke in the sentence shortly before that names the message: "Berg said in a statement. … the statement said".
    fn writer(&self, message: &str, words: &[String], sentence: usize) -> Option<usize> {
        const BACK: usize = 3;
        // A letter may be somebody else's, whoever spoke of it.
        if !matches!(message, "statement" | "tweet" | "post") {
            return None;
        }
        let [the, _] = words else { return None };
        if the != "the" && the != "that" {
            return None;
        }
        let numbers = (sentence.saturating_sub(BACK)..sentence).rev();
        let named = |number: &usize| {
            let sentence = self.units.sentences.get(*number);
            sentence.is_some_and(|sentence| self.units.of(sentence).iter().any(|unit| unit.lower == message))
        };
        numbers.into_iter().find(named).and_then(|number| self.spoke.get(&number).copied())
    }

    /// True where the "and" at `at` stands inside the name of an office: "Health and Human Services
    /// Secretary Ilse Varga".
    fn joins_office(&self, at: usize) -> bool {
        let all = &self.units.all;
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        let office = before.is_some_and(|unit| {
            unit.capital
                && matches!(
                    unit.lower.as_str(),
                    "health"
                        | "housing"
                        | "education"
                        | "trade"
                        | "business"
                        | "foreign"
                        | "food"
                        | "culture"
                        | "science"
                        | "transport"
                        | "transportation"
                        | "environment"
                        | "agriculture"
                        | "commerce"
                        | "children"
                )
        });
        office && all.get(at + 1).is_some_and(Unit::is_name)
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
        let last = names::surname(&words)?;
        // A crowd is nobody in particular.
        let is_nobody = names::is_crowd(last) || run.units.len() == 1 && matches!(last, "man" | "woman");
        if is_nobody {
            return None;
        }
        let is_elder = start.checked_sub(1).and_then(|at| all.get(at)).is_some_and(|unit| unit.lower == "elder");
        if run.units.len() == 1 && (names::is_role_word(last) && !names::is_body_word(last)) && run.title.is_none() {
            return None;
        }
        let index = self.by_name.get(&words.join(" ")).copied();
        let shared = index.filter(|&index| self.named.get(index).is_some_and(|named| named.is_shared));
        if let Some(index) = index.filter(|_| shared.is_none()) {
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
                        && names::agrees(named.gender, run.title.as_deref())
                        && !(is_elder && names::is_junior(&named.words))
                })
            })
            .collect();
        match candidates.as_slice() {
            [index] => self.named.get(*index).map(|named| (named.name.clone(), Some(*index))),
            [] => match self.by_first.get(last).map(Vec::as_slice) {
                // "Ilse said": the one of that name.
                Some([index]) if run.units.len() == 1 => {
                    self.named.get(*index).map(|named| (named.name.clone(), Some(*index)))
                }
                // "The Times" for the New York Times.
                _ => Some((self.body(last).unwrap_or(own), None)),
            },
            several => match names::main_owner(&self.named, several) {
                Some(index) => self.named.get(index).map(|named| (named.name.clone(), Some(index))),
                None => Some((own, shared)),
            },
        }
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
}

/// True for nouns that stand for what somebody wrote or said.
fn is_message(noun: &str) -> bool {
    matches!(
        noun,
        "statement"
            | "letter"
            | "tweet"
            | "memo"
            | "email"
            | "e-mail"
            | "message"
            | "post"
            | "speech"
            | "op-ed"
            | "video"
            | "ad"
    )
}
