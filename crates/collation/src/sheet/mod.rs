//! What window, exports and tests show: events, rows, cells and runs with meanings, never colours.

mod across;
mod compared;
mod elsewhere;
mod layout;
mod naming;
#[cfg(test)]
mod testing;
mod title;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::attribution::SpeakerHow;
use crate::contrast::{self, Contrast, ContrastKind, Ledgers, Voice};
use crate::prepare::Prepared;
use crate::ruling::Anchor;
use crate::segment::place_words;
use crate::span::Span;
use crate::table::{Because, Certainty, Nearest, Unmatched};
use crate::variation::{Run, RunKind};
use crate::witness::Role;

pub use crate::contrast::quotation_of;
pub(crate) use elsewhere::{is_telling, stems_of_row};
pub use layout::{is_by_fullest, lay_out};

/// The renderer-neutral view of a comparison.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// All articles, in the reader's order; their index is their sigil.
    pub articles: Vec<Arc<Prepared>>,
    pub events: Vec<SheetEvent>,
    /// True where a language model read the passages.
    pub is_accurate: bool,
}

/// One event: its columns and its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetEvent {
    /// Columns, as indices into [`Sheet::articles`].
    pub members: Vec<usize>,
    /// Column of the base.
    pub base: usize,
    /// Shared statements in base order, then what only one article reports.
    pub rows: Vec<SheetRow>,
    /// Every passage that no other article reports, headlines and captions too.
    pub unmatched: Vec<Unmatched>,
    /// For each speaker, the fullest name that the event has for him: one person is one entry of lists.
    pub speakers: BTreeMap<String, String>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// Number on screen, from 1.
    pub number: usize,
    /// Its first passage: finds the row again after the table was derived anew.
    pub anchor: Anchor,
    /// Source words, cut with `…`.
    pub title: String,
    /// Column and place of the words that the title is made from.
    pub titled: Option<(usize, Span)>,
    /// Who says what the title tells, where its own passage names or quotes somebody and no other reading names another.
    pub speaker: Option<String>,
    pub certainty: Certainty,
    /// 0 to 1.
    pub score: f32,
    pub pinned: bool,
    /// The column that this row is compared with instead of the event's base.
    pub base: Option<usize>,
    pub because: Vec<Because>,
    /// One a column; `None` where the statement is not found.
    pub cells: Vec<Option<SheetCell>>,
    /// For a column without a reading: its passage nearest to this row, where one is known.
    pub nearest: Vec<Option<Nearest>>,
    /// For a column without a reading: the number of a row that has passages of this one beside one of the column's.
    /// What is not found here may stand there.
    pub elsewhere: Vec<Option<usize>>,
    pub contrasts: Vec<Contrast>,
}

/// What one article has of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetCell {
    /// In text order; shown each with its paragraph.
    pub passages: Vec<SheetPassage>,
    /// Which of the passages says what the row's title says, and answers the other readings: where there is room for some
    /// of them only, this is the one to show.
    pub main: usize,
    /// The passages from the first to the last that a drawn difference tells of or compares; none where there is none, or
    /// one passage alone.
    pub compared: Range<usize>,
    /// Join back to the passages.
    pub runs: Vec<Run>,
    /// Of the reading as a whole: where it has several passages, each has its own.
    pub voice: Voice,
    /// The reporting words, of the reading as a whole.
    pub cue: Option<Span>,
    pub speaker: Option<String>,
    pub speaker_how: SpeakerHow,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SheetPassage {
    pub span: Span,
    /// From 1; 0 for the headline.
    pub paragraph: usize,
    pub role: Role,
    /// Its own, whatever the rest of its reading is.
    pub voice: Voice,
    /// The reporting words of the attribution that most of it belongs to.
    pub cue: Option<Span>,
}

impl SheetPassage {
    /// `¶3`, or what it is where it has no number: `headline`, `caption`, `subheading`.
    pub fn place(&self) -> String {
        place_words(self.role, self.paragraph)
    }
}

impl Sheet {
    /// Verbs, speakers and labels of event number `event`, counted over its articles as a whole, each
    /// with its places; empty where there is no such event. Columns are those of the event.
    pub fn ledgers(&self, event: usize) -> Ledgers {
        let articles: Vec<&Prepared> = self.articles.iter().map(AsRef::as_ref).collect();
        self.events.get(event).map(|event| contrast::ledgers(&articles, &event.members)).unwrap_or_default()
    }
}

impl SheetEvent {
    /// The fullest name of a speaker.
    pub fn full_name<'n>(&'n self, speaker: &'n str) -> &'n str {
        self.speakers.get(speaker).map_or(speaker, String::as_str)
    }
}

impl SheetRow {
    /// A row of which no more is known than its readings, and the passage that finds it again.
    fn of(anchor: Anchor, cells: Vec<Option<SheetCell>>) -> Self {
        Self {
            number: 0,
            anchor,
            title: String::new(),
            titled: None,
            speaker: None,
            certainty: Certainty::Exact,
            score: 1.0,
            pinned: false,
            base: None,
            because: Vec::new(),
            nearest: vec![None; cells.len()],
            elsewhere: vec![None; cells.len()],
            cells,
            contrasts: Vec::new(),
        }
    }

    /// Number of articles that report the statement.
    pub fn readings(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    /// Everybody whose words one of the readings reports, each once.
    pub fn speakers(&self) -> BTreeSet<&str> {
        self.cells.iter().flatten().filter_map(|cell| cell.speaker.as_deref()).collect()
    }

    /// True where no other article reports it.
    pub fn is_lone(&self) -> bool {
        self.readings() < 2
    }

    /// True where the reader linked passages of it.
    pub fn is_linked(&self) -> bool {
        self.because.contains(&Because::Ruling)
    }

    /// True where the reader pinned or linked it.
    fn is_by_hand(&self) -> bool {
        self.pinned || self.is_linked()
    }

    /// True where the reader should have a look: a link near the threshold, or figures that disagree.
    pub fn needs_look(&self) -> bool {
        !self.pinned && !self.is_lone() && (self.certainty == Certainty::Possible || self.has(ContrastKind::Fact))
    }

    /// True where readings differ in more than white space.
    pub fn differs(&self) -> bool {
        self.cells.iter().flatten().any(|cell| cell.runs.iter().any(|run| run.kind != RunKind::Shared))
            && !self.is_lone()
    }

    /// The column that the others are compared with: the base, or without it the first reading.
    pub fn compared_with(&self, base: usize) -> Option<usize> {
        let has = |column: usize| self.cells.get(column).is_some_and(Option::is_some);
        let wanted = self.base.into_iter().chain([base]).chain(0..self.cells.len());
        wanted.into_iter().find(|&column| has(column))
    }

    pub fn has(&self, kind: ContrastKind) -> bool {
        self.contrasts.iter().any(|contrast| contrast.kind == kind)
    }
}

impl SheetCell {
    /// The passages joined as a reader copies them: verbatim, several by ` […] `.
    pub fn text(&self, article: &Prepared) -> String {
        let parts: Vec<&str> = self.passages.iter().map(|passage| article.witness.text.slice(passage.span)).collect();
        parts.join(" […] ")
    }

    /// The passages to show where there is no room for all.
    pub fn core(&self) -> Range<usize> {
        if self.compared.is_empty() { self.main..self.main + 1 } else { self.compared.clone() }
    }
}
