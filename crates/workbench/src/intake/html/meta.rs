//! What a page says of itself: JSON-LD first, then OpenGraph and other meta fields, then the marks
//! that browsers leave when they save it, then what stands beside the headline.

use collation::Metadata;
use collation::clean::{self, dates};
use serde_json::Value;
use trafilatura::dom::{Document, NodeId};

use super::page::Line;
use super::printed;
use crate::intake::moment;

/// Metadata of a page.
#[derive(Debug, Default)]
pub(super) struct About {
    pub meta: Metadata,
}

/// All that `document` tells; `lines` are what it shows, `html` is its source, for the comments that browsers leave.
pub(super) fn read(document: &Document, lines: &[Line], html: &str) -> About {
    let fields = Fields::of(document);
    let linked = Linked::of(document);
    let url = linked_address(document)
        .or_else(|| fields.get(&["og:url", "twitter:url", "parsely-link"]))
        .or_else(|| linked.text(&["url", "mainEntityOfPage"]))
        .filter(|url| url.starts_with("http"))
        .or_else(|| saved_from(html));
    let outlet = fields
        .get(&["og:site_name"])
        .or_else(|| linked.text(&["publisher"]))
        .or_else(|| {
            fields.get(&[
                "application-name",
                "dc.publisher",
                "dcterms.publisher",
                "apple-mobile-web-app-title",
                "cre",
                "twitter:app:name:iphone",
            ])
        })
        .map(|outlet| without_scheme(&outlet))
        .filter(|outlet| outlet.chars().count() <= 80);
    let title = linked
        .text(&["headline"])
        .or_else(|| fields.get(&["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"]))
        .or_else(|| heading(document))
        .or_else(|| element_text(document, "title"))
        .map(|title| without_outlet(&title, outlet.as_deref()));
    let language = language(document, &fields, &linked);
    let beside = || {
        let is_day_first = writes_day_first(language.as_deref(), url.as_deref());
        title.as_deref().and_then(|title| printed::day_beside(lines, title, is_day_first))
    };
    let published = published(document, &fields, &linked, url.as_deref(), beside);
    let byline = byline(document, &fields, &linked);
    let agency = byline.as_deref().and_then(agency_of).or_else(|| outlet.as_deref().and_then(clean::agency));
    let mut guessed = Vec::new();
    let named = outlet.is_some();
    let outlet = outlet.or_else(|| url.as_deref().and_then(host));
    if !named && outlet.is_some() {
        guessed.push("outlet".to_owned());
    }
    if published.as_ref().is_some_and(|published| published.guessed) {
        guessed.push("published".to_owned());
    }
    let meta = Metadata {
        title,
        byline,
        agency: agency.map(str::to_owned),
        published: published.map(|published| published.moment),
        language,
        outlet,
        url,
        guessed,
    };
    About { meta }
}

/// `meta` fields by name in lower case, first value of each.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn of(document: &Document) -> Self {
        let fields = all(document, "meta").into_iter().filter_map(|id| {
            let attribute = |name: &str| document.get_attribute(id, name);
            let name = attribute("property")
                .or_else(|| attribute("name"))
                .or_else(|| attribute("itemprop"))
                .or_else(|| attribute("http-equiv"))?;
            let content = one_line(&attribute("content")?);
            (!content.is_empty()).then(|| (name.trim().to_lowercase(), content))
        });
        Self(fields.collect())
    }

    /// The first of `names` that has a value.
    fn get(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|wanted| self.0.iter().find(|(name, _)| name == wanted))
            .map(|(_, content)| plain(content))
    }

    fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(|(name, _)| names.contains(&name.as_str())).map(|(_, content)| content.as_str())
    }
}

/// The JSON-LD of the page: the article's object first, others after it.
struct Linked(Vec<Value>);

impl Linked {
    fn of(document: &Document) -> Self {
        let mut objects = Vec::new();
        for id in document.scripts_with_type(&["application/ld+json", "application/json+ld"]) {
            let source = document.text(id);
            let source = source.trim().trim_start_matches("<!--").trim_end_matches("-->");
            // Raw line breaks inside strings are a common fault of these blocks.
            let parsed = serde_json::from_str(source)
                .or_else(|_| serde_json::from_str(&source.replace(['\n', '\r', '\t'], " ")));
            if let Ok(value) = parsed {
                collect(value, &mut objects, 0);
            }
        }
        objects.sort_by_key(rank);
        Self(objects)
    }

    /// The first text under one of `names`, in the order of `names`, among articles only.
    fn text(&self, names: &[&str]) -> Option<String> {
        let articles = self.0.iter().filter(|object| rank(object) < 2);
        names.iter().find_map(|name| articles.clone().find_map(|object| object.get(name).and_then(name_of)))
    }

    fn authors(&self) -> Vec<String> {
        let authors = self
            .0
            .iter()
            .filter(|object| rank(object) < 2)
            .find_map(|object| object.get("author").or_else(|| object.get("creator")));
        match authors {
            Some(Value::Array(many)) => many.iter().filter_map(name_of).collect(),
            Some(one) => name_of(one).into_iter().collect(),
            None => Vec::new(),
        }
    }
}

fn collect(value: Value, objects: &mut Vec<Value>, depth: usize) {
    if depth > 4 || objects.len() > 200 {
        return;
    }
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| collect(value, objects, depth + 1)),
        Value::Object(mut map) => {
            if let Some(graph) = map.remove("@graph") {
                collect(graph, objects, depth + 1);
            }
            if let Some(main) = map.get("mainEntity").cloned() {
                collect(main, objects, depth + 1);
            }
            objects.push(Value::Object(map));
        }
        _ => {}
    }
}

/// 0 for an article, 1 for a page, 2 for anything else.
fn rank(object: &Value) -> u8 {
    let kind = match object.get("@type") {
        Some(Value::String(kind)) => kind.clone(),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    let kind = kind.to_lowercase();
    if kind.contains("article") || kind.contains("posting") || kind.contains("report") {
        0
    } else {
        1 + u8::from(!kind.contains("webpage"))
    }
}

/// A text, or the name in an object.
fn name_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.as_str(),
        Value::Array(values) => return values.iter().find_map(name_of),
        Value::Object(map) => ["name", "@id", "url"].iter().find_map(|key| map.get(*key).and_then(Value::as_str))?,
        _ => return None,
    };
    let text = one_line(&plain(text));
    (!text.is_empty()).then_some(text)
}

struct Published {
    moment: String,
    guessed: bool,
}

fn published(
    document: &Document,
    fields: &Fields,
    linked: &Linked,
    url: Option<&str>,
    beside: impl FnOnce() -> Option<String>,
) -> Option<Published> {
    const NAMES: &[&str] = &[
        "article:published_time",
        "article:published",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "date_published",
        "publication_date",
        "publicationdate",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_time",
        "published-date",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "dcterms.created",
        "dc.date.created",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "article.published",
        "rnews:datepublished",
        "bt:pubdate",
        "ptime",
        "date",
        "article:create_date",
        "article_date_original",
        "originalpublicationdate",
        "displaydate",
        "created",
        "datecreated",
        "last-modified-date",
    ];
    let stated = linked.text(&["datePublished", "dateCreated"]).and_then(|date| moment::iso(&date));
    let stated = stated.or_else(|| NAMES.iter().find_map(|name| fields.all(&[name]).find_map(moment::iso)));
    if let Some(moment) = stated.or_else(|| time_element(document)) {
        return Some(Published { moment, guessed: false });
    }
    let in_address = url.and_then(dates::find_in_address).and_then(dates::Day::iso);
    let guess = in_address.or_else(beside).or_else(|| printed_date(document)).or_else(|| {
        linked
            .text(&["dateModified"])
            .or_else(|| fields.get(&["article:modified_time", "og:updated_time", "lastmod", "dc.date.modified"]))
            .and_then(|date| moment::iso(&date))
    });
    guess.map(|moment| Published { moment, guessed: true })
}

/// True where `03/04/2024` is the third of April: in every language but English, and in most countries that
/// write it.
fn writes_day_first(language: Option<&str>, url: Option<&str>) -> bool {
    const COUNTRIES: &[&str] = &[".uk", ".au", ".nz", ".ie", ".in", ".za", ".ng", ".ke", ".pk", ".lk", ".sg", ".my"];
    let host = url.and_then(host);
    language.is_some_and(|language| language != "en")
        || host.is_some_and(|host| COUNTRIES.iter().any(|country| host.ends_with(country)))
}

/// The moment of a `time` element, of one that says it is the publication first.
fn time_element(document: &Document) -> Option<String> {
    let of = |selector: &str| {
        let found = all(document, selector).into_iter().take(20);
        found
            .filter_map(|id| document.get_attribute(id, "datetime").or_else(|| document.get_attribute(id, "content")))
            .find_map(|stated| moment::iso(&stated))
    };
    of("[itemprop=datePublished]")
        .or_else(|| of("time[pubdate]"))
        .or_else(|| of("article time[datetime]"))
        .or_else(|| of("time[datetime]"))
}

/// A date that the page prints in an element named for it.
fn printed_date(document: &Document) -> Option<String> {
    let selectors = "[itemprop=datePublished], time, [class*=publish], [class*=date], [class*=Date], [class*=timestamp], [id*=date], [class*=meta], [class*=byline], [class*=info]";
    all(document, selectors)
        .into_iter()
        .take(60)
        .map(|id| one_line(&document.text_content(id)))
        .filter(|text| (6..=140).contains(&text.chars().count()))
        .find_map(|text| dates::find(&text)?.iso())
}

fn byline(document: &Document, fields: &Fields, linked: &Linked) -> Option<String> {
    let mut names = linked.authors();
    if names.is_empty() {
        names = fields
            .all(&[
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "dcterms.creator",
                "byl",
                "citation_author",
                "twitter:data1",
            ])
            .map(plain)
            .take(1)
            .collect();
    }
    let mut kept: Vec<String> = Vec::new();
    for name in names.iter().filter_map(|name| person(name)) {
        if !kept.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
            kept.push(name);
        }
    }
    if kept.is_empty() {
        let selectors = "[rel=author], [itemprop=author], [class*=byline], [class*=Byline], [class*=author-name], [class*=authorName], .author";
        let mut printed = all(document, selectors).into_iter().take(20).map(|id| one_line(&document.text_content(id)));
        kept.extend(printed.find_map(|text| person(&text)));
    }
    (!kept.is_empty()).then(|| kept.join(", "))
}

/// A person's or agency's name out of a byline; `None` for addresses, handles, sites' slogans.
fn person(text: &str) -> Option<String> {
    let text = one_line(text);
    let name = clean::byline(&text).unwrap_or(&text).trim().trim_end_matches([',', '|', '-', ':']).trim();
    let words = name.split_whitespace().count();
    let fits = (1..=12).contains(&words)
        && name.chars().count() <= 100
        && !name.contains("://")
        && !name.contains("www.")
        && !name.starts_with('@');
    let is_empty_word = matches!(
        name.to_lowercase().as_str(),
        "admin" | "editor" | "staff" | "by" | "author" | "null" | "none" | "undefined" | "website"
    );
    (fits && !is_empty_word && name.chars().any(char::is_alphabetic)).then(|| name.to_owned())
}

fn agency_of(byline: &str) -> Option<&'static str> {
    byline.split([',', '|', '/', '(', ')']).flat_map(|part| part.split(" and ")).find_map(clean::agency)
}

fn language(document: &Document, fields: &Fields, linked: &Linked) -> Option<String> {
    let html = all(document, "html")
        .first()
        .and_then(|&id| document.get_attribute(id, "lang").or_else(|| document.get_attribute(id, "xml:lang")));
    let stated = html
        .into_iter()
        .chain(fields.get(&["og:locale", "content-language", "language", "dc.language"]))
        .chain(linked.text(&["inLanguage"]));
    stated
        .filter_map(|tag| tag.split(['-', '_', ',', ' ']).next().map(str::to_lowercase))
        .find(|tag| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn linked_address(document: &Document) -> Option<String> {
    all(document, "link[rel=canonical]")
        .into_iter()
        .find_map(|id| document.get_attribute(id, "href"))
        .filter(|url| url.starts_with("http"))
}

/// The address in `<!-- saved from url=(0051)https://… -->` and in SingleFile's comment.
fn saved_from(html: &str) -> Option<String> {
    let head: String = html.chars().take(4000).collect();
    let comment = head
        .split("<!--")
        .skip(1)
        .filter_map(|rest| rest.split("-->").next())
        .find(|comment| comment.contains("saved from url=") || comment.contains("SingleFile"))?;
    let after = comment.split("saved from url=").nth(1).or_else(|| comment.split("url:").nth(1))?;
    let address = after.trim_start().trim_start_matches(|c: char| c == '(' || c == ')' || c.is_ascii_digit());
    let address = address.split_whitespace().next()?;
    address.starts_with("http").then(|| address.to_owned())
}

fn heading(document: &Document) -> Option<String> {
    let headings = all(document, "h1");
    let one = headings.first().filter(|_| headings.len() == 1)?;
    Some(one_line(&document.text_content(*one))).filter(|text| text.chars().count() >= 8)
}

fn element_text(document: &Document, tag: &str) -> Option<String> {
    let id = *all(document, tag).first()?;
    Some(one_line(&document.text_content(id))).filter(|text| !text.is_empty())
}

/// `Title | Outlet` and `Title - Outlet` without the outlet.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let title = one_line(title);
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
        if let Some((head, tail)) = title.rsplit_once(mark) {
            let names_outlet = outlet.is_some_and(|outlet| {
                let (tail, outlet) = (tail.to_lowercase(), outlet.to_lowercase());
                tail == outlet || outlet.starts_with(&tail) || tail.starts_with(&outlet)
            });
            let is_short_tail = mark == " | " && tail.split_whitespace().count() <= 4;
            if head.chars().count() >= 15 && (names_outlet || is_short_tail) {
                return without_outlet(head, outlet);
            }
        }
    }
    title
}

fn without_scheme(outlet: &str) -> String {
    outlet
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.")
        .trim_end_matches('/')
        .to_owned()
}

fn host(url: &str) -> Option<String> {
    let host = url.split("//").nth(1)?.split(['/', '?', ':']).next()?;
    (!host.is_empty()).then(|| host.trim_start_matches("www.").to_owned())
}

fn all(document: &Document, selector: &str) -> Vec<NodeId> {
    document.query_selector_all(document.root(), selector)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Entities that were escaped twice, as they often are in these fields, become characters.
fn plain(text: &str) -> String {
    if !text.contains('&') || !text.contains(';') {
        return text.to_owned();
    }
    let document = Document::parse(&text.replace('<', "&lt;"));
    document.text_content(document.root())
}
