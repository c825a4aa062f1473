//! Which article reports which event, and which article is what the others are compared with.

use collation::WitnessKey;
use collation::ruling::{Anchor, Ruling};
use collation::sheet::is_by_fullest;
use workbench::project::Edit;

use super::App;
use crate::messages::names_in_brief;
use crate::say;
use crate::view::Selection;

impl App {
    /// The article of the current cell.
    pub(super) fn current_article(&self) -> Option<WitnessKey> {
        let event = self.sheet.events.get(self.view.event)?;
        let member = *event.members.get(self.view.selection.column?)?;
        Some(self.sheet.articles.get(member)?.witness.key)
    }

    /// The article of the current cell, or a word on what to do.
    pub(super) fn article_in_hand(&mut self, otherwise: &str) -> Option<WitnessKey> {
        let article = self.current_article();
        if article.is_none() {
            self.toasts.note(otherwise);
        }
        article
    }

    pub(super) fn close_article(&mut self, article: WitnessKey) {
        let name = self.name_of(article);
        self.edit(Edit::RemoveArticles { articles: vec![article] });
        if self.document.project().article(article).is_none() {
            self.toasts.note(say!("closed-article", name = name));
        }
    }

    /// What the reader calls an article, as class mode allows.
    pub(super) fn name_of(&self, article: WitnessKey) -> String {
        let shown = self.derived.articles.iter().find(|item| item.key == article).map(|item| item.name.clone());
        shown.unwrap_or_else(|| crate::terms::article_of(self.document.project(), article))
    }

    /// What an event is called where it is chosen: its base's headline and its articles.
    fn event_words(&self, event: usize) -> String {
        let names: Vec<String> = self
            .derived
            .articles
            .iter()
            .filter(|article| article.event == event)
            .map(|article| article.name.clone())
            .collect();
        let title = self
            .derived
            .articles
            .iter()
            .find(|article| article.event == event && article.is_base)
            .map(|article| super::elsewhere::first_words(&article.title, 8))
            .unwrap_or_default();
        say!("event-with-articles", number = event + 1, title = title, names = names_in_brief(&names, 3))
    }

    /// The events that an article may go to, an event of its own last.
    pub(super) fn events_for(&self, article: WitnessKey) -> Vec<super::dialogs::choices::EventChoice> {
        let own = self.derived.articles.iter().find(|item| item.key == article).map(|item| item.event);
        let mut choices: Vec<super::dialogs::choices::EventChoice> = (0..self.sheet.events.len())
            .filter(|&event| Some(event) != own)
            .map(|event| {
                let with = self.derived.articles.iter().rfind(|item| item.event == event).map(|item| item.key);
                (self.event_words(event), with)
            })
            .collect();
        choices.push((say!("event-own").to_owned(), None));
        choices
    }

    /// The events that the shown one may be joined with.
    pub(super) fn events_to_join(&self) -> Vec<(String, usize)> {
        let others = (0..self.sheet.events.len()).filter(|&event| event != self.view.event);
        others.map(|event| (self.event_words(event), event)).collect()
    }

    pub(super) fn move_to_event(&mut self, article: WitnessKey, with: Option<WitnessKey>) {
        self.follow_article(article);
        self.edit(Edit::MoveToEvent { article, with });
    }

    /// Joins two events of the sheet.
    pub(super) fn join_events(&mut self, a: usize, b: usize) {
        let keys = |event: usize| -> Vec<WitnessKey> {
            let members = self.sheet.events.get(event).map(|event| event.members.as_slice()).unwrap_or_default();
            members.iter().filter_map(|&member| Some(self.sheet.articles.get(member)?.witness.key)).collect()
        };
        let (first, second) = (keys(a), keys(b));
        let Some(&with) = first.first().filter(|_| a != b && !second.is_empty()) else { return };
        self.follow_article(with);
        self.edit(Edit::JoinEvents { articles: second, with });
    }

    /// Shows the event of this article once the new table has come.
    fn follow_article(&mut self, article: WitnessKey) {
        self.follow = Some(article);
    }

    /// The event that an article reports in the table shown now.
    pub(super) fn event_of(&self, article: WitnessKey) -> Option<usize> {
        let member = self.sheet.articles.iter().position(|other| other.witness.key == article)?;
        self.sheet.events.iter().position(|event| event.members.contains(&member))
    }

    /// Goes to the event of the article that was moved.
    pub(super) fn take_followed(&mut self) {
        let Some(article) = self.follow.take() else { return };
        if let Some(event) = self.event_of(article)
            && event != self.view.event
        {
            self.turn_to(event);
            self.view.selection = Selection::default();
        }
    }

    pub(super) fn set_original(&mut self, article: WitnessKey, is_original: bool) {
        let name = self.name_of(article);
        self.edit(Edit::SetOriginal { article, is_original });
        self.toasts.note(if is_original {
            say!("original-now", name = name)
        } else {
            say!("original-no-more", name = name)
        });
    }

    /// Compares each row with its fullest quotation, or with the base again.
    pub(super) fn toggle_fullest(&mut self) {
        let Some(event) = self.sheet.events.get(self.view.event) else { return };
        let articles: Vec<&collation::Prepared> = self.sheet.articles.iter().map(AsRef::as_ref).collect();
        let is_on = is_by_fullest(&articles, &event.members, self.document.project().rulings());
        let base = event.members.get(event.base).and_then(|&member| self.sheet.articles.get(member));
        let Some(base) = base.map(|article| article.witness.key) else { return };
        if is_on {
            self.edit(Edit::SetBase { article: base });
            self.toasts.note(say!("fullest-off", name = self.name_of(base)));
        } else {
            let name = Some(say!("step-fullest").to_owned());
            self.edit(Edit::AddRulings { name, rulings: vec![Ruling::Fullest { article: base }] });
            self.toasts.note(say!("fullest-on"));
        }
    }

    /// Selects the row that holds a passage, in whichever event it is, and brings it into sight.
    pub(super) fn go_to_passage(&mut self, passage: Anchor) {
        let found = self.sheet.events.iter().enumerate().find_map(|(at, event)| {
            event.rows.iter().find_map(|row| {
                let column = row.cells.iter().zip(&event.members).position(|(cell, &member)| {
                    self.sheet.articles.get(member).is_some_and(|article| article.witness.key == passage.article)
                        && cell.iter().flat_map(|cell| &cell.passages).any(|other| other.span.overlaps(passage.span))
                })?;
                Some((at, row.anchor, column))
            })
        });
        let Some((event, row, column)) = found else { return };
        if event != self.view.event || !self.is_listed(row) {
            self.list_all();
        }
        self.turn_to(event);
        self.view.clicked = None;
        self.view.selection = Selection::of_cell(row, column);
        self.view.show_row(row);
    }
}
