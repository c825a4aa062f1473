//! What signs and marks mean, said beside them on request, where it covers nothing that is read next.

use collation::contrast::{Contrast, Evidence, EvidencePart, Voice};
use collation::sheet::SheetRow;
use egui::{Rect, RectAlign, Response, Tooltip};

use super::legend::explanation;
use super::{Shown, evidence};
use crate::marks::Mark;
use crate::messages::names_in_brief;
use crate::say;
use crate::theme::fonts::{sans, semibold};
use crate::view::Filter;
use crate::widgets::Sign;

/// What a sign is called, and what it means in one sentence.
pub type Meaning = (String, String);

/// Says it right of a control that stands in a column with others.
pub fn beside(response: Response, (name, words): &Meaning) -> Response {
    show(&response, response.rect, RectAlign::RIGHT, &[RectAlign::LEFT], (name, words));
    response
}

/// Says it above `place`, which is a part of a control: what stands below is read next.
pub fn above(response: &Response, place: Rect, (name, words): &Meaning) {
    let others = [RectAlign::TOP_END, RectAlign::BOTTOM_START, RectAlign::BOTTOM_END];
    show(response, place, RectAlign::TOP_START, &others, (name, words));
}

fn show(response: &Response, place: Rect, align: RectAlign, others: &[RectAlign], (name, words): (&str, &str)) {
    let mut tooltip = Tooltip::for_enabled(response).gap(6.0);
    tooltip.popup = tooltip.popup.anchor(place).align(align).align_alternatives(others);
    tooltip.show(|ui| {
        ui.set_max_width(320.0);
        if !name.is_empty() {
            ui.label(egui::RichText::new(name).font(semibold(13.0)));
        }
        ui.label(egui::RichText::new(words).font(sans(12.5)));
    });
}

/// Of a mark.
pub fn of_mark(mark: Mark) -> Meaning {
    (mark.name().to_owned(), explanation(mark).to_owned())
}

/// Of a sign with its word on a row's band.
pub fn of_sign(sign: Sign) -> Meaning {
    match (sign, mark_of(sign)) {
        (Sign::Hollow, _) => (Filter::OnlyOne.label().to_owned(), Filter::OnlyOne.meaning().to_owned()),
        (_, Some(mark)) => of_mark(mark),
        (_, None) => (Filter::NeedsLook.label().to_owned(), Filter::NeedsLook.meaning().to_owned()),
    }
}

const fn mark_of(sign: Sign) -> Option<Mark> {
    match sign {
        Sign::Cut => Some(Mark::Cut),
        Sign::Voice => Some(Mark::Voice),
        Sign::Force => Some(Mark::Force),
        Sign::Fact => Some(Mark::Fact),
        Sign::Place => Some(Mark::Place),
        Sign::Name => Some(Mark::Name),
        Sign::Verb => Some(Mark::Cue),
        Sign::Hollow | Sign::Diamond => None,
    }
}

/// Differences that the tip of a sign tells, at most; the inspector has all.
const MOST_TOLD: usize = 4;

/// Of a sign with its word on the band of `row`, with what it stands for there.
pub fn of_sign_in(shown: &Shown<'_>, row: &SheetRow, sign: Sign) -> Meaning {
    let (name, mut words) = of_sign(sign);
    let told = |contrast: &&Contrast| mark_of(sign) == Some(Mark::of(contrast.kind));
    let told: Vec<&Contrast> = row.contrasts.iter().filter(told).collect();
    for contrast in told.iter().take(MOST_TOLD) {
        let column = contrast.evidence.first().map(|evidence| evidence.column);
        let sigil = column.and_then(|column| shown.article(column)).map_or("", |article| &article.sigil);
        words += &format!("\n{sigil} · {}", evidence::line(shown, row, contrast));
    }
    if told.len() > MOST_TOLD {
        words += "\n…";
    }
    (name, words)
}

/// Of marked words: what the rule has found there or, where it is no rule of contrasts, what the mark means.
pub fn of_marked(shown: &Shown<'_>, row: &SheetRow, mark: Mark, column: usize, at: usize) -> Meaning {
    let is_here = |evidence: &Evidence| {
        let span = evidence.span;
        let is_there = if span.is_empty() { span.start == at } else { span.contains(at) };
        evidence.column == column && evidence.part != EvidencePart::Counterpart && is_there
    };
    let of = |contrast: &&Contrast| Mark::of(contrast.kind) == mark && contrast.evidence.iter().any(is_here);
    let told: Vec<String> =
        row.contrasts.iter().filter(of).map(|contrast| evidence::line(shown, row, contrast)).collect();
    if told.is_empty() { of_mark(mark) } else { (mark.name().to_owned(), told.join("\n")) }
}

/// Of a cell without a passage.
pub fn of_absence(shown: &Shown<'_>, row: &SheetRow, column: usize) -> Meaning {
    let words = match shown.elsewhere(row, column) {
        Some(other) => say!("elsewhere-meaning", number = other.number),
        None => say!("not-found-meaning").to_owned(),
    };
    (crate::messages::sentence(say!("not-found")), words)
}

/// Of the articles in which a statement stands, by name.
pub fn of_coverage(shown: &Shown<'_>, row: &SheetRow) -> Meaning {
    let names = |has: bool| -> Vec<String> {
        let columns = row.cells.iter().enumerate().filter(|(_, cell)| cell.is_some() == has);
        columns.filter_map(|(column, _)| Some(shown.article(column)?.name.clone())).collect()
    };
    let (with, without) = (names(true), names(false));
    let mut words = say!("dots-in", names = names_in_brief(&with, MOST_NAMES));
    if !without.is_empty() {
        words += &format!("\n{}", say!("dots-not-in", names = names_in_brief(&without, MOST_NAMES)));
    }
    (say!("number-of", number = with.len(), all = row.cells.len()), words)
}

/// Most articles that are named in a tooltip.
const MOST_NAMES: usize = 12;

/// Of the sign of how a passage is given.
pub fn of_voice(voice: Voice) -> Meaning {
    let words = match voice {
        Voice::Quoted => say!("meaning-quoted"),
        Voice::Partly => say!("meaning-partly"),
        Voice::Paraphrased => say!("meaning-paraphrased"),
    };
    (crate::messages::sentence(crate::terms::voice(voice)), words.to_owned())
}
