//! From a dispute and a choice to the edit that makes my project say so.

use std::collections::BTreeSet;

use collation::ruling::{Anchor, Ruling};

use super::Dispute;
use crate::project::{Edit, Project};

/// Whose word holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Mine,
    Theirs,
    /// What either has: every link, the tag, both notes.
    Both,
}

/// The edits of my project that settle `dispute`; none where it says so already.
pub fn settle(project: &Project, dispute: &Dispute, choice: Choice) -> Vec<Edit> {
    match dispute {
        Dispute::Links { only_mine, only_theirs } => {
            let mut rulings = Vec::new();
            if choice == Choice::Theirs {
                let part = |&(a, b): &(Anchor, Anchor)| Ruling::Part { passages: vec![a], others: vec![b] };
                rulings.extend(only_mine.iter().map(part));
            }
            if choice != Choice::Mine {
                let link = |&(a, b): &(Anchor, Anchor)| Ruling::Link { passages: vec![a, b] };
                rulings.extend(only_theirs.iter().map(link));
            }
            if rulings.is_empty() {
                return Vec::new();
            }
            vec![Edit::AddRulings { name: Some("take the other reader's links".to_owned()), rulings }]
        }
        Dispute::Tag { passage, tag, is_mine } => match (choice, is_mine) {
            (Choice::Mine | Choice::Both, true) | (Choice::Mine, false) => Vec::new(),
            (Choice::Theirs | Choice::Both, false) => {
                let mut tags = project.remarks().get(passage).map(|remark| remark.tags.clone()).unwrap_or_default();
                tags.push(tag.clone());
                vec![Edit::SetTags { anchor: *passage, tags }]
            }
            // The tag may hang on a stretch that is not cut as the passage is.
            (Choice::Theirs, true) => remarks_on(project, *passage)
                .into_iter()
                .filter_map(|anchor| {
                    let mut tags = project.remarks().get(&anchor)?.tags.clone();
                    let before = tags.len();
                    tags.retain(|other| other != tag);
                    (tags.len() < before).then_some(Edit::SetTags { anchor, tags })
                })
                .collect(),
        },
        Dispute::Note { passage, mine, theirs } => {
            let note = match choice {
                Choice::Mine => return Vec::new(),
                Choice::Theirs => theirs.clone(),
                Choice::Both if mine.is_empty() => theirs.clone(),
                Choice::Both if theirs.is_empty() => return Vec::new(),
                Choice::Both => format!("{mine}\n{theirs}"),
            };
            let elsewhere = remarks_on(project, *passage).into_iter().filter(|anchor| anchor != passage);
            let mut edits: Vec<Edit> = elsewhere
                .filter(|anchor| project.remarks().get(anchor).is_some_and(|remark| mine.contains(&remark.note)))
                .filter(|anchor| project.remarks().get(anchor).is_some_and(|remark| !remark.note.is_empty()))
                .map(|anchor| Edit::SetNote { anchor, note: String::new() })
                .collect();
            edits.push(Edit::SetNote { anchor: *passage, note });
            edits
        }
    }
}

fn remarks_on(project: &Project, passage: Anchor) -> BTreeSet<Anchor> {
    project.remarks_within(passage.article, passage.span).map(|(anchor, _)| *anchor).collect()
}
