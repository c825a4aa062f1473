//! Tab-separated values: one line a statement, one column an article.
//!
//! A tab or line break inside a value becomes a space. A value that a spreadsheet would take for a
//! formula gets an apostrophe in front.

use std::borrow::Cow;

use super::clip::Table;
use super::phrases::{BETWEEN, date_of, one_line, sigil_of};
use crate::prepare::Prepared;
use crate::sheet::SheetCell;

/// The table with a header line; what was left out stands in a last line of its own.
pub(super) fn table(table: &Table) -> String {
    let mut lines = Vec::with_capacity(table.rows.len() + 2);
    let heads = table.articles().map(|(column, article)| head(&sigil_of(table.event, column).to_string(), article));
    lines.push(line(["No.", "Statement", "Speaker"].into_iter().map(Cow::from).chain(heads.map(Cow::from))));
    for row in &table.rows {
        let about = [row.number.to_string(), row.title.clone(), row.speaker.clone().unwrap_or_default()];
        let cells =
            table.cells(row).map(|(_, article, cell)| cell.map(|cell| passages(article, cell)).unwrap_or_default());
        lines.push(line(about.into_iter().chain(cells).map(Cow::from)));
    }
    if let Some(left_out) = &table.left_out {
        lines.push(line([Cow::from(left_out.as_str())].into_iter()));
    }
    lines.join("\n") + "\n"
}

/// `A Maren Courier, 13 October 2026`.
pub(super) fn head(letter: &str, article: &Prepared) -> String {
    let date = date_of(article).map(|date| format!(", {date}")).unwrap_or_default();
    format!("{letter} {}{date}", article.witness.name())
}

pub(super) fn passages(article: &Prepared, cell: &SheetCell) -> String {
    let passages: Vec<&str> = cell.passages.iter().map(|passage| article.witness.text.slice(passage.span)).collect();
    passages.join(BETWEEN)
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
