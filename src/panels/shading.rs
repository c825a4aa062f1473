//! Words of an original statement, or of the fullest quotation, which are shaded by how many of the other
//! outlets kept them: which they are, how dark, and what is said of them. The same in Grid and Read.

use collation::kept::{Kept, kept_words};
use collation::sheet::SheetRow;
use egui::Color32;

use super::Shown;
use crate::say;
use crate::theme::Tokens;

/// How dark the ground of a word is that all kept, as a part of the ink.
const INK: f32 = 0.22;

/// The words of `row`'s reading in `column` where they are shaded.
pub fn shaded_words(shown: &Shown<'_>, row: &SheetRow, column: usize) -> Vec<Kept> {
    let Some(event) = shown.event else { return Vec::new() };
    let is_compared = row.compared_with(event.base) == Some(column) && !row.is_lone();
    let is_original = || shown.article(column).is_some_and(|article| article.is_original) || row.base.is_some();
    if is_compared && !shown.view.hides_marks() && is_original() {
        kept_words(event, row, column, &shown.sheet.articles)
    } else {
        Vec::new()
    }
}

/// True where words of the shown event may be shaded, so that the legend explains it.
pub fn is_in_use(shown: &Shown<'_>) -> bool {
    let has_original = || shown.columns.iter().filter_map(|&column| shown.article(column)).any(|it| it.is_original);
    !shown.view.hides_marks() && (shown.counts.has_own_base || has_original())
}

/// Share of the other readings that kept a word, in percent.
pub const fn share(by: usize, others: usize) -> u8 {
    let others = if others == 0 { 1 } else { others };
    let share = by * 100 / others;
    if share > 100 { 100 } else { share as u8 }
}

/// The ground of a word that `share` percent of the others kept.
pub fn tint(tokens: &Tokens, share: u8) -> Color32 {
    tokens.ink.gamma_multiply(INK * f32::from(share) / 100.0)
}

/// `kept by 2 of 3`.
pub fn said(by: usize, of: usize) -> String {
    match (by, of) {
        (0, all) => say!("kept-by-none", all = all),
        (by, all) if by == all => say!("kept-by-all", all = all),
        (by, all) => say!("kept-by", number = by, all = all),
    }
}
