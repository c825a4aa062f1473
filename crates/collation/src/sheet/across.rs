//! Words that one row has alone, though another row has their answer.

use super::SheetRow;
use crate::span::Span;
use crate::variation::RunKind;

/// In a passage that stands in several rows, takes *only here* off what has its answer in another of them: nothing stands
/// only here that another article has, whichever row shows it.
pub(super) fn answer_across(rows: &mut [SheetRow]) {
    for column in 0..rows.first().map_or(0, |row| row.cells.len()) {
        let answered = |row: &SheetRow| -> Vec<Span> {
            let runs = row.cells.get(column).and_then(Option::as_ref).map(|cell| cell.runs.as_slice());
            let runs = runs.unwrap_or_default().iter().filter(|run| !run.mates.is_empty());
            runs.map(|run| run.span).collect()
        };
        let mut spans: Vec<Span> = rows.iter().flat_map(answered).collect();
        spans.sort_unstable();
        let spans = crate::contrast::merged(spans);
        let cells = rows.iter_mut().filter_map(|row| row.cells.get_mut(column)?.as_mut());
        for run in cells.flat_map(|cell| &mut cell.runs).filter(|run| run.kind == RunKind::OnlyHere) {
            let from = spans.partition_point(|span| span.end <= run.span.start);
            let near = spans.iter().skip(from).take_while(|span| span.start < run.span.end);
            let answered: usize = near.map(|span| span.overlap(run.span)).sum();
            if answered * 2 >= run.span.len() && answered > 0 {
                run.kind = RunKind::Shared;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{cell, row};
    use super::*;
    use crate::variation::Run;

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
