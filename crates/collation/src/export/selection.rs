//! Which part of a sheet leaves: events, rows, columns, marks, and the reader's notes that go along.

use super::marks::Marks;
use super::phrases::{article_in, outlet_of};
use super::qda::Code;
use super::wording::{Phrase, Wording};
use crate::control::Asker;
use crate::notice::Notice;
use crate::prepare::Prepared;
use crate::ruling::Anchor;
use crate::sheet::{Sheet, SheetCell, SheetEvent, SheetRow};

/// What the reader chose to export. The default takes the whole sheet with the marks that are on at
/// first.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Name of the project.
    pub title: Option<String>,
    /// Day of the export, ISO 8601. It stands in the file, so that the same choice gives the same
    /// bytes; without it formats that need a date say 1 January 2000.
    pub made: Option<String>,
    /// Empty: every event with all its rows and columns.
    pub parts: Vec<Part>,
    /// Filters in force, in words.
    pub filters: Vec<String>,
    pub marks: Marks,
    pub wording: Wording,
    pub annotations: Vec<Annotation>,
    /// The reader's list of tags, for formats that have a code book.
    pub codes: Vec<Code>,
    /// Formats that say which file an article came from give its place as the reader named it. Otherwise they
    /// name the file alone: folders tell of the machine and of who works on it.
    pub with_folders: bool,
    /// Once stopped, what is left of the rows is passed over: the bytes are incomplete and meant to be thrown away.
    pub asker: Asker,
}

/// Some of an event.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Index into the events of the sheet.
    pub event: usize,
    /// Indices into its rows; `None` for all.
    pub rows: Option<Vec<usize>>,
    /// Columns on screen, in their order; `None` for all.
    pub columns: Option<Vec<usize>>,
}

/// The reader's tags and note on a stretch of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    pub anchor: Anchor,
    pub tags: Vec<String>,
    pub note: String,
}

/// The date that stands for an unknown one in formats that cannot do without.
const NO_DATE: &str = "2000-01-01";

impl Choice {
    /// Day of the export as `2026-11-22`.
    pub fn day(&self) -> &str {
        let day = self.made.as_deref().and_then(|made| made.get(..10)).unwrap_or(NO_DATE);
        let is_day = day.char_indices().all(|(at, c)| if at == 4 || at == 7 { c == '-' } else { c.is_ascii_digit() });
        if is_day { day } else { NO_DATE }
    }

    /// The title, or what stands for it.
    pub fn heading(&self) -> String {
        self.title.clone().unwrap_or_else(|| self.wording.say(&Phrase::Untitled))
    }

    /// `Exported 22 November 2026`.
    pub(super) fn exported(&self) -> Option<String> {
        self.made.as_deref().map(|made| self.wording.say(&Phrase::Exported(&self.wording.date(made))))
    }

    /// The same for programs: English, whatever the reader chose.
    pub(super) fn in_english(&self) -> Self {
        Self { wording: Wording::default(), ..self.clone() }
    }

    /// The parts of `sheet` that leave, in order.
    pub(super) fn tables<'a>(&self, sheet: &'a Sheet) -> Vec<Table<'a>> {
        let all = || (0..sheet.events.len()).map(|event| Part { event, ..Part::default() }).collect::<Vec<_>>();
        let parts = if self.parts.is_empty() { all() } else { self.parts.clone() };
        parts
            .iter()
            .filter_map(|part| {
                let event = sheet.events.get(part.event)?;
                let rows = part.rows.clone().unwrap_or_else(|| (0..event.rows.len()).collect());
                let columns = part.columns.clone().unwrap_or_else(|| (0..event.members.len()).collect());
                let table = Table::new(sheet, part.event, &rows, &columns, &self.filters, self.wording)?;
                Some(Table { asker: self.asker.clone(), ..table })
            })
            .collect()
    }

    /// Tags on the passages of `row`, each once, in the order of the annotations.
    pub(super) fn tags_on(&self, table: &Table, row: &SheetRow) -> Vec<&str> {
        let mut tags: Vec<&str> = Vec::new();
        for tag in self.annotations_on(table, row).into_iter().flat_map(|annotation| &annotation.tags) {
            if !tags.contains(&tag.as_str()) {
                tags.push(tag);
            }
        }
        tags
    }

    /// Notes on the passages of `row`.
    pub(super) fn notes_on(&self, table: &Table, row: &SheetRow) -> Vec<&str> {
        let notes = self.annotations_on(table, row).into_iter().map(|annotation| annotation.note.as_str());
        notes.filter(|note| !note.trim().is_empty()).collect()
    }

    fn annotations_on(&self, table: &Table, row: &SheetRow) -> Vec<&Annotation> {
        let stands_on = |annotation: &Annotation| {
            row.cells.iter().enumerate().any(|(column, cell)| {
                let article = article_in(table.sheet, table.event, column);
                article.is_some_and(|article| article.witness.key == annotation.anchor.article)
                    && cell.iter().flat_map(|cell| &cell.passages).any(|passage| {
                        let (here, there) = (passage.span, annotation.anchor.span);
                        here.overlaps(there) || (there.is_empty() && here.contains(there.start))
                    })
            })
        };
        self.annotations.iter().filter(|annotation| stands_on(annotation)).collect()
    }
}

/// Some rows and columns of one event.
pub(super) struct Table<'a> {
    pub sheet: &'a Sheet,
    pub event: &'a SheetEvent,
    /// Number of the event, from 1.
    pub number: usize,
    pub rows: Vec<&'a SheetRow>,
    pub columns: Vec<usize>,
    /// Hidden columns and filters in force, in words.
    pub left_out: Option<String>,
    pub wording: Wording,
    asker: Asker,
}

impl<'a> Table<'a> {
    /// The rows, as long as somebody wants them.
    pub fn rows(&self) -> impl Iterator<Item = &'a SheetRow> {
        self.rows.iter().copied().take_while(|_| !self.asker.is_stopped())
    }

    /// `None` where the sheet has no such event or none of the columns.
    pub fn new(
        sheet: &'a Sheet,
        event: usize,
        rows: &[usize],
        columns: &[usize],
        filters: &[String],
        wording: Wording,
    ) -> Option<Self> {
        let number = event + 1;
        let event = sheet.events.get(event)?;
        let columns: Vec<usize> = columns.iter().copied().filter(|&column| column < event.members.len()).collect();
        let rows: Vec<&SheetRow> = rows.iter().filter_map(|&row| event.rows.get(row)).collect();
        let hidden: Vec<&str> = (0..event.members.len())
            .filter(|column| !columns.contains(column))
            .map(|column| outlet_of(sheet, event, column))
            .collect();
        let left_out = wording.left_out(&hidden, filters);
        (!columns.is_empty()).then_some(Self {
            sheet,
            event,
            number,
            rows,
            columns,
            left_out,
            wording,
            asker: Asker::default(),
        })
    }

    /// Column, article and cell of each column that is shown.
    pub fn cells<'b>(
        &'b self,
        row: &'b SheetRow,
    ) -> impl Iterator<Item = (usize, &'a Prepared, Option<&'b SheetCell>)> {
        self.columns.iter().filter_map(move |&column| {
            let cell = row.cells.get(column).and_then(Option::as_ref);
            Some((column, article_in(self.sheet, self.event, column)?, cell))
        })
    }

    /// Column and article of each column that is shown.
    pub fn articles(&self) -> impl Iterator<Item = (usize, &'a Prepared)> {
        self.columns.iter().filter_map(|&column| Some((column, article_in(self.sheet, self.event, column)?)))
    }

    /// ` (base)` behind the article that the others are compared with.
    pub fn base_words(&self, column: usize) -> String {
        let is_base = column == self.event.base;
        if is_base { format!(" ({})", self.wording.say(&Phrase::Base)) } else { String::new() }
    }

    /// `Event 1 of 4`, or nothing where the sheet has one event.
    pub fn heading(&self) -> Option<String> {
        let events = self.sheet.events.len();
        (events > 1).then(|| self.wording.say(&Phrase::EventOf { number: self.number, all: events }))
    }

    /// The headline of the base.
    pub fn title(&self) -> &'a str {
        let base = article_in(self.sheet, self.event, self.event.base);
        base.map(|base| base.witness.meta.title.as_deref().unwrap_or_else(|| base.witness.name())).unwrap_or_default()
    }
}

/// Notices about the articles that leave and about the whole, in words with the article in front.
pub(super) fn notices(tables: &[Table], notices: &[Notice]) -> Vec<String> {
    let articles: Vec<&Prepared> = tables.iter().flat_map(Table::articles).map(|(_, article)| article).collect();
    notices
        .iter()
        .filter_map(|notice| match notice.article {
            None => Some(notice.text.clone()),
            Some(key) => {
                let article = articles.iter().find(|article| article.witness.key == key)?;
                Some(format!("{}: {}", article.witness.name(), notice.text))
            }
        })
        .collect()
}
