//! What commands are called on the screen.

use super::{Command, Group, Need, Situation};
use crate::messages;
use crate::say;

impl Group {
    pub fn label(self) -> &'static str {
        match self {
            Self::Files => say!("group-files"),
            Self::Go => say!("group-go"),
            Self::Correct => say!("group-correct"),
            Self::Copy => say!("group-copy"),
            Self::Look => say!("group-look"),
            Self::Window => say!("group-window"),
        }
    }
}

impl Need {
    /// What the reader has to do first; `None` where nothing useful can be said.
    pub fn missing(self, now: Situation) -> Option<&'static str> {
        match self {
            Self::Marks => Some(say!("need-marks")),
            Self::Nothing | Self::Articles | Self::Rows | Self::ClassMode => None,
            Self::Selection => Some(say!("need-selection")),
            Self::Cell | Self::Passage => Some(say!("need-cell")),
            Self::SeveralRows => Some(say!("need-several-rows")),
            Self::SeveralEvents => Some(say!("need-several-events")),
            Self::Undo => Some(say!("nothing-to-undo")),
            Self::Redo => Some(say!("nothing-to-redo")),
            Self::Elsewhere if !now.has_corrected => Some(say!("nothing-corrected")),
            Self::Elsewhere => Some(say!("need-elsewhere")),
            Self::Hits => Some(say!("need-hits")),
        }
    }
}

impl Need {
    /// The same in a list of all commands, where nothing goes without saying.
    pub fn reason(self, now: Situation) -> &'static str {
        match self {
            Self::ClassMode => say!("need-class-mode"),
            other => other.missing(now).unwrap_or(say!("need-articles")),
        }
    }
}

impl Command {
    /// Its words in menus and buttons; `…` when more input follows.
    pub fn label(self) -> &'static str {
        messages::plain(self.message())
    }

    /// One sentence on what it does.
    pub fn tooltip(self) -> &'static str {
        messages::tip(self.message())
    }

    /// The message that has its words.
    const fn message(self) -> &'static str {
        match self {
            Self::OpenArticles => "open-articles",
            Self::Paste => "paste",
            Self::TrySample => "try-sample",
            Self::Copy => "copy",
            Self::CopyRows => "copy-rows",
            Self::CopyTable => "copy-table",
            Self::CopyMarkdown => "copy-markdown",
            Self::CopyTsv => "copy-tsv",
            Self::CopyCitations => "copy-citations",
            Self::SelectAll => "select-all",
            Self::CloseAll => "close-all",
            Self::ToggleRail => "toggle-rail",
            Self::ToggleInspector => "toggle-inspector",
            Self::CycleDensity => "cycle-density",
            Self::MakeBase => "make-base",
            Self::NextDoubtful => "next-doubtful",
            Self::PreviousDoubtful => "previous-doubtful",
            Self::NextDifference => "next-difference",
            Self::PreviousDifference => "previous-difference",
            Self::NextEvent => "next-event",
            Self::PreviousEvent => "previous-event",
            Self::ThemeSystem => "theme-system",
            Self::ThemeLight => "theme-light",
            Self::ThemeDark => "theme-dark",
            Self::Settings => "settings",
            Self::ZoomIn => "zoom-in",
            Self::ZoomOut => "zoom-out",
            Self::ZoomReset => "zoom-reset",
            Self::FullScreen => "full-screen",
            Self::ViewGrid => "view-grid",
            Self::ViewRead => "view-read",
            Self::ViewCoverage => "view-coverage",
            Self::OpenProject => "open-project",
            Self::Save => "save",
            Self::SaveAs => "save-as",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Find => "find",
            Self::Export => "export",
            Self::Pin => "pin",
            Self::JoinRows => "join-rows",
            Self::Unlink => "unlink",
            Self::Reject => "reject",
            Self::RenameRow => "rename-row",
            Self::OpenInRead => "open-in-read",
            Self::CloseArticle => "close-article",
            Self::NewRow => "new-row",
            Self::LinkByHand => "link-by-hand",
            Self::PinAbove => "pin-above",
            Self::Trim => "trim",
            Self::SetAside => "set-aside",
            Self::BringBack => "bring-back",
            Self::MoveToEvent => "move-to-event",
            Self::JoinEvents => "join-events",
            Self::ShowElsewhere => "show-elsewhere",
            Self::TagRow => "tag-row",
            Self::ImportTags => "import-tags",
            Self::NextPassage => "next-passage",
            Self::PreviousPassage => "previous-passage",
            Self::NextWord => "next-word",
            Self::PreviousWord => "previous-word",
            Self::FindNext => "find-next",
            Self::FindPrevious => "find-previous",
            Self::Palette => "palette",
            Self::ClassMode => "class-mode",
            Self::Reveal => "reveal",
            Self::MarkOriginal => "mark-original",
            Self::FullestBase => "fullest-base",
            Self::Ledgers => "ledgers",
            Self::Readers => "readers",
            Self::MainMenu => "main-menu",
            Self::ContextMenu => "context-menu",
            Self::CheatSheet => "cheat-sheet",
            Self::About => "about",
            Self::Quit => "quit",
        }
    }

    /// Tooltip with the shortcut.
    pub fn hint(self, ctx: &egui::Context) -> String {
        match self.keys(ctx) {
            Some(keys) => format!("{}  ·  {keys}", self.tooltip()),
            None => self.tooltip().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_sentence_case_without_a_final_period() {
        for (language, command) in messages::Language::ALL.into_iter().flat_map(|it| Command::ALL.map(|one| (it, one)))
        {
            messages::speak(language);
            for words in [command.label(), command.tooltip()] {
                assert!(words.starts_with(char::is_uppercase), "{words}");
                assert!(!words.ends_with('.'), "{words}");
            }
        }
    }
}
