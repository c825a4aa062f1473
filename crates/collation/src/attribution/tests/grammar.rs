//! Patterns of reporting clauses beyond the plain ones, each with the look-alike that reports nothing.

use super::check;
use crate::attribution::{Vocabulary, attribute};
use crate::span::Text;

#[test]
fn what_stands_behind_a_particle_is_reported() {
    for (text, expected) in [
        (
            "Anna Berg warned of chaos at the ferry.",
            "indirect | Anna Berg | warned of | Anna Berg | chaos at the ferry",
        ),
        (
            "Anna Berg pointed to the old cracks as a reason.",
            "indirect | Anna Berg | pointed to | Anna Berg | the old cracks as a reason",
        ),
        (
            "Anna Berg warned of long delays on the road.",
            "indirect | Anna Berg | warned of | Anna Berg | long delays on the road",
        ),
        ("Anna Berg spoke of a lost year.", "indirect | Anna Berg | spoke of | Anna Berg | a lost year"),
        (
            "Anna Berg told her staff never to speak to the pilots.",
            "indirect | Anna Berg | told | Anna Berg | never to speak to the pilots",
        ),
    ] {
        check(text, &[expected]);
    }
    check(
        "Carl Ode welcomed the plan but asked for guards on night ferries.",
        &[
            "indirect | Carl Ode | welcomed | Carl Ode | the plan",
            "indirect | Carl Ode | asked for | Carl Ode | guards on night ferries",
        ],
    );
    // A time is no object.
    check("The sum is more than the office claimed during the strike of 2019.", &[]);
}

#[test]
fn what_goes_before_the_name_is_no_part_of_it() {
    check(
        "Looking for a way out, Mayor Anna Berg, who came late, said that the port was safe.",
        &["indirect | Mayor Anna Berg, who came late | said | Anna Berg | that the port was safe"],
    );
}

#[test]
fn what_stands_before_the_colon_of_a_headline_alone_is_nobody() {
    let body = "\nThe mayor of the port, Anna Berg, spoke for an hour on Sunday and left.";
    check(
        &format!("Harbour Showdown: Boats Stay Where They Are{body}"),
        &["indirect | Harbour Showdown | : | - | Boats Stay Where They Are"],
    );
    check(
        &format!("Anna Berg: Boats Stay Where They Are{body}"),
        &["indirect | Anna Berg | : | Anna Berg | Boats Stay Where They Are"],
    );
}

#[test]
fn what_a_headline_asserts_is_not_who_asserts_it() {
    let told = |headline: &str| {
        let body = "\nThe envoy of the port, Anna Berg, spoke for an hour on Sunday and left.";
        super::table(&format!("{headline}{body}"))
    };
    let asserts = |lines: Vec<String>| lines.into_iter().find(|line| line.contains("| Asserts |"));
    let thing = asserts(told("Harbour Envoy Anna Berg Criticizes Ferry Plan, Asserts Port’s Position"));
    assert!(!thing.as_ref().is_some_and(|line| line.contains("| Port’s Position | Asserts")), "{thing:?}");
    for owned in ["Port’s Envoy", "Port’s Carl Ode", "Port’s Envoy Anna Berg"] {
        let person = asserts(told(&format!("Ferry Plan Is a Costly Mistake for Towns, Asserts {owned}")));
        assert!(person.as_ref().is_some_and(|line| line.contains(&format!("| {owned} | Asserts"))), "{person:?}");
    }
    // In running text nothing else than a source stands there.
    check(
        "The ferry plan is a costly mistake for the towns, asserts Halden’s Ode.",
        &["indirect | Halden’s Ode | asserts | Ode | The ferry plan is a costly mistake for the towns"],
    );
}

#[test]
fn who_is_told_is_no_part_of_what_is_said() {
    for (hearer, told) in [
        ("the council", "she would resign in May"),
        ("lawmakers", "the bill would close the port"),
        ("Fox News on Tuesday", "she ran the port alone"),
        ("reporters", "the bridge was safe"),
    ] {
        check(
            &format!("Anna Berg told {hearer} {told}."),
            &[&format!("indirect | Anna Berg | told | Anna Berg | {told}")],
        );
    }
}

#[test]
fn chains_end_in_the_verb_that_reports() {
    for (text, expected) in [
        (
            "Anna Berg went on to say that the road was lost.",
            "indirect | Anna Berg | went on to say | Anna Berg | that the road was lost",
        ),
        (
            "Anna Berg has yet to explain why the road was lost.",
            "indirect | Anna Berg | has yet to explain | Anna Berg | why the road was lost",
        ),
        (
            "Anna Berg is expected to say, “The road is open.”",
            "direct | Anna Berg | is expected to say | Anna Berg | “The road is open.”",
        ),
    ] {
        check(text, &[expected]);
    }
    check("Anna Berg is expected to announce that the road is open.", &[]);
    check("Anna Berg went on to the next stop and must continue to the harbour.", &[]);
    check("It goes without saying that the harbour is deep.", &[]);
}

#[test]
fn a_clause_in_front_needs_no_past_tense() {
    check(
        "More boats sail from noon on Sunday, the road office said, and walkers travel free.",
        &["indirect | the road office | said | - | More boats sail from noon on Sunday"],
    );
    check(
        "The arch was never in danger, Anna Berg assured the islanders: the road was shut with care.",
        &["indirect | Anna Berg | assured | Anna Berg | The arch was never in danger … the road was shut with care"],
    );
}

#[test]
fn names_that_are_given_end_with_their_marks() {
    check(
        "Carl Ode branded the plan “a gift to herself” two months before the vote.",
        &["mixed | Carl Ode | branded | Carl Ode | the plan “a gift to herself”"],
    );
    check(
        "Carl Ode described the plan as “a trap,” but stayed.",
        &["mixed | Carl Ode | described | Carl Ode | the plan as “a trap,”"],
    );
    check(
        "Carl Ode called the plan “a trap” for every driver.",
        &["mixed | Carl Ode | called | Carl Ode | the plan “a trap” for every driver"],
    );
    check(
        "The Chamber of Ferries put the cost at “€2 million”. It was late.",
        &["mixed | The Chamber of Ferries | put | Chamber of Ferries | the cost at “€2 million”"],
    );
    check("Carl Ode put the keys in the drawer.", &[]);
}

#[test]
fn a_relative_clause_with_a_verb_of_its_own_stays_inside_the_subject() {
    check(
        "Carl Ode, who declined to name the ship, said the ferry was lost.",
        &[
            "indirect | who | declined | Carl Ode | to name the ship",
            "indirect | Carl Ode, who declined to name the ship | said | Carl Ode | the ferry was lost",
        ],
    );
    check(
        "Pilots, many of whom say the lock is too old, met on Sunday.",
        &["indirect | many of whom | say | - | the lock is too old"],
    );
}

#[test]
fn what_parts_a_subject_from_its_verb_is_no_source() {
    for (text, expected) in [
        (
            "Carl Ode this week also said the ferry was lost.",
            "indirect | Carl Ode | also said | Carl Ode | the ferry was lost",
        ),
        (
            "A man at the back asked who would pay for it.",
            "indirect | A man at the back | asked | - | who would pay for it",
        ),
        (
            "Papers seen by the council show that the lock was sold.",
            "indirect | Papers seen by the council | show | - | that the lock was sold",
        ),
        (
            "Figures from the harbour of Elm show that the lock was sold.",
            "indirect | Figures from the harbour of Elm | show | - | that the lock was sold",
        ),
        (
            "After saying the lock was sold, Carl Ode left.",
            "indirect | Carl Ode | saying | Carl Ode | the lock was sold",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn nouns_that_look_like_verbs_report_nothing() {
    for text in [
        "The inquiry was long, and the Ada Berg and Nils Roth email probes have ended.",
        "It is a very welcoming town, but the lock is shut.",
        "The 27 states on the river, and many harbour claims about it, are old.",
        "The clip has a Velm Times report from the harbour.",
        "The town has harbour rules that have no force.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_dependent_clause_ends_where_the_main_clause_begins() {
    check(
        "Later, when Anna Berg called for a vote, he left the hall.",
        &["indirect | Anna Berg | called for | Anna Berg | a vote"],
    );
    check(
        "The other point, that the mayor wants a gift for her friends, is true of any plan.",
        &["indirect | the mayor | wants | - | a gift for her friends"],
    );
}

#[test]
fn nouns_of_will_and_speech_report_where_somebody_owns_them() {
    for (text, expected) in [
        (
            "Anna Berg's refusal to open the lock was noted.",
            "indirect | Anna Berg's | refusal | Anna Berg | to open the lock",
        ),
        (
            "It began with Anna Berg's remarks on the lock.",
            "indirect | Anna Berg's | remarks on | Anna Berg | the lock",
        ),
    ] {
        check(text, &[expected]);
    }
    check("The refusal to open the lock was noted, and so was a remark on it.", &[]);
}

#[test]
fn a_passive_without_an_agent_has_no_source() {
    for (text, expected) in [
        (
            "The repairs are expected to last until the spring.",
            "indirect |  | are expected | - | The repairs … to last until the spring",
        ),
        (
            "The office was accused of hiding a letter, but nobody left.",
            "indirect |  | was accused of | - | The office … hiding a letter",
        ),
    ] {
        check(text, &[expected]);
    }
    check("The office was expected on Sunday.", &[]);
}

#[test]
fn words_left_out_are_marked_in_speech_only() {
    check(
        "In the end she was “carried … out of the hall” at noon.",
        &["direct |  |  | - | “carried … out of the hall”"],
    );
}

#[test]
fn a_dash_and_a_name_sign_a_quotation() {
    check(
        "“I am ashamed of this port and of its locks.”― Ada Prill\n“It is no help to the town at all.” — Tom Reyd.",
        &[
            "direct | Ada Prill |  | Ada Prill | “I am ashamed of this port and of its locks.”",
            "direct | Tom Reyd |  | Tom Reyd | “It is no help to the town at all.”",
        ],
    );
}

#[test]
fn what_is_told_of_somebody_or_asked_of_somebody_is_reported() {
    for (text, expected) in [
        (
            "Anna Berg says of the captain, “He never slept on board.”",
            "direct | Anna Berg | says | Anna Berg | “He never slept on board.”",
        ),
        (
            "Anna Berg exhorted the pilots to “keep the lock”.",
            "mixed | Anna Berg | exhorted | Anna Berg | the pilots to “keep the lock”",
        ),
        (
            "Anna Berg tweeted curtly to the mayor to “cancel the ridiculous toll.”",
            "mixed | Anna Berg | tweeted | Anna Berg | to “cancel the ridiculous toll.”",
        ),
        (
            "Anna Berg replied, in reference to the toll: “It is gone for good.”",
            "direct | Anna Berg | replied | Anna Berg | “It is gone for good.”",
        ),
        (
            "Anna Berg told lawyers about the letter that the port had sent.",
            "indirect | Anna Berg | told | Anna Berg | about the letter that the port had sent",
        ),
    ] {
        check(text, &[expected]);
    }
    // Nobody is asked.
    check("Anna Berg directed money to the port.", &[]);
}

#[test]
fn a_noun_before_a_colon_reports_what_stands_behind_it() {
    check(
        "Anna Berg had a new message: “It is about the port.”",
        &["direct | Anna Berg | message | Anna Berg | “It is about the port.”"],
    );
    // The verb has it already.
    check(
        "Anna Berg said in a statement: “It is about the port.”",
        &["direct | Anna Berg | said | Anna Berg | “It is about the port.”"],
    );
    check("There was a message: “It is about the port.”", &["direct |  |  | - | “It is about the port.”"]);
}

#[test]
fn a_reporting_clause_stands_between_subject_and_verb_or_behind_a_full_stop() {
    check(
        "Her words, said Tom Reyd, are “in line with the plan.”",
        &["mixed | Tom Reyd | said | Tom Reyd | Her words … are “in line with the plan.”"],
    );
    check(
        "“The port may find itself in court abroad.” Berg wrote in a letter on Tuesday.",
        &["direct | Berg | wrote | Berg | “The port may find itself in court abroad.”"],
    );
    check(
        "“It will never open,” said the owner's lawyers Anna Berg and Tom Reyd in a letter.",
        &["direct | the owner's lawyers Anna Berg and Tom Reyd | said | - | “It will never open,”"],
    );
}

#[test]
fn a_participle_has_the_subject_of_its_own_clause() {
    for (text, source) in [
        (
            "It began at noon, when Anna Berg sent a note to the staff warning them not to speak to the pilots.",
            "Anna Berg",
        ),
        ("In a run of tweets, Anna Berg seemed to want the lock, writing: “I am ready to sign it today.”", "Anna Berg"),
        ("On Monday Anna Berg seemed to turn, while saying the lock “will be ours again.”", "Anna Berg"),
    ] {
        let found = attribute(&Text::new(text), &[], &Vocabulary::default());
        let speakers: Vec<Option<&str>> = found.iter().map(|quotation| quotation.speaker.as_deref()).collect();
        assert_eq!(speakers.last(), Some(&Some(source)), "{text} {found:#?}");
    }
    // Who accuses them is not said.
    check("The town tried two pilots accused of hiding the key.", &["indirect |  | accused | - | of hiding the key"]);
}

#[test]
fn what_is_reported_ends_before_another_clause() {
    check(
        "After the pilots had hinted at a strike, the port closed the lock for good.",
        &["indirect | the pilots | had hinted at | - | a strike"],
    );
    check(
        "Anna Berg notified the council of the report.",
        &["indirect | Anna Berg | notified | Anna Berg | of the report"],
    );
    check(
        "Anna Berg denied the report even before the port spoke.",
        &["indirect | Anna Berg | denied | Anna Berg | the report"],
    );
}

#[test]
fn verbs_in_another_sense_report_nothing() {
    for text in [
        "The strike goes on, which means the ferry stays in the harbour.",
        "The rule means that every ferry is inspected.",
        "Anna Berg finds herself on the wrong side of the harbour.",
        "Anna Berg found a way around the sandbank.",
        "Anna Berg was trying to find some middle ground.",
        "One ship calls the other.",
        "Anna Berg called into a radio show on Monday.",
        "Anna Berg called an emergency meeting to discuss the sandbank.",
        "Anna Berg welcomed Captain Carl Ode of Velm to the harbour.",
        "Anna Berg welcomed several hundred guests.",
        "Carl Ode is challenging Anna Berg in a race for the harbour board.",
        "Anna Berg backed off some of her plans.",
        "The tax would not give it back by means of a rebate on fares.",
        "The quarrel threatened to become the heart of the campaign.",
        "The captains should show their sincerity by a gift.",
        "Anna Berg invoked her right to silence before the board.",
        "It lists the pilots that states need to train.",
        "The harbour emails leaked on Monday at noon.",
        "It took a pilot to uncover emails that the harbour had lost.",
        "Anna Berg gave an explicit warning to Velm as the harbour waits.",
    ] {
        check(text, &[]);
    }
    for (text, expected) in [
        (
            "Anna Berg means that the road was lost.",
            "indirect | Anna Berg | means | Anna Berg | that the road was lost",
        ),
        (
            "Anna Berg found the plan a danger to ferries.",
            "indirect | Anna Berg | found | Anna Berg | the plan a danger to ferries",
        ),
        (
            "Anna Berg called her vote in favour of the ferry a mistake.",
            "indirect | Anna Berg | called | Anna Berg | her vote in favour of the ferry a mistake",
        ),
        (
            "Anna Berg welcomed Carl Ode’s plan for the harbour.",
            "indirect | Anna Berg | welcomed | Anna Berg | Carl Ode’s plan for the harbour",
        ),
        (
            "Anna Berg threatened to close the harbour.",
            "indirect | Anna Berg | threatened | Anna Berg | to close the harbour",
        ),
        (
            "Anna Berg is challenging the harbour board’s plan.",
            "indirect | Anna Berg | is challenging | Anna Berg | the harbour board’s plan",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn what_nobody_did_reports_nothing() {
    for text in [
        "Anna Berg left early, nor did she admit that the road was lost.",
        "Anna Berg has left the harbour, but don’t expect her to stay away.",
        "We must demand deeds from the pilots.",
    ] {
        check(text, &[]);
    }
    check(
        "Anna Berg mocked Carl Ode for not addressing the cracks.",
        &["indirect | Anna Berg | mocked | Anna Berg | Carl Ode for not addressing the cracks"],
    );
    check(
        "Anna Berg said that the pilots might announce a strike and could demand more money.",
        &[
            "indirect | Anna Berg | said | Anna Berg | that the pilots might announce a strike and could demand more money",
        ],
    );
}

#[test]
fn who_is_blamed_for_a_word_has_said_it() {
    check(
        "Anna Berg called on Carl Ode to apologise for suggesting that the pilots drink.",
        &[
            "indirect | Anna Berg | called on | Anna Berg | Carl Ode to apologise for suggesting that the pilots drink",
            "indirect | Carl Ode | suggesting | Carl Ode | that the pilots drink",
        ],
    );
}

#[test]
fn what_is_reported_ends_where_the_outlet_goes_on() {
    for (text, expected) in [
        (
            "Anna Berg notified the council of the crack and locked the gate.",
            "indirect | Anna Berg | notified | Anna Berg | of the crack",
        ),
        (
            "Anna Berg said the road was “a trap,” remarks that have been shared widely.",
            "mixed | Anna Berg | said | Anna Berg | the road was “a trap,”",
        ),
        (
            "Anna Berg and Carl Ode argued over which road’s bends were shorter.",
            "indirect | Anna Berg and Carl Ode | argued | - | over which road’s bends were shorter",
        ),
        (
            "Anna Berg cited two cases — one during the flood, and one in the harbour.",
            "indirect | Anna Berg | cited | Anna Berg | two cases — one during the flood, and one in the harbour",
        ),
    ] {
        check(text, &[expected]);
    }
    for (text, first) in [
        (
            "The pilots complained about a “heavy swell in the harbour,” but the letter gave no days.",
            "mixed | The pilots | complained about | - | a “heavy swell in the harbour,”",
        ),
        (
            "Anna Berg opposed the ferry plan in 2010 but spoke kindly of it in May.",
            "indirect | Anna Berg | opposed | Anna Berg | the ferry plan",
        ),
        (
            "Anna Berg insisted she had done nothing wrong and marvelled at the long queue.",
            "indirect | Anna Berg | insisted | Anna Berg | she had done nothing wrong",
        ),
    ] {
        assert_eq!(super::table(text).first().map(String::as_str), Some(first), "{text}");
    }
    // The list goes to its last member.
    check(
        "Anna Berg mentioned the cracks, the price, and the boats she and Carl Ode say the port would lose.",
        &[
            "indirect | Anna Berg | mentioned | Anna Berg | the cracks, the price, and the boats she and Carl Ode say the \
             port would lose",
            "indirect | she and Carl Ode | say | - | the port would lose",
        ],
    );
}
