//! Normal forms: what makes two spellings of one word equal before anything is known about words.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How the words of an article are stemmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    algorithm: Option<Algorithm>,
}

/// The language of a code in small letters: `pt` for `pt-BR`.
pub(crate) fn primary_language(code: &str) -> String {
    code.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

impl Language {
    /// By an ISO 639-1 code (`en`, `pt-BR`), English where none is known. Languages that Snowball
    /// doesn't know keep their words whole.
    pub fn from_code(code: Option<&str>) -> Self {
        let Some(code) = code else { return Self { algorithm: Some(Algorithm::English) } };
        let primary = primary_language(code);
        let algorithm = match primary.as_str() {
            "ar" => Algorithm::Arabic,
            "da" => Algorithm::Danish,
            "nl" => Algorithm::Dutch,
            "" | "en" => Algorithm::English,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "hu" => Algorithm::Hungarian,
            "it" => Algorithm::Italian,
            "no" | "nb" | "nn" => Algorithm::Norwegian,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "es" => Algorithm::Spanish,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            _ => return Self { algorithm: None },
        };
        Self { algorithm: Some(algorithm) }
    }

    /// The stem of a normal form.
    pub(super) fn stem(self, norm: &str) -> String {
        match self.algorithm {
            Some(algorithm) if norm.chars().all(|c| c.is_alphabetic() || c == '-') => {
                Stemmer::create(algorithm).stem(norm).into_owned()
            }
            _ => norm.to_owned(),
        }
    }

    /// True where an article or preposition with an apostrophe is a word of its own: "l'accord".
    pub(super) fn elides(self) -> bool {
        matches!(self.algorithm, Some(Algorithm::French | Algorithm::Italian))
    }
}

/// Lower case, straight apostrophes and quotation marks, no accents on Latin letters, acronym dots
/// dropped, bracket names of tree banks turned back into brackets.
pub fn normal_form(word: &str) -> String {
    let mut norm = String::with_capacity(word.len());
    let mut after_latin = false;
    for c in word.chars().flat_map(char::to_lowercase) {
        if c.is_ascii() {
            norm.push(c);
            after_latin = true;
            continue;
        }
        if is_combining_mark(c) {
            if !after_latin {
                norm.push(c);
            }
            continue;
        }
        after_latin = push_plain(c, &mut norm);
    }
    if let Some(mark) = mark_form(&norm) {
        return mark.to_owned();
    }
    if norm.contains('.') && norm.starts_with(char::is_alphabetic) && !norm.contains("//") {
        drop_acronym_dots(&mut norm);
    }
    norm
}

/// Pushes `c` without accents where it is a Latin letter, and says whether it was one.
fn push_plain(c: char, norm: &mut String) -> bool {
    match c {
        '’' | '‘' | '‛' | 'ʼ' | '＇' => norm.push('\''),
        '‐' | '‑' => norm.push('-'),
        'ß' => norm.push_str("ss"),
        'æ' => norm.push_str("ae"),
        'œ' => norm.push_str("oe"),
        'ø' => norm.push('o'),
        'ł' => norm.push('l'),
        'đ' | 'ð' => norm.push('d'),
        'þ' => norm.push_str("th"),
        'ı' => norm.push('i'),
        // Full-width forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => norm.push(char::from((u32::from(c) - 0xfee0) as u8)),
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            norm.extend(std::iter::once(c).nfd().filter(|&part| !is_combining_mark(part)));
            return true;
        }
        // Soft hyphens and characters without width.
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => {}
        _ => {
            norm.push(c);
            return false;
        }
    }
    true
}

fn mark_form(norm: &str) -> Option<&'static str> {
    Some(match norm {
        "``" | "''" | "“" | "”" | "„" | "«" | "»" | "＂" => "\"",
        "`" | "‹" | "›" => "'",
        "–" | "—" | "--" | "---" | "―" | "−" => "-",
        "…" | ".." | "...." => "...",
        "-lrb-" => "(",
        "-rrb-" => ")",
        "-lsb-" => "[",
        "-rsb-" => "]",
        "-lcb-" => "{",
        "-rcb-" => "}",
        _ => return None,
    })
}

/// "u.s." → "us", "mr." → "mr"; "example.org" and "p.2" stay as they are.
fn drop_acronym_dots(norm: &mut String) {
    let inner = norm.trim_end_matches('.');
    let is_acronym = inner.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.all(char::is_alphabetic) && part.chars().count() <= 2
    });
    if is_acronym && inner.contains('.') {
        norm.retain(|c| c != '.');
    } else {
        norm.truncate(inner.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_have_one_form() {
        for (word, want) in [
            ("U.S.", "us"),
            ("Ph.D.", "phd"),
            ("Mr.", "mr"),
            ("São", "sao"),
            ("Łódź", "lodz"),
            ("e\u{301}tat", "etat"),
            ("don’t", "don't"),
            ("example.org", "example.org"),
            ("``", "\""),
            ("-LRB-", "("),
            ("Й", "й"),
            ("２０", "20"),
            ("3.5", "3.5"),
            ("…", "..."),
            (".", "."),
        ] {
            assert_eq!(normal_form(word), want, "{word}");
        }
    }

    #[test]
    fn stems_follow_the_language() {
        assert_eq!(Language::from_code(None).stem("bridges"), "bridg");
        assert_eq!(Language::from_code(Some("fr-CA")).stem("majestueusement"), "majestu");
        assert_eq!(Language::from_code(Some("vi")).stem("bridges"), "bridges");
    }
}
