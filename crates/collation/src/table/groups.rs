//! From scored pairs to rows: passages that all report the same statement.
//!
//! Pairs are taken from the best down. Two groups become one only where their members answer each
//! other on the whole (average linkage) and no pair of them speaks against it, so no chain drifts
//! from one statement to another. A link that this leaves out is kept by letting a passage stand in
//! a second row: a sentence may hold two statements.

use std::collections::BTreeSet;

use super::decisions::UnitDecisions;
use crate::control::Control;
use crate::similarity::speakers::{is_carried, speakers_differ, speakers_part};
use crate::similarity::units::Bond;
use crate::similarity::{POSSIBLE, Place, Scorer, Unit, Units};

/// Least mean score between two groups that become one, and of any pair between them. They hang together by a link
/// that is at least possible, so what is asked of the other pairs is only that they don't speak against it.
const AGREEMENT: (f32, f32) = (0.3, 0.1);

/// The same between headlines and leads, which all speak of the event and share its names.
const AGREEMENT_OF_TOPS: (f32, f32) = (0.5, 0.2);

/// Least score of a caption against anything else. It says who is in the picture and where, so that shared
/// names and places look like a shared statement.
const CAPTION: f32 = 0.7;

/// Least score of two passages that have one word in common and no name, number, quotation or speaker, and of those
/// where that word tells only how much or when or stands in a headline: "seven weeks" meets "several weeks" whatever
/// they are about, and headlines of one event have its subject in common.
const SINGLE_WORD: f32 = 0.7;
const SINGLE_MEASURE: f32 = 0.9;

/// Least score of two passages whose speakers differ, where one of these is only a carrier.
const CARRIED: f32 = 0.9;

/// Least score of two passages that share nothing but names: they may tell anything of these.
const NAMES: f32 = 0.9;

/// The same where one is a headline, whose words all look like names.
const HEADLINE_NAMES: f32 = 0.6;

/// Least score of two passages that report words of one speaker, where all that one of them quotes is quoted in the
/// other: insisted it was “a precaution”.
const SAME_QUOTED: f32 = 0.4;

/// Least score of a link that puts a passage into a further row: below, more rows are wrong than are found.
const FURTHER_ROW: f32 = 0.6;

/// Least share of the best score of either that two quotations must have to be answers of each other.
const OF_BEST_QUOTED: f32 = 0.8;

/// Most rows that one passage stands in.
const MOST_ROWS: usize = 3;

/// Units that report one statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Group {
    /// Sorted.
    pub members: Vec<usize>,
    pub pinned: bool,
    /// True where the reader linked passages of it.
    pub ruled: bool,
}

/// The rows of an event, in no particular order.
pub(super) fn group(units: &Units, scorer: &Scorer, decisions: &UnitDecisions, control: &dyn Control) -> Vec<Group> {
    let number = units.all.len();
    let parted = decisions.parted(number);
    let mut best = vec![0.0f32; number];
    for &(pair, score) in &scorer.pairs {
        for unit in [pair.a, pair.b] {
            if let Some(best) = best.get_mut(unit) {
                *best = best.max(score);
            }
        }
    }
    let mut grouping =
        Grouping { units, scorer, decisions, parted, best, groups: Vec::new(), rows_of: vec![Vec::new(); number] };
    grouping.lay_down_rulings();
    let mut links: Vec<(usize, usize, f32)> = scorer
        .pairs
        .iter()
        .map(|&(pair, score)| (pair.a, pair.b, score))
        // What they share is looked at only where it can matter: most pairs have a score far below.
        .filter(|&(a, b, score)| score >= SAME_QUOTED && score >= least(units, a, b))
        .filter(|&(a, b, _)| grouping.is_free(a) && grouping.is_free(b) && grouping.may_meet(a, b))
        .collect();
    links.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    for &(a, b, _) in &links {
        if control.is_stopped() {
            break;
        }
        grouping.merge(a, b);
    }
    for &(a, b, score) in links.iter().filter(|&&(.., score)| score >= FURTHER_ROW) {
        if !grouping.quote_two(a, b, score) {
            grouping.keep(a, b);
        }
    }
    grouping.lay_down_pins();
    grouping.groups
}

/// Least score of a link between two units, [`POSSIBLE`] unless what they share says more or less; no score will do where
/// that only says who speaks.
pub(super) fn least(units: &Units, a: usize, b: usize) -> f32 {
    let is_caption = |unit: usize| units.get(unit).is_some_and(|unit| unit.place == Place::Caption);
    if is_caption(a) != is_caption(b) {
        return CAPTION;
    }
    let is_headline = |unit: usize| units.get(unit).is_some_and(|unit| unit.place == Place::Headline);
    match units.weak_bond(a, b) {
        None if units.quote_the_same(a, b) => SAME_QUOTED,
        None => POSSIBLE,
        Some(Bond::Names | Bond::Label) if is_headline(a) || is_headline(b) => HEADLINE_NAMES,
        Some(Bond::Names) => NAMES,
        Some(Bond::Label) => f32::INFINITY,
        Some(Bond::Word) if !is_headline(a) && !is_headline(b) => SINGLE_WORD,
        Some(_) => SINGLE_MEASURE,
    }
}

struct Grouping<'g, 'u, 'a> {
    units: &'g Units<'a>,
    scorer: &'g Scorer<'u, 'a>,
    decisions: &'g UnitDecisions,
    /// The units that the reader keeps apart from each unit.
    parted: Vec<Vec<usize>>,
    /// The best score of each unit with one of another article.
    best: Vec<f32>,
    groups: Vec<Group>,
    /// Groups that each unit stands in.
    rows_of: Vec<Vec<usize>>,
}

impl Grouping<'_, '_, '_> {
    fn lay_down_rulings(&mut self) {
        // What was pinned by itself stands nowhere else.
        for set in self.decisions.pinned.iter().filter(|set| !self.units.span_articles(*set)) {
            self.push_pin(set);
        }
        for set in &self.decisions.linked {
            let free: Vec<usize> = set.iter().copied().filter(|&unit| self.is_free(unit)).collect();
            if free.len() >= 2 {
                self.push(Group { members: free, pinned: false, ruled: true });
            }
        }
        for unit in 0..self.units.all.len() {
            let is_alone = self.rows_of.get(unit).is_some_and(Vec::is_empty);
            // A part that only a ruling named goes nowhere by itself.
            if is_alone && !self.units.is_part(unit) {
                self.push(Group { members: vec![unit], ..Group::default() });
            }
        }
    }

    /// Adds the pinned rows of several articles. Where one is there already, a pin only keeps it as it is, and changes no
    /// other row. Else it stands for the rows that repeat it; a row that only shares passages with it reports something
    /// else in these, and stays.
    fn lay_down_pins(&mut self) {
        for set in self.decisions.pinned.iter().filter(|set| self.units.span_articles(*set)) {
            let is_it = |group: &&mut Group| !group.pinned && group.members.iter().eq(set.iter());
            if let Some(group) = self.groups.iter_mut().find(is_it) {
                group.pinned = true;
                continue;
            }
            for group in self.groups.iter_mut().filter(|group| !group.pinned) {
                if is_repeated(self.units, set, &group.members) {
                    group.members.retain(|unit| !set.contains(unit));
                }
            }
            self.push_pin(set);
        }
    }

    fn push_pin(&mut self, set: &BTreeSet<usize>) {
        let ruled = self.decisions.linked.iter().any(|linked| linked.intersection(set).count() >= 2);
        self.push(Group { members: set.iter().copied().collect(), pinned: true, ruled });
    }

    fn push(&mut self, group: Group) {
        let index = self.groups.len();
        for &unit in &group.members {
            if let Some(rows) = self.rows_of.get_mut(unit) {
                rows.push(index);
            }
        }
        self.groups.push(group);
    }

    fn rows(&self, unit: usize) -> &[usize] {
        self.rows_of.get(unit).map(Vec::as_slice).unwrap_or_default()
    }

    fn members(&self, group: usize) -> &[usize] {
        self.groups.get(group).map(|group| group.members.as_slice()).unwrap_or_default()
    }

    fn parted_from(&self, unit: usize) -> &[usize] {
        self.parted.get(unit).map(Vec::as_slice).unwrap_or_default()
    }

    /// True for a unit that was not pinned by itself.
    fn is_free(&self, unit: usize) -> bool {
        !self.rows(unit).iter().any(|&row| self.groups.get(row).is_some_and(|group| group.pinned))
    }

    /// True where neither speaker nor ruling forbids that two units share a row.
    fn may_meet(&self, a: usize, b: usize) -> bool {
        let (Some(x), Some(y)) = (self.units.get(a), self.units.get(b)) else { return false };
        if self.decisions.are_apart(a, b) {
            return false;
        }
        // A caption names who is in the picture, a headline what happened: shared names tell nothing.
        let is_label =
            matches!((x.place, y.place), (Place::Headline, Place::Caption) | (Place::Caption, Place::Headline));
        let may_speak = || !speakers_part(x, y) || is_carried(x, y) && self.scorer.score(a, b) >= CARRIED;
        x.article == y.article || self.decisions.are_linked(a, b) || !is_label && may_speak()
    }

    /// True where the members of two groups answer each other.
    fn agree(&self, some: &[usize], others: &[usize]) -> bool {
        let is_top = |&unit: &usize| {
            self.units.get(unit).is_some_and(|unit| matches!(unit.place, Place::Headline | Place::Lead))
        };
        let are_tops = some.iter().chain(others).all(is_top);
        let (least_mean, least) = if are_tops { AGREEMENT_OF_TOPS } else { AGREEMENT };
        let (mut sum, mut pairs) = (0.0, 0);
        for &a in some {
            for &b in others.iter().filter(|&&b| b != a) {
                if !self.may_meet(a, b) {
                    return false;
                }
                let (Some(x), Some(y)) = (self.units.get(a), self.units.get(b)) else { return false };
                if x.article == y.article {
                    continue;
                }
                let score = self.scorer.score(a, b);
                if score < least || self.quote_two(a, b, score) {
                    return false;
                }
                sum += score;
                pairs += 1;
            }
        }
        pairs > 0 && sum / pairs as f32 >= least_mean
    }

    /// True for two quotations with this score that have far better answers: two sentences of one speaker sound alike, and
    /// which of them an outlet quotes the words say.
    fn quote_two(&self, a: usize, b: usize, score: f32) -> bool {
        let best = |unit: usize| self.best.get(unit).copied().unwrap_or_default();
        let is_quotation = |unit: usize| self.units.get(unit).is_some_and(is_quotation);
        score < OF_BEST_QUOTED * best(a).min(best(b))
            && is_quotation(a)
            && is_quotation(b)
            && !self.units.quote_the_same(a, b)
    }

    /// Makes one group of the first groups of `a` and `b` where they agree.
    fn merge(&mut self, a: usize, b: usize) {
        let is_parted = !self.parted_from(a).is_empty() || !self.parted_from(b).is_empty();
        if is_parted && (self.is_said_by_another(a, b) || self.is_said_by_another(b, a)) {
            return;
        }
        let (Some(&x), Some(&y)) = (self.rows(a).first(), self.rows(b).first()) else { return };
        if x == y || !self.agree(self.members(x), self.members(y)) {
            return;
        }
        let (keep, give) = (x.min(y), x.max(y));
        let Some(given) = self.groups.get_mut(give).map(std::mem::take) else { return };
        for &unit in &given.members {
            if let Some(rows) = self.rows_of.get_mut(unit) {
                rows.iter_mut().filter(|row| **row == give).for_each(|row| *row = keep);
            }
        }
        if let Some(group) = self.groups.get_mut(keep) {
            group.members = joined(&group.members, &given.members);
            group.ruled |= given.ruled;
        }
    }

    /// True where the rows of `unit`, whose own words leave open who speaks, tell that somebody else than in
    /// `other` does: what "she" promised in a row with Vale's words is not Aas's as well. Nor is it once the reader has
    /// taken it out of that row.
    fn is_said_by_another(&self, unit: usize, other: usize) -> bool {
        let (Some(own), Some(its)) = (self.units.get(unit), self.units.get(other)) else { return false };
        own.speakers.is_empty()
            && !own.quoted.is_empty()
            && self.rows(unit).iter().flat_map(|&row| self.members(row)).chain(self.parted_from(unit)).any(|&mate| {
                self.units.get(mate).is_some_and(|mate| mate.article != own.article && speakers_differ(mate, its))
            })
    }

    /// Sees to it that a row holds both `a` and `b`.
    fn keep(&mut self, a: usize, b: usize) {
        if self.rows(a).iter().any(|row| self.rows(b).contains(row)) {
            return;
        }
        if self.is_said_by_another(a, b) || self.is_said_by_another(b, a) {
            return;
        }
        for (guest, host) in [(a, b), (b, a)] {
            if self.rows(guest).len() >= MOST_ROWS {
                continue;
            }
            let host_row = self.rows(host).iter().copied().find(|&row| self.agree(&[guest], self.members(row)));
            if let Some(row) = host_row {
                if let Some(group) = self.groups.get_mut(row) {
                    group.members = joined(&group.members, &[guest]);
                }
                if let Some(rows) = self.rows_of.get_mut(guest) {
                    rows.push(row);
                }
                return;
            }
        }
        if self.rows(a).len() < MOST_ROWS && self.rows(b).len() < MOST_ROWS {
            self.push(Group { members: vec![a.min(b), a.max(b)], ..Group::default() });
        }
    }
}

/// True where `members` are no more than what is pinned, or have two of its passages and beside them only passages of
/// articles that the pinned row lacks.
fn is_repeated(units: &Units, pinned: &BTreeSet<usize>, members: &[usize]) -> bool {
    let article = |unit: usize| units.get(unit).map(|unit| unit.article);
    let (shared, rest): (Vec<usize>, Vec<usize>) = members.iter().partition(|unit| pinned.contains(unit));
    let is_of_pinned = |unit: usize| pinned.iter().any(|&other| article(other) == article(unit));
    rest.is_empty() || shared.len() >= 2 && !rest.iter().any(|&unit| is_of_pinned(unit))
}

/// True for a passage of the body most of which stands in quotation marks.
fn is_quotation(unit: &Unit) -> bool {
    let quoted: usize = unit.quoted.iter().map(|quoted| quoted.overlap(unit.span)).sum();
    matches!(unit.place, Place::Body | Place::Lead) && quoted * 5 >= unit.span.len() * 3
}

fn joined(some: &[usize], others: &[usize]) -> Vec<usize> {
    some.iter().chain(others).copied().collect::<BTreeSet<usize>>().into_iter().collect()
}
