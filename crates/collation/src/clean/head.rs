//! What stands at the head of an article: headline, the site's name, bylines, dates, sections, the deck.

use super::{Part, chars_up_to, clutter, credit, dateline, dates, is_prose, layout, one_line, outlet};
use crate::witness::{Metadata, Role};

/// Longest headline, in characters.
const LONGEST_HEADLINE: usize = 220;

/// Labels the headline: the first line that is not clutter, if it reads like one.
pub(super) fn headline<'a>(parts: &mut [Part], of: &impl Fn(&Part) -> &'a str) -> Option<usize> {
    if let Some(at) = parts.iter().position(|part| part.role == Role::Headline) {
        return Some(at);
    }
    let at = parts.iter().position(|part| part.role != Role::Clutter)?;
    let first = parts.get(at).filter(|part| part.is_open())?;
    let next = parts.get(at + 1..)?.iter().find(|part| part.role != Role::Clutter)?;
    let line = of(first);
    let words = line.split_whitespace().count();
    let fits = chars_up_to(line, LONGEST_HEADLINE + 1) <= LONGEST_HEADLINE
        && words <= 32
        && !line.contains('\n')
        && line.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase())
        && !line.ends_with(['—', '–', '―', ','])
        && dateline::find(line).is_none()
        && credit::byline(line).is_none();
    // A sentence with its full stop is a headline only if it stands apart and a longer one follows.
    let is_sentence = line.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '…', ':', '。']);
    let fits_sentence =
        !is_sentence || words <= 24 && (first.apart && of(next).len() > line.len() || is_title_case(line));
    if !fits || !fits_sentence {
        return None;
    }
    parts.get_mut(at)?.role = Role::Headline;
    Some(at)
}

/// True where most of the longer words begin with a capital, as in English headlines.
fn is_title_case(line: &str) -> bool {
    let words = line.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
    let (all, capital) = words
        .fold((0, 0), |(all, capital), word| (all + 1, capital + usize::from(word.starts_with(char::is_uppercase))));
    all >= 4 && capital * 10 >= all * 8
}

/// How many lines after the title may print it again.
const HEAD_LINES: usize = 6;

/// Takes the site's name off a title such as `Bridge closed - The Daily`, and gives the title without it.
///
/// A title may have a dash of its own. So the name is one only behind a bar, or where one of the next lines
/// is the title without it; that line is then a repetition.
pub(super) fn site_in_title<'a>(
    parts: &mut Vec<Part>,
    headline: Option<usize>,
    of: &impl Fn(&Part) -> &'a str,
    meta: &mut Metadata,
) -> Option<String> {
    let at = headline?;
    let line = of(parts.get(at)?);
    let (title, separator, site) = [" | ", " - ", " – ", " — "]
        .iter()
        .filter_map(|separator| {
            line.rsplit_once(separator).map(|(title, site)| (title.trim(), *separator, site.trim()))
        })
        .min_by_key(|(_, _, site)| site.len())?;
    let is_name = site.split_whitespace().count() <= 5
        && site.chars().next().is_some_and(char::is_uppercase)
        && site.ends_with(char::is_alphanumeric);
    if !is_name || title.split_whitespace().count() < 3 {
        return None;
    }
    let folded = clutter::fold(title);
    let again =
        parts.iter_mut().skip(at + 1).take(HEAD_LINES).find(|part| part.is_open() && clutter::fold(of(part)) == folded);
    if let Some(again) = again {
        again.set(Role::Clutter, "title repeated");
    } else if separator != " | " {
        return None;
    }
    meta.outlet.get_or_insert_with(|| one_line(site));
    let printed = parts.get_mut(at)?;
    let behind = line.strip_prefix(title)?.trim_start();
    let mut name = Part::new(printed.bytes.end - behind.len()..printed.bytes.end, Role::Clutter, None);
    name.set(Role::Clutter, "name of the outlet");
    printed.bytes.end = printed.bytes.start + title.len();
    parts.insert(at + 1, name);
    Some(one_line(title))
}

/// Names of sections that pages print above an article.
const SECTIONS: &str = "world|politics|news|business|sport|sports|opinion|local|national|international|us|u.s|uk|europe|asia|\
     africa|middle east|americas|technology|tech|science|health|culture|entertainment|economy|society|\
     lifestyle|life|travel|world news|us news|uk news|latest|top stories|russia|ukraine|defense|military|law|\
     crime|environment|climate|education|analysis|features|politik|wirtschaft|ausland|inland|panorama|monde|\
     politique|mundo|política|mondo|politica|в мире|политика|thế giới|thời sự|exclusive|featured";

/// Labels what stands between the headline and the story: bylines, dates, section names, the deck.
pub(super) fn head<'a>(
    parts: &mut [Part],
    headline: Option<usize>,
    of: &impl Fn(&Part) -> &'a str,
    meta: &mut Metadata,
) {
    let story = parts.iter().enumerate().position(|(at, part)| {
        part.is_open() && Some(at) != headline && credit::byline(of(part)).is_none() && is_prose(of(part))
    });
    let story = story.unwrap_or(parts.len().min(12));
    let credits: Vec<bool> = parts.iter().take(story + 1).map(|part| is_credit(of(part))).collect();
    let beside_credit = |at: usize| {
        [at.checked_sub(1), Some(at + 1)].into_iter().flatten().any(|at| credits.get(at).is_some_and(|&is| is))
    };
    for (at, part) in parts.iter_mut().enumerate().take(story) {
        if part.role == Role::Byline && meta.byline.is_none() {
            meta.byline = credit::byline(of(part)).map(one_line);
        }
        if !part.is_open() || chars_up_to(of(part), 201) > 200 {
            continue;
        }
        let line = of(part);
        if let Some(names) = credit::byline(line) {
            meta.byline.get_or_insert_with(|| one_line(names));
            part.set(Role::Byline, "names the writer");
        } else if let Some(day) = dates::find(line).filter(|_| is_date_line(line)) {
            meta.published = meta.published.take().or_else(|| day.iso());
            let named = outlet::beside_date(line, meta.byline.is_some());
            meta.outlet = meta.outlet.take().or_else(|| named.map(one_line));
            part.set(Role::Dateline, "gives the date");
        } else if Some(at) != headline && beside_credit(at) && outlet::alone(line).is_some() {
            meta.outlet = meta.outlet.take().or_else(|| outlet::alone(line).map(one_line));
            part.set(Role::Dateline, "names the outlet");
        } else if is_section(&clutter::fold(line)) && !layout::ends_sentence(line) {
            part.set(Role::Clutter, "name of a section");
        } else if headline.is_some_and(|headline| at > headline && at <= headline + 2) && is_deck(line) {
            part.set(Role::Subheading, "stands under the headline");
        }
    }
}

/// True for a line with the writer or the date.
fn is_credit(line: &str) -> bool {
    chars_up_to(line, 201) <= 200
        && (credit::byline(line).is_some() || dates::find(line).is_some() && is_date_line(line))
}

pub(super) fn is_section(folded: &str) -> bool {
    SECTIONS.split('|').any(|section| section == folded)
}

/// True where a line is little more than a date: `Published: Thursday, 4 April 2024, 9:30`.
fn is_date_line(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let spoken = line.split_whitespace().filter(|word| word.chars().next().is_some_and(char::is_lowercase)).count();
    words <= 14 && spoken <= 4 && (!layout::ends_sentence(line) || words <= 5)
}

fn is_deck(line: &str) -> bool {
    let words = line.split_whitespace().count();
    (4..=45).contains(&words)
        && !line.contains('\n')
        && line.chars().next().is_some_and(|c| !c.is_lowercase())
        && dateline::find(line).is_none()
        && !line.ends_with([':', ','])
        && (!layout::ends_sentence(line) || (8..=30).contains(&words))
}
