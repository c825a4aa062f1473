//! As `read_any`, with the name's ending taken from the first byte, so that every reader is reached.

#![no_main]

#[path = "../check.rs"]
mod check;

use libfuzzer_sys::fuzz_target;

const ENDINGS: &[&str] =
    &["txt", "md", "html", "mhtml", "eml", "docx", "odt", "rtf", "epub", "pdf", "csv", "tsv", "json", "jsonl", "xml"];

fuzz_target!(|input: &[u8]| {
    let Some((&first, bytes)) = input.split_first() else { return };
    let ending = ENDINGS[usize::from(first) % ENDINGS.len()];
    check::read(&format!("a.{ending}"), bytes);
});
