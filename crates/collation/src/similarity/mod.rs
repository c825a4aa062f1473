//! How likely two passages report the same statement, and why.
//!
//! [`Units`] are the passages of one event, made ready to meet each other; the screen finds the
//! pairs worth a closer look, [`features`] says what speaks for a pair, `rivals` how it stands among the
//! other pairs of its passages, and [`score`] weighs both with the weights that
//! `tools/train-matching.py` found. Rows, rulings and columns are not its affair:
//! articles come in whatever order the caller gives, and nothing here depends on it.

pub mod features;
mod meaning;
mod network;
mod rivals;
pub mod score;
mod screen;
pub(crate) mod speakers;
mod terms;
pub(crate) mod units;

pub(crate) use features::longest_run;
pub use features::{FEATURES, Features, STANDARD};
pub use rivals::{RIVALRY, Rivalry};
pub use score::{POSSIBLE, SURE, Scorer};
pub use screen::Candidate;
pub(crate) use terms::is_stop_word;
pub use units::{Place, Unit, Units};
