//! How the window looks, and how it starts.

use egui::{Sense, Ui, vec2};
use workbench::settings::{ClassMode, Palette, Settings, Theme};

use super::super::parts::{hint, section, setting, stepper, switch_row};
use crate::theme::{self, SourceText};
use crate::widgets::{chip, drop_down};

/// Languages that the interface is there in: code and name in itself.
const LANGUAGES: [(&str, &str); 1] = [("en", "English")];

pub(super) fn look_ui(ui: &mut Ui, settings: &mut Settings) {
    section(ui, "Colours and size");
    setting(ui, "Theme", |ui| {
        for (theme, label) in [(Theme::System, "As the system"), (Theme::Light, "Light"), (Theme::Dark, "Dark")] {
            if chip(ui, label, None, settings.theme == theme, None).clicked() {
                settings.theme = theme;
            }
        }
    });
    setting(ui, "Marks", |ui| {
        for (palette, label) in [
            (Palette::OkabeIto, "Colours told apart by colour-blind readers"),
            (Palette::OneColour, "One colour, shapes alone"),
        ] {
            if chip(ui, label, None, settings.palette == palette, None).clicked() {
                settings.palette = palette;
            }
        }
    });
    setting(ui, "Zoom", |ui| {
        let percent = format!("{} %", (settings.zoom * 100.0).round());
        if let Some(step) = stepper(ui, "zoom", &percent) {
            settings.zoom = ((settings.zoom * 10.0).round() + step) / 10.0;
        }
    });
    setting(ui, "Class mode", |ui| {
        for (mode, label) in [
            (ClassMode::Off, "Hide nothing"),
            (ClassMode::HideOutlets, "Outlets"),
            (ClassMode::HideMarks, "Marks"),
            (ClassMode::HideBoth, "Both"),
        ] {
            if chip(ui, label, None, settings.class_mode == mode, None).clicked() {
                settings.class_mode = mode;
            }
        }
        hint(ui, "until R reveals them");
    });
    section(ui, "Source words");
    setting(ui, "Text size", |ui| {
        if let Some(step) = stepper(ui, "text size", &format!("{} pt", settings.font_size)) {
            settings.font_size += step * 0.5;
        }
    });
    setting(ui, "Line height", |ui| {
        if let Some(step) = stepper(ui, "line height", &format!("{:.2}", settings.line_height)) {
            settings.line_height = ((settings.line_height * 20.0).round() + step) / 20.0;
        }
    });
    sample(ui, SourceText { size: settings.font_size, line: settings.line_height });
    section(ui, "Window");
    setting(ui, "Language", |ui| {
        let names = LANGUAGES.map(|(_, name)| name);
        let at = LANGUAGES.iter().position(|(code, _)| *code == settings.language).unwrap_or(0);
        if let Some((code, _)) = drop_down(ui, "Language of the interface", &names, at).and_then(|at| LANGUAGES.get(at))
        {
            (*code).clone_into(&mut settings.language);
        }
    });
    switch_row(ui, "Nothing moves by itself", "No fades, no gliding lists", &mut settings.reduce_motion);
    switch_row(
        ui,
        "Offer the last session at start",
        "The projects and articles that were open when the window closed",
        &mut settings.offer_last_session,
    );
}

/// Two sentences in the chosen size.
fn sample(ui: &mut Ui, text: SourceText) {
    const WORDS: &str = "The harbour authority closed the bridge on Tuesday. It will reopen when the engineers say so.";
    let tokens = theme::tokens(ui.ctx());
    let width = ui.available_width();
    let galley = crate::paint::galley(
        ui.painter(),
        WORDS,
        theme::fonts::serif(text.cell()),
        tokens.ink,
        text.cell_line(),
        width - 24.0,
        4,
    );
    ui.add_space(4.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, galley.size().y + 16.0), Sense::hover());
    ui.painter().rect_filled(rect, 6.0, tokens.band);
    ui.painter().galley(rect.min + vec2(12.0, 8.0), galley, tokens.ink);
    ui.add_space(2.0);
    hint(ui, "In cells; whole articles are one point larger");
}
