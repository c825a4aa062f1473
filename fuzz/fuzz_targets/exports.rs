//! The sheet of any articles in each format that it can be written in, and all of its copies.

#![no_main]

#[path = "../compared.rs"]
mod compared;

use collation::export::{Choice, Marks, Wording, clip};
use collation::sheet;
use libfuzzer_sys::fuzz_target;
use workbench::export::{self, Format};

fuzz_target!(|input: &str| {
    let (collation, rulings) = compared::from(input);
    let sheet = sheet::lay_out(&collation, &rulings);
    for format in Format::ALL {
        let written = export::write(format, &sheet, &[], &Choice::default()).expect("small sheets fit everywhere");
        if !format.is_binary() {
            assert!(std::str::from_utf8(&written).is_ok());
        }
    }
    for (at, event) in sheet.events.iter().enumerate() {
        let rows: Vec<usize> = (0..event.rows.len()).collect();
        let columns: Vec<usize> = (0..event.members.len()).collect();
        let _ = clip::rows(&sheet, at, &rows, &columns, &[], Marks::default(), Wording::default());
        let _ = clip::rows_markdown(&sheet, at, &rows, &columns, &[], Marks::default(), Wording::default());
        let _ = clip::rows_tsv(&sheet, at, &rows, &columns, &[], Wording::default());
    }
});
