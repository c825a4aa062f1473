//! Which quoted sentence of one reading is which of the other, and which word answers which.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::name::is_one_person;
use super::local;
use super::quoted::{Form, QuotedWord};
use super::stream::Stream;

/// Pairs of equal words, as indices of the base's and the other stream, both rising.
pub(super) type Mates = Vec<(usize, usize)>;

/// A quotation of at most this many words is the same where nearly all of them stand in a row.
pub(super) const SHORT: usize = 6;

/// For each sentence that both readings quote, its mates.
pub(super) fn mates(base: &Stream, other: &Stream) -> Vec<Mates> {
    let mut taken: Vec<bool> = vec![false; other.words.len()];
    let mut found: Vec<Mates> = base.sentences().into_iter().map(|sentence| mates_of(base, sentence, other)).collect();
    // The sentence that shares most has the first right to a place.
    found.sort_by_key(|mates| std::cmp::Reverse(mates.len()));
    let mut all: Vec<Mates> = Vec::new();
    for mates in found {
        let (Some(first), Some(last)) = (mates.first(), mates.last()) else { continue };
        let place = taken.get_mut(first.1..last.1 + 1).unwrap_or_default();
        if !place.contains(&true) {
            place.fill(true);
            all.push(mates);
        }
    }
    all.sort();
    // Short quotations that the best place of their sentence passed by.
    for sentence in other.sentences() {
        if taken.get(sentence.clone()).is_some_and(|taken| taken.contains(&true)) {
            continue;
        }
        let swapped: Mates = mates_of(other, sentence, base).into_iter().map(|(other, base)| (base, other)).collect();
        // Words that have an answer already are not quoted once more by a few that sound like them.
        if swapped.iter().any(|(at, _)| all.iter().flatten().any(|(answered, _)| answered == at)) {
            continue;
        }
        match all.iter_mut().find(|mates| follows(base, mates, &swapped)) {
            Some(mates) => mates.extend(swapped),
            None if swapped.is_empty() => {}
            None => all.push(swapped),
        }
    }
    all
}

/// True where `next` is the following piece of the same sentence of the base.
fn follows(base: &Stream, mates: &Mates, next: &Mates) -> bool {
    let (Some(last), Some(first)) = (mates.last(), next.first()) else { return false };
    first.1 == last.1 + 1 && first.0 > last.0 && base.sentence_of(last.0) == base.sentence_of(first.0)
}

/// Where `sentence` of `from` stands in `to`; none where `to` does not quote it.
fn mates_of(from: &Stream, sentence: Range<usize>, to: &Stream) -> Mates {
    let window = to.window();
    let (a, b) = numbered(from.slice(sentence.clone()), to.slice(window.clone()));
    let found = local::align(&a, &b).into_iter().map(|(i, j)| (i + sentence.start, j + window.start)).collect();
    let mates = without_strays(found, to);
    let (Some(&first), Some(&last)) = (mates.first(), mates.last()) else { return Mates::new() };
    let there = to.sentence_of(first.1).start..to.sentence_of(last.1).end;
    let same = from.reads(first.0..last.0 + 1)
        && to.reads(first.1..last.1 + 1)
        && !differ(from.speaker(first.0), to.speaker(first.1))
        && is_same_quotation(from, sentence, to, there, &mates);
    if same { mates } else { Mates::new() }
}

/// Without the one or two words at either end that stand in another sentence than the rest.
fn without_strays(mut mates: Mates, to: &Stream) -> Mates {
    let sentence = |mate: &(usize, usize)| to.words.get(mate.1).map(|word| word.sentence);
    for _ in 0..2 {
        // Twice turned round, so that both ends were the end once.
        mates.reverse();
        if let Some(last) = mates.last().and_then(&sentence) {
            let strays = mates.iter().rev().take_while(|mate| sentence(mate) == Some(last)).count();
            // "It is the ferry that …" beside another sentence that begins so.
            let there = mates.last().map_or(0..0, |mate| to.sentence_of(mate.1));
            let begins = mates.last().is_some_and(|mate| mate.1 == there.start) && mates.first() > mates.last();
            let alike = begins && strays * 2 < mates.len() && strays * 2 < there.len();
            if (strays < 3 || alike) && strays < mates.len() {
                mates.truncate(mates.len() - strays);
            }
        }
    }
    mates
}

/// Numbers for the words of both lists, equal for equal words. Editors' marks equal nothing.
pub(super) fn numbered(a: &[QuotedWord], b: &[QuotedWord]) -> (Vec<u32>, Vec<u32>) {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let words = (0u32..).zip(a.iter().chain(b));
    let mut all: Vec<u32> = words
        .map(|(fresh, word)| match &word.form {
            Form::Word(form) => *numbers.entry(form).or_insert(fresh),
            Form::Editor | Form::Omission => fresh,
        })
        .collect();
    let b = all.split_off(a.len());
    (all, b)
}

/// True where both speakers are known and are two persons.
pub(super) fn differ(a: Option<&str>, b: Option<&str>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if !is_one_person(a, b))
}

/// Whether the shared words make it one quotation, seen from the shorter of the two sentences: a few
/// words set into a sentence nearly whole, a longer one by three fifths in unbroken stretches.
fn is_same_quotation(from: &Stream, here: Range<usize>, to: &Stream, there: Range<usize>, mates: &Mates) -> bool {
    let starts = (here.start, there.start);
    let words = |stream: &Stream, range| stream.slice(range).iter().filter(|word| word.is_word()).count();
    let (own, others) = (words(from, here.clone()), words(to, there.clone()));
    let shorter = own.min(others);
    let content = mates.iter().filter(|(at, _)| from.words.get(*at).is_some_and(QuotedWord::is_content)).count();
    let stretches: Vec<usize> =
        mates.chunk_by(|a, b| b.0 == a.0 + 1 && b.1 == a.1 + 1).map(<[(usize, usize)]>::len).collect();
    if shorter <= SHORT {
        let longest = stretches.iter().max().copied().unwrap_or(0);
        // A short sentence of a longer quotation is no piece of another sentence that is much longer.
        let piece = if own <= others { from.is_whole_piece(here) } else { to.is_whole_piece(there) };
        let alike = own.max(others) <= 2 * shorter;
        // All of it, and more of the same sentence there: "Every household will pay for it | , and nobody knows".
        let begins = mates.first() == Some(&starts) && longest == shorter && content >= 2;
        return (piece || alike || begins)
            && (longest == shorter || content >= 2)
            && content >= 1
            && longest * 4 >= shorter * 3;
    }
    let unbroken: usize = stretches.iter().filter(|&&length| length >= 2).sum();
    content >= 2 && stretches.iter().any(|&length| length >= 3) && unbroken * 5 >= shorter * 3
}
