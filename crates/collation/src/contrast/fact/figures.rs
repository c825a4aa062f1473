//! Figures in a text, in normal form: counts with their unit, money, percentages and shares, dates,
//! weekdays, years and clock times.
//!
//! English only. Leaves out what it can't read with certainty: ranges, vague numbers ("dozens"),
//! counts without a plain unit, "one" by itself.

use super::super::reported::WEEKDAYS;
use crate::lexicon::counted;
use crate::segment::{Token, TokenKind};
use crate::span::Span;

/// A figure and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// With its unit.
    pub span: Span,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// How many of the unit, which is the stem of a plural noun.
    Count(Amount, String),
    Money(Amount, &'static str),
    Percent(Amount),
    /// "one in three", "two-thirds": 0 to 1.
    Share(f64),
    Date {
        month: u8,
        day: Option<u8>,
        year: Option<u16>,
    },
    Weekday(u8),
    Year(u16),
    /// Minutes since midnight, whether the minutes are told, and whether the half of the day is: by "p.m." or as 18:10.
    Clock {
        minutes: u16,
        exact: bool,
        halved: bool,
    },
    /// A vote or a game, the larger number first.
    Score(u32, u32),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub number: f64,
    pub bound: Bound,
}

/// What the words in front of a number make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    About,
    AtLeast,
    AtMost,
}

/// The figures among `tokens`, in text order.
pub(super) fn figures(tokens: &[Token]) -> Vec<Figure> {
    collected(tokens, |at| (Reader { tokens }).figure(at))
}

/// What `figure` reads at one token after the other: the number of tokens that it took, and a value where it can be
/// compared.
pub(super) fn collected(tokens: &[Token], figure: impl Fn(usize) -> Option<(usize, Option<Value>)>) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((length, value)) = figure(at) else {
            at += 1;
            continue;
        };
        if let Some(value) = value {
            let span = tokens.get(at..at + length).unwrap_or_default().iter().map(|token| token.span);
            found.push(Figure { span: span.reduce(Span::join).unwrap_or_default(), value });
        }
        at += length.max(1);
    }
    found
}

struct Reader<'a> {
    tokens: &'a [Token],
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const SHORT_MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"];
impl Reader<'_> {
    fn norm(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.norm.as_str())
    }

    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.norm(at))
    }

    /// The figure that begins at `at`: its number of tokens, and its value where it can be compared.
    fn figure(&self, at: usize) -> Option<(usize, Option<Value>)> {
        self.score(at)
            .or_else(|| self.calendar(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.share(at))
            .or_else(|| self.money(at))
            .or_else(|| self.amount(at))
    }

    /// "by 27 to 24", "voted 51-49".
    fn score(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let said = self.before(at, 1) == "by"
            || (1..=3).any(|back| matches!(self.before(at, back), "vote" | "voted" | "votes" | "passed" | "won"));
        let whole = |norm: &str| norm.parse::<u32>().ok();
        let hyphenated = self.norm(at).split_once(['-', '–']).and_then(|(a, b)| Some((1, whole(a)?, whole(b)?)));
        let in_words = || {
            let joined = matches!(self.norm(at + 1), "to" | "-" | "against");
            joined.then_some((3, whole(self.norm(at))?, whole(self.norm(at + 2))?))
        };
        let (length, a, b) = hyphenated.or_else(in_words).filter(|_| said)?;
        Some((length, Some(Value::Score(a.max(b), a.min(b)))))
    }

    fn calendar(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let norm = self.norm(at);
        if let Some(day) = WEEKDAYS.iter().position(|&day| day == norm) {
            return Some((1, Some(Value::Weekday(day as u8))));
        }
        if let Some(month) = month(norm) {
            let day = self::day(self.norm(at + 1));
            let (mut length, mut year) = (1 + usize::from(day.is_some()), None);
            let comma = usize::from(self.norm(at + length) == ",");
            if let Some(found) = year_of(self.norm(at + length + comma)) {
                year = Some(found);
                length += comma + 1;
            }
            // "may" and "march" are words too.
            let introduced = matches!(
                self.before(at, 1),
                "in" | "since" | "until" | "by" | "last" | "this" | "next" | "early" | "late" | "mid" | "of" | "on"
            );
            let told = day.is_some() || year.is_some() || introduced || !matches!(norm, "may" | "march" | "mar");
            return told.then_some((length, Some(Value::Date { month, day, year })));
        }
        if let (Some(day), Some(month)) = (day(norm), month(self.norm(at + 1)))
            && self.tokens.get(at)?.kind == TokenKind::Number
            // "19 Sept. 11 hijackers".
            && self::day(self.norm(at + 2)).is_none()
        {
            let year = year_of(self.norm(at + 2));
            let value = Value::Date { month, day: Some(day), year };
            return Some((2 + usize::from(year.is_some()), Some(value)));
        }
        let year = year_of(norm)?;
        let introduced = matches!(
            self.before(at, 1),
            "in" | "since" | "until" | "by" | "the" | "from" | "of" | "before" | "after" | "early" | "late" | "during"
        );
        introduced.then_some((1, Some(Value::Year(year))))
    }

    fn clock(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let norm = self.norm(at);
        let (hour, minutes) = match norm.split_once([':', '.']) {
            Some((hour, minutes)) if minutes.len() == 2 => (hour, Some(minutes)),
            _ => (norm, None),
        };
        let hour: u16 = hour.parse().ok().filter(|&hour| hour < 24)?;
        let told: u16 = minutes.map_or(Some(0), |minutes| minutes.parse().ok()).filter(|&minutes| minutes < 60)?;
        let half = match self.norm(at + 1) {
            "am" | "a.m" => Some(0),
            "pm" | "p.m" => Some(12),
            _ => None,
        };
        if half.is_none() && !norm.contains(':') {
            return None;
        }
        let halved = half.is_some() || hour > 12 || norm.starts_with('0');
        let hour = half.map_or(hour, |half| hour % 12 + half);
        let value = Value::Clock { minutes: hour * 60 + told, exact: minutes.is_some(), halved };
        Some((1 + usize::from(half.is_some()), Some(value)))
    }

    /// "one in three", "two out of five", "two-thirds", "half of", "a third of".
    fn share(&self, at: usize) -> Option<(usize, Option<Value>)> {
        if let Some((part, whole)) = self.norm(at).split_once('-')
            && let (Some(part), Some(whole)) = (number_word(part), fraction_word(whole))
        {
            return Some((1, Some(Value::Share(part / whole))));
        }
        if self.norm(at) == "half" && matches!(self.norm(at + 1), "of" | "the") {
            return Some((1, Some(Value::Share(0.5))));
        }
        if self.norm(at) == "a"
            && let Some(whole) = fraction_word(self.norm(at + 1))
            && self.norm(at + 2) == "of"
        {
            return Some((2, Some(Value::Share(1.0 / whole))));
        }
        let part = small(self.norm(at))?;
        let words = match (self.norm(at + 1), self.norm(at + 2)) {
            ("in", _) => 1,
            ("out", "of") => 2,
            _ => return None,
        };
        let whole = small(self.norm(at + 1 + words))?;
        let in_tens = whole > part && whole <= 100.0 && part >= 1.0;
        in_tens.then_some((2 + words, Some(Value::Share(part / whole))))
    }

    fn money(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let currency = match self.norm(at) {
            "$" => "dollar",
            "€" => "euro",
            "£" => "pound",
            _ => return None,
        };
        let (length, number) = self.number(at + 1)?;
        if self.is_range(at, 1 + length) {
            return Some((1 + length, None));
        }
        Some((1 + length, Some(Value::Money(Amount { number, bound: self.bound(at) }, currency))))
    }

    fn amount(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let (length, number) = self.number(at)?;
        if self.is_range(at, length) {
            return Some((length, None));
        }
        let amount = Amount { number, bound: self.bound(at) };
        let next = self.norm(at + length);
        // "19 Sept. 11 hijackers": the date is no unit.
        if month(next).is_some() {
            return Some((length, None));
        }
        let value = match (next, self.norm(at + length + 1)) {
            ("%" | "percent" | "pct", _) => Some((1, Value::Percent(amount))),
            ("per", "cent") => Some((2, Value::Percent(amount))),
            ("dollars" | "dollar", _) => Some((1, Value::Money(amount, "dollar"))),
            ("euros" | "euro", _) => Some((1, Value::Money(amount, "euro"))),
            _ => self.unit(at + length).map(|(words, unit)| (words, Value::Count(amount, unit))),
        };
        // "one" is a pronoun more often than a number.
        let told = value.filter(|_| !(length == 1 && self.norm(at) == "one"));
        match told {
            Some((words, value)) => Some((length + words, Some(value))),
            None => Some((length, None)),
        }
    }

    /// The number that begins at `at`: its number of tokens, and its value.
    fn number(&self, at: usize) -> Option<(usize, f64)> {
        let norm = self.norm(at);
        let (mut number, mut length) = match (norm, multiplier(self.norm(at + 1))) {
            ("a" | "an", Some(_)) => (1.0, 1),
            _ => (digits(norm).or_else(|| number_word(norm))?, 1),
        };
        while let Some(by) = multiplier(self.norm(at + length)) {
            number *= by;
            length += 1;
        }
        Some((length, number))
    }

    /// The plural noun that is counted, at most two words on.
    fn unit(&self, at: usize) -> Option<(usize, String)> {
        for words in 0..3 {
            let token = self.tokens.get(at + words)?;
            let norm = token.norm.as_str();
            if token.kind != TokenKind::Word || super::super::reported::is_function(norm) {
                return None;
            }
            let dead = matches!(norm, "dead" | "killed" | "deaths" | "died");
            let plural = norm.len() > 3 && norm.ends_with('s') && !norm.ends_with("ss") && !norm.ends_with("'s");
            if dead || plural || matches!(norm, "people" | "men" | "women" | "children" | "injured" | "wounded") {
                let unit = if dead { "dead".to_owned() } else { token.stem.clone() };
                return Some((words + 1, unit));
            }
        }
        None
    }

    /// True where the number is one end of "20 to 30", "20-30" or "between 20 and 30".
    fn is_range(&self, at: usize, length: usize) -> bool {
        let joins = |norm: &str| matches!(norm, "to" | "-" | "and" | "or");
        let behind = joins(self.norm(at + length)) && self.is_number(at + length + 1);
        let ahead = joins(self.before(at, 1)) && at >= 2 && self.is_number(at - 2);
        behind || ahead
    }

    fn is_number(&self, at: usize) -> bool {
        let norm = self.norm(at);
        matches!(norm, "$" | "£" | "€")
            || digits(norm).is_some()
            || number_word(norm).is_some()
            || multiplier(norm).is_some()
    }

    fn bound(&self, at: usize) -> Bound {
        match (self.before(at, 2), self.before(at, 1)) {
            ("more" | "greater" | "higher", "than") | ("at", "least") | (_, "over" | "above") => Bound::AtLeast,
            ("fewer" | "less" | "lower", "than")
            | ("up", "to")
            | ("at", "most")
            | ("many" | "much", "as")
            | (_, "under" | "below") => Bound::AtMost,
            (_, "about" | "around" | "nearly" | "almost" | "roughly" | "approximately" | "some" | "estimated") => {
                Bound::About
            }
            _ => Bound::Exact,
        }
    }
}

fn month(norm: &str) -> Option<u8> {
    let known = MONTHS.iter().position(|&month| month == norm);
    known.or_else(|| SHORT_MONTHS.iter().position(|&month| month == norm)).map(|month| month as u8 + 1)
}

/// "3", "3rd", "21st".
fn day(norm: &str) -> Option<u8> {
    let digits = norm.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn year_of(norm: &str) -> Option<u16> {
    if norm.len() != 4 {
        return None;
    }
    norm.parse().ok().filter(|year| (1900..2100).contains(year))
}

/// "41,000", "1.2", "30k", "5bn". "41.000" may mean either and is left out.
fn digits(norm: &str) -> Option<f64> {
    let split = norm.find(|c: char| c.is_alphabetic()).unwrap_or(norm.len());
    let (number, suffix) = norm.split_at_checked(split)?;
    let by = match suffix {
        "" => 1.0,
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "b" | "bn" => 1e9,
        "tn" => 1e12,
        _ => return None,
    };
    let groups: Vec<&str> = number.split(',').collect();
    let grouped = groups.iter().skip(1).all(|group| group.split('.').next().is_some_and(|group| group.len() == 3));
    let ambiguous = number.split_once('.').is_some_and(|(_, rest)| rest.len() == 3 && groups.len() == 1);
    if !grouped || ambiguous || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    groups.concat().parse::<f64>().ok().map(|number| number * by)
}

/// Zero to ninety-nine in words.
fn number_word(norm: &str) -> Option<f64> {
    counted(norm).map(|value| value as f64)
}

/// A number that can stand in "one in three".
fn small(norm: &str) -> Option<f64> {
    number_word(norm).or_else(|| digits(norm)).filter(|number| number.fract() == 0.0)
}

fn fraction_word(norm: &str) -> Option<f64> {
    let singular = norm.strip_suffix('s').unwrap_or(norm);
    Some(match singular {
        "half" => 2.0,
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "eighth" => 8.0,
        "tenth" => 10.0,
        _ => return None,
    })
}

fn multiplier(norm: &str) -> Option<f64> {
    Some(match norm {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::tokens_from_words;

    fn read(text: &str) -> Vec<Value> {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        figures(&tokens_from_words(&words)).into_iter().map(|figure| figure.value).collect()
    }

    fn agree(a: &str, b: &str) -> Option<bool> {
        let (a, b) = (read(a), read(b));
        let (a, b) = (a.first()?, b.first()?);
        a.comparable(b).then(|| a.agrees(b))
    }

    #[test]
    fn equal_figures_agree_in_any_form() {
        for (a, b) in [
            ("41,000 vehicles", "41 thousand vehicles"),
            ("$ 1.2 million", "1,200,000 dollars"),
            ("one in three", "1 in 3"),
            ("a third of", "33 percent"),
            ("two-thirds", "67 %"),
            ("twelve engineers", "12 engineers"),
            ("a dozen engineers", "12 engineers"),
            ("about 40,000 cars", "41,320 cars"),
            ("more than 40,000 cars", "41,320 cars"),
            ("45 percent", "45.3 per cent"),
            ("$ 5 million", "$ 5.4 million"),
            ("March 3", "3 March 2024"),
            ("in March", "March 3"),
            ("6 a.m", "06:10"),
            ("6:10 pm", "18:10"),
            ("6:10 pm", "6:10"),
            ("11:50 pm", "12 a.m"),
            ("12 people dead", "12 people"),
            ("19 Sept. 11 hijackers", "September 11"),
            ("by 24 to 27", "by 27-24"),
        ] {
            assert_eq!(agree(a, b), Some(true), "{a} / {b}");
        }
    }

    #[test]
    fn unequal_figures_of_one_unit_disagree() {
        for (a, b) in [
            ("41,000 vehicles", "45,000 vehicles"),
            ("20 engineers", "23 engineers"),
            ("$ 1.2 million", "$ 1.6 million"),
            ("45 percent", "47 percent"),
            ("March 3", "March 4"),
            ("in March", "in February"),
            ("Tuesday", "Wednesday"),
            ("in 2019", "in 2018"),
            ("06:10", "06:40"),
            ("6 a.m", "6 p.m"),
            ("06:10", "18:10"),
            ("6:10 am", "18:10"),
            ("one in three", "one in four"),
            ("by 27 to 24", "by 27 to 23"),
        ] {
            assert_eq!(agree(a, b), Some(false), "{a} / {b}");
        }
    }

    #[test]
    fn what_is_no_plain_figure_is_passed_over() {
        for text in
            ["20 to 30 cars", "one of them", "41.000 cars", "dozens of cars", "it may march", "cars 5", "20-30 cars"]
        {
            assert_eq!(read(text), Vec::new(), "{text}");
        }
        assert_eq!(agree("12 cars", "12 bridges"), None);
    }
}
