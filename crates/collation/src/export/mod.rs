//! What leaves Parallax: copies for the clipboard and files of a comparison, from the sheet only.
//!
//! A writer gets a sheet and the reader's choice of events, columns and marks; it knows no window,
//! no file and no clock. Passages leave as the source has them, and a cell never holds the words
//! of two outlets.

pub mod clip;
pub mod csv;
mod differences;
pub mod docx;
mod grid;
pub mod html;
pub mod json;
pub mod markdown;
pub mod marks;
pub mod package;
mod palette;
mod phrases;
pub mod qda;
pub mod ris;
mod selection;
pub mod spreadsheet;
pub mod text;
pub mod tsv;
mod wording;

pub use marks::{Mark, Marks};
pub use selection::{Annotation, Choice, Part};
pub use wording::{Head, PRINCIPLE, Phrase, State, Wording};
