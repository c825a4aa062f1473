//! Dialogs in which a correction is chosen: where a passage begins and ends, which event an article
//! reports, which events are one.

use collation::ruling::Anchor;
use collation::span::Span;
use collation::{Text, WitnessKey};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Key, Modifiers, RichText, Ui};

use super::parts::{buttons, cancel, choice};
use crate::app::modal::waive_focus;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::say;
use crate::theme;
use crate::theme::fonts::{sans, serif};
use crate::widgets::{Look, Press};

/// A passage whose ends are being moved, word by word.
#[derive(Debug)]
pub struct Trimming {
    from: Anchor,
    /// Words of the surroundings; the passage is a range of them.
    words: Vec<Span>,
    first: usize,
    /// Behind the last one.
    end: usize,
    text: Text,
}

impl Trimming {
    /// `around` is the text in which the ends may move.
    pub fn new(from: Anchor, around: Span, text: Text) -> Self {
        let mut words: Vec<Span> = Vec::new();
        let mut start = None;
        for (offset, letter) in text.slice(around).chars().chain([' ']).enumerate() {
            let at = around.start + offset;
            if !letter.is_whitespace() {
                start.get_or_insert(at);
            } else if let Some(from) = start.take() {
                words.push(Span::new(from, at));
            }
        }
        let first = words.partition_point(|word| word.end <= from.span.start);
        let end = words.partition_point(|word| word.start < from.span.end);
        Self { from, words, first, end: end.max(first + 1), text }
    }

    fn span(&self) -> Span {
        let words = self.words.get(self.first..self.end).unwrap_or_default();
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => first.join(*last),
            _ => self.from.span,
        }
    }

    fn move_start(&mut self, step: isize) {
        self.first = self.first.saturating_add_signed(step).min(self.end.saturating_sub(1));
    }

    fn move_end(&mut self, step: isize) {
        self.end = self.end.saturating_add_signed(step).clamp(self.first + 1, self.words.len().max(self.first + 1));
    }
}

/// Where a passage begins and ends.
pub fn trim_ui(ui: &mut Ui, trimming: &mut Trimming, inbox: &mut Inbox) -> bool {
    let tokens = theme::tokens(ui.ctx());
    // Arrows move the ends, so no control may take them.
    waive_focus(ui);
    let pressed = |ui: &Ui, modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    for (key, step) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
        if pressed(ui, Modifiers::SHIFT, key) {
            trimming.move_start(step);
        } else if pressed(ui, Modifiers::NONE, key) {
            trimming.move_end(step);
        }
    }
    let span = trimming.span();
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    for (at, word) in trimming.words.iter().enumerate() {
        let inside = (trimming.first..trimming.end).contains(&at);
        let ink = if inside { tokens.ink } else { tokens.ink3 };
        let mut format = TextFormat::simple(serif(14.5), ink);
        format.line_height = Some(21.0);
        if inside {
            format.background = tokens.sel;
        }
        // The ground of the passage goes on between its words.
        let (is_last, goes_on) = (at + 1 == trimming.words.len(), inside && at + 1 < trimming.end);
        let behind =
            TextFormat { background: if goes_on { tokens.sel } else { Color32::TRANSPARENT }, ..format.clone() };
        job.append(trimming.text.slice(*word), 0.0, format);
        if !is_last {
            job.append(" ", 0.0, behind);
        }
    }
    let label = ui.label(job);
    let shown = trimming.text.slice(span).to_owned();
    label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, say!("trim-shown", words = &shown)));
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        for (label, is_start, step) in [
            (say!("trim-start-earlier"), true, -1),
            (say!("trim-start-later"), true, 1),
            (say!("trim-end-earlier"), false, -1),
            (say!("trim-end-later"), false, 1),
        ] {
            if Press::new(label).look(Look::Outlined).show(ui).clicked() {
                if is_start {
                    trimming.move_start(step);
                } else {
                    trimming.move_end(step);
                }
            }
        }
    });
    ui.add_space(4.0);
    let hint = say!("trim-hint");
    ui.label(RichText::new(hint).font(sans(12.0)).color(tokens.ink3));
    let (done, cancelled) = buttons(ui, say!("trim-use"), span != trimming.from.span);
    if done {
        inbox.push(Intent::TrimTo { from: trimming.from, to: span });
    }
    done || cancelled
}

/// An event that an article may go to: its words, and an article of it (none: an event of its own).
pub type EventChoice = (String, Option<WitnessKey>);

/// Which event an article reports.
pub fn event_ui(ui: &mut Ui, article: WitnessKey, choices: &[EventChoice], inbox: &mut Inbox) -> bool {
    let mut done = false;
    for (label, with) in choices {
        if choice(ui, label) {
            inbox.push(Intent::MoveToEvent { article, with: *with });
            done = true;
        }
        ui.add_space(2.0);
    }
    ui.add_space(8.0);
    done | cancel(ui)
}

/// Which other event is the same as the event `here`.
pub fn join_ui(ui: &mut Ui, here: usize, choices: &[(String, usize)], inbox: &mut Inbox) -> bool {
    let mut done = false;
    for (label, event) in choices {
        if choice(ui, label) {
            inbox.push(Intent::JoinEvents { a: here, b: *event });
            done = true;
        }
        ui.add_space(2.0);
    }
    ui.add_space(8.0);
    done | cancel(ui)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_move_by_words_and_never_cross() {
        let text = Text::new("one two three four five");
        let from = Anchor { article: WitnessKey(1), span: Span::new(4, 13) };
        let mut trimming = Trimming::new(from, Span::new(0, 23), text.clone());
        let shown = |trimming: &Trimming| text.slice(trimming.span()).to_owned();
        assert_eq!(shown(&trimming), "two three");
        trimming.move_end(1);
        trimming.move_start(-1);
        assert_eq!(shown(&trimming), "one two three four");
        trimming.move_end(-9);
        assert_eq!(shown(&trimming), "one");
        trimming.move_start(5);
        assert_eq!(shown(&trimming), "one");
        trimming.move_end(99);
        assert_eq!(shown(&trimming), text.as_str());
    }
}
