//! Class mode hides who published what: the window's own words and titles say "Article B" instead, and
//! where an outlet's name stands in source words they are shown with a block over it. What is copied and
//! exported stays verbatim, and the reader's project keeps every name.

use crate::say;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use collation::attribution::Quotation;
use collation::sheet::{Sheet, SheetEvent, SheetRow};
use collation::table::Because;
use collation::{Metadata, Prepared, Sigil, Text, Witness};
use workbench::project::Project;

/// What stands for one hidden character, so that every other keeps its place.
const BLOCK: char = '█';

/// Names of outlets with what is said instead, the longest first; empty while nothing is hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    names: Vec<(String, String)>,
}

/// What a masked sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaskedFor {
    /// The window: passages have blocks over the names.
    Screen,
    /// Copies and exports: passages are verbatim.
    Copies,
}

impl Mask {
    /// Hides the articles of `project`; nothing where `hides` is false.
    pub fn new(project: &Project, hides: bool) -> Self {
        let mut names: Vec<(String, String)> = Vec::new();
        let articles = project.articles().iter().enumerate().filter(|_| hides);
        for (at, article) in articles {
            // A headline that stands for an outlet tells nothing of it.
            let meta = &article.witness.meta;
            let is_known = |words: &Option<String>| words.as_deref().is_some_and(|words| !words.trim().is_empty());
            if !is_known(&meta.outlet) && is_known(&meta.title) {
                continue;
            }
            let name = article.witness.name().split_whitespace().collect::<Vec<_>>().join(" ");
            // In running text an article in front of it comes and goes.
            let bare = name.strip_prefix("The ").unwrap_or(&name).to_owned();
            if bare.is_empty() {
                continue;
            }
            for name in std::iter::once(bare.clone()).chain(short_names(&bare)) {
                match names.iter_mut().find(|(known, _)| *known == name) {
                    // Two articles of one outlet can't be told apart by its name.
                    Some((_, said)) => *said = say!("called-or", name = &*said, sigil = Sigil(at).to_string()),
                    None => names.push((name, called(at))),
                }
            }
        }
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { names }
    }

    /// `words` without the names.
    pub fn words(&self, words: &str) -> String {
        self.replaced(words, |said, _| said.to_owned()).into_owned()
    }

    /// True where an outlet is named in `words`.
    pub fn is_named_in(&self, words: &str) -> bool {
        self.names.iter().any(|(name, _)| !places_of(words, name).is_empty())
    }

    /// `text` with a block for each character of a name; `None` where it has none.
    fn blocked(&self, text: &str) -> Option<String> {
        let blocks = |_: &str, hidden: &str| hidden.chars().map(|_| BLOCK).collect();
        match self.replaced(text, blocks) {
            Cow::Borrowed(_) => None,
            Cow::Owned(text) => Some(text),
        }
    }

    /// `words` with something else for each name: `instead` is given what is said for it, and the name.
    fn replaced<'w>(&self, words: &'w str, instead: impl Fn(&str, &str) -> String) -> Cow<'w, str> {
        let mut out = Cow::Borrowed(words);
        for (name, said) in &self.names {
            let places = places_of(&out, name);
            if places.is_empty() {
                continue;
            }
            let mut new = String::with_capacity(out.len());
            let mut from = 0;
            for place in places {
                new += out.get(from..place.start).unwrap_or_default();
                new += &instead(said, out.get(place.clone()).unwrap_or_default());
                from = place.end;
            }
            new += out.get(from..).unwrap_or_default();
            out = Cow::Owned(new);
        }
        out
    }

    /// The sheet without names: what is known about the articles, titles and labels say others; passages as
    /// `purpose` asks. Every place in a text stays what it was.
    pub fn sheet(&self, sheet: &Arc<Sheet>, purpose: MaskedFor) -> Arc<Sheet> {
        if self.names.is_empty() {
            return Arc::clone(sheet);
        }
        let articles = sheet.articles.iter().enumerate();
        let articles = articles.map(|(at, article)| {
            let text = match purpose {
                MaskedFor::Screen => self.blocked(article.witness.text.as_str()).map(Text::new),
                MaskedFor::Copies => None,
            };
            let meta = Metadata {
                outlet: Some(called(at)),
                title: article.witness.meta.title.as_deref().map(|title| self.words(title)),
                published: article.witness.meta.published.clone(),
                language: article.witness.meta.language.clone(),
                ..Metadata::default()
            };
            let witness = Witness::clone(&article.witness);
            let witness = Witness { meta, path: called(at), text: text.unwrap_or(witness.text.clone()), ..witness };
            let mut masked = Prepared::clone(article);
            masked.witness = Arc::new(witness);
            masked.quotations.iter_mut().for_each(|quotation| self.hide_in_quotation(quotation));
            Arc::new(masked)
        });
        let events = sheet
            .events
            .iter()
            .map(|event| SheetEvent { rows: event.rows.iter().map(|row| self.row(row)).collect(), ..event.clone() });
        Arc::new(Sheet { articles: articles.collect(), events: events.collect(), is_accurate: sheet.is_accurate })
    }

    fn hide_in_quotation(&self, quotation: &mut Quotation) {
        for words in quotation.speaker.iter_mut().chain(&mut quotation.chain) {
            *words = self.words(words);
        }
    }

    fn row(&self, row: &SheetRow) -> SheetRow {
        let mut row = row.clone();
        row.title = self.words(&row.title);
        let of_cells = row.cells.iter_mut().flatten().filter_map(|cell| cell.speaker.as_mut());
        for words in row.speaker.iter_mut().chain(of_cells) {
            *words = self.words(words);
        }
        for contrast in &mut row.contrasts {
            for words in contrast.note.source_words_mut() {
                *words = self.words(words);
            }
        }
        for because in &mut row.because {
            match because {
                Because::Speaker { name, .. } => *name = self.words(name),
                Because::Words { words: list } | Because::Names { names: list } => {
                    for (words, _) in list {
                        *words = self.words(words);
                    }
                }
                Because::Numbers { .. } | Because::Verbatim { .. } | Because::Ruling | Because::Headlines => {}
            }
        }
        row
    }
}

/// What an article is called while its outlet is hidden.
pub fn called(at: usize) -> String {
    say!("called", sigil = Sigil(at).to_string())
}

/// Shown source words as they are read aloud: a name under blocks is said to be hidden.
pub fn aloud(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut is_hidden = false;
    for character in words.chars() {
        if character != BLOCK {
            out.push(character);
        } else if !is_hidden {
            out.push_str(say!("hidden-name"));
        }
        is_hidden = character == BLOCK;
    }
    out
}

/// Where `name` stands in `text` as a whole, in bytes: as it is written, in capitals, across line breaks, cut
/// by an ellipsis, or as a host on the web. "Post" is not found in "Posted".
/// Words at the end of outlets' names that others are called by as well.
const SHARED_LAST: [&str; 5] = ["agency", "group", "media", "network", "service"];

/// What an outlet of several words is called in running text: "the Lantern".
fn short_names(name: &str) -> Vec<String> {
    let mut words = name.split_whitespace().rev();
    match (words.next(), words.next()) {
        (Some(last), Some(_))
            if last.starts_with(char::is_uppercase) && !SHARED_LAST.contains(&last.to_lowercase().as_str()) =>
        {
            let name = format!("the {last}");
            vec![name.replacen('t', "T", 1), name]
        }
        _ => Vec::new(),
    }
}

fn places_of(text: &str, name: &str) -> Vec<Range<usize>> {
    let mut found = whole_places(text, name);
    let capitals = name.to_uppercase();
    if capitals != name {
        found.extend(whole_places(text, &capitals));
    }
    let host: String = name.to_lowercase().split_whitespace().collect();
    // A lower-case word is a host only where a domain follows: "post.example", not "post".
    let is_host = |place: &Range<usize>| {
        let mut after = text.get(place.end..).unwrap_or_default().chars();
        after.next() == Some('.') && after.next().is_some_and(char::is_alphanumeric)
    };
    found.extend(whole_places(text, &host).into_iter().filter(is_host));
    found.sort_by_key(|place| place.start);
    found.dedup_by_key(|place| place.start);
    found
}

/// Where the words of `name` stand one after the other in `text`, with nothing of a word before or behind.
fn whole_places(text: &str, name: &str) -> Vec<Range<usize>> {
    let mut words = name.split_whitespace();
    let Some(first) = words.next() else { return Vec::new() };
    let rest: Vec<&str> = words.collect();
    let after = |at: usize| text.get(at..).unwrap_or_default();
    let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let places = text.match_indices(first).filter_map(|(start, _)| {
        let mut end = start + first.len();
        for word in &rest {
            let next = after(end).trim_start();
            if next.starts_with('…') && !after(end).is_empty() {
                break;
            }
            let gap = after(end).len() - next.len();
            if gap == 0 || !next.starts_with(word) {
                return None;
            }
            end += gap + word.len();
        }
        let before = text.get(..start).unwrap_or_default().chars().next_back();
        (!is_word(before) && !is_word(after(end).chars().next())).then_some(start..end)
    });
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask() -> Mask {
        let names = [("Evening Post", "Article B"), ("Post", "Article A or C")];
        Mask { names: names.map(|(name, said)| (name.to_owned(), said.to_owned())).to_vec() }
    }

    #[test]
    fn names_are_replaced_where_they_are_whole() {
        for (words, masked) in [
            ("move Post to statement 3", "move Article A or C to statement 3"),
            ("Evening Post: “Posted by Post”", "Article B: “Posted by Article A or C”"),
            ("the EVENING POST’s Evening\nPost", "the Article B’s Article B"),
            ("told the Evening…", "told the Article B…"),
            ("https://www.eveningpost.example/post", "https://www.Article B.example/post"),
            ("good evening, post it", "good evening, post it"),
            ("Nothing to hide", "Nothing to hide"),
            ("PostPost", "PostPost"),
        ] {
            assert_eq!(mask().words(words), masked);
            assert_eq!(mask().is_named_in(words), words != masked, "{words}");
        }
        assert_eq!(Mask::default().words("Post"), "Post");
    }

    #[test]
    fn an_outlet_is_hidden_by_its_short_name_too() {
        assert_eq!(short_names("Daily Lantern"), ["The Lantern", "the Lantern"]);
        assert_eq!(short_names("Northline"), Vec::<String>::new());
        assert_eq!(short_names("Westland Press Agency"), Vec::<String>::new());
    }

    #[test]
    fn blocks_keep_every_place_and_are_said_to_be_hidden() {
        let text = "Ærlig, the Evening\nPost said. Post!";
        let blocked = mask().blocked(text).expect("two names");
        assert_eq!(blocked, "Ærlig, the ████████████ said. ████!");
        assert_eq!(blocked.chars().count(), text.chars().count());
        assert_eq!(mask().blocked("Posted"), None);
        assert_eq!(aloud(&blocked), "Ærlig, the (hidden name) said. (hidden name)!");
    }
}
