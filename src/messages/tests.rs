//! Both files say the same things, and the window says nothing else.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::catalog::catalog;
use super::*;
use crate::say;

/// The variables of every message of a file, by `id` and `id.attribute`.
fn variables(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let files = language.files().map(|file| fluent_syntax::parser::parse(file).unwrap());
    let mut all = BTreeMap::new();
    for entry in files.iter().flat_map(|file| &file.body) {
        let Entry::Message(message) = entry else { continue };
        let mut put = |name: String, pattern: &Pattern<&str>| {
            let mut found = BTreeSet::new();
            in_pattern(pattern, &mut found);
            assert!(all.insert(name.clone(), found).is_none(), "{name} stands twice in {}", language.code());
        };
        let value = message.value.as_ref().unwrap_or_else(|| panic!("{} has no text", message.id.name));
        put(message.id.name.to_owned(), value);
        for attribute in &message.attributes {
            put(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
        }
    }
    all
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => in_inline(inline, found),
                Expression::Select { selector, variants } => {
                    in_inline(selector, found);
                    for variant in variants {
                        in_pattern(&variant.value, found);
                    }
                }
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } => {}
        other => panic!("messages use variables and selections only: {other:?}"),
    }
}

/// A string in the source: where, what stands before it on its line, and what it says.
struct Literal {
    file: String,
    line: usize,
    before: String,
    text: String,
    /// All that follows in the file.
    after: String,
}

/// Files that are tests as a whole.
const TESTS: [&str; 2] = ["tests.rs", "told_apart.rs"];

/// The string literals of the window outside tests and comments.
fn literals() -> Vec<Literal> {
    let mut all = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !TESTS.iter().any(|name| path.ends_with(name))
            {
                let text = std::fs::read_to_string(&path).unwrap();
                let file = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap();
                let code = code.split("\n#[cfg(test)]\n#[allow").next().unwrap();
                literals_of(&file, code, &mut all);
            }
        }
    }
    assert!(all.len() > 500, "the sources were not found");
    all
}

fn literals_of(file: &str, code: &str, all: &mut Vec<Literal>) {
    let chars: Vec<char> = code.chars().collect();
    let (mut at, mut line, mut line_start) = (0, 1, 0);
    while at < chars.len() {
        match chars[at] {
            '\n' => {
                line += 1;
                line_start = at + 1;
            }
            '/' if chars.get(at + 1) == Some(&'/') => {
                while chars.get(at + 1).is_some_and(|c| *c != '\n') {
                    at += 1;
                }
            }
            // A character, where it is no lifetime.
            '\'' if chars.get(at + 1) == Some(&'\\') => {
                at += 2;
                while chars.get(at + 1).is_some_and(|c| *c != '\'') {
                    at += 1;
                }
                at += 1;
            }
            '\'' if chars.get(at + 2) == Some(&'\'') => at += 2,
            '"' => {
                let (first, before) = (line, chars[line_start..at].iter().collect());
                let mut text = String::new();
                at += 1;
                while chars[at] != '"' {
                    if chars[at] == '\\' {
                        text.push(chars[at]);
                        at += 1;
                    }
                    if chars[at] == '\n' {
                        line += 1;
                        line_start = at + 1;
                    }
                    text.push(chars[at]);
                    at += 1;
                }
                let after = chars[at + 1..].iter().take(2000).collect();
                all.push(Literal { file: file.to_owned(), line: first, before, text, after });
            }
            _ => {}
        }
        at += 1;
    }
}

/// The names of the arguments in `, name = value, …)`, as they follow a message's name.
fn arguments(after: &str) -> BTreeSet<String> {
    let mut depth = 0;
    let mut piece = String::new();
    let mut pieces = Vec::new();
    let mut in_text = false;
    for c in after.chars() {
        match c {
            '"' => in_text = !in_text,
            '(' | '[' | '{' if !in_text => depth += 1,
            ')' | ']' | '}' if !in_text && depth == 0 => break,
            ')' | ']' | '}' if !in_text => depth -= 1,
            ',' if !in_text && depth == 0 => pieces.push(std::mem::take(&mut piece)),
            _ => {}
        }
        if !(c == ',' && depth == 0) {
            piece.push(c);
        }
    }
    pieces.push(piece);
    let name = |piece: &String| piece.split_once(" = ").map(|(name, _)| name.trim().to_owned());
    pieces.iter().filter_map(name).filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')).collect()
}

#[test]
fn the_files_are_whole_and_have_the_same_messages_with_the_same_variables() {
    for language in Language::ALL {
        assert!(catalog(language).faults.is_empty(), "{}: {:?}", language.code(), catalog(language).faults);
    }
    let english = variables(Language::English);
    for language in Language::ALL {
        let other = variables(language);
        for (id, wanted) in &english {
            assert_eq!(other.get(id), Some(wanted), "{id} in {}", language.code());
        }
        for id in other.keys() {
            assert!(english.contains_key(id), "{id} stands in {} alone", language.code());
        }
    }
}

#[test]
fn every_message_that_is_asked_for_is_there_with_its_arguments_and_every_one_there_is_asked_for() {
    let known = variables(Language::English);
    let mut used = BTreeSet::new();
    for literal in literals() {
        let place = format!("{}:{}", literal.file, literal.line);
        let is_asked = literal.before.trim_end().ends_with("say!(")
            // A long call has its name on a line of its own.
            || literal.before.trim().is_empty() && known.contains_key(&literal.text);
        if is_asked {
            let Some(wanted) = known.get(&literal.text) else {
                panic!("{place}: there is no message {}", literal.text)
            };
            assert_eq!(arguments(&literal.after), *wanted, "{place}: arguments of {}", literal.text);
        }
        used.insert(literal.text);
    }
    for id in known.keys().filter(|id| !id.contains('.')) {
        assert!(used.contains(id), "nothing asks for the message {id}");
    }
}

/// English in the source that is no message: where, what it begins with, and why.
const NO_MESSAGES: &[(&str, &str, &str)] = &[
    ("main.rs", "", "what a terminal is told is English, as all of the command line"),
    ("theme/fonts.rs", "", "names of fonts"),
    ("messages/language.rs", "", "a language is called by its own name"),
    ("app/dialogs/about.rs", "Parallax {", "the program's name"),
    ("app/dialogs/settings/words.rs", "Kyiv, Kiev", "names as an example; they are the same in every language"),
    ("app/masking.rs", "The ", "the article of an English name, which comes and goes in running text"),
    ("command/keys.rs", "", "names of keys as egui has them"),
    ("ledger.rs", "<table border", "HTML"),
    ("method.rs", "", "headings and openings of paragraphs on the pages on the method, in their languages"),
    ("panels/legend.rs", "Varga", "a name as a sample of the mark on names"),
    ("terms/phrases.rs", "Reading ", "begins what the worker says that it is doing"),
    ("terms/reasons.rs", "", "openings and ends of what libraries and the system say"),
];

/// What stands before a string that nobody sees: names of controls for egui, of threads, of lints.
const UNSEEN: &[&str] = &[
    "Id::unique(",
    "Id::unique((",
    "id_salt(",
    "id_salt((",
    ".with(",
    ".with((",
    "Panel::top(",
    "Panel::bottom(",
    "Panel::left(",
    "Panel::right(",
    "errands.send(ctx, ",
    "errands.send_long(ctx, ",
    "thread::Builder::new().name(",
    "reason = ",
    "include_str!(",
    "include_bytes!(",
];

/// True for words as a reader sees them: a capital letter before small ones, or words with a space between.
fn is_speech(text: &str) -> bool {
    let mut shown = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => shown.push(c),
            _ => {}
        }
    }
    let letters: Vec<char> = shown.chars().collect();
    let begins = letters.windows(2).any(|two| two[0].is_uppercase() && two[1].is_lowercase());
    let words = |three: &[char]| three[0].is_alphabetic() && three[1] == ' ' && three[2].is_alphabetic();
    begins || letters.windows(3).any(words)
}

#[test]
fn no_sentence_is_left_in_the_source() {
    for (text, speech) in [("Open", true), ("only here", true), ("{name} now", false), ("a-b", false), ("eye", false)] {
        assert_eq!(is_speech(text), speech, "{text}");
    }
    let mut needed = BTreeSet::new();
    for literal in literals() {
        let is_unseen = UNSEEN.iter().any(|before| literal.before.ends_with(before));
        if is_unseen || !is_speech(&literal.text) {
            continue;
        }
        let allowed =
            NO_MESSAGES.iter().position(|(file, text, _)| literal.file == *file && literal.text.starts_with(text));
        let place = format!("{}:{}", literal.file, literal.line);
        needed.insert(allowed.unwrap_or_else(|| panic!("{place}: {:?} belongs into assets/locales", literal.text)));
    }
    for (at, (file, text, why)) in NO_MESSAGES.iter().enumerate() {
        assert!(needed.contains(&at), "{file} has no {text:?} any more ({why})");
    }
}

#[test]
fn texts_are_filled_in_with_plurals_thousands_and_no_marks_of_direction() {
    for (language, number, words) in [
        (Language::English, 1, "1 word"),
        (Language::English, 0, "0 words"),
        (Language::English, 4120, "4,120 words"),
        (Language::German, 1, "1 Wort"),
        (Language::German, 4120, "4.120 Wörter"),
    ] {
        speak(language);
        assert_eq!(say!("words", count = number), words);
    }
    speak(Language::German);
    let names = ["A", "B", "C", "D"].map(str::to_owned);
    assert_eq!(names_in_brief(&names, 2), "A, B und 2 weitere");
    assert_eq!(decimal(1.45, 2), "1,45");
    speak(Language::English);
    for (number, words) in [(0, ""), (1, "A"), (2, "A and B"), (3, "A, B and C"), (4, "A, B, C and 1 more")] {
        assert_eq!(names_in_brief(&names[..number], 3), words);
    }
    assert_eq!(grouped(1_234_567), "1,234,567");
    assert_eq!(grouped(999), "999");
}

#[test]
fn what_no_file_has_is_said_by_its_name() {
    assert_eq!(plain("no-such-message"), "no-such-message");
    assert_eq!(filled("no-such-message", &[("a", Value::from(1))]), "no-such-message");
    assert_eq!(tip("no-such-message"), "");
}

#[test]
fn the_language_is_the_reader_s_choice_or_the_desktop_s() {
    let desktop = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    for (setting, codes, language) in [
        ("system", &["de_AT.UTF-8", "en_GB"][..], Language::German),
        ("system", &["fr-FR", "de"], Language::German),
        ("system", &["fr-FR"], Language::English),
        ("system", &["C.UTF-8"], Language::English),
        ("system", &[], Language::English),
        ("en", &["de-DE"], Language::English),
        ("de", &["en-US"], Language::German),
        ("tlh", &["de-DE"], Language::German),
    ] {
        assert_eq!(Language::chosen(setting, &desktop(codes)), language, "{setting} on {codes:?}");
    }
}

/// `cargo test -p parallax --lib -- --ignored --nocapture what_messages_cost`
#[test]
#[ignore = "prints figures of time"]
fn what_messages_cost() {
    use std::hint::black_box;
    const TIMES: u32 = 100_000;
    let time = |what: &str, work: &dyn Fn()| {
        let begun = std::time::Instant::now();
        (0..TIMES).for_each(|_| work());
        println!("{what}: {} ns", begun.elapsed().as_nanos() / u128::from(TIMES));
    };
    for language in Language::ALL {
        speak(language);
        println!("{}", language.own_name());
        time("a text that stands ready", &|| {
            black_box(say!("paste"));
        });
        time("a name and a number filled in", &|| {
            drop(black_box(say!("cell-not-found", name = "Northline", number = 12)));
        });
        time("singular or plural", &|| drop(black_box(say!("words", count = 4120))));
    }
    time("the same by format!", &|| drop(black_box(format!("{}, statement {} not found", "Northline", 12))));
}
