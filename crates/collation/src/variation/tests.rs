use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::lexicon::Lexicon;
use crate::prepare::prepare;
use crate::span::Text;
use crate::table::{Certainty, Reading};
use crate::witness::{Block, Metadata, Role, Witness, WitnessKey};

pub(super) fn article(text: &str) -> Prepared {
    let text = Text::new(text);
    let blocks = vec![Block::new(Role::Body, text.span())];
    let meta = Metadata { language: Some("en".into()), ..Metadata::default() };
    let path = String::new();
    let witness = Witness { key: WitnessKey(0), path, format: "txt".into(), encoding: None, meta, text, blocks };
    prepare(Arc::new(witness))
}

/// The runs of whole texts, the first of which is the base.
fn runs_of(texts: &[&str]) -> Vec<(Prepared, Vec<Run>)> {
    let articles: Vec<Prepared> = texts.iter().map(|text| article(text)).collect();
    let cells = articles.iter().map(|article| Some(Reading { passages: vec![article.witness.text.span()] })).collect();
    let row = Row { cells, certainty: Certainty::Rule, score: 1.0, because: Vec::new(), pinned: false };
    let members: Vec<usize> = (0..articles.len()).collect();
    let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
    let found =
        runs(&articles.iter().collect::<Vec<_>>(), &members, &row, 0, &Dictionary::new(std::iter::empty(), &lexicon));
    articles.into_iter().zip(found).collect()
}

/// `=shared ~reworded{mate} +only here >moved`, one mark a run.
fn shown(article: &Prepared, runs: &[Run], base: &Prepared) -> String {
    let parts = runs.iter().map(|run| {
        let text = article.witness.text.slice(run.span).trim();
        let mates: Vec<&str> = run.mates.iter().map(|(_, span)| base.witness.text.slice(*span)).collect();
        match run.kind {
            RunKind::Shared => format!("={text}"),
            RunKind::Reworded => format!("~{text}{{{}}}", mates.join("|")),
            RunKind::OnlyHere => format!("+{text}"),
            RunKind::Moved => format!(">{text}"),
        }
    });
    parts.collect::<Vec<_>>().join(" ")
}

#[test]
fn readings_show_what_is_shared_reworded_and_only_here() {
    for (base, other, wanted) in [
        ("The bridge is safe.", "The bridge is safe.", "=The bridge is safe."),
        ("The bridge is neutral ground.", "The bridge is not neutral ground.", "=The bridge is +not =neutral ground."),
        ("Ferries must run daily.", "Ferries should run daily.", "=Ferries ~should{must} =run daily."),
        (
            "The council of Lindmoor resolved by 27 to 24 that nobody under 18 will pay on the city’s buses.",
            "Councillors in Lindmoor voted by 27 to 23 to give every under-18 in the city a free seat on buses.",
            "~Councillors in{council of} =Lindmoor ~voted{resolved} =by 27 to ~23{24} ~to give every under-18 in\
             {nobody under 18} =the city +a free seat on =buses.",
        ),
        (
            "The harbour board closed the old bridge on Monday.",
            "The harbour board shut the old bridge on Monday.",
            "=The harbour board ~shut{closed} =the old bridge on Monday.",
        ),
        (
            "The mayor opened the bridge on Monday after long repairs.",
            "The mayor opened the bridge on Monday.",
            "=The mayor opened the bridge on Monday.",
        ),
        // Who said it is no part of what was said.
        (
            "“It opens not a day earlier,” Transport Minister Ilse Varga said.",
            "“It opens not a day sooner,” she said.",
            "=“It opens not a day ~sooner{earlier} =,” ~she{Transport Minister Ilse Varga} =said.",
        ),
        // What one reports with a verb of its own is reported whole in the other.
        (
            "The bridge stays shut until engineers say it is safe.",
            "“It will reopen when engineers say it is safe,” Ilse Varga told reporters.",
            "=“ +It will reopen ~when{until} =engineers say it is safe,” +Ilse Varga told +reporters =.",
        ),
    ] {
        let found = runs_of(&[base, other]);
        assert_eq!(shown(&found[1].0, &found[1].1, &found[0].0), wanted, "{base} / {other}");
    }
}

#[test]
fn what_a_third_reading_has_is_not_only_here() {
    let found = runs_of(&[
        "The mayor opened the bridge on Monday.",
        "The mayor opened the rusty bridge on Monday with a brass band.",
        "With a brass band the mayor opened the bridge on Monday at noon.",
    ]);
    let kinds = |at: usize| {
        let (article, runs) = &found[at];
        let kind = |run: &Run| (article.witness.text.slice(run.span).trim().to_owned(), run.kind);
        runs.iter().filter(|run| run.kind == RunKind::OnlyHere).map(kind).map(|(words, _)| words).collect::<Vec<_>>()
    };
    assert_eq!([kinds(1), kinds(2)], [vec!["rusty"], vec!["at noon"]]);
    let band = found[1].1.iter().find(|run| found[1].0.witness.text.slice(run.span).contains("brass")).expect("a run");
    assert!(
        band.mates
            .iter()
            .any(|&(column, span)| { column == 2 && found[2].0.witness.text.slice(span).contains("brass band") })
    );
}

#[test]
fn what_stands_anywhere_in_another_reading_is_not_only_here() {
    for (base, other, wanted) in [
        // The title and the sentence of one outlet hold what the other has once.
        (
            "The senate overrode the veto of the mayor on Monday.",
            "Veto overridden. The senate overrode the veto of the mayor on Monday at a late sitting.",
            vec!["at a late sitting"],
        ),
        ("The bridge is safe.", "A dam broke. The bridge is safe.", vec!["A dam broke"]),
    ] {
        let found = runs_of(&[base, other]);
        let (article, runs) = &found[1];
        let only = runs.iter().filter(|run| run.kind == RunKind::OnlyHere);
        let only: Vec<&str> = only.map(|run| article.witness.text.slice(run.span).trim()).collect();
        assert_eq!(only, wanted, "{}", shown(article, runs, &found[0].0));
    }
}

#[test]
fn what_only_its_place_speaks_for_is_no_swap() {
    for (base, other, wanted) in [
        // A verb that reports answers no name.
        ("“We stay,” said Ada Vale.", "Turncoat Ada Vale muttered: “We stay.”", "Turncoat"),
        // Nothing near them is the same.
        (
            "The ferry left the harbour at dawn to fetch the mail.",
            "Nobody slept. The ferry left at dawn, a captain sang.",
            "captain",
        ),
        // A number answers numbers.
        ("The ferry took cars to the island on Monday.", "The ferry took 40 to the island on Monday.", "40"),
    ] {
        let found = runs_of(&[base, other]);
        let (article, runs) = &found[1];
        let at = runs.iter().find(|run| article.witness.text.slice(run.span).contains(wanted)).expect("a run");
        assert_eq!(at.kind, RunKind::OnlyHere, "{}", shown(article, runs, &found[0].0));
    }
}

/// The words of the other reading that are shown as reworded.
fn swaps(base: &str, other: &str) -> Vec<String> {
    let found = runs_of(&[base, other]);
    let (article, runs) = &found[1];
    let reworded = runs.iter().filter(|run| run.kind == RunKind::Reworded);
    reworded.map(|run| article.witness.text.slice(run.span).trim().to_owned()).collect()
}

#[test]
fn half_a_name_is_no_other_wording() {
    // The port is not Velm, nor is a title the name behind it.
    for (base, other) in [
        (
            "A pilot who was born in the port to ferry folk may not steer, the court held.",
            "The court held on Monday that a pilot, born in New Velm to poor ferry folk, may not steer.",
        ),
        (
            "The pilots met on the island, and he said that the strike will go on.",
            "On the island the pilots met, and Mr. Reyd said that the strike will go on.",
        ),
    ] {
        let found = swaps(base, other);
        assert!(!found.iter().any(|swap| ["Velm", "Mr.", "New"].contains(&swap.as_str())), "{found:?}");
    }
    let found = swaps("The ferry was sold by Elizabeth Varga on Monday.", "The ferry was sold by Liz Varga on Monday.");
    assert_eq!(found, ["Liz"]);
    let found = swaps("The ferry was sold by Elizabeth K. Varga on Monday.", "Liz Varga sold the ferry on Monday.");
    assert!(found.contains(&"Liz".to_owned()), "{found:?}");
}

#[test]
fn a_preposition_answers_another_where_both_its_neighbours_do() {
    let rights = swaps(
        "The board says it will guard the rights of pilots and of ferry cooks in the coming year.",
        "In the coming year, it says, the board wants to guard the rights for pilots and for cooks.",
    );
    assert!(rights.contains(&"for".to_owned()), "{rights:?}");
    let other = swaps(
        "The vote of the board would be an affront to the freedom of all the pilots on the islands.",
        "On the islands the quarrel has become a confrontation over the freedom of all the pilots.",
    );
    assert!(!other.contains(&"over".to_owned()), "{other:?}");
}

#[test]
fn the_same_letters_are_the_same_wording() {
    let found = swaps(
        "The board wants to re-open the night club by the harbour.",
        "The board wants to reopen the nightclub by the harbour.",
    );
    assert!(found.is_empty(), "{found:?}");
    let found = swaps(
        "Two pilots, aged 19 and 21 respectively, sued the board for its lack of manners.",
        "Two pilots, aged 19 and 21, sued the board: show some respect, they said.",
    );
    assert!(!found.iter().any(|swap| swap.contains("respect")), "{found:?}");
}

#[test]
fn verbs_that_report_different_things_are_no_swap() {
    let found = swaps(
        "Varga admitted that no pilot had asked her to stay in the race for the harbour board.",
        "Varga said over the weekend that ferries sink by themselves. She stays in the race for the harbour board.",
    );
    assert!(!found.iter().any(|swap| swap.contains("said")), "{found:?}");
    let found = swaps(
        "Varga insisted that no pilot had asked her to stay in the race.",
        "No pilot had asked her to stay in the race, Varga said.",
    );
    assert!(found.iter().any(|swap| swap.contains("said")), "{found:?}");
}

#[test]
fn the_base_shows_what_no_other_has() {
    let found = runs_of(&[
        "The mayor opened the bridge on Monday after long repairs.",
        "The mayor opened the bridge on Monday.",
    ]);
    let base = &found[0];
    assert_eq!(shown(&base.0, &base.1, &found[1].0), "=The mayor opened the bridge on Monday +after long repairs =.");
}

#[test]
fn a_column_without_reading_has_no_runs() {
    let one = article("The bridge is safe.");
    let row = Row {
        cells: vec![None, Some(Reading { passages: vec![one.witness.text.span()] })],
        certainty: Certainty::Rule,
        score: 1.0,
        because: Vec::new(),
        pinned: false,
    };
    let found = runs(&[&one, &one], &[0, 1], &row, 0, &Dictionary::new(std::iter::empty(), &Lexicon::new(&[])));
    assert!(found[0].is_empty());
    assert_eq!(found[1].iter().map(|run| run.kind).collect::<Vec<_>>(), [RunKind::Shared]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn runs_join_back_to_their_reading(texts in prop::collection::vec("(ferry|bridge|the|not|of|3|three|“|”|,|\\.|mayor|said|é|漢| |\n){0,24}", 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for (article, runs) in runs_of(&texts) {
            let mut at = 0;
            for run in &runs {
                prop_assert_eq!(run.span.start, at);
                prop_assert!(!run.span.is_empty());
                at = run.span.end;
            }
            prop_assert_eq!(at, article.witness.text.len());
        }
    }
}
