//! What copies and exports say besides the words of sources, as facts: in English, unless whoever exports has
//! words of another language for them.

use std::fmt;

use super::marks::Mark;
use crate::contrast::{ContrastKind, Note, Voice};
use crate::segment::place_words;
use crate::table::Certainty;
use crate::witness::Role;

/// The line that stands wherever marks do.
pub const PRINCIPLE: &str =
    "Highlights show wording differences found by rules and a small word model. They do not say who is right or why.";

/// The language of a copy or an export. Files for programs (CSV, TSV, JSON, REFI-QDA, RIS, and the lines of passages in
/// a workbook) are English whatever is chosen here, so that what several readers exported can be laid side by side.
#[derive(Clone, Copy, Debug)]
pub struct Wording(fn(&Phrase<'_>) -> String);

impl Wording {
    pub const fn new(say: fn(&Phrase<'_>) -> String) -> Self {
        Self(say)
    }

    pub fn say(self, phrase: &Phrase<'_>) -> String {
        (self.0)(phrase)
    }
}

impl Default for Wording {
    /// English.
    fn default() -> Self {
        Self(|phrase| phrase.to_string())
    }
}

/// One thing that is said. As text it is English.
#[derive(Clone, Copy, Debug)]
pub enum Phrase<'a> {
    /// The code of the language, for programs.
    Language,
    Principle,
    /// In place of a title.
    Untitled,
    /// With the day in words.
    Exported(&'a str),
    /// Month and day from 1.
    Date {
        year: usize,
        month: usize,
        day: Option<usize>,
    },
    Event(usize),
    EventOf {
        number: usize,
        all: usize,
    },
    /// Beside the article that the others are compared with.
    Base,
    /// Where a passage stands.
    Place(Role, usize),
    /// The same with the number of paragraphs.
    PlaceOf {
        place: &'a str,
        all: usize,
    },
    Voice(Voice),
    NotFoundIn(&'a str),
    /// In place of a reading that another row has: its outlet and the row's number.
    ElsewhereIn {
        outlet: &'a str,
        number: usize,
    },
    InArticles {
        number: usize,
        all: usize,
    },
    State(State),
    NeedsLook,
    /// What differs in a row, in short.
    Tag(ContrastKind),
    /// A mark in a legend.
    Mark(Mark),
    PlainIsShared,
    WordsMissing,
    /// A contrast with the letters of its articles, which may be none.
    Difference {
        mark: Mark,
        letters: &'a str,
        note: &'a Note,
    },
    /// Names of columns.
    Hidden(&'a str),
    Filters(&'a str),
    Differences,
    Notices,
    /// The reader's tags and note, in a line of their own and as items of a list.
    Tags(&'a str),
    Note(&'a str),
    TagsItem(&'a str),
    NoteItem(&'a str),
    Head(Head),
}

/// How a row came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No other outlet has it.
    Lone,
    Pinned,
    /// By the reader.
    Linked,
    Matched(Certainty),
}

/// The head of a column, or the name of a page of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    Number,
    Statement,
    Speaker,
    State,
    About,
    Tags,
    Note,
    Article,
    Event,
    Outlet,
    Published,
    Title,
    Byline,
    Address,
    Words,
    Passages,
    Articles,
}

impl Head {
    pub const ALL: [Self; 17] = [
        Self::Number,
        Self::Statement,
        Self::Speaker,
        Self::State,
        Self::About,
        Self::Tags,
        Self::Note,
        Self::Article,
        Self::Event,
        Self::Outlet,
        Self::Published,
        Self::Title,
        Self::Byline,
        Self::Address,
        Self::Words,
        Self::Passages,
        Self::Articles,
    ];

    const fn in_words(self) -> &'static str {
        match self {
            Self::Number => "No.",
            Self::Statement => "Statement",
            Self::Speaker => "Speaker",
            Self::State => "State",
            Self::About => "About",
            Self::Tags => "Tags",
            Self::Note => "Note",
            Self::Article => "Article",
            Self::Event => "Event",
            Self::Outlet => "Outlet",
            Self::Published => "Published",
            Self::Title => "Title",
            Self::Byline => "Byline",
            Self::Address => "Address",
            Self::Words => "Words",
            Self::Passages => "Passages",
            Self::Articles => "Articles",
        }
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Language => f.write_str("en"),
            Self::Principle => f.write_str(PRINCIPLE),
            Self::Untitled => f.write_str("Comparison of articles"),
            Self::Exported(day) => write!(f, "Exported {day}"),
            Self::Date { year, month, day } => {
                let month = month.checked_sub(1).and_then(|month| MONTHS.get(month)).unwrap_or(&"");
                match day {
                    Some(day) => write!(f, "{day} {month} {year}"),
                    None => write!(f, "{month} {year}"),
                }
            }
            Self::Event(number) => write!(f, "Event {number}"),
            Self::EventOf { number, all } => write!(f, "Event {number} of {all}"),
            Self::Base => f.write_str("base"),
            Self::Place(role, paragraph) => f.write_str(&place_words(role, paragraph)),
            Self::PlaceOf { place, all } => write!(f, "{place} of {all}"),
            Self::Voice(voice) => f.write_str(voice_words(voice)),
            Self::NotFoundIn(outlet) => write!(f, "not found in {outlet}"),
            Self::ElsewhereIn { outlet, number } => write!(f, "{outlet}: see statement {number}"),
            Self::InArticles { number, all } => write!(f, "in {number} of {all} articles"),
            Self::State(state) => f.write_str(match state {
                State::Lone => "only in one outlet",
                State::Pinned => "pinned",
                State::Linked => "linked by hand",
                State::Matched(Certainty::Exact) => "exact",
                State::Matched(Certainty::Rule) => "matched by rule",
                State::Matched(Certainty::Possible) => "possible",
            }),
            Self::NeedsLook => f.write_str("needs a look"),
            Self::Tag(kind) => f.write_str(match kind {
                ContrastKind::Cut => "quote altered",
                ContrastKind::Voice => "voice",
                ContrastKind::Cue => "verb",
                ContrastKind::Force => "force",
                ContrastKind::Name => "name",
                ContrastKind::Fact => "check number",
                ContrastKind::Place => "placed differently",
            }),
            Self::Mark(mark) => f.write_str(mark.label()),
            Self::PlainIsShared => f.write_str("plain text: shared; the base has no tint"),
            Self::WordsMissing => f.write_str("words missing"),
            Self::Difference { mark, letters: "", note } => write!(f, "{}: {note}", mark.label()),
            Self::Difference { mark, letters, note } => write!(f, "{} in {letters}: {note}", mark.label()),
            Self::Hidden(columns) => write!(f, "Hidden columns: {columns}."),
            Self::Filters(filters) => write!(f, "Filters in force: {filters}."),
            Self::Differences => f.write_str("Differences"),
            Self::Notices => f.write_str("Notices"),
            Self::Tags(tags) => write!(f, "Tags: {tags}"),
            Self::Note(note) => write!(f, "Note: {note}"),
            Self::TagsItem(tags) => write!(f, "tags: {tags}"),
            Self::NoteItem(note) => write!(f, "note: {note}"),
            Self::Head(head) => f.write_str(head.in_words()),
        }
    }
}

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

/// A voice in English.
pub(super) const fn voice_words(voice: Voice) -> &'static str {
    match voice {
        Voice::Quoted => "quoted",
        Voice::Partly => "partly quoted",
        Voice::Paraphrased => "paraphrased",
    }
}
