//! Whom a role means: "the ambassador", "the Republican nominee".
//!
//! Knows which nouns may name one office, and what the text has called whom.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::english::Tags;
use super::super::names;
use super::super::statements::Draft;
use super::{Cast, Speaker};

impl Cast<'_> {
    /// The one person whom the text describes by the role in `head`.
    pub(super) fn by_role(&self, head: &Range<usize>, before: usize) -> Option<usize> {
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
        scores.retain(|&person, _| {
            let roles = self.named.get(person).map(|named| named.roles.as_slice()).unwrap_or_default();
            !are_two_sides(&words, roles)
        });
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
    pub(super) fn described(
        &self,
        head: &Range<usize>,
        draft: &Draft,
        previous: Option<(&Draft, &Speaker)>,
    ) -> Option<usize> {
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

/// True where both name a party and share none: "the Republican nominee" is no Libertarian one.
fn are_two_sides(words: &[String], roles: &[String]) -> bool {
    let party = |word: &String| match word.as_str() {
        "republican" | "gop" => Some("republican"),
        "democrat" | "democratic" => Some("democratic"),
        "labor" | "labour" => Some("labour"),
        "conservative" | "tory" => Some("conservative"),
        "libertarian" => Some("libertarian"),
        "green" => Some("green"),
        "liberal" => Some("liberal"),
        "socialist" => Some("socialist"),
        "communist" => Some("communist"),
        _ => None,
    };
    let parties: Vec<&str> = roles.iter().filter_map(party).collect();
    let mut named = words.iter().filter_map(party).peekable();
    named.peek().is_some() && !parties.is_empty() && !named.any(|party| parties.contains(&party))
}

/// True for nouns that stand for the person who holds an office or has a trade.
pub(super) fn is_bearer(noun: &str) -> bool {
    const BEARERS: &str = "president senator governor representative congressman congresswoman lawmaker secretary minister premier \
     chancellor ambassador envoy diplomat consul general colonel captain admiral lieutenant sergeant judge justice professor doctor king \
     queen prince princess pope bishop archbishop cardinal pastor rabbi imam mayor sheriff chief director chairman chairwoman chairperson \
     speaker spokesman spokeswoman spokesperson attorney prosecutor lawyer commissioner candidate nominee politician adviser advisor \
     officer author actor actress host coach singer rapper comedian economist historian analyst strategist pollster billionaire \
     businessman businesswoman mogul tycoon founder editor reporter inspector detective";
    BEARERS.split_whitespace().any(|bearer| bearer == noun)
}

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
