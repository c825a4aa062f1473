//! What signs and marks mean, said beside them on request, where it covers nothing that is read next.

use collation::contrast::Voice;
use egui::{Rect, RectAlign, Response, Tooltip};

use super::legend::explanation;
use crate::marks::Mark;
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
    match sign {
        Sign::Cut => of_mark(Mark::Cut),
        Sign::Voice => of_mark(Mark::Voice),
        Sign::Force => of_mark(Mark::Force),
        Sign::Fact => of_mark(Mark::Fact),
        Sign::Place => of_mark(Mark::Place),
        Sign::Name => of_mark(Mark::Name),
        Sign::Verb => of_mark(Mark::Cue),
        Sign::Hollow => (Filter::OnlyOne.label().to_owned(), Filter::OnlyOne.meaning().to_owned()),
        Sign::Diamond => (Filter::NeedsLook.label().to_owned(), Filter::NeedsLook.meaning().to_owned()),
    }
}

/// Of the sign of how a passage is given.
pub fn of_voice(voice: Voice) -> Meaning {
    let words = match voice {
        Voice::Quoted => say!("meaning-quoted"),
        Voice::Partly => say!("meaning-partly"),
        Voice::Paraphrased => say!("meaning-paraphrased"),
    };
    (crate::messages::sentence(crate::terms::voice(voice)), words.to_owned())
}
