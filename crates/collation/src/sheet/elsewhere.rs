//! Where a row's passages stand a second time: what one row lacks, another may have.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{SheetCell, SheetRow};
use crate::lexicon::{WordClass, class_of};
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::span::Span;

/// Sees to it that each row names, for a column that it lacks, a row that has it and shares a passage with this one: of
/// several the one whose passages there have most telling words in common with this row. A sentence stands in two rows
/// where it holds two statements, or where its mates don't answer each other.
pub(super) fn tell_elsewhere<'a>(rows: &mut [SheetRow], article_of: &impl Fn(usize) -> Option<&'a Prepared>) {
    let sharing = sharing(rows);
    let told: Vec<Vec<Option<usize>>> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let Some(others) = sharing.get(&at) else { return vec![None; row.cells.len()] };
            let wanted = stems_of_row(row, article_of);
            let common = |cell: &SheetCell, column: usize| {
                let article = article_of(column);
                let tokens = article.into_iter().flat_map(|article| {
                    cell.passages.iter().flat_map(|passage| article.segmented.tokens_in(passage.span))
                });
                let telling: BTreeSet<&str> =
                    tokens.filter(|token| is_telling(token)).map(|token| token.stem.as_str()).collect();
                telling.intersection(&wanted).count()
            };
            let other_with = |column: usize| {
                let others = others.iter().filter_map(|&other| rows.get(other));
                let cells = others.filter_map(|other| Some((other.number, other.cells.get(column)?.as_ref()?)));
                let best = cells.max_by_key(|(number, cell)| (common(cell, column), Reverse(*number)));
                best.map(|(number, _)| number)
            };
            let cells = row.cells.iter().enumerate();
            cells.map(|(column, cell)| if cell.is_none() { other_with(column) } else { None }).collect()
        })
        .collect();
    for (row, told) in rows.iter_mut().zip(told) {
        row.elsewhere = told;
    }
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

/// Stems of the row's readings.
pub(crate) fn stems_of_row<'a>(
    row: &SheetRow,
    article_of: &impl Fn(usize) -> Option<&'a Prepared>,
) -> BTreeSet<&'a str> {
    let mut stems = BTreeSet::new();
    for (column, cell) in row.cells.iter().enumerate() {
        let (Some(cell), Some(article)) = (cell, article_of(column)) else { continue };
        let tokens = cell.passages.iter().flat_map(|passage| article.segmented.tokens_in(passage.span));
        stems.extend(tokens.filter(|token| is_telling(token)).map(|token| token.stem.as_str()));
    }
    stems
}

/// True for words and numbers that tell what a passage is about.
pub(crate) fn is_telling(token: &Token) -> bool {
    match token.kind {
        TokenKind::Mark => false,
        TokenKind::Number => true,
        TokenKind::Word => matches!(class_of(&token.norm), WordClass::Content),
    }
}
