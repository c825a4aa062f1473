//! Two readings compared word by word: what each word is to the other reading.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::RunKind;
use super::odd;
use super::phrase;
use super::side::{Side, Weight};
use crate::lexicon::is_negation;
use crate::segment::Token;
use crate::wording::{Dictionary, Link, LinkHow, align_words};

/// What a token is to the other reading.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    pub kind: RunKind,
    /// Tokens of the other reading that answer it, sorted.
    pub mates: Vec<usize>,
    /// True where the word model alone supports the mates.
    pub by_model: bool,
    /// True where the mates are known by their place alone.
    pub by_place: bool,
    /// How sure the aligner is of the surest mate, 0 to 1; 0 where only the place speaks for them.
    pub chance: f32,
}

impl Mark {
    pub fn alone() -> Self {
        Self { kind: RunKind::OnlyHere, mates: Vec::new(), by_model: false, by_place: false, chance: 0.0 }
    }
}

/// Both readings' marks.
pub(super) struct Compared {
    pub base: Vec<Mark>,
    pub other: Vec<Mark>,
    /// True for two printings of nearly one text.
    pub near_verbatim: bool,
}

/// Share of the shorter reading's words that stand in the other in the same order, from which on the
/// two count as printings of one text and the plain word difference decides.
const NEAR_VERBATIM: f32 = 0.6;

/// Equal words without a break that are one thing, whichever of them belong to a reporting clause.
const LEAST_STRETCH: usize = 4;

pub(super) fn compare(base: &Side, other: &Side, words: &Dictionary) -> Compared {
    let (mut links, near_verbatim) = links_between(base, other, words);
    links.sort_by_key(|link| (link.a, link.b));
    links.dedup_by_key(|link| (link.a, link.b));
    let in_order = longest_in_order(&links, base);
    let alone = |side: &Side| vec![Mark::alone(); side.tokens.len()];
    let mut compared = Compared { base: alone(base), other: alone(other), near_verbatim };
    for (link, in_order) in links.iter().zip(in_order) {
        let (Some(one), Some(two)) = (base.tokens.get(link.a), other.tokens.get(link.b)) else { continue };
        if is_negation(&one.norm) != is_negation(&two.norm) && !denies(one, two) {
            continue;
        }
        // "Aged 9 and 11, respectively" has nothing of respect.
        if (one.norm == "respectively") != (two.norm == "respectively") {
            continue;
        }
        // "On" is no other word for "shown".
        let is_content = |side: &Side, at: usize| side.weights.get(at) == Some(&Weight::Content);
        if phrase::joins(one) && is_content(other, link.b) || phrase::joins(two) && is_content(base, link.a) {
            continue;
        }
        // The reporting clause may stand before or after what it reports: that is no difference.
        let apart = base.reporting.get(link.a) == Some(&true) && other.reporting.get(link.b) == Some(&true);
        let kind = match (one.norm == two.norm, in_order || apart) {
            (true, true) => RunKind::Shared,
            (true, false) => RunKind::Moved,
            (false, _) => RunKind::Reworded,
        };
        // A word that reports answers one that reports, and no name of who does.
        let tells = |side: &Side, at: usize| side.reporting.get(at) == Some(&true);
        let reports = |side: &Side, at: usize| side.cue.get(at) == Some(&true);
        let both = tells(base, link.a) && tells(other, link.b);
        if kind == RunKind::Reworded && both && reports(base, link.a) != reports(other, link.b) {
            continue;
        }
        note(&mut compared.base, (link.a, link.b), kind, link);
        note(&mut compared.other, (link.b, link.a), kind, link);
    }
    phrase::fill_gaps(base, other, &mut compared, near_verbatim);
    phrase::drop_unsupported(base, other, &mut compared);
    odd::drop_odd(base, other, &mut compared, near_verbatim);
    phrase::smooth(base, &mut compared.base, near_verbatim);
    phrase::smooth(other, &mut compared.other, near_verbatim);
    compared
}

/// True where one word denies by itself what the other denies with a word: "not" and "unfinished".
fn denies(one: &Token, two: &Token) -> bool {
    let prefixed = |word: &str| ["un", "in", "im", "non", "dis"].iter().any(|start| word.starts_with(start));
    let (denial, answer) = if is_negation(&one.norm) { (one, two) } else { (two, one) };
    // "isn't" holds a verb that may answer "is"; the run is then reworded and stays visible.
    denial.norm.ends_with("n't") && denial.norm.len() > 3 || prefixed(&answer.norm) && answer.norm.len() > 4
}

fn note(marks: &mut [Mark], (at, mate): (usize, usize), kind: RunKind, link: &Link) {
    let Some(mark) = marks.get_mut(at) else { return };
    let first = mark.mates.is_empty();
    mark.by_model = link.how == LinkHow::NearInMeaning && (first || mark.by_model);
    mark.by_place = link.how == LinkHow::Position && kind == RunKind::Reworded && (first || mark.by_place);
    mark.chance = mark.chance.max(link.certainty);
    // A word that stands in both readings is shared, whatever else answers it.
    mark.kind = if first || rank(kind) < rank(mark.kind) { kind } else { mark.kind };
    if let Err(place) = mark.mates.binary_search(&mate) {
        mark.mates.insert(place, mate);
    }
}

fn rank(kind: RunKind) -> u8 {
    match kind {
        RunKind::Shared => 0,
        RunKind::Moved => 1,
        RunKind::Reworded => 2,
        RunKind::OnlyHere => 3,
    }
}

/// Word links, the reporting clauses and what they report each among themselves, and whether the
/// two readings are nearly the same text.
fn links_between(base: &Side, other: &Side, dictionary: &Dictionary) -> (Vec<Link>, bool) {
    let apart = base.has_reporting() && other.has_reporting();
    let parts: &[Option<bool>] = if apart { &[Some(false), Some(true)] } else { &[None] };
    let all = |side: &Side| (0..side.tokens.len()).collect::<Vec<usize>>();
    let (mut base_part, mut other_part) = (base.reporting.clone(), other.reporting.clone());
    // What one reading reports with a verb of its own ("until engineers say it is safe") may be reported whole in the
    // other: an unbroken stretch is one thing.
    let same = if apart { verbatim(base, &all(base), other, &all(other)).0 } else { Vec::new() };
    for &(a, b) in stretches(&same).filter(|stretch| stretch.len() >= LEAST_STRETCH).flatten() {
        if let (Some(one), Some(two)) = (base_part.get_mut(a), other_part.get_mut(b))
            && *one != *two
        {
            (*one, *two) = (false, false);
        }
    }
    let mut links = Vec::new();
    let (mut kept, mut shorter) = (0, 0);
    for &part in parts {
        let [one, two] = [&base_part, &other_part].map(|reporting| {
            (0..reporting.len())
                .filter(|&at| part.is_none() || reporting.get(at).copied() == part)
                .collect::<Vec<usize>>()
        });
        let (anchors, words) = verbatim(base, &one, other, &two);
        kept += anchors.len();
        shorter += words;
        links.extend(part_links(base, &one, other, &two, &anchors, dictionary));
    }
    (links, kept as f32 >= NEAR_VERBATIM * shorter as f32)
}

/// Pairs of equal words in the same order (the plain word difference, punctuation aside), and the
/// number of words of the shorter side.
fn verbatim(base: &Side, one: &[usize], other: &Side, two: &[usize]) -> (Vec<(usize, usize)>, usize) {
    let words = |side: &Side, indices: &[usize]| -> Vec<usize> {
        indices
            .iter()
            .copied()
            .filter(|&at| side.weights.get(at).is_some_and(|weight| *weight > Weight::Mark))
            .collect()
    };
    let (one, two) = (words(base, one), words(other, two));
    let norms = |side: &'_ Side, indices: &[usize]| -> Vec<String> {
        indices.iter().filter_map(|&at| side.tokens.get(at)).map(|token| token.norm.clone()).collect()
    };
    let ops = capture_diff_slices(Algorithm::Histogram, &norms(base, &one), &norms(other, &two));
    let mut pairs = Vec::new();
    for op in ops {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            pairs.extend((0..len).filter_map(|k| Some((*one.get(old_index + k)?, *two.get(new_index + k)?))));
        }
    }
    (pairs, one.len().min(two.len()))
}

/// The aligner's links, held to the verbatim stretches where the readings share such.
fn part_links(
    base: &Side,
    one: &[usize],
    other: &Side,
    two: &[usize],
    anchors: &[(usize, usize)],
    dictionary: &Dictionary,
) -> Vec<Link> {
    let pick = |side: &Side, indices: &[usize]| dictionary.words(indices.iter().filter_map(|&at| side.tokens.get(at)));
    let words = |side: &Side, indices: &[usize]| {
        indices.iter().filter(|&&at| side.weights.get(at).is_some_and(|weight| *weight > Weight::Mark)).count()
    };
    let near_verbatim = anchors.len() as f32 >= NEAR_VERBATIM * words(base, one).min(words(other, two)) as f32;
    let mut fixed_one = vec![false; base.tokens.len()];
    let mut fixed_two = vec![false; other.tokens.len()];
    let mut links = Vec::new();
    for stretch in stretches(anchors) {
        let content = stretch.iter().filter(|(at, _)| base.weights.get(*at) == Some(&Weight::Content)).count();
        if !(near_verbatim || content >= 2 || content >= 1 && stretch.len() >= 4) {
            continue;
        }
        for &(a, b) in stretch {
            if let (Some(one), Some(two)) = (fixed_one.get_mut(a), fixed_two.get_mut(b)) {
                (*one, *two) = (true, true);
                links.push(Link { a, b, how: LinkHow::SameForm, certainty: 1.0 });
            }
        }
    }
    let is_fixed = |fixed: &[bool], at: usize| fixed.get(at).copied().unwrap_or(false);
    for link in align_words(&pick(base, one), &pick(other, two)) {
        let (Some(&a), Some(&b)) = (one.get(link.a), two.get(link.b)) else { continue };
        if !is_fixed(&fixed_one, a) && !is_fixed(&fixed_two, b) {
            links.push(Link { a, b, ..link });
        }
    }
    links
}

/// Cuts pairs into stretches without a word between on either side.
fn stretches(pairs: &[(usize, usize)]) -> impl Iterator<Item = &[(usize, usize)]> {
    // A mark of punctuation may stand between, so a step of two is no break.
    pairs.chunk_by(|one, next| next.0 - one.0 <= 2 && next.1 - one.1 <= 2)
}

/// For every link whether it belongs to the heaviest set of links that cross nowhere.
fn longest_in_order(links: &[Link], base: &Side) -> Vec<bool> {
    let columns = links.iter().map(|link| link.b + 1).max().unwrap_or(0);
    // best[column]: heaviest chain that ends at this column or before, as (weight, link).
    let mut tree: Vec<(u32, usize)> = vec![(0, usize::MAX); columns + 1];
    let mut before: Vec<usize> = vec![usize::MAX; links.len()];
    let mut top = (0, usize::MAX);
    let mut at = 0;
    for row in links.chunk_by(|one, next| one.a == next.a) {
        let mut grown = Vec::with_capacity(row.len());
        for (k, link) in row.iter().enumerate() {
            // Equal columns may follow each other: several words answer one.
            let (weight, last) = prefix_best(&tree, link.b + 1);
            let own = match base.weights.get(link.a) {
                Some(Weight::Content) => 10,
                Some(Weight::Function) => 2,
                _ => 1,
            };
            let same = if link.how == LinkHow::SameForm { 2 } else { 1 };
            if let Some(slot) = before.get_mut(at + k) {
                *slot = last;
            }
            grown.push((weight + own * same, at + k, link.b));
        }
        for (weight, index, column) in grown {
            raise(&mut tree, column + 1, (weight, index));
            if weight > top.0 {
                top = (weight, index);
            }
        }
        at += row.len();
    }
    let mut kept = vec![false; links.len()];
    let mut next = top.1;
    while let Some(slot) = kept.get_mut(next) {
        *slot = true;
        next = before.get(next).copied().unwrap_or(usize::MAX);
    }
    // Other links of a word in the chain that lie beside the chain's link are in order too.
    let chain: Vec<(usize, usize)> =
        links.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(link, _)| (link.a, link.b)).collect();
    for (link, kept) in links.iter().zip(kept.iter_mut()) {
        *kept = *kept
            || chain
                .iter()
                .any(|&(a, b)| a == link.a && b.abs_diff(link.b) <= 2 || b == link.b && a.abs_diff(link.a) <= 2);
    }
    kept
}

/// Largest entry of a Fenwick tree up to `end` (1-based).
fn prefix_best(tree: &[(u32, usize)], end: usize) -> (u32, usize) {
    let mut best = (0, usize::MAX);
    let mut at = end;
    while at > 0 {
        if let Some(entry) = tree.get(at)
            && entry.0 > best.0
        {
            best = *entry;
        }
        at &= at - 1;
    }
    best
}

fn raise(tree: &mut [(u32, usize)], at: usize, entry: (u32, usize)) {
    let mut at = at;
    while let Some(slot) = tree.get_mut(at) {
        if entry.0 > slot.0 {
            *slot = entry;
        }
        at += at & at.wrapping_neg();
    }
}

/// What each token of the base is to all other readings together.
pub(super) fn against_all<'m>(base: &Side, others: impl Iterator<Item = &'m Vec<Mark>>) -> Vec<Mark> {
    let others: Vec<&Vec<Mark>> = others.collect();
    (0..base.tokens.len())
        .map(|at| {
            let marks: Vec<&Mark> = others.iter().filter_map(|marks| marks.get(at)).collect();
            let any = |kind| marks.iter().any(|mark| mark.kind == kind);
            let kind = if others.is_empty() || !any(RunKind::Reworded) && (any(RunKind::Shared) || any(RunKind::Moved))
            {
                RunKind::Shared
            } else if any(RunKind::Reworded) {
                RunKind::Reworded
            } else {
                RunKind::OnlyHere
            };
            let reworded: Vec<&&Mark> = marks.iter().filter(|mark| mark.kind == RunKind::Reworded).collect();
            let by_model =
                kind == RunKind::Reworded && !reworded.is_empty() && reworded.iter().all(|mark| mark.by_model);
            Mark { kind, mates: Vec::new(), by_model, by_place: false, chance: 0.0 }
        })
        .collect()
}
