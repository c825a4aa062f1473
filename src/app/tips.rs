//! When tooltips may come: only once the pointer has moved. One that rests while keys are used, or while a dialog comes
//! under it, asks about nothing.

use egui::{Context, Event, Pos2};

/// In seconds: longer than anybody waits.
const NEVER: f32 = 1e6;

/// So many frames a window has until it is told where the pointer is.
const OPENING: u64 = 30;

/// Whether the pointer rests, and the delay of tooltips while it does not.
#[derive(Debug)]
pub struct Tips {
    rests: bool,
    had_dialog: bool,
    /// It has come to rest with this frame: what is shown goes.
    pub are_over: bool,
    delay: Option<f32>,
    pointer: Option<Pos2>,
}

impl Default for Tips {
    fn default() -> Self {
        Self { rests: true, had_dialog: false, are_over: false, delay: None, pointer: None }
    }
}

impl Tips {
    /// To be called before each frame.
    pub fn keep(&mut self, ctx: &Context, has_dialog: bool) {
        let is_new = has_dialog && !std::mem::replace(&mut self.had_dialog, has_dialog);
        self.had_dialog = has_dialog;
        let (moves, types) = ctx.input(|input| {
            let is_key = |event: &Event| matches!(event, Event::Key { pressed: true, .. } | Event::Text(_));
            let places = input.events.iter().filter_map(|event| match event {
                Event::PointerMoved(place) => Some(*place),
                _ => None,
            });
            (places.collect::<Vec<Pos2>>(), input.events.iter().any(is_key))
        });
        // Where it is when the window opens is no move.
        let is_opening = ctx.cumulative_frame_nr() < OPENING;
        let mut has_moved = false;
        for place in moves {
            let before = self.pointer.replace(place);
            has_moved |= before != Some(place) && !(before.is_none() && is_opening);
        }
        let rests = !has_moved && (self.rests || types || is_new);
        self.are_over = rests && !self.rests;
        self.rests = rests;
        let now = ctx.global_style().interaction.tooltip_delay;
        let delay = *self.delay.get_or_insert(now);
        let wanted = if self.rests { NEVER } else { delay };
        if now != wanted {
            ctx.all_styles_mut(|style| style.interaction.tooltip_delay = wanted);
        }
    }
}
