//! Figures of agreement between two readers who decide the same yes-or-no questions.

/// How often two readers said yes and no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Both said yes.
    pub both: usize,
    pub only_mine: usize,
    pub only_theirs: usize,
    /// All questions, those included to which both said no.
    pub questions: usize,
}

impl Agreement {
    /// Share of the other reader's yes that is mine too; `None` where that reader never said yes.
    pub fn precision(self) -> Option<f64> {
        share(self.both, self.both + self.only_theirs)
    }

    /// Share of my yes that is the other reader's too; `None` where I never said yes.
    pub fn recall(self) -> Option<f64> {
        share(self.both, self.both + self.only_mine)
    }

    /// Harmonic mean of the two; the same whoever is asked first. `None` where nobody said yes.
    pub fn f1(self) -> Option<f64> {
        share(2 * self.both, 2 * self.both + self.only_mine + self.only_theirs)
    }

    /// Krippendorff's alpha for nominal data, two readers and no missing answers: 1 is perfect, 0 is
    /// chance. `None` where all answers are the same, for then there is nothing to agree on.
    ///
    /// Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section A.
    pub fn alpha(self) -> Option<f64> {
        let answers = 2 * self.questions;
        let yes = 2 * self.both + self.only_mine + self.only_theirs;
        let no = answers.checked_sub(yes)?;
        if yes == 0 || no == 0 {
            return None;
        }
        let observed = (self.only_mine + self.only_theirs) as f64 / self.questions as f64;
        let expected = 2.0 * yes as f64 * no as f64 / (answers as f64 * (answers - 1) as f64);
        Some(1.0 - observed / expected)
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn figures_are_those_of_the_books() {
        // Krippendorff (2011), section A: two observers, ten units, alpha = 0.095.
        let mine = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
        let theirs = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
        let count = |a, b| mine.iter().zip(&theirs).filter(|&(&x, &y)| (x, y) == (a, b)).count();
        let agreement =
            Agreement { both: count(1, 1), only_mine: count(1, 0), only_theirs: count(0, 1), questions: mine.len() };
        assert!((agreement.alpha().unwrap() - 0.095).abs() < 0.0005, "{:?}", agreement.alpha());
        assert_eq!(agreement.precision(), Some(0.25));
        assert_eq!(agreement.recall(), Some(0.5));
        assert_eq!(agreement.f1(), Some(1.0 / 3.0));
    }

    #[test]
    fn where_there_is_nothing_to_say_nothing_is_said() {
        let nobody = Agreement { questions: 10, ..Agreement::default() };
        assert_eq!((nobody.precision(), nobody.recall(), nobody.f1(), nobody.alpha()), (None, None, None, None));
        let always = Agreement { both: 10, questions: 10, ..Agreement::default() };
        assert_eq!((always.f1(), always.alpha()), (Some(1.0), None));
        let perfect = Agreement { both: 5, questions: 10, ..Agreement::default() };
        assert_eq!(perfect.alpha(), Some(1.0));
        assert_eq!(Agreement::default().alpha(), None);
    }

    proptest! {
        #[test]
        fn figures_are_bounded_and_do_not_ask_who_is_first(
            both in 0usize..50, mine in 0usize..50, theirs in 0usize..50, none in 0usize..50
        ) {
            let questions = both + mine + theirs + none;
            let one = Agreement { both, only_mine: mine, only_theirs: theirs, questions };
            let other = Agreement { only_mine: theirs, only_theirs: mine, ..one };
            prop_assert_eq!((one.f1(), one.alpha()), (other.f1(), other.alpha()));
            prop_assert_eq!(one.precision(), other.recall());
            for figure in [one.precision(), one.recall(), one.f1()].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&figure));
            }
            if let Some(alpha) = one.alpha() {
                prop_assert!((-1.0..=1.0).contains(&alpha), "{}", alpha);
                prop_assert_eq!(alpha == 1.0, mine + theirs == 0);
            }
        }
    }
}
