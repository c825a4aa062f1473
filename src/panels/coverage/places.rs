//! Where the columns of the table lie: beside the titles, or behind them where they do not all fit.

use egui::{Painter, Rect, pos2, vec2};

use crate::paint;
use crate::panels::Shown;
use crate::panels::sideways::Sideways;
use crate::say;
use crate::theme::fonts::semibold;
use crate::theme::metrics;

/// Width of the titles where there is room for it, and where columns need the room.
const TITLES: f32 = 296.0;
const NARROWEST_TITLES: f32 = 212.0;
/// Share of a table that the titles leave to the columns at least, where these do not all fit.
const LEAST_TITLES: f32 = 0.45;
const WIDEST_TITLES: f32 = 900.0;
/// Width of a column where there is room for it; a narrower one than the narrowest would cut what stands in it.
const COLUMN: f32 = 116.0;
const NARROWEST_COLUMN: f32 = 94.0;
const WIDEST_COLUMN: f32 = 320.0;
/// Most that the last column takes: in how many articles a statement stands.
const IN_COLUMN: f32 = 96.0;
/// What a column's head has around the article's name: its letter and the margins.
pub(super) const HEAD_AROUND: f32 = 42.0;

/// Where the columns of the table lie.
#[derive(Clone, Copy)]
pub(super) struct Places {
    /// Left edge of the titles, which stay there.
    pub left: f32,
    pub titles: f32,
    pub column: f32,
    pub number: usize,
    /// Width of the last column, which stays at the right; none where an article stands alone, in a low window that is
    /// narrow, and where there would be no room for an article beside it.
    pub last: f32,
    pub right: f32,
    /// How far the columns are scrolled behind the titles.
    pub scrolled: f32,
    /// How many columns are in sight.
    pub in_sight: usize,
    /// True where the columns do not all fit.
    pub overflows: bool,
}

impl Places {
    pub fn new(painter: &Painter, shown: &Shown<'_>, area: Rect) -> Self {
        let number = shown.columns.len();
        let last = last_width(painter, shown, area.width());
        let columns = number.max(1) as f32;
        let right = area.right();
        let at = Self {
            left: area.left(),
            titles: 0.0,
            column: 0.0,
            number,
            last,
            right,
            scrolled: 0.0,
            in_sight: number,
            overflows: false,
        };
        if NARROWEST_TITLES + NARROWEST_COLUMN * columns + last > area.width() {
            // As many whole columns as fit between the titles and the last one, which has the scroll bar in it, or a strip
            // for that.
            let titles = NARROWEST_TITLES.min((area.width() * LEAST_TITLES).floor());
            let room = area.width() - titles;
            let last = if room - last < NARROWEST_COLUMN { 0.0 } else { last };
            let room = room - last.max(metrics::SCROLL_BAR);
            let fit = (room / NARROWEST_COLUMN).floor().clamp(1.0, columns);
            let column = (room / fit).floor();
            return Self {
                // What whole points leave over.
                titles: titles + room - column * fit,
                column,
                last,
                in_sight: fit as usize,
                overflows: fit < columns,
                ..at
            };
        }
        let titles = (area.width() - last - COLUMN * columns).clamp(NARROWEST_TITLES, TITLES);
        let room = area.width() - titles - last;
        let widest = if area.width() > 1600.0 { 200.0 } else { 132.0 };
        let column = (room / columns).clamp(NARROWEST_COLUMN, widest);
        // What the columns leave over goes to the titles, as far as a line reads well.
        let titles = titles + (room - column * number as f32).clamp(0.0, WIDEST_TITLES - titles);
        // And what these leave over goes to the columns again, so that nothing of the table is empty.
        let column = ((area.width() - last - titles) / columns).clamp(column, WIDEST_COLUMN.max(column));
        Self { titles, column, ..at }
    }

    /// The columns that scroll.
    pub fn sideways(self) -> Sideways {
        let shown = self.edge() - self.left;
        Sideways { fixed: self.titles, column: self.column, number: self.number, tail: 0.0, shown }
    }

    /// Where the columns in sight end.
    pub fn edge(self) -> f32 {
        self.left + self.titles + self.in_sight as f32 * self.column
    }

    pub fn column(self, at: usize, row: Rect) -> Rect {
        let left = self.left + self.titles + at as f32 * self.column - self.scrolled;
        Rect::from_min_size(pos2(left, row.top()), vec2(self.column, row.height()))
    }

    pub fn last(self, row: Rect) -> Rect {
        row.with_min_x(self.edge()).with_max_x(self.edge() + self.last)
    }

    /// Room for an article's name in the head of its column.
    pub fn name_room(self) -> f32 {
        self.column - HEAD_AROUND
    }

    /// What may be seen of the columns inside `clip`.
    pub fn sight(self, clip: Rect) -> Rect {
        // A strip of the next column beside the whole ones would be no use to anybody.
        let right = if self.overflows { self.edge() } else { self.right };
        clip.with_min_x(clip.left().max(self.left + self.titles)).with_max_x(clip.right().min(right))
    }
}

/// Width of the column that says in how many articles a statement stands, in a table of `width`: nothing is to be said
/// of one alone, and a low window, which is a narrow one too, has it where all articles fit beside it.
fn last_width(painter: &Painter, shown: &Shown<'_>, width: f32) -> f32 {
    let all = shown.event.map_or(0, |event| event.members.len());
    if shown.is_alone() {
        return 0.0;
    }
    let widest = paint::width(painter, &say!("number-of", number = all, all = all), semibold(12.0));
    // Beside the words the scroll bar has its place.
    let columns = shown.columns.len() as f32;
    let is_narrow = width < TITLES + COLUMN * columns + IN_COLUMN;
    let last = if is_narrow { (widest + 16.0 + metrics::SCROLL_BAR).min(IN_COLUMN) } else { IN_COLUMN };
    let fits = NARROWEST_TITLES + NARROWEST_COLUMN * columns + last <= width;
    if metrics::is_low(painter.ctx()) && !fits { 0.0 } else { last }
}

/// How the columns are scrolled behind the titles.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scroll {
    /// How far they were in the last frame, and how far the reader wants them to be.
    pub scrolled: f32,
    pub wanted: Option<f32>,
    /// How the columns were laid out in the last frame.
    pub laid: Option<Sideways>,
    /// The last row that was brought into sight.
    pub reveals_done: u64,
}

impl Scroll {
    /// How far the columns are to be scrolled from this frame on, where that is not as far as in the last one: the reader
    /// asked for it, the columns have another width, or the chosen cell is to be brought into sight.
    pub fn take(&mut self, shown: &Shown<'_>, sideways: Sideways) -> Option<f32> {
        let is_new = std::mem::replace(&mut self.reveals_done, shown.view.reveals) != shown.view.reveals;
        let chosen = shown.view.selection.column.filter(|_| is_new);
        let at = chosen.and_then(|chosen| shown.columns.iter().position(|&column| column == chosen));
        let before = self.laid.replace(sideways).filter(|before| *before != sideways);
        let kept = before.map(|before| sideways.scrolled_from(before.first(self.scrolled)));
        let scrolled = kept.unwrap_or(self.scrolled);
        self.wanted.take().or_else(|| sideways.scrolled_to(at?, scrolled)).or(kept)
    }
}
