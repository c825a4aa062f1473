//! Data sets: JSON, JSON lines, CSV and TSV with one article a record, under the field names that
//! news collectors use.

use collation::Role;
use serde_json::Value;

use super::draft::Draft;
use super::error::Fault;
use super::exports::MOST_ARTICLES;
use super::moment;

/// Names of the field that holds the text, in lower case, best first.
const TEXT: &[&str] = &[
    "maintext",
    "articlebody",
    "article_body",
    "full_text",
    "fulltext",
    "body",
    "content",
    "text",
    "article",
    "raw_text",
    "story",
];
const TITLE: &[&str] = &["title", "headline", "heading"];
const OUTLET: &[&str] = &[
    "outlet",
    "source",
    "publisher",
    "publication",
    "sitename",
    "source_domain",
    "source-hostname",
    "hostname",
    "newspaper",
    "domain",
    "site",
];
const DATE: &[&str] = &[
    "date_publish",
    "published",
    "publish_date",
    "datepublished",
    "published_at",
    "date",
    "pubdate",
    "publication_date",
    "time",
];
const BYLINE: &[&str] = &["authors", "author", "byline"];
const ADDRESS: &[&str] = &["url", "link", "source_url"];
const LANGUAGE: &[&str] = &["language", "lang"];

type Record = Vec<(String, Value)>;

/// The articles of a JSON value or of JSON lines; `None` where `text` is neither.
pub(super) fn json(text: &str) -> Option<Result<Vec<Draft>, Fault>> {
    let records = match serde_json::from_str::<Value>(text) {
        Ok(value) => records(value),
        Err(_) => {
            let lines: Vec<Value> = text
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(serde_json::from_str)
                .collect::<Result<_, _>>()
                .ok()?;
            lines.into_iter().flat_map(records).collect()
        }
    };
    Some(articles(&records))
}

/// The articles of a table whose cells are parted by `mark`.
pub(super) fn cells(text: &str, mark: char) -> Result<Vec<Draft>, Fault> {
    let mut rows = rows(text, mark).into_iter();
    let names: Vec<String> =
        rows.next().unwrap_or_default().into_iter().map(|name| name.trim().to_lowercase()).collect();
    let records: Vec<Record> =
        rows.map(|row| names.iter().cloned().zip(row.into_iter().map(Value::String)).collect()).collect();
    articles(&records)
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
                None => vec![map.into_iter().map(|(name, value)| (name.to_lowercase(), value)).collect()],
            }
        }
        _ => Vec::new(),
    }
}

fn articles(records: &[Record]) -> Result<Vec<Draft>, Fault> {
    let drafts: Vec<Draft> = records.iter().filter_map(article).take(MOST_ARTICLES).collect();
    if drafts.is_empty() {
        let names: Vec<&str> = records.first().into_iter().flatten().map(|(name, _)| name.as_str()).take(12).collect();
        return Err(Fault::NoArticle(format!(
            "No field holds an article's text (found: {}); call it text, body or content",
            names.join(", ")
        )));
    }
    Ok(drafts)
}

fn article(record: &Record) -> Option<Draft> {
    let get = |names: &[&str]| {
        names.iter().find_map(|wanted| {
            record
                .iter()
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| plain(value))
                .filter(|value| !value.trim().is_empty())
        })
    };
    let text = get(TEXT)?;
    let mut draft = Draft::default();
    draft.meta.title = get(TITLE);
    draft.meta.outlet = get(OUTLET);
    draft.meta.published = get(DATE).and_then(|date| moment::iso(&date));
    draft.meta.byline = get(BYLINE);
    draft.meta.url = get(ADDRESS);
    draft.meta.language = get(LANGUAGE).map(|language| language.to_lowercase()).filter(|language| language.len() == 2);
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
