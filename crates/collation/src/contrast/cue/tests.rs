//! Reporting verbs as a table: the marked readings, then the notes with their evidence.

use super::super::ContrastKind;
use super::super::testing::{article, check, contrasts_of, spans};

#[test]
fn verbs_of_another_class_are_told() {
    check(
        ContrastKind::Cue,
        &[
            "{“We closed the old bridge,”} Varga ⟦said⟧.",
            "{“We closed the bridge,”} Varga ⟦told⟧ reporters.",
            "Varga ⟦insisted⟧ {that they closed the old bridge for safety}.",
            "⟦According to⟧ Varga, {the old bridge was closed on Tuesday}.",
        ],
        &["Reporting verb: insisted here, said elsewhere: 2 words insisted; 0 counterpart said; \
           1 counterpart told; 3 counterpart According to"],
    );
}

#[test]
fn what_is_denied_inside_the_words_leaves_the_verb_alone() {
    check(
        ContrastKind::Cue,
        &["She ⟦promised⟧ {“weeks, not months”}.", "{“It will be weeks, not months,”} she ⟦said⟧."],
        &["Reporting verb: said here, promised elsewhere: 1 words said; 0 counterpart promised"],
    );
}

#[test]
fn a_verb_has_its_particle() {
    check(
        ContrastKind::Cue,
        &["{“We closed the old bridge,”} Varga ⟦said⟧.", "{“We closed the old bridge,”} Varga ⟦shot back⟧."],
        &["Reporting verb: shot back here, said elsewhere: 1 words shot back; 0 counterpart said"],
    );
}

#[test]
fn a_passive_without_an_agent_names_nobody() {
    let said = "Varga ⟦said⟧ {that twelve officers hacked the old ferry}.";
    check(ContrastKind::Cue, &[said, "Twelve officers ⟦were accused⟧ of {having hacked the old ferry}."], &[]);
    check(
        ContrastKind::Cue,
        &[said, "⟪Varga⟫ ⟦accused⟧ {twelve officers of having hacked the old ferry}."],
        &["Reporting verb: accused here, said elsewhere: 1 words accused; 0 counterpart said"],
    );
}

#[test]
fn a_verb_in_a_list_counts_though_its_subject_is_far() {
    let said = "Varga ⟦says⟧ {“I’ll end the war on the ferries”} in a film.\nThe film mocks the board, ";
    let pledged = "Varga ⟦pledges⟧ {to end “the war on the ferries”}.";
    let list = format!("{said}vows to go on, and ends with a song.");
    check(ContrastKind::Cue, &[&list, pledged], &[]);
    let other = format!("{said}shows a boat, and ends with a song.");
    check(
        ContrastKind::Cue,
        &[&other, pledged],
        &["Reporting verb: pledges here, says elsewhere: 1 words pledges; 0 counterpart says"],
    );
}

#[test]
fn an_act_that_the_words_do_is_no_plain_report() {
    let other = "Varga ⟦contended⟧ {that the cracks in the hangers of the old bridge were an emergency}.";
    let act = "Varga ⟦said⟧ {she is declaring the cracks in the hangers of the old bridge an emergency}.";
    check(ContrastKind::Cue, &[act, other], &[]);
    let plain = "Varga ⟦said⟧ {she had found the cracks in the hangers of the old bridge an emergency}.";
    check(
        ContrastKind::Cue,
        &[plain, other],
        &["Reporting verb: contended here, said elsewhere: 1 words contended; 0 counterpart said"],
    );
}

#[test]
fn verbs_that_report_other_things_are_not_compared() {
    let base = "Varga ⟦admitted⟧ {that engineers found cracks in two hangers}.";
    check(ContrastKind::Cue, &[base, "Varga ⟦said⟧ {the ferries are running}."], &[]);
    let both = format!("{base}\nVarga ⟦said⟧ {{the free ferries are running on time again}}.");
    check(ContrastKind::Cue, &[&both, "Varga ⟦said⟧ {the ferries are running on time}."], &[]);
    let named = "⟪The ministry⟫ ⟦denied⟧ {that engineers found cracks in two hangers}.";
    check(ContrastKind::Cue, &["⟪Officials⟫ ⟦said⟧ {that engineers found cracks in two hangers}.", named], &[]);
    let other = "Reyd> Reyd ⟦denied⟧ {that engineers found cracks in two hangers}.";
    check(ContrastKind::Cue, &[&format!("Varga> {base}"), other], &[]);
}

#[test]
fn words_that_two_statements_hold_by_chance_are_not_enough() {
    // Names alone, or a few words of a long report.
    let said = "Varga ⟦said⟧ {the Old Bridge Authority and Tom Reyd had met on Monday}.";
    check(ContrastKind::Cue, &[said, "Varga ⟦insisted⟧ {Tom Reyd and the Old Bridge Authority lied}."], &[]);
    check(
        ContrastKind::Cue,
        &[
            "Varga ⟦praised⟧ {a plan for ferries that run all night between the islands while the bridge is painted}.",
            "Varga ⟦called⟧ for {paint on the bridge}.",
        ],
        &[],
    );
    // But the same words in a row are.
    check(
        ContrastKind::Cue,
        &[
            "Varga ⟦said⟧ {“share the story” with as many friends, neighbours and relatives as anybody can reach}.",
            "Varga ⟦urged⟧ {Reyd to “go and share the story” about the painted hangers of a northern ferry}.",
        ],
        &[],
    );
    check(
        ContrastKind::Cue,
        &[
            "Varga ⟦said⟧ {“go and share the story” with as many friends and relatives as anybody can reach}.",
            "Varga ⟦urged⟧ {Reyd to “go and share the story” about the painted hangers of a northern ferry}.",
        ],
        &["Reporting verb: urged here, said elsewhere: 1 words urged; 0 counterpart said"],
    );
}

#[test]
fn what_was_not_done_or_only_asked_is_no_act() {
    let said = "Varga ⟦said⟧ {that engineers found cracks in two hangers}.";
    for other in [
        "Varga did not ⟦dispute⟧ {that engineers found cracks in two hangers}.",
        "Asked whether he ⟦denied⟧ {that engineers found cracks in two hangers}, he left.",
    ] {
        check(ContrastKind::Cue, &[said, other], &[]);
    }
}

#[test]
fn demands_are_of_one_class_whatever_stands_between() {
    let urged = "Varga ⟦urged⟧ {the city to close the old bridge}.";
    for other in [
        "Varga ⟦called⟧ on Friday for {the city to close the old bridge}.",
        "Varga ⟦asked⟧ {the city to close the old bridge}.",
    ] {
        check(ContrastKind::Cue, &[urged, other], &[]);
    }
}

#[test]
fn what_another_verb_inside_reports_is_not_compared() {
    check(
        ContrastKind::Cue,
        &[
            "Varga ⟦accused⟧ {Reyd of hiding cracks in two hangers}.",
            "Varga ⟦called⟧ on {Reyd to resign in a letter that accused him of hiding cracks in two hangers}.",
        ],
        &[],
    );
}

#[test]
fn a_reading_that_also_says_it_with_the_others_verb_does_not_differ() {
    let warned = "Varga ⟦warned⟧ {that engineers found cracks in two hangers}.";
    let said = "Varga ⟦said⟧ {that engineers found cracks in two old hangers}.";
    check(ContrastKind::Cue, &[&format!("{said}\n{warned}"), warned], &[]);
}

#[test]
fn where_all_others_agree_the_base_is_told() {
    let said = "{“We closed the old bridge,”} Varga ⟦said⟧.";
    check(
        ContrastKind::Cue,
        &["{“We closed the old bridge,”} Varga ⟦insisted⟧.", said, said],
        &["Reporting verb: insisted here, said elsewhere: 0 words insisted; 1 counterpart said; 2 counterpart said"],
    );
}

#[test]
fn calling_for_something_is_another_class_than_calling_it_something() {
    let said = "Varga ⟦said⟧ {“the closure is a sad and late precaution”}.";
    check(ContrastKind::Cue, &[said, "Varga ⟦called⟧ {the closure “a sad and late precaution”}."], &[]);
    check(
        ContrastKind::Cue,
        &[said, "Varga ⟦called⟧ for {“a sad and late precaution” of closure}."],
        &["Reporting verb: called here, said elsewhere: 1 words called; 0 counterpart said"],
    );
    check(
        ContrastKind::Cue,
        &[said, "Varga ⟦called for⟧ {“a sad and late precaution” of closure}."],
        &["Reporting verb: called for here, said elsewhere: 1 words called for; 0 counterpart said"],
    );
}

#[test]
fn what_the_base_does_not_report_is_compared_among_the_others() {
    check(
        ContrastKind::Cue,
        &[
            "Reyd ⟦said⟧ {the ferries were running on time}.",
            "Varga ⟦warned⟧ {that engineers found cracks in two hangers}.",
            "Varga ⟦said⟧ {that engineers found cracks in two hangers}.",
        ],
        &["Reporting verb: said here, warned elsewhere: 2 words said; 1 counterpart warned"],
    );
}

#[test]
fn a_reading_without_a_verb_is_not_told() {
    check(ContrastKind::Cue, &["Varga ⟦insisted⟧ {the bridge was closed}.", "The bridge was closed."], &[]);
}

#[test]
fn a_verb_that_the_other_prints_with_the_words_around_it_reports_nothing() {
    check(
        ContrastKind::Cue,
        &[
            "{“It is wrong to spend our fares promoting a ferry nobody wants or needs,”} Varga ⟦said⟧.",
            "It is wrong to spend our fares ⟦promoting⟧ {a ferry nobody wants or needs, our fares to spend on it}.",
        ],
        &[],
    );
}

#[test]
fn how_a_text_came_out_and_a_call_by_telephone_report_nothing() {
    let demanded = "Varga ⟦demanded⟧ {that the council amend the old ferry bill tonight}.";
    check(
        ContrastKind::Cue,
        &[demanded, "In a video ⟦posted⟧ {to Twitter that the council amend the old ferry bill tonight}, Varga spoke."],
        &[],
    );
    check(
        ContrastKind::Cue,
        &[
            "Varga ⟦warned⟧ {pilots of the old ferry to offer greetings on Friday night}.",
            "Varga ⟦called⟧ {pilots of the old ferry to offer greetings on Friday night}.",
        ],
        &[],
    );
}

#[test]
fn two_named_sources_that_share_no_name_are_two() {
    let denied = "⟪The Supreme Court⟫ ⟦denied⟧ {that ballots of the old ferry vote count until Friday}.";
    let ordered = "⟪Lindmoor’s top court⟫ ⟦ordered⟧ {that ballots of the old ferry vote count until Friday}.";
    check(ContrastKind::Cue, &[denied, ordered], &[]);
    check(
        ContrastKind::Cue,
        &[denied, &ordered.replace("Lindmoor’s top court", "The Supreme Court of Lindmoor")],
        &["Reporting verb: ordered here, denied elsewhere: 1 words ordered; 0 counterpart denied"],
    );
}

#[test]
fn what_the_article_reports_with_the_others_verb_elsewhere_is_no_difference() {
    let demanded = article("Varga ⟦demanded⟧ {that the mayor of the old town resign at once}.");
    let said = "Varga ⟦said⟧ {that the mayor of the old town should resign at once}.";
    let told = |lines: &str| {
        let other = article(lines);
        let reading = vec![spans(&other)[0]];
        let readings = [(&demanded, spans(&demanded)), (&other, reading)];
        contrasts_of(&readings).iter().filter(|contrast| contrast.kind == ContrastKind::Cue).count()
    };
    assert_eq!(told(said), 1);
    assert_eq!(told(&format!("{said}\nVarga ⟦demands⟧ {{that the mayor of the old town resign}}.")), 0);
    assert_eq!(told(&format!("{said}\nVarga ⟦demands⟧ {{that the ferries of the old harbour sail}}.")), 1);
}

#[test]
fn what_several_have_against_one_verb_is_told_once() {
    let accused = "Varga ⟦accused⟧ {the board of lying and leaking about the old ferry}.";
    check(
        ContrastKind::Cue,
        &[
            "Varga ⟦wrote⟧ {the board was lying and leaking about the old ferry}.",
            &format!("Varga ⟦mocked⟧ {{Lund for a boat without any oars, any sails or rudder}}.\n{accused}"),
            accused,
        ],
        &["Reporting verb: wrote here, accused elsewhere: 0 words wrote; 1 counterpart accused; 2 counterpart accused"],
    );
}
