//! Data sets: JSON, JSON lines, CSV and TSV with one article a record. Knows records; which column
//! holds what is for [`super::columns`].

use collation::Role;
use serde_json::{Map, Value};

use super::columns::{self, Columns, Field, Record};
use super::draft::Draft;
use super::exports::MOST_ARTICLES;
use super::moment;
use super::notice::IntakeNotice;

/// The records of a data set.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub records: Vec<Record>,
    /// About records that could not be read.
    pub notices: Vec<IntakeNotice>,
}

/// The records of a JSON value or of JSON lines; `None` where `text` is neither.
pub(super) fn json(text: &str) -> Option<Table> {
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        return Some(Table { records: records(value), ..Table::default() });
    }
    let mut table = Table::default();
    let mut damaged = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) => table.records.extend(records(value)),
            Err(_) => damaged.push(at + 1),
        }
    }
    if let Some(first) = damaged.first() {
        table.notices.push(IntakeNotice::NoJson { count: damaged.len(), first: *first });
    }
    (!table.records.is_empty() && damaged.len() <= table.records.len()).then_some(table)
}

/// The records of a table whose cells are parted by `mark`, or by the one that its first line uses much more.
pub(super) fn cells(text: &str, mark: char) -> Table {
    let first = text.lines().next().unwrap_or_default();
    let count = |other: char| first.matches(other).count() * if other == mark { 2 } else { 1 };
    let mark = [',', '\t', ';', mark].into_iter().max_by_key(|other| count(*other)).unwrap_or(mark);
    let mut rows = rows(text, mark).into_iter();
    let names: Vec<String> =
        rows.next().unwrap_or_default().into_iter().map(|name| name.trim().to_lowercase()).collect();
    let is_empty = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    let records = rows.filter(|row| !is_empty(row)).map(|row| names.iter().cloned().zip(row).collect()).collect();
    Table { records, ..Table::default() }
}

fn records(value: Value) -> Vec<Record> {
    match value {
        Value::Array(values) => values.into_iter().flat_map(records).collect(),
        Value::Object(map) => {
            let list = ["articles", "data", "results", "docs", "items", "hits"]
                .iter()
                .find_map(|key| map.get(*key).filter(|value| value.is_array()));
            match list {
                Some(list) => records(list.clone()),
                None => vec![record(map)],
            }
        }
        _ => Vec::new(),
    }
}

fn record(map: Map<String, Value>) -> Record {
    map.into_iter().map(|(name, value)| (name.trim().to_lowercase(), plain(&value))).collect()
}

/// The articles of `records`, their fields taken as `columns` say.
pub(super) fn articles(records: &[Record], columns: &Columns) -> Vec<Draft> {
    records.iter().filter_map(|record| article(record, columns)).take(MOST_ARTICLES).collect()
}

fn article(record: &Record, columns: &Columns) -> Option<Draft> {
    let get = |field: Field| {
        let value = columns::value(record, columns.used.column(field)?);
        Some(value.to_owned()).filter(|value| !value.trim().is_empty())
    };
    let text = get(Field::Text)?;
    let mut draft = Draft::default();
    draft.meta.title = get(Field::Title);
    draft.meta.outlet = get(Field::Outlet);
    draft.meta.published = get(Field::Published).and_then(|date| moment::iso(&date));
    draft.meta.byline = get(Field::Byline);
    draft.meta.url = get(Field::Url);
    draft.meta.language =
        get(Field::Language).map(|language| language.to_lowercase()).filter(|language| language.len() == 2);
    if let Some(title) = draft.meta.title.clone() {
        draft.push(Role::Headline, &title, None);
    }
    let mark = if text.contains("\n\n") { "\n\n" } else { "\n" };
    text.split(mark).for_each(|paragraph| draft.push(Role::Body, paragraph, None));
    (draft.body_chars() > 0).then_some(draft)
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace("\r\n", "\n"),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(map) => map.get("name").map(plain).unwrap_or_default(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) => String::new(),
    }
}

/// Rows of cells; a cell in quotation marks may hold marks, line ends and doubled quotation marks.
pub(super) fn rows(text: &str, mark: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            c if c == mark && !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_marks_and_line_ends() {
        assert_eq!(rows("a,b\r\n\"x, \"\"y\"\"\nz\",2\n", ','), [vec!["a", "b"], vec!["x, \"y\"\nz", "2"]]);
        assert_eq!(rows("", ','), Vec::<Vec<String>>::new());
    }
}
