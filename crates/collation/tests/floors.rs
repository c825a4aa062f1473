//! The house's laws that sources can tell: the engine's rooms use rooms below them only, and nothing in
//! the engine touches a file, the clock, the environment, the network or another process.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. A room may use the rooms before it.
const ROOMS: [&str; 22] = [
    "arithmetic",
    "span",
    "control",
    "witness",
    "notice",
    "ruling",
    "clean",
    "segment",
    "attribution",
    "prepare",
    "lexicon",
    "wording",
    "similarity",
    "events",
    "table",
    "collate",
    "variation",
    "contrast",
    "sheet",
    "kept",
    "nearest",
    "export",
];

/// What would make a result depend on more than the articles and the rulings.
const FORBIDDEN: [&str; 15] = [
    "std::fs",
    "std::env",
    "std::io",
    "std::net",
    "std::process",
    "std::path",
    "std::thread",
    "std::time",
    "Instant::now",
    "SystemTime",
    "env!(",
    "rand::",
    "RandomState::new",
    "println!",
    "dbg!",
];

#[test]
fn a_room_uses_rooms_below_it_only() {
    let rank: BTreeMap<&str, usize> = ROOMS.iter().enumerate().map(|(rank, room)| (*room, rank)).collect();
    let mut upward = Vec::new();
    for source in sources() {
        if source.room == "lib" {
            continue;
        }
        let own = *rank.get(source.room.as_str()).unwrap_or_else(|| panic!("{} is no room of ROOMS", source.room));
        for (number, line) in &source.lines {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if rank.get(used.as_str()).is_some_and(|other| *other > own) {
                    upward.push(format!("{}:{number} uses {used}", source.path.display()));
                }
            }
        }
    }
    assert!(upward.is_empty(), "rooms that use a room above them:\n{}", upward.join("\n"));
}

#[test]
fn the_engine_is_pure() {
    let mut found = Vec::new();
    for source in sources() {
        for (number, line) in &source.lines {
            for word in FORBIDDEN.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{}:{number} has {word}", source.path.display()));
            }
        }
    }
    assert!(found.is_empty(), "the engine is to know its arguments only:\n{}", found.join("\n"));
}

struct Source {
    room: String,
    path: PathBuf,
    /// Numbered lines of code, without comments and without the tests at the end of a file.
    lines: Vec<(usize, String)>,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    gather(&root, &root, &mut sources);
    assert!(sources.len() > ROOMS.len(), "the sources were not found under {}", root.display());
    sources
}

fn gather(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && stem != "tests" {
            gather(root, &path, sources);
        } else if path.extension().is_some_and(|kind| kind == "rs") && !matches!(stem.as_str(), "tests" | "testing") {
            let inside = path.strip_prefix(root).unwrap();
            let room = inside.components().next().unwrap().as_os_str().to_string_lossy();
            let text = fs::read_to_string(&path).unwrap();
            let lines = text
                .lines()
                .enumerate()
                .map(|(index, line)| (index + 1, line.split("//").next().unwrap_or_default().to_owned()))
                .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
                .collect();
            sources.push(Source { room: room.trim_end_matches(".rs").to_owned(), path: inside.to_owned(), lines });
        }
    }
}
