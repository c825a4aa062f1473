//! The contrasts of a row in words, for formats that list them.

use super::marks::{Mark, Marks};
use super::phrases::{article_in, one_line, sigil_of};
use super::selection::Table;
use super::wording::{Phrase, Wording};
use crate::contrast::{Contrast, ContrastKind, EvidencePart, Note};
use crate::sheet::SheetRow;
use crate::witness::Sigil;

/// One contrast with the words that it rests on.
pub(super) struct Difference<'a> {
    pub mark: Mark,
    /// Articles that the note speaks of.
    pub letters: Vec<Sigil>,
    pub note: &'a Note,
    /// Article and words, verbatim.
    pub evidence: Vec<(Sigil, &'a str)>,
}

impl Difference<'_> {
    /// `quote altered in B: Quotation ends earlier (A ‹, not a day earlier›)`.
    pub fn words(&self, wording: Wording) -> String {
        let evidence: Vec<String> =
            self.evidence.iter().map(|(letter, words)| format!("{letter} ‹{}›", words.trim())).collect();
        let evidence = if evidence.is_empty() { String::new() } else { format!(" ({})", evidence.join("; ")) };
        one_line(&format!("{}{evidence}", self.in_short(wording)))
    }

    /// The same without the evidence.
    pub fn in_short(&self, wording: Wording) -> String {
        let letters: Vec<String> = self.letters.iter().map(Sigil::to_string).collect();
        one_line(&wording.say(&Phrase::Difference { mark: self.mark, letters: &letters.join(", "), note: self.note }))
    }
}

/// The contrasts of `row` that are switched on, with evidence from the columns that are shown.
pub(super) fn differences<'a>(table: &Table<'a>, row: &'a SheetRow, marks: Marks) -> Vec<Difference<'a>> {
    row.contrasts
        .iter()
        .filter(|contrast| marks.has(contrast.kind.into()))
        .map(|contrast| Difference {
            mark: contrast.kind.into(),
            letters: letters(table, contrast),
            note: &contrast.note,
            evidence: evidence(table, contrast),
        })
        .collect()
}

fn letters(table: &Table, contrast: &Contrast) -> Vec<Sigil> {
    let own = contrast.evidence.iter().filter(|evidence| evidence.part != EvidencePart::Counterpart);
    let mut letters: Vec<Sigil> = own
        .filter(|evidence| table.columns.contains(&evidence.column))
        .map(|evidence| sigil_of(table.event, evidence.column))
        .collect();
    letters.sort_unstable();
    letters.dedup();
    letters
}

/// Voice and place rest on whole passages, which stand above already.
fn evidence<'a>(table: &Table<'a>, contrast: &Contrast) -> Vec<(Sigil, &'a str)> {
    let mut found: Vec<(Sigil, &'a str)> = Vec::new();
    if matches!(contrast.kind, ContrastKind::Voice | ContrastKind::Place) {
        return found;
    }
    for evidence in &contrast.evidence {
        let article = article_in(table.sheet, table.event, evidence.column);
        let (true, Some(article)) = (table.columns.contains(&evidence.column), article) else { continue };
        let words = article.witness.text.slice(evidence.span);
        let item = (sigil_of(table.event, evidence.column), words);
        if evidence.part != EvidencePart::Missing && !words.trim().is_empty() && !found.contains(&item) {
            found.push(item);
        }
    }
    found
}
