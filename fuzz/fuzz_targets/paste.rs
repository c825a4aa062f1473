//! Any pasted text, plain or HTML.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|pasted: &str| {
    let _ = workbench::intake::article_from_paste(pasted, None, None);
});
