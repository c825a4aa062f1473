//! How many of the other readings kept each word of the one they are compared with: what a reader of
//! an original statement wants to see.

use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::sheet::{SheetCell, SheetEvent, SheetRow};
use crate::span::Span;
use crate::variation::RunKind;

/// A word of the base with the number of other readings that have the same word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    pub span: Span,
    pub by: usize,
}

/// The words of `row`'s reading in `column`, which the others were compared with, in text order.
pub fn kept_words<A: AsRef<Prepared>>(event: &SheetEvent, row: &SheetRow, column: usize, articles: &[A]) -> Vec<Kept> {
    let article_of =
        |column: usize| event.members.get(column).and_then(|&member| articles.get(member)).map(AsRef::as_ref);
    let (Some(article), Some(Some(cell))) = (article_of(column), row.cells.get(column)) else { return Vec::new() };
    let others: Vec<(&SheetCell, &Prepared)> = (0..row.cells.len())
        .filter(|&other| other != column)
        .filter_map(|other| Some((row.cells.get(other)?.as_ref()?, article_of(other)?)))
        .collect();
    let passages = cell.passages.iter().flat_map(|passage| article.segmented.tokens_in(passage.span));
    passages
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| Kept {
            span: token.span,
            by: others.iter().filter(|(cell, article)| keeps(cell, article, column, token)).count(),
        })
        .collect()
}

/// True where a shared run of the cell answers the token and holds the same word.
fn keeps(cell: &SheetCell, article: &Prepared, column: usize, token: &Token) -> bool {
    cell.runs.iter().filter(|run| matches!(run.kind, RunKind::Shared | RunKind::Moved)).any(|run| {
        run.mates.iter().any(|(base, mate)| *base == column && mate.covers(token.span))
            && article.segmented.tokens_in(run.span).iter().any(|other| other.norm == token.norm)
    })
}
