//! The line below the rows: how many of the shown statements each article has, and in which voice.

use collation::contrast::Voice;
use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use super::{CoverageCache, Places};
use crate::messages::grouped;
use crate::paint;
use crate::panels::Shown;
use crate::say;
use crate::terms;
use crate::theme;
use crate::theme::fonts::{sans, semibold, serif_semibold};

/// Least from the line of a column to the numbers below it.
const TOTALS_SIDE: f32 = 6.0;

/// Per column how many of the shown statements it has, and in which voice.
pub(super) fn totals(ui: &mut Ui, shown: &Shown<'_>, places: Places, rect: Rect, cache: &mut CoverageCache) {
    let (painter, tokens) = (&ui.painter().clone(), theme::tokens(ui.ctx()));
    painter.rect_filled(rect, 0.0, tokens.panel);
    // In the place of the line below the last row, not beside it.
    paint::hline(painter, rect.left(), rect.right(), rect.top() - 1.0, tokens.line2);
    paint::line(
        painter,
        pos2(rect.left() + 42.0, rect.center().y),
        say!("statements-found"),
        sans(12.0),
        tokens.ink2,
        places.titles - 50.0,
    );
    let clip = ui.clip_rect();
    ui.set_clip_rect(places.sight(clip));
    let painter = &ui.painter().clone();
    for (at, &column) in shown.columns.iter().enumerate() {
        let place = places.column(at, rect);
        if !painter.clip_rect().intersect(place).is_positive() {
            continue;
        }
        paint::vline(painter, place.left(), place.top(), place.bottom(), tokens.line);
        let by_voice = *cache.voices.entry(column).or_insert_with(|| voices(shown, column));
        let [quoted, partly, paraphrased] = by_voice;
        let found = quoted + partly + paraphrased;
        let center = place.center();
        let words = say!("number-of", number = grouped(found), all = grouped(shown.rows.len()));
        painter.text(center - vec2(0.0, 9.0), egui::Align2::CENTER_CENTER, words, semibold(13.0), tokens.ink);
        let numbers = [quoted, partly, paraphrased].map(grouped);
        let glyphs = [Voice::Quoted, Voice::Partly, Voice::Paraphrased].map(terms::voice_glyph);
        let signs: Vec<(&str, &str)> = numbers.iter().map(String::as_str).zip(glyphs).collect();
        let hover =
            ui.interact(place.intersect(ui.clip_rect()), Id::unique(("coverage-total", column)), Sense::hover());
        let all = [Voice::Quoted, Voice::Partly, Voice::Paraphrased].into_iter().zip(&signs);
        let all: Vec<String> = all.map(|(voice, (number, _))| format!("{number} {}", terms::voice(voice))).collect();
        hover.on_hover_text(all.join(" · "));
        let width_of = |number: &str, sign: &str| {
            let sign = paint::width(painter, sign, serif_semibold(12.0));
            (paint::width(painter, number, sans(11.0)), sign)
        };
        let widths: Vec<(f32, f32)> = signs.iter().map(|(number, sign)| width_of(number, sign)).collect();
        let bare: f32 = widths.iter().map(|(number, sign)| number + sign).sum();
        // Between number and sign, and between them and the next; where even the narrowest would come near the lines of
        // the column, the tooltip has them.
        let gaps = [(3.0, 7.0), (2.0, 5.0), (1.0, 4.0)];
        let whole = |(near, far): (f32, f32)| bare + 3.0 * near + 2.0 * far;
        let room = place.width() - 2.0 * TOTALS_SIDE;
        let Some((near, far)) = gaps.into_iter().find(|&gaps| whole(gaps) <= room) else { continue };
        let mut x = center.x - whole((near, far)) / 2.0;
        for ((number, sign), (number_width, sign_width)) in signs.into_iter().zip(widths) {
            let (at, font) = (pos2(x, center.y + 10.0), sans(11.0));
            paint::line(painter, at, number, font, tokens.ink2, f32::INFINITY);
            let at = pos2(x + number_width + near, center.y + 11.0);
            paint::line(painter, at, sign, serif_semibold(12.0), tokens.ink2, f32::INFINITY);
            x += number_width + near + sign_width + far;
        }
    }
    ui.set_clip_rect(clip);
    paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line2);
}

/// How many of the shown statements a column has in each voice.
fn voices(shown: &Shown<'_>, column: usize) -> [usize; 3] {
    let mut by_voice = [0; 3];
    let cells = shown.rows.iter().filter_map(|&row| shown.row(row)?.cells.get(column)?.as_ref());
    for cell in cells {
        let slot = match cell.voice {
            Voice::Quoted => 0,
            Voice::Partly => 1,
            Voice::Paraphrased => 2,
        };
        if let Some(number) = by_voice.get_mut(slot) {
            *number += 1;
        }
    }
    by_voice
}
