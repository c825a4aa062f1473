//! PDF files written by hand: what is put together out of letters with places, and what is said of files
//! that hold no text, are protected, damaged or made to harm.

#![allow(clippy::unwrap_used)]

use std::io::Write;

use collation::Role;
use workbench::intake::{self, IntakeNotice};

/// A document of `objects`, numbered from 1; the first is the catalogue.
fn document(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        writeln!(out, "{} 0 obj", at + 1).unwrap();
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<</Size {} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF", objects.len() + 1).unwrap();
    out
}

fn stream(fields: &str, data: &[u8]) -> Vec<u8> {
    [format!("<<{fields} /Length {}>>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// A document with one page for each of `contents`.
fn pages(contents: &[Vec<u8>]) -> Vec<u8> {
    let kids: String = (0..contents.len()).map(|at| format!("{} 0 R ", 4 + 2 * at)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/Count {}>>", contents.len()).into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    for (at, content) in contents.iter().enumerate() {
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R>>>>";
        objects.push(format!("{page}/Contents {} 0 R>>", 5 + 2 * at).into_bytes());
        objects.push(content.clone());
    }
    document(&objects, "")
}

/// Lines of text with their places, in points from the lower left corner.
fn text(lines: &[(f64, f64, f64, &str)]) -> Vec<u8> {
    let draw = |(size, x, y, words): &(f64, f64, f64, &str)| format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n");
    stream("", lines.iter().map(draw).collect::<String>().as_bytes())
}

fn message(bytes: &[u8]) -> String {
    match intake::read_bytes("a.pdf", bytes) {
        Ok(found) => format!("{} articles", found.articles.len()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn columns_hyphens_heads_and_feet_are_put_in_order() {
    let first = text(&[
        (8.0, 40.0, 580.0, "The Weekly Post - 3 March"),
        (18.0, 40.0, 540.0, "Council puts off its vote"),
        (10.0, 40.0, 500.0, "The council put off the vote on"),
        (10.0, 40.0, 488.0, "the barrage and its amend-"),
        (10.0, 40.0, 476.0, "ments on Tuesday evening."),
        (10.0, 40.0, 456.0, "\u{22}We have waited eleven years,\u{22}"),
        (10.0, 40.0, 444.0, "said the mayor, who then went"),
        (10.0, 220.0, 500.0, "home through the rain to a cold"),
        (10.0, 220.0, 488.0, "supper and a colder telephone."),
        (10.0, 220.0, 468.0, "Nobody followed her, or not at"),
        (10.0, 220.0, 456.0, "once, because the stairs were"),
        (10.0, 220.0, 444.0, "still full of people who"),
        (8.0, 40.0, 20.0, "Page 1"),
    ]);
    let second = text(&[
        (8.0, 40.0, 580.0, "The Weekly Post - 3 March"),
        (10.0, 40.0, 540.0, "had come to listen."),
        (8.0, 40.0, 20.0, "Page 2"),
    ]);
    let found = intake::read_bytes("a.pdf", &pages(&[first, second])).unwrap();
    let witness = &found.articles[0].witness;
    let blocks: Vec<(Role, &str)> =
        witness.blocks.iter().map(|block| (block.role, witness.text.slice(block.span))).collect();
    assert_eq!(
        blocks,
        [
            (Role::Headline, "Council puts off its vote"),
            (Role::Body, "The council put off the vote on the barrage and its amendments on Tuesday evening."),
            (
                Role::Body,
                "\u{22}We have waited eleven years,\u{22} said the mayor, who then went home through the rain to a cold supper and a colder telephone."
            ),
            (
                Role::Body,
                "Nobody followed her, or not at once, because the stairs were still full of people who had come to listen."
            ),
            (Role::Clutter, "The Weekly Post - 3 March"),
            (Role::Clutter, "Page 1"),
            (Role::Clutter, "Page 2"),
        ]
    );
}

#[test]
fn what_gives_no_text_says_why() {
    let picture = b"q 400 0 0 600 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q";
    let protected = {
        let lock = format!("<</Filter/Standard/V 1/R 2/O<{}>/U<{}>/P -4>>", "00".repeat(32), "11".repeat(32));
        let id = "00112233445566778899aabbccddeeff";
        let empty = vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[]/Count 0>>".to_vec()];
        document(&empty, &format!("/Encrypt {lock} /ID[<{id}><{id}>]"))
    };
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..65 {
        packed.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let packed = packed.finish().unwrap();
    let mut twice = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    twice.write_all(&packed).unwrap();
    let twice = twice.finish().unwrap();
    let bomb = "A part of this PDF unpacks to more than 64 MiB, which no article needs; nothing was added: a.pdf";
    for (bytes, expected) in [
        (
            pages(&[stream("", picture)]),
            "This PDF holds pictures of pages, no text; run it through text recognition (OCR) first; nothing was added: a.pdf",
        ),
        (pages(&[stream("", b"")]), "This PDF holds no text; nothing was added: a.pdf"),
        (
            protected,
            "This PDF is protected by a password; save it without one in the program that opens it; nothing was added: a.pdf",
        ),
        (
            b"%PDF-1.7\nnothing of a document".to_vec(),
            "The PDF file is damaged (its list of pages cannot be read); nothing was added, open it in its own program and save it again: a.pdf",
        ),
        (pages(&[stream("/Filter/FlateDecode", &packed)]), bomb),
        (pages(&[stream("/Filter[/FlateDecode/FlateDecode]", &twice)]), bomb),
    ] {
        assert_eq!(message(&bytes), expected);
    }
}

#[test]
fn a_page_of_pictures_among_pages_of_text_is_counted() {
    let picture = stream("", b"q 400 0 0 600 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q");
    let words = text(&[(10.0, 40.0, 500.0, "The council put off the vote on the barrage.")]);
    let found = intake::read_bytes("a.pdf", &pages(&[words, picture])).unwrap();
    assert_eq!(found.articles[0].notices, [IntakeNotice::PicturePages { pages: 1, all: 2 }]);
}

#[test]
fn more_pages_than_are_read_are_told() {
    let words = text(&[(10.0, 40.0, 300.0, "The council put off the vote on the barrage.")]);
    let found = intake::read_bytes("a.pdf", &pages(&vec![words; 2_001])).unwrap();
    assert_eq!(found.articles[0].notices, [IntakeNotice::FirstPages { all: 2001, read: 2000 }]);
}

#[test]
fn circles_and_deep_nesting_end() {
    let words = "BT /F 10 Tf 40 500 Td (The council put off the vote.) Tj ET";
    let font = "/Font<</F 4 0 R>>";
    let with = |kids: &str, resources: &str, content: &str, more: Vec<u8>| {
        document(
            &[
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                format!("<</Type/Pages/Kids[{kids}]/Count 9999999>>").into_bytes(),
                format!(
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<<{font}{resources}>>/Contents 5 0 R>>"
                )
                .into_bytes(),
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
                stream("", content.as_bytes()),
                more,
            ],
            "",
        )
    };
    let none = || b"null".to_vec();
    let itself = stream("/Subtype/Form/BBox[0 0 400 600]/Resources<</XObject<</X 6 0 R>>>>", b"/X Do");
    for (name, bytes) in [
        ("a list of pages that holds itself", with("2 0 R 3 0 R 2 0 R", "", words, none())),
        ("a form that draws itself", with("3 0 R", "/XObject<</X 6 0 R>>", &format!("/X Do {words}"), itself)),
        ("an object that is itself", with("3 0 R", "", words, b"6 0 R".to_vec())),
        ("deep lists", with("3 0 R", "", words, vec![b'['; 1_000_000])),
    ] {
        assert_eq!(message(&bytes), "1 articles", "{name}");
    }
    assert!(message(&with("3 0 R", "", &"[".repeat(1_000_000), none())).contains("no text"));
}

#[test]
fn a_document_cut_anywhere_is_read_or_refused() {
    let words = text(&[(10.0, 40.0, 500.0, "The council put off the vote on the barrage.")]);
    let bytes = pages(&[words.clone(), words]);
    let answers: Vec<String> = (9..bytes.len()).step_by(7).map(|end| message(&bytes[..end])).collect();
    assert!(answers.iter().any(|answer| answer == "1 articles"));
    let refused: Vec<&String> = answers.iter().filter(|answer| *answer != "1 articles").collect();
    // Before the first object it may be anything.
    let others = refused.iter().filter(|answer| !answer.contains("(it ends too soon, ")).count();
    assert!(others <= 2 && refused.len() > 20, "{refused:?}");
    let most = &bytes[..bytes.len() - 40];
    let notices = &intake::read_bytes("a.pdf", most).unwrap().articles[0].notices;
    assert!(notices.contains(&IntakeNotice::CutShort), "{notices:?}");
    let whole = &intake::read_bytes("a.pdf", &bytes).unwrap().articles[0].notices;
    assert!(whole.is_empty(), "{whole:?}");
    assert!(answers.iter().all(|answer| !answer.contains("its reader failed")), "{answers:?}");
}
