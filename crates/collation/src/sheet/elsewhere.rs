//! Where a row's passages stand a second time: what one row lacks, another may have.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{SheetCell, SheetRow};
use crate::lexicon::{WordClass, class_of};
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::span::Span;
use crate::table::Certainty;

/// Fewest telling words that a row has in common with what another has in a column, beside the passage that they share
/// and the names of those who speak, for what the one lacks to be said to stand in the other; and one in how many of the
/// words of the smaller of both.
const FEWEST: usize = 2;
const ONE_IN: usize = 4;

/// Share, in fifths, of the telling words of the passage that both rows have, and fewest of them, that the other has in the
/// column for the passage itself to be said there.
const FIFTHS: usize = 3;
const FEWEST_SHARED: usize = 4;

/// Sees to it that each row names, for a column that it lacks, a row that has it and shares a passage with this one: of
/// several the one whose passages there have most telling words in common with this row. A sentence stands in two rows
/// where it holds two statements, or where its mates don't answer each other; so the row has to be the reader's own, or
/// well matched and with the title of this one or words of it in what the column has there, or have there most words of the passage itself.
pub(super) fn tell_elsewhere<'a>(rows: &mut [SheetRow], article_of: &impl Fn(usize) -> Option<&'a Prepared>) {
    let sharing = sharing(rows);
    let told: Vec<Vec<Option<usize>>> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let Some(others) = sharing.get(&at) else { return vec![None; row.cells.len()] };
            let others = others.iter().filter_map(|&other| rows.get(other));
            let others: Vec<Other> = others
                .map(|other| {
                    let names = names_of_speakers([row, other]);
                    let stems = |is_shared: bool| {
                        let words = telling_of_row(row, article_of, move |column, span| {
                            holds(other, column, span) == is_shared
                        });
                        words.filter(|token| !names.contains(&token.norm)).map(|token| token.stem.as_str()).collect()
                    };
                    let (own, shared) = (stems(false), stems(true));
                    let has_title = row.titled.is_some_and(|(column, span)| holds(other, column, span));
                    Other { row: other, own, shared, has_title, names }
                })
                .collect();
            let other_with = |column: usize| {
                let cells = others.iter().filter_map(|Other { row: other, names, own, shared, has_title }| {
                    let tokens = telling(other.cells.get(column)?.as_ref()?, article_of(column)?, |_| true);
                    let tokens = tokens.filter(|token| !names.contains(&token.norm));
                    let cell: BTreeSet<&str> = tokens.map(|token| token.stem.as_str()).collect();
                    let common = cell.intersection(own).count();
                    let enough = FEWEST.max(cell.len().min(own.len()).div_ceil(ONE_IN));
                    let is_sure = other.certainty != Certainty::Possible || other.is_by_hand();
                    let says_it = cell.intersection(shared).count();
                    // Of a sentence that holds two statements the half that this row is about.
                    let half: BTreeSet<&str> = shared.intersection(own).copied().collect();
                    let says_half = cell.intersection(&half).count() * 2 >= half.len();
                    let is_of_row = *has_title || own.is_empty() || says_half && common >= enough;
                    let is_told = is_sure && (other.is_by_hand() || is_of_row)
                        || says_half && says_it >= FEWEST_SHARED && says_it * 5 >= shared.len() * FIFTHS;
                    is_told.then_some((common, Reverse(other.number)))
                });
                cells.max().map(|(_, Reverse(number))| number)
            };
            let cells = row.cells.iter().enumerate();
            cells.map(|(column, cell)| if cell.is_none() { other_with(column) } else { None }).collect()
        })
        .collect();
    for (row, told) in rows.iter_mut().zip(told) {
        row.elsewhere = told;
    }
}

/// A row that shares a passage with another.
struct Other<'r, 'a> {
    row: &'r SheetRow,
    /// Stems of what the one has beside the passage, and of the passage itself.
    own: BTreeSet<&'a str>,
    shared: BTreeSet<&'a str>,
    /// True where the passage is what the one has its title from.
    has_title: bool,
    names: BTreeSet<String>,
}

/// True where a row has a passage that overlaps this one.
fn holds(row: &SheetRow, column: usize, span: Span) -> bool {
    let cell = row.cells.get(column).and_then(Option::as_ref);
    cell.into_iter().flat_map(|cell| &cell.passages).any(|passage| passage.span.overlaps(span))
}

/// For each row the rows that share a passage, or a part of one, with it.
fn sharing(rows: &[SheetRow]) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut found: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for column in 0..rows.first().map_or(0, |row| row.cells.len()) {
        let mut places: Vec<(Span, usize)> = Vec::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_lone()) {
            let cell = row.cells.get(column).and_then(Option::as_ref);
            places.extend(cell.into_iter().flat_map(|cell| &cell.passages).map(|passage| (passage.span, at)));
        }
        places.sort_unstable();
        for (first, &(span, one)) in places.iter().enumerate() {
            let behind = places.get(first + 1..).unwrap_or_default();
            for &(_, other) in behind.iter().take_while(|(next, _)| next.overlaps(span)).filter(|&&(_, at)| at != one) {
                found.entry(one).or_default().insert(other);
                found.entry(other).or_default().insert(one);
            }
        }
    }
    found
}

/// The words of the names of everybody who speaks in the rows, in lower case.
fn names_of_speakers(rows: [&SheetRow; 2]) -> BTreeSet<String> {
    let names = rows.into_iter().flat_map(SheetRow::speakers);
    names.flat_map(str::split_whitespace).map(str::to_lowercase).collect()
}

/// Stems of the row's readings.
pub(crate) fn stems_of_row<'a>(
    row: &SheetRow,
    article_of: &impl Fn(usize) -> Option<&'a Prepared>,
) -> BTreeSet<&'a str> {
    telling_of_row(row, article_of, |_, _| true).map(|token| token.stem.as_str()).collect()
}

/// Telling words of those passages of the row that are `wanted`.
fn telling_of_row<'a>(
    row: &SheetRow,
    article_of: &impl Fn(usize) -> Option<&'a Prepared>,
    wanted: impl Fn(usize, Span) -> bool,
) -> impl Iterator<Item = &'a Token> {
    let cells = row.cells.iter().enumerate();
    let cells = cells.filter_map(|(column, cell)| Some((column, cell.as_ref()?, article_of(column)?)));
    let tokens = cells.flat_map(move |(column, cell, article)| {
        telling(cell, article, |span| wanted(column, span)).collect::<Vec<_>>()
    });
    tokens.collect::<Vec<_>>().into_iter()
}

/// Telling words of those passages of a cell that are `wanted`.
fn telling<'a>(
    cell: &SheetCell,
    article: &'a Prepared,
    wanted: impl Fn(Span) -> bool,
) -> impl Iterator<Item = &'a Token> {
    let passages = cell.passages.iter().map(|passage| passage.span).filter(move |&span| wanted(span));
    passages.flat_map(|span| article.segmented.tokens_in(span)).filter(|token| is_telling(token))
}

/// True for words and numbers that tell what a passage is about.
pub(crate) fn is_telling(token: &Token) -> bool {
    match token.kind {
        TokenKind::Mark => false,
        TokenKind::Number => true,
        TokenKind::Word => matches!(class_of(&token.norm), WordClass::Content),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::testing::{cell, row};
    use super::*;
    use crate::span::Text;
    use crate::witness::{Block, Role, Witness, WitnessKey};

    fn article(key: u32, text: &str) -> Prepared {
        let block = Block::new(Role::Body, Span::new(0, text.chars().count()));
        let witness =
            Witness { key: WitnessKey(key), text: Text::new(text), blocks: vec![block], ..Witness::default() };
        crate::prepare::prepare(Arc::new(witness))
    }

    #[test]
    fn what_a_passage_says_is_not_missing_where_another_row_has_it() {
        let cracks = "Cracks in two hangers were first reported in March.";
        let texts =
            [cracks, "The bridge was closed after cracks were found in two hangers.", cracks, "Ferries sail at five."];
        let articles: Vec<Prepared> = texts.iter().enumerate().map(|(key, text)| article(key as u32, text)).collect();
        let whole = |at: usize| Some(cell(Span::new(0, texts[at].chars().count()), &[]));
        let mut rows = [row(vec![whole(0), None, whole(2), None]), row(vec![whole(0), whole(1), None, None])];
        for (at, row) in rows.iter_mut().enumerate() {
            row.number = at + 1;
        }
        tell_elsewhere(&mut rows, &|column| articles.get(column));
        assert_eq!(rows[1].elsewhere, [None, None, Some(1), None]);
        // A row that is surely matched names what it has of the other's title, in whatever words.
        rows[0].certainty = Certainty::Rule;
        rows[0].cells[3] = whole(3);
        tell_elsewhere(&mut rows, &|column| articles.get(column));
        assert_eq!(rows[1].elsewhere, [None, None, Some(1), Some(1)]);
        rows[1].titled = Some((1, Span::new(0, 10)));
        tell_elsewhere(&mut rows, &|column| articles.get(column));
        assert_eq!(rows[1].elsewhere, [None, None, Some(1), None]);
    }

    #[test]
    fn the_other_half_of_a_sentence_is_not_what_a_row_lacks() {
        let both = "Abe heard that envoys hold direct talks with the island at high levels, and that five harbours are \
                    considered for the summit.";
        let texts = [
            both,
            "Five harbours are considered for the summit with Prime Minister Shinzo Abe.",
            "Prime Minister Shinzo Abe heard of direct talks of envoys with the island at high levels.",
        ];
        let articles: Vec<Prepared> = texts.iter().enumerate().map(|(key, text)| article(key as u32, text)).collect();
        let whole = |at: usize| Some(cell(Span::new(0, texts[at].chars().count()), &[]));
        let mut rows = [row(vec![whole(0), None, whole(2)]), row(vec![whole(0), whole(1), None])];
        for (at, row) in rows.iter_mut().enumerate() {
            row.number = at + 1;
            row.certainty = Certainty::Rule;
            row.titled = Some((2 - at, Span::new(0, 10)));
        }
        tell_elsewhere(&mut rows, &|column| articles.get(column));
        assert_eq!(rows.map(|row| row.elsewhere), [[None, None, None], [None, None, None]]);
    }
}
