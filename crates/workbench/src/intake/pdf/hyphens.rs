//! Joins the lines of a paragraph, and tells a hyphen that only broke a word at a line's end from one that
//! belongs to it. Asks the document itself first, general English second; a hyphen in doubt stays.

use std::collections::BTreeSet;

use collation::lexicon::vectors;
use collation::segment::tokens_from_words;

const SOFT: char = '\u{ad}';
const HYPHENS: [char; 3] = ['-', '\u{2010}', SOFT];
/// Words before which a hyphen stands for the rest of a compound: "two- and three-year".
const LINKS: &[&str] = &["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "en"];

/// What a document shows of its hyphens.
#[derive(Debug, Default)]
pub(super) struct Hyphens {
    /// Words that stand inside its lines, hyphened ones whole.
    words: BTreeSet<String>,
    /// The hyphens that it breaks words with.
    breaking: BTreeSet<char>,
}

/// A line's last word and the next line's first, where a hyphen parts them.
struct Break {
    hyphen: char,
    head: String,
    tail: String,
}

impl Hyphens {
    /// What `lines`, in the order of reading, show.
    pub fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut hyphens = Self::default();
        for line in lines.clone() {
            let last = line.split_whitespace().count().saturating_sub(1);
            let inside =
                line.split_whitespace().enumerate().filter(|(at, word)| *at < last || !word.ends_with(HYPHENS));
            hyphens.words.extend(inside.map(|(_, word)| plain(word)));
        }
        for (line, next) in lines.clone().zip(lines.skip(1)) {
            // Two words that make a compound prove nothing; half a word does.
            if let Some(Break { hyphen, head, tail }) = Break::between(line, next)
                && !hyphens.words.contains(&format!("{head}-{tail}"))
                && !(is_word(last_part(&head)) && is_word(first_part(&tail)))
            {
                hyphens.breaking.insert(hyphen);
            }
        }
        hyphens
    }

    /// Adds the next line of a paragraph to `text`.
    pub fn join(&self, text: &mut String, next: &str) {
        let Some(Break { hyphen, head, tail }) = Break::between(text, next) else {
            let is_open = text.ends_with(['—', '-', '/']) && !text.ends_with(" —") && !text.ends_with(" -");
            if !is_open {
                text.push(' ');
            }
            text.push_str(next);
            return;
        };
        if hyphen != SOFT && LINKS.contains(&tail.as_str()) && !self.words.contains(&format!("{head}{tail}")) {
            text.push(' ');
        } else if self.only_breaks(hyphen, &head, &tail) {
            text.pop();
        }
        text.push_str(next);
    }

    fn only_breaks(&self, hyphen: char, head: &str, tail: &str) -> bool {
        let (joined, hyphened) = (format!("{head}{tail}"), format!("{head}-{tail}"));
        if hyphen == SOFT || self.words.contains(&joined) {
            return true;
        }
        if self.words.contains(&hyphened) || !self.breaking.contains(&hyphen) {
            return false;
        }
        is_word(&joined) || !(is_word(last_part(head)) && is_word(first_part(tail)))
    }
}

impl Break {
    fn between(line: &str, next: &str) -> Option<Self> {
        let hyphen = line.chars().last().filter(|c| HYPHENS.contains(c))?;
        next.chars().next().filter(|c| c.is_lowercase())?;
        let head = plain(line.split_whitespace().next_back()?.trim_end_matches(HYPHENS));
        let tail = plain(next.split_whitespace().next()?.trim_end_matches(HYPHENS));
        (head.ends_with(char::is_alphabetic) && !tail.is_empty()).then_some(Self { hyphen, head, tail })
    }
}

fn last_part(head: &str) -> &str {
    head.rsplit(HYPHENS).next().unwrap_or(head)
}

fn first_part(tail: &str) -> &str {
    tail.split(HYPHENS).next().unwrap_or(tail)
}

/// A word in small letters, without the marks around it and the ending `’s`.
fn plain(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
    word.chars().filter(|c| *c != SOFT).collect::<String>().to_lowercase()
}

fn is_word(word: &str) -> bool {
    // The pieces of the word list hold every single letter and many pairs.
    word.chars().count() > 2
        && tokens_from_words(&[word.to_owned()]).first().is_some_and(|token| vectors::is_word(&token.norm, &token.stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: &str) {
        let hyphens = Hyphens::of(lines.iter().copied());
        let mut text = lines.first().copied().unwrap_or_default().to_owned();
        for line in lines.iter().skip(1) {
            hyphens.join(&mut text, line);
        }
        assert_eq!(text, expected);
    }

    #[test]
    fn a_hyphen_goes_where_it_only_broke_a_word() {
        // "amend-ments" shows that this document breaks words with its hyphens.
        check(
            &["The amend-", "ments of the twenty-", "four coun-", "cillors"],
            "The amendments of the twenty-four councillors",
        );
        check(&["a sol\u{ad}", "emn oath"], "a solemn oath");
        check(&["Die Regie-", "rung prüft das"], "Die Regierung prüft das");
        check(
            &["an under-sec-", "retary of the long-term fund, the long-", "term one"],
            "an under-secretary of the long-term fund, the long-term one",
        );
    }

    #[test]
    fn a_hyphen_stays_where_the_document_breaks_no_words() {
        check(&["the under-", "secretary has a well-", "known view"], "the under-secretary has a well-known view");
        check(&["amend\u{2010}", "ments by the under-", "secretary"], "amendments by the under-secretary");
    }

    #[test]
    fn other_line_ends() {
        check(
            &["born in Saint-", "Malo between two- and three-", "year terms"],
            "born in Saint-Malo between two- and three-year terms",
        );
        check(&["two-", "and three-year terms"], "two- and three-year terms");
        check(&["the lights failed —", "a fuse—", "and so"], "the lights failed — a fuse—and so");
    }
}
