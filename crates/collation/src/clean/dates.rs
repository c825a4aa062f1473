//! Dates as articles print them, in the languages of news. Knows no calendar beyond month lengths and no "today".

/// A day that a text names; the year is unknown where the text leaves it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    pub year: Option<u16>,
    pub month: u8,
    pub day: u8,
}

impl Day {
    /// `2024-04-04`, where the year is known.
    pub fn iso(self) -> Option<String> {
        self.year.map(|year| format!("{year:04}-{:02}-{:02}", self.month, self.day))
    }

    fn new(year: Option<u16>, month: u32, day: u32) -> Option<Self> {
        let is_leap = |year: u16| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let most = match month {
            2 if year.is_some_and(|year| !is_leap(year)) => 28,
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=most).contains(&day).then_some(Self { year, month: month as u8, day: day as u8 })
    }
}

/// True for a day that the calendar has.
pub fn exists(year: u16, month: u32, day: u32) -> bool {
    Day::new(Some(year), month, day).is_some()
}

/// Beginnings of month names, lower case, with the month. A name counts if it begins so and is no
/// longer than the longest name of that month, so `mar` is March and `market` is not.
const MONTHS: &[(&str, u32)] = &[
    // English, German, Dutch, Scandinavian
    ("january jan januar januari jänner", 1),
    ("february feb februar februari", 2),
    ("march mar märz maart mars", 3),
    ("april apr", 4),
    ("may mai mei maj", 5),
    ("june jun juni", 6),
    ("july jul juli", 7),
    ("august aug augustus augusti", 8),
    ("september sep sept", 9),
    ("october oct oktober okt", 10),
    ("november nov", 11),
    ("december dec dezember dez desember", 12),
    // French, Spanish, Italian, Portuguese
    ("janvier janv enero gennaio janeiro", 1),
    ("février févr fevrier febrero febbraio fevereiro", 2),
    ("marzo março", 3),
    ("avril avr abril aprile", 4),
    ("mayo maggio maio", 5),
    ("juin junio giugno junho", 6),
    ("juillet juil julio luglio julho", 7),
    ("août aout agosto", 8),
    ("septembre septiembre settembre setembro", 9),
    ("octobre octubre ottobre outubro", 10),
    ("novembre noviembre novembro", 11),
    ("décembre decembre diciembre dicembre dezembro", 12),
    // Russian, Ukrainian, Polish
    ("января січня stycznia", 1),
    ("февраля лютого lutego", 2),
    ("марта березня marca", 3),
    ("апреля квітня kwietnia", 4),
    ("мая травня maja", 5),
    ("июня червня czerwca", 6),
    ("июля липня lipca", 7),
    ("августа серпня sierpnia", 8),
    ("сентября вересня września", 9),
    ("октября жовтня października", 10),
    ("ноября листопада listopada", 11),
    ("декабря грудня grudnia", 12),
    // Turkish, Indonesian
    ("ocak", 1),
    ("şubat", 2),
    ("mart maret", 3),
    ("nisan", 4),
    ("mayıs", 5),
    ("haziran", 6),
    ("temmuz", 7),
    ("ağustos agustus", 8),
    ("eylül", 9),
    ("ekim", 10),
    ("kasım", 11),
    ("aralık desember", 12),
];

fn month_of(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    let word = word.to_lowercase();
    MONTHS.iter().find(|(names, _)| names.split(' ').any(|name| name == word)).map(|&(_, month)| month)
}

#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    text: &'a str,
    start: usize,
}

impl Word<'_> {
    fn number(self) -> Option<u32> {
        let digits = self.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = self.text.get(digits.len()..).unwrap_or_default();
        let plain = matches!(suffix.to_ascii_lowercase().as_str(), "" | "st" | "nd" | "rd" | "th" | "er");
        (plain && digits.len() <= 4).then(|| digits.parse().ok()).flatten()
    }

    fn year(self) -> Option<u16> {
        self.number().filter(|year| self.text.len() == 4 && (1600..2200).contains(year)).map(|year| year as u16)
    }

    fn day(self) -> Option<u32> {
        self.number().filter(|day| (1..=31).contains(day) && self.text.len() <= 4)
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric();
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Word { text: text.get(from..at).unwrap_or_default(), start: from });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The first day that `text` names with its year, else the first one without. `03/04/2024` is no day: it can be two.
pub fn find(text: &str) -> Option<Day> {
    find_by(text, Slashes::Unknown)
}

/// As [`find`], with `03/04/2024` as the third of April: so all languages but English write it.
pub fn find_day_first(text: &str) -> Option<Day> {
    find_by(text, Slashes::DayFirst)
}

/// What the first number of `03/04/2024` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slashes {
    Unknown,
    DayFirst,
}

fn find_by(text: &str, slashes: Slashes) -> Option<Day> {
    let words = words(text);
    let mut without_year = None;
    for at in 0..words.len() {
        let Some(day) = day_at(text, &words, at, slashes) else { continue };
        if day.year.is_some() {
            return Some(day);
        }
        without_year = without_year.or(Some(day));
    }
    without_year
}

/// Words that may stand between the parts of a date.
fn is_filler(word: &str) -> bool {
    matches!(word, "of" | "de" | "del" | "the" | "год" | "г")
}

fn day_at(text: &str, words: &[Word<'_>], at: usize, slashes: Slashes) -> Option<Day> {
    let here = *words.get(at)?;
    let before = || words.get(..at).unwrap_or_default().iter().rev().copied().filter(|word| !is_filler(word.text));
    let after = || words.get(at + 1..).unwrap_or_default().iter().copied().filter(|word| !is_filler(word.text));
    if let Some(month) = month_of(here.text) {
        let previous = before().next();
        let mut next = after();
        let first = next.next();
        if let Some(day) = previous.and_then(Word::day) {
            let year = first.and_then(Word::year);
            return Day::new(year, month, day);
        }
        let day = first.filter(|word| word.year().is_none()).and_then(Word::day)?;
        let year = next.next().and_then(Word::year).or_else(|| previous.and_then(Word::year));
        return Day::new(year, month, day);
    }
    if let Some(day) = eastern(here.text) {
        return Some(day);
    }
    // "ngày 4 tháng 4 năm 2024"
    if here.text == "tháng" {
        let day = words.get(at.checked_sub(1)?)?.day()?;
        let month = words.get(at + 1)?.number()?;
        let year =
            words.get(at + 2).filter(|word| word.text == "năm").and(words.get(at + 3)).and_then(|word| word.year());
        return Day::new(year, month, day);
    }
    numeric(text, here, *words.get(at + 1)?, *words.get(at + 2)?, slashes)
}

/// `2024年4月4日` and `2024년4월4일`, which hold no spaces.
fn eastern(word: &str) -> Option<Day> {
    let (year, rest) = word.split_once(['年', '년'])?;
    let (month, rest) = rest.split_once(['月', '월'])?;
    let (day, _) = rest.split_once(['日', '일'])?;
    let digits: String = year.chars().rev().take_while(char::is_ascii_digit).collect();
    let year = digits.chars().rev().collect::<String>().parse().ok()?;
    Day::new(Some(year), month.parse().ok()?, day.parse().ok()?)
}

/// `2024-04-04`, `04.04.2024`, `13/04/2024`. With slashes, day and month must tell themselves apart or be known.
fn numeric(text: &str, a: Word<'_>, b: Word<'_>, c: Word<'_>, slashes: Slashes) -> Option<Day> {
    let between = |left: Word<'_>, right: Word<'_>| text.get(left.start + left.text.len()..right.start);
    let mark = between(a, b)?;
    let c = Word { text: c.text.split(['T', 't']).next().unwrap_or(c.text), ..c };
    if !matches!(mark, "-" | "." | "/") || between(b, c)? != mark {
        return None;
    }
    if let Some(year) = a.year() {
        return Day::new(Some(year), b.number()?, c.day()?);
    }
    let (first, second) = (a.day()?, b.day()?);
    // `11/19/19`: two digits are a year only where the marks say that it is a date.
    let short =
        || c.number().filter(|year| mark == "/" && c.text.len() == 2 && *year < 50).map(|year| 2000 + year as u16);
    let year = c.year().or_else(short)?;
    match mark {
        "." if second > 12 => Day::new(Some(year), first, second),
        "." => Day::new(Some(year), second, first),
        _ if first > 12 => Day::new(Some(year), second, first),
        _ if second > 12 || first == second => Day::new(Some(year), first, second),
        _ if slashes == Slashes::DayFirst => Day::new(Some(year), second, first),
        _ => None,
    }
}

/// The day that an address names in its path: `/2024/04/04/`, `/2024-04-04-…`, `/20240404…`.
pub fn find_in_address(address: &str) -> Option<Day> {
    let address = address.split(['?', '#']).next().unwrap_or(address);
    let parts: Vec<&str> = address.split('/').skip(3).collect();
    let number = |part: Option<&&str>, most: usize| {
        part.filter(|part| part.len() <= most && part.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    for (at, part) in parts.iter().enumerate() {
        if part.len() == 4
            && let Some(year) = number(Some(part), 4).filter(|year| (1990..2200).contains(year))
            && let Some(month) = number(parts.get(at + 1), 2).or_else(|| parts.get(at + 1).and_then(|p| month_of(p)))
            && let Some(day) = number(parts.get(at + 2), 2)
        {
            return Day::new(Some(year as u16), month, day);
        }
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        if digits.len() >= 8
            && let (Some(year), Some(month), Some(day)) = (digits.get(..4), digits.get(4..6), digits.get(6..8))
            && let (Ok(year), Ok(month), Ok(day)) = (year.parse::<u16>(), month.parse(), day.parse())
            && (1990..2200).contains(&year)
            && let Some(day) = Day::new(Some(year), month, day)
        {
            return Some(day);
        }
        let day = find(part).filter(|day| day.year.is_some_and(|year| (1990..2200).contains(&year)));
        if part.contains('-') && day.is_some() {
            return day;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_articles_print_them() {
        for (text, expected) in [
            ("April 4, 2024", "2024-04-04"),
            ("Moscow, April 04, 2024, The Daily", "2024-04-04"),
            ("Thursday 4th of April 2024 at 9:30", "2024-04-04"),
            ("4. April 2024", "2024-04-04"),
            ("4 de abril de 2024", "2024-04-04"),
            ("le 1er août 2023", "2023-08-01"),
            ("4 апреля 2024 года", "2024-04-04"),
            ("ngày 4 tháng 4 năm 2024", "2024-04-04"),
            ("2024年4月4日", "2024-04-04"),
            ("published 2024-04-04T09:30:00Z", "2024-04-04"),
            ("04.03.2024", "2024-03-04"),
            ("13/04/2024", "2024-04-13"),
            ("04/13/2024", "2024-04-13"),
            ("By Ann Other - 04/13/24 06:56 AM", "2024-04-13"),
            ("04.13.2024 09:00 AM", "2024-04-13"),
            ("June 8, then April 4, 2024", "2024-04-04"),
            ("29 February 2024", "2024-02-29"),
        ] {
            assert_eq!(find(text).and_then(Day::iso).as_deref(), Some(expected), "in {text:?}");
        }
        for (text, expected) in [("05/10/2018 - Publicado", "2018-10-05"), ("10/13/2018", "2018-10-13")] {
            assert_eq!(find_day_first(text).and_then(Day::iso).as_deref(), Some(expected), "in {text:?}");
        }
        assert_eq!(find("Washington, June 8 (RHC)"), Some(Day { year: None, month: 6, day: 8 }));
        for text in [
            "03/04/2024",
            "13/14/24",
            "13.04.24",
            "in May he said",
            "market 4, 2024",
            "31 February 2024",
            "29 February 2023",
            "version 1.2.3",
            "",
        ] {
            assert_eq!(find(text).and_then(Day::iso), None, "in {text:?}");
        }
    }

    #[test]
    fn addresses_name_days() {
        for (address, expected) in [
            ("https://news.example/2024/04/04/talks", Some("2024-04-04")),
            ("https://news.example/world/202404041082376402-talks/", Some("2024-04-04")),
            ("https://news.example/2024-04-04-talks", Some("2024-04-04")),
            ("https://news.example/2024/apr/04/talks", Some("2024-04-04")),
            ("https://news.example/talks-99887766", None),
            ("https://news.example/2024/talks", None),
        ] {
            assert_eq!(find_in_address(address).and_then(Day::iso).as_deref(), expected, "in {address:?}");
        }
    }
}
