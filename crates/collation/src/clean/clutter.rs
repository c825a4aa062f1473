//! Lines that a web page or a database left in an article: forms, menus, markers, prompts. Judges
//! one line by itself and errs towards keeping it, for a false label hides a statement.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::promo;

/// Longest line, in characters, that any rule here can take for clutter.
const LONGEST: usize = 300;

/// Whole lines that are clutter, folded by [`fold`], with the reason.
static LINES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    sections(include_str!("clutter_lines.txt"))
        .flat_map(|(reason, lines)| lines.map(move |line| (line, reason)))
        .collect()
});

/// Beginnings of lines, with the longest line in characters that each may take, and the reason.
static BEGINNINGS: LazyLock<Vec<(&str, usize, &str)>> = LazyLock::new(|| {
    sections(include_str!("clutter_beginnings.txt"))
        .filter_map(|(head, lines)| head.split_once(' ').map(|(longest, reason)| (longest, reason, lines)))
        .filter_map(|(longest, reason, lines)| Some((longest.parse().ok()?, reason, lines)))
        .flat_map(|(longest, reason, lines)| lines.map(move |line| (line.trim_end_matches('·'), longest, reason)))
        .collect()
});

/// The `[head]` sections of a list, each with its lines.
fn sections(list: &'static str) -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    list.split("\n[")
        .skip(1)
        .filter_map(|section| section.split_once(']'))
        .map(|(head, lines)| (head, lines.lines().filter(|line| !line.is_empty())))
}

/// Why the line `text` is no part of the article, where that is plain.
pub fn reason(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if text == "\\n" || !text.chars().take(LONGEST).any(char::is_alphanumeric) && text.len() < LONGEST {
        return Some("no words in it");
    }
    if is_address(text) {
        return Some("bare address");
    }
    let chars = text.chars().take(LONGEST + 1).count();
    if chars > LONGEST || text.contains('\n') && chars > 80 {
        return None;
    }
    let folded = fold(text);
    let listed = LINES.get(folded.as_str()).copied().or_else(|| by_beginning(text, chars));
    listed.or_else(|| by_shape(&folded, chars)).or_else(|| promo::reason(text, &folded, chars))
}

/// True where what follows a line with this reason is the page again: forms and menus, no article.
pub(super) fn ends_article(reason: &str) -> bool {
    matches!(reason, "comment form" | "log-in form" | "link to the source")
}

fn by_beginning(text: &str, chars: usize) -> Option<&'static str> {
    let lower = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !"©(".contains(c)).to_lowercase();
    let lower = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = BEGINNINGS.iter().find(|(beginning, longest, _)| chars <= *longest && lower.starts_with(beginning));
    if let Some(&(_, _, reason)) = found {
        return Some(reason);
    }
    // "Follow Jane Doe on Twitter @janedoe."
    let networks = "twitter x facebook instagram bluesky telegram threads";
    let names_network = networks.split(' ').any(|network| {
        let named = format!(" on {network}");
        lower.split_once(&named).is_some_and(|(_, rest)| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
    });
    (lower.starts_with("follow ") && chars <= 120 && names_network).then_some("prompt to follow")
}

fn by_shape(folded: &str, chars: usize) -> Option<&'static str> {
    let words: Vec<&str> = folded.split(' ').collect();
    if chars > 40 {
        return None;
    }
    match words.as_slice() {
        [number, "comments" | "comment"] if is_count(number) => Some("comment form"),
        ["comments", number] if is_count(number) => Some("comment form"),
        [number, "shares" | "share" | "likes" | "retweets" | "views" | "reads"] if is_count(number) => {
            Some("sharing button")
        }
        [number, "min" | "mins" | "minute" | "minutes", "read"] if is_count(number) => Some("reading time"),
        ["reading" | "read", "time", ..] | ["estimated", "reading", "time", ..] => Some("reading time"),
        _ => None,
    }
}

fn is_count(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || ".,kmKM".contains(c))
}

/// True where the line is nothing but a web or mail address.
pub(super) fn is_address(text: &str) -> bool {
    if text.chars().any(char::is_whitespace) {
        return false;
    }
    let address = text.trim_matches(|c| "<>()[]".contains(c));
    let scheme = ["http://", "https://", "www.", "ftp://", "mailto:"];
    let starts = scheme.iter().any(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address.len() > scheme.len()
    });
    let is_mail = || {
        address.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && !host.contains('@')
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
        })
    };
    starts || is_mail()
}

/// Lower case, straight apostrophes, single spaces, no marks at either end: what two printings of
/// one line have in common.
pub(super) fn fold(text: &str) -> String {
    let trimmed = text.trim_matches(|c: char| !c.is_alphanumeric());
    let mut folded = String::with_capacity(trimmed.len());
    for word in trimmed.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' | '`' | '´' => folded.push('\''),
                _ => folded.extend(c.to_lowercase()),
            }
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_written_as_lines_are_folded() {
        assert!(LINES.len() > 300 && BEGINNINGS.len() > 60);
        for line in LINES.keys() {
            assert_eq!(&fold(line), line);
        }
        for (beginning, _, _) in BEGINNINGS.iter() {
            assert_eq!(&beginning.to_lowercase(), beginning);
        }
    }

    #[test]
    fn lines_of_pages_are_known_and_lines_of_articles_kept() {
        for (line, expected) in [
            ("[ad_1]", Some("advertisement marker")),
            ("Image not found or type unknown", Some("placeholder of a picture")),
            ("Get short URL", Some("sharing button")),
            ("Leave a Reply", Some("comment form")),
            ("Your email address will not be published. Required fields are marked *", Some("comment form")),
            ("Forgot password?", Some("log-in form")),
            ("Here you’ll find all collections you’ve created before.", Some("site navigation")),
            ("READ MORE: Ministers meet again", Some("link to another article")),
            ("Source link", Some("link to the source")),
            ("© 2024 The Daily. All rights reserved.", Some("copyright line")),
            ("https://news.example/talks", Some("bare address")),
            ("desk@news.example", Some("bare address")),
            ("* * *", Some("no words in it")),
            ("12 Comments", Some("comment form")),
            ("4 min read", Some("reading time")),
            ("Follow Jane Doe on Twitter @janedoe.", Some("prompt to follow")),
            ("DETAILS TO FOLLOW", Some("note of the newsroom")),
            ("More than forty people were hurt.", None),
            ("Watch what he does, she said.", None),
            ("Follow the money, he told the crowd.", None),
            ("He shared the letter on Facebook on Monday.", None),
            ("“No comment,” the spokesman said.", None),
            ("Nothing.", None),
            ("@janedoe.", None),
            ("2 p.m.", None),
        ] {
            assert_eq!(reason(line), expected, "for {line:?}");
        }
    }
}
