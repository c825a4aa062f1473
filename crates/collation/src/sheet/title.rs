//! The title of a row: source words, from a place where they can stand alone. Knows the readings
//! only; a title that the reader gave is the sheet's affair.

use std::collections::BTreeSet;

use super::SheetCell;
use crate::attribution::{Quotation, QuotationKind};
use crate::contrast::quotation_of;
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::span::Span;
use crate::variation::Run;
use crate::witness::Role;

/// Longest title of a row, in characters.
pub(super) const MOST: usize = 80;

/// Where a longer title is cut at the end of a clause, so long it must be by then.
const LEAST_CLAUSE: usize = 44;

/// Shortest content of a statement, and shortest rest behind an opening phrase, that says enough.
const LEAST: usize = 20;

/// Share of its words that the other readings have of a good title; and by how much a clause must be better than the
/// beginning to be taken in its place.
const SHARED: f32 = 0.3;
const GAIN: f32 = 0.2;

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

/// The title of a row that begins with `cell`: the words at its [`place_of`], at most [`MOST`] characters, the first
/// letter large; and that place.
pub(super) fn title_of(article: &Prepared, cell: &SheetCell) -> (String, Span) {
    let Some(place) = place_of(article, cell) else { return (String::new(), Span::default()) };
    let text = &article.witness.text;
    // A page's headline often ends in the name of its site; the title is known without it.
    let is_headline = cell.passages.iter().any(|passage| passage.role == Role::Headline && passage.span == place);
    let headline = article
        .witness
        .meta
        .title
        .as_deref()
        .filter(|title| is_headline && !title.is_empty() && text.slice(place).starts_with(*title));
    (title_from(headline.unwrap_or_else(|| text.slice(place))), place)
}

/// Where a row that begins with `cell` has its title from: the content of its statement where it can stand alone, else
/// its first passage; but where the other readings have next to nothing of these words, the clause that they share
/// most of.
fn place_of(article: &Prepared, cell: &SheetCell) -> Option<Span> {
    let first = plain_place(article, cell)?;
    let own = shared(cell, first);
    if own >= SHARED {
        return Some(first);
    }
    // Of the first place's own passage only what stands behind it: before it somebody is said to say it.
    let clauses = cell.passages.iter().flat_map(|passage| clauses(article, passage.span));
    let clauses = clauses.filter(|clause| !clause.covers(first));
    let measured = clauses.map(|clause| (shared(cell, clause), clause));
    let better = measured.filter(|&(share, _)| share >= SHARED && share >= own + GAIN);
    let best = better.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    Some(best.map_or(first, |(_, clause)| clause))
}

/// The content of the cell's statement in its first passage, where that can stand alone, else the passage.
fn plain_place(article: &Prepared, cell: &SheetCell) -> Option<Span> {
    let passage = cell.passages.first()?;
    let spans: Vec<Span> = cell.passages.iter().map(|passage| passage.span).collect();
    let content = quotation_of(article, &spans)
        .filter(|quotation| passage.role != Role::Headline && !is_object(article, quotation))
        .and_then(|quotation| {
            quotation.content.iter().filter_map(|content| content.meet(passage.span)).max_by_key(|span| span.len())
        })
        .filter(|span| span.len() >= LEAST)
        .filter(|span| !NEEDY.contains(&first_word(article.witness.text.slice(*span)).as_str()));
    Some(content.unwrap_or(passage.span))
}

/// True where what a verb reports is no clause: "thanked | the minister for coming in person".
fn is_object(article: &Prepared, quotation: &Quotation) -> bool {
    let mut tokens = quotation.cue.iter().flat_map(|&cue| article.segmented.tokens_in(cue));
    quotation.kind == QuotationKind::Indirect && tokens.any(|token| article.vocabulary.takes_object_alone(&token.norm))
}

/// Share of the words that a title from `place` can hold that the other readings have, on the average of these.
fn shared(cell: &SheetCell, place: Span) -> f32 {
    let shown = Span::new(place.start, place.end.min(place.start + MOST));
    let columns: BTreeSet<usize> = cell.runs.iter().flat_map(|run| &run.mates).map(|&(column, _)| column).collect();
    let of_run = |run: &Run| {
        let mates: BTreeSet<usize> = run.mates.iter().map(|&(column, _)| column).collect();
        run.span.overlap(shown) * mates.len()
    };
    let held: usize = cell.runs.iter().map(of_run).sum();
    held as f32 / (shown.len() * columns.len()).max(1) as f32
}

/// The places in a passage where a clause begins that may stand alone, each up to the passage's end.
fn clauses(article: &Prepared, passage: Span) -> Vec<Span> {
    let tokens: Vec<&Token> = article.segmented.tokens_in(passage).iter().collect();
    let begins = |pair: &[&Token]| {
        let [before, first] = pair else { return None };
        let (mark, word) = (article.witness.text.slice(before.span), article.witness.text.slice(first.span));
        let opens = matches!(before.norm.as_str(), "that" | ":" | ";" | "-")
            || matches!(mark, "—" | "–")
            || matches!(mark, "“" | "„" | "«" | "‘") && word.starts_with(char::is_uppercase)
            || before.norm == "," && matches!(first.norm.as_str(), "and" | "but");
        let is_plain = first.kind != TokenKind::Mark && !NEEDY.contains(&first.norm.as_str());
        (opens && is_plain).then_some(Span::new(first.span.start, passage.end))
    };
    let inside = tokens.windows(2).filter_map(begins);
    std::iter::once(passage).chain(inside).filter(|clause| clause.len() >= LEAST).collect()
}

fn title_from(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = trimmed(&line);
    if OPENERS.contains(&first_word(rest).as_str())
        && let Some((_, behind)) = rest.split_once(", ")
        && behind.chars().count() >= LEAST
        // "After a year the board must report, and …": what stands in front is a clause already.
        && !matches!(first_word(behind).as_str(), "and" | "but" | "or")
    {
        rest = trimmed(behind);
    }
    // "So does the captain" is no clause without its "so".
    let asks =
        |words: &str| matches!(first_word(words).as_str(), "do" | "does" | "did" | "is" | "was" | "will" | "has");
    if TIES.contains(&first_word(rest).as_str())
        && let Some((_, behind)) = rest.split_once(' ')
        && !asks(behind)
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
        if word.ends_with([',', ';', ':']) && title.chars().count() >= LEAST_CLAUSE {
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
            (
                "After a year the board must report, and a gap leads to a vote",
                "After a year the board must report, and a gap leads to a vote",
            ),
            ("according to the authority", "According to the authority"),
            (
                "The harbour authority closed the bridge, and the ferries that replace it run every ten minutes from dawn",
                "The harbour authority closed the bridge, and the ferries that replace it run…",
            ),
            (
                "Divers of the D.S.A. searched the harbour for the missing anchor until the tide turned at noon",
                "Divers of the D.S.A. searched the harbour for the missing anchor until the tide…",
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
