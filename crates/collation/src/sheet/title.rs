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
pub(super) const MOST: usize = 110;

/// Where a longer title is cut at the end of a clause, so long it must be by then.
const LEAST_CLAUSE: usize = 56;

/// Shortest content of a statement, and shortest rest behind an opening phrase, that says enough.
const LEAST: usize = 20;

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

/// First words of a phrase or clause that sets the scene of the clause behind its comma, and depends on it.
const SCENES: [&str; 15] = [
    "after", "although", "as", "at", "before", "by", "during", "in", "on", "since", "though", "under", "when", "while",
    "with",
];

/// The same of phrases that do no more than that: a title does without them.
const OPENERS: [&str; 9] =
    ["about", "according", "amid", "citing", "despite", "earlier", "meanwhile", "previously", "speaking"];

/// The same of those without which the clause would say something else.
const CONDITIONS: [&str; 10] =
    ["because", "for", "from", "if", "once", "unless", "until", "whatever", "whether", "without"];

/// A title for a row, in source words, and where they stand.
pub(super) struct Title {
    pub words: String,
    pub place: Span,
    /// How well the words say by themselves what the readings have in common; only good for comparing titles of a row.
    pub rank: f32,
}

/// What a title is worth beside the share of its words that the other readings have.
mod worth {
    /// Nothing is cut off.
    pub const WHOLE: f32 = 0.2;
    /// It is what the reading mainly reports.
    pub const PLAIN: f32 = 0.15;
    /// It is from the reading that the others are compared with.
    pub const FIRST: f32 = 0.25;
    /// A clause that depends on one that is not shown.
    pub const DEPENDENT: f32 = -0.5;
    /// Without a verb, or cut behind a word that asks for more.
    pub const BROKEN: f32 = -0.2;
    /// Cut right behind the verb that reports.
    pub const UNSAID: f32 = -0.4;
    /// Begins with "he" or "this", so that something else must say who or what is meant.
    pub const POINTING: f32 = -0.2;
    /// What somebody unnamed says, without saying that somebody says it.
    pub const NAMELESS: f32 = -0.12;
    /// Says who reports it, though the speaker is shown beside the title.
    pub const TWICE: f32 = -0.05;
}

/// The column and the title of the row with the best title of all `cells`; what the first of them says goes before.
pub(super) fn title_of_row<'a>(
    cells: impl Iterator<Item = (usize, &'a Prepared, &'a SheetCell)>,
) -> Option<(usize, Title)> {
    let titles = cells.enumerate().filter_map(|(at, (column, article, cell))| {
        let title = title_of(article, cell)?;
        let first = if at == 0 { worth::FIRST } else { 0.0 };
        Some((column, Title { rank: title.rank + first, ..title }))
    });
    // Of equals the first.
    titles.reduce(|best, next| if next.1.rank > best.1.rank { next } else { best })
}

/// The best title from one cell: at most [`MOST`] characters of it, the first letter large.
pub(super) fn title_of(article: &Prepared, cell: &SheetCell) -> Option<Title> {
    let plain = plain_place(article, cell)?;
    let clauses = cell.passages.iter().flat_map(|passage| clauses(article, passage));
    let others = clauses.filter(|&place| place != plain && place.len() >= LEAST);
    let plain = title_at(article, cell, plain, worth::PLAIN);
    let titles = others.map(|place| title_at(article, cell, place, 0.0));
    Some(titles.fold(plain, |best, next| if next.rank > best.rank { next } else { best }))
}

fn title_at(article: &Prepared, cell: &SheetCell, place: Span, bonus: f32) -> Title {
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
    let shown = spans_of(article, place, &words);
    let shared = shared(article, cell, place, &shown);
    let reports = article.quotations_near(&[place]).iter().filter(|it| it.is_statement() && !it.cue.is_empty());
    let frame = |quotation: &&Quotation| {
        let frame = quotation.source.iter().chain(&quotation.cue);
        frame.map(|span| shown.iter().map(|shown| shown.overlap(*span)).sum::<usize>()).sum::<usize>() > 0
    };
    let of_content = |quotation: &&Quotation| quotation.content.iter().any(|content| content.covers(place));
    let is_speakerless = reports.clone().find(of_content).is_some_and(|quotation| quotation.speaker.is_none());
    let is_twice = !is_headline && reports.clone().filter(|it| it.speaker.is_some()).any(|it| frame(&it));
    let is_cut = words.ends_with('…');
    let says = |word: &str| is_verb(word) || article.vocabulary.class_of(word).is_some();
    let kinds = [
        (!is_cut, worth::WHOLE),
        (is_dependent(&words, &says), worth::DEPENDENT),
        (is_broken(&words, is_cut, &says), worth::BROKEN),
        (is_cut && ends_in_report(&words), worth::UNSAID),
        (POINTING.contains(&first_word(&words).as_str()), worth::POINTING),
        (is_speakerless, worth::NAMELESS),
        (is_twice, worth::TWICE),
    ];
    let rank = shared + bonus + kinds.iter().filter(|(holds, _)| *holds).map(|(_, worth)| worth).sum::<f32>();
    Title { words, place, rank }
}

/// Words that point at something said before.
const POINTING: [&str; 11] = ["he", "she", "they", "it", "this", "that", "these", "those", "his", "her", "their"];

/// True for a word that opens a clause or a phrase which depends on another clause.
fn depends(word: &str) -> bool {
    SCENES.contains(&word) || CONDITIONS.contains(&word)
}

/// True for a clause that depends on another one, which a comma parts from it, where that has no verb in the title.
fn is_dependent(title: &str, is_verb: &dyn Fn(&str) -> bool) -> bool {
    let main = title.rsplit_once(", ").map_or("", |(_, main)| main);
    depends(&first_word(title))
        && (main.is_empty() || depends(&first_word(main)) || !main.split(' ').any(|word| is_verb(&first_word(word))))
}

/// True where a title has no verb, or is cut behind a word that asks for more.
fn is_broken(title: &str, is_cut: bool, is_verb: &dyn Fn(&str) -> bool) -> bool {
    // "I'm", "won't"
    let is_contracted = |word: &str| word.contains(['\'', '’']) && !word.ends_with("'s") && !word.ends_with("’s");
    let has_verb = title.split(' ').any(|word| is_verb(&first_word(word)) || is_contracted(trimmed(word)));
    let mut last = title.rsplit(' ').map(first_word);
    let asks = last.next().is_some_and(|last| depends(&last)) || last.next().is_some_and(|before| before == "to");
    is_cut && asks || !has_verb
}

/// True where the last word reports: "The harbour master said…".
fn ends_in_report(title: &str) -> bool {
    title.rsplit(' ').next().is_some_and(|last| class_of(&first_word(last)) == WordClass::Reporting)
}

/// Where the words of a title stand that is made from `place`, as far as they follow each other there.
fn spans_of(article: &Prepared, place: Span, title: &str) -> Vec<Span> {
    const REACH: usize = 60;
    let mut rest = article.segmented.tokens_in(place);
    let mut spans = Vec::new();
    let same = |token: &Token, word: &str| article.witness.text.slice(token.span).to_lowercase() == word;
    for word in title.split(|c: char| c.is_whitespace() || c == '…').filter(|word| !word.is_empty()) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let found = rest.iter().take(REACH).position(|token| same(token, &word) || word.starts_with(&token.norm));
        let Some((token, behind)) = found.and_then(|at| rest.get(at..)?.split_first()) else { continue };
        spans.push(token.span);
        rest = behind;
    }
    merged(spans)
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

/// Share of the words at `shown`, a part of `place`, that the other readings have, on the average of these. Words that
/// name who is reported and how don't count.
fn shared(article: &Prepared, cell: &SheetCell, place: Span, shown: &[Span]) -> f32 {
    let statements = article.quotations_near(&[place]).iter().filter(|quotation| quotation.is_statement());
    let frame =
        merged(statements.flat_map(|quotation| quotation.source.iter().chain(&quotation.cue)).copied().collect());
    let own = without(shown, &frame);
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
        let opens = matches!(before.norm.as_str(), ":" | ";")
            || matches!(mark, "—" | "–" | "--")
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
    // No list has all verbs, so what stands before one must look like a subject.
    let begins = |token: &Token| {
        let letter = article.witness.text.slice(token.span).chars().next();
        letter.is_some_and(|letter| !letter.is_lowercase())
            || matches!(class_of(&token.norm), WordClass::Determiner | WordClass::Pronoun)
    };
    let Some(first) = clause.next().filter(|first| begins(first) && !NEEDY.contains(&first.norm.as_str())) else {
        return false;
    };
    let speaks = matches!(first.norm.as_str(), "i" | "we" | "he" | "she" | "they");
    !is_verb(first) && (clause.any(is_verb) || speaks)
}

fn title_from(words: &str, is_verb: &dyn Fn(&str) -> bool) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = trimmed(&line);
    let first = first_word(rest);
    if (SCENES.contains(&first.as_str()) || OPENERS.contains(&first.as_str()))
        && let Some((_, behind)) = rest.split_once(", ")
        && behind.chars().count() >= LEAST
        // "After a year the board must report, and …": what stands in front is a clause already.
        && !matches!(first_word(behind).as_str(), "and" | "but" | "or")
        // "On line 4, the last ferry, the news travelled fast": what comes next belongs to the phrase.
        && behind.split_once(", ").is_none_or(|(next, _)| holds_verb(next, is_verb))
    {
        rest = trimmed(behind);
    }
    // "So does the captain" is no clause without its "so", nor "That money came late" one without "that".
    let asks = |words: &str| is_verb(&first_word(words));
    while TIES.contains(&first_word(rest).as_str())
        && !rest.starts_with("That")
        && let Some((_, behind)) = rest.split_once(' ')
        && !asks(behind)
    {
        rest = trimmed(behind);
    }
    let shorter = if rest.chars().count() > MOST { without_aside(rest, is_verb) } else { None };
    with_large_letter(&without_lone_marks(&cut(shorter.as_deref().unwrap_or(rest), MOST)))
}

/// True where one of the words is a verb, and no infinitive.
fn holds_verb(words: &str, is_verb: &dyn Fn(&str) -> bool) -> bool {
    let words: Vec<String> = words.split(' ').map(first_word).collect();
    let before = std::iter::once("").chain(words.iter().map(String::as_str));
    words.iter().zip(before).any(|(word, before)| is_verb(word) && before != "to")
}

/// Without what stands between a subject and its verb: "The harbour master … closed the quay".
fn without_aside(line: &str, is_verb: &dyn Fn(&str) -> bool) -> Option<String> {
    let (subject, rest) = line.split_once(", ")?;
    let (aside, behind) = rest.split_once(", ")?;
    let is_subject =
        subject.split(' ').count() <= LONGEST_SUBJECT && !subject.split(' ').any(|word| is_verb(&first_word(word)));
    let is_short = aside.split(' ').count() <= 2 * LONGEST_SUBJECT;
    // "How odd, we are the only town where a boat comes in, has …": that is no aside.
    let first = first_word(aside);
    let opens = matches!(class_of(&first), WordClass::Preposition | WordClass::Determiner)
        || matches!(first.as_str(), "who" | "which" | "whose" | "where")
        || first.ends_with("ed")
        || first.ends_with("ing");
    let is_aside = opens || !aside.split(' ').any(|word| is_verb(&first_word(word)));
    (is_subject && is_short && is_aside && is_verb(&first_word(behind))).then(|| format!("{subject} … {behind}"))
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
    let title = if title.contains('(') == title.contains(')') { title } else { title.replace(['(', ')'], "") };
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
    let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '$' | '€' | '£' | '%' | '[' | ']');
    let from = words.trim_start_matches(is_mark);
    let whole = from.trim_end_matches(is_mark);
    // "O.K." ends in a full stop of its own.
    let is_dotted = whole.rsplit(' ').next().is_some_and(|last| last.contains('.'));
    from.get(..=whole.len()).filter(|dotted| is_dotted && dotted.ends_with('.')).unwrap_or(whole)
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
        let is_verb = |word: &str| matches!(word, "closed" | "does" | "means" | "run" | "would");
        for (words, title) in [
            ("“It will be weeks, not months,”", "It will be weeks, not months"),
            ("that the ferry would sail at dawn", "The ferry would sail at dawn"),
            ("In a short note on Friday, the harbour master closed the quay.", "The harbour master closed the quay"),
            ("After dark, no one.", "After dark, no one"),
            (
                "On the ferry, the last boat of the day, closed signs would hang",
                "On the ferry, the last boat of the day, closed signs would hang",
            ),
            (
                "In Tarn, the first town to run boats for nothing, the ferries would fill",
                "In Tarn, the first town to run boats for nothing, the ferries would fill",
            ),
            (
                "After a year the board must report, and a gap leads to a vote",
                "After a year the board must report, and a gap leads to a vote",
            ),
            ("according to the authority", "According to the authority"),
            (
                "The harbour authority closed the bridge to cars and lorries, and the two ferries that replace it run every ten minutes from dawn",
                "The harbour authority closed the bridge to cars and lorries…",
            ),
            (
                "The harbour master, who has run the port of the two islands for thirty years, closed the quay to all boats at noon",
                "The harbour master … closed the quay to all boats at noon",
            ),
            (
                "The ferry plan, submitted once more in the House this year, would a decade from now give islanders a boat of their own",
                "The ferry plan … would a decade from now give islanders a boat of their own",
            ),
            (
                "How odd, we run the only port where a boat comes in, does what it likes and goes back out to sea at night before the bell",
                "How odd, we run the only port where a boat comes in, does what it likes and goes back out to sea at night…",
            ),
            ("That money run out by noon", "That money run out by noon"),
            ("So does the captain of the last boat", "So does the captain of the last boat"),
            ("That means a year more at sea", "That means a year more at sea"),
            ("and that the ferry would sail at dawn", "The ferry would sail at dawn"),
            (
                "Divers of the D.S.A. searched the harbour and the whole of the northern bay for the missing anchor until the tide turned at noon",
                "Divers of the D.S.A. searched the harbour and the whole of the northern bay for the missing anchor until the tide turned…",
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
