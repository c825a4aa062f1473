//! Quotation marks of every kind, paired: which characters of a text stand inside marks.
//!
//! Knows glyphs and their neighbours, no words of any language. A mark's part is told by its glyph
//! where that says enough, else by the white space around it and by the marks that follow in the
//! same paragraph. Only the outermost pair is reported; marks inside it belong to the quotation.
//! One pass over the marks with counts prepared in advance, so the time is linear in the text.

mod glyph;

use std::collections::VecDeque;

use glyph::{Glyph, Lexed, lex};

use crate::span::Span;

/// One stretch of a paragraph inside quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Its characters with the marks.
    pub span: Span,
    /// Its characters without the marks.
    pub inner: Span,
    /// False where the closing mark is missing at the end of this stretch.
    pub closed: bool,
    /// Index of the stretch of an earlier paragraph that this one carries on.
    pub continues: Option<usize>,
}

/// An opening mark that waits for its mate.
#[derive(Clone, Copy)]
struct Open {
    start: usize,
    inner: usize,
    glyph: Glyph,
}

/// All stretches inside quotation marks, in the order of the text. `paragraphs` are in that order
/// too and don't overlap.
pub fn find(chars: &[char], paragraphs: &[Span]) -> Vec<Marked> {
    let backticks = chars.iter().filter(|&&c| c == '`').count() >= 2;
    let found = scan(chars, paragraphs, backticks, &[]);
    let stray = stray(chars, &found);
    if stray.is_empty() { found } else { scan(chars, paragraphs, backticks, &stray) }
}

/// Starts of straight marks that open and never close in a text that has curly ones: remnants of a
/// page's layout, not quotations.
fn stray(chars: &[char], found: &[Marked]) -> Vec<usize> {
    if !chars.contains(&'“') {
        return Vec::new();
    }
    let mut carried_on = vec![None; found.len()];
    for (index, marked) in found.iter().enumerate() {
        if let Some(slot) = marked.continues.and_then(|earlier| carried_on.get_mut(earlier)) {
            *slot = Some(index);
        }
    }
    let mut never = vec![false; found.len()];
    let mut starts = Vec::new();
    for (index, marked) in found.iter().enumerate().rev() {
        let later = carried_on.get(index).copied().flatten();
        let open = !marked.closed && later.is_none_or(|later| never.get(later).copied().unwrap_or(false));
        if let Some(slot) = never.get_mut(index) {
            *slot = open;
        }
        if open && chars.get(marked.span.start) == Some(&'"') {
            starts.push(marked.span.start);
        }
    }
    starts.reverse();
    starts
}

/// Most paragraphs without any mark that a quotation may go on through until one closes it.
const LONGEST_BREAK: usize = 4;

/// One reading of all marks but those at `stray`, which is in order.
fn scan(chars: &[char], paragraphs: &[Span], backticks: bool, stray: &[usize]) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut carried: Option<Carried> = None;
    let mut rest = paragraphs.iter().map(|&paragraph| lex(chars, paragraph, backticks, stray));
    let mut ahead: VecDeque<Lexed> = rest.by_ref().take(1).collect();
    for &paragraph in paragraphs {
        let Some(now) = ahead.pop_front() else { break };
        ahead.extend(rest.by_ref().take(LONGEST_BREAK + 1 - ahead.len()));
        let (next, end) = (ahead.front(), ahead.iter().find(|next| next.has_double()));
        carried = Scan { chars, paragraph, marks: &now, next, end, found: &mut found }.run(carried);
    }
    found
}

/// A quotation that the end of a paragraph leaves open.
struct Carried {
    glyph: Glyph,
    /// Index of its latest stretch.
    stretch: usize,
    /// Marks that are open; the repeated opening mark of the next paragraph stands for all of them.
    stack: Vec<Open>,
}

struct Scan<'a> {
    chars: &'a [char],
    paragraph: Span,
    marks: &'a Lexed,
    next: Option<&'a Lexed>,
    /// The next of the paragraphs behind this one that has double marks, if it is near.
    end: Option<&'a Lexed>,
    found: &'a mut Vec<Marked>,
}

impl Scan<'_> {
    fn run(mut self, carried: Option<Carried>) -> Option<Carried> {
        let mut stack: Vec<Open> = Vec::new();
        let mut continues = None;
        let mut index = 0;
        if let Some(carried) = carried {
            continues = Some(carried.stretch);
            let repeated = self.marks.first_is_opening(self.paragraph.start, carried.glyph);
            if !repeated {
                stack = carried.stack;
                for open in &mut stack {
                    (open.start, open.inner) = (self.paragraph.start, self.paragraph.start);
                }
            }
        }
        let mut singles = true;
        let mut single_from = 0;
        loop {
            let Some(mark) = self.marks.get(index) else {
                // A single mark without a mate was an apostrophe: read on from behind it without singles.
                if singles && stack.first().is_some_and(|open| open.glyph.is_single()) {
                    stack.clear();
                    singles = false;
                    index = single_from + 1;
                    continue;
                }
                break;
            };
            let end = mark.at + mark.len;
            match stack.last().copied() {
                None => {
                    let opens = if mark.glyph.is_single() {
                        singles && self.marks.single_opens(index)
                    } else {
                        self.marks.opens(index)
                    };
                    if opens {
                        single_from = index;
                        stack.push(Open { start: mark.at, inner: end, glyph: mark.glyph });
                    }
                }
                Some(top) => {
                    if mark.closes(top.glyph)
                        && !self.marks.is_prime_inside(index)
                        && self.marks.may_close(index, top.glyph)
                    {
                        stack.pop();
                        if stack.is_empty() {
                            let inner = Span::new(top.inner, mark.at);
                            let span = Span::new(top.start, end);
                            self.push(span, inner, true, &mut continues);
                        }
                    } else if mark.opens_inside(top.glyph) {
                        let doubles = stack.iter().filter(|open| !open.glyph.is_single()).count();
                        // A mate may stand in the next paragraph, before it opens marks of its own.
                        let beyond = match self.next {
                            Some(next) if next.first_is_opening_any() => 1,
                            Some(next) if next.begins_closing() => 2,
                            _ => 0,
                        };
                        if self.marks.balance_after(index) + beyond > doubles as isize {
                            stack.push(Open { start: mark.at, inner: end, glyph: mark.glyph });
                        } else {
                            let first = stack.first().copied().unwrap_or(top);
                            self.cut(first, mark.at, &mut continues);
                            stack.clear();
                            stack.push(Open { start: mark.at, inner: end, glyph: mark.glyph });
                        }
                    }
                }
            }
            index += 1;
        }
        let first = stack.first().copied()?;
        let end = trim_end(self.chars, first.inner, self.paragraph.end);
        let number = self.found.len();
        self.push(Span::new(first.start, end), Span::new(first.inner, end), false, &mut continues);
        let next = self.next?;
        let open: Vec<Glyph> = stack.iter().map(|open| open.glyph).collect();
        let end = if first.glyph.is_single() { Some(next) } else { self.end };
        let goes_on = next.first_is_opening(next.start, first.glyph) || end.is_some_and(|end| end.first_closes(&open));
        goes_on.then_some(Carried { glyph: first.glyph, stretch: number, stack })
    }

    /// Ends a quotation whose mate is missing before the next one opens at `limit`.
    fn cut(&mut self, open: Open, limit: usize, continues: &mut Option<usize>) {
        let whole = trim_end(self.chars, open.inner, limit);
        let (mut inner, mut end) = (whole, whole);
        let mut closed = false;
        let mut last = ' ';
        for at in open.inner..whole {
            let c = self.chars.get(at).copied().unwrap_or(' ');
            let next = self.chars.get(at + 1).copied().unwrap_or(' ');
            if matches!(c, '\'' | '’') && matches!(last, ',' | '.' | '?' | '!') && next.is_whitespace() {
                (inner, end, closed) = (at, at + 1, true);
                break;
            }
            if matches!(last, '.' | '?' | '!') && c.is_whitespace() {
                (inner, end) = (at, at);
                break;
            }
            last = c;
        }
        self.push(Span::new(open.start, end), Span::new(open.inner, inner), closed, continues);
    }

    fn push(&mut self, span: Span, inner: Span, closed: bool, continues: &mut Option<usize>) {
        if inner.is_empty() {
            return;
        }
        self.found.push(Marked { span, inner, closed, continues: continues.take() });
    }
}

fn trim_end(chars: &[char], start: usize, mut end: usize) -> usize {
    while end > start && chars.get(end - 1).is_some_and(|c| c.is_whitespace()) {
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests;
