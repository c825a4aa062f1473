//! Whose article it is, where a line of the text tells: beside the date, or as the owner of the copyright.

use super::dates;

/// Words that names of outlets hold and names of persons do not, in lower case.
const WORDS: &str = "news times post daily herald tribune gazette journal press radio tv magazine today telegraph guardian \
     mail express star sun mirror observer review chronicle courier online media agency weekly zeitung blatt tagblatt \
     tageblatt anzeiger nachrichten kurier presse rundfunk journaal dagblad avisen tidende posten bladet aftonbladet \
     correo diario gaceta prensa periódico jornal folha gazeta corriere giornale stampa figaro monde nouvelles \
     wire bulletin standard independent globe record register sentinel examiner inquirer ledger lantern argus \
     international network broadcasting the le la el il die der das";
/// Ends of names of outlets that are one word in languages that write compounds so: `Rheinbote`, `Abendpost`.
const ENDINGS: &str = "bote post zeitung blatt anzeiger kurier nachrichten rundschau presse spiegel blick echo express stimme \
     bladet avisen posten tidning tidningen tidende vakten krant courant bode dagblad";

/// The outlet in a line such as `Daily Example · Thursday, 4 April 2024`. `has_byline` tells that the writer
/// stands elsewhere, so that two capitalised words here are no person. Behind a name with a comma
/// (`Daily Example, 4 April 2024`) the date must be all, and the name an outlet's: a place stands there too.
pub(super) fn beside_date(line: &str, has_byline: bool) -> Option<&str> {
    let mut parts = line.split(['·', '|', '•', '—', '–']).map(str::trim).filter(|part| !part.is_empty());
    if let Some((name, day)) = line.split_once(',').filter(|_| !line.contains(['·', '|', '•', '—', '–'])) {
        let wordy = day.split_whitespace().take_while(|word| !word.contains(|c: char| c.is_ascii_digit())).count() > 2;
        let is_day = dates::find(name).is_none() && dates::find(day).is_some() && !wordy;
        let told = is_day && is_name(name) && names_outlet(name);
        return told.then_some(name.trim());
    }
    let (first, second, None) = (parts.next()?, parts.next()?, parts.next()) else { return None };
    let name = match (dates::find(first), dates::find(second)) {
        (None, Some(_)) => first,
        (Some(_), None) => second,
        _ => return None,
    };
    (is_name(name) && (has_byline || names_outlet(name))).then_some(name)
}

/// The outlet, where a line is nothing but the name of one: `Daily Example`.
pub(super) fn alone(line: &str) -> Option<&str> {
    let name = line.trim();
    (is_name(name) && names_outlet(name)).then_some(name)
}

/// The owner in `© 2024 Daily Example. All rights reserved.`
pub(super) fn owner(line: &str) -> Option<&str> {
    let lower = line.to_ascii_lowercase();
    let after = ["copyright", "(c)", "©"].iter().filter_map(|sign| lower.find(sign).map(|at| at + sign.len())).max()?;
    let named = line.get(after..)?.trim_start_matches(|c: char| !c.is_alphabetic());
    let named = named.strip_prefix("by ").unwrap_or(named);
    let end = named.find(['.', '|', '·', ',', '(', '\n']).unwrap_or(named.len());
    let named = named.get(..end)?;
    let rights = named.to_ascii_lowercase().find("all rights").unwrap_or(named.len());
    let name = named.get(..rights)?.trim().trim_end_matches([' ', '-', '–', '—']);
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim();
    is_name(name).then_some(name)
}

fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = |word: &str| matches!(word, "of" | "the" | "and" | "de" | "la" | "le" | "del" | "der" | "för" | "&");
    (1..=5).contains(&words.len())
        && text.chars().count() >= 3
        && text.chars().all(|c| c.is_alphanumeric() || " .-'’&!".contains(c))
        && words.first().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        && words.iter().all(|word| small(word) || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        && !text.to_lowercase().split_whitespace().any(|word| {
            matches!(
                word,
                "updated" | "published" | "posted" | "min" | "read" | "modified" | "by" | "edition" | "am" | "pm"
            )
        })
        && super::clutter::reason(text).is_none()
        && !super::head::is_section(&text.to_lowercase())
}

fn names_outlet(name: &str) -> bool {
    let lower = name.to_lowercase();
    let ends = |word: &str| ENDINGS.split(' ').any(|end| word.strip_suffix(end).is_some_and(|rest| rest.len() >= 3));
    lower.split([' ', '-']).any(|word| WORDS.split_whitespace().any(|known| known == word) || ends(word))
        || name.contains('.') && !name.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beside_a_date_are_outlets_or_writers() {
        for (line, has_byline, expected) in [
            ("Sundvakten · Wednesday 14 October 2026", true, Some("Sundvakten")),
            ("4 April 2024 | Daily Example", false, Some("Daily Example")),
            ("Jane Doe | 4 April 2024", false, None),
            ("Updated – 4 April 2024", true, None),
            ("Inselbote · 3. März 2026", false, Some("Inselbote")),
            ("Norder Rundblick, 3. März 2026", false, Some("Norder Rundblick")),
            ("Harbour Courier, Tuesday 13 October 2026, 17:42", false, Some("Harbour Courier")),
            ("Hamburg, 3. März 2026", true, None),
            ("Jana Post-Meier, die Richterin vom 3. März 2026", false, None),
            ("World | 4 April 2024", true, None),
            ("4 April 2024 | 5 min read", true, None),
            ("4 April 2024 — 5 April 2024", true, None),
            ("The minister spoke on 4 April 2024 — and left.", true, None),
            ("news.example | 4 April 2024", false, None),
            ("News.example | 4 April 2024", false, Some("News.example")),
        ] {
            assert_eq!(beside_date(line, has_byline), expected, "for {line:?}");
        }
    }

    #[test]
    fn a_line_that_is_only_a_name_is_an_outlet_if_it_holds_a_word_of_one() {
        for (line, expected) in [
            ("Daily Example", Some("Daily Example")),
            ("The Valley Post", Some("The Valley Post")),
            ("Jane Doe", None),
            ("World News", None),
            ("The post was empty, he said.", None),
        ] {
            assert_eq!(alone(line), expected, "for {line:?}");
        }
    }

    #[test]
    fn the_owner_of_the_copyright_is_named() {
        for (line, expected) in [
            ("© 2024 Daily Example. All rights reserved.", Some("Daily Example")),
            ("Copyright 2024 The Sample Times All Rights Reserved", Some("The Sample Times")),
            ("Copyright (c) Daily Example 2024", Some("Daily Example")),
            ("© 2024", None),
            ("All rights reserved", None),
            ("Copyright law is to change, the minister said", None),
        ] {
            assert_eq!(owner(line), expected, "for {line:?}");
        }
    }
}
