use proptest::prelude::*;

use super::*;
use crate::span::Span;

/// The blocks as `role: first words`, one a line.
fn table(text: &str) -> String {
    let text = Text::new(text);
    let row = |block: &Block| {
        let words: Vec<&str> = text.slice(block.span).split_whitespace().take(4).collect();
        let reason = block.reason.as_deref().filter(|_| block.role == Role::Clutter);
        let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
        format!("{:?}: {}{reason}\n", block.role, words.join(" ")).to_lowercase()
    };
    label(&text).blocks.iter().map(row).collect()
}

fn check(text: &str, expected: &str) {
    let found = table(text);
    let found: Vec<&str> = found.lines().collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected, "for {text:?}");
}

const STORY: &str =
    "The minister said on Monday that the government would not change its course, whatever the neighbours wished.";
const MORE: &str =
    "He left the hall after an hour, and his office declined to answer any further question about the plan.";

#[test]
fn a_first_line_with_a_full_stop_is_a_headline_by_its_capitals_or_if_it_stands_apart() {
    for (first, role) in [
        ("Mill Town Leaders Promise Monday Start.", "headline"),
        ("The mill in the town will start on Monday.", "body"),
    ] {
        let lines = table(&format!("{first}\n{STORY}\n{MORE}"));
        assert_eq!(lines.split(':').next(), Some(role), "{first}");
    }
}

#[test]
fn the_name_of_an_outlet_beside_the_date_is_no_part_of_the_story() {
    let text = format!("Mill reopens\n\nHill Courier\n\n3 May 2026\n\n{STORY}\n\n{MORE}\n");
    check(
        &text,
        "headline: mill reopens
         dateline: hill courier
         dateline: 3 may 2026
         body: the minister said on
         body: he left the hall",
    );
    assert_eq!(label(&Text::new(text.as_str())).meta.outlet.as_deref(), Some("Hill Courier"));
    let street = format!("Mill reopens\n\nHill Street\n\n3 May 2026\n\n{STORY}\n\n{MORE}\n");
    assert_eq!(label(&Text::new(street.as_str())).meta.outlet, None);
}

#[test]
fn a_clean_article_is_headline_and_body() {
    check(
        &format!("Minister stands firm on the plan\n\n{STORY}\n\n“No,” he said.\n\n{MORE}\n"),
        "headline: minister stands firm on
         body: the minister said on
         body: “no,” he said.
         body: he left the hall",
    );
}

#[test]
fn clutter_of_a_page_is_told_from_the_story() {
    check(
        &format!(
            "Minister stands firm on the plan\n\n[ad_1]\n\nWorld\n\nGet short URL\n\nhttps://img.example/logo.png\n\n\
             Example International\n\nhttps://img.example/l2.png\n\nhttps://news.example/world/202404041082-minister/\n\n\
             Image not found or type unknown\n\nThe minister in the hall\n\nMinister stands firm on the plan 0\n\n{STORY}\n\n\
             The minister (Photo: Daily).\n\n{MORE}\n\nSource link\n\nLeave a Reply\n\n\
             Your email address will not be published. Required fields are marked *\n\nAnything short here\n\n\
             Minister stands firm on the plan\n\nForgot password?"
        ),
        "headline: minister stands firm on
         clutter: [ad_1] (advertisement marker)
         clutter: world (name of a section)
         clutter: get short url (sharing button)
         clutter: https://img.example/logo.png (bare address)
         clutter: example international (stands between bare addresses)
         clutter: https://img.example/l2.png (bare address)
         clutter: https://news.example/world/202404041082-minister/ (bare address)
         clutter: image not found or (placeholder of a picture)
         caption: the minister in the
         clutter: minister stands firm on (title repeated)
         body: the minister said on
         caption: the minister (photo: daily).
         body: he left the hall
         clutter: source link (link to the source)
         clutter: leave a reply (comment form)
         clutter: your email address will (comment form)
         clutter: anything short here (stands after a link to the source)
         clutter: minister stands firm on (title repeated)
         clutter: forgot password? (log-in form)",
    );
}

#[test]
fn the_buttons_of_a_cookie_notice_are_no_part_of_the_story() {
    let notice = "This site uses cookies to improve your visit.\n\nAccept all\n\nOnly what is needed";
    check(
        &format!("Minister stands firm on the plan\n\n{STORY}\n\n{MORE}\n\n{notice}\n"),
        "headline: minister stands firm on
         body: the minister said on
         body: he left the hall
         clutter: this site uses cookies (site navigation)
         clutter: accept all (site navigation)
         clutter: only what is needed (site navigation)",
    );
}

#[test]
fn what_the_text_tells_becomes_metadata() {
    let text = Text::new(format!(
        "Minister stands firm on the plan\n\nBy Jane Doe\n\nApril 4, 2024\n\nHANOI (Reuters) — {STORY}\n\n{MORE}\n\nDaily Example News"
    ));
    let meta = label(&text).meta;
    assert_eq!(meta.title.as_deref(), Some("Minister stands firm on the plan"));
    assert_eq!(meta.byline.as_deref(), Some("Jane Doe"));
    assert_eq!(meta.published.as_deref(), Some("2024-04-04"));
    assert_eq!(meta.agency.as_deref(), Some("Reuters"));
    assert_eq!(meta.outlet.as_deref(), Some("Daily Example News"));
    assert_eq!(meta.language.as_deref(), Some("en"));
    assert_eq!(meta.guessed, ["title", "byline", "outlet", "agency", "published", "language"]);
}

#[test]
fn the_name_of_the_site_is_taken_off_the_title() {
    for (head, title, outlet) in [
        ("Minister stands firm | The Daily", "Minister stands firm", Some("The Daily")),
        ("Minister stands firm - The Daily\n\nMinister stands firm", "Minister stands firm", Some("The Daily")),
        ("Minister stands firm - The Daily", "Minister stands firm - The Daily", None),
        ("Minister stands firm – and pays", "Minister stands firm – and pays", None),
        ("Minister | The Daily", "Minister | The Daily", None),
    ] {
        let meta = label(&Text::new(format!("{head}\n\n{STORY}\n\n{MORE}"))).meta;
        assert_eq!((meta.title.as_deref(), meta.outlet.as_deref()), (Some(title), outlet), "for {head:?}");
    }
    check(
        &format!("Minister stands firm - The Daily\n\nMinister stands firm\n\n{STORY}"),
        "headline: minister stands firm
         clutter: - the daily (name of the outlet)
         clutter: minister stands firm (title repeated)
         body: the minister said on",
    );
}

#[test]
fn a_paragraph_printed_twice_counts_once() {
    check(
        &format!("{STORY}\n\n{MORE}\n\n{STORY}\n"),
        "body: the minister said on
         body: he left the hall
         clutter: the minister said on (printed before)",
    );
}

#[test]
fn short_lines_in_the_middle_stay_in_the_article() {
    check(
        &format!(
            "Minister stands firm on the plan\n\n{STORY}\n\nWhat comes next\n\n{MORE}\n\n2 p.m.\n\n{STORY} Again.\n\n- More pay\n\n- Less work\n\nRefugees.\n\n{MORE} Twice."
        ),
        "headline: minister stands firm on
         body: the minister said on
         subheading: what comes next
         body: he left the hall
         body: 2 p.m.
         body: the minister said on
         list: - more pay
         list: - less work
         body: refugees.
         body: he left the hall",
    );
}

#[test]
fn a_form_in_the_middle_does_not_end_the_article() {
    check(
        &format!("{STORY}\n\nLog in\n\nA short line\n\n{MORE}\n\n{STORY} {MORE}"),
        "body: the minister said on
         clutter: log in (log-in form)
         subheading: a short line
         body: he left the hall
         body: the minister said on",
    );
}

#[test]
fn what_the_outlet_sells_and_says_of_itself_is_no_article() {
    check(
        &format!(
            "Minister stands firm on the plan\n\n{STORY}\n\nSix weeks of the Gazette for one pound. Order now\n\n{MORE}\n\n\
             The Harbour Gazette is published every Friday by the League of Pilots."
        ),
        "headline: minister stands firm on
         body: the minister said on
         clutter: six weeks of the (advertisement)
         body: he left the hall
         clutter: the harbour gazette is (about the outlet)",
    );
}

#[test]
fn roles_that_the_format_told_are_kept() {
    let text = Text::new("Log in\n\nMinister stands firm");
    let blocks = vec![Block::new(Role::Quote, Span::new(0, 6)), Block::new(Role::Body, Span::new(8, 28))];
    let roles: Vec<Role> = label_parts(&text, blocks).blocks.iter().map(|block| block.role).collect();
    assert_eq!(roles, [Role::Quote, Role::Body]);
}

proptest! {
    #[test]
    fn blocks_are_in_order_apart_and_hold_all_that_is_no_white_space(
        lines in proptest::collection::vec(
            prop_oneof![
                Just(String::new()), Just("[ad_1]".to_owned()), Just("Leave a Reply".to_owned()), Just(STORY.to_owned()),
                Just("HANOI — ".to_owned() + MORE), Just("By Jane Doe".to_owned()), Just("https://a.example/b".to_owned()), "\\PC{0,60}",
            ],
            0..30,
        ),
    ) {
        let text = Text::new(lines.join("\n"));
        // Line breaks that a program wrote out in two characters are white space too.
        let is_blank = |text: &str| ["\\n", "\\r", "\\t"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, "")).trim().is_empty();
        let mut at = 0;
        for block in label(&text).blocks {
            prop_assert!(block.span.start >= at && !block.span.is_empty());
            prop_assert!(is_blank(text.slice(Span::new(at, block.span.start))));
            at = block.span.end;
        }
        prop_assert!(is_blank(text.slice(Span::new(at, text.len()))));
    }
}
