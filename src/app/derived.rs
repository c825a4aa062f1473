//! What panels show of document, sheet and view together; made anew when one of them has changed.

use collation::sheet::{Sheet, SheetEvent, SheetRow};
use collation::variation::RunKind;
use workbench::history::Document;

use crate::marks::Mark;
use crate::panels::{ArticleItem, Counts};
use crate::view::{Filter, Sort, View};

/// What the derived lists depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    document: u64,
    sheet: u64,
    event: usize,
    filter: Filter,
    sort: Sort,
    search: String,
}

/// Lists for the panels.
#[derive(Debug, Default)]
pub struct Derived {
    key: Option<Key>,
    pub articles: Vec<ArticleItem>,
    pub rows: Vec<usize>,
    pub columns: Vec<usize>,
    pub counts: Counts,
}

impl Derived {
    pub fn refresh(&mut self, document: &Document, sheet: &Sheet, sheet_revision: u64, view: &View) {
        let key = Key {
            document: document.revision(),
            sheet: sheet_revision,
            event: view.event,
            filter: view.filter,
            sort: view.sort,
            search: view.search.clone(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.articles = article_items(document, sheet);
        let event = sheet.events.get(view.event);
        self.rows = event.map(|event| view.rows(event)).unwrap_or_default();
        let words = view.search.trim().to_lowercase();
        if let Some(event) = event.filter(|_| !words.is_empty()) {
            self.rows.retain(|&row| event.rows.get(row).is_some_and(|row| holds_words(sheet, event, row, &words)));
        }
        self.columns = event.map(|event| self.shown_columns(sheet, event)).unwrap_or_default();
        self.counts = event.map(count).unwrap_or_default();
        self.key = Some(key);
    }

    fn shown_columns(&self, sheet: &Sheet, event: &SheetEvent) -> Vec<usize> {
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

/// True where a reading or the title of the row holds `words`, which are in lower case.
fn holds_words(sheet: &Sheet, event: &SheetEvent, row: &SheetRow, words: &str) -> bool {
    let readings = row.cells.iter().zip(&event.members).filter_map(|(cell, &member)| {
        let article = sheet.articles.get(member)?;
        Some(cell.as_ref()?.text(article).to_lowercase())
    });
    row.title.to_lowercase().contains(words) || readings.into_iter().any(|text| text.contains(words))
}

fn article_items(document: &Document, sheet: &Sheet) -> Vec<ArticleItem> {
    let articles = document.project().articles().iter().enumerate();
    articles
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
            let words = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
            ArticleItem {
                key: witness.key,
                sigil: collation::Sigil(at).to_string(),
                name: words(witness.name()),
                title: words(witness.meta.title.as_deref().unwrap_or_default()),
                date: witness.meta.published.as_deref().map(date_words).unwrap_or_default(),
                words: witness.words(),
                hidden_lines: witness.hidden_lines(),
                paragraphs,
                event: place.map_or(0, |(number, _, _)| number),
                is_hidden: article.is_hidden,
                is_base: place.is_some_and(|(_, event, column)| event.base == column),
            }
        })
        .collect()
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
    counts.not_found = event.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.is_none()).count();
    counts.need_look = event.rows.iter().filter(|row| row.needs_look()).count();
    counts.only_one = event.rows.iter().filter(|row| row.is_lone()).count();
    counts.filters = Filter::ALL.map(|filter| event.rows.iter().filter(|row| filter.keeps(row)).count());
    counts
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
/// Sakamoto's method: by how many weekdays each month is shifted.
const SHIFTS: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/// `Tue 13 Oct 2026` for an ISO date; the words themselves where they are none.
fn date_words(iso: &str) -> String {
    let mut parts = iso.get(..10).unwrap_or(iso).split('-').map(str::parse::<i32>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
        return iso.to_owned();
    };
    let at = usize::try_from(month - 1).unwrap_or(usize::MAX);
    let (Some(name), Some(shift)) = (MONTHS.get(at), SHIFTS.get(at)) else { return iso.to_owned() };
    let y = if month < 3 { year - 1 } else { year };
    let weekday = (y + y / 4 - y / 100 + y / 400 + shift + day).rem_euclid(7);
    let weekday = DAYS.get(weekday as usize).copied().unwrap_or_default();
    format!("{weekday} {day} {name} {year}")
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
