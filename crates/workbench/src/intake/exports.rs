//! Files with many articles from news databases: Nexis and ProQuest, as text, Word or RTF (Factiva has a room of
//! its own). Works on the paragraphs that the format's own reader found. Knows the layouts, not the services.

use collation::Role;
use collation::clean::{self, dates};

use super::draft::Draft;
use super::factiva;
use super::moment;

/// Most articles of one file.
pub(super) const MOST_ARTICLES: usize = 10_000;

/// How many articles the export `text` says that it holds: `3 of 20 DOCUMENTS`, `Documents (20)`, `Document 3 of 20`.
pub(super) fn stated(text: &str) -> Option<usize> {
    let number = |words: &str| words.trim().parse::<usize>().ok();
    let of = |line: &str| {
        let line = line.trim().to_ascii_lowercase();
        let counted = line.strip_suffix(" documents").or_else(|| line.strip_prefix("document "));
        let counted = counted.and_then(|words| words.split_once(" of ")).filter(|(at, _)| number(at).is_some());
        let listed = || line.strip_prefix("documents (").and_then(|rest| rest.strip_suffix(')'));
        number(counted.map(|(_, all)| all).or_else(listed)?)
    };
    text.lines().filter(|line| line.len() < 120).filter_map(of).max()
}

/// The articles in `text`, if it is an export of a news database.
pub(super) fn split(text: &str) -> Option<Vec<Draft>> {
    nexis(text).or_else(|| proquest(text)).or_else(|| factiva::from_text(text)).filter(|drafts| !drafts.is_empty())
}

/// Fields that Nexis prints around an article, in lower case, each with a colon behind it.
const NEXIS_FIELDS: &[&str] = &[
    "section",
    "length",
    "byline",
    "dateline",
    "highlight",
    "load-date",
    "language",
    "publication-type",
    "graphic",
    "copyright",
    "subject",
    "company",
    "organization",
    "person",
    "geographic",
    "series",
    "column",
    "document-type",
    "journal code",
    "url",
    "correction",
];

/// Articles between `End of Document` lines, or behind `3 of 20 DOCUMENTS` lines.
fn nexis(text: &str) -> Option<Vec<Draft>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let ends = |line: &str| line.eq_ignore_ascii_case("end of document");
    let counts = |line: &str| is_counter(line);
    let by_end = lines.iter().filter(|line| ends(line)).count();
    let by_counter = lines.iter().filter(|line| counts(line)).count();
    let has = |wanted: &str| lines.iter().any(|line| field(line).is_some_and(|(name, _)| name == wanted));
    let (has_length, has_load_date) = (has("length"), has("load-date"));
    // A single article comes without a counter; then it takes both fields to tell it from any other text.
    if !has_length && !has_load_date || by_end + by_counter == 0 && !(has_length && has_load_date) {
        return None;
    }
    let parts: Vec<&[&str]> =
        if by_end > 0 { lines.split(|line| ends(line)).collect() } else { lines.split(|line| counts(line)).collect() };
    Some(parts.into_iter().filter_map(nexis_article).take(MOST_ARTICLES).collect())
}

/// `3 of 20 DOCUMENTS`.
fn is_counter(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words.as_slice(), [a, of, b, documents] if is_number(a) && is_number(b) && of.eq_ignore_ascii_case("of") && documents.eq_ignore_ascii_case("documents"))
}

fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    NEXIS_FIELDS.contains(&name.as_str()).then(|| (name, value.trim()))
}

fn nexis_article(lines: &[&str]) -> Option<Draft> {
    // The date stands between outlet and fields; a cover page before the first article has none there.
    let is_date = |line: &str| {
        line.chars().count() <= 70 && dates::find(line).is_some_and(|day| day.year.is_some()) && field(line).is_none()
    };
    let is_marker = |line: &&str| {
        field(line).is_some_and(|(name, _)| matches!(name.as_str(), "section" | "length" | "byline" | "copyright"))
    };
    let marker_at = lines.iter().position(is_marker)?;
    let date_at = lines.iter().take(marker_at).rposition(|line| is_date(line)).filter(|at| marker_at - at <= 14)?;
    let mut draft = Draft::default();
    draft.meta.published = lines.get(date_at).and_then(|line| moment::iso(line));
    let before: Vec<&str> = lines.iter().take(date_at).rev().copied().filter(|line| !line.is_empty()).take(2).collect();
    draft.meta.outlet = before.first().map(|outlet| (*outlet).to_owned());
    let first_field = lines
        .iter()
        .enumerate()
        .skip(date_at + 1)
        .position(|(_, line)| is_marker(line))
        .map_or(date_at + 1, |at| at + date_at + 1);
    // Older exports print the title below the date, newer ones above the outlet.
    let between: Vec<&str> = lines
        .iter()
        .take(first_field)
        .skip(date_at + 1)
        .copied()
        .filter(|line| {
            !line.is_empty()
                && !line.to_lowercase().starts_with("copyright")
                && !line.to_lowercase().contains(" edition")
        })
        .collect();
    let title = if between.is_empty() { before.get(1).copied() } else { between.first().copied() };
    draft.meta.title = title.map(str::to_owned);
    if let Some(title) = title {
        draft.push(Role::Headline, title, None);
    }
    let body_mark = lines
        .iter()
        .enumerate()
        .skip(first_field)
        .position(|(_, line)| line.eq_ignore_ascii_case("body") || line.eq_ignore_ascii_case("body:"))
        .map(|at| at + first_field);
    let mut body_at = body_mark.map_or(first_field, |at| at + 1);
    for (at, line) in
        lines.iter().enumerate().skip(first_field).take(body_mark.unwrap_or(lines.len()).saturating_sub(first_field))
    {
        let Some((name, value)) = field(line) else {
            if body_mark.is_none() && !line.is_empty() {
                break;
            }
            continue;
        };
        if body_mark.is_none() {
            body_at = at + 1;
        }
        match name.as_str() {
            "byline" => draft.meta.byline = Some(clean::byline(value).unwrap_or(value).to_owned()),
            "language" => {}
            _ => {}
        }
    }
    let is_end = |line: &&&str| {
        line.eq_ignore_ascii_case("classification")
            || field(line).is_some_and(|(name, _)| {
                matches!(name.as_str(), "load-date" | "language" | "subject" | "publication-type" | "graphic")
            })
    };
    // In the layout with "Body", captions stand under "Graphic" and notes under "Notes" behind the text.
    let is_heading = |line: &str| body_mark.is_some() && (line == "Graphic" || line == "Notes");
    let ends = lines.iter().skip(body_at).position(|line| is_end(&line) || is_heading(line));
    let end = ends.map_or(lines.len(), |at| at + body_at);
    let body: Vec<&str> = lines.get(body_at..end)?.to_vec();
    push_paragraphs(&mut draft, &body);
    (draft.body_chars() > 0).then_some(draft)
}

/// Paragraphs of a wrapped or unwrapped body: blank lines part them, or every line is one.
fn push_paragraphs(draft: &mut Draft, lines: &[&str]) {
    for paragraph in lines.split(|line| line.is_empty()) {
        let is_wrapped = paragraph.len() > 1 && paragraph.iter().all(|line| line.chars().count() <= 100);
        if is_wrapped {
            draft.push(Role::Body, &paragraph.join(" "), None);
        } else {
            for line in paragraph {
                draft.push(Role::Body, line, None);
            }
        }
    }
}

/// Articles between lines of underscores, each a list of `Field: value`.
fn proquest(text: &str) -> Option<Vec<Draft>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_rule = |line: &str| line.len() >= 20 && line.bytes().all(|byte| byte == b'_');
    let has_text = lines.iter().any(|line| line.starts_with("Full text:"));
    let has_source =
        lines.iter().any(|line| line.starts_with("Publication title:") || line.starts_with("ProQuest document ID:"));
    if !has_text || !has_source {
        return None;
    }
    Some(lines.split(|line| is_rule(line)).filter_map(proquest_article).take(MOST_ARTICLES).collect())
}

/// Fields that stand behind the text of a ProQuest article.
const AFTER: &[&str] = &[
    "Subject:",
    "Business indexing term:",
    "Location:",
    "People:",
    "Company / organization:",
    "Title:",
    "Publication title:",
    "Publication year:",
    "Publication date:",
    "Section:",
    "Publisher:",
    "Place of publication:",
    "Country of publication:",
    "ProQuest document ID:",
    "Credit:",
    "Identifier / keyword:",
    "Pages:",
    "First page:",
    "Copyright:",
    "Illustration:",
    "Classification:",
];

fn proquest_article(lines: &[&str]) -> Option<Draft> {
    let mut draft = Draft::default();
    let text_at = lines.iter().position(|line| line.starts_with("Full text:"))?;
    for line in lines {
        let Some((name, value)) =
            line.split_once(": ").map(|(name, value)| (name, value.trim())).filter(|(_, value)| !value.is_empty())
        else {
            continue;
        };
        let value = || Some(value.to_owned());
        match name {
            "Title" if draft.meta.title.is_none() => draft.meta.title = value(),
            "Author" => draft.meta.byline = value(),
            "Publication title" => {
                draft.meta.outlet =
                    value().map(|outlet| outlet.split(';').next().unwrap_or_default().trim().to_owned());
            }
            "Publication date" => draft.meta.published = value().and_then(|date| moment::iso(&date)),
            "Document URL" => draft.meta.url = value(),
            _ => {}
        }
    }
    if let Some(title) = draft.meta.title.clone() {
        draft.push(Role::Headline, &title, None);
    }
    let first = lines.get(text_at)?.trim_start_matches("Full text:").trim();
    if first.eq_ignore_ascii_case("not available") || first.starts_with("Full text not available") {
        return None;
    }
    // A line of the article can begin as a field does ("Location: the old harbour"): the fields are those
    // behind which nothing long stands that is none.
    let behind = lines.get(text_at + 1..)?;
    let is_field = |line: &str| AFTER.iter().any(|field| line.starts_with(field));
    let is_prose = |line: &str| !is_field(line) && line.split_whitespace().count() > 25 && !line.contains(';');
    let prose_end = behind.iter().rposition(|line| is_prose(line)).map_or(0, |at| at + 1);
    let end = behind.iter().skip(prose_end).position(|line| is_field(line)).map_or(behind.len(), |at| at + prose_end);
    let body: Vec<&str> = std::iter::once(first).chain(behind.iter().take(end).copied()).collect();
    push_paragraphs(&mut draft, &body);
    (draft.body_chars() > 0).then_some(draft)
}
