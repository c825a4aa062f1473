//! Any bytes, told by what they hold: an answer, and blocks that stand in order inside the text.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(found) = workbench::intake::read_bytes("input", bytes) else { return };
    for article in found.articles {
        let mut at = 0;
        for block in &article.witness.blocks {
            assert!(block.span.start >= at && block.span.end <= article.witness.text.len());
            at = block.span.end;
        }
    }
});
