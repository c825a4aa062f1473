use collation::export::Wording;
use collation::export::clip;
use collation::export::marks::{Mark, Marks, pieces};

use collation::contrast::ContrastKind;
use collation::variation::{Run, RunKind};

use crate::sample::{A, B, C, find, sheet};

fn check_cell(row: usize, column: usize, want: &str) {
    assert_eq!(clip::cell(&sheet(), 0, row, column, false, Wording::default()).plain, want);
    assert_eq!(
        clip::cell(&sheet(), 0, row, column, true, Wording::default()).plain,
        want,
        "marks never touch the plain form"
    );
}

#[test]
fn a_cell_is_its_passage_with_outlet_date_and_paragraph() {
    check_cell(0, 0, &format!("{} — Maren Courier, 13 October 2026, ¶1", A[1]));
    check_cell(0, 1, &format!("{} — North<line> & Sons, 14 October 2026, ¶1", B[1]));
    check_cell(1, 1, &format!("“{}” — North<line> & Sons, 14 October 2026, ¶2", B[2]));
    check_cell(0, 2, "");
}

#[test]
fn a_passage_that_is_all_quotation_gets_no_second_pair_of_marks() {
    check_cell(4, 2, &format!("{} — Eight thousand wait, ¶2", C[2]));
    // The second passage was split out of a longer quotation, so it gets the mark it lacks.
    let want = format!("{} […] “We closed the bridge as a precaution.” — Maren Courier, 13 October 2026, ¶3, ¶1", A[3]);
    check_cell(2, 0, &want);
}

#[test]
fn in_rows_only_the_marks_of_the_article_stand_each_with_its_partner() {
    let clip = clip::rows(&sheet(), 0, &[2], &[0], &[], false, Wording::default());
    let passages = format!("{} […] “We closed the bridge as a precaution.”", A[3]);
    assert!(clip.plain.contains(&passages), "{}", clip.plain);
    assert!(clip.html.contains("We closed the bridge as a precaution.”"), "{}", clip.html);
}

#[test]
fn one_passage_of_a_cell_is_copied_alone() {
    let sheet = sheet();
    let passages: Vec<_> = sheet.events[0].rows[2].cells[0].iter().flat_map(|cell| &cell.passages).collect();
    let copied = |at: usize| clip::passage(&sheet, 0, (2, 0), passages[at].span, true, Wording::default()).plain;
    assert!(copied(1).starts_with("“We closed the bridge as a precaution.” — Maren Courier"), "{}", copied(1));
    assert!(copied(0).contains(A[3]) && !copied(0).contains("[…]"), "{}", copied(0));
    let elsewhere = sheet.events[0].rows[0].cells[1].as_ref().unwrap().passages[0].span;
    assert!(clip::passage(&sheet, 0, (2, 0), elsewhere, true, Wording::default()).is_empty());
}

#[test]
fn markup_in_an_article_stays_text() {
    let html = clip::cell(&sheet(), 0, 1, 0, true, Wording::default()).html;
    assert!(html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; ]]&gt; &amp; "), "{html}");
    assert!(html.contains(r#"<a href="https://courier.example/a?b=1&amp;c=2">"#), "{html}");
    let html = clip::rows(&sheet(), 0, &[0, 1, 2, 3, 4], &[0, 1, 2], &[], true, Wording::default()).html;
    assert!(!html.contains("<script") && !html.contains("javascript:"), "{html}");
    assert!(html.contains("North&lt;line&gt; &amp; Sons"));
}

#[test]
fn rows_read_well_as_plain_text() {
    let clip = clip::rows(&sheet(), 0, &[0, 3], &[0, 2], &["Needs a look".to_owned()], true, Wording::default());
    let want = format!(
        "1. Closure was a precaution (Ilse Varga)
A  {} — Maren Courier, 13 October 2026, ¶1
C  not found in Eight thousand wait

4. Ferries run (Ilse Varga)
A  not found in Maren Courier
C  {} — Eight thousand wait, ¶1

Hidden columns: North<line> & Sons. Filters in force: Needs a look.
",
        A[1], C[1]
    );
    assert_eq!(clip.plain, want);
    assert!(clip.html.contains("Hidden columns: North&lt;line&gt; &amp; Sons. Filters in force: Needs a look."));
}

#[test]
fn rows_are_a_table_with_one_cell_an_outlet() {
    let html = clip::rows(&sheet(), 0, &[0, 1, 2, 3, 4], &[0, 1, 2], &[], false, Wording::default()).html;
    assert_eq!(html.matches("<tr>").count(), 6);
    assert_eq!(html.matches("<td").count(), 15);
    assert_eq!(html.matches("not found in Eight thousand wait").count(), 3);
    assert!(!html.contains("<u") && !html.contains("Highlights"), "no marks, no legend");
    for cell in html.split("<td").skip(1) {
        let outlets = [A[1], B[1], C[1]].iter().filter(|passage| cell.contains(&passage[..20])).count();
        assert!(outlets <= 1, "{cell}");
    }
}

#[test]
fn marks_have_a_shape_and_a_legend() {
    let html = clip::rows(&sheet(), 0, &[0, 1, 2], &[0, 1], &[], true, Wording::default()).html;
    for part in [
        "<u style=\"text-decoration:underline;background-color:#FDF1D6\">told reporters</u>",
        "⟨…⟩",
        "≠",
        "underline double",
        "underline wavy",
        "do not say who is right",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}

#[test]
fn tsv_has_a_line_a_statement_and_no_formulas() {
    let tsv = clip::rows_tsv(&sheet(), 0, &[1, 2, 3], &[0, 1, 2], &[], Wording::default());
    let lines: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 4);
    assert!(lines.iter().all(|line| line.len() == 6), "{tsv}");
    assert_eq!(lines[0][3], "A Maren Courier, 13 October 2026");
    assert_eq!(lines[1][1], "'=cracks were found");
    assert_eq!(lines[1][3], format!("'{}", A[2]));
    assert_eq!(lines[1][4], B[2].replace('\n', " "));
    assert_eq!(lines[2][4], format!("'{}", B[3]));
    assert_eq!(lines[3][5], format!("'{}", C[1]));
}

#[test]
fn citations_name_what_is_known() {
    let check = |article, want: &str| assert_eq!(clip::citation(&sheet(), article, Wording::default()), want);
    check(0, "“Bridge shut after inspection”, Maren Courier, 13 October 2026, https://courier.example/a?b=1&c=2");
    check(2, "“Eight thousand wait”");
    check(99, "");
}

#[test]
fn pieces_join_back_to_the_passage() {
    let sheet = sheet();
    let all = Mark::ALL.into_iter().fold(Marks::NONE, Marks::with);
    for event in &sheet.events {
        for row in &event.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                let text = &sheet.articles[event.members[column]].witness.text;
                for passage in cell.iter().flat_map(|cell| &cell.passages) {
                    let pieces = pieces(text, event, row, column, passage.span, all);
                    let joined: String = pieces.iter().map(|piece| piece.text).collect();
                    assert_eq!(joined, text.slice(passage.span));
                }
            }
        }
    }
}

/// The first cell of B with these stretches reworded, as HTML, Markdown and pieces would draw it.
fn drawn(stretches: &[&str]) -> String {
    let mut sheet = sheet();
    let text = sheet.articles[1].witness.text.clone();
    let row = &mut sheet.events[0].rows[0];
    row.contrasts.retain(|contrast| contrast.kind == ContrastKind::Cut);
    let cell = row.cells[1].as_mut().unwrap();
    let run =
        |words: &&str| Run { kind: RunKind::Reworded, span: find(&text, words), mates: Vec::new(), by_model: false };
    cell.runs = stretches.iter().map(run).collect();
    let (span, row) = (cell.passages[0].span, &sheet.events[0].rows[0]);
    let pieces = pieces(&text, &sheet.events[0], row, 1, span, Marks::default());
    assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), B[1]);
    let drawn = pieces.iter().map(|piece| {
        let gap = if piece.missing { "⟨…⟩" } else { "" };
        if piece.is_plain() { format!("{gap}{}", piece.text) } else { format!("{gap}[{}]", piece.text) }
    });
    drawn.collect()
}

#[test]
fn marks_hold_no_space_at_their_ends_and_neighbours_are_one() {
    for (stretches, want) in [
        (&["Varga told "][..], "[Varga told] reporters it was “a precaution⟨…⟩” – she"),
        (&["Varga ", "told reporters "], "[Varga told reporters] it was “a precaution⟨…⟩” – she"),
        (&["Varga", "told reporters"], "[Varga told reporters] it was “a precaution⟨…⟩” – she"),
        (&[" told", " it"], "Varga [told] reporters [it] was “a precaution⟨…⟩” – she"),
        (&[" "], "Varga told reporters it was “a precaution⟨…⟩” – she"),
        // Missing words stand between the two halves of a mark.
        (&["was “a precaution", "” – she "], "Varga told reporters it [was “a precaution]⟨…⟩[” – she]"),
    ] {
        assert_eq!(drawn(stretches), format!("{want} refused to name a date."), "{stretches:?}");
    }
}

#[test]
fn the_base_carries_only_what_nobody_else_has() {
    let sheet = sheet();
    let event = &sheet.events[0];
    let row = &event.rows[0];
    let text = &sheet.articles[0].witness.text;
    let passage = row.cells[0].as_ref().unwrap().passages[0].span;
    let marks: Vec<_> = pieces(text, event, row, 0, passage, Marks::default())
        .iter()
        .filter_map(|piece| piece.marks[0].map(|mark| (mark, piece.text)))
        .collect();
    assert_eq!(marks, [(Mark::OnlyHere, "not a day earlier")]);
}

#[test]
fn an_empty_or_wrong_selection_copies_nothing() {
    let sheet = sheet();
    for clip in [
        clip::cell(&sheet, 9, 0, 0, true, Wording::default()),
        clip::cell(&sheet, 0, 99, 0, true, Wording::default()),
        clip::cell(&sheet, 0, 0, 99, true, Wording::default()),
        clip::rows(&sheet, 0, &[], &[0], &[], true, Wording::default()),
        clip::rows(&sheet, 0, &[0], &[], &[], true, Wording::default()),
    ] {
        assert!(clip.is_empty() && clip.html.is_empty());
    }
}

#[test]
fn markdown_is_a_table_without_markup_of_the_articles() {
    let markdown =
        clip::rows_markdown(&sheet(), 0, &[0, 1, 2, 3], &[0, 1, 2], &["Cut".to_owned()], true, Wording::default());
    let lines: Vec<&str> = markdown.lines().collect();
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(lines[..6].iter().all(|line| bars(line) == 5), "{markdown}");
    assert_eq!(lines[1], "| --- | --- | --- | --- |");
    assert!(lines[2].contains("<em>told reporters</em>") && lines[2].contains("⟨…⟩"), "{markdown}");
    assert!(lines[3].contains("\\<script\\>") && lines[3].contains("<kbd>40</kbd>≠"), "{markdown}");
    assert!(lines[5].contains("\\*ten\\* minutes\\_."), "{markdown}");
    assert_eq!(lines.last().copied(), Some("Filters in force: Cut."));
}
