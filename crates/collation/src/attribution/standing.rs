//! Whether the words that are reported can be read by themselves: they begin as a clause, and what stands before them
//! neither denies them nor leaves them open.

use super::cues::verb;
use super::english::{Tags, tags};
use super::lead::{contracted_subject, has_two_subjects, is_finite, looks_finite};
use super::statements::Draft;
use super::units::{Kind, Unit, Units};

/// Words before what is reported under which it is not said to be so.
const OPEN: [&str; 12] = [
    "if",
    "whether",
    "unless",
    "lest",
    "without",
    "neither",
    "nor",
    "nobody",
    "none",
    "hardly",
    "supposedly",
    "instead",
];

/// Units before what is reported that are looked at, so that a text without full stops costs no more.
const REACH: usize = 200;

/// Stems of verbs and nouns that deny what they report, or ask about it.
const DENIALS: [&str; 15] = [
    "deny",
    "denie",
    "denial",
    "disput",
    "reject",
    "contradict",
    "belie",
    "belying",
    "refut",
    "rebut",
    "disavow",
    "disprov",
    "debunk",
    "doubt",
    "question",
];

/// True where the content of the statement says by itself what is reported: it begins as a clause, and nothing before it
/// in its sentence denies it, asks about it or puts it under a condition.
pub(super) fn stands(chars: &[char], units: &Units, draft: &Draft) -> bool {
    let (Some(content), Some(sentence)) = (draft.content.first(), units.sentences.get(draft.sentence)) else {
        return false;
    };
    let at = units.first_from(content.start);
    let end = units.first_from(content.end);
    let from = sentence.units.start.min(at).max(at.saturating_sub(REACH));
    let before = units.all.get(from..at).unwrap_or_default();
    let own = before.iter().rposition(|unit| unit.is_mark(";")).map_or(before, |mark| before.split_at(mark).1);
    !own.iter().any(leaves_open) && (before.is_empty() || begins_clause(chars, &units.all, at..end))
}

fn leaves_open(unit: &Unit) -> bool {
    let word = unit.lower.as_str();
    unit.is(Tags::NEGATION) || OPEN.contains(&word) || DENIALS.iter().any(|stem| word.starts_with(stem))
}

/// True where a subject and its verb begin `range`, or a quotation that begins as a sentence does.
fn begins_clause(chars: &[char], units: &[Unit], range: std::ops::Range<usize>) -> bool {
    let Some(first) = units.get(range.start) else { return false };
    if first.lower == "that" {
        return begins_clause(chars, units, range.start + 1..range.end);
    }
    let before = range.start.checked_sub(1).and_then(|at| units.get(at));
    let led = before.is_none_or(|unit| unit.lower == "that" || unit.mark().is_some());
    if let Kind::Quote(_) = first.kind {
        let letter = chars.get(first.span.start..first.span.end).unwrap_or_default();
        let letter = letter.iter().find(|c| c.is_alphanumeric());
        return led || letter.is_some_and(|letter| !letter.is_lowercase());
    }
    if contracted_subject(first) {
        return true;
    }
    if is_finite(first)
        || first.is(Tags::QUESTION)
        || first.is(Tags::OBJECT) && !first.is(Tags::SUBJECT) && first.lower != "it"
    {
        return false;
    }
    // "Told | Fox News on Tuesday he thinks", "told | lawmakers the bill would": the clause begins later.
    if has_two_subjects(units, range.start, range.end) {
        return false;
    }
    let mut before: Option<&Unit> = None;
    for (at, unit) in units.iter().enumerate().take(range.end.min(range.start + 18)).skip(range.start) {
        if unit.is_mark(",;:") || unit.is_dash() {
            return false;
        }
        let after = |tags: Tags| before.is_some_and(|before| before.is(tags));
        let modifies = after(Tags::DETERMINER.or(Tags::PREPOSITION)) || before.is_some_and(|before| before.possessive);
        if before.is_some() {
            // "Objected to | the mosque being built there": no clause.
            let is_participle =
                |unit: &Unit| matches!(unit.lower.as_str(), "being" | "been" | "be" | "having" | "doing");
            let is_verb = is_finite(unit) && !is_participle(unit) && !before.is_some_and(is_participle);
            if (is_verb || is_predicate(chars, unit)) && !modifies {
                return true;
            }
        }
        // "Called on | the mayor to resign" says nothing of what the mayor will do.
        let infinitive = unit.lower == "to"
            && units.get(at + 1).is_some_and(|next| {
                next.is_word() && !next.capital && !next.is(Tags::DETERMINER.or(Tags::TIME).or(Tags::OBJECT))
            });
        if infinitive || unit.is(Tags::SUBORDINATOR) && !unit.is(Tags::PREPOSITION) {
            return false;
        }
        before = Some(unit);
    }
    false
}

/// True for a quotation that begins with a verb: the mayor said the city “can afford this”.
fn is_predicate(chars: &[char], unit: &Unit) -> bool {
    let written = chars.get(unit.span.start..unit.span.end).unwrap_or_default();
    let words: String = written.iter().skip_while(|c| !c.is_alphanumeric()).collect();
    let first = words.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').next().unwrap_or_default();
    let first = first.to_lowercase().replace('’', "'");
    unit.is_quote() && (tags(&first).any(Tags::AUXILIARY.or(Tags::VERB)) || looks_finite(&first, verb(&first)))
}

#[cfg(test)]
mod tests {
    use crate::attribution::{Vocabulary, attribute};
    use crate::span::Text;

    #[test]
    fn what_is_reported_stands_where_it_is_a_clause_that_is_said_to_be_so() {
        for (sentence, wanted) in [
            ("The mayor said the bridge would close on Monday.", true),
            ("The mayor said that his members could live with more passengers.", true),
            ("Bert Haddow of the union conceded that his members could live with more passengers.", true),
            ("Ada Vale has also said the federal government should extend the permits.", true),
            ("The mayor said she would resign.", true),
            ("The mayor said it's a good day for the town.", true),
            ("A triumphant Vale claimed that the city \"can afford this\".", true),
            ("“It will be weeks, not months,” the mayor said.", true),
            ("The bridge will close on Monday, the mayor said.", true),
            ("The inquiry did not establish that the mayor took the money.", false),
            ("The mayor denied that the bridge was unsafe.", false),
            ("If the mayor says that the bridge is unsafe, the port closes.", false),
            ("The court never ruled on whether the bridge belongs to the port.", false),
            ("The mayor described the new plan of the port as dishonest.", false),
            ("The mayor objected to the mosque being built there again.", false),
            ("The mayor called on the port to close the bridge.", false),
            ("The mayor accused the port of “knowingly hiding the cracks in the bridge”.", false),
        ] {
            let found = attribute(&Text::new(sentence), &[], &Vocabulary::default());
            let stands: Vec<bool> = found.iter().map(|quotation| quotation.stands).collect();
            assert!(stands.iter().any(|&stands| stands) == wanted, "{sentence} {found:#?}");
        }
    }
}
