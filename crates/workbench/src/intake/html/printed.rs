//! The day that a page prints beside its headline, for pages that tell machines none. Knows lines, no elements.

use collation::Role;
use collation::clean::dates::{self, Day};

use super::page::Line;

/// Lines behind and before a headline that are looked at, nearest first: a byline and a summary may stand between.
const BEHIND: usize = 10;
const BEFORE: usize = 3;
/// A longer line with a date tells of something else.
const MOST_CHARS: usize = 120;
/// Words that a line with a date in its middle may have, and those of which a date that opens a line is part.
const MOST_WORDS: usize = 10;
const OPENING: usize = 7;

/// The day beside the first printing of `title` that has one; headings count first.
pub(super) fn day_beside(lines: &[Line], title: &str, is_day_first: bool) -> Option<String> {
    let fold =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let wanted = fold(title);
    let says_title = |line: &Line| {
        let text = fold(&line.text);
        text.len() >= 8 && (text == wanted || text.len() * 2 > wanted.len() && wanted.starts_with(&text))
    };
    let mut printings: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| says_title(line)).map(|(at, _)| at).collect();
    printings.sort_by_key(|&at| lines.get(at).map_or(u8::MAX, |line| line.heading.wrapping_sub(1)));
    let day = |at: usize| lines.get(at).and_then(|line| day_of(line, is_day_first)).and_then(Day::iso);
    printings.into_iter().find_map(|at| {
        let behind = (1..=BEHIND).map(|far| at + far);
        let before = (1..=BEFORE).filter_map(|far| at.checked_sub(far));
        behind.chain(before).find_map(day)
    })
}

/// The day of a line that is there to say one.
fn day_of(line: &Line, is_day_first: bool) -> Option<Day> {
    if line.role == Role::Caption || line.text.chars().count() > MOST_CHARS {
        return None;
    }
    let find = |text: &str| {
        let day = if is_day_first { dates::find_day_first(text) } else { dates::find(text) };
        day.filter(|day| day.year.is_some())
    };
    let words: Vec<&str> = line.text.split_whitespace().collect();
    let opening = words.get(..OPENING.min(words.len())).unwrap_or_default().join(" ");
    find(&opening).or_else(|| find(&line.text).filter(|_| words.len() <= MOST_WORDS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_stands_beside_the_headline() {
        const TITLE: &str = "Council puts off its vote";
        let page = |texts: &[&str]| -> Vec<Line> {
            let line = |text: &&str| Line {
                text: (*text).to_owned(),
                role: Role::Body,
                heading: u8::from(*text == TITLE),
                holder: 0,
                is_link: false,
            };
            texts.iter().map(line).collect()
        };
        for (texts, expected) in [
            (
                &["Friday, 1 May 2020", "Menu", "Sport", "Culture", TITLE, "By Ann Other", "3 April 2020"][..],
                Some("2020-04-03"),
            ),
            (&["published on 3 April 2020", TITLE, "The council met."], Some("2020-04-03")),
            (&[TITLE, "Updated: 3 April 2020, 09:01", "1 May 2020"], Some("2020-04-03")),
            (&[TITLE, "The bridge has been shut since the flood of the winter, which was on 3 April 2020."], None),
            (&[TITLE, "03/04/2020 - Anna Berg - Towns"], Some("2020-04-03")),
            (&[TITLE, "The council met."], None),
            (&["3 April 2020", "The council met."], None),
        ] {
            assert_eq!(day_beside(&page(texts), TITLE, true).as_deref(), expected, "in {texts:?}");
        }
        assert_eq!(day_beside(&page(&[TITLE, "03/04/2020"]), TITLE, false), None, "it can be two days");
    }
}
