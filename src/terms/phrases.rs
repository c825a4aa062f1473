//! Fixed phrases that the crates below give as text: what they are doing, why a passage was not taken,
//! why a line is no article text, what a file is instead of an article. Their English is their own; a phrase that is not listed here is
//! shown as it came.

use crate::messages::{self, Language};
use crate::say;

/// The messages whose English text is such a phrase.
const PHRASES: [&str; 90] = [
    "stage-waiting",
    "stage-reading",
    "stage-preparing",
    "stage-grouping",
    "stage-closely",
    "stage-aligning",
    "apart-speaker",
    "apart-row",
    "apart-threshold",
    "apart-topic",
    "apart-rejected-speaker",
    "apart-rejected-event",
    "apart-rejected-topic",
    "apart-rejected-clutter",
    "apart-rejected",
    "apart-by-hand",
    "clutter-no-words",
    "clutter-address",
    "clutter-follow",
    "clutter-comments",
    "clutter-log-in",
    "clutter-sharing",
    "clutter-reading-time",
    "clutter-advertisement",
    "clutter-picture",
    "clutter-navigation",
    "clutter-link",
    "clutter-source",
    "clutter-copyright",
    "clutter-newsroom",
    "clutter-newsletter",
    "clutter-between",
    "clutter-title",
    "clutter-section",
    "clutter-outlet",
    "clutter-before",
    "clutter-twice",
    "clutter-only-link",
    "clutter-one-reader",
    "clutter-page",
    "clutter-by-hand",
    "foreign-office",
    "foreign-picture",
    "foreign-compressed",
    "foreign-archive",
    "foreign-safari",
    "foreign-sound",
    "foreign-film",
    "foreign-database",
    "foreign-xml",
    "foreign-sheet",
    "foreign-presentation",
    "advice-own-program",
    "advice-only-text",
    "advice-unpack",
    "advice-save-page",
    "advice-save-article",
    "advice-save-sheet",
    "no-article-folder",
    "no-article-tags",
    "no-article-gone",
    "no-article-white-space",
    "no-article-no-word",
    "no-article-password",
    "no-article-unpacks",
    "no-article-page",
    "no-article-copying",
    "no-article-book",
    "no-article-text",
    "no-article-rtf",
    "no-article-saved-page",
    "no-article-mail",
    "no-article-document-password",
    "no-article-document",
    "no-article-factiva",
    "no-article-word",
    "no-article-encrypted",
    "no-article-pdf",
    "no-article-pdf-part",
    "no-article-pdf-fonts",
    "no-article-pdf-pictures",
    "no-article-pdf-password",
    "damaged-cut-short",
    "damaged-other-bytes",
    "damaged-pages",
    "damaged-header",
    "damaged-contents",
    "damaged-json",
    "damaged-reader",
    "damaged-gone",
];

/// A phrase of the engine in the window's language.
pub fn phrase(words: &str) -> &str {
    if messages::language() == Language::English {
        return words;
    }
    match PHRASES.into_iter().find(|id| messages::plain_in(Language::English, id) == words) {
        Some(id) => messages::plain(id),
        None => words,
    }
}

/// What the worker is doing: a fixed phrase, or that it reads a file.
pub fn stage(words: &str) -> String {
    match words.strip_prefix("Reading ") {
        Some(name) => say!("stage-reading-file", name = name),
        None => phrase(words).to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// All that the crates below have in their sources and lists.
    fn sources() -> String {
        let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("crates")];
        let mut all = String::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "txt") {
                    all += &std::fs::read_to_string(path).unwrap();
                }
            }
        }
        all
    }

    #[test]
    fn every_phrase_is_one_that_the_engine_says() {
        let sources = sources();
        for id in PHRASES {
            let words = messages::plain_in(Language::English, id);
            let is_there = sources.contains(&format!("\"{words}\"")) || sources.contains(&format!("{words}]\n"));
            assert!(is_there, "no crate says {words:?} any more ({id})");
        }
    }

    #[test]
    fn every_reason_for_no_article_is_such_a_phrase() {
        let sources = sources();
        let openings = ["NoArticle(", "what: "];
        let after = openings.into_iter().flat_map(|opening| sources.split(opening).skip(1));
        let reasons = after.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
        let mut count = 0;
        for reason in reasons {
            let is_known = PHRASES.into_iter().any(|id| messages::plain_in(Language::English, id) == reason);
            assert!(is_known, "{reason:?} is said in English only");
            count += 1;
        }
        assert!(count > 15, "the reasons were not found");
    }

    #[test]
    fn phrases_are_said_in_the_window_s_language() {
        for (language, words, said) in [
            (Language::English, "below the threshold", "below the threshold"),
            (Language::German, "below the threshold", "unter der Schwelle"),
            (Language::German, "a phrase of tomorrow", "a phrase of tomorrow"),
        ] {
            messages::speak(language);
            assert_eq!(phrase(words), said);
        }
        assert_eq!(stage("Reading a.html"), "a.html wird gelesen");
        messages::speak(Language::English);
        assert_eq!(stage("Reading a.html"), "Reading a.html");
    }
}
