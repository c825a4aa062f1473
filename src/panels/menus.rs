//! Menus of the panels: those of a click with the secondary button, and what every menu has in common. All of a menu is
//! reached in any window.

use egui::{Memory, Popup, Response, ScrollArea, Ui};

use crate::theme::metrics;

/// The menu of a control.
pub fn context_menu(response: &Response, add: impl FnOnce(&mut Ui)) {
    Popup::context_menu(response).show(|ui| scrolled(ui, add));
}

/// What stands in a menu; where the window is too low for it, it scrolls.
pub fn scrolled(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let most = ui.ctx().content_rect().height() - metrics::MENU_MARGIN;
    ui.spacing_mut().scroll.floating_allocated_width = metrics::SCROLL_BAR;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
        add(ui);
        // What the keyboard reaches comes into sight.
        let focused = ui.memory(Memory::focused).and_then(|id| ui.ctx().read_response(id));
        if let Some(entry) = focused.filter(|entry| entry.gained_focus() && entry.layer_id == ui.layer_id()) {
            ui.scroll_to_rect(entry.rect, None);
        }
    });
}
