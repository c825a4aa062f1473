//! Files that are damaged, mislabelled or made to harm: each gives a message, none a hang or a panic.

#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write};
use std::path::Path;

use workbench::intake::{self, IntakeError, ReadOptions};
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
    assert!(message("a.docx", b"PK\x03\x04 word/document.xml cut").starts_with("The Word file is damaged ("));
    assert_eq!(message("a.docx", b"Plain words under a wrong name."), "1 articles");
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
    if cfg!(unix) {
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
