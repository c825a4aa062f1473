//! Whether two reporting verbs report the same: by words, by a stretch of them or by what both quote, from one source.

use super::super::name::is_one_person;
use super::{Report, Term};

/// What two verbs must report both, at least: words with meaning, of which not all are names; and as
/// shares of the weight of the shorter report and of both.
const LEAST_SHARED: usize = 2;
const LEAST_SHARE: f32 = 0.4;
const LEAST_OF_BOTH: f32 = 0.26;
/// Or so many words in a row, and so many with a meaning among them that are no names.
const PHRASE_WORDS: usize = 4;
const PHRASE_CONTENT: usize = 2;

/// What two reports have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likeness {
    pub shared: usize,
    /// Shared words that are no names.
    common: usize,
    /// Of the weight of the shorter report, and of both.
    share: f32,
    of_both: f32,
    /// Both have the same stretch of words.
    phrase: bool,
    /// What one quotes of a person, the other quotes of them too: “a precaution” and “We closed it as a precaution”.
    fragment: bool,
}

impl Likeness {
    fn of(own: &Report, theirs: &Report) -> Self {
        let mate = |term: &Term| theirs.terms.iter().find(|other| other.stem == term.stem);
        let shared: Vec<&Term> = own.terms.iter().filter(|term| mate(term).is_some()).collect();
        let is_common = |term: &&&Term| !term.is_name && mate(term).is_some_and(|other| !other.is_name);
        let weight = |terms: &mut dyn Iterator<Item = &Term>| terms.map(|term| term.weight).sum::<f32>();
        let both = weight(&mut shared.iter().copied());
        let (a, b) = (weight(&mut own.terms.iter()), weight(&mut theirs.terms.iter()));
        Self {
            shared: shared.len(),
            common: shared.iter().filter(is_common).count(),
            share: both / a.min(b).max(f32::EPSILON),
            of_both: 2.0 * both / (a + b).max(f32::EPSILON),
            phrase: share_phrase(&own.words, &theirs.words),
            fragment: own.speaker.is_some() && theirs.speaker.is_some() && quotes_part(own, theirs),
        }
    }

    fn is_same(self) -> bool {
        let alike = self.share >= LEAST_SHARE && self.of_both >= LEAST_OF_BOTH;
        self.phrase || self.fragment || self.shared >= LEAST_SHARED && self.common >= 1 && alike
    }
}

/// True where the words in the marks of one stand in a row in those of the other, with a meaning that is no name.
fn quotes_part(own: &Report, theirs: &Report) -> bool {
    let (short, long) = if own.quoted.len() <= theirs.quoted.len() { (own, theirs) } else { (theirs, own) };
    let tells = short.words.iter().any(|(stem, has_meaning)| *has_meaning && short.quoted.contains(stem));
    let mut windows = long.quoted.windows(short.quoted.len().max(1));
    tells && windows.any(|window| window == short.quoted)
}

/// True where both have the same words in a row, enough of them with a meaning.
fn share_phrase(own: &[(&str, bool)], theirs: &[(&str, bool)]) -> bool {
    let mut runs: Vec<(usize, usize)> = vec![(0, 0); theirs.len() + 1];
    for (stem, has_meaning) in own {
        // From the end, so that a run still stands as the word before left it.
        for at in (0..theirs.len()).rev() {
            let before = runs.get(at).copied().unwrap_or_default();
            let same = theirs.get(at).is_some_and(|(other, _)| other == stem);
            let run = if same { (before.0 + 1, before.1 + usize::from(*has_meaning)) } else { (0, 0) };
            if run.0 >= PHRASE_WORDS && run.1 >= PHRASE_CONTENT {
                return true;
            }
            if let Some(slot) = runs.get_mut(at + 1) {
                *slot = run;
            }
        }
    }
    false
}

/// What two reports have in common, where they report the same and may do so from one source.
pub(super) fn likeness(own: &Report, theirs: &Report) -> Option<Likeness> {
    Some(Likeness::of(own, theirs)).filter(|likeness| !are_two_sources(own, theirs) && likeness.is_same())
}

/// True where both are named and no name or word is shared: an outlet that cites somebody else.
fn are_two_sources(own: &Report, theirs: &Report) -> bool {
    if let (Some(a), Some(b)) = (own.speaker, theirs.speaker) {
        return !is_one_person(a, b);
    }
    let named = !own.source.is_empty() && !theirs.source.is_empty();
    let shares = |is_counted: fn(&&(&str, bool)) -> bool| {
        let mut words = own.source.iter().filter(is_counted);
        words.any(|(stem, _)| theirs.source.iter().filter(is_counted).any(|(other, _)| other == stem))
    };
    let has_names = |report: &Report| report.source.iter().any(|(_, is_name)| *is_name);
    // "The Supreme Court" and "Pennsylvania's top court" are two.
    let no_name = has_names(own) && has_names(theirs) && !shares(|(_, is_name)| *is_name);
    named && (no_name || !shares(|_| true))
}
