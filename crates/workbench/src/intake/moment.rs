//! Points in time as files state them, as ISO 8601: the day, and the time where its zone is known.

use collation::clean::dates;

/// `2024-04-04T09:30:00+02:00` or `2024-04-04` out of the forms that pages, mails and people use.
pub fn iso(stated: &str) -> Option<String> {
    let stated = stated.trim();
    let day = leading_day(stated).or_else(|| dates::find(stated)?.iso())?;
    match time_and_zone(stated) {
        Some((time, zone)) => Some(format!("{day}T{time}{zone}")),
        None => Some(day),
    }
}

/// `2024-04-04…` and `20240404…`.
fn leading_day(stated: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let compact = stated.get(..8).filter(|day| digits(day) && !stated.get(8..9).is_some_and(digits));
    let (year, month, day) = match compact {
        Some(day) => (day.get(..4)?, day.get(4..6)?, day.get(6..8)?),
        None => {
            let mut parts = stated.get(..10)?.split(['-', '/']);
            (parts.next()?, parts.next()?, parts.next()?)
        }
    };
    let fits = year.len() == 4 && month.len() == 2 && day.len() == 2 && [year, month, day].into_iter().all(digits);
    let number: u16 = year.parse().ok()?;
    // Programs write the year 1 or 0 where they know none.
    let fits = fits && (1500..2500).contains(&number) && dates::exists(number, month.parse().ok()?, day.parse().ok()?);
    fits.then(|| format!("{year}-{month}-{day}"))
}

/// The time of day as `hh:mm:ss` and its zone as `Z` or `+hh:mm`.
fn time_and_zone(stated: &str) -> Option<(String, String)> {
    let colon = stated.match_indices(':').map(|(at, _)| at).find(|&at| {
        let two = |range: std::ops::Range<usize>| {
            stated.get(range).is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()))
        };
        at >= 2 && two(at - 2..at) && two(at + 1..at + 3)
    })?;
    let hour: u8 = stated.get(colon - 2..colon)?.parse().ok()?;
    let minute: u8 = stated.get(colon + 1..colon + 3)?.parse().ok()?;
    let mut rest = stated.get(colon + 3..)?;
    let mut second = 0;
    if let Some(after) = rest.strip_prefix(':')
        && let Some(digits) = after.get(..2)
        && let Ok(number) = digits.parse::<u8>()
    {
        second = number.min(59);
        rest = after.get(2..)?;
    }
    if let Some(after) = rest.strip_prefix('.') {
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    if hour > 23 || minute > 59 {
        return None;
    }
    let zone = zone(rest.trim_start())?;
    Some((format!("{hour:02}:{minute:02}:{second:02}"), zone))
}

fn zone(rest: &str) -> Option<String> {
    let word: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
    match word.as_str() {
        "Z" | "z" | "UTC" => return Some("Z".to_owned()),
        // `GMT+0200` is how browsers write a local time.
        "GMT" => match rest.get(3..4) {
            Some("+" | "-") => return zone(rest.get(3..)?),
            _ => return Some("Z".to_owned()),
        },
        "EST" => return Some("-05:00".to_owned()),
        "EDT" => return Some("-04:00".to_owned()),
        "PST" => return Some("-08:00".to_owned()),
        "PDT" => return Some("-07:00".to_owned()),
        "BST" | "CET" => return Some("+01:00".to_owned()),
        "CEST" => return Some("+02:00".to_owned()),
        "MSK" => return Some("+03:00".to_owned()),
        _ => {}
    }
    let sign = rest.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let digits: String =
        rest.chars().skip(1).take_while(|c| c.is_ascii_digit() || *c == ':').filter(char::is_ascii_digit).collect();
    let hours = digits.get(..2)?;
    let minutes = digits.get(2..4).unwrap_or("00");
    (hours.parse::<u8>().ok()? <= 14).then(|| format!("{sign}{hours}:{minutes}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_become_iso() {
        for (stated, expected) in [
            ("2024-04-04T09:30:00+02:00", Some("2024-04-04T09:30:00+02:00")),
            ("2024-04-04T09:30:12.345Z", Some("2024-04-04T09:30:12Z")),
            ("2024-04-04T09:30+0200", Some("2024-04-04T09:30:00+02:00")),
            ("2024-04-04 09:30:00", Some("2024-04-04")),
            ("20240404", Some("2024-04-04")),
            ("2024/04/04", Some("2024-04-04")),
            ("Thu, 04 Apr 2024 09:30:00 GMT", Some("2024-04-04T09:30:00Z")),
            ("Thu Apr 04 2024 10:00:00 GMT+0200 (CEST)", Some("2024-04-04T10:00:00+02:00")),
            ("April 4, 2024", Some("2024-04-04")),
            ("April 4, 2024 at 09:30 EDT", Some("2024-04-04T09:30:00-04:00")),
            ("0001-01-01T00:00:00Z", None),
            ("yesterday", None),
            ("2018-02-30", None),
            ("2020-02-29", Some("2020-02-29")),
            ("é:3", None),
        ] {
            assert_eq!(iso(stated).as_deref(), expected, "for {stated:?}");
        }
    }
}
