//! What rows are known by: an anchor and a title each, which no row before has, who says what the title tells, and the
//! titles that the reader gave.

use std::collections::BTreeSet;

use super::layout::holds;
use super::title::{self, Title, title_of};
use super::{SheetCell, SheetRow};
use crate::attribution::SpeakerHow;
use crate::contrast::{is_one_person, quotation_of};
use crate::prepare::Prepared;
use crate::ruling::{Anchor, Ruling};
use crate::span::Span;
use crate::witness::Role;

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

/// Who says what the title, which is from `place`, tells; `None` where its own words leave that open and are no quotation
/// that others know the speaker of, where another cell names somebody else, or where one alone of three or more has it
/// from somebody: then it is no statement of his to the others.
pub(super) fn speaker_of_title(article: &Prepared, place: Span, cells: &[Option<SheetCell>]) -> Option<String> {
    let shown = Span::new(place.start, place.end.min(place.start + title::MOST));
    let quotation = quotation_of(article, &[shown])?;
    let is_most = |spans: &[Span]| 2 * spans.iter().map(|span| span.overlap(shown)).sum::<usize>() >= shown.len();
    let is_named = |other: &&SheetCell| matches!(other.speaker_how, SpeakerHow::Named | SpeakerHow::Role);
    let mut others = cells.iter().flatten().filter(is_named).filter_map(|other| other.speaker.as_ref());
    let own: Vec<Span> = quotation.content.iter().chain(&quotation.source).chain(&quotation.cue).copied().collect();
    let speaker = match &quotation.speaker {
        Some(speaker) => Some(speaker).filter(|_| is_most(&own)),
        None => others.clone().next().filter(|_| is_most(&quotation.quoted)),
    }?;
    let has_it = |cell: &&SheetCell| cell.speaker.as_deref().is_some_and(|other| is_one_person(speaker, other));
    let tells = |cell: &SheetCell| cell.passages.iter().any(|passage| passage.role == Role::Headline);
    let readings = || cells.iter().flatten();
    let is_alone = readings().count() > 2 && readings().filter(has_it).count() < 2;
    // His very words are his, unless a headline tells the same as a fact.
    let is_fact = !is_most(&quotation.quoted) || readings().any(|cell| !has_it(&cell) && tells(cell));
    (!(is_alone && is_fact) && others.all(|other| is_one_person(speaker, other))).then(|| speaker.clone())
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::super::testing::cell;
    use super::*;
    use crate::prepare::prepare;
    use crate::span::Text;
    use crate::witness::{Witness, WitnessKey};

    #[test]
    fn what_headlines_tell_as_a_fact_is_nobodys_statement_though_one_of_three_has_it_from_somebody() {
        let text = "“The ferry master was dismissed on Friday, and about time,” Ilse Varga said.";
        let witness = Witness { key: WitnessKey(0), text: Text::new(text), ..Witness::default() };
        let article = prepare(std::sync::Arc::new(witness));
        let whole = article.segmented.passages[0].span;
        let varga = |speaker: Option<&str>, role| {
            let mut one = cell(whole, &[]);
            one.passages[0].role = role;
            one.speaker = speaker.map(str::to_owned);
            one.speaker_how = if speaker.is_some() { SpeakerHow::Named } else { SpeakerHow::None };
            Some(one)
        };
        let own = || varga(Some("Ilse Varga"), Role::Body);
        let speaker = |others: Vec<Option<SheetCell>>| {
            let cells: Vec<_> = std::iter::once(own()).chain(others).collect();
            speaker_of_title(&article, whole, &cells)
        };
        let named = Some("Ilse Varga".to_owned());
        let (headline, body) = (varga(None, Role::Headline), varga(None, Role::Body));
        assert_eq!(speaker(vec![headline.clone(), headline.clone()]), None);
        assert_eq!(speaker(vec![headline.clone(), own()]), named);
        assert_eq!(speaker(vec![headline]), named);
        assert_eq!(speaker(vec![body.clone(), body]), named, "her very words");
    }
}
