//! The whole way from prepared articles and rulings to one alignment table an event.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::control::Control;
use crate::events;
use crate::lexicon::{Lexicon, Model};
use crate::prepare::Prepared;
use crate::ruling::Ruling;
use crate::segment::Token;
use crate::table::{AlignmentTable, tabulate};

/// How articles are grouped before they are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By the event they report.
    #[default]
    Auto,
    /// All are reports of one event.
    One,
}

/// What the caller chooses about a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub grouping: Grouping,
    /// The language model of the accurate mode; without one the comparison is the quick one.
    pub model: Option<Arc<Model>>,
}

/// The result of a comparison: one table an event.
#[derive(Debug)]
pub struct Collation {
    pub articles: Vec<Arc<Prepared>>,
    /// True with the language model, unless none was given or the articles are too long for it.
    pub is_accurate: bool,
    pub events: Vec<Event>,
}

/// What a comparison found in the articles of one event.
#[derive(Debug)]
pub struct Event {
    pub table: AlignmentTable,
    /// How rare words are in the articles of this event, so that others change nothing in its table.
    pub lexicon: Lexicon,
}

/// What the longest part of the work is called where its progress is shown.
const ALIGNING: &str = "lining up the passages";

/// What the work of the language model is called there.
const READING: &str = "reading the passages closely";

/// Groups `articles` by event and aligns each group around the rulings.
///
/// The same articles and rulings give the same tables, whatever the number of threads. Once
/// `control` says stop, the result is incomplete and meant to be thrown away.
pub fn collate(articles: Vec<Arc<Prepared>>, rulings: &[Ruling], options: Options, control: &dyn Control) -> Collation {
    let borrowed: Vec<&Prepared> = articles.iter().map(AsRef::as_ref).collect();
    control.progress("grouping the articles", 0.0);
    let groups = match options.grouping {
        Grouping::Auto => events::group(&borrowed, rulings, control),
        Grouping::One if articles.is_empty() => Vec::new(),
        Grouping::One => vec![(0..articles.len()).collect()],
    };
    let mut read = None;
    if let Some(model) = options.model {
        let compared = groups.iter().filter(|members| members.len() > 1).flatten();
        let compared: Vec<&Prepared> = compared.filter_map(|&member| borrowed.get(member).copied()).collect();
        if Model::can_read(compared.iter().map(|article| article.segmented.tokens.len()).sum()) {
            read_closely(&compared, &model, control);
            // Stopped before all was read, the rest would be read one by one for nothing.
            if !control.is_stopped() {
                read = Some(model);
            }
        }
    }
    let all: usize = borrowed.iter().map(|article| article.witness.text.len()).sum();
    let done = AtomicUsize::new(0);
    control.progress(ALIGNING, 0.0);
    let aligned = |members: &Vec<usize>| {
        let own = members.iter().filter_map(|&member| borrowed.get(member)).map(|article| &article.segmented);
        let lexicon = Lexicon::new(&own.collect::<Vec<_>>());
        let lexicon = match &read {
            Some(model) => lexicon.with_model(Arc::clone(model)),
            None => lexicon,
        };
        let table = tabulate(&borrowed, members, &lexicon, rulings, control);
        let length: usize =
            members.iter().filter_map(|&member| borrowed.get(member)).map(|article| article.witness.text.len()).sum();
        let done = done.fetch_add(length, Ordering::Relaxed) + length;
        control.progress(ALIGNING, done as f32 / all.max(1) as f32);
        Event { table, lexicon }
    };
    let events = groups.par_iter().map(aligned).collect();
    Collation { articles, is_accurate: read.is_some(), events }
}

/// Has the model read every passage, on all cores, so that all later steps find it read.
fn read_closely(articles: &[&Prepared], model: &Model, control: &dyn Control) {
    control.progress(READING, 0.0);
    let segmented = articles.iter().map(|article| &article.segmented);
    let passages: Vec<&[Token]> =
        segmented.flat_map(|article| article.passages.iter().map(|passage| article.tokens_of(passage))).collect();
    let all: usize = passages.iter().map(|tokens| tokens.len()).sum();
    let done = AtomicUsize::new(0);
    passages.into_par_iter().filter(|_| !control.is_stopped()).for_each(|tokens| {
        model.meaning(tokens);
        let read = done.fetch_add(tokens.len(), Ordering::Relaxed) + tokens.len();
        control.progress(READING, read as f32 / all.max(1) as f32);
    });
}
