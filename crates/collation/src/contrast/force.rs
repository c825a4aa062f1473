//! FORCE: a modal, hedge or degree word differs on the same head word.
//!
//! An expression is compared with what stands at the word it bears on ("must *close*", "*close*
//! completely"), where the other reading has that word among the same neighbours. The expressions and
//! their classes stand in `assets/force/force.txt`. English only; knows nothing of negation.

mod list;

use super::reported::{Word, is_function, whole, words_between, words_of};
use super::{Contrast, ContrastKind, Evidence, EvidencePart, Note, Side, against_lead};
use crate::attribution::{CueClass, Vocabulary};
use crate::prepare::Prepared;
use crate::segment::Token;
use crate::span::Span;
use crate::table::Certainty;
use crate::wording::{Dictionary, align_words};
use list::{Class, DETERMINERS, expression_at};

/// An expression of force in a reading.
struct Expression {
    span: Span,
    classes: &'static [Class],
    /// Index of the word it bears on.
    head: Option<usize>,
}

struct Reading<'a> {
    article: &'a Prepared,
    vocabulary: &'a Vocabulary,
    words: Vec<Word<'a>>,
    expressions: Vec<Expression>,
}

/// Words on either side of a head that tell whether two readings say the same of it.
const NEIGHBOURS: usize = 6;
/// Of these, how many two readings must share.
const LEAST_SHARED: usize = 2;
/// Words around a head in which an expression of the same class agrees, whatever it bears on: "accused
/// of being one of the men who".
const AROUND: usize = 10;
/// Tokens of a reading that are aligned, and how sure a link must be to find a head in other words.
const MOST_TOKENS: usize = 400;
const SURE: f32 = 0.6;
/// Verbs that say little by themselves where something is measured or done.
const LIGHT: [&str; 4] = ["take", "last", "make", "become"];
/// The class of "reportedly".
const DOUBT: &str = "doubt";
/// Words between an expression and its head.
const REACH: usize = 4;

/// One contrast for each expression of a reading that the base words otherwise, or the reverse; and for each two
/// expressions of other readings of which the base has neither.
pub(super) fn contrasts(sides: &[Side], lead: usize, words: &Dictionary) -> Vec<Contrast> {
    let readings: Vec<Reading> = sides.iter().map(Reading::new).collect();
    let Some(base_reading) = readings.get(lead) else { return Vec::new() };
    let pairs = against_lead(sides, lead);
    let others = readings.iter().enumerate().filter(|&(at, _)| at != lead).map(|(_, reading)| reading);
    let found = pairs
        .zip(others)
        .map(|((base, side), reading)| {
            let mut found = between(base, base_reading, side, reading, words);
            // The same hedge may have been told at the word behind the verb.
            let is_told = |hedge: &Contrast| {
                let spans = |contrast: &Contrast| contrast.evidence.iter().map(|it| it.span).collect::<Vec<_>>();
                found.iter().any(|told: &Contrast| spans(told).iter().zip(spans(hedge)).any(|(a, b)| a.overlaps(b)))
            };
            let hedge = on_verbs(base, base_reading, side, reading, words).filter(|hedge| !is_told(hedge));
            found.extend(hedge);
            found.sort_by_key(|contrast| contrast.evidence.first().map(|evidence| evidence.span));
            found
        })
        .collect();
    let mut told = of_the_base_once(found);
    let others = || sides.iter().zip(&readings).enumerate().filter(|&(at, _)| at != lead).map(|(_, both)| both);
    for (at, (side, reading)) in others().enumerate() {
        // Told are two expressions: where either has none, nothing need be aligned.
        let speak = |reading: &Reading| !reading.expressions.is_empty();
        for (before, before_reading) in others().take(at).filter(|(_, before)| speak(before) && speak(reading)) {
            for contrast in between(before, before_reading, side, reading, words) {
                let is_told = |place: &Evidence| {
                    let mut known = told.iter().flat_map(|known| &known.evidence);
                    known.any(|known| known.column == place.column && known.span.overlaps(place.span))
                };
                if matches!(contrast.note, Note::Force { .. }) && !contrast.evidence.iter().any(is_told) {
                    told.push(contrast);
                }
            }
        }
    }
    told
}

/// What all others, two or more, have in place of one expression of the base is told of the base, once.
fn of_the_base_once(mut found: Vec<Vec<Contrast>>) -> Vec<Contrast> {
    let of_base = |contrast: &Contrast| contrast.evidence.last().copied();
    let odd: Vec<Contrast> = match found.split_first() {
        Some((first, rest)) if !rest.is_empty() => {
            let is_alike = |one: &Contrast, other: &Contrast| of_base(one) == of_base(other) && one.note == other.note;
            let by_all = |one: &&Contrast| rest.iter().all(|list| list.iter().any(|other| is_alike(one, other)));
            first.iter().filter(by_all).cloned().collect()
        }
        _ => Vec::new(),
    };
    let mut once = Vec::new();
    for one in odd {
        let note = match one.note.clone() {
            Note::Force { here, elsewhere } => Note::Force { here: elsewhere, elsewhere: here },
            Note::ForceOnlyElsewhere(bases) => Note::ForceOnlyHere(bases),
            _ => continue,
        };
        let Some(base) = of_base(&one) else { continue };
        let mut evidence = vec![Evidence { part: EvidencePart::Words, ..base }];
        for list in &mut found {
            let own = list.iter().position(|other| of_base(other) == Some(base)).map(|at| list.remove(at));
            let own = own.and_then(|own| own.evidence.first().copied());
            evidence.extend(own.map(|own| Evidence { part: EvidencePart::Counterpart, ..own }));
        }
        once.push(Contrast { note, evidence, ..one });
    }
    once.extend(found.into_iter().flatten());
    once
}

/// A hedge on the verb that reports the same: "reportedly said" here, "said" there.
fn on_verbs(
    base: &Side,
    base_reading: &Reading,
    side: &Side,
    reading: &Reading,
    dictionary: &Dictionary,
) -> Option<Contrast> {
    let hedges = |reading: &Reading| reading.expressions.iter().any(|expression| has(expression, DOUBT));
    if !hedges(reading) && !hedges(base_reading) {
        return None;
    }
    let (own_verb, base_verb) = super::cue::verbs_of_the_same(side, base, dictionary.lexicon)?;
    match (reading.hedge_on(own_verb), base_reading.hedge_on(base_verb)) {
        (Some(hedge), None) if !base_reading.doubts_near(base_verb) => force(side, Ok(hedge), base, Err(base_verb)),
        (None, Some(hedge)) if !reading.doubts_near(own_verb) => force(side, Err(own_verb), base, Ok(hedge)),
        _ => None,
    }
}

/// The contrast between what two readings have in one place: an expression, or (`Err`) the word it would bear on.
fn force(
    side: &Side,
    own: Result<&Expression, Span>,
    base: &Side,
    bases: Result<&Expression, Span>,
) -> Option<Contrast> {
    let words = |side: &Side, end: &Result<&Expression, Span>| match end {
        Ok(expression) => Some(side.article.witness.text.slice(expression.span).to_lowercase()),
        Err(_) => None,
    };
    let note = match (words(side, &own), words(base, &bases)) {
        (Some(here), Some(elsewhere)) => Note::Force { here, elsewhere },
        (Some(own), None) => Note::ForceOnlyHere(own),
        (None, Some(bases)) => Note::ForceOnlyElsewhere(bases),
        (None, None) => return None,
    };
    let part = if own.is_ok() { EvidencePart::Words } else { EvidencePart::Counterpart };
    Some(Contrast {
        kind: ContrastKind::Force,
        certainty: Certainty::Rule,
        note,
        evidence: vec![side.evidence(span_of(&own), part), base.evidence(span_of(&bases), EvidencePart::Counterpart)],
    })
}

fn between<'a>(
    base: &Side,
    base_reading: &Reading<'a>,
    side: &Side,
    reading: &Reading<'a>,
    dictionary: &Dictionary,
) -> Vec<Contrast> {
    let mut told: Vec<(Span, Span)> = Vec::new();
    let mut found = Vec::new();
    // Most readings have nothing of the kind, and alignment has its price.
    if reading.expressions.is_empty() && base_reading.expressions.is_empty() {
        return found;
    }
    let links = linked(side, base, dictionary);
    let back: Vec<(Span, Span)> = links.iter().map(|&(own, theirs)| (theirs, own)).collect();
    for (from, to, links, is_side) in [(reading, base_reading, &links, true), (base_reading, reading, &back, false)] {
        for expression in &from.expressions {
            let Some(answer) = from.answer(expression, to, links) else { continue };
            let (own, bases) = if is_side { (Ok(expression), answer) } else { (answer, Ok(expression)) };
            let (own_span, base_span) = (span_of(&own), span_of(&bases));
            if told.iter().any(|(a, b)| a.overlaps(own_span) || b.overlaps(base_span)) {
                continue;
            }
            told.push((own_span, base_span));
            found.extend(force(side, own, base, bases));
        }
    }
    found
}

/// The words of `side` and `base` that answer each other.
pub(super) fn linked(side: &Side, base: &Side, dictionary: &Dictionary) -> Vec<(Span, Span)> {
    let (own, bases) = (side.tokens(), base.tokens());
    let [one, other] = [&own, &bases].map(|tokens| dictionary.words(tokens.iter().copied()));
    let links = align_words(&one, &other).into_iter().filter(|link| link.certainty >= SURE);
    links.filter_map(|link| Some((own.get(link.a)?.span, bases.get(link.b)?.span))).collect()
}

impl<'a> Side<'a> {
    /// The first tokens of the reading, as many as are aligned.
    fn tokens(&self) -> Vec<&'a Token> {
        let passages = self.reading.passages.iter();
        passages.flat_map(|&passage| self.article.segmented.tokens_in(passage)).take(MOST_TOKENS).collect()
    }
}

fn span_of(end: &Result<&Expression, Span>) -> Span {
    match end {
        Ok(expression) => expression.span,
        Err(head) => *head,
    }
}

impl<'a> Reading<'a> {
    fn new(side: &Side<'a>) -> Self {
        Self::of_words(side.article, words_of(side))
    }

    fn of_words(article: &'a Prepared, words: Vec<Word<'a>>) -> Self {
        let mut expressions: Vec<Expression> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match expression_at(&words, at) {
                Some((length, classes)) => {
                    let span = words.get(at..at + length).unwrap_or_default().iter().map(|word| word.span);
                    let span = span.reduce(Span::join).unwrap_or_default();
                    expressions.push(Expression { span, classes, head: None });
                    at += length;
                }
                None => at += 1,
            }
        }
        let mut reading = Self { article, vocabulary: &article.vocabulary, words, expressions };
        let heads: Vec<Option<usize>> =
            reading.expressions.iter().map(|expression| reading.head_of(expression)).collect();
        for (expression, head) in reading.expressions.iter_mut().zip(heads) {
            expression.head = head;
        }
        reading
    }

    /// The word that an expression bears on: the next word with meaning or, at the end of a clause,
    /// the one before.
    fn head_of(&self, expression: &Expression) -> Option<usize> {
        let start = self.words.partition_point(|word| word.span.start < expression.span.end);
        let in_expression = |word: &Word| self.expressions.iter().any(|expression| expression.span.overlaps(word.span));
        let modal = expression.classes.iter().any(|class| class.family == "modal");
        // "Will be weeks" and "could take weeks".
        let is_light = |word: &Word| is_function(word.norm) || modal && LIGHT.contains(&word.norm);
        let bears = |word: &Word| !is_light(word) && !in_expression(word) && !word.norm.ends_with("ly");
        // "might have a farmer": what is possible is to have one, which says too little.
        let goes_on = |word: &Word| {
            let compares = matches!(word.norm, "more" | "less" | "fewer" | "than");
            !(word.after_break || compares || (modal && DETERMINERS.contains(&word.norm)))
        };
        let mut ahead = self.words.iter().enumerate().skip(start).take(REACH).take_while(|(_, word)| goes_on(word));
        if let Some((head, _)) = ahead.find(|(_, word)| bears(word)) {
            return Some(head);
        }
        if expression.classes.iter().any(|class| class.family != "degree") {
            return None;
        }
        let before = self.words.partition_point(|word| word.span.end <= expression.span.start);
        let mut behind = self.words.iter().enumerate().take(before).rev().take(2);
        behind.find(|(_, word)| bears(word)).map(|(head, _)| head)
    }

    /// What `other` has in the place of `expression`: another expression, or the bare head (`Err`).
    /// `None` where it has the same, or where the place is not found.
    fn answer<'r>(
        &self,
        expression: &Expression,
        other: &'r Reading<'a>,
        links: &[(Span, Span)],
    ) -> Option<Result<&'r Expression, Span>> {
        let head = self.words.get(expression.head?)?;
        let around = self.neighbours(expression.head?);
        let is_order = expression.classes.iter().any(|class| matches!(class.name, "advice" | "necessity"));
        let places: Vec<(usize, usize)> = other
            .words
            .iter()
            .enumerate()
            .filter(|(_, word)| word.stem == head.stem || links.contains(&(head.span, word.span)))
            .map(|(at, _)| {
                let theirs = other.neighbours(at);
                (theirs.iter().filter(|stem| around.contains(stem)).count(), at)
            })
            .collect();
        let at_head = |at: usize| other.expressions.iter().filter(move |candidate| candidate.head == Some(at));
        let agrees = |candidate: &Expression| candidate.classes.iter().any(|class| has(expression, class.name));
        if places.iter().any(|&(_, at)| at_head(at).any(agrees) || other.near(at).any(agrees)) {
            return None;
        }
        let &(shared, at) = places.iter().max_by_key(|(shared, at)| (*shared, std::cmp::Reverse(*at)))?;
        let swap = at_head(at).find(|candidate| {
            candidate.classes.iter().any(|class| expression.classes.iter().any(|own| own.family == class.family))
        });
        let theirs = other.words.get(at)?;
        // "Must approach" and "his approach": there the word is a noun.
        let before = at.checked_sub(1).and_then(|at| other.words.get(at)).filter(|_| !theirs.after_break);
        let is_noun = before.is_some_and(|before| DETERMINERS.contains(&before.norm) || before.norm == "own");
        // A short reading has few words to share.
        let few = around.len().min(other.neighbours(at).len());
        let is_modal = expression.classes.iter().all(|class| class.family == "modal" && class.name != "doubt");
        // "Repeatedly denied" here, "vehemently denied" there.
        let beside = || at_head(at).find(|candidate| candidate.classes.iter().all(|class| class.alone));
        let is_plain = expression.classes.iter().all(|class| class.alone);
        let swap = swap.or_else(|| beside().filter(|_| is_plain && theirs.stem == head.stem));
        let is_deed = expression.classes.iter().all(|class| class.family == "deed");
        let is_coming = has(expression, "plan");
        match swap {
            Some(swap) if shared >= LEAST_SHARED || shared >= 1 && few <= LEAST_SHARED => Some(Ok(swap)),
            // "Try harder", "urged them to try harder": what the other tells is no less an order.
            None if is_order && (theirs.after_break || other.is_ordered(at)) => None,
            None if is_modal && is_noun => None,
            // "For the president to meet" tells of no meeting; "plans to meet", but its own headline says "meets".
            None if other.is_infinitive(at) && !expression.classes.iter().any(|class| class.family == "degree") => None,
            // "Set to vote" before the vote, "voted" after it.
            None if is_deed && theirs.norm.ends_with("ed") && theirs.norm != head.norm && is_coming => None,
            None if shared >= LEAST_SHARED
                && theirs.stem == head.stem
                && expression.classes.iter().all(|class| class.alone)
                && self.is_beside(expression.head?, other, at)
                // Last, as all of the article is read for it.
                && !(is_deed && self.is_bare_elsewhere(expression, head, &around))
                && !(is_deed && other.has_elsewhere(expression, head, &around)) =>
            {
                Some(Err(theirs.span))
            }
            _ => None,
        }
    }

    /// The hedge right before or after the reporting verb at `verb`.
    fn hedge_on(&self, verb: Span) -> Option<&Expression> {
        let before = self.words.partition_point(|word| word.span.end <= verb.start).checked_sub(1);
        let after = self.words.partition_point(|word| word.span.start < verb.end);
        let beside = [before, Some(after)].into_iter().flatten().filter_map(|at| self.words.get(at));
        beside
            .filter_map(|word| self.expressions.iter().find(|expression| expression.span.overlaps(word.span)))
            .find(|expression| has(expression, DOUBT))
    }

    /// True where something is put in doubt around `verb`.
    fn doubts_near(&self, verb: Span) -> bool {
        let at = self.words.partition_point(|word| word.span.start < verb.start);
        // "According to the Times" is as good as "reportedly".
        let cited = self.words.iter().skip(at.saturating_sub(2 * AROUND)).take(3 * AROUND);
        self.near(at).any(|expression| has(expression, DOUBT)) || cited.into_iter().any(|word| word.norm == "according")
    }

    /// True where a verb that asks others to act stands before the word at `at`.
    fn is_ordered(&self, at: usize) -> bool {
        let before = self.words.iter().take(at).rev().take(AROUND);
        before.into_iter().any(|word| self.vocabulary.class_of(word.norm) == Some(CueClass::Directive))
    }

    /// True where the word at `at` is an infinitive, or joined to one by "and".
    fn is_infinitive(&self, at: usize) -> bool {
        let before: Vec<&Word> = self.words.iter().take(at).rev().take(NEIGHBOURS + 2).collect();
        let of_clause = before.iter().take_while(|word| !word.after_break).count() + 1;
        let mut ahead = before.iter().take(of_clause).skip_while(|word| word.norm.ends_with("ly"));
        match ahead.next().map(|word| word.norm) {
            Some("to") => true,
            Some("and" | "or") => ahead.any(|word| word.norm == "to"),
            _ => false,
        }
    }

    /// True where the article has the word that `expression` bears on once more, of the same, without an expression of its
    /// class.
    fn is_bare_elsewhere(&self, expression: &Expression, head: &Word, around: &[&str]) -> bool {
        let article = self.whole();
        let of_class = |other: &Expression| other.classes.iter().any(|class| has(expression, class.name));
        let mut places =
            article.words.iter().enumerate().filter(|(_, word)| word.stem == head.stem && word.span != head.span);
        places.any(|(at, _)| {
            !article.expressions.iter().any(|other| other.head == Some(at) && of_class(other))
                && article.neighbours(at).iter().any(|stem| around.contains(stem))
        })
    }

    /// True where the article has an expression of the same class of the same matter, wherever it stands.
    fn has_elsewhere(&self, expression: &Expression, head: &Word, around: &[&str]) -> bool {
        let article = self.whole();
        let mut alike =
            article.expressions.iter().filter(|other| other.classes.iter().any(|class| has(expression, class.name)));
        alike.any(|other| {
            let at = article.words.partition_point(|word| word.span.start < other.span.start);
            let near = article.neighbours(at);
            near.contains(&head.stem) || near.iter().filter(|stem| around.contains(stem)).count() >= LEAST_SHARED
        })
    }

    /// The article that the reading is of.
    fn whole(&self) -> Self {
        let passages = whole(self.article).into_iter();
        Self::of_words(self.article, passages.flat_map(|passage| words_between(self.article, passage)).collect())
    }

    /// The expressions around the word at `at`, whatever they bear on.
    fn near(&self, at: usize) -> impl Iterator<Item = &Expression> {
        let span = |at: usize| self.words.get(at).map(|word| word.span);
        let from = span(at.saturating_sub(AROUND)).unwrap_or_default().start;
        let to = span(at + AROUND).map_or(usize::MAX, |span| span.end);
        self.expressions.iter().filter(move |expression| expression.span.start >= from && expression.span.end <= to)
    }

    /// True where one of the next two words with meaning on the same side of both heads is the same.
    fn is_beside(&self, head: usize, other: &Reading<'a>, at: usize) -> bool {
        let ahead = |reading: &Self, at: usize| reading.beside(reading.words.iter().skip(at + 1));
        let behind = |reading: &Self, at: usize| reading.beside(reading.words.iter().take(at).rev());
        let meet = |a: Vec<&str>, b: Vec<&str>| a.iter().any(|stem| b.contains(stem));
        meet(ahead(self, head), ahead(other, at)) || meet(behind(self, head), behind(other, at))
    }

    fn beside<'w>(&self, words: impl Iterator<Item = &'w Word<'a>>) -> Vec<&'a str>
    where
        'a: 'w,
    {
        let meaning = words.filter(|word| {
            !is_function(word.norm) && !self.expressions.iter().any(|expression| expression.span.overlaps(word.span))
        });
        meaning.take(2).map(|word| word.stem).collect()
    }

    /// Stems of the words with meaning around the word at `at`.
    fn neighbours(&self, at: usize) -> Vec<&'a str> {
        let from = at.saturating_sub(NEIGHBOURS);
        let near = self.words.iter().enumerate().skip(from).take(2 * NEIGHBOURS + 1);
        let mut stems: Vec<&str> = near
            .filter(|&(other, word)| other != at && !is_function(word.norm))
            .filter(|(_, word)| !self.expressions.iter().any(|expression| expression.span.overlaps(word.span)))
            .map(|(_, word)| word.stem)
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }
}

fn has(expression: &Expression, class: &str) -> bool {
    expression.classes.iter().any(|own| own.name == class)
}

#[cfg(test)]
mod tests;
