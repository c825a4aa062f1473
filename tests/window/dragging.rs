//! What the mouse alone does: drops of passages, rows, articles and events, and the menus of the other
//! button.

use collation::ruling::Ruling;
use collation::sheet::SheetRow;
use collation::span::Span;
use egui::{Key, Modifiers, Pos2, pos2, vec2};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::corrections::{event, passage, row_with, rulings, shared_row};
use super::harness::{Window, sample};

/// Centre of the cell that holds this text.
fn cell(window: &Window, text: &str) -> Pos2 {
    let found = window.harness.query_all_by(|node| node.value().as_deref() == Some(text)).next();
    found.expect("the cell is shown").rect().center()
}

fn band(number: usize) -> String {
    format!("Statement {number}: ")
}

/// The sample's three events, all articles in one window.
fn three_events() -> Window {
    let mut window = Window::opening(Vec::new());
    window.click("Try the sample to begin");
    assert_eq!(window.app().sheet().events.len(), 3);
    window
}

fn outlets(window: &Window) -> Vec<String> {
    window.app().project().articles().iter().map(|article| article.witness.name().to_owned()).collect()
}

#[test]
fn a_passage_dropped_between_rows_has_a_row_of_its_own() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, _, column) = shared_row(&window, 1);
    let text = passage(&window, &row, column);
    let from = cell(&window, &text);
    let edge = window.rect(&band(row.number + 1)).left_top() + vec2(400.0, 0.0);
    window.drag(from, edge);
    assert!(matches!(rulings(&window), [Ruling::Part { .. }, Ruling::Pin { .. }]), "{:?}", rulings(&window));
    let now = row_with(&window, column, &text).expect("the passage is still there");
    assert!(now.is_lone(), "nothing joins it by itself");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(row_with(&window, column, &text).map(|row| row.anchor), Some(row.anchor), "one step");
}

#[test]
fn a_passage_dropped_on_nothing_leaves_its_row_and_one_dropped_on_its_own_row_stays() {
    // High enough for all statements with a cut and nothing below them.
    let (picked, size) = (Picked::Cancelled, [1440.0, 2600.0]);
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light);
    window.click("Cut");
    let has_one = |row: &&SheetRow| row.cells.iter().flatten().last().is_some_and(|cell| cell.passages.len() == 1);
    let cut = event(&window).rows.iter().filter(|row| row.has(collation::contrast::ContrastKind::Cut));
    let row = cut.into_iter().find(has_one).unwrap().clone();
    let column = row.cells.iter().rposition(Option::is_some).unwrap();
    let text = passage(&window, &row, column);
    let from = cell(&window, &text);
    let own = window.rect(&band(row.number)).center();
    window.drag(from, own);
    assert!(rulings(&window).is_empty(), "{:?}", rulings(&window));
    // Below the statements, and beside the table on the list of articles.
    for nothing in [pos2(600.0, 2500.0), pos2(60.0, 2000.0)] {
        window.drag(from, nothing);
        assert!(matches!(rulings(&window), [Ruling::Part { .. }]), "{nothing:?}: {:?}", rulings(&window));
        window.key(Modifiers::COMMAND, Key::Z);
        assert!(rulings(&window).is_empty());
    }
}

/// The passages of a row in one column.
fn spans(row: &SheetRow, column: usize) -> Vec<Span> {
    row.cells[column].iter().flat_map(|cell| &cell.passages).map(|passage| passage.span).collect()
}

/// Two near rows that share a passage, and a column in which the first has one passage, beside yet another column that
/// is its own: the second has none of both.
fn rows_with_a_common_passage(window: &Window) -> Option<(SheetRow, SheetRow, usize)> {
    let rows = &event(window).rows;
    let pairs = rows.iter().flat_map(|old| rows.iter().map(move |new| (old, new)));
    let near = pairs.filter(|(old, new)| old.anchor != new.anchor && old.number.abs_diff(new.number) <= 3);
    near.filter(|(old, new)| old.number < 12 && new.number < 12).find_map(|(old, new)| {
        let shares = |column: &usize| spans(old, *column).iter().any(|span| spans(new, *column).contains(span));
        let columns: Vec<usize> = (0..old.cells.len()).filter(|&column| old.cells[column].is_some()).collect();
        let own: Vec<usize> = columns.iter().copied().filter(|column| !shares(column)).collect();
        let moved = own.iter().copied().find(|&column| spans(old, column).len() == 1)?;
        (own.len() > 1 && own.len() < columns.len()).then(|| (old.clone(), new.clone(), moved))
    })
}

#[test]
fn a_passage_leaves_a_pinned_row_for_one_that_shares_another_passage_with_it() {
    let (picked, size) = (Picked::Cancelled, [1440.0, 2600.0]);
    let mut window = Window::with(picked, Pasted::default(), sample("halden-bridge"), size, egui::Theme::Light);
    let (old, new, column) = rows_with_a_common_passage(&window).expect("two rows with a common passage");
    window.right_click(&band(old.number));
    window.click("Pin or unpin");
    let text = passage(&window, &old, column);
    let (from, to) = (cell(&window, &text), window.rect(&band(new.number)).center());
    window.drag(from, to);
    assert!(
        matches!(rulings(&window), [Ruling::Pin { .. }, Ruling::Part { .. }, Ruling::Link { .. }]),
        "{:?}",
        rulings(&window)
    );
    let moved = spans(&old, column)[0];
    let holds = |row: &&SheetRow| spans(row, column).contains(&moved);
    let holding: Vec<&SheetRow> = event(&window).rows.iter().filter(holds).collect();
    let [now] = holding.as_slice() else { panic!("it is in {} rows", holding.len()) };
    let others =
        |row: &SheetRow| (0..row.cells.len()).filter(|&other| other != column).map(|it| spans(row, it)).collect();
    let (before, after): (Vec<Vec<Span>>, Vec<Vec<Span>>) = (others(&new), others(now));
    assert_eq!(after, before, "it stands in the row it was dropped on");
    let pinned: Vec<&SheetRow> = event(&window).rows.iter().filter(|row| row.pinned).collect();
    let [pinned] = pinned.as_slice() else { panic!("{} rows are pinned", pinned.len()) };
    assert_eq!(others(pinned), others(&old), "what is left stays pinned");
    assert_eq!(window.app().view().selection.current, Some(now.anchor), "{:?}", window.app().messages());
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(matches!(rulings(&window), [Ruling::Pin { .. }]), "one step");
}

#[test]
fn a_row_dropped_on_a_row_joins_them() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (first, ..) = shared_row(&window, 0);
    let (second, ..) = shared_row(&window, 1);
    let (from, to) = (window.rect(&band(second.number)).center(), window.rect(&band(first.number)).center());
    window.drag(from, to);
    let [Ruling::Link { passages }] = rulings(&window) else { panic!("{:?}", rulings(&window)) };
    assert!(passages.contains(&first.anchor) && passages.contains(&second.anchor));
    let holds = |row: &SheetRow| {
        let spans: Vec<_> = row.cells[0].iter().flat_map(|cell| &cell.passages).map(|passage| passage.span).collect();
        spans.contains(&first.anchor.span) && spans.contains(&second.anchor.span)
    };
    let joined = event(&window).rows.iter().find(|row| holds(row)).expect("both stand in one row now");
    assert_eq!(window.app().view().selection.current, Some(joined.anchor), "it is chosen");
}

#[test]
fn articles_are_dragged_within_their_event_and_to_another_one() {
    let mut window = three_events();
    let before = outlets(&window);
    let (a, b) = (format!("Article A, {}", before[0]), format!("Article B, {}", before[1]));
    let (from, to) = (window.rect(&b).center(), window.rect(&a).center());
    window.drag(from, to);
    assert_eq!(outlets(&window)[..2], [before[1].clone(), before[0].clone()], "the columns change places");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(outlets(&window), before);
    let members = |window: &Window| -> Vec<usize> {
        window.app().sheet().events.iter().map(|event| event.members.len()).collect()
    };
    let of_events = members(&window);
    let to = window.rect("Event 2: ").center();
    let from = window.rect(&b).center();
    window.drag(from, to);
    let now = members(&window);
    assert_eq!((now[0], now[1]), (of_events[0] - 1, of_events[1] + 1), "{of_events:?}");
    assert!(matches!(rulings(&window), [Ruling::Move { .. }]));
}

#[test]
fn an_article_moved_by_a_menu_comes_last_in_its_new_event_and_gives_it_no_name() {
    let title = |window: &Window| window.names("Event 2: ").into_iter().next().expect("the second event");
    for by_key in [true, false] {
        let mut window = three_events();
        let (name, before) = (outlets(&window)[0].clone(), title(&window));
        let size = window.app().sheet().events[1].members.len();
        if by_key {
            window.key(Modifiers::NONE, Key::ArrowDown);
            window.key(Modifiers::NONE, Key::ArrowRight);
            window.key(Modifiers::NONE, Key::M);
            let choice = window.names("Event 2: ").into_iter().find(|name| name.ends_with(')'));
            window.click(&choice.expect("the other event is offered"));
        } else {
            window.right_click(&format!("Article A, {name}"));
            window.click("Move to event");
            window.click("Event 2: ");
        }
        let moved = &window.app().sheet().events[1];
        assert_eq!(moved.members.len(), size + 1, "by key: {by_key}");
        let last = &window.app().sheet().articles[moved.members[size]].witness;
        assert_eq!((last.name(), moved.base), (name.as_str(), 0));
        assert_eq!(title(&window), before);
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(outlets(&window)[0], name, "one step");
    }
}

#[test]
fn an_event_dropped_on_another_one_is_the_same() {
    let mut window = three_events();
    let (from, to) = (window.rect("Event 2: ").center(), window.rect("Event 1: ").center());
    window.drag(from, to);
    assert_eq!(window.app().sheet().events.len(), 2);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.app().sheet().events.len(), 3, "one step");
}

#[test]
fn the_menu_of_a_cell_corrects_it() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, _, column) = shared_row(&window, 0);
    let outlet = window.app().sheet().articles[event(&window).members[column]].witness.name().to_owned();
    let name = window.names(&format!("{outlet}, ")).into_iter().find(|name| name.contains("paragraph")).unwrap();
    window.right_click(&name);
    assert_eq!(window.app().view().selection.current, Some(row.anchor), "the menu is about the cell under it");
    window.click("Split passage off");
    assert!(matches!(rulings(&window), [Ruling::Part { .. }]), "{:?}", rulings(&window));
}

#[test]
fn the_menus_of_band_article_and_event_do_what_they_say() {
    let mut window = three_events();
    window.right_click(&band(1));
    window.click("Pin or unpin");
    assert!(event(&window).rows[0].pinned || matches!(rulings(&window), [Ruling::Pin { .. }]));
    window.key(Modifiers::COMMAND, Key::Z);
    let name = outlets(&window)[1].clone();
    window.right_click(&format!("Article B, {name}"));
    window.click("Make base");
    assert_eq!(event(&window).base, 1);
    window.right_click(&format!("Article B, {name}"));
    window.click("Close article");
    assert!(!outlets(&window).contains(&name));
    window.right_click("Event 1: ");
    window.click("Join with event 2: ");
    assert_eq!(window.app().sheet().events.len(), 2);
}

#[test]
fn the_menu_of_a_read_text_sets_it_aside() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num2);
    let outlet = outlets(&window)[0].clone();
    window.right_click(&format!("{outlet}, paragraph 2"));
    window.click("Set aside");
    assert!(matches!(rulings(&window), [Ruling::SetAside { .. }]), "{:?}", rulings(&window));
}

#[test]
fn a_drag_shows_where_it_lands_and_its_label_stays_in_the_window() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, _, column) = shared_row(&window, 1);
    let from = cell(&window, &passage(&window, &row, column));
    let (target, ..) = shared_row(&window, 0);
    let accent = parallax::theme::tokens(&window.harness.ctx).accent;
    let to = window.rect(&band(target.number));
    window.drag_over(from, to.center());
    let rings = window.rects(accent);
    assert!(rings.iter().any(|ring| ring.contains_rect(to.shrink(2.0)) && ring.height() > to.height()), "{rings:?}");
    window.drag_over(to.center(), pos2(1430.0, to.bottom() + 30.0));
    let texts = window.texts();
    let label = texts.iter().find(|text| text.words.contains("drop on a row")).expect("what is dragged is said").rect;
    assert!(label.right() < 1440.0 && label.left() > 0.0, "{label:?}");
    // Between two rows a line stands for the new one.
    let edge = window.rect(&band(row.number)).left_top() + vec2(300.0, 0.0);
    window.drag_over(pos2(1430.0, to.bottom() + 30.0), edge);
    assert!(window.rects(accent).iter().any(|line| line.height() < 4.0 && line.width() > 400.0));
}

/// Shared rows in sight, two by two, with a column in which both have something and the first has one passage: those first of
/// which the passages are longest together, so that a cell with all of them is folded.
fn rows_to_drop_on(window: &Window) -> Vec<(SheetRow, SheetRow, usize)> {
    let rows: Vec<&SheetRow> = event(window).rows.iter().filter(|row| row.readings() > 1 && row.number < 8).collect();
    let pairs = rows.iter().flat_map(|old| rows.iter().map(move |new| (*old, *new)));
    let columns = pairs.flat_map(|(old, new)| (0..old.cells.len()).map(move |column| (old, new, column)));
    let fits = |(old, new, column): &(&SheetRow, &SheetRow, usize)| {
        let shares = (0..old.cells.len()).any(|at| spans(old, at).iter().any(|span| spans(new, at).contains(span)));
        let [mine, theirs] = [old, new].map(|row| spans(row, *column));
        old.anchor != new.anchor && !shares && mine.len() == 1 && !theirs.is_empty() && old.readings() > 2
    };
    let mut found: Vec<_> = columns.filter(fits).map(|(old, new, column)| (old.clone(), new.clone(), column)).collect();
    let length = |row: &SheetRow, column: usize| spans(row, column).iter().map(|span| span.len()).sum::<usize>();
    found.sort_by_key(|(old, new, column)| std::cmp::Reverse(length(old, *column) + length(new, *column)));
    found
}

#[test]
fn a_dropped_passage_is_shown_and_chosen_and_the_row_it_was_dropped_on_keeps_its_place() {
    let mut folded = 0;
    for name in ["halden-bridge", "lindmoor-fares"] {
        let (picked, size) = (Picked::Cancelled, [1440.0, 1400.0]);
        let mut window = Window::with(picked, Pasted::default(), sample(name), size, egui::Theme::Light);
        // Outlets that quote alike have the same words.
        let is_one = |(old, new, column): &(SheetRow, SheetRow, usize)| {
            let text = passage(&window, old, *column);
            let is_seen = |row: &SheetRow| window.has(&band(row.number));
            is_seen(old)
                && is_seen(new)
                && window.harness.query_all_by(|node| node.value().as_deref() == Some(&text)).count() == 1
        };
        let pairs: Vec<_> = rows_to_drop_on(&window).into_iter().filter(is_one).take(5).collect();
        assert!(pairs.len() > 2, "{name}: nothing to drop");
        for (old, new, column) in pairs {
            let what = format!("{name}, statement {} on {}", old.number, new.number);
            let (text, moved) = (passage(&window, &old, column), spans(&old, column)[0]);
            let theirs = (0..new.cells.len()).find(|&it| it != column && new.cells[it].is_some());
            let theirs = theirs.expect("another cell");
            let beside = spans(&new, theirs)[0];
            let top = |window: &Window| {
                let rows = event(window).rows.iter();
                let both = |row: &&&SheetRow| spans(row, column).contains(&moved);
                let rows: Vec<_> = rows.filter(|row| spans(row, theirs).contains(&beside)).collect();
                let now = rows.iter().find(both).or(rows.first()).expect("the row");
                window.rect(&band(now.number)).top()
            };
            window.key(Modifiers::NONE, Key::Home);
            window.key(Modifiers::NONE, Key::Escape);
            let (begin, before) = (window.rect(&band(1)).top(), top(&window));
            let (from, to) = (cell(&window, &text), window.rect(&band(new.number)).center());
            window.drag(from, to);
            let steady = |window: &mut Window, step: &str| {
                (0..20).for_each(|_| window.step());
                let now = top(window);
                // Above it there may be less than before.
                let is_at_top = now < before && (window.rect(&band(1)).top() - begin).abs() < 2.0;
                let is_same = (now - before).abs() < 2.0 || step != "undo" && is_at_top;
                assert!(is_same, "{what}, {step}: it stood at {before} and stands at {now}");
            };
            let is_shown = |window: &Window| {
                let selection = window.app().view().selection.clone();
                let row = event(window).rows.iter().find(|row| Some(row.anchor) == selection.current).expect("a row");
                let all = spans(row, column);
                let is_home = all.contains(&moved) && spans(row, theirs).contains(&beside);
                let chosen = || (0..row.cells.len()).map(|at| spans(row, at)).collect::<Vec<_>>();
                assert!(is_home, "{what}: {moved:?} beside {beside:?}, but chosen: {:?}", chosen());
                assert_eq!(selection.column, Some(column), "{what}");
                let passage = Some(moved).filter(|_| all.len() > 1);
                assert_eq!(selection.passage.map(|it| it.span), passage, "{what}: it is chosen");
                let first: Vec<&str> = text.split_whitespace().take(3).collect();
                let first = first.join(" ");
                let words: Vec<String> = window.texts().into_iter().map(|text| text.words.replace('\n', " ")).collect();
                assert!(words.iter().any(|words| words.contains(&first)), "{what}: it can be read");
                usize::from(window.has("more passage") || window.has("passage before") || window.has("passages before"))
            };
            steady(&mut window, "drop");
            folded += is_shown(&window);
            assert_eq!(window.names("Take back: ").len(), 1, "{what}: {:?}", window.names("Take back: "));
            window.key(Modifiers::COMMAND, Key::Z);
            steady(&mut window, "undo");
            window.key(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Z);
            steady(&mut window, "redo");
            is_shown(&window);
            window.click("Take back: ");
            assert!(rulings(&window).is_empty(), "{what}: one line takes all of it back: {:?}", rulings(&window));
            steady(&mut window, "taken back");
        }
    }
    assert!(folded > 0, "no cell was folded");
}
