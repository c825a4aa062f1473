//! How far two readers agree, and what they differ on. The figures take nobody for right.

use egui::{Rect, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use workbench::agreement::{Agreement, Choice};

use super::parts::{at_right, close_button, hint, list_height, section};
use crate::app::{Mask, Readers, ReadersItem, ReadersResult};
use crate::command::{Command, Intent};
use crate::paint;
use crate::panels::{Inbox, count, grouped};
use crate::theme;
use crate::theme::fonts::{medium, sans, semibold, serif};
use crate::widgets::{Look, Press};

/// Width of the first column of figures.
const FIRST: f32 = 220.0;
const ROW: f32 = 26.0;
/// Lines of a disagreement that are shown; the rest is counted.
const MOST_LINES: usize = 6;

const HEADS: [(&str, &str); 7] = [
    ("Both", "How often both say yes"),
    ("Only you", "How often only you say yes"),
    ("Only theirs", "How often only the other reader says yes"),
    ("Precision", "Share of the other reader’s that are yours too"),
    ("Recall", "Share of yours that are the other reader’s too"),
    ("F1", "Harmonic mean of the two; the same whoever is asked first"),
    ("Alpha", "Krippendorff’s alpha: 1 is perfect agreement, 0 is chance"),
];

pub(super) fn readers_ui(ui: &mut Ui, readers: &Readers, mask: &Mask, inbox: &mut Inbox) -> bool {
    let file = readers.file.as_deref().unwrap_or_default();
    let Some(second) = &readers.second else {
        ui.label(format!("Reading {file} and comparing it with your project…"));
        ui.add_space(10.0);
        let (bar, response) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
        let done = readers.under_way.as_ref().and_then(|watch| watch.done());
        crate::widgets::progress_bar(ui, bar, done);
        let said = done.map_or_else(|| "Comparing".to_owned(), |done| format!("Comparing, {:.0} %", done * 100.0));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &said));
        ui.add_space(12.0);
        return at_right(ui, |ui| Press::new("Cancel").look(Look::Outlined).show(ui).clicked());
    };
    ui.label(format!("Your project beside {file}: {} in both", count(second.shared, "article", "articles")));
    if second.only_mine + second.only_theirs > 0 {
        let words = format!(
            "Left out: {} only in yours, {} only in theirs",
            grouped(second.only_mine),
            grouped(second.only_theirs)
        );
        hint(ui, &words);
    }
    for notice in &second.notices {
        hint(ui, notice);
    }
    ui.add_space(8.0);
    figures_ui(ui, second);
    section(ui, &count(second.items.len(), "disagreement", "disagreements"));
    if second.items.is_empty() {
        hint(ui, "Both say the same about every passage");
    } else {
        hint(ui, "Each choice changes your project as one step that can be taken back; the other file is left alone");
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
        if Press::new("Save merged project as…").look(Look::Outlined).show(ui).clicked() {
            inbox.push(Intent::Run(Command::SaveAs));
            left = true;
        }
        if Press::new("Another project…").look(Look::Outlined).show(ui).clicked() {
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
    let tags = second.by_tag.iter().map(|(tag, agreement)| (format!("Tag “{tag}”"), *agreement));
    let all = [("Links between passages".to_owned(), second.links), ("All tags".to_owned(), second.tags)];
    let lines: Vec<(String, Agreement)> = all.into_iter().chain(tags).collect();
    let width = (ui.available_width() - FIRST) / HEADS.len() as f32;
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing, egui::Vec2::ZERO);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    for (at, (words, meaning)) in HEADS.iter().enumerate() {
        let right = head.left() + FIRST + width * (at + 1) as f32 - 8.0;
        let place = Rect::from_min_max(pos2(right - width + 8.0, head.top()), pos2(right, head.bottom()));
        paint::line_right(ui.painter(), place.right_center(), words, semibold(12.0), tokens.ink2);
        ui.interact(place, ui.scope_id().with(("head", at)), Sense::hover()).on_hover_text(*meaning);
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
                    let said = HEADS.iter().zip(&figures).map(|((head, _), figure)| format!(", {head} {figure}"));
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
}

/// Two decimals; what rounds to nothing has no sign.
fn rounded(value: f64) -> String {
    let words = format!("{value:.2}");
    if words == "-0.00" { "0.00".to_owned() } else { words.replace('-', "−") }
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
                let words = format!("{} taken", choice_words(choice));
                ui.label(RichText::new(words).font(sans(12.0)).color(tokens.ink2));
            } else {
                for choice in [Choice::Both, Choice::Theirs, Choice::Mine] {
                    let words = choice_words(choice);
                    let name = format!("{words}, disagreement {number}");
                    if Press::new(words).look(Look::Outlined).name(&name).show(ui).clicked() {
                        inbox.push(Intent::SettleDispute { at, choice });
                    }
                }
            }
            if let Some(passage) = item.passage {
                let name = format!("Go to disagreement {number}");
                if Press::new("Go there").name(&name).show(ui).clicked() {
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
        hint(ui, &format!("and {} more pairs", grouped(item.lines.len() - MOST_LINES)));
    }
    ui.add_space(4.0);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    paint::hline(ui.painter(), line.left(), line.right(), line.top(), tokens.line);
    left
}

const fn choice_words(choice: Choice) -> &'static str {
    match choice {
        Choice::Mine => "Mine",
        Choice::Theirs => "Theirs",
        Choice::Both => "Both",
    }
}
