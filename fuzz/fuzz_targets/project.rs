//! Any project file: read, or refused with a message; what was read is written and read back to the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use workbench::store;

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = store::read("a.parallax", bytes) else { return };
    let written = store::write(&read.project);
    let again = store::read("a.parallax", written.as_bytes()).expect("what was written can be read");
    assert_eq!(store::write(&again.project), written);
});
