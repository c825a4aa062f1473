//! What signs and marks mean, said when they are pointed at.

use egui::{Event, Key, Modifiers, Pos2};

use super::harness::{Window, sample};

/// Lets the time go by in which a tooltip comes.
fn rest(window: &mut Window) {
    (0..4).for_each(|_| window.step());
    std::thread::sleep(std::time::Duration::from_millis(600));
    (0..4).for_each(|_| window.step());
}

/// Moves the pointer there and lets it rest; returns the words that came.
fn pointed_at(window: &mut Window, at: Pos2) -> Vec<String> {
    let before: Vec<String> = window.texts().into_iter().map(|text| text.words).collect();
    for step in [Pos2::new(at.x - 1.0, at.y), at] {
        window.harness.event(Event::PointerMoved(step));
        window.step();
    }
    rest(window);
    window.texts().into_iter().map(|text| text.words).filter(|words| !before.contains(words)).collect()
}

#[test]
fn chips_dots_voices_and_marked_words_say_what_they_mean() {
    let mut window = Window::opening(sample("halden-bridge"));
    let chip = window.rect("Cut").center();
    let said = pointed_at(&mut window, chip);
    assert!(said.iter().any(|words| words.starts_with("Statements that quote the same words")), "{said:?}");
    let band = window.rect("Statement 2: ");
    let said = pointed_at(&mut window, Pos2::new(band.right() - 30.0, band.center().y));
    assert!(said.iter().any(|words| words.contains("Reported in ")), "{said:?}");
    let voice = window.texts().into_iter().find(|text| text.words == "paraphrased").expect("a voice").rect.center();
    let said = pointed_at(&mut window, voice);
    assert!(said.iter().any(|words| words.contains("In the outlet’s own words")), "{said:?}");
    let tint = parallax::theme::LIGHT.t_rew;
    let reworded = window.rects(tint).into_iter().find(|rect| rect.left() > 230.0).expect("reworded words").center();
    let said = pointed_at(&mut window, reworded);
    assert!(said.iter().any(|words| words == parallax::panels::legend::explanation(parallax::marks::Mark::Reworded)));
}

#[test]
fn a_sign_and_a_mark_say_what_was_found() {
    let mut window = Window::opening(sample("halden-bridge"));
    let sign = window.texts().into_iter().find(|text| text.words == "cut").expect("a row with a cut").rect.center();
    let said = pointed_at(&mut window, sign);
    assert!(
        said.iter()
            .any(|words| words
                .contains("\nA · Only two words of the quotation are kept; left out: We closed the bridge as")),
        "{said:?}"
    );
    let is_place = |rect: &egui::Rect| rect.left() > 230.0 && rect.width() < 40.0;
    let place = window.rects(parallax::theme::LIGHT.t_cut).into_iter().find(is_place).expect("a place in a cell");
    let said = pointed_at(&mut window, place.center());
    assert!(
        said.iter().any(|words| words.starts_with("Only two words of the quotation are kept; left out: ")),
        "{said:?}"
    );
}

#[test]
fn what_is_not_found_and_the_signs_of_coverage_say_what_they_mean() {
    let mut window = Window::opening(sample("halden-bridge"));
    let absent = window.texts().into_iter().find(|text| text.words == "not found").expect("one").rect.center();
    let said = pointed_at(&mut window, absent);
    assert!(said.iter().any(|words| words.contains("No passage of this article")), "{said:?}");
    window.key(Modifiers::NONE, Key::Num3);
    let is_count = |words: &str| words.ends_with(" of 4") && !words.starts_with('¶');
    let count = window.texts().into_iter().find(|text| is_count(&text.words)).expect("a count").rect.center();
    let said = pointed_at(&mut window, count);
    assert!(said.iter().any(|words| words.contains("Reported in ")), "{said:?}");
    let name = window.app().sheet().articles[0].witness.name().to_owned();
    let heads = window.texts().into_iter().filter(|text| text.words == name && text.rect.left() > 500.0);
    let head = heads.min_by(|a, b| a.rect.top().total_cmp(&b.rect.top())).expect("its head").rect;
    let said = pointed_at(&mut window, Pos2::new(head.center().x, head.center().y + 23.0));
    assert!(said.iter().any(|words| words.contains("a tick where each")), "{said:?}");
    let row = window.app().sheet().events[0].rows.iter().find(|row| row.needs_look()).expect("a doubtful row").number;
    let titles = window.rect(&format!("Statement {row}: "));
    let said = pointed_at(&mut window, Pos2::new(titles.right() - 18.0, titles.center().y));
    assert!(said.iter().any(|words| words.starts_with("Statements whose passages may not")), "{said:?}");
}

#[test]
fn no_tooltip_comes_while_the_pointer_rests() {
    let mut window = Window::opening(sample("halden-bridge"));
    let chip = window.rect("Cut").center();
    assert!(!pointed_at(&mut window, chip).is_empty(), "it was pointed at");
    window.key(Modifiers::NONE, Key::ArrowDown);
    rest(&mut window);
    let is_there = |window: &Window| window.texts().iter().any(|text| text.words.starts_with("Statements that quote"));
    assert!(!is_there(&window), "the reader goes on by key");
    pointed_at(&mut window, chip + egui::vec2(2.0, 0.0));
    assert!(is_there(&window), "the pointer has moved");
}
