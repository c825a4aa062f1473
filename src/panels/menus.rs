//! Menus of the panels: those of a click with the secondary button or of a key, and what every menu has in common. All
//! of a menu is reached in any window.

use egui::{Context, Id, Memory, Popup, Response, ScrollArea, TextWrapMode, Ui, vec2};

use crate::theme::metrics;

/// Frames after which a menu that nobody had is asked for no more; what was out of sight needs one or two.
const PATIENCE: u64 = 6;

/// Opens the menu of what has the keyboard, else of what is chosen, in one of the next frames.
pub fn ask(ctx: &Context) {
    let now = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(asked(), now));
    ctx.request_repaint();
}

/// Opens the main menu in the next frame.
pub fn ask_main(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(main_asked(), true));
    ctx.request_repaint();
}

/// True once, where the main menu was asked for.
pub fn takes_main(ctx: &Context) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(main_asked())).unwrap_or_default()
}

/// The menu of a control; `is_chosen` where it is the one that a key is about.
pub fn context_menu(response: &Response, is_chosen: bool, add: impl FnOnce(&mut Ui)) {
    let (ctx, id) = (&response.ctx, Popup::default_response_id(response));
    if (is_chosen || response.has_focus()) && response.rect.is_positive() && takes(ctx) {
        if !response.has_focus() {
            // The arrows go through the menu from nowhere.
            ctx.memory_mut(Memory::stop_text_input);
        }
        Popup::open_id(ctx, id);
    }
    let mut menu = Popup::context_menu(response);
    // A key opens it where the control begins.
    if Popup::is_id_open(ctx, id) && Popup::position_of_id(ctx, id).is_none() && !response.secondary_clicked() {
        let rect = response.rect;
        menu = menu.at_position((rect.min + vec2(16.0, 28.0)).min(rect.max));
    }
    menu.show(|ui| scrolled(ui, add));
}

/// What stands in a menu; where the window is too low for it, it scrolls.
pub fn scrolled(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let most = ui.ctx().content_rect().height() - metrics::MENU_MARGIN;
    ui.spacing_mut().scroll.floating_allocated_width = metrics::SCROLL_BAR;
    // The bar beside them would push their last words to a second line.
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
        add(ui);
        // What the keyboard reaches comes into sight.
        let focused = ui.memory(Memory::focused).and_then(|id| ui.ctx().read_response(id));
        if let Some(entry) = focused.filter(|entry| entry.gained_focus() && entry.layer_id == ui.layer_id()) {
            ui.scroll_to_rect(entry.rect, None);
        }
    });
}

/// True once, where a menu was asked for a moment ago.
fn takes(ctx: &Context) -> bool {
    let now = ctx.cumulative_frame_nr();
    let since = ctx.data_mut(|data| data.remove_temp::<u64>(asked()));
    since.is_some_and(|since| now.saturating_sub(since) <= PATIENCE)
}

fn asked() -> Id {
    Id::unique("menu asked")
}

fn main_asked() -> Id {
    Id::unique("main menu asked")
}
