//! Articles in several languages: matching finds the same statement within one language only, and that is
//! said where such articles come together.

use collation::Witness;

/// Names of languages that news is most often read in; any other is called by its code.
const NAMES: [(&str, &str); 24] = [
    ("ar", "Arabic"),
    ("bn", "Bengali"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("nl", "Dutch"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("sv", "Swedish"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("zh", "Chinese"),
];

/// The language of an article without its country: `en` of `en-GB`.
fn language_of(witness: &Witness) -> Option<String> {
    let tag = witness.meta.language.as_deref()?.trim().to_lowercase();
    let code = tag.split(['-', '_']).next().unwrap_or_default().to_owned();
    (!code.is_empty()).then_some(code)
}

fn name_of(code: &str) -> String {
    let known = NAMES.iter().find(|(known, _)| *known == code);
    known.map_or_else(|| code.to_uppercase(), |(_, name)| (*name).to_owned())
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
    let names = (names.len() > 1).then(|| crate::panels::names_in_brief(&names, 4))?;
    Some(format!("The articles are in {names}; statements are matched within one language only"))
}

/// For an article in another language than most: `in German, not matched with English`.
pub fn stranger_said<'w>(witness: &Witness, all: impl IntoIterator<Item = &'w Witness>) -> Option<String> {
    let own = language_of(witness)?;
    let (most, _) = counted(all).into_iter().next()?;
    (own != most).then(|| format!("in {}, not matched with {}", name_of(&own), name_of(&most)))
}

#[cfg(test)]
mod tests {
    use collation::Metadata;

    use super::*;

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
                Some("The articles are in English, German and Danish; statements are matched within one language only"),
                Some("in Danish, not matched with English"),
            ),
            (
                vec![Some("en"), Some("tlh")],
                Some("The articles are in English and TLH; statements are matched within one language only"),
                Some("in TLH, not matched with English"),
            ),
        ] {
            let articles = of(&languages);
            assert_eq!(several_said(&articles).as_deref(), several);
            assert_eq!(stranger_said(articles.last().unwrap(), &articles).as_deref(), last);
        }
    }
}
