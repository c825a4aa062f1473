//! Two readers: a colleague's project beside one's own.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use parallax::clipboard::Pasted;
use parallax::picker::Picked;

use super::harness::{Window, sample};

fn open(picked: Picked) -> Window {
    Window::with(picked, Pasted::default(), sample("halden-bridge"), [1440.0, 900.0], egui::Theme::Light)
}

/// A colleague who splits a passage off the first statement, tags the second, and saves.
fn colleague(project: &Path) {
    let mut window = open(Picked::Files(vec![project.to_owned()]));
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::S);
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::T);
    window.harness.get_by_label("Add a tag").type_text("Safety");
    window.harness.run_steps(2);
    window.key(Modifiers::NONE, Key::Enter);
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::COMMAND, Key::S);
    assert!(project.exists(), "{:?}", window.app().messages());
}

fn compare(window: &mut Window) {
    window.click("Menu");
    window.click("Tools");
    window.click("Compare with another reader…");
}

#[test]
fn a_colleagues_project_is_compared_and_taken_over_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("colleague.parallax");
    colleague(&project);
    let before = std::fs::read(&project).unwrap();
    let mut window = open(Picked::Files(vec![project.clone()]));
    compare(&mut window);
    assert!(window.has("Your project beside colleague.parallax: 4 articles in both"));
    let links = window.names("Links between passages, Both ");
    assert!(window.has("Links count as each project has them, those too that the program made"));
    assert!(!links[0].contains(", Only you 0, ") && links[0].contains(", Alpha 0."), "{links:?}");
    let tags = window.names("Tag “Safety”, Both 0, Only you 0, Only theirs ");
    assert!(tags.len() == 1 && tags[0].contains(", Precision 0.00, Recall –, "), "{tags:?}");
    let items = |window: &Window| window.names("Go to disagreement ").len();
    let all = items(&window);
    assert!(all >= 2, "the split and the tag");
    assert!(window.has("Linked ") && window.has("Tagged “Safety” by the other reader alone"));
    for number in 1..=all {
        window.click(&format!("Theirs, disagreement {number}"));
    }
    assert!(
        window.has("Theirs taken") && !window.has("Mine, disagreement 1"),
        "{:?} {:?} {:?}",
        window.names("isagreement"),
        window.names(" taken"),
        window.app().messages()
    );
    assert!(!window.app().project().rulings().is_empty());
    assert_eq!(window.app().project().codes().len(), 1, "the tag is in the list now");
    window.click("Another project…");
    assert!(window.has("0 disagreements"), "{:?}", window.names("disagreement"));
    assert!(window.names("Links between passages, ")[0].contains(", Only you 0, Only theirs 0, "));
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(std::fs::read(&project).unwrap(), before, "the other file is left alone");
}

#[test]
fn a_choice_that_is_taken_back_is_open_again_and_a_place_can_be_gone_to() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("colleague.parallax");
    colleague(&project);
    let mut window = open(Picked::Files(vec![project]));
    compare(&mut window);
    window.click("Theirs, disagreement 1");
    window.click("Mine, disagreement 2");
    window.click("Go to disagreement 1");
    assert!(!window.has("Two readers"), "the dialog gives way to the passage");
    assert!(window.app().view().selection.current.is_some());
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.app().project().rulings().is_empty());
    compare(&mut window);
    assert!(
        window.has("Theirs, disagreement 1"),
        "open again, without comparing anew: {:?}",
        window.names("isagreement")
    );
    assert!(window.has("Mine taken"), "what needed no step stays");
}

#[test]
fn a_project_of_other_articles_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("colleague.parallax");
    colleague(&project);
    let paths = sample("lindmoor-fares");
    let mut window =
        Window::with(Picked::Files(vec![project]), Pasted::default(), paths, [1440.0, 900.0], egui::Theme::Light);
    compare(&mut window);
    let messages = window.app().messages().join(" ");
    assert!(messages.contains("have no article in common"), "{messages}");
    assert!(!window.has("Your project beside"));
}

#[test]
fn a_long_comparison_shows_how_far_it_is_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.parallax");
    // So many pairs of passages that comparing them takes a while.
    let sentence = |article: usize, at: usize| {
        let word = |n: usize| ["bridge", "harbour", "cable", "ferry", "winter", "minister", "crack", "lorry"][n % 8];
        format!(
            "The {} near the {} was closed on day {at} while the {} waited for the {} of {article}.\n\n",
            word(at),
            word(at / 8),
            word(article + at),
            word(article * 3 + at / 3)
        )
    };
    let articles = (0..30).map(|article| {
        let text = collation::Text::new((0..80).map(|at| sentence(article, at)).collect::<String>());
        collation::Witness { blocks: collation::clean::label(&text).blocks, text, ..collation::Witness::default() }
    });
    let witnesses: Vec<collation::Witness> = articles.collect();
    let mut document = workbench::history::Document::default();
    document.edit(workbench::project::Edit::AddArticles { at: None, witnesses }).unwrap();
    workbench::store::save(&path, document.project(), None).unwrap();
    let mut window = open(Picked::Files(vec![path]));
    let before = window.app().project().clone();
    window.click("Menu");
    window.click("Tools");
    window.harness.get_by_label_contains("Compare with another reader…").click();
    window.harness.run_steps(4);
    assert!(window.has("Reading many.parallax and comparing it with your project…"), "{:?}", window.names("eading"));
    assert!(window.has("Comparing"), "how far it is");
    window.harness.get_by_label("Cancel").click();
    (0..3).for_each(|_| window.step());
    assert!(!window.app().is_busy(), "nobody waits for it any more");
    assert!(!window.has("Two readers"));
    assert!(window.has_said("The comparison was stopped; your project is as it was"));
    assert_eq!(window.app().project().articles().len(), before.articles().len());
    window.settle();
    assert!(!window.has("disagreement"), "what comes too late is dropped");
}
