//! Factiva's articles as plain text, RTF or Word: with two-letter field names before their values, or without any.
//! Each article ends with its accession number, by which the layout is told.

use collation::clean;

use super::{complete, is_word_count, one_line};
use crate::intake::draft::Draft;
use crate::intake::exports::MOST_ARTICLES;
use crate::intake::moment;

/// The articles in `text`; `None` where it is no export of Factiva.
pub(in crate::intake) fn from_text(text: &str) -> Option<Vec<Draft>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !is_page_foot(line)).collect();
    if !lines.iter().any(|line| is_end(line)) {
        return None;
    }
    let articles = lines.split(|line| is_end(line)).filter_map(|part| {
        let part: Vec<&str> = part.iter().copied().filter(|line| !line.is_empty()).collect();
        with_field_names(&part).or_else(|| without_field_names(&part))
    });
    Some(articles.take(MOST_ARTICLES).collect())
}

/// `Document DAYEX00020240404e7ct0001r`, with its field's name or without.
fn is_end(line: &str) -> bool {
    let line = line.strip_prefix("AN").map_or(line, str::trim_start);
    let Some(number) = line.strip_prefix("Document ").map(str::trim) else { return false };
    let day = number.get(8..16).unwrap_or_default();
    number.len() == 25
        && number.starts_with(|c: char| c.is_ascii_uppercase())
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && (day.starts_with("19") || day.starts_with("20"))
        && day.bytes().all(|byte| byte.is_ascii_digit())
}

/// `Page 3 of 20 © 2024 Factiva, Inc. All rights reserved.`
fn is_page_foot(line: &str) -> bool {
    line.starts_with("Page ") && line.contains("Factiva")
}

const FIELDS: &[&str] = &[
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF", "CO",
    "IN", "NS", "RE", "IPC", "IPD", "PUB", "CLM", "ART", "AN",
];

/// A line's field, if it begins with the name of one, and its value.
fn field(line: &str) -> Option<(&'static str, &str)> {
    let (name, value) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let name = FIELDS.iter().find(|field| **field == name)?;
    Some((name, value.trim()))
}

fn with_field_names(lines: &[&str]) -> Option<Draft> {
    let opens = |wanted: &str| lines.iter().any(|line| field(line).is_some_and(|(name, _)| name == wanted));
    if !["HD", "WC", "PD", "SN"].into_iter().all(opens) {
        return None;
    }
    let mut draft = Draft::default();
    let mut body: Vec<String> = Vec::new();
    let mut now = "";
    for line in lines {
        // Inside the text a line may begin with what is a field's name elsewhere ("IN brief").
        let entered = field(line).filter(|(name, value)| {
            let is_list = value.is_empty() || value.contains(" : ") || value.contains('|');
            !matches!(now, "LP" | "TD") || matches!(*name, "TD" | "PUB" | "AN" | "RF" | "CT" | "ART") || is_list
        });
        let value = entered.map_or(*line, |(_, value)| value);
        now = entered.map_or(now, |(name, _)| name);
        if value.is_empty() {
            continue;
        }
        let add = |slot: &mut Option<String>| {
            *slot = Some(slot.take().map_or_else(|| one_line(value), |before| format!("{before} {}", one_line(value))));
        };
        match now {
            "HD" => add(&mut draft.meta.title),
            "BY" => draft.meta.byline = Some(clean::byline(value).unwrap_or(value).to_owned()),
            "PD" => draft.meta.published = draft.meta.published.take().or_else(|| moment::iso(value)),
            "SN" => add(&mut draft.meta.outlet),
            "CR" => draft.meta.agency = clean::agency(value).map(str::to_owned),
            "LP" | "TD" => body.push(value.to_owned()),
            _ => {}
        }
    }
    complete(draft, &body)
}

/// Headline, byline, `295 words`, day, outlet, its code, language, copyright; then the paragraphs.
fn without_field_names(lines: &[&str]) -> Option<Draft> {
    let mut draft = Draft::default();
    let counted = lines.iter().position(|line| is_word_count(line))?;
    let before = lines.get(..counted)?;
    let is_byline = |line: &str| clean::byline(line).is_some();
    let (title, byline) = match before {
        [.., title, byline] if is_byline(byline) => (*title, Some(*byline)),
        // A section may stand above the headline, an author without "by" below it.
        [title, name] if title.len() > name.len() => (*title, Some(*name)),
        [.., title] => (*title, None),
        [] => return None,
    };
    draft.meta.title = Some(one_line(title));
    draft.meta.byline = byline.map(|line| clean::byline(line).unwrap_or(line).to_owned());
    let after = lines.get(counted + 1..)?;
    let day_at = after.iter().take(3).position(|line| moment::iso(line).is_some())?;
    draft.meta.published = after.get(day_at).and_then(|day| moment::iso(day));
    let is_name = |line: &&str| line.chars().any(char::is_alphabetic);
    let outlet_at = after.iter().skip(day_at + 1).take(2).position(is_name).map(|at| at + day_at + 1)?;
    draft.meta.outlet = after.get(outlet_at).map(|outlet| one_line(outlet));
    // Code, edition, page and language are short; the copyright is the last line before the text.
    let is_copyright = |line: &&str| -> bool {
        let lower = line.to_lowercase();
        ["(c)", "©", "copyright"].iter().any(|start| lower.starts_with(start))
    };
    let is_short = |line: &&str| line.split_whitespace().count() <= 4 && !line.ends_with(['.', '!', '?', '”', '"']);
    let behind = outlet_at + 1;
    let rest = after.get(behind..)?;
    let copyright = rest.iter().take(8).position(is_copyright);
    let text_at = copyright.map_or_else(|| rest.iter().take_while(|line| is_short(line)).count(), |at| at + 1);
    let body: Vec<String> = rest.iter().skip(text_at).map(|line| (*line).to_owned()).collect();
    complete(draft, &body)
}
