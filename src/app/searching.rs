//! Search over all articles: a thread finds the places, the reader goes from one to the next.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::mpsc::channel;

use collation::ruling::Anchor;

use super::{Answers, App};
use crate::finding::{self, Hit, Hits};
use crate::say;
use crate::view::{Selection, Which};

/// Event, row and column of a place, as the view has them one after another.
type Place = (usize, usize, usize);

/// The search under way and what the last one found.
#[derive(Debug)]
pub struct Finder {
    /// Words and sheet of the newest search.
    asked: Option<(String, u64)>,
    answers: Answers<(u64, Hits)>,
    under_way: usize,
    /// The step to make once the words of the search before are found again.
    due: Option<isize>,
    pub hits: Arc<Hits>,
    /// Grows whenever `hits` are others.
    pub revision: u64,
}

impl Default for Finder {
    fn default() -> Self {
        Self { asked: None, answers: channel(), under_way: 0, due: None, hits: Arc::default(), revision: 0 }
    }
}

impl Finder {
    pub fn is_busy(&self) -> bool {
        self.under_way > 0
    }
}

impl App {
    /// Has the words of the search field looked for, where they or the articles are others than
    /// before, and takes what was found.
    pub(super) fn keep_searching(&mut self, ctx: &egui::Context) {
        while let Ok((sheet, hits)) = self.finder.answers.1.try_recv() {
            self.finder.under_way = self.finder.under_way.saturating_sub(1);
            if self.finder.asked.as_ref().is_some_and(|asked| asked.0 == hits.words && asked.1 == sheet) {
                self.finder.hits = Arc::new(hits);
                self.finder.revision += 1;
                self.view.hit = None;
                if let Some(step) = self.finder.due.take() {
                    self.step_hit(step);
                }
            }
        }
        let words = self.view.search.trim();
        let wanted = (!words.is_empty()).then(|| (words.to_owned(), self.sheet_revision));
        if wanted == self.finder.asked {
            return;
        }
        self.finder.asked = wanted.clone();
        let Some((words, revision)) = wanted else {
            self.finder.due = None;
            self.finder.hits = Arc::default();
            self.finder.revision += 1;
            self.view.hit = None;
            return;
        };
        let (sheet, sender, waker) = (Arc::clone(&self.sheet), self.finder.answers.0.clone(), ctx.clone());
        let started = std::thread::Builder::new().name("search".into()).spawn(move || {
            drop(sender.send((revision, finding::find(&sheet, &words))));
            waker.request_repaint();
        });
        match started {
            Ok(_) => self.finder.under_way += 1,
            Err(_) => self.toasts.problem(say!("search-failed")),
        }
    }

    /// True where the words of the search field were not looked for yet.
    pub(super) fn search_is_due(&self) -> bool {
        let words = self.view.search.trim();
        match &self.finder.asked {
            Some((asked, sheet)) => asked != words || *sheet != self.sheet_revision,
            None => !words.is_empty(),
        }
    }

    /// Goes to the next place that holds the words, or to the one before, in the order in which the view shows them. What
    /// was chosen since the last one is where the steps go on. Without a search, the words of the one before are looked for
    /// again.
    pub(super) fn step_hit(&mut self, step: isize) {
        if self.view.search.is_empty() && self.view.has_words() {
            self.view.search_again();
            self.finder.due = Some(step);
            return;
        }
        let hits = Arc::clone(&self.finder.hits);
        let order = self.hit_order(&hits);
        let number = order.len() as isize;
        let is_read = self.view.which == Which::Read;
        let is_here = |hit: &Hit| is_read || hit.row.is_some() && hit.row == self.view.selection.current;
        let last = self.view.hit.filter(|&at| hits.list.get(at).is_some_and(is_here));
        let start = match last.and_then(|last| order.iter().position(|(_, at)| *at == last)) {
            Some(rank) => rank as isize,
            None => self.before_first_hit(&order, step),
        };
        let rank = (start + step).rem_euclid(number.max(1)) as usize;
        match order.get(rank).and_then(|&(_, at)| Some((at, *hits.list.get(at)?))) {
            Some((at, hit)) => {
                self.show_hit(at, rank, hit);
                self.view.hit_wrap = if (0..number).contains(&(start + step)) { 0 } else { step };
            }
            None if hits.list.iter().any(|hit| hit.row.is_some()) => self.toasts.note(say!("nothing-passes")),
            None if !hits.list.is_empty() => self.toasts.note(say!("search-outside")),
            None => self.toasts.note(say!("search-nothing")),
        }
    }

    /// The places that the view shows, by their index among the hits, in its order: Read goes through the articles, the
    /// others from row to row and in a row from column to column.
    fn hit_order(&self, hits: &Hits) -> Vec<(Place, usize)> {
        if self.view.which == Which::Read {
            let places = hits.list.iter().enumerate();
            return places.map(|(at, hit)| ((hit.event, hit.column, 0), at)).collect();
        }
        let mut rows: BTreeMap<(usize, Anchor), usize> = BTreeMap::new();
        for (number, event) in self.sheet.events.iter().enumerate() {
            if number == self.view.event {
                let shown = self.derived.rows.iter().filter_map(|&row| event.rows.get(row)).enumerate();
                rows.extend(shown.map(|(at, row)| ((number, row.anchor), at)));
            } else {
                rows.extend(event.rows.iter().enumerate().map(|(at, row)| ((number, row.anchor), at)));
            }
        }
        let column_at = |hit: &Hit| {
            let shown = self.derived.columns.iter().position(|&column| column == hit.column);
            if hit.event == self.view.event { shown } else { Some(hit.column) }
        };
        let place = |(at, hit): (usize, &Hit)| {
            let row = *rows.get(&(hit.event, hit.row?))?;
            Some(((hit.event, row, column_at(hit)?), at))
        };
        let mut order: Vec<(Place, usize)> = hits.list.iter().enumerate().filter_map(place).collect();
        order.sort_unstable();
        order
    }

    /// One step before the first place at or behind the chosen row, or, backwards, before it; without one, in the shown
    /// event.
    fn before_first_hit(&self, order: &[(Place, usize)], step: isize) -> isize {
        let event = self.view.event;
        let row = if self.view.which == Which::Read { None } else { self.place_of_current() };
        if step > 0 {
            let first = order.partition_point(|(place, _)| *place < (event, row.unwrap_or(0), 0));
            first as isize - 1
        } else {
            // Where one would stand that is not listed, the first one behind it does.
            let column = if self.chosen_but_unlisted().is_some() { 0 } else { usize::MAX };
            let last = (event, row.unwrap_or(usize::MAX), column);
            order.partition_point(|(place, _)| *place < last) as isize
        }
    }

    /// Where the chosen row stands among the shown ones, or would stand. It is the one that the reader chose, where another
    /// stands in for it because the search lists it no more.
    fn place_of_current(&self) -> Option<usize> {
        let event = self.sheet.events.get(self.view.event)?;
        let current = self.chosen_but_unlisted().or(self.view.selection.current)?;
        let order = self.view.in_order(event);
        let before = order.iter().take_while(|&&at| event.rows.get(at).is_some_and(|row| row.anchor != current));
        let before: BTreeSet<usize> = before.copied().collect();
        Some(self.derived.rows.iter().filter(|row| before.contains(row)).count())
    }

    fn show_hit(&mut self, at: usize, rank: usize, hit: Hit) {
        self.turn_to(hit.event);
        self.view.clicked = None;
        self.view.hit = Some(at);
        self.view.hit_rank = rank;
        self.view.selection = Selection {
            current: hit.row,
            column: Some(hit.column),
            passage: None,
            rows: hit.row.into_iter().collect(),
        };
        self.view.reveal = hit.row;
        self.view.reveal_place = Some(hit.place);
        self.view.reveals += 1;
    }
}
