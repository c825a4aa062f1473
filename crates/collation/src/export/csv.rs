//! Comma-separated values (RFC 4180, UTF-8 without a byte order mark, lines ended by CR LF) in two
//! shapes.
//!
//! A value that a spreadsheet would take for a formula gets an apostrophe in front; everything else,
//! line breaks included, is verbatim.

use std::borrow::Cow;

use super::grid::{Grid, PASSAGE_HEADER, Value, passage_lines};
use super::selection::Choice;
use super::tsv::guarded;
use crate::sheet::Sheet;

/// One line a passage: statement, outlet, date, address, offsets, paragraph, speaker, voice, verb,
/// state, tags, note.
pub fn write_passages(sheet: &Sheet, choice: &Choice) -> String {
    let header = line(PASSAGE_HEADER.iter().map(|&name| name.into()));
    let lines = passage_lines(sheet, choice).into_iter().map(|values| {
        line(values.into_iter().map(|value| match value {
            Value::Text(text) => guarded(&text).into_owned().into(),
            Value::Number(number) => number.to_string().into(),
        }))
    });
    std::iter::once(header).chain(lines).collect()
}

/// One line a statement, one column an article.
pub fn write_statements(sheet: &Sheet, choice: &Choice) -> String {
    let lines = Grid::new(sheet, choice).lines().into_iter();
    lines.map(|values| line(values.iter().map(|value| guarded(value)))).collect()
}

fn line<'a>(values: impl Iterator<Item = Cow<'a, str>>) -> String {
    let values: Vec<Cow<str>> = values.map(quoted).collect();
    values.join(",") + "\r\n"
}

fn quoted(value: Cow<'_, str>) -> Cow<'_, str> {
    if value.contains([',', '"', '\n', '\r']) || value.trim().len() < value.len() {
        format!("\"{}\"", value.replace('"', "\"\"")).into()
    } else {
        value
    }
}
