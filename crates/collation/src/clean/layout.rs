//! Finds the paragraphs of a plain text, whichever way its lines were broken: blank lines between
//! paragraphs, one line a paragraph, or lines wrapped at a fixed width. Knows nothing of meaning.

use std::ops::Range;

/// A paragraph: a byte range without white space at its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub bytes: Range<usize>,
    /// True where a blank line, or the end of the text, stands on both sides.
    pub apart: bool,
}

/// A line that is not blank.
#[derive(Clone, Debug)]
struct Line {
    bytes: Range<usize>,
    chars: usize,
    indented: bool,
    /// True where a blank line or the text's start stands before it.
    after_gap: bool,
}

/// Widest line, in characters, that a fixed width can have made.
const WIDEST_WRAP: usize = 130;

/// The paragraphs of `text`, in order. Together they hold every character that is not white space.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let width = wrap_width(text, &lines);
    let mut found: Vec<Paragraph> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        let joins = before.is_some_and(|before| !line.after_gap && continues(text, before, line, width));
        match found.last_mut() {
            Some(last) if joins => last.bytes.end = line.bytes.end,
            _ => found.push(Paragraph { bytes: line.bytes.clone(), apart: line.after_gap }),
        }
        before = Some(line);
    }
    // A paragraph stands apart only if the one after it does not touch it either.
    let touching: Vec<bool> = found.iter().skip(1).map(|next| !next.apart).chain([false]).collect();
    for (paragraph, touched) in found.iter_mut().zip(touching) {
        paragraph.apart &= !touched;
    }
    found
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    let mut after_gap = true;
    for raw in text.split('\n') {
        let trimmed = bare(raw);
        if trimmed.is_empty() {
            after_gap = true;
        } else {
            let lead = raw.len() - raw.trim_start().len();
            let start = at + lead;
            let bytes = start..start + trimmed.len();
            lines.push(Line { bytes, chars: trimmed.chars().count(), indented: lead > 0, after_gap });
            after_gap = false;
        }
        at += raw.len() + 1;
    }
    lines
}

/// A line without white space at its ends, nor the line breaks that a program wrote out: exports of
/// databases are full of lines that end in the two characters `\\n`.
fn bare(line: &str) -> &str {
    let escapes = ["\\n", "\\r", "\\t"];
    let mut line = line.trim();
    while let Some(rest) = escapes.iter().find_map(|escape| line.strip_suffix(escape)) {
        line = rest.trim_end();
    }
    line
}

/// The width at which the text was wrapped, if it looks wrapped: lines inside paragraphs are short,
/// about equally long, and often end in the middle of a sentence.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let inner: Vec<&Line> =
        lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| !next.after_gap).map(|(line, _)| line).collect();
    if inner.len() < 2 {
        return None;
    }
    let mut lengths: Vec<usize> = inner.iter().map(|line| line.chars).collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len() * 19 / 20)?;
    let median = *lengths.get(lengths.len() / 2)?;
    let open = inner.iter().filter(|line| !ends_sentence(slice(text, line))).count();
    let looks_wrapped = width <= WIDEST_WRAP && median >= 30 && median * 4 >= width * 3 && open * 5 >= inner.len() * 2;
    looks_wrapped.then_some(width)
}

fn continues(text: &str, before: &Line, line: &Line, width: Option<usize>) -> bool {
    let (above, below) = (slice(text, before), slice(text, line));
    if starts_item(below) {
        return false;
    }
    match width {
        // The next word would have fitted: the writer broke the line on purpose.
        Some(width) => {
            let word = below.split_whitespace().next().map_or(0, |word| word.chars().count());
            let had_room = before.chars + word + 8 < width;
            let broke = line.indented && !before.indented || had_room && ends_sentence(above);
            !broke && before.chars * 2 > width
        }
        None => below.chars().next().is_some_and(char::is_lowercase) && !ends_sentence(above),
    }
}

fn slice<'a>(text: &'a str, line: &Line) -> &'a str {
    text.get(line.bytes.clone()).unwrap_or_default()
}

/// True where the last mark of `text` ends a sentence, closing quotation marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let open = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»“)]`".contains(c));
    open.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '।', '؟', '۔'])
}

/// True where `line` begins with the mark of a list item: a bullet, a dash, or a short number.
pub(super) fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '‣' | '◦' | '▪' | '●' | '■' | '▶' | '►') => true,
        Some('*' | '-' | '·') => chars.next() == Some(' ') && chars.next().is_some_and(char::is_alphanumeric),
        Some(digit) if digit.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = line.len() - rest.len();
            digits <= 2 && (rest.starts_with(") ") || rest.starts_with(". "))
        }
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = paragraphs(text).into_iter().map(|p| text.get(p.bytes).unwrap()).collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    #[test]
    fn paragraphs_are_found_in_every_layout() {
        check("", &[]);
        check("One.\n\nTwo.\n\n\n  Three. ", &["One.", "Two.", "Three."]);
        check("The first came.\nThe second left.\n", &["The first came.", "The second left."]);
        check("The first came,\nand the second left.\n", &["The first came,\nand the second left."]);
        check(
            "The minister said on Monday that the\ngovernment would not change course and\nthat no more would be said.\n\n\
             He left after an hour without taking a\nquestion from the press, which waited.",
            &[
                "The minister said on Monday that the\ngovernment would not change course and\nthat no more would be said.",
                "He left after an hour without taking a\nquestion from the press, which waited.",
            ],
        );
        check("They ask for:\n- more pay\n- less work", &["They ask for:", "- more pay", "- less work"]);
    }

    #[test]
    fn line_breaks_that_were_written_out_are_white_space() {
        check("Mill reopens. \\n\nHe stayed.\\r\\n\n\\n", &["Mill reopens.", "He stayed."]);
        check("Under C:\\news they keep it.", &["Under C:\\news they keep it."]);
    }

    #[test]
    fn a_wrapped_text_without_blank_lines_breaks_after_short_lines() {
        let text = "The minister said on Monday that the whole\ngovernment would not change course at all,\nand left.\n\
                    He took no question from the press, which\nhad waited for an hour in front of the house\nin the rain.";
        assert_eq!(paragraphs(text).len(), 2);
    }

    proptest! {
        #[test]
        fn nothing_but_white_space_is_left_out(text in "[a-zA.,\\- \n\té]{0,300}") {
            let mut at = 0;
            for paragraph in paragraphs(&text) {
                prop_assert!(paragraph.bytes.start >= at && paragraph.bytes.start < paragraph.bytes.end);
                prop_assert!(bare(text.get(at..paragraph.bytes.start).unwrap()).is_empty());
                at = paragraph.bytes.end;
            }
            prop_assert!(bare(text.get(at..).unwrap()).is_empty());
        }
    }
}
