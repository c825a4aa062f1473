//! How an article itself names the speakers of its event: "Mayor Ada Roth", "Roth, the mayor", "opposition leader
//! Ada Roth". Knows names by their last word and what stands beside them; quotations are other people's words.

use super::reported::{Word, is_function, merged, words_between};
use crate::attribution::{is_body_word, is_role_word};
use crate::prepare::Prepared;
use crate::span::Span;

/// Words before a name that can say what its bearer is, and characters behind it.
const MOST_BEFORE: usize = 4;
const MOST_BEHIND: usize = 48;

/// Where the article, outside quotation marks, names the person whose name is `full`: with what stands before
/// the name and, between commas, behind it.
pub(super) fn mentions(article: &Prepared, full: &str) -> Vec<Span> {
    let name: Vec<String> = full.split_whitespace().map(str::to_lowercase).collect();
    let Some(last) = name.last().filter(|last| !is_body_word(last) && !is_role_word(last)) else { return Vec::new() };
    let quoted = merged(article.quotations.iter().flat_map(|quotation| quotation.quoted.clone()).collect());
    let mut found = Vec::new();
    for block in article.witness.blocks.iter().filter(|block| block.role.is_reported()) {
        let words = words_between(article, block.span);
        for (at, word) in words.iter().enumerate() {
            let is_own = word.is_capital && word.norm == last.as_str();
            if !is_own || quoted.iter().any(|quoted| quoted.overlaps(word.span)) {
                continue;
            }
            if let Some(start) = start(&words, at, &name) {
                found.push(with_role_behind(article, Span::new(start, word.span.end)));
            }
        }
    }
    found
}

/// Where the name that ends in the word `at` begins, with its titles and roles; `None` where another first name
/// stands before it.
fn start(words: &[Word], at: usize, name: &[String]) -> Option<usize> {
    let mut from = at;
    while let Some(before) = before(words, from).filter(|before| name.iter().any(|part| part == before.norm)) {
        if !before.is_capital {
            break;
        }
        from -= 1;
    }
    let of_name = from;
    while of_name - from < MOST_BEFORE {
        let Some(word) = before(words, from) else { break };
        let follows_role = from < of_name && !is_function(word.norm) && word.is_capital && !is_time(word.norm);
        if !is_role_word(word.norm) && !follows_role {
            break;
        }
        from -= 1;
    }
    let other = before(words, from).is_some_and(|word| {
        word.is_capital && from == at && !word.after_break && !is_function(word.norm) && !is_time(word.norm)
    });
    words.get(from).filter(|_| !other).map(|word| word.span.start)
}

/// The word before the one at `at`, where no mark stands between them.
fn before<'w, 'a>(words: &'w [Word<'a>], at: usize) -> Option<&'w Word<'a>> {
    let parted = words.get(at).is_none_or(|word| word.after_break);
    at.checked_sub(1).filter(|_| !parted).and_then(|before| words.get(before))
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
            ("Opposition leader Ada Roth left.", vec!["Opposition leader Ada Roth"]),
            ("Ada Roth, the mayor of Elm, left; Roth came back.", vec!["Ada Roth, the mayor of Elm", "Roth"]),
            ("On Monday Roth left.", vec!["Roth"]),
            ("Her brother Tom Roth left.", vec![]),
            ("{“Mayor Roth must go,”} he ⟦said⟧.", vec![]),
        ] {
            let article = article(line);
            let found = mentions(&article, "Ada Roth");
            let found: Vec<&str> = found.iter().map(|&span| article.witness.text.slice(span)).collect();
            assert_eq!(found, expected, "{line}");
        }
    }
}
