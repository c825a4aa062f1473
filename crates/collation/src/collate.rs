//! The whole way from prepared articles and rulings to one alignment table an event.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::control::Control;
use crate::events;
use crate::lexicon::Lexicon;
use crate::prepare::Prepared;
use crate::ruling::Ruling;
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub grouping: Grouping,
}

/// The result of a comparison: one table an event.
#[derive(Debug)]
pub struct Collation {
    pub articles: Vec<Arc<Prepared>>,
    pub lexicon: Lexicon,
    pub tables: Vec<AlignmentTable>,
}

/// What the longest part of the work is called where its progress is shown.
const ALIGNING: &str = "lining up the passages";

/// Groups `articles` by event and aligns each group around the rulings.
///
/// The same articles and rulings give the same tables, whatever the number of threads. Once
/// `control` says stop, the result is incomplete and meant to be thrown away.
pub fn collate(articles: Vec<Arc<Prepared>>, rulings: &[Ruling], options: Options, control: &dyn Control) -> Collation {
    let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
    let borrowed: Vec<&Prepared> = articles.iter().map(AsRef::as_ref).collect();
    control.progress("grouping the articles", 0.0);
    let groups = match options.grouping {
        Grouping::Auto => events::group(&borrowed, &lexicon, rulings, control),
        Grouping::One if articles.is_empty() => Vec::new(),
        Grouping::One => vec![(0..articles.len()).collect()],
    };
    let all: usize = borrowed.iter().map(|article| article.witness.text.len()).sum();
    let done = AtomicUsize::new(0);
    control.progress(ALIGNING, 0.0);
    let aligned = |members: &Vec<usize>| {
        let table = tabulate(&borrowed, members, &lexicon, rulings, control);
        let length: usize =
            members.iter().filter_map(|&member| borrowed.get(member)).map(|article| article.witness.text.len()).sum();
        let read = done.fetch_add(length, Ordering::Relaxed) + length;
        control.progress(ALIGNING, read as f32 / all.max(1) as f32);
        table
    };
    let tables = groups.par_iter().map(aligned).collect();
    Collation { articles, lexicon, tables }
}
