//! Why something was refused or did not work, for the errors that the crates below give as types.

use workbench::intake::IntakeError;
use workbench::model::OpenModelError;
use workbench::project::Refused;
use workbench::store::StoreError;
use workbench::worker::Unread;

use super::{cause, phrase};
use crate::say;

/// Why an edit was refused.
pub fn refused(refused: Refused) -> &'static str {
    match refused {
        Refused::Nothing => say!("refused-nothing"),
        Refused::NoArticle => say!("refused-no-article"),
        Refused::OutsideText => say!("refused-outside"),
        Refused::TooFew => say!("refused-too-few"),
        Refused::WithItself => say!("refused-with-itself"),
        Refused::NoRuling => say!("refused-no-ruling"),
        Refused::ReadOnly => say!("refused-read-only"),
    }
}

/// Why there is no language model.
pub fn open_model(error: &OpenModelError) -> String {
    match error {
        OpenModelError::Missing { path } => say!("model-not-there", path = path.display().to_string()),
        OpenModelError::Unread { path, reason } => {
            say!("model-unread", path = path.display().to_string(), reason = cause(&reason.to_string()))
        }
        OpenModelError::Wrong { path, .. } => say!("model-wrong", path = path.display().to_string()),
    }
}

/// Why a project was not opened or saved.
pub fn store(error: &StoreError) -> String {
    match error {
        StoreError::Missing { path } => say!("store-missing", path = path),
        StoreError::Unreadable { path, reason } => say!("store-unreadable", path = path, reason = cause(reason)),
        StoreError::NoProject { path } => say!("store-no-project", path = path),
        StoreError::Damaged { path, reason } => say!("store-damaged", path = path, reason = cause(reason)),
        StoreError::TooNew { path } => say!("store-too-new", path = path),
        StoreError::TooLarge { path } => say!("store-too-large", path = path),
        StoreError::Taken { path, by } => say!("store-taken", path = path, by = by),
        StoreError::ChangedOnDisk { path } => say!("store-changed", path = path),
        StoreError::DiskFull { path } => say!("store-full", path = path),
        StoreError::NotAllowed { path } => say!("store-not-allowed", path = path),
        StoreError::NoFolder { path } => say!("store-no-folder", path = path),
        StoreError::NotSaved { path, reason } => say!("store-not-saved", path = path, reason = cause(reason)),
        StoreError::NoJournalFolder => say!("store-no-journal-folder").to_owned(),
        StoreError::NotJournaled { path, reason } => say!("store-not-journaled", path = path, reason = cause(reason)),
    }
}

/// Why there is nothing of a file.
pub fn unread(error: &Unread) -> String {
    match error {
        Unread::Intake(error) => intake(error),
        Unread::Broke { path, reason } => say!("intake-broke", reason = cause(reason), path = path),
    }
}

/// Why a file gave no article.
pub fn intake(error: &IntakeError) -> String {
    match error {
        IntakeError::Unreadable { path, reason } => say!("intake-unreadable", reason = cause(reason), path = path),
        IntakeError::Missing { path } => say!("intake-missing", path = path),
        IntakeError::Folder { path } => say!("intake-folder", path = path),
        IntakeError::NoFile { path } => say!("intake-no-file", path = path),
        IntakeError::Empty { path } => say!("intake-empty", path = path),
        IntakeError::TooLarge { path } => say!("intake-too-large", path = path),
        IntakeError::NotText { path } => say!("intake-not-text", path = path),
        IntakeError::Foreign { path, what, advice } => {
            say!("intake-foreign", what = phrase(what), advice = phrase(advice), path = path)
        }
        IntakeError::Address { path } => say!("intake-address", path = path),
        IntakeError::Project { path } => say!("intake-project", path = path),
        IntakeError::NoArticle { path, what } => say!("intake-no-article", what = phrase(what), path = path),
        IntakeError::EmptyColumn { path, column } => say!("intake-empty-column", column = column, path = path),
        IntakeError::ManyParts { path, count, most } => {
            say!("intake-many-parts", number = *count, most = *most, path = path)
        }
        IntakeError::LargePart { path, part } => say!("intake-large-part", part = part, path = path),
        IntakeError::Damaged { path, format, reason } => {
            say!("intake-damaged", format = *format, reason = cause(reason), path = path)
        }
        IntakeError::TooSlow { path, format, seconds } => {
            say!("intake-too-slow", format = *format, seconds = seconds.to_string(), path = path)
        }
        IntakeError::NoTextColumn { path, columns } => {
            let names: Vec<&str> = columns.names.iter().take(12).map(String::as_str).collect();
            say!("intake-no-column", columns = names.join(", "), path = path)
        }
        IntakeError::NoEncoding { path, encoding } => say!("intake-no-encoding", encoding = encoding, path = path),
    }
}

#[cfg(test)]
mod tests {
    use workbench::intake::Columns;

    use super::*;
    use crate::messages::{Language, speak};

    #[test]
    fn english_errors_are_those_of_the_crates_below() {
        speak(Language::English);
        for error in [
            Refused::Nothing,
            Refused::NoArticle,
            Refused::OutsideText,
            Refused::TooFew,
            Refused::WithItself,
            Refused::NoRuling,
            Refused::ReadOnly,
        ] {
            assert_eq!(refused(error), error.to_string());
        }
        let (path, reason) = ("/a/b.parallax".to_owned(), "why".to_owned());
        for error in [
            StoreError::Missing { path: path.clone() },
            StoreError::Unreadable { path: path.clone(), reason: reason.clone() },
            StoreError::NoProject { path: path.clone() },
            StoreError::Damaged { path: path.clone(), reason: reason.clone() },
            StoreError::TooNew { path: path.clone() },
            StoreError::TooLarge { path: path.clone() },
            StoreError::Taken { path: path.clone(), by: "pc".to_owned() },
            StoreError::ChangedOnDisk { path: path.clone() },
            StoreError::DiskFull { path: path.clone() },
            StoreError::NotAllowed { path: path.clone() },
            StoreError::NoFolder { path: path.clone() },
            StoreError::NotSaved { path: path.clone(), reason: reason.clone() },
            StoreError::NoJournalFolder,
            StoreError::NotJournaled { path, reason },
        ] {
            assert_eq!(store(&error), error.to_string());
        }
        let (path, reason) = ("/a/b.html".to_owned(), "why".to_owned());
        let columns = Box::new(Columns { names: vec!["id".to_owned(), "note".to_owned()], ..Columns::default() });
        for error in [
            IntakeError::Unreadable { path: path.clone(), reason: reason.clone() },
            IntakeError::Missing { path: path.clone() },
            IntakeError::Folder { path: path.clone() },
            IntakeError::NoFile { path: path.clone() },
            IntakeError::Empty { path: path.clone() },
            IntakeError::TooLarge { path: path.clone() },
            IntakeError::NotText { path: path.clone() },
            IntakeError::Foreign { path: path.clone(), what: "a picture", advice: "only text can be compared" },
            IntakeError::Address { path: path.clone() },
            IntakeError::Project { path: path.clone() },
            IntakeError::NoArticle { path: path.clone(), what: "The file holds no text".to_owned() },
            IntakeError::EmptyColumn { path: path.clone(), column: "body".to_owned() },
            IntakeError::ManyParts { path: path.clone(), count: 30_000, most: 20_000 },
            IntakeError::LargePart { path: path.clone(), part: "word/document.xml".to_owned() },
            IntakeError::Damaged { path: path.clone(), format: "Word", reason: reason.clone() },
            IntakeError::TooSlow { path: path.clone(), format: "PDF", seconds: 30 },
            IntakeError::NoTextColumn { path: path.clone(), columns },
            IntakeError::NoEncoding { path: path.clone(), encoding: "utf-9".to_owned() },
        ] {
            assert_eq!(intake(&error), error.to_string());
        }
        let broke = Unread::Broke { path, reason };
        assert_eq!(unread(&broke), broke.to_string());
    }
}
