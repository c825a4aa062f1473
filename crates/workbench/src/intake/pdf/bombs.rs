//! Parts of a PDF that unpack to far more than any text needs, found before the library unpacks them.
//! Looks for streams in the bytes themselves, for the list of parts may be packed, too. The packings of pictures
//! are left alone, for the library unpacks those only where pictures are drawn.

use std::borrow::Cow;
use std::io::Read;
use std::ops::Range;

use super::super::archive::MOST_MEMBER_BYTES;
use super::super::error::Fault;
use super::packings::Packing;

/// What all parts together may unpack to.
const MOST_BYTES: u64 = 512 * 1024 * 1024;
/// Most times that a stream is packed.
const MOST_LAYERS: usize = 4;
/// Bytes before a stream that are searched for its description.
const DESCRIPTION: usize = 2048;

/// The document, unless a part of it unpacks to more than it may.
///
/// A picture may be that large, and nothing here needs it; but any part can call itself one. So the packing of large
/// pictures is struck out: whoever draws one as what it is not finds nothing in it.
pub(super) fn defused(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Fault> {
    let mut all = 0;
    let mut struck: Vec<Range<usize>> = Vec::new();
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let (before, from) = bytes.split_at_checked(at).unwrap_or_default();
        let Some(data) = data_of(from).filter(|_| !before.ends_with(b"end")) else { continue };
        let length = memchr::memmem::find(data, b"endstream").unwrap_or(data.len()) as u64;
        let description = description_of(before);
        let names = names_of(description);
        // Growth tells most streams from bombs without a look into them.
        let may_be_large = |chain: &Vec<Packing>| {
            chain.iter().fold(length, |size, packing| size.saturating_mul(packing.growth())) > MOST_MEMBER_BYTES
        };
        let chains: Vec<Vec<Packing>> = chains(description, &names).into_iter().filter(may_be_large).collect();
        if !chains.is_empty() && names.iter().any(|(_, name)| name == b"Image") {
            let from = at - description.len();
            let packings = names.iter().filter(|(_, name)| Packing::of(name).is_some());
            struck.extend(packings.map(|(place, _)| from + place.start..from + place.end));
            continue;
        }
        let unpacked = chains.iter().map(|chain| largest_layer(data, chain)).max().unwrap_or_default();
        all += unpacked;
        if unpacked > MOST_MEMBER_BYTES || all > MOST_BYTES {
            return Err(Fault::NoArticle(
                "A part of this PDF unpacks to more than 64 MiB, which no article needs".to_owned(),
            ));
        }
    }
    if struck.is_empty() {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut bytes = bytes.to_vec();
    for place in struck {
        if let Some(name) = bytes.get_mut(place) {
            name.fill(b'x');
        }
    }
    Ok(Cow::Owned(bytes))
}

/// How the stream may be packed: as its description says; where that says it in a way that is not understood here
/// (in another place of the file, or behind more than [`DESCRIPTION`] bytes), in any way that grows much.
fn chains(description: &[u8], names: &[(Range<usize>, Vec<u8>)]) -> Vec<Vec<Packing>> {
    let early_change = memchr::memmem::find(description, b"/EarlyChange 0").is_none();
    let said: Vec<Packing> = names
        .iter()
        .filter_map(|(_, name)| Packing::of(name))
        .map(|packing| if let Packing::Lzw { .. } = packing { Packing::Lzw { early_change } } else { packing })
        .take(MOST_LAYERS)
        .collect();
    let is_picture_packing = |name: &[u8]| {
        matches!(name, b"DCTDecode" | b"JPXDecode" | b"JBIG2Decode" | b"CCITTFaxDecode" | b"DCT" | b"CCF")
    };
    let begins = memchr::memmem::find(description, b"obj").is_some();
    let has_filter = names.iter().any(|(_, name)| name == b"Filter" || name == b"F");
    if !said.is_empty() {
        vec![said]
    } else if begins && !has_filter || names.iter().any(|(_, name)| is_picture_packing(name)) {
        Vec::new()
    } else {
        vec![vec![Packing::Flate], vec![Packing::Lzw { early_change }]]
    }
}

/// What comes out of the layer that most comes out of: one of few bytes can hide one of many.
fn largest_layer(data: &[u8], chain: &[Packing]) -> u64 {
    let layers = (1..=chain.len()).map(|count| {
        let start: Box<dyn Read + '_> = Box::new(data);
        let layers = chain.iter().take(count);
        let mut unpacking = layers.fold(start, |inner, packing| {
            Box::new(packing.unpacking(inner).take(MOST_MEMBER_BYTES + 1)) as Box<dyn Read + '_>
        });
        unpacked_bytes(&mut unpacking)
    });
    layers.max().unwrap_or_default()
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

/// The names in a description with their places, `#41` read as `A`.
fn names_of(description: &[u8]) -> Vec<(Range<usize>, Vec<u8>)> {
    let mut names = Vec::new();
    for slash in memchr::memchr_iter(b'/', description) {
        let rest = description.get(slash + 1..).unwrap_or_default();
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"/<>[](){}%\0".contains(byte);
        let length = rest.iter().position(is_end).unwrap_or(rest.len());
        let mut name = Vec::new();
        let mut bytes = rest.iter().take(length).copied();
        while let Some(byte) = bytes.next() {
            let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
            let mut after = bytes.clone();
            match (byte, digit(after.next()), digit(after.next())) {
                (b'#', Some(high), Some(low)) => {
                    name.push((high * 16 + low) as u8);
                    bytes = after;
                }
                _ => name.push(byte),
            }
        }
        names.push((slash + 1..slash + 1 + length, name));
    }
    names
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::Write;

    use super::*;

    /// A document of one stream with this description.
    fn document(description: &str, data: &[u8]) -> Vec<u8> {
        [format!("%PDF-1.7\n1 0 obj <<{description}>>\nstream\n").as_bytes(), data, b"\nendstream endobj\n"].concat()
    }

    fn flate(bytes: &[u8]) -> Vec<u8> {
        let mut packing = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packing.write_all(bytes).unwrap();
        packing.finish().unwrap()
    }

    /// Codes of twelve bits of which each adds an entry, then the longest one again and again.
    fn lzw(times: usize) -> Vec<u8> {
        let mut bits: Vec<bool> = Vec::new();
        let mut put = |code: usize, length: usize| bits.extend((0..length).rev().map(|bit| code >> bit & 1 == 1));
        put(65, 9);
        for code in 258..4096_usize {
            let length = match code + 1 {
                ..512 => 9,
                512..1024 => 10,
                1024..2048 => 11,
                _ => 12,
            };
            put(code, length);
        }
        (0..times).for_each(|_| put(4095, 12));
        bits.chunks(8).map(|byte| byte.iter().enumerate().map(|(at, bit)| u8::from(*bit) << (7 - at)).sum()).collect()
    }

    #[test]
    fn bombs_of_every_packing_are_refused_and_pictures_are_struck_out() {
        let zeros = vec![b' '; MOST_MEMBER_BYTES as usize + 1];
        let (once, long) = (flate(&zeros), lzw(20_000));
        let twice = flate(&once);
        let hex: Vec<u8> = once.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
        for (description, data, expected) in [
            ("/Filter/FlateDecode", &once, "refused"),
            ("/Filter[/FlateDecode/FlateDecode]", &twice, "refused"),
            ("/Filter /Fl#61teDecode", &once, "refused"),
            ("/Filter 7 0 R", &once, "refused"),
            ("/Filter[/ASCIIHexDecode/FlateDecode]", &hex, "refused"),
            ("/Filter/LZWDecode", &long, "refused"),
            ("/Filter 7 0 R", &long, "refused"),
            ("/Subtype/Image/Filter/FlateDecode", &once, "struck out"),
            ("/Subtype/Image/Filter/DCTDecode", &once, "as it is"),
            ("/Length 7", &once, "as it is"),
            ("/Filter/FlateDecode", &flate(b"Words."), "as it is"),
            ("/Filter/LZWDecode", &lzw(3), "as it is"),
        ] {
            let bytes = document(description, data);
            let found = match defused(&bytes) {
                Err(_) => "refused",
                Ok(Cow::Borrowed(_)) => "as it is",
                Ok(Cow::Owned(changed)) => {
                    assert_eq!(changed.len(), bytes.len());
                    assert!(memchr::memmem::find(&changed, b"/Filter/xxxxxxxxxxx>>").is_some());
                    "struck out"
                }
            };
            assert_eq!(found, expected, "for {description}");
        }
    }
}
