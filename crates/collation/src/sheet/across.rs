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
