//! What window, exports and tests show: events, rows, cells and runs with meanings, never colours.

mod across;
mod compared;
mod elsewhere;
mod naming;
#[cfg(test)]
mod testing;
mod title;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::attribution::SpeakerHow;
use crate::collate::{self, Collation};
use crate::contrast::{self, Contrast, ContrastKind, Ledgers, Voice};
use crate::lexicon::Lexicon;
use crate::prepare::Prepared;
use crate::ruling::{Anchor, Ruling};
use crate::segment::place_words;
use crate::span::Span;
use crate::table::{AlignmentTable, Because, Certainty, Nearest, Reading, Row, Unmatched, base_column};
use crate::variation::{self, Run, RunKind};
use crate::witness::{Role, WitnessKey};
use crate::wording::Dictionary;
use across::answer_across;
use compared::take_down_compared;
use elsewhere::tell_elsewhere;
use naming::{free_anchor, free_title, name_rows, speaker_of_title};
use title::title_of_row;

pub use crate::contrast::quotation_of;
pub(crate) use elsewhere::{is_telling, stems_of_row};

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
    /// Which of the passages answers the other readings best, or has the row's title: where there is room for some of
    /// them only, this is the one to show.
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

/// Lays the tables of `collation` out as a sheet.
pub fn lay_out(collation: &Collation, rulings: &[Ruling]) -> Sheet {
    let events = collation.events.par_iter().map(|event| event_on_sheet(collation, event, rulings)).collect();
    Sheet { articles: collation.articles.clone(), events, is_accurate: collation.is_accurate }
}

fn event_on_sheet(
    collation: &Collation,
    collate::Event { table, lexicon }: &collate::Event,
    rulings: &[Ruling],
) -> SheetEvent {
    let articles: Vec<&Prepared> = collation.articles.iter().map(AsRef::as_ref).collect();
    let base = base_column(&articles, &table.members, rulings);
    let words = dictionary(lexicon, &articles, table);
    let event = contrast::Event::new(&articles, &table.members);
    let mut rows: Vec<SheetRow> =
        table.rows.par_iter().map(|row| row_on_sheet(&words, &articles, &event, table, row, base, rulings)).collect();
    rows.sort_by_key(|row| row_order(row, base));
    rows.extend(lone_rows(&articles, table, rulings));
    let mut taken = BTreeSet::new();
    let mut titles = BTreeSet::new();
    for (at, row) in rows.iter_mut().enumerate() {
        row.number = at + 1;
        row.anchor = free_anchor(&articles, &table.members, row, &taken);
        taken.insert(row.anchor);
        if titles.contains(&row.title)
            && let Some(free) = free_title(&articles, &table.members, row, &titles)
        {
            (row.title, row.titled, row.speaker) =
                (free.title.words, Some((free.column, free.title.place)), free.speaker);
        }
        titles.insert(row.title.clone());
    }
    answer_across(&mut rows);
    // The surer row tells.
    let mut by_score: Vec<&mut SheetRow> = rows.iter_mut().collect();
    by_score.sort_by(|a, b| b.pinned.cmp(&a.pinned).then(b.score.total_cmp(&a.score)).then(a.number.cmp(&b.number)));
    contrast::tell_once(by_score.into_iter().map(|row| &mut row.contrasts));
    take_down_compared(&mut rows);
    name_rows(&mut rows, &articles, &table.members, rulings);
    tell_elsewhere(&mut rows, &|column| table.members.get(column).and_then(|&member| articles.get(member)).copied());
    let speakers = contrast::speaker_names(&articles, &table.members);
    // An article that has only the last name leaves the row no poorer than the others.
    for speaker in rows.iter_mut().filter_map(|row| row.speaker.as_mut()) {
        if let Some(full) = speakers.get(speaker) {
            speaker.clone_from(full);
        }
    }
    SheetEvent { members: table.members.clone(), base, rows, unmatched: table.unmatched.clone(), speakers }
}

/// Rows that the base has come in its order; the others stand behind the row they follow in the
/// article that reports them first.
fn row_order(row: &SheetRow, base: usize) -> (bool, usize, usize) {
    let start = |column: usize| {
        let cell = row.cells.get(column)?.as_ref()?;
        Some(cell.passages.first()?.span.start)
    };
    if let Some(at) = start(base) {
        return (false, base, at);
    }
    let first = (0..row.cells.len()).find_map(|column| start(column).map(|at| (column, at)));
    let (column, at) = first.unwrap_or_default();
    (true, column, at)
}

/// The words of every reading that is compared with another.
fn dictionary<'a>(lexicon: &'a Lexicon, articles: &[&'a Prepared], table: &AlignmentTable) -> Dictionary<'a> {
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().zip(&table.members));
    let readings = cells.filter_map(|(cell, &member)| Some((cell.as_ref()?, *articles.get(member)?)));
    let tokens = readings.flat_map(|(reading, article)| {
        reading.passages.iter().flat_map(|&passage| article.segmented.tokens_in(passage))
    });
    Dictionary::new(tokens, lexicon)
}

fn row_on_sheet(
    words: &Dictionary,
    articles: &[&Prepared],
    event: &contrast::Event,
    table: &AlignmentTable,
    row: &Row,
    base: usize,
    rulings: &[Ruling],
) -> SheetRow {
    let own_base = is_by_fullest(articles, &table.members, rulings).then(|| fullest(articles, table, row)).flatten();
    let base = own_base.unwrap_or(base);
    let runs = variation::runs(articles, &table.members, row, base, words);
    let contrasts = contrast::contrasts(event, row, base, words);
    let mut runs = runs.into_iter();
    let cells: Vec<Option<SheetCell>> = row
        .cells
        .iter()
        .zip(&table.members)
        .map(|(reading, &member)| {
            let runs = runs.next().unwrap_or_default();
            Some(cell_from_reading(articles.get(member)?, reading.as_ref()?, runs))
        })
        .collect();
    let mut sheet_row = assemble(articles, table, cells, base);
    sheet_row.certainty = row.certainty;
    sheet_row.score = row.score;
    sheet_row.pinned = row.pinned;
    sheet_row.base = own_base;
    sheet_row.because.clone_from(&row.because);
    sheet_row.contrasts = contrasts;
    sheet_row.nearest = nearest_of_row(table, row);
    sheet_row
}

/// True where the reader compares the event's rows with their fullest quotations: the last ruling on
/// its base says so.
pub fn is_by_fullest(articles: &[&Prepared], members: &[usize], rulings: &[Ruling]) -> bool {
    let is_here = |key: WitnessKey| {
        members.iter().any(|&member| articles.get(member).is_some_and(|article| article.witness.key == key))
    };
    let last = rulings.iter().rev().find(|ruling| match ruling {
        Ruling::Base { article } | Ruling::Fullest { article } => is_here(*article),
        _ => false,
    });
    matches!(last, Some(Ruling::Fullest { .. }))
}

/// The column whose reading has most characters inside quotation marks; the first of several.
fn fullest(articles: &[&Prepared], table: &AlignmentTable, row: &Row) -> Option<usize> {
    let quoted = |column: usize| -> Option<usize> {
        let article = articles.get(*table.members.get(column)?)?;
        let reading = row.cells.get(column)?.as_ref()?;
        let marked = article.quotations.iter().flat_map(|quotation| &quotation.quoted);
        Some(marked.map(|span| reading.passages.iter().map(|passage| passage.overlap(*span)).sum::<usize>()).sum())
    };
    let found = (0..row.cells.len()).filter_map(|column| Some((quoted(column)?, column)));
    let best =
        found.filter(|&(length, _)| length > 0).max_by_key(|&(length, column)| (length, std::cmp::Reverse(column)));
    best.map(|(_, column)| column)
}

/// Per column without a reading: its unmatched passage whose nearest other stands in this row.
fn nearest_of_row(table: &AlignmentTable, row: &Row) -> Vec<Option<Nearest>> {
    (0..row.cells.len())
        .map(|column| {
            if row.cells.get(column).is_some_and(Option::is_some) {
                return None;
            }
            table
                .unmatched
                .iter()
                .filter(|unmatched| unmatched.column == column)
                .filter_map(|unmatched| {
                    let near = unmatched.nearest.as_ref()?;
                    let reading = row.cells.get(near.column)?.as_ref()?;
                    reading.passages.iter().any(|passage| passage.overlaps(near.span)).then(|| Nearest {
                        column,
                        span: unmatched.span,
                        score: near.score,
                        because: near.because.clone(),
                    })
                })
                .max_by(|a, b| a.score.total_cmp(&b.score))
        })
        .collect()
}

/// Column, passages, speaker and nearest passage of what only one article reports.
type LoneGroup = (usize, Vec<Span>, Option<String>, Option<Nearest>);

/// Most passages that join into one row: a longer speech would be a column of text beside empty cells.
const MOST_JOINED: usize = 4;

/// Passages that only one article reports; neighbours by the same speaker join, unless there is no other article that they
/// could be apart from: then each keeps its own voice and row.
fn lone_rows(articles: &[&Prepared], table: &AlignmentTable, rulings: &[Ruling]) -> Vec<SheetRow> {
    let mut groups: Vec<LoneGroup> = Vec::new();
    for unmatched in &table.unmatched {
        let Some(article) = table.members.get(unmatched.column).and_then(|&member| articles.get(member)) else {
            continue;
        };
        let blocks = &article.witness.blocks;
        let at = blocks.partition_point(|block| block.span.end <= unmatched.span.start);
        let role = blocks.get(at).filter(|block| block.span.overlaps(unmatched.span)).map(|block| block.role);
        // A headline alone is no statement, but what the reader took out of a row must be found again.
        if !role.is_some_and(Role::is_body) && !is_parted(rulings, article, unmatched.span) {
            continue;
        }
        let speaker = quotation_of(article, &[unmatched.span]).and_then(|quotation| quotation.speaker.clone());
        let follows = groups.last().is_some_and(|(column, spans, last, _)| {
            table.members.len() > 1
                && *column == unmatched.column
                && speaker.is_some()
                && *last == speaker
                && spans.len() < MOST_JOINED
                && spans.last().is_some_and(|span| {
                    let between = article.witness.text.slice(Span::new(span.end, unmatched.span.start));
                    between.chars().all(char::is_whitespace)
                })
        });
        match groups.last_mut() {
            Some((_, spans, _, _)) if follows => spans.push(unmatched.span),
            _ => groups.push((unmatched.column, vec![unmatched.span], speaker, unmatched.nearest.clone())),
        }
    }
    groups
        .into_iter()
        .map(|(column, passages, _, nearest)| {
            let mut cells: Vec<Option<SheetCell>> = vec![None; table.members.len()];
            let mut nearest_by_column: Vec<Option<Nearest>> = vec![None; table.members.len()];
            if let Some(near) = nearest
                && let Some(slot) = nearest_by_column.get_mut(near.column)
            {
                *slot = Some(near);
            }
            let article = table.members.get(column).and_then(|&member| articles.get(member));
            if let (Some(article), Some(slot)) = (article, cells.get_mut(column)) {
                let runs = passages
                    .iter()
                    .map(|&span| Run { kind: RunKind::Shared, span, mates: Vec::new(), by_model: false })
                    .collect();
                *slot = Some(cell_from_reading(article, &Reading { passages }, runs));
            }
            let mut row = assemble(articles, table, cells, column);
            row.nearest = nearest_by_column;
            row
        })
        .collect()
}

/// True where the reader took the passage out of a row, or others from beside it.
fn is_parted(rulings: &[Ruling], article: &Prepared, span: Span) -> bool {
    let holds = |anchors: &[Anchor]| {
        anchors.iter().any(|anchor| anchor.article == article.witness.key && anchor.span.overlaps(span))
    };
    rulings.iter().any(|ruling| match ruling {
        Ruling::Part { passages, others } | Ruling::Reject { passages, others, .. } => holds(passages) || holds(others),
        _ => false,
    })
}

fn assemble(
    articles: &[&Prepared],
    table: &AlignmentTable,
    mut cells: Vec<Option<SheetCell>>,
    base: usize,
) -> SheetRow {
    let lead = cells.get(base).and_then(Option::as_ref).map(|cell| (base, cell));
    let lead = lead.or_else(|| cells.iter().enumerate().find_map(|(column, cell)| Some((column, cell.as_ref()?))));
    let article = lead.and_then(|(column, _)| table.members.get(column)).and_then(|&member| articles.get(member));
    let anchor = match (lead, article) {
        (Some((_, cell)), Some(article)) => {
            let span = cell.passages.first().map(|passage| passage.span).unwrap_or_default();
            Anchor { article: article.witness.key, span }
        }
        _ => Anchor { article: WitnessKey::default(), span: Span::default() },
    };
    let article_of = |column: usize| table.members.get(column).and_then(|&member| articles.get(member)).copied();
    let others = cells.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
    let others = others.filter(|(column, _)| lead.is_some_and(|(lead, _)| lead != *column));
    let all = lead.into_iter().chain(others);
    let title = title_of_row(all.filter_map(|(column, cell)| Some((column, article_of(column)?, cell))));
    let speaker =
        title.as_ref().and_then(|(column, title)| speaker_of_title(article_of(*column)?, title.place, &cells));
    let titled = title.as_ref().map(|(column, title)| (*column, title.place));
    let title = title.map(|(_, title)| title.words).unwrap_or_default();
    for (column, cell) in cells.iter_mut().enumerate() {
        let titled = titled.filter(|(lead, _)| *lead == column).map(|(_, place)| place);
        if let Some(cell) = cell {
            cell.main = main_passage(cell, titled);
        }
    }
    SheetRow { title, titled, speaker, ..SheetRow::of(anchor, cells) }
}

fn holds(articles: &[&Prepared], members: &[usize], cells: &[Option<SheetCell>], anchor: Anchor) -> bool {
    cells.iter().zip(members).any(|(cell, &member)| {
        articles.get(member).is_some_and(|article| article.witness.key == anchor.article)
            && cell.as_ref().is_some_and(|cell| cell.passages.iter().any(|passage| passage.span.overlaps(anchor.span)))
    })
}

fn cell_from_reading(article: &Prepared, reading: &Reading, runs: Vec<Run>) -> SheetCell {
    let passages = reading.passages.iter().map(|&span| passage_on_sheet(article, span)).collect();
    let quotation = quotation_of(article, &reading.passages);
    SheetCell {
        passages,
        main: 0,
        compared: 0..0,
        runs,
        voice: contrast::voice(article, &reading.passages),
        cue: quotation.and_then(|quotation| quotation.cue.first().copied()),
        speaker: quotation.and_then(|quotation| quotation.speaker.clone()),
        speaker_how: quotation.map_or(SpeakerHow::None, |quotation| quotation.speaker_how),
    }
}

/// The passage of a cell that has most in common with the other readings; the one that the row's title stands in, where
/// that has half as much.
fn main_passage(cell: &SheetCell, titled: Option<Span>) -> usize {
    let of_run = |run: &Run, passage: Span| {
        let columns: BTreeSet<usize> = run.mates.iter().map(|&(column, _)| column).collect();
        run.span.overlap(passage) * columns.len()
    };
    let held = |passage: &SheetPassage| -> usize {
        let weight = if titled.is_some_and(|title| title.overlaps(passage.span)) { 2 } else { 1 };
        weight * cell.runs.iter().map(|run| of_run(run, passage.span)).sum::<usize>()
    };
    let best = cell.passages.iter().enumerate().map(|(at, passage)| (held(passage), at));
    best.max_by_key(|&(held, at)| (held, std::cmp::Reverse(at))).map_or(0, |(_, at)| at)
}

fn passage_on_sheet(article: &Prepared, span: Span) -> SheetPassage {
    let holder = article.segmented.passage_of(span);
    let (paragraph, role) = holder.map_or((0, Role::Body), |passage| (passage.paragraph, passage.role));
    let cue = quotation_of(article, &[span]).and_then(|quotation| quotation.cue.first().copied());
    SheetPassage { span, paragraph, role, voice: contrast::voice(article, &[span]), cue }
}
