//! Statements × articles as plain values, for every format that is a grid of values.

use super::phrases::{about_row, date_of, state_of};
use super::selection::{Choice, Table};
use crate::prepare::Prepared;
use crate::sheet::Sheet;
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
            Some(head(Sigil(member), article))
        }));
        let mut lines = vec![header];
        for table in &self.tables {
            for row in &table.rows {
                let mut line = vec![
                    table.number.to_string(),
                    row.number.to_string(),
                    row.title.clone(),
                    row.speaker.clone().unwrap_or_default(),
                    state_of(row).to_owned(),
                    about_row(row),
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
pub(super) fn head(letter: Sigil, article: &Prepared) -> String {
    let date = date_of(article).map(|date| format!(", {date}")).unwrap_or_default();
    format!("{letter} {}{date}", article.witness.name())
}
