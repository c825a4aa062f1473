//! Markdown in the dialect that GitHub, Obsidian and Pandoc share: a section a statement in exports,
//! a table in copies.
//!
//! Source words are escaped, so that nothing in an article becomes markup. A line break inside a
//! passage becomes a space.

use super::differences::differences;
use super::marks::{Mark, Marks, Piece, pieces};
use super::phrases::{BETWEEN, one_line, sigil_of, web_address};
use super::selection::{Choice, Table, notices};
use super::wording::{Head, Phrase, Wording};
use crate::notice::Notice;
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetRow};

/// The chosen part of `sheet` as Markdown, ended by a line feed.
pub fn write(sheet: &Sheet, notices_of_sheet: &[Notice], choice: &Choice) -> String {
    let tables = choice.tables(sheet);
    let mut lines = vec![format!("# {}", escaped(&choice.heading()))];
    lines.extend(choice.exported().as_deref().map(escaped));
    if !choice.marks.is_empty() {
        lines.extend([choice.wording.say(&Phrase::Principle), legend(choice.marks, choice.wording)]);
    }
    for table in &tables {
        let heading = table.heading().map(|heading| format!("{heading}: ")).unwrap_or_default();
        lines.push(format!("## {heading}{}", escaped(table.title())));
        lines.push(sources(table));
        for row in table.rows() {
            lines.extend(section(table, row, choice));
        }
        lines.extend(table.left_out.as_deref().map(escaped));
    }
    let notices = notices(&tables, notices_of_sheet);
    if !notices.is_empty() {
        lines.push(format!("## {}", choice.wording.say(&Phrase::Notices)));
        lines.push(list(notices.iter().map(|notice| escaped(notice))));
    }
    lines.join("\n\n") + "\n"
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
    items.join("\n")
}

fn sources(table: &Table) -> String {
    list(table.articles().map(|(column, article)| {
        let base = table.base_words(column);
        let outlet = escaped(&table.wording.outlet_and_date(article));
        let title = article.witness.title_beside_name().map(|title| format!(": {}", linked(article, &escaped(title))));
        format!("**{}** {outlet}{base}{}", sigil_of(table.event, column), title.unwrap_or_default())
    }))
}

fn section(table: &Table, row: &SheetRow, choice: &Choice) -> Vec<String> {
    let wording = table.wording;
    let mut lines = vec![format!("### {}\\. {}", row.number, escaped(&row.title)), escaped(&wording.about_row(row))];
    let readings = table.cells(row).map(|(column, article, cell)| {
        let letter = sigil_of(table.event, column);
        match cell {
            Some(cell) => {
                let about = escaped(&table.wording.about_cell(article, row, cell));
                let passages = passages_markdown(table, article, row, column, cell, choice.marks);
                format!("**{letter} {}** ({about})<br>\n  {passages}", escaped(article.witness.name()))
            }
            None => format!("**{letter}** {}", escaped(&table.wording.absent(article, row, column))),
        }
    });
    lines.push(list(readings));
    let differences = differences(table, row, choice.marks);
    if !differences.is_empty() {
        lines.push(format!("{}:", wording.say(&Phrase::Differences)));
        lines.push(list(differences.iter().map(|difference| escaped(&difference.words(wording)))));
    }
    let tags = choice.tags_on(table, row);
    if !tags.is_empty() {
        lines.push(wording.say(&Phrase::Tags(&escaped(&tags.join(", ")))));
    }
    lines.extend(choice.notes_on(table, row).into_iter().map(|note| wording.say(&Phrase::Note(&escaped(note)))));
    lines
}

/// The table, its legend where marks are drawn, and what was left out.
pub(super) fn table(table: &Table, marks: Marks) -> String {
    let heads = table.articles().map(|(column, article)| {
        let date = table.wording.date_of(article).map(|date| format!("<br>{}", escaped(&date))).unwrap_or_default();
        format!("{} {}{date}", sigil_of(table.event, column), linked(article, &escaped(article.witness.name())))
    });
    let mut lines = vec![line(table.wording.head(Head::Statement), heads)];
    lines.push(line("---".to_owned(), table.articles().map(|_| "---".to_owned())));
    for row in table.rows() {
        let speaker = row.speaker.as_deref().map(|speaker| format!("<br>{}", escaped(speaker))).unwrap_or_default();
        let title = format!("{}\\. {}{speaker}", row.number, escaped(&row.title));
        let cells = table.cells(row).map(|(column, article, cell)| match cell {
            Some(cell) => cell_markdown(table, article, row, column, cell, marks),
            None => escaped(&table.wording.absent(article, row, column)),
        });
        lines.push(line(title, cells));
    }
    if !marks.is_empty() {
        let (legend, principle) = (legend(marks, table.wording), table.wording.say(&Phrase::Principle));
        lines.extend([String::new(), legend, String::new(), principle]);
    }
    if let Some(left_out) = &table.left_out {
        lines.extend([String::new(), escaped(left_out)]);
    }
    lines.join("\n") + "\n"
}

fn line(first: String, others: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = std::iter::once(first).chain(others).collect();
    format!("| {} |", values.join(" | "))
}

fn cell_markdown(
    table: &Table,
    article: &Prepared,
    row: &SheetRow,
    column: usize,
    cell: &SheetCell,
    marks: Marks,
) -> String {
    let passages = passages_markdown(table, article, row, column, cell, marks);
    format!("{}<br>{passages}", escaped(&table.wording.about_cell(article, row, cell)))
}

fn passages_markdown(
    table: &Table,
    article: &Prepared,
    row: &SheetRow,
    column: usize,
    cell: &SheetCell,
    marks: Marks,
) -> String {
    let text = &article.witness.text;
    let passages: Vec<String> = cell
        .passages
        .iter()
        .map(|passage| passage_markdown(&pieces(text, table.event, row, column, passage.span, marks)))
        .collect();
    passages.join(&escaped(BETWEEN))
}

/// Marks as HTML elements: Markdown's own stars need spaces or letters in the right places, source
/// words do not oblige.
pub(super) fn passage_markdown(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        if piece.missing {
            out.push_str("⟨…⟩");
        }
        let (before, after) = tags(piece);
        out.push_str(&before);
        out.push_str(&escaped(piece.text));
        out.push_str(&after);
        if piece.check {
            out.push('≠');
        }
    }
    out
}

fn tags(piece: &Piece) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    for tag in piece.marks.iter().flatten().filter_map(|&mark| tag(mark)) {
        before = format!("{before}<{tag}>");
        after = format!("</{tag}>{after}");
    }
    (before, after)
}

const fn tag(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Reworded => Some("em"),
        Mark::OnlyHere => Some("strong"),
        Mark::Moved => Some("sub"),
        Mark::Cut => Some("ins"),
        Mark::Fact => Some("kbd"),
        Mark::Force => Some("var"),
        Mark::Name => Some("samp"),
        Mark::Voice | Mark::Cue | Mark::Place => None,
    }
}

fn legend(marks: Marks, wording: Wording) -> String {
    let parts: Vec<String> = marks
        .iter()
        .filter_map(|mark| {
            let tag = tag(mark)?;
            let more = match mark {
                Mark::Cut => format!(" (⟨…⟩ {})", wording.say(&Phrase::WordsMissing)),
                Mark::Fact => " ≠".to_owned(),
                _ => String::new(),
            };
            Some(format!("<{tag}>{}</{tag}>{more}", wording.say(&Phrase::Mark(mark))))
        })
        .collect();
    parts.join(" · ")
}

pub(super) fn linked(article: &Prepared, words: &str) -> String {
    match web_address(article) {
        Some(address) => format!("[{words}](<{}>)", address.replace(['<', '>', '\n', '\r', '|', '\\'], "")),
        None => words.to_owned(),
    }
}

/// The text on one line, with every character escaped that Markdown could read as markup.
pub(super) fn escaped(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::with_capacity(line.len() + 8);
    // A list would begin with `-`, `+` or a number and its dot.
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    for (at, c) in line.chars().enumerate() {
        let begins_list = at == digits && (if at == 0 { matches!(c, '-' | '+') } else { matches!(c, '.' | ')') });
        if begins_list || MARKUP.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// What is markup somewhere in a line, for GitHub, Obsidian or Pandoc.
const MARKUP: &str = "\\`*_[]<>|~&#$^=@";
