//! The sheet as plain values in two shapes, for every format that is a grid of values: statements ×
//! articles, and one line a passage. Programs read them, so what is said in them is English.

use super::differences::differences;
use super::phrases::{alone, cue_of, state_of};
use super::selection::{Choice, Table};
use super::wording::{Phrase, Wording, voice_words};
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetRow};
use crate::witness::Sigil;

/// One line a statement; the columns of all chosen events behind each other.
pub(super) struct Grid<'a> {
    tables: Vec<Table<'a>>,
    /// Articles that have a column, as indices into those of the sheet.
    articles: Vec<usize>,
    choice: &'a Choice,
    sheet: &'a Sheet,
}

impl<'a> Grid<'a> {
    pub fn new(sheet: &'a Sheet, choice: &'a Choice) -> Self {
        let tables = choice.tables(sheet);
        let mut articles: Vec<usize> = Vec::new();
        for table in &tables {
            let members = table.columns.iter().filter_map(|&column| table.event.members.get(column).copied());
            for member in members {
                if !articles.contains(&member) {
                    articles.push(member);
                }
            }
        }
        Self { tables, articles, choice, sheet }
    }

    /// The header and one line a statement, all of one length.
    pub fn lines(&self) -> Vec<Vec<String>> {
        let mut header: Vec<String> =
            ["event", "statement", "title", "speaker", "state", "about", "tags", "note"].map(str::to_owned).to_vec();
        header.extend(self.articles.iter().filter_map(|&member| {
            let article = self.sheet.articles.get(member)?;
            Some(head(Wording::default(), Sigil(member), article))
        }));
        let english = Wording::default();
        let mut lines = vec![header];
        for table in &self.tables {
            for row in table.rows() {
                let mut line = vec![
                    table.number.to_string(),
                    row.number.to_string(),
                    row.title.clone(),
                    row.speaker.clone().unwrap_or_default(),
                    english.say(&Phrase::State(state_of(row))),
                    english.rest_of_row(row),
                    self.choice.tags_on(table, row).join("; "),
                    self.choice.notes_on(table, row).join("\n"),
                ];
                line.extend(self.articles.iter().map(|&member| {
                    let column = table.event.members.iter().position(|&other| other == member);
                    let shown = table.cells(row).find(|&(other, ..)| Some(other) == column);
                    shown.and_then(|(_, article, cell)| Some(cell?.text(article))).unwrap_or_default()
                }));
                lines.push(line);
            }
        }
        lines
    }
}

/// `A Maren Courier, 13 October 2026`.
pub(super) fn head(wording: Wording, letter: Sigil, article: &Prepared) -> String {
    let date = wording.date_of(article).map(|date| format!(", {date}")).unwrap_or_default();
    format!("{letter} {}{date}", article.witness.name())
}

/// A value of the second shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Number(usize),
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

/// Names of the values of [`passage_lines`].
pub(super) const PASSAGE_HEADER: [&str; 19] = [
    "event",
    "statement",
    "title",
    "article",
    "outlet",
    "published",
    "url",
    "start",
    "end",
    "paragraph",
    "role",
    "passage",
    "speaker",
    "voice",
    "verb",
    "state",
    "differences",
    "tags",
    "note",
];

/// One line a passage, in the order of statements, articles and text.
pub(super) fn passage_lines(sheet: &Sheet, choice: &Choice) -> Vec<Vec<Value>> {
    let mut lines = Vec::new();
    for table in choice.tables(sheet) {
        for row in table.rows() {
            for (column, article, cell) in table.cells(row) {
                let letter = Sigil(table.event.members.get(column).copied().unwrap_or_default());
                lines.extend(cell.into_iter().flat_map(|cell| cell_lines(&table, row, letter, article, cell, choice)));
            }
        }
    }
    lines
}

fn cell_lines(
    table: &Table,
    row: &SheetRow,
    letter: Sigil,
    article: &Prepared,
    cell: &SheetCell,
    choice: &Choice,
) -> Vec<Vec<Value>> {
    let english = Wording::default();
    let meta = &article.witness.meta;
    let known = |field: &Option<String>| Value::Text(field.clone().unwrap_or_default());
    let differences: Vec<String> =
        differences(table, row, choice.marks).iter().map(|difference| difference.in_short(english)).collect();
    cell.passages
        .iter()
        .map(|passage| {
            let role = serde_json::to_value(passage.role).ok();
            let own = alone(article, cell, *passage);
            vec![
                table.number.into(),
                row.number.into(),
                row.title.as_str().into(),
                letter.to_string().into(),
                known(&meta.outlet),
                known(&meta.published),
                known(&meta.url),
                passage.span.start.into(),
                passage.span.end.into(),
                passage.paragraph.into(),
                role.as_ref().and_then(|role| role.as_str()).unwrap_or_default().into(),
                article.witness.text.slice(passage.span).into(),
                own.speaker.as_deref().unwrap_or_default().into(),
                voice_words(own.voice).into(),
                cue_of(article, &own).unwrap_or_default().into(),
                english.say(&Phrase::State(state_of(row))).into(),
                differences.join("; ").into(),
                choice.tags_on(table, row).join("; ").into(),
                choice.notes_on(table, row).join("\n").into(),
            ]
        })
        .collect()
}
