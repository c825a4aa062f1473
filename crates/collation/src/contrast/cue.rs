//! CUE: the reporting verb is of another class: "said" here, "insisted" there.
//!
//! The classes are attribution's; here they are only compared. Whether a verb fits is the reader's
//! to judge.

mod likeness;

use super::name::is_one_person;
use super::reported::{is_function, meet, quotations_in, whole, words_between};
use super::{Contrast, ContrastKind, Evidence, EvidencePart, Note, Side, against_lead, telling_lead};
use crate::attribution::{CueClass, Quotation, QuotationKind};
use crate::lexicon::{Lexicon, is_negation};
use crate::prepare::Prepared;
use crate::segment::{Token, TokenKind};
use crate::span::Span;
use crate::table::{Certainty, Reading};
use likeness::likeness;

/// The reporting verb of a quotation.
pub(super) struct Verb {
    pub class: CueClass,
    pub span: Span,
    /// In lower case.
    pub word: String,
}

/// The word of the cue that tells its class: the last one of a list ("took to Twitter to blast").
pub(super) fn verb_of(article: &Prepared, quotation: &Quotation) -> Option<Verb> {
    let words = quotation.cue.iter().flat_map(|&cue| article.segmented.tokens_in(cue));
    let words: Vec<_> = words.filter(|token| token.kind == TokenKind::Word).collect();
    // The particle of "shot back" is no verb.
    let is_particle = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        words.get(at).is_some_and(|token| token.norm == "back") && before.is_some_and(|token| token.norm != "to")
    };
    let mut classes = words.iter().enumerate().rev().filter(|(at, _)| !is_particle(*at));
    let classed = classes.find_map(|(_, token)| Some((article.vocabulary.class_of(&token.norm)?, *token)));
    if let Some((class, token)) = classed {
        let behind = article.segmented.tokens.partition_point(|other| other.span.start < token.span.end);
        let behind = article.segmented.tokens.iter().skip(behind).map(|token| token.norm.as_str());
        let next = behind.clone().next();
        let near = |wanted: &[&str]| behind.clone().take(OBJECT).any(|norm| wanted.contains(&norm));
        let class = match token.stem.as_str() {
            // "called Friday for help" asks for something, "called it a precaution" only describes.
            "call" if !near(&PARTICLES) => CueClass::Say,
            // "asked them to leave", not "asked whether to leave".
            "ask"
                if near(&["to"])
                    && !matches!(next, Some("about" | "if" | "whether" | "how" | "what" | "when" | "who" | "why")) =>
            {
                CueClass::Directive
            }
            _ => class,
        };
        // "claimed responsibility" is an act, not a doubtful word; "called the troops to offer greetings" is done by telephone.
        let mut ahead = behind.clone().take(CALLED).skip_while(|norm| *norm != "to").skip(1);
        let telephones = token.stem == "call" && ahead.next().is_some_and(|norm| ON_THE_TELEPHONE.contains(&norm));
        if telephones || matches!(next, Some("responsibility" | "credit" | "victory")) {
            return None;
        }
        let end = token.span.end;
        let belongs = |norm: &str| norm == "back" || token.stem == "call" && PARTICLES.contains(&norm);
        let particle = words.iter().find(|word| word.span.start >= end && belongs(&word.norm));
        return Some(match particle {
            Some(particle) => {
                Verb { class, span: token.span.join(particle.span), word: format!("{} {}", token.norm, particle.norm) }
            }
            None => Verb { class, span: token.span, word: token.norm.clone() },
        });
    }
    let first = words.first().filter(|token| token.norm == "according")?;
    let span = quotation.cue.first()?;
    Some(Verb { class: CueClass::Say, span: first.span.join(*span), word: "according to".to_owned() })
}

/// True where the verb is denied or only asked about: "did not dispute that" is no dispute, and "asked if he
/// supports that" leaves it open.
pub(super) fn is_left_open(article: &Prepared, verb: &Verb) -> bool {
    let before = article.segmented.tokens.partition_point(|token| token.span.start < verb.span.start);
    let before = article.segmented.tokens.get(before.saturating_sub(NEGATED)..before).unwrap_or_default();
    // "“Weeks, not months,” she said" denies nothing.
    let mut clause = before.iter().rev().take_while(|token| token.kind != TokenKind::Mark);
    clause.any(|token| is_negation(&token.norm) || matches!(token.norm.as_str(), "if" | "whether" | "yet"))
}

/// Words before a verb among which a negation or an "if" is its own.
const NEGATED: usize = 2;
/// What makes "called" a demand.
const PARTICLES: [&str; 3] = ["for", "on", "upon"];
/// What is done in a call, and words between "called" and it, at most.
const ON_THE_TELEPHONE: [&str; 8] =
    ["apologize", "congratulate", "discuss", "express", "greet", "offer", "thank", "wish"];
const CALLED: usize = 12;
/// Words between a verb and the preposition or infinitive that tells what kind of act it is.
const OBJECT: usize = 4;

/// A verb with what it reports in a reading.
struct Report<'a> {
    verb: Verb,
    speaker: Option<&'a str>,
    /// Words that name the source, by their stems, and which of them are names; empty where a pronoun stands for it.
    source: Vec<(&'a str, bool)>,
    /// The words with meaning in what is reported, each once, by their stems.
    terms: Vec<Term<'a>>,
    /// All words of it, by their stems, in order, and which of them mean something and are no names.
    words: Vec<(&'a str, bool)>,
    /// Those of them that stand in quotation marks.
    quoted: Vec<&'a str>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Term<'a> {
    stem: &'a str,
    weight: f32,
    is_name: bool,
}

/// What a name counts beside another word as rare: all that one person says may hold it.
const NAME_WEIGHT: f32 = 0.5;
/// Words with meaning in a paraphrase, at least: a short one is the verb's object, not what was said.
const LEAST_PARAPHRASE: usize = 4;
/// Listed verbs that tell of other acts than speech where they take an object, by their beginnings.
const OTHER_ACTS: [&str; 7] = ["challeng", "oppos", "advoc", "email", "address", "cit", "support"];

/// One contrast for each reading that reports the same with a verb of another class than the base, or, where the base
/// doesn't report it, than the first other reading that does.
pub(super) fn contrasts(sides: &[Side], lead: usize, lexicon: &Lexicon) -> Vec<Contrast> {
    let reports: Vec<Vec<Report>> = sides.iter().map(|side| reports(side, lexicon)).collect();
    let reports_of =
        |side: &Side| sides.iter().position(|other| other.column == side.column).and_then(|at| reports.get(at));
    let class = |reports: &Vec<Report>| reports.first().map(|report| report.verb.class);
    let lead = telling_lead(&reports.iter().map(class).collect::<Vec<_>>(), lead);
    let found = against_lead(sides, lead)
        .filter_map(|(base, side)| {
            let before = sides.iter().take_while(|other| other.column != side.column);
            let mut others = std::iter::once(base).chain(before.filter(|other| other.column != base.column));
            let (other, (own, theirs)) =
                others.find_map(|other| Some((other, same_report(reports_of(side)?, reports_of(other)?)?)))?;
            // What either says elsewhere with a verb of the other's class is no difference.
            let says_so = |side: &Side, report: &Report| {
                let mut reports = reports_of(side).into_iter().flatten();
                reports.any(|own| own.verb.class == report.verb.class && likeness(own, report).is_some())
            };
            if own.verb.class == theirs.verb.class || says_so(side, theirs) {
                return None;
            }
            // "Money promoting it", which the other quotes with the words around: it is no verb of the outlet's.
            if is_reported_by(side.article, own, theirs) || is_reported_by(other.article, theirs, own) {
                return None;
            }
            // Nor where it has any verb or noun of that class beside, be it a lead's or a headline's; plain "said" is
            // everywhere.
            let one_speaker = match (own.speaker, theirs.speaker) {
                (Some(a), Some(b)) => is_one_person(a, b),
                _ => true,
            };
            if one_speaker && (has_class(side, theirs) || has_class(other, own)) {
                return None;
            }
            // Last, as all of the article is read for it.
            if says_elsewhere(side, theirs, lexicon) || says_elsewhere(other, own, lexicon) {
                return None;
            }
            let mut evidence = vec![side.evidence(own.verb.span, EvidencePart::Words)];
            for (other, reports) in sides.iter().zip(&reports).filter(|(other, _)| other.column != side.column) {
                let same = same_report(std::slice::from_ref(own), reports).map(|(_, report)| &report.verb);
                let against = same.filter(|verb| verb.class != own.verb.class);
                evidence.extend(against.map(|verb| other.evidence(verb.span, EvidencePart::Counterpart)));
            }
            let note = Note::Verbs { here: own.verb.word.clone(), elsewhere: theirs.verb.word.clone() };
            let contrast = Contrast { kind: ContrastKind::Cue, certainty: Certainty::Rule, note, evidence };
            Some(Told { contrast, class: own.verb.class, against: (other.column, theirs.verb.span) })
        })
        .collect();
    once(found)
}

/// A contrast with the class of the verb that it is told of, and the verb that this is compared with: column and place.
struct Told {
    contrast: Contrast,
    class: CueClass,
    against: (usize, Span),
}

/// What several have against one verb is told once, of that verb, where theirs are of one class; and no two verbs are told
/// of each other again.
fn once(found: Vec<Told>) -> Vec<Contrast> {
    let places = |told: &Told| told.contrast.evidence.iter().map(|it| (it.column, it.span)).collect::<Vec<_>>();
    let mut groups: Vec<Vec<Told>> = Vec::new();
    for told in found {
        let own = places(&told);
        if groups.iter().flatten().any(|known| own.iter().all(|place| places(known).contains(place))) {
            continue;
        }
        let is_alike = |known: &Told| (known.class, known.against) == (told.class, told.against);
        match groups.iter_mut().find(|group| group.first().is_some_and(is_alike)) {
            Some(group) => group.push(told),
            None => groups.push(vec![told]),
        }
    }
    groups.into_iter().filter_map(of_base).collect()
}

/// One contrast for those of a group: told of the verb that they are against, where they are several.
fn of_base(mut group: Vec<Told>) -> Option<Contrast> {
    let own: Vec<Evidence> = group.iter().filter_map(|told| told.contrast.evidence.first().copied()).collect();
    let Told { mut contrast, against, .. } = group.drain(..).next()?;
    let base = contrast.evidence.iter().find(|it| (it.column, it.span) == against).copied();
    if let (Note::Verbs { here, elsewhere }, Some(base), 2..) = (&contrast.note, base, own.len()) {
        contrast.note = Note::Verbs { here: elsewhere.clone(), elsewhere: here.clone() };
        contrast.evidence = vec![Evidence { part: EvidencePart::Words, ..base }];
        contrast.evidence.extend(own.into_iter().map(|it| Evidence { part: EvidencePart::Counterpart, ..it }));
    }
    Some(contrast)
}

/// True where the verb of `own` stands in what `theirs` reports, too, with the words behind it.
fn is_reported_by(article: &Prepared, own: &Report, theirs: &Report) -> bool {
    let start = own.verb.span.start;
    let words = words_between(article, Span::new(start, start + AHEAD));
    let words: Vec<&str> = words.iter().take(IN_A_ROW).map(|word| word.stem).collect();
    words.len() == IN_A_ROW
        && theirs.words.windows(IN_A_ROW).any(|window| window.iter().zip(&words).all(|((stem, _), own)| stem == own))
}

/// Words, the verb the first of them, that both have where one reports the other's verb; and characters they stand in.
const IN_A_ROW: usize = 3;
const AHEAD: usize = 60;

/// True where the article reports the same with a verb of the report's class outside of the reading: in the headline, or
/// in its next sentence. Plain speech doesn't count: it is told of nearly everything.
fn says_elsewhere(side: &Side, report: &Report, lexicon: &Lexicon) -> bool {
    if report.verb.class == CueClass::Say {
        return false;
    }
    let all = Reading { passages: whole(side.article) };
    let reports = reports(&Side { reading: &all, ..*side }, lexicon);
    reports.iter().any(|own| own.verb.class == report.verb.class && likeness(own, report).is_some())
}

/// True where the reading has a verb or noun of the report's class, other than plain speech, of a speaker who may be the
/// same.
fn has_class(side: &Side, report: &Report) -> bool {
    let class = report.verb.class;
    class != CueClass::Say
        && (has_verb(side, class)
            || quotations_in(side.article, &side.reading.passages).any(|quotation| {
                let speaker = quotation.speaker.as_deref().zip(report.speaker);
                let verb = verb_of(side.article, quotation).filter(|verb| verb.class == class);
                speaker.is_none_or(|(a, b)| is_one_person(a, b))
                    && verb.is_some_and(|verb| !is_left_open(side.article, &verb))
            }))
}

/// True where a verb of the class stands in a list of verbs outside quotation marks, whose subject attribution may not
/// find: "an advertisement that mocks the plan, vows to end it, and ends with a song".
fn has_verb(side: &Side, class: CueClass) -> bool {
    let passages = &side.reading.passages;
    let is_quoted = |span: Span| {
        let mut near = side.article.quotations_near(passages).iter();
        near.any(|quotation| quotation.quoted.iter().any(|quoted| quoted.overlaps(span)))
    };
    passages.iter().any(|&passage| {
        side.article.segmented.tokens_in(passage).windows(2).any(|pair| {
            let [mark, verb] = pair else { return false };
            mark.norm == ","
                && verb.norm.ends_with(['s', 'd'])
                && side.article.vocabulary.class_of(&verb.norm) == Some(class)
                && !is_quoted(verb.span)
        })
    })
}

/// Where the reporting verbs stand with which `side` and `other` report the same.
pub(super) fn verbs_of_the_same(side: &Side, other: &Side, lexicon: &Lexicon) -> Option<(Span, Span)> {
    let (own, theirs) = (reports(side, lexicon), reports(other, lexicon));
    same_report(&own, &theirs).map(|(own, theirs)| (own.verb.span, theirs.verb.span))
}

/// The two verbs that report most of the same words; at a tie those of one class.
fn same_report<'r, 'a>(own: &'r [Report<'a>], theirs: &'r [Report<'a>]) -> Option<(&'r Report<'a>, &'r Report<'a>)> {
    let pairs = own.iter().flat_map(|own| theirs.iter().map(move |theirs| (own, theirs)));
    let same = pairs.filter_map(|(own, theirs)| Some((likeness(own, theirs)?, own, theirs)));
    let best = same.max_by_key(|(likeness, own, theirs)| {
        let at = std::cmp::Reverse((own.verb.span, theirs.verb.span));
        (likeness.shared, own.verb.class == theirs.verb.class, at)
    });
    best.map(|(_, own, theirs)| (own, theirs))
}

/// What the verbs that stand in a reading report in it. Verbs of thinking and finding are left out:
/// next to verbs of speech they mostly report something else.
fn reports<'a>(side: &Side<'a>, lexicon: &Lexicon) -> Vec<Report<'a>> {
    let passages = &side.reading.passages;
    let quotations = quotations_in(side.article, passages);
    quotations
        .filter_map(|quotation| {
            let content = meet(&up_to_inner_verb(side.article, quotation), passages);
            let (terms, words) = terms(side, &content, lexicon);
            let verb = verb_of(side.article, quotation)?;
            if names_nobody(side.article, quotation, &verb)
                || does_it(side.article, quotation)
                || is_of_text(side.article, &verb)
            {
                return None;
            }
            let source: Vec<_> =
                quotation.source.iter().flat_map(|&source| side.article.segmented.tokens_in(source)).collect();
            // "I can defend": what the quoted person does, not what the outlet says of him.
            if matches!(source.as_slice(), [token] if matches!(token.norm.as_str(), "i" | "we")) {
                return None;
            }
            let source = source.into_iter().filter(|token| !is_function(&token.norm) && token.kind != TokenKind::Mark);
            let is_name = |token: &Token| side.article.witness.text.slice(token.span).starts_with(char::is_uppercase);
            let source = source.map(|token| (token.stem.as_str(), is_name(token))).collect();
            // What is printed in marks has its verb before or behind them, though in another sentence.
            let is_near = passages.iter().any(|passage| passage.overlaps(verb.span))
                || quotation.kind == QuotationKind::Direct && !is_cut_off(side, quotation, &verb);
            let quoted = meet(&quotation.quoted, &content);
            let told = !is_left_open(side.article, &verb)
                && is_near
                && verb.class != CueClass::Cognition
                && !OTHER_ACTS.iter().any(|stem| verb.word.starts_with(stem))
                && (quotation.kind != QuotationKind::Indirect || terms.len() >= LEAST_PARAPHRASE);
            let quoted = quoted_words(side.article, &quoted);
            told.then_some(Report { verb, speaker: quotation.speaker.as_deref(), source, terms, words, quoted })
        })
        .collect()
}

/// True where another verb reports something else between the verb and the reading: the next quotation may be its.
fn is_cut_off(side: &Side, quotation: &Quotation, verb: &Verb) -> bool {
    let Some(reading) = side.reading.passages.iter().copied().reduce(Span::join) else { return false };
    let between = Span::new(verb.span.end.min(reading.end), verb.span.start.max(reading.start));
    let mut others = side.article.quotations_near(&[between]).iter().filter(|other| *other != quotation);
    others.any(|other| other.cue.iter().any(|cue| cue.overlaps(between)))
}

/// The words in quotation marks, by their stems, in order.
fn quoted_words<'a>(article: &'a Prepared, quoted: &[Span]) -> Vec<&'a str> {
    quoted.iter().flat_map(|&span| words_between(article, span)).map(|word| word.stem).collect()
}

/// True for "said she is declaring an emergency": what is reported is an act that the words do.
fn does_it(article: &Prepared, quotation: &Quotation) -> bool {
    let tokens = quotation.content.first().map_or(&[][..], |&content| article.segmented.tokens_in(content));
    let mut words = tokens.iter().skip_while(|token| token.norm == "that").map(|token| token.norm.as_str());
    let pronoun = words.next().is_some_and(|word| matches!(word, "he" | "she" | "it" | "they" | "i" | "we"));
    let be =
        words.next().is_some_and(|word| matches!(word, "is" | "are" | "was" | "were" | "am" | "'s" | "'re" | "'m"));
    let acts = |word: &str| word.ends_with("ing") && article.vocabulary.class_of(word).is_some();
    pronoun && be && words.next().is_some_and(acts)
}

/// True for a passive that doesn't say by whom: "twelve officers are accused of it".
fn names_nobody(article: &Prepared, quotation: &Quotation, verb: &Verb) -> bool {
    let start = verb.span.start;
    let before = Span::new(start.saturating_sub(BEFORE_PARTICIPLE), start);
    let auxiliary = article.segmented.tokens_in(before).last();
    let is_passive =
        auxiliary.is_some_and(|token| matches!(token.norm.as_str(), "is" | "are" | "was" | "were" | "been" | "being"));
    quotation.source.is_empty() && is_passive
}

/// True for "a video posted to Twitter", "a letter released by the board": how a text came out, not who says what.
fn is_of_text(article: &Prepared, verb: &Verb) -> bool {
    let before = article.segmented.tokens.partition_point(|token| token.span.start < verb.span.start);
    let before = before.checked_sub(1).and_then(|at| article.segmented.tokens.get(at));
    let is_text = before.is_some_and(|token| TEXTS.contains(&token.norm.as_str()));
    is_text
        && matches!(verb.word.as_str(), "posted" | "released" | "published" | "shared" | "aired" | "issued" | "tweeted")
}

/// What is posted, released and published.
const TEXTS: [&str; 13] = [
    "article",
    "clip",
    "interview",
    "letter",
    "memo",
    "message",
    "note",
    "photo",
    "post",
    "report",
    "statement",
    "tweet",
    "video",
];

/// Characters before a participle among which its auxiliary stands.
const BEFORE_PARTICIPLE: usize = 8;

/// What a quotation's verb reports itself: "called on him to go in a tweet | that accused him of lying".
fn up_to_inner_verb(article: &Prepared, quotation: &Quotation) -> Vec<Span> {
    let tokens = quotation.content.iter().flat_map(|&content| article.segmented.tokens_in(content));
    let tokens: Vec<&Token> = tokens.collect();
    let is_quoted = |token: &Token| quotation.quoted.iter().any(|quoted| quoted.overlaps(token.span));
    let is_inner = |pair: &&[&Token]| match pair {
        [relative, verb] => {
            matches!(relative.norm.as_str(), "that" | "which" | "who")
                && article.vocabulary.class_of(&verb.norm).is_some()
                && !is_quoted(verb)
        }
        _ => false,
    };
    // The first "that" belongs to the verb itself.
    let Some([relative, _]) = tokens.windows(2).skip(1).find(is_inner) else { return quotation.content.clone() };
    let end = relative.span.start;
    let before = quotation.content.iter().filter(|content| content.start < end);
    before.map(|content| Span::new(content.start, content.end.min(end))).collect()
}

/// The words with meaning in `content`, each once; and all words, with whether they have one and are no
/// names.
fn terms<'a>(side: &Side<'a>, content: &[Span], lexicon: &Lexicon) -> (Vec<Term<'a>>, Vec<(&'a str, bool)>) {
    let mut terms: Vec<Term> = Vec::new();
    let mut words = Vec::new();
    for &span in content {
        for word in words_between(side.article, span) {
            let has_meaning = !is_function(word.norm);
            let is_name = word.is_capital && !word.after_break;
            words.push((word.stem, has_meaning && !is_name));
            if !has_meaning {
                continue;
            }
            let weight = lexicon.idf(word.stem) * if is_name { NAME_WEIGHT } else { 1.0 };
            terms.push(Term { stem: word.stem, weight, is_name });
        }
    }
    terms.sort_by(|a, b| (a.stem, a.is_name).cmp(&(b.stem, b.is_name)));
    terms.dedup_by_key(|term| term.stem);
    (terms, words)
}

#[cfg(test)]
mod tests;
