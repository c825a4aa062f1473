//! A block of an article, laid out for reading, with the way back from its glyphs to the article.

use std::collections::BTreeSet;
use std::sync::Arc;

use collation::prepare::Prepared;
use collation::span::Span;
use collation::witness::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Galley, Painter};

use super::items::{Mention, indent_of, role_of};
use super::measure;
use crate::marks::lines;
use crate::theme::fonts::{sans, semibold, serif, serif_semibold};
use crate::theme::{self, SourceText};

/// Least width of the tile of a number, and its room beside that.
pub(super) const TILE: f32 = 15.0;
pub(super) const TILE_SIDE: f32 = 3.0;

/// A block's text, laid out.
#[derive(Debug)]
pub(super) struct BlockText {
    pub galley: Arc<Galley>,
    /// For each character of the galley its character in the article; tiles have none.
    pub source: Vec<Option<usize>>,
    /// The block's first character in the article, and for each of its characters the one of the galley.
    first: usize,
    glyphs: Vec<usize>,
    /// Number tiles: characters of the galley and which mention.
    pub tiles: Vec<(usize, usize, usize)>,
    /// Passages: characters of the galley and which mention.
    pub passages: Vec<(usize, usize, usize)>,
}

impl BlockText {
    /// The range of glyphs that show a stretch of the article; `None` where it is not in this block.
    pub fn glyphs_of(&self, span: Span) -> Option<(usize, usize)> {
        glyphs_of(&self.glyphs, self.first, span)
    }

    /// The first characters of the tiles that begin a line behind the first one.
    fn tiles_that_begin_lines(&self) -> Vec<usize> {
        let starts: BTreeSet<usize> = lines(&self.galley).iter().skip(1).map(|(first, _)| *first).collect();
        self.tiles.iter().map(|&(from, ..)| from).filter(|from| starts.contains(from)).collect()
    }

    /// The article's character at or nearest before `pos`, relative to the text.
    pub fn character_near(&self, pos: egui::Vec2) -> Option<usize> {
        let at = self.galley.cursor_from_pos(pos).index.0;
        let before = self.source.get(..=at.min(self.source.len().saturating_sub(1)))?;
        before.iter().rev().find_map(|at| *at).or_else(|| self.source.iter().find_map(|at| *at))
    }
}

fn glyphs_of(glyphs: &[usize], first: usize, span: Span) -> Option<(usize, usize)> {
    let here = glyphs.get(span.start.saturating_sub(first)..span.end.saturating_sub(first).min(glyphs.len()))?;
    Some((*here.first()?, here.last()? + 1))
}

/// Times that a block is laid out until every tile that begins a line has its gap.
const MOST_LAYOUTS: usize = 4;

pub(super) fn lay_out(
    painter: &Painter,
    article: &Prepared,
    mentions: &[Mention],
    block: usize,
    width: f32,
    text: SourceText,
) -> BlockText {
    // Tiles, by their first characters, that begin a line: they are moved to the right, and what follows with them.
    let mut begin_lines: BTreeSet<usize> = BTreeSet::new();
    let mut laid_out = lay_out_with(painter, article, mentions, block, width, text, &begin_lines);
    for _ in 1..MOST_LAYOUTS {
        let before = begin_lines.len();
        begin_lines.extend(laid_out.tiles_that_begin_lines());
        if begin_lines.len() == before {
            break;
        }
        laid_out = lay_out_with(painter, article, mentions, block, width, text, &begin_lines);
    }
    laid_out
}

fn lay_out_with(
    painter: &Painter,
    article: &Prepared,
    mentions: &[Mention],
    block: usize,
    width: f32,
    text: SourceText,
    begin_lines: &BTreeSet<usize>,
) -> BlockText {
    let tokens = theme::tokens(painter.ctx());
    let span = article.witness.blocks.get(block).map(|block| block.span).unwrap_or_default();
    let (font, color, line) = match role_of(article, block) {
        Role::Headline => (serif_semibold(text.headline()), tokens.ink, text.headline_line()),
        Role::Subheading => (serif_semibold(text.reading() + 0.5), tokens.ink, text.reading_line()),
        Role::Byline | Role::Dateline | Role::Caption => (sans(12.0), tokens.ink3, 18.0),
        Role::Clutter => (sans(12.0), tokens.ink3, 18.0),
        Role::Body | Role::List | Role::Quote => (serif(text.reading()), tokens.ink, text.reading_line()),
    };
    let format = TextFormat { line_height: Some(line), ..TextFormat::simple(font, color) };
    let tile = TextFormat { line_height: Some(line), ..TextFormat::simple(semibold(10.0), tokens.ink2) };
    let mut job = LayoutJob {
        wrap: TextWrapping { max_width: measure(width) - indent_of(article, block), ..Default::default() },
        ..Default::default()
    };
    let mut source: Vec<Option<usize>> = Vec::new();
    let mut glyphs = Vec::new();
    let mut tiles = Vec::new();
    let mut passages = Vec::new();
    let here: Vec<(usize, Span)> =
        mentions.iter().enumerate().filter_map(|(at, mention)| Some((at, mention.span.meet(span)?))).collect();
    // They are in the order in which they begin, so each is met once.
    let mut beginning = here.iter().peekable();
    let mut pending = String::new();
    let mut leading = 0.0;
    let mut previous = None;
    for (offset, character) in article.witness.text.slice(span).chars().enumerate() {
        let at = span.start + offset;
        while let Some((index, mention)) = beginning.next_if(|(_, mention)| mention.start <= at) {
            let Some(known) = mentions.get(*index) else { continue };
            if known.is_lone || known.span.start != mention.start {
                continue;
            }
            job.append(&pending, leading, format.clone());
            pending.clear();
            let number = known.number.to_string();
            let from = source.len();
            // A tile is wider than a narrow number, at both sides; one that begins a line is moved to the right.
            let width = crate::paint::width(painter, &number, semibold(10.0));
            let wider = ((TILE - 2.0 * TILE_SIDE - width) / 2.0).max(0.0);
            // It would touch a word that no space parts from it.
            let apart = if previous.is_none_or(char::is_whitespace) { 0.0 } else { 4.0 };
            job.append(&number, 4.0 + apart + wider, tile.clone());
            source.extend(number.chars().map(|_| None));
            tiles.push((from, source.len(), *index));
            let moved = if begin_lines.contains(&from) { TILE_SIDE + wider } else { 0.0 };
            leading = 9.0 + 2.0 * wider + moved;
        }
        previous = Some(character);
        pending.push(if character.is_whitespace() { ' ' } else { character });
        glyphs.push(source.len());
        source.push(Some(at));
    }
    job.append(&pending, leading, format);
    for (index, mention) in here {
        if let Some((from, to)) = glyphs_of(&glyphs, span.start, mention) {
            passages.push((from, to, index));
        }
    }
    BlockText { galley: painter.layout_job(job), source, first: span.start, glyphs, tiles, passages }
}
