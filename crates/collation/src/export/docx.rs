//! The entries of a Word document (WordprocessingML, ECMA-376): each statement with its readings side
//! by side, or one below the other where there are too many columns for a page.
//!
//! Marks use underlines, borders and shading that Word and LibreOffice draw natively; each has its
//! own shape. Packing them into a file is the workbench's affair.

use maud::{Markup, html};

use super::differences::differences;
use super::marks::{Mark, Marks, Piece, pieces};
use super::package::{Entry, xml, xml_text};
use super::palette as colour;
use super::phrases::{BETWEEN, sigil_of};
use super::selection::{Choice, Table, notices};
use super::wording::{Phrase, Wording};
use crate::notice::Notice;
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetRow};

/// Most columns that stand side by side on a page.
const MOST_COLUMNS: usize = 5;
/// Width of a landscape A4 page between its margins, in twentieths of a point.
const WIDTH: usize = 15138;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The chosen part of `sheet` as the entries of a document.
pub fn entries(sheet: &Sheet, notices_of_sheet: &[Notice], choice: &Choice) -> Vec<Entry> {
    vec![
        Entry::new("[Content_Types].xml", content_types()),
        Entry::new("_rels/.rels", relations()),
        Entry::new("docProps/core.xml", core(choice)),
        Entry::new("word/styles.xml", styles()),
        Entry::new("word/_rels/document.xml.rels", document_relations()),
        Entry::new("word/document.xml", document(sheet, notices_of_sheet, choice)),
    ]
}

fn content_types() -> Vec<u8> {
    let office = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    xml(&html! {
        Types xmlns={ (PACKAGE) "/content-types" } {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Override PartName="/word/document.xml" ContentType={ (office) ".document.main+xml" } {}
            Override PartName="/word/styles.xml" ContentType={ (office) ".styles+xml" } {}
            Override PartName="/docProps/core.xml"
                ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
        }
    })
}

fn relations() -> Vec<u8> {
    xml(&html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            Relationship Id="rId1" Type={ (OFFICE) "/officeDocument" } Target="word/document.xml" {}
            Relationship Id="rId2" Type={ (PACKAGE) "/relationships/metadata/core-properties" }
                Target="docProps/core.xml" {}
        }
    })
}

fn document_relations() -> Vec<u8> {
    xml(&html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            Relationship Id="rId1" Type={ (OFFICE) "/styles" } Target="styles.xml" {}
        }
    })
}

fn core(choice: &Choice) -> Vec<u8> {
    let day = format!("{}T00:00:00Z", choice.day());
    xml(&html! {
        cp:coreProperties xmlns:cp={ (PACKAGE) "/metadata/core-properties" }
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (xml_text(&choice.heading())) }
            dc:creator { "Parallax" }
            dcterms:created xsi:type="dcterms:W3CDTF" { (day) }
            dcterms:modified xsi:type="dcterms:W3CDTF" { (day) }
        }
    })
}

/// Name, what Word calls it, size in half points, bold, space above and below in twentieths.
/// Those that end in `Kept` stay on the page of what follows.
const STYLES: [(&str, &str, usize, bool, usize, usize); 7] = [
    ("Title", "Title", 40, true, 0, 60),
    ("Heading1", "heading 1", 30, true, 360, 120),
    ("Heading2", "heading 2", 22, true, 240, 60),
    ("About", "About", 17, false, 0, 40),
    ("Head", "Head", 20, true, 0, 40),
    ("AboutKept", "About what follows", 17, false, 0, 40),
    ("HeadKept", "Head of a table", 20, true, 0, 40),
];

fn styles() -> Vec<u8> {
    xml(&html! {
        w:styles xmlns:w=(W) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" {}
                    w:sz w:val="20" {}
                    w:szCs w:val="20" {}
                } }
                w:pPrDefault { w:pPr { w:spacing w:after="60" {} } }
            }
            w:style w:type="paragraph" w:default="1" w:styleId="Normal" { w:name w:val="Normal" {} }
            @for (id, name, size, bold, above, below) in STYLES {
                w:style w:type="paragraph" w:styleId=(id) {
                    w:name w:val=(name) {}
                    w:basedOn w:val="Normal" {}
                    w:pPr {
                        @if id.starts_with("Heading") || id.ends_with("Kept") { w:keepNext {} }
                        w:spacing w:before=(above) w:after=(below) {}
                        @if id == "Heading1" { w:outlineLvl w:val="0" {} }
                        @if id == "Heading2" { w:outlineLvl w:val="1" {} }
                    }
                    w:rPr {
                        @if bold { w:b {} }
                        @if id.starts_with("About") { w:color w:val=(hex(colour::INK2)) {} }
                        w:sz w:val=(size) {}
                        w:szCs w:val=(size) {}
                    }
                }
            }
            w:style w:type="paragraph" w:styleId="Source" {
                w:name w:val="Source words" {}
                w:basedOn w:val="Normal" {}
                w:pPr { w:spacing w:after="60" w:line="288" w:lineRule="auto" {} }
                w:rPr {
                    w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia" {}
                    w:sz w:val="21" {}
                    w:szCs w:val="21" {}
                }
            }
        }
    })
}

fn document(sheet: &Sheet, notices_of_sheet: &[Notice], choice: &Choice) -> Vec<u8> {
    let tables = choice.tables(sheet);
    let notices = notices(&tables, notices_of_sheet);
    xml(&html! {
        w:document xmlns:w=(W) {
            w:body {
                (paragraph("Title", &run(&choice.heading())))
                @if let Some(exported) = choice.exported() { (paragraph("About", &run(&exported))) }
                (paragraph("About", &run(&choice.wording.say(&Phrase::Principle))))
                @if !choice.marks.is_empty() { (paragraph("Source", &legend(choice.marks, choice.wording))) }
                @for table in &tables { (event(table, choice)) }
                @if !notices.is_empty() {
                    (paragraph("Heading1", &run(&choice.wording.say(&Phrase::Notices))))
                    @for notice in &notices { (paragraph("Normal", &run(notice))) }
                }
                w:sectPr {
                    w:pgSz w:w="16838" w:h="11906" w:orient="landscape" {}
                    w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="400" w:footer="400"
                        w:gutter="0" {}
                }
            }
        }
    })
}

fn event(table: &Table, choice: &Choice) -> Markup {
    let heading = table.heading().map(|heading| format!("{heading}: ")).unwrap_or_default();
    html! {
        (paragraph("Heading1", &run(&format!("{heading}{}", table.title()))))
        @for (column, article) in table.articles() {
            (paragraph("Normal", &run(&source_line(table, column, article))))
        }
        @for row in table.rows() { (statement(table, row, choice)) }
        @if let Some(left_out) = &table.left_out { (paragraph("About", &run(left_out))) }
    }
}

fn source_line(table: &Table, column: usize, article: &Prepared) -> String {
    let base = table.base_words(column);
    let meta = &article.witness.meta;
    let first = format!("{}  {}{base}", sigil_of(table.event, column), table.wording.outlet_and_date(article));
    let parts = [Some(first.as_str()), article.witness.title_beside_name(), meta.url.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

fn statement(table: &Table, row: &SheetRow, choice: &Choice) -> Markup {
    let differences = differences(table, row, choice.marks);
    let tags = choice.tags_on(table, row);
    html! {
        (paragraph("Heading2", &run(&format!("{}. {}", row.number, row.title))))
        (paragraph("AboutKept", &run(&table.wording.about_row(row))))
        @if table.columns.len() <= MOST_COLUMNS {
            (side_by_side(table, row, choice.marks))
        } @else {
            (one_below_the_other(table, row, choice.marks))
        }
        @for difference in &differences { (paragraph("About", &run(&difference.words(table.wording)))) }
        @if !tags.is_empty() { (paragraph("About", &run(&table.wording.say(&Phrase::Tags(&tags.join(", ")))))) }
        @for note in choice.notes_on(table, row) { (paragraph("Normal", &run(&table.wording.say(&Phrase::Note(note))))) }
        // Two tables without a paragraph between them would grow together.
        @if differences.is_empty() { (paragraph("About", &run(""))) }
    }
}

fn side_by_side(table: &Table, row: &SheetRow, marks: Marks) -> Markup {
    let width = WIDTH / table.columns.len().max(1);
    let widths = vec![width; table.columns.len()];
    html! {
        w:tbl {
            (table_properties(&widths))
            w:tr {
                w:trPr { w:cantSplit {} w:tblHeader {} }
                @for (column, article) in table.articles() {
                    (table_cell(width, Some(colour::BAND), &paragraph("HeadKept", &run(&name_of(table, column, article)))))
                }
            }
            w:tr {
                w:trPr { w:cantSplit {} }
                @for (column, article, cell) in table.cells(row) {
                    (reading(table, row, column, article, cell, width, marks))
                }
            }
        }
    }
}

fn one_below_the_other(table: &Table, row: &SheetRow, marks: Marks) -> Markup {
    let (first, second) = (WIDTH / 4, WIDTH - WIDTH / 4);
    html! {
        w:tbl {
            (table_properties(&[first, second]))
            @for (column, article, cell) in table.cells(row) {
                w:tr {
                    w:trPr { w:cantSplit {} }
                    (table_cell(first, Some(colour::BAND), &paragraph("Head", &run(&name_of(table, column, article)))))
                    (reading(table, row, column, article, cell, second, marks))
                }
            }
        }
    }
}

fn name_of(table: &Table, column: usize, article: &Prepared) -> String {
    format!("{}  {}", sigil_of(table.event, column), table.wording.outlet_and_date(article))
}

fn reading(
    table: &Table,
    row: &SheetRow,
    column: usize,
    article: &Prepared,
    cell: Option<&SheetCell>,
    width: usize,
    marks: Marks,
) -> Markup {
    let Some(cell) = cell else {
        let words = run(&table.wording.absent(article, row, column));
        return table_cell(width, Some(colour::HOLLOW), &paragraph("About", &words));
    };
    let text = &article.witness.text;
    let words = html! {
        @for (at, passage) in cell.passages.iter().enumerate() {
            @if at > 0 { (run(BETWEEN)) }
            @for piece in pieces(text, table.event, row, column, passage.span, marks) { (piece_runs(&piece)) }
        }
    };
    let about = paragraph("About", &run(&table.wording.about_cell(article, row, cell)));
    table_cell(width, None, &html! { (about) (paragraph("Source", &words)) })
}

fn table_properties(widths: &[usize]) -> Markup {
    html! {
        w:tblPr {
            w:tblW w:w=(widths.iter().sum::<usize>()) w:type="dxa" {}
            w:tblBorders {
                (border("w:top"))
                (border("w:left"))
                (border("w:bottom"))
                (border("w:right"))
                (border("w:insideH"))
                (border("w:insideV"))
            }
            w:tblLayout w:type="fixed" {}
            w:tblCellMar {
                w:left w:w="110" w:type="dxa" {}
                w:right w:w="110" w:type="dxa" {}
            }
        }
        w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } }
    }
}

fn border(side: &str) -> Markup {
    let attributes = format!("w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{}\"", hex(colour::LINE));
    html! { (maud::PreEscaped(format!("<{side} {attributes}/>"))) }
}

fn table_cell(width: usize, fill: Option<&str>, content: &Markup) -> Markup {
    html! {
        w:tc {
            w:tcPr {
                w:tcW w:w=(width) w:type="dxa" {}
                @if let Some(fill) = fill { w:shd w:val="clear" w:color="auto" w:fill=(hex(fill)) {} }
            }
            (content)
        }
    }
}

fn paragraph(style: &str, runs: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (runs) } }
}

fn run(text: &str) -> Markup {
    marked_run(text, &html! {})
}

/// Line breaks of the source stay line breaks.
fn marked_run(text: &str, properties: &Markup) -> Markup {
    html! {
        w:r {
            w:rPr { (properties) }
            @for (at, line) in xml_text(text).split('\n').enumerate() {
                @if at > 0 { w:br {} }
                w:t xml:space="preserve" { (line) }
            }
        }
    }
}

fn piece_runs(piece: &Piece) -> Markup {
    html! {
        @if piece.missing { (missing()) }
        @if !piece.text.is_empty() { (marked_run(piece.text, &properties(piece))) }
        @if piece.check { (marked_run("≠", &html! { w:b {} w:color w:val=(hex(colour::FACT)) {} })) }
    }
}

fn missing() -> Markup {
    let properties = html! {
        w:color w:val=(hex(colour::CUT)) {}
        (frame(colour::CUT))
        w:shd w:val="clear" w:color="auto" w:fill=(hex(colour::CUT_TINT)) {}
    };
    marked_run("⟨…⟩", &properties)
}

/// The properties of a run with these marks, in the order that the schema wants: underline, border,
/// shading.
fn properties(piece: &Piece) -> Markup {
    let underline = piece.marks.iter().flatten().find_map(|&mark| underline(mark));
    html! {
        @if let Some((line, tint)) = underline { w:u w:val=(line) w:color=(hex(tint)) {} }
        @if piece.has(Mark::Fact) { (frame(colour::FACT)) } @else if piece.has(Mark::Cut) { (frame(colour::CUT)) }
        @if piece.has(Mark::Reworded) {
            w:shd w:val="clear" w:color="auto" w:fill=(hex(colour::REWORDED_TINT)) {}
        }
    }
}

fn frame(tint: &str) -> Markup {
    html! { w:bdr w:val="single" w:sz="6" w:space="0" w:color=(hex(tint)) {} }
}

const fn underline(mark: Mark) -> Option<(&'static str, &'static str)> {
    match mark {
        Mark::Reworded => Some(("single", colour::REWORDED)),
        Mark::OnlyHere => Some(("double", colour::ONLY_HERE)),
        Mark::Moved => Some(("dotted", colour::MOVED)),
        Mark::Force => Some(("wave", colour::FORCE)),
        Mark::Name => Some(("dash", colour::NAME)),
        Mark::Cut | Mark::Fact | Mark::Voice | Mark::Cue | Mark::Place => None,
    }
}

fn legend(marks: Marks, wording: Wording) -> Markup {
    html! {
        @for (at, mark) in marks.in_text().enumerate() {
            @if at > 0 { (run("   ")) }
            @let label = wording.say(&Phrase::Mark(mark));
            @let sample = Piece {
                text: &label,
                span: crate::span::Span::default(),
                marks: [Some(mark), None],
                missing: false,
                check: mark == Mark::Fact,
            };
            (piece_runs(&sample))
            @if mark == Mark::Cut { (run("   ")) (missing()) (run(&format!(" {}", wording.say(&Phrase::WordsMissing)))) }
        }
    }
}

fn hex(colour: &str) -> &str {
    colour.trim_start_matches('#')
}
