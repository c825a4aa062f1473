//! Coverage: the order of telling.

use egui::{Key, Modifiers};

use super::harness::{Window, sample};

#[test]
fn the_number_of_the_chosen_statement_stands_at_both_ends_of_its_line() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num3);
    let readings: Vec<usize> =
        window.app().sheet().events[0].rows.iter().map(collation::sheet::SheetRow::readings).collect();
    for (at, _) in readings.iter().enumerate().take(9).filter(|(_, readings)| **readings > 1) {
        let number = (at + 1).to_string();
        window.click(&format!("Statement {number}: "));
        let chart = window.rect("Order of telling: where each article has each statement");
        let found: Vec<_> = window.painted(chart).into_iter().filter(|one| one.words == number).collect();
        assert_eq!(found.len(), 2, "{number}: {found:?}");
        assert!((found[0].rect.center().x - found[1].rect.center().x).abs() > 60.0, "{number}: {found:?}");
        let others = window.painted(chart).into_iter().filter(|one| one.words.parse::<usize>().is_ok());
        let others: Vec<_> = others.filter(|one| one.words != number).collect();
        for mine in &found {
            let over = others.iter().find(|other| other.rect.shrink(2.5).intersects(mine.rect.shrink(2.5)));
            assert!(over.is_none(), "{mine:?} under {over:?}");
        }
    }
}
