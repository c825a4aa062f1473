//! The words of the window: every label, hint, notice and accessible name comes from here, in the
//! language of the interface. The texts stand in `assets/locales`, a folder a language. Knows no
//! articles: what a source says is never translated.
//!
//! `say!("paste")` gives the text of a message, `say!("words", count = 3)` the text with its
//! arguments, `tip("paste")` the message's tooltip. Which language is in force belongs to the thread: the
//! window sets it before each frame, and errands take it along.

mod catalog;
mod language;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::Cell;

use catalog::catalog;
pub use language::Language;

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language in force on this thread.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// From now on this thread speaks `language`.
pub fn speak(language: Language) {
    LANGUAGE.set(language);
}

/// What `work` gives while this thread speaks `language`.
pub fn spoken_in<T>(language: Language, work: impl FnOnce() -> T) -> T {
    let before = LANGUAGE.replace(language);
    let done = work();
    LANGUAGE.set(before);
    done
}

/// What a message is filled in with.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    Text(Cow<'a, str>),
    /// Decides between singular and plural; called `count`, it has marks between its thousands.
    Number(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a Cow<'_, str>> for Value<'a> {
    fn from(text: &'a Cow<'_, str>) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

/// The message called so; with arguments, filled in. A name that no file has gives the English text, and
/// where there is none, the name itself.
#[macro_export]
macro_rules! say {
    ($id:literal) => {
        $crate::messages::plain($id)
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::messages::filled($id, &[$((stringify!($name), $crate::messages::Value::from($value))),+])
    };
}

/// The text of a message without arguments, made once a language.
pub fn plain(id: &'static str) -> &'static str {
    plain_in(language(), id)
}

/// The same in a language that need not be the one in force.
pub fn plain_in(language: Language, id: &'static str) -> &'static str {
    let text = |language| catalog(language).text(id);
    text(language).or_else(|| text(Language::English)).unwrap_or(id)
}

/// The tooltip of a message; empty where it has none.
pub fn tip(id: &str) -> &'static str {
    let text = |language| catalog(language).tooltip(id);
    text(language()).or_else(|| text(Language::English)).unwrap_or_default()
}

/// The text of a message with its arguments.
pub fn filled(id: &'static str, arguments: &[(&'static str, Value<'_>)]) -> String {
    let text = |language| catalog(language).filled(id, arguments);
    text(language()).or_else(|| text(Language::English)).unwrap_or_else(|| id.to_owned())
}

/// Words as a sentence of their own: its first letter is large.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A number with the language's marks between its thousands.
pub fn grouped(number: usize) -> String {
    grouped_in(language(), number)
}

fn grouped_in(language: Language, number: usize) -> String {
    let mark = language.thousands();
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// A number with so many places behind the language's decimal sign.
pub fn decimal(number: f64, places: usize) -> String {
    let text = format!("{number:.places$}");
    if language().decimal_sign() == '.' { text } else { text.replace('.', &language().decimal_sign().to_string()) }
}

/// `A`, `A and B`, `A, B and 3 more`: at most `most` names.
pub fn names_in_brief(names: &[String], most: usize) -> String {
    let most = most.max(1);
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if names.len() <= most => say!("list-and", first = first.join(", "), last = last),
        many => {
            let first = many.get(..most).unwrap_or(many).join(", ");
            say!("list-more", first = first, count = many.len() - most)
        }
    }
}
