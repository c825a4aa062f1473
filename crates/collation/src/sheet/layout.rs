//! From the tables of a collation to a sheet: what each row and cell shows.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::across::answer_across;
use super::compared::take_down_compared;
use super::elsewhere::{is_telling, tell_elsewhere};
use super::naming::{free_anchor, free_title, name_rows, speaker_of_title};
use super::title::title_of_row;
use super::{Sheet, SheetCell, SheetEvent, SheetPassage, SheetRow};
use crate::attribution::SpeakerHow;
use crate::collate::{self, Collation};
use crate::contrast::{self, quotation_of};
use crate::lexicon::Lexicon;
use crate::prepare::Prepared;
use crate::ruling::{Anchor, Ruling};
use crate::span::{Placed, Span};
use crate::table::{AlignmentTable, Nearest, Reading, Row, Unmatched, base_column};
use crate::variation::{self, Run, RunKind};
use crate::witness::{Role, WitnessKey};
use crate::wording::Dictionary;

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
    let is_by_fullest = is_by_fullest(&articles, &table.members, rulings);
    let lonely = by_nearest(table);
    let row_of = |row: &Row| {
        let own_base = is_by_fullest.then(|| fullest(&articles, table, row)).flatten();
        let mut laid_out = row_on_sheet(&words, &articles, &event, table, row, own_base.unwrap_or(base));
        laid_out.base = own_base;
        laid_out.nearest = nearest_of_row(&lonely, row);
        laid_out
    };
    let mut rows: Vec<SheetRow> = table.rows.par_iter().map(row_of).collect();
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
) -> SheetRow {
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
    sheet_row.because.clone_from(&row.because);
    sheet_row.contrasts = contrasts;
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
        let near = article.quotations_near(&reading.passages);
        let marked = near.iter().flat_map(|quotation| &quotation.quoted);
        Some(marked.map(|span| reading.passages.iter().map(|passage| passage.overlap(*span)).sum::<usize>()).sum())
    };
    let found = (0..row.cells.len()).filter_map(|column| Some((quoted(column)?, column)));
    let best =
        found.filter(|&(length, _)| length > 0).max_by_key(|&(length, column)| (length, std::cmp::Reverse(column)));
    best.map(|(_, column)| column)
}

/// What stands in no row, by the column and place of its nearest other.
fn by_nearest(table: &AlignmentTable) -> Vec<Placed<&Unmatched>> {
    let mut by_column = vec![Vec::new(); table.members.len()];
    for unmatched in &table.unmatched {
        if let Some(near) = &unmatched.nearest
            && let Some(column) = by_column.get_mut(near.column)
        {
            column.push((near.span, unmatched));
        }
    }
    by_column.into_iter().map(Placed::from_iter).collect()
}

/// Per column without a reading: its unmatched passage whose nearest other stands in this row; of several the most alike.
fn nearest_of_row(by_nearest: &[Placed<&Unmatched>], row: &Row) -> Vec<Option<Nearest>> {
    let mut best: Vec<Option<Nearest>> = vec![None; row.cells.len()];
    for (reading, lonely) in row.cells.iter().zip(by_nearest) {
        for &passage in reading.iter().flat_map(|reading| &reading.passages) {
            for (_, unmatched) in lonely.at(passage) {
                let (Some(near), Some(slot)) = (&unmatched.nearest, best.get_mut(unmatched.column)) else { continue };
                let is_missing = row.cells.get(unmatched.column).is_some_and(Option::is_none);
                let is_better =
                    slot.as_ref().is_none_or(|best| (best.score, best.span) <= (near.score, unmatched.span));
                if is_missing && is_better {
                    let because = near.because.clone();
                    *slot =
                        Some(Nearest { column: unmatched.column, span: unmatched.span, score: near.score, because });
                }
            }
        }
    }
    best
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
    let said: BTreeSet<&str> = match titled.and_then(|(column, place)| Some((article_of(column)?, place))) {
        Some((article, place)) => stems_in(article, place).collect(),
        None => BTreeSet::new(),
    };
    for (column, cell) in cells.iter_mut().enumerate() {
        let place = titled.filter(|(lead, _)| *lead == column).map(|(_, place)| place);
        if let (Some(cell), Some(article)) = (cell, article_of(column)) {
            cell.main = main_passage(cell, article, place, &said);
        }
    }
    SheetRow { title, titled, speaker, ..SheetRow::of(anchor, cells) }
}

pub(super) fn holds(articles: &[&Prepared], members: &[usize], cells: &[Option<SheetCell>], anchor: Anchor) -> bool {
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

/// The passage of a cell that says what its row says: the one that the title stands in, else the one whose telling words, by
/// their stems, are most like those of the title, `said` (Dice, 0 to 1), and that has most in common with the other readings
/// (0 to 0.3).
fn main_passage(cell: &SheetCell, article: &Prepared, titled: Option<Span>, said: &BTreeSet<&str>) -> usize {
    let of_run = |run: &Run, passage: Span| {
        let columns: BTreeSet<usize> = run.mates.iter().map(|&(column, _)| column).collect();
        run.span.overlap(passage) * columns.len()
    };
    let held = |passage: Span| cell.runs.iter().map(|run| of_run(run, passage)).sum::<usize>() as f32;
    let most = cell.passages.iter().map(|passage| held(passage.span)).fold(1.0, f32::max);
    let likeness = |passage: Span| {
        if let Some(title) = titled {
            return if title.overlaps(passage) { 1.0 } else { 0.0 };
        }
        let own: BTreeSet<&str> = stems_in(article, passage).collect();
        2.0 * own.intersection(said).count() as f32 / (own.len() + said.len()).max(1) as f32
    };
    let spans = cell.passages.iter().map(|passage| passage.span);
    let rated = spans.enumerate().map(|(at, span)| (likeness(span) + 0.3 * held(span) / most, at));
    rated.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))).map_or(0, |(_, at)| at)
}

/// Stems of the telling words of a stretch.
fn stems_in(article: &Prepared, span: Span) -> impl Iterator<Item = &str> {
    let telling = article.segmented.tokens_in(span).iter().filter(|token| is_telling(token));
    telling.map(|token| token.stem.as_str())
}

fn passage_on_sheet(article: &Prepared, span: Span) -> SheetPassage {
    let holder = article.segmented.passage_of(span);
    let (paragraph, role) = holder.map_or((0, Role::Body), |passage| (passage.paragraph, passage.role));
    let cue = quotation_of(article, &[span]).and_then(|quotation| quotation.cue.first().copied());
    SheetPassage { span, paragraph, role, voice: contrast::voice(article, &[span]), cue }
}
