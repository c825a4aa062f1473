//! Whom "he" and "she" mean, and who goes on speaking where nobody is named.
//!
//! A pronoun looks back over a few sentences: to who spoke there, else to the subject, else to anybody
//! of its gender. Where an unnamed woman or man stands nearer than anybody named it stays open.

use std::ops::Range;

use super::super::SpeakerHow;
use super::super::cues::is_noun_of_message;
use super::super::english::Tags;
use super::super::names::{self, Gender};
use super::super::statements::Draft;
use super::super::units::{Kind, Unit};
use super::{Cast, Speaker, is_outermost};

/// Sentences that a pronoun looks back over.
const REACH: usize = 5;
/// Units of one sentence that are looked at, so that a text without full stops costs no more.
const SENTENCE: usize = 200;
/// Units before a name that belong to its phrase, at most: "the Republican Party's former chairman".
const PHRASE: usize = 6;

/// Somebody whom a sentence mentions.
#[derive(Clone, Copy, Debug)]
struct Mention {
    /// None for a pronoun of the gender that is looked for: it means whoever was meant before it.
    person: Option<usize>,
    place: Place,
}

/// Whom a pronoun means.
enum Meant {
    Person(usize),
    /// Somebody without a name.
    Stranger,
}

/// How likely a mention is what its sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Subject,
    /// "Berg's office".
    Owner,
    /// Behind a preposition, in "the Berg campaign", or an owner that is no subject.
    Governed,
}

impl Cast<'_> {
    /// The person that a pronoun at `unit` stands for.
    pub(super) fn antecedent(&self, unit: usize, sentence: usize, gender: Gender) -> Option<usize> {
        if let Some(person) = self.just_named(unit, sentence, gender) {
            return Some(person);
        }
        // Nobody is told of: then whoever is mentioned at all.
        let meant = self.looked_for(unit, sentence, gender, false);
        match meant.or_else(|| self.looked_for(unit, sentence, gender, true))? {
            Meant::Person(person) => Some(person),
            Meant::Stranger => None,
        }
    }

    /// Whose name stands right before "when he": the meeting with Tom Reyd, when he said …
    fn just_named(&self, unit: usize, sentence: usize, gender: Gender) -> Option<usize> {
        let all = &self.units.all;
        let when = unit.checked_sub(1).filter(|&at| all.get(at).is_some_and(|unit| unit.lower == "when"))?;
        let comma = when.checked_sub(1).filter(|&at| all.get(at).is_some_and(|unit| unit.is_mark(",")))?;
        let start = self.units.sentences.get(sentence)?.units.start;
        let mut before = (start.max(comma.saturating_sub(PHRASE))..comma).rev();
        let (person, end) = before.find_map(|at| Some((*self.seen.get(&at)?, self.end_of_name(at, comma))))?;
        (end == comma && self.may_be(person, gender)).then_some(person)
    }

    /// The antecedent among those whom the text tells of or, with `anybody`, among all mentions.
    fn looked_for(&self, unit: usize, sentence: usize, gender: Gender, anybody: bool) -> Option<Meant> {
        for number in (0..=sentence).rev().take(REACH + 1) {
            let range = self.units.sentences.get(number)?.units.clone();
            let end = range.end.min(unit);
            let range = range.start.max(end.saturating_sub(SENTENCE))..end;
            // Who spoke last goes on speaking; else the subject is meant.
            let spoke = self.spoke.get(&number).copied().filter(|&person| self.may_be(person, gender));
            if let Some(person) = spoke {
                return Some(Meant::Person(person));
            }
            let near = number == sentence && !self.is_fronted(range.clone());
            let told = |mention: &Mention| anybody || near || mention.place <= Place::Owner && self.is_sure(mention);
            match self.main(range.clone(), Some(gender), anybody).filter(told) {
                Some(Mention { person: Some(person), .. }) => return Some(Meant::Person(person)),
                None if self.has_stranger(range, gender) => return Some(Meant::Stranger),
                Some(_) | None => {}
            }
        }
        None
    }

    fn may_be(&self, person: usize, gender: Gender) -> bool {
        let known = self.named.get(person).map(|named| named.gender);
        known.is_some_and(|known| matches!(known, Gender::Unknown) || known == gender)
    }

    /// Whom these units most likely tell of: the first subject, else the first who is mentioned;
    /// somebody of whom the text tells more goes before a name that stands once.
    fn main(&self, range: Range<usize>, gender: Option<Gender>, anybody: bool) -> Option<Mention> {
        let may_be = |person: usize| gender.is_none_or(|gender| self.may_be(person, gender));
        let mentions = self.mentions(range, gender);
        let fitting = mentions.into_iter().filter(|mention| mention.person.map_or(!anybody, may_be));
        // The first of equals.
        fitting.min_by_key(|mention| (mention.place, !self.is_sure(mention)))
    }

    /// The person named as the subject of these units.
    pub(super) fn subject_of(&self, range: Range<usize>) -> Option<usize> {
        let range = range.start.max(range.end.saturating_sub(SENTENCE))..range.end;
        self.main(range, None, true).filter(|mention| mention.place == Place::Subject)?.person
    }

    fn is_sure(&self, mention: &Mention) -> bool {
        mention.person.and_then(|person| self.named.get(person)).is_none_or(names::Named::is_sure)
    }

    /// True where these units are no more than a phrase before the main clause: "In an interview with
    /// Tom Reyd, she …", "After examining Berg's leg, she …".
    fn is_fronted(&self, range: Range<usize>) -> bool {
        let unit = |at: Option<usize>| at.and_then(|at| self.units.all.get(at));
        let opens = unit(Some(range.start).filter(|_| !range.is_empty()));
        let comma = unit(range.end.checked_sub(1)).is_some_and(|unit| unit.is_mark(","));
        let phrase = Tags::PREPOSITION.or(Tags::SUBORDINATOR);
        comma && opens.is_some_and(|unit| unit.is(phrase) || unit.lower.ends_with("ing") || unit.lower == "according")
    }

    /// The persons mentioned in these units by name, by a pronoun or by a role, in their order.
    fn mentions(&self, range: Range<usize>, gender: Option<Gender>) -> Vec<Mention> {
        let pronoun = match gender {
            Some(Gender::Female) => "she",
            Some(Gender::Male) => "he",
            _ => "",
        };
        let mut found = Vec::new();
        for at in range.clone() {
            let Some(unit) = self.units.all.get(at) else { break };
            // A pronoun before any name goes back to an earlier sentence, if anybody is there.
            let seen = self.seen.get(&at).map(|&person| (person, self.end_of_name(at, range.end)));
            if let Some((person, end)) = seen.or_else(|| self.role_at(at, range.end)) {
                found.push(Mention { person: Some(person), place: self.place(at, end, range.start) });
            } else if unit.lower == pronoun {
                found.push(Mention { person: None, place: Place::Subject });
            }
        }
        found
    }

    /// How the mention from `at` to `end` stands in its sentence, which begins at `from`.
    fn place(&self, at: usize, end: usize, from: usize) -> Place {
        let all = &self.units.all;
        let owns = end.checked_sub(1).and_then(|last| all.get(last)).is_some_and(|unit| unit.possessive);
        let (start, before) = self.phrase_start(at, from);
        // "reports about his lawyer, Tom Reyd, …"
        let comma = start.checked_sub(1).filter(|&at| at > from && all.get(at).is_some_and(|unit| unit.is_mark(",")));
        let apposed = comma.filter(|_| all.get(end).is_some_and(|unit| unit.is_mark(","))).and_then(|comma| {
            let (_, before) = self.phrase_start(comma, from);
            before
        });
        let is_preposition = |unit: &Unit| unit.is(Tags::PREPOSITION);
        let governed = before.is_some_and(is_preposition) || apposed.is_some_and(is_preposition);
        // "the Berg campaign", "after examining Berg's leg"
        let the = all.get(start).is_some_and(|unit| unit.is(Tags::DETERMINER)) && start < at;
        let noun = all.get(end).is_some_and(is_plain_noun);
        let object = owns && before.is_some_and(|unit| unit.verb.is_some() || unit.lower.ends_with("ing"));
        // "as it did President Berg"
        let object = object || before.is_some_and(|unit| unit.is(Tags::DO)) && start > from + 1;
        // "to succeed retiring Senator Reyd"
        let object = object || start > from && before.is_some_and(|unit| unit.lower.ends_with("ing") && unit.is_word());
        if governed || object || the && noun {
            Place::Governed
        } else if owns {
            Place::Owner
        } else {
            Place::Subject
        }
    }

    fn end_of_name(&self, at: usize, limit: usize) -> usize {
        names::run(&self.units.all, at, limit).map_or(at + 1, |run| run.units.end)
    }

    /// The person whom "the president" at `at` means, and where that phrase ends.
    fn role_at(&self, at: usize, limit: usize) -> Option<(usize, usize)> {
        let all = &self.units.all;
        all.get(at).filter(|unit| unit.lower == "the")?;
        let word = |at: usize| all.get(at).filter(|unit| unit.kind == Kind::Word).map(names::bare);
        let noun = (at + 1..limit.min(at + 4)).take_while(|&at| word(at).is_some()).find(|&at| {
            let next =
                word(at + 1).is_some_and(names::is_role_word) && !all.get(at).is_some_and(|unit| unit.possessive);
            word(at).is_some_and(names::is_bearer) && !next
        })?;
        // "the chairman Tom Reyd", "the mayor of Velm": the name or the office follows.
        let goes_on =
            all.get(noun + 1).filter(|_| noun + 1 < limit).is_some_and(|next| next.is_name() || next.lower == "of");
        // "the presidential race"
        let goes_on = goes_on || all.get(noun + 1).filter(|_| noun + 1 < limit).is_some_and(is_plain_noun);
        let owns = all.get(noun).is_some_and(|unit| unit.possessive);
        let person = self.by_role(&(at..noun + 1), at).filter(|_| owns || !goes_on)?;
        Some((person, noun + 1))
    }

    /// Where the phrase begins that the name at `at` ends, and the unit before it.
    fn phrase_start(&self, at: usize, from: usize) -> (usize, Option<&Unit>) {
        let all = &self.units.all;
        let mut start = at;
        while start > from && at - start < PHRASE {
            let Some(unit) = all.get(start - 1) else { break };
            let open = unit.is_name()
                || unit.is(Tags::TITLE.or(Tags::DETERMINER))
                || unit.kind == Kind::Word && !unit.is(closed()) && unit.verb.is_none() && !unit.lower.ends_with("ing");
            if !open {
                break;
            }
            start -= 1;
        }
        (start, start.checked_sub(1).filter(|&at| at >= from).and_then(|at| all.get(at)))
    }

    /// True where the units tell of an unnamed person of this gender: "A woman in the crowd fainted".
    fn has_stranger(&self, range: Range<usize>, gender: Gender) -> bool {
        let all = &self.units.all;
        let pronoun = if gender == Gender::Female { "she" } else { "he" };
        let mut units = range.clone().filter_map(|at| Some((at, all.get(at)?)));
        let first = units.find(|(_, unit)| unit.lower == pronoun || is_person_noun(&unit.lower, gender));
        first.is_some_and(|(at, unit)| {
            let (_, before) = self.phrase_start(at, 0);
            unit.lower != pronoun && !before.is_some_and(|unit| unit.is(Tags::PREPOSITION))
        }) || self.has_nameless(range, gender)
    }

    /// True where an office without a name is the subject of these units: "A council spokesman refused to say".
    fn has_nameless(&self, range: Range<usize>, gender: Gender) -> bool {
        let all = &self.units.all;
        let unit = |at: usize| all.get(at).filter(|_| range.contains(&at));
        let Some(start) = range.clone().find(|&at| {
            unit(at).is_none_or(|unit| !unit.is(Tags::COORDINATOR.or(Tags::ADVERB)) || unit.is(Tags::DETERMINER))
        }) else {
            return false;
        };
        if !unit(start).is_some_and(|unit| matches!(unit.lower.as_str(), "a" | "an" | "one" | "another")) {
            return false;
        }
        let nouns = (start + 1..start + PHRASE).take_while(|&at| {
            unit(at).is_some_and(|unit| unit.kind == Kind::Word && !unit.is(closed()) && unit.verb.is_none())
        });
        let Some(head) = nouns.last() else { return false };
        let suits = |noun: &str| match gender {
            Gender::Female => !noun.ends_with("man") || noun.ends_with("woman"),
            Gender::Male | Gender::Unknown => !noun.ends_with("woman"),
        };
        let named = all.get(head + 1).is_some_and(|next| next.is_mark(","));
        unit(head).is_some_and(|unit| !unit.possessive && names::is_bearer(&unit.lower) && suits(&unit.lower)) && !named
    }

    /// The speaker of a quotation without a source that stands by itself: the subject of the paragraph
    /// before it where nobody speaks there; else whoever spoke right before.
    pub(super) fn inferred(&self, draft: &Draft, before: &[Draft], speakers: &[Speaker]) -> Speaker {
        let spoken = |name: String| Speaker { chain: vec![name.clone()], name: Some(name), how: SpeakerHow::Inferred };
        if !draft.alone {
            return self.announced(draft).map_or_else(Speaker::none, spoken);
        }
        for (at, earlier) in before.iter().enumerate().rev().take(6) {
            if earlier.paragraph + 2 < draft.paragraph {
                break;
            }
            if !is_outermost(earlier, before.get(..at).unwrap_or_default()) {
                continue;
            }
            if let Some(name) = self.introduced(draft, earlier) {
                return spoken(name);
            }
            let name = speakers.get(at).and_then(|speaker| speaker.name.clone());
            return name.map_or_else(Speaker::none, spoken);
        }
        Speaker::none()
    }

    /// Whose words a colon announces without a reporting verb: "Reyd is known for his sentence: “…”".
    fn announced(&self, draft: &Draft) -> Option<String> {
        let sentence = self.units.sentences.get(draft.sentence)?;
        let quotation = self.units.first_from(draft.content.first()?.start);
        let colon = quotation.checked_sub(1).filter(|&at| sentence.units.contains(&at))?;
        let before = self.units.all.get(sentence.units.start..colon)?;
        let owns = |at: usize| before.get(at).is_some_and(|unit| matches!(unit.lower.as_str(), "his" | "her"));
        let own_words = (0..before.len()).any(|at| {
            let noun = before.get(at).is_some_and(|unit| is_noun_of_message(&unit.lower));
            noun && (at.saturating_sub(2)..at).any(owns)
        });
        let announces = own_words && self.units.all.get(colon).is_some_and(|unit| unit.is_mark(":"));
        let subject = self.subject_of(sentence.units.start..colon).filter(|_| announces)?;
        self.named.get(subject).filter(|named| named.is_sure()).map(|named| named.name.clone())
    }

    /// Who is the subject of the sentence right before a quotation, where nobody spoke since `earlier`:
    /// "Tom Reyd stood by his report."
    fn introduced(&self, draft: &Draft, earlier: &Draft) -> Option<String> {
        let number = draft.sentence.checked_sub(1).filter(|&number| number > earlier.sentence)?;
        let sentence = self.units.sentences.get(number).filter(|sentence| sentence.paragraph + 1 == draft.paragraph)?;
        let named = self.named.get(self.subject_of(sentence.units.clone())?).filter(|named| named.is_sure())?;
        Some(named.name.clone())
    }
}

fn closed() -> Tags {
    Tags::PREPOSITION
        .or(Tags::AUXILIARY)
        .or(Tags::SUBORDINATOR)
        .or(Tags::COORDINATOR)
        .or(Tags::SUBJECT)
        .or(Tags::OBJECT)
        .or(Tags::VERB)
        .or(Tags::ADVERB)
        .or(Tags::TIME)
}

/// True for a word that is no name, verb or function word: a noun or an adjective.
fn is_plain_noun(unit: &Unit) -> bool {
    unit.kind == Kind::Word && !unit.capital && unit.verb.is_none() && !unit.is(closed().or(Tags::DETERMINER))
}

/// True for nouns that stand for one woman or one man.
fn is_person_noun(lower: &str, gender: Gender) -> bool {
    match gender {
        Gender::Female => matches!(
            lower,
            "woman"
                | "girl"
                | "lady"
                | "mother"
                | "wife"
                | "daughter"
                | "sister"
                | "grandmother"
                | "aunt"
                | "widow"
                | "actress"
                | "mom"
        ),
        Gender::Male => matches!(
            lower,
            "man"
                | "boy"
                | "gentleman"
                | "father"
                | "husband"
                | "son"
                | "brother"
                | "grandfather"
                | "uncle"
                | "actor"
                | "dad"
        ),
        Gender::Unknown => false,
    }
}
