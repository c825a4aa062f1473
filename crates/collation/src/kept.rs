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

/// For each other reading of the row, by column: what it has for the word at `word` of the reading in
/// `column`, which the others were compared with. Empty where it has nothing for it.
pub fn answers_to_word<A: AsRef<Prepared>>(
    event: &SheetEvent,
    row: &SheetRow,
    column: usize,
    word: Span,
    articles: &[A],
) -> Vec<(usize, Vec<Span>)> {
    let article_of =
        |column: usize| event.members.get(column).and_then(|&member| articles.get(member)).map(AsRef::as_ref);
    let Some(base) = article_of(column) else { return Vec::new() };
    let others = row.cells.iter().enumerate().filter(|(other, _)| *other != column);
    others
        .filter_map(|(other, cell)| {
            let (cell, article) = (cell.as_ref()?, article_of(other)?);
            let mut found: Vec<Span> = Vec::new();
            for run in &cell.runs {
                for (_, mate) in run.mates.iter().filter(|(base, mate)| *base == column && mate.overlaps(word)) {
                    let span = if matches!(run.kind, RunKind::Shared | RunKind::Moved) {
                        same_word(base, *mate, word, article, run.span)
                    } else {
                        run.span
                    };
                    if !found.contains(&span) {
                        found.push(span);
                    }
                }
            }
            Some((other, found))
        })
        .collect()
}

/// The word of `run` that answers `word` of the run's mate: the one at the same place in it, where
/// both are as many words long, else the first with the same form, else the run as a whole.
fn same_word(base: &Prepared, mate: Span, word: Span, article: &Prepared, run: Span) -> Span {
    let words = |article: &Prepared, span: Span| -> Vec<Token> {
        let tokens = article.segmented.tokens_in(span).iter();
        tokens.filter(|token| token.kind != TokenKind::Mark).cloned().collect()
    };
    let (there, here) = (words(base, mate), words(article, run));
    let Some(at) = there.iter().position(|token| token.span.overlaps(word)) else { return run };
    let in_step = here.get(at).filter(|_| there.len() == here.len());
    let asked = there.get(at);
    let same_form = || here.iter().find(|token| asked.is_some_and(|asked| asked.norm == token.norm));
    in_step.or_else(same_form).map_or(run, |token| token.span)
}

/// True where a shared run of the cell answers the token and holds the same word.
fn keeps(cell: &SheetCell, article: &Prepared, column: usize, token: &Token) -> bool {
    cell.runs.iter().filter(|run| matches!(run.kind, RunKind::Shared | RunKind::Moved)).any(|run| {
        run.mates.iter().any(|(base, mate)| *base == column && mate.covers(token.span))
            && article.segmented.tokens_in(run.span).iter().any(|other| other.norm == token.norm)
    })
}
