//! Two readers who share three articles and differ in a few ways.

use collation::prepare::prepare;
use collation::{Block, Role, Span, Text, Witness};

use super::*;
use crate::history::Document;
use crate::project::Edit;

const BRIDGE: &str = "The bridge is shut. Ferries run all day. Shops complain.";
const HARBOUR: &str = "Shops complain about it. The harbour bridge is shut.";
const LEDGER: &str = "Bridge shut, says mayor.";

fn document(texts: &[&str]) -> Document {
    let witnesses = texts
        .iter()
        .map(|text| {
            let text = Text::new(*text);
            let blocks = vec![Block::new(Role::Body, text.span())];
            Witness { text, blocks, ..Witness::default() }
        })
        .collect();
    let mut document = Document::default();
    document.edit(Edit::AddArticles { at: None, witnesses }).unwrap();
    document
}

/// The stretch of `words` in whichever article has them.
fn at(project: &Project, words: &str) -> Anchor {
    let found = project.articles().iter().find_map(|article| {
        let start = article.witness.text.as_str().find(words)?;
        Some(Anchor { article: article.witness.key, span: Span::new(start, start + words.len()) })
    });
    found.unwrap_or_else(|| panic!("nobody says {words}"))
}

/// Compares readers whose rows are given as lists of words; the alignment is the test's own.
fn compare_words(mine: &Project, my_rows: &[&[&str]], theirs: &Project, their_rows: &[&[&str]]) -> Comparison {
    let prepared: Vec<_> = mine.witnesses().into_iter().map(|witness| Arc::new(prepare(witness))).collect();
    let anchors = |project: &Project, rows: &[&[&str]]| -> Vec<Vec<Anchor>> {
        rows.iter().map(|row| row.iter().map(|words| at(project, words)).collect()).collect()
    };
    compare_rows(mine, &prepared, &anchors(mine, my_rows), theirs, &anchors(theirs, their_rows))
}

fn words(project: &Project, pairs: &[(Anchor, Anchor)]) -> Vec<String> {
    pairs.iter().map(|&(a, b)| format!("{} ~ {}", project.text_at(a), project.text_at(b))).collect()
}

/// My project, and the other reader's with the articles in another order and one more.
fn two() -> (Document, Document) {
    (document(&[BRIDGE, HARBOUR, LEDGER]), document(&["Only they have this.", LEDGER, BRIDGE, HARBOUR]))
}

#[test]
fn articles_are_paired_by_their_text() {
    let (mine, theirs) = two();
    let pairing = pair_articles(mine.project(), theirs.project());
    let key = WitnessKey;
    assert_eq!(pairing.same, BTreeMap::from([(key(2), key(3)), (key(3), key(1)), (key(4), key(2))]));
    assert_eq!((pairing.only_mine, pairing.only_theirs), (vec![], vec![key(1)]));
    let twice = document(&[BRIDGE, BRIDGE]);
    let pairing = pair_articles(twice.project(), document(&[BRIDGE]).project());
    assert_eq!((pairing.same, pairing.only_mine), (BTreeMap::from([(key(1), key(1))]), vec![key(2)]));
}

#[test]
fn links_are_counted_and_disputes_listed() {
    let (mine, theirs) = two();
    let (mine, theirs) = (mine.project(), theirs.project());
    let my_rows: &[&[&str]] = &[
        &["The bridge is shut.", "The harbour bridge is shut.", "Bridge shut, says mayor."],
        &["Ferries run all day."],
    ];
    // Cut a little otherwise, which is no dispute; and the shops stand in one row.
    let their_rows: &[&[&str]] =
        &[&["bridge is shut.", "The harbour bridge is shut"], &["Shops complain.", "Shops complain about it."]];
    let comparison = compare_words(mine, my_rows, theirs, their_rows);
    // Passages: three, two and one; pairs of different articles: 3·2 + 3·1 + 2·1.
    assert_eq!(comparison.links, Agreement { both: 1, only_mine: 2, only_theirs: 1, questions: 11 });
    let [Dispute::Links { only_mine, only_theirs }, Dispute::Links { only_mine: none, only_theirs: shops }] =
        comparison.disputes.as_slice()
    else {
        panic!("{:?}", comparison.disputes)
    };
    assert_eq!(
        words(mine, only_mine),
        ["The bridge is shut. ~ Bridge shut, says mayor.", "The harbour bridge is shut. ~ Bridge shut, says mayor."]
    );
    assert!(only_theirs.is_empty() && none.is_empty());
    assert_eq!(words(mine, shops), ["Shops complain. ~ Shops complain about it."]);

    let same = compare_words(mine, my_rows, mine, my_rows);
    assert_eq!((same.links.f1(), same.links.alpha(), same.disputes), (Some(1.0), Some(1.0), Vec::new()));
}

#[test]
fn choosing_one_by_one_settles_every_dispute() {
    let (mut mine, mut theirs) = two();
    let tag = |document: &mut Document, words: &str, tags: &[&str]| {
        let anchor = at(document.project(), words);
        let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        document.edit(Edit::SetTags { anchor, tags }).unwrap();
    };
    let note = |document: &mut Document, words: &str, note: &str| {
        let anchor = at(document.project(), words);
        document.edit(Edit::SetNote { anchor, note: note.to_owned() }).unwrap();
    };
    tag(&mut mine, "The bridge is shut.", &["closure", "traffic"]);
    tag(&mut mine, "Ferries run", &["traffic"]);
    note(&mut mine, "Ferries run all day.", "only in one");
    tag(&mut theirs, "The bridge is shut.", &["closure"]);
    tag(&mut theirs, "Shops complain.", &["economy"]);
    note(&mut theirs, "Ferries run all day.", "check the timetable");

    let compared = |mine: &Document, theirs: &Document| compare_words(mine.project(), &[], theirs.project(), &[]);
    let first = compared(&mine, &theirs);
    // Three tags over six passages.
    assert_eq!(first.tags, Agreement { both: 1, only_mine: 2, only_theirs: 1, questions: 18 });
    let names: Vec<&str> = first.by_tag.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["closure", "economy", "traffic"]);
    assert_eq!(first.by_tag[0].1.alpha(), Some(1.0));
    assert_eq!(first.disputes.len(), 4);

    for (choice, notes) in [(Choice::Theirs, "check the timetable"), (Choice::Both, "only in one\ncheck the timetable")]
    {
        let mut merged = mine.clone();
        for dispute in &first.disputes {
            for edit in settle(merged.project(), dispute, choice) {
                merged.edit(edit).unwrap();
            }
        }
        let again = compared(&merged, &theirs);
        let ferries = at(merged.project(), "Ferries run all day.");
        assert_eq!(merged.project().remarks()[&ferries].note, notes);
        match choice {
            Choice::Theirs => assert_eq!(again.disputes, []),
            _ => assert_eq!((again.tags.only_theirs, again.tags.only_mine), (0, 2)),
        }
    }
    let kept = first.disputes.iter().flat_map(|dispute| settle(mine.project(), dispute, Choice::Mine));
    assert_eq!(kept.count(), 0);
}

#[test]
fn a_choice_about_links_becomes_rulings() {
    let (mut mine, _) = two();
    let project = mine.project();
    let [bridge, harbour, shops, complaint] =
        ["The bridge is shut.", "The harbour bridge is shut.", "Shops complain.", "Shops complain about it."]
            .map(|words| at(project, words));
    let dispute = Dispute::Links { only_mine: vec![(bridge, harbour)], only_theirs: vec![(shops, complaint)] };
    assert_eq!(passages_of(&dispute).len(), 4);
    for edit in settle(project, &dispute, Choice::Theirs) {
        mine.edit(edit).unwrap();
    }
    assert_eq!(
        mine.project().rulings(),
        [
            collation::ruling::Ruling::Part { passages: vec![bridge], others: vec![harbour] },
            collation::ruling::Ruling::Link { passages: vec![shops, complaint] }
        ]
    );
    assert_eq!(mine.undo_name(), Some("take the other reader's links"));
}

#[test]
fn rows_come_from_the_sheet_in_its_articles_keys() {
    let document = document(&[BRIDGE, HARBOUR, LEDGER]);
    let project = document.project();
    let articles: Vec<_> = project.witnesses().into_iter().map(|witness| Arc::new(prepare(witness))).collect();
    let collation =
        collation::collate(articles, project.rulings(), collation::Options::default(), &collation::Unattended);
    let sheet = collation::sheet::lay_out(&collation, project.rulings());
    let shared: usize = sheet.events.iter().flat_map(|event| &event.rows).filter(|row| !row.is_lone()).count();
    let rows = rows_of(&sheet);
    assert_eq!(rows.len(), shared);
    assert!(rows.iter().flatten().all(|&anchor| !project.text_at(anchor).is_empty()));
    let reader = Reader { project, sheet: &sheet };
    assert_eq!(compare(reader, reader).disputes, []);
}
