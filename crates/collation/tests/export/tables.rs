//! CSV, RIS and the code book, read back.

use collation::export::{Annotation, Choice, csv as writer, qda, ris};
use collation::ruling::Anchor;
use collation::{Span, WitnessKey};

use crate::sample::{A, B, C, find, sheet};

fn records(bytes: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn unguarded(value: &str) -> &str {
    value.strip_prefix('\'').unwrap_or(value)
}

#[test]
fn a_line_a_passage_whose_offsets_give_its_text() {
    let sheet = sheet();
    let anchor = Anchor { article: WitnessKey(7), span: Span::new(60, 60) };
    let choice = Choice {
        annotations: vec![Annotation {
            anchor,
            tags: vec!["precaution".to_owned()],
            note: "One, \"two\"\nthree".to_owned(),
        }],
        ..Choice::default()
    };
    let records = records(&writer::write_passages(&sheet, &choice));
    let header = &records[0];
    let column = |name: &str| header.iter().position(|other| other == name).unwrap_or_else(|| panic!("no {name}"));
    assert_eq!(records.len(), 11);
    for record in &records[1..] {
        let event: usize = record[column("event")].parse().unwrap();
        let letter = &record[column("article")];
        let member =
            sheet.events[event - 1].members.iter().find(|&&member| collation::Sigil(member).to_string() == *letter);
        let text = &sheet.articles[*member.unwrap()].witness.text;
        let span = Span::new(record[column("start")].parse().unwrap(), record[column("end")].parse().unwrap());
        assert_eq!(unguarded(&record[column("passage")]), text.slice(span));
    }
    let first: Vec<&str> = [
        "statement",
        "title",
        "outlet",
        "published",
        "url",
        "paragraph",
        "role",
        "speaker",
        "voice",
        "verb",
        "state",
        "tags",
        "note",
    ]
    .map(|name| records[1][column(name)].as_str())
    .to_vec();
    let want = [
        "1",
        "Closure was a precaution",
        "Maren Courier",
        "2026-10-13T09:30:00+02:00",
        "https://courier.example/a?b=1&c=2",
        "1",
        "body",
        "Ilse Varga",
        "quoted",
        "said",
        "matched by rule",
        "precaution",
        "One, \"two\"\nthree",
    ];
    assert_eq!(first, want);
    assert!(records[1][column("differences")].contains("quote altered in B: Quotation ends earlier"));
    assert!(records.iter().flatten().all(|value| !value.starts_with(['=', '+', '-', '@'])));
    assert_eq!(records[3][column("passage")], format!("'{}", A[2]));
}

#[test]
fn each_passage_has_its_own_voice_verb_and_speaker() {
    let sheet = sheet();
    let records = records(&writer::write_passages(&sheet, &Choice::default()));
    let column = |name: &str| records[0].iter().position(|other| other == name).unwrap();
    let of = |passage: &str| -> [&str; 3] {
        let record = records.iter().find(|record| record[1] == "3" && record[column("passage")] == passage).unwrap();
        ["voice", "verb", "speaker"].map(|name| record[column(name)].as_str())
    };
    // Of the two passages of one cell only the second belongs to somebody's words.
    assert_eq!(of("“We closed the bridge as a precaution."), ["quoted", "said", "Ilse Varga"]);
    assert_eq!(of(A[3]), ["paraphrased", "", ""]);
    let project = qda::project_entries(&sheet, &Choice::default());
    let project = String::from_utf8(project[0].bytes.clone()).unwrap();
    let guid = |name: &str| {
        let (before, _) = project.split_once(&format!(" name=\"{name}\"")).unwrap();
        before.rsplit_once("guid=\"").unwrap().1.trim_end_matches('"').to_owned()
    };
    let at = find(&sheet.articles[0].witness.text, A[3]);
    let selection =
        project.split_once(&format!("startPosition=\"{}\" endPosition=\"{}\"", at.start, at.end)).unwrap().1;
    let selection = selection.split_once("</PlainTextSelection>").unwrap().0;
    assert!(selection.contains(&guid("paraphrased")) && !selection.contains(&guid("Ilse Varga")), "{selection}");
}

#[test]
fn statements_by_articles() {
    let records = records(&writer::write_statements(&sheet(), &Choice::default()));
    assert_eq!(records.len(), 7);
    assert!(records.iter().all(|record| record.len() == 12));
    assert_eq!(records[2][9], B[2], "line breaks stay");
    assert_eq!(records[4][10], format!("'{}", C[1]));
    assert_eq!(records[4][8], "");
}

#[test]
fn ris_has_a_record_an_article() {
    let ris = ris::write(&sheet(), &Choice::default());
    assert_eq!(ris.matches("TY  - NEWS\r\n").count(), 4);
    assert_eq!(ris.matches("ER  - \r\n").count(), 4);
    let first = ris.split("ER  - ").next().unwrap();
    let want = "TY  - NEWS\r\nTI  - Bridge shut after inspection\r\nT2  - Maren Courier\r\nPY  - 2026\r\nDA  - 2026/10/13/\r\nLA  - en\r\nUR  - https://courier.example/a?b=1&c=2\r\n";
    assert_eq!(first, want);
    assert!(ris.contains("PY  - 2026\r\nDA  - 2026/09//\r\n"));
    for line in ris.split("\r\n").filter(|line| !line.is_empty()) {
        assert_eq!(line.get(2..6), Some("  - "), "{line}");
    }
}

#[test]
fn the_code_book_names_statements_voices_and_tags() {
    let choice = Choice {
        codes: vec![qda::Code {
            name: "blame & \"credit\"".to_owned(),
            colour: Some("#aa0000".to_owned()),
            description: "Who did it".to_owned(),
        }],
        ..Choice::default()
    };
    let book = String::from_utf8(qda::codebook(&sheet(), &choice)).unwrap();
    for part in [
        "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Parallax\"><Codes>",
        "name=\"Event 1, 1: Closure was a precaution\" isCodable=\"true\"",
        "name=\"partly quoted\"",
        "name=\"Ilse Varga\"",
        "name=\"blame &amp; &quot;credit&quot;\" isCodable=\"true\" color=\"#aa0000\"><Description>Who did it</Description>",
    ] {
        assert!(book.contains(part), "{part}\n{book}");
    }
    let guids: Vec<&str> = book.split("guid=\"").skip(1).map(|rest| &rest[..36]).collect();
    let mut once = guids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), guids.len());
    assert!(guids.iter().all(|guid| guid.split('-').map(str::len).eq([8, 4, 4, 4, 12])));
}
