//! Lines that are not the article: those in doubt are shown, the others folded, and the reader has the last word.

use collation::Role;
use collation::ruling::Ruling;
use egui::{Key, Modifiers};

use super::harness::{Window, sample};

fn post() -> Window {
    let files = sample("lindmoor-fares").into_iter().filter(|path| path.ends_with("evening-post.html"));
    let mut window = Window::opening(files.collect());
    window.key(Modifiers::NONE, Key::Num2);
    window
}

/// The words of the paragraphs in sight.
fn texts(window: &Window) -> String {
    use egui_kittest::kittest::{NodeT, Queryable};
    let paragraphs = window.harness.query_all_by(|node| node.role() == egui::Role::Paragraph);
    paragraphs.filter_map(|node| node.accesskit_node().value()).collect::<Vec<_>>().join("\n")
}

#[test]
fn lines_in_doubt_are_shown_with_the_reason_and_can_be_folded() {
    let mut window = post();
    let open = "2 lines: possibly not article text, hide";
    assert!(window.has(open), "{:?}", window.names("article text"));
    assert!(texts(&window).contains("Manage options"));
    window.click(open);
    assert!(window.has("2 lines hidden: possibly not article text, show"));
    assert!(!texts(&window).contains("Manage options"));
    window.click("2 lines hidden: possibly not article text, show");
    assert!(texts(&window).contains("Manage options"));
}

#[test]
fn a_run_of_clutter_is_brought_back_and_the_ruling_is_undone() {
    let mut window = post();
    let role = |window: &Window| {
        let article = &window.app().sheet().articles[0].witness;
        let block = article.blocks.iter().find(|block| article.text.slice(block.span).contains("City Hall")).unwrap();
        block.role
    };
    assert_eq!(role(&window), Role::Clutter);
    window.click("possibly not article text, bring back");
    assert!(matches!(window.app().project().rulings(), [Ruling::BringBack { .. }]));
    assert_eq!(role(&window), Role::Body);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(role(&window), Role::Clutter);
}
