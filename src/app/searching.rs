//! Search over all articles: a thread finds the places, the reader goes from one to the next.

use std::sync::Arc;
use std::sync::mpsc::channel;

use super::{Answers, App};
use crate::finding::{self, Hit, Hits};
use crate::say;
use crate::view::{Selection, Which};

/// The search under way and what the last one found.
#[derive(Debug)]
pub struct Finder {
    /// Words and sheet of the newest search.
    asked: Option<(String, u64)>,
    answers: Answers<(u64, Hits)>,
    under_way: usize,
    pub hits: Arc<Hits>,
    /// Grows whenever `hits` are others.
    pub revision: u64,
}

impl Default for Finder {
    fn default() -> Self {
        Self { asked: None, answers: channel(), under_way: 0, hits: Arc::default(), revision: 0 }
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
            }
        }
        let words = self.view.search.trim();
        let wanted = (!words.is_empty()).then(|| (words.to_owned(), self.sheet_revision));
        if wanted == self.finder.asked {
            return;
        }
        self.finder.asked = wanted.clone();
        let Some((words, revision)) = wanted else {
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

    /// Goes to the next place that holds the words, or to the one before.
    pub(super) fn step_hit(&mut self, step: isize) {
        let hits = Arc::clone(&self.finder.hits);
        // Only the reading view shows what stands in no row.
        let is_shown = |hit: &Hit| hit.row.is_some() || self.view.which == Which::Read;
        let number = hits.list.len() as isize;
        let start = match self.view.hit {
            Some(hit) => hit as isize,
            None => self.first_hit_here(&hits, step),
        };
        let next = (1..=number)
            .map(|steps| (start + steps * step).rem_euclid(number.max(1)) as usize)
            .find(|&at| hits.list.get(at).is_some_and(is_shown));
        match next.and_then(|at| Some((at, *hits.list.get(at)?))) {
            Some((at, hit)) => self.show_hit(at, hit),
            None if number > 0 => self.toasts.note(say!("search-outside")),
            None => self.toasts.note(say!("search-nothing")),
        }
    }

    /// Where the steps begin: before the first place in the shown event.
    fn first_hit_here(&self, hits: &Hits, step: isize) -> isize {
        let here = |hit: &Hit| hit.event == self.view.event;
        let found = if step > 0 { hits.list.iter().position(here) } else { hits.list.iter().rposition(here) };
        found.map_or(if step > 0 { -1 } else { 0 }, |at| at as isize - step)
    }

    fn show_hit(&mut self, at: usize, hit: Hit) {
        if hit.event != self.view.event {
            self.view.event = hit.event;
            self.view.lit = None;
        }
        self.view.hit = Some(at);
        self.view.selection =
            Selection { current: hit.row, column: Some(hit.column), rows: hit.row.into_iter().collect() };
        self.view.reveal = hit.row;
        self.view.reveal_place = Some(hit.place);
        self.view.reveals += 1;
    }
}
