//! What the inspector shows of the current row and cell beside the sheet; made anew when the row, the
//! document or the sheet is another one.

use collation::kept::kept_words;
use collation::nearest::nearest_to;
use collation::ruling::{Anchor, Ruling};
use collation::sheet::{Sheet, SheetEvent, SheetRow};
use workbench::history::Document;
use workbench::project::Project;

use super::correcting::{OneStep, one_step};
use super::elsewhere::first_words;
use super::masking::Mask;
use super::tagging::remarks_on;
use crate::panels::{ByHand, Current, RulingItem};
use crate::say;
use crate::terms;
use crate::view::View;

/// What [`Current`] was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    document: u64,
    sheet: u64,
    event: usize,
    row: Option<Anchor>,
    column: Option<usize>,
    hides_outlets: bool,
}

/// The current row's own facts with what they depend on.
#[derive(Debug, Default)]
pub struct CurrentCache {
    key: Option<Key>,
    pub current: Current,
}

impl CurrentCache {
    pub fn refresh(&mut self, document: &Document, sheet: &Sheet, sheet_revision: u64, view: &View, mask: &Mask) {
        let key = Key {
            document: document.revision(),
            sheet: sheet_revision,
            event: view.event,
            row: view.selection.current,
            column: view.selection.column,
            hides_outlets: view.hides_outlets(),
        };
        if self.key != Some(key) {
            self.current = current(document.project(), sheet, view, mask).unwrap_or_default();
            self.key = Some(key);
        }
    }
}

fn current(project: &Project, sheet: &Sheet, view: &View, mask: &Mask) -> Option<Current> {
    let event = sheet.events.get(view.event)?;
    let row = event.rows.iter().find(|row| Some(row.anchor) == view.selection.current)?;
    let mut found = Current::default();
    for (_, remark) in remarks_on(project, sheet, event, row) {
        if found.note.is_empty() {
            found.note.clone_from(&remark.note);
        }
        let new = remark.tags.iter().filter(|tag| !found.tags.contains(tag)).cloned().collect::<Vec<_>>();
        found.tags.extend(new);
    }
    let mut passages = Vec::new();
    for (cell, &member) in row.cells.iter().zip(&event.members) {
        let (Some(cell), Some(article)) = (cell, sheet.articles.get(member)) else { continue };
        let article = article.witness.key;
        passages.extend(cell.passages.iter().map(|passage| Anchor { article, span: passage.span }));
    }
    let about = project.rulings_about(&passages);
    let step = |at: usize| {
        let (first, next) = (project.rulings().get(at)?, project.rulings().get(at + 1)?);
        Some((one_step(first, next)?, [first, next]))
    };
    let item = |at: usize| {
        let tells = |ruling: &Ruling| is_about(ruling, sheet, event, row);
        let (at, words) = match step(at) {
            Some((one, both)) => {
                let words = both.into_iter().any(tells).then(|| step_words(project, one, &passages))?;
                (vec![at, at + 1], words)
            }
            None => (vec![at], ruling_words(project, project.rulings().get(at).filter(|ruling| tells(ruling))?)),
        };
        Some(RulingItem { at, words: mask.words(&words) })
    };
    // Two rulings of one step are one decision, the first one's.
    let mut first: Vec<usize> =
        about.iter().map(|&at| at.checked_sub(1).filter(|&before| step(before).is_some()).unwrap_or(at)).collect();
    first.dedup();
    found.history = first.into_iter().rev().filter_map(item).collect();
    found.by_hand = by_hand(project, &about, &passages, |ruling| is_about(ruling, sheet, event, row));
    if let Some(column) = view.selection.column {
        let is_hollow = row.cells.get(column).is_some_and(Option::is_none);
        if is_hollow {
            found.nearest = nearest_to(event, row, column, &sheet.articles);
            let article = event.members.get(column).and_then(|&member| sheet.articles.get(member));
            if let (Some(near), Some(article)) = (&found.nearest, article) {
                let near = [Anchor { article: article.witness.key, span: near.span }];
                let mut rulings = about.iter().filter_map(|&at| project.rulings().get(at));
                found.is_nearest_parted = rulings.any(|ruling| parts(ruling, &near));
            }
        } else if row.compared_with(event.base) == Some(column) && !row.is_lone() {
            found.kept = kept_words(event, row, column, &sheet.articles);
        }
    }
    Some(found)
}

/// True where the ruling is about this row: a passage may stand in several, and the row that a link or a pin has made, or
/// that something was taken out of or put into, is the one that has most of what is named, the first of such.
fn is_about(ruling: &Ruling, sheet: &Sheet, event: &SheetEvent, row: &SheetRow) -> bool {
    let sides: Vec<&[Anchor]> = match ruling {
        Ruling::Link { passages } | Ruling::Pin { passages } => vec![passages],
        Ruling::Part { passages, others } | Ruling::Reject { passages, others, .. } => vec![passages, others],
        Ruling::Title { title, .. } => return row.title == *title,
        _ => return true,
    };
    let article = |column: usize| Some(sheet.articles.get(*event.members.get(column)?)?.witness.key);
    let has = |row: &SheetRow, anchor: &Anchor| {
        let cells = row.cells.iter().enumerate().filter(|(column, _)| article(*column) == Some(anchor.article));
        cells
            .filter_map(|(_, cell)| cell.as_ref())
            .any(|cell| cell.passages.iter().any(|passage| passage.span.overlaps(anchor.span)))
    };
    let held = |row: &SheetRow, side: &[Anchor]| side.iter().filter(|anchor| has(row, anchor)).count();
    sides.into_iter().any(|side| {
        let most = event.rows.iter().max_by_key(|row| (held(row, side), std::cmp::Reverse(row.number)));
        most.is_some_and(|most| most.anchor == row.anchor && held(most, side) > 0)
    })
}

/// What the reader did with whole passages of the row, told of by rulings `about` it: what was brought is seen in it, and
/// told before what has left.
fn by_hand(project: &Project, about: &[usize], row: &[Anchor], is_its: impl Fn(&Ruling) -> bool) -> Option<ByHand> {
    let told = about.iter().filter_map(|&at| {
        let (ruling, next) = (project.rulings().get(at)?, project.rulings().get(at + 1));
        let Ruling::Part { passages, others } = ruling else { return None };
        let into = next.filter(|next| matches!(one_step(ruling, next), Some(OneStep::Move { .. })));
        match into {
            Some(link) if any_of(passages, row) => is_its(link).then_some(ByHand::MovedHere),
            Some(_) => (any_of(others, row) && is_its(ruling)).then_some(ByHand::MovedAway),
            None => any_of(passages, row).then_some(ByHand::SplitOff),
        }
    });
    told.min()
}

/// True where one of these passages stands in the row.
fn any_of(passages: &[Anchor], row: &[Anchor]) -> bool {
    passages.iter().any(|one| row.iter().any(|other| other.article == one.article && other.span.overlaps(one.span)))
}

/// True where the ruling splits one of these passages off.
fn parts(ruling: &Ruling, off: &[Anchor]) -> bool {
    matches!(ruling, Ruling::Part { passages, .. } if any_of(passages, off))
}

/// A step of two rulings in the reader's words, for a row with these passages.
fn step_words(project: &Project, step: OneStep<'_>, row: &[Anchor]) -> String {
    match step {
        OneStep::NewRow(passages) => say!("decision-new-row", passages = some_words(project, passages)),
        OneStep::Move { moved, .. } => {
            let words = some_words(project, moved);
            if any_of(moved, row) {
                say!("decision-moved-here", passages = words)
            } else {
                say!("decision-moved-away", passages = words)
            }
        }
    }
}

/// The first passages of several, each with its article and first words.
fn some_words(project: &Project, passages: &[Anchor]) -> String {
    let passage = |&passage: &Anchor| {
        let name = terms::article_of(project, passage.article);
        say!("decision-passage", name = name, words = first_words(project.text_at(passage), 4))
    };
    let mut words: Vec<String> = passages.iter().take(3).map(passage).collect();
    if passages.len() > 3 {
        words.push(say!("decision-more", count = passages.len() - 3));
    }
    words.join(", ")
}

/// A ruling in the reader's words: `rejected: other speaker (Northline “It will be weeks…”)`.
fn ruling_words(project: &Project, ruling: &Ruling) -> String {
    let some = |passages: &[Anchor]| some_words(project, passages);
    match ruling {
        Ruling::Link { passages } => say!("decision-link", passages = some(passages)),
        Ruling::Pin { passages } => say!("decision-pin", passages = some(passages)),
        Ruling::Part { passages, .. } => say!("decision-part", passages = some(passages)),
        Ruling::Reject { passages, reason, .. } => {
            say!("decision-reject", passages = some(passages), reason = terms::reason(*reason))
        }
        Ruling::Trim { from, to } if from.span.covers(*to) => say!("decision-trim", passages = some(&[*from])),
        Ruling::Trim { from, .. } => say!("decision-extend", passages = some(&[*from])),
        Ruling::SetAside { passage } => say!("decision-set-aside", passages = some(&[*passage])),
        Ruling::BringBack { passage } => say!("decision-bring-back", passages = some(&[*passage])),
        Ruling::Title { title, .. } => say!("decision-title", title = title),
        Ruling::Move { .. } => say!("decision-move").to_owned(),
        Ruling::Base { .. } => say!("decision-base").to_owned(),
        Ruling::Fullest { .. } => say!("step-fullest").to_owned(),
    }
}
