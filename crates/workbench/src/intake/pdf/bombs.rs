//! Parts of a PDF that unpack to far more than any text needs, found before the library unpacks them.
//! Looks for streams in the bytes themselves, for the list of parts may be packed, too. Knows only the
//! packing that grows without limit (Flate); pictures are left out, for nothing here unpacks them.

use std::io::{BufReader, Read};

use flate2::bufread::ZlibDecoder;

use super::super::archive::MOST_MEMBER_BYTES;
use super::super::error::Fault;

/// What all parts together may unpack to.
const MOST_BYTES: u64 = 512 * 1024 * 1024;
/// Most times that a stream is packed.
const MOST_LAYERS: usize = 4;
/// Bytes before a stream that are searched for its description.
const DESCRIPTION: usize = 2048;
/// Smaller streams cannot unpack to more than [`MOST_MEMBER_BYTES`]: Flate packs to a thousandth at best.
const SMALL: usize = 60 * 1024;

/// Refuses a document with a part that unpacks to more than it may.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), Fault> {
    let mut all = 0;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let (before, from) = bytes.split_at_checked(at).unwrap_or_default();
        let Some(data) = data_of(from).filter(|_| !before.ends_with(b"end")) else { continue };
        let description = description_of(before);
        let layers = memchr::memmem::find_iter(description, b"/FlateDecode").count()
            + memchr::memmem::find_iter(description, b"/Fl ").count();
        let is_picture = memchr::memmem::find(description, b"/Image").is_some();
        if layers == 0 || is_picture {
            continue;
        }
        if layers == 1 && memchr::memmem::find(data, b"endstream").is_some_and(|length| length < SMALL) {
            continue;
        }
        // Each layer is looked at by itself: one of few bytes can hide one of many.
        let unpacked = (1..=layers.min(MOST_LAYERS)).map(|count| unpacked_bytes(&mut unpacking(data, count))).max();
        let unpacked = unpacked.unwrap_or_default();
        all += unpacked;
        if unpacked > MOST_MEMBER_BYTES || all > MOST_BYTES {
            return Err(Fault::NoArticle(
                "A part of this PDF unpacks to more than 64 MiB, which no article needs".to_owned(),
            ));
        }
    }
    Ok(())
}

/// What `data` unpacks to, `layers` times one after the other, each capped.
fn unpacking(data: &[u8], layers: usize) -> Box<dyn Read + '_> {
    let mut reader: Box<dyn Read + '_> = Box::new(data);
    for _ in 0..layers {
        reader = Box::new(ZlibDecoder::new(BufReader::new(reader)).take(MOST_MEMBER_BYTES + 1));
    }
    reader
}

/// How much comes out before the end, the cap or a fault.
fn unpacked_bytes(reader: &mut impl Read) -> u64 {
    let mut buffer = [0; 16 * 1024];
    let mut all = 0;
    while let Ok(read @ 1..) = reader.read(&mut buffer) {
        all += read as u64;
    }
    all
}

/// What stands behind the word `stream` and its line end.
fn data_of(from: &[u8]) -> Option<&[u8]> {
    let from = from.strip_prefix(b"stream")?;
    from.strip_prefix(b"\r\n").or_else(|| from.strip_prefix(b"\n")).or_else(|| from.strip_prefix(b"\r"))
}

/// The dictionary before a stream: what follows the last `obj`.
fn description_of(before: &[u8]) -> &[u8] {
    let near = before.get(before.len().saturating_sub(DESCRIPTION)..).unwrap_or(before);
    memchr::memmem::rfind(near, b" obj").and_then(|at| near.get(at..)).unwrap_or(near)
}
