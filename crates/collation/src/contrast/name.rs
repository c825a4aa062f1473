//! NAME: one person, group or place under different names.
//!
//! Two rules: the same resolved speaker is called by a name here and by a role there; and a line of
//! `assets/names/variants.txt`, or a list of the reader's own, has one of its names here and another
//! there. Pronouns are no names.

use std::sync::LazyLock;

use super::force::linked;
use super::reported::{Word, is_function, quotation_of, words_between, words_of};
use super::{Contrast, ContrastKind, Event, EvidencePart, Note, Side, against_lead};
use crate::attribution::{NameFound, NameList, Quotation, SpeakerHow, is_same_name};
use crate::prepare::Prepared;
use crate::segment::TokenKind;
use crate::span::Span;
use crate::table::Certainty;
use crate::wording::Dictionary;

/// One contrast for each thing that a reading names otherwise than the base.
pub(super) fn contrasts(sides: &[Side], lead: usize, event: &Event, dictionary: &Dictionary) -> Vec<Contrast> {
    let named: Vec<Names> = sides.iter().map(Names::of).collect();
    let Some(base_names) = named.get(lead) else { return Vec::new() };
    let others = named.iter().enumerate().filter(|&(at, _)| at != lead).map(|(_, names)| names);
    let mut found = Vec::new();
    for ((base, side), own) in against_lead(sides, lead).zip(others) {
        let speaker = speakers_differ(base, side, event);
        let mut variants = variants_differ(base_names, own);
        // Most readings have no listed name, and alignment has its price.
        if !variants.is_empty() {
            let links = linked(side, base, dictionary);
            variants.retain(|&(here, elsewhere)| {
                says_the_same(own, here, base_names, elsewhere, &links)
                    && !speakers_are_two(side, here, base, elsewhere)
            });
        }
        if !variants.is_empty() {
            let (own_article, base_article) = (Names::within(side.article), Names::within(base.article));
            variants.retain(|&(here, elsewhere)| {
                !base_article.calls_so(own, here) && !own_article.calls_so(base_names, elsewhere)
            });
        }
        let pairs = speaker.into_iter().chain(variants);
        found.extend(pairs.map(|(own, bases)| {
            let words = |side: &Side, span| {
                side.article.witness.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
            };
            Contrast {
                kind: ContrastKind::Name,
                certainty: Certainty::Rule,
                note: Note::Names { here: words(side, own), elsewhere: words(base, bases) },
                evidence: vec![
                    side.evidence(own, EvidencePart::Words),
                    base.evidence(bases, EvidencePart::Counterpart),
                ],
            }
        }));
    }
    found
}

/// The words that name the speaker of each reading, where it is one person called by a name on one
/// side and by something else on the other.
fn speakers_differ(base: &Side, side: &Side, event: &Event) -> Option<(Span, Span)> {
    let speaker = |side: &Side| {
        let quotation = quotation_of(side.article, &side.reading.passages)?;
        // "A statement" is no name for whoever is taken to have written it.
        if !matches!(quotation.speaker_how, SpeakerHow::Named | SpeakerHow::Role) {
            return None;
        }
        let label = quotation.source.iter().copied().max_by_key(|span| span.len())?;
        // A label that the row doesn't show can't be compared in it.
        let is_shown = side.reading.passages.iter().any(|passage| passage.overlaps(label));
        is_shown.then_some(())?;
        Some((quotation.speaker.clone()?, label))
    };
    let ((own_name, own), (base_name, bases)) = (speaker(side)?, speaker(base)?);
    if !is_one_person(&own_name, &base_name) || !is_certain(&own_name, &base_name, event) {
        return None;
    }
    let name: Vec<String> =
        [&own_name, &base_name].iter().flat_map(|name| name.split_whitespace()).map(last_name).collect();
    let (own_words, base_words) = (label_words(side.article, own), label_words(base.article, bases));
    let is_label = |words: &[&str]| words.iter().any(|word| !is_function(word));
    let named = |words: &[&str]| words.iter().any(|word| name.iter().any(|part| part.len() > 1 && part == word));
    let holds = |these: &[&str], those: &[&str]| those.iter().all(|word| is_function(word) || these.contains(word));
    let differ = match (named(&own_words), named(&base_words)) {
        (true, true) => false,
        // "Ilse Varga, the minister" beside "the minister" is a fuller name.
        _ if holds(&own_words, &base_words) || holds(&base_words, &own_words) => false,
        (false, false) => !own_words.iter().any(|word| !is_function(word) && base_words.contains(word)),
        (true, false) => !is_named_near(base, bases, &name),
        (false, true) => !is_named_near(side, own, &name),
    };
    (is_label(&own_words) && is_label(&base_words) && differ).then_some((own, bases))
}

/// Characters before and behind a label among which the name makes it a second mention: "Varga … the minister".
const SECOND_MENTION: usize = 400;

/// True where the article has one of the name's words close to the label, or the reading has it anywhere.
fn is_named_near(side: &Side, label: Span, name: &[String]) -> bool {
    let near = Span::new(label.start.saturating_sub(SECOND_MENTION), label.end + SECOND_MENTION);
    let mut places = side.reading.passages.iter().copied().chain([near]);
    places.any(|place| {
        label_words(side.article, place).iter().any(|word| name.iter().any(|part| part.len() > 1 && part == word))
    })
}

/// True where one name holds all words of the other: "Varga", "Ilse Varga"; not "Tom Varga". "Liz" is held by "Elizabeth".
pub(crate) fn is_one_person(a: &str, b: &str) -> bool {
    let last = last_name(a);
    !last.is_empty() && last == last_name(b) && (holds_name(a, b) || holds_name(b, a))
}

/// True where `full` has every word of `name`, in full or short form.
pub(super) fn holds_name(full: &str, name: &str) -> bool {
    name.split_whitespace().all(|word| full.split_whitespace().any(|held| is_same_name(held, word)))
}

/// True where both names are the same, or no two persons of that last name speak in the event: a last
/// name alone may be either's.
fn is_certain(a: &str, b: &str, event: &Event) -> bool {
    let words = |name: &str| name.split_whitespace().count();
    if words(a) > 1 && words(b) > 1 || a == b {
        return true;
    }
    let last = last_name(a);
    let speakers = event.articles().flat_map(|article| &article.quotations);
    let names = speakers.filter_map(|quotation| quotation.speaker.as_deref());
    let full: Vec<&str> = names.filter(|name| words(name) > 1 && last_name(name) == last).collect();
    full.iter().all(|name| full.first().is_none_or(|first| is_one_person(first, name)))
}

pub(super) fn last_name(name: &str) -> String {
    let words = name.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let is_name = |word: &String| !word.is_empty() && !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii");
    words.rev().find(is_name).unwrap_or_default()
}

/// Normal forms of the words of a label, possessive endings apart.
pub(super) fn label_words(article: &Prepared, label: Span) -> Vec<&str> {
    let tokens = article.segmented.tokens_in(label).iter();
    let mut words: Vec<&str> =
        tokens.filter(|token| token.kind != TokenKind::Mark).map(|token| token.norm.as_str()).collect();
    words.pop_if(|last| *last == "'s");
    words
}

/// A name out of the list in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variant {
    /// Number of the line.
    pub thing: usize,
    /// Number of the name in its line.
    pub name: usize,
    pub span: Span,
}

static LIST: LazyLock<NameList> = LazyLock::new(|| {
    let lines = include_str!("../../../../assets/names/variants.txt").lines().filter(|line| !line.starts_with('#'));
    NameList::new(lines.map(|line| line.split(" | ").map(|forms| forms.split(", ").collect()).collect()))
});

/// The names out of the reader's lists and the built-in one among `words`. Where a name is in both
/// the reader's list counts.
pub(super) fn variants_in(words: &[Word], own: &NameList) -> Vec<Variant> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let word_at = |offset: usize| words.get(at + offset).map(|word| word.norm);
        let listed = own.at(word_at).or_else(|| {
            let built_in = LIST.at(word_at)?;
            Some(NameFound { thing: own.len() + built_in.thing, ..built_in })
        });
        let length = listed.map_or(1, |listed| listed.length);
        if let Some(NameFound { thing, name, .. }) = listed {
            let span = words.get(at..at + length).unwrap_or_default().iter().map(|word| word.span).reduce(Span::join);
            found.push(Variant { thing, name, span: span.unwrap_or(word.span) });
        }
        at += length;
    }
    found
}

/// The word that the lists have for a thing, by its number.
pub(super) fn thing_name(thing: usize, own: &NameList) -> &str {
    let listed = if thing < own.len() { own.shown(thing) } else { LIST.shown(thing - own.len()) };
    listed.unwrap_or_default()
}

/// The listed names of a reading, and its words.
struct Names<'a> {
    variants: Vec<Variant>,
    words: Vec<Word<'a>>,
}

impl<'a> Names<'a> {
    fn of(side: &Side<'a>) -> Self {
        let words = words_of(side);
        Self { variants: variants_in(&words, side.article.vocabulary.names()), words }
    }

    /// Those of a whole article.
    fn within(article: &'a Prepared) -> Self {
        let words = words_between(article, Span::new(0, article.witness.text.len()));
        Self { variants: variants_in(&words, article.vocabulary.names()), words }
    }

    /// True where the name at `span` of `other` stands here too: who has both names takes them for one.
    fn calls_so(&self, other: &Self, span: Span) -> bool {
        let variant = other.variants.iter().find(|variant| variant.span == span);
        variant.is_some_and(|variant| {
            self.variants.iter().any(|own| own.thing == variant.thing && own.name == variant.name)
        })
    }

    /// The words with a meaning around a name.
    fn around(&self, name: Span) -> Vec<&Word<'a>> {
        let start = self.words.partition_point(|word| word.span.end <= name.start);
        let end = self.words.partition_point(|word| word.span.start < name.end);
        let near = self.words.iter().enumerate().skip(start.saturating_sub(NEIGHBOURS));
        let near = near.take_while(|(at, _)| *at < end + NEIGHBOURS).map(|(_, word)| word);
        near.filter(|word| !word.span.overlaps(name) && !is_function(word.norm)).collect()
    }

    /// True where the thing is called so here too, if only by the name's last word: "a wall or fence"
    /// beside "border wall".
    fn has(&self, variant: &Variant, words: &[Word<'a>]) -> bool {
        let same = |own: &&Variant| own.thing == variant.thing;
        let last_of = |span: Span, words: &[Word<'a>]| {
            words.iter().rev().find(|word| span.overlaps(word.span)).map(|word| word.norm.to_owned())
        };
        // "Undocumented" and "illegal immigrants" differ in front of a word that tells nothing.
        let last = last_of(variant.span, words).filter(|last| {
            !self.variants.iter().filter(same).any(|own| last_of(own.span, &self.words).as_ref() == Some(last))
        });
        let free = |word: &Word| !self.variants.iter().filter(same).any(|own| own.span.overlaps(word.span));
        self.variants.iter().filter(same).any(|own| own.name == variant.name)
            || self.words.iter().any(|word| last.as_deref() == Some(word.norm) && free(word))
    }
}

/// Words on either side of a listed name that tell whether two readings say the same of it.
const NEIGHBOURS: usize = 6;
/// Of these, how many both must have, the same or linked.
const LEAST_SHARED: usize = 2;

/// True where the names stand among the same words: one name in a row may be another matter's.
fn says_the_same(own: &Names, here: Span, bases: &Names, elsewhere: Span, links: &[(Span, Span)]) -> bool {
    let (around, theirs) = (own.around(here), bases.around(elsewhere));
    let answers = |a: &Word, b: &Word| a.stem == b.stem || links.contains(&(a.span, b.span));
    let mut shared: Vec<&str> =
        around.iter().filter(|word| theirs.iter().any(|other| answers(word, other))).map(|word| word.stem).collect();
    shared.sort_unstable();
    shared.dedup();
    shared.len() >= LEAST_SHARED.min(around.len()).min(theirs.len())
}

/// True where both names stand in what two known speakers say who are two persons.
fn speakers_are_two(side: &Side, here: Span, base: &Side, elsewhere: Span) -> bool {
    let speaker = |side: &Side, place: Span| {
        let within = |quotation: &&Quotation| quotation.content.iter().any(|content| content.overlaps(place));
        side.article.quotations_near(&[place]).iter().find(within)?.speaker.clone()
    };
    matches!((speaker(side, here), speaker(base, elsewhere)), (Some(a), Some(b)) if !is_one_person(&a, &b))
}

/// For each thing: a name that only the reading has and one that only the base has.
fn variants_differ(bases: &Names, own: &Names) -> Vec<(Span, Span)> {
    let only = |these: &Names, those: &Names, thing: usize| {
        let mut of_thing = these.variants.iter().filter(|variant| variant.thing == thing);
        of_thing.find(|variant| !those.has(variant, &these.words)).map(|variant| variant.span)
    };
    let mut things: Vec<usize> = own.variants.iter().map(|variant| variant.thing).collect();
    things.sort_unstable();
    things.dedup();
    things.into_iter().filter_map(|thing| Some((only(own, bases, thing)?, only(bases, own, thing)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::ContrastKind;
    use super::super::testing::check;

    #[test]
    fn a_speaker_called_by_name_and_by_role_is_told() {
        check(
            ContrastKind::Name,
            &["Ilse Varga> {“We did,”} ⟪Ilse Varga⟫ ⟦said⟧.", "Ilse Varga> {“We did,”} ⟪the minister⟫ ⟦said⟧."],
            &["the minister here, Ilse Varga elsewhere: 1 words the minister; 0 counterpart Ilse Varga"],
        );
        for other in ["⟪she⟫", "⟪Varga⟫", "⟪Minister Varga⟫", "⟪Ilse⟫"] {
            check(
                ContrastKind::Name,
                &[
                    "Ilse Varga> {“We did,”} ⟪Ilse Varga⟫ ⟦said⟧.",
                    &format!("Ilse Varga> {{“We did,”}} {other} ⟦said⟧."),
                ],
                &[],
            );
        }
    }

    #[test]
    fn a_fuller_name_is_the_same_name() {
        check(
            ContrastKind::Name,
            &[
                "Ilse Varga> {“We did,”} ⟪Ilse Varga, the minister⟫ ⟦said⟧.",
                "Ilse Varga> {“We did,”} ⟪the minister⟫ ⟦said⟧.",
            ],
            &[],
        );
    }

    #[test]
    fn a_last_name_alone_is_nobody_where_two_have_it() {
        let bare = "Varga> {“We did,”} ⟪the harbour pilot⟫ ⟦said⟧.";
        let minister = "Ilse Varga> {“We did,”} ⟪the minister⟫ ⟦said⟧.";
        check(
            ContrastKind::Name,
            &[bare, minister],
            &["the minister here, the harbour pilot elsewhere: 1 words the minister; \
               0 counterpart the harbour pilot"],
        );
        let both = format!("{minister}\nTom Varga> {{“No,”}} ⟪Tom Varga⟫ ⟦said⟧.");
        check(ContrastKind::Name, &[bare, &both], &[]);
    }

    #[test]
    fn listed_names_in_other_company_are_not_compared() {
        check(
            ContrastKind::Name,
            &["Illegal immigrants crossed the bridge at night.", "A new school for undocumented immigrants opened."],
            &[],
        );
        let said = |who: &str, whom: &str| format!("{who}> {{“The town must help {whom} near the bridge,”}} ⟦said⟧.");
        let (own, other) = (said("Ilse Varga", "illegal immigrants"), said("Tom Lind", "undocumented immigrants"));
        check(ContrastKind::Name, &[&own, &other], &[]);
    }

    #[test]
    fn another_name_out_of_the_list_is_told() {
        check(
            ContrastKind::Name,
            &["The talks in Kiev ended.", "The talks in Kyiv ended.", "Talks ended in Kiev."],
            &["Kyiv here, Kiev elsewhere: 1 words Kyiv; 0 counterpart Kiev"],
        );
        check(
            ContrastKind::Name,
            &["Undocumented immigrants crossed the bridge.", "Illegal aliens crossed the bridge."],
            &["Illegal aliens here, Undocumented immigrants elsewhere: 1 words Illegal aliens; \
               0 counterpart Undocumented immigrants"],
        );
        check(
            ContrastKind::Name,
            &["Protection for undocumented immigrants.", "Protection for illegal immigrants, or some immigrants."],
            &["illegal immigrants here, undocumented immigrants elsewhere: 1 words illegal immigrants; \
               0 counterpart undocumented immigrants"],
        );
        check(
            ContrastKind::Name,
            &["He asked for a wall or steel barrier there.", "He asked for a border wall there."],
            &[],
        );
        check(ContrastKind::Name, &["Kiev, or Kyiv, is quiet.", "Kiev is quiet."], &[]);
    }
}
