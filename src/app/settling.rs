//! The reader's settings and the window: put into force when they are loaded or changed, and taken
//! note of where the reader changes them by key, menu or by dragging the window.

use egui::ThemePreference;
use workbench::settings::{self, Palette, Settings, WindowPlace};

use super::App;
use super::preferences::Renewed;
use crate::marks::{Mark, MarkSet};
use crate::panels::grid::GridCache;
use crate::panels::reading::ReadCache;
use crate::theme;

impl App {
    /// Puts all settings into force.
    pub(super) fn apply_settings(&mut self, ctx: &egui::Context) {
        let settings = &self.preferences.settings;
        ctx.set_theme(preference(settings.theme));
        ctx.set_zoom_factor(settings.zoom);
        theme::set_one_colour(ctx, settings.palette == Palette::OneColour);
        theme::set_reduced_motion(ctx, settings.reduce_motion);
        self.view.marks = marks_from(&settings.marks);
        self.view.rail_open = settings.rail_open;
        self.view.inspector_open = settings.inspector_open;
        if self.view.class_mode != settings.class_mode {
            self.view.class_mode = settings.class_mode;
            self.view.is_revealed = false;
        }
        // Texts that are laid out have their colours in them.
        self.grid = GridCache::default();
        self.read = ReadCache::default();
    }

    /// Takes what the settings dialog says.
    pub(super) fn set_settings(&mut self, ctx: &egui::Context, settings: Settings) {
        self.preferences.settings = settings.within_bounds();
        self.apply_settings(ctx);
    }

    /// Derives the table anew with the reader's verbs and names, once they are whole.
    fn renew_vocabulary(&mut self, ctx: &egui::Context) {
        match self.preferences.renew_vocabulary(ctx.text_edit_focused()) {
            Renewed::No => {}
            Renewed::After(left) => ctx.request_repaint_after(left),
            Renewed::Yes => self.derive_anew(),
        }
    }

    /// Has the table derived once more from the same document.
    pub(super) fn derive_anew(&mut self) {
        // No revision that a document can have, so the next question is asked and its answer waited for.
        (self.asked, self.answered, self.is_halted) = (u64::MAX, u64::MAX - 1, false);
    }

    pub(super) fn set_theme(&mut self, ctx: &egui::Context, theme: settings::Theme) {
        self.preferences.settings.theme = theme;
        ctx.set_theme(preference(theme));
    }

    /// Takes note of what was changed elsewhere than in the dialog. Costs nothing that a frame feels.
    pub(super) fn note_settings(&mut self, ctx: &egui::Context) {
        let settings = &mut self.preferences.settings;
        settings.zoom = ctx.zoom_factor();
        settings.rail_open = self.view.rail_open;
        settings.inspector_open = self.view.inspector_open;
        settings.class_mode = self.view.class_mode;
        for mark in Mark::ALL {
            settings.marks.switch(setting_of(mark), self.view.marks.has(mark));
        }
        if let Some(place) = place_of(ctx, settings.window) {
            settings.window = Some(place);
        }
        self.renew_vocabulary(ctx);
        self.settle_accuracy(ctx);
        for problem in self.preferences.problems() {
            self.toasts.problem(problem);
        }
        if let Some(wait) = self.preferences.tick() {
            ctx.request_repaint_after(wait);
        }
    }
}

fn preference(theme: settings::Theme) -> ThemePreference {
    match theme {
        settings::Theme::System => ThemePreference::System,
        settings::Theme::Light => ThemePreference::Light,
        settings::Theme::Dark => ThemePreference::Dark,
    }
}

/// The switch in the settings that stands for a mark.
pub(super) const fn setting_of(mark: Mark) -> settings::Mark {
    match mark {
        Mark::Reworded => settings::Mark::Reworded,
        Mark::OnlyHere => settings::Mark::OnlyHere,
        Mark::Moved => settings::Mark::Moved,
        Mark::Cut => settings::Mark::Cut,
        Mark::Voice => settings::Mark::Voice,
        Mark::Cue => settings::Mark::Cue,
        Mark::Force => settings::Mark::Force,
        Mark::Fact => settings::Mark::Fact,
        Mark::Name => settings::Mark::Name,
        Mark::Place => settings::Mark::Place,
    }
}

fn marks_from(settings: &settings::Marks) -> MarkSet {
    let mut marks = MarkSet::at_first();
    for mark in Mark::ALL {
        marks.set(mark, settings.is_on(setting_of(mark)));
    }
    marks
}

/// Where the window stands, in points of the screen at zoom 1; `None` while it can't be told. A
/// window that fills the screen keeps the place that it goes back to.
fn place_of(ctx: &egui::Context, before: Option<WindowPlace>) -> Option<WindowPlace> {
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let viewport = input.viewport();
        if viewport.minimized == Some(true) || viewport.fullscreen == Some(true) {
            return before;
        }
        let is_maximized = viewport.maximized == Some(true);
        if is_maximized && let Some(before) = before {
            return Some(WindowPlace { is_maximized, ..before });
        }
        let size = viewport.inner_rect?.size() * zoom;
        let position = viewport.outer_rect.map(|rect| [rect.min.x * zoom, rect.min.y * zoom]);
        (size.x >= 1.0 && size.y >= 1.0).then_some(WindowPlace {
            position,
            size: [size.x.round(), size.y.round()],
            is_maximized,
        })
    })
}
