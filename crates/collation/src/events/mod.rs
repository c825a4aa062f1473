//! Which articles report the same happening.
//!
//! Articles are compared as wholes: by the words that are rare among all of them, those of headline
//! and opening counted double, and by their dates. Groups grow from the closest pair down, by the
//! mean likeness between groups (average linkage), so that look-alike events don't flow together.
//! An inverted index over the rarer words keeps the cost near linear in the number of articles.

mod likeness;

use std::collections::BTreeMap;

use crate::control::Control;
use crate::prepare::Prepared;
use crate::ruling::Ruling;
use crate::witness::WitnessKey;
use likeness::Likeness;

/// Least mean likeness between articles of one event.
const LEAST: f32 = 0.45;

/// Groups articles by the event they report, each group in the order of `articles`, groups by their
/// first member. Rulings that move an article are obeyed.
pub fn group(articles: &[&Prepared], rulings: &[Ruling], control: &dyn Control) -> Vec<Vec<usize>> {
    // The order of the articles must not decide between equals, so their texts do.
    let mut ordered: Vec<usize> = (0..articles.len()).collect();
    ordered.sort_by_key(|&at| articles.get(at).map(|article| (article.witness.text.as_str(), article.witness.key)));
    let taken: Vec<&Prepared> = ordered.iter().filter_map(|&at| articles.get(at)).copied().collect();
    let likeness = Likeness::new(&taken, control);
    let mut group_of = vec![0; articles.len()];
    for (&at, group) in ordered.iter().zip(cluster(taken.len(), &likeness, control)) {
        if let Some(slot) = group_of.get_mut(at) {
            *slot = group;
        }
    }
    obey(articles, rulings, &mut group_of);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut index: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, group) in group_of.into_iter().enumerate() {
        let slot = *index.entry(group).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(members) = groups.get_mut(slot) {
            members.push(at);
        }
    }
    groups
}

/// A group number for each article: average linkage, from the closest pair down.
fn cluster(articles: usize, likeness: &Likeness, control: &dyn Control) -> Vec<usize> {
    let mut groups = Groups {
        likeness,
        of: (0..articles).collect(),
        members: (0..articles).map(|article| vec![article]).collect(),
        refused: BTreeMap::new(),
    };
    // Where an article has many copies, its nearest others are all copies, so that the copies are brought together
    // first and one of each group then looks for its nearest anew.
    let mut some: Vec<usize> = (0..articles).collect();
    loop {
        let pairs = likeness.pairs(&some, control);
        // A pair that had to wait until its groups had grown gets a second hearing.
        for &(a, b, _) in pairs.iter().chain(&pairs) {
            if control.is_stopped() {
                return groups.of;
            }
            groups.merge(a, b);
        }
        let firsts: Vec<usize> = groups.members.iter().filter_map(|members| members.first().copied()).collect();
        if firsts.len() == some.len() {
            return groups.of;
        }
        some = firsts;
    }
}

/// The groups that have grown so far.
struct Groups<'a> {
    likeness: &'a Likeness,
    of: Vec<usize>,
    /// The articles of each group; those of a group that was given to another are there.
    members: Vec<Vec<usize>>,
    /// Groups that were not alike, with their sizes then: a group that has not grown is what it was.
    refused: BTreeMap<(usize, usize), (usize, usize)>,
}

impl Groups<'_> {
    /// Makes one group of those of `a` and `b` where they are alike on the whole.
    fn merge(&mut self, a: usize, b: usize) {
        let (Some(&x), Some(&y)) = (self.of.get(a), self.of.get(b)) else { return };
        let members = |group: usize| self.members.get(group).map(Vec::as_slice).unwrap_or_default();
        let sizes = (members(x).len(), members(y).len());
        if x == y || self.refused.get(&(x, y)) == Some(&sizes) {
            return;
        }
        if self.likeness.mean(members(x), members(y)) < LEAST {
            self.refused.insert((x, y), sizes);
            return;
        }
        let (keep, give) = (x.min(y), x.max(y));
        let given = self.members.get_mut(give).map(std::mem::take).unwrap_or_default();
        for &article in &given {
            if let Some(slot) = self.of.get_mut(article) {
                *slot = keep;
            }
        }
        if let Some(group) = self.members.get_mut(keep) {
            group.extend(given);
        }
    }
}

/// Moves articles where the reader moved them, in the order of his rulings.
fn obey(articles: &[&Prepared], rulings: &[Ruling], group_of: &mut [usize]) {
    let find = |key: WitnessKey| articles.iter().position(|article| article.witness.key == key);
    for (number, ruling) in rulings.iter().enumerate() {
        let Ruling::Move { article, with } = ruling else { continue };
        let Some(at) = find(*article) else { continue };
        let target = match with.and_then(find) {
            Some(mate) => group_of.get(mate).copied(),
            None if with.is_some() => continue,
            None => Some(articles.len() + number),
        };
        if let (Some(slot), Some(target)) = (group_of.get_mut(at), target) {
            *slot = target;
        }
    }
}

#[cfg(test)]
mod tests;
