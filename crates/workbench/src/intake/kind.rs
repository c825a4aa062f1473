//! Which format some bytes are: by what they hold first, by the file's name second.

use std::path::Path;

use super::archive::is_archive;
use super::decode::decode;

/// The formats that have a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Markdown,
    Html,
    Mhtml,
    Mail,
    Docx,
    Odt,
    Rtf,
    Epub,
    Pdf,
    Factiva,
    Json,
    Csv,
    Tsv,
}

impl Kind {
    /// As messages call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Mhtml => "MHTML",
            Self::Mail => "mail",
            Self::Docx => "Word",
            Self::Odt => "OpenDocument",
            Self::Rtf => "RTF",
            Self::Epub => "EPUB",
            Self::Pdf => "PDF",
            Self::Factiva => "Factiva",
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
        }
    }
}

/// Endings of files that hold articles, in lower case, with the format that each stands for.
const ENDINGS: &[(&str, Kind)] = &[
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Markdown),
    ("markdown", Kind::Markdown),
    ("mdown", Kind::Markdown),
    ("mkd", Kind::Markdown),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("xht", Kind::Html),
    ("shtml", Kind::Html),
    ("mhtml", Kind::Mhtml),
    ("mht", Kind::Mhtml),
    ("docx", Kind::Docx),
    ("odt", Kind::Odt),
    ("rtf", Kind::Rtf),
    ("epub", Kind::Epub),
    ("pdf", Kind::Pdf),
    ("eml", Kind::Mail),
    ("csv", Kind::Csv),
    ("tsv", Kind::Tsv),
    ("json", Kind::Json),
    ("jsonl", Kind::Json),
    ("ndjson", Kind::Json),
    ("xml", Kind::Factiva),
];

/// The endings of files that hold articles, in lower case, without their dots.
pub fn endings() -> impl Iterator<Item = &'static str> {
    ENDINGS.iter().map(|(ending, _)| *ending)
}

/// The format that the ending of `name` stands for.
pub(super) fn named(name: &str) -> Option<Kind> {
    let file = name.rsplit(['/', '\\']).next()?;
    let ending = file.rsplit_once('.')?.1.to_ascii_lowercase();
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|&(_, kind)| kind)
}

/// A format that is known and has no reader: what it is, and what to do instead.
pub(super) type Foreign = (&'static str, &'static str);

const SAVE_AS: &str = "save the article as text, HTML or DOCX";

const ARCHIVE: Foreign = ("a compressed archive", "unpack it and open the files in it");

const PICTURE: Foreign = ("a picture", "only text can be compared");
const SOUND: Foreign = ("a sound file", "only text can be compared");
const FILM: Foreign = ("a sound or film file", "only text can be compared");

/// First bytes of formats that have no reader.
const FOREIGN: &[(&[u8], Foreign)] = &[
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ("an old Office file (.doc, .xls)", "open it in its own program and save it as DOCX"),
    ),
    (b"\x89PNG\r\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"\x1f\x8b", ("a compressed file", "unpack it and open the files in it")),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"bplist00", ("a web archive of Safari", "save the page as HTML")),
    (b"ID3", SOUND),
    (b"OggS", FILM),
    (b"fLaC", SOUND),
    // Frames of MPEG sound without a head in front.
    (b"\xff\xfb", SOUND),
    (b"\xff\xf3", SOUND),
    (b"\xff\xf2", SOUND),
    (b"\xff\xf1", SOUND),
    (b"\x1a\x45\xdf\xa3", FILM),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"SQLite format 3\0", ("a database", SAVE_AS)),
];

/// Pictures, sound and films that are kept in a container, which says further on what it holds.
fn contained(bytes: &[u8]) -> Option<Foreign> {
    let at = |from: usize| bytes.get(from..from + 4).unwrap_or_default();
    if at(0) == b"RIFF" {
        return match at(8) {
            b"WEBP" => Some(PICTURE),
            b"WAVE" => Some(SOUND),
            b"AVI " => Some(FILM),
            _ => None,
        };
    }
    if at(4) != b"ftyp" {
        return None;
    }
    Some(match at(8) {
        b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" | b"avif" | b"avis" => PICTURE,
        b"M4A " | b"M4B " => SOUND,
        _ => FILM,
    })
}

/// True for the files that keep a web address alone: shortcuts of the desktop, and what browsers save a link as.
pub(super) fn is_shortcut(name: &str, bytes: &[u8]) -> bool {
    let is_webloc = name.to_ascii_lowercase().ends_with(".webloc");
    let head = head(bytes);
    let is_link = head.starts_with("[desktop entry]") && head.lines().any(|line| line.trim() == "type=link");
    head.starts_with("[internetshortcut]")
        || is_link
        || is_webloc && (bytes.starts_with(b"bplist00") || head.contains("<key>url</key>"))
}

/// True where `text` is nothing but web addresses.
pub(super) fn is_address(text: &str) -> bool {
    let is_one = |word: &str| {
        let word = word.trim_matches(['<', '>']).to_ascii_lowercase();
        word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.")
    };
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(is_one)
}

/// The web address that was given as a path. Where paths are made absolute a folder stands before it.
pub(super) fn address_in(path: &Path) -> Option<String> {
    let mut parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    let scheme = parts.by_ref().find(|part| {
        let part = part.to_ascii_lowercase();
        part == "http:" || part == "https:"
    })?;
    let rest: Vec<_> = parts.collect();
    Some(format!("{scheme}//{}", rest.join("/")))
}

/// The format of `bytes`, which came under `name`.
pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Kind, Foreign> {
    if let Some(&(_, foreign)) = FOREIGN.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(foreign);
    }
    if let Some(foreign) = contained(bytes) {
        return Err(foreign);
    }
    let archived = named(name).filter(|kind| matches!(kind, Kind::Docx | Kind::Odt | Kind::Epub));
    if is_archive(bytes) {
        let found = of_archive(bytes);
        // What is left of a damaged file may not say what it was.
        return if found == Err(ARCHIVE) { archived.ok_or(ARCHIVE) } else { found };
    }
    // Words are read whatever their file is called; anything else is what is left of what it is called.
    if let Some(kind) = archived.filter(|_| decode(bytes, None, None).is_err()) {
        return Ok(kind);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Ok(Kind::Rtf);
    }
    // The standard lets other bytes stand before the first line, and some mail programs put them there.
    if bytes.get(..1024).unwrap_or(bytes).windows(5).any(|window| window == b"%PDF-") && !bytes.starts_with(b"<") {
        return Ok(Kind::Pdf);
    }
    let head = head(bytes);
    let named = named(name);
    if is_mail(&head) {
        let is_page = head.contains("multipart/related") && named != Some(Kind::Mail) || named == Some(Kind::Mhtml);
        return Ok(if is_page { Kind::Mhtml } else { Kind::Mail });
    }
    if is_html(&head, named == Some(Kind::Html)) {
        return Ok(Kind::Html);
    }
    if head.starts_with("<?xml") {
        let is_factiva = head.contains("<ppsresponse") || head.contains("<ppsarticle");
        return if is_factiva { Ok(Kind::Factiva) } else { Err(("an XML file of a kind", SAVE_AS)) };
    }
    Ok(match named {
        Some(Kind::Json) if head.starts_with(['{', '[']) => Kind::Json,
        Some(kind @ (Kind::Csv | Kind::Tsv | Kind::Markdown)) => kind,
        // Standard input has no name that could tell.
        None if name == "-" && head.starts_with("# ") => Kind::Markdown,
        _ => Kind::Text,
    })
}

/// The archive's own directory names its members in plain bytes near the end, its local headers all through.
fn of_archive(bytes: &[u8]) -> Result<Kind, Foreign> {
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    if holds(b"word/document.xml") {
        return Ok(Kind::Docx);
    }
    if holds(b"mimetypeapplication/vnd.oasis.opendocument.text")
        || holds(b"content.xml") && holds(b"META-INF/manifest.xml")
    {
        return Ok(Kind::Odt);
    }
    if holds(b"application/epub+zip") || holds(b"META-INF/container.xml") {
        return Ok(Kind::Epub);
    }
    Err(if holds(b"xl/workbook.xml") {
        ("a spreadsheet", "save the sheet as CSV")
    } else if holds(b"ppt/presentation.xml") {
        ("a presentation", SAVE_AS)
    } else {
        ARCHIVE
    })
}

/// The first characters, lower case, zeros of wide encodings and the byte order mark left out.
fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let narrow: Vec<u8> = head.iter().copied().filter(|&byte| byte != 0).collect();
    let lossy = String::from_utf8_lossy(&narrow).to_lowercase();
    lossy.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}')).to_owned()
}

/// True where the text opens with the fields of a mail or of a page saved as one.
fn is_mail(head: &str) -> bool {
    let fields = head.lines().take_while(|line| !line.trim().is_empty());
    let names: Vec<&str> = fields.filter_map(|line| line.split_once(':')).map(|(name, _)| name).collect();
    let first = head.lines().next().and_then(|line| line.split_once(':')).map_or("", |(name, _)| name);
    let is_field =
        first.len() < 40 && !first.is_empty() && first.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    is_field && (names.contains(&"mime-version") || names.contains(&"content-type") && names.contains(&"from"))
}

fn is_html(head: &str, is_named_so: bool) -> bool {
    let mut rest = head;
    // Comments, such as SingleFile's, and an XML declaration may stand before the page.
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<?xml") {
            rest.find("?>").map(|at| at + 2)
        } else {
            None
        };
        match end.and_then(|end| rest.get(end..)) {
            Some(after) => rest = after,
            None => break,
        }
    }
    if rest.starts_with("<!doctype html")
        || rest.starts_with("<html")
        || rest.starts_with("<head")
        || rest.starts_with("<body")
    {
        return true;
    }
    is_named_so
        && (rest.starts_with('<')
            || rest.contains("</")
            || rest.contains("<p")
            || rest.contains("<br")
            || rest.contains("<div"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bytes_hold_goes_before_their_name() {
        for (name, bytes, expected) in [
            ("a.txt", &b"Plain text"[..], Some(Kind::Text)),
            ("a.txt", b"  <!DOCTYPE html><p>x", Some(Kind::Html)),
            ("a.html", b"<!--\n Page saved with SingleFile \n--><html><p>x", Some(Kind::Html)),
            ("a.html", b"Only words, no page", Some(Kind::Text)),
            ("a.htm", b"<p>A piece of a page", Some(Kind::Html)),
            ("a", b"\xff\xfe<\0h\0t\0m\0l\0>\0", Some(Kind::Html)),
            ("a.md", b"# Title", Some(Kind::Markdown)),
            ("-", b"# Title\n\nText", Some(Kind::Markdown)),
            ("-", b"#1 of the list", Some(Kind::Text)),
            (
                "a.mhtml",
                b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
                Some(Kind::Mhtml),
            ),
            ("a.eml", b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n", Some(Kind::Mail)),
            ("a.docx", b"PK\x03\x04....word/document.xml", Some(Kind::Docx)),
            ("a.odt", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", Some(Kind::Odt)),
            ("a.txt", b"From: the minister\nTo: all\n\nWe agree.", Some(Kind::Text)),
            ("a.docx", b"Not an archive at all", Some(Kind::Text)),
            ("a.docx", b"\0\0\0\0\0\0\0\0", Some(Kind::Docx)),
            ("a.epub", b"\x01\x8f\x02\x03\x9d\x04\x05\x06\x81\x07\x08", Some(Kind::Epub)),
            ("a.odt", b"PK\x03\x04....cut", Some(Kind::Odt)),
            ("a.docx", b"PK\x03\x04....xl/workbook.xml", None),
            ("a.docx", b"w\0o\0r\0d\0s\0", Some(Kind::Text)),
            ("a.txt", b"\x89PNG\r\n\x1a\n", None),
            ("a.txt", b"RIFF is a word too", Some(Kind::Text)),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None),
            ("a.bin", b"\n%PDF-1.4\n", Some(Kind::Pdf)),
            ("a.xml", b"<?xml version=\"1.0\"?>\n<PPSResponse><ppsArticleResponse>", Some(Kind::Factiva)),
            ("a.xml", b"<?xml version=\"1.0\"?><feed>", None),
            ("a.zip", b"PK\x03\x04....pictures", None),
        ] {
            assert_eq!(of(name, bytes).ok(), expected, "for {name} with {:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn pictures_sound_and_films_are_told_by_their_first_bytes() {
        for (bytes, expected) in [
            (&b"RIFF\x24\0\0\0WEBPVP8 "[..], PICTURE),
            (b"RIFF\x24\0\0\0WAVEfmt ", SOUND),
            (b"RIFF\x24\0\0\0AVI LIST", FILM),
            (b"II*\0\x08\0\0\0", PICTURE),
            (b"MM\0*\0\0\0\x08", PICTURE),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1", PICTURE),
            (b"\0\0\0\x18ftypM4A \0\0\0\0", SOUND),
            (b"\0\0\0\x18ftypisom\0\0\0\0", FILM),
            (b"OggS\0\x02", FILM),
            (b"ID3\x04", SOUND),
            (b"\xff\xfb\x90\x64", SOUND),
            (b"fLaC\0\0\0\x22", SOUND),
        ] {
            assert_eq!(of("a.txt", bytes), Err(expected), "for {:?}", String::from_utf8_lossy(bytes));
        }
    }
}
