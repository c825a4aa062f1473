//! Why a file could not be read or written, where the reason comes from the system or from a library: those speak English.
//! In another language the reason is told as far as it is known, and in general words where it is not.

use super::phrase;
use crate::messages::{self, Language};
use crate::say;

/// The reason in the window's language.
pub fn cause(words: &str) -> String {
    if messages::language() == Language::English {
        return words.to_owned();
    }
    let known = phrase(words);
    if known != words {
        return known.to_owned();
    }
    if let Some(code) = code_of(words) {
        return system(code);
    }
    if let Some(part) = words.strip_prefix("its part ").and_then(|rest| rest.strip_suffix(" is missing")) {
        return say!("cause-part", part = part);
    }
    match place_of(words) {
        Some((line, column)) => say!("cause-at", line = line, column = column),
        None => say!("cause-built").to_owned(),
    }
}

/// What the error of the system with this number means.
fn system(code: usize) -> String {
    match code {
        2 => say!("cause-gone").to_owned(),
        1 | 13 => say!("cause-not-allowed").to_owned(),
        5 => say!("cause-device").to_owned(),
        28 => say!("cause-full").to_owned(),
        30 => say!("cause-read-only").to_owned(),
        _ => say!("cause-system", number = code),
    }
}

/// The number in `Permission denied (os error 13)`.
fn code_of(words: &str) -> Option<usize> {
    words.split_once("(os error ")?.1.split_once(')')?.0.parse().ok()
}

/// Line and column in `EOF while parsing a value at line 3 column 12`.
fn place_of(words: &str) -> Option<(usize, usize)> {
    let (line, column) = words.rsplit_once(" at line ")?.1.split_once(" column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_of_libraries_and_of_the_system_are_german_in_a_german_window() {
        messages::speak(Language::German);
        for (words, said) in [
            ("Permission denied (os error 13)", "keine Berechtigung"),
            ("No such file or directory (os error 2)", "es gibt sie nicht mehr"),
            ("Something odd (os error 99)", "Systemfehler 99"),
            ("EOF while parsing a value at line 3 column 12", "ihr Aufbau ist fehlerhaft, in Zeile 3, Spalte 12"),
            ("its part word/document.xml is missing", "ihr Teil word/document.xml fehlt"),
            ("its header cannot be read", "ihr Kopf ist nicht lesbar"),
            ("invalid Zip archive: Could not find EOCD", "ihr Aufbau ist fehlerhaft"),
        ] {
            assert_eq!(cause(words), said, "{words}");
        }
        messages::speak(Language::English);
        assert_eq!(cause("Permission denied (os error 13)"), "Permission denied (os error 13)");
    }
}
