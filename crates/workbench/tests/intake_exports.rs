//! Files with many articles, in the layouts that databases give, written here by hand.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use workbench::intake;

/// `outlet | date | title | byline | first words | number of body blocks` of each article.
#[track_caller]
fn check(name: &str, text: &str, expected: &[&str]) {
    let found = intake::read_bytes(name, text.as_bytes()).unwrap();
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
    assert_eq!(found.notices.len(), usize::from(rows.len() > 1));
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
    check("a.json", &format!("[{}]", lines.trim().replace("}\n{", "},{")), &expected);
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
