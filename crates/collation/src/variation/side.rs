//! One reading as the comparison sees it: its tokens, and which of them say who reports.

use crate::attribution::is_honorific;
use crate::lexicon::{WordClass, class_of, is_negation};
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::span::Span;
use crate::table::Reading;

pub(super) struct Side {
    pub passages: Vec<Span>,
    pub tokens: Vec<Token>,
    pub weights: Vec<Weight>,
    /// True for the words that tell who reports ("Varga said").
    pub reporting: Vec<bool>,
    /// True for those of them that report ("said").
    pub cue: Vec<bool>,
    /// True for words with a capital that no beginning of a sentence explains: names, mostly.
    pub named: Vec<bool>,
    /// True for all words with a capital and a meaning, those that begin a sentence too; none in a headline's title case.
    pub capital: Vec<bool>,
    /// By quotation: its words that report, and the words with a meaning that it reports.
    pub reports: Vec<(Vec<usize>, Vec<usize>)>,
}

/// How much a token counts in telling runs apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Punctuation: follows its surroundings.
    Mark,
    /// Word without content of its own.
    Function,
    /// Word with content; also what denies or obliges.
    Content,
}

impl Side {
    pub fn new(article: &Prepared, reading: &Reading) -> Self {
        let tokens: Vec<Token> =
            reading.passages.iter().flat_map(|span| article.segmented.tokens_in(*span)).cloned().collect();
        let about = article
            .quotations
            .iter()
            .filter(|quotation| touches(&quotation.content, &reading.passages) && !quotation.cue.is_empty());
        let weights: Vec<Weight> = tokens.iter().map(weigh).collect();
        let (mut says, mut said, mut cues) = (Vec::new(), Vec::new(), Vec::new());
        let mut reports = Vec::new();
        for quotation in about {
            let inside = |spans: &[Span], least: Weight| -> Vec<usize> {
                let tokens = tokens.iter().zip(&weights).enumerate();
                let held = tokens.filter(|(_, (token, weight))| {
                    **weight >= least && spans.iter().any(|span| span.covers(token.span))
                });
                held.map(|(at, _)| at).collect()
            };
            reports.push((inside(&quotation.cue, Weight::Function), inside(&quotation.content, Weight::Content)));
            says.extend(quotation.cue.iter().chain(&quotation.source).copied());
            said.extend(quotation.content.iter().copied());
            cues.extend(quotation.cue.iter().copied());
        }
        let within = |spans: &[Span], token: &Token| spans.iter().any(|span| span.covers(token.span));
        let reporting: Vec<bool> = tokens.iter().map(|token| within(&says, token) && !within(&said, token)).collect();
        let cue = tokens.iter().zip(&reporting).map(|(token, &reporting)| reporting && within(&cues, token)).collect();
        let capital = capitals(article, &tokens, &weights);
        let begins = |at: usize| {
            at.checked_sub(1).and_then(|before| weights.get(before)).is_none_or(|before| *before == Weight::Mark)
        };
        let named = capital.iter().enumerate().map(|(at, &capital)| capital && !begins(at)).collect();
        Self { passages: reading.passages.clone(), weights, tokens, reporting, cue, named, capital, reports }
    }

    /// True where the token at `at` is no punctuation.
    pub fn is_word(&self, at: usize) -> bool {
        self.weights.get(at).is_some_and(|weight| *weight > Weight::Mark)
    }

    pub fn has_reporting(&self) -> bool {
        self.reporting.contains(&true)
    }
}

/// Of the tokens with a meaning those that begin with a capital; none where most do, as in a headline.
fn capitals(article: &Prepared, tokens: &[Token], weights: &[Weight]) -> Vec<bool> {
    let is_capital = |token: &Token| article.witness.text.slice(token.span).starts_with(char::is_uppercase);
    let is_told = |token: &Token, weight: &Weight| *weight == Weight::Content || is_honorific(&token.norm);
    let content = tokens.iter().zip(weights).filter(|(token, weight)| is_told(token, weight));
    let (all, capital) =
        content.fold((0, 0), |(all, capital), (token, _)| (all + 1, capital + usize::from(is_capital(token))));
    let is_title = capital * 5 > all * 3;
    let found = |(token, weight): (&Token, &Weight)| !is_title && is_told(token, weight) && is_capital(token);
    tokens.iter().zip(weights).map(found).collect()
}

fn touches(one: &[Span], other: &[Span]) -> bool {
    one.iter().any(|span| other.iter().any(|passage| passage.overlaps(*span)))
}

/// True for what a person is addressed by, and for an initial.
fn is_address(token: &Token) -> bool {
    let mut letters = token.norm.chars();
    is_honorific(&token.norm) || letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn weigh(token: &Token) -> Weight {
    if token.kind == TokenKind::Mark {
        return Weight::Mark;
    }
    // "Mr." and the "D." of "Michael D. Cohen" say nothing of their own.
    if is_address(token) {
        return Weight::Function;
    }
    match class_of(&token.norm) {
        WordClass::Content | WordClass::Reporting | WordClass::Modal => Weight::Content,
        _ if is_negation(&token.norm) => Weight::Content,
        _ => Weight::Function,
    }
}
