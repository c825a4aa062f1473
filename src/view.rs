//! How the reader looks at the comparison: event, selection, filters, switches. Not part of the
//! document; forgets nothing when the table is derived anew, because rows are named by their anchor.

use std::collections::BTreeSet;

use collation::WitnessKey;
use collation::contrast::{ContrastKind, Voice};
use collation::ruling::Anchor;
use collation::sheet::{SheetEvent, SheetRow};
use collation::span::Span;
use workbench::settings::ClassMode;

use crate::marks::{Density, MarkSet};
use crate::messages;
use crate::say;
use crate::theme::metrics;

/// The three views over one selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Which {
    #[default]
    Grid,
    Read,
    Coverage,
}

impl Which {
    pub const ALL: [Self; 3] = [Self::Grid, Self::Read, Self::Coverage];

    pub fn label(self) -> &'static str {
        match self {
            Self::Grid => say!("view-grid"),
            Self::Read => say!("view-read"),
            Self::Coverage => say!("view-coverage"),
        }
    }
}

/// Which rows the grid shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    #[default]
    All,
    Differences,
    Cut,
    OnlyOne,
    NeedsLook,
    Quoted,
    /// Figures, dates or places disagree.
    Numbers,
}

impl Filter {
    pub const ALL: [Self; 7] =
        [Self::All, Self::Differences, Self::Cut, Self::OnlyOne, Self::NeedsLook, Self::Quoted, Self::Numbers];

    pub fn label(self) -> &'static str {
        messages::plain(self.message())
    }

    const fn message(self) -> &'static str {
        match self {
            Self::All => "filter-all",
            Self::Differences => "filter-differences",
            Self::Cut => "filter-cut",
            Self::OnlyOne => "filter-only-one",
            Self::NeedsLook => "filter-needs-look",
            Self::Quoted => "filter-quoted",
            Self::Numbers => "filter-numbers",
        }
    }

    /// Which statements it lists, in one sentence.
    pub fn meaning(self) -> &'static str {
        messages::tip(self.message())
    }

    pub fn keeps(self, row: &SheetRow) -> bool {
        match self {
            Self::All => true,
            Self::Differences => row.differs(),
            Self::Cut => row.has(ContrastKind::Cut),
            Self::OnlyOne => row.is_lone(),
            Self::NeedsLook => row.needs_look(),
            Self::Quoted => row.cells.iter().flatten().any(|cell| cell.voice == Voice::Quoted),
            Self::Numbers => row.has(ContrastKind::Fact),
        }
    }
}

/// In which order the grid shows its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// As the base tells it, then what only one outlet has.
    #[default]
    BaseOrder,
    /// Reported by most outlets first.
    Coverage,
    /// Least alike first.
    Difference,
    /// Those that need a look first.
    NeedsLook,
}

impl Sort {
    pub const ALL: [Self; 4] = [Self::BaseOrder, Self::Coverage, Self::Difference, Self::NeedsLook];

    pub fn label(self) -> &'static str {
        match self {
            Self::BaseOrder => say!("sort-base"),
            Self::Coverage => say!("sort-coverage"),
            Self::Difference => say!("sort-difference"),
            Self::NeedsLook => say!("sort-needs-look"),
        }
    }
}

/// What is selected: rows by anchor, one of them current, and a column for the current cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub current: Option<Anchor>,
    pub column: Option<usize>,
    /// The passage that was chosen of the current cell; `None`: the cell as a whole.
    pub passage: Option<Anchor>,
    pub rows: BTreeSet<Anchor>,
}

impl Selection {
    /// One cell, with its row.
    pub fn of_cell(row: Anchor, column: usize) -> Self {
        Self { current: Some(row), column: Some(column), passage: None, rows: [row].into() }
    }

    pub fn holds(&self, row: Anchor) -> bool {
        self.rows.contains(&row)
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// A note that the reader is typing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedNote {
    /// The row whose field it stands in.
    pub row: Anchor,
    /// Where it hangs, and how the project has it.
    pub place: Anchor,
    pub kept: String,
    pub words: String,
}

impl TypedNote {
    /// True where the project has other words.
    pub fn is_new(&self) -> bool {
        self.words.trim() != self.kept
    }
}

/// Everything about how the comparison is looked at.
#[derive(Clone, Debug)]
pub struct View {
    pub which: Which,
    pub event: usize,
    pub selection: Selection,
    pub filter: Filter,
    /// Only statements of this speaker.
    pub speaker: Option<String>,
    /// Only statements that bear this tag.
    pub tag: Option<String>,
    pub sort: Sort,
    pub density: Density,
    pub marks: MarkSet,
    /// Rows whose fold the reader turned.
    pub turned: BTreeSet<Anchor>,
    /// Cells that show all of their passages, by the first one.
    pub unfolded: BTreeSet<Anchor>,
    /// The order of telling is shown even where it leaves the table of coverage few rows.
    pub tells_order: bool,
    /// `None`: as the window's width asks.
    pub rail_open: Option<bool>,
    pub inspector_open: bool,
    /// In a window too narrow for both, the inspector takes room of the table only while the reader asks for it.
    pub inspector_over: bool,
    pub copy_marks: bool,
    /// An export has every event, not the shown one alone.
    pub exports_all: bool,
    /// Words that answer the one the reader clicked: column and range in the row.
    pub lit: Option<(Anchor, Vec<(usize, Span)>)>,
    /// Words that shown rows hold, in any case; empty: no search.
    pub search: String,
    /// The words of the search before, proposed for the next.
    pub searched: String,
    /// Grows each time the reader wants to type into the search field.
    pub finds: u64,
    /// Articles to read side by side; `None`: as many as fit.
    pub reading: Option<Vec<WitnessKey>>,
    /// Runs of clutter that the reader folded or unfolded, by their first block.
    pub turned_folds: BTreeSet<(WitnessKey, usize)>,
    /// The row to bring into sight, each time `reveals` grows.
    pub reveal: Option<Anchor>,
    /// A place of one article to bring into sight with it, for reading.
    pub reveal_place: Option<Anchor>,
    pub reveals: u64,
    /// The row that stays where it is on screen while one table takes the place of another: its name in both.
    pub stands: Option<[Anchor; 2]>,
    /// The passage that the last step brought into its cell: there it is shown, whatever a long cell folds away.
    pub brought: Option<Anchor>,
    /// What is hidden until the reader reveals it.
    pub class_mode: ClassMode,
    /// True while what class mode hides is shown.
    pub is_revealed: bool,
    /// The article that was clicked in the list since anything was chosen in the table.
    pub clicked: Option<WitnessKey>,
    /// Text selected in the reading view; it never spans two articles.
    pub picked: Option<Anchor>,
    /// The passages that wait for a mate to be linked with.
    pub linking: Option<Vec<Anchor>>,
    /// Which of the places that hold the words searched for is current.
    pub hit: Option<usize>,
    /// Which one it is in the order of the view.
    pub hit_rank: usize,
    /// 1 where the last step to a hit began at the first one again, -1 where it began at the last one.
    pub hit_wrap: isize,
    /// The list of what the last correction changed elsewhere is open.
    pub lists_elsewhere: bool,
    /// Grows each time the reader wants to type a tag.
    pub tag_asks: u64,
    /// The note in whose field the reader is.
    pub typed: Option<TypedNote>,
    /// Grows with each project that is shown: where the one before was scrolled to or typed into says nothing of it.
    pub opened: u64,
}

impl Default for View {
    fn default() -> Self {
        Self {
            which: Which::default(),
            event: 0,
            selection: Selection::default(),
            filter: Filter::default(),
            speaker: None,
            tag: None,
            sort: Sort::default(),
            density: Density::default(),
            marks: MarkSet::at_first(),
            turned: BTreeSet::new(),
            unfolded: BTreeSet::new(),
            tells_order: false,
            rail_open: None,
            inspector_open: true,
            inspector_over: false,
            copy_marks: true,
            exports_all: false,
            lit: None,
            search: String::new(),
            searched: String::new(),
            finds: 0,
            reading: None,
            turned_folds: BTreeSet::new(),
            reveal: None,
            reveal_place: None,
            reveals: 0,
            stands: None,
            brought: None,
            class_mode: ClassMode::default(),
            is_revealed: false,
            clicked: None,
            picked: None,
            linking: None,
            hit: None,
            hit_rank: 0,
            hit_wrap: 0,
            lists_elsewhere: false,
            tag_asks: 0,
            typed: None,
            opened: 0,
        }
    }
}

impl View {
    /// Indices of the rows to show, in order.
    pub fn rows(&self, event: &SheetEvent) -> Vec<usize> {
        let wanted = self.speaker.as_deref().map(|name| event.full_name(name));
        let is_speaker = |row: &SheetRow| {
            wanted.is_none_or(|wanted| row.speakers().into_iter().any(|speaker| event.full_name(speaker) == wanted))
        };
        let keeps =
            |at: &usize| event.rows.get(*at).is_some_and(|row| self.shown_filter().keeps(row) && is_speaker(row));
        self.in_order(event).into_iter().filter(keeps).collect()
    }

    /// Indices of all rows, in the order in which they are shown.
    pub fn in_order(&self, event: &SheetEvent) -> Vec<usize> {
        let mut rows: Vec<(usize, &SheetRow)> = event.rows.iter().enumerate().collect();
        match self.sort {
            Sort::BaseOrder => {}
            Sort::Coverage => rows.sort_by_key(|(at, row)| (std::cmp::Reverse(row.readings()), *at)),
            Sort::Difference => rows.sort_by(|(_, a), (_, b)| difference(b).total_cmp(&difference(a))),
            Sort::NeedsLook => rows.sort_by_key(|(at, row)| (!row.needs_look(), *at)),
        }
        rows.into_iter().map(|(at, _)| at).collect()
    }

    /// Shows the inspector, in a window of this width.
    pub fn open_inspector(&mut self, width: f32) {
        if !*self.inspector(width) {
            self.toggle_inspector(width);
        }
    }

    /// Whether the inspector is shown in a window of this width.
    fn inspector(&mut self, width: f32) -> &mut bool {
        if metrics::has_room_for_inspector(width) { &mut self.inspector_open } else { &mut self.inspector_over }
    }

    /// Shows the inspector or hides it, in a window of this width. The table gets another width by it, and the chosen
    /// statement stays in sight.
    pub fn toggle_inspector(&mut self, width: f32) {
        let is_shown = self.inspector(width);
        *is_shown = !*is_shown;
        if let Some(row) = self.selection.current {
            self.show_row(row);
        }
    }

    /// True where rows are listed by a filter, a speaker or a tag.
    pub fn is_filtered(&self) -> bool {
        self.shown_filter() != Filter::All || self.speaker.is_some() || self.tag.is_some()
    }

    pub fn let_go_of_filters(&mut self) {
        self.filter = Filter::All;
        self.speaker = None;
        self.tag = None;
    }

    /// Lets the reader type what to search for; the words of the search before are there to go on with.
    pub fn find(&mut self) {
        self.finds += 1;
        self.search_again();
    }

    /// True where there are words to search for, now or from the search before.
    pub fn has_words(&self) -> bool {
        !self.search.is_empty() || !self.searched.is_empty()
    }

    /// Searches for the words of the search before, unless there is one already.
    pub fn search_again(&mut self) {
        if self.search.is_empty() {
            self.search.clone_from(&self.searched);
        }
    }

    /// Ends the search and keeps its words in mind.
    pub fn end_search(&mut self) {
        if !self.search.trim().is_empty() {
            self.searched = std::mem::take(&mut self.search);
        }
        self.search.clear();
    }

    /// Brings `row` into sight in the next frame.
    pub fn show_row(&mut self, row: Anchor) {
        self.reveal = Some(row);
        self.reveal_place = None;
        self.reveals += 1;
    }

    /// True where a passage that waits for its mate touches this stretch.
    pub fn is_linking(&self, article: WitnessKey, span: Span) -> bool {
        let mut waiting = self.linking.iter().flatten();
        waiting.any(|waiting| waiting.article == article && waiting.span.overlaps(span))
    }

    /// The marks that are drawn: those that are on, unless class mode hides them.
    pub fn shown_marks(&self) -> MarkSet {
        if self.hides_marks() { MarkSet::default() } else { self.marks }
    }

    /// True where class mode hides the marks.
    pub fn hides_marks(&self) -> bool {
        matches!(self.class_mode, ClassMode::HideMarks | ClassMode::HideBoth) && !self.is_revealed
    }

    /// How much of the text is shown: all of it where class mode hides what differs.
    pub fn shown_density(&self) -> Density {
        if self.hides_marks() { Density::Full } else { self.density }
    }

    /// The filter in force: none where class mode hides what it finds.
    pub fn shown_filter(&self) -> Filter {
        if self.hides_marks() { Filter::All } else { self.filter }
    }

    /// True where class mode hides the names of the outlets.
    pub fn hides_outlets(&self) -> bool {
        matches!(self.class_mode, ClassMode::HideOutlets | ClassMode::HideBoth) && !self.is_revealed
    }

    /// True where the row shows its band alone.
    pub fn is_folded(&self, row: &SheetRow) -> bool {
        let by_itself = !row.is_lone() && !row.differs() && row.contrasts.is_empty();
        by_itself != self.turned.contains(&row.anchor)
    }
}

/// Share of a row's characters that are not shared; rows with one reading have none to compare.
fn difference(row: &SheetRow) -> f32 {
    if row.is_lone() {
        return -1.0;
    }
    let runs = row.cells.iter().flatten().flat_map(|cell| &cell.runs);
    let (mut all, mut other) = (0, 0);
    for run in runs {
        all += run.span.len();
        if run.kind != collation::variation::RunKind::Shared {
            other += run.span.len();
        }
    }
    if all == 0 { 0.0 } else { other as f32 / all as f32 }
}
