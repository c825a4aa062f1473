//! Typed framing differences inside a row, each with its evidence. They describe, they never judge.
//!
//! A row's readings are compared with the reading of the base (or, where the base has none, with the
//! row's first). Each room below finds one kind and knows nothing of the others; none of them knows
//! what a column is called on screen or how a mark is drawn.

mod cue;
mod cut;
mod fact;
mod force;
mod further;
mod ledgers;
mod mentions;
mod name;
mod note;
mod once;
mod place;
mod reported;
#[cfg(test)]
mod testing;
mod voice;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::prepare::Prepared;
use crate::span::Span;
use crate::table::{Certainty, Reading, Row};
use crate::wording::Dictionary;

pub use ledgers::{LabelEntry, Ledgers, SpeakerEntry, VerbEntry, ledgers, speaker_names};
pub(crate) use name::is_one_person;
pub use note::{Figured, Note, Place};
pub use once::tell_once;
pub use reported::quotation_of;
pub(crate) use reported::{merged, without};
pub use voice::voice;

/// Least score of a row whose readings report the same, so that their verbs, figures, modals and names may be compared.
const SAME: f32 = 0.75;

/// The same for voices, and for words of force in possible rows: below, an outlet's own account or another source's words
/// stand beside a quotation.
const SURE: f32 = 0.95;

/// One difference between readings of a row.
///
/// The first piece of evidence stands in the column that the difference is told of; pieces with
/// [`EvidencePart::Counterpart`] show what stands elsewhere in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contrast {
    pub kind: ContrastKind,
    pub certainty: Certainty,
    /// What differs; its text is for the reader: `Quotation ends earlier`.
    pub note: Note,
    pub evidence: Vec<Evidence>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContrastKind {
    /// Same quotation, other words or other extent inside the marks.
    Cut,
    /// Quoted here, partly quoted or paraphrased there.
    Voice,
    /// The class of the reporting verb differs.
    Cue,
    /// Modal, hedge or degree differs.
    Force,
    /// One person, group or event named differently.
    Name,
    /// Number, date, place or source disagree.
    Fact,
    /// Headline here, deep in the text there.
    Place,
}

/// The characters that a contrast rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Column of the article.
    pub column: usize,
    pub span: Span,
    /// How the mark is drawn there.
    pub part: EvidencePart,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidencePart {
    /// These words differ, or stand here and not there.
    Words,
    /// Words that stand elsewhere are missing at this (possibly empty) place.
    Missing,
    /// The other side of the difference: no mark of its own.
    Counterpart,
}

/// Whether a reading is quoted, partly quoted or paraphrased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    Quoted,
    Partly,
    Paraphrased,
}

/// All contrasts of a row against column `base` (or, where that is empty, the first reading).
pub fn contrasts(event: &Event, row: &Row, base: usize, words: &Dictionary) -> Vec<Contrast> {
    let sides: Vec<Side> = row
        .cells
        .iter()
        .enumerate()
        .filter_map(|(column, reading)| {
            let article = event.columns.get(column).copied()??;
            let reading = reading.as_ref().filter(|reading| !reading.passages.is_empty())?;
            Some(Side { column, article, reading })
        })
        .collect();
    let lead = sides.iter().position(|side| side.column == base).unwrap_or(0);
    if sides.len() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    found.extend(cut::contrasts(&sides, lead, &event.rivals));
    // What compares single words rests on the row: these report the same. Words of force and figures need more: each passage
    // answers another, or, for the former, the row is sure; voices need both.
    let is_likely = row.certainty != Certainty::Possible || row.pinned;
    if row.score >= SAME || row.pinned {
        found.extend(cue::contrasts(&sides, lead, words.lexicon));
        if is_likely || row.score >= SURE {
            found.extend(force::contrasts(&sides, lead, words));
        }
        found.extend(name::contrasts(&sides, lead, event, words));
    }
    if is_likely && (row.score >= SURE || row.pinned) {
        found.extend(voice::contrasts(&sides, lead));
    }
    found.extend(fact::contrasts(&sides, lead, is_likely));
    drop_told_by_cut(&mut found);
    drop_of_other_days(&mut found, &sides);
    found.extend(place::contrasts(&sides, lead));
    found
}

/// A word inside the marks of both is told of the quotation alone.
fn drop_told_by_cut(found: &mut Vec<Contrast>) {
    let cuts = found.iter().filter(|contrast| contrast.kind == ContrastKind::Cut);
    let cuts: Vec<Evidence> = cuts.flat_map(|cut| cut.evidence.iter().copied()).collect();
    let is_cut = |word: &Evidence| {
        let touches = |span: Span| span.start <= word.span.end + 1 && word.span.start <= span.end + 1;
        cuts.iter().any(|cut| cut.column == word.column && touches(cut.span))
    };
    found.retain(|contrast| contrast.kind != ContrastKind::Force || !contrast.evidence.iter().all(is_cut));
}

/// What two readings report that name other days of the week is no one utterance.
fn drop_of_other_days(found: &mut Vec<Contrast>, sides: &[Side]) {
    if !found.iter().any(|contrast| compares_utterances(contrast.kind)) {
        return;
    }
    let days: Vec<(usize, BTreeSet<&str>)> = sides.iter().map(|side| (side.column, reported::days(side))).collect();
    found.retain(|contrast| !compares_utterances(contrast.kind) || !are_apart(contrast, &days));
}

/// True for the kinds that take both readings for reports of one utterance.
fn compares_utterances(kind: ContrastKind) -> bool {
    matches!(kind, ContrastKind::Voice | ContrastKind::Cue | ContrastKind::Force)
}

/// True where the reading that the contrast tells of names other days of the week than each that it is compared with.
fn are_apart(contrast: &Contrast, days: &[(usize, BTreeSet<&str>)]) -> bool {
    let of = |evidence: &Evidence| days.iter().find(|(column, _)| *column == evidence.column).map(|(_, days)| days);
    let Some((own, others)) = contrast.evidence.split_first() else { return false };
    let Some(own) = of(own).filter(|days| !days.is_empty()) else { return false };
    let mut others = others.iter().filter(|other| of(other) != Some(own)).peekable();
    others.peek().is_some()
        && others.all(|other| of(other).is_some_and(|days| !days.is_empty() && days.is_disjoint(own)))
}

/// The articles of an event, with what all of its rows ask of them; made once for all rows.
pub struct Event<'a> {
    /// `None` for a column without an article.
    columns: Vec<Option<&'a Prepared>>,
    rivals: cut::Rivals<'a>,
}

impl<'a> Event<'a> {
    /// The articles `members` (indices into `articles`), column by column.
    pub fn new(articles: &[&'a Prepared], members: &[usize]) -> Self {
        let columns: Vec<Option<&Prepared>> = members.iter().map(|&member| articles.get(member).copied()).collect();
        let rivals = cut::Rivals::new(columns.iter().flatten().copied().collect());
        Self { columns, rivals }
    }

    fn articles(&self) -> impl Iterator<Item = &'a Prepared> {
        self.columns.iter().flatten().copied()
    }
}

/// One reading with its column and article.
#[derive(Clone, Copy)]
struct Side<'a> {
    column: usize,
    article: &'a Prepared,
    reading: &'a Reading,
}

impl Side<'_> {
    fn evidence(&self, span: Span, part: EvidencePart) -> Evidence {
        Evidence { column: self.column, span, part }
    }

    /// The passages as evidence.
    fn passages(&self, part: EvidencePart) -> impl Iterator<Item = Evidence> + '_ {
        self.reading.passages.iter().map(move |&span| self.evidence(span, part))
    }
}

/// The side to compare with: the lead or, where two others or more have one value that the lead has
/// not, the first of them; then one contrast tells of the lead what would be told of each other.
/// Sides without a value don't count.
fn telling_lead<T: PartialEq>(values: &[Option<T>], lead: usize) -> usize {
    let mut others =
        values.iter().enumerate().filter(|&(at, _)| at != lead).filter_map(|(at, value)| Some((at, value.as_ref()?)));
    let (Some(Some(own)), Some((first, value))) = (values.get(lead), others.next()) else { return lead };
    let mut rest = others.peekable();
    let odd = value != own && rest.peek().is_some() && rest.all(|(_, other)| other == value);
    if odd { first } else { lead }
}

/// The side that the others are compared with, and each of the others.
fn against_lead<'s, 'a>(sides: &'s [Side<'a>], lead: usize) -> impl Iterator<Item = (&'s Side<'a>, &'s Side<'a>)> {
    let base = sides.get(lead);
    let others = sides.iter().enumerate().filter(move |&(at, _)| at != lead).map(|(_, side)| side);
    base.into_iter().flat_map(move |base| others.clone().map(move |side| (base, side)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::testing::{article, contrasts_in, contrasts_of, spans};
    use super::{ContrastKind, voice};
    use crate::table::Certainty;

    #[test]
    fn in_a_possible_row_close_sums_verbs_and_where_it_is_sure_words_of_force_are_told() {
        let articles = [
            "Varga ⟦said⟧ {the old bridge must close on Monday for 3.5 million euros}.\nIt carries 40 lorries.",
            "Varga ⟦insisted⟧ {the old bridge should close on Monday for 3.6 million euros}.\nIt carries 60 lorries.",
        ]
        .map(article);
        let readings: Vec<_> = articles.iter().map(|article| (article, spans(article))).collect();
        let kinds = |certainty, score| -> Vec<ContrastKind> {
            contrasts_in(certainty, score, &readings).iter().map(|contrast| contrast.kind).collect()
        };
        assert_eq!(kinds(Certainty::Possible, 0.9), [ContrastKind::Cue, ContrastKind::Fact]);
        assert!(kinds(Certainty::Possible, 0.96).contains(&ContrastKind::Force));
        assert!(kinds(Certainty::Rule, 0.9).contains(&ContrastKind::Force));
    }

    fn line() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "bridge",
            "closed",
            "must",
            "could",
            "very",
            "41,000",
            "about",
            "one in three",
            "March",
            "Tuesday",
            "the",
            "not",
            "“",
            "”",
            "{",
            "}",
            "⟦said⟧",
            "⟦claimed⟧",
            "[…]",
            "…",
            "Kiev",
            "Kyiv",
            "$2.5 million",
            "é",
            "9:30",
            "U.S.",
            "⟪Varga⟫",
            "Varga>",
            "percent",
            "is expected to",
            "\n",
        ]);
        prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn any_readings_give_evidence_inside_their_articles(marked in prop::collection::vec(line(), 2..4)) {
            let articles: Vec<_> = marked.iter().map(|marked| article(marked)).collect();
            let readings: Vec<_> = articles.iter().map(|article| (article, spans(article))).collect();
            for contrast in contrasts_of(&readings) {
                prop_assert!(!contrast.evidence.is_empty());
                for evidence in contrast.evidence {
                    let article = readings.get(evidence.column).map(|(article, _)| article);
                    prop_assert!(article.is_some_and(|article| evidence.span.end <= article.witness.text.len()));
                }
            }
            for (article, passages) in &readings {
                voice(article, passages);
            }
        }
    }
}
