//! Whole articles in Read, and Coverage beside them: one selection, jumps, folded clutter, text that is
//! selected in one article alone.

use egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::kittest::Queryable;
use parallax::view::Which;

use super::corrections::{choose, event, passage, shared_row};
use super::harness::{Window, sample, words_of};

fn read() -> Window {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num2);
    window
}

fn name_of(window: &Window, column: usize) -> String {
    window.app().sheet().articles[event(window).members[column]].witness.name().to_owned()
}

#[test]
fn a_number_in_the_text_selects_its_statement_and_brings_its_mates_into_sight() {
    let mut window = read();
    let shown = window.names("Statement ").iter().filter(|name| name.contains(" in ")).count();
    assert!(shown > 4, "passages are numbered");
    // The last shared statement of the first article: its mates may stand anywhere.
    let is_shared = |row: &&collation::sheet::SheetRow| row.cells[0].is_some() && row.cells[1].is_some();
    let row = event(&window).rows.iter().rfind(is_shared).expect("a shared row").clone();
    let tile = |column: usize, window: &Window| format!("Statement {} in {}", row.number, name_of(window, column));
    let text = &window.app().sheet().articles[event(&window).members[0]].witness.text;
    let share = row.cells[0].as_ref().unwrap().passages[0].span.start as f32 / text.len() as f32;
    choose_by_strip(&mut window, 0, share);
    let first = tile(0, &window);
    window.click(&first);
    assert_eq!(window.app().view().selection.current, Some(row.anchor));
    assert_eq!(window.app().view().selection.column, Some(0));
    let mate = tile(1, &window);
    let place = window.rect(&mate);
    assert!(place.top() > 100.0 && place.bottom() < 860.0, "its mate is in sight: {place:?}");
    window.key(Modifiers::NONE, Key::Num3);
    assert_eq!(window.app().view().which, Which::Coverage);
    assert_eq!(window.app().view().selection.current, Some(row.anchor), "another view keeps the place");
}

/// Scrolls an article by its strip, to a share of it.
fn choose_by_strip(window: &mut Window, column: usize, share: f32) {
    let strip = window.rect(&format!("Position in {}", name_of(window, column)));
    let at = pos2(strip.center().x, strip.top() + 2.0 + share * (strip.height() - 4.0));
    window.drag(at, at);
    // What comes into sight is measured, and what is below it moves.
    window.harness.run_steps(10);
}

#[test]
fn clutter_is_folded_with_its_reason_and_shown_on_demand() {
    let mut window = read();
    let fold = window.names(" hidden").into_iter().find(|name| name.ends_with(", show")).expect("a fold");
    let texts = |window: &Window| window.names(", clutter").len();
    assert_eq!(texts(&window), 0);
    window.click(&fold);
    assert!(texts(&window) > 0, "the lines are shown");
    let open = window.names(", hide").into_iter().find(|name| name.contains(" line")).expect("the open fold");
    window.click(&open);
    assert_eq!(texts(&window), 0);
}

#[test]
fn a_text_selection_stays_in_the_article_it_began_in() {
    let mut window = read();
    let paragraph = |window: &Window, column: usize| {
        let name = format!("{}, paragraph ", name_of(window, column));
        let found = window.harness.query_all_by(|node| node.label().is_some_and(|label| label.starts_with(&name)));
        let found = found.map(|node| node.rect()).find(|rect| rect.height() > 40.0);
        found.expect("a paragraph of more than a line")
    };
    let (here, there) = (paragraph(&window, 0), paragraph(&window, 1));
    window.drag(here.left_top() + vec2(20.0, 10.0), there.left_top() + vec2(80.0, 30.0));
    let first = window.app().sheet().articles[event(&window).members[0]].witness.key;
    let picked = window.app().view().picked;
    assert!(picked.is_none_or(|picked| picked.article == first), "{picked:?}");
    window.drag(here.left_top() + vec2(4.0, 10.0), here.left_top() + vec2(140.0, 30.0));
    let picked = window.app().view().picked.expect("text is selected");
    assert_eq!(picked.article, first);
    let text = window.app().sheet().articles[event(&window).members[0]].witness.text.slice(picked.span).to_owned();
    assert!(text.len() > 10, "{text}");
}

#[test]
fn articles_to_read_are_chosen_by_their_chips() {
    let mut window = read();
    let number = |window: &Window| window.names("Position in ").len();
    let before = number(&window);
    assert!(before >= 2 && window.has(&format!("{before} of 4 articles")));
    let first = name_of(&window, 0);
    window.click(&format!("A  {first}"));
    assert_eq!(number(&window), before - 1);
    assert!(!window.has(&format!("Position in {first}")));
    window.click(&format!("+  {first}"));
    assert!(window.has(&format!("Position in {first}")));
}

#[test]
fn coverage_says_voice_and_place_of_every_cell_and_selects_it() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num3);
    let (row, column, _) = shared_row(&window, 0);
    let cell = format!("{}, statement {}, ", name_of(&window, column), row.number);
    let said = window.names(&cell);
    assert!(
        said.len() == 1 && ["quoted", "partly quoted", "paraphrased"].iter().any(|voice| said[0].contains(voice)),
        "{said:?}"
    );
    window.click(&cell);
    assert_eq!(window.app().view().selection.current, Some(row.anchor));
    assert_eq!(window.app().view().selection.column, Some(column));
    let hollow = window.names(" not found").len();
    let missing = event(&window).rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.is_none()).count();
    assert!(hollow > 0 && hollow <= missing);
    let order = window.rect("Order of telling");
    // An article's bar stands under its column; somewhere on it another statement is selected.
    let x = window.rect(&cell).center().x;
    let selected = (1..30).any(|step| {
        let at = pos2(x, order.top() + order.height() * step as f32 / 30.0);
        window.click_at(at);
        window.app().view().selection.current != Some(row.anchor)
    });
    assert!(selected, "the chart selects statements");
}

#[test]
fn the_article_that_the_arrow_keys_chose_is_seen_by_its_head() {
    let mut window = read();
    let accent = parallax::theme::tokens(&window.harness.ctx).accent;
    // The line below the head of the chosen article: where it is, and how many there are.
    let marked = |window: &Window| -> Vec<f32> {
        let is_line = |rect: &egui::Rect| rect.height() <= 4.0 && rect.width() > 200.0 && rect.top() < 200.0;
        window.rects(accent).into_iter().filter(is_line).map(|rect| rect.center().x).collect()
    };
    window.key(Modifiers::NONE, Key::ArrowDown);
    assert!(marked(&window).is_empty(), "the whole row is chosen: {:?}", marked(&window));
    for (key, column) in [(Key::ArrowRight, 0), (Key::ArrowRight, 1), (Key::ArrowLeft, 0)] {
        window.key(Modifiers::NONE, key);
        assert_eq!(window.app().view().selection.column, Some(column));
        let [line] = marked(&window)[..] else { panic!("{:?}", marked(&window)) };
        let strip = window.rect(&format!("Position in {}", name_of(&window, column)));
        assert!(line < strip.left() && strip.left() - line < 400.0, "column {column}: {line} beside {strip:?}");
        let name = format!("{}, column ", name_of(&window, column));
        assert!(window.has(&name), "{:?}", window.names("column"));
    }
}

#[test]
fn enter_reads_the_chosen_passage_in_its_article() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, _, column) = shared_row(&window, 1);
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().view().which, Which::Read);
    let tile = format!("Statement {} in {}", row.number, name_of(&window, column));
    assert!(window.has(&tile), "{:?}", window.names("Statement "));
}

#[test]
fn the_articles_that_have_the_selected_statement_are_the_ones_that_are_read() {
    let mut window = Window::opening(sample("halden-bridge"));
    window.key(Modifiers::NONE, Key::Num2);
    let fit = window.names("Position in ").len();
    assert!(fit < event(&window).members.len(), "not every article fits");
    // A statement that the articles at the right have, and the one at the left has not.
    let has = |row: &collation::sheet::SheetRow| {
        (0..row.cells.len()).filter(|&at| row.cells[at].is_some()).collect::<Vec<_>>()
    };
    let is_apart = |row: &&collation::sheet::SheetRow| {
        let columns = has(row);
        columns.len() == fit && columns != (0..fit).collect::<Vec<_>>()
    };
    let row = event(&window).rows.iter().find(is_apart).expect("a statement of other articles").clone();
    window.key(Modifiers::NONE, Key::Num1);
    choose(&mut window, &row, has(&row)[0]);
    window.key(Modifiers::NONE, Key::Num2);
    for column in 0..row.cells.len() {
        let strip = format!("Position in {}", name_of(&window, column));
        assert_eq!(window.has(&strip), row.cells[column].is_some(), "{strip}");
    }
    // What the reader chose stays as it is.
    let absent = (0..row.cells.len()).find(|&at| row.cells[at].is_none()).expect("an article without it");
    let name = name_of(&window, absent);
    window.click(&format!("+  {name}"));
    assert!(window.has(&format!("Position in {name}")));
    window.click(&format!("{fit} of {} articles", row.cells.len()));
    for column in 0..row.cells.len() {
        let strip = format!("Position in {}", name_of(&window, column));
        assert_eq!(window.has(&strip), row.cells[column].is_some(), "as before the choice: {strip}");
    }
}

#[test]
fn one_article_is_read_without_a_choice_of_articles() {
    let mut window = Window::opening(sample("halden-bridge").into_iter().take(1).collect());
    window.key(Modifiers::NONE, Key::Num2);
    assert!(window.has("Position in ") && !window.has("1 of 1 article"), "{:?}", window.names("1 of 1"));
}

#[test]
fn what_stands_in_a_single_article_is_no_finding() {
    let mut window = Window::opening(sample("halden-bridge").into_iter().take(1).collect());
    let hint = "add a second to compare";
    for key in [Key::Num1, Key::Num2, Key::Num3] {
        window.key(Modifiers::NONE, key);
        assert!(window.has(hint));
        for words in ["nly in one outlet", "nly one outlet", "1 of 1 article"] {
            assert!(!window.has(words), "{key:?}: {:?}", window.names(words));
        }
    }
    window.key(Modifiers::NONE, Key::Num1);
    window.key(Modifiers::NONE, Key::ArrowDown);
    assert!(window.app().view().selection.current.is_some());
    assert!(!window.has("nly in one outlet"), "{:?}", window.names("nly in one outlet"));
    let several = Window::opening(sample("halden-bridge"));
    assert!(!several.has(hint) && several.has("only in one outlet"));
}

#[test]
fn every_passage_of_a_single_article_has_its_own_row_and_voice() {
    let mut all = 0;
    for path in sample("halden-bridge").into_iter().chain(sample("lindmoor-fares")) {
        let window = Window::opening(vec![path]);
        let article = &window.app().sheet().articles[0];
        let rows = &event(&window).rows;
        let mut quoted = 0;
        for row in rows {
            let cell = row.cells[0].as_ref().expect("the only article");
            let [passage] = cell.passages.as_slice() else { panic!("{} melts {:?}", row.title, cell.passages) };
            let text = article.witness.text.slice(passage.span);
            let has_marks = text.contains(['“', '”', '"', '„', '‘']);
            let is_quoted = cell.voice == collation::contrast::Voice::Quoted;
            quoted += usize::from(is_quoted);
            assert!(is_quoted || has_marks || cell.voice == collation::contrast::Voice::Paraphrased, "{text}");
        }
        all += quoted;
    }
    assert!(all > 10, "{all} are quoted");
}

#[test]
fn a_selection_by_mouse_holds_whole_words_and_stays_marked_until_its_mate_is_chosen() {
    let mut window = read();
    let article = |window: &Window| window.app().sheet().articles[event(window).members[0]].clone();
    let name = name_of(&window, 0);
    let paragraph = format!("{name}, paragraph ");
    let found = window.harness.query_all_by(|node| node.label().is_some_and(|label| label.starts_with(&paragraph)));
    let rects: Vec<_> = found.map(|node| node.rect()).filter(|rect| rect.height() > 40.0).collect();
    let mut inside = 0;
    for (at, width) in [(21.0, 100.0), (33.0, 150.0), (47.0, 119.0), (60.0, 131.0)] {
        let start = rects[0].left_top() + vec2(at, 10.0);
        window.drag(start, start + vec2(width, 4.0));
        let picked = window.app().view().picked.expect("text is selected");
        let article = article(&window);
        let text: Vec<char> = article.witness.text.as_str().chars().collect();
        let is_cut = |at: usize| text[at - 1].is_alphanumeric() && text[at].is_alphanumeric();
        assert!(!is_cut(picked.span.start) && !is_cut(picked.span.end), "{}", article.witness.text.slice(picked.span));
        inside += picked.span.len();
    }
    assert!(inside > 40);
    window.key(Modifiers::NONE, Key::L);
    let waits = "waits for its mate";
    assert!(window.has(waits), "the text stays marked");
    let tint = parallax::theme::tokens(&window.harness.ctx).accent.gamma_multiply(0.25);
    assert!(!window.rects(tint).is_empty());
    window.key(Modifiers::NONE, Key::Num1);
    let (row, _, column) = shared_row(&window, 0);
    choose(&mut window, &row, column);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::L);
    assert_eq!(window.names(waits).len(), 1, "{:?}", window.names(waits));
    let (other, ..) = shared_row(&window, 2);
    choose(&mut window, &other, column);
    window.key(Modifiers::NONE, Key::ArrowUp);
    window.key(Modifiers::NONE, Key::Home);
    assert_eq!(window.names(waits).len(), 1, "it stays marked while another cell is chosen");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.has(waits));
}

#[test]
fn words_that_answer_each_other_are_lit_in_one_shade() {
    let mut window = Window::opening(sample("halden-bridge"));
    let rows: Vec<_> = event(&window).rows.iter().filter(|row| row.readings() >= 2).take(6).cloned().collect();
    let tint = parallax::theme::tokens(&window.harness.ctx).accent.gamma_multiply(0.3);
    let mut lit = 0;
    for row in rows {
        for column in (0..row.cells.len()).filter(|&column| row.cells[column].is_some()) {
            window.key(Modifiers::NONE, Key::Num1);
            choose(&mut window, &row, column);
            window.key(Modifiers::NONE, Key::Enter);
            for _ in 0..3 {
                window.key(Modifiers::NONE, Key::W);
                let grounds = window.rects(tint);
                lit += grounds.len();
                for (at, one) in grounds.iter().enumerate() {
                    let other = grounds[at + 1..].iter().find(|other| other.shrink(1.0).intersects(*one));
                    assert_eq!(other, None, "one shade over the other at {one:?}");
                    assert!(one.width() > 6.0, "a mark alone is lit at {one:?}");
                }
            }
        }
    }
    assert!(lit > 10, "only {lit} grounds");
}

#[test]
fn a_double_click_on_a_cell_or_an_article_reads_it() {
    let mut window = Window::opening(sample("halden-bridge"));
    let (row, _, column) = shared_row(&window, 0);
    let text = passage(&window, &row, column);
    let place =
        window.harness.query_all_by(|node| node.value().as_deref() == Some(text.as_str())).next().unwrap().rect();
    window.double_click_at(place.center());
    assert_eq!(window.app().view().which, Which::Read);
    assert_eq!(window.app().view().selection.current, Some(row.anchor));
    assert!(window.has(&format!("Statement {} in {}", row.number, name_of(&window, column))));
    window.key(Modifiers::NONE, Key::Num1);
    let last = event(&window).members.len() - 1;
    let name = name_of(&window, last);
    let place = window.rect(&format!("{name}, "));
    assert!(place.right() < 300.0, "the rail's entry: {place:?}");
    window.double_click_at(place.left_bottom() + vec2(60.0, -20.0));
    assert_eq!(window.app().view().which, Which::Read);
    assert!(window.has(&format!("Position in {name}")));
}

#[test]
fn the_number_of_a_statement_stands_where_its_line_begins() {
    let mut window = read();
    let mut number = 0;
    for width in (1000..1500).step_by(23) {
        window.harness.set_size(vec2(width as f32, 900.0));
        window.settle();
        let texts: Vec<_> = window.texts().into_iter().filter(|one| one.lines.len() > 1).collect();
        let tiles = window.harness.query_all_by(|node| words_of(node).starts_with("Statement "));
        let tiles: Vec<egui::Rect> =
            tiles.map(|node| node.rect()).filter(|rect| (rect.height() - 15.0).abs() < 1.5).collect();
        for tile in tiles {
            let Some(block) = texts.iter().find(|one| one.rect.expand(6.0).contains(tile.center())) else { continue };
            number += 1;
            assert!(tile.left() >= block.rect.left() - 1.0, "{tile:?} hangs left of {block:?} at {width}");
        }
    }
    assert!(number > 100, "only {number} numbers");
}

#[test]
fn the_bar_of_a_passage_stands_beside_every_line_that_has_a_good_part_of_it() {
    let mut seen = 0;
    for name in ["halden-bridge", "lindmoor-fares"] {
        let mut window = Window::opening(sample(name));
        window.key(Modifiers::NONE, Key::Num2);
        let only = parallax::theme::tokens(&window.harness.ctx).m_only;
        for width in [1100.0, 1200.0, 1300.0, 1440.0] {
            window.harness.set_size(vec2(width, 900.0));
            window.settle();
            let (texts, bars) = (window.texts(), window.rects(only));
            let rows = event(&window).rows.iter().filter(|row| row.is_lone());
            let passages = rows.flat_map(|row| row.cells.iter().enumerate()).filter_map(|(column, cell)| {
                let article = &window.app().sheet().articles[event(&window).members[column]];
                Some(cell.as_ref()?.passages.iter().map(|one| article.witness.text.slice(one.span).to_owned()))
            });
            for passage in passages.flatten() {
                let Some((text, start)) = texts.iter().find_map(|text| Some((text, text.words.find(&passage)?))) else {
                    continue;
                };
                let (height, mut at) = (text.rect.height() / text.lines.len() as f32, 0);
                for (number, line) in text.lines.iter().enumerate() {
                    let (from, to) = (at.max(start), (at + line.len()).min(start + passage.len()));
                    at += line.len();
                    let y = text.rect.top() + (number as f32 + 0.5) * height;
                    let is_shared = to.saturating_sub(from) + 12 < line.trim_end().len();
                    // By characters, which are not all as wide.
                    if 5 * to.saturating_sub(from) < 2 * passage.len() || !text.clip.contains(pos2(text.rect.left(), y))
                    {
                        continue;
                    }
                    let beside = bars.iter().any(|bar| {
                        bar.right() <= text.rect.left()
                            && text.rect.left() - bar.right() < 20.0
                            && bar.y_range().contains(y)
                    });
                    assert!(beside, "{line:?} of {passage:?} has no bar at {width}");
                    seen += usize::from(is_shared);
                }
            }
        }
    }
    assert!(seen > 3, "{seen} lines are shared");
}

#[test]
fn the_number_of_a_statement_stands_apart_from_its_words() {
    let mut window = Window::opening(sample("halden-bridge"));
    let sel = parallax::theme::tokens(&window.harness.ctx).sel;
    let rows: Vec<_> = event(&window).rows.iter().filter(|row| row.readings() > 1).take(16).cloned().collect();
    let mut seen = 0;
    for row in rows {
        let column = row.cells.iter().position(Option::is_some).unwrap();
        window.key(Modifiers::NONE, Key::Num1);
        choose(&mut window, &row, column);
        window.key(Modifiers::NONE, Key::Num2);
        window.harness.run_steps(4);
        let starts = format!("Statement {} in ", row.number);
        let tiles = window.harness.query_all_by(|node| words_of(node).starts_with(&starts));
        let tiles: Vec<egui::Rect> = tiles.map(|node| node.rect()).collect();
        for tile in tiles.into_iter().filter(|tile| (tile.height() - 15.0).abs() < 1.5) {
            let words = window.rects(sel).into_iter().filter(|rect| rect.y_range().contains(tile.center().y));
            let left = words.map(|rect| rect.left()).filter(|left| *left > tile.left()).fold(f32::INFINITY, f32::min);
            if left - tile.right() > 30.0 {
                continue;
            }
            assert!(left - tile.right() > 4.5, "{} touches its words: {tile:?}, {left}", row.number);
            seen += 1;
        }
    }
    assert!(seen > 4, "{seen}");
}

#[test]
fn the_line_at_the_edge_and_linking_are_told_in_words_beside_six_articles() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = sample("lindmoor-fares");
    let copy = folder.path().join("copy.txt");
    let kiosk = files.iter().find(|file| file.ends_with("kiosk24.txt")).unwrap();
    std::fs::write(&copy, std::fs::read_to_string(kiosk).unwrap().replace("Kiosk24", "Kiosk48")).unwrap();
    files.push(copy);
    let mut window = Window::opening(files);
    window.key(Modifiers::NONE, Key::Num2);
    let bar = egui::Rect::from_min_max(egui::pos2(224.0, 48.0), egui::pos2(1152.0, 88.0));
    let told: Vec<String> = window.painted(bar).into_iter().map(|one| one.words).collect();
    for words in ["only here", "Link by hand", "+  F"] {
        assert!(told.iter().any(|one| one == words), "{words}: {told:?}");
    }
}
