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

/// How a quotation differs from the base's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    StartsLater,
    StartsEarlier,
    EndsEarlier,
    RunsOn,
    /// This many words are left.
    Left(usize),
    Marked,
    /// The base marks that it leaves words out.
    MarkedInBase,
    /// Words between two pieces are not quoted.
    Split,
    SplitInBase,
    WordsLess,
    WordsMore,
    WordsDiffer,
}

impl Class {
    const fn note(self) -> Note {
        match self {
            Self::StartsLater => Note::QuotationStartsLater,
            Self::StartsEarlier => Note::QuotationStartsEarlier,
            Self::EndsEarlier => Note::QuotationEndsEarlier,
            Self::RunsOn => Note::QuotationRunsOn,
            Self::Left(words) => Note::WordsLeft(words),
            Self::Marked | Self::MarkedInBase => Note::OmissionMarked,
            Self::Split | Self::SplitInBase => Note::InPieces,
            Self::WordsLess => Note::FewerWordsQuoted,
            Self::WordsMore => Note::MoreWordsQuoted,
            Self::WordsDiffer => Note::OtherWordsQuoted,
        }
    }
}

/// Words that two readings must quote both, at least, to be compared where the base lacks them.
const LEAST_AMONG_OTHERS: usize = 4;

/// The cuts of each quoted reading against the base's quotation or, where the base doesn't quote it,
/// against the first reading that does. One contrast for each class and reading.
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
    // What the base does not quote is compared with the first other reading that does.
    let meets = |one: &Stream, other: &Stream| !mates::mates(one, other).is_empty();
    let against = |at: usize, other: &Stream| {
        let before = others.get(..at).unwrap_or_default().iter().copied();
        let mut before = before.filter(|_| !meets(base, other));
        let is_long = |mates: &Mates| mates.len() >= LEAST_AMONG_OTHERS;
        before.find(|one| mates::mates(one, other).iter().any(is_long)).unwrap_or(base)
    };
    let found: Vec<Vec<Contrast>> =
        others.iter().enumerate().map(|(at, other)| cuts(against(at, other), other, rivals)).collect();
    if let [first, rest @ ..] = others.as_slice()
        && !rest.is_empty()
        && found.iter().all(|cuts| !cuts.is_empty())
        && others.iter().all(|other| meets(base, other))
        && rest.iter().all(|other| is_same(first, other, rivals))
    {
        return cuts(first, base, rivals);
    }
    found.into_iter().flatten().collect()
}

/// True where both quote the same words.
fn is_same(a: &Stream, b: &Stream, rivals: &Rivals) -> bool {
    !mates::mates(a, b).is_empty() && cuts(a, b, rivals).is_empty()
}

fn cuts(base: &Stream, other: &Stream, rivals: &Rivals) -> Vec<Contrast> {
    let mut found: BTreeMap<Class, Vec<Evidence>> = BTreeMap::new();
    for (class, evidence) in pieces::differences(base, other, mates::mates(base, other), rivals) {
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
