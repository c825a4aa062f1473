//! The pages of a workbook in Excel's format.
//!
//! Everything is written as text or number, never as a formula or link. Marks become rich strings:
//! each has an underline or a slant besides its colour. The date in the file is the choice's.

use collation::Notice;
use collation::export::spreadsheet::{Cell, Page, pages};
use collation::export::{Choice, Mark};
use collation::sheet::Sheet;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatUnderline, Workbook, Worksheet, XlsxError,
};

use super::ExportError;

/// Most characters that a cell of a workbook can hold.
const MOST_CHARS: usize = 32_767;

pub(super) fn write(sheet: &Sheet, notices: &[Notice], choice: &Choice) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    build(&mut workbook, &pages(sheet, notices, choice), choice).map_err(ExportError::new)?;
    workbook.save_to_buffer().map_err(ExportError::new)
}

fn build(workbook: &mut Workbook, pages: &[Page], choice: &Choice) -> Result<(), XlsxError> {
    let made = ExcelDateTime::parse_from_str(choice.day())?;
    let about = DocProperties::new().set_title(choice.heading()).set_author("Parallax").set_creation_datetime(&made);
    workbook.set_properties(&about);
    let mut names: Vec<String> = Vec::with_capacity(pages.len());
    for page in pages {
        let name = sheet_name(&page.name, &names);
        fill(workbook.add_worksheet().set_name(&name)?, page)?;
        names.push(name);
    }
    Ok(())
}

/// Most characters that a sheet's name can have.
const MOST_OF_NAME: usize = 31;

/// `title` as the name of a sheet: what no name may hold is replaced, what is too long is cut with `…`, and what
/// another sheet is called already gets a number.
fn sheet_name(title: &str, taken: &[String]) -> String {
    let allowed = |c: char| if c.is_control() || "[]:*?/\\".contains(c) { ' ' } else { c };
    let words = title.chars().map(allowed).collect::<String>();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = match words.trim_matches('\'') {
        "" => "–",
        words => words,
    };
    // Programs keep `History` for themselves.
    let is_taken = |name: &str| {
        let mut names = taken.iter().map(String::as_str).chain(["History"]);
        names.any(|other| other.to_lowercase() == name.to_lowercase())
    };
    let numbered = (2..).map(|number| ended(words, &format!(" ({number})")));
    std::iter::once(ended(words, "")).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

/// `words` with `end` behind them, cut with `…` where both are too long for a name. Its length is that of UTF-16.
fn ended(words: &str, end: &str) -> String {
    let room = MOST_OF_NAME - end.encode_utf16().count();
    if words.encode_utf16().count() <= room {
        return format!("{words}{end}");
    }
    let mut length = 1;
    let kept: String = words
        .chars()
        .take_while(|c| {
            length += c.len_utf16();
            length <= room
        })
        .collect();
    format!("{}…{end}", kept.trim_end())
}

fn fill(worksheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let quiet = wrapped.clone().set_font_color(Color::RGB(0x0055_554F));
    // Numbers stand at the right of their cells, and the words of the next column begin there.
    let number = wrapped.clone().set_align(FormatAlign::Right).set_indent(1);
    let header = wrapped.clone().set_bold().set_background_color(Color::RGB(0x00F7_F7F5));
    let number_header = header.clone().set_align(FormatAlign::Right).set_indent(1);
    worksheet.set_landscape().set_print_fit_to_pages(1, 0);
    for (column, &width) in page.widths.iter().enumerate() {
        worksheet.set_column_width(column as u16, width)?;
    }
    let is_table = page.widths.len() > 1;
    if is_table {
        worksheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    }
    for (row, line) in page.lines.iter().enumerate() {
        for (column, cell) in line.iter().enumerate() {
            let is_number = |line: &Vec<Cell>| matches!(line.get(column), Some(Cell::Number(_)));
            let said = match is_table && row == 0 {
                true if page.lines.iter().any(is_number) => &number_header,
                true => &header,
                false => &quiet,
            };
            put(worksheet, (row as u32, column as u16), cell, if is_number(line) { &number } else { &wrapped }, said)?;
        }
        // Not every program fits rows to wrapped words when it opens a file.
        let lines = line.iter().zip(&page.widths).map(|(cell, &width)| lines_of(cell, width)).max().unwrap_or(1);
        worksheet.set_row_height(row as u32, (lines as f64 * LINE).min(TALLEST))?;
    }
    Ok(())
}

/// Height of one line and of the tallest row that the format knows, in points.
const LINE: f64 = 15.0;
const TALLEST: f64 = 409.0;

/// How many lines a cell takes in a column `width` characters wide, words kept whole.
fn lines_of(cell: &Cell, width: f64) -> usize {
    let text: String = match cell {
        Cell::Number(_) => return 1,
        Cell::Text(text) | Cell::Said(text) => text.clone(),
        Cell::Marked(words) => words.iter().map(|(_, words)| words.as_str()).collect(),
    };
    // Proportional letters take about as much as digits do; a little air keeps the last word in.
    let room = (width - 1.0).max(1.0) as usize;
    let lines_of_line = |line: &str| {
        let (lines, _) = line.split(' ').fold((1, 0), |(lines, taken), word| {
            let length = word.chars().count();
            if taken == 0 || taken + 1 + length <= room {
                (lines + length.saturating_sub(1) / room, (taken + usize::from(taken > 0) + length).min(room))
            } else {
                (lines + 1 + length.saturating_sub(1) / room, length.min(room))
            }
        });
        lines
    };
    text.lines().map(lines_of_line).sum::<usize>().max(1)
}

fn put(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    wrapped: &Format,
    said: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Number(number) => worksheet.write_number_with_format(row, column, *number as f64, wrapped)?,
        Cell::Text(text) => worksheet.write_string_with_format(row, column, cut(text), wrapped)?,
        Cell::Said(text) => worksheet.write_string_with_format(row, column, cut(text), said)?,
        Cell::Marked(words) => {
            let text: String = words.iter().map(|(_, words)| words.as_str()).collect();
            let plain = words.iter().all(|(marks, _)| marks.is_empty());
            if plain || text.chars().count() > MOST_CHARS {
                worksheet.write_string_with_format(row, column, cut(&text), wrapped)?
            } else {
                let formats: Vec<Format> = words.iter().map(|(marks, _)| drawn(marks)).collect();
                let words: Vec<(&Format, &str)> =
                    formats.iter().zip(words).map(|(format, (_, words))| (format, words.as_str())).collect();
                worksheet.write_rich_string_with_format(row, column, &words, wrapped)?
            }
        }
    };
    Ok(())
}

/// The text as far as a cell can hold it, `…` for the rest.
fn cut(text: &str) -> String {
    if text.chars().count() <= MOST_CHARS {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(MOST_CHARS - 1).collect();
    cut.push('…');
    cut
}

/// The shape and colour of words with these marks.
fn drawn(marks: &[Mark]) -> Format {
    marks.iter().rev().fold(Format::new(), |format, mark| match mark {
        Mark::Reworded => format.set_underline(FormatUnderline::Single).set_font_color(Color::RGB(0x008A_5A00)),
        Mark::OnlyHere => format.set_underline(FormatUnderline::Double).set_font_color(Color::RGB(0x0000_68A5)),
        Mark::Moved => format.set_italic().set_font_color(Color::RGB(0x005C_6670)),
        Mark::Cut => format.set_bold().set_font_color(Color::RGB(0x00B8_4300)),
        Mark::Fact => format.set_bold().set_italic().set_font_color(Color::RGB(0x00A8_437C)),
        Mark::Force => {
            format.set_italic().set_underline(FormatUnderline::Single).set_font_color(Color::RGB(0x00A8_437C))
        }
        Mark::Name => {
            format.set_italic().set_underline(FormatUnderline::Double).set_font_color(Color::RGB(0x0000_7A58))
        }
        Mark::Voice | Mark::Cue | Mark::Place => format,
    })
}
