//! The reader's rulings, in terms of the passages of one event.

use std::collections::{BTreeMap, BTreeSet};

use crate::prepare::Prepared;
use crate::ruling::{Anchor, RejectReason, Ruling};
use crate::similarity::Units;
use crate::span::Span;

/// A ruling's anchor inside the event: article (as the units count them) and range.
type Place = (usize, Span);

#[derive(Debug)]
enum Decision {
    Link(Vec<Place>),
    Pin(Vec<Place>),
    Part(Vec<Place>, Vec<Place>, Option<RejectReason>),
}

/// Rulings that concern the event, still without its units.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    taken: Vec<Decision>,
    trims: Vec<(Place, Span)>,
    set_aside: Vec<Place>,
    /// Ranges that rulings name: where no passage stands there, they become units of their own.
    pub extra: Vec<Place>,
}

impl Decisions {
    pub(super) fn new(articles: &[&Prepared], rulings: &[Ruling]) -> Self {
        let place = |anchor: &Anchor| -> Option<Place> {
            let article = articles.iter().position(|article| article.witness.key == anchor.article)?;
            (!anchor.span.is_empty()).then_some((article, anchor.span))
        };
        let places = |anchors: &[Anchor]| anchors.iter().filter_map(place).collect::<Vec<Place>>();
        let mut found = Self::default();
        for ruling in rulings {
            match ruling {
                Ruling::Link { passages } => found.taken.push(Decision::Link(places(passages))),
                Ruling::Pin { passages } => found.taken.push(Decision::Pin(places(passages))),
                Ruling::Part { passages, others } => {
                    found.taken.push(Decision::Part(places(passages), places(others), None));
                }
                Ruling::Reject { passages, others, reason } => {
                    found.taken.push(Decision::Part(places(passages), places(others), Some(*reason)));
                }
                Ruling::Trim { from, to } => found.trims.extend(place(from).map(|from| (from, *to))),
                Ruling::SetAside { passage } => found.set_aside.extend(place(passage)),
                Ruling::BringBack { passage } => {
                    let back = place(passage);
                    found.set_aside.retain(|aside| back.is_none_or(|back| !is_same(back, *aside)));
                }
                Ruling::Move { .. } | Ruling::Base { .. } | Ruling::Fullest { .. } | Ruling::Title { .. } => {}
            }
        }
        found.undo_trims();
        let named = found.taken.iter().flat_map(|decision| match decision {
            Decision::Link(places) | Decision::Pin(places) => places.as_slice(),
            Decision::Part(..) => &[],
        });
        let mut extra: Vec<Place> = named.copied().collect();
        extra.sort_unstable();
        extra.dedup();
        found.extra = extra;
        found
    }

    /// Has decisions that name a passage as it was trimmed name it as it stands.
    fn undo_trims(&mut self) {
        let places = self.taken.iter_mut().flat_map(|decision| match decision {
            Decision::Link(places) | Decision::Pin(places) => vec![places],
            Decision::Part(some, others, _) => vec![some, others],
        });
        for (article, span) in places.flatten() {
            for &((of, from), to) in self.trims.iter().rev() {
                if of == *article && to == *span {
                    *span = from;
                }
            }
        }
    }

    pub(super) fn is_set_aside(&self, article: usize, span: Span) -> bool {
        self.set_aside.iter().any(|&aside| is_same(aside, (article, span)))
    }

    /// The same rulings over units, the later ones having the last word.
    pub(super) fn of_units(self, units: &Units) -> UnitDecisions {
        let mut of = UnitDecisions::default();
        let exact = |places: &[Place]| -> Vec<usize> {
            let mut found: Vec<usize> = places.iter().filter_map(|&place| unit_at(units, place)).collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        let touched = |places: &[Place]| -> Vec<usize> {
            let touches = |unit: usize| {
                units
                    .get(unit)
                    .is_some_and(|unit| places.iter().any(|&place| is_same(place, (unit.article, unit.span))))
            };
            (0..units.all.len()).filter(|&unit| touches(unit)).collect()
        };
        for decision in &self.taken {
            match decision {
                Decision::Link(places) => of.link(exact(places)),
                Decision::Pin(places) => of.pin(exact(places), units),
                Decision::Part(some, others, reason) => of.part(&touched(some), &touched(others), *reason),
            }
        }
        for (index, unit) in units.all.iter().enumerate() {
            let shown = self.trims.iter().fold(unit.span, |span, &((article, from), to)| {
                if article == unit.article && is_same((article, from), (unit.article, span)) && !to.is_empty() {
                    to
                } else {
                    span
                }
            });
            if shown != unit.span {
                of.trimmed.insert(index, shown);
            }
        }
        of
    }
}

/// The unit that stands exactly at a place.
fn unit_at(units: &Units, (article, span): Place) -> Option<usize> {
    let at = |unit: &&crate::similarity::Unit| unit.article == article;
    let same = units.all.iter().position(|unit| at(&unit) && unit.span == span);
    same.or_else(|| units.all.iter().position(|unit| at(&unit) && is_whole(unit.span, span)))
}

/// True where `span` is `passage` but for white space or a mark at its ends.
fn is_whole(passage: Span, span: Span) -> bool {
    passage.start.abs_diff(span.start) <= 1 && passage.end.abs_diff(span.end) <= 1
}

/// True where two ranges of one article are for the most part the same text.
fn is_same((article, span): Place, (other_article, other): Place) -> bool {
    article == other_article && 2 * span.overlap(other) > span.len().min(other.len())
}

/// Rulings over units.
#[derive(Debug, Default)]
pub(super) struct UnitDecisions {
    /// Sets of units that share a row.
    pub linked: Vec<BTreeSet<usize>>,
    /// Rows that are exactly these units.
    pub pinned: Vec<BTreeSet<usize>>,
    apart: BTreeMap<(usize, usize), Option<RejectReason>>,
    trimmed: BTreeMap<usize, Span>,
}

fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

impl UnitDecisions {
    /// True where no row may hold both.
    pub(super) fn are_apart(&self, a: usize, b: usize) -> bool {
        self.apart.contains_key(&ordered(a, b))
    }

    /// For each of `number` units those that no row may hold beside it.
    pub(super) fn parted(&self, number: usize) -> Vec<Vec<usize>> {
        let mut parted = vec![Vec::new(); number];
        for &(a, b) in self.apart.keys() {
            for (unit, other) in [(a, b), (b, a)] {
                if let Some(others) = parted.get_mut(unit) {
                    others.push(other);
                }
            }
        }
        parted
    }

    /// Why the reader keeps the two apart, in words, if he does.
    pub(super) fn apart_because(&self, a: usize, b: usize) -> Option<&'static str> {
        self.apart.get(&ordered(a, b)).map(|reason| match reason {
            Some(RejectReason::OtherSpeaker) => "rejected: other speaker",
            Some(RejectReason::OtherEvent) => "rejected: other event",
            Some(RejectReason::OnlyTheTopic) => "rejected: only the topic",
            Some(RejectReason::Clutter) => "rejected: clutter",
            Some(RejectReason::Other) => "rejected",
            None => "set apart by hand",
        })
    }

    /// True where the reader linked the two himself.
    pub(super) fn are_linked(&self, a: usize, b: usize) -> bool {
        self.linked.iter().any(|set| set.contains(&a) && set.contains(&b))
    }

    /// The range that a unit shows.
    pub(super) fn shown(&self, unit: usize, units: &Units) -> Option<Span> {
        self.trimmed.get(&unit).copied().or_else(|| units.get(unit).map(|unit| unit.span))
    }

    fn link(&mut self, units: Vec<usize>) {
        for (at, &a) in units.iter().enumerate() {
            for &b in units.get(at + 1..).unwrap_or_default() {
                self.apart.remove(&ordered(a, b));
            }
        }
        let mut units: BTreeSet<usize> = units.into_iter().collect();
        // A link to a pinned row widens it, be it all of the row that is named or one of its passages.
        let is_named = |pinned: &BTreeSet<usize>| {
            let shared = pinned.intersection(&units).count();
            shared > 0 && (shared == pinned.len() || 2 * shared >= units.len())
        };
        if let Some(pinned) = self.pinned.iter_mut().find(|pinned| is_named(pinned)) {
            pinned.extend(units.iter().copied());
            self.linked.push(units);
            return;
        }
        // What is linked to one passage of a row belongs to the row, unless that was forbidden.
        let mut apart = Vec::new();
        for set in std::mem::take(&mut self.linked) {
            let agree = set.iter().all(|&a| units.iter().all(|&b| !self.are_apart(a, b)));
            if agree && !set.is_disjoint(&units) {
                units.extend(set);
            } else {
                apart.push(set);
            }
        }
        apart.push(units);
        self.linked = apart;
    }

    fn pin(&mut self, units: Vec<usize>, all: &Units) {
        for (at, &a) in units.iter().enumerate() {
            for &b in units.get(at + 1..).unwrap_or_default() {
                self.apart.remove(&ordered(a, b));
            }
        }
        let units: BTreeSet<usize> = units.into_iter().collect();
        let stands_alone = !all.span_articles(&units);
        // What is pinned by itself stands nowhere else; the passages of a pinned row may report another statement too.
        if stands_alone {
            for set in self.linked.iter_mut().chain(&mut self.pinned) {
                set.retain(|unit| !units.contains(unit));
            }
        }
        self.pinned.retain(|set| !set.is_subset(&units));
        self.pinned.push(units);
    }

    fn part(&mut self, some: &[usize], others: &[usize], reason: Option<RejectReason>) {
        for &a in some {
            for &b in others.iter().filter(|&&b| b != a) {
                self.apart.insert(ordered(a, b), reason);
            }
        }
        let is_split = |set: &BTreeSet<usize>| {
            let inside = |units: &[usize]| units.iter().copied().filter(|unit| set.contains(unit)).collect::<Vec<_>>();
            let (some, others) = (inside(some), inside(others));
            some.iter().any(|a| others.iter().any(|b| a != b))
        };
        for set in self.pinned.iter_mut().filter(|set| is_split(set)) {
            set.retain(|unit| !some.contains(unit));
        }
        // Whoever was linked to both sides stays linked to each of them. A passage that is named on
        // both sides is a side of its own.
        let both: BTreeSet<usize> = some.iter().copied().filter(|unit| others.contains(unit)).collect();
        let alone = |side: &[usize]| side.iter().copied().filter(|unit| !both.contains(unit)).collect::<Vec<_>>();
        let sides: Vec<Vec<usize>> =
            [alone(some), alone(others)].into_iter().chain(both.iter().map(|&unit| vec![unit])).collect();
        for set in std::mem::take(&mut self.linked) {
            if is_split(&set) {
                let stays = |unit: &usize, side: &[usize]| {
                    side.contains(unit) || !(some.contains(unit) || others.contains(unit))
                };
                for side in sides.iter().filter(|side| side.iter().any(|unit| set.contains(unit))) {
                    self.linked.push(set.iter().copied().filter(|unit| stays(unit, side)).collect());
                }
            } else {
                self.linked.push(set);
            }
        }
    }
}
