//! Which passages of a long cell a drawn difference tells of or compares: where some of its passages are folded away,
//! these are not.

use std::ops::Range;

use super::{SheetCell, SheetRow};
use crate::contrast::{ContrastKind, Evidence};

/// The kinds that are drawn on words and that say nothing without what they are compared with.
const DRAWN: [ContrastKind; 3] = [ContrastKind::Cut, ContrastKind::Fact, ContrastKind::Force];

/// Takes down in every cell which of its passages differences tell of or compare, and makes one of them its main one.
pub(super) fn take_down_compared(rows: &mut [SheetRow]) {
    for row in rows {
        let found: Vec<Option<Range<usize>>> = (0..row.cells.len()).map(|column| compared_in(row, column)).collect();
        for (cell, range) in row.cells.iter_mut().zip(found) {
            let (Some(cell), Some(range)) = (cell, range) else { continue };
            if !range.contains(&cell.main) {
                cell.main = range.start;
            }
            cell.compared = range;
        }
    }
}

/// The passages of a cell with several from the first to the last that a drawn difference rests on.
fn compared_in(row: &SheetRow, column: usize) -> Option<Range<usize>> {
    let cell = row.cells.get(column)?.as_ref().filter(|cell| cell.passages.len() > 1)?;
    let told = row.contrasts.iter().filter(|contrast| DRAWN.contains(&contrast.kind));
    let places = told.flat_map(|contrast| &contrast.evidence).filter_map(|evidence| {
        if evidence.column == column { place_of(cell, evidence) } else { partner(row, cell, column, evidence) }
    });
    let range = |at: usize| at..at + 1;
    places.map(range).reduce(|all, one| all.start.min(one.start)..all.end.max(one.end))
}

/// The passage of `cell` that holds the evidence; a place where words are missing may be its end.
fn place_of(cell: &SheetCell, evidence: &Evidence) -> Option<usize> {
    let span = evidence.span;
    let holds = |end: usize, start: usize| span.start >= start && span.start < end;
    let mut passages = cell.passages.iter().map(|passage| passage.span);
    let within = passages.clone().position(|passage| holds(passage.end, passage.start));
    within.or_else(|| passages.position(|passage| holds(passage.end + 1, passage.start)))
}

/// The passage of `cell` in `column` that answers most of the passage with the evidence, which stands in another column.
fn partner(row: &SheetRow, cell: &SheetCell, column: usize, evidence: &Evidence) -> Option<usize> {
    let other = row.cells.get(evidence.column)?.as_ref()?;
    let passage = other.passages.get(place_of(other, evidence)?)?.span;
    let runs = other.runs.iter().filter(|run| run.span.overlaps(passage));
    let mates = runs.flat_map(|run| &run.mates).filter(|(mate, _)| *mate == column);
    let mates: Vec<_> = mates.map(|&(_, span)| span).collect();
    let held = cell.passages.iter().map(|passage| mates.iter().map(|mate| mate.overlap(passage.span)).sum::<usize>());
    let best = held.enumerate().filter(|&(_, held)| held > 0);
    best.max_by_key(|&(at, held)| (held, std::cmp::Reverse(at))).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{cell, row};
    use super::*;
    use crate::contrast::{Contrast, EvidencePart, Note};
    use crate::span::Span;
    use crate::table::Certainty;
    use crate::variation::{Run, RunKind};

    #[test]
    fn what_a_box_is_compared_with_is_never_folded_away() {
        let passage = |start: usize, end: usize| {
            let cell = cell(Span::new(start, end), &[]);
            cell.passages.into_iter().next().expect("a passage")
        };
        // The quotation of the second column answers the first passage of the base; its third answers most of the row.
        let mates = vec![(0, Span::new(5, 20))];
        let answered = Run { kind: RunKind::Shared, span: Span::new(0, 15), mates, by_model: false };
        let mut base = cell(Span::new(0, 30), &[]);
        base.passages = vec![passage(0, 30), passage(40, 60), passage(70, 200)];
        base.main = 2;
        let other = cell(Span::new(0, 50), &[answered]);
        let evidence = vec![Evidence { column: 1, span: Span::new(20, 50), part: EvidencePart::Words }];
        let cut =
            Contrast { kind: ContrastKind::Cut, certainty: Certainty::Rule, note: Note::OtherWordsQuoted, evidence };
        let mut rows = [row(vec![Some(base.clone()), Some(other.clone())]), row(vec![Some(base), Some(other)])];
        rows[0].contrasts = vec![cut];
        take_down_compared(&mut rows);
        let told = |row: &SheetRow| row.cells[0].as_ref().map(|cell| (cell.main, cell.core()));
        assert_eq!(told(&rows[0]), Some((0, 0..1)), "the partner");
        assert_eq!(told(&rows[1]), Some((2, 2..3)), "without a box the one that answers most");
    }
}
