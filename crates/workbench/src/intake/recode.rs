//! An article of an open project read again with another encoding.

use std::path::Path;

use collation::{Metadata, Witness};

use super::{Found, IntakeError, ReadOptions, read_path_with};

/// `old` out of its file, read with `encoding`. What the reader typed about it stays; what the file told
/// is read anew. Its rulings have to be fitted to the new text by the project.
///
/// # Errors
/// [`IntakeError`] where the file can't be read any more, knows no such encoding, or no longer holds the article.
pub fn in_encoding(old: &Witness, encoding: &str) -> Result<Witness, IntakeError> {
    let path = Path::new(&old.path);
    let read = |encoding: Option<&str>| {
        read_path_with(path, ReadOptions { encoding: encoding.map(str::to_owned), ..ReadOptions::default() })
    };
    let after = read(Some(encoding))?;
    // What the file told before is what was not typed.
    let before = read(old.encoding.as_deref())?;
    let gone =
        || IntakeError::NoArticle { path: old.path.clone(), what: "The file no longer holds this article".to_owned() };
    let at = place(old, &before).ok_or_else(gone)?;
    let told = before.articles.into_iter().nth(at).map(|article| article.witness.meta).unwrap_or_default();
    let new = after.articles.into_iter().nth(at).ok_or_else(gone)?.witness;
    Ok(Witness { key: old.key, path: old.path.clone(), meta: merged(&old.meta, &told, new.meta), ..new })
}

fn place(old: &Witness, found: &Found) -> Option<usize> {
    found.articles.iter().position(|article| article.witness.text == old.text)
}

/// `new`, but for the fields where the reader's `old` differs from what the file `told`.
fn merged(old: &Metadata, told: &Metadata, new: Metadata) -> Metadata {
    let mut typed: Vec<&str> = Vec::new();
    let mut pick = |name: &'static str, old: &Option<String>, told: &Option<String>, new: Option<String>| {
        if old == told {
            return new;
        }
        typed.push(name);
        old.clone()
    };
    let meta = Metadata {
        title: pick("title", &old.title, &told.title, new.title),
        byline: pick("byline", &old.byline, &told.byline, new.byline),
        outlet: pick("outlet", &old.outlet, &told.outlet, new.outlet),
        agency: pick("agency", &old.agency, &told.agency, new.agency),
        published: pick("published", &old.published, &told.published, new.published),
        language: pick("language", &old.language, &told.language, new.language),
        url: pick("url", &old.url, &told.url, new.url),
        guessed: Vec::new(),
    };
    let guessed = new.guessed.into_iter().filter(|field| !typed.contains(&field.as_str())).collect();
    Metadata { guessed, ..meta }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read_path;

    #[test]
    fn another_encoding_gives_the_words_and_keeps_what_was_typed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let text = "Žluťoučký kůň úpěl\n\nPříliš žluťoučký kůň úpěl ďábelské ódy, řekl ministr v pondělí v Praze.\n";
        std::fs::write(&path, encoding_rs::WINDOWS_1250.encode(text).0).unwrap();
        let options = ReadOptions { encoding: Some("windows-1252".to_owned()), ..ReadOptions::default() };
        let mut old = read_path_with(&path, options).unwrap().articles.remove(0).witness;
        assert_eq!(old.encoding.as_deref(), Some("windows-1252"));
        assert_ne!(old.text.as_str(), text);
        old.meta.outlet = Some("Denní příklad".to_owned());
        let new = in_encoding(&old, "windows-1250").unwrap();
        assert_eq!((new.text.as_str(), new.encoding.as_deref()), (text, Some("windows-1250")));
        assert_eq!(new.meta.outlet.as_deref(), Some("Denní příklad"));
        assert_eq!(new.meta.title.as_deref(), Some("Žluťoučký kůň úpěl"));
        assert!(matches!(in_encoding(&old, "klingon"), Err(IntakeError::NoEncoding { .. })));
        std::fs::write(&path, "Something else.").unwrap();
        assert!(in_encoding(&old, "UTF-8").is_err());
        assert!(read_path(&path).is_ok());
    }
}
