//! The ways in which parts of a PDF are packed, unpacked as a stream to see how much comes out of them. Pictures'
//! own packings are not known: nothing here unpacks pictures.

use std::io::{BufRead, BufReader, Read};

use flate2::bufread::ZlibDecoder;

/// One layer of packing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Flate,
    Lzw { early_change: bool },
    RunLength,
    Hex,
    Ascii85,
}

impl Packing {
    /// The packing that a description calls `name`.
    pub fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"FlateDecode" | b"Fl" => Self::Flate,
            b"LZWDecode" | b"LZW" => Self::Lzw { early_change: true },
            b"RunLengthDecode" | b"RL" => Self::RunLength,
            b"ASCIIHexDecode" | b"AHx" => Self::Hex,
            b"ASCII85Decode" | b"A85" => Self::Ascii85,
            _ => return None,
        })
    }

    /// Most bytes that one packed byte can become.
    pub const fn growth(self) -> u64 {
        match self {
            Self::Flate => 1_040,
            Self::Lzw { .. } => 2_600,
            Self::RunLength => 65,
            Self::Hex => 1,
            Self::Ascii85 => 4,
        }
    }

    /// What `packed` unpacks to. It ends where the packing is broken.
    pub fn unpacking<'a>(self, packed: Box<dyn Read + 'a>) -> Box<dyn Read + 'a> {
        let packed = BufReader::new(packed);
        match self {
            Self::Flate => Box::new(ZlibDecoder::new(packed)),
            Self::Lzw { early_change } => Box::new(Unpacking::new(packed, Lzw::new(early_change))),
            Self::RunLength => Box::new(Unpacking::new(packed, RunLength)),
            Self::Hex => Box::new(Unpacking::new(packed, Hex::default())),
            Self::Ascii85 => Box::new(Unpacking::new(packed, Ascii85)),
        }
    }
}

/// Reads as much as it needs and adds what that means; `None` at the end.
trait Step {
    fn step(&mut self, packed: &mut dyn Iterator<Item = u8>, out: &mut Vec<u8>) -> Option<()>;
}

struct Unpacking<R: Read, S> {
    packed: std::io::Bytes<R>,
    step: S,
    out: Vec<u8>,
    at: usize,
}

impl<R: BufRead, S> Unpacking<R, S> {
    fn new(packed: R, step: S) -> Self {
        Self { packed: packed.bytes(), step, out: Vec::new(), at: 0 }
    }
}

impl<R: Read, S: Step> Read for Unpacking<R, S> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        while self.at >= self.out.len() {
            self.out.clear();
            self.at = 0;
            let mut bytes = self.packed.by_ref().map_while(Result::ok);
            if self.step.step(&mut bytes, &mut self.out).is_none() {
                return Ok(0);
            }
        }
        let mut rest = self.out.get(self.at..).unwrap_or_default();
        let read = rest.read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

struct RunLength;

impl Step for RunLength {
    fn step(&mut self, packed: &mut dyn Iterator<Item = u8>, out: &mut Vec<u8>) -> Option<()> {
        match packed.next()? {
            128 => None,
            length @ 0..=127 => {
                out.extend(packed.take(usize::from(length) + 1));
                Some(())
            }
            length => {
                let byte = packed.next()?;
                out.resize(out.len() + 257 - usize::from(length), byte);
                Some(())
            }
        }
    }
}

#[derive(Default)]
struct Hex {
    is_over: bool,
}

impl Step for Hex {
    fn step(&mut self, packed: &mut dyn Iterator<Item = u8>, out: &mut Vec<u8>) -> Option<()> {
        let mut digits = packed.filter(|byte| !byte.is_ascii_whitespace()).map(|byte| char::from(byte).to_digit(16));
        let first = digits.next().flatten().filter(|_| !self.is_over)?;
        let second = digits.next().flatten();
        self.is_over = second.is_none();
        out.push((first * 16 + second.unwrap_or(0)) as u8);
        Some(())
    }
}

struct Ascii85;

impl Step for Ascii85 {
    fn step(&mut self, packed: &mut dyn Iterator<Item = u8>, out: &mut Vec<u8>) -> Option<()> {
        let (mut number, mut count) = (0_u32, 0);
        for byte in packed.filter(|byte| !byte.is_ascii_whitespace()) {
            match byte {
                b'z' if count == 0 => {
                    out.extend([0; 4]);
                    return Some(());
                }
                b'!'..=b'u' => {
                    number = number.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                    count += 1;
                }
                _ => break,
            }
            if count == 5 {
                out.extend(number.to_be_bytes());
                return Some(());
            }
        }
        if count < 2 {
            return None;
        }
        for _ in count..5 {
            number = number.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(number.to_be_bytes().into_iter().take(count - 1));
        Some(())
    }
}

const CLEAR: usize = 256;
const END: usize = 257;
const MOST_ENTRIES: usize = 4096;

/// Each entry is an earlier one with a byte behind it.
struct Lzw {
    early_change: bool,
    /// The earlier entry and the byte, from number 258 on.
    entries: Vec<(usize, u8)>,
    before: Option<usize>,
    bits: u32,
    count: u32,
}

impl Lzw {
    fn new(early_change: bool) -> Self {
        Self { early_change, entries: Vec::new(), before: None, bits: 0, count: 0 }
    }

    fn size(&self) -> usize {
        self.entries.len() + END + 1
    }

    fn code(&mut self, packed: &mut dyn Iterator<Item = u8>) -> Option<usize> {
        let length = match self.size() + usize::from(self.early_change) {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        while self.count < length {
            self.bits = self.bits << 8 | u32::from(packed.next()?);
            self.count += 8;
        }
        self.count -= length;
        let code = self.bits >> self.count & ((1 << length) - 1);
        self.bits &= (1 << self.count) - 1;
        Some(code as usize)
    }

    /// Adds the bytes of an entry to `out`, and returns the first of them.
    fn spell(&self, code: usize, out: &mut Vec<u8>) -> Option<u8> {
        let from = out.len();
        let mut at = code;
        while at >= CLEAR {
            let &(earlier, byte) = self.entries.get(at.checked_sub(END + 1)?)?;
            out.push(byte);
            at = earlier;
        }
        out.push(at as u8);
        out.get_mut(from..)?.reverse();
        Some(at as u8)
    }
}

impl Step for Lzw {
    fn step(&mut self, packed: &mut dyn Iterator<Item = u8>, out: &mut Vec<u8>) -> Option<()> {
        let code = self.code(packed)?;
        match code {
            CLEAR => {
                self.entries.clear();
                self.before = None;
                return Some(());
            }
            END => return None,
            _ => {}
        }
        let is_new = code == self.size();
        let first = match self.before {
            Some(before) if is_new => {
                let first = self.spell(before, out)?;
                out.push(first);
                first
            }
            _ => self.spell(code, out)?,
        };
        if let Some(before) = self.before
            && self.size() < MOST_ENTRIES
        {
            self.entries.push((before, first));
        }
        self.before = Some(code);
        Some(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn unpacked(packing: Packing, packed: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        // What is broken ends in an error; what came before it counts.
        packing.unpacking(Box::new(packed)).take(1 << 20).read_to_end(&mut out).ok();
        out
    }

    #[test]
    fn each_packing_gives_what_was_packed() {
        let lzw = Packing::Lzw { early_change: true };
        // The example of the standard (ISO 32000-1, 7.4.4.2).
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(unpacked(lzw, &packed), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
        assert_eq!(unpacked(Packing::RunLength, &[2, 7, 8, 9, 254, 5, 128, 1]), [7, 8, 9, 5, 5, 5]);
        assert_eq!(unpacked(Packing::Hex, b"48 65 6c6C 7>41"), b"Hellp");
        assert_eq!(unpacked(Packing::Ascii85, b"87cUR\nD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(unpacked(Packing::Ascii85, b"zz5l~>"), [0, 0, 0, 0, 0, 0, 0, 0, b'A']);
        for packing in [lzw, Packing::Flate, Packing::RunLength, Packing::Hex, Packing::Ascii85] {
            assert_eq!(unpacked(packing, b""), b"");
            unpacked(packing, &[0xff; 300]);
            unpacked(packing, b"no such packing");
        }
    }
}
