//! What the help says of a mark: by which rule it stands there, how often that was right, and where
//! it fails. Taken from the pages on the method, so that window and documentation say the same; another language
//! has a page with its translation of rules and limits, and the figures of the same tables.

use crate::marks::Mark;
use crate::messages::{Language, decimal, language, sentence};
use crate::say;

const CONTRASTS: &str = include_str!("../docs/method-contrasts.md");
const WORDING: &str = include_str!("../docs/method-wording.md");
const GERMAN: &str = include_str!("../assets/locales/de/method.md");

/// Three answers about a mark, in whole sentences; empty where the method has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    pub rule: String,
    pub figures: String,
    pub fails: String,
}

/// What the method's pages say about `mark`, in the language in force.
pub fn account(mark: Mark) -> Account {
    let name = heading(mark);
    let (rule, fails) = match (language(), name) {
        (Language::English, RUNS) => runs(),
        (Language::English, _) => parted(&section(CONTRASTS, name), &["It fails", "It misses", "It is arguable"]),
        (Language::German, _) => parted(&section(GERMAN, name), &["Sie versagt", "Sie übersieht"]),
    };
    let figures = if name == RUNS { linked() } else { judged(name) };
    Account { rule, figures, fails }
}

/// What the marks of runs are called; in English they have a page of their own.
const RUNS: &str = "RUNS";

/// The name of a mark on the method's page.
const fn heading(mark: Mark) -> &'static str {
    match mark {
        Mark::Reworded | Mark::OnlyHere | Mark::Moved => RUNS,
        Mark::Cut => "CUT",
        Mark::Voice => "VOICE",
        Mark::Cue => "CUE",
        Mark::Force => "FORCE",
        Mark::Fact => "FACT",
        Mark::Name => "NAME",
        Mark::Place => "PLACE",
    }
}

/// What stands below the heading that begins with `name`.
fn section(page: &str, name: &str) -> String {
    let body =
        page.split("\n## ").find(|section| section.starts_with(name)).and_then(|section| section.split_once('\n'));
    body.map(|(_, body)| plain(body)).unwrap_or_default()
}

fn runs() -> (String, String) {
    let from = |words: &str| WORDING.split("\n\n").find(|paragraph| paragraph.contains(words)).map(plain);
    let (_, fails) = parted(&from("What still fails").unwrap_or_default(), &["What still fails"]);
    // Its first words name a room of the code.
    let rule = from("Runs (").unwrap_or_default();
    let rule = rule.split_once(": ").map_or(rule.as_str(), |(_, rule)| rule);
    (sentence(rule), fails)
}

/// How well words are linked, from the table of the page on wording.
fn linked() -> String {
    let figures: Vec<String> =
        linked_rows().map(|(name, figures)| format!("{} {}", called(name), spelled(figures))).collect();
    if figures.is_empty() { String::new() } else { say!("figures-wording", figures = figures.join(" · ")) }
}

/// The data that words were linked in, and the figure of the standard mode for it.
fn linked_rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let standard = cells(WORDING).find_map(|row| row.iter().position(|head| head.starts_with("learned")));
    let rows = cells(WORDING).filter(|row| row.len() > 2 && row.last().is_some_and(|last| last.starts_with('.')));
    rows.filter_map(move |row| Some((*row.first()?, *row.get(standard?)?)))
}

/// Figures such as `.842 (.645)` as the language in force writes them.
fn spelled(figures: &str) -> String {
    let spelled = figures.split(' ').map(|figure| {
        let bare = figure.trim_matches(['(', ')']);
        bare.parse().map_or_else(|_| figure.to_owned(), |number| figure.replace(bare, &decimal(number, 3)))
    });
    spelled.collect::<Vec<_>>().join(" ")
}

/// The name of data in the language in force.
fn called(name: &'static str) -> &'static str {
    let page = match language() {
        Language::English => return name,
        Language::German => GERMAN,
    };
    let named = cells(page).find(|row| row.first() == Some(&name)).and_then(|row| row.get(1).copied());
    named.unwrap_or(name)
}

/// How the marks of a contrast were judged by hand, from the page's table.
fn judged(name: &str) -> String {
    let mut rows = cells(CONTRASTS);
    let Some(head) = rows.find(|row| row.first() == Some(&"mark")) else { return String::new() };
    let Some(row) = rows.find(|row| row.first() == Some(&name)) else {
        return say!("figures-none-judged").to_owned();
    };
    let figure = |column: &str| -> Option<&str> {
        let at = head.iter().position(|name| *name == column)?;
        row.get(at).copied().filter(|cell| !cell.is_empty())
    };
    match (figure("marks"), figure("right"), figure("arguable"), figure("wrong")) {
        (Some(all), Some(right), Some(arguable), Some(wrong)) => {
            say!("figures-judged", right = right, all = all, arguable = arguable, wrong = wrong)
        }
        _ => say!("figures-too-few").to_owned(),
    }
}

/// The cells of every line of a table.
fn cells(page: &str) -> impl Iterator<Item = Vec<&str>> {
    page.lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
}

/// A text without its last part, which begins with one of `openings`, and that part.
fn parted(text: &str, openings: &[&str]) -> (String, String) {
    let at = openings.iter().filter_map(|opening| text.find(opening)).min().unwrap_or(text.len());
    let (before, after) = text.split_at(at);
    (before.trim().to_owned(), after.trim().to_owned())
}

/// Markdown as plain words in one paragraph.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.lines().filter(|line| !line.starts_with('|')).flat_map(str::split_whitespace).collect();
    words.join(" ").replace(['*', '`'], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::speak;

    #[test]
    fn every_mark_has_its_rule_and_figure() {
        for language in Language::ALL {
            speak(language);
            for mark in Mark::ALL {
                let account = account(mark);
                assert!(account.rule.len() > 60, "{mark:?} has no rule: {account:?}");
                assert!(!account.figures.is_empty(), "{mark:?} has no figure");
                assert!(!account.rule.contains("It fails"), "{mark:?}: {}", account.rule);
            }
        }
        speak(Language::English);
        for mark in [Mark::Cut, Mark::Cue, Mark::Force] {
            let account = account(mark);
            assert!(account.figures.contains(" right, "), "{mark:?}: {}", account.figures);
            assert!(!account.fails.is_empty(), "{mark:?} is said never to fail");
        }
        assert!(account(Mark::Reworded).figures.contains(" · "), "{}", account(Mark::Reworded).figures);
        let head = cells(WORDING).find(|row| row.get(3) == Some(&"learned (3)"));
        let figures = cells(WORDING).find(|row| row.first() == Some(&"MSR RTE")).and_then(|row| row.get(3).copied());
        assert!(head.is_some() && account(Mark::Reworded).figures.contains(&spelled(figures.unwrap_or("-"))));
        assert!(account(Mark::Reworded).fails.starts_with("What still fails"));
        assert!(account(Mark::Reworded).rule.starts_with("Verbatim stretches"), "no room of the code is named");
    }

    /// Figures and examples in a text: whatever a translation has to keep.
    fn kept(text: &str) -> Vec<String> {
        let mut found: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric() && !"$.,".contains(c))
            .filter(|word| word.chars().any(|c| c.is_ascii_digit()))
            .map(|word| word.trim_matches(['.', ',']).to_owned())
            .collect();
        found.sort();
        found
    }

    #[test]
    fn translated_accounts_keep_the_figures_and_say_where_a_rule_fails() {
        for mark in Mark::ALL {
            speak(Language::English);
            let (english, names) = (account(mark), linked_rows().map(|(name, _)| name).collect::<Vec<_>>());
            speak(Language::German);
            let german = account(mark);
            assert_ne!(german.rule, english.rule);
            assert_ne!(german.figures, english.figures);
            if heading(mark) == RUNS {
                assert_eq!(german.figures.matches("0,").count(), english.figures.matches("0.").count());
                assert_eq!(german.figures.matches(" · ").count() + 1, names.len());
            }
            assert_eq!(german.fails.is_empty(), english.fails.is_empty(), "{mark:?}: {german:?}");
            let all = |account: &Account| kept(&format!("{} {}", account.rule, account.fails));
            assert_eq!(all(&german), all(&english), "{mark:?}");
            for name in names {
                let is_there = cells(GERMAN).any(|row| row.first() == Some(&name));
                assert!(is_there, "{name} has no German name");
            }
        }
    }
}
