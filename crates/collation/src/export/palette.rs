//! Colours of exports: those of the light theme, chosen for contrast on white and told apart in
//! grey by the shapes that go with them.

/// Source words.
pub const INK: &str = "#1B1B19";
/// Labels.
pub const INK2: &str = "#55554F";
/// Places and counts.
pub const INK3: &str = "#6B6B65";
/// Lines of tables.
pub const LINE: &str = "#CFCFCA";
/// Column heads and bands.
pub const BAND: &str = "#F7F7F5";
/// Hollow cells.
pub const HOLLOW: &str = "#F4F4F2";
pub const REWORDED: &str = "#8A5A00";
pub const REWORDED_TINT: &str = "#FDF1D6";
pub const ONLY_HERE: &str = "#0068A5";
pub const CUT: &str = "#B84300";
pub const CUT_TINT: &str = "#FCEDE5";
pub const FORCE: &str = "#A8437C";
pub const FACT: &str = "#A8437C";
pub const NAME: &str = "#007A58";
pub const MOVED: &str = "#5C6670";
