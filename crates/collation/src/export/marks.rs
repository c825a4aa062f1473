//! Which marks stand on which characters of a passage, as every export draws them.
//!
//! Runs and contrasts overlap; here they become pieces that follow each other and join back to the
//! passage. Knows meanings only: colours are the palette's affair, shapes the writers'.

use crate::contrast::{ContrastKind, EvidencePart};
use crate::sheet::{SheetEvent, SheetRow};
use crate::span::{Span, Text};
use crate::variation::RunKind;

/// A kind of mark with a switch of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    Reworded,
    OnlyHere,
    Moved,
    /// Quote altered: other words or other extent inside the marks.
    Cut,
    Voice,
    /// The reporting verb differs in class.
    Cue,
    Force,
    Name,
    Fact,
    Place,
}

impl Mark {
    /// All kinds, in the order of the legend.
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

    /// Its name in the legend.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Reworded => "reworded",
            Self::OnlyHere => "only here",
            Self::Moved => "elsewhere",
            Self::Cut => "quote altered",
            Self::Voice => "voice differs",
            Self::Cue => "reporting verb differs",
            Self::Force => "force differs",
            Self::Name => "name differs",
            Self::Fact => "number or fact differs, check",
            Self::Place => "placed differently",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

impl From<ContrastKind> for Mark {
    fn from(kind: ContrastKind) -> Self {
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
}

/// The marks that are switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks(u16);

impl Marks {
    pub const NONE: Self = Self(0);

    pub const fn has(self, mark: Mark) -> bool {
        self.0 & mark.bit() != 0
    }

    #[must_use]
    pub const fn with(self, mark: Mark) -> Self {
        Self(self.0 | mark.bit())
    }

    #[must_use]
    pub const fn without(self, mark: Mark) -> Self {
        Self(self.0 & !mark.bit())
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of them that runs carry.
    #[must_use]
    pub const fn of_runs(self) -> Self {
        Self(self.0 & (Mark::Reworded.bit() | Mark::OnlyHere.bit() | Mark::Moved.bit()))
    }

    /// Those of them that are drawn on the words of a passage.
    pub fn in_text(self) -> impl Iterator<Item = Mark> {
        self.iter().filter(|mark| !matches!(mark, Mark::Voice | Mark::Cue | Mark::Place))
    }

    pub fn iter(self) -> impl Iterator<Item = Mark> {
        Mark::ALL.into_iter().filter(move |&mark| self.has(mark))
    }
}

impl Default for Marks {
    /// The marks that are on at first: all but the names.
    fn default() -> Self {
        Mark::ALL.into_iter().fold(Self::NONE, Self::with).without(Mark::Name)
    }
}

impl From<bool> for Marks {
    fn from(on: bool) -> Self {
        if on { Self::default() } else { Self::NONE }
    }
}

/// Characters of a passage that carry the same marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Verbatim; empty only where words are missing at the end of a passage.
    pub text: &'a str,
    pub span: Span,
    /// At most two, the one with the better right first.
    pub marks: [Option<Mark>; 2],
    /// Words that stand elsewhere are missing in front of this piece: `⟨…⟩`.
    pub missing: bool,
    /// A fact that disagrees ends with this piece: `≠`.
    pub check: bool,
}

impl Piece<'_> {
    pub fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&Some(mark))
    }

    pub fn is_plain(&self) -> bool {
        self.marks == [None, None]
    }
}

/// The pieces of `passage`, which stands in column `column` of `row`. They join back to its text.
///
/// White space at the ends of a mark stays outside of it, and neighbours with the same mark are one.
pub fn pieces<'a>(
    text: &'a Text,
    event: &SheetEvent,
    row: &SheetRow,
    column: usize,
    passage: Span,
    marks: Marks,
) -> Vec<Piece<'a>> {
    let missing = gaps(row, column, passage, marks);
    let layers = tidied(text, layers(event, row, column, passage, marks), &missing);
    let mut borders: Vec<usize> = layers
        .iter()
        .flat_map(|&(_, span)| [span.start, span.end])
        .chain(missing.iter().copied())
        .chain([passage.start, passage.end])
        .collect();
    borders.sort_unstable();
    borders.dedup();
    let mut pieces: Vec<Piece<'a>> = Vec::with_capacity(borders.len());
    for (&start, &end) in borders.iter().zip(borders.iter().skip(1)) {
        let span = Span::new(start, end);
        let here = || layers.iter().filter(move |(_, layer)| layer.covers(span));
        pieces.push(Piece {
            text: text.slice(span),
            span,
            marks: best_two(here().map(|&(mark, _)| mark)),
            missing: missing.contains(&start),
            check: here().any(|&(mark, layer)| mark == Mark::Fact && layer.end == end),
        });
    }
    if missing.contains(&passage.end) {
        let span = Span::new(passage.end, passage.end);
        pieces.push(Piece { text: "", span, marks: [None, None], missing: true, check: false });
    }
    pieces
}

/// Marked ranges inside `passage`.
fn layers(event: &SheetEvent, row: &SheetRow, column: usize, passage: Span, marks: Marks) -> Vec<(Mark, Span)> {
    let is_base = row.compared_with(event.base) == Some(column);
    let runs = row.cells.get(column).and_then(Option::as_ref).map(|cell| cell.runs.as_slice()).unwrap_or_default();
    let from_runs = runs.iter().filter_map(|run| {
        let mark = match run.kind {
            RunKind::Shared => return None,
            RunKind::Reworded => Mark::Reworded,
            RunKind::OnlyHere => Mark::OnlyHere,
            RunKind::Moved => Mark::Moved,
        };
        // The others are marked against the base, so the base itself shows only what nobody else has.
        let drawn = !row.is_lone() && (!is_base || mark == Mark::OnlyHere);
        (drawn && marks.has(mark)).then_some((mark, run.span.meet(passage)?))
    });
    let from_contrasts = row.contrasts.iter().flat_map(|contrast| {
        let mark = Mark::from(contrast.kind);
        let in_text = matches!(mark, Mark::Cut | Mark::Fact) || (!is_base && matches!(mark, Mark::Force | Mark::Name));
        contrast.evidence.iter().filter_map(move |evidence| {
            let drawn = in_text && marks.has(mark) && evidence.column == column && evidence.part == EvidencePart::Words;
            drawn.then_some((mark, evidence.span.meet(passage)?))
        })
    });
    from_runs.chain(from_contrasts).collect()
}

/// The layers without white space at their ends, neighbours of one kind joined; a gap stays between its neighbours.
/// Facts are not joined: each has a sign at its end.
fn tidied(text: &Text, mut layers: Vec<(Mark, Span)>, gaps: &[usize]) -> Vec<(Mark, Span)> {
    layers.sort_unstable();
    let is_white = |span: Span| text.slice(span).chars().all(char::is_whitespace);
    let mut joined: Vec<(Mark, Span)> = Vec::with_capacity(layers.len());
    for (mark, span) in layers {
        match joined.last_mut() {
            Some((last, before))
                if *last == mark
                    && mark != Mark::Fact
                    && (span.start <= before.end || is_white(Span::new(before.end, span.start))) =>
            {
                *before = before.join(span);
            }
            _ => joined.push((mark, span)),
        }
    }
    let parts = joined.into_iter().flat_map(|(mark, span)| {
        let within = gaps.iter().copied().filter(move |&gap| span.start < gap && gap < span.end);
        let mut borders: Vec<usize> = within.chain([span.start, span.end]).collect();
        borders.sort_unstable();
        let parts: Vec<Span> =
            borders.iter().zip(borders.iter().skip(1)).map(|(&start, &end)| Span::new(start, end)).collect();
        parts.into_iter().map(move |part| (mark, part))
    });
    parts.map(|(mark, span)| (mark, text.trimmed(span))).filter(|(_, span)| !span.is_empty()).collect()
}

/// Places in `passage` where words that stand elsewhere are missing.
fn gaps(row: &SheetRow, column: usize, passage: Span, marks: Marks) -> Vec<usize> {
    if !marks.has(Mark::Cut) {
        return Vec::new();
    }
    let cell = row.cells.get(column).and_then(Option::as_ref);
    let passages = cell.map(|cell| cell.passages.as_slice()).unwrap_or_default();
    // A place between two passages that touch belongs to the first of them.
    let ends_another = |at: usize| passages.iter().any(|other| other.span != passage && other.span.end == at);
    row.contrasts
        .iter()
        .filter(|contrast| contrast.kind == ContrastKind::Cut)
        .flat_map(|contrast| &contrast.evidence)
        .filter(|evidence| evidence.column == column && evidence.part == EvidencePart::Missing)
        .map(|evidence| evidence.span.start)
        .filter(|&at| (passage.start <= at && at <= passage.end) && !(at == passage.start && ends_another(at)))
        .collect()
}

/// The two marks with the best right to a word. An altered quotation takes the place of *reworded*.
fn best_two(marks: impl Iterator<Item = Mark>) -> [Option<Mark>; 2] {
    let mut marks: Vec<Mark> = marks.collect();
    marks.sort_by_key(|&mark| (right_of(mark), mark));
    marks.dedup();
    if marks.contains(&Mark::Cut) {
        marks.retain(|&mark| mark != Mark::Reworded);
    }
    let mut best = marks.into_iter();
    [best.next(), best.next()]
}

const fn right_of(mark: Mark) -> usize {
    match mark {
        Mark::Fact => 0,
        Mark::Cut => 1,
        Mark::Reworded | Mark::OnlyHere | Mark::Moved => 2,
        Mark::Force => 3,
        Mark::Name | Mark::Voice | Mark::Cue | Mark::Place => 4,
    }
}
