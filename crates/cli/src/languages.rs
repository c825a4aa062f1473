//! Articles in several languages: few of their statements are matched, and that is said as the window says it.

use std::cmp::Reverse;
use std::sync::Arc;

use collation::Witness;
use workbench::languages;

fn name_of(code: &str) -> String {
    languages::NAMES
        .iter()
        .find(|(known, _)| *known == code)
        .map_or_else(|| code.to_uppercase(), |(_, name)| (*name).to_owned())
}

/// `The articles are in English and German; …`, where there are several languages, the most frequent first.
pub fn several_said(witnesses: &[Arc<Witness>]) -> Option<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for witness in witnesses {
        let tag = witness.meta.language.as_deref().unwrap_or_default().trim().to_lowercase();
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        match counts.iter_mut().find(|(known, _)| known == code) {
            Some((_, number)) => *number += 1,
            None if code.is_empty() => {}
            None => counts.push((code.to_owned(), 1)),
        }
    }
    counts.sort_by_key(|(_, number)| Reverse(*number));
    let names: Vec<String> = counts.iter().map(|(code, _)| name_of(code)).collect();
    let (last, others) = names.split_last()?;
    if others.is_empty() {
        return None;
    }
    let names = format!("{} and {last}", others.join(", "));
    Some(format!("The articles are in {names}; across languages few statements are matched, check those that are"))
}
