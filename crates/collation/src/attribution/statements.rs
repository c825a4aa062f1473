//! From reporting clauses and quotation marks to statements: which quotations one clause reports.
//!
//! A quotation without a clause of its own carries on the one before it in its paragraph, or what an
//! earlier paragraph announced; else it stands without a cue. Marks around a word or a title that
//! nobody is reported to have said are no statement; they are told apart.

use std::ops::Range;

use super::clauses::{self, Frame};
use super::marks::Marked;
use super::units::{Kind, Sentence, Unit, Units};
use super::{QuotationFlag, QuotationKind};
use crate::span::Span;

/// A quotation before its speaker is known.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: QuotationKind,
    pub(super) content: Vec<Span>,
    pub(super) quoted: Vec<Span>,
    pub(super) cue: Option<Span>,
    /// The source's units, counted over the whole text.
    pub(super) source: Option<Range<usize>>,
    pub(super) flags: Vec<QuotationFlag>,
    /// Index of its sentence.
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
    /// Its first sentence has no words beside the quotation.
    pub(super) alone: bool,
    /// Stretches between marks that it holds.
    stretches: Vec<usize>,
    announces: bool,
    backward: bool,
}

/// Fewest words of a quotation without any reporting clause that counts as speech.
const SPEECH_WORDS: usize = 5;

/// The statements of a text, and the stretches inside marks that are none: terms, titles, scare
/// quotes. Without `english` only quotation marks speak.
pub(super) fn drafts(chars: &[char], units: &Units, quotes: &[Marked], english: bool) -> (Vec<Draft>, Vec<Span>) {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut terms: Vec<Span> = Vec::new();
    // By stretch: the draft that holds it.
    let mut holder: Vec<Option<usize>> = vec![None; quotes.len()];
    let mut latest: Option<usize> = None;
    let mut announced: Option<usize> = None;
    let mut paragraph = usize::MAX;
    for (number, sentence) in units.sentences.iter().enumerate() {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            latest = None;
        }
        let inside = units.of(sentence);
        let frames = if english { clauses::frames(inside, sentence.paragraph == 0) } else { Vec::new() };
        let mut fresh_announced = None;
        for frame in &frames {
            let draft = draft(units, quotes, sentence, number, frame);
            let index = drafts.len();
            for &stretch in &draft.stretches {
                if let Some(slot) = holder.get_mut(stretch) {
                    slot.get_or_insert(index);
                }
            }
            if draft.announces {
                fresh_announced = Some(index);
            }
            if frame.speech && !draft.stretches.is_empty() || draft.announces {
                latest = Some(index);
            }
            drafts.push(draft);
        }
        for (place, unit) in inside.iter().enumerate() {
            let Kind::Quote(stretch) = unit.kind else { continue };
            if holder.get(stretch).copied().flatten().is_some() {
                continue;
            }
            let Some(marked) = quotes.get(stretch) else { continue };
            let carried = marked.continues.and_then(|earlier| holder.get(earlier).copied().flatten());
            let speech = is_speech(chars, inside, place, marked, english);
            let announced_here = place > 0 && inside.get(place - 1).is_some_and(|before| before.is_mark(":"));
            // Without rules for verbs, marks that lead a clause or end one are all that is known.
            let fewest = if announced_here || !english { 2 } else { SPEECH_WORDS };
            let owner = carried.or(if speech {
                fresh_announced.or(announced).or(latest.filter(|&latest| {
                    place == 0 || drafts.get(latest).is_some_and(|draft| draft.sentence == number && draft.backward)
                }))
            } else {
                None
            });
            match owner {
                Some(owner) => {
                    if let Some(draft) = drafts.get_mut(owner) {
                        attach(draft, stretch, marked);
                        latest = Some(owner);
                    }
                    if let Some(slot) = holder.get_mut(stretch) {
                        *slot = Some(owner);
                    }
                }
                None if speech && (words(chars, marked.inner) >= fewest || !marked.closed) => {
                    if let Some(slot) = holder.get_mut(stretch) {
                        *slot = Some(drafts.len());
                    }
                    latest = Some(drafts.len());
                    let alone = !inside.iter().any(Unit::is_word);
                    drafts.push(Draft { alone, ..bare(stretch, marked, number, paragraph) });
                }
                None => terms.push(marked.span),
            }
        }
        if inside.iter().any(Unit::is_word) || fresh_announced.is_some() {
            announced = fresh_announced;
        }
    }
    rejoin(&mut drafts, quotes, &holder);
    for draft in &mut drafts {
        let last = draft.stretches.last().and_then(|&last| quotes.get(last));
        if last.is_some_and(|last| !last.closed) {
            draft.flags.push(QuotationFlag::Unclosed);
        }
    }
    drafts.retain(|draft| !draft.content.is_empty());
    terms.retain(|&term| words(chars, term) > 0);
    (drafts, terms)
}

/// Gives a quotation of an earlier paragraph that nothing leads in to the clause at the end of the
/// paragraph that carries it on.
fn rejoin(drafts: &mut [Draft], quotes: &[Marked], holder: &[Option<usize>]) {
    for index in 0..drafts.len() {
        let led = drafts.get(index).filter(|draft| draft.cue.is_some());
        let first = led.and_then(|draft| quotes.get(*draft.stretches.first()?));
        let Some(earlier) = first.and_then(|marked| holder.get(marked.continues?).copied().flatten()) else { continue };
        let bare = drafts.get_mut(earlier).filter(|draft| earlier < index && draft.cue.is_none());
        let Some(bare) = bare else { continue };
        let (content, quoted) = (std::mem::take(&mut bare.content), std::mem::take(&mut bare.quoted));
        let stretches = std::mem::take(&mut bare.stretches);
        if let Some(draft) = drafts.get_mut(index) {
            draft.content.splice(0..0, content);
            draft.quoted.splice(0..0, quoted);
            draft.stretches.splice(0..0, stretches);
        }
    }
}

fn words(chars: &[char], inner: Span) -> usize {
    let inside = chars.get(inner.start..inner.end).unwrap_or_default();
    // Scripts without spaces: a character is about half a word.
    let wide = inside
        .iter()
        .filter(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
        .count();
    inside.split(|c| c.is_whitespace()).filter(|word| word.iter().any(|c| c.is_alphanumeric())).count() + wide / 2
}

/// True where a quotation outside all reporting clauses is speech rather than a term or a title.
fn is_speech(chars: &[char], sentence: &[Unit], place: usize, marked: &Marked, english: bool) -> bool {
    if !marked.closed || marked.continues.is_some() {
        return true;
    }
    let inner = chars.get(marked.inner.start..marked.inner.end).unwrap_or_default();
    let last = inner.iter().rev().copied().find(|c| !c.is_whitespace());
    // “Yes,” he said: in most languages the comma stands behind the marks.
    let behind = !english && sentence.get(place + 1).is_some_and(|next| next.is_mark(",，"));
    let stops = behind || matches!(last, Some(',' | '.' | '!' | '?' | '…' | '—' | '。' | '！' | '？' | '，'));
    let alone = sentence.iter().enumerate().all(|(at, unit)| at == place || unit.mark().is_some() || unit.is_quote());
    let led = place == 0 || sentence.get(place - 1).is_some_and(|before| before.is_mark(",:"));
    let count = words(chars, marked.inner);
    // German writes every noun with a capital.
    if english && !stops && is_title(inner) {
        return false;
    }
    // Words left out are marked in what somebody said.
    let parts = inner.iter().collect::<String>();
    let omits = [" … ", " ... ", "[…]", "[...]"].iter().any(|mark| parts.contains(mark));
    if omits && count >= 3 {
        return true;
    }
    alone && (stops || count >= SPEECH_WORDS) || led && (stops && count >= 2 || count >= SPEECH_WORDS) || count >= 8
}

/// True where every longer word begins with a capital: the name of a book, a film, a show.
fn is_title(inner: &[char]) -> bool {
    let long = inner
        .split(|c| c.is_whitespace())
        .filter(|word| word.iter().filter(|c| c.is_alphabetic()).count() > 3 && word.iter().all(|c| !c.is_numeric()));
    let (all, capital) = long.fold((0, 0), |(all, capital), word| {
        let first = word.iter().find(|c| c.is_alphabetic());
        (all + 1, capital + usize::from(first.is_some_and(|c| c.is_uppercase())))
    });
    all >= 2 && capital == all
}

fn bare(stretch: usize, marked: &Marked, sentence: usize, paragraph: usize) -> Draft {
    Draft {
        kind: QuotationKind::Direct,
        content: vec![marked.span],
        quoted: vec![marked.span],
        cue: None,
        source: None,
        flags: vec![QuotationFlag::NoCue],
        sentence,
        paragraph,
        stretches: vec![stretch],
        announces: false,
        backward: false,
        alone: false,
    }
}

fn attach(draft: &mut Draft, stretch: usize, marked: &Marked) {
    if draft.content.is_empty() {
        draft.kind = QuotationKind::Direct;
    } else if draft.kind == QuotationKind::Indirect {
        draft.kind = QuotationKind::Mixed;
    }
    // In the order of the text, so only the latest piece can hold it.
    if !draft.content.last().is_some_and(|content| content.covers(marked.span)) {
        draft.content.push(marked.span);
    }
    draft.quoted.push(marked.span);
    draft.stretches.push(stretch);
}

fn draft(units: &Units, quotes: &[Marked], sentence: &Sentence, number: usize, frame: &Frame) -> Draft {
    let base = sentence.units.start;
    let inside = units.of(sentence);
    let span = |range: &Range<usize>| {
        let (first, last) = (inside.get(range.start)?, inside.get(range.end.checked_sub(1)?)?);
        (range.start < range.end).then(|| Span::new(first.span.start, last.span.end))
    };
    let mut content: Vec<Span> = frame.content.iter().filter_map(span).collect();
    content.sort_unstable();
    let held = || frame.content.iter().flat_map(Clone::clone).filter_map(|at| inside.get(at));
    let mut stretches: Vec<usize> =
        held().filter_map(|unit| if let Kind::Quote(stretch) = unit.kind { Some(stretch) } else { None }).collect();
    stretches.sort_unstable();
    let kind = if stretches.is_empty() {
        QuotationKind::Indirect
    } else if held().all(|unit| !unit.is_word()) {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    };
    Draft {
        kind,
        content,
        quoted: stretches.iter().filter_map(|&stretch| quotes.get(stretch)).map(|marked| marked.span).collect(),
        cue: span(&frame.cue),
        source: frame.source.as_ref().map(|source| base + source.start..base + source.end),
        flags: Vec::new(),
        sentence: number,
        paragraph: sentence.paragraph,
        stretches,
        announces: frame.announces,
        alone: false,
        backward: frame.backward,
    }
}
