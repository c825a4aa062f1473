//! PLACE: headline or lead here, deep in the text there.
//!
//! Counts paragraphs of the article proper; knows nothing of what is said.

use super::{Contrast, ContrastKind, EvidencePart, Note, Place, Side, against_lead};
use crate::span::Span;
use crate::table::Certainty;
use crate::witness::Role;

/// Least distance of two places, as a share of the article, that is worth telling. A third of the
/// way apart is where careful readers of three events began to name it.
const FAR: f32 = 0.34;

struct Stand {
    span: Span,
    /// From 1; 0 for the headline.
    paragraph: usize,
    paragraphs: usize,
}

impl Stand {
    /// 0 at the headline and in the first paragraph, 1 in the last.
    fn depth(&self) -> f32 {
        self.paragraph.saturating_sub(1) as f32 / self.paragraphs.saturating_sub(1).max(1) as f32
    }

    fn told(&self) -> Place {
        match self.paragraph {
            0 => Place::Headline,
            number => Place::Paragraph { number, of: self.paragraphs },
        }
    }
}

/// One contrast for each reading that stands far from where the base has it.
pub(super) fn contrasts(sides: &[Side], lead: usize) -> Vec<Contrast> {
    against_lead(sides, lead)
        .filter_map(|(base, side)| {
            let (own, bases) = (place(side)?, place(base)?);
            let apart = (own.depth() - bases.depth()).abs() >= FAR && own.paragraph.abs_diff(bases.paragraph) > 1;
            let evidence = vec![
                side.evidence(own.span, EvidencePart::Words),
                base.evidence(bases.span, EvidencePart::Counterpart),
            ];
            let note = Note::Places { here: own.told(), elsewhere: bases.told() };
            apart.then_some(Contrast { kind: ContrastKind::Place, certainty: Certainty::Exact, note, evidence })
        })
        .collect()
}

/// Where the reading stands first; captions have no place in the order of the text.
fn place(side: &Side) -> Option<Stand> {
    let segmented = &side.article.segmented;
    side.reading
        .passages
        .iter()
        .filter_map(|&span| {
            let holder = segmented.passage_of(span)?;
            let known = holder.span.overlaps(span) && (holder.role == Role::Headline || holder.paragraph > 0);
            known.then_some(Stand { span, paragraph: holder.paragraph, paragraphs: segmented.paragraphs })
        })
        .min_by_key(|place| (place.paragraph, place.span))
}

#[cfg(test)]
mod tests {
    use super::super::ContrastKind;
    use super::super::testing::check_passage;

    #[test]
    fn a_statement_far_from_where_the_base_has_it_is_told() {
        let ten: Vec<String> = (1..=10).map(|n| format!("Paragraph number {n}.")).collect();
        let ten = ten.join("\n");
        let told = |places: &[(&str, usize)], expected: &[&str]| check_passage(ContrastKind::Place, places, expected);
        told(&[(&ten, 0), (&ten, 2)], &[]);
        told(
            &[(&ten, 0), (&ten, 8)],
            &["In paragraph 9 of 10 here, paragraph 1 of 10 elsewhere: 1 words Paragraph number 9.; \
               0 counterpart Paragraph number 1."],
        );
        let two = "One here.\nTwo here.";
        told(&[(two, 0), (two, 1)], &[]);
        let titled = format!("# The title\n{ten}");
        told(
            &[(&ten, 9), (&titled, 0)],
            &["In the headline here, paragraph 10 of 10 elsewhere: 1 words The title; \
               0 counterpart Paragraph number 10."],
        );
    }
}
