//! FACT: figures of the same unit in the same place that disagree; a hint to check, nothing more.
//!
//! Silent where either article has the other's figure too, where neighbours don't show that both tell
//! of the same thing, and where one is a rounded or bounded form of the other.

mod abroad;
mod agreement;
mod figures;

use super::reported::is_function;
use super::{Contrast, ContrastKind, Evidence, EvidencePart, Figured, Note, Side};
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::table::Certainty;
use abroad::Tongue;
use figures::{Figure, Value};

/// Words with meaning on either side of a figure that tell what it is about.
const NEIGHBOURS: usize = 6;
/// Of these, how many two figures must share, and the ones that stand next to the figure.
const LEAST_SHARED: usize = 2;
/// … where each reading has one sum of money only, which has no mate but the other.
const LEAST_FOR_SOLE_SUMS: usize = 1;
const NEAR: usize = 2;

struct Placed<'a> {
    figure: Figure,
    /// Stems of the words with meaning in front of it, the nearest first, and behind it.
    ahead: Vec<&'a str>,
    behind: Vec<&'a str>,
}

impl Placed<'_> {
    /// Words with meaning that stand around both, where at least one is near on the same side.
    fn shared(&self, other: &Self) -> usize {
        let near = |stems: &[&str], others: &[&str]| {
            stems.iter().take(NEAR).any(|stem| others.iter().take(NEAR).any(|other| stem == other))
        };
        // What happened on a day stands in front of it: "resigned Monday", "apologized Saturday".
        let is_time =
            matches!(self.figure.value, Value::Date { .. } | Value::Weekday(_) | Value::Year(_) | Value::Clock { .. });
        let follows = |stems: &[&str], others: &[&str]| {
            stems.first().is_some_and(|first| others.iter().take(NEAR).any(|other| first == other))
        };
        let same_event = follows(&self.ahead, &other.ahead) || follows(&other.ahead, &self.ahead);
        let beside = near(&self.ahead, &other.ahead) || near(&self.behind, &other.behind);
        // "The construction budget, to the tune of $3.5 billion" and "$3.6 billion from construction projects".
        let is_close = self.figure.value.is_close(&other.figure.value);
        if !(beside || is_close) || is_time && !same_event {
            return 0;
        }
        let mut stems: Vec<&str> = self.ahead.iter().chain(&self.behind).copied().collect();
        stems.sort_unstable();
        stems.dedup();
        stems.iter().filter(|stem| other.ahead.contains(stem) || other.behind.contains(stem)).count()
    }
}

/// One contrast for each figure of a reading that disagrees with the base's; where two readings or
/// more have the same one, a single contrast tells it of the base. Where it is not `likely` that the readings report the
/// same, only two sums that are close are told.
pub(super) fn contrasts(sides: &[Side], lead: usize, likely: bool) -> Vec<Contrast> {
    let placed: Vec<Vec<Placed>> = sides.iter().map(figures_of).collect();
    let (Some(base), Some(bases)) = (sides.get(lead), placed.get(lead)) else { return Vec::new() };
    if bases.is_empty() {
        return Vec::new();
    }
    let others = || sides.iter().zip(&placed).filter(|(side, _)| side.column != base.column);
    let mut pairs: Vec<(&Side, &Placed, &Placed)> = Vec::new();
    for (side, own) in others() {
        let told = disagreements(own, bases, &placed).into_iter().filter(|(own, theirs)| {
            (likely || own.figure.value.is_close(&theirs.figure.value))
                && !has_elsewhere(base, &own.figure)
                && !has_elsewhere(side, &theirs.figure)
        });
        pairs.extend(told.map(|(own, theirs)| (side, own, theirs)));
    }
    let mut found = Vec::new();
    for (at, &(side, own, theirs)) in pairs.iter().enumerate() {
        let is_same = |other: &Placed, base: &Placed| {
            base.figure.span == theirs.figure.span && other.figure.value == own.figure.value
        };
        if pairs.iter().take(at).any(|(_, other, base)| is_same(other, base)) {
            continue;
        }
        let same = pairs.iter().filter(|(_, other, base)| is_same(other, base));
        let same: Vec<Evidence> =
            same.map(|(side, own, _)| side.evidence(own.figure.span, EvidencePart::Words)).collect();
        let of_base = base.evidence(theirs.figure.span, EvidencePart::Words);
        let mut evidence = if same.len() > 1 {
            vec![of_base]
        } else {
            vec![side.evidence(own.figure.span, EvidencePart::Words), of_base]
        };
        if same.len() > 1 {
            evidence.extend(same);
        }
        // The other readings that side with the base.
        for (third, figures) in others() {
            let agreeing = figures.iter().filter(|third| third.figure.value == theirs.figure.value);
            evidence.extend(agreeing.map(|figure| third.evidence(figure.figure.span, EvidencePart::Counterpart)));
        }
        let note = Note::Figures(figured(&own.figure.value));
        found.push(Contrast { kind: ContrastKind::Fact, certainty: Certainty::Possible, note, evidence });
    }
    found
}

const fn figured(value: &Value) -> Figured {
    match value {
        Value::Count(..) => Figured::Number,
        Value::Money(..) => Figured::Sum,
        Value::Percent(_) | Value::Share(_) => Figured::Share,
        Value::Date { .. } => Figured::Date,
        Value::Weekday(_) => Figured::Day,
        Value::Year(_) => Figured::Year,
        Value::Clock { .. } => Figured::Time,
        Value::Score(..) => Figured::Vote,
    }
}

/// Pairs of figures that are of one kind, have no mate that agrees, and stand among the same words: those of the base,
/// or of a reading in `all` that agrees with it.
fn disagreements<'f, 'a>(
    own: &'f [Placed<'a>],
    bases: &'f [Placed<'a>],
    all: &[Vec<Placed<'a>>],
) -> Vec<(&'f Placed<'a>, &'f Placed<'a>)> {
    let lonely = |figure: &Placed, others: &[Placed]| {
        let mut same = others.iter().filter(|other| figure.figure.value.comparable(&other.figure.value));
        !same.any(|other| figure.figure.value.agrees(&other.figure.value))
    };
    let shared = |figure: &Placed, base: &Placed| {
        let agreeing = all.iter().flatten().filter(|other| other.figure.value == base.figure.value);
        agreeing.map(|other| figure.shared(other)).max().unwrap_or_default()
    };
    let is_sole = |figure: &Placed, among: &[Placed]| {
        let kind = among.iter().filter(|other| figure.figure.value.comparable(&other.figure.value));
        matches!(figure.figure.value, Value::Money(..)) && kind.count() == 1
    };
    let lonely_ones = own.iter().filter(|figure| lonely(figure, bases));
    lonely_ones
        .filter_map(|figure| {
            let are_sole = is_sole(figure, own) && is_sole(figure, bases);
            let least = if are_sole { LEAST_FOR_SOLE_SUMS } else { LEAST_SHARED };
            bases
                .iter()
                .filter(|base| {
                    base.figure.value.comparable(&figure.figure.value)
                        && !base.figure.value.agrees(&figure.figure.value)
                })
                .map(|base| (shared(figure, base), base))
                .max_by_key(|(shared, base)| (*shared, std::cmp::Reverse(base.figure.span)))
                .filter(|(shared, _)| *shared >= least)
                .map(|(_, base)| (figure, base))
        })
        .collect()
}

fn figures_of<'a>(side: &Side<'a>) -> Vec<Placed<'a>> {
    let passages = &side.reading.passages;
    passages
        .iter()
        .flat_map(|&passage| {
            let tokens = side.article.segmented.tokens_in(passage);
            let tongue = tongue_of(side.article);
            figures(side.article, tokens).into_iter().map(move |figure| placed(tokens, figure, tongue))
        })
        .collect()
}

/// `None` for English, and for languages whose figures are read by the rules of English.
fn tongue_of(article: &Prepared) -> Option<&'static Tongue> {
    Tongue::of_language(article.witness.meta.language.as_deref())
}

/// The figures among `tokens` of the article, as its language writes them.
fn figures(article: &Prepared, tokens: &[Token]) -> Vec<Figure> {
    tongue_of(article).map_or_else(|| figures::figures(tokens), |tongue| tongue.figures(tokens))
}

fn placed<'a>(tokens: &'a [Token], figure: Figure, tongue: Option<&Tongue>) -> Placed<'a> {
    let says_nothing = |norm: &str| tongue.map_or_else(|| is_function(norm), |tongue| tongue.is_function(norm));
    let meaning = |token: &&Token| token.kind == TokenKind::Word && !says_nothing(&token.norm);
    let ahead = tokens.iter().rev().filter(|token| token.span.end <= figure.span.start).filter(meaning);
    let behind = tokens.iter().filter(|token| token.span.start >= figure.span.end).filter(meaning);
    Placed {
        ahead: ahead.take(NEIGHBOURS).map(|token| token.stem.as_str()).collect(),
        behind: behind.take(NEIGHBOURS).map(|token| token.stem.as_str()).collect(),
        figure,
    }
}

/// True where the article tells the figure in another place too.
fn has_elsewhere(side: &Side, figure: &Figure) -> bool {
    let mut found = figures(side.article, &side.article.segmented.tokens).into_iter();
    found.any(|other| other.value.comparable(&figure.value) && other.value.is_as_good_as(&figure.value))
}

#[cfg(test)]
mod tests {
    use super::super::ContrastKind;
    use std::sync::Arc;

    use super::super::testing::{check, check_passage, contrasts_of, spans};
    use crate::prepare::{Prepared, prepare};
    use crate::span::Text;
    use crate::witness::{Metadata, Witness};

    fn fact(marked: &[&str], expected: &[&str]) {
        check(ContrastKind::Fact, marked, expected);
    }

    #[test]
    fn figures_in_the_same_place_that_disagree_are_told() {
        fact(
            &["About 41,000 vehicles cross the old bridge each day.", "Each day 52,000 vehicles cross the bridge."],
            &["Number differs, check: 1 words 52,000 vehicles; 0 words 41,000 vehicles"],
        );
        fact(
            &[
                "Cracks in two hangers were first reported in March, the authority said.",
                "Cracks in hangers were first reported in March, according to the authority.",
                "Cracks in the hangers were reported as early as February, records of the authority show.",
            ],
            &["Date differs, check: 2 words February; 0 words March; 1 counterpart March"],
        );
    }

    #[test]
    fn the_only_sums_of_two_readings_need_one_word_in_common() {
        let base = "She put the cost at 12 million euros.";
        fact(
            &[base, "The cost is 14 million euros, she admitted."],
            &["Sum differs, check: 1 words 14 million euros; 0 words 12 million euros"],
        );
        fact(&[base, "The repair and the lights take 14 million euros."], &[]);
        fact(&[base, "The cost was 14 million euros; the lights took 2 million euros."], &[]);
    }

    #[test]
    fn sums_that_are_nearly_equal_need_no_neighbour_on_the_same_side() {
        let base = "He means to unlock the old harbour construction budget, to the tune of 3.5 million euros.";
        fact(
            &[base, "The order diverts 3.6 million euros from harbour construction projects to the ferries."],
            &["Sum differs, check: 1 words 3.6 million euros; 0 words 3.5 million euros"],
        );
        fact(&[base, "The order diverts 6 million euros from harbour construction projects to the ferries."], &[]);
        // "3 million" somewhere else is no printing of 3.6 million.
        check_passage(
            ContrastKind::Fact,
            &[
                (&format!("{base}\nThe ferries once had 3 million euros."), 0),
                ("The order diverts 3.6 million euros from harbour construction projects to the ferries.", 0),
            ],
            &["Sum differs, check: 1 words 3.6 million euros; 0 words 3.5 million euros"],
        );
    }

    #[test]
    fn figures_of_other_languages_are_compared() {
        let texts =
            ["Die Kosten bezifferte sie auf 12 Millionen Euro.", "Der Damm koste 14 Mio. Euro, räumte sie ein."];
        let event: Vec<Prepared> = texts
            .iter()
            .map(|text| {
                let meta = Metadata { language: Some("de".to_owned()), ..Metadata::default() };
                prepare(Arc::new(Witness { text: Text::new(*text), meta, ..Witness::default() }))
            })
            .collect();
        let readings: Vec<_> = event.iter().map(|article| (article, spans(article))).collect();
        let found = contrasts_of(&readings);
        assert_eq!(found.iter().filter(|contrast| contrast.kind == ContrastKind::Fact).count(), 1);
    }

    #[test]
    fn where_others_have_one_figure_the_base_is_told() {
        let other = "The city council voted by 27 to 24 to close the bridge.";
        fact(
            &["The council voted by 27 to 23 to close the old bridge.", other, other],
            &["Vote differs, check: 0 words 27 to 23; 1 words 27 to 24; 2 words 27 to 24"],
        );
    }

    #[test]
    fn a_reading_that_agrees_with_the_base_lends_it_its_words() {
        fact(
            &[
                "The council resolved by 27 to 24 that nobody will pay on the city’s buses.",
                "Motorists were hammered as councillors voted by 27 to 23 to give everyone a free seat on buses.",
                "The council had voted by 27 to 24 to make buses free for everyone.",
            ],
            &["Vote differs, check: 1 words 27 to 23; 0 words 27 to 24; 2 counterpart 27 to 24"],
        );
    }

    #[test]
    fn what_agrees_or_stands_elsewhere_is_not_told() {
        fact(&["One in three cars on the bridge pays a toll.", "On the bridge 1 in 3 cars pays a toll."], &[]);
        fact(&["About 41,000 vehicles cross the bridge each day.", "Each day 41,320 vehicles cross the bridge."], &[]);
        fact(&["Varga, who lost the vote in 2006, is the mayor.", "Varga, the 2000 candidate, lost the vote."], &[]);
        fact(
            &["The clerk resigned Monday over a bridge post.", "The clerk apologized Saturday over a bridge post."],
            &[],
        );
        fact(&["The bridge cost $3 million.", "Engineers of the harbour were paid $4 million."], &[]);
        check_passage(
            ContrastKind::Fact,
            &[
                ("Each day 41,000 vehicles cross the old bridge.\nOn Sunday 52,000 vehicles crossed.", 0),
                ("Each day 52,000 vehicles cross the old bridge.", 0),
            ],
            &[],
        );
    }
}
