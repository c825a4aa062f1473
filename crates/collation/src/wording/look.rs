//! The look at every pair of words of two wordings: how alike they are by form and in meaning, and
//! what stands around each pair. What that makes of a pair is the learned scorer's affair.
#![allow(clippy::indexing_slicing)] // Lists of a row or column are as long as the grid is.
#![allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]

use super::LinkHow;
use super::form::{Form, form_with};
use super::grid::{Grid, Tops};
use super::word::{Word, Words, dice};

/// What is known of every pair of words.
pub(super) struct Look {
    /// Likeness by form, and the same with function words and marks counting less.
    pub likeness: Grid,
    pub weighted: Grid,
    /// Share of letter pairs in common, 1 for the same word.
    pub letters: Grid,
    /// Share of the longer word that both begin with.
    pub prefix: Grid,
    /// Nearness in meaning, or likeness by form where that is greater.
    pub meaning: Grid,
    /// What stands along the diagonal of each pair.
    pub weighted_diagonal: Grid,
    pub meaning_diagonal: Grid,
    /// By which rule two words are alike, where they are by form; row by row.
    pub how: Vec<Option<LinkHow>>,
    pub row_form: Tops,
    pub column_form: Tops,
    pub row_meaning: Tops,
    pub column_meaning: Tops,
}

impl Look {
    #[inline(always)]
    pub fn new(a: &Words, b: &Words) -> Self {
        let (n, m) = (a.len(), b.len());
        let mut likeness = Grid::new(n, m);
        let mut weighted = Grid::new(n, m);
        let mut letters = Grid::new(n, m);
        let mut begins = Grid::new(n, m);
        let mut meaning = Grid::new(n, m);
        let mut how = Vec::with_capacity(n * m);
        let are_read = a.are_read() && b.are_read();
        let [vectors_a, vectors_b] = [a, b].map(|words| words.vectors(are_read));
        for (i, one) in a.words.iter().enumerate() {
            let likeness = likeness.row_mut(i);
            let weighted = weighted.row_mut(i);
            let letters = letters.row_mut(i);
            let begins = begins.row_mut(i);
            let meaning = meaning.row_mut(i);
            for (j, two) in b.words.iter().enumerate() {
                let shared = dice(one, two);
                let Form { score, how: rule } = form_with(one, two, shared);
                let is_same = rule == Some(LinkHow::SameForm);
                let cosine = match (vectors_a[i], vectors_b[j]) {
                    _ if is_same && !are_read => 1.0,
                    (Some(one), Some(two)) => one.cosine(two),
                    _ => 0.0,
                };
                likeness[j] = score;
                weighted[j] = score * weight(one, two);
                letters[j] = if is_same { 1.0 } else { shared };
                begins[j] = prefix(one, two);
                meaning[j] = if are_read { cosine } else { cosine.max(score * 0.8) };
                how.push(rule);
            }
        }
        let (row_form, column_form) = likeness.tops();
        let (row_meaning, column_meaning) = meaning.tops();
        Self {
            weighted_diagonal: weighted.diagonals(),
            meaning_diagonal: meaning.diagonals(),
            likeness,
            weighted,
            letters,
            prefix: begins,
            meaning,
            how,
            row_form,
            column_form,
            row_meaning,
            column_meaning,
        }
    }
}

/// Share of the longer word that both begin with.
#[inline(always)]
fn prefix(one: &Word, two: &Word) -> f32 {
    if one.is_mark || two.is_mark {
        return 0.0;
    }
    let same = one.letters.iter().zip(&two.letters).take_while(|(a, b)| a == b).count();
    // Most words begin differently, and a division has its price.
    if same == 0 {
        return 0.0;
    }
    same as f32 / one.letters.len().max(two.letters.len()).max(1) as f32
}

/// Function words and marks count less beside a pair.
#[inline(always)]
fn weight(one: &Word, two: &Word) -> f32 {
    1.0 - 0.6 * flag(one.is_stop() || two.is_stop()) - 0.3 * flag(one.is_mark || two.is_mark)
}

#[inline(always)]
pub(super) fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}
