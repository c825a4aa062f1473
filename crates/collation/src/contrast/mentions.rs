//! How an article itself names the speakers of its event: "Mayor Ada Roth", "Roth, the mayor", "opposition leader
//! Ada Roth". Knows names by their last word and what stands beside them; quotations are other people's words.

use super::name::last_name;
use super::reported::{Word, is_function, merged, words_between};
use crate::attribution::{is_body_word, is_honorific, is_role_word};
use crate::prepare::Prepared;
use crate::span::Span;

/// Words before a name that can say what its bearer is, and characters behind it.
const MOST_BEFORE: usize = 4;
const MOST_BEHIND: usize = 48;

/// Where the article, outside quotation marks, names the person whose name is `full`: with what stands before
/// the name and, between commas, behind it. Not where the name is part of another ("Roth Bridge") or stands before what
/// it belongs to ("the Roth family").
pub(super) fn mentions(article: &Prepared, full: &str) -> Vec<Span> {
    let name: Vec<String> = full.split_whitespace().map(|part| part.trim_end_matches('.').to_lowercase()).collect();
    let last = last_name(full);
    if last.is_empty() || is_body_word(&last) || is_role_word(&last) {
        return Vec::new();
    }
    let quoted = merged(article.quotations.iter().flat_map(|quotation| quotation.quoted.clone()).collect());
    let mut found = Vec::new();
    for block in article.witness.blocks.iter().filter(|block| block.role.is_reported()) {
        let words = words_between(article, block.span);
        let is_title = is_title_case(&words);
        for (at, word) in words.iter().enumerate() {
            let is_own = word.is_capital && word.norm == last;
            if !is_own || quoted.iter().any(|quoted| quoted.overlaps(word.span)) {
                continue;
            }
            let suffix = behind(&words, at).filter(|word| name.iter().any(|part| part == word.norm));
            let end = at + usize::from(suffix.is_some());
            let Some(from) = start(&words, at, &name) else { continue };
            let goes_on = behind(&words, end).is_some_and(|next| next.is_capital && !is_function(next.norm));
            if goes_on && !is_title || from == at && stands_before(&words, at) {
                continue;
            }
            let span =
                words.get(from).zip(words.get(end)).map_or(word.span, |(first, last)| first.span.join(last.span));
            found.push(with_role_behind(article, span));
        }
    }
    found
}

/// True where nearly every word has a capital, as in many headlines.
fn is_title_case(words: &[Word]) -> bool {
    let told = || words.iter().filter(|word| !is_function(word.norm));
    told().filter(|word| word.is_capital).count() * 5 > told().count() * 4
}

/// True for a bare name before what it belongs to: "the Roth family", "a Roth aide".
fn stands_before(words: &[Word], at: usize) -> bool {
    let is_article =
        |word: &Word| matches!(word.norm, "the" | "a" | "an" | "this" | "that" | "his" | "her" | "its" | "their");
    before(words, at).is_some_and(is_article) && behind(words, at).is_some_and(|next| !is_function(next.norm))
}

/// Where the name that ends in the word `at` begins, with its titles and roles; `None` where another first name
/// stands before it.
fn start(words: &[Word], at: usize, name: &[String]) -> Option<usize> {
    let mut from = at;
    loop {
        let before_it = before(words, from).filter(|word| word.is_capital);
        let is_part = |word: &Word| name.iter().any(|part| part == word.norm);
        // An initial that the speaker's name has not: "Ada B. Roth" for Ada Roth.
        let is_initial = |word: &Word| word.span.len() <= 2 && before(words, from - 1).is_some_and(is_part);
        if !before_it.is_some_and(|word| is_part(word) || is_initial(word)) {
            break;
        }
        from -= 1;
    }
    let of_name = from;
    while of_name - from < MOST_BEFORE {
        let Some(word) = before(words, from) else { break };
        let follows_role = from < of_name && !is_function(word.norm) && word.is_capital && !is_time(word.norm);
        let is_rank = from < of_name && is_rank(word.norm);
        if !is_role_word(word.norm) && !is_honorific(word.norm) && !follows_role && !is_rank {
            break;
        }
        from -= 1;
    }
    let other = before(words, from).is_some_and(|word| {
        word.is_capital && from == at && !word.after_break && !is_function(word.norm) && !is_time(word.norm)
    });
    (!other).then_some(from)
}

/// The word before the one at `at`, where no mark stands between them.
fn before<'w, 'a>(words: &'w [Word<'a>], at: usize) -> Option<&'w Word<'a>> {
    let parted = words.get(at).is_none_or(|word| word.after_break);
    at.checked_sub(1).filter(|_| !parted).and_then(|before| words.get(before))
}

/// The word behind the one at `at`, where no mark stands between them.
fn behind<'w, 'a>(words: &'w [Word<'a>], at: usize) -> Option<&'w Word<'a>> {
    words.get(at + 1).filter(|word| !word.after_break)
}

/// What stands before a role and belongs to it: "special counsel".
fn is_rank(norm: &str) -> bool {
    matches!(
        norm,
        "special" | "deputy" | "acting" | "vice" | "prime" | "chief" | "senior" | "associate" | "interim" | "lead"
    )
}

fn is_time(norm: &str) -> bool {
    norm.ends_with("day") || matches!(norm, "tomorrow" | "meanwhile" | "later" | "earlier" | "then")
}

/// The mention with ", the mayor," behind it.
fn with_role_behind(article: &Prepared, mention: Span) -> Span {
    let text = &article.witness.text;
    let end = text.len().min(mention.end + MOST_BEHIND);
    let behind = text.slice(Span::new(mention.end, end));
    let Some(rest) = behind.strip_prefix(", the ") else { return mention };
    let Some(close) = rest.find([',', '.', ';', '\n', ':']) else { return mention };
    let role = rest.get(..close).unwrap_or_default();
    let is_role = role.split_whitespace().any(|word| is_role_word(&word.to_lowercase()));
    let length = ", the ".chars().count() + role.chars().count();
    if is_role && role.split_whitespace().count() <= 5 {
        Span::new(mention.start, mention.end + length)
    } else {
        mention
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::article;
    use super::*;

    #[test]
    fn mentions_have_titles_and_roles() {
        for (line, expected) in [
            ("She praised Mayor Ada Roth's plan.", vec!["Mayor Ada Roth"]),
            ("An FBI special counsel Ada Roth left.", vec!["FBI special counsel Ada Roth"]),
            ("The deputy mayor, Ada C. Roth, left.", vec!["Ada C. Roth"]),
            ("Opposition leader Ada Roth left.", vec!["Opposition leader Ada Roth"]),
            ("Ada Roth, the mayor of Elm, left; Roth came back.", vec!["Ada Roth, the mayor of Elm", "Roth"]),
            ("On Monday Roth left.", vec!["Roth"]),
            ("Her brother Tom Roth left.", vec![]),
            ("Mr. Roth left, and Ms. Roth did.", vec!["Mr. Roth", "Ms. Roth"]),
            ("The Roth Bridge, the Roth family and a Roth aide fell.", vec![]),
            ("A smear on Roth's record. Roth left.", vec!["Roth", "Roth"]),
            ("Ada Roth Left Town on Monday", vec!["Ada Roth"]),
            ("Ada B. Roth III left.", vec!["Ada B. Roth III"]),
            ("{“Mayor Roth must go,”} he ⟦said⟧.", vec![]),
        ] {
            let article = article(line);
            let found = mentions(&article, "Ada B. Roth III");
            let found: Vec<&str> = found.iter().map(|&span| article.witness.text.slice(span)).collect();
            assert_eq!(found, expected, "{line}");
        }
    }
}
