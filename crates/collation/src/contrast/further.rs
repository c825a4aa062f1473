//! Further places of a label that attributions have found, "the authority" say: where an article calls its bearer so
//! beside attributions. Knows words in a row and no grammar; quotations are other people's words.

use std::collections::{BTreeMap, BTreeSet};

use super::reported::{Word, is_function, merged, words_between};
use crate::attribution::{is_body_word, is_role_word};
use crate::prepare::Prepared;
use crate::span::Span;

/// What is named, the column of the article and the label in lower case.
pub(super) type Named = (String, usize, String);

/// Adds to `places` where else an article has a label that begins with "the", ends in a word for a role or a body, and
/// means one person or body in the event.
pub(super) fn add_further(places: &mut BTreeMap<Named, Vec<Span>>, columns: &[(usize, &Prepared)]) {
    let mut bearers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (named, _, label) in places.keys().filter(|(.., label)| is_definite(label)) {
        bearers.entry(label).or_default().insert(named);
    }
    let labels: Vec<(String, String)> = bearers
        .into_iter()
        .filter_map(|(label, bearers)| match bearers.into_iter().collect::<Vec<_>>()[..] {
            [one] => Some((one.to_owned(), label.to_owned())),
            _ => None,
        })
        .collect();
    for &(column, article) in columns {
        let quoted = merged(article.quotations.iter().flat_map(|quotation| quotation.quoted.clone()).collect());
        for block in article.witness.blocks.iter().filter(|block| block.role.is_reported()) {
            let words = words_between(article, block.span);
            for (named, label) in &labels {
                let is_own = |span: &Span| !quoted.iter().any(|quoted| quoted.overlaps(*span));
                let found: Vec<Span> = places_of(&words, label).into_iter().filter(is_own).collect();
                if found.is_empty() {
                    continue;
                }
                let known: Vec<Span> = places
                    .iter()
                    .filter(|((other, at, _), _)| other == named && *at == column)
                    .flat_map(|(_, spans)| spans.iter().copied())
                    .collect();
                let is_new = |span: &Span| !known.iter().any(|known| known.overlaps(*span));
                let new: Vec<Span> = found.into_iter().filter(is_new).collect();
                if !new.is_empty() {
                    places.entry((named.clone(), column, label.clone())).or_default().extend(new);
                }
            }
        }
    }
}

fn is_definite(label: &str) -> bool {
    let last = label.split(' ').next_back().unwrap_or_default();
    label.starts_with("the ") && (is_role_word(last) || is_body_word(last))
}

/// Where the words of `label` stand in a row, with no name behind them that they are the beginning of.
fn places_of(words: &[Word], label: &str) -> Vec<Span> {
    let label: Vec<&str> = label.split(' ').collect();
    let is_here = |window: &&[Word]| {
        window.iter().zip(&label).all(|(word, wanted)| word.norm == *wanted)
            && !window.iter().skip(1).any(|word| word.after_break)
    };
    let goes_on = |at: usize| {
        let next = words.get(at + label.len());
        next.is_some_and(|word| word.is_capital && !word.after_break && !is_function(word.norm))
    };
    let windows = words.windows(label.len()).enumerate();
    windows
        .filter(|(at, window)| is_here(window) && !goes_on(*at))
        .filter_map(|(_, window)| Some(window.first()?.span.join(window.last()?.span)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::ledgers::ledgers;
    use super::super::testing::article;
    use crate::prepare::Prepared;

    #[test]
    fn a_label_is_counted_where_nothing_is_attributed_too() {
        let event: Vec<Prepared> = [
            "Harbour Authority> {The bridge is shut}, ⟪the authority⟫ ⟦said⟧.\n\
             Harbour Authority> {It will open}, ⟪the Harbour Authority⟫ ⟦said⟧.\n\
             The authority dates the report to March. Tomas Reyd, the authority's chief engineer, left.\n\
             Ilse Varga> {“The authority failed,”} ⟪the minister⟫ ⟦said⟧. The authority Board met.",
            "The report went to the authority. The Harbour Authority has it.",
        ]
        .iter()
        .map(|text| article(text))
        .collect();
        let ledgers = ledgers(&event.iter().collect::<Vec<_>>(), &[0, 1]);
        let counts = ledgers.labels.iter().map(|entry| (entry.column, entry.label.as_str(), entry.places.len()));
        let counts: Vec<(usize, &str, usize)> = counts.collect();
        for wanted in [
            (0, "the authority", 3),
            (0, "the harbour authority", 1),
            (1, "the authority", 1),
            (1, "the harbour authority", 1),
        ] {
            assert!(counts.contains(&wanted), "{wanted:?}: {counts:?}");
        }
    }
}
