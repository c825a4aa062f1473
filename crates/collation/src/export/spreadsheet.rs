//! The sheets of a workbook as values and marked words. Writing them down in a spreadsheet's own
//! format is the workbench's affair.

use super::grid::{self, PASSAGE_HEADER, Value, passage_lines};
use super::marks::{Mark, Marks, pieces};
use super::phrases::{BETWEEN, sigil_of, state_of};
use super::selection::{Choice, Table, notices};
use super::wording::{Head, Phrase, Wording};
use crate::notice::Notice;
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetRow};

/// One sheet of the workbook. The first line is its header.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// What it is called; a format may have no room for all of it.
    pub name: String,
    /// Width of each column, in characters.
    pub widths: Vec<f64>,
    pub lines: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(usize),
    /// Words with their marks; `⟨…⟩` and `≠` among them are not the source's.
    Marked(Vec<(Vec<Mark>, String)>),
    /// Said by the app, not by a source: headers, "not found in …".
    Said(String),
}

/// Per event the statements × articles with their marks, then one line a passage, the articles, and
/// what the marks mean.
pub fn pages(sheet: &Sheet, notices_of_sheet: &[Notice], choice: &Choice) -> Vec<Page> {
    let tables = choice.tables(sheet);
    let mut pages: Vec<Page> = tables.iter().map(|table| statements(table, choice)).collect();
    pages.push(passages(sheet, choice));
    pages.push(articles(&tables, choice.wording));
    pages.push(about(&tables, &notices(&tables, notices_of_sheet), choice));
    pages
}

fn said(words: impl Into<String>) -> Cell {
    Cell::Said(words.into())
}

fn statements(table: &Table, choice: &Choice) -> Page {
    let wording = table.wording;
    let heads = [Head::Number, Head::Statement, Head::Speaker, Head::State, Head::About, Head::Tags, Head::Note];
    let mut header = heads.map(|head| said(wording.head(head))).to_vec();
    header.extend(
        table.articles().map(|(column, article)| said(grid::head(wording, sigil_of(table.event, column), article))),
    );
    let mut lines = vec![header];
    for row in table.rows() {
        let mut line = vec![
            Cell::Number(row.number),
            Cell::Text(row.title.clone()),
            Cell::Text(row.speaker.clone().unwrap_or_default()),
            said(wording.say(&Phrase::State(state_of(row)))),
            said(wording.rest_of_row(row)),
            Cell::Text(choice.tags_on(table, row).join("; ")),
            Cell::Text(choice.notes_on(table, row).join("\n")),
        ];
        line.extend(table.cells(row).map(|(column, article, cell)| match cell {
            Some(cell) => Cell::Marked(marked(table, row, column, article, cell, choice.marks)),
            None => said(wording.absent(article, row, column)),
        }));
        lines.push(line);
    }
    lines.extend(table.left_out.iter().map(|left_out| vec![said(""), said(left_out.as_str())]));
    let widths = [7.0, 30.0, 18.0, 16.0, 28.0, 14.0, 20.0].into_iter().chain(table.columns.iter().map(|_| 48.0));
    Page { name: table.title().to_owned(), widths: widths.collect(), lines }
}

fn marked(
    table: &Table,
    row: &SheetRow,
    column: usize,
    article: &Prepared,
    cell: &SheetCell,
    marks: Marks,
) -> Vec<(Vec<Mark>, String)> {
    let mut words: Vec<(Vec<Mark>, String)> = Vec::new();
    let mut push = |marks: Vec<Mark>, text: &str| match words.last_mut() {
        Some((last, words)) if *last == marks => words.push_str(text),
        _ if text.is_empty() => {}
        _ => words.push((marks, text.to_owned())),
    };
    for (at, passage) in cell.passages.iter().enumerate() {
        push(Vec::new(), if at > 0 { BETWEEN } else { "" });
        for piece in pieces(&article.witness.text, table.event, row, column, passage.span, marks) {
            push(vec![Mark::Cut], if piece.missing { "⟨…⟩" } else { "" });
            push(piece.marks.into_iter().flatten().collect(), piece.text);
            push(vec![Mark::Fact], if piece.check { "≠" } else { "" });
        }
    }
    words
}

fn passages(sheet: &Sheet, choice: &Choice) -> Page {
    let widths =
        [7.0, 10.0, 30.0, 7.0, 18.0, 12.0, 24.0, 7.0, 7.0, 10.0, 10.0, 60.0, 18.0, 14.0, 14.0, 16.0, 40.0, 14.0, 20.0];
    let mut lines = vec![PASSAGE_HEADER.map(said).to_vec()];
    lines.extend(passage_lines(sheet, choice).into_iter().map(|line| {
        let cells = line.into_iter().map(|value| match value {
            Value::Text(text) => Cell::Text(text),
            Value::Number(number) => Cell::Number(number),
        });
        cells.collect()
    }));
    Page { name: choice.wording.head(Head::Passages), widths: widths.to_vec(), lines }
}

fn articles(tables: &[Table], wording: Wording) -> Page {
    let heads = [
        Head::Article,
        Head::Event,
        Head::Outlet,
        Head::Published,
        Head::Title,
        Head::Byline,
        Head::Address,
        Head::Words,
    ];
    let mut lines = vec![heads.map(|head| said(wording.head(head))).to_vec()];
    for table in tables {
        for (column, article) in table.articles() {
            let meta = &article.witness.meta;
            let known = |field: &Option<String>| Cell::Text(field.clone().unwrap_or_default());
            lines.push(vec![
                said(sigil_of(table.event, column).to_string()),
                Cell::Number(table.number),
                known(&meta.outlet),
                known(&meta.published),
                known(&meta.title),
                known(&meta.byline),
                known(&meta.url),
                Cell::Number(article.witness.words()),
            ]);
        }
    }
    Page { name: wording.head(Head::Articles), widths: vec![8.0, 7.0, 22.0, 24.0, 50.0, 22.0, 50.0, 8.0], lines }
}

fn about(tables: &[Table], notices: &[String], choice: &Choice) -> Page {
    let wording = choice.wording;
    let mut lines = vec![vec![said(choice.heading())]];
    lines.extend(choice.exported().map(|exported| vec![said(exported)]));
    lines.push(vec![said(wording.say(&Phrase::Principle))]);
    let label = |mark| vec![Cell::Marked(vec![(vec![mark], wording.say(&Phrase::Mark(mark)))])];
    lines.extend(choice.marks.in_text().map(label));
    if choice.marks.has(Mark::Cut) {
        lines.push(vec![Cell::Marked(vec![
            (vec![Mark::Cut], "⟨…⟩".to_owned()),
            (Vec::new(), format!(" {}", wording.say(&Phrase::WordsMissing))),
        ])]);
    }
    let left_out = tables.iter().filter_map(|table| Some((table.number, table.left_out.as_ref()?)));
    lines.extend(
        left_out.map(|(number, left_out)| vec![said(format!("{}: {left_out}", wording.say(&Phrase::Event(number))))]),
    );
    lines.extend(notices.iter().map(|notice| vec![said(notice.as_str())]));
    Page { name: wording.head(Head::About), widths: vec![100.0], lines }
}
