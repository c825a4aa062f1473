//! The marks of one paragraph with what their neighbours tell about them.

use crate::span::Span;

use Glyph::{
    AngleLeft, AngleRight, Apostrophe, Apostrophes, Backtick, Backticks, ChevronLeft, ChevronRight, CornerLeft,
    CornerRight, Left, Low, Right, SingleLeft, SingleLow, SingleRight, Straight,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// `"` and its full-width form: the same character opens and closes.
    Straight,
    /// `“`, which closes after `„`.
    Left,
    /// `”`
    Right,
    /// `„`
    Low,
    /// `«`
    ChevronLeft,
    /// `»`
    ChevronRight,
    /// `‹`
    AngleLeft,
    /// `›`
    AngleRight,
    /// A bracket of East Asian type, by the number of its pair.
    CornerLeft(u8),
    CornerRight(u8),
    /// `` ` `` on both sides, as feeds of translated news have it.
    Backtick,
    /// ``` `` ``` of TeX.
    Backticks,
    /// `''`, closing in TeX, on both sides in old archives.
    Apostrophes,
    /// `'`
    Apostrophe,
    /// `‘`
    SingleLeft,
    /// `’`
    SingleRight,
    /// `‚`
    SingleLow,
}

impl Glyph {
    fn of(c: char) -> Option<Self> {
        Some(match c {
            '"' | '＂' | '״' => Self::Straight,
            '“' | '‟' | '〝' | '❝' => Self::Left,
            '”' | '〞' | '〟' | '❞' => Self::Right,
            '„' => Self::Low,
            '«' => Self::ChevronLeft,
            '»' => Self::ChevronRight,
            '‹' => Self::AngleLeft,
            '›' => Self::AngleRight,
            '「' | '｢' => Self::CornerLeft(0),
            '」' | '｣' => Self::CornerRight(0),
            '『' => Self::CornerLeft(1),
            '』' => Self::CornerRight(1),
            '﹁' => Self::CornerLeft(2),
            '﹂' => Self::CornerRight(2),
            '﹃' => Self::CornerLeft(3),
            '﹄' => Self::CornerRight(3),
            '`' => Self::Backtick,
            '\'' => Self::Apostrophe,
            '‘' | '‛' | '❛' => Self::SingleLeft,
            '’' | '❜' => Self::SingleRight,
            '‚' => Self::SingleLow,
            _ => return None,
        })
    }

    /// True for marks that are apostrophes as well, so that a mate has to be in sight.
    pub(super) const fn is_single(self) -> bool {
        matches!(self, Self::Apostrophe | Self::SingleLeft | Self::SingleRight | Self::SingleLow)
    }

    /// True where `self` can end what `opener` began.
    fn ends(self, opener: Self) -> bool {
        match opener {
            Straight => matches!(self, Straight | Right | Apostrophes),
            Left | Right | Low => matches!(self, Right | Straight | Left),
            ChevronLeft => matches!(self, ChevronRight),
            ChevronRight => matches!(self, ChevronLeft | ChevronRight),
            AngleLeft => matches!(self, AngleRight),
            AngleRight => matches!(self, AngleLeft | AngleRight),
            CornerLeft(pair) => self == CornerRight(pair),
            Backtick => matches!(self, Backtick | Apostrophe | SingleRight),
            Backticks => matches!(self, Apostrophes | Straight | Right | Backticks),
            Apostrophes => matches!(self, Apostrophes | Straight | Right),
            Apostrophe | SingleLeft | SingleRight => matches!(self, Apostrophe | SingleRight),
            SingleLow => matches!(self, SingleLeft | SingleRight | Apostrophe),
            CornerRight(_) => false,
        }
    }

    /// True for glyphs of which one may repeat the other at the head of a further paragraph.
    fn repeats(self, opener: Self) -> bool {
        self == opener
            || matches!((self, opener), (Left | Right | Low, Left | Right | Low))
            || matches!((self, opener), (ChevronRight, ChevronLeft))
    }
}

/// A mark with its place in the text and the shape that white space around it gives.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "independent traits of a mark's neighbours")]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) len: usize,
    pub(super) glyph: Glyph,
    /// White space, an opening bracket or a dash before it and something behind it.
    open_shape: bool,
    /// Something before it and white space or punctuation behind it.
    close_shape: bool,
    /// A digit stands right before it: may be inches, seconds or minutes.
    after_digit: bool,
    /// `s'` or `in'` before a lower-case word: may be a possessive or a clipped ending.
    clipped: bool,
    /// The first character of the paragraph.
    first: bool,
    /// Between two letters or digits.
    within_word: bool,
    /// Right before a clipped word: `'em`, `'90s`.
    elision: bool,
    upper_next: bool,
}

impl Mark {
    /// True where it can end what `opener` began.
    pub(super) fn closes(&self, opener: Glyph) -> bool {
        self.glyph.ends(opener)
    }

    /// True where it opens a quotation inside one that `outer` began.
    pub(super) fn opens_inside(&self, outer: Glyph) -> bool {
        match self.glyph {
            Left | Low | ChevronLeft | AngleLeft | Backticks | Straight => self.open_shape && !self.is_closing(),
            CornerLeft(pair) => outer == CornerLeft(pair) || !matches!(outer, CornerLeft(_)),
            _ => false,
        }
    }

    fn is_closing(&self) -> bool {
        self.close_shape && !self.open_shape
    }

    /// +1 for what looks like a closing double mark, −1 for an opening one.
    fn balance(&self) -> isize {
        match self.glyph {
            Left | Low | Straight if self.is_closing() && !self.after_digit => 1,
            Right | ChevronRight | AngleRight | CornerRight(_) => 1,
            Left | Low | ChevronLeft | AngleLeft | CornerLeft(_) => -1,
            Straight if self.open_shape && !self.close_shape => -1,
            _ => 0,
        }
    }
}

/// The marks of one paragraph, with what follows each of them counted in advance.
#[derive(Default)]
pub(super) struct Lexed {
    marks: Vec<Mark>,
    /// Start of the paragraph, white space left out.
    pub(super) start: usize,
    /// By mark: closing less opening double marks behind it.
    balance: Vec<isize>,
    /// By mark: straight marks behind it that are no primes.
    straights: Vec<usize>,
    /// By mark: backticks behind it.
    backticks: Vec<usize>,
    /// By mark: index of the next single mark that could open, could close, and surely closes.
    singles: Vec<Singles>,
}

#[derive(Clone, Copy)]
struct Singles {
    opener: usize,
    closer: usize,
    sure_closer: usize,
}

impl Singles {
    const NONE: Self = Self { opener: usize::MAX, closer: usize::MAX, sure_closer: usize::MAX };
}

impl Lexed {
    pub(super) fn get(&self, index: usize) -> Option<&Mark> {
        self.marks.get(index)
    }

    /// True where the paragraph has a double mark.
    pub(super) fn has_double(&self) -> bool {
        self.marks.iter().any(|mark| !mark.glyph.is_single())
    }

    /// True where the paragraph begins with a mark that repeats `opener`.
    pub(super) fn first_is_opening(&self, start: usize, opener: Glyph) -> bool {
        self.marks.first().is_some_and(|mark| mark.at <= start.max(self.start) && mark.glyph.repeats(opener))
    }

    /// True where the paragraph begins with a double mark.
    pub(super) fn first_is_opening_any(&self) -> bool {
        self.marks.first().is_some_and(|mark| mark.at == self.start && !mark.glyph.is_single())
    }

    /// True where the paragraph's first double mark closes one of `open`, so that it began open.
    pub(super) fn first_closes(&self, open: &[Glyph]) -> bool {
        let first = self.marks.iter().enumerate().find(|(_, mark)| !mark.glyph.is_single());
        first.is_some_and(|(index, mark)| {
            let sure = match mark.glyph {
                Glyph::Straight => self.straights.get(index).is_some_and(|&behind| behind % 2 == 0),
                Glyph::Backtick | Glyph::Apostrophes => false,
                _ => true,
            };
            sure && mark.is_closing() && !mark.after_digit && open.last().is_some_and(|&open| mark.closes(open))
        })
    }

    /// True where the paragraph's first double mark looks like a closing one.
    pub(super) fn begins_closing(&self) -> bool {
        self.marks.iter().find(|mark| !mark.glyph.is_single()).is_some_and(|mark| mark.balance() > 0)
    }

    /// Closing less opening double marks behind the mark at `index`.
    pub(super) fn balance_after(&self, index: usize) -> isize {
        self.balance.get(index).copied().unwrap_or(0)
    }

    /// True where the double mark at `index` opens a quotation, with none open before it.
    pub(super) fn opens(&self, index: usize) -> bool {
        let Some(mark) = self.marks.get(index) else { return false };
        let next_closes = self.marks.get(index + 1).is_some_and(|next| next.closes(mark.glyph) && next.close_shape);
        match mark.glyph {
            Left | Low | ChevronLeft | AngleLeft | Backticks => !mark.is_closing(),
            CornerLeft(_) => true,
            // "»Nein«": where it stands at the head of a word it opens, whatever marks stand inside.
            ChevronRight | AngleRight if mark.open_shape && !mark.close_shape => true,
            Right | ChevronRight | AngleRight => (mark.open_shape || mark.first) && next_closes,
            Straight if mark.open_shape => true,
            Straight if mark.after_digit => false,
            Straight => {
                let more = self.straights.get(index).is_some_and(|&behind| behind > 0);
                more && (mark.first || !mark.close_shape && (!mark.within_word || mark.upper_next))
            }
            Apostrophes | Backtick => mark.open_shape,
            CornerRight(_) | Apostrophe | SingleLeft | SingleRight | SingleLow => false,
        }
    }

    /// True where the single mark at `index` opens a quotation: a closing one is in sight.
    pub(super) fn single_opens(&self, index: usize) -> bool {
        self.marks.get(index).is_some_and(Self::may_open_single)
            && self.singles.get(index).is_some_and(|next| next.closer < next.opener)
    }

    fn may_open_single(mark: &Mark) -> bool {
        mark.open_shape && !mark.elision && mark.glyph.is_single()
    }

    fn may_close_single(mark: &Mark) -> bool {
        mark.close_shape && matches!(mark.glyph, Glyph::Apostrophe | Glyph::SingleRight | Glyph::SingleLeft)
    }

    /// True where the straight mark at `index` is a prime (inches, seconds) inside a quotation.
    pub(super) fn is_prime_inside(&self, index: usize) -> bool {
        self.marks.get(index).is_some_and(|mark| mark.glyph == Glyph::Straight && mark.after_digit)
            && self.straights.get(index).is_some_and(|behind| behind % 2 == 1)
    }

    /// True where the shape of the mark at `index` lets it end what `opener` began.
    pub(super) fn may_close(&self, index: usize, opener: Glyph) -> bool {
        let Some(mark) = self.marks.get(index) else { return false };
        match (opener, mark.glyph) {
            (Straight | Left | Right | Low | Backticks | Apostrophes, Straight) => {
                !mark.open_shape || mark.close_shape || self.straights.get(index).is_some_and(|&behind| behind == 0)
            }

            (Left | Right, Left) => mark.is_closing(),
            (Backtick, Backtick) => !mark.within_word,
            (Backtick, _) => {
                mark.close_shape && !mark.clipped && self.backticks.get(index).is_some_and(|&behind| behind == 0)
            }
            (Apostrophe | SingleLeft | SingleRight | SingleLow, _) => {
                let surer = self.singles.get(index).is_some_and(|next| next.sure_closer < next.opener);
                Self::may_close_single(mark) && !(mark.clipped && surer)
            }
            _ => true,
        }
    }

    fn count_behind(&mut self) {
        let mut balance = 0;
        let mut straights = 0;
        let mut backticks = 0;
        let mut singles = Singles::NONE;
        for (index, mark) in self.marks.iter().enumerate().rev() {
            self.balance.push(balance);
            self.straights.push(straights);
            self.backticks.push(backticks);
            self.singles.push(singles);
            balance += mark.balance();
            straights += usize::from(mark.glyph == Straight && (mark.open_shape || !mark.after_digit));
            backticks += usize::from(mark.glyph == Glyph::Backtick);
            if Self::may_close_single(mark) {
                singles.closer = index;
                if !mark.clipped {
                    singles.sure_closer = index;
                }
            } else if Self::may_open_single(mark) {
                singles.opener = index;
            }
        }
        self.balance.reverse();
        self.straights.reverse();
        self.backticks.reverse();
        self.singles.reverse();
    }
}

/// The quotation marks of `paragraph`. Apostrophes inside words are left out.
pub(super) fn lex(chars: &[char], paragraph: Span, backticks: bool, stray: &[usize]) -> Lexed {
    let line = chars.get(paragraph.start..paragraph.end.min(chars.len())).unwrap_or_default();
    let from = line.iter().position(|c| !c.is_whitespace()).unwrap_or(0);
    let mut lexed = Lexed { start: paragraph.start + from, ..Lexed::default() };
    let mut at = from;
    while let Some(&c) = line.get(at) {
        let Some(mut glyph) = Glyph::of(c) else {
            at += 1;
            continue;
        };
        let mut len = 1;
        if line.get(at + 1) == Some(&c) && matches!(glyph, Glyph::Backtick | Glyph::Apostrophe) {
            glyph = if glyph == Glyph::Backtick { Glyph::Backticks } else { Glyph::Apostrophes };
            len = 2;
        }
        let kept = stray.is_empty() || stray.binary_search(&(paragraph.start + at)).is_err();
        if kept && (glyph != Glyph::Backtick || backticks) {
            let mark = shape(line, at, len, glyph, from);
            let inside = glyph.is_single() || glyph == Glyph::Backtick || is_gershayim(line, at);
            if !(mark.within_word && inside) {
                lexed.marks.push(Mark { at: paragraph.start + at, ..mark });
            }
        }
        at += len;
    }
    lexed.count_behind();
    lexed
}

/// True for the mark before the last letter of a Hebrew abbreviation.
fn is_gershayim(line: &[char], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(|c| ('א'..='ת').contains(c));
    letter(at.checked_sub(1)) && letter(Some(at + 1)) && !letter(Some(at + 2))
}

/// True for letters of scripts that put no spaces between words.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn shape(line: &[char], at: usize, len: usize, glyph: Glyph, from: usize) -> Mark {
    let before = |back: usize| at.checked_sub(back).and_then(|at| line.get(at)).copied().unwrap_or(' ');
    let behind = |ahead: usize| line.get(at + len - 1 + ahead).copied().unwrap_or(' ');
    let (prev, next) = (before(1), behind(1));
    let first = at == from;
    let gap_before = prev.is_whitespace()
        || matches!(prev, '(' | '[' | '{' | '—' | '–' | '-' | '―' | '/' | '\u{ad}')
        || matches!(prev, '：' | '，' | '、' | '。' | '；' | '（' | '！' | '？')
        || is_wide(prev) && glyph == SingleLeft
        || is_mark(prev) && !(prev == '\'' || prev == '’')
        || first;
    let gap_behind = next.is_whitespace()
        || is_wide(next) && glyph == SingleRight
        || (!next.is_alphanumeric() && !matches!(next, '(' | '[' | '$' | '#' | '@' | '…'));
    let letters: String = (1..=6).map(behind).take_while(|c| c.is_alphanumeric()).collect();
    let decade = letters.len() >= 3 && letters.ends_with('s') && letters.starts_with(|c: char| c.is_ascii_digit());
    let clipped_words = ["em", "til", "tis", "twas", "cause", "n", "round", "bout"];
    Mark {
        at,
        len,
        glyph,
        open_shape: gap_before
            && !next.is_whitespace()
            && !(gap_behind && !is_mark(next) && !matches!(next, '.' | '\\' | '-' | '—' | '£' | '€' | '¡' | '¿')),
        close_shape: !first && !prev.is_whitespace() && gap_behind && !matches!(prev, '(' | '['),
        after_digit: prev.is_numeric() || (matches!(prev, '\'' | '’' | '′') && before(2).is_numeric()),
        clipped: (prev == 's' || prev == 'n' && before(2) == 'i') && next == ' ' && behind(2).is_lowercase(),
        first,
        within_word: prev.is_alphanumeric() && next.is_alphanumeric() && !is_wide(prev) && !is_wide(next),
        elision: decade || clipped_words.contains(&letters.to_lowercase().as_str()),
        upper_next: next.is_uppercase(),
    }
}

fn is_mark(c: char) -> bool {
    Glyph::of(c).is_some()
}
