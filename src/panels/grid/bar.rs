//! Whether the table leaves the scroll bar a strip at its right. Laid out beside the strip, a table that fits the view
//! gives it up to its columns; one that turns out too high without it has it for good, so that nothing goes to and fro.

use egui::{Vec2, util::hash};

use crate::theme::metrics;

/// Height of the rows that were measured, and whether these are all.
#[derive(Clone, Copy, Debug)]
pub struct Height {
    pub measured: f32,
    pub is_whole: bool,
}

/// The strip, as it was left: another event's table begins with it, most being all long or all short.
#[derive(Clone, Debug, Default)]
pub struct BarStrip {
    is_given_up: bool,
    /// The view, event and rows that were too high without the strip.
    needed_by: Option<u64>,
}

impl BarStrip {
    /// How wide it is now.
    pub const fn width(&self) -> f32 {
        if self.is_given_up { 0.0 } else { metrics::SCROLL_BAR }
    }

    /// Takes note of how high these rows of an event are in a view of this size. Returns whether the strip comes or goes
    /// with it: unless the event `is_whole` in its table it does not go, or a search would move the columns.
    pub fn settle(&mut self, is_whole: bool, rows: (usize, &[usize]), height: Height, view: Vec2) -> bool {
        let key = || hash((rows, view.x.to_bits(), view.y.to_bits()));
        if self.is_given_up && height.measured > view.y {
            (self.is_given_up, self.needed_by) = (false, Some(key()));
            return true;
        }
        let fits = is_whole && !self.is_given_up && height.is_whole && height.measured <= view.y;
        self.is_given_up |= fits && self.needed_by != Some(key());
        fits && self.is_given_up
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_is_given_up_once_and_does_not_go_to_and_fro() {
        let view = Vec2::new(800.0, 600.0);
        let of = |measured| Height { measured, is_whole: true };
        let part = |measured| Height { measured, is_whole: false };
        let mut strip = BarStrip::default();
        assert_eq!(strip.width(), metrics::SCROLL_BAR, "until it is known that nothing scrolls");
        assert!(!strip.settle(true, (0, &[0, 1]), part(500.0), view), "a part says nothing");
        assert!(!strip.settle(false, (0, &[0]), of(300.0), view) && strip.width() > 0.0, "nor does a search");
        assert!(strip.settle(true, (0, &[0, 1]), of(500.0), view) && strip.width() == 0.0);
        assert!(!strip.settle(true, (0, &[0, 1]), of(500.0), view) && strip.width() == 0.0, "and stays so");
        assert!(strip.clone().settle(true, (0, &[0, 1, 2]), part(610.0), view), "unless a part alone is too high");
        // Higher without it than with it.
        assert!(strip.settle(true, (0, &[0, 1]), of(610.0), view) && strip.width() > 0.0);
        assert!(!strip.settle(true, (0, &[0, 1]), of(500.0), view) && strip.width() > 0.0);
        // In another view, of other rows or of another event it is asked anew.
        assert!(strip.clone().settle(true, (0, &[0, 1]), of(500.0), Vec2::new(900.0, 600.0)));
        assert!(strip.clone().settle(true, (1, &[0, 1]), of(500.0), view));
        assert!(strip.settle(true, (0, &[0]), of(500.0), view) && strip.width() == 0.0);
    }
}
