//! Every command of the app in one place: label, tooltip, shortcut and when it is enabled; and the
//! intents that panels return instead of changing anything themselves.

use collation::WitnessKey;
use collation::ruling::Anchor;
use collation::span::Span;
use egui::{Key, KeyboardShortcut, Modifiers};

use crate::marks::Mark;
use crate::view::{Filter, Sort, Which};

/// Something the reader can do by menu, button or key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    OpenArticles,
    Paste,
    TrySample,
    Copy,
    CopyRows,
    CopyTable,
    CopyMarkdown,
    CopyTsv,
    CopyCitations,
    SelectAll,
    CloseAll,
    ToggleRail,
    ToggleInspector,
    CycleDensity,
    MakeBase,
    NextDoubtful,
    PreviousDoubtful,
    NextDifference,
    PreviousDifference,
    NextEvent,
    PreviousEvent,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Settings,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    FullScreen,
    ViewGrid,
    ViewRead,
    ViewCoverage,
    OpenProject,
    Save,
    SaveAs,
    Undo,
    Redo,
    Find,
    Export,
    Pin,
    JoinRows,
    Unlink,
    Reject,
    RenameRow,
    OpenInRead,
    CloseArticle,
    NewRow,
    LinkByHand,
    PinAbove,
    Trim,
    SetAside,
    BringBack,
    MoveToEvent,
    JoinEvents,
    ShowElsewhere,
    TagRow,
    ImportTags,
    NextWord,
    PreviousWord,
    FindNext,
    FindPrevious,
    Palette,
    ClassMode,
    Reveal,
    MarkOriginal,
    FullestBase,
    Ledgers,
    CheatSheet,
    About,
    Quit,
}

/// What a command is about, as the sheet of keys has them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Files,
    Go,
    Correct,
    Copy,
    Look,
    Window,
}

impl Group {
    pub const ALL: [Self; 6] = [Self::Go, Self::Correct, Self::Copy, Self::Files, Self::Look, Self::Window];

    pub const fn label(self) -> &'static str {
        match self {
            Self::Files => "Articles and projects",
            Self::Go => "Going about",
            Self::Correct => "Correcting",
            Self::Copy => "Copying",
            Self::Look => "What is shown",
            Self::Window => "Window and help",
        }
    }
}

/// Keys that are no commands: they move the selection.
pub const MOVES: [(&str, &str); 6] = [
    ("↑ ↓ ← →", "Move between statements and articles"),
    ("Page Up, Page Down", "Move eight statements"),
    ("Home, End", "Move to the first or last statement"),
    ("Shift ↑ ↓", "Select several statements"),
    ("Space", "Fold or unfold the statement"),
    ("Esc", "Let go of the selection, close a dialog"),
];

/// What has to be there for a command to make sense.
#[derive(Clone, Copy, Debug, Default)]
pub struct Situation {
    pub has_articles: bool,
    pub has_rows: bool,
    pub has_selection: bool,
    pub several_events: bool,
    /// A cell with a passage is current.
    pub has_cell: bool,
    /// Two rows or more are selected.
    pub has_several: bool,
    pub can_undo: bool,
    pub can_redo: bool,
    /// Text is selected in the reading view.
    pub has_text: bool,
    /// A passage waits for its mate.
    pub is_linking: bool,
    /// The last correction changed statements that it did not name.
    pub has_elsewhere: bool,
    /// The words searched for are found.
    pub has_hits: bool,
    pub is_class_mode: bool,
}

impl Command {
    pub const ALL: [Self; 70] = [
        Self::OpenArticles,
        Self::Paste,
        Self::TrySample,
        Self::Copy,
        Self::CopyRows,
        Self::CopyTable,
        Self::CopyMarkdown,
        Self::CopyTsv,
        Self::CopyCitations,
        Self::SelectAll,
        Self::CloseAll,
        Self::ToggleRail,
        Self::ToggleInspector,
        Self::CycleDensity,
        Self::MakeBase,
        Self::NextDoubtful,
        Self::PreviousDoubtful,
        Self::NextDifference,
        Self::PreviousDifference,
        Self::NextEvent,
        Self::PreviousEvent,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::Settings,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::FullScreen,
        Self::ViewGrid,
        Self::ViewRead,
        Self::ViewCoverage,
        Self::OpenProject,
        Self::Save,
        Self::SaveAs,
        Self::Undo,
        Self::Redo,
        Self::Find,
        Self::Export,
        Self::Pin,
        Self::JoinRows,
        Self::Unlink,
        Self::Reject,
        Self::RenameRow,
        Self::OpenInRead,
        Self::CloseArticle,
        Self::NewRow,
        Self::LinkByHand,
        Self::PinAbove,
        Self::Trim,
        Self::SetAside,
        Self::BringBack,
        Self::MoveToEvent,
        Self::JoinEvents,
        Self::ShowElsewhere,
        Self::TagRow,
        Self::ImportTags,
        Self::NextWord,
        Self::PreviousWord,
        Self::FindNext,
        Self::FindPrevious,
        Self::Palette,
        Self::ClassMode,
        Self::Reveal,
        Self::MarkOriginal,
        Self::FullestBase,
        Self::Ledgers,
        Self::CheatSheet,
        Self::About,
        Self::Quit,
    ];

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
            Self::Ledgers => "Count reporting verbs, speakers and names by outlet",
            Self::CheatSheet => "Every key, and what each mark means",
            Self::About => "Version, licences and fonts",
            Self::Quit => "Close Parallax",
        }
    }

    /// The keys that start it. The first one is shown.
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        const NONE: Modifiers = Modifiers::NONE;
        const CTRL: Modifiers = Modifiers::COMMAND;
        const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
        const SHIFT: Modifiers = Modifiers::SHIFT;
        let keys: &[(Modifiers, Key)] = match self {
            Self::OpenArticles => &[(CTRL, Key::O)],
            Self::Paste => &[(CTRL, Key::V)],
            Self::Copy => &[(CTRL, Key::C)],
            Self::CopyRows => &[(CTRL_SHIFT, Key::C)],
            Self::SelectAll => &[(CTRL, Key::A)],
            Self::CloseAll => &[(CTRL, Key::N)],
            Self::ToggleRail => &[(CTRL, Key::B)],
            Self::ToggleInspector => &[(NONE, Key::I)],
            Self::CycleDensity => &[(NONE, Key::D)],
            Self::MakeBase => &[(NONE, Key::B)],
            Self::NextDoubtful => &[(NONE, Key::N)],
            Self::PreviousDoubtful => &[(SHIFT, Key::N)],
            Self::NextDifference => &[(NONE, Key::CloseBracket)],
            Self::PreviousDifference => &[(NONE, Key::OpenBracket)],
            Self::NextEvent => &[(CTRL, Key::PageDown)],
            Self::PreviousEvent => &[(CTRL, Key::PageUp)],
            Self::ZoomIn => &[(CTRL, Key::Plus), (CTRL, Key::Equals)],
            Self::ZoomOut => &[(CTRL, Key::Minus)],
            Self::ZoomReset => &[(CTRL, Key::Num0)],
            Self::FullScreen => &[(NONE, Key::F11)],
            Self::ViewGrid => &[(NONE, Key::Num1)],
            Self::ViewRead => &[(NONE, Key::Num2)],
            Self::ViewCoverage => &[(NONE, Key::Num3)],
            Self::OpenProject => &[(CTRL_SHIFT, Key::O)],
            Self::Save => &[(CTRL, Key::S)],
            Self::SaveAs => &[(CTRL_SHIFT, Key::S)],
            Self::Undo => &[(CTRL, Key::Z)],
            Self::Redo => &[(CTRL_SHIFT, Key::Z), (CTRL, Key::Y)],
            Self::Find => &[(CTRL, Key::F)],
            Self::Export => &[(CTRL, Key::E)],
            Self::Pin => &[(NONE, Key::P)],
            Self::JoinRows => &[(NONE, Key::J)],
            Self::Unlink => &[(NONE, Key::S), (NONE, Key::Delete)],
            Self::Reject => &[(NONE, Key::X)],
            Self::RenameRow => &[(NONE, Key::F2)],
            Self::OpenInRead => &[(NONE, Key::Enter)],
            Self::CloseArticle => &[(CTRL, Key::W)],
            Self::NewRow => &[(SHIFT, Key::S)],
            Self::LinkByHand => &[(NONE, Key::L)],
            Self::PinAbove => &[(SHIFT, Key::P)],
            Self::Trim => &[(NONE, Key::E)],
            Self::SetAside => &[(NONE, Key::A)],
            Self::BringBack => &[(SHIFT, Key::A)],
            Self::MoveToEvent => &[(NONE, Key::M)],
            Self::JoinEvents => &[(SHIFT, Key::M)],
            Self::ShowElsewhere => &[(NONE, Key::F4)],
            Self::TagRow => &[(NONE, Key::T)],
            Self::NextWord => &[(NONE, Key::W)],
            Self::PreviousWord => &[(SHIFT, Key::W)],
            Self::FindNext => &[(NONE, Key::F3)],
            Self::FindPrevious => &[(SHIFT, Key::F3)],
            Self::Palette => &[(CTRL_SHIFT, Key::P)],
            Self::ClassMode => &[(CTRL_SHIFT, Key::H)],
            Self::Reveal => &[(NONE, Key::R)],
            Self::MarkOriginal => &[(NONE, Key::O)],
            Self::FullestBase => &[(SHIFT, Key::B)],
            Self::CheatSheet => {
                &[(NONE, Key::F1), (NONE, Key::Questionmark), (SHIFT, Key::Questionmark), (SHIFT, Key::Slash)]
            }
            Self::Ledgers => &[(CTRL, Key::L)],
            Self::Settings => &[(CTRL, Key::Comma)],
            Self::Quit => &[(CTRL, Key::Q)],
            Self::TrySample
            | Self::CopyTable
            | Self::CopyMarkdown
            | Self::CopyTsv
            | Self::CopyCitations
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ImportTags
            | Self::About => &[],
        };
        keys.iter().map(|&(modifiers, key)| KeyboardShortcut::new(modifiers, key)).collect()
    }

    /// What it is about.
    pub const fn group(self) -> Group {
        match self {
            Self::OpenArticles
            | Self::Paste
            | Self::TrySample
            | Self::CloseAll
            | Self::OpenProject
            | Self::Save
            | Self::SaveAs
            | Self::Export => Group::Files,
            Self::NextDoubtful
            | Self::PreviousDoubtful
            | Self::NextDifference
            | Self::PreviousDifference
            | Self::NextEvent
            | Self::PreviousEvent
            | Self::Find
            | Self::FindNext
            | Self::FindPrevious
            | Self::NextWord
            | Self::PreviousWord
            | Self::ShowElsewhere
            | Self::OpenInRead
            | Self::Ledgers => Group::Go,
            Self::MakeBase
            | Self::Undo
            | Self::Redo
            | Self::Pin
            | Self::JoinRows
            | Self::Unlink
            | Self::Reject
            | Self::RenameRow
            | Self::CloseArticle
            | Self::NewRow
            | Self::LinkByHand
            | Self::PinAbove
            | Self::Trim
            | Self::SetAside
            | Self::BringBack
            | Self::MoveToEvent
            | Self::JoinEvents
            | Self::TagRow
            | Self::ImportTags
            | Self::MarkOriginal
            | Self::FullestBase => Group::Correct,
            Self::Copy
            | Self::CopyRows
            | Self::CopyTable
            | Self::CopyMarkdown
            | Self::CopyTsv
            | Self::CopyCitations
            | Self::SelectAll => Group::Copy,
            Self::ViewGrid
            | Self::ViewRead
            | Self::ViewCoverage
            | Self::CycleDensity
            | Self::ToggleRail
            | Self::ToggleInspector
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ClassMode
            | Self::Reveal => Group::Look,
            Self::Settings | Self::Palette | Self::FullScreen | Self::CheatSheet | Self::About | Self::Quit => {
                Group::Window
            }
        }
    }

    /// Every shortcut that differs on screen: `Ctrl Shift Z, Ctrl Y`.
    pub fn all_keys(self, ctx: &egui::Context) -> Option<String> {
        let mut shown: Vec<String> = Vec::new();
        for shortcut in self.shortcuts() {
            // The layouts of keyboards differ in what needs Shift; the sign itself is what counts.
            let is_sign = matches!(shortcut.logical_key, Key::Questionmark | Key::Slash);
            let words = if is_sign { "?".to_owned() } else { words_of(ctx, shortcut) };
            if !shown.contains(&words) {
                shown.push(words);
            }
        }
        (!shown.is_empty()).then(|| shown.join(", "))
    }

    /// The shown shortcut: `Ctrl O`.
    pub fn keys(self, ctx: &egui::Context) -> Option<String> {
        let shortcut = self.shortcuts().into_iter().next()?;
        Some(words_of(ctx, shortcut))
    }

    /// Tooltip with the shortcut.
    pub fn hint(self, ctx: &egui::Context) -> String {
        match self.keys(ctx) {
            Some(keys) => format!("{}  ·  {keys}", self.tooltip()),
            None => self.tooltip().to_owned(),
        }
    }

    pub const fn is_enabled(self, now: Situation) -> bool {
        match self {
            Self::Copy | Self::CopyRows | Self::CopyMarkdown | Self::CopyTsv => now.has_selection,
            Self::CopyTable | Self::SelectAll => now.has_rows,
            Self::NextDoubtful | Self::PreviousDoubtful | Self::NextDifference | Self::PreviousDifference => {
                now.has_rows
            }
            Self::CopyCitations | Self::CloseAll | Self::MakeBase => now.has_articles,
            Self::Save => now.has_articles,
            Self::SaveAs => now.has_articles,
            Self::Undo => now.can_undo,
            Self::Redo => now.can_redo,
            Self::Find => now.has_articles,
            Self::Export => now.has_rows,
            Self::Pin => now.has_selection,
            Self::JoinRows => now.has_several,
            Self::Unlink => now.has_cell,
            Self::Reject => now.has_cell,
            Self::RenameRow => now.has_selection,
            Self::OpenInRead => now.has_selection,
            Self::CloseArticle | Self::MoveToEvent | Self::MarkOriginal | Self::FullestBase => now.has_articles,
            Self::NewRow | Self::Trim => now.has_cell,
            Self::SetAside | Self::LinkByHand => now.has_cell || now.has_text || now.is_linking,
            Self::BringBack | Self::ImportTags => now.has_articles,
            Self::JoinEvents => now.several_events,
            Self::PinAbove | Self::TagRow => now.has_selection,
            Self::ShowElsewhere => now.has_elsewhere,
            Self::NextWord | Self::PreviousWord => now.has_cell,
            Self::FindNext | Self::FindPrevious => now.has_hits,
            Self::ClassMode => now.has_articles,
            Self::Reveal => now.is_class_mode,
            Self::Ledgers => now.has_rows,
            Self::CycleDensity => now.has_rows,
            Self::ViewGrid | Self::ViewRead | Self::ViewCoverage => now.has_articles,
            Self::NextEvent | Self::PreviousEvent => now.several_events,
            _ => true,
        }
    }
}

/// A shortcut as menus show it: `Ctrl O`.
fn words_of(ctx: &egui::Context, shortcut: KeyboardShortcut) -> String {
    let words: Vec<String> = ctx
        .format_shortcut(&shortcut)
        .split('+')
        .filter(|word| !word.is_empty())
        .map(|word| {
            match word {
                "CloseBracket" => "]",
                "OpenBracket" => "[",
                "Comma" => ",",
                "Plus" => "+",
                "Equals" => "=",
                "Minus" => "−",
                "PageDown" => "Page Down",
                "PageUp" => "Page Up",
                word => word,
            }
            .to_owned()
        })
        .collect();
    words.join(" ")
}

/// What a panel wants to happen. One place handles them all.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    Run(Command),
    /// Select this cell; the row becomes the only selected one.
    SelectCell {
        row: Anchor,
        column: usize,
    },
    /// Select the row; with `extend` from the last one to it, with `toggle` in or out.
    SelectRow {
        row: Anchor,
        extend: bool,
        toggle: bool,
    },
    FoldRow(Anchor),
    ShowEvent(usize),
    SetBase(WitnessKey),
    SetHidden {
        article: WitnessKey,
        hidden: bool,
    },
    /// The article goes to the place of `to` in the order of columns.
    MoveArticle {
        article: WitnessKey,
        to: WitnessKey,
    },
    RemoveArticle(WitnessKey),
    SetFilter(Filter),
    SetSort(Sort),
    Show(Which),
    SetMark {
        mark: Mark,
        on: bool,
    },
    /// The reader clicked the word at this character.
    AskWord {
        row: Anchor,
        column: usize,
        at: usize,
    },
    /// Show where this passage stands and why it was not taken.
    ShowNearest {
        row: Anchor,
        column: usize,
    },
    /// Highlight these characters of a column's reading.
    Light {
        row: Anchor,
        places: Vec<(usize, Span)>,
    },
    /// Bring the row into sight in every view and column.
    Reveal(Anchor),
    /// Read these articles side by side; `None`: as many as fit.
    ReadArticles(Option<Vec<WitnessKey>>),
    /// Show or fold the run of clutter that begins with this block.
    Unfold {
        article: WitnessKey,
        block: usize,
    },
    CopyWithMarks(bool),
    PasteAdd(Box<crate::app::PasteForm>),
    /// Open these articles of the list of articles found.
    OpenFound(std::collections::BTreeSet<usize>),
    LeaveFound,
    /// Ask which column holds what in the file at this place of the list of files.
    AskColumns(usize),
    ReadColumns {
        pile: usize,
        signature: String,
        mapping: workbench::intake::Mapping,
    },
    LeaveColumns,
    /// The passages of a cell join this row.
    LinkCell {
        from: Anchor,
        column: usize,
        to: Anchor,
    },
    /// Two rows are one statement.
    JoinRows {
        a: Anchor,
        b: Anchor,
    },
    RejectCell {
        row: Anchor,
        column: usize,
        reason: collation::ruling::RejectReason,
    },
    SetTitle {
        row: Anchor,
        title: String,
    },
    SetNote {
        row: Anchor,
        note: String,
    },
    SetSearch(String),
    RenameProject(String),
    OpenProjectAt(std::path::PathBuf),
    /// What the reader says about unsaved changes.
    Unsaved(crate::app::Answered),
    Recover(std::path::PathBuf),
    DiscardRecovery(std::path::PathBuf),
    ExportAs(crate::app::ExportFormat),
    SetSettings(Box<workbench::settings::Settings>),
    /// A path, where the desktop has no file dialog.
    TypedPath {
        asked: crate::app::Asked,
        path: std::path::PathBuf,
    },
    GoOnWith(workbench::recent::Session),
    OpenProperties(WitnessKey),
    SetProperties(Box<crate::app::PropertiesForm>),
    /// Select the statement that this place of an article stands in.
    JumpTo {
        article: WitnessKey,
        span: Span,
    },
    CopyLedger(Box<collation::export::clip::Clip>),
    CancelWork,
    /// Read the files anew that changed on disk.
    ReloadChanged,
    DismissBanner,
    OpenPaths(Vec<std::path::PathBuf>),
    /// The passages of a cell are a row of their own.
    NewRow {
        row: Anchor,
        column: usize,
    },
    /// Text was selected in the reading view, or no longer is.
    PickText(Option<Anchor>),
    /// The passage that waits for a mate is linked with what stands here.
    LinkWith(Anchor),
    /// Link two stretches of different articles.
    LinkTwo {
        a: Anchor,
        b: Anchor,
    },
    StopLinking,
    /// In its row the passage `from` shall show `to`.
    TrimTo {
        from: Anchor,
        to: Span,
    },
    SetAside(Anchor),
    BringBack(Anchor),
    /// `with`: an article of the event it goes to; without, to an event of its own.
    MoveToEvent {
        article: WitnessKey,
        with: Option<WitnessKey>,
    },
    /// Two events, as indices on the sheet, are one.
    JoinEvents {
        a: usize,
        b: usize,
    },
    SetOriginal {
        article: WitnessKey,
        is_original: bool,
    },
    /// Take back the rulings with these indices.
    TakeBack(Vec<usize>),
    /// Open or close the list of what the last correction changed elsewhere.
    ListElsewhere(bool),
    /// Forget what the last correction changed elsewhere.
    DismissElsewhere,
    /// Select the row that holds this passage, and bring it into sight.
    GoTo(Anchor),
    SetTag {
        row: Anchor,
        tag: String,
        on: bool,
    },
    SetTagColour {
        tag: String,
        colour: Option<String>,
    },
    /// Take the tag out of the list and off every statement.
    RemoveTag(String),
    FilterSpeaker(Option<String>),
    FilterTag(Option<String>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen: Vec<(KeyboardShortcut, Command)> = Vec::new();
        for command in Command::ALL {
            for shortcut in command.shortcuts() {
                let clash = seen.iter().find(|(other, _)| *other == shortcut);
                assert!(clash.is_none(), "{command:?} and {clash:?} share {shortcut:?}");
                seen.push((shortcut, command));
            }
        }
    }

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
