//! Class mode hides who published what: the window's own words and copies say "Article B" instead.
//! Passages stay verbatim; the reader's project keeps every name.

use crate::say;
use std::sync::Arc;

use collation::sheet::Sheet;
use collation::{Metadata, Prepared, Sigil, Witness};
use workbench::project::Project;

/// Names of outlets with what is said instead, the longest first; empty while nothing is hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    names: Vec<(String, String)>,
}

impl Mask {
    /// Hides the articles of `project`; nothing where `hides` is false.
    pub fn new(project: &Project, hides: bool) -> Self {
        let mut names: Vec<(String, String)> = Vec::new();
        let articles = project.articles().iter().enumerate().filter(|_| hides);
        for (at, article) in articles {
            let name = article.witness.name();
            match names.iter_mut().find(|(known, _)| known == name) {
                // Two articles of one outlet can't be told apart by its name.
                Some((_, said)) => *said = say!("called-or", name = &*said, sigil = Sigil(at).to_string()),
                None => names.push((name.to_owned(), called(at))),
            }
        }
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { names }
    }

    /// `words` without the names.
    pub fn words(&self, words: &str) -> String {
        let mut out = words.to_owned();
        for (name, said) in &self.names {
            if out.contains(name.as_str()) {
                out = replaced(&out, name, said);
            }
        }
        out
    }

    /// The sheet as it is copied and exported: what is known about the articles names no outlet.
    pub fn sheet(&self, sheet: &Arc<Sheet>) -> Arc<Sheet> {
        if self.names.is_empty() {
            return Arc::clone(sheet);
        }
        let articles = sheet.articles.iter().enumerate();
        let articles = articles.map(|(at, article)| {
            let meta = Metadata {
                outlet: Some(called_in_exports(at)),
                title: article.witness.meta.title.as_deref().map(|title| self.words(title)),
                published: article.witness.meta.published.clone(),
                language: article.witness.meta.language.clone(),
                ..Metadata::default()
            };
            let witness = Witness { meta, path: called_in_exports(at), ..Witness::clone(&article.witness) };
            let mut masked = Prepared::clone(article);
            masked.witness = Arc::new(witness);
            Arc::new(masked)
        });
        Arc::new(Sheet { articles: articles.collect(), events: sheet.events.clone() })
    }
}

/// What an article is called while its outlet is hidden.
pub fn called(at: usize) -> String {
    say!("called", sigil = Sigil(at).to_string())
}

/// The same in copies and exports, whatever the window speaks.
fn called_in_exports(at: usize) -> String {
    format!("Article {}", Sigil(at))
}

/// Every whole `name` in `words` replaced: "Post" is not found in "Posted".
fn replaced(words: &str, name: &str, said: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once(name) {
        out.push_str(before);
        let is_inside = out.chars().next_back().is_some_and(char::is_alphanumeric)
            || after.chars().next().is_some_and(char::is_alphanumeric);
        out.push_str(if is_inside { name } else { said });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_where_they_are_whole() {
        let names = [("Evening Post", "Article B"), ("Post", "Article A or C")];
        let mask = Mask { names: names.map(|(name, said)| (name.to_owned(), said.to_owned())).to_vec() };
        for (words, masked) in [
            ("move Post to statement 3", "move Article A or C to statement 3"),
            ("Evening Post: “Posted by Post”", "Article B: “Posted by Article A or C”"),
            ("Nothing to hide", "Nothing to hide"),
            ("PostPost", "PostPost"),
        ] {
            assert_eq!(mask.words(words), masked);
        }
        assert_eq!(Mask::default().words("Post"), "Post");
    }
}
