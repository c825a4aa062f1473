//! Short messages above the status line: what was copied goes by itself, what went wrong stays
//! until the reader has closed it.

use std::time::{Duration, Instant};

use egui::{Align2, Area, Frame, Id, Margin, Order, Stroke, WidgetInfo, vec2};

use collation::WitnessKey;

use crate::app::Mask;
use crate::command::Command;
use crate::icons::Icon;
use crate::say;
use crate::theme;
use crate::theme::fonts::{sans, semibold};
use crate::widgets::Press;

/// How long a message that goes by itself stays, and how much longer for each character beyond a line's.
const STAYS: Duration = Duration::from_secs(4);
const STAYS_FOR_EACH: Duration = Duration::from_millis(50);
const LINE: usize = 80;
/// Problems shown at once; the others are counted.
const MOST_PROBLEMS: usize = 8;

/// The messages that are shown now.
#[derive(Debug, Default)]
pub struct Toasts {
    /// What is said instead of names that class mode hides.
    pub mask: Mask,
    note: Option<Note>,
    problems: Vec<String>,
}

/// A message that goes by itself.
#[derive(Debug)]
struct Note {
    text: String,
    since: Instant,
    offer: Option<Offer>,
}

/// What a message offers to do about what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To take it back.
    Undo,
    /// To show the event of this article, which has this number.
    Event { article: WitnessKey, number: usize },
}

impl Toasts {
    /// Shows a message for a few seconds.
    pub fn note(&mut self, text: impl Into<String>) {
        self.note = Some(Note { text: self.mask.words(&text.into()), since: Instant::now(), offer: None });
    }

    /// The same with a button: of a step that did more than one might have meant, say, one that takes it back.
    pub fn note_with(&mut self, text: impl Into<String>, offer: Offer) {
        self.note(text);
        self.note.iter_mut().for_each(|note| note.offer = Some(offer));
    }

    /// Says `words` instead of `before` in the message that is shown, with what that offers; where it does not say
    /// `before` any more, shows a message of its own.
    pub fn note_instead(&mut self, before: &str, words: &str) {
        let shown = self.note.take().filter(|note| note.text.contains(&*self.mask.words(before)));
        match shown {
            Some(Note { text, offer, .. }) => {
                self.note(text.replacen(&*self.mask.words(before), words, 1));
                self.note.iter_mut().for_each(|note| note.offer = offer);
            }
            None => self.note(words),
        }
    }

    /// Has the message that is shown offer something.
    pub fn offer(&mut self, offer: Offer) {
        self.note.iter_mut().for_each(|note| note.offer = Some(offer));
    }

    /// What the message that is shown offers.
    pub fn offered(&self) -> Option<Offer> {
        self.note.as_ref()?.offer
    }

    /// Adds to the message that is shown, or shows one.
    pub fn note_too(&mut self, text: impl Into<String>) {
        match self.note.take() {
            Some(Note { text: shown, offer, .. }) => {
                self.note(format!("{shown}\n{}", text.into()));
                self.note.iter_mut().for_each(|note| note.offer = offer);
            }
            None => self.note(text),
        }
    }

    /// Takes a problem away that is none any more.
    pub fn solved(&mut self, text: &str) {
        let text = self.mask.words(text);
        self.problems.retain(|problem| *problem != text);
    }

    /// Takes the message away that would go by itself.
    pub fn forget_note(&mut self) {
        self.note = None;
    }

    /// When the message was said that would go by itself.
    pub fn since(&self) -> Option<Instant> {
        self.note.as_ref().map(|note| note.since)
    }

    /// Shows a message until it is closed.
    pub fn problem(&mut self, text: impl Into<String>) {
        let text = self.mask.words(&text.into());
        if !self.problems.contains(&text) {
            self.problems.push(text);
        }
    }

    /// Closes the messages on what went wrong; returns whether there were any.
    pub fn close_problems(&mut self) -> bool {
        !std::mem::take(&mut self.problems).is_empty()
    }

    /// What is shown, for tests.
    pub fn texts(&self) -> Vec<&str> {
        self.note.iter().map(|note| note.text.as_str()).chain(self.problems.iter().map(String::as_str)).collect()
    }

    /// Draws the messages over the window, `above` points from its foot; returns the offer that was taken.
    pub fn show(&mut self, ctx: &egui::Context, above: f32) -> Option<Offer> {
        if let Some(Note { text, since, .. }) = &self.note {
            let beyond = text.chars().count().saturating_sub(LINE);
            let left = (STAYS + STAYS_FOR_EACH * beyond as u32).saturating_sub(since.elapsed());
            if left.is_zero() {
                self.note = None;
            } else {
                ctx.request_repaint_after(left);
            }
        }
        let mut lift = above + 12.0;
        let mut taken = None;
        if let Some(Note { text, offer, .. }) = &self.note {
            let shown = Area::new(Id::unique("note"))
                .order(Order::Foreground)
                .interactable(offer.is_some())
                .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -lift))
                .show(ctx, |ui| {
                    let tokens = theme::tokens(ui.ctx());
                    Frame::new().fill(tokens.ink).corner_radius(8).inner_margin(Margin::symmetric(14, 9)).show(
                        ui,
                        |ui| {
                            ui.set_max_width(560.0);
                            let label = ui.label(egui::RichText::new(text).font(sans(13.0)).color(tokens.surface));
                            label.widget_info(|| WidgetInfo::labeled(egui::Role::Alert, true, text));
                            taken = offer.filter(|&offer| offer_ui(ui, offer));
                        },
                    );
                });
            lift += shown.response.rect.height() + 8.0;
        }
        if !self.problems.is_empty() {
            self.show_problems(ctx, lift);
        }
        taken
    }

    fn show_problems(&mut self, ctx: &egui::Context, lift: f32) {
        let mut close = false;
        Area::new(Id::unique("problems"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -lift))
            .show(ctx, |ui| {
                let tokens = theme::tokens(ui.ctx());
                let frame = Frame::new()
                    .fill(tokens.surface)
                    .stroke(Stroke::new(1.0, tokens.m_cut))
                    .corner_radius(8)
                    .inner_margin(Margin::symmetric(16, 12));
                frame.show(ui, |ui| {
                    ui.set_width(560.0_f32.min(ctx.content_rect().width() - 64.0));
                    ui.horizontal(|ui| {
                        let head = say!("problems-counted", count = self.problems.len());
                        ui.label(egui::RichText::new(head).font(semibold(13.0)).color(tokens.m_cut));
                        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                            close = Press::icon_only(Icon::Close, say!("problems-close")).show(ui).clicked();
                        });
                    });
                    // A line that only says "and 1 more" had better be that one.
                    let all = self.problems.len();
                    let shown = if all == MOST_PROBLEMS + 1 { all } else { MOST_PROBLEMS };
                    for problem in self.problems.iter().take(shown) {
                        let label = ui.label(egui::RichText::new(problem).font(sans(13.0)).color(tokens.ink));
                        label.widget_info(|| WidgetInfo::labeled(egui::Role::Alert, true, problem));
                    }
                    if all > shown {
                        ui.label(say!("and-more", count = all - shown));
                    }
                });
            });
        if close {
            self.close_problems();
        }
    }
}

/// The link below a message that does what it offers; returns whether it was clicked.
fn offer_ui(ui: &mut egui::Ui, offer: Offer) -> bool {
    let ink = theme::tokens(ui.ctx()).surface;
    let (words, name) = match offer {
        Offer::Undo => {
            let keys = Command::Undo.keys(ui.ctx()).unwrap_or_default();
            (format!("{} {keys}", Command::Undo.label()), say!("undo-this").to_owned())
        }
        Offer::Event { number, .. } => {
            let words = say!("show-event", number = number);
            (words.clone(), words)
        }
    };
    let words = egui::RichText::new(words).font(sans(13.0)).color(ink).underline();
    let button = ui.add(egui::Button::new(words).frame(false));
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    button.clicked()
}
