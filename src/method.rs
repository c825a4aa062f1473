//! What the help says of a mark: by which rule it stands there, how often that was right, and where
//! it fails. Taken from the pages on the method, so that window and documentation say the same.

use crate::marks::Mark;
use crate::say;

const CONTRASTS: &str = include_str!("../docs/method-contrasts.md");
const WORDING: &str = include_str!("../docs/method-wording.md");

/// Three answers about a mark, in whole sentences; empty where the method has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    pub rule: String,
    pub figures: String,
    pub fails: String,
}

/// What the method's pages say about `mark`.
pub fn account(mark: Mark) -> Account {
    match heading(mark) {
        Some(name) => contrast(name),
        None => wording(),
    }
}

/// The name of a contrast on the method's page; the marks of runs have a page of their own.
const fn heading(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Reworded | Mark::OnlyHere | Mark::Moved => None,
        Mark::Cut => Some("CUT"),
        Mark::Voice => Some("VOICE"),
        Mark::Cue => Some("CUE"),
        Mark::Force => Some("FORCE"),
        Mark::Fact => Some("FACT"),
        Mark::Name => Some("NAME"),
        Mark::Place => Some("PLACE"),
    }
}

fn contrast(name: &str) -> Account {
    let title = format!("## {name}");
    let body = CONTRASTS
        .split("\n## ")
        .map(|section| format!("## {section}"))
        .find(|section| section.starts_with(&title))
        .and_then(|section| section.split_once('\n').map(|(_, body)| plain(body)))
        .unwrap_or_default();
    let (rule, fails) = parted(&body, &["It fails", "It misses", "It is arguable"]);
    Account { rule, figures: judged(name), fails }
}

fn wording() -> Account {
    let from = |words: &str| WORDING.split("\n\n").find(|paragraph| paragraph.contains(words)).map(plain);
    let rule = from("Runs (").unwrap_or_default();
    let (_, fails) = parted(&from("What still fails").unwrap_or_default(), &["What still fails"]);
    let rows = cells(WORDING).filter(|row| row.len() > 2 && row.last().is_some_and(|last| last.starts_with('.')));
    let figures: Vec<String> = rows.filter_map(|row| Some(format!("{} {}", row.first()?, row.last()?))).collect();
    let figures =
        if figures.is_empty() { String::new() } else { say!("figures-wording", figures = figures.join(" · ")) };
    Account { rule, figures, fails }
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

    #[test]
    fn every_mark_has_its_rule_and_figure() {
        for mark in Mark::ALL {
            let account = account(mark);
            assert!(account.rule.len() > 60, "{mark:?} has no rule: {account:?}");
            assert!(!account.figures.is_empty(), "{mark:?} has no figure");
            assert!(!account.rule.contains("It fails"), "{mark:?}: {}", account.rule);
        }
        for mark in [Mark::Cut, Mark::Cue, Mark::Force] {
            let account = account(mark);
            assert!(account.figures.contains(" right, "), "{mark:?}: {}", account.figures);
            assert!(!account.fails.is_empty(), "{mark:?} is said never to fail");
        }
        assert!(account(Mark::Reworded).figures.contains(" · "), "{}", account(Mark::Reworded).figures);
        assert!(account(Mark::Reworded).fails.starts_with("What still fails"));
    }
}
