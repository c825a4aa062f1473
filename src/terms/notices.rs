//! What is to be known about files that gave articles, projects that were opened, and articles that repeat
//! each other. The crates below tell facts; the command line has English sentences of its own for them.

use workbench::intake::{FileNotice, IntakeNotice, Likeness, TwinName, TwinStatement};
use workbench::settings::SettingsNotice;
use workbench::store::StoreNotice;

use super::cause;
use crate::say;

/// About an article, or the file that it came from.
pub fn intake_notice(notice: &IntakeNotice) -> String {
    match notice {
        IntakeNotice::BrokenBytes { encoding } => say!("notice-broken-bytes", encoding = encoding),
        IntakeNotice::GuessedEncoding { encoding } => say!("notice-guessed-encoding", encoding = encoding),
        IntakeNotice::AllClutter => say!("notice-all-clutter").to_owned(),
        IntakeNotice::TooDeep => say!("notice-too-deep").to_owned(),
        IntakeNotice::ReadersDisagree => say!("notice-readers-disagree").to_owned(),
        IntakeNotice::NoArticleSeen => say!("notice-no-article-seen").to_owned(),
        IntakeNotice::PicturePages { pages, all } => say!("notice-picture-pages", number = *pages, all = *all),
        IntakeNotice::UnknownLetters { count } => say!("notice-unknown-letters", count = *count),
        IntakeNotice::BrokenPages { pages } => {
            let numbers: Vec<String> = pages.iter().map(usize::to_string).collect();
            say!("notice-broken-pages", count = pages.len(), pages = numbers.join(", "))
        }
        IntakeNotice::CutShort => say!("notice-cut-short").to_owned(),
        IntakeNotice::FirstPages { all, read } => say!("notice-first-pages", all = *all, number = *read),
        IntakeNotice::NoJson { count, first } => say!("notice-no-json", count = *count, first = *first),
        IntakeNotice::EmptyRecords { count } => say!("notice-empty-records", count = *count),
        IntakeNotice::Found { count } => say!("notice-found", count = *count),
        IntakeNotice::FirstArticles { count } => say!("notice-first-articles", count = *count),
        IntakeNotice::FewerThanStated { stated, read } => {
            say!("notice-fewer-than-stated", all = *stated, number = *read)
        }
        IntakeNotice::UnreadableFolders { count } => say!("notice-unreadable-folders", count = *count),
        IntakeNotice::FirstFiles { count } => say!("notice-first-files", count = *count),
    }
}

/// About a file as a whole; its path comes last.
pub fn file_notice(notice: &FileNotice) -> String {
    format!("{}: {}", intake_notice(&notice.notice), notice.path)
}

/// About a project file.
pub fn store_notice(notice: &StoreNotice) -> String {
    match notice {
        StoreNotice::Newer => say!("project-newer").to_owned(),
        StoreNotice::LeftOut { count } => say!("project-left-out", count = *count),
        StoreNotice::UnknownDecisions { count } => say!("project-unknown-decisions", count = *count),
        StoreNotice::UnknownFields { count } => say!("project-unknown-fields", count = *count),
        StoreNotice::ChangedText { article } => say!("project-changed-text", name = article),
        StoreNotice::NewBlocks { article } => say!("project-new-blocks", name = article),
        StoreNotice::SavedSince => say!("project-saved-since").to_owned(),
    }
}

/// About the file of the settings.
pub fn settings_notice(notice: &SettingsNotice) -> String {
    match notice {
        SettingsNotice::Unreadable { path, reason } => say!("settings-unreadable", reason = cause(reason), path = path),
        SettingsNotice::Damaged { path, is_kept: true, reason } => {
            say!("settings-damaged-kept", reason = cause(reason), path = path)
        }
        SettingsNotice::Damaged { path, reason, .. } => say!("settings-damaged", reason = cause(reason), path = path),
    }
}

/// How an article repeats another: `96 % the same text as Dan Tri`.
pub fn twin(statement: &TwinStatement) -> String {
    let name = match &statement.other {
        TwinName::Outlet(name) => name.clone(),
        TwinName::Title(title) => say!("twin-title", title = title),
        TwinName::SameOutlet(name) => say!("twin-same-outlet", name = name),
    };
    match statement.likeness {
        Likeness::Same => say!("twin-same", name = name),
        Likeness::Nearly { percent } => say!("twin-nearly", percent = percent, name = name),
        Likeness::InOther { percent } => say!("twin-in-other", percent = percent, name = name),
        Likeness::HoldsOther { percent } => say!("twin-holds-other", percent = percent, name = name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Language, speak};

    /// One of each kind. Numbers are plural, for the command line has no singular.
    fn notices() -> Vec<IntakeNotice> {
        let encoding = "windows-1252".to_owned();
        vec![
            IntakeNotice::BrokenBytes { encoding: encoding.clone() },
            IntakeNotice::GuessedEncoding { encoding },
            IntakeNotice::AllClutter,
            IntakeNotice::TooDeep,
            IntakeNotice::ReadersDisagree,
            IntakeNotice::NoArticleSeen,
            IntakeNotice::PicturePages { pages: 2, all: 3 },
            IntakeNotice::UnknownLetters { count: 4 },
            IntakeNotice::BrokenPages { pages: vec![3] },
            IntakeNotice::BrokenPages { pages: vec![3, 5] },
            IntakeNotice::CutShort,
            IntakeNotice::FirstPages { all: 2001, read: 2000 },
            IntakeNotice::NoJson { count: 2, first: 7 },
            IntakeNotice::EmptyRecords { count: 2 },
            IntakeNotice::Found { count: 2 },
            IntakeNotice::FirstArticles { count: 9 },
            IntakeNotice::FewerThanStated { stated: 100, read: 98 },
            IntakeNotice::UnreadableFolders { count: 2 },
            IntakeNotice::FirstFiles { count: 9 },
        ]
    }

    fn project_notices() -> Vec<StoreNotice> {
        let article = "The Ledger".to_owned();
        vec![
            StoreNotice::Newer,
            StoreNotice::LeftOut { count: 2 },
            StoreNotice::UnknownDecisions { count: 2 },
            StoreNotice::UnknownFields { count: 2 },
            StoreNotice::ChangedText { article: article.clone() },
            StoreNotice::NewBlocks { article },
            StoreNotice::SavedSince,
        ]
    }

    #[test]
    fn english_notices_are_those_of_the_command_line_and_german_ones_are_not() {
        speak(Language::English);
        for notice in notices() {
            let (said, printed) = (intake_notice(&notice), notice.to_string());
            let is_of_encoding =
                matches!(notice, IntakeNotice::BrokenBytes { .. } | IntakeNotice::GuessedEncoding { .. });
            if is_of_encoding {
                // The window says where another is chosen.
                let same = |words: &str| words.split(';').next().map(str::to_owned);
                assert_eq!(same(&said), same(&printed));
                assert!(said.contains(&format!("menu, {}", say!("properties"))), "{said}");
            } else {
                assert_eq!(said, printed);
            }
        }
        for notice in project_notices() {
            assert_eq!(store_notice(&notice), notice.to_string());
        }
        speak(Language::German);
        for notice in notices() {
            assert_ne!(intake_notice(&notice), notice.to_string());
        }
        for notice in project_notices() {
            assert_ne!(store_notice(&notice), notice.to_string());
        }
        let about = FileNotice { notice: IntakeNotice::EmptyRecords { count: 1 }, path: "/a/b.csv".to_owned() };
        assert_eq!(file_notice(&about), "1 Datensatz ohne Text wurde ausgelassen: /a/b.csv");
    }

    #[test]
    fn what_was_wrong_with_settings_is_said_in_the_window_s_language() {
        let (path, reason) = ("/a/settings.json".to_owned(), "why".to_owned());
        for (notice, english, german) in [
            (
                SettingsNotice::Unreadable { path: path.clone(), reason: reason.clone() },
                "Settings could not be read (why); ",
                "Die Einstellungen konnten nicht gelesen werden (ihr Aufbau ist fehlerhaft); ",
            ),
            (
                SettingsNotice::Damaged { path: path.clone(), is_kept: true, reason: reason.clone() },
                "Settings were damaged (why); the first ones are used, a copy is kept: ",
                "Die Einstellungen waren beschädigt (ihr Aufbau ist fehlerhaft); es gelten die Anfangseinstellungen, eine Kopie ",
            ),
            (
                SettingsNotice::Damaged { path, is_kept: false, reason },
                "Settings were damaged (why); the first ones are used, the damaged file: ",
                "Die Einstellungen waren beschädigt (ihr Aufbau ist fehlerhaft); es gelten die Anfangseinstellungen, die ",
            ),
        ] {
            for (language, begins) in [(Language::English, english), (Language::German, german)] {
                speak(language);
                let said = settings_notice(&notice);
                assert!(said.starts_with(begins) && said.ends_with("/a/settings.json"), "{said}");
            }
        }
    }

    #[test]
    fn likeness_is_said_in_the_window_s_language() {
        let outlet = TwinName::Outlet("Dan Tri".to_owned());
        let title = TwinName::Title("Shut".to_owned());
        for (likeness, other, english, german) in [
            (Likeness::Same, &outlet, "the same text as Dan Tri", "derselbe Text wie Dan Tri"),
            (
                Likeness::Nearly { percent: 96 },
                &title,
                "96 % the same text as “Shut”",
                "zu 96 % derselbe Text wie „Shut“",
            ),
            (
                Likeness::InOther { percent: 80 },
                &outlet,
                "80 % of this text stands in Dan Tri too",
                "80 % dieses Textes enthält auch Dan Tri",
            ),
            (
                Likeness::HoldsOther { percent: 80 },
                &TwinName::SameOutlet("Dan Tri".to_owned()),
                "80 % of another article of Dan Tri stands in this text too",
                "ein anderer Artikel von Dan Tri steht zu 80 % auch in diesem Text",
            ),
        ] {
            let statement = TwinStatement { likeness, other: other.clone() };
            for (language, words) in [(Language::English, english), (Language::German, german)] {
                speak(language);
                assert_eq!(twin(&statement), words);
            }
        }
    }
}
