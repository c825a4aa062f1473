//! What differs between two printings of one quoted sentence.

use std::ops::Range;

use super::super::{Evidence, EvidencePart};
use super::Class;
use super::brought;
use super::local;
use super::mates::{Mates, numbered};
use super::pieces::says_something;
use super::printed::{Extent, extent};
use super::quoted::{Form, QuotedWord};
use super::rivals::holds;
use super::stream::Stream;

/// Quoted words that are left of a longer sentence, at most, to be told as such.
const FEW: usize = 4;
/// Words for which an editor's `[…]` may stand.
const INSERTION: usize = 5;
/// Words of one side times words of the other that are searched for equal ones: a bound for hostile texts.
const MOST_BORDERS: usize = 10_000;
/// Words between a word without meaning of its own and its like, where it has only moved.
const MOVED: usize = 3;

/// One sentence as both readings quote it.
pub(super) struct Comparison<'s, 'a> {
    pub base: &'s Stream<'a>,
    pub other: &'s Stream<'a>,
    pub mates: Mates,
    /// What may be told of the words before and behind.
    pub edges: Edges,
}

/// Which edges of a comparison count: where a sentence is quoted in further pieces, the words before
/// and behind one of them are no beginning and no end of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Edges {
    /// The other quotes more of the base's sentence in front of these words, or behind them.
    pub other: (bool, bool),
    /// The base quotes more of the other's sentence in front of these words, or behind them.
    pub base: (bool, bool),
    /// It is one of several pieces.
    pub pieces: bool,
}

pub(super) type Difference = (Class, Vec<Evidence>);

/// Where unequal words stand in their sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// Before the first pair of equal words.
    Start((usize, usize)),
    Inside((usize, usize), (usize, usize)),
    /// Behind the last.
    End((usize, usize)),
}

impl Comparison<'_, '_> {
    /// All differences, in the order of the sentence.
    pub fn differences(&self) -> Vec<Difference> {
        let (Some(&first), Some(&last)) = (self.mates.first(), self.mates.last()) else { return Vec::new() };
        let here = self.base.sentence_of(first.0).start..self.base.sentence_of(last.0).end;
        let there = self.other.sentence_of(first.1).start..self.other.sentence_of(last.1).end;
        let gaps = self.without_moved(self.gaps(&here, &there));
        let (gaps, printed) = self.without_printed(gaps, &here, &there);
        let differs = |is_edge: fn(&Spot) -> bool| {
            gaps.iter().any(|(spot, gap)| is_edge(spot) && matches!(gap, Gap::Differ { .. }))
        };
        // Two answers to one question share words in their midst.
        if differs(|spot| matches!(spot, Spot::Start(_))) && differs(|spot| matches!(spot, Spot::End(_))) {
            return Vec::new();
        }
        let told: Vec<(Spot, Difference)> = gaps.into_iter().map(|(spot, gap)| (spot, self.told(spot, gap))).collect();
        let trims = |classes: [Class; 2]| told.iter().any(|(_, (class, _))| classes.contains(class));
        let edges_only = || told.iter().filter(|(spot, _)| !matches!(spot, Spot::Inside(..)));
        let evidence = || edges_only().flat_map(|(_, (_, evidence))| evidence.clone()).collect();
        let (own, left) = (self.base.printed(here.clone()), self.other.printed(there.clone()));
        let is_left = |few: usize, of: usize| !printed && !self.edges.pieces && few <= FEW && few * 2 <= of;
        // “Never changed or evolved” and “evolved”: one word of what is denied is somebody else's.
        let is_denied = |stream: &Stream, before: Range<usize>| brought::denies(stream.slice(before));
        if trims([Class::StartsLater, Class::EndsEarlier]) && is_left(left, own) {
            let is_another = left == 1 && is_denied(self.base, here.start..first.0);
            return if is_another { Vec::new() } else { vec![(Class::Left(left), evidence())] };
        }
        if trims([Class::StartsLaterInBase, Class::EndsEarlierInBase]) && is_left(own, left) {
            let is_another = own == 1 && is_denied(self.other, there.start..first.1);
            return if is_another { Vec::new() } else { vec![(Class::LeftInBase(own), evidence())] };
        }
        told.into_iter().map(|(_, difference)| difference).collect()
    }

    /// The unequal words before, between and behind the equal ones.
    fn gaps(&self, here: &Range<usize>, there: &Range<usize>) -> Vec<(Spot, Gap)> {
        let mates = self.paired(here, there);
        let (Some(&first), Some(&last)) = (mates.first(), mates.last()) else { return Vec::new() };
        let inside = mates.windows(2).filter_map(|pair| match pair {
            [before, after] => Some((Spot::Inside(*before, *after), before.0 + 1..after.0, before.1 + 1..after.1)),
            _ => None,
        });
        std::iter::once((Spot::Start(first), here.start..first.0, there.start..first.1))
            .chain(inside)
            .chain(std::iter::once((Spot::End(last), last.0 + 1..here.end, last.1 + 1..there.end)))
            .filter_map(|(spot, here, there)| Some((spot, self.edge(spot, self.gap(spot, here, there)?)?)))
            .collect()
    }

    /// The mates with the equal words that alignment left at the borders of a gap: one word beside
    /// many that are missing has cost it more than it gained.
    fn paired(&self, here: &Range<usize>, there: &Range<usize>) -> Mates {
        let mut paired = Mates::new();
        let mut from = (here.start, there.start);
        for &to in self.mates.iter().chain([&(here.end, there.end)]) {
            let (own, others) = (self.base.slice(from.0..to.0), self.other.slice(from.1..to.1));
            let is_small = own.len() * others.len() <= MOST_BORDERS;
            if is_small && own.iter().chain(others).all(QuotedWord::is_word) {
                paired.extend(border_pairs(own, others).into_iter().map(|(i, j)| (from.0 + i, from.1 + j)));
            }
            paired.push(to);
            from = (to.0 + 1, to.1 + 1);
        }
        paired.pop();
        paired
    }

    /// Without what only stands at another place of the sentence: "usually waits", "waits usually".
    fn without_moved(&self, gaps: Vec<(Spot, Gap)>) -> Vec<(Spot, Gap)> {
        let at = |spot: Spot| match spot {
            Spot::Start(mate) | Spot::Inside(mate, _) | Spot::End(mate) => mate.0,
        };
        let is_moved = |a: &(Spot, Gap), b: &(Spot, Gap)| {
            let ((Gap::Less { here, omission: None }, Gap::More { there, omission: None })
            | (Gap::More { there, omission: None }, Gap::Less { here, omission: None })) = (&a.1, &b.1)
            else {
                return false;
            };
            let (own, others) = (self.base.slice(here.clone()), self.other.slice(there.clone()));
            joined(own) == joined(others)
                && (own.iter().any(QuotedWord::is_content) || at(a.0).abs_diff(at(b.0)) <= MOVED)
        };
        // "bigger problems", "big problems, bigger ones": the words stand among others near by.
        let is_among = |a: &(Spot, Gap), b: &(Spot, Gap)| {
            let (own, others) = match (&a.1, &b.1) {
                (Gap::Less { here, omission: None }, Gap::Differ { there, .. }) => {
                    (self.base.slice(here.clone()), self.other.slice(there.clone()))
                }
                (Gap::More { there, omission: None }, Gap::Differ { here, .. }) => {
                    (self.other.slice(there.clone()), self.base.slice(here.clone()))
                }
                _ => return false,
            };
            own.iter().any(QuotedWord::is_content) && at(a.0).abs_diff(at(b.0)) <= MOVED && holds(others, own)
        };
        let moved = |gap: &(Spot, Gap)| gaps.iter().any(|other| is_moved(gap, other) || is_among(gap, other));
        let stays: Vec<bool> = gaps.iter().map(|gap| !moved(gap)).collect();
        gaps.into_iter().zip(stays).filter_map(|(gap, stays)| stays.then_some(gap)).collect()
    }

    /// Without the edges whose words the other article prints there itself, and whether there were any.
    fn without_printed(
        &self,
        gaps: Vec<(Spot, Gap)>,
        here: &Range<usize>,
        there: &Range<usize>,
    ) -> (Vec<(Spot, Gap)>, bool) {
        let edge = |is_less: bool| {
            let mut missing = (0..0, 0..0);
            for (spot, gap) in &gaps {
                let range = match gap {
                    Gap::Less { here, omission: None } if is_less => here.clone(),
                    Gap::More { there, omission: None } if !is_less => there.clone(),
                    _ => continue,
                };
                match spot {
                    Spot::Start(_) => missing.0 = range,
                    Spot::End(_) => missing.1 = range,
                    Spot::Inside(..) => {}
                }
            }
            missing
        };
        let printed =
            |from: &Stream, (before, behind): (Range<usize>, Range<usize>), to: &Stream, core: &Range<usize>| {
                if before.is_empty() && behind.is_empty() {
                    return Extent::default();
                }
                extent(to, core.clone(), from.slice(before), from.slice(behind))
            };
        let less = printed(self.base, edge(true), self.other, there);
        let more = printed(self.other, edge(false), self.base, here);
        let count = gaps.len();
        // Whether `to` brings what it lacks of `from` itself, and has printed it, at each of the edges.
        let has =
            |spot: &Spot, from: &Stream, lacks: &Range<usize>, to: &Stream, core: &Range<usize>, printed: Extent| {
                let (lacks, core) = (lacks.clone(), core.clone());
                let at = |mate: (usize, usize)| if std::ptr::eq(to, self.base) { mate.0 } else { mate.1 };
                match *spot {
                    Spot::Start(mate) => printed.before || brought::begins(from, lacks, to, core, at(mate)),
                    Spot::Inside(before, after) => {
                        to.breaks(at(before), at(after)) && brought::joins(from, lacks, to, at(before))
                    }
                    Spot::End(mate) => {
                        printed.behind || to.breaks_off(at(mate)) || brought::ends(from, lacks, to, core, at(mate))
                    }
                }
            };
        let stays = |spot: &Spot, gap: &Gap| match gap {
            Gap::Less { here: lacks, omission: None } => !has(spot, self.base, lacks, self.other, there, less),
            Gap::More { there: lacks, omission: None } => !has(spot, self.other, lacks, self.base, here, more),
            _ => true,
        };
        let gaps: Vec<(Spot, Gap)> = gaps.into_iter().filter(|(spot, gap)| stays(spot, gap)).collect();
        let printed = gaps.len() < count;
        (gaps, printed)
    }

    /// Without what a further piece quotes, and without an "and" between two pieces.
    fn edge(&self, spot: Spot, gap: Gap) -> Option<Gap> {
        if let Spot::Inside(before, after) = spot {
            let is_little = match &gap {
                Gap::Less { here, omission: None } => {
                    self.other.breaks(before.1, after.1) && !says_something(self.base.slice(here.clone()))
                }
                Gap::More { there, omission: None } => {
                    self.base.breaks(before.0, after.0) && !says_something(self.other.slice(there.clone()))
                }
                _ => false,
            };
            return (!is_little).then_some(gap);
        }
        let of = |(before, behind): (bool, bool)| match spot {
            Spot::Start(_) => before,
            Spot::End(_) => behind,
            Spot::Inside(..) => false,
        };
        let (less, more) = (of(self.edges.other), of(self.edges.base));
        match gap {
            Gap::Less { .. } if less => None,
            Gap::More { .. } if more => None,
            Gap::Differ { .. } if less && more => None,
            Gap::Differ { there, .. } if less => Some(Gap::More { there, omission: None }),
            Gap::Differ { here, .. } if more => Some(Gap::Less { here, omission: None }),
            gap => Some(gap),
        }
    }

    fn told(&self, spot: Spot, gap: Gap) -> Difference {
        if let (Spot::Inside(before, _), Gap::Less { here, omission: None }) = (spot, &gap)
            && is_one_word(self.base, before.0, here)
        {
            return (Class::WordsDiffer, self.differ(before.0..here.end, before.1..before.1 + 1));
        }
        if let (Spot::Inside(before, _), Gap::More { there, omission: None }) = (spot, &gap)
            && is_one_word(self.other, before.1, there)
        {
            return (Class::WordsDiffer, self.differ(before.0..before.0 + 1, before.1..there.end));
        }
        match (spot, gap) {
            (_, Gap::Differ { here, there }) => (Class::WordsDiffer, self.differ(here, there)),
            (_, Gap::Less { here, omission: Some(mark) }) => (Class::Marked, self.less(mark, here)),
            (_, Gap::More { there, omission: Some(mark) }) => (Class::MarkedInBase, self.more(mark, there)),
            (Spot::Start(first), Gap::Less { here, .. }) => {
                (Class::StartsLater, self.less(self.other.before(first.1), here))
            }
            (Spot::Start(first), Gap::More { there, .. }) => {
                (Class::StartsLaterInBase, self.more(self.base.before(first.0), there))
            }
            (Spot::End(last), Gap::Less { here, .. }) => {
                (Class::EndsEarlier, self.less(self.other.behind(last.1), here))
            }
            (Spot::End(last), Gap::More { there, .. }) => {
                (Class::EndsEarlierInBase, self.more(self.base.behind(last.0), there))
            }
            (Spot::Inside(before, after), Gap::Less { here, .. }) => {
                let split = self.other.breaks(before.1, after.1);
                let class = if split { Class::Split } else { Class::WordsLess };
                (class, self.less(self.other.between(before.1, after.1), here))
            }
            (Spot::Inside(before, after), Gap::More { there, .. }) => {
                let split = self.base.breaks(before.0, after.0);
                let class = if split { Class::SplitInBase } else { Class::WordsLessInBase };
                (class, self.more(self.base.between(before.0, after.0), there))
            }
        }
    }

    /// What the unequal words at one place amount to; `None` where it is nothing worth telling.
    fn gap(&self, spot: Spot, here: Range<usize>, there: Range<usize>) -> Option<Gap> {
        let (own, others) = (self.base.slice(here.clone()), self.other.slice(there.clone()));
        // "a balanced plan" and "balanced plan": the article stands in front of the marks.
        if matches!(spot, Spot::Start(_)) && is_article(own) && is_article(others) {
            return None;
        }
        if joined(own) == joined(others) {
            return None;
        }
        let few = |words: &[QuotedWord]| words.iter().filter(|word| word.is_word()).count() <= INSERTION;
        if own.iter().chain(others).any(|word| word.form == Form::Editor) && few(own) && few(others) {
            return None;
        }
        // A word that alignment left unpaired beside a mark of omission.
        let held = |words: &[QuotedWord], others: &[QuotedWord]| joined(others).ends_with(&joined(words));
        let (has, others_have) = (has_words(own) && !held(own, others), has_words(others) && !held(others, own));
        // What stands elsewhere in the same article's marks is not missing.
        let lacks = has && !stands_in(own, self.other);
        let adds = others_have && !stands_in(others, self.base);
        // Another row tells what stands outside of the readings: the words, or the place where they
        // are not.
        let place = |of: fn((usize, usize)) -> usize| match spot {
            Spot::Start(mate) | Spot::End(mate) => of(mate)..of(mate) + 1,
            Spot::Inside(before, after) => of(before)..of(after) + 1,
        };
        let told = (lacks && self.base.reads(here.clone()) && self.other.reads(place(|mate| mate.1)))
            || (adds && self.other.reads(there.clone()) && self.base.reads(place(|mate| mate.0)));
        if !told {
            return None;
        }
        let mark = |stream: &Stream, range: &Range<usize>| {
            let words = stream.slice(range.clone());
            let mark = words.iter().find(|word| word.form == Form::Omission).or_else(|| match spot {
                Spot::Start(_) => stream.omission_before(range.start),
                _ => None,
            })?;
            Some(stream.side.evidence(mark.span, EvidencePart::Words))
        };
        let (marked_here, marked_there) = (mark(self.base, &here), mark(self.other, &there));
        // A mark of omission speaks for the words at its place, wherever else they may stand.
        match (lacks, adds) {
            _ if has && marked_there.is_some() => Some(Gap::Less { here, omission: marked_there }),
            _ if others_have && marked_here.is_some() => Some(Gap::More { there, omission: marked_here }),
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
        with(vec![place], self.other.evidence(there, EvidencePart::Counterpart))
    }

    fn differ(&self, here: Range<usize>, there: Range<usize>) -> Vec<Evidence> {
        // Neither of the two is known to be what was said.
        let words = self.other.evidence(there, EvidencePart::Words);
        with(words, self.base.evidence(here, EvidencePart::Words))
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

/// Equal words at the borders of two unequal stretches, as indices, both rising: at the same border of
/// both, or a word with a meaning at a border of one of them.
fn border_pairs(own: &[QuotedWord], others: &[QuotedWord]) -> Mates {
    let (a, b) = numbered(own, others);
    let mut pairs = Mates::new();
    let mut open = vec![(0..a.len(), 0..b.len())];
    while let Some((mut left, mut right)) = open.pop() {
        let same = |i: usize, j: usize| a.get(i).is_some_and(|number| b.get(j) == Some(number));
        while !left.is_empty() && !right.is_empty() && same(left.start, right.start) {
            pairs.push((left.start, right.start));
            (left.start, right.start) = (left.start + 1, right.start + 1);
        }
        while !left.is_empty() && !right.is_empty() && same(left.end - 1, right.end - 1) {
            (left.end, right.end) = (left.end - 1, right.end - 1);
            pairs.push((left.end, right.end));
        }
        let at_border = |range: &Range<usize>, at: usize| at == range.start || at + 1 == range.end;
        let is_content = |i: usize| own.get(i).is_some_and(QuotedWord::is_content);
        let found = left.clone().filter(|&i| is_content(i)).find_map(|i| {
            let mut places = right.clone().filter(|&j| same(i, j));
            Some((i, places.find(|&j| at_border(&left, i) || at_border(&right, j))?))
        });
        if let Some((i, j)) = found {
            pairs.push((i, j));
            open.push((left.start..i, right.start..j));
            open.push((i + 1..left.end, j + 1..right.end));
        }
    }
    pairs.sort_unstable();
    // Other words stay one difference: a pair tells something only where one side then merely has more.
    let mut from = (0, 0);
    let merely_more = pairs.iter().chain([&(a.len(), b.len())]).all(|&to| {
        let one_sided = from.0 == to.0 || from.1 == to.1;
        from = (to.0 + 1, to.1 + 1);
        one_sided
    });
    if merely_more { pairs } else { Mates::new() }
}

/// True where the words go on what is printed as one word: "n't" behind "should".
fn is_one_word(stream: &Stream, before: usize, behind: &Range<usize>) -> bool {
    let span = |at: usize| stream.words.get(at).map(|word| word.span);
    span(before).is_some() && span(before) == span(behind.start)
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
