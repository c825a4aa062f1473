//! Each format, made here byte by byte from one text, is read back with its paragraphs and roles.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{Cursor, Write};

use collation::{Role, Witness};
use workbench::intake::{self, IntakeError};
use zip::write::SimpleFileOptions;

const TITLE: &str = "Minister stands firm on the harbour plan";
const BODY: [&str; 4] = [
    "The minister said on Monday that “nothing will change” in the harbour – whatever the neighbours may wish.",
    "“We won’t be told what to build,” she added, and left the hall at 9 a.m. without a further word.",
    "Opponents of the plan, who had gathered outside, said they would go to court & fight on.",
    "The court in Lübeck is to hear the case in May; Zürich and Łódź have sent observers.",
];

fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn read(name: &str, bytes: &[u8]) -> Witness {
    let mut found = intake::read_bytes(name, bytes).unwrap_or_else(|error| unreachable!("{error}"));
    assert_eq!(found.articles.len(), 1, "{name}");
    found.articles.remove(0).witness
}

/// `role text` of each block.
fn blocks(witness: &Witness) -> Vec<(Role, String)> {
    witness.blocks.iter().map(|block| (block.role, witness.text.slice(block.span).to_owned())).collect()
}

#[track_caller]
fn check(name: &str, bytes: &[u8]) -> Witness {
    let witness = read(name, bytes);
    let mut expected = vec![(Role::Headline, TITLE.to_owned())];
    expected.extend(BODY.iter().map(|paragraph| (Role::Body, (*paragraph).to_owned())));
    assert_eq!(blocks(&witness), expected, "{name}");
    assert_eq!(witness.meta.title.as_deref(), Some(TITLE), "{name}");
    assert_eq!(witness.meta.language.as_deref(), Some("en"), "{name}");
    witness
}

fn docx(paragraphs: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/styles.xml",
            r#"<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
               <w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style></w:styles>"#,
        ),
        ("word/document.xml", &format!(r#"<w:document xmlns:w="w"><w:body>{paragraphs}</w:body></w:document>"#)),
    ])
}

fn run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text))
}

#[test]
fn docx_keeps_paragraphs_and_styles() {
    let title = format!(r#"<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr>{}</w:p>"#, run(TITLE));
    let body: String = BODY.iter().map(|text| format!("<w:p>{}</w:p>", run(text))).collect();
    assert_eq!(check("a.docx", &docx(&(title + &body))).format, "docx");
}

#[test]
fn docx_leaves_out_what_a_reader_of_the_page_does_not_see() {
    let text = format!(
        r#"<w:p>{}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
           <w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:hyperlink>{}</w:hyperlink><w:ins>{}</w:ins></w:p>
           <w:p><w:pPr><w:pStyle w:val="berschrift2"/></w:pPr>{}</w:p>
           <w:p><w:pPr><w:numPr/><w:tabs><w:tab/></w:tabs></w:pPr>{}<w:r><w:tab/></w:r>{}</w:p>"#,
        run("Seen, "),
        run("linked, "),
        run("added."),
        run("What comes next"),
        run("first"),
        run("point"),
    );
    let expected =
        [(Role::Body, "Seen, linked, added."), (Role::Subheading, "What comes next"), (Role::List, "first\tpoint")];
    assert_eq!(blocks(&read("a.docx", &docx(&text))), expected.map(|(role, text)| (role, text.to_owned())));
}

#[test]
fn a_writer_who_stands_alone_above_a_story_is_its_byline() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../sample_data/lindmoor-fares/assembly-review.docx");
    let witness = read("assembly-review.docx", &std::fs::read(path).unwrap());
    assert_eq!(witness.meta.byline.as_deref(), Some("Philippa Marsh"));
    assert_eq!(blocks(&witness)[1], (Role::Byline, "Philippa Marsh".to_owned()));
    assert!(blocks(&witness)[3].1.starts_with("‘I was elected"), "the first paragraph is the story's");
    let styled = |style: &str, names: &str| {
        let paragraph =
            |style: &str, text: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#, run(text));
        let body: String = BODY.iter().map(|text| format!("<w:p>{}</w:p>", run(text))).collect();
        read("a.docx", &docx(&(paragraph("Titel", TITLE) + &paragraph(style, names) + &body)))
    };
    for (style, line, name) in [
        ("Byline", "by the editors", "by the editors"),
        ("Author", "By Ada Brook", "Ada Brook"),
        ("Small", "Ada Brook", "Ada Brook"),
        ("Small", "By Ada Brook", "Ada Brook"),
    ] {
        let witness = styled(style, line);
        assert_eq!(witness.meta.byline.as_deref(), Some(name), "{style}: {line}");
        assert_eq!(blocks(&witness)[1], (Role::Byline, line.to_owned()));
    }
    let text = format!("{TITLE}\n\nAda Brook\n\n{}\n", BODY.join("\n\n"));
    let witness = read("a.txt", text.as_bytes());
    assert_eq!(witness.meta.byline.as_deref(), Some("Ada Brook"));
    assert!(witness.meta.guessed.contains(&"byline".to_owned()));
}

#[test]
fn odt_keeps_paragraphs_and_styles() {
    let body: String =
        BODY.iter().map(|text| format!("<text:p text:style-name=\"P1\">{}</text:p>\n  ", escaped(text))).collect();
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s"><style:style style:name="P2" style:parent-style-name="Title"/>
           <office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
           <text:p text:style-name="P2">{TITLE}</text:p>{body}</office:text></office:body></office:document-content>"#
    );
    let bytes = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", "<m/>"),
    ]);
    assert_eq!(check("a.odt", &bytes).format, "odt");
}

#[test]
fn rtf_keeps_unicode_code_pages_and_paragraphs() {
    let encode = |text: &str| -> String {
        text.chars()
            .map(|c| match c {
                '“' => "\\ldblquote ".to_owned(),
                '”' => "\\'94".to_owned(),
                '’' => "\\u8217?".to_owned(),
                '–' => "\\endash ".to_owned(),
                'ü' => "\\'fc".to_owned(),
                c if c.is_ascii() => c.to_string(),
                c => format!("{{\\uc2\\u{}\\'3f\\'3f}}", c as u32),
            })
            .collect()
    };
    let body: String = BODY.iter().map(|text| format!("\\pard\\plain\\f0 {}\\par\r\n", encode(text))).collect();
    let rtf = format!(
        "{{\\rtf1\\ansi\\ansicpg1252\\uc1{{\\fonttbl{{\\f0\\fcharset0 Times;}}{{\\f1\\fcharset204 Cyr;}}}}{{\\*\\generator X;}}{{\\info{{\\title Wrong}}}}\
         {{\\header Page head\\par}}\\pard\\outlinelevel0 {TITLE}\\par {body}{{\\pict\\bin4 }}}}}}"
    );
    assert_eq!(check("a.rtf", rtf.as_bytes()).format, "rtf");
    let russian = b"{\\rtf1\\ansi{\\fonttbl{\\f1\\fcharset204 A;}}\\f1 \\'cc\\'e8\\'ed\\'e8\\'f1\\'f2\\'f0\\par\\u-10179?\\u-8704?}";
    assert_eq!(blocks(&read("a.rtf", russian)), [(Role::Body, "Министр".to_owned()), (Role::Clutter, "😀".to_owned())]);
}

#[test]
fn markdown_is_read_as_rendered() {
    let body = BODY
        .join("\n\n")
        .replace(" whatever", "\nwhatever")
        .replace("Opponents of the plan", "[Opponents](https://a.example) of the *plan*");
    let text =
        format!("---\nauthor: Jane Doe\ndate: 2024-04-04\nsource: https://news.example/a\n---\n# {TITLE}\n\n{body}\n");
    let witness = check("a.md", text.as_bytes());
    assert_eq!(witness.meta.byline.as_deref(), Some("Jane Doe"));
    assert_eq!(witness.meta.published.as_deref(), Some("2024-04-04"));
    assert_eq!(witness.meta.url.as_deref(), Some("https://news.example/a"));
    let roles: Vec<Role> =
        blocks(&read("a.md", b"## Next\n\n> Said.\n\n- one\n- two\n")).into_iter().map(|(role, _)| role).collect();
    assert_eq!(roles, [Role::Subheading, Role::Quote, Role::List, Role::List]);
}

const MORE: [&str; 5] = [
    "Her party, which has governed the town since the spring, voted for the works by a narrow margin last autumn.",
    "A study paid for by the port put the cost at forty million, a third more than the first estimate had said.",
    "Fishermen fear for their moorings and asked for a guarantee in writing before the first ship with sand arrives.",
    "The mayor answered that no boat would have to leave, and that the old quay would be kept for another ten years.",
    "Work is to begin after the summer, unless the judges stop it, and should be done within three years of that day.",
];

fn page() -> String {
    let body: String = BODY.iter().chain(MORE.iter().take(4)).map(|text| format!("<p>{}</p>", escaped(text))).collect();
    format!(
        r#"<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} | Daily Example</title>
        <meta property="og:site_name" content="Daily Example"><link rel="canonical" href="https://daily.example/2024/harbour">
        <script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-04-04T09:30:00+02:00",
        "author":[{{"@type":"Person","name":"Jane Doe"}},{{"name":"Reuters"}}]}}</script></head><body>
        <nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
        <article><h1>{TITLE}</h1>{body}<figure><img src="x.jpg"><figcaption>The harbour at dawn.</figcaption></figure><p>{}</p></article>
        <aside><h3>Most read</h3><ul><li><a href="/x">Another story of the day</a></ul></aside>
        <footer><p>© 2024 Daily Example. All rights reserved.</p></footer></body></html>"#,
        MORE[4]
    )
}

#[test]
fn a_saved_page_gives_its_article_and_metadata() {
    let witness = read("a.html", page().as_bytes());
    let bodies = blocks(&witness).into_iter().filter(|(role, _)| role.is_body()).count();
    assert_eq!(bodies, 9, "{:#?}", blocks(&witness));
    assert!(blocks(&witness).contains(&(Role::Headline, TITLE.to_owned())));
    assert!(blocks(&witness).contains(&(Role::Caption, "The harbour at dawn.".to_owned())));
    assert!(!witness.text.as_str().contains("Most read"));
    let meta = &witness.meta;
    assert_eq!(meta.title.as_deref(), Some(TITLE));
    assert_eq!(meta.outlet.as_deref(), Some("Daily Example"));
    assert_eq!(meta.agency.as_deref(), Some("Reuters"));
    assert_eq!(meta.byline.as_deref(), Some("Jane Doe, Reuters"));
    assert_eq!(meta.published.as_deref(), Some("2024-04-04T09:30:00+02:00"));
    assert_eq!(meta.language.as_deref(), Some("en"));
    assert_eq!(meta.url.as_deref(), Some("https://daily.example/2024/harbour"));
    assert_eq!(meta.guessed, Vec::<String>::new());
}

#[test]
fn a_page_saved_as_mhtml_is_the_same_article() {
    let quoted: String = page()
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || byte == b' ' {
                char::from(byte).to_string()
            } else {
                format!("={byte:02X}")
            }
        })
        .collect();
    let soft: Vec<String> =
        quoted.as_bytes().chunks(600).map(|chunk| String::from_utf8_lossy(chunk).into_owned()).collect();
    // A soft line break may not part an escape, so the lines are joined again where one would.
    let text = soft.concat();
    let mhtml = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://daily.example/2024/harbour\r\nSubject: x\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b\"\r\n\r\n\r\n------b\r\nContent-Type: text/html\r\n\
         Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://daily.example/2024/harbour\r\n\r\n{text}\r\n------b--\r\n"
    );
    let (saved, page) = (read("a.mhtml", mhtml.as_bytes()), read("a.html", page().as_bytes()));
    assert_eq!(blocks(&saved), blocks(&page));
    assert_eq!(saved.format, "mhtml");
}

#[test]
fn a_mail_gives_its_text_and_sender() {
    let mail = format!(
        "From: Daily Example <news@daily.example>\r\nSubject: {TITLE}\r\nDate: Thu, 4 Apr 2024 09:30:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n",
        BODY.join("\r\n\r\n")
    );
    let witness = read("a.eml", mail.as_bytes());
    assert_eq!(witness.meta.title.as_deref(), Some(TITLE));
    assert_eq!(witness.meta.outlet.as_deref(), Some("Daily Example"));
    assert_eq!(witness.meta.published.as_deref(), Some("2024-04-04T09:30:00+02:00"));
    assert_eq!(blocks(&witness).iter().filter(|(role, _)| role.is_body()).count(), 4);
}

#[test]
fn the_subject_of_a_mail_is_its_headline() {
    let text = BODY.join("\r\n\r\n");
    let page = format!("<html><body>{}</body></html>", BODY.map(|text| format!("<p>{}</p>", escaped(text))).concat());
    let titled = format!("{TITLE}\r\n\r\n{text}");
    for (subject, kind, body) in [
        (TITLE.to_owned(), "plain", &text),
        (format!("Fwd: AW: {TITLE}"), "plain", &text),
        (TITLE.to_owned(), "plain", &titled),
        (TITLE.to_owned(), "html", &page),
    ] {
        let mail = format!(
            "From: a@b.example\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{body}\r\n"
        );
        let witness = read("a.eml", mail.as_bytes());
        let headlines: Vec<&str> = witness
            .blocks
            .iter()
            .filter(|block| block.role == Role::Headline)
            .map(|block| witness.text.slice(block.span))
            .collect();
        assert_eq!(headlines, [TITLE], "{kind}, {subject}");
        assert_eq!(witness.meta.title.as_deref(), Some(TITLE));
        assert_eq!(witness.text.as_str().matches(TITLE).count(), 1);
        assert_eq!(blocks(&witness).iter().filter(|(role, _)| role.is_body()).count(), 4, "{kind}");
    }
}

#[test]
fn pasted_text_and_html_become_articles() {
    let text = format!("{TITLE}\n\n{}", BODY.join("\n\n"));
    let html = format!(
        "<meta charset=utf-8><h1>{TITLE}</h1>{}",
        BODY.map(|text| format!("<p>{}</p>", escaped(text))).concat()
    );
    for pasted in [text, html] {
        let article = intake::article_from_paste(&pasted, Some("Daily Example"), Some("4 April 2024")).unwrap();
        let found = blocks(&article.witness);
        assert_eq!(found.len(), 5, "{found:#?}");
        assert_eq!(article.witness.meta.outlet.as_deref(), Some("Daily Example"));
        assert_eq!(article.witness.meta.published.as_deref(), Some("2024-04-04"));
    }
    assert!(matches!(intake::article_from_paste(" \n", None, None), Err(IntakeError::Empty { .. })));
}

#[test]
fn a_chapter_that_names_an_outlet_is_called_by_it_and_the_others_by_the_book() {
    let container = "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>";
    let package = "<package><metadata><dc:title>Morning digest</dc:title></metadata><manifest><item id='a' href='a.xhtml'/>\
                   <item id='b' href='b.xhtml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>";
    let chapter = |title: &str, foot: &str| {
        format!(
            "<html><body><h1>{title}</h1>{}<p>{foot}</p></body></html>",
            BODY.map(|text| format!("<p>{}</p>", escaped(text))).concat()
        )
    };
    let (first, second) = (chapter("One", "© 2024 Hill Courier. All rights reserved."), chapter("Two", ""));
    let bytes = archive(&[
        ("META-INF/container.xml", container),
        ("b.opf", package),
        ("a.xhtml", &first),
        ("b.xhtml", &second),
    ]);
    let found = intake::read_bytes("a.epub", &bytes).unwrap().articles;
    let about = |at: usize| found[at].witness.meta.clone();
    assert_eq!([0, 1].map(|at| about(at).title), ["One", "Two"].map(|title| Some(title.to_owned())));
    assert_eq!([0, 1].map(|at| about(at).outlet), ["Hill Courier", "Morning digest"].map(|name| Some(name.to_owned())));
    assert!(about(1).guessed.contains(&"outlet".to_owned()));
}
