//! What panels show of document, sheet and view together; made anew when one of them has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use collation::ruling::{Anchor, Ruling};
use collation::sheet::{Sheet, SheetEvent, SheetRow};
use collation::variation::RunKind;
use collation::{Block, Role, Witness};
use workbench::history::Document;

use super::elsewhere::first_words;
use super::languages::stranger_said;
use super::likeness::Likeness;
use super::masking::{Mask, MaskedFor, called};
use super::searching::Finder;
use super::tagging::tags_of_rows;
use crate::marks::Mark;
use crate::panels::{ArticleItem, Counts};
use crate::say;
use crate::terms;
use crate::view::{Filter, Sort, View};

/// What the derived lists depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    document: u64,
    sheet: u64,
    event: usize,
    filter: Filter,
    speaker: Option<String>,
    tag: Option<String>,
    sort: Sort,
    hits: u64,
    hides_outlets: bool,
    hides_marks: bool,
    likeness: u64,
}

/// Lists for the panels.
#[derive(Debug, Default)]
pub struct Derived {
    key: Option<Key>,
    pub articles: Vec<ArticleItem>,
    pub rows: Vec<usize>,
    /// Grows whenever a filter, a search or another order has changed the rows of the same event.
    pub list: u64,
    pub columns: Vec<usize>,
    pub counts: Counts,
    /// Tags of the rows of the shown event that have some.
    pub tags: BTreeMap<Anchor, Vec<String>>,
    /// Stretches that the reader set aside.
    pub set_aside: Vec<Anchor>,
    /// What class mode says instead of the names of outlets.
    pub mask: Mask,
    /// The sheet as it is painted: with blocks over the names that class mode hides.
    pub sheet: Arc<Sheet>,
    /// Another one whenever `sheet` is another one.
    pub sheet_revision: u64,
}

impl Derived {
    pub fn refresh(
        &mut self,
        document: &Document,
        sheet: &Arc<Sheet>,
        sheet_revision: u64,
        view: &View,
        finder: &Finder,
        likeness: &Likeness,
    ) {
        let key = Key {
            document: document.revision(),
            sheet: sheet_revision,
            event: view.event,
            filter: view.filter,
            speaker: view.speaker.clone(),
            tag: view.tag.clone(),
            sort: view.sort,
            hits: finder.revision,
            hides_outlets: view.hides_outlets(),
            hides_marks: view.hides_marks(),
            likeness: likeness.revision,
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.mask = Mask::new(document.project(), view.hides_outlets());
        // An outlet's name is metadata, and with other metadata there is another sheet.
        let shown_revision = sheet_revision * 2 + u64::from(view.hides_outlets());
        if self.key.is_none() || self.sheet_revision != shown_revision {
            self.sheet = self.mask.sheet(sheet, MaskedFor::Screen);
            self.sheet_revision = shown_revision;
        }
        let is_same = |old: &Key| old.sheet == key.sheet && old.event == key.event && old.document == key.document;
        let listed = self.key.as_ref().is_some_and(is_same).then(|| std::mem::take(&mut self.rows));
        self.articles = article_items(document, sheet, &self.mask, view.hides_outlets(), likeness);
        let event = sheet.events.get(view.event);
        self.counts = event.map(count).unwrap_or_default();
        self.tags = event.map(|event| tags_of_rows(document.project(), sheet, event)).unwrap_or_default();
        let (listed_rows, found) = event.map(|event| rows_to_list(view, event, &self.tags, finder)).unwrap_or_default();
        (self.counts.listed, self.rows) = (listed_rows, found);
        self.list += u64::from(listed.is_some_and(|before| before != self.rows));
        self.set_aside = document
            .project()
            .rulings()
            .iter()
            .filter_map(|ruling| match ruling {
                Ruling::SetAside { passage } => Some(*passage),
                _ => None,
            })
            .collect();
        self.columns = event.map(|event| self.shown_columns(sheet, event)).unwrap_or_default();
        for tag in self.tags.values().flatten() {
            match self.counts.tags.iter_mut().find(|(known, _)| known == tag) {
                Some((_, number)) => *number += 1,
                None => self.counts.tags.push((tag.clone(), 1)),
            }
        }
        self.key = Some(key);
    }

    /// The columns of an event that are not hidden.
    pub fn shown_columns(&self, sheet: &Sheet, event: &SheetEvent) -> Vec<usize> {
        let is_shown = |column: &usize| {
            let key = event
                .members
                .get(*column)
                .and_then(|&member| sheet.articles.get(member))
                .map(|article| article.witness.key);
            self.articles.iter().any(|article| Some(article.key) == key && !article.is_hidden)
        };
        (0..event.members.len()).filter(is_shown).collect()
    }
}

/// How many rows of an event pass the filters, and those of them that hold the words searched for, in order.
pub fn rows_to_list(
    view: &View,
    event: &SheetEvent,
    tags: &BTreeMap<Anchor, Vec<String>>,
    finder: &Finder,
) -> (usize, Vec<usize>) {
    let words = finder.hits.words.to_lowercase();
    let is_found = |row: &SheetRow| {
        words.is_empty() || finder.hits.in_row(row.anchor) > 0 || row.title.to_lowercase().contains(&words)
    };
    let bears = |row: &SheetRow| {
        view.tag.as_ref().is_none_or(|tag| tags.get(&row.anchor).is_some_and(|tags| tags.contains(tag)))
    };
    let mut rows = view.rows(event);
    rows.retain(|&row| event.rows.get(row).is_some_and(bears));
    let listed = rows.len();
    rows.retain(|&row| event.rows.get(row).is_some_and(is_found));
    (listed, rows)
}

fn article_items(
    document: &Document,
    sheet: &Sheet,
    mask: &Mask,
    hides_outlets: bool,
    likeness: &Likeness,
) -> Vec<ArticleItem> {
    let witnesses = document.project().witnesses();
    let articles = document.project().articles().iter().enumerate();
    let mut items: Vec<ArticleItem> = articles
        .map(|(at, article)| {
            let witness = &article.witness;
            let member = sheet.articles.iter().position(|other| other.witness.key == witness.key);
            let place = member.and_then(|member| {
                let events = sheet.events.iter().enumerate();
                let mut events = events;
                events.find_map(|(number, event)| {
                    Some((number, event, event.members.iter().position(|&other| other == member)?))
                })
            });
            let paragraphs =
                member.and_then(|member| sheet.articles.get(member)).map_or(0, |article| article.segmented.paragraphs);
            let sigil = collation::Sigil(at).to_string();
            ArticleItem {
                key: witness.key,
                name: if hides_outlets { called(at) } else { terms::article(witness, at) },
                is_nameless: !hides_outlets && witness.meta.outlet.as_deref().is_none_or(|name| name.trim().is_empty()),
                sigil,
                title: mask.words(&heading(witness)),
                date: witness.meta.published.as_deref().map(date_words).unwrap_or_default(),
                date_in_brief: witness.meta.published.as_deref().map(date_in_brief).unwrap_or_default(),
                words: witness.words(),
                hidden_lines: witness.hidden_lines(),
                paragraphs,
                event: place.map_or(0, |(number, _, _)| number),
                is_hidden: article.is_hidden,
                is_original: article.is_original,
                is_base: place.is_some_and(|(_, event, column)| event.base == column),
                twin: likeness.statement(witness, &witnesses).map(|words| mask.words(&words)),
                stranger: stranger_said(witness, witnesses.iter().map(AsRef::as_ref)),
                is_namesake: false,
            }
        })
        .collect();
    let mut bearers: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for item in &items {
        *bearers.entry((item.event, item.name.clone())).or_default() += 1;
    }
    for item in &mut items {
        item.is_namesake = bearers.get(&(item.event, item.name.clone())).is_some_and(|bearers| *bearers > 1);
    }
    items
}

/// The title of an article; without one, the first words of its text.
fn heading(witness: &Witness) -> String {
    let title = witness.meta.title.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if !title.is_empty() {
        return title;
    }
    let begins = |block: &&Block| matches!(block.role, Role::Headline | Role::Body | Role::Quote | Role::List);
    let first = witness.blocks.iter().find(begins).map(|block| witness.text.slice(block.span));
    first_words(first.unwrap_or_else(|| witness.text.as_str()), 14)
}

fn count(event: &SheetEvent) -> Counts {
    let mut counts = Counts { statements: event.rows.len(), ..Counts::default() };
    let mut by_mark = |mark: Mark, number: usize| {
        if let Some(slot) = counts.marks.get_mut(mark as usize) {
            *slot += number;
        }
    };
    for row in &event.rows {
        for contrast in &row.contrasts {
            by_mark(Mark::of(contrast.kind), 1);
        }
        if row.is_lone() {
            continue;
        }
        let base = row.compared_with(event.base);
        for (column, cell) in row.cells.iter().enumerate() {
            for run in cell.iter().flat_map(|cell| &cell.runs) {
                match run.kind {
                    RunKind::OnlyHere => by_mark(Mark::OnlyHere, 1),
                    RunKind::Reworded if Some(column) != base => by_mark(Mark::Reworded, 1),
                    RunKind::Moved if Some(column) != base => by_mark(Mark::Moved, 1),
                    RunKind::Shared | RunKind::Reworded | RunKind::Moved => {}
                }
            }
        }
    }
    let cells = event.rows.iter().flat_map(|row| row.cells.iter().zip(&row.elsewhere));
    counts.not_found = cells.filter(|(cell, elsewhere)| cell.is_none() && elsewhere.is_none()).count();
    counts.need_look = event.rows.iter().filter(|row| row.needs_look()).count();
    counts.has_own_base = event.rows.iter().any(|row| row.base.is_some());
    counts.only_one = event.rows.iter().filter(|row| row.is_lone()).count();
    let mut speakers: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &event.rows {
        let names: BTreeSet<&str> = row.speakers().into_iter().map(|speaker| event.full_name(speaker)).collect();
        for name in names {
            *speakers.entry(name).or_default() += 1;
        }
    }
    counts.speakers = speakers.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
    counts.speakers.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.filters = Filter::ALL.map(|filter| event.rows.iter().filter(|row| filter.keeps(row)).count());
    // Where nothing is compared, that every statement stands in one article is no finding.
    if event.members.len() < 2 {
        counts.only_one = 0;
        for (filter, number) in Filter::ALL.iter().zip(&mut counts.filters) {
            if *filter == Filter::OnlyOne {
                *number = 0;
            }
        }
    }
    counts
}

/// Sakamoto's method: by how many weekdays each month is shifted.
const SHIFTS: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/// `Tue 13 Oct 2026` for an ISO date; the words themselves where they are none.
pub fn date_words(iso: &str) -> String {
    let Some((day, month, year)) = date_parts(iso) else { return iso.to_owned() };
    let (Some(name), Some(shift)) = (month_name(month), SHIFTS.get(month)) else { return iso.to_owned() };
    let y = if month < 2 { year - 1 } else { year };
    let weekday = (y + y / 4 - y / 100 + y / 400 + shift + day).rem_euclid(7);
    let weekday = say!("weekdays").split_whitespace().nth(weekday as usize).unwrap_or_default();
    say!("date", weekday = weekday, day = day.to_string(), month = name, year = year.to_string())
}

/// The same without the weekday: `13 Oct 2026`.
fn date_in_brief(iso: &str) -> String {
    let parts = date_parts(iso).and_then(|(day, month, year)| Some((day, month_name(month)?, year)));
    let Some((day, name, year)) = parts else { return iso.to_owned() };
    say!("date-brief", day = day.to_string(), month = name, year = year.to_string())
}

/// Day, month from 0, and year.
fn date_parts(iso: &str) -> Option<(i32, usize, i32)> {
    let mut parts = iso.get(..10).unwrap_or(iso).split('-').map(str::parse::<i32>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    Some((day, usize::try_from(month - 1).ok()?, year))
}

fn month_name(month: usize) -> Option<&'static str> {
    say!("months").split_whitespace().nth(month)
}

#[cfg(test)]
mod tests {
    use super::date_words;

    #[test]
    fn dates_are_said_with_their_weekday() {
        for (iso, words) in [
            ("2026-10-13", "Tue 13 Oct 2026"),
            ("2024-02-29T09:30:00+02:00", "Thu 29 Feb 2024"),
            ("2000-01-01", "Sat 1 Jan 2000"),
            ("2024-13-01", "2024-13-01"),
            ("last week", "last week"),
        ] {
            assert_eq!(date_words(iso), words);
        }
    }
}
