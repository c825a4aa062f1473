//! Any bytes, told by what they hold: an answer, and blocks that stand in order inside the text.

#![no_main]

#[path = "../check.rs"]
mod check;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check::read("input", bytes));
