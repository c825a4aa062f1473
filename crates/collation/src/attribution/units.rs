//! A text as the rules read it: words, marks and whole quotations, in paragraphs and sentences.
//!
//! A quotation between marks counts as one unit, so no rule looks inside it and no sentence ends in it.

use std::ops::Range;

use super::Vocabulary;
use super::cues::Verb;
use super::english::{self, Tags};
use super::marks::Marked;
use crate::span::Span;

#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "independent traits of a word's form and place")]
pub(super) struct Unit {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// In lower case with straight apostrophes; empty for quotations.
    pub(super) lower: String,
    pub(super) tags: Tags,
    pub(super) verb: Option<Verb>,
    /// Begins with a capital letter.
    pub(super) capital: bool,
    /// All its letters are capitals, and there are several.
    pub(super) shouted: bool,
    /// Ends in `'s` or `s'`.
    pub(super) possessive: bool,
    /// The first of its paragraph.
    pub(super) opens: bool,
    /// No white space stands before it.
    pub(super) glued: bool,
    /// A quotation that ends in punctuation or runs on: speech rather than a term.
    pub(super) speech: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Mark(char),
    /// Index among the stretches inside quotation marks.
    Quote(usize),
}

/// True where most words begin with a capital, as in headlines.
pub(super) fn are_titled(units: &[Unit]) -> bool {
    let words = units.iter().filter(|unit| unit.kind == Kind::Word && unit.lower.len() > 3);
    let (all, capital) = words.fold((0, 0), |(all, capital), unit| (all + 1, capital + usize::from(unit.capital)));
    all >= 3 && capital * 10 >= all * 7
}

impl Unit {
    pub(super) fn is(&self, tags: Tags) -> bool {
        self.tags.any(tags)
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number)
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.kind, Kind::Quote(_))
    }

    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, marks: &str) -> bool {
        self.mark().is_some_and(|c| marks.contains(c))
    }

    pub(super) fn is_dash(&self) -> bool {
        self.is_mark("—–―-")
    }

    /// A capitalised word that is no closed-class word: part of a name, most likely.
    pub(super) fn is_name(&self) -> bool {
        self.kind == Kind::Word
            && self.capital
            && !self.is(Tags::DETERMINER
                .or(Tags::SUBJECT)
                .or(Tags::OBJECT)
                .or(Tags::PREPOSITION)
                .or(Tags::SUBORDINATOR)
                .or(Tags::COORDINATOR)
                .or(Tags::AUXILIARY)
                .or(Tags::ADVERB))
            && (!self.is(Tags::TIME)
                || matches!(self.lower.as_str(), "may" | "march" | "summer" | "april" | "june" | "august"))
    }
}

/// A sentence: a range of units inside one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) units: Range<usize>,
    /// Index of its paragraph.
    pub(super) paragraph: usize,
}

#[derive(Debug, Default)]
pub(super) struct Units {
    pub(super) all: Vec<Unit>,
    pub(super) sentences: Vec<Sentence>,
}

impl Units {
    /// Index of the first unit that begins at or behind the character `at`.
    pub(super) fn first_from(&self, at: usize) -> usize {
        self.all.partition_point(|unit| unit.span.start < at)
    }

    pub(super) fn of(&self, sentence: &Sentence) -> &[Unit] {
        self.all.get(sentence.units.clone()).unwrap_or_default()
    }
}

/// The units of `paragraphs`, which are in the order of the text.
pub(super) fn units(chars: &[char], paragraphs: &[Span], quotes: &[Marked], vocabulary: &Vocabulary) -> Units {
    let mut all: Vec<Unit> = Vec::new();
    let mut sentences = Vec::new();
    let mut quote = 0;
    for (number, &paragraph) in paragraphs.iter().enumerate() {
        let first = all.len();
        let mut at = paragraph.start;
        let end = paragraph.end.min(chars.len());
        while at < end {
            while quotes.get(quote).is_some_and(|marked| marked.span.start < at) {
                quote += 1;
            }
            if let Some(marked) = quotes.get(quote).filter(|marked| marked.span.start == at) {
                let glued = at > paragraph.start && chars.get(at - 1).is_some_and(|c| !c.is_whitespace());
                all.push(Unit {
                    span: marked.span,
                    kind: Kind::Quote(quote),
                    lower: String::new(),
                    tags: Tags::NONE,
                    verb: None,
                    capital: chars.get(marked.inner.start).is_some_and(|c| c.is_uppercase()),
                    shouted: false,
                    opens: false,
                    possessive: false,
                    glued,
                    speech: !marked.closed
                        || matches!(
                            last_char(chars, marked.inner),
                            Some(',' | '.' | '!' | '?' | '…' | '—' | '。' | '！' | '？')
                        ),
                });
                at = marked.span.end.max(at + 1);
                continue;
            }
            let limit = quotes.get(quote).map_or(end, |marked| marked.span.start.min(end));
            let Some(&c) = chars.get(at) else { break };
            if c.is_whitespace() {
                at += 1;
            } else {
                let unit = word_or_mark(chars, at, limit, paragraph.start, vocabulary);
                at = unit.span.end;
                all.push(unit);
            }
        }
        if let Some(unit) = all.get_mut(first) {
            unit.opens = true;
        }
        unmask_names(&mut all, first);
        split(chars, &all, first, number, quotes, &mut sentences);
    }
    Units { all, sentences }
}

/// Takes the adverb's tag off names in -ly ("Anatoly Antonov", "Emily"), and the preposition's off "Per Lindqvist".
fn unmask_names(all: &mut [Unit], first: usize) {
    for at in first..all.len() {
        let next = all.get(at + 1).is_some_and(|next| {
            next.capital && next.kind == Kind::Word && !next.is(Tags::SUBJECT.or(Tags::DETERMINER))
        });
        let inside = at > first && !all.get(at - 1).is_some_and(|before| before.is_mark(".!?:"));
        if let Some(unit) = all.get_mut(at)
            && unit.capital
            && (next || inside)
            && unit.is(Tags::ADVERB)
            && unit.lower.ends_with("ly")
            && !english::is_listed(&unit.lower)
        {
            unit.tags = Tags::NONE;
        }
        if let Some(unit) = all.get_mut(at)
            && unit.lower == "per"
            && unit.capital
            && next
            && inside
        {
            unit.tags = Tags::NONE;
        }
    }
}

fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '‑' | '_' | '&' | '@' | '.' | ',' | '/' | '\u{a1}'..='\u{aa}' | '\u{ac}'..='\u{ba}' | '\u{bc}'..='\u{bf}')
}

fn word_or_mark(chars: &[char], at: usize, limit: usize, from: usize, vocabulary: &Vocabulary) -> Unit {
    let get = |at: usize| chars.get(at).copied().filter(|_| at < limit).unwrap_or(' ');
    let glued = at > from && chars.get(at - 1).is_some_and(|c| !c.is_whitespace());
    let first = get(at);
    let starts_word = first.is_alphanumeric()
        || matches!(first, '@' | '#' | '$' | '£' | '€') && get(at + 1).is_alphanumeric()
        || matches!(first, '\'' | '’') && get(at + 1).is_alphanumeric();
    let mut end = at + 1;
    if !starts_word {
        // A run of dots or dashes is one mark.
        if matches!(first, '.' | '-') {
            while get(end) == first {
                end += 1;
            }
        }
        let c = match (first, end - at) {
            ('.', 2..) => '…',
            ('-', 2..) => '—',
            _ => first,
        };
        return Unit {
            span: Span::new(at, end),
            kind: Kind::Mark(c),
            lower: String::new(),
            tags: Tags::NONE,
            verb: None,
            capital: false,
            shouted: false,
            opens: false,
            possessive: false,
            glued,
            speech: false,
        };
    }
    loop {
        let c = get(end);
        let goes_on = c.is_alphanumeric() || is_combining(c);
        let joint = is_joint(c) && get(end + 1).is_alphanumeric() && get(end - 1).is_alphanumeric();
        let digits = get(end - 1).is_numeric() && get(end + 1).is_numeric();
        let letters = end - at == 1 || get(end.saturating_sub(2)) == '.' || get(end.saturating_sub(2)) == '-';
        let joins = match c {
            // `3.5`, `U.S`, `savings.com`, but no full stop without a space behind it.
            '.' => joint && (digits || letters || get(end + 1).is_lowercase()),
            ',' | '/' => joint && digits,
            _ => joint,
        };
        if !(goes_on || joins) {
            break;
        }
        end += 1;
    }
    let mut lower: String = chars
        .get(at..end)
        .unwrap_or_default()
        .iter()
        .flat_map(|c| c.to_lowercase())
        .map(|c| if c == '’' { '\'' } else { c })
        .collect();
    if get(end) == '.' && get(end + 1) != '.' {
        let dotted =
            lower.contains('.') && lower.rsplit(['.', '-']).next().is_some_and(|last| last.chars().count() == 1);
        let initial = end - at == 1 && first.is_uppercase() && first != 'I';
        let known = english::tags(&format!("{lower}.")).any(Tags::TITLE.or(Tags::ABBREVIATION));
        let month_or_no = matches!(
            lower.as_str(),
            "no" | "mar" | "al" | "mo" | "fig" | "pa" | "mass" | "miss" | "wash" | "ill" | "ind" | "st" | "co"
        );
        let numbered = get(end + 1) == ' ' && get(end + 2).is_numeric();
        if dotted
            || initial
            || known && (!month_or_no || numbered || first.is_uppercase() && get(end + 1) == ' ' && lower != "no")
        {
            lower.push('.');
            end += 1;
        }
    }
    let mut possessive = lower.ends_with("'s") && !english::tags(&lower).any(Tags::BE);
    if matches!(get(end), '\'' | '’') && lower.ends_with('s') {
        possessive = true;
        end += 1;
    }
    let tags = if possessive { Tags::NONE } else { english::tags(&lower) };
    let number = first.is_numeric() || matches!(first, '$' | '£' | '€');
    Unit {
        span: Span::new(at, end),
        kind: if number { Kind::Number } else { Kind::Word },
        verb: if possessive { None } else { vocabulary.verb(&lower) },
        tags,
        lower,
        capital: first.is_uppercase() || matches!(first, '@' | '#'),
        opens: false,
        shouted: end - at > 1 && chars.get(at..end).unwrap_or_default().iter().all(|c| !c.is_lowercase()),
        possessive,
        glued,
        speech: false,
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}' | '\u{200c}')
}

/// Units after which a sentence is cut, so that the time stays linear in any text.
const LONGEST_SENTENCE: usize = 400;

/// Splits the units from `first` on into sentences.
fn split(chars: &[char], all: &[Unit], first: usize, paragraph: usize, quotes: &[Marked], out: &mut Vec<Sentence>) {
    let mut start = first;
    for at in first..all.len() {
        let (Some(unit), next) = (all.get(at), all.get(at + 1)) else { continue };
        let ends = match unit.kind {
            Kind::Mark('.' | '!' | '?' | '…' | '。' | '！' | '？') => next.is_none_or(|next| {
                // A closing bracket or quotation mark belongs to the sentence that it ends.
                !next.is_mark(")]}.!?…。！？") && (!next.glued || next.is_quote()) && starts_sentence(next)
            }),
            Kind::Mark(')' | ']') => {
                let before = at.checked_sub(1).and_then(|at| all.get(at));
                before.is_some_and(|before| before.is_mark(".!?…")) && next.is_none_or(starts_sentence)
            }
            Kind::Quote(index) => {
                let last = quotes.get(index).and_then(|marked| last_char(chars, marked.inner));
                let stop = matches!(last, Some('.' | '!' | '?' | '…' | '。' | '！' | '？'));
                let asks = matches!(last, Some('!' | '?' | '…'));
                stop && !is_signed(all, at + 1)
                    && next.is_some_and(|next| {
                        if asks || next.is_quote() {
                            next.is_quote() || starts_sentence(next) && !tail_reports(all, at + 1)
                        } else {
                            starts_sentence(next) && !tail_ends(all, at + 1)
                        }
                    })
            }
            Kind::Word => {
                unit.lower.ends_with('.')
                    && !unit.is(Tags::TITLE)
                    && unit.lower.chars().count() > 2
                    && next.is_some_and(|next| {
                        next.capital
                            && next.is(Tags::DETERMINER
                                .or(Tags::SUBJECT)
                                .or(Tags::PREPOSITION)
                                .or(Tags::SUBORDINATOR)
                                .or(Tags::COORDINATOR)
                                .or(Tags::ADVERB))
                            && !next.lower.ends_with('.')
                            || next.is_quote() && next.capital
                    })
            }
            _ => false,
        };
        if ends || at - start >= LONGEST_SENTENCE {
            out.push(Sentence { units: start..at + 1, paragraph });
            start = at + 1;
        }
    }
    if start < all.len() {
        out.push(Sentence { units: start..all.len(), paragraph });
    }
}

fn last_char(chars: &[char], inner: Span) -> Option<char> {
    let inside = chars.get(inner.start..inner.end)?;
    inside.iter().rev().copied().find(|c| !c.is_whitespace() && !matches!(c, '’' | '\'' | '”' | '"' | ')' | ']'))
}

fn starts_sentence(unit: &Unit) -> bool {
    unit.capital
        || unit.is_quote()
        || matches!(unit.kind, Kind::Number | Kind::Mark('(' | '[' | '—' | '–' | '-' | '―' | '¿' | '¡' | '*' | '•'))
        || unit.lower.starts_with(|c: char| !c.is_lowercase())
}

/// True where the units from `at` are a dash and no more than the name of who said it: “…” — Anna Berg.
fn is_signed(all: &[Unit], at: usize) -> bool {
    const LONGEST_NAME: usize = 8;
    let behind = all.get(at + 1..).unwrap_or_default();
    let named = |unit: &&Unit| unit.is_name() || unit.is(Tags::TITLE) || unit.lower == "of";
    let name = behind.iter().take(LONGEST_NAME).take_while(named).count();
    let ends = behind.get(name).is_none_or(|unit| unit.opens || unit.is_quote() || unit.is_mark(".") || unit.is_dash());
    all.get(at).is_some_and(|unit| unit.is_dash() && !unit.opens) && name > 0 && ends
}

/// True where the units from `at` are a reporting clause that belongs to the quotation before it:
/// a reporting verb stands near, before the sentence ends.
fn tail_reports(all: &[Unit], at: usize) -> bool {
    for (count, unit) in all.get(at..).unwrap_or_default().iter().enumerate() {
        if count > 14 || unit.is_quote() || unit.is_mark(".!?;:") {
            return false;
        }
        if let Some(verb) = unit.verb {
            return count > 0
                && (verb.form.past || verb.form.third)
                && all.get(at + count + 1).is_none_or(|next| {
                    next.is_quote()
                        || next.mark().is_some()
                        || next.is(Tags::TIME.or(Tags::PREPOSITION).or(Tags::HEARER).or(Tags::ADVERB))
                            && !next.is(Tags::SUBORDINATOR)
                        || next.is_name()
                });
        }
    }
    false
}

/// Verbs that stand behind what they report without more.
const TELLING: [&str; 10] =
    ["add", "conclude", "continue", "declare", "explain", "note", "post", "say", "tweet", "write"];

/// Most units behind a reporting verb that only tell when and where.
const ADJUNCT: usize = 12;

/// True where the units from `at` are no more than `Name said` and the sentence's end.
fn tail_ends(all: &[Unit], at: usize) -> bool {
    for (count, unit) in all.get(at..).unwrap_or_default().iter().enumerate() {
        if count > 8 || unit.is_quote() || unit.is_mark(".!?;:,") {
            return false;
        }
        if let Some(verb) = unit.verb {
            let behind = all.get(at + count + 1..).unwrap_or_default();
            let rest: Vec<&Unit> =
                behind.iter().take(ADJUNCT).take_while(|unit| !unit.is_mark(".") && !unit.opens).collect();
            let adjunct = Tags::TIME.or(Tags::PREPOSITION).or(Tags::ADVERB);
            // "“…” Berg wrote in a letter": no more than when and where.
            let is_adjunct = rest.first().is_none_or(|unit| unit.is(adjunct) && !unit.is(Tags::SUBORDINATOR))
                && rest.len() < ADJUNCT
                && !rest
                    .iter()
                    .any(|unit| unit.mark().is_some() || unit.is_quote() || unit.is(Tags::AUXILIARY.or(Tags::SUBJECT)))
                && !rest.iter().any(|unit| unit.lower == "that");
            return count > 0
                && (rest.is_empty()
                    || TELLING.contains(&verb.lemma) && (verb.form.past || verb.form.third) && is_adjunct);
        }
    }
    false
}
