//! How far the table is scrolled for a row that is to be in sight, and back again once what made it so is undone. Knows
//! heights and nothing of what stands in rows.

use collation::ruling::Anchor;
use egui::Rangef;

/// For so many frames a row that was brought into sight is looked after: rows above it may turn out higher once they
/// are laid out.
const LOOKS: u8 = 4;

/// The row by which the place in the table is held when another table comes, and where it stood.
#[derive(Debug)]
pub(super) struct Held {
    pub row: Anchor,
    pub is_chosen: bool,
    pub top: f32,
    pub bottom: f32,
}

/// How far a row that grew in another table was lifted for its foot to be in sight, and where the view began then.
#[derive(Debug, Clone, Copy)]
struct Lifted {
    by: f32,
    view: f32,
}

#[derive(Debug, Default)]
pub(super) struct Sight {
    /// The last row that was brought into sight.
    done: u64,
    /// Frames in which it is still looked after.
    looks: u8,
    /// The chosen row is held where it stood in the table before, in a view so high.
    held: Option<f32>,
    /// There it was cut by the foot of the view, and is no more to be brought into sight than it was.
    was_cut: bool,
    /// Height of the view in which the row that is looked after was held, if it was: what comes to lie below the table
    /// after a step is no reason to move it.
    held_in: Option<f32>,
    lifted: Option<Lifted>,
    /// The next row that is asked for, and the one that is looked after, come with a step for which the table is held
    /// where it is.
    is_next_led: bool,
    is_led: bool,
}

impl Sight {
    /// True where another row is to be brought into sight than the last.
    pub fn is_asked(&self, reveals: u64) -> bool {
        self.done != reveals
    }

    pub fn is_looking(&self) -> bool {
        self.looks > 0
    }

    /// Whether a row is looked after in this frame.
    pub fn looks(&mut self, reveals: u64) -> bool {
        if self.is_asked(reveals) {
            self.done = reveals;
            self.looks = if self.was_cut { 0 } else { LOOKS };
            self.held_in = self.held.take();
            self.lifted = self.lifted.filter(|_| self.held_in.is_some());
            self.was_cut = false;
            self.is_led = std::mem::take(&mut self.is_next_led);
        }
        let looks = self.is_looking();
        self.looks = self.looks.saturating_sub(1);
        looks
    }

    /// Another table has come. Returns how much lower than it stood in `view` the held row is to stand: as much as it was
    /// lifted for the table before, unless the reader has scrolled since.
    pub fn hold(&mut self, held: &Held, view: Rangef) -> f32 {
        let lifted = self.lifted.take().filter(|lifted| held.is_chosen && (lifted.view - view.min).abs() < 1.0);
        let height = self.held_in.filter(|_| lifted.is_some()).unwrap_or(view.span());
        self.held = held.is_chosen.then_some(height);
        self.was_cut = held.is_chosen && lifted.is_none() && held.bottom > view.max;
        lifted.map_or(0.0, |lifted| lifted.by)
    }

    /// The table begins at its first row, which lifts the held one by so much: above it there is less than before.
    pub fn began_at_top(&mut self, by: f32) {
        if self.held_in.is_some() {
            self.lifted = Some(Lifted { by, view: 0.0 });
        }
    }

    /// Whether the table is held by the row that a step moves passages to.
    pub fn lead(&mut self, is_led: bool) {
        self.is_next_led = is_led;
    }

    /// Whether the row that is looked after comes with such a step.
    pub fn is_led(&self) -> bool {
        self.is_led
    }

    /// The view was scrolled along with rows above it that turned out otherwise.
    pub fn scrolled_along(&mut self, by: f32) {
        self.lifted.iter_mut().for_each(|lifted| lifted.view += by);
    }

    /// Where the view has to begin for `row` to be in sight; `None` where it is.
    pub fn offset(&mut self, row: Rangef, is_laid_out: bool, view: Rangef, height: f32) -> Option<f32> {
        if row.min < view.min {
            return Some(row.min);
        }
        if row.max <= view.max.max(view.min + self.held_in.unwrap_or_default()) {
            return None;
        }
        if !is_laid_out {
            // How high it is shows once it is laid out; by then it is to be wholly in sight.
            return Some((row.min - height / 3.0).max(0.0));
        }
        // The bar at the foot is no part of what is seen.
        let offset = (row.max - view.span()).min(row.min).max(0.0);
        if self.held_in.is_some() {
            let before = self.lifted.map_or(0.0, |lifted| lifted.by);
            self.lifted = Some(Lifted { by: before + offset - view.min, view: offset });
        }
        Some(offset)
    }
}

#[cfg(test)]
mod tests {
    use collation::WitnessKey;
    use collation::span::Span;

    use super::*;

    /// A chosen row that stood there.
    fn chosen(top: f32, bottom: f32) -> Held {
        let row = Anchor { article: WitnessKey(1), span: Span::new(0, 1) };
        Held { row, is_chosen: true, top, bottom }
    }

    #[test]
    fn a_row_that_grows_at_the_foot_is_lifted_and_goes_back_when_that_is_undone() {
        let view = Rangef::new(100.0, 600.0);
        let mut sight = Sight::default();
        assert_eq!(sight.hold(&chosen(500.0, 590.0), view), 0.0);
        assert!(sight.looks(1));
        assert_eq!(sight.offset(Rangef::new(500.0, 620.0), true, view, 500.0), Some(120.0));
        // Rows above turned out 30 points higher.
        sight.scrolled_along(30.0);
        let view = Rangef::new(150.0, 650.0);
        assert_eq!(sight.hold(&chosen(530.0, 650.0), view), 20.0, "undone, it stands where it stood");
        assert_eq!(sight.hold(&chosen(530.0, 620.0), view), 0.0, "once");
    }

    #[test]
    fn a_row_above_which_there_is_too_little_goes_back_when_that_is_undone() {
        let view = Rangef::new(0.0, 500.0);
        let mut sight = Sight::default();
        sight.hold(&chosen(300.0, 400.0), view);
        assert!(sight.looks(1));
        sight.began_at_top(80.0);
        assert_eq!(sight.hold(&chosen(220.0, 320.0), view), 80.0);
        assert_eq!(sight.hold(&chosen(300.0, 400.0), view), 0.0, "once");
    }

    #[test]
    fn what_comes_below_the_table_after_a_step_lifts_no_row() {
        let view = Rangef::new(100.0, 600.0);
        let mut sight = Sight::default();
        sight.hold(&chosen(500.0, 590.0), view);
        assert!(sight.looks(1));
        assert_eq!(sight.offset(Rangef::new(500.0, 590.0), true, Rangef::new(100.0, 564.0), 464.0), None);
        assert!(sight.looks(2));
        assert_eq!(sight.offset(Rangef::new(500.0, 590.0), true, Rangef::new(100.0, 564.0), 464.0), Some(126.0));
    }

    #[test]
    fn a_row_that_was_cut_stays_so_and_one_that_the_reader_scrolled_does_not_go_back() {
        let view = Rangef::new(100.0, 600.0);
        let mut sight = Sight::default();
        sight.hold(&chosen(560.0, 640.0), view);
        assert!(!sight.looks(1), "it was cut before");
        assert!(sight.looks(2), "another one is looked after");
        assert_eq!(sight.offset(Rangef::new(500.0, 620.0), true, view, 500.0), Some(120.0));
        let lower = Rangef::new(120.0, 620.0);
        assert_eq!(sight.hold(&chosen(500.0, 620.0), lower), 0.0, "it was brought into sight, not lifted");
        sight.hold(&chosen(500.0, 590.0), view);
        assert!(sight.looks(3));
        assert_eq!(sight.offset(Rangef::new(500.0, 620.0), true, view, 500.0), Some(120.0));
        assert_eq!(sight.hold(&chosen(500.0, 620.0), Rangef::new(300.0, 800.0)), 0.0);
    }
}
