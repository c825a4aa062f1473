//! Labels the parts of a plain text: headline, dateline, body, clutter. Deletes nothing.

use crate::notice::Notice;
use crate::span::Text;
use crate::witness::{Block, Metadata};

/// What the labelling of a plain text found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labelled {
    pub blocks: Vec<Block>,
    pub meta: Metadata,
    pub notices: Vec<Notice>,
}

/// Blocks, and what the text tells about title, byline, outlet, date and language.
pub fn label(_text: &Text) -> Labelled {
    Labelled::default()
}
