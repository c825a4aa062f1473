//! From marked words to runs of characters that join back to the reading.

use super::pair::Mark;
use super::side::{Side, Weight};
use super::{Run, RunKind};
use crate::lexicon::{Canon, canon_of};
use crate::segment::{Token, TokenKind};
use crate::span::Span;

/// Words of the other reading that lie further apart than this belong to different swaps.
const NEAR: usize = 3;

/// The runs of one reading. `others` holds for each compared column its reading and this reading's
/// marks against it.
pub(super) fn runs_of(side: &Side, marks: &[Mark], others: &[(usize, &Side, &[Mark])]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut from = 0;
    for &passage in &side.passages {
        let inside = side.tokens.iter().skip(from).take_while(|token| passage.covers(token.span)).count();
        let indices = from..from + inside;
        from += inside;
        runs_of_passage(side, passage, indices, marks, others, &mut runs);
    }
    runs
}

/// Tokens of one run: consecutive, of one kind.
struct Piece {
    kind: RunKind,
    tokens: std::ops::Range<usize>,
}

fn runs_of_passage(
    side: &Side,
    passage: Span,
    indices: std::ops::Range<usize>,
    marks: &[Mark],
    others: &[(usize, &Side, &[Mark])],
    runs: &mut Vec<Run>,
) {
    let pieces = pieces_of(side, indices, marks, others);
    if passage.is_empty() {
        return;
    }
    if pieces.is_empty() {
        runs.push(Run { kind: RunKind::Shared, span: passage, mates: Vec::new(), by_model: false });
        return;
    }
    let mut start = passage.start;
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let end = match pieces.peek() {
            None => passage.end,
            // White space between two runs is shared where one of them is, else it ends the first.
            Some(next) if next.kind == RunKind::Shared && piece.kind != RunKind::Shared => {
                side.tokens.get(piece.tokens.end.saturating_sub(1)).map_or(passage.end, |token| token.span.end)
            }
            Some(next) => side.tokens.get(next.tokens.start).map_or(passage.end, |token| token.span.start),
        };
        let mates = if piece.kind == RunKind::OnlyHere { Vec::new() } else { mates_of(piece, others) };
        let linked = piece.tokens.clone().filter_map(|at| marks.get(at)).filter(|mark| mark.kind == piece.kind);
        let words = linked.clone().count();
        let by_model = piece.kind == RunKind::Reworded && words > 0 && linked.clone().all(|mark| mark.by_model);
        runs.push(Run { kind: piece.kind, span: Span::new(start, end), mates, by_model });
        start = end;
    }
}

fn pieces_of(
    side: &Side,
    indices: std::ops::Range<usize>,
    marks: &[Mark],
    others: &[(usize, &Side, &[Mark])],
) -> Vec<Piece> {
    let kinds: Vec<Option<RunKind>> = indices
        .clone()
        .map(|at| match side.weights.get(at) {
            Some(Weight::Function | Weight::Content) => marks.get(at).map(|mark| mark.kind),
            _ => None,
        })
        .collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last_word: Option<usize> = None;
    let mut is_begun = false;
    for (k, at) in indices.clone().enumerate() {
        let own = kinds.get(k).copied().flatten();
        let found = own.or_else(|| {
            let before = pieces.last().map(|piece| piece.kind);
            let next = kinds.iter().skip(k + 1).position(Option::is_some).map(|behind| at + 1 + behind);
            let after = next.and_then(|next| kinds.get(next - indices.start).copied().flatten());
            // What stands between words and who said them ends both.
            let between = last_word.zip(next).is_some_and(|(last, next)| is_other_part(side, last, next));
            if between { Some(RunKind::Shared) } else { kind_of_mark(side, at, before, after) }
        });
        let Some(kind) = found else { return Vec::new() };
        // "$5" is one with its sign, whatever ends before it.
        let word = if own.is_none() && is_glued(side, at) { at + 1 } else { at };
        let is_told = own.is_some() || word != at;
        let joins = !is_told
            || is_begun
            || last_word
                .is_none_or(|last| !is_other_part(side, last, word) && !is_break(side, last, word, kind, others));
        is_begun = own.is_none() && is_told;
        match pieces.last_mut() {
            Some(piece) if piece.kind == kind && joins => piece.tokens.end = at + 1,
            _ => pieces.push(Piece { kind, tokens: at..at + 1 }),
        }
        if own.is_some() {
            last_word = Some(at);
        }
    }
    for piece in &mut pieces {
        if piece.kind == RunKind::Reworded && is_the_same(side, piece, others) {
            piece.kind = RunKind::Shared;
        }
    }
    pieces.into_iter().fold(Vec::new(), |mut whole: Vec<Piece>, piece| {
        match whole.last_mut() {
            Some(last) if last.kind == RunKind::Shared && piece.kind == last.kind => last.tokens.end = piece.tokens.end,
            _ => whole.push(piece),
        }
        whole
    })
}

/// True where the words are answered by the same letters ("reopen" and "re-open"), or small words by the same ones:
/// nothing is worded otherwise.
fn is_the_same(side: &Side, piece: &Piece, others: &[(usize, &Side, &[Mark])]) -> bool {
    let letters = |side: &Side, at: &mut dyn Iterator<Item = usize>| -> String {
        let words = at.filter_map(|at| side.tokens.get(at));
        words.flat_map(|token| token.norm.chars().filter(|c| c.is_alphanumeric())).collect()
    };
    let own = letters(side, &mut piece.tokens.clone());
    let spelt = |other: &Side, marks: &[Mark]| {
        let mates = piece.tokens.clone().filter_map(|at| marks.get(at)).flat_map(|mark| mark.mates.iter().copied());
        let mates: std::collections::BTreeSet<usize> = mates.collect();
        mates.is_empty() || letters(other, &mut mates.into_iter()) == own
    };
    if own.chars().count() > 2 && others.iter().all(|(_, other, marks)| spelt(other, marks)) {
        return true;
    }
    let mut words = piece.tokens.clone().filter(|&at| side.is_word(at));
    words.all(|at| {
        let Some(own) = side.tokens.get(at) else { return false };
        let is_function = side.weights.get(at) == Some(&Weight::Function);
        let is_same = |mate: &Token| is_function && own.norm == mate.norm || is_spelling(&own.norm, &mate.norm);
        let same =
            |other: &Side, mark: &Mark| mark.mates.iter().all(|&mate| other.tokens.get(mate).is_some_and(is_same));
        others.iter().all(|(_, other, marks)| marks.get(at).is_none_or(|mark| same(other, mark)))
    })
}

/// True where one is the other, shortened ("Feb.", "Rep."), or the article before a vowel: a house style, no other wording.
fn is_spelling(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_end_matches('.'), other.trim_end_matches('.'));
    let is_short = one != other && (one.starts_with(other) || other.starts_with(one));
    let is_named = |word| canon_of(word).filter(|canon| matches!(canon, Canon::Name(_)));
    matches!((one, other), ("a", "an") | ("an", "a"))
        || is_short && is_named(one).is_some_and(|canon| is_named(other) == Some(canon))
}

/// Punctuation between two runs is shared where one of them is, and at the ends of a passage; else it
/// stays with the word it touches.
fn kind_of_mark(side: &Side, at: usize, before: Option<RunKind>, after: Option<RunKind>) -> Option<RunKind> {
    match (before, after) {
        (Some(RunKind::Shared), _) | (_, Some(RunKind::Shared)) => Some(RunKind::Shared),
        (Some(before), Some(after)) => Some(if is_glued(side, at) { after } else { before }),
        // What opens and what ends a sentence is no wording.
        (Some(_), None) | (None, Some(_)) => Some(RunKind::Shared),
        (None, None) => None,
    }
}

/// True where no white space stands between a mark and what follows it.
fn is_glued(side: &Side, at: usize) -> bool {
    let pair = side.tokens.get(at).zip(side.tokens.get(at + 1));
    pair.is_some_and(|(mark, next)| mark.span.end == next.span.start)
}

/// True where one word tells who reports and the other what is reported.
fn is_other_part(side: &Side, one: usize, two: usize) -> bool {
    side.reporting.get(one) != side.reporting.get(two)
}

/// True where two neighbouring reworded words belong to different swaps: their mates lie apart, or one is a number that
/// stands for a number.
fn is_break(side: &Side, last: usize, at: usize, kind: RunKind, others: &[(usize, &Side, &[Mark])]) -> bool {
    if kind != RunKind::Reworded && kind != RunKind::Moved {
        return false;
    }
    let is_number = |side: &Side, at: usize| side.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    others.iter().any(|(_, other, marks)| {
        let (Some(one), Some(two)) = (marks.get(last), marks.get(at)) else { return false };
        let is_for_number = |at: usize, mark: &Mark| {
            is_number(side, at) && !mark.mates.is_empty() && mark.mates.iter().all(|&mate| is_number(other, mate))
        };
        if is_for_number(last, one) != is_for_number(at, two) {
            return true;
        }
        if one.mates.is_empty() || two.mates.is_empty() {
            return false;
        }
        !one.mates.iter().any(|a| two.mates.iter().any(|b| a.abs_diff(*b) <= NEAR))
    })
}

/// Where the other readings have what this run says: column and range, neighbours joined.
fn mates_of(piece: &Piece, others: &[(usize, &Side, &[Mark])]) -> Vec<(usize, Span)> {
    let mut mates: Vec<(usize, Span)> = Vec::new();
    for &(column, other, marks) in others {
        // What is the same there is no other wording, though it is another one in a third reading.
        let differs = |at: usize| marks.get(at).is_some_and(|mark| mark.kind == RunKind::Reworded);
        if piece.kind == RunKind::Reworded && !piece.tokens.clone().any(differs) {
            continue;
        }
        let mut answered: Vec<usize> =
            piece.tokens.clone().filter_map(|at| marks.get(at)).flat_map(|mark| mark.mates.iter().copied()).collect();
        answered.sort_unstable();
        answered.dedup();
        let is_near = |one: usize, next: usize| {
            next - one <= 2 && !is_other_part(other, one, next) && in_one_passage(other, one, next)
        };
        for near in answered.chunk_by(|one, next| is_near(*one, *next)) {
            let ends = near.first().zip(near.last());
            let spans =
                ends.and_then(|(first, last)| Some((other.tokens.get(*first)?.span, other.tokens.get(*last)?.span)));
            mates.extend(spans.map(|(first, last)| (column, first.join(last))));
        }
    }
    mates.sort_unstable();
    mates
}

fn in_one_passage(side: &Side, one: usize, two: usize) -> bool {
    let Some((one, two)) = side.tokens.get(one).zip(side.tokens.get(two)) else { return false };
    let both = one.span.join(two.span);
    side.passages.iter().any(|passage| passage.covers(both))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_word_is_no_other_wording_and_another_spelling_is() {
        for (one, other) in [("feb.", "february"), ("rep", "representative"), ("an", "a")] {
            assert!(is_spelling(one, other) && is_spelling(other, one), "{one}, {other}");
        }
        for (one, other) in [("kiev", "kyiv"), ("rep", "republican"), ("isis", "daesh"), ("ten", "tenth"), ("a", "the")]
        {
            assert!(!is_spelling(one, other), "{one}, {other}");
        }
    }
}
