//! The whole way from prepared articles and rulings to one alignment table an event.

use std::sync::Arc;

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

/// Groups `articles` by event and aligns each group around the rulings.
///
/// The same articles and rulings give the same tables, whatever the number of threads. Once
/// `control` says stop, the result is incomplete and meant to be thrown away.
pub fn collate(articles: Vec<Arc<Prepared>>, rulings: &[Ruling], options: Options, control: &dyn Control) -> Collation {
    let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
    let borrowed: Vec<&Prepared> = articles.iter().map(AsRef::as_ref).collect();
    let groups = match options.grouping {
        Grouping::Auto => events::group(&borrowed, &lexicon, rulings, control),
        Grouping::One if articles.is_empty() => Vec::new(),
        Grouping::One => vec![(0..articles.len()).collect()],
    };
    let tables = groups.par_iter().map(|members| tabulate(&borrowed, members, &lexicon, rulings, control)).collect();
    Collation { articles, lexicon, tables }
}
