//! Which column of a data set holds what: a guess from names and contents, and what the reader says
//! instead. Knows records as names with values, not the file that they stand in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a column of a data set can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Text,
    Title,
    Outlet,
    Published,
    Byline,
    Url,
    Language,
}

impl Field {
    /// In the order in which a reader is asked for them.
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Title, Self::Outlet, Self::Published, Self::Byline, Self::Url, Self::Language];

    /// As it is called on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Title => "Title",
            Self::Outlet => "Outlet",
            Self::Published => "Date",
            Self::Byline => "Byline",
            Self::Url => "Address",
            Self::Language => "Language",
        }
    }

    /// Names under which news collectors, and people who write tables in English or German, keep it, in lower case, best
    /// first.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Text => &[
                "maintext",
                "articlebody",
                "article_body",
                "article_text",
                "full_text",
                "fulltext",
                "full text",
                "body",
                "content",
                "text",
                "article",
                "raw_text",
                "story",
                "volltext",
                "artikeltext",
                "inhalt",
                "artikel",
            ],
            Self::Title => &["title", "headline", "heading", "hed", "titel", "überschrift", "schlagzeile"],
            Self::Outlet => &[
                "outlet",
                "source",
                "publisher",
                "publication",
                "publication title",
                "sitename",
                "media",
                "media_name",
                "source_domain",
                "source-hostname",
                "hostname",
                "newspaper",
                "domain",
                "site",
                "medium",
                "quelle",
                "zeitung",
                "publikation",
                "herausgeber",
            ],
            Self::Published => &[
                "date_publish",
                "published",
                "publish_date",
                "datepublished",
                "published_at",
                "publishedat",
                "date",
                "pubdate",
                "publication_date",
                "publication date",
                "seendate",
                "time",
                "datum",
                "veröffentlicht",
                "veröffentlichungsdatum",
                "erscheinungsdatum",
                "erschienen",
            ],
            Self::Byline => &["authors", "author", "byline", "autor", "autorin", "autoren", "verfasser", "verfasserin"],
            Self::Url => &["url", "link", "source_url", "document url", "adresse", "internetadresse"],
            Self::Language => &["language", "lang", "sprache"],
        }
    }
}

/// Which column holds which field. A field without a column is left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(BTreeMap<Field, String>);

impl Mapping {
    /// The name of the column that holds `field`.
    pub fn column(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    /// Takes `field` from `column`, or from nowhere.
    pub fn set(&mut self, field: Field, column: Option<String>) {
        match column {
            Some(column) => self.0.insert(field, column),
            None => self.0.remove(&field),
        };
    }
}

/// The columns of a data set, and what is taken from which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// As the file names them, in lower case.
    pub names: Vec<String>,
    /// The first records, a value a column, each cut to a length that fits a dialog.
    pub samples: Vec<Vec<String>>,
    pub records: usize,
    /// What names and contents suggest.
    pub guess: Mapping,
    /// What the articles were read with.
    pub used: Mapping,
}

impl Columns {
    /// What a mapping is remembered under: the same columns in the same order.
    pub fn signature(&self) -> String {
        self.names.join(" | ")
    }
}

/// A record of a data set: names in lower case, values as plain text.
pub(super) type Record = Vec<(String, String)>;

/// Records whose columns are looked at, and those that are shown.
const LOOKED_AT: usize = 50;
const SHOWN: usize = 3;
/// Characters of a value that are shown.
const SHOWN_CHARS: usize = 160;
/// A column of this many characters a record, on average, may hold the text whatever its name.
const LONG: usize = 150;

/// The columns of `records`, mapped as the reader says, else as remembered, else as guessed.
pub(super) fn of(records: &[Record], said: Option<&Mapping>, remembered: &BTreeMap<String, Mapping>) -> Columns {
    let mut columns = Columns { records: records.len(), ..Columns::default() };
    for (name, _) in records.iter().take(LOOKED_AT).flatten() {
        if !columns.names.contains(name) {
            columns.names.push(name.clone());
        }
    }
    let cut = |value: &str| -> String {
        value.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SHOWN_CHARS).collect()
    };
    columns.samples = records
        .iter()
        .take(SHOWN)
        .map(|record| columns.names.iter().map(|name| cut(value(record, name))).collect())
        .collect();
    columns.guess = guess(&columns.names, records);
    let fits = |mapping: &&Mapping| mapping.0.values().all(|column| columns.names.contains(column));
    let used = said.or_else(|| remembered.get(&columns.signature()).filter(fits)).unwrap_or(&columns.guess);
    columns.used = used.clone();
    columns
}

/// The value of `column` in `record`, empty where there is none.
pub(super) fn value<'a>(record: &'a Record, column: &str) -> &'a str {
    record.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value.as_str())
}

fn guess(names: &[String], records: &[Record]) -> Mapping {
    let mut mapping = Mapping::default();
    let has_values = |name: &str| records.iter().any(|record| !value(record, name).trim().is_empty());
    for field in Field::ALL {
        let known = field.names().iter().find(|known| names.iter().any(|name| name == *known) && has_values(known));
        mapping.set(field, known.map(|name| (*name).to_owned()));
    }
    let looked_at = || records.iter().take(LOOKED_AT);
    let mean =
        |name: &str| looked_at().map(|record| value(record, name).len()).sum::<usize>() / looked_at().count().max(1);
    if mapping.column(Field::Text).is_none() {
        let taken = |name: &String| mapping.0.values().any(|column| column == name);
        let longest = names.iter().filter(|name| !taken(name)).max_by_key(|name| mean(name));
        mapping.set(Field::Text, longest.filter(|name| mean(name) >= LONG).cloned());
    }
    mapping
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(rows: &[&[(&str, &str)]]) -> Vec<Record> {
        let cells = |row: &[(&str, &str)]| row.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        rows.iter().map(|row| cells(row)).collect()
    }

    #[test]
    fn german_heads_are_known() {
        let heads = ["Titel", "Text", "Datum", "Medium", "Autor", "Sprache", "Link"].map(str::to_lowercase);
        let row: Vec<(&str, &str)> = heads.iter().map(|head| (head.as_str(), "x")).collect();
        let guess = of(&records(&[&row]), None, &BTreeMap::new()).guess;
        for (field, head) in [
            (Field::Title, "titel"),
            (Field::Text, "text"),
            (Field::Published, "datum"),
            (Field::Outlet, "medium"),
            (Field::Byline, "autor"),
            (Field::Language, "sprache"),
            (Field::Url, "link"),
        ] {
            assert_eq!(guess.column(field), Some(head));
        }
        let guess =
            of(&records(&[&[("überschrift", "x"), ("quelle", "x"), ("inhalt", "x")]]), None, &BTreeMap::new()).guess;
        let found = [Field::Title, Field::Outlet, Field::Text].map(|field| guess.column(field));
        assert_eq!(found, [Some("überschrift"), Some("quelle"), Some("inhalt")]);
    }

    #[test]
    fn columns_are_guessed_remembered_or_said() {
        let long = "A long story of the harbour. ".repeat(20);
        let rows = records(&[&[("kop", "One"), ("tekst", &long), ("date", "2024-04-04")], &[("tekst", "Short")]]);
        let columns = of(&rows, None, &BTreeMap::new());
        assert_eq!(columns.signature(), "kop | tekst | date");
        assert_eq!(columns.used, columns.guess);
        assert_eq!(columns.guess.column(Field::Text), Some("tekst"), "by its length");
        assert_eq!(columns.guess.column(Field::Published), Some("date"), "by its name");
        assert_eq!(columns.guess.column(Field::Title), None);

        let mut mapping = columns.guess.clone();
        mapping.set(Field::Title, Some("kop".to_owned()));
        let remembered = BTreeMap::from([(columns.signature(), mapping.clone())]);
        assert_eq!(of(&rows, None, &remembered).used, mapping);
        assert_eq!(of(&rows, Some(&columns.guess), &remembered).used, columns.guess);
        let kept = serde_json::to_string(&remembered).unwrap();
        assert_eq!(serde_json::from_str::<BTreeMap<String, Mapping>>(&kept).unwrap(), remembered);
        mapping.set(Field::Url, Some("gone".to_owned()));
        let stale = BTreeMap::from([(columns.signature(), mapping)]);
        assert_eq!(of(&rows, None, &stale).used, columns.guess, "a column that is not there");
    }
}
