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
    NextPassage,
    PreviousPassage,
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
    MainMenu,
    ContextMenu,
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
    /// A correction was made or undone.
    pub has_corrected: bool,
    /// The words searched for are found.
    pub has_hits: bool,
    pub is_class_mode: bool,
    /// Class mode hides the marks.
    pub hides_marks: bool,
}

/// What a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Nothing,
    Articles,
    Rows,
    /// Statements with marks that class mode does not hide.
    Marks,
    /// A row is selected.
    Selection,
    /// A cell with a passage is current.
    Cell,
    /// A cell, text selected in the reading view, or a link that waits for its mate.
    Passage,
    SeveralRows,
    SeveralEvents,
    Undo,
    Redo,
    Elsewhere,
    Hits,
    ClassMode,
}

impl Situation {
    const fn has(self, need: Need) -> bool {
        match need {
            Need::Nothing => true,
            Need::Articles => self.has_articles,
            Need::Rows => self.has_rows,
            Need::Marks => self.has_rows && !self.hides_marks,
            Need::Selection => self.has_selection,
            Need::Cell => self.has_cell,
            Need::Passage => self.has_cell || self.has_text || self.is_linking,
            Need::SeveralRows => self.has_several,
            Need::SeveralEvents => self.several_events,
            Need::Undo => self.can_undo,
            Need::Redo => self.can_redo,
            Need::Elsewhere => self.has_elsewhere,
            Need::Hits => self.has_hits,
            Need::ClassMode => self.is_class_mode,
        }
    }
}

impl Command {
    pub const ALL: [Self; 75] = [
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
        Self::NextPassage,
        Self::PreviousPassage,
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
        Self::MainMenu,
        Self::ContextMenu,
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
            | Self::NextPassage
            | Self::PreviousPassage
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
            Self::Settings
            | Self::Palette
            | Self::FullScreen
            | Self::MainMenu
            | Self::ContextMenu
            | Self::CheatSheet
            | Self::About
            | Self::Quit => Group::Window,
        }
    }

    /// What has to be there for it to do anything.
    pub const fn needs(self) -> Need {
        match self {
            Self::CopyCitations
            | Self::CloseAll
            | Self::MakeBase
            | Self::Save
            | Self::SaveAs
            | Self::Find
            | Self::CloseArticle
            | Self::MoveToEvent
            | Self::MarkOriginal
            | Self::FullestBase
            | Self::BringBack
            | Self::ImportTags
            | Self::ClassMode
            | Self::ViewGrid
            | Self::ViewRead
            | Self::ViewCoverage => Need::Articles,
            Self::CopyTable
            | Self::SelectAll
            | Self::NextDoubtful
            | Self::PreviousDoubtful
            | Self::Export
            | Self::Ledgers
            | Self::Readers => Need::Rows,
            Self::NextDifference | Self::PreviousDifference | Self::CycleDensity => Need::Marks,
            Self::Copy
            | Self::CopyRows
            | Self::CopyMarkdown
            | Self::CopyTsv
            | Self::Pin
            | Self::PinAbove
            | Self::RenameRow
            | Self::TagRow
            | Self::OpenInRead => Need::Selection,
            Self::Unlink
            | Self::Reject
            | Self::NewRow
            | Self::Trim
            | Self::NextPassage
            | Self::PreviousPassage
            | Self::NextWord
            | Self::PreviousWord => Need::Cell,
            Self::SetAside | Self::LinkByHand => Need::Passage,
            Self::JoinRows => Need::SeveralRows,
            Self::JoinEvents | Self::NextEvent | Self::PreviousEvent => Need::SeveralEvents,
            Self::Undo => Need::Undo,
            Self::Redo => Need::Redo,
            Self::ShowElsewhere => Need::Elsewhere,
            Self::FindNext | Self::FindPrevious => Need::Hits,
            Self::Reveal => Need::ClassMode,
            _ => Need::Nothing,
        }
    }

    pub const fn is_enabled(self, now: Situation) -> bool {
        now.has(self.needs())
    }
}
