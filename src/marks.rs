//! Marks in a cell: which characters bear which mark, and how each mark is drawn.
//!
//! [`compose`] decides from the sheet alone; [`CellText`] is the laid-out result with the way back
//! from every glyph to the character of the source; `paint` draws it. Chips and signs that are not
//! source have no way back, so they are never copied.

use std::sync::Arc;

use collation::Prepared;
use collation::contrast::{ContrastKind, EvidencePart};
use collation::sheet::{SheetCell, SheetRow};
use collation::span::Span;
use collation::variation::RunKind;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::theme::fonts::{medium, sans, semibold, serif};
use crate::theme::{SourceText, Tokens};

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
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reworded => "Reworded",
            Self::OnlyHere => "Only here",
            Self::Moved => "Elsewhere",
            Self::Cut => "Quote altered",
            Self::Voice => "Voice",
            Self::Cue => "Reporting verb",
            Self::Force => "Force",
            Self::Fact => "Number differs",
            Self::Name => "Name differs",
            Self::Place => "Placed differently",
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
    /// The differing words alone.
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

    pub const fn label(self) -> &'static str {
        match self {
            Self::Full => "Full text",
            Self::Differences => "Differences",
            Self::Swaps => "Swaps only",
        }
    }
}

/// What a chunk of a cell's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ChunkKind {
    /// Characters of the article, beginning with this one.
    Source(usize),
    /// `⟨…⟩`: words that stand elsewhere are missing here.
    Missing,
    /// `≠` at the end of a figure that differs.
    NotEqual,
    /// `¶4` before a further passage.
    Paragraph,
    /// `…` for text that the density leaves out.
    Gap,
}

/// A stretch of a cell's text with the same marks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chunk {
    kind: ChunkKind,
    text: String,
    marks: MarkSet,
    /// Answers the word under the pointer elsewhere.
    lit: bool,
}

/// The text of a cell with its marks, not yet laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composed {
    chunks: Vec<Chunk>,
}

/// What [`compose`] needs to know beside the cell.
#[derive(Clone, Copy, Debug)]
pub struct Composing<'a> {
    pub row: &'a SheetRow,
    pub column: usize,
    /// The reading that the others of this row are compared with.
    pub is_base: bool,
    pub switches: MarkSet,
    pub density: Density,
    /// Ranges of this article that answer a word the reader asked about.
    pub lit: &'a [Span],
}

/// Decides which characters of `cell` bear which marks.
pub fn compose(cell: &SheetCell, article: &Prepared, how: Composing<'_>) -> Composed {
    let mut composed = Composed::default();
    for (at, passage) in cell.passages.iter().enumerate() {
        if at > 0 {
            let text = format!("\n{}  ", passage.place());
            composed.push(Chunk { kind: ChunkKind::Paragraph, text, marks: MarkSet::default(), lit: false });
        }
        compose_passage(&mut composed, cell, article, passage.span, how);
    }
    composed
}

fn compose_passage(composed: &mut Composed, cell: &SheetCell, article: &Prepared, passage: Span, how: Composing<'_>) {
    let text = article.witness.text.slice(passage);
    let mut marks = vec![MarkSet::default(); passage.len()];
    let mut mark = |span: Span, kind: Mark| {
        if !how.switches.has(kind) {
            return;
        }
        let Some(span) = span.meet(passage) else { return };
        for slot in marks.iter_mut().take(span.end - passage.start).skip(span.start - passage.start) {
            slot.set(kind, true);
        }
    };
    let is_lone = how.row.is_lone();
    for run in cell.runs.iter().filter(|_| !is_lone) {
        match run.kind {
            RunKind::OnlyHere => mark(run.span, Mark::OnlyHere),
            RunKind::Reworded if !how.is_base => mark(run.span, Mark::Reworded),
            RunKind::Moved if !how.is_base => mark(run.span, Mark::Moved),
            RunKind::Shared | RunKind::Reworded | RunKind::Moved => {}
        }
    }
    let mut missing: Vec<usize> = Vec::new();
    let mut unequal: Vec<usize> = Vec::new();
    for contrast in &how.row.contrasts {
        let kind = Mark::of(contrast.kind);
        let shown = matches!(kind, Mark::Cut | Mark::Force | Mark::Fact | Mark::Name) && how.switches.has(kind);
        for evidence in contrast.evidence.iter().filter(|evidence| shown && evidence.column == how.column) {
            let inside = evidence.span.start >= passage.start && evidence.span.start <= passage.end;
            match evidence.part {
                EvidencePart::Missing if inside && kind == Mark::Cut => missing.push(evidence.span.start),
                EvidencePart::Words => {
                    mark(evidence.span, kind);
                    if kind == Mark::Fact && inside {
                        unequal.push(evidence.span.end.min(passage.end));
                    }
                }
                EvidencePart::Missing | EvidencePart::Counterpart => {}
            }
        }
    }
    missing.sort_unstable();
    missing.dedup();
    let kept = kept_characters(text, &marks, how.density);
    let lit = |at: usize| how.lit.iter().any(|span| span.contains(at));
    let mut skipping = false;
    for (offset, character) in text.chars().enumerate() {
        let at = passage.start + offset;
        let set = marks.get(offset).copied().unwrap_or_default().in_order();
        if missing.binary_search(&at).is_ok() {
            composed.push(Chunk {
                kind: ChunkKind::Missing,
                text: "⟨…⟩".into(),
                marks: MarkSet::default(),
                lit: false,
            });
        }
        if kept.get(offset) == Some(&false) {
            if !skipping {
                composed.push(Chunk {
                    kind: ChunkKind::Gap,
                    text: " … ".into(),
                    marks: MarkSet::default(),
                    lit: false,
                });
            }
            skipping = true;
            continue;
        }
        skipping = false;
        // A line break inside a passage is the file's affair; on screen it is a space.
        let shown = if character.is_whitespace() { ' ' } else { character };
        composed.push_source(at, shown, set, lit(at));
        if set.has(Mark::Fact) && unequal.contains(&(at + 1)) {
            composed.push(Chunk { kind: ChunkKind::NotEqual, text: "\u{2009}≠".into(), marks: set, lit: false });
        }
    }
    if missing.binary_search(&passage.end).is_ok() {
        composed
            .push(Chunk { kind: ChunkKind::Missing, text: "⟨…⟩".into(), marks: MarkSet::default(), lit: false });
    }
}

/// Which characters the density shows: marked words with up to three words around them.
fn kept_characters(text: &str, marks: &[MarkSet], density: Density) -> Vec<bool> {
    let around = match density {
        Density::Full => return vec![true; marks.len()],
        Density::Differences => 3,
        Density::Swaps => 0,
    };
    let mut words: Vec<(usize, usize, bool)> = Vec::new();
    let mut start = None;
    for (at, character) in text.chars().chain([' ']).enumerate() {
        if !character.is_whitespace() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            let marked =
                marks.get(from..at).is_some_and(|marks| marks.iter().any(|marks| *marks != MarkSet::default()));
            words.push((from, at, marked));
        }
    }
    if !words.iter().any(|word| word.2) {
        // A reading without differences is shown whole: an empty cell would look like a missing one.
        return vec![true; marks.len()];
    }
    let mut kept = vec![false; marks.len()];
    for (number, word) in words.iter().enumerate() {
        let near = words.get(number.saturating_sub(around)..(number + around + 1).min(words.len())).unwrap_or_default();
        if near.iter().any(|other| other.2) {
            for slot in kept.iter_mut().take(word.1 + 1).skip(word.0) {
                *slot = true;
            }
        }
    }
    kept
}

impl Composed {
    fn push(&mut self, chunk: Chunk) {
        self.chunks.push(chunk);
    }

    fn push_source(&mut self, at: usize, character: char, marks: MarkSet, lit: bool) {
        if let Some(last) = self.chunks.last_mut()
            && matches!(last.kind, ChunkKind::Source(_))
            && last.marks == marks
            && last.lit == lit
        {
            last.text.push(character);
            return;
        }
        self.chunks.push(Chunk { kind: ChunkKind::Source(at), text: character.to_string(), marks, lit });
    }

    /// Lays the text out for a cell `width` points wide.
    pub fn lay_out(&self, painter: &Painter, tokens: &Tokens, width: f32, text: SourceText) -> CellText {
        let (size, line_height) = (text.cell(), text.cell_line());
        let mut job = LayoutJob { wrap: TextWrapping { max_width: width, ..Default::default() }, ..Default::default() };
        let mut source = Vec::new();
        let mut pieces: Vec<Piece> = Vec::new();
        let mut after_chip = false;
        for chunk in &self.chunks {
            let (font, color, leading) = match chunk.kind {
                ChunkKind::Source(_) => (serif(size), tokens.ink, if after_chip { 5.0 } else { 0.0 }),
                ChunkKind::Missing => (medium(11.0), tokens.m_cut, 5.0),
                ChunkKind::NotEqual => (semibold(11.0), tokens.m_fact, 0.0),
                ChunkKind::Paragraph => (sans(11.5), tokens.ink3, 0.0),
                ChunkKind::Gap => (sans(11.5), tokens.ink3, 0.0),
            };
            let from = source.len();
            job.append(
                &chunk.text,
                leading,
                TextFormat { line_height: Some(line_height), ..TextFormat::simple(font, color) },
            );
            for (offset, _) in chunk.text.chars().enumerate() {
                source.push(match chunk.kind {
                    ChunkKind::Source(start) => Some(start + offset),
                    _ => None,
                });
            }
            let to = source.len();
            after_chip = chunk.kind == ChunkKind::Missing;
            if after_chip {
                pieces.push(Piece { from, to, drawn: Drawn::Missing });
            }
            for (mark, drawn) in [
                (Mark::Reworded, Drawn::Reworded),
                (Mark::OnlyHere, Drawn::OnlyHere),
                (Mark::Moved, Drawn::Moved),
                (Mark::Cut, Drawn::Altered),
                (Mark::Fact, Drawn::Unequal),
                (Mark::Force, Drawn::Force),
                (Mark::Name, Drawn::Name),
            ] {
                if chunk.marks.has(mark) {
                    push_piece(&mut pieces, Piece { from, to, drawn });
                }
            }
            if chunk.lit {
                push_piece(&mut pieces, Piece { from, to, drawn: Drawn::Lit });
            }
        }
        // Tints lie under everything else.
        pieces.sort_by_key(|piece| piece.drawn);
        CellText { galley: painter.layout_job(job), pieces, source, size }
    }

    /// The words with their marks as plain text, for tests: `[reworded:…]`.
    #[cfg(test)]
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for chunk in &self.chunks {
            let names: Vec<String> =
                Mark::ALL.iter().filter(|mark| chunk.marks.has(**mark)).map(|mark| format!("{mark:?}")).collect();
            if names.is_empty() {
                out.push_str(&chunk.text);
            } else {
                out.push_str(&format!("[{}:{}]", names.join("+"), chunk.text));
            }
        }
        out
    }
}

/// Joins a piece to the last one of its kind where they touch.
fn push_piece(pieces: &mut Vec<Piece>, piece: Piece) {
    if let Some(last) = pieces.iter_mut().rev().find(|last| last.drawn == piece.drawn)
        && last.to == piece.from
    {
        last.to = piece.to;
        return;
    }
    pieces.push(piece);
}

/// How a mark is drawn; the order is that of painting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Drawn {
    Lit,
    Reworded,
    OnlyHere,
    Moved,
    Name,
    Force,
    Altered,
    Unequal,
    Missing,
}

/// A range of characters of the galley with one mark.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: usize,
    to: usize,
    drawn: Drawn,
}

/// A cell's text, laid out.
#[derive(Clone, Debug)]
pub struct CellText {
    pub galley: Arc<Galley>,
    pieces: Vec<Piece>,
    /// For each character of the galley: its character in the article.
    source: Vec<Option<usize>>,
    size: f32,
}

impl CellText {
    pub fn height(&self) -> f32 {
        self.galley.size().y
    }

    /// The article's character at `pos`, relative to the text's top left corner.
    pub fn source_at(&self, pos: egui::Vec2) -> Option<usize> {
        self.source.get(character_at(&self.galley, pos)?).copied().flatten()
    }

    /// Draws text and marks with the text's top left corner at `at`.
    pub fn paint(&self, painter: &Painter, tokens: &Tokens, at: Pos2) {
        let rows = lines(&self.galley);
        for piece in self.pieces.iter().filter(|piece| piece.drawn <= Drawn::Reworded) {
            for place in places(&rows, piece.from, piece.to) {
                let tint = if piece.drawn == Drawn::Lit { tokens.sel } else { tokens.t_rew };
                let rect = Rect::from_min_max(
                    at + vec2(place.left, place.base - self.size),
                    at + vec2(place.right, place.base + 4.0),
                );
                painter.rect_filled(crate::paint::snap(painter, rect), 2.0, tint);
            }
        }
        for piece in self.pieces.iter().filter(|piece| piece.drawn == Drawn::Missing) {
            for place in places(&rows, piece.from, piece.to) {
                let rect = Rect::from_min_max(
                    at + vec2(place.left - 3.0, place.base - 12.0),
                    at + vec2(place.right + 3.0, place.base + 4.0),
                );
                let rect = crate::paint::snap(painter, rect);
                painter.rect(rect, 3.0, tokens.t_cut, Stroke::new(1.0, tokens.m_cut), StrokeKind::Inside);
            }
        }
        painter.galley(at, Arc::clone(&self.galley), tokens.ink);
        for piece in &self.pieces {
            for place in places(&rows, piece.from, piece.to) {
                self.paint_line(painter, tokens, at, piece.drawn, place);
            }
        }
    }

    fn paint_line(&self, painter: &Painter, tokens: &Tokens, at: Pos2, drawn: Drawn, place: Place) {
        let (left, right, base) = (at.x + place.left, at.x + place.right, at.y + place.base);
        match drawn {
            Drawn::Lit => {
                crate::paint::hline(painter, left, right, base + 3.0, tokens.accent);
                crate::paint::hline(painter, left, right, base + 4.0, tokens.accent);
            }
            Drawn::Missing => {}
            Drawn::Reworded => crate::paint::hline(painter, left, right, base + 4.0, tokens.m_rew),
            Drawn::OnlyHere => {
                crate::paint::hline(painter, left, right, base + 3.0, tokens.m_only);
                crate::paint::hline(painter, left, right, base + 6.0, tokens.m_only);
            }
            Drawn::Moved => {
                let path = [pos2(left, base + 4.0), pos2(right, base + 4.0)];
                painter.extend(Shape::dotted_line(&path, tokens.m_moved, 3.0, 0.75));
            }
            Drawn::Name => {
                let path = [pos2(left, base + 4.5), pos2(right, base + 4.5)];
                painter.extend(Shape::dashed_line(&path, Stroke::new(1.0, tokens.m_name), 4.0, 3.0));
            }
            Drawn::Force => zigzag(painter, left, right, base + 4.0, tokens.m_force),
            Drawn::Altered | Drawn::Unequal => {
                let color = if drawn == Drawn::Altered { tokens.m_cut } else { tokens.m_fact };
                let rect = Rect::from_min_max(pos2(left - 2.0, base - self.size), pos2(right + 2.0, base + 4.0));
                painter.rect_stroke(
                    crate::paint::snap(painter, rect),
                    2.0,
                    Stroke::new(1.0, color),
                    StrokeKind::Inside,
                );
            }
        }
    }
}

/// A line of a galley with the index of its first character.
pub(crate) type Line<'a> = (usize, &'a egui::epaint::text::PlacedRow);

/// The lines of a galley.
pub(crate) fn lines(galley: &Galley) -> Vec<Line<'_>> {
    let mut index = 0;
    let rows = galley.rows.iter();
    rows.map(|row| {
        let from = index;
        index += row.glyphs.len() + usize::from(row.ends_with_newline);
        (from, row)
    })
    .collect()
}

/// Part of a line: x range and baseline, relative to the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub left: f32,
    pub right: f32,
    pub base: f32,
}

/// Where the characters `from..to` of a galley lie, one place a line, without white space at its ends.
pub(crate) fn places<'a>(lines: &'a [Line<'a>], from: usize, to: usize) -> impl Iterator<Item = Place> + 'a {
    lines.iter().filter_map(move |&(first, row)| {
        let start = from.max(first) - first;
        let end = to.saturating_sub(first).min(row.glyphs.len());
        let glyphs = row.glyphs.get(start..end)?;
        let is_word = |glyph: &&egui::epaint::text::Glyph| !glyph.chr.is_whitespace();
        let first = glyphs.iter().find(is_word)?;
        let last = glyphs.iter().rev().find(is_word)?;
        Some(Place { left: row.pos.x + first.pos.x, right: row.pos.x + last.max_x(), base: row.pos.y + first.pos.y })
    })
}

/// The character of a galley at `pos`, relative to its top left corner.
pub(crate) fn character_at(galley: &Galley, pos: egui::Vec2) -> Option<usize> {
    let (first, row) = lines(galley).into_iter().find(|(_, row)| row.rect().y_range().contains(pos.y))?;
    let x = pos.x - row.pos.x;
    Some(first + row.glyphs.iter().position(|glyph| glyph.pos.x <= x && x < glyph.max_x())?)
}

/// A zigzag of 2 points' step and height around `y`.
pub fn zigzag(painter: &Painter, left: f32, right: f32, y: f32, color: Color32) {
    let steps = ((right - left) / 2.0).ceil().max(1.0) as usize;
    let points = (0..=steps)
        .map(|step| {
            let x = (left + step as f32 * 2.0).min(right);
            pos2(x, if step % 2 == 0 { y + 1.0 } else { y - 1.0 })
        })
        .collect();
    painter.add(Shape::line(points, Stroke::new(1.0, color)));
}
