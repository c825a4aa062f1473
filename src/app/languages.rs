//! Articles in several languages: matching finds few statements across languages, and that is said
//! where such articles come together.

use crate::say;
use collation::Witness;

/// The language of an article without its country: `en` of `en-GB`.
fn language_of(witness: &Witness) -> Option<String> {
    let tag = witness.meta.language.as_deref()?.trim().to_lowercase();
    let code = tag.split(['-', '_']).next().unwrap_or_default().to_owned();
    (!code.is_empty()).then_some(code)
}

/// Languages that news is most often read in have names; any other is called by its code.
fn name_of(code: &str) -> String {
    let known = match code {
        "ar" => say!("language-ar"),
        "bn" => say!("language-bn"),
        "cs" => say!("language-cs"),
        "da" => say!("language-da"),
        "de" => say!("language-de"),
        "el" => say!("language-el"),
        "en" => say!("language-en"),
        "es" => say!("language-es"),
        "fa" => say!("language-fa"),
        "fi" => say!("language-fi"),
        "fr" => say!("language-fr"),
        "he" => say!("language-he"),
        "hi" => say!("language-hi"),
        "it" => say!("language-it"),
        "ja" => say!("language-ja"),
        "ko" => say!("language-ko"),
        "nb" => say!("language-nb"),
        "nl" => say!("language-nl"),
        "nn" => say!("language-nn"),
        "no" => say!("language-no"),
        "pl" => say!("language-pl"),
        "pt" => say!("language-pt"),
        "ru" => say!("language-ru"),
        "sv" => say!("language-sv"),
        "tr" => say!("language-tr"),
        "uk" => say!("language-uk"),
        "zh" => say!("language-zh"),
        _ => return code.to_uppercase(),
    };
    known.to_owned()
}

/// The languages of articles with how many are in each, the most frequent first.
fn counted<'w>(witnesses: impl IntoIterator<Item = &'w Witness>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for code in witnesses.into_iter().filter_map(language_of) {
        match counts.iter_mut().find(|(known, _)| *known == code) {
            Some((_, number)) => *number += 1,
            None => counts.push((code, 1)),
        }
    }
    counts.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    counts
}

/// `They are in English and German; …`, where there are several languages.
pub fn several_said<'w>(witnesses: impl IntoIterator<Item = &'w Witness>) -> Option<String> {
    let names: Vec<String> = counted(witnesses).iter().map(|(code, _)| name_of(code)).collect();
    let names = (names.len() > 1).then(|| crate::messages::names_in_brief(&names, 4))?;
    Some(say!("languages-several", names = names))
}

/// For an article in another language than most: `in German, hardly matched with English`.
pub fn stranger_said<'w>(witness: &Witness, all: impl IntoIterator<Item = &'w Witness>) -> Option<String> {
    let own = language_of(witness)?;
    let (most, _) = counted(all).into_iter().next()?;
    (own != most).then(|| say!("languages-stranger", own = name_of(&own), most = name_of(&most)))
}

#[cfg(test)]
mod tests {
    use collation::Metadata;

    use super::*;

    #[test]
    fn the_window_names_the_languages_that_the_command_line_names_and_alike() {
        for (code, name) in workbench::languages::NAMES {
            assert_eq!(name_of(code), *name);
        }
    }

    #[test]
    fn several_languages_are_told_and_one_is_not() {
        let article = |language: Option<&str>| Witness {
            meta: Metadata { language: language.map(str::to_owned), ..Metadata::default() },
            ..Witness::default()
        };
        let of = |languages: &[Option<&str>]| languages.iter().map(|it| article(*it)).collect::<Vec<_>>();
        for (languages, several, last) in [
            (vec![Some("en"), Some("en-GB"), None], None, None),
            (
                vec![Some("de"), Some("en"), Some("en"), Some("da_DK")],
                Some(
                    "The articles are in English, German and Danish; across languages few statements are matched, check those that are",
                ),
                Some("in Danish, hardly matched with English"),
            ),
            (
                vec![Some("en"), Some("nb"), Some("no"), Some("nn")],
                Some(
                    "The articles are in English, Norwegian (Bokmål), Norwegian and Norwegian (Nynorsk); across languages few \
                     statements are matched, check those that are",
                ),
                Some("in Norwegian (Nynorsk), hardly matched with English"),
            ),
            (
                vec![Some("en"), Some("tlh")],
                Some(
                    "The articles are in English and TLH; across languages few statements are matched, check those that are",
                ),
                Some("in TLH, hardly matched with English"),
            ),
        ] {
            let articles = of(&languages);
            assert_eq!(several_said(&articles).as_deref(), several);
            assert_eq!(stranger_said(articles.last().unwrap(), &articles).as_deref(), last);
        }
    }
}
