use super::super::ContrastKind;
use super::super::testing::{check, check_passage};

const CLOSED: &str = "Varga> {“We closed the bridge as a precaution, and it will reopen when engineers say it is safe,”} \
                      Varga ⟦said⟧.";

fn cut(marked: &[&str], expected: &[&str]) {
    check(ContrastKind::Cut, marked, expected);
}

#[test]
fn a_break_for_the_verb_glyphs_and_house_style_are_no_difference() {
    cut(
        &[
            CLOSED,
            "{“We closed the bridge,”} Varga ⟦told⟧ reporters, {“as a precaution and it’ll reopen when engineers say \
             it's safe.”}",
        ],
        &[],
    );
    cut(&["{“The U.S. paid 12 e-mails' worth.”} she ⟦said⟧.", "{“The US paid twelve emails worth”}, she ⟦said⟧."], &[]);
    cut(&[CLOSED, "The bridge was closed as a precaution, the minister said."], &[]);
}

#[test]
fn another_extent_is_told_where_the_words_are_missing() {
    cut(
        &[CLOSED, "{“We closed the bridge as a precaution,”} Varga ⟦said⟧."],
        &["Quotation ends earlier: 1 missing; 0 counterpart and it will reopen when engineers say it is safe"],
    );
    cut(
        &[CLOSED, "The bridge, Varga ⟦said⟧, {“will reopen when engineers say it is safe”}."],
        &["Quotation starts later: 1 missing; 0 counterpart We closed the bridge as a precaution, and it"],
    );
    cut(
        &["{“will reopen when engineers say it is safe”} Varga ⟦said⟧.", CLOSED],
        &["Quotation starts later: 0 missing; 1 counterpart We closed the bridge as a precaution, and it"],
    );
    cut(
        &[CLOSED, "Varga ⟦insisted⟧ {the shutdown was “a precaution”}."],
        &["Only two words of the quotation are kept: 1 missing; 0 counterpart We closed the bridge as; 1 missing; \
           0 counterpart and it will reopen when engineers say it is safe"],
    );
}

#[test]
fn a_sentence_that_is_left_out_whole_is_no_cut() {
    cut(
        &[
            "{“We closed the bridge tonight. It will reopen soon.”} Varga ⟦said⟧.",
            "{“It will reopen soon,”} she ⟦said⟧.",
        ],
        &[],
    );
    let (a, b) = ("{“It was time. We closed it for good.”}", "{“We closed it for good. It was time.”}");
    cut(&[a, b], &[]);
}

#[test]
fn stray_words_of_the_next_sentence_are_no_part_of_the_quotation() {
    cut(
        &[
            "{“The harbour is closed until the engineers are ready, we have to wait,”} she ⟦said⟧.",
            "{“The harbour is closed until the engineers are ready,”} she ⟦said⟧. {“We have an old bridge here.”}",
        ],
        &["Quotation ends earlier: 1 missing; 0 counterpart we have to wait"],
    );
}

#[test]
fn other_words_are_told_with_their_counterparts() {
    cut(
        &[
            CLOSED,
            "{“We shut the bridge as a precaution, and it will reopen when engineers say it is ready,”} she ⟦said⟧.",
        ],
        &["Other words inside the marks: 1 words shut; 0 words closed; 1 words ready; 0 words safe"],
    );
    cut(
        &[
            "{“It should have been used for repairs,”} she ⟦said⟧.",
            "{“It shouldn’t have been used for repairs,”} she ⟦said⟧.",
        ],
        &["Other words inside the marks: 1 words shouldn’t; 0 words should"],
    );
    cut(
        &[
            "{“It is a very safe bridge for everyone here,”} she ⟦said⟧.",
            "{“It is a safe bridge for everyone here,”} she ⟦said⟧.",
        ],
        &["Fewer words inside the marks: 1 missing; 0 counterpart very"],
    );
}

#[test]
fn marks_of_omission_and_insertion_speak_for_themselves() {
    cut(
        &[CLOSED, "{“We closed the bridge … and it will reopen when engineers say it is safe,”} she ⟦said⟧."],
        &["Words left out, and a mark says so: 1 words …; 0 counterpart as a precaution"],
    );
    cut(
        &[
            "{“We closed the bridge [...] and it will reopen when they say so,”} she ⟦said⟧.",
            "{“We closed the bridge as a precaution and it will reopen when they say so,”} she ⟦said⟧.",
        ],
        &["Words left out, and a mark says so: 0 words [...]; 1 counterpart as a precaution"],
    );
    cut(
        &[
            "{“He closed the old bridge for us,”} she ⟦said⟧.",
            "{“[The mayor] closed the old bridge for us,”} she ⟦said⟧.",
        ],
        &[],
    );
}

#[test]
fn words_between_two_pieces_are_told_as_a_split() {
    cut(
        &[CLOSED, "{“We closed the bridge,”} Varga ⟦said⟧, {“and it will reopen when engineers say it is safe.”}"],
        &["Quoted in pieces, without the words between: 1 missing; 0 counterpart as a precaution"],
    );
    cut(
        &[CLOSED, "Varga ⟦said⟧ {they “closed the bridge” and it would “reopen when engineers say it is safe”}."],
        &["Quoted in pieces, without the words between: 1 missing; 0 counterpart as a precaution, and it will"],
    );
}

#[test]
fn words_that_stand_elsewhere_in_the_marks_are_not_missing() {
    cut(
        &[
            CLOSED,
            "{“We closed the bridge as a precaution.”}\n{“And it will reopen when engineers say it is safe,”} she ⟦said⟧.",
        ],
        &[],
    );
}

#[test]
fn other_quotations_and_other_speakers_are_not_compared() {
    cut(
        &[
            "{“Fares have risen again. Why? To pay for ferries. So now your money goes there.”}",
            "{“We are the ones who are not raising the tolls to pay for ferries,”} she ⟦said⟧.",
        ],
        &[],
    );
    cut(&[CLOSED, "{“There is no reason to worry about the harbour.”}"], &[]);
    cut(&[CLOSED, "Lindqvist> {“We closed the bridge as a precaution,”} Lindqvist ⟦said⟧."], &[]);
}

#[test]
fn where_all_others_agree_the_base_is_told() {
    let short = "{“We closed the bridge as a precaution,”} Varga ⟦said⟧.";
    cut(
        &[short, CLOSED, CLOSED],
        &[
            "Quotation ends earlier: 0 missing; 1 counterpart and it will reopen when engineers say it is safe; 2 counterpart and it will reopen when engineers say it is safe",
        ],
    );
}

#[test]
fn function_words_that_stand_elsewhere_are_still_missing_here() {
    cut(
        &[
            "She ⟦promised⟧ {“weeks, not months”}.\n{“It will be worse,”} Rustad ⟦said⟧.",
            "{“It will be weeks, not months,”} she ⟦said⟧.",
        ],
        &["Only three words of the quotation are kept: 0 missing; 1 counterpart It will be"],
    );
}

#[test]
fn an_article_in_front_of_the_marks_is_no_difference() {
    cut(&["She ⟦called⟧ it {“a sad and late precaution”}.", "She ⟦called⟧ it a {“sad and late precaution”}."], &[]);
}

#[test]
fn words_that_have_their_answer_are_not_quoted_once_more() {
    let letter = "{“Your acts both past and present do not fit the duty of this chair,”} they ⟦wrote⟧.";
    let claims = "They ⟦found⟧ {his “past and present claims” false}.";
    cut(&[letter, &format!("{letter}\n{claims}")], &[]);
}

#[test]
fn a_term_that_is_named_as_such_and_a_tag_are_no_cut() {
    cut(
        &[
            "{“They refused to say the two words old bridge, and so they should go,”} Varga ⟦said⟧.",
            "Varga ⟦attacked⟧ {them for avoiding the term “old bridge”}.",
        ],
        &[],
    );
    cut(
        &["{“We will always tell the truth. #truth”} she ⟦wrote⟧.", "{“We will always tell the truth”}, she ⟦wrote⟧."],
        &[],
    );
}

#[test]
fn where_one_side_merely_has_more_that_is_told_and_not_other_words() {
    cut(
        &[
            "{“Engineers climbed down the north tower and found rust in four cables this morning,”} she ⟦said⟧.",
            "{“Engineers found rust in four cables this morning,”} she ⟦said⟧.",
        ],
        &["Fewer words inside the marks: 1 missing; 0 counterpart climbed down the north tower and"],
    );
    cut(
        &[
            "{“The pilots brought both boats home through nine miles of fog before anybody in the office woke up,”} she \
             ⟦said⟧.",
            "{“The pilots brought both boats home through fog,”} she ⟦said⟧.",
        ],
        &[
            "Quotation ends earlier: 1 missing; 0 counterpart before anybody in the office woke up",
            "Fewer words inside the marks: 1 missing; 0 counterpart nine miles of",
        ],
    );
    cut(
        &[
            "{“Nobody sails from this quay without the pilot Lund and Ada Berg,”} she ⟦said⟧.",
            "{“Nobody sails from this quay without a pilot or Berg,”} she ⟦said⟧.",
        ],
        &["Other words inside the marks: 1 words a; 0 words the; 1 words or Berg; \
           0 words Lund and Ada Berg"],
    );
}

#[test]
fn a_word_that_only_moved_is_no_difference() {
    cut(
        &[
            "{“Usually the ferry waits ten minutes for the last train from the valley,”} she ⟦said⟧.",
            "{“The ferry waits ten minutes usually for the last train from the valley,”} she ⟦said⟧.",
        ],
        &[],
    );
}

#[test]
fn pieces_of_one_sentence_are_told_together() {
    let whole = "{“The lock keepers slept badly while the flood took seven barns and the old mill.”}";
    let pieces = "{The keepers “slept badly” and lost “the old mill”}, he ⟦said⟧.";
    let between = "counterpart while the flood took seven barns and";
    cut(&[whole, pieces], &[&format!("Quoted in pieces, without the words between: 1 missing; 0 {between}")]);
    cut(&[pieces, whole], &[&format!("Quoted in pieces, without the words between: 0 missing; 1 {between}")]);
    // What another row quotes of the sentence is not missing in this one.
    let whole = "{“This week our divers will quietly measure every pillar and then repaint the railings in summer,”}";
    let pieces = "{They will “quietly measure every pillar” now}.\n{The fences are to be “repaint” jobs}.";
    check_passage(
        ContrastKind::Cut,
        &[(whole, 0), (pieces, 0)],
        &["Quotation starts later: 1 missing; 0 counterpart This week our divers will"],
    );
    check_passage(
        ContrastKind::Cut,
        &[(whole, 0), (pieces, 1)],
        &["Quotation ends earlier: 1 missing; 0 counterpart the railings in summer"],
    );
}

#[test]
fn words_are_counted_as_they_are_printed() {
    cut(
        &["{“Divers found storm-damaged cables on the north side,”} she ⟦said⟧.", "{They are “storm-damaged” now}."],
        &["Only one word of the quotation is kept: 1 missing; 0 counterpart Divers found; 1 missing; \
           0 counterpart cables on the north side"],
    );
}

#[test]
fn a_longer_sentence_that_the_reading_prints_itself_is_not_missing() {
    let quoted = "{“the ferries are late each morning because of the famous tide timetable on our pier,”} she ⟦wrote⟧.";
    let printed = "{The ferries are late each morning because of the famous “tide timetable” on our pier.}";
    cut(&[quoted, printed], &[]);
    cut(&[printed, quoted], &[]);
    // The writer of a letter says "I", not the outlet that prints it.
    let printed = "⟪I⟫ ⟦say⟧ {the ferries are late each morning because of the famous “tide timetable” on our pier}.";
    cut(&[quoted, printed], &[]);
    cut(
        &[
            "{Some speak of a “holiday from fares” here}.\n{The council will vote on the third holiday from fares.}",
            "{They want “the third holiday from fares” soon}.",
        ],
        &[],
    );
    // What is reported around the marks is how everybody quotes in part; nothing of it is missing.
    let whole = "{“There was never a risk that the bridge would fall,”} she ⟦said⟧.";
    cut(&["She ⟦said⟧ {there was “never a risk” that the bridge would fall}.", whole], &[]);
    cut(
        &["She ⟦said⟧ {there was “never a risk” for the ferry}.", whole],
        &["Quotation ends earlier: 0 missing; 1 counterpart that the bridge would fall"],
    );
}

#[test]
fn words_and_places_outside_of_the_readings_are_told_in_their_own_row() {
    let whole = "{“For this reason the divers measured every pillar twice in April, and the railings will be painted \
                 again,”} he ⟦said⟧.";
    let pieces = "{They had “measured every pillar twice in April” then}.\n{“the railings will be painted again”}, he \
                  ⟦said⟧.";
    check_passage(ContrastKind::Cut, &[(whole, 0), (pieces, 1)], &[]);
    check_passage(
        ContrastKind::Cut,
        &[(whole, 0), (pieces, 0)],
        &["Quotation starts later: 1 missing; 0 counterpart For this reason the divers"],
    );
}

#[test]
fn a_mark_of_omission_speaks_for_the_words_at_its_place() {
    cut(
        &[
            "{It took “the whole crew of nine” only}.\n{“We pulled the anchor up by hand ... And nobody slept before \
             sunrise,”} she ⟦said⟧.",
            "{“we pulled the anchor up by hand with the whole crew of nine,” and “nobody slept before sunrise”}.",
        ],
        &["Words left out, and a mark says so: 0 words ...; 1 counterpart with the whole crew of nine"],
    );
    cut(
        &[
            "{“It was late. Before the boats came I had counted them, and have locked the old gate since,”}",
            "{“It was late. ... I have locked the old gate since,”} she ⟦said⟧.",
        ],
        &[
            "Words left out, and a mark says so: 1 words . ...; 0 counterpart Before the boats came I had counted them, and",
        ],
    );
}

#[test]
fn two_short_statements_that_sound_alike_are_not_compared() {
    let (one, two) = ("{“Our boats sail on Monday,”} she ⟦said⟧.", "{“Our boats sail on Friday,”} she ⟦said⟧.");
    cut(&[one, two], &["Other words inside the marks: 1 words Friday; 0 words Monday"]);
    cut(&[one, two, "{“Our boats sail on Monday. Our boats sail on Friday,”} she ⟦said⟧."], &[]);
    let long =
        "{“What scandalous waste of paint, and the painters left four ladders standing in the rain,”} he ⟦said⟧.";
    let word = "{It is “scandalous” now}, he ⟦said⟧.";
    cut(
        &[long, word],
        &["Only one word of the quotation is kept: 1 missing; 0 counterpart What; 1 missing; \
           0 counterpart waste of paint, and the painters left four ladders standing in the rain"],
    );
    cut(
        &[long, word, "{“Fares are scandalous,”} he ⟦said⟧."],
        &["Only one word of the quotation is kept: 1 missing; 2 counterpart Fares are"],
    );
}

#[test]
fn what_the_base_does_not_quote_is_compared_among_the_others() {
    let whole = "{“For this reason the divers measured every pillar twice in April,”} he ⟦said⟧.";
    cut(
        &[
            "{“The railings will be painted again before the summer ends,”} he ⟦said⟧.",
            whole,
            "{They “measured every pillar twice in April,”} he ⟦said⟧.",
        ],
        &["Quotation starts later: 2 missing; 1 counterpart For this reason the divers"],
    );
    let cut_short = "{They “measured every pillar twice in April,”} he ⟦said⟧.";
    cut(
        &[whole, cut_short, cut_short],
        &[
            "Quotation starts later: 1 missing; 0 counterpart For this reason the divers",
            "Quotation starts later: 2 missing; 0 counterpart For this reason the divers",
        ],
    );
}

#[test]
fn a_sentence_that_only_begins_alike_is_no_piece_of_the_other() {
    cut(
        &[
            "Varga> {“It is together that we will be able to act well for our old harbour,”} Varga ⟦said⟧.",
            "Varga> {“It is together that we shall build a new bridge for every island and every town,”} Varga ⟦said⟧.\n\
             Varga> She ⟦added⟧ that {“together we will be able to act well for our old harbour.”}",
        ],
        &["Fewer words inside the marks: 1 missing; 0 counterpart that"],
    );
}

#[test]
fn what_one_reading_lacks_that_several_have_is_told_once() {
    let whole = "{“The old bridge was closed as a precaution, and so was the tunnel,”} she ⟦said⟧.";
    cut(
        &["{“The old bridge was closed as a precaution,”} she ⟦said⟧.", whole, "She left.", whole],
        &[
            "Quotation ends earlier: 0 missing; 1 counterpart and so was the tunnel; 3 counterpart and so was the tunnel",
        ],
    );
    let marked = "{“The old bridge … was closed as a precaution,”} she ⟦said⟧.";
    let whole = "{“The old bridge of the islands was closed as a precaution,”} she ⟦said⟧.";
    cut(
        &[marked, whole, whole],
        &["Words left out, and a mark says so: 0 words …; 1 counterpart of the islands; 2 counterpart of the islands"],
    );
}

#[test]
fn a_masked_word_is_another_word() {
    let masked =
        ["{“We’re gonna sink the b*****d boat,”} she ⟦said⟧.", "{“We're going to sink the b****** boat,”} she ⟦said⟧."];
    cut(&masked, &[]);
    cut(
        &[masked[0], "{“We’re going to sink the blasted boat,”} she ⟦said⟧."],
        &["Other words inside the marks: 1 words blasted; 0 words b*****d"],
    );
}

#[test]
fn what_several_lack_of_the_fullest_is_told_of_each() {
    let tail = "and it will reopen when engineers say it is safe";
    let base = "{“The old bridge was closed as a precaution,”} she ⟦said⟧.";
    let whole =
        "{“The old bridge was closed as a precaution, and it will reopen when engineers say it is safe,”} she ⟦said⟧.";
    let shorter = "{“The old bridge was closed,”} she ⟦said⟧.";
    cut(
        &[base, shorter, whole],
        &[
            "Quotation ends earlier: 1 missing; 0 counterpart as a precaution",
            &format!("Quotation ends earlier: 0 missing; 2 counterpart {tail}"),
        ],
    );
    cut(
        &[base, base, whole],
        &[
            &format!("Quotation ends earlier: 0 missing; 2 counterpart {tail}"),
            &format!("Quotation ends earlier: 1 missing; 2 counterpart {tail}"),
        ],
    );
    // Other words for what the base has not.
    cut(
        &[base, whole, &whole.replace("will", "must")],
        &[
            &format!(
                "Quotation ends earlier: 0 missing; 1 counterpart {tail}; 2 counterpart {}",
                tail.replace("will", "must")
            ),
            "Other words inside the marks: 2 words must; 1 words will",
        ],
    );
}

#[test]
fn who_agrees_with_the_base_is_not_told_beside_the_fullest() {
    let base = "{“The old bridge was shut as a precaution,”} she ⟦said⟧.";
    let whole = "{“The old bridge was closed as a precaution, and so was the tunnel,”} she ⟦said⟧.";
    cut(
        &[base, base, whole],
        &[
            "Quotation ends earlier: 0 missing; 2 counterpart and so was the tunnel",
            "Other words inside the marks: 2 words closed; 0 words shut",
            "Quotation ends earlier: 1 missing; 2 counterpart and so was the tunnel",
        ],
    );
}

#[test]
fn a_subject_that_the_outlets_own_sentence_brings_is_not_missing() {
    let whole = "{“We were working on the north tower at noon,”} she ⟦said⟧.";
    cut(&[whole, "{The divers were “working on the north tower at noon,”} she ⟦said⟧."], &[]);
    let whole = "{“We must be working on the north tower at noon,”} she ⟦said⟧.";
    cut(
        &[whole, "{The divers were “working on the north tower at noon,”} she ⟦said⟧."],
        &["Quotation starts later: 1 missing; 0 counterpart We must be"],
    );
}

#[test]
fn what_the_outlet_says_between_two_pieces_is_not_missing() {
    let whole = "{“As we have checked our cables twice, we have seen no sign of any further rust,”} she ⟦said⟧.";
    cut(&[whole, "{They had “checked” their cables twice and seen “no sign of any further rust,”} she ⟦said⟧."], &[]);
    cut(
        &[whole, "{They had “checked” the cables and saw “no sign of any further rust,”} she ⟦said⟧."],
        &["Quoted in pieces, without the words between: 1 missing; 0 counterpart our cables twice, we have seen"],
    );
}

#[test]
fn what_the_outlets_own_sentence_says_around_the_marks_is_not_missing() {
    let whole = "{“The lock keepers of Lindmoor slept badly while the flood took seven barns,”} he ⟦said⟧.";
    // Half of the words or more, in any form; the last of the quotation as well as the first.
    cut(&[whole, "He ⟦said⟧ {that the keepers in the locks “slept badly while the flood took seven barns”}."], &[]);
    cut(&[whole, "{“The lock keepers of Lindmoor slept badly” as flooding took away barns}, he ⟦said⟧."], &[]);
    cut(
        &[whole, "{“The lock keepers of Lindmoor slept badly” on that day}, he ⟦said⟧."],
        &["Quotation ends earlier: 1 missing; 0 counterpart while the flood took seven barns"],
    );
    // What stands in the same marks is no word of the outlet's, and "not" is never brought by others.
    let denied = "{“It was not the keepers who slept badly while the flood took seven barns,”} he ⟦said⟧.";
    cut(
        &[denied, "He ⟦said⟧ {of the keepers that they “slept badly while the flood took seven barns”}."],
        &["Quotation starts later: 1 missing; 0 counterpart It was not the keepers who"],
    );
}

#[test]
fn what_stands_for_the_missing_words_at_their_place_is_enough() {
    // The subject, named ahead of the marks; not what stands behind them.
    let whole = "{“The savings that his film attacks don’t cut a single ferry from our timetable,”} she ⟦said⟧.";
    cut(&[whole, "The savings, she ⟦said⟧, {“don’t cut a single ferry from our timetable”}."], &[]);
    cut(&[whole, "They, she ⟦said⟧ of savings, {“don’t cut a single ferry from our timetable”}."], &[]);
    cut(
        &[whole, "They {“don’t cut a single ferry from our timetable”}, she ⟦said⟧ of the savings."],
        &["Quotation starts later: 1 missing; 0 counterpart The savings that his film attacks"],
    );
    // Other words of the outlet between two pieces.
    let whole = "{“The report could be abused by our members to beat up the old ferry board,”} she ⟦wrote⟧.";
    cut(&[whole, "{The report “could be abused” by politicians “to beat up the old ferry board”}, she ⟦wrote⟧."], &[]);
    cut(
        &[whole, "{The report “could be abused” soon “to beat up the old ferry board”}, she ⟦wrote⟧."],
        &["Quoted in pieces, without the words between: 1 missing; 0 counterpart by our members"],
    );
    // What is quoted shortly before.
    let whole = "{“How ridiculous, we’re the only island in the world with such a toll,”} she ⟦said⟧.";
    let near = "It is {“a ridiculous toll,”} she ⟦said⟧.";
    let rest = "{“We’re the only island in the world with such a toll,”} she ⟦said⟧.";
    check_passage(ContrastKind::Cut, &[(whole, 0), (&format!("{near}\n{rest}"), 1)], &[]);
    cut(&[whole, rest], &["Quotation starts later: 1 missing; 0 counterpart How ridiculous"]);
}

#[test]
fn one_word_of_what_is_denied_is_somebody_elses() {
    cut(
        &["{“My view of the bridge has never changed or evolved,”} she ⟦said⟧.", "{She had “evolved”}, she ⟦said⟧."],
        &[],
    );
}

#[test]
fn an_opening_word_is_not_missing() {
    let whole = "{“But in any event, the old bridge is not for sale,”} she ⟦said⟧.";
    cut(&[whole, "{“The old bridge is not for sale,”} she ⟦said⟧."], &[]);
    cut(
        &["{“Sadly, the old bridge is not for sale,”} she ⟦said⟧.", "{“The old bridge is not for sale,”} she ⟦said⟧."],
        &["Quotation starts later: 1 missing; 0 counterpart Sadly"],
    );
}

#[test]
fn a_word_that_stands_among_other_words_near_by_is_not_missing() {
    cut(
        &[
            "{“If the gates open again they will have bigger floods than they ever had,”} he ⟦said⟧.",
            "{“If the gates open again they are going to have big floods, bigger than they ever had,”} he ⟦said⟧.",
        ],
        &["Other words inside the marks: 1 words are going to; 0 words will; 1 words big; 0 words bigger"],
    );
}

#[test]
fn two_answers_that_share_words_in_their_midst_are_not_compared() {
    cut(
        &[
            "{“I never believed he would sell the old bridge to the ferry company for nothing,”} she ⟦said⟧.",
            "{“My neighbours think he would sell the old bridge to the ferry company and the pier,”} she ⟦said⟧.",
        ],
        &[],
    );
}
