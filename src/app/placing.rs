//! Where the reader is: written into the project before it goes to disk, and gone to when it is opened
//! again. No step, and never a reason to save.

use std::collections::BTreeMap;

use collation::WitnessKey;
use workbench::project;

use super::App;
use crate::marks::Density;
use crate::view::{Filter, Selection, Sort, Which};

/// What is chosen in the events that are not shown, with the article of the chosen cell; by the first article of each.
pub type Left = BTreeMap<WitnessKey, (Selection, Option<WitnessKey>)>;

const VIEWS: [(Which, project::Centre); 3] = [
    (Which::Grid, project::Centre::Grid),
    (Which::Read, project::Centre::Read),
    (Which::Coverage, project::Centre::Coverage),
];
const DENSITIES: [(Density, project::Density); 3] = [
    (Density::Full, project::Density::FullText),
    (Density::Differences, project::Density::Differences),
    (Density::Swaps, project::Density::SwapsOnly),
];
const SORTS: [(Sort, project::Sort); 4] = [
    (Sort::BaseOrder, project::Sort::BaseOrder),
    (Sort::Coverage, project::Sort::Coverage),
    (Sort::Difference, project::Sort::BiggestDifference),
    (Sort::NeedsLook, project::Sort::NeedsALook),
];
/// What filters are called in a file; the same whatever the language of the interface.
const FILTERS: [(Filter, &str); 7] = [
    (Filter::All, "all"),
    (Filter::Differences, "differences"),
    (Filter::Cut, "cut"),
    (Filter::OnlyOne, "only_one"),
    (Filter::NeedsLook, "needs_look"),
    (Filter::Quoted, "quoted"),
    (Filter::Numbers, "numbers"),
];
const SPEAKER: &str = "speaker:";
const TAG: &str = "tag:";

fn right<A: Copy + PartialEq, B: Copy + Default>(pairs: &[(A, B)], left: A) -> B {
    pairs.iter().find(|pair| pair.0 == left).map(|pair| pair.1).unwrap_or_default()
}

fn left<A: Copy + Default, B: Copy + PartialEq>(pairs: &[(A, B)], right: B) -> A {
    pairs.iter().find(|pair| pair.1 == right).map(|pair| pair.0).unwrap_or_default()
}

impl App {
    /// Writes down where the reader is, once there is a table to be anywhere in.
    pub(super) fn note_place(&mut self) {
        if self.is_stale() {
            return;
        }
        let view = &self.view;
        let filter = Some(right(&FILTERS, view.filter)).filter(|_| view.filter != Filter::All);
        let filters = filter
            .map(str::to_owned)
            .into_iter()
            .chain(view.speaker.iter().map(|speaker| format!("{SPEAKER}{speaker}")))
            .chain(view.tag.iter().map(|tag| format!("{TAG}{tag}")));
        let place = project::View {
            centre: right(&VIEWS, view.which),
            density: right(&DENSITIES, view.density),
            sort: right(&SORTS, view.sort),
            event: self.name_of_event(view.event),
            selection: view.selection.current,
            article: view.selection.current.and_then(|_| self.current_article()),
            filters: filters.collect(),
        };
        if *self.document.view_mut() != place {
            *self.document.view_mut() = place;
        }
    }

    /// Looks at the project as it was left; event and selection follow when the table has come.
    pub(super) fn go_to_place(&mut self) {
        let place = self.document.project().view.clone();
        self.view.which = left(&VIEWS, place.centre);
        self.view.density = left(&DENSITIES, place.density);
        self.view.sort = left(&SORTS, place.sort);
        for name in &place.filters {
            if let Some(speaker) = name.strip_prefix(SPEAKER) {
                self.view.speaker = Some(speaker.to_owned());
            } else if let Some(tag) = name.strip_prefix(TAG) {
                self.view.tag = Some(tag.to_owned());
            } else if let Some((filter, _)) = FILTERS.iter().find(|(_, known)| known == name) {
                self.view.filter = *filter;
            }
        }
        self.follow = place.event;
        self.left_at = place.selection.map(|row| (row, place.article));
    }

    /// Shows another event, at the statement that was chosen when the reader left it.
    pub(super) fn show_event(&mut self, event: usize) {
        if event >= self.sheet.events.len() || event == self.view.event {
            return;
        }
        self.turn_to(event);
        let left = self.name_of_event(event).and_then(|name| self.left.get(&name).cloned());
        let (mut selection, article) = left.unwrap_or_default();
        // The table may be another one by now.
        selection.rows.retain(|&row| self.row_of(row).is_some());
        selection.current = selection.current.filter(|&row| self.row_of(row).is_some());
        selection.column = article.and_then(|article| self.column_of(article)).filter(|_| selection.current.is_some());
        self.range_from = selection.current;
        if let Some(row) = selection.current {
            self.view.show_row(row);
        }
        self.view.selection = selection;
    }

    /// Turns to an event, and keeps in mind what is chosen in the one that was shown before.
    pub(super) fn turn_to(&mut self, event: usize) {
        if event == self.view.event {
            return;
        }
        if let Some(name) = self.name_of_event(self.view.event) {
            self.left.insert(name, (self.view.selection.clone(), self.current_article()));
        }
        self.view.event = event;
        self.view.lit = None;
    }

    /// The first article of an event, by which it is known in another table too.
    pub(super) fn name_of_event(&self, event: usize) -> Option<WitnessKey> {
        let member = *self.sheet.events.get(event)?.members.first()?;
        Some(self.sheet.articles.get(member)?.witness.key)
    }

    /// Selects what was selected when the project was left.
    pub(super) fn take_left_at(&mut self) {
        let Some((anchor, article)) = self.left_at.take() else { return };
        let column = article.and_then(|article| self.column_of(article));
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        if event.rows.iter().any(|row| row.anchor == anchor) {
            let rows = [anchor].into();
            self.view.selection = Selection { current: Some(anchor), column, passage: None, rows };
            self.view.show_row(anchor);
        }
    }
}
