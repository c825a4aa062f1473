//! Articles written as marked lines, for the tests of this room: a passage and paragraph a line,
//! `{…}` around what is attributed, `⟦…⟧` around the reporting words, `⟪…⟫` around the source,
//! `# ` before a headline, `Name> ` before a line whose speaker is known.
#![allow(clippy::indexing_slicing)]

use std::sync::Arc;

use super::{Contrast, ContrastKind, Event, EvidencePart, contrasts};
use crate::attribution::{Quotation, QuotationKind, SpeakerHow};
use crate::lexicon::Lexicon;
use crate::prepare::Prepared;
use crate::segment::{Passage, Segmented, segment};
use crate::span::{Span, Text};
use crate::table::{Certainty, Reading, Row};
use crate::witness::{Block, Metadata, Role, Witness, WitnessKey};
use crate::wording::Dictionary;

/// The article that the marked lines describe. Each line has one attribution at most.
pub(super) fn article(marked: &str) -> Prepared {
    let mut text = String::new();
    let mut at = 0;
    let (mut passages, mut tokens, mut quotations, mut blocks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut paragraphs = 0;
    for line in marked.lines() {
        if at > 0 {
            text.push('\n');
            at += 1;
        }
        let headline = line.strip_prefix("# ");
        let (speaker, line) = match headline.unwrap_or(line).split_once("> ") {
            Some((speaker, rest)) => (Some(speaker.to_owned()), rest),
            None => (None, headline.unwrap_or(line)),
        };
        let (start, first_token) = (at, tokens.len());
        let (mut content, mut quoted, mut cue, mut source) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut open_content, mut open_quoted, mut open_cue, mut open_source) = (0, 0, 0, 0);
        for c in line.chars() {
            match c {
                '{' => open_content = at,
                '}' => content.push(Span::new(open_content, at)),
                '⟦' => open_cue = at,
                '⟧' => cue.push(Span::new(open_cue, at)),
                '⟪' => open_source = at,
                '⟫' => source.push(Span::new(open_source, at)),
                _ => {
                    if c == '“' {
                        open_quoted = at;
                    }
                    text.push(c);
                    at += 1;
                    if c == '”' {
                        quoted.push(Span::new(open_quoted, at));
                    }
                }
            }
        }
        let span = Span::new(start, at);
        let role = if headline.is_some() { Role::Headline } else { Role::Body };
        paragraphs += usize::from(headline.is_none());
        let block = Block::new(role, span);
        tokens.extend(segment(&Text::new(text.as_str()), std::slice::from_ref(&block), Some("en")).tokens);
        passages.push(Passage {
            span,
            block: blocks.len(),
            role,
            paragraph: if headline.is_some() { 0 } else { paragraphs },
            tokens: first_token..tokens.len(),
        });
        blocks.push(block);
        if !content.is_empty() {
            let kind = match (quoted.is_empty(), quoted == content) {
                (true, _) => QuotationKind::Indirect,
                (false, true) => QuotationKind::Direct,
                (false, false) => QuotationKind::Mixed,
            };
            let speaker_how = if speaker.is_some() { SpeakerHow::Named } else { SpeakerHow::None };
            quotations.push(Quotation {
                kind,
                content,
                quoted,
                cue,
                source,
                speaker,
                speaker_how,
                flags: Vec::new(),
                chain: Vec::new(),
                stands: true,
            });
        }
    }
    let witness = Witness {
        key: WitnessKey::default(),
        path: String::new(),
        format: "txt".to_owned(),
        encoding: None,
        meta: Metadata::default(),
        text: Text::new(text),
        blocks,
    };
    let segmented = Segmented { passages, tokens, paragraphs };
    Prepared::new(Arc::new(witness), segmented, quotations, Arc::default())
}

/// All passages of an article.
pub(super) fn spans(article: &Prepared) -> Vec<Span> {
    article.segmented.passages.iter().map(|passage| passage.span).collect()
}

/// The contrasts of one row in which each article's reading is these passages, the first the base.
pub(super) fn contrasts_of(readings: &[(&Prepared, Vec<Span>)]) -> Vec<Contrast> {
    contrasts_in(Certainty::Rule, 1.0, readings)
}

/// The same of a row so certain.
pub(super) fn contrasts_in(certainty: Certainty, score: f32, readings: &[(&Prepared, Vec<Span>)]) -> Vec<Contrast> {
    let articles: Vec<&Prepared> = readings.iter().map(|(article, _)| *article).collect();
    let members: Vec<usize> = (0..articles.len()).collect();
    let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
    let row = Row {
        cells: readings.iter().map(|(_, passages)| Some(Reading { passages: passages.clone() })).collect(),
        certainty,
        score,
        because: Vec::new(),
        pinned: false,
    };
    contrasts(&Event::new(&articles, &members), &row, 0, &Dictionary::new(std::iter::empty(), &lexicon))
}

/// Each contrast of `kind` as `note: column part words; …`.
fn told(kind: ContrastKind, readings: &[(&Prepared, Vec<Span>)]) -> Vec<String> {
    let piece = |evidence: &super::Evidence| {
        let words = readings[evidence.column].0.witness.text.slice(evidence.span);
        let part = match evidence.part {
            EvidencePart::Words => "words",
            EvidencePart::Missing => "missing",
            EvidencePart::Counterpart => "counterpart",
        };
        format!("{} {part} {words}", evidence.column).trim_end().to_owned()
    };
    let found = contrasts_of(readings).into_iter().filter(|contrast| contrast.kind == kind);
    found
        .map(|contrast| {
            let pieces: Vec<String> = contrast.evidence.iter().map(piece).collect();
            format!("{}: {}", contrast.note, pieces.join("; "))
        })
        .collect()
}

/// Every article's reading is all of its passages.
pub(super) fn check(kind: ContrastKind, marked: &[&str], expected: &[&str]) {
    let articles: Vec<Prepared> = marked.iter().map(|marked| article(marked)).collect();
    let readings: Vec<(&Prepared, Vec<Span>)> = articles.iter().map(|article| (article, spans(article))).collect();
    assert_eq!(told(kind, &readings), expected, "{marked:#?}");
}

/// Every article's reading is its passage of that number.
pub(super) fn check_passage(kind: ContrastKind, marked: &[(&str, usize)], expected: &[&str]) {
    let articles: Vec<(Prepared, usize)> = marked.iter().map(|&(marked, at)| (article(marked), at)).collect();
    let readings: Vec<(&Prepared, Vec<Span>)> =
        articles.iter().map(|(article, at)| (article, vec![spans(article)[*at]])).collect();
    assert_eq!(told(kind, &readings), expected, "{marked:#?}");
}
