//! Which figures can be told of the same thing.

use super::figures::{Amount, Bound, Value};

/// Between two sums that are close, as a ratio.
const CLOSE: f64 = 1.25;

/// The same, between a sum and what it is rounded to in another place.
const NEAR: f64 = 1.1;

impl Value {
    /// True where both tell of the same kind of thing.
    pub fn comparable(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Count(_, a), Self::Count(_, b)) => a == b,
            (Self::Money(_, a), Self::Money(_, b)) => a == b,
            (Self::Percent(_) | Self::Share(_), Self::Percent(_) | Self::Share(_))
            | (Self::Date { .. }, Self::Date { .. })
            | (Self::Weekday(_), Self::Weekday(_))
            | (Self::Year(_), Self::Year(_))
            | (Self::Clock { .. }, Self::Clock { .. })
            | (Self::Score(..), Self::Score(..)) => true,
            _ => false,
        }
    }

    /// True for two sums of which neither is a quarter larger than the other: two reports of one sum, likely.
    pub fn is_close(&self, other: &Self) -> bool {
        let (Self::Money(a, _), Self::Money(b, _)) = (self, other) else { return false };
        let (less, more) = (a.number.min(b.number), a.number.max(b.number));
        self.comparable(other) && less > 0.0 && more / less < CLOSE
    }

    /// True where one may stand for the other anywhere in an article: "3 million" cuts "3.6 million" off where both are told of
    /// one thing, and is another sum elsewhere.
    pub fn is_as_good_as(&self, other: &Self) -> bool {
        let is_near = |a: &Amount, b: &Amount| {
            let (less, more) = (a.number.min(b.number), a.number.max(b.number));
            a.bound != Bound::Exact || b.bound != Bound::Exact || more <= less * NEAR
        };
        let is_near = match (self, other) {
            (Self::Count(a, _), Self::Count(b, _))
            | (Self::Money(a, _), Self::Money(b, _))
            | (Self::Percent(a), Self::Percent(b)) => is_near(a, b),
            _ => true,
        };
        is_near && self.agrees(other)
    }

    /// True where both can be told of the same thing: rounded, bounded or less exact ones agree.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Count(a, _), Self::Count(b, _))
            | (Self::Money(a, _), Self::Money(b, _))
            | (Self::Percent(a), Self::Percent(b)) => a.agrees(*b),
            (Self::Share(a), Self::Share(b)) => (a - b).abs() < 0.02,
            (Self::Share(share), Self::Percent(percent)) | (Self::Percent(percent), Self::Share(share)) => {
                (share * 100.0 - percent.number).abs() < 3.0
            }
            (Self::Date { month, day, year }, Self::Date { month: month2, day: day2, year: year2 }) => {
                month == month2 && meets(*day, *day2) && meets(*year, *year2)
            }
            (Self::Weekday(a), Self::Weekday(b)) => a == b,
            (Self::Score(a, b), Self::Score(a2, b2)) => (a, b) == (a2, b2),
            (Self::Year(a), Self::Year(b)) => a == b,
            (Self::Clock { minutes: a, exact, halved }, Self::Clock { minutes: b, exact: exact2, halved: halved2 }) => {
                // A time without a half of the day may be of either, and one told to the hour is within half an hour.
                let round = if halved & halved2 { 1440 } else { 720 };
                let apart = a.abs_diff(*b) % round;
                apart == 0 || (!(exact & exact2) && !(30..=round - 30).contains(&apart))
            }
            _ => true,
        }
    }
}

fn meets<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> bool {
    a.is_none() || b.is_none() || a == b
}

impl Amount {
    fn agrees(self, other: Self) -> bool {
        let (a, b) = (self.number, other.number);
        let near = |share: f64| (a - b).abs() <= share * a.abs().max(b.abs());
        let holds = |bound: Bound, limit: f64, number: f64| match bound {
            Bound::AtLeast => number >= limit * 0.995,
            Bound::AtMost => number <= limit * 1.005,
            Bound::About | Bound::Exact => false,
        };
        near(1e-9)
            || rounds_to(a, b)
            || rounds_to(b, a)
            || holds(self.bound, a, b)
            || holds(other.bound, b, a)
            || ((self.bound == Bound::About || other.bound == Bound::About) && near(0.1))
    }
}

/// True where `rounded` is `number` with fewer digits, rounded or cut off. A number under a thousand
/// without decimals is never taken for a rounded one, except to whole units.
fn rounds_to(number: f64, rounded: f64) -> bool {
    let mut step = if rounded.fract() == 0.0 { 1.0 } else { 0.1 };
    if rounded >= 1000.0 {
        while step < rounded && rounded % (step * 10.0) == 0.0 {
            step *= 10.0;
        }
    }
    if rounded.fract() != 0.0 && ((rounded * 10.0).fract()).abs() > 1e-9 {
        return false;
    }
    let scaled = number / step;
    let target = rounded / step;
    (scaled.round() - target).abs() < 1e-6 || (scaled.floor() - target).abs() < 1e-6
}
