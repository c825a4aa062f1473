//! Whom a role means: "the ambassador", "the Republican nominee".
//!
//! Knows which nouns may name one office, and what the text has called whom.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::english::Tags;
use super::super::names;
use super::Cast;

impl Cast<'_> {
    /// The one person whom the text describes by the role in `head`.
    pub(super) fn by_role(&self, head: &Range<usize>, before: usize) -> Option<usize> {
        // "the ambassador to Washington": the office stands before the preposition.
        let end =
            head.clone().skip(1).find(|&at| self.units.all.get(at).is_some_and(|unit| unit.is(Tags::PREPOSITION)));
        let words: Vec<String> = names::words_of(&self.units.all, &(head.start..end.unwrap_or(head.end)));
        let noun = words.last()?;
        // "The bill's proponents" are several, and whose daughter one is called says little of who else is.
        if noun.ends_with('s') && !noun.ends_with("ss") || is_kin(noun) || names::is_body_word(noun) {
            return None;
        }
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
            !are_two_sides(&words, roles) && is_former(&words) == is_former(roles)
        });
        let best = scores.values().copied().max()?;
        let fitting: Vec<usize> =
            scores.iter().filter(|(_, score)| **score == best).map(|(&person, _)| person).collect();
        let first = match fitting.as_slice() {
            [only] => *only,
            _ => self.latest(&fitting, before)?,
        };
        let known = self.named.get(first)?.mentions.first().is_some_and(|&at| at < before + 12);
        known.then_some(first)
    }

    /// The one of `persons` that was named or meant shortly before, where only one was.
    fn latest(&self, persons: &[usize], before: usize) -> Option<usize> {
        let near = before.saturating_sub(NEAR)..before;
        let mut recent = self.seen.range(near).map(|(_, &person)| person).filter(|person| persons.contains(person));
        let first = recent.next()?;
        recent.all(|person| person == first).then_some(first)
    }
}

/// True where an office is one of the past: "the former director" is not "the director".
fn is_former(words: &[String]) -> bool {
    words.iter().any(|word| matches!(word.as_str(), "former" | "ex" | "past" | "late"))
}

fn is_kin(noun: &str) -> bool {
    matches!(
        noun,
        "daughter"
            | "son"
            | "sister"
            | "brother"
            | "wife"
            | "husband"
            | "mother"
            | "father"
            | "widow"
            | "uncle"
            | "aunt"
    )
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
