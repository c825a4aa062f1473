//! The entries of a packed file, and what every XML entry begins with. Packing is the workbench's
//! affair.

use std::borrow::Cow;

use maud::{Markup, PreEscaped, html};

/// One member of a packed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Entry {
    pub(super) fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes }
    }
}

/// A whole XML entry around `root`.
pub(super) fn xml(root: &Markup) -> Vec<u8> {
    let declaration = PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    html! { (declaration) (root) }.into_string().into_bytes()
}

/// `text` with what XML 1.0 has no place for replaced, one character for one.
pub(super) fn xml_text(text: &str) -> Cow<'_, str> {
    let has_place = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(has_place) {
        return text.into();
    }
    text.chars().map(|c| if has_place(c) { c } else { '\u{fffd}' }).collect::<String>().into()
}
