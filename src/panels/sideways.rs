//! Columns of which not all fit: those that scroll sideways lie behind what stays at the left, and buttons above them
//! bring the next ones. Knows how wide they are and nothing of what stands in them.

use std::ops::Range;

use egui::{Pos2, Rect, Ui, UiBuilder, vec2};

use crate::panels::Shown;
use crate::say;
use crate::widgets::{Look, Press};

/// The columns that scroll, counted from the first of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sideways {
    /// Width of what stays at the left.
    pub fixed: f32,
    pub column: f32,
    pub number: usize,
    /// Width of what stands behind the last column and scrolls with it.
    pub tail: f32,
    /// Visible width of all.
    pub shown: f32,
}

impl Sideways {
    /// Where a column begins when the columns are scrolled so far.
    fn start(&self, at: usize, scrolled: f32) -> f32 {
        self.fixed + at as f32 * self.column - scrolled
    }

    /// Width of all together.
    pub fn total(&self) -> f32 {
        self.start(self.number, 0.0) + self.tail
    }

    /// The columns that are cut or hidden at the right.
    fn beyond(&self, scrolled: f32) -> Range<usize> {
        let is_cut = |at: &usize| self.start(at + 1, scrolled) > self.shown + 1.0;
        (0..self.number).find(is_cut).unwrap_or(self.number)..self.number
    }

    /// The columns that are cut or hidden behind what stays at the left.
    fn behind(&self, scrolled: f32) -> Range<usize> {
        let is_whole = |at: &usize| self.start(*at, scrolled) >= self.fixed - 1.0;
        0..(0..self.number).find(is_whole).unwrap_or(self.number)
    }

    /// True where the words of the buttons would leave no room for those of a head.
    pub fn is_narrow(&self) -> bool {
        self.column < NARROW
    }

    /// How many columns are hidden at the left and at the right.
    pub fn hidden(&self, scrolled: f32) -> [usize; 2] {
        [self.behind(scrolled).len(), self.beyond(scrolled).len()]
    }

    /// How far the columns have to be scrolled to show this one whole, from so far on.
    fn scrolled_for(&self, at: usize, scrolled: f32) -> f32 {
        let least = self.start(at + 1, 0.0) - self.shown;
        // By whole columns, so that none is cut at the left.
        let least = (least / self.column).ceil() * self.column;
        scrolled.max(least).min(at as f32 * self.column).min((self.total() - self.shown).max(0.0))
    }

    /// The column that comes first when the columns are scrolled so far, or nearly so.
    pub fn first(&self, scrolled: f32) -> usize {
        (scrolled / self.column).round().max(0.0) as usize
    }

    /// How far the columns have to be scrolled for this one to come first, as far as there are columns behind it.
    pub fn scrolled_from(&self, at: usize) -> f32 {
        (at as f32 * self.column).min((self.total() - self.shown).max(0.0))
    }

    /// How far the columns have to be scrolled to show this one; `None` where it is in sight.
    pub fn scrolled_to(&self, at: usize, scrolled: f32) -> Option<f32> {
        let is_hidden = self.beyond(scrolled).contains(&at) || self.behind(scrolled).contains(&at);
        is_hidden.then(|| self.scrolled_for(at, scrolled))
    }
}

/// A column narrower than this has no room for the date of its article beside a button in words.
const NARROW: f32 = 270.0;

/// Words of the button that brings the next of so many hidden columns, in a narrow column a number alone.
fn label(count: usize, is_left: bool, is_narrow: bool) -> String {
    match (is_narrow, is_left) {
        (false, _) => words(count, is_left),
        (true, true) => format!("← +{count}"),
        (true, false) => format!("+{count} →"),
    }
}

fn words(count: usize, is_left: bool) -> String {
    if is_left { say!("columns-before", count = count) } else { say!("columns-more", count = count) }
}

/// How wide that button is.
pub fn width(ui: &Ui, sideways: Sideways, count: usize, is_left: bool) -> f32 {
    Press::new(&label(count, is_left, sideways.is_narrow())).look(Look::Outlined).height(HEIGHT).width(ui.painter())
}

const HEIGHT: f32 = 22.0;

/// Says how many of `columns` are still to be scrolled to at either side, and which, with buttons whose right ends are at
/// `ends`; returns how far they are to be scrolled when the reader wants the next of them.
pub fn beyond_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    sideways: Sideways,
    columns: &[usize],
    ends: [Pos2; 2],
    scrolled: f32,
) -> Option<f32> {
    let (behind, beyond) = (sideways.behind(scrolled), sideways.beyond(scrolled));
    let mut wanted = None;
    let [left_end, right_end] = ends;
    for (places, next, is_left, end) in
        [(behind.clone(), behind.last(), true, left_end), (beyond.clone(), beyond.min(), false, right_end)]
    {
        let Some(next) = next else { continue };
        let count = places.len();
        let words = words(count, is_left);
        let hidden = columns.get(places).unwrap_or_default();
        let names: Vec<&str> =
            hidden.iter().filter_map(|&column| shown.article(column)).map(|article| article.name.as_str()).collect();
        let names = names.join(", ");
        let name = format!("{words}: {names}");
        let label = label(count, is_left, sideways.is_narrow());
        let press = Press::new(&label).look(Look::Outlined).height(HEIGHT).name(&name);
        let width = press.width(ui.painter());
        let place = Rect::from_min_size(end - vec2(width, HEIGHT / 2.0), vec2(width, HEIGHT));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("columns beyond", is_left)));
        if press.show(&mut child).on_hover_text(&name).clicked() {
            wanted = Some(sideways.scrolled_for(next, scrolled));
            ui.ctx().request_repaint();
        }
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::Sideways;

    #[test]
    fn a_hidden_column_is_scrolled_to_by_whole_columns() {
        // Beside 200 points that stay, three of five columns fit.
        let five = Sideways { fixed: 200.0, column: 100.0, number: 5, tail: 50.0, shown: 500.0 };
        let cases = [
            (0, 0.0, None),
            (2, 0.0, None),
            (3, 0.0, Some(100.0)),
            (4, 0.0, Some(200.0)),
            (1, 200.0, Some(100.0)),
            (0, 200.0, Some(0.0)),
            (2, 250.0, Some(200.0)),
        ];
        for (at, scrolled, expected) in cases {
            assert_eq!(five.scrolled_to(at, scrolled), expected, "column {at} from {scrolled}");
        }
        assert_eq!((five.beyond(0.0), five.behind(0.0)), (3..5, 0..0));
        assert_eq!((five.beyond(150.0), five.behind(150.0)), (4..5, 0..2));
        assert_eq!(five.total(), 750.0);
        // In another width the same column comes first, whole, unless too few are left behind it.
        let wider = Sideways { column: 130.0, shown: 460.0, ..five };
        for (scrolled, expected) in [(0.0, 0.0), (100.0, 130.0), (160.0, 260.0), (300.0, 390.0)] {
            assert_eq!(wider.scrolled_from(five.first(scrolled)), expected, "from {scrolled}");
        }
        assert_eq!(Sideways { shown: 700.0, ..wider }.scrolled_from(4), 200.0);
    }
}
