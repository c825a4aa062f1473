//! What a reader should know about a project that was opened all the same.

use std::fmt;

/// One fact about a project file. As text it is the English sentence of the command line, without its full stop;
/// the window has words of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreNotice {
    /// A newer version wrote it.
    Newer,
    /// Decisions and notes without a place in their articles.
    LeftOut { count: usize },
    /// Decisions of kinds that only newer versions know.
    UnknownDecisions { count: usize },
    /// Fields that only newer versions know.
    UnknownFields { count: usize },
    /// The text of this article is not what was saved.
    ChangedText { article: String },
    /// The blocks of this article did not fit its text.
    NewBlocks { article: String },
    /// The file is younger than what a crash left of it.
    SavedSince,
}

impl fmt::Display for StoreNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer => f.write_str(
                "This project was made by a newer Parallax and is open for reading only, so that nothing in it gets lost",
            ),
            Self::LeftOut { count } => write!(
                f,
                "{count} of the decisions and notes don't fit their articles and were left out; the file still has \
                 them until you save"
            ),
            Self::UnknownDecisions { count } => write!(
                f,
                "{count} decisions are of kinds that this Parallax does not know and are not shown; the file keeps them"
            ),
            Self::UnknownFields { count } => {
                write!(f, "{count} entries of the file mean nothing to this Parallax; the file keeps them")
            }
            Self::ChangedText { article } => write!(
                f,
                "The text of {article} was changed outside Parallax; check its decisions and notes, they may stand in \
                 the wrong place"
            ),
            Self::NewBlocks { article } => {
                write!(f, "The parts of {article} didn't fit its text and were found anew")
            }
            Self::SavedSince => f.write_str(
                "The project file was saved after these changes were kept; save under another name to have both",
            ),
        }
    }
}
