//! What a reader can do to a project, checked and turned into a step.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use collation::ruling::{Anchor, Ruling};
use collation::{Metadata, Text, Witness, WitnessKey};

use super::change::{Change, Step};
use super::ruled::{self, Fault};
use super::{Article, Code, Project, Reanchor, Remark};

/// One deed of the reader.
#[derive(Clone, Debug)]
pub enum Edit {
    /// New columns before the column `at`, or behind the last one. The project gives the keys.
    AddArticles {
        at: Option<usize>,
        witnesses: Vec<Witness>,
    },
    /// Their rulings, notes and tags go with them.
    RemoveArticles {
        articles: Vec<WitnessKey>,
    },
    /// The column will have the index `to`.
    MoveArticle {
        article: WitnessKey,
        to: usize,
    },
    SetHidden {
        articles: Vec<WitnessKey>,
        is_hidden: bool,
    },
    /// The article is the statement itself, such as a transcript; it becomes the base.
    SetOriginal {
        article: WitnessKey,
        is_original: bool,
    },
    SetBase {
        article: WitnessKey,
    },
    /// All or none of them; `name` is what the menu says: `join rows 3 and 5`.
    AddRulings {
        name: Option<String>,
        rulings: Vec<Ruling>,
    },
    /// Takes back the rulings with these indices.
    RemoveRulings {
        name: Option<String>,
        at: Vec<usize>,
    },
    CorrectMetadata {
        article: WitnessKey,
        meta: Metadata,
    },
    /// The article was read anew: other text, other parts. Rulings, notes and tags move with the words
    /// they hang on, and go where these are gone; see [`fit_of`].
    ReplaceArticle {
        article: WitnessKey,
        witness: Witness,
    },
    /// What is known about the article, its part to play, and, where its file was read anew, its text:
    /// one step. An original statement becomes the base.
    SetProperties {
        article: WitnessKey,
        witness: Witness,
        is_original: bool,
    },
    /// An empty note takes the note away.
    SetNote {
        anchor: Anchor,
        note: String,
    },
    /// Tags that the list does not have yet are added to it.
    SetTags {
        anchor: Anchor,
        tags: Vec<String>,
    },
    /// Takes a tag out of the list and off everything that bears it.
    RemoveTag {
        name: String,
    },
    SetCodes {
        codes: Vec<Code>,
    },
    RenameProject {
        title: String,
    },
    /// The row that holds `passage` bears this title; an empty one gives back the source's words.
    RenameStatement {
        passage: Anchor,
        title: String,
    },
    /// To the event of `with`, or to one of its own. There it is no base and stands behind `with`, so that the event is
    /// compared and called as before; an original statement stays the base.
    MoveToEvent {
        article: WitnessKey,
        with: Option<WitnessKey>,
    },
    /// All of `articles` report the same event as `with`.
    JoinEvents {
        articles: Vec<WitnessKey>,
        with: WitnessKey,
    },
}

/// Why an edit was refused. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("Nothing to change")]
    Nothing,
    #[error("The article is no longer in the project")]
    NoArticle,
    #[error("The passage lies outside its article")]
    OutsideText,
    #[error("Choose passages of at least two places")]
    TooFew,
    #[error("A passage or article can't be set against itself")]
    WithItself,
    #[error("The decision is no longer in the project")]
    NoRuling,
    #[error("This project is open for reading only; save it under another name to change it")]
    ReadOnly,
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NoArticle => Self::NoArticle,
            Fault::OutsideText => Self::OutsideText,
            Fault::TooFew => Self::TooFew,
            Fault::WithItself => Self::WithItself,
        }
    }
}

/// Makes an edit and gives the step that takes it back.
///
/// # Errors
/// [`Refused`] where the edit makes no sense; the project is then as it was.
pub fn apply(project: &mut Project, edit: Edit) -> Result<Step, Refused> {
    let step = step_from_edit(project, edit)?;
    Ok(step.make(project))
}

/// Makes the changes of a step that [`apply`] or this function gave for the project as it stands,
/// and gives the step that takes them back.
pub fn apply_step(project: &mut Project, step: Step) -> Step {
    step.make(project)
}

fn step_from_edit(project: &mut Project, edit: Edit) -> Result<Step, Refused> {
    let (name, changes) = match edit {
        Edit::AddArticles { at, witnesses } => add_articles(project, at, witnesses)?,
        Edit::RemoveArticles { articles } => remove_articles(project, &articles)?,
        Edit::MoveArticle { article, to } => move_article(project, article, to)?,
        Edit::SetHidden { articles, is_hidden } => set_hidden(project, &articles, is_hidden)?,
        Edit::SetOriginal { article, is_original } => {
            let (at, found) = find(project, article)?;
            let name = if is_original { "mark as original statement" } else { "unmark as original statement" };
            if found.is_original == is_original {
                return Err(Refused::Nothing);
            }
            let name = format!("{name}: {}", found.witness.name());
            let mut changes = vec![Change::Original { at, is_original }];
            if is_original {
                // What was said is what the reports are compared with. Where it is the base already,
                // the flag is all that changes.
                changes.extend(choose_base(project, article).unwrap_or_default());
            }
            (name, changes)
        }
        Edit::SetBase { article } => {
            let name = format!("choose {} as base", find(project, article)?.1.witness.name());
            (name, choose_base(project, article)?)
        }
        Edit::AddRulings { name, rulings } => {
            let first = rulings.first().ok_or(Refused::Nothing)?;
            let name = name.unwrap_or_else(|| ruled::name_of(first).to_owned());
            (name, replace_rulings(project, |_| false, rulings)?)
        }
        Edit::RemoveRulings { name, at } => remove_rulings(project, name, at)?,
        Edit::CorrectMetadata { article, meta } => {
            let (at, found) = find(project, article)?;
            if found.witness.meta == meta {
                return Err(Refused::Nothing);
            }
            let name = format!("correct the properties of {}", found.witness.name());
            let witness = Arc::new(Witness { meta, ..Witness::clone(&found.witness) });
            (name, vec![Change::Witness { at, witness }])
        }
        Edit::ReplaceArticle { article, witness } => replace_article(project, article, witness)?,
        Edit::SetProperties { article, witness, is_original } => {
            set_properties(project, article, witness, is_original)?
        }
        Edit::SetNote { anchor, note } => {
            let name = if note.is_empty() { "remove note" } else { "write note" };
            (name.to_owned(), change_remark(project, anchor, |remark| remark.note = note)?)
        }
        Edit::SetTags { anchor, tags } => {
            let mut each_once: Vec<String> = Vec::new();
            for tag in tags {
                if !tag.is_empty() && !each_once.contains(&tag) {
                    each_once.push(tag);
                }
            }
            let mut codes = project.codes.clone();
            let is_new = |tag: &&String| !project.codes.iter().any(|code| code.name == **tag);
            codes.extend(each_once.iter().filter(is_new).map(|tag| Code { name: tag.clone(), ..Code::default() }));
            let mut changes = change_remark(project, anchor, |remark| remark.tags = each_once)?;
            if codes.len() > project.codes.len() {
                changes.push(Change::Codes(codes));
            }
            ("change tags".to_owned(), changes)
        }
        Edit::RemoveTag { name } => remove_tag(project, &name)?,
        Edit::SetCodes { codes } if codes == project.codes => return Err(Refused::Nothing),
        Edit::SetCodes { codes } => ("change the tag list".to_owned(), vec![Change::Codes(codes)]),
        Edit::RenameProject { title } => {
            let title = title.trim().to_owned();
            if title == project.title {
                return Err(Refused::Nothing);
            }
            ("rename project".to_owned(), vec![Change::Title(title)])
        }
        Edit::RenameStatement { passage, title } => {
            let title = title.trim().to_owned();
            // Two rows may begin with the same sentence; who takes a title away takes an older one away as well.
            let is_same = |ruling: &Ruling| {
                matches!(ruling, Ruling::Title { passage: other, .. }
                    if *other == passage
                        || title.is_empty() && other.article == passage.article && other.span.overlaps(passage.span))
            };
            let put = if title.is_empty() { Vec::new() } else { vec![Ruling::Title { passage, title: title.clone() }] };
            ("rename statement".to_owned(), replace_rulings(project, is_same, put)?)
        }
        Edit::MoveToEvent { article, with } => {
            let (at, found) = find(project, article)?;
            let name = format!("move {} to another event", found.witness.name());
            let is_base = |ruling: &Ruling| match ruling {
                Ruling::Base { article: base } | Ruling::Fullest { article: base } => *base == article,
                _ => false,
            };
            let leaves_base = with.is_some() && !found.is_original;
            let is_replaced = |ruling: &Ruling| moves_any(ruling, &[article]) || leaves_base && is_base(ruling);
            let mut changes = replace_rulings(project, is_replaced, vec![Ruling::Move { article, with }])?;
            if let Some(to) = with.and_then(|with| project.position(with)).filter(|&to| at < to) {
                changes.extend(to_place(at, to, found));
            }
            (name, changes)
        }
        Edit::JoinEvents { articles, with } => {
            let others: Vec<WitnessKey> = articles.into_iter().filter(|&article| article != with).collect();
            let put = others.iter().map(|&article| Ruling::Move { article, with: Some(with) }).collect();
            ("join events".to_owned(), replace_rulings(project, |ruling| moves_any(ruling, &others), put)?)
        }
    };
    Ok(Step { name, changes })
}

type Named = Result<(String, Vec<Change>), Refused>;

fn choose_base(project: &Project, article: WitnessKey) -> Result<Vec<Change>, Refused> {
    let is_same = |ruling: &Ruling| matches!(ruling, Ruling::Base { article: base } if *base == article);
    if project.rulings.last().is_some_and(is_same) {
        return Err(Refused::Nothing);
    }
    replace_rulings(project, is_same, vec![Ruling::Base { article }])
}

fn find(project: &Project, key: WitnessKey) -> Result<(usize, &Article), Refused> {
    let at = project.position(key).ok_or(Refused::NoArticle)?;
    project.articles.get(at).map(|article| (at, article)).ok_or(Refused::NoArticle)
}

fn remove_tag(project: &Project, name: &str) -> Named {
    let bears = |tags: &[String]| tags.iter().any(|tag| tag == name);
    let bearing = project.remarks.iter().filter(|(_, remark)| bears(&remark.tags));
    let mut changes: Vec<Change> = bearing
        .map(|(&anchor, remark)| {
            let tags = remark.tags.iter().filter(|tag| *tag != name).cloned().collect();
            Change::Remark { anchor, remark: Remark { tags, note: remark.note.clone() } }
        })
        .collect();
    let codes: Vec<Code> = project.codes.iter().filter(|code| code.name != name).cloned().collect();
    if codes.len() < project.codes.len() {
        changes.push(Change::Codes(codes));
    }
    if changes.is_empty() { Err(Refused::Nothing) } else { Ok((format!("remove the tag {name}"), changes)) }
}

fn add_articles(project: &mut Project, at: Option<usize>, witnesses: Vec<Witness>) -> Named {
    let name = match witnesses.as_slice() {
        [] => return Err(Refused::Nothing),
        [one] => format!("add {}", one.name()),
        many => format!("add {} articles", many.len()),
    };
    let put = witnesses
        .into_iter()
        .map(|witness| {
            let witness = Arc::new(Witness { key: project.fresh_key(), ..witness });
            Article { witness, ..Article::default() }
        })
        .collect();
    let at = at.unwrap_or(usize::MAX).min(project.articles.len());
    Ok((name, vec![Change::Articles { at, take: 0, put }]))
}

fn remove_articles(project: &Project, gone: &[WitnessKey]) -> Named {
    let mut places = gone.iter().map(|&key| find(project, key)).collect::<Result<Vec<_>, _>>()?;
    places.sort_by_key(|(at, _)| *at);
    places.dedup_by_key(|(at, _)| *at);
    let name = match places.as_slice() {
        [] => return Err(Refused::Nothing),
        [(_, one)] => format!("close {}", one.witness.name()),
        many => format!("close {} articles", many.len()),
    };
    let mut changes = rewrite_rulings(project, |ruling| {
        gone.iter().try_fold(ruling.clone(), |ruling, &key| ruled::without_article(&ruling, key))
    });
    let lost = project.remarks.keys().filter(|anchor| gone.contains(&anchor.article));
    changes.extend(lost.map(|&anchor| Change::Remark { anchor, remark: Remark::default() }));
    // From the last to the first, so that the places of the others still hold.
    let taken = places.iter().rev().map(|&(at, _)| Change::Articles { at, take: 1, put: Vec::new() });
    changes.extend(taken);
    Ok((name, changes))
}

fn move_article(project: &Project, key: WitnessKey, to: usize) -> Named {
    let (at, article) = find(project, key)?;
    let to = to.min(project.articles.len() - 1);
    if at == to {
        return Err(Refused::Nothing);
    }
    Ok((format!("move {}", article.witness.name()), to_place(at, to, article).into()))
}

/// Takes the article at `at` out and puts it where it will have the index `to`.
fn to_place(at: usize, to: usize, article: &Article) -> [Change; 2] {
    [
        Change::Articles { at, take: 1, put: Vec::new() },
        Change::Articles { at: to, take: 0, put: vec![article.clone()] },
    ]
}

fn set_hidden(project: &Project, articles: &[WitnessKey], is_hidden: bool) -> Named {
    let places = articles.iter().map(|&key| find(project, key)).collect::<Result<Vec<_>, _>>()?;
    let places: Vec<_> = places.into_iter().filter(|(_, article)| article.is_hidden != is_hidden).collect();
    let verb = if is_hidden { "hide" } else { "show" };
    let name = match places.as_slice() {
        [] => return Err(Refused::Nothing),
        [(_, one)] => format!("{verb} {}", one.witness.name()),
        many => format!("{verb} {} articles", many.len()),
    };
    Ok((name, places.into_iter().map(|(at, _)| Change::Hidden { at, is_hidden }).collect()))
}

/// What becomes of the decisions and notes on an article when its text is replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Stretches that rulings, notes and tags hang on and that are found in the new text.
    pub kept: usize,
    /// Those that are not: what hangs on them goes.
    pub lost: Vec<Anchor>,
}

/// Makes an edit in a copy of a project and gives the step that makes it in the project itself: what is
/// long to work out, such as where decisions stand in a new text, needs no pause of whoever edits.
///
/// # Errors
/// [`Refused`] as for [`apply`].
pub fn work_out(copy: &mut Project, edit: Edit) -> Result<Step, Refused> {
    let back = apply(copy, edit)?;
    let step = apply_step(copy, back);
    apply_step(copy, step.clone());
    Ok(step)
}

/// Tells beforehand what [`Edit::ReplaceArticle`] keeps.
pub fn fit_of(project: &Project, article: WitnessKey, text: &Text) -> Fit {
    let Some(old) = project.article(article) else { return Fit::default() };
    let reanchor = Reanchor::new(&old.witness.text, text);
    let mut hung: BTreeSet<Anchor> = project.remarks.keys().copied().collect();
    hung.extend(project.rulings.iter().flat_map(ruled::anchors_of));
    let mut fit = Fit::default();
    for anchor in hung.into_iter().filter(|anchor| anchor.article == article) {
        match reanchor.find(anchor.span) {
            Some(_) => fit.kept += 1,
            None => fit.lost.push(anchor),
        }
    }
    fit
}

fn replace_article(project: &Project, key: WitnessKey, witness: Witness) -> Named {
    let (at, old) = find(project, key)?;
    let witness = Witness { key, ..witness };
    if *old.witness == witness {
        return Err(Refused::Nothing);
    }
    let reanchor = Reanchor::new(&old.witness.text, &witness.text);
    let moved = |anchor: Anchor| {
        let span = if anchor.article == key { reanchor.find(anchor.span)? } else { anchor.span };
        Some(Anchor { span, ..anchor })
    };
    let mut changes = rewrite_rulings(project, |ruling| ruled::with_anchors(ruling, &moved));
    let hung = project.remarks.iter().filter(|(anchor, _)| anchor.article == key);
    let mut placed: BTreeMap<Anchor, Remark> = BTreeMap::new();
    for (&anchor, remark) in hung {
        changes.push(Change::Remark { anchor, remark: Remark::default() });
        // Two stretches can only meet where the new text has once what the old one had twice.
        if let Some(anchor) = moved(anchor) {
            placed.entry(anchor).or_default().take_in(remark);
        }
    }
    changes.extend(placed.into_iter().map(|(anchor, remark)| Change::Remark { anchor, remark }));
    let name = format!("read {} anew", old.witness.name());
    changes.push(Change::Witness { at, witness: Arc::new(witness) });
    Ok((name, changes))
}

fn set_properties(project: &Project, key: WitnessKey, witness: Witness, is_original: bool) -> Named {
    let (at, old) = find(project, key)?;
    let witness = Witness { key, ..witness };
    let mut changes = match () {
        () if *old.witness == witness => Vec::new(),
        () if old.witness.text == witness.text => vec![Change::Witness { at, witness: Arc::new(witness) }],
        () => replace_article(project, key, witness)?.1,
    };
    if old.is_original != is_original {
        changes.push(Change::Original { at, is_original });
        if is_original {
            // Behind all rulings that are left.
            changes.push(Change::Rulings { at: usize::MAX, take: 0, put: vec![Ruling::Base { article: key }] });
        }
    }
    if changes.is_empty() {
        return Err(Refused::Nothing);
    }
    Ok((format!("correct the properties of {}", old.witness.name()), changes))
}

fn remove_rulings(project: &Project, name: Option<String>, mut at: Vec<usize>) -> Named {
    at.sort_unstable();
    at.dedup();
    let &first = at.first().ok_or(Refused::Nothing)?;
    if at.last().is_some_and(|&last| last >= project.rulings.len()) {
        return Err(Refused::NoRuling);
    }
    let first = project.rulings.get(first).ok_or(Refused::NoRuling)?;
    let name = name.unwrap_or_else(|| format!("take back: {}", ruled::name_of(first)));
    Ok((name, at.into_iter().rev().map(|at| Change::Rulings { at, take: 1, put: Vec::new() }).collect()))
}

fn moves_any(ruling: &Ruling, articles: &[WitnessKey]) -> bool {
    matches!(ruling, Ruling::Move { article, .. } if articles.contains(article))
}

/// Takes out the rulings that are `replaced` and puts `put` behind the last one.
fn replace_rulings(
    project: &Project,
    replaced: impl Fn(&Ruling) -> bool,
    put: Vec<Ruling>,
) -> Result<Vec<Change>, Refused> {
    let length_of = |key| project.article(key).map(|article| article.witness.text.len());
    put.iter().try_for_each(|ruling| ruled::check(ruling, &length_of))?;
    let kept = project.rulings.iter().filter(|ruling| !replaced(ruling));
    if kept.chain(&put).eq(&project.rulings) {
        return Err(Refused::Nothing);
    }
    let mut changes = rewrite_rulings(project, |ruling| (!replaced(ruling)).then(|| ruling.clone()));
    changes.push(Change::Rulings { at: project.rulings.len() - changes.len(), take: 0, put });
    Ok(changes)
}

/// Puts what `rewritten` gives in the place of each ruling; the last ruling comes first, so that
/// the places of the others still hold.
fn rewrite_rulings(project: &Project, rewritten: impl Fn(&Ruling) -> Option<Ruling>) -> Vec<Change> {
    let changed = |(at, ruling): (usize, &Ruling)| {
        let put = rewritten(ruling);
        (put.as_ref() != Some(ruling)).then(|| Change::Rulings { at, take: 1, put: put.into_iter().collect() })
    };
    project.rulings.iter().enumerate().rev().filter_map(changed).collect()
}

fn change_remark(project: &Project, anchor: Anchor, change: impl FnOnce(&mut Remark)) -> Result<Vec<Change>, Refused> {
    let text = find(project, anchor.article)?.1.witness.text.span();
    if anchor.span.is_empty() || !text.covers(anchor.span) {
        return Err(Refused::OutsideText);
    }
    let before = project.remarks.get(&anchor);
    let mut remark = before.cloned().unwrap_or_default();
    change(&mut remark);
    if remark == before.cloned().unwrap_or_default() {
        return Err(Refused::Nothing);
    }
    Ok(vec![Change::Remark { anchor, remark }])
}
