//! Packed exports, read back by an independent reader: unzip, parse, compare with the articles.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../../collation/tests/export/sample.rs"]
mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use collation::export::{Annotation, Choice, qda};
use collation::ruling::Anchor;
use collation::sheet::Sheet;
use collation::{Asker, Control, Notice};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use workbench::export::{Format, write};

fn choice(sheet: &Sheet) -> Choice {
    let row = &sheet.events[0].rows[1];
    let article = sheet.articles[1].witness.key;
    let span = row.cells[1].as_ref().unwrap().passages[0].span;
    Choice {
        title: Some("Bridge <closure> & \"more\" \u{1} ]]>".to_owned()),
        annotations: vec![Annotation {
            anchor: Anchor { article, span },
            tags: vec!["blame".to_owned(), "=1+1".to_owned()],
            note: "Which cracks?\nAsk.".to_owned(),
        }],
        codes: vec![qda::Code { name: "blame".to_owned(), colour: Some("#aa0000".to_owned()), ..qda::Code::default() }],
        ..Choice::default()
    }
}

fn built(format: Format) -> Vec<u8> {
    let sheet = sample::sheet();
    let notices = [Notice::new("Two articles are alike")];
    write(format, &sheet, &notices, &choice(&sheet)).unwrap()
}

/// Says stop from the question on that has this number, from 0.
#[derive(Debug)]
struct Stopping {
    from: usize,
    asked: AtomicUsize,
}

impl Control for Stopping {
    fn is_stopped(&self) -> bool {
        self.asked.fetch_add(1, Ordering::Relaxed) >= self.from
    }
}

#[test]
fn a_stopped_export_passes_over_the_rows_that_are_left_and_gives_nothing() {
    let sheet = sample::sheet();
    let rows: usize = sheet.events.iter().map(|event| event.rows.len()).sum();
    for format in Format::ALL {
        let ask = |from: usize| {
            let stopping = Arc::new(Stopping { from, asked: AtomicUsize::new(0) });
            let asker = Asker::new(Arc::clone(&stopping) as Arc<dyn Control + Send>);
            let given = write(format, &sheet, &[], &Choice { asker, ..choice(&sheet) });
            (given.is_ok(), stopping.asked.load(Ordering::Relaxed))
        };
        let (is_given, asked) = ask(usize::MAX);
        assert!(is_given, "{format:?}");
        assert!(!ask(0).0, "{format:?} is given though nobody wants it");
        // Those that have no rows ask once, at their end.
        let (is_given, before_end) = ask(1);
        assert_eq!(is_given, asked == 1, "{format:?}");
        assert!(asked == 1 || asked > rows && before_end < asked, "{format:?}: {before_end} of {asked}, {rows} rows");
    }
}

fn entries(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut entries = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        entries.insert(name, text);
    }
    entries
}

/// An element with its attributes and the text directly inside it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

/// All elements in document order; fails where the XML is not well formed.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                found.push(element(&start));
                open.push(found.len() - 1);
            }
            Event::Empty(start) => found.push(element(&start)),
            Event::End(_) => drop(open.pop().unwrap()),
            Event::Text(text) => {
                if let Some(&at) = open.last() {
                    found[at].text.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                let resolved = match reference.as_ref() {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    other => panic!("&{other};"),
                };
                found[*open.last().unwrap()].text.push(resolved);
            }
            Event::Eof => break,
            Event::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    found
}

fn element(start: &BytesStart) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let name = attribute.key.as_ref().to_owned();
        (name, quick_xml::escape::unescape(&attribute.value).unwrap().into_owned())
    });
    Element { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), text: String::new() }
}

/// The text of every cell of the sheet, as it is copied.
fn cells(sheet: &Sheet) -> Vec<String> {
    let mut cells = Vec::new();
    for event in &sheet.events {
        for row in &event.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                cells.extend(cell.iter().map(|cell| cell.text(&sheet.articles[event.members[column]])));
            }
        }
    }
    cells
}

fn without_signs(text: &str) -> String {
    text.replace("⟨…⟩", "").replace('≠', "")
}

#[test]
fn the_same_choice_gives_the_same_bytes() {
    for format in Format::ALL {
        assert!(!built(format).is_empty());
        assert_eq!(built(format), built(format), "{format:?}");
    }
}

/// Every entry of a packed file, or the file itself, as text.
fn texts(format: Format, bytes: &[u8]) -> Vec<String> {
    let is_packed = format.is_binary();
    if is_packed { entries(bytes).into_values().collect() } else { vec![String::from_utf8(bytes.to_vec()).unwrap()] }
}

#[test]
fn no_format_tells_in_which_folder_the_articles_lie() {
    let written = |format: Format, folder: &str| {
        let mut sheet = sample::sheet();
        for (at, article) in sheet.articles.iter_mut().enumerate() {
            let article = Arc::make_mut(article);
            let witness = Arc::make_mut(&mut article.witness);
            witness.path = format!("{folder}report-{at}.txt");
            // Without an outlet and a title the file stands for it.
            if at == 1 {
                (witness.meta.outlet, witness.meta.title) = (None, None);
            }
        }
        write(format, &sheet, &[], &choice(&sheet)).unwrap()
    };
    for format in Format::ALL {
        for folder in ["/home/ada-brook/desk/", "C:\\Users\\ada-brook\\desk\\"] {
            let bytes = written(format, folder);
            for text in texts(format, &bytes) {
                assert!(!text.contains("ada-brook") && !text.contains("desk"), "{format:?} names {folder}");
            }
            assert!(bytes == written(format, ""), "{format:?} is another file in {folder}");
        }
    }
    assert!(String::from_utf8(written(Format::Json, "/home/")).unwrap().contains("\"path\":\"report-0.txt\""));
}

#[test]
fn packed_files_bear_no_date_of_today() {
    for format in [Format::Docx, Format::Xlsx, Format::Qdpx] {
        let bytes = built(format);
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
        for at in 0..archive.len() {
            let file = archive.by_index(at).unwrap();
            assert_eq!(file.last_modified().map(|date| date.year()), Some(1980), "{format:?}");
        }
    }
    for format in [Format::Docx, Format::Xlsx] {
        let core = &entries(&built(format))["docProps/core.xml"];
        assert!(core.contains("2000-01-01T00:00:00Z"), "{core}");
    }
}

#[test]
fn every_entry_is_well_formed() {
    for format in [Format::Docx, Format::Xlsx, Format::Qdpx] {
        for (name, text) in entries(&built(format)) {
            if std::path::Path::new(&name).extension().is_none_or(|kind| kind != "txt") {
                assert!(elements(&text).len() > 1, "{name}");
            }
        }
    }
}

#[test]
fn the_document_holds_every_reading_verbatim() {
    let entries = entries(&built(Format::Docx));
    let mut style = String::new();
    let mut paragraphs: Vec<(String, String)> = Vec::new();
    for element in elements(&entries["word/document.xml"]) {
        match element.name.as_str() {
            "w:p" => paragraphs.push(Default::default()),
            "w:pStyle" => {
                style = element.attributes["w:val"].clone();
                paragraphs.last_mut().unwrap().0.clone_from(&style);
            }
            "w:br" => paragraphs.last_mut().unwrap().1.push('\n'),
            "w:t" => paragraphs.last_mut().unwrap().1.push_str(&element.text),
            _ => {}
        }
    }
    assert!(!style.is_empty());
    let of = |style: &str| -> Vec<String> {
        paragraphs.iter().filter(|paragraph| paragraph.0 == style).map(|(_, text)| text.clone()).collect()
    };
    let readings: Vec<String> = of("Source").iter().skip(1).map(|text| without_signs(text)).collect();
    assert_eq!(readings, cells(&sample::sheet()), "the first paragraph of source words is the legend");
    assert_eq!(of("Title"), ["Bridge <closure> & \"more\" \u{fffd} ]]>"]);
    assert!(of("About").iter().any(|line| line.contains("do not say who is right or why")));
    assert!(of("Normal").iter().any(|line| line == "Note: Which cracks?\nAsk."));
}

#[test]
fn marks_of_the_document_have_their_own_shapes() {
    let document = &entries(&built(Format::Docx))["word/document.xml"];
    let runs: Vec<&str> = document.split("<w:r>").collect();
    for (words, shape) in [
        ("told reporters", "<w:u w:val=\"single\""),
        ("she refused to name a date", "<w:u w:val=\"double\""),
        ("it was", "<w:u w:val=\"dotted\""),
        ("could", "<w:bdr "),
        ("50", "<w:bdr "),
    ] {
        let run = runs.iter().find(|run| run.contains(&format!(">{words}</w:t>"))).unwrap_or_else(|| panic!("{words}"));
        assert!(run.contains(shape), "{words}: {run}");
    }
}

#[test]
fn the_workbook_holds_every_reading_as_text() {
    let entries = entries(&built(Format::Xlsx));
    let mut strings: Vec<String> = Vec::new();
    for element in elements(&entries["xl/sharedStrings.xml"]) {
        match element.name.as_str() {
            "si" => strings.push(String::new()),
            "t" => strings.last_mut().unwrap().push_str(&element.text),
            _ => {}
        }
    }
    for cell in cells(&sample::sheet()) {
        assert!(strings.iter().any(|string| without_signs(string) == cell), "{cell}");
    }
    for words in ["=cracks were found", "blame; =1+1", "Which cracks?\nAsk.", "not found in Eight thousand wait"] {
        assert!(strings.iter().any(|string| string == words), "{words}");
    }
    let pages = entries.keys().filter(|name| name.starts_with("xl/worksheets/sheet")).count();
    assert_eq!(pages, 5, "two events, passages, articles, about");
    for (name, text) in &entries {
        let runs =
            elements(text).iter().any(|element| matches!(element.name.as_str(), "f" | "hyperlink" | "externalLink"));
        assert!(!runs, "{name} computes or links");
    }
    let rich = entries["xl/sharedStrings.xml"].as_str();
    assert!(rich.contains("<u val=\"double\"/>") && rich.contains("<u/>"), "{rich}");
}

#[test]
fn a_page_of_the_workbook_is_called_by_the_title_of_its_event() {
    let mut sheet = sample::sheet();
    let mut title = |article: usize, title: &str| {
        let article = Arc::make_mut(&mut sheet.articles[article]);
        Arc::make_mut(&mut article.witness).meta.title = Some(title.to_owned());
    };
    title(0, "Bridge [shut]: what now? 🌉 And for how many weeks");
    title(3, "passages");
    let workbook = &entries(&write(Format::Xlsx, &sheet, &[], &Choice::default()).unwrap())["xl/workbook.xml"];
    let names: Vec<String> = elements(workbook)
        .into_iter()
        .filter(|element| element.name == "sheet")
        .map(|element| element.attributes["name"].clone())
        .collect();
    assert_eq!(names, ["Bridge shut what now 🌉 And fo…", "passages", "Passages (2)", "Articles", "About"]);
    assert!(names.iter().all(|name| name.encode_utf16().count() <= 31));
}

#[test]
fn columns_of_the_workbook_say_each_thing_once_and_stand_apart() {
    let entries = entries(&built(Format::Xlsx));
    let strings: Vec<String> = elements(&entries["xl/sharedStrings.xml"])
        .into_iter()
        .filter(|element| element.name == "t")
        .map(|element| element.text)
        .collect();
    assert!(strings.iter().any(|string| string == "in 2 of 3 articles · quote altered, voice, verb"), "{strings:?}");
    assert!(!strings.iter().any(|string| string.contains(" · matched by rule")));
    let formats: Vec<Element> = elements(&entries["xl/styles.xml"]);
    let indented = formats.iter().filter(|element| element.attributes.get("indent").is_some_and(|by| by == "1"));
    assert_eq!(indented.count(), 2, "numbers and what is above them keep off the next column");
}

#[test]
fn selections_of_the_project_are_the_passages() {
    let sheet = sample::sheet();
    let entries = entries(&built(Format::Qdpx));
    let project = elements(&entries["project.qde"]);
    let guids: BTreeSet<&str> =
        project.iter().filter_map(|element| element.attributes.get("guid")).map(String::as_str).collect();
    for element in project.iter().filter(|element| element.name.ends_with("Ref")) {
        assert!(guids.contains(element.attributes["targetGUID"].as_str()), "{element:?}");
    }
    let mut selected: BTreeSet<(String, String)> = BTreeSet::new();
    let mut text: Vec<char> = Vec::new();
    let mut name = String::new();
    for element in &project {
        if element.name == "TextSource" {
            let path = element.attributes["plainTextPath"].strip_prefix("internal://").unwrap();
            text = entries[&format!("Sources/{path}")].chars().collect();
            name.clone_from(&element.attributes["name"]);
        }
        if element.name == "PlainTextSelection" {
            let at = |key: &str| element.attributes[key].parse::<usize>().unwrap();
            selected.insert((name.clone(), text[at("startPosition")..at("endPosition")].iter().collect()));
        }
    }
    for event in &sheet.events {
        for row in &event.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                let article = &sheet.articles[event.members[column]];
                for passage in cell.iter().flat_map(|cell| &cell.passages) {
                    let words = article.witness.text.slice(passage.span).to_owned();
                    let found =
                        selected.iter().any(|(name, text)| name.starts_with(article.witness.name()) && *text == words);
                    assert!(found, "{words}");
                }
            }
        }
    }
    assert!(selected.iter().any(|(_, text)| text == "50"), "evidence of a difference");
    let texts: BTreeSet<&str> =
        entries.iter().filter(|(name, _)| name.starts_with("Sources/")).map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, sheet.articles.iter().map(|article| article.witness.text.as_str()).collect());
    assert!(project.iter().any(|element| element.name == "PlainTextContent" && element.text == "Which cracks?\nAsk."));
    let used: BTreeSet<&str> = project
        .iter()
        .filter(|element| element.name == "CodeRef")
        .map(|element| element.attributes["targetGUID"].as_str())
        .collect();
    let names: Vec<&str> = project
        .iter()
        .filter(|element| element.name == "Code" && used.contains(element.attributes["guid"].as_str()))
        .map(|element| element.attributes["name"].as_str())
        .collect();
    for name in
        ["Event 1, 1: Closure was a precaution", "partly quoted", "Ilse Varga", "blame", "=1+1", "quote altered"]
    {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
}

#[test]
fn a_cell_that_is_too_long_for_a_workbook_is_cut_there_only() {
    let mut sheet = sample::sheet();
    let long = "word ".repeat(10_000);
    sheet.events[0].rows[0].title.clone_from(&long);
    let bytes = write(Format::Xlsx, &sheet, &[], &Choice::default()).unwrap();
    let strings = &entries(&bytes)["xl/sharedStrings.xml"];
    assert!(
        elements(strings).iter().any(|element| element.text.chars().count() == 32_767 && element.text.ends_with('…'))
    );
}

#[test]
fn many_columns_stand_one_below_the_other() {
    let mut sheet = sample::sheet();
    let event = &mut sheet.events[0];
    for _ in 0..3 {
        event.members.push(1);
        for row in &mut event.rows {
            let cell = row.cells[1].clone();
            row.cells.push(cell);
            row.nearest.push(None);
        }
    }
    let bytes = write(Format::Docx, &sheet, &[], &Choice::default()).unwrap();
    let rows: Vec<usize> =
        entries(&bytes)["word/document.xml"].split("<w:tr>").skip(1).map(|row| row.matches("<w:tc>").count()).collect();
    assert!(rows[..30].iter().all(|&cells| cells == 2), "{rows:?}");
}
