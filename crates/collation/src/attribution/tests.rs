//! Attribution as a table: a text, then for each quotation kind, source, cue, speaker and content.

use proptest::prelude::*;

use super::*;

fn table(text: &str) -> Vec<String> {
    let text = Text::new(text);
    let join = |spans: &[Span]| spans.iter().map(|&span| text.slice(span)).collect::<Vec<_>>().join(" … ");
    attribute(&text, &[])
        .iter()
        .map(|quotation| {
            let kind = match quotation.kind {
                QuotationKind::Direct => "direct",
                QuotationKind::Mixed => "mixed",
                QuotationKind::Indirect => "indirect",
            };
            format!(
                "{kind} | {} | {} | {} | {}",
                join(&quotation.source),
                join(&quotation.cue),
                quotation.speaker.as_deref().unwrap_or("-"),
                join(&quotation.content)
            )
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(table(text), expected, "{text}");
}

#[test]
fn direct_quotations_with_their_reporting_clauses() {
    check("“The road is open,” Anna Berg said.", &["direct | Anna Berg | said | Anna Berg | “The road is open,”"]);
    check("“The road is open,” said Anna Berg.", &["direct | Anna Berg | said | Anna Berg | “The road is open,”"]);
    check("Anna Berg said: “The road is open.”", &["direct | Anna Berg | said | Anna Berg | “The road is open.”"]);
    check(
        "“The road,” Anna Berg said, “is open.”",
        &["direct | Anna Berg | said | Anna Berg | “The road,” … “is open.”"],
    );
    check(
        "“The road is open,” Anna Berg said. “We cleared it.”",
        &["direct | Anna Berg | said | Anna Berg | “The road is open,” … “We cleared it.”"],
    );
    check("“Is the road open?” Anna Berg asked.", &["direct | Anna Berg | asked | Anna Berg | “Is the road open?”"]);
}

#[test]
fn indirect_and_mixed_statements() {
    check(
        "The mayor said that the bridge would stay shut.",
        &["indirect | The mayor | said | - | that the bridge would stay shut"],
    );
    check(
        "Anna Berg said the bridge was “a danger to all” of us.",
        &["mixed | Anna Berg | said | Anna Berg | the bridge was “a danger to all” of us"],
    );
    check(
        "The bridge is safe, according to Anna Berg.",
        &["indirect | Anna Berg | according to | Anna Berg | The bridge is safe"],
    );
}

#[test]
fn other_languages_keep_their_quotations() {
    check(
        "«Le pont est fermé depuis hier», a déclaré le maire.",
        &["direct |  |  | - | «Le pont est fermé depuis hier»"],
    );
}

proptest! {
    #[test]
    fn any_text_gives_spans_in_order_inside_it(string in "(?s)([a-zA-Z ]{0,12}|[“”\"'‘’«»„`「」.,:;?!()\n—-]{0,3}| said | he | that |, according to | The Post |\\PC{0,4}){0,40}") {
        let text = Text::new(string);
        let quotations = attribute(&text, &[]);
        let mut last = None;
        for quotation in &quotations {
            prop_assert!(!quotation.content.is_empty());
            let all = [&quotation.content, &quotation.quoted, &quotation.cue, &quotation.source];
            for span in all.into_iter().flatten() {
                prop_assert!(!span.is_empty() && span.end <= text.len());
            }
            prop_assert!(quotation.content.is_sorted());
            if quotation.kind == QuotationKind::Indirect {
                prop_assert!(quotation.quoted.is_empty());
            } else {
                prop_assert!(!quotation.quoted.is_empty());
            }
            for quoted in &quotation.quoted {
                prop_assert!(quotation.content.iter().any(|content| content.covers(*quoted)));
            }
            let first = quotation.content.first().copied();
            prop_assert!(last <= first);
            last = first;
        }
    }
}
