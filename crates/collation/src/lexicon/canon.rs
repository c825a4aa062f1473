//! One form for what is written in several ways: numbers, spellings of names, abbreviations.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::counting::{TENS, counted};

/// What a word stands for when several spellings stand for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Canon {
    /// A count or rank: "three", "3", "third", "3rd".
    Number(f64),
    /// The chosen spelling of a name or abbreviation: "kyiv" for "kiev".
    Name(&'static str),
}

/// Spellings in a line mean the same; the first is the chosen one.
const SPELLINGS: &[&str] = &[
    "kyiv kiev",
    "kharkiv kharkov",
    "odesa odessa",
    "lviv lvov",
    "zaporizhzhia zaporizhia zaporozhye zaporizhzhya",
    "chernobyl chornobyl",
    "zelensky zelenskyy zelenskiy zelenskyi zelenski",
    "lukashenko lukashenka",
    "qaeda qaida qaida's",
    "al-qaeda al-qaida alqaeda",
    "hezbollah hizbollah hizbullah hezbullah",
    "gaddafi qaddafi kadhafi qadhafi gadhafi",
    "muhammad mohammed mohammad mohamed muhammed",
    "hussein husayn hussain",
    "beijing peking",
    "mumbai bombay",
    "kolkata calcutta",
    "myanmar burma",
    "isis isil daesh",
    "erdogan erdoan",
    "percent % pct per-cent",
    "and &",
    "united-states us usa u.s u.s. u.s.a america",
    "united-kingdom uk u.k u.k. britain",
    "united-nations un u.n u.n.",
    "european-union eu e.u e.u.",
    "governor gov gov.",
    "senator sen sen.",
    "representative rep rep.",
    "general gen gen.",
    "lieutenant lt lt.",
    "sergeant sgt sgt.",
    "president pres pres.",
    "professor prof prof.",
    "doctor dr dr.",
    "department dept dept.",
    "january jan jan.",
    "february feb feb.",
    "april apr apr.",
    "august aug aug.",
    "september sept sept. sep sep.",
    "october oct oct.",
    "november nov nov.",
    "december dec dec.",
    "monday mon.",
    "kilometer kilometers kilometre kilometres km kms",
    "kilogram kilograms kg kgs",
    "mile miles mi.",
    "okay ok",
    "not n't",
    "will 'll",
    "have 've",
    "are 're",
    "am 'm",
    "( -lrb-",
    ") -rrb-",
    "\" `` '' “ ” « » „",
    "' ‘ ’ `",
    "- – — −",
];

/// Names of several words and the chosen spelling of their short form.
pub const LONG_NAMES: &[(&str, &[&str])] = &[
    ("united-states", &["united", "states"]),
    ("united-kingdom", &["united", "kingdom"]),
    ("united-nations", &["united", "nations"]),
    ("european-union", &["european", "union"]),
];

const RANKS: &[&str] = &[
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];
const POWERS: &[(&str, f64)] = &[
    ("hundred", 1e2),
    ("hundreds", 1e2),
    ("thousand", 1e3),
    ("thousands", 1e3),
    ("million", 1e6),
    ("millions", 1e6),
    ("billion", 1e9),
    ("billions", 1e9),
    ("trillion", 1e12),
    ("dozen", 12.0),
    ("half", 0.5),
    ("once", 1.0),
    ("twice", 2.0),
];

/// The chosen spelling of each word of [`SPELLINGS`]; the first line that has a word decides.
static CHOSEN: LazyLock<HashMap<&str, &'static str>> = LazyLock::new(|| {
    let mut chosen = HashMap::new();
    for line in SPELLINGS {
        let first = line.split_ascii_whitespace().next().unwrap_or_default();
        for word in line.split_ascii_whitespace() {
            chosen.entry(word).or_insert(first);
        }
    }
    chosen
});

/// The one form of a word in normal form, where it has several.
pub fn canon_of(norm: &str) -> Option<Canon> {
    number_of(norm).map(Canon::Number).or_else(|| CHOSEN.get(norm).copied().map(Canon::Name))
}

/// The value of a number in digits or words: "1,200", "3rd", "$40", "twenty-five", "third".
pub fn number_of(norm: &str) -> Option<f64> {
    let first = norm.chars().next()?;
    if first.is_ascii_digit() || matches!(first, '$' | '€' | '£' | '#') {
        return number_in_digits(norm);
    }
    let position = |words: &[&str]| words.iter().position(|word| *word == norm);
    if let Some(value) = counted(norm).or_else(|| position(RANKS)) {
        return Some(value as f64);
    }
    if let Some((_, value)) = POWERS.iter().find(|(word, _)| *word == norm) {
        return Some(*value);
    }
    let (tens, rank) = norm.split_once('-')?;
    let tens = TENS.iter().position(|word| *word == tens)?;
    let rank = RANKS.iter().position(|word| *word == rank)?;
    (1..10).contains(&rank).then_some((tens as f64 + 2.0) * 10.0 + rank as f64)
}

fn number_in_digits(norm: &str) -> Option<f64> {
    let body = norm.trim_start_matches(['$', '€', '£', '#']).trim_end_matches(['%', '.', ',']);
    let body = ["st", "nd", "rd", "th"].iter().find_map(|end| body.strip_suffix(end)).unwrap_or(body);
    let mut digits = String::with_capacity(body.len());
    for part in body.split(',') {
        digits.push_str(part);
    }
    let plain = !digits.is_empty() && digits.len() <= 18 && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    if plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_value() {
        for (word, value) in [
            ("three", Some(3.0)),
            ("3", Some(3.0)),
            ("3rd", Some(3.0)),
            ("third", Some(3.0)),
            ("1,200", Some(1200.0)),
            ("$40", Some(40.0)),
            ("40%", Some(40.0)),
            ("7.5", Some(7.5)),
            ("twenty-five", Some(25.0)),
            ("twenty-fifth", Some(25.0)),
            ("twenty-ten", None),
            ("thirty", Some(30.0)),
            ("million", Some(1e6)),
            ("10:30", None),
            ("2-year", None),
            ("harbour", None),
            ("", None),
            ("1.2.3", None),
        ] {
            assert_eq!(number_of(word), value, "{word}");
        }
    }

    #[test]
    fn spellings_of_a_name_meet() {
        for (one, other) in [("kiev", "kyiv"), ("usa", "us"), ("km", "kilometres"), ("``", "”"), ("sept", "september")]
        {
            assert!(canon_of(one).is_some(), "{one}");
            assert_eq!(canon_of(one), canon_of(other), "{one} {other}");
        }
        assert_ne!(canon_of("uk"), canon_of("us"));
    }
}
