//! CUT: one quotation, printed with other words or another extent inside the marks.
//!
//! Compares streams of quoted words, sentence by sentence in free order, so that a break for "he
//! said" or another order of the sentences is no difference. Says what the marks hold, never who
//! quoted right. A sentence that one outlet leaves out whole is no cut: the table shows that.

mod brought;
mod differences;
mod local;
mod mates;
mod pieces;
mod printed;
mod quoted;
mod rivals;
mod stream;

use std::collections::BTreeMap;

use super::{Contrast, ContrastKind, Evidence, EvidencePart, Note, Side};
use crate::table::Certainty;
use differences::Difference;
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

/// The cuts of each quoted reading against the base's quotation and against the fullest one of the others, which may quote
/// what the base does not. One contrast for each class and reading; what one lacks that several others have is one.
///
/// Where all others have one wording that the base has not, other words are told of the base.
pub(super) fn contrasts(sides: &[Side], lead: usize, rivals: &Rivals) -> Vec<Contrast> {
    let streams: Vec<Stream> = sides.iter().map(|&side| Stream::new(side)).collect();
    let quotes = |stream: &&Stream| stream.quotes();
    let Some(base) = streams.get(lead).filter(quotes).or_else(|| streams.iter().find(quotes)) else {
        return Vec::new();
    };
    let others = streams.iter().filter(|stream| stream.side.column != base.side.column).filter(quotes);
    let others: Vec<&Stream> = others.collect();
    let mut found: Vec<Vec<Difference>> = Vec::with_capacity(others.len());
    for other in &others {
        let mates = mates::mates(base, other);
        if !mates.is_empty() {
            found.push(pieces::differences(base, other, mates, rivals));
        }
    }
    let all_meet = found.len() == others.len();
    if let [first, rest @ ..] = others.as_slice()
        && !rest.is_empty()
        && all_meet
        && found.iter().all(|cuts| cuts.iter().any(|cut| is_told_of_others(cut, base)))
        && rest.iter().all(|other| is_same(first, other, rivals))
    {
        let of_base = |other: &&Stream| pieces::differences(other, base, mates::mates(other, base), rivals);
        found = others.iter().map(of_base).collect();
    }
    found.push(beside_fullest(&others, &found, rivals));
    let mut told: Vec<Contrast> = Vec::new();
    for contrast in found.into_iter().flat_map(by_class) {
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

/// What differs between the reading that quotes most and the others, but for what `told` tells of the same places: where
/// the base's quotation is cut, others may be cut, too, or have other words for what it lacks.
fn beside_fullest(others: &[&Stream], told: &[Vec<Difference>], rivals: &Rivals) -> Vec<Difference> {
    // The first of several that quote as much.
    let Some(fullest) = others.iter().rev().max_by_key(|stream| stream.extent()) else { return Vec::new() };
    let known: Vec<Evidence> = told
        .iter()
        .flatten()
        .flat_map(|(_, evidence)| evidence)
        .filter(|it| it.part != EvidencePart::Counterpart)
        .copied()
        .collect();
    let is_known =
        |place: &Evidence| known.iter().any(|known| known.column == place.column && known.span.touches(place.span));
    let mut found = Vec::new();
    for other in others.iter().filter(|other| other.side.column != fullest.side.column) {
        for (class, evidence) in pieces::differences(fullest, other, mates::mates(fullest, other), rivals) {
            let fresh: Vec<Evidence> = if class == Class::WordsDiffer {
                if evidence.iter().any(is_known) { Vec::new() } else { evidence }
            } else {
                // One place with what stands elsewhere in its stead, then the next place.
                let places = evidence.chunk_by(|_, next| next.part == EvidencePart::Counterpart);
                places.filter(|place| !place.first().is_some_and(is_known)).flatten().copied().collect()
            };
            if !fresh.is_empty() {
                found.push((class, fresh));
            }
        }
    }
    found
}

fn is_told_of_others((_, evidence): &Difference, base: &Stream) -> bool {
    evidence.first().is_some_and(|evidence| evidence.column != base.side.column)
}

/// What a contrast shows of the reading that it is told of.
fn own(contrast: &Contrast) -> Vec<Evidence> {
    let column = contrast.evidence.first().map(|evidence| evidence.column);
    contrast.evidence.iter().filter(|evidence| Some(evidence.column) == column).copied().collect()
}

/// True where both quote the same words.
fn is_same(a: &Stream, b: &Stream, rivals: &Rivals) -> bool {
    let mates = mates::mates(a, b);
    !mates.is_empty() && pieces::differences(a, b, mates, rivals).is_empty()
}

/// One contrast for each class and the reading that it is told of.
fn by_class(differences: Vec<Difference>) -> Vec<Contrast> {
    let mut found: BTreeMap<(Class, Option<usize>), Vec<Evidence>> = BTreeMap::new();
    for (class, evidence) in differences {
        let column = evidence.first().map(|evidence| evidence.column);
        found.entry((class, column)).or_default().extend(evidence);
    }
    let contrast = |((class, _), evidence): ((Class, _), Vec<Evidence>)| Contrast {
        kind: ContrastKind::Cut,
        certainty: Certainty::Rule,
        note: class.note(),
        evidence,
    };
    found.into_iter().map(contrast).collect()
}

#[cfg(test)]
mod tests;
