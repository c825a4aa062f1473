//! XML as a flat run of openings, closings and text. Entities that a file defines itself are not
//! expanded, and nothing outside the file is read, so neither can be used against the reader.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::decode;
use super::error::Fault;

/// One step through a document. Names are without their prefix.
pub(super) enum Step<'a> {
    Open(&'a str, Attributes<'a>),
    Close(&'a str),
    Text(&'a str),
}

/// Deepest nesting that is followed.
const DEEPEST: usize = 2_000;

/// The attributes of an opening.
pub(super) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of the attribute whose name without its prefix is `name`.
    pub fn get(&self, name: &str) -> Option<String> {
        let found = self
            .0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).map(std::borrow::Cow::into_owned).ok()
    }

    /// True where a switch such as `<w:vanish w:val="…"/>` is on: no value, or one that does not say no.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Calls `each` for every step through the document in `bytes`.
pub(super) fn walk(bytes: &[u8], mut each: impl FnMut(Step<'_>)) -> Result<(), Fault> {
    let text = decode::decode(bytes, None, None)?.text;
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(Fault::damaged)? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Fault::Damaged(format!("its elements are nested more than {DEEPEST} deep")));
                }
                each(Step::Open(start.local_name().as_ref(), Attributes(&start)));
            }
            Event::Empty(start) => {
                each(Step::Open(start.local_name().as_ref(), Attributes(&start)));
                each(Step::Close(start.local_name().as_ref()));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                each(Step::Close(end.local_name().as_ref()));
            }
            Event::Text(text) => each(Step::Text(&text.xml10_content())),
            Event::CData(text) => each(Step::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                let named = || resolve_predefined_entity(reference.as_ref()).map(str::to_owned);
                if let Some(text) = character.or_else(named) {
                    each(Step::Text(&text));
                }
            }
            Event::Eof => return Ok(()),
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
        }
    }
}

/// The text of the first element of each of `names`, where there is any. Damage ends the search.
pub(super) fn texts(bytes: &[u8], names: &[&str], into: &mut BTreeMap<String, String>) {
    let mut open: Option<String> = None;
    let _ = walk(bytes, |step| match step {
        Step::Open(name, _) => {
            open = (names.contains(&name) && !into.contains_key(name)).then(|| name.to_owned());
        }
        Step::Close(_) => open = None,
        Step::Text(text) => {
            if let Some(name) = open.as_ref().filter(|_| !text.trim().is_empty()) {
                let so_far = into.entry(name.clone()).or_default();
                so_far.push_str(text.trim());
            }
        }
    });
}
