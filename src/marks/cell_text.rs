//! A cell's text, laid out, with its marks drawn.

use std::sync::Arc;

use collation::span::Span;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::Mark;
use super::composed::{ChunkKind, Composed};
use super::glyphs::{Place, character_at, lines, places, zigzag};
use crate::theme::fonts::{medium, sans, semibold, serif, serif_semibold};
use crate::theme::{SourceText, Tokens};

/// Size of a reporting verb, and what stands between its capitals.
pub const VERB_SIZE: f32 = 11.0;
pub const VERB_SPACING: f32 = 0.4;
/// What keeps the box around a figure or an altered quotation off the words beside it.
const BESIDE_BOX: f32 = 2.0;

impl Composed {
    /// Lays the text out for a cell `width` points wide.
    pub fn lay_out(&self, painter: &Painter, tokens: &Tokens, width: f32, text: SourceText) -> CellText {
        let (size, line_height) = (text.cell(), text.cell_line());
        let mut job = LayoutJob { wrap: TextWrapping { max_width: width, ..Default::default() }, ..Default::default() };
        let mut source = Vec::new();
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut after_chip, mut was_boxed) = (false, false);
        let mut passages = Vec::new();
        let mut previous = None;
        for chunk in &self.chunks {
            // A chip has a frame around its signs; where no space stands beside it, it would touch the words.
            // Beside a word it is as far from it as words are, beside a mark as near as that is to its word.
            let beside = |character: Option<char>| match character {
                Some(character) if character.is_alphanumeric() => 7.5,
                Some(character) if !character.is_whitespace() => 4.0,
                _ => 3.5,
            };
            let is_boxed = chunk.marks.has(Mark::Cut) || chunk.marks.has(Mark::Fact);
            let (font, color, leading) = match chunk.kind {
                ChunkKind::Source(_) if after_chip => (serif(size), tokens.ink, beside(chunk.text.chars().next())),
                ChunkKind::Source(_) => (
                    serif(size),
                    tokens.ink,
                    if is_boxed != was_boxed && previous.is_some() { BESIDE_BOX } else { 0.0 },
                ),
                ChunkKind::Missing => (medium(11.0), tokens.m_cut, beside(previous)),
                // A space before it would let it stand alone on the next line.
                ChunkKind::NotEqual => (semibold(11.0), tokens.m_fact, 2.0),
                ChunkKind::Paragraph | ChunkKind::Gap => (sans(11.5), tokens.ink3, 0.0),
                ChunkKind::Voice => (serif_semibold(13.0), tokens.ink, 0.0),
                ChunkKind::Verb => (serif(VERB_SIZE), tokens.ink2, 0.0),
            };
            was_boxed = is_boxed;
            let extra_letter_spacing = if chunk.kind == ChunkKind::Verb { VERB_SPACING } else { 0.0 };
            let from = source.len();
            if chunk.kind == ChunkKind::Paragraph {
                passages.push(from);
            }
            job.append(
                &chunk.text,
                leading,
                TextFormat { line_height: Some(line_height), extra_letter_spacing, ..TextFormat::simple(font, color) },
            );
            for (offset, _) in chunk.text.chars().enumerate() {
                source.push(match chunk.kind {
                    ChunkKind::Source(start) => Some(start + offset),
                    _ => None,
                });
            }
            let to = source.len();
            after_chip = chunk.kind == ChunkKind::Missing;
            previous = chunk.text.chars().next_back();
            if after_chip {
                pieces.push(Piece { from, to, drawn: Drawn::Missing });
            }
            for (mark, drawn) in [
                (Mark::Reworded, Drawn::Reworded),
                (Mark::OnlyHere, Drawn::OnlyHere),
                (Mark::Moved, Drawn::Moved),
                (Mark::Cut, if is_omission(&chunk.text) { Drawn::Declared } else { Drawn::Altered }),
                (Mark::Fact, Drawn::Unequal),
                (Mark::Force, Drawn::Force),
                (Mark::Name, Drawn::Name),
            ] {
                if chunk.marks.has(mark) {
                    push_piece(&mut pieces, Piece { from, to, drawn });
                }
            }
            if chunk.kept > 0 {
                push_piece(&mut pieces, Piece { from, to, drawn: Drawn::Kept(chunk.kept) });
            }
            if chunk.lit {
                push_piece(&mut pieces, Piece { from, to, drawn: Drawn::Lit });
            }
        }
        // Tints lie under everything else.
        pieces.sort_by_key(|piece| piece.drawn);
        let words = self.words.iter().filter_map(|word| {
            let inside = |at: &Option<usize>| at.is_some_and(|at| word.span.contains(at));
            let from = source.iter().position(inside)?;
            let to = source.iter().rposition(inside)? + 1;
            Some(Word { from, to, span: word.span, by: word.by, of: self.others })
        });
        let words = words.collect();
        CellText { galley: painter.layout_job(job), pieces, source, words, passages, size, width, fold: Fold::None }
    }
}

/// True for the outlet's own mark that words are left out: `…`, `[...]`.
fn is_omission(text: &str) -> bool {
    text.contains(['.', '…']) && text.chars().all(|c| matches!(c, '.' | '…' | '[' | ']' | '(' | ')' | ' '))
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
    /// Share of the readings that kept the word, in percent.
    Kept(u8),
    Lit,
    Reworded,
    OnlyHere,
    Moved,
    Name,
    Force,
    Altered,
    /// Words are left out, and the outlet says so.
    Declared,
    Unequal,
    Missing,
}

impl Drawn {
    /// The mark that it shows.
    const fn mark(self) -> Option<Mark> {
        match self {
            Self::Kept(_) | Self::Lit => None,
            Self::Reworded => Some(Mark::Reworded),
            Self::OnlyHere => Some(Mark::OnlyHere),
            Self::Moved => Some(Mark::Moved),
            Self::Name => Some(Mark::Name),
            Self::Force => Some(Mark::Force),
            Self::Altered | Self::Declared | Self::Missing => Some(Mark::Cut),
            Self::Unequal => Some(Mark::Fact),
        }
    }
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
    /// The words of an original statement.
    words: Vec<Word>,
    /// The characters of the galley before which the second and every further passage begins.
    passages: Vec<usize>,
    size: f32,
    /// Widest that a line may be.
    pub width: f32,
    pub fold: Fold,
}

/// What stands below a cell's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    #[default]
    None,
    /// So many passages are folded away, before and after those that are shown.
    Closed { before: usize, after: usize },
    /// All passages are shown, and some can be folded away.
    Open,
}

impl Fold {
    /// The place in the cell of the first passage that is shown.
    pub const fn first_shown(self) -> usize {
        match self {
            Self::Closed { before, .. } => before,
            Self::None | Self::Open => 0,
        }
    }
}

/// Height of the line below the text that folds and unfolds.
pub const FOLD_LINE: f32 = 20.0;

/// A word of an original statement: where it stands in the galley and in its article, and how many of
/// the other readings kept it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    from: usize,
    to: usize,
    pub span: Span,
    pub by: usize,
    pub of: usize,
}

impl CellText {
    pub fn height(&self) -> f32 {
        self.text_height() + if self.fold == Fold::None { 0.0 } else { FOLD_LINE }
    }

    /// Height of the text alone.
    pub fn text_height(&self) -> f32 {
        self.galley.size().y
    }

    /// Number of lines of each passage that is shown.
    pub fn lines_of_passages(&self) -> Vec<usize> {
        let bounds = self.bounds();
        bounds.windows(2).map(|pair| pair.iter().rev().copied().reduce(|end, start| end - start).unwrap_or(0)).collect()
    }

    /// The line that each passage begins on, and the number of lines.
    fn bounds(&self) -> Vec<usize> {
        let rows = lines(&self.galley);
        // A passage begins on the line behind the one that the passage before ends on.
        let begins = self.passages.iter().map(|&from| rows.iter().filter(|(first, _)| *first <= from).count());
        std::iter::once(0).chain(begins).chain([rows.len()]).collect()
    }

    /// Top and bottom of a shown passage, relative to the text's top.
    pub fn passage_range(&self, passage: usize) -> Option<egui::Rangef> {
        let bounds = self.bounds();
        let rows = self.galley.rows.get(*bounds.get(passage)?..*bounds.get(passage + 1)?)?;
        Some(egui::Rangef::new(rows.first()?.rect().top(), rows.last()?.rect().bottom()))
    }

    /// The article's character at `pos`, relative to the text's top left corner.
    pub fn source_at(&self, pos: egui::Vec2) -> Option<usize> {
        self.source.get(character_at(&self.galley, pos)?).copied().flatten()
    }

    /// The mark on the character at `pos` that is seen first, the article's character that it stands on or before, and
    /// where its line of marked words stands; both places are relative to the text's top left corner.
    pub fn mark_at(&self, pos: egui::Vec2) -> Option<(Mark, usize, Rect)> {
        let at = character_at(&self.galley, pos)?;
        let rows = lines(&self.galley);
        // Boxes are drawn last, and are what is seen first.
        let mut over = self.pieces.iter().rev().filter(|piece| (piece.from..piece.to).contains(&at));
        let (piece, mark) = over.find_map(|piece| Some((piece, piece.drawn.mark()?)))?;
        let rect = |place: Place| {
            Rect::from_min_max(pos2(place.left, place.base - self.size), pos2(place.right, place.base + 6.0))
        };
        let mut parts = places(&rows, piece.from, piece.to).map(rect);
        let part = parts.find(|part| part.y_range().contains(pos.y) || part.contains(pos.to_pos2()))?;
        let sources = |range: std::ops::Range<usize>| self.source.get(range).unwrap_or_default().iter().flatten();
        let next = || sources(at..self.source.len()).next().copied();
        // A sign at the end of the passage stands behind its last character.
        let source = if piece.drawn == Drawn::Missing {
            sources(0..at).next_back().map(|before| before + 1).or_else(next)
        } else {
            next()
        };
        Some((mark, source?, part))
    }

    /// The words of an original statement with the places they take up, relative to the text's top
    /// left corner.
    pub fn words(&self) -> Vec<(Word, Vec<Rect>)> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let rows = lines(&self.galley);
        let rects = |word: &Word| {
            let places = places(&rows, word.from, word.to);
            places.map(|place| {
                Rect::from_min_max(pos2(place.left, place.base - self.size), pos2(place.right, place.base + 5.0))
            })
        };
        self.words.iter().map(|word| (*word, rects(word).collect())).collect()
    }

    /// Draws text and marks with the text's top left corner at `at`.
    pub fn paint(&self, painter: &Painter, tokens: &Tokens, at: Pos2) {
        let rows = lines(&self.galley);
        for piece in self.pieces.iter().filter(|piece| piece.drawn <= Drawn::Reworded) {
            for place in places(&rows, piece.from, piece.to) {
                let tint = match piece.drawn {
                    Drawn::Kept(share) => crate::panels::shading::tint(tokens, share),
                    Drawn::Lit => tokens.sel,
                    _ => tokens.t_rew,
                };
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
            Drawn::Missing | Drawn::Kept(_) => {}
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
            Drawn::Altered | Drawn::Declared | Drawn::Unequal => {
                let color = match drawn {
                    Drawn::Altered => tokens.m_cut,
                    Drawn::Declared => tokens.ink3,
                    _ => tokens.m_fact,
                };
                // Close on the left, where a quotation mark may touch the word.
                let rect = Rect::from_min_max(pos2(left - 1.0, base - self.size), pos2(right + 2.0, base + 4.0));
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use egui_kittest::Harness;

    use super::super::MarkSet;
    use super::super::composed::Chunk;
    use super::*;
    use crate::theme;

    #[test]
    fn the_outlets_own_mark_of_omission_is_told_from_other_words() {
        for (words, expected) in
            [("…", true), ("[ ... ]", true), (". ...", true), ("to", false), ("[sic]", false), (" ", false)]
        {
            assert_eq!(is_omission(words), expected, "{words}");
        }
    }

    #[test]
    fn a_box_stands_apart_from_the_words_beside_it() {
        for mark in [Mark::Cut, Mark::Fact] {
            let mut marks = MarkSet::default();
            marks.set(mark, true);
            let chunk = |at, words: &str, marks| Chunk {
                kind: ChunkKind::Source(at),
                text: words.to_owned(),
                marks,
                lit: false,
                kept: 0,
            };
            let none = MarkSet::default();
            let chunks = vec![chunk(0, "by ", none), chunk(3, "27", marks), chunk(5, ",” he said", none)];
            let composed = Composed { chunks, ..Composed::default() };
            let mut harness = Harness::builder().with_context_setup(theme::install).build_ui(move |ui| {
                let text = SourceText { size: 14.5, line: 1.5 };
                let laid = composed.lay_out(ui.painter(), theme::tokens(ui.ctx()), 300.0, text);
                let rows = lines(&laid.galley);
                let place = |from, to| places(&rows, from, to).next().unwrap();
                let (before, figure, after) = (place(0, 2), place(3, 5), place(5, 6));
                // The box goes a point beyond its words on the left and two on the right.
                assert!(figure.left - 1.0 - before.right > 4.0, "{mark:?} touches what stands before it");
                assert!(after.left - figure.right - 2.0 > -0.5, "{mark:?} lies over what stands behind it");
            });
            harness.run_steps(1);
        }
    }
}
