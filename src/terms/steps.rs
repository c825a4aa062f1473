//! What a step is called in the list of what can be undone, for edits that bear no name of their own.

use collation::WitnessKey;
use collation::ruling::Ruling;
use workbench::project::{Edit, Project};

use crate::say;

/// The name of an edit of `project`; `None` where it makes no sense and will be refused.
pub fn step(project: &Project, edit: &Edit) -> Option<String> {
    let name = |key: &WitnessKey| project.article(*key).map(|article| article.witness.name().to_owned());
    Some(match edit {
        Edit::AddArticles { witnesses, .. } => match witnesses.as_slice() {
            [one] => say!("step-add-article", name = one.name()),
            many => say!("step-add-articles", number = many.len()),
        },
        Edit::RemoveArticles { articles } => match articles.as_slice() {
            [one] => say!("step-remove-article", name = name(one)?),
            many => say!("step-remove-articles", number = many.len()),
        },
        Edit::MoveArticle { article, .. } => say!("step-move-article", name = name(article)?),
        Edit::SetHidden { articles, is_hidden } => {
            let changed =
                articles.iter().filter(|key| project.article(**key).is_some_and(|it| it.is_hidden != *is_hidden));
            match (changed.collect::<Vec<_>>().as_slice(), *is_hidden) {
                ([one], true) => say!("step-hide-article", name = name(one)?),
                ([one], false) => say!("step-show-article", name = name(one)?),
                (many, true) => say!("step-hide-articles", number = many.len()),
                (many, false) => say!("step-show-articles", number = many.len()),
            }
        }
        Edit::SetOriginal { article, is_original: true } => say!("step-mark-original", name = name(article)?),
        Edit::SetOriginal { article, .. } => say!("step-unmark-original", name = name(article)?),
        Edit::SetBase { article } => say!("step-base", name = name(article)?),
        Edit::AddRulings { name: Some(name), .. } | Edit::RemoveRulings { name: Some(name), .. } => name.clone(),
        Edit::AddRulings { rulings, .. } => ruling(rulings.first()?).to_owned(),
        Edit::RemoveRulings { at, .. } => {
            let first = at.iter().min()?;
            say!("step-take-back", ruling = ruling(project.rulings().get(*first)?))
        }
        Edit::CorrectMetadata { article, .. } | Edit::SetProperties { article, .. } => {
            say!("step-properties", name = name(article)?)
        }
        Edit::ReplaceArticle { article, .. } => say!("step-read-anew", name = name(article)?),
        Edit::SetNote { note, .. } if note.is_empty() => say!("step-remove-note").to_owned(),
        Edit::SetNote { .. } => say!("step-write-note").to_owned(),
        Edit::SetTags { .. } => say!("step-tags").to_owned(),
        Edit::RemoveTag { name } => say!("step-remove-tag", name = name),
        Edit::SetCodes { .. } => say!("step-tag-list").to_owned(),
        Edit::RenameProject { .. } => say!("step-rename-project").to_owned(),
        Edit::RenameStatement { .. } => say!("step-rename-statement").to_owned(),
        Edit::MoveToEvent { article, .. } => say!("step-move-event", name = name(article)?),
        Edit::JoinEvents { .. } => say!("step-join-events").to_owned(),
    })
}

/// A decision as a step.
fn ruling(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Link { .. } => say!("ruling-link"),
        Ruling::Part { .. } => say!("ruling-part"),
        Ruling::Pin { .. } => say!("ruling-pin"),
        Ruling::Reject { .. } => say!("ruling-reject"),
        Ruling::Trim { .. } => say!("ruling-trim"),
        Ruling::SetAside { .. } => say!("ruling-set-aside"),
        Ruling::BringBack { .. } => say!("ruling-bring-back"),
        Ruling::Move { .. } => say!("decision-move"),
        Ruling::Base { .. } => say!("decision-base"),
        Ruling::Fullest { .. } => say!("step-fullest"),
        Ruling::Title { .. } => say!("ruling-title"),
    }
}

#[cfg(test)]
#[allow(clippy::panic, clippy::unwrap_used)]
mod tests {
    use collation::ruling::Anchor;
    use collation::span::{Span, Text};
    use collation::{Metadata, Witness};
    use workbench::history::Document;
    use workbench::project::Code;

    use super::*;
    use crate::messages::{Language, speak};

    fn witness(outlet: &str) -> Witness {
        let meta = Metadata { outlet: Some(outlet.to_owned()), ..Metadata::default() };
        Witness { meta, text: Text::new("The bridge is closed. It will be weeks."), ..Witness::default() }
    }

    /// The crates below name steps for those who show none of their own; in English both say the same.
    #[test]
    fn english_names_are_those_of_the_project() {
        speak(Language::English);
        let mut document = Document::default();
        let make = |document: &mut Document, edit: Edit| {
            let name = step(document.project(), &edit);
            document.edit(edit.clone()).unwrap_or_else(|refused| panic!("{edit:?}: {refused}"));
            assert_eq!(name.as_deref(), document.undo_name(), "{edit:?}");
        };
        make(&mut document, Edit::AddArticles { at: None, witnesses: vec![witness("Post"), witness("Echo")] });
        make(&mut document, Edit::AddArticles { at: None, witnesses: vec![witness("Star")] });
        let keys: Vec<WitnessKey> = document.project().articles().iter().map(|article| article.witness.key).collect();
        let [post, echo, star] = keys.try_into().unwrap();
        let place = |article: WitnessKey, start: usize, end: usize| Anchor { article, span: Span::new(start, end) };
        let (a, b) = (place(post, 0, 21), place(echo, 0, 21));
        let rulings = |ruling: Ruling| Edit::AddRulings { name: None, rulings: vec![ruling] };
        for edit in [
            Edit::MoveArticle { article: star, to: 0 },
            Edit::SetHidden { articles: vec![star], is_hidden: true },
            Edit::SetHidden { articles: vec![star, post], is_hidden: false },
            Edit::SetHidden { articles: vec![star, post], is_hidden: true },
            Edit::SetOriginal { article: echo, is_original: true },
            Edit::SetOriginal { article: echo, is_original: false },
            Edit::SetBase { article: post },
            rulings(Ruling::Link { passages: vec![a, b] }),
            rulings(Ruling::Part { passages: vec![a], others: vec![b] }),
            rulings(Ruling::Pin { passages: vec![a, b] }),
            rulings(Ruling::Trim { from: a, to: Span::new(4, 21) }),
            rulings(Ruling::SetAside { passage: place(post, 22, 39) }),
            rulings(Ruling::BringBack { passage: place(post, 22, 39) }),
            rulings(Ruling::Fullest { article: post }),
            Edit::RemoveRulings { name: None, at: vec![1] },
            Edit::AddRulings {
                name: Some("pin row 3".to_owned()),
                rulings: vec![Ruling::Pin { passages: vec![a, b] }],
            },
            Edit::SetProperties { article: post, witness: witness("Evening Post"), is_original: false },
            Edit::ReplaceArticle {
                article: echo,
                witness: Witness { text: Text::new("It is open."), ..witness("Echo") },
            },
            Edit::SetNote { anchor: a, note: "why".to_owned() },
            Edit::SetNote { anchor: a, note: String::new() },
            Edit::SetTags { anchor: a, tags: vec!["cause".to_owned()] },
            Edit::SetCodes { codes: vec![Code { name: "cause".to_owned(), ..Code::default() }, Code::default()] },
            Edit::RemoveTag { name: "cause".to_owned() },
            Edit::RenameProject { title: "Bridge".to_owned() },
            Edit::RenameStatement { passage: a, title: "Closed".to_owned() },
            Edit::MoveToEvent { article: star, with: None },
            Edit::JoinEvents { articles: vec![star], with: post },
            Edit::RemoveArticles { articles: vec![star] },
            Edit::RemoveArticles { articles: vec![post, echo] },
        ] {
            make(&mut document, edit);
        }
    }
}
