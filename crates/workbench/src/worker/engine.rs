//! The engine with a memory: an article that was made ready for one revision serves the next ones.

use std::sync::Arc;

use collation::prepare::{Prepared, prepare_all};
use collation::ruling::relabelled;
use collation::sheet::{self, Sheet};
use collation::{Control, Witness, collate};

use super::Job;

/// Turns jobs into sheets.
#[derive(Default)]
pub(super) struct Engine {
    /// Articles of the last job.
    ready: Vec<Ready>,
}

struct Ready {
    /// As the project has it. Held, so that an equal address is the same witness.
    source: Arc<Witness>,
    /// From the source as the rulings on clutter have it.
    prepared: Arc<Prepared>,
}

impl Engine {
    /// The sheet of `job`; incomplete, and to be thrown away, once `control` says stop.
    pub fn sheet(&mut self, job: &Job, control: &dyn Control) -> Sheet {
        let articles = self.prepared(job, control);
        if control.is_stopped() {
            return Sheet::default();
        }
        let collation = collate(articles, &job.rulings, job.options.clone(), control);
        if control.is_stopped() {
            return Sheet::default();
        }
        sheet::lay_out(&collation, &job.rulings)
    }

    /// The articles of `job` made ready, in their order; fewer once `control` says stop.
    fn prepared(&mut self, job: &Job, control: &dyn Control) -> Vec<Arc<Prepared>> {
        let wanted: Vec<(&Arc<Witness>, Arc<Witness>)> =
            job.witnesses.iter().map(|source| (source, relabelled(source, &job.rulings))).collect();
        let missing: Vec<(&Arc<Witness>, &Arc<Witness>)> = wanted
            .iter()
            .filter(|(source, shown)| self.find(source, shown, job).is_none())
            .map(|(a, b)| (*a, b))
            .collect();
        let new = prepare_all(missing.iter().map(|(_, shown)| Arc::clone(shown)).collect(), &job.vocabulary, control);
        // Once it was stopped some are left out, so each is found by the witness that it holds.
        for prepared in new {
            if let Some((source, _)) = missing.iter().find(|(_, shown)| Arc::ptr_eq(shown, &prepared.witness)) {
                self.ready.push(Ready { source: Arc::clone(source), prepared });
            }
        }
        let articles: Vec<Arc<Prepared>> =
            wanted.iter().filter_map(|(source, shown)| self.find(source, shown, job).cloned()).collect();
        if !control.is_stopped() {
            self.ready.retain(|ready| articles.iter().any(|article| Arc::ptr_eq(article, &ready.prepared)));
        }
        articles
    }

    fn find(&self, source: &Arc<Witness>, shown: &Witness, job: &Job) -> Option<&Arc<Prepared>> {
        let ready = self.ready.iter().find(|ready| {
            Arc::ptr_eq(&ready.source, source)
                && ready.prepared.witness.blocks == shown.blocks
                && ready.prepared.vocabulary == job.vocabulary
        });
        ready.map(|ready| &ready.prepared)
    }
}

#[cfg(test)]
mod tests {
    use collation::ruling::{Anchor, Ruling};
    use collation::{Block, Options, Role, Text, Unattended, WitnessKey};

    use super::*;
    use crate::settings::{OwnVerb, Settings};

    fn article(key: u32, text: &str) -> Arc<Witness> {
        Arc::new(Witness { key: WitnessKey(key), text: Text::new(text), ..Witness::default() })
    }

    fn job(witnesses: &[Arc<Witness>]) -> Job {
        Job {
            revision: 0,
            witnesses: witnesses.to_vec(),
            rulings: Arc::default(),
            options: Options::default(),
            vocabulary: Arc::default(),
        }
    }

    #[test]
    fn only_a_changed_article_is_made_ready_anew() {
        let mut engine = Engine::default();
        let [a, b, c] = [article(1, "One."), article(2, "Two."), article(2, "Two, changed.")];
        let first = engine.sheet(&job(&[Arc::clone(&a), b]), &Unattended);
        let second = engine.sheet(&job(&[c, a]), &Unattended);
        assert!(Arc::ptr_eq(&first.articles[0], &second.articles[1]));
        assert_eq!(second.articles[0].witness.text.as_str(), "Two, changed.");
        assert_eq!(engine.ready.len(), 2);
    }

    #[test]
    fn own_verbs_and_names_find_quotations_and_speakers() {
        let mut engine = Engine::default();
        let a = article(1, "Anna Berg yodelled that the bridge was shut. The Elm envoy said it was not.");
        let own = Settings {
            own_verbs: vec![OwnVerb { verb: "yodel yodels yodelled".to_owned(), class: "Assert".to_owned() }],
            own_names: vec![vec!["Carl Ode".to_owned(), "the Elm envoy".to_owned()]],
            ..Settings::default()
        };
        let plain = job(&[a]);
        let jobs = [&plain, &Job { vocabulary: Arc::new(own.vocabulary()), ..plain.clone() }, &plain];
        let found = jobs.map(|job| {
            let sheet = engine.sheet(job, &Unattended);
            let verbs = sheet.ledgers(0).verbs;
            let verbs: Vec<String> =
                verbs.iter().map(|entry| format!("{} {}", entry.verb, entry.class.name())).collect();
            let speakers = sheet.articles[0].quotations.iter().filter_map(|quotation| quotation.speaker.clone());
            (verbs.join(", "), speakers.collect::<Vec<_>>().join(", "))
        });
        assert_eq!(found[0], ("said say".to_owned(), String::new()));
        assert_eq!(found[1], ("said say, yodelled assert".to_owned(), "Anna Berg, Carl Ode".to_owned()));
        assert_eq!(found[2], found[0]);
    }

    #[test]
    fn an_article_is_made_ready_anew_when_its_clutter_changes() {
        let mut engine = Engine::default();
        let a = article(1, "The bridge is shut.");
        let a = Arc::new(Witness { blocks: vec![Block::new(Role::Body, a.text.span())], ..Witness::clone(&a) });
        let plain = job(&[Arc::clone(&a)]);
        let passage = Anchor { article: a.key, span: a.text.span() };
        let aside = Job { rulings: Arc::new([Ruling::SetAside { passage }]), ..plain.clone() };
        let [first, second, third] = [&plain, &aside, &aside].map(|job| engine.sheet(job, &Unattended).articles);
        assert_eq!(first[0].segmented.passages.len(), 1);
        assert_eq!(second[0].segmented.passages.len(), 0);
        assert_eq!(second[0].witness.blocks[0].role, Role::Clutter);
        assert!(Arc::ptr_eq(&second[0], &third[0]));
    }
}
