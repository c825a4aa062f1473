//! Laid-out texts and heights of rows. Only rows near the window keep their texts; all keep a
//! height: measured once they were in sight or their turn came, an estimate before that.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use collation::ruling::Anchor;
use collation::span::Span;
use egui::{Painter, Rangef, Ui};

use super::bar::{BarStrip, Height};
use super::cell_layout::{cell_anchor, estimate, lines_of, row_height, text_of};
use super::columns::Columns;
use super::sight::{Held, Sight};
use crate::marks::{CellText, Density};
use crate::panels::Shown;
use crate::panels::stack::Stack;
use crate::theme::{SourceText, metrics};

/// Rows beyond the window on each side whose texts are kept.
const KEPT_ROWS: usize = 12;
/// Up to so many columns every cell of a row is laid out for its height; of more only those that may
/// be the tallest, and those in sight.
const ALL_COLUMNS: usize = 8;
/// Time a frame may spend on rows out of sight.
const SPARE_TIME: Duration = Duration::from_millis(3);

/// What the texts depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    sheet: u64,
    event: usize,
    rows: Vec<usize>,
    columns: Columns,
    text: SourceText,
    dark: bool,
    marks: u16,
    density: Density,
    pixels: f32,
    lit: Option<(Anchor, Vec<(usize, Span)>)>,
    search: String,
    originals: Vec<bool>,
    turned: BTreeSet<Anchor>,
    unfolded: BTreeSet<Anchor>,
    brought: Option<Anchor>,
}

#[derive(Debug)]
struct RowLayout {
    anchor: Anchor,
    is_measured: bool,
    /// One a shown column, in drawing order; empty until laid out.
    texts: Vec<Option<CellText>>,
}

/// Texts and heights of the rows that the grid shows.
#[derive(Debug, Default)]
pub struct GridCache {
    key: Option<Key>,
    rows: Vec<RowLayout>,
    stack: Stack,
    /// Where the search for rows not yet measured goes on.
    next: usize,
    sight: Sight,
    /// What was visible in the last frame.
    last_view: Option<Rangef>,
    /// The row that was chosen in the last frame.
    chosen: Option<Anchor>,
    /// How far the columns were scrolled in the last frame, and how far they are to be in the next.
    scrolled: f32,
    sideways: Option<f32>,
    /// How the columns of each event were laid out when it was last shown, and how far they were scrolled.
    laid: BTreeMap<usize, (Columns, f32)>,
    /// By how much rows above the window grew; the frame that finds it scrolls along, so that nothing moves
    /// under the reader's eyes.
    grown: f32,
    pub bar: BarStrip,
}

impl GridCache {
    /// Forgets texts that no longer fit what is shown, keeps every height that still holds.
    pub fn refresh(&mut self, ui: &Ui, shown: &Shown<'_>, columns: &Columns) {
        let key = Key {
            sheet: shown.sheet_revision,
            event: shown.view.event,
            rows: shown.rows.to_vec(),
            columns: columns.clone(),
            text: shown.text,
            dark: ui.visuals().dark_mode,
            marks: shown.view.shown_marks().bits(),
            density: shown.view.shown_density(),
            pixels: ui.pixels_per_point(),
            lit: shown.view.lit.clone(),
            search: shown.view.search.trim().to_lowercase(),
            originals: shown.articles.iter().map(|article| article.is_original).collect(),
            turned: shown.view.turned.clone(),
            unfolded: shown.view.unfolded.clone(),
            brought: shown.view.brought,
        };
        let chosen = std::mem::replace(&mut self.chosen, shown.view.selection.current);
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let same_width = self.key.as_ref().is_some_and(|old| {
            old.columns == key.columns
                && old.text == key.text
                && old.event == key.event
                && old.density == key.density
                && old.sheet == key.sheet
        });
        let old: BTreeMap<usize, (f32, bool)> = match &self.key {
            Some(old) if same_width => old
                .rows
                .iter()
                .zip(&self.rows)
                .enumerate()
                .map(|(at, (&index, row))| (index, (self.stack.height(at), row.is_measured)))
                .collect(),
            _ => BTreeMap::new(),
        };
        // The same rows with other heights: the one at the top stays there.
        let same_rows = self
            .key
            .as_ref()
            .is_some_and(|old| old.sheet == key.sheet && old.event == key.event && old.rows == key.rows);
        let top = self.last_view.filter(|_| same_rows).map(|view| {
            let at = self.stack.at(view.min);
            (at, self.stack.top(at))
        });
        // Another table of the same event: the chosen row stays where it was in sight, else the one at the top.
        let is_anew = self.key.as_ref().is_some_and(|old| old.sheet != key.sheet && old.event == key.event);
        let stands = shown.view.stands.filter(|[before, _]| {
            self.last_view.is_some_and(|view| self.place_in_sight(view, Some(*before)).is_some())
        });
        let named = stands.map(|[before, _]| before).or(chosen);
        let held = self.last_view.filter(|_| is_anew).and_then(|view| self.held_in(view, named));
        if self.key.as_ref().is_some_and(|old| old.event != key.event) {
            // Another event is scrolled on its own.
            self.last_view = None;
        }
        let turned: BTreeSet<Anchor> = match &self.key {
            Some(old) => {
                let cells = old.unfolded.symmetric_difference(&key.unfolded);
                old.turned.symmetric_difference(&key.turned).chain(cells).copied().collect()
            }
            None => BTreeSet::new(),
        };
        let mut heights = Vec::with_capacity(key.rows.len());
        self.rows.clear();
        for &index in &key.rows {
            let Some(row) = shown.row(index) else { continue };
            let has_turned = |column: usize| cell_anchor(shown, row, column).is_some_and(|cell| turned.contains(&cell));
            let was_turned =
                !turned.is_empty() && (turned.contains(&row.anchor) || (0..row.cells.len()).any(has_turned));
            let (height, is_measured) = match old.get(&index) {
                Some(&kept) if !was_turned => kept,
                _ => (estimate(shown, row, columns), false),
            };
            heights.push(height);
            self.rows.push(RowLayout { anchor: row.anchor, is_measured, texts: Vec::new() });
        }
        self.stack = Stack::new(heights);
        if let Some((at, before)) = top {
            self.grown += self.stack.top(at) - before;
        }
        if let (Some(held), Some(view)) = (held, self.last_view) {
            let current = shown.view.selection.current;
            let now = stands.map(|[_, now]| now).or(current).filter(|_| held.is_chosen);
            let anchor = now.unwrap_or(held.row);
            if let Some(at) = self.rows.iter().position(|row| row.anchor == anchor) {
                // Around it no height may be an estimate: what turns out otherwise would move it.
                self.measure_around(ui.painter(), shown, columns, at, [held.top - view.min, view.max - held.top]);
                self.grown += self.stack.top(at) - held.top - self.sight.hold(&held, view);
                self.sight.lead(stands.is_some());
            }
        }
        self.next = 0;
        self.key = Some(key);
    }

    /// Where a row stands of which the band begins in `view`.
    fn place_in_sight(&self, view: Rangef, named: Option<Anchor>) -> Option<usize> {
        let at = self.rows.iter().position(|row| Some(row.anchor) == named);
        at.filter(|&at| self.stack.top(at) >= view.min && self.stack.top(at) < view.max)
    }

    /// True where the band of a row was in sight when it was last drawn.
    pub fn is_in_sight(&self, row: Anchor) -> bool {
        self.last_view.is_some_and(|view| self.place_in_sight(view, Some(row)).is_some())
    }

    /// The row by which the place in the table is held: the one that is named, else the one at the top of `view`.
    fn held_in(&self, view: Rangef, named: Option<Anchor>) -> Option<Held> {
        let in_sight = self.place_in_sight(view, named);
        let at = in_sight.unwrap_or_else(|| self.stack.at(view.min));
        let row = self.rows.get(at)?.anchor;
        Some(Held { row, is_chosen: in_sight.is_some(), top: self.stack.top(at), bottom: self.stack.top(at + 1) })
    }

    /// Lays out row `at` and so many points of the rows above it and from its top downwards.
    fn measure_around(
        &mut self,
        painter: &Painter,
        shown: &Shown<'_>,
        columns: &Columns,
        at: usize,
        [mut above, mut below]: [f32; 2],
    ) {
        for row in (0..at).rev() {
            if above <= 0.0 {
                break;
            }
            self.measure(painter, shown, columns, row, true);
            above -= self.stack.height(row);
        }
        for row in at..self.rows.len() {
            if below <= 0.0 {
                break;
            }
            self.measure(painter, shown, columns, row, true);
            below -= self.stack.height(row);
        }
        self.stack.settle();
    }

    pub fn total_height(&self) -> f32 {
        self.stack.total()
    }

    pub fn measured_height(&self) -> Height {
        let rows = self.rows.iter().enumerate().filter(|(_, row)| row.is_measured);
        let measured = rows.map(|(at, _)| self.stack.height(at)).sum();
        Height { measured, is_whole: self.next >= self.rows.len() }
    }

    /// Takes down how far the columns are scrolled, and how far the reader wants them to be.
    pub fn scrolled_sideways(&mut self, event: usize, columns: Columns, scrolled: f32, wanted: Option<f32>) {
        self.laid.insert(event, (columns, scrolled));
        self.scrolled = scrolled;
        self.sideways = wanted;
    }

    /// How far the columns are scrolled from this frame on, where that is not as far as in the last one: the reader
    /// asked for it, the columns have another width, or the chosen cell is to be brought into sight. To be asked before
    /// [`Self::take_offset`].
    pub fn take_sideways(&mut self, shown: &Shown<'_>, columns: &Columns) -> Option<f32> {
        let mut kept = None;
        if let Some((before, scrolled)) = self.laid.get(&shown.view.event) {
            if before != columns {
                kept = columns.scrolled_as(before, *scrolled);
            }
            self.scrolled = kept.unwrap_or(*scrolled);
        }
        let is_wanted = self.sight.is_asked(shown.view.reveals);
        let chosen = shown.view.selection.column.or_else(|| self.reading_out_of_sight(shown, columns));
        let revealed = chosen.filter(|_| is_wanted).and_then(|column| columns.scrolled_to(column, self.scrolled));
        self.sideways.take().or(revealed).or(kept)
    }

    /// The first column that has a passage of the row that is to be brought into sight, where none in sight has one.
    fn reading_out_of_sight(&self, shown: &Shown<'_>, columns: &Columns) -> Option<usize> {
        let row = shown.event?.rows.iter().find(|row| Some(row.anchor) == shown.view.reveal)?;
        let has = |column: &usize| row.cells.get(*column).is_some_and(Option::is_some);
        let is_hidden = |column: usize| columns.scrolled_to(column, self.scrolled).is_some();
        let first = columns.iter().find(has)?;
        columns.iter().filter(has).all(is_hidden).then_some(first)
    }

    /// The scroll offset that this frame has to begin with, where it is not the last one's: a row
    /// is to be brought in sight, or rows above the window have grown.
    pub fn take_offset(&mut self, ui: &Ui, shown: &Shown<'_>, height: f32) -> Option<f32> {
        let Some(view) = self.last_view else {
            // Where another event is scrolled to shows in this frame, and what to bring into sight in the next.
            if self.sight.is_asked(shown.view.reveals) {
                ui.ctx().request_repaint();
            }
            return None;
        };
        let grown = std::mem::take(&mut self.grown);
        self.sight.scrolled_along(grown);
        let revealed = self.take_reveal(shown, Rangef::new(view.min + grown, view.max + grown), height);
        if revealed.is_none() && view.min + grown < 0.0 {
            self.sight.began_at_top(-view.min - grown);
        }
        revealed.or_else(|| (grown != 0.0).then_some((view.min + grown).max(0.0)))
    }

    fn take_reveal(&mut self, shown: &Shown<'_>, view: Rangef, height: f32) -> Option<f32> {
        if !self.sight.looks(shown.view.reveals) {
            return None;
        }
        let anchor = shown.view.reveal?;
        let at = shown.rows.iter().position(|&index| shown.row(index).is_some_and(|row| row.anchor == anchor))?;
        let mut row = Rangef::new(self.stack.top(at), self.stack.top(at + 1));
        if self.sight.is_led() {
            // The table is held where it is: it moves for what was moved alone, and only where nothing of its row is seen.
            let is_seen = row.max > view.min && row.min < view.max;
            match self.brought_end(shown, at) {
                Some(end) => row.max = row.min + end,
                None if is_seen => return None,
                None => {}
            }
        }
        let is_laid_out = self.rows.get(at).is_some_and(|row| !row.texts.is_empty());
        self.sight.offset(row, is_laid_out, view, height)
    }

    /// How far below the top of row `at` the passage ends that the last step brought there.
    fn brought_end(&self, shown: &Shown<'_>, at: usize) -> Option<f32> {
        let brought = shown.view.brought?;
        let row = shown.rows.get(at).and_then(|&index| shown.row(index))?;
        let column =
            (0..row.cells.len()).find(|&column| shown.article(column).map(|it| it.key) == Some(brought.article))?;
        let passages = &row.cells.get(column)?.as_ref()?.passages;
        let text = self.text(at, column)?;
        let place = passages.iter().position(|passage| passage.span.overlaps(brought.span))?;
        let range = text.passage_range(place.checked_sub(text.fold.first_shown())?)?;
        Some(
            metrics::BAND
                + metrics::CELL_TOP
                + metrics::META_LINE
                + metrics::META_GAP
                + range.max
                + metrics::CELL_BOTTOM,
        )
    }

    /// Index, top and height of every row in `view`.
    pub fn visible(&self, view: Rangef) -> impl Iterator<Item = (usize, f32, f32)> + '_ {
        let rows = self.stack.at(view.min)..self.rows.len();
        rows.map(|at| (at, self.stack.top(at), self.stack.height(at))).take_while(move |(_, top, _)| *top < view.max)
    }

    /// The text of a shown row's cell, by its place among the drawn columns.
    pub fn text(&self, row: usize, column: usize) -> Option<&CellText> {
        let position = self.key.as_ref()?.columns.iter().position(|other| other == column)?;
        self.rows.get(row)?.texts.get(position)?.as_ref()
    }

    /// Lays out what is in sight and drops what is far from it.
    ///
    /// `in_sight` holds the places of the columns that are not scrolled out of sight.
    pub fn measure_visible(&mut self, ui: &Ui, shown: &Shown<'_>, columns: &Columns, view: Rangef, in_sight: &[usize]) {
        self.last_view = Some(view);
        if self.sight.is_looking() {
            ui.ctx().request_repaint();
        }
        let first = self.stack.at(view.min);
        let mut at = first;
        let mut top = self.stack.top(first);
        let mut changed = false;
        while top < view.max && at < self.rows.len() {
            changed |= self.measure(ui.painter(), shown, columns, at, true);
            changed |= self.fill(ui.painter(), shown, columns, at, in_sight);
            top += self.stack.height(at);
            at += 1;
        }
        if changed {
            self.stack.settle();
        }
        let kept = first.saturating_sub(KEPT_ROWS)..at + KEPT_ROWS;
        for (number, row) in self.rows.iter_mut().enumerate() {
            if !kept.contains(&number) && !row.texts.is_empty() {
                row.texts = Vec::new();
            }
        }
    }

    /// Refines estimates for a few milliseconds, with `offset` points scrolled off at the top.
    pub fn measure_more(&mut self, ui: &Ui, shown: &Shown<'_>, columns: &Columns, offset: f32) {
        if self.next >= self.rows.len() {
            return;
        }
        let began = Instant::now();
        let first = self.stack.at(offset);
        let before = self.stack.top(first);
        while self.next < self.rows.len() && began.elapsed() < SPARE_TIME {
            let at = self.next;
            self.measure(ui.painter(), shown, columns, at, false);
            self.next += 1;
        }
        self.stack.settle();
        if self.next < self.rows.len() {
            ui.ctx().request_repaint();
        }
        self.grown += self.stack.top(first) - before;
    }

    /// Lays out the cells in sight that measuring has left out. Returns whether the row grew.
    fn fill(&mut self, painter: &Painter, shown: &Shown<'_>, columns: &Columns, at: usize, in_sight: &[usize]) -> bool {
        let Some(row) = shown.rows.get(at).and_then(|&index| shown.row(index)) else { return false };
        let Some(layout) = self.rows.get_mut(at) else { return false };
        let mut tallest = 0.0_f32;
        for &position in in_sight {
            let column = columns.column(position);
            let Some(slot @ None) = layout.texts.get_mut(position) else { continue };
            *slot = text_of(painter, shown, row, column, columns.text_width());
            tallest = tallest.max(slot.as_ref().map_or(0.0, CellText::height));
        }
        tallest > 0.0 && row_height(tallest) > self.stack.height(at) && self.stack.set(at, row_height(tallest))
    }

    /// Lays row `at` out. Returns whether its height changed.
    fn measure(&mut self, painter: &Painter, shown: &Shown<'_>, columns: &Columns, at: usize, keep: bool) -> bool {
        let Some(row) = shown.rows.get(at).and_then(|&index| shown.row(index)) else { return false };
        let Some(layout) = self.rows.get_mut(at) else { return false };
        if !layout.texts.is_empty() || (layout.is_measured && !keep) {
            return false;
        }
        layout.is_measured = true;
        if shown.view.is_folded(row) {
            return self.stack.set(at, metrics::BAND);
        }
        let texts: Vec<Option<CellText>> = if columns.len() <= ALL_COLUMNS {
            columns.iter().map(|column| text_of(painter, shown, row, column, columns.text_width())).collect()
        } else {
            let lines: Vec<f32> =
                columns.iter().map(|column| lines_of(shown, row, column, columns.text_width())).collect();
            let most = lines.iter().copied().fold(0.0, f32::max);
            let may_be_tallest = |lines: f32| lines > 0.0 && lines + 1.0 >= most * 0.7;
            let cells = columns.iter().zip(&lines);
            cells
                .map(|(column, &lines)| {
                    may_be_tallest(lines).then(|| text_of(painter, shown, row, column, columns.text_width())).flatten()
                })
                .collect()
        };
        let tallest = texts.iter().flatten().map(CellText::height).fold(0.0, f32::max);
        if keep {
            layout.texts = texts;
        }
        self.stack.set(at, row_height(tallest))
    }
}
