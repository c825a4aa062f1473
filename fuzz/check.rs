//! What every target demands: an answer, no panic even on the guarded thread, and blocks that stand in order
//! inside the text.

use workbench::intake::{self, IntakeError};

pub fn read(name: &str, bytes: &[u8]) {
    let found = match intake::read_bytes(name, bytes) {
        Ok(found) => found,
        Err(IntakeError::Damaged { reason, .. }) if reason.contains("its reader failed") => panic!("{reason}: {name}"),
        Err(error) => {
            assert!(!matches!(error, IntakeError::TooSlow { .. }), "{error}");
            return;
        }
    };
    for article in found.articles {
        let mut at = 0;
        for block in &article.witness.blocks {
            assert!(block.span.start >= at && block.span.end <= article.witness.text.len());
            at = block.span.end;
        }
    }
}
