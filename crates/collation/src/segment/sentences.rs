//! Where one passage ends and the next begins.
//!
//! A passage is a sentence: it ends at `.`, `!`, `?`, `…` or their counterparts in other scripts,
//! with the closing marks that follow. It does end inside a long quotation, and it does not end
//! between a quotation and the words that attribute it (`“Why not?” Ms. Vale asked.`).

// Invariant: every index comes from `0..chars.len()` or is checked against it by `at`.

use std::ops::Range;

use super::abbreviations::{REPORTING, Stop, stop_after};
use super::stops::Stops;

/// A sentence longer than this is cut where a clause ends, so that no later step meets a passage
/// of any length; the longest sentences of news have some 150 words.
const MOST_WORDS: usize = 240;
/// The same limit for text without white space.
const MOST_CHARS: usize = 4000;

/// How far around a full stop the signs of an address are looked for.
const ADDRESS_CHARS: usize = 100;

/// The passages of one block, trimmed, in order, without overlap; those without a letter or digit
/// are left out.
pub(super) fn sentences(chars: &[char], stops: Stops) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut at = 0;
    let mut has_word = false;
    while at < chars.len() {
        let c = get(chars, at);
        if has_word && let Some(end) = boundary(chars, from, at, stops) {
            push_trimmed(chars, from..end, &mut found);
            from = end;
            at = end.max(at + 1);
            has_word = false;
            continue;
        }
        has_word |= c.is_alphanumeric();
        // A run of dots is looked at once, so that a text of nothing else takes linear time.
        at = if is_terminal(c) { skip(chars, at, is_terminal) } else { at + 1 };
    }
    push_trimmed(chars, from..chars.len(), &mut found);
    found
}

/// The end of the passage that began at `from`, if a boundary starts at `at`.
fn boundary(chars: &[char], from: usize, at: usize, stops: Stops) -> Option<usize> {
    let c = get(chars, at);
    if c == '\n' && blank_line_follows(chars, at) {
        return Some(at);
    }
    if matches!(c, '。' | '！' | '？' | '｡' | '؟' | '۔' | '।' | '॥' | '።' | '។' | '။' | '։') {
        return Some(skip(chars, at + 1, |c| is_closer(c) || is_terminal(c)));
    }
    if matches!(c, '•' | '▪' | '●') && at > from {
        return Some(at);
    }
    if !is_terminal(c) {
        return None;
    }
    let after_run = skip(chars, at, is_terminal);
    let end = skip(chars, after_run, is_closer);
    if end >= chars.len() {
        return None;
    }
    let gap_end = skip(chars, end, char::is_whitespace);
    if gap_end == end {
        return glued(chars, from, at, after_run, end);
    }
    if get(chars, end) == '\n' && blank_line_follows(chars, end) {
        return Some(end);
    }
    ends_before(chars, from, at..after_run, end, gap_end, stops).then_some(end)
}

/// Whether the sentence ends with the terminals `run`, whose closing marks reach to `end`, when the
/// next word begins at `next`.
fn ends_before(chars: &[char], from: usize, run: Range<usize>, end: usize, next: usize, stops: Stops) -> bool {
    let (at, after_run) = (run.start, run.end);
    let word_start = skip(chars, next, is_opener);
    let first = get(chars, word_start);
    if first.is_lowercase() || is_terminal(first) && get(chars, next) != '[' || !begins_sentence(first) {
        return false;
    }
    let before = word_before(chars, from, at);
    // "[...] He" keeps the mark of omission with what follows.
    if after_run - at >= 1 && get(chars, end.saturating_sub(1)) == ']' && before.is_empty() {
        return false;
    }
    // ". . ." inside a sentence; a fourth dot ends it.
    let spaced = chars.get(at.saturating_sub(5)..at).unwrap_or_default();
    if matches!(spaced, [' ', '.', ' ', '.', ' ']) {
        return false;
    }
    let next_word = word_from(chars, word_start);
    let opened = word_start > next;
    let quoted = end > after_run && chars.get(after_run..end).unwrap_or_default().iter().any(|&c| is_quote(c));
    if quoted && get(chars, at) != '.' && (attribution_follows(chars, next) || short_answer_follows(chars, next)) {
        return false;
    }
    if get(chars, at) == '!' && matches!(before.to_lowercase().as_str(), "yahoo" | "jeopardy") {
        return false;
    }
    if get(chars, at) != '.' || after_run - at > 1 {
        return true;
    }
    // "1. The first item": a number by itself is no sentence.
    if before.chars().all(|c| c.is_ascii_digit()) && !has_word(chars, from..at.saturating_sub(before.chars().count())) {
        return false;
    }
    let ahead = word_ahead(chars, from, at.saturating_sub(before.chars().count()));
    if !quoted && stops.is_ordinal(&ahead, &before, &next_word) {
        return false;
    }
    match stops.after(&before, &ahead) {
        Stop::Plain => true,
        Stop::Title => quoted,
        Stop::BeforeNumber => !first.is_numeric() && (first.is_uppercase() || opened),
        Stop::Either => {
            quoted || opened && !first.is_numeric() && get(chars, next) != '(' || stops.is_starter(&next_word)
        }
    }
}

/// A boundary without white space: "the end.The next". Only between plain words, so that addresses
/// and abbreviations stay whole.
fn glued(chars: &[char], from: usize, at: usize, after_run: usize, end: usize) -> Option<usize> {
    if end != after_run || after_run != at + 1 || get(chars, at) == '…' {
        return None;
    }
    let lower_before = (1..=3).all(|back| at >= from + back && get(chars, at - back).is_lowercase());
    let upper_after = get(chars, end).is_uppercase() && get(chars, end + 1).is_lowercase();
    let number_before = at > from && get(chars, at - 1).is_ascii_digit();
    if !(lower_before || number_before) || !upper_after {
        return None;
    }
    let start = rskip(chars, from.max(at.saturating_sub(ADDRESS_CHARS)), at, |c| !c.is_whitespace());
    let ahead = chars.get(end..chars.len().min(end + ADDRESS_CHARS)).unwrap_or_default();
    let stop = end + ahead.iter().position(|c| c.is_whitespace()).unwrap_or(ahead.len());
    // Looks like an address or a file name.
    let token = chars.get(start..stop).unwrap_or_default();
    let odd = token.iter().any(|c| matches!(c, '/' | '@' | '_' | '\\'));
    let dots = token.iter().filter(|&&c| c == '.').count();
    let last_dot = token.last() == Some(&'.');
    (!odd && dots <= 1 + usize::from(last_dot)).then_some(end)
}

/// True where a few words with a reporting verb, and no quotation before it, start at `at`.
fn attribution_follows(chars: &[char], at: usize) -> bool {
    let mut at = at;
    for _ in 0..5 {
        if is_opener(get(chars, at)) {
            return false;
        }
        let end = skip(chars, at, |c| !c.is_whitespace());
        let word: String = chars.get(at..end).unwrap_or_default().iter().take(40).collect();
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if REPORTING.binary_search(&bare).is_ok() {
            return true;
        }
        // A clause has begun that is more than a name: "Asked if", "He then left".
        if word.ends_with(['.', '!', '?', ';']) && stop_after(bare) == Stop::Plain || word.is_empty() {
            return false;
        }
        at = skip(chars, end, char::is_whitespace);
    }
    false
}

/// True where a quotation of a few words that its speaker's name follows starts at `at`:
/// `“Is it over?” “No,” he replied.`
fn short_answer_follows(chars: &[char], at: usize) -> bool {
    if !is_quote(get(chars, at)) {
        return false;
    }
    let near = chars.get(at + 1..(at + 40).min(chars.len())).unwrap_or_default();
    near.iter().position(|&c| is_quote(c)).is_some_and(|close| close > 0 && get(near, close - 1) == ',')
}

/// Pushes `range` without white space at its ends, cut into pieces where it is far too long.
fn push_trimmed(chars: &[char], range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let start = skip(chars, range.start, char::is_whitespace).min(range.end);
    let end = rskip(chars, start, range.end, char::is_whitespace);
    if end - start <= MOST_CHARS.min(MOST_WORDS) {
        return push_piece(chars, start..end, found);
    }
    let mut piece = start;
    let mut words = 0;
    let mut clause = None;
    for at in start..end {
        let c = get(chars, at);
        if c.is_whitespace() && at > piece {
            words += usize::from(!get(chars, at - 1).is_whitespace());
            if matches!(get(chars, at - 1), ';' | ',' | ':' | '—' | '–') && words >= MOST_WORDS / 2 {
                clause = Some(at);
            }
        }
        let full = words >= MOST_WORDS && c.is_whitespace();
        if full || at - piece >= MOST_CHARS {
            let cut = clause.take().filter(|_| full).unwrap_or(at);
            push_piece(chars, skip(chars, piece, char::is_whitespace)..cut, found);
            piece = cut;
            words = 0;
        }
    }
    push_piece(chars, skip(chars, piece, char::is_whitespace).min(end)..end, found);
}

fn push_piece(chars: &[char], range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let end = rskip(chars, range.start, range.end, char::is_whitespace);
    if has_word(chars, range.start..end) {
        found.push(range.start..end);
    }
}

fn has_word(chars: &[char], range: Range<usize>) -> bool {
    chars.get(range).unwrap_or_default().iter().any(|c| c.is_alphanumeric())
}

/// The word that ends just before `at`, without the marks that open it.
fn word_before(chars: &[char], from: usize, at: usize) -> String {
    // No abbreviation is longer; so the work stays linear on one endless word.
    let floor = from.max(at.saturating_sub(24));
    let start = rskip(chars, floor, at, |c| c.is_alphanumeric() || matches!(c, '.' | '°' | '\'' | '’'));
    let word: String = chars.get(start..at).unwrap_or_default().iter().collect();
    word.trim_matches(['.', '\'', '’']).to_owned()
}

/// The word before the one that begins at `at`, without the marks around it.
fn word_ahead(chars: &[char], from: usize, at: usize) -> String {
    let floor = from.max(at.saturating_sub(24));
    let end = rskip(chars, floor, at, |c| c.is_whitespace() || matches!(c, '.' | ','));
    let start = rskip(chars, floor, end, char::is_alphanumeric);
    chars.get(start..end).unwrap_or_default().iter().collect()
}

/// The letters and digits from `at` on, at most a name's length.
fn word_from(chars: &[char], at: usize) -> String {
    chars.get(at..).unwrap_or_default().iter().take(24).take_while(|c| c.is_alphanumeric()).collect()
}

fn blank_line_follows(chars: &[char], at: usize) -> bool {
    let mut next = at + 1;
    while matches!(get(chars, next), ' ' | '\t' | '\r' | '\u{a0}') {
        next += 1;
    }
    get(chars, next) == '\n'
}

/// First index from `at` on whose character is not `pass`.
fn skip(chars: &[char], at: usize, pass: impl Fn(char) -> bool) -> usize {
    let rest = chars.get(at..).unwrap_or_default();
    at + rest.iter().position(|&c| !pass(c)).unwrap_or(rest.len())
}

/// The start of the run of characters that `pass` and end just before `at`, not before `from`.
fn rskip(chars: &[char], from: usize, at: usize, pass: impl Fn(char) -> bool) -> usize {
    let rest = chars.get(from..at).unwrap_or_default();
    from + rest.iter().rposition(|&c| !pass(c)).map_or(0, |last| last + 1)
}

fn get(chars: &[char], at: usize) -> char {
    chars.get(at).copied().unwrap_or('\0')
}

fn begins_sentence(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '@' | '#' | '$' | '€' | '£' | '…' | '.' | '¿' | '¡' | '-' | '*')
}

const fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‘' | '’' | '\'' | '`' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』')
}

const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | '`' | '»' | '›' | ')' | ']' | '）' | '」' | '』' | '】' | '“')
}

const fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '„'
            | '‘'
            | '’'
            | '\''
            | '`'
            | '«'
            | '‹'
            | '('
            | '['
            | '「'
            | '『'
            | '—'
            | '–'
            | '-'
            | '*'
            | '_'
            | '¿'
            | '¡'
    )
}
