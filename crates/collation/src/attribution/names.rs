//! Names in a text: who is named, in which fullest form, and by which roles.
//!
//! Knows forms and neighbours, no list of persons. A name that two persons share stays as it stands.

mod describe;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use super::english::Tags;
use super::units::{Kind, Unit, are_titled};
use describe::describe;
pub(super) use words::{Gender, agrees, is_bearer, is_crowd};
use words::{gender_of, is_body, is_particle};
pub(crate) use words::{is_body_word, is_honorific, is_role_word, is_same_name};

/// Somebody or some body that the text names.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// As the text has it in its fullest form, without titles.
    pub(super) name: String,
    /// Its words in lower case.
    pub(super) words: Vec<String>,
    pub(super) is_person: bool,
    /// Index of the first unit of each mention, in the order of the text.
    pub(super) mentions: Vec<usize>,
    pub(super) gender: Gender,
    /// Common nouns and adjectives that describe the person: `ambassador`, `russian`.
    pub(super) roles: Vec<String>,
    /// A surname of several persons, for the places where the text does not say which of them it means.
    pub(super) is_shared: bool,
    /// Its last name stands alone somewhere too, though others may bear it.
    pub(super) is_called: bool,
    /// How often it stands in full.
    pub(super) full: usize,
}

impl Named {
    /// True where the text tells more of the name than that it stands there once.
    pub(super) fn is_sure(&self) -> bool {
        self.gender != Gender::Unknown
            || !self.roles.is_empty()
            || self.mentions.len() > 1
            || self.is_called
            || self.is_shared
    }
}

/// A run of name words.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Its name words without titles and roles.
    pub(super) units: Range<usize>,
    pub(super) title: Option<String>,
    /// Where the run began with its titles and roles.
    pub(super) from: usize,
}

/// The run of name words that begins at `at`, with what stands before the name taken off.
pub(super) fn run(all: &[Unit], at: usize, limit: usize) -> Option<Run> {
    // "Said Anna Berg": the verb is no part of the name.
    if all.get(at)?.verb.is_some_and(|verb| verb.form.past || verb.form.third)
        && all.get(at + 1).is_some_and(Unit::is_name)
    {
        return None;
    }
    let mut end = at;
    while end < limit {
        let unit = all.get(end)?;
        let inside = end > at && all.get(end + 1).is_some_and(Unit::is_name);
        let part = unit.is_name() && unit.kind == Kind::Word && !(unit.is_mark("@"))
            || inside && (is_particle(&unit.lower) || is_nickname(unit));
        if !part || end > at && unit.opens {
            break;
        }
        end += 1;
        if unit.possessive {
            break;
        }
    }
    if end == at {
        return None;
    }
    // "Chamber of Trade" is whole, whatever its first words are elsewhere.
    let own = end;
    end = of_what(all, at, end, limit);
    let title = all.get(at..end)?.iter().rev().find(|unit| unit.is(Tags::TITLE)).map(|unit| unit.lower.clone());
    // "White House Press Secretary Psaki": the name stands behind the last role. A body keeps all.
    let body = end > own || all.get(end - 1).is_some_and(|unit| is_body_word(bare(unit)));
    let role = |at: &usize| all.get(*at).is_some_and(|unit| unit.is(Tags::TITLE) || is_role_word(&unit.lower));
    let start = if body && title.is_none() { at } else { (at..end - 1).rev().find(role).map_or(at, |role| role + 1) };
    // "Turncoat Ruth Berg" at the head of a sentence: what the outlet calls her is no part of her name.
    let label = !body && end - start >= 3 && heads_sentence(all, start) && {
        let given = |at: usize| all.get(at).is_some_and(|unit| gender_of(bare(unit), None) != Gender::Unknown);
        !given(start) && given(start + 1)
    };
    Some(Run { units: start + usize::from(label)..end, title, from: at })
}

/// Where the name of a body ends that has its subject behind it: "Chamber of Trade", "Commission on Local Roads".
fn of_what(all: &[Unit], at: usize, end: usize, limit: usize) -> usize {
    let Some(last) = end.checked_sub(1).and_then(|last| all.get(last)) else { return end };
    let direction = matches!(last.lower.as_str(), "north" | "south" | "east" | "west");
    let joint = all.get(end).filter(|_| end < limit).map_or("", |unit| unit.lower.as_str());
    let joins = match joint {
        "of" => true,
        "on" | "for" => {
            let bodies =
                ["commission", "committee", "council", "center", "centre", "institute", "foundation", "association"];
            bodies.contains(&last.lower.as_str())
        }
        _ => false,
    };
    if last.possessive || direction || !joins || !is_body_word(&last.lower) {
        return end;
    }
    let the = usize::from(all.get(end + 1).is_some_and(|unit| unit.lower == "the"));
    let from = end + 1 + the;
    let part = |at: &usize| {
        all.get(*at).is_some_and(|unit| unit.is_name() && !unit.opens)
            && at
                .checked_sub(1)
                .filter(|&before| before >= from)
                .and_then(|before| all.get(before))
                .is_none_or(|before| !before.possessive)
    };
    let to = (from..limit.min(at + 8)).take_while(part).last();
    to.map_or(end, |to| to + 1)
}

/// True where a sentence begins at `at`, as far as the mark before it tells.
fn heads_sentence(all: &[Unit], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    all.get(at).is_some_and(|unit| unit.opens) || before.is_none_or(|unit| unit.is_mark(".!?…:") || unit.is_quote())
}

/// True for a short stretch between marks that can stand inside a name: Robert “Bob” Varga.
fn is_nickname(unit: &Unit) -> bool {
    unit.is_quote() && unit.capital && !unit.speech && unit.span.len() <= NICKNAME
}

/// Characters of a nickname with its marks, at most.
const NICKNAME: usize = 12;

/// The word without a possessive ending.
pub(super) fn bare(unit: &Unit) -> &str {
    let lower = unit.lower.as_str();
    if unit.possessive { lower.strip_suffix("'s").unwrap_or(lower) } else { lower }
}

pub(super) fn words_of(all: &[Unit], range: &Range<usize>) -> Vec<String> {
    let words = all.get(range.clone()).unwrap_or_default().iter().filter(|unit| !unit.is_quote());
    words.map(|unit| bare(unit).to_owned()).collect()
}

/// The word of a name that stands for its bearer: the last but for "Jr." and "III".
pub(super) fn surname(words: &[String]) -> Option<&str> {
    const SUFFIXES: [&str; 8] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "esq."];
    let (first, rest) = words.split_first()?;
    let last = rest.iter().rev().find(|word| !SUFFIXES.contains(&word.as_str()));
    Some(last.unwrap_or(first))
}

pub(super) fn is_junior(words: &[String]) -> bool {
    words.last().is_some_and(|last| matches!(last.as_str(), "jr" | "jr."))
}

/// True where the first word of a name can stand for its bearer: a first name, or in a name like "Kim Jong Un" that of
/// the family, where the text says what its bearer is.
pub(super) fn is_called_by_first(named: &Named) -> bool {
    named.is_person && named.words.len() > 1 && (named.gender != Gender::Unknown || !named.roles.is_empty())
}

/// Everybody that the text names, in the order of their first mention.
pub(super) fn named(all: &[Unit], written: impl Fn(&Range<usize>) -> String) -> Vec<Named> {
    let mut list: Vec<Named> = Vec::new();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < all.len() {
        match run(all, at, all.len()) {
            Some(run) => {
                at = run.units.end;
                runs.push(run);
            }
            None => at += 1,
        }
    }
    // Full names first, so that a surname finds its person wherever it stands.
    let mut by_words: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut by_last: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let headline = headline(all);
    for run in &runs {
        let words = words_of(all, &run.units);
        // In a headline every word may look like a part of a name.
        if words.len() < 2 || words.len() > 5 || run.units.start < headline {
            continue;
        }
        if let Some(&index) = by_words.get(&words) {
            if let Some(named) = list.get_mut(index) {
                named.mentions.push(run.units.start);
                named.full += 1;
                describe(all, run, named);
            }
            continue;
        }
        let parts = all.get(run.units.clone()).unwrap_or_default();
        let gender = words.first().map_or(Gender::Unknown, |first| gender_of(first, run.title.as_deref()));
        let capitals = parts.iter().all(|unit| unit.lower.len() > 1 || unit.is_quote());
        // "QUESTIONABLE CLAIMS" is a heading.
        let heading = gender == Gender::Unknown && parts.iter().all(|unit| unit.shouted);
        let is_person = capitals
            && !heading
            && !is_body(&words)
            && !run
                .from
                .checked_sub(1)
                .and_then(|at| all.get(at))
                .is_some_and(|unit| unit.lower == "the" && run.from == run.units.start)
            || run.title.is_some();
        let mut named = Named {
            name: name_of(&written(&run.units)),
            words: words.clone(),
            is_person,
            mentions: vec![run.units.start],
            gender,
            roles: Vec::new(),
            is_shared: false,
            is_called: false,
            full: 1,
        };
        describe(all, run, &mut named);
        by_last.entry(surname(&words).unwrap_or_default().to_owned()).or_default().push(list.len());
        by_words.insert(words, list.len());
        list.push(named);
    }
    // "Ambassador Antonov", "Mr. Lavrov": a person although no full name stands in the text.
    for run in &runs {
        let words = words_of(all, &run.units);
        let [word] = words.as_slice() else { continue };
        // "Mr. Justice" is no judge.
        let addressed = matches!(run.title.as_deref(), Some("mr." | "mr" | "mrs." | "mrs" | "ms." | "ms"));
        let plain = !is_role_word(word) && !is_body_word(word) && !is_crowd(word);
        // "Berg, who took office in May,"
        let told = plain
            && run.units.start >= headline
            && tells_who(all, run)
            && !list.iter().any(|named| named.words.first() == Some(word));
        let introduced = told || run.from < run.units.start && (addressed || plain);
        let known = by_last.get(word).is_some_and(|owners| {
            let mut owners = owners.iter().filter_map(|&index| list.get(index)).filter(|named| named.is_person);
            owners.any(|named| introduces(all, named, run, headline))
        });
        // "Mayor Says" in a headline names nobody; "Mayor Brandt" does if the story has the name too.
        let titled = run.units.start < headline
            && !runs.iter().any(|other| other.units.start >= headline && words_of(all, &other.units).contains(word));
        if !introduced || known || titled {
            continue;
        }
        by_last.entry(word.clone()).or_default().push(list.len());
        let gender = gender_of("", run.title.as_deref());
        list.push(Named {
            name: name_of(&written(&run.units)),
            words,
            is_person: true,
            mentions: Vec::new(),
            gender,
            roles: Vec::new(),
            is_shared: false,
            is_called: false,
            full: 0,
        });
    }
    by_single_name(all, &runs, &mut list, &by_last, &written);
    for named in &mut list {
        named.mentions.sort_unstable();
        named.roles.sort_unstable();
        named.roles.dedup();
        named.is_person &= !is_place(all, named);
    }
    list
}

/// True where "who" tells of a name that stands alone and is no place: "Berg, who took office in May".
fn tells_who(all: &[Unit], run: &Run) -> bool {
    let comma = |at: usize| all.get(at).is_some_and(|unit| unit.is_mark(","));
    let place = run
        .from
        .checked_sub(1)
        .is_some_and(|at| comma(at) || all.get(at).is_some_and(|unit| unit.is(Tags::PREPOSITION)));
    let whole = all.get(run.units.start).is_some_and(|unit| !unit.lower.contains('.') && !unit.shouted);
    whole && !place && comma(run.units.end) && all.get(run.units.end + 1).is_some_and(|unit| unit.lower == "who")
}

/// Gives each mention by a surname or a first name alone to its person. A surname that several persons
/// have becomes a name of its own, so that "he" behind it means whoever it means.
fn by_single_name(
    all: &[Unit],
    runs: &[Run],
    list: &mut Vec<Named>,
    by_last: &BTreeMap<String, Vec<usize>>,
    written: &impl Fn(&Range<usize>) -> String,
) {
    let mut by_first: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, named) in list.iter().enumerate().filter(|(_, named)| is_called_by_first(named)) {
        if let Some(first) = named.words.first() {
            by_first.entry(first.clone()).or_default().push(index);
        }
    }
    let mut shared: BTreeMap<String, usize> = BTreeMap::new();
    for run in runs {
        let words = words_of(all, &run.units);
        let [word] = words.as_slice() else { continue };
        let called = |owners: &BTreeMap<String, Vec<usize>>| -> Vec<usize> {
            let owners = owners.get(word).map(Vec::as_slice).unwrap_or_default();
            let fits = |named: &Named| named.is_person && agrees(named.gender, run.title.as_deref());
            owners.iter().copied().filter(|&index| list.get(index).is_some_and(fits)).collect()
        };
        let owners = Some(called(by_last)).filter(|owners| !owners.is_empty()).unwrap_or_else(|| called(&by_first));
        for &owner in &owners {
            if let Some(named) = list.get_mut(owner) {
                named.is_called = true;
            }
        }
        let owner = match owners.as_slice() {
            [] => continue,
            [owner] => *owner,
            // "President Berg", of whom no first name is told, before her husband Tom Berg.
            _ if let Some(&owner) =
                owners.iter().find(|&&owner| list.get(owner).is_some_and(|named| named.words.len() == 1)) =>
            {
                owner
            }
            // Who is named in full far more often than the others is called by the surname alone.
            _ if let Some(owner) = main_owner(list, &owners) => owner,
            _ => *shared.entry(word.clone()).or_insert_with(|| {
                list.push(Named {
                    name: name_of(&written(&run.units)),
                    words: words.clone(),
                    is_person: true,
                    mentions: Vec::new(),
                    gender: Gender::Unknown,
                    roles: Vec::new(),
                    is_shared: true,
                    is_called: false,
                    full: 0,
                });
                list.len() - 1
            }),
        };
        let Some(named) = list.get_mut(owner) else { continue };
        named.mentions.push(run.units.start);
        if named.gender == Gender::Unknown {
            named.gender = gender_of("", run.title.as_deref());
        }
        if !named.is_shared {
            describe(all, run, named);
        }
    }
}

/// True where the surname at `run` means the one who is named in full elsewhere: an earlier one, or one
/// of the same office. "President Berg" before "her husband, Tom Berg" is somebody else.
fn introduces(all: &[Unit], named: &Named, run: &Run, headline: usize) -> bool {
    let office = all.get(run.from..run.units.start).unwrap_or_default();
    let titled = office.iter().any(|unit| !unit.is(Tags::TITLE) && is_role_word(&unit.lower));
    // "President Berg" beside "Tom Berg Jr." is the father.
    let earlier = named.mentions.first().is_some_and(|&first| first < run.units.start) && !is_junior(&named.words);
    let same = office.iter().any(|unit| named.roles.contains(&unit.lower));
    earlier || same || !titled || run.units.start < headline
}

/// The one of several persons whom the text names in full at least three times as often as the others
/// together.
pub(super) fn main_owner(list: &[Named], owners: &[usize]) -> Option<usize> {
    let full = |index: usize| list.get(index).map_or(0, |named| named.full);
    let most = owners.iter().copied().max_by_key(|&index| full(index))?;
    let all: usize = owners.iter().map(|&index| full(index)).sum();
    (full(most) >= 3 * (all - full(most)) && full(most) >= 3).then_some(most)
}

/// True where the text says "in Fort Velm": a place, though it looks like a person's name.
fn is_place(all: &[Unit], named: &Named) -> bool {
    let inside = named.mentions.iter().filter(|&&at| {
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        before.is_some_and(|unit| matches!(unit.lower.as_str(), "in" | "near" | "across" | "outside" | "at"))
    });
    named.gender == Gender::Unknown && named.roles.is_empty() && 2 * inside.count() > named.mentions.len()
}

/// Number of units of a first paragraph in which most words begin with a capital.
pub(super) fn headline(all: &[Unit]) -> usize {
    let end = all.iter().skip(1).position(|unit| unit.opens).map_or(0, |at| at + 1);
    if all.get(..end).is_some_and(are_titled) { end } else { 0 }
}

/// Possessive endings and stray marks taken off.
pub(super) fn name_of(written: &str) -> String {
    let nickname = |word: &&str| word.starts_with(['"', '“', '‘', '\'']) && word.ends_with(['"', '”', '’', '\'']);
    let name = written.split_whitespace().filter(|word| !nickname(word)).collect::<Vec<_>>().join(" ");
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(&name);
    name.trim_end_matches(['\'', '’', ',']).to_owned()
}
