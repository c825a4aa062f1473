//! Laws of edits and tables of cases.

use collation::ruling::RejectReason;
use collation::{Metadata, Text};
use proptest::prelude::*;

use super::*;
use crate::history::Document;
use crate::store;

fn witness(name: &str, words: usize) -> Witness {
    let text: Vec<String> = (0..words).map(|n| format!("word{n}")).collect();
    let meta = Metadata { outlet: Some(name.to_owned()), ..Metadata::default() };
    Witness { path: format!("{name}.txt"), text: Text::new(text.join(" ")), meta, ..Witness::default() }
}

fn project_with(names: &[&str]) -> Project {
    let mut project = Project::default();
    let witnesses = names.iter().map(|name| witness(name, 20)).collect();
    apply(&mut project, Edit::AddArticles { at: None, witnesses }).unwrap();
    project
}

fn at(article: u32, start: usize) -> Anchor {
    Anchor { article: WitnessKey(article), span: Span::new(start, start + 4) }
}

fn bytes(project: &Project) -> String {
    store::write(project)
}

fn names(project: &Project) -> Vec<&str> {
    project.articles().iter().map(|article| article.witness.name()).collect()
}

fn any_key() -> impl Strategy<Value = WitnessKey> {
    (0u32..12).prop_map(WitnessKey)
}

fn any_anchor() -> impl Strategy<Value = Anchor> {
    (any_key(), 0usize..140, 0usize..6)
        .prop_map(|(article, start, length)| Anchor { article, span: Span::new(start, start + length) })
}

fn any_anchors() -> impl Strategy<Value = Vec<Anchor>> {
    prop::collection::vec(any_anchor(), 0..4)
}

fn any_ruling() -> impl Strategy<Value = Ruling> {
    prop_oneof![
        any_anchors().prop_map(|passages| Ruling::Link { passages }),
        any_anchors().prop_map(|passages| Ruling::Pin { passages }),
        (any_anchors(), any_anchors()).prop_map(|(passages, others)| Ruling::Part { passages, others }),
        (any_anchors(), any_anchors()).prop_map(|(passages, others)| Ruling::Reject {
            passages,
            others,
            reason: RejectReason::OnlyTheTopic
        }),
        (any_anchor(), any_anchor()).prop_map(|(from, to)| Ruling::Trim { from, to: to.span }),
        any_anchor().prop_map(|passage| Ruling::SetAside { passage }),
        any_anchor().prop_map(|passage| Ruling::BringBack { passage }),
        any_key().prop_map(|article| Ruling::Base { article }),
        any_key().prop_map(|article| Ruling::Fullest { article }),
    ]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let keys = || prop::collection::vec(any_key(), 0..3);
    let place = prop::option::of(0usize..10);
    prop_oneof![
        3 => (place, "[a-z]{1,6}", 0usize..3).prop_map(|(at, name, count)| Edit::AddArticles {
            at,
            witnesses: (0..count).map(|n| witness(&name, 15 + n)).collect()
        }),
        1 => keys().prop_map(|articles| Edit::RemoveArticles { articles }),
        2 => (any_key(), 0usize..12).prop_map(|(article, to)| Edit::MoveArticle { article, to }),
        2 => (keys(), any::<bool>()).prop_map(|(articles, is_hidden)| Edit::SetHidden { articles, is_hidden }),
        1 => (any_key(), any::<bool>()).prop_map(|(article, is_original)| Edit::SetOriginal { article, is_original }),
        2 => any_key().prop_map(|article| Edit::SetBase { article }),
        5 => prop::collection::vec(any_ruling(), 0..3).prop_map(|rulings| Edit::AddRulings { name: None, rulings }),
        2 => prop::collection::vec(0usize..30, 0..3).prop_map(|at| Edit::RemoveRulings { name: None, at }),
        1 => (any_key(), "[a-z]{0,4}").prop_map(|(article, title)| Edit::CorrectMetadata {
            article,
            meta: Metadata { title: Some(title), ..Metadata::default() }
        }),
        1 => (any_key(), "(word[0-9]{1,2} ){0,20}").prop_map(|(article, text)| Edit::ReplaceArticle {
            article,
            witness: Witness { text: Text::new(text), ..Witness::default() }
        }),
        3 => (any_anchor(), "[a-z]{0,4}").prop_map(|(anchor, note)| Edit::SetNote { anchor, note }),
        3 => (any_anchor(), prop::collection::vec("[a-c]{0,1}", 0..3))
            .prop_map(|(anchor, tags)| Edit::SetTags { anchor, tags }),
        1 => prop::collection::vec("[a-c]", 0..3).prop_map(|names| Edit::SetCodes {
            codes: names.into_iter().map(|name| Code { name, ..Code::default() }).collect()
        }),
        1 => "[a-z ]{0,4}".prop_map(|title| Edit::RenameProject { title }),
        2 => (any_anchor(), "[a-z ]{0,4}").prop_map(|(passage, title)| Edit::RenameStatement { passage, title }),
        2 => (any_key(), prop::option::of(any_key())).prop_map(|(article, with)| Edit::MoveToEvent { article, with }),
        1 => (keys(), any_key()).prop_map(|(articles, with)| Edit::JoinEvents { articles, with }),
    ]
}

/// Every ruling, note and tag hangs on an article that is there.
fn nothing_dangles(project: &Project) -> bool {
    let length_of = |key| project.article(key).map(|article| article.witness.text.len());
    project.rulings().iter().all(|ruling| ruled::check(ruling, &length_of).is_ok())
        && project
            .remarks()
            .iter()
            .all(|(anchor, remark)| project.article(anchor.article).is_some() && !remark.is_empty())
}

proptest! {
    #[test]
    fn apply_then_inverse_is_identity_and_a_refused_edit_changes_nothing(
        edits in prop::collection::vec(any_edit(), 1..60)
    ) {
        let mut project = project_with(&["Harbour Post", "Dan Tri", "The Ledger"]);
        for edit in edits {
            let before = bytes(&project);
            let mut copy = project.clone();
            let step = work_out(&mut copy, edit.clone());
            match apply(&mut project, edit) {
                Err(_) => prop_assert_eq!(&before, &bytes(&project)),
                Ok(back) => {
                    let after = bytes(&project);
                    prop_assert_eq!(&after, &bytes(&copy));
                    // What was worked out in a copy makes the same step.
                    let (mut original, step) = (store::read("a.parallax", before.as_bytes()).unwrap().project, step.unwrap());
                    prop_assert_eq!(&step.name, &back.name);
                    apply_step(&mut original, step);
                    prop_assert_eq!(&after, &bytes(&original));
                    prop_assert_ne!(&before, &after);
                    let again = apply_step(&mut project, back);
                    prop_assert_eq!(&before, &bytes(&project));
                    apply_step(&mut project, again);
                    prop_assert_eq!(&after, &bytes(&project));
                }
            }
            prop_assert!(nothing_dangles(&project));
        }
    }

    #[test]
    fn what_is_written_is_read_back_equal(edits in prop::collection::vec(any_edit(), 1..60)) {
        let mut project = project_with(&["Harbour Post", "Dan Tri"]);
        for edit in edits {
            apply(&mut project, edit).ok();
        }
        let written = bytes(&project);
        let read = store::read("a.parallax", written.as_bytes()).unwrap();
        prop_assert_eq!(&read.notices, &[]);
        prop_assert_eq!(&bytes(&read.project), &written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn a_thousand_edits_undone_give_a_byte_equal_project(edits in prop::collection::vec(any_edit(), 1000)) {
        let mut document = Document::new(project_with(&["Harbour Post", "Dan Tri", "The Ledger"]));
        let mut states = vec![bytes(document.project())];
        for edit in edits {
            if document.edit(edit).is_ok() {
                states.push(bytes(document.project()));
            }
        }
        prop_assert!(states.len() > 100, "most edits were refused");
        let last = states.clone();
        while let Some(state) = states.pop() {
            prop_assert_eq!(&state, &bytes(document.project()));
            prop_assert_eq!(document.undo().is_some(), !states.is_empty());
        }
        prop_assert!(!document.is_unsaved());
        for state in last.iter().skip(1) {
            prop_assert!(document.redo().is_some());
            prop_assert_eq!(state, &bytes(document.project()));
        }
        prop_assert!(document.redo().is_none());
    }
}

#[test]
fn each_edit_has_a_name_for_the_menu() {
    let first = WitnessKey(1);
    let cases = [
        (Edit::AddArticles { at: None, witnesses: vec![witness("Metro", 3)] }, "add Metro"),
        (Edit::AddArticles { at: None, witnesses: vec![witness("A", 3), witness("B", 3)] }, "add 2 articles"),
        (Edit::MoveArticle { article: first, to: 1 }, "move Dan Tri"),
        (Edit::SetHidden { articles: vec![first], is_hidden: true }, "hide Dan Tri"),
        (Edit::SetBase { article: first }, "choose Dan Tri as base"),
        (
            Edit::AddRulings {
                name: Some("join rows 3 and 5".to_owned()),
                rulings: vec![Ruling::Link { passages: vec![at(1, 0), at(2, 0)] }],
            },
            "join rows 3 and 5",
        ),
        (Edit::AddRulings { name: None, rulings: vec![Ruling::Pin { passages: vec![at(1, 0)] }] }, "pin row"),
        (Edit::SetNote { anchor: at(1, 0), note: "see the transcript".to_owned() }, "write note"),
        (Edit::RenameProject { title: "Bridge".to_owned() }, "rename project"),
        (Edit::RenameStatement { passage: at(1, 0), title: "Closure".to_owned() }, "rename statement"),
        (Edit::MoveToEvent { article: first, with: None }, "move Dan Tri to another event"),
        (Edit::JoinEvents { articles: vec![first], with: WitnessKey(2) }, "join events"),
        (Edit::RemoveArticles { articles: vec![first] }, "close Dan Tri"),
    ];
    for (edit, name) in cases {
        let mut document = Document::new(project_with(&["Dan Tri", "The Ledger"]));
        document.edit(edit).unwrap();
        assert_eq!(document.undo_name(), Some(name));
        assert_eq!(document.undo(), Some(name));
        assert_eq!(document.redo_name(), Some(name));
    }
}

#[test]
fn an_article_that_comes_to_an_event_stands_behind_its_articles_and_is_not_its_base() {
    let by = |key| Ruling::Base { article: WitnessKey(key) };
    let moved = |article, with: Option<u32>| Ruling::Move { article: WitnessKey(article), with: with.map(WitnessKey) };
    for (article, with, is_original, order, rulings) in [
        (1, Some(2), false, ["B", "A", "C"], vec![by(3), moved(1, Some(2))]),
        (1, Some(3), false, ["B", "C", "A"], vec![by(3), moved(1, Some(3))]),
        (1, Some(3), true, ["B", "C", "A"], vec![by(3), by(1), moved(1, Some(3))]),
        (3, Some(2), false, ["A", "B", "C"], vec![by(1), moved(3, Some(2))]),
        (1, None, false, ["A", "B", "C"], vec![by(3), by(1), moved(1, None)]),
    ] {
        let mut document = Document::new(project_with(&["A", "B", "C"]));
        document.edit(Edit::AddRulings { name: None, rulings: vec![by(3), by(1)] }).unwrap();
        if is_original {
            document.edit(Edit::SetOriginal { article: WitnessKey(article), is_original }).unwrap();
        }
        let before = document.project().clone();
        document.edit(Edit::MoveToEvent { article: WitnessKey(article), with: with.map(WitnessKey) }).unwrap();
        assert_eq!(names(document.project()), order, "{article} with {with:?}");
        assert_eq!(document.project().rulings(), rulings, "{article} with {with:?}");
        document.undo();
        assert_eq!(*document.project(), before);
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    let gone = WitnessKey(99);
    let rule = |ruling| Edit::AddRulings { name: None, rulings: vec![ruling] };
    let cases = [
        (Edit::AddArticles { at: None, witnesses: Vec::new() }, Refused::Nothing),
        (Edit::RemoveArticles { articles: vec![WitnessKey(1), gone] }, Refused::NoArticle),
        (Edit::MoveArticle { article: WitnessKey(1), to: 0 }, Refused::Nothing),
        (Edit::SetHidden { articles: vec![WitnessKey(1)], is_hidden: false }, Refused::Nothing),
        (Edit::SetBase { article: gone }, Refused::NoArticle),
        (rule(Ruling::Link { passages: vec![at(1, 0)] }), Refused::TooFew),
        (rule(Ruling::Link { passages: vec![at(1, 0), at(2, 5000)] }), Refused::OutsideText),
        (rule(Ruling::Part { passages: vec![at(1, 0)], others: vec![at(1, 0)] }), Refused::WithItself),
        (Edit::RemoveRulings { name: None, at: vec![0] }, Refused::NoRuling),
        (Edit::SetNote { anchor: at(1, 0), note: String::new() }, Refused::Nothing),
        (Edit::RenameStatement { passage: at(1, 0), title: " ".to_owned() }, Refused::Nothing),
        (Edit::MoveToEvent { article: WitnessKey(1), with: Some(WitnessKey(1)) }, Refused::WithItself),
        (Edit::JoinEvents { articles: vec![WitnessKey(2)], with: gone }, Refused::NoArticle),
    ];
    for (edit, refused) in cases {
        let mut document = Document::new(project_with(&["Dan Tri", "The Ledger"]));
        assert_eq!(document.edit(edit.clone()), Err(refused), "{edit:?}");
        assert_eq!(document.revision(), 0);
        let mut closed = Document::read_only(project_with(&["Dan Tri"]));
        assert_eq!(closed.edit(edit), Err(Refused::ReadOnly));
    }
}

#[test]
fn an_article_takes_its_rulings_and_notes_along_and_brings_them_back() {
    let mut document = Document::new(project_with(&["Dan Tri", "The Ledger", "Metro"]));
    let rulings = vec![
        Ruling::Link { passages: vec![at(1, 0), at(2, 0)] },
        Ruling::Link { passages: vec![at(1, 7), at(2, 7), at(3, 7)] },
        Ruling::Base { article: WitnessKey(2) },
    ];
    document.edit(Edit::AddRulings { name: None, rulings: rulings.clone() }).unwrap();
    document.edit(Edit::SetNote { anchor: at(2, 0), note: "odd".to_owned() }).unwrap();
    document.edit(Edit::RemoveArticles { articles: vec![WitnessKey(2)] }).unwrap();
    assert_eq!(document.project().rulings(), [Ruling::Link { passages: vec![at(1, 7), at(3, 7)] }]);
    assert!(document.project().remarks().is_empty());
    assert_eq!(names(document.project()), ["Dan Tri", "Metro"]);
    document.undo();
    assert_eq!(document.project().rulings(), rulings);
    assert_eq!(names(document.project()), ["Dan Tri", "The Ledger", "Metro"]);
}

#[test]
fn the_history_of_a_row_is_what_names_its_passages() {
    let mut document = Document::new(project_with(&["Dan Tri", "The Ledger"]));
    let rulings = vec![
        Ruling::Link { passages: vec![at(1, 0), at(2, 0)] },
        Ruling::Base { article: WitnessKey(1) },
        Ruling::Pin { passages: vec![at(2, 30)] },
        Ruling::Trim { from: at(1, 20), to: Span::new(2, 20) },
    ];
    document.edit(Edit::AddRulings { name: None, rulings }).unwrap();
    assert_eq!(document.project().rulings_about(&[at(1, 2)]), [0, 3]);
    assert_eq!(document.project().rulings_about(&[at(2, 28)]), [2]);
    assert_eq!(document.project().rulings_about(&[at(1, 50)]), [0usize; 0]);
}

#[test]
fn a_key_is_given_once_even_when_its_article_was_undone() {
    let mut document = Document::new(project_with(&["Dan Tri"]));
    let newest = |document: &Document| document.project().articles().last().map(|article| article.witness.key);
    document.edit(Edit::AddArticles { at: None, witnesses: vec![witness("Metro", 3)] }).unwrap();
    let first = newest(&document);
    document.undo();
    document.edit(Edit::AddArticles { at: None, witnesses: vec![witness("Herald", 3)] }).unwrap();
    assert_ne!(newest(&document), first);
}

#[test]
fn only_what_changes_the_table_asks_for_a_new_one() {
    let mut document = Document::new(project_with(&["Dan Tri", "The Ledger"]));
    document.edit(Edit::SetNote { anchor: at(1, 0), note: "odd".to_owned() }).unwrap();
    document.edit(Edit::SetHidden { articles: vec![WitnessKey(1)], is_hidden: true }).unwrap();
    assert_eq!((document.revision(), document.table_revision()), (2, 0));
    document.edit(Edit::SetBase { article: WitnessKey(2) }).unwrap();
    assert_eq!((document.revision(), document.table_revision()), (3, 3));
    document.undo();
    assert_eq!((document.revision(), document.table_revision()), (4, 4));
}

#[test]
fn the_unsaved_dot_knows_the_way_back() {
    let rename = |title: &str| Edit::RenameProject { title: title.to_owned() };
    let mut document = Document::new(project_with(&["Dan Tri"]));
    assert!(!document.is_unsaved());
    document.edit(rename("One")).unwrap();
    assert!(document.is_unsaved());
    let saving = document.state();
    document.edit(rename("Two")).unwrap();
    document.saved(saving);
    assert!(document.is_unsaved());
    document.undo();
    assert!(!document.is_unsaved());
    document.undo();
    assert!(document.is_unsaved());
    document.edit(rename("Three")).unwrap();
    assert!(document.is_unsaved());
    document.view_mut().centre = Centre::Coverage;
    document.undo();
    assert_eq!(document.project().view.centre, Centre::Coverage);
}

fn word_at(article: u32, start: usize) -> Anchor {
    Anchor { article: WitnessKey(article), span: Span::new(start, start + 5) }
}

#[test]
fn decisions_move_with_their_words_when_an_article_is_read_anew() {
    let [first, second, moved] = [0, 6, 11].map(|start| word_at(1, start));
    let mut document = Document::new(project_with(&["Dan Tri", "The Ledger"]));
    let rulings = vec![
        Ruling::Link { passages: vec![first, at(2, 0)] },
        Ruling::Pin { passages: vec![second] },
        Ruling::Base { article: WitnessKey(1) },
    ];
    document.edit(Edit::AddRulings { name: None, rulings: rulings.clone() }).unwrap();
    document.edit(Edit::SetNote { anchor: second, note: "gone with its word".to_owned() }).unwrap();
    document.edit(Edit::SetTags { anchor: first, tags: vec!["first".to_owned()] }).unwrap();

    let text = Text::new("Corrected: word0 and no more");
    let fit = fit_of(document.project(), WitnessKey(1), &text);
    assert_eq!((fit.kept, fit.lost), (1, vec![second]));
    let witness = Witness { text, ..Witness::clone(&document.project().articles()[0].witness) };
    document.edit(Edit::ReplaceArticle { article: WitnessKey(1), witness }).unwrap();

    let project = document.project();
    assert_eq!(project.rulings(), [Ruling::Link { passages: vec![moved, at(2, 0)] }, rulings[2].clone()]);
    let remarks: Vec<_> = project.remarks().iter().map(|(anchor, remark)| (*anchor, remark.tags.join(","))).collect();
    assert_eq!(remarks, [(moved, "first".to_owned())]);
    assert_eq!(document.undo(), Some("read Dan Tri anew"));
    assert_eq!(document.project().rulings(), rulings);
    assert_eq!(document.project().remarks().len(), 2);
}
