//! Files of one format, which `READER` names by an ending or by `export-ending`: `docx`, `nexis-txt`.
//!
//! Archives are changed inside their members most of the time and packed again: a fuzzer that had to find the
//! checksums by itself would never get past them.

#![no_main]

#[path = "../check.rs"]
mod check;

use std::io::{Cursor, Read, Write};
use std::sync::OnceLock;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use zip::write::SimpleFileOptions;

/// The name that each input bears.
fn name() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let reader = std::env::var("READER").expect("READER says which format is read: docx, nexis-txt, …");
        format!("a.{}", reader.rsplit('-').next().unwrap_or_default())
    })
}

fuzz_target!(init: check::watch_panics(), |bytes: &[u8]| check::read(name(), bytes));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let packed = (seed % 8 > 0).then(|| with_member_changed(&data[..size], seed)).flatten();
    match packed.filter(|packed| packed.len() <= max_size) {
        Some(packed) => {
            data[..packed.len()].copy_from_slice(&packed);
            packed.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});

/// Most bytes of a member that are unpacked to be changed.
const MOST: u64 = 256 * 1024;

fn with_member_changed(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut archive = bytes.starts_with(b"PK").then(|| zip::ZipArchive::new(Cursor::new(bytes)).ok()).flatten()?;
    let mut members = Vec::new();
    for index in 0..archive.len().min(64) {
        let member = archive.by_index(index).ok()?;
        let name = member.name().ok()?.into_owned();
        let mut content = Vec::new();
        member.take(MOST).read_to_end(&mut content).ok()?;
        members.push((name, content));
    }
    // Larger members hold more that can go wrong, so a member is chosen by its bytes.
    let all: usize = members.iter().map(|(_, content)| content.len() + 1).sum();
    let mut at = (seed / 8) as usize % all.max(1);
    for (_, content) in &mut members {
        if at <= content.len() {
            let size = content.len();
            content.resize(size + 4096, 0);
            let room = content.len();
            let size = fuzzer_mutate(content, size, room);
            content.truncate(size);
            break;
        }
        at -= content.len() + 1;
    }
    let mut copy = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        copy.start_file(name, SimpleFileOptions::default()).ok()?;
        copy.write_all(&content).ok()?;
    }
    Some(copy.finish().ok()?.into_inner())
}
