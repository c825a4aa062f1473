//! CUE: the reporting verb is of another class: "said" here, "insisted" there.
//!
//! The classes are attribution's; here they are only compared. Whether a verb fits is the reader's
//! to judge.

use super::reported::quotations_in;
use super::{Contrast, ContrastKind, EvidencePart, Side, against_lead};
use crate::attribution::{CueClass, Quotation, class_of};
use crate::prepare::Prepared;
use crate::segment::TokenKind;
use crate::span::Span;
use crate::table::Certainty;

/// The reporting verb of a quotation.
pub(super) struct Verb {
    pub class: CueClass,
    pub span: Span,
    /// In lower case.
    pub word: String,
}

/// The word of the cue that tells its class: the last one of a list ("took to Twitter to blast").
pub(super) fn verb_of(article: &Prepared, quotation: &Quotation) -> Option<Verb> {
    let words = quotation.cue.iter().flat_map(|&cue| article.segmented.tokens_in(cue));
    let words: Vec<_> = words.filter(|token| token.kind == TokenKind::Word).collect();
    let classed = words.iter().rev().find_map(|token| Some((class_of(&token.norm)?, *token)));
    if let Some((class, token)) = classed {
        return Some(Verb { class, span: token.span, word: token.norm.clone() });
    }
    let first = words.first().filter(|token| token.norm == "according")?;
    let span = quotation.cue.first()?;
    Some(Verb { class: CueClass::Say, span: first.span.join(*span), word: "according to".to_owned() })
}

/// One contrast for each reading whose reporting verb is of a class that the base's are not.
pub(super) fn contrasts(sides: &[Side], lead: usize) -> Vec<Contrast> {
    let verbs: Vec<Vec<Verb>> = sides.iter().map(verbs).collect();
    let verbs_of =
        |side: &Side| sides.iter().position(|other| other.column == side.column).and_then(|at| verbs.get(at));
    against_lead(sides, lead)
        .filter_map(|(base, side)| {
            let (own, bases) = (verbs_of(side)?, verbs_of(base)?);
            let (first, bases_first) = (own.first()?, bases.first()?);
            let shared = own.iter().any(|verb| bases.iter().any(|other| other.class == verb.class));
            if shared {
                return None;
            }
            let mut evidence = vec![side.evidence(first.span, EvidencePart::Words)];
            for (other, verbs) in sides.iter().zip(&verbs).filter(|(other, _)| other.column != side.column) {
                let against = verbs.first().filter(|verb| verb.class != first.class);
                evidence.extend(against.map(|verb| other.evidence(verb.span, EvidencePart::Counterpart)));
            }
            let note = format!("Reporting verb: {} here, {} elsewhere", first.word, bases_first.word);
            Some(Contrast { kind: ContrastKind::Cue, certainty: Certainty::Rule, note, evidence })
        })
        .collect()
}

/// The reporting verbs of a reading, that of the quotation with most of it first.
fn verbs(side: &Side) -> Vec<Verb> {
    let passages = &side.reading.passages;
    let mut quotations: Vec<&Quotation> = quotations_in(side.article, passages).collect();
    let shared = |quotation: &Quotation| -> usize {
        super::reported::meet(&quotation.content, passages).iter().map(|span| span.len()).sum()
    };
    quotations.sort_by_key(|quotation| std::cmp::Reverse(shared(quotation)));
    quotations.into_iter().filter_map(|quotation| verb_of(side.article, quotation)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::ContrastKind;
    use super::super::testing::check;

    #[test]
    fn verbs_of_another_class_are_told() {
        check(
            ContrastKind::Cue,
            &[
                "{“We closed the bridge,”} Varga ⟦said⟧.",
                "{“We closed the bridge,”} Varga ⟦told⟧ reporters.",
                "Varga ⟦insisted⟧ {that they closed the bridge}.",
                "⟦According to⟧ Varga, {the bridge was closed}.",
            ],
            &["Reporting verb: insisted here, said elsewhere: 2 words insisted; 0 counterpart said; \
               1 counterpart told; 3 counterpart According to"],
        );
    }

    #[test]
    fn a_reading_without_a_verb_is_not_told() {
        check(ContrastKind::Cue, &["Varga ⟦insisted⟧ {the bridge was closed}.", "The bridge was closed."], &[]);
    }
}
