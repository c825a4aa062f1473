//! Which heading of a PDF is the article's headline: the one that the file's own title repeats, else the
//! largest of those before the text is well under way. A printed web page has menus above it.

use hayro_interpret::hayro_syntax::Pdf;

use super::paragraphs::{Kind, Paragraph};

/// Characters of running text behind which no headline is looked for.
const UNDER_WAY: usize = 1_500;
/// Longest headline, in characters.
const MOST: usize = 250;

/// The title in the file's properties, unless a program put the file's name there.
pub(super) fn stated(pdf: &Pdf) -> Option<String> {
    let bytes = pdf.metadata().title.as_deref()?;
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => encoding_rs::UTF_8.decode_without_bom_handling(rest).0,
        bytes => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = title.to_lowercase();
    let is_file_name = [".doc", ".docx", ".odt", ".indd", ".html", ".htm", ".pdf", ".txt", ".rtf", ".pages"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    let says_nothing =
        title.is_empty() || is_file_name || lower.starts_with("microsoft ") || lower.starts_with("untitled");
    (!says_nothing).then_some(title)
}

/// Index of the headline among `paragraphs`.
pub(super) fn headline(paragraphs: &[Paragraph], stated: Option<&str>) -> Option<usize> {
    let mut before = 0;
    let early: Vec<(usize, &Paragraph)> = paragraphs
        .iter()
        .enumerate()
        .take_while(|(_, paragraph)| {
            // Menus are short; only whole sentences count.
            let length = paragraph.text.chars().count();
            let is_early = before < UNDER_WAY;
            before += if paragraph.kind == Kind::Text && length > 120 { length } else { 0 };
            is_early
        })
        .filter(|(_, paragraph)| paragraph.kind == Kind::Heading && paragraph.text.chars().count() <= MOST)
        .collect();
    let fold =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let says_title = |paragraph: &Paragraph| {
        let (text, title) = (fold(&paragraph.text), fold(stated.unwrap_or_default()));
        text.len() >= 15 && title.contains(&text) || title.len() >= 15 && text.contains(&title)
    };
    let named = early.iter().find(|(_, paragraph)| says_title(paragraph));
    // The first of the largest: sizes that differ by a hair are one size.
    let largest = early.iter().map(|(_, paragraph)| paragraph.size).fold(0.0, f64::max);
    let first_large = early.iter().find(|(_, paragraph)| paragraph.size > largest * 0.97);
    named.or(first_large).map(|(at, _)| *at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headline_is_the_one_that_is_named_or_the_largest() {
        let make = |&(kind, size, text): &(Kind, f64, &str)| Paragraph { kind, text: text.to_owned(), size };
        let page = [
            (Kind::Heading, 14.0, "Menu"),
            (Kind::Heading, 30.0, "THE WEEKLY"),
            (Kind::Text, 10.0, "Sport"),
            (Kind::Heading, 24.0, "Council puts off its vote on the barrage"),
            (Kind::Text, 10.0, "The council put off the vote."),
            (Kind::Heading, 14.0, "What the figures say"),
        ];
        let paragraphs: Vec<Paragraph> = page.iter().map(make).collect();
        assert_eq!(headline(&paragraphs, Some("Council puts off its vote on the barrage | The Weekly")), Some(3));
        assert_eq!(headline(&paragraphs, Some("Print")), Some(1));
        assert_eq!(headline(&paragraphs, None), Some(1));
        assert_eq!(headline(paragraphs.get(4..).unwrap_or_default(), None), Some(1));
        assert_eq!(headline(&[], None), None);
    }
}
