//! What commands are called on the screen.

use super::Command;

impl Command {
    /// Its words in menus and buttons; `…` when more input follows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::OpenArticles => "Open articles…",
            Self::Paste => "Paste…",
            Self::TrySample => "Try the sample",
            Self::Copy => "Copy passage",
            Self::CopyRows => "Copy rows as a table",
            Self::CopyTable => "Copy whole table",
            Self::CopyMarkdown => "Copy rows as Markdown",
            Self::CopyTsv => "Copy rows for a spreadsheet",
            Self::CopyCitations => "Copy citations",
            Self::SelectAll => "Select all rows",
            Self::CloseAll => "New comparison",
            Self::ToggleRail => "Show or collapse articles",
            Self::ToggleInspector => "Show or hide inspector",
            Self::CycleDensity => "Full text, differences, swaps only",
            Self::MakeBase => "Make this article the base",
            Self::NextDoubtful => "Next statement that needs a look",
            Self::PreviousDoubtful => "Previous statement that needs a look",
            Self::NextDifference => "Next difference",
            Self::PreviousDifference => "Previous difference",
            Self::NextEvent => "Next event",
            Self::PreviousEvent => "Previous event",
            Self::ThemeSystem => "Theme of the system",
            Self::ThemeLight => "Light theme",
            Self::ThemeDark => "Dark theme",
            Self::Settings => "Settings…",
            Self::ZoomIn => "Larger",
            Self::ZoomOut => "Smaller",
            Self::ZoomReset => "Normal size",
            Self::FullScreen => "Full screen",
            Self::ViewGrid => "Grid",
            Self::ViewRead => "Read",
            Self::ViewCoverage => "Coverage",
            Self::OpenProject => "Open project…",
            Self::Save => "Save",
            Self::SaveAs => "Save as…",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Find => "Find",
            Self::Export => "Export…",
            Self::Pin => "Pin or unpin",
            Self::JoinRows => "Join statements",
            Self::Unlink => "Split passage off",
            Self::Reject => "Reject link…",
            Self::RenameRow => "Rename statement…",
            Self::OpenInRead => "Read here",
            Self::CloseArticle => "Close article",
            Self::NewRow => "New row for the passage",
            Self::LinkByHand => "Link by hand",
            Self::PinAbove => "Pin all above",
            Self::Trim => "Trim or extend passage…",
            Self::SetAside => "Set aside as clutter",
            Self::BringBack => "Bring back from clutter",
            Self::MoveToEvent => "Move article to another event…",
            Self::JoinEvents => "Join events…",
            Self::ShowElsewhere => "What else changed",
            Self::TagRow => "Tag statement",
            Self::ImportTags => "Import tag list…",
            Self::NextWord => "Next differing word",
            Self::PreviousWord => "Previous differing word",
            Self::FindNext => "Next hit",
            Self::FindPrevious => "Previous hit",
            Self::Palette => "Find a command",
            Self::ClassMode => "Class mode: outlets, marks, both, off",
            Self::Reveal => "Reveal what class mode hides",
            Self::MarkOriginal => "Original statement or not",
            Self::FullestBase => "Compare with the fullest quotation",
            Self::Ledgers => "Ledgers…",
            Self::Readers => "Compare with another reader…",
            Self::CheatSheet => "Keys and marks",
            Self::About => "About Parallax",
            Self::Quit => "Quit",
        }
    }

    /// One sentence on what it does.
    pub const fn tooltip(self) -> &'static str {
        match self {
            Self::OpenArticles => "Choose one or more article files to compare",
            Self::Paste => "Add an article from the clipboard",
            Self::TrySample => "Open made-up articles on three made-up events",
            Self::Copy => "Copy the passage of the current cell with outlet, date and paragraph",
            Self::CopyRows => "Copy the selected statements as a table",
            Self::CopyTable => "Copy every statement that the grid shows as a table",
            Self::CopyMarkdown => "Copy the selected statements as a Markdown table",
            Self::CopyTsv => "Copy the selected statements as tab-separated text",
            Self::CopyCitations => "Copy one line a shown article: outlet, title, date, address",
            Self::SelectAll => "Select every statement that the grid shows",
            Self::CloseAll => "Close all articles and begin anew",
            Self::ToggleRail => "Show the articles in full or as letters",
            Self::ToggleInspector => "Show or hide why these passages are one row",
            Self::CycleDensity => "Change how much of each passage the cells show",
            Self::MakeBase => "Compare the other articles with this one",
            Self::NextDoubtful => "Go to the next link that is near the threshold",
            Self::PreviousDoubtful => "Go to the previous link that is near the threshold",
            Self::NextDifference => "Go to the next statement that is worded differently",
            Self::PreviousDifference => "Go to the previous statement that is worded differently",
            Self::NextEvent => "Show the next event",
            Self::PreviousEvent => "Show the previous event",
            Self::ThemeSystem => "Follow the desktop's light or dark setting",
            Self::ThemeLight => "Dark ink on white",
            Self::ThemeDark => "Light ink on dark",
            Self::Settings => "Theme, text, marks, verbs and names of your own",
            Self::ZoomIn => "Everything larger",
            Self::ZoomOut => "Everything smaller",
            Self::ZoomReset => "Back to the size the app began with",
            Self::FullScreen => "Fill the screen with the window",
            Self::ViewGrid => "Statements down, articles across",
            Self::ViewRead => "Whole articles side by side",
            Self::ViewCoverage => "Which outlet has which statement, and where",
            Self::OpenProject => "Open a saved comparison",
            Self::Save => "Save the comparison to its file",
            Self::SaveAs => "Save the comparison to another file",
            Self::Undo => "Take the last change back",
            Self::Redo => "Make the change again that was taken back",
            Self::Find => "Find words in all articles",
            Self::Export => "Write the table to a file: HTML, Word, Excel, CSV and more",
            Self::Pin => "Keep exactly these passages in one row, whatever is aligned anew",
            Self::JoinRows => "The selected statements are one",
            Self::Unlink => "Take the passage of the current cell out of its row",
            Self::Reject => "Say why the passage of the current cell does not belong here",
            Self::RenameRow => "Give the statement a title of your own",
            Self::OpenInRead => "Show the current statement in whole articles",
            Self::CloseArticle => "Take the article of the current cell out of the comparison",
            Self::NewRow => "Give the passage of the current cell a row of its own",
            Self::LinkByHand => {
                "Link the current passage or the selected text with another article’s: choose its mate next"
            }
            Self::PinAbove => "Pin the current statement and every shown one above it",
            Self::Trim => "Choose where the passage of the current cell begins and ends",
            Self::SetAside => "The selected text or the passage of the current cell is not part of the article",
            Self::BringBack => "The selected text, or what was set aside last, is part of the article after all",
            Self::MoveToEvent => "Say which event the article of the current cell reports",
            Self::JoinEvents => "Say which other event is the same as the shown one",
            Self::ShowElsewhere => "List the statements that the last correction changed elsewhere",
            Self::TagRow => "Type a tag for the current statement",
            Self::ImportTags => "Read tags from a text, CSV or REFI-QDA code book file",
            Self::NextWord => "Light up every outlet’s variant of the next differing words in the current cell",
            Self::PreviousWord => "Light up every outlet’s variant of the differing words before",
            Self::FindNext => "Go to the next place that holds the words searched for",
            Self::FindPrevious => "Go to the previous place that holds the words searched for",
            Self::Palette => "Type a few letters of what you want to do",
            Self::ClassMode => "Hide the names of outlets, the marks or both, until a key reveals them",
            Self::Reveal => "Show names and marks, or hide them again",
            Self::MarkOriginal => {
                "The article of the current cell is the statement itself, such as a transcript; it becomes the base"
            }
            Self::FullestBase => "In each row the longest quotation takes the place of the base, or no longer does",
            Self::Readers => {
                "Open a colleague’s project of the same articles beside yours: agreement, disagreements, and one project out of both"
            }
            Self::Ledgers => "Count reporting verbs, speakers and names by outlet",
            Self::CheatSheet => "Every key, and what each mark means",
            Self::About => "Version, licences and fonts",
            Self::Quit => "Close Parallax",
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
        for command in Command::ALL {
            for words in [command.label(), command.tooltip()] {
                assert!(words.starts_with(char::is_uppercase), "{words}");
                assert!(!words.ends_with('.'), "{words}");
            }
        }
    }
}
