//! One article laid out for reading: blocks above each other, statements numbered, clutter folded.

use std::collections::BTreeMap;
use std::sync::Arc;

use collation::WitnessKey;
use collation::prepare::Prepared;
use collation::ruling::Anchor;
use collation::span::Span;
use collation::witness::Role;
use egui::{Rangef, Rect, Ui, pos2, vec2};

use super::block_text::{BlockText, lay_out};
use super::items::{Item, Mention, ShadedWord, estimate, gap_below, items, mentions, role_of, shaded};
use super::signs::fold_ui;
use crate::panels::kept::Kept;
use crate::panels::stack::Stack;
use crate::panels::{ArticleItem, Inbox, Shown};
use crate::theme::SourceText;

/// Left edge of the text in a page.
pub const TEXT_LEFT: f32 = 48.0;
const TOP: f32 = 20.0;

/// What the pages depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    sheet: u64,
    event: usize,
    columns: Vec<usize>,
    width: f32,
    text: SourceText,
    dark: bool,
    pixels: f32,
    turned_folds: Vec<(WitnessKey, usize)>,
    originals: Vec<bool>,
    hides_marks: bool,
}

/// The pages that are read now.
#[derive(Debug, Default)]
pub struct ReadCache {
    key: Option<Key>,
    pages: BTreeMap<usize, Page>,
}

impl ReadCache {
    /// Makes pages anew where what they depend on has changed.
    pub fn begin(&mut self, ui: &Ui, shown: &Shown<'_>, columns: &[usize], width: f32) {
        let key = Key {
            sheet: shown.sheet_revision,
            event: shown.view.event,
            columns: columns.to_vec(),
            width,
            text: shown.text,
            dark: ui.visuals().dark_mode,
            pixels: ui.pixels_per_point(),
            turned_folds: shown.view.turned_folds.iter().copied().collect(),
            originals: shown.articles.iter().map(|article| article.is_original).collect(),
            hides_marks: shown.view.hides_marks(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.pages = columns
            .iter()
            .filter_map(|&column| {
                let member = *shown.event?.members.get(column)?;
                let article = Arc::clone(shown.sheet.articles.get(member)?);
                Some((column, Page::new(shown, article, column, width)))
            })
            .collect();
        self.key = Some(key);
    }

    pub fn page(&mut self, column: usize) -> Option<&mut Page> {
        self.pages.get_mut(&column)
    }
}

/// One article laid out for reading.
#[derive(Debug)]
pub struct Page {
    pub(super) article: Arc<Prepared>,
    pub(super) column: usize,
    pub(super) width: f32,
    text: SourceText,
    pub(super) mentions: Vec<Mention>,
    pub(super) shaded: Vec<ShadedWord>,
    items: Vec<Item>,
    pub(super) texts: Vec<Option<BlockText>>,
    pub(super) stack: Stack,
    /// Another number whenever something stands elsewhere.
    stood: u64,
    /// What the strip was drawn as.
    pub strip: Kept,
    reveals_done: Option<u64>,
    pending: Option<f32>,
}

impl Page {
    fn new(shown: &Shown<'_>, article: Arc<Prepared>, column: usize, width: f32) -> Self {
        let mentions = mentions(shown, column);
        let items = items(shown, &article);
        let heights = items.iter().map(|item| estimate(&article, item, width, shown.text)).collect();
        let texts = items.iter().map(|_| None).collect();
        Self {
            article,
            column,
            width,
            text: shown.text,
            mentions,
            shaded: shaded(shown, column),
            items,
            texts,
            stack: Stack::new(heights),
            stood: 0,
            strip: Kept::default(),
            reveals_done: None,
            pending: None,
        }
    }

    pub fn total_height(&self) -> f32 {
        TOP + self.stack.total() + 48.0
    }

    /// Goes to this offset in the next frame.
    pub fn scroll_to(&mut self, offset: f32) {
        self.pending = Some(offset);
    }

    /// The offset this frame has to begin with, where something is to be brought in sight.
    pub fn take_offset(&mut self, ui: &Ui, shown: &Shown<'_>, height: f32) -> Option<f32> {
        let first = self.reveals_done.is_none();
        if self.reveals_done != Some(shown.view.reveals) {
            self.reveals_done = Some(shown.view.reveals);
            let wanted = shown.view.reveal.or(if first { shown.view.selection.current } else { None });
            let place = shown.view.reveal_place.filter(|place| place.article == self.article.witness.key);
            let y = match place {
                Some(place) => self.height_of(ui, place.span),
                None => wanted.and_then(|row| self.place_of(ui, row)),
            };
            if let Some(y) = y {
                self.pending = Some((y - height * 0.3).max(0.0));
            }
        }
        self.pending.take()
    }

    /// Where a row's first passage stands, after what is above it has been measured.
    fn place_of(&mut self, ui: &Ui, row: Anchor) -> Option<f32> {
        let span = self.mentions.iter().find(|mention| mention.row == row)?.span;
        self.height_of(ui, span)
    }

    /// Where a stretch of the article stands; for folded clutter, where the fold is.
    fn height_of(&mut self, ui: &Ui, span: Span) -> Option<f32> {
        let block = self.article.witness.blocks.iter().position(|block| block.span.overlaps(span))?;
        let at = self.items.iter().rposition(|item| match item {
            Item::Block { block: other, .. } => *other == block,
            Item::Fold(fold) => fold.first <= block && role_of(&self.article, block) == Role::Clutter,
        })?;
        for item in 0..=at {
            self.measure(ui, item);
        }
        self.settle();
        Some(TOP + self.stack.top(at))
    }

    /// Another number whenever [`Page::marks`] are others, but for the selection.
    pub fn stood(&self) -> u64 {
        self.stood
    }

    fn settle(&mut self) {
        self.stack.settle();
        self.stood += 1;
    }

    /// Every statement of the page with the height it stands at.
    pub fn marks(&self, shown: &Shown<'_>) -> Vec<(Anchor, f32)> {
        let span_of = |item: &Item| match item {
            Item::Block { block, .. } => self.article.witness.blocks.get(*block).map(|block| block.span),
            Item::Fold { .. } => None,
        };
        // Blocks stand in the order of the text, so each mention finds its own without asking all.
        let blocks: Vec<(usize, Span)> =
            self.items.iter().enumerate().filter_map(|(at, item)| Some((at, span_of(item)?))).collect();
        let mut marks = Vec::new();
        for mention in &self.mentions {
            let is_current = shown.view.selection.current == Some(mention.row);
            if mention.is_lone && !is_current {
                continue;
            }
            let first = blocks.partition_point(|(_, span)| span.end <= mention.span.start);
            let met = blocks.iter().skip(first).take_while(|(_, span)| span.start < mention.span.end);
            for (at, span) in met.filter(|(_, span)| mention.span.overlaps(*span)) {
                let share = mention.span.start.saturating_sub(span.start) as f32 / span.len().max(1) as f32;
                marks.push((mention.row, TOP + self.stack.top(*at) + share * self.stack.height(*at)));
            }
        }
        marks
    }

    fn measure(&mut self, ui: &Ui, at: usize) -> bool {
        if self.texts.get(at).is_none_or(Option::is_some) {
            return false;
        }
        let Some(Item::Block { block, .. }) = self.items.get(at) else { return false };
        let text = lay_out(ui.painter(), &self.article, &self.mentions, *block, self.width, self.text);
        let height = text.galley.size().y + gap_below(&self.article, *block);
        if let Some(slot) = self.texts.get_mut(at) {
            *slot = Some(text);
        }
        self.stack.set(at, height)
    }

    /// Draws what is in sight.
    pub fn show(&mut self, ui: &mut Ui, shown: &Shown<'_>, article: &ArticleItem, viewport: Rect, inbox: &mut Inbox) {
        let view = Rangef::new(viewport.top() - TOP, viewport.bottom() - TOP);
        let origin = ui.max_rect().left_top() + vec2(0.0, TOP);
        let first = self.stack.at(view.min.max(0.0));
        let mut at = first;
        let mut changed = false;
        let mut top = self.stack.top(first);
        while at < self.items.len() && top < view.max {
            changed |= self.measure(ui, at);
            top += self.stack.height(at);
            at += 1;
        }
        if changed {
            self.settle();
        }
        let lit = shown.lit_words(self.column);
        for number in first..at {
            let corner = pos2(origin.x, origin.y + self.stack.top(number));
            match self.items.get(number) {
                Some(Item::Fold(fold)) => fold_ui(ui, article, fold, corner, self.width, inbox),
                Some(Item::Block { block, paragraph }) => {
                    self.block_ui(ui, shown, article, number, *block, *paragraph, corner, &lit, inbox);
                }
                None => {}
            }
        }
    }
}
