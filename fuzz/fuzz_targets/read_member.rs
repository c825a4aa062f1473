//! What stands inside an archive: the first byte says which format, the rest is its text. A fuzzer that had
//! to write the archive's checksums would never get this far.

#![no_main]

#[path = "../check.rs"]
mod check;

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;

const CONTAINER: &[u8] = b"<container><rootfiles><rootfile full-path='a/b.opf'/></rootfiles></container>";
const PACKAGE: &[u8] = b"<package><metadata><title>T</title></metadata><manifest><item id='c' href='c.xhtml'/></manifest><spine><itemref idref='c'/></spine></package>";

fuzz_target!(|input: &[u8]| {
    let Some((&first, bytes)) = input.split_first() else { return };
    let members: Vec<(&str, &[u8])> = match first % 6 {
        0 => vec![("word/document.xml", bytes)],
        1 => vec![("word/document.xml", b"<d><p><t>Words.</t></p></d>"), ("word/styles.xml", bytes), ("docProps/core.xml", bytes)],
        2 => vec![("mimetype", b"application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", b"<m/>"), ("content.xml", bytes), ("meta.xml", bytes)],
        3 => vec![("META-INF/container.xml", bytes), ("a/b.opf", PACKAGE), ("a/c.xhtml", b"<p>Words.</p>")],
        4 => vec![("META-INF/container.xml", CONTAINER), ("a/b.opf", bytes), ("a/c.xhtml", b"<p>Words.</p>")],
        _ => vec![("META-INF/container.xml", CONTAINER), ("a/b.opf", PACKAGE), ("a/c.xhtml", bytes)],
    };
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        if archive.start_file(name, SimpleFileOptions::default()).is_err() || archive.write_all(bytes).is_err() {
            return;
        }
    }
    if let Ok(done) = archive.finish() {
        check::read("input", &done.into_inner());
    }
});
