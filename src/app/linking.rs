//! Corrections that name a stretch of text: linking two by hand, trimming a passage, setting text
//! aside and bringing it back.

use collation::WitnessKey;
use collation::ruling::{Anchor, Ruling};
use collation::span::Span;
use workbench::project::Edit;

use super::App;
use super::dialogs::{Trimming, Trims};
use super::elsewhere::first_words;
use crate::say;
use crate::terms;
use crate::toasts::Offer;

impl App {
    /// What a correction is about: text selected for reading, else what is chosen of the current cell.
    fn in_hand(&self) -> Option<Vec<Anchor>> {
        if let Some(picked) = self.view.picked {
            return Some(vec![picked]);
        }
        let row = self.row_of(self.view.selection.current?)?;
        let passages = match self.view.selection.column {
            Some(column) => self.passages_chosen(row, column),
            None => self.all_passages(row),
        };
        (!passages.is_empty()).then_some(passages)
    }

    /// The first `L` takes what is in hand; the second one links it with what is in hand then.
    pub(super) fn link_by_hand(&mut self) {
        let here = self.in_hand().or_else(|| {
            // A cell without a passage stands for its whole row, as the place to link to.
            let row = self.row_of(self.view.selection.current?)?;
            self.view.linking.is_some().then(|| self.all_passages(row))
        });
        let Some(here) = here else {
            self.toasts.note(say!("link-choose"));
            return;
        };
        match self.view.linking.take() {
            None => {
                self.view.picked = None;
                self.view.lit = None;
                self.view.linking = Some(here);
            }
            Some(source) if source == here => self.toasts.note(say!("link-stopped")),
            Some(source) => self.link(source, &here),
        }
    }

    /// Links what waits for a mate with the statement or the text that stands at `target`.
    pub(super) fn link_with(&mut self, target: Anchor) {
        if let Some(source) = self.view.linking.take() {
            self.link(source, &[target]);
        }
    }

    pub(super) fn link(&mut self, source: Vec<Anchor>, target: &[Anchor]) {
        let articles = |anchors: &[Anchor]| anchors.iter().map(|anchor| anchor.article).collect::<Vec<WitnessKey>>();
        let (from, to) = (articles(&source), articles(target));
        if from.first().is_none_or(|first| from.iter().chain(&to).all(|article| article == first)) {
            self.toasts.note(say!("link-same-article"));
            self.view.linking = Some(source);
            return;
        }
        let event_of = |article: WitnessKey| {
            let member = self.sheet.articles.iter().position(|other| other.witness.key == article)?;
            self.sheet.events.iter().position(|event| event.members.contains(&member))
        };
        let mut events: Vec<usize> = from.iter().chain(&to).filter_map(|&article| event_of(article)).collect();
        events.dedup();
        if events.len() > 1 {
            self.toasts.note(say!("link-two-events"));
            return;
        }
        let rows = self.sheet.events.get(self.view.event).map(|event| event.rows.as_slice()).unwrap_or_default();
        let row = rows.iter().find(|row| {
            let passages = self.all_passages(row);
            target.iter().all(|wanted| {
                passages.iter().any(|passage| passage.article == wanted.article && passage.span == wanted.span)
            })
        });
        let name = |key: WitnessKey| terms::article_of(self.document.project(), key);
        let first = from.first().map(|&key| name(key)).unwrap_or_default();
        let (theirs, words) = match row {
            Some(row) => (self.all_passages(row), say!("step-link-statement", name = first, number = row.number)),
            None => {
                let other = to.first().map(|&key| name(key)).unwrap_or_default();
                (target.to_vec(), say!("step-link", name = first, other = other))
            }
        };
        self.view.picked = None;
        self.join_passages(words, source, theirs, None);
    }

    /// Trims to the text that is selected in the same article, else asks for both ends.
    pub(super) fn trim(&mut self) {
        let Some(row) = self.view.selection.current.and_then(|row| self.row_of(row)) else { return };
        let Some(column) = self.view.selection.column else { return };
        let passages = self.passages_chosen(row, column);
        if let Some(picked) = self.view.picked {
            let near = |passage: &&Anchor| passage.article == picked.article && passage.span.overlaps(picked.span);
            if let Some(&from) = passages.iter().find(near) {
                self.trim_to(from, picked.span);
                return;
            }
        }
        let Some(first) = passages.first() else { return };
        let article = self.derived.sheet.articles.iter().find(|article| article.witness.key == first.article);
        let Some(article) = article.cloned() else { return };
        // The one before the reader's eyes: of a long cell the others are folded away.
        let brought = self.view.brought.and_then(|brought| passages.iter().position(|&passage| passage == brought));
        let core = row.cells.get(column).and_then(Option::as_ref).map_or(0, |cell| cell.core().start);
        let at = brought.unwrap_or(core).min(passages.len() - 1);
        let trimming = |&from: &Anchor| {
            let segmented = article.segmented.passages.iter().find(|passage| passage.span.overlaps(from.span));
            let place = segmented.map(|passage| terms::place(passage.role, passage.paragraph)).unwrap_or_default();
            Trimming::new(from, place, &article.witness)
        };
        self.dialogs.ask_trim(Trims { each: passages.iter().map(trimming).collect(), at });
    }

    pub(super) fn trim_to(&mut self, from: Anchor, to: Span) {
        let text = self.document.project().article(from.article).map(|article| article.witness.text.trimmed(to));
        let Some(to) = text.filter(|to| !to.is_empty() && *to != from.span) else {
            self.toasts.note(say!("trim-same"));
            return;
        };
        let name = terms::article_of(self.document.project(), from.article);
        self.view.picked = None;
        let step = if from.span.covers(to) { say!("step-trim", name = name) } else { say!("step-extend", name = name) };
        self.rule(step, vec![Ruling::Trim { from, to }]);
    }

    /// Sets aside the passages that the text in hand touches; text outside every passage goes as it is.
    pub(super) fn set_aside_in_hand(&mut self) {
        let Some(mut here) = self.in_hand() else { return };
        if let (Some(picked), [only]) = (self.view.picked, here.as_slice())
            && picked == *only
        {
            here = self.whole_passages(picked);
        }
        self.set_aside(here);
    }

    /// The passages that a stretch of text touches, else the stretch itself.
    fn whole_passages(&self, stretch: Anchor) -> Vec<Anchor> {
        let article = self.sheet.articles.iter().find(|article| article.witness.key == stretch.article);
        let passages = article.into_iter().flat_map(|article| &article.segmented.passages);
        let touched: Vec<Anchor> = passages
            .filter(|passage| passage.span.overlaps(stretch.span))
            .map(|passage| Anchor { span: passage.span, ..stretch })
            .collect();
        if touched.is_empty() { vec![stretch] } else { touched }
    }

    pub(super) fn set_aside(&mut self, passages: Vec<Anchor>) {
        let Some(first) = passages.first() else { return };
        let words = first_words(self.document.project().text_at(*first), 5);
        let (name, done) = match passages.len() {
            1 => (say!("step-set-aside", words = &words), say!("done-set-aside", words = &words)),
            number => (say!("step-set-aside-many", count = number), say!("done-set-aside-many", count = number)),
        };
        self.view.picked = None;
        let mut rulings: Vec<Ruling> = passages.iter().map(|&passage| Ruling::SetAside { passage }).collect();
        rulings.extend(self.titles_that_stay(&passages));
        self.rule(name, rulings);
        // Who has chosen a cell may have meant the passage before their eyes.
        let is_more = passages.len() > 1;
        self.aside.push(passages);
        if is_more {
            self.toasts.note_with(done, Offer::Undo);
        } else {
            self.toasts.note(done);
        }
    }

    /// The titles that the reader gave to rows known by one of `passages`, for what is left of these rows.
    fn titles_that_stay(&self, passages: &[Anchor]) -> Vec<Ruling> {
        let is_gone = |place: &Anchor| {
            passages.iter().any(|other| other.article == place.article && other.span.overlaps(place.span))
        };
        let rows = self.sheet.events.iter().flat_map(|event| &event.rows).filter(|row| is_gone(&row.anchor));
        let given = self.document.project().rulings().iter().filter_map(|ruling| match ruling {
            Ruling::Title { title, .. } => Some(title),
            _ => None,
        });
        let given: Vec<&String> = given.collect();
        rows.filter(|row| given.contains(&&row.title))
            .filter_map(|row| {
                let passage = self.all_passages(row).into_iter().find(|place| !is_gone(place))?;
                Some(Ruling::Title { passage, title: row.title.clone() })
            })
            .collect()
    }

    /// Brings back the selected text, else what was set aside last: all that went with it in one step.
    pub(super) fn bring_back_in_hand(&mut self) {
        if let Some(picked) = self.view.picked.take() {
            return self.bring_back(&[picked]);
        }
        let rulings = self.document.project().rulings().iter();
        let aside: Vec<Anchor> = rulings
            .filter_map(|ruling| match ruling {
                Ruling::SetAside { passage } => Some(*passage),
                _ => None,
            })
            .collect();
        let Some(&last) = aside.last() else {
            self.toasts.note(say!("nothing-set-aside"));
            return;
        };
        // What an older session set aside comes back one by one: the project doesn't say what went together.
        let step = self.aside.iter().rev().find(|step| step.contains(&last));
        let places = match step {
            Some(step) => step.iter().copied().filter(|passage| aside.contains(passage)).collect(),
            None => vec![last],
        };
        self.bring_back(&places);
    }

    /// Takes back the rulings that set text at these places aside, as one step; text that was clutter from the start
    /// is brought back by a ruling of its own.
    pub(super) fn bring_back(&mut self, places: &[Anchor]) {
        let Some(first) = places.first() else { return };
        let words = first_words(self.document.project().text_at(*first), 5);
        let (name, done) = match places.len() {
            1 => (say!("step-bring-back", words = &words), say!("done-bring-back", words = &words)),
            number => (say!("step-bring-back-many", count = number), say!("done-bring-back-many", count = number)),
        };
        let touches = |passage: &Anchor| {
            places.iter().any(|place| passage.article == place.article && passage.span.overlaps(place.span))
        };
        let rulings = self.document.project().rulings().iter().enumerate();
        let at: Vec<usize> = rulings
            .filter(|(_, ruling)| matches!(ruling, Ruling::SetAside { passage } if touches(passage)))
            .map(|(at, _)| at)
            .collect();
        if at.is_empty() {
            self.rule(name, places.iter().map(|&passage| Ruling::BringBack { passage }).collect());
        } else {
            self.edit(Edit::RemoveRulings { name: Some(name), at });
        }
        self.toasts.note(done);
    }
}
