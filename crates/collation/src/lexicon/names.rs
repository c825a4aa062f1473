//! Sorted names inside the bytes of a file, found without copying them.

/// `count` end offsets (u32, little-endian) at `ends_at`, and the names, sorted by bytes, at `texts_at`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names {
    pub count: usize,
    pub ends_at: usize,
    pub texts_at: usize,
}

impl Names {
    fn get(self, file: &[u8], at: usize) -> &[u8] {
        let start = if at == 0 { 0 } else { read_u32(file, self.ends_at + 4 * (at - 1)) };
        let end = read_u32(file, self.ends_at + 4 * at);
        file.get(self.texts_at + start..self.texts_at + end).unwrap_or_default()
    }

    /// Index of the name `prefix` + `name`.
    pub fn find(self, file: &[u8], name: &[u8], prefix: &[u8]) -> Option<usize> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = usize::midpoint(low, high);
            let entry = self.get(file, middle);
            match entry.iter().cmp(prefix.iter().chain(name)) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// Indices of the longest known pieces of `part` from the left (WordPiece), pushed to `pieces`. False, and
    /// nothing pushed, where a part stays unknown.
    pub fn push_pieces(self, file: &[u8], part: &str, pieces: &mut Vec<usize>) -> bool {
        let known = pieces.len();
        let bytes = part.as_bytes();
        let mut from = 0;
        while from < bytes.len() {
            let prefix: &[u8] = if from == 0 { b"" } else { b"##" };
            // A bound keeps long words linear; no piece is nearly as long.
            let mut ends = (from + 1..=bytes.len().min(from + 40)).rev().filter(|&end| part.is_char_boundary(end));
            let longest = ends.find_map(|end| Some((end, self.find(file, bytes.get(from..end)?, prefix)?)));
            let Some((end, piece)) = longest else {
                pieces.truncate(known);
                return false;
            };
            pieces.push(piece);
            from = end;
        }
        true
    }
}

/// 0 where the file has ended.
pub(super) fn read_u32(file: &[u8], at: usize) -> usize {
    file.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes) as usize
}

pub(super) fn read_f32(file: &[u8], at: usize) -> Option<f32> {
    file.get(at..at + 4)?.try_into().ok().map(f32::from_le_bytes)
}
