//! The expressions of force and what is one of them where it stands.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::super::reported::Word;
use crate::lexicon::is_negation;

/// Words before an expression among which a negation is its own: "no longer needed to".
const NEGATED: usize = 2;

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class {
    pub family: &'static str,
    pub name: &'static str,
    /// Told where the other wording has nothing of the family.
    pub alone: bool,
}

/// An expression's words with its classes.
pub(super) type Entry = (Vec<&'static str>, Vec<Class>);

pub(super) struct List {
    /// By the first word; longer expressions first.
    pub expressions: BTreeMap<&'static str, Vec<Entry>>,
}

pub(super) static LIST: LazyLock<List> = LazyLock::new(|| {
    let mut expressions: BTreeMap<&'static str, Vec<Entry>> = BTreeMap::new();
    for line in include_str!("../../../../../assets/force/force.txt").lines() {
        let Some((class, listed)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else { continue };
        let mut parts = class.split(' ');
        let (Some(family), Some(name), Some(told)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let class = Class { family, name, alone: told == "alone" };
        for expression in listed.split(" | ") {
            let words: Vec<&str> = expression.split(' ').collect();
            let Some(&first) = words.first() else { continue };
            let entries = expressions.entry(first).or_default();
            match entries.iter_mut().find(|(known, _)| *known == words) {
                Some((_, classes)) => classes.push(class),
                None => entries.push((words, vec![class])),
            }
        }
    }
    for entries in expressions.values_mut() {
        entries.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    List { expressions }
});

/// The longest expression that begins at the word at `at`: its number of words and its classes.
pub(super) fn expression_at(words: &[Word], at: usize) -> Option<(usize, &'static [Class])> {
    let first = words.get(at)?;
    let entries = LIST.expressions.get(first.norm)?;
    let before = at.checked_sub(1).and_then(|before| words.get(before)).filter(|_| !first.after_break);
    let after = words.get(at + 1);
    // "Do not have to": negation is another matter than force.
    let mut ahead = words.get(at.saturating_sub(NEGATED)..at).unwrap_or_default().iter();
    let refuses = |word: &Word| REFUSALS.iter().any(|stem| word.norm.starts_with(stem));
    let negated = ahead.any(|word| is_negation(word.norm) || refuses(word));
    // "May", "Will" in the middle of a sentence are names, "More Than" is a headline's; "the will", "his might" are nouns.
    let is_name = first.is_capital && before.is_some() && matches!(first.norm, "may" | "will");
    let is_noun = matches!(first.norm, "will" | "might" | "may" | "can" | "must")
        && before.is_some_and(|word| DETERMINERS.contains(&word.norm));
    // "Dropped plans to", "has a plan to": there they are nouns.
    let has_plans = before.is_some_and(|word| {
        word.norm.ends_with("ed") || DETERMINERS.contains(&word.norm) || PLANS_BEHIND.contains(&word.norm)
    });
    let is_other = match first.norm {
        // "Lays out plan to": a verb has its subject before it.
        "plan" | "attempt" if !is_subject(before) => true,
        "over" => !after.is_some_and(|word| word.norm.starts_with(|c: char| c.is_ascii_digit())),
        "plan" | "plans" | "attempt" | "attempts" => has_plans,
        "most" | "all" | "some" | "every" => {
            after.is_some_and(|word| matches!(word.norm, "likely" | "but" | "of" | "important" | "recent" | "time"))
        }
        "likely" => before.is_some_and(|word| matches!(word.norm, "less" | "more")),
        _ => false,
    };
    if is_name || is_noun || is_other || negated {
        return None;
    }
    let (expression, classes) = entries.iter().find(|(expression, _)| {
        expression
            .iter()
            .enumerate()
            .all(|(offset, norm)| words.get(at + offset).is_some_and(|word| word.norm == *norm))
    })?;
    Some((expression.len(), classes))
}

/// How verbs begin that leave undone what follows.
const REFUSALS: [&str; 4] = ["refus", "declin", "fail", "reject"];

/// True for a word that "plan" can be the verb of: "they plan", "officials plan".
fn is_subject(before: Option<&Word>) -> bool {
    before.is_some_and(|word| {
        matches!(word.norm, "i" | "we" | "you" | "they" | "who" | "also") || word.norm.ends_with('s')
    })
}

/// Words behind which a plan or an attempt is a noun.
const PLANS_BEHIND: [&str; 14] =
    ["'s", "any", "had", "has", "have", "into", "new", "no", "on", "other", "that", "these", "this", "with"];

pub(super) const DETERMINERS: [&str; 14] =
    ["the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "free", "good", "political", "of"];
