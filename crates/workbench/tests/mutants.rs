//! Files of every format, damaged in small ways a great many times: each gives an answer in time, none a panic,
//! and what is read has blocks that stand in order inside its text.
//!
//! `MUTANTS_SECONDS=600 MUTANTS_FORMAT=pdf cargo test -p workbench --test mutants -- --nocapture` tries one
//! format for that long; without them every seed is changed a few times, always in the same ways.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use workbench::intake::{self, IntakeError};

/// Files of the sample that are seeds besides those in `fuzz/seeds`.
const SAMPLES: &[&str] =
    &["halden-bridge/capital-ledger.html", "halden-bridge/northline.md", "lindmoor-fares/kiosk24.txt"];

/// Changes to each seed where no time is given.
const TRIES: usize = 12;

/// Pieces that readers look for.
const WORDS: &[&str] = &[
    "<div>",
    "</p>",
    "<!--",
    "]]>",
    "&#xD800;",
    "&amp;",
    "<table><tr><td>",
    "{\\rtf1",
    "\\u-1?",
    "\\bin99999999 ",
    "{\\*",
    "\\'ff",
    "\\uc9999 ",
    "obj",
    "endobj",
    "stream\n",
    "/Kids[3 0 R]",
    "/Filter/LZWDecode",
    "/Length 99999999",
    "BT",
    "Tj",
    "[",
    "1e38",
    "-1",
    "99999999999999999999",
    "\u{feff}",
    "\0",
    "\r",
    "\n\n",
    "\"",
    "End of Document",
    "1 of 2 DOCUMENTS",
    "Full text:",
    "LENGTH: 3 words",
    "Load-Date: x",
    "--b1",
    "Content-Type: text/html",
    "=?utf-8?q?",
    "\u{2028}",
    "é",
];

/// Numbers that look random and are the same each time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

/// `bytes` with one to six small changes.
fn changed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(64)).min(bytes.len());
        match chance.below(8) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << chance.below(8),
            1 if !bytes.is_empty() => bytes[at] = chance.below(256) as u8,
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                let to = chance.below(bytes.len());
                bytes.splice(to..to, piece.repeat(1 + chance.below(40)));
            }
            4 => bytes.truncate(at),
            5 => {
                let word = WORDS[chance.below(WORDS.len())].repeat(1 + chance.below(3) * chance.below(200));
                bytes.splice(at..at, word.into_bytes());
            }
            6 => {
                let word = WORDS[chance.below(WORDS.len())];
                bytes.splice(at..end, word.bytes());
            }
            _ => {
                let from = chance.below(bytes.len());
                let piece = bytes[from..(from + end - at).min(bytes.len())].to_vec();
                bytes.splice(at..end, piece);
            }
        }
    }
    bytes
}

/// An archive with one of its members changed: changes to the archive itself hardly pass its checksums.
fn with_member_changed(bytes: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let chosen = chance.below(archive.len());
    let mut copy = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let mut content = Vec::new();
        member.read_to_end(&mut content).ok()?;
        if index == chosen {
            content = changed(&content, chance);
        }
        copy.start_file(member.name().unwrap(), zip::write::SimpleFileOptions::default()).ok()?;
        copy.write_all(&content).ok()?;
    }
    Some(copy.finish().ok()?.into_inner())
}

/// What went wrong, if anything.
fn fault(name: &str, bytes: &[u8]) -> Option<String> {
    let start = Instant::now();
    let found = intake::read_bytes(name, bytes);
    if start.elapsed() > Duration::from_secs(20) {
        return Some(format!("it took {:?}", start.elapsed()));
    }
    match found {
        Err(IntakeError::Damaged { reason, .. }) if reason.contains("its reader failed") => Some(reason),
        Err(error @ IntakeError::TooSlow { .. }) => Some(error.to_string()),
        Err(_) => None,
        Ok(found) => {
            for article in found.articles {
                let mut at = 0;
                for block in &article.witness.blocks {
                    if block.span.start < at || block.span.end > article.witness.text.len() {
                        return Some("its blocks do not stand in order".to_owned());
                    }
                    at = block.span.end;
                }
            }
            None
        }
    }
}

#[test]
fn damaged_files_are_read_or_refused() {
    let seconds: Option<u64> = std::env::var("MUTANTS_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let format = std::env::var("MUTANTS_FORMAT").ok();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut seeds: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let kept = std::fs::read_dir(root.join("fuzz/seeds")).unwrap().map(|entry| entry.unwrap().path());
    for path in kept.chain(SAMPLES.iter().map(|sample| root.join("sample_data").join(sample))) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_wanted = format.as_ref().is_none_or(|format| name.ends_with(&format!(".{format}")));
        // Projects are read by another room.
        if is_wanted && name != "README.md" && !name.ends_with(".parallax") {
            seeds.insert(name, std::fs::read(&path).unwrap());
        }
    }
    assert!(!seeds.is_empty());
    let start = Instant::now();
    let mut chance = Chance(if seconds.is_some() { u64::from(std::process::id()) * 0x9e37_79b9 + 1 } else { 0x5eed });
    let (mut tries, mut faults) = (0, Vec::new());
    for round in 0.. {
        let is_over = seconds.map_or(round >= TRIES, |seconds| start.elapsed().as_secs() >= seconds);
        if is_over || faults.len() > 20 {
            break;
        }
        for (name, seed) in &seeds {
            let is_archive = seed.starts_with(b"PK");
            let inside = (is_archive && round % 4 > 0).then(|| with_member_changed(seed, &mut chance)).flatten();
            let bytes = inside.unwrap_or_else(|| changed(seed, &mut chance));
            tries += 1;
            if let Some(fault) = fault(name, &bytes) {
                let kept = std::env::temp_dir().join(format!("mutant-{}-{tries}-{name}", std::process::id()));
                std::fs::write(&kept, &bytes).unwrap();
                faults.push(format!("{fault}: {}", kept.display()));
            }
        }
    }
    println!("{tries} damaged files of {} seeds in {:?}", seeds.len(), start.elapsed());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
