//! Text, Markdown, HTML and TSV, read back.

use std::fmt::Write;

use collation::export::{Annotation, Choice, Marks, PRINCIPLE, Part, Wording, clip, html, json, markdown, text, tsv};
use collation::ruling::Anchor;
use collation::sheet::Sheet;
use collation::{Notice, WitnessKey};
use pulldown_cmark::{Event, Options, Parser};
use scraper::{Html, Selector};

use crate::sample::{A, B, C, sheet};

/// The passages of every cell, in the order in which a reader meets them.
fn passages(sheet: &Sheet) -> Vec<String> {
    let mut all = Vec::new();
    for event in &sheet.events {
        for row in &event.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                let article = &sheet.articles[event.members[column]];
                all.extend(
                    cell.iter()
                        .flat_map(|cell| &cell.passages)
                        .map(|passage| article.witness.text.slice(passage.span).to_owned()),
                );
            }
        }
    }
    all
}

fn choice_with_a_note(sheet: &Sheet) -> Choice {
    let anchor =
        Anchor { article: WitnessKey(8), span: sheet.events[0].rows[0].cells[1].as_ref().unwrap().passages[0].span };
    Choice {
        title: Some("Bridge <closure>".to_owned()),
        made: Some("2026-11-22".to_owned()),
        annotations: vec![Annotation {
            anchor,
            tags: vec!["=voice".to_owned(), "ask".to_owned()],
            note: "Who\nsays *so*?".to_owned(),
        }],
        ..Choice::default()
    }
}

fn notices() -> Vec<Notice> {
    vec![Notice::about(WitnessKey(8), "7 lines hidden"), Notice::new("Two articles are alike")]
}

#[test]
fn passages_of_a_reading_that_are_given_differently_are_told_each_in_its_turn() {
    let sheet = sheet();
    let told = "paraphrased · ¶3 of 3; quoted · said · ¶1 of 3";
    let text = text::write(&sheet, &[], &Choice::default());
    assert!(text.contains(told), "{text}");
    let rows = clip::rows(&sheet, 0, &[2], &[0], &[], true, Wording::default());
    assert!(rows.html.contains(told), "{}", rows.html);
    let page = Html::parse_document(&html::write(&sheet, &[], &Choice::default()));
    let abouts = Selector::parse(".about").unwrap();
    let abouts: Vec<String> = page.select(&abouts).map(|about| about.text().collect()).collect();
    assert!(abouts.contains(&"~ paraphrased¶3 of 3".to_owned()), "{abouts:?}");
    let json: serde_json::Value = serde_json::from_str(&json::write(&sheet, &[], &Choice::default()).unwrap()).unwrap();
    let passages = &json["statements"][2]["readings"][0]["passages"];
    assert_eq!((&passages[0]["voice"], &passages[1]["voice"]), (&"paraphrased".into(), &"quoted".into()));
}

#[test]
fn the_report_holds_every_passage_verbatim_and_nothing_else_in_its_cells() {
    let sheet = sheet();
    let page = Html::parse_document(&html::write(&sheet, &notices(), &choice_with_a_note(&sheet)));
    let select = |selector: &str| -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).map(|element| element.text().collect()).collect()
    };
    assert_eq!(select(".passage"), passages(&sheet));
    assert_eq!(select("script, img, link, iframe, object").len(), 0);
    assert_eq!(select(".hollow").len(), 7);
    assert_eq!(select("h1"), ["Bridge <closure>"]);
    assert!(select("header p").contains(&PRINCIPLE.to_owned()));
    assert!(select("footer li").contains(&"North<line> & Sons: 7 lines hidden".to_owned()));
    assert!(select(".differences li").contains(&"note: Who\nsays *so*?".to_owned()));
    let links = Selector::parse("a").unwrap();
    for link in page.select(&links) {
        assert!(link.value().attr("href").unwrap().starts_with("https://"));
    }
    for (selector, want) in [
        (".reworded", &["told reporters", "Some", "the work"][..]),
        (".only-here", &["not a day earlier", "she refused to name a date"]),
        (".moved", &["it was"]),
        (".force", &[]),
    ] {
        let got = select(&format!(".passage {selector}"));
        assert!(want.iter().all(|want| got.iter().any(|got| got.contains(want))), "{selector}: {got:?}");
    }
    assert_eq!(select(".passage .missing").len(), 1);
    assert_eq!(select(".passage .check"), ["40", "50"]);
}

#[test]
fn a_printed_statement_stays_together_with_its_differences() {
    let sheet = sheet();
    let report = html::write(&sheet, &[], &Choice::default());
    let page = Html::parse_document(&report);
    let statements = Selector::parse("tbody").unwrap();
    let count = sheet.events.iter().map(|event| event.rows.len()).sum::<usize>();
    assert_eq!(page.select(&statements).count(), count, "title, readings and differences are one group of lines");
    let printed = report.split_once("@media print").unwrap().1.split_once("</style>").unwrap().0;
    assert!(printed.contains("tbody, tr { break-inside: avoid; }"), "{printed}");
    assert!(printed.contains(".band:last-child { break-before: avoid; break-after: auto; }"), "{printed}");
}

#[test]
fn the_sign_of_figures_that_differ_never_stands_alone_on_a_line() {
    let report = html::write(&sheet(), &[], &Choice::default());
    let style = report.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let sign = style.split(['{', ';']).find(|rule| rule.contains("content:") && rule.contains('≠')).expect("the sign");
    let content = sign.split('"').nth(1).unwrap();
    assert!(matches!(content.split('≠').next().unwrap(), "" | "\\a0" | "\u{a0}"), "a line may break in {content:?}");
}

#[test]
fn without_marks_the_report_draws_none() {
    let sheet = sheet();
    let choice = Choice { marks: Marks::NONE, ..Choice::default() };
    let page = Html::parse_document(&html::write(&sheet, &[], &choice));
    let marks = Selector::parse(".passage span, .legend, .differences").unwrap();
    assert_eq!(page.select(&marks).count(), 0);
}

#[test]
fn markdown_renders_to_the_words_of_the_articles() {
    let sheet = sheet();
    let markdown = markdown::write(&sheet, &notices(), &choice_with_a_note(&sheet));
    let mut rendered = String::new();
    for event in Parser::new_ext(&markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(text) | Event::Code(text) => rendered.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => rendered.push(' '),
            Event::InlineMath(math) | Event::DisplayMath(math) => panic!("math: {math}"),
            Event::Html(html) | Event::InlineHtml(html) => {
                let ours = ["<br>", "<em>", "<strong>", "<sub>", "<ins>", "<kbd>", "<var>", "<samp>"];
                assert!(ours.contains(&html.replace('/', "").as_str()), "{html}");
            }
            _ => {}
        }
    }
    for passage in passages(&sheet) {
        let plain = rendered.replace("⟨…⟩", "").replace('≠', "");
        assert!(plain.contains(&passage.replace('\n', " ")), "{passage:?} in\n{rendered}");
    }
    assert!(rendered.contains(PRINCIPLE));
}

#[test]
fn plain_text_reads_as_written() {
    let sheet = sheet();
    let choice = Choice {
        parts: vec![Part { event: 0, rows: Some(vec![0]), columns: Some(vec![0, 1]) }],
        ..choice_with_a_note(&sheet)
    };
    let mut want = String::from("Bridge <closure>\nExported 22 November 2026\n");
    write!(
        want,
        "{PRINCIPLE}\n\n\nEvent 1 of 2: Bridge shut after inspection\n==========================================\n"
    )
    .unwrap();
    write!(want, "A  Maren Courier, 13 October 2026 (base)\n   Bridge shut after inspection\n   https://courier.example/a?b=1&c=2\n").unwrap();
    write!(want, "B  North<line> & Sons, 14 October 2026\n   Ministry closes crossing — café owners “furious”\n   javascript:alert(1)\n").unwrap();
    write!(want, "\n1. Closure was a precaution\n   Ilse Varga · in 2 of 3 articles · matched by rule · quote altered, voice, verb\n").unwrap();
    write!(
        want,
        "   A  Maren Courier: quoted · said · ¶1 of 3\n      {}\n      only here: ‹not a day earlier›\n",
        A[1]
    )
    .unwrap();
    write!(want, "   B  North<line> & Sons: partly quoted · told · ¶1 of 3\n      {}\n", B[1]).unwrap();
    write!(
        want,
        "      reworded: ‹told reporters›\n      only here: ‹she refused to name a date›\n      elsewhere: ‹it was›\n"
    )
    .unwrap();
    write!(want, "   Differences\n   - quote altered in B: Quotation ends earlier (A ‹, not a day earlier›)\n   - voice differs: Partly quoted here, quoted elsewhere\n").unwrap();
    write!(
        want,
        "   - reporting verb differs in B: Reporting verb: told here, said elsewhere (B ‹told›)\n   Tags: =voice, ask\n   Note: Who\n   says *so*?\n"
    )
    .unwrap();
    write!(want, "\nHidden columns: Eight thousand wait.\n\nNotices\n- North<line> & Sons: 7 lines hidden\n- Two articles are alike\n").unwrap();
    assert_eq!(text::write(&sheet, &notices(), &choice), want);
}

#[test]
fn tsv_is_a_rectangle_without_formulas() {
    let sheet = sheet();
    let tsv = tsv::write(&sheet, &choice_with_a_note(&sheet));
    let lines: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 7);
    assert!(lines.iter().all(|line| line.len() == 12), "{tsv}");
    assert_eq!(
        lines[0][8..],
        [
            "A Maren Courier, 13 October 2026",
            "B North<line> & Sons, 14 October 2026",
            "C Eight thousand wait",
            "D Lone Post, September 2026"
        ]
    );
    assert_eq!(lines[1][6], "'=voice; ask");
    assert_eq!(lines[4][8..], ["", "", &format!("'{}", C[1]), ""]);
    assert_eq!(lines[6][11], "Rain fell for a week.");
    assert!(lines.iter().flatten().all(|value| !value.starts_with(['=', '+', '-', '@'])));
}

#[test]
fn a_sheet_without_rows_is_written_all_the_same() {
    let mut sheet = sheet();
    for event in &mut sheet.events {
        event.rows.clear();
    }
    for sheet in [sheet, Sheet::default()] {
        let choice = Choice::default();
        assert!(html::write(&sheet, &[], &choice).ends_with("</html>\n"));
        assert!(markdown::write(&sheet, &[], &choice).starts_with("# Comparison of articles\n"));
        assert!(text::write(&sheet, &[], &choice).starts_with("Comparison of articles\n"));
        assert_eq!(tsv::write(&sheet, &choice).lines().count(), 1);
    }
}
