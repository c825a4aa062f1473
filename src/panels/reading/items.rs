//! What stands in a page from top to bottom: its blocks, folded clutter, and the statements in it.

use collation::prepare::Prepared;
use collation::ruling::Anchor;
use collation::span::Span;
use collation::witness::Role;
use workbench::intake::ONE_READER;

use super::measure;
use crate::panels::Shown;
use crate::panels::shading::shaded_words;
use crate::terms;
use crate::theme::SourceText;

/// A statement's passage in the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub span: Span,
    pub row: Anchor,
    pub number: usize,
    pub is_lone: bool,
}

/// A word of an original statement, with how many of the other readings of its row kept it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShadedWord {
    pub span: Span,
    pub row: Anchor,
    pub by: usize,
    pub of: usize,
}

/// The words of a column that are shaded, in text order.
pub(super) fn shaded(shown: &Shown<'_>, column: usize) -> Vec<ShadedWord> {
    let rows = shown.event.map(|event| event.rows.as_slice()).unwrap_or_default();
    let words = rows.iter().flat_map(|row| {
        let of = row.readings().saturating_sub(1);
        let kept = shaded_words(shown, row, column).into_iter();
        kept.map(move |kept| ShadedWord { span: kept.span, row: row.anchor, by: kept.by, of })
    });
    let mut words: Vec<ShadedWord> = words.collect();
    words.sort_by_key(|word| word.span.start);
    words.dedup_by_key(|word| word.span.start);
    words
}

/// What stands in a page, from top to bottom.
#[derive(Clone, Debug)]
pub(super) enum Item {
    Block {
        block: usize,
        paragraph: usize,
    },
    /// The bar above a run of clutter.
    Fold(Fold),
}

/// A run of clutter: its blocks, its lines and why they are clutter.
#[derive(Clone, Debug)]
pub(super) struct Fold {
    pub first: usize,
    pub span: Span,
    pub lines: usize,
    pub reason: String,
    /// Its lines stand below the bar.
    pub is_open: bool,
}

/// Lines that may be the article after all are shown at first, unless there are more than this.
const DOUBTFUL_SHOWN: usize = 3;

pub(super) fn mentions(shown: &Shown<'_>, column: usize) -> Vec<Mention> {
    let Some(event) = shown.event else { return Vec::new() };
    let mut mentions: Vec<Mention> = event
        .rows
        .iter()
        .flat_map(|row| {
            let cell = row.cells.get(column).and_then(Option::as_ref);
            let passages = cell.into_iter().flat_map(|cell| &cell.passages);
            passages.map(|passage| Mention {
                span: passage.span,
                row: row.anchor,
                number: row.number,
                is_lone: row.is_lone(),
            })
        })
        .collect();
    mentions.sort_by_key(|mention| (mention.span.start, mention.number));
    mentions
}

pub(super) fn items(shown: &Shown<'_>, article: &Prepared) -> Vec<Item> {
    let key = article.witness.key;
    let text = &article.witness.text;
    let mut items = Vec::new();
    let mut paragraph = 0;
    let blocks = &article.witness.blocks;
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        // Who wrote it tells who published it.
        if block.role == Role::Byline && shown.view.hides_outlets() {
            at += 1;
            continue;
        }
        if block.role != Role::Clutter {
            let passages = &article.segmented.passages;
            let first = passages.get(passages.partition_point(|passage| passage.block < at));
            let numbered = first.filter(|passage| passage.block == at).map_or(0, |passage| passage.paragraph);
            let number = if numbered > paragraph { numbered } else { 0 };
            paragraph = paragraph.max(numbered);
            items.push(Item::Block { block: at, paragraph: number });
            at += 1;
            continue;
        }
        let run = blocks.iter().skip(at).take_while(|block| block.role == Role::Clutter).count();
        let clutter = blocks.iter().skip(at).take(run);
        let lines = clutter
            .clone()
            .map(|block| text.slice(block.span).lines().filter(|line| !line.trim().is_empty()).count())
            .sum();
        let is_doubtful = clutter.clone().all(|block| block.reason.as_deref() == Some(ONE_READER));
        let span = clutter.clone().fold(block.span, |span, block| span.join(block.span));
        let mut reasons: Vec<&str> = clutter.filter_map(|block| block.reason.as_deref()).map(terms::phrase).collect();
        reasons.dedup();
        let reason = reasons.into_iter().take(2).collect::<Vec<_>>().join(", ");
        let is_open_at_first = is_doubtful && lines <= DOUBTFUL_SHOWN;
        let is_open = is_open_at_first != shown.view.turned_folds.contains(&(key, at));
        items.push(Item::Fold(Fold { first: at, span, lines, reason, is_open }));
        if is_open {
            items.extend((at..at + run).map(|block| Item::Block { block, paragraph: 0 }));
        }
        at += run;
    }
    items
}

pub(super) fn estimate(article: &Prepared, item: &Item, width: f32, text: SourceText) -> f32 {
    match item {
        Item::Fold(_) => 40.0,
        Item::Block { block, .. } => {
            let length = article.witness.blocks.get(*block).map_or(0, |block| block.span.len()) as f32;
            (length * text.reading() * 0.46 / measure(width)).ceil().max(1.0) * text.reading_line()
                + gap_below(article, *block)
        }
    }
}

pub(super) fn role_of(article: &Prepared, block: usize) -> Role {
    article.witness.blocks.get(block).map_or(Role::Body, |block| block.role)
}

pub(super) fn role_words(article: &Prepared, block: usize) -> &'static str {
    terms::role(role_of(article, block))
}

pub(super) fn gap_below(article: &Prepared, block: usize) -> f32 {
    match role_of(article, block) {
        // Who wrote it stands near the headline, the article apart from it.
        Role::Headline if matches!(role_of(article, block + 1), Role::Byline | Role::Dateline) => 4.0,
        Role::List => 6.0,
        _ => 12.0,
    }
}

pub(super) fn indent_of(article: &Prepared, block: usize) -> f32 {
    match role_of(article, block) {
        Role::List | Role::Quote => 16.0,
        _ => 0.0,
    }
}
