//! Speakers as a table: a text, then for each attribution the name, how it was found, and the chain.

use super::super::*;

fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = attribute(&Text::new(text), &[], &Vocabulary::default())
        .iter()
        .filter(|quotation| quotation.is_statement())
        .map(|quotation| {
            let name = quotation.speaker.as_deref().unwrap_or("-");
            format!("{name}, {:?}, {}", quotation.speaker_how, quotation.chain.join(" > "))
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_pronoun_means_the_subject_before_whoever_is_mentioned_beside_it() {
    for text in [
        "In an interview with Paul Reyd, Carl Ode made his view clear. “The bridge is lost,” he said.",
        "Carl Ode was clear. He had learned it from his father. “The bridge is lost,” he said.",
        "Carl Ode was clear. Nobody answered Paul Reyd's letter about it. “The bridge is lost,” he said.",
        "Carl Ode was clear. Nobody asked the Reyd campaign about it. “The bridge is lost,” he said.",
        "Asked about it — Paul Reyd had vowed to leave the bridge — Carl Ode said it was late. “It is lost,” he said.",
        "President Carl Ode met the press. Paul Reyd left. The president's roots came into play. In Elm he said the road was lost.",
        "Paul Reyd left. After examining Paul Reyd's report, Carl Ode was clear. At noon, he said the road was lost.",
    ] {
        let found = attribute(&Text::new(text), &[], &Vocabulary::default());
        let speaker = found.last().and_then(|quotation| quotation.speaker.as_deref());
        assert_eq!(speaker, Some("Carl Ode"), "{text}");
    }
}

#[test]
fn what_an_outlet_calls_somebody_at_the_head_of_a_sentence_is_no_name() {
    let text = "Turncoat Ruth Berg was cheered. “I count ships,” Berg said. Ruth Berg left.";
    check(text, &["Ruth Berg, Named, Berg > Ruth Berg"]);
    check("Turncoat Ruth Berg said: “I count ships.”", &["Ruth Berg, Named, Turncoat Ruth Berg > Ruth Berg"]);
}

#[test]
fn a_colon_behind_her_sentence_announces_the_subject() {
    check(
        "Anna Berg, the mayor, will be read for years with her sentence about the locks: “No ship will wait for a key in this town.”",
        &["Anna Berg, Inferred, Anna Berg"],
    );
    check(
        "Anna Berg stood below the old sign on the wall: “No ship will wait for a key in this town.”",
        &["-, None, "],
    );
}

#[test]
fn an_office_that_the_text_gives_nobody_stays_open() {
    for text in [
        // Whoever spoke before.
        "“Nobody asked us,” the columnist Anna Berg wrote. The harbour director said the lock was sold.",
        "Carl Ode, a former harbour lawyer, left. The lawyer said the lock was sold.",
        "The harbour called on members Anna Berg and Carl Ode. The members said the lock was sold.",
        "A spokesman for Carl Ode left. The spokesman said the lock was sold.",
        "Anna Berg is the daughter of former mayor Carl Ode. The elder daughter said the lock was sold.",
        "The hopeful said the lock was sold. Later he named Democratic hopeful Anna Berg, who was not there.",
    ] {
        let found = attribute(&Text::new(text), &[], &Vocabulary::default());
        let speaker = found.iter().find(|quotation| quotation.kind == QuotationKind::Indirect);
        assert_eq!(speaker.and_then(|quotation| quotation.speaker.as_deref()), None, "{text}");
    }
    check(
        "Carl Ode, the harbour lawyer, left. The lawyer said the lock was sold.",
        &["Carl Ode, Role, The lawyer > Carl Ode"],
    );
    check(
        "Former mayor Carl Ode left. The former mayor said the lock was sold.",
        &["Carl Ode, Role, The former mayor > Carl Ode"],
    );
}

#[test]
fn a_pronoun_stays_open_where_somebody_without_a_name_stands_nearer() {
    check("Carl Ode left. A man in the crowd had fallen. “I am fine,” he said.", &["-, None, "]);
    check("Anna Berg is at home. My mother is old. “I am fine,” she said.", &["-, None, "]);
}

#[test]
fn a_pronoun_stays_open_behind_an_office_without_a_name() {
    check(
        "Carl Ode was blunt. “I paid,” he said. A council spokesman declined to say more. He said it would be looked at again.",
        &["Carl Ode, Anaphor, he > Carl Ode", "-, None, ", "-, None, "],
    );
    // A woman is no spokesman.
    check(
        "Anna Berg was blunt. A council spokesman left. She said it would be looked at again.",
        &["Anna Berg, Anaphor, She > Anna Berg"],
    );
}

#[test]
fn who_tells_that_a_name_alone_is_a_person() {
    check(
        "Varga insisted it was late. Her office left. She promised “a week or two”. Varga, who came in May, left.",
        &["Varga, Named, Varga", "Varga, Anaphor, She > Varga"],
    );
    check("The clerk of Elm, Velm, who came late, left. Later she said it was lost.", &["-, None, "]);
}

#[test]
fn bodies_have_their_subject_in_their_name() {
    for (text, expected) in [
        (
            "The Chamber of Trade spoke on Sunday. The Chamber said it was late.",
            "Chamber of Trade, Named, The Chamber > Chamber of Trade",
        ),
        (
            "The Commission on Local Roads said it was late.",
            "Commission on Local Roads, Named, The Commission on Local Roads > Commission on Local Roads",
        ),
        ("Carl Ode left. Carl Ode, an editor at the National Review, said it was late.", "Carl Ode, Named, Carl Ode"),
        (
            "Carl Ode at the National Review said it was late.",
            "Carl Ode, Named, Carl Ode at the National Review > Carl Ode",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn names_that_stand_alone_go_to_their_bearer() {
    for (text, expected) in [
        // Who is named in full far more often is called by the surname alone.
        (
            "Clara Marsh won. Clara Marsh leads the council. Clara Marsh is a lawyer. Bill Marsh is her husband. \
             Marsh said it was late.",
            "Clara Marsh, Named, Marsh > Clara Marsh",
        ),
        ("Bill Marsh and Clara Marsh came. Marsh was clear. “It is late,” she said.", "Marsh, Anaphor, she > Marsh"),
        ("Melanie Austad came late. Melanie said it was a bad day.", "Melanie Austad, Named, Melanie > Melanie Austad"),
        ("Robert “Bob” Varga spoke. Varga said it was late.", "Robert Varga, Named, Varga > Robert Varga"),
        (
            "The council met President Marsh. Her husband, Tom Marsh, came too. Marsh said it was late.",
            "Marsh, Named, Marsh",
        ),
        (
            "The council met President Marsh. President Clara Marsh left. Marsh said it was late.",
            "Clara Marsh, Named, Marsh > Clara Marsh",
        ),
        ("Mr. Justice runs a mine. Anna Berg left. “I will stay,” he said.", "Justice, Anaphor, he > Justice"),
        ("Carl Ode himself said it was late.", "Carl Ode, Named, Carl Ode"),
        (
            "“It is late,” said Health and Human Services Secretary Anna Berg.",
            "Anna Berg, Named, Health and Human Services Secretary Anna Berg > Anna Berg",
        ),
        ("Anna Berg released a statement calling the bridge a trap.", "Anna Berg, Inferred, a statement > Anna Berg"),
        ("“It is late,” said the spokesman, Carl Ode.", "Carl Ode, Named, the spokesman > Carl Ode"),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn places_headings_and_other_parties_are_not_meant() {
    for (text, expected) in [
        ("Anna Berg spoke in Fort Elm. She said it was late.", "Anna Berg, Anaphor, She > Anna Berg"),
        ("OLD WRONG CLAIMS\nAnna Berg is known for them. She said it was late.", "Anna Berg, Anaphor, She > Anna Berg"),
        (
            "Clara Marsh worked in a North Avelia firm. Later, she said it was late.",
            "Clara Marsh, Anaphor, she > Clara Marsh",
        ),
        ("Gary Lund, the Libertarian nominee, came. The Republican nominee said it was late.", "-, None, "),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn a_quotation_over_paragraphs_has_the_speaker_of_its_end() {
    check(
        "Anna Berg said it was late.\nSpokesman Carl Ode stood by the report.\n“It is all true.\n“We will say more,” he said.",
        &["Anna Berg, Named, Anna Berg", "Carl Ode, Anaphor, he > Carl Ode"],
    );
    // Where nobody is named at all, the subject of the sentence before.
    check(
        "Anna Berg said it was late.\nSpokesman Carl Ode stood by the report.\n“It is all true, and we will say more.”",
        &["Anna Berg, Named, Anna Berg", "Carl Ode, Inferred, Carl Ode"],
    );
}

#[test]
fn a_name_with_a_suffix_is_found_by_its_surname() {
    check(
        "George Reyd III, a lawyer, came with Anna Reyd. “It is lost,” Mr. Reyd said.",
        &["George Reyd III, Named, Mr. Reyd > George Reyd III"],
    );
    // The father has an office that the son has not.
    check(
        "Tom Berg Jr. wrote to the port. “It is lost,” President Berg said.",
        &["Berg, Named, President Berg > Berg"],
    );
}

#[test]
fn a_statement_is_whose_it_was_before() {
    check(
        "“We are late,” Anna Berg said in a statement on Monday. “We are sorry and will do all we can,” the statement continued.",
        &["Anna Berg, Named, Anna Berg", "Anna Berg, Inferred, the statement > Anna Berg"],
    );
}

#[test]
fn a_name_beside_what_somebody_is_said_about_is_not_meant() {
    check(
        "After days of talk about his lawyer, Paul Reyd, and a book, Carl Ode seemed to enjoy the trip to the port, which he called “a fine place.”",
        &["Carl Ode, Anaphor, he > Carl Ode"],
    );
}

#[test]
fn who_stands_nearer_by_trade_or_name_goes_before_who_spoke_long_ago() {
    let text = "“We bought it,” said Tilda Frey.\nTheir teacher, Jens Olmo, has counted the nights. “We shall need 70,” he admitted.\nA notary in the town had to be asked. They may own it, he found, if their parents sign.";
    check(text, &["Tilda Frey, Named, Tilda Frey", "Jens Olmo, Anaphor, he > Jens Olmo", "-, None, "]);
}
