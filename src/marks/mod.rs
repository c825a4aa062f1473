//! Marks in a cell: which characters bear which mark, and how each mark is drawn.
//!
//! [`compose`] decides from the sheet alone; [`CellText`] is the laid-out result with the way back
//! from every glyph to the character of the source; `paint` draws it. Chips and signs that are not
//! source have no way back, so they are never copied.

mod cell_text;
mod composed;
mod glyphs;
#[cfg(all(test, feature = "snapshots"))]
mod told_apart;

use crate::say;
use collation::contrast::ContrastKind;
use collation::export;

pub use cell_text::{CellText, FOLD_LINE, Fold, VERB_SIZE, VERB_SPACING};
pub use composed::{Composed, Composing, compose};
pub use glyphs::zigzag;
pub(crate) use glyphs::{Line, Place, character_at, lines, places};

/// A kind of mark that the reader can switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    Reworded,
    OnlyHere,
    Moved,
    Cut,
    Voice,
    Cue,
    Force,
    Fact,
    Name,
    Place,
}

impl Mark {
    pub const ALL: [Self; 10] = [
        Self::Reworded,
        Self::OnlyHere,
        Self::Moved,
        Self::Cut,
        Self::Voice,
        Self::Cue,
        Self::Force,
        Self::Fact,
        Self::Name,
        Self::Place,
    ];

    /// What the reader calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reworded => say!("mark-reworded"),
            Self::OnlyHere => say!("mark-only-here"),
            Self::Moved => say!("mark-moved"),
            Self::Cut => say!("mark-cut"),
            Self::Voice => say!("mark-voice"),
            Self::Cue => say!("mark-cue"),
            Self::Force => say!("mark-force"),
            Self::Fact => say!("mark-fact"),
            Self::Name => say!("mark-name"),
            Self::Place => say!("mark-place"),
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// The mark that shows a kind of contrast.
    pub const fn of(kind: ContrastKind) -> Self {
        match kind {
            ContrastKind::Cut => Self::Cut,
            ContrastKind::Voice => Self::Voice,
            ContrastKind::Cue => Self::Cue,
            ContrastKind::Force => Self::Force,
            ContrastKind::Name => Self::Name,
            ContrastKind::Fact => Self::Fact,
            ContrastKind::Place => Self::Place,
        }
    }

    /// The mark that stands for it in copies and exports.
    pub const fn of_exports(self) -> export::Mark {
        match self {
            Self::Reworded => export::Mark::Reworded,
            Self::OnlyHere => export::Mark::OnlyHere,
            Self::Moved => export::Mark::Moved,
            Self::Cut => export::Mark::Cut,
            Self::Voice => export::Mark::Voice,
            Self::Cue => export::Mark::Cue,
            Self::Force => export::Mark::Force,
            Self::Fact => export::Mark::Fact,
            Self::Name => export::Mark::Name,
            Self::Place => export::Mark::Place,
        }
    }
}

/// A set of marks: those of one character, or those that are switched on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MarkSet(u16);

impl MarkSet {
    /// What is on when the app is first started: everything but NAME.
    pub fn at_first() -> Self {
        let mut set = Self(u16::MAX);
        set.set(Mark::Name, false);
        set
    }

    pub const fn has(self, mark: Mark) -> bool {
        self.0 & mark.bit() != 0
    }

    pub fn set(&mut self, mark: Mark, on: bool) {
        if on {
            self.0 |= mark.bit();
        } else {
            self.0 &= !mark.bit();
        }
    }

    /// The marks as a number, for settings and cache keys.
    pub const fn bits(self) -> u16 {
        self.0
    }

    pub const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// At most two marks on one word, one box, and no tint under a box.
    fn in_order(mut self) -> Self {
        if self.has(Mark::Fact) {
            self.set(Mark::Cut, false);
        }
        if self.has(Mark::Cut) {
            self.set(Mark::Reworded, false);
            self.set(Mark::OnlyHere, false);
        }
        let mut kept = Self::default();
        let mut left = 2;
        for mark in [Mark::Fact, Mark::Cut, Mark::Reworded, Mark::OnlyHere, Mark::Moved, Mark::Force, Mark::Name] {
            if left > 0 && self.has(mark) {
                kept.set(mark, true);
                left -= 1;
            }
        }
        kept
    }
}

/// How much of a reading a cell shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    /// All of it.
    #[default]
    Full,
    /// What differs, with three words around.
    Differences,
    /// The words alone that others have other words for.
    Swaps,
}

impl Density {
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Full => Self::Differences,
            Self::Differences => Self::Swaps,
            Self::Swaps => Self::Full,
        }
    }

    /// Those of `switches` that it shows.
    fn marks(self, mut switches: MarkSet) -> MarkSet {
        if self == Self::Swaps {
            for mark in [Mark::OnlyHere, Mark::Moved, Mark::Cut] {
                switches.set(mark, false);
            }
        }
        switches
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Full => say!("density-full"),
            Self::Differences => say!("density-differences"),
            Self::Swaps => say!("density-swaps"),
        }
    }
}
