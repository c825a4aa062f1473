//! The dateline that opens a wire or newspaper story: `WASHINGTON, June 8 (Reuters) —`.

use super::credit;
use super::dates::{self, Day};

/// What the opening of a paragraph says about place, day and maker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dateline<'a> {
    /// Bytes of the paragraph that it takes, the dash included.
    pub bytes: usize,
    pub agency: Option<&'static str>,
    pub outlet: Option<&'a str>,
    pub day: Option<Day>,
}

/// Longest dateline in characters.
const LONGEST: usize = 110;

/// Capitals that open sentences and are no places.
const NO_PLACES: &str = "NATO CIA FBI NASA OPEC IMF WHO UNESCO UNICEF USA GOP NSA BBC CNN HIV AIDS COVID-19 COVID BREXIT BREAKING \
     UPDATE EXCLUSIVE WATCH VIDEO OPINION ANALYSIS NOTE CORRECTION MORE RELATED READ NRA ACLU IRS EPA FDA CDC \
     ISIS ISIL DACA LGBT LGBTQ MAGA CEO";

/// Words of place names and dates in lower case.
const SMALL_WORDS: &str = "de la del of am upon the al an der do di da le les el on and ngày tháng năm";

/// The dateline at the start of `paragraph`, if there is one.
pub(super) fn find(paragraph: &str) -> Option<Dateline<'_>> {
    let head_end = paragraph.char_indices().nth(LONGEST).map_or(paragraph.len(), |(at, _)| at);
    let head = paragraph.get(..head_end)?;
    let head = head.split('\n').next().unwrap_or(head);
    signed(head).or_else(|| dashed(head))
}

/// `(CNN) The minister…` and `Washington (AP) The minister…`: the agency's name alone ends it.
fn signed(head: &str) -> Option<Dateline<'_>> {
    let open = head.find('(')?;
    let close = open + head.get(open..)?.find(')')?;
    let place = head.get(..open)?;
    let name = head.get(open + 1..close)?;
    let known = credit::agency(name).is_some() || name == "CNN" || name == "CNN Business";
    if !known || place.split_whitespace().count() > 8 || !is_place_like(place) {
        return None;
    }
    let rest = head.get(close + 1..)?;
    let lead = rest.trim_start_matches(|c: char| c.is_whitespace() || "—–―-:".contains(c));
    // A sentence goes on in lower case after a bracket: "He wrote for AP (AP) and …".
    let begins = lead.chars().next().is_none_or(|c| c.is_uppercase() || !c.is_alphabetic());
    let bytes = close + 1 + (rest.len() - lead.len());
    begins.then(|| Dateline {
        bytes: head.get(..bytes).map_or(bytes, |taken| taken.trim_end().len()),
        agency: credit::agency(name),
        outlet: name.starts_with("CNN").then_some(name),
        day: dates::find(place),
    })
}

/// Everything that ends in a dash, or in a colon after a date with its year.
fn dashed(head: &str) -> Option<Dateline<'_>> {
    let (at, mark) = first_separator(head)?;
    let before = head.get(..at)?.trim_end();
    let words: Vec<&str> = before.split_whitespace().collect();
    let first = *words.first()?;
    let day = dates::find(before);
    let in_brackets = before.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, name)| name.trim());
    let in_brackets = in_brackets.filter(|name| !name.is_empty() && name.chars().count() <= 40);
    let letters: String = first.chars().filter(|c| c.is_alphabetic()).collect();
    let is_capitals = |word: &str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let shouts = is_capitals(&letters)
        && (letters.chars().count() >= 3 || words.get(1).is_some_and(|word| word.len() > 2 && is_capitals(word)))
        && !is_acronym(first)
        && (words.len() == 1
            || before.contains(',')
            || words.iter().all(|word| is_capitals(word))
            || in_brackets.is_some());
    let fits = match mark {
        ':' => day.is_some_and(|day| day.year.is_some()),
        _ => shouts || in_brackets.is_some() || day.is_some(),
    };
    if !fits || words.len() > 16 || !is_place_like(before) {
        return None;
    }
    let agency = in_brackets.and_then(credit::agency).or_else(|| words.iter().find_map(|word| agency_in_slashes(word)));
    let outlet = in_brackets.filter(|_| agency.is_none()).or_else(|| after_year(before));
    let bytes = head.get(at..)?.chars().take_while(|c| "—–―-:".contains(*c)).map(char::len_utf8).sum::<usize>() + at;
    Some(Dateline { bytes, agency, outlet, day })
}

fn is_acronym(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', ':', '\'']);
    NO_PLACES.split(' ').any(|acronym| acronym == word)
}

/// `WASHINGTON/AP` and `/PRNewswire/`.
fn agency_in_slashes(word: &str) -> Option<&'static str> {
    word.contains('/').then(|| word.split('/').find_map(credit::agency)).flatten()
}

fn first_separator(head: &str) -> Option<(usize, char)> {
    let mut previous = ' ';
    for (at, c) in head.char_indices() {
        let rest = head.get(at + c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next().unwrap_or(' ');
        match c {
            '—' | '–' | '―' if previous.is_ascii_digit() && !next.is_whitespace() => return None,
            '—' | '–' | '―' => return Some((at, c)),
            '-' if next == '-' => return Some((at, c)),
            '-' if previous.is_whitespace() && next.is_whitespace() => return Some((at, c)),
            '-' if previous == ')' => return Some((at, c)),
            ':' if next.is_whitespace() && dates::find(head.get(..at).unwrap_or_default()).is_some() => {
                return Some((at, c));
            }
            _ => {}
        }
        previous = c;
    }
    None
}

/// True where every word could stand in a dateline: names, numbers, abbreviations, small words of place names.
fn is_place_like(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || c == ',' || c == '/').all(|word| {
        let word = word.trim_start_matches(['(', '[']);
        match word.chars().next() {
            Some(c) => {
                !c.is_lowercase() && !"\"“”‘’'«»".contains(c)
                    || SMALL_WORDS.split(' ').any(|small| small == word)
                    || credit::agency(word.trim_end_matches([')', ']'])).is_some()
                    || dates_name(word)
            }
            None => true,
        }
    })
}

fn dates_name(word: &str) -> bool {
    // Months are lower case in most languages of Europe.
    dates::find(&format!("1 {} 2000", word.trim_end_matches(['.', ',']))).is_some()
}

/// The outlet in `Moscow, April 04, 2024, The Daily`: what follows the year.
fn after_year(before: &str) -> Option<&str> {
    let (head, name) = before.rsplit_once(',')?;
    let year = head.trim_end().rsplit([' ', ',']).next()?;
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let name = name.trim();
    (is_year && name.chars().next().is_some_and(char::is_uppercase)).then_some(name)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_told_from_openings() {
        for (paragraph, expected) in [
            ("WASHINGTON — The minister left.", Some(("WASHINGTON —", None, None))),
            ("AMHERST, N.H. — Gov. Doe left.", Some(("AMHERST, N.H. —", None, None))),
            ("WEST PALM BEACH, Fla. —", Some(("WEST PALM BEACH, Fla. —", None, None))),
            (
                "Moscow, April 04, 2024, The Daily: In a statement",
                Some(("Moscow, April 04, 2024, The Daily:", None, Some("The Daily"))),
            ),
            ("Washington, June 8 (XYZ)-- In a startling", Some(("Washington, June 8 (XYZ)--", None, Some("XYZ")))),
            ("(Dan Viet) – The ambassador", Some(("(Dan Viet) –", None, Some("Dan Viet")))),
            ("Washington (AP) — The minister", Some(("Washington (AP) —", Some("AP"), None))),
            ("(CNN)The minister left", Some(("(CNN)", None, Some("CNN")))),
            ("BERLIN, Nov 3 (Reuters) - The minister", Some(("BERLIN, Nov 3 (Reuters) -", Some("Reuters"), None))),
            ("The minister — who left — said", None),
            ("NATO — the alliance — said", None),
            ("London – and Paris – agreed", None),
            ("He told the BBC (on Monday) - again", None),
            ("VISIT the National Show, Oct. 11–13", None),
            ("May 4 was a Monday", None),
            ("The meeting of April 4, 2024: what we know", None),
        ] {
            let found = find(paragraph).map(|line| (paragraph.get(..line.bytes).unwrap(), line.agency, line.outlet));
            assert_eq!(found, expected, "for {paragraph:?}");
        }
    }
}
