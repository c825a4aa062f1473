//! Two readers of the same articles: how far they agree, where they differ, and one project out of
//! both, chosen one by one.
//!
//! Compared are the tables that their rulings lead to, not the rulings, for there are many ways to say
//! the same. The unit is the passage as the engine cuts it. Articles are the same where their texts
//! are. Nothing here knows which reader is right.

mod figures;
mod settle;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use collation::ruling::Anchor;
use collation::sheet::Sheet;
use collation::{Prepared, WitnessKey};

use crate::changes::rows_of;
use crate::project::Project;
pub use figures::Agreement;
pub use settle::{Choice, settle};

/// One reader's project and the sheet derived from it.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub project: &'a Project,
    pub sheet: &'a Sheet,
}

/// What came of comparing two readers. All anchors are in my keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    pub articles: Pairing,
    /// Over all pairs of passages from different articles: does the pair stand in one row?
    pub links: Agreement,
    /// Over all passages and tags: does the passage bear the tag?
    pub tags: Agreement,
    /// The same for each tag that anyone gave, in order of their names.
    pub by_tag: Vec<(String, Agreement)>,
    /// In the order of my articles and their texts: links first, then tags, then notes.
    pub disputes: Vec<Dispute>,
}

/// Which article of the other reader is which of mine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// Theirs to mine.
    pub same: BTreeMap<WitnessKey, WitnessKey>,
    /// Articles that only I have, in my keys.
    pub only_mine: Vec<WitnessKey>,
    /// Articles that only the other reader has, in that reader's keys.
    pub only_theirs: Vec<WitnessKey>,
}

/// One thing on which the readers differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dispute {
    /// Pairs of passages that hang together and that only one reader has in one row.
    Links { only_mine: Vec<(Anchor, Anchor)>, only_theirs: Vec<(Anchor, Anchor)> },
    /// A tag that only one reader gave to the passage.
    Tag { passage: Anchor, tag: String, is_mine: bool },
    /// Notes on one passage that differ; one of them may be empty.
    Note { passage: Anchor, mine: String, theirs: String },
}

/// Compares two readers over the articles that both have.
pub fn compare(mine: Reader<'_>, theirs: Reader<'_>) -> Comparison {
    compare_rows(mine.project, &mine.sheet.articles, &rows_of(mine.sheet), theirs.project, &rows_of(theirs.sheet))
}

/// `prepared` holds my articles, `my_rows` and `their_rows` each reader's rows in that reader's keys.
fn compare_rows(
    mine: &Project,
    prepared: &[Arc<Prepared>],
    my_rows: &[Vec<Anchor>],
    theirs: &Project,
    their_rows: &[Vec<Anchor>],
) -> Comparison {
    let articles = pair_articles(mine, theirs);
    let shared: BTreeSet<WitnessKey> = articles.same.values().copied().collect();
    let units = Units::new(prepared, &shared);
    let to_mine = |anchor: Anchor| Some(Anchor { article: *articles.same.get(&anchor.article)?, ..anchor });
    let of_shared = |anchor: Anchor| shared.contains(&anchor.article).then_some(anchor);

    let my_links = links_of(my_rows, &units, of_shared);
    let their_links = links_of(their_rows, &units, to_mine);
    let my_tags = tags_of(mine, &units, of_shared);
    let their_tags = tags_of(theirs, &units, to_mine);
    let my_notes = notes_of(mine, &units, of_shared);
    let their_notes = notes_of(theirs, &units, to_mine);

    let names: BTreeSet<&String> = my_tags.iter().chain(&their_tags).map(|(_, tag)| tag).collect();
    let by_tag = names
        .iter()
        .map(|&name| {
            let of_name = |tags: &BTreeSet<(Anchor, String)>| -> BTreeSet<Anchor> {
                tags.iter().filter(|(_, tag)| tag == name).map(|(passage, _)| *passage).collect()
            };
            (name.clone(), agreement(&of_name(&my_tags), &of_name(&their_tags), units.all.len()))
        })
        .collect();
    let mut disputes = link_disputes(&my_links, &their_links);
    disputes.extend(tag_disputes(&my_tags, &their_tags));
    disputes.extend(note_disputes(&my_notes, &their_notes));
    Comparison {
        links: agreement(&my_links, &their_links, units.pairs()),
        tags: agreement(&my_tags, &their_tags, units.all.len() * names.len()),
        by_tag,
        disputes,
        articles,
    }
}

/// Articles with the same text belong together; of several copies the first goes with the first.
pub fn pair_articles(mine: &Project, theirs: &Project) -> Pairing {
    let mut free: BTreeMap<&str, Vec<WitnessKey>> = BTreeMap::new();
    for article in mine.articles().iter().rev() {
        free.entry(article.witness.text.as_str()).or_default().push(article.witness.key);
    }
    let mut pairing = Pairing::default();
    for article in theirs.articles() {
        match free.get_mut(article.witness.text.as_str()).and_then(Vec::pop) {
            Some(key) => drop(pairing.same.insert(article.witness.key, key)),
            None => pairing.only_theirs.push(article.witness.key),
        }
    }
    let paired: BTreeSet<WitnessKey> = pairing.same.values().copied().collect();
    let keys = mine.articles().iter().map(|article| article.witness.key);
    pairing.only_mine = keys.filter(|key| !paired.contains(key)).collect();
    pairing
}

/// The passages that questions are asked about.
struct Units {
    /// In order of article and place.
    all: Vec<Anchor>,
}

impl Units {
    fn new(prepared: &[Arc<Prepared>], shared: &BTreeSet<WitnessKey>) -> Self {
        let articles = prepared.iter().filter(|article| shared.contains(&article.witness.key));
        let mut all: Vec<Anchor> = articles
            .flat_map(|article| {
                let key = article.witness.key;
                article.segmented.passages.iter().map(move |passage| Anchor { article: key, span: passage.span })
            })
            .collect();
        all.sort_unstable();
        all.dedup();
        Self { all }
    }

    /// The passages that a stretch means: those of which it holds half, or that hold half of it.
    fn meant_by(&self, anchor: Anchor) -> impl Iterator<Item = Anchor> + '_ {
        let of_article = self.all.partition_point(|unit| unit.article < anchor.article);
        self.all.iter().skip(of_article).take_while(move |unit| unit.article == anchor.article).copied().filter(
            move |unit| {
                let shorter = unit.span.len().min(anchor.span.len());
                anchor.span.overlap(unit.span) * 2 >= shorter.max(1)
            },
        )
    }

    /// Number of pairs from different articles.
    fn pairs(&self) -> usize {
        let mut by_article: BTreeMap<WitnessKey, usize> = BTreeMap::new();
        for unit in &self.all {
            *by_article.entry(unit.article).or_default() += 1;
        }
        let within: usize = by_article.values().map(|count| count * count).sum();
        (self.all.len() * self.all.len() - within) / 2
    }
}

type Pair = (Anchor, Anchor);

/// Pairs of passages from different articles that stand in one row, the smaller anchor first.
fn links_of(rows: &[Vec<Anchor>], units: &Units, in_my_keys: impl Fn(Anchor) -> Option<Anchor>) -> BTreeSet<Pair> {
    let mut links = BTreeSet::new();
    for row in rows {
        let mine = row.iter().filter_map(|&anchor| in_my_keys(anchor));
        let passages: Vec<Anchor> = mine.flat_map(|anchor| units.meant_by(anchor)).collect();
        for (at, &a) in passages.iter().enumerate() {
            for &b in passages.iter().skip(at + 1).filter(|b| b.article != a.article) {
                links.insert((a.min(b), a.max(b)));
            }
        }
    }
    links
}

fn tags_of(
    project: &Project,
    units: &Units,
    in_my_keys: impl Fn(Anchor) -> Option<Anchor>,
) -> BTreeSet<(Anchor, String)> {
    let mut tags = BTreeSet::new();
    for (&anchor, remark) in project.remarks() {
        for unit in in_my_keys(anchor).into_iter().flat_map(|anchor| units.meant_by(anchor)) {
            tags.extend(remark.tags.iter().map(|tag| (unit, tag.clone())));
        }
    }
    tags
}

/// The note on each passage; a note on several passages stands at the first.
fn notes_of(
    project: &Project,
    units: &Units,
    in_my_keys: impl Fn(Anchor) -> Option<Anchor>,
) -> BTreeMap<Anchor, String> {
    let mut notes: BTreeMap<Anchor, String> = BTreeMap::new();
    for (&anchor, remark) in project.remarks().iter().filter(|(_, remark)| !remark.note.is_empty()) {
        if let Some(unit) = in_my_keys(anchor).and_then(|anchor| units.meant_by(anchor).next()) {
            let note = notes.entry(unit).or_default();
            let gap = if note.is_empty() { "" } else { "\n" };
            *note = format!("{note}{gap}{}", remark.note);
        }
    }
    notes
}

fn agreement<T: Ord>(mine: &BTreeSet<T>, theirs: &BTreeSet<T>, questions: usize) -> Agreement {
    let both = mine.intersection(theirs).count();
    Agreement { both, only_mine: mine.len() - both, only_theirs: theirs.len() - both, questions }
}

/// One dispute for all differing pairs that share passages, for they are one question to a reader.
fn link_disputes(mine: &BTreeSet<Pair>, theirs: &BTreeSet<Pair>) -> Vec<Dispute> {
    let differing: Vec<(Pair, bool)> =
        mine.symmetric_difference(theirs).map(|pair| (*pair, mine.contains(pair))).collect();
    let mut group_of: BTreeMap<Anchor, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<(Pair, bool)>> = Vec::new();
    for (pair, is_mine) in differing {
        let (a, b) = (group_of.get(&pair.0).copied(), group_of.get(&pair.1).copied());
        let into = a.or(b).unwrap_or_else(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        // The pair brings two groups together: the later one moves into the earlier.
        if let (Some(a), Some(b)) = (a, b)
            && a != b
        {
            let moved = groups.get_mut(b).map(std::mem::take).unwrap_or_default();
            for place in group_of.values_mut().filter(|place| **place == b) {
                *place = a;
            }
            groups.get_mut(a).into_iter().for_each(|group| group.extend(moved.iter().copied()));
        }
        group_of.insert(pair.0, into);
        group_of.insert(pair.1, into);
        groups.get_mut(into).into_iter().for_each(|group| group.push((pair, is_mine)));
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    let of = |group: &[(Pair, bool)], mine: bool| -> Vec<Pair> {
        group.iter().filter(|(_, is_mine)| *is_mine == mine).map(|(pair, _)| *pair).collect()
    };
    groups.iter().map(|group| Dispute::Links { only_mine: of(group, true), only_theirs: of(group, false) }).collect()
}

fn tag_disputes<'a>(
    mine: &'a BTreeSet<(Anchor, String)>,
    theirs: &'a BTreeSet<(Anchor, String)>,
) -> impl Iterator<Item = Dispute> + 'a {
    mine.symmetric_difference(theirs).map(|entry| Dispute::Tag {
        passage: entry.0,
        tag: entry.1.clone(),
        is_mine: mine.contains(entry),
    })
}

fn note_disputes(mine: &BTreeMap<Anchor, String>, theirs: &BTreeMap<Anchor, String>) -> Vec<Dispute> {
    let passages: BTreeSet<Anchor> = mine.keys().chain(theirs.keys()).copied().collect();
    let note = |notes: &BTreeMap<Anchor, String>, passage| notes.get(passage).cloned().unwrap_or_default();
    passages
        .iter()
        .map(|passage| (*passage, note(mine, passage), note(theirs, passage)))
        .filter(|(_, mine, theirs)| mine.trim() != theirs.trim())
        .map(|(passage, mine, theirs)| Dispute::Note { passage, mine, theirs })
        .collect()
}

/// The passages that a dispute is about, in order of article and place.
pub fn passages_of(dispute: &Dispute) -> BTreeSet<Anchor> {
    match dispute {
        Dispute::Links { only_mine, only_theirs } => {
            only_mine.iter().chain(only_theirs).flat_map(|&(a, b)| [a, b]).collect()
        }
        Dispute::Tag { passage, .. } | Dispute::Note { passage, .. } => BTreeSet::from([*passage]),
    }
}
