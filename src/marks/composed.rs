//! Which characters of a cell bear which marks. Decided from the sheet alone; knows no fonts.

use collation::Prepared;
use collation::contrast::EvidencePart;
use collation::kept::Kept;
use collation::sheet::{SheetCell, SheetRow};
use collation::span::Span;
use collation::variation::RunKind;

use crate::say;
use crate::terms;

use super::{Density, Mark, MarkSet};
use crate::panels::shading::share;

/// What a chunk of a cell's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChunkKind {
    /// Characters of the article, beginning with this one.
    Source(usize),
    /// `⟨…⟩`: words that stand elsewhere are missing here.
    Missing,
    /// `≠` at the end of a figure that differs.
    NotEqual,
    /// `¶4` before a further passage.
    Paragraph,
    /// Behind it, the sign of how that passage is given.
    Voice,
    /// Behind that, its reporting verb.
    Verb,
    /// `…` for text that the density leaves out.
    Gap,
}

/// A stretch of a cell's text with the same marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    pub kind: ChunkKind,
    pub text: String,
    pub marks: MarkSet,
    /// Answers the word under the pointer elsewhere.
    pub lit: bool,
    /// Share of the other readings that kept the word, in percent; 0 where words are not shaded.
    pub kept: u8,
}

/// The text of a cell with its marks, not yet laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composed {
    pub(super) chunks: Vec<Chunk>,
    /// The words that the others were asked about, and how many others there are.
    pub(super) words: Vec<Kept>,
    pub(super) others: usize,
}

/// What [`compose`] needs to know beside the cell.
#[derive(Clone, Copy, Debug)]
pub struct Composing<'a> {
    pub row: &'a SheetRow,
    pub column: usize,
    /// The reading that the others of this row are compared with.
    pub is_base: bool,
    pub switches: MarkSet,
    pub density: Density,
    /// How many passages are shown, and how many are left out before them.
    pub passages: usize,
    pub before: usize,
    /// Ranges of this article that answer a word the reader asked about.
    pub lit: &'a [Span],
    /// Where the reading is an original statement: its words with the number of readings that kept
    /// each. They are shaded by it.
    pub kept: &'a [Kept],
}

/// Decides which characters of `cell` bear which marks.
pub fn compose(cell: &SheetCell, article: &Prepared, how: Composing<'_>) -> Composed {
    let mut composed =
        Composed { words: how.kept.to_vec(), others: how.row.readings().saturating_sub(1), ..Composed::default() };
    for (at, passage) in cell.passages.iter().skip(how.before).take(how.passages).enumerate() {
        if at > 0 {
            let text = format!("\n{}  ", terms::place(passage.role, passage.paragraph));
            composed.push_sign(ChunkKind::Paragraph, text);
            composed.push_sign(ChunkKind::Voice, format!("{}  ", terms::voice_glyph(passage.voice)));
            if let Some(verb) = terms::verb(article, passage.cue) {
                composed.push_sign(ChunkKind::Verb, format!("{}  ", verb.to_uppercase()));
            }
        }
        let from = composed.chunks.len();
        compose_passage(&mut composed, cell, article, passage.span, how);
        let own = composed.chunks.get_mut(from..).unwrap_or_default();
        let is_left_out = !own.iter().any(|chunk| matches!(chunk.kind, ChunkKind::Source(_)));
        if let Some(gap) = own.iter_mut().find(|chunk| chunk.kind == ChunkKind::Gap).filter(|_| is_left_out) {
            // Dots alone would look like a passage that is missing.
            gap.text = say!("no-swaps").to_owned();
        }
    }
    composed
}

fn compose_passage(composed: &mut Composed, cell: &SheetCell, article: &Prepared, passage: Span, how: Composing<'_>) {
    let text = article.witness.text.slice(passage);
    let mut marks = vec![MarkSet::default(); passage.len()];
    let mut wanted = vec![false; passage.len()];
    let switches = how.density.marks(how.switches);
    // Words that differ are what the shorter densities show, be they marked or not.
    let mut differs = |span: Span, kind: Mark, is_marked: bool| {
        if !switches.has(kind) {
            return;
        }
        let Some(span) = span.meet(passage) else { return };
        let slots = marks.iter_mut().zip(&mut wanted).take(span.end - passage.start).skip(span.start - passage.start);
        for (marks, wanted) in slots {
            marks.set(kind, is_marked || marks.has(kind));
            *wanted = true;
        }
    };
    let is_lone = how.row.is_lone();
    for run in cell.runs.iter().filter(|_| !is_lone) {
        match run.kind {
            RunKind::OnlyHere => differs(run.span, Mark::OnlyHere, true),
            RunKind::Reworded if !how.is_base => differs(run.span, Mark::Reworded, true),
            // What the others have other words for.
            RunKind::Reworded => differs(run.span, Mark::Reworded, false),
            RunKind::Moved if !how.is_base => differs(run.span, Mark::Moved, true),
            RunKind::Shared | RunKind::Moved => {}
        }
    }
    let mut missing: Vec<usize> = Vec::new();
    let mut unequal: Vec<usize> = Vec::new();
    for contrast in &how.row.contrasts {
        let kind = Mark::of(contrast.kind);
        let shown = matches!(kind, Mark::Cut | Mark::Force | Mark::Fact | Mark::Name) && switches.has(kind);
        for evidence in contrast.evidence.iter().filter(|evidence| shown && evidence.column == how.column) {
            let inside = evidence.span.start >= passage.start && evidence.span.start <= passage.end;
            match evidence.part {
                EvidencePart::Missing if inside && kind == Mark::Cut => missing.push(evidence.span.start),
                EvidencePart::Words => {
                    differs(evidence.span, kind, true);
                    if kind == Mark::Fact && inside {
                        unequal.push(evidence.span.end.min(passage.end));
                    }
                }
                EvidencePart::Missing | EvidencePart::Counterpart => {}
            }
        }
    }
    missing.sort_unstable();
    missing.dedup();
    let shades = shades(passage, how);
    let gone: Vec<usize> = missing.iter().map(|at| at - passage.start).collect();
    // What was asked for or is searched is never left out.
    let lit = |at: usize| how.lit.iter().any(|span| span.contains(at));
    for (offset, wanted) in wanted.iter_mut().enumerate() {
        *wanted |= lit(passage.start + offset);
    }
    // Where nothing can be shown, of a single article or with the marks switched off, the words are all there is.
    let plain = match how.density {
        Density::Differences if !is_lone && WORDS.into_iter().any(|mark| switches.has(mark)) => Plain::Beginning,
        Density::Swaps if how.row.cells.len() > 1 && switches.has(Mark::Reworded) => Plain::Nothing,
        _ => Plain::Whole,
    };
    let kept = kept_characters(text, &wanted, &gone, how.density, plain);
    let mut skipping = false;
    for (offset, character) in text.chars().enumerate() {
        let at = passage.start + offset;
        let set = marks.get(offset).copied().unwrap_or_default().in_order();
        if missing.binary_search(&at).is_ok() {
            skipping = false;
            composed.push_sign(ChunkKind::Missing, "⟨…⟩".into());
        }
        if kept.get(offset) == Some(&false) {
            if !skipping {
                composed.push_sign(ChunkKind::Gap, " … ".into());
            }
            skipping = true;
            continue;
        }
        skipping = false;
        // A line break inside a passage is the file's affair; on screen it is a space.
        let shown = if character.is_whitespace() { ' ' } else { character };
        composed.push_source(at, shown, set, lit(at), shades.get(offset).copied().unwrap_or_default());
        if set.has(Mark::Fact) && unequal.contains(&(at + 1)) {
            composed.chunks.push(Chunk {
                kind: ChunkKind::NotEqual,
                text: "≠".into(),
                marks: set,
                lit: false,
                kept: 0,
            });
        }
    }
    if missing.binary_search(&passage.end).is_ok() {
        composed.push_sign(ChunkKind::Missing, "⟨…⟩".into());
    }
}

/// For each character the share of the other readings that kept its word, in percent.
fn shades(passage: Span, how: Composing<'_>) -> Vec<u8> {
    let mut shades = vec![0; passage.len()];
    let others = how.row.readings().saturating_sub(1);
    for word in how.kept {
        let Some(span) = word.span.meet(passage) else { continue };
        let share = share(word.by, others);
        for slot in shades.iter_mut().take(span.end - passage.start).skip(span.start - passage.start) {
            *slot = share;
        }
    }
    shades
}

/// The marks of words.
const WORDS: [Mark; 7] = [Mark::Reworded, Mark::OnlyHere, Mark::Moved, Mark::Cut, Mark::Force, Mark::Fact, Mark::Name];

/// What is shown of a passage that has nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plain {
    Whole,
    /// Its first words.
    Beginning,
    Nothing,
}

/// Which characters the density shows: `wanted` words, and places where words are `gone`, with up to three words around
/// them. Of a passage that has neither it shows what `plain` says, the beginning as if its first word were wanted.
fn kept_characters(text: &str, wanted: &[bool], gone: &[usize], density: Density, plain: Plain) -> Vec<bool> {
    let around: usize = match density {
        Density::Full => return vec![true; wanted.len()],
        Density::Differences => 3,
        Density::Swaps => 0,
    };
    let mut words: Vec<(usize, usize, bool)> = Vec::new();
    let mut start = None;
    for (at, character) in text.chars().chain([' ']).enumerate() {
        if !character.is_whitespace() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            let is_wanted = wanted.get(from..at).is_some_and(|wanted| wanted.contains(&true));
            words.push((from, at, is_wanted));
        }
    }
    if gone.is_empty() && !words.iter().any(|word| word.2) {
        match (plain, words.first_mut()) {
            (Plain::Beginning, Some(first)) => first.2 = true,
            _ => return vec![plain != Plain::Nothing; wanted.len()],
        }
    }
    let mut kept = vec![false; wanted.len()];
    // The number of the word that each place with words gone stands before or in.
    let gone: Vec<usize> = gone.iter().map(|&at| words.partition_point(|word| word.1 <= at)).collect();
    let is_near = |number: usize| {
        let near = words.get(number.saturating_sub(around)..(number + around + 1).min(words.len())).unwrap_or_default();
        let is_beside = gone.iter().any(|&at| number < at + around && at < number + around + 1);
        near.iter().any(|other| other.2) || is_beside
    };
    for (number, word) in words.iter().enumerate() {
        // Dots for one word would take its room.
        let is_lone_gap = || {
            let is_kept = |number: Option<usize>| number.is_none_or(|number| number >= words.len() || is_near(number));
            around > 0 && is_kept(number.checked_sub(1)) && is_kept(Some(number + 1))
        };
        if is_near(number) || is_lone_gap() {
            for slot in kept.iter_mut().take(word.1 + 1).skip(word.0) {
                *slot = true;
            }
        }
    }
    kept
}

impl Composed {
    /// Adds what is no word of the article.
    fn push_sign(&mut self, kind: ChunkKind, text: String) {
        self.chunks.push(Chunk { kind, text, marks: MarkSet::default(), lit: false, kept: 0 });
    }

    fn push_source(&mut self, at: usize, character: char, marks: MarkSet, lit: bool, kept: u8) {
        if let Some(last) = self.chunks.last_mut()
            && matches!(last.kind, ChunkKind::Source(_))
            && last.marks == marks
            && last.lit == lit
            && last.kept == kept
        {
            last.text.push(character);
            return;
        }
        self.chunks.push(Chunk { kind: ChunkKind::Source(at), text: character.to_string(), marks, lit, kept });
    }
}
