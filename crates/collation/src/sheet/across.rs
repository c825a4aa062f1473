//! Words that one row has alone, though another row has their answer.

use super::SheetRow;
use crate::span::Span;
use crate::variation::{Run, RunKind};

/// In a passage that stands in several rows, takes *only here* off what has its answer in another of them: nothing stands
/// only here that another article has, whichever row shows it. A row of which nothing else differs keeps it.
pub(super) fn answer_across(rows: &mut [SheetRow]) {
    let columns = rows.first().map_or(0, |row| row.cells.len());
    let answered: Vec<Vec<Span>> = (0..columns).map(|column| answered_in(rows, column)).collect();
    for row in rows {
        let is_answered = |column: usize, run: &Run| {
            let spans = answered.get(column).map(Vec::as_slice).unwrap_or_default();
            let from = spans.partition_point(|span| span.end <= run.span.start);
            let near = spans.iter().skip(from).take_while(|span| span.start < run.span.end);
            let held: usize = near.map(|span| span.overlap(run.span)).sum();
            run.kind == RunKind::OnlyHere && held > 0 && held * 2 >= run.span.len()
        };
        let cells = || row.cells.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
        let mut runs = cells().flat_map(|(column, cell)| cell.runs.iter().map(move |run| (column, run)));
        if !runs.any(|(column, run)| run.kind != RunKind::Shared && !is_answered(column, run)) {
            continue;
        }
        for (column, cell) in row.cells.iter_mut().enumerate() {
            for run in cell.iter_mut().flat_map(|cell| &mut cell.runs) {
                if is_answered(column, run) {
                    run.kind = RunKind::Shared;
                }
            }
        }
    }
}

/// What the column's passages have an answer for in any of their rows, in text order.
fn answered_in(rows: &[SheetRow], column: usize) -> Vec<Span> {
    let cells = rows.iter().filter_map(|row| row.cells.get(column)?.as_ref());
    let runs = cells.flat_map(|cell| &cell.runs).filter(|run| !run.mates.is_empty());
    crate::contrast::merged(runs.map(|run| run.span).collect())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{cell, row};
    use super::*;

    fn run(kind: RunKind, span: Span, mates: &[(usize, Span)]) -> Run {
        Run { kind, span, mates: mates.to_vec(), by_model: false }
    }

    #[test]
    fn what_another_row_has_an_answer_for_does_not_stand_only_here() {
        let (first, second, third) = (Span::new(0, 20), Span::new(20, 40), Span::new(40, 60));
        let answered = [run(RunKind::Shared, first, &[(1, Span::new(0, 20))]), run(RunKind::OnlyHere, second, &[])];
        let alone = [
            run(RunKind::OnlyHere, first, &[]),
            run(RunKind::OnlyHere, second, &[]),
            run(RunKind::Shared, third, &[(2, Span::new(0, 20))]),
        ];
        let mut rows = vec![
            row(vec![Some(cell(Span::new(0, 60), &answered)), None]),
            row(vec![Some(cell(Span::new(0, 60), &alone)), None]),
        ];
        answer_across(&mut rows);
        let kinds = |row: &SheetRow| -> Vec<RunKind> {
            row.cells.iter().flatten().flat_map(|cell| cell.runs.iter().map(|run| run.kind)).collect()
        };
        assert_eq!(
            rows.iter().map(kinds).collect::<Vec<_>>(),
            [vec![RunKind::Shared, RunKind::OnlyHere], vec![RunKind::Shared, RunKind::OnlyHere, RunKind::Shared],]
        );
    }
}
