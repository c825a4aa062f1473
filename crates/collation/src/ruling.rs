//! The reader's decisions. They name articles and ranges of characters, never row numbers, so they
//! still hold when the table is derived anew around them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::span::{Span, Text};
use crate::witness::{Block, Role, Witness, WitnessKey};

/// A stretch of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Anchor {
    pub article: WitnessKey,
    #[serde(flatten)]
    pub span: Span,
}

/// Why the reader says that two passages do not report the same statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectReason {
    OtherSpeaker,
    OtherEvent,
    OnlyTheTopic,
    Clutter,
    Other,
}

/// One decision of the reader about the alignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ruling", rename_all = "snake_case")]
pub enum Ruling {
    /// All these passages report one statement: link, join of rows, drag onto a row.
    Link { passages: Vec<Anchor> },
    /// No passage of `passages` stands in a row with one of `others`: unlink, split, drag out of a row.
    Part { passages: Vec<Anchor>, others: Vec<Anchor> },
    /// These passages are exactly one row, whatever the matcher thinks.
    Pin { passages: Vec<Anchor> },
    /// The two do not report the same statement, and why.
    Reject { passages: Vec<Anchor>, others: Vec<Anchor>, reason: RejectReason },
    /// In its row the passage `from` is cut or extended to `to`.
    Trim { from: Anchor, to: Span },
    /// The text is clutter after all.
    SetAside { passage: Anchor },
    /// The text is part of the article after all.
    BringBack { passage: Anchor },
    /// The article reports the same event as `with`, or, without it, an event of its own.
    Move { article: WitnessKey, with: Option<WitnessKey> },
    /// The article is the base of its event.
    Base { article: WitnessKey },
    /// In the article's event each row's fullest quotation takes the place of the base, until a later
    /// ruling chooses a base.
    Fullest { article: WitnessKey },
    /// The row that holds `passage` bears this title.
    Title { passage: Anchor, title: String },
}

/// The article with its blocks as the reader's rulings have them: whole blocks that were set aside are
/// clutter, clutter that was brought back is body. The same article where no ruling says so.
///
/// A part of a block that is set aside leaves the block as it is, so that the paragraphs keep their
/// numbers; the table leaves the passage out. Where two rulings meet the later one holds.
pub fn relabelled(witness: &Arc<Witness>, rulings: &[Ruling]) -> Arc<Witness> {
    let decided: Vec<(Span, bool)> = rulings
        .iter()
        .filter_map(|ruling| match ruling {
            Ruling::SetAside { passage } if passage.article == witness.key => Some((passage.span, true)),
            Ruling::BringBack { passage } if passage.article == witness.key => Some((passage.span, false)),
            _ => None,
        })
        .collect();
    if decided.is_empty() {
        return Arc::clone(witness);
    }
    let relabel = |block: &Block| blocks_as_decided(block, &decided, &witness.text);
    let blocks: Vec<Block> = witness.blocks.iter().flat_map(relabel).collect();
    if blocks == witness.blocks {
        return Arc::clone(witness);
    }
    Arc::new(Witness { blocks, ..Witness::clone(witness) })
}

/// One block under the decisions about it, of which `true` sets aside and the last one holds.
fn blocks_as_decided(block: &Block, decided: &[(Span, bool)], text: &Text) -> Vec<Block> {
    let inside = text.trimmed(block.span);
    let meeting: Vec<(Span, bool)> =
        decided.iter().filter_map(|&(span, is_aside)| Some((span.meet(inside)?, is_aside))).collect();
    if block.role != Role::Clutter {
        let is_aside = meeting.iter().rev().find(|(span, _)| span.covers(inside)).is_some_and(|&(_, aside)| aside);
        let mut block = block.clone();
        if is_aside {
            block.role = Role::Clutter;
            block.reason = Some("set aside by you".to_owned());
        }
        return vec![block];
    }
    let mut cuts: Vec<usize> = meeting.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
    cuts.extend([block.span.start, block.span.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut parts: Vec<Block> = Vec::new();
    for (&start, &end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let span = Span::new(start, end);
        let is_back = meeting.iter().rev().find(|(meet, _)| meet.overlaps(span)).is_some_and(|&(_, aside)| !aside);
        let role = if is_back { Role::Body } else { Role::Clutter };
        match parts.last_mut() {
            Some(last) if last.role == role => last.span.end = end,
            _ => parts.push(Block { role, span, reason: if is_back { None } else { block.reason.clone() } }),
        }
    }
    if parts.len() > 1 {
        for part in &mut parts {
            part.span = text.trimmed(part.span);
        }
        parts.retain(|part| !part.span.is_empty());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The bridge is shut.\n\nLeave a reply\nName\nEmail\n\nThe ferry runs. It is full.";

    fn article() -> Arc<Witness> {
        let block = |role, part: &str| {
            let start = TEXT.find(part).unwrap_or_default();
            Block::new(role, Span::new(start, start + part.len()))
        };
        let blocks = vec![
            block(Role::Body, "The bridge is shut."),
            block(Role::Clutter, "Leave a reply\nName\nEmail"),
            block(Role::Body, "The ferry runs. It is full."),
        ];
        Arc::new(Witness { key: WitnessKey(1), text: Text::new(TEXT), blocks, ..Witness::default() })
    }

    fn at(part: &str) -> Anchor {
        let start = TEXT.find(part).unwrap_or_default();
        Anchor { article: WitnessKey(1), span: Span::new(start, start + part.len()) }
    }

    fn aside(part: &str) -> Ruling {
        Ruling::SetAside { passage: at(part) }
    }

    fn back(part: &str) -> Ruling {
        Ruling::BringBack { passage: at(part) }
    }

    #[test]
    fn clutter_comes_and_goes_as_the_reader_says() {
        let cases: &[(&[Ruling], &str)] = &[
            (&[], "body 19, clutter 24, body 27"),
            (&[aside("The bridge is shut.")], "clutter 19, clutter 24, body 27"),
            (&[aside("The bridge is shut."), back("The bridge is shut.")], "body 19, clutter 24, body 27"),
            (&[aside("The ferry runs.")], "body 19, clutter 24, body 27"),
            (&[back("Name")], "body 19, clutter 13, body 4, clutter 5, body 27"),
            (&[back("Leave a reply\nName\nEmail")], "body 19, body 24, body 27"),
            (&[back("Leave a reply"), back("Name")], "body 19, body 13, body 4, clutter 5, body 27"),
            (&[back("Leave a reply\nName\nEmail"), aside("Email")], "body 19, body 18, clutter 5, body 27"),
            (&[back("Name"), aside("Name")], "body 19, clutter 24, body 27"),
        ];
        for (rulings, expected) in cases {
            let shown: Vec<String> = relabelled(&article(), rulings)
                .blocks
                .iter()
                .map(|block| format!("{:?} {}", block.role, block.span.len()).to_lowercase())
                .collect();
            assert_eq!(shown.join(", "), *expected, "{rulings:?}");
        }
    }

    #[test]
    fn an_article_without_such_rulings_is_the_same_article() {
        let article = article();
        let other = Ruling::SetAside { passage: Anchor { article: WitnessKey(9), span: Span::new(0, 50) } };
        assert!(Arc::ptr_eq(&relabelled(&article, &[other, aside("ferry")]), &article));
    }
}
