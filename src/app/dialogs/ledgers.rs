//! The ledgers of the event: a table of counts, and under it the places behind the chosen count.

use egui::text::{LayoutJob, TextFormat};
use egui::{Rect, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::parts::{at_right, close_button, hint};
use crate::command::Intent;
use crate::icons::Icon;
use crate::ledger::{Books, Cell, Column, Evidence, Which};
use crate::paint;
use crate::panels::Inbox;
use crate::say;
use crate::theme::fonts::{medium, sans, semibold, serif};
use crate::theme::{self, metrics};
use crate::widgets::{Look, Press, chip, chip_width};

/// What is shown of the ledgers.
#[derive(Debug, Default)]
pub(super) struct LedgerForm {
    which: Which,
    /// `None` until they are counted.
    pub books: Option<Books>,
    /// Line and column of the count whose places are listed.
    chosen: Option<(usize, usize)>,
    /// It was chosen just now: its line is brought into sight, for the places have taken room from the table.
    is_new: bool,
}

/// Least and greatest width of the first column, which is as wide as its longest words ask.
const FIRST: (f32, f32) = (150.0, 340.0);
/// The same of the others.
const COLUMN: (f32, f32) = (110.0, 360.0);
/// What a column leaves free behind its counts, and what the head has around the outlet's name.
const COUNT_RIGHT: f32 = 12.0;
const HEAD_AROUND: f32 = 36.0;
const HEAD: f32 = 30.0;
const ROW: f32 = 26.0;
/// The line above lines of one group.
const GROUP: f32 = 28.0;

/// What the window, the frame and the title take of the height.
const AROUND: f32 = 132.0;
/// Most of the height that the dialog takes up.
const MOST: f32 = 760.0;
/// A dialog lower than this says what its figures are only until one is chosen.
const LOW: f32 = 440.0;
/// The row of buttons with the gap above it.
const FOOT: f32 = 44.0;
/// Least height of the table and the places together.
const LEAST: f32 = 170.0;
/// Least height of the places behind a count, and the share that the table leaves to them where both are long.
const LEAST_PLACES: f32 = 76.0;
const TABLE: f32 = 0.62;
/// Height of the places beside their lines, and of a line.
const PLACES_HEAD: f32 = 30.0;
const PLACE: f32 = 25.0;
/// Height of the line that stands in their stead until a count is chosen, and in a low dialog of what the figures are.
const HINT: f32 = 28.0;
const EXPLANATION: f32 = 48.0;
/// Between table and places.
const BETWEEN: f32 = 6.0;

/// The dialog is as high and as wide whatever is chosen in it, so that nothing moves away from the pointer.
pub(super) fn ledgers_ui(ui: &mut Ui, form: &mut LedgerForm, inbox: &mut Inbox) -> bool {
    let top = ui.cursor().top();
    let whole = (ui.ctx().content_rect().height() - AROUND).clamp(180.0, MOST);
    let is_low = whole < LOW;
    // A low dialog has its buttons beside the chips, where they fit.
    let (chips, room) = (chips_width(ui), ui.available_width());
    let copy = copy_press(is_low && chips + buttons_width(ui, copy_press(false)) > room);
    let beside = is_low && chips + buttons_width(ui, copy) <= room;
    let mut closed = false;
    ui.horizontal(|ui| {
        for which in Which::ALL {
            if chip(ui, which.label(), None, form.which == which, None).clicked() {
                form.which = which;
                form.chosen = None;
            }
        }
        if beside {
            closed = closing(ui, form, copy, inbox);
        }
    });
    ui.add_space(6.0);
    if !is_low {
        hint(ui, form.which.explanation());
        ui.add_space(6.0);
    }
    let foot = if beside { 0.0 } else { FOOT };
    let room = (whole - (ui.cursor().top() - top) - foot).max(60.0);
    // In the lowest windows table and places go on below each other.
    let scroll = ScrollArea::vertical().id_salt("ledger").max_height(room).min_scrolled_height(room);
    let jumped = scroll.auto_shrink(false).show(ui, |ui| body_ui(ui, form, room.max(LEAST), is_low, inbox)).inner;
    if !beside {
        ui.add_space(8.0);
        closed = closing(ui, form, copy, inbox);
    }
    closed || jumped
}

/// The table and, below it, the places behind the chosen count, in this height; returns whether one was gone to.
fn body_ui(ui: &mut Ui, form: &mut LedgerForm, height: f32, is_low: bool, inbox: &mut Inbox) -> bool {
    let spacing = ui.spacing().item_spacing.y;
    // What a short table leaves over goes to the places.
    let needed = form.books.as_ref().map_or(f32::INFINITY, |books| table_height(books, form.which));
    // Few places take no more from it than they need.
    let places = match form.chosen.and_then(|chosen| Some(cell_at(form.books.as_ref()?, form.which, chosen)?.1)) {
        None if is_low => HINT + EXPLANATION,
        None => HINT,
        Some(cell) => (PLACES_HEAD + PLACE * cell.evidence.len() as f32).min(height * (1.0 - TABLE)).max(LEAST_PLACES),
    };
    let table = needed.min(height - places - BETWEEN);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut above = part(ui, table);
    ui.add_space(BETWEEN);
    let mut below = part(ui, height - table - BETWEEN);
    for part in [&mut above, &mut below] {
        part.spacing_mut().item_spacing.y = spacing;
    }
    let Some(books) = &form.books else {
        hint(&mut above, say!("ledger-counting"));
        return false;
    };
    if books.lines(form.which).is_empty() {
        hint(&mut above, say!("ledger-nothing"));
        return false;
    }
    let before = form.chosen;
    table_ui(&mut above, books, form.which, &mut form.chosen, form.is_new);
    // Where table and places go on below each other nothing moves.
    form.is_new = height > LEAST && form.chosen != before;
    evidence_ui(&mut below, books, form.which, form.chosen, is_low, inbox)
}

/// How high the table is with all its lines, and the bar of one that goes on sideways.
fn table_height(books: &Books, which: Which) -> f32 {
    let lines = books.lines(which);
    let groups = lines
        .chunk_by(|one, next| one.group == next.group)
        .filter(|group| group.iter().any(|line| !line.group.is_empty()));
    HEAD + lines.len() as f32 * ROW + groups.count() as f32 * GROUP + metrics::SCROLL_BAR
}

/// A part of the dialog of this height.
fn part(ui: &mut Ui, height: f32) -> Ui {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.new_child(egui::UiBuilder::new().max_rect(rect))
}

/// The button that copies; `is_brief` where there is no room for its words.
fn copy_press(is_brief: bool) -> Press<'static> {
    let words = say!("ledger-copy");
    let press = if is_brief { Press::icon_only(Icon::Copy, words) } else { Press::new(words).icon(Icon::Copy) };
    press.look(Look::Outlined)
}

/// How wide the chips are together.
fn chips_width(ui: &Ui) -> f32 {
    let gap = ui.spacing().item_spacing.x;
    Which::ALL.iter().map(|which| chip_width(ui.painter(), which.label(), None, None) + gap).sum()
}

/// How wide the buttons are together.
fn buttons_width(ui: &Ui, copy: Press<'_>) -> f32 {
    let close = Press::new(say!("close")).look(Look::Outlined);
    [copy, close].iter().map(|press| press.width(ui.painter()) + ui.spacing().item_spacing.x).sum()
}

/// The buttons, at the right; returns whether the dialog is closed.
fn closing(ui: &mut Ui, form: &LedgerForm, copy: Press<'_>, inbox: &mut Inbox) -> bool {
    at_right(ui, |ui| {
        let Some(books) = &form.books else {
            // The keyboard goes to the button that stays.
            return Press::new(say!("close")).look(Look::Outlined).show(ui).clicked();
        };
        let closed = close_button(ui);
        if !books.lines(form.which).is_empty() && copy.show(ui).on_hover_text(say!("ledger-copy")).clicked() {
            inbox.push(Intent::CopyLedger(Box::new(books.clip(form.which))));
        }
        closed
    })
}

fn table_ui(ui: &mut Ui, books: &Books, which: Which, chosen: &mut Option<(usize, usize)>, is_new: bool) {
    let tokens = theme::tokens(ui.ctx());
    let number = books.columns.len().max(1) as f32;
    let room = ui.available_width() - metrics::SCROLL_BAR;
    let lines = books.lines(which).iter();
    let longest = lines.map(|line| paint::width(ui.painter(), &line.label, serif(13.5))).fold(0.0, f32::max);
    let cells = books.lines(which).iter().flat_map(|line| line.cells.iter().flatten());
    let widest = cells.map(|cell| paint::width(ui.painter(), &cell.words, sans(12.0))).fold(0.0, f32::max);
    // Where counts are longer than the columns that fit, the table goes on sideways.
    let names = books.columns.iter().map(|column| paint::width(ui.painter(), &column.name, semibold(12.0)));
    let least = names.map(|name| name + HEAD_AROUND).fold(widest + 18.0, f32::max).clamp(COLUMN.0, COLUMN.1);
    // Names of speakers may be long: they have what the columns leave over.
    let spare = room - least * number;
    let first = (longest + 24.0).clamp(FIRST.0, FIRST.1.max(spare)).min(spare.max(room * 0.4));
    // As many whole columns as fit beside the first, so that none is cut by the edge until it is scrolled.
    let fit = ((room - first) / least).floor().clamp(1.0, number);
    let width = ((room - first) / fit).max(least);
    let total = first + width * number;
    ui.spacing_mut().scroll.dormant_handle_opacity = 0.4;
    let scroll = ScrollArea::both().id_salt(("ledger", which)).auto_shrink(false);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let clip = ui.clip_rect();
        // The first column stays where the others are scrolled under it.
        let frozen = clip.left();
        let beside = clip.with_min_x(frozen + first);
        let (head, _) = ui.allocate_exact_size(vec2(total, HEAD), Sense::hover());
        let below = clip.with_min_y(clip.top() + HEAD);
        ui.set_clip_rect(below);
        let mut group = "";
        for (at, line) in books.lines(which).iter().enumerate() {
            if line.group != group {
                group = &line.group;
                let (rect, _) = ui.allocate_exact_size(vec2(total, GROUP), Sense::hover());
                ui.painter().rect_filled(rect, 0.0, tokens.band);
                let (name, meaning) = group.split_once(": ").unwrap_or((group, ""));
                let place = pos2(frozen + 8.0, rect.center().y);
                let name = paint::line(ui.painter(), place, name, semibold(12.0), tokens.ink2, 400.0);
                let place = pos2(name.right() + 8.0, rect.center().y);
                let room = clip.right() - place.x - 8.0;
                let drawn = paint::line(ui.painter(), place, meaning, sans(12.0), tokens.ink3, room);
                if paint::width(ui.painter(), meaning, sans(12.0)) > room {
                    let id = egui::Id::unique(("ledger group", which, at));
                    ui.interact(drawn, id, Sense::hover()).on_hover_text(meaning);
                }
            }
            let (rect, _) = ui.allocate_exact_size(vec2(total, ROW), Sense::hover());
            // Figures far from their words are in the same stripe.
            if at % 2 == 1 {
                ui.painter().rect_filled(rect.with_max_y(rect.bottom() - 1.0), 0.0, tokens.panel);
            }
            paint::hline(ui.painter(), rect.left(), rect.right(), rect.bottom() - 1.0, tokens.line);
            let place = pos2(frozen + 8.0, rect.center().y);
            let words = paint::line(ui.painter(), place, &line.label, serif(13.5), tokens.ink, first - 16.0);
            if longest > first - 16.0 {
                let id = egui::Id::unique(("ledger label", which, at));
                ui.interact(words, id, Sense::hover()).on_hover_text(&line.label);
            }
            ui.set_clip_rect(below.intersect(beside));
            for (column, cell) in line.cells.iter().enumerate() {
                let left = rect.left() + first + width * column as f32;
                let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width - 4.0, ROW - 1.0));
                let Some(cell) = cell else {
                    let end = pos2(place.right() - COUNT_RIGHT + 4.0, place.center().y);
                    paint::line_right(ui.painter(), end, "–", sans(12.0), tokens.ink3);
                    continue;
                };
                let outlet = books.columns.get(column).map_or("", |column| column.name.as_str());
                let name = format!("{}, {outlet}: {}", line.label, cell.spoken);
                let is_chosen = *chosen == Some((at, column));
                if is_chosen && is_new && place.bottom() > below.bottom() {
                    reveal(ui, place);
                }
                if cell_ui(ui, place, cell, &name, (which, at, column), is_chosen) {
                    *chosen = Some((at, column));
                }
            }
            ui.set_clip_rect(below);
        }
        // The heads stay above the lines that are scrolled under them.
        ui.set_clip_rect(beside);
        let head = Rect::from_min_size(pos2(head.left(), clip.top()), head.size());
        for (at, column) in books.columns.iter().enumerate() {
            let left = head.left() + first + width * at as f32;
            let y = head.center().y;
            // Figures end on the right, and their heads above them.
            let room = width - HEAD_AROUND;
            let long = paint::width(ui.painter(), &column.name, semibold(12.0)).min(room);
            let place = pos2(left + width - COUNT_RIGHT - long, y);
            crate::widgets::sigil(ui.painter(), tokens, place - vec2(14.0, 0.0), &column.sigil, false, 16.0);
            let words = paint::line(ui.painter(), place, &column.name, semibold(12.0), tokens.ink, room);
            let id = egui::Id::unique(("ledger column", which, at));
            ui.interact(words, id, Sense::hover()).on_hover_text(&column.name);
        }
        ui.set_clip_rect(clip);
        // As long as the lines below.
        let right = head.right().min(clip.right());
        paint::hline(ui.painter(), clip.left(), right, head.bottom() - 1.0, tokens.line);
    });
}

/// Brings a cell into sight, below the heads.
fn reveal(ui: &Ui, place: Rect) {
    ui.scroll_to_rect(Rect::from_min_max(place.min - vec2(0.0, HEAD), place.max), None);
}

fn cell_ui(ui: &mut Ui, place: Rect, cell: &Cell, name: &str, at: (Which, usize, usize), is_chosen: bool) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let response = ui.interact(place, egui::Id::unique(("ledger cell", at)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_chosen, name));
    if is_chosen {
        ui.painter().rect_filled(place, 4.0, tokens.sel);
    } else if response.hovered() {
        ui.painter().rect_filled(place, 4.0, tokens.hover);
    }
    let ink = if is_chosen { tokens.accent } else { tokens.ink };
    let room = place.width() - 12.0;
    let is_cut = paint::width(ui.painter(), &cell.words, sans(12.0)) > room;
    let long = paint::width(ui.painter(), &cell.words, sans(12.0)).min(room);
    let words = pos2(place.right() - COUNT_RIGHT + 4.0 - long, place.center().y);
    paint::line(ui.painter(), words, &cell.words, sans(12.0), ink, room);
    if response.has_focus() {
        paint::focus_ring(ui, place.shrink(1.0), 4.0);
        if response.gained_focus() {
            reveal(ui, place);
        }
    }
    let response = if is_cut { response.on_hover_text(&cell.words) } else { response };
    response.clicked()
}

/// The count in this line and column, with the outlet whose it is.
fn cell_at(books: &Books, which: Which, (line, column): (usize, usize)) -> Option<(&Column, &Cell)> {
    let cell = books.lines(which).get(line)?.cells.get(column)?.as_ref()?;
    Some((books.columns.get(column)?, cell))
}

/// The places of the chosen count; returns whether one was gone to. With `explains`, what the figures are stands there until
/// one is chosen.
fn evidence_ui(
    ui: &mut Ui,
    books: &Books,
    which: Which,
    chosen: Option<(usize, usize)>,
    explains: bool,
    inbox: &mut Inbox,
) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let Some((column, cell)) = chosen.and_then(|chosen| cell_at(books, which, chosen)) else {
        ScrollArea::vertical().id_salt("ledger hint").auto_shrink(false).show(ui, |ui| {
            hint(ui, say!("ledger-choose"));
            if explains {
                hint(ui, which.explanation());
            }
        });
        return false;
    };
    let title = say!("ledger-places", name = &column.name, count = cell.evidence.len());
    ui.label(RichText::new(title).font(medium(12.0)).color(tokens.ink2));
    let mut jumped = false;
    ScrollArea::vertical().id_salt(("evidence", which, chosen)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for evidence in &cell.evidence {
            if place_ui(ui, evidence) {
                inbox.push(Intent::JumpTo { article: column.article, span: evidence.span });
                jumped = true;
            }
        }
    });
    jumped
}

fn place_ui(ui: &mut Ui, evidence: &Evidence) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let width = ui.available_width() - 14.0;
    // Room for the longest word for a place, so that all passages begin below each other.
    let places = [say!("place-headline"), say!("place-subheading"), say!("place-caption")];
    let widths = places.map(|place| paint::width(ui.painter(), place, sans(11.5)));
    let room = widths.into_iter().fold(50.0, f32::max);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width - room - 6.0;
    let format = |color| TextFormat { line_height: Some(19.0), ..TextFormat::simple(serif(13.5), color) };
    job.append(&evidence.before, 0.0, format(tokens.ink3));
    job.append(&evidence.words, 0.0, format(tokens.ink));
    job.append(&evidence.after, 0.0, format(tokens.ink3));
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 6.0), Sense::click());
    let words = say!("ledger-go", words = format!("{}{}{}", evidence.before, evidence.words, evidence.after));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &words));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, tokens.hover);
    }
    let at = pos2(rect.left() + 4.0, rect.top() + 13.0);
    paint::line(ui.painter(), at, &evidence.place, sans(11.5), tokens.ink3, room);
    ui.painter().galley(pos2(rect.left() + room + 6.0, rect.top() + 3.0), galley, tokens.ink);
    if response.has_focus() {
        paint::focus_ring(ui, rect.shrink(1.0), 4.0);
    }
    response.clicked()
}
