//! Static word vectors and general word frequencies, read in place from the bytes of
//! `assets/vectors/words.bin` (made by `tools/distil-vectors.py`; nothing is copied at the start).
//!
//! The file, little-endian: `PLXWORD2`; five u32 (number of pieces, bytes of their names, dimensions,
//! number of stems, bytes of their names); end offset (u32) of every piece's name; the names, sorted
//! by bytes; for each [`Use`] a scale (f32) and then [`DIMENSIONS`] signed bytes for every piece; end offsets,
//! names, and the share of sentences (f32) for every stem. Pieces that continue a word begin with `##`.

use std::sync::LazyLock;

use super::names::{Names, read_f32, read_u32};

/// Length of a static vector.
const DIMENSIONS: usize = 256;

/// Vectors are as long as a multiple of this: whole runs are what processors are quickest at.
const RUN: usize = 128;

static FILE: &[u8] = include_bytes!("../../../../assets/vectors/words.bin");
static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// What the vector of a word is for. What is good for the one is worse for the other: neighbours of a word that a
/// comparison of two words should find make sums of many words alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A comparison with another word.
    Comparing = 0,
    /// What the word adds to the meaning of a passage.
    Adding = 1,
}

/// The direction of a meaning. Two can be compared that come from the same place: one table of this file, or a
/// language model.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    /// Kept wide: sums of products of 16-bit numbers are what processors are quickest at.
    values: Box<[[i16; RUN]]>,
    /// One divided by the length of `values` as a vector.
    inverse: f32,
}

impl Vector {
    /// Cosine of the angle between two words: 1 for the same meaning, about 0 for nothing in common.
    #[allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]
    #[inline(always)]
    pub fn cosine(&self, other: &Self) -> f32 {
        let mut sum = 0;
        for (one, two) in self.values.iter().zip(&other.values) {
            sum += one.iter().zip(two).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum::<i32>();
        }
        sum as f32 * (self.inverse * other.inverse)
    }

    /// The direction in which words point together, each by its weight; `None` where they point nowhere. Their
    /// order changes nothing.
    pub fn mean<'v>(weighed: impl Iterator<Item = (&'v Self, f32)>) -> Option<Self> {
        let mut sum: Vec<i64> = Vec::new();
        for (vector, weight) in weighed {
            // Whole numbers, because their sum is the same in any order.
            let weight = weight * vector.inverse * 65536.0;
            sum.resize(vector.values.len() * RUN, 0);
            for (slot, &value) in sum.iter_mut().zip(vector.values.as_flattened()) {
                *slot += (f32::from(value) * weight) as i64;
            }
        }
        Self::from_sum(&sum.iter().map(|&value| value as f32).collect::<Vec<_>>())
    }

    /// `None` where all values are 0.
    fn from_values(from: impl ExactSizeIterator<Item = i8>) -> Option<Self> {
        let mut values = vec![[0; RUN]; from.len().div_ceil(RUN)].into_boxed_slice();
        for (slot, value) in values.as_flattened_mut().iter_mut().zip(from) {
            *slot = i16::from(value);
        }
        let square: i32 = values.as_flattened().iter().map(|&value| i32::from(value) * i32::from(value)).sum();
        (square > 0).then(|| Self { values, inverse: 1.0 / (square as f32).sqrt() })
    }

    /// The direction of `sum`; `None` where all of it is 0.
    pub(super) fn from_sum(sum: &[f32]) -> Option<Self> {
        let most = sum.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        if most == 0.0 {
            return None;
        }
        Self::from_values(sum.iter().map(|value| (value * 127.0 / most).round() as i8))
    }
}

/// The vector of a word in normal form for this use: the mean of its pieces; `None` where no piece is known.
pub fn vector_of(norm: &str, wanted: Use) -> Option<Vector> {
    let mut pieces = Vec::new();
    for part in norm.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        TABLE.pieces.push_pieces(FILE, part, &mut pieces);
    }
    let [scales_at, rows_at] = TABLE.starts(wanted);
    let row = |piece: usize| FILE.get(rows_at + DIMENSIONS * piece..rows_at + DIMENSIONS * (piece + 1));
    if let [piece] = pieces.as_slice() {
        return Vector::from_values(row(*piece)?.iter().map(|&byte| byte as i8));
    }
    let mut sum = vec![0.0_f32; DIMENSIONS];
    for piece in pieces {
        let scale = read_f32(FILE, scales_at + 4 * piece).unwrap_or_default();
        for (slot, &byte) in sum.iter_mut().zip(row(piece)?) {
            *slot += f32::from(byte as i8) * scale;
        }
    }
    Vector::from_sum(&sum)
}

/// Share of sentences of general English that hold the stem, `None` for one that is not known.
pub fn share_of(stem: &str) -> Option<f32> {
    let at = TABLE.stems.find(FILE, stem.as_bytes(), b"")?;
    read_f32(FILE, TABLE.shares_at + 4 * at)
}

/// True for a word of general English, in any of its forms. `norm` is in normal form, `stem` is its stem.
pub fn is_word(norm: &str, stem: &str) -> bool {
    TABLE.stems.find(FILE, stem.as_bytes(), b"").is_some() || TABLE.pieces.find(FILE, norm.as_bytes(), b"").is_some()
}

struct Table {
    pieces: Names,
    stems: Names,
    vectors_at: usize,
    shares_at: usize,
}

impl Table {
    fn new() -> Self {
        let head = |field: usize| read_u32(FILE, 8 + 4 * field);
        let pieces = Names { count: head(0), ends_at: 28, texts_at: 28 + 4 * head(0) };
        let vectors_at = pieces.texts_at + head(1);
        let ends_at = vectors_at + 2 * (4 + DIMENSIONS) * pieces.count;
        let stems = Names { count: head(3), ends_at, texts_at: ends_at + 4 * head(3) };
        let shares_at = stems.texts_at + head(4);
        Self { pieces, stems, vectors_at, shares_at }
    }

    /// Where the scales and the rows for this use begin.
    fn starts(&self, wanted: Use) -> [usize; 2] {
        let scales_at = self.vectors_at + wanted as usize * (4 + DIMENSIONS) * self.pieces.count;
        [scales_at, scales_at + 4 * self.pieces.count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cosine(one: &str, two: &str, wanted: Use) -> f32 {
        match (vector_of(one, wanted), vector_of(two, wanted)) {
            (Some(one), Some(two)) => one.cosine(&two),
            _ => 0.0,
        }
    }

    #[test]
    fn words_of_like_meaning_are_near() {
        for (word, near, far) in [
            ("abandon", "leave", "bridge"),
            ("minister", "president", "ferry"),
            ("surge", "increase", "garden"),
            ("shut", "closed", "mayor"),
        ] {
            for wanted in [Use::Comparing, Use::Adding] {
                assert!(cosine(word, near, wanted) > cosine(word, far, wanted) + 0.15, "{word}: {near} {far}");
            }
        }
        assert!((cosine("harbourmaster", "harbourmaster", Use::Comparing) - 1.0).abs() < 1e-3);
        assert_eq!(vector_of("…", Use::Adding), None);
        assert_eq!(vector_of("", Use::Comparing), None);
    }

    #[test]
    fn words_together_point_between_them() {
        let (Some(bridge), Some(mayor)) = (vector_of("bridge", Use::Adding), vector_of("mayor", Use::Adding)) else {
            panic!("common words")
        };
        let Some(both) = Vector::mean([(&bridge, 3.0), (&mayor, 1.0)].into_iter()) else { panic!("a direction") };
        assert!(both.cosine(&bridge) > both.cosine(&mayor) && both.cosine(&mayor) > bridge.cosine(&mayor));
        assert_eq!(Vector::mean([(&bridge, 0.0)].into_iter()), None);
    }

    #[test]
    fn common_stems_have_a_larger_share() {
        assert!(share_of("the") > share_of("minist"));
        assert!(share_of("minist").is_some());
        assert_eq!(share_of("zzzqx"), None);
        assert!(is_word("ministers", "minist") && !is_word("minis", "minis"));
    }
}
