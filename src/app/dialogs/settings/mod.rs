//! The settings dialog. Every change is in force at once; there is nothing to confirm.

mod comparing;
mod look;
mod marks;
mod words;

use egui::{ScrollArea, Ui};
use workbench::settings::Settings;

use super::Around;
use super::parts::{at_right, close_button, list_height, section};
use crate::command::Intent;
use crate::panels::Inbox;
use crate::say;
use crate::widgets::{Look, Press, chip};
use words::WordLists;

/// Part of the dialog that is shown, and lists that are being typed.
#[derive(Debug, Default)]
pub(super) struct SettingsForm {
    tab: Tab,
    lists: WordLists,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Look,
    Comparing,
    Marks,
}

impl Tab {
    fn all() -> [(Self, &'static str); 3] {
        [
            (Self::Look, say!("settings-look")),
            (Self::Comparing, say!("settings-comparing")),
            (Self::Marks, say!("marks")),
        ]
    }
}

impl SettingsForm {
    pub fn new(settings: &Settings) -> Self {
        Self { tab: Tab::default(), lists: WordLists::new(settings) }
    }

    /// True where a line of the lists is begun and no setting yet.
    pub fn is_unfinished(&self) -> bool {
        self.lists.is_unfinished()
    }
}

/// Height of what a tab shows, as far as the window goes.
const HEIGHT: f32 = 560.0;

pub(super) fn settings_ui(ui: &mut Ui, form: &mut SettingsForm, around: Around<'_>, inbox: &mut Inbox) -> bool {
    ui.horizontal_wrapped(|ui| {
        for (tab, label) in Tab::all() {
            if chip(ui, label, None, form.tab == tab, None).clicked() {
                form.tab = tab;
            }
        }
    });
    ui.add_space(12.0);
    let mut settings = around.settings.clone();
    // As high whatever is in it, so that the dialog and its tabs stay where they are.
    let height = list_height(ui, 240.0).min(HEIGHT);
    ScrollArea::vertical()
        .id_salt(form.tab as u8)
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink(false)
        .show(ui, |ui| match form.tab {
            Tab::Look => look::look_ui(ui, &mut settings, around.is_revealed),
            Tab::Comparing => {
                comparing::comparing_ui(ui, &mut settings, around.accuracy, inbox);
                section(ui, say!("ledger-verbs"));
                words::verbs_ui(ui, &mut form.lists, &mut settings);
                section(ui, say!("settings-names"));
                words::names_ui(ui, &mut form.lists, &mut settings);
            }
            Tab::Marks => marks::marks_ui(ui, &mut settings),
        });
    ui.add_space(12.0);
    let closed = at_right(ui, |ui| {
        let closed = close_button(ui);
        let first = Settings { window: settings.window, ..Settings::default() };
        let is_other = settings != first;
        let reset =
            ui.add_enabled_ui(is_other, |ui| Press::new(say!("settings-reset")).look(Look::Outlined).show(ui)).inner;
        if reset.clicked() {
            form.lists = WordLists::new(&first);
            settings = first;
        }
        closed
    });
    if settings != *around.settings {
        inbox.push(Intent::SetSettings(Box::new(settings)));
    }
    closed
}
