//! The engine of Parallax: from articles and rulings to a sheet of statements.
//!
//! Pure: no files, no clock, no environment, no order that depends on a hash. Parallel only through
//! rayon, with results in order. The rooms, from the ground up: `arithmetic` → [`span`] → [`witness`] → [`clean`] →
//! [`segment`] → [`attribution`] → [`lexicon`] → [`wording`] → [`similarity`] → [`events`] →
//! [`table`] → [`variation`] → [`contrast`] → [`sheet`] → [`export`]. A room uses rooms before it
//! only.

mod arithmetic;
pub mod attribution;
pub mod clean;
pub mod collate;
pub mod contrast;
pub mod control;
pub mod events;
pub mod export;
pub mod kept;
pub mod lexicon;
pub mod nearest;
pub mod notice;
pub mod prepare;
pub mod ruling;
pub mod segment;
pub mod sheet;
pub mod similarity;
pub mod span;
pub mod table;
pub mod variation;
pub mod witness;
pub mod wording;

pub use attribution::Vocabulary;
pub use collate::{Collation, Grouping, Options, collate};
pub use control::{Asker, Control, Unattended};
pub use notice::Notice;
pub use prepare::{Prepared, prepare, prepare_with};
pub use span::{Span, Text};
pub use witness::{Block, Metadata, Role, Sigil, Witness, WitnessKey};
