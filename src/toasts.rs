//! Short messages above the status line: what was copied goes by itself, what went wrong stays
//! until the reader has closed it.

use std::time::{Duration, Instant};

use egui::{Align2, Area, Color32, Frame, Id, Margin, Order, Pos2, Rect, Stroke, Vec2, WidgetInfo, pos2, vec2};

use collation::WitnessKey;
use collation::ruling::Anchor;

use crate::app::Mask;
use crate::command::Command;
use crate::icons::Icon;
use crate::say;
use crate::theme::fonts::{medium, sans, semibold};
use crate::theme::{self, metrics};
use crate::widgets::Press;

/// How long a message that goes by itself stays, and how much longer for each character beyond a line's.
const STAYS: Duration = Duration::from_secs(4);
const STAYS_FOR_EACH: Duration = Duration::from_millis(50);
const LINE: usize = 80;
/// Most width of a message.
const WIDTH: f32 = 588.0;
/// Between a message and the ends of the table.
const AROUND: f32 = 12.0;
/// Problems shown at once; the others are counted.
const MOST_PROBLEMS: usize = 8;

/// The messages that are shown now.
#[derive(Debug, Default)]
pub struct Toasts {
    /// What is said instead of names that class mode hides.
    pub mask: Mask,
    note: Option<Note>,
    problems: Vec<String>,
    /// How high their box was in the last frame, with what is around it.
    problems_height: f32,
}

/// A message that goes by itself.
#[derive(Debug)]
struct Note {
    kind: Kind,
    text: String,
    since: Instant,
    offer: Option<Offer>,
    /// Where its foot was in the last frame, and how high it is.
    foot: Option<f32>,
    height: f32,
}

/// Where messages may lie.
#[derive(Clone, Debug)]
pub struct Room {
    pub table: Rect,
    /// What they are about, which they do not hide: whole rows, as far as these are in sight.
    pub rows: Vec<Rect>,
}

impl Room {
    /// Where the foot of a message so wide and high lies: where it was, unless a row is there, else at the foot of the table,
    /// else at its head, else where it leaves the titles of the rows free.
    fn foot(&self, was: Option<f32>, size: Vec2) -> f32 {
        let (top, bottom) = (self.table.top() + AROUND + size.y, self.table.bottom() - AROUND);
        let feet: Vec<f32> =
            was.filter(|foot| *foot >= top && *foot <= bottom).into_iter().chain([bottom, top]).collect();
        let free = |rows: &[Rect]| {
            let place = |foot: f32| Align2::CENTER_BOTTOM.anchor_size(pos2(self.table.center().x, foot), size);
            feet.iter().copied().find(|&foot| !rows.iter().any(|row| row.intersects(place(foot))))
        };
        let titles: Vec<Rect> = self.rows.iter().map(|row| row.with_max_y(row.top() + metrics::BAND)).collect();
        free(&self.rows).or_else(|| free(&titles)).unwrap_or(bottom)
    }
}

/// What a message is about, where it may be said anew with more in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Other,
    /// Articles were added.
    Added,
}

/// What a message offers to do about what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To take it back.
    Undo,
    /// To show the event of this article, which has this number.
    Event { article: WitnessKey, number: usize },
    /// To show the statement of this passage, which has this number, or to take back what brought it there.
    Row { passage: Anchor, number: usize },
}

impl Toasts {
    /// Shows a message for a few seconds.
    pub fn note(&mut self, text: impl Into<String>) {
        let text = self.mask.words(&text.into());
        self.note = Some(Note { kind: Kind::Other, text, since: Instant::now(), offer: None, foot: None, height: 0.0 });
    }

    /// The same with a button: of a step that did more than one might have meant, say, one that takes it back.
    pub fn note_with(&mut self, text: impl Into<String>, offer: Offer) {
        self.note(text);
        self.note.iter_mut().for_each(|note| note.offer = Some(offer));
    }

    /// Shows a message of a kind: what the one of this kind that is shown offers goes on.
    pub fn note_of(&mut self, kind: Kind, text: impl Into<String>) {
        let offer = self.note.take().filter(|note| note.kind == kind).and_then(|note| note.offer);
        self.note(text);
        self.note.iter_mut().for_each(|note| (note.kind, note.offer) = (kind, offer));
    }

    /// Has the message that is shown offer something.
    pub fn offer(&mut self, offer: Offer) {
        self.note.iter_mut().for_each(|note| note.offer = Some(offer));
    }

    /// The message that was just said is of this kind.
    pub fn is_of(&mut self, kind: Kind) {
        self.note.iter_mut().for_each(|note| note.kind = kind);
    }

    /// What the message that is shown offers.
    pub fn offered(&self) -> Option<Offer> {
        self.note.as_ref()?.offer
    }

    /// Adds to the message that is shown, or shows one.
    pub fn note_too(&mut self, text: impl Into<String>) {
        match self.note.take() {
            Some(Note { kind, text: shown, offer, .. }) => {
                self.note(format!("{shown}\n{}", text.into()));
                self.note.iter_mut().for_each(|note| (note.kind, note.offer) = (kind, offer));
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

    /// What the box that says what went wrong takes of the foot of the table.
    pub fn problems_height(&self) -> f32 {
        if self.problems.is_empty() { 0.0 } else { self.problems_height }
    }

    /// What is shown, for tests.
    pub fn texts(&self) -> Vec<&str> {
        self.note.iter().map(|note| note.text.as_str()).chain(self.problems.iter().map(String::as_str)).collect()
    }

    /// Draws the messages over the table; returns the offer that was taken.
    pub fn show(&mut self, ctx: &egui::Context, room: &Room) -> Option<Offer> {
        if let Some(Note { text, since, .. }) = &self.note {
            let beyond = text.chars().count().saturating_sub(LINE);
            let left = (STAYS + STAYS_FOR_EACH * beyond as u32).saturating_sub(since.elapsed());
            if left.is_zero() {
                self.note = None;
            } else {
                ctx.request_repaint_after(left);
            }
        }
        let table = room.table;
        let mut foot = pos2(table.center().x, table.bottom() - AROUND);
        // As wide as a line reads well, and never over what stands beside the table.
        let width = WIDTH.min(table.width() - 24.0);
        let mut taken = None;
        if let Some(Note { text, offer, foot: was, height, .. }) = &mut self.note {
            let at = room.foot(*was, vec2(width, *height));
            *was = (*height > 0.0).then_some(at);
            let shown = Area::new(Id::unique("note"))
                .order(Order::Foreground)
                .interactable(offer.is_some())
                .pivot(Align2::CENTER_BOTTOM)
                .fixed_pos(pos2(foot.x, at))
                .show(ctx, |ui| {
                    let tokens = theme::tokens(ui.ctx());
                    Frame::new().fill(tokens.ink).corner_radius(8).inner_margin(Margin::symmetric(14, 9)).show(
                        ui,
                        |ui| {
                            ui.set_max_width(width - 28.0);
                            let label = ui.label(egui::RichText::new(&*text).font(sans(13.0)).color(tokens.surface));
                            label.widget_info(|| WidgetInfo::labeled(egui::Role::Alert, true, &*text));
                            taken = offer.and_then(|offer| {
                                ui.add_space(4.0);
                                ui.horizontal(|ui| {
                                    let is_row = matches!(offer, Offer::Row { .. });
                                    let undo = is_row.then_some(Offer::Undo);
                                    let offers = std::iter::once(offer).chain(undo);
                                    offers.filter(|&offer| offer_ui(ui, offer)).last()
                                })
                                .inner
                            });
                        },
                    );
                });
            *height = shown.response.rect.height();
            if at > table.center().y {
                foot.y = at - *height - 8.0;
            }
        }
        if !self.problems.is_empty() {
            self.show_problems(ctx, foot, width);
        }
        taken
    }

    fn show_problems(&mut self, ctx: &egui::Context, foot: Pos2, width: f32) {
        let mut close = false;
        let area = Area::new(Id::unique("problems")).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM);
        let shown = area.fixed_pos(foot).show(ctx, |ui| {
            let tokens = theme::tokens(ui.ctx());
            let frame = Frame::new()
                .fill(tokens.surface)
                .stroke(Stroke::new(1.0, tokens.m_cut))
                .corner_radius(8)
                .inner_margin(Margin::symmetric(16, 12));
            frame.show(ui, |ui| {
                ui.set_width(width - 32.0);
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
        let height = shown.response.rect.height() + 2.0 * AROUND;
        if height != self.problems_height {
            self.problems_height = height;
            ctx.request_repaint();
        }
        if close {
            self.close_problems();
        }
    }
}

/// A button below a message that does what it offers; returns whether it was clicked.
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
        Offer::Row { number, .. } => {
            let words = say!("show-row", number = number);
            (words.clone(), words)
        }
    };
    let words = egui::RichText::new(words).font(medium(13.0)).color(ink);
    let look = egui::Button::new(words).fill(Color32::TRANSPARENT).stroke(Stroke::new(1.0, ink)).corner_radius(6);
    let button = ui.add(look).on_hover_cursor(egui::CursorIcon::PointingHand);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    button.clicked()
}
