//! What differs between two printings of one quoted sentence.

use std::ops::Range;

use super::super::{Evidence, EvidencePart};
use super::Class;
use super::local;
use super::mates::{Mates, numbered};
use super::quoted::{Form, QuotedWord};
use super::stream::Stream;

/// Quoted words that are left of a longer sentence, at most, to be told as such.
const FEW: usize = 4;
/// Words for which an editor's `[…]` may stand.
const INSERTION: usize = 5;

/// One sentence as both readings quote it.
pub(super) struct Comparison<'s, 'a> {
    pub base: &'s Stream<'a>,
    pub other: &'s Stream<'a>,
    pub mates: Mates,
}

type Difference = (Class, Vec<Evidence>);

impl Comparison<'_, '_> {
    /// All differences, in the order of the sentence.
    pub fn differences(&self) -> Vec<Difference> {
        let (Some(&first), Some(&last)) = (self.mates.first(), self.mates.last()) else { return Vec::new() };
        let here = self.base.sentence_of(first.0).start..self.base.sentence_of(last.0).end;
        let there = self.other.sentence_of(first.1).start..self.other.sentence_of(last.1).end;
        let start = self.start(here.start..first.0, there.start..first.1, first);
        let end = self.end(last.0 + 1..here.end, last.1 + 1..there.end, last);
        let left = self.other.printed(there.clone());
        let trimmed = |edge: &Option<Difference>, class| edge.as_ref().is_some_and(|(edge, _)| *edge == class);
        if left <= FEW
            && left * 2 <= self.base.printed(here)
            && (trimmed(&start, Class::StartsLater) || trimmed(&end, Class::EndsEarlier))
        {
            let evidence = start.into_iter().chain(end).flat_map(|(_, evidence)| evidence).collect();
            return vec![(Class::Left(left), evidence)];
        }
        let gaps = self.mates.windows(2).filter_map(|pair| match pair {
            [before, after] => self.inside(*before, *after),
            _ => None,
        });
        start.into_iter().chain(gaps).chain(end).collect()
    }

    fn start(&self, here: Range<usize>, there: Range<usize>, first: (usize, usize)) -> Option<Difference> {
        // "a balanced plan" and "balanced plan": the article stands in front of the marks.
        if is_article(self.base.slice(here.clone())) && is_article(self.other.slice(there.clone())) {
            return None;
        }
        let gap = self.gap(here, there)?;
        Some(match gap {
            Gap::Less { here, omission: Some(mark) } => (Class::Marked, self.less(mark, here)),
            Gap::Less { here, omission: None } => (Class::StartsLater, self.less(self.other.before(first.1), here)),
            Gap::More { there, omission: Some(mark) } => (Class::MarkedInBase, self.more_marked(mark, there)),
            Gap::More { there, omission: None } => (Class::StartsEarlier, self.more(self.base.before(first.0), there)),
            Gap::Differ { here, there } => (Class::WordsDiffer, self.differ(here, there)),
        })
    }

    fn end(&self, here: Range<usize>, there: Range<usize>, last: (usize, usize)) -> Option<Difference> {
        let gap = self.gap(here, there)?;
        Some(match gap {
            Gap::Less { here, omission: Some(mark) } => (Class::Marked, self.less(mark, here)),
            Gap::Less { here, omission: None } => (Class::EndsEarlier, self.less(self.other.behind(last.1), here)),
            Gap::More { there, omission: Some(mark) } => (Class::MarkedInBase, self.more_marked(mark, there)),
            Gap::More { there, omission: None } => (Class::RunsOn, self.more(self.base.behind(last.0), there)),
            Gap::Differ { here, there } => (Class::WordsDiffer, self.differ(here, there)),
        })
    }

    fn inside(&self, before: (usize, usize), after: (usize, usize)) -> Option<Difference> {
        let breaks = |stream: &Stream, from: usize, to: usize| {
            let piece = |at: usize| stream.words.get(at).map(|word| word.piece);
            piece(from) != piece(to)
        };
        let gap = self.gap(before.0 + 1..after.0, before.1 + 1..after.1)?;
        Some(match gap {
            Gap::Less { here, omission: Some(mark) } => (Class::Marked, self.less(mark, here)),
            Gap::Less { here, omission: None } => {
                let split = breaks(self.other, before.1, after.1);
                let class = if split { Class::Split } else { Class::WordsLess };
                (class, self.less(self.other.behind(before.1), here))
            }
            Gap::More { there, omission: Some(mark) } => (Class::MarkedInBase, self.more_marked(mark, there)),
            Gap::More { there, omission: None } if breaks(self.base, before.0, after.0) => {
                (Class::SplitInBase, self.more_marked(self.base.behind(before.0), there))
            }
            Gap::More { there, omission: None } => (Class::WordsMore, self.more(self.base.behind(before.0), there)),
            Gap::Differ { here, there } => (Class::WordsDiffer, self.differ(here, there)),
        })
    }

    /// What the unequal words at one place amount to; `None` where it is nothing worth telling.
    fn gap(&self, here: Range<usize>, there: Range<usize>) -> Option<Gap> {
        let (own, others) = (self.base.slice(here.clone()), self.other.slice(there.clone()));
        if joined(own) == joined(others) {
            return None;
        }
        let few = |words: &[QuotedWord]| words.iter().filter(|word| word.is_word()).count() <= INSERTION;
        if own.iter().chain(others).any(|word| word.form == Form::Editor) && few(own) && few(others) {
            return None;
        }
        // What stands elsewhere in the same article's marks is not missing.
        // A word that alignment left unpaired beside a mark of omission.
        let held = |words: &[QuotedWord], others: &[QuotedWord]| joined(others).ends_with(&joined(words));
        let lacks = has_words(own) && !held(own, others) && !stands_in(own, self.other);
        let adds = has_words(others) && !held(others, own) && !stands_in(others, self.base);
        // Another row tells what stands outside of both readings.
        let told = (lacks && self.base.reads(here.clone())) || (adds && self.other.reads(there.clone()));
        if !told {
            return None;
        }
        let mark = |stream: &Stream, words: &[QuotedWord]| {
            let mark = words.iter().find(|word| word.form == Form::Omission)?;
            Some(stream.side.evidence(mark.span, EvidencePart::Missing))
        };
        let (marked_here, marked_there) = (mark(self.base, own), mark(self.other, others));
        match (lacks, adds) {
            (true, _) if marked_there.is_some() => Some(Gap::Less { here, omission: marked_there }),
            (_, true) if marked_here.is_some() => Some(Gap::More { there, omission: marked_here }),
            (true, true) => Some(Gap::Differ { here, there }),
            (true, false) => Some(Gap::Less { here, omission: None }),
            (false, true) => Some(Gap::More { there, omission: None }),
            (false, false) => None,
        }
    }

    fn less(&self, place: Evidence, here: Range<usize>) -> Vec<Evidence> {
        with(vec![place], self.base.evidence(here, EvidencePart::Counterpart))
    }

    fn more(&self, place: Evidence, there: Range<usize>) -> Vec<Evidence> {
        with(self.other.evidence(there, EvidencePart::Words), vec![place])
    }

    fn more_marked(&self, place: Evidence, there: Range<usize>) -> Vec<Evidence> {
        with(vec![place], self.other.evidence(there, EvidencePart::Counterpart))
    }

    fn differ(&self, here: Range<usize>, there: Range<usize>) -> Vec<Evidence> {
        let words = self.other.evidence(there, EvidencePart::Words);
        with(words, self.base.evidence(here, EvidencePart::Counterpart))
    }
}

/// Unequal words between two pairs of equal ones, or at an edge.
enum Gap {
    /// The base's words have no counterpart; `omission` is the other's mark that says so.
    Less {
        here: Range<usize>,
        omission: Option<Evidence>,
    },
    /// The other's words have no counterpart; `omission` is the base's mark that says so.
    More {
        there: Range<usize>,
        omission: Option<Evidence>,
    },
    Differ {
        here: Range<usize>,
        there: Range<usize>,
    },
}

fn with(mut first: Vec<Evidence>, rest: Vec<Evidence>) -> Vec<Evidence> {
    first.extend(rest);
    first
}

/// True for one article or nothing.
fn is_article(words: &[QuotedWord]) -> bool {
    words.len() <= 1 && words.iter().all(|word| matches!(word.word(), Some("a" | "an" | "the")))
}

fn has_words(words: &[QuotedWord]) -> bool {
    words.iter().any(QuotedWord::is_word)
}

/// The letters of the words alone: "e mails" and "emails" are the same.
fn joined(words: &[QuotedWord]) -> String {
    words.iter().filter_map(QuotedWord::word).collect()
}

/// True where most of three words or more stand in `stream`. Words without meaning of their own stand
/// anywhere.
fn stands_in(words: &[QuotedWord], stream: &Stream) -> bool {
    let count = words.iter().filter(|word| word.is_word()).count();
    if !words.iter().any(QuotedWord::is_content) {
        return false;
    }
    let window = stream.window();
    let (a, b) = numbered(words, stream.slice(window));
    count >= 3 && local::align(&a, &b).len() * 5 >= count * 3
}
