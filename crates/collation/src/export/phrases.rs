//! The words that copies and exports share: outlets, dates, places, voices, and what was left out.

use std::borrow::Cow;

use crate::contrast::{ContrastKind, Voice};
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetEvent, SheetPassage, SheetRow};
use crate::table::Certainty;
use crate::witness::Sigil;

/// The line that stands wherever marks do.
pub const PRINCIPLE: &str =
    "Highlights show wording differences found by rules and a small word model. They do not say who is right or why.";

/// What stands between the passages of a reading.
pub const BETWEEN: &str = " […] ";

/// The article in a column of `event`.
pub fn article_in<'a>(sheet: &'a Sheet, event: &SheetEvent, column: usize) -> Option<&'a Prepared> {
    sheet.articles.get(*event.members.get(column)?).map(AsRef::as_ref)
}

/// The letter of a column of `event`.
pub fn sigil_of(event: &SheetEvent, column: usize) -> Sigil {
    Sigil(event.members.get(column).copied().unwrap_or(column))
}

/// The name of a column of `event`.
pub fn outlet_of<'a>(sheet: &'a Sheet, event: &SheetEvent, column: usize) -> &'a str {
    article_in(sheet, event, column).map(|article| article.witness.name()).unwrap_or_default()
}

/// `4 April 2024`, `April 2024` or `2024` from an ISO date; anything else as it stands.
pub fn date_words(published: &str) -> Cow<'_, str> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let date = published.split(['T', ' ']).next().unwrap_or_default();
    let mut parts = date.split('-').map(str::parse::<usize>);
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = match month {
        Some(Ok(month)) => month.checked_sub(1).and_then(|month| MONTHS.get(month)),
        _ => None,
    };
    match (year, month, day) {
        (Some(Ok(year)), Some(month), Some(Ok(day))) => format!("{day} {month} {year}").into(),
        (Some(Ok(year)), Some(month), None) => format!("{month} {year}").into(),
        _ => published.trim().into(),
    }
}

/// The day an article appeared, in words; `None` where it is not known.
pub fn date_of(article: &Prepared) -> Option<Cow<'_, str>> {
    article.witness.meta.published.as_deref().map(date_words).filter(|date| !date.is_empty())
}

/// `Maren Courier, 13 October 2026`.
pub fn outlet_and_date(article: &Prepared) -> String {
    let name = article.witness.name();
    date_of(article).map_or_else(|| name.to_owned(), |date| format!("{name}, {date}"))
}

/// The places of a reading, each once.
pub fn places_of(cell: &SheetCell) -> String {
    let mut places: Vec<String> = Vec::new();
    for place in cell.passages.iter().map(SheetPassage::place) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join(", ")
}

pub const fn voice_words(voice: Voice) -> &'static str {
    match voice {
        Voice::Quoted => "quoted",
        Voice::Partly => "partly quoted",
        Voice::Paraphrased => "paraphrased",
    }
}

pub const fn voice_glyph(voice: Voice) -> &'static str {
    match voice {
        Voice::Quoted => "“ ”",
        Voice::Partly => "‹“›",
        Voice::Paraphrased => "~",
    }
}

/// The reporting words, verbatim.
pub fn cue_of<'a>(article: &'a Prepared, cell: &SheetCell) -> Option<&'a str> {
    cell.cue.map(|cue| article.witness.text.slice(cue)).filter(|cue| cue.chars().any(char::is_alphabetic))
}

/// `¶3 of 16`.
pub fn place_words(article: &Prepared, cell: &SheetCell) -> String {
    let places = places_of(cell);
    let paragraphs = article.segmented.paragraphs;
    let numbered = cell.passages.last().is_some_and(|passage| passage.paragraph > 0);
    if numbered && paragraphs > 0 { format!("{places} of {paragraphs}") } else { places }
}

/// `partly quoted · said · ¶3 of 16`, with the speaker where the row names another one or none.
pub fn about_cell(article: &Prepared, row: &SheetRow, cell: &SheetCell) -> String {
    let speaker = cell.speaker.as_deref().filter(|speaker| row.speaker.as_deref() != Some(speaker));
    let place = place_words(article, cell);
    let parts = [Some(voice_words(cell.voice)), cue_of(article, cell), speaker, Some(&place)];
    let parts: Vec<String> = parts.into_iter().flatten().map(one_line).collect();
    parts.join(" · ")
}

pub fn not_found_in(outlet: &str) -> String {
    format!("not found in {outlet}")
}

/// How the row came about, in three words at most.
pub fn state_of(row: &SheetRow) -> &'static str {
    if row.is_lone() {
        "only in one outlet"
    } else if row.pinned {
        "pinned"
    } else {
        match row.certainty {
            Certainty::Exact => "exact",
            Certainty::Rule => "matched by rule",
            Certainty::Possible => "possible",
        }
    }
}

/// Short names of what differs in a row, as on its band.
pub fn tag_of(kind: ContrastKind) -> &'static str {
    match kind {
        ContrastKind::Cut => "quotation altered",
        ContrastKind::Voice => "voice",
        ContrastKind::Cue => "verb",
        ContrastKind::Force => "force",
        ContrastKind::Name => "name",
        ContrastKind::Fact => "check number",
        ContrastKind::Place => "placed differently",
    }
}

/// What a table leaves out, in one line; `None` where it leaves out nothing.
pub fn left_out(hidden: &[&str], filters: &[String]) -> Option<String> {
    let mut sentences = Vec::new();
    if !hidden.is_empty() {
        sentences.push(format!("Hidden columns: {}.", hidden.join(", ")));
    }
    if !filters.is_empty() {
        sentences.push(format!("Filters in force: {}.", filters.join(", ")));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The text on one line: tabs and line breaks become spaces.
pub fn one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\t', '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], " ")
}

/// `passages` joined inside one pair of quotation marks.
pub fn inside_marks(passages: &[&str]) -> String {
    let parts: Vec<String> = marks_around(passages)
        .into_iter()
        .map(|(opening, passage, closing)| format!("{opening}{passage}{closing}"))
        .collect();
    parts.join(BETWEEN)
}

/// The marks to put in front of and behind `passages`, joined, so that they stand inside one pair.
///
/// A passage that is all quotation brings its own marks and gets no second pair; one that was split
/// out of a longer quotation gets the mark that it lacks.
pub fn marks_around<'a>(passages: &[&'a str]) -> Vec<(&'static str, &'a str, &'static str)> {
    let own: Vec<Option<Own>> = passages.iter().map(|passage| own_marks(passage)).collect();
    let all_own = own.iter().all(Option::is_some);
    let last = passages.len().saturating_sub(1);
    let mut around = Vec::with_capacity(passages.len());
    for (at, (passage, own)) in passages.iter().zip(own).enumerate() {
        around.push(match own {
            Some(own) if all_own => (own.lacks_opening.unwrap_or(""), *passage, own.lacks_closing.unwrap_or("")),
            _ => (if at == 0 { "“" } else { "" }, *passage, if at == last { "”" } else { "" }),
        });
    }
    around
}

/// The quotation marks around a passage that is all quotation.
struct Own {
    lacks_opening: Option<&'static str>,
    lacks_closing: Option<&'static str>,
}

const PAIRS: [(char, char, &str, &str); 6] = [
    ('“', '”', "“", "”"),
    ('"', '"', "\"", "\""),
    ('«', '»', "«", "»"),
    ('„', '“', "„", "“"),
    ('「', '」', "「", "」"),
    ('『', '』', "『", "』"),
];

/// `Some` where `passage` is inside one pair of marks from its first letter to its last.
fn own_marks(passage: &str) -> Option<Own> {
    let trimmed = passage.trim().trim_end_matches(['.', ',', ';', ':', '!', '?', '…']);
    let (first, last) = (trimmed.chars().next()?, trimmed.chars().next_back()?);
    let &(opening, closing, opening_mark, closing_mark) =
        PAIRS.iter().find(|pair| first == pair.0).or_else(|| PAIRS.iter().find(|pair| last == pair.1))?;
    let (opened, closed) = (first == opening, last == closing && trimmed.chars().count() > 1);
    let ends = usize::from(opened) + usize::from(closed);
    let marks = trimmed.chars().filter(|&c| c == opening || c == closing).count();
    (marks == ends).then_some(Own {
        lacks_opening: (!opened).then_some(opening_mark),
        lacks_closing: (!closed).then_some(closing_mark),
    })
}

/// The article's address where it is one of the web; anything else could run something.
pub fn web_address(article: &Prepared) -> Option<&str> {
    let address = article.witness.meta.url.as_deref()?.trim();
    let scheme = address.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(address)
}

/// `Ilse Varga · in 2 of 3 articles · matched by rule · quotation altered, voice`.
pub fn about_row(row: &SheetRow) -> String {
    let mut parts: Vec<String> = row.speaker.as_deref().map(one_line).into_iter().collect();
    parts.push(format!("in {} of {} articles", row.readings(), row.cells.len()));
    parts.push(state_of(row).to_owned());
    if row.needs_look() {
        parts.push("needs a look".to_owned());
    }
    let mut kinds: Vec<ContrastKind> = row.contrasts.iter().map(|contrast| contrast.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if !kinds.is_empty() {
        let tags: Vec<&str> = kinds.into_iter().map(tag_of).collect();
        parts.push(tags.join(", "));
    }
    parts.join(" · ")
}
