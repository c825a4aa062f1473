//! A sentence that one article quotes in several pairs of marks, each for itself. The pieces are found
//! one by one; what none of them quotes is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::{Evidence, EvidencePart};
use super::Class;
use super::brought;
use super::differences::{Comparison, Difference, Edges};
use super::mates::{Mates, differ};
use super::quoted::QuotedWord;
use super::rivals::Rivals;
use super::stream::Stream;
use crate::lexicon::is_negation;

/// Pairs of equal words, seen from the sentence that is quoted in pieces: its word, the piece's word.
type Quoted = BTreeMap<usize, usize>;

/// The differences of all mates, pieces of one sentence taken together.
pub(super) fn differences(base: &Stream, other: &Stream, mut all: Vec<Mates>, rivals: &Rivals) -> Vec<Difference> {
    all.retain(|mates| !rivals.fit_better(base, other, mates));
    let in_other = sentences(base, other, &all, rivals);
    let turned: Vec<Mates> = all.iter().map(|mates| mates.iter().map(|&(a, b)| (b, a)).collect()).collect();
    let in_base = sentences(other, base, &turned, rivals);
    let mut told: Vec<Difference> = Vec::new();
    for mates in all {
        let (Some(&first), Some(&last)) = (mates.first(), mates.last()) else { continue };
        let of_base = sentence_at(&in_other, first.0);
        let of_other = sentence_at(&in_base, first.1);
        let edges = Edges {
            other: of_base.map_or((false, false), |sentence| sentence.quoted_around(first.0, last.0)),
            base: of_other.map_or((false, false), |sentence| sentence.quoted_around(first.1, last.1)),
            pieces: of_base.is_some() || of_other.is_some(),
        };
        let comparison = Comparison { base, other, mates, edges };
        let differences = comparison.differences();
        if !rivals.are_two(base, other, &comparison.mates, &differences) {
            told.extend(differences);
        }
    }
    for (sentences, (full, pieced), class) in
        [(&in_other, (base, other), Class::Split), (&in_base, (other, base), Class::SplitInBase)]
    {
        let between = sentences.iter().flat_map(|sentence| &sentence.between);
        told.extend(between.filter_map(|gap| Some((class, gap.evidence(full, pieced)?))));
    }
    told
}

fn sentence_at(sentences: &[Sentence], at: usize) -> Option<&Sentence> {
    sentences.iter().find(|sentence| sentence.words.contains(&at))
}

/// One sentence that the other article quotes in several pieces.
struct Sentence {
    words: Range<usize>,
    quoted: Quoted,
    between: Vec<Between>,
}

/// Words that stand between two pieces and in neither.
struct Between {
    words: Range<usize>,
    before: usize,
    behind: usize,
}

impl Between {
    fn evidence(&self, full: &Stream, pieced: &Stream) -> Option<Vec<Evidence>> {
        if !full.reads(self.words.clone()) {
            return None;
        }
        let place = if pieced.reads(self.before..self.before + 1) {
            pieced.behind(self.before)
        } else if pieced.reads(self.behind..self.behind + 1) {
            pieced.before(self.behind)
        } else {
            return None;
        };
        let mut evidence = vec![place];
        evidence.extend(full.evidence(self.words.clone(), EvidencePart::Counterpart));
        Some(evidence)
    }
}

impl Sentence {
    /// Whether more of the sentence is quoted before and behind these words. Where something is missing
    /// between the pieces that alone is told, and its beginning and end don't matter.
    fn quoted_around(&self, first: usize, last: usize) -> (bool, bool) {
        let is_told = !self.between.is_empty();
        let quoted = |mut range: std::collections::btree_map::Range<usize, usize>| range.next().is_some();
        (is_told || quoted(self.quoted.range(..first)), is_told || quoted(self.quoted.range(last + 1..)))
    }
}

/// The sentences of `full` that are quoted in several pieces in `pieced`; mates with those of `full` first.
fn sentences(full: &Stream, pieced: &Stream, all: &[Mates], rivals: &Rivals) -> Vec<Sentence> {
    let mut found: Vec<(Range<usize>, Vec<Mates>)> = Vec::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for mates in all {
        let (Some(first), Some(last)) = (mates.first(), mates.last()) else { continue };
        taken.extend(mates.iter().map(|mate| mate.1));
        let words = full.sentence_of(first.0).start..full.sentence_of(last.0).end;
        match found.iter_mut().find(|(known, _)| known.start < words.end && words.start < known.end) {
            Some((known, pieces)) => {
                *known = known.start.min(words.start)..known.end.max(words.end);
                pieces.push(mates.clone());
            }
            None => found.push((words, vec![mates.clone()])),
        }
    }
    let sentence = |(words, mut pieces): (Range<usize>, Vec<Mates>)| {
        pieces.extend(further(full, &words, &pieces, pieced, &taken, rivals));
        if pieces.len() < 2 {
            return None;
        }
        let mut runs: Vec<(usize, usize)> = Vec::new();
        let mut quoted = Quoted::new();
        for piece in &pieces {
            if let (Some(first), Some(last)) = (piece.first(), piece.last()) {
                runs.push((first.0, last.0));
            }
            quoted.extend(piece.iter().copied());
        }
        runs.sort_unstable();
        let between = runs.windows(2).filter_map(|pair| match pair {
            [before, behind] if before.1 + 1 < behind.0 => {
                let words = before.1 + 1..behind.0;
                let (before, behind) = (*quoted.get(&before.1)?, *quoted.get(&behind.0)?);
                let missing = full.slice(words.clone());
                // “re-confirmed” its reporting and seen “no indication”: the outlet says them itself.
                let is_told = says_something(missing) && !brought::joins(full, words.clone(), pieced, before);
                is_told.then_some(Between { words, before, behind })
            }
            _ => None,
        });
        let between = between.collect();
        Some(Sentence { words, quoted, between })
    };
    found.into_iter().filter_map(sentence).collect()
}

/// Words without a meaning of their own that may be missing between two pieces unmentioned.
const LITTLE: usize = 2;

/// False for an "and" between two pieces.
pub(super) fn says_something(words: &[QuotedWord]) -> bool {
    let forms = || words.iter().filter_map(QuotedWord::word);
    forms().count() > LITTLE || forms().any(is_negation) || words.iter().any(QuotedWord::is_content)
}

/// Whole pairs of marks near by that quote some of the sentence's other words, and nothing else: they
/// may be too short, or stand in another row, to be taken for the quotation by themselves.
fn further(
    full: &Stream,
    words: &Range<usize>,
    pieces: &[Mates],
    pieced: &Stream,
    taken: &BTreeSet<usize>,
    rivals: &Rivals,
) -> Vec<Mates> {
    let mut quoted: BTreeSet<usize> = pieces.iter().flatten().map(|mate| mate.0).collect();
    let window = pieced.window();
    let mut found = Vec::new();
    let mut start = window.start;
    for piece in pieced.slice(window.clone()).chunk_by(|a, b| a.piece == b.piece) {
        let range = start..start + piece.len();
        start = range.end;
        let is_free = !range.clone().any(|at| taken.contains(&at)) && pieced.is_whole_piece(range.clone());
        let has_content = piece.iter().any(QuotedWord::is_content);
        if !is_free || !has_content || !piece.iter().all(QuotedWord::is_word) {
            continue;
        }
        let is_at = |at: usize| {
            let own = full.slice(at..at + piece.len());
            own.len() == piece.len()
                && own.iter().zip(piece).all(|(a, b)| a.form == b.form)
                && (at..at + piece.len()).all(|at| words.contains(&at) && !quoted.contains(&at))
        };
        if let [word] = piece
            && rivals.fits_another(word, full.slice(words.clone()), pieced.speaker(range.start))
        {
            continue;
        }
        let place = words.clone().find(|&at| is_at(at) && !differ(full.speaker(at), pieced.speaker(range.start)));
        if let Some(place) = place {
            quoted.extend(place..place + piece.len());
            found.push((place..place + piece.len()).zip(range).collect());
        }
    }
    found
}
