//! A report in one HTML file: readable in any browser, printable, in light, dark and grey.
//!
//! The file loads nothing and runs nothing; a content policy forbids both. `⟨…⟩` and `≠` are drawn
//! by the style sheet, so what a reader copies out of a passage is the source's text alone.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::differences::differences;
use super::marks::{Mark, Marks, Piece, pieces};
use super::phrases::{BETWEEN, cue_of, parts_alone, sigil_of, voice_glyph, web_address};
use super::selection::{Choice, Table, notices};
use super::wording::{Phrase, Wording};
use crate::contrast::Voice;
use crate::notice::Notice;
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetRow};

/// The chosen part of `sheet` as one HTML page.
pub fn write(sheet: &Sheet, notices_of_sheet: &[Notice], choice: &Choice) -> String {
    let tables = choice.tables(sheet);
    let notices = notices(&tables, notices_of_sheet);
    let (title, wording) = (choice.heading(), choice.wording);
    let page = html! {
        (DOCTYPE)
        html lang=(wording.say(&Phrase::Language)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(include_str!("report.css"))) }
            }
            body {
                header {
                    h1 { (title) }
                    @if let Some(exported) = choice.exported() { p.quiet { (exported) } }
                    p { (wording.say(&Phrase::Principle)) }
                    @if !choice.marks.is_empty() { (legend(choice.marks, wording)) }
                }
                main {
                    @for table in &tables { (event(table, choice)) }
                }
                @if !notices.is_empty() {
                    footer {
                        h2 { (wording.say(&Phrase::Notices)) }
                        ul { @for notice in &notices { li { (notice) } } }
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

const fn class(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Reworded => Some("reworded"),
        Mark::OnlyHere => Some("only-here"),
        Mark::Moved => Some("moved"),
        Mark::Cut => Some("cut"),
        Mark::Force => Some("force"),
        Mark::Name => Some("name"),
        Mark::Fact => Some("fact"),
        Mark::Voice | Mark::Cue | Mark::Place => None,
    }
}

fn legend(marks: Marks, wording: Wording) -> Markup {
    html! {
        ul.legend {
            li { (wording.say(&Phrase::PlainIsShared)) }
            @for mark in marks.in_text() {
                li {
                    span class=[class(mark)] { span.check[mark == Mark::Fact] { (wording.say(&Phrase::Mark(mark))) } }
                    @if mark == Mark::Cut { " " (missing(wording)) " " (wording.say(&Phrase::WordsMissing)) }
                }
            }
            @if marks.has(Mark::Voice) {
                @for voice in [Voice::Quoted, Voice::Partly, Voice::Paraphrased] { li { (voice_chip(voice, wording)) } }
            }
        }
    }
}

fn event(table: &Table, choice: &Choice) -> Markup {
    html! {
        section {
            h2 {
                @if let Some(heading) = table.heading() { (heading) ": " }
                (table.title())
            }
            ul.sources {
                @for (column, article) in table.articles() {
                    li {
                        (letter(table, column)) (table.wording.outlet_and_date(article))
                        @if column == table.event.base { span.quiet { " " (table.wording.say(&Phrase::Base)) } }
                        @if let Some(title) = article.witness.title_beside_name() { ": " (linked(article, title)) }
                    }
                }
            }
            @if !table.rows.is_empty() {
                div.wide {
                    table {
                        thead {
                            tr {
                                @for (column, article) in table.articles() {
                                    th scope="col" {
                                        (letter(table, column)) (article.witness.name())
                                        @if let Some(date) = table.wording.date_of(article) { br; span.quiet { (date) } }
                                    }
                                }
                            }
                        }
                        @for row in table.rows() { tbody { (statement(table, row, choice)) } }
                    }
                }
            }
            @if let Some(left_out) = &table.left_out { p { (left_out) } }
        }
    }
}

fn letter(table: &Table, column: usize) -> Markup {
    html! { span.letter { (sigil_of(table.event, column)) } }
}

fn statement(table: &Table, row: &SheetRow, choice: &Choice) -> Markup {
    let width = table.columns.len();
    let differences = differences(table, row, choice.marks);
    let (tags, notes) = (choice.tags_on(table, row), choice.notes_on(table, row));
    html! {
        tr.band {
            th colspan=(width) scope="rowgroup" {
                span.number { (row.number) } (row.title) " " span.quiet { (table.wording.about_row(row)) }
            }
        }
        tr {
            @for (column, article, cell) in table.cells(row) {
                @if let Some(cell) = cell {
                    td { (reading(table, row, column, article, cell, choice.marks)) }
                } @else {
                    td.hollow { (table.wording.absent(article, row, column)) }
                }
            }
        }
        @if !differences.is_empty() || !tags.is_empty() || !notes.is_empty() {
            tr.band {
                td colspan=(width) {
                    ul.differences {
                        @for difference in &differences { li { (difference.words(table.wording)) } }
                        @if !tags.is_empty() { li { (table.wording.say(&Phrase::TagsItem(&tags.join(", ")))) } }
                        @for note in &notes { li { (table.wording.say(&Phrase::NoteItem(note))) } }
                    }
                }
            }
        }
    }
}

fn voice_chip(voice: Voice, wording: Wording) -> Markup {
    let class = match voice {
        Voice::Quoted => "voice quoted",
        Voice::Partly => "voice partly",
        Voice::Paraphrased => "voice",
    };
    html! { span class=(class) { (voice_glyph(voice)) " " (wording.say(&Phrase::Voice(voice))) } }
}

fn reading(table: &Table, row: &SheetRow, column: usize, article: &Prepared, cell: &SheetCell, marks: Marks) -> Markup {
    let text = &article.witness.text;
    html! {
        @for part in parts_alone(article, row, cell) {
            div.about {
                (voice_chip(part.voice, table.wording))
                @if let Some(cue) = cue_of(article, &part) { span.cue { (cue) } }
                @if let Some(speaker) = &part.speaker { span { (speaker) } }
                span.place { (table.wording.place_words(article, &part)) }
            }
        }
        div.words dir="auto" lang=[article.witness.meta.language.as_deref()] {
            @for (at, passage) in cell.passages.iter().enumerate() {
                @if at > 0 { span.between { (BETWEEN) } }
                span.passage {
                    @for piece in pieces(text, table.event, row, column, passage.span, marks) { (piece_html(&piece, table.wording)) }
                }
            }
        }
    }
}

fn piece_html(piece: &Piece, wording: Wording) -> Markup {
    let mut out = html! { (piece.text) };
    for &mark in piece.marks.iter().rev().flatten() {
        let check = piece.check && mark == Mark::Fact;
        out = html! { span class=[class(mark)] { @if check { span.check { (out) } } @else { (out) } } };
    }
    html! { @if piece.missing { (missing(wording)) } (out) }
}

fn missing(wording: Wording) -> Markup {
    html! { span.missing role="img" aria-label=(wording.say(&Phrase::WordsMissing)) {} }
}

fn linked(article: &Prepared, words: &str) -> Markup {
    html! {
        @if let Some(address) = web_address(article) {
            a href=(address) rel="noreferrer" { (words) }
        } @else {
            (words)
        }
    }
}
