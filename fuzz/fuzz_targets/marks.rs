//! Quotation marks: any text is labelled, cut into passages and searched for quotations, whose parts lie inside
//! the text.

#![no_main]

use std::sync::Arc;

use collation::{Span, Text, Witness, clean, prepare};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let text = Text::new(text);
    let blocks = clean::label(&text).blocks;
    let length = text.len();
    let article = prepare(Arc::new(Witness { text, blocks, ..Witness::default() }));
    let inside = |span: &Span| span.start <= span.end && span.end <= length;
    assert!(article.segmented.passages.iter().all(|passage| inside(&passage.span)));
    for quotation in &article.quotations {
        let parts = [&quotation.content, &quotation.quoted, &quotation.cue, &quotation.source];
        assert!(parts.into_iter().flatten().all(inside), "{quotation:?}");
    }
});
