//! What speaks for two passages reporting one statement, as a row of numbers.
//!
//! The same function serves the engine and, through the example `pair_features`, the training of
//! the score, so that both see the same figures.

use super::meaning::Meanings;
use super::screen::{Candidate, Screen};
use super::speakers::{speaker_is_shared, speakers_differ, speakers_seem_to_differ};
use super::units::{Place, Unit, Units};
use crate::segment::Token;
use crate::wording;

/// Names of the features, in their order. Those behind [`STANDARD`] need a language model and are 0 without one.
pub const FEATURES: [&str; 41] = [
    "cosine",
    "jaccard",
    "containment",
    "run",
    "run_share",
    "names",
    "numbers",
    "length",
    "coverage",
    "coverage_most",
    "coverage_mass",
    "quoted",
    "plain_coverage",
    "plain_mass",
    "both_quoted",
    "before",
    "behind",
    "beside",
    "rival_a",
    "rival_b",
    "headlines",
    "headline_lead",
    "leads",
    "headline_body",
    "caption",
    "same_speaker",
    "other_speaker",
    "other_named_speaker",
    "depth",
    "shared_mass",
    "run_mass",
    "quoted_run",
    "attributed",
    "meaning",
    "meaning_lead_least",
    "meaning_lead_most",
    "meaning_around",
    "read",
    "read_lead_least",
    "read_lead_most",
    "read_around",
];

/// How many features there are without a language model.
pub const STANDARD: usize = 37;

/// The features of a pair.
pub type Features = [f32; FEATURES.len()];

/// A shorter passage counts as if its terms weighed this much, so that two words don't contain
/// each other fully.
pub(super) const LEAST_MASS: f32 = 8.0;

/// Longest verbatim run that counts in full, in words.
const LONG_RUN: f32 = 12.0;

/// Where the features stand that need the word aligner.
const COVERAGE: std::ops::Range<usize> = 8..14;

/// Those features.
pub(super) type Coverage = [f32; COVERAGE.end - COVERAGE.start];

/// The features of `pair`. Symmetric: the order of the two passages changes nothing.
pub(super) fn features(units: &Units, screen: &Screen, pair: Candidate) -> Features {
    with_coverage(rough_features(units, screen, pair), coverage(units, pair))
}

/// What the word aligner says of coverage, which costs many times all the rest. Two pairs of twins have the same.
pub(super) fn coverage(units: &Units, pair: Candidate) -> Coverage {
    let (Some(a), Some(b)) = (units.get(pair.a), units.get(pair.b)) else { return Coverage::default() };
    Cover::new(units, a, b).figures()
}

/// `rough` with this coverage instead of an estimate.
pub(super) fn with_coverage(rough: Features, coverage: Coverage) -> Features {
    let mut features = rough;
    if let Some(slots) = features.get_mut(COVERAGE) {
        slots.copy_from_slice(&coverage);
    }
    features
}

/// The features of `pair` with an estimate of its coverage: enough to see that it is hopeless.
pub(super) fn rough_features(units: &Units, screen: &Screen, pair: Candidate) -> Features {
    let (Some(a), Some(b)) = (units.get(pair.a), units.get(pair.b)) else { return [0.0; FEATURES.len()] };
    let shared = Shared::new(units, a, b);
    let run = longest_run(a, b);
    let (words_a, words_b) = (a.words.len() as f32, b.words.len() as f32);
    let shorter = words_a.min(words_b);
    let jaccard = shared.mass / (a.mass + b.mass - shared.mass).max(f32::MIN_POSITIVE);
    let containment = (shared.mass / a.mass.min(b.mass).max(LEAST_MASS)).min(1.0);
    let quoted_run = (run.quoted / 20.0).min(1.0);
    let shared_mass = (shared.mass / 40.0).min(2.0);
    let has_marks = !(a.quoted.is_empty() && b.quoted.is_empty());
    let [cover, cover_most, cover_mass, cover_quoted, plain_cover, plain_mass] =
        estimate([jaccard, containment, shared_mass, quoted_run], has_marks);
    let around = Around::new(screen, a, b, pair);
    let has = |place: Place| (a.place == place, b.place == place);
    let both = |place: Place| flag(has(place) == (true, true));
    let (headline_a, headline_b) = has(Place::Headline);
    let (lead_a, lead_b) = has(Place::Lead);
    let rivals = [(pair.a, b.article), (pair.b, a.article)]
        .map(|(unit, article)| (pair.screen - screen.rival(unit, article, pair.screen)).clamp(-0.5, 0.5));
    let [low_rival, high_rival] = sorted(rivals);
    let [meaning, low_lead, high_lead, meaning_around] = nearness(units, &screen.meanings, pair);
    let [read, low_read, high_read, read_around] =
        screen.read.as_ref().map_or([0.0; 4], |read| nearness(units, read, pair));
    [
        shared.dot / (a.norm * b.norm).max(f32::MIN_POSITIVE),
        jaccard,
        containment,
        (run.words as f32).min(LONG_RUN) / LONG_RUN,
        if run.words >= 3 { run.words as f32 / shorter.max(5.0) } else { 0.0 },
        agreement(&a.names, &b.names),
        agreement(&a.numbers, &b.numbers),
        shorter / words_a.max(words_b).max(1.0),
        cover,
        cover_most,
        cover_mass,
        cover_quoted,
        plain_cover,
        plain_mass,
        flag(!a.quoted.is_empty() && !b.quoted.is_empty()),
        around.before,
        around.behind,
        around.beside,
        low_rival,
        high_rival,
        both(Place::Headline),
        flag(headline_a && lead_b || lead_a && headline_b),
        both(Place::Lead),
        flag(headline_a != headline_b && !(lead_a || lead_b)),
        flag(a.place == Place::Caption || b.place == Place::Caption),
        flag(speaker_is_shared(a, b)),
        flag(speakers_seem_to_differ(a, b)),
        flag(speakers_differ(a, b)),
        (a.depth - b.depth).abs(),
        shared_mass,
        (run.mass / 30.0).min(2.0),
        quoted_run,
        (a.attributed - b.attributed).abs(),
        meaning,
        low_lead,
        high_lead,
        meaning_around,
        read,
        low_read,
        high_read,
        read_around,
    ]
}

/// How near two passages are in meaning: by themselves, how far each is ahead of the others (least and most), and with
/// what stands around them.
fn nearness(units: &Units, meanings: &Meanings, pair: Candidate) -> [f32; 4] {
    let [low, high] = sorted([meanings.lead(units, pair.a, pair.b), meanings.lead(units, pair.b, pair.a)]);
    [meanings.cosine(pair.a, pair.b), low, high, meanings.cosine_around(pair.a, pair.b)]
}

fn sorted([a, b]: [f32; 2]) -> [f32; 2] {
    if a <= b { [a, b] } else { [b, a] }
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

/// From 1 where both have the same, to -1 where both have something and share nothing; 0 where one
/// has nothing.
fn agreement<T: Ord>(a: &[T], b: &[T]) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let shared = a.iter().filter(|x| b.binary_search(x).is_ok()).count();
    2.0 * shared as f32 / (a.len() + b.len() - shared) as f32 - 1.0
}

/// What the terms of two units have in common.
struct Shared {
    dot: f32,
    mass: f32,
}

impl Shared {
    fn new(units: &Units, a: &Unit, b: &Unit) -> Self {
        let mut shared = Self { dot: 0.0, mass: 0.0 };
        for &(term, weight) in &a.terms {
            let its = b.terms.binary_search_by_key(&term, |&(term, _)| term).ok().and_then(|at| b.terms.get(at));
            if let Some(&(_, its)) = its {
                shared.dot += weight * its;
                shared.mass += units.terms.weight(term);
            }
        }
        shared
    }
}

/// The stretch of words that two units share verbatim.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct SharedRun {
    pub words: usize,
    /// Weight of the words that tell something.
    pub mass: f32,
    /// Weight of the heaviest stretch that both have inside quotation marks.
    pub quoted: f32,
}

/// The longest common run of words; of equally long ones the one that weighs most.
pub(crate) fn longest_run(a: &Unit, b: &Unit) -> SharedRun {
    let mut best = SharedRun::default();
    let mut above = vec![SharedRun::default(); b.words.len() + 1];
    let mut here = above.clone();
    let quoted_b = &b.word_quoted;
    for (x, &is_quoted) in a.words.iter().zip(&a.word_quoted) {
        for (at, (y, weight)) in b.words.iter().zip(&b.word_weights).enumerate() {
            let run = match above.get(at) {
                Some(before) if x == y => SharedRun {
                    words: before.words + 1,
                    mass: before.mass + weight,
                    quoted: if is_quoted && quoted_b.get(at) == Some(&true) { before.quoted + weight } else { 0.0 },
                },
                _ => SharedRun::default(),
            };
            if (run.words, run.mass) > (best.words, best.mass) {
                best = SharedRun { quoted: best.quoted, ..run };
            }
            best.quoted = best.quoted.max(run.quoted);
            if let Some(slot) = here.get_mut(at + 1) {
                *slot = run;
            }
        }
        std::mem::swap(&mut above, &mut here);
    }
    best
}

/// How much of each passage answers to words of the other, by the word aligner.
#[derive(Clone, Copy, Debug, Default)]
struct Cover {
    /// Harmonic mean of both shares.
    both: f32,
    /// The greater share.
    most: f32,
    /// What is covered on the side that has less of it, as weight.
    mass: f32,
    /// Share of a quoted stretch that the other passage covers, the best one.
    quoted: f32,
    /// `both` and `mass` without words that are part of a name in either passage: those that are named in many
    /// statements of an event, with title and office, answer each other and say little.
    plain: f32,
    plain_mass: f32,
}

impl Cover {
    fn new(units: &Units, a: &Unit, b: &Unit) -> Self {
        let (tokens_a, tokens_b) = (units.tokens_of(a), units.tokens_of(b));
        let links = wording::align_words(&a.aligned, &b.aligned);
        let mut covered = [vec![0.0_f32; tokens_a.len()], vec![0.0_f32; tokens_b.len()]];
        for link in &links {
            let [in_a, in_b] = &mut covered;
            for (slot, at) in [(in_a, link.a), (in_b, link.b)] {
                if let Some(slot) = slot.get_mut(at) {
                    *slot = slot.max(link.certainty);
                }
            }
        }
        let sides = [(a, tokens_a, covered[0].as_slice()), (b, tokens_b, covered[1].as_slice())];
        let share = |unit: &Unit, covered: &[f32], within: &dyn Fn(usize) -> bool| {
            let (mut all, mut hit) = (0.0_f32, 0.0_f32);
            let weighed = unit.cover_weights.iter().zip(covered).enumerate();
            for (_, (weight, how_sure)) in weighed.filter(|&(at, _)| within(at)) {
                all += weight;
                hit += weight * how_sure;
            }
            (hit, all)
        };
        let whole = sides.map(|(unit, _, covered)| share(unit, covered, &|_| true));
        let [x, y] = whole.map(|(hit, all)| hit / all.max(f32::MIN_POSITIVE));
        let is_plain = |token: &Token| !units.is_name(a, token) && !units.is_name(b, token);
        let plain =
            sides.map(|(unit, tokens, covered)| share(unit, covered, &|at| tokens.get(at).is_some_and(is_plain)));
        let [plain_x, plain_y] = plain.map(|(hit, all)| hit / all.max(LEAST_MASS / 2.0));
        let least = |parts: [(f32, f32); 2]| parts.iter().map(|&(hit, _)| hit).fold(f32::INFINITY, f32::min);
        let quoted = sides
            .iter()
            .flat_map(|(unit, tokens, covered)| {
                unit.quoted.iter().map(move |quoted| {
                    share(unit, covered, &|at| tokens.get(at).is_some_and(|token| quoted.covers(token.span)))
                })
            })
            .map(|(hit, all)| hit / all.max(LEAST_MASS))
            .fold(0.0, f32::max);
        Self {
            both: harmonic_mean(x, y),
            most: x.max(y),
            mass: least(whole) / 40.0,
            quoted,
            plain: harmonic_mean(plain_x, plain_y),
            plain_mass: least(plain) / 30.0,
        }
    }

    fn figures(&self) -> Coverage {
        [self.both, self.most, self.mass, self.quoted, self.plain, self.plain_mass]
    }
}

fn harmonic_mean(x: f32, y: f32) -> f32 {
    2.0 * x * y / (x + y).max(1e-6)
}

/// What [`Cover::figures`] are on average where two passages share so much by their terms alone: rows are the
/// figures; columns their share of `jaccard`, `containment`, `shared_mass` and `quoted_run`, and a constant.
/// Least squares over the pairs of the training events; two estimates in three are off by less than .05.
const ESTIMATE: [[f32; 5]; COVERAGE.end - COVERAGE.start] = [
    [1.12, 0.24, 0.11, -0.24, -0.01],
    [0.43, 0.98, -0.07, -0.18, -0.03],
    [0.12, 0.05, 1.11, -0.05, -0.03],
    [-0.18, 0.25, -0.08, 1.13, 0.01],
    [0.96, -0.04, 0.10, 0.14, 0.01],
    [0.04, -0.10, 0.85, 0.42, 0.00],
];

/// The estimate of the figures of coverage; nothing is quoted where neither passage has marks.
fn estimate(shared: [f32; 4], has_marks: bool) -> Coverage {
    let [x, y, z, w] = shared;
    let mut figures = ESTIMATE.map(|[a, b, c, d, e]| (a * x + b * y + c * z + d * w + e).clamp(0.0, 1.0));
    figures[3] *= flag(has_marks);
    figures
}

/// How the neighbours of two passages answer each other.
struct Around {
    before: f32,
    behind: f32,
    /// The better of one passage against a neighbour of the other.
    beside: f32,
}

impl Around {
    fn new(screen: &Screen, a: &Unit, b: &Unit, pair: Candidate) -> Self {
        let both = |x: Option<usize>, y: Option<usize>| x.zip(y).map_or(0.0, |(x, y)| screen.score(x, y));
        let (own_a, own_b) = (Some(pair.a), Some(pair.b));
        let beside = [both(own_a, b.before), both(own_a, b.behind), both(a.before, own_b), both(a.behind, own_b)];
        Self {
            before: both(a.before, b.before),
            behind: both(a.behind, b.behind),
            beside: beside.into_iter().fold(0.0, f32::max),
        }
    }
}
