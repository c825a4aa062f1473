//! Every command of the app in one place: what it is about and when it is enabled; its words, its keys
//! and the intents that panels return have files of their own.

mod intent;
mod keys;
mod words;

pub use intent::Intent;
pub use keys::moves;

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
    Readers,
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
}

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
    pub const ALL: [Self; 71] = [
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
        Self::Readers,
        Self::CheatSheet,
        Self::About,
        Self::Quit,
    ];

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
            | Self::Export
            | Self::Readers => Group::Files,
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
            Self::Ledgers | Self::Readers => now.has_rows,
            Self::CycleDensity => now.has_rows,
            Self::ViewGrid | Self::ViewRead | Self::ViewCoverage => now.has_articles,
            Self::NextEvent | Self::PreviousEvent => now.several_events,
            _ => true,
        }
    }
}
