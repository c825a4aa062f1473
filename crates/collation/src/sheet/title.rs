//! The title of a row: source words, from a place where they can stand alone. Knows the readings
//! only; a title that the reader gave is the sheet's affair.

use std::collections::BTreeSet;

use super::{SheetCell, SheetPassage};
use crate::attribution::Quotation;
use crate::contrast::{merged, quotation_of, without};
use crate::lexicon::{WordClass, class_of};
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::span::Span;
use crate::variation::{Run, RunKind};
use crate::witness::Role;

/// Words that a title may run on beyond [`MOST`] characters to end a phrase.
const RUN_ON: usize = 3;

/// Longest title of a row, in characters, but for the end of a phrase.
pub(super) const MOST: usize = 80;

/// Where a longer title is cut at the end of a clause, so long it must be by then.
const LEAST_CLAUSE: usize = 44;

/// Shortest content of a statement, and shortest rest behind an opening phrase, that says enough.
const LEAST: usize = 20;

/// Share of its words that the other readings have of a good title; and by how much a clause must be better than the
/// beginning to be taken in its place.
const SHARED: f32 = 0.3;
const GAIN: f32 = 0.2;

/// Most words of a clause up to its verb.
const LONGEST_SUBJECT: usize = 10;

/// Words that tie a clause to the one before it: a title does without them.
const TIES: [&str; 5] = ["that", "and", "but", "so", "yet"];

/// Words that need what stands before them, so that a title can't begin there.
const NEEDY: [&str; 14] =
    ["them", "him", "us", "me", "of", "to", "for", "with", "by", "from", "than", "as", "being", "having"];

/// Words that say nothing at the end of a title that is cut.
const TRAILING: [&str; 32] = [
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "with", "by", "from", "as", "and", "or", "but", "that",
    "who", "which", "his", "her", "their", "its", "mr", "mrs", "ms", "dr", "rep", "sen", "gov", "is", "was",
];

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

/// A title for a row, in source words, and where they stand.
pub(super) struct Title {
    pub words: String,
    pub place: Span,
    /// Share of the words that the other readings have.
    pub shared: f32,
}

/// The column and the title of the first of `cells`, the words at its [`place_of`]; or of another one that has much
/// more in common with the others, where that one has next to nothing.
pub(super) fn title_of_row<'a>(
    mut cells: impl Iterator<Item = (usize, &'a Prepared, &'a SheetCell)>,
) -> Option<(usize, Title)> {
    let (column, article, cell) = cells.next()?;
    let first = (column, title_of(article, cell)?);
    if first.1.shared >= SHARED {
        return Some(first);
    }
    let others = cells.filter_map(|(column, article, cell)| Some((column, title_of(article, cell)?)));
    let others = others.filter(|(_, title)| title.place.len() >= LEAST);
    let better = others.filter(|(_, title)| title.shared >= SHARED && title.shared >= first.1.shared + GAIN);
    let best = better.max_by(|(a, one), (b, other)| one.shared.total_cmp(&other.shared).then(b.cmp(a)));
    Some(best.unwrap_or(first))
}

/// The title from one cell: the words at its [`place_of`], at most [`MOST`] characters, the first letter large.
pub(super) fn title_of(article: &Prepared, cell: &SheetCell) -> Option<Title> {
    let place = place_of(article, cell)?;
    let text = &article.witness.text;
    // A page's headline often ends in the name of its site; the title is known without it.
    let is_headline = cell.passages.iter().any(|passage| passage.role == Role::Headline && passage.span == place);
    let headline = article
        .witness
        .meta
        .title
        .as_deref()
        .filter(|title| is_headline && !title.is_empty() && text.slice(place).starts_with(*title));
    let is_verb = |word: &str| article.vocabulary.looks_finite(word);
    let words = title_from(headline.unwrap_or_else(|| text.slice(place)), &is_verb);
    Some(Title { words, place, shared: shared(article, cell, place) })
}

/// Where a row has its title from in this cell: the content of its statement where it can stand alone, else its first
/// passage; but a clause that the other readings have much more of, where there is one.
fn place_of(article: &Prepared, cell: &SheetCell) -> Option<Span> {
    let first = plain_place(article, cell)?;
    let own = shared(article, cell, first);
    let clauses = cell.passages.iter().flat_map(|passage| clauses(article, passage));
    let measured = clauses.filter_map(|clause| {
        // What only leads in to the first place is no better than that; what is said before it may be.
        let end = if clause.covers(first) { lead_in(article, first).min(first.start) } else { clause.end };
        let end = end.max(clause.start);
        let part = Span::new(clause.start, end);
        (part.len() >= LEAST).then(|| (shared(article, cell, part), clause))
    });
    let better = measured.filter(|&(share, _)| share >= SHARED && share >= own + GAIN);
    let best = better.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    Some(best.map_or(first, |(_, clause)| clause))
}

/// Where the words begin that say who reports what stands at `place`, as far as they stand before it.
fn lead_in(article: &Prepared, place: Span) -> usize {
    let own = article
        .quotations_near(&[place])
        .iter()
        .filter(|quotation| quotation.content.iter().any(|content| content.overlaps(place)));
    let frames = own.flat_map(|quotation| quotation.source.iter().chain(&quotation.cue));
    frames.map(|span| span.start).filter(|&start| start < place.start).min().unwrap_or(place.start)
}

/// The content of the cell's statement in its first passage, where that can stand alone, else the passage.
fn plain_place(article: &Prepared, cell: &SheetCell) -> Option<Span> {
    let passage = cell.passages.first()?;
    let spans: Vec<Span> = cell.passages.iter().map(|passage| passage.span).collect();
    let content = quotation_of(article, &spans)
        .filter(|_| passage.role != Role::Headline)
        .and_then(|quotation| standing(article, quotation, passage.span));
    Some(content.unwrap_or(passage.span))
}

/// The part of what is reported that lies in `passage`, where it can be read by itself.
fn standing(article: &Prepared, quotation: &Quotation, passage: Span) -> Option<Span> {
    let parts = quotation.content.iter().enumerate();
    // Only the first part is known to begin as a clause; a later one that is quoted does, too.
    let able = parts.filter(|(at, span)| if *at == 0 { quotation.stands } else { quotation.quoted.contains(span) });
    let content = able.filter_map(|(_, content)| content.meet(passage)).max_by_key(|span| span.len())?;
    let first = first_word(article.witness.text.slice(content));
    (content.len() >= LEAST && !NEEDY.contains(&first.as_str())).then_some(content)
}

/// Share of the words that a title from `place` can hold that the other readings have, on the average of these. Words
/// that name who is reported and how don't count.
fn shared(article: &Prepared, cell: &SheetCell, place: Span) -> f32 {
    let shown = Span::new(place.start, place.end.min(place.start + MOST));
    let statements = article.quotations_near(&[shown]).iter().filter(|quotation| quotation.is_statement());
    let frame =
        merged(statements.flat_map(|quotation| quotation.source.iter().chain(&quotation.cue)).copied().collect());
    let own = without(&[shown], &frame);
    let columns: BTreeSet<usize> = cell.runs.iter().flat_map(|run| &run.mates).map(|&(column, _)| column).collect();
    let of_run = |run: &Run| {
        let mates: BTreeSet<usize> = run.mates.iter().map(|&(column, _)| column).collect();
        // Other words for it are half of what the same words are.
        let weight = if run.kind == RunKind::Reworded { 1 } else { 2 };
        weight * own.iter().map(|span| run.span.overlap(*span)).sum::<usize>() * mates.len()
    };
    let held: usize = cell.runs.iter().map(of_run).sum();
    let length: usize = own.iter().map(|span| span.len()).sum();
    held as f32 / (2 * length * columns.len()).max(1) as f32
}

/// The places in a passage where a clause begins that may stand alone, each up to the passage's end.
fn clauses(article: &Prepared, passage: &SheetPassage) -> Vec<Span> {
    let tokens: Vec<&Token> = article.segmented.tokens_in(passage.span).iter().collect();
    let begins = |pair: &[&Token]| {
        let [before, first] = pair else { return None };
        let mark = article.witness.text.slice(before.span);
        let opens = matches!(before.norm.as_str(), ":" | ";" | "-")
            || matches!(mark, "—" | "–")
            || before.norm == "," && matches!(first.norm.as_str(), "and" | "but");
        (opens && is_clause(article, first.span.start, passage.span.end))
            .then_some(Span::new(first.span.start, passage.span.end))
    };
    let inside = tokens.windows(2).filter_map(begins);
    let reported = article.quotations_near(&[passage.span]).iter().filter(|_| passage.role != Role::Headline);
    let reported = reported.filter_map(|quotation| standing(article, quotation, passage.span));
    let all = std::iter::once(passage.span).chain(inside).chain(reported);
    all.collect()
}

/// True where a subject and what looks like its verb stand between `start` and the next mark.
fn is_clause(article: &Prepared, start: usize, end: usize) -> bool {
    let words = article.segmented.tokens_in(Span::new(start, end)).iter();
    let words = words.skip_while(|token| matches!(token.norm.as_str(), "and" | "but"));
    let mut clause = words.take_while(|token| token.kind != TokenKind::Mark).take(LONGEST_SUBJECT);
    let is_verb = |token: &Token| article.vocabulary.looks_finite(&token.norm);
    clause.next().is_some_and(|first| !is_verb(first) && !NEEDY.contains(&first.norm.as_str())) && clause.any(is_verb)
}

fn title_from(words: &str, is_verb: &dyn Fn(&str) -> bool) -> String {
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
    // "So does the captain" is no clause without its "so", nor "That means a year more" one without "that".
    let asks = |words: &str| is_verb(&first_word(words));
    while TIES.contains(&first_word(rest).as_str())
        && let Some((_, behind)) = rest.split_once(' ')
        && !asks(behind)
    {
        rest = trimmed(behind);
    }
    let shorter = if rest.chars().count() > MOST { without_aside(rest, is_verb) } else { None };
    with_large_letter(&without_lone_marks(&cut(shorter.as_deref().unwrap_or(rest), MOST)))
}

/// Without what stands between a subject and its verb: "The harbour master … closed the quay".
fn without_aside(line: &str, is_verb: &dyn Fn(&str) -> bool) -> Option<String> {
    let (subject, rest) = line.split_once(", ")?;
    let (aside, behind) = rest.split_once(", ")?;
    let is_subject =
        subject.split(' ').count() <= LONGEST_SUBJECT && !subject.split(' ').any(|word| is_verb(&first_word(word)));
    let is_short = aside.split(' ').count() <= 2 * LONGEST_SUBJECT;
    (is_subject && is_short && is_verb(&first_word(behind))).then(|| format!("{subject} … {behind}"))
}

/// Without its quotation marks where the cut left one of a pair behind.
fn without_lone_marks(title: &str) -> String {
    let is_mark = |c: char| matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '`');
    let is_opening = |c: char| matches!(c, '“' | '„' | '«');
    let marks = title.chars().filter(|&c| is_mark(c)).count();
    let opening = title.chars().filter(|&c| is_opening(c)).count();
    let plain = title.chars().filter(|c| matches!(c, '"' | '`')).count();
    let paired = plain % 2 == 0 && opening * 2 + plain == marks;
    let title = if paired { title.to_owned() } else { title.replace(is_mark, "") };
    // A single mark that opens and is followed by none that could close it.
    let opener = title.match_indices(['\'', '‘']).find(|(at, _)| {
        let before = title.get(..*at).and_then(|before| before.chars().next_back());
        before.is_none_or(char::is_whitespace)
    });
    let Some((at, mark)) = opener else { return title };
    let behind = title.get(at + mark.len()..).unwrap_or_default();
    let closes = behind
        .match_indices(['\'', '’'])
        .any(|(at, mark)| !behind.get(at + mark.len()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)));
    if closes { title } else { format!("{}{behind}", title.get(..at).unwrap_or_default()) }
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

/// Of `line` about `most` characters, ended at a clause where one ends in time, else at the end of a phrase, which may
/// run on a little, with `…`.
fn cut(line: &str, most: usize) -> String {
    if line.chars().count() <= most {
        return line.to_owned();
    }
    let words: Vec<&str> = line.split(' ').collect();
    let length = |count: usize| words.iter().take(count).map(|word| word.chars().count() + 1).sum::<usize>().max(1) - 1;
    let fit = (1..=words.len()).take_while(|&count| length(count) <= most).count().max(1);
    let ends_in = |count: usize, marks: [char; 3]| {
        count.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.ends_with(marks))
    };
    let clause = (1..=fit).rev().find(|&count| ends_in(count, [',', ';', ':']) && length(count) >= LEAST_CLAUSE);
    // A phrase ends before a small word: "almost four dozen questions | to lawyers".
    let is_small = |word: &&str| !matches!(class_of(&first_word(word)), WordClass::Content | WordClass::Reporting);
    let is_end =
        |count: usize| ends_in(count, ['.', ')', '”']) || words.get(count).as_ref().is_none_or(|next| is_small(next));
    let phrase = (fit..=(fit + RUN_ON).min(words.len())).find(|&count| is_end(count));
    let before = || (1..fit).rev().find(|&count| is_end(count) && length(count) >= LEAST_CLAUSE);
    let count = clause.or(phrase).or_else(before).unwrap_or(fit);
    if count == words.len() {
        return line.to_owned();
    }
    let mut title = words.get(..count).unwrap_or_default().join(" ");
    loop {
        let end = title.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | ')' | ']')).len();
        title.truncate(end);
        // "… met with the" says no more than "… met".
        match title.rsplit_once(' ') {
            Some((before, last)) if TRAILING.contains(&last.to_lowercase().as_str()) => title.truncate(before.len()),
            _ => break,
        }
    }
    title.push('…');
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_begins_and_ends_where_words_stand_alone() {
        let is_verb = |word: &str| matches!(word, "closed" | "does" | "means" | "run");
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
                "The harbour authority closed the bridge, and the ferries that replace it run every ten minutes…",
            ),
            (
                "The harbour master, who has run the port of the two islands for thirty years, closed the quay to all boats",
                "The harbour master … closed the quay to all boats",
            ),
            ("So does the captain of the last boat", "So does the captain of the last boat"),
            ("That means a year more at sea", "That means a year more at sea"),
            ("and that the ferry would sail at dawn", "The ferry would sail at dawn"),
            (
                "Divers of the D.S.A. searched the harbour for the missing anchor until the tide turned at noon",
                "Divers of the D.S.A. searched the harbour for the missing anchor until the tide turned…",
            ),
            ("She promised “weeks, not months”.", "She promised weeks, not months"),
            ("She calls it a 'pause for thought'", "She calls it a pause for thought"),
            ("She calls the 'pause' a fraud", "She calls the 'pause' a fraud"),
            ("The “pause” will last, she said.", "The “pause” will last, she said"),
            ("éclairs were sold out\nby noon", "Éclairs were sold out by noon"),
            ("", ""),
            ("“ ”", ""),
        ] {
            assert_eq!(title_from(words, &is_verb), title, "{words}");
        }
    }

    #[test]
    fn a_long_title_is_cut_at_a_word() {
        assert_eq!(cut("one two three four five six seven", 10), "one two…");
        assert_eq!(
            cut("they found almost four dozen questions to the port", 22),
            "they found almost four dozen questions…"
        );
        assert_eq!(cut("one two", 10), "one two");
        assert_eq!(cut("the boats met with the others", 18), "the boats met…");
    }
}
