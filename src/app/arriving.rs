//! Where articles went that came while an event was shown: said once the new table is there, where it is another event.

use std::collections::BTreeSet;

use collation::WitnessKey;

use super::App;
use super::elsewhere::first_words;
use crate::messages::names_in_brief;
use crate::say;
use crate::toasts::{Kind, Offer};

/// How many words of an event's headline a message has room for.
const TITLE: usize = 16;
/// Most events that a message counts up.
const MOST_EVENTS: usize = 4;

impl App {
    /// The last `count` articles of the document have been added, and their table is on the way.
    pub(super) fn expect_arrival(&mut self, count: usize) {
        let articles = self.document.project().articles().iter().rev().take(count);
        let is_shown = !self.sheet.events.is_empty();
        self.arrived = if is_shown { articles.map(|article| article.witness.key).collect() } else { Vec::new() };
    }

    /// Says in which event the articles are that were added, where it is not the shown one, and offers to show it.
    pub(super) fn tell_where_added(&mut self) {
        if self.arrived.is_empty() || self.answered != self.document.table_revision() {
            return;
        }
        let added: BTreeSet<WitnessKey> = std::mem::take(&mut self.arrived).into_iter().collect();
        let is_added = |key| added.contains(&key) && self.event_of(key).is_some();
        let articles = || self.derived.articles.iter().filter(|article| is_added(article.key));
        let events: BTreeSet<usize> = articles().map(|article| article.event).collect();
        let Some(other) = articles().find(|article| article.event != self.view.event) else { return };
        let offer = Offer::Event { article: other.key, number: other.event + 1 };
        let count = added.len();
        let words = if events.len() == 1 {
            let mut event = self.derived.articles.iter().filter(|article| article.event == other.event);
            let title = event.find(|article| article.is_base).unwrap_or(other).title.as_str();
            say!("articles-added-in", count = count, number = other.event + 1, title = first_words(title, TITLE))
        } else {
            let numbers: Vec<String> = events.iter().map(|event| (event + 1).to_string()).collect();
            let numbers = names_in_brief(&numbers, MOST_EVENTS);
            say!("articles-added-in-several", count = count, numbers = numbers)
        };
        let said = match &mut self.added {
            Some(added) => {
                added.counted = words;
                added.words()
            }
            None => words,
        };
        self.toasts.note_of(Kind::Added, said);
        self.toasts.offer(offer);
    }

    /// Takes the message away that offers to show an event, once that is shown.
    pub(super) fn forget_where_added(&mut self) {
        if let Some(Offer::Event { article, .. }) = self.toasts.offered()
            && self.event_of(article) == Some(self.view.event)
        {
            self.toasts.forget_note();
        }
    }
}
