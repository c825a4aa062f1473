//! What rows are known by: an anchor and a title each, which no row before has, and the titles that the reader gave.

use std::collections::BTreeSet;

use super::title::{Title, title_of};
use super::{SheetRow, holds, speaker_of_title};
use crate::prepare::Prepared;
use crate::ruling::{Anchor, Ruling};
use crate::span::Span;

/// Gives rows the titles that the reader gave them, each to one row: the one that was named so, or where no row is called
/// so any more the first that holds the passage. Of several titles for a row the last one holds.
pub(super) fn name_rows(rows: &mut [SheetRow], articles: &[&Prepared], members: &[usize], rulings: &[Ruling]) {
    let mut named = BTreeSet::new();
    for ruling in rulings.iter().rev() {
        let Ruling::Title { passage, title } = ruling else { continue };
        let own = rows.iter().position(|row| row.anchor == *passage);
        let at = own.or_else(|| rows.iter().position(|row| holds(articles, members, &row.cells, *passage)));
        if let Some(row) = at.filter(|&at| named.insert(at)).and_then(|at| rows.get_mut(at)) {
            row.title.clone_from(title);
        }
    }
}

/// An anchor that no row before has: a sentence with two statements stands in two rows, and each
/// must be found again by itself.
pub(super) fn free_anchor(
    articles: &[&Prepared],
    members: &[usize],
    row: &SheetRow,
    taken: &BTreeSet<Anchor>,
) -> Anchor {
    let passages = row.cells.iter().zip(members).flat_map(|(cell, &member)| {
        let article = articles.get(member).map(|article| article.witness.key);
        let passages = cell.iter().flat_map(|cell| &cell.passages);
        passages.filter_map(move |passage| Some(Anchor { article: article?, span: passage.span }))
    });
    let mut candidates = std::iter::once(row.anchor).chain(passages);
    candidates.find(|anchor| !taken.contains(anchor)).unwrap_or_else(|| {
        // All of its passages begin other rows: a part of the first one still tells it apart.
        let Anchor { article, span } = row.anchor;
        let shorter = (1..span.len()).map(|cut| Anchor { article, span: Span::new(span.start, span.end - cut) });
        shorter.into_iter().find(|anchor| !taken.contains(anchor)).unwrap_or(row.anchor)
    })
}

/// A title with its column and who says it.
pub(super) struct FreeTitle {
    pub title: Title,
    pub column: usize,
    pub speaker: Option<String>,
}

/// A title that no row before has, where the base's passage gave one already: a headline may answer passages of several
/// rows, and then another article's words tell them apart.
pub(super) fn free_title(
    articles: &[&Prepared],
    members: &[usize],
    row: &SheetRow,
    taken: &BTreeSet<String>,
) -> Option<FreeTitle> {
    let cells = row.cells.iter().zip(members).enumerate();
    let full = cells.filter_map(|(column, (cell, &member))| Some((column, *articles.get(member)?, cell.as_ref()?)));
    let free = full.filter_map(|(column, article, cell)| Some((column, article, title_of(article, cell)?)));
    let free = free.filter(|(.., title)| !title.words.is_empty() && !taken.contains(&title.words));
    // Of equals the first.
    let best = free.reduce(|best, other| if other.2.rank > best.2.rank { other } else { best });
    best.map(|(column, article, title)| FreeTitle {
        speaker: speaker_of_title(article, title.place, &row.cells),
        column,
        title,
    })
}
