//! Bytes to characters: byte order marks, UTF-16 and UTF-32 without one, UTF-8, then a guess among
//! the encodings of the world's older texts. Knows nothing of formats.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::error::Fault;

/// Text out of bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    /// The encoding's name as it is shown: `UTF-8`, `windows-1251`, `UTF-16LE` ….
    pub encoding: String,
    /// True where the encoding follows from the bytes' statistics alone.
    pub guessed: bool,
    /// Bytes that were no text in this encoding and stand as `�`.
    pub broken: bool,
}

/// Encodings that a reader can choose from, by the names that [`Decoded::encoding`] uses.
pub const ENCODINGS: &[&str] = &[
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "UTF-32LE",
    "UTF-32BE",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "windows-874",
    "ISO-8859-2",
    "ISO-8859-5",
    "ISO-8859-15",
    "KOI8-R",
    "KOI8-U",
    "IBM866",
    "macintosh",
    "x-mac-cyrillic",
    "GBK",
    "gb18030",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "ISO-2022-JP",
    "EUC-KR",
];

/// Bytes that are looked at when an encoding is guessed.
const SAMPLE: usize = 256 * 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wide {
    Utf32Le,
    Utf32Be,
}

/// The characters of `bytes`. `declared` is what the file says of itself, believed unless the bytes
/// contradict it; `chosen` is what the reader says, followed.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>, chosen: Option<&str>) -> Result<Decoded, Fault> {
    if let Some(chosen) = chosen {
        return as_chosen(bytes, chosen).ok_or(Fault::NotText);
    }
    if let Some(decoded) = by_mark(bytes) {
        return Ok(decoded);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if sample.contains(&0) {
        return without_mark(bytes, sample).ok_or(Fault::NotText);
    }
    if looks_binary(sample) {
        return Err(Fault::NotText);
    }
    if let Some(decoded) = japanese_mail(bytes, sample).or_else(|| utf8(bytes)) {
        return Ok(decoded);
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(encoding) =
        declared.filter(|encoding| *encoding != encoding_rs::UTF_8 && *encoding != encoding_rs::UTF_16LE)
    {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if !broken {
            return Ok(Decoded {
                text: text.into_owned(),
                encoding: encoding.name().to_owned(),
                guessed: false,
                broken,
            });
        }
    }
    let encoding = guess(bytes);
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name().to_owned(), guessed: true, broken })
}

/// True where `name` is an encoding that [`decode`] can be told to use.
pub(super) fn is_known(name: &str) -> bool {
    wide_of(name).is_some() || Encoding::for_label(name.as_bytes()).is_some()
}

fn wide_of(name: &str) -> Option<Wide> {
    match name.to_ascii_lowercase().as_str() {
        "utf-32le" | "utf-32" => Some(Wide::Utf32Le),
        "utf-32be" => Some(Wide::Utf32Be),
        _ => None,
    }
}

fn as_chosen(bytes: &[u8], name: &str) -> Option<Decoded> {
    if let Some(wide) = wide_of(name) {
        return Some(utf32(bytes, wide));
    }
    let encoding = Encoding::for_label(name.as_bytes())?;
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    Some(Decoded { text: text.into_owned(), encoding: encoding.name().to_owned(), guessed: false, broken })
}

fn by_mark(bytes: &[u8]) -> Option<Decoded> {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) {
        return Some(utf32(bytes, Wide::Utf32Le));
    }
    if bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Some(utf32(bytes, Wide::Utf32Be));
    }
    let (encoding, mark) = Encoding::for_bom(bytes)?;
    let (text, broken) = encoding.decode_without_bom_handling(bytes.get(mark..)?);
    Some(Decoded { text: text.into_owned(), encoding: encoding.name().to_owned(), guessed: false, broken })
}

fn utf32(bytes: &[u8], wide: Wide) -> Decoded {
    let mut broken = !bytes.len().is_multiple_of(4);
    let mut text = String::with_capacity(bytes.len() / 4);
    for (at, four) in bytes.chunks_exact(4).enumerate() {
        let four = <[u8; 4]>::try_from(four).unwrap_or_default();
        let number = if wide == Wide::Utf32Le { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
        match char::from_u32(number) {
            Some('\u{feff}') if at == 0 => {}
            Some(c) => text.push(c),
            None => {
                broken = true;
                text.push('\u{fffd}');
            }
        }
    }
    let encoding = if wide == Wide::Utf32Le { "UTF-32LE" } else { "UTF-32BE" };
    Decoded { text, encoding: encoding.to_owned(), guessed: false, broken }
}

/// UTF-32 and UTF-16 without a mark: spaces, line ends and Latin letters have their zeros on one side.
fn without_mark(bytes: &[u8], sample: &[u8]) -> Option<Decoded> {
    let mut zeros = [0usize; 4];
    for four in sample.chunks_exact(4) {
        for (count, &byte) in zeros.iter_mut().zip(four) {
            *count += usize::from(byte == 0);
        }
    }
    let quads = sample.len() / 4;
    let [a, b, c, d] = zeros;
    let readable = |decoded: Decoded| {
        let letters = decoded.text.chars().take(SAMPLE);
        let (mut good, mut bad) = (0, 0);
        for c in letters {
            if c == '\u{fffd}' || c.is_control() && !c.is_whitespace() || matches!(c, '\u{e000}'..='\u{f8ff}') {
                bad += 1;
            } else {
                good += 1;
            }
        }
        (good > bad * 50).then_some(Decoded { guessed: true, ..decoded })
    };
    if quads > 0 && bytes.len().is_multiple_of(4) {
        if d == quads && c * 10 >= quads * 9 {
            return readable(utf32(bytes, Wide::Utf32Le));
        }
        if a == quads && b * 10 >= quads * 9 {
            return readable(utf32(bytes, Wide::Utf32Be));
        }
    }
    let (even, odd) = (a + c, b + d);
    let is_little = if odd > even * 20 {
        true
    } else if even > odd * 20 {
        false
    } else {
        // Scripts that have zeros on both sides, or hardly any: a script's letters share their high bytes.
        let distinct = |side: usize| sample.iter().skip(side).step_by(2).collect::<BTreeSet<_>>().len();
        let (evens, odds) = (distinct(0), distinct(1));
        if evens.abs_diff(odds) * 4 < evens.max(odds) {
            return None;
        }
        odds < evens
    };
    let encoding = if is_little { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    readable(Decoded { text: text.into_owned(), encoding: encoding.name().to_owned(), guessed: true, broken })
}

/// Control characters are rare in text of any encoding without zeros.
fn looks_binary(sample: &[u8]) -> bool {
    let controls =
        sample.iter().filter(|&&byte| byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b)).count();
    controls * 50 > sample.len() || controls > 0 && sample.len() < 32
}

/// ISO-2022-JP, all of whose bytes are ASCII: told by the codes that lead from one alphabet to another.
fn japanese_mail(bytes: &[u8], sample: &[u8]) -> Option<Decoded> {
    let switches = sample.windows(3).any(|codes| matches!(codes, b"\x1b$B" | b"\x1b$@" | b"\x1b(J"));
    if !switches || !sample.is_ascii() {
        return None;
    }
    let (text, broken) = encoding_rs::ISO_2022_JP.decode_without_bom_handling(bytes);
    let encoding = encoding_rs::ISO_2022_JP.name().to_owned();
    (!broken).then(|| Decoded { text: text.into_owned(), encoding, guessed: true, broken })
}

/// UTF-8, which hardly any other text is by chance. A cut or damaged character here and there is let pass.
fn utf8(bytes: &[u8]) -> Option<Decoded> {
    let decoded = |text: Cow<'_, str>, broken| Decoded {
        text: text.into_owned(),
        encoding: "UTF-8".to_owned(),
        guessed: false,
        broken,
    };
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(decoded(text.into(), false)),
        Err(_) => {
            let (mut good, mut bad) = (0usize, 0usize);
            for chunk in bytes.utf8_chunks() {
                good += chunk.valid().bytes().filter(|&byte| byte >= 0xc0).count();
                bad += usize::from(!chunk.invalid().is_empty());
            }
            (good > bad * 10).then(|| decoded(String::from_utf8_lossy(bytes), true))
        }
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    detector.feed(sample, sample.len() == bytes.len());
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let western = encoding == encoding_rs::WINDOWS_1252 || encoding.is_single_byte() && !is_of_another_script(encoding);
    if western && is_macintosh(sample) {
        return encoding_rs::MACINTOSH;
    }
    // The detector knows KOI8 in its Ukrainian form only; without a Ukrainian letter it is the Russian one.
    let is_ukrainian = |byte: &u8| matches!(byte, 0xa4 | 0xa6 | 0xa7 | 0xad | 0xb4 | 0xb6 | 0xb7 | 0xbd);
    if encoding == encoding_rs::KOI8_U && !sample.iter().any(is_ukrainian) { encoding_rs::KOI8_R } else { encoding }
}

fn is_of_another_script(encoding: &'static Encoding) -> bool {
    let letters = encoding.decode_without_bom_handling(&[0xe0, 0xe1, 0xe2, 0xe3]).0;
    letters.chars().any(|c| c.is_alphabetic() && !matches!(c, '\u{c0}'..='\u{24f}'))
}

/// Tells MacRoman from windows-1252 by the quotation marks, apostrophes and accents inside words.
fn is_macintosh(sample: &[u8]) -> bool {
    let (mut mac, mut windows) = (0usize, 0usize);
    for three in sample.windows(3) {
        let &[before, byte, after] = three else { continue };
        if byte < 0x80 {
            continue;
        }
        let (opens, closes) = (
            before.is_ascii_whitespace() || before == b'(',
            after.is_ascii_whitespace() || after.is_ascii_punctuation(),
        );
        let inside = before.is_ascii_lowercase() && after.is_ascii_lowercase();
        match byte {
            // “ ” ’ in MacRoman; Ò Ó Õ in windows-1252
            0xd2 if opens && after.is_ascii_alphabetic() => mac += 1,
            0xd3 if closes && !opens => mac += 1,
            0xd5 if before.is_ascii_alphabetic() && after.is_ascii_lowercase() => mac += 1,
            // é è ê ç ä ö ü in MacRoman; marks and capitals in windows-1252
            0x87 | 0x88 | 0x8a | 0x8d..=0x90 | 0x95 | 0x99..=0x9a | 0x9f if inside => mac += 1,
            0x91..=0x94 | 0x96 | 0x97 => windows += 1,
            0xe0..=0xff if inside => windows += 1,
            _ => {}
        }
    }
    mac > windows * 2
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const ENGLISH: &str =
        "The minister said: “We won’t change our course – not now, not ever.” Café guests in Zürich agreed, he’d said.";
    const RUSSIAN: &str =
        "Министр сообщил в понедельник, что правительство не изменит свой курс, несмотря на давление соседей.";
    const CHINESE: &str =
        "部长星期一表示，政府不会改变方针，无论邻国有何愿望。他说，这个计划对国家的未来非常重要，不能放弃。";
    const JAPANESE: &str =
        "大臣は月曜日、政府は方針を変えないと述べた。隣国が何を望もうとも、この計画は国の将来にとって重要だという。";
    const KOREAN: &str =
        "장관은 월요일 정부가 방침을 바꾸지 않을 것이라고 밝혔다. 이 계획은 나라의 미래에 매우 중요하다고 그는 말했다.";
    const TAIWANESE: &str =
        "部長星期一表示，政府不會改變方針，無論鄰國有何願望。他說，這個計畫對國家的未來非常重要，不能放棄。";

    fn check(bytes: &[u8], text: &str, encoding: &str) {
        let decoded = decode(bytes, None, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding.as_str(), decoded.broken), (text, encoding, false));
    }

    fn wide(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn encodings_are_told_from_the_bytes() {
        for text in [ENGLISH, RUSSIAN, CHINESE] {
            check(text.as_bytes(), text, "UTF-8");
            check(&[&[0xef, 0xbb, 0xbf], text.as_bytes()].concat(), text, "UTF-8");
            check(&[&[0xff, 0xfe][..], &wide(text, false)].concat(), text, "UTF-16LE");
            check(&[&[0xfe, 0xff][..], &wide(text, true)].concat(), text, "UTF-16BE");
            let long: Vec<u8> = text.chars().flat_map(|c| (c as u32).to_le_bytes()).collect();
            check(&[&[0xff, 0xfe, 0, 0][..], &long].concat(), text, "UTF-32LE");
            check(&long, text, "UTF-32LE");
            let long: Vec<u8> = text.chars().flat_map(|c| (c as u32).to_be_bytes()).collect();
            check(&long, text, "UTF-32BE");
        }
        for text in [ENGLISH, RUSSIAN] {
            check(&wide(text, false), text, "UTF-16LE");
            check(&wide(text, true), text, "UTF-16BE");
        }
        for (text, name) in [
            (ENGLISH, "windows-1252"),
            (ENGLISH, "macintosh"),
            (RUSSIAN, "windows-1251"),
            (RUSSIAN, "KOI8-R"),
            (RUSSIAN, "IBM866"),
            (CHINESE, "GBK"),
            (JAPANESE, "Shift_JIS"),
            (JAPANESE, "EUC-JP"),
            (KOREAN, "EUC-KR"),
            (TAIWANESE, "Big5"),
        ] {
            let encoding = Encoding::for_label(name.as_bytes()).unwrap();
            let bytes = encoding.encode(text).0.repeat(3);
            check(&bytes, &text.repeat(3), name);
        }
    }

    #[test]
    fn what_is_declared_or_chosen_is_followed_where_it_can_be() {
        let bytes = encoding_rs::WINDOWS_1250.encode("Žluťoučký kůň").0.into_owned();
        assert_eq!(decode(&bytes, Some("windows-1250"), None).unwrap().text, "Žluťoučký kůň");
        assert_eq!(decode("Žluť".as_bytes(), Some("windows-1250"), None).unwrap().text, "Žluť");
        assert_eq!(decode(b"caf\xe9", None, Some("ISO-8859-1")).unwrap().text, "café");
        assert!(ENCODINGS.iter().all(|name| is_known(name)));
    }

    #[test]
    fn binary_is_refused_and_a_cut_character_let_pass() {
        assert!(matches!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0", None, None), Err(Fault::NotText)));
        let noise: Vec<u8> = (0..4096u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(matches!(decode(&noise, None, None), Err(Fault::NotText)));
        let cut = RUSSIAN.as_bytes().get(..52).unwrap();
        let decoded = decode(cut, None, None).unwrap();
        assert_eq!((decoded.encoding.as_str(), decoded.broken), ("UTF-8", true));
    }
}
