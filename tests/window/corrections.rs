//! Corrections by key and by mouse: each becomes a ruling, holds in the new table, and is undone by name.

use collation::ruling::{RejectReason, Ruling};
use collation::sheet::{SheetCell, SheetRow};
use collation::span::Span;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::harness::{Window, sample};

pub fn event(window: &Window) -> &collation::sheet::SheetEvent {
    &window.app().sheet().events[window.app().view().event]
}

/// A row that several articles report, with two of its columns.
pub fn shared_row(window: &Window, from: usize) -> (SheetRow, usize, usize) {
    let rows = event(window).rows.iter();
    let row = rows.filter(|row| row.readings() >= 2).nth(from).expect("a shared row").clone();
    let columns: Vec<usize> = (0..row.cells.len()).filter(|&column| row.cells[column].is_some()).collect();
    (row, columns[0], columns[1])
}

/// Chooses a cell by keys alone: down to the row, right to the column.
pub fn choose(window: &mut Window, row: &SheetRow, column: usize) {
    let at = event(window).rows.iter().position(|other| other.anchor == row.anchor).expect("the row is shown");
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::Home);
    for _ in 0..at {
        window.key(Modifiers::NONE, Key::ArrowDown);
    }
    for _ in 0..9 {
        window.key(Modifiers::NONE, Key::ArrowLeft);
    }
    for _ in 0..column {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    let selection = &window.app().view().selection;
    assert_eq!((selection.current, selection.column), (Some(row.anchor), Some(column)));
}

pub fn rulings(window: &Window) -> &[Ruling] {
    window.app().project().rulings()
}

/// Text of the first passage of a cell.
pub fn passage(window: &Window, row: &SheetRow, column: usize) -> String {
    let event = event(window);
    let article = &window.app().sheet().articles[event.members[column]];
    article.witness.text.slice(row.cells[column].as_ref().expect("a passage").passages[0].span).to_owned()
}

/// The row that holds this text in a column.
pub fn row_with(window: &Window, column: usize, text: &str) -> Option<SheetRow> {
    let event = event(window);
    let article = &window.app().sheet().articles[event.members[column]];
    let holds = |row: &&SheetRow| {
        row.cells[column]
            .iter()
            .flat_map(|cell| &cell.passages)
            .any(|passage| article.witness.text.slice(passage.span) == text)
    };
    event.rows.iter().find(holds).cloned()
}

#[test]
fn a_passage_is_split_off_and_the_split_is_undone_by_name() {
    for (modifiers, key) in [(Modifiers::NONE, Key::S), (Modifiers::SHIFT, Key::S)] {
        let mut window = Window::opening(sample("halden-bridge"));
        let (row, _, column) = shared_row(&window, 0);
        let text = passage(&window, &row, column);
        choose(&mut window, &row, column);
        window.key(modifiers, key);
        let now = row_with(&window, column, &text).expect("the passage is still there");
        assert_ne!(now.anchor, row.anchor, "{key:?}");
        if modifiers.shift {
            assert!(now.is_lone(), "a new row holds nothing else");
        }
        window.key(Modifiers::COMMAND, Key::Z);
        assert!(rulings(&window).is_empty());
        assert!(window.has_said("Undone: "), "{:?}", window.app().messages());
        assert_eq!(row_with(&window, column, &text).map(|row| row.anchor), Some(row.anchor));
    }
}

#[test]
fn a_headline_that_is_split_off_stays_in_the_table() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let (row, column, _) = shared_row(&window, 0);
    let text = passage(&window, &row, column);
    assert_eq!(row.cells[column].as_ref().unwrap().passages[0].role, collation::Role::Headline);
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::S);
    let now = row_with(&window, column, &text).expect("it has a row of its own");
    assert!(now.is_lone());
    assert!(window.has_said(&format!("is in statement {} now", now.number)), "{:?}", window.app().messages());
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(row_with(&window, column, &text).map(|row| row.anchor), Some(row.anchor));
}

#[test]
fn rows_are_pinned_one_by_one_and_all_above() {
    for name in ["halden-bridge", "lindmoor-fares"] {
        let mut window = Window::opening(sample(name));
        let passages = |window: &Window| -> Vec<Vec<Span>> {
            let cells = event(window).rows.iter().map(|row| row.cells.iter().flatten());
            cells.map(|cells| cells.flat_map(|cell| &cell.passages).map(|passage| passage.span).collect()).collect()
        };
        let before = passages(&window);
        let same = |window: &Window| {
            for (row, before) in passages(window).iter().zip(&before) {
                assert_eq!(row, before, "a pin changes no row of {name}");
            }
        };
        let pinned = |window: &Window| event(window).rows.iter().filter(|row| row.pinned).count();
        let shared = event(&window).rows.iter().filter(|row| row.readings() >= 2).count();
        let (third, column, _) = shared_row(&window, 2);
        choose(&mut window, &third, column);
        window.key(Modifiers::NONE, Key::P);
        assert_eq!(pinned(&window), 1);
        same(&window);
        let (last, column, _) = shared_row(&window, shared - 1);
        choose(&mut window, &last, column);
        window.key(Modifiers::SHIFT, Key::P);
        assert_eq!(pinned(&window), shared);
        same(&window);
        window.key(Modifiers::NONE, Key::P);
        assert_eq!(pinned(&window), shared - 1, "only the row itself is unpinned, whatever it shares");
        same(&window);
    }
}

#[test]
fn a_passage_is_dragged_onto_a_row() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, _, column) = shared_row(&window, 1);
    let text = passage(&window, &row, column);
    let (target, ..) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    let cells = window.harness.query_all_by(|node| node.value().as_deref() == Some(text.as_str()));
    let from = cells.into_iter().next().expect("the cell").rect().center();
    let to = window.rect(&format!("Statement {}: ", target.number)).center();
    window.drag(from, to);
    let [.., Ruling::Link { passages }] = rulings(&window) else { panic!("{:?}", rulings(&window)) };
    assert!(passages.contains(&target.anchor));
    let now = row_with(&window, column, &text).expect("the passage is still there");
    assert!(now.readings() >= 2 && now.anchor == target.anchor, "it stands in the row it was dropped on");
}

#[test]
fn two_passages_are_linked_by_hand_with_keys() {
    let mut window = Window::opening(sample("halden-bridge"));
    let lone: Vec<SheetRow> = event(&window).rows.iter().filter(|row| row.is_lone()).cloned().collect();
    let column = |row: &SheetRow| row.cells.iter().position(Option::is_some).unwrap();
    let first = &lone[0];
    let second = lone.iter().find(|row| column(row) != column(first)).expect("a lone row of another article");
    choose(&mut window, first, column(first));
    window.key(Modifiers::NONE, Key::L);
    assert!(window.has("Linking a passage of"), "the strip says what comes next");
    choose(&mut window, second, column(second));
    window.key(Modifiers::NONE, Key::L);
    let text = passage(&window, &event(&window).rows[0].clone(), 0);
    assert!(!text.is_empty());
    assert!(matches!(rulings(&window), [Ruling::Link { .. }]), "{:?}", rulings(&window));
    assert!(event(&window).rows.iter().any(|row| {
        row.readings() == 2 && row.cells[column(first)].is_some() && row.cells[column(second)].is_some()
    }));
}

#[test]
fn a_click_on_a_cell_is_the_mate_of_the_passage_that_waits_and_what_came_of_it_is_said() {
    for view in [Key::Num1, Key::Num3] {
        let mut window = Window::opening(sample("halden-bridge"));
        let (target, into, _) = shared_row(&window, 0);
        let (source, ..) = shared_row(&window, 1);
        let column =
            (0..source.cells.len()).find(|&at| at != into && source.cells[at].is_some()).expect("another article");
        let text = passage(&window, &source, column);
        choose(&mut window, &source, column);
        window.key(Modifiers::NONE, view);
        window.key(Modifiers::NONE, Key::L);
        assert!(window.has("Linking a passage of"));
        // The cell that waits is no mate of itself, and neither is undo.
        window.key(Modifiers::COMMAND, Key::Z);
        assert!(
            !window.has("Linking a passage of") && !window.app().project().is_empty(),
            "only the link is let go of"
        );
        window.key(Modifiers::NONE, Key::L);
        let name = window.app().sheet().articles[event(&window).members[into]].witness.name().to_owned();
        let is_head = |text: &super::harness::Painted| {
            text.rect.left() > 224.0
                && text.rect.top() < 180.0
                && name.starts_with(text.lines[0].trim_end_matches(['…', ' ']))
        };
        let head = window.texts().into_iter().find(is_head).expect("its column").rect;
        let band = window.rect("Statement 1: ");
        let y = if view == Key::Num1 { band.bottom() + 60.0 } else { band.center().y };
        window.click_at(egui::pos2(head.center().x, y));
        assert!(rulings(&window).iter().any(|ruling| matches!(ruling, Ruling::Link { .. })), "{:?}", rulings(&window));
        let now = row_with(&window, column, &text).expect("it stands somewhere");
        assert!(now.cells[into].is_some(), "beside its mate");
        assert!(window.has_said(&format!("is in statement {} now", now.number)), "{:?}", window.app().messages());
        assert!(!window.has("Linking a passage of"));
        // By keys the other one is chosen when the link is made, and it is said all the same.
        window.key(Modifiers::COMMAND, Key::Z);
        window.key(Modifiers::NONE, Key::Num1);
        choose(&mut window, &source, column);
        window.key(Modifiers::NONE, Key::L);
        choose(&mut window, &target, into);
        window.key(Modifiers::NONE, Key::L);
        let now = row_with(&window, column, &text).expect("it stands somewhere");
        let said = format!("is in statement {} now", now.number);
        assert!(window.app().messages().iter().any(|message| message.contains(&said)), "{:?}", window.app().messages());
    }
}

#[test]
fn a_passage_is_trimmed_word_by_word() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, column, _) = shared_row(&window, 0);
    let text = passage(&window, &row, column);
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::E);
    window.click("End one word earlier");
    window.click("Use this passage");
    assert!(matches!(rulings(&window), [Ruling::Trim { .. }]), "{:?}", rulings(&window));
    let shorter = text.rsplit_once(char::is_whitespace).expect("several words").0;
    assert!(row_with(&window, column, shorter).is_some(), "{shorter}");
}

#[test]
fn text_is_set_aside_and_brought_back() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, column, _) = shared_row(&window, 0);
    let text = passage(&window, &row, column);
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::A);
    assert!(row_with(&window, column, &text).is_none(), "what is set aside stands in no row");
    window.key(Modifiers::SHIFT, Key::A);
    assert!(row_with(&window, column, &text).is_some());
}

#[test]
fn what_one_key_sets_aside_one_key_brings_back() {
    let mut window = Window::opening(sample("halden-bridge"));
    let passages = |window: &Window| -> usize {
        event(window).rows.iter().flat_map(|row| &row.cells).flatten().map(|cell| cell.passages.len()).sum()
    };
    let number = |cell: &Option<SheetCell>| cell.as_ref().map_or(0, |cell| cell.passages.len());
    let of_several = |row: &SheetRow| row.cells.iter().position(|cell| number(cell) > 1);
    let row = event(&window).rows.iter().find(|row| of_several(row).is_some()).expect("a cell of several").clone();
    let column = of_several(&row).unwrap();
    let (all, of_cell) = (passages(&window), number(&row.cells[column]));
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::A);
    assert_eq!(rulings(&window).len(), of_cell);
    assert!(window.has_said(&format!("Set {of_cell} passages aside")), "{:?}", window.app().messages());
    window.click("Undo what this message tells of");
    assert!(rulings(&window).is_empty(), "the message takes it back");
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::A);
    assert!(passages(&window) <= all - of_cell, "one may have stood in two rows");
    let one = |row: &SheetRow| row.cells.iter().position(|cell| number(cell) == 1);
    let other = event(&window).rows.iter().find(|row| one(row).is_some()).unwrap().clone();
    let column = one(&other).unwrap();
    choose(&mut window, &other, column);
    window.key(Modifiers::NONE, Key::A);
    window.key(Modifiers::SHIFT, Key::A);
    assert_eq!(rulings(&window).len(), of_cell, "each key takes back one step");
    window.key(Modifiers::SHIFT, Key::A);
    assert!(rulings(&window).is_empty(), "{:?}", rulings(&window));
    assert_eq!(passages(&window), all);
    assert!(window.has_said(&format!("Brought {of_cell} passages back")), "{:?}", window.app().messages());
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(rulings(&window).len(), of_cell, "it is one step");
    window.key(Modifiers::SHIFT, Key::A);
    assert!(rulings(&window).is_empty());
}

#[test]
fn articles_are_closed_and_change_their_event() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, _, column) = shared_row(&window, 0);
    let number = window.app().sheet().articles.len();
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::M);
    window.click("An event of its own");
    assert_eq!(window.app().sheet().events.len(), 2);
    assert_eq!(event(&window).members.len(), 1, "the window follows the article");
    window.key(Modifiers::SHIFT, Key::M);
    let choices = window.names("Event 1: ");
    let choice = choices.iter().find(|name| name.ends_with(')')).expect("the other event is offered").clone();
    window.click(&choice);
    assert_eq!(window.app().sheet().events.len(), 1);
    let (row, _, column) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    window.key(Modifiers::COMMAND, Key::W);
    assert_eq!(window.app().sheet().articles.len(), number - 1);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.app().sheet().articles.len(), number);
}

#[test]
fn a_statement_is_tagged_and_filtered_by_its_tag() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, column, _) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::T);
    window.harness.get_by_label("Add a tag").type_text("Safety first");
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().project().codes().len(), 1);
    assert!(window.has("Remove tag Safety first"));
    window.click("Filter menu");
    window.click("Tag: Safety first · 1");
    assert_eq!(window.app().view().tag.as_deref(), Some("Safety first"));
    let rows: Vec<String> = window.names("Statement ").into_iter().filter(|name| name.contains(", in ")).collect();
    assert!(rows.iter().all(|name| name.starts_with(&format!("Statement {}:", row.number))), "{rows:?}");
}

#[test]
fn a_split_lets_nobody_elses_words_into_the_row() {
    let mut window = Window::opening(sample("halden-bridge"));
    let promised = |window: &Window| {
        let rows = event(window).rows.iter();
        rows.filter(|row| row.title == "She promised weeks, not months").cloned().collect::<Vec<_>>()
    };
    let row = promised(&window).remove(0);
    let column = (0..row.cells.len()).find(|&column| {
        row.cells[column].is_some() && passage(&window, &row, column).contains("It will be weeks, not months")
    });
    choose(&mut window, &row, column.expect("the minister's quotation"));
    window.key(Modifiers::NONE, Key::S);
    assert_eq!(rulings(&window).len(), 1);
    let left = promised(&window);
    assert!(!left.is_empty(), "the statement is still there");
    for row in left {
        let speakers = row.speakers();
        assert!(!speakers.iter().any(|name| name.contains("Aas")), "{speakers:?}");
    }
}

#[test]
fn a_key_that_can_do_nothing_says_what_to_do_first() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::J);
    assert!(window.app().messages()[0].starts_with("Select two or more statements first"));
    window.key(Modifiers::NONE, Key::P);
    assert_eq!(window.app().messages(), ["Choose a statement first"]);
    let rows = event(&window).rows.iter();
    let hollow = rows.filter(|row| row.readings() >= 2).find_map(|row| {
        let column = row.cells.iter().position(Option::is_none)?;
        Some((row.clone(), column))
    });
    let (row, column) = hollow.expect("a row that an article lacks");
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::S);
    assert_eq!(window.app().messages(), ["Choose a cell with a passage first"]);
    assert!(rulings(&window).is_empty());
}

#[test]
fn a_link_is_rejected_with_each_of_its_reasons() {
    for (label, reason, said) in [
        ("Other speaker", RejectReason::OtherSpeaker, "other speaker"),
        ("Only the same topic", RejectReason::OnlyTheTopic, "only the same topic"),
        ("Not article text", RejectReason::Clutter, "not article text"),
    ] {
        let mut window = Window::opening(sample("halden-bridge"));
        let (row, _, column) = shared_row(&window, 0);
        let text = passage(&window, &row, column);
        choose(&mut window, &row, column);
        window.key(Modifiers::NONE, Key::X);
        window.harness.get_by_label(label).click();
        window.settle();
        let [Ruling::Reject { reason: given, others, .. }] = rulings(&window) else { panic!("{:?}", rulings(&window)) };
        assert!(*given == reason && others.contains(&row.anchor));
        let now = row_with(&window, column, &text).expect("the passage is still there");
        assert_ne!(now.anchor, row.anchor, "it stands elsewhere");
        choose(&mut window, &now, column);
        assert!(window.has(&format!(": {said}")), "the history gives the reason: {:?}", window.names("Take back"));
        window.click("Take back: rejected ");
        assert!(rulings(&window).is_empty());
    }
}

#[test]
fn a_statement_is_renamed_and_an_empty_name_gives_back_the_sources_words() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, column, _) = shared_row(&window, 0);
    let rename = |window: &mut Window, words: &str| {
        choose(window, &row, column);
        window.key(Modifiers::NONE, Key::F2);
        if words.is_empty() {
            window.key(Modifiers::NONE, Key::Backspace);
        } else {
            window.harness.get_by_label("Title").type_text(words);
        }
        window.harness.run_steps(2);
        window.harness.get_by_label("Rename").click();
        window.settle();
    };
    let title = |window: &Window| event(window).rows.iter().find(|it| it.anchor == row.anchor).unwrap().title.clone();
    rename(&mut window, "Why the bridge is shut");
    assert_eq!(title(&window), "Why the bridge is shut");
    rename(&mut window, "");
    assert_eq!(title(&window), row.title);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(title(&window), "Why the bridge is shut");
}

#[test]
fn what_was_said_of_a_step_goes_with_the_next_one() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, column, _) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    window.copy(false);
    assert_eq!(window.app().messages().len(), 1, "what was copied is said");
    window.key(Modifiers::NONE, Key::P);
    assert!(window.app().messages().iter().all(|message| !message.contains("opied")), "{:?}", window.app().messages());
}

#[test]
fn a_title_is_given_to_one_row_though_another_begins_with_the_same_sentence() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let begins = |row: &SheetRow| row.cells.iter().flatten().next().map(|cell| cell.passages[0].span);
    let rows: Vec<SheetRow> = event(&window).rows.iter().filter(|row| row.readings() > 1).cloned().collect();
    let twins = rows.iter().enumerate().find_map(|(at, row)| {
        let same =
            |other: &&SheetRow| begins(other) == begins(row) && other.cells[0].is_some() == row.cells[0].is_some();
        Some((row.clone(), rows[at + 1..].iter().find(same)?.clone()))
    });
    let (first, second) = twins.expect("two rows that begin with the same sentence");
    for row in [&second, &first] {
        let column = row.cells.iter().position(Option::is_some).expect("a cell");
        choose(&mut window, row, column);
        window.key(Modifiers::NONE, Key::F2);
        window.key(Modifiers::COMMAND, Key::A);
        window.harness.event(egui::Event::Text(format!("Title of {}", row.number)));
        window.settle();
        window.key(Modifiers::NONE, Key::Enter);
        let title = |row: &SheetRow| event(&window).rows[row.number - 1].title.clone();
        assert_eq!(title(row), format!("Title of {}", row.number));
        let other = if row.number == first.number { &second } else { &first };
        let before =
            if other.number == second.number { format!("Title of {}", other.number) } else { other.title.clone() };
        assert_eq!(title(other), before, "the other row keeps its title");
    }
}

#[test]
fn decisions_are_listed_with_their_own_statement_alone() {
    let mut window = Window::opening(sample("lindmoor-fares"));
    let rows = event(&window).rows.clone();
    let passages = |row: &SheetRow, column: usize| -> Vec<Span> {
        row.cells[column].iter().flat_map(|cell| &cell.passages).map(|passage| passage.span).collect()
    };
    let shares = |one: &SheetRow, other: &SheetRow| {
        (0..one.cells.len()).any(|column| {
            let others = passages(other, column);
            passages(one, column).iter().any(|span| others.contains(span))
        })
    };
    let shared = |row: &SheetRow| row.readings() > 1;
    let pairs = rows.iter().enumerate().flat_map(|(at, one)| rows[at + 1..].iter().map(move |other| (one, other)));
    let (one, other) = pairs
        .filter(|(one, other)| shared(one) && shared(other) && shares(one, other))
        .map(|(one, other)| (one.clone(), other.clone()))
        .next()
        .expect("two rows that share a passage");
    let column = |row: &SheetRow| row.cells.iter().position(Option::is_some).unwrap();
    choose(&mut window, &one, column(&one));
    window.key(Modifiers::NONE, Key::P);
    assert!(matches!(rulings(&window), [Ruling::Pin { .. }]), "{:?}", rulings(&window));
    assert!(window.has("Your decisions") || window.has("Take back"), "{:?}", window.names("ake back"));
    let now = event(&window).rows.iter().find(|row| row.anchor == other.anchor || row.title == other.title);
    let now = now.expect("the other row").clone();
    choose(&mut window, &now, column(&now));
    assert!(window.names("ake back").is_empty(), "{:?}", window.names("ake back"));
}

#[test]
fn two_rows_of_the_same_outlet_are_not_joined_and_why_is_said() {
    let mut window = Window::opening(sample("halden-bridge"));
    let lone: Vec<SheetRow> = event(&window).rows.iter().filter(|row| row.is_lone()).cloned().collect();
    let column = |row: &SheetRow| row.cells.iter().position(Option::is_some).unwrap();
    let first =
        lone.windows(2).find(|pair| column(&pair[0]) == column(&pair[1])).expect("two of one outlet")[0].clone();
    choose(&mut window, &first, column(&first));
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::J);
    assert!(rulings(&window).is_empty(), "{:?}", rulings(&window));
    assert!(window.has_said("Not joined: both are of "), "{:?}", window.app().messages());
}
