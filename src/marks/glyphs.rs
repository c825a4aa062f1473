//! Where the characters of a laid-out text lie, and the zigzag that is drawn under some of them.

use egui::{Color32, Galley, Painter, Shape, Stroke, pos2};

/// A line of a galley with the index of its first character.
pub(crate) type Line<'a> = (usize, &'a egui::epaint::text::PlacedRow);

/// The lines of a galley.
pub(crate) fn lines(galley: &Galley) -> Vec<Line<'_>> {
    let mut index = 0;
    let rows = galley.rows.iter();
    rows.map(|row| {
        let from = index;
        index += row.glyphs.len() + usize::from(row.ends_with_newline);
        (from, row)
    })
    .collect()
}

/// Part of a line: x range and baseline, relative to the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Index of the line.
    pub line: usize,
    pub left: f32,
    pub right: f32,
    pub base: f32,
}

/// Where the characters `from..to` of a galley lie, one place a line, without white space at its ends.
pub(crate) fn places<'a>(lines: &'a [Line<'a>], from: usize, to: usize) -> impl Iterator<Item = Place> + 'a {
    let met = lines.partition_point(|&(first, row)| first + row.glyphs.len() <= from);
    let lines = lines.iter().enumerate().skip(met).take_while(move |(_, (first, _))| *first < to);
    lines.filter_map(move |(line, &(first, row))| {
        let start = from.max(first) - first;
        let end = to.saturating_sub(first).min(row.glyphs.len());
        let glyphs = row.glyphs.get(start..end)?;
        let is_word = |glyph: &&egui::epaint::text::Glyph| !glyph.chr.is_whitespace();
        let first = glyphs.iter().find(is_word)?;
        let last = glyphs.iter().rev().find(is_word)?;
        let (left, right) = (row.pos.x + first.pos.x, row.pos.x + last.max_x());
        Some(Place { line, left, right, base: row.pos.y + first.pos.y })
    })
}

/// The character of a galley at `pos`, relative to its top left corner.
pub(crate) fn character_at(galley: &Galley, pos: egui::Vec2) -> Option<usize> {
    let (first, row) = lines(galley).into_iter().find(|(_, row)| row.rect().y_range().contains(pos.y))?;
    let x = pos.x - row.pos.x;
    Some(first + row.glyphs.iter().position(|glyph| glyph.pos.x <= x && x < glyph.max_x())?)
}

/// A zigzag of 2 points' step and height around `y`.
pub fn zigzag(painter: &Painter, left: f32, right: f32, y: f32, color: Color32) {
    let steps = ((right - left) / 2.0).ceil().max(1.0) as usize;
    let points = (0..=steps)
        .map(|step| {
            let x = (left + step as f32 * 2.0).min(right);
            pos2(x, if step % 2 == 0 { y + 1.0 } else { y - 1.0 })
        })
        .collect();
    painter.add(Shape::line(points, Stroke::new(1.0, color)));
}
