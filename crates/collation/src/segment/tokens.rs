//! Words, numbers and marks of a passage, cut as the data sets of word alignment cut them:
//! `'s` and `n't` by themselves, hyphenated words whole, currency and per cent signs apart.

use super::abbreviations::{is_abbreviation, is_acronym};
use super::normal::{Language, normal_form};
use super::{Token, TokenKind};
use crate::span::Span;

/// No word is longer; so no later step meets one of any length.
const MOST_CHARS: usize = 80;

/// Words that the caller split himself, one token a word; spans count as if one space stood between.
pub fn tokens_from_words(words: &[String]) -> Vec<Token> {
    let mut at = 0;
    words
        .iter()
        .map(|word| {
            let token = token(word, at, Language::from_code(None));
            at = token.span.end + 1;
            token
        })
        .collect()
}

/// Pushes the tokens of `chars`, the first of which stands at `offset` in the text.
pub(super) fn push_tokens(chars: &[char], offset: usize, language: Language, tokens: &mut Vec<Token>) {
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let end = if c.is_whitespace() || c.is_control() || c == '\u{feff}' || c == '\u{200b}' {
            at += 1;
            continue;
        } else if is_word_char(c) {
            word_end(chars, at)
        } else {
            mark_end(chars, at)
        };
        let mut from = at;
        for cut in cuts(chars.get(at..end).unwrap_or_default(), language) {
            let to = at + cut;
            let word: String = chars.get(from..to).unwrap_or_default().iter().collect();
            tokens.push(token(&word, offset + from, language));
            from = to;
        }
        at = end;
    }
}

fn token(word: &str, at: usize, language: Language) -> Token {
    let norm = normal_form(word);
    let kind = if norm.starts_with(|c: char| c.is_numeric())
        || norm.starts_with('.') && norm.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
    {
        TokenKind::Number
    } else if norm.contains(char::is_alphanumeric) {
        TokenKind::Word
    } else {
        TokenKind::Mark
    };
    let stem = if kind == TokenKind::Word { language.stem(&norm) } else { norm.clone() };
    Token { span: Span::new(at, at + word.chars().count()), kind, norm, stem }
}

/// The end of the word that begins at `at`.
fn word_end(chars: &[char], at: usize) -> usize {
    let first = get(chars, at);
    if is_ideograph(first) {
        return at + 1;
    }
    if is_address(chars, at) {
        let end = chars.iter().skip(at).position(|c| c.is_whitespace()).map_or(chars.len(), |length| at + length);
        let mut end = end.min(at + MOST_CHARS);
        while end > at + 1 && matches!(get(chars, end - 1), '.' | ',' | ')' | '"' | '”' | '’' | ';') {
            end -= 1;
        }
        return end;
    }
    let mut end = at + 1;
    while end < chars.len() && end - at < MOST_CHARS {
        let (before, c, after) = (get(chars, end - 1), get(chars, end), get(chars, end + 1));
        let joins = match c {
            '\'' | '’' | '‑' | '-' | '‐' | '&' | '_' | '@' | '·' => {
                is_word_char(before) && is_word_char(after) && !is_ideograph(after)
            }
            '.' | ',' | ':' | '/' if before.is_ascii_digit() && after.is_ascii_digit() => true,
            '.' => before.is_alphabetic() && after.is_alphabetic() && dotted(chars, at, end),
            _ => is_word_char(c) && !is_ideograph(c),
        };
        if !joins {
            break;
        }
        end += 1;
    }
    if get(chars, end) == '.' && end - at < MOST_CHARS {
        let word: String = chars.get(at..end).unwrap_or_default().iter().collect();
        let initial = end - at == 1 && first.is_uppercase() && first != 'I';
        if initial || is_acronym(&word) || is_abbreviation(&word) {
            end += 1;
        }
    }
    end
}

/// True where the dot at `dot` stands inside "U.S", "Ph.D" or "example.org", not between sentences.
fn dotted(chars: &[char], from: usize, dot: usize) -> bool {
    let before = chars.get(from..dot).unwrap_or_default();
    let part = before.rsplit(|&c| c == '.').next().unwrap_or_default().len();
    part <= 2 || get(chars, dot + 1).is_lowercase()
}

fn is_address(chars: &[char], at: usize) -> bool {
    ["http://", "https://", "www."]
        .iter()
        .any(|start| start.chars().enumerate().all(|(k, c)| get(chars, at + k).eq_ignore_ascii_case(&c)))
}

/// The end of the mark that begins at `at`: runs of dots, dashes, backticks and `''` are one mark.
fn mark_end(chars: &[char], at: usize) -> usize {
    let first = get(chars, at);
    // `'s` after a space, as tree banks print it, and `'em`.
    if matches!(first, '\'' | '’') && clitic_at(chars, at) {
        return at + 2 + usize::from(get(chars, at + 2).is_alphabetic());
    }
    let most = match first {
        '.' => 6,
        '-' => 3,
        '`' | '\'' => 2,
        _ => 1,
    };
    (at + 1..=chars.len().min(at + most)).take_while(|&end| get(chars, end - 1) == first).last().unwrap_or(at + 1)
}

fn clitic_at(chars: &[char], at: usize) -> bool {
    let rest: String =
        chars.iter().skip(at + 1).take(3).take_while(|c| c.is_alphanumeric()).flat_map(|c| c.to_lowercase()).collect();
    matches!(rest.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m")
}

/// Where the word is cut: its length last, before that the start of a clitic or the end of an elided
/// article.
fn cuts(word: &[char], language: Language) -> Vec<usize> {
    let length = word.len();
    let is_apostrophe = |at: usize| matches!(word.get(at), Some('\'' | '’'));
    let lower = |at: usize| word.get(at).map(char::to_ascii_lowercase);
    if length >= 4 && lower(length - 1) == Some('t') && is_apostrophe(length - 2) && lower(length - 3) == Some('n') {
        return vec![length - 3, length];
    }
    if length >= 3 && is_apostrophe(length - 2) && matches!(lower(length - 1), Some('s' | 'd' | 'm')) {
        return vec![length - 2, length];
    }
    let pair = (length.checked_sub(2).and_then(lower), length.checked_sub(1).and_then(lower));
    if length >= 4 && is_apostrophe(length - 3) && matches!(pair, (Some('r' | 'v'), Some('e')) | (Some('l'), Some('l')))
    {
        return vec![length - 3, length];
    }
    if language.elides()
        && let Some(at) = (1..length.min(8)).find(|&at| is_apostrophe(at))
        && at + 1 < length
    {
        return vec![at + 1, length];
    }
    vec![length]
}

fn get(chars: &[char], at: usize) -> char {
    chars.get(at).copied().unwrap_or('\0')
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Characters that are words by themselves where no white space stands between words.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}
