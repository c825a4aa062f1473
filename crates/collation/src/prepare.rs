//! One article made ready for comparison: everything that does not depend on the other articles.

use std::sync::Arc;

use rayon::prelude::*;

use crate::attribution::{self, Quotation, Vocabulary};
use crate::control::Control;
use crate::segment::{self, Segmented};
use crate::witness::Witness;

/// An article with its passages, tokens and quotations. Derived once an article, shared after that.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub witness: Arc<Witness>,
    pub segmented: Segmented,
    pub quotations: Vec<Quotation>,
    /// The reader's own verbs and names, with which the quotations were found.
    pub vocabulary: Arc<Vocabulary>,
}

/// All of `witnesses` made ready, on all cores, in their order. Ends early once `control` says stop.
pub fn prepare_all(
    witnesses: Vec<Arc<Witness>>,
    vocabulary: &Arc<Vocabulary>,
    control: &dyn Control,
) -> Vec<Arc<Prepared>> {
    let ready = witnesses
        .into_par_iter()
        .map(|witness| (!control.is_stopped()).then(|| Arc::new(prepare_with(witness, Arc::clone(vocabulary)))));
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
    Prepared { witness, segmented, quotations, vocabulary }
}
