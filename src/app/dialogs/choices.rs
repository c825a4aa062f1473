//! Dialogs in which a correction is chosen: where a passage begins and ends, which event an article
//! reports, which events are one.

use collation::ruling::Anchor;
use collation::span::Span;
use collation::{Block, Text, Witness, WitnessKey};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Key, Modifiers, RichText, Ui};

use super::parts::{buttons, cancel, choice};
use crate::app::elsewhere::first_words;
use crate::app::modal::waive_focus;
use crate::command::Intent;
use crate::panels::Inbox;
use crate::say;
use crate::theme;
use crate::theme::fonts::{sans, serif};
use crate::widgets::{Look, Press, chip};

/// How much is shown of the paragraphs beside the one whose words can be taken in.
const CONTEXT: usize = 160;

/// The passages of a cell, of which one is being trimmed.
#[derive(Debug)]
pub struct Trims {
    pub each: Vec<Trimming>,
    pub at: usize,
}

/// A passage whose ends are being moved, word by word.
#[derive(Debug)]
pub struct Trimming {
    from: Anchor,
    /// Where it stands: `¶4`.
    place: String,
    /// The end of the paragraph before, and the beginning of the one behind.
    beside: [String; 2],
    /// Words of the surroundings; the passage is a range of them.
    words: Vec<Span>,
    first: usize,
    /// Behind the last one.
    end: usize,
    text: Text,
}

impl Trimming {
    /// The ends may move in the paragraphs that the passage touches.
    pub fn new(from: Anchor, place: String, article: &Witness) -> Self {
        let text = article.text.clone();
        let touched = |block: &&Block| block.span.overlaps(from.span);
        let around = article.blocks.iter().filter(touched).fold(from.span, |span, block| span.join(block.span));
        let before = article.blocks.iter().rev().find(|block| block.span.end <= around.start);
        let behind = article.blocks.iter().find(|block| block.span.start >= around.end);
        let beside = [
            before.map(|block| cut_before(text.slice(block.span).trim())).unwrap_or_default(),
            behind.map(|block| cut_behind(text.slice(block.span).trim())).unwrap_or_default(),
        ];
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
        Self { from, place, beside, words, first, end: end.max(first + 1), text }
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

/// The last words of a paragraph, `…` where there are more.
fn cut_before(text: &str) -> String {
    let more = text.chars().count().saturating_sub(CONTEXT);
    let end: String = text.chars().skip(more).collect();
    match end.split_once(' ').filter(|_| more > 0) {
        Some((_, end)) => format!("… {end}"),
        None => end,
    }
}

/// The first words of a paragraph, `…` where there are more.
fn cut_behind(text: &str) -> String {
    let beginning: String = text.chars().take(CONTEXT).collect();
    match beginning.rsplit_once(' ').filter(|_| beginning.len() < text.len()) {
        Some((beginning, _)) => format!("{beginning} …"),
        None => beginning,
    }
}

/// Which passage of a cell is trimmed, and where it begins and ends.
pub fn trims_ui(ui: &mut Ui, trims: &mut Trims, inbox: &mut Inbox) -> bool {
    let last = trims.each.len().saturating_sub(1);
    if last > 0 {
        let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(ui, Key::ArrowDown) {
            trims.at = (trims.at + 1).min(last);
        }
        if pressed(ui, Key::ArrowUp) {
            trims.at = trims.at.saturating_sub(1);
        }
        ui.horizontal_wrapped(|ui| {
            for (at, trimming) in trims.each.iter().enumerate() {
                let words = first_words(trimming.text.slice(trimming.from.span), 4);
                let label = format!("{} {words}", trimming.place);
                if chip(ui, &label, None, at == trims.at, None).clicked() {
                    trims.at = at;
                }
            }
        });
        ui.add_space(8.0);
    }
    trims.each.get_mut(trims.at).is_none_or(|trimming| trim_ui(ui, trimming, last > 0, inbox))
}

/// Where a passage begins and ends; with `is_one_of_several` there are others in its cell.
fn trim_ui(ui: &mut Ui, trimming: &mut Trimming, is_one_of_several: bool, inbox: &mut Inbox) -> bool {
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
    let [before, behind] = &trimming.beside;
    context_ui(ui, before);
    let label = ui.label(job);
    context_ui(ui, behind);
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
    let hint = if is_one_of_several { say!("trim-hint-several") } else { say!("trim-hint") };
    ui.label(RichText::new(hint).font(sans(12.0)).color(tokens.ink3));
    let (done, cancelled) = buttons(ui, say!("trim-use"), span != trimming.from.span);
    if done {
        inbox.push(Intent::TrimTo { from: trimming.from, to: span });
    }
    done || cancelled
}

/// Words beside those that can be taken in.
fn context_ui(ui: &mut Ui, words: &str) {
    if !words.is_empty() {
        ui.label(RichText::new(words).font(serif(13.0)).color(theme::tokens(ui.ctx()).ink3));
    }
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
        let blocks = vec![Block::new(collation::Role::Body, Span::new(0, 23))];
        let article = Witness { text: text.clone(), blocks, ..Witness::default() };
        let mut trimming = Trimming::new(from, "¶1".to_owned(), &article);
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
