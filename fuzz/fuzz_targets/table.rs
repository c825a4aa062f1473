//! Any articles under any rulings: the runs of each reading join back to it.

#![no_main]

#[path = "../compared.rs"]
mod compared;

use collation::sheet;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (collation, rulings) = compared::from(input);
    let sheet = sheet::lay_out(&collation, &rulings);
    for event in &sheet.events {
        for row in &event.rows {
            assert_eq!(row.cells.len(), event.members.len());
        }
    }
});
