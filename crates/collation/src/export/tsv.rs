//! Tab-separated values: one line a statement, one column an article.
//!
//! A tab or line break inside a value becomes a space. A value that a spreadsheet would take for a
//! formula gets an apostrophe in front.

use std::borrow::Cow;

use super::grid::{Grid, head};
use super::phrases::{one_line, sigil_of};
use super::selection::{Choice, Table};
use super::wording::Head;
use crate::sheet::Sheet;

/// The chosen part of `sheet`, statements × articles, with a header line.
///
/// With several events the columns are those of all, and a cell is empty where the statement was
/// not found as well as where the article belongs to another event.
pub fn write(sheet: &Sheet, choice: &Choice) -> String {
    let grid = Grid::new(sheet, choice);
    grid.lines().into_iter().map(|values| line(values.into_iter().map(Cow::from)) + "\n").collect()
}

/// The table with a header line; what was left out stands in a last line of its own.
pub(super) fn table(table: &Table) -> String {
    let mut lines = Vec::with_capacity(table.rows.len() + 2);
    let heads = table.articles().map(|(column, article)| head(table.wording, sigil_of(table.event, column), article));
    let about = [Head::Number, Head::Statement, Head::Speaker].map(|about| table.wording.head(about));
    lines.push(line(about.into_iter().chain(heads).map(Cow::from)));
    for row in table.rows() {
        let about = [row.number.to_string(), row.title.clone(), row.speaker.clone().unwrap_or_default()];
        let cells = table.cells(row).map(|(_, article, cell)| cell.map(|cell| cell.text(article)).unwrap_or_default());
        lines.push(line(about.into_iter().chain(cells).map(Cow::from)));
    }
    if let Some(left_out) = &table.left_out {
        lines.push(line([Cow::from(left_out.as_str())].into_iter()));
    }
    lines.join("\n") + "\n"
}

fn line<'a>(values: impl Iterator<Item = Cow<'a, str>>) -> String {
    let values: Vec<String> = values.map(|value| guarded(&one_line(&value)).into_owned()).collect();
    values.join("\t")
}

/// The value with an apostrophe in front where a spreadsheet would compute it.
pub fn guarded(value: &str) -> Cow<'_, str> {
    if value.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || value.starts_with(['\t', '\r', '\n'])
    {
        format!("'{value}").into()
    } else {
        value.into()
    }
}
