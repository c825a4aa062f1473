//! What panels and dialogs return instead of changing anything themselves.

use collation::WitnessKey;
use collation::ruling::Anchor;
use collation::span::Span;

use super::Command;
use crate::marks::Mark;
use crate::view::{Filter, Sort, Which};

/// What a panel wants to happen. One place handles them all.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    Run(Command),
    /// Select this cell; the row becomes the only selected one.
    SelectCell {
        row: Anchor,
        column: usize,
    },
    /// Select this cell, and of several passages in it the one that this character of its article stands in.
    SelectPassage {
        row: Anchor,
        column: usize,
        at: usize,
    },
    /// Select the row; with `extend` from the last one to it, with `toggle` in or out.
    SelectRow {
        row: Anchor,
        extend: bool,
        toggle: bool,
    },
    FoldRow(Anchor),
    /// Show all passages of the cell that begins with this one, or the first ones again.
    FoldCell(Anchor),
    /// Show the order of telling in a low window, or leave it out again.
    TellOrder(bool),
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
    /// An article was clicked in the list: its event is shown, and the key for a menu is about it.
    ClickArticle(WitnessKey),
    SetFilter(Filter),
    /// Lists the statements of every speaker and tag too.
    LetGoOfFilters,
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
    /// Read this article.
    OpenArticle(WitnessKey),
    /// Show or fold the run of clutter that begins with this block.
    TurnFold {
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
    /// These words stand in the field of the row's note now.
    TypeNote {
        row: Anchor,
        words: String,
    },
    LeaveNote,
    /// Have the table derived anew after it was stopped.
    Compare,
    SetSearch(String),
    OpenProjectAt(std::path::PathBuf),
    /// What the reader says about unsaved changes.
    Unsaved(crate::app::Answered),
    Recover(std::path::PathBuf),
    DiscardRecovery(std::path::PathBuf),
    /// Export every event, or the shown one alone.
    ExportAllEvents(bool),
    ExportAs(crate::app::ExportFormat),
    SetSettings(Box<workbench::settings::Settings>),
    /// Look for the language model once more.
    ReadModel,
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
    /// Ask for another reader's project.
    AskReader,
    /// The comparison with another reader is not wanted any more.
    StopReader,
    /// Take this word on the disagreement at this place of the list.
    SettleDispute {
        at: usize,
        choice: workbench::agreement::Choice,
    },
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
    /// Close the window though words typed into a dialog are lost with it.
    CloseUnfinished,
    /// Take the tag out of the list and off every statement.
    RemoveTag(String),
    FilterSpeaker(Option<String>),
    FilterTag(Option<String>),
}

impl Intent {
    /// To select a cell; with a character of its article, of several passages in the cell the one that it stands in.
    pub fn select(row: Anchor, column: usize, at: Option<usize>) -> Self {
        match at {
            Some(at) => Self::SelectPassage { row, column, at },
            None => Self::SelectCell { row, column },
        }
    }
}
