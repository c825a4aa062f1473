//! How alike two articles are as wholes.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::control::Control;
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::similarity::is_stop_word;
use crate::witness::Role;

/// Words of the headline and the opening that count double.
const OPENING_WORDS: usize = 60;

/// Words that are looked at in all; what stands further down is background.
const MOST_WORDS: usize = 400;

/// A word that more articles hold than this finds no pairs (it still counts in them) ...
const MOST_COMMON: usize = 60;

/// ... unless it is among so many rarest words of the article that asks: where hundreds report one event,
/// all their words are common.
const RAREST: usize = 24;

/// Nearest others that are kept for each article.
const NEAREST: usize = 40;

/// Articles on other things that are imagined beside those at hand: so many, and so many more for each
/// article. Among two or three articles alone, or many of one event, a word that all of them hold would
/// count as common, and it is what tells that they report one event.
const IMAGINED: f32 = 6.0;
const IMAGINED_EACH: f32 = 0.5;

/// How much an article takes on of the one nearest to it, and of the next, for each of its likeness to them. What two
/// reports of one event don't share, a third often does, so that both come nearer through it.
const NEIGHBOURS: [f32; 2] = [2.0, 1.0];

/// Days between two dates from which on two articles hardly report one event.
const DAYS_APART: i64 = 8;

/// Days between two dates up to which the dates speak for one event.
const DAYS_TOGETHER: i64 = 2;

/// The articles as weighted words, and the pairs that are alike.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    /// For each article its words, sorted, with weights of length one.
    vectors: Vec<Vec<(u32, f32)>>,
    days: Vec<Option<i64>>,
    /// In how many articles each word stands.
    holders: Vec<u32>,
}

impl Likeness {
    pub(super) fn new(articles: &[&Prepared], control: &dyn Control) -> Self {
        let mut likeness = Self::of_words(articles);
        likeness.vectors = likeness.beside_neighbours(control);
        likeness.count_holders();
        likeness
    }

    /// The articles by their own words alone.
    fn of_words(articles: &[&Prepared]) -> Self {
        let counted: Vec<BTreeMap<&str, f32>> = articles.par_iter().map(|article| count_words(article)).collect();
        let mut ids: BTreeMap<&str, u32> = BTreeMap::new();
        let mut holders: Vec<u32> = Vec::new();
        for &word in counted.iter().flat_map(BTreeMap::keys) {
            let id = *ids.entry(word).or_insert_with(|| {
                holders.push(0);
                holders.len() as u32 - 1
            });
            if let Some(count) = holders.get_mut(id as usize) {
                *count += 1;
            }
        }
        let all = articles.len() as f32 * (1.0 + IMAGINED_EACH) + IMAGINED + 1.0;
        let weight = |id: u32| {
            let count = holders.get(id as usize).copied().unwrap_or_default() as f32;
            (all / (count + 0.5)).ln().max(0.02)
        };
        let vectors: Vec<Vec<(u32, f32)>> = counted
            .iter()
            .map(|words| {
                let mut vector: Vec<(u32, f32)> = words
                    .iter()
                    .filter_map(|(word, count)| ids.get(word).map(|&id| (id, (1.0 + count.ln()) * weight(id))))
                    .collect();
                vector.sort_unstable_by_key(|&(id, _)| id);
                to_length_one(&mut vector);
                vector
            })
            .collect();
        let days = articles.iter().map(|article| article.witness.meta.published.as_deref().and_then(day)).collect();
        Self { vectors, days, holders }
    }

    /// The vector of each article with those of its nearest others added.
    fn beside_neighbours(&self, control: &dyn Control) -> Vec<Vec<(u32, f32)>> {
        let all: Vec<usize> = (0..self.vectors.len()).collect();
        let mut nearest: Vec<Vec<(usize, f32)>> = vec![Vec::new(); all.len()];
        // The most alike come first.
        for (a, b, likeness) in self.pairs(&all, control) {
            for (own, other) in [(a, b), (b, a)] {
                if let Some(near) = nearest.get_mut(own).filter(|near| near.len() < NEIGHBOURS.len()) {
                    near.push((other, likeness));
                }
            }
        }
        nearest
            .par_iter()
            .zip(&self.vectors)
            .map(|(near, own)| {
                let mut sum: BTreeMap<u32, f32> = own.iter().copied().collect();
                for (&(other, likeness), share) in near.iter().zip(NEIGHBOURS) {
                    for &(id, weight) in self.vectors.get(other).into_iter().flatten() {
                        *sum.entry(id).or_default() += share * likeness * weight;
                    }
                }
                let mut vector: Vec<(u32, f32)> = sum.into_iter().collect();
                to_length_one(&mut vector);
                vector
            })
            .collect()
    }

    fn count_holders(&mut self) {
        self.holders.fill(0);
        for &(id, _) in self.vectors.iter().flatten() {
            if let Some(count) = self.holders.get_mut(id as usize) {
                *count += 1;
            }
        }
    }

    /// Likeness of two articles, 0 to 1.25.
    fn of(&self, a: usize, b: usize) -> f32 {
        let (Some(x), Some(y)) = (self.vectors.get(a), self.vectors.get(b)) else { return 0.0 };
        let (mut x, mut y) = (x.iter().peekable(), y.iter().peekable());
        let mut dot = 0.0;
        while let (Some(&&(i, v)), Some(&&(j, w))) = (x.peek(), y.peek()) {
            if i == j {
                dot += v * w;
            }
            if i <= j {
                x.next();
            }
            if j <= i {
                y.next();
            }
        }
        let days = |at: usize| self.days.get(at).copied().flatten();
        match days(a).zip(days(b)).map(|(x, y)| (x - y).abs()) {
            Some(apart) if apart >= DAYS_APART => 0.6 * dot,
            Some(apart) if apart <= DAYS_TOGETHER => 1.25 * dot,
            _ => dot,
        }
    }

    /// Mean likeness between the articles of two groups.
    pub(super) fn mean(&self, some: &[usize], others: &[usize]) -> f32 {
        let sum: f32 = some.iter().flat_map(|&a| others.iter().map(move |&b| self.of(a, b))).sum();
        sum / (some.len() * others.len()).max(1) as f32
    }

    /// The pairs of `some` articles that are worth a look, the most alike first: each with the nearest others that
    /// share a word with it that is not too common.
    pub(super) fn pairs(&self, some: &[usize], control: &dyn Control) -> Vec<(usize, usize, f32)> {
        let asked: Vec<(usize, Vec<(u32, f32)>)> =
            some.iter().map(|&article| (article, self.rare_words(article))).collect();
        let mut postings: BTreeMap<u32, Vec<(usize, f32)>> =
            asked.iter().flat_map(|(_, words)| words).map(|&(id, _)| (id, Vec::new())).collect();
        for &article in some {
            for &(id, weight) in self.vectors.get(article).into_iter().flatten() {
                if let Some(posting) = postings.get_mut(&id) {
                    posting.push((article, weight));
                }
            }
        }
        let near: Vec<Vec<(usize, usize)>> = asked
            .par_iter()
            .map(|&(own, ref words)| {
                if control.is_stopped() {
                    return Vec::new();
                }
                let mut dots: BTreeMap<usize, f32> = BTreeMap::new();
                for (id, weight) in words {
                    for &(other, its) in postings.get(id).map(Vec::as_slice).unwrap_or_default() {
                        if other != own {
                            *dots.entry(other).or_default() += weight * its;
                        }
                    }
                }
                let mut near: Vec<(usize, f32)> = dots.into_iter().collect();
                near.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
                near.into_iter().take(NEAREST).map(|(other, _)| (own.min(other), own.max(other))).collect()
            })
            .collect();
        let mut pairs: Vec<(usize, usize)> = near.concat();
        pairs.sort_unstable();
        pairs.dedup();
        let mut pairs: Vec<(usize, usize, f32)> = pairs.into_par_iter().map(|(a, b)| (a, b, self.of(a, b))).collect();
        pairs.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
        pairs
    }

    /// The words of an article by which it finds others.
    fn rare_words(&self, article: usize) -> Vec<(u32, f32)> {
        let count_of = |id: u32| self.holders.get(id as usize).map_or(0, |&count| count as usize);
        let mut words = self.vectors.get(article).cloned().unwrap_or_default();
        words.sort_unstable_by_key(|&(id, _)| (count_of(id), id));
        let rare = words.partition_point(|&(id, _)| count_of(id) <= MOST_COMMON);
        words.truncate(rare.max(RAREST));
        words
    }
}

fn to_length_one(vector: &mut [(u32, f32)]) {
    let length = vector.iter().map(|&(_, weight)| weight * weight).sum::<f32>().sqrt();
    for (_, weight) in vector {
        *weight /= length.max(f32::MIN_POSITIVE);
    }
}

/// The telling words of an article, each with how often it stands there.
fn count_words(article: &Prepared) -> BTreeMap<&str, f32> {
    let mut counts: BTreeMap<&str, f32> = BTreeMap::new();
    let segmented = &article.segmented;
    let passages = segmented.passages.iter().filter(|passage| passage.role != Role::Caption);
    let telling = passages.flat_map(|passage| segmented.tokens_of(passage)).filter(|token| is_telling(token));
    for (at, token) in telling.take(MOST_WORDS).enumerate() {
        *counts.entry(&token.stem).or_default() += if at < OPENING_WORDS { 2.0 } else { 1.0 };
    }
    counts
}

fn is_telling(token: &Token) -> bool {
    token.kind != TokenKind::Mark && token.norm.chars().nth(1).is_some() && !is_stop_word(&token.norm)
}

/// Days since the year 0 of an ISO 8601 date; months count as 31 days, which is near enough here.
fn day(date: &str) -> Option<i64> {
    let mut parts = date.get(..10)?.split('-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(year * 372 + month * 31 + day)
}
