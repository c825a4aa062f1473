//! CUE: the reporting verb is of another class: "said" here, "insisted" there.
//!
//! The classes are attribution's; here they are only compared. Whether a verb fits is the reader's
//! to judge.

use super::name::is_one_person;
use super::reported::{is_function, meet, quotations_in};
use super::{Contrast, ContrastKind, EvidencePart, Side, against_lead, telling_lead};
use crate::attribution::{CueClass, Quotation, QuotationKind};
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
    let classed = words.iter().rev().find_map(|token| Some((article.vocabulary.class_of(&token.norm)?, *token)));
    if let Some((class, token)) = classed {
        // "called for help" asks for something, "called it a precaution" only describes.
        let next = article.segmented.tokens.partition_point(|other| other.span.start < token.span.end);
        let next = article.segmented.tokens.get(next).map(|token| token.norm.as_str());
        let describes = token.stem == "call" && !matches!(next, Some("for" | "on" | "upon"));
        let class = if describes { CueClass::Say } else { class };
        // "claimed responsibility" is an act, not a doubtful word.
        if matches!(next, Some("responsibility" | "credit" | "victory")) {
            return None;
        }
        return Some(Verb { class, span: token.span, word: token.norm.clone() });
    }
    let first = words.first().filter(|token| token.norm == "according")?;
    let span = quotation.cue.first()?;
    Some(Verb { class: CueClass::Say, span: first.span.join(*span), word: "according to".to_owned() })
}

/// A verb with what it reports in a reading.
struct Report<'a> {
    verb: Verb,
    speaker: Option<&'a str>,
    /// Words that name the source; empty where a pronoun stands for it.
    source: Vec<&'a str>,
    /// Stems of the words with meaning in what is reported.
    stems: Vec<&'a str>,
}

/// Words with meaning that two verbs must report both, at least, and as a share of the shorter.
const LEAST_SHARED: usize = 2;
const LEAST_SHARE: f32 = 0.4;
/// Words with meaning in a paraphrase, at least: a short one is the verb's object, not what was said.
const LEAST_PARAPHRASE: usize = 4;
/// Listed verbs that tell of other acts than speech where they take an object.
const OTHER_ACTS: [&str; 4] = ["challeng", "oppos", "advoc", "email"];

/// One contrast for each reading that reports the same with a verb of another class than the base.
pub(super) fn contrasts(sides: &[Side], lead: usize) -> Vec<Contrast> {
    let reports: Vec<Vec<Report>> = sides.iter().map(reports).collect();
    let reports_of =
        |side: &Side| sides.iter().position(|other| other.column == side.column).and_then(|at| reports.get(at));
    let class = |reports: &Vec<Report>| reports.first().map(|report| report.verb.class);
    let lead = telling_lead(&reports.iter().map(class).collect::<Vec<_>>(), lead);
    against_lead(sides, lead)
        .filter_map(|(base, side)| {
            let (own, theirs) = same_report(reports_of(side)?, reports_of(base)?)?;
            if own.verb.class == theirs.verb.class {
                return None;
            }
            let mut evidence = vec![side.evidence(own.verb.span, EvidencePart::Words)];
            for (other, reports) in sides.iter().zip(&reports).filter(|(other, _)| other.column != side.column) {
                let same = same_report(std::slice::from_ref(own), reports).map(|(_, report)| &report.verb);
                let against = same.filter(|verb| verb.class != own.verb.class);
                evidence.extend(against.map(|verb| other.evidence(verb.span, EvidencePart::Counterpart)));
            }
            let note = format!("Reporting verb: {} here, {} elsewhere", own.verb.word, theirs.verb.word);
            Some(Contrast { kind: ContrastKind::Cue, certainty: Certainty::Rule, note, evidence })
        })
        .collect()
}

/// The two verbs that report most of the same words; at a tie those of one class.
fn same_report<'r, 'a>(own: &'r [Report<'a>], theirs: &'r [Report<'a>]) -> Option<(&'r Report<'a>, &'r Report<'a>)> {
    let pairs = own.iter().flat_map(|own| theirs.iter().map(move |theirs| (own, theirs)));
    let measured = pairs.map(|(own, theirs)| {
        let shared = own.stems.iter().filter(|stem| theirs.stems.contains(stem)).count();
        (shared, own, theirs)
    });
    let same = measured.filter(|(shared, own, theirs)| {
        let shorter = own.stems.len().min(theirs.stems.len());
        !are_two_sources(own, theirs) && *shared >= LEAST_SHARED && *shared as f32 >= LEAST_SHARE * shorter as f32
    });
    let best = same.max_by_key(|(shared, own, theirs)| {
        let at = std::cmp::Reverse((own.verb.span, theirs.verb.span));
        (*shared, own.verb.class == theirs.verb.class, at)
    });
    best.map(|(_, own, theirs)| (own, theirs))
}

/// True where both are named and no name or word is shared: an outlet that cites somebody else.
fn are_two_sources(own: &Report, theirs: &Report) -> bool {
    if let (Some(a), Some(b)) = (own.speaker, theirs.speaker) {
        return !is_one_person(a, b);
    }
    let named = !own.source.is_empty() && !theirs.source.is_empty();
    named && !own.source.iter().any(|stem| theirs.source.contains(stem))
}

/// What the verbs that stand in a reading report in it. Verbs of thinking and finding are left out:
/// next to verbs of speech they mostly report something else.
fn reports<'a>(side: &Side<'a>) -> Vec<Report<'a>> {
    let passages = &side.reading.passages;
    let quotations = quotations_in(side.article, passages);
    quotations
        .filter_map(|quotation| {
            let content = meet(&quotation.content, passages);
            let tokens = content.iter().flat_map(|&span| side.article.segmented.tokens_in(span));
            let mut stems: Vec<&str> = tokens
                .filter(|token| token.kind != TokenKind::Mark && !is_function(&token.norm))
                .map(|token| token.stem.as_str())
                .collect();
            stems.sort_unstable();
            stems.dedup();
            let verb = verb_of(side.article, quotation)?;
            let source: Vec<_> =
                quotation.source.iter().flat_map(|&source| side.article.segmented.tokens_in(source)).collect();
            // "I can defend": what the quoted person does, not what the outlet says of him.
            if matches!(source.as_slice(), [token] if matches!(token.norm.as_str(), "i" | "we")) {
                return None;
            }
            let source = source.into_iter().filter(|token| !is_function(&token.norm) && token.kind != TokenKind::Mark);
            let source = source.map(|token| token.stem.as_str()).collect();
            let told = passages.iter().any(|passage| passage.overlaps(verb.span))
                && verb.class != CueClass::Cognition
                && !OTHER_ACTS.iter().any(|stem| verb.word.starts_with(stem))
                && (quotation.kind != QuotationKind::Indirect || stems.len() >= LEAST_PARAPHRASE);
            told.then_some(Report { verb, speaker: quotation.speaker.as_deref(), source, stems })
        })
        .collect()
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
                "{“We closed the old bridge,”} Varga ⟦said⟧.",
                "{“We closed the bridge,”} Varga ⟦told⟧ reporters.",
                "Varga ⟦insisted⟧ {that they closed the old bridge for safety}.",
                "⟦According to⟧ Varga, {the old bridge was closed on Tuesday}.",
            ],
            &["Reporting verb: insisted here, said elsewhere: 2 words insisted; 0 counterpart said; \
               1 counterpart told; 3 counterpart According to"],
        );
    }

    #[test]
    fn verbs_that_report_other_things_are_not_compared() {
        let base = "Varga ⟦admitted⟧ {that engineers found cracks in two hangers}.";
        check(ContrastKind::Cue, &[base, "Varga ⟦said⟧ {the ferries are running}."], &[]);
        let both = format!("{base}\nVarga ⟦said⟧ {{the free ferries are running on time again}}.");
        check(ContrastKind::Cue, &[&both, "Varga ⟦said⟧ {the ferries are running on time}."], &[]);
        let named = "⟪The ministry⟫ ⟦denied⟧ {that engineers found cracks in two hangers}.";
        check(ContrastKind::Cue, &["⟪Officials⟫ ⟦said⟧ {that engineers found cracks in two hangers}.", named], &[]);
        let other = "Reyd> Reyd ⟦denied⟧ {that engineers found cracks in two hangers}.";
        check(ContrastKind::Cue, &[&format!("Varga> {base}"), other], &[]);
    }

    #[test]
    fn where_all_others_agree_the_base_is_told() {
        let said = "{“We closed the old bridge,”} Varga ⟦said⟧.";
        check(
            ContrastKind::Cue,
            &["{“We closed the old bridge,”} Varga ⟦insisted⟧.", said, said],
            &[
                "Reporting verb: insisted here, said elsewhere: 0 words insisted; 1 counterpart said; 2 counterpart said",
            ],
        );
    }

    #[test]
    fn calling_for_something_is_another_class_than_calling_it_something() {
        let said = "Varga ⟦said⟧ {“the closure is a sad and late precaution”}.";
        check(ContrastKind::Cue, &[said, "Varga ⟦called⟧ {the closure “a sad and late precaution”}."], &[]);
        check(
            ContrastKind::Cue,
            &[said, "Varga ⟦called⟧ for {“a sad and late precaution” of closure}."],
            &["Reporting verb: called here, said elsewhere: 1 words called; 0 counterpart said"],
        );
    }

    #[test]
    fn a_reading_without_a_verb_is_not_told() {
        check(ContrastKind::Cue, &["Varga ⟦insisted⟧ {the bridge was closed}.", "The bridge was closed."], &[]);
    }
}
