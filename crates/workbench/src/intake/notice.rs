//! What a reader should know about a file that gave articles all the same.

use std::fmt;

/// One fact about an article, or about the file that it came from. As text it is the English sentence of the
/// command line, without its full stop; the window has words of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeNotice {
    /// Bytes that are no text in this encoding.
    BrokenBytes { encoding: String },
    /// Nothing says that the file is in this encoding.
    GuessedEncoding { encoding: String },
    /// No pasted line looks like a line of an article.
    AllClutter,
    /// A page is too deep for the readers of pages.
    TooDeep,
    /// The two readers of pages took different parts.
    ReadersDisagree,
    /// Neither of them found an article.
    NoArticleSeen,
    /// So many pages of a PDF are pictures.
    PicturePages { pages: usize, all: usize },
    /// Letters of a PDF that its fonts don't tell.
    UnknownLetters { count: usize },
    /// Pages of a PDF, by their numbers, that broke.
    BrokenPages { pages: Vec<usize> },
    /// The end of a PDF is missing.
    CutShort,
    /// A PDF is longer than what is read.
    FirstPages { all: usize, read: usize },
    /// Lines that should be JSON, and the number of the first of them.
    NoJson { count: usize, first: usize },
    /// Records of a data set that hold no text.
    EmptyRecords { count: usize },
    /// A file with many articles.
    Found { count: usize },
    /// A file with more articles than are read.
    FirstArticles { count: usize },
    /// An export says that it holds more.
    FewerThanStated { stated: usize, read: usize },
    /// Folders inside a folder.
    UnreadableFolders { count: usize },
    /// A folder with more files than are read.
    FirstFiles { count: usize },
}

impl fmt::Display for IntakeNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BrokenBytes { encoding } => write!(
                f,
                "Some bytes are no text in {encoding} and stand as �; choose another encoding if words look wrong"
            ),
            Self::GuessedEncoding { encoding } => {
                write!(f, "Read as {encoding}, which is a guess; choose another encoding if words look wrong")
            }
            Self::AllClutter => f.write_str(
                "All of the pasted lines look like parts of a page; bring back the ones that belong to the article",
            ),
            Self::TooDeep => f.write_str("This page is nested deeper than any article, so all of its text is shown"),
            Self::ReadersDisagree => {
                f.write_str("The two readers of pages did not agree on where the article is; check that it is complete")
            }
            Self::NoArticleSeen => f.write_str("No article was recognised on this page, so all of its text is shown"),
            Self::PicturePages { pages, all } => write!(f, "{pages} of the {all} pages are pictures without text"),
            Self::UnknownLetters { count } => {
                write!(f, "{count} letters of this PDF cannot be told and stand as �")
            }
            Self::BrokenPages { pages } => match pages.as_slice() {
                [page] => write!(f, "Page {page} of this PDF could not be read to its end"),
                pages => write!(f, "Pages {} of this PDF could not be read to their end", numbers(pages)),
            },
            Self::CutShort => f.write_str("This PDF ends too soon; what stood behind its last page is missing"),
            Self::FirstPages { all, read } => write!(f, "This PDF has {all} pages; the first {read} were read"),
            Self::NoJson { count, first } => {
                let lines = if *count == 1 { "line is" } else { "lines are" };
                write!(f, "{count} {lines} no JSON and were left out, the first of them line {first}")
            }
            Self::EmptyRecords { count } => write!(f, "{count} records without text were left out"),
            Self::Found { count } => write!(f, "Found {count} articles in one file"),
            Self::FirstArticles { count } => {
                write!(f, "Found more than {count} articles in one file; the first {count} were read")
            }
            Self::FewerThanStated { stated, read } => write!(
                f,
                "The file says that it holds {stated} articles, and {read} were found; the others may have no text"
            ),
            Self::UnreadableFolders { count } => write!(f, "{count} folders inside could not be read"),
            Self::FirstFiles { count } => {
                write!(f, "The folder holds more than {count} files; the first were read")
            }
        }
    }
}

/// `2, 5, 9`.
fn numbers(pages: &[usize]) -> String {
    pages.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

/// The same of a file as a whole, or of a folder; the path comes last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNotice {
    pub notice: IntakeNotice,
    pub path: String,
}

impl FileNotice {
    pub(super) fn new(notice: IntakeNotice, path: impl Into<String>) -> Self {
        Self { notice, path: path.into() }
    }
}

impl fmt::Display for FileNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.notice, self.path)
    }
}
