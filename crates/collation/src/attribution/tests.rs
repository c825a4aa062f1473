//! Attribution as a table: a text, then for each quotation kind, source, cue, speaker and content.

use proptest::prelude::*;

use super::*;

mod grammar;

fn table(text: &str) -> Vec<String> {
    let text = Text::new(text);
    let join = |spans: &[Span]| spans.iter().map(|&span| text.slice(span)).collect::<Vec<_>>().join(" … ");
    attribute(&text, &[], &Vocabulary::default())
        .iter()
        .map(|quotation| {
            let kind = match quotation.kind {
                QuotationKind::Direct => "direct",
                QuotationKind::Mixed => "mixed",
                QuotationKind::Indirect => "indirect",
            };
            format!(
                "{kind} | {} | {} | {} | {}",
                join(&quotation.source),
                join(&quotation.cue),
                quotation.speaker.as_deref().unwrap_or("-"),
                join(&quotation.content)
            )
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(table(text), expected, "{text}");
}

#[test]
fn headlines_in_title_case_report_too() {
    let below = "The mayor spoke on Sunday about it, and she was asked what the plan was.";
    for (headline, expected) in [
        ("Mayor Varga Vows To Close Old Bridge", Some("Mayor Varga | Vows | Varga | To Close Old Bridge")),
        ("Varga Urges Council to Listen to Ferrymen", Some("Varga | Urges | Varga | Council to Listen to Ferrymen")),
        (
            "Harbour Office Defends Its Ferry Decision",
            Some("Harbour Office | Defends | Harbour Office | Its Ferry Decision"),
        ),
        ("Jobless Claims Fall in Three Harbour Towns", None),
        ("Harbour Plans Anger Ferrymen and Their Friends", None),
    ] {
        let text = format!("{headline}\n\n{below}");
        let told = table(&text)
            .into_iter()
            .find(|line| line.contains(" | ") && headline.contains(line.rsplit(" | ").next().unwrap()));
        assert_eq!(told, expected.map(|line| format!("indirect | {line}")), "{headline}");
    }
}

#[test]
fn what_is_taken_over_or_read_out_reports_nothing() {
    check("As the senior member, Carl Ode could assume the chairmanship if his party wins the harbour.", &[]);
    check(
        "Carl Ode has said that the letterbox was read on Mondays.",
        &["indirect | Carl Ode | has said | Carl Ode | that the letterbox was read on Mondays"],
    );
    check(
        "A clerk of the harbour, who asked not to be named, said that the letterbox was read “once a week”.",
        &[
            "mixed | A clerk of the harbour, who asked not to be named | said | - | that the letterbox was read “once a week”",
        ],
    );
    check(
        "Carl Ode assumed the post was vacant and that he would get it.",
        &["indirect | Carl Ode | assumed | Carl Ode | the post was vacant and that he would get it"],
    );
}

#[test]
fn verbs_of_manner_report_too() {
    for (verb, class) in [
        ("crowed", "factive"),
        ("thundered", "assert"),
        ("snapped", "negative"),
        ("gushed", "positive"),
        ("intoned", "say"),
    ] {
        check(
            &format!("Anna Berg {verb}: “The road is open.”"),
            &[&format!("direct | Anna Berg | {verb} | Anna Berg | “The road is open.”")],
        );
        assert_eq!(Vocabulary::default().class_of(verb).map(CueClass::name), Some(class), "{verb}");
    }
}

#[test]
fn the_label_of_a_headline_has_all_of_it() {
    let story = "The harbour was shut on Monday, and Anna Berg said it would stay so.";
    let told = table(&format!("Berg: harbour stays shut until pilots say it is safe\n\n{story}"));
    assert_eq!(
        told.first().map(String::as_str),
        Some("indirect | Berg | : | Anna Berg | harbour stays shut until pilots say it is safe")
    );
    let told = table(&format!(
        "Ada Berg Harbour: Town Elects New Master For The Port\n\nAda Berg was chosen on Sunday. {story}"
    ));
    assert_eq!(told.first().map(|line| line.contains("| - |")), Some(true), "{told:?}");
}

#[test]
fn a_name_explains_the_role_before_it() {
    check(
        "“The road is open,” said her predecessor, Carl Ode, when he cut the tape.",
        &["direct | her predecessor, Carl Ode | said | Carl Ode | “The road is open,”"],
    );
}

#[test]
fn direct_quotations_with_their_reporting_clauses() {
    let road = "direct | Anna Berg | said | Anna Berg | “The road is open,”";
    check("“The road is open,” Anna Berg said.", &[road]);
    check("“The road is open,” said Anna Berg.", &[road]);
    for (text, expected) in [
        ("Anna Berg said: “The road is open.”", "direct | Anna Berg | said | Anna Berg | “The road is open.”"),
        ("Said Anna Berg: “The road is open.”", "direct | Anna Berg | Said | Anna Berg | “The road is open.”"),
        (
            "“The road is open,” opposition spokesman Per Lindqvist said.",
            "direct | opposition spokesman Per Lindqvist | said | Per Lindqvist | “The road is open,”",
        ),
        (
            "“The road is open,” said her predecessor, Tom Reyd, when he left in 2019.",
            "direct | her predecessor, Tom Reyd | said | Tom Reyd | “The road is open,”",
        ),
        (
            "“The road,” Anna Berg said on Monday, “is open.”",
            "direct | Anna Berg | said | Anna Berg | “The road,” … “is open.”",
        ),
        (
            "“The road is open,” said Anna Berg, who runs the office. “We cleared it.”",
            "direct | Anna Berg | said | Anna Berg | “The road is open,” … “We cleared it.”",
        ),
        ("“Is the road open?” Anna Berg asked.", "direct | Anna Berg | asked | Anna Berg | “Is the road open?”"),
        (
            "Anna Berg has often used the phrase “island fever” in her campaign.",
            "direct | Anna Berg | has often used the phrase | Anna Berg | “island fever”",
        ),
        (
            "Anna Berg used the words “lost” and “late” on Monday.",
            "mixed | Anna Berg | used the words | Anna Berg | “lost” and “late”",
        ),
        (
            "The plan was called “a disgrace” by Anna Berg.",
            "direct | Anna Berg | was called | Anna Berg | “a disgrace”",
        ),
        ("On the site it was labeled “mostly true.”", "direct |  | was labeled | - | “mostly true.”"),
        (
            "As Anna Berg put it, “the bridge is done.”",
            "direct | Anna Berg | put it | Anna Berg | “the bridge is done.”",
        ),
        (
            "Carl Ode said:\n“The bridge is gone.\n“It is over.”",
            "direct | Carl Ode | said | Carl Ode | “The bridge is gone. … “It is over.”",
        ),
        (
            "The ferry is in dock. “It will be weeks,” said her captain, Anna Berg, before she is back.",
            "direct | her captain, Anna Berg | said | Anna Berg | “It will be weeks,”",
        ),
        ("“We are ready,” Mr. Berg", "direct | Mr. Berg |  | Berg | “We are ready,”"),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn statements_in_paraphrase_and_with_some_words_quoted() {
    for (text, expected) in [
        (
            "The mayor said that the bridge would stay shut.",
            &["indirect | The mayor | said | - | that the bridge would stay shut"][..],
        ),
        (
            "Anna Berg said the bridge was “a danger to all” of us.",
            &["mixed | Anna Berg | said | Anna Berg | the bridge was “a danger to all” of us"],
        ),
        ("The bridge is safe, Anna Berg said.", &["indirect | Anna Berg | said | Anna Berg | The bridge is safe"]),
        ("The bridge is safe, said Anna Berg.", &["indirect | Anna Berg | said | Anna Berg | The bridge is safe"]),
        (
            "The bridge, Anna Berg said, would stay shut.",
            &["indirect | Anna Berg | said | Anna Berg | The bridge … would stay shut"],
        ),
        (
            "The bridge is safe, according to Anna Berg.",
            &["indirect | Anna Berg | according to | Anna Berg | The bridge is safe"],
        ),
        (
            "According to the road office, the bridge is safe.",
            &["indirect | the road office | According to | - | the bridge is safe"],
        ),
        (
            "Anna Berg told reporters on Monday that the bridge was safe and insisted it was strong.",
            &[
                "indirect | Anna Berg | told | Anna Berg | that the bridge was safe",
                "indirect | Anna Berg | insisted | Anna Berg | it was strong",
            ],
        ),
        (
            "Anna Berg, the head of the office, said the bridge would stay shut, adding that repairs had begun.",
            &[
                "indirect | Anna Berg, the head of the office | said | Anna Berg | the bridge would stay shut",
                "indirect | Anna Berg, the head of the office | adding | Anna Berg | that repairs had begun",
            ],
        ),
        (
            "Mayor Carl Ode accused the office of hiding the report.",
            &["indirect | Mayor Carl Ode | accused | Carl Ode | the office of hiding the report"],
        ),
        ("The mayor urged drivers to stay at home.", &["indirect | The mayor | urged | - | drivers to stay at home"]),
        (
            "Anna Berg took to the radio to blast the “lazy” council.",
            &["mixed | Anna Berg | took to the radio to blast | Anna Berg | the “lazy” council"],
        ),
        (
            "Anna Berg was quoted as saying that the bridge was lost.",
            &["indirect | Anna Berg | was quoted as saying | Anna Berg | that the bridge was lost"],
        ),
        ("The plan was denounced by Carl Ode.", &["indirect | Carl Ode | was denounced by | Carl Ode | The plan"]),
        (
            "It began with Anna Berg's claim that the bridge had been sold.",
            &["indirect | Anna Berg's | claim | Anna Berg | that the bridge had been sold"],
        ),
        (
            "Claiming that the bridge was safe, Anna Berg opened the road.",
            &["indirect | Anna Berg | Claiming | Anna Berg | that the bridge was safe"],
        ),
        (
            "The Daily Bugle reported that Anna Berg said the bridge was safe.",
            &[
                "indirect | The Daily Bugle | reported | Daily Bugle | that Anna Berg said the bridge was safe",
                "indirect | Anna Berg | said | Anna Berg | the bridge was safe",
            ],
        ),
        (
            "Asked about it — Carl Ode had vowed to leave the bridge — Anna Berg said it was late.",
            &[
                "indirect | Carl Ode | had vowed | Carl Ode | to leave the bridge",
                "indirect | Anna Berg | said | Anna Berg | it was late",
            ],
        ),
        (
            "MODERATOR: Let us begin with the bridge.",
            &["indirect | MODERATOR | : | MODERATOR | Let us begin with the bridge"],
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn words_that_only_look_like_reporting_report_nothing() {
    for text in [
        "The report of the United States on the bridge was long.",
        "Demand for steel fell in the member states.",
        "The plans were old and the claims were many.",
        "She stood on the bridge for an hour.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn speakers_are_found_through_pronouns_and_roles() {
    for (text, expected) in [
        (
            "Anna Berg met Carl Ode. She said the bridge was safe, while he called it “a trap.”",
            &["Anna Berg, Anaphor, She > Anna Berg", "Carl Ode, Anaphor, he > Carl Ode"][..],
        ),
        (
            "The ambassador, Lena Holt, met the press. The envoy said talks would go on. Talks, the diplomat added, take time.",
            &["Lena Holt, Role, The envoy > Lena Holt", "Lena Holt, Role, the diplomat > Lena Holt"],
        ),
        ("Pyotr Anatoly spoke. Mr. Anatoly said it was late.", &["Pyotr Anatoly, Named, Mr. Anatoly > Pyotr Anatoly"]),
        (
            "Bill Marsh and Clara Marsh spoke. Marsh said the talks were over. Mrs. Marsh said she was glad.",
            &["Marsh, Named, Marsh", "Clara Marsh, Named, Mrs. Marsh > Clara Marsh"],
        ),
        (
            "Sen. Ada Voss set out a plan. In remarks at the Club of Elm Voters, the young senator said it was cheap. \
             On Monday the senator added that it was late.",
            &["Ada Voss, Role, the young senator > Ada Voss", "Ada Voss, Role, the senator > Ada Voss"],
        ),
        ("Officials said the bridge was safe. Some said it was not.", &["-, None, ", "-, None, "]),
        (
            "The Foreign Ministry said it was late. The ministry added that it was dark.",
            &[
                "Foreign Ministry, Named, The Foreign Ministry > Foreign Ministry",
                "Foreign Ministry, Role, The ministry > Foreign Ministry",
            ],
        ),
        (
            "Anna Berg said the bridge was shut.\n“It will stay shut until the spring.”",
            &["Anna Berg, Named, Anna Berg", "Anna Berg, Inferred, Anna Berg"],
        ),
        (
            "South Elm Mayor Carl Ode, who spoke on Monday, said the bridge was shut.",
            &["Carl Ode, Named, South Elm Mayor Carl Ode > Carl Ode"],
        ),
        ("Storm Kills Five, Mayor Says\n\nFive people died, the mayor said on Monday.", &["-, None, "]),
        (
            "Storm Kills Five, Mayor Brandt Warns\n\nFive people died, Brandt said on Monday.",
            &["Brandt, Named, Brandt"],
        ),
    ] {
        let found: Vec<String> = attribute(&Text::new(text), &[], &Vocabulary::default())
            .iter()
            .map(|quotation| {
                let name = quotation.speaker.as_deref().unwrap_or("-");
                format!("{name}, {:?}, {}", quotation.speaker_how, quotation.chain.join(" > "))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// The worst text for a rule that looks back over the whole sentence at each word.
#[test]
fn a_sentence_without_end_comes_to_one() {
    for pattern in ["he said ", "said that ", "Anna Berg said. ", "and Anna ", "was told by "] {
        let text = Text::new(pattern.repeat(40_000));
        let found = attribute(&text, &[], &Vocabulary::default());
        let spans = found.iter().flat_map(|quotation| [&quotation.content, &quotation.cue, &quotation.source]);
        assert!(spans.flatten().all(|span| text.span().covers(*span) && !span.is_empty()), "{pattern}");
    }
}

#[test]
fn other_languages_keep_their_quotations() {
    check(
        "«Le pont est fermé depuis hier», a déclaré le maire.",
        &["direct |  |  | - | «Le pont est fermé depuis hier»"],
    );
}

proptest! {
    #[test]
    fn any_text_gives_spans_in_order_inside_it(string in "(?s)([a-zA-Z ]{0,12}|[“”\"'‘’«»„`「」.,:;?!()\n—-]{0,3}| said | he | that |, according to | The Post |\\PC{0,4}){0,40}") {
        let text = Text::new(string);
        let quotations = attribute(&text, &[], &Vocabulary::default());
        let mut last = None;
        for quotation in &quotations {
            prop_assert!(!quotation.content.is_empty());
            let all = [&quotation.content, &quotation.quoted, &quotation.cue, &quotation.source];
            for span in all.into_iter().flatten() {
                prop_assert!(!span.is_empty() && span.end <= text.len());
            }
            prop_assert!(quotation.content.is_sorted());
            if quotation.kind == QuotationKind::Indirect {
                prop_assert!(quotation.quoted.is_empty());
            } else {
                prop_assert!(!quotation.quoted.is_empty());
            }
            for quoted in &quotation.quoted {
                prop_assert!(quotation.content.iter().any(|content| content.covers(*quoted)));
            }
            let first = quotation.content.first().copied();
            prop_assert!(last <= first);
            last = first;
        }
    }
}
