//! What goes to the clipboard: passages and rows as plain text and rich HTML together, as Markdown
//! and as TSV, and an article's citation.
//!
//! The HTML uses inline styles only, so that a word processor or a mail keeps the table; each mark
//! has a shape besides its colour. Passages are verbatim in every variant but TSV and Markdown
//! tables, where a line break inside a passage becomes a space.

use maud::{Markup, PreEscaped, html};

use super::marks::{Mark, Marks, Piece, pieces};
use super::palette as colour;
use super::phrases::{
    BETWEEN, alone, article_in, inside_marks, joined, marks_around_each, marks_left_behind, one_line, sigil_of,
    web_address,
};
use super::selection::Table;
use super::wording::{Head, Phrase, Wording};
use super::{markdown, tsv};
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetEvent, SheetPassage, SheetRow};
use crate::span::Span;
use crate::witness::Role;

/// The same thing in two forms, for the clipboard to hold together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    pub plain: String,
    pub html: String,
}

impl Clip {
    /// True where there was nothing to copy: a hollow cell, no rows.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }
}

/// One cell: “passage” — Outlet, date, ¶. Empty where the cell is hollow.
///
/// `marks` is a switch (`true`: the marks that are on at first) or the marks to draw; the plain
/// form carries none.
pub fn cell(sheet: &Sheet, event: usize, row: usize, column: usize, marks: impl Into<Marks>, wording: Wording) -> Clip {
    part_of_cell(sheet, event, (row, column), None, marks.into(), wording)
}

/// One of the passages of a cell, in the same form. Empty where the cell does not hold it.
pub fn passage(
    sheet: &Sheet,
    event: usize,
    cell: (usize, usize),
    passage: Span,
    marks: impl Into<Marks>,
    wording: Wording,
) -> Clip {
    part_of_cell(sheet, event, cell, Some(passage), marks.into(), wording)
}

/// A cell by its row and column, as a whole or one of its passages.
fn part_of_cell(
    sheet: &Sheet,
    event: usize,
    (row, column): (usize, usize),
    passage: Option<Span>,
    marks: Marks,
    wording: Wording,
) -> Clip {
    let Some(event) = sheet.events.get(event) else { return Clip::default() };
    let found = event.rows.get(row).and_then(|row| Some((row, row.cells.get(column)?.as_ref()?)));
    let (Some((row, cell)), Some(article)) = (found, article_in(sheet, event, column)) else {
        return Clip::default();
    };
    let cell = &match passage {
        None => cell.clone(),
        Some(span) => match cell.passages.iter().find(|passage| passage.span == span) {
            Some(&passage) => alone(article, cell, passage),
            None => return Clip::default(),
        },
    };
    let source = [
        Some(article.witness.name().to_owned()),
        wording.date_of(article).map(Into::into),
        Some(wording.places_of(cell)),
    ];
    let source: Vec<String> = source.into_iter().flatten().collect();
    let source = source.join(", ");
    let rich = html! {
        p { span style={ "color:" (colour::INK) } { (passages_html(article, event, row, column, cell, marks, true)) }
            " — " (linked(article, &source)) }
    };
    Clip { plain: format!("{} — {source}", joined(cited(&passages_of(article, cell), cell))), html: fragment(&rich) }
}

/// The passages of a cell, verbatim.
fn passages_of<'a>(article: &'a Prepared, cell: &SheetCell) -> Vec<&'a str> {
    cell.passages.iter().map(|passage| article.witness.text.slice(passage.span)).collect()
}

/// The passages of a cell with the marks to put around them: a headline is no part of the sentence behind it.
fn cited<'a>(passages: &[&'a str], cell: &SheetCell) -> Vec<(&'static str, &'a str, &'static str)> {
    let is_headline = |passage: &SheetPassage| passage.role == Role::Headline;
    let (mut rest, mut groups) = (passages, Vec::new());
    for group in cell.passages.chunk_by(|one, next| is_headline(one) == is_headline(next)) {
        let (these, behind) = rest.split_at_checked(group.len()).unwrap_or((rest, &[]));
        groups.push(these);
        rest = behind;
    }
    marks_around_each(&groups)
}

/// Rows as a table, one column an outlet; in the plain form one paragraph a reading.
///
/// `columns` are those on screen, in their order; `filters` the filters in force, in words. The last
/// line names the columns that are hidden and the filters.
pub fn rows(
    sheet: &Sheet,
    event: usize,
    rows: &[usize],
    columns: &[usize],
    filters: &[String],
    marks: impl Into<Marks>,
    wording: Wording,
) -> Clip {
    let marks = marks.into();
    let Some(table) = table_of(sheet, event, rows, columns, filters, wording) else { return Clip::default() };
    Clip { plain: rows_plain(&table), html: fragment(&rows_html(&table, marks)) }
}

/// Rows as a Markdown table.
pub fn rows_markdown(
    sheet: &Sheet,
    event: usize,
    rows: &[usize],
    columns: &[usize],
    filters: &[String],
    marks: impl Into<Marks>,
    wording: Wording,
) -> String {
    table_of(sheet, event, rows, columns, filters, wording)
        .map(|table| markdown::table(&table, marks.into()))
        .unwrap_or_default()
}

/// Rows as tab-separated values: a header line, then one line a statement.
pub fn rows_tsv(
    sheet: &Sheet,
    event: usize,
    rows: &[usize],
    columns: &[usize],
    filters: &[String],
    wording: Wording,
) -> String {
    table_of(sheet, event, rows, columns, filters, wording).map(|table| tsv::table(&table)).unwrap_or_default()
}

/// An article as one line of a list of sources: byline, title, outlet, date, address.
pub fn citation(sheet: &Sheet, article: usize, wording: Wording) -> String {
    let Some(article) = sheet.articles.get(article) else { return String::new() };
    let meta = &article.witness.meta;
    let known = |field: &Option<String>| field.as_deref().map(one_line).filter(|field| !field.trim().is_empty());
    let title = known(&meta.title).map(|title| inside_marks(&[title.trim()]));
    let outlet = known(&meta.outlet).or_else(|| meta.title.is_none().then(|| article.witness.name().to_owned()));
    let parts = [known(&meta.byline), title, outlet, wording.date_of(article).map(Into::into), known(&meta.url)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// `None` where there is nothing to copy.
fn table_of<'a>(
    sheet: &'a Sheet,
    event: usize,
    rows: &[usize],
    columns: &[usize],
    filters: &[String],
    wording: Wording,
) -> Option<Table<'a>> {
    Table::new(sheet, event, rows, columns, filters, wording).filter(|table| !table.rows.is_empty())
}

fn rows_plain(table: &Table) -> String {
    let mut lines = Vec::new();
    for row in table.rows() {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let speaker = row.speaker.as_deref().map(|speaker| format!(" ({})", one_line(speaker))).unwrap_or_default();
        lines.push(format!("{}. {}{speaker}", row.number, one_line(&row.title)));
        for (column, article, cell) in table.cells(row) {
            let letter = sigil_of(table.event, column);
            lines.push(match cell {
                Some(cell) => {
                    let source = table.wording.outlet_and_date(article);
                    let places = table.wording.places_of(cell);
                    let text = joined(marks_left_behind(&passages_of(article, cell)));
                    format!("{letter}  {text} — {source}, {places}")
                }
                None => format!("{letter}  {}", table.wording.absent(article, row, column)),
            });
        }
    }
    if let Some(left_out) = &table.left_out {
        lines.extend([String::new(), left_out.clone()]);
    }
    lines.join("\n") + "\n"
}

const FRAME: &str = "vertical-align:top;text-align:left;padding:4px 8px;border:1px solid ";

fn rows_html(table: &Table, marks: Marks) -> Markup {
    let head = format!("{FRAME}{};background-color:{}", colour::LINE, colour::BAND);
    let frame = format!("{FRAME}{};color:{}", colour::LINE, colour::INK);
    let hollow = format!("{FRAME}{};color:{};background-color:{}", colour::LINE, colour::INK3, colour::HOLLOW);
    html! {
        table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse" {
            thead {
                tr {
                    th style=(head) { (table.wording.head(Head::Statement)) }
                    @for (column, article) in table.articles() {
                        th style=(head) {
                            (sigil_of(table.event, column)) " " (linked(article, article.witness.name()))
                            @if let Some(date) = table.wording.date_of(article) { br; span style="font-weight:normal" { (date) } }
                        }
                    }
                }
            }
            tbody {
                @for row in table.rows() {
                    tr {
                        th style=(head) {
                            (row.number) ". " (row.title)
                            @if let Some(speaker) = &row.speaker {
                                br; span style={ "font-weight:normal;color:" (colour::INK2) } { (speaker) }
                            }
                        }
                        @for (column, article, cell) in table.cells(row) {
                            @if let Some(cell) = cell {
                                td style=(frame) {
                                    span style={ "font-size:85%;color:" (colour::INK2) } { (table.wording.about_cell(article, row, cell)) }
                                    br;
                                    (passages_html(article, table.event, row, column, cell, marks, false))
                                }
                            } @else {
                                td style=(hollow) { (table.wording.absent(article, row, column)) }
                            }
                        }
                    }
                }
            }
        }
        @if !marks.is_empty() { p style="font-size:85%" {
            (legend(marks, table.wording)) br; (table.wording.say(&Phrase::Principle))
        } }
        @if let Some(left_out) = &table.left_out { p style="font-size:85%" { (left_out) } }
    }
}

/// The passages of a cell, marked; inside quotation marks where `citing`, else as they stand in the article.
fn passages_html(
    article: &Prepared,
    event: &SheetEvent,
    row: &SheetRow,
    column: usize,
    cell: &SheetCell,
    marks: Marks,
    citing: bool,
) -> Markup {
    let text = &article.witness.text;
    let passages = passages_of(article, cell);
    let around = if citing { cited(&passages, cell) } else { marks_left_behind(&passages) };
    html! {
        @for (at, (passage, (opening, _, closing))) in cell.passages.iter().zip(around).enumerate() {
            @if at > 0 { (BETWEEN) }
            (opening)
            @for piece in pieces(text, event, row, column, passage.span, marks) { (piece_html(&piece)) }
            (closing)
        }
    }
}

fn piece_html(piece: &Piece) -> Markup {
    let mut out = lines_html(piece.text);
    for mark in piece.marks.iter().rev().flatten() {
        out = mark_html(*mark, &out);
    }
    html! {
        @if piece.missing { (missing_html()) }
        (out)
        @if piece.check { span style={ "color:" (colour::FACT) ";font-weight:bold" } { "≠" } }
    }
}

/// Line breaks of the source stay line breaks.
fn lines_html(text: &str) -> Markup {
    html! {
        @for (at, line) in text.split('\n').enumerate() {
            @if at > 0 { br; }
            (line)
        }
    }
}

/// Elements first, styles second: a program that drops styles keeps underline, bold and italic.
fn mark_html(mark: Mark, inner: &Markup) -> Markup {
    match mark {
        Mark::Reworded => html! {
            u style={ "text-decoration:underline;background-color:" (colour::REWORDED_TINT) } { (inner) }
        },
        Mark::OnlyHere => html! {
            b style="font-weight:bold" {
                u style={ "text-decoration:underline double " (colour::ONLY_HERE) ";text-underline:double" } { (inner) }
            }
        },
        Mark::Moved => html! {
            i { u style={ "text-decoration:underline dotted " (colour::MOVED) ";text-underline:dotted" } { (inner) } }
        },
        Mark::Cut => html! { span style={ "border:1px solid " (colour::CUT) ";color:" (colour::CUT) } { (inner) } },
        Mark::Fact => html! { span style={ "border:1px solid " (colour::FACT) } { (inner) } },
        Mark::Force => html! {
            u style={ "text-decoration:underline wavy " (colour::FORCE) ";text-underline:wave" } { (inner) }
        },
        Mark::Name => html! {
            u style={ "text-decoration:underline dashed " (colour::NAME) ";text-underline:dash" } { (inner) }
        },
        Mark::Voice | Mark::Cue | Mark::Place => html! { (inner) },
    }
}

fn missing_html() -> Markup {
    html! { span style={ "color:" (colour::CUT) ";background-color:" (colour::CUT_TINT) ";border:1px solid " (colour::CUT) } { "⟨…⟩" } }
}

/// The marks that are drawn, each in its own shape.
fn legend(marks: Marks, wording: Wording) -> Markup {
    html! {
        @for (at, mark) in marks.in_text().enumerate() {
            @if at > 0 { " · " }
            (mark_html(mark, &html! { (wording.say(&Phrase::Mark(mark))) }))
            @if mark == Mark::Cut { " " (missing_html()) " " (wording.say(&Phrase::WordsMissing)) }
            @if mark == Mark::Fact { " ≠" }
        }
    }
}

/// `words` as a link to the article, where its address is one of the web.
fn linked(article: &Prepared, words: &str) -> Markup {
    html! {
        @if let Some(address) = web_address(article) { a href=(address) { (words) } } @else { (words) }
    }
}

/// Says which encoding the bytes have; some programs guess otherwise.
fn fragment(markup: &Markup) -> String {
    let charset = r#"<meta http-equiv="content-type" content="text/html; charset=utf-8">"#;
    html! { (PreEscaped(charset)) (markup) }.into_string()
}
