//! The passages of one event, each with what a comparison asks of it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::speakers::{Speaker, attribute, speaker_is_shared};
use super::terms::{Terms, is_stop_word, term_of};
use crate::attribution::Quotation;
use crate::lexicon::{Lexicon, counted};
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::span::Span;
use crate::witness::Role;
use crate::wording::{Dictionary, Words};

/// Where a passage stands in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Headline,
    /// The first passage of the first paragraph.
    Lead,
    Body,
    Caption,
}

/// One passage, or a part of one that the reader chose.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Index of the article among those that the caller gave.
    pub article: usize,
    pub span: Span,
    pub place: Place,
    /// True where no passage stands there, only a ruling named it.
    pub is_part: bool,
    /// 0 for the article's first body passage, towards 1 for its last.
    pub depth: f32,
    /// Those whose words the passage reports.
    pub speakers: Vec<Speaker>,
    /// Parts inside quotation marks.
    pub quoted: Vec<Span>,
    /// Share of the passage's words that some quotation attributes.
    pub attributed: f32,
    /// The unit before and behind it in the same article, both of the body.
    pub before: Option<usize>,
    pub behind: Option<usize>,
    /// Terms, sorted, each with its weight in the unit.
    pub(super) terms: Vec<(u32, f32)>,
    /// Sum of the weights of the terms, and their Euclidean norm.
    pub(super) mass: f32,
    pub(super) norm: f32,
    /// Every word and number in its order, marks left out.
    pub(crate) words: Vec<u32>,
    /// Index in the unit's tokens of each of `words`.
    pub(super) word_tokens: Vec<u32>,
    /// A number that passages share where all that coverage asks of them is the same: agencies' copy is printed
    /// word for word.
    pub(super) twin: u32,
    /// What each of `words` weighs as a term.
    pub(super) word_weights: Vec<f32>,
    /// What each token counts where a passage is covered by another.
    pub(super) cover_weights: Vec<f32>,
    /// Whether each of `words` stands inside quotation marks.
    pub(super) word_quoted: Vec<bool>,
    /// The same words as the word aligner wants them.
    pub(super) aligned: Words,
    pub(super) names: Vec<u32>,
    /// The first term, where it has a capital letter as every first word has.
    pub(super) opening: Option<u32>,
    pub(super) numbers: Vec<String>,
}

/// Characters around a passage in which that is sought which its reporting words report.
const REACH: usize = 400;

/// What two units share, where that is little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    Word,
    /// It tells how much or when: weeks, people, Monday.
    Measure,
    /// All that they share are names.
    Names,
    /// All that they share stands in one of them where it says who speaks and how.
    Label,
}

/// The passages of one event.
#[derive(Debug)]
pub struct Units<'a> {
    pub articles: Vec<&'a Prepared>,
    pub all: Vec<Unit>,
    pub(super) terms: Terms,
}

impl<'a> Units<'a> {
    /// The passages of `articles`, without those that `skip` (article and range) refuses, and the
    /// further ranges `extra`. A passage printed twice in one article is taken once.
    pub fn new(
        articles: Vec<&'a Prepared>,
        extra: &[(usize, Span)],
        skip: impl Fn(usize, Span) -> bool,
        lexicon: &'a Lexicon,
    ) -> Self {
        let mut units = Self { articles, all: Vec::new(), terms: Terms::default() };
        for (index, &article) in units.articles.clone().iter().enumerate() {
            units.push_article(index, article, extra, &skip);
        }
        for unit in &units.all {
            for &(term, _) in &unit.terms {
                if let Some(count) = units.terms.counts.get_mut(term as usize) {
                    *count += 1;
                }
            }
        }
        units.terms.weigh(units.all.len());
        let tokens: Vec<&'a [Token]> = units.all.iter().map(|unit| units.tokens_of(unit)).collect();
        let dictionary = Dictionary::new(tokens.iter().copied().flatten(), lexicon);
        let words: Vec<Words> = tokens.par_iter().map(|&tokens| dictionary.words(tokens)).collect();
        for ((unit, tokens), words) in units.all.iter_mut().zip(tokens).zip(words) {
            unit.aligned = words;
            let weight = |&at: &u32| tokens.get(at as usize).map_or(0.0, |token| units.terms.weight_of(token));
            unit.word_weights = unit.word_tokens.iter().map(weight).collect();
            unit.cover_weights = tokens.iter().map(|token| cover_weight(&units.terms, token)).collect();
        }
        units.number_twins();
        for unit in &mut units.all {
            for (term, weight) in &mut unit.terms {
                *weight = (1.0 + weight.ln()) * units.terms.weight(*term);
            }
            unit.mass = unit.terms.iter().map(|&(term, _)| units.terms.weight(term)).sum();
            unit.norm = unit.terms.iter().map(|&(_, weight)| weight * weight).sum::<f32>().sqrt();
        }
        units
    }

    /// True where the units are of two articles or more.
    pub fn span_articles<'m>(&self, units: impl IntoIterator<Item = &'m usize>) -> bool {
        let mut articles = units.into_iter().filter_map(|&unit| self.get(unit)).map(|unit| unit.article);
        let first = articles.next();
        articles.any(|article| Some(article) != first)
    }

    pub fn get(&self, unit: usize) -> Option<&Unit> {
        self.all.get(unit)
    }

    /// What two units have in common, where that is little: names alone; or a single word that tells something, and
    /// neither a name, a number, a word that both quote, nor the speaker.
    pub fn weak_bond(&self, a: usize, b: usize) -> Option<Bond> {
        let (x, y) = (self.get(a)?, self.get(b)?);
        let its = |term: &u32| y.terms.binary_search_by_key(term, |&(its, _)| its).is_ok();
        let shared: Vec<u32> = x.terms.iter().map(|&(term, _)| term).filter(its).collect();
        let has_number = x.numbers.iter().any(|number| y.numbers.contains(number));
        if !has_number && !shared.is_empty() {
            if [x, y].iter().any(|unit| self.are_of_label(unit, &shared)) {
                return Some(Bond::Label);
            }
            // "Russian envoy criticizes …": a first word is a name where a sentence of the other has it as one.
            let is_name = |term: &u32, unit: &Unit, other: &Unit| {
                let is_so_there = other.place != Place::Headline && other.names.contains(term);
                unit.names.contains(term) || unit.opening == Some(*term) && is_so_there
            };
            if shared.iter().all(|term| is_name(term, x, y) && is_name(term, y, x)) {
                return Some(Bond::Names);
            }
        }
        // "Two inspections", "two contractors": what both count is not the same for it.
        let is_figure = |term: &u32| {
            let mut tokens = self.tokens_of(x).iter().filter(|token| self.terms.id_of(token) == Some(*term));
            tokens.all(|token| number_of(token).is_some())
        };
        if has_number && shared.iter().all(is_figure) && counts_alone(x, y) && !speaker_is_shared(x, y) {
            return Some(Bond::Measure);
        }
        let [term] = shared[..] else { return None };
        let is_name = x.names.contains(&term) && y.names.contains(&term);
        let is_it = |unit: &Unit, at: u32| {
            self.tokens_of(unit).get(at as usize).and_then(|token| self.terms.id_of(token)) == Some(term)
        };
        let quotes = |unit: &Unit| {
            unit.word_tokens.iter().zip(&unit.word_quoted).any(|(&at, &is_quoted)| is_quoted && is_it(unit, at))
        };
        if is_name || speaker_is_shared(x, y) || quotes(x) && quotes(y) || has_number {
            return None;
        }
        Some(if self.terms.is_measure(term) { Bond::Measure } else { Bond::Word })
    }

    /// True where two units report words of one speaker, and all that one of them has in quotation marks the other has
    /// in them, too.
    pub fn quote_the_same(&self, a: usize, b: usize) -> bool {
        let (Some(x), Some(y)) = (self.get(a), self.get(b)) else { return false };
        let (quoted_x, quoted_y) = (self.quoted_terms(x), self.quoted_terms(y));
        let (less, more) = if quoted_x.len() <= quoted_y.len() { (quoted_x, quoted_y) } else { (quoted_y, quoted_x) };
        !less.is_empty() && less.is_subset(&more) && speaker_is_shared(x, y)
    }

    /// The words with a meaning that `unit` has in quotation marks.
    fn quoted_terms(&self, unit: &Unit) -> BTreeSet<u32> {
        let tokens = self.tokens_of(unit);
        let quoted = unit.word_tokens.iter().zip(&unit.word_quoted).filter(|(_, is_quoted)| **is_quoted);
        quoted.filter_map(|(&at, _)| self.terms.id_of(tokens.get(at as usize)?)).collect()
    }

    /// True where all of `terms` stand in `unit` only where a quotation names its source; and where the unit has no other
    /// words than these and how that one speaks: "he tweeted".
    fn are_of_label(&self, unit: &Unit, terms: &[u32]) -> bool {
        let Some(article) = self.article_of(unit) else { return false };
        // What was said may stand in a passage of its own.
        let around = Span::new(unit.span.start.saturating_sub(REACH), unit.span.end + REACH);
        let quotations = article.quotations_near(&[around]);
        let stand_in = |terms: &dyn Fn(u32) -> bool, spans: &dyn Fn(&Quotation) -> Vec<Span>| {
            let spans: Vec<Span> = quotations.iter().flat_map(spans).collect();
            let mut tokens = self.tokens_of(unit).iter().filter(|token| self.terms.id_of(token).is_some_and(terms));
            tokens.all(|token| spans.iter().any(|span| span.covers(token.span)))
        };
        stand_in(&|term| terms.contains(&term), &|quotation| quotation.source.clone())
            || stand_in(&|_| true, &|quotation| [quotation.source.as_slice(), &quotation.cue].concat())
    }

    /// True where a language model has read the passages.
    pub(super) fn are_read(&self) -> bool {
        self.all.first().is_some_and(|unit| unit.aligned.are_read())
    }

    /// The article that a unit stands in.
    pub fn article_of(&self, unit: &Unit) -> Option<&'a Prepared> {
        self.articles.get(unit.article).copied()
    }

    /// The tokens of a unit.
    pub fn tokens_of(&self, unit: &Unit) -> &'a [Token] {
        self.article_of(unit).map(|article| article.segmented.tokens_in(unit.span)).unwrap_or_default()
    }

    /// The text of a unit.
    pub fn text_of(&self, unit: &Unit) -> &'a str {
        self.article_of(unit).map(|article| article.witness.text.slice(unit.span)).unwrap_or_default()
    }

    /// True for a unit that only a ruling made.
    pub fn is_part(&self, unit: usize) -> bool {
        self.get(unit).is_some_and(|unit| unit.is_part)
    }

    /// What a token weighs in this event; nothing for marks and words that say little.
    pub fn weight_of(&self, token: &Token) -> f32 {
        self.terms.weight_of(token)
    }

    /// True for a word of `unit` that is part of a name.
    pub fn is_name(&self, unit: &Unit, token: &Token) -> bool {
        self.terms.id_of(token).is_some_and(|id| unit.names.binary_search(&id).is_ok())
    }

    /// Gives the same number to passages of the same words, of which the same are quoted.
    fn number_twins(&mut self) {
        let mut known = BTreeMap::new();
        let twins: Vec<u32> = self
            .all
            .iter()
            .map(|unit| {
                let start = unit.span.start;
                let quoted: Vec<Span> =
                    unit.quoted.iter().map(|quoted| Span::new(quoted.start - start, quoted.end - start)).collect();
                let words: Vec<(&str, &str)> =
                    self.tokens_of(unit).iter().map(|token| (token.norm.as_str(), token.stem.as_str())).collect();
                let fresh = known.len() as u32;
                *known.entry((self.text_of(unit), words, quoted)).or_insert(fresh)
            })
            .collect();
        for (unit, twin) in self.all.iter_mut().zip(twins) {
            unit.twin = twin;
        }
    }

    fn push_article(
        &mut self,
        index: usize,
        article: &'a Prepared,
        extra: &[(usize, Span)],
        skip: &impl Fn(usize, Span) -> bool,
    ) {
        let passages = &article.segmented.passages;
        let mut printed: BTreeSet<Vec<&str>> = BTreeSet::new();
        let mut last_body: Option<usize> = None;
        let mut has_lead = false;
        for (at, passage) in passages.iter().enumerate() {
            let tokens = article.segmented.tokens_of(passage);
            let words: Vec<&str> =
                tokens.iter().filter(|token| token.kind != TokenKind::Mark).map(|token| token.norm.as_str()).collect();
            // Short answers come back on purpose ("No."); whole sentences don't.
            let again = words.len() >= 4 && !printed.insert(words);
            if again || skip(index, passage.span) {
                continue;
            }
            let place = match passage.role {
                Role::Headline => Place::Headline,
                Role::Caption => Place::Caption,
                Role::Body | Role::Quote | Role::List if !has_lead => Place::Lead,
                _ => Place::Body,
            };
            has_lead |= place == Place::Lead;
            let mut unit = self.unit(index, article, passage.span, place);
            unit.depth = at as f32 / passages.len() as f32;
            let here = self.all.len();
            if matches!(place, Place::Lead | Place::Body) {
                unit.before = last_body;
                if let Some(before) = last_body.and_then(|before| self.all.get_mut(before)) {
                    before.behind = Some(here);
                }
                last_body = Some(here);
            }
            self.all.push(unit);
        }
        for &(_, span) in extra.iter().filter(|(article, _)| *article == index) {
            let stands = |unit: &Unit| {
                unit.article == index
                    && unit.span.start.abs_diff(span.start) <= 1
                    && unit.span.end.abs_diff(span.end) <= 1
            };
            if !self.all.iter().any(stands) {
                let mut unit = self.unit(index, article, span, Place::Body);
                unit.is_part = true;
                self.all.push(unit);
            }
        }
    }

    fn unit(&mut self, index: usize, article: &Prepared, span: Span, place: Place) -> Unit {
        let text = &article.witness.text;
        let tokens = article.segmented.tokens_in(span);
        let mut counts: BTreeMap<u32, f32> = BTreeMap::new();
        let (mut words, mut word_tokens, mut names, mut numbers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut opening = None;
        let mut starts_sentence = true;
        for (at, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Mark {
                starts_sentence |= token.norm == "\"" || token.norm == ":";
                continue;
            }
            words.push(self.terms.intern(&token.norm));
            word_tokens.push(at as u32);
            if let Some(number) = number_of(token) {
                numbers.push(number);
            }
            if let Some(term) = term_of(token) {
                let id = self.terms.intern(term);
                *counts.entry(id).or_default() += 1.0;
                let first = text.slice(Span::new(token.span.start, token.span.start + 1));
                let is_capital = token.kind == TokenKind::Word && first.starts_with(char::is_uppercase);
                if is_capital && !starts_sentence {
                    names.push(id);
                } else if is_capital && words.len() == 1 {
                    opening = Some(id);
                }
            }
            starts_sentence = false;
        }
        names.sort_unstable();
        names.dedup();
        numbers.sort_unstable();
        numbers.dedup();
        let mut unit = Unit {
            article: index,
            span,
            place,
            is_part: false,
            depth: 0.0,
            speakers: Vec::new(),
            quoted: Vec::new(),
            attributed: 0.0,
            before: None,
            behind: None,
            terms: counts.into_iter().collect(),
            mass: 0.0,
            norm: 0.0,
            words,
            word_tokens,
            twin: 0,
            word_weights: Vec::new(),
            cover_weights: Vec::new(),
            word_quoted: Vec::new(),
            aligned: Words::default(),
            names,
            opening,
            numbers,
        };
        attribute(article, &mut unit);
        let is_quoted = |at: &u32| {
            tokens.get(*at as usize).is_some_and(|token| unit.quoted.iter().any(|quoted| quoted.covers(token.span)))
        };
        unit.word_quoted = unit.word_tokens.iter().map(is_quoted).collect();
        unit
    }
}

/// Weight of a token for coverage: function words and marks count a little, they hold phrases.
fn cover_weight(terms: &Terms, token: &Token) -> f32 {
    match token.kind {
        TokenKind::Mark => 0.02,
        _ if is_stop_word(&token.norm) => 0.25,
        _ => terms.weight_of(token),
    }
}

/// True where all figures that two units share are those of few things.
fn counts_alone(a: &Unit, b: &Unit) -> bool {
    let mut shared = a.numbers.iter().filter(|number| b.numbers.contains(number));
    shared.all(|number| number.parse::<u32>().is_ok_and(|number| number <= 12))
}

/// The figure that a token stands for: "1,000" and "1000", "five" and "5".
fn number_of(token: &Token) -> Option<String> {
    if token.kind == TokenKind::Number {
        return Some(token.norm.replace(',', ""));
    }
    // "one" is left out, it is a pronoun as often.
    counted(&token.norm).filter(|value| (2..=12).contains(value)).map(|value| value.to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::prepare::prepare;
    use crate::span::Text;
    use crate::witness::Witness;

    /// What `tell` says of the two passages, each the only one of its article.
    fn of_two<T>(passages: [&str; 2], tell: impl Fn(&Units) -> T) -> T {
        let article = |text: &str| prepare(Arc::new(Witness { text: Text::new(text), ..Witness::default() }));
        let articles = passages.map(article);
        let lexicon = Lexicon::new(&articles.iter().map(|article| &article.segmented).collect::<Vec<_>>());
        let units = Units::new(articles.iter().collect(), &[], |_, _| false, &lexicon);
        assert_eq!(units.all.len(), 2, "{passages:?}");
        tell(&units)
    }

    #[test]
    fn what_two_passages_share_may_be_little() {
        for (one, other, bond) in [
            ("We held two inspections.", "They asked two contractors.", Some(Bond::Measure)),
            ("We paid 41,000 crowns.", "They asked 41,000 drivers.", None),
            ("Queues reached the ring.", "He had reached a barrier.", Some(Bond::Word)),
            // The first word is a name where the other has it as one in mid-sentence, and else may be any.
            ("Norish ferries left Halden late.", "In Halden the Norish mayor spoke.", Some(Bond::Names)),
            ("Norish ferries left Halden late.", "Norish mayors spoke in Halden.", None),
            ("Cracks closed the old bridge.", "The bridge has cracks.", None),
        ] {
            assert_eq!(of_two([one, other], |units| units.weak_bond(0, 1)), bond, "{one} {other}");
        }
    }

    #[test]
    fn a_part_of_a_quotation_is_the_same_quotation_of_one_speaker() {
        let whole = "“We closed it as a precaution,” Ada Vale said.";
        for (other, same) in [
            ("Ada Vale insisted it was “a precaution” and left.", true),
            ("Jon Roth insisted it was “a precaution” and left.", false),
            ("Ada Vale insisted it was “a blunder” and left.", false),
            ("Ada Vale insisted it was a precaution and left.", false),
        ] {
            assert_eq!(of_two([whole, other], |units| units.quote_the_same(0, 1)), same, "{other}");
        }
    }
}
