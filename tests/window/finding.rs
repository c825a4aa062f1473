//! Search: its hits come in the order in which the view shows them, and the chosen statement stays in sight.

use collation::sheet::SheetRow;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use parallax::clipboard::Pasted;
use parallax::picker::Picked;
use parallax::view::Sort;

use super::corrections::event;
use super::harness::{Window, sample};

fn search(window: &mut Window, words: &str) {
    window.key(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in all articles").type_text(words);
    window.settle();
}

/// Row and column of the chosen cell.
fn chosen(window: &Window) -> (usize, usize) {
    let selection = &window.app().view().selection;
    let rows = &window.app().sheet().events[window.app().view().event].rows;
    let row = rows.iter().position(|row| Some(row.anchor) == selection.current).expect("a row is chosen");
    (row, selection.column.expect("a column is chosen"))
}

fn chosen_row(window: &Window) -> usize {
    let rows = &event(window).rows;
    rows.iter().position(|row| Some(row.anchor) == window.app().view().selection.current).expect("a row is chosen")
}

#[test]
fn hits_come_in_the_order_of_the_rows_and_begin_at_the_chosen_one() {
    for view in [Key::Num1, Key::Num3] {
        let mut window = Window::opening(sample("halden-bridge"));
        window.key(Modifiers::NONE, view);
        search(&mut window, "bridge");
        let mut found = Vec::new();
        for step in 1..=12 {
            window.key(Modifiers::NONE, Key::F3);
            found.push(chosen(&window));
            let all = window.texts();
            let said = format!("{step} of ");
            assert!(all.iter().any(|one| one.words.starts_with(&said)), "the field does not say {said}");
        }
        assert!(found.is_sorted(), "the table jumps: {found:?}");
        assert!(found.first() != found.last());
        window.key(Modifiers::SHIFT, Key::F3);
        assert_eq!(chosen(&window), found[10]);
        window.key(Modifiers::NONE, Key::Escape);
        window.key(Modifiers::NONE, Key::Home);
        // A statement that the search leaves in the list; for another one the nearest stands in.
        while chosen(&window).0 < found[6].0 {
            window.key(Modifiers::NONE, Key::ArrowDown);
        }
        let (from, _) = chosen(&window);
        search(&mut window, "bridge");
        window.key(Modifiers::NONE, Key::F3);
        assert!(chosen(&window).0 >= from, "it begins at row {from}: {:?}", chosen(&window));
        window.key(Modifiers::SHIFT, Key::F3);
        assert!(chosen(&window).0 <= from.max(1), "and goes back from there: {:?}", chosen(&window));
    }
}

#[test]
fn a_search_goes_on_from_the_chosen_statement_where_it_leaves_that_out_and_says_where_it_begins_anew() {
    for sort in [Sort::BaseOrder, Sort::Coverage] {
        for step in [Modifiers::NONE, Modifiers::SHIFT] {
            let mut window = Window::opening(sample("halden-bridge"));
            if sort != Sort::BaseOrder {
                window.click("Order of rows");
                window.harness.get_by_label("Coverage").click();
                window.settle();
            }
            let rows = event(&window).rows.clone();
            let order: Vec<usize> = window.app().view().in_order(event(&window));
            let has = |row: &SheetRow| {
                let texts = row
                    .cells
                    .iter()
                    .zip(&window.app().sheet().articles)
                    .filter_map(|(cell, article)| Some(cell.as_ref()?.text(article)));
                texts.chain([row.title.clone()]).any(|text| text.to_lowercase().contains("ferry"))
            };
            // The nearest listed one stands above this one, and others below.
            let found: Vec<bool> = order.iter().map(|&at| has(&rows[at])).collect();
            let last = found.iter().rposition(|found| *found).unwrap();
            let mut above = (1..last).filter(|&at| found[at - 1] && !found[at] && !found[at + 1]);
            let Some(at) = above.next_back() else { panic!("no such statement in the order {sort:?}") };
            (0..=at).for_each(|_| window.key(Modifiers::NONE, Key::ArrowDown));
            assert_eq!(chosen_row(&window), order[at]);
            search(&mut window, "ferry");
            window.key(step, Key::F3);
            let rank = |window: &Window| order.iter().position(|&row| row == chosen_row(window)).unwrap();
            assert!(!window.has("went on from"), "{:?}", window.names("went on"));
            if step.shift {
                assert!(rank(&window) < at, "back from {at}: {}", rank(&window));
            } else {
                assert!(rank(&window) > at, "on from {at}: {}", rank(&window));
            }
            // Around, until it begins anew.
            let said =
                if step.shift { "search went on from the last place" } else { "search went on from the first place" };
            let mut before = rank(&window);
            for _ in 0..40 {
                window.key(step, Key::F3);
                let now = rank(&window);
                let is_anew = if step.shift { now > before } else { now < before };
                assert_eq!(window.has(said), is_anew, "from {before} to {now}");
                before = now;
                if is_anew {
                    break;
                }
            }
            assert!(window.has(said));
            window.key(step, Key::F3);
            assert!(!window.has(said), "the next step says nothing of it");
        }
    }
}

#[test]
fn the_words_of_a_search_are_kept_for_the_keys_that_go_on_and_proposed_for_the_next() {
    let mut window = Window::opening(sample("halden-bridge"));
    search(&mut window, "ferry");
    window.key(Modifiers::NONE, Key::F3);
    let first = chosen(&window);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.app().view().search.is_empty());
    window.key(Modifiers::NONE, Key::F3);
    assert_eq!(window.app().view().search, "ferry");
    assert_eq!(chosen(&window), first, "from the chosen row on");
    window.key(Modifiers::NONE, Key::F3);
    assert!(chosen(&window) > first);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::SHIFT, Key::F3);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::COMMAND, Key::F);
    assert_eq!(window.app().view().search, "ferry", "proposed");
    window.harness.get_by_label("Find in all articles").type_text("bridge");
    window.settle();
    assert_eq!(window.app().view().search, "bridge", "and written over");
}

#[test]
fn a_speaker_filter_says_how_many_it_lists_and_keeps_the_choice_among_them() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let rows = event(&window).rows.clone();
    let number = rows.len();
    window.click("Filter");
    let speaker = window.names("Speaker: ").into_iter().find(|name| name.contains("Bert Haddow")).unwrap();
    let listed: usize = speaker.rsplit(' ').next().unwrap().parse().unwrap();
    window.key(Modifiers::NONE, Key::Escape);
    // One that the filter hides, with a column.
    let hidden = rows.iter().position(|row| !row.speakers().iter().any(|name| name.contains("Haddow"))).unwrap();
    (0..=hidden).for_each(|_| window.key(Modifiers::NONE, Key::ArrowDown));
    window.key(Modifiers::NONE, Key::ArrowRight);
    let before = window.app().view().selection.clone();
    window.click("Filter");
    window.click(&speaker);
    assert!(window.has(&format!("{listed} of {number} statements")), "{:?}", window.names(" statements"));
    let (row, _) = chosen(&window);
    assert!(rows[row].speakers().iter().any(|name| name.contains("Haddow")), "{} is not listed", rows[row].number);
    assert!(window.has(&format!("Statement {}: ", row + 1)), "and it is in sight");
    let is_on = |window: &Window, name: &str| {
        window.harness.get_by_label(name).accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(!is_on(&window, "All"));
    for size in [[1440.0, 900.0], [900.0, 600.0], [640.0, 480.0], [500.0, 480.0]] {
        window.harness.set_size(size.into());
        window.settle();
        let end = window.texts().into_iter().find(|one| one.words == "×").expect("what lets go of it");
        assert!(end.rect.right() < end.clip.right() && end.rect.right() < size[0], "{end:?} at {size:?}");
    }
    window.harness.set_size(egui::vec2(1440.0, 900.0));
    window.settle();
    search(&mut window, "drivers");
    let said = format!("of {listed} listed statements match “drivers” · {number} in all");
    assert!(window.has(&said), "{:?}", window.names(" match "));
    window.key(Modifiers::NONE, Key::Escape);
    window.harness.get_by_label("All").click();
    window.settle();
    assert!(is_on(&window, "All") && window.app().view().speaker.is_none());
    assert_eq!(window.app().view().selection, before, "what was chosen is chosen again");
}

#[test]
fn a_list_begins_at_its_first_row_where_nothing_is_chosen() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let first = event(&window).rows.iter().find(|row| row.is_lone()).unwrap().number;
    window.harness.get_by_label("Only one outlet").click();
    window.settle();
    assert!(window.rect(&format!("Statement {first}: ")).top() < 200.0);
    window.key(Modifiers::NONE, Key::End);
    window.harness.get_by_label("All").click();
    window.settle();
    window.key(Modifiers::NONE, Key::Home);
    assert!(window.has("Statement 1: "));
}

#[test]
fn each_event_keeps_what_was_chosen_in_it() {
    let mut window = Window::opening(Vec::new());
    window.click("Try the sample to begin");
    let mut left = Vec::new();
    for event in 0..3 {
        (0..12 + event).for_each(|_| window.key(Modifiers::NONE, Key::ArrowDown));
        window.key(Modifiers::NONE, Key::ArrowRight);
        left.push(window.app().view().selection.clone());
        window.key(Modifiers::COMMAND, Key::PageDown);
    }
    for before in left {
        assert_eq!(window.app().view().selection, before, "event {}", window.app().view().event);
        let row = event(&window).rows.iter().find(|row| Some(row.anchor) == before.current).unwrap();
        let band = window.rect(&format!("Statement {}: ", row.number));
        assert!(band.height() > 10.0 && band.bottom() < 870.0, "statement {} lies at {band:?}", row.number);
        window.key(Modifiers::COMMAND, Key::PageDown);
    }
    // A choice that a filter hides by now has a stand-in there too.
    window.key(Modifiers::NONE, Key::Home);
    assert!(!event(&window).rows[chosen(&window).0].is_lone());
    window.key(Modifiers::COMMAND, Key::PageDown);
    window.harness.get_by_label("Only one outlet").click();
    window.settle();
    window.key(Modifiers::COMMAND, Key::PageUp);
    assert!(event(&window).rows[chosen(&window).0].is_lone());
}

#[test]
fn the_chosen_statement_stays_in_sight_after_a_search_and_another_order_begins_at_its_top() {
    let mut window = Window::opening(sample("halden-bridge"));
    search(&mut window, "bridge");
    window.key(Modifiers::SHIFT, Key::F3);
    let number = chosen(&window).0 + 1;
    let name = format!("Statement {number}: ");
    assert!(number > 20, "far down: {number}");
    let in_sight = |window: &Window| window.has(&name) && window.rect(&name).bottom() < 870.0;
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.app().view().search.is_empty() && in_sight(&window), "after the search");
    for order in ["Biggest difference", "Base order"] {
        window.click("Order of rows");
        window.harness.get_by_label(order).click();
        window.settle();
        let app = window.app();
        let event = &app.sheet().events[0];
        let first = event.rows[app.view().in_order(event)[0]].number;
        let top = window.rect(&format!("Statement {first}: ")).top();
        assert!(top < 160.0, "what comes first in the order {order} is seen first: {top}");
        assert_eq!(chosen(&window).0 + 1, number, "it is still chosen");
    }
    window.key(Modifiers::NONE, Key::Num3);
    search(&mut window, "bridge");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(in_sight(&window), "in Coverage");
}

#[test]
fn a_doubtful_statement_is_wholly_in_sight_when_a_key_goes_to_it() {
    let mut window = Window::opening(Vec::new());
    window.click("Try the sample to begin");
    window.key(Modifiers::COMMAND, Key::PageDown);
    for _ in 0..6 {
        window.key(Modifiers::NONE, Key::N);
        let view = window.app().view();
        let rows = &window.app().sheet().events[view.event].rows;
        let row = rows.iter().find(|row| Some(row.anchor) == view.selection.current).expect("one is chosen");
        let band = window.rect(&format!("Statement {}: ", row.number));
        let cells =
            window.texts().into_iter().filter(|painted| painted.rect.left() > 224.0 && painted.rect.right() < 1142.0);
        let below =
            cells.filter(|painted| painted.rect.top() > band.bottom() && painted.rect.top() < band.bottom() + 60.0);
        let cut: Vec<_> = below.filter(|painted| painted.rect.bottom() > painted.clip.bottom()).collect();
        let is_higher_than_the_grid = band.top() < 180.0;
        assert!(cut.is_empty() || is_higher_than_the_grid, "statement {}: {cut:?}", row.number);
    }
}

#[test]
fn the_last_statement_is_read_where_its_only_passage_is_in_a_column_that_was_scrolled_away() {
    let size = [1200.0, 800.0];
    let mut paths = sample("lindmoor-fares");
    paths.sort();
    let mut window = Window::with(Picked::Cancelled, Pasted::default(), paths, size, egui::Theme::Light);
    let rows = window.app().sheet().events[0].rows.clone();
    let last = rows.last().unwrap();
    let column = last.cells.iter().position(Option::is_some).unwrap();
    let article = std::sync::Arc::clone(&window.app().sheet().articles[column]);
    window.key(Modifiers::NONE, Key::End);
    let words = article.witness.text.slice(last.cells[column].as_ref().unwrap().passages[0].span).to_owned();
    let first: String = words.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    let is_read = window
        .texts()
        .iter()
        .any(|one| one.rect.left() > 224.0 && one.rect.right() < 920.0 && one.words.starts_with(&first));
    assert!(last.is_lone() && is_read, "{first} in column {column} is out of sight");
}

#[test]
fn a_hit_in_another_event_is_in_sight_without_another_key() {
    let mut window = Window::opening(Vec::new());
    window.click("Try the sample to begin");
    window.key(Modifiers::NONE, Key::End);
    search(&mut window, "said");
    // From the last hit of this event on to the first one of the next.
    window.key(Modifiers::NONE, Key::End);
    let before = window.app().view().event;
    for _ in 0..40 {
        window.harness.key_press_modifiers(Modifiers::NONE, Key::F3);
        // The key, and the list of the other event.
        window.harness.step();
        window.harness.step();
        if window.app().view().event != before {
            break;
        }
    }
    assert_ne!(window.app().view().event, before);
    // Two frames are enough, and only one that was asked for comes.
    for _ in 0..2 {
        assert!(window.harness.ctx.has_requested_repaint(), "nothing would bring it into sight");
        window.harness.step();
    }
    let row = event(&window).rows.iter().find(|row| Some(row.anchor) == window.app().view().selection.current).unwrap();
    let name = format!("Statement {}: ", row.number);
    assert!(window.has(&name) && window.rect(&name).height() > 10.0, "statement {} is out of sight", row.number);
}
