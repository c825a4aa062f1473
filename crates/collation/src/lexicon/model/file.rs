//! The file of a language model, as `tools/get-model` writes it.
//!
//! Little-endian: `PLXMODL1`; ten u32 (number of word pieces, bytes of their names, width, layers, heads, inner
//! width, positions, indices of the pieces that stand for start, end and an unknown word); end offset (u32) of every
//! piece's name; the names, sorted by bytes; the matrix of the pieces; position vectors (f32); two rows of a norm
//! (f32: weights, biases). Then for each layer the matrices of query, key and value in one, of attention, of
//! the inner step and of the way back, each with its biases (f32) behind it, and the two rows of each of two norms.
//! A matrix is a scale (f32) for each row, and then the rows as signed bytes.

use std::ops::Range;

use super::super::names::{Names, read_u32};

/// Units of a layer.
pub(super) const WIDTH: usize = 384;
/// Units of a layer's inner step.
pub(super) const INNER: usize = 4 * WIDTH;
/// Parts of a layer that attend by themselves.
pub(super) const HEADS: usize = 12;
pub(super) const LAYERS: usize = 6;

const MAGIC: &[u8] = b"PLXMODL1";
const HEAD: usize = MAGIC.len() + 10 * 4;

/// Why bytes are no model that Parallax can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// The bytes do not begin as a model does.
    NoModel,
    /// A model of another size than the one that the accurate mode is made for.
    OtherModel,
    /// The file ends too early, or goes on too long.
    WrongLength,
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NoModel => "this is no language model of Parallax",
            Self::OtherModel => "this is another language model than the accurate mode needs",
            Self::WrongLength => "the language model is not complete",
        })
    }
}

impl std::error::Error for ModelError {}

/// A model's weights, read in place.
pub(super) struct Weights {
    bytes: Vec<u8>,
    names: Names,
    pub start: usize,
    pub end: usize,
    unknown: usize,
    /// One row a piece.
    pieces: Matrix,
    /// One row a place in the passage.
    pub positions: Vec<[f32; WIDTH]>,
    pub first_norm: Norm,
    pub layers: Vec<Layer>,
}

pub(super) struct Layer {
    /// Query, key and value.
    pub attend: Linear,
    pub attended: Linear,
    pub attended_norm: Norm,
    pub inner: Linear,
    pub back: Linear,
    pub back_norm: Norm,
}

pub(super) struct Linear {
    matrix: Matrix,
    pub bias: Vec<f32>,
}

/// Where rows of signed bytes lie, and their scales.
struct Matrix {
    scales: Vec<f32>,
    at: usize,
    columns: usize,
}

pub(super) struct Norm {
    pub weights: [f32; WIDTH],
    pub bias: [f32; WIDTH],
}

impl Weights {
    pub fn read(bytes: Vec<u8>) -> Result<Self, ModelError> {
        if !bytes.starts_with(MAGIC) || bytes.len() < HEAD {
            return Err(ModelError::NoModel);
        }
        let head = |field: usize| read_u32(&bytes, MAGIC.len() + 4 * field);
        let (count, positions) = (head(0), head(6));
        let [start, end, unknown] = [7, 8, 9].map(head);
        let is_known_kind = [head(2), head(3), head(4), head(5)] == [WIDTH, LAYERS, HEADS, INNER];
        if !is_known_kind || positions < 3 || [start, end, unknown].iter().any(|&piece| piece >= count) {
            return Err(ModelError::OtherModel);
        }
        let names = Names { count, ends_at: HEAD, texts_at: HEAD + 4 * count };
        let mut reader = Reader { bytes: &bytes, at: names.texts_at.saturating_add(head(1)) };
        let pieces = reader.matrix(count, WIDTH)?;
        let mut rows = Vec::new();
        for _ in 0..positions {
            rows.push(reader.row()?);
        }
        let first_norm = reader.norm()?;
        let mut layers = Vec::with_capacity(LAYERS);
        for _ in 0..LAYERS {
            let attend = reader.linear(3 * WIDTH, WIDTH)?;
            let attended = reader.linear(WIDTH, WIDTH)?;
            let inner = reader.linear(INNER, WIDTH)?;
            let back = reader.linear(WIDTH, INNER)?;
            let (attended_norm, back_norm) = (reader.norm()?, reader.norm()?);
            layers.push(Layer { attend, attended, attended_norm, inner, back, back_norm });
        }
        if reader.at != bytes.len() {
            return Err(ModelError::WrongLength);
        }
        Ok(Self { names, start, end, unknown, pieces, positions: rows, first_norm, layers, bytes })
    }

    /// Number of word pieces it knows.
    pub fn count(&self) -> usize {
        self.names.count
    }

    /// How many pieces it reads at once, start and end among them.
    pub fn most_pieces(&self) -> usize {
        self.positions.len()
    }

    /// Pushes the pieces of a word in normal form: runs of letters and digits in their longest known pieces, every
    /// other character by itself.
    pub fn push_word(&self, word: &str, pieces: &mut Vec<usize>) {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let run = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let (part, after) = rest.split_at(if run == 0 { first.len_utf8() } else { run });
            rest = after;
            if !first.is_whitespace() && !self.names.push_pieces(&self.bytes, part, pieces) {
                pieces.push(self.unknown);
            }
        }
    }

    /// The vector of a piece by itself.
    pub fn piece(&self, piece: usize) -> [f32; WIDTH] {
        let mut out = [0.0; WIDTH];
        let (scale, row) = self.pieces.row(&self.bytes, piece);
        for (slot, &byte) in out.iter_mut().zip(row) {
            *slot = scale * f32::from(byte as i8);
        }
        out
    }

    /// Scale, signed bytes and bias of every unit of `linear`.
    pub fn rows<'w>(&'w self, linear: &'w Linear) -> impl Iterator<Item = (f32, &'w [u8], f32)> {
        let rows = linear.bias.iter().enumerate();
        rows.map(|(unit, &bias)| {
            let (scale, row) = linear.matrix.row(&self.bytes, unit);
            (scale, row, bias)
        })
    }
}

impl Matrix {
    fn row<'b>(&self, bytes: &'b [u8], row: usize) -> (f32, &'b [u8]) {
        let start = self.at + self.columns * row;
        let values = bytes.get(start..start + self.columns).unwrap_or_default();
        (self.scales.get(row).copied().unwrap_or_default(), values)
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, length: usize) -> Result<Range<usize>, ModelError> {
        let end = self.at.checked_add(length).filter(|&end| end <= self.bytes.len()).ok_or(ModelError::WrongLength)?;
        Ok(std::mem::replace(&mut self.at, end)..end)
    }

    fn floats(&mut self, count: usize) -> Result<Vec<f32>, ModelError> {
        let range = self.take(count.saturating_mul(4))?;
        let bytes = self.bytes.get(range).unwrap_or_default();
        Ok(bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four)).collect())
    }

    fn row(&mut self) -> Result<[f32; WIDTH], ModelError> {
        self.floats(WIDTH)?.try_into().map_err(|_| ModelError::WrongLength)
    }

    fn norm(&mut self) -> Result<Norm, ModelError> {
        Ok(Norm { weights: self.row()?, bias: self.row()? })
    }

    fn matrix(&mut self, rows: usize, columns: usize) -> Result<Matrix, ModelError> {
        let scales = self.floats(rows)?;
        let at = self.take(rows.saturating_mul(columns))?.start;
        Ok(Matrix { scales, at, columns })
    }

    fn linear(&mut self, rows: usize, columns: usize) -> Result<Linear, ModelError> {
        Ok(Linear { matrix: self.matrix(rows, columns)?, bias: self.floats(rows)? })
    }
}
