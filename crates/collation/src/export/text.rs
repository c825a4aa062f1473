//! Plain text that reads well in any editor: one block a statement, one paragraph a reading.
//!
//! Marks cannot be drawn here, so the marked words of a passage are named below it.

use super::differences::differences;
use super::marks::{Marks, pieces};
use super::phrases::{BETWEEN, one_line, sigil_of};
use super::selection::{Choice, Table, notices};
use super::wording::Phrase;
use crate::notice::Notice;
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetRow};

/// The chosen part of `sheet` as plain text, ended by a line feed.
pub fn write(sheet: &Sheet, notices_of_sheet: &[Notice], choice: &Choice) -> String {
    let tables = choice.tables(sheet);
    let mut lines = vec![one_line(&choice.heading())];
    lines.extend(choice.exported());
    if !choice.marks.is_empty() {
        lines.push(choice.wording.say(&Phrase::Principle));
    }
    for table in &tables {
        lines.extend(event_lines(table, choice));
    }
    let notices = notices(&tables, notices_of_sheet);
    if !notices.is_empty() {
        lines.extend([String::new(), choice.wording.say(&Phrase::Notices)]);
        lines.extend(notices.iter().map(|notice| format!("- {}", one_line(notice))));
    }
    lines.join("\n") + "\n"
}

fn event_lines(table: &Table, choice: &Choice) -> Vec<String> {
    let title = one_line(table.title());
    let heading = table.heading().map_or_else(|| title.clone(), |heading| format!("{heading}: {title}"));
    let rule = "=".repeat(heading.chars().count().min(100));
    let mut lines = vec![String::new(), String::new(), heading, rule];
    for (column, article) in table.articles() {
        let base = table.base_words(column);
        lines.push(format!("{}  {}{base}", sigil_of(table.event, column), table.wording.outlet_and_date(article)));
        let meta = &article.witness.meta;
        lines.extend(
            [article.witness.title_beside_name(), meta.url.as_deref()]
                .into_iter()
                .flatten()
                .map(|line| format!("   {}", one_line(line))),
        );
    }
    for row in table.rows() {
        lines.push(String::new());
        lines.extend(row_lines(table, row, choice));
    }
    if let Some(left_out) = &table.left_out {
        lines.extend([String::new(), left_out.clone()]);
    }
    lines
}

fn row_lines(table: &Table, row: &SheetRow, choice: &Choice) -> Vec<String> {
    let wording = table.wording;
    let mut lines = vec![format!("{}. {}", row.number, one_line(&row.title)), format!("   {}", wording.about_row(row))];
    for (column, article, cell) in table.cells(row) {
        let letter = sigil_of(table.event, column);
        let Some(cell) = cell else {
            lines.push(format!("   {letter}  {}", wording.absent(article, row, column)));
            continue;
        };
        lines.push(format!("   {letter}  {}: {}", article.witness.name(), wording.about_cell(article, row, cell)));
        lines.push(format!("      {}", cell.text(article).replace('\n', "\n      ")));
        lines.extend(marked_lines(table, row, column, article, cell, choice.marks));
    }
    let differences = differences(table, row, choice.marks);
    if !differences.is_empty() {
        lines.push(format!("   {}", wording.say(&Phrase::Differences)));
        lines.extend(differences.iter().map(|difference| format!("   - {}", difference.words(wording))));
    }
    let tags = choice.tags_on(table, row);
    if !tags.is_empty() {
        lines.push(format!("   {}", wording.say(&Phrase::Tags(&one_line(&tags.join(", "))))));
    }
    let notes = choice.notes_on(table, row).into_iter().map(|note| wording.say(&Phrase::Note(note)));
    lines.extend(notes.map(|note| format!("   {}", note.replace('\n', "\n   "))));
    lines
}

/// `only here: “refused to name a date”`, one line a kind of run.
fn marked_lines(
    table: &Table,
    row: &SheetRow,
    column: usize,
    article: &Prepared,
    cell: &SheetCell,
    marks: Marks,
) -> Vec<String> {
    let text = &article.witness.text;
    let pieces: Vec<_> = cell
        .passages
        .iter()
        .flat_map(|passage| pieces(text, table.event, row, column, passage.span, marks.of_runs()))
        .collect();
    marks
        .of_runs()
        .iter()
        .filter_map(|mark| {
            let words: Vec<String> =
                pieces.iter().filter(|piece| piece.has(mark)).map(|piece| in_marks(piece.text)).collect();
            (!words.is_empty())
                .then(|| format!("      {}: {}", table.wording.say(&Phrase::Mark(mark)), words.join(", ")))
        })
        .collect()
}

/// The words in marks that set them apart, without white space around them.
fn in_marks(words: &str) -> String {
    format!("‹{}›", one_line(words).replace(BETWEEN, " ").trim())
}
