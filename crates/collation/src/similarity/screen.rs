//! The cheap look at every pair of passages that share a word, by an inverted index; it leaves the
//! costly look a few per cent of the pairs.

use rayon::prelude::*;

use super::meaning::Meanings;
use super::units::{Place, Unit, Units};
use crate::control::Control;
use crate::wording::Words;

/// Pairs that score less are forgotten, unless their places call for a look.
const LEAST: f32 = 0.04;

/// How many pairs the costly look gets, for each passage of the event.
const PAIRS_PER_UNIT: usize = 16;

/// Pairs that it gets in any case, so that small events are looked at as a whole.
const PAIRS_AT_LEAST: usize = 4000;

/// Two units of different articles, `a < b`, with the cheap score of the pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub a: usize,
    pub b: usize,
    pub screen: f32,
}

/// The cheap scores of an event, found by unit.
#[derive(Debug, Default)]
pub(super) struct Screen {
    /// For each unit the others that score at least [`LEAST`], sorted by unit.
    scores: Vec<Vec<(u32, f32)>>,
    /// For each unit and article the two best scores there.
    best: Vec<Vec<[f32; 2]>>,
    pub(super) meanings: Meanings,
    /// The same as a language model reads the passages, where there is one.
    pub(super) read: Option<Meanings>,
}

impl Screen {
    pub(super) fn new(units: &Units, control: &dyn Control) -> Self {
        let mut postings: Vec<Vec<(u32, f32)>> = vec![Vec::new(); units.terms.counts.len()];
        for (index, unit) in units.all.iter().enumerate() {
            for &(term, weight) in &unit.terms {
                if let Some(posting) = postings.get_mut(term as usize) {
                    posting.push((index as u32, weight));
                }
            }
        }
        let mut own = vec![0..0; units.articles.len()];
        for (index, unit) in units.all.iter().enumerate() {
            if let Some(own) = own.get_mut(unit.article) {
                let start = if own.end == 0 { index as u32 } else { own.start };
                *own = start..index as u32 + 1;
            }
        }
        let fresh = || (vec![0.0_f32; units.all.len()], vec![0.0_f32; units.all.len()], Vec::<u32>::new());
        let scores: Vec<Vec<(u32, f32)>> = units
            .all
            .par_iter()
            .map_init(fresh, |(dots, masses, touched), unit| {
                if control.is_stopped() {
                    return Vec::new();
                }
                // The units of one article stand together; a long article is not compared with itself.
                let own = own.get(unit.article).cloned().unwrap_or_default();
                for &(term, weight) in &unit.terms {
                    let mass = units.terms.weight(term);
                    let posting = postings.get(term as usize).map(Vec::as_slice).unwrap_or_default();
                    let (before, rest) = posting.split_at(posting.partition_point(|&(other, _)| other < own.start));
                    let (_, after) = rest.split_at(rest.partition_point(|&(other, _)| other < own.end));
                    for &(other, its) in before.iter().chain(after) {
                        let at = other as usize;
                        if let (Some(dot), Some(shared)) = (dots.get_mut(at), masses.get_mut(at)) {
                            if *shared == 0.0 {
                                touched.push(other);
                            }
                            *dot += weight * its;
                            *shared += mass;
                        }
                    }
                }
                touched.sort_unstable();
                let mut row = Vec::new();
                for &other in touched.iter() {
                    let at = other as usize;
                    let (Some(dot), Some(shared)) = (dots.get_mut(at), masses.get_mut(at)) else { continue };
                    let (dot, shared) = (std::mem::take(dot), std::mem::take(shared));
                    let Some(b) = units.get(at).filter(|b| b.article != unit.article) else { continue };
                    let score = cheap_score(unit, b, dot, shared);
                    if score >= LEAST {
                        row.push((other, score));
                    }
                }
                touched.clear();
                row
            })
            .collect();
        let best = scores
            .par_iter()
            .map(|row| {
                let mut best = vec![[0.0_f32; 2]; units.articles.len()];
                for &(other, score) in row {
                    let slot = units.get(other as usize).and_then(|unit| best.get_mut(unit.article));
                    if let Some([first, second]) = slot {
                        if score > *first {
                            *second = std::mem::replace(first, score);
                        } else if score > *second {
                            *second = score;
                        }
                    }
                }
                best
            })
            .collect();
        let meanings = Meanings::new(units, Words::meaning, control);
        let read = units.are_read().then(|| Meanings::new(units, Words::meaning_as_read, control));
        Self { scores, best, meanings, read }
    }

    /// The cheap score of two units, 0 where it was not worth keeping.
    pub(super) fn score(&self, a: usize, b: usize) -> f32 {
        let Some(row) = self.scores.get(a) else { return 0.0 };
        let found = row.binary_search_by_key(&(b as u32), |&(other, _)| other).ok().and_then(|at| row.get(at));
        found.map_or(0.0, |&(_, score)| score)
    }

    /// The best score of `unit` in `article` among units other than the one that scores `own`.
    pub(super) fn rival(&self, unit: usize, article: usize, own: f32) -> f32 {
        let Some([first, second]) = self.best.get(unit).and_then(|best| best.get(article)) else { return 0.0 };
        if own >= *first { *second } else { *first }
    }

    /// The pairs that deserve a closer look: headlines and leads among themselves, each unit's best,
    /// and as many of the others as there is time for, sorted.
    pub(super) fn candidates(&self, units: &Units) -> Vec<Candidate> {
        let mut pairs: Vec<Candidate> = Vec::new();
        for (a, row) in self.scores.iter().enumerate() {
            pairs.extend(row.iter().filter(|&&(b, _)| b as usize > a).map(|&(b, screen)| Candidate {
                a,
                b: b as usize,
                screen,
            }));
        }
        let is_top = |unit: &Unit| matches!(unit.place, Place::Headline | Place::Lead);
        let tops: Vec<usize> = (0..units.all.len()).filter(|&unit| units.get(unit).is_some_and(is_top)).collect();
        let most = PAIRS_AT_LEAST.max(PAIRS_PER_UNIT * units.all.len());
        let is_best = |pair: &Candidate| {
            let best = |unit: usize, other: usize| {
                let article = units.get(other).map_or(usize::MAX, |other| other.article);
                let best = self.best.get(unit).and_then(|best| best.get(article));
                best.is_some_and(|[first, _]| pair.screen >= *first)
            };
            best(pair.a, pair.b) && best(pair.b, pair.a)
        };
        let (best, mut others): (Vec<Candidate>, Vec<Candidate>) = pairs.into_iter().partition(is_best);
        others.sort_by(|x, y| y.screen.total_cmp(&x.screen).then((x.a, x.b).cmp(&(y.a, y.b))));
        others.truncate(most.saturating_sub(best.len()));
        let mut pairs = best;
        pairs.append(&mut others);
        for (at, &a) in tops.iter().enumerate() {
            for &b in tops.get(at + 1..).unwrap_or_default() {
                // Without a word in common there is nothing to show for it.
                let screen = self.score(a, b);
                if screen > 0.0 {
                    pairs.push(Candidate { a, b, screen });
                }
            }
        }
        pairs.sort_by_key(|pair| (pair.a, pair.b));
        pairs.dedup_by_key(|pair| (pair.a, pair.b));
        pairs
    }
}

/// Cosine, weighted Jaccard and containment in one figure, 0 to 1.
fn cheap_score(a: &Unit, b: &Unit, dot: f32, shared: f32) -> f32 {
    let cosine = dot / (a.norm * b.norm).max(f32::MIN_POSITIVE);
    let jaccard = shared / (a.mass + b.mass - shared).max(f32::MIN_POSITIVE);
    let containment = (shared / a.mass.min(b.mass).max(super::features::LEAST_MASS)).min(1.0);
    0.4 * cosine + 0.4 * jaccard + 0.2 * containment
}
