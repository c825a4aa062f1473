//! How far two readers agree, and what they differ on. The figures take nobody for right.

use egui::{Rect, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::agreement::{Agreement, Choice};

use super::parts::{at_right, close_button, hint, list_height, section};
use crate::app::{Mask, Readers, ReadersItem, ReadersResult};
use crate::command::{Command, Intent};
use crate::messages;
use crate::messages::grouped;
use crate::paint;
use crate::panels::Inbox;
use crate::say;
use crate::theme;
use crate::theme::fonts::{medium, sans, semibold, serif};
use crate::widgets::{Look, Press};

/// Width of the first column of figures.
const FIRST: f32 = 220.0;
const ROW: f32 = 26.0;
/// Lines of a disagreement that are shown; the rest is counted.
const MOST_LINES: usize = 6;

/// The columns of figures; the tooltip of each says what it is.
const HEADS: [&str; 7] = [
    "readers-both",
    "readers-only-mine",
    "readers-only-theirs",
    "readers-precision",
    "readers-recall",
    "readers-f1",
    "readers-alpha",
];

pub(super) fn readers_ui(ui: &mut Ui, readers: &Readers, mask: &Mask, inbox: &mut Inbox) -> bool {
    let file = readers.file.as_deref().unwrap_or_default();
    let Some(second) = &readers.second else {
        ui.label(say!("readers-reading", file = file));
        ui.add_space(10.0);
        let (bar, response) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
        let done = readers.under_way.as_ref().and_then(|watch| watch.done());
        crate::widgets::progress_bar(ui, bar, done);
        let said = done.map_or_else(
            || say!("readers-comparing").to_owned(),
            |done| say!("readers-compared", percent = format!("{:.0}", done * 100.0)),
        );
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &said));
        ui.add_space(12.0);
        return at_right(ui, |ui| Press::new(say!("cancel")).look(Look::Outlined).show(ui).clicked());
    };
    ui.label(say!("readers-beside", file = file, count = second.shared));
    if second.only_mine + second.only_theirs > 0 {
        let (mine, theirs) = (grouped(second.only_mine), grouped(second.only_theirs));
        let words = say!("readers-left-out", mine = mine, theirs = theirs);
        hint(ui, &words);
    }
    for notice in &second.notices {
        hint(ui, notice);
    }
    ui.add_space(8.0);
    figures_ui(ui, second);
    section(ui, &say!("disagreements-counted", count = second.items.len()));
    if second.items.is_empty() {
        hint(ui, say!("readers-agree"));
    } else {
        hint(ui, say!("readers-choice-hint"));
    }
    ui.add_space(4.0);
    let mut left = false;
    let height = list_height(ui, 470.0).min(420.0);
    ScrollArea::vertical()
        .id_salt("disputes")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (at, item) in second.items.iter().enumerate() {
                left |= item_ui(ui, at, item, mask, inbox);
            }
        });
    ui.add_space(12.0);
    let closed = at_right(ui, |ui| {
        let closed = close_button(ui);
        if Press::new(say!("readers-save")).look(Look::Outlined).show(ui).clicked() {
            inbox.push(Intent::Run(Command::SaveAs));
            left = true;
        }
        if Press::new(say!("readers-another")).look(Look::Outlined).show(ui).clicked() {
            inbox.push(Intent::AskReader);
            left = true;
        }
        closed
    });
    closed || left
}

/// The figures, a line for links, one for all tags and one for each tag.
fn figures_ui(ui: &mut Ui, second: &ReadersResult) {
    let tokens = theme::tokens(ui.ctx());
    let tags = second.by_tag.iter().map(|(tag, agreement)| (say!("readers-tag", tag = tag), *agreement));
    let all = [(say!("readers-links").to_owned(), second.links), (say!("readers-all-tags").to_owned(), second.tags)];
    let lines: Vec<(String, Agreement)> = all.into_iter().chain(tags).collect();
    let width = (ui.available_width() - FIRST) / HEADS.len() as f32;
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing, egui::Vec2::ZERO);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    for (at, head_id) in HEADS.into_iter().enumerate() {
        let right = head.left() + FIRST + width * (at + 1) as f32 - 8.0;
        let place = Rect::from_min_max(pos2(right - width + 8.0, head.top()), pos2(right, head.bottom()));
        let words = messages::plain(head_id);
        paint::line_right(ui.painter(), place.right_center(), words, semibold(12.0), tokens.ink2);
        ui.interact(place, ui.scope_id().with(("head", at)), Sense::hover()).on_hover_text(messages::tip(head_id));
    }
    paint::hline(ui.painter(), head.left(), head.right(), head.bottom() - 1.0, tokens.line2);
    let height = (ROW * lines.len() as f32).min(ROW * 5.0);
    ScrollArea::vertical()
        .id_salt("figures")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (name, agreement) in &lines {
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
                let figures = figures(*agreement);
                response.widget_info(|| {
                    let heads = HEADS.into_iter().map(messages::plain);
                    let said = heads.zip(&figures).map(|(head, figure)| format!(", {head} {figure}"));
                    WidgetInfo::labeled(egui::Role::Row, true, format!("{name}{}", said.collect::<String>()))
                });
                paint::line(ui.painter(), rect.left_center(), name, sans(12.0), tokens.ink, FIRST - 8.0);
                for (at, figure) in figures.iter().enumerate() {
                    let right = rect.left() + FIRST + width * (at + 1) as f32 - 8.0;
                    paint::line_right(ui.painter(), pos2(right, rect.center().y), figure, sans(12.0), tokens.ink);
                }
                paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
            }
        });
    ui.spacing_mut().item_spacing = spacing;
    ui.add_space(6.0);
    ui.label(egui::RichText::new(say!("readers-program")).font(sans(12.0)).color(tokens.ink2));
}

/// Two decimals; what rounds to nothing has no sign.
fn rounded(value: f64) -> String {
    let words = messages::decimal(value, 2);
    if value.abs() < 0.005 { messages::decimal(0.0, 2) } else { words.replace('-', "−") }
}

/// In the order of [`HEADS`]; a dash where there is nothing to count.
fn figures(agreement: Agreement) -> [String; 7] {
    let share = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), rounded);
    [
        grouped(agreement.both),
        grouped(agreement.only_mine),
        grouped(agreement.only_theirs),
        share(agreement.precision()),
        share(agreement.recall()),
        share(agreement.f1()),
        share(agreement.alpha()),
    ]
}

/// One disagreement with the choices; returns whether the dialog is left for the passage.
fn item_ui(ui: &mut Ui, at: usize, item: &ReadersItem, mask: &Mask, inbox: &mut Inbox) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let number = at + 1;
    let mut left = false;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(format!("{number}  {}", item.title)).font(medium(12.0)).color(tokens.ink));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(14.0);
            if let Some(choice) = item.choice() {
                let words = say!("readers-taken", choice = choice_words(choice));
                ui.label(RichText::new(words).font(sans(12.0)).color(tokens.ink2));
            } else {
                for choice in [Choice::Both, Choice::Theirs, Choice::Mine] {
                    let words = choice_words(choice);
                    let name = say!("readers-choice-named", choice = words, number = number);
                    if Press::new(words).look(Look::Outlined).name(&name).show(ui).clicked() {
                        inbox.push(Intent::SettleDispute { at, choice });
                    }
                }
            }
            if let Some(passage) = item.passage {
                let name = say!("readers-go", number = number);
                if Press::new(say!("go-there")).name(&name).show(ui).clicked() {
                    inbox.push(Intent::GoTo(passage));
                    left = true;
                }
            }
        });
    });
    for line in item.lines.iter().take(MOST_LINES) {
        let words = mask.words(line);
        ui.label(RichText::new(words).font(serif(13.5)).color(tokens.ink));
    }
    if item.lines.len() > MOST_LINES {
        hint(ui, &say!("readers-more", count = item.lines.len() - MOST_LINES));
    }
    ui.add_space(4.0);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    paint::hline(ui.painter(), line.left(), line.right(), line.top(), tokens.line);
    left
}

fn choice_words(choice: Choice) -> &'static str {
    match choice {
        Choice::Mine => say!("choice-mine"),
        Choice::Theirs => say!("choice-theirs"),
        Choice::Both => say!("choice-both"),
    }
}
