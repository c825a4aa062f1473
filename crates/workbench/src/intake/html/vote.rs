//! Which lines of a page are its article: two extractors read the page, and each line needs the
//! vote of both. Knows lines, not elements.

use std::collections::{BTreeMap, BTreeSet};

use super::page::Line;

/// How the two extractors see one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vote {
    Both,
    One,
    None,
}

/// What one extractor took, ready to be asked line by line.
#[derive(Debug, Default)]
pub(super) struct Taken {
    lines: BTreeSet<String>,
    runs: BTreeSet<u64>,
    pub chars: usize,
}

/// Words in a run; a line is taken if most of its runs are.
const RUN: usize = 4;

impl Taken {
    pub fn new(lines: &[Line]) -> Self {
        let mut taken = Self::default();
        let mut all: Vec<String> = Vec::new();
        for line in lines {
            let words = words(&line.text);
            taken.chars += line.text.len();
            taken.lines.insert(words.join(" "));
            all.extend(words);
        }
        taken.runs = runs(&all).collect();
        taken
    }

    /// True where this extractor took the line, whole or nearly so.
    pub fn has(&self, line: &str) -> bool {
        let words = words(line);
        if words.is_empty() {
            return false;
        }
        if self.lines.contains(&words.join(" ")) {
            return true;
        }
        if words.len() < RUN + 2 {
            return false;
        }
        let (mut hit, mut all) = (0usize, 0usize);
        for run in runs(&words) {
            all += 1;
            hit += usize::from(self.runs.contains(&run));
        }
        hit * 4 >= all * 3
    }
}

/// The vote on each of `lines`.
///
/// A paragraph of prose that one extractor lost counts all the same where it stands among those that
/// both took: between them, or with two of them in one element.
pub(super) fn votes(lines: &[Line], one: &Taken, other: &Taken) -> Vec<Vote> {
    let mut votes = each(lines, one, other);
    let ends = (votes.iter().position(|vote| *vote == Vote::Both), votes.iter().rposition(|vote| *vote == Vote::Both));
    let (Some(first), Some(last)) = ends else { return votes };
    let mut held: BTreeMap<usize, usize> = BTreeMap::new();
    for (line, _) in lines.iter().zip(&votes).filter(|(_, vote)| **vote == Vote::Both) {
        *held.entry(line.holder).or_default() += 1;
    }
    for (at, (line, vote)) in lines.iter().zip(&mut votes).enumerate() {
        let beside = first < at && at < last || held.get(&line.holder).is_some_and(|&count| count > 1);
        let is_prose = line.text.chars().count() >= 80 && line.text.ends_with(['.', '!', '?', '”', '"']);
        if *vote == Vote::One && beside && is_prose && !line.is_link {
            *vote = Vote::Both;
        }
    }
    votes
}

fn each(lines: &[Line], one: &Taken, other: &Taken) -> Vec<Vote> {
    lines
        .iter()
        .map(|line| match (one.has(&line.text), other.has(&line.text)) {
            (true, true) => Vote::Both,
            (false, false) => Vote::None,
            _ => Vote::One,
        })
        .collect()
}

/// Fewest words of a line that can be a second printing.
const REPEATED: usize = 20;

/// Which of the lines that both took stand on the page a second time, with other breaks perhaps:
/// summaries, and copies for machines. The printing with most lines around it is the article.
pub(super) fn repeated(lines: &[Line], votes: &[Vote]) -> BTreeSet<usize> {
    let taken: Vec<(usize, &Line)> = lines
        .iter()
        .zip(votes)
        .enumerate()
        .filter(|(_, (_, vote))| **vote == Vote::Both)
        .map(|(at, (line, _))| (at, line))
        .collect();
    let mut support: BTreeMap<usize, usize> = BTreeMap::new();
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    let mut long: Vec<(usize, usize, Vec<u64>)> = Vec::new();
    for (at, line) in &taken {
        *support.entry(line.holder).or_default() += 1;
        let words = words(&line.text);
        let runs: Vec<u64> = runs(&words).collect();
        for run in &runs {
            *counts.entry(*run).or_default() += 1;
        }
        if words.len() >= REPEATED {
            long.push((*at, line.holder, runs));
        }
    }
    long.sort_by_key(|(at, holder, _)| (support.get(holder).copied().unwrap_or(0), std::cmp::Reverse(*at)));
    let mut repeated = BTreeSet::new();
    for (at, _, runs) in &long {
        let twice = runs.iter().filter(|run| counts.get(run).is_some_and(|&count| count > 1)).count();
        if twice * 10 >= runs.len() * 9 {
            repeated.insert(*at);
            for run in runs {
                if let Some(count) = counts.get_mut(run) {
                    *count -= 1;
                }
            }
        }
    }
    repeated
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Each run of words as one number (FNV-1a); a collision costs one line in billions.
fn runs(words: &[String]) -> impl Iterator<Item = u64> {
    words.windows(RUN).map(|run| {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in run.iter().flat_map(|word| word.bytes().chain([b' '])) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash
    })
}

#[cfg(test)]
mod tests {
    use collation::Role;

    use super::*;

    fn line(text: &str) -> Line {
        Line { text: text.to_owned(), role: Role::Body, heading: 0, holder: 0, is_link: false }
    }

    #[test]
    fn a_line_counts_when_most_of_it_was_taken() {
        let taken = Taken::new(&[line("The minister said on Monday that nothing will change."), line("No.")]);
        for (text, expected) in [
            ("The minister said on Monday that nothing will change. (More)", true),
            ("the MINISTER said on Monday that nothing will change", true),
            ("No.", true),
            ("No", true),
            ("Yes.", false),
            ("The minister said on Tuesday that everything may change soon.", false),
            ("", false),
        ] {
            assert_eq!(taken.has(text), expected, "for {text:?}");
        }
    }
}
