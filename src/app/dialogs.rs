//! Dialogs over the window: pasting, paths where there is no file dialog, keys and marks, about.

use std::path::PathBuf;

use collation::ruling::{Anchor, RejectReason};
use collation::{Span, Text, WitnessKey};
use egui::{Id, Modal, RichText, ScrollArea, TextEdit, Ui, vec2};
use workbench::store::Recoverable;

use super::choices::{EventChoice, Trimming, event_ui, join_ui, trim_ui};
use super::{Answered, App, ExportFormat};
use crate::clipboard::Pasted;
use crate::command::{Command, Intent};
use crate::marks::Mark;
use crate::panels::Inbox;
use crate::panels::legend::explanation;
use crate::panels::status::PRINCIPLE;
use crate::theme;
use crate::theme::fonts::{medium, sans, semibold};
use crate::widgets::{Look, Press};

/// Which dialog is open, with what was typed into it.
#[derive(Debug, Default)]
pub struct Dialogs {
    open: Open,
}

#[derive(Debug, Default)]
enum Open {
    #[default]
    Nothing,
    Paste(PasteForm),
    Paths(String),
    Keys,
    About,
    Export,
    /// Whether it is about quitting.
    Unsaved(bool),
    Reject(Anchor, usize),
    Rename(Anchor, String),
    Recovery(Vec<Recoverable>),
    Trim(Trimming),
    /// An article, what it is called, and the events it may go to.
    Event(WitnessKey, String, Vec<EventChoice>),
    /// The shown event and the others.
    Join(usize, Vec<(String, usize)>),
}

/// An article from the clipboard before it is added.
#[derive(Debug, Default)]
struct PasteForm {
    html: Option<String>,
    /// The text as it came; while it is unchanged the rich form is read instead.
    came: String,
    text: String,
    outlet: String,
    date: String,
}

impl Dialogs {
    pub fn is_open(&self) -> bool {
        !matches!(self.open, Open::Nothing)
    }

    pub fn open_paste(&mut self, pasted: Pasted) {
        let text = pasted.text.unwrap_or_default();
        self.open = Open::Paste(PasteForm { html: pasted.html, came: text.clone(), text, ..PasteForm::default() });
    }

    pub fn ask_for_paths(&mut self) {
        self.open = Open::Paths(String::new());
    }

    pub fn toggle_keys(&mut self) {
        self.open = if matches!(self.open, Open::Keys) { Open::Nothing } else { Open::Keys };
    }

    pub fn open_about(&mut self) {
        self.open = Open::About;
    }

    pub fn open_export(&mut self) {
        self.open = Open::Export;
    }

    pub fn ask_about_unsaved(&mut self, is_quitting: bool) {
        self.open = Open::Unsaved(is_quitting);
    }

    pub fn ask_reject(&mut self, row: Anchor, column: usize) {
        self.open = Open::Reject(row, column);
    }

    pub fn rename(&mut self, row: Anchor, title: String) {
        self.open = Open::Rename(row, title);
    }

    pub fn offer_recovery(&mut self, found: Vec<Recoverable>) {
        self.open = Open::Recovery(found);
    }

    pub fn ask_trim(&mut self, from: Anchor, around: Span, text: Text) {
        self.open = Open::Trim(Trimming::new(from, around, text));
    }

    pub fn ask_event(&mut self, article: WitnessKey, name: String, choices: Vec<EventChoice>) {
        self.open = Open::Event(article, name, choices);
    }

    pub fn ask_join(&mut self, here: usize, choices: Vec<(String, usize)>) {
        self.open = Open::Join(here, choices);
    }

    /// Draws the open dialog, if any.
    pub fn show(&mut self, ctx: &egui::Context, inbox: &mut Inbox) {
        let mut close = false;
        match &mut self.open {
            Open::Nothing => return,
            Open::Paste(form) => close |= modal(ctx, "Paste an article", |ui| paste_ui(ui, form, inbox)),
            Open::Paths(text) => close |= modal(ctx, "Open articles", |ui| paths_ui(ui, text, inbox)),
            Open::Keys => close |= modal(ctx, "Keys and marks", keys_ui),
            Open::About => close |= modal(ctx, "About Parallax", about_ui),
            Open::Export => close |= modal(ctx, "Export the table", |ui| export_ui(ui, inbox)),
            Open::Unsaved(is_quitting) => {
                let before = inbox.len();
                close |= modal(ctx, "Save your work?", |ui| unsaved_ui(ui, *is_quitting, inbox));
                if close && inbox.len() == before {
                    inbox.push(Intent::Unsaved(Answered::Cancel));
                }
            }
            Open::Reject(row, column) => {
                close |= modal(ctx, "Why does the passage not belong here?", |ui| reject_ui(ui, *row, *column, inbox));
            }
            Open::Rename(row, title) => close |= modal(ctx, "Rename statement", |ui| rename_ui(ui, *row, title, inbox)),
            Open::Trim(trimming) => close |= modal(ctx, "Trim or extend passage", |ui| trim_ui(ui, trimming, inbox)),
            Open::Event(article, name, choices) => {
                let title = format!("Which event does {name} report?");
                close |= modal(ctx, &title, |ui| event_ui(ui, *article, choices, inbox));
            }
            Open::Join(here, choices) => {
                close |= modal(ctx, "Which event is the same as this one?", |ui| join_ui(ui, *here, choices, inbox));
            }
            Open::Recovery(found) => {
                close |= modal(ctx, "Bring back unsaved work?", |ui| recovery_ui(ui, found, inbox));
            }
        }
        if close && !inbox.contains(&Intent::PasteAdd) {
            self.open = Open::Nothing;
        }
    }
}

/// A dialog with a title; returns whether it is to be closed.
fn modal(ctx: &egui::Context, title: &str, content: impl FnOnce(&mut Ui) -> bool) -> bool {
    let tokens = theme::tokens(ctx);
    let backdrop = egui::Color32::from_black_alpha(if ctx.theme() == egui::Theme::Dark { 140 } else { 90 });
    let frame = egui::Frame::new()
        .fill(tokens.surface)
        .stroke(egui::Stroke::new(1.0, tokens.line2))
        .corner_radius(8)
        .inner_margin(20);
    let shown = Modal::new(Id::unique(title)).frame(frame).backdrop_color(backdrop).show(ctx, |ui| {
        ui.set_width(560.0_f32.min(ctx.content_rect().width() - 80.0));
        ui.label(RichText::new(title).font(semibold(15.0)).color(tokens.ink));
        ui.add_space(8.0);
        content(ui)
    });
    shown.inner || shown.should_close()
}

/// The row of buttons at a dialog's foot. Returns (done, cancelled).
pub(super) fn buttons(ui: &mut Ui, action: &str, enabled: bool) -> (bool, bool) {
    ui.add_space(12.0);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let done = ui.add_enabled_ui(enabled, |ui| Press::new(action).look(Look::Primary).show(ui)).inner.clicked();
        let cancelled = Press::new("Cancel").look(Look::Outlined).show(ui).clicked();
        (done, cancelled)
    })
    .inner
}

fn field(ui: &mut Ui, label: &str, text: &mut String, hint: &str) {
    let name = ui.label(RichText::new(label).font(medium(12.0)).color(theme::tokens(ui.ctx()).ink2));
    ui.add(TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY).margin(vec2(8.0, 6.0)))
        .labelled_by(name.id);
    ui.add_space(4.0);
}

fn paste_ui(ui: &mut Ui, form: &mut PasteForm, inbox: &mut Inbox) -> bool {
    field(ui, "Outlet", &mut form.outlet, "Who published it");
    field(ui, "Date", &mut form.date, "2026-10-13");
    let label = ui.label(RichText::new("Article").font(medium(12.0)).color(theme::tokens(ui.ctx()).ink2));
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        let edit = TextEdit::multiline(&mut form.text)
            .hint_text("Paste headline and text here")
            .desired_rows(12)
            .desired_width(f32::INFINITY);
        ui.add(edit.margin(vec2(8.0, 6.0))).labelled_by(label.id);
    });
    if form.html.is_some() && form.text == form.came {
        ui.label(
            RichText::new("Headline, paragraphs and lists are taken from the web page you copied")
                .font(sans(12.0))
                .color(theme::tokens(ui.ctx()).ink3),
        );
    }
    let has_text = !form.text.trim().is_empty() || form.html.is_some();
    let (done, cancelled) = buttons(ui, "Add article", has_text);
    if done {
        inbox.push(Intent::PasteAdd);
    }
    cancelled
}

fn paths_ui(ui: &mut Ui, text: &mut String, inbox: &mut Inbox) -> bool {
    ui.label("This desktop offers no file dialog. Type the paths of the article files, one a line.");
    ui.add_space(6.0);
    let edit =
        TextEdit::multiline(text).hint_text("/home/me/article.html").desired_rows(5).desired_width(f32::INFINITY);
    ui.add(edit.margin(vec2(8.0, 6.0))).accessible_name("Paths of article files");
    let paths: Vec<PathBuf> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from).collect();
    let (done, cancelled) = buttons(ui, "Open", !paths.is_empty());
    if done {
        inbox.push(Intent::OpenPaths(paths));
    }
    done || cancelled
}

fn export_ui(ui: &mut Ui, inbox: &mut Inbox) -> bool {
    let tokens = theme::tokens(ui.ctx());
    ui.label(
        RichText::new("The current event as it is shown: hidden columns and filters are named in the file")
            .color(tokens.ink2),
    );
    ui.add_space(8.0);
    let mut done = false;
    for format in ExportFormat::ALL {
        if Press::new(format.label()).look(Look::Outlined).show(ui).clicked() {
            inbox.push(Intent::ExportAs(format));
            done = true;
        }
    }
    ui.add_space(8.0);
    done | cancel(ui)
}

/// A lone Cancel at the foot of a dialog.
pub(super) fn cancel(ui: &mut Ui) -> bool {
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        Press::new("Cancel").look(Look::Outlined).show(ui).clicked()
    })
    .inner
}

fn unsaved_ui(ui: &mut Ui, is_quitting: bool, inbox: &mut Inbox) -> bool {
    let words = if is_quitting {
        "There are changes since the last save. Closing without saving loses them."
    } else {
        "There are changes since the last save. Going on without saving loses them."
    };
    ui.label(words);
    ui.add_space(12.0);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let mut done = false;
        for (label, look, answer) in [
            ("Save", Look::Primary, Answered::Save),
            ("Don’t save", Look::Outlined, Answered::Discard),
            ("Cancel", Look::Outlined, Answered::Cancel),
        ] {
            if Press::new(label).look(look).show(ui).clicked() {
                inbox.push(Intent::Unsaved(answer));
                done = true;
            }
        }
        done
    })
    .inner
}

fn reject_ui(ui: &mut Ui, row: Anchor, column: usize, inbox: &mut Inbox) -> bool {
    let mut done = false;
    for (label, reason) in [
        ("Other speaker", RejectReason::OtherSpeaker),
        ("Other event", RejectReason::OtherEvent),
        ("Only the same topic", RejectReason::OnlyTheTopic),
        ("Not article text", RejectReason::Clutter),
        ("Something else", RejectReason::Other),
    ] {
        if Press::new(label).look(Look::Outlined).show(ui).clicked() {
            inbox.push(Intent::RejectCell { row, column, reason });
            done = true;
        }
    }
    ui.add_space(8.0);
    done | cancel(ui)
}

fn rename_ui(ui: &mut Ui, row: Anchor, title: &mut String, inbox: &mut Inbox) -> bool {
    field(ui, "Title", title, "Empty for the source’s own words");
    let (done, cancelled) = buttons(ui, "Rename", true);
    if done {
        inbox.push(Intent::SetTitle { row, title: title.clone() });
    }
    done || cancelled
}

fn recovery_ui(ui: &mut Ui, found: &mut Vec<Recoverable>, inbox: &mut Inbox) -> bool {
    ui.label("Parallax was closed before this work was saved.");
    ui.add_space(6.0);
    let mut done = false;
    found.retain(|left| {
        let title = if left.title.is_empty() { "Untitled comparison" } else { &left.title };
        let mut keep = true;
        ui.horizontal(|ui| {
            ui.label(RichText::new(title).font(medium(13.0)));
            ui.label(
                RichText::new(crate::panels::count(left.articles, "article", "articles"))
                    .color(theme::tokens(ui.ctx()).ink3),
            );
            if Press::new("Bring back").look(Look::Primary).show(ui).clicked() {
                inbox.push(Intent::Recover(left.journal.clone()));
                done = true;
            }
            if Press::new("Delete").look(Look::Outlined).show(ui).clicked() {
                inbox.push(Intent::DiscardRecovery(left.journal.clone()));
                keep = false;
            }
        });
        keep
    });
    ui.add_space(8.0);
    let later = ui
        .with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            Press::new("Later").look(Look::Outlined).show(ui).clicked()
        })
        .inner;
    done || later || found.is_empty()
}

fn keys_ui(ui: &mut Ui) -> bool {
    let tokens = theme::tokens(ui.ctx());
    ScrollArea::vertical().max_height((ui.ctx().content_rect().height() - 220.0).max(160.0)).show(ui, |ui| {
        ui.label(RichText::new("Keys").font(semibold(12.0)).color(tokens.ink2));
        egui::Grid::new("keys").num_columns(2).spacing(vec2(24.0, 4.0)).show(ui, |ui| {
            for (keys, words) in [
                ("↑ ↓ ← →", "Move between statements and articles"),
                ("Shift ↑ ↓", "Select several statements"),
                ("Space", "Fold or unfold the statement"),
                ("Esc", "Let go of the selection"),
            ] {
                ui.label(RichText::new(keys).font(medium(12.0)));
                ui.label(words);
                ui.end_row();
            }
            for command in Command::ALL {
                let Some(keys) = command.keys(ui.ctx()) else { continue };
                ui.label(RichText::new(keys).font(medium(12.0)));
                ui.label(command.tooltip());
                ui.end_row();
            }
        });
        ui.add_space(12.0);
        ui.label(RichText::new("Marks").font(semibold(12.0)).color(tokens.ink2));
        egui::Grid::new("marks").num_columns(2).spacing(vec2(24.0, 4.0)).show(ui, |ui| {
            for mark in Mark::ALL {
                ui.label(RichText::new(mark_name(mark)).font(medium(12.0)));
                ui.label(explanation(mark));
                ui.end_row();
            }
        });
        ui.add_space(8.0);
        ui.label(RichText::new(PRINCIPLE).color(tokens.ink2));
    });
    ui.add_space(8.0);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        Press::new("Close").look(Look::Outlined).show(ui).clicked()
    })
    .inner
}

const fn mark_name(mark: Mark) -> &'static str {
    match mark {
        Mark::Reworded => "Reworded",
        Mark::OnlyHere => "Only here",
        Mark::Moved => "Elsewhere",
        Mark::Cut => "Quote altered",
        Mark::Voice => "Voice",
        Mark::Cue => "Reporting verb",
        Mark::Force => "Force",
        Mark::Fact => "Number differs",
        Mark::Name => "Name differs",
        Mark::Place => "Placed differently",
    }
}

fn about_ui(ui: &mut Ui) -> bool {
    ui.label(RichText::new(format!("Parallax {}", env!("CARGO_PKG_VERSION"))).font(semibold(13.0)));
    ui.label("Lays several outlets’ articles on one event side by side, statement by statement. It marks wording; it scores nobody.");
    ui.add_space(8.0);
    ui.label("Free software under the MIT licence or the Apache licence 2.0, at your choice.");
    ui.label("Typefaces: Inter and Source Serif 4, both under the SIL Open Font License 1.1.");
    ui.label("Articles stay on this computer; Parallax has no network code.");
    ui.add_space(8.0);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        Press::new("Close").look(Look::Outlined).show(ui).clicked()
    })
    .inner
}

impl App {
    /// Has what the paste dialog holds read and added.
    pub(super) fn add_pasted(&mut self) {
        let Open::Paste(form) = std::mem::take(&mut self.dialogs.open) else { return };
        let name = if form.outlet.trim().is_empty() { "Pasted article" } else { form.outlet.trim() };
        let is_rich = form.text == form.came;
        let (name, bytes) = match form.html.filter(|_| is_rich) {
            Some(html) => (format!("{name}.html"), html.into_bytes()),
            None => (format!("{name}.txt"), form.text.into_bytes()),
        };
        self.expect_paste(name.clone(), form.outlet, form.date);
        self.worker.read_bytes(name, bytes);
    }
}
