//! One frame: what is taken before it, what is painted in it, and how the window is divided.

use std::time::Duration;

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::App;
use super::derived::Derived;
use super::dialogs::Around;
use super::modal;
use crate::command::{Command, Intent};
use crate::messages::{self, Language};
use crate::panels::coverage::{CoverageCache, coverage_ui};
use crate::panels::grid::{GridCache, grid_ui, places_of};
use crate::panels::reading::ReadCache;
use crate::panels::{
    Inbox, Shown, alone, articles, banner, empty, filter_bar, halted, inspector, reading, status, strip, top_bar,
};
use crate::theme::{self, metrics};
use crate::toasts::{Offer, Room};
use crate::view::Which;

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.tick(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame_ui(ui);
    }

    /// The ground of the panels: where software draws, every further layer of the window's size costs milliseconds.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

impl App {
    /// What happens before a frame, for eframe and for tests alike: answers are taken.
    pub fn tick(&mut self, ctx: &egui::Context) {
        self.tips.keep(ctx, self.dialogs.is_open() || self.palette.is_open());
        self.speak();
        self.take_answers(ctx);
        self.guard_closing(ctx);
        self.keep_searching(ctx);
        self.ask_for_table();
        self.look_for_twins(ctx);
        self.watch_files(ctx);
        if self.is_busy() {
            // Progress is polled; a few times a second is enough for the eye.
            ctx.request_repaint_after(Duration::from_millis(100));
        }
    }

    /// Says everything from now on in the language that the reader chose; what is kept in another
    /// one is made anew.
    fn speak(&mut self) {
        let language = Language::chosen(&self.preferences.settings.language, &self.services.languages);
        if messages::language() != language {
            messages::speak(language);
            self.sheet_revision += 1;
        }
    }

    /// One frame, for eframe and for tests alike.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.derived.refresh(
            &self.document,
            &self.sheet,
            self.sheet_revision,
            &self.view,
            &self.finder,
            &self.likeness,
        );
        self.toasts.mask.clone_from(&self.derived.mask);
        self.tell_where_added();
        self.forget_where_added();
        self.follow_list();
        self.keep_in_sight();
        let Derived { sheet, sheet_revision, mask, .. } = &self.derived;
        self.current.refresh(&self.document, sheet, *sheet_revision, &self.view, mask);
        let is_key = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, .. });
        let has_key = ctx.input(|input| input.events.iter().any(is_key));
        let moves = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, key, .. } if is_move(*key));
        let has_move = !ctx.text_edit_focused() && ctx.input(|input| input.events.iter().any(moves));
        let mut inbox = self.keys(&ctx);
        self.take_dropped(&ctx);
        let table = self.panels_ui(ui, &mut inbox);
        self.keep_offer();
        let rows = if self.toasts.since().is_some() { self.rows_in_hand(&ctx) } else { Vec::new() };
        let taken = self.toasts.show(&ctx, &Room { table, rows });
        match taken {
            Some(Offer::Undo) => inbox.push(Intent::Run(Command::Undo)),
            Some(Offer::Event { article, .. }) => inbox.extend(self.event_of(article).map(Intent::ShowEvent)),
            Some(Offer::Row { passage, .. }) => inbox.push(Intent::GoTo(passage)),
            None => {}
        }
        if taken.is_some() {
            self.toasts.forget_note();
            ctx.request_repaint();
        }
        self.palette.show(&ctx, self.situation(), &mut inbox);
        let mut dialogs = std::mem::take(&mut self.dialogs);
        let around = Around {
            settings: &self.preferences.settings,
            accuracy: &self.accuracy,
            readers: &self.readers,
            mask: &self.derived.mask,
            is_revealed: self.view.is_revealed,
        };
        dialogs.show(&ctx, around, &mut inbox);
        self.dialogs = dialogs;
        let (said, revision) = (self.toasts.since(), self.document.revision());
        let (selection, place) = (self.view.selection.clone(), (self.view.which, self.view.event, self.view.filter));
        for intent in inbox {
            self.handle(&ctx, intent);
        }
        self.leave_note_of_another_row();
        // What was said of the step before is over: its rows may bear other numbers now. So it is once the reader goes on by
        // key, and wants to see what lies below it.
        let is_elsewhere =
            self.view.selection != selection || (self.view.which, self.view.event, self.view.filter) != place;
        let goes_on = has_move || has_key && is_elsewhere;
        if (self.document.revision() != revision || goes_on) && self.toasts.since() == said {
            self.toasts.forget_note();
        }
        if self.dialogs.is_open() || self.palette.is_open() || self.tips.are_over {
            modal::hush(&ctx, ui.layer_id());
        }
        self.note_settings(&ctx);
        self.ask_for_table();
    }

    /// Offers no more to show a statement that is in sight, but still to take back what brought it there.
    fn keep_offer(&mut self) {
        let Some(Offer::Row { passage, .. }) = self.toasts.offered() else { return };
        let is_seen = self.row_holding(passage).is_some_and(|row| self.grid.is_in_sight(row.anchor));
        if is_seen && self.view.which == Which::Grid {
            self.toasts.offer(Offer::Undo);
        }
    }

    /// Where the rows are that a message may be about: those that are chosen, and that of what it offers to show.
    fn rows_in_hand(&self, ctx: &egui::Context) -> Vec<Rect> {
        let offered = match self.toasts.offered() {
            Some(Offer::Row { passage, .. }) => self.row_holding(passage).map(|row| row.anchor),
            _ => None,
        };
        let chosen = self.view.selection.rows.iter().copied().chain(self.view.selection.current);
        match self.view.which {
            Which::Grid => places_of(ctx, self.view.event, &chosen.chain(offered).collect()),
            Which::Read | Which::Coverage => Vec::new(),
        }
    }

    /// Paints the panels; returns where messages may lie over the table.
    fn panels_ui(&mut self, ui: &mut Ui, inbox: &mut Inbox) -> Rect {
        let mut grid = std::mem::take(&mut self.grid);
        let mut read = std::mem::take(&mut self.read);
        let mut coverage = std::mem::take(&mut self.coverage);
        let undo = self.document.undo_name().map(|name| self.derived.mask.words(name));
        let redo = self.document.redo_name().map(|name| self.derived.mask.words(name));
        let table = {
            let shown = Shown {
                sheet: &self.derived.sheet,
                sheet_revision: self.derived.sheet_revision,
                event: self.derived.sheet.events.get(self.view.event),
                view: &self.view,
                text: self.source_text(),
                articles: &self.derived.articles,
                rows: &self.derived.rows,
                columns: &self.derived.columns,
                counts: &self.derived.counts,
                situation: self.situation(),
                title: self.title(),
                is_unsaved: self.is_unsaved(),
                is_read_only: self.document.is_read_only(),
                is_too_long_for_model: matches!(self.accuracy, super::Accuracy::On(_))
                    && !self.derived.sheet.is_accurate,
                is_stale: self.is_stale(),
                is_halted: self.is_stale() && self.is_halted,
                progress: self.progress.as_ref(),
                recent: &self.filing.recent.projects,
                current: &self.current.current,
                tags: &self.derived.tags,
                codes: self.document.project().codes(),
                set_aside: &self.derived.set_aside,
                hits: &self.finder.hits,
                elsewhere: &self.elsewhere,
                banner: self.on_disk.banner(),
                mask: &self.derived.mask,
                problems_height: self.toasts.problems_height(),
                undo: undo.as_deref(),
                redo: redo.as_deref(),
            };
            lay_out(ui, &shown, (&mut grid, &mut read, &mut coverage), inbox)
        };
        self.grid = grid;
        self.read = read;
        self.coverage = coverage;
        table
    }
}

/// What the three views keep from one frame to the next.
type Caches<'a> = (&'a mut GridCache, &'a mut ReadCache, &'a mut CoverageCache);

/// Divides the window among the panels; returns where messages may lie over the table. They are drawn in the order in which
/// they are read, which is that of Tab.
fn lay_out(ui: &mut Ui, shown: &Shown<'_>, caches: Caches<'_>, inbox: &mut Inbox) -> Rect {
    let (grid, read, coverage) = caches;
    let tokens = theme::tokens(ui.ctx());
    let mut rest = ui.max_rect();
    ui.expand_to_include_rect(rest);
    let width = rest.width();
    let has_table = !shown.articles.is_empty();
    let top_bar = cut(&mut rest, Side::Top, metrics::TOP_BAR);
    let banner = banner::height(shown).map(|height| cut(&mut rest, Side::Top, height));
    let status = cut(&mut rest, Side::Bottom, status::height(ui, shown, width));
    let rail_open = shown.has_rail(width);
    let rail = match (rail_open, width >= metrics::WIDE_WINDOW) {
        (false, _) => metrics::RAIL_COLLAPSED,
        (true, false) => metrics::RAIL,
        (true, true) => metrics::RAIL_WIDE,
    };
    let rail = cut(&mut rest, Side::Left, rail);
    let is_beside = metrics::has_room_for_inspector(width);
    let inspector = (has_table && shown.view.inspector_open && is_beside).then(|| {
        let size = if width >= metrics::WIDE_WINDOW { metrics::INSPECTOR_WIDE } else { metrics::INSPECTOR };
        cut(&mut rest, Side::Right, size)
    });
    let filters = has_table.then(|| cut(&mut rest, Side::Top, metrics::FILTER_BAR));
    let halted = halted::height(shown).map(|height| cut(&mut rest, Side::Top, height));
    let alone = alone::height(shown).map(|height| cut(&mut rest, Side::Top, height));
    // In a narrow window it takes room of the table alone, which goes on sideways: the filters need the whole width.
    let inspector = inspector.or_else(|| {
        let is_asked = has_table && shown.view.inspector_over && !is_beside;
        let size = narrow_inspector(rest.width());
        is_asked.then(|| cut(&mut rest, Side::Right, size))
    });
    // Below the table alone: what stands beside it keeps its place when the strip comes and goes.
    let with_strip = rest;
    let strip = strip::height(ui.painter(), shown, rest.width()).map(|height| cut(&mut rest, Side::Bottom, height));
    let below = |ui: &Ui, rect: Rect| {
        crate::paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
    };
    let above = |ui: &Ui, rect: Rect| {
        crate::paint::hline(ui.painter(), rect.left(), rect.right(), rect.top(), tokens.line);
    };
    panel(ui, "top-bar", Some(top_bar), |ui, rect| {
        top_bar::top_bar_ui(ui, shown, inbox);
        below(ui, rect);
    });
    panel(ui, "banner", banner, |ui, rect| {
        banner::banner_ui(ui, shown, inbox);
        below(ui, rect);
    });
    panel(ui, "filters", filters, |ui, rect| {
        match shown.view.which {
            Which::Grid | Which::Coverage => filter_bar::filter_bar_ui(ui, shown, inbox),
            Which::Read => reading::reading_bar_ui(ui, shown, rest.width(), inbox),
        }
        below(ui, rect);
    });
    panel(ui, "halted", halted, |ui, rect| {
        halted::halted_ui(ui, inbox);
        below(ui, rect);
    });
    panel(ui, "alone", alone, |ui, rect| {
        alone::alone_ui(ui, shown, inbox);
        below(ui, rect);
    });
    panel(ui, "articles", Some(rail), |ui, rect| {
        if rail_open {
            articles::articles_ui(ui, shown, inbox);
        } else {
            articles::letters_ui(ui, shown, inbox);
        }
        crate::paint::vline(ui.painter(), rect.right() - 1.0, rect.top(), rect.bottom(), tokens.line);
    });
    panel(ui, "table", Some(rest), |ui, _| {
        if !has_table {
            return empty::empty_ui(ui, shown, inbox);
        }
        match shown.view.which {
            Which::Grid => grid_ui(ui, shown, grid, inbox),
            Which::Read => reading::reading_ui(ui, shown, read, inbox),
            Which::Coverage => coverage_ui(ui, shown, coverage, inbox),
        }
    });
    panel(ui, "inspector", inspector, |ui, rect| {
        inspector::inspector_ui(ui, shown, inbox);
        crate::paint::vline(ui.painter(), rect.left(), rect.top(), rect.bottom(), tokens.line);
    });
    panel(ui, "strip", strip, |ui, rect| {
        strip::strip_ui(ui, shown, inbox);
        above(ui, rect);
    });
    panel(ui, "status", Some(status), |ui, rect| {
        status::status_ui(ui, shown, inbox);
        above(ui, rect);
    });
    // Messages keep clear of the strip while there is none: one comes with the step that they tell of.
    let head = if shown.view.which == Which::Grid && has_table { metrics::COLUMN_HEAD } else { 0.0 };
    let foot = rest.bottom().min(with_strip.bottom() - strip::LINE);
    Rect::from_min_max(rest.min + vec2(0.0, head), rest.max.min(pos2(rest.right(), foot)))
}

/// True for a key that moves through the table, even where it is at its end.
fn is_move(key: egui::Key) -> bool {
    use egui::Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp, End, Home, PageDown, PageUp};
    matches!(key, ArrowDown | ArrowLeft | ArrowRight | ArrowUp | End | Home | PageDown | PageUp)
}

/// A side of what is left of the window.
#[derive(Clone, Copy)]
enum Side {
    Top,
    Bottom,
    Left,
    Right,
}

/// Cuts a panel of this size off what is left.
fn cut(rest: &mut Rect, side: Side, size: f32) -> Rect {
    let whole = *rest;
    match side {
        Side::Top => rest.min.y = (whole.top() + size).min(whole.bottom()),
        Side::Bottom => rest.max.y = (whole.bottom() - size).max(whole.top()),
        Side::Left => rest.min.x = (whole.left() + size).min(whole.right()),
        Side::Right => rest.max.x = (whole.right() - size).max(whole.left()),
    }
    match side {
        Side::Top => whole.with_max_y(rest.top()),
        Side::Bottom => whole.with_min_y(rest.bottom()),
        Side::Left => whole.with_max_x(rest.left()),
        Side::Right => whole.with_min_x(rest.right()),
    }
}

/// Draws a panel where it has its place. The window is cleared with the colour of panels, and what stands in the middle
/// paints its own ground.
fn panel(ui: &mut Ui, name: &str, place: Option<Rect>, add: impl FnOnce(&mut Ui, Rect)) {
    let Some(rect) = place else { return };
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(name));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    add(&mut child, rect);
}

/// Width of the inspector in a narrow window, whose table and inspector have `width` together: it leaves the table at
/// least as much as it takes.
fn narrow_inspector(width: f32) -> f32 {
    let half = ((width - metrics::SCROLL_BAR) / 2.0).floor().max(metrics::MIN_COLUMN);
    half.min(metrics::INSPECTOR)
}
