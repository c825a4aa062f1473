//! The ledgers of an event as tables: reporting verbs by class, who is quoted and how, and the names
//! given to one person or thing, each by outlet and with its places. Counts only; knows no colours.

use crate::say;
use crate::terms;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use collation::attribution::CueClass;
use collation::contrast::{LabelEntry, Ledgers, SpeakerEntry, VerbEntry, ledgers};
use collation::export::clip::Clip;
use collation::export::tsv::guarded;
use collation::sheet::Sheet;
use collation::span::Span;
use collation::{Prepared, Sigil, WitnessKey};

use crate::messages::{self, grouped};

/// The three ledgers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Which {
    #[default]
    Verbs,
    Speakers,
    Labels,
}

impl Which {
    pub const ALL: [Self; 3] = [Self::Verbs, Self::Speakers, Self::Labels];

    pub fn label(self) -> &'static str {
        messages::plain(self.message())
    }

    /// What its figures are.
    pub fn explanation(self) -> &'static str {
        messages::tip(self.message())
    }

    const fn message(self) -> &'static str {
        match self {
            Self::Verbs => "ledger-verbs",
            Self::Speakers => "ledger-speakers",
            Self::Labels => "ledger-labels",
        }
    }
}

/// The ledgers of one event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Books {
    pub columns: Vec<Column>,
    tables: [Vec<Line>; 3],
}

/// An article of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub article: WitnessKey,
    pub sigil: String,
    pub name: String,
}

/// A line of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The class or the person that it belongs to; lines of one group stand together.
    pub group: String,
    pub label: String,
    /// One a column.
    pub cells: Vec<Option<Cell>>,
}

/// What one article has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// As it is shown.
    pub words: String,
    /// As it is said: `3 times`.
    pub spoken: String,
    pub evidence: Vec<Evidence>,
}

/// A place in an article with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub span: Span,
    /// `¶3`, or what the passage is where it has no number; empty outside the passages.
    pub place: String,
    pub before: String,
    pub words: String,
    pub after: String,
}

/// Characters shown on either side of the evidence.
const AROUND: usize = 60;

impl Books {
    /// Counts the event with this index; empty where there is none.
    pub fn of(sheet: &Sheet, event: usize) -> Self {
        let Some(event) = sheet.events.get(event) else { return Self::default() };
        let articles: Vec<&Prepared> = sheet.articles.iter().map(AsRef::as_ref).collect();
        let members: Vec<&Arc<Prepared>> =
            event.members.iter().filter_map(|&member| sheet.articles.get(member)).collect();
        let columns = event.members.iter().filter_map(|&member| {
            let witness = &sheet.articles.get(member)?.witness;
            Some(Column {
                article: witness.key,
                sigil: Sigil(member).to_string(),
                name: terms::article(witness, member),
            })
        });
        let Ledgers { verbs, speakers, labels } = ledgers(&articles, &event.members);
        Self {
            columns: columns.collect(),
            tables: [verb_lines(verbs, &members), speaker_lines(speakers, &members), label_lines(labels, &members)],
        }
    }

    pub fn lines(&self, which: Which) -> &[Line] {
        self.tables.get(which as usize).map_or(&[], Vec::as_slice)
    }

    /// A ledger for a spreadsheet or a document.
    pub fn clip(&self, which: Which) -> Clip {
        let lines = self.lines(which);
        if lines.is_empty() {
            return Clip::default();
        }
        let (group, label) = match which {
            Which::Verbs => (say!("ledger-class"), say!("ledger-verb")),
            Which::Speakers => ("", say!("ledger-speaker")),
            Which::Labels => (say!("ledger-person"), say!("ledger-called")),
        };
        let has_groups = !group.is_empty();
        let heads = self.columns.iter().map(|column| format!("{} {}", column.sigil, column.name));
        let mut rows: Vec<Vec<String>> =
            vec![has_groups.then(|| group.to_owned()).into_iter().chain([label.to_owned()]).chain(heads).collect()];
        rows.extend(lines.iter().map(|line| {
            let cells = line.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.words.clone()).unwrap_or_default());
            has_groups.then(|| line.group.clone()).into_iter().chain([line.label.clone()]).chain(cells).collect()
        }));
        let plain = rows.iter().map(|row| {
            let values: Vec<String> = row.iter().map(|value| guarded(value).into_owned()).collect();
            values.join("\t") + "\n"
        });
        let html = rows.iter().enumerate().map(|(at, row)| {
            let tag = if at == 0 { "th" } else { "td" };
            let cells: String = row.iter().map(|value| format!("<{tag}>{}</{tag}>", escaped(value))).collect();
            format!("<tr>{cells}</tr>\n")
        });
        Clip { plain: plain.collect(), html: format!("<table border=\"1\">\n{}</table>\n", html.collect::<String>()) }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a class of verbs is called, and what it means.
pub fn class_title(class: CueClass) -> String {
    format!("{}: {}", terms::cue_class(class), terms::cue_meaning(class))
}

/// One line a verb, with the forms that the event has: `say: said, says`.
fn verb_lines(verbs: Vec<VerbEntry>, members: &[&Arc<Prepared>]) -> Vec<Line> {
    let mut of_verb: BTreeMap<(CueClass, String), Vec<VerbEntry>> = BTreeMap::new();
    for entry in verbs {
        of_verb.entry((entry.class, entry.base.clone())).or_default().push(entry);
    }
    let mut lines = Vec::new();
    for ((class, base), entries) in of_verb {
        let forms: BTreeSet<&str> = entries.iter().map(|entry| entry.verb.as_str()).collect();
        let forms: Vec<&str> = forms.into_iter().collect();
        let label = if forms == [base.as_str()] { base } else { format!("{base}: {}", forms.join(", ")) };
        let mut places: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for entry in &entries {
            places.entry(entry.column).or_default().extend(&entry.places);
        }
        for (column, mut places) in places {
            places.sort_unstable();
            let cell = counted(members, column, &places);
            put(&mut lines, class_title(class), label.clone(), column, cell, members.len());
        }
    }
    by_weight(lines)
}

fn speaker_lines(speakers: Vec<SpeakerEntry>, members: &[&Arc<Prepared>]) -> Vec<Line> {
    let mut lines = Vec::new();
    for entry in speakers {
        let counts = [
            (entry.quoted.len(), say!("quoted")),
            (entry.partly.len(), say!("partly")),
            (entry.paraphrased.len(), say!("paraphrased")),
        ];
        let counts = counts.into_iter().filter(|(number, _)| *number > 0);
        let counts = counts.map(|(number, words)| format!("{} {words}", grouped(number)));
        // Who is only paraphrased has no words inside quotation marks to count.
        let words = (entry.quoted_words > 0).then(|| say!("words", count = entry.quoted_words));
        let shown: Vec<String> = counts.chain(words).collect();
        let spoken = say!(
            "ledger-spoken",
            words = say!("quoted-words", count = entry.quoted_words),
            quoted = entry.quoted.len(),
            partly = entry.partly.len(),
            paraphrased = entry.paraphrased.len()
        );
        let mut places: Vec<Span> = entry.quoted.into_iter().chain(entry.partly).chain(entry.paraphrased).collect();
        places.sort_unstable();
        let evidence = evidence_of(members, entry.column, &places);
        let cell = Cell { words: shown.join(" · "), spoken, evidence };
        put(&mut lines, String::new(), entry.speaker, entry.column, cell, members.len());
    }
    lines
}

fn label_lines(mut labels: Vec<LabelEntry>, members: &[&Arc<Prepared>]) -> Vec<Line> {
    labels.sort_by(|a, b| (&a.named, &a.label, a.column).cmp(&(&b.named, &b.label, b.column)));
    let printed = printed(&labels, members);
    let as_printed = |label: String| printed.get(&label).cloned().unwrap_or(label);
    let mut lines = Vec::new();
    for entry in labels {
        let cell = counted(members, entry.column, &entry.places);
        put(&mut lines, as_printed(entry.named), as_printed(entry.label), entry.column, cell, members.len());
    }
    by_weight(lines)
}

/// For each label, which is in lower case, the form that the articles print most often; of equals the first.
fn printed(labels: &[LabelEntry], members: &[&Arc<Prepared>]) -> BTreeMap<String, String> {
    let mut forms: BTreeMap<&str, Vec<(String, usize)>> = BTreeMap::new();
    for entry in labels {
        let Some(article) = members.get(entry.column) else { continue };
        let known = forms.entry(&entry.label).or_default();
        for &place in &entry.places {
            let form = one_line(article.witness.text.slice(place));
            match known.iter_mut().find(|(other, _)| *other == form) {
                Some((_, times)) => *times += 1,
                None => known.push((form, 1)),
            }
        }
    }
    let most = |forms: Vec<(String, usize)>| forms.into_iter().rev().max_by_key(|(_, times)| *times);
    forms.into_iter().filter_map(|(label, forms)| Some((label.to_owned(), most(forms)?.0))).collect()
}

/// Within each group the line with the most evidence first.
fn by_weight(mut lines: Vec<Line>) -> Vec<Line> {
    let weight = |line: &Line| line.cells.iter().flatten().map(|cell| cell.evidence.len()).sum::<usize>();
    let mut groups: Vec<String> = lines.iter().map(|line| line.group.clone()).collect();
    groups.dedup();
    let place = |group: &str| groups.iter().position(|other| other == group);
    lines.sort_by(|a, b| (place(&a.group), weight(b), &a.label).cmp(&(place(&b.group), weight(a), &b.label)));
    lines
}

/// Puts a cell into the line of its group and label, a new one where there is none.
fn put(lines: &mut Vec<Line>, group: String, label: String, column: usize, cell: Cell, columns: usize) {
    let at = lines.iter().position(|line| line.group == group && line.label == label).unwrap_or_else(|| {
        lines.push(Line { group, label, cells: vec![None; columns] });
        lines.len() - 1
    });
    if let Some(slot) = lines.get_mut(at).and_then(|line| line.cells.get_mut(column)) {
        *slot = Some(cell);
    }
}

fn counted(members: &[&Arc<Prepared>], column: usize, places: &[Span]) -> Cell {
    let number = places.len();
    Cell {
        words: number.to_string(),
        spoken: say!("ledger-times", number = number),
        evidence: evidence_of(members, column, places),
    }
}

fn evidence_of(members: &[&Arc<Prepared>], column: usize, places: &[Span]) -> Vec<Evidence> {
    let Some(article) = members.get(column) else { return Vec::new() };
    places.iter().map(|&span| evidence(article, span)).collect()
}

/// The place with what stands around it in its passage.
fn evidence(article: &Prepared, span: Span) -> Evidence {
    let passage = article.segmented.passages.iter().find(|passage| passage.span.overlaps(span));
    let text = &article.witness.text;
    let around = passage.map_or(span, |passage| passage.span);
    let before = text.slice(Span::new(around.start.min(span.start), span.start));
    let after = text.slice(Span::new(span.end, around.end.max(span.end)));
    Evidence {
        span,
        place: passage.map(|passage| terms::place(passage.role, passage.paragraph)).unwrap_or_default(),
        before: tail(before),
        words: one_line(text.slice(span)),
        after: start(after),
    }
}

/// The last characters of what stands before, from a word on.
fn tail(text: &str) -> String {
    let flat = flat(text);
    let length = flat.chars().count();
    if length <= AROUND {
        return flat;
    }
    let cut: String = flat.chars().skip(length - AROUND).collect();
    cut.split_once(' ').map_or_else(|| format!("…{cut}"), |(_, rest)| format!("…{rest}"))
}

/// The first characters of what stands behind, up to a word's end.
fn start(text: &str) -> String {
    let flat = flat(text);
    if flat.chars().count() <= AROUND {
        return flat;
    }
    let cut: String = flat.chars().take(AROUND).collect();
    cut.rsplit_once(' ').map_or_else(|| format!("{cut}…"), |(rest, _)| format!("{rest}…"))
}

/// White space as one space each; a space at either end stays.
fn flat(text: &str) -> String {
    let words = one_line(text);
    let space = |there: bool| if there { " " } else { "" };
    if words.is_empty() {
        return space(!text.is_empty()).to_owned();
    }
    let (first, last) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{words}{}", space(first), space(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_has_one_line_with_its_forms() {
        let entry = |column, verb: &str, base: &str, places: usize| VerbEntry {
            column,
            class: CueClass::Say,
            verb: verb.to_owned(),
            base: base.to_owned(),
            places: vec![Span::new(0, 1); places],
        };
        let verbs = vec![
            entry(0, "said", "say", 3),
            entry(0, "says", "say", 1),
            entry(0, "note", "note", 1),
            entry(1, "said", "say", 1),
        ];
        let lines = verb_lines(verbs, &[]);
        let labels: Vec<&str> = lines.iter().map(|line| line.label.as_str()).collect();
        assert_eq!(labels, ["note", "say: said, says"]);
    }
}
