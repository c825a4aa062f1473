//! VOICE: whether a reading is quoted, partly quoted or paraphrased.
//!
//! Rests on the quotation marks and contents that attribution found. Says nothing of the wording. In
//! languages whose reporting words attribution doesn't know, the marks alone speak.

use super::reported::{Word, is_function, meet, merged, quotations_in, without, words, words_between};
use super::{Contrast, ContrastKind, Evidence, EvidencePart, Note, Side, Voice, against_lead, telling_lead};
use crate::attribution::Quotation;
use crate::prepare::Prepared;
use crate::span::Span;
use crate::table::Certainty;

/// Words of what is reported that may stand outside the marks of a reading that counts as quoted:
/// one, as in `that “we closed it”`, or this share.
const LOOSE_SHARE: f32 = 0.1;

/// The voice of a reading: how its passages stand to the quotations of the article.
///
/// *Quoted*: nearly all that is reported stands inside quotation marks. *Partly*: some of it, or the
/// marks stand around a piece of the outlet's own sentence. *Paraphrased*: none.
pub fn voice(article: &Prepared, passages: &[Span]) -> Voice {
    let text = &article.witness.text;
    if !knows_verbs(article) {
        return voice_by_marks(article, passages);
    }
    let quoted = quoted_in(article, passages);
    let inside = words(text, &quoted);
    if inside == 0 {
        return Voice::Paraphrased;
    }
    let passages = merged(passages.to_vec());
    let mut reported = quoted.clone();
    for quotation in quotations_in(article, &passages) {
        let content = meet(&quotation.content, &passages);
        // Marks without a reporting word: the sentence around them is the outlet's own.
        if quotation.cue.is_empty() && quotation.source.is_empty() {
            let around: Vec<Span> = passages
                .iter()
                .filter(|passage| content.iter().any(|span| span.overlaps(**passage)))
                .copied()
                .collect();
            if words(text, &content) * 2 < words(text, &around) {
                reported.extend(around);
            }
        }
        reported.extend(content);
    }
    let outside = words(text, &without(&merged(reported), &quoted));
    match of_words(inside, outside) {
        Voice::Quoted if is_fragment(article, &quoted) => Voice::Partly,
        voice => voice,
    }
}

/// A quotation of at most this many words that begins in lower case is a piece of a sentence.
const FRAGMENT: usize = 5;

/// True where the marks hold a few words only, set into the outlet's own sentence: promised “weeks,
/// not months”.
fn is_fragment(article: &Prepared, quoted: &[Span]) -> bool {
    let text = &article.witness.text;
    let begins_low = |span: &Span| {
        let first = text.slice(*span).chars().find(|c| c.is_alphanumeric());
        first.is_some_and(|c| c.is_lowercase() || c.is_numeric())
    };
    words(text, quoted) <= FRAGMENT && quoted.iter().all(begins_low)
}

/// The voice of one attribution by itself.
pub(super) fn voice_of(article: &Prepared, quotation: &Quotation) -> Voice {
    let text = &article.witness.text;
    let quoted = merged(quotation.quoted.clone());
    let inside = words(text, &quoted);
    let outside = words(text, &without(&merged(quotation.content.clone()), &quoted));
    match of_words(inside, outside) {
        Voice::Quoted if is_fragment(article, &quoted) => Voice::Partly,
        voice => voice,
    }
}

fn of_words(inside: usize, outside: usize) -> Voice {
    if inside == 0 {
        Voice::Paraphrased
    } else if outside <= 1 || (outside as f32) <= LOOSE_SHARE * inside as f32 {
        Voice::Quoted
    } else {
        Voice::Partly
    }
}

/// The parts of `passages` inside quotation marks that report somebody's words.
pub(super) fn quoted_in(article: &Prepared, passages: &[Span]) -> Vec<Span> {
    merged(quotations_in(article, passages).flat_map(|quotation| meet(&quotation.quoted, passages)).collect())
}

/// The voice where only the marks are known: marks that lead their sentence, follow a colon or have a comma
/// behind them hold all that is reported, others a piece of it.
fn voice_by_marks(article: &Prepared, passages: &[Span]) -> Voice {
    let text = &article.witness.text;
    let marked = marked_in(article, passages);
    let mut reported = marked.clone();
    for passage in passages {
        let own = marked.iter().filter(|span| span.overlaps(*passage));
        let leads = |span: &Span| {
            let before = text.slice(Span::new(passage.start, span.start.max(passage.start))).trim_end();
            let behind = text.slice(Span::new(span.end.min(passage.end), passage.end));
            before.is_empty() || before.ends_with(':') || behind.trim_start().starts_with([',', '，'])
        };
        if own.clone().count() > 0 && !own.clone().any(leads) {
            reported.push(*passage);
        }
    }
    of_words(words(text, &marked), words(text, &without(&merged(reported), &marked)))
}

/// The parts of `passages` inside any quotation marks around two words or more, speech or not.
fn marked_in(article: &Prepared, passages: &[Span]) -> Vec<Span> {
    let text = &article.witness.text;
    let quotations = article.quotations_near(passages).iter();
    let marked = merged(quotations.flat_map(|quotation| meet(&quotation.quoted, passages)).collect());
    marked.into_iter().filter(|span| words(text, &[*span]) >= 2).collect()
}

/// True where attribution knows the reporting words of the article's language, so that it can tell
/// speech from other words in marks.
fn knows_verbs(article: &Prepared) -> bool {
    article.witness.meta.language.as_deref().is_none_or(|code| code.to_lowercase().starts_with("en"))
}

/// The words in `spans`, in their normal form.
fn norms<'a>(side: &Side<'a>, spans: Vec<Span>) -> Vec<&'a str> {
    words_in(side, spans).into_iter().map(|word| word.norm).collect()
}

/// True where `side` reports in any voice what `other` quotes: a word with a meaning, of two in marks at least. What an
/// outlet tells itself is nobody's words in another voice.
fn reports_of(side: &Side, other: &Side) -> bool {
    let quoted = words_in(other, quoted_in(other.article, &other.reading.passages));
    let content = quotations_in(side.article, &side.reading.passages)
        .flat_map(|quotation| meet(&quotation.content, &side.reading.passages))
        .collect();
    let reported = words_in(side, content);
    let is_answered = |word: &Word| !is_function(word.norm) && reported.iter().any(|own| own.stem == word.stem);
    quoted.len() >= 2 && quoted.iter().any(is_answered)
}

fn words_in<'a>(side: &Side<'a>, spans: Vec<Span>) -> Vec<Word<'a>> {
    spans.into_iter().flat_map(|span| words_between(side.article, span)).collect()
}

/// Share of the words that one side quotes whole which the other has to quote too, so that no voice differs.
const SAME_QUOTED: f32 = 0.9;

/// True where nearly all that `side` quotes is quoted by `other` as well: a headline or a sentence in other words
/// beside a quotation doesn't make that one partly quoted.
fn quotes_no_more(side: &Side, other: &Side) -> bool {
    let [own, mut theirs] = [side, other].map(|it| norms(it, quoted_in(it.article, &it.reading.passages)));
    let has_answer = |word: &&&str| {
        let place = theirs.iter().position(|other| other == *word);
        place.map(|at| theirs.swap_remove(at)).is_some()
    };
    let answered = own.iter().filter(has_answer).count();
    answered as f32 >= SAME_QUOTED * own.len() as f32
}

/// True where all that one side has in quotation marks stands in what the other quotes: marks around a
/// few of the words that are nobody's speech there don't make them a paraphrase.
fn has_the_same_in_marks(side: &Side, other: &Side) -> bool {
    let passages = &side.reading.passages;
    let near = side.article.quotations_near(passages).iter();
    let marked = merged(near.flat_map(|quotation| meet(&quotation.quoted, passages)).collect());
    let all = norms(other, quoted_in(other.article, &other.reading.passages));
    !marked.is_empty()
        && marked.into_iter().all(|span| {
            let own = norms(side, vec![span]);
            !own.is_empty() && all.windows(own.len()).any(|window| window == own.as_slice())
        })
}

/// True where marks hold a whole sentence: whatever the outlet says around it, that one is quoted.
fn quotes_a_sentence(side: &Side) -> bool {
    let text = &side.article.witness.text;
    quoted_in(side.article, &side.reading.passages).into_iter().any(|span| {
        let words =
            text.slice(span).trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?'));
        let begins = words.starts_with(|c: char| c.is_uppercase());
        begins && words.ends_with(['.', ',', '!', '?']) && words.split_whitespace().count() >= WORD_FOR_WORD
    })
}

/// Words in a row that one side quotes and that are no paraphrase where the other has them as they are.
const WORD_FOR_WORD: usize = 5;

/// True where all that `other` quotes stands in `side` word for word, and is no short phrase: the marks may be
/// elsewhere, or the outlet is itself what the other quotes.
fn stands_word_for_word(side: &Side, other: &Side) -> bool {
    let own = norms(side, side.reading.passages.clone());
    let quoted = quoted_in(other.article, &other.reading.passages);
    let quoted: Vec<Vec<&str>> = quoted.into_iter().map(|span| norms(other, vec![span])).collect();
    quoted.iter().map(Vec::len).sum::<usize>() >= WORD_FOR_WORD
        && quoted
            .iter()
            .all(|words| words.is_empty() || own.windows(words.len()).any(|window| window == words.as_slice()))
}

/// True where `side` prints all that `other` quotes, and no short phrase, in one stretch outside its own marks: a letter
/// that it gives in full beside pieces of it.
fn prints_in_full(side: &Side, other: &Side) -> bool {
    let passages = &side.reading.passages;
    let bare = without(&merged(passages.clone()), &quoted_in(side.article, passages));
    let bare: Vec<Vec<&str>> = bare.into_iter().map(|span| norms(side, vec![span])).collect();
    let quoted = quoted_in(other.article, &other.reading.passages);
    let quoted: Vec<Vec<&str>> = quoted.into_iter().map(|span| norms(other, vec![span])).collect();
    let is_printed =
        |words: &Vec<&str>| bare.iter().any(|own| own.windows(words.len()).any(|window| window == words.as_slice()));
    quoted.iter().map(Vec::len).sum::<usize>() >= WORD_FOR_WORD
        && quoted.iter().all(|words| words.is_empty() || is_printed(words))
}

/// One contrast for each reading whose voice is not the base's.
pub(super) fn contrasts(sides: &[Side], lead: usize) -> Vec<Contrast> {
    let voices: Vec<Voice> = sides.iter().map(|side| voice(side.article, &side.reading.passages)).collect();
    let voice_of =
        |side: &Side| sides.iter().zip(&voices).find(|(other, _)| other.column == side.column).map(|(_, &voice)| voice);
    let lead = telling_lead(&voices.iter().copied().map(Some).collect::<Vec<_>>(), lead);
    against_lead(sides, lead)
        .filter_map(|(base, side)| {
            let (own, bases) = (voice_of(side)?, voice_of(base)?);
            (own != bases).then_some(())?;
            let (less, more) = if own < bases { (base, side) } else { (side, base) };
            if knows_verbs(side.article) && knows_verbs(base.article) && !reports_of(less, more) {
                return None;
            }
            let unsure = |voice, side, other| {
                voice == Voice::Paraphrased && (has_the_same_in_marks(side, other) || stands_word_for_word(side, other))
                    || voice == Voice::Partly && prints_in_full(side, other)
            };
            if unsure(own, side, base) || unsure(bases, base, side) {
                return None;
            }
            let quotes_as_much = match (own, bases) {
                (Voice::Quoted, Voice::Partly) => quotes_no_more(side, base) || quotes_a_sentence(base),
                (Voice::Partly, Voice::Quoted) => quotes_no_more(base, side) || quotes_a_sentence(side),
                _ => false,
            };
            if quotes_as_much {
                return None;
            }
            let mut evidence = evidence_of(side, EvidencePart::Words);
            for (other, &voice) in sides.iter().zip(&voices) {
                let answers = reports_of(other, more) || reports_of(more, other) || !knows_verbs(other.article);
                if voice != own && answers {
                    evidence.extend(evidence_of(other, EvidencePart::Counterpart));
                }
            }
            let note = Note::Voices { here: own, elsewhere: bases };
            Some(Contrast { kind: ContrastKind::Voice, certainty: Certainty::Rule, note, evidence })
        })
        .collect()
}

fn evidence_of(side: &Side, part: EvidencePart) -> Vec<Evidence> {
    let quoted = quoted_in(side.article, &side.reading.passages);
    if quoted.is_empty() {
        return side.passages(part).collect();
    }
    quoted.into_iter().map(|span| side.evidence(span, part)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::ContrastKind;
    use super::super::testing::{article, check, contrasts_of, spans};
    use super::*;
    use crate::prepare::prepare;
    use crate::span::Text;
    use crate::witness::{Metadata, Witness};

    #[test]
    fn a_reading_is_quoted_partly_quoted_or_paraphrased() {
        let cases = [
            ("{“We closed the bridge,”} Varga ⟦said⟧.", Voice::Quoted),
            (
                "{“We closed the bridge,”} Varga ⟦said⟧ on the quay after a long meeting. {“It was time.”}",
                Voice::Quoted,
            ),
            ("Varga ⟦said⟧ {that “we closed the bridge as a precaution”}.", Voice::Quoted),
            ("Varga ⟦insisted⟧ {the shutdown was “a precaution”}.", Voice::Partly),
            ("She ⟦promised⟧ {“weeks, not months”}.", Voice::Partly),
            ("{“Weeks, not months,”} she ⟦promised⟧.", Voice::Quoted),
            ("Varga ⟦said⟧ {the bridge was closed as a precaution}.", Voice::Paraphrased),
            ("The bridge is closed.", Voice::Paraphrased),
            ("The minister's tour of the {“closed for good”} bridge went on until the evening.", Voice::Partly),
            ("{“We closed the bridge, and it stays closed.”}", Voice::Quoted),
        ];
        for (marked, expected) in cases {
            let article = article(marked);
            assert_eq!(voice(&article, &spans(&article)), expected, "{marked}");
        }
    }

    #[test]
    fn another_voice_is_told_with_all_other_columns() {
        check(
            ContrastKind::Voice,
            &[
                "{“We closed the bridge,”} Varga ⟦said⟧.",
                "{“We closed the bridge,”} Varga ⟦told⟧ reporters.",
                "Varga ⟦insisted⟧ {the bridge was closed as “a precaution”}.",
                "Varga ⟦said⟧ {the bridge was closed}.",
                // What an outlet tells itself is nobody's words in another voice.
                "The bridge is closed.",
            ],
            &[
                "Partly quoted here, quoted elsewhere: 2 words “a precaution”; 0 counterpart “We closed the bridge,”; \
                 1 counterpart “We closed the bridge,”; 3 counterpart Varga said the bridge was closed.",
                "Paraphrased here, quoted elsewhere: 3 words Varga said the bridge was closed.; \
                 0 counterpart “We closed the bridge,”; 1 counterpart “We closed the bridge,”; \
                 2 counterpart “a precaution”",
            ],
        );
    }

    #[test]
    fn a_sentence_in_marks_and_words_that_stand_word_for_word_are_no_other_voice() {
        let long = "{“We closed the old bridge as a precaution,”} Varga ⟦said⟧.";
        let framed = "On the quay, Varga, who looked tired of it all, ⟦said⟧ {“We closed the old bridge as a precaution.” \
                      and left for the long meeting of the board at noon}";
        let bare = "{We closed the old bridge as a precaution}, Varga ⟦wrote⟧.";
        let other = "{The old bridge was closed as a precaution}, Varga ⟦wrote⟧.";
        for (reading, told) in [(framed, 0), (bare, 0), (other, 1)] {
            let (one, two) = (article(long), article(reading));
            let found = contrasts_of(&[(&one, spans(&one)), (&two, spans(&two))]);
            let voices = found.iter().filter(|contrast| contrast.kind == ContrastKind::Voice);
            assert_eq!(voices.count(), told, "{reading}");
        }
    }

    /// An article of one paragraph, with what attribution finds in it.
    fn read(text: &str, language: &str) -> Prepared {
        let meta = Metadata { language: Some(language.to_owned()), ..Metadata::default() };
        prepare(Arc::new(Witness { text: Text::new(text), meta, ..Witness::default() }))
    }

    #[test]
    fn where_reporting_words_are_not_known_the_marks_speak() {
        for (language, text, expected) in [
            ("de", "„Das ist ein Gewinn für den Hafen“, sagte Kapitän Jens Thun.", Voice::Quoted),
            ("de", "„Nie wieder Schlick“, rief Thun.", Voice::Quoted),
            ("de", "Thun nannte den Damm am Abend im Rathaus einen „Gewinn für den Hafen“.", Voice::Partly),
            ("de", "Thun sprach am Abend im Rathaus von einem Gewinn für den Hafen.", Voice::Paraphrased),
            ("de", "Die „Möwe“ liegt seit Montag im Hafen fest.", Voice::Paraphrased),
            ("fr", "« Le port restera fermé », a déclaré le maire.", Voice::Quoted),
            ("es", "«No hay otra salida», dijo la alcaldesa.", Voice::Quoted),
        ] {
            let article = read(text, language);
            assert_eq!(voice(&article, &spans(&article)), expected, "{text}");
        }
    }

    #[test]
    fn the_same_words_in_marks_are_told_as_no_paraphrase() {
        let speech =
            read("“I was hired to keep the locks, and I keep these,” said Ada Roth in the harbour hall.", "en");
        let scare = read("Ada Roth said that she was hired for it. The “locks kept” sign hangs on her door.", "en");
        let piece = read("Ada Roth said that she was hired for it. The “keep these” sign hangs on her door.", "en");
        for (other, expected) in [(&scare, 1), (&piece, 0)] {
            assert_eq!(voice(other, &spans(other)), Voice::Paraphrased);
            let found = contrasts_of(&[(&speech, spans(&speech)), (other, spans(other))]);
            assert_eq!(found.iter().filter(|contrast| contrast.kind == ContrastKind::Voice).count(), expected);
        }
    }

    #[test]
    fn where_all_others_agree_the_base_is_told() {
        let quoted = "{“Yes, we closed it,”} Varga ⟦said⟧.";
        check(
            ContrastKind::Voice,
            &["Varga ⟦said⟧ {they closed it}.", quoted, quoted],
            &[
                "Paraphrased here, quoted elsewhere: 0 words Varga said they closed it.; 1 counterpart “Yes, we closed it,”; \
               2 counterpart “Yes, we closed it,”",
            ],
        );
    }

    #[test]
    fn a_sentence_in_other_words_beside_the_same_quotation_is_no_other_voice() {
        let quoted = "{“It opens when engineers say it is safe,”} Varga ⟦said⟧.";
        let beside = "Varga ⟦warned⟧ {that the bridge stays shut for weeks}.\n\
                      {“It opens when engineers say it is safe,”} she ⟦added⟧.";
        check(ContrastKind::Voice, &[quoted, beside], &[]);
        check(ContrastKind::Voice, &[beside, quoted], &[]);
        let piece = "Varga ⟦said⟧ {the bridge opens when engineers “say it is safe”}.";
        check(
            ContrastKind::Voice,
            &[quoted, piece],
            &["Partly quoted here, quoted elsewhere: 1 words “say it is safe”; \
               0 counterpart “It opens when engineers say it is safe,”"],
        );
    }

    #[test]
    fn what_is_printed_in_full_without_marks_is_not_partly_quoted() {
        let quoted = "Varga ⟦wrote⟧: {“And do not make faces on the old bridge at noon.”}";
        let pieces = "Varga ⟦wrote⟧ {that the pilots should “not make faces” there}.";
        check(
            ContrastKind::Voice,
            &[quoted, pieces],
            &["Partly quoted here, quoted elsewhere: 1 words “not make faces”; \
               0 counterpart “And do not make faces on the old bridge at noon.”"],
        );
        let letter = format!("{pieces}\nDear pilots, rise to it. And do not make faces on the old bridge at noon.");
        check(ContrastKind::Voice, &[quoted, &letter], &[]);
    }

    #[test]
    fn the_same_voice_is_no_contrast() {
        check(ContrastKind::Voice, &["{“Yes, we did,”} Varga ⟦said⟧.", "{“Yes we did”}, Varga ⟦told⟧ the house."], &[]);
    }
}
