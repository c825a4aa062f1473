//! Files with many articles from Factiva: saved web pages, with its two-letter field names or without them,
//! its XML, and the same as running text. Knows the layouts, not the service.

mod text;

use collation::Role;
use collation::clean;
use trafilatura::dom::{Document, NodeId};

use super::draft::Draft;
use super::error::Fault;
use super::exports::MOST_ARTICLES;
use super::html;
use super::moment;
use super::xml::{self, Step};
pub(super) use text::from_text;

/// The articles of a page that Factiva made; `None` where it is any other page.
pub(super) fn from_page(document: &Document) -> Option<Vec<Draft>> {
    let holders: Vec<NodeId> = document
        .get_elements_by_tag_name(document.root(), "div")
        .into_iter()
        .filter(|id| {
            let class = document.class_name(*id);
            let mut names = class.split_whitespace();
            names.clone().any(|name| name == "article") && names.any(|name| name.len() > 7 && name.ends_with("Article"))
        })
        .collect();
    let drafts: Vec<Draft> = holders
        .into_iter()
        .filter_map(|id| with_field_names(document, id).or_else(|| without_field_names(document, id)))
        .take(MOST_ARTICLES)
        .collect();
    (!drafts.is_empty()).then_some(drafts)
}

/// A table with `HD`, `BY`, `PD`, `SN`, `LP`, `TD` and the like in its first column.
fn with_field_names(document: &Document, article: NodeId) -> Option<Draft> {
    let mut draft = Draft::default();
    let mut body = Vec::new();
    for row in document.get_elements_by_tag_name(article, "tr") {
        let cells = document.get_elements_by_tag_name(row, "td");
        let [name, value] = cells.as_slice() else { continue };
        let lines = || html::texts_below(document, *value);
        let text = || Some(lines().join(" ")).filter(|text| !text.is_empty());
        match document.text_content(*name).trim() {
            "HD" => draft.meta.title = text(),
            "BY" => draft.meta.byline = text().map(|text| clean::byline(&text).map(str::to_owned).unwrap_or(text)),
            "PD" => draft.meta.published = text().and_then(|day| moment::iso(&day)),
            "SN" => draft.meta.outlet = text(),
            "CR" => draft.meta.agency = text().and_then(|credit| clean::agency(&credit).map(str::to_owned)),
            "LP" | "TD" => body.extend(lines()),
            _ => {}
        }
    }
    complete(draft, &body)
}

/// Lines one below the other: headline, byline, `295 words`, day, outlet; then the paragraphs.
fn without_field_names(document: &Document, article: NodeId) -> Option<Draft> {
    let mut draft = Draft::default();
    let paragraphs: Vec<NodeId> = document
        .get_elements_by_tag_name(article, "p")
        .into_iter()
        .filter(|id| document.class_name(*id).split_whitespace().any(|name| name == "articleParagraph"))
        .collect();
    let body: Vec<String> = paragraphs.into_iter().flat_map(|id| html::texts_below(document, id)).collect();
    let first = body.first()?;
    let lines = html::texts_below(document, article);
    let before = lines.iter().take_while(|line| *line != first).collect::<Vec<_>>();
    let counted = before.iter().position(|line| is_word_count(line))?;
    draft.meta.title = before.first().filter(|_| counted > 0).map(|title| (*title).clone());
    draft.meta.byline =
        before.get(1..counted)?.first().map(|line| clean::byline(line).unwrap_or(line.as_str()).to_owned());
    let after = before.get(counted + 1..)?;
    let day_at = after.iter().position(|line| moment::iso(line).is_some())?;
    draft.meta.published = after.get(day_at).and_then(|day| moment::iso(day));
    // A time of day may stand between the day and the outlet.
    let outlet = after.iter().skip(day_at + 1).find(|line| line.chars().any(char::is_alphabetic));
    draft.meta.outlet = outlet.map(|outlet| (*outlet).clone());
    complete(draft, &body)
}

/// `295 words`, `1,295 mots`.
fn is_word_count(line: &str) -> bool {
    const NAMES: &[&str] = &["words", "word", "mots", "wörter", "palabras", "parole", "palavras", "woorden", "ord"];
    line.split_once(char::is_whitespace).is_some_and(|(number, name)| {
        number.starts_with(|c: char| c.is_ascii_digit())
            && number.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
            && NAMES.contains(&name.trim().to_lowercase().as_str())
    })
}

fn complete(mut draft: Draft, body: &[String]) -> Option<Draft> {
    if let Some(title) = draft.meta.title.clone() {
        draft.push(Role::Headline, &title, None);
    }
    for paragraph in body {
        draft.push(Role::Body, paragraph, None);
    }
    (draft.body_chars() > 0).then_some(draft)
}

/// The articles of an XML answer.
pub(super) fn from_xml(bytes: &[u8]) -> Result<Vec<Draft>, Fault> {
    let mut drafts = Vec::new();
    let mut open: Option<(Draft, Vec<String>)> = None;
    // The field that text belongs to, and what of it has been read.
    let (mut field, mut text) = (Field::None, String::new());
    xml::walk(bytes, |step| match step {
        Step::Open("article", _) => open = Some((Draft::default(), Vec::new())),
        Step::Open(name, _) => {
            if let Some(entered) = Field::of(name) {
                field = entered;
                text.clear();
            }
        }
        Step::Text(part) => {
            if field != Field::None {
                text.push_str(part);
            }
        }
        Step::Close("article") => {
            if let Some((draft, body)) = open.take()
                && drafts.len() < MOST_ARTICLES
            {
                drafts.extend(complete(draft, &body));
            }
        }
        Step::Close("paragraph") => {
            if let (Field::Body, Some((_, body))) = (field, &mut open) {
                body.push(one_line(&text));
                text.clear();
            }
        }
        Step::Close(name) => {
            if Field::of(name) == Some(field)
                && let Some((draft, _)) = &mut open
            {
                field.store(&one_line(&text), draft);
                field = Field::None;
            }
        }
    })?;
    if drafts.is_empty() {
        return Err(Fault::NoArticle("This Factiva file holds no article with text".to_owned()));
    }
    Ok(drafts)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    None,
    Title,
    Byline,
    Published,
    Outlet,
    Language,
    Credit,
    Body,
}

impl Field {
    fn of(element: &str) -> Option<Self> {
        Some(match element {
            "headline" => Self::Title,
            "byline" => Self::Byline,
            "publicationDate" => Self::Published,
            "sourceName" => Self::Outlet,
            "baseLanguage" => Self::Language,
            "credit" => Self::Credit,
            "leadParagraph" | "tailParagraphs" => Self::Body,
            _ => return None,
        })
    }

    fn store(self, text: &str, draft: &mut Draft) {
        let value = || Some(text.to_owned()).filter(|text| !text.is_empty());
        match self {
            Self::None | Self::Body => {}
            Self::Title => draft.meta.title = value(),
            Self::Byline => draft.meta.byline = value().map(|_| clean::byline(text).unwrap_or(text).to_owned()),
            Self::Published => draft.meta.published = moment::iso(text),
            Self::Outlet => draft.meta.outlet = value(),
            Self::Language => draft.meta.language = value().map(|language| language.to_lowercase()),
            Self::Credit => draft.meta.agency = clean::agency(text).map(str::to_owned),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
