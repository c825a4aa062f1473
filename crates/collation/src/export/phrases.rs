//! The words that copies and exports share: outlets, dates, places, voices, and what was left out.

use std::borrow::Cow;

use super::wording::{Head, Phrase, State, Wording};
use crate::attribution::SpeakerHow;
use crate::contrast::{ContrastKind, Voice, quotation_of};
use crate::prepare::Prepared;
use crate::sheet::{Sheet, SheetCell, SheetEvent, SheetPassage, SheetRow};
use crate::witness::Sigil;

/// What stands between the passages of a reading.
pub const BETWEEN: &str = " […] ";

/// The article in a column of `event`.
pub fn article_in<'a>(sheet: &'a Sheet, event: &SheetEvent, column: usize) -> Option<&'a Prepared> {
    sheet.articles.get(*event.members.get(column)?).map(AsRef::as_ref)
}

/// The name of the file that an article came from, without its folders.
pub fn file_of(article: &Prepared) -> &str {
    let path = article.witness.path.as_str();
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The letter of a column of `event`.
pub fn sigil_of(event: &SheetEvent, column: usize) -> Sigil {
    Sigil(event.members.get(column).copied().unwrap_or(column))
}

/// The name of a column of `event`.
pub fn outlet_of<'a>(sheet: &'a Sheet, event: &SheetEvent, column: usize) -> &'a str {
    article_in(sheet, event, column).map(|article| article.witness.name()).unwrap_or_default()
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

/// The cell as if it had one of its passages alone, with that passage's own voice, verb and speaker: those of the
/// cell are what most of its passages have.
pub fn alone(article: &Prepared, cell: &SheetCell, passage: SheetPassage) -> SheetCell {
    if cell.passages.len() < 2 {
        return cell.clone();
    }
    let quotation = quotation_of(article, &[passage.span]);
    SheetCell {
        passages: vec![passage],
        main: 0,
        compared: 0..0,
        runs: Vec::new(),
        voice: passage.voice,
        cue: passage.cue,
        speaker: quotation.and_then(|quotation| quotation.speaker.clone()),
        speaker_how: quotation.map_or(SpeakerHow::None, |quotation| quotation.speaker_how),
    }
}

/// The cell in parts, each of neighbouring passages that have voice, verb and speaker in common; the speaker is left out
/// where the row names him.
pub fn parts_alone(article: &Prepared, row: &SheetRow, cell: &SheetCell) -> Vec<SheetCell> {
    let mut parts: Vec<SheetCell> = Vec::new();
    for &passage in &cell.passages {
        let mut own = alone(article, cell, passage);
        own.speaker = own.speaker.filter(|speaker| row.speaker.as_ref() != Some(speaker));
        match parts.last_mut() {
            Some(part) if part.voice == own.voice && part.cue == own.cue && part.speaker == own.speaker => {
                part.passages.push(passage);
            }
            _ => parts.push(own),
        }
    }
    parts
}

/// The text on one line: tabs and line breaks become spaces.
pub fn one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\t', '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], " ")
}

/// `passages` joined inside one pair of quotation marks.
pub fn inside_marks(passages: &[&str]) -> String {
    joined(marks_around(passages))
}

/// Passages joined, each between the marks that come with it.
pub fn joined(passages: Vec<(&str, &str, &str)>) -> String {
    let parts = passages.into_iter().map(|(opening, passage, closing)| format!("{opening}{passage}{closing}"));
    parts.collect::<Vec<_>>().join(BETWEEN)
}

/// The marks to put in front of and behind `passages` as they stand in their article: those whose partner was left behind
/// when a passage was split off.
pub fn marks_left_behind<'a>(passages: &[&'a str]) -> Vec<(&'static str, &'a str, &'static str)> {
    let own = |passage: &&'a str| {
        let own = own_marks(passage).unwrap_or_default();
        (own.opening, *passage, own.closing)
    };
    passages.iter().map(own).collect()
}

/// The marks to put in front of and behind `passages`, joined, so that they stand inside one pair.
///
/// Where a passage brings quotation marks of its own, none is put around: a pair inside another of the same
/// form can't be read. A mark whose partner was left behind when the passage was split off gets it back.
pub fn marks_around<'a>(passages: &[&'a str]) -> Vec<(&'static str, &'a str, &'static str)> {
    let own: Vec<Option<Lacking>> = passages.iter().map(|passage| own_marks(passage)).collect();
    if own.iter().any(Option::is_some) {
        let lacking = own.into_iter().map(Option::unwrap_or_default);
        return passages.iter().zip(lacking).map(|(&passage, own)| (own.opening, passage, own.closing)).collect();
    }
    let last = passages.len().saturating_sub(1);
    let pair = |at: usize| (if at == 0 { "“" } else { "" }, if at == last { "”" } else { "" });
    let around = passages.iter().enumerate().map(|(at, &passage)| (pair(at).0, passage, pair(at).1));
    around.collect()
}

/// The marks to put in front of and behind passages that stand in one place each, as a headline and a lead do: each group
/// is inside a pair of its own, or none is, as in [`marks_around`].
pub fn marks_around_each<'a>(groups: &[&[&'a str]]) -> Vec<(&'static str, &'a str, &'static str)> {
    let all = groups.concat();
    if all.iter().any(|passage| own_marks(passage).is_some()) {
        return marks_around(&all);
    }
    groups.iter().flat_map(|group| marks_around(group)).collect()
}

/// The marks that a passage with quotation marks lacks at its ends.
#[derive(Default)]
struct Lacking {
    opening: &'static str,
    closing: &'static str,
}

const PAIRS: [(char, char, &str, &str); 6] = [
    LOW,
    ('“', '”', "“", "”"),
    ('"', '"', "\"", "\""),
    ('«', '»', "«", "»"),
    ('「', '」', "「", "」"),
    ('『', '』', "『", "』"),
];

/// Its closing mark is the opening one of another pair.
const LOW: (char, char, &str, &str) = ('„', '“', "„", "“");

/// `Some` where `passage` has quotation marks, with those that lack a partner in it.
fn own_marks(passage: &str) -> Option<Lacking> {
    let is_low_closing = passage.split('“').next().is_some_and(|start| start.ends_with(|c: char| !c.is_whitespace()))
        && passage.contains('“')
        && !passage.contains('”');
    let found = PAIRS.iter().find(|pair| passage.contains(pair.0)).or_else(|| {
        let mut others = PAIRS.iter().filter(|&&pair| pair != LOW);
        others.find(|pair| passage.contains(pair.1))
    })?;
    let &(opening, closing, opening_mark, closing_mark) = if is_low_closing { &LOW } else { found };
    let (mut open, mut lacks_opening) = (false, false);
    let mut before = ' ';
    for sign in passage.chars() {
        // A mark that looks the same on both sides closes what is open, and what its passage begins without.
        let is_straight_closing = opening == closing && (open || !before.is_whitespace());
        if sign == closing && (opening != closing || is_straight_closing) {
            lacks_opening |= !open;
            open = false;
        } else if sign == opening {
            open = true;
        }
        before = sign;
    }
    Some(Lacking {
        opening: if lacks_opening { opening_mark } else { "" },
        closing: if open { closing_mark } else { "" },
    })
}

/// The article's address where it is one of the web; anything else could run something.
pub fn web_address(article: &Prepared) -> Option<&str> {
    let address = article.witness.meta.url.as_deref()?.trim();
    let scheme = address.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(address)
}

/// How the row came about.
pub fn state_of(row: &SheetRow) -> State {
    if row.is_lone() {
        State::Lone
    } else if row.pinned {
        State::Pinned
    } else if row.is_linked() {
        State::Linked
    } else {
        State::Matched(row.certainty)
    }
}

impl Wording {
    /// `4 April 2024`, `April 2024` or `2024` from an ISO date; anything else as it stands.
    pub(super) fn date(self, published: &str) -> Cow<'_, str> {
        let date = published.split(['T', ' ']).next().unwrap_or_default();
        let mut parts = date.split('-').map(str::parse::<usize>);
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        let month = match month {
            Some(Ok(month)) if (1..=12).contains(&month) => Some(month),
            _ => None,
        };
        match (year, month, day) {
            (Some(Ok(year)), Some(month), Some(Ok(day))) => {
                self.say(&Phrase::Date { year, month, day: Some(day) }).into()
            }
            (Some(Ok(year)), Some(month), None) => self.say(&Phrase::Date { year, month, day: None }).into(),
            _ => published.trim().into(),
        }
    }

    /// The day an article appeared, in words; `None` where it is not known.
    pub(super) fn date_of(self, article: &Prepared) -> Option<Cow<'_, str>> {
        article.witness.meta.published.as_deref().map(|published| self.date(published)).filter(|date| !date.is_empty())
    }

    /// `Maren Courier, 13 October 2026`.
    pub(super) fn outlet_and_date(self, article: &Prepared) -> String {
        let name = article.witness.name();
        self.date_of(article).map_or_else(|| name.to_owned(), |date| format!("{name}, {date}"))
    }

    /// The places of a reading, each once.
    pub(super) fn places_of(self, cell: &SheetCell) -> String {
        let mut places: Vec<String> = Vec::new();
        for passage in &cell.passages {
            let place = self.say(&Phrase::Place(passage.role, passage.paragraph));
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places.join(", ")
    }

    /// `¶3 of 16`.
    pub(super) fn place_words(self, article: &Prepared, cell: &SheetCell) -> String {
        let places = self.places_of(cell);
        let paragraphs = article.segmented.paragraphs;
        let numbered = cell.passages.last().is_some_and(|passage| passage.paragraph > 0);
        if numbered && paragraphs > 0 { self.say(&Phrase::PlaceOf { place: &places, all: paragraphs }) } else { places }
    }

    /// `partly quoted · said · ¶3 of 16`, with the speaker where the row names another one or none; of passages that
    /// are given differently each in its turn.
    pub(super) fn about_cell(self, article: &Prepared, row: &SheetRow, cell: &SheetCell) -> String {
        let parts = parts_alone(article, row, cell);
        parts.iter().map(|part| self.about_part(article, part)).collect::<Vec<_>>().join("; ")
    }

    fn about_part(self, article: &Prepared, cell: &SheetCell) -> String {
        let (voice, place) = (self.say(&Phrase::Voice(cell.voice)), self.place_words(article, cell));
        let parts = [Some(voice.as_str()), cue_of(article, cell), cell.speaker.as_deref(), Some(&place)];
        let parts: Vec<String> = parts.into_iter().flatten().map(one_line).collect();
        parts.join(" · ")
    }

    /// `Ilse Varga · in 2 of 3 articles · matched by rule · quote altered, voice`.
    pub(super) fn about_row(self, row: &SheetRow) -> String {
        let state = self.say(&Phrase::State(state_of(row)));
        let parts = [row.speaker.as_deref().map(one_line), Some(self.in_articles(row)), Some(state), self.tags_of(row)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The same where speaker and state stand in columns of their own.
    pub(super) fn rest_of_row(self, row: &SheetRow) -> String {
        [Some(self.in_articles(row)), self.tags_of(row)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn in_articles(self, row: &SheetRow) -> String {
        self.say(&Phrase::InArticles { number: row.readings(), all: row.cells.len() })
    }

    /// `needs a look · quote altered, voice`.
    fn tags_of(self, row: &SheetRow) -> Option<String> {
        let mut parts = Vec::new();
        if row.needs_look() {
            parts.push(self.say(&Phrase::NeedsLook));
        }
        let mut kinds: Vec<ContrastKind> = row.contrasts.iter().map(|contrast| contrast.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        if !kinds.is_empty() {
            let tags: Vec<String> = kinds.into_iter().map(|kind| self.say(&Phrase::Tag(kind))).collect();
            parts.push(tags.join(", "));
        }
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// What stands in the place of a reading that the row lacks.
    pub(super) fn absent(self, article: &Prepared, row: &SheetRow, column: usize) -> String {
        let outlet = article.witness.name();
        self.say(&match row.elsewhere.get(column).copied().flatten() {
            Some(number) => Phrase::ElsewhereIn { outlet, number },
            None => Phrase::NotFoundIn(outlet),
        })
    }

    pub(super) fn head(self, head: Head) -> String {
        self.say(&Phrase::Head(head))
    }

    /// What a table leaves out, in one line; `None` where it leaves out nothing.
    pub(super) fn left_out(self, hidden: &[&str], filters: &[String]) -> Option<String> {
        let mut sentences = Vec::new();
        if !hidden.is_empty() {
            sentences.push(self.say(&Phrase::Hidden(&hidden.join(", "))));
        }
        if !filters.is_empty() {
            sentences.push(self.say(&Phrase::Filters(&filters.join(", "))));
        }
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::{inside_marks, joined, marks_around_each};

    #[test]
    fn a_headline_and_what_stands_behind_it_have_a_pair_of_marks_each() {
        for (groups, want) in [
            (&[&["Ferries run"][..], &["They ran.", "They run."]][..], "“Ferries run” […] “They ran. […] They run.”"),
            (&[&["Ferries run"][..], &["“They run,” she said."]][..], "Ferries run […] “They run,” she said."),
            (&[&["They ran.", "They run."][..]][..], "“They ran. […] They run.”"),
        ] {
            assert_eq!(joined(marks_around_each(groups)), want);
        }
    }

    #[test]
    fn no_pair_of_marks_stands_inside_another_and_none_is_left_alone() {
        for (passages, want) in [
            (&["Ferries run."][..], "“Ferries run.”"),
            (&["Ferries run.", "Buses do not."], "“Ferries run. […] Buses do not.”"),
            (&["“Ferries run,” she said."], "“Ferries run,” she said."),
            (&["It will reopen,” she said."], "“It will reopen,” she said."),
            (&["She said: “Ferries run."], "She said: “Ferries run.”"),
            (&["It was “a precaution”, he said."], "It was “a precaution”, he said."),
            (&["Ferries run.", "“Buses do not.”"], "Ferries run. […] “Buses do not.”"),
            (&["It will reopen,\" she said."], "\"It will reopen,\" she said."),
            (&["She said: \"Ferries run."], "She said: \"Ferries run.\""),
            (&["Es dauert Wochen“, sagte sie."], "„Es dauert Wochen“, sagte sie."),
            (&["Sie sagte: „Es dauert Wochen."], "Sie sagte: „Es dauert Wochen.“"),
            (&["the minister’s ‘plan’"], "“the minister’s ‘plan’”"),
        ] {
            assert_eq!(inside_marks(passages), want, "for {passages:?}");
        }
    }
}
