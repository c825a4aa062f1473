//! The engine with a memory: an article that was made ready for one revision serves the next ones.

use std::sync::Arc;

use collation::prepare::{Prepared, prepare_all};
use collation::sheet::{self, Sheet};
use collation::{Control, Witness, collate};

use super::Job;

/// Turns jobs into sheets.
#[derive(Default)]
pub(super) struct Engine {
    /// Articles of the last job. Each holds its witness, so an equal address is the same witness.
    ready: Vec<Arc<Prepared>>,
}

impl Engine {
    /// The sheet of `job`; incomplete, and to be thrown away, once `control` says stop.
    pub fn sheet(&mut self, job: &Job, control: &dyn Control) -> Sheet {
        let articles = self.prepared(&job.witnesses, control);
        if control.is_stopped() {
            return Sheet::default();
        }
        let collation = collate(articles, &job.rulings, job.options, control);
        if control.is_stopped() {
            return Sheet::default();
        }
        sheet::lay_out(&collation, &job.rulings)
    }

    /// `witnesses` made ready, in their order; fewer once `control` says stop.
    fn prepared(&mut self, witnesses: &[Arc<Witness>], control: &dyn Control) -> Vec<Arc<Prepared>> {
        let missing: Vec<Arc<Witness>> =
            witnesses.iter().filter(|witness| self.find(witness).is_none()).cloned().collect();
        control.progress("reading the articles", 0.0);
        self.ready.extend(prepare_all(missing, control));
        let articles: Vec<Arc<Prepared>> = witnesses.iter().filter_map(|witness| self.find(witness).cloned()).collect();
        if !control.is_stopped() {
            self.ready.clone_from(&articles);
        }
        articles
    }

    fn find(&self, witness: &Arc<Witness>) -> Option<&Arc<Prepared>> {
        self.ready.iter().find(|ready| Arc::ptr_eq(&ready.witness, witness))
    }
}

#[cfg(test)]
mod tests {
    use collation::{Options, Text, Unattended, WitnessKey};

    use super::*;

    fn article(key: u32, text: &str) -> Arc<Witness> {
        Arc::new(Witness { key: WitnessKey(key), text: Text::new(text), ..Witness::default() })
    }

    fn job(witnesses: &[Arc<Witness>]) -> Job {
        Job { revision: 0, witnesses: witnesses.to_vec(), rulings: Arc::default(), options: Options::default() }
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
}
