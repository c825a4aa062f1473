//! The text of one cell and its height: laid out, or estimated from how long it is. Keeps nothing.

use std::ops::Range;

use collation::ruling::Anchor;
use collation::sheet::{SheetCell, SheetRow};
use collation::span::Span;
use egui::Painter;

use super::columns::Columns;
use super::folding::{LONG_CELL, part_around};
use crate::finding::places;
use crate::marks::{CellText, Composing, Fold, compose};
use crate::panels::Shown;
use crate::panels::shading::shaded_words;
use crate::theme::{self, metrics};

/// About how many lines a cell's text takes up; 0 for a hollow cell.
pub(super) fn lines_of(shown: &Shown<'_>, row: &SheetRow, column: usize, width: f32) -> f32 {
    let cell = row.cells.get(column).and_then(Option::as_ref);
    let passages = cell.into_iter().flat_map(|cell| &cell.passages);
    let is_whole = cell_anchor(shown, row, column).is_some_and(|cell| shown.view.unfolded.contains(&cell));
    let lines = passages.map(|passage| (passage.span.len() as f32 * shown.text.cell() * 0.47 / width).ceil() as usize);
    let lines: Vec<usize> = lines.collect();
    let all: usize = lines.iter().sum();
    let part = part_around(&lines, cell.map_or(0..1, |cell| core(shown, cell, column)));
    let part = lines.get(part).unwrap_or_default().iter().sum::<usize>() + 1;
    (if is_whole || all <= LONG_CELL { all } else { part }) as f32
}

/// The passages of a cell that are never folded away: the one that the reader has just moved there, else those that
/// matter most.
fn core(shown: &Shown<'_>, cell: &SheetCell, column: usize) -> Range<usize> {
    let article = shown.article(column).map(|article| article.key);
    let brought = shown.view.brought.filter(|brought| Some(brought.article) == article);
    let at = brought.and_then(|brought| cell.passages.iter().position(|it| it.span.overlaps(brought.span)));
    at.map_or_else(|| cell.core(), |at| at..at + 1)
}

/// The first passage of a cell, by which it is known whether it is unfolded.
pub(super) fn cell_anchor(shown: &Shown<'_>, row: &SheetRow, column: usize) -> Option<Anchor> {
    let span = row.cells.get(column)?.as_ref()?.passages.first()?.span;
    let member = *shown.event?.members.get(column)?;
    Some(Anchor { article: shown.sheet.articles.get(member)?.witness.key, span })
}

/// Height of a row whose tallest text is `text` points high.
pub(super) fn row_height(text: f32) -> f32 {
    let cell = text + metrics::CELL_TOP + metrics::META_LINE + metrics::META_GAP + metrics::CELL_BOTTOM;
    (metrics::BAND + cell.max(metrics::MIN_CELL) + 1.0).ceil()
}

pub(super) fn estimate(shown: &Shown<'_>, row: &SheetRow, columns: &Columns) -> f32 {
    if shown.view.is_folded(row) {
        return metrics::BAND;
    }
    let lines =
        (0..row.cells.len()).map(|column| lines_of(shown, row, column, columns.text_width())).fold(0.0, f32::max);
    row_height(lines * shown.text.cell_line())
}

pub(super) fn text_of(
    painter: &Painter,
    shown: &Shown<'_>,
    row: &SheetRow,
    column: usize,
    width: f32,
) -> Option<CellText> {
    let cell = row.cells.get(column)?.as_ref()?;
    let member = *shown.event?.members.get(column)?;
    let article = shown.sheet.articles.get(member)?;
    let mut lit: Vec<Span> = match &shown.view.lit {
        Some((anchor, _)) if *anchor == row.anchor => shown.lit_words(column),
        _ => Vec::new(),
    };
    let words = shown.view.search.trim();
    if !words.is_empty() {
        lit.extend(cell.passages.iter().flat_map(|passage| places(&article.witness.text, passage.span, words)));
    }
    let kept = shaded_words(shown, row, column);
    let is_base = row.compared_with(shown.event?.base) == Some(column);
    let how = |part: &Range<usize>| Composing {
        before: part.start,
        passages: part.len(),
        row,
        column,
        is_base,
        switches: shown.view.shown_marks(),
        density: shown.view.shown_density(),
        lit: &lit,
        kept: &kept,
    };
    let tokens = theme::tokens(painter.ctx());
    let lay_out = |part: Range<usize>| compose(cell, article, how(&part)).lay_out(painter, tokens, width, shown.text);
    let all = cell.passages.len();
    let mut text = lay_out(0..all);
    let lines = text.lines_of_passages();
    let part = part_around(&lines, core(shown, cell, column));
    if lines.iter().sum::<usize>() <= LONG_CELL || part.len() >= all {
        return Some(text);
    }
    // What was asked for or is searched is never folded away.
    let visible = cell.passages.get(part.clone()).unwrap_or_default();
    let is_hidden = |span: &Span| !visible.iter().any(|passage| passage.span.overlaps(*span));
    if cell_anchor(shown, row, column).is_some_and(|cell| shown.view.unfolded.contains(&cell)) {
        text.fold = Fold::Open;
    } else if !lit.iter().any(is_hidden) {
        let fold = Fold::Closed { before: part.start, after: all - part.end };
        text = lay_out(part);
        text.fold = fold;
    }
    Some(text)
}
