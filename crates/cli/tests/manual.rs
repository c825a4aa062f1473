//! The manual pages say what the programs' own help says: no option, command or format is missing or made up.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A manual page as plain words: without its requests and with its hyphens as they are typed.
fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packaging/man").join(name);
    let source = fs::read_to_string(path).unwrap().replace("\\-", "-").replace("\\fR", " ");
    let words = |line: &str| match line.strip_prefix('.') {
        Some(request) => request.split_once(' ').map_or(String::new(), |(_, words)| words.replace('"', " ")),
        None => line.to_owned(),
    };
    source.lines().map(|line| words(line) + "\n").collect()
}

/// All options that a text names.
fn options(text: &str) -> BTreeSet<&str> {
    let is_end = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
    text.split(is_end)
        .filter(|word| word.starts_with("--") && word.len() > 2 || word.len() == 2 && word.starts_with('-'))
        .filter(|word| *word != "--")
        .collect()
}

fn help(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_parallax-cli")).args(arguments).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_manual_of_the_command_line_is_its_help() {
    let page = page("parallax-cli.1");
    let all = help(&["--help"]);
    let commands: Vec<&str> = all
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .map_while(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() >= 5, "{commands:?}");
    let mut told = all.clone();
    for command in commands {
        assert!(page.lines().any(|line| line.trim() == command), "{command} has no entry");
        if command != "help" {
            told.push_str(&help(&[command, "--help"]));
        }
    }
    assert_eq!(options(&page), options(&told));
    let compared = help(&["compare", "--help"]);
    let formats: Vec<&str> = compared
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- ")?.split_once(':'))
        .map(|(name, _)| name)
        .collect();
    assert!(formats.len() >= 12, "{formats:?}");
    let words: BTreeSet<&str> = page.split(|letter: char| letter.is_whitespace() || ",;".contains(letter)).collect();
    let missing: Vec<&&str> = formats.iter().filter(|format| !words.contains(**format)).collect();
    assert!(missing.is_empty(), "formats without a word in the manual: {missing:?}");
}

#[test]
fn the_manual_of_the_window_is_its_help() {
    let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/main.rs")).unwrap();
    let help = main.split("const HELP: &str = \"").nth(1).and_then(|rest| rest.split("\";").next()).unwrap();
    assert_eq!(options(&page("parallax.1")), options(help));
}

#[test]
fn both_pages_have_the_version_of_the_program() {
    for name in ["parallax.1", "parallax-cli.1"] {
        let wanted = format!("Parallax {}", env!("CARGO_PKG_VERSION"));
        assert!(page(name).contains(&wanted), "{name} is not of {wanted}");
    }
}
