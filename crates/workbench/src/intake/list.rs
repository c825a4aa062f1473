//! What a file with many articles holds, as a list from which a reader picks.

use collation::{Witness, WitnessKey};

use super::Found;
use super::twins::{self, Twin, TwinStatement};

/// One article of the list, at the place that it has in [`Found::articles`].
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its title, else its first words.
    pub title: String,
    pub outlet: Option<String>,
    /// As in [`collation::Metadata::published`].
    pub published: Option<String>,
    pub words: usize,
    /// An article before it in the list, or an open one, with much the same text.
    pub twin: Option<EntryTwin>,
}

/// The article that an entry repeats.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryTwin {
    pub of: TwinOf,
    pub twin: Twin,
    pub statement: TwinStatement,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwinOf {
    /// The entry at this place of the list.
    Listed(usize),
    /// An article of the project.
    Open(WitnessKey),
}

impl Entry {
    /// True where every word of `query` stands in title, outlet or date, whatever the case.
    pub fn matches(&self, query: &str) -> bool {
        let about = [Some(&self.title), self.outlet.as_ref(), self.published.as_ref()];
        let about = about.into_iter().flatten().map(|text| text.to_lowercase()).collect::<Vec<_>>().join("\n");
        query.to_lowercase().split_whitespace().all(|word| about.contains(word))
    }
}

/// The articles of `found` as a list; `open` are those that the project has already.
pub fn list(found: &Found, open: &[&Witness]) -> Vec<Entry> {
    let witnesses: Vec<&Witness> =
        open.iter().copied().chain(found.articles.iter().map(|article| &article.witness)).collect();
    let twins = twins::earlier_twins(&witnesses);
    let listed = witnesses.iter().zip(twins).skip(open.len());
    listed
        .map(|(witness, earlier)| {
            let twin = earlier.and_then(|(at, twin)| {
                let other = witnesses.get(at)?;
                let of = if at < open.len() { TwinOf::Open(other.key) } else { TwinOf::Listed(at - open.len()) };
                Some(EntryTwin { of, twin, statement: twin.statement(witness, other) })
            });
            Entry {
                title: title(witness),
                outlet: witness.meta.outlet.clone(),
                published: witness.meta.published.clone(),
                words: witness.words(),
                twin,
            }
        })
        .collect()
}

fn title(witness: &Witness) -> String {
    let title = witness.meta.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    title.map_or_else(
        || {
            let mut words: Vec<&str> = witness.text.as_str().split_whitespace().take(13).collect();
            if words.len() == 13 {
                words.pop();
                return words.join(" ") + " …";
            }
            words.join(" ")
        },
        str::to_owned,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read_bytes;

    #[test]
    fn the_list_marks_what_is_there_twice() {
        let story = |town: &str| -> String {
            (0..9)
                .map(|n| {
                    format!("The council of {town} told readers of page {n} that plan {n} of {town} would stand. ")
                })
                .collect()
        };
        let row = |title: &str, outlet: &str, text: &str| format!("{title},{outlet},2024-04-04,{text}\n");
        let table = [
            "title,outlet,date,text\n".to_owned(),
            row("One", "Daily", &story("Avel")),
            row("Two", "Post", &story("Brum")),
            row("Three", "Wire", &story("Avel")),
        ]
        .concat();
        let found = read_bytes("a.csv", table.as_bytes()).unwrap();
        let entries = list(&found, &[]);
        let show: Vec<String> = entries
            .iter()
            .map(|entry| {
                let other = entry.twin.as_ref().map(|twin| &twin.statement.other);
                format!("{} {} {other:?}", entry.title, entry.words)
            })
            .collect();
        assert_eq!(show, ["One 144 None", "Two 144 None", "Three 144 Some(Outlet(\"Daily\"))"]);
        assert!(entries[1].matches("POST two") && entries[1].matches("2024") && !entries[1].matches("daily"));

        let mut open = found.articles[1].witness.clone();
        open.key = WitnessKey(7);
        let entries = list(&found, &[&open]);
        let twins: Vec<Option<TwinOf>> = entries.iter().map(|entry| entry.twin.as_ref().map(|twin| twin.of)).collect();
        assert_eq!(twins, [None, Some(TwinOf::Open(WitnessKey(7))), Some(TwinOf::Listed(0))]);
    }
}
