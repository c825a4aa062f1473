//! The best place of one sentence in another text, word by word (Smith and Waterman 1981, with
//! Gotoh's affine gaps).
//!
//! Knows word numbers only. Time and memory grow with the product of the lengths, which the caller
//! bounds.
#![allow(clippy::indexing_slicing)]
// Invariant: every table has (a.len() + 1) × (b.len() + 1) entries and `cell(i, j)` is asked with
// i ≤ a.len(), j ≤ b.len() only; `no_panic_and_matches_in_order` holds it.

// An outlet may leave out twenty words in the middle, so a gap's length costs little.
const MATCH: i32 = 8;
const MISMATCH: i32 = -6;
const OPEN: i32 = -8;
const EXTEND: i32 = -1;

/// Pairs `(i, j)` with `a[i] == b[j]`, both rising, along the best local alignment; empty where
/// nothing is shared.
pub(super) fn align(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let size = (a.len() + 1) * width;
    let low = i32::MIN / 2;
    // Best score of an alignment that ends here with a pair, with a gap in `b`, with a gap in `a`.
    let (mut pair, mut only_a, mut only_b) = (vec![0i32; size], vec![low; size], vec![low; size]);
    let mut best = (0, 0, 0);
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let (here, up, left, diagonal) =
                (i * width + j, (i - 1) * width + j, i * width + j - 1, (i - 1) * width + j - 1);
            only_a[here] = (pair[up] + OPEN).max(only_a[up] + EXTEND);
            only_b[here] = (pair[left] + OPEN).max(only_b[left] + EXTEND).max(only_a[left] + OPEN);
            let score = if a[i - 1] == b[j - 1] { MATCH } else { MISMATCH };
            let before = pair[diagonal].max(only_a[diagonal]).max(only_b[diagonal]);
            pair[here] = (before + score).max(0);
            if pair[here] > best.0 {
                best = (pair[here], i, j);
            }
        }
    }
    let (mut at, mut i, mut j) = (Table::Pair, best.1, best.2);
    let mut matches = Vec::new();
    while i > 0 && j > 0 {
        let here = i * width + j;
        match at {
            Table::Pair if pair[here] == 0 => break,
            Table::Pair => {
                if a[i - 1] == b[j - 1] {
                    matches.push((i - 1, j - 1));
                }
                let diagonal = (i - 1) * width + j - 1;
                let before = pair[diagonal].max(only_a[diagonal]).max(only_b[diagonal]);
                at = if before == pair[diagonal] {
                    Table::Pair
                } else if before == only_a[diagonal] {
                    Table::OnlyA
                } else {
                    Table::OnlyB
                };
                (i, j) = (i - 1, j - 1);
            }
            Table::OnlyA => {
                let up = (i - 1) * width + j;
                at = if only_a[here] == pair[up] + OPEN { Table::Pair } else { Table::OnlyA };
                i -= 1;
            }
            Table::OnlyB => {
                let left = i * width + j - 1;
                at = if only_b[here] == pair[left] + OPEN {
                    Table::Pair
                } else if only_b[here] == only_b[left] + EXTEND {
                    Table::OnlyB
                } else {
                    Table::OnlyA
                };
                j -= 1;
            }
        }
    }
    matches.reverse();
    matches
}

#[derive(Clone, Copy)]
enum Table {
    Pair,
    OnlyA,
    OnlyB,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::align;

    fn ids(words: &str) -> Vec<u32> {
        words.chars().map(u32::from).collect()
    }

    #[test]
    fn the_best_place_of_a_sentence_is_found() {
        let cases = [
            ("abc", "xxabcx", "a2 b3 c4"),
            ("abcdef", "abXdef", "a0 b1 d3 e4 f5"),
            ("abcdefgh", "abcgh", "a0 b1 c2 g3 h4"),
            ("abc", "xyz", ""),
            ("", "abc", ""),
        ];
        for (a, b, expected) in cases {
            let letter = |i: usize| a.chars().nth(i).unwrap_or('?');
            let places: Vec<String> =
                align(&ids(a), &ids(b)).into_iter().map(|(i, j)| format!("{}{j}", letter(i))).collect();
            assert_eq!(places.join(" "), expected, "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn no_panic_and_matches_in_order(a in prop::collection::vec(0u32..5, 0..30), b in prop::collection::vec(0u32..5, 0..30)) {
            let matches = align(&a, &b);
            for &(i, j) in &matches {
                prop_assert_eq!(a[i], b[j]);
            }
            for pair in matches.windows(2) {
                prop_assert!(pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1);
            }
        }
    }
}
