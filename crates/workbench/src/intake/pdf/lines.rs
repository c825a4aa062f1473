//! Lines out of letters with places, in the order of reading: down each column, column by column.

use super::capitals;
use super::glyphs::Glyph;

/// A line of one column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
    pub is_bold: bool,
    /// Width of its first word.
    pub first_word: f64,
    /// Number of its column, counted through the page.
    pub column: usize,
    /// Where its column must end: the gap before the next one.
    pub limit: f64,
}

/// The lines of one page.
#[derive(Debug, Default)]
pub(super) struct PageLines {
    pub lines: Vec<Line>,
    pub height: f64,
}

/// A run of letters without a gap.
#[derive(Clone, Debug)]
struct Word {
    text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    is_bold: bool,
    /// True where the page draws it apart from the word to its left, as it does in another column.
    is_apart: bool,
}

impl Word {
    fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}

/// A gap of this many font sizes parts two words.
const WORD_GAP: f64 = 0.17;
/// Narrowest gap between columns, in font sizes.
const GUTTER: f64 = 0.9;
/// By how much it may be narrower where the page draws what stands beside it apart.
const DRAWN_APART: f64 = 0.65;
/// Letters further from each other in the order of drawing are drawn apart.
const NEAR: usize = 3;
/// Narrowest column, in font sizes.
const COLUMN: f64 = 7.0;
/// Fewest rows of text side by side that make columns.
const ROWS: usize = 4;
/// Pages with more rows than this are no articles; they are read straight across.
const MOST_ROWS: usize = 400;

/// The lines that `glyphs` make.
pub(super) fn of(mut glyphs: Vec<Glyph>, height: f64) -> PageLines {
    capitals::settle(&mut glyphs);
    let rows = rows(glyphs);
    let mut lines = Vec::new();
    let mut column = 0;
    in_columns(&rows, f64::INFINITY, 0, &mut column, &mut lines);
    PageLines { lines, height }
}

/// Words with the same base line, top to bottom, each row from left to right.
fn rows(mut glyphs: Vec<Glyph>) -> Vec<Vec<Word>> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut grouped: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match grouped.last_mut() {
            Some(row)
                if row.first().is_some_and(|first| (glyph.y - first.y).abs() <= first.size.min(glyph.size) * 0.25) =>
            {
                row.push(glyph);
            }
            _ => grouped.push(vec![glyph]),
        }
    }
    grouped.into_iter().map(words).filter(|row| !row.is_empty()).collect()
}

fn words(mut row: Vec<Glyph>) -> Vec<Word> {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut words: Vec<Word> = Vec::new();
    let mut after_space = true;
    let mut order = None;
    for glyph in row {
        if glyph.text.trim().is_empty() {
            after_space = true;
            continue;
        }
        let text = glyph.text.trim_end();
        let is_apart = order.is_some_and(|before| glyph.order.abs_diff(before) > NEAR);
        order = Some(glyph.order);
        let gap = if is_apart { WORD_GAP / 2.0 } else { WORD_GAP };
        match words.last_mut() {
            // Bold type is sometimes the same letter twice, a hair apart.
            Some(word) if word.text.ends_with(text) && glyph.x + glyph.width - word.right < glyph.width * 0.2 => {}
            Some(word) if !after_space && glyph.x - word.right <= word.size.min(glyph.size) * gap => {
                word.text.push_str(text);
                word.right = word.right.max(glyph.x + glyph.width);
            }
            _ => words.push(Word {
                text: text.to_owned(),
                left: glyph.x,
                right: glyph.x + glyph.width,
                y: glyph.y,
                size: glyph.size,
                is_bold: glyph.is_bold,
                is_apart,
            }),
        }
        after_space = glyph.text.ends_with(' ');
    }
    words
}

/// Adds the lines of `rows`: where a stretch of rows has a gap all through, its left part first.
fn in_columns(rows: &[Vec<Word>], limit: f64, depth: usize, column: &mut usize, lines: &mut Vec<Line>) {
    let Some((from, to, gutter)) = columned(rows).filter(|_| depth < 6) else {
        lines.extend(rows.iter().filter_map(|row| line(row, *column, limit)));
        *column += 1;
        return;
    };
    let part = |range: std::ops::Range<usize>| rows.get(range).unwrap_or_default();
    if from > 0 {
        in_columns(part(0..from), limit, depth + 1, column, lines);
    }
    let side = |is_left: bool| -> Vec<Vec<Word>> {
        let chosen = |row: &Vec<Word>| -> Vec<Word> {
            row.iter().filter(|word| (word.middle() <= gutter) == is_left).cloned().collect()
        };
        part(from..to).iter().map(chosen).filter(|row| !row.is_empty()).collect()
    };
    in_columns(&side(true), gutter, depth + 1, column, lines);
    in_columns(&side(false), limit, depth + 1, column, lines);
    if to < rows.len() {
        in_columns(part(to..rows.len()), limit, depth + 1, column, lines);
    }
}

/// The longest stretch of rows that a gap runs through, and the middle of that gap.
fn columned(rows: &[Vec<Word>]) -> Option<(usize, usize, f64)> {
    if rows.len() < ROWS || rows.len() > MOST_ROWS {
        return None;
    }
    let left = rows.iter().flatten().map(|word| word.left).fold(f64::INFINITY, f64::min);
    let right = rows.iter().flatten().map(|word| word.right).fold(f64::NEG_INFINITY, f64::max);
    let mut sizes: Vec<f64> = rows.iter().flatten().map(|word| word.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = sizes.get(sizes.len() / 2).copied().filter(|size| *size > 0.0)?;
    if right - left < size * COLUMN * 2.0 {
        return None;
    }
    let mut best: Option<(usize, usize, f64)> = None;
    for from in 0..rows.len() {
        if best.is_some_and(|(a, b, _)| rows.len() - from <= b - a) {
            break;
        }
        let mut free = vec![(left + size * COLUMN, right - size * COLUMN)];
        for (at, row) in rows.iter().enumerate().skip(from) {
            for (word, next) in row.iter().zip(row.iter().skip(1).map(Some).chain(std::iter::once(None))) {
                let slack = |is_apart: bool| if is_apart { size * DRAWN_APART / 2.0 } else { 0.0 };
                let left = word.left + slack(word.is_apart);
                let right = (word.right - slack(next.is_some_and(|next| next.is_apart))).max(left);
                free = free
                    .into_iter()
                    .flat_map(|(a, b)| [(a, b.min(left)), (a.max(right), b)])
                    .filter(|(a, b)| b - a >= size * GUTTER)
                    .collect();
                free.dedup();
            }
            let Some(&(a, b)) = free.iter().max_by(|x, y| (x.1 - x.0).total_cmp(&(y.1 - y.0))) else { break };
            let rows_so_far = at + 1 - from;
            if rows_so_far >= ROWS && best.is_none_or(|(x, y, _)| y - x < rows_so_far) {
                let stretch = rows.get(from..=at).unwrap_or_default();
                let middle = middle_of_gap(stretch, f64::midpoint(a, b));
                if stand_beside(stretch, middle, size) {
                    best = Some((from, at + 1, middle));
                }
            }
        }
    }
    best.map(|(from, to, middle)| (from + title_rows(rows.get(from..to).unwrap_or_default(), middle, size), to, middle))
}

/// Rows at the top of a stretch that belong to a title over all columns, though it is a short one.
fn title_rows(rows: &[Vec<Word>], middle: f64, size: f64) -> usize {
    let one_sided = |row: &&Vec<Word>| row.iter().all(|word| word.middle() <= middle);
    let top = rows.iter().take_while(one_sided);
    top.enumerate().filter(|(_, row)| row.iter().all(|word| word.size > size * 1.3)).last().map_or(0, |(at, _)| at + 1)
}

/// The middle between what stands left and what stands right of `near`.
fn middle_of_gap(rows: &[Vec<Word>], near: f64) -> f64 {
    let words = || rows.iter().flatten();
    let left = words().filter(|word| word.middle() <= near).map(|word| word.right).fold(f64::NEG_INFINITY, f64::max);
    let right = words().filter(|word| word.middle() > near).map(|word| word.left).fold(f64::INFINITY, f64::min);
    if left.is_finite() && right.is_finite() { f64::midpoint(left, right) } else { near }
}

/// True where text stands left and right of `middle`, several rows high on both sides.
fn stand_beside(rows: &[Vec<Word>], middle: f64, size: f64) -> bool {
    let heights = |is_left: bool| {
        let mut ys = rows.iter().flatten().filter(|word| (word.middle() <= middle) == is_left).map(|word| word.y);
        let first = ys.next()?;
        let (low, high) = ys.fold((first, first), |(low, high), y| (low.min(y), high.max(y)));
        let count = rows.iter().filter(|row| row.iter().any(|word| (word.middle() <= middle) == is_left)).count();
        Some((low, high, count))
    };
    let (Some(a), Some(b)) = (heights(true), heights(false)) else { return false };
    let shared = a.1.min(b.1) - a.0.max(b.0);
    a.2 >= ROWS - 1 && b.2 >= ROWS - 1 && shared >= size * 2.5
}

fn line(row: &[Word], column: usize, limit: f64) -> Option<Line> {
    let (first, last) = (row.first()?, row.last()?);
    let letters: usize = row.iter().map(|word| word.text.len()).sum();
    let bold: usize = row.iter().filter(|word| word.is_bold).map(|word| word.text.len()).sum();
    let mut sizes: Vec<f64> = row.iter().map(|word| word.size).collect();
    sizes.sort_by(f64::total_cmp);
    Some(Line {
        text: row.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "),
        left: first.left,
        right: last.right,
        y: first.y,
        size: sizes.get(sizes.len() / 2).copied().unwrap_or(first.size),
        is_bold: bold * 2 > letters,
        first_word: first.right - first.left,
        column,
        limit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters half as wide as high; `_` is a place without one.
    fn page(rows: &[&str]) -> Vec<String> {
        let mut glyphs = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            for (place, c) in row.chars().enumerate().filter(|(_, c)| *c != '_') {
                let (x, y) = (place as f64 * 5.0, at as f64 * 12.0);
                glyphs.push(Glyph {
                    text: c.to_string(),
                    x,
                    y,
                    width: 5.0,
                    size: 10.0,
                    is_bold: false,
                    order: glyphs.len(),
                });
            }
        }
        glyphs.reverse();
        of(glyphs, 800.0).lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let found = page(&[
            "A title over both columns of this page",
            "the left one begins____the right one begins",
            "and goes on here_______and goes on there___",
            "for a while____________for as long_________",
            "until it ends._________as it takes.________",
            "A foot under both columns of this page",
        ]);
        let expected = [
            "A title over both columns of this page",
            "the left one begins",
            "and goes on here",
            "for a while",
            "until it ends.",
            "the right one begins",
            "and goes on there",
            "for as long",
            "as it takes.",
            "A foot under both columns of this page",
        ];
        assert_eq!(found, expected);
        assert_eq!(page(&["One column only.", "With two lines."]), ["One column only.", "With two lines."]);
    }
}
