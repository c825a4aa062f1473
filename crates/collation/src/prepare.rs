//! One article made ready for comparison: everything that does not depend on the other articles.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::attribution::{self, Quotation, Vocabulary};
use crate::control::Control;
use crate::segment::{self, Segmented};
use crate::span::Span;
use crate::witness::Witness;

/// An article with its passages, tokens and quotations. Derived once an article, shared after that.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub witness: Arc<Witness>,
    pub segmented: Segmented,
    pub quotations: Vec<Quotation>,
    /// The reader's own verbs and names, with which the quotations were found.
    pub vocabulary: Arc<Vocabulary>,
    /// For each quotation, where it and all behind it begin at the earliest, and where it and all before it
    /// end at the latest.
    reach: Vec<Span>,
}

impl Prepared {
    pub fn new(
        witness: Arc<Witness>,
        segmented: Segmented,
        quotations: Vec<Quotation>,
        vocabulary: Arc<Vocabulary>,
    ) -> Self {
        let mut reach: Vec<Span> = Vec::with_capacity(quotations.len());
        let mut end = 0;
        for quotation in &quotations {
            let start = quotation.content.iter().map(|span| span.start).min().unwrap_or(usize::MAX);
            end = quotation.content.iter().map(|span| span.end).fold(end, usize::max);
            reach.push(Span { start, end });
        }
        let mut start = usize::MAX;
        for span in reach.iter_mut().rev() {
            start = start.min(span.start);
            span.start = start;
        }
        Self { witness, segmented, quotations, vocabulary, reach }
    }

    /// The quotations that can have content in `passages`, and perhaps some more: what to search instead of
    /// all, which in a long text would take time with the square of its length.
    pub fn quotations_near(&self, passages: &[Span]) -> &[Quotation] {
        let start = passages.iter().map(|passage| passage.start).min().unwrap_or(0);
        let end = passages.iter().map(|passage| passage.end).max().unwrap_or(0);
        let from = self.reach.partition_point(|span| span.end <= start);
        let to = self.reach.partition_point(|span| span.start < end);
        self.quotations.get(from..to).unwrap_or_default()
    }
}

/// What the work is called where its progress is shown.
const STAGE: &str = "reading the articles";

/// All of `witnesses` made ready, on all cores, in their order. Ends early once `control` says stop.
pub fn prepare_all(
    witnesses: Vec<Arc<Witness>>,
    vocabulary: &Arc<Vocabulary>,
    control: &dyn Control,
) -> Vec<Arc<Prepared>> {
    control.progress(STAGE, 0.0);
    let all: usize = witnesses.iter().map(|witness| witness.text.len()).sum();
    let done = AtomicUsize::new(0);
    let ready = witnesses.into_par_iter().map(|witness| {
        // The parts are told as they come, for one article can be as long as a thousand others.
        let step = |part: f32| {
            let read = (witness.text.len() as f32 * part) as usize;
            let read = done.fetch_add(read, Ordering::Relaxed) + read;
            control.progress(STAGE, read as f32 / all.max(1) as f32);
            !control.is_stopped()
        };
        if control.is_stopped() {
            return None;
        }
        prepare_in_steps(Arc::clone(&witness), Arc::clone(vocabulary), &step).map(Arc::new)
    });
    ready.flatten().collect()
}

/// Passages, tokens and quotations of `witness`, by the built-in lists alone.
pub fn prepare(witness: Arc<Witness>) -> Prepared {
    prepare_with(witness, Arc::default())
}

/// Passages, tokens and quotations of `witness`, by the built-in lists and the reader's own.
pub fn prepare_with(witness: Arc<Witness>, vocabulary: Arc<Vocabulary>) -> Prepared {
    let segmented = segment::segment(&witness.text, &witness.blocks, witness.meta.language.as_deref());
    let quotations = attribution::attribute(&witness.text, &witness.blocks, &vocabulary);
    Prepared::new(witness, segmented, quotations, vocabulary)
}

/// As [`prepare_with`]; `step` takes the share that each step finished, and says whether to go on.
fn prepare_in_steps(
    witness: Arc<Witness>,
    vocabulary: Arc<Vocabulary>,
    step: &dyn Fn(f32) -> bool,
) -> Option<Prepared> {
    /// Share of the time that segmenting takes.
    const SEGMENTING: f32 = 0.6;
    let language = witness.meta.language.as_deref();
    let segmented =
        segment::segment_in_steps(&witness.text, &witness.blocks, language, &|part| step(part * SEGMENTING))?;
    let rest = |part: f32| step(part * (1.0 - SEGMENTING));
    let quotations = attribution::attribute_in_steps(&witness.text, &witness.blocks, &vocabulary, &rest)?;
    Some(Prepared::new(witness, segmented, quotations, vocabulary))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::span::Text;

    const STORY: &str =
        "The mayor said: “The bridge is shut.” Nobody on the quay had been told. “We will wait,” said Anna Berg.\n";

    fn article(times: usize) -> Arc<Witness> {
        Arc::new(Witness { text: Text::new(STORY.repeat(times)), ..Witness::default() })
    }

    /// Takes notes, and says stop once it has `most` of them.
    struct Notes(Mutex<Vec<f32>>, usize);

    impl Control for Notes {
        fn is_stopped(&self) -> bool {
            self.0.lock().is_ok_and(|notes| notes.len() >= self.1)
        }

        fn progress(&self, _: &'static str, done: f32) {
            if let Ok(mut notes) = self.0.lock() {
                notes.push(done);
            }
        }
    }

    #[test]
    fn one_long_article_tells_how_far_it_is_and_can_be_stopped() {
        let long = article(5_000);
        let notes = Notes(Mutex::default(), usize::MAX);
        assert_eq!(prepare_all(vec![Arc::clone(&long)], &Arc::default(), &notes).len(), 1);
        let told = notes.0.into_inner().unwrap_or_default();
        assert!(told.len() > 8 && told.is_sorted(), "{told:?}");
        assert!(told.last().is_some_and(|done| (0.99..1.01).contains(done)), "{told:?}");
        let notes = Notes(Mutex::default(), 3);
        assert_eq!(prepare_all(vec![long], &Arc::default(), &notes).len(), 0);
        assert_eq!(notes.0.into_inner().unwrap_or_default().len(), 3);
    }

    #[test]
    fn quotations_near_a_passage_are_those_that_have_content_in_it() {
        let article = prepare(article(20));
        assert!(article.quotations.len() > 30);
        for passage in &article.segmented.passages {
            let within = |quotation: &&Quotation| quotation.content.iter().any(|span| span.overlaps(passage.span));
            let near: Vec<&Quotation> = article.quotations_near(&[passage.span]).iter().filter(within).collect();
            assert_eq!(near, article.quotations.iter().filter(within).collect::<Vec<_>>());
            assert!(article.quotations_near(&[passage.span]).len() <= 4);
        }
        assert!(article.quotations_near(&[]).is_empty());
    }
}
