//! Files with many articles, in the layouts that databases give, written here by hand.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use workbench::intake;

/// `outlet | date | title | byline | first words | number of body blocks` of each article.
#[track_caller]
fn check(name: &str, file: impl AsRef<[u8]>, expected: &[&str]) {
    let found = intake::read_bytes(name, file.as_ref()).unwrap();
    let rows: Vec<String> = found
        .articles
        .iter()
        .map(|article| {
            let witness = &article.witness;
            let meta = &witness.meta;
            let show = |value: &Option<String>| value.clone().unwrap_or_default();
            let body: Vec<&str> = witness
                .blocks
                .iter()
                .filter(|block| block.role.is_body())
                .map(|block| witness.text.slice(block.span))
                .collect();
            let words: Vec<&str> = body.first().unwrap_or(&"").split_whitespace().take(3).collect();
            format!(
                "{} | {} | {} | {} | {} | {}",
                show(&meta.outlet),
                show(&meta.published),
                show(&meta.title),
                show(&meta.byline),
                words.join(" "),
                body.len()
            )
        })
        .collect();
    assert_eq!(rows, expected, "in {name}");
    let fewer_than_stated = found.stated.is_some_and(|stated| stated > rows.len());
    assert_eq!(found.notices.len(), usize::from(rows.len() > 1) + usize::from(fewer_than_stated));
}

#[test]
fn nexis_as_it_is_delivered_today() {
    let mut text = "User Name: reader\nDate and Time: Friday, April 5, 2024 9:00:00 AM CET\nJob Number: 1\n\nDocuments (2)\n1. Minister stands firm\n2. Critics answer\n\n".to_owned();
    for (title, outlet, byline, word) in [
        ("Minister stands firm", "Daily Example", "Jane Doe", "First"),
        ("Critics answer", "The Sample Times", "John Roe", "Second"),
    ] {
        write!(
            text,
            "{title}\n{outlet}\nApril 4, 2024 Thursday\n\nCopyright 2024 {outlet} All Rights Reserved\nSection: NEWS; Pg. 3\nLength: 120 words\nByline: By {byline}\nBody\n\n\
             {word} paragraph of the story, long enough to be prose, said the minister.\n\nAnother paragraph follows it, as in all of them.\n\nLoad-Date: April 5, 2024\n\nEnd of Document\n\n"
        )
        .unwrap();
    }
    check(
        "a.txt",
        &text,
        &[
            "Daily Example | 2024-04-04 | Minister stands firm | Jane Doe | First paragraph of | 2",
            "The Sample Times | 2024-04-04 | Critics answer | John Roe | Second paragraph of | 2",
        ],
    );
}

#[test]
fn nexis_as_it_was_delivered_before() {
    let mut text = String::new();
    for (number, word) in [(1, "First"), (2, "Second")] {
        write!(
            text,
            "                               {number} of 2 DOCUMENTS\n\n                              Daily Example\n\n                        April {number}, 2010 Thursday\n\n\
             Title number {number}\n\nBYLINE: By Jane Doe\n\nSECTION: NEWS; Pg. {number}\n\nLENGTH: 100 words\n\n\n{word} paragraph of the story, wrapped as these files\nare, said the minister.\n\nAnother one.\n\nLOAD-DATE: April 5, 2010\n\n"
        )
        .unwrap();
    }
    check(
        "a.txt",
        &text,
        &[
            "Daily Example | 2010-04-01 | Title number 1 | Jane Doe | First paragraph of | 2",
            "Daily Example | 2010-04-02 | Title number 2 | Jane Doe | Second paragraph of | 2",
        ],
    );
}

#[test]
fn proquest_text() {
    let rule = "_".repeat(60);
    let mut text = String::new();
    for number in 1..=2 {
        write!(
            text,
            "{rule}\n\nDocument {number} of 2\n\nTitle number {number}\n\nAuthor: Doe, Jane\n\nFull text: Paragraph one of story {number}, said the minister.\n\nParagraph two.\n\n\
             Subject: Harbours\n\nTitle: Title number {number}\n\nPublication title: Daily Example; Sampletown\n\nPublication date: Apr 4, 2024\n\nProQuest document ID: 1\n\nDocument URL: https://db.example/{number}\n\n"
        )
        .unwrap();
    }
    check(
        "a.txt",
        &text,
        &[
            "Daily Example | 2024-04-04 | Title number 1 | Doe, Jane | Paragraph one of | 2",
            "Daily Example | 2024-04-04 | Title number 2 | Doe, Jane | Paragraph one of | 2",
        ],
    );
}

#[test]
fn data_sets_under_the_names_of_collectors() {
    let expected = [
        "daily.example | 2024-04-04 | One | Jane Doe | Paragraph one, said | 2",
        "daily.example | 2024-04-05 | Two | Jane Doe | Paragraph one, said | 1",
    ];
    let lines = "{\"maintext\":\"Paragraph one, said she.\\nParagraph two.\",\"title\":\"One\",\"date_publish\":\"2024-04-04 09:00:00\",\"source_domain\":\"daily.example\",\"authors\":[\"Jane Doe\"]}\n\
                 {\"maintext\":\"Paragraph one, said she.\",\"title\":\"Two\",\"date_publish\":\"2024-04-05\",\"source_domain\":\"daily.example\",\"authors\":[\"Jane Doe\"]}\n";
    check("a.jsonl", lines, &expected);
    check("a.json", format!("[{}]", lines.trim().replace("}\n{", "},{")), &expected);
    let table = "Title,Text,Date,Source,Author\nOne,\"Paragraph one, said she.\nParagraph two.\",2024-04-04,daily.example,Jane Doe\nTwo,\"Paragraph one, said she.\",2024-04-05,daily.example,Jane Doe\n";
    check("a.csv", table, &expected);
    let error = intake::read_bytes("a.csv", b"x,y\n1,2\n").unwrap_err().to_string();
    assert_eq!(
        error,
        "No column holds an article's text (found: x, y); call it text, body or content; nothing was added: a.csv"
    );
}

#[test]
fn an_article_that_speaks_of_documents_is_one_article() {
    let text = "Court reads the papers\n\nThe clerk read the last page and said: end of document. Length: two hours.\n\nThe judge thanked her and adjourned.\n";
    assert_eq!(intake::read_bytes("a.txt", text.as_bytes()).unwrap().articles.len(), 1);
}

/// A Word file with a paragraph for each line.
fn docx(text: &str) -> Vec<u8> {
    let paragraphs: String = text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    write!(zip, "<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>").unwrap();
    zip.finish().unwrap().into_inner()
}

/// The same as RTF.
fn rtf(text: &str) -> String {
    let code = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\u{}?", u32::from(c)) };
    let lines: String = text.lines().map(|line| line.chars().map(code).collect::<String>() + "\\par\n").collect();
    format!("{{\\rtf1\\ansi\\deff0 {lines}}}")
}

#[test]
fn nexis_in_word_and_rtf_has_a_cover_page_and_a_classification() {
    let mut text = "User Name: reader\nDate and Time: Friday, 5 April 2024 9:00:00 AM CEST\nJob Number: 219000000\nDocuments (2)\n\
                    1. Minister stands firm\nClient/Matter: -None-\nSearch Terms: minister AND firm\nSearch Type: Terms and Connectors\nNarrowed by:\nContent Type\nNarrowed by\nNews\n-None-\n\
                    2. Critics answer\nClient/Matter: -None-\nSearch Terms: minister AND firm\n"
        .to_owned();
    for (title, outlet, byline) in [
        ("Minister stands firm", "Daily Example", "Jane Doe"),
        ("Critics answer", "The Sample Times (London)", "John Roe"),
    ] {
        write!(
            text,
            "{title}\n{outlet}\nApril 4, 2024 Thursday\nEdition 1, National Edition\n\nCopyright 2024 {outlet} All Rights Reserved\nSection:\u{a0}NEWS; Pg. 3\nLength:\u{a0}120 words\n\
             Byline:\u{a0}By {byline}\nHighlight:\u{a0}What the story says in short.\nBody\nThe minister said she would not go: her word stands.\nAnother paragraph.\n\
             Graphic\nThe minister at her desk, smiling.\nClassification\nLanguage:\u{a0}ENGLISH\nPublication-Type:\u{a0}Newspaper\nSubject:\u{a0}MINISTERS (90%)\nLoad-Date:\u{a0}April 5, 2024\nEnd of Document\n"
        )
        .unwrap();
    }
    let expected = [
        "Daily Example | 2024-04-04 | Minister stands firm | Jane Doe | The minister said | 2",
        "The Sample Times (London) | 2024-04-04 | Critics answer | John Roe | The minister said | 2",
    ];
    check("a.docx", docx(&text), &expected);
    check("a.rtf", rtf(&text), &expected);
}

#[test]
fn nexis_alone_has_no_counter() {
    let text = "                              Daily Example\n\n                        April 4, 2010 Thursday\n\nMinister stands firm\n\nBYLINE: By Jane Doe\n\n\
                SECTION: NEWS; Pg. 1\n\nLENGTH: 100 words\n\n\nThe first paragraph of the story, wrapped as these files\nare, said the minister.\n\nAnother one.\n\nLOAD-DATE: April 5, 2010\n\nLANGUAGE: ENGLISH\n\n                Copyright 2010 Daily Example\n";
    check("a.txt", text, &["Daily Example | 2010-04-04 | Minister stands firm | Jane Doe | The first paragraph | 2"]);
}

#[test]
fn nexis_pages_of_the_old_service() {
    let mut page = "<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY>".to_owned();
    for number in 1..=2 {
        write!(
            page,
            "<BR><DIV CLASS=\"c0\"><P CLASS=\"c1\"><SPAN CLASS=\"c2\">{number} of 2 DOCUMENTS</SPAN></P>\n</DIV>\n<BR><DIV CLASS=\"c0\"><BR><P CLASS=\"c1\"><SPAN CLASS=\"c2\">Daily Example</SPAN></P>\n</DIV>\n\
             <BR><DIV CLASS=\"c3\"><P CLASS=\"c1\"><SPAN CLASS=\"c4\">April</SPAN><SPAN CLASS=\"c2\"> {number}, 2008 Saturday</SPAN></P>\n</DIV>\n<BR><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c7\">Title number {number}</SPAN></P>\n</DIV>\n\
             <BR><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c8\">BYLINE: </SPAN><SPAN CLASS=\"c2\">By Jane Doe</SPAN></P>\n</DIV>\n<BR><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c8\">LENGTH: </SPAN><SPAN CLASS=\"c2\">30 words</SPAN></P>\n</DIV>\n\
             <BR><DIV CLASS=\"c5\"><P CLASS=\"c9\"><SPAN CLASS=\"c2\">The first paragraph of the story.</SPAN></P>\n<P CLASS=\"c9\"><SPAN CLASS=\"c2\">Another one.</SPAN></P>\n</DIV>\n\
             <BR><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c8\">LOAD-DATE: </SPAN><SPAN CLASS=\"c2\">April 5, 2008</SPAN></P>\n</DIV>\n<BR><DIV CLASS=\"c0\"><BR><P CLASS=\"c1\"><SPAN CLASS=\"c2\">Copyright 2008 Daily Example<BR>All Rights Reserved</SPAN></P>\n</DIV>\n"
        )
        .unwrap();
    }
    check(
        "a.html",
        page + "</BODY></HTML>",
        &[
            "Daily Example | 2008-04-01 | Title number 1 | Jane Doe | The first paragraph | 2",
            "Daily Example | 2008-04-02 | Title number 2 | Jane Doe | The first paragraph | 2",
        ],
    );
}

#[test]
fn proquest_fields_are_told_from_words_that_look_like_them() {
    let rule = "_".repeat(60);
    let text = format!(
        "{rule}\n\nReport Information from ProQuest\n\nApril 05 2024 09:00\n\n{rule}\n\nTable of contents\n\n1. The old harbour{}1\n\n{rule}\n\nDocument 1 of 2\n\nThe old harbour\n\n\
         Author: Doe, Jane\n\nPublication info: Daily Example ; Sampletown [Sampletown]. 04 Apr 2024.\n\nProQuest document link\n\nAbstract: What it says in short.\n\n\
         Full text: The invitation was as plain as could be.\n\nLocation: the old harbour, by the third lamp, at nine in the evening.\n\n\
         Nobody on the quay had been told which of the lamps was the third, and so it came about that four people stood under four of them and waited for a fifth until it rained.\n\n\
         Subject: Harbours; Lamps\n\nLocation: Sampletown\n\nTitle: The old harbour\n\nPublication title: Daily Example; Sampletown\n\nPublication date: Apr 4, 2024\n\nProQuest document ID: 1\n\n\
         {rule}\n\nDocument 2 of 2\n\nA picture page\n\nFull text: Not available\n\nTitle: A picture page\n\nPublication title: Daily Example; Sampletown\n\nProQuest document ID: 2\n\n{rule}\n\nContact us at: https://db.example/\n",
        ".".repeat(40)
    );
    check("a.txt", text, &["Daily Example | 2024-04-04 | The old harbour | Doe, Jane | The invitation was | 3"]);
}
