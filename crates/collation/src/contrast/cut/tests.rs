use super::super::ContrastKind;
use super::super::testing::check;

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
        &["Quotation starts earlier: 1 words We closed the bridge as a precaution, and it; 0 missing"],
    );
    cut(
        &[CLOSED, "Varga ⟦insisted⟧ {the shutdown was “a precaution”}."],
        &["Two words are left of the quotation: 1 missing; 0 counterpart We closed the bridge as; 1 missing; \
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
        &["Other words inside the marks: 1 words shut; 0 counterpart closed; 1 words ready; 0 counterpart safe"],
    );
    cut(
        &[
            "{“It should have been used for repairs,”} she ⟦said⟧.",
            "{“It shouldn’t have been used for repairs,”} she ⟦said⟧.",
        ],
        &["More words inside the marks: 1 words shouldn’t; 0 missing"],
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
        &["Words left out, and a mark says so: 1 missing …; 0 counterpart as a precaution"],
    );
    cut(
        &[
            "{“We closed the bridge [...] and it will reopen when they say so,”} she ⟦said⟧.",
            "{“We closed the bridge as a precaution and it will reopen when they say so,”} she ⟦said⟧.",
        ],
        &["Words left out, and a mark says so: 0 missing [...]; 1 counterpart as a precaution"],
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
        &[
            "Quotation starts later: 1 missing; 0 counterpart We",
            "Quoted in pieces, without the words between: 1 missing; 0 counterpart as a precaution, and it will",
        ],
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
        &["Quotation ends earlier: 0 missing; 1 counterpart and it will reopen when engineers say it is safe"],
    );
}

#[test]
fn function_words_that_stand_elsewhere_are_still_missing_here() {
    cut(
        &[
            "She ⟦promised⟧ {“weeks, not months”}.\n{“It will be worse,”} Rustad ⟦said⟧.",
            "{“It will be weeks, not months,”} she ⟦said⟧.",
        ],
        &["Quotation starts earlier: 1 words It will be; 0 missing"],
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
