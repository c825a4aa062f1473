//! What becomes of rulings when an article leaves or its text moves, and which rulings make sense.

use collation::ruling::{Anchor, Ruling};
use collation::{Span, WitnessKey};

/// The ruling with every anchor passed through `moved`; an anchor that gives `None` falls out.
/// `None` where what is left rules nothing.
pub(super) fn with_anchors(ruling: &Ruling, moved: &impl Fn(Anchor) -> Option<Anchor>) -> Option<Ruling> {
    let all = |anchors: &[Anchor]| -> Vec<Anchor> { anchors.iter().filter_map(|&anchor| moved(anchor)).collect() };
    let ruling = match ruling {
        Ruling::Link { passages } => Ruling::Link { passages: all(passages) },
        Ruling::Pin { passages } => Ruling::Pin { passages: all(passages) },
        Ruling::Part { passages, others } => Ruling::Part { passages: all(passages), others: all(others) },
        Ruling::Reject { passages, others, reason } => {
            Ruling::Reject { passages: all(passages), others: all(others), reason: *reason }
        }
        Ruling::Trim { from, to } => {
            let to = moved(Anchor { article: from.article, span: *to })?;
            Ruling::Trim { from: moved(*from)?, to: to.span }
        }
        Ruling::SetAside { passage } => Ruling::SetAside { passage: moved(*passage)? },
        Ruling::BringBack { passage } => Ruling::BringBack { passage: moved(*passage)? },
        Ruling::Title { passage, title } => Ruling::Title { passage: moved(*passage)?, title: title.clone() },
        Ruling::Move { .. } | Ruling::Base { .. } | Ruling::Fullest { .. } => ruling.clone(),
    };
    rules_something(&ruling).then_some(ruling)
}

/// Every stretch that the ruling names.
pub fn anchors_of(ruling: &Ruling) -> Vec<Anchor> {
    match ruling {
        Ruling::Link { passages } | Ruling::Pin { passages } => passages.clone(),
        Ruling::Part { passages, others } | Ruling::Reject { passages, others, .. } => {
            passages.iter().chain(others).copied().collect()
        }
        Ruling::Trim { from, to } => vec![*from, Anchor { article: from.article, span: *to }],
        Ruling::SetAside { passage } | Ruling::BringBack { passage } | Ruling::Title { passage, .. } => vec![*passage],
        Ruling::Move { .. } | Ruling::Base { .. } | Ruling::Fullest { .. } => Vec::new(),
    }
}

/// The ruling once the article `gone` is gone.
pub(super) fn without_article(ruling: &Ruling, gone: WitnessKey) -> Option<Ruling> {
    match ruling {
        Ruling::Base { article } | Ruling::Fullest { article } | Ruling::Move { article, with: None }
            if *article == gone =>
        {
            None
        }
        Ruling::Move { article, with: Some(with) } if *article == gone || *with == gone => None,
        _ => with_anchors(ruling, &|anchor| (anchor.article != gone).then_some(anchor)),
    }
}

fn rules_something(ruling: &Ruling) -> bool {
    match ruling {
        Ruling::Link { passages } => passages.len() > 1,
        Ruling::Pin { passages } => !passages.is_empty(),
        Ruling::Part { passages, others } | Ruling::Reject { passages, others, .. } => {
            !passages.is_empty() && !others.is_empty()
        }
        Ruling::Trim { to, .. } => !to.is_empty(),
        Ruling::Title { title, .. } => !title.trim().is_empty(),
        Ruling::SetAside { .. }
        | Ruling::BringBack { .. }
        | Ruling::Move { .. }
        | Ruling::Base { .. }
        | Ruling::Fullest { .. } => true,
    }
}

/// Why a ruling cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoArticle,
    OutsideText,
    TooFew,
    WithItself,
}

/// Checks a ruling against the articles, of which `length_of` gives the number of characters.
pub(super) fn check(ruling: &Ruling, length_of: &impl Fn(WitnessKey) -> Option<usize>) -> Result<(), Fault> {
    let length = |article| length_of(article).ok_or(Fault::NoArticle);
    let place = |anchor: &Anchor| {
        let text = Span::new(0, length(anchor.article)?);
        if anchor.span.is_empty() || !text.covers(anchor.span) { Err(Fault::OutsideText) } else { Ok(()) }
    };
    match ruling {
        Ruling::Link { passages } | Ruling::Pin { passages } => passages.iter().try_for_each(place)?,
        Ruling::Part { passages, others } | Ruling::Reject { passages, others, .. } => {
            passages.iter().chain(others).try_for_each(place)?;
            if passages.iter().any(|passage| others.contains(passage)) {
                return Err(Fault::WithItself);
            }
        }
        Ruling::Trim { from, to } => {
            place(from)?;
            place(&Anchor { article: from.article, span: *to })?;
        }
        Ruling::SetAside { passage } | Ruling::BringBack { passage } | Ruling::Title { passage, .. } => place(passage)?,
        Ruling::Base { article } | Ruling::Fullest { article } => drop(length(*article)?),
        Ruling::Move { article, with } => {
            length(*article)?;
            if let Some(with) = with {
                length(*with)?;
            }
            if *with == Some(*article) {
                return Err(Fault::WithItself);
            }
        }
    }
    if rules_something(ruling) { Ok(()) } else { Err(Fault::TooFew) }
}

/// What a ruling is called in the menu where the window gives no better name.
pub fn name_of(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Link { .. } => "link passages",
        Ruling::Part { .. } => "unlink passages",
        Ruling::Pin { .. } => "pin row",
        Ruling::Reject { .. } => "reject link",
        Ruling::Trim { .. } => "trim passage",
        Ruling::SetAside { .. } => "set text aside",
        Ruling::BringBack { .. } => "bring text back",
        Ruling::Move { .. } => "move article to another event",
        Ruling::Base { .. } => "choose base",
        Ruling::Fullest { .. } => "compare with the fullest quotation",
        Ruling::Title { .. } => "rename statement",
    }
}
