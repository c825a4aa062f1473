//! Drop capitals: a letter several lines high at the start of a text is put back into its word, and the lines
//! beside it begin where their column does. Knows letters and places, no lines.

use super::glyphs::Glyph;

/// A capital is larger than the text by at least this factor.
const LARGER: f64 = 1.6;
/// Most large letters of a page that are looked at.
const MOST: usize = 200;
/// Height of a capital letter, in font sizes.
const CAPITAL: f64 = 0.72;

/// Moves the drop capitals among `glyphs` to the lines that they open.
pub(super) fn settle(glyphs: &mut [Glyph]) {
    let mut sizes: Vec<f64> = glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    let Some(body) = sizes.get(sizes.len() / 2).copied().filter(|size| *size > 0.0) else { return };
    let large = glyphs.iter().enumerate().filter(|(_, glyph)| is_large_capital(glyph, body)).take(MOST);
    let capitals: Vec<usize> = large.filter(|(_, glyph)| stands_alone(glyph, glyphs, body)).map(|(at, _)| at).collect();
    for at in capitals {
        let Some(capital) = glyphs.get(at).cloned() else { continue };
        let beside = beside(&capital, glyphs, body);
        let Some(&first) = beside.first() else { continue };
        let Some(opened) = glyphs.get(first).cloned() else { continue };
        let is_at_top = ((opened.y - opened.size * CAPITAL) - (capital.y - capital.size * CAPITAL)).abs() < body * 0.7;
        if !is_at_top || capital.y < opened.y + body * 0.6 {
            continue;
        }
        let is_word = glyphs.iter().any(|glyph| glyph.order == capital.order + 1 && glyph.text.trim().is_empty());
        if let Some(glyph) = glyphs.get_mut(at) {
            glyph.y = opened.y;
            glyph.size = opened.size;
            glyph.width = opened.x - capital.x - if is_word { body * 0.3 } else { 0.0 };
        }
        for place in beside.into_iter().skip(1) {
            if let Some(glyph) = glyphs.get_mut(place) {
                glyph.width += glyph.x - capital.x;
                glyph.x = capital.x;
            }
        }
    }
}

fn is_large_capital(glyph: &Glyph, body: f64) -> bool {
    let mut letters = glyph.text.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_capital && glyph.size >= body * LARGER
}

/// True for a large capital that is not a letter of a large word.
fn stands_alone(glyph: &Glyph, all: &[Glyph], body: f64) -> bool {
    let is_of_its_word = |other: &Glyph| {
        other.order != glyph.order
            && other.text.chars().any(char::is_alphanumeric)
            && other.size > body * 1.3
            && (other.y - glyph.y).abs() < glyph.size * 0.3
            && other.x < glyph.x + glyph.width + glyph.size
            && other.x + other.width > glyph.x - glyph.size
    };
    !all.iter().any(is_of_its_word)
}

/// The first letters of the lines right beside a capital, top to bottom, by their places.
fn beside(capital: &Glyph, all: &[Glyph], body: f64) -> Vec<usize> {
    let right = capital.x + capital.width;
    let mut firsts: Vec<(usize, &Glyph)> = Vec::new();
    for (at, glyph) in all.iter().enumerate() {
        let is_near = glyph.x > right - body * 0.5
            && glyph.x < right + body * 1.5
            && glyph.size < capital.size / 1.3
            && !glyph.text.trim().is_empty()
            && glyph.y > capital.y - capital.size * CAPITAL
            && glyph.y < capital.y + body * 0.4;
        if !is_near {
            continue;
        }
        match firsts.iter_mut().find(|(_, first)| (first.y - glyph.y).abs() < body * 0.3) {
            Some(first) if glyph.x < first.1.x => *first = (at, glyph),
            Some(_) => {}
            None => firsts.push((at, glyph)),
        }
    }
    firsts.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
    firsts.into_iter().map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    /// Lines of letters five points wide and ten high; each at its left edge.
    fn page(capital: (&str, f64, f64, f64), rows: &[(&str, f64)]) -> Vec<(String, f64)> {
        let (letter, x, y, size) = capital;
        let glyph = |text: String, x: f64, y: f64, size: f64, order: usize| Glyph {
            text,
            x,
            y,
            width: size * 0.5,
            size,
            is_bold: false,
            order,
        };
        let mut glyphs = vec![glyph(letter.to_owned(), x, y, size, 0)];
        for (row, (text, left)) in rows.iter().enumerate() {
            for (place, c) in text.chars().enumerate() {
                let order = glyphs.len();
                glyphs.push(glyph(c.to_string(), left + place as f64 * 5.0, 100.0 + row as f64 * 12.0, 10.0, order));
            }
        }
        let read = lines::of(glyphs, 800.0).lines;
        read.into_iter().map(|line| (line.text, line.left)).collect()
    }

    #[test]
    fn a_drop_capital_opens_its_word() {
        // Three lines high: its foot stands on the third line.
        let found = page(
            ("T", 50.0, 124.0, 43.0),
            &[
                ("he council put off", 74.0),
                ("its vote on Tuesday", 74.0),
                ("and went home at", 74.0),
                ("midnight.", 50.0),
            ],
        );
        let expected = ["The council put off", "its vote on Tuesday", "and went home at", "midnight."];
        assert_eq!(found, expected.map(|line| (line.to_owned(), 50.0)));
        let word = page(("A", 50.0, 112.0, 27.0), &[(" council put off", 65.0), ("its vote again.", 70.0)]);
        assert_eq!(word.first().map(|(text, _)| text.as_str()), Some("A council put off"));
        let title = page(("T", 50.0, 60.0, 43.0), &[("The council put off", 50.0), ("its vote again.", 50.0)]);
        assert_eq!(title.first().map(|(text, _)| text.as_str()), Some("T"), "it stands above the text");
    }
}
