//! The title of a row: source words, from a place where they can stand alone. Knows the readings
//! only; a title that the reader gave is the sheet's affair.

use super::SheetCell;
use crate::contrast::quotation_of;
use crate::prepare::Prepared;
use crate::span::Span;
use crate::witness::Role;

/// Longest title of a row, in characters.
const MOST: usize = 64;

/// Shortest content of a statement, and shortest rest behind an opening phrase, that says enough.
const LEAST: usize = 20;

/// Words that tie a clause to the one before it: a title does without them.
const TIES: [&str; 5] = ["that", "and", "but", "so", "yet"];

/// Words that need what stands before them, so that a title can't begin there.
const NEEDY: [&str; 14] =
    ["them", "him", "us", "me", "of", "to", "for", "with", "by", "from", "than", "as", "being", "having"];

/// First words of a phrase that only sets the scene of the clause behind its comma.
const OPENERS: [&str; 24] = [
    "about",
    "according",
    "after",
    "although",
    "amid",
    "as",
    "at",
    "before",
    "by",
    "citing",
    "despite",
    "during",
    "earlier",
    "in",
    "meanwhile",
    "on",
    "previously",
    "since",
    "speaking",
    "though",
    "under",
    "when",
    "while",
    "with",
];

/// Source words for the title of a row that begins with `cell`: the content of its statement where
/// it can stand alone, else the clause behind an opening phrase, else the beginning of the passage;
/// at most [`MOST`] characters, its first letter large.
pub(super) fn title_of(article: &Prepared, cell: &SheetCell) -> String {
    let Some(passage) = cell.passages.first() else { return String::new() };
    let text = &article.witness.text;
    // A page's headline often ends in the name of its site; the title is known without it.
    let headline = article.witness.meta.title.as_deref().filter(|title| {
        passage.role == Role::Headline && !title.is_empty() && text.slice(passage.span).starts_with(*title)
    });
    if let Some(headline) = headline {
        return title_from(headline);
    }
    let spans: Vec<Span> = cell.passages.iter().map(|passage| passage.span).collect();
    let content = quotation_of(article, &spans)
        .filter(|_| passage.role != Role::Headline)
        .and_then(|quotation| {
            quotation.content.iter().filter_map(|content| content.meet(passage.span)).max_by_key(|span| span.len())
        })
        .filter(|span| span.len() >= LEAST)
        .map(|span| text.slice(span))
        .filter(|words| !NEEDY.contains(&first_word(words).as_str()));
    title_from(content.unwrap_or_else(|| text.slice(passage.span)))
}

fn title_from(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = trimmed(&line);
    if OPENERS.contains(&first_word(rest).as_str())
        && let Some((_, behind)) = rest.split_once(", ")
        && behind.chars().count() >= LEAST
    {
        rest = trimmed(behind);
    }
    if TIES.contains(&first_word(rest).as_str())
        && let Some((_, behind)) = rest.split_once(' ')
    {
        rest = trimmed(behind);
    }
    with_large_letter(&without_lone_marks(&cut(rest, MOST)))
}

/// Without its quotation marks where the cut left one of a pair behind.
fn without_lone_marks(title: &str) -> String {
    let is_mark = |c: char| matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '`');
    let is_opening = |c: char| matches!(c, '“' | '„' | '«');
    let marks = title.chars().filter(|&c| is_mark(c)).count();
    let opening = title.chars().filter(|&c| is_opening(c)).count();
    let plain = title.chars().filter(|c| matches!(c, '"' | '`')).count();
    let paired = plain % 2 == 0 && opening * 2 + plain == marks;
    if paired { title.to_owned() } else { title.replace(is_mark, "") }
}

/// The first word in small letters, without marks.
fn first_word(words: &str) -> String {
    trimmed(words).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase()
}

/// Without the marks around it.
fn trimmed(words: &str) -> &str {
    words.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '$' | '€' | '£' | '%' | '[' | ']'))
}

fn with_large_letter(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// At most `most` characters of `line`, ended at a clause where one ends in time, else at a word,
/// with `…`.
fn cut(line: &str, most: usize) -> String {
    if line.chars().count() <= most {
        return line.to_owned();
    }
    let mut title = String::new();
    let mut clause_end = 0;
    for word in line.split(' ') {
        let length = title.chars().count() + usize::from(!title.is_empty()) + word.chars().count();
        if length > most {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
        if word.ends_with([',', ';', ':']) && title.chars().count() >= 30 {
            clause_end = title.len();
        }
    }
    if clause_end > 0 {
        title.truncate(clause_end);
    }
    let end = title.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | ')' | ']')).len();
    title.truncate(end);
    title.push('…');
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_begins_and_ends_where_words_stand_alone() {
        for (words, title) in [
            ("“It will be weeks, not months,”", "It will be weeks, not months"),
            ("that the ferry would sail at dawn", "The ferry would sail at dawn"),
            ("In a short note on Friday, the harbour master closed the quay.", "The harbour master closed the quay"),
            ("After dark, no one.", "After dark, no one"),
            ("according to the authority", "According to the authority"),
            (
                "The harbour authority closed the bridge, and the ferries that replace it run every ten minutes from dawn",
                "The harbour authority closed the bridge…",
            ),
            (
                "Divers of the D.S.A. searched the harbour for the missing anchor until the tide turned at noon",
                "Divers of the D.S.A. searched the harbour for the missing anchor…",
            ),
            ("She promised “weeks, not months”.", "She promised weeks, not months"),
            ("The “pause” will last, she said.", "The “pause” will last, she said"),
            ("éclairs were sold out\nby noon", "Éclairs were sold out by noon"),
            ("", ""),
            ("“ ”", ""),
        ] {
            assert_eq!(title_from(words), title, "{words}");
        }
    }

    #[test]
    fn a_long_title_is_cut_at_a_word() {
        assert_eq!(cut("one two three four", 10), "one two…");
        assert_eq!(cut("one two", 10), "one two");
    }
}
