//! Files that are damaged, mislabelled or made to harm: each gives a message, none a hang or a panic.

#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write};
use std::path::Path;

use workbench::intake::{self, IntakeError, IntakeNotice, ReadOptions};
use zip::write::SimpleFileOptions;

fn message(name: &str, bytes: &[u8]) -> String {
    match intake::read_bytes(name, bytes) {
        Ok(found) => format!("{} articles", found.articles.len()),
        Err(error) => error.to_string(),
    }
}

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_article_says_what_it_is() {
    for (name, bytes, expected) in [
        ("a.txt", &b""[..], "The file is empty; nothing was added: a.txt"),
        ("a.txt", b" \n\t\n", "The file holds only white space; nothing was added: a.txt"),
        (
            "a.txt",
            b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
            "This file holds no text that Parallax can read; save the article as text, HTML or DOCX: a.txt",
        ),
        (
            "a.txt",
            b"\x89PNG\r\n\x1a\n",
            "This is a picture, which Parallax does not read; only text can be compared: a.txt",
        ),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "This is an old Office file (.doc, .xls), which Parallax does not read; open it in its own program and save it as DOCX: a.doc",
        ),
        (
            "a.html",
            b"<html><script>run()</script></html>",
            "This page shows no text; it may load it from the network when a browser opens it; nothing was added: a.html",
        ),
    ] {
        assert_eq!(message(name, bytes), expected);
    }
    assert_eq!(message("a.docx", b"Plain words under a wrong name."), "1 articles");
}

#[test]
fn a_document_without_its_end_or_with_other_bytes_is_called_what_it_was() {
    let noise: Vec<u8> = (0..4096u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let members: [(&str, &[u8]); 3] =
        [("a.xml", &noise), ("word/document.xml", b"<document/>"), ("META-INF/container.xml", b"<container/>")];
    let whole = archive(&members);
    let (cut_short, other) = (
        "it ends too soon, as a file does that was not loaded or copied to its end",
        "it does not hold what a file with this ending holds",
    );
    for (ending, format) in [("docx", "Word"), ("odt", "OpenDocument"), ("epub", "EPUB")] {
        let name = format!("a.{ending}");
        let damaged = |reason| {
            format!(
                "The {format} file is damaged ({reason}); nothing was added, open it in its own program and save it again: {name}"
            )
        };
        // Cut before the first name that tells what the archive is.
        assert_eq!(message(&name, &whole[..1_000]), damaged(cut_short));
        assert_eq!(message(&name, &noise), damaged(other));
        assert_eq!(message(&name, &[0; 4000]), damaged(other));
    }
    let cut = message("a.docx", &whole[..whole.len() - 40]);
    assert!(cut.starts_with(&format!("The Word file is damaged ({cut_short})")), "{cut}");
    let archive = message("a.zip", &whole[..1_000]);
    assert!(archive.starts_with("This is a compressed archive"), "{archive}");
}

#[test]
fn an_unknown_encoding_is_named() {
    let options = ReadOptions { encoding: Some("klingon".to_owned()), ..ReadOptions::default() };
    let error = intake::read_bytes_with("a.txt", b"text", options).unwrap_err().to_string();
    assert_eq!(error, "There is no encoding called klingon; choose one of the list: a.txt");
}

#[test]
fn a_member_that_unpacks_without_end_is_refused() {
    let zeros = vec![b' '; 65 * 1024 * 1024];
    let bytes = archive(&[("word/document.xml", &zeros)]);
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(
        message("a.docx", &bytes),
        "Its part word/document.xml unpacks to more than 64 MiB, which no article needs; nothing was added: a.docx"
    );
}

#[test]
fn members_that_repeat_are_counted_together() {
    // Each chapter is under the cap of a member; the book names one of them again and again.
    let chapter = format!("<html><body><p>A chapter.{}</p></body></html>", " ".repeat(60 * 1024 * 1024));
    let spine = "<itemref idref='c'/>".repeat(5);
    let package =
        format!("<package><manifest><item id='c' href='c.xhtml'/></manifest><spine>{spine}</spine></package>");
    let container = b"<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>";
    let bytes = archive(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container),
        ("b.opf", package.as_bytes()),
        ("c.xhtml", chapter.as_bytes()),
    ]);
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(
        message("a.epub", &bytes),
        "Its parts unpack to more than 256 MiB, which no article needs; nothing was added: a.epub"
    );
}

#[test]
fn names_inside_an_archive_are_never_paths() {
    let secret = tempfile::tempdir().unwrap();
    std::fs::write(secret.path().join("secret.xhtml"), "<p>A secret of the computer.</p>").unwrap();
    let outside = format!("{}/secret.xhtml", secret.path().display());
    let package = format!(
        "<package><manifest><item id='a' href='../../../..{outside}'/><item id='b' href='{outside}'/><item id='c' href='c.xhtml'/></manifest>\
         <spine><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/></spine></package>"
    );
    let container = b"<container><rootfiles><rootfile full-path='../b.opf'/></rootfiles></container>";
    let bytes = archive(&[
        ("META-INF/container.xml", container),
        ("../b.opf", package.as_bytes()),
        ("../c.xhtml", b"<p>A chapter of the book.</p>"),
        ("../../../../tmp/planted.txt", b"planted"),
        ("/tmp/planted.txt", b"planted"),
    ]);
    let found = intake::read_bytes("a.epub", &bytes).unwrap();
    let texts: Vec<&str> = found.articles.iter().map(|article| article.witness.text.as_str()).collect();
    assert_eq!(texts, ["A chapter of the book."]);
    assert!(!Path::new("/tmp/planted.txt").exists());
}

#[test]
fn lists_that_name_themselves_end() {
    let container = b"<container><rootfiles><rootfile full-path='META-INF/container.xml'/></rootfiles></container>";
    assert!(message("a.epub", &archive(&[("META-INF/container.xml", container)])).contains("no text"));
    // Styles that are each other's parents.
    let styles = "<w:styles xmlns:w='w'><w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn w:val='A'/></w:style></w:styles>";
    let document = "<w:document xmlns:w='w'><w:body><w:p><w:pPr><w:pStyle w:val='A'/></w:pPr><w:r><w:t>Words.</w:t></w:r></w:p></w:body></w:document>";
    let bytes = archive(&[("word/document.xml", document.as_bytes()), ("word/styles.xml", styles.as_bytes())]);
    assert_eq!(message("a.docx", &bytes), "1 articles");
}

#[test]
fn more_articles_than_are_read_are_told() {
    let record =
        |number: usize| format!("{number},\"The mayor said that the harbour stays where it is, number {number}.\"\n");
    let table = "title,text\n".to_owned() + &(0..10_001).map(record).collect::<String>();
    let found = intake::read_bytes("a.csv", table.as_bytes()).unwrap();
    assert_eq!((found.articles.len(), found.stated), (10_000, Some(10_001)));
    assert_eq!(found.notices[0].notice, IntakeNotice::FirstArticles { count: 10_000 });
}

#[test]
fn mails_in_mails_and_lists_in_lists_end() {
    let mut mail = "Content-Type: text/plain\r\n\r\nThe innermost words.".to_owned();
    for _ in 0..500 {
        mail = format!("From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n{mail}");
    }
    let _ = message("a.eml", mail.as_bytes());
    let mut parts = "From: a@b.example\r\nMIME-Version: 1.0\r\n".to_owned();
    for number in 0..2_000 {
        parts += &format!("Content-Type: multipart/mixed; boundary=b{number}\r\n\r\n--b{number}\r\n");
    }
    let _ = message("a.eml", parts.as_bytes());
    let json = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(message("a.json", json.as_bytes()).contains("neither JSON nor JSON lines"));
    let quotes = format!("{}words", "> ".repeat(20_000));
    assert_eq!(message("a.md", quotes.as_bytes()), "1 articles");
    let rtf = "{\\rtf1 {\\*\\x\\bin4294967295 }Words.\\u99999999? \\'zz}";
    let _ = message("a.rtf", rtf.as_bytes());
}

#[test]
fn wrong_endings_are_read_by_what_they_hold() {
    let page = b"<!DOCTYPE html><html><body><p>The mayor said that the harbour stays where it is.</p></body></html>";
    let document = archive(&[("word/document.xml", b"<d><p><t>Words of a story.</t></p></d>")]);
    for (name, bytes) in [("a.pdf", &page[..]), ("a.docx", page), ("a.pdf", &document), ("a.html", &document)] {
        assert_eq!(message(name, bytes), "1 articles", "for {name}");
    }
    assert_eq!(message("a.pdf", b"Only words under a wrong name."), "1 articles");
}

#[test]
fn entities_are_not_expanded_and_nothing_is_fetched() {
    let bomb = br#"<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
        <w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Before &b;&x; after.</w:t></w:r></w:p></w:body></w:document>"#;
    let found = intake::read_bytes("a.docx", &archive(&[("word/document.xml", bomb)])).unwrap();
    assert_eq!(found.articles[0].witness.text.as_str(), "Before  after.");
}

#[test]
fn deep_nesting_ends_in_an_answer() {
    let page = format!("<html><body>{}deep words{}</body></html>", "<div>".repeat(8_000), "</div>".repeat(8_000));
    assert_eq!(message("a.html", page.as_bytes()), "1 articles");
    let rtf = format!("{{\\rtf1 {}text{}}}", "{".repeat(100_000), "}".repeat(100_000));
    assert!(message("a.rtf", rtf.as_bytes()).contains("nested"));
    let xml = format!("<d>{}</d>", "<p>".repeat(100_000));
    assert!(message("a.docx", &archive(&[("word/document.xml", xml.as_bytes())])).contains("nested"));
}

#[test]
fn a_file_cut_anywhere_is_read_or_refused() {
    let rtf = b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'cc\\'e8\\u8217? text\\par}";
    let document =
        br#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Words of a story.</w:t></w:r></w:p></w:body></w:document>"#;
    let docx = archive(&[("word/document.xml", document)]);
    let page = b"<html><head><title>T</title></head><body><p>One &amp; two</p></body></html>";
    let mail = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b--";
    for (name, bytes) in [("a.rtf", &rtf[..]), ("a.docx", &docx), ("a.html", page), ("a.mhtml", mail)] {
        for end in (0..bytes.len()).step_by(3) {
            let _ = message(name, bytes.get(..end).unwrap());
        }
    }
}

#[test]
fn paths_that_are_no_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(intake::read_path(folder.path()), Err(IntakeError::Folder { .. })));
    assert!(matches!(intake::read_path(&folder.path().join("gone.txt")), Err(IntakeError::Missing { .. })));
    let large = folder.path().join("large.txt");
    std::fs::File::create(&large).unwrap().set_len(intake::MOST_BYTES + 1).unwrap();
    assert!(matches!(intake::read_path(&large), Err(IntakeError::TooLarge { .. })));
    if cfg!(unix) {
        let circle = folder.path().join("circle.txt");
        #[cfg(unix)]
        std::os::unix::fs::symlink(&circle, &circle).unwrap();
        assert!(matches!(intake::read_path(&circle), Err(IntakeError::Unreadable { .. })));
        let link = folder.path().join("device.txt");
        #[cfg(unix)]
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        assert!(matches!(intake::read_path(&link), Err(IntakeError::NoFile { .. })));
        let pipe = folder.path().join("pipe.txt");
        if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
            assert!(matches!(intake::read_path(&pipe), Err(IntakeError::NoFile { .. })));
        }
    }
    assert!(matches!(
        intake::read_path(Path::new("")),
        Err(IntakeError::Missing { .. } | IntakeError::Unreadable { .. })
    ));
}
