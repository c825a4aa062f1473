//! How the window looks, and how it starts.

use egui::{Sense, Ui, vec2};
use workbench::settings::{ClassMode, Palette, Settings, Theme};

use super::super::parts::{hint, section, setting, stepper, switch_row};
use crate::messages::{self, Language, decimal};
use crate::say;
use crate::theme::{self, SourceText};
use crate::widgets::{chip, drop_down};

/// `is_revealed`: what class mode hides is shown for now.
pub(super) fn look_ui(ui: &mut Ui, settings: &mut Settings, is_revealed: bool) {
    section(ui, say!("settings-colours"));
    setting(ui, say!("settings-theme"), |ui| {
        for (theme, label) in [
            (Theme::System, say!("theme-as-system")),
            (Theme::Light, say!("theme-is-light")),
            (Theme::Dark, say!("theme-is-dark")),
        ] {
            if chip(ui, label, None, settings.theme == theme, None).clicked() {
                settings.theme = theme;
            }
        }
    });
    setting(ui, say!("settings-mark-colours"), |ui| {
        for (palette, label) in
            [(Palette::OkabeIto, say!("palette-told-apart")), (Palette::OneColour, say!("palette-one-colour"))]
        {
            if chip(ui, label, None, settings.palette == palette, None).clicked() {
                settings.palette = palette;
            }
        }
    });
    setting(ui, say!("settings-zoom"), |ui| {
        let percent = format!("{} %", (settings.zoom * 100.0).round());
        if let Some(step) = stepper(ui, say!("settings-zoom-named"), &percent) {
            settings.zoom = ((settings.zoom * 10.0).round() + step) / 10.0;
        }
    });
    setting(ui, say!("settings-class-mode"), |ui| {
        for (mode, label) in [
            (ClassMode::Off, say!("class-mode-off")),
            (ClassMode::HideOutlets, say!("class-mode-outlets")),
            (ClassMode::HideMarks, say!("marks")),
            (ClassMode::HideBoth, say!("class-mode-both")),
        ] {
            if chip(ui, label, None, settings.class_mode == mode, None).clicked() {
                settings.class_mode = mode;
            }
        }
        let is_shown_now = is_revealed && settings.class_mode != ClassMode::Off;
        hint(ui, if is_shown_now { say!("class-mode-revealed") } else { say!("class-mode-until") });
    });
    section(ui, say!("settings-source"));
    setting(ui, say!("settings-text-size"), |ui| {
        let places = usize::from(settings.font_size.fract() != 0.0);
        let size = format!("{} pt", decimal(settings.font_size.into(), places));
        if let Some(step) = stepper(ui, say!("settings-text-size-named"), &size) {
            settings.font_size += step * 0.5;
        }
    });
    setting(ui, say!("settings-line-height"), |ui| {
        let height = decimal(settings.line_height.into(), 2);
        if let Some(step) = stepper(ui, say!("settings-line-height-named"), &height) {
            settings.line_height = ((settings.line_height * 20.0).round() + step) / 20.0;
        }
    });
    sample(ui, SourceText { size: settings.font_size, line: settings.line_height });
    section(ui, say!("settings-window"));
    setting(ui, say!("settings-language"), |ui| {
        let names = [say!("language-of-desktop")].into_iter().chain(Language::ALL.map(Language::own_name));
        let names: Vec<&str> = names.collect();
        let codes = [workbench::settings::LANGUAGE_OF_DESKTOP].into_iter().chain(Language::ALL.map(Language::code));
        let codes: Vec<&str> = codes.collect();
        let at = codes.iter().position(|code| *code == settings.language).unwrap_or(0);
        if let Some(code) = drop_down(ui, say!("settings-language-named"), &names, at).and_then(|at| codes.get(at)) {
            (*code).clone_into(&mut settings.language);
        }
    });
    let remark = messages::tip("reduce-motion");
    switch_row(ui, say!("reduce-motion"), remark, &mut settings.reduce_motion);
    let remark = messages::tip("offer-session");
    switch_row(ui, say!("offer-session"), remark, &mut settings.offer_last_session);
}

/// Two sentences in the chosen size.
fn sample(ui: &mut Ui, text: SourceText) {
    let tokens = theme::tokens(ui.ctx());
    // The bar beside it lies over the last points.
    let width = ui.available_width() - 16.0;
    let galley = crate::paint::galley(
        ui.painter(),
        say!("sample-text"),
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
    hint(ui, say!("sample-hint"));
}
