//! How near passages are in meaning as wholes, whatever words they use: the directions of their words, added.

use rayon::prelude::*;

use super::units::Units;
use crate::control::Control;
use crate::lexicon::Vector;
use crate::wording::Words;

/// What a neighbour counts beside the passage itself.
const NEIGHBOUR: f32 = 0.5;

/// Passages beyond which nobody looks for the nearest ones: books are screened by their words alone.
const MOST_UNITS: usize = 12_000;

/// The directions of the passages of an event.
#[derive(Debug, Default)]
pub(super) struct Meanings {
    own: Vec<Option<Vector>>,
    /// Each passage with its neighbours.
    around: Vec<Option<Vector>>,
    /// For each passage and article the nearest two there; empty where there are too many passages.
    nearest: Vec<Vec<Nearest>>,
}

/// What of one article is nearest to a passage of another.
#[derive(Clone, Copy, Debug, Default)]
struct Nearest {
    /// `None` where nothing there points the same way at all.
    unit: Option<u32>,
    first: f32,
    second: f32,
}

impl Nearest {
    fn take(&mut self, unit: usize, cosine: f32) {
        if cosine > self.first {
            *self = Self { unit: Some(unit as u32), first: cosine, second: self.first };
        } else {
            self.second = self.second.max(cosine);
        }
    }
}

impl Meanings {
    pub(super) fn new(units: &Units, meaning: fn(&Words) -> Option<Vector>, control: &dyn Control) -> Self {
        let own: Vec<Option<Vector>> = units.all.par_iter().map(|unit| meaning(&unit.aligned)).collect();
        let at = |unit: Option<usize>| own.get(unit?)?.as_ref();
        let with_neighbours = |(index, unit): (usize, &super::Unit)| {
            let weighed = [(at(Some(index)), 1.0), (at(unit.before), NEIGHBOUR), (at(unit.behind), NEIGHBOUR)];
            Vector::mean(weighed.into_iter().filter_map(|(vector, weight)| Some((vector?, weight))))
        };
        let around = units.all.iter().enumerate().map(with_neighbours).collect();
        let mut nearest = Vec::new();
        if own.len() <= MOST_UNITS {
            nearest = (0..own.len()).into_par_iter().map(|unit| nearest_of(units, &own, unit, control)).collect();
        }
        Self { own, around, nearest }
    }

    /// How near two passages are: 1 for the same words, about 0 for nothing in common.
    pub(super) fn cosine(&self, a: usize, b: usize) -> f32 {
        of_pair(&self.own, a, b)
    }

    /// How near they are with what stands around each of them.
    pub(super) fn cosine_around(&self, a: usize, b: usize) -> f32 {
        of_pair(&self.around, a, b)
    }

    /// How much nearer `other` is to `unit` than anything else in its article; less than 0 where something
    /// else is nearer.
    pub(super) fn lead(&self, units: &Units, unit: usize, other: usize) -> f32 {
        let article = units.get(other).map_or(usize::MAX, |other| other.article);
        let Some(nearest) = self.nearest.get(unit).and_then(|nearest| nearest.get(article)) else { return 0.0 };
        let rival = if nearest.unit == Some(other as u32) { nearest.second } else { nearest.first };
        self.cosine(unit, other) - rival
    }
}

/// What of every other article is nearest to `unit`. Parts that a reader cut out are no rivals to what they
/// were cut from.
fn nearest_of(units: &Units, own: &[Option<Vector>], unit: usize, control: &dyn Control) -> Vec<Nearest> {
    let mut nearest = vec![Nearest::default(); units.articles.len()];
    let Some((a, vector)) = units.get(unit).zip(own.get(unit)).filter(|_| !control.is_stopped()) else {
        return nearest;
    };
    for (other, (b, its)) in units.all.iter().zip(own).enumerate() {
        let there = nearest.get_mut(b.article).filter(|_| b.article != a.article && !b.is_part);
        if let Some(nearest) = there {
            nearest.take(other, cosine(vector.as_ref(), its.as_ref()));
        }
    }
    nearest
}

fn of_pair(vectors: &[Option<Vector>], a: usize, b: usize) -> f32 {
    vectors.get(a).zip(vectors.get(b)).map_or(0.0, |(a, b)| cosine(a.as_ref(), b.as_ref()))
}

fn cosine(a: Option<&Vector>, b: Option<&Vector>) -> f32 {
    a.zip(b).map_or(0.0, |(a, b)| a.cosine(b))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::control::Unattended;
    use crate::lexicon::Lexicon;
    use crate::prepare::{Prepared, prepare};
    use crate::span::Text;
    use crate::witness::Witness;

    #[test]
    fn the_nearest_in_meaning_leads() {
        let texts = ["The old bridge was shut.", "Officials closed the crossing.\n\nIce cream sales rose in June."];
        let articles = texts.map(|text| prepare(Arc::new(Witness { text: Text::new(text), ..Witness::default() })));
        let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
        let units = Units::new(articles.iter().collect::<Vec<&Prepared>>(), &[], |_, _| false, &lexicon);
        let meanings = Meanings::new(&units, Words::meaning, &Unattended);
        let [shut, closed, sales] = [0, 1, 2];
        assert!(meanings.cosine(shut, closed) > meanings.cosine(shut, sales) + 0.1);
        assert_eq!(meanings.cosine(shut, closed), meanings.cosine(closed, shut));
        assert!(meanings.lead(&units, shut, closed) > 0.0 && meanings.lead(&units, shut, sales) < 0.0);
    }
}
