use fearless_simd::Level;
use proptest::prelude::*;

use super::*;
use crate::segment::tokens_from_words;

fn tokens(text: &str) -> Vec<Token> {
    tokens_from_words(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
}

fn linked(a: &str, b: &str) -> Vec<String> {
    let (one, two) = (tokens(a), tokens(b));
    let links = align(&one, &two, &Lexicon::new(&[]));
    links.iter().map(|link| format!("{}={}", one[link.a].norm, two[link.b].norm)).collect()
}

#[test]
fn words_answer_words_of_other_form() {
    for (a, b, wanted) in [
        (
            "One in three ferries is late , the port said .",
            "1 in 3 ferries is late , the port said .",
            &["one=1", "three=3"][..],
        ),
        ("The talks in Kiev ended .", "The talks in Kyiv ended .", &["kiev=kyiv"]),
        (
            "The board plans to close the bridge .",
            "The board intends to shut the bridge .",
            &["plans=intends", "close=shut"],
        ),
        ("They will abandon the plan .", "They will give up the plan .", &["abandon=give", "abandon=up"]),
    ] {
        let found = linked(a, b);
        for pair in wanted {
            assert!(found.iter().any(|link| link == pair), "{a} / {b}: {pair} not in {found:?}");
        }
    }
}

#[test]
fn every_processor_gives_the_same_links_bit_for_bit() {
    let lexicon = Lexicon::new(&[]);
    let texts = [
        "The port said on Tuesday that one in three ferries was late because of the storm , and that the old bridge \
         at Halden would stay shut for two weeks while engineers look at cracks in its hangers .",
        "Engineers inspect cracked hangers , so the crossing remains closed for a fortnight ; 1 in 3 boats ran late \
         in Tuesday's gale , according to the harbour office , which gave up the plan for a two-year repair .",
        "No .",
    ];
    let words = texts.map(|text| Words::new(&tokens(text), &lexicon));
    for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))) {
        let all = learned::align_with(Level::new(), a, b);
        assert!(all.is_some());
        assert_eq!(all, learned::align_with(Level::baseline(), a, b));
    }
}

#[test]
fn a_denial_has_no_answer_where_nothing_denies() {
    let found = linked("The harbour is not neutral ground .", "The harbour is neutral ground .");
    assert!(!found.iter().any(|link| link.starts_with("not=")), "{found:?}");
}

#[test]
fn coverage_tells_the_same_statement_from_another() {
    let lexicon = Lexicon::new(&[]);
    let statement = tokens("The port will close the old bridge in May , the mayor said .");
    let same = tokens("The mayor announced that the harbour shuts the old bridge in May .");
    let another = tokens("Heavy rain fell over the northern hills and flooded two farms .");
    let (near, _) = coverage(&statement, &same, &lexicon);
    let (far, _) = coverage(&statement, &another, &lexicon);
    assert!(near > 0.5 && far < 0.3, "{near} {far}");
}

#[test]
fn long_wordings_are_linked_by_their_equal_words() {
    let text: Vec<String> = (0..900).map(|k| format!("w{k}")).collect();
    let one = tokens(&text.join(" "));
    let links = align(&one, &one, &Lexicon::new(&[]));
    assert_eq!(links.len(), 900);
    assert!(links.iter().all(|link| link.a == link.b));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn links_are_sorted_and_inside(a in "[a-e,.“é漢3 ]{0,60}", b in "[a-e,.”é漢3 ]{0,60}") {
        let (one, two) = (tokens(&a), tokens(&b));
        let links = align(&one, &two, &Lexicon::new(&[]));
        prop_assert!(links.iter().all(|link| link.a < one.len() && link.b < two.len()));
        prop_assert!(links.iter().all(|link| (0.0..=1.0).contains(&link.certainty)));
        prop_assert!(links.windows(2).all(|two| (two[0].a, two[0].b) < (two[1].a, two[1].b)));
        let (covered_a, covered_b) = coverage(&one, &two, &Lexicon::new(&[]));
        prop_assert!((0.0..=1.001).contains(&covered_a) && (0.0..=1.001).contains(&covered_b));
    }
}
