//! CUT: one quotation, printed with other words or another extent inside the marks.
//!
//! Compares streams of quoted words, sentence by sentence in free order, so that a break for "he
//! said" or another order of the sentences is no difference. Says what the marks hold, never who
//! quoted right. A sentence that one outlet leaves out whole is no cut: the table shows that.

mod differences;
mod local;
mod mates;
mod pieces;
mod printed;
mod quoted;
mod rivals;
mod stream;

use std::collections::BTreeMap;

use super::{Contrast, ContrastKind, Evidence, Note, Side};
use crate::table::Certainty;
use mates::Mates;
pub(super) use rivals::Rivals;
use stream::Stream;

/// How a quotation differs from the base's, or the base's from it. What is missing is told of the reading that lacks it:
/// who prints more has cut nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    StartsLater,
    StartsLaterInBase,
    EndsEarlier,
    EndsEarlierInBase,
    /// This many words are left.
    Left(usize),
    LeftInBase(usize),
    /// A mark says that words are left out.
    Marked,
    MarkedInBase,
    /// Words between two pieces are not quoted.
    Split,
    SplitInBase,
    WordsLess,
    WordsLessInBase,
    WordsDiffer,
}

impl Class {
    const fn note(self) -> Note {
        match self {
            Self::StartsLater | Self::StartsLaterInBase => Note::QuotationStartsLater,
            Self::EndsEarlier | Self::EndsEarlierInBase => Note::QuotationEndsEarlier,
            Self::Left(words) | Self::LeftInBase(words) => Note::WordsLeft(words),
            Self::Marked | Self::MarkedInBase => Note::OmissionMarked,
            Self::Split | Self::SplitInBase => Note::InPieces,
            Self::WordsLess | Self::WordsLessInBase => Note::FewerWordsQuoted,
            Self::WordsDiffer => Note::OtherWordsQuoted,
        }
    }
}

/// Words that two readings must quote both, at least, to be compared where the base lacks them.
const LEAST_AMONG_OTHERS: usize = 4;

/// The cuts of each quoted reading against the base's quotation or, where the base doesn't quote it,
/// against the first reading that does. One contrast for each class and reading; what the base lacks that several others
/// have is one.
///
/// Where all others have one wording that the base has not, the differences are told of the base.
pub(super) fn contrasts(sides: &[Side], lead: usize, rivals: &Rivals) -> Vec<Contrast> {
    let streams: Vec<Stream> = sides.iter().map(|&side| Stream::new(side)).collect();
    let quotes = |stream: &&Stream| stream.quotes();
    let Some(base) = streams.get(lead).filter(quotes).or_else(|| streams.iter().find(quotes)) else {
        return Vec::new();
    };
    let others = streams.iter().filter(|stream| stream.side.column != base.side.column).filter(quotes);
    let others: Vec<&Stream> = others.collect();
    let mut all_meet = true;
    let mut found: Vec<Vec<Contrast>> = Vec::with_capacity(others.len());
    for (at, other) in others.iter().enumerate() {
        let with_base = mates::mates(base, other);
        if !with_base.is_empty() {
            found.push(cuts(base, other, with_base, rivals));
            continue;
        }
        // What the base does not quote is compared with the first other reading that does.
        all_meet = false;
        let mut before = others.get(..at).unwrap_or_default().iter();
        found.extend(before.find_map(|one| {
            let mates = mates::mates(one, other);
            let is_long = mates.iter().any(|mates| mates.len() >= LEAST_AMONG_OTHERS);
            is_long.then(|| cuts(one, other, mates, rivals))
        }));
    }
    if let [first, rest @ ..] = others.as_slice()
        && !rest.is_empty()
        && all_meet
        && found.iter().all(|cuts| cuts.iter().any(|cut| is_told_of_others(cut, base)))
        && rest.iter().all(|other| is_same(first, other, rivals))
    {
        return cuts(first, base, mates::mates(first, base), rivals);
    }
    let mut told: Vec<Contrast> = Vec::new();
    for contrast in found.into_iter().flatten() {
        match told.iter_mut().find(|known| known.note == contrast.note && own(known) == own(&contrast)) {
            Some(known) => {
                let column = known.evidence.first().map(|evidence| evidence.column);
                known.evidence.extend(contrast.evidence.into_iter().filter(|it| Some(it.column) != column));
            }
            None => told.push(contrast),
        }
    }
    told
}

fn is_told_of_others(cut: &Contrast, base: &Stream) -> bool {
    cut.evidence.first().is_some_and(|evidence| evidence.column != base.side.column)
}

/// What a contrast shows of the reading that it is told of.
fn own(contrast: &Contrast) -> Vec<Evidence> {
    let column = contrast.evidence.first().map(|evidence| evidence.column);
    contrast.evidence.iter().filter(|evidence| Some(evidence.column) == column).copied().collect()
}

/// True where both quote the same words.
fn is_same(a: &Stream, b: &Stream, rivals: &Rivals) -> bool {
    let mates = mates::mates(a, b);
    !mates.is_empty() && cuts(a, b, mates, rivals).is_empty()
}

fn cuts(base: &Stream, other: &Stream, mates: Vec<Mates>, rivals: &Rivals) -> Vec<Contrast> {
    let mut found: BTreeMap<Class, Vec<Evidence>> = BTreeMap::new();
    for (class, evidence) in pieces::differences(base, other, mates, rivals) {
        found.entry(class).or_default().extend(evidence);
    }
    let contrast = |(class, evidence): (Class, Vec<Evidence>)| Contrast {
        kind: ContrastKind::Cut,
        certainty: Certainty::Rule,
        note: class.note(),
        evidence,
    };
    found.into_iter().map(contrast).collect()
}

#[cfg(test)]
mod tests;
