//! The messages of one language, read from its files once. Texts without arguments are made then, so
//! that a frame only looks them up.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Language, Value};

/// The part of a message that a tooltip stands in.
const TOOLTIP: &str = "tooltip";

/// The variable that holds how many there are.
const COUNT: &str = "count";

/// The messages of one language.
pub(super) struct Catalog {
    texts: HashMap<String, Text>,
    bundle: FluentBundle<FluentResource>,
    /// What was wrong with the file, for the test that holds it to be nothing.
    #[cfg_attr(not(test), expect(dead_code, reason = "a broken file is found by a test, not by readers"))]
    pub(super) faults: Vec<String>,
}

#[derive(Default)]
struct Text {
    value: Option<String>,
    tooltip: Option<String>,
}

/// The messages of `language`.
pub(super) fn catalog(language: Language) -> &'static Catalog {
    static ENGLISH: LazyLock<Catalog> = LazyLock::new(|| Catalog::of(Language::English));
    static GERMAN: LazyLock<Catalog> = LazyLock::new(|| Catalog::of(Language::German));
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}

impl Catalog {
    fn of(language: Language) -> Self {
        let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Marks that isolate directions would be drawn as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| number(Language::English, value),
            Language::German => |value, _| number(Language::German, value),
        }));
        let mut faults = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for file in language.files() {
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, errors)| {
                faults.extend(errors.iter().map(ToString::to_string));
                resource
            });
            names.extend(names_in(&resource));
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(ToString::to_string));
            }
        }
        let mut texts = HashMap::new();
        for name in names {
            let Some(message) = bundle.get_message(&name) else { continue };
            // What needs arguments is left in raw form here; it is never asked for without them.
            let made = |pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
            let tooltip = message.get_attribute(TOOLTIP).map(|attribute| made(attribute.value()));
            texts.insert(name, Text { value: message.value().map(made), tooltip });
        }
        Self { texts, bundle, faults }
    }

    pub(super) fn text(&self, id: &str) -> Option<&str> {
        self.texts.get(id)?.value.as_deref()
    }

    pub(super) fn tooltip(&self, id: &str) -> Option<&str> {
        self.texts.get(id)?.tooltip.as_deref()
    }

    pub(super) fn filled(&self, id: &str, arguments: &[(&'static str, Value<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let arguments: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Value::Text(text) => FluentValue::from(text.as_ref()),
                    Value::Number(number) => {
                        // Only a count has marks between its thousands; statement 1200 is a name.
                        let options = FluentNumberOptions { use_grouping: *name == COUNT, ..Default::default() };
                        FluentValue::Number(FluentNumber::new(*number as f64, options))
                    }
                };
                (*name, value)
            })
            .collect();
        // An argument that is missing leaves its name in the text; a test holds that none is.
        Some(self.bundle.format_pattern(message.value()?, Some(&arguments), &mut Vec::new()).into_owned())
    }
}

/// The ids of all messages of a file.
fn names_in(resource: &FluentResource) -> Vec<String> {
    use fluent_syntax::ast::Entry;
    resource
        .entries()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect()
}

/// A number as `language` writes it.
fn number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => {
            Some(super::grouped_in(language, number.value.max(0.0) as usize))
        }
        _ => None,
    }
}
