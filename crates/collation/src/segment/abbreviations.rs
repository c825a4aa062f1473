//! What a full stop after a word means in news English: part of an abbreviation, or the end.

/// What a full stop after a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Nothing but the end of a sentence.
    Plain,
    /// Never the end: "Mr.", "vs.".
    Title,
    /// Not the end before a number: "No. 5", "Jan. 20".
    BeforeNumber,
    /// The end only where the next word clearly starts a sentence: "Inc.", "U.S.", "a.m.".
    Either,
}

/// Words whose full stop never ends a sentence.
const TITLES: &[&str] = &[
    "adm", "amb", "assn", "asst", "atty", "brig", "capt", "cmdr", "col", "comdr", "cpl", "cpt", "del", "det", "dr",
    "drs", "ens", "ft", "gen", "gens", "gov", "govs", "hon", "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs",
    "ms", "msgr", "mt", "mx", "pfc", "pres", "prof", "profs", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "st",
    "ste", "supt", "vs", "dep", "approx", "incl", "med", "e.g", "i.e", "f.e", "cf", "viz",
];

/// Words whose full stop ends no sentence where a number follows.
const BEFORE_NUMBER: &[&str] = &[
    "no", "nos", "p", "pp", "art", "sec", "vol", "fig", "ch", "ca", "rs", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "para", "n°",
];

/// Words whose full stop may or may not end a sentence.
const EITHER: &[&str] = &[
    "inc", "corp", "co", "cos", "ltd", "llc", "bros", "jr", "sr", "esq", "ave", "blvd", "rd", "dept", "univ", "etc",
    "al", "est", "ph.d", "ph", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan",
    "ky", "la", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va",
    "vt", "wash", "wis", "wyo", "w.va", "mass", "min", "hr", "hrs", "sq",
];

/// Words that start a sentence far more often than they continue a name.
const STARTERS: &[&str] = &[
    "a",
    "about",
    "according",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "can",
    "did",
    "do",
    "does",
    "during",
    "each",
    "even",
    "every",
    "few",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "is",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "my",
    "neither",
    "no",
    "none",
    "nor",
    "not",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "over",
    "people",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "to",
    "two",
    "under",
    "until",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whose",
    "why",
    "will",
    "with",
    "without",
    "would",
    "yet",
    "you",
    "your",
];

/// What a full stop after `word` can be; `word` without that stop, as it stands in the text.
pub(super) fn stop_after(word: &str) -> Stop {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if letters == 1 && word.chars().count() == 1 {
        // An initial, or the "I" of "you and I".
        return if word.chars().any(char::is_uppercase) { Stop::Either } else { stop_of_known(word) };
    }
    match stop_of_known(&word.to_lowercase()) {
        Stop::Plain if is_acronym(word) => Stop::Either,
        stop => stop,
    }
}

fn stop_of_known(lower: &str) -> Stop {
    if TITLES.contains(&lower) {
        Stop::Title
    } else if BEFORE_NUMBER.contains(&lower) {
        Stop::BeforeNumber
    } else if EITHER.contains(&lower) {
        Stop::Either
    } else {
        Stop::Plain
    }
}

/// True for letters between single dots: "U.S", "a.m", "A.I".
pub(super) fn is_acronym(word: &str) -> bool {
    let mut parts = 0;
    for part in word.trim_end_matches('.').split('.') {
        let mut chars = part.chars();
        if !(chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()) {
            return false;
        }
        parts += 1;
    }
    parts >= 2
}

/// True for a word whose full stop belongs to it.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let lower = word.to_lowercase();
    // "no", "art" and the like are words of their own far more often.
    TITLES.contains(&lower.as_str())
        || EITHER.contains(&lower.as_str()) && word.chars().any(char::is_uppercase)
        || BEFORE_NUMBER.contains(&lower.as_str()) && word.chars().next().is_some_and(char::is_uppercase)
}

/// True where `word` starts a sentence far more often than it continues a name.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// Verbs that report a question or an exclamation which stands before them.
pub(super) const REPORTING: &[&str] = &[
    "added",
    "answered",
    "argued",
    "asked",
    "asks",
    "called",
    "chanted",
    "continued",
    "cried",
    "declared",
    "demanded",
    "exclaimed",
    "joked",
    "quipped",
    "read",
    "recalled",
    "remarked",
    "replied",
    "responded",
    "said",
    "says",
    "shouted",
    "told",
    "tweeted",
    "wondered",
    "wrote",
    "yelled",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_are_sorted() {
        assert!(STARTERS.is_sorted());
        assert!(REPORTING.is_sorted());
    }

    #[test]
    fn a_stop_is_read_by_the_word_before_it() {
        for (word, want) in [
            ("Mr", Stop::Title),
            ("Jan", Stop::BeforeNumber),
            ("U.S", Stop::Either),
            ("a.m", Stop::Either),
            ("F", Stop::Either),
            ("Inc", Stop::Either),
            ("p", Stop::BeforeNumber),
            ("bridge", Stop::Plain),
            ("", Stop::Plain),
        ] {
            assert_eq!(stop_after(word), want, "{word}");
        }
    }
}
