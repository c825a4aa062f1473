//! What a reader pastes: plain text, or a piece of a page with its structure.

use collation::Role;

use super::draft::Draft;
use super::html;
use super::{Article, IntakeError, IntakeNotice, decode::Decoded, txt};

/// The article in pasted text or HTML. `outlet` and `date` are what the reader says, if anything.
///
/// # Errors
/// [`IntakeError`] where nothing but white space was pasted.
pub fn article_from_paste(pasted: &str, outlet: Option<&str>, date: Option<&str>) -> Result<Article, IntakeError> {
    const NAME: &str = "Pasted text";
    let empty = || IntakeError::Empty { path: NAME.to_owned() };
    let mut article = if looks_like_html(pasted) {
        let draft = super::guard::run(std::time::Duration::from_secs(30), {
            let pasted = pasted.to_owned();
            move || html::pasted(&pasted)
        });
        draft.ok().filter(|draft: &Draft| !draft.is_empty()).ok_or_else(empty)?.finish(NAME, "paste")
    } else {
        let decoded = Decoded { text: pasted.to_owned(), encoding: "UTF-8".to_owned(), guessed: false, broken: false };
        txt::read(NAME, decoded).map_err(|_| empty())?
    };
    article.witness.format = "paste".to_owned();
    article.witness.encoding = None;
    let meta = &mut article.witness.meta;
    let told = |value: Option<&str>| value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned);
    if let Some(outlet) = told(outlet) {
        meta.outlet = Some(outlet);
        meta.guessed.retain(|field| field != "outlet");
    }
    if let Some(date) = told(date) {
        meta.published = super::moment::iso(&date).or(Some(date));
        meta.guessed.retain(|field| field != "published");
    }
    if !article.witness.blocks.iter().any(|block| block.role != Role::Clutter) {
        article.notices.push(IntakeNotice::AllClutter);
    }
    Ok(article)
}

/// True for markup: a tag that only pages have, closed or not.
fn looks_like_html(pasted: &str) -> bool {
    let head: String = pasted.chars().take(4000).collect::<String>().to_lowercase();
    [
        "<html",
        "<!doctype html",
        "<body",
        "<p>",
        "<p ",
        "<div",
        "<span",
        "<br",
        "<h1",
        "<h2",
        "<ul",
        "<li",
        "<meta ",
        "<!--startfragment",
        "<a href",
        "<article",
    ]
    .iter()
    .any(|tag| head.contains(tag))
}
