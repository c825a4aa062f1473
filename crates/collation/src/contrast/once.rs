//! Of one event each difference is told once, though its characters may stand in several rows.

use std::collections::BTreeSet;

use super::{Contrast, ContrastKind};
use crate::span::Span;

/// The kind, the words that a contrast is told of, and those it is compared with.
type Words = (ContrastKind, Option<(usize, Span)>, Vec<(usize, Span)>);

/// Takes out of the later of `rows` what an earlier one tells of the same characters. Places are told in every row.
pub fn tell_once<'a>(rows: impl Iterator<Item = &'a mut Vec<Contrast>>) {
    let mut told: BTreeSet<Words> = BTreeSet::new();
    for contrasts in rows {
        contrasts.retain(|contrast| contrast.kind == ContrastKind::Place || told.insert(words_of(contrast)));
    }
}

fn words_of(contrast: &Contrast) -> Words {
    let mut words = contrast.evidence.iter().map(|evidence| (evidence.column, evidence.span));
    let own = words.next();
    let mut others: Vec<(usize, Span)> = words.collect();
    others.sort_unstable();
    (contrast.kind, own, others)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{article, contrasts_of, spans};
    use super::*;

    #[test]
    fn what_one_row_tells_no_later_row_tells_again() {
        let articles = [article("The bridge must close tonight."), article("The bridge should close tonight.")];
        let found = contrasts_of(&articles.each_ref().map(|article| (article, spans(article))));
        let force = |contrasts: &[Contrast]| contrasts.iter().filter(|it| it.kind == ContrastKind::Force).count();
        assert_eq!(force(&found), 1);
        let mut rows = [found.clone(), found];
        tell_once(rows.iter_mut());
        assert_eq!(rows.each_ref().map(|row| force(row)), [1, 0]);
    }
}
