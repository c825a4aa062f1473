//! The words inside an article's quotation marks, in normal form, as one stream.
//!
//! A break for "he said" vanishes in the stream. What is glyph, spelling or house style (curly
//! marks, hyphens, contractions, digits, acronym dots, capitals) is the same word afterwards; every
//! word keeps the characters it came from.

use unicode_normalization::char::is_combining_mark;

use super::super::reported::is_function;
use crate::attribution::{Quotation, QuotationKind};
use crate::lexicon::counted;
use crate::prepare::Prepared;
use crate::segment::normal_form;
use crate::span::{Span, Text};

/// One word of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QuotedWord {
    /// Its characters; the parts of a contraction share them.
    pub span: Span,
    pub form: Form,
    /// Number of the pair of marks it stands in.
    pub piece: usize,
    /// Number of the sentence in the stream.
    pub sentence: usize,
    /// Index of its attribution in the article.
    pub quotation: usize,
}

/// What a word is to the comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    Word(String),
    /// Words that the outlet put in: `[Trump]`, `(sic)`; or a word that is masked whole: `****`.
    Editor,
    /// Words that the outlet left out and says so: `…`, `[...]`.
    Omission,
}

impl QuotedWord {
    /// Its normal form; `None` for what the outlet put in or marked.
    pub fn word(&self) -> Option<&str> {
        match &self.form {
            Form::Word(form) => Some(form),
            Form::Editor | Form::Omission => None,
        }
    }

    pub fn is_word(&self) -> bool {
        self.word().is_some()
    }

    /// True for words that mean something by themselves.
    pub fn is_content(&self) -> bool {
        self.word().is_some_and(|word| !is_function(word) && word.chars().count() > 1)
    }
}

/// The quoted words of `article` within `reach`, in text order.
pub(super) fn stream(article: &Prepared, reach: Span) -> Vec<QuotedWord> {
    let mut words: Vec<QuotedWord> = Vec::new();
    let (mut piece, mut sentence) = (0, 0);
    // Two attributions may share a pair of marks; its words stand in the stream once.
    let mut end = 0;
    for (number, quotation) in article.quotations.iter().enumerate() {
        if !quotation.is_statement() {
            continue;
        }
        for (at, &quoted) in quotation.quoted.iter().enumerate().filter(|(_, quoted)| quoted.overlaps(reach)) {
            if quoted.start < end {
                continue;
            }
            end = quoted.end;
            let found = words_of(&article.witness.text, quoted);
            let Some(first) = found.first() else { continue };
            if found.len() <= TERM && names_a_term(article, quoted) {
                continue;
            }
            let goes_on = at > 0 && goes_on(article, quotation, first.span);
            sentence += usize::from(!goes_on);
            for word in found {
                sentence += usize::from(word.starts);
                words.push(QuotedWord { span: word.span, form: word.form, piece, sentence, quotation: number });
            }
            piece += 1;
        }
    }
    words
}

/// The words of a stretch of `article` in the same normal forms, whether marks stand around them or not.
pub(super) fn printed_words(article: &Prepared, span: Span) -> Vec<(Span, Form)> {
    words_of(&article.witness.text, span).into_iter().map(|read| (read.span, read.form)).collect()
}

/// Words between marks that may be no more than a term.
const TERM: usize = 3;

/// True where the words before the marks say that a term is meant, not a sentence cut short: "avoided
/// the term “old bridge”".
fn names_a_term(article: &Prepared, quoted: Span) -> bool {
    let tokens = &article.segmented.tokens;
    let before = tokens.partition_point(|token| token.span.end <= quoted.start);
    let before = before.checked_sub(1).and_then(|at| tokens.get(at));
    before
        .is_some_and(|token| matches!(token.norm.as_str(), "term" | "terms" | "word" | "words" | "phrase" | "phrases"))
}

/// True where a later piece of a quotation is the same sentence: a break for "he said".
fn goes_on(article: &Prepared, quotation: &Quotation, first: Span) -> bool {
    quotation.kind == QuotationKind::Direct
        && article.witness.text.slice(first).chars().next().is_some_and(char::is_lowercase)
}

/// A word as it was read, before it takes its place in the stream.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    span: Span,
    form: Form,
    /// Begins a sentence that is not the first of its piece.
    starts: bool,
}

fn words_of(text: &Text, quoted: Span) -> Vec<Read> {
    let chars: Vec<char> = text.slice(quoted).chars().collect();
    let mut words: Vec<Read> = Vec::new();
    let mut ended = false;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let start = at;
        let rest = chars.get(at..).unwrap_or_default();
        let (length, forms) = read_word(rest, start.checked_sub(1).and_then(|before| chars.get(before)).copied());
        at += length.max(1);
        if forms.is_empty() {
            ended = match c {
                '.' => !words.last().is_some_and(|last| is_title(&last.form)),
                '!' | '?' => true,
                c if c.is_whitespace() || is_closing(c) => ended,
                _ => false,
            };
            continue;
        }
        let span = Span::new(quoted.start + start, quoted.start + at);
        let capital = !rest.iter().take(length).find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_lowercase());
        let starts = ended && capital && !words.is_empty();
        // Four dots are a full stop and a mark of omission.
        let stops = rest.iter().take(length).filter(|&&c| c == '.').count();
        ended = forms.contains(&Form::Omission) && (ended || stops > 3);
        for (number, form) in forms.into_iter().enumerate() {
            let starts = starts && number == 0 && form != Form::Omission;
            push_word(&mut words, Read { span, form, starts });
        }
    }
    words
}

/// Short forms whose stop ends no sentence though a capital follows.
fn is_title(form: &Form) -> bool {
    let titles = [
        "mr",
        "mrs",
        "ms",
        "doctor",
        "senator",
        "representative",
        "governor",
        "general",
        "col",
        "lt",
        "sgt",
        "st",
        "prof",
        "rev",
        "hon",
    ];
    matches!(form, Form::Word(word) if titles.contains(&word.as_str()))
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '’' | '”' | '»' | '›' | ')' | ']')
}

/// Adds a word, joining what normal form joins: "twenty-five" with 25, "per cent" with "percent".
fn push_word(words: &mut Vec<Read>, read: Read) {
    if let (Form::Word(form), Some(last)) = (&read.form, words.last_mut())
        && let Form::Word(before) = &mut last.form
    {
        let joined = match (before.as_str(), form.as_str()) {
            ("per", "cent") => Some("percent".to_owned()),
            (tens, unit) if is_tens(tens) && unit.len() == 1 && unit != "0" && unit.chars().all(char::is_numeric) => {
                tens.get(..1).map(|digit| format!("{digit}{unit}"))
            }
            _ => None,
        };
        if let Some(joined) = joined {
            *before = joined;
            last.span = last.span.join(read.span);
            return;
        }
    }
    words.push(read);
}

fn is_tens(form: &str) -> bool {
    form.len() == 2 && form.ends_with('0')
}

/// The word that `chars` begin with: its length in characters and its normal forms, none where no
/// word begins here.
fn read_word(chars: &[char], before: Option<char>) -> (usize, Vec<Form>) {
    let Some(&first) = chars.first() else { return (0, Vec::new()) };
    match first {
        '…' => (1, vec![Form::Omission]),
        '.' => {
            let dots = dots(chars);
            if dots >= 3 { (dots, vec![Form::Omission]) } else { (1, Vec::new()) }
        }
        '[' | '(' => read_bracket(chars, first, before),
        '%' => (1, vec![Form::Word("percent".to_owned())]),
        '&' => (1, vec![Form::Word("and".to_owned())]),
        // A tag belongs to the network that it was posted on, and outlets print it or not.
        '#' if chars.get(1).is_some_and(|c| c.is_alphabetic()) => {
            (1 + chars.iter().skip(1).take_while(|&&c| is_letter(c) || c == '_').count(), Vec::new())
        }
        c if is_letter(c) => read_letters(chars),
        _ => (1, Vec::new()),
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Characters of a row of dots, spaces between them included; 0 to 2 dots are no row.
fn dots(chars: &[char]) -> usize {
    let (mut dots, mut length) = (0, 0);
    for (at, &c) in chars.iter().enumerate() {
        match c {
            '.' => {
                dots += 1;
                length = at + 1;
            }
            ' ' | '\u{a0}' => {}
            _ => break,
        }
    }
    if dots >= 3 { length } else { 0 }
}

/// Longest stretch in brackets that counts as the outlet's insertion, in characters.
const LONGEST_INSERTION: usize = 60;

fn read_bracket(chars: &[char], open: char, before: Option<char>) -> (usize, Vec<Form>) {
    let close = if open == '[' { ']' } else { ')' };
    let Some(end) = chars.iter().take(LONGEST_INSERTION).position(|&c| c == close) else { return (1, Vec::new()) };
    let inside = chars.get(1..end).unwrap_or_default();
    if !inside.iter().any(|&c| is_letter(c)) {
        let says_so = inside.contains(&'…') || dots(inside) > 0;
        return (end + 1, if says_so { vec![Form::Omission] } else { Vec::new() });
    }
    // "[T]he": the letter is part of the word that follows or goes before.
    let joins = open == '['
        && (chars.get(end + 1).is_some_and(|&c| is_letter(c)) || before.is_some_and(is_letter))
        && inside.iter().all(|&c| is_letter(c));
    if joins {
        let rest = chars.get(end + 1..).unwrap_or_default();
        let tail = rest.iter().take_while(|&&c| is_letter(c)).count();
        if before.is_some_and(is_letter) {
            return (end + 1 + tail, Vec::new());
        }
        let word: String = inside.iter().chain(rest.iter().take(tail)).collect();
        return (end + 1 + tail, forms_of(&word));
    }
    (end + 1, vec![Form::Editor])
}

fn read_letters(chars: &[char]) -> (usize, Vec<Form>) {
    // "U.S.", "F.B.I": single letters, each with a stop.
    let mut acronym = String::new();
    let mut at = 0;
    while let (Some(&letter), Some('.')) = (chars.get(at), chars.get(at + 1))
        && letter.is_alphabetic()
    {
        acronym.push(letter);
        at += 2;
    }
    if acronym.chars().count() > 1 {
        if let Some(&last) = chars.get(at)
            && last.is_uppercase()
            && !chars.get(at + 1).is_some_and(|&c| is_letter(c))
        {
            acronym.push(last);
            at += 1;
        }
        return (at, forms_of(&acronym));
    }
    let mut length = 0;
    let mut masked = false;
    while let Some(&c) = chars.get(length) {
        let next = chars.get(length + 1).copied();
        let inside_number = matches!(c, ',' | '.')
            && length > 0
            && chars.get(length - 1).is_some_and(|c| c.is_numeric())
            && next.is_some_and(char::is_numeric);
        let inside_word = matches!(c, '\'' | '’' | '‘' | 'ʼ') && next.is_some_and(is_letter);
        let mask = c == '*' || (matches!(c, '-' | '—' | '–' | '_') && matches!(next, Some('-' | '—' | '–' | '_')));
        masked |= mask && c == '*';
        if !(is_letter(c) || inside_number || inside_word || c == '*') {
            break;
        }
        length += 1;
    }
    let word: String = chars.iter().take(length).collect();
    if masked {
        // However much of it is masked, it is one word.
        let first = word.chars().next().filter(|c| is_letter(*c));
        return (
            length,
            vec![first.map_or(Form::Editor, |first| Form::Word(format!("{}*", normal_form(&first.to_string()))))],
        );
    }
    (length, forms_of(&word))
}

/// Normal forms of a word: several for a contraction, none for a filler.
fn forms_of(word: &str) -> Vec<Form> {
    let plain = normal_form(word).replace(',', "");
    let parts: Vec<String> = match plain.as_str() {
        "uh" | "um" | "er" | "erm" => return Vec::new(),
        "won't" => words(&["will", "not"]),
        "cannot" | "can't" => words(&["can", "not"]),
        "shan't" => words(&["shall", "not"]),
        "ain't" => words(&["is", "not"]),
        "gonna" => words(&["going", "to"]),
        "wanna" => words(&["want", "to"]),
        "gotta" => words(&["got", "to"]),
        "let's" => words(&["let", "us"]),
        "'em" => words(&["them"]),
        "ok" => words(&["okay"]),
        "sen" => words(&["senator"]),
        "rep" => words(&["representative"]),
        "gov" => words(&["governor"]),
        "gen" => words(&["general"]),
        "dr" => words(&["doctor"]),
        "mister" => words(&["mr"]),
        _ => contraction(&plain),
    };
    parts.into_iter().map(|part| Form::Word(spelled(number(part)))).collect()
}

fn words(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|&part| part.to_owned()).collect()
}

/// Words that take a contracted "is" or "has" where another noun would take a possessive.
const TAKES_IS: [&str; 12] =
    ["it", "he", "she", "that", "there", "what", "who", "here", "where", "how", "this", "everybody"];

fn contraction(word: &str) -> Vec<String> {
    for (ending, full) in [("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am")] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return words(&[stem, full]);
        }
    }
    match word.strip_suffix("'s") {
        Some(stem) if TAKES_IS.contains(&stem) => words(&[stem, "is"]),
        _ => vec![word.replace('\'', "")],
    }
}

/// Digits for a number word, else the word.
fn number(word: String) -> String {
    counted(&word).map_or(word, |value| value.to_string())
}

/// One spelling for British and American ones.
fn spelled(word: String) -> String {
    if word.chars().count() < 5 {
        return word;
    }
    let known = [
        ("defence", "defense"),
        ("offence", "offense"),
        ("centre", "center"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("adviser", "advisor"),
        ("advisers", "advisors"),
        ("momma", "mama"),
        ("mamma", "mama"),
        ("towards", "toward"),
        ("afterwards", "afterward"),
    ];
    if let Some((_, american)) = known.iter().find(|(british, _)| *british == word) {
        return (*american).to_owned();
    }
    for (british, american) in [("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize")] {
        if let Some(stem) = word.strip_suffix(british) {
            return format!("{stem}{american}");
        }
    }
    for ending in ["our", "ours", "oured", "ouring", "ourable"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) {
            return format!("{stem}{}", ending.replacen("ou", "o", 1));
        }
    }
    word.replace("lled", "led").replace("lling", "ling")
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::article;
    use super::*;

    fn forms(quotation: &str) -> String {
        let article = article(&format!("{{“{quotation}”}} she ⟦said⟧."));
        let words = stream(&article, article.witness.text.span());
        let mut line = String::new();
        let mut sentence = words.first().map_or(0, |word| word.sentence);
        for word in words {
            if word.sentence != sentence {
                line.push_str("| ");
                sentence = word.sentence;
            }
            match word.form {
                Form::Word(form) => line.push_str(&form),
                Form::Editor => line.push_str("[]"),
                Form::Omission => line.push('…'),
            }
            line.push(' ');
        }
        line.trim_end().to_owned()
    }

    #[test]
    fn house_style_is_no_difference() {
        let cases = [
            ("We can't, it’s ‘too’ late", "we can not it is too late"),
            ("a two-year plan", "a 2 year plan"),
            ("twenty-five per cent of 1,200", "25 percent of 1200"),
            ("25% of 1200", "25 percent of 1200"),
            ("the U.S. and the F.B.I.", "the us and the fbi"),
            ("It's O.K. here", "it is okay here"),
            ("[T]he mayor [Ada Lund] came", "the mayor [] came"),
            ("we closed … the bridge", "we closed … the bridge"),
            ("we closed . . . the bridge [...] today", "we closed … the bridge … today"),
            ("It is over. It will, uh, reopen! Soon", "it is over | it will reopen | soon"),
            ("We closed it. ... It was time", "we closed it … | it was time"),
            ("We thank Sen. Dale. He left", "we thank senator dale | he left"),
            ("We thank Mr. Dale. He left", "we thank mr dale | he left"),
            ("He said it at 9.30 a.m. on Friday", "he said it at 9.30 am on friday"),
            ("the s*** they organised in the harbour", "the s* they organized in the harbor"),
            ("the minister's café", "the ministers cafe"),
        ];
        for (quotation, expected) in cases {
            assert_eq!(forms(quotation), expected, "{quotation}");
        }
    }

    #[test]
    fn a_break_for_the_reporting_verb_does_not_end_a_sentence() {
        let article = article("{“We closed it,”} she ⟦said⟧, {“as a precaution. It was time.”}");
        let words = stream(&article, article.witness.text.span());
        let sentences: Vec<usize> = words.iter().map(|word| word.sentence).collect();
        assert_eq!(sentences, [1, 1, 1, 1, 1, 1, 2, 2, 2]);
        assert_eq!(words.iter().filter(|word| word.piece == 0).count(), 3);
    }
}
