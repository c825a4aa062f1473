//! Articles that are the same text, or nearly: one saved twice, or wire copy in two outlets.

use std::collections::BTreeMap;

use collation::Witness;

/// Words in a shingle.
const SHINGLE: usize = 5;
/// Fewest words of an article that can be called a duplicate.
const FEWEST: usize = 30;
/// From this share on, two articles count as near duplicates: less wording than that is shared by reports
/// that were written apart.
const NEAR: f32 = 0.6;
/// Below this ratio of lengths one text is a part of the other rather than the same.
const AS_LONG: f32 = 0.7;

/// How alike two articles are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Twin {
    /// How much of the shorter article stands in the other, 0.6 to 1.
    pub share: f32,
    /// Length of the shorter article over that of the other, 0 to 1.
    pub ratio: f32,
}

/// How an article is like another one, for the reader; the window has the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwinStatement {
    pub likeness: Likeness,
    pub other: TwinName,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Word for word.
    Same,
    /// All but some words.
    Nearly { percent: usize },
    /// So much of the article stands in the other, which is longer.
    InOther { percent: usize },
    /// So much of the other, which is shorter, stands in the article.
    HoldsOther { percent: usize },
}

/// What tells the other article from this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TwinName {
    /// Its outlet; of one that is not known and has no title its file.
    Outlet(String),
    /// Its title, where both are of one outlet, or its outlet is not known.
    Title(String),
    /// The outlet of both, where the titles are the same too.
    SameOutlet(String),
}

impl Twin {
    /// What is to be said beside `article` about its likeness to `other`.
    pub fn statement(self, article: &Witness, other: &Witness) -> TwinStatement {
        let has_outlet = other.meta.outlet.as_deref().is_some_and(|outlet| !outlet.trim().is_empty());
        let same_name = article.name() == other.name();
        let other_name = match &other.meta.title {
            // A title is no outlet, even where it stands for one.
            Some(title) if !has_outlet && !title.trim().is_empty() => TwinName::Title(title.clone()),
            Some(title) if same_name && other.meta.title != article.meta.title => TwinName::Title(title.clone()),
            _ if same_name && has_outlet => TwinName::SameOutlet(other.name().to_owned()),
            _ => TwinName::Outlet(other.name().to_owned()),
        };
        // 99.6 % is not all of it.
        let percent = (self.share * 100.0).floor() as usize;
        let likeness = if self.ratio < AS_LONG {
            if article.words() <= other.words() {
                Likeness::InOther { percent }
            } else {
                Likeness::HoldsOther { percent }
            }
        } else if self.share >= 1.0 {
            Likeness::Same
        } else {
            Likeness::Nearly { percent }
        };
        TwinStatement { likeness, other: other_name }
    }
}

/// How alike `a` and `b` are; `None` where less than six tenths of the shorter one stand in the other.
pub fn near_duplicate(a: &Witness, b: &Witness) -> Option<Twin> {
    twin(&shingles(a), &shingles(b))
}

/// For each article the one before it that it repeats most, by its place, if there is one.
///
/// Costs about as much as reading the words of all articles once; still, not for a paint function.
pub fn earlier_twins(witnesses: &[&Witness]) -> Vec<Option<(usize, Twin)>> {
    let sets: Vec<Vec<u64>> = witnesses.iter().map(|witness| shingles(witness)).collect();
    let mut all: Vec<(u64, usize)> =
        sets.iter().enumerate().flat_map(|(at, set)| set.iter().map(move |&shingle| (shingle, at))).collect();
    all.sort_unstable();
    // Each holder of a shingle is held against the first and the last one before it: what repeats one of
    // many copies repeats these too.
    let mut shared: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); witnesses.len()];
    for holders in all.chunk_by(|(a, _), (b, _)| a == b) {
        let first = holders.first().map(|(_, at)| *at);
        let mut previous = None;
        for &(_, at) in holders {
            if let Some(counts) = shared.get_mut(at) {
                for earlier in
                    [previous, first.filter(|first| Some(*first) != previous && *first != at)].into_iter().flatten()
                {
                    *counts.entry(earlier).or_default() += 1;
                }
            }
            previous = Some(at);
        }
    }
    let best = |(at, counts): (usize, BTreeMap<usize, usize>)| {
        let set = sets.get(at)?;
        let mut best: Option<(usize, Twin)> = None;
        let mut by_count: Vec<(usize, usize)> = counts.into_iter().collect();
        by_count.sort_by_key(|&(earlier, count)| (std::cmp::Reverse(count), earlier));
        for (earlier, _) in by_count.into_iter().take(4) {
            let twin = sets.get(earlier).and_then(|other| twin(set, other));
            if let Some(twin) = twin.filter(|twin| best.is_none_or(|(_, best)| twin.share > best.share)) {
                best = Some((earlier, twin));
            }
        }
        best
    };
    shared.into_iter().enumerate().map(best).collect()
}

fn twin(a: &[u64], b: &[u64]) -> Option<Twin> {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if few.len() + SHINGLE <= FEWEST {
        return None;
    }
    let shared = few.iter().filter(|shingle| many.binary_search(shingle).is_ok()).count();
    let share = shared as f32 / few.len() as f32;
    (share >= NEAR).then(|| Twin { share, ratio: few.len() as f32 / many.len() as f32 })
}

/// Runs of words in the article proper, each as a number (FNV-1a), in order, each once.
fn shingles(witness: &Witness) -> Vec<u64> {
    let body = witness.blocks.iter().filter(|block| block.role.is_body()).map(|block| witness.text.slice(block.span));
    let words: Vec<String> = body
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut shingles: Vec<u64> = words
        .windows(SHINGLE)
        .map(|run| {
            run.iter()
                .flat_map(|word| word.bytes().chain([b' ']))
                .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        })
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::intake::read_bytes;

    fn witness(text: &str) -> Witness {
        read_bytes("a.txt", text.as_bytes()).unwrap().articles.remove(0).witness
    }

    fn of(outlet: &str, text: &str) -> Witness {
        let mut witness = witness(text);
        witness.meta.outlet = Some(outlet.to_owned());
        witness
    }

    #[test]
    fn the_same_text_is_told_from_another_report() {
        let paragraph = |n: usize| format!("The minister told reporters of town {n} that plan {n} would stand.\n\n");
        let wire: String = (0..12).map(paragraph).collect();
        let longer = format!("{wire}A last word by the desk of this paper, written for its own readers.\n\n");
        let much_longer: String = (0..40).map(paragraph).collect();
        let other: String = (0..12)
            .map(|n| format!("Critics in village {n} answered that idea {n} was doomed from the start.\n\n"))
            .collect();
        let a = of("Dan Tri", &wire);
        let like = |b: &Witness| near_duplicate(b, &a).map(|twin| twin.statement(b, &a));
        let as_dan_tri = |likeness| Some(TwinStatement { likeness, other: TwinName::Outlet("Dan Tri".to_owned()) });
        assert_eq!(like(&of("Post", &wire)), as_dan_tri(Likeness::Same));
        let city = longer.replace("town 3 that", "city 3 that");
        assert_eq!(like(&of("Post", &city)), as_dan_tri(Likeness::Nearly { percent: 95 }));
        assert_eq!(like(&of("Post", &much_longer)), as_dan_tri(Likeness::HoldsOther { percent: 100 }));
        assert_eq!(like(&of("Post", &other)), None);
        let same_outlet = like(&of("Dan Tri", &wire)).map(|said| said.other);
        assert_eq!(same_outlet, Some(TwinName::SameOutlet("Dan Tri".to_owned())));
        let titled = |title: &str| {
            let mut witness = witness(&wire);
            witness.meta.title = Some(title.to_owned());
            witness
        };
        let nameless =
            near_duplicate(&a, &titled("Plans")).map(|twin| twin.statement(&titled("Plans"), &titled("Plans")));
        assert_eq!(nameless.map(|said| said.other), Some(TwinName::Title("Plans".to_owned())));
        assert_eq!(near_duplicate(&witness("Short."), &witness("Short.")), None);

        let all = [&a, &of("Other", &other), &of("Post", &wire), &of("Third", &longer)];
        let places: Vec<Option<usize>> = earlier_twins(&all).into_iter().map(|twin| twin.map(|(at, _)| at)).collect();
        assert_eq!(places, [None, None, Some(0), Some(0)]);
    }
}
