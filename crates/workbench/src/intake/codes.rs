//! Lists of tags from other programs: plain text (one a line), CSV or TSV (name, colour, description)
//! and REFI-QDA code books. Knows nothing of the tags a project has already.

use std::path::Path;

use super::error::Fault;
use super::xml::{self, Step};
use super::{IntakeError, decode, table};
use crate::project::Code;

/// Most tags that are taken from one file.
const MOST: usize = 2_000;
/// Larger files are no tag lists.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The tags in the file at `path`.
///
/// # Errors
/// [`IntakeError`] where the file can't be read or holds no tag.
pub fn read_codes(path: &Path) -> Result<Vec<Code>, IntakeError> {
    let name = path.display().to_string();
    let unreadable = |error: std::io::Error| IntakeError::Unreadable { path: name.clone(), reason: error.to_string() };
    if std::fs::metadata(path).map_err(unreadable)?.len() > LARGEST {
        return Err(IntakeError::TooLarge { path: name });
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    codes_from_bytes(&name, &bytes)
}

/// The tags in a file called `name`.
///
/// # Errors
/// [`IntakeError`] where it is damaged or holds no tag.
pub fn codes_from_bytes(name: &str, bytes: &[u8]) -> Result<Vec<Code>, IntakeError> {
    let codes = found_in(name, bytes).map_err(|fault| fault.at(name, "tag list"))?;
    if codes.is_empty() {
        return Err(IntakeError::NoArticle {
            path: name.to_owned(),
            what: "No tag was found; write one a line, or save the code book as QDC".to_owned(),
        });
    }
    Ok(codes)
}

fn found_in(name: &str, bytes: &[u8]) -> Result<Vec<Code>, Fault> {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let text = decode::decode(bytes, None, None)?.text;
    let start = text.trim_start();
    let found = if ending == "qdc" || ending == "qde" || start.starts_with("<?xml") || start.starts_with("<CodeBook") {
        from_codebook(bytes)?
    } else if ending == "csv" {
        let mark =
            if text.lines().next().is_some_and(|line| line.contains(';') && !line.contains(',')) { ';' } else { ',' };
        from_table(&text, mark)
    } else if ending == "tsv" {
        from_table(&text, '\t')
    } else {
        text.lines().map(named).collect()
    };
    let mut codes: Vec<Code> = Vec::new();
    for code in found.into_iter().filter(|code| !code.name.is_empty()) {
        if !codes.iter().any(|other| other.name == code.name) && codes.len() < MOST {
            codes.push(code);
        }
    }
    Ok(codes)
}

fn named(name: &str) -> Code {
    let words: Vec<&str> = name.split_whitespace().collect();
    Code { name: words.join(" ").chars().take(200).collect(), ..Code::default() }
}

fn from_table(text: &str, mark: char) -> Vec<Code> {
    let rows = table::rows(text, mark);
    let head: Vec<String> = rows.first().into_iter().flatten().map(|cell| cell.trim().to_lowercase()).collect();
    let place = |names: &[&str]| head.iter().position(|cell| names.contains(&cell.as_str()));
    let (name, has_head) = match place(&["name", "code", "tag", "label"]) {
        Some(at) => (at, true),
        None => (0, false),
    };
    let colour = if has_head { place(&["colour", "color"]) } else { Some(1) };
    let about = if has_head { place(&["description", "definition", "memo", "note"]) } else { Some(2) };
    rows.iter()
        .skip(usize::from(has_head))
        .map(|row| {
            let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map(|cell| cell.trim()).unwrap_or_default();
            Code { colour: colour_of(cell(colour)), description: cell(about).to_owned(), ..named(cell(Some(name))) }
        })
        .collect()
}

/// Codes inside codes are named by their way: `Framing / Conflict`.
fn from_codebook(bytes: &[u8]) -> Result<Vec<Code>, Fault> {
    let mut codes: Vec<Code> = Vec::new();
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut describing = false;
    xml::walk(bytes, |step| match step {
        Step::Open("Code", attributes) => {
            let own = attributes.get("name").unwrap_or_default();
            let name = open.last().map_or(own.clone(), |(outer, _)| format!("{outer} / {own}"));
            open.push((name.clone(), codes.len()));
            let colour = attributes.get("color").as_deref().and_then(colour_of);
            codes.push(Code { colour, ..named(&name) });
        }
        Step::Close("Code") => drop(open.pop()),
        Step::Open("Description", _) => describing = !open.is_empty(),
        Step::Close("Description") => describing = false,
        Step::Text(text) if describing => {
            if let Some(code) = open.last().and_then(|&(_, at)| codes.get_mut(at)) {
                code.description.push_str(text);
            }
        }
        Step::Open(..) | Step::Close(_) | Step::Text(_) => {}
    })?;
    for code in &mut codes {
        code.description = code.description.trim().to_owned();
    }
    Ok(codes)
}

/// `#rrggbb` in lower case, where the words are such a colour.
fn colour_of(words: &str) -> Option<String> {
    let digits = words.trim().trim_start_matches('#');
    let is_colour = digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit());
    is_colour.then(|| format!("#{}", digits.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str, text: &str) -> String {
        match codes_from_bytes(name, text.as_bytes()) {
            Ok(codes) => codes
                .iter()
                .map(|code| format!("{}|{}|{}", code.name, code.colour.as_deref().unwrap_or("-"), code.description))
                .collect::<Vec<_>>()
                .join("; "),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn tags_come_from_text_tables_and_code_books() {
        let qdc = r##"<?xml version="1.0" encoding="utf-8"?>
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes>
              <Code guid="1" name="Framing" isCodable="true" color="#FF8800"><Description>How &amp; why</Description>
                <Code guid="2" name="Conflict" isCodable="true"/></Code>
            </Codes></CodeBook>"##;
        for (name, text, expected) in [
            ("tags.txt", "Blame\n\n  Human  interest \nBlame\n", "Blame|-|; Human interest|-|"),
            (
                "tags.csv",
                "Name,Colour,Description\nBlame,#AA00ff,\"Who, and why\"\nCost,,\n",
                "Blame|#aa00ff|Who, and why; Cost|-|",
            ),
            ("tags.csv", "Blame;00ff00;Who\n", "Blame|#00ff00|Who"),
            ("tags.tsv", "code\tmemo\nBlame\tWho\n", "Blame|-|Who"),
            ("book.qdc", qdc, "Framing|#ff8800|How & why; Framing / Conflict|-|"),
            ("book.xml", qdc, "Framing|#ff8800|How & why; Framing / Conflict|-|"),
            (
                "none.txt",
                "\n \n",
                "No tag was found; write one a line, or save the code book as QDC; nothing was added: none.txt",
            ),
        ] {
            assert_eq!(shown(name, text), expected, "{name}");
        }
    }
}
