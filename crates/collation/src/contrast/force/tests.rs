//! Force as a table: the marked readings, then the notes with their evidence.

use super::super::ContrastKind;
use super::super::testing::{article, check, contrasts_of, spans};
use super::list::LIST;

fn force(marked: &[&str], expected: &[&str]) {
    check(ContrastKind::Force, marked, expected);
}

#[test]
fn every_line_of_the_list_is_read() {
    assert!(LIST.expressions.contains_key("must"));
    let classes = LIST.expressions.values().flatten().map(|(_, classes)| classes.len()).max();
    assert_eq!(classes, Some(2), "could stands in two classes");
}

#[test]
fn another_modal_on_the_same_word_is_told() {
    force(
        &["The bridge must close tonight.", "The bridge should close tonight."],
        &["Should here, must elsewhere: 1 words should; 0 counterpart must"],
    );
    force(
        &["Repairs will take weeks on the bridge.", "Repairs on the bridge could take weeks."],
        &["Could here, will elsewhere: 1 words could; 0 counterpart will"],
    );
    force(
        &["The bridge will reopen in May.", "The bridge is expected to reopen in May."],
        &["Expected to here, will elsewhere: 1 words expected to; 0 counterpart will"],
    );
}

#[test]
fn a_hedge_or_degree_that_stands_on_one_side_is_told() {
    force(
        &["The old bridge is a dangerous place.", "The old bridge is a very dangerous place."],
        &["Very only here: 1 words very; 0 counterpart dangerous"],
    );
    force(
        &["The minister allegedly hid the report.", "The minister hid the report."],
        &["Allegedly elsewhere, not here: 1 counterpart hid; 0 counterpart allegedly"],
    );
}

#[test]
fn a_plan_an_attempt_and_what_is_only_possible_are_told() {
    for (plain, told, note) in [
        (
            "The city challenges the new toll in court.",
            "The city plans to challenge the new toll in court.",
            "Plans to",
        ),
        ("The mayor stopped the ferry inquiry.", "The mayor tried to stop the ferry inquiry.", "Tried to"),
        (
            "They discussed a harbour land deal in May.",
            "They discussed a possible harbour land deal in May.",
            "Possible",
        ),
        ("He believed the bridge was safe.", "He mistakenly believed the bridge was safe.", "Mistakenly"),
        ("The bridge carries 500 cars an hour.", "The bridge carries more than 500 cars an hour.", "More than"),
    ] {
        let articles = [article(plain), article(told)];
        let found = contrasts_of(&articles.each_ref().map(|article| (article, spans(article))));
        let notes: Vec<String> = found
            .iter()
            .filter(|contrast| contrast.kind == ContrastKind::Force)
            .map(|contrast| contrast.note.to_string())
            .collect();
        assert_eq!(notes, [format!("{note} only here")], "{told}");
    }
}

#[test]
fn a_hedge_on_the_verb_that_reports_the_same_is_told() {
    let said = "{“We never closed the old bridge,”} Varga ⟦said⟧.";
    force(
        &[said, "{“We never closed the old bridge,”} Varga reportedly ⟦said⟧."],
        &["Reportedly only here: 1 words reportedly; 0 counterpart said"],
    );
    force(
        &["{“We never closed the old bridge,”} Varga reportedly ⟦said⟧.", said],
        &["Reportedly elsewhere, not here: 1 counterpart said; 0 counterpart reportedly"],
    );
    let both = "{“We never closed the old bridge,”} Varga allegedly ⟦said⟧.";
    force(&[both, "{“We never closed the old bridge,”} Varga reportedly ⟦said⟧."], &[]);
    force(&[said, "{“The free ferries are late again,”} Varga reportedly ⟦said⟧."], &[]);
}

#[test]
fn two_expressions_at_one_word_are_one_difference() {
    force(
        &["The mayor repeatedly denied the old bridge plan.", "The mayor vehemently denied the old bridge plan."],
        &["Vehemently here, repeatedly elsewhere: 1 words vehemently; 0 counterpart repeatedly"],
    );
}

#[test]
fn what_only_the_base_has_is_told_of_the_base_once() {
    let plain = "The old bridge is a dangerous place.";
    force(
        &["The old bridge is a very dangerous place.", plain, plain],
        &["Very only here: 0 words very; 1 counterpart dangerous; 2 counterpart dangerous"],
    );
}

#[test]
fn what_is_no_act_or_said_both_ways_is_no_difference() {
    // An infinitive tells of no meeting.
    force(
        &[
            "The mayor plans to meet the old bridge owner alone.",
            "For the mayor to meet the old bridge owner alone is new.",
        ],
        &[],
    );
    force(
        &[
            "Councillors urge the mayor to cancel the old bridge feast. Councillors asked her to consider cancelling the old bridge feast.",
            "Councillors want the mayor cancelling the old bridge feast.",
        ],
        &[],
    );
    // Two days, two utterances.
    force(
        &[
            "The mayor must close the old bridge, she said on Friday.",
            "The mayor should close the old bridge, she said on Saturday.",
        ],
        &[],
    );
    let cited = "According to the Times, {“we never closed the old bridge,”} Varga ⟦said⟧.";
    force(&[cited, "{“We never closed the old bridge,”} Varga reportedly ⟦said⟧."], &[]);
}

#[test]
fn reported_speech_and_other_places_are_no_difference() {
    force(&["“The bridge will reopen soon,” she said.", "She said the bridge would reopen soon."], &[]);
    force(&["“We can close the bridge,” she said.", "She said they could close the bridge."], &[]);
    force(&["The bridge may close.", "The bridge might close."], &[]);
    force(&["The bridge closes in May.", "The bridge closes in May."], &[]);
    force(&["The city must pay for the ferry.", "Nobody knows who paid the engineers."], &[]);
    force(&["“You might have a farmer from the valley there,” he said.", "“A farmer from the valley,” he said."], &[]);
    force(&["Undoubtedly, the bridge is closed for good.", "Undoubtedly the bridge is closed for good."], &[]);
    force(
        &["Three men were indicted for allegedly hacking the ferry.", "Three men are accused of hacking the ferry."],
        &[],
    );
    force(&["They no longer need to test the old bridge.", "They test the old bridge."], &[]);
    force(&["They do not have to close the old bridge.", "They close the old bridge."], &[]);
    force(
        &[
            "The city must approach the old bridge plan with care.",
            "The city has its own approach to the old bridge plan.",
        ],
        &[],
    );
    // An order is no weaker without "should", nor a chance without "may".
    force(&["They should try again, she said, before the day ends.", "“Be kind, try again before the day ends.”"], &[]);
    force(&["The mayor should close the old bridge.", "She urged the mayor to close the old bridge."], &[]);
    force(
        &[
            "The mayor may have broken the bridge law.",
            "They spoke of the possibility that the mayor broke the bridge law.",
        ],
        &[],
    );
    force(&["The will of the people closed the bridge.", "The people closed the bridge."], &[]);
}

#[test]
fn what_an_article_hedges_elsewhere_too_is_no_difference() {
    // Nouns, other words of the class, headlines.
    force(
        &[
            "Drivers went to court over alleged abuse of power by the old ferry board.",
            "Drivers went to court over allegations of abuse of power by the old ferry board.",
        ],
        &[],
    );
    force(&["Over 130 ferry pilots are ill this week.", "More than 130 ferry pilots are ill this week."], &[]);
    force(&["# New Ferry Is More Than 90 Metres Long", "The new ferry is more than 90 metres long."], &[]);
    force(
        &["The council lays out plan to reopen the old ferry line.", "The council on reopen the old ferry line."],
        &[],
    );
    force(
        &[
            "The council refused to consider two ferry bills this week.",
            "The council blocked two ferry bills this week.",
        ],
        &[],
    );
    // Before and after.
    force(&["The council is set to vote on the old ferry bill.", "The council voted on the old ferry bill."], &[]);
    force(
        &["The council is set to vote on the old ferry bill.", "The council votes on the old ferry bill."],
        &["Set to elsewhere, not here: 1 counterpart votes; 0 counterpart set to"],
    );
}

#[test]
fn an_attempt_that_the_article_names_elsewhere_is_no_difference() {
    let (headline, body) =
        ("# Prosecutors accuse the mayor of witness tampering", "The mayor tried to tamper with two witnesses.");
    let plain = article(&format!("{headline}\n{body}"));
    let told = article("# Prosecutors say the mayor is trying to tamper with a witness");
    let lead = |at: usize| vec![spans(&plain)[at]];
    let force = |readings: &[(&crate::prepare::Prepared, Vec<crate::span::Span>)]| {
        contrasts_of(readings).iter().filter(|it| it.kind == ContrastKind::Force).count()
    };
    assert_eq!(force(&[(&plain, lead(0)), (&told, spans(&told))]), 0);
    let alone = article(headline);
    assert_eq!(force(&[(&alone, spans(&alone)), (&told, spans(&told))]), 1);
}

#[test]
fn what_the_base_has_neither_of_is_compared_among_the_others() {
    force(
        &[
            "She promised “weeks, not months”.",
            "“It will be weeks, not months,” she said.",
            "Repairs could take weeks rather than months, she said.",
        ],
        &["Could here, will elsewhere: 2 words could; 1 counterpart will"],
    );
}
