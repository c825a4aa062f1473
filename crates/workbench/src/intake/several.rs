//! Plain text that holds several articles one below the other, as when two were pasted: told by lines between them,
//! and only where each part is plainly an article of its own.

use collation::{Metadata, Role};

use super::Article;
use super::decode::Decoded;
use super::txt;

/// Fewest words of a part that is an article.
const FEWEST_WORDS: usize = 30;

/// The articles of `decoded`, whose lines are those of `text`, where it holds more than one.
///
/// A line of signs parts sections of one article too. So each part has to print a headline, and two of outlet, date,
/// author and address besides, which a section has not. Where the lines count documents (`Document 1 of 2`) that is
/// enough.
pub(super) fn read(name: &str, decoded: &Decoded, text: &str) -> Option<Vec<Article>> {
    if let Some(parts) = by_counters(text) {
        return articles(name, decoded, &parts, |_| true);
    }
    let parts = parts(text, is_rule);
    articles(name, decoded, &parts, |article| {
        let Metadata { outlet, published, byline, url, .. } = &article.witness.meta;
        let told = [outlet, published, byline, url].into_iter().flatten().count();
        article.witness.blocks.iter().any(|block| block.role == Role::Headline) && told >= 2
    })
}

/// The parts as articles, if there are several and every one of them is one.
fn articles(
    name: &str,
    decoded: &Decoded,
    parts: &[String],
    is_one: impl Fn(&Article) -> bool,
) -> Option<Vec<Article>> {
    if parts.len() < 2 {
        return None;
    }
    let read = |part: &String| {
        let Decoded { encoding, guessed, broken, .. } = decoded;
        let part = Decoded { text: part.clone(), encoding: encoding.clone(), guessed: *guessed, broken: *broken };
        let article = txt::read(name, part).ok()?;
        (article.witness.words() >= FEWEST_WORDS && is_one(&article)).then_some(article)
    };
    parts.iter().map(read).collect()
}

/// What stands between the lines that part, without what is empty.
fn parts(text: &str, parts: impl Fn(&str) -> bool) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let groups = lines.split(|line| parts(line)).map(|lines| lines.join("\n").trim().to_owned());
    groups.filter(|part| !part.is_empty()).collect()
}

/// Parts below `Document 1 of 2`, `Document 2 of 2`, where every number stands there once, in order.
fn by_counters(text: &str) -> Option<Vec<String>> {
    let found: Vec<(usize, usize)> = text.lines().filter_map(counter).collect();
    let is_whole = found.iter().enumerate().all(|(at, counter)| *counter == (at + 1, found.len()));
    let parts = parts(text, |line| counter(line).is_some() || is_rule(line));
    (found.len() > 1 && is_whole && parts.len() == found.len()).then_some(parts)
}

/// `Document 1 of 2`, `Article 1/2`, `Dokument 1 von 2` as its numbers.
fn counter(line: &str) -> Option<(usize, usize)> {
    let line = line.trim().to_lowercase();
    let rest = ["document ", "article ", "dokument ", "artikel "].iter().find_map(|word| line.strip_prefix(word))?;
    let (at, all) = [" of ", " von ", "/"].iter().find_map(|between| rest.split_once(between))?;
    Some((at.trim().parse().ok()?, all.trim().trim_end_matches(['.', ':']).parse().ok()?))
}

/// A line of nothing but one sign.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let sign = line.chars().next().filter(|sign| "-=_*~#—–".contains(*sign));
    sign.is_some_and(|sign| line.chars().count() >= 3 && line.chars().all(|other| other == sign))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::intake::read_bytes;

    /// Titles of the articles in a text.
    fn titles(text: &str) -> Vec<String> {
        let found = read_bytes("a.txt", text.as_bytes()).unwrap().articles;
        found.into_iter().map(|article| article.witness.meta.title.unwrap_or_default()).collect()
    }

    #[test]
    fn articles_one_below_the_other_are_parted_where_each_is_plainly_one() {
        let body = |town: &str| {
            format!(
                "The council of {town} put off the vote on the new barrage on Monday night.\n\nIts mayor told reporters that the plan would come back in autumn, with other figures and another map of the river."
            )
        };
        let head = |title: &str| format!("{title}\n\nBy Ann Other\nHill Courier, Sunday 3 May 2026\n\n");
        let (one, two) =
            (head("Vote put off in Avel") + &body("Avel"), head("Brum waits for its barrage") + &body("Brum"));
        let bare = |title: &str, town: &str| format!("{title}\n\n{}", body(town));
        let both = ["Vote put off in Avel", "Brum waits for its barrage"];
        let first = [both[0]];
        for (text, expected) in [
            (format!("{one}\n\n---\n\n{two}"), &both[..]),
            (format!("{one}\r\n==========\r\n{two}\r\n==========\r\n"), &both[..]),
            (
                format!("Document 1 of 2\n\n{}\n\nDocument 2 of 2\n\n{}", bare(both[0], "Avel"), bare(both[1], "Brum")),
                &both[..],
            ),
            // A section, and a text without a line between.
            (format!("{one}\n\n***\n\n{}", bare("What comes next", "Brum")), &first[..]),
            (format!("{one}\n\n---\n\n{}", body("Brum")), &first[..]),
            (format!("{one}\n\n{two}"), &first[..]),
            (format!("{one}\n\nDocument 2 of 3\n\n{}", body("Brum")), &first[..]),
        ] {
            assert_eq!(titles(&text), expected, "{text}");
        }
    }
}
