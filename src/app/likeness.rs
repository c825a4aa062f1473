//! Articles that are much the same text: told once they are open, and said wherever the article is
//! named in full. Nothing is hidden because of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use collation::{Witness, WitnessKey};
use workbench::intake::{Twin, TwinName, earlier_twins};

use super::{App, Errand};
use crate::say;
use crate::terms;
use crate::toasts::Kind;

/// Which article repeats which one before it.
#[derive(Debug, Default)]
pub struct Likeness {
    /// The articles that were looked at last, or are being looked at.
    asked: Vec<Arc<Witness>>,
    by_article: BTreeMap<WitnessKey, (WitnessKey, Twin)>,
    /// Grows whenever `by_article` is another one.
    pub revision: u64,
}

/// What was found out about a list of articles.
#[derive(Debug)]
pub struct Likenesses {
    of: Vec<Arc<Witness>>,
    found: Vec<Option<(usize, Twin)>>,
}

impl Likeness {
    /// Another document gives its articles the same keys.
    pub fn forget(&mut self) {
        *self = Self { revision: self.revision + 1, ..Self::default() };
    }

    /// `96 % the same text as Dan Tri`, where the article is much like one before it.
    pub fn statement(&self, article: &Witness, others: &[Arc<Witness>]) -> Option<String> {
        let (other, twin) = self.by_article.get(&article.key)?;
        let at = others.iter().position(|witness| witness.key == *other)?;
        let other = others.get(at)?;
        let mut statement = twin.statement(article, other);
        if other.meta.outlet.as_deref().is_none_or(|outlet| outlet.trim().is_empty()) {
            // What the window calls it wherever an outlet is expected.
            statement.other = TwinName::Outlet(terms::article(other, at));
        }
        Some(terms::twin(&statement))
    }
}

impl App {
    /// Has the articles compared as whole texts, where they are others than before.
    pub(super) fn look_for_twins(&mut self, ctx: &egui::Context) {
        let articles = self.document.project().articles();
        let is_same = articles.len() == self.likeness.asked.len()
            && articles.iter().zip(&self.likeness.asked).all(|(article, asked)| Arc::ptr_eq(&article.witness, asked));
        if is_same {
            return;
        }
        let of = self.document.project().witnesses();
        self.likeness.asked.clone_from(&of);
        self.errands.send(ctx, "likeness", move || {
            let witnesses: Vec<&Witness> = of.iter().map(AsRef::as_ref).collect();
            let found = earlier_twins(&witnesses);
            Errand::Likenesses(Likenesses { of, found })
        });
    }

    /// Takes what was found out, and says what is new about it.
    pub(super) fn take_likenesses(&mut self, likenesses: Likenesses) {
        let Likenesses { of, found } = likenesses;
        let is_newest = of.len() == self.likeness.asked.len()
            && of.iter().zip(&self.likeness.asked).all(|(a, b)| Arc::ptr_eq(a, b));
        if !is_newest {
            return;
        }
        let pairs = of.iter().zip(found).filter_map(|(article, twin)| {
            let (at, twin) = twin?;
            Some((article.key, (of.get(at)?.key, twin)))
        });
        let now: BTreeMap<WitnessKey, (WitnessKey, Twin)> = pairs.collect();
        let before = std::mem::replace(&mut self.likeness.by_article, now);
        self.likeness.revision += 1;
        let is_new = |key| self.likeness.by_article.contains_key(&key) && !before.contains_key(&key);
        let new: Vec<(usize, &Arc<Witness>)> =
            of.iter().enumerate().filter(|(_, article)| is_new(article.key)).collect();
        let said = new.iter().take(2).filter_map(|&(at, article)| {
            Some(format!("{}: {}", terms::article(article, at), self.likeness.statement(article, &of)?))
        });
        let said: Vec<String> = said.collect();
        let added = self.added.as_mut().filter(|added| !added.is_compared);
        if said.is_empty() {
            if let Some(added) = added {
                added.is_compared = true;
            }
            return;
        }
        let mut words = said.join("; ");
        if new.len() > said.len() {
            words += &format!("; {}", say!("twins-more", count = new.len() - said.len()));
        }
        // Told with the count of articles, it stands for that; else another message may be shown.
        match added {
            Some(added) => {
                added.is_compared = true;
                added.alike = Some(words);
                self.toasts.note_of(Kind::Added, added.words());
            }
            None => self.toasts.note_too(words),
        }
    }
}
