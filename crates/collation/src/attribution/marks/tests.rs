//! Every kind of mark, a sentence each: what stands inside marks is listed, `…` ends an unclosed one.

#![allow(clippy::indexing_slicing, reason = "tests may panic")]

use super::*;

fn check(text: &str, expected: &[&str]) {
    let chars: Vec<char> = text.chars().collect();
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.chars().count();
        if !line.trim().is_empty() {
            paragraphs.push(Span::new(start, end));
        }
        start = end + 1;
    }
    let found: Vec<String> = find(&chars, &paragraphs)
        .iter()
        .map(|marked| {
            let inside: String = chars[marked.span.start..marked.span.end].iter().collect();
            let link = if marked.continues.is_some() { "+" } else { "" };
            let open = if marked.closed { "" } else { "…" };
            format!("{link}{inside}{open}")
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn pairs_of_every_family() {
    for (text, expected) in [
        ("She said, \"The road is open,\" and sat down.", &["\"The road is open,\""][..]),
        ("She said, “The road is open.”", &["“The road is open.”"]),
        ("“By my count, he owes us,\" she wrote.", &["“By my count, he owes us,\""]),
        ("\"By my count, he owes us,” she wrote.", &["\"By my count, he owes us,”"]),
        ("‘The road is open,’ she said.", &["‘The road is open,’"]),
        ("Elle dit: «Le pont est fermé.»", &["«Le pont est fermé.»"]),
        ("« Le pont est fermé », dit-elle.", &["« Le pont est fermé »"]),
        ("»Die Brücke ist zu«, sagte sie.", &["»Die Brücke ist zu«"]),
        ("Elle a parlé de ‹paix› hier.", &["‹paix›"]),
        ("„Die Brücke ist zu“, sagte sie.", &["„Die Brücke ist zu“"]),
        ("Sie nannte es ‚Unsinn‘ und ging.", &["‚Unsinn‘"]),
        ("她说:「桥已经关闭」。", &["「桥已经关闭」"]),
        ("彼は『橋は「まだ」閉鎖』と言った。", &["『橋は「まだ」閉鎖』"]),
        ("`The bridge is shut,` Ms. Ivers said, and `we know why`.", &["`The bridge is shut,`", "`we know why`"]),
        ("``The bridge is shut,'' she said.", &["``The bridge is shut,''"]),
        ("''Not this year,'' she said.", &["''Not this year,''"]),
        ("＂The bridge is shut＂, she said.", &["＂The bridge is shut＂"]),
        ("„Die Brücke“, sagte sie, „ist ‚wohl‘ zu.“", &["„Die Brücke“", "„ist ‚wohl‘ zu.“"]),
        ("»Die Brücke«, sagte sie, »ist ›wohl‹ zu.«", &["»Die Brücke«", "»ist ›wohl‹ zu.«"]),
        ("„Most jest zamknięty”, powiedziała.", &["„Most jest zamknięty”"]),
        ("”Bron är stängd”, sade hon.", &["”Bron är stängd”"]),
        ("»Bron är stängd», sade hon.", &["»Bron är stängd»"]),
        ("« Il a dit “jamais” hier », dit-elle.", &["« Il a dit “jamais” hier »"]),
        ("她说：“桥已经关闭了。”又说：‘还没有定。’", &["“桥已经关闭了。”", "‘还没有定。’"]),
        ("她说‘桥关了’就走了，他说\"还没有\"。", &["‘桥关了’", "\"还没有\""]),
        ("시장은 “다리가 닫혔다”고 말했다.", &["“다리가 닫혔다”"]),
        ("Ο δήμαρχος είπε: «Η γέφυρα έκλεισε.»", &["«Η γέφυρα έκλεισε.»"]),
        ("قالت: «الجسر مغلق الآن».", &["«الجسر مغلق الآن»"]),
        ("דובר צה״ל אמר: ״הגשר סגור״.", &["״הגשר סגור״"]),
        ("דובר צה\"ל אמר \"הגשר סגור\" אתמול.", &["\"הגשר סגור\""]),
        ("❝The bridge is shut,❞ she said.", &["❝The bridge is shut,❞"]),
        ("Nothing is quoted here.", &[]),
    ] {
        check(text, expected);
    }
}

#[test]
fn apostrophes_and_primes_are_no_quotation_marks() {
    for (text, expected) in [
        ("‘They won’t sell and it’s done,’ he said.", &["‘They won’t sell and it’s done,’"][..]),
        ("‘The unions’ offer is gone,’ he said.", &["‘The unions’ offer is gone,’"]),
        ("In the ’80s, the town’s mill closed.", &[]),
        ("Rock 'n' roll and the '60s were the boys' world.", &[]),
        ("Mayor: The Plan Is 'Half Baked' At Best", &["'Half Baked'"]),
        ("He wrote 'they can't win' on a napkin.", &["'they can't win'"]),
        ("The mayor's aides don't like the workers' plan.", &[]),
        ("A 5'11\" man and a 7\" knife.", &[]),
        ("The 9\" board, she said, \"snapped.\"", &["\"snapped.\""]),
        ("\"The 9\" board snapped,\" she said.", &["\"The 9\" board snapped,\""]),
        ("She scored \"at least 12\" in the test.", &["\"at least 12\""]),
        ("’Twas late, and ’em dogs' bowls were O’Hara’s.", &[]),
        ("The ship “Marigold”’s bell rang.", &["“Marigold”"]),
        ("The 6'2\" guard said, \"I'm 6'2\" tall,\" and left.", &["\"I'm 6'2\" tall,\""]),
        ("He measured 5′11″ and 12′ of pipe.", &[]),
    ] {
        check(text, expected);
    }
}

#[test]
fn marks_inside_marks_belong_to_the_outer_pair() {
    for (text, expected) in [
        ("“She told us ‘go home’ at noon,” he said.", &["“She told us ‘go home’ at noon,”"][..]),
        ("“which reads: “we won” twice,” he said.", &["“which reads: “we won” twice,”"]),
        ("\"She said “go home” to us,\" he said.", &["\"She said “go home” to us,\""]),
        ("‘She said “go home” to us,’ he said.", &["‘She said “go home” to us,’"]),
        ("‘We’re the boys’ team,’ said the boys’ coach.", &["‘We’re the boys’ team,’"]),
        ("“She said, ‘He told me, “No,” twice,’” he said.", &["“She said, ‘He told me, “No,” twice,’”"]),
        ("\"He told me 'go home,'\" she said.", &["\"He told me 'go home,'\""]),
        ("“[The mayor] took what was due,” he said.", &["“[The mayor] took what was due,”"]),
    ] {
        check(text, expected);
    }
}

#[test]
fn marks_that_run_over_paragraphs_or_never_close() {
    for (text, expected) in [
        ("“The first part.\n\n“The second part.” She left.", &["“The first part.…", "+“The second part.”"][..]),
        (
            "“The first part.\n\n“The second.\n\n“The third,” she said.",
            &["“The first part.…", "+“The second.…", "+“The third,”"],
        ),
        (
            "\"The first part.\n\"The second.\n\"The third.\" She left.",
            &["\"The first part.…", "+\"The second.…", "+\"The third.\""],
        ),
        ("“The first part.\n\nThe second part.” She left.", &["“The first part.…", "+The second part.”"]),
        (
            "`Let me be clear that nobody has asked for this\n\nEarlier he spoke of `hard times` ahead.",
            &["`Let me be clear that nobody has asked for this…", "`hard times`"],
        ),
        (
            "She was asked to \"speak with the council (again).\n\nLater she said \"It is late.\"",
            &["\"speak with the council (again).…", "\"It is late.\""],
        ),
        (
            "“We had no time.\n\nIt’s the water that came first.\n\nThen the dike broke.” She left.\n\n“Go.”",
            &["“We had no time.…", "+It’s the water that came first.…", "+Then the dike broke.”", "“Go.”"],
        ),
        ("“We had no time.\n\nThe town was quiet.\n\nHe said “never again.”", &["“We had no time.…", "“never again.”"]),
        ("He said “we will go, and added “never again.”", &["“we will go, and added…", "“never again.”"]),
    ] {
        check(text, expected);
    }
}

#[test]
fn straight_marks_that_never_close_among_curly_ones_are_remnants() {
    for (text, expected) in [
        (
            "\"The hall was full, and “quite loud” too.\n\"He said “so be it” at last.",
            &["“quite loud”", "“so be it”"][..],
        ),
        (
            "\"The form asks: “Are you well?” Nobody knows.\n\"It is long.\"",
            &["\"The form asks: “Are you well?” Nobody knows.…", "+\"It is long.\""],
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn marks_turned_the_wrong_way_still_pair() {
    for (text, expected) in [
        ("” … the ship has already sailed,” wrote the Post.", &["” … the ship has already sailed,”"][..]),
        (
            "They named “the cost” and “the delay,” ”as well as the noise” there.",
            &["“the cost”", "“the delay,”", "”as well as the noise”"],
        ),
        ("“The road is open,“ she said.", &["“The road is open,“"]),
        ("A stray ” mark alone.", &[]),
    ] {
        check(text, expected);
    }
}

#[test]
fn a_megabyte_of_marks_ends() {
    for pattern in ["\"", "“", "'", "`", "“\"'”", " 'a", "''", "« ", "“a\n", "「"] {
        check_total(&pattern.repeat(1_000_000 / pattern.len()));
    }
}

fn check_total(text: &str) {
    let chars: Vec<char> = text.chars().collect();
    let whole = [Span::new(0, chars.len())];
    for marked in find(&chars, &whole) {
        assert!(marked.span.covers(marked.inner) && marked.span.end <= chars.len());
    }
}
