//! Articles that are the same text, or nearly: one saved twice, or wire copy in two outlets.

use std::collections::BTreeSet;

use collation::Witness;

/// Words in a shingle.
const SHINGLE: usize = 5;
/// Fewest words of an article that can be called a duplicate.
const FEWEST: usize = 30;
/// From this share on, two articles count as near duplicates.
const NEAR: f32 = 0.6;

/// How much of the shorter of two articles stands in the other, 0 to 1; `None` below six tenths, for
/// that much wording is shared by reports that were written apart.
pub fn near_duplicate(a: &Witness, b: &Witness) -> Option<f32> {
    let (a, b) = (shingles(a)?, shingles(b)?);
    let (few, many) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let shared = few.iter().filter(|shingle| many.contains(shingle)).count();
    let share = shared as f32 / few.len() as f32;
    (share >= NEAR).then_some(share)
}

/// Runs of words in the article proper, each as a number (FNV-1a).
fn shingles(witness: &Witness) -> Option<BTreeSet<u64>> {
    let body = witness.blocks.iter().filter(|block| block.role.is_body()).map(|block| witness.text.slice(block.span));
    let words: Vec<String> = body
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    (words.len() >= FEWEST).then(|| {
        words
            .windows(SHINGLE)
            .map(|run| {
                run.iter().flat_map(|word| word.bytes().chain([b' '])).fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
                })
            })
            .collect()
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::intake::read_bytes;

    fn witness(text: &str) -> Witness {
        read_bytes("a.txt", text.as_bytes()).unwrap().articles.remove(0).witness
    }

    #[test]
    fn the_same_text_is_told_from_another_report() {
        let wire: String = (0..12)
            .map(|n| format!("The minister told reporters of town {n} that plan {n} would stand.\n\n"))
            .collect();
        let longer = format!("A new lead by the desk of this paper, written for its own readers.\n\n{wire}");
        let other: String = (0..12)
            .map(|n| format!("Critics in village {n} answered that idea {n} was doomed from the start.\n\n"))
            .collect();
        assert_eq!(near_duplicate(&witness(&wire), &witness(&wire)), Some(1.0));
        assert!(near_duplicate(&witness(&wire), &witness(&longer)).unwrap() > 0.95);
        assert_eq!(near_duplicate(&witness(&wire), &witness(&other)), None);
        assert_eq!(near_duplicate(&witness("Short."), &witness("Short.")), None);
    }
}
