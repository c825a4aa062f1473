//! The articles as RIS records, which every reference manager imports.

use super::phrases::one_line;
use super::selection::Choice;
use crate::prepare::Prepared;
use crate::sheet::Sheet;

/// One record an article of the chosen events, in their order. Lines end with CR LF, as RIS has it.
pub fn write(sheet: &Sheet, choice: &Choice) -> String {
    let tables = choice.tables(sheet);
    let records: Vec<String> = tables
        .iter()
        .flat_map(|table| table.articles().map(|(_, article)| record(article)).collect::<Vec<_>>())
        .collect();
    records.join("\r\n")
}

fn record(article: &Prepared) -> String {
    let meta = &article.witness.meta;
    let mut lines = vec![("TY", "NEWS".to_owned())];
    lines.push(("TI", meta.title.clone().unwrap_or_else(|| first_words(article))));
    lines.extend(meta.byline.as_deref().into_iter().flat_map(authors).map(|author| ("AU", author)));
    lines.extend(meta.outlet.iter().map(|outlet| ("T2", outlet.clone())));
    if let Some(date) = meta.published.as_deref().and_then(|published| published.split(['T', ' ']).next()) {
        let mut parts = date.split('-');
        let [year, month, day] = [parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
        lines.push(("PY", year.to_owned()));
        lines.push(("DA", format!("{year}/{month}/{day}/")));
    }
    lines.extend(meta.language.iter().map(|language| ("LA", language.clone())));
    lines.extend(meta.url.iter().map(|url| ("UR", url.clone())));
    lines.push(("ER", String::new()));
    let lines: Vec<String> = lines.into_iter().map(|(tag, value)| format!("{tag}  - {}", one_line(&value))).collect();
    lines.join("\r\n") + "\r\n"
}

/// The names in `By Ada Brook and Carl Dahl`.
fn authors(byline: &str) -> Vec<String> {
    let byline = byline.trim();
    let names = match byline.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => byline.get(3..).unwrap_or_default(),
        _ => byline,
    };
    let names = names.split(" and ").flat_map(|names| names.split([',', ';']));
    names.map(str::trim).filter(|name| !name.is_empty() && !is_post(name)).map(str::to_owned).collect()
}

/// Last words of what somebody is, in English and German; a name does not end in one.
const POSTS: [&str; 19] = [
    "analyst",
    "bureau",
    "chief",
    "columnist",
    "contributor",
    "correspondent",
    "desk",
    "editor",
    "reporter",
    "staff",
    "writer",
    "autor",
    "autorin",
    "korrespondent",
    "korrespondentin",
    "redakteur",
    "redakteurin",
    "redaktion",
    "reporterin",
];

/// True for what somebody is instead of who: `City Hall Correspondent`.
fn is_post(name: &str) -> bool {
    name.split_whitespace().next_back().is_some_and(|last| POSTS.contains(&last.to_lowercase().as_str()))
}

/// Most words that stand for a title.
const WORDS: usize = 12;

/// What an article without a title begins with, cut with `…`; the outlet is no title.
fn first_words(article: &Prepared) -> String {
    let passage = article.segmented.passages.first().map(|passage| article.witness.text.slice(passage.span));
    let mut words = passage.unwrap_or_else(|| article.witness.name()).split_whitespace();
    let first: Vec<&str> = words.by_ref().take(WORDS).collect();
    first.join(" ") + if words.next().is_some() { "…" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_persons_and_not_their_posts() {
        for (byline, names) in [
            ("By Ada Brook and Carl Dahl", vec!["Ada Brook", "Carl Dahl"]),
            ("By Ada Brook, City Hall Correspondent", vec!["Ada Brook"]),
            ("Von Ada Brook; Redaktion", vec!["Von Ada Brook"]),
            ("Political staff", vec![]),
        ] {
            assert_eq!(authors(byline), names, "{byline}");
        }
    }
}
