//! As `read_any`, with the name's ending taken from the first byte, so that every reader is reached.

#![no_main]

use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 10] = ["a.txt", "a.md", "a.html", "a.mhtml", "a.eml", "a.docx", "a.odt", "a.rtf", "a.epub", "a.csv"];

fuzz_target!(|input: &[u8]| {
    let Some((&first, bytes)) = input.split_first() else { return };
    let _ = workbench::intake::read_bytes(NAMES[usize::from(first) % NAMES.len()], bytes);
});
